"""Genes of plants, animals and microbes are told apart from those of people."""

from __future__ import annotations

import pytest

from dialog.parts import Prepared
from dialog.reply.living_kinds import WORDING, of_other_beings
from tests.reply.test_same_case import talk

OTHERS = "gap.genes-of-other-beings"


@pytest.mark.parametrize(
    "text",
    [
        "水稻育种的基因数据能不能卖到国外",
        "我们做玉米制种，材料的测序数据能在这儿挂牌吗",
        "种猪的基因组信息给外国公司要办什么手续",
        "乳酸菌菌株的全基因组，韩国客户要，出境要批吗",
        "小麦的遗传数据属于人类遗传资源吗",
        "藏獒的DNA检测结果能卖吗，狗的",
        "种子公司要把水稻的基因序列发给荷兰合作方，没有人的信息，没人告知是重要数据。要不要按人类遗传资源去报？",
        "种猪的基因组要发给丹麦，没涉及任何人，用不用按人类遗传资源管理条例备案？",
        "Rice genome sequences go abroad, nothing about people in it. Human genetic resources?",
        "Can we sell maize genome data to a buyer abroad?",
        "Do we need approval to export cattle genetic data?",
    ],
)
async def test_genes_of_other_beings_are_no_human_ones(prepared: Prepared, text: str) -> None:
    """What holds of them is not known; before, the rules on people's genes were told."""
    heard = await talk(prepared, text)
    assert heard.done.entries == (OTHERS,)
    assert heard.done.outcome == "unknown"


async def test_what_is_asked_behind_a_ruling_on_people(prepared: Prepared) -> None:
    """What is asked on with another being goes on with the question, not with its answer."""
    heard = await talk(prepared, "基因数据能不能卖", "那水稻的基因数据呢")
    assert heard.done.entries == (OTHERS,)


@pytest.mark.parametrize(
    "text",
    [
        "基因数据给外国公司要什么手续",
        "病人的基因检测数据能卖吗",
        "亲子鉴定的基因数据能卖吗",
        "给客户做的基因检测，数据能卖吗",
        "马先生的基因数据能卖吗",
        "人和小鼠的基因数据一起出境要审批吗",
        "人类遗传资源管理条例第二条说什么",
    ],
)
async def test_genes_of_people_stay_ruled(prepared: Prepared, text: str) -> None:
    """What names people, or genes alone, is answered as before."""
    heard = await talk(prepared, text)
    assert OTHERS not in heard.done.entries
    assert not of_other_beings(text)


@pytest.mark.parametrize(
    "text", ["我们种水稻的，产量数据能卖吗", "养猪场的数据能卖吗", "鼠标点击数据"]
)
async def test_what_speaks_of_no_genes(prepared: Prepared, text: str) -> None:
    """A crop or an animal alone tells of no genes."""
    heard = await talk(prepared, text)
    assert OTHERS not in heard.done.entries


async def test_another_side_is_not_told_so(prepared: Prepared) -> None:
    """What papers a listing needs is the same for any data."""
    heard = await talk(prepared, "水稻基因数据挂牌要交什么材料")
    assert OTHERS not in heard.done.entries


def test_the_wording_is_held(prepared: Prepared) -> None:
    """The document that is told stands in the pack."""
    found = prepared.library.snapshot.at_once(WORDING)
    assert found is not None
    assert found.exact is not None
    assert found.exact.id == OTHERS
