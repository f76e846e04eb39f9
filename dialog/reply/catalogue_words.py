"""Words about the catalogue and the news: items for a wish, what they hold, what is not there."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import msgspec

from dialog.phrases import phrase
from dialog.reply.cues import wishes_firmly, wishing_part
from dialog.reply.item_words import ItemWriter, card_of, samples_said
from dialog.reply.listed_samples import samples_asked, samples_line
from dialog.reply.policy import OfItems, Recommend, Unknown
from dialog.reply.stored_words import StoredWriter
from dialog.reply.things_wished import lacking, of_each
from dialog.reply.words import Frame, Line, Words
from knowledge.answers.recommend import Suggestion, suggest
from knowledge.types import Intent, NewsItem, Product, Vendor


class CatalogueWriter:
    """Writes what the catalogue has, from one snapshot in one language."""

    def __init__(self, frame: Frame, documents: StoredWriter) -> None:
        self._frame = frame
        self._documents = documents

    def write(self, decision: OfItems | Recommend, question: str) -> Words:
        """What is asked of items that were shown, or the items for a wish."""
        if isinstance(decision, OfItems):
            return ItemWriter(self._frame).told(decision)
        return self._recommend(decision, decision.wish or question)

    def _recommend(self, decision: Recommend, question: str) -> Words:
        """The items for a wish, or that there is none."""
        what = decision.what
        if what == "news":
            return self._latest()
        if decision.side == "price" and decision.shown:
            return self._from_catalogue_alone("no_prices", what)
        if decision.side == "all":
            return self._every(question, what)
        if decision.side == "none":
            return self._from_catalogue_alone("no_such", what)
        products = what == "recommend_product"
        found = self._suggested(what, question, without=decision.shown)
        if decision.side == "price":
            items = self._recommend(msgspec.structs.replace(decision, side=""), question)
            return beside(self._from_catalogue_alone("price_of_supplier", what), items)
        if not found and decision.side == "more":
            return self._from_catalogue_alone("no_more" if decision.shown else "no_such", what)
        if not found and wishes_firmly(question):
            return self._from_catalogue_alone("no_such", what)
        if not found:
            return self._documents.unknown(Unknown(0.9), 0)
        samples = samples_said([s.item for s in found], english=self._frame.english)
        if self._frame.english:
            others = "further " if decision.shown else ""
            items = "item matches" if len(found) == 1 else "items match"
            text = f"{len(found)} {others}catalogue {items} your words."
            text += f" {samples}" if samples else ""
        else:
            name = "数据产品" if products else "数商"
            others = "还" if decision.shown else ""
            text = f"按您说的需求，目录里{others}有{len(found)}个{name}比较接近。{samples}"
        cards = tuple(self._frame.card(card_of(s.item, why=self._reason(s))) for s in found)
        lines = [Line(text, locked=False, language=self._frame.language)]
        lines.extend(self._lacking(question) if products and not decision.shown else ())
        return Words(
            "answered",
            tuple(lines),
            "recommend",
            cards=cards,
            entries=tuple(s.item.id for s in found),
            intent=what,
        )

    def _every(self, question: str, what: Intent) -> Words:
        """All sample items that are asked for, by their names."""
        snapshot = self._frame.snapshot
        samples = samples_asked(question, snapshot.products, snapshot.vendors)
        if samples is None:
            return self._from_catalogue_alone("no_such", what)
        return Words(
            "answered",
            (Line(samples_line(samples), locked=False),),
            "recommend",
            entries=tuple(item.id for item in samples.items),
            intent=what,
        )

    def _lacking(self, question: str) -> list[Line]:
        """What of several things wished for is not there."""
        snapshot = self._frame.snapshot
        missing = lacking(
            wishing_part(question), snapshot.products.values(), snapshot.index.segmenter
        )
        if not missing:
            return []
        if self._frame.english:
            text = f"I found nothing in my catalogue for {' or '.join(f'“{m}”' for m in missing)}."
        else:
            text = f"{'、'.join(f'“{m}”' for m in missing)}，目录里没有找到。"
        return [Line(text, locked=False, language=self._frame.language)]

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
        left = [i for i in items if i.id not in without]
        wish = wishing_part(question)
        found = suggest(wish, left, snapshot.index.segmenter)
        return of_each(wish, found, left, snapshot.index.segmenter)

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
