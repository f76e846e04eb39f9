"""Words about the catalogue and the news: items for a wish, what they hold, what is not there."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import msgspec

from dialog.messages import Card
from dialog.phrases import phrase
from dialog.reply.cues import wishes_firmly, wishing_part
from dialog.reply.item_details import told_of
from dialog.reply.policy import Recommend, Unknown
from dialog.reply.stored_words import StoredWriter
from dialog.reply.words import Frame, Line, Words
from knowledge.answers.recommend import Suggestion, suggest
from knowledge.types import Intent, NewsItem, Product, Vendor

_TOLD = 3
"""Catalogue items of which it is told what they hold."""


class CatalogueWriter:
    """Writes what the catalogue has, from one snapshot in one language."""

    def __init__(self, frame: Frame, documents: StoredWriter) -> None:
        self._frame = frame
        self._documents = documents

    def recommend(self, decision: Recommend, question: str) -> Words:
        """The items for a wish, what they hold, or that there is none."""
        what = decision.what
        if what == "news":
            return self._latest()
        if decision.side == "price" and decision.shown:
            return self._from_catalogue_alone("no_prices", what)
        if decision.side in ("detail", "span"):
            return self._of_items(decision)
        products = what == "recommend_product"
        found = self._suggested(what, question, without=decision.shown)
        if decision.side == "price":
            items = self.recommend(msgspec.structs.replace(decision, side=""), question)
            return beside(self._from_catalogue_alone("price_of_supplier", what), items)
        if not found and decision.side == "more":
            return self._from_catalogue_alone("no_more" if decision.shown else "no_such", what)
        if not found and wishes_firmly(question):
            return self._from_catalogue_alone("no_such", what)
        if not found:
            return self._documents.unknown(Unknown(0.9), 0)
        sample = any(s.item.sample for s in found)
        if self._frame.english:
            others = "further " if decision.shown else ""
            one = len(found) == 1
            text = (
                f"{len(found)} {others}catalogue item{' matches' if one else 's match'} your words."
            )
            samples = "It is a sample (示例), not a real offer."
            samples = samples if one else "They are samples (示例), not real offers."
            text += f" {samples}" if sample else ""
        else:
            name = "数据产品" if products else "数商"
            others = "还" if decision.shown else ""
            text = f"按您说的需求，目录里{others}有{len(found)}个{name}比较接近。"
            samples = "它是示例" if len(found) == 1 else "它们都是示例"
            text += f"{samples}，不是真实的挂牌信息。" if sample else ""
        cards = tuple(
            Card(
                "product" if isinstance(s.item, Product) else "vendor",
                s.item.name,
                s.item.description,
                why=self._reason(s),
                tags=(s.item.kind, *s.item.scenes)
                if isinstance(s.item, Product)
                else s.item.classes,
                sample=s.item.sample,
            )
            for s in found
        )
        return Words(
            "answered",
            (Line(text, locked=False, language=self._frame.language),),
            "recommend",
            cards=cards,
            entries=tuple(s.item.id for s in found),
            intent=what,
        )

    def _of_items(self, decision: Recommend) -> Words:
        """What the catalogue says of the items shown. How many years they hold, it does not say."""
        items = [p for e in decision.shown if (p := self._frame.snapshot.products.get(e))][:_TOLD]
        span = decision.side == "span"
        told = tuple(Line(t) for t in told_of(items))
        closing = msgspec.structs.replace(self._line("items_ask"), role="next_step")
        return Words(
            "unknown" if span else "partial",
            (self._line("items_span" if span else "items_hold"), *told, closing),
            "recommend",
            cards=self._frame.contact(shown=True),
            entries=tuple(i.id for i in items),
            intent=decision.what,
            chinese_only=self._frame.english,
        )

    def _reason(self, suggestion: Suggestion) -> str:
        """Why an item is shown; the page says before it that this is the reason."""
        if self._frame.english:
            return "it matches " + ", ".join(f"“{r}”" for r in suggestion.reasons)
        return "符合" + "".join(f"“{r}”" for r in suggestion.reasons)

    def _suggested(
        self, what: Intent, question: str, *, without: Sequence[str] = ()
    ) -> list[Suggestion]:
        snapshot = self._frame.snapshot
        items: Iterable[Product | Vendor] = (
            snapshot.products.values() if what == "recommend_product" else snapshot.vendors.values()
        )
        left = (i for i in items if i.id not in without)
        return suggest(wishing_part(question), left, snapshot.index.segmenter)

    def _from_catalogue_alone(self, name: str, what: Intent) -> Words:
        """What the catalogue itself does not hold: prices, or anything else for a wish."""
        contact = self._frame.contact(shown=True)
        return Words("unknown", (self._line(name),), "recommend", cards=contact, intent=what)

    def _latest(self) -> Words:
        """The latest dated news items, newest first."""
        items = sorted(self._frame.snapshot.pack.all(NewsItem).values(), key=lambda n: n.date)[-3:]
        if not items:
            return self._documents.unknown(Unknown(0.9), 0)
        lines = [Line("我这里最近收录的几条动态如下，之后的请看官网。", locked=False)]
        lines.extend(Line(f"{n}. {i.date}：{i.summary}") for n, i in enumerate(reversed(items), 1))
        return Words(
            "answered",
            tuple(lines),
            "news",
            sources=self._frame.cite(o for i in reversed(items) for o in i.sources),
            entries=tuple(i.id for i in reversed(items)),
            intent="news",
            chinese_only=self._frame.english,
        )

    def _line(self, name: str) -> Line:
        language = self._frame.language
        return Line(phrase(name, language), locked=False, language=language)


def beside(first: Words, items: Words) -> Words:
    """What is known, with the catalogue's items behind it."""
    if items.outcome != "answered":
        return first
    return msgspec.structs.replace(
        first,
        lines=(*first.lines, *items.lines),
        cards=(*items.cards, *first.cards),
        entries=(*first.entries, *items.entries),
    )


def offered_first(items: Words, known: Words) -> Words:
    """What the catalogue has for a wish, or that it has nothing, and then what is known of it."""
    return msgspec.structs.replace(
        known,
        lines=(*items.lines, *known.lines),
        cards=(*(c for c in items.cards if c.kind != "contact"), *known.cards),
        entries=(*known.entries, *items.entries),
    )
