"""Who wonders at a kind of data that the desk offered or ruled on (剃头店哪里来国家秘密啦, who
says I have state secrets), and what they tell besides; and who was to choose among many kinds
though it was told what they have.

A choice that is laughed at is none, and the clause that does so says nothing more: what stands
beside it is answered. A menu of a dozen kinds is for who told nothing of their data.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import msgspec

from dialog.reply.aspects import asks
from dialog.reply.by_kind import kind_wording
from dialog.reply.data_kinds import Kind, denies_persons, kind_of
from dialog.reply.data_told import DataTold, gives_totals, speaks_of_data
from dialog.reply.question import Exchange, Question
from dialog.reply.treated import setting_of
from knowledge.answers.mocked import mocked
from knowledge.answers.table_words import names_value
from knowledge.findings import Findings
from knowledge.snapshot import PLAIN, Snapshot
from knowledge.text import key, normalise
from knowledge.types import DecisionTable, Input

_BACK = 2
"""Exchanges back to which a kind may have been named by the desk."""
_TOLD = 6
"""Exchanges back to which it may have been told whose the data are."""
_MANY = 6
"""Choices from which a menu is more than somebody can look through who told what they have."""
_CLAUSE = re.compile(r"([,，。.!！?？;；、~…\n]+\s*|\s+(?=[\u4e00-\u9fff]))")
_WONDER = re.compile(r"哪|谁|什么|啥|怎|咋|凭|为|干|[?]|\b(?:why|who|where|how|since)\b")
"""A sign of wonder, without which no text is read further."""
_ONLY_TELLS = re.compile(
    r"(?:那|这|我们?|店里|里面|[, ])*(?:就|只|不过|无非|其实|都|全)?(?:都|只|全)?(?:是|有)"
    r"|(?:it is|it's|they are|they're|that is|that's|just|only|we (?:just|only) have)\b"
)
"""What says what the data are: 就是普通人来剪头的记录."""
_BOTH_WAYS = re.compile(r"(?:什么|啥|管)(?:叫|是|它|他)?(?P<x>[^,。?! ]{2,6})不(?P=x)的?[啊呀了]?")
"""What waves a word aside: 啥授权不授权."""
_ONLY_CRIES = re.compile(
    r"(?:哦哟|哎哟|啊哟|哎呀|哎唷|天[哪呐啊]|妈呀|我的天|吓死?我?人?[了啦]?|笑死(?:我|人)?了?"
    r"|开(?:什么|啥)?玩笑|搞笑"
    r"|[你您]们?(?:该|会|可)?(?:不会|不|别)?(?:是|就是)?(?:个|1个)?骗子吧?|有没有搞错|搞什么"
    r"|真是的?|神经病?|乱讲|瞎讲|瞎说|胡说"
    r"|[你您]们?(?:刚刚|刚才|自己|不是|前面)*[问说讲]?(?:刚刚|刚才)?问(?:了|过)?我的?"
    r"|oh (?:my god|dear|no|come on)|come on|seriously|(?:you must be|are you) (?:joking|kidding)"
    r"|really|is this a scam|you(?:'re| are) (?:joking|kidding)|[吗么啊呀吧啦哦哈呵嘛 ])+"
)
"""What cries out and tells nothing."""


def without_mocked(snapshot: Snapshot, text: str, exchanges: Sequence[Exchange]) -> str:
    """A text without the clauses that wonder at a kind of data, and without the cries
    beside them; the text itself where it does no such, or says nothing else."""
    if not exchanges or _WONDER.search(normalise(text)) is None:
        return text
    tables = snapshot.pack.all(DecisionTable).values()
    names = [n for table in tables for n in _names_in(table)]
    if not _mocks(names, text) and _BOTH_WAYS.search(normalise(text)) is None:
        return text
    pieces = _CLAUSE.split(text)
    kept = [
        clause + mark
        for place, (clause, mark) in enumerate(zip(pieces[::2], [*pieces[1::2], ""], strict=True))
        # 国家秘密？我一个开面馆的？ laughs with what follows.
        if not _mocks(names, clause, "".join(pieces[2 * place + 1 : 2 * place + 3]))
        and not any(p.fullmatch(normalise(clause)) for p in (_ONLY_CRIES, _BOTH_WAYS))
    ]
    left = "".join(kept).strip(" ,，。")
    return text if _mocks(names, left) or len(key(left)) < 2 else left


def of_told_kind(
    snapshot: Snapshot, text: str, asked: Question, found: Findings
) -> Findings | None:
    """What holds of the data of who laughs at a kind, or answers a menu of many with what they
    have; and of who is to be asked for one of many though it was told. ``None`` for others."""
    mocks = _mocks([*_names(snapshot, asked.exchanges)], asked.text)
    if _many_asked(found) is not None:
        kind = _kind_told(text, asked.exchanges)
        return _held(snapshot, kind) if kind != "unknown" or mocks else None
    if found.ruling is not None or (found.band == "answer" and found.match in ("exact", "near")):
        return None
    if mocks:
        return _held(snapshot, _kind_told(text, asked.exchanges))
    if found.law is not None or asks(text) or not _to_be_sold(snapshot, text, asked.exchanges):
        return None
    kind = kind_of(text)
    held = _held(snapshot, kind) if kind != "unknown" else None
    told = asked.exchanges[-1].entries
    return held if held is not None and held.exact and held.exact.id not in told else None


def _to_be_sold(snapshot: Snapshot, text: str, exchanges: Sequence[Exchange]) -> bool:
    """Whether a text tells of data behind a menu of kinds, or behind a sale that was spoken of."""
    last = exchanges[-1] if exchanges else None
    if last is None:
        return False
    menu = last.outcome == "clarify" and _many_in(snapshot, last)
    sale = speaks_of_data(text) and setting_of(text, exchanges, snapshot) == "trade"
    return menu or (sale and _ONLY_TELLS.match(normalise(text)) is not None)


def _held(snapshot: Snapshot, kind: Kind) -> Findings | None:
    """What is held of the sale of data of a kind; of one that nobody knows, what to look at."""
    found = snapshot.at_once(kind_wording(DataTold("sell", kind)))
    return found and msgspec.structs.replace(found, chance=PLAIN)


def _kind_told(text: str, exchanges: Sequence[Exchange]) -> Kind:
    """Whose data a text or the latest one before it tells of."""
    for said in (text, *(e.question for e in reversed(exchanges[-_TOLD:]))):
        if gives_totals(said) or denies_persons(said):
            return "unknown"
        kind = kind_of(said)
        if kind != "unknown" and (kind != "people" or speaks_of_data(said)):
            return kind
    return "unknown"


def _many_asked(found: Findings) -> Input | None:
    """The input of many choices that a ruling asks for and of which nothing was told."""
    ask = found.ruling.ask if found.ruling is not None and found.ruling.row is None else None
    return ask if ask is not None and len(ask.values) > _MANY else None


def _many_in(snapshot: Snapshot, last: Exchange) -> bool:
    """Whether a table of many kinds answered."""
    table = snapshot.pack.all(DecisionTable).get(last.entries[0]) if last.entries else None
    return table is not None and len(table.inputs[0].values) > _MANY


def _names(snapshot: Snapshot, exchanges: Sequence[Exchange]) -> Iterator[str]:
    """The names of the choices of tables that asked back or ruled in the last replies."""
    tables = snapshot.pack.all(DecisionTable)
    for exchange in exchanges[-_BACK:]:
        table = tables.get(exchange.entries[0]) if exchange.entries else None
        yield from _names_in(table) if table is not None else ()


def _names_in(table: DecisionTable) -> Iterator[str]:
    for known in table.inputs:
        if known.denied or len(known.values) > _MANY:
            yield from names_value(known)
            yield from map(normalise, (*known.labels, *known.labels_english))


def _mocks(names: Sequence[str], text: str, behind: str = "") -> bool:
    """Whether a text wonders at one of some names, with what stands ``behind`` it."""
    plain, more = normalise(text), normalise(behind)
    for name in names:
        place = plain.find(name)
        if place >= 0 and mocked(name, plain[:place], plain[place + len(name) :] + more):
            return True
    return False
