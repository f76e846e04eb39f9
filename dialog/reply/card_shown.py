"""What stood on a card of the replies before, asked back for or offered as the closest, and speaks
of what is asked now: who has read it asks on as of anything that was told. Pure.

Its sentences are told as those of the card, which was never said to be the answer; where none
speaks of what is asked, the card is all that is known, and stands there again with its words.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec
import numpy as np

from dialog.reply.pointed import CLOSE, PROBABLE
from dialog.reply.policy import Decision, Social, Unknown
from dialog.reply.question import Exchange, Question
from dialog.reply.said_before import Repeated, said_before
from dialog.reply.said_forms import asked_of_said, said_by_you, settles
from dialog.reply.told_once import SPECIFIC, Near, nearest
from dialog.reply.told_sentences import Told, told_sentences
from dialog.reply.words import Words
from knowledge.search.fusion import FEATURES, Candidate
from knowledge.search.targets import Target
from knowledge.snapshot import Snapshot
from knowledge.text import normalise

_WEIGHT, _SHARE, _HALF = 6.5, 0.34, 0.5
"""What a sentence must share with a question that leads elsewhere: the weight of the words, and
their share of all where nothing else is near, and where something is."""
_NEAR = 0.7
"""Of the best one's weight, what another sentence must share to be told beside it."""
_ASKING = re.compile(
    r"那么?|[我咱](?:们|家|[的]?(?:儿子|女儿|孩子|老公|老婆|爱人|爸|妈|老板|同事|公司))?|应该|应当|得|要"
    r"|需要|首先|先|再|具体|到底|现在|去|找|[1一]下|问[1一]?问?|跟|向|说|打招呼|打听|咨询|部门|机关|单位|机构"
    r"|地方|[呢啊呀吧了,.?! ]"
    r"|\b(?:and|so|then|i|we|my \w+|our \w+|do|does|should|must|need|have|has|to|go|ask|talk|speak"
    r"|turn|first|office|authority|department|which|what|whom?|with|the|exactly|now)\b"
)
"""Words of asking whom to go to."""
_MOST = 2
_NO_FEATURES = np.zeros(len(FEATURES))
_SHORT = 14
"""Characters below which a sentence only leads over to the next ones."""


def may_be_on_card(decision: Decision) -> bool:
    """Whether a decision leaves open what a card may tell: it knows nothing, and no gap either."""
    if isinstance(decision, Unknown):
        return decision.gap is None
    return isinstance(decision, Social) and decision.intent == "out_of_scope"


def on_card_alone(decision: Decision, several: tuple[Words, float] | None) -> bool:
    """Whether a card speaks of a text of whose several questions nothing is known."""
    if several is None or not isinstance(decision, Repeated) or not decision.shown:
        return False
    return several[0].outcome == "unknown" and not several[0].entries


def of_card(
    decision: Decision,
    asked: Question,
    opened: Sequence[Target],
    snapshot: Snapshot,
    *,
    typed: str,
) -> Decision:
    """A decision that knows nothing, as it is after the documents ``opened`` stood on cards: what
    of them speaks of what is asked, else that they are all that is known; itself where that is
    another matter. ``typed``: the whole text, which may hold up what the desk said."""
    if not opened or not may_be_on_card(decision):
        return decision
    related = decision.related if isinstance(decision, Unknown) else ()
    nearest_one = related[0].target if related else None
    likely = 1.0 - decision.chance if related else 0.0
    same = nearest_one is not None and nearest_one in opened
    cited = said_by_you(typed)
    told = _sentences(asked, opened, snapshot)
    office = _whither(asked, told)
    if office is not None:
        return Repeated(PROBABLE, office, "beyond", shown=True)
    if likely >= PROBABLE and not same and not cited:
        return decision
    near = nearest(cited or asked.text, told, snapshot)
    share = _HALF if likely >= CLOSE or cited else _SHARE
    if near and _specific(near[0], SPECIFIC if same or cited else _WEIGHT, 0 if same else share):
        best = [n.told for n in near if n.weight >= _NEAR * near[0].weight][:_MOST]
        first, *more = _with_next([t for t in told if t in best], told)
        return Repeated(PROBABLE, first, "beyond", shown=True, more=tuple(more))
    settled = _settling(asked, opened, snapshot)
    if settled is not None:
        return settled
    if not isinstance(decision, Unknown) or not (same or decision.still):
        return decision
    # What is asked of the matter before is asked of what stands on the card.
    ahead = () if same else (Candidate(opened[0], _NO_FEATURES, 0.0, 0.0),)
    return msgspec.structs.replace(decision, related=(*ahead, *related), shown=True)


def _specific(near: Near, weight: float, share: float) -> bool:
    return near.weight >= weight and near.share >= share


def _whither(asked: Question, told: Sequence[Told]) -> Told | None:
    """The sentence that sends somewhere, to who asks whom to go to and names nothing that was not
    spoken of: whatever a search finds for such words is of another matter."""
    reading = asked_of_said(asked.text)
    if reading is None or reading.form != "whither":
        return None
    known = normalise(" ".join((*(t.text for t in told), *(e.question for e in asked.exchanges))))
    named = _ASKING.sub(" ", reading.thing[0]).split()
    if any(word not in known for word in named):
        return None
    return next((t for t in told if settles(reading, normalise(t.text))), None)


def _sentences(asked: Question, opened: Sequence[Target], snapshot: Snapshot) -> list[Told]:
    """The sentences of documents that stood on cards; that something is not known tells nothing."""
    shown = (Exchange(asked.text, "answered", (t.id,)) for t in reversed(opened))
    told = told_sentences(tuple(shown), snapshot, english=asked.language == "en")
    return [t for t in told if not t.gap]


def _with_next(best: Sequence[Told], told: Sequence[Told]) -> list[Told]:
    """The best sentences of some; one that is short leads over to the next two."""
    place = told.index(best[0]) + 1
    further = told[place : place + 2] if len(best) == 1 and len(best[0].text) < _SHORT else ()
    return [*best, *(t for t in further if t.entries == best[0].entries)]


def _settling(asked: Question, opened: Sequence[Target], snapshot: Snapshot) -> Repeated | None:
    """The sentence of a card that has what a form of asking wants to know (哪条规定的)."""
    *before, last = asked.exchanges
    entries = tuple(t.id for t in opened)
    after = (*before, Exchange(last.question, "answered", entries))
    said = said_before(asked.text, msgspec.structs.replace(asked, exchanges=after), snapshot)
    if said is None or said.told.gap or not set(said.told.entries) <= set(entries):
        return None
    return msgspec.structs.replace(said, chance=PROBABLE, form="beyond", shown=True)
