"""``yingbin ask``: one question, files of questions, and what is wrong with a file."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from avatar.tone import TONES
from dialog.__main__ import main
from tests.knowledge.small_parts import FOLDER

KEYS = {"id", "outcome", "text", "citations", "entries", "emotion", "confidence", "latency_ms"}
OUTCOMES = ("answered", "partial", "clarify", "unknown", "handoff", "refused", "smalltalk", "error")


@pytest.fixture(scope="module")
def config(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A configuration over the small pack, with a folder that all tests here share."""
    folder = tmp_path_factory.mktemp("ask")
    path = folder / "yingbin.yaml"
    path.write_text(f"data_dir: {folder / 'var'}\nknowledge:\n  pack: {FOLDER}\n", "utf-8")
    return path


class Asker:
    """Runs the command and reads what it printed."""

    def __init__(self, config: Path, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self._config = config
        self._folder = folder
        self._capsys = capsys

    def file(self, *rows: object, name: str = "questions.jsonl") -> Path:
        path = self._folder / name
        lines = [r if isinstance(r, str) else json.dumps(r, ensure_ascii=False) for r in rows]
        path.write_text("\n".join(lines), "utf-8")
        return path

    def run(self, *words: str, code: int = 0) -> tuple[str, str]:
        assert main(["--config", str(self._config), "ask", "--day", "2026-06-01", *words]) == code
        out, err = self._capsys.readouterr()
        return out, err

    def rows(self, *asked: object) -> list[dict[str, Any]]:
        out, _ = self.run("--questions", str(self.file(*asked)), "--json")
        return [json.loads(line) for line in out.splitlines()]

    def fails(self, *asked: object) -> str:
        out, err = self.run("--questions", str(self.file(*asked)), "--json", code=2)
        assert out == ""
        return err


@pytest.fixture
def asker(config: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Asker:
    return Asker(config, tmp_path, capsys)


def test_a_line_a_question_with_the_promised_fields(asker: Asker) -> None:
    """Each question gives one JSON line with exactly the promised fields, in order."""
    asked = [
        {"id": "q1", "question": "会员名册要保存多久？", "turns": []},
        {"id": "q2", "question": "示例安全法第六条第二款讲什么"},
        {"id": "q3", "question": "火星上能种土豆吗"},
        {"id": "q4", "question": "会费是多少钱？"},
        {"id": "", "question": "3000人的名册外送要办什么手续"},
        {"question": ""},
    ]
    rows = asker.rows(*asked)
    assert [r["id"] for r in rows] == ["q1", "q2", "q3", "q4", "", ""]
    for row in rows:
        assert set(row) == KEYS
        assert row["outcome"] in OUTCOMES
        assert row["emotion"] in TONES
        assert 0 <= row["confidence"] <= 1
        assert row["latency_ms"] >= 0
        assert row["text"]
        assert isinstance(row["entries"], list)
        for citation in row["citations"]:
            assert set(citation) == {"law", "article", "paragraph", "as_of"}
            assert isinstance(citation["article"], int)
            assert citation["paragraph"] is None or isinstance(citation["paragraph"], int)
            assert not set("《》（）()") & set(citation["law"])
            assert not citation["law"].startswith("中华人民共和国")
            assert date.fromisoformat(citation["as_of"])
    first, second, third, fourth, fifth, _ = rows
    assert first["entries"] == ["entry.keep"]
    assert first["citations"] == [
        {"law": "示例信息法", "article": 8, "paragraph": None, "as_of": "2026-06-01"}
    ]
    assert "会员名册至少保存3年，见《示例信息法》第八条。" in first["text"]
    assert [(c["law"], c["article"], c["paragraph"]) for c in second["citations"]] == [
        ("示例安全法", 6, 2)
    ]
    assert third["outcome"] in ("unknown", "refused")
    assert (third["citations"], fourth["outcome"]) == ([], "unknown")
    assert fifth["outcome"] == "clarify"


def test_earlier_turns_come_first(asker: Asker) -> None:
    """The earlier questions of a line are asked before, and what they led to is remembered."""
    rows = asker.rows(
        {"id": "a", "question": "特殊名册", "turns": ["3000人的名册外送要办什么手续"]},
        {"id": "b", "question": "特殊名册"},
        {"id": "c", "question": "那第八条呢", "turns": ["示例信息法第五条讲什么"]},
    )
    assert rows[0]["entries"] == ["table.route", "special-many"]
    assert rows[1]["entries"] != rows[0]["entries"]
    assert rows[2]["entries"] == ["rule.beta-8"]


def test_one_question_at_the_terminal(asker: Asker) -> None:
    """The text and its evidence go to the output, the figures of the turn to the errors."""
    out, err = asker.run("会员名册要保存多久？")
    assert "会员名册至少保存3年" in out
    assert "〔法规〕中华人民共和国示例信息法 第8条" in out
    assert "outcome answered" in err


def test_a_day_of_its_own(config: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """--day answers as of that day; what is no day is said."""
    assert main(["--config", str(config), "ask", "--day", "2025-12-31", "示例安全法第三条"]) == 0
    assert "三个月" in capsys.readouterr().out
    assert main(["--config", str(config), "ask", "--day", "gestern", "示例安全法第三条"]) == 2
    assert "'gestern' is no date" in capsys.readouterr().err


def test_empty_lines_and_other_fields_are_passed_over(asker: Asker) -> None:
    """Blank lines, a byte-order mark, Windows line ends, odd line ends inside a string and fields
    that are not ours do no harm."""
    path = asker.file(
        "\ufeff"
        + json.dumps({"id": "1", "question": "会费是多少钱？", "gold": ["gap.fee"]})
        + "\r",
        "",
        "   ",
        json.dumps({"id": "2", "question": "会员\u2028名册\x85要保存多久"}, ensure_ascii=False),
    )
    out, _ = asker.run("--questions", str(path), "--json")
    rows = [json.loads(line) for line in out.splitlines()]
    assert [r["id"] for r in rows] == ["1", "2"]
    assert rows[0]["entries"] == ["gap.fee"]


@pytest.mark.parametrize(
    "bad",
    [
        "{",
        "[]",
        "null",
        "5",
        '"question"',
        "{}",
        '{"id": "x"}',
        '{"question": 5}',
        '{"question": null}',
        '{"question": "a", "turns": "b"}',
        '{"question": "a", "turns": [1]}',
        '{"question": "a", "id": ["x"]}',
        '{"question": "\\ud800"}',
        "[" * 100_000,
    ],
)
def test_a_bad_line_is_named(asker: Asker, bad: str) -> None:
    """A line that is no question is named with its file and number; nothing is asked."""
    error = asker.fails({"question": "会费是多少钱？"}, "", bad)
    assert "questions.jsonl, line 3: " in error
    assert "Traceback" not in error


def test_all_bad_lines_are_named_together(asker: Asker) -> None:
    """Every bad line of a file is reported at once, with the mend."""
    error = asker.fails("{", {"question": "会费是多少钱？"}, "[]", '{"question": 7}')
    for number in (1, 3, 4):
        assert f"questions.jsonl, line {number}: " in error
    assert "line 2" not in error
    assert '{"id":"…","question":"…","turns":["…"]}' in error


def test_a_missing_or_foreign_file_is_named(asker: Asker, tmp_path: Path) -> None:
    """A file that is not there or no UTF-8 is named with the mend."""
    _, error = asker.run("--questions", str(tmp_path / "none.jsonl"), code=2)
    assert "none.jsonl" in error
    (tmp_path / "gbk.jsonl").write_bytes('{"question": "会费"}'.encode("gbk"))
    _, error = asker.run("--questions", str(tmp_path / "gbk.jsonl"), code=2)
    assert "gbk.jsonl" in error
    assert "UTF-8" in error


def test_nothing_or_both_to_ask(asker: Asker) -> None:
    """Neither a question nor a file, or both, is a mistake."""
    assert "nothing to ask" in asker.run(code=2)[1]
    path = asker.file({"question": "会费"})
    assert asker.run("会费", "--questions", str(path), code=2)[1]
