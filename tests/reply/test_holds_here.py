"""Who is in another province hears that the rules of this place hold here alone."""

from __future__ import annotations

import pytest

from dialog.parts import Prepared
from dialog.reply.holds_here import elsewhere_in
from tests.reply.test_same_case import talk

HERE_ALONE = "只在上海适用"


@pytest.mark.parametrize(
    ("texts", "place"),
    [
        (("我们在杭州，公共数据可以收费吗",), "杭州当地"),
        (("您好，我是江苏的，公共数据可以收费吗",), "江苏当地"),
        (("我们公司在嘉兴，公共数据可以收费吗",), "嘉兴当地"),
        (("我们在深圳，公共数据可以收费吗",), "《深圳经济特区数据条例》"),
        (("我们是无锡一家做环保的公司", "公共数据可以收费吗"), "无锡当地"),
    ],
)
async def test_it_is_said_that_it_holds_here_alone(
    prepared: Prepared, texts: tuple[str, ...], place: str
) -> None:
    """With what is held of the rules of that place."""
    heard = await talk(prepared, *texts)
    assert HERE_ALONE in heard.text
    assert place in heard.text
    assert "entry.public-data-price" in heard.done.entries


async def test_it_is_said_in_english(prepared: Prepared) -> None:
    """The laws by their English names."""
    heard = await talk(prepared, "We are a company from Shenzhen. Can public data be charged for?")
    assert "holds in Shanghai only" in heard.text


async def test_it_is_said_once(prepared: Prepared) -> None:
    """Behind an answer that said it, the next one does not say it again."""
    heard = await talk(prepared, "我在浙江，公共数据可以收费吗", "公共数据授权运营怎么申请")
    assert HERE_ALONE not in heard.text


@pytest.mark.parametrize(
    "text",
    [
        "公共数据可以收费吗",
        "我们在上海，公共数据可以收费吗",
        "我们是江苏的公司，能在你们这挂牌吗",
        "我在南京，个人信息出境要评估吗",
        "深圳条例规定哪些数据不得交易",
        "我们的客户在江苏，公共数据可以收费吗",
        "杭州的公司想买我们的公共数据，可以收费吗",
    ],
)
async def test_what_needs_no_such_word(prepared: Prepared, text: str) -> None:
    """Who is here or comes here, national law, the law of that place, another party there."""
    heard = await talk(prepared, text)
    assert HERE_ALONE not in heard.text


@pytest.mark.parametrize(
    "text", ["卖给浙江的客户", "深圳数据交易所怎么样", "我们在深圳数据交易所挂过牌"]
)
def test_what_is_no_place_of_the_visitor(text: str) -> None:
    """A buyer's place and the name of an exchange."""
    assert elsewhere_in(text) == ""
