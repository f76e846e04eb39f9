"""Whether every wording of a question leads to one document, and whether there are enough."""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator

import msgspec

from knowledge.check.findings import Findings, error, warning
from knowledge.pack import Pack
from knowledge.text import bigrams, key
from knowledge.types import (
    ClosedList,
    DecisionTable,
    Document,
    English,
    Entry,
    Gap,
    NewsItem,
    Procedure,
    Reply,
    Rule,
)

ASKED = (Entry, ClosedList, Procedure, Gap, DecisionTable, NewsItem, Rule, Reply)
"""The kinds that have wordings."""
FEWEST = 5
"""Similar questions that a document should have."""
OVERLAP = 0.6
"""Mean overlap of the similar questions with the question, above which they teach little."""
NEAR = 0.9
"""Overlap (Dice over bigrams) from which two wordings are the same question."""
OUTSIDE = frozenset({"out_of_scope", "small_talk"})
"""Labels of examples that no document answers."""
_TELLING = re.compile(r"\d+(?:\.\d+)?|[不没未无非]")
"""What makes two wordings different questions, however alike they are: figures and negation."""


class Wording(msgspec.Struct, frozen=True):
    """One way of asking for one document. ``main``: it is the document's own question."""

    owner: str
    text: str
    main: bool
    key: str
    pairs: frozenset[str]


def check_wordings(pack: Pack) -> Findings:
    """All findings about questions and their wordings."""
    found = list(_wordings(pack))
    yield from _same(found)
    yield from _near(found)
    yield from _negatives(pack, found)
    yield from _enough(pack)
    yield from _starters(pack, {w.key for w in found})
    yield from _examples(pack, {w.key: w.owner for w in found if w.owner not in pack.all(Reply)})


def check_own_wordings(pack: Pack, document: Document) -> Findings:
    """What of one document's wordings meets another document's, or its own near misses."""
    if not isinstance(document, ASKED):
        return
    own = [
        Wording(document.id, text, main, key(text), frozenset()) for text, main in _asking(document)
    ]
    keys = {w.key for w in own}
    others = [
        Wording(other.id, text, main, spelled, frozenset())
        for kind in ASKED
        for other in pack.all(kind).values()
        if other.id != document.id
        for text, main in _asking(other)
        if (spelled := key(text)) in keys
    ]
    yield from _same([*own, *others])
    yield from _ruled_out(document, keys)


def _wordings(pack: Pack) -> Iterator[Wording]:
    for kind in ASKED:
        for document in pack.all(kind).values():
            for text, main in _asking(document):
                yield Wording(document.id, text, main, key(text), frozenset(bigrams(text)))


def _asking(document: Document) -> Iterator[tuple[str, bool]]:
    """The wordings of a document, and whether each is its own question."""
    english = getattr(document, "english", None)
    similar: tuple[str, ...] = getattr(document, "similar", ())
    asked = english.question if isinstance(english, English) else ""
    for text, main in ((_question(document), True), (asked, True), *((s, False) for s in similar)):
        if text:
            yield text, main


def _question(document: Document) -> str:
    if isinstance(document, NewsItem):
        return document.title
    return str(getattr(document, "question", ""))


def _same(found: list[Wording]) -> Findings:
    """Wordings that meet: between documents an error, inside one a repetition."""
    by_key: dict[str, list[Wording]] = defaultdict(list)
    for wording in found:
        by_key[wording.key].append(wording)
    for name, group in by_key.items():
        if not name:
            yield warning(
                "empty_wording", group[0].owner, f"{group[0].text!r} holds nothing but politeness",
                mend="remove it",
            )  # fmt: skip
            continue
        owners = list(dict.fromkeys(w.owner for w in group))
        if len(owners) > 1:
            yield error(
                "same_wording", owners[0],
                f"{group[0].text!r} stands in {', '.join(owners[1:])} too",
                mend="keep it where the answer is the more specific",
            )  # fmt: skip
        elif len(group) > 1:
            yield warning(
                "repeated_wording", owners[0],
                f"{' and '.join(repr(w.text) for w in group)} are the same to the search",
                mend="keep one of them",
            )  # fmt: skip


def _near(found: list[Wording]) -> Findings:
    """Wordings of different documents that differ by next to nothing, figures and negation apart.

    Only wordings that share one of their rarest pairs can overlap so far, which spares comparing
    all with all.
    """
    often = Counter(p for w in found for p in w.pairs)
    shelf: dict[str, list[int]] = defaultdict(list)
    for number, wording in enumerate(found):
        rare = sorted(wording.pairs, key=lambda p: (often[p], p))
        size = len(rare)
        start = rare[: size - math.ceil(size * NEAR / (2 - NEAR)) + 1]
        for other in sorted({n for p in start for n in shelf[p]}):
            yield from _compare(wording, found[other])
        for pair in start:
            shelf[pair].append(number)


def _compare(left: Wording, right: Wording) -> Findings:
    if left.owner == right.owner or left.key == right.key:
        return
    shared = 2 * len(left.pairs & right.pairs) / (len(left.pairs) + len(right.pairs))
    if shared >= NEAR and _TELLING.findall(left.key) == _TELLING.findall(right.key):
        yield warning(
            "near_wording", left.owner, f"{left.text!r} is nearly {right.text!r} of {right.owner}",
            mend="tell the two questions apart, or keep one",
        )  # fmt: skip


def _negatives(pack: Pack, found: list[Wording]) -> Findings:
    own: dict[str, set[str]] = defaultdict(set)
    for wording in found:
        own[wording.owner].add(wording.key)
    for document in pack.every():
        yield from _ruled_out(document, own[document.id])


def _ruled_out(document: Document, own: Collection[str]) -> Findings:
    for text in getattr(document, "negative", ()):
        if key(text) in own:
            yield error(
                "negative", document.id, f"{text!r} is both asked for and ruled out",
                mend="remove one of the two",
            )  # fmt: skip


def _enough(pack: Pack) -> Findings:
    for kind in (Entry, ClosedList, Procedure, Gap, DecisionTable):
        for document in pack.all(kind).values():
            if len(document.similar) < FEWEST:
                yield warning(
                    "few_wordings", document.id, f"{len(document.similar)} similar questions",
                    mend=f"write at least {FEWEST}, as people really type",
                )  # fmt: skip
            if not document.similar:
                continue
            asked = frozenset(bigrams(document.question))
            mean = sum(_overlap(asked, frozenset(bigrams(s))) for s in document.similar)
            mean /= len(document.similar)
            if mean > OVERLAP:
                yield warning(
                    "alike_wordings", document.id,
                    f"similar questions repeat the question's words (overlap {mean:.2f})",
                    mend=f"ask in other words; {OVERLAP} is the most",
                )  # fmt: skip


def _starters(pack: Pack, known: set[str]) -> Findings:
    """What the page suggests to ask must be answered whatever else is still being prepared."""
    for text in (*pack.profile.starters, *pack.profile.starters_english):
        if key(text) not in known:
            yield error(
                "starter", pack.profile.id, f"suggests {text!r}, the wording of no document",
                mend="suggest a document's own question",
            )  # fmt: skip


def _overlap(left: frozenset[str], right: frozenset[str]) -> float:
    return 2 * len(left & right) / (len(left) + len(right)) if left and right else 0.0


def _examples(pack: Pack, owners: dict[str, str]) -> Findings:
    """Examples that contradict each other or the knowledge."""
    for name, examples in (("intents", pack.intents), ("feelings", pack.feelings)):
        place = f"examples/{name}.jsonl"
        labels: dict[str, str] = {}
        for example in examples:
            spelled = key(example.text)
            known = labels.setdefault(spelled, example.label)
            if spelled and known != example.label:
                yield error(
                    "examples", place, f"{example.text!r} is labelled {known} and {example.label}",
                    mend="decide for one",
                )  # fmt: skip
            if name == "intents" and example.label in OUTSIDE and spelled in owners:
                yield error(
                    "examples", place,
                    f"{example.text!r} is labelled {example.label}; {owners[spelled]} answers it",
                    mend="label it with that document's intent, or take the wording out there",
                )  # fmt: skip
