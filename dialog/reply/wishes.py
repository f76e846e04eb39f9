"""A wish for catalogue items: what it is for, how it goes on (others, another field, cheaper), and
what is asked of the items that it showed.

The catalogue holds no prices. What was shown stands in the exchanges, by its ids.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal

import msgspec

from dialog.reply.again import END, ITEMS, LEAD, asks_for_some, asks_more
from dialog.reply.aspects import asks
from dialog.reply.choosing import asks_to_choose
from dialog.reply.corrected import Corrected, corrected
from dialog.reply.cues import wishes_firmly, wishes_for_data_alone, wishing_part
from dialog.reply.fields_named import another_field, field_named, names_matter
from dialog.reply.item_questions import ItemQuestion, by_pronoun, item_question
from dialog.reply.item_sides import ItemSide
from dialog.reply.policy import OfItems, Recommend
from dialog.reply.question import Exchange
from dialog.reply.things_wished import without_shown
from dialog.reply.wished import Wish, field_recommended, purchase_of, told_of
from knowledge.answers.recommend import Suggestion, suggest
from knowledge.snapshot import Snapshot
from knowledge.text import normalise
from knowledge.types import ClosedList, Intent, Procedure

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

_OPEN = re.compile(
    r"(?P<use>[^,。?!]{2,12}?)(?:方面|行业|领域|场景|这1?块|相关)?的?"
    r"(?:我们?|咱们?|在|你们?|这[里儿边]?|那[里儿边]|平台上?|交易所|目录里?|都|还|现在)*"
    r"(?:能|可以|可)(?:在|从|跟|你们?|这[里儿边]?|平台上?|交易所|目录里?)*(?:买|采购|购买|拿|找)(?:得?到|些|点)*"
    r"(?:什么|啥|哪些|哪几[个种])(?:样的)?(?:数据产品|数据集?|产品|东西|语料|接口)?[吗呢啊呀?。! ]*"
    r"|(?:[^。?!]{0,20}[,，])?"
    r"(?:我们?|咱们?|就?是?想|要|看一?看|看看|看|了解|找|用|一?[点些])*"
    r"(?P<thing>(?![你您我咱这那])[^,。?!]{2,12}?)的?(?:数据)?[,，]?"
    r"(?:在|你们?|这[里儿边]?|那[里儿边]?|平台上?)*"
    r"(?:能不能|可不可以|能|可以|可)(?:在)?(?:你们?|这[里儿边]?|平台上?)?(?:买|找|拿)(?:得?到|来)?"
    r"[吗么嘛呢?。! ]*"
    r"|[^.?!]*?\b(?:what|anything|something|which products?)\b[^.?!]{0,20}?"
    r"(?:\b(?:can|could|may|might|should) (?:i|we|one|they|you)(?: \w+)?"
    r" (?:buy|get|purchase|find|offer)"
    r"|\bdo you (?:have|sell|offer)|\b(?:is|are) (?:there|on offer|available|for sale))"
    r"\b[^.?!]{0,20}?\b(?:for|in|on|about) (?P<field>[a-z][a-z0-9 '-]{2,50})[?.! ]*"
)
"""Who asks what there is to get for a use, or whether a thing is there to get: 航运方面能买到什么,
景区热度能买到吗, what can I buy for shipping."""
_ELSEWHERE = re.compile(
    r"股票|股份|股权|基金|债券|期货|彩票|房子|币"
    r"|\b(?:stocks?|shares?|equit(?:y|ies)|bonds?|funds?|futures|crypto\w*|\w*coins?|lottery)\b"
)
"""What is bought elsewhere."""


def wish_of(text: str, guessed: Intent, snapshot: Snapshot) -> Wish | None:
    """What a text wishes for in plain words, if the catalogue has anything for it. ``guessed``:
    what the intent model takes it for."""
    text = snapshot.wish_mended(text)
    asked = normalise(text).strip()
    if len(asked) <= _LONGEST and _PRICE_OF.fullmatch(asked):
        named = _all_named(_items(text, "recommend_product", snapshot))
        return Wish("recommend_product", named, side="price") if named else None
    open_wish = _open_wish(asked, snapshot)
    if open_wish is not None or not (wishes_firmly(text) or purchase_of(text)):
        return open_wish
    return _wish(text, asked, guessed, snapshot)


def _open_wish(asked: str, snapshot: Snapshot) -> Wish | None:
    """The wish of who asks what there is to get for a use, where items name that use."""
    read = _OPEN.fullmatch(asked) if len(asked) <= _LONGEST * 2 else None
    if read is None or _ELSEWHERE.search(asked):
        return None
    use = read["use"] or read["thing"] or read["field"]
    named = _all_named(_items(use, "recommend_product", snapshot))
    wish = Wish("recommend_product", named, plain=True, text=use, buys=True, open=True)
    return wish if named else None


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
    plainly = purchase_of(text) and _ELSEWHERE.search(asked) is None
    likely = guessed == "recommend_product" and not wishes_for_data_alone(text)
    if buys and (plainly or likely):
        # Nothing of the kind is there; that is told before what the law says of it.
        return Wish("recommend_product", plain=plainly, text=text, buys=True, open=plainly)
    field = field_recommended(asked) if guessed == "recommend_product" and not found else ""
    return Wish(guessed, text=text, field=field) if found or field else None


def _items(text: str, what: Intent, snapshot: Snapshot) -> list[Suggestion]:
    items = (snapshot.products if what == "recommend_product" else snapshot.vendors).values()
    return suggest(wishing_part(text), items, snapshot.index.segmenter)


def _all_named(found: Sequence[Suggestion]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for s in found for name in s.named))


def wished_on(
    text: str, exchanges: Sequence[Exchange], snapshot: Snapshot
) -> OfItems | Recommend | None:
    """What a text asks of catalogue items that were shown, or wishes for after them; ``None`` when
    it does neither."""
    of_items = item_asked(text, exchanges, snapshot)
    if of_items is not None:
        return of_items
    shown, wish, what = _shown(exchanges, snapshot)
    if what is None:
        return _wished_before(text, exchanges, snapshot)
    text = without_shown(normalise(text).strip())
    if len(text) > _LONGEST:
        return None
    if (instead := corrected(text, exchanges)) is not None:
        # A whole question is one on a matter, whatever was shown before it.
        return None if asks(instead.meant) else _instead(instead, what, snapshot)
    if _priced(text):
        return Recommend(1.0, what, wish=wish, shown=shown, side="price")
    if asks_more(text) or asks_for_some(text):
        return Recommend(1.0, what, wish=wish, shown=shown, side="more")
    field = field_named(text)
    if field is None:
        return None
    name, plainly = field
    found = _items(name, what, snapshot)
    if found and (plainly or found[0].named):
        return Recommend(1.0, what, wish=name)
    if plainly and snapshot.at_once(text) is None and not names_matter(name, snapshot):
        return Recommend(1.0, what, wish=name, side="more")
    return None


def _wished_before(
    text: str, exchanges: Sequence[Exchange], snapshot: Snapshot
) -> Recommend | None:
    """The wish of the question before, for which nothing was shown, where some of it or another
    kind (潮汐的呢) are asked for."""
    if field := another_field(text, exchanges, snapshot):
        return Recommend(1.0, "recommend_product", wish=field, side="more")
    named = field_named(without_shown(normalise(text).strip()))
    other = named[0] if named is not None and named[1] and not asks_for_some(text) else ""
    if not exchanges or not (other or asks_for_some(text)):
        return None
    before = exchanges[-1].question
    wish = wish_of(before, "recommend_product", snapshot)
    if wish is None and wishes_firmly(before):
        wish = Wish("recommend_product", text=before)
    if wish is None or wish.what not in _SHOWN:
        return None
    return Recommend(1.0, wish.what, wish=other or wish.text or before, side="more")


def _instead(correction: Corrected, what: Intent, snapshot: Snapshot) -> Recommend:
    """What is wished for instead of what was shown: items that name it and not what is denied."""
    found = _items(correction.meant, what, snapshot)
    meant = [s for s in found if s.named and correction.denied not in s.named]
    others = tuple(s.item.id for s in found if s not in meant)
    return Recommend(1.0, what, correction.meant, others, side="" if meant else "none")


class _Listed(msgspec.Struct):
    """The catalogue items shown last, as the exchanges since then have left them. ``spoken_of``:
    those that the question before was about, and ``sides`` what it asked of them. ``between``:
    exchanges on other matters since. ``told``: whether one of these told a list of its own.
    ``asked``: the exchanges that asked something of the items."""

    items: tuple[str, ...] = ()
    spoken_of: tuple[str, ...] = ()
    sides: tuple[ItemSide, ...] = ()
    between: int = 0
    told: bool = False
    asked: tuple[Exchange, ...] = ()

    def asked_on(self, asked: ItemQuestion) -> tuple[ItemSide, ...]:
        """The sides of a question, those of the one before it where it names none."""
        before: tuple[ItemSide, ...] = tuple(s for s in self.sides if s != "compare")
        return before if asked.onward and before else asked.sides


_BACK = 4
"""Exchanges on other matters over which a list that was shown may still be pointed into."""
_OWN_SIDES: frozenset[ItemSide] = frozenset(("owner", "update", "trial"))
"""Sides that the items of no told list have."""
_OF_PRODUCTS: frozenset[ItemSide] = frozenset(("coverage", "span"))
"""Sides that say of a product what is a field of its own of a vendor."""
_ANY_SIDES: frozenset[ItemSide] = frozenset(("about", "other", "compare"))
"""Sides that anything has which was told since."""


def item_asked(text: str, exchanges: Sequence[Exchange], snapshot: Snapshot) -> OfItems | None:
    """What a text asks of catalogue items that were shown, by their places or of the one spoken of;
    ``None`` when it is no such question, or when something told since is meant."""
    listed = _listed(exchanges, snapshot)
    asked = item_question(by_pronoun(text, told_of(listed.items, exchanges, snapshot)))
    if not listed.items or asked is None or not _still_meant(asked, listed):
        return None
    if not asked.counts and _asks_of_the_wish(text):
        return None
    sides = listed.asked_on(asked)
    of_kind = [i for i in listed.items if _of_kind(i, asked, snapshot)]
    items = of_kind or list(listed.items)
    reply = OfItems(
        1.0, sides, (), len(items), listing=_listing_of(items, snapshot), earlier=listed.between > 0
    )
    if not (asked.counts or asked.every):
        if reply.listing == "vendor" and set(sides) <= _OF_PRODUCTS:
            # 上海的有吗 wishes for others.
            return None
        # What is held of none need not be asked of one.
        if asked.it and len(listed.spoken_of) > 1 and sides != ("span",):
            return reply
        return msgspec.structs.replace(reply, items=tuple((0, i) for i in listed.spoken_of))
    places = asked.among(len(items))
    beyond = [p for p in places if not 0 < p <= len(items)]
    if beyond:
        return msgspec.structs.replace(reply, beyond=beyond[0])
    if sides == ("compare",) and len(places) == 1 and len(listed.spoken_of) == 1:
        # With the one spoken of: 和第2个有什么区别.
        before = [items.index(i) + 1 for i in listed.spoken_of if i in items]
        places = tuple(dict.fromkeys((*before, *places)))
    return msgspec.structs.replace(reply, items=tuple((p, items[p - 1]) for p in places))


def _listing_of(items: Sequence[str], snapshot: Snapshot) -> Literal["product", "vendor", "item"]:
    if all(i in snapshot.products for i in items):
        return "product"
    return "vendor" if all(i in snapshot.vendors for i in items) else "item"


def _still_meant(asked: ItemQuestion, listed: _Listed) -> bool:
    """Whether a question is about the list at all, and not about what was told since."""
    if listed.between == 0:
        # Of one thing there is no difference.
        return asked.sides != ("compare",) or asked.counts or len(listed.spoken_of) > 1
    if listed.between > _BACK or not asked.counts:
        return False
    if asked.noun or _OWN_SIDES & set(asked.sides):
        return True
    return not listed.told and not set(asked.sides) <= _ANY_SIDES


def _of_kind(item: str, asked: ItemQuestion, snapshot: Snapshot) -> bool:
    if asked.noun == "vendor":
        return item in snapshot.vendors
    return asked.noun == "" or item in snapshot.products


def _listed(exchanges: Sequence[Exchange], snapshot: Snapshot) -> _Listed:
    """The catalogue items shown last."""
    listed = _Listed()
    for exchange in exchanges:
        items = tuple(
            e for e in exchange.entries if e in snapshot.products or e in snapshot.vendors
        )
        if exchange.outcome == "smalltalk" or (not exchange.entries and _onward(exchange)):
            continue
        asked = item_question(exchange.question) if listed.items else None
        if asked is not None and set(exchange.entries) <= set(listed.items):
            if items:
                listed.spoken_of, listed.between, listed.told = items, 0, False
                listed.sides = listed.asked_on(asked)
            listed.asked = (*listed.asked, exchange)
        elif items:
            listed = _Listed(items, items, asked=listed.asked)
        else:
            listed.between += 1
            listed.told = listed.told or _told_a_list(exchange, snapshot)
    return listed


def _told_a_list(exchange: Exchange, snapshot: Snapshot) -> bool:
    told = (snapshot.index.target(entry) for entry in exchange.entries)
    return any(t is not None and isinstance(t.document, ClosedList | Procedure) for t in told)


def _onward(exchange: Exchange) -> bool:
    """Whether an exchange asked for others, or for cheaper ones."""
    return asks_more(exchange.question) or _priced(exchange.question)


def _asks_of_the_wish(text: str) -> bool:
    """Whether a text goes on with the wish, or asks for a choice, rather than for a side."""
    return _priced(text) or asks_more(text) or asks_to_choose(text)


def _priced(text: str) -> bool:
    """Whether a text asks for nothing but cheaper things."""
    text = normalise(text).strip()
    return len(text) <= _LONGEST and _PRICED.fullmatch(text) is not None


def _shown(
    exchanges: Sequence[Exchange], snapshot: Snapshot
) -> tuple[tuple[str, ...], str, Intent | None]:
    """What the catalogue has shown for one wish, the wish, and its kind."""
    shown: list[str] = []
    what: Intent | None = None
    of_items = _listed(exchanges, snapshot).asked
    for exchange in reversed(exchanges):
        if exchange.outcome == "smalltalk" or exchange in of_items:
            continue
        text = normalise(exchange.question).strip()
        onward = _onward(exchange)
        kind = _kind(exchange, snapshot)
        if kind is None and not onward:
            break
        if kind is not None and what not in (None, kind):
            break
        what = kind or what
        shown.extend(e for e in exchange.entries if e in snapshot.products or e in snapshot.vendors)
        if kind is not None and not onward:
            return tuple(shown), _named_or_all(text), what
    return (), "", None


def _named_or_all(text: str) -> str:
    field = field_named(text)
    return field[0] if field is not None else text


def _kind(exchange: Exchange, snapshot: Snapshot) -> Intent | None:
    if not exchange.entries:
        return None
    if any(e in snapshot.products for e in exchange.entries):
        return "recommend_product"
    return "recommend_vendor" if any(e in snapshot.vendors for e in exchange.entries) else None
