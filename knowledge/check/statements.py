"""Whether answers read well, dates hold, samples say so."""

from __future__ import annotations

import re
from datetime import date

from knowledge.check.findings import Findings, error, warning
from knowledge.pack import Pack
from knowledge.text import key
from knowledge.types import (
    Claim,
    ClosedList,
    Entry,
    Gap,
    Predicate,
    Procedure,
    Product,
    Rule,
    Term,
    Vendor,
)

SHORTEST, LONGEST = 40, 180
"""Characters of an answer that is good to hear."""
SHORTEST_GIST = 16
"""Characters of a rule's gist below which it hardly says who must do what."""
SAMPLE = "示例"
_OF_SAMPLES = re.compile(
    rf"[“「（(]{SAMPLE}[”」）)]|[种类些]{SAMPLE}|{SAMPLE}(?:产品|公司|数商|目录)"
)
_LATIN = re.compile(r"[A-Za-z]")
_FIGURE = re.compile(r"\d[\d,]*(?:\.\d+)?(?![\d,.]*\s*(?:thousand|million|billion|trillion))")


def check_statements(pack: Pack, day: date) -> Findings:
    """All findings about what is said. ``day``: what has ended before it is reported."""
    yield from _answers(pack)
    yield from _same_answers(pack)
    yield from _halves(pack)
    yield from _gists(pack)
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


def _same_answers(pack: Pack) -> Findings:
    first: dict[str, str] = {}
    for entry in pack.all(Entry).values():
        spelled = key(entry.answer)
        known = first.setdefault(spelled, entry.id) if spelled else entry.id
        if known != entry.id:
            yield warning(
                "same_answer", entry.id, f"{known} has the very same answer",
                mend="join the two, or let each answer its own question",
            )  # fmt: skip


def _halves(pack: Pack) -> Findings:
    """English of which one half is missing, as where a file was cut: the question would find
    nothing to say, or nobody could find the answer."""
    for kind in (Entry, Gap, ClosedList, Procedure):
        for document in pack.all(kind).values():
            english = document.english
            if english is None or (english.question.strip() and english.answer.strip()):
                continue
            has = [n for n in ("question", "answer") if getattr(english, n).strip()]
            lacks = " and ".join(n for n in ("question", "answer") if n not in has)
            yield error(
                "half_english", document.id, f"english: has no {lacks}",
                mend="write both the question and the answer, or leave english out",
                field=f"english.{has[0]}" if has else "english",
            )  # fmt: skip


def _gists(pack: Pack) -> Findings:
    for rule in pack.all(Rule).values():
        if len(rule.gist) < SHORTEST_GIST:
            yield warning(
                "short_gist", rule.id, f"gist: has {len(rule.gist)} characters",
                mend=f"say in {SHORTEST_GIST} or more who must do what",
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
    for document in (*pack.all(Entry).values(), *pack.all(Gap).values()):
        english = document.english.answer if document.english else ""
        spoken = _OF_SAMPLES.search(f"{document.answer}{english}") is not None
        if spoken and not (isinstance(document, Entry) and document.sample):
            yield warning(
                "speaks_of_samples", document.id,
                f"the answer speaks of {SAMPLE}, which may not be shown",
                mend="leave that out, or mark an entry that is only about them sample: true",
            )  # fmt: skip
