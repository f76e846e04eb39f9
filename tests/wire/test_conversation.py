"""A visitor talks at the conversation door: turns, barge-in, stop, sound, failures, neighbours."""

from __future__ import annotations

import asyncio
import json
from datetime import datetime
from pathlib import Path

import pytest

from dialog.config import Settings
from dialog.journal import Choice, list_turns
from dialog.logs import open_logs
from tests.wire.wire_parts import (
    PROFILE,
    JumpingClock,
    Script,
    Throat,
    opened,
    settings_for,
    types,
    visit,
)


async def test_welcome_says_who_speaks_and_that_it_is_a_machine(settings: Settings) -> None:
    """The first message names the assistant, carries the permanent label and a secret."""
    async with opened(settings) as house, visit(house, hello=False) as visitor:
        welcome = await visitor.hello(language="en")
    assert welcome["assistant"] == "Sample"
    # A pack that has no English name of its exchange is named as it is.
    assert welcome["exchange"] == PROFILE.exchange
    assert welcome["greeting"] == "Hello."
    assert welcome["label"] == "Digital human · AI-generated"
    assert welcome["question_limit"] == 500
    assert welcome["resumed"] is False
    assert len(welcome["secret"].partition(".")[2]) >= 22  # 128 bits in base64
    assert "seq" not in welcome


async def test_a_turn_comes_in_order_with_one_turn_id_and_a_rising_seq(settings: Settings) -> None:
    """accepted first, done last; every message has the turn and the next seq."""
    async with opened(settings) as house, visit(house) as visitor:
        first = await visitor.ask("你好")
        second = await visitor.ask("再来")
    assert types(first) == ["accepted", "delta", "sentence", "sentence", "sources", "done"]
    assert {message["turn"] for message in first} == {"t1"}
    assert {message["turn"] for message in second} == {"t2"}
    assert [message["seq"] for message in first + second] == list(range(1, 13))
    done = first[-1]
    assert done["outcome"] == "answered"
    assert done["receipt"]
    assert {"find", "first_text", "total"} <= set(done["latency"])


async def test_the_turn_gets_what_was_said_before_and_no_more_than_the_limit(
    tmp_path: Path,
) -> None:
    """Finished turns are remembered, the oldest ones forgotten past the limit."""
    script = Script()
    settings = settings_for(tmp_path, limits={"exchanges": 2, "session_burst": 50})
    async with opened(settings, script) as house, visit(house) as visitor:
        for text in ("一", "二", "三", "四"):
            await visitor.ask(text)
    remembered = [[exchange.question for exchange in asked.exchanges] for asked in script.asked]
    assert remembered == [[], ["一"], ["一", "二"], ["二", "三"]]
    assert script.asked[-1].exchanges[0].entries == ("e1",)


async def test_a_new_question_cuts_the_old_turn(settings: Settings) -> None:
    """Barge-in: the old turn ends with stopped, says nothing more, and its generator is closed."""
    script = Script()
    async with opened(settings, script) as house, visit(house) as visitor:
        await visitor.send(type="ask", text="慢")
        await visitor.until("sentence")
        rest = await visitor.ask("你好")
        stopped = rest[0]
        assert stopped["type"] == "stopped"
        assert stopped["reason"] == "barge_in"
        assert stopped["turn"] == "t1"
        rest += await visitor.until("done")
        assert {message["turn"] for message in rest[1:]} == {"t2"}
        assert script.closed == 2


async def test_a_turn_that_does_not_end_when_cut_says_nothing_more(tmp_path: Path) -> None:
    """After its grace a stubborn turn is given up; what it still produces reaches nobody."""
    script = Script()
    settings = settings_for(tmp_path, timeouts={"cut": 0.05})
    async with opened(settings, script) as house, visit(house) as visitor:
        await visitor.send(type="ask", text="顽固")
        await visitor.until("sentence")
        heard = await visitor.ask("慢")
        assert heard[-1]["type"] == "stopped"
        heard = await visitor.until("sentence")
        script.release.set()
        heard += await visitor.until("done")
        assert {message["turn"] for message in heard} == {"t2"}
        heard = await visitor.ask("你好")
        assert {message["turn"] for message in heard} == {"t3"}
        assert script.closed == 3


async def test_stop_cuts_only_the_turn_that_is_meant(settings: Settings) -> None:
    """A stop for another turn changes nothing; a stop for the running one ends it."""
    async with opened(settings) as house, visit(house) as visitor:
        await visitor.send(type="stop")
        await visitor.send(type="ask", text="慢")
        await visitor.until("sentence")
        await visitor.send(type="stop", turn="t9")
        await visitor.send(type="stop", turn="t1")
        heard = await visitor.until("stopped")
    assert types(heard) == ["stopped"]
    assert heard[0]["reason"] == "visitor"


@pytest.mark.parametrize("last", [{"type": "ask", "text": "你好"}, {"type": "stop"}])
async def test_a_burst_of_messages_closes_every_turn(
    settings: Settings, last: dict[str, str]
) -> None:
    """A turn that is cut before its first step ends like any other: with one stopped and its row.
    It left no row, and its conversation counted as busy for ever."""
    script = Script()
    async with opened(settings, script) as house, visit(house) as visitor:
        visitor.burst(*({"type": "ask", "text": f"问{n}"} for n in range(3)), last)
        turns = 4 if last["type"] == "ask" else 3
        heard = [m for _ in range(turns) for m in await visitor.until("done", "stopped")]
        assert [session.running for session in house.reception.sessions()] == [False]
        assert (await visitor.ask("再问"))[-1]["type"] == "done"
        assert await house.journal.flush(10)
        rows = await asyncio.to_thread(list_turns, settings.data(), Choice())
    ends = [(m["turn"], m["type"]) for m in heard if m["type"] in {"done", "stopped"}]
    assert [turn for turn, _ in ends] == [f"t{number}" for number in range(1, turns + 1)]
    assert ends[-1][1] == ("done" if last["type"] == "ask" else "stopped")
    assert [row["turn"] for row in rows] == [f"t{number}" for number in range(1, turns + 2)]
    assert script.closed == len(script.asked)


async def test_a_turn_that_fails_ends_with_an_outcome_and_no_exception_text(
    settings: Settings,
) -> None:
    """The visitor reads that something failed; the next question is answered."""
    async with opened(settings) as house, visit(house) as visitor:
        heard = await visitor.ask("坏")
        assert heard[-1]["code"] == "internal"
        assert "坏" not in heard[-1]["text"]
        done = (await visitor.until("done"))[-1]
        assert done["outcome"] == "error"
        assert (await visitor.ask("你好"))[-1]["outcome"] == "answered"


async def test_a_turn_without_done_counts_as_failed(settings: Settings) -> None:
    """A visitor is never left waiting for the end of a turn."""
    async with opened(settings) as house, visit(house) as visitor:
        assert (await visitor.ask("没完"))[-1]["type"] == "error"
        assert (await visitor.until("done"))[-1]["outcome"] == "error"


async def test_a_turn_that_takes_too_long_is_cut(tmp_path: Path) -> None:
    """The limit of a turn ends it with stopped, reason timeout."""
    settings = settings_for(tmp_path, timeouts={"turn": 0.1})
    async with opened(settings) as house, visit(house) as visitor:
        heard = await visitor.ask("慢")
        assert heard[-1]["reason"] == "timeout"
        assert (await visitor.ask("你好"))[-1]["outcome"] == "answered"


async def test_the_language_of_a_question_is_kept(settings: Settings) -> None:
    """A question may change the language for the rest of the conversation."""
    script = Script()
    async with opened(settings, script) as house, visit(house) as visitor:
        await visitor.ask("你好", language="en")
        await visitor.ask("你好")
        await visitor.send(type="ask", text="")
        assert (await visitor.hear())["text"].startswith("Please write")
    assert [asked.language for asked in script.asked] == ["en", "en"]


async def test_markup_is_text(settings: Settings) -> None:
    """A question with tags reaches the turn and comes back unchanged."""
    script = Script()
    text = "<script>alert(1)</script> & <b>"
    async with opened(settings, script) as house, visit(house) as visitor:
        heard = await visitor.ask(text)
    assert heard[0]["text"] == text
    assert script.asked[0].text == text


async def test_visitors_share_nothing(settings: Settings) -> None:
    """Two conversations at once: own sessions, own turns, own seq, own memory."""
    script = Script()
    async with opened(settings, script) as house, visit(house) as one, visit(house) as two:
        await one.send(type="ask", text="慢")
        await one.until("sentence")
        heard = await two.ask("你好")
        assert heard[0]["seq"] == 1
        assert heard[0]["turn"] == "t1"
        script.release.set()
        assert (await one.until("done"))[-1]["turn"] == "t1"
        assert one.session != two.session
        assert one.secret != two.secret
        await two.ask("第二")
    assert [exchange.question for exchange in script.asked[-1].exchanges] == ["你好"]


async def test_sound_follows_its_sentence_and_done_comes_last(settings: Settings) -> None:
    """speech in order with its bytes in one binary frame; done after the last speech."""
    async with opened(settings, open_mouth=Throat()) as house:
        async with visit(house, sound=True) as visitor:
            heard = await visitor.ask("你好")
            speeches = [message for message in heard if message["type"] == "speech"]
            assert [speech["sentence"] for speech in speeches] == [0, 1]
            assert heard[-1]["type"] == "done"
            length = int.from_bytes(visitor.audio[0][:4], "big")
            assert json.loads(visitor.audio[0][4 : 4 + length]) == {"turn": "t1", "sentence": 0}
            assert visitor.audio[0][4 + length :] == b"ID3sound"
            assert len(visitor.audio) == 2


async def test_without_sound_the_mouth_still_moves(settings: Settings) -> None:
    """A muted visitor gets mouth and captions for each sentence, no bytes and no notice."""
    async with opened(settings, open_mouth=Throat(notice="没有声音。")) as house:
        async with visit(house) as visitor:
            quiet = await visitor.ask("轻声", sound=False)
            speeches = [message for message in quiet if message["type"] == "speech"]
            assert [(one["sentence"], one.get("audio", 0)) for one in speeches] == [(0, 0), (1, 0)]
            assert "notice" not in types(quiet)
            assert visitor.audio == []


async def test_text_does_not_wait_for_sound(settings: Settings) -> None:
    """With a voice that never gets ready, all text arrives; a new question still cuts it."""
    async with opened(settings, open_mouth=Throat(mood="stuck")) as house:
        async with visit(house, sound=True) as visitor:
            await visitor.send(type="ask", text="你好")
            assert types(await visitor.until("sources")).count("sentence") == 2
            await visitor.send(type="stop")
            assert (await visitor.until("stopped"))[-1]["reason"] == "visitor"


async def test_missing_sound_is_told_once_and_its_return_too(settings: Settings) -> None:
    """A notice with the reason when sound goes missing, and one when it is back; the same reason is
    told once in a conversation."""
    throat = Throat(audio=b"", notice="语音服务没有回应。")
    async with opened(settings, open_mouth=throat) as house:
        async with visit(house, sound=True) as visitor:
            notices = [m for m in await visitor.ask("一") if m["type"] == "notice"]
            assert [(n["code"], n["text"]) for n in notices] == [("no_sound", "语音服务没有回应。")]
            assert "notice" not in types(await visitor.ask("二"))
            throat.audio, throat.notice = b"ID3", ""
            notices = [m for m in await visitor.ask("三") if m["type"] == "notice"]
            assert [n["code"] for n in notices] == ["sound_back"]
            throat.audio, throat.notice = b"", "语音服务没有回应。"
            assert "notice" not in types(await visitor.ask("四"))
            throat.audio, throat.notice = b"ID3", ""
            assert "notice" not in types(await visitor.ask("五"))
            throat.audio, throat.notice = b"", "用语音的人太多。"
            notices = [m for m in await visitor.ask("六") if m["type"] == "notice"]
            assert [n["text"] for n in notices] == ["用语音的人太多。"]


async def test_a_voice_that_breaks_leaves_the_text_whole(settings: Settings) -> None:
    """An exception in the voice costs the sound of that turn, never a sentence."""
    async with opened(settings, open_mouth=Throat(mood="broken")) as house:
        async with visit(house, sound=True) as visitor:
            heard = await visitor.ask("你好")
    assert types(heard).count("sentence") == 2
    assert heard[-1]["outcome"] == "answered"
    assert "no_sound" in [message.get("code") for message in heard]


async def test_every_turn_leaves_a_row_and_feedback_finds_it(settings: Settings) -> None:
    """The journal holds question, outcome, sources, ledger, how far was heard, and the thumb."""
    async with opened(settings) as house, visit(house) as visitor:
        await visitor.send(type="ask", text="慢")
        await visitor.until("sentence")
        await visitor.send(type="played", turn="t1", sentence=0, ms=100)
        await visitor.send(type="played", turn="t9", sentence=10**30)
        done = (await visitor.ask("你好"))[0]
        assert done["type"] == "stopped"
        receipt = (await visitor.until("done"))[-1]["receipt"]
        await visitor.send(type="feedback", turn="t2", rating="report", note="不对")
        await visitor.send(type="feedback", turn="t3", rating="up")
        assert (await visitor.hear())["code"] == "bad_message"
    turns = await asyncio.to_thread(list_turns, settings.data(), Choice())
    assert [turn["cut"] for turn in turns] == ["barge_in", ""]
    assert turns[0]["outcome"] == "stopped"
    assert turns[0]["heard"] == 1
    row = turns[1]
    assert row["question"] == "你好"
    assert row["outcome"] == "answered"
    assert row["receipt"] == receipt
    assert row["route"] == "exact"
    assert row["knowledge"] == 7
    assert row["entries"] == ["e1"]
    assert row["sources"] == [{"title": "数据安全法", "grade": "法规", "article": 21}]
    assert (row["feedback"], row["note"]) == ("report", "不对")


async def test_closing_lets_running_turns_end_and_says_goodbye(settings: Settings) -> None:
    """At shutdown a waiting turn is cut as closing, everyone is told, and the row is written."""
    async with opened(settings) as house:
        async with visit(house) as visitor:
            await visitor.send(type="ask", text="慢")
            await visitor.until("sentence")
            async with asyncio.TaskGroup() as group:
                group.create_task(house.reception.stop())
                heard = await visitor.until("notice")
                assert types(heard) == ["stopped", "notice"]
                assert heard[0]["reason"] == "closing"
                assert heard[1]["code"] == "closing"
                assert await visitor.closed() == 1001
        async with visit(house, hello=False) as late:
            assert (await late.hello())["code"] == "busy"
    turns = await asyncio.to_thread(list_turns, settings.data(), Choice())
    assert [turn["cut"] for turn in turns] == ["closing"]


async def test_a_visitors_words_never_stand_in_the_log(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    """One line at connect, one a turn, one at close; a failing turn is told by kind and place. The
    words are in none of them, although the exception held them."""
    settings = settings_for(tmp_path, timeouts={"stop": 5})
    open_logs("json", "DEBUG")
    async with opened(settings) as house, visit(house) as visitor:
        await visitor.ask("你好秘密")
        await visitor.ask("坏秘密")
        await visitor.until("done")
        await visitor.send(type="秘密")
        await visitor.hear()
    said = capfd.readouterr().err
    events = [json.loads(line)["event"] for line in said.splitlines()]
    assert events == ["connect", "turn", "turn_failed", "turn", "close"]
    assert "RuntimeError" in said
    assert "秘密" not in said


class LameClock(JumpingClock):
    """A clock that fails at what it is told to."""

    broken = False

    def now(self) -> datetime:
        if self.broken:
            raise OSError
        return super().now()


async def test_a_failure_in_our_own_books_costs_one_turn_only(settings: Settings) -> None:
    """Even where closing a turn's books fails, the house stands and goes on with the next one."""
    clock = LameClock()
    async with opened(settings, clock=clock) as house, visit(house) as visitor:
        clock.broken = True
        assert (await visitor.ask("你好"))[-1]["code"] == "internal"
        await visitor.until("done")
        clock.broken = False
        assert (await visitor.ask("你好"))[-1]["outcome"] == "answered"
        async with visit(house) as other:
            assert (await other.ask("你好"))[-1]["outcome"] == "answered"
