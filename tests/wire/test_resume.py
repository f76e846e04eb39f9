"""A visitor comes back after a broken connection: secrets, replay, gaps, time limits."""

from __future__ import annotations

import asyncio
from pathlib import Path

from dialog.app import House
from dialog.config import Settings
from tests.wire.wire_parts import JumpingClock, Script, Throat, opened, settings_for, types, visit


async def detached(house: House) -> None:
    """Wait until the house has noticed that everybody left."""
    async with asyncio.timeout(5):
        while house.gate.total:
            await asyncio.sleep(0)


async def test_what_came_after_the_last_seq_is_sent_again(settings: Settings) -> None:
    """The replay has the same messages and seq, then a notice; the conversation goes on."""
    script = Script()
    async with opened(settings, script) as house:
        async with visit(house) as visitor:
            heard = await visitor.ask("你好")
        async with visit(house, hello=False) as again:
            welcome = await again.hello(secret=visitor.secret, last_seq=2)
            assert welcome["resumed"] is True
            assert welcome["session"] == visitor.session
            replayed = await again.until("notice")
            assert replayed[:-1] == heard[2:]
            assert replayed[-1]["code"] == "reconnected"
            assert replayed[-1]["seq"] == heard[-1]["seq"] + 1
            assert (await again.ask("再来"))[0]["turn"] == "t2"
    assert [exchange.question for exchange in script.asked[1].exchanges] == ["你好"]


async def test_speech_is_not_said_again(settings: Settings) -> None:
    """A page that comes back gets the words of what it missed, and no gap where speech was."""
    async with opened(settings, open_mouth=Throat()) as house:
        async with visit(house, sound=True) as visitor:
            heard = await visitor.ask("你好")
            assert types(heard).count("speech") == 2
        async with visit(house, hello=False) as again:
            await again.hello(secret=visitor.secret, last_seq=2)
            replayed = await again.until("notice")
    assert replayed[:-1] == [one for one in heard[2:] if one["type"] != "speech"]
    assert replayed[-1]["text"] == "连接已恢复。"


async def test_nothing_missed_means_nothing_replayed(settings: Settings) -> None:
    """A page that saw everything only gets the notice."""
    async with opened(settings) as house:
        async with visit(house) as visitor:
            await visitor.ask("你好")
        async with visit(house, secret=visitor.secret, last_seq=visitor.last_seq) as again:
            assert types(await again.until("notice")) == ["notice"]


async def test_a_secret_works_once(settings: Settings) -> None:
    """The used secret opens a new conversation; the rotated one still resumes."""
    async with opened(settings) as house:
        async with visit(house) as visitor:
            await visitor.ask("你好")
        async with visit(house, secret=visitor.secret) as second:
            assert second.session == visitor.session
            assert second.secret != visitor.secret
        async with visit(house, hello=False) as thief:
            welcome = await thief.hello(secret=visitor.secret)
            assert welcome["resumed"] is False
            assert welcome["session"] != visitor.session
        async with visit(house, secret=second.secret) as third:
            assert third.session == visitor.session


async def test_a_wrong_secret_opens_a_new_conversation(settings: Settings) -> None:
    """Guessing the secret of a known session, or anything else, resumes nothing."""
    async with opened(settings) as house:
        async with visit(house) as visitor:
            await visitor.ask("你好")
        for secret in (
            f"{visitor.session}.",
            f"{visitor.session}.x",
            visitor.session,
            ".",
            "密.码",
        ):
            async with visit(house, hello=False) as other:
                welcome = await other.hello(secret=secret)
                assert welcome["resumed"] is False


async def test_a_broken_connection_cuts_the_turn_and_the_replay_says_so(
    settings: Settings,
) -> None:
    """The answer is not spoken into the void; the returning page learns that it was cut."""
    script = Script()
    async with opened(settings, script) as house:
        async with visit(house) as visitor:
            await visitor.send(type="ask", text="慢")
            await visitor.until("sentence")
        await detached(house)
        assert script.closed == 1
        async with visit(house, secret=visitor.secret, last_seq=visitor.last_seq) as again:
            heard = await again.until("notice")
    assert types(heard) == ["stopped", "notice"]
    assert heard[0]["reason"] == "disconnected"


async def test_a_replay_has_a_bound_and_a_gap_is_told(tmp_path: Path) -> None:
    """Past the bound the oldest messages are gone, and the notice says that some are missing."""
    settings = settings_for(tmp_path, limits={"replay_bytes": 1024})
    async with opened(settings) as house:
        async with visit(house) as visitor:
            await visitor.ask("短40")
        async with visit(house, hello=False) as again:
            await again.hello(secret=visitor.secret, last_seq=1)
            replayed = await again.until("notice")
            assert replayed[-1]["code"] == "reconnected"
            assert "没有保留" in replayed[-1]["text"]
            seqs = [message["seq"] for message in replayed[:-1]]
            assert seqs == list(range(seqs[0], visitor.last_seq + 1))
            assert seqs[0] > 2


async def test_a_newer_connection_takes_over(settings: Settings) -> None:
    """While the old connection seems open, the secret moves the conversation to the new one."""
    async with opened(settings) as house, visit(house) as old:
        await old.ask("你好")
        async with visit(house, secret=old.secret, last_seq=old.last_seq) as new:
            assert new.session == old.session
            assert await old.closed() == 4000
            await new.until("notice")
            assert (await new.ask("再来"))[-1]["type"] == "done"


async def test_a_detached_conversation_is_kept_for_its_time(tmp_path: Path) -> None:
    """Just before its time is over it resumes; after it, it is gone."""
    settings = settings_for(tmp_path, timeouts={"resume": 100, "sweep": 1})
    clock = JumpingClock()
    async with opened(settings, clock=clock) as house:
        async with visit(house) as visitor:
            await visitor.ask("你好")
        await detached(house)
        await clock.jump(98)
        async with visit(house, hello=False) as again:
            assert (await again.hello(secret=visitor.secret))["resumed"] is True
        await detached(house)
        await clock.jump(102)
        async with visit(house, hello=False) as late:
            assert (await late.hello(secret=again.secret))["resumed"] is False


async def test_detached_conversations_have_a_cap_and_empty_ones_are_not_kept(
    tmp_path: Path,
) -> None:
    """Past the cap the oldest goes; visits without a question push nobody out."""
    settings = settings_for(tmp_path, limits={"detached": 2})
    async with opened(settings) as house:
        secrets: list[str] = []
        for _ in range(3):
            async with visit(house) as visitor:
                await visitor.ask("你好")
                secrets.append(visitor.secret)
            await detached(house)
        for _ in range(5):
            async with visit(house):
                pass
        await detached(house)
        assert len(house.reception) == 2
        resumed: list[bool] = []
        for secret in secrets:
            async with visit(house, hello=False) as again:
                resumed.append((await again.hello(secret=secret))["resumed"])
    assert resumed == [False, True, True]


async def test_an_idle_visitor_is_told_and_sent_home(tmp_path: Path) -> None:
    """After the idle limit: a notice, close code 4001, and nothing is kept."""
    settings = settings_for(tmp_path, timeouts={"idle": 60, "sweep": 1})
    clock = JumpingClock()
    async with opened(settings, clock=clock) as house, visit(house) as visitor:
        await clock.jump(58)
        await visitor.ask("你好")
        await clock.jump(58)
        assert len(house.reception) == 1
        await clock.jump(3)
        assert (await visitor.hear())["code"] == "closing"
        assert await visitor.closed() == 4001
        assert len(house.reception) == 0


async def test_who_waits_for_an_answer_is_not_idle(tmp_path: Path) -> None:
    """A turn that takes longer than the idle limit still ends with its answer."""
    settings = settings_for(tmp_path, timeouts={"idle": 60, "sweep": 1})
    clock, script = JumpingClock(), Script()
    async with opened(settings, script, clock=clock) as house, visit(house) as visitor:
        await visitor.send(type="ask", text="慢")
        await visitor.until("sentence")
        await clock.jump(100)
        script.release.set()
        assert (await visitor.until("done", "notice"))[-1]["type"] == "done"


async def test_a_question_that_is_stopped_at_once_evades_no_limit(tmp_path: Path) -> None:
    """Who asks, stops in the same breath and is silent then is idle like anybody."""
    settings = settings_for(tmp_path, timeouts={"idle": 60, "sweep": 1})
    clock = JumpingClock()
    async with opened(settings, clock=clock) as house, visit(house) as visitor:
        visitor.burst({"type": "ask", "text": "慢"}, {"type": "stop"})
        assert (await visitor.until("stopped"))[-1]["reason"] == "visitor"
        await clock.jump(62)
        assert (await visitor.hear())["code"] == "closing"
        assert await visitor.closed() == 4001


async def test_after_two_hours_the_visitor_is_reminded_each_time(tmp_path: Path) -> None:
    """Every two hours: this is an AI, and one may leave at once. It comes without a turn."""
    settings = settings_for(tmp_path, timeouts={"idle": 86400, "sweep": 1})
    clock = JumpingClock()
    async with opened(settings, clock=clock) as house, visit(house) as visitor:
        await clock.jump(7199)
        await visitor.ask("你好")
        for _ in range(2):
            await clock.jump(7201)
            notice = await visitor.hear()
            assert notice["code"] == "two_hours"
            assert "人工智能" in notice["text"]
            assert "turn" not in notice
