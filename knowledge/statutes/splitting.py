"""Lines into articles by 第X条. Pure; joining the pieces gives the lines back, every one.

Only the start of a line begins an article, and only where it reads like one: a reference that a
line break happened to put there (第五条第二款规定的……) stays text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Literal

import msgspec

from knowledge.numerals import chinese_number
from knowledge.statutes.reading import Line

_NUMERAL = r"[0-9０-９〇○零一二三四五六七八九十百千两]{1,9}"
_LABEL = re.compile(rf"第\s{{0,2}}({_NUMERAL})\s{{0,2}}条(?:之({_NUMERAL}))?")
_CHAPTER = re.compile(rf"第\s{{0,2}}{_NUMERAL}\s{{0,2}}(编|分编|章|节)(?=$|\s|[\u4e00-\u9fff])")
_HEADING = re.compile(r"\s*[【〔\[（(]([^】〕\]）)\n]{1,40})[】〕\]）)](?=\s|$)")
_REFERENCE = re.compile(
    r"规定|第|款|项|、|和|与|至|到|或|中|所|的|，|,|及|以及|之|之外|以外|有关|相关|情形|列|适用|执行|处罚"
)
_AFTER = re.compile(r"(?:附件|附录|附表|附图|附[：:\s]|附$|文章来源|来源[：:]|责任编辑|打印本页)")
_BLANK = "\u3000\xa0 \t\r\f\v\u200b\u200c\u200d\u2060\ufeff"
_LEVELS = {"编": 0, "分编": 1, "章": 2, "节": 3}
_CHAPTER_LENGTH = 40

Kind = Literal["before", "chapter", "article", "after"]


class Piece(msgspec.Struct, frozen=True):
    """A run of lines. For an article: its number, its chapter, and the words on its lines."""

    kind: Kind
    lines: tuple[Line, ...]
    number: int = 0
    part: int = 0
    chapter: str = ""
    heading: str = ""
    text: str = ""


class Split(msgspec.Struct, frozen=True):
    """The pieces in order; ``unsplit``: lines that begin with 第X条 and were read as text."""

    pieces: tuple[Piece, ...]
    unsplit: tuple[Line, ...] = ()


def split(lines: Sequence[Line]) -> Split:
    """Part lines into what stands before, chapters, articles and what stands behind."""
    found: list[tuple[Kind, list[Line]]] = []
    unsplit: list[Line] = []
    last = (0, 0)
    for line in lines:
        text = clean(line.text)
        kind = found[-1][0] if found else "before"
        label = label_of(text)
        if label is not None and _begins(text, label, last, after=kind == "after"):
            last = label
            found.append(("article", [line]))
        elif kind != "after" and _is_chapter(text):
            found.append(("chapter", [line]))
        elif last != (0, 0) and kind != "after" and _AFTER.match(text):
            found.append(("after", [line]))
        else:
            if label is not None and kind != "after":
                unsplit.append(line)
            if not found or (kind == "chapter" and text):
                # Words under a chapter's title belong to no article.
                found.append((kind if kind == "after" else "before", [line]))
            else:
                found[-1][1].append(line)
    return Split(tuple(_pieces(found)), tuple(unsplit))


def join(pieces: Iterable[Piece]) -> list[Line]:
    """The lines of pieces, in order."""
    return [line for piece in pieces for line in piece.lines]


def label_of(text: str) -> tuple[int, int] | None:
    """Number and 之-number of the article that a text begins with."""
    match = _LABEL.match(text)
    if match is None:
        return None
    number, part = number_of(match.group(1)), number_of(match.group(2) or "0")
    return None if not number or part is None else (number, part)


def number_of(numeral: str) -> int | None:
    """The value of 五十五, 一〇五, 55 or ５５."""
    if numeral.isdigit() and numeral.isdecimal():
        return int(numeral)
    if re.fullmatch(r"[〇○零一二三四五六七八九]{2,}", numeral):
        digits = {c: str(i) for i, c in enumerate("零一二三四五六七八九")} | {"〇": "0", "○": "0"}
        return int("".join(digits[c] for c in numeral))
    return chinese_number(numeral)


def clean(text: str) -> str:
    """A line without the blanks around it and without invisible characters."""
    return re.sub("[\u200b\u200c\u200d\u2060\ufeff]", "", text).strip(_BLANK)


def without_label(text: str) -> str:
    """A text without the 第X条 that it begins with."""
    match = _LABEL.match(text)
    return text[match.end() :].strip(_BLANK) if match else text


def name_of(number: int, part: int = 0) -> str:
    """How the report calls an article: 第12条之1."""
    return f"第{number}条" + (f"之{part}" if part else "")


def _begins(text: str, label: tuple[int, int], last: tuple[int, int], *, after: bool) -> bool:
    match = _LABEL.match(text)
    rest = text[match.end() :] if match else ""
    apart = rest == "" or rest[0] in _BLANK or _HEADING.match(rest) is not None
    following = label in ((last[0] + 1, 0), (last[0], last[1] + 1))
    if after:
        return apart and following
    if apart:
        return True
    return following and not _REFERENCE.match(rest)


def _is_chapter(text: str) -> bool:
    return (
        len(text) <= _CHAPTER_LENGTH
        and _CHAPTER.match(text) is not None
        and not text.endswith(("。", "；", "，", "：", "的"))
    )


def _pieces(found: Iterable[tuple[Kind, list[Line]]]) -> Iterable[Piece]:
    path: dict[int, str] = {}
    for kind, lines in found:
        if kind == "chapter":
            title = re.sub(r"\s+", " ", clean(lines[0].text))
            match = _CHAPTER.match(title)
            level = _LEVELS[match.group(1)] if match else 0
            path = {at: name for at, name in path.items() if at < level} | {level: title}
        if kind == "article":
            yield _article(tuple(lines), " ".join(path[at] for at in sorted(path)))
        else:
            yield Piece(kind, tuple(lines))


def _article(lines: tuple[Line, ...], chapter: str) -> Piece:
    first = clean(lines[0].text)
    label, match = label_of(first), _LABEL.match(first)
    rest = first[match.end() :] if match else first
    heading = _HEADING.match(rest)
    if heading:
        rest = rest[heading.end() :]
    words = [clean(rest), *(clean(line.text) for line in lines[1:])]
    return Piece(
        "article",
        lines,
        number=label[0] if label else 0,
        part=label[1] if label else 0,
        chapter=chapter,
        heading=heading.group(1) if heading else "",
        text="\n".join(word for word in words if word),
    )
