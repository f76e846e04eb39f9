"""Questions that lack their object, and many questions in one, by the words alone."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from dialog.messages import Outcome
from dialog.reply.aspects import bare, subject_of
from dialog.reply.intent import IntentGuess
from dialog.reply.policy import AskBack, Social, decide
from dialog.reply.several import parts_of, without_urging
from knowledge.findings import Findings


class Case(msgspec.Struct, frozen=True):
    """A text with the questions in it."""

    text: str
    parts: tuple[str, ...]


CASES = [
    msgspec.json.decode(line, type=Case)
    for line in Path(__file__)
    .with_name("several_questions.jsonl")
    .read_text(encoding="utf-8")
    .splitlines()
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.text)
def test_questions_are_cut_where_both_sides_ask(case: Case) -> None:
    """Each question is a part of its own; a listing, a case told first and urging are none."""
    assert tuple(parts_of(case.text)) == case.parts


@pytest.mark.parametrize(
    "text",
    ["罚款最高多少", "要交多少钱？", "大概几天能批下来", "需要什么材料", "How long does it take?"],
)
def test_a_question_without_object_is_asked_back(text: str) -> None:
    """However foreign the model thinks it: what names nothing cannot be out of scope."""
    foreign = IntentGuess("out_of_scope", 0.99, 0.01, 0.0, 0.0)
    assert bare(text)
    assert isinstance(decide(Findings("none"), foreign, elliptic=True), AskBack)


@pytest.mark.parametrize(
    "text", ["今天天气怎么样", "感冒了吃什么药", "闯红灯罚多少", "护照要什么材料", "我该怎么办"]
)
def test_what_names_its_object_is_judged_by_it(text: str) -> None:
    """A question with an object of its own can be out of scope as before."""
    foreign = IntentGuess("out_of_scope", 0.99, 0.01, 0.0, 0.0)
    decision = decide(Findings("none"), foreign, elliptic=bare(text))
    outcome: Outcome = "refused"
    assert isinstance(decision, Social)
    assert decision.outcome == outcome


@pytest.mark.parametrize(
    ("text", "subject"),
    [("挂牌要准备哪些材料", "挂牌"), ("成为数商要什么条件", "成为数商"), ("要多久", "")],
)
def test_the_subject_of_a_question(text: str, subject: str) -> None:
    """What a later, elliptic question is about."""
    assert subject_of(text) == subject


def test_urging_is_taken_off_the_end() -> None:
    """What hurries or thanks is not searched for; what asks stays."""
    assert without_urging("挂牌怎么收费，急，在线等") == "挂牌怎么收费"
    assert without_urging("挂牌怎么收费") == "挂牌怎么收费"
