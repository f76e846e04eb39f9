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
_EVER = (
    r"(?:[1一]直|从来|向来|至今|到现在|到今天|目前|暂时|现在|当时|后来|最后|最终|原来|根本|压根|完全|确实|其实"
    r"|实际上?|事实上|说实话|老实说|倒|儿|就|都|也|还|早|已经?|(?:大?前|去|今)年|上?个?月|但是?|可是?|不过"
    r"|到期|过期|期满|之?后|以后|的事|[了,])*"
)
"""What may stand between a thing and what denies it: 集体合同到期以后就一直没续签."""
_BY_THEM = r"(?:(?:职代会|职工|工会|双方|对方|公司)(?:那边|那里|上)?)?"
_GOT = (
    r"(?:没(?:有|拿到|取得|签|订|给|做)?(?!问题|说|提|到期|过期|失效|意见|写|规定)"
    r"|未(?:能|曾|再|取得|获得?|续?签|订立?|通过|生效)|不(?:存在|齐|了了之)|缺)"
)
_OVER = (
    r"(?:(?:到期|过期|期满|失效|作废|废止|终止|解除)(?:了|的)?(?![前后时日自之以再])"
    r"|(?:正|仍|只|才)?(?:在(?:谈|协商|商量|走流程|起草)|(?:只)?是(?:[1一]?个|[1一]?份)?(?:草案|草稿|初稿))"
    r"|谈不(?:成|拢|下来)|谈崩)"
)
"""What says that a thing holds no longer, or does not yet."""
_SIGNED_SINCE = re.compile(
    r"[,。;][^。;?!没未不只仅]{0,12}(?:签(?:了|好|过|上|订|成)+|续上了?|生效了?)"
    r"(?=$|[,。;?!]|新的|[1一]份新?的?(?:$|[,。;?!]))"
    r"|[,.;][^.;?!]{0,30}\b(?:signed|renewed)(?=$|[,.;?!]| (?:a new one|one|it|again|now)\b)"
)
"""What says behind a denial that the thing is there now: 去年没签，今年签了."""
_NO_ENGLISH = (
    r"(?:\b(?:no|without|lacks?|lacking|neither|nor)\b|(?:n['’]t|\bnot|\bnever)\s(?:\w+\s){0,2}?"
    r"(?:have|has|had|got|signed?|concluded?|made|obtain(?:ed)?|conclude|make|ask(?:ed)? for)\b)"
)
_ARTICLE = r"\s(?:(?:an?|any|the|our|such|valid|lawful|written|actual|real)\s)*"
_MISSING_ENGLISH = (
    r"\s(?:in\s(?:fact|truth)\s|(?:actually|really|simply|just|has|have|had|is|are|was|were|did|does|do"
    r"|been|still|already|since|long|now|all)\s)*(?:(?:is|are|was|were|has|have|had|does|do|did)?n['’]t"
    r"(?!\s(?:yet\s)?(?:expired?|lapsed?|a\sproblem))|not\b(?!\s(?:yet\s)?(?:expired?|lapsed?|a\sproblem))"
    r"|never\b(?!\s(?:expired?|lapsed?))|missing|lacking|expired|lapsed|ran\sout|run\sout|terminated"
    r"|no\slonger\s(?:valid|in\sforce)|(?:only\s)?(?:an?\s)?draft|under\snegotiation)"
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
    text = _UNSURE_WHETHER.sub(" ", text)
    found = denied.search(text)
    return found is not None and _SIGNED_SINCE.search(text, found.end()) is None


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
        rf"|{named}(?:这个|这一条|这块|什么的|的|书|呢|[,])?{_EVER}{_OURS}{_EVER}{_BY_THEM}{_EVER}{_GOT}"
        rf"|{named}(?!还没|没|未|不)(?:的|是)?{_EVER}{_OURS}{_EVER}{_OVER}"
        rf"|{named}(?:是|在)?\d{{4}}年(?:\d{{1,2}}月(?:\d{{1,2}}[日号])?)?[底初末]?[^,。;?!没不未]{{0,4}}"
        rf"(?:到期|过期|失效|作废|终止|期满)了"
        rf"|{_NO_ENGLISH}{_ARTICLE}{named}|{named}s?{_MISSING_ENGLISH}"
    )
    had = re.compile(
        rf"(?:{_HAVE})[^,。;?!没不未无.]{{0,12}}?{named}"
        rf"|{named}(?:过|了)|{named}[^,。;?!没不未无]{{0,6}}?(?:{_HAVE})"
    )
    return denied, had
