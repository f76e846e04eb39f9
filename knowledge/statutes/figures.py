"""Whether the figures that a gist or an answer tells stand in the articles that it cites. Pure.

Sums, percentages, spans of time and numbers of people are compared; how many things something
counts (两种) is its own. An answer may count on from what the law says (ten times as much), so that
a figure that stands in no cited article is unsure, not wrong.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from knowledge.answers.citing import origins_of
from knowledge.pack import Pack
from knowledge.quantities import Quantity, quantities
from knowledge.text import normalise
from knowledge.types import Claim, Document, Entry, Law, Rule, Statute

_COUNTED = ("人", "条", "次", "倍")
_LEAST = 100
"""The number from which things that are counted are figures of the law rather than of a list."""


def strange_figures(pack: Pack) -> Iterator[tuple[Document, str]]:
    """Documents that rest on imported articles alone, with each figure that stands in none of
    them, as it is written in the document."""
    words = {
        (statute.law, article.number): article.text
        for statute in pack.all(Statute).values()
        for article in statute.articles
    }
    claims, laws = pack.all(Claim), pack.all(Law)
    for document in (*pack.all(Rule).values(), *pack.all(Entry).values()):
        origins = origins_of(document, claims)
        if any(o.source or o.article is None for o in origins) or not origins:
            continue
        places = [(o.law, o.article) for o in origins if o.article is not None]
        if not all(place in words for place in places):
            continue
        held = {q.value for place in places for q in quantities(normalise(words[place]))}
        held.update(_own(laws, (law for law, _ in places)))
        text = normalise(document.gist if isinstance(document, Rule) else document.answer)
        for figure in figures(text):
            if figure.value not in held:
                yield document, text[figure.start : figure.end]


def figures(text: str) -> Iterator[Quantity]:
    """What a normalised text tells in figures of the law."""
    for quantity in quantities(text):
        counted = quantity.kind == "number" and quantity.unit in _COUNTED
        measured = quantity.kind in ("money", "percent", "duration")
        if (measured and quantity.unit not in ("天", "块")) or (
            counted and (quantity.value >= _LEAST or quantity.unit == "倍")
        ):
            yield quantity


def _own(laws: Mapping[str, Law], named: Iterable[str]) -> Iterator[float]:
    """The figures in the laws' own names."""
    for name in named:
        law = laws.get(name)
        if law is not None:
            yield from (q.value for q in quantities(normalise(f"{law.title} {law.version}")))
