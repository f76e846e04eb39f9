"""What a text says of the aim for which data are given, where a reason that spares is one: that it
is not that aim (不是人事管理, not for managing staff), or is another (做市场调查). Pure; texts are
normalised.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator

from knowledge.text import normalise

_NO = (
    r"(?:(?<!是)不是|并非|而非|(?<!是)非(?=为了?|用于)|(?<!用)不(?:会|再)?(?=用[于来作]|做|搞|拿来)"
    r"|(?<!属)不属于?|(?<!算)不(?:能)?算(?:是|作)?|(?<!涉)不涉及|[算谈称]不上(?:是)?"
    r"|没(?:有)?(?=用[于来作])|未(?=用[于来作])|不为了?|又不是|也不是)"
)
_FOR = (
    r"(?:是|为了?|用于|用来|用作|拿[来去]|做|搞|出于|因为|属于|基于|什么|任何|正常的?|日常的?"
    r"|真正的?|内部的?|集团的?|公司的?|总部的?|跨境的?|跨国的?|我们的?|自己的?|对|于)*"
)
_NEED = (
    r"(?:上|方面)?的?(?:需要|必需|必要|所需|所必需|需求|目的|用途|事情?|那种|那1套|工作|活动|场景"
    r"|情形|理由|范围|范畴|原因|用|的|了|啊|呀|哦|嘛)*"
)
_END = r"(?=$|[,。;!:、)]|而是|就是|是(?!不是|吗))"
_BEYOND = r"(?<![没未不否有会])(?:超[出过]|超越|不限于)了?"
_FROM = r"[和跟与同](?:我们?|公司|集团|任何|什么|日常|跨境|的|内部)*"
_UNRELATED = (
    r"(?:都|也|完全|毫|根本|半点|1点|并|又|其实|本来|[儿都]?)*"
    r"(?:无关|没有?(?:任何|什么|半点|啥|直接)*关系?|不相干|不沾边|扯不上|沾不上|不搭界|搭不上)"
)
_NOT_USED = (
    r"(?:上|里|方面|本身|根本|也|其实|并|都)*(?:用不[着上到]|不需要|不必用)"
    r"(?:这些|这[批份个]|它们?|的)+(?:员工的?)?(?:数据|信息|资料|照片|报告|记录)*(?=$|[,。;!])"
)
_FILL_ENGLISH = (
    r"(?: (?:really|actually|at all|used|meant|intended|needed|necessary|required|done|sent|shared"
    r"|being|transferred|exported|a matter of|part of|any kind of|in any way|even|we|is|are|it))*"
)
_TO_ENGLISH = (
    r"(?: (?:for|about|of|to|related to|connected (?:with|to)|because of|as|as part of|a|an|any"
    r"|the|our|cross-border|purposes? of|sake of|ordinary|routine|internal))*"
)
_END_ENGLISH = (
    r"(?: (?:purposes?|reasons?|needs?|matters?|tasks?|at all|abroad|across borders|overseas))*"
    r"(?=$|[,.;!:)]| (?:but|and|so|what|which|or)\b)"
)
_SAME_AFTER = re.compile(
    r"^[,。;:]?(?:而|就|只|其实)?是(?:为了?|用于|用来|给|做|要)?[^,。;]{0,8}?"
    r"(?:发工资|算工资|工资|薪酬|薪资|考勤|绩效|社保|福利|招聘|晋升|调动|派遣|外派|统1管理|股权激励|报销|排班)"
    r"|^,? (?:but|it is|it['’]s)[^.;?]{0,30}\b(?:payroll|salar|attendance|appraisal|benefits)"
)
"""What says behind a denial that it is of the aim all the same: 不是人事管理，是统一发工资."""
_USE = (
    r"(?:用于|用来|用作|用在|拿[来去]|供[^,。;?!]{0,8}?(?:做|搞|进行)?|为了?|去|来|做|搞|进行|开展|参[加与]"
    r"|给[^,。;?!]{1,12}?(?:做|搞|用于)|(?:传|发|送|提供|交|寄)[^,。;?!的做]{1,14}?|目的是|用途是)"
    r"(?:做|搞|进行|开展|他们|它们|自己|新|[1一][个项些次下]|相关|有关|某|个|项|外部|海外|境外|全球|的)*"
)
_USE_END = r"[^,。;?!的部员岗人组司队机企薪资费]{0,6}?(?:的|之用|用的?)?(?=$|[,。;?!:)])"
_NEGATED = re.compile(
    r"(?:(?<![能是会要可])不(?:会|能|得|要|再|用|拿|是|准|许|可以?|允许)*|没有?|未|别|禁止|绝不|而不是|而非"
    r"|并非)[^,。;?!不没]{0,6}$"
    r"|(?:\bnot|n['’]t|\bnever|\bno|\bwithout|\bneither|\bnor|\binstead of|\brather than"
    r"|\bprohibit\w*)(?: \w+){0,4} ?$"
)
_OURS = re.compile(
    r"(?:我们?|咱们?|我司|公司|单位|企业|总部|对方|集团|他们|机构|部门|同事|员工)(?:公司|这边|那边|部门)?"
    r"(?:都|主要|本来|1直|这边)*是(?:1家|个|1个|专门|主要)*$"
    r"|(?:我们?|咱们?|我司|本公司)(?:公司|这边)?是[^,。;?!把将要想给发传]{0,10}$"
    r"|(?:我们?|咱们?|我司|本公司)(?:公司|这边)?(?:主要|专门|1直|都|就)*(?:在|是)?$"
    r"|\b(?:we|our company|our firm)(?: mainly| also| only|['’]re| are)*(?: an?)? ?$"
)
"""What stands before a trade and tells what somebody does for a living: 我们是做市场调查的."""
_SLIPPED = re.compile(
    r"(?:混[进入]|夹带|掺[进入])了?[^,。;?!]{0,12}?(?:员工|职工|同事|雇员)"
    r"|(?:员工|职工|同事|雇员)[^,。;?!]{0,10}?(?:混[进入]|夹带|掺[进入])"
    r"(?:了|去|来|[^,。;?!]{1,8}[里中])"
    r"|\b(?:staff|employees?|colleagues)\b[^.;?!]{0,40}\b(?:slipped in|(?:got|were|was) mixed in)"
    r"|\b(?:slipped|mixed) in[^,.;?!]{0,30}\b(?:staff|employees?|colleagues)\b"
)
_ADMINISTERED = re.compile(
    r"考勤|薪酬|薪资|工资|绩效|社保|人事|人力资源|花名册|\bhr\b|payroll|salar|attendance"
)
"""What tells of data that are kept to manage staff."""
_USE_ENGLISH = (
    r"(?:\b(?:for|to|in|into|run|runs|running|do|does|doing|conduct\w*|support|as part of"
    r"|using it for)"
    r"(?: (?:an?|the|its|their|our|some|new|use|run|do|conduct|support|help|with|further|own))*"
    r"(?: [a-z-]+){0,2}? )"
)
_USE_END_ENGLISH = (
    r"s?(?: (?:purposes?|projects?|work|study|studies|models?|there|abroad|in [a-z ]{2,20}))*"
    r"(?=$|[,.;?!:)]| (?:and|but|by|of|on|not|so|what|which|do|is)\b)"
)


_MARKETS = r"广告|营销|推广|推送|市场调[研查]|调研|画像|商业分析|数据分析|大数据|训练|推荐"
_MARKETERS = r"(?:公司|商|平台|机构|方|企业|伙伴|服务商|团队|中介)"
_SOLD = re.compile(
    rf"(?:给|发|传|送|卖|交|提供|同步|共享|分享|让)[^,。;?!]{{0,12}}?(?:{_MARKETS}){_MARKETERS}"
    rf"|(?:做|用于|用来|拿去|拿来|去|搞|跑|投|打)(?:精准|个性化|一些|点)?(?:{_MARKETS})"
    r"|\bto [^.;?!]{0,24}?\b(?:ad(?:vert\w+)?|marketing|market research|analytics|promotion\w*)"
    r"(?: \w+)? ?(?:firms?|agency|agencies|compan(?:y|ies)|partners?|platforms?|networks?)\b"
    r"|\bfor (?:\w+ ){0,2}?(?:advertising|ads|marketing|profiling|promotions?|market research)\b"
)
_NOT_SOLD = re.compile(
    r"(?:不|没|未|别|禁止)[^,。;?!]{0,6}$|(?:\bnot\b|n['’]t|\bnever\b)[^,.;?!]{0,24}$"
)
"""Aims of trade, for which data are given to somebody who serves them: 发给国外广告公司."""


def denies_aim(names: tuple[str, ...], text: str) -> bool:
    """Whether a text says that data are given for none of the aims that ``names`` are words for,
    or go beyond what these need: 不是人事管理, 与人事管理无关."""
    denied = _denied(names)
    found = denied.search(text) if denied is not None else None
    return found is not None and _SAME_AFTER.match(text[found.end() :]) is None


def tells_aim(phrases: tuple[str, ...], text: str) -> bool:
    """Whether a text says that data are given for one of the aims of ``phrases``, rather than that
    somebody's trade is such, or that it is not done: 发给保险公司做产品研究."""
    told = _told(phrases)
    for found in told.finditer(text) if told is not None else ():
        before = text[: found.start()]
        if _NEGATED.search(before) is None and _OURS.search(before) is None:
            return True
    return False


def sold_aims(text: str) -> Iterator[re.Match[str]]:
    """Where a text says that data are given for an aim of trade: 也发给一家国外广告公司."""
    told = ((m, text[: m.start()]) for m in _SOLD.finditer(text))
    return (m for m, ahead in told if not (_NOT_SOLD.search(ahead) or _OURS.search(ahead)))


def slipped_in(text: str) -> bool:
    """Whether a text says that data of staff got among others by chance: 图里混进了员工的照片."""
    return _SLIPPED.search(text) is not None and _ADMINISTERED.search(text) is None


def _either(words: tuple[str, ...], *, english: bool) -> str:
    """An expression for one of the words of a language, in which a ``*`` stands for a few signs;
    one that matches nothing for none."""
    few = r"[^,.;?!]{0,30}" if english else r"[^,。;?!的]{0,8}"
    normal = sorted({normalise(w) for w in words}, key=len, reverse=True)
    escaped = (re.escape(w) for w in normal if w.isascii() == english)
    return "|".join(w.replace(r"\*", few) for w in escaped) or r"(?!)"


@functools.lru_cache(maxsize=16)
def _denied(names: tuple[str, ...]) -> re.Pattern[str] | None:
    if not names:
        return None
    bare = "|".join(re.escape(normalise(n)) for n in names if n.isascii() and n.isalpha())
    aim = f"(?:{_either(names, english=False)}|(?:{bare or '(?!)'})(?![a-z ]))"
    named = f"(?:{_either(names, english=True)})"
    return re.compile(
        rf"{_NO}{_FOR}{aim}{_NEED}{_END}"
        rf"|{_FROM}{aim}{_NEED}{_UNRELATED}"
        rf"|(?<!有)无关{aim}{_END}"
        rf"|{_BEYOND}{_FOR}{aim}"
        rf"|{aim}{_NOT_USED}"
        rf"|(?<!or )(?:\bnot|n['’]t|\bnever){_FILL_ENGLISH}"
        rf"(?:{_TO_ENGLISH} (?:for|about|because of|of|to|as|with){_TO_ENGLISH}"
        rf"|(?= [a-z]+ [a-z])) {named}{_END_ENGLISH}"
        rf"|\b(?:rather than|instead of|other than|unrelated to|outside|beyond|nothing to do with"
        rf"|no (?:link|relation|connection) (?:to|with)){_TO_ENGLISH} {named}{_END_ENGLISH}"
        rf"|\b(?:no|without(?: any)?) {named} (?:purpose|reason|need)\b"
    )


@functools.lru_cache(maxsize=16)
def _told(phrases: tuple[str, ...]) -> re.Pattern[str] | None:
    if not phrases:
        return None
    aim = f"(?:{_either(phrases, english=False)})"
    named = f"(?:{_either(phrases, english=True)})"
    return re.compile(rf"{_USE}{aim}{_USE_END}|{_USE_ENGLISH}{named}{_USE_END_ENGLISH}")
