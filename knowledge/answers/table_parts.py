"""A part of the people of a case that a table ruled on: 里面有3000人的身份证号, 其中有小孩. Pure.

A part has a kind and a number of its own; what was told of the whole stays, and holds again where
the part turns out to be of the same kind.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from knowledge.answers.table_words import Slots
from knowledge.text import normalise
from knowledge.types import DecisionTable, Input, Row

_PART = re.compile(
    r"里(?:面|头|边)?(?:还|也|就|都|会)*(?:有|含|带|包)|其中|当中|(?:[1一]|大|小)?部分|有些|有的|个别|少数"
    r"|^(?:那|但|可|不过|如果|要是|假如|万一|还|也|又|另外|再加|,)*(?:有|含|包括|包含|带|加上?)"
    r"|\b(?:some|part|a few) of\b|\bamong (?:them|these|those)\b|\bincluding\b"
    r"|\balso (?:have|send)\b"
    r"|^(?:and |but |what )*if (?:there are|some|it includes|they include)\b"
)
_INSIDE = re.compile(
    r"里(?:面|头|边)?(?:还|也|就|都|会|大概|大约|约)*(?:有|含|带|包)|其中|当中"
    r"|\b(?:of (?:them|these|those|which|whom)|among (?:them|these|those)|including)\b"
)
"""What names a part of what was just told of."""
_FIGURE = re.compile(r"\d|[几数]?[百千万]|\b(?:hundred|thousand|dozen)")
_CLAUSES = re.compile(r"[,，;；。]")
_WHOLE = re.compile(
    r"总共|[1一]共|合计|全部|总数|总人数|加起来|都加上|\b(?:in total|altogether|in all|overall)\b"
)


def kind_of(table: DecisionTable) -> Input | None:
    """The input of a table whose values stand for what is in the data."""
    return next((i for i in table.inputs if i.denied), None)


def told_in_one(text: str) -> tuple[str, ...]:
    """The whole and the part of it where one text tells of both with a number each (8万人的订单,
    里面有3000人的病历): what is said of neither belongs to the whole. Else the text alone."""
    clauses = [c for c in _CLAUSES.split(normalise(text)) if c.strip()]
    parts = [c for c in clauses[1:] if _INSIDE.search(c) and _FIGURE.search(c)]
    whole = [c for c in clauses if c not in parts]
    if len(parts) != 1 or not _FIGURE.search(",".join(whole[:1])):
        return (text,)
    return ",".join(whole), parts[0]


def parted(
    table: DecisionTable,
    text: str,
    told: Slots,
    *,
    before: Slots,
    whole: Slots | None,
    row: Callable[[Slots], Row | None],
) -> tuple[Slots, Slots | None]:
    """What holds after a text that states ``told`` after ``before``, and what was stated of the
    ``whole`` where a part of it is spoken of. ``row``: the row that holds for inputs."""
    kind = kind_of(table)
    counted = next((i for i in table.inputs if i.lower and not i.assume), None)
    now = {**before, **told}
    if kind is None or counted is None:
        return now, None
    text = normalise(text)
    if whole is None:
        if counted.name not in before or not _is_part(text, kind.name, told, before):
            return now, None
        return _of_part(counted, told, before=before, row=row), before
    back = _WHOLE.search(text) is not None or told.get(kind.name) == whole.get(kind.name)
    still_open = "|" in before.get(kind.name, "") and kind.name not in told
    if (back or still_open) and not _PART.search(text):
        return {**whole, **told}, None
    return now, whole


def _is_part(text: str, kind: str, told: Slots, before: Slots) -> bool:
    """Whether a text tells that a part is of another kind than what was told before."""
    settled = before.get(kind, "|")
    return "|" not in settled and told.get(kind, settled) != settled and bool(_PART.search(text))


def _of_part(
    counted: Input, told: Slots, *, before: Slots, row: Callable[[Slots], Row | None]
) -> Slots:
    """What holds of a part: its number is that of the whole only where it does not matter."""
    now = {**before, **told}
    if counted.name in told:
        return now
    held = row(now)
    if held is not None and held == row({**now, counted.name: "1"}):
        return now
    return {name: value for name, value in now.items() if name != counted.name}
