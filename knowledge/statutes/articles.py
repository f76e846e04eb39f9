"""Articles out of pieces or rows, each with the doubts that forbid quoting it. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

import msgspec

from knowledge.statutes.dates import impossible_day
from knowledge.statutes.reading import Row
from knowledge.statutes.remarks import Remark, Severity
from knowledge.statutes.splitting import Split, clean, label_of, name_of, without_label
from knowledge.types import StatuteArticle

_CUT = re.compile(
    r"[〔\[（(【][^〔〕\[\]（）()【】]{0,30}(?:截断|缺失|缺漏|此处略|以下略|下略|从略|未完|不清|待补)"
    r"|\ufffd|[□■]{2}|(?:\.{3,}|…+)\s*$"
)
_LINE_END = tuple("。；：！？”’）》」』〕;:.!?)")
# A title or a quotation at the very end (依照《数据安全法》) is where a text was cut.
_TEXT_END = re.compile(r"[。！？.!?][”’）》」』)\"]*$")
_ITEM_END = re.compile(r"(?:、|，)?(?:和|或|或者|以及)$")


class Placed(msgspec.Struct, frozen=True):
    """An article with the place where it was read."""

    article: StatuteArticle
    file: str
    line: int

    @property
    def key(self) -> tuple[int, int]:
        """Number and 之-number."""
        return self.article.number, self.article.part

    @property
    def name(self) -> str:
        """How the report calls it."""
        return name_of(self.article.number, self.article.part)

    def remark(self, severity: Severity, code: str, detail: str = "") -> Remark:
        """A remark about this place."""
        return Remark(severity, code, self.file, self.line, self.name, detail)


def from_split(file: str, found: Split) -> tuple[list[Placed], list[Remark]]:
    """The articles of a split text."""
    placed: list[Placed] = []
    remarks: list[Remark] = []
    for piece in found.pieces:
        line = piece.lines[0].number
        if piece.kind == "article":
            article = StatuteArticle(
                piece.number, piece.text, piece.part, piece.chapter, piece.heading
            )
            placed.append(Placed(article, file, line))
        elif piece.kind == "after":
            remarks.append(Remark("warning", "after", file, line))
        elif piece.kind == "before" and placed and any(clean(w.text) for w in piece.lines):
            remarks.append(Remark("warning", "stray", file, line))
    for line in found.unsplit:
        label = label_of(clean(line.text)) or (0, 0)
        remarks.append(Remark("warning", "unsplit", file, line.number, name_of(*label)))
    if not placed:
        remarks.append(Remark("error", "no_articles", file))
    return placed, remarks


def from_rows(
    file: str, rows: Iterable[tuple[int, Row]], *, checked: bool
) -> tuple[list[Placed], list[Remark]]:
    """The articles of rows. ``checked``: somebody has compared the words that ask for it."""
    placed: list[Placed] = []
    remarks: list[Remark] = []
    for line, row in rows:
        label = label_of(clean(row.article))
        number, part = label or (row.article_no or 0, 0)
        if number < 1 or (label is not None and row.article_no not in (None, label[0])):
            remarks.append(Remark("error", "label", file, line, row.article[:20]))
            continue
        text = clean(row.text)
        if label_of(text) == (number, part):
            text = without_label(text)
        text = "\n".join(w for w in (clean(one) for one in text.split("\n")) if w)
        doubt = "" if row.quotable else "not_quotable"
        if row.check and not checked:
            doubt = doubt or "check"
        article = StatuteArticle(
            number, text, part, clean(row.chapter or ""), clean(row.heading or ""), doubt
        )
        placed.append(Placed(article, file, line))
    if not placed and not remarks:
        remarks.append(Remark("error", "no_articles", file))
    return placed, remarks


def judged(
    placed: Sequence[Placed], in_doubt: Sequence[int], *, rows: bool
) -> tuple[list[Placed], list[Remark]]:
    """Every article once, in rising order, with its doubts, and what the report says of them.
    ``rows``: each article stood in a row of its own, so that none can have swallowed another."""
    remarks = list(_order(placed))
    once: dict[tuple[int, int], Placed] = {}
    for one in placed:
        before = once.get(one.key)
        if not one.article.text:
            remarks.append(one.remark("error", "empty"))
        elif before is None:
            once[one.key] = one
        elif before.article.text == one.article.text:
            remarks.append(one.remark("warning", "duplicate", f"line {before.line}"))
            if one.article.doubt and not before.article.doubt:
                once[one.key] = _doubted(before, one.article.doubt)
        else:
            remarks.append(one.remark("doubt", "differs", f"line {before.line}"))
            once[one.key] = _doubted(before, "differs")
    kept = [once[key] for key in sorted(once)]
    judged_ones: list[Placed] = []
    for one, behind in zip(kept, [*kept[1:], None], strict=False):
        missing = _missing(one, behind)
        if missing:
            remarks.append(one.remark("warning", "gap", missing))
        code = one.article.doubt or _doubt(one.article, in_doubt)
        if missing and not rows:
            code = code or "swallowed"
        if code and code != "differs":
            remarks.append(one.remark("doubt", code))
        judged_ones.append(_doubted(one, code))
    return judged_ones, remarks


def _doubt(article: StatuteArticle, in_doubt: Sequence[int]) -> str:
    if article.number in in_doubt and not article.part:
        return "in_doubt"
    if _CUT.search(article.text):
        return "cut_text"
    lines = article.text.split("\n")
    if impossible_day(article):
        return "no_such_day"
    whole = _TEXT_END.search(lines[-1]) is not None and all(
        line.endswith(_LINE_END) or _ITEM_END.search(line) for line in lines[:-1]
    )
    return "" if whole else "unfinished"


def _doubted(one: Placed, code: str) -> Placed:
    article = msgspec.structs.replace(one.article, doubt=code)
    return msgspec.structs.replace(one, article=article)


def _missing(one: Placed, behind: Placed | None) -> str:
    """The numbers between two articles, ``第6条 … 第8条``."""
    if behind is None or behind.article.number - one.article.number < 2:
        return ""
    first, last = one.article.number + 1, behind.article.number - 1
    return name_of(first) if first == last else f"{name_of(first)} … {name_of(last)}"


def _order(placed: Sequence[Placed]) -> Iterator[Remark]:
    for before, one in pairwise(placed):
        if one.key < before.key:
            yield one.remark("warning", "order", f"after {before.name}")
