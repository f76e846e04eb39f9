"""What is near by its words and is another thing: another city's exchange, the desk itself, the
part that the visitor told they have not."""

from __future__ import annotations

import pytest

from dialog.parts import Prepared
from dialog.reply.several import parts_of
from tests.reply.test_same_case import talk


@pytest.mark.parametrize(
    "texts",
    [
        ("打听一下北京的数据交易所",),
        ("怎么入驻", "那北京的数据交易所呢"),
        ("想了解下贵阳的数据交易所",),
        ("你们跟北京的数据交易所有啥区别",),
        ("说说广州数据交易所的情况",),
    ],
)
async def test_no_other_city_is_told_of(prepared: Prepared, texts: tuple[str, ...]) -> None:
    """Who asked of Beijing was told what Shenzhen once ruled."""
    heard = await talk(prepared, *texts)
    assert "深圳的" not in heard.text
    assert "深圳写" not in heard.text
    assert not any("深圳" in offer for offer in (*heard.offered, *heard.pointers))


async def test_who_alone_is_not_the_desk(prepared: Prepared) -> None:
    """But 你是谁 is."""
    for text in ("谁", "是谁的观点", "谁在监管"):
        heard = await talk(prepared, text)
        assert not any("迎宾" in offer for offer in (*heard.offered, *heard.pointers))
        assert "迎宾" not in heard.text
    assert (await talk(prepared, "你是谁")).done.entries == ("entry.assistant-who",)


async def test_whose_opinion_goes_with_its_question(prepared: Prepared) -> None:
    """Cut in two, neither was known."""
    text = "为什么要把所有权绕开呢，是谁的观点"
    assert parts_of(text) == [text]
    assert len(parts_of("挂牌要多久，是谁规定的")) == 2
    heard = await talk(prepared, "三权分置是什么", text)
    assert "所有权" in heard.text


async def test_a_seller_is_not_asked_whether_they_sell(prepared: Prepared) -> None:
    """Nor is a buyer; who told neither is."""
    asked = "您是卖"
    assert asked not in (await talk(prepared, "我想卖数据", "我是新手，从哪里开始")).text
    assert asked not in (await talk(prepared, "我想买数据", "我是新手，从哪里开始")).text
    assert asked in (await talk(prepared, "我是新手，从哪里开始")).text


@pytest.mark.parametrize("text", ["The turbines are yellow", "Our helmets were blue"])
async def test_no_card_is_far_from_every_word(prepared: Prepared, text: str) -> None:
    """A card shares a word with the question, or none is shown."""
    heard = await talk(prepared, text)
    assert not any("Generative" in offer for offer in (*heard.offered, *heard.pointers))
