"""The conversation's messages, both ways, and the protocol's number.

JSON text frames, tagged by ``type``. Audio follows its ``speech`` message as one binary frame:
a 4-byte big-endian length of a JSON header ``{"turn","sentence"}``, the header, the audio bytes.
"""

from __future__ import annotations

from typing import Literal

import msgspec

from avatar.cues import VisemeTrack, WordTrack
from avatar.tone import Gesture, Tone
from knowledge.types import Language, SourceItem

PROTOCOL = 1
QUESTION_LIMIT = 500
"""Characters that a question may have."""

Outcome = Literal[
    "answered", "partial", "clarify", "unknown", "handoff", "refused", "smalltalk", "error"
]
NoticeCode = Literal[
    "no_sound", "sound_back", "reconnected", "two_hours", "chinese_only", "slow_down", "closing"
]
CutReason = Literal["visitor", "barge_in", "closing", "timeout", "disconnected"]
ErrorCode = Literal[
    "bad_message",
    "unknown_type",
    "protocol",
    "too_long",
    "empty",
    "too_fast",
    "too_many",
    "not_allowed",
    "internal",
    "busy",
]


class FromVisitor(msgspec.Struct, frozen=True, forbid_unknown_fields=True, tag_field="type"):
    """The root of what a visitor's page may send."""


class Hello(FromVisitor, frozen=True, tag="hello"):
    """Opens the conversation. ``protocol`` is the lowest and highest version that the page
    speaks; ``secret`` (from ``welcome``) and ``last_seq`` resume an earlier one."""

    protocol: tuple[int, int]
    language: Language = "zh"
    sound: bool = False
    secret: str = ""
    last_seq: int = 0
    channel: str = "page"


class Ask(FromVisitor, frozen=True, tag="ask"):
    """A question. An unfinished older turn is cut: barge-in."""

    text: str
    language: Language | None = None
    sound: bool | None = None


class Stop(FromVisitor, frozen=True, tag="stop"):
    """Cut the running turn."""

    turn: str = ""


class Played(FromVisitor, frozen=True, tag="played"):
    """How far the visitor has heard: sentence index and milliseconds into it."""

    turn: str
    sentence: int
    ms: int = 0


class Feedback(FromVisitor, frozen=True, tag="feedback"):
    """A thumb or a report on a turn."""

    turn: str
    rating: Literal["up", "down", "report"]
    note: str = ""


class Posted(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The body of ``POST /ask``: a question, and the ``hello`` that would come before it. With a
    ``secret`` it goes on with an earlier conversation."""

    ask: Ask
    hello: Hello = Hello(protocol=(PROTOCOL, PROTOCOL), channel="post")


class PostedFeedback(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The body of ``POST /feedback``, for pages without a socket. What shows that the turn is the
    visitor's own: the conversation's ``secret``, which stays good, or the turn's ``receipt``."""

    feedback: Feedback
    secret: str = ""
    receipt: str = ""


ClientMessage = Hello | Ask | Stop | Played | Feedback


class FromServer(msgspec.Struct, frozen=True, omit_defaults=True, tag_field="type", kw_only=True):
    """The root of what the server sends. ``turn`` is empty outside a turn; ``seq`` rises by one
    with each message of a session (0 = not part of the replay)."""

    turn: str = ""
    seq: int = 0


class Welcome(FromServer, frozen=True, tag="welcome"):
    """The conversation is open. ``secret`` resumes it once; a new one comes with each use."""

    protocol: int
    session: str
    secret: str
    resumed: bool
    assistant: str
    exchange: str
    greeting: str
    label: str
    starters: tuple[str, ...]
    question_limit: int
    sound: bool
    samples: bool = False


class Accepted(FromServer, frozen=True, tag="accepted"):
    """The question was taken; a turn begins."""

    text: str


class Delta(FromServer, frozen=True, tag="delta"):
    """A piece of the text of sentence ``sentence``, to be appended."""

    sentence: int
    text: str


class Sentence(FromServer, frozen=True, tag="sentence"):
    """A whole checked sentence with its manner. ``locked`` text is quoted from the knowledge;
    caring words and closing lines stand outside it. ``block`` groups sentences into paragraphs."""

    sentence: int
    text: str
    tone: Tone
    intensity: float
    gesture: Gesture = "none"
    language: Language = "zh"
    locked: bool = False
    role: Literal["opener", "answer", "next_step", "closing"] = "answer"
    block: int = 0


class Speech(FromServer, frozen=True, tag="speech"):
    """The sound, mouth and captions of one sentence, on one clock of milliseconds.

    ``audio``: bytes that follow in one binary frame; 0 = none follows (captions only: the page
    moves the mouth by the tracks, or lets the browser's own local voice speak ``spoken``).
    ``format``: ``mp3`` or ``pcm`` (s16le, mono). ``id`` is the content hash under which the audio
    can be fetched again.
    """

    sentence: int
    duration: int
    visemes: VisemeTrack
    words: WordTrack
    spoken: str
    voice: str
    audio: int = 0
    format: Literal["mp3", "pcm", "none"] = "none"
    sample_rate: int = 24000
    id: str = ""


class Sources(FromServer, frozen=True, tag="sources"):
    """The evidence of what was said."""

    items: tuple[SourceItem, ...]


class Card(msgspec.Struct, frozen=True, omit_defaults=True):
    """Something to act on beside the text. ``ask``: a chip that asks its ``title``.
    ``contact``: how to reach a person. ``product`` / ``vendor``: a catalogue item with the reason
    ``why`` it is shown. ``related``: an unverified pointer; a chip that asks its ``title``, too,
    with what it rests on as ``why``; the likeliest shows what is stored under its title as
    ``body``, which is not said to be the answer. ``url``: the official page to go on at.
    ``language``: that of title, body and why; ``other_title``, ``other_body`` and ``other_why`` say
    them in the other one, where they are known in it, for a visitor who switches."""

    kind: Literal["ask", "contact", "product", "vendor", "related"]
    title: str
    body: str = ""
    why: str = ""
    tags: tuple[str, ...] = ()
    sample: bool = False
    language: Language = "zh"
    other_title: str = ""
    other_body: str = ""
    other_why: str = ""
    url: str = ""


class Cards(FromServer, frozen=True, tag="cards"):
    """Cards, in order."""

    items: tuple[Card, ...]


class Clarify(FromServer, frozen=True, tag="clarify"):
    """One short question back, with choices that can be tapped. ``language``: that of the choices;
    ``other_choices`` say them in the other one, in the same order, empty where they are not known
    in it, for a visitor who switches."""

    question: str
    choices: tuple[str, ...]
    language: Language = "zh"
    other_choices: tuple[str, ...] = ()


class Done(FromServer, frozen=True, tag="done"):
    """The turn is over. ``latency``: milliseconds by stage. ``confidence``: the calibrated
    chance that the reply is right. ``entries``: ids of the knowledge that answered."""

    outcome: Outcome
    tone: Tone
    confidence: float
    entries: tuple[str, ...] = ()
    route: str = ""
    latency: dict[str, float] = {}
    receipt: str = ""
    knowledge: int = 0


class Stopped(FromServer, frozen=True, tag="stopped"):
    """The turn was cut: by the visitor, by the next question, because the service stops, because it
    took too long, or because the connection broke (seen in a replay)."""

    reason: CutReason


class Notice(FromServer, frozen=True, tag="notice"):
    """Something that the visitor should know, in words. ``reason``: the name of what is behind
    it, where the same need not be told twice in a visit."""

    code: NoticeCode
    text: str
    reason: str = ""


class Error(FromServer, frozen=True, tag="error"):
    """What was wrong with the visitor's message, and the mend."""

    code: ErrorCode
    text: str


ServerMessage = (
    Welcome
    | Accepted
    | Delta
    | Sentence
    | Speech
    | Sources
    | Cards
    | Clarify
    | Done
    | Stopped
    | Notice
    | Error
)
