"""Finds figures of the law in code: what decision tables decide by belongs into the tables.

A figure is a value with its unit, such as 6个月, 百分之五 or 100万人. A large amount tells itself;
a small number is one only where its unit stands beside it, in a text or in the names of code.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

import msgspec

from knowledge.numerals import arabic
from knowledge.quantities import day_of, quantities
from knowledge.types import DecisionTable

LARGE = 10_000
"""From here a number is told by itself."""
_YEAR = 365
"""Days, of which several years are made."""
_UNITS = {
    "年": "year",
    "月": "month",
    "日": "day",
    "天": "day",
    "工作日": "day",
    "周岁": "age",
    "岁": "age",
    "人": "people",
    "元": "money",
}
"""Units that a law counts in; two that are one to it are one here. Others (条, 项, 种) count places
and members and decide nothing."""
_WORDS = {
    "year": "year",
    "years": "year",
    "month": "month",
    "months": "month",
    "day": "day",
    "days": "day",
    "workdays": "day",
    "age": "age",
    "minor": "age",
    "child": "age",
    "people": "people",
    "persons": "people",
    "individuals": "people",
    "yuan": "money",
    "percent": "percent",
}
"""Words in names of code, and in English texts, that give a number its unit."""
_LAW_WORDS = frozenset({"law", "legal", "penalty", "retention", "statutory", "validity"})
"""Words in names that make any number of the tables one of the law."""
_SPELLED: dict[str, int] = {
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
    "twelve": 12,
}
_ENGLISH = re.compile(
    rf"(?<![\w.])(?P<number>\d[\d,]*(?:\.\d+)?|{'|'.join(_SPELLED)})[\s-]+"
    r"(?:working |business )?"
    r"(?P<unit>years?|months?|days?|people|persons|individuals|yuan|percent)\b",
    re.IGNORECASE,
)
_ISO = re.compile(r"(?<!\d)(\d{4}-\d{2}-\d{2}|(?:19|20)\d{6})(?!\d)")
_WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
_SCRIPT = re.compile(
    r"(?P<comment>//[^\n]*|/\*.*?\*/|<!--.*?-->)"
    r"|(?P<text>\"(?:\\.|[^\"\\\n])*\"|'(?:\\.|[^'\\\n])*'|`(?:\\.|[^`\\])*`)"
    r"|(?P<number>(?<![\w.$#])\d[\d_]*(?:\.\d+)?(?:e\d+)?(?![\w%]))"
    r"|(?P<line>\n)",
    re.DOTALL,
)

Figure = tuple[str, float]
"""A unit and a value; days of the calendar as yyyymmdd."""


class Found(msgspec.Struct, frozen=True):
    """A figure of the law in a file."""

    file: str
    line: int
    figure: Figure

    @property
    def unit(self) -> str:
        """What the figure counts."""
        return self.figure[0]

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.figure[1]:g} ({self.unit})"


def figures_of(tables: Iterable[DecisionTable]) -> frozenset[Figure]:
    """The figures by which tables decide and that they conclude: bounds, times of force, and what
    their inputs and rows say. What visitors may type (wordings, triggers) is none of the law."""
    found: set[Figure] = set()
    for table in tables:
        for known in table.inputs:
            for told in (known.label, known.ask, known.assumption, *known.labels):
                found.update(figures_in(told))
        for row in table.rows:
            for told in (row.conclusion, *row.duties):
                found.update(figures_in(told))
            found.update(("people", b) for b in (*row.min.values(), *row.max.values()))
            found.update(("date", _number(d)) for d in (row.valid_from, row.valid_to) if d)
    # One day and one person are words more often than figures.
    return frozenset((unit, value) for unit, value in found if value > 1)


def figures_in(text: str) -> Iterator[Figure]:
    """The figures of a text, in Chinese and Arabic numerals and in English."""
    for quantity in quantities(arabic(text)):
        day = day_of(quantity)
        if day is not None and quantity.value % 100:
            yield "date", _number(day)
        elif quantity.kind == "percent":
            yield "percent", quantity.value
        elif quantity.unit in _UNITS:
            yield _UNITS[quantity.unit], quantity.value
        elif quantity.kind == "number" and quantity.value >= LARGE:
            yield "people", quantity.value
    for match in _ENGLISH.finditer(text):
        number = match["number"].lower().replace(",", "")
        yield _WORDS[match["unit"].lower()], float(_SPELLED.get(number, number))


def in_python(source: str, name: str, figures: frozenset[Figure]) -> list[Found]:
    """The figures in a Python file. Docstrings and comments may give examples."""
    return sorted(
        {
            Found(name, line, figure)
            for line, figure in _Reader(figures).read(ast.parse(source), frozenset())
        },
        key=lambda f: (f.line, f.figure),
    )


def in_script(source: str, name: str, figures: frozenset[Figure]) -> list[Found]:
    """The figures in JavaScript, or in the lines of any other text with its ways to comment."""
    found: list[Found] = []
    line = 1
    lines = source.split("\n")
    for match in _SCRIPT.finditer(source):
        told: Iterable[Figure] = ()
        if match["text"]:
            told = figures_in(match["text"])
        elif match["number"]:
            told = numbers(float(match["number"].replace("_", "")), words_of(lines[line - 1]))
        found.extend(Found(name, line, figure) for figure in told if figure in figures)
        line += match.group().count("\n")
    return found


def in_lines(source: str, name: str, figures: frozenset[Figure]) -> list[Found]:
    """The figures in the lines of YAML or of a page, apart from what a line comments."""
    return [
        Found(name, number, figure)
        for number, line in enumerate(source.split("\n"), 1)
        for figure in figures_in(re.split(r"(?:^|\s)#\s", line)[0])
        if figure in figures
    ]


def numbers(value: float, words: Iterable[str]) -> Iterator[Figure]:
    """What a bare number may mean beside the words of names."""
    words = frozenset(words)
    if value >= LARGE:
        yield "people", value
        yield "money", value
        yield "date", value
    if value > 0 and value % _YEAR == 0:
        yield "year", value / _YEAR
    for unit in {_WORDS[w] for w in words if w in _WORDS}:
        yield unit, value
        if unit == "percent" and 0 < value < 1:
            yield unit, round(value * 100, 6)
    if words & _LAW_WORDS:
        for unit in {*_UNITS.values(), "percent"}:
            yield unit, value


def words_of(*names: str) -> frozenset[str]:
    """The words of names in any case of code."""
    return frozenset(word.lower() for name in names for word in _WORD.findall(name))


def _number(day: date) -> int:
    return day.year * 10_000 + day.month * 100 + day.day


class _Reader:
    """Walks a syntax tree and carries along the words of the names that a value stands beside."""

    def __init__(self, figures: frozenset[Figure]) -> None:
        self._figures = figures

    def read(self, node: ast.AST, words: frozenset[str]) -> Iterator[tuple[int, Figure]]:
        """Line and figure of all that is found below a node."""
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            return
        if isinstance(node, ast.stmt):
            words = frozenset()
        line = getattr(node, "lineno", 0)
        value = folded(node)
        if value is not None:
            yield from ((line, f) for f in numbers(value, words) if f in self._figures)
            return
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            told = [*figures_in(node.value), *map(_iso, _ISO.findall(node.value))]
            yield from ((line, f) for f in told if f in self._figures)
        if isinstance(node, ast.Call) and (day := _called_date(node)) in self._figures:
            yield line, day
        if isinstance(node, ast.Tuple | ast.List) and (day := _day(node.elts)) in self._figures:
            yield line, day
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield from self._function(node)
            return
        beside = words | _beside(node)
        for child in ast.iter_child_nodes(node):
            if not _counts_places(node, child):
                yield from self.read(child, beside)

    def _function(
        self, node: ast.FunctionDef | ast.AsyncFunctionDef
    ) -> Iterator[tuple[int, Figure]]:
        """A function's defaults stand beside its arguments, and what it returns beside its name."""
        given = node.args
        for argument in (*given.posonlyargs, *given.args, *given.kwonlyargs):
            if argument.annotation is not None:
                yield from self.read(argument.annotation, words_of(argument.arg))
        for decorator in node.decorator_list:
            yield from self.read(decorator, frozenset())
        pairs = [
            *zip([*given.posonlyargs, *given.args][::-1], given.defaults[::-1], strict=False),
            *zip(given.kwonlyargs, given.kw_defaults, strict=True),
        ]
        for argument, default in pairs:
            if default is not None:
                yield from self.read(default, words_of(argument.arg))
        for statement in node.body:
            for inner in ast.walk(statement):
                if isinstance(inner, ast.Return) and inner.value is not None:
                    yield from self.read(inner.value, words_of(node.name))
            yield from self.read(statement, frozenset())


def _counts_places(node: ast.AST, child: ast.AST) -> bool:
    """Whether a number is the place of a member (``match[5]``, ``text[:5]``) or takes figures of a
    number apart (``day // 10000``)."""
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Mod | ast.FloorDiv):
        return child is node.right
    placed = isinstance(node, ast.Subscript) and child is node.slice
    return (placed or isinstance(node, ast.Slice)) and folded(child) is not None


def folded(node: ast.AST) -> float | None:
    """The value of a number, or of arithmetic with nothing but numbers (``10**6``)."""
    if isinstance(node, ast.Constant):
        plain = isinstance(node.value, int | float) and not isinstance(node.value, bool)
        return float(node.value) if plain else None  # type: ignore[arg-type]
    if isinstance(node, ast.BinOp):
        left, right = folded(node.left), folded(node.right)
        if left is None or right is None:
            return None
        if isinstance(node.op, ast.Mult):
            return left * right
        if isinstance(node.op, ast.Pow) and abs(left) <= LARGE and abs(right) <= 20:
            return float(left**right)
    return None


def _beside(node: ast.AST) -> frozenset[str]:
    """The words of the names beside which a node puts what is below it."""
    names: list[str] = []
    if isinstance(node, ast.Assign):
        names = [n for target in node.targets for n in _names(target)]
    elif isinstance(node, ast.AnnAssign | ast.AugAssign | ast.NamedExpr):
        names = _names(node.target)
    elif isinstance(node, ast.keyword):
        names = [node.arg or ""]
    elif isinstance(node, ast.Call):
        names = _names(node.func)[-1:]
    elif isinstance(node, ast.Compare):
        names = [n for side in (node.left, *node.comparators) for n in _names(side)]
    elif isinstance(node, ast.BinOp):
        names = [*_names(node.left), *_names(node.right)]
    elif isinstance(node, ast.Dict):
        names = [str(k.value) for k in node.keys if isinstance(k, ast.Constant)]
    return words_of(*names)


def _names(node: ast.AST) -> list[str]:
    """The names in an expression, those of attributes included."""
    found = [n for n in ast.walk(node) if isinstance(n, ast.Name | ast.Attribute)]
    return [n.id if isinstance(n, ast.Name) else n.attr for n in found]


def _iso(text: str) -> Figure:
    return "date", float(text.replace("-", ""))


def _called_date(node: ast.Call) -> Figure:
    """``date(2024, 3, 22)`` as a figure."""
    return _day(node.args[:3]) if "date" in "".join(_names(node.func)[:1]) else ("", 0)


def _day(nodes: Sequence[ast.expr]) -> Figure:
    """Year, month and day side by side as a figure."""
    parts = [folded(node) for node in nodes]
    if len(parts) != 3 or None in parts:
        return "", 0
    year, month, day = (int(part or 0) for part in parts)
    return "date", year * 10_000 + month * 100 + day
