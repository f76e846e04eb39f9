"""Who tells what company they are and asks whether they may come is answered for themselves."""

from __future__ import annotations

import pytest

from dialog.hearing import listen
from dialog.parts import Prepared
from dialog.reply.own_company import as_own_company
from tests.reply.test_compose import DAY

FOREIGN = "entry.foreign-owned"


@pytest.mark.parametrize(
    ("text", "entry"),
    [
        ("我们是外商独资的，能不能来", FOREIGN),
        ("我们是台资，想来挂个牌，行不行", FOREIGN),
        ("我们公司是日本独资的，能在你们那卖数据吗", FOREIGN),
        ("我们老板是新加坡人，能入驻吗", FOREIGN),
        ("我们就三个人的小工作室，能来不", "entry.small-company"),
        ("我们是个合伙企业，可以来吗", "entry.admission-conditions"),
        ("我们是医院，能来吗", "entry.institution-join"),
        ("我们是民办的 能来不", "entry.cooperative-seller"),
        ("公司刚注册半个月，能进来卖数据不", "gap.capital"),
        ("We are 100% Japanese-owned, is that a problem?", FOREIGN),
        ("We're a partnership of three, may we join?", "entry.admission-conditions"),
        ("We're a start-up, just registered two weeks ago. Can we come in?", "entry.small-company"),
    ],
)
async def test_it_is_asked_for_themselves(prepared: Prepared, text: str, entry: str) -> None:
    """Not what holds of any data."""
    heard = await listen(prepared.turn, text, (), DAY)
    assert heard.done.entries[0] == entry


@pytest.mark.parametrize(
    "text",
    [
        "我们是外商独资的，会员数据能卖吗",
        "我们是外商独资的，入驻要多久",
        "我们是国企，手里有停车场的数据，能卖吗",
        "我们是外资，数据能传给总部吗",
        "外资能入驻吗",
        "We are a German-owned company and hold patients' records. Can we sell them?",
        "Can a foreign company join?",
        "We are a partnership. How long does it take?",
    ],
)
def test_other_questions_stay(text: str) -> None:
    """On data, on time, and of nobody in particular."""
    assert as_own_company(text) == ""
