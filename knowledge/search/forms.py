"""The forms of a knowledge's texts, each made once: cut, keyed, read for what it asks and holds.

Making them is most of the time of a first snapshot. They depend on the text and on the words of the
dictionary alone, so they are kept in memory from one snapshot to the next, and in a file from one
start to the next. The file names what it was made by; where that has changed, or the file is
broken, the forms are made anew.
"""

from __future__ import annotations

import functools
import hashlib
import unicodedata
from collections.abc import Callable, Sequence
from importlib.metadata import version
from pathlib import Path
from typing import Generic, TypeVar

import msgspec
import structlog

from knowledge.localities import places_in
from knowledge.search.answer_kinds import cited, figures, held, measures_held
from knowledge.search.asked import numbers_in
from knowledge.search.facets import facets
from knowledge.search.targets import Target, said_of, said_parts, whole_of, whole_parts
from knowledge.search.tokens import StoredRows, Tokens
from knowledge.text import Segmenter, key, normalise, normalise_joined, pairs_of
from knowledge.types import Rule

log = structlog.get_logger(__name__)

T = TypeVar("T")

_KEPT = 1 << 17
"""Forms of one kind that are kept; beyond, they are made anew."""
_RULES = (
    "text",
    "localities",
    "quantities",
    "search/forms",
    "search/tokens",
    "search/facets",
    "search/answer_kinds",
    "search/asked",
    "search/targets",
)
"""The modules of ``knowledge`` that say what a form is."""
_LIBRARIES = ("rjieba", "opencc")
_FEW = 0.05
"""The share of targets that are few."""
_SEAL = 32
"""Bytes before the body of a file."""


class Written(msgspec.Struct, frozen=True, array_like=True):
    """What is read out of a target's texts. ``told``: what a reply says; ``held``: the kinds of
    things in it, ``measures`` what it counts; ``places``: those of which it speaks, ``own_places``
    those that its own question names, or the title of its law."""

    text: str
    told: str
    held: int
    measures: frozenset[str]
    figures: int
    numbers: frozenset[tuple[str, float]]
    places: frozenset[str]
    own_places: frozenset[str]


class Kept(Generic[T]):
    """A function of a text whose results are kept."""

    def __init__(self, make: Callable[[str], T]) -> None:
        self._make = make
        self.known: dict[str, T] = {}

    def __call__(self, text: str) -> T:
        found = self.known.get(text)
        if found is None:
            if len(self.known) >= _KEPT:
                self.known = {}
            found = self.known[text] = self._make(text)
        return found


class Forms:
    """The forms of texts under one segmenter."""

    def __init__(self, segmenter: Segmenter) -> None:
        self._recipe = f"{_rules()} {segmenter.digest}"
        self.pairs = Tokens(pairs_of)
        self.words = Tokens(segmenter.cut)
        self.key = Kept(key)
        self.core = Kept(segmenter.core)
        self.facets = Kept(facets)
        self._written: dict[bytes, Written] = {}
        self.unwritten = 0
        """Targets that were read here and stand in no file."""

    def written(self, target: Target) -> Written:
        """What is read out of a target's texts."""
        digest = _digest_of(target)
        found = self._written.get(digest)
        if found is None:
            if len(self._written) >= _KEPT:
                self._written = {}
            found = self._written[digest] = _read(target)
            self.unwritten += 1
        return found

    def keep(self, path: Path, targets: Sequence[Target]) -> None:
        """Write the forms of these targets where many were made here. What few there are is sooner
        made anew at the next start than all written now, so that an edit costs no file."""
        if self.unwritten <= _FEW * len(targets):
            return
        try:
            self.write(path, targets)
        except OSError as error:
            log.warning("forms.not_written", reason=str(error))

    def write(self, path: Path, targets: Sequence[Target]) -> None:
        """Write the forms of these targets' texts, whole or not at all."""
        wordings = list(dict.fromkeys(q for t in targets for q in t.questions))
        bodies = [t.body for t in targets]
        near = [n for t in targets for n in t.negative]
        whole, said = list(map(whole_of, targets)), list(map(said_of, targets))
        asked = list(dict.fromkeys((*wordings, *near)))
        texts = list(dict.fromkeys((*asked, *bodies, *whole, *said)))
        stored = _Stored(
            texts,
            self.pairs.stored((*wordings, *near, *bodies, *whole), texts),
            self.words.stored((*wordings, *bodies, *said), texts),
            [self.key(text) for text in asked],
            [self.core(text) for text in asked],
            [self.facets(text) for text in wordings],
            {_digest_of(target): self.written(target) for target in targets},
        )
        body = msgspec.msgpack.encode(stored)
        path.parent.mkdir(parents=True, exist_ok=True)
        half = path.with_name(path.name + ".part")
        half.write_bytes(self._seal(body) + body)
        half.replace(path)
        self.unwritten = 0

    def read(self, path: Path) -> bool:
        """Take the forms that were written, if they were made by the same rules; whether they
        were."""
        try:
            seal, body = (whole := path.read_bytes())[:_SEAL], memoryview(whole)[_SEAL:]
            if seal != self._seal(body):
                return False
            stored = msgspec.msgpack.decode(body, type=_Stored)
        except FileNotFoundError:
            return False
        except (OSError, msgspec.DecodeError) as error:
            log.warning("forms.unreadable", file=str(path), reason=str(error))
            return False
        self.pairs.take(stored.pairs, stored.texts)
        self.words.take(stored.words, stored.texts)
        self.key.known.update(zip(stored.texts, stored.keys, strict=False))
        self.core.known.update(zip(stored.texts, stored.cores, strict=False))
        self.facets.known.update(zip(stored.texts, stored.facets, strict=False))
        self._written.update(stored.written)
        return True

    def _seal(self, body: bytes | memoryview) -> bytes:
        """What tells whether a file is whole, and made by the rules that hold now."""
        return hashlib.sha256(self._recipe.encode() + hashlib.sha256(body).digest()).digest()


@functools.lru_cache(maxsize=2)
def forms_of(segmenter: Segmenter) -> Forms:
    """The forms under a segmenter; the same again for the same one, so that a new snapshot makes
    only what it has new."""
    return Forms(segmenter)


class _Stored(msgspec.Struct, frozen=True):
    """What is written. ``keys`` and ``cores`` are those of the first texts, wordings and near
    misses; ``facets`` those of the wordings, which stand before these."""

    texts: list[str]
    pairs: StoredRows
    words: StoredRows
    keys: list[str]
    cores: list[str]
    facets: list[int]
    written: dict[bytes, Written]


@functools.cache
def _rules() -> str:
    """The same while the forms are made the same way: by these modules and these libraries."""
    folder = Path(__file__).parent.parent
    digest = hashlib.sha256(unicodedata.unidata_version.encode())
    for name in _RULES:
        digest.update((folder / f"{name}.py").read_bytes())
    for name in _LIBRARIES:
        digest.update(f"{name} {version(name)}".encode())
    return digest.hexdigest()


def _digest_of(target: Target) -> bytes:
    texts = (target.questions, target.body, target.beside, target.context, target.english)
    return hashlib.sha256(msgspec.msgpack.encode(texts)).digest()[:16]


def _read(target: Target) -> Written:
    law = target.context if isinstance(target.document, Rule) else ""
    told = normalise_joined((target.body, target.beside, target.english))
    return Written(
        normalise_joined((*target.questions, target.body, target.context, target.english)),
        told,
        held(told) | cited(normalise(target.context)),
        measures_held(told),
        figures(target.body),
        numbers_in(normalise_joined(whole_parts(target))),
        places_in(normalise_joined(said_parts(target))),
        places_in(normalise_joined((*target.questions[:1], law))),
    )
