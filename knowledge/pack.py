"""A pack read from its folder into values, or written back, without loss.

Mistakes are collected over all files and reported together, each with file, place and mend.
Whether the content is *good* is the business of ``knowledge.check``; here it only has to fit the
types and have unique ids.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any, TypeVar, cast

import msgspec
import yaml

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

FILE_LIMIT = 20 * 1024 * 1024
"""Bytes that one file of a pack may have."""

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

D = TypeVar("D", bound=Document)
T = TypeVar("T")
_Safe: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class _Loader(_Safe):  # pyright: ignore[reportUntypedBaseClass]
    """Safe YAML whose dates stay text, so that a partial date and a full one are read alike."""


_Loader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if not tag.endswith(":timestamp")]
    for first, resolvers in _Safe.yaml_implicit_resolvers.items()
}


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
    problems: list[str] = []
    if not (folder / "pack.yaml").is_file():
        raise PackError(folder, ["pack.yaml: missing; name a folder that holds a pack"])
    profile = _convert(_rows(folder / "pack.yaml", problems), Profile, "pack.yaml", problems)
    documents: list[Document] = []
    places: dict[str, str] = {}
    for kind, pattern in LAYOUT:
        for path in sorted(folder.glob(pattern)):
            name = path.relative_to(folder).as_posix()
            for number, row in enumerate(_list(_rows(path, problems), name, problems), 1):
                place = f"{name}, {'line' if path.suffix == '.jsonl' else 'item'} {number}"
                document = _convert(row, kind, place, problems)
                if document is None:
                    continue
                if document.id in places:
                    problems.append(
                        f"{place}: id {document.id!r} is used at {places[document.id]} too"
                    )
                    continue
                places[document.id] = place
                documents.append(document)
    documents = _widened(folder, documents, problems)
    intents = _examples(folder, "intents", Example, problems=problems)
    feelings = _examples(folder, "feelings", Example, problems=problems)
    asked = _examples(folder, "consultations", Consultation, problems=problems)
    if problems or profile is None:
        raise PackError(folder, problems)
    return Pack(profile, documents, intents=intents, feelings=feelings, consultations=asked)


def _widened(folder: Path, documents: list[Document], problems: list[str]) -> list[Document]:
    """The documents with the further wordings of ``wordings/*.jsonl`` added to their own."""
    more: dict[str, Wordings] = {}
    for path in sorted(folder.glob("wordings/*.jsonl")):
        for number, row in enumerate(_list(_rows(path, problems), path.name, problems), 1):
            place = f"wordings/{path.name}, line {number}"
            wordings = _convert(row, Wordings, place, problems)
            if wordings is None:
                continue
            known = more.get(wordings.id, Wordings(wordings.id))
            more[wordings.id] = Wordings(
                wordings.id,
                (*known.similar, *wordings.similar),
                (*known.negative, *wordings.negative),
            )
    found = [_with(d, more.pop(d.id)) if d.id in more else d for d in documents]
    problems.extend(f"wordings/: {name!r} is no document of this pack" for name in more)
    return found


def _with(document: Document, wordings: Wordings) -> Document:
    """A document with further wordings, each once."""
    changes = {
        name: tuple(dict.fromkeys((*getattr(document, name), *getattr(wordings, name))))
        for name in ("similar", "negative")
        if hasattr(document, name)
    }
    return msgspec.structs.replace(document, **changes)


def _examples(folder: Path, name: str, kind: type[T], *, problems: list[str]) -> list[T]:
    path = folder / "examples" / f"{name}.jsonl"
    if not path.is_file():
        return []
    found: list[T] = []
    for number, row in enumerate(_list(_rows(path, problems), path.name, problems), 1):
        example = _convert(row, kind, f"examples/{path.name}, line {number}", problems)
        if example is not None:
            found.append(example)
    return found


def _convert(row: Any, kind: type[T], place: str, problems: list[str]) -> T | None:
    try:
        return msgspec.convert(row, kind, strict=True)
    except msgspec.ValidationError as error:
        label = cast("dict[str, Any]", row).get("id", "") if isinstance(row, dict) else ""
        problems.append(f"{place}{f' ({label})' if label else ''}: {error}")
        return None


def _list(value: Any, name: str, problems: list[str]) -> list[Any]:
    if value is None:
        return []
    if isinstance(value, dict) and "id" in value:
        return [cast("Any", value)]
    if not isinstance(value, list):
        problems.append(f"{name}: a list is wanted, one item a document")
        return []
    return cast("list[Any]", value)


def _rows(path: Path, problems: list[str]) -> Any:
    if path.stat().st_size > FILE_LIMIT:
        problems.append(f"{path.name}: larger than {FILE_LIMIT >> 20} MB; split it")
        return None
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        problems.append(f"{path.name}: byte {error.start} is not UTF-8; save the file as UTF-8")
        return None
    if path.suffix == ".jsonl":
        return _json_lines(text, path.name, problems)
    try:
        # The C loader keeps memory and time of a large file bounded; safe loaders make no objects.
        return yaml.load(text, Loader=_Loader)  # noqa: S506
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        where = f"line {mark.line + 1}" if mark is not None else "somewhere"
        problems.append(f"{path.name}, {where}: {getattr(error, 'problem', error)}")
        return None


def _json_lines(text: str, name: str, problems: list[str]) -> list[Any]:
    rows: list[Any] = []
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        try:
            rows.append(json.loads(line))
        except json.JSONDecodeError as error:
            problems.append(f"{name}, line {number}: {error.msg} at column {error.colno}")
    return rows


def fingerprint(folder: Path) -> str:
    """A hash of all files of a pack; equal folders have equal fingerprints."""
    digest = hashlib.sha256()
    for path in sorted(p for p in folder.rglob("*") if p.suffix in (".yaml", ".jsonl")):
        digest.update(path.relative_to(folder).as_posix().encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()[:16]
