"""Catalogue items for a need: by words, scene and kind, each with the reason why it is shown."""

from __future__ import annotations

import re
from collections.abc import Iterable

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
    found: list[Suggestion] = []
    for item in items:
        strong = [*item.scenes, *item.keywords]
        strong += [] if isinstance(item, Product) else [*item.classes, *item.services]
        named = tuple(s for s in strong if _stands(normalise(s), text))
        kind = item.kind if isinstance(item, Product) else ""
        whole = normalise(" ".join((item.name, item.description, kind, *strong)))
        weak = [w for w in asked if _stands(w, whole)]
        score = _STRONG * len(named) + len(weak)
        if score > 0:
            shown = tuple(dict.fromkeys([*named, *weak]))[:3]
            found.append(Suggestion(item, shown, score, named))
    if any(s.named for s in found):
        found = [s for s in found if s.named or _in_a_scene(s)]
    found.sort(key=lambda s: (-s.score, s.item.id))
    return found[:limit]


def _in_a_scene(suggestion: Suggestion) -> bool:
    """Whether a use of the item has a word of the question in it: 金融, of 金融服务."""
    scenes = normalise(" ".join(suggestion.item.scenes))
    return any(_stands(reason, scenes) for reason in suggestion.reasons)


def _stands(word: str, text: str) -> bool:
    """Whether a word stands in a text; one of Latin letters as a whole, be it in the plural."""
    if not word.isascii():
        return word in text
    return re.search(rf"(?<![a-z0-9]){re.escape(word)}(?:e?s)?(?![a-z0-9])", text) is not None
