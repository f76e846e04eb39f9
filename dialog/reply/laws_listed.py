"""What is said of several held laws together: how many there are, which took effect in a year,
which of them did so first. Pure."""

from __future__ import annotations

from dialog.messages import Outcome
from dialog.reply.law_places import spoken_date
from knowledge.answers.citing import plain_title
from knowledge.answers.law_counts import counted
from knowledge.answers.law_findings import LawFinding
from knowledge.types import Language, Law

LISTS = ("held", "year", "earliest", "latest")
"""What may be asked of several laws, by the first word of a finding's aspect."""


def listed(finding: LawFinding, *, english: bool) -> tuple[Outcome, tuple[str, Language]]:
    """The laws of a finding, with their number or in the order in which they began."""
    aspect, _, year = finding.aspect.partition(" ")
    if aspect == "held":
        return "answered", _held(finding, english=english)
    if english:
        names = "; ".join(
            f"{law.english or law.title} ({law.effective_from})" for law in finding.near
        )
        lead = f"{len(finding.near)} of those we hold took effect in {year}" if year else "By date"
        return "answered", (f"{lead}: {names}.", "en")
    if aspect == "year":
        names = "、".join(map(_named, finding.near))
        text = f"我收录的文件里，{year}年施行的有{len(finding.near)}个：{names}。没有收录的不在内。"
        return "answered", (text, "zh")
    return "answered", (_ordered(finding, last=aspect == "latest"), "zh")


def _held(finding: LawFinding, *, english: bool) -> tuple[str, Language]:
    levels = counted(finding.near)
    if english:
        text = f"We hold summaries of {len(finding.near)} laws, rules and policy papers; older"
        return f"{text} versions of the same act are not counted.", "en"
    parts = "、".join(f"{level}{number}部" for level, number in levels)
    text = f"我这里收录了{len(finding.near)}部法律、法规和文件的要点：{parts}。"
    return f"{text}同一部的新旧文本算一部。每部收录的是部分条文的要点，说出名称和条号就能查。", "zh"


def _ordered(finding: LawFinding, *, last: bool) -> str:
    laws = finding.near[::-1] if last else finding.near
    days = [law.effective_from for law in laws]
    if days[0] == days[1]:
        text = f"{plain(laws[0])}和{plain(laws[1])}同一天施行"
    else:
        most = "最" if len(laws) > len("两部") else ""
        text = f"{plain(laws[0])}{most}{'后' if last else '先'}施行"
    versions = any(law.effective_to is not None for law in laws)
    text += "：" + "，".join(map(_dated, laws)) + "。"
    return text + ("后来修正过的，说的是最初的文本。" if versions else "")


def plain(law: Law) -> str:
    """A law by its title as it is said."""
    return f"《{plain_title(law.title)}》"


def _named(law: Law) -> str:
    return f"{plain(law)}{law.version}（{_day(law)}）"


def _dated(law: Law) -> str:
    return f"{plain(law)}{_day(law)}起施行"


def _day(law: Law) -> str:
    return spoken_date(law.effective_from.isoformat()) if law.effective_from else "日期没有收录"
