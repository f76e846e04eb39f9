"""The matter that a conversation is about: what names it, what it led to, what answers its sides,
and which documents the answers before pointed to next."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

import msgspec

from dialog.reply.aspects import Aspect, aspects_of, bare
from dialog.reply.context import MATTERS, done, leans, leaves_undone, said, topic_of
from dialog.reply.fields_told import as_told
from dialog.reply.held_lists import held_list
from dialog.reply.own_goods import sells
from dialog.reply.pointed import PROBABLE
from dialog.reply.question import Exchange
from knowledge.findings import Findings
from knowledge.search.targets import Target
from knowledge.snapshot import PLAIN, Snapshot
from knowledge.text import is_english, key, normalise
from knowledge.types import DecisionTable, Entry, Gap

_SPARED = re.compile(r"免|不用|无需|不需要|不能|不在")
"""What a conclusion says is not led to."""
_MUCH = 20
"""Characters from which a text says enough for what it is about to be near it by itself; English
has thrice as many."""
_NEAR = 5
"""Documents that are near a text by itself."""
_SELLING, _BUYING = ("挂牌", "卖数据"), ("买数据",)
"""The matters that a wish to sell or to buy leads to, in the order in which they tell a side."""
_SOLD = re.compile(
    r"(?:能不能|可不可以|能|可以|允许|让)[^,。?!]{0,4}(?:卖|出售|挂牌|上架|交易|变现)(?!所|方|家)"
)
_BUYS = re.compile(r"(?:想|要|打算|准备|来|去)(?:采?买|采购|求购)(?!家|方)")
MATTER_BACK = 2
"""Exchanges back to which its matter may have been named."""


def as_meant(snapshot: Snapshot, exchanges: Sequence[Exchange]) -> tuple[Exchange, ...]:
    """The exchanges with what a ruling led to in the place of the case that was told for it."""
    return tuple(
        msgspec.structs.replace(e, question=led) if (led := led_to(snapshot, e)) else e
        for e in exchanges
    )


def likely_matter(exchanges: tuple[Exchange, ...], before: Findings) -> tuple[Exchange, ...]:
    """The exchanges, where the last was asked back for one document, as if that document had been
    asked for: who goes on without a yes means it. ``before``: what was found for the last."""
    best = before.best
    if best is None or before.band != "related" or before.chance < PROBABLE:
        return exchanges
    return (*exchanges[:-1], msgspec.structs.replace(exchanges[-1], entries=(best.id,)))


def side_of_the_matter(
    snapshot: Snapshot, text: str, exchanges: Sequence[Exchange]
) -> Target | None:
    """What answers a text that names one side alone (那材料呢), of what was asked before."""
    if exchanges and leaves_undone(text):
        breach = _breach_of_open_case(snapshot, exchanges[-1])
        if breach is not None:
            return breach
    # English says what it leans on less often; every word of it is read here anyway.
    if not exchanges or not (leans(text, exchanges) or is_english(text)):
        return None
    before = [e for e in exchanges if e.outcome in MATTERS][-MATTER_BACK:]
    names = [n for e in before for n in names_of(snapshot, e)]
    told = _told(snapshot, before)
    found = snapshot.matters.go_on(text, names, told)
    found = found or (snapshot.matters.go_on_from(text, told) if told else None)
    return found or _side_of_the_wish(snapshot, text, exchanges)


def _breach_of_open_case(snapshot: Snapshot, last: Exchange) -> Target | None:
    """What answers what a breach costs (what if we just send it) of that which a decision table
    settles, where it still asks for the case: none of its duties can be left out for nothing."""
    table = snapshot.pack.all(DecisionTable).get(last.entries[0]) if last.entries else None
    if table is None or table.decides is None or last.outcome != "clarify":
        return None
    sides = (snapshot.matters.sides(thing).get("penalty") for thing in table.decides.things)
    found = [target for target in sides if target is not None]
    told = Counter(target.id for target in found).most_common(1)
    return next((t for t in found if t.id == told[0][0]), None) if told else None


def _side_of_the_wish(
    snapshot: Snapshot, text: str, exchanges: Sequence[Exchange]
) -> Target | None:
    """What answers a side alone of selling or buying data, where that was wished for and what was
    told has no such side: 温度数据能卖吗, 要多久. Who asked for sides alone since then still means
    that."""
    for exchange in reversed([e for e in exchanges if e.outcome in MATTERS]):
        question = said(exchange.question).text
        if sells(question) or _SOLD.search(normalise(question)):
            return _side(snapshot, text, _SELLING)
        if _BUYS.search(normalise(question)):
            return _side(snapshot, text, _BUYING)
        if as_told(question) or held_list(question) is not None:
            continue  # What is in the data, or shall be made of them, is of the same sale.
        if not bare(question) and not snapshot.matters.asks_alone(question):
            return None
    return None


def _side(snapshot: Snapshot, text: str, matters: Sequence[str]) -> Target | None:
    found = (snapshot.matters.go_on(text, (matter,)) for matter in matters)
    return next((f for f in found if f is not None), None)


def sides_spoken_of(snapshot: Snapshot, exchanges: Sequence[Exchange]) -> tuple[Target, ...]:
    """What answers the sides of the matter spoken of last, those left out that were told."""
    told = {entry for e in exchanges for entry in e.entries}
    for exchange in reversed(exchanges):
        if exchange.outcome in MATTERS:
            found = snapshot.matters.all_sides(names_of(snapshot, exchange))
            if found:
                return tuple(t for t in found if t.id not in told)
    return ()


def pointed_to(snapshot: Snapshot, exchanges: Sequence[Exchange]) -> frozenset[str]:
    """The documents to which the last answer on a matter pointed as what is asked next."""
    last = next((e for e in reversed(exchanges) if e.outcome in MATTERS), None)
    entries = snapshot.pack.all(Entry)
    told = (entries.get(e) for e in last.entries) if last is not None else ()
    return frozenset(name for entry in told if entry is not None for name in entry.related)


def names_of(snapshot: Snapshot, exchange: Exchange) -> tuple[str, ...]:
    """The texts that name what an exchange was about, the most telling last: what told it, the
    question, the thing that it asks how to do, what a table concluded."""
    told = (snapshot.index.target(e) for e in exchange.entries[:1])
    # That something is not known is told of any matter, and names none.
    known = (t for t in told if t is not None and not isinstance(t.document, Gap))
    titles = [t.questions[0] for t in known if t.questions]
    question = said(exchange.question).text
    named = (*titles, question, done(question), led_to(snapshot, exchange))
    return tuple(n for n in named if n)


def matters_named(snapshot: Snapshot, exchanges: Sequence[Exchange]) -> tuple[str, ...]:
    """What the matter spoken of last is called, the most telling name first."""
    held = [e for e in exchanges if e.outcome in MATTERS][-MATTER_BACK:]
    names = (
        snapshot.matters.name_in(text)
        for exchange in reversed(held)
        for text in reversed(names_of(snapshot, exchange))
    )
    return tuple(dict.fromkeys(n for n in (*names, topic_of(exchanges)) if n))


def led_to(snapshot: Snapshot, exchange: Exchange) -> str:
    """The matter to which the ruling of an exchange led, if it was one: 数据出境安全评估."""
    if not exchange.entries:
        return ""
    target = snapshot.index.target(exchange.entries[0])
    if target is None or not isinstance(target.document, DecisionTable):
        return ""
    table = target.document
    row = next((r for r in table.rows if r.id in exchange.entries[1:2]), None)
    clauses = re.split(r"[,，。]", row.conclusion) if row is not None else []
    clauses = [c for c in clauses if not _SPARED.search(c)]
    case = {label for i in table.inputs for label in i.labels}
    # What the case consisted of is named first, and is not what it led to.
    named = (snapshot.matters.name_in(c) for c in clauses)
    return next((n for n in named if n and n not in case), table.name)


def next_side(snapshot: Snapshot, text: str, exchanges: Sequence[Exchange]) -> Target | None:
    """The one document that the last answer pointed to and that tells the side which a text asks
    for alone: 最晚什么时候, behind what is to be done after a leak."""
    wanted = aspects_of(text) if bare(text) else frozenset[Aspect]()
    pointed = (snapshot.index.target(e) for e in sorted(pointed_to(snapshot, exchanges)))
    titled = [t for t in pointed if t is not None and t.questions]
    fitting = [t for t in titled if aspects_of(t.questions[0]) & wanted]
    return fitting[0] if len(fitting) == 1 else None


def _told(snapshot: Snapshot, exchanges: Sequence[Exchange]) -> frozenset[str]:
    """What the last of the exchanges told that told more than that something is not known, which
    belongs to any matter."""
    for exchange in reversed(exchanges):
        targets = ((e, snapshot.index.target(e)) for e in exchange.entries)
        known = frozenset(
            e
            for e, t in targets
            if t is not None and not isinstance(t.document, Gap | DecisionTable)
        )
        if known:
            return known
    return frozenset()


def elsewhere(snapshot: Snapshot, best: Target, exchanges: Sequence[Exchange]) -> bool:
    """Whether a document says nothing of the thing whose division was told before."""
    topic = topic_of(exchanges)
    named = [topic[m.start : m.end] for m in snapshot.graph.names.link(topic)] or [topic]
    held = f"{' '.join(best.questions)} {getattr(best.document, 'answer', '')}"
    return not any(name in held for name in named if name)


def _tells_much(text: str) -> bool:
    return len(key(text)) > _MUCH * (3 if is_english(text) else 1)


def next_asked(
    snapshot: Snapshot, text: str, exchanges: Sequence[Exchange], near: Sequence[Findings]
) -> Findings | None:
    """The likeliest document for an ellipsis, alone or made whole, where the answer before pointed
    to it as what is asked next. ``near``: what is near it, alone first."""
    pointed = pointed_to(snapshot, exchanges)
    if _tells_much(text):
        # Behind the question before anything is near what is near that.
        alone = near[0].candidates[:_NEAR] if near[0].band != "unknown" else ()
        pointed &= {c.target.id for c in alone}
    likely = (n.best for n in near if n.band == "related" and n.chance >= PROBABLE)
    found = next((b for b in likely if b is not None and b.id in pointed), None)
    found = found or next_side(snapshot, text, exchanges)
    return found and Findings("exact", exact=found, chance=PLAIN, band="answer")
