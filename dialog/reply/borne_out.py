"""Talk with the desk that the intent model only guesses, and that no word of a text bears out: a
complaint without a word of one (光有想法没有数据，你们收不收), or a question about the assistant
where its opinion is asked of somebody else (你觉得我导师会让我过吗). Pure.

What is taken for such talk gets a stored reply whatever the knowledge holds, and a newcomer who
asks a plain question is told that complaints are not taken here.
"""

from __future__ import annotations

import re

import msgspec

from dialog.reply.cues import OF_ITSELF
from dialog.reply.grief import repeats, speaks_of_death
from dialog.reply.intent import IntentGuess
from dialog.reply.leaving import leaves_business
from dialog.reply.question import Question
from knowledge.snapshot import Snapshot
from knowledge.text import normalise

_COMPLAINS_SURELY = 0.65
"""What the model must say of a complaint that no word shows. Of its own examples half name nothing
of the kind (通知都不发，产品就给下了), and of those it is surer."""
_OPINION = re.compile(
    r"(?:请问|那|哎|[,， ])*(?:你们?|您)(?:觉得|认为|说说|说|看|猜猜?|估计|估摸|预测)[,， ]*"
    r"(?!(?:你|您|自己|这[里儿]))[^你您]{4,}"
    r"|(?:so |and |hey |well |[, ])*(?:do|would) you (?:think|reckon|believe|guess|suppose)"
    r" (?:that )?(?!you)(?:(?!\byour?\b).){4,}"
)
"""Who asks what the desk thinks of others."""


def borne_out(guess: IntentGuess, text: str) -> IntentGuess:
    """A guess of such talk, without its chance where no word bears it out."""
    text = normalise(text).strip()
    unshown = guess.intent == "complaint" and not OF_ITSELF["complaint"].search(text)
    of_others = guess.intent == "about_assistant" and _OPINION.fullmatch(text) is not None
    if of_others or (unshown and guess.chance < _COMPLAINS_SURELY):
        return msgspec.structs.replace(guess, chance=0.0)
    return guess


def need_borne_out(
    guess: IntentGuess, text: str, asked: Question, snapshot: Snapshot
) -> IntentGuess:
    """A guess of need, without it where a part of a text that gives up a business sounds so alone
    (the whole was weighed first), or where a text says again what a reply may have offered."""
    if not guess.distress:
        return guess
    part = text != asked.text and leaves_business(normalise(asked.text))
    if part or (asked.exchanges and _offered(text, snapshot)):
        return msgspec.structs.replace(guess, distress=0.0)
    return guess


def _offered(text: str, snapshot: Snapshot) -> bool:
    """Whether a text that speaks of a death says again a title that a reply may have offered."""
    if not speaks_of_death(text):
        return False
    return any(t.questions and repeats(text, t.questions[0]) for t in snapshot.index.targets)
