"""Data on the genes of people: never sold, and filed before they go to somebody foreign."""

from __future__ import annotations

import pytest

from dialog.hearing import listen
from dialog.parts import Prepared
from dialog.reply.question import Exchange
from knowledge.answers.genes import genetic_data
from knowledge.text import normalise
from tests.reply.test_compose import DAY

ROUTE = "table.cross-border-route"


@pytest.mark.parametrize(
    "text",
    [
        "Can a fertility clinic list its egg donors' genomic data for sale if each consents?",
        "Can we sell donors' DNA data if they agreed?",
        "May a lab trade customers' DNA test results, all anonymised?",
        "志愿者的全外显子测序数据，都签了同意书，能挂牌卖吗",
    ],
)
async def test_they_are_not_sold(text: str, prepared: Prepared) -> None:
    """A clinic was told that consent is enough."""
    heard = await listen(prepared.turn, text, (), DAY)
    assert heard.done.entries == ("table.forbidden-data", "genetic")


@pytest.mark.parametrize(
    "text",
    [
        "把3000名癌症患者的全基因组测序数据传给瑞士的实验室，今年就这些，要走哪个？",
        "We send the genome data of 500 patients to a lab in Germany this year. Which route?",
    ],
)
async def test_they_are_filed_beside_the_route(text: str, prepared: Prepared) -> None:
    """The route alone was told."""
    heard = await listen(prepared.turn, text, (), DAY)
    assert heard.done.entries == (ROUTE, "national-sensitive-contract")
    assert "《人类遗传资源管理条例》" in heard.text or "Human Genetic Resources" in heard.text


async def test_also_where_the_number_comes_later(prepared: Prepared) -> None:
    """The genes stand in the text before."""
    before = Exchange(
        "生殖中心把胚胎基因检测信息给美国的药企研究，今年的量，走标准合同吧？", "clarify", (ROUTE,)
    )
    heard = await listen(prepared.turn, "1200人", (before,), DAY)
    assert "《人类遗传资源管理条例》第二十八条" in heard.text


@pytest.mark.parametrize(
    "text",
    [
        "我们要把受试者的基因数据传给美国公司，走哪条路",
        "把客户的基因检测数据发给国外实验室，要办什么手续",
        "We want to send genetic data of patients to a US lab. Which route applies?",
    ],
)
async def test_it_is_told_before_the_number(text: str, prepared: Prepared) -> None:
    """The filing was told only with the ruling, and so to nobody who did not answer."""
    heard = await listen(prepared.turn, text, (), DAY)
    assert (heard.done.outcome, heard.done.entries) == ("clarify", (ROUTE,))
    assert "第二十八条" in heard.text or "Art. 28" in heard.text


@pytest.mark.parametrize(
    "text", ["我们要把病历传给美国公司，走哪条路", "把会员的姓名电话发给日本总部，走哪条路"]
)
async def test_the_way_asked_for_is_no_article(text: str, prepared: Prepared) -> None:
    """哪条 stands in 走哪条路, and the case was not heard."""
    heard = await listen(prepared.turn, text, (), DAY)
    assert (heard.done.outcome, heard.done.entries) == ("clarify", (ROUTE,))
    assert "遗传" not in heard.text


async def test_other_data_has_no_such_duty(prepared: Prepared) -> None:
    """A payroll holds no genes."""
    text = "把3000名客户的病历传给瑞士的实验室，今年就这些，要走哪个？"
    assert "遗传" not in (await listen(prepared.turn, text, (), DAY)).text


@pytest.mark.parametrize(
    "text",
    [
        "基因检测公司的客户电话能卖吗",
        "水稻的基因测序数据能卖吗",
        "can a gene testing company sell its sales figures",
        "can we sell maize genome data",
        "基因测序仪的销量数据能挂牌吗",
    ],
)
def test_the_trade_and_other_beings_are_no_human_genes(text: str) -> None:
    """Look-alikes."""
    assert genetic_data(normalise(text)) is None
