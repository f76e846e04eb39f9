"""A part of the people of a case that a table ruled on: 里面有3000人的身份证号, 其中有小孩. Pure.

A part has a kind and a number of its own; what was told of the whole stays, and holds again where
the part turns out to be of the same kind. Where one text tells of both (玩家30万，有些是孩子),
the number of all is not that of the part.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import Literal

from knowledge.answers.ages import without_ages
from knowledge.answers.held_totals import gives_of_all
from knowledge.answers.people_counts import counted_input
from knowledge.answers.table_words import Slots, spoken_of, stated
from knowledge.text import normalise
from knowledge.types import DecisionTable, Input, Row

_PART = re.compile(
    r"里(?:面|头|边)?(?:还|也|就|都|会)*(?:有|含|带|包)|其中|当中|(?:[1一]|大|小)?部分|有些|有的|个别|少数"
    r"|^(?:那|但|可|不过|如果|要是|假如|万一|还|也|又|另外|再加|,)*(?:有|含|包括|包含|带|加上?)"
    r"|\b(?:some|part|a few) of\b|\b(?:among|of) (?:them|these|those)\b|\bincluding\b"
    r"|里[面头边](?=[还也有约]*\d)|\balso (?:have|send)\b"
    r"|^(?:and |but |what )*if (?:there are|some|it includes|they include)\b"
)
_INSIDE = re.compile(
    r"里(?:面|头|边)?(?:还|也|就|都|会|大概|大约|约)*(?:有|含|带|包)|里[面头边](?=[还也有约]*\d)|其中|当中"
    r"|\b(?:of (?:them|these|those|which|whom)|among (?:them|these|those)|including)\b"
)
"""What names a part of what was just told of."""
_SOME = re.compile(
    r"(?:(?:其中|当中|里(?:面|头|边)?)(?:还|也|就|都|会|大概|大约|约)*)?(?:有|含)?(?:[1一]|[绝极]?大|小|[1一]小)"
    r"?部分(?:的?(?:人|玩家|用户|客户|会员|学生|员工))?(?:是|为|有|含|带|属于|涉及)*"
    r"|(?<!没)(?<!有没)有(?:些|的(?!是没))(?:人|玩家|用户|客户|会员|学生|员工)?|个别|少数|其中|当中(?!国)"
    r"|(?P<holds>里(?:面|头|边)?(?:还|也|就|都|会|大概|大约|约)*(?:有|含|带|包[括含]))"
    r"|\b(?:some|several|a few|(?:a )?part|a (?:portion|fraction|minority)|a (?:\w+ )?number)"
    r" (?:of (?:them|these|those|whom|which|the \w+|our \w+) |(?:are|have|were|is) )"
    r"|\bsome (?=(?:children|kids|minors|patients|under)\b)"
    r"|\b(?:among|of) (?:them|these|those|whom)\b"
)
"""What names a part of people, or of what is told of them."""
_SOME_OF = re.compile(
    r"(?:some|several|a few|part) of (?P<all>(?:the |our |these )?\d[\d,]*(?: \w+){0,3}?)"
    r" (?=are|have|were)"
)
_NUMBERED = re.compile(r"(?:\bfor |\babout |\bof )?\b\d[\d,]* $")
"""The part's own number, in front of the words that name it: 15,000 of them."""
_PERSONS = re.compile(
    r"孩|童|未成年|小学生|幼儿|婴|岁|患者|病人|教徒|残疾|老人"
    r"|\b(?:child|children|kids?|minors?|patients?|under \d+|aged?)\b"
)
"""What is of some of the people and of no field of all: 里面有小孩, but not 里面有卡号."""
_OF_ALL = re.compile(
    r"总共|[1一]共|合计|全部|总数|总人数|所有|加起来|总的|[其剩][他余下它]|另外的|大人|成年人"
    r"|\b(?:in total|altogether|in all|overall|the total|all (?:our |the )?\w+"
    r"|the (?:rest|others))\b"
)
_FIGURE = re.compile(r"\d|[几数]?[百千万]|\b(?:hundred|thousand|dozen)")
_CLAUSES = re.compile(r"[,，](?!\d{3}(?!\d))|[;；。?？!！]|\.(?=\s|$)")
_WHOLE = re.compile(
    r"总共|[1一]共|合计|全部|总数|总人数|加起来|都加上|\b(?:in total|altogether|in all|overall)\b"
)
_OTHERS = re.compile(
    r"其[他它余]|剩下|别的|\b(?:the (?:rest|others?)|everybody else|everyone else)\b"
)
"""What speaks of those that are not the part."""


Stricter = Literal["", "part", "rest", "same"]


def kind_of(table: DecisionTable) -> Input | None:
    """The input of a table whose values stand for what is in the data."""
    return next((i for i in table.inputs if i.denied), None)


def of_whichever_kind(table: DecisionTable, asked: Input, slots: Slots) -> Slots:
    """The kinds between which data are open of which only the number of people is told, where the
    kind is asked for: they are people's, whichever of these they are."""
    kind, counted = kind_of(table), counted_input(table)
    if kind is None or counted is None or asked is not kind:
        return {}
    if kind.name in slots or counted.name not in slots:
        return {}
    return {kind.name: "|".join((*kind.denied, *kind.denied.values()))}


def told_in_one(table: DecisionTable, text: str) -> tuple[str, ...]:
    """The whole and the part of it where one text tells of both (8万人的订单, 里面有3000人的病历;
    玩家30万，有些是孩子): what is said of neither belongs to the whole. Else the text alone."""
    clauses = [c for c in _CLAUSES.split(normalise(text)) if c.strip()]
    if gives_of_all(table, text):
        return (text,)
    parts = [c for c in clauses[1:] if _INSIDE.search(c) and _FIGURE.search(without_ages(c))]
    whole = [c for c in clauses if c not in parts]
    if len(parts) == 1 and _FIGURE.search(",".join(whole[:1])):
        return ",".join(whole), parts[0]
    for whole_text, part in _split(normalise(text)):
        if _is_mixed(table, whole_text, part):
            return whole_text, part
    return (text,)


def _split(text: str) -> Iterator[tuple[str, str]]:
    """What may be a text without its part, and the part: from the words that name one to the end of
    their clause, or the clause with a number beside one that counts all."""
    for match in _SOME.finditer(text):
        end = _CLAUSES.search(text, match.end())
        stop = end.start() if end is not None else len(text)
        named = _SOME_OF.match(text, match.start(), stop)
        if named is not None:  # Some of our 90,000 users are kids: the number is that of all.
            rest = f"{text[: match.start()]},{named['all']},{text[stop:]}"
            yield rest, f"some of them {text[named.end() : stop]}"
            continue
        own = _NUMBERED.search(text, 0, match.start())
        start = own.start() if own is not None else match.start()
        yield f"{text[:start]},{text[stop:]}", text[start:stop]
    clauses = [c for c in _CLAUSES.split(text) if c.strip()]
    for clause in clauses:
        rest = [c for c in clauses if c is not clause]
        if _FIGURE.search(clause) and any(_OF_ALL.search(c) for c in rest):
            yield ",".join(rest), clause


def _is_mixed(table: DecisionTable, whole: str, part: str) -> bool:
    """Whether the number of a text is told of the whole and its stricter kind of the part alone."""
    kind, counted = kind_of(table), counted_input(table)
    if kind is None or counted is None:
        return False
    of_whole, of_part = stated(table, whole), stated(table, part)
    value = of_part.get(kind.name, "").split("|")[0]
    if counted.name not in of_whole or value not in kind.denied:
        return False
    if of_whole.get(kind.name, "|").split("|")[0] == value and "|" not in of_whole[kind.name]:
        return False
    named = _SOME.match(part)
    fields = named is None or (named["holds"] is not None and not _PERSONS.search(part))
    return counted.name in of_part or not fields


def of_the_rest(table: DecisionTable, slots: Slots, part: str) -> Slots:
    """What was stated of a whole of which a part of another kind is told: what is not that part is
    not of that kind, unless it was said to be."""
    kind = kind_of(table)
    if kind is None or "|" not in slots.get(kind.name, "|"):
        return slots
    value = stated(table, part).get(kind.name, "").split("|")[0]
    other = kind.denied.get(value, "")
    return {**slots, kind.name: other} if other else slots


def parted(
    table: DecisionTable,
    text: str,
    told: Slots,
    *,
    before: Slots,
    whole: Slots | None,
    row: Callable[[Slots], Row | None],
    part: bool = False,
) -> tuple[Slots, Slots | None]:
    """What holds after a text that states ``told`` after ``before``, and what was stated of the
    ``whole`` where a part of it is spoken of. ``row``: the row that holds for inputs. ``part``: the
    text is known to tell of a part."""
    kind, counted = kind_of(table), counted_input(table)
    now = {**before, **told}
    if kind is None or counted is None:
        return now, None
    text = normalise(text)
    if whole is None:
        differs = part and told.get(kind.name) not in (None, before.get(kind.name))
        if counted.name not in before or not (differs or _is_part(text, kind.name, told, before)):
            # Some of them, of whom nothing stricter is told, are no more and no fewer in all.
            stays = part and counted.name in before
            return {**now, counted.name: before[counted.name]} if stays else now, None
        return _of_part(counted, told, before=before, row=row), before
    if _OTHERS.search(text) and told.get(kind.name) == whole.get(kind.name):
        told = {name: value for name, value in told.items() if name != kind.name}
    back = _WHOLE.search(text) is not None or told.get(kind.name) == whole.get(kind.name)
    if not part and {kind.name, counted.name} <= set(told) and spoken_of(table, text):
        return now, None  # A whole case of its own.
    still_open = "|" in before.get(kind.name, "") and kind.name not in told
    if (back or still_open) and not _PART.search(text):
        return {**whole, **told}, None
    return {**before, **told}, whole


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


def stricter(part: Row | None, rest: Row | None) -> Stricter:
    """Which of the row of a part and that for the rest is the stricter one, where the table grades
    them."""
    if part is None or rest is None or not part.grade or not rest.grade:
        return ""
    if part.grade == rest.grade:
        return "same"
    return "part" if part.grade > rest.grade else "rest"


def places_of_parts(told_of: Sequence[Sequence[str]]) -> frozenset[int]:
    """The places of the texts that tell of a part, where each stands behind that of its whole."""
    places, place = set[int](), 0
    for both in told_of:
        places.update(range(place + 1, place + len(both)))
        place += len(both)
    return frozenset(places)
