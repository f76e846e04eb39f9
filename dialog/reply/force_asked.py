"""Whether a short text asks since when that holds which the reply before told. Pure.

Such a text names at most that it means a rule (这条什么时候施行, since when). Searched, it leads to
the dates of any law, so it is known by its whole wording.
"""

from __future__ import annotations

import re

from knowledge.text import is_english, normalise

_WHEN = (
    r"(?:什么时候|啥时候?|甚么时候|何时|几时|(?:哪[1一]?|几)(?:个)?(?:年|月|天|日|号)(?:哪[天日]"
    r"|几[号日])?"
    r"|(?:具体)?(?:日期|时间|日子)(?:是)?)"
)
_HOLDS = r"(?:施行|实施|生效|执行|起效|落地|启用|出台|颁布|公布|发布|适用|管用|有效|作废|废止|失效)"
_OPENS = r"(?:施行|实施|生效|执行|起效|落地|启用|出台|颁布|公布|发布)"
_RULE = (
    r"(?:法条|法律|法规|规定|文件|条文|条款|标准|国标|办法|条例|制度|规范|规则|要求|政策"
    r"|罚则|处罚|罚款|法|条|款)"
)
_SMALL = (
    r"那么?|哦|嗯|好的?|请问|麻烦|告诉我|想知道|我|我们|你们?|您|刚才|刚刚|前面|上面|上述|以上|说"
    r"|讲|提到?|话|的|了|过|是|就|也"
    r"|都|这|那|个|些|部|份|项|种|[1一]|它|该|到底|究竟|具体|正式|开始|起|从|自|才|已经?|现在|目前"
    r"|如今|还|现行|呢|吗|呀|吧|么|啊"
    r"|是不是|是否|有没有|没有?"
    r"|并|顺便|同时|请|把|将|再|给|发|列|报|写|附|要|出来|上|下|[,.。，?？!！、~ ]"
)
_BESIDE = re.compile(rf"{_WHEN}|{_HOLDS}|{_RULE}|{_SMALL}")
_DATED = re.compile(rf"{_WHEN}.{{0,6}}?{_OPENS}|{_OPENS}(?:的|了|是)*(?:具体)?{_WHEN}")
_ALREADY = re.compile(rf"{_OPENS}(?:了|没|吗|么)|(?:是不是|有没有|是否).{{0,4}}?{_OPENS}")
_STILL = re.compile(
    rf"{_RULE}.{{0,8}}?(?:有效|适用|管用|作废|废止|失效)|{_RULE}.{{0,4}}?(?:还|现在"
    rf"|目前).{{0,4}}{_HOLDS}"
)
"""Who asks whether something is valid means the rule only where that is named."""
_SINCE = re.compile(
    rf"(?:那|这|它|这个|这条|请问|[, ])*(?:(?:是|就|都)*[从自]{_WHEN}(?:起|开始|起算)的?"
    rf"|(?:是|就|都)*{_WHEN}(?:起|开始|起算)的)(?:呢|啊|呀|[?？。! ])*"
)
"""Since when, and not of what."""
_RULE_ENGLISH = re.compile(r"\b(?:rules?|laws?|acts?|articles?|provisions?|regulations?)\b")
_SINCE_ENGLISH = re.compile(
    r"(?:and |so |but |ok(?:ay)?,? |please |sorry,? )*"
    r"(?:(?:since|from|as of|effective|starting|beginning) "
    r"(?:when|(?:what|which) (?:date|day|year))"
    r"|when from|how long has (?:it|that|this|(?:that|this|the) (?:rule|law))"
    r" (?:been )?(?:in (?:force|effect)|applied|applicable|the law|existed))[?. ]*"
)
_FORCE_ENGLISH = re.compile(
    r"\b(?:in(?:to)? (?:force|effect)|(?:take|takes|took|taken|taking) effect|effective|enacted"
    r"|commence[ds]?)\b"
)
_APPLIES_ENGLISH = re.compile(r"\b(?:appl(?:y|ies|ied|icable|ying)|valid|enforced)\b")
"""What may be said of anything, and means the rule where a date is asked for."""
_BESIDE_ENGLISH = re.compile(
    r"\b(?:and|so|but|then|ok(?:ay)?|please|sorry|when|since|from|as|what|which|date|day|year|month"
    r"|exactly|precisely|did|does|do|will|was|is|are|were|has|have|had|been|be|it|that|this|these"
    r"|those|they|the|a|an|of|on|at|by|to|first|start(?:s|ed|ing)?|beg[aiu]n(?:s|ning)?|come|comes"
    r"|came|go|goes|went|enter(?:s|ed)?|get|gets|become|became|already|yet|still|now|currently"
    r"|rules?|laws?|acts?|articles?|provisions?|regulations?|measures|standards?|fines?"
    r"|penalt(?:y|ies)|requirements?|dut(?:y|ies)|you|i|me|tell|can|could|just|told|mentioned"
    r"|law)\b"
    r"|[,.?!' ]"
)
_DAY_ENGLISH = re.compile(r"\b(?:when|since|date|day|year)\b")
_WHETHER_ENGLISH = re.compile(r"(?:and |so |but )*(?:is|are|has|does|do|was)\b")


def asks_force(text: str) -> bool:
    """Whether a normalised text asks, with every word, since when a rule holds, or whether it does
    already or still."""
    if is_english(text):
        return _asks_in_english(text)
    if _SINCE.fullmatch(text) is not None:
        return True
    asked = _DATED.search(text) or _ALREADY.search(text) or _STILL.search(text)
    return asked is not None and not _BESIDE.sub("", text)


def asks_whether_still(text: str) -> bool:
    """Whether such a text asks whether the rule holds still, rather than since when."""
    text = normalise(text)
    if is_english(text):
        return re.search(r"\b(?:still|valid)\b", text) is not None
    return _DATED.search(text) is None and _STILL.search(text) is not None


def names_rule(text: str) -> bool:
    """Whether a normalised text says that it means a rule, rather than whatever was told."""
    if is_english(text):
        return _RULE_ENGLISH.search(text) is not None
    return re.search(_RULE, text) is not None


def _asks_in_english(text: str) -> bool:
    if _SINCE_ENGLISH.fullmatch(text) is not None:
        return True
    dated = _DAY_ENGLISH.search(text) is not None
    held = _FORCE_ENGLISH.search(text) or (dated and _APPLIES_ENGLISH.search(text))
    if not held or not (dated or _WHETHER_ENGLISH.match(text)):
        return False
    return not _BESIDE_ENGLISH.sub("", _APPLIES_ENGLISH.sub("", _FORCE_ENGLISH.sub("", text)))
