"""Whether a reply is right, wrong or silent, and what it lacks. Pure.

Silent is every outcome that asserts nothing: unknown, refused, handed over, asked back. It is right
where nothing is to be said, and harmless elsewhere; wrong is what was asserted and does not hold.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Literal

import msgspec

from dialog.evaluating.conversations import Cited, Expected, is_pattern
from dialog.hearing import Heard
from knowledge.answers.citing import plain_title
from knowledge.evidence import told
from knowledge.gold import Gold, Statement
from knowledge.pack import Pack
from knowledge.text import normalise
from knowledge.types import Law, Origin, SourceItem

Verdict = Literal["right", "wrong", "silent", "kept"]
"""``kept``: a twin whose evidence stood elsewhere after all; it is counted and not measured."""
ASSERTING = ("answered", "partial")
OWN_WORDS = 0.25
"""Share of a claim's pairs of characters that an entry which rests on it must have, beside all its
figures: such an entry says it in its own words."""
STILL = 0.5
"""Share from which a twin's reply is taken to rest on the same evidence at another place."""
_GRAVE = ("serious", "calm", "empathetic", "apologetic")
_YES = re.compile(r"^是的|^是[，。]|^yes\b", re.IGNORECASE)
_NO = re.compile(r"不是|不属于|不算|并非|不等于|不同|区别|\bno\b|\bnot\b", re.IGNORECASE)


class Judged(msgspec.Struct, frozen=True, kw_only=True):
    """A reply with its verdict. ``answerable``: something was to be said; ``None`` = or not.
    ``lacks``: what fails it, in words. ``whole``: every part was said, where parts were asked for.
    """

    id: str
    kind: str
    question: str
    before: tuple[str, ...] = ()
    expected: str
    text: str
    outcome: str
    tone: str
    route: str
    confidence: float
    milliseconds: float
    entries: tuple[str, ...]
    citations: tuple[str, ...]
    verdict: Verdict
    answerable: bool | None
    lacks: tuple[str, ...] = ()
    tone_fits: bool | None = None
    whole: bool | None = None
    wanted: int = 0
    wanted_cited: int = 0
    cited: int = 0
    cited_rightly: int = 0
    late: bool | None = None
    conversation: str = ""
    turn: int = 0

    @property
    def answered(self) -> bool:
        """Whether the reply asserts something."""
        return self.outcome in ASSERTING


class LawNames:
    """The plain title of a law by its id, title and short names."""

    def __init__(self, pack: Pack) -> None:
        self._laws = pack.all(Law)
        self._plain: dict[str, str] = {}
        for law in self._laws.values():
            for name in (law.id, law.title, plain_title(law.title), *law.short):
                self._plain.setdefault(normalise(name.strip("《》")), plain_title(law.title))

    def plain(self, name: str) -> str:
        """The title as citations carry it; the name itself when no law is called so."""
        return self._plain.get(normalise(name.strip("《》")), name)

    def title(self, origin: Origin) -> str:
        """The plain title of an origin's law."""
        law = self._laws.get(origin.law)
        return plain_title(law.title) if law else origin.law


def stands(text: str, wanted: str) -> bool:
    """Whether an expected text, or a pattern, stands in a reply; numerals count in either way of
    writing."""
    if is_pattern(wanted):
        pattern = re.compile(wanted[1:-1], re.IGNORECASE)
        return any(pattern.search(t) is not None for t in (text, normalise(text)))
    return _bare(wanted) in _bare(text)


def _bare(text: str) -> str:
    return re.sub(r"\s+", "", normalise(text))


def judge_turn(
    heard: Heard,
    expected: Expected,
    names: LawNames,
    *,
    id: str,  # noqa: A002
    kind: str,
    question: str,
    before: tuple[str, ...] = (),
    conversation: str = "",
    turn: int = 0,
) -> Judged:
    """A conversation's reply against what its author expects."""
    done = heard.done
    said = [t for t in expected.absent if stands(heard.text, t)]
    missing = [c for c in expected.expect if not any(stands(heard.body, t) for t in c)]
    uncited = [c for c in expected.cite if not any(_is(c, s, names) for s in heard.sources)]
    content: list[str] = [
        *(f"says {t}" for t in said),
        *(f"does not say {' or '.join(c)}" for c in missing),
        *(f"does not cite {c}" for c in uncited),
    ]
    if expected.outcome and done.outcome not in expected.outcome:
        content.insert(0, f"is {done.outcome}, not {' or '.join(expected.outcome)}")
    tone_fits = done.tone in expected.tone if expected.tone else None
    lacks = [
        *content,
        *([f"sounds {done.tone}, not {' or '.join(expected.tone)}"] * (tone_fits is False)),
    ]
    return _judged(
        heard,
        names,
        id=id,
        kind=kind,
        question=question,
        before=before,
        conversation=conversation,
        turn=turn,
        expected=_told(expected),
        verdict=_verdict(
            done.outcome,
            allowed=not expected.outcome or done.outcome in expected.outcome,
            said=bool(said),
            lacking=bool(content),
        ),
        answerable=_answerable(expected.outcome),
        lacks=tuple(lacks),
        tone_fits=tone_fits,
        wanted=len(expected.cite),
        wanted_cited=len(expected.cite) - len(uncited),
        late=None if expected.within is None else heard.milliseconds > expected.within,
    )


def _verdict(outcome: str, *, allowed: bool, said: bool, lacking: bool) -> Verdict:
    if said or (outcome in ASSERTING and not allowed):
        return "wrong"
    if not lacking:
        return "right"
    # A partial answer says itself that something is not known: what it lacks is not claimed.
    return "wrong" if outcome == "answered" else "silent"


def _answerable(outcomes: tuple[str, ...]) -> bool | None:
    """Whether something is to be said; ``None`` where silence will do as well."""
    asserting = [o in ASSERTING for o in outcomes]
    if all(asserting):
        return True
    return None if any(asserting) else False


def _is(wanted: Cited, item: SourceItem, names: LawNames) -> bool:
    if wanted.source:
        return _bare(wanted.source) in _bare(item.title)
    same = names.plain(wanted.law) == item.law and wanted.article == item.article
    return same and wanted.paragraph in (None, item.paragraph)


def _told(expected: Expected) -> str:
    parts = [
        "/".join(expected.outcome),
        "，".join(" | ".join(c) for c in expected.expect),
        f"not: {'，'.join(expected.absent)}" if expected.absent else "",
        f"cites {'，'.join(map(str, expected.cite))}" if expected.cite else "",
        f"tone {'/'.join(expected.tone)}" if expected.tone else "",
    ]
    return "; ".join(p for p in parts if p)


def judge_gold(heard: Heard, gold: Gold, names: LawNames) -> Judged:
    """A gold question's reply against what is stored."""
    done = heard.done
    asserting = done.outcome in ASSERTING
    answerable = gold.kind not in ("twin", "is_not_a")
    said = [_said(heard, gold, s) for s in gold.statements]
    lacks = _lacks(heard, gold, said) if asserting else ()
    verdict: Verdict = "silent" if answerable else "right"
    if asserting and gold.kind == "twin":
        text = told(heard.body)
        still = any(text.says(told(s.words), least=STILL) for s in gold.statements)
        verdict = "kept" if still else "wrong"
    elif asserting:
        verdict = "wrong" if lacks else "right"
        if lacks and done.outcome == "partial" and answerable:
            # It says itself that something is not known.
            verdict = "silent"
    shown = [s for s in heard.sources if s.law and s.article is not None]
    right = {(names.title(o), o.article) for o in (*gold.cite, *gold.may_cite)}
    wanted = {(names.title(o), o.article) for o in gold.cite if o.article is not None}
    judged = asserting and answerable and verdict == "right"
    fits: bool | None = done.tone != "glad" if not asserting else None
    if asserting and gold.penal:
        fits = done.tone in _GRAVE
    return _judged(
        heard,
        names,
        id=gold.id,
        kind=gold.kind,
        question=gold.question,
        expected="；".join(s.words for s in gold.statements) if answerable else "silence, or no",
        verdict=verdict,
        answerable=answerable,
        lacks=tuple(lacks),
        tone_fits=fits,
        whole=all(said) and not lacks if asserting and len(said) > 1 and answerable else None,
        wanted=len(wanted) if judged else 0,
        wanted_cited=len(wanted & {(s.law, s.article) for s in shown}) if judged else 0,
        cited=len(shown) if judged and right else 0,
        cited_rightly=sum((s.law, s.article) in right for s in shown) if judged else 0,
    )


def _said(heard: Heard, gold: Gold, statement: Statement) -> bool:
    """Whether the reply states a claim: in its words, or as what rests on it says it."""
    reply, words = told(heard.body), told(statement.words)
    if reply.says(words):
        return True
    own = gold.resting.intersection(heard.done.entries)
    return bool(own) and (gold.language == "en" or reply.says(words, least=OWN_WORDS))


def _lacks(heard: Heard, gold: Gold, said: list[bool]) -> tuple[str, ...]:
    text = heard.body
    if gold.kind == "is_not_a":
        return () if _NO.search(text) and not _YES.search(text) else ("does not say no",)
    lacks: list[str] = []
    missing = [s for s, there in zip(gold.statements, said, strict=True) if not there]
    if gold.whole or len(missing) == len(said):
        lacks.extend(f"does not say {s.words}" for s in missing)
    if gold.kind == "is_a" and _NO.search(text.partition("。")[0]):
        lacks.append("says no")
    if gold.count and not _counts(text, gold.count):
        lacks.append(f"does not count {gold.count}")
    if gold.kind == "differing" and gold.language == "zh":
        plain = _bare(text)
        for one in gold.statements:
            if one.speaker and one.speaker not in text:
                lacks.append(f"does not name {one.speaker}")
            if one.as_of and one.as_of[:4] not in plain:
                lacks.append(f"does not date {one.as_of}")
    return tuple(lacks)


def _counts(text: str, count: int) -> bool:
    """Whether a text says how many, or numbers its items up to the last one."""
    return re.search(rf"(?<!\d){count}(?!\d)", normalise(text)) is not None


def _judged(heard: Heard, names: LawNames, **about: object) -> Judged:
    done = heard.done
    cites: Iterable[str] = (
        f"{s.law}第{s.article}条" if s.law and s.article is not None else s.title
        for s in heard.sources
    )
    values: Mapping[str, object] = {
        "text": heard.text,
        "outcome": done.outcome,
        "tone": done.tone,
        "route": done.route,
        "confidence": done.confidence,
        "milliseconds": round(heard.milliseconds, 1),
        "entries": done.entries,
        "citations": tuple(dict.fromkeys(cites)),
        **about,
    }
    return msgspec.convert(values, Judged)
