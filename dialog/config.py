"""The configuration: every setting with its type, bounds, default and meaning.

Settings that travel together share a frozen class. Secrets stand in the environment or in a file of
their own, never here. ``dialog.config_file`` reads them from YAML.

Longer than 400 lines because an operator finds every setting in one place.
"""

from __future__ import annotations

import os
from ipaddress import IPv4Network, IPv6Network, ip_network
from pathlib import Path
from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from dialog.errors import StartError

SECURITY_DAYS = 183
"""The shortest time, in days, for which the security log is kept: six months."""

Port = Annotated[int, Meta(ge=0, le=65535)]
Seconds = Annotated[float, Meta(gt=0, le=86400)]
Count = Annotated[int, Meta(ge=1, le=10_000_000)]


class Group(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The root of groups of settings."""


class Doors(Group, frozen=True):
    """Where the doors stand. Only the pages door is meant to be public."""

    pages_listen: Annotated[
        str, Meta(description="Address of the pages door. `0.0.0.0` opens it to the network.")
    ] = "127.0.0.1"
    pages_port: Annotated[Port, Meta(description="Port of the pages door; 0 = any.")] = 8080
    conversation_listen: Annotated[
        str, Meta(description="Address of the conversation door, behind the relay or a proxy.")
    ] = "127.0.0.1"
    conversation_port: Annotated[
        Port, Meta(description="Port of the conversation door; 0 = any.")
    ] = 8765
    staff_listen: Annotated[
        str, Meta(description="Address of the staff door. Never a public one without TLS.")
    ] = "127.0.0.1"
    staff_port: Annotated[Port, Meta(description="Port of the staff door; 0 = any.")] = 8081
    public_url: Annotated[
        str,
        Meta(
            description="The address that visitors see, such as `https://ask.example.org`, when a "
            "reverse proxy sends `/ws` straight to the conversation door. Empty: the pages door "
            "relays `/ws` itself."
        ),
    ] = ""
    trusted_proxies: Annotated[
        tuple[str, ...],
        Meta(
            description="Networks (CIDR) of proxies whose `X-Forwarded-For` is believed. "
            "The relay of the pages door comes from loopback."
        ),
    ] = ("127.0.0.0/8", "::1/128")

    def networks(self) -> tuple[IPv4Network | IPv6Network, ...]:
        """``trusted_proxies`` as networks."""
        return tuple(ip_network(text) for text in self.trusted_proxies)


class Timeouts(Group, frozen=True):
    """How long each wait may last, in seconds."""

    open: Annotated[Seconds, Meta(description="For the opening handshake of a connection.")] = 10
    hello: Annotated[Seconds, Meta(description="For the first message, `hello`.")] = 10
    ping: Annotated[Seconds, Meta(description="Between pings to find half-open ones.")] = 30
    pong: Annotated[Seconds, Meta(description="For the answer to a ping.")] = 20
    close: Annotated[Seconds, Meta(description="For the closing handshake.")] = 5
    write: Annotated[
        Seconds, Meta(description="For one write to a visitor; a slower reader is cut.")
    ] = 10
    idle: Annotated[
        Seconds, Meta(description="Without a message from the visitor before the end.")
    ] = 1800
    resume: Annotated[
        Seconds, Meta(description="For which a conversation without a connection is kept.")
    ] = 180
    turn: Annotated[Seconds, Meta(description="For a whole turn, its sound included.")] = 120
    cut: Annotated[Seconds, Meta(description="For a cut turn to clean up.")] = 2
    reminder: Annotated[
        Seconds,
        Meta(description="Of conversation before each reminder that this is an AI (two hours)."),
    ] = 7200
    stop: Annotated[Seconds, Meta(description="For running turns to finish at shutdown.")] = 5
    sweep: Annotated[
        Seconds, Meta(description="Between looks at idle, detached and long conversations.")
    ] = 2
    relay: Annotated[Seconds, Meta(description="For the relay to reach the conversation door.")] = 5


class Limits(Group, frozen=True):
    """How much is taken in. Each limit is tested at the limit and one past it."""

    frame_bytes: Annotated[
        int,
        Meta(
            ge=4096,
            le=1_048_576,
            description="Largest frame or POST body. The default lets a question that is far too "
            "long arrive whole, so that its error can name the limit of 500 characters.",
        ),
    ] = 65_536
    write_bytes: Annotated[
        int,
        Meta(ge=4096, le=4_194_304, description="Unsent bytes held for a visitor before waiting."),
    ] = 65_536
    replay_bytes: Annotated[
        int,
        Meta(
            ge=1024,
            le=1_048_576,
            description="Messages kept for a visitor who reconnects; the oldest go first.",
        ),
    ] = 65_536
    connections: Annotated[Count, Meta(description="Open conversations in all.")] = 10_000
    address_connections: Annotated[
        Count,
        Meta(description="Open conversations from one address (IPv6: one /64); offices share one."),
    ] = 200
    address_opens: Annotated[
        Count, Meta(description="New conversations a minute from one address.")
    ] = 300
    detached: Annotated[
        Count, Meta(description="Conversations kept without a connection; the oldest go first.")
    ] = 2_000
    session_questions: Annotated[
        Count, Meta(description="Questions a minute in one conversation.")
    ] = 20
    session_burst: Annotated[Count, Meta(description="Questions at once in one conversation.")] = 6
    session_messages: Annotated[
        Count, Meta(description="Messages of any kind a minute in one conversation.")
    ] = 600
    address_questions: Annotated[
        Count, Meta(description="Questions a minute from one address; offices share one.")
    ] = 600
    address_feedback: Annotated[
        Count,
        Meta(
            description="Thumbs and reports a minute from one address by POST; offices share one."
        ),
    ] = 60
    channel_questions: Annotated[
        Count, Meta(description="Questions a minute through one channel.")
    ] = 6_000
    bad_messages: Annotated[
        Count, Meta(description="Refused messages in a row before the connection is closed.")
    ] = 10
    exchanges: Annotated[
        int, Meta(ge=1, le=50, description="Earlier turns that a conversation remembers.")
    ] = 8
    sentences: Annotated[
        int, Meta(ge=1, le=1000, description="Sentences of one turn that are given a voice.")
    ] = 64


class Voice(Group, frozen=True):
    """Sound. Text never waits for it."""

    cloud: Annotated[
        Literal["off", "published", "all"],
        Meta(
            description="Which sentences may leave for a voice service: none, only those of the "
            "published knowledge, or all. Set `off` in mainland China."
        ),
    ] = "published"
    edge: Annotated[bool, Meta(description="Whether the edge-tts voice is used.")] = True
    chinese: Annotated[str, Meta(min_length=1, description="The Chinese voice's name.")] = (
        "zh-CN-XiaoxiaoNeural"
    )
    english: Annotated[str, Meta(min_length=1, description="The English voice's name.")] = (
        "en-US-AriaNeural"
    )
    first_byte: Annotated[
        Seconds, Meta(description="Seconds to the first sound of a sentence.")
    ] = 3
    between_chunks: Annotated[
        Seconds, Meta(description="Seconds between two pieces of a sentence's sound.")
    ] = 2
    whole: Annotated[Seconds, Meta(description="Seconds for the whole sound of a sentence.")] = 15
    places: Annotated[
        int,
        Meta(
            ge=1,
            le=64,
            description="Sentences that one voice makes at a time, over all visitors. A sentence "
            "that would wait longer than `first_byte` for a place goes without that voice.",
        ),
    ] = 4
    failures: Annotated[
        int,
        Meta(
            ge=1,
            le=100,
            description="Failures in a row after which a voice is left alone for `rest`; a refusal "
            "(403) does it at once.",
        ),
    ] = 3
    rest: Annotated[
        Seconds, Meta(description="Seconds for which a failing voice is left alone.")
    ] = 60
    label: Annotated[
        Literal["none", "spoken", "rhythm"],
        Meta(
            description="What is heard before the first sentence of each spoken answer: nothing, "
            "as the page carries its label; a sentence that says that a machine made it; or a "
            "short tone, AI in Morse."
        ),
    ] = "none"
    ahead: Annotated[
        float,
        Meta(
            ge=0,
            le=86400,
            description="Seconds between two sentences of published answers that are spoken ahead "
            "and stored, so that they start at once; 0 = none. A thousand sentences at 5 seconds "
            "take an hour and a half.",
        ),
    ] = 0
    cache_megabytes: Annotated[
        int, Meta(ge=1, le=100_000, description="Room for stored sentences under `data_dir`.")
    ] = 256


class Model(Group, frozen=True):
    """The generative model; it only rewrites evidence, and is off without an address."""

    url: Annotated[
        str,
        Meta(
            description="Root of an OpenAI-style server, such as `http://127.0.0.1:8000/v1`. "
            "Empty: off. The key stands in YINGBIN_MODEL_KEY or in `key_file`."
        ),
    ] = ""
    model: Annotated[str, Meta(description="The model's name at that server.")] = ""
    key_file: Annotated[str, Meta(description="A file that holds the key.")] = ""
    first_token: Annotated[Seconds, Meta(description="Seconds to the first token.")] = 4
    between_tokens: Annotated[Seconds, Meta(description="Seconds between two tokens.")] = 2
    whole: Annotated[Seconds, Meta(description="Seconds for a whole answer.")] = 20
    tokens: Annotated[
        int, Meta(ge=16, le=8192, description="Longest answer; a longer one is cut and not shown.")
    ] = 512
    at_once: Annotated[
        Count,
        Meta(
            description="Answers asked for at the same time, over all visitors; further visitors "
            "are answered without the model."
        ),
    ] = 8
    rest: Annotated[
        Seconds,
        Meta(
            description="Seconds for which a server that failed three times in a row is left in "
            "peace, longer each time; then one token is asked for before any visitor's answer."
        ),
    ] = 15

    def key(self) -> str:
        """The key, from the environment or from ``key_file``; empty when there is none."""
        return secret("YINGBIN_MODEL_KEY", self.key_file, setting="model.key_file")


class Embed(Group, frozen=True):
    """Portals that show the assistant in a frame of their own pages."""

    origins: Annotated[
        tuple[str, ...],
        Meta(description="Origins that may frame the page, such as `https://portal.example.org`."),
    ] = ()
    channels: Annotated[
        tuple[str, ...],
        Meta(description="Further channel names that portals may state in `hello`."),
    ] = ()


class JournalSettings(Group, frozen=True):
    """The record of turns, and the security log apart from it."""

    keep_days: Annotated[int, Meta(ge=1, le=3650, description="Days for which turns are kept.")] = (
        180
    )
    questions: Annotated[
        bool, Meta(description="Whether visitors' questions are kept in the journal.")
    ] = True
    security_days: Annotated[
        int,
        Meta(
            ge=SECURITY_DAYS,
            le=3650,
            description="Days for which the security log is kept; six months at the least.",
        ),
    ] = 200
    queue: Annotated[
        Count, Meta(description="Rows that may wait for the writer; further ones are dropped.")
    ] = 5_000
    megabytes: Annotated[
        int,
        Meta(
            ge=1, le=1_000_000, description="Largest size of the journal; further rows are dropped."
        ),
    ] = 4_096


class KnowledgeSettings(Group, frozen=True):
    """What is known."""

    pack: Annotated[
        str, Meta(min_length=1, description="Name of a shipped pack, or the folder of another one.")
    ] = "shanghai"
    database: Annotated[
        str,
        Meta(description="Address of the knowledge database. Empty: a file under `data_dir`."),
    ] = ""


class Staff(Group, frozen=True):
    """The staff door: who may call it by which name, and how long a sign-in lasts."""

    hosts: Annotated[
        tuple[str, ...],
        Meta(
            description="Names by which browsers may call the staff door, besides loopback and "
            "`doors.staff_listen`; any other `Host` is refused (DNS rebinding)."
        ),
    ] = ()
    tls: Annotated[
        bool,
        Meta(description="Whether a proxy serves the staff door over TLS; cookies get `Secure`."),
    ] = False
    idle: Annotated[
        Seconds, Meta(description="Without a request before a sign-in ends, in seconds.")
    ] = 1800
    absolute: Annotated[
        Seconds, Meta(description="From a sign-in to its end in any case, in seconds.")
    ] = 43200
    attempts: Annotated[
        int,
        Meta(
            ge=1,
            le=100,
            description="Wrong passwords for one name from one address in a quarter of an hour; "
            "four times as many from one address, ten times as many for one name.",
        ),
    ] = 5
    body_bytes: Annotated[
        int, Meta(ge=1024, le=1_048_576, description="Largest request to the staff door.")
    ] = 262_144
    timeout: Annotated[Seconds, Meta(description="For the database to answer one request.")] = 10


class Log(Group, frozen=True):
    """The log, on standard error. Visitors' words never stand in it."""

    form: Annotated[
        Literal["auto", "json", "console"],
        Meta(description="`auto`: the console on a terminal, JSON elsewhere."),
    ] = "auto"
    level: Annotated[
        Literal["DEBUG", "INFO", "WARNING", "ERROR"], Meta(description="The least level shown.")
    ] = "INFO"


class Settings(Group, frozen=True):
    """The whole configuration."""

    data_dir: Annotated[
        str, Meta(min_length=1, description="Folder of everything that the product writes.")
    ] = "var"
    samples: Annotated[
        bool, Meta(description="Whether the 示例 catalogue of products and vendors is shown.")
    ] = True
    doors: Doors = Doors()
    timeouts: Timeouts = Timeouts()
    limits: Limits = Limits()
    voice: Voice = Voice()
    model: Model = Model()
    embed: Embed = Embed()
    journal: JournalSettings = JournalSettings()
    knowledge: KnowledgeSettings = KnowledgeSettings()
    staff: Staff = Staff()
    log: Log = Log()

    def origins(self) -> tuple[str, ...]:
        """Origins whose pages may talk to us, besides our own host."""
        public = self.doors.public_url.rstrip("/")
        return (*self.embed.origins, public) if public else self.embed.origins

    def data(self) -> Path:
        """``data_dir`` as a path."""
        return Path(self.data_dir)


def secret(variable: str, file: str, *, setting: str) -> str:
    """A secret from the environment, else from its file, else empty."""
    if value := os.environ.get(variable, ""):
        return value
    if not file:
        return ""
    try:
        return Path(file).read_text("utf-8").strip()
    except (OSError, UnicodeDecodeError) as error:
        raise StartError(
            file, f"{setting} cannot be read ({error})", mend="mend the path or its rights"
        ) from error
