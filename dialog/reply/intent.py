"""What a visitor wants: one of the closed list of intents, with a calibrated chance."""

from __future__ import annotations

import re
from typing import cast

import msgspec

from dialog.reply.small_models import Floats, SmallModel
from knowledge.types import Intent

_NEWS = re.compile(
    r"新闻|资讯|动态|近况|消息|新鲜事|风声"
    r"|(?:最近|近期|近来|今年|最新|新)(?:.{0,8}(?:什么|哪些|啥))?(?:新|最新)?的?(?:政策|规定|法规|文件|变化|动向)"
    r"(?!要求|怎么|如何|里|中|对)"
    r"|\b(?:news|headlines?|what's new)\b"
    r"|\b(?:recent|latest|new) (?:policies|policy|rules|regulations|developments|changes)\b",
    re.IGNORECASE,
)

SOCIAL: frozenset[Intent] = frozenset(
    ("greeting", "thanks", "goodbye", "small_talk", "about_assistant", "complaint", "ask_person")
)
"""Intents that stored replies answer."""


class IntentGuess(msgspec.Struct, frozen=True):
    """An intent with its chance. ``in_scope``: the chance that it is about this desk's matters."""

    intent: Intent
    chance: float
    in_scope: float
    unsafe: float
    distress: float


NO_GUESS = IntentGuess("concept", 0.0, 1.0, 0.0, 0.0)
"""Before a model is there: nothing is guessed, nothing is ruled out."""


def asks_for_news(text: str) -> bool:
    """Whether a text asks for what is new, rather than for something that happened one day or for
    what a new rule says."""
    return _NEWS.search(text) is not None


def classify(model: SmallModel | None, text: str, vector: Floats | None) -> IntentGuess:
    """The intent of a question. ``vector``: its embedding when it is at hand."""
    if model is None:
        return NO_GUESS
    guess = model.guess(text, vector)
    chances = guess.chances
    # A dated fact sounds like news; the news as such are told only to who asks for news.
    told = guess.label != "news" or asks_for_news(text)
    return IntentGuess(
        cast("Intent", guess.label),
        guess.chance if told else 0.0,
        1.0 - chances.get("out_of_scope", 0.0),
        chances.get("unsafe", 0.0),
        chances.get("distress", 0.0),
    )
