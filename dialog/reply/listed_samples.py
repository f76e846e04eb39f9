"""The sample items of the catalogue, all of them or those of a field, with their number, for who
asks for the list (列出所有示例产品; 金融类示例产品有几个). Pure.

How many real products or vendors the exchange has is another question: only what is called a
sample, or is in this catalogue, is listed.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

import msgspec

from knowledge.text import is_english, normalise
from knowledge.types import Product, Vendor

_SAMPLE = r"(?:示例|样例|演示|demo|虚构)"
_PRODUCT = r"(?:数据)?(?:产品|数据集)"
_VENDOR = r"(?:数商|服务商|供应商|供方|公司|企业|机构)"
_LISTED = re.compile(
    r"几[个家款种]|多少[个家款种]?|列[出个一]|罗列|全部|所有|都有|有哪些|哪[些几][个家款]?|都是(?:谁|哪)"
    r"|清单|名单|都叫什么|[1一]共|总共|是谁"
)
_THING = re.compile(
    rf"{_SAMPLE}(?:的|用的?)?(?P<kind>{_PRODUCT}|{_VENDOR})"
    rf"|目录(?:里|中)(?:面|[1一]共|总共|的|有|都|几[个家]|多少[个家]?)*(?P<held>{_PRODUCT}|{_VENDOR})"
)
_FRAME = re.compile(
    r"列[出个一]?[1一]?下?|罗列|全部|所有|都有|有哪些|哪[些几][个家款]?|都是谁?|清单|名单|都?叫什么|[1一]共|总共|几[个家款种]"
    r"|多少[个家款种]?|分别|是谁|请问?|帮我|给我|你们?|您|这里|目录|里面?|中|属于|关于|方面|行业|领域|相关|名字|名称"
    r"|[个家款种类的是有在和都了把吗呢啊谁,，。?？!！、 ]"
)
_PRICED = re.compile(r"钱|价|买|卖|谁家|哪家|推荐|真的|为什么")
_LONGEST = 24
"""Characters of a text that asks for the list alone."""


class Samples(msgspec.Struct, frozen=True):
    """The items asked for, all or those of a ``field``."""

    items: tuple[Product | Vendor, ...]
    field: str = ""
    vendors: bool = False


def samples_asked(
    text: str, products: Mapping[str, Product], vendors: Mapping[str, Vendor]
) -> Samples | None:
    """The sample items that a text asks to be listed or counted; ``None`` where it asks something
    else."""
    plain = normalise(text)
    thing = _THING.search(plain)
    if thing is None or is_english(plain) or len(plain) > _LONGEST or _PRICED.search(plain):
        return None
    if _LISTED.search(plain) is None:
        return None
    rest = f"{plain[: thing.start()]} {plain[thing.end() :]}"
    kind = thing["kind"] or thing["held"]
    of_vendors = re.fullmatch(_VENDOR, kind) is not None
    items: Sequence[Product | Vendor] = list((vendors if of_vendors else products).values())
    field = "".join(_FRAME.sub(" ", rest).split())
    if not field:
        return Samples(tuple(items), vendors=of_vendors)
    found = tuple(item for item in items if _is_of(item, field))
    return Samples(found, field, vendors=of_vendors) if found else None


def samples_line(samples: Samples) -> str:
    """The names of the items with their number."""
    unit, thing = ("家", "数商") if samples.vendors else ("个", "数据产品")
    of = f"与“{samples.field}”有关的" if samples.field else ""
    names = "、".join(_plain(item) for item in samples.items)
    text = f"目录里{of}示例{thing}一共{len(samples.items)}{unit}：{names}。"
    return f"{text}都是演示用的，不是平台上真的在卖的。"


def _is_of(item: Product | Vendor, field: str) -> bool:
    """Whether an item is of a field, by its name, uses or keywords."""
    kind = (item.kind,) if isinstance(item, Product) else item.classes
    said = normalise(" ".join((item.name, *item.scenes, *item.keywords, *kind)))
    return field in said


def _plain(item: Product | Vendor) -> str:
    return re.sub(r"[（(]示例[)）]|^示例[·.]", "", item.name)
