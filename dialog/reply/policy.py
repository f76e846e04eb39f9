"""What to do with what was found: the one place where a turn's course is decided. Pure.

The order is the safety: a person in need before everything, then what must not be helped with,
then law by look-up, then what the knowledge holds with a measured chance, then small talk, and
last the honest "not known".
"""

from __future__ import annotations

import re
from typing import Literal

import msgspec

from dialog.messages import Outcome
from dialog.reply.cues import PLAINLY, UNSAFE_SURE
from dialog.reply.english_names import EnglishName
from dialog.reply.intent import SOCIAL, IntentGuess
from dialog.reply.item_sides import ItemSide
from dialog.reply.pointed import PROBABLE, apart, pointed_to
from dialog.reply.told_sides import ToldSide
from dialog.reply.wished import Wish
from knowledge.answers.comparing import Comparison
from knowledge.answers.graph import GraphFinding
from knowledge.answers.law_enforcing import Enforcers
from knowledge.answers.law_findings import LawFinding
from knowledge.answers.tables import Ruling
from knowledge.findings import Findings
from knowledge.search.fusion import FEATURES, Candidate
from knowledge.search.targets import Target
from knowledge.text import normalise
from knowledge.types import Gap, Intent, Origin

DISTRESS = 0.35
UNSAFE = 0.5
HELD = 0.93  # From there a document is surely meant; reviewed words harm nobody.
OUTSIDE = 0.3
OUTSIDE_SURE = 0.7  # The same where the knowledge holds something that may be related.
RULED = 0.97
CLAIMED = 0.95
"""The chance of an answer from claims, whose words are all used up by the question."""
CATALOGUE = ("recommend_product", "recommend_vendor", "news")
"""Intents that a choice from the catalogue or from the news answers."""
_RECOMMEND = re.compile(r"推荐|recommend|suggest", re.IGNORECASE)
"""What asks to be shown something."""
SOCIAL_SURE = 0.4
CHAT_SURE = 0.7
"""What the intent model must say of small talk, its vaguest kind: a question about the desk that is
taken for chat gets a friendly nothing instead of an honest "not known"."""
RECOMMEND = 0.4
EVIDENCE = 4
"""Documents that a language model may word."""
WISHED = 0.8
"""What the intent model must say of a wish for the catalogue that comes before what is known."""


class Decision(msgspec.Struct, frozen=True, tag_field="kind"):
    """The root of all decisions. ``chance``: how likely the reply will be right."""

    chance: float


class Stored(Decision, frozen=True, tag="stored"):
    """Say a document's locked words. ``part``: of one step or item alone; 0 for all."""

    target: Target
    part: int = 0


class Both(Decision, frozen=True, tag="both"):
    """Say what is held of each of two things whose difference is asked for."""

    compared: Comparison


class Article(Decision, frozen=True, tag="article"):
    """Say what the look-up of a law gave."""

    finding: LawFinding


class Rule(Decision, frozen=True, tag="ruling"):
    """Say what a decision table concludes, or ask for what it must know first."""

    ruling: Ruling


class GraphAnswer(Decision, frozen=True, tag="graph"):
    """Say the claims."""

    finding: GraphFinding


class Recommend(Decision, frozen=True, tag="recommend"):
    """Show catalogue items or the latest news. ``wish``: what is wished for, where it stands not in
    the text itself. ``shown``: what was shown for it already. ``side``: whether others are asked
    for, a price, or the whole list, or nothing of the kind is there."""

    what: Intent
    wish: str = ""
    shown: tuple[str, ...] = ()
    side: Literal["", "more", "price", "none", "all"] = ""


class Beside(Decision, frozen=True, tag="beside"):
    """Say what is known of a wish, and show what the catalogue has for it. ``offer_first``: what is
    offered is told before what is known. ``priced``: the price of the items is asked for, which
    they do not tell."""

    first: Decision
    items: Recommend
    offer_first: bool = False
    priced: bool = False


class Choose(Decision, frozen=True, tag="choose"):
    """Say that the desk does not choose, and what the choice hangs on. ``among``: what it is to
    choose from; nothing where nothing was told, ``any`` where nobody said what it should be,
    ``wish`` where nobody said what they have come for, ``worry`` where they told what
    befell others, ``tongue`` where they wrote in another language; ``classed`` where they ask which
    of the things told they are themselves. ``ruling``: the table that decides it, with the question
    that is open. ``shown``: what was told."""

    among: Literal["", "any", "wish", "worry", "tongue", "told", "items", "classed"] = ""
    ruling: Ruling | None = None
    shown: tuple[str, ...] = ()


class OfItems(Decision, frozen=True, tag="items"):
    """Say sides of catalogue items that were shown. ``items``: their ids with their places in the
    list (0 where no place is named); without any, ask which one is meant. ``shown``: how many the
    list had; ``listing``: of what. ``earlier``: other matters came between, so that the list is
    named. ``beyond``: the place asked for that the list does not have."""

    sides: tuple[ItemSide, ...]
    items: tuple[tuple[int, str], ...]
    shown: int
    listing: Literal["product", "vendor", "item"]
    earlier: bool = False
    beyond: int = 0


class OfTold(Decision, frozen=True, tag="told"):
    """Say on what the reply before rests, since when that holds, who punishes a breach of it, or
    what a breach costs, in the order of ``sides``. ``origins``: on what it rests; ``entries``: what
    told it. ``enforcers``, ``penalty``, ``force``: what its laws say of that; ``None`` = nothing is
    held."""

    sides: tuple[ToldSide, ...]
    origins: tuple[Origin, ...]
    entries: tuple[str, ...]
    enforcers: Enforcers | None = None
    penalty: LawFinding | None = None
    force: LawFinding | None = None


class InEnglish(Decision, frozen=True, tag="in_english"):
    """Say what a thing is called in English."""

    name: EnglishName


class Unknown(Decision, frozen=True, tag="unknown"):
    """Say that it is not known, with a gap's own words or with pointers that assert nothing.
    ``still``: it is asked of a matter that was not known either. ``named``: the nearest was named
    before; ``shown``: what is stored under it stood on a card before; ``alike``: it is asked for in
    the very words. ``evidence``: what may bear on it all the same; a language model, where there is
    one, is first let word that."""

    gap: Gap | None = None
    related: tuple[Candidate, ...] = ()
    still: bool = False
    named: bool = False
    shown: bool = False
    alike: bool = False
    evidence: tuple[Candidate, ...] = ()


class Preparing(Decision, frozen=True, tag="preparing"):
    """Say that the search is still being made ready: what it would find is not known yet."""

    related: tuple[Candidate, ...] = ()


class AskBack(Decision, frozen=True, tag="ask_back"):
    """Ask of what. ``near``: what may be meant, or was offered before ``of`` was asked."""

    near: tuple[Candidate, ...]
    of: Target | None = None


class AskCharacters(Decision, frozen=True, tag="ask_characters"):
    """Ask for Chinese characters: the question came in pinyin that could mean several things."""


class Social(Decision, frozen=True, tag="social"):
    """Say a stored reply. ``topic``: of which of its intent, where that is known."""

    intent: Intent
    outcome: Outcome
    topic: str = ""


def decide(
    findings: Findings,
    guess: IntentGuess,
    *,
    preparing: bool = False,
    elliptic: bool = False,
    spoken_of: bool = False,
    going_on: bool = False,
    wished: Wish | None = None,
) -> Decision:
    """The course of a turn. ``preparing``: judges or models are still being built. ``elliptic``:
    the question lacks its object, so that nothing can be said of where it belongs. ``spoken_of``:
    the conversation has named a matter, so that it is known of what it asks. ``going_on``: it
    belongs to that matter by its words, so that it cannot be foreign to the desk. ``wished``: what
    it asks for in plain words that the catalogue has."""
    if findings.match == "exact" and findings.exact is not None:
        return stored(findings.exact, findings.chance, part=findings.part)
    return (
        _guarded(findings, guess)
        or (_from_the_catalogue(findings, guess, wished) if wished is not None else None)
        or _known(findings)
        or (_without_object(findings, spoken_of=spoken_of) if elliptic else None)
        or _desk(guess, findings)
        or (Preparing(1.0, _unknown(findings).related) if preparing else None)
        or _not_known(findings, guess, ours=going_on)
    )


def _guarded(findings: Findings, guess: IntentGuess) -> Decision | None:
    """A person in need, and what must not be helped with."""
    if guess.distress >= DISTRESS:
        return Social(guess.distress, "distress", "handoff")
    sure = PLAINLY if findings.chance >= HELD else UNSAFE_SURE
    if guess.unsafe >= (sure if findings.band == "answer" else UNSAFE):
        return Social(guess.unsafe, "unsafe", "refused")
    return None


def _from_the_catalogue(findings: Findings, guess: IntentGuess, wished: Wish) -> Decision | None:
    """A choice from the catalogue for who wishes to see something: 有没有医疗数据 is not whether
    such data may be traded. What is known of that very wish is said first; what is only known of
    wishes at large (how to search the catalogue) is not. Law and rulings come before."""
    if wished.buys and _rules(findings.ruling):
        items = Recommend(WISHED, wished.what, wish=wished.text)
        known = _known(findings)
        return known and Beside(known.chance, known, items, offer_first=True)
    if findings.law is not None or findings.ruling is not None:
        return None
    best = findings.best if findings.band == "answer" else None
    if wished.side == "price":
        return _priced(best, findings, wished)
    if wished.buys and best is not None and _intent(best) not in CATALOGUE:
        return Beside(
            findings.chance,
            stored(best, findings.chance),
            Recommend(WISHED, wished.what, wish=wished.text),
            offer_first=True,
        )
    if guess.intent != wished.what or guess.chance < WISHED:
        ours = wished.open or guess.in_scope >= PROBABLE
        plainly = wished.plain and best is None and ours
        return Recommend(WISHED, wished.what, wish=wished.text) if plainly else None
    items = Recommend(guess.chance, wished.what, wish=wished.text)
    if best is None or not (isinstance(best.document, Gap) or _intent(best) == guess.intent):
        return items
    if not wished.named:  # What is known of another field (理赔) is no answer to theirs.
        return None if not wished.field or _speaks_of(best, (wished.field,)) else items
    if isinstance(best.document, Gap):
        # Who asks to be recommended something (推荐几款) does not ask how many there are.
        told = _intent(best) in CATALOGUE or _RECOMMEND.search(wished.text) is None
    else:
        told = _speaks_of(best, wished.named)
    if told:
        return Beside(findings.chance, stored(best, findings.chance), items)
    return items


def _rules(ruling: Ruling | None) -> bool:
    return ruling is not None and (ruling.settled or bool(ruling.possible))


def _priced(best: Target | None, findings: Findings, wished: Wish) -> Decision:
    """What is known of prices, with the things of the catalogue whose price is asked for."""
    if best is not None and isinstance(best.document, Gap):
        items = Recommend(findings.chance, wished.what)
        return Beside(findings.chance, stored(best, findings.chance), items, priced=True)
    return Recommend(RULED, wished.what, side="price")


def _intent(target: Target) -> Intent | None:
    return getattr(target.document, "intent", None)


def _speaks_of(target: Target, named: tuple[str, ...]) -> bool:
    """Whether a document is about what is named, by its own wordings."""
    wordings = normalise(" ".join(target.questions))
    return any(normalise(name) in wordings for name in named)


def _known(findings: Findings) -> Decision | None:
    """What the knowledge holds: law, rulings, documents, claims."""
    if findings.law is not None and not _yields(findings.law, findings):
        return Article(0.97, findings.law)
    if findings.compared is not None:
        return Both(CLAIMED, findings.compared)
    ruling = findings.ruling
    if ruling is not None and ruling.settled and not _only_a_case(ruling, findings):
        return Rule(RULED, ruling)
    if findings.graph is not None and findings.chance < CLAIMED and ruling is None:
        return GraphAnswer(CLAIMED, findings.graph)
    best = findings.best
    if best is not None and findings.band == "answer" and not _conflict(findings):
        return stored(best, findings.chance)
    if ruling is not None and (ruling.settled or ruling.ask or ruling.possible):
        return Rule(RULED, ruling)
    if findings.graph is not None:
        return GraphAnswer(CLAIMED, findings.graph)
    return None


def _yields(law: LawFinding, findings: Findings) -> bool:
    """Whether something else says it better than the look-up: what is known of a law that is not
    held, a ruling on figures, a reviewed answer to what a law says of a matter today."""
    best = findings.best if findings.band == "answer" and not _conflict(findings) else None
    if law.status == "not_held" and law.article is None:
        return best is not None and isinstance(best.document, Gap)
    if law.status != "about_matter" or law.aspect in ("every", "places", "no_figure"):
        return False
    ruled = findings.ruling is not None and findings.ruling.settled
    return ruled or (best is not None and not law.dated and not best.of_another_law(law.law))


def _only_a_case(ruling: Ruling, findings: Findings) -> bool:
    """Whether a case is told without the figures that make it the table's alone, and a document may
    answer it better."""
    needs = set(ruling.table.needs)
    return findings.band == "answer" and not (needs and needs <= set(ruling.slots))


def _without_object(findings: Findings, *, spoken_of: bool) -> Decision:
    if spoken_of:
        return _unknown(findings)
    return AskBack(1.0 - findings.chance, findings.candidates)


def _desk(guess: IntentGuess, findings: Findings) -> Decision | None:
    """What a desk says without knowledge: small talk, a person, the catalogue. Where a document on
    the assistant probably answers, that is named instead of who the assistant is."""
    near = findings.best if findings.band == "related" and findings.chance >= PROBABLE else None
    if guess.intent == "about_assistant" and near is not None and _intent(near) == guess.intent:
        return _unknown(findings)
    sure = CHAT_SURE if guess.intent == "small_talk" else SOCIAL_SURE
    if guess.intent in SOCIAL and guess.chance >= sure:
        return Social(guess.chance, guess.intent, social_outcome(guess.intent))
    if guess.intent in CATALOGUE and guess.chance >= RECOMMEND:
        return Recommend(guess.chance, guess.intent)
    return None


def _not_known(findings: Findings, guess: IntentGuess, *, ours: bool) -> Decision:
    """Outside of the desk's matters, or not known; with pointers where some may be related."""
    related, outside = findings.band == "related", 1.0 - guess.in_scope
    # Who names a thing of the field is at the right desk, and what is likelier meant is asked back.
    ours = ours or (related and not findings.unnamed and outside < PLAINLY)
    if not ours and outside >= (max(OUTSIDE_SURE, findings.chance) if related else OUTSIDE):
        return Social(outside, "out_of_scope", "refused")
    unknown = _unknown(findings)
    if not related:
        return unknown
    return msgspec.structs.replace(unknown, evidence=findings.candidates[:EVIDENCE])


def _unknown(findings: Findings) -> Unknown:
    near = pointed_to(findings)
    far = apart(findings)
    return Unknown(1.0 - findings.chance, related=near, named=far, alike=findings.alike)


def _conflict(findings: Findings) -> bool:
    """Whether the question states a number that the best candidate does not know."""
    if not findings.candidates or findings.size_told:
        return False
    best = findings.candidates[0]
    return bool(best.features[FEATURES.index("number_conflict")])


def stored(target: Target, chance: float, *, part: int = 0) -> Decision:
    """The course of saying what a document holds."""
    if isinstance(target.document, Gap):
        return Unknown(chance, gap=target.document)
    return Stored(chance, target, part)


def social_outcome(intent: Intent) -> Outcome:
    """How a turn ends that a stored reply answers."""
    return "handoff" if intent == "ask_person" else "smalltalk"
