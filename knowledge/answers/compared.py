"""A zone that a text names only to compare with those who are in it (和临港那家公司一样吗,
临港的同行一千万才评估; like the shops in Lingang): it is no site of one's own, and the number told
of them is none of one's own. Pure; over normalised texts. The names of the zone are those of the
table.
"""

from __future__ import annotations

import functools
import re

from knowledge.types import DecisionTable, Input

_FIRMS = r"(?:公司|企业|单位|酒店|商场|超市|门店|店|船公司|船东|厂|工厂|银行|平台|机构|医院|诊所)"
_PEERS = (
    rf"(?:同行|对手|友商|邻居|客户|朋友|兄弟单位|[那哪某][1一]?[家个些]{_FIRMS}?|别的{_FIRMS}?|其他的?{_FIRMS}?"
    r"|人家)"
)
_PEERS_ENGLISH = (
    r"(?:competitors?|peers?|rivals?|neighbou?rs?|friends?|others?|those|everybody|anyone"
    r"|(?:the|other|some|another|an?) (?:\w+ )?(?:shops?|stores?|firms?|compan(?:y|ies)|hotels?"
    r"|agenc(?:y|ies)|restaurants?|supermarkets?|carriers?|hospitals?|clinics?|business(?:es)?))"
)
_LINE = r"(?:标准|门槛|线|规矩|规定|做法|办法|待遇|政策|口径|清单|额度|那[1一]?套)"


@functools.lru_cache(maxsize=8)
def _pattern(names: tuple[str, ...]) -> re.Pattern[str]:
    zone = (
        rf"(?:{'|'.join(map(re.escape, (*names, '自贸区', '新片区', '区内', '区里', 'the zone')))})"
    )
    alike = r"(?:[1一]样|1样|那样|相同|类似|看齐|对齐|[1一]个待遇|同等|同样)"
    return re.compile(
        rf"(?:和|跟|与|像|同|比照|参照|参考|照着?|按照?|比|向|套用?|用)(?!在)[^,。;?!]{{0,8}}?{zone}[^,。;?!]{{0,16}}?"
        rf"(?:{alike}|{_LINE}|比(?=[,。;?!]|$)|相比|来(?:算|办|走))[^,。;?!]*"
        rf"|(?:^|(?<=[,。;?!]))(?:(?!我们|咱|本公司|我司|注册|[是在])[^,。;?!]){{0,8}}?{zone}(?:那边|里面?|内|区)*的?{_PEERS}[^,。;?!]*"
        rf"|(?:^|(?<=[,。;?!]))(?:(?!我们|咱|本公司|我司|注册|[是在])[^,。;?!]){{0,8}}?{zone}(?:那边|里面?|内)*的{_FIRMS}[^,。;?!]*"
        r"(?=[,。;?!][^,。;?!]{0,3}(?:我们|咱|本公司|我司|那))"
        rf"|\b(?:like|as|same as|similar to|compared (?:to|with)"
        rf"|unlike)\b[^.;?!]{{0,40}}?{zone}[^.;?!]*"
        rf"|\b{_PEERS_ENGLISH} (?:\w+ )?(?:in|inside|within|from"
        rf"|at) (?:the )?(?:\w+ )?{zone}[^.;?!]*"
    )


def without_compared(text: str, known: Input | None) -> str:
    """A text without what it tells of others who are in the zone that an input of a table names."""
    if known is None:
        return text
    words = (w for v, ws in known.words.items() if v != known.assume for w in ws)
    return _pattern(tuple(dict.fromkeys(w.lower() for w in words))).sub("", text)


def compares(table: DecisionTable, text: str) -> bool:
    """Whether a text compares its own case with those who are in the zone of a table."""
    return without_compared(text, zone_of(table)) != text


def zone_of(table: DecisionTable) -> Input | None:
    """The input of a table that is a zone."""
    return next((i for i in table.inputs if i.half), None)
