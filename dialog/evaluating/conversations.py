"""Conversations as people write them: the visitor's turns, and what a right reply must hold.

A conversation is a mapping with ``id`` and ``turns``; a file holds one, or a list of them. A turn
is a question, or a mapping with ``ask`` and expectations of its own. Expectations beside ``turns``
are those of the last turn.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import cast, get_args

import msgspec

from avatar.tone import TONES
from dialog.errors import StartError
from dialog.evaluating.reading import Listed, Mapped, Problems, known_keys, read_yaml
from dialog.messages import QUESTION_LIMIT, Outcome

OUTCOMES: tuple[str, ...] = get_args(Outcome)
_EXPECTING = ("expect", "absent", "cite", "tone", "outcome", "within")
_TURN = ("ask", *_EXPECTING)
_CONVERSATION = ("id", "about", "kind", "day", "turns", *_EXPECTING)
_CITE = ("law", "article", "paragraph", "source")

Choice = tuple[str, ...]
"""Texts of which one must stand in the reply; ``/…/`` is a regular expression."""


class Cited(msgspec.Struct, frozen=True):
    """A citation that must be there: an article of a law, or another source by its title."""

    law: str = ""
    article: int | None = None
    paragraph: int | None = None
    source: str = ""

    def __str__(self) -> str:
        place = "" if self.article is None else f" {self.article}"
        inner = "" if self.paragraph is None else f"({self.paragraph})"
        return f"{self.law or self.source}{place}{inner}"


class Expected(msgspec.Struct, frozen=True):
    """What a reply must hold. ``within``: milliseconds, reported and never a failure."""

    expect: tuple[Choice, ...] = ()
    absent: tuple[str, ...] = ()
    cite: tuple[Cited, ...] = ()
    tone: tuple[str, ...] = ()
    outcome: tuple[str, ...] = ()
    within: float | None = None


class Asked(msgspec.Struct, frozen=True):
    """One turn. ``expected``: ``None`` = it only leads on to the next."""

    ask: str
    expected: Expected | None = None


class Conversation(msgspec.Struct, frozen=True):
    """A visitor's turns in order. ``day``: the day on which they are asked."""

    id: str
    turns: tuple[Asked, ...]
    kind: str = ""
    about: str = ""
    day: date | None = None
    file: str = ""
    line: int = 0


def read_conversations(places: Sequence[Path]) -> list[Conversation]:
    """The conversations of files and of the folders' YAML files; ``StartError`` names everything
    that is wrong with them."""
    problems = Problems()
    found: list[Conversation] = []
    lines: dict[str, str] = {}
    for path in _files(places):
        content = read_yaml(path, problems)
        if content is None:
            continue
        rows = content if isinstance(content, Listed) else Listed((content,), (1,))
        for row, line in zip(rows.values, rows.lines, strict=True):
            if not isinstance(row, Mapped):
                mend = "write `id: …` and `turns: […]`"
                problems.add(path, line, "a conversation is a mapping", mend=mend)
                continue
            one = _Reader(path, problems).conversation(row)
            if one.id in lines:
                what = f"id {one.id!r} is used at {lines[one.id]} too"
                problems.add(path, row.line, what, mend="give each conversation its own")
            lines[one.id] = f"{path}, line {row.line}"
            found.append(one)
    problems.stop("conversations")
    return found


def _files(places: Sequence[Path]) -> Iterable[Path]:
    for place in places:
        inside = sorted(p for p in place.rglob("*") if p.suffix in (".yaml", ".yml"))
        if place.is_dir() and not inside:
            raise StartError(str(place), "holds no YAML file", mend="name one with conversations")
        yield from inside if place.is_dir() else (place,)


class _Reader:
    """Reads the conversations of one file; what is wrong is reported and left out."""

    def __init__(self, path: Path, problems: Problems) -> None:
        self._path = path
        self._problems = problems

    def _wrong(self, line: int, what: str, mend: str) -> None:
        self._problems.add(self._path, line, what, mend=mend)

    def conversation(self, row: Mapped) -> Conversation:
        known_keys(row, _CONVERSATION, self._path, self._problems)
        name = self._text(row, "id")
        if not name:
            self._wrong(row.line, "a conversation without `id`", "give it a name of its own")
        turns = self._turns(row)
        last = self._expected(row)
        if turns and last is not None:
            if turns[-1].expected is not None:
                what = "the last turn has expectations, and so has the conversation"
                self._wrong(row.line, what, "keep them in one place")
            turns[-1] = Asked(turns[-1].ask, last)
        if turns and all(t.expected is None for t in turns):
            mend = "write `expect`, `outcome`, `cite` or another expectation"
            self._wrong(row.line, "nothing is expected of this conversation", mend)
        return Conversation(
            name,
            tuple(turns),
            kind=self._text(row, "kind"),
            about=self._text(row, "about"),
            day=self._day(row),
            file=self._path.name,
            line=row.line,
        )

    def _turns(self, row: Mapped) -> list[Asked]:
        given = row.values.get("turns")
        if not isinstance(given, Listed) or not given.values:
            mend = "write the visitor's questions, one item each"
            self._wrong(row.lines.get("turns", row.line), "`turns` is no list of questions", mend)
            return []
        found: list[Asked] = []
        for turn, line in zip(given.values, given.lines, strict=True):
            expected: Expected | None = None
            ask: object = turn
            if isinstance(turn, Mapped):
                known_keys(turn, _TURN, self._path, self._problems)
                ask = turn.values.get("ask")
                expected = self._expected(turn)
            if not isinstance(ask, str) or not ask.strip():
                self._wrong(line, "a turn without words", "write the question, or `ask: …`")
                continue
            if len(ask) > QUESTION_LIMIT:
                mend = f"keep to {QUESTION_LIMIT} characters, as visitors must"
                self._wrong(line, f"a question of {len(ask)} characters", mend)
            found.append(Asked(ask, expected))
        return found

    def _expected(self, row: Mapped) -> Expected | None:
        if not set(_EXPECTING) & set(row.values):
            return None
        choices = self._choices(row, "expect")
        outcomes = [c[0] for c in choices if len(c) == 1 and c[0] in OUTCOMES]
        return Expected(
            tuple(c for c in choices if not (len(c) == 1 and c[0] in OUTCOMES)),
            tuple(c[0] for c in self._choices(row, "absent")),
            self._cited(row),
            self._named(row, "tone", tuple(TONES)),
            (*self._named(row, "outcome", OUTCOMES), *outcomes),
            self._within(row),
        )

    def _choices(self, row: Mapped, name: str) -> list[Choice]:
        given = row.values.get(name)
        if given is None:
            return []
        line = row.lines[name]
        items = given if isinstance(given, Listed) else Listed((given,), (line,))
        found: list[Choice] = []
        for item, place in zip(items.values, items.lines, strict=True):
            texts = item.values if isinstance(item, Listed) else (item,)
            choice = tuple(str(t) for t in texts if isinstance(t, str | int | float))
            if not choice or len(choice) < len(texts) or not all(c.strip() for c in choice):
                mend = "write a text, /a pattern/, or a list of which one will do"
                self._wrong(place, f"`{name}` holds something else than texts", mend)
                continue
            for text in choice:
                self._pattern(text, place)
            if name == "absent" and len(choice) > 1:
                found.extend((c,) for c in choice)
            else:
                found.append(choice)
        return found

    def _pattern(self, text: str, line: int) -> None:
        if is_pattern(text):
            try:
                re.compile(text[1:-1])
            except re.error as error:
                self._wrong(line, f"{text} is no pattern ({error})", "escape what is meant as such")

    def _cited(self, row: Mapped) -> tuple[Cited, ...]:
        given = row.values.get("cite")
        if given is None:
            return ()
        items = given if isinstance(given, Listed) else Listed((given,), (row.lines["cite"],))
        found: list[Cited] = []
        for item, line in zip(items.values, items.lines, strict=True):
            mend = "write {law: 个人信息保护法, article: 55} or {source: a part of its title}"
            if not isinstance(item, Mapped):
                self._wrong(line, "`cite` holds something else than citations", mend)
                continue
            known_keys(item, _CITE, self._path, self._problems)
            law, source = item.values.get("law"), item.values.get("source")
            article, paragraph = item.values.get("article"), item.values.get("paragraph")
            named = isinstance(law, str) != isinstance(source, str)
            numbers = all(n is None or isinstance(n, int) for n in (article, paragraph))
            if not named or not numbers or (isinstance(law, str) and article is None):
                self._wrong(line, "this names no article and no source", mend)
                continue
            found.append(
                Cited(
                    law if isinstance(law, str) else "",
                    cast("int | None", article),
                    cast("int | None", paragraph),
                    source if isinstance(source, str) else "",
                )
            )
        return tuple(found)

    def _named(self, row: Mapped, name: str, allowed: Sequence[str]) -> tuple[str, ...]:
        found = tuple(c for choice in self._choices(row, name) for c in choice)
        for one in found:
            if one not in allowed:
                self._wrong(row.lines[name], f"no {name} {one!r}", f"one of {', '.join(allowed)}")
        return tuple(f for f in found if f in allowed)

    def _within(self, row: Mapped) -> float | None:
        given = row.values.get("within")
        if given is None:
            return None
        if isinstance(given, bool) or not isinstance(given, int | float) or given <= 0:
            self._wrong(row.lines["within"], "`within` is no time", "write milliseconds: 500")
            return None
        return float(given)

    def _text(self, row: Mapped, name: str) -> str:
        given = row.values.get(name)
        if given is not None and not isinstance(given, str | int):
            self._wrong(row.lines[name], f"`{name}` is no text", "write a word or two")
            return ""
        return "" if given is None else str(given)

    def _day(self, row: Mapped) -> date | None:
        text = self._text(row, "day")
        if not text:
            return None
        try:
            return date.fromisoformat(text)
        except ValueError:
            self._wrong(row.lines["day"], f"{text!r} is no date", "write it as 2025-01-31")
            return None


def is_pattern(text: str) -> bool:
    """Whether an expectation is a regular expression."""
    return len(text) > 2 and text[0] == text[-1] == "/"
