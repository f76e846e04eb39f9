"""Who was sent away by offices, or heard something else from every adviser, complains of others: a
word of understanding, then whom to turn to, or the matter itself."""

from __future__ import annotations

import pytest

from dialog.parts import Prepared
from dialog.reply.feeling_told import behind_feeling, feeling_told, without_feeling
from dialog.reply.sent_away import WHOM, clauses_away, contradicted
from knowledge.text import normalise
from tests.reply.test_same_case import talk

AUTHORITY = "entry.compliance-authority"


@pytest.mark.parametrize(
    "text",
    [
        "三个部门都说不归他们管",
        "跑了好几个单位，都说不归他们管，我到底该找谁",
        "数据局让我找网信办，网信办让我找工信，踢皮球",
        "市里说找区里，区里说找街道",
        "打了五个电话，每个都让我找别人",
        "到处碰壁，没人管我们",
        "Three offices sent me away, each says it's not their job",
        "The cyberspace office says ask the data bureau. Where do I go?",
    ],
)
async def test_who_was_sent_away_hears_whom_to_turn_to(prepared: Prepared, text: str) -> None:
    """Before, it was taken for a complaint of the desk."""
    heard = await talk(prepared, text)
    assert heard.done.entries == (AUTHORITY,)
    assert "推" in heard.text or "sent from one office" in heard.text


async def test_the_matter_beside_it_is_answered(prepared: Prepared) -> None:
    """The feeling is named once in front of it."""
    heard = await talk(prepared, "三个部门互相推，我们出境评估到底找谁")
    assert "一家推一家" in heard.text
    assert AUTHORITY not in heard.done.entries


@pytest.mark.parametrize(
    "text",
    [
        "你们窗口都说不归你们管，我要投诉",
        "你们怎么老是踢皮球",
        "这个不归我们管，能挂牌吗",
        "我们不负责审核，要不要登记",
        "哪些数据不归交易所管",
        "个人信息泄露了不归网信办管吗",
    ],
)
def test_what_is_no_such_complaint(text: str) -> None:
    """A complaint of the desk, what the speakers do themselves, and a question."""
    told = feeling_told(text)
    assert told is None or told.kind != "sent_away"


def test_what_is_searched() -> None:
    """Whom to turn to where nothing else is named; else what stands beside it."""
    assert without_feeling("两个局互相推，那归谁管") == WHOM
    assert behind_feeling("跑了四趟，没人受理，我们想卖数据") == "我们想卖数据"
    clauses = ["3个部门都说不归他们管", "数据能卖吗"]
    assert clauses_away(clauses, english=False) == clauses[:1]


@pytest.mark.parametrize(
    ("clause", "so"),
    [
        ("Every lawyer tells me something different", True),
        ("three consultants gave three answers", True),
        ("Nobody gives me a straight answer", True),
        ("每个律师说的都不一样", True),
        ("nobody can tell us whether that is allowed", False),
        ("our lawyer says we need consent", False),
        ("we have three products", False),
    ],
)
def test_advisers_who_contradict_each_other(clause: str, so: bool) -> None:
    """What somebody says, or asks, is part of the case."""
    assert contradicted(normalise(clause)) is so


CLINIC = "I'm exhausted, every lawyer tells me something different, "


@pytest.mark.parametrize(
    "case",
    [
        "we are a clinic that wants to sell patient data",
        "can patient data be sold?",
        "we have location data from taxis",
    ],
)
async def test_a_feeling_beside_a_story_is_named_once(prepared: Prepared, case: str) -> None:
    """And the matter is answered, or what is wished is asked: no comfort alone."""
    heard = await talk(prepared, CLINIC + case)
    assert heard.text.count("it is tiring") == 1
    assert heard.done.outcome in ("answered", "clarify", "unknown")
    assert "pick one below" not in heard.text


async def test_a_feeling_alone_is_comforted(prepared: Prepared) -> None:
    """Nothing is asked and nothing is told besides."""
    heard = await talk(prepared, "I'm exhausted, every lawyer tells me something different")
    assert heard.done.outcome == "smalltalk"


async def test_others_who_wish_for_data_make_no_wrongdoer(prepared: Prepared) -> None:
    """Before, it could be refused on the model's word."""
    school = "we are a school with exam results and a publisher wants to buy them"
    heard = await talk(prepared, f"This is so frustrating, {school}")
    assert heard.done.outcome != "refused"


def test_need_is_left_in_the_text() -> None:
    """Who is at the end of their strength is read with all their words."""
    text = "我撑不下去了，我们公司想卖数据"
    assert without_feeling(text) == text
