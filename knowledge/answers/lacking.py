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
_NOT_LACKED = r"(?!法|需|须|必要|说|提|讲|问|谈|违反|违背|超出|看|听|想)"
"""What stands behind a no that denies something else: 没说, 无需."""
_EVER = r"(?:[1一]直|从来|至今|目前|暂时|现在|根本|压根|确实|倒)*"
_GOT = (
    r"(?:没(?:有|拿到|取得|签|订|给|做)?(?!问题|说|提)|未(?:取得|获得?|签|订立?)|不(?:存在|齐)|缺)"
)
_NO_ENGLISH = (
    r"(?:\b(?:no|without|lacks?|lacking|neither|nor)\b|(?:n['’]t|\bnot|\bnever)\s(?:\w+\s){0,2}?"
    r"(?:have|has|had|got|signed?|concluded?|made|obtain(?:ed)?|conclude|make|ask(?:ed)? for)\b)"
)
_ARTICLE = r"\s(?:(?:an?|any|the|our|such|valid|lawful|written|actual|real)\s)*"
_MISSING_ENGLISH = (
    r"\s(?:(?:is|are|was|were|has|have|does|do)(?:\s(?:been|still))?\s?(?:n['’]t|not|missing|lacking)"
    r"|(?:does|do)n['’]t\sexist|(?:is|has|was)n['’]t)"
)
_HAVE = (
    r"(?<![没有])有(?![没无])|签(?:订|过|了|好)+|订立(?:过|了)|补签(?:了|好)?|已经?签|拿到了?|取得了|齐了"
    r"|\b(?:have|has|got|with|sign(?:ed)?|concluded?|obtain(?:ed)?|get|gives?|gave|given)\b"
)
_UNSURE = re.compile(r"有没有|有无|是否有|是不是有|\b(?:must|need|should)\b")


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
        rf"|(?<!有)没有?(?:专门|特地|特意|单独|另外|再|正式|书面|真的|怎么)?(?:签|写|问|拿|取得|要|征求)过?"
        rf"[^,。;?!]{{0,4}}(?:{named})"
        rf"|(?:{named})(?:书|函|的)?{_OURS}(?:没有(?!问题)|没(?:拿到|取得|签|给)|未(?:取得|获得?))"
    )


def lacks(things: tuple[str, ...], text: str) -> bool:
    """Whether a normalised text says that none of the things is there, however it says so: 没签集体
    合同, 集体合同还没有, without any collective contract."""
    denied, _ = _of_things(things)
    return denied.search(_UNSURE_WHETHER.sub(" ", text)) is not None


def has(things: tuple[str, ...], text: str) -> bool:
    """Whether a normalised text says that one of the things is there: 集体合同补签了."""
    _, had = _of_things(things)
    unsure = _UNSURE.search(text) is not None
    return not unsure and not lacks(things, text) and had.search(text) is not None


_UNSURE_WHETHER = re.compile(r"有没有|有无|是否有")


@functools.lru_cache(maxsize=64)
def _of_things(things: tuple[str, ...]) -> tuple[re.Pattern[str], re.Pattern[str]]:
    named = f"(?:{'|'.join(re.escape(t) for t in sorted(things, key=len, reverse=True))})"
    denied = re.compile(
        rf"(?<![有])(?:没有?|未|无|缺少?|不(?:存在|具备)){_NOT_LACKED}{_BETWEEN}{named}(?!的?(?:问题|约束))"
        rf"|{named}(?:这个|这一条|这块|什么的|的|书|呢|[,])?{_EVER}{_OURS}{_EVER}{_GOT}"
        rf"|{_NO_ENGLISH}{_ARTICLE}{named}|{named}s?{_MISSING_ENGLISH}"
    )
    had = re.compile(
        rf"(?:{_HAVE})[^,。;?!没不未无.]{{0,12}}?{named}"
        rf"|{named}(?:过|了)|{named}[^,。;?!没不未无]{{0,6}}?(?:{_HAVE})"
    )
    return denied, had
