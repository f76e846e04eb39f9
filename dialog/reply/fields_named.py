"""The field whose data a text names after the catalogue (交通的呢), or after the desk found nothing
in it and asked for another field: fishing then, maybe edible oil or supermarket sales. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dialog.reply.again import ITEMS
from dialog.reply.aspects import asks, aspects_of
from dialog.reply.cues import wishes_firmly
from dialog.reply.own_goods import of_people, sells
from dialog.reply.question import Exchange
from dialog.reply.wished import purchase_of
from knowledge.answers.recommend import suggest
from knowledge.snapshot import Snapshot
from knowledge.text import is_english, normalise
from knowledge.types import Term

_LONGEST = 60
"""Characters beyond which a text is a wish of its own."""
_LISTED = 90
"""The same of an English text that may name several fields."""
_BACK = 3
"""Exchanges that only named a field, over which the wish may lie back."""
_FIELD = re.compile(
    r"(?:那|还|请|帮我|给我|有没有|有|换成|换|来|要|看看?|找|几[个家款]|[一1]?[个家款些点]"
    r"|跟|和|做|关于|[, ])*"
    r"(?P<field>[^,。?!]{2,10}?)(?:方面|行业|领域|场景|相关|类|有关)*"
    rf"(?P<named>的)?{ITEMS}(?:有没有|有)?(?P<end>(?:吗|么|呢)*)[.?!。 ]*"
)
_ASKING = re.compile(r"^(?:那|还|请|[, ])*(?:有没有|有|换|来|看看?|找|要)")
_OF_SECTOR = re.compile(r"(?:行业|领域|方面)(?:的|有没有|有|呢|吗|么|[?。! ])*$")
_SECTOR = re.compile(r"方面|行业|领域|场景|相关|类|数据|的(?:呢|有|吗|么|[?。! ]|$)")
_NAMED = re.compile(
    r"(?P<lead>(?:(?:what|how) about +|(?:do you have )?any(?:thing)? (?:on|for|about|in) +"
    r"|something (?:on|for|about|in) +|(?:let's )?try +|say +)?)(?:the )?"
    r"(?P<field>[a-z][a-z &/'-]{2,40}?)(?: (?:data|field|sector|industry|products?|datasets?))?"
    r"(?: (?:in general|generally))?(?P<mark>,? (?:then|instead|maybe|perhaps))?[?.! ]*"
)
_OPENING = re.compile(r"(?:(?:ok(?:ay)?|so|and|or|then|well|fine|maybe|perhaps|no|hm+)[,.]? +)+")
_SPLIT = re.compile(r"[?;,.]+(?: |$)|\b(?:or|and)\b(?= )")
_NO_FIELD = re.compile(
    r"\b(?:i|we|you|it|its|that|this|these|those|them|they|how|what|why|who|when|where|which|is|are|do"
    r"|does|did|can|could|will|would|should|may|please|thanks?|thank|yes|yeah|no|nothing|person|staff"
    r"|human|somebody|someone|prices?|costs?|fees?|help|contact|buy|sell|sorry|bye|goodbye|hello"
    r"|sure|great|good|later|else|forget|never|back|same|more|another|other)\b"
)
_MOST_WORDS = 4


def field_named(text: str) -> tuple[str, bool] | None:
    """The field that a text names, and whether it says that its things are wished for (交通的)."""
    read = _FIELD.fullmatch(text) if len(text) <= _LONGEST else None
    if read is None:
        return None
    wishes = _ASKING.match(text) is not None
    if not wishes and not read["end"]:
        return None
    name = read["field"]
    if asks(name) or aspects_of(name):
        return None
    return name, read["named"] is not None or _OF_SECTOR.search(text) is not None


def names_matter(name: str, snapshot: Snapshot) -> bool:
    """Whether a field's name is that of a thing of the desk (合同), and not of a scene (餐饮)."""
    terms = snapshot.pack.all(Term)
    linked = (terms.get(m.entity) for m in snapshot.graph.names.link(name))
    return any(term is None or term.kind != "scene" for term in linked)


def another_field(text: str, exchanges: Sequence[Exchange], snapshot: Snapshot) -> str:
    """The field that a text names instead of one for which the catalogue had nothing: the desk
    asked for it. Empty where it names none, or a matter of the desk."""
    if not exchanges or not _found_nothing(exchanges):
        return ""
    plain = normalise(text).strip()
    if sells(plain) or snapshot.at_once(text) is not None:
        return ""
    if is_english(plain):
        return _english_field(plain) if len(plain) <= _LISTED else ""
    named = field_named(plain)
    if named is None or of_people(named[0]):
        return ""
    if named[1] or _held(named[0], snapshot):
        return named[0]
    ours = names_matter(named[0], snapshot) or snapshot.matters.name_in(named[0])
    return named[0] if _SECTOR.search(plain) and not ours else ""


def _english_field(text: str) -> str:
    opening = _OPENING.match(text)
    text = text[opening.end() :] if opening is not None else text
    parts = [p.strip() for p in _SPLIT.split(text) if p.strip()]
    read = [_NAMED.fullmatch(p) for p in parts]
    fields = [r["field"] for r in read if r is not None]
    if not fields or len(fields) < len(parts) or any(map(_NO_FIELD.search, fields)):
        return ""
    if any(len(f.split()) > _MOST_WORDS for f in fields):
        return ""
    first = read[0]
    marked = opening is not None or (first is not None and bool(first["lead"] or first["mark"]))
    kept = [f for f in fields if not of_people(f)]
    return ", ".join(kept) if marked or text.endswith("?") else ""


def _held(name: str, snapshot: Snapshot) -> bool:
    """Whether a product of the catalogue is of a field of that name."""
    found = suggest(name, snapshot.products.values(), snapshot.index.segmenter)
    return any(s.named for s in found)


def _found_nothing(exchanges: Sequence[Exchange]) -> bool:
    """Whether the last reply said that the catalogue has nothing of what was wished for."""
    for place in range(len(exchanges) - 1, max(-1, len(exchanges) - _BACK - 1), -1):
        exchange = exchanges[place]
        if exchange.outcome != "unknown" or exchange.entries:
            return False
        asked = exchange.question
        if (wishes_firmly(asked) or purchase_of(asked)) and not sells(asked):
            return True
        plain = normalise(asked).strip()
        named = _english_field(plain) if is_english(plain) else field_named(plain)
        if not named:
            return False
    return False
