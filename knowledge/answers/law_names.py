"""How people name laws and their versions: titles, short names, the year of a text. Pure."""

from __future__ import annotations

import re

from knowledge.text import normalise
from knowledge.types import Law

_NAMED = re.compile(r"《([^》]{2,40})》")
_BARE = re.compile(
    r"([\u4e00-\u9fff]{1,20}(?:法|条例|办法|规定|规范|解释|实施细则))(?:》)?的?第?\d+条"
)
_ASKING = re.compile(
    r"^(?:请问|想问|问下|我想|知道|了解|查下|查询|查|看下|看看|告诉我|根据|依据|按照|依照|按|违反|违背|关于"
    r"|对于|对照|参照|适用|那么|那|和|与|以及|还有|跟|是不是|是|在|触犯)+"
)
_NO_NAME = re.compile(
    r"^(?:(?:这|那|该|本|此|旧|新|老|哪|某|其|上述|前述|公司|我们|你们|他们|单位|内部|管理|有关|相关)+.{0,2}的?)?"
    r"(?:办法|法|条例|规定|规范|解释|实施细则)$|^(?:这|那|哪|我们|你们|公司|单位|内部)"
)


def title_before(text: str, place: int) -> str:
    """The title of the law that an article at a place of a normalised text is of, where it is
    named there; empty where that is no name (我们公司的规定)."""
    named = _NAMED.search(text) or _BARE.search(text)
    if named is None or named.start() > place:
        return ""
    title = named.group(1)
    if named.re is _BARE:
        title = _ASKING.sub("", title)
        if _NO_NAME.search(title) or len(title) < 2:
            return ""
    return title


def year_of(law: Law) -> str:
    """The year by which a version is called; a mark that stands in no text where it has none."""
    return next(iter(re.findall(r"\d{4}", normalise(law.version))), "-")


def of_its_year(law: Law, text: str) -> bool:
    """Whether a normalised text names a version by its year rather than a day or a time of it."""
    return re.search(rf"{year_of(law)}年(?!\d|时|初|底|末|[上下]半|以?前)", text) is not None


def names_of(law: Law) -> tuple[str, ...]:
    """What people write for a law, in both languages."""
    english = re.sub(r"\s*\(.*?\)", "", law.english).strip()
    title = law.title.removeprefix("中华人民共和国")
    return tuple(dict.fromkeys(n for n in (law.title, title, *law.short, english) if n))
