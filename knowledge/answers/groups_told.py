"""Several groups of people whose data a text tells of, each with its kind and number (员工180人，有
银行卡；客户3000人，姓名邮箱). Pure.

Each is a case of its own: a table rules on each, and asks for no number that stands beside one.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping, Sequence

import msgspec

from knowledge.answers.joined_groups import with_joined
from knowledge.answers.others_staff import claims_staff
from knowledge.answers.people_counts import counted_input, people_in
from knowledge.answers.people_groups import GROUPS, NO_GROUP, STAFF, named_groups
from knowledge.answers.reasons import reason_in
from knowledge.answers.table_parts import kind_of, told_in_one
from knowledge.answers.table_replies import by_answers, of_it, unsettled
from knowledge.answers.table_words import Slots, stated
from knowledge.answers.vague_counts import as_value, bounds
from knowledge.text import normalise
from knowledge.types import DecisionTable, Input

_CUTS = re.compile(
    r"[,，](?!\d{3}(?!\d))|[;；。!！?？、\n]|\.(?=\s|$)|\s-\s"
    r"|(?:另外|还有|以及|外加|加上|[和与跟及])(?=[^,，。;；]{0,12}?(?:员工|职工|客户|用户|会员|船员|海员"
    r"|患者|病人|应聘|学生|学员|乘客|旅客|司机|车主|供应商|\d))"
    r"|\b(?:and|plus|as well as|while)\b"
)
"""What stands between what is told of one group and of the next."""
_DATA = re.compile(
    r"数据|资料|信息|名单|名册|档案|记录|文件|工资|薪[酬水资]|考勤|绩效|社保"
    r"|\b(?:data|information|records?|files?|details|lists?|payroll|salar(?:y|ies)|wages)\b"
)
_OF_ALL = re.compile(r"合同|协议|规章|制度|\b(?:contract|agreement|rule)s?\b")
"""What is told of the case, of whichever group: 没有集体合同."""
_OTHERS = re.compile(r"其中|当中(?!国)|里面|\b(?:of|among) (?:them|these|those|which|whom)\b")


class Group(msgspec.Struct, frozen=True):
    """What a text tells of one group, with the names of the group: as the text itself calls it in
    Chinese (``label``), else as it is called here."""

    name: str
    label: str
    english: str
    text: str
    figures: str


@functools.lru_cache(maxsize=1024)
def told_groups(text: str) -> Mapping[str, Group]:
    """What a text tells of each group that it names: what it says of none belongs to all, where it
    stands before the first or is of contracts, else to the group named last."""
    shared: list[str] = []
    told: dict[str, list[str]] = {}
    last = ""
    for piece in with_joined(_pieces(normalise(text))):
        named = named_groups(piece)
        last = named[0] if len(named) == 1 else last
        if claims_staff(piece) and not named:
            told.setdefault(STAFF, []).append(piece)
            continue
        of_all = not last or (not named and _OF_ALL.search(piece) is not None)
        (shared if of_all else told.setdefault(last, [])).append(piece)
    english = {name: in_english for name, in_english, _ in GROUPS}
    return {
        name: Group(
            name,
            _called(name, ",".join(pieces)),
            english[name],
            ",".join([*shared, *pieces]),
            ",".join(pieces),
        )
        for name, pieces in told.items()
    }


def _called(group: str, text: str) -> str:
    """What a text calls a group in Chinese; its name where it does in English alone."""
    words = next(words for name, _, words in GROUPS if name == group)
    found = words.search(NO_GROUP.sub(" ", text))
    return found[0] if found is not None and not found[0].isascii() else group


def _pieces(text: str) -> list[str]:
    return [p.strip() for p in _CUTS.split(text) if p.strip()]


def told_of(text: str, group: str) -> str:
    """What a text tells of one group; all of it where it names none, nothing where it tells of
    others alone."""
    told = told_groups(text)
    if not told:
        return text
    found = told.get(group)
    if found is not None and len(told) == 1:
        return text
    return found.text if found is not None else ""


def of_one_group(table: DecisionTable, texts: Sequence[str]) -> Sequence[str]:
    """What some texts tell of the one group that the last one names, where one before it told of
    several; all of them where it does not. Without the number of others whom they name and give
    nothing of (公司200名员工，要传50万会员的手机号)."""
    texts = [_with_data(table, text) or text for text in texts]
    named = named_groups(texts[-1]) if texts else ()
    if len(named) != 1:
        return texts
    group = named[0]
    several = any(
        group in {g.name for g in _counted(table, texts[: n + 1])} for n in range(len(texts) - 1)
    )
    return [t for t in (told_of(text, group) for text in texts) if t] if several else texts


def groups_in(table: DecisionTable, texts: Sequence[str]) -> dict[Group, tuple[str, ...]]:
    """The groups of which the last of some texts tells a number each, with what the texts tell of
    each of them and of its kind; empty where there are not several. What stands behind that text
    and names none (没有集体合同) is told of all, but a kind or a number of those alone of which it
    was left open."""
    place = next((n for n in range(len(texts) - 1, -1, -1) if named_groups(texts[n])), -1)
    told, behind = texts[: place + 1], texts[place + 1 :]
    groups = _counted(table, told)
    kind, counted = kind_of(table), counted_input(table)
    if not groups or kind is None or counted is None:
        return {}
    found: dict[Group, tuple[str, ...]] = {}
    found |= {g: tuple(t for t in (told_of(text, g.name) for text in told) if t) for g in groups}
    if not any(_states(kind, table, own) for own in found.values()):
        return {}
    for text in behind:
        settles = _states(kind, table, [text]) or people_in(normalise(text), counted.units)
        still = [g for g, own in found.items() if not (settles and _states(kind, table, own))]
        if claims_staff(normalise(text)):
            still = [g for g in still if g.name == STAFF]
        if not still and not claims_staff(normalise(text)):
            return {}
        found |= {g: (*found[g], text) for g in still}
    return found


class Together(msgspec.Struct, frozen=True):
    """Groups that count together, with their names in both languages and what is stated of all."""

    names: tuple[str, str]
    slots: Slots


def counted_together(table: DecisionTable, stated_of: Mapping[Group, Slots]) -> list[Together]:
    """The groups by their kind, with the number of all of them: what the law counts is the people
    whose data of a kind are sent, whoever they are. One that a reason spares counts alone."""
    kind, counted = kind_of(table), counted_input(table)
    if kind is None or counted is None:
        return []
    by_kind: dict[str, list[Group]] = {}
    for group, slots in stated_of.items():
        alone = reason_in(table, slots)
        by_kind.setdefault(group.name if alone else slots.get(kind.name, ""), []).append(group)
    found: list[Together] = []
    for groups in by_kind.values():
        numbers = [bounds(stated_of[g].get(counted.name, "")) for g in groups]
        of_all = as_value(sum(low for low, _ in numbers), sum(high for _, high in numbers))
        names = "、".join(g.label for g in groups), " and ".join(g.english for g in groups)
        found.append(Together(names, {**stated_of[groups[0]], counted.name: of_all}))
    return found


def kind_listed(table: DecisionTable, texts: Sequence[str]) -> dict[str, str]:
    """The kind of the data of a group that its fields state as they would answer what they are
    (订单), where no word for a kind does; empty where they leave it open."""
    kind = kind_of(table)
    if kind is None or any(stated(table, t).get(kind.name) for t in texts):
        return {}
    value = next((v for t in texts if (v := by_answers(kind, normalise(t)))), "")
    open_still = any(unsettled(kind, of_it(table, kind, t)) for t in map(normalise, texts))
    return {kind.name: value} if value and not open_still else {}


def _with_data(table: DecisionTable, text: str) -> str:
    """What a text tells of the one group of which something is given, where it tells a number of
    several; empty where there are more."""
    counted, kind = counted_input(table), kind_of(table)
    if (
        len(named_groups(text)) < 2
        or counted is None
        or kind is None
        or _OTHERS.search(normalise(text))
    ):
        return ""
    groups = [g for g in told_groups(text).values() if people_in(g.figures, counted.units)]
    given = [g for g in groups if _DATA.search(g.figures) or _states(kind, table, [g.figures])]
    return given[0].text if len(groups) > 1 and len(given) == 1 else ""


def _states(kind: Input, table: DecisionTable, texts: Sequence[str]) -> bool:
    return any(stated(table, t).get(kind.name) or by_answers(kind, normalise(t)) for t in texts)


def _counted(table: DecisionTable, texts: Sequence[str]) -> list[Group]:
    """The groups of which the last of some texts tells a number each, and what is given of them;
    none where there are not several."""
    last, counted, kind = texts[-1] if texts else "", counted_input(table), kind_of(table)
    if counted is None or kind is None or len(named_groups(last)) < 2:
        return []
    if _OTHERS.search(normalise(last)) or len(told_in_one(table, last)) > 1:
        return []
    found = [
        group
        for name, group in told_groups(last).items()
        if (people_in(group.figures, counted.units) or _spared(table, group))
        and (
            _DATA.search(group.figures)
            or _states(kind, table, [t for t in (told_of(text, name) for text in texts) if t])
        )
    ]
    return found if len(found) > 1 else []


def _spared(table: DecisionTable, group: Group) -> bool:
    """Whether a group is one of staff that a reason spares, however many they are."""
    of_staff = group.name == STAFF and _DATA.search(group.figures) is not None
    return of_staff and bool(reason_in(table, stated(table, group.figures)))
