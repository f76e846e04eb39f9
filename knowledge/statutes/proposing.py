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
from knowledge.statutes.changes import Changes, changes_of
from knowledge.statutes.dates import Dates, dates_in, joined
from knowledge.statutes.reading import Row, is_rows, lines_of, rows_of
from knowledge.statutes.remarks import Remark, Severity, UnreadableError
from knowledge.statutes.splitting import clean, split
from knowledge.statutes.wholeness import lost, whole_law
from knowledge.store import WHY_LIMIT, Store
from knowledge.types import Document, Law, Statute

_TITLE_LENGTH = 80


class Given(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What the person who imports says. Only a law that is not held yet needs more than ``law``.
    ``checked``: rows that ask for a comparison with the official text have had it. ``whole``:
    these files hold the law from its first to its last article. ``fewer``: articles or words of a
    law that is held whole are to go."""

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
    fewer: bool = False


class Held(msgspec.Struct, frozen=True):
    """The laws and statutes that are held now, by the law's id."""

    laws: Mapping[str, Law]
    statutes: Mapping[str, Statute]


class Seen(msgspec.Struct, frozen=True):
    """What files say of a law that is not recognised, as far as they do."""

    title: str = ""
    published: date | None = None
    effective_from: date | None = None
    effective_to: date | None = None
    articles: int = 0
    last: int = 0


class Proposal(msgspec.Struct, frozen=True):
    """One law version that files hold. ``documents`` are what taking it would publish."""

    files: tuple[str, ...]
    remarks: tuple[Remark, ...]
    law: Law | None = None
    statute: Statute | None = None
    new_law: bool = False
    changes: Changes = Changes()
    seen: Seen = Seen()

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
    heading: str = ""
    level: str = ""
    issuer: str = ""
    source: str = ""
    published: date | None = None
    effective_from: date | None = None
    effective_to: date | None = None
    texts: Dates = Dates()
    by_text: bool = False
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
    remarks.extend(_dated(given, stated))
    law, new, said = _law(names[0], given, stated, held)
    remarks.extend(said)
    rows = all(is_rows(name) for name in names)
    articles, said = judged(placed, law.in_doubt if law else (), rows=rows)
    remarks.extend(said)
    if law is None or not articles:
        return Proposal(names, _sorted(remarks), law, seen=_seen(given, stated, articles))
    whole, said = whole_law(names[0], law, articles, claimed=given.whole, said=remarks)
    remarks.extend(said)
    before = held.statutes.get(law.id)
    if not given.fewer:
        remarks.extend(lost(names[0], before, articles))
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
    changes = changes_of(before, statute)
    return Proposal(names, _sorted(remarks), law, statute, new, changes)


def _seen(given: Given, stated: _Stated, articles: Sequence[Placed]) -> Seen:
    return Seen(
        given.title or stated.title or stated.heading,
        given.published or stated.published,
        given.effective_from or stated.effective_from,
        given.effective_to or stated.effective_to,
        len(articles),
        articles[-1].article.number if articles else 0,
    )


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
                # Notes of who made it public stand in brackets.
                if not stated.heading and not title.startswith(("（", "(")):
                    stated.heading = title[:_TITLE_LENGTH]
                if not stated.title and plain_title(title) in known:
                    stated.title = title[:_TITLE_LENGTH]
        dates, said = dates_in(name, found, given.title or stated.title)
        stated.texts = joined(stated.texts, dates)
        placed, remarks = from_split(name, found)
        return placed, [*said, *remarks]
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


def _dated(given: Given, stated: _Stated) -> Iterable[Remark]:
    """Take over the dates that texts state, where the person who imports says no other."""
    texts = stated.texts
    day, asked = texts.force, given.effective_from
    stated.published = stated.published or texts.published
    if day is None:
        return
    if asked is not None:
        if asked != day:
            yield Remark("warning", "from_differs", texts.file, texts.line, detail=f"{day}")
    elif texts.differ:
        detail = f"{texts.heading}, {texts.closing}; --from DATE decides"
        yield Remark("error", "dates_differ", texts.file, texts.line, detail=detail)
    elif stated.effective_from not in (None, day):
        detail = f"{stated.effective_from}, {day}"
        yield Remark("error", "dates_differ", texts.file, texts.line, detail=detail)
    else:
        stated.effective_from = day
        stated.by_text = True


def _law(
    file: str, given: Given, stated: _Stated, held: Held
) -> tuple[Law | None, bool, list[Remark]]:
    """The law that the files are, whether it is new, and what is the matter with it."""
    if given.law:
        known = held.laws.get(given.law)
        if known is None:
            return _new_law(file, given, stated, held)
    else:
        fitting = _fitting(held.laws.values(), stated, given)
        if len(fitting) != 1:
            code = "law_several" if fitting else "law_unknown"
            detail = ", ".join(law.id for law in fitting) or stated.title
            return None, False, [Remark("error", code, file, detail=detail)]
        known = fitting[0]
    remarks: list[Remark] = []
    if stated.title and _bare(stated.title) != _bare(known.title):
        remarks.append(Remark("warning", "title", file, detail=f"{stated.title}; {known.title}"))
    remarks.extend(_contradictions(file, known, given, stated))
    remarks.extend(_overlaps(file, known, held, severity="warning"))
    if known.effective_from is None:
        says = "text" if stated.by_text else "file"
        told = f"; the {says} says {stated.effective_from}" if stated.effective_from else ""
        detail = f"--from is for new laws; state it in this law's record{told}"
        remarks.append(Remark("warning", "no_dates", file, detail=detail))
    return known, False, remarks


def _contradictions(file: str, known: Law, given: Given, stated: _Stated) -> Iterable[Remark]:
    """Dates that the files or the options state against the record of a law that is held."""
    for name in ("effective_from", "effective_to"):
        kept = getattr(known, name)
        for day in {getattr(given, name), getattr(stated, name)} - {None, kept}:
            # Where the record knows no end, one that a file names contradicts it as well.
            detail = f"{name}: {day}, held: {kept or 'none'}"
            if name == "effective_from" and kept is None and given.effective_from is None:
                continue  # The record does not know the day: the words are kept, and not quoted.
            if name == "effective_to" or not stated.by_text:
                yield Remark("error", "dates_contradict", file, detail=detail)
            elif kept is not None:
                texts = stated.texts
                detail = f"{detail}; --from {kept} if the text is that version's"
                yield Remark("error", "dates_contradict", texts.file, texts.line, detail=detail)


def _fitting(laws: Iterable[Law], stated: _Stated, given: Given) -> list[Law]:
    """The laws that bear the title and began on the day that files or options state."""
    title = given.title or stated.title
    titled = [law for law in laws if _bare(title) in {_bare(n) for n in (law.title, *law.short)}]
    start = given.effective_from or stated.effective_from
    if not title or start is None:
        return titled if title else []
    if stated.by_text:
        later = any((law.effective_from or date.min) > start for law in titled)
        if len(titled) == 1 or (stated.texts.of_the_act and later):
            # A day in an article is kept by every later version of the act.
            return titled
    return [law for law in titled if law.effective_from in (None, start)]


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
        remarks.append(Remark("warning", "no_dates", file, detail="--from DATE states it"))
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


def _bare(title: str) -> str:
    """A title without the state's name, brackets and blanks, for comparing."""
    return re.sub(r"\s+", "", plain_title(title))


def _sorted(remarks: Iterable[Remark]) -> tuple[Remark, ...]:
    rank = {"error": 0, "doubt": 1, "warning": 2}
    return tuple(sorted(remarks, key=lambda r: (rank[r.severity], r.file, r.line)))
