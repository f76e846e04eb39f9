"""Built ahead from a pack: vectors of all wordings and the learned judges. Needs scikit-learn.

Imported only when something has to be built, because that import alone takes more than a second.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import msgspec

from knowledge.pack import Pack
from knowledge.search.fitting import cases_of, fit, see
from knowledge.search.fusion import SearchIndex, texts_of, whole_texts_of
from knowledge.search.judges import Judges, load_judges
from knowledge.search.targets import segmenter_of, targets_of
from knowledge.search.vectors import VectorCache, Vectors
from knowledge.snapshot import pieces_of

OUTSIDE = ("out_of_scope", "small_talk", "unsafe", "greeting", "thanks", "goodbye")
"""Labels of examples that no document of the knowledge answers."""


def build_judges(
    pack: Pack, day: date, cache: VectorCache | None, built: Path, *, fingerprint: str = ""
) -> Judges:
    """Fit the judges on the pack's wordings, keep them in ``built``, and return them."""
    targets = targets_of(pack, day)
    segmenter = segmenter_of(pack)
    outside = [e.text for e in pack.intents if e.label in OUTSIDE and e.topic != "look_alike"]
    asked = [c.text for c in pack.consultations]

    def vectors_of(texts: list[str]) -> Sequence[Vectors | None]:
        return [None] * len(texts) if cache is None else list(cache.vectors(texts))

    vectors = None if cache is None else cache.vectors(texts_of(targets))
    if cache is not None and cache.pieces is not None:
        cache.pieces.learn(whole_texts_of(targets))
    index = SearchIndex(targets, segmenter, vectors, pieces=pieces_of(targets, cache))
    cases = cases_of(
        index,
        outside=list(zip(outside, vectors_of(outside), strict=True)),
        judged=list(zip(pack.consultations, vectors_of(asked), strict=True)),
    )
    read = cache.pieces.asked if cache is not None and cache.pieces is not None else None
    seen = see(index, cases, pieces=read)
    judges = Judges(
        fingerprint,
        fit(index, seen.words),
        fit(index, seen.meaning) if seen.meaning else None,
        fit(index, seen.late) if seen.late else None,
    )
    built.mkdir(parents=True, exist_ok=True)
    half = built / "judges.json.part"
    half.write_bytes(msgspec.json.encode(judges))
    half.replace(built / "judges.json")
    assert load_judges(built) is not None
    return judges
