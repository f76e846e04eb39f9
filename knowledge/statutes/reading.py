"""Files into lines: limits before memory, encodings found out, formats taken off.

JSONL is read into rows, everything else into lines with their numbers. Whatever is wrong with a
file is an ``UnreadableError`` with file and line.
"""

from __future__ import annotations

import codecs
import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from xml.etree.ElementTree import Element, ParseError

import msgspec
from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import fromstring

from knowledge.statutes.remarks import Remark, UnreadableError

FILE_LIMIT = 20 * 1024 * 1024
"""Bytes that an imported file may have, and what a DOCX may unpack to."""

FORMATS = (".jsonl", ".docx", ".html", ".htm", ".txt", ".md", ".markdown")

_BLOCKS = re.compile(
    r"address|article|aside|blockquote|body|br|center|dd|div|dl|dt|figure"
    r"|footer|form|h1|h2|h3|h4|h5|h6|header|hr|html|li"
    r"|main|nav|ol|p|pre|section|table|tbody|td|tfoot|th|thead"
    r"|title|tr|ul"
)
_SILENT = frozenset(("script", "style", "noscript", "template", "head"))
_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MARKS = re.compile(r"^\s*(?:#{1,6}\s+|>\s?|[-*+]\s+(?=第))+")
_EMPHASIS = re.compile(r"(\*\*|__)(?=\S)(.+?)(?<=\S)\1")
# An emphasis that is never closed, before or behind 第X条 (with a blank: an item of a list).
_UNCLOSED = re.compile(
    r"^\s*(?:\*{1,3}|_{2,3})(?=第)|(?<=条)\*{2,3}|(?<=条之[一二三四五六七八九十\d])\*{2,3}"
)
_LINK = re.compile(r"!?\[([^\]\n]*)\]\([^)\n]*\)")
_ESCAPED = re.compile(r"\\([\\`*_{}\[\]()#+\-.!>~|])")


class Line(msgspec.Struct, frozen=True):
    """A line as it stands, with its number in the file."""

    number: int
    text: str


class Row(msgspec.Struct, frozen=True):
    """An article as a row of JSON Lines gives it; further fields are passed over."""

    text: str
    law: str = ""
    article: str = ""
    article_no: int | None = None
    heading: str | None = None
    chapter: str | None = None
    published: str | None = None
    effective_from: str | None = None
    effective_to: str | None = None
    level: str | None = None
    issuer: str | None = None
    source: str | None = None
    quotable: bool = True
    check: bool | str | None = None


def read_file(path: Path) -> bytes:
    """The bytes of a file, never more than the limit."""
    try:
        if path.stat().st_size > FILE_LIMIT:
            raise _too_large(path.name)
        with path.open("rb") as file:
            data = file.read(FILE_LIMIT + 1)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise UnreadableError(Remark("error", "missing", path.name, detail=reason)) from error
    if len(data) > FILE_LIMIT:
        raise _too_large(path.name)
    return data


def lines_of(name: str, data: bytes) -> list[Line]:
    """The lines of a DOCX, HTML, Markdown or plain text file."""
    suffix = _suffix(name, data)
    if suffix == ".docx":
        return list(_docx_lines(name, data))
    text = text_of(name, data)
    if suffix in (".html", ".htm"):
        return _html_lines(text)
    lines = [Line(n, line) for n, line in enumerate(re.split(r"\r\n|\r|\n", text), 1)]
    if suffix in (".md", ".markdown"):
        return [Line(line.number, _unmarked(line.text)) for line in lines]
    return lines


def rows_of(name: str, data: bytes) -> list[tuple[int, Row]]:
    """The rows of a JSON Lines file with their line numbers."""
    _suffix(name, data)
    rows: list[tuple[int, Row]] = []
    text = text_of(name, data)
    lines = text.split("\n")
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            rows.append((number, msgspec.json.decode(line, type=Row)))
        except msgspec.ValidationError as error:
            raise UnreadableError(Remark("error", "row", name, number, detail=str(error))) from None
        except (msgspec.DecodeError, RecursionError) as error:
            # The last line without its end is a file whose copying broke off.
            code = "cut_off" if number == len(lines) else "json"
            detail = "nested too deep" if isinstance(error, RecursionError) else str(error)
            raise UnreadableError(Remark("error", code, name, number, detail=detail)) from None
    return rows


def is_rows(name: str) -> bool:
    """Whether a file's name says that it holds rows."""
    return Path(name).suffix.lower() == ".jsonl"


def text_of(name: str, data: bytes) -> str:
    """The text of bytes: a byte order mark, UTF-8, else GB18030."""
    for mark, encoding in (
        (codecs.BOM_UTF8, "utf-8-sig"),
        (codecs.BOM_UTF16_LE, "utf-16"),
        (codecs.BOM_UTF16_BE, "utf-16"),
    ):
        if data.startswith(mark):
            return _decoded(name, data, encoding)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        if _is_broken_utf8(data):
            raise _broken(name, data, error) from None
    return _decoded(name, data, "gb18030")


def _decoded(name: str, data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise _broken(name, data, error) from None


def _is_broken_utf8(data: bytes) -> bool:
    """Whether bytes are UTF-8 but for a few places: a text in GB18030 fails almost everywhere."""
    text = data.decode("utf-8", errors="replace")
    beyond = sum(1 for c in text if c > "\x7f")
    return text.count("\ufffd") * 10 < beyond


def _broken(name: str, data: bytes, error: UnicodeDecodeError) -> UnreadableError:
    line = data.count(b"\n", 0, error.start) + 1
    cut = error.end >= len(data) and len(data) - error.start < 4
    code = "cut_off" if cut else "encoding"
    return UnreadableError(Remark("error", code, name, line, detail=f"byte {error.start}"))


def _suffix(name: str, data: bytes) -> str:
    if len(data) > FILE_LIMIT:
        raise _too_large(name)
    suffix = Path(name).suffix.lower()
    if suffix not in FORMATS:
        raise UnreadableError(Remark("error", "format", name))
    return suffix


def _too_large(name: str) -> UnreadableError:
    limit = f"{FILE_LIMIT >> 20} MB are allowed"
    return UnreadableError(Remark("error", "too_large", name, detail=limit))


def _unmarked(line: str) -> str:
    line = _MARKS.sub("", line)
    line = _UNCLOSED.sub("", _EMPHASIS.sub(r"\2", _LINK.sub(r"\1", line)))
    return _ESCAPED.sub(r"\1", line)


class _Blocks(HTMLParser):
    """Collects the text of blocks with the line on which each begins."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.lines: list[Line] = []
        self._pieces: list[str] = []
        self._began = 1
        self._silent = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if not self._silent and tag in _SILENT:
            self._silent = tag
        if _BLOCKS.fullmatch(tag):
            self.end_line()

    def handle_endtag(self, tag: str) -> None:
        # A head that is never closed must not swallow the page.
        if tag == self._silent:
            self._silent = ""
        if _BLOCKS.fullmatch(tag):
            self.end_line()

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if _BLOCKS.fullmatch(tag):
            self.end_line()

    def handle_data(self, data: str) -> None:
        if self._silent:
            return
        if not self._pieces:
            self._began = self.getpos()[0]
        self._pieces.append(data)

    def end_line(self) -> None:
        # Outside of a block's ends a line break is a space to HTML, and none between Han.
        text = re.sub(r"[ \t\r\n]*[\r\n][ \t\r\n]*", "", "".join(self._pieces))
        if text.strip():
            self.lines.append(Line(self._began, text))
        self._pieces = []


def _html_lines(text: str) -> list[Line]:
    parser = _Blocks()
    # ``body`` ends a head that was left open.
    parser.feed(re.sub(r"<body\b", "</head><body", text, count=1, flags=re.IGNORECASE))
    parser.close()
    parser.end_line()
    return parser.lines


def _docx_lines(name: str, data: bytes) -> Iterator[Line]:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            info = archive.getinfo("word/document.xml")
            if info.file_size > FILE_LIMIT:
                raise UnreadableError(Remark("error", "docx_bomb", name))
            with archive.open(info) as file:
                # The size that the archive states may be a lie.
                document = file.read(FILE_LIMIT + 1)
    except (zipfile.BadZipFile, KeyError, zlib.error, EOFError, RuntimeError) as error:
        # A RuntimeError: an archive with a password, or packed in a way that Python cannot unpack.
        raise UnreadableError(Remark("error", "docx", name, detail=str(error))) from None
    if len(document) > FILE_LIMIT:
        raise UnreadableError(Remark("error", "docx_bomb", name))
    try:
        root: Element = fromstring(document, forbid_dtd=True)
    except DefusedXmlException:
        raise UnreadableError(Remark("error", "docx_entities", name)) from None
    except (ParseError, RecursionError, ValueError) as error:
        raise UnreadableError(Remark("error", "docx", name, detail=str(error))) from None
    for number, paragraph in enumerate(root.iter(f"{_WORD}p"), 1):
        for text in "".join(_runs(paragraph)).split("\n"):
            yield Line(number, text)


def _runs(paragraph: Element) -> Iterator[str]:
    """The text of a paragraph as it is printed: deleted words (``delText``) are not."""
    for element in paragraph.iter():
        if element.tag == f"{_WORD}t":
            yield element.text or ""
        elif element.tag == f"{_WORD}tab":
            yield "\t"
        elif element.tag in (f"{_WORD}br", f"{_WORD}cr"):
            yield "\n"
