"""What is said to who tells how they feel: one warm sentence that names it, and, where nothing is
asked that could be looked up, what the conversation has settled so far and one next step.

Nothing is asserted anew: what was answered is named by its stored question, to be asked again.
"""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from avatar.tone import Manner
from dialog.messages import Card
from dialog.phrases import phrase
from dialog.reply.again import to_say_again
from dialog.reply.context import MATTERS
from dialog.reply.feeling_told import FeelingTold, behind_feeling, feeling_told
from dialog.reply.manner import Occasion, choose
from dialog.reply.of_the_dead import asks_beside_grief
from dialog.reply.pointed import PROBABLE
from dialog.reply.policy import Choose, Decision, Preparing, Social, Unknown
from dialog.reply.question import Exchange
from dialog.reply.wish_told import tells_a_matter
from dialog.reply.words import Frame, Line, Words
from knowledge.findings import Findings
from knowledge.search.targets import Target
from knowledge.snapshot import Snapshot
from knowledge.text import is_english
from knowledge.types import Feeling, Gap, Language, Opener, Procedure, Product, Reply, Vendor

_MOST = 3
"""Settled questions that are named; more than that is no comfort."""
_WORDINGS = 3
"""Sentences that there are for each feeling; who tells it more often hears none again."""
_FEELINGS: dict[str, Feeling] = {
    "afraid": "anxious",
    "pressed": "anxious",
    "confused": "confused",
    "tired": "disappointed",
    "discouraged": "disappointed",
    "put_off": "disappointed",
    "sent_away": "disappointed",
    "struck": "disappointed",
    "ill": "disappointed",
    "parted": "disappointed",
    "owing": "disappointed",
    "losing": "disappointed",
}
_PLAINER_HELPS = ("confused", "put_off")
"""Feelings that the last answer helps with, put more simply or step by step."""
_OWN_WORDS = ("distress", "complaint")
"""Intents whose words care themselves."""
_CARING = ("near", "worry")
"""Routes before which no guessed feeling is answered: they say themselves that nothing is sure, or
care."""
_TAKEN_FOR = ("out_of_scope", "small_talk", "complaint", "about_assistant")
"""What a feeling alone is taken for."""


class Felt(Decision, frozen=True, tag="felt"):
    """Say what is settled, and one next step. ``told``: the feeling; ``before``: the conversation
    so far."""

    told: FeelingTold
    before: tuple[Exchange, ...] = ()


def instead_of_nothing(
    decision: Decision,
    findings: Findings,
    text: str,
    before: tuple[Exchange, ...],
    snapshot: Snapshot,
) -> Felt | Choose | None:
    """The course for who tells a feeling and asks for nothing that could be looked up; ``None``
    where something is asked, or something is known. Of a matter that is told besides, and of which
    nothing is known, it is asked what is wished."""
    told = feeling_told(text)
    if told is None or not told.alone:
        return None
    if told.kind == "struck":
        nothing = _knows_nothing(decision, findings)
        return Felt(1.0 - findings.chance, told, before) if nothing else None
    if told.trouble:
        return _in_trouble(decision, findings, told, text, before)
    only_felt = told.pure and not told.pleads and findings.match != "exact"
    if isinstance(decision, Social):
        # What the model takes every word of a feeling or a plea for is its guess alone.
        nothing = decision.intent in _TAKEN_FOR or (decision.intent == "unsafe" and told.pure)
    elif isinstance(decision, Unknown):
        # What names nothing of the desk is near something only by what was spoken of before.
        named = not told.pure and bool(snapshot.graph.names.link(text))
        likely = named and findings.chance >= PROBABLE
        nothing = only_felt or (decision.gap is None and not likely)
    elif isinstance(decision, Choose):
        nothing = decision.among == "wish"
    else:
        nothing = only_felt or isinstance(decision, Preparing)
    rest = behind_feeling(text)
    if nothing and not told.pure and tells_a_matter(rest) and not told.pleads:
        if rest == text and isinstance(decision, Unknown) and decision.related:
            return None  # The matter stands in the words of the feeling: what is near it is shown.
        return Choose(1.0 - findings.chance, "wish")
    return Felt(1.0 - findings.chance, told, before) if nothing else None


def _in_trouble(
    decision: Decision,
    findings: Findings,
    told: FeelingTold,
    text: str,
    before: tuple[Exchange, ...],
) -> Felt | None:
    """The course for who tells a trouble of their own life: a word for that alone, whatever it is
    near, unless they tell a matter of the desk besides or are in need."""
    in_need = isinstance(decision, Social) and decision.intent == "distress"
    rest = behind_feeling(text)
    matter = not told.pure and rest != text and tells_a_matter(rest)
    if in_need or matter or findings.match == "exact":
        return None
    return Felt(1.0, told, before)


def _knows_nothing(decision: Decision, findings: Findings) -> bool:
    """Whether a decision has nothing for who tells a misfortune, and asks back for nothing that is
    likely meant."""
    if isinstance(decision, Unknown):
        return decision.gap is None and findings.chance < PROBABLE
    return isinstance(decision, (Choose, Preparing, Social))


def feeling_in(text: str, guessed: Feeling) -> Feeling:
    """The feeling that a text tells in words, else the one that was guessed. Need goes first."""
    told = feeling_told(text)
    if told is None or guessed == "distressed":
        return guessed
    return _FEELINGS.get(told.kind, guessed)


def comfort(frame: Frame, felt: Felt) -> Words:
    """The words of such a turn."""
    language = frame.language
    lines: list[Line] = []
    if opener := _warm(felt.told, felt.before, language):
        lines.append(Line(opener, locked=False, language=language))
    if felt.told.mishap:
        step = phrase(f"struck_{felt.told.mishap}", language)
        lines.append(Line(step, "next_step", locked=False, language=language))
        return Words("smalltalk", tuple(lines), "felt", cards=frame.contact(shown=True))
    if felt.told.trouble:
        here = phrase("trouble_asked" if felt.told.pleads else "trouble_here", language)
        lines.append(Line(here, "next_step", locked=False, language=language))
        return Words("smalltalk", tuple(lines), "felt")
    lines_on, cards = _onward(frame, felt.told, felt.before)
    cards = (*cards, *frame.contact(shown=True))
    return Words("smalltalk", (*lines, *lines_on), "felt", cards=cards)


def with_settled(frame: Frame, words: Words, text: str, before: Sequence[Exchange]) -> Words:
    """The words that nothing is known of what is feared, and behind them what is settled, where
    they lead to nothing else."""
    told = feeling_told(text)
    if told is not None and told.kind == "sent_away" and told.alone and words.route == "faq":
        which = phrase("sent_away_which", frame.language)
        line = Line(which, "next_step", locked=False, language=frame.language)
        return msgspec.structs.replace(words, lines=(*words.lines, line))
    leads = words.entries or any(c.kind != "contact" for c in words.cards)
    if (
        told is None
        or words.outcome != "unknown"
        or leads
        or not settled_in(frame.snapshot, before)
    ):
        return words
    lines, cards = _onward(frame, told, before)
    return msgspec.structs.replace(
        words, lines=(*words.lines, *lines), cards=(*cards, *frame.contact(shown=True))
    )


def _onward(
    frame: Frame, told: FeelingTold, before: Sequence[Exchange]
) -> tuple[tuple[Line, ...], tuple[Card, ...]]:
    """What is settled, or what to start with, and the next step."""
    language, turn = frame.language, len(_felt_before(before))
    settled = settled_in(frame.snapshot, before)
    cards = tuple(_card(frame, t) for t in settled or starters(frame.snapshot, language))
    number = turn % _WORDINGS + 1
    if not settled:
        start = phrase("felt_due" if told.due and not turn else f"felt_start_{number}", language)
        return (Line(start, "next_step", locked=False, language=language),), cards
    titles = (", " if frame.english else "、").join(f"“{_bare(c)}”" for c in cards)
    held = phrase(f"felt_settled_{number}", language, titles=titles)
    key = "felt_tell" if told.tells and not turn else f"felt_next_{number}"
    if told.kind in _PLAINER_HELPS and to_say_again(before) is not None:
        key = f"felt_plainer_{number}"
        cards = (*cards, *(_plea(frame, p) for p in _pleas(settled[0])))
    onward = phrase(key, language)
    return (
        Line(held, locked=False, language=language),
        Line(onward, "next_step", locked=False, language=language),
    ), cards


def manner_of(
    frame: Frame, words: Words, guessed: Feeling, voiced: str, before: Sequence[Exchange]
) -> tuple[Manner, Line | None]:
    """How a reply is said, and the caring sentence in front of it."""
    feeling = "distressed" if asks_beside_grief(voiced) else feeling_in(voiced, guessed)
    manner = choose(Occasion(words.outcome, feeling, words.weight, words.intent))
    return manner, opener_of(frame, feeling, words, voiced, before)


def opener_of(
    frame: Frame, feeling: Feeling, words: Words, text: str, before: Sequence[Exchange]
) -> Line | None:
    """The caring sentence in front of a reply: to a feeling told in words, else to one that was
    guessed."""
    if words.outcome in ("smalltalk", "error") or words.intent in _OWN_WORDS:
        return None
    told, language = feeling_told(text), frame.language
    if asks_beside_grief(text):
        return Line(phrase("condolence", language), "opener", locked=False, language=language)
    if told is not None and told.kind != "unsure" and _may_be_named(words):
        warm = _warm(told, before, language)
        return Line(warm, "opener", locked=False, language=language) if warm else None
    if feeling == "neutral" or words.route in _CARING:
        return None
    for opener in frame.snapshot.pack.all(Opener).values():
        if opener.feeling == feeling and words.outcome in opener.when:
            said = opener.english if language == "en" else opener.text
            return Line(said, "opener", locked=False, language=language)
    return None


def settled_in(snapshot: Snapshot, exchanges: Sequence[Exchange]) -> tuple[Target, ...]:
    """What a conversation has answered so far, newest first, each once."""
    settled: dict[str, Target] = {}
    for exchange in reversed(exchanges):
        answered = exchange.outcome in ("answered", "partial") and exchange.entries
        target = snapshot.index.target(exchange.entries[0]) if answered else None
        if target is None or not target.questions:
            continue
        if not isinstance(target.document, (Gap, Product, Reply, Vendor)):
            settled.setdefault(target.id, target)
    return tuple(settled.values())[:_MOST]


def starters(snapshot: Snapshot, language: Language) -> tuple[Target, ...]:
    """What to start with: the first of what the page offers to ask."""
    profile = snapshot.pack.profile
    questions = profile.starters_english if language == "en" else profile.starters
    found = (snapshot.at_once(question) for question in questions)
    best = (f.best for f in found if f is not None and f.band == "answer")
    return tuple(t for t in best if t is not None and t.questions)[:_MOST]


def shown_to_comfort(snapshot: Snapshot, exchanges: Sequence[Exchange]) -> tuple[Target, ...]:
    """What the reply before named to who told a feeling; empty where it did not."""
    last = exchanges[-1] if exchanges else None
    if last is None or last.outcome != "smalltalk" or last.entries:
        return ()
    felt = feeling_told(last.question)
    if felt is None or felt.mishap or felt.trouble:
        return ()
    language: Language = "en" if is_english(last.question) else "zh"
    return settled_in(snapshot, exchanges[:-1]) or starters(snapshot, language)


def _may_be_named(words: Words) -> bool:
    """Whether a feeling that was told may be named in front of a reply."""
    return words.outcome in MATTERS and words.route not in ("worry", "care")


def _felt_before(exchanges: Sequence[Exchange]) -> list[FeelingTold]:
    told = (feeling_told(e.question) for e in exchanges)
    return [t for t in told if t is not None]


def _warm(told: FeelingTold, before: Sequence[Exchange], language: Language) -> str:
    """A sentence for a feeling that the conversation has not heard; empty where all were said."""
    said = sum(t.kind == told.kind for t in _felt_before(before))
    return phrase(f"felt_{told.kind}_{said + 1}", language) if said < _WORDINGS else ""


def _card(frame: Frame, target: Target) -> Card:
    english = getattr(target.document, "english", None)
    title = str(getattr(english, "question", "") or "")
    return frame.card(Card("ask", target.questions[0], other_title=title))


def _pleas(target: Target) -> tuple[str, ...]:
    """Pleas for what was answered last, put in other words."""
    steps = isinstance(target.document, Procedure)
    return ("felt_ask_plainer", "felt_ask_first_step") if steps else ("felt_ask_plainer",)


def _plea(frame: Frame, name: str) -> Card:
    return frame.card(Card("ask", phrase(name, "zh"), other_title=phrase(name, "en")))


def _bare(card: Card) -> str:
    return card.title.rstrip("？?。.")
