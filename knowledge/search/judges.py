"""The judges that were learned for a pack, as they are kept in a file."""

from __future__ import annotations

from pathlib import Path

import msgspec

from knowledge.search.confidence import Judge


class Judges(msgspec.Struct, frozen=True):
    """What was learned for this pack: one judge for words alone, one with vectors, one with
    vectors and pieces."""

    fingerprint: str
    words: Judge
    meaning: Judge | None = None
    late: Judge | None = None

    def judging(self, *, vector: bool, pieces: bool) -> Judge:
        """The judge for a question that has a vector, or its pieces too."""
        if pieces and self.late is not None:
            return self.late
        return self.meaning if vector and self.meaning is not None else self.words


def load_judges(built: Path) -> Judges | None:
    """The judges kept in ``built``, or ``None`` when there are none that fit this version."""
    path = built / "judges.json"
    try:
        judges = msgspec.json.decode(path.read_bytes(), type=Judges)
    except (OSError, msgspec.DecodeError):
        return None
    held = (judges.words, judges.meaning or judges.words, judges.late or judges.words)
    return judges if all(judge.fits for judge in held) else None
