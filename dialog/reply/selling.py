"""What a seller is told: 我能在这里卖气象数据吗, can we list port statistics. Pure.

By its words such a text is near what a buyer asks (有没有气象数据产品), and the answer to that is
none to a seller. Whether the very thing may be sold is searched as ever; where only a buyer's
answer is found, what holds of selling data at large is told instead.
"""

from __future__ import annotations

import re

import msgspec
import numpy as np

from dialog.reply.goods_told import of_such_goods
from dialog.reply.own_goods import of_people, prices_contacts, sells_alone, sells_records
from dialog.reply.pointed import PROBABLE
from dialog.reply.policy import CATALOGUE
from dialog.reply.searching import Search
from dialog.reply.several import told_and_asked
from dialog.reply.told_trade import Trade, sells_such, told_trade
from knowledge.findings import Findings
from knowledge.search.confidence import Band
from knowledge.search.fusion import FEATURES, Candidate
from knowledge.search.targets import Target
from knowledge.snapshot import PLAIN
from knowledge.text import is_english, normalise
from knowledge.types import Gap

_RECORDS = "客户的消费、订单、维修记录能卖吗，要客户同意吗"
_TRADE = "我们这一行的数据能不能卖，从哪几样看起？"
_CONTACTS = ("手里的业主、客户电话号码，能卖多少钱一条", "个人信息可以买卖吗")
"""What holds of contact details for sale, the nearest first; a pack may hold only the second."""
_NO_PEOPLE = re.compile(r"没有?个人信息|不含个人|no personal")
_OF_A_BUYER = re.compile(
    r"(?:我们?|我是[^,]{0,6}|作为)?(?:想|要|打算|准备)?(?:采?买|采购|求购)(?!家)"
)
"""How a question begins that only who looks for data asks."""
_NEAR = 5
"""Documents among which one of the question alone is looked for."""
_NO_FEATURES = np.zeros(len(FEATURES))
_WORDING = "我可以卖数据吗"
_IN_ENGLISH = "May I sell data?"


async def for_a_seller(found: Findings, text: str, search: Search) -> Findings:
    """What was found, and to a seller no buyer's answer: what is known of selling data at large
    stands in its place, and is asked back where nothing of that thing is known. Who asks of records
    of their own customers is told what holds of these, however the case is put."""
    if prices_contacts(text) and found.law is None and found.ruling is None:
        for wording in _CONTACTS:
            held = await search(wording)
            if held.exact is not None and held.band == "answer":
                return msgspec.structs.replace(held, chance=PLAIN, vector=found.vector)
    if sells_records(text) and not (_settled(found) and not _of_a_gap(found)):
        held = await search(_RECORDS)
        if held.exact is not None and held.band == "answer":
            return msgspec.structs.replace(held, chance=PLAIN, vector=found.vector)
    told = await of_such_goods(found, text, search)
    if told is not None:
        return told
    if not sells_alone(text) or _settled(found):
        return found
    held = await search(_IN_ENGLISH if is_english(text) else _WORDING)
    target = held.exact
    if target is None or _buys(target):
        return found
    if found.band != "unknown" and found.best is not None and _buys(found.best):
        return msgspec.structs.replace(held, chance=PLAIN, vector=found.vector)
    known = found.candidates if found.band != "unknown" else ()
    others = (c for c in known if not _buys(c.target) and c.target.id != target.id)
    near = (Candidate(target, _NO_FEATURES, 0.0, PROBABLE), *others)
    return Findings(
        found.match, candidates=near, chance=PROBABLE, band="related", vector=found.vector
    )


async def of_a_trade(found: Findings, text: str, search: Search) -> Findings | None:
    """What is known of a case that a seller tells, where its own nouns and the story around it hide
    that from the search: what is held is asked of plainly. Where nothing surely or probably
    answers that, what any trade is to look at first; ``None`` where no such case is told."""
    trade = told_trade(text)
    if trade is None or not trade.whole or _settled_at_all(found):
        return None
    asked = told_and_asked(text)[1]
    if asked and await _answers_alone(asked, found, search):
        return None
    plain = await search(trade.question)
    if plain.band == "answer" and _fits(plain, trade):
        return _only_near(plain, "answer")
    near = [f for f in (plain, found) if f.band == "related" and _fits(f, trade)]
    likeliest = max(near, key=lambda f: f.chance, default=None)
    if likeliest is not None and likeliest.chance >= PROBABLE:
        return _only_near(likeliest, "related")
    held = await search(_TRADE)
    target = held.exact
    if target is None:
        return None
    others = likeliest.candidates if likeliest is not None else ()
    first = Candidate(target, _NO_FEATURES, 0.0, PROBABLE)
    candidates = (first, *(c for c in others if c.target.id != target.id))
    return Findings(
        "near", candidates=candidates, chance=PROBABLE, band="answer", vector=found.vector
    )


async def _answers_alone(asked: str, found: Findings, search: Search) -> bool:
    """Whether the question behind a told case is answered by itself (从哪里开始), and the case
    leads there as well."""
    alone = await search(asked)
    if alone.band != "answer" or alone.best is None:
        return False
    near = [c.target.id for c in found.candidates[:_NEAR]]
    return alone.match == "exact" or alone.best.id in near


def _only_near(found: Findings, band: Band) -> Findings:
    """What was found of documents, with no law, ruling or claims."""
    return Findings(
        "near" if band == "answer" else "meaning",
        candidates=found.candidates if found.exact is None else (),
        exact=found.exact,
        chance=found.chance,
        band=band,
        vector=found.vector,
    )


def _fits(found: Findings, trade: Trade) -> bool:
    """Whether the first document found is of selling, and of people where people were told of, of
    none where none were."""
    best = found.best
    if best is None or _buys(best) or not best.questions or not sells_such(best.questions[0]):
        return False
    question = normalise(best.questions[0])
    of_none = _NO_PEOPLE.search(question) is not None
    if trade.of_people:
        return not of_none
    return of_none or not of_people(question)


def _settled_at_all(found: Findings) -> bool:
    known = found.law or found.ruling or found.graph or found.compared
    return known is not None or found.band == "answer"


def _settled(found: Findings) -> bool:
    """Whether the very thing is known: by law, by a ruling, by a document that is no buyer's."""
    if found.law or found.ruling or found.graph or found.compared:
        return True
    return found.band == "answer" and found.best is not None and not _buys(found.best)


def _of_a_gap(found: Findings) -> bool:
    """Whether it is only known that something (what they are worth) is not known."""
    return found.best is not None and isinstance(found.best.document, Gap) and not found.law


def _buys(target: Target) -> bool:
    """Whether a document answers who looks for data."""
    if getattr(target.document, "intent", None) in CATALOGUE:
        return True
    return bool(target.questions) and _OF_A_BUYER.match(normalise(target.questions[0])) is not None
