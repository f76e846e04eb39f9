"""What greets and says nothing else."""

from __future__ import annotations

import pytest

from dialog.reply.greeting import greets
from dialog.reply.plainly import Plain, said_plainly
from dialog.reply.question import Exchange


@pytest.mark.parametrize(
    "text",
    [
        "你好在吗",
        "您好，在不在",
        "在吗在吗",
        "喂？有人吗",
        "早上好，请问有人在吗",
        "哈喽哈喽",
        "hello anyone there",
        "Hi! Is somebody here?",
        "hey, are you there?",
        "Good morning",
        "anybody home?",
    ],
)
def test_a_greeting(text: str) -> None:
    """Said twice, with or without asking whether anybody is there."""
    assert greets(text)
    assert said_plainly(text, ()) == Plain("greeting")


@pytest.mark.parametrize(
    "text",
    [
        "好",
        "在",
        "你好，怎么入驻",
        "人工在吗",
        "数据在哪里",
        "hello, I want to sell data",
        "is the manager there?",
        "what is here",
        "你好厉害",
    ],
)
def test_what_says_more_is_no_greeting(text: str) -> None:
    """A question, a person by name, a single word that agrees."""
    assert not greets(text)


def test_in_the_midst_of_a_matter() -> None:
    """Who asks whether a person is there asks for one; who asks whether the desk is, greets."""
    told = (Exchange("怎么入驻", "answered", ("procedure.joining",)),)
    assert said_plainly("在吗", told) == Plain("greeting")
    assert said_plainly("有人在吗", told) == Plain("ask_person", "presence")
