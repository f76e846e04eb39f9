"""How two things differ: 去标识化跟匿名化有啥区别. Pure.

A document that tells the difference of the two answers, in whatever words it is asked for. Where
none does, what is held of each is told beside the other: a text about one of them answers half.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence

import msgspec

from knowledge.answers.matters import MatterBook
from knowledge.search.entities import EntityIndex
from knowledge.search.targets import Target
from knowledge.text import key, normalise
from knowledge.types import Side

_AND = r"(?:和|跟|与|及|以及|还有|对比|vs\.?|versus|、)"
_ASIDE = r"(?:请问|我?想(?:问|知道|了解)[一1]?下?|麻烦|问[一1]?下|那么?|[,， ])*"
_DIFFER = re.compile(
    rf"{_ASIDE}(?P<one>[^,，。?？]{{2,20}}?)\s?{_AND}\s?(?P<other>[^,，。?？]{{2,20}}?)"
    r"(?:怎么|如何|怎样|之间|两者|二者|这?两个|到底|究竟|具体|主要|是不是|有没有|有|都|的|是|在| )*"
    r"(?:什么|啥|哪些|多大|何|不|没)*(?:区别|不同|差别|差异|[一1]样|[一1]回事|区分|差在哪里?|相同)"
    r"(?:在?哪里?|是?什么|是啥|有哪些|的地方|之处|在|吗|么|呢|啊|不|[?？。! ])*"
    rf"|{_ASIDE}(?:怎么|如何|怎样)?区分[一1]?下?(?P<told>.{{2,20}}?)\s?{_AND}\s?(?P<from>.{{2,20}}?)"
    r"[?？。! ]*"
    r"|(?:what(?: is|'s|s| are)?|explain|tell me|can you|please|is there|any|the|an?| )*"
    r"(?:differences?|different) between (?:the |an? )?"
    r"(?P<first>.{3,60}?) and (?:the |an? )?(?P<second>.{3,60}?)[?. ]*"
    r"|how (?:do|does|is|are) (?:the |an? )?(?P<this>.{3,60}?) (?:differ|different) from"
    r" (?:the |an? )?(?P<that>.{3,60}?)[?. ]*"
    r"|how do (?:the |an? )?(?P<left>.{3,60}?) and (?:the |an? )?(?P<right>.{3,60}?) differ[?. ]*"
)
_TELLING = re.compile(r"区[别分]|不同|差[别异在]|[一1]样|[一1]回事|相同|differ")
"""Without one of these no difference is asked for."""
_SIDES: tuple[Side, ...] = ("meaning", "condition", "kinds", "steps", "duty")
"""The sides of a matter that tell what it is, the most telling first."""


class Comparison(msgspec.Struct, frozen=True):
    """Two things that are compared, by the names under which they are held, and what is told of
    each."""

    names: tuple[str, str]
    targets: tuple[Target, Target]


class Comparisons:
    """Finds what is told of two things that a question compares. Built once, then only read."""

    def __init__(
        self,
        targets: Iterable[Target],
        matters: MatterBook,
        names: EntityIndex,
        exact: Callable[[str], Target | None],
    ) -> None:
        """``exact``: the document with a very wording."""
        self._matters = matters
        self._names = names
        self._exact = exact
        self._told: dict[frozenset[str], Target] = {}
        for target in targets:
            for question in target.questions:
                pair = compared_in(question)
                if pair is not None and all(self._says(target, name) for name in pair):
                    self._told.setdefault(frozenset(map(self._known_as, pair)), target)

    def told(self, question: str) -> Target | None:
        """The document that tells the difference of the two things in a question."""
        pair = compared_in(question)
        return self._told.get(frozenset(map(self._known_as, pair))) if pair else None

    def find(self, question: str, best: Sequence[Target] = ()) -> Comparison | None:
        """What is held of each of the two things in a question; ``None`` where one is not held, or
        where the ``best`` answer found is to such a question."""
        pair = compared_in(question)
        if pair is None or any(self._differs(target, pair) for target in best):
            return None
        sides = self._sides(pair)
        if sides is None:
            return None
        names, (one, other) = sides
        alike: tuple[Side, ...] = tuple(s for s in _SIDES if s in one and s in other) or _SIDES
        first, second = _leading(one, alike), _leading(other, alike)
        if first is None or second is None or first == second:
            return None
        return Comparison(names, (first, second))

    def _differs(self, target: Target, pair: tuple[str, str]) -> bool:
        """Whether a document tells a difference: by its own question, else by a wording, where it
        names both things of the pair itself."""
        if any(compared_in(question) for question in target.questions[:1]):
            return True
        asked = any(compared_in(question) for question in target.questions)
        return asked and all(self._says(target, name) for name in pair)

    def names_in(self, question: str) -> tuple[str, ...]:
        """The two things that a question compares, by the names under which they are held."""
        pair = compared_in(question)
        if pair is None:
            return ()
        sides = self._sides(pair)
        return sides[0] if sides is not None else pair

    def _says(self, target: Target, name: str) -> bool:
        """Whether a document's own words name a thing: who names one of two tells no difference."""
        told = normalise(f"{target.body} {target.english}")
        known = self._known_as(name)
        return normalise(name) in told or self._names.names(told, known)

    def _known_as(self, name: str) -> str:
        whole = [m.entity for m in self._names.link(name) if m.end - m.start == len(name)]
        return whole[0] if whole else key(name)

    def _sides(
        self, pair: tuple[str, str]
    ) -> tuple[tuple[str, str], tuple[Mapping[Side, Target], Mapping[Side, Target]]] | None:
        """The names and the sides of both things. A short name (认证) means the matter of that
        kind beside the other: 标准合同和认证."""
        one, other = (self._of(name) for name in pair)
        if one is None and other is not None:
            found = self._beside(pair[0], other, beside=pair[1])
            return found and ((found[0], pair[1]), (found[1], other))
        if other is None and one is not None:
            found = self._beside(pair[1], one, beside=pair[0])
            return found and ((pair[0], found[0]), (one, found[1]))
        return (pair, (one, other)) if one is not None and other is not None else None

    def _of(self, name: str) -> Mapping[Side, Target] | None:
        sides = self._matters.sides(name)
        if "meaning" not in sides:
            asked = (f"什么是{name}", f"{name}是什么", f"{name}是什么意思", f"what is {name}")
            meaning = next((t for t in map(self._exact, asked) if t is not None), None)
            if meaning is not None:
                sides["meaning"] = meaning
        return sides or None

    def _beside(
        self, name: str, other: Mapping[Side, Target], *, beside: str
    ) -> tuple[str, Mapping[Side, Target]] | None:
        """The one matter whose name ends with a short name and that has most in common with the
        ``other``, which is called ``beside``."""
        wanted = {_intent(t) for t in other.values()}
        held = {
            n: self._matters.sides(n) for n in self._matters.ending_with(name) if beside not in n
        }
        shared = {
            n: len(sides.keys() & other.keys())
            for n, sides in held.items()
            if wanted & {_intent(t) for t in sides.values()}
        }
        most = max(shared.values(), default=0)
        nearest = [n for n, count in shared.items() if count == most and most]
        if len({tuple(sorted(t.id for t in held[n].values())) for n in nearest}) != 1:
            return None
        shortest = min(nearest, key=len)
        return shortest, held[shortest]


def compared_in(question: str) -> tuple[str, str] | None:
    """The two names whose difference a question asks for."""
    text = normalise(question)
    read = _DIFFER.fullmatch(text.strip()) if _TELLING.search(text) else None
    if read is None:
        return None
    one, other = (n.strip(" 的《》“”\"'") for n in read.groups() if n)
    return (one, other) if one and other and one != other else None


def _leading(sides: Mapping[Side, Target], wanted: Iterable[Side]) -> Target | None:
    return next((sides[s] for s in wanted if s in sides), None)


def _intent(target: Target) -> str:
    return str(getattr(target.document, "intent", ""))
