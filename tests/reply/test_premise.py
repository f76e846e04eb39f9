"""Statements that a visitor wants confirmed."""

from __future__ import annotations

import pytest

from dialog.hearing import listen
from dialog.parts import Prepared
from dialog.reply.premise import insisted_premise, of_premise, premise_of, quoted
from dialog.reply.question import Exchange
from knowledge.findings import Findings
from tests.reply.test_compose import DAY, snapshot

HELD = snapshot()


@pytest.mark.parametrize(
    ("text", "statement"),
    [
        ("我们是开诊所的，想买点病历做研究，听说你们这里不查来源，对吧", "你们这里不查来源"),
        ("朋友跟我说登记证书要两年才下来，是真的吗？", "登记证书要2年才下来"),
        ("据说数据交易不用交税", "数据交易不用交税"),
        ("你们不是财政部直接管的吗？领导是这么说的", "是财政部直接管的"),
        ("交易所难道不是公益机构么", "是公益机构"),
        ("I heard that the exchange buys back what is not sold, right?", None),
        ("Aren't you a branch of a bank?", "you are a branch of a bank"),
    ],
)
def test_the_statement_is_read(text: str, statement: str | None) -> None:
    """Without the story before it and the words that ask for it."""
    premise = premise_of(text)
    assert premise is not None
    if statement is not None:
        assert premise.statement == statement


@pytest.mark.parametrize(
    "text",
    [
        "地图能卖吗，听说管得很严",
        "听说要备案，材料有哪些",
        "不是说取消了吗",
        "你们不是说要审核吗",
        "我听说过你们",
        "个人信息是什么",
        "这不是骗人吗",
    ],
)
def test_other_questions_state_nothing(text: str) -> None:
    """What is asked beside hearsay is the question."""
    assert premise_of(text) is None


def test_a_statement_may_be_insisted_on() -> None:
    """In its own words, where it was not known."""
    text = "你们不是财政部直接管的吗"
    before = (Exchange(text, "unknown"),)
    again = insisted_premise("我就问是不是财政部管", before)
    assert again is not None
    assert quoted(again) == "财政部直接管的"
    assert insisted_premise("那保证金要交吗", before) is None
    assert insisted_premise("是不是财政部管", (Exchange(text, "answered", ("entry.a",)),)) is None


def test_a_long_statement_is_not_quoted() -> None:
    """It would be read out whole."""
    premise = premise_of(f"听说{'这里的数据' * 7}，对吧")
    assert premise is not None
    assert quoted(premise) == ""


async def test_the_statement_is_searched() -> None:
    """What settles it is the answer; what is near it is a pointer and never more; an answer to the
    whole is kept."""
    answer = HELD.find("处理敏感个人信息要做影响评估吗", DAY)
    related = HELD.find("处理敏感的个人信息前，影响评估做不做", DAY)
    text = "我们做体检的，听说处理敏感个人信息不用做影响评估，对吧"

    async def settles(question: str) -> Findings:
        return answer if "不用" not in question else Findings("none")

    async def near(question: str) -> Findings:
        return related

    found = await of_premise(text, Findings("none"), settles)
    assert found is not None
    assert found.best == answer.best
    pointing = await of_premise(text, Findings("none"), near)
    if related.band == "related":
        assert pointing is not None
        assert (pointing.band, pointing.chance) == ("related", 0.0)
    assert await of_premise("体检要评估吗", Findings("none"), near) is None


async def test_what_nothing_bears_out_is_said_so(prepared: Prepared) -> None:
    """With the statement, and the bidding not to rely on it, also where it is insisted on."""
    text = "你们不是财政部直接管的吗？我报告里都这么写的"
    heard = await listen(prepared.turn, text, (), DAY)
    assert heard.done.outcome == "unknown"
    assert "财政部直接管" in heard.text
    assert "没有能证实它的出处" in heard.text
    plain = await listen(prepared.turn, "挂牌要经过审核吗", (), DAY)
    assert "证实" not in plain.text
