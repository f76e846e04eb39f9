"""A plain question for one side of a matter: 挂牌要交哪些材料 = 挂牌 + documents. Pure.

What people ask first is short and plain, and there are as many ways to put it as a matter has names
times a side has wordings. No list of wordings holds them all, and a search is least sure where a
question has few words. Here a question is read whole: a matter's name, words of one side, small
words, and nothing else. A single word that is left over says that something narrower is asked, and
the question goes to the search. What only tells who asks is left out first, and who says that a
matter is wished for, and nothing else, is told its steps.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from knowledge.answers.introducing import from_abroad, introduction, wishes_for
from knowledge.answers.one_side import one_side
from knowledge.answers.sides import ANY_ASKER, Symbols, asking_words, sides_of
from knowledge.search.targets import Target
from knowledge.text import normalise, symbols
from knowledge.types import Gap, Matter, Side

_KEPT = 1024
"""Questions whose reading is remembered."""
_THE_HOUSE = ("the exchange", "your exchange", "this exchange", "your platform", "this platform")
"""What an English question calls the exchange that it asks."""
LONGEST = 40
"""Symbols (Chinese characters, Latin words) up to which a question may be plain."""
_POINTING = tuple(symbols(w) for w in ("它", "这个", "那个", "这", "那", "it", "that", "this"))

_CLAUSES = re.compile(r"(?<=[^\s])[,，。;；?？!！]+\s*(?=\S)")
_Read = tuple[Symbols, Symbols, int]
"""A name that stands in a text, what is left beside it, and how much of that stands before it."""


class MatterBook:
    """The matters by their names, with the targets that answer their sides."""

    def __init__(
        self, matters: Iterable[Matter], targets: Iterable[Target], house: Iterable[str] = ()
    ) -> None:
        """``house``: the exchange's own names, which say nothing where it is asked itself.
        Sides whose document does not hold today are left out."""
        called = (*house, *_THE_HOUSE)
        self._house = tuple(s for s in sorted(map(symbols, called), key=len, reverse=True) if s)
        by_id = {target.id: target for target in targets}
        self._cells: dict[Symbols, dict[Side, Target]] = {}
        for matter in matters:
            cells: dict[Side, Target] = {
                s.side: by_id[s.document] for s in matter.sides if s.document in by_id
            }
            for name in matter.names:
                self._cells[symbols(name)] = cells
        self._longest = max(map(len, self._cells), default=0)
        # By what such a name may begin with, those of whom it tells: 律所 of 律所入驻.
        self._told_of: dict[Symbols, list[Symbols]] = {}
        for name in self._cells:
            for length in range(2, len(name) - 1):
                if name[:length] not in ANY_ASKER:
                    self._told_of.setdefault(name[:length], []).append(name)
        self._longest_told = max(map(len, self._told_of), default=0)
        # A turn asks for its whole question and its parts, before a search and within it.
        self._found = functools.lru_cache(_KEPT)(self._find)

    def find(self, question: str) -> Target | None:
        """The target that answers a plain question; ``None`` where a word is left over, where
        several sides or several matters may be meant, or where the side has no document."""
        return self._found(normalise(question))

    def _find(self, question: str) -> Target | None:
        told = introduction(question)
        told = "" if from_abroad(told) else told
        found = self._plain(question[len(told) :])
        if found is not None and told and self._narrowed_by(told, found):
            return None
        return found

    def _plain(self, question: str) -> Target | None:
        text = self._without_house(symbols(question))
        clauses = _CLAUSES.split(question)
        if not 0 < len(text) <= LONGEST or sum(map(_asks, clauses)) > 1:
            return None
        parted = self._parted(text) if len(clauses) == 1 else ()
        for read in (self._whole(text), parted):
            found = self._answering(read)
            if found is None:
                # Another side may be meant that nothing answers, unless the words around it are
                # the longer name of another matter: 标准合同几天内备案.
                continue
            if found:
                return next(iter(found.values())) if len(found) == 1 else None
        return self._wished(text)

    def instead_of_steps(self, question: str, steps: Target, *, worded: bool) -> Target | None:
        """What answers the one side that a question asks for, of the matter whose ``steps`` were
        found for it; ``None`` where it asks for something else, or nothing else answers it. Of
        several matters with these steps those count that the question names. ``worded``: it is a
        wording of the steps, which may well tell whom to go to."""
        side = one_side(question)
        side = None if worded and side == "responsible" else side
        held = {n: c for n, c in self._cells.items() if "steps" in c and c["steps"].id == steps.id}
        if side is None or not held:
            return None
        named = [c for _, n in self._named(symbols(question)) if (c := held.get(n)) is not None]
        cells = [c[side] for c in named or held.values() if side in c]
        found = {target.id: target for target in cells}
        return next(iter(found.values())) if len(found) == 1 and steps.id not in found else None

    def _wished(self, text: Symbols) -> Target | None:
        """The steps of the matter that a text says is wished for, and nothing else."""
        for place, name in self._named(text):
            before, behind = _text(text[:place]), _text(text[place + len(name) :])
            if wishes_for(before, behind):
                return self._cells[name].get("steps")
        return None

    def _narrowed_by(self, told: str, target: Target) -> bool:
        """Whether who asks, as it is told, is one of whom another matter is (律所 of 律所入驻),
        where that has another answer; or a matter is named in it."""
        text = symbols(told)
        if next(self._named(text), None) is not None:
            return True
        holding = [cells for cells in self._cells.values() if _holds(cells, target.id)]
        stretches = (
            text[start:stop]
            for start in range(len(text))
            for stop in range(start + 2, min(len(text), start + self._longest_told) + 1)
        )
        for asker in stretches:
            for name in self._told_of.get(asker, ()):
                shorter = self._cells.get(name[len(asker) :], {})
                related = _holds(shorter, target.id) or any(_alike(shorter, c) for c in holding)
                if related and not _holds(self._cells[name], target.id):
                    return True
        return False

    def _answering(self, read: Iterable[_Read]) -> dict[str, Target] | None:
        """The targets of the sides that are asked for; ``None`` where one has none."""
        found: dict[str, Target] = {}
        for name, rest, before in read:
            for side in sides_of(rest, before=before):
                target = self._cells[name].get(side)
                if target is None:
                    return None
                found[target.id] = target
        return found

    def _whole(self, text: Symbols) -> Iterator[_Read]:
        for place, name in self._named(text):
            yield name, (*text[:place], *text[place + len(name) :]), place

    def _parted(self, text: Symbols) -> Iterator[_Read]:
        """Names with one asking word amid them: 产品怎么登记."""
        for start, word in asking_words(text):
            closed = (*text[:start], *text[start + len(word) :])
            for place, name in self._named(closed):
                if place < start < place + len(name):
                    yield name, (*closed[:place], *word, *closed[place + len(name) :]), place

    def go_on(self, text: str, earlier: Sequence[str], told: Collection[str] = ()) -> Target | None:
        """The target for a text that names a side alone (那材料呢), of the matter that the question
        before it named. ``told``: the ids of the documents that answered it; among several names
        the one stands first whose matter they answer."""
        asked = self._side_alone(text)
        for question in reversed(earlier):
            text_before = symbols(question)
            names = [n for _, n in self._named(text_before)]
            names.extend(n for n, _, _ in self._parted(text_before))
            answered = [n for n in names if self._holds(n, told)]
            if asked and names:
                name = self._narrowed(self._meant(answered or names, _asked_of(asked)), asked)
                sides = _asked_of(asked) or _asked_of(_without_end_of(asked, name))
                return self._cells[name].get(sides[0]) if len(sides) == 1 else None
        return None

    def _meant(self, names: Sequence[Symbols], sides: Sequence[Side]) -> Symbols:
        """The matter that is meant of several: the longest name, and of equal ones that which has
        the side. The exchange itself is spoken to, where anything else is spoken of."""
        others = [n for n in names if n not in self._house] or names
        return max(others, key=lambda n: (len(n), any(s in self._cells[n] for s in sides)))

    def go_on_from(self, text: str, told: Collection[str]) -> Target | None:
        """The same of the matters that the documents ``told`` answer, where all of these that have
        the side answer it alike."""
        sides = _asked_of(self._side_alone(text))
        if len(sides) != 1:
            return None
        held = (c for n, c in self._cells.items() if self._holds(n, told))
        found = {c[sides[0]].id: c[sides[0]] for c in held if sides[0] in c}
        return next(iter(found.values())) if len(found) == 1 else None

    def asks_alone(self, text: str) -> bool:
        """Whether a text asks for one side with every word, and names no matter."""
        return len(_asked_of(self._side_alone(text))) == 1

    def _side_alone(self, text: str) -> Symbols:
        """A text that names no matter, without the word that points to one; empty where it names
        one, or is too long to ask for a side alone."""
        asked = symbols(text)
        if len(asked) > LONGEST:
            return ()
        if next(self._named(asked), None) is not None and "helper" not in sides_of(asked):
            # 要找数商吗 asks for help with the matter before, though 数商 is one of its own.
            return ()
        for pointing in _POINTING:
            asked = _without(asked, pointing)
        return asked

    def _holds(self, name: Symbols, told: Collection[str]) -> bool:
        """Whether one of some documents answers a side of a matter."""
        return any(target.id in told for target in self._cells[name].values())

    def all_sides(self, earlier: Sequence[str]) -> tuple[Target, ...]:
        """What answers the sides of the matter that the texts named last, each document once."""
        for question in reversed(earlier):
            names = [name for _, name in self._named(symbols(question))]
            if names:
                cells = self._cells[max(names, key=len)]
                return tuple({t.id: t for t in cells.values()}.values())
        return ()

    def _narrowed(self, name: Symbols, text: Symbols) -> Symbols:
        """A matter's name, or that of what may befall it where a text says so: 认证, of which is
        asked 到期前多久续, is 认证到期."""
        pieces = (text[p : p + n] for n in (4, 3, 2) for p in range(len(text) - n + 1))
        return next(((*name, *p) for p in pieces if (*name, *p) in self._cells), name)

    def sides(self, name: str) -> dict[Side, Target]:
        """The sides of the matter of a very name, with what answers them; empty where none is."""
        cells = self._cells.get(symbols(name))
        return dict(cells) if cells is not None else {}

    def ending_with(self, name: str) -> tuple[str, ...]:
        """The names of matters that end with a shorter one."""
        short = symbols(name)
        ends = (n for n in self._cells if len(n) > len(short) and n[-len(short) :] == short)
        return tuple(_text(n) for n in ends) if short else ()

    def name_of(self, short: str) -> str:
        """The name of the one matter that a short name means: its own, or the end of a longer one;
        the short name itself where that is none or several."""
        if symbols(short) in self._cells:
            return short
        longer = self.ending_with(short)
        meant = {id(self._cells[symbols(name)]) for name in longer}
        return min(longer, key=len) if len(meant) == 1 else short

    def name_in(self, text: str) -> str:
        """The one matter that a text names, by that name; empty where it names none, or two that
        do not lie in one another."""
        spans = {(p, p + len(name)) for p, name in self._named(symbols(text))}
        outer = [s for s in spans if not any(_within(s, other) for other in spans - {s})]
        return "".join(symbols(text)[slice(*outer[0])]) if len(outer) == 1 else ""

    def _named(self, text: Symbols) -> Iterator[tuple[int, Symbols]]:
        for place in range(len(text)):
            for length in range(min(self._longest, len(text) - place), 0, -1):
                name = text[place : place + length]
                if name in self._cells:
                    yield place, name

    def _without_house(self, text: Symbols) -> Symbols:
        for name in self._house:
            shorter = _without(text, name)
            # 上海数据交易所是什么 asks for the house itself.
            if shorter != text and next(self._named(shorter), None) is not None:
                return shorter
        return text


def _holds(cells: Mapping[Side, Target], name: str) -> bool:
    return any(target.id == name for target in cells.values())


def _alike(one: Mapping[Side, Target], other: Mapping[Side, Target]) -> bool:
    """Whether two matters are of the same thing: half of what either tells. That its benefit or a
    fee is told in the same words says nothing."""
    told, others = _told_by(one), _told_by(other)
    return 2 * len(told & others) >= min(len(told), len(others)) > 0


def _told_by(cells: Mapping[Side, Target]) -> frozenset[str]:
    return frozenset(t.id for t in cells.values() if not isinstance(t.document, Gap))


def _text(name: Symbols) -> str:
    """A name as it is written: words of Latin letters stand apart."""
    latin = any(symbol.isascii() for symbol in name)
    return (" " if latin else "").join(name)


def _asked_of(text: Symbols) -> tuple[Side, ...]:
    """The sides that a text asks for alone. Whether it may be done without help (可以自己办吗) is
    not whether it may be done at all."""
    sides = sides_of(text)
    return ("helper",) if "helper" in sides else sides


def _within(span: tuple[int, int], other: tuple[int, int]) -> bool:
    return other[0] <= span[0] and span[1] <= other[1]


def _without_end_of(text: Symbols, name: Symbols) -> Symbols:
    """A text without the end of a matter's name, by which it means the matter: 不备案会怎样."""
    for length in range(len(name) - 1, 1, -1):
        rest = _without(text, name[-length:])
        if rest != text:
            return rest
    return text


def _asks(clause: str) -> bool:
    """Whether a clause asks for a side by itself, whatever it is about."""
    text = symbols(clause)
    return next(asking_words(text, first=0), None) is not None


def _without(text: Symbols, part: Symbols) -> Symbols:
    for place in range(len(text) - len(part) + 1):
        if text[place : place + len(part)] == part:
            return (*text[:place], *text[place + len(part) :])
    return text
