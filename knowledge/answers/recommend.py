"""Catalogue items for a need: by words, scene and kind, each with the reason why it is shown."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from knowledge.text import Segmenter, normalise
from knowledge.types import Product, Vendor

_FILLER = frozenset(
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
        ),
        *("找", "想", "买", "需要", "可以", "能", "家", "吗", "好", "上海", "交易所"),
        *("data", "product", "vendor", "recommend", "looking", "show", "find", "service"),
    )
)


class Suggestion(msgspec.Struct, frozen=True):
    """A catalogue item with the words of the question that speak for it."""

    item: Product | Vendor
    reasons: tuple[str, ...]
    score: float


def suggest(
    question: str, items: Iterable[Product | Vendor], segmenter: Segmenter, *, limit: int = 3
) -> list[Suggestion]:
    """The items that fit a question best; only those with at least one reason."""
    asked = [w for w in segmenter.words(question) if w not in _FILLER]
    text = normalise(question)
    found: list[Suggestion] = []
    for item in items:
        strong = [*item.scenes, *item.keywords]
        strong += [item.kind] if isinstance(item, Product) else [*item.classes, *item.services]
        reasons = [s for s in strong if normalise(s) in text]
        whole = normalise(" ".join((item.name, item.description, *strong)))
        weak = [w for w in asked if len(w) > 1 and w in whole]
        score = 2.0 * len(reasons) + len(weak)
        if score > 0:
            shown = tuple(dict.fromkeys([*reasons, *weak]))[:3]
            found.append(Suggestion(item, shown, score))
    found.sort(key=lambda s: (-s.score, s.item.id))
    return found[:limit]
