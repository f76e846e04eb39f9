"""Catalogue items for a need: by words, scene and kind, each with the reason why it is shown."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

import msgspec

from knowledge.text import STOP_WORDS_EN, Segmenter, normalise
from knowledge.types import Product, Vendor

_FILLER = STOP_WORDS_EN | frozenset(
    (
        *(
            "数据",
            "产品",
            "推荐",
            "有没有",
            "哪些",
            "什么",
            "数商",
            "服务商",
            "服务",
            "介绍",
            "一个",
            "数据集",
            "公司",
            "机构",
            "事务所",
        ),
        *(
            "找",
            "想",
            "买",
            "需要",
            "可以",
            "能",
            "家",
            "吗",
            "好",
            "上海",
            "交易所",
            "方面",
            "全国",
        ),
        *("data", "product", "products", "dataset", "datasets", "vendor", "recommend", "looking"),
        *("show", "find", "service", "company", "firm", "merchant", "merchants", "help", "china"),
    )
)
_STRONG = 2.0
_KINDLESS = frozenset(
    (
        *("行业", "领域", "场景", "方面", "相关", "这类", "那类", "一类", "有关", "之类", "各类"),
        *("这种", "那种", "这样", "那样", "这些", "实时", "在线", "走势"),
        *("类型", "最近", "最新", "全量", "一份", "一批", "一些", "几个", "适合", "想要"),
    )
)
"""Words before the thing that do not say of what kind it is."""
_THING = re.compile(
    r"(?P<before>[^,，。;；!！?？、数据]{2,16})(?:数据|语料|接口)(?!安全|出境|合规|治理|交易|交易所|商|跨境)"
    r"|(?P<kind>(?:[a-z0-9'-]+ ){1,4})(?:data|datasets?|corpus|corpora)\b(?! (?:on|about|of) )"
    r"|\b(?:data|datasets?|corpus|corpora) (?:on|about|of) (?P<on>[a-z0-9'-]+(?: [a-z0-9'-]+)?)"
)
"""Data of a kind, as a wish names it; what is nearest to the noun says of which kind."""
_DEED = re.compile(r".*(?:(?:帮|替|给|为)(?:我们?|咱们?|忙)|[做搞](?![市空工客法]))", re.DOTALL)
"""What somebody is to do with data; what stands before it does not say of which kind they are."""
_HOUSE = re.compile(
    r"(?P<name>[^\W\d_]+)事务所|(?P<short>律|会计|税务?|审计|评估|专利|商标)所(?![有以在需谓属得])"
)
"""A house of a profession: 会计师事务所, 律所."""
_SHORT = {"律": "律师", "税": "税务"}
_PARTICLES = frozenset("的用做找买要有想个些份点给我在和与或及")
_NEAREST = 2
"""Words next to the noun that say of which kind data are: the last two of 新能源车险出险数据."""


class Suggestion(msgspec.Struct, frozen=True):
    """A catalogue item with the words of the question that speak for it. ``named``: those among
    them that are a field or a use of the item, not only a word of its description."""

    item: Product | Vendor
    reasons: tuple[str, ...]
    score: float
    named: tuple[str, ...] = ()


def suggest(
    question: str, items: Iterable[Product | Vendor], segmenter: Segmenter, *, limit: int = 3
) -> list[Suggestion]:
    """The items that fit a question best; only those with at least one reason, and where some are
    named outright, only those and what is for a use that the question names."""
    asked = [w for w in segmenter.words(question) if w not in _FILLER and len(w) > 1]
    text = normalise(question)
    kinds = _kinds(text, segmenter)
    houses = _houses(text, segmenter)
    found: list[Suggestion] = []
    for item in items:
        strong = [*item.scenes, *item.keywords]
        strong += [] if isinstance(item, Product) else [*item.classes, *item.services]
        named = tuple(s for s in strong if _stands(normalise(s), text))
        kind = item.kind if isinstance(item, Product) else ""
        whole = normalise(" ".join((item.name, item.description, kind, *strong)))
        if houses and (isinstance(item, Product) or not any(h in whole for h in houses)):
            continue
        weak = [w for w in asked if _stands(w, whole)]
        score = _STRONG * len(named) + len(weak)
        if score > 0 and _of_kind(kinds, named, whole):
            shown = tuple(dict.fromkeys([*named, *weak]))[:3]
            found.append(Suggestion(item, shown, score, named))
    if any(s.named for s in found):
        found = [s for s in found if s.named or _in_a_scene(s)]
    found.sort(key=lambda s: (-s.score, s.item.id))
    return found[:limit]


def _kinds(text: str, segmenter: Segmenter) -> list[tuple[str, ...]]:
    """For each thing that a wish names the words that say of which kind it is."""
    found: list[tuple[str, ...]] = []
    for thing in _THING.finditer(text):
        before, latin = _DEED.sub("", thing["before"] or ""), thing["kind"] or thing["on"]
        words = latin.split() if latin else _joined(segmenter.words(before))
        telling = [w for w in words if len(w) > 1 and w not in _FILLER and w not in _KINDLESS]
        if telling:
            found.append(tuple(telling[-_NEAREST:]))
    return found


def _houses(text: str, segmenter: Segmenter) -> tuple[str, ...]:
    """The professions of the houses that a wish names: a law firm is nothing for who wishes for an
    accounting firm, whatever else it does."""
    found: list[str] = []
    for house in _HOUSE.finditer(text):
        if house["short"]:
            found.append(_SHORT.get(house["short"], house["short"]))
            continue
        word = segmenter.words(house["name"])[-1:]
        name = "".join(word)
        if len(name) > 1 and name not in _FILLER and name not in _KINDLESS:
            found.append(name[:-1] if len(name) > 2 and name.endswith("师") else name)
    return tuple(found)


def _joined(words: Sequence[str]) -> list[str]:
    """Words, with lone characters beside each other as one: a name that no dictionary has."""
    joined: list[str] = []
    lone = False
    for word in words:
        if len(word) > 1 or word in _PARTICLES:
            lone = False
            joined.append(word)
        elif lone:
            joined[-1] += word
        else:
            lone = True
            joined.append(word)
    return joined


def _of_kind(kinds: Sequence[tuple[str, ...]], named: Sequence[str], whole: str) -> bool:
    """Whether an item is of one of the kinds that a wish names, if it names any: a forecast of
    electric load is nothing for who wishes for accidents of cars, for all of 新能源 in both."""
    if not kinds:
        return True
    return any(
        _stands(word.rstrip("s") if word.isascii() else word, whole)
        or any(normalise(name) in word for name in named)
        for words in kinds
        for word in words
    )


def _in_a_scene(suggestion: Suggestion) -> bool:
    """Whether a use of the item has a word of the question in it: 金融, of 金融服务."""
    scenes = normalise(" ".join(suggestion.item.scenes))
    return any(_stands(reason, scenes) for reason in suggestion.reasons)


def _stands(word: str, text: str) -> bool:
    """Whether a word stands in a text; one of Latin letters as a whole, be it in the plural."""
    if not word.isascii():
        return word in text
    return re.search(rf"(?<![a-z0-9]){re.escape(word)}(?:e?s)?(?![a-z0-9])", text) is not None
