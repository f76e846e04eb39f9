"""The dates that a law's own text states: in its heading and in the article on its coming into
force. Pure, over lines and articles.

An amended text keeps the day on which the act first came into force. A day before the latest
amendment that the heading names is therefore never read as that of the version.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

import msgspec

from knowledge.answers.citing import plain_title
from knowledge.statutes.reading import Line
from knowledge.statutes.remarks import Remark
from knowledge.statutes.splitting import Split, clean, number_of
from knowledge.types import StatuteArticle

_NUMERAL = r"[0-9０-９〇○零一二三四五六七八九十]"
_DAY = re.compile(
    rf"(?<!{_NUMERAL})({_NUMERAL}{{4}})\s*年\s*({_NUMERAL}{{1,3}})\s*月\s*({_NUMERAL}{{1,3}})\s*日"
    r"|(?<![\d.-])(\d{4})[-./](\d{1,2})[-./](\d{1,2})(?![\d.-])"
)
_IN_FORCE = r"\s*(?:正式)?(?:施行|实施|生效|执行|试行)"
_FROM_DAY = re.compile(rf"\s*起?{_IN_FORCE}(?!细则|办法|方案|意见|[前后])")
_FORCE_LABEL = re.compile(r"(?:施行|实施|生效)(?:日期|时间|日)\s*[:：]?\s*$")
_AMENDED = re.compile(r"修正|修订|修改")
_AMENDED_YEAR = re.compile(
    r"(?<!\d)([12]\d{3})\s*年?\s*(?:第[一二三四五六七八九十]次)?(?:修正|修订)"
)
_MADE_PUBLIC = re.compile(r"公布|发布|颁布|印发")
_SUBJECT = r"(?:本(?:(?!第)[\u4e00-\u9fff]){1,15}?\s*[，,]?\s*)?"
_SENTENCE = re.compile(rf"(?:^|[。；\n])\s*{_SUBJECT}(?:自|从|于)\s*$")
_ON_PUBLICATION = re.compile(
    rf"(?:^|[。；\n])\s*{_SUBJECT}(?:自|从|于)\s*(?:公布|发布|颁布|印发)之日起{_IN_FORCE}"
)
_HEADING_LENGTH = 20_000
_NEAR = 40
"""Characters before a day in which its sentence begins: a text full of days is read in one go."""
_CLOSING = 3
"""Articles from the last on, in which the coming into force may stand."""


class Dates(msgspec.Struct, frozen=True):
    """What texts state. ``heading`` and ``closing``: the days of force in the heading and in one of
    the last articles; ``on_publication``: that article says 自公布之日起; ``amended``: the latest
    change that the heading names. The file and the line are those of the day that counts."""

    heading: date | None = None
    closing: date | None = None
    on_publication: bool = False
    published: date | None = None
    amended: date | None = None
    file: str = ""
    line: int = 0

    @property
    def force(self) -> date | None:
        """Since when the version is in force by its own words: the heading's day, else that of the
        last articles; none that lies before the latest amendment."""
        closing = self.published if self.on_publication else self.closing
        day = self.heading or closing
        if day is None or (self.amended is not None and day < self.amended):
            return None
        return day

    @property
    def of_the_act(self) -> bool:
        """Whether the day is only an article's, which an amended text keeps from its first one."""
        return self.heading is None

    @property
    def differ(self) -> bool:
        """Whether the article names a later day than the heading. An earlier one is the act's."""
        return self.heading is not None and self.heading < (self.closing or date.min)


def dates_in(file: str, found: Split, title: str) -> tuple[Dates, list[Remark]]:
    """The dates of a split text that has a title, and its heading's days that do not exist."""
    before = _heading(found, title)
    text = "\n".join(clean(line.text) for line in before)[:_HEADING_LENGTH]
    force: dict[date, int] = {}
    published: set[date] = set()
    amended = [date(int(year), 1, 1) for year in _AMENDED_YEAR.findall(text)]
    remarks: list[Remark] = []
    matches = list(_DAY.finditer(text))
    for match, behind in zip(matches, [*matches[1:], None], strict=False):
        line = before[text.count("\n", 0, match.start())].number
        rest = text[match.end() : behind.start() if behind else len(text)]
        day = day_of(match)
        if day is None:
            remarks.append(Remark("warning", "no_such_day", file, line, detail=match.group()))
        elif _FROM_DAY.match(rest) or _FORCE_LABEL.search(
            text[max(match.start() - _NEAR, 0) : match.start()]
        ):
            force.setdefault(day, line)
        elif _AMENDED.search(rest):
            amended.append(day)
        elif _MADE_PUBLIC.search(rest):
            published.add(day)
    heading = max(force, default=None)
    closing, upon, at = _closing(found)
    dates = Dates(
        heading,
        closing,
        upon,
        # Of several days of publication none is surely that of the version.
        next(iter(published)) if len(published) == 1 else None,
        max(amended, default=None),
        file,
        force[heading] if heading else at,
    )
    return dates, remarks


def joined(first: Dates, second: Dates) -> Dates:
    """The dates of two files of one law: the heading stands in an early one, the end in a late."""
    last = second if second.closing or second.on_publication else first
    told = first if first.heading or (last is first and not second.heading) else second
    days = [day for day in (first.amended, second.amended) if day is not None]
    return Dates(
        first.heading or second.heading,
        last.closing,
        last.on_publication,
        first.published or second.published,
        max(days, default=None),
        told.file,
        told.line,
    )


def impossible_day(article: StatuteArticle) -> str:
    """A day that an article names and no calendar has, such as 2026年3月32日."""
    return next((m.group() for m in _DAY.finditer(article.text) if day_of(m) is None), "")


def day_of(match: re.Match[str]) -> date | None:
    """The day that a match of a full date names, if there is one."""
    year, month, day = (number_of(part) or 0 for part in match.groups() if part is not None)
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _heading(found: Split, title: str) -> Sequence[Line]:
    """The lines from the title to the first chapter or article, and what announces the law before
    its title (《…》已经……通过，现予公布): the news of a page that stand there are other laws'."""
    lines: list[Line] = []
    for piece in found.pieces:
        if piece.kind != "before":
            break
        lines.extend(piece.lines)
    bare = re.sub(r"\s+", "", plain_title(title))
    texts = [re.sub(r"\s+", "", plain_title(clean(line.text))) for line in lines]
    start = texts.index(bare) if bare and bare in texts else 0
    return [
        line
        for at, line in enumerate(lines)
        if at >= start or "现予" in texts[at] or f"{bare}》" in texts[at]
    ]


def _closing(found: Split) -> tuple[date | None, bool, int]:
    """The day of force in the last articles, whether it is that of publication, and the line."""
    articles = [piece for piece in found.pieces if piece.kind == "article"]
    for piece in reversed(articles[-_CLOSING:]):
        line = piece.lines[0].number
        days = set(_days_of_force(piece.text))
        if len(days) == 1:
            return days.pop(), False, line
        if not days and _ON_PUBLICATION.search(piece.text):
            return None, True, line
    return None, False, 0


def _days_of_force(text: str) -> Iterator[date]:
    for match in _DAY.finditer(text):
        day = day_of(match)
        start = max(match.start() - _NEAR, 0)
        # Cut words begin no sentence.
        before = ("…" if start else "") + text[start : match.start()]
        if day is not None and _SENTENCE.search(before) and _FROM_DAY.match(text, match.end()):
            yield day
