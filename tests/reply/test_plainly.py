"""What asks for nothing that the knowledge could hold."""

from __future__ import annotations

import pytest

from dialog.reply.plainly import said_plainly
from dialog.reply.question import Exchange
from knowledge.types import Intent

POINTED = (Exchange("名册留几年", "unknown"),)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("要找人工", "ask_person"),
        ("我要找人工！", "ask_person"),
        ("能不能转人工客服啊", "ask_person"),
        ("找个真人来说", "ask_person"),
        ("我要找人", "ask_person"),
        ("can I talk to a real person please", "ask_person"),
        ("好", "thanks"),
        ("好的，知道了", "thanks"),
        ("算了", "thanks"),
        ("ok, got it", "thanks"),
        ("are you sure?", "complaint"),
    ],
)
def test_what_is_said_plainly_is_known(text: str, wanted: Intent) -> None:
    """It is answered as what it is, whatever was spoken of before."""
    assert said_plainly(text, POINTED) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "怎么找人工标注的数据",
        "人工智能要备案吗",
        "转人工要等多久",
        "好的数据产品有哪些",
        "可以退吗",
        "我要人",
        "了",
    ],
)
def test_another_word_makes_it_a_question(text: str) -> None:
    """It is searched."""
    assert said_plainly(text, POINTED) is None


def test_an_open_question_may_be_answered_by_it() -> None:
    """A table reads the yes itself; who asks for a person gets one even then."""
    still_open = (Exchange("我要出境", "clarify", ("table.export",)),)
    assert said_plainly("好的", still_open) is None
    assert said_plainly("人工", still_open) == "ask_person"
    assert said_plainly("好的", ()) is None
