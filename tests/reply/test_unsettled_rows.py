"""A row that does not rule is told as what is not known, of its own day, with whom to ask."""

from __future__ import annotations

import pytest

from dialog.parts import Prepared
from tests.reply.test_same_case import talk

BAVARIA = "2022年4月我们把六万名顾客的体检报告传给慕尼黑总部，那时候要申报吗"


@pytest.mark.parametrize(
    ("texts", "row", "words"),
    [
        ((BAVARIA,), "before-2022-09-personal", ("我不能断定", "请向网信部门或律师核实")),
        ((BAVARIA, "那还要做安全评估吗"), "before-2022-09-personal", ("我不能断定",)),
        (
            ("2025年2月，身份证号能卖吗，已经匿名化了",),
            "personal-otherwise-before-2026-07",
            ("2019年版没有收录", "请向交易机构或律师核实"),
        ),
        (
            ("2021年各种记录分别要保存多久，依据是什么？", "交易平台操作日志"),
            "platform-log-before-2026-07",
            ("我不能断定",),
        ),
    ],
)
async def test_it_is_not_known_and_says_whom_to_ask(
    prepared: Prepared, texts: tuple[str, ...], row: str, words: tuple[str, ...]
) -> None:
    """Nothing of today's law is said of that day; the way to a person stands beside it."""
    heard = await talk(prepared, *texts)
    assert heard.done.outcome == "unknown"
    assert heard.done.entries[1:] == (row,)
    assert all(w in heard.text for w in words)
    assert heard.contact


@pytest.mark.parametrize(
    ("texts", "row"),
    [
        ((BAVARIA.replace("2022年4月", "2023年4月"),), "old-sensitive-many"),
        ((BAVARIA, "放到现在来看呢"), "national-sensitive-assessment"),
        (("2025年2月没有同意的病历能卖吗，没有授权",), "personal-none-before-2026-07"),
        (("2024年各种记录分别要保存多久，依据是什么？", "网络日志"), "network-log-2016"),
        (("2024年3月我的AI内容该加哪种标识，怎么加？", "合成语音"), "synthesis-2023"),
    ],
)
async def test_what_is_held_of_a_day_is_ruled(
    prepared: Prepared, texts: tuple[str, ...], row: str
) -> None:
    """By the law of that day."""
    heard = await talk(prepared, *texts)
    assert heard.done.outcome == "answered"
    assert heard.done.entries[1:] == (row,)


async def test_an_english_visitor_reads_that_it_is_not_settled(prepared: Prepared) -> None:
    """In their language, with the administrative committee to ask."""
    asked = (
        "Our shipping line in Lingang exports personal information of 120000 crew members, none of "
        "it sensitive. Is a standard contract needed?"
    )
    heard = await talk(prepared, asked)
    assert heard.done.entries[1:] == ("zone-shipping-ordinary-unsettled",)
    assert heard.done.outcome == "unknown"
    assert "does not settle" in heard.text
    assert "administrative committee" in heard.text
