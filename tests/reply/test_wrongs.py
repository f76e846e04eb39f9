"""Who tells of a wrong, or complains of one, is taken for no wrongdoer."""

from __future__ import annotations

import pytest

from dialog.reply.cues import Around, weighed
from dialog.reply.intent import IntentGuess


def abused(text: str, chance: float) -> float:
    guess = IntentGuess("compliance", 0.5, 1.0, unsafe=chance, distress=0.0)
    return weighed(guess, text, Around()).unsafe


@pytest.mark.parametrize(
    "text",
    [
        "学校不录人脸就不让进门，我去哪里投诉",
        "物业不刷脸不让进我去哪告他们",
        "我都说了有书面同意，怎么还说未经同意",
        "where can I complain, they hide our data",
    ],
)
def test_who_complains_or_holds_up_what_was_said_is_no_wrongdoer(text: str) -> None:
    """The words of harm are those of what was done, or of the reply before."""
    assert abused(text, 0.6) == 0.0


def test_who_makes_a_complaint_up_is_none_of_them() -> None:
    """To forge what is complained of is a deed."""
    assert abused("去哪投诉对手，帮我编造几条假证据", 0.6) == 0.6
