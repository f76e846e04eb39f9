"""What is asked of catalogue items that were shown: how far back they go, where, how often, how.

The catalogue says of an item how often it is renewed, what area it covers and how it is delivered.
How many years it holds, it does not say. Pure.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Literal

from knowledge.text import normalise
from knowledge.types import Product

_LONGEST = 40
"""Characters beyond which a text is a wish of its own."""
_YEARS = r"(?:\d+|[两几多])(?:多)?(?:个)?(?:年|月|天)"
_SPAN = (
    rf"历史|(?:最?近|过去|往前|前|这|头){_YEARS}|(?:\d+|[两几多])多?个?[年月](?:前|以前|之前|以来|内|间)?|往年|历年|去年|前年|以往|早几年|老(?=数据|的)"
    r"|\d{4}年?(?:到|至|-|~|以[来前后])?(?:\d{4}年?)?|从(?:哪[1一]?年|什么时候)(?:开始|起)|多早|回溯|多少年|时间跨度|时间范围"
)
_PLACES = (
    r"全国|全球|全市|国外|海外|境外|长三角|珠三角|京津冀|华[东南北中]|西[南北]|东北|上海|北京|天津|重庆|广州|深圳|杭州|苏州|南京"
    r"|江苏|浙江|安徽|福建|江西|山东|河[南北]|湖[南北]|广[东西]|海南|四川|贵州|云南|陕西|甘肃|青海|辽宁|吉林|黑龙江|山西"
    r"|内蒙古?|新疆|西藏|宁夏|香港|澳门|台湾|(?:哪|别|其他|其它)(?:些|个|的)?(?:地方|城市|地区|省|区域)|本地|外地|覆盖(?:范围|哪|多大)?"
)
_PACE = (
    r"实时|即时|(?:每|按)(?:天|日|周|月|年|季度?|小时|分钟|秒)|[分小]?[时钟]级|[天日周月]更|多久(?:更新[1一]?[次回]?|[1一][次回])"
    r"|更新(?:频率|周期|快|频繁|及时)?|最新|[1一]天|几次"
)
_FORM = (
    r"api|接口|excel|csv|json|文件|表格|下载|格式|怎么(?:给|交付|拿|调用)"
    r"|交付(?:方式)?|样本|样例|试用"
)
_AROUND = (
    r"那|请问|你们?|它们?|这[个些]?|里面?|还|都|只|有没有|有|没有?|是不是|是|能不能|能|可以|要|想要|想|最好|什么|哪种|怎么样|会|提供|给|用"
    r"|包括|包含|含|覆盖|支持|数据|的|部分|版本?|在内|多少|吗|么|呢|啊|呀|吧|[,.?!~。 ]"
)
_AROUND_ENGLISH = (
    r"and|or|is|are|do|does|it|they|you|u|have|has|any|the|a|an|for|of|in|with|as|there|what|about|how|can"
    r"|i|we|get|also|data|ones?|version|available|cover(?:s|ed|age)?|go|goes|back|far|come|please|include[sd]?"
)
_SPAN_ENGLISH = (
    r"histor(?:y|ic|ical)|archives?d?"
    r"|(?:the )?(?:last|past|previous) (?:\w+ )?(?:years?|months?|decades?)"
    r"|\d+ years?|ten years|older|past|since \d{4}|\d{4}|last year"
)
_FACT_ENGLISH = (
    r"real[- ]?time|live|daily|hourly|weekly|monthly|updated?|often|nationwide|national|global"
    r"|shanghai|beijing|china|api|csv|excel|json|format|deliver(?:y|ed)?|download|samples?|cities"
)
_BLANK = "没有写"
_ALL = re.compile(rf"(?:{_SPAN}|{_PLACES}|{_PACE}|{_FORM}|{_AROUND})+")
_SPANS = re.compile(_SPAN)
_FACTS = re.compile(f"{_PLACES}|{_PACE}|{_FORM}")
_ALL_ENGLISH = re.compile(
    rf"(?:(?:{_SPAN_ENGLISH}|{_FACT_ENGLISH}|{_AROUND_ENGLISH})(?:[,.?! ]+|$))+"
)
_SPANS_ENGLISH = re.compile(rf"\b(?:{_SPAN_ENGLISH}|far back)\b")
_FACTS_ENGLISH = re.compile(rf"\b(?:{_FACT_ENGLISH})\b")


def detail_of(text: str) -> Literal["", "detail", "span"]:
    """What a text asks of items shown, and nothing else: how many years they hold, or what an item
    says of itself (where, how often, how it is delivered)."""
    text = normalise(text).strip()
    if len(text) > _LONGEST:
        return ""
    english = text.isascii()
    if (_ALL_ENGLISH if english else _ALL).fullmatch(text) is None:
        return ""
    if (_SPANS_ENGLISH if english else _SPANS).search(text) is not None:
        return "span"
    return "detail" if (_FACTS_ENGLISH if english else _FACTS).search(text) is not None else ""


def told_of(items: Iterable[Product]) -> list[str]:
    """What the catalogue says of each item, a sentence an item."""
    return [
        f"{n}. {i.name}：更新{i.update or _BLANK}，范围{i.coverage or _BLANK}，"
        f"交付{i.delivery or _BLANK}。"
        for n, i in enumerate(items, 1)
    ]
