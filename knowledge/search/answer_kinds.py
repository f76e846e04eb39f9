"""What kind of thing an answer must hold to answer a question: a time, a sum, somebody, an article.

The commonest wrong answer is a true text about the right matter that lacks the very point asked
for. Wordings do not show it: who wrote them asked for what the text holds.
"""

from __future__ import annotations

import functools
import re

from knowledge.quantities import quantities
from knowledge.text import normalise

_KINDS: dict[str, tuple[str, str]] = {
    "duration": (
        (
            r"多久|多长|几天|几个工作日|几年|期限|多少天|多少年|时限|几个月|几小时|几分钟"
            r"|how long|how many (?:days|years|hours|months|minutes)|deadline"
        ),
        r"\d+个?(?:天|日|工作日|年|月|小时|分钟|周)|立即|及时|长期|永久|(?:day|year|hour|month)s?\b",
    ),
    "money": (
        r"多少钱|费用|收费|价格|收多少|几块|免费|要钱|费率|\bcosts?\b|\bfees?\b|\bprices?\b|\bcharges?\b",
        r"元|费|价|\byuan\b|\bfees?\b|\bcosts?\b|\bprices?\b",
    ),
    "moment": (
        r"什么时候|何时|哪一?天|哪一?年|几号|几月|啥时候|日期|\bwhen\b|what (?:year|date)",
        r"\d+年|\d+月|\d+日|日期",
    ),
    "somebody": (
        (
            r"谁|哪个部门|哪家|哪个机构|什么机构|哪个单位|由哪|主管部门|哪些部门"
            r"|\bwhom?\b|which (?:authority|agency|body|department)"
        ),
        r"部门|机构|局|办|委|公司|院|所|会|方|人",
    ),
    "article": (
        r"第几条|哪一?条|哪部法|哪个法|依据|which (?:article|law)|legal basis",
        r"第.{1,6}条|法|条例|办法|规定",
    ),
    "penalty": (r"罚|后果|\bpenalt|\bfined?s?\b|punish", r"罚|责|元|吊销|警告"),
    "count": (
        r"多少(?!钱|天|年)|几个|几种|几类|几步|几家|几条|几项|how many|number of",
        r"\d+",
    ),
    "contact": (
        r"电话|联系|邮箱|网址|地址|\bphone\b|\bcontact\b|\be?-?mail\b|\baddress\b|\bwebsite\b",
        r"电话|热线|\d{5,}|邮箱|网址|地址|路|区|\.com|\.cn",
    ),
    "share": (r"百分|比例|几成|占比|percent|what share", r"%|百分|成"),
    "volume": (r"多少(?:亿|万)|金额|规模|成交额|turnover", r"亿|万"),
}
_WANTED = tuple(re.compile(wanted) for wanted, _ in _KINDS.values())
_HELD = tuple(re.compile(held) for _, held in _KINDS.values())


@functools.lru_cache(maxsize=8192)
def wanted(question: str) -> int:
    """The kinds of things that a normalised question asks for, a bit each."""
    return _bits(_WANTED, question)


def held(text: str) -> int:
    """The kinds of things that a normalised text holds, a bit each."""
    return _bits(_HELD, text)


def figures(text: str) -> int:
    """How many kinds of figures stand in a text."""
    return len({quantity.kind for quantity in quantities(normalise(text))})


def _bits(signs: tuple[re.Pattern[str], ...], text: str) -> int:
    return sum(1 << bit for bit, sign in enumerate(signs) if sign.search(text))
