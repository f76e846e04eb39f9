"""Documents that a visitor takes, told one by one under their questions, with what is asked besides
before or behind them."""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable, Sequence

import msgspec

from dialog.reply.aspects import asks
from dialog.reply.clauses import without_lead
from dialog.reply.corrected import corrected
from dialog.reply.neighbours import Part, english_title
from dialog.reply.question import Exchange
from dialog.reply.several import parts_of, settled, together
from dialog.reply.words import Words
from knowledge.findings import Findings, Taken
from knowledge.search.targets import Target
from knowledge.text import is_english, key, normalise

_OBJECTS = re.compile(
    r"^(?:不过|但是?|可是|而且|另外|还有|(?:but|however|and|also)\b)[,，、 ]*", re.IGNORECASE
)
"""What objects to, or adds to, a thing that was just agreed to."""
_LEADS = re.compile(
    r"^(?:算了|好吧|行吧?|我(?:的意思)?(?:刚才|其实|还|想|就|要)*(?:是)?(?:想)?(?:问|说)(?:的是|1下|一下)?(?=[,，:：])"
    r"|(?:what )?(?:i (?:just |really )?(?:mean|meant|wanted to (?:ask|know))|i was asking)"
    r"(?: (?:was|is))?(?=[:, ]))[,，:：、 ]*",
    re.IGNORECASE,
)
"""What only leads to a question that is asked besides."""
_ASKED = (Exchange("", "answered"),)

_ECHO = re.compile(
    r"(?:不过|但是?|嗯|那|,| )*(?:就是|主要是?|其实|只是?|光)我?(?:[想要])?"
    r"(?:问|知道|了解|看|听|关心)?(?:的是|1?下)?.{1,6}?[?。!吧呢啊 ]*"
)
"""What says, in a few words, which side of what is taken is wanted: 就是谁负责."""

PartOf = Callable[[str, Sequence[Part]], Awaitable[Part]]
"""What is known of a question behind others."""


async def told_together(
    taken: Taken, of_target: Callable[[Target], Part], part_of: PartOf
) -> tuple[Words, float] | None:
    """The reply to what is taken and asked besides with its chance; ``None`` where that is one
    document alone. What only tells more of the case adds nothing."""
    ones = [_titled(of_target(t), t, f"{taken.first}{taken.then}") for t in taken.targets]
    told = {p.words.entries for p in ones}
    first = [p for t in _questions(taken.first) if (p := await part_of(t, []))]
    if first and ones and not first[-1].known and not taken.besides:
        # 那由谁来做，看第一个: it says of what is taken what is wanted of it.
        first.pop()
    then = [await part_of(t, ones) for t in _questions(taken.then)]
    objects = _OBJECTS.match(taken.then) is not None
    first = [p for p in first if _adds(p, told, objects=False)]
    then = [p for p in then if _adds(p, told, objects=objects)]
    asking = asks(taken.then) or objects
    if not (asking or all(p.known for p in then)):
        then = []
    parts = (*first, *ones, *then)
    if not parts or (len(parts) == 1 and ones and (taken.first or taken.then)):
        return None
    chance = min(p.decision.chance for p in parts)
    return together([(p.text, p.words) for p in parts]), chance


async def told_behind(
    read: Part, target: Target, then: str, part_of: PartOf
) -> tuple[Words, float] | None:
    """The reply to what is asked behind a yes to a document that the visitor had ``read`` already,
    which is not told again; ``None`` where nothing else is asked, or that tells it."""
    read, told = _titled(read, target, then), {read.words.entries}
    parts = [await part_of(t, [read]) for t in _questions(then)]
    parts = [p for p in parts if asks(p.text) and _adds(p, told, objects=False)]
    if not parts:
        return None
    chance = min(p.decision.chance for p in parts)
    alone = parts[0].words if len(parts) == 1 else None
    return alone or together([(p.text, p.words) for p in parts]), chance


def _adds(part: Part, told: set[tuple[str, ...]], *, objects: bool) -> bool:
    """Whether a part asks or objects, or is known itself, and is none of what is told anyway."""
    if not settled(part.words) or (part.words.entries and part.words.entries in told):
        return False
    if _ECHO.fullmatch(normalise(part.text)):
        return False
    return part.known or asks(part.text) or objects


def _questions(text: str) -> list[str]:
    """The questions of a text that stands before or behind what is taken."""
    correction = corrected(text, _ASKED) if text else None
    text = correction.meant if correction is not None and not correction.of_self else text
    texts = (without_lead(_LEADS.sub("", _OBJECTS.sub("", t))) for t in parts_of(text))
    return [t for t in texts if key(t)]


def _titled(part: Part, target: Target, besides: str) -> Part:
    """What a document tells, under its question."""
    english = is_english(besides) if besides else is_english(part.text)
    whole = Findings("exact", exact=target)
    title = (english and english_title(whole)) or target.questions[0]
    return msgspec.structs.replace(part, text=title.rstrip("？?"))
