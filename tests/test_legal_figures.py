"""No figure of the law stands in code: the tables of the pack hold them, with dates of force."""

from __future__ import annotations

from pathlib import Path

import pytest

from knowledge.pack import read
from knowledge.types import DecisionTable
from tests.legal_figures import Figure, Found, figures_of, in_lines, in_python, in_script
from tests.test_house import PACKAGES, name_of, tracked

OTHER: dict[tuple[str, Figure], str] = {
    ("avatar/numerals.py", ("people", 10_000)): "万",
    ("avatar/voices/edge.py", ("people", 10_000)): "ticks of a millisecond",
    ("dialog/config.py", ("month", 6)): "the house's own duty to keep its security log",
    ("dialog/config.py", ("people", 10_000)): "connections",
    ("dialog/config.py", ("people", 100_000)): "megabytes",
    ("dialog/config.py", ("people", 1_000_000)): "megabytes",
    ("dialog/config.py", ("people", 10_000_000)): "the most of whatever is counted",
    ("dialog/doors/attempts.py", ("people", 10_000)): "counters",
    ("dialog/doors/staff_bodies.py", ("people", 100_000)): "pages of a list",
    ("knowledge/answers/law_figures.py", ("month", 6.0)): "half a year",
    ("knowledge/answers/law_figures.py", ("people", 10_000)): "万",
    ("knowledge/answers/open_periods.py", ("month", 6.0)): "half a year",
    ("knowledge/answers/own_sums.py", ("year", 2.0)): "both years",
    ("knowledge/answers/relative_dates.py", ("month", 6.0)): "half a year",
    ("knowledge/answers/relative_dates.py", ("year", 2.0)): "前年",
    ("knowledge/answers/relative_dates.py", ("year", 3.0)): "大前年",
    ("knowledge/answers/vague_counts.py", ("people", 10_000)): "万",
    ("knowledge/answers/vague_counts.py", ("people", 1_000_000)): "million",
    ("knowledge/english_dates.py", ("people", 10_000)): "days are written yyyymmdd",
    ("knowledge/check/tables.py", ("date", 20210101)): "the first day on which tables are tried",
    ("knowledge/evidence.py", ("people", 10_000)): "days are written yyyymmdd",
    ("knowledge/numerals.py", ("people", 10_000)): "万",
    ("knowledge/numerals.py", ("people", 1_000_000)): "million",
    ("knowledge/quantities.py", ("people", 10_000)): "days are written yyyymmdd",
    ("knowledge/search/boosting.py", ("people", 1_000_000)): "next to no regularisation",
    ("knowledge/search/fitting.py", ("people", 1_000_000)): "next to no regularisation",
}
"""Numbers of the code that are a law's only by chance, each with what it counts."""


@pytest.fixture(scope="module")
def figures() -> frozenset[Figure]:
    return figures_of(read().all(DecisionTable).values())


def test_figures_of_the_law_stand_in_the_pack(figures: frozenset[Figure]) -> None:
    """In no Python, page, script or word list of the product, in whatever way they are written."""
    found = [one for path in product() for one in look(path, path.read_text("utf-8"), figures)]
    assert [str(f) for f in found if (f.file, f.figure) not in OTHER] == []
    assert OTHER.keys() <= {(f.file, f.figure) for f in found}, "an exception is no longer needed"


def product() -> list[Path]:
    """The files of the product that are no knowledge."""
    paths = tracked(".py", ".js", ".html", ".yaml")
    rooms = {*PACKAGES, "static"}
    return [p for p in paths if name_of(p).split("/")[0] in rooms and "/packs/" not in name_of(p)]


def look(path: Path, text: str, figures: frozenset[Figure]) -> list[Found]:
    way = {".py": in_python, ".js": in_script}.get(path.suffix, in_lines)
    return way(text, name_of(path), figures)


def test_the_tables_tell_their_figures(figures: frozenset[Figure]) -> None:
    """Bounds, times of storage and validity, ages, percentages and days of force; otherwise the
    test above would look for nothing."""
    assert figures >= {
        ("people", 10_000),
        ("people", 1_000_000),
        ("year", 3),
        ("month", 6),
        ("day", 10),
        ("age", 14),
        ("percent", 5),
        ("date", 20240322),
    }


PLANTED = [
    "LIMIT = 1_000_000",
    "if count >= 10**6: pass",
    "x = {'sum': 100 * 1000}",
    "validity_years = 3",
    "def keep(months=6): pass",
    "def keep(*, months: int = 6): pass",
    "def minor_age():\n    return 14",
    "ok = person.age < 14",
    "until = start + timedelta(days=60)",
    "PERCENT = 5.0",
    "percent = 0.05",
    "rules = dict(retention=3)",
    "RETENTION = {'log': 6}",
    "SINCE = date(2024, 3, 22)",
    "told = '至少存3年'",
    "told = '至少存三年'",
    "told = f'{what}要存六个月'",
    "told = '超过一百万人'",
    "told = '达到100万'",
    "told = '高度不少于百分之五'",
    "told = '不满十四周岁'",
    "told = 'kept for three years'",
    "told = 'more than 1,000,000 people'",
    "told = '2024年3月22日起'",
    "told = '2024-03-22'",
    "told = '20240322'",
    "told = 20240322",
    "told = 'March 22, 2024'",
    "told = 'on the 22nd of March 2024'",
    "SINCE = (2024, 3, 22)",
    "days = 365 * 3",
]
"""Snippets of which each holds one figure of the shipped tables."""


@pytest.mark.parametrize("code", PLANTED)
def test_a_planted_figure_is_found(code: str, figures: frozenset[Figure]) -> None:
    """In every way in which a figure can be written into Python, with its line."""
    found = in_python(f"'''It is 3年.'''\n{code}\n", "a.py", figures)
    assert found
    assert {f.line for f in found} <= {2, 3}


@pytest.mark.parametrize(
    "code",
    [
        "const LIMIT = 1_000_000;",
        "const limit = 1e6;",
        "if (person.age < 14) {",
        "const keep = { months: 6 };",
        "say(`要存${kind}三年`);",
        "say('at least six months');",
    ],
)
def test_a_planted_figure_is_found_in_a_script(code: str, figures: frozenset[Figure]) -> None:
    """Also behind comments, which may name it."""
    found = in_script(f"/* 3年,\n 6个月 */\n// 三年\n{code}\n", "a.js", figures)
    assert [f.line for f in found] == [4]


def test_a_planted_figure_is_found_in_a_word_list(figures: frozenset[Figure]) -> None:
    """Of YAML and of a page; what is commented may name it."""
    found = in_lines("# 三年\na: 有效期三年  # 五年\n", "a.yaml", figures)
    assert [(f.line, f.figure) for f in found] == [(2, ("year", 3))]


@pytest.mark.parametrize(
    "code",
    [
        "tries = 3",
        "WIDTH = 14",
        "for k in range(6): pass",
        "year = match[5]",
        "day = number // 10000 % 100",
        "gain = 0.05",
        "first_day = text[:10]",
        "told = '三条路, 六项, 第三条, 5种'",
        "told = '一天, 一个人, 万一, 十分'",
        "told = 'three ways'",
        "# 3年\nx = 1",
        "def f():\n    '''三年 is 3年.'''",
        "size = 20 * 1024 * 1024",
        "wait = 10_001",
    ],
)
def test_other_numbers_are_left_alone(code: str, figures: frozenset[Figure]) -> None:
    """Small numbers without a unit, places, arithmetic with digits, other numbers, comments."""
    assert in_python(code, "a.py", figures) == []
    plain = "const tries = 3; // 3年\nconst a = [14, 6];\nconst color = '#10000f';"
    assert in_script(plain, "a.js", figures) == []
