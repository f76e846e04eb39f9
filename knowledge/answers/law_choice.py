"""Which of several articles of a law says what a question names (是第十三条还是第十四条). Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec

from knowledge.answers.law_findings import LawFinding
from knowledge.answers.law_topics import phrases_of
from knowledge.answers.places import NUMBERED
from knowledge.text import normalise
from knowledge.types import Rule

_BETWEEN = re.compile(
    r"条(?:之\d+)?(?:第\d+款)?(?:里|中)?[,，]?(?:还是|或者?是?)(?:在|是)?(?:说|讲)?第?\d+条"
    r"|(?:哪1?[个条]|谁).*?\d+条(?:和|与|跟|、|还是)第?\d+条|\d+条(?:和|与|跟|、|还是)第?\d+条.*?(?:哪1?[个条]|谁)"
)
_ASKING = re.compile(r"到底|究竟|还是|或者|规定|应该|依据|根据|关于|对于|属于|[在是归由写讲说]")
_HALF = 0.5


def chosen(text: str, names: Sequence[str], found: Sequence[LawFinding]) -> LawFinding | None:
    """The articles between which a normalised text lets choose, as one finding that tells which of
    them speak of what it names; ``None`` where it names no choice. ``names``: of laws in it."""
    laws = {f.law.id for f in found if f.law is not None}
    if len(found) < 2 or len(laws) != 1 or _BETWEEN.search(text) is None:
        return None
    for name in names:
        text = text.replace(name, " ")
    phrases = phrases_of(_ASKING.sub(" ", NUMBERED.sub(" ", text)))
    if not phrases:
        return None
    shares = [_share(phrases, f.rules) for f in found]
    most = max(shares)
    saying = [f.article or 0 for f, share in zip(found, shares, strict=True) if share == most > 0]
    if 0 < most < 1 and len(phrases) == 1:
        phrases = (_half(phrases[0], [r for f in found for r in f.rules]),)
    return msgspec.structs.replace(
        found[0],
        aspect="choice",
        matter="、".join(phrases),
        saying=tuple(dict.fromkeys(saying)),
        also=tuple(found[1:]),
    )


def _share(phrases: Sequence[str], rules: Sequence[Rule]) -> float:
    """How much of some phrases rules say: of one that they do not say, its halves count half."""
    said = _told(rules)
    return sum(_said(phrase, said) for phrase in phrases)


def _half(phrase: str, rules: Sequence[Rule]) -> str:
    """The half of a phrase that rules say which do not say it as a whole."""
    said, cuts = _told(rules), range(2, len(phrase) - 1)
    return next(h for n in cuts for h in (phrase[:n], phrase[n:]) if h in said)


def _told(rules: Sequence[Rule]) -> str:
    return normalise(" ".join(" ".join((*r.topics, r.gist, *r.similar)) for r in rules))


def _said(phrase: str, said: str) -> float:
    if phrase in said:
        return 1.0
    cuts = range(2, len(phrase) - 1)
    halves = ((phrase[:n] in said) + (phrase[n:] in said) for n in cuts)
    return _HALF * max(halves, default=0)
