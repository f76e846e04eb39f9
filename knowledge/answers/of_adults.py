"""Places that are named for children (幼儿园, a children's hospital) and grown-ups named by them
(孩子的家长): whose data it is decides, and not whose the place is. Pure; over normalised texts.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence

_CHILD = r"(?:未成年人?|小?孩子?|儿童|幼儿|婴幼?儿|小朋友|宝宝|小学生|学生|学员|娃娃?)"
_SCHOOL = re.compile(r"幼儿园|幼儿班|幼儿中心|托儿所|婴幼儿托育|幼儿教育|幼儿(?=机构|公司|集团)")
_PLACE = re.compile(
    r"(?:婴幼儿|幼儿|儿童|孩子|少儿|小孩)(?=医院|诊所|门诊|牙科|乐园|公园|游乐|摄影|影楼|服装|鞋|书店|书城|绘本馆|餐厅|剧院|剧场|博物馆"
    r"|用品|玩具|家具|食品|奶粉|教育|英语|编程|培训|俱乐部|中心|机构|基金|频道|出版)"
    r"|\b(?:children|kids|infants|toddlers)['’]?s? (?=hospital|clinic|dentist|shop|store|museum"
    r"|theatre|theater|publisher|club|charity|cloth|shoe|book|toy|playground|nursery|centre|center)"
)
_ADULTS = (
    r"老师|教师|师资|员工|职工|同事|职员|雇员|教职工|保育员|园长|校长|厨师|阿姨|保安|司机|教练|医生|护士|大夫|医护|家长|父母|爸妈"
    r"|妈妈|爸爸|父亲|母亲|监护人|爷爷|奶奶|采购|财务|行政|前台|经理|主管|股东|投资人|店员|供应商|大人|成年人?|成人"
)
_ADULTS_ENGLISH = (
    r"teachers?|staff|employees?|colleagues?|parents?|mothers?|fathers?|mums?|moms?|dads?"
    r"|guardians?|coach(?:es)?|doctors?|nurses?|cooks?|drivers?|carers?|adults?|grown-ups?"
    r"|managers?|suppliers?|volunteers?"
)
_BY_CHILDREN = re.compile(
    rf"{_CHILD}(?:们)?的?(?={_ADULTS})"
    rf"|\b(?:children|kids|pupils|toddlers|infants|minors|students)['’]?s? (?={_ADULTS_ENGLISH})"
)
_OF_CHILDREN = re.compile(
    rf"\b(?P<who>{_ADULTS_ENGLISH}) of (?:the |our |their )?(?:\w+ )?"
    r"(?:children|kids|pupils|toddlers|infants|minors|babies)\b"
)
_ADULT = re.compile(rf"{_ADULTS}|\b(?:{_ADULTS_ENGLISH})\b")
_YOUNG = re.compile(
    rf"(?<!没有)(?<!不含)(?<!没)(?:{_CHILD}|孩|童(?!装|书|鞋)|婴|病人|患者|病历|班级|\d+岁)"
    r"|(?<!no )(?<!not )\b(?:child|children|kids?|pupils?|toddlers?|infants?|minors?|babies"
    r"|students?|patients?)\b"
)
"""Whoever is young there, or may be."""


@functools.lru_cache(maxsize=512)
def by_whom(text: str) -> str:
    """A text with grown-ups named as such, and not by the children that they have or teach."""
    return _OF_CHILDREN.sub(lambda m: m["who"], _BY_CHILDREN.sub("", text))


def of_adults(texts: Sequence[str]) -> list[str]:
    """The texts of one conversation in which a place for children is a place like others, where
    grown-ups are named there and nobody who is young."""
    told = [by_whom(text) for text in texts]
    plain = [_PLACE.sub("", _SCHOOL.sub("学校", text)) for text in told]
    whole = ",".join(plain)
    return plain if _ADULT.search(whole) and not _YOUNG.search(whole) else told
