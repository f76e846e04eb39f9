"""What is asked of the contract or the filing to which a ruling led is asked of that."""

from __future__ import annotations

import pytest

from dialog.parts import Prepared
from dialog.reply.on_the_route import on_the_route
from dialog.reply.question import Exchange, Question
from tests.reply.test_compose import DAY
from tests.reply.test_same_case import talk

CASE = "我们要把15万客户的姓名电话传给德国总部"
FEW = "我们要把3万客户的姓名电话传给德国总部"
ENGLISH = "we send names and phone numbers of 150,000 customers to our head office in Germany"
TABLE = "table.cross-border-route"


def _asked(text: str, first: str = CASE, row: str = "national-ordinary-contract") -> Question:
    before = (Exchange(first, "answered", (TABLE, row)),)
    return Question(text, "en" if first == ENGLISH else "zh", before, DAY)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("那合同能用对方的模板吗", "那出境标准合同能用对方的模板吗"),
        ("备案要多久", "标准合同备案要多久"),
        ("谁签字", "出境标准合同谁签字"),
        ("认证能加急吗", "出境认证能加急吗"),
    ],
)
def test_short_names_are_those_of_the_ruling(prepared: Prepared, text: str, meant: str) -> None:
    snapshot = prepared.library.snapshot
    assert on_the_route(snapshot, text, _asked(text)) == meant


@pytest.mark.parametrize(
    "text",
    ["劳动合同里写一句行吗", "交易合同要备案吗", "影响评估谁来做", "网站要备案吗", "挂牌要交什么"],
)
def test_other_papers_are_not(prepared: Prepared, text: str) -> None:
    snapshot = prepared.library.snapshot
    assert on_the_route(snapshot, text, _asked(text)) == text
    assert on_the_route(snapshot, "谁签字", Question("谁签字", "zh", (), DAY)) == "谁签字"


def test_what_is_waived_need_not_be_filed(prepared: Prepared) -> None:
    snapshot = prepared.library.snapshot
    asked = _asked("那合同要备案吗", FEW, "national-ordinary-exempt")
    assert on_the_route(snapshot, asked.text, asked) == "还要签标准合同吗"


@pytest.mark.parametrize(
    ("first", "text", "entry"),
    [
        (CASE, "那合同能用对方的模板吗", "entry.std-contract-wording"),
        (CASE, "合同用中文还是英文", "gap.std-contract-language"),
        (CASE, "谁签字", "entry.std-contract-signers"),
        (ENGLISH, "do we file it in Shanghai or Beijing", "entry.std-contract-office"),
    ],
)
async def test_follow_ups_are_answered(
    prepared: Prepared, first: str, text: str, entry: str
) -> None:
    """By what is held of the standard contract."""
    heard = await talk(prepared, first, text)
    assert heard.done.entries == (entry,)
