"""Whether answers read well, claims agree or say who speaks, dates hold, samples say so."""

from __future__ import annotations

import re
from collections import defaultdict
from datetime import date

from knowledge.check.findings import Findings, error, warning
from knowledge.pack import Pack
from knowledge.text import key
from knowledge.types import Claim, Entry, Gap, Predicate, Product, Term, Vendor

SHORTEST, LONGEST = 40, 180
"""Characters of an answer that is good to hear."""
SAMPLE = "示例"
_LATIN = re.compile(r"[A-Za-z]")
_FIGURE = re.compile(r"\d[\d,]*(?:\.\d+)?(?![\d,.]*\s*(?:thousand|million|billion|trillion))")


def check_statements(pack: Pack, day: date) -> Findings:
    """All findings about what is said. ``day``: what has ended before it is reported."""
    yield from _answers(pack)
    yield from _claims(pack)
    yield from _ended(pack, day)
    yield from _names(pack)
    yield from _samples(pack)


def _answers(pack: Pack) -> Findings:
    bare = {key(text): c.id for c in pack.all(Claim).values() for text in _said(pack, c)}
    for document in (*pack.all(Entry).values(), *pack.all(Gap).values()):
        size = len(document.answer)
        if isinstance(document, Entry) and not SHORTEST <= size <= LONGEST:
            yield warning(
                "answer_length", document.id, f"the answer has {size} characters",
                mend=f"write {SHORTEST} to {LONGEST}; move what is over into a related entry",
            )  # fmt: skip
        if claim := bare.get(key(document.answer)):
            yield error(
                "bare_answer", document.id, f"the answer is nothing but {claim}",
                mend="write an answer: conclusion, condition, basis, next step",
            )  # fmt: skip
        english = document.english.answer if document.english else ""
        if strange := _strange(english, document.answer):
            yield warning(
                "english_figures", document.id,
                f"the English answer has figures that the Chinese one lacks: {', '.join(strange)}",
                mend="make the two say the same",
            )  # fmt: skip


def _said(pack: Pack, claim: Claim) -> tuple[str, str]:
    predicate = pack.all(Predicate).get(claim.predicate)
    template = predicate.template if predicate else "{subject}{predicate}{object}"
    told = template.format(subject=claim.subject, predicate=claim.predicate, object=claim.object)
    return f"{claim.subject}{claim.predicate}{claim.object}", told


def _strange(english: str, chinese: str) -> list[str]:
    """Figures of three digits and more in one text and not in the other, whichever way written."""
    known = {f.replace(",", "") for f in _FIGURE.findall(key(chinese))}
    known |= {f.replace(",", "") for f in _FIGURE.findall(chinese)}
    found = (f.replace(",", "").rstrip(".") for f in _FIGURE.findall(english))
    return sorted({f for f in found if len(f) >= 3 and f not in known})


def _claims(pack: Pack) -> Findings:
    """Claims that say different things of one subject, at one time, by nobody in particular."""
    groups: dict[tuple[str, str], list[Claim]] = defaultdict(list)
    for claim in pack.all(Claim).values():
        predicate = pack.all(Predicate).get(claim.predicate)
        if predicate is None or not predicate.many:
            groups[claim.subject, claim.predicate].append(claim)
    for group in groups.values():
        for number, left in enumerate(group):
            for right in group[number + 1 :]:
                if left.object != right.object and not _told_apart(left, right):
                    yield error(
                        "contradiction", left.id,
                        f"{left.subject} {left.predicate}: {left.object!r} here, {right.object!r} "
                        f"in {right.id}, and neither date nor speaker tells them apart",
                        mend="give both their as_of, or valid_from and valid_to, or the speaker, "
                        "or allow many values",
                    )  # fmt: skip


def _told_apart(left: Claim, right: Claim) -> bool:
    """Whether two claims may both be true: others speak, or of another time. A date that is
    missing on one side may be the other's and tells nothing."""
    if left.speaker != right.speaker:
        return True
    if left.as_of and right.as_of and left.as_of != right.as_of:
        return True
    if left.valid_to and right.valid_from and left.valid_to < right.valid_from:
        return True
    return bool(right.valid_to and left.valid_from and right.valid_to < left.valid_from)


def _ended(pack: Pack, day: date) -> Findings:
    for document in pack.every():
        last: date | None = getattr(document, "valid_to", None)
        if isinstance(document, Entry | Gap) and last is not None and last < day:
            yield warning(
                "ended", document.id, f"not told any more since {last}",
                mend="renew it, or remove it",
            )  # fmt: skip


def _names(pack: Pack) -> Findings:
    for term in pack.all(Term).values():
        if _LATIN.search(term.id) and not term.pronunciation:
            yield warning(
                "pronunciation", term.id, "has Latin letters and no pronunciation",
                mend="write it as it is said",
            )  # fmt: skip


def _samples(pack: Pack) -> Findings:
    samples = (*pack.all(Product).values(), *pack.all(Vendor).values())
    for document in samples:
        if document.sample and SAMPLE not in document.name:
            yield error(
                "sample", document.id, f"is a sample, and {document.name!r} does not say so",
                mend=f"write {SAMPLE} into the name",
            )  # fmt: skip
