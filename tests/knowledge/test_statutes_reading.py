"""Files of statutes: every format gives the same articles; bad ones say where and why."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.statutes.reading import FILE_LIMIT, Line, lines_of, read_file, rows_of
from knowledge.statutes.remarks import UnreadableError
from knowledge.statutes.splitting import clean, join, label_of, number_of, split
from tests.knowledge import statute_parts as parts
from tests.knowledge.statute_parts import BETA

WORDS = [words for _, words in BETA]


def articles(name: str, data: bytes) -> list[str]:
    return [p.text for p in split(lines_of(name, data)).pieces if p.kind == "article"]


def refusal(name: str, data: bytes) -> tuple[str, str, int]:
    with pytest.raises(UnreadableError) as caught:
        rows_of(name, data) if name.endswith("jsonl") else lines_of(name, data)
    remark = caught.value.remark
    assert remark.severity == "error"
    assert str(caught.value).startswith("error")
    return remark.code, remark.file, remark.line


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.txt", parts.text_of().encode()),
        ("a.TXT", parts.text_of(" ").encode("utf-8-sig")),
        ("a.txt", parts.text_of().encode("gb18030")),
        ("a.txt", parts.text_of().encode("utf-16")),
        ("a.txt", parts.text_of("").replace("\n", "\r\n").encode()),
        ("a.md", parts.markdown_of().encode()),
        ("a.html", parts.html_of().encode()),
        ("a.htm", parts.html_of().encode("gb18030")),
        ("a.docx", parts.docx_of(parts.text_of().split("\n"))),
    ],
)
def test_every_format_and_encoding_gives_the_same_words(name: str, data: bytes) -> None:
    """Marks, tags, scripts, deleted words and encodings are gone; paragraphs are kept as lines."""
    assert articles(name, data) == WORDS


def test_only_the_start_of_a_line_begins_an_article() -> None:
    """A reference in mid-sentence, or one that a line break put at a line's start, is text."""
    lines = (
        "第一条　依照第三条办理。",
        "第二条第一款规定的情形除外。",
        "第二条　好。",
        "第五条规定的照办。",
    )
    found = split(lines_of("a.txt", "\n".join(lines).encode()))
    assert [(p.number, p.text) for p in found.pieces] == [
        (1, "依照第三条办理。\n第二条第一款规定的情形除外。"),
        (2, "好。\n第五条规定的照办。"),
    ]
    assert [line.number for line in found.unsplit] == [2, 4]


def test_inserted_articles_headings_chapters_and_annexes() -> None:
    """第X条之一, a heading in brackets, chapter over section, and what follows as an annex."""
    lines = (
        *("第一编 总则", "第一章 一般", "第一节　细", "第一条【目的】 好。"),
        *(
            "第二章　特别",
            "第一条之一　也好。",
            "第 二 条　再好。",
            "附件：",
            "第一条　合同里的条。",
        ),
    )
    pieces = split(lines_of("a.txt", "\n".join(lines).encode())).pieces
    found = [(p.number, p.part, p.chapter, p.heading) for p in pieces if p.kind == "article"]
    assert found == [
        (1, 0, "第一编 总则 第一章 一般 第一节 细", "目的"),
        (1, 1, "第一编 总则 第二章 特别", ""),
        (2, 0, "第一编 总则 第二章 特别", ""),
    ]
    assert pieces[-1].kind == "after"
    assert "合同里的条" in pieces[-1].lines[1].text


@pytest.mark.parametrize(
    ("numeral", "value"),
    [
        *(("五", 5), ("十", 10), ("五十五", 55), ("一百零五", 105), ("一〇五", 105)),
        *(("１２", 12), ("一千零一十九", 1019), ("7", 7)),
    ],
)
def test_numerals(numeral: str, value: int) -> None:
    """Chinese, full-width and Arabic numerals."""
    assert number_of(numeral) == value


LINE = st.one_of(
    st.sampled_from(
        (
            *(
                "第一条　好。",
                "第二条 好。",
                "第二条规定的。",
                "第一章 总则",
                "第三节",
                "附件：",
                "",
            ),
            *("　　", "第三条之一　好。", "（一）好；", "第四条【题】 好", "正文。", "第1条 a"),
            "\u200b第二条 x",
        )
    ),
    st.text(st.characters(codec="utf-8", exclude_characters="\r\n"), max_size=20),
)


@given(st.lists(LINE, max_size=30))
def test_splitting_and_joining_loses_nothing(texts: list[str]) -> None:
    """Whatever the lines, the pieces hold each of them once and in order."""
    lines = [Line(n, text) for n, text in enumerate(texts, 1)]
    found = split(lines)
    assert join(found.pieces) == lines
    for piece in found.pieces:
        assert piece.lines
        if piece.kind == "article":
            assert label_of(clean(piece.lines[0].text)) == (piece.number, piece.part)


@given(st.binary(max_size=300), st.sampled_from(["a.txt", "a.html", "a.md", "a.docx", "a.jsonl"]))
def test_no_bytes_bring_the_reader_down(data: bytes, name: str) -> None:
    """Any bytes are read or refused with a remark; nothing else is raised."""
    try:
        rows_of(name, data) if name.endswith("jsonl") else lines_of(name, data)
    except UnreadableError as error:
        file = error.remark.file
    else:
        file = name
    assert file == name


def test_a_file_that_breaks_off_says_where() -> None:
    """Half a row, half a character and half an archive are cut off, not another encoding."""
    rows = parts.jsonl(parts.beta_rows())
    assert refusal("a.jsonl", rows[:-40]) == ("cut_off", "a.jsonl", 20)
    assert refusal("a.txt", parts.text_of().encode().rstrip()[:-1])[0] == "cut_off"
    assert refusal("a.docx", parts.docx_of(["第一条　好。"])[:-30])[0] == "docx"


def test_bad_rows_name_their_line() -> None:
    """No JSON, a wrong type, a missing text, and nesting without end."""
    good = parts.beta_rows(2)
    assert refusal("a.jsonl", parts.jsonl([*good, "{no}", good[0]])) == ("json", "a.jsonl", 3)
    wrong = {**good[0], "article_no": "one"}
    assert refusal("a.jsonl", parts.jsonl([good[0], wrong])) == ("row", "a.jsonl", 2)
    assert refusal("a.jsonl", parts.jsonl([{"article": "第一条"}]))[0] == "row"
    deep = '{"text": "x", "law": ' + "[" * 100_000
    assert refusal("a.jsonl", deep.encode() + b"\n")[0] in ("json", "row")


def test_broken_utf8_is_not_taken_for_gb18030() -> None:
    """One bad byte in a UTF-8 file is an error with its line, not a page of wrong characters."""
    text = parts.text_of()
    place = text.index("第三条")
    data = text[:place].encode() + b"\xff\xfe" + text[place:].encode()
    assert refusal("a.txt", data) == ("encoding", "a.txt", text.count("\n", 0, place) + 1)


def test_a_hundred_megabytes_are_refused_before_they_are_read(tmp_path: Path) -> None:
    """A sparse file of 100 MB is refused by its size; one byte past the limit as well."""
    big = tmp_path / "big.jsonl"
    for size in (100 * 1024 * 1024, FILE_LIMIT + 1):
        with big.open("wb") as file:
            file.truncate(size)
        with pytest.raises(UnreadableError) as caught:
            read_file(big)
        assert caught.value.remark.code == "too_large"
    with big.open("wb") as file:
        file.truncate(FILE_LIMIT)
    assert len(read_file(big)) == FILE_LIMIT
    with pytest.raises(UnreadableError) as caught:
        read_file(tmp_path / "none.txt")
    assert caught.value.remark.code == "missing"


def test_bombs_are_not_unpacked() -> None:
    """A DOCX that unpacks to more than the limit, and one with entities, are refused."""
    bomb = parts.zipped({"word/document.xml": b" " * (FILE_LIMIT + 1)})
    assert len(bomb) < 100_000
    assert refusal("a.docx", bomb)[0] == "docx_bomb"
    entities = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>'
    assert refusal("a.docx", parts.docx_of(["&b;"], head=entities))[0] == "docx_entities"
    assert refusal("a.docx", parts.zipped({"other": b""}))[0] == "docx"
    assert refusal("a.pdf", b"%PDF")[0] == "format"


@pytest.mark.parametrize(
    "head",
    [
        "**第五条之一　",
        "**第五条之一 ",
        "第五条之一** ",
        "__第五条之一　",
        "***第五条之一　",
        "**第五条之一** ",
    ],
)
def test_an_emphasis_left_open_hides_no_article(head: str) -> None:
    """Marks that were never closed around 第X条 are marks all the same."""
    text = f"**第五条** 甲。\n\n{head}乙。\n\n**第六条** 丙。\n"
    found = split(lines_of("a.md", text.encode()))
    articles = [(p.number, p.part, p.text) for p in found.pieces if p.kind == "article"]
    assert articles == [(5, 0, "甲。"), (5, 1, "乙。"), (6, 0, "丙。")]
