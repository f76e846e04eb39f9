"""Catalogue items in words and as cards: what the catalogue holds of them, and what it does not.

The words of an item are Chinese and are said as they are stored; the frame around them follows the
visitor's language. Every sample item is called one.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import msgspec

from dialog.messages import Card, Outcome
from dialog.phrases import phrase
from dialog.reply.item_sides import ItemSide
from dialog.reply.policy import OfItems
from dialog.reply.words import Frame, Line, Words
from knowledge.types import Product, Vendor

Item = Product | Vendor

_LACKING: dict[ItemSide, tuple[str, str]] = {
    "buyable": ("能不能买到", "whether it can be bought"),
    "owner": ("供方", "supplier"),
    "trial": ("试用安排", "trial use"),
    "price": ("价格", "price"),
    "update": ("更新频率", "update rate"),
    "coverage": ("覆盖范围", "coverage"),
    "delivery": ("交付方式", "way of delivery"),
    "personal": ("个人信息情况", "use of personal data"),
    "uses": ("用途", "uses"),
    "kind": ("数据类型", "kind of data"),
    "services": ("服务内容", "services"),
    "contact": ("联系方式", "contact details"),
}
"""How a side is named of which an item's entry says nothing."""
_OF_PRODUCT: tuple[ItemSide, ...] = ("kind", "uses", "owner", "update", "coverage", "delivery")
_OF_VENDOR: tuple[ItemSide, ...] = ("services", "uses")
_NEAR_SPAN: tuple[ItemSide, ...] = ("update", "coverage", "delivery")
"""What is told to who asks how far back an item goes."""
_DESCRIBED: frozenset[ItemSide] = frozenset(("about", "compare", "kind", "services", "other"))
"""Sides to which the item's description belongs."""
_KINDS = {
    "product": ("个数据产品", "data product"),
    "vendor": ("家数商", "vendor"),
    "item": ("项", "catalogue item"),
}


def card_of(item: Item, why: str = "") -> Card:
    """The card of an item. ``why``: the reason why it is shown."""
    product = isinstance(item, Product)
    return Card(
        "product" if product else "vendor",
        item.name,
        item.description,
        why=why,
        tags=(item.kind, *item.scenes) if product else item.classes,
        sample=item.sample,
        other_title=item.name_english,
        other_body=item.description_english,
    )


def samples_said(items: Sequence[Item], *, english: bool) -> str:
    """The sentence that tells samples from real offers; empty where there are none."""
    if not any(i.sample for i in items):
        return ""
    if english and len(items) == 1:
        return "It is a sample (示例), not a real offer."
    if english:
        return "They are samples (示例), not real offers."
    return f"{'它是示例' if len(items) == 1 else '它们都是示例'}，不是真实的挂牌信息。"


class ItemWriter:
    """Says what is asked of items that were shown, from one snapshot in one language."""

    def __init__(self, frame: Frame) -> None:
        self._frame = frame
        self._vendors = frame.snapshot.vendors
        self._held: dict[str, Item] = {**frame.snapshot.products, **self._vendors}

    def told(self, decision: OfItems) -> Words:
        """What the catalogue holds of the items, then what it does not; or which one is meant."""
        found = [(place, self._held[name]) for place, name in decision.items if name in self._held]
        if not found:
            return Words(
                "clarify", (self._framed(_which(decision, english=self._frame.english)),), "items"
            )
        items = [item for _, item in found]
        lines = [self._framed(text) for text in self._leading(decision, len(items))]
        if "span" in decision.sides:
            lines.insert(0, self._framed(phrase("items_span", self._frame.language)))
        of_offer = "buyable" in decision.sides or set(decision.sides) == {"price"}
        if of_offer and all(i.sample for i in items):
            return self._offered(decision, items)
        lacking: dict[ItemSide, None] = {}
        known = False
        for place, item in found:
            clauses: list[str] = []
            for side in decision.sides:
                said = [c for c in map(self._clause(item), _meant(side, item)) if c]
                clauses.extend(said)
                if not said or side == "span":
                    lacking[side] = None
                known = known or (bool(said) and side != "span")
            lines.append(Line(self._item(place, item, clauses, decision)))
        lines.extend(map(self._framed, self._closing(decision, items, tuple(lacking))))
        outcome: Outcome = "unknown" if not known else "partial" if lacking else "answered"
        cards = [self._card(item) for item in items]
        if "owner" in decision.sides:
            suppliers = (self._supplier(i) for i in items if isinstance(i, Product))
            cards.extend(dict.fromkeys(self._card(s) for s in suppliers if s is not None))
        vendor = all(isinstance(i, Vendor) for i in items)
        return Words(
            outcome,
            tuple(lines),
            "items",
            cards=(*cards, *self._frame.contact(shown=bool(lacking))),
            entries=tuple(i.id for i in items),
            intent="recommend_vendor" if vendor else "recommend_product",
            chinese_only=self._frame.english,
        )

    def _offered(self, decision: OfItems, items: Sequence[Item]) -> Words:
        """What is told to who asks for the real ones of samples, behind the other sides asked."""
        sides = tuple(s for s in decision.sides if s != "buyable")
        if not set(sides) - {"price", "owner"}:  # Samples have neither.
            return self._invented(items, known="buyable" in decision.sides)
        told = self.told(msgspec.structs.replace(decision, sides=sides))
        real = self._framed(phrase("items_real", self._frame.language))
        return msgspec.structs.replace(told, lines=(*told.lines, real))

    def _invented(self, items: Sequence[Item], *, known: bool) -> Words:
        """That samples cannot be bought, nor have a supplier or a price, to who takes them for
        offers. ``known``: whether that answers what is asked; a price is not known."""
        english = self._frame.english
        titles = [(i.name_english if english else "") or i.name for i in items]
        names = (", " if english else "").join(f"“{t}”" for t in titles)
        said = phrase("items_invented", self._frame.language, named=names)
        return Words(
            "answered" if known else "unknown",
            (self._framed(said), self._framed(phrase("items_real", self._frame.language))),
            "items",
            cards=(*map(self._card, items), *self._frame.contact(shown=True)),
            entries=tuple(i.id for i in items),
            intent="recommend_product",
        )

    def _card(self, item: Item) -> Card:
        return self._frame.card(card_of(item))

    def _framed(self, text: str) -> Line:
        return Line(text, locked=False, language=self._frame.language)

    def _leading(self, decision: OfItems, count: int) -> list[str]:
        """What leads over to the items: the list that they stand in, where it was shown earlier;
        for Chinese words in an English reply, always."""
        places = [str(place) for place, _ in decision.items if place]
        if not self._frame.english:
            return [f"前面目录里给您看过{_counted(decision)}。"] if decision.earlier else []
        before = f"Earlier I showed you {_counted(decision, english=True)}. "
        number = f"Number {places[0]}" if len(places) == 1 else f"Numbers {' and '.join(places)}"
        leading = f"{number} on the list:" if places else "You ask about this:"
        return [f"{before if decision.earlier else ''}{leading}"]

    def _item(self, place: int, item: Item, clauses: Sequence[str], decision: OfItems) -> str:
        measure = "家" if decision.listing == "vendor" else "个"
        numbered = f"第{place}{measure}是" if place and not self._frame.english else ""
        described = item.description if _DESCRIBED & set(decision.sides) else ""
        return f"{numbered}{'，'.join((f'“{item.name}”', *clauses))}。{described}"

    def _clause(self, item: Item) -> Callable[[ItemSide], str]:
        """Words for a side of an item; empty where the catalogue does not hold it."""

        def said(side: ItemSide) -> str:
            if side == "uses":
                return f"适用场景是{_quoted(item.scenes)}" if item.scenes else ""
            if isinstance(item, Vendor):
                return f"服务是{_quoted(item.services)}" if side == "services" else ""
            supplier = self._supplier(item)
            held = {
                "kind": f"类型是{item.kind}",
                "owner": f"供方是“{supplier.name if supplier is not None else item.vendor}”",
                "update": item.update and f"更新频率是“{item.update}”",
                "coverage": item.coverage and f"覆盖范围是“{item.coverage}”",
                "delivery": item.delivery and f"交付方式是“{item.delivery}”",
                "personal": f"目录里{'标明' if item.personal else '没有标明'}它含有个人信息",
            }
            return held.get(side, "")

        return said

    def _supplier(self, product: Product) -> Vendor | None:
        """The supplier of a product, who is told by id or by name."""
        named = (v for v in self._vendors.values() if product.vendor in (v.id, v.name))
        return next(named, None)

    def _closing(
        self, decision: OfItems, items: Sequence[Item], lacking: Sequence[ItemSide]
    ) -> list[str]:
        english = self._frame.english
        said: list[str] = []
        named: list[ItemSide] = [side for side in lacking if side != "span"]
        if named:
            said.append(_not_held(named, several=len(items) > 1, english=english))
        elif lacking:
            said.append(phrase("items_ask", self._frame.language))
        if "compare" in decision.sides:
            said.append(
                "That is all the catalogue says; which one fits depends on your use."
                if english
                else "目录里写的就是这些，哪个合适要看您的用途。"
            )
        samples = samples_said(items, english=english)
        return [*said, samples] if samples else said


def _meant(side: ItemSide, item: Item) -> tuple[ItemSide, ...]:
    """The fields that hold what is asked: 做什么的 of a product asks for all of them."""
    whole = _OF_PRODUCT if isinstance(item, Product) else _OF_VENDOR
    if side == "span":
        return _NEAR_SPAN
    if side in ("about", "compare"):
        return whole
    if isinstance(item, Product):
        return whole if side == "services" else (side,)
    return whole if side in ("owner", "kind") else (side,)


def _not_held(sides: Sequence[ItemSide], *, several: bool, english: bool) -> str:
    """That the catalogue lacks something, and who may know it."""
    named = [_LACKING[s][english] for s in sides if s in _LACKING]
    if english:
        what = f"{'their' if several else 'its'} {' or '.join(named)}" if named else "this"
        return f"The catalogue does not hold {what}. Please ask the supplier or the staff."
    what = f"{'它们' if several else '它'}的{'、'.join(named)}" if named else "您问的这一点"
    return f"目录里没有收录{what}，我不猜，请向供方或工作人员核实。"


def _which(decision: OfItems, *, english: bool) -> str:
    """Ask which item is meant, telling how many were shown."""
    beyond = decision.beyond
    counted = _counted(decision, english=english)
    if english:
        none = f"; there is no number {beyond}" if beyond else ""
        ask = " Which number do you mean?" if decision.shown > 1 else ""
        return f"I showed you {counted}{none}.{ask}"
    measure = "家" if decision.listing == "vendor" else "个"
    when = "前面" if decision.earlier else "刚才"
    none = f"没有第{beyond}{measure}。" if beyond else ""
    ask = f"您问的是第几{measure}？" if decision.shown > 1 else ""
    return f"{when}{'只' if beyond else ''}给您看了{counted}，{none}{ask}"


def _counted(decision: OfItems, *, english: bool = False) -> str:
    named = _KINDS[decision.listing][english]
    if english:
        return f"{decision.shown} {named}{'' if decision.shown == 1 else 's'}"
    return f"{decision.shown}{named}"


def _quoted(words: Sequence[str]) -> str:
    return "".join(f"“{word}”" for word in words)
