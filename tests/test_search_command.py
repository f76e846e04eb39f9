"""``yingbin search``: entries of anybody's and queries of any kind."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.command_parts import Command

QUESTIONS = (
    ("roll", "会员名册要保存多久", "至少保存三年。"),
    ("card", "会员卡丢了怎么补办", "带身份证到前台补办。"),
    ("fee", "发票什么时候开", "付款后五天内开。"),
    ("points", "积分怎么换里程", "在会员页面换。"),
    ("miles", "里程怎么换积分", "不能换。"),
    ("park", "停车场在哪里", "在大楼北侧地下二层。"),
    ("wifi", "How do I connect to the visitors' wifi?", "Ask the front desk for a code."),
)


class Searcher(Command):
    """The command with its two files."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        super().__init__(["search"], folder, capsys)

    def over(self, entries: list[Any], asked: list[Any]) -> tuple[object, ...]:
        """The options for these entries and queries."""
        files = self.file("entries.jsonl", *entries), self.file("queries.jsonl", *asked)
        return "--entries", files[0], "--queries", files[1]

    def rows(self, entries: list[Any], texts: list[str], *words: str) -> list[dict[str, Any]]:
        asked = [{"id": f"q{n}", "text": text} for n, text in enumerate(texts)]
        rows = self.lines(*self.over(entries, asked), *words)
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


def test_ids_that_stand_twice_are_named(searcher: Searcher) -> None:
    """An id of which there are two would name no entry."""
    error = searcher.fails(*searcher.over([*entries(), entries()[2]], []))
    assert "entries.jsonl" in error
    assert "fee" in error


def test_vectors_are_kept_for_the_next_run(searcher: Searcher, tmp_path: Path) -> None:
    """--vectors keeps them in a file; a second run gives the same lines."""
    kept = tmp_path / "kept.npz"
    first = searcher.rows(entries(), ["停车场怎么走"], "--vectors", str(kept))
    assert kept.stat().st_size > 0
    assert searcher.rows(entries(), ["停车场怎么走"], "--vectors", str(kept)) == first


def test_for_people_a_line_says_what_was_found(searcher: Searcher) -> None:
    """Without --json a line has chance, entry and query; what is not answered is in brackets."""
    asked = [{"id": "1", "text": "停车场在哪里"}, {"id": "2", "text": "？"}]
    out, _ = searcher.run(*searcher.over(entries(), asked), "--words")
    assert out.splitlines() == ["0.99  park  停车场在哪里", "0.00  (-)  ？"]
