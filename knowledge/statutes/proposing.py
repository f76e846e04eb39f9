"""What taking files would mean: the law that they are, its articles, the report, the changes.

Pure over bytes and over what is held. A proposal with an error is never taken; one with doubts is
taken, and the doubtful articles are never quoted.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

import msgspec

from knowledge.answers.citing import plain_title
from knowledge.documents import admit
from knowledge.errors import InvalidDocumentError
from knowledge.revisions import Key
from knowledge.statutes.articles import Placed, from_rows, from_split, judged
from knowledge.statutes.reading import Row, is_rows, lines_of, rows_of
from knowledge.statutes.remarks import Remark, Severity, UnreadableError
from knowledge.statutes.splitting import clean, name_of, split
from knowledge.store import WHY_LIMIT, Store
from knowledge.types import Document, Law, Statute, StatuteArticle

_TITLE_LENGTH = 80


class Given(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What the person who imports says. Only a law that is not held yet needs more than ``law``.
    ``checked``: rows that ask for a comparison with the official text have had it. ``whole``:
    these files hold the law from its first to its last article."""

    law: str = ""
    title: str = ""
    short: tuple[str, ...] = ()
    level: str = ""
    issuer: str = ""
    family: str = ""
    version: str = ""
    published: date | None = None
    effective_from: date | None = None
    effective_to: date | None = None
    url: str = ""
    source: str = ""
    whole: bool = False
    checked: bool = False


class Held(msgspec.Struct, frozen=True):
    """The laws and statutes that are held now, by the law's id."""

    laws: Mapping[str, Law]
    statutes: Mapping[str, Statute]


class Changes(msgspec.Struct, frozen=True):
    """What would change against the words that are held, by the articles' names."""

    added: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()
    same: int = 0


class Proposal(msgspec.Struct, frozen=True):
    """One law version that files hold. ``documents`` are what taking it would publish."""

    files: tuple[str, ...]
    remarks: tuple[Remark, ...]
    law: Law | None = None
    statute: Statute | None = None
    new_law: bool = False
    changes: Changes = Changes()

    @property
    def errors(self) -> int:
        """How many remarks forbid taking it."""
        return sum(r.severity == "error" for r in self.remarks)

    @property
    def doubts(self) -> int:
        """How many articles would never be quoted."""
        articles = self.statute.articles if self.statute else ()
        return sum(bool(a.doubt) for a in articles)

    @property
    def documents(self) -> tuple[Document, ...]:
        """What taking it would publish; nothing where there is an error."""
        if self.errors or self.law is None or self.statute is None:
            return ()
        return (self.law, self.statute) if self.new_law else (self.statute,)


def held_in(store: Store) -> tuple[Held, dict[Key, int]]:
    """What a store holds of laws, and the newest revision of each, for taking nothing that has
    moved on meanwhile."""
    found = [d for _, d in store.published()]
    held = Held(
        {d.id: d for d in found if isinstance(d, Law)},
        {d.law: d for d in found if isinstance(d, Statute)},
    )
    return held, store.numbers(("law", "statute"))


def summary(proposals: Iterable[Proposal]) -> str:
    """Why a revision is there, for who reads its history."""
    named = "、".join(dict.fromkeys(name for p in proposals for name in p.files))
    return f"Imported from {named}"[:WHY_LIMIT]


class _Stated(msgspec.Struct):
    """What files say of the law that they hold."""

    title: str = ""
    level: str = ""
    issuer: str = ""
    source: str = ""
    published: date | None = None
    effective_from: date | None = None
    effective_to: date | None = None
    unread: set[str] = msgspec.field(default_factory=set[str])


def propose(files: Sequence[tuple[str, bytes]], given: Given, held: Held) -> tuple[Proposal, ...]:
    """A proposal a law: all files are the law that ``given`` names, else each is one of its own."""
    if given.law:
        return (_propose(files, given, held),)
    return tuple(_propose([file], given, held) for file in files)


def _propose(files: Sequence[tuple[str, bytes]], given: Given, held: Held) -> Proposal:
    names = tuple(name for name, _ in files)
    placed: list[Placed] = []
    remarks: list[Remark] = []
    stated = _Stated()
    for name, data in files:
        try:
            found, said = _read(name, data, given, stated, held)
        except UnreadableError as error:
            found, said = [], [error.remark]
        placed.extend(found)
        remarks.extend(said)
    if not placed and not given.law:
        return Proposal(names, _sorted(remarks))
    law, new, said = _law(names[0], given, stated, held)
    remarks.extend(said)
    rows = all(is_rows(name) for name in names)
    articles, said = judged(placed, law.in_doubt if law else (), rows=rows)
    remarks.extend(said)
    if law is None or not articles:
        return Proposal(names, _sorted(remarks), law)
    whole, said = _whole(names[0], law, articles, given)
    remarks.extend(said)
    if new and whole:
        law = msgspec.structs.replace(law, articles=articles[-1].article.number)
    statute = Statute(
        f"statute.{law.id}",
        law.id,
        f"{law.title} {law.version}".strip(),
        tuple(a.article for a in articles),
        whole,
        given.source or stated.source or "、".join(names),
        tuple(f"{name} sha256:{hashlib.sha256(data).hexdigest()}" for name, data in files),
    )
    for kind, document in (("law", law), ("statute", statute)):
        try:
            admit(kind, document)
        except InvalidDocumentError as error:
            code = "too_much" if error.fault == "too_long" else "law_fields"
            remarks.append(Remark("error", code, names[0], detail=str(error)))
    changes = _changes(held.statutes.get(law.id), statute)
    return Proposal(names, _sorted(remarks), law, statute, new, changes)


def _read(
    name: str, data: bytes, given: Given, stated: _Stated, held: Held
) -> tuple[list[Placed], list[Remark]]:
    if not is_rows(name):
        lines = lines_of(name, data)
        found = split(lines)
        known = {plain_title(law.title) for law in held.laws.values()}
        for piece in found.pieces:
            if piece.kind != "before":
                break
            for line in piece.lines:
                title = clean(line.text)
                if not stated.title and plain_title(title) in known:
                    stated.title = title[:_TITLE_LENGTH]
        return from_split(name, found)
    rows = rows_of(name, data)
    placed, remarks = from_rows(name, rows, checked=given.checked)
    for line, row in rows:
        remarks.extend(_state(name, line, row, stated))
    return placed, remarks


def _state(file: str, line: int, row: Row, stated: _Stated) -> Iterable[Remark]:
    """Take over what a row says of its law; every row must say the same."""
    if stated.title and row.law and row.law != stated.title:
        yield Remark("error", "law_mixed", file, line, detail=row.law[:_TITLE_LENGTH])
    stated.title = stated.title or row.law
    for name in ("level", "issuer", "source"):
        setattr(stated, name, getattr(stated, name) or getattr(row, name) or "")
    for name in ("published", "effective_from", "effective_to"):
        text = getattr(row, name)
        if not text or text in stated.unread:
            continue
        try:
            day = date.fromisoformat(text)
        except ValueError:
            # The day of publication is only shown; the dates of force decide.
            severity = "warning" if name == "published" else "error"
            stated.unread.add(text)
            yield Remark(severity, "date", file, line, detail=f"{name}: {text[:20]}")
            continue
        before = getattr(stated, name)
        if before is not None and before != day:
            yield Remark("error", "dates_differ", file, line, detail=f"{name}: {before}, {day}")
        setattr(stated, name, day)
    start, end = stated.effective_from, stated.effective_to
    if start is not None and end is not None and end < start:
        yield Remark("error", "dates_reversed", file, line, detail=f"{start} … {end}")


def _law(
    file: str, given: Given, stated: _Stated, held: Held
) -> tuple[Law | None, bool, list[Remark]]:
    """The law that the files are, whether it is new, and what is the matter with it."""
    if given.law:
        known = held.laws.get(given.law)
        if known is None:
            return _new_law(file, given, stated, held)
    else:
        fitting = [law for law in held.laws.values() if _fits(law, stated, given)]
        if len(fitting) != 1:
            code = "law_several" if fitting else "law_unknown"
            detail = ", ".join(law.id for law in fitting) or stated.title
            return None, False, [Remark("error", code, file, detail=detail)]
        known = fitting[0]
    remarks: list[Remark] = []
    if stated.title and _bare(stated.title) != _bare(known.title):
        remarks.append(Remark("warning", "title", file, detail=f"{stated.title}; {known.title}"))
    for name in ("effective_from", "effective_to"):
        kept = getattr(known, name)
        for day in {getattr(given, name), getattr(stated, name)} - {None, kept}:
            # Where the record knows no end, one that a file names contradicts it as well.
            detail = f"{name}: {day}, held: {kept or 'none'}"
            remarks.append(Remark("error", "dates_contradict", file, detail=detail))
    remarks.extend(_overlaps(file, known, held, severity="warning"))
    if known.effective_from is None:
        remarks.append(Remark("warning", "no_dates", file))
    return known, False, remarks


def _fits(law: Law, stated: _Stated, given: Given) -> bool:
    title = given.title or stated.title
    names = {_bare(n) for n in (law.title, *law.short)}
    if not title or _bare(title) not in names:
        return False
    start = given.effective_from or stated.effective_from
    return start is None or law.effective_from is None or law.effective_from == start


def _new_law(
    file: str, given: Given, stated: _Stated, held: Held
) -> tuple[Law | None, bool, list[Remark]]:
    title = given.title or stated.title
    level, issuer = given.level or stated.level, given.issuer or stated.issuer
    lacking = [n for n, v in (("title", title), ("level", level), ("issuer", issuer)) if not v]
    if lacking:
        return None, True, [Remark("error", "law_fields", file, detail=", ".join(lacking))]
    law = Law(
        given.law,
        title,
        given.short or (plain_title(title),),
        level,
        issuer,
        family=given.family,
        version=given.version,
        published=given.published or stated.published,
        effective_from=given.effective_from or stated.effective_from,
        effective_to=given.effective_to or stated.effective_to,
        url=given.url,
    )
    remarks = list(_overlaps(file, law, held, severity="error"))
    start, end = law.effective_from, law.effective_to
    if start is not None and end is not None and end < start:
        remarks.append(Remark("error", "dates_reversed", file, detail=f"{start} … {end}"))
    if start is None:
        remarks.append(Remark("warning", "no_dates", file))
    return law, True, remarks


def _overlaps(file: str, law: Law, held: Held, *, severity: Severity) -> Iterable[Remark]:
    for other in held.laws.values():
        same = other.family == law.family if law.family else other.title == law.title
        if other.id == law.id or not same:
            continue
        starts_before_end = law.effective_to is None or (
            (other.effective_from or date.min) <= law.effective_to
        )
        ends_after_start = other.effective_to is None or (
            other.effective_to >= (law.effective_from or date.min)
        )
        if starts_before_end and ends_after_start:
            span = f"{other.id}: {other.effective_from or '?'} … {other.effective_to or ''}"
            yield Remark(severity, "overlap", file, detail=span.strip())


def _whole(
    file: str, law: Law, articles: Sequence[Placed], given: Given
) -> tuple[bool, list[Remark]]:
    """Whether the law is held from its first to its last article."""
    numbers = [a.article.number for a in articles if not a.article.part]
    last = numbers[-1] if numbers else 0
    unbroken = numbers == list(range(1, last + 1))
    remarks: list[Remark] = []
    if law.articles is not None:
        remarks.extend(
            a.remark("error", "beyond", str(law.articles))
            for a in articles
            if a.article.number > law.articles
        )
        whole = unbroken and last == law.articles
    else:
        unsure = any(a.article.doubt in ("differs", "swallowed") for a in articles)
        whole = given.whole and unbroken and not unsure
        if given.whole and not whole:
            remarks.append(Remark("error", "whole_gaps", file))
    if not whole:
        known = f"{len(numbers)} of {law.articles}" if law.articles else f"{len(numbers)} articles"
        remarks.append(Remark("warning", "not_whole", file, detail=known))
    return whole, remarks


def _changes(before: Statute | None, after: Statute) -> Changes:
    old = {_key(a): a for a in before.articles} if before else {}
    new = {_key(a): a for a in after.articles}
    return Changes(
        tuple(name_of(*k) for k in new if k not in old),
        tuple(name_of(*k) for k, a in new.items() if k in old and old[k] != a),
        tuple(name_of(*k) for k in old if k not in new),
        sum(old.get(k) == a for k, a in new.items()),
    )


def _key(article: StatuteArticle) -> tuple[int, int]:
    return article.number, article.part


def _bare(title: str) -> str:
    """A title without the state's name, brackets and blanks, for comparing."""
    return re.sub(r"\s+", "", plain_title(title))


def _sorted(remarks: Iterable[Remark]) -> tuple[Remark, ...]:
    rank = {"error": 0, "doubt": 1, "warning": 2}
    return tuple(sorted(remarks, key=lambda r: (rank[r.severity], r.file, r.line)))
