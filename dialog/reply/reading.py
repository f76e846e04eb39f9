"""A sentence as the ground check reads it: clauses of tokens that can be compared one by one. Pure.

Two texts that say the same in other words of law give equal tokens: widths, numerals, short names
of laws, 应当 and 必须, 不满 and 少于. What gives no token is on a short list of words that carry no
fact. Everything else is compared character by character, so that an unknown word can only be
withheld, never let through.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

import msgspec
import rjieba

from dialog.reply.word_lists import (
    CANON,
    EMPTY,
    EMPTY_PHRASES,
    ENGLISH_MARKS,
    MARK_OF,
    MARKS,
    PARTS_OF,
    WHOLE,
)
from knowledge.quantities import Quantity, quantities
from knowledge.search.entities import EntityIndex
from knowledge.text import normalise
from knowledge.types import Law, Term

_ENGLISH = re.compile("|".join(f"(?P<{m}>\\b(?:{w})\\b)" for m, w in ENGLISH_MARKS.items()))
_BELOW = r"不满|未满|不足|不到|少于|低于|小于|fewer than|less than|below|under"
_AT_MOST = r"不超过|不多于|不高于|最多|至多|最高|at most|no more than|up to|within"
_ABOVE = r"超过|多于|高于|大于|more than|over|above|exceeding"
_AT_LEAST = (
    r"不少于|不低于|不小于|至少|最少|最低|达到|已满|满|达|at least|no fewer than|no less than"
)
_ABOUT = r"大约|约|将近|近|about|around|nearly"
_BEFORE = re.compile(
    rf"(?:(?P<le>{_AT_MOST})|(?P<lt>{_BELOW})|(?P<ge>{_AT_LEAST})|(?P<gt>{_ABOVE})|"
    rf"(?P<about>{_ABOUT}))\s*$"
)
_AFTER = re.compile(
    r"\s*(?:(?P<ge>及?以上|or more|and above)|(?P<le>及?以下|以内|之内|内|or (?:fewer|less))|"
    r"(?P<about>左右|上下))"
)
_SAME_UNITS = {"名": "人", "周岁": "岁", "天": "日", "块": "元", "块钱": "元"}
_END = re.compile(r"[,;:()。!?\n]|\.(?=\s|$)|—{1,2}|…+")
_DROPPED = re.compile(r"[\s\"'“”‘’「」『』《》〈〉【】\[\]〔〕·*_`.\-/→]+")
_LATIN = re.compile(r"[a-z0-9]+")


def _terms(terms: Iterable[Term]) -> Iterable[str]:
    """The names of terms, those left out that begin with a mark and would hide it."""
    for term in terms:
        for name in (term.id, *term.synonyms):
            if not any(name.startswith(mark) for mark in MARK_OF):
                yield normalise(name)


class Clause(msgspec.Struct, frozen=True):
    """Tokens up to a comma or the like. ``end``: what closed it. ``inside``: in brackets."""

    tokens: tuple[str, ...]
    raw: str
    end: str
    inside: bool = False

    @property
    def has_mark(self) -> bool:
        """Whether it says must, may, must not, need not or not."""
        return any(t in MARKS for t in self.tokens)

    @property
    def has_figure(self) -> bool:
        """Whether it holds a number, a date, an article or the like."""
        return any(t.startswith("<q") for t in self.tokens)


class Names:
    """The names that must not be changed: laws, with their short forms, and organisations. Holds
    the dictionary too, so that no mark is found inside a term (需方 is no 需). Takes a few tenths
    of a second to build; used by one thread at a time."""

    def __init__(self, laws: Iterable[Law], terms: Iterable[Term]) -> None:
        terms = tuple(terms)
        self._cutter = rjieba.Jieba()
        for word in (*MARK_OF, *PARTS_OF, *CANON, *WHOLE, *_terms(terms)):
            if len(word) > 1:
                self._cutter.add_word(word, 50000, None)
        self._laws = EntityIndex(
            (name, law.family or law.id)
            for law in laws
            for name in (law.title, law.title.removeprefix("中华人民共和国"), *law.short)
        )
        self._others = EntityIndex(
            (name, term.id)
            for term in terms
            if term.kind in ("organisation", "system")
            for name in (term.id, *term.synonyms)
        )

    def words(self, text: str) -> list[str]:
        """The words of a stretch of text, in order."""
        return self._cutter.cut(text, hmm=False)

    def spans(self, text: str) -> list[tuple[int, int, str]]:
        """The names in a normalised text as tokens with their places."""
        found: list[tuple[int, int, str]] = []
        for mention in self._laws.link(text):
            # 旧网安法 and 新网安法 are names of one family, but not of one law.
            age = text[mention.start] if text[mention.start] in "旧新" else ""
            found.append((mention.start, mention.end, f"<law {mention.entity}{age}>"))
        found.extend((m.start, m.end, f"<name {m.entity}>") for m in self._others.link(text))
        return found


def figure(quantity: Quantity, text: str) -> tuple[int, int, str]:
    """A quantity with the words that bound it (不满, 以上) as one token, with its place."""
    start, end = quantity.start, quantity.end
    if quantity.kind in ("standard", "phone"):
        # Its letters count as well: DB11 is another city's standard than DB31.
        return start, end, f"<q {quantity.kind} {''.join(_LATIN.findall(text[start:end]))}>"
    bound = ""
    before = _BEFORE.search(text[max(0, start - 14) : start])
    if before is not None:
        bound = before.lastgroup or ""
        start -= len(before.group())
    after = _AFTER.match(text, end)
    if after is not None and not bound:
        bound = after.lastgroup or ""
        end = after.end()
    unit = _SAME_UNITS.get(quantity.unit, quantity.unit)
    value = f"{quantity.value:.10g}"
    return start, end, f"<q {quantity.kind} {value} {unit} {bound}>"


def read(text: str, names: Names) -> tuple[Clause, ...]:
    """The clauses of a text, empty ones left out."""
    text = EMPTY_PHRASES.sub("", normalise(text))
    spans = _spans(text, names)
    clauses: list[Clause] = []
    tokens: list[str] = []
    start = position = depth = 0

    def close(at: int, end: str) -> None:
        if tokens:
            clauses.append(Clause(_merged(tokens), text[start:at].strip(), end, inside=depth > 0))
            tokens.clear()

    plain = ""
    while position < len(text):
        span = spans.get(position)
        stop = None if span is not None else _END.match(text, position)
        if span is None and stop is None:
            plain += text[position]
            position += 1
            continue
        tokens.extend(_words(plain, names))
        plain = ""
        if span is not None:
            tokens.append(span[1])
            position = span[0]
        elif stop is not None:
            close(position, stop.group())
            depth = 1 if stop.group() == "(" else 0
            position = start = stop.end()
    tokens.extend(_words(plain, names))
    close(len(text), "")
    return tuple(clauses)


def _spans(text: str, names: Names) -> dict[int, tuple[int, str]]:
    """Where a name, a figure or an English mark begins: its end and its token."""
    found = names.spans(text)
    found.extend(figure(q, text) for q in quantities(text))
    found.extend((m.start(), m.end(), f"<{m.lastgroup}>") for m in _ENGLISH.finditer(text))
    taken = [False] * len(text)
    places: dict[int, tuple[int, str]] = {}
    for start, end, token in found:
        if not any(taken[start:end]):
            taken[start:end] = [True] * (end - start)
            places[start] = (end, token)
    return places


def _words(plain: str, names: Names) -> list[str]:
    """The words of a stretch between names and figures."""
    found: list[str] = []
    for word in names.words(plain):
        for part in PARTS_OF.get(word, (word,)):
            found.extend(_token(part))
    return found


def _token(word: str) -> Iterable[str]:
    if word in EMPTY:
        return ()
    if word in MARK_OF:
        return (MARK_OF[word],)
    word = _DROPPED.sub("", CANON.get(word, word))
    if _LATIN.fullmatch(word):
        return (word,)
    if word in ("和", "或"):
        return (f"<{word}>",)
    return tuple(word)


_PAIRS = {
    ("<not>", "<should>"): "<prohibit>",
    ("<not>", "<need>"): "<exempt>",
    ("<not>", "<permit>"): "<prohibit>",
    ("<permit>", "<not>"): "<exempt>",
}


def _merged(tokens: list[str]) -> tuple[str, ...]:
    """The tokens with each two marks that are one made one."""
    found: list[str] = []
    for token in tokens:
        pair = _PAIRS.get((found[-1], token)) if found else None
        if pair is not None:
            found[-1] = pair
        else:
            found.append(token)
    return tuple("<duty>" if t in ("<should>", "<need>") else t for t in found)
