"""What another law says of the matter of an article that was spoken of (个保法第56条，数安法呢).

Two laws speak of one matter where a rule of the one has the chief topic of a rule of the other, or
at least says it. Pure.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from knowledge.answers.law_topics import is_penal
from knowledge.text import normalise
from knowledge.types import Rule


def matter_of(rules: Iterable[Rule]) -> tuple[str, ...]:
    """The chief topics of an article's rules, each once."""
    return tuple(dict.fromkeys(r.topics[0] for r in rules if r.topics))


def on_matter(matter: Sequence[str], rules: Iterable[Rule], *, penal: bool) -> tuple[Rule, ...]:
    """The rules that are on one of some topics, in the law's order. ``penal``: what a breach costs
    is asked for."""
    wanted = {normalise(topic) for topic in matter}
    found = [r for r in rules if is_penal(r) == penal]
    held = [r for r in found if wanted & {normalise(topic) for topic in r.topics}]
    held = held or [r for r in found if any(topic in normalise(r.gist) for topic in wanted)]
    return tuple(sorted(held, key=lambda r: r.article))
