"""Who asks, told before a question, and a wish told instead of one. Pure.

我们是一家做传感器的小公司，想入驻，要怎么办 asks what 想入驻，要怎么办 asks. Whatever may be a
condition of the answer (a number, a denial, 境外, 个人) is no mere introduction.
"""

from __future__ import annotations

import re

from knowledge.text import is_english, normalise

_WE = (
    r"(?:您好|你好|请问|我们?|咱们?|我司|本公司|公司|这边|这里|单位|企业|目前|现在|主要|就|也"
    r"|[, ])*"
)
_FIRM = r"(?:公司|企业|单位|团队|工厂|厂|工作室|创业者|平台|机构)"
_CHINESE = re.compile(
    rf"{_WE}(?:是|做|从事|搞|经营|叫|来自|专做|专门做)[^,。?!;]{{1,18}}"
    rf"|{_WE}(?:1?[家个名间])?(?:小|中小|小微|初创|大|民营|刚成立的|普通)*{_FIRM}"
    r"|做[^,。?!;]{1,12}的|(?:您好|你好|老师好?|请问)+"
)
_ENGLISH = re.compile(
    r"(?:(?:hello|hi)[,. ]+)?"
    r"(?:(?:i|we)(?:'m|'re| am| are| run| own| work (?:for|at)| represent)"
    r"|(?:my|our) (?:company|firm|team|business)(?: is| does| makes| sells)|this is)"
    r" [a-z][a-z' -]{1,60}"
)
_WISH_ENGLISH = (
    r"(?:i|we)(?:'d| would)? (?:want|like|wish|hope|plan|intend)(?: to)?|want to|would like to"
)
_ENDS_ENGLISH = re.compile(
    rf"[,.;] *(?:and )?|:\s*| and (?=(?:{_WISH_ENGLISH}|how|what|which)\b)", re.IGNORECASE
)
_CONDITION = re.compile(
    r"[没无未不非]|如果|要是|假如|只|仅|\d|外资|合资|境外|国外|海外|外国|外地|个人|个体|自然人|政府|国企|国有"
    r"|\b(?:no|not|without|if|only|foreign|overseas|abroad|individual|person|government|state|public"
    r"|person|subsidiary)\b"
)
_ASKING = re.compile(r"[吗呢么?]|什么|怎|哪|多少|几|谁|如何|是不是|能不能|要不要|是否|有没有")
_MARKS = re.compile(r"[,，。;；!！]+\s*(?=\S)")
_ONE = re.compile(r"1(?=[家个名间])")
_WISHING = re.compile(
    rf"{_WE}(?:很|特别|也|都|有点)?(?:想要?|打算|希望|计划|准备|考虑|有意)(?:能|可以|来|去|要|申请|尽快|今年)*"
)
_WISHING_ENGLISH = re.compile(rf"(?:{_WISH_ENGLISH})")
_END = re.compile(r"(?:的?(?:话|想法|打算|意向)|[了的呢啊呀吧哦,.!。 ]|(?:please|now|soon)\b)*")


def introduction(text: str) -> str:
    """What a normalised question tells first of who asks; empty where it does not, or where that
    may be a condition."""
    told = _told_english(text) if is_english(text) else _told(text)
    return "" if _CONDITION.search(_ONE.sub("", told)) else told


def wishes_for(before: str, behind: str) -> bool:
    """Whether what stands before and behind a name only says that it is wished for."""
    before, behind = normalise(before).strip(), normalise(behind).strip()
    wishing = _WISHING_ENGLISH if is_english(f"{before} {behind}") else _WISHING
    return wishing.fullmatch(before) is not None and _END.fullmatch(behind) is not None


def _told(text: str) -> str:
    """The clauses of a Chinese text up to the first that does more than introduce."""
    end = 0
    for mark in _MARKS.finditer(text):
        clause = _ONE.sub("", text[end : mark.start()].strip())
        if _ASKING.search(clause) or _CHINESE.fullmatch(clause) is None:
            break
        end = mark.end()
    return text[:end]


def _told_english(text: str) -> str:
    for end in _ENDS_ENGLISH.finditer(text):
        if end.end() < len(text) and _ENGLISH.fullmatch(text[: end.start()]):
            return text[: end.end()]
    return ""
