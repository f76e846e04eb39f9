"""What a text says is not there, whoever it would be from: 没有车主同意, 授权我们没拿到. Pure."""

from __future__ import annotations

import functools
import re

from knowledge.types import Input

_NONE = re.compile(r"^(?:没有?|无)")
_SOME = re.compile(r"^(?:有|已)")
_THING = re.compile(r"[\u4e00-\u9fff]{2,4}")
_BETWEEN = r"[^,。;?!有不没]{0,6}?"
_OURS = r"(?:我们?|咱们?|我司|公司|这边|手[里上]|都|也|还|一个|1个)*"


def lacked(known: Input, text: str) -> str:
    """The value (没有授权) of an input that a normalised text states by denying what its opposite
    has (有授权或同意), whoever that would be from; empty where it denies none. Half of it denied
    (有的没同意) is denied: the strictest case counts."""
    if known.lower:
        return ""
    value, pattern = _denying(known.values, known.labels)
    return value if pattern is not None and pattern.search(text) is not None else ""


@functools.lru_cache(maxsize=256)
def _denying(values: tuple[str, ...], names: tuple[str, ...]) -> tuple[str, re.Pattern[str] | None]:
    labels = list(zip(values, names, strict=False))
    none = next((v for v, label in labels if _NONE.match(label)), "")
    some = next((label for _, label in labels if _SOME.match(label)), "")
    things = [t for t in re.split(r"或者?|、", _SOME.sub("", some)) if _THING.fullmatch(t)]
    if not none or not some or not things:
        return "", None
    named = "|".join(map(re.escape, things))
    return none, re.compile(
        rf"(?<!有)(?:没有?|未(?:经|取得|获得?|征得)?|无)(?!法){_BETWEEN}(?:{named})"
        rf"|(?:{named})(?:书|函|的)?{_OURS}(?:没有(?!问题)|没(?:拿到|取得|签|给)|未(?:取得|获得?))"
    )
