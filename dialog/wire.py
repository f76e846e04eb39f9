"""Bytes to messages and back, and what is allowed in them. Pure: no sockets, no sessions."""

from __future__ import annotations

import unicodedata
from typing import TypeVar, cast, get_args

import msgspec

from dialog.errors import MessageError
from dialog.messages import (
    PROTOCOL,
    QUESTION_LIMIT,
    ClientMessage,
    FromVisitor,
    Posted,
    PostedFeedback,
    ServerMessage,
)
from knowledge.text import visible

Body = TypeVar("Body")

ENCODER = msgspec.json.Encoder()
DECODER: msgspec.json.Decoder[ClientMessage] = msgspec.json.Decoder(ClientMessage)
POSTED = msgspec.json.Decoder(Posted)
POSTED_FEEDBACK = msgspec.json.Decoder(PostedFeedback)
KINDS: dict[str, type[FromVisitor]] = {
    str(kind.__struct_config__.tag): kind for kind in get_args(ClientMessage)
}
SHOWN = 40
"""Characters of a visitor's own words that an error repeats."""


def encode(message: ServerMessage) -> bytes:
    """A message as a text frame."""
    return ENCODER.encode(message)


def audio_frame(message: ServerMessage, turn: str, *, audio: bytes) -> bytes:
    """The binary frame that follows a ``speech``; empty without audio."""
    if not audio:
        return b""
    header = ENCODER.encode({"turn": turn, "sentence": getattr(message, "sentence", 0)})
    return len(header).to_bytes(4, "big") + header + audio


def decode(frame: str | bytes) -> ClientMessage:
    """A visitor's text frame as a message; ``MessageError`` names what is wrong."""
    if isinstance(frame, bytes):
        raise MessageError("bad_message", "binary")
    try:
        return DECODER.decode(frame)
    except msgspec.ValidationError as error:
        raise explain(frame, str(error)) from error
    except (msgspec.DecodeError, UnicodeError, RecursionError) as error:
        raise MessageError("bad_message", "bad_json") from error


def explain(frame: str, why: str) -> MessageError:
    """Why a text is no message: the type or the field, by name."""
    try:
        raw: object = msgspec.json.decode(frame)
    except (msgspec.DecodeError, UnicodeError, RecursionError):
        return MessageError("bad_message", "bad_json")
    if not isinstance(raw, dict):
        return MessageError("bad_message", "no_type", known=", ".join(KINDS))
    fields = cast("dict[str, object]", raw)
    name = fields.get("type")
    if not isinstance(name, str):
        return MessageError("unknown_type", "no_type", known=", ".join(KINDS))
    kind = KINDS.get(name)
    if kind is None:
        return MessageError(
            "unknown_type", "unknown_type", name=shown(name), known=", ".join(KINDS)
        )
    known = [field.encode_name for field in msgspec.structs.fields(kind)]
    for field in fields:
        if field != "type" and field not in known:
            values = {"type": name, "name": shown(field), "known": ", ".join(known)}
            return MessageError("bad_message", "unknown_field", **values)
    return MessageError("bad_message", "wrong_value", type=name, detail=shown(why, 120))


def decode_posted(body: bytes) -> Posted:
    """A POST's body as a question; ``MessageError`` names what is wrong."""
    return _decode_body(body, POSTED, "ask")


def decode_feedback(body: bytes) -> PostedFeedback:
    """A POST's body as a thumb or a report; ``MessageError`` names what is wrong."""
    return _decode_body(body, POSTED_FEEDBACK, "feedback")


def _decode_body(body: bytes, decoder: msgspec.json.Decoder[Body], name: str) -> Body:
    try:
        return decoder.decode(body)
    except msgspec.ValidationError as error:
        detail = shown(str(error), 120)
        raise MessageError("bad_message", "wrong_value", type=name, detail=detail) from error
    except (msgspec.DecodeError, UnicodeError, RecursionError) as error:
        raise MessageError("bad_message", "bad_json") from error


def shown(text: str, length: int = SHOWN) -> str:
    """A piece of a visitor's own text, short and printable."""
    text = "".join(character if character.isprintable() else "�" for character in text[:length])
    return text + "…" if len(text) == length else text


def check_question(text: str) -> str:
    """The question without outer blanks; ``MessageError`` names the limit that it breaks. Markup is
    text like any other; what nobody can see is none."""
    text = text.strip()
    if not text:
        raise MessageError("empty", "empty", limit=QUESTION_LIMIT)
    if len(text) > QUESTION_LIMIT:
        raise MessageError("too_long", "too_long", length=len(text), limit=QUESTION_LIMIT)
    for character in text:
        if unicodedata.category(character) == "Cc" and character not in "\t\n\r":
            name = f"U+{ord(character):04X}"
            raise MessageError("bad_message", "control", name=name, limit=QUESTION_LIMIT)
    if not visible(text):
        raise MessageError("empty", "empty", limit=QUESTION_LIMIT)
    return text


def check_note(note: str) -> None:
    """Refuse a report's note that is too long."""
    if len(note) > QUESTION_LIMIT:
        values = {"length": len(note), "limit": QUESTION_LIMIT}
        raise MessageError("too_long", "note_too_long", **values)


def check_protocol(lowest: int, highest: int) -> None:
    """Refuse a page that does not speak this server's protocol."""
    if not lowest <= PROTOCOL <= highest:
        values = {"lowest": lowest, "highest": highest, "ours": PROTOCOL}
        raise MessageError("protocol", "protocol", **values)
