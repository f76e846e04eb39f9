"""English ways of asking for what claims say, by predicate; for subjects with an English name.

A question is read down to its words of weight (When did … take effect? → when take effect): it is
understood only when nothing else is left over.
"""

from __future__ import annotations

import re

from knowledge.text import normalise

_SMALL = frozenset(
    (
        *("a", "an", "the", "is", "are", "was", "were", "be", "been", "do", "does", "did", "has"),
        *("have", "had", "must", "should", "can", "could", "may", "would", "will", "what", "which"),
        *("who", "whom", "of", "for", "in", "on", "to", "by", "at", "as", "with", "and", "there"),
        *("it", "its", "that", "this", "i", "we", "you", "me", "us", "please", "tell", "about"),
        *("know", "want", "like", "wonder", "wondering", "exactly", "actually", "explain", "s"),
        *("describe", "hello", "hi", "or", "so", "any", "all", "need", "needs", "from", "under"),
    )
)
_WORD = re.compile(r"[a-z]+|[0-9\u4e00-\u9fff]+")
_PHRASES: dict[str, tuple[str, ...]] = {
    "定义": ("", "mean", "meaning", "definition", "defined", "stand", "called", "meant"),
    "分类": (
        *("kinds", "types", "categories", "classes", "sorts", "classified", "how classified"),
        *("how many kinds", "how many types", "how many categories", "how many classes"),
    ),
    "施行日期": ("when take effect", "when come into force", "when into force", "when effective"),
    "发布日期": ("when published", "when issued", "when released", "when adopted", "when passed"),
    "揭牌日期": ("when founded", "when established", "when opened", "when set up"),
    "启动日期": ("when launched", "when started", "when start", "when launch", "when opened"),
    "有效期": ("how long valid", "validity", "how long last", "how many years valid"),
    "保存期限": (
        *("how long kept", "how long stored", "how long retained", "how long keep"),
        *("retention period", "how many years kept", "how long preserved"),
    ),
    "步骤": ("steps", "procedure", "how many steps", "how work"),
    "义务": ("duties", "obligations", "duty"),
    "权利": ("rights",),
    "职责": ("responsible", "responsibilities", "tasks", "functions"),
    "准入条件": ("admission conditions", "conditions", "requirements", "admission requirements"),
    "条件": ("conditions", "requirements"),
    "发布机关": ("issued", "published", "adopted"),
    "网址": ("website", "address website", "where website", "web address"),
    "前身": ("predecessor", "former name", "formerly"),
    "条数": ("how many articles",),
}


def asked_in_english(rest: str) -> frozenset[str]:
    """The predicates that the words around a subject ask for in English; empty where any word is
    left that this does not know."""
    words = [w for w in _WORD.findall(normalise(rest)) if w not in _SMALL]
    return _BY_PHRASE.get(" ".join(words), frozenset())


def _by_phrase() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for predicate, phrases in _PHRASES.items():
        for phrase in phrases:
            found.setdefault(phrase, set()).add(predicate)
    return {phrase: frozenset(predicates) for phrase, predicates in found.items()}


_BY_PHRASE = _by_phrase()
