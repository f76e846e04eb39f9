"""Who names another kind of data behind those told of before, and asks whether they may be sold as
well (还有哈 客人的手照片 发抖音那种 能一起卖不): that kind is asked about by itself. Pure.

Said as it was typed, the turn is near what was told of the first kind, and gets the same reply.
"""

from __future__ import annotations

import re

from dialog.reply.kept import kept
from knowledge.text import normalise

_APART = r"[ \u3000,，、:：]"
_SALE = r"(?:卖(?![方家点场])|变现|挂牌|挂|上架|出售|交易(?!所))"
_MAY = r"(?:能不能|可不可以|可否|能否|行不行|能|可以|可)"
_TOO = (
    r"(?:也|都|[1一](?:起|并|块儿?|道)|顺便|顺带|跟着|连着?|打包|[1一]?同|拿来|拿去|直接|放[进在][1一]起|给"
    r"|给你们?|在[你这][们里儿]*|上去|的话)"
)
_FURTHER = re.compile(
    r"^(?:那么?|哦|嗯|对了|[,， ])*(?:还有|另外|再有|再就是|此外|再加上|对了"
    r"|除了(?:这些?|那些?|上面的?))"
    rf"(?:[1一][个件种样](?:事儿?)?|就是|我们?|手[里上]头?|的|有|[哈啊呢呀嘛哦]|{_APART})*"
    rf"(?P<thing>[^,，、。;；?？!！ \u3000]{{2,18}}?)"
    rf"(?:{_APART}+[^,，。;；?？!！ \u3000]{{1,12}}"
    r"(?:[那这](?:种|类|些|样)的?|之类的?|什么的|啥的))?"
    rf"{_APART}*(?:[这那](?:些|种|个|类)|它们?)?{_APART}*"
    rf"(?:{_TOO})*{_MAY}?(?:{_TOO})*(?P<sale>{_SALE})(?:了|掉|出去|上去|钱|给你们?)*"
    rf"(?P<asks>(?:{_MAY}|[吗么不嘛没行啊呀呢的吧])*)[?？。 ]*$"
)
_ASKED = re.compile(rf"{_MAY}|[吗么不嘛]")
_OF_ANOTHER = re.compile(
    r"什么|啥|谁|哪|怎么|如何|多少|多久|为什么|几|想|要|问|个问题|合规|同意|授权|手续|材料|合同|能$|可以$"
)
"""What asks something, and names no data."""

_DATA = re.compile(
    r"数据|记录|信息|资料|照片|图|像|视频|录音|轨迹|名单|档案|流水|成绩|单$|明细|统计|日志|病历|处方|件$|表$|号码?$"
)


@kept
def as_further_data(text: str) -> str:
    """The question whether a further kind of data may be sold, in words that name it alone; empty
    for any other text."""
    plain = normalise(text).strip()
    read = _FURTHER.match(plain)
    if read is None or _OF_ANOTHER.search(read["thing"]):
        return ""
    if not _ASKED.search(plain[read.end("thing") :]):
        return ""
    sale = "挂牌" if read["sale"] == "挂" else read["sale"]
    named = "" if _DATA.search(read["thing"]) else "信息"
    return f"{read['thing']}{named}能{sale}吗"
