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
        (
            r"(?<!\d)\d{1,3}个?(?:天|日|工作日|年|月|小时|分钟|周)|立即|及时|长期|永久"
            r"|(?:day|year|hour|month)s?\b"
        ),
    ),
    "money": (
        (
            r"多少钱|费用|收费|手续费|[交付缴]费|价格|收多少|几块|免费|[要收交付花掏]钱|费率|几个?钱|几元"
            r"|几万|几百块|\bcosts?\b|\bfees?\b|\bprices?\b|\bcharges?d?\b|how much"
        ),
        r"元|(?<!消)费|价(?!值)|不收钱|不要钱|\byuan\b|\bfees?\b|\bcosts?\b|\bprices?\b|\bfree\b",
    ),
    "sum": (
        (
            r"多少钱|几块|几个?钱|几元|罚(?:款)?(?:多少|几)|几百块|收多少|交多少"
            r"|how much (?:is|do|does|will|would)"
        ),
        r"\d[万亿]?元|免费|不收|不要钱|\d%|\d倍|yuan\b|free of charge",
    ),
    "moment": (
        (
            r"什么时候|何时|哪一?天|哪一?年|几号|几月|啥时候|日期|哪个月"
            r"|\bwhen\b|what (?:year|date)"
        ),
        r"\d+年|\d+月|\d+日|日期",
    ),
    "day": (r"哪一?天|几月几号|几号(?!文)|哪一?日|what date|which day", r"\d月\d+日|\d日"),
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
    "penalty": (
        r"罚|后果|怎么处理|会怎样|会怎么样|咋处理|追责|\bpenalt|\bfined?s?\b|punish",
        r"罚|责|元|吊销|警告|没收|处分|停业|关闭|追究",
    ),
    "count": (
        r"多少(?!钱|天|年)|几个|几种|几类|几步|几家|几条|几项|how many|number of",
        r"\d+",
    ),
    "contact": (
        r"电话|联系|邮箱|网址|地址|\bphone\b|\bcontact\b|\be?-?mail\b|\baddress\b|\bwebsite\b",
        r"电话|热线|\d{5,}|邮箱|网址|地址|路|区|\.com|\.cn",
    ),
    "mailbox": (r"邮箱|邮件地址|\be-?mail\b|\bmailbox\b", r"@|邮箱"),
    "phone": (r"电话|号码是|热线|传真|\bphone\b|\bhotline\b|\bfax\b", r"电话|热线|\d{5,}"),
    "website": (
        r"网址|网站|链接|官网|\bwebsite\b|\burl\b|\blink\b",
        r"网址|网站|\.com|\.cn|https?",
    ),
    "share": (r"百分|比例|几成|占比|percent|what share", r"%|百分|成"),
    "volume": (r"多少(?:亿|万)|金额|规模|成交额|turnover", r"亿|万"),
    "bank": (r"哪家银行|什么银行|哪个银行|which bank", r"银行|\bbanks?\b"),
    "members": (
        (
            r"哪\d+[个家类种项条]|分别是|分别叫|列给我|列出来|都列|全名|名单|都有谁|有哪几|哪几[个家类种项]"
            r"|是哪些|有哪些|\b(?:list|name) (?:the|all|them)"
            r"|what are the (?:\d+|two|three|four|five|six|seven|eight)"
        ),
        r"(?:[^、；。]+[、；]){2,}|(?:[^,;.]+[,;]){2,}",
    ),
    "format": (
        r"什么格式|几位|字段|编码|多少位|长什么样|\bformat\b|\bdigits?\b",
        r"格式|位|字段|编码|\bformat\b",
    ),
    "words": (r"原文|逐字|原话|全文|word for word|verbatim|exact (?:text|wording)", r"原文"),
}
_WANTED = tuple(re.compile(wanted) for wanted, _ in _KINDS.values())
_HELD = tuple(re.compile(held) for _, held in _KINDS.values())
_ARTICLE = list(_KINDS).index("article")


@functools.lru_cache(maxsize=8192)
def wanted(question: str) -> int:
    """The kinds of things that a normalised question asks for, a bit each."""
    return _bits(_WANTED, question)


def held(text: str) -> int:
    """The kinds of things that a normalised text holds, a bit each."""
    return _bits(_HELD, text)


def cited(text: str) -> int:
    """What of it a reply holds by its citation: the article."""
    return 1 << _ARTICLE if _HELD[_ARTICLE].search(text) else 0


def figures(text: str) -> int:
    """How many kinds of figures stand in a text."""
    return len({quantity.kind for quantity in quantities(normalise(text))})


def _bits(signs: tuple[re.Pattern[str], ...], text: str) -> int:
    return sum([1 << bit for bit, sign in enumerate(signs) if sign.search(text)])


_UNITS = {
    "天": "day", "日": "day", "工作日": "day", "年": "year", "月": "month", "小时": "hour",
    "分钟": "minute", "周": "week", "家": "firm", "户": "firm", "名": "person", "位": "person",
    "人": "person", "个人": "person", "类": "kind", "种": "kind", "大类": "kind", "条": "article",
    "项": "item", "款": "paragraph", "步": "step", "级": "level", "档": "level", "次": "time",
    "回": "time", "趟": "time", "遍": "time", "份": "copy", "元": "money", "块": "money",
    "块钱": "money", "钱": "money", "倍": "fold", "件": "case", "例": "case", "起": "case",
    "笔": "deal", "单": "deal", "页": "page", "字": "sign", "期": "issue", "届": "issue",
    "批": "batch", "岁": "age", "米": "length",
}  # fmt: skip
"""What is counted by a measure word; words of one kind stand for each other."""
_MEASURE = "|".join(sorted(_UNITS, key=len, reverse=True))
_ASKED_UNIT = re.compile(rf"(?:几|多少)(?:[十百千万亿])?个?({_MEASURE})")
_HELD_UNIT = re.compile(rf"(?<![\d.])(\d+(?:\.\d+)?)[多余]?(?:[十百千]?[万亿])?个?({_MEASURE})")
_DATE = re.compile(r"(?:\d+年)?\d+月\d+日|\d{4}年(?:\d+月)?")
_CHOICE = re.compile(r"([^,，。？?；;、\s]{2,6})还是([^,，。？?；;、\s]{2,6})")
_LOOSE = "呢啊呀吗吧的了是"


@functools.lru_cache(maxsize=8192)
def measures_wanted(question: str) -> frozenset[str]:
    """What a normalised question wants counted: 几天 a number of days, 几家 of firms."""
    return frozenset(_UNITS[m[1]] for m in _ASKED_UNIT.finditer(question))


def measures_held(text: str) -> frozenset[str]:
    """What a normalised text counts. Dates count nothing."""
    return frozenset(_UNITS[m[2]] for m in _HELD_UNIT.finditer(_DATE.sub(" ", text)))


@functools.lru_cache(maxsize=8192)
def choice(question: str) -> tuple[str, ...]:
    """The two that a normalised question lets choose between (自然日还是工作日), if any."""
    match = _CHOICE.search(question)
    if match is None:
        return ()
    right = match[2].rstrip(_LOOSE)
    left = match[1][-max(len(right), 2) :].lstrip(_LOOSE)
    return tuple(side for side in (left, right) if len(side) > 1)
