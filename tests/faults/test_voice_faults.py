"""A voice service that fails in every known way, seen through the visitor's socket: the sentence is
still shown and mouthed, a notice says why there is no sound, and sound comes back by itself.

Longer than 400 lines because each fault of the service has its own test.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from typing import Any

import aiohttp
import pytest
from blockbuster import blockbuster_ctx

from dialog.speech import WHY, VoiceStanding
from tests.avatar.standin_edge import StandinEdge, calling, standing
from tests.avatar.voice_parts import FIRST, SECOND, of, talking
from tests.wire.wire_parts import PATIENCE, Visitor, visit


@pytest.fixture(autouse=True)
def _nothing_blocks() -> Iterator[None]:
    with blockbuster_ctx(["dialog", "avatar"]):
        yield


@pytest.fixture
async def edge() -> AsyncIterator[StandinEdge]:
    async with standing() as service:
        yield service


def check_silent(messages: list[dict[str, Any]], visitor: Visitor, why: str) -> None:
    """Everything is shown and mouthed, nothing sounds, and the visitor is told once."""
    assert [m["text"] for m in of(messages, "sentence")] == [FIRST, SECOND]
    speeches = of(messages, "speech")
    assert [m["sentence"] for m in speeches] == [0, 1]
    for speech in speeches:
        assert speech.get("audio", 0) == 0
        assert speech["voice"] == "captions"
        assert len(speech["visemes"]["times"]) > 10
        assert speech["words"]["times"]
    notices = of(messages, "notice")
    assert [(m["code"], m["text"]) for m in notices] == [("no_sound", why)]
    assert messages[-1]["type"] == "done"
    assert visitor.audio == []


def check_sounding(messages: list[dict[str, Any]], visitor: Visitor) -> None:
    """Both sentences sound, and what was announced is what came."""
    speeches = of(messages, "speech")
    assert [m["format"] for m in speeches] == ["mp3", "mp3"]
    assert [m["spoken"] for m in speeches] == [FIRST, "审核需要三至五个工作日。"]
    for speech, frame in zip(speeches, visitor.audio, strict=True):
        header = int.from_bytes(frame[:4], "big")
        assert len(frame) - 4 - header == speech["audio"]
        # 6,000 bytes make a second.
        assert abs(speech["audio"] / 6 - speech["duration"]) <= 1


async def test_muted(tmp_path: Path, edge: StandinEdge) -> None:
    """Muted: mouth and captions at the pace of speech, nothing asked of the service, no notice."""
    edge.moods = ["well"]
    async with talking(tmp_path) as here, visit(here.house, sound=True) as visitor:
        messages = await visitor.ask("问", sound=False)
        assert edge.connections == 0
        assert visitor.audio == []
        assert of(messages, "notice") == []
        speeches = of(messages, "speech")
        assert [m["sentence"] for m in speeches] == [0, 1]
        for speech, sentence in zip(speeches, of(messages, "sentence"), strict=True):
            assert speech["voice"] == "captions"
            assert len(speech["visemes"]["times"]) > 10
            # Between three and eight characters a second.
            assert 120 < speech["duration"] / len(sentence["text"]) < 350
        check_sounding(await visitor.ask("问", sound=True), visitor)


@pytest.mark.parametrize(
    ("text", "label"),
    [(FIRST, "以下内容由人工智能生成。"), ("Two reviews.", "The following is AI-generated.")],
)
async def test_spoken_label(tmp_path: Path, edge: StandinEdge, text: str, label: str) -> None:
    """With sound on, the label is a sentence of its own before the first, in its language, and may
    leave for the voice; a muted visitor gets the answer alone."""
    edge.moods = ["well"]
    async with talking(tmp_path, text, label="spoken") as here:
        async with visit(here.house, sound=True) as visitor:
            messages = await visitor.ask("问")
            first, second = of(messages, "sentence")
            assert (first["text"], first["role"], first["sentence"]) == (label, "opener", 0)
            assert "locked" not in first
            assert (second["text"], second["sentence"]) == (text, 1)
            assert [m["sentence"] for m in of(messages, "delta")] == [1]
            speeches = of(messages, "speech")
            assert [(m["sentence"], m["format"]) for m in speeches] == [(0, "mp3"), (1, "mp3")]
            assert of(messages, "notice") == []
            quiet = await visitor.ask("问", sound=False)
            assert [(m["text"], m["sentence"]) for m in of(quiet, "sentence")] == [(text, 0)]


async def test_rhythm_label(tmp_path: Path, edge: StandinEdge) -> None:
    """A tone of 1.1 seconds, short-long, short-short, comes before the first sentence's sound, and
    can be fetched by its name; nothing is shown for it, and a muted visitor gets none."""
    edge.moods = ["well"]
    async with talking(tmp_path, label="rhythm") as here:
        async with visit(here.house, sound=True) as visitor:
            messages = await visitor.ask("问")
            assert [m["text"] for m in of(messages, "sentence")] == [FIRST, SECOND]
            tone, *speeches = of(messages, "speech")
            assert [m["sentence"] for m in (tone, *speeches)] == [-1, 0, 1]
            assert (tone["format"], tone["duration"], tone["spoken"]) == ("pcm", 1100, "")
            header = int.from_bytes(visitor.audio[0][:4], "big")
            pcm = memoryview(visitor.audio[0][4 + header :]).cast("h")
            assert len(pcm) * 2 == tone["audio"]
            loud = [max(map(abs, pcm[at : at + 2400])) > 1000 for at in range(0, len(pcm), 2400)]
            assert "".join(".#"[one] for one in loud) == "#.###...#.#"
            quiet = await visitor.ask("问", sound=False)
            assert [m["sentence"] for m in of(quiet, "speech")] == [0, 1]
        async with aiohttp.ClientSession() as client:
            async with client.get(f"{here.house.pages}audio/{tone['id']}") as response:
                assert await response.read() == bytes(pcm)


ROWS = {
    "cut": "broken",
    "1011": "broken",
    "shorter than its words": "broken",
    "no sound": "broken",
    "bad json": "broken",
    "unknown path": "broken",
    "not mp3": "broken",
    "403": "refused",
    "503": "unreachable",
}


@pytest.mark.parametrize("mood", ROWS)
async def test_fault_and_recovery(tmp_path: Path, edge: StandinEdge, mood: str) -> None:
    """Each fault leaves text and mouth, says why, and is over when the service heals."""
    edge.moods = [mood]
    async with talking(tmp_path) as here, visit(here.house, sound=True) as visitor:
        check_silent(await visitor.ask("问"), visitor, WHY[ROWS[mood]][0])
        assert edge.connections > 0
        edge.moods = ["well"]
        await here.rest()
        messages = await visitor.ask("问")
        check_sounding(messages, visitor)
        assert [m["code"] for m in of(messages, "notice")] == ["sound_back"]


@pytest.mark.parametrize("mood", ["stall", "stall in the middle"])
async def test_stall(tmp_path: Path, edge: StandinEdge, mood: str) -> None:
    """A service that falls silent is left in time, although the library would wait for ever."""
    edge.moods = [mood]
    waits = {"first_byte": 2, "between_chunks": 0.5 if "middle" in mood else 8}
    async with talking(tmp_path, **waits) as here, visit(here.house, sound=True) as visitor:
        check_silent(await visitor.ask("问"), visitor, WHY["slow"][0])
        async with asyncio.timeout(PATIENCE):
            await edge.gone.wait()


async def test_no_end(tmp_path: Path, edge: StandinEdge) -> None:
    """A service that drips for ever, each piece in time, is left as well."""
    edge.moods = ["drip"]
    async with talking(tmp_path, whole=0.5) as here, visit(here.house, sound=True) as visitor:
        check_silent(await visitor.ask("问"), visitor, WHY["slow"][0])


async def test_line_dropped_anywhere(tmp_path: Path, edge: StandinEdge) -> None:
    """Wherever the line drops, the sentence is either silent and told so, or whole: never cut
    short. Dropped one piece later each time, until a run gets through."""
    silent = 0
    async with talking(tmp_path, FIRST, failures=100) as here:
        async with visit(here.house, sound=True) as visitor:
            for after in range(1, 40):
                edge.moods = [f"drop {after}"]
                messages = await visitor.ask("问")
                assert [m["text"] for m in of(messages, "sentence")] == [FIRST]
                (speech,) = of(messages, "speech")
                if speech["voice"] != "captions":
                    break
                silent += 1
                assert speech.get("audio", 0) == 0
    assert silent >= 4
    # Ten characters of 200 ms: a sound that is let through holds them all.
    assert speech["duration"] >= 2100


@pytest.mark.parametrize("address", ["ws://127.0.0.1:1/?x", "ws://nowhere.invalid/?x"])
async def test_no_connection(tmp_path: Path, edge: StandinEdge, address: str) -> None:
    """A refused connection or a name that cannot be found is told, and is over when it is over."""
    async with talking(tmp_path) as here, visit(here.house, sound=True) as visitor:
        with calling(address):
            check_silent(await visitor.ask("问"), visitor, WHY["unreachable"][0])
        await here.rest()
        check_sounding(await visitor.ask("问"), visitor)


async def test_staff_are_told_since_when(tmp_path: Path, edge: StandinEdge) -> None:
    """How the voice fares is known to staff: not asked yet, failing since its first failure, well
    again; and off where no cloud voice may be used."""
    async with talking(tmp_path) as here, visit(here.house, sound=True) as visitor:
        standing_of = here.voicing.standing
        assert standing_of(here.clock.now()) == VoiceStanding("untried")
        edge.moods = ["403"]
        began = here.clock.now()
        await visitor.ask("问")
        await here.rest()
        failing = VoiceStanding("failing", "refused", began)
        assert standing_of(here.clock.now()) == failing
        edge.moods = ["well"]
        check_sounding(await visitor.ask("问"), visitor)
        now = here.clock.now()
        assert standing_of(now) == VoiceStanding("ready", since=now)
    async with talking(tmp_path / "off", cloud="off") as here:
        assert here.voicing.standing(here.clock.now()) == VoiceStanding("off")


async def test_notice_in_english(tmp_path: Path, edge: StandinEdge) -> None:
    """An English visitor is told in English."""
    edge.moods = ["503"]
    async with talking(tmp_path) as here, visit(here.house, sound=True, language="en") as visitor:
        notices = of(await visitor.ask("Q"), "notice")
        assert [m["text"] for m in notices] == [WHY["unreachable"][1]]


async def test_refusal_rests_at_once(tmp_path: Path, edge: StandinEdge) -> None:
    """After a refusal (and the library's own second try) the service is left in peace."""
    edge.moods = ["403"]
    async with talking(tmp_path, FIRST) as here, visit(here.house, sound=True) as visitor:
        await visitor.ask("问")
        assert edge.connections == 2
        for _ in range(3):
            await visitor.ask("问")
        assert edge.connections == 2
        await here.rest()
        await visitor.ask("问")
        assert edge.connections == 4


async def test_clock_skew(tmp_path: Path, edge: StandinEdge) -> None:
    """A refusal because of a wrong clock is mended by the library; nobody notices."""
    edge.moods = ["403", "well"]
    async with talking(tmp_path, FIRST) as here, visit(here.house, sound=True) as visitor:
        messages = await visitor.ask("问")
        assert [m["format"] for m in of(messages, "speech")] == ["mp3"]
        assert of(messages, "notice") == []


async def test_one_fault_is_tried_again(tmp_path: Path, edge: StandinEdge) -> None:
    """A single cut stream costs a second try, not the sound."""
    edge.moods = ["cut", "well"]
    async with talking(tmp_path, FIRST) as here, visit(here.house, sound=True) as visitor:
        messages = await visitor.ask("问")
        assert [m["format"] for m in of(messages, "speech")] == ["mp3"]
        assert of(messages, "notice") == []
        assert edge.connections == 2


async def test_failures_rest_after_a_few(tmp_path: Path, edge: StandinEdge) -> None:
    """A service that keeps failing is asked three times, then only once after each rest."""
    edge.moods = ["503"]
    async with talking(tmp_path, FIRST) as here, visit(here.house, sound=True) as visitor:
        for _ in range(4):
            await visitor.ask("问")
        assert edge.connections == 3
        await here.rest()
        for _ in range(3):
            await visitor.ask("问")
        assert edge.connections == 4


async def test_several_words_in_one_message(tmp_path: Path, edge: StandinEdge) -> None:
    """The library drops all words of a message but the first; a whole sound stays a whole sound."""
    edge.moods = ["several words at once"]
    async with talking(tmp_path) as here, visit(here.house, sound=True) as visitor:
        check_sounding(await visitor.ask("问"), visitor)


async def test_no_words(tmp_path: Path, edge: StandinEdge) -> None:
    """A whole sound without any word is still heard; the mouth keeps to its length."""
    edge.moods = ["no words"]
    async with talking(tmp_path) as here, visit(here.house, sound=True) as visitor:
        messages = await visitor.ask("问")
        check_sounding(messages, visitor)
        for speech in of(messages, "speech"):
            last = speech["visemes"]["times"][-1] + speech["visemes"]["durations"][-1]
            assert speech["duration"] / 2 < last <= speech["duration"]


async def test_nothing_to_say_is_never_sent(tmp_path: Path, edge: StandinEdge) -> None:
    """A sentence of nothing but signs is shown; the service, which would answer nothing, is not
    asked, and no sound is missed."""
    async with talking(tmp_path, "——。") as here, visit(here.house, sound=True) as visitor:
        messages = await visitor.ask("问")
        assert [m["text"] for m in of(messages, "sentence")] == ["——。"]
        assert of(messages, "notice") == []
        assert edge.connections == 0


async def test_long_sentence(tmp_path: Path, edge: StandinEdge) -> None:
    """A sentence beyond the 4,096 bytes that the service takes is cut into several requests, on
    connections of their own, and comes back as one sound."""
    text = "数据要素流通" * 250 + "。"
    async with talking(tmp_path, text, whole=60) as here, visit(here.house, sound=True) as visitor:
        messages = await visitor.ask("问")
        (speech,) = of(messages, "speech")
        assert speech["format"] == "mp3"
        assert len(edge.asked) > 1
        assert all(len(asked.text.encode()) <= 4096 for asked in edge.asked)
        spoken = "".join(asked.text for asked in edge.asked)
        assert spoken.replace(" ", "") == text
        times = speech["words"]["times"]
        assert len(times) == 1500
        assert max(times) < speech["duration"]


async def test_manner_reaches_the_service(tmp_path: Path, edge: StandinEdge) -> None:
    """Speed, pitch and loudness always carry a sign, which the library demands; words are asked
    for, which the mouth needs."""
    async with talking(tmp_path, FIRST) as here, visit(here.house, sound=True) as visitor:
        for tone in ("neutral", "warm", "glad", "empathetic"):
            here.says.fields = {"tone": tone, "intensity": 1.0}
            await visitor.ask("问")
    manners = [(asked.rate, asked.pitch, asked.volume) for asked in edge.asked]
    assert manners[0] == ("+0%", "+0Hz", "+0%")
    assert len(set(manners)) == 4
    assert all(sign[0] in "+-" for manner in manners for sign in manner)
    assert all('"wordBoundaryEnabled":"true"' in asked.config for asked in edge.asked)


async def test_barge_in_leaves_the_service(tmp_path: Path, edge: StandinEdge) -> None:
    """Stopping a turn hangs up on the service; the next turn speaks."""
    edge.moods = ["stall", "well"]
    async with talking(tmp_path, FIRST) as here, visit(here.house, sound=True) as visitor:
        await visitor.send(type="ask", text="问")
        async with asyncio.timeout(PATIENCE):
            await edge.stalling.wait()
        await visitor.send(type="stop")
        assert (await visitor.until("stopped"))[-1]["reason"] == "visitor"
        async with asyncio.timeout(PATIENCE):
            await edge.gone.wait()
        messages = await visitor.ask("问")
        assert [m["format"] for m in of(messages, "speech")] == ["mp3"]


@pytest.mark.parametrize(
    ("cloud", "locked", "why"),
    [
        ("off", True, "off"),
        ("off", False, "off"),
        ("published", False, "policy"),
        ("published", True, None),
        ("all", False, None),
    ],
)
async def test_what_may_leave(
    tmp_path: Path, edge: StandinEdge, cloud: str, locked: bool, why: Any
) -> None:
    """Only published sentences leave by default; nothing leaves when the cloud is off."""
    async with talking(tmp_path, FIRST, cloud=cloud) as here:
        here.says.locked = locked
        async with visit(here.house, sound=True) as visitor:
            messages = await visitor.ask("问")
    told = [m["text"] for m in of(messages, "notice")]
    assert told == ([] if why is None else [WHY[why][0]])
    assert len(edge.asked) == (0 if why else 1)


async def test_said_before(tmp_path: Path, edge: StandinEdge) -> None:
    """A published sentence is asked for once; it is found again by its name, also after a
    restart."""
    names: list[str] = []
    for _ in range(2):
        async with talking(tmp_path, FIRST) as here, visit(here.house, sound=True) as visitor:
            (speech,) = of(await visitor.ask("问"), "speech")
            names.append(speech["id"])
            async with aiohttp.ClientSession() as client:
                response = await client.get(f"{here.house.pages}audio/{speech['id']}")
                assert response.headers["Content-Type"] == "audio/mpeg"
                assert visitor.audio[0].endswith(await response.read())
    assert names[0] == names[1]
    assert len(edge.asked) == 1


async def test_unpublished_sound_has_no_guessable_name(tmp_path: Path, edge: StandinEdge) -> None:
    """What is not published is never filed; its sound can be had again only by who was told its
    name."""
    async with talking(tmp_path, FIRST, cloud="all") as here:
        here.says.locked = False
        async with visit(here.house, sound=True) as visitor:
            (one,) = of(await visitor.ask("问"), "speech")
            (two,) = of(await visitor.ask("问"), "speech")
            async with aiohttp.ClientSession() as client:
                response = await client.get(f"{here.house.pages}audio/{one['id']}")
                assert response.status == 200
    assert one["id"] != two["id"]
    assert not list((tmp_path / "var").glob("sounds/*"))


async def test_full_disk(tmp_path: Path, edge: StandinEdge) -> None:
    """A folder that cannot be written costs nothing but a request more."""
    folder = tmp_path / "var"
    folder.mkdir()
    (folder / "sounds").write_text("a file where the folder should be")
    async with talking(tmp_path) as here, visit(here.house, sound=True) as visitor:
        check_sounding(await visitor.ask("问"), visitor)
        visitor.audio.clear()
        check_sounding(await visitor.ask("问"), visitor)
    assert len(edge.asked) == 4


async def test_many_visitors_take_turns(tmp_path: Path, edge: StandinEdge) -> None:
    """With one place at the voice, four visitors are all served, one after another."""
    async with talking(tmp_path, FIRST, SECOND, places=1, cloud="all", first_byte=60) as here:
        here.says.locked = False

        async def one() -> list[str]:
            async with visit(here.house, sound=True) as visitor:
                return [m["format"] for m in of(await visitor.ask("问"), "speech")]

        async with asyncio.TaskGroup() as group:
            tasks = [group.create_task(one()) for _ in range(4)]
    assert [task.result() for task in tasks] == [["mp3", "mp3"]] * 4
