"""Data of people who did not agree are traded once they are anonymised, and never a client's."""

from __future__ import annotations

import pytest

from dialog.parts import Prepared
from knowledge.answers.once_anonymised import once_anonymised
from knowledge.answers.table_words import stated
from knowledge.text import normalise
from tests.knowledge.test_table_days import TABLES
from tests.reply.test_same_case import talk

FORBIDDEN = TABLES["table.forbidden-data"]


@pytest.mark.parametrize(
    ("text", "treatment"),
    [
        ("会员没同意，消费记录匿名化以后能卖吗", "anonymised"),
        ("我们自己会员的手机号，会员没授权，彻底匿名化了能卖吗", "anonymised"),
        ("without consent, may we list the phone records after anonymising them?", "anonymised"),
        ("会员没同意，手机号还没匿名化，能卖吗", "none"),
        ("客户没同意，匿名化也做不到，能卖吗", "none"),
        ("没有同意的手机号能卖吗", "none"),
    ],
)
def test_what_was_not_agreed_to_counts_until_it_is_done(text: str, treatment: str) -> None:
    assert stated(FORBIDDEN, text).get("treatment") == treatment


@pytest.mark.parametrize(
    "text",
    ["匿名化了一部分以后能卖吗", "没匿名化以后怎么办", "匿名化后留着对照表", "加密以后能卖吗"],
)
def test_in_part_it_is_not_done(text: str) -> None:
    assert not once_anonymised(normalise(text))


@pytest.mark.parametrize(
    ("text", "entry"),
    [
        ("客户没同意，匿名化以后能卖吗", "personal-anonymised"),
        ("our customers never agreed, can we sell the data once anonymised?",
         "personal-anonymised"),
        ("客户没同意，我们替他们做标注的数据匿名化以后能卖吗", "entry.project-left-data"),
        ("从中介买来的名单，业主没同意，匿名化以后能卖吗", "illegal-source"),
    ],
)  # fmt: skip
async def test_whose_they_are_decides_first(prepared: Prepared, text: str, entry: str) -> None:
    """A client's and a bought list stay what they are."""
    assert entry in (await talk(prepared, text)).done.entries
