"""Which of several things that a wish for data names the catalogue has nothing of: 商圈客流和常住人
口的数据. Pure.

What is shown for one of them is no answer to the other, and who is shown samples takes them for
all that was wished for.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from knowledge.answers.recommend import Suggestion, suggest
from knowledge.text import Segmenter, is_english, normalise
from knowledge.types import Product, Vendor

_WISHED = re.compile(
    r"(?:想|要|需要?|打算|准备|求|[，,。 ])*"
    r"(?:买|采购|购买|求购|找|看看?|弄|搞|有没有|有|要|需要?|推荐|用)"
    r"(?:[一1]?(?:点儿?|些|份|批|套|个|下)|到|得到)*"
    r"(?P<things>[^,，。;；?？!！买]{3,40}?)(?:的|之类|这些|这类|这[两2二3三]?[种类样个])*"
    r"(?:数据(?:集|产品|包)?|语料|接口|报告|指数)"
)
_WISHED_ENGLISH = re.compile(
    r"\b(?:buy|purchase|find|get|need|want|have|for|any|some)\s+(?:(?:some|any|the|both|your)\s+)?"
    r"(?!to\b)(?P<things>[a-z][a-z -]{2,60}? (?:and|or|plus) [a-z][a-z -]{1,40}?)\s+"
    r"(?:data(?:sets?)?|apis?|reports?|products?)\b"
    r"|\bdata(?:sets?)? (?:on|about|of|for) (?P<on>[a-z][a-z -]{2,60}? (?:and|or|plus)"
    r" [a-z][a-z -]{1,40})"
)
_APART = re.compile(r"(?:还有|以及|加上|或者?|和|与|及|跟|、)(?:那个|这个|[一1]?些)?")
_APART_ENGLISH = re.compile(r"\s*(?:,|\b(?:and|or|plus)\b)\s*")
_OWN = re.compile(r"^(?:[一1]?(?:点|些)|你们的?|上海的?|关于|有关)+|(?:的|这些|之类)+$")
_LEAST, _MOST = 2, 14
"""Characters that a thing has; English has thrice as many at most."""
_SEVERAL = 2
_NO_THING = re.compile(
    r"[我咱你您他她它这那哪谁什怎几]|价格?|怎么|使用|授权|合同|交易|购买|一下|\b(?:i|we|our|my|you|your|buy|sell|use)\b"
)
"""What no kind of data is called."""

_OF_SHOWN = re.compile(
    r"(?<=.)[?,。!;]+ *(?:可|但|你)*(?:给的?|看|出的?)?(?:这|那|上面|刚才)"
    r"(?:[两2二3三几]?[个款种条]|些)?"
    r"(?:都|也|全|只|就|光|仅)*(?:不)?(?:是|有|讲|说)[^?]{1,16}$"
)
"""What only says of the items shown what they are of: 人口的呢？这两个都只是客流啊."""


def without_shown(text: str) -> str:
    """A normalised text without what it says at its end of the items that were shown."""
    return _OF_SHOWN.sub("", text)


def lacking(question: str, products: Iterable[Product], segmenter: Segmenter) -> tuple[str, ...]:
    """The things, as they are wished for, that no product is of; none where fewer than two are
    named, or none of them is there."""
    things = things_wished(question)
    held = list(products)
    missing = tuple(t for t in things if not suggest(_as_wish(t), held, segmenter))
    return missing if len(missing) < len(things) else ()


def of_each(
    question: str,
    found: Sequence[Suggestion],
    items: Sequence[Product | Vendor],
    segmenter: Segmenter,
) -> list[Suggestion]:
    """What was found for a wish, and where it names several things, the best for each of which
    nothing is among it."""
    shown = list(found)
    for thing in things_wished(question):
        own = suggest(_as_wish(thing), items, segmenter)
        ids = {s.item.id for s in shown}
        if own and not any(s.item.id in ids for s in own):
            shown.append(own[0])
    return shown


def _as_wish(thing: str) -> str:
    return f"{thing} data" if is_english(thing) else f"{thing}数据"


def things_wished(question: str) -> tuple[str, ...]:
    """The several kinds of data that a wish names beside one another; empty for fewer than two."""
    text = normalise(question)
    english = is_english(text)
    read = (_WISHED_ENGLISH if english else _WISHED).search(text)
    if read is None:
        return ()
    named = read["things"] or (read["on"] if english else "")
    split = (_APART_ENGLISH if english else _APART).split(named)
    things = tuple(dict.fromkeys(_OWN.sub("", t.strip()) for t in split))
    most = _MOST * 3 if english else _MOST
    fit = all(_LEAST <= len(t) <= most and not _NO_THING.search(t) for t in things)
    return things if len(things) >= _SEVERAL and fit else ()
