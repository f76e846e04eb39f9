"""A pack as it was read last, kept in one file beside what is built from it.

To read some hundred YAML files takes a second. The kept values are those of the very files, and of
the classes and rules by which they were read; where anything of it has changed, or the file is
broken, the pack is read anew.
"""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Any

import msgspec
import structlog

from knowledge import pack, pack_files, types
from knowledge.pack import LAYOUT, Pack, fingerprint, read
from knowledge.types import Consultation, Document, Example, Profile

log = structlog.get_logger(__name__)

_SEAL = 32
"""Bytes before the body of a file."""


class _Kept(msgspec.Struct, frozen=True):
    """``documents``: those of each kind of the layout, in its order."""

    profile: Profile
    documents: list[bytes]
    intents: list[Example]
    feelings: list[Example]
    consultations: list[Consultation]


def read_kept(folder: Path, place: Path, *, ahead: Path | None = None) -> Pack:
    """The pack in ``folder``, from ``place`` where it was kept, or from ``ahead``, which came with
    the pack. Raises ``PackError``."""
    if not (folder / "pack.yaml").is_file():
        return read(folder)
    made_of = _made_of(folder)
    for known in (place, ahead):
        kept = None if known is None else _take(known, made_of)
        if kept is not None:
            return kept
    found = read(folder)
    # Files that changed while they were read must not be taken for those that were read.
    if _made_of(folder) == made_of:
        _put(found, place, made_of)
    return found


def _made_of(folder: Path) -> bytes:
    """The same for the same files, read by the same rules."""
    digest = hashlib.sha256(fingerprint(folder).encode())
    for module in (pack, pack_files, types):
        digest.update(Path(str(module.__file__)).read_bytes())
    return digest.digest()


def _seal(made_of: bytes, body: bytes | memoryview) -> bytes:
    return hashlib.sha256(made_of + hashlib.sha256(body).digest()).digest()


def _take(place: Path, made_of: bytes) -> Pack | None:
    try:
        whole = place.read_bytes()
        body = memoryview(whole)[_SEAL:]
        if whole[:_SEAL] != _seal(made_of, body):
            return None
        kept = msgspec.msgpack.decode(body, type=_Kept)
        documents: list[Document] = []
        for (kind, _), rows in zip(LAYOUT, kept.documents, strict=True):
            of_kind: Any = msgspec.msgpack.decode(rows, type=list[kind])
            documents.extend(of_kind)
    except FileNotFoundError:
        return None
    except (OSError, ValueError) as error:
        log.warning("pack.kept_unreadable", file=str(place), reason=str(error))
        return None
    return Pack(
        kept.profile,
        documents,
        intents=kept.intents,
        feelings=kept.feelings,
        consultations=kept.consultations,
    )


def _put(found: Pack, place: Path, made_of: bytes) -> None:
    kept = _Kept(
        found.profile,
        [msgspec.msgpack.encode(list(found.all(kind).values())) for kind, _ in LAYOUT],
        list(found.intents),
        list(found.feelings),
        list(found.consultations),
    )
    body = msgspec.msgpack.encode(kept)
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        half = place.with_name(place.name + ".part")
        half.write_bytes(_seal(made_of, body) + body)
        half.replace(place)
    except OSError as error:
        log.warning("pack.not_kept", file=str(place), reason=str(error))
