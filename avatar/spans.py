"""Rules over a text: which stretches are said otherwise, and the text put together from them."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Literal

import msgspec

Language = Literal["zh", "en"]


class Spoken(msgspec.Struct, frozen=True):
    """A sentence for the ear. ``origins[i]``: the stretch of the shown sentence, as character
    offsets, that the spoken character ``i`` stands for."""

    text: str
    origins: tuple[tuple[int, int], ...]


class Rule(msgspec.Struct, frozen=True):
    """Says what ``pattern`` finds; only the stretch of ``group`` where that is not 0."""

    pattern: re.Pattern[str]
    say: Callable[[re.Match[str]], str]
    group: int = 0


class Piece(msgspec.Struct, frozen=True):
    """The stretch ``start:end`` of the shown text is said as ``said``."""

    start: int
    end: int
    said: str


def cut(text: str, rules: Sequence[Rule]) -> list[Piece]:
    """The pieces of a text, in order and without overlap; an earlier rule wins."""
    taken = bytearray(len(text))
    pieces: list[Piece] = []
    for rule in rules:
        for match in rule.pattern.finditer(text):
            start, end = match.span(rule.group)
            if start < end and not any(taken[start:end]):
                taken[start:end] = b"\x01" * (end - start)
                pieces.append(Piece(start, end, rule.say(match)))
    return sorted(pieces, key=lambda piece: piece.start)


def join(
    text: str, pieces: Sequence[Piece], *, glue: Callable[[str, str], bool] | None
) -> tuple[str, tuple[tuple[int, int], ...]]:
    """The spoken text and, for each of its characters, the shown stretch that it stands for.

    ``glue(before, after)``: whether a blank must part a said piece from its neighbour.
    """
    spoken: list[str] = []
    origins: list[tuple[int, int]] = []

    def add(said: str, start: int, end: int) -> None:
        if glue and spoken and said and glue(spoken[-1], said[0]):
            spoken.append(" ")
            origins.append((start, start))
        spoken.extend(said)
        origins.extend([(start, end)] * len(said))

    position = 0
    after_piece = False
    for piece in pieces:
        _copy(
            text, position, piece.start, add=add, spoken=spoken, origins=origins, part=after_piece
        )
        add(piece.said, piece.start, piece.end)
        position, after_piece = piece.end, True
    _copy(text, position, len(text), add=add, spoken=spoken, origins=origins, part=after_piece)
    return "".join(spoken), tuple(origins)


def _copy(
    text: str,
    start: int,
    end: int,
    *,
    add: Callable[[str, int, int], None],
    spoken: list[str],
    origins: list[tuple[int, int]],
    part: bool,
) -> None:
    """Take over what no rule says otherwise; only its first character can touch a said piece."""
    for index in range(start, end):
        if index == start and part:
            add(text[index], index, index + 1)
        else:
            spoken.append(text[index])
            origins.append((index, index + 1))


def letters(name: str) -> str:
    """``API`` → A P I."""
    return " ".join(name)


def words_rule(said: Mapping[str, str]) -> Rule:
    """A rule that says whole Latin words by a table."""
    names = sorted(said, key=len, reverse=True)
    pattern = "|".join(re.escape(name) for name in names)
    return Rule(
        re.compile(rf"(?<![A-Za-z0-9])(?:{pattern})(?![A-Za-z0-9])"),
        lambda match: said[match.group()],
    )
