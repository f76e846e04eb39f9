"""What asks whether something holds, and tells nothing of it: 这不就是重要数据吗, isn't that
important data already? Pure; texts are normalised."""

from __future__ import annotations

import re

_ASKED = re.compile(
    r"(?:有没有|是不是|是否|会不会|含不含有?|属不属于|涉不涉及|算不算|在不在)"
    r"(?:也|都|还|已经|就|应该|应当|会|要|能|在|位于|注册在|设在|落在|被?(?:算作?|当作?|视为|认定为|归为|归到?|列为|属于?"
    r"|是|成))*(?:任何)?$"
)
"""What stands before a phrase and asks whether it holds: 有没有敏感的."""
_WHETHER = re.compile(
    r"(?:算作?|是|属于?|涉及|成了|变成|构成|视为|当作?)(?:了|1种)?$|\b(?:is|are)\s(?:it|this|that"
    r"|they|these)\s$"
)
_WHETHER_BEHIND = re.compile(
    r"(?:的|性|个人|信息|数据|[\sa-z])*(?:了|啊|的)?(?:[吗么?]|吧[啊呀]?[?])"
)
"""What stands around a phrase and asks whether it holds: 身份证号算敏感信息吗, 是重要数据吧？"""
_TURNED = re.compile(
    r"(?:^|[,.;:?!] ?|\b(?:so|and|but|then|or|wait|well|sorry) )"
    r"(?:(?:is|are|was|were)(?:n['’]t)?|(?:do|does|would|will|might|could|should)(?:n['’]t)?"
    r"|am i right that|whether)\s(?:not )?"
    r"(?:it|this|that|they|these|those|(?:the|our|such|all|any)\s(?:[a-z-]+\s){1,4}?)\s?"
    r"(?:(?:not|all|already|then|really|also|still|actually|in fact|be|been|considered|deemed"
    r"|regarded|treated|classed|classified|seen|counts?|counted|as|is|are|an?|any|some|kind|sort|of"
    r"|to|legally|usually|always|automatically|fall|under)\s)*$"
)
"""What stands before a phrase where an English sentence asks whether it is that."""
_TURNED_BEHIND = re.compile(
    r"(?:\s(?:personal|information|data|info|category|stuff))*"
    r"(?:\s(?:already|then|too|as well|anyway|at all|or not|right|here|there|by law|now"
    r"|(?:in|under|for)(?:\s[a-z'’]+){1,4}?))*\s*(?:[?]|$)"
)


_OR = re.compile(
    r"(?:^|\bor )(?:is it |are they |must (?:it|they) be |does it have to be )?(?:only |just )"
    r"(?:if )?(?:it(?: is|'s) |they(?: are|'re) )?(?:truly |fully |really )?$"
    r"|还是(?:说)?(?:只能|只有|只许|得|要|必须|一定要?|非得)(?:是|买|卖|用|做|先|等)*$"
)
"""What puts a phrase up as the second of two ways: or only anonymised? 还是只能匿名化的？"""
_OR_BEHIND = re.compile(r"[^,.。;!]*[?]|[a-z ]*$|[^,。;!?]{0,8}(?:才(?:行|能|可以)|吗|呢)")
_DENYING = re.compile(r"不是|不属于|不涉及|不算|非")
"""The beginning of a phrase that denies: 这不是敏感信息吗 asks, and denies nothing."""


def asks_whether(phrase: str, before: str, behind: str) -> bool:
    """Whether a phrase with such words ``before`` and ``behind`` it is asked for, not told."""
    if _ASKED.search(before) or (_OR.search(before) and _OR_BEHIND.match(behind)):
        return True
    if _DENYING.match(phrase) and _WHETHER_BEHIND.match(behind):
        return True
    if _WHETHER.search(before) and _WHETHER_BEHIND.match(behind):
        return True
    return _TURNED.search(before) is not None and _TURNED_BEHIND.match(behind) is not None
