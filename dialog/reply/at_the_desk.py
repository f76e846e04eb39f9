"""Who asks what the desk is (what is this place, what can I ask you, 你们这里是干什么的), or
whether it knows the visitor. Pure.

Searched, so few words lead to any other matter (an address, a hotline), and a greeting tells a
newcomer nothing. Such a text is known by its whole wording, behind a greeting or an introduction.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal

from dialog.reply.asides import WHO, asks_who
from knowledge.answers.introducing import introduction
from knowledge.text import normalise

OfTheDesk = Literal["", "desk", "memory"]
_YOURS = r"(?:那|请问|你们?|您们?|咱们?|贵[所司]|这[里儿边]|这个?|那[里儿边]|[, ])*"
_DESK = r"(?:网站|网页|页面|平台|系统|地方|机构|单位|窗口|柜台|交易所|助手|机器人|软件|程序|小程序)"
_WHAT = r"(?:什么|啥|哪些|哪[几1些]?样)"
_END = r"(?:吗|么|嘛|呢|吧|啊|呀|[?.!~。 ])*"
_HELLO = (
    r"(?:(?:hi|hello|hey|good (?:morning|afternoon|evening)|excuse me|sorry|please|so|well|okay|ok"
    r"|and|(?:i'?m|i am|we'?re|we are) new (?:here|to this|to china)|(?:it'?s |it is )?my first"
    r" time (?:here|on this (?:site|page))|(?:can|could|would) you (?:please )?(?:tell me|explain"
    r"(?: to me)?|say)|tell me|i (?:want|would like) to know|do you know|may i ask)[,.! ]*)*"
)
_PLACE = (
    r"(?: (?:place|site|website|page|desk|service|exchange|platform|company|chat|chatbot|bot"
    r"|assistant|app|thing))"
)
_HERE = r"(?: (?:here|exactly|for(?: me| us)?|about|all about|actually|today))*[?.! ]*"
_OF_THE_PLACE = re.compile(
    rf"(?=.*[这那你您贵]){_YOURS}{_DESK}?是(?:用来)?(?:干|做|搞|管){_WHAT}(?:用)?的{_DESK}?{_END}"
    rf"|(?=.*[这那你您贵]){_YOURS}{_DESK}?(?:是{_WHAT}|是哪[里儿]?|是?干嘛的?|是?干啥的|是?做啥的){_DESK}?{_END}"
    rf"|{_YOURS}(?:都|还)*(?:能|可以)(?:干|做|办)(?:些)?(?:{_WHAT}|嘛)(?:事情?|业务)?{_END}"
    rf"|{_HELLO}what(?:'s| is|) this{_PLACE}?(?: is)?{_HERE}|{_HELLO}where am i{_HERE}"
    rf"|{_HELLO}what (?:can|could|may) (?:i|we|one) (?:do|learn|get|find(?: out)?){_HERE}"
)
"""What asks what the place is. Amid a conversation something else is meant by such words."""
_OF_THE_DESK = re.compile(
    rf"{_YOURS}(?:都|还)*(?:能|可以|会)(?:[帮为给替]我们?|帮忙)?(?:干|做|办|回答|提供|帮忙?)?(?:些)?"
    rf"(?:{_WHAT}|嘛)(?:问题|事情?|业务|忙)?{_END}"
    r"|(?:我们?|在?这[里儿边]?|都|[, ])*(?:能|可以)[向跟找]?(?:你们?|您)?(?:问|咨询|了解)"
    rf"(?:你们?|您)?(?:些)?{_WHAT}(?:问题|事情?|内容|业务)?{_END}"
    r"|(?:请问|那|[, ])*(?:你们?|您)(?:到底|究竟)?是(?:谁|什么人|哪位|哪个|干嘛的"
    rf"|[干做]什么的){_END}"
    rf"|{_HELLO}what (?:do|can|does|could|will) (?:you(?: guys| people| folks)?"
    rf"|(?:this|the|your){_PLACE}) (?:do|does|help(?: me| us)? with|offer|answer|provide|tell me)"
    rf"{_HERE}"
    rf"|{_HELLO}what is it(?: that)? you (?:guys )?(?:do|offer){_HERE}"
    rf"|{_HELLO}what (?:you(?: guys| people)?|(?:this|the|your){_PLACE}) (?:do|does){_HERE}"
    rf"|{_HELLO}(?:what|which)(?: (?:kinds?|sorts?) of)?(?: (?:questions?|things?|topics?))?"
    rf" (?:can|could|may|should|do) (?:i|we|one) ask(?: you)?(?: about)?{_HERE}"
    rf"|{_HELLO}how (?:can|could|do|would) you help(?: me| us)?{_HERE}"
    rf"|{_HELLO}(?:who|what) (?:are|r) (?:you|u)(?: guys)?{_HERE}"
    rf"|{_HELLO}who am i (?:talking|speaking|chatting|writing)(?: (?:to|with))?{_HERE}"
    rf"|{_HELLO}introduce yourself{_HERE}"
)
"""What asks what the desk does, or who stands there."""
_NAMED = re.compile(r"[你您贵问]|咨询|这[里儿边]|\b(?:you|u|your|yourself|who|ask)\b|\bthis \w+ do")
"""What of these words means the desk whatever was spoken of."""

_WHERE = re.compile(
    rf"(?=.*[你您贵咱这])(?:那|请问)?(?:[去到来])?(?:{_YOURS}|上海(?:数据)?(?:交易所|数交所)?)*{_DESK}?的?"
    r"(?:具体|详细|办公|公司|实体|线下|联系|现场)*(?:的)?(?:地址|位置|地点|办公地[点址]|办公室|门店|大厅|总部|地儿)?"
    r"(?:具体|到底|究竟|现在|都)*"
    r"(?:(?:是|在|设在|位于|坐落在?)*(?:哪[里儿]?|什么地方|啥地方|哪个(?:区|位置|地方)|哪条路)"
    rf"|怎么走|怎么去|咋走|咋去){_END}"
    rf"|(?=.*[你您贵咱这]){_YOURS}的?(?:具体|详细|办公)*(?:地址|位置)是?(?:多少|{_WHAT})?{_END}"
    rf"|{_HELLO}where (?:are you|is your (?:office|desk|company|place|address)|can i find you"
    rf"|is the exchange|is this exchange)(?: (?:located|based|guys))?{_HERE}"
    rf"|{_HELLO}(?:what(?:'s| is) |tell me )?(?:your|the exchange's) (?:office )?address{_HERE}"
)
"""What asks, with every word, where the exchange is."""
WHERE = "交易所的地址"


_WHO_I_AM = r"(?:是谁|(?:叫|姓)(?:什么|啥)(?:名字)?|(?:的)?(?:名字|称呼|姓名))"
_KNOWS = r"(?:记不记得|认不认得|知不知道|记得|认得|认识|记住|记着|知道|晓得)"
_OF_MEMORY = re.compile(
    rf"(?:那|请问|现在|[你您]|还|也|是否|能不?能|会不?会|有没有|[, ])*{_KNOWS}了?我"
    rf"{_WHO_I_AM}?{_END}"
    rf"|(?:那|请问|[, ])*我{_WHO_I_AM}(?:来着)?(?:[你您]|还|[, ])*{_KNOWS}不?{_END}"
    rf"|{_HELLO}(?:do|can|will|would) you (?:still )?(?:remember|know|recall|recogni[sz]e)"
    r" (?:me|my name|who i am)(?: now| again)?[?.! ]*"
)


def asks_where(text: str) -> bool:
    """Whether a text asks where the exchange is and nothing else: 你们地址在哪."""
    return _WHERE.fullmatch(normalise(text).strip()) is not None


_DESK_NAMED = re.compile(r"[你您]们|[你您贵]所|[你您]这|交易所|数交所|\byour?\b")


def wording_of_the_desk(text: str, before: Sequence[str]) -> str:
    """The wording of what a part of a text asks of the desk itself: who answers, or where the
    exchange is, also behind a part that speaks to it (你们周末开门吗，地址在哪); else empty."""
    if asks_who(text):
        return WHO
    if asks_where(text):
        return WHERE
    named = bool(before) and _DESK_NAMED.search(normalise(before[-1])) is not None
    return WHERE if named and asks_where(f"你们{text}") else ""


def asked_of_the_desk(text: str, *, talked: bool) -> OfTheDesk:
    """What of the desk itself a normalised text asks for with every word: what it is or can be
    asked, or whether it knows who the visitor is (还记得我叫什么吗); empty where it asks for
    something else. ``talked``: a matter was spoken of before, which other words of the kind would
    go on with."""
    text = text[len(introduction(text)) :].strip()
    if _OF_MEMORY.fullmatch(text) is not None:
        return "memory"
    if not talked and _OF_THE_PLACE.fullmatch(text) is not None:
        return "desk"
    named = not talked or _NAMED.search(text) is not None
    return "desk" if named and _OF_THE_DESK.fullmatch(text) is not None else ""
