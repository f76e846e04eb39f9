"""The small models of a pack, trained from its examples and kept by content."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from pathlib import Path

import structlog

from dialog.reply.small_models import RECIPE, SmallModel, train
from dialog.reply.turn import Models
from knowledge.pack import Pack
from knowledge.search.vectors import VectorCache, Vectors
from knowledge.types import Example

log = structlog.get_logger(__name__)


def load_models(built: Path, pack: Pack) -> Models:
    """The models kept for a pack's examples; a missing one is ``None``."""
    return Models(_load(built, "intent", pack.intents), _load(built, "feeling", pack.feelings))


def build_models(built: Path, pack: Pack, cache: VectorCache | None) -> Models:
    """The models of a pack, trained where they are missing. Takes about half a minute."""
    return Models(
        _load(built, "intent", pack.intents) or _train(built, "intent", pack.intents, cache=cache),
        _load(built, "feeling", pack.feelings)
        or _train(built, "feeling", pack.feelings, cache=cache),
    )


def _load(built: Path, name: str, examples: Sequence[Example]) -> SmallModel | None:
    try:
        return SmallModel.load(_path(built, name, examples))
    except (OSError, ValueError, KeyError):
        return None


def _train(
    built: Path, name: str, examples: Sequence[Example], *, cache: VectorCache | None
) -> SmallModel | None:
    if len({e.label for e in examples}) < 2:
        return None
    vectors: Vectors | None = cache.vectors([e.text for e in examples]) if cache else None
    model, _ = train(examples, vectors)
    for old in built.glob(f"{name}-*.npz"):
        old.unlink()
    model.save(_path(built, name, examples))
    log.info("models.trained", model=name, examples=len(examples))
    return model


def _path(built: Path, name: str, examples: Sequence[Example]) -> Path:
    digest = hashlib.sha256(f"{RECIPE}\n".encode())
    for example in examples:
        digest.update(f"{example.label}\t{example.text}\n".encode())
    return built / f"{name}-{digest.hexdigest()[:12]}.npz"
