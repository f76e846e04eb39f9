"""How a visitor takes several of the things that were shown (前两个都看看, both), or takes one and
asks something else in the same message (是，收费那条也一起说; 别的不管，先看第一个): what of a
text picks, and what stands before and behind that. Pure.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec

from dialog.reply.aspects import asks
from dialog.reply.assent import agrees
from dialog.reply.worded_picks import (
    NAME,
    OF_SELF,
    named_among,
    place_picked,
    places_picked,
    without_telling,
    worded_pick,
)
from knowledge.search.targets import Target
from knowledge.text import Segmenter, is_english, normalise

_MARK = re.compile(
    r"(?:(?<!\d)[,，]|[,，](?!\d)|(?<!\d)\.(?=\s|$)|[。!！;；:：?？])+\s*|(?<=[\u4e00-\u9fff])\s+"
    r"|(?<=[\u4e00-\u9fff])(?=(?:另外|此外|顺便|还想问|再问))"
    r"|\s+(?=(?:and|plus) (?:how|what|when|where|who|which|why|do|does|is|are|can|could|may|must"
    r"|should|will) )"
)
"""What stands between the clauses of a text; a comma within 1,2 does not."""
_LINKING = re.compile(
    r"^(?:(?:以及|还有|另外|再|然后|顺便|and|also|plus|then)[,: ]*)+(?=\S)", re.IGNORECASE
)
_FILLER = re.compile(
    r"(?:算了|那|好吧|好的?|行吧?|嗯+|哦|谢谢\w?|谢了|麻烦(?:你|您)?了?|先这样"
    r"|ok(?:ay)?|thanks|thank you|please|alright|fine|well)*",
    re.IGNORECASE,
)
"""What says nothing of its own beside a pick."""
_TOO = re.compile(
    r"(?:[也都再]|一起|一并|一块儿?|同时|顺便|给我|帮我|要|想)+"
    r"(?:看看?|说说?|讲讲?|念念?|听听?|展开|打开)?(?:[1一]下|看|听)?(?:吧|呢|啊|呀|的|了)*$"
    r"|(?:看看?|说说?|讲讲?|念念?|听听?)(?:[1一]下)?(?:吧|呢|啊|呀)*$"
    r"|[, ]+(?:too|as well|also|please)[,. ]*$"
)
"""What says of a thing that it is wanted as well."""
_AS_WELL = re.compile(r"也|顺便|一起|一并|\b(?:too|also|as well)\b")
_A_PLACE = re.compile(
    r"\d(?:个|条|项|种|号)|最后|\b(?:the (?:first|second|third|fourth|last)|one|question|number"
    r"|both|all|first two|last two)\b|[和跟与、及]|全部|都"
)
"""What a place has that no mere figure and no 第一、第二 in a speech has."""
_ENUMERATED = re.compile(
    r"(?:^|[,，。.;；?？!！\s])(?:其|第)?[二2](?:[,，、是]|个?问题?是)|\bsecond(?:ly)?,"
)

_NOT_THIS = re.compile(
    r"(?:啊|哦|嗯|呃|唉|也|都|又|[,. ])*不(?:是|要|对|想要)(?:的)?(?:这|那|它"
    r"|上面)?[1一]?[个条些种]?"
    r"(?:问题|意思|事)?(?:了|啊|呀|的|吧)*[.。! ]*"
    r"|(?:no[,. ]+)?not (?:this|that|these|those)(?: one| ones)?[.! ]*"
)
"""What takes nothing of what was shown: 不是这个."""
_OF_A_KIND = re.compile(r"[那这]种")
"""What describes a thing that is wished for, and points at none that was shown."""


class Taking(msgspec.Struct, frozen=True):
    """A text that takes what was shown: the clauses that do, in their order, and what is said
    ``first``, before them, or ``then``, behind them. ``besides``: they say that this is wanted as
    well as what is said first."""

    picks: tuple[str, ...]
    first: str = ""
    then: str = ""

    @property
    def besides(self) -> bool:
        pick = normalise(self.picks[0])
        return _LINKING.match(pick) is not None or _AS_WELL.search(pick) is not None

    @property
    def names_its_place(self) -> bool:
        """Whether it picks a place, and says in words what stands there (第2个，爬虫那条)."""
        kinds = [_kind(p) for p in self.picks]
        linked = _LINKING.match(normalise(self.picks[-1])) or _TOO.search(self.picks[-1])
        return kinds == ["place", "words"] and not linked


_BY_THE_WAY = re.compile(
    r"^(?:[哦噢嗯啊呃]+[,，、 ]*)*(?:对了[,，。!！、… ]*)+(?=\S)|^(?:oh,? )?right,? (?=and\b)",
    re.IGNORECASE,
)
"""What turns to something else and agrees to nothing: 对了，能开发票不."""


def taking(text: str) -> Taking | None:
    """What of a text takes what was shown, at its beginning or else at its end; ``None`` where
    nothing does."""
    text = _BY_THE_WAY.sub("", without_telling(text.strip()))
    spans = _clauses(text)
    kinds = [_kind(text[begin:end]) for begin, end in spans]
    front = 0
    while front < len(kinds) and kinds[front] and not (kinds[front] == "yes" and front > 0):
        front += 1
    picks = [n for n in range(front) if kinds[n] != "filler"]
    if picks:
        then = text[spans[front][0] :].strip() if front < len(spans) else ""
        return None if _ENUMERATED.search(then) else _taking(text, spans, picks, then=then)
    back = len(kinds)
    while back > 0 and kinds[back - 1] in ("place", "words", "filler"):
        back -= 1
    picks = [n for n in range(back, len(kinds)) if kinds[n] != "filler"]
    if not picks or back == 0:
        return None
    return _taking(text, spans, picks, first=text[: spans[back - 1][1]].strip())


def _taking(
    text: str,
    spans: Sequence[tuple[int, int]],
    picks: Sequence[int],
    *,
    first: str = "",
    then: str = "",
) -> Taking:
    return Taking(tuple(text[slice(*spans[n])] for n in picks), first, then.strip(" .。!！"))


def _clauses(text: str) -> list[tuple[int, int]]:
    """Where the clauses of a text begin and end."""
    found: list[tuple[int, int]] = []
    begin = 0
    for mark in (*_MARK.finditer(text), None):
        end = mark.start() if mark is not None else len(text)
        if end > begin:
            found.append((begin, end))
        begin = mark.end() if mark is not None else end
    return found


def _kind(clause: str) -> str:
    """What a clause does: ``yes``, ``place``, ``words``, ``filler``, or nothing of these."""
    clause = normalise(clause).strip()
    if _FILLER.fullmatch(clause):
        return "yes" if agrees(clause) else "filler"
    if agrees(clause):
        return "yes"
    if _NOT_THIS.fullmatch(clause):
        return ""
    clause = _LINKING.sub("", clause)
    if places_of(clause, 3):
        return "place" if _A_PLACE.search(clause) else ""
    return "words" if _words_of(clause) and not _OF_A_KIND.search(clause) else ""


def places_of(clause: str, shown: int) -> tuple[int, ...]:
    """The places that a clause picks of so many things; empty where it picks none by its place."""
    clause = _LINKING.sub("", normalise(clause).strip())
    one = 0 if clause.isdecimal() else place_picked(clause)
    if one:
        return (shown if one < 0 else one,)
    return places_picked(clause, shown)


def name_and_rest(text: str) -> tuple[str, str]:
    """The words at the beginning of a text that may name what was picked before them, and the rest;
    the first is empty where it asks, tells of the speaker or says more than a name does."""
    begin, end = next(iter(_clauses(text)), (0, 0))
    name = normalise(text[begin:end]).strip()
    if asks(name) or OF_SELF.search(name) or len(name) > NAME * (3 if is_english(name) else 1):
        return "", text
    mark = _MARK.match(text, end)
    return name, text[mark.end() if mark is not None else end :].strip()


def _words_of(clause: str) -> str:
    """The words by which a clause points at something that was shown; empty where it does not."""
    pick = worded_pick(_TOO.sub("", clause))
    return pick.words if pick is not None and pick.pointing and not pick.place else ""


def picked_of(clause: str, shown: Sequence[Target], segmenter: Segmenter) -> list[Target]:
    """What a clause picks of the things that were shown; the several that its words fit."""
    places = places_of(clause, len(shown))
    if places:
        return [shown[n - 1] for n in places if 0 < n <= len(shown)]
    words = _words_of(_LINKING.sub("", normalise(clause).strip()))
    return [shown[n] for n in named_among(words, shown, segmenter)] if words else []
