"""``yingbin ask``: one question, and files of questions."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import AsyncGenerator
from datetime import date
from pathlib import Path
from typing import Any

import msgspec
import pytest
from sqlalchemy import Engine, event

from avatar.tone import TONES
from dialog.__main__ import main
from dialog.commands.ask import Asked, as_row, ask_all
from dialog.hearing import listen
from dialog.logs import open_logs
from dialog.messages import Card, Cards, Done, Notice, Outcome, Sentence, ServerMessage
from dialog.reply.question import Question
from tests.command_parts import Command
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


class Asker(Command):
    """The command over the small pack, on a day of its own."""

    def __init__(self, config: Path, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        words = ["--config", str(config), "ask", "--day", "2026-06-01"]
        super().__init__(words, folder, capsys)

    def rows(self, *asked: object) -> list[dict[str, Any]]:
        return self.lines("--questions", self.file("questions.jsonl", *asked))


@pytest.fixture
def asker(config: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Asker:
    return Asker(config, tmp_path, capsys)


@pytest.mark.parametrize("pages", [2, 18])
def test_a_full_disk_at_the_first_start_is_told_in_a_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], pages: int
) -> None:
    """Whether the tables or the pack find no room: one line with the file and what to do, exit 2.
    What the pack could not be laid into was told as a traceback with its statements."""
    config = tmp_path / "yingbin.yaml"
    config.write_text(f"data_dir: {tmp_path / 'var'}\nknowledge:\n  pack: {FOLDER}\n", "utf-8")

    def limit(connection: sqlite3.Connection, _record: object) -> None:
        connection.execute(f"PRAGMA max_page_count={pages}")

    event.listen(Engine, "connect", limit)
    try:
        assert main(["--config", str(config), "ask", "你好"]) == 2
    finally:
        event.remove(Engine, "connect", limit)
    (line,) = capsys.readouterr().err.splitlines()
    assert line.startswith(f"{tmp_path / 'var' / 'knowledge.sqlite3'}: ")
    assert "full" in line
    assert line.endswith("see that the folder can be written and has room")


def test_a_line_a_question_with_the_promised_fields(asker: Asker) -> None:
    """Each question gives one JSON line with exactly the promised fields, in order."""
    asked = [
        {"id": "q1", "question": "会员名册要保存多久？", "turns": []},
        {"id": "q2", "question": "示例安全法第六条第二款讲什么"},
        {"id": "q3", "question": "火星上能种土豆吗"},
        {"id": "q4", "question": "会费是多少钱？"},
        {"id": "", "question": "3000人的名册外送要办什么手续"},
        {"question": "你好"},
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


async def test_recommended_items_are_named() -> None:
    """A line that recommends says what: the page shows cards, the text their names."""
    rain = Card("product", "降雨记录", why="符合“降雨”", sample=True)
    said = (
        Sentence(sentence=0, text="目录里有1个数据产品。", tone="warm", intensity=0.5),
        Cards((rain, Card("contact", "转人工"))),
        Done(outcome="answered", tone="warm", confidence=1.0),
    )

    class Scripted:
        async def run(self, asked: Question) -> AsyncGenerator[ServerMessage]:
            del asked
            for message in said:
                yield message

    heard = await listen(Scripted(), "推荐降雨数据", (), date(2026, 6, 1))
    assert as_row("r", heard)["text"] == "目录里有1个数据产品。\n1. 降雨记录（示例）"


@pytest.mark.parametrize(
    ("outcome", "entries", "tells"),
    [
        ("handoff", ("reply.person",), True),
        ("smalltalk", ("reply.complaint",), True),
        ("unknown", (), True),
        ("unknown", ("gap.fee",), False),
        ("answered", ("entry.fee",), False),
    ],
)
async def test_the_way_to_a_person_is_told(
    outcome: Outcome, entries: tuple[str, ...], *, tells: bool
) -> None:
    """A reply that leads to a person says how to reach them, as the page does in a card, and where
    its words do not name the address, the address; an answer and a known gap say themselves what
    to do."""
    card = Card("contact", "转人工", body="请看官网公布的方式。", url="https://example.org/contact")
    said = (
        Sentence(sentence=0, text="好的，请联系工作人员。", tone="warm", intensity=0.5),
        Cards((card,)),
        Done(outcome=outcome, tone="warm", confidence=1.0, entries=entries),
    )

    class Scripted:
        async def run(self, asked: Question) -> AsyncGenerator[ServerMessage]:
            del asked
            for message in said:
                yield message

    heard = await listen(Scripted(), "转人工", (), date(2026, 6, 1))
    told = f"\n转人工：{card.body} {card.url}" if tells else ""
    assert as_row("r", heard)["text"] == f"好的，请联系工作人员。{told}"
    named = msgspec.structs.replace(card, language="en", body="See example.org.", title="Staff")
    said = (said[0], Cards((named,)), said[2])
    heard = await listen(Scripted(), "转人工", (), date(2026, 6, 1))
    assert heard.contact == "Staff: See example.org."


def test_an_article_that_does_not_exist_is_not_cited(asker: Asker) -> None:
    """What is said of it rests on the law as a whole, which is no citation of an article."""
    (row,) = asker.rows({"question": "示例信息法第九十九条"})
    assert "没有第99条" in row["text"]
    assert row["citations"] == []


async def test_a_reply_in_another_language_says_so() -> None:
    """The text ends with the notice that the page shows."""
    notice = Notice(code="chinese_only", text="The Chinese words are shown.")
    answer = Sentence(sentence=0, text="至少3年。", tone="warm", intensity=0.5)
    done = Done(outcome="answered", tone="warm", confidence=1.0)

    class Scripted:
        async def run(self, asked: Question) -> AsyncGenerator[ServerMessage]:
            del asked
            for message in (answer, notice, done):
                yield message

    heard = await listen(Scripted(), "How long?", (), date(2026, 6, 1))
    assert as_row("r", heard)["text"] == "至少3年。\nThe Chinese words are shown."


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
    rows = asker.rows(
        "\ufeff"
        + json.dumps({"id": "1", "question": "会费是多少钱？", "gold": ["gap.fee"]})
        + "\r",
        "",
        "   ",
        json.dumps({"id": "2", "question": "会员\u2028名册\u2029要保存多久"}, ensure_ascii=False),
    )
    assert [r["id"] for r in rows] == ["1", "2"]
    assert rows[0]["entries"] == ["gap.fee"]


def test_nothing_or_both_to_ask(asker: Asker) -> None:
    """Neither a question nor a file, or both, is a mistake, and it is told which."""
    assert "nothing to ask" in asker.run(code=2)[1]
    path = asker.file("questions.jsonl", {"question": "会费"})
    assert "not both" in asker.run("会费", "--questions", path, code=2)[1]


UNTAKEN = [
    ("字" * 501, "501"),
    ("  \n ", "1 to 500"),
    ("\u200b", "1 to 500"),
    ("会\x00费", "U+0000"),
]
"""Questions that no door takes, with what is told of each."""


@pytest.mark.parametrize(("question", "told"), UNTAKEN)
def test_what_no_door_takes_is_not_asked(asker: Asker, question: str, told: str) -> None:
    """A line that names what is wrong; nothing is loaded for it."""
    out, err = asker.run(question, code=2)
    assert out == ""
    (line,) = err.splitlines()
    assert told in line


def test_what_no_door_takes_costs_its_line_in_a_file(asker: Asker) -> None:
    """Each such line has a row that names what is wrong; the others are asked, and the exit code
    tells of it. As an earlier turn it was never said."""
    asked = [{"id": str(n), "question": text} for n, (text, _) in enumerate(UNTAKEN)]
    asked += [{"id": "none", "question": ""}]
    asked += [{"id": "good", "question": " 会费是多少钱？", "turns": ["", "字" * 501]}]
    path = asker.file("questions.jsonl", *asked)
    out, _ = asker.run("--questions", path, "--json", code=1)
    rows = [json.loads(line) for line in out.splitlines()]
    assert [row["id"] for row in rows] == [row["id"] for row in asked]
    assert all(set(row) == KEYS for row in rows)
    assert {row["outcome"] for row in rows[:-1]} == {"error"}
    assert "501" in rows[0]["text"]
    assert "U+0000" in rows[3]["text"]
    assert "请先写下您的问题" in rows[4]["text"]
    assert rows[-1]["entries"] == ["gap.fee"]


class Failing:
    """A turn that breaks at one question and answers all others."""

    async def run(self, asked: Question) -> AsyncGenerator[ServerMessage]:
        if "坏" in asked.text:
            raise ValueError(asked.text)
        yield Sentence(0, f"{len(asked.exchanges)}轮之后", "warm", 0.5)
        yield Done(outcome="answered", tone="warm", confidence=1.0)


async def test_a_fault_costs_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    """A question that breaks the turn says so in its line; the others are asked, behind it too."""
    open_logs("json", "INFO")
    asked = (Asked("坏的", "1"), Asked("好的", "2"), Asked("后面的", "3", ("坏的", "好的")))
    assert await ask_all(Failing(), asked, date(2026, 6, 1), json_lines=True)
    rows = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [(r["id"], r["outcome"]) for r in rows] == [
        ("1", "error"),
        ("2", "answered"),
        ("3", "answered"),
    ]
    assert set(rows[0]) == KEYS
    assert "出了故障" in rows[0]["text"]
    assert rows[2]["text"] == "2轮之后"
    assert not await ask_all(Failing(), asked[1:2], date(2026, 6, 1), json_lines=False)
