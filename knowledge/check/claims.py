"""Whether claims agree or say who speaks and of when, stand once, and claim no more than their
source."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterator
from itertools import combinations

from knowledge.check.findings import Findings, error, warning
from knowledge.pack import Pack
from knowledge.text import normalise
from knowledge.types import Claim, Grade, Law, Predicate, Source

_RANKS: dict[Grade, int] = {"法规": 3, "标准": 2, "官方": 1, "媒体": 0, "发言": 0, "第三方": 0}
"""How much a grade claims. What media report, somebody said or others wrote claims equally
little: a report may well hold a speech, and a collection of texts a report."""
_THOUSANDS = re.compile(r"(?<=\d)[,\s](?=\d{3}(?!\d))")
_RANGE = re.compile("(?<=\\d)\\s*[\u2010-\u2015\u2212~〜-]+\\s*(?=\\d)")
_MINUS = re.compile("(?<![\u2010-\u2015\u2212a-z0-9-])[\u2212-](?=\\d)")
_MARKS = re.compile(r"(?:[^\w%‰<>=≤≥±+]|_)+")
_PARTING = (".", ":", "/", "×")
"""Marks between two figures that make another number of them than a comma does."""


def check_claims(pack: Pack) -> Findings:
    """All findings about claims."""
    yield from _contradictions(pack)
    yield from _doubles(pack)
    yield from _grades(pack)


def said(text: str) -> str:
    """A part of a claim without what changes nothing of it: spaces, width, punctuation. What stands
    between two figures (1.5, 3、4, 10—20) or makes one negative stays, in one form."""
    text = _THOUSANDS.sub("", normalise(text))
    text = _MINUS.sub("负", _RANGE.sub("至", text))
    return _MARKS.sub(_mark, text)


def _mark(found: re.Match[str]) -> str:
    before, after = found.string[: found.start()][-1:], found.string[found.end() :][:1]
    if not (before.isdigit() and after.isdigit()):
        return ""
    mark = found.group().strip()
    return mark if mark in _PARTING else ","


def _contradictions(pack: Pack) -> Findings:
    """Claims that say different things of one subject, at one time, by nobody in particular."""
    several = {said(p.id) for p in pack.all(Predicate).values() if p.many}
    for left, right in _pairs(pack, lambda c: (said(c.subject), said(c.predicate))):
        if said(left.predicate) in several or said(left.object) == said(right.object):
            continue
        if not _told_apart(left, right):
            yield error(
                "contradiction", left.id,
                f"{left.subject} {left.predicate}: {left.object!r} here, {right.object!r} "
                f"in {right.id}, and neither date nor speaker tells them apart",
                mend="give both their as_of, or valid_from and valid_to, or the speaker, "
                "or allow many values",
            )  # fmt: skip


def _doubles(pack: Pack) -> Findings:
    """Claims that stand there a second time: who mends one of them leaves the other as it was."""
    told: set[str] = set()
    for left, right in _pairs(pack, lambda c: (said(c.subject), said(c.predicate), said(c.object))):
        # A year and a day of it do not disagree: one of them only tells less.
        dated = left.as_of.startswith(right.as_of) or right.as_of.startswith(left.as_of)
        if right.id in told or not dated or _others(left, right):
            continue
        told.add(right.id)
        yield warning(
            "same_claim", right.id,
            f"says the same as {left.id}: {left.subject} {left.predicate} {left.object!r}",
            mend="keep one of them, and name it wherever the other is named; or tell them apart "
            "by speaker, by as_of, or by valid_from and valid_to",
        )  # fmt: skip


def _pairs(pack: Pack, alike: Callable[[Claim], Hashable]) -> Iterator[tuple[Claim, Claim]]:
    groups: dict[Hashable, list[Claim]] = defaultdict(list)
    for claim in pack.all(Claim).values():
        groups[alike(claim)].append(claim)
    for group in groups.values():
        yield from combinations(group, 2)


def _told_apart(left: Claim, right: Claim) -> bool:
    """Whether two claims may both be true: others speak, or of another time. A date that is
    missing on one side may be the other's and tells nothing."""
    if left.as_of and right.as_of and left.as_of != right.as_of:
        return True
    return _others(left, right)


def _others(left: Claim, right: Claim) -> bool:
    """Whether two claims are of different speakers, or hold on no day together."""
    if said(left.speaker) != said(right.speaker):
        return True
    if left.valid_to and right.valid_from and left.valid_to < right.valid_from:
        return True
    return bool(right.valid_to and left.valid_from and right.valid_to < left.valid_from)


def _grades(pack: Pack) -> Findings:
    """Claims that pass for more than the source is in which they stand."""
    laws, sources = pack.all(Law), pack.all(Source)
    for claim in pack.all(Claim).values():
        origin = laws.get(claim.origin.law) or sources.get(claim.origin.source)
        if origin is not None and _RANKS[claim.grade] > _RANKS[origin.grade]:
            yield error(
                "grade", claim.id, f"grade: is {claim.grade}, and its source {origin.id} is only "
                f"{origin.grade}",
                mend=f"write {origin.grade}, or name the source that is {claim.grade}",
                field="grade",
            )  # fmt: skip
        if claim.grade == "发言" and not (claim.speaker or getattr(origin, "speaker", "")):
            yield warning(
                "no_speaker", claim.id, "speaker: somebody said this, and nobody is named",
                mend="name who said it, here or in its source",
            )  # fmt: skip
