"""The small models of a pack, trained from its examples and kept by content."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from pathlib import Path

import structlog

from dialog.reply.small_models import RECIPE, SmallModel, Unlabelled, train
from dialog.reply.turn import Models
from knowledge.pack import Pack
from knowledge.search.vectors import VectorCache, Vectors
from knowledge.types import Example, Intent

log = structlog.get_logger(__name__)


ASKED: tuple[Intent, ...] = (
    "compliance",
    "concept",
    "cross_border",
    "documents",
    "fee_contact_hours",
    "procedure",
)
"""Intents to one of which every judged question belongs. Without these questions, rare words of the
desk look like abuse or like another world to the intent model: it turned one in ten away."""


def load_models(built: Path, pack: Pack) -> Models:
    """The models kept for a pack's examples; a missing one is ``None``."""
    return Models(
        _load(_path(built, "intent", pack.intents, _asked(pack))),
        _load(_path(built, "feeling", pack.feelings)),
    )


def build_models(built: Path, pack: Pack, cache: VectorCache | None) -> Models:
    """The models of a pack, trained where they are missing. Takes about a minute."""
    intent = _path(built, "intent", pack.intents, _asked(pack))
    feeling = _path(built, "feeling", pack.feelings)
    return Models(
        _load(intent) or _train(intent, pack.intents, _asked(pack), cache=cache),
        _load(feeling) or _train(feeling, pack.feelings, cache=cache),
    )


def _asked(pack: Pack) -> tuple[str, ...]:
    return tuple(consultation.text for consultation in pack.consultations)


def _load(path: Path) -> SmallModel | None:
    try:
        return SmallModel.load(path)
    except (OSError, ValueError, KeyError):
        return None


def _train(
    path: Path,
    examples: Sequence[Example],
    asked: Sequence[str] = (),
    *,
    cache: VectorCache | None,
) -> SmallModel | None:
    if len({e.label for e in examples}) < 2:
        return None

    def vectors(texts: list[str]) -> Vectors | None:
        return cache.vectors(texts) if cache and texts else None

    more = Unlabelled(asked, ASKED, vectors(list(asked)))
    model, _ = train(examples, vectors([e.text for e in examples]), more)
    name = path.name.partition("-")[0]
    for old in path.parent.glob(f"{name}-*.npz"):
        old.unlink()
    model.save(path)
    log.info("models.trained", model=name, examples=len(examples), asked=len(asked))
    return model


def _path(built: Path, name: str, examples: Sequence[Example], asked: Sequence[str] = ()) -> Path:
    digest = hashlib.sha256(f"{RECIPE}\n".encode())
    for example in examples:
        digest.update(f"{example.label}\t{example.text}\n".encode())
    for text in asked:
        digest.update(f"{text}\n".encode())
    return built / f"{name}-{digest.hexdigest()[:12]}.npz"
