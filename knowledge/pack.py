"""A pack read from its folder into values, or written back, without loss.

Mistakes are collected over all files and reported together, each with file, place and mend.
Whether the content is *good* is the business of ``knowledge.check``; here it only has to fit the
types and have unique ids.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, TypeVar, cast

import msgspec

from knowledge.pack_files import PackFile, Places
from knowledge.partial_dates import told_with_mend
from knowledge.types import (
    Claim,
    ClosedList,
    Consultation,
    DecisionTable,
    Document,
    Entry,
    Example,
    Gap,
    Law,
    Matter,
    NewsItem,
    Opener,
    Predicate,
    Procedure,
    Product,
    Profile,
    Reply,
    Rule,
    Source,
    Statute,
    Term,
    Vendor,
    Wordings,
)

SHIPPED = Path(__file__).parent / "packs" / "shanghai"

LAYOUT: tuple[tuple[type[Document], str], ...] = (
    (Source, "sources.yaml"),
    (Law, "laws.yaml"),
    (Statute, "statutes/*.jsonl"),
    (Rule, "rules/*.yaml"),
    (Entry, "entries/*.yaml"),
    (Claim, "claims/*.jsonl"),
    (Predicate, "predicates.yaml"),
    (Term, "glossary.yaml"),
    (ClosedList, "lists.yaml"),
    (Procedure, "procedures.yaml"),
    (DecisionTable, "tables/*.yaml"),
    (Gap, "gaps.yaml"),
    (Product, "products.yaml"),
    (Vendor, "vendors.yaml"),
    (NewsItem, "news.yaml"),
    (Reply, "replies.yaml"),
    (Opener, "openers.yaml"),
    (Matter, "matters/*.yaml"),
)
"""Where each kind lives: a pattern below the pack's folder."""

_ROWS = frozenset({".yaml", ".yml", ".jsonl", ".json"})
"""Ends of the names of files that look as if they held documents."""

D = TypeVar("D", bound=Document)
T = TypeVar("T")
K = TypeVar("K", bound="Document | Profile")
_PATH = re.compile(r" - at (?:`key` in )?`\$\.?(?P<path>[^`]*)`$")
_UNKNOWN = re.compile(r"unknown field `(?P<field>[^`]+)`")


class PackError(Exception):
    """A pack could not be read. ``problems`` names each place and its mend."""

    def __init__(self, folder: Path, problems: list[str]) -> None:
        super().__init__(folder, problems)
        self.folder = folder
        self.problems = problems

    def __str__(self) -> str:
        return "\n  ".join([f"pack {self.folder} cannot be read:", *self.problems])


class Pack:
    """All documents of a pack, by kind and by id. Not changed after it is built."""

    def __init__(
        self,
        profile: Profile,
        documents: Iterable[Document],
        *,
        intents: Iterable[Example] = (),
        feelings: Iterable[Example] = (),
        consultations: Iterable[Consultation] = (),
    ) -> None:
        self.profile = profile
        self.documents: dict[type[Document], dict[str, Document]] = {k: {} for k, _ in LAYOUT}
        for document in documents:
            self.documents[type(document)][document.id] = document
        self.intents = tuple(intents)
        self.feelings = tuple(feelings)
        self.consultations = tuple(consultations)

    def all(self, kind: type[D]) -> dict[str, D]:
        """The documents of one kind by id, in the pack's order."""
        return cast("dict[str, D]", self.documents[kind])

    def every(self) -> Iterable[Document]:
        """Every document of every kind."""
        for documents in self.documents.values():
            yield from documents.values()

    def kept(self) -> Iterable[Document | Profile]:
        """Every document and the profile, as the store keeps them."""
        yield self.profile
        yield from self.every()


def read(folder: Path = SHIPPED) -> Pack:
    """The pack in ``folder``. Raises ``PackError`` with everything that is wrong with it."""
    return read_placed(folder)[0]


def read_placed(folder: Path) -> tuple[Pack, Places]:
    """The pack in ``folder``, and where in it each document stands. Raises ``PackError``."""
    if not (folder / "pack.yaml").is_file():
        raise PackError(folder, ["pack.yaml: missing; name a folder that holds a pack"])
    reading = _Reading(folder)
    profiles = [reading.put(*found) for found in reading.each(Profile, "pack.yaml", single=True)]
    documents = [
        reading.put(*found)
        for kind, pattern in LAYOUT
        for found in reading.each(kind, pattern)
        if reading.is_new(*found)
    ]
    documents = reading.widened(documents)
    intents = reading.examples("intents", Example)
    feelings = reading.examples("feelings", Example)
    asked = reading.examples("consultations", Consultation)
    if reading.problems or not profiles:
        raise PackError(folder, reading.problems)
    pack = Pack(profiles[0], documents, intents=intents, feelings=feelings, consultations=asked)
    reading.places.strays = reading.strays()
    return pack, reading.places


class _Reading:
    """A folder while it is read: what is wrong with it, and where its documents stand."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.problems: list[str] = []
        self.places = Places()
        self._used: set[str] = set()
        self._read: set[Path] = set()
        self._unread: set[str] = set()
        self._lost = False
        """A document whose id is not known could not be read."""

    def each(
        self, kind: type[T], pattern: str, *, single: bool = False
    ) -> Iterator[tuple[T, PackFile, int]]:
        """Every value of some files that fits its type, with its file and row."""
        for path in sorted(self.folder.glob(pattern)):
            self._read.add(path)
            name = path.relative_to(self.folder).as_posix()
            file = PackFile(path, name, single=single)
            self.problems.extend(file.problems)
            self._lost = self._lost or not file.whole
            for index, row in enumerate(file.rows):
                try:
                    yield msgspec.convert(row, kind, strict=True), file, index
                except msgspec.ValidationError as error:
                    self._misfit(row, file, index, str(error))

    def _misfit(self, row: Any, file: PackFile, index: int, message: str) -> None:
        label = cast("dict[str, Any]", row).get("id") if isinstance(row, dict) else None
        if isinstance(label, str):
            self._unread.add(label)
        else:
            self._lost = True
        named = f"{label}: " if label else ""
        told = told_with_mend(message)
        self.problems.append(f"{file.place(index, _field(message))}: {named}{told}")

    def put(self, document: K, file: PackFile, index: int) -> K:
        """Note where a document stands."""
        self._used.add(document.id)
        self.places.put(document.id, file, index)
        return document

    def is_new(self, document: Document, file: PackFile, index: int) -> bool:
        """Whether no document before has this one's id; says so where one has."""
        if document.id not in self._used:
            return True
        here, there = file.place(index, "id"), self.places.of(document.id, "id")
        self.problems.append(f"{here}: id {document.id!r} is used at {there} too")
        return False

    def widened(self, documents: list[Document]) -> list[Document]:
        """The documents with the further wordings of ``wordings/*.jsonl`` added to their own."""
        more: dict[str, Wordings] = {}
        where: dict[str, str] = {}
        for wordings, file, index in self.each(Wordings, "wordings/*.jsonl"):
            where.setdefault(wordings.id, file.place(index))
            known = more.get(wordings.id, Wordings(wordings.id))
            more[wordings.id] = Wordings(
                wordings.id,
                (*known.similar, *wordings.similar),
                (*known.negative, *wordings.negative),
            )
        found = [_with(d, more.pop(d.id)) if d.id in more else d for d in documents]
        if not self._lost:
            # Wordings of a document that could not be read follow from what is told already.
            self.problems.extend(
                f"{where[name]}: {name!r} is no document of this pack"
                for name in more
                if name not in self._unread
            )
        return found

    def strays(self) -> tuple[str, ...]:
        """The files that look like a pack's and were not read, but what is built beside them."""
        found = (p for p in self.folder.rglob("*") if p.suffix in _ROWS and p not in self._read)
        names = (path.relative_to(self.folder).as_posix() for path in found)
        return tuple(sorted(name for name in names if not name.startswith("built/")))

    def examples(self, name: str, kind: type[T]) -> list[T]:
        """The examples of a kind that a small model learns from."""
        return [example for example, _, _ in self.each(kind, f"examples/{name}.jsonl")]


def _field(message: str) -> str:
    """The path of the field that msgspec's sentence names."""
    path = _PATH.search(message)
    field = _UNKNOWN.search(message)
    return ".".join(x for x in (path["path"] if path else "", field["field"] if field else "") if x)


def _with(document: Document, wordings: Wordings) -> Document:
    """A document with further wordings, each once."""
    changes = {
        name: tuple(dict.fromkeys((*getattr(document, name), *getattr(wordings, name))))
        for name in ("similar", "negative")
        if hasattr(document, name)
    }
    return msgspec.structs.replace(document, **changes)


def fingerprint(folder: Path) -> str:
    """A hash of all files of a pack; equal folders have equal fingerprints."""
    digest = hashlib.sha256()
    for path in sorted(p for p in folder.rglob("*") if p.suffix in (".yaml", ".jsonl")):
        digest.update(path.relative_to(folder).as_posix().encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()[:16]
