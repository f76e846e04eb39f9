"""A wish for catalogue items: what it is for, and how it goes on (others, another field, cheaper).

The catalogue holds no prices. What was shown stands in the exchanges, by its ids.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from dialog.reply.again import END, ITEMS, LEAD, asks_more
from dialog.reply.aspects import asks, aspects_of
from dialog.reply.cues import wishes_firmly, wishes_for_data_alone, wishing_part
from dialog.reply.item_details import detail_of
from dialog.reply.policy import Recommend, Wish
from dialog.reply.question import Exchange
from knowledge.answers.recommend import Suggestion, suggest
from knowledge.library import Snapshot
from knowledge.text import normalise
from knowledge.types import Intent

_LONGEST = 60
"""Characters beyond which a text is a wish of its own."""
_PRICED = re.compile(
    f"{LEAD}(?:有没有|有|来|要|换|找|哪[个家款]|挑|推荐)*(?:[一1]?个|[一1]?家|些|点)?(?:更|最|稍微|比较)?"
    r"(?:便宜|实惠|划算|优惠|省钱|贵|低价|免费)(?:不贵|不便宜)?(?:[一1]?(?:点|些))?(?:儿)?(?:的)?"
    f"{ITEMS}{END}"
    r"|(?:and |is there |are there |do you have |which (?:one )?is |show me "
    r"|any(?:thing)? |the |an? )*"
    r"(?:cheap(?:er|est)?|free|less expensive)(?: (?:ones?|options?))?[.?! ]*"
)
_FIELD = re.compile(
    r"(?:那|还|请|帮我|给我|有没有|有|换|来|要|看看?|找|几[个家款]|[一1]?[个家款些点]"
    r"|跟|和|做|关于|[, ])*"
    r"(?P<field>[^,。?!]{2,10}?)(?:方面|行业|领域|场景|相关|类|有关)*"
    rf"(?P<named>的)?{ITEMS}(?:有没有|有)?(?P<end>(?:吗|么|呢)*)[.?!。 ]*"
)
_ASKING = re.compile(r"^(?:那|还|请|[, ])*(?:有没有|有|换|来|看看?|找|要)")

_THING = r"(?:数据产品|数据集|数据包|数据|产品|接口|语料库?|报告|指数|工具)"
_PRICE_OF = re.compile(
    r"(?:请问|问[一1]?下|想问|你们|这里|这边|目录里|平台上|那个?|[, ])*"
    rf"[^,。?!我咱]{{2,14}}?{_THING}(?:的|是|要|都|大概|一般|[一1]?(?:个|份|条|年|个月|次))*"
    r"(?:怎么卖|怎么收费|咋卖|多少钱|几块钱|什么价(?:格|位|钱)?|贵不贵|贵吗"
    r"|(?:价格|价钱|报价|售价)(?:是)?(?:多少|怎么样|贵不贵|高不高)?)"
    r"(?:[一1]?(?:个|份|条|年|个?月|次))?[吗么呢啊呀的]*[?。! ]*"
    r"|(?:hi|hello|and|so|[, ])*(?:how much (?:is|are|does|do|for)|what does"
    r"|(?:what(?:'s| is) the )?price (?:of|for)) (?:the |an? |your )?[a-z -]{3,40}?"
    r" (?:data(?: ?sets?| products?)?|api|feed|reports?|corpus)(?: costs?)?[?.! ]*"
)
"""Who asks what a thing out of the catalogue costs; 我们的数据值多少钱 asks for something else."""

_SHOWN: frozenset[Intent] = frozenset(("recommend_product", "recommend_vendor"))
_NOUNS: dict[Intent, re.Pattern[str]] = {
    "recommend_vendor": re.compile(
        r"公司|律所|律师|机构|服务商|数商|团队|中介|\b(?:compan(?:y|ies)|firms?|vendors?|providers?"
        r"|lawyers?|agenc(?:y|ies))\b"
    ),
    "recommend_product": re.compile(
        r"(?:买|找|有没有|求购|推荐).{0,16}(?:数据(?![出安合治交])|语料|语音|接口|报告|指数)"
        r"|\b(?:datasets?|corpus|corpora|apis?|feeds?|data(?! (?:security|protection|export"
        r"|exchange|breach|law|leak|trad\w+|asset\w*|governance|compliance|transfer|right\w*|merchant\w*"
        r"|vendor\w*)))\b"
    ),
}
"""What a wish is for, where it is named: somebody who does a thing, or the thing."""


_BUYING = re.compile(
    r"(?:想要?|要|打算|准备|需要)购?买|求购|采购|购买|有.{1,10}卖[吗么没]?|\b(?:buy|purchase)\b"
)
"""What says that somebody wants to get data, not only to see what there is."""


def wish_of(text: str, guessed: Intent, snapshot: Snapshot) -> Wish | None:
    """What a text wishes for in plain words, if the catalogue has anything for it. ``guessed``:
    what the intent model takes it for."""
    text = snapshot.wish_mended(text)
    asked = normalise(text).strip()
    if len(asked) <= _LONGEST and _PRICE_OF.fullmatch(asked):
        named = _all_named(_items(text, "recommend_product", snapshot))
        return Wish("recommend_product", named, side="price") if named else None
    if not wishes_firmly(text):
        return None
    return _wish(text, asked, guessed, snapshot)


def _wish(text: str, asked: str, guessed: Intent, snapshot: Snapshot) -> Wish | None:
    found = _items(text, guessed, snapshot) if guessed in _SHOWN else []
    buys = _BUYING.search(asked) is not None
    if found and found[0].named:
        plain = _NOUNS[guessed].search(asked) is not None
        return Wish(guessed, _all_named(found), plain=plain, text=text, buys=buys)
    for what, noun in _NOUNS.items():
        named = _all_named(_items(text, what, snapshot)) if noun.search(asked) else ()
        if named:
            return Wish(what, named, plain=True, text=text, buys=buys)
    if buys and guessed == "recommend_product" and not wishes_for_data_alone(text):
        # Nothing of the kind is there; that is told before what the law says of it.
        return Wish(guessed, text=text, buys=True)
    return Wish(guessed, text=text) if found else None


def _items(text: str, what: Intent, snapshot: Snapshot) -> list[Suggestion]:
    items = (snapshot.products if what == "recommend_product" else snapshot.vendors).values()
    return suggest(wishing_part(text), items, snapshot.index.segmenter)


def _all_named(found: Sequence[Suggestion]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for s in found for name in s.named))


def wished_on(text: str, exchanges: Sequence[Exchange], snapshot: Snapshot) -> Recommend | None:
    """What a text wishes for after catalogue items were shown; ``None`` when it is no such wish."""
    shown, wish, what = _shown(exchanges, snapshot)
    if what is None:
        return None
    text = normalise(text).strip()
    if len(text) > _LONGEST:
        return None
    if _PRICED.fullmatch(text):
        return Recommend(1.0, what, wish=wish, shown=shown, side="price")
    if asks_more(text):
        return Recommend(1.0, what, wish=wish, shown=shown, side="more")
    detail = detail_of(text) if what == "recommend_product" else ""
    if detail:
        return Recommend(1.0, what, wish=wish, shown=shown, side=detail)
    field = _field(text)
    if field is None:
        return None
    name, plainly = field
    found = _items(name, what, snapshot)
    if found and (plainly or found[0].named):
        return Recommend(1.0, what, wish=name)
    if plainly and snapshot.at_once(text) is None and not snapshot.graph.names.link(name):
        return Recommend(1.0, what, wish=name, side="more")
    return None


def _field(text: str) -> tuple[str, bool] | None:
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
    return name, read["named"] is not None


def _shown(
    exchanges: Sequence[Exchange], snapshot: Snapshot
) -> tuple[tuple[str, ...], str, Intent | None]:
    """What the catalogue has shown for one wish, the wish, and its kind."""
    shown: list[str] = []
    what: Intent | None = None
    for exchange in reversed(exchanges):
        if exchange.outcome == "smalltalk":
            continue
        text = normalise(exchange.question).strip()
        onward = asks_more(text) or _PRICED.fullmatch(text) or detail_of(text)
        kind = _kind(exchange, snapshot)
        if kind is None and not onward:
            break
        if kind is not None and what not in (None, kind):
            break
        what = kind or what
        shown.extend(e for e in exchange.entries if e in snapshot.products or e in snapshot.vendors)
        if kind is not None and not onward:
            return tuple(shown), _field_or_all(text), what
    return (), "", None


def _field_or_all(text: str) -> str:
    field = _field(text)
    return field[0] if field is not None else text


def _kind(exchange: Exchange, snapshot: Snapshot) -> Intent | None:
    if not exchange.entries:
        return None
    if any(e in snapshot.products for e in exchange.entries):
        return "recommend_product"
    return "recommend_vendor" if any(e in snapshot.vendors for e in exchange.entries) else None
