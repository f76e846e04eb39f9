"""What an evaluation found, as text for the terminal and as one JSON object. Pure."""

from __future__ import annotations

import json
from collections.abc import Sequence

import msgspec

from dialog.evaluating.floors import Floor, Floors
from dialog.evaluating.judging import Judged
from dialog.evaluating.measures import (
    MEANING,
    Bin,
    Measures,
    Point,
    Timing,
    kinds,
    measured,
    reliability,
    risk_coverage,
    timings,
)
from dialog.evaluating.rating import HEADINGS, Rated, rate, read_rating

WORST = 30
"""Mistakes that a report shows."""


class Report(msgspec.Struct, frozen=True):
    """Everything that was found. ``failures``: turns that fail and were not known to;
    ``known``: those that were, with the reason; ``mended``: known ones that hold now."""

    day: str
    knowledge: str
    seed: int
    judged: tuple[Judged, ...]
    measures: Measures
    bins: tuple[Bin, ...]
    curve: tuple[Point, ...]
    timings: tuple[Timing, ...]
    rated: tuple[Rated, ...]
    broken: tuple[Floor, ...] = ()
    failures: tuple[Judged, ...] = ()
    known: tuple[tuple[Judged, str], ...] = ()
    mended: tuple[str, ...] = ()

    @property
    def holds(self) -> bool:
        """Whether every floor is kept and nothing fails that was not known to."""
        return not self.broken and not self.failures


def report_of(
    judged: Sequence[Judged], floors: Floors, *, day: str, knowledge: str, seed: int
) -> Report:
    """The report of all replies."""
    measures = measured(judged)
    failing = [j for j in judged if j.conversation and j.lacks]
    known = [j for j in failing if floors.is_known(j)]
    reasons = {(k.conversation, k.turn): k.reason for k in floors.known}
    failed = {(j.conversation, turn) for j in failing for turn in (0, j.turn)}
    held = {j.conversation for j in judged if j.conversation}
    return Report(
        day,
        knowledge,
        seed,
        tuple(judged),
        measures,
        tuple(reliability(judged)),
        tuple(risk_coverage(judged)),
        tuple(timings(judged)),
        tuple(rate(measures, read_rating())),
        broken=tuple(f for f in floors.floors if not f.held(measures)),
        failures=tuple(j for j in failing if j not in known),
        known=tuple(
            (j, reasons.get((j.conversation, j.turn)) or reasons[j.conversation, 0]) for j in known
        ),
        mended=tuple(
            k.conversation
            for k in floors.known
            if k.conversation in held and (k.conversation, k.turn) not in failed
        ),
    )


def mistakes(report: Report) -> list[Judged]:
    """What was answered wrongly, the surest first."""
    wrong = [j for j in report.judged if j.verdict == "wrong"]
    return sorted(wrong, key=lambda j: -j.confidence)


def shown(name: str, value: float) -> str:
    """A measure as people read it."""
    last = name.rpartition(".")[2]
    if last in ("questions", "answered", "wrong", "kept", "conversations"):
        return f"{value:.0f}"
    if last.endswith("_ms"):
        return f"{value:.0f} ms"
    return f"{value:.3f}" if last == "calibration_error" else f"{value * 100:.1f} %"


def as_text(report: Report) -> str:
    """The report for the terminal."""
    lines = [f"Evaluated for {report.day}, knowledge {report.knowledge}, seed {report.seed}.", ""]
    lines += [f"{m:<62}{shown(n, report.measures[n]):>10}" for n, m in _told(report)]
    lines += ["", f"{'kind':<16}{'asked':>7}{'wrong':>7}{'right or silent':>17}{'coverage':>10}"]
    for kind in kinds(report.judged):
        columns = ("questions", "wrong", "right_or_silent", "coverage")
        cells = [_cell(report.measures, f"{kind}.{c}") for c in columns]
        lines.append(f"{kind:<16}{cells[0]:>7}{cells[1]:>7}{cells[2]:>17}{cells[3]:>10}")
    lines += ["", f"{'route':<16}{'asked':>7}{'p50 ms':>9}{'p95 ms':>9}"]
    lines += [f"{t.route:<16}{t.count:>7}{t.p50:>9.0f}{t.p95:>9.0f}" for t in report.timings]
    lines += ["", *_rating_lines(report)]
    for title, some in (("Wrong", mistakes(report)[:WORST]), ("Failing", list(report.failures))):
        for one in some:
            lines += ["", f"{title}: {one.id}  {one.question}", f"  wanted: {one.expected}"]
            told = f"{one.outcome}, {one.tone}, {one.route}, {one.confidence:.2f}"
            lines += [f"  got ({told}): {one.text}", *(f"  {lack}" for lack in one.lacks)]
    lines += [f"\nKnown: {one.id}  {reason}" for one, reason in report.known]
    lines += [
        f"\nMended: {name} holds now; take it off the list of the known." for name in report.mended
    ]
    for floor in report.broken:
        got = report.measures.get(floor.measure)
        value = "not measured" if got is None else shown(floor.measure, got)
        lines.append(f"\nFloor not kept: {floor}; it is {value}")
    return "\n".join(lines)


def _told(report: Report) -> list[tuple[str, str]]:
    return [(name, meaning) for name, meaning in MEANING.items() if name in report.measures]


def _cell(measures: Measures, name: str) -> str:
    value = measures.get(name)
    return "–" if value is None else shown(name, value)


def _rating_lines(report: Report) -> list[str]:
    lines: list[str] = []
    for heading in HEADINGS:
        some = [r for r in report.rated if r.criterion.heading == heading]
        weight = sum(r.criterion.weight for r in some)
        open_ = sum(r.criterion.weight for r in some if r.met is None)
        points = sum(r.points for r in some)
        lines.append(f"{heading}: {points} of {weight - open_} points; {open_} measured elsewhere")
    return lines


def as_json(report: Report) -> str:
    """The report as one JSON object."""
    fields = msgspec.to_builtins(report)
    fields["holds"] = report.holds
    fields["broken"] = [str(f) for f in report.broken]
    fields["failures"] = [j.id for j in report.failures]
    fields["known"] = [{"id": j.id, "reason": reason} for j, reason in report.known]
    fields["rated"] = [
        {"id": r.criterion.id, "weight": r.criterion.weight, "value": r.value, "met": r.met}
        for r in report.rated
    ]
    return json.dumps(fields, ensure_ascii=False)
