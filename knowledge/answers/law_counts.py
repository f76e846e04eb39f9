"""What is asked of the held laws as a whole: how many there are, which of them took effect in a
year, which of several did so first. Pure; over normalised texts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date

from knowledge.answers.law_findings import LawFinding
from knowledge.types import Law

_LAWS = r"(?:法律法规|法律|法规|规章|条例|法|政策文件|规范性文件|文件|规定)"
_SMALL = (
    r"(?:你们?|您|这里|这儿|这边|知识库|系统|库里?|目前|现在|[1一]共|总共|都|里面?|中"
    r"|[的了请问,， ])*"
)
_HELD = re.compile(
    rf"{_SMALL}(?:收录|收集|收了|录入|存|装|掌握|整理|能查)(?:了|到|过|的)*"
    rf"(?:(?:多少|几|哪些|哪几)(?:部|个|条|份|件|种)?(?:现行|数据)?的?{_LAWS}"
    rf"|(?:现行|数据)?的?{_LAWS}(?:有|是)?(?:[1一]共|总共)?(?:有|是)?(?:多少|几|哪些|哪几)(?:部|个|份|件)?)"
    r"[呢啊吗?？。! ]*"
    rf"|{_SMALL}(?:知识库|库)里?面?{_SMALL}有(?:多少|几|哪些)(?:部|个|份)?{_LAWS}[呢啊?？。! ]*"
)
_OF_YEAR = re.compile(
    rf"{_SMALL}(?:哪些|哪几[部个]|什么|多少[部个]?|几[部个])?(?:数据)?的?{_LAWS}?(?:都|是|有|在|于|自|从)*"
    rf"(?P<year>(?:19|20)\d\d)年(?:里|度|内|起|份|开始|才|就|正式)*(?:施行|生效|实施)的?"
    rf"(?:数据)?(?:{_LAWS})?(?:有|是)?(?:哪些|哪几[部个]|什么|多少[部个]?|几[部个])?[呢啊?？。! ]*"
)
_WHICH = re.compile(r"哪|什么|多少|几[部个]")
_ORDER = re.compile(
    r"(?:谁|哪[1一]?[个部]?(?:法律?|条例)?)(?:更|最|比较|要|是)*(?P<end>先|早|晚|后)"
    r"|(?:先后|早晚|前后)(?:顺序|次序)?|(?:顺序|次序)(?:是|怎么)"
)
_FORCE = re.compile(r"施行|生效|实施|出台")
_LEVELS = ("法律", "行政法规", "部门规章", "司法解释", "地方性法规", "地方规范性文件", "规范性文件")


def of_all(text: str, laws: Iterable[Law], today: date) -> LawFinding | None:
    """The laws that a text asks for by nothing but that they are held, or by a year."""
    present = _in_force(laws, today)
    if _HELD.fullmatch(text):
        return _finding("held", present, today)
    read = _OF_YEAR.fullmatch(text)
    if read is None or not _WHICH.search(text):
        return None
    year = int(read["year"])
    begun = [w for w in laws if w.effective_from is not None and w.effective_from.year == year]
    return _finding(f"year {year}", sorted(begun, key=_start), today) if begun else None


def in_order(text: str, acts: Sequence[Sequence[Law]], today: date) -> LawFinding | None:
    """Several acts by the day on which they first took effect, where a text asks for that order.
    ``acts``: the versions of each that are held; of an amendment alone the first day is not
    known."""
    laws = [min(versions, key=_start) for versions in acts if versions]
    if any("修" in law.version for law in laws):
        return None
    asked = _ORDER.search(text)
    if len(laws) < 2 or asked is None or not _FORCE.search(text):
        return None
    dated = [law for law in laws if law.effective_from is not None]
    if len(dated) < len(laws):
        return None
    last = asked.groupdict().get("end") in ("晚", "后")
    ordered = sorted(dated, key=_start)
    return _finding("latest" if last else "earliest", ordered, today)


def counted(laws: Iterable[Law]) -> list[tuple[str, int]]:
    """How many laws there are of each level, the highest first; those of no usual one last."""
    levels = [law.level if law.level in _LEVELS else "其他文件" for law in laws]
    return [(n, levels.count(n)) for n in (*_LEVELS, "其他文件") if n in levels]


def _finding(aspect: str, laws: Sequence[Law], today: date) -> LawFinding:
    return LawFinding(
        "about_law", laws[0].title, None, today, laws[0], aspect=aspect, near=tuple(laws)
    )


def _in_force(laws: Iterable[Law], today: date) -> list[Law]:
    """One version of each act: the one of today, else the newest."""
    newest: dict[str, Law] = {}
    for law in sorted(laws, key=_start):
        if law.effective_from is None or law.effective_from <= today:
            newest[law.family or law.id] = law
    return list(newest.values())


def _start(law: Law) -> date:
    return law.effective_from or date.min
