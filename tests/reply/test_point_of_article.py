"""A point that is asked of an article and that nothing held of it says is told to be missing."""

from __future__ import annotations

from datetime import date

import pytest

from dialog.hearing import Heard, listen
from dialog.parts import Prepared
from dialog.reply.turn import Models, Replier

TODAY = date(2026, 11, 22)


async def hear(prepared: Prepared, text: str) -> Heard:
    """A whole turn over the shipped pack."""
    replier = Replier(lambda: prepared.library.snapshot, Models())
    return await listen(replier, text, (), TODAY)


@pytest.mark.parametrize(
    ("text", "point", "told"),
    [
        ("个保法66条的营业额，按整个集团还是单家公司算？", "按整个集团还是单家公司算", "5000万元"),
        ("个人信息保护法第五十五条规定的影响评估要多少钱", "影响评估要多少钱", "五种情形"),
        ("网络安全法第二十三条的六个月是从哪天算", "六个月是从哪天算", "六个月"),
        ("数据安全法第33条适不适用于个人卖家", "适不适用于个人卖家", "来源"),
        ("PIPL art 40: what is the threshold number?", "what is the threshold number", "store"),
    ],
)
async def test_a_point_that_is_not_held(
    prepared: Prepared, text: str, point: str, told: str
) -> None:
    """What is held of the article is told, and that the point does not stand there."""
    heard = await hear(prepared, text)
    assert heard.done.outcome == "partial"
    assert point in heard.text
    assert told in heard.text
    assert "没有直接写到" in heard.text or "does not directly say" in heard.text


@pytest.mark.parametrize(
    "text",
    [
        "个人信息保护法第五十五条",
        "个保法第五十五条讲什么",
        "个保法第六十六条最高罚多少？",
        "个保法第五十六条的报告要留几年",
        "网安法第二十三条日志留多久？",
        "数安法第三十六条由谁批准",
        "标准合同办法第七条几天内备案",
        "网安法21条现在是哪条",
        "PIPL Article 31: what age counts as a child?",
        "《数据安全法》第三十三条要求中介留存记录吗",
    ],
)
async def test_an_article_that_says_it(prepared: Prepared, text: str) -> None:
    """An article that holds what is asked, or is asked for as a whole, lacks nothing."""
    heard = await hear(prepared, text)
    assert heard.done.outcome == "answered"
    assert "没有直接写到" not in heard.text
    assert "does not directly say" not in heard.text
