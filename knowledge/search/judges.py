"""The judges that were learned for a pack, as they are kept in a file."""

from __future__ import annotations

from pathlib import Path

import msgspec

from knowledge.search.confidence import SIGNALS, Judge
from knowledge.search.features import FEATURES


class Judges(msgspec.Struct, frozen=True):
    """What was learned for this pack: one judge for words alone, one with vectors."""

    fingerprint: str
    words: Judge
    meaning: Judge | None = None


def load_judges(built: Path) -> Judges | None:
    """The judges kept in ``built``, or ``None`` when there are none that fit this version."""
    path = built / "judges.json"
    try:
        judges = msgspec.json.decode(path.read_bytes(), type=Judges)
    except (OSError, msgspec.DecodeError):
        return None
    held = (judges.words, judges.meaning or judges.words)
    fits = all(
        len(j.ranker.weights) == len(FEATURES) and len(j.head.weights) == len(SIGNALS) for j in held
    )
    return judges if fits else None
