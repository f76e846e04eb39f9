"""How many people's data the asker has in all (处理着200万用户的信息), apart from the number of
those whose data is given away. Pure; a clause tells the one or the other.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

import msgspec

from knowledge.answers.people_counts import Told, clause_of, of_people, people_told
from knowledge.answers.table_rows import rows_on
from knowledge.answers.vague_counts import bounds, is_open
from knowledge.text import normalise
from knowledge.types import DecisionTable, Input

_GIVEN = re.compile(
    r"[传寄送给]|发(?=[给到往送去过])|提供|出境|境外|跨境|导出|共享|同步|委托|让|交(?=[给由])"
    r"|\b(?:send\w*|sent|transfer\w*|export\w*|shar(?:e[ds]?|ing)|provid\w+|giv(?:e[sn]?|ing)|gave"
    r"|upload\w*|pass(?:ed|ing)?|abroad|overseas|recipients?"
    r"|(?:go(?:es|ing)?|went|gone|leav(?:es?|ing)|left) (?:to|out|over|china|for))\b"
)
"""What says of a number that it is of those whose data is given away."""
_AS_WELL = re.compile(r"[也还都]|另外|\b(?:also|too|as well)\b")
"""What says that a part is given beside the rest."""
_PEOPLE = (
    r"(?:用户|会员|客户|顾客|消费者|乘客|旅客|患者|病人|学生|学员|司机|车主|住客|客人|玩家|账户|账号"
    r"|个人)"
)
_AMOUNT = r"(?:总人数|总数|总量|规模|基数|盘子|体量)"
_ABOUT = (
    r"(?:[1一]共|总共|合计|总计|共|总|已经?|其实|实际上?|应该|现在|目前|当时|那时|大概|大约|差不多|将近|接近|近|约|超过?|过|多达|高达"
    r"|达到?|不到|不足|不满|不止|少于|上|有|是|为|在|了|着|的|[\s:])*$"
)
_HAS = (
    r"(?:处理|掌握|持有|保有|手握|存有|存(?=[着了])|存储|储存|保存|保管|收集|积累|拥有|留存|沉淀"
    r"|管理(?!员工|人员))"
)
_ALL_OF = re.compile(
    rf"(?:[1一]共|总共|合计|总计|共|总)(?:要|在|已经?)?{_HAS}[^\d]{{0,10}}$|{_HAS}着[^\d]{{0,10}}$"
    rf"|{_HAS}(?:了|的|着)*(?:{_PEOPLE}|信息|数据)*的?(?:{_AMOUNT}|人数|数?量){_ABOUT}"
    rf"|存量的?{_PEOPLE}?{_ABOUT}"
    rf"|(?:[1一]共|总共|合计|总计|全部)(?:手[里上头]|库里|名下|后台)(?:的|也|就|才|只|不过)*{_ABOUT}"
    rf"|(?:手[里上头]|库里|名下|后台)(?:的)?(?:[1一]共|总共|合计|总计|全部)(?:也|就|才|只|不过)*{_ABOUT}"
)
"""What says that a number is of all, whatever else the text leaves open."""
_PROCESSED = re.compile(
    rf"处理(?:了|的)*(?:{_PEOPLE}|信息|数据)*的?{_ABOUT}"
    r"|\b(?:process(?:e[sd]|ing)?|hold(?:s|ing)?|held)\b[^\d]{0,40}$"
)
"""What says so in a text that gives nothing away."""
_WHO_HAS = (
    r"(?:我们?|我[司方]|咱们?|公司|平台|单位|集团|企业|app|小程序|网站|系统|医院|学校|酒店|银行|[商门]店|商城|机构|旗下|名下"
    r"|手[里上头]|库里|后台)"
)
_HAD = re.compile(
    rf"{_HAS}[^\d]{{0,10}}$|{_WHO_HAS}[^\d里中没所]{{0,6}}有(?!没)[^\d里中]{{0,6}}$"
    r"|\b(?:hav(?:e|ing)|has|had|with|collect(?:s|ed|ing)?|ke(?:eps?|pt)|stor(?:e[sd]?|ing)"
    r"|manag(?:e[sd]?|ing)|handl(?:e[sd]?|ing)|control(?:s|led)?)\b[^\d]{0,40}$"
)
"""What stands before a number of people whose data the asker has, where it says of whom: if it is
not the number of those whose data is given away."""
_COUNTED = re.compile(
    rf"(?:注册的?{_PEOPLE}|{_PEOPLE}的?{_AMOUNT}|{_WHO_HAS}[^\d里中没所]{{0,6}}{_PEOPLE}数?量?){_ABOUT}"
    r"|\b(?:user|customer|member) ?base\b[^\d]{0,20}$"
    r"|\btotal (?:number )?of (?:our |the )?\w+[^\d]{0,12}$"
)
"""What stands before such a number and says of whom itself: 平台用户200万."""
_AND_VERB = re.compile(
    rf"(?:并且?|同时|而|另外?|但|又|还)(?:[1一]共|总共)?(?={_HAS})"
    r"|\b(?:and|while|but|whereas)\s+(?:we\s|it\s|they\s|our company\s|also\s|in total\s|in all\s)*"
    r"(?=(?:process|hold|held|hav|had|has|collect|keep|kept|stor|manag|handl|control))"
)
"""Where a number after one that was told belongs to a verb of its own."""
_OF_SO_MANY = re.compile(
    r"(?:^\s*of|\bout of|\b(?:data)?base of|\bpool of|\broster of|\ba total of)\s[^\d,.;?!]{0,24}$"
)
_IN_ALL = re.compile(r"\s*(?:[a-z'-]+\s){0,3}?(?:in total|in all|altogether|overall)\b")
_OF_THE = re.compile(
    r"\s?(?:[a-z-]+\s){0,2}?(?:out\s)?of\s(?:all\s)?(?:our|the|its|their|these|those)?\s?"
    r"(?:total\s(?:of\s)?|about\s|some\s|over\s)?"
)
"""English ways to tell of all, beside the number of those whose data is given: out of 5 million
users, 5 million in total, 8,000 of our 5 million."""
_SUPPOSED = re.compile(r"^(?:那|如果|要是|假如|假设|换成|万一|what if\b|if\b)")
_OF_WHOM = re.compile(
    rf"\s*[多余几来]*(?:名|位|个|条|户|人)?的?(?:注册|活跃|实名|付费|存量|[老新])*(?:{_PEOPLE}|人?的?(?:个人)?(?:信息|数据|资料|档案|病历|记录))"
    r"|\s*(?:[a-z'-]+\s){0,3}?(?:users?|customers?|clients?|consumers?|members?|subscribers?"
    r"|passengers?|patients?|students?|drivers?|people|persons?|individuals?|accounts?)\b"
)
_JOINED = re.compile(r"[^,;。]{0,8}?(?:[、和与及加]|以及|还有|\band\b|\bplus\b)[^,;。\d]{0,8}")


class AllTold(msgspec.Struct, frozen=True):
    """The number of all whose data the asker has, with the ``rest`` of the text: ``apart`` without
    it where another number is told of those whose data is given, and ``alone`` without its clause
    where no other number is. ``sure``: it can be no other number."""

    value: str
    rest: str
    alone: str | None
    apart: bool
    sure: bool


def held_input(table: DecisionTable) -> Input | None:
    """The input of a table that is a number of all whose data the asker has."""
    return next((i for i in table.inputs if i.held), None)


def numbers_given(table: DecisionTable) -> frozenset[str]:
    """The inputs of a table that are numbers of those whose data is given."""
    return frozenset(i.name for i in table.inputs if i.lower and not i.held)


def told_of_all(text: str, units: Sequence[str]) -> AllTold | None:
    """What a normalised text tells of all whose data the asker has; the greatest number, where it
    tells several."""
    numbers = people_told(text, units)
    totals: list[Told] = []
    for place, number in enumerate(numbers):
        joined = place > 0 and numbers[place - 1] in totals
        between = text[numbers[place - 1].end : number.start] if joined else ""
        joined = joined and not _GIVEN.search(between)
        if _is_total(text, numbers, place) or (joined and _JOINED.fullmatch(between)):
            totals.append(number)
    if not totals:
        return None
    rest, beside = text, text
    for total in reversed(totals):
        start, end = clause_of(text, total)
        rest = f"{rest[: total.start]} {rest[total.end :]}"
        beside = f"{beside[:start]}{beside[end:].lstrip(',;。.!? ')}"
    others = of_people([n for n in numbers if n not in totals])
    return AllTold(
        max((t.value for t in totals), key=bounds),
        rest,
        None if others else beside,
        bool(others) and all(_is_given(text, n) for n in others),
        any(_ALL_OF.search(_before(text, t)) for t in totals)
        or (not _GIVEN.search(text) and any(_PROCESSED.search(_before(text, t)) for t in totals)),
    )


def gives_of_all(table: DecisionTable, text: str) -> bool:
    """Whether a text tells of all whose data the asker has and of those whose data is given, each
    with its number: what is given is the case then, and no part of it."""
    known = held_input(table)
    told = told_of_all(normalise(text), known.units) if known is not None else None
    return told is not None and told.apart


def without_total(
    table: DecisionTable, text: str, slots: dict[str, str], day: date
) -> tuple[str, dict[str, str]]:
    """A text without the clause that tells of all whose data the asker has, and that number, where
    it tells no other: what stands in that clause is not said of the data that is given. Else the
    text. A number that may as well be of the case is, unless that was told (``slots``) and the law
    of the day asks for both."""
    known = held_input(table)
    told = told_of_all(normalise(text), known.units) if known is not None else None
    if known is None or told is None or told.alone is None:
        return text, {}
    both = all(not is_open(slots.get(n, "|")) for n in numbers_given(table)) and any(
        known.name in {*row.min, *row.max} for row in rows_on(table, day)
    )
    both = both and not _SUPPOSED.match(normalise(text))
    return (told.alone, {known.name: told.value}) if told.sure or both else (text, {})


def _is_total(text: str, numbers: Sequence[Told], place: int) -> bool:
    number = numbers[place]
    before = _before(text, number)
    if _beside_a_part(text, numbers, place):
        return True
    if place:
        before = _since_given(before)
    if _GIVEN.search(before):
        return False
    end = clause_of(text, number)[1]
    followed = place + 1 < len(numbers) and numbers[place + 1].start < end
    behind = text[number.end : end]
    if not followed and _GIVEN.search(behind):
        return False  # 有200万用户的信息要传 tells of those.
    if any(words.search(before) for words in (_ALL_OF, _PROCESSED, _COUNTED)):
        return True
    return _HAD.search(before) is not None and _OF_WHOM.match(behind) is not None


def _beside_a_part(text: str, numbers: Sequence[Told], place: int) -> bool:
    """Whether a number is in English that of all of whom another number is given away."""
    number = numbers[place]
    if place and _OF_THE.fullmatch(text[numbers[place - 1].end : number.start]):
        return True
    told = _OF_SO_MANY.search(_before(text, number)) or _IN_ALL.match(text, number.end)
    if told is None or _GIVEN.search(_before(text, number)):
        return False
    return any(_is_given(text, n) for n in numbers if n is not number and n.value != number.value)


def _since_given(before: str) -> str:
    """What stands before a number in its clause, from where another verb takes over from what is
    given away there: in *send 3,000 names abroad and process those of 2 million*, the latter."""
    last = max((m.start() for m in _AND_VERB.finditer(before)), default=0)
    return before[last:]


def _is_given(text: str, number: Told) -> bool:
    start, end = clause_of(text, number)
    clause = text[start:end]
    return _GIVEN.search(clause) is not None and not _AS_WELL.search(clause)


def _before(text: str, number: Told) -> str:
    """What stands in the clause of a number before it."""
    return text[clause_of(text, number)[0] : number.start]
