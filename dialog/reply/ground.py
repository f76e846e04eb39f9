"""Whether a sentence of the language model stands in the evidence. Pure; decides before anyone
sees or hears the sentence.

A sentence passes only when it is the evidence's own statement in the same order: equal figures
with equal bounds, equal names, equal duty, permission and negation, every condition and exception
kept, nothing added. What may differ is listed in ``dialog.reply.word_lists``; what may be left out
stands here (examples, harmless brackets, whole clauses on which nothing depends). Doubt withholds.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Literal
from unicodedata import category

import msgspec

from dialog.reply.evidence import Evidence
from dialog.reply.reading import Clause, Names, read
from dialog.reply.word_lists import MARKS
from knowledge.text import normalise

Reason = Literal[
    "stands",
    "absent",
    "form",
    "link",
    "citation",
    "promise",
    "bare",
    "number",
    "law",
    "name",
    "polarity",
    "condition",
    "order",
    "unsupported",
    "repeated",
]
"""Why a sentence is shown (``stands``), told in fixed words (``absent``), or withheld."""

_MARKER = re.compile(r"\s*[\[【［]\s*(\d{1,3}(?:\s*[,，、;；]\s*\d{1,3})*)\s*[\]】］]")
_BULLET = re.compile(r"^\s*(?:[-*•·]|\d{1,2}\s*[.、)）](?!\d)|[（(]\d{1,2}[）)])\s*")
_LINK = re.compile(r"https?:|www\.|://|@[a-z0-9]|\b[a-z0-9-]+\.(?:com|cn|org|net|gov|io)\b", re.I)
_FORM = re.compile(r"[\ufffd<>{}|#`~^\\=?？]|\*\*|!\[")
"""Markup, a broken character, a question: no statement that can be shown as it is."""
_ABSENT = re.compile(
    r"无依据|(?:资料|依据|知识|材料|证据|条目|信息|原文|文件)(?:里|中|内|上|之中)?(?:都|均|也|并|暂)*"
    r"(?:没有|未|无|找不到|查不到|不足)"
    r"|no evidence|evidence (?:does not|says nothing)|not in the evidence",
    re.IGNORECASE,
)
_FIRST_PERSON = re.compile(r"我|咱|本人|本助手|本系统|\b(?:i|we|me|us|our|my)\b", re.IGNORECASE)
_PROMISE = re.compile(
    r"保证(?!金)|承诺|担保|包过|放心|一定能|肯定能|guarantee|promise|rest assured", re.I
)
_SENTENCE = re.compile(r"(?<=[。！？!?\n])|(?<=\.)\s+(?=[A-Z\"“])")
_BARE = re.compile(
    r"^(?:是的?|对|不|不是|要|需要|必须|能|可以|不能|不可以|不行|行|不用|不需要|不必|不算|算|有|没有|会|不会"
    r"|还不行|yes|no|not always|it depends|不一定|看情况|都要|都不行)$"
)
_LEANS = re.compile(
    r"^(?:这|那|此|该|其(?!他|余)|它|他们|上述|前述|前者|后者|否则|因此|所以|同样|另外|此外|但|不过|然而|除此|"
    r"除非|例外|也|还|this|that|these|those|it |they |such |otherwise|but|however|unless|except)",
    re.IGNORECASE,
)
_TAKES_BACK = re.compile(
    r"^(?:但|不过|然而|可是|其实|实际上|事实上|除非|例外|只是|前提|条件|其中|否则|but|however|unless|except|provided)"
    r"|除外|另有规定|不在此(?:列|限)|例外",
    re.IGNORECASE,
)
_CONDITION = re.compile(
    r"如果|(?:^|[^比例譬诸])如(?![何下实期今])|若|要是|假如|倘若|一旦|凡|只要|只有|除|但|不过|然而|前提|条件"
    r"|为限|限于|仅|只|唯|例外|另有|的话|时$|的$|后$|前$|以内|之内|起$|以来|旧规|新规|当时|以前|期间"
    r"|\b(?:if|when|where|unless|except|but|only|provided|until|before|after|while|since)\b"
)
_EXAMPLE = re.compile(r"^(?:例如|比如|譬如|诸如|such as|for example|for instance|e\.g)")
_FOLLOWS_ON = re.compile(
    r"^(?:才|方|再|并|且|而|同时|还|也|就|则|否则|但|不过|因此|所以|因而|由此|从而|然后|随后|之后|其|和|或|及"
    r"|以及|and|or|but|then|which|that|so|therefore)|才能|(?<![需供双各对三])方可|才可"
)
_TURNS = re.compile(
    r"^(?:并|且|同时|还|也|但|不过|然而|可是|只是|而|否则|除|这|那|此|该|其|前提|条件|和|或|及|以及|and|or|but"
    r"|which|that|unless|except|this|it)|除外|才能|(?<![需供双各对三])方可|才可|说法|不对|错误|误解|不成立|不实|谣|例外|另有"
)
_COUNTED = re.compile(r"^[^\d]{0,12}\d+(?:大?类|种|步|项|点|条|个|款|环节)$")
_CITES = re.compile(r"^(?:见|参见|依据是?|按|详见|see )")
_LOOSE = frozenset({"<permit>", "<exempt>"})
_BINDING = frozenset({"<duty>", "<prohibit>"})
SHORTEST = 5
"""Tokens below which a sentence says too little to stand by itself."""
_WIDEST = 3
"""Sentences of the evidence that one sentence may join."""


class Verdict(msgspec.Struct, frozen=True):
    """``text`` is what may be shown, without markers. When ``reason`` is ``stands``, it rests on
    the sentences ``first`` to ``last`` of ``evidence[item]``."""

    reason: Reason
    text: str
    item: int = -1
    first: int = 0
    last: int = 0

    @property
    def stands(self) -> bool:
        """Whether the sentence may be shown."""
        return self.reason == "stands"


class Passage(msgspec.Struct, frozen=True):
    """One sentence of the evidence."""

    text: str
    clauses: tuple[Clause, ...]

    @property
    def leans(self) -> bool:
        """Whether it makes no sense without the one before it."""
        return _LEANS.match(normalise(self.text)) is not None

    @property
    def takes_back(self) -> bool:
        """Whether it restricts the one before it, which then must not stand alone."""
        return _TAKES_BACK.search(normalise(self.text)) is not None

    @property
    def bare(self) -> bool:
        """Whether it only says yes or no to a question that was another one."""
        return len(self.clauses) == 1 and _BARE.match(self.clauses[0].raw.strip("。. ")) is not None


class Ground:
    """The evidence of one reply, read once. ``check`` has no state."""

    def __init__(self, evidence: Sequence[Evidence], names: Names) -> None:
        self._names = names
        self.passages = tuple(tuple(_passages(piece, names)) for piece in evidence)
        self._headings = tuple(_heading(piece, names) for piece in evidence)
        self._raw = tuple(normalise(f"{p.about}{p.text}") for p in evidence)

    def check(self, sentence: str) -> Verdict:
        """The verdict on one whole sentence, its ``[n]`` markers included."""
        cited = [
            int(n) - 1
            for marker in _MARKER.finditer(sentence)
            for n in re.findall(r"\d+", marker[1])
        ]
        text = " ".join(_BULLET.sub("", _MARKER.sub("", sentence)).split())
        if _ABSENT.search(normalise(text)) and not self._quotes(text):
            return Verdict("absent", text)
        if _LINK.search(text):
            return Verdict("link", text)
        if _FORM.search(text) or any(category(c).startswith("C") for c in text):
            return Verdict("form", text)
        if any(not 0 <= n < len(self.passages) for n in cited):
            return Verdict("citation", text)
        items = sorted(set(cited)) or range(len(self.passages))
        clauses = read(text, self._names)
        said = _joined(clauses)
        if len(said) < SHORTEST or _BARE.match(clauses[0].raw):
            return Verdict("bare", text)
        for item in items:
            found = self._place(said, item)
            if found is not None:
                return Verdict("stands", text, item, *found)
        return Verdict(self._why(text, said, items), text)

    def needed(self, verdict: Verdict) -> tuple[range, range]:
        """The evidence sentences before and after those of a verdict without which it would be
        misunderstood: what it leans on, and what takes it back."""
        passages = self.passages[verdict.item]
        first, last = verdict.first, verdict.last
        while first > 0 and passages[first].leans:
            first -= 1
        while last + 1 < len(passages) and passages[last + 1].takes_back:
            last += 1
        return range(first, verdict.first), range(verdict.last + 1, last + 1)

    def _quotes(self, text: str) -> bool:
        """Whether the evidence itself says this, word for word."""
        plain = normalise(text).strip("。. ")
        return any(plain in raw for raw in self._raw)

    def _place(
        self, said: tuple[str, ...], item: int, *, marks: bool = True
    ) -> tuple[int, int] | None:
        """The passages of an item that say this; without ``marks``, those that say it or its
        opposite."""
        forms = [said]
        bare = _without_heading(said, self._headings[item])
        if bare is not None and len(bare) >= SHORTEST:
            forms.append(bare)
        passages = self.passages[item]
        if not marks:
            forms = [_unmarked(form) for form in forms]
            passages = tuple(_without_marks(p) for p in passages)
        for width in range(1, _WIDEST + 1):
            for first in range(len(passages) - width + 1):
                window = passages[first : first + width]
                if any(p.bare for p in window):
                    continue
                known = {t for p in window for c in p.clauses for t in c.tokens}
                likely = [form for form in forms if known.issuperset(form)]
                if not likely:
                    continue
                whole = [c for p in window for c in p.clauses]
                for clauses in _runs(whole) if width == 1 else (whole,):
                    if any(fits(form, clauses) for form in likely):
                        return first, first + width - 1
        return None

    def _why(self, text: str, said: tuple[str, ...], items: Iterable[int]) -> Reason:
        """What is wrong with a sentence that has no place, the gravest first."""
        held = [
            [c for p in self.passages[item] for c in p.clauses] + list(self._headings[item])
            for item in items
        ]
        known = {t for clauses in held for c in clauses for t in c.tokens}
        missing = [t for t in said if t not in known]
        if _PROMISE.search(text) or _FIRST_PERSON.search(text):
            return "promise"
        if any(t.startswith("<q") for t in missing):
            return "number"
        if any(t.startswith("<law") for t in missing) or _foreign_title(text, self._raw):
            return "law"
        if any(t.startswith("<name") for t in missing):
            return "name"
        if any(self._place(said, item, marks=False) for item in items) or (
            any(t in MARKS for t in missing)
            and any(_within(_unmarked(said), _unmarked(_joined(c))) for c in held)
        ):
            return "polarity"
        if any(_within(said, _joined(c)) for c in held):
            return "condition"
        counts = Counter(said)
        if any(counts <= Counter(t for c in clauses for t in c.tokens) for clauses in held):
            return "order"
        return "unsupported"


def fits(said: tuple[str, ...], clauses: Sequence[Clause]) -> bool:
    """Whether ``said`` is these clauses in their order, apart from what may be left out of them."""
    tried: set[tuple[int, int]] = set()

    def go(place: int, at: int) -> bool:
        if place == len(clauses):
            return at == len(said)
        if (place, at) in tried:
            return False
        tried.add((place, at))
        end = at + len(clauses[place].tokens)
        if said[at:end] == clauses[place].tokens and go(place + 1, end):
            return True
        may = _may_skip if at < len(said) else _may_end_before
        return may(clauses, place) and go(place + 1, at)

    return go(0, 0)


def _may_skip(clauses: Sequence[Clause], place: int) -> bool:
    """Whether a clause may be left out before something that is said: hardly ever, because what
    stands before a comma is a condition more often than it looks like one."""
    clause = clauses[place]
    if _harmless(clause):
        return True
    if place + 1 == len(clauses) or clause.inside or clauses[place + 1].inside:
        return False
    if _FOLLOWS_ON.search(clauses[place + 1].raw):
        return False
    return bool(_BARE.match(clause.raw) or (clause.end == ":" and _COUNTED.search(clause.raw)))


def _may_end_before(clauses: Sequence[Clause], place: int) -> bool:
    """Whether a clause may be left out behind everything that is said. What follows a permission
    or an exemption may bound it, and stays."""
    clause = clauses[place]
    if _harmless(clause):
        return True
    before = clauses[place - 1]
    if before.end in (":", "(") or before.inside or clause.inside:
        return False
    if any(t in _LOOSE for c in clauses[:place] for t in c.tokens):
        return False
    if any(t in _LOOSE or t == "<not>" for t in clause.tokens):
        return False
    if not (_CITES.match(clause.raw) or any(_BINDING & {*c.tokens} for c in clauses[:place])):
        # What is left might be a topic without its statement.
        return False
    if _CONDITION.search(before.raw):
        return False
    return not (_TURNS.search(clause.raw) or _CONDITION.search(clause.raw))


def _harmless(clause: Clause) -> bool:
    """An example, or a bracket that bounds nothing."""
    if _EXAMPLE.match(clause.raw):
        return not clause.has_mark
    return (
        clause.inside
        and not clause.has_mark
        and not clause.has_figure
        and not _CONDITION.search(clause.raw)
        and not _TURNS.search(clause.raw)
    )


def _runs(clauses: Sequence[Clause]) -> Iterable[list[Clause]]:
    """The clauses of one sentence, whole first, then the parts between its semicolons: each run of
    parts that neither leans on the part before nor is taken back by the one behind. A heading up to
    a colon stays before every run, unless it only counts them."""
    yield list(clauses)
    ends = [n + 1 for n, c in enumerate(clauses) if c.end == ";" and n + 1 < len(clauses)]
    if not ends:
        return
    borders = [0, *ends, len(clauses)]
    colon = next((n + 1 for n in range(borders[1]) if clauses[n].end == ":"), 0)
    if colon and clauses[colon - 1].has_figure:
        # A heading that counts its parts goes, or they all stay.
        if not _COUNTED.search(clauses[colon - 1].raw):
            return
        borders[0], colon = colon, 0
    for first in range(len(borders) - 1):
        start = borders[first]
        if first and _FOLLOWS_ON.search(clauses[start].raw):
            continue
        for last in range(first, len(borders) - 1):
            end = borders[last + 1]
            if end < len(clauses) and _TURNS.search(clauses[end].raw):
                continue
            lead = clauses[:colon] if first else ()
            yield [*lead, *clauses[start:end]]


def _passages(piece: Evidence, names: Names) -> Iterable[Passage]:
    for sentence in _SENTENCE.split(piece.text):
        clauses = read(_BULLET.sub("", sentence), names)
        if clauses:
            yield Passage(sentence.strip(), clauses)
    if piece.law and piece.in_force:
        year, month, day = (int(part) for part in piece.in_force.split("-"))
        text = f"《{piece.law}》自{year}年{month}月{day}日起施行。"
        yield Passage(text, read(text, names))


def _heading(piece: Evidence, names: Names) -> tuple[Clause, ...]:
    """The citation that a sentence may carry: law and article, when all of the text is theirs."""
    if not piece.law or piece.article is None:
        return ()
    text = f"《{piece.law}》第{piece.article}条"
    return read(f"{text}第{piece.paragraph}款" if piece.paragraph else text, names)


_BY = (tuple("按照"), ("见",), tuple("参见"))
_SAYS = (tuple("规定"), tuple("要求"), tuple("明确"), tuple("指出"))


def _without_heading(said: tuple[str, ...], heading: tuple[Clause, ...]) -> tuple[str, ...] | None:
    """``said`` without its citation at the beginning or the end, when it is the right one."""
    whole = _joined(heading)
    for length in range(len(whole), 1, -1):
        cite = whole[:length]
        for by in ((), *_BY):
            if said[: len(by) + length] == by + cite:
                rest = said[len(by) + length :]
                return next((rest[len(w) :] for w in _SAYS if rest[: len(w)] == w), rest)
            if by and said[-len(by) - length :] == by + cite:
                return said[: -len(by) - length]
    return None


def _foreign_title(text: str, held: Iterable[str]) -> bool:
    """Whether a text names a work in 《》 that the evidence does not name."""
    whole = " ".join(held)
    return any(title not in whole for title in re.findall(r"《[^》]+》", normalise(text)))


def _joined(clauses: Iterable[Clause]) -> tuple[str, ...]:
    return tuple(t for c in clauses for t in c.tokens)


def _unmarked(tokens: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(t for t in tokens if t not in MARKS)


def _without_marks(passage: Passage) -> Passage:
    return Passage(
        passage.text,
        tuple(msgspec.structs.replace(c, tokens=_unmarked(c.tokens)) for c in passage.clauses),
    )


def _within(said: Sequence[str], held: Sequence[str]) -> bool:
    """Whether ``said`` is ``held`` with something left out."""
    rest = iter(held)
    return all(token in rest for token in said)
