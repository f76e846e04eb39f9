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
    rf"|{_WE}(?:在|就在)?[^,。?!;卖有要想买把给传]{{0,10}}?[家个名间]"
    r"[^,。?!;卖有要想买把给传]{1,14}(?:的|里的?|工作|上班)"
    r"|做[^,。?!;]{1,12}的|(?:您好|你好|老师好?|请问)+"
)
_ENGLISH = re.compile(
    r"(?:(?:hello|hi|hey|good (?:morning|afternoon|evening|day))(?: there| everyone)?[,.! ]+)?"
    r"(?:(?:i|we)(?:'m|'re| am| are| run| own| manage| work (?:for|at|in)| represent| make| build"
    r"| come from| operate| have (?:a|an|our|one)(?= (?:chinese|local|shanghai|small|company|office"
    r"|factory|plant|branch|team)\b))"
    r"|(?:my|our) (?:company|firm|team|business|employer)(?: is| does| makes| sells| builds| runs"
    r"| operates)|this is)"
    r" [a-z][a-z' -]{1,60}"
    r"|(?:hello|hi|hey|good (?:morning|afternoon|evening|day))(?: there| everyone)?"
)
_WISH_ENGLISH = (
    r"(?:i|we)(?:'d| d| would)? (?:want|like|wish|hope|plan|intend)(?: to)?|want to|would like to"
)
_ENDS_ENGLISH = re.compile(
    rf"[,.;!] *(?:and )?|:\s*| and (?=(?:{_WISH_ENGLISH}|how|what|which)\b)", re.IGNORECASE
)
_CONDITION = re.compile(
    r"[没无未不非]|如果|要是|假如|只|仅|\d|外资|合资|境外|国外|海外|外国|外地|个人|个体|自然人|政府|国企|国有"
    r"|\b(?:no|not|without|if|only|foreign|overseas|abroad|individual|person|government|state|public"
    r"|person|subsidiary)\b"
)
_ABROAD = re.compile(
    r"\b(?:american|british|english|french|german|dutch|swiss|swedish|danish|norwegian|finnish"
    r"|irish|italian|spanish|portuguese|belgian|austrian|polish|russian|turkish|japanese|korean"
    r"|singaporean?|indian|thai|vietnamese|malaysian|indonesian|australian|canadian|brazilian"
    r"|mexican|israeli|european|taiwanese|hong kong|germany|france|japan|sweden|switzerland|italy"
    r"|spain|the netherlands|india|australia|canada|europe|the (?:us|usa|uk|eu))\b"
    r"|德国|法国|英国|美国|日本|韩国|新加坡|瑞[典士]|荷兰|意大利|西班牙|印度|澳大利亚|加拿大|欧洲|香港|台湾"
)
"""Whence a firm may come that is not registered in China."""
_HERE = re.compile(
    r"\b(?:china|chinese|shanghai|local) (?:branch|arm|unit|entity|operations?|business|company"
    r"|firm|subsidiary|office|team)\b|(?:中国|上海|国内|境内)的?(?:分公司|子公司|公司)"
)
"""The company here of one from elsewhere: that one is registered in China."""
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
    return "" if _CONDITION.search(_HERE.sub(" ", _ONE.sub("", told))) else told


def wishes_for(before: str, behind: str) -> bool:
    """Whether what stands before and behind a name only says that it is wished for."""
    before, behind = normalise(before).strip(), normalise(behind).strip()
    wishing = _WISHING_ENGLISH if is_english(f"{before} {behind}") else _WISHING
    return wishing.fullmatch(before) is not None and _END.fullmatch(behind) is not None


def from_abroad(told: str) -> bool:
    """Whether who asks, as it is told, comes from abroad and speaks of no company in China: for
    such a firm what is done here may be another thing."""
    told = normalise(told)
    return _ABROAD.search(told) is not None and _HERE.search(told) is None


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
    """The sentences of an English text up to the first that does more than introduce."""
    done = start = 0
    for end in _ENDS_ENGLISH.finditer(text):
        if end.end() < len(text) and _ENGLISH.fullmatch(text[start : end.start()].strip()):
            done = start = end.end()
    return text[:done]
