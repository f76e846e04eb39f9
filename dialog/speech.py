"""From the avatar's speaker to a session's mouth, and the words that tell why there is no sound."""

from __future__ import annotations

import asyncio
import time
from collections import OrderedDict
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator, Mapping
from contextlib import aclosing
from datetime import datetime, timedelta
from typing import Literal

import msgspec

from avatar.cache import Cache
from avatar.errors import Reason
from avatar.speaker import WAITING, Ladder, Patience, Rung, Said, Saying, Speaker
from avatar.spoken import Normaliser
from avatar.syllables import learn
from avatar.voices.captions import NAME as CAPTIONS
from avatar.voices.captions import caption
from dialog.config import Settings, Voice
from dialog.label import SENTENCES, TONE, TONE_NAME, rhythm
from dialog.messages import Speech
from dialog.rehearsal import Sleep, rehearse
from dialog.seams import Utterance, Voiced
from knowledge.types import Language

KeepUp = Callable[[], Awaitable[None]]
"""Lets what was published since be taken over."""

MIMED = 512
"""Sentences without sound that are kept."""
WHY: dict[Reason, tuple[str, str]] = {
    "off": (
        "这里没有开通语音播报，我会用文字和字幕回答您。",
        "Spoken answers are not set up here; I answer with text and captions.",
    ),
    "policy": (
        "这句话不会发送给外部语音服务，所以只显示文字和字幕。",
        "This sentence is not sent to the voice service, so it is shown as text and captions.",
    ),
    "busy": (
        "现在使用语音的人较多，这句先以文字和字幕显示。",
        "Many visitors are using the voice right now; this is shown as text and captions.",
    ),
    "refused": (
        "语音服务暂时不可用，我先用文字和字幕回答您，恢复后会自动出声。",
        "The voice service is not available right now; I go on with text until it is back.",
    ),
    "unreachable": (
        "语音服务暂时连接不上，我先用文字和字幕回答您，恢复后会自动出声。",
        "The voice service cannot be reached right now; I go on with text until it is back.",
    ),
    "slow": (
        "语音服务响应较慢，为了不让您久等，我先用文字和字幕回答。",
        "The voice service is slow; so that you need not wait, I go on with text and captions.",
    ),
    "broken": (
        "语音没有完整生成，这句先以文字和字幕显示。",
        "The sound did not come through whole; this sentence is shown as text and captions.",
    ),
}
"""For visitors: what is missing and what happens instead."""


class VoiceStanding(msgspec.Struct, frozen=True):
    """For staff: how the cloud voice fares. ``since``: when it began to fail, or last spoke."""

    standing: Literal["ready", "untried", "failing", "off"]
    reason: Reason | None = None
    since: datetime | None = None


class SpeakerMouth:
    """A ``Mouth`` that speaks one turn through a ``Speaker``."""

    def __init__(
        self,
        ladder: Ladder,
        language: Language,
        *,
        published: Callable[[str], bool],
        keep_up: KeepUp,
        rhythm: bool,
    ) -> None:
        """``rhythm``: whether the label's tone comes before the first sentence."""
        self._rhythm = rhythm
        self._speaker = Speaker(ladder)
        self._language: Language = language
        self._published = published
        self._keep_up = keep_up

    async def say(self, utterance: Utterance) -> None:
        """Take a sentence; waits while too many are waiting."""
        await self._keep_up()
        # A thread: after a change of the knowledge the first look takes some 40 ms.
        published = utterance.published or await asyncio.to_thread(self._published, utterance.text)
        await self._speaker.say(_saying(utterance, published=published))

    async def finish(self) -> None:
        """No further sentence will come."""
        await self._speaker.finish()

    async def voiced(self) -> AsyncIterator[Voiced]:
        """The sentences as they become ready."""
        async with aclosing(self._speaker.said()) as said:
            async for sentence in said:
                if self._rhythm:
                    self._rhythm = False
                    yield rhythm()
                yield voiced(sentence, self._language)


class Mime:
    """Sentences without sound. Stored answers are given again and again: the latest are kept."""

    def __init__(self, normaliser: Normaliser, cache: Cache) -> None:
        # A ladder without a rung: whatever is said, nothing can leave.
        self._ladder = Ladder((), cloud="off", normaliser=normaliser, cache=cache)
        self._kept: OrderedDict[Saying, Speech] = OrderedDict()

    async def speech(self, utterance: Utterance) -> Speech:
        """Mouth and captions of a sentence."""
        saying = msgspec.structs.replace(_saying(utterance, published=False), number=0)
        kept = self._kept
        speech = kept.pop(saying, None)
        if speech is None:
            speech = voiced(await self._ladder.say(saying), utterance.language).speech
            if len(kept) >= MIMED:
                kept.popitem(last=False)
        kept[saying] = speech
        return msgspec.structs.replace(speech, sentence=utterance.sentence)

    def forget(self) -> None:
        """Names are said differently from now on."""
        self._kept = OrderedDict()


class SilentMouth:
    """A ``Mouth`` for a visitor who wants no sound: mouth and captions, and nothing asked of any
    voice. No task for each sentence, as nothing waits."""

    def __init__(self, mime: Mime, keep_up: KeepUp) -> None:
        self._mime = mime
        self._keep_up = keep_up
        # Full: the one who hands over waits; the text has long been shown.
        self._ready: asyncio.Queue[Voiced | None] = asyncio.Queue(WAITING)

    async def say(self, utterance: Utterance) -> None:
        """Take a sentence."""
        await self._keep_up()
        await self._ready.put(Voiced(await self._mime.speech(utterance)))

    async def finish(self) -> None:
        """No further sentence will come."""
        await self._ready.put(None)

    async def voiced(self) -> AsyncIterator[Voiced]:
        """The sentences in their order."""
        while (sentence := await self._ready.get()) is not None:
            yield sentence


def _saying(utterance: Utterance, *, published: bool) -> Saying:
    return Saying(
        utterance.sentence,
        utterance.text,
        language=utterance.language,
        tone=utterance.tone,
        intensity=utterance.intensity,
        published=published,
    )


def voiced(said: Said, language: Language) -> Voiced:
    """A spoken sentence as what a session sends."""
    sound = said.sound
    notice = "" if said.reason is None else WHY[said.reason][language == "en"]
    speech = Speech(
        sentence=said.number,
        duration=said.tracks.duration,
        visemes=said.tracks.visemes,
        words=said.tracks.words,
        spoken=said.spoken,
        voice=CAPTIONS if sound is None else sound.voice,
    )
    if sound is None:
        return Voiced(speech, b"", notice, said.reason or "")
    speech = msgspec.structs.replace(
        speech,
        audio=len(sound.audio),
        format=sound.format,
        sample_rate=sound.sample_rate,
        id=said.id,
    )
    return Voiced(speech, sound.audio, notice, said.reason or "")


class Voicing:
    """Everything that speaks in a running product. ``published(text)``: whether a sentence stands
    in the published knowledge word for word. ``pronunciations()``: how names are said, now."""

    def __init__(
        self,
        settings: Settings,
        *,
        published: Callable[[str], bool] = lambda _: False,
        pronunciations: Callable[[], Mapping[str, str]] = dict,
        now: Callable[[], float] = time.monotonic,
    ) -> None:
        self._pronunciations = pronunciations
        self._said = pronunciations()
        learn(self._said)
        self._normaliser = Normaliser(_letters(self._said))
        self._published = published
        self._ahead = settings.voice.ahead
        self._label = settings.voice.label
        self._cache = Cache(settings.data() / "sounds", megabytes=settings.voice.cache_megabytes)
        self._ladder = Ladder(
            _rungs(settings.voice, now),
            cloud=settings.voice.cloud,
            normaliser=self._normaliser,
            cache=self._cache,
        )
        self._mime = Mime(self._normaliser, self._cache)

    def open_mouth(self, language: Language, *, sound: bool) -> SpeakerMouth | SilentMouth:
        """A mouth for one turn. Without ``sound`` nothing can leave for a voice: there is none."""
        if not sound:
            return SilentMouth(self._mime, self._keep_up)
        return SpeakerMouth(
            self._ladder,
            language,
            published=self._may_leave,
            keep_up=self._keep_up,
            rhythm=self._label == "rhythm",
        )

    def standing(self, now: datetime) -> VoiceStanding:
        """How the voice fares, with moments on the clock that says ``now``."""
        health = self._ladder.health
        if health is None:
            return VoiceStanding("off")
        if health.since is None:
            return VoiceStanding("untried")
        since = now - timedelta(seconds=health.since)
        return VoiceStanding("failing" if health.reason else "ready", health.reason, since)

    def _may_leave(self, text: str) -> bool:
        """Whether no visitor's words are in a sentence."""
        return text in SENTENCES.values() or self._published(text)

    async def _keep_up(self) -> None:
        """Follow the glossary. Comparing costs nothing; only changed words cost a moment."""
        said = self._pronunciations()
        if said == self._said:
            return
        self._said = said
        self._normaliser.learn(_letters(said))
        # A thread: the dictionary of pinyin counts all of its phrases anew.
        await asyncio.to_thread(self._learn, said)

    def _learn(self, said: Mapping[str, str]) -> None:
        learn(said)
        caption.cache_clear()
        self._mime.forget()

    async def rehearse(self, todo: Callable[[], Iterator[Saying]], sleep: Sleep) -> None:
        """Speak ahead, where the configuration wants it; ``todo`` is made in a thread."""
        if self._ahead:
            sentences = await asyncio.to_thread(lambda: list(todo()))
            await rehearse(self._ladder, iter(sentences), seconds=self._ahead, sleep=sleep)

    def find_audio(self, name: str) -> bytes | None:
        """A sound by its name. Reads a file: call it in a thread."""
        return TONE if name == TONE_NAME else self._cache.fetch(name)


def _rungs(voice: Voice, now: Callable[[], float]) -> list[Rung]:
    """The voices from the best to the last, as the configuration wants them."""
    if not voice.edge or voice.cloud == "off":
        return []
    from avatar.voices.edge import EdgeVoice

    patience = Patience(
        wait=voice.first_byte,
        whole=voice.whole,
        failures=voice.failures,
        rest=voice.rest,
        places=voice.places,
    )
    edge = EdgeVoice(
        chinese=voice.chinese,
        english=voice.english,
        first_byte=voice.first_byte,
        between_chunks=voice.between_chunks,
    )
    return [Rung(edge, cloud=True, patience=patience, now=now)]


def _letters(said: Mapping[str, str]) -> dict[str, str]:
    """Pronunciations that are words to be said instead of a Latin name. Those in pinyin belong to
    Chinese names and only shape the mouth: no voice takes them."""
    return {name: words for name, words in said.items() if name.isascii()}
