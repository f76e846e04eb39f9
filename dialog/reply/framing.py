"""What is said around a reply, by what the visitor said instead of simply asking on."""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec

from dialog.phrases import phrase
from dialog.reply.asides import aside_asked
from dialog.reply.aspects import asks, aspects_of
from dialog.reply.before_opening import with_opening
from dialog.reply.beginning import Begun
from dialog.reply.blaming import blames
from dialog.reply.context import Said, nameless
from dialog.reply.corrected import corrected
from dialog.reply.doubting import dismisses, grumbles, recalls, remembered
from dialog.reply.fact_noted import fact_noted
from dialog.reply.facts_added import adds_to_case, fact_told
from dialog.reply.first_step import asks_first_step
from dialog.reply.further_data import further_goods
from dialog.reply.grief import only_denies_death
from dialog.reply.halves_told import as_named, halves_told
from dialog.reply.holds_here import with_place
from dialog.reply.may_destroy import with_destroying
from dialog.reply.named_firm import with_firm
from dialog.reply.of_today import of_today
from dialog.reply.onward import OnwardWriter
from dialog.reply.past_record import recalled, record_of, tells_record, with_record
from dialog.reply.picking import denies, numbered
from dialog.reply.premise import binding, insisted_premise, quoted
from dialog.reply.question import Exchange, Question
from dialog.reply.recalled import of_same_kind
from dialog.reply.recalled_words import as_recalled
from dialog.reply.sides_told import other_side
from dialog.reply.spoken_of import sides_spoken_of
from dialog.reply.steps_wanted import wishes_steps
from dialog.reply.taken_wrong import protest_of
from dialog.reply.told_again import STORED, asked_on, missed, told_again
from dialog.reply.told_once import told_once
from dialog.reply.valid_until import asks_until_when, whole_of, with_last_day
from dialog.reply.worded_picks import place_picked
from dialog.reply.words import Frame, Line, Words
from dialog.reply.wrongs import own_slip
from knowledge.findings import Findings
from knowledge.search.targets import Target
from knowledge.snapshot import PLAIN
from knowledge.text import normalise

_NO_WORDS_OF_OURS = ("care",)
"""Routes before whose words nothing of ours stands."""
_HEARD = ("misguessed", "unclear")
"""Protests that are told to be heard also where the reply begs pardon for something else."""
_SORRY = re.compile(r"抱歉|不好意思|对不起|\bsorry\b", re.IGNORECASE)
_BESIDE = 2
"""Documents near the goods that are named beside a step."""


def _near(findings: Findings) -> tuple[Target, ...]:
    """The documents near a question."""
    near = findings.candidates if findings.band != "unknown" else ()
    return tuple(c.target for c in near)


def framed(
    frame: Frame,
    words: Words,
    begun: Begun,
    *,
    meant: Said,
    asked: Question,
    found: Findings,
) -> Words:
    """The words as they are said to who does not simply ask on. ``found``: what was found for
    it."""
    if words.route == "table" and words.outcome == "answered":
        words = _with_open_half(frame, words, meant.text, found)
    words = _framed(frame, words, begun, meant=meant, asked=asked, found=found)
    return with_firm(frame, words, meant.text)


def _framed(
    frame: Frame,
    words: Words,
    begun: Begun,
    *,
    meant: Said,
    asked: Question,
    found: Findings,
) -> Words:
    onward, near = OnwardWriter(frame), _near(found)
    if begun.doubted:
        return _held(frame, words, begun.doubted)
    if begun.elsewhere and begun.found:
        return onward.elsewhere(words, begun.elsewhere)
    if begun.of_place is not None:
        return onward.of_other_place(words, begun.of_place)
    if grumbles(meant.text) and not dismisses(meant.text) and not blames(meant.text):
        return onward.narrower(words, sides_spoken_of(frame.snapshot, asked.exchanges))
    thrown_back = bool(asked.exchanges) and only_denies_death(meant.text)
    if (denies(meant.text, asked.exchanges) or thrown_back) and words.route != "care":
        return onward.not_that()
    if found.which:
        return onward.which_of(near)
    unknown = words.outcome == "unknown" and not words.entries
    instead = _when_unknown(frame, words, meant.text, asked) if unknown else None
    if instead is not None:
        return instead
    of_steps = _of_steps(frame, words, meant.text, asked, found)
    if of_steps is not None:
        return of_steps
    last = asked.exchanges[-1] if asked.exchanges else None
    same = last is not None and last.entries != () and last.entries == words.entries
    told = frame.snapshot.index.target(words.entries[0]) if same else None
    settled = words.outcome != "clarify"
    # 办什么手续 asks for the ruling itself, and for no side of it.
    anew = found.ruling is not None and found.ruling.same
    if last and settled and told and not anew and other_side(meant.text, last, told):
        return onward.other_side(words, sides_spoken_of(frame.snapshot, asked.exchanges))
    before = fact_noted(frame, words, meant, asked, found) if same else None
    before = before or _told_before(frame, words, begun, meant=meant, asked=asked, found=found)
    if before is not None:
        return before
    if missed(meant, asked.exchanges, words):
        return onward.not_asked(words)
    if last is None or not same:
        return words
    still_open = last.outcome == words.outcome == "clarify"
    asks_on = nameless(meant.text) and asks(meant.text)
    return onward.depends(words) if still_open and asks_on else words


def _held(frame: Frame, words: Words, text: str) -> Words:
    """The answer that a text doubts, or of which it recalls something."""
    if recalls(text):
        return as_recalled(frame, words, text)
    return OnwardWriter(frame).held(words, remembered(text))


def _with_open_half(frame: Frame, words: Words, text: str, found: Findings) -> Words:
    """A ruling, with what else a text told of on which it does not rule."""
    halves = halves_told(text, found.ruling)
    if halves is None:
        return words
    english = frame.language == "en"
    said = phrase(
        "group_open" if halves.counted else "half_open",
        frame.language,
        ruled=as_named(halves.ruled, english=english),
        open=as_named(halves.open, english=english),
    )
    line = Line(said, "next_step", locked=False, language=frame.language)
    return msgspec.structs.replace(words, outcome="partial", lines=(*words.lines, line))


def _told_before(
    frame: Frame, words: Words, begun: Begun, *, meant: Said, asked: Question, found: Findings
) -> Words | None:
    """What is said instead of words that were told a moment ago; ``None`` where they were not."""
    of_day = asks_until_when(whole_of(meant.text, asked.exchanges))
    if of_day or tells_record(recalled(meant.text, begun.before)):
        return None  # What it decides of that was not told before.
    if wishes_steps(meant.text):
        return None  # They are wanted as they stand.
    goods, _ = further_goods(begun.typed, begun.before)
    stored = words.outcome == "answered" and words.route != "table"
    if goods and stored and any(words.entries == e.entries for e in begun.before):
        return of_same_kind(frame, words, goods)
    onward = OnwardWriter(frame)
    fact = fact_told(begun.text, begun.before)
    if fact and words.route != "table":
        if not any(words.entries == e.entries for e in begun.before) or not words.entries:
            return None
        return told_once(frame, words, fact) or onward.as_before(words, _near(found), denied=False)
    if adds_to_case(meant.text, asked.exchanges) and words.outcome == "answered":
        told = any(words.entries == e.entries for e in asked.exchanges)
        return onward.as_added(words) if told else words
    again = told_again(meant, asked.exchanges, words) if not numbered(meant.text) else ""
    if again == "denied":
        return onward.as_before(words, _near(found), denied=True)
    once = _told_once(frame, words, begun, meant=meant, asked=asked, found=found)
    if once is not None and (once.sources or not again):
        return once
    return onward.as_before(words, _near(found), denied=False) if again else None


def _told_once(
    frame: Frame, words: Words, begun: Begun, *, meant: Said, asked: Question, found: Findings
) -> Words | None:
    """What of a document that was just told speaks of what is asked now; ``None`` where it was not
    told, or is asked for by its very wording."""
    exact = found.match == "exact" and (found.chance > PLAIN or found.part > 0)
    if begun.again or exact or words.route not in STORED or numbered(meant.text):
        return None
    correction = corrected(meant.text, asked.exchanges)
    meant = meant if correction is None else Said(correction.meant)
    segmenter = frame.snapshot.index.segmenter
    if not asked_on(meant, asked.exchanges, words.entries, segmenter):
        return None
    return told_once(frame, words, meant.text)


def with_apology(
    frame: Frame, words: Words, text: str, asked: Question, *, misguessed: bool
) -> Words:
    """The words behind half a sentence to who protests against the reply before: that it was taken
    wrong, or only said the same again; or that what was guessed was wrong."""
    misguessed = misguessed and not own_slip(normalise(text))
    kind = "misguessed" if misguessed else protest_of(text, asked.exchanges)
    if not kind or words.route in _NO_WORDS_OF_OURS or words.outcome in ("refused", "handoff"):
        return words
    sorry = any(_SORRY.search(line.text) for line in words.lines if not line.locked)
    if sorry and kind not in _HEARD:
        return words
    name = f"heard_{kind}" if sorry else f"protest_{kind}"
    line = Line(phrase(name, frame.language), locked=False, language=frame.language)
    return msgspec.structs.replace(words, lines=(line, *words.lines))


def with_passing(frame: Frame, words: Words, text: str, before: Sequence[Exchange]) -> Words:
    """The words, with what of them did not hold yet on the day that a text asks about or does not
    hold where the visitor is, and a word on what it asks in passing."""
    opened = with_opening(frame, words, text)
    if opened is not words:
        return opened  # That is told of its own days.
    told = recalled(text, before)
    words = words if asks_until_when(whole_of(text, before)) else of_today(frame, words, told)
    words = with_destroying(frame, words, text, before)
    words = with_record(frame, words, record_of(told, before))
    words = with_last_day(frame, words, text, before)
    words = with_place(frame, words, text, before)
    passing = aside_asked(text)
    if not passing:
        return words
    word = Line(phrase(f"aside_{passing}", frame.language), locked=False, language=frame.language)
    return msgspec.structs.replace(words, lines=(*words.lines, word))


def _of_steps(
    frame: Frame, words: Words, text: str, asked: Question, found: Findings
) -> Words | None:
    """What is said of a step to who asks for the first one with goods of theirs, or for what the
    step does not say."""
    if words.route != "procedure":
        return None
    if found.part and asks_first_step(text):
        return OnwardWriter(frame).beside(words, _near(found)[:_BESIDE])
    if numbered(text) and _side_lacks(text, words):
        sides = sides_spoken_of(frame.snapshot, asked.exchanges)
        return OnwardWriter(frame).other_side(words, sides)
    return None


def _side_lacks(text: str, words: Words) -> bool:
    """Whether a time or a fee of a step is asked for, and the step says nothing of it."""
    wanted = aspects_of(text) & {"time", "fee"}
    held = aspects_of(" ".join(line.text for line in words.lines))
    return bool(wanted) and not wanted & held


def _when_unknown(frame: Frame, words: Words, text: str, asked: Question) -> Words | None:
    """What is said instead of words that nothing is known, to who picks what was not shown, or
    wants a statement confirmed."""
    premise = insisted_premise(text, asked.exchanges)
    if premise is not None and words.route in ("none", "near") and binding(premise):
        return OnwardWriter(frame).not_borne_out(words, quoted(premise))
    return OnwardWriter(frame).which() if words.route != "law" and place_picked(text) else None
