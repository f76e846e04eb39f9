"""Who tells that a guest booked or bought something abroad themselves, and that it is passed on to
those there (他自己买了国际票，我们把资料给外航): that is the contract for which the law waives the
procedures, told as a situation. Pure but for its search.
"""

from __future__ import annotations

import re

import msgspec

from dialog.reply.searching import Search
from knowledge.answers.places_abroad import CHINESE_ABROAD, ENGLISH_ABROAD
from knowledge.findings import Findings
from knowledge.snapshot import PLAIN
from knowledge.text import is_english, normalise

_QUESTION = "为履行合同出境可以免手续，是指哪些合同，酒店、机票预订算吗？"
_LONGEST = 70
"""Characters beyond which a text tells a case of its own; English has thrice as many."""
_GUEST = r"(?:客人|旅客|乘客|游客|团员|顾客|客户|用户|会员|学生|病人|本人|人家|[他她]们?|有人|老人)"
_BOOKED = re.compile(
    rf"{_GUEST}[^,。;?]{{0,12}}?(?:买|订|定|预订|预定|购|报|下单|办)(?:了|的|好|过|到)*[^,。;?]{{0,10}}?(?:票|酒店|民宿|旅馆|航班|邮轮|房|团|签证|租车|门票|游学)"
    r"|\b(?:guests?|passengers?|customers?|clients?|travell?ers?|tourists?|students?|he|she|they)\b[^.;?]{0,24}?\b(?:book(?:ed|s)?|bought|buys|reserved?|ordered)\b[^.;?]{0,30}?\b(?:tickets?|hotels?|flights?|rooms?|cruises?|visas?|tours?|cars?)\b"
)
_GIVEN = re.compile(
    r"(?:把|将)?[^,。;?]{0,12}?(?:资料|信息|名字|姓名|电话|护照|名单|数据|证件|行程)[^,。;?]{0,8}?(?:给|传|发|报|交|提供|送)|(?:给|传|发|提供)[^,。;?]{0,14}?(?:资料|信息|名字|姓名|护照|名单|数据)"
    r"|\b(?:pass|send|give|share|forward|provide|hand)\w*\b[^.;?]{0,40}?\b(?:details?|data|names?|passports?|information|list)\b|\b(?:details?|data|names?|passports?|information)\b[^.;?]{0,24}?\b(?:passed|sent|given|shared|forwarded|go(?:es)?)\b"
)
_ABROAD = re.compile(
    rf"外航|国外|境外|海外|外国|国际|{CHINESE_ABROAD}|\b(?:abroad|overseas|foreign|{ENGLISH_ABROAD})\b"
)
_OTHER_USE = re.compile(
    r"营销|推广|广告|画像|分析|训练|研究|卖|罚|同意书|总部|紧急|昏迷|抢救|病危|\d+ ?万?(?:人"
    r"|名|个|位)"
    r"|\b(?:marketing|profil\w+|advert\w*|analy\w+|train\w*|sell\w*|fined?|headquarters|emergency|hospital)\b|\b\d[\d,]{2,}\b"
)
_ASKS_ELSE = re.compile(
    r"多久|多少|几天|什么时候|哪条|材料|合同怎么写|\b(?:how (?:long|much|many)|when"
    r"|which article)\b"
)


def tells_booking(text: str) -> bool:
    """Whether a text tells that somebody booked abroad themselves, and that their details are given
    to those there for it, and asks for nothing else."""
    plain = normalise(text).strip()
    if len(plain) > _LONGEST * (3 if is_english(plain) else 1):
        return False
    if _OTHER_USE.search(plain) or _ASKS_ELSE.search(plain):
        return False
    return all(shape.search(plain) for shape in (_BOOKED, _GIVEN, _ABROAD))


async def of_booking(found: Findings, text: str, search: Search) -> Findings | None:
    """What the law waives for such a contract, where nothing else is known; ``None`` to others."""
    known = found.band == "answer" or found.ruling is not None or found.law is not None
    if known or not tells_booking(text):
        return None
    held = await search(_QUESTION)
    return None if held.exact is None else msgspec.structs.replace(held, chance=PLAIN)
