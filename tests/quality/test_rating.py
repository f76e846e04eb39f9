"""The rating sheet: its weights, its floors, its commands, and its page in both languages."""

from __future__ import annotations

import argparse
import re
import shlex
from pathlib import Path
from typing import Any

import pytest

from dialog.__main__ import build_parser
from dialog.evaluating.floors import Floor
from dialog.evaluating.measures import MEANING
from dialog.evaluating.rating import HEADINGS, Criterion, rate, read_rating

ROOT = Path(__file__).parents[2]
SHEET = read_rating()
CHINESE = (ROOT / "docs/evaluation.zh.md").read_text("utf-8")
ENGLISH = (ROOT / "docs/evaluation.md").read_text("utf-8")


def test_the_weights_sum_to_a_hundred() -> None:
    """All three headings have criteria, and the whole is a hundred points."""
    assert sum(c.weight for c in SHEET) == 100
    assert {c.heading for c in SHEET} == set(HEADINGS)
    assert len({c.id for c in SHEET}) == len(SHEET)


@pytest.mark.parametrize("heading", HEADINGS)
def test_the_chinese_page_prints_the_sheet(heading: str) -> None:
    """Every criterion of a heading with weight, command and floor, in order and nothing else."""
    some = [c for c in SHEET if c.heading == heading]
    head = f"### {heading}（{sum(c.weight for c in some)}分）"
    section = CHINESE.partition(head + "\n")[2].partition("\n### ")[0].partition("\n\n")[0]
    rows = [line for line in section.splitlines() if line.startswith("| ")][1:]
    assert rows == [f"| {c.title} | {c.weight} | `{c.command}` | {c.passes} |" for c in some]


def test_the_english_page_prints_the_sheet() -> None:
    """Every criterion with weight and command."""
    rows = re.findall(r"^\| [^|]*\| ([^|]+) \| (\d+) \| `([^`]+)` \|$", ENGLISH, re.MULTILINE)
    assert [(title, int(weight)) for title, weight, _ in rows] == [
        (c.english, c.weight) for c in SHEET
    ]
    assert all(c.command.startswith(cmd) for c, (_, _, cmd) in zip(SHEET, rows, strict=True))


@pytest.mark.parametrize("command", sorted({c.command for c in SHEET}))
def test_every_command_exists(command: str) -> None:
    """Ours are understood with their options, and what they name is there."""
    program, *words = shlex.split(command)
    if program == "python":
        assert (ROOT / words[0]).is_file()
        return
    assert program == "yingbin"
    understood: argparse.Namespace = build_parser().parse_args(words)
    named: list[Any] = [*getattr(understood, "places", []), getattr(understood, "floors", None)]
    assert all((ROOT / place).exists() for place in named if place is not None)


def test_measures_have_a_floor_and_say_it() -> None:
    """What the evaluation measures has a floor, and the words beside it name the same figure."""
    for one in SHEET:
        assert bool(one.measure) == (one.floor is not None) == ("evaluate" in one.command), one.id
        if one.floor is None:
            continue
        assert one.measure.rpartition(".")[2] in MEANING, one.id
        figures = {f"{one.floor * 100:g}%", f"{one.floor:g}", f"{one.floor / 1000:g}秒"}
        assert any(f in one.passes for f in figures), one.id


def test_points_are_given_where_the_floor_is_met() -> None:
    """Less is better for errors and times, more for shares; what was not measured stays open."""
    about = {
        "heading": "质量",
        "title": "",
        "english": "",
        "weight": 5,
        "command": "",
        "passes": "",
    }
    share = Criterion(id="a", measure="coverage", floor=0.5, **about)
    wrong = Criterion(id="b", measure="wrong_bound", floor=0.1, **about)
    times = Criterion(id="c", measure="claim.p95_ms", floor=900, **about)
    other = Criterion(id="d", **about)
    sheet = (share, wrong, times, other)
    good = rate({"coverage": 0.5, "wrong_bound": 0.05, "claim.p95_ms": 900}, sheet)
    assert [(r.met, r.points) for r in good] == [(True, 5), (True, 5), (True, 5), (None, 0)]
    bad = rate({"coverage": 0.49, "wrong_bound": 0.11, "claim.p95_ms": 901}, sheet)
    assert [(r.met, r.points) for r in bad] == [(False, 0), (False, 0), (False, 0), (None, 0)]


def test_a_floor_holds_at_its_figure() -> None:
    """A least and a most hold at the figure itself and not beyond it."""
    least, most = Floor("coverage", 0.5), Floor("wrong", 3, most=True)
    assert least.held({"coverage": 0.5})
    assert not least.held({"coverage": 0.499})
    assert most.held({"wrong": 3})
    assert not most.held({"wrong": 4})
    assert not most.held({})
