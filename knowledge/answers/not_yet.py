"""Numbers that are told as not reached (没到10万, 10万都不到, not even 100,000), or as the most
that there are (不超过10万). Pure; over what stands before and behind a number in a normalised text.

The number itself is among 10万以下 and 不超过10万: so reads the law (Civil Code, article 1259).
"""

from __future__ import annotations

import re

_NO = r"(?:(?<!有)没(?:有(?!没))?|尚?未|不(?!是))"
_REACHED = r"(?:达到|到达|到|达|满|够|足|上|凑[够满齐])"
_UNIT = r"(?:个人|[人个名位户条份])?"
_END = r"(?:那么|这么|之)?多?(?:的样子)?[吧呢吗啊呀嘛了的]*(?=$|[,。;?!、])"
_BELOW = re.compile(
    rf"(?:少于|小于|低于|{_NO}(?:能|有)?{_REACHED}(?:了|过)?(?:那个|这个)?"
    r"|差(?:[1一]?点|[1一]?些|不少|不多|好多|很多|得?远|[1一]?截)儿?(?:就|才|没|,)*(?:到|满|够|有|达到?|上)"
    r"|less than|fewer than|under|below|short of|shy of|nowhere near|not (?:even|quite|yet|up to)"
    r"|(?:n['’]t|\bnot|\bnever)(?: yet| even| quite)* (?:reach(?:ed|ing)?|hit|touch(?:ed)?|get to"
    r"|got to|gotten to|come to|make|made|amount to|at|up to))(?: an?)?\s*$"
)
"""What stands before a number that is not reached."""
_NOT_SO_MANY = re.compile(r"(?:(?<!有)没有?|哪里?有|哪来的?|哪儿?来的?)$")
_SO_MANY = re.compile(rf"{_UNIT}(?:客户|会员|用户|员工|病人|患者|学生|人)?{_END}")
"""What stands around a number that is not there in full: 没有10万人, and not 没有10个人的同意."""
_NOT_OVER = re.compile(r"(?:不是|并非|没有?|不算|\bnot|n['’]t)\s*$")
_OVER = re.compile(
    rf"{_UNIT}(?:以上|及以上|往上|开外)|\s*(?:people |persons )?(?:or more|and (?:over|above))\b"
)
_BEHIND = re.compile(
    rf"{_UNIT}(?:客户|会员|用户|员工|病人|患者|学生)?(?:都|也|还|根本|远远?|压根|尚|,)*"
    rf"{_NO}(?:能)?(?:{_REACHED}|有(?!意|敏|别|其|病|银|身))(?!\d)"
)
_FAR = re.compile(r"(?:离|距离?|跟|和)(?:着|那个|这个)?$")
_FAR_BEHIND = re.compile(
    rf"{_UNIT}(?:的?(?:门槛|线|标准|杠))?(?:都|也|还|可|,)*(?:差(?!\d)|远|有[1一]?(?:点|段|截|些|定)?(?:距离|差距))"
)
_LINE = re.compile(rf"{_UNIT}(?:的|这[条个道]|那[条个道])*(?:门槛|线|标准|杠+|红线|界限|坎)")
"""The number of the law, which is not reached."""
_AT_MOST = re.compile(
    rf"(?:不超过|不多于|至多|最多|{_NO}(?:有)?(?:超过?|破|过)|up to|at most|no more than"
    r"|(?:n['’]t|\bnot) (?:over|above|more than|exceed\w*))\s*$"
)
_AND_BELOW = re.compile(r"\s*(?:以下|以内|之内)")


def not_yet(before: str, behind: str) -> bool:
    """Whether a number is told as one that is not reached."""
    if _BELOW.search(before) or falls_short(before, behind):
        return True
    return _NOT_SO_MANY.search(before) is not None and _SO_MANY.match(behind) is not None


def falls_short(before: str, behind: str) -> bool:
    """Whether what stands behind a number, or on both sides of it, says that it is not reached."""
    if _BEHIND.match(behind) or (_NOT_OVER.search(before) and _OVER.match(behind)):
        return True
    if _BELOW.search(before) and _LINE.match(behind):
        return True
    return _FAR.search(before) is not None and _FAR_BEHIND.match(behind) is not None


def at_most(before: str, behind: str) -> bool:
    """Whether a number is told as the most that there are."""
    return _AT_MOST.search(before) is not None or _AND_BELOW.match(behind) is not None
