"""The yes or no that a stored answer begins with (要。, 不可以。, Yes.), and whether it answers
what a visitor asked. Pure.

It answers the stored question. The same document is found for questions of other kinds (几天内备案,
卖去标识的软件违法吗), where it would stand idle or say the opposite of what is meant; then it is
left out. What follows says the same with its reason. A yes or no to one duty (要申报吗) is none to
another (要做影响评估吗), though both be asked of the same case.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from knowledge.text import is_english, key, normalise

_ASKED: dict[str, str] = {
    "need": r"(?<![重主首紧只摘纲概索])要(?![求素点件约害闻么])|必须|须|应当|应该|该|强制|必要|非"
    r"|(?<![作使适能以会好够])用(?=吗)"
    r"|(?<![使获取觉懂晓认记显值写做算说看听过收免])得(?![到出了起知分以住很多])",
    "permit": r"(?<![功性职智产才只])能(?![源力耗])|可以|可否|可吗|可行|行(?=[吗么嘛?]|$)"
    r"|允许|准(?=[吗许])|让吗|合法",
    "be": r"(?<!要)是|算|属于|属吗|等于|构成",
    "will": r"会(?![员议计场])",
    "have": r"有",
    "apply": r"适用|约束|管(?!理)",
    "other": r"违法|犯法|违规|合规|免|受",
}
"""What yes or no is said to, by groups: the answer 可以 is none to 违法吗."""
_WORDS = re.compile("|".join(f"(?P<{name}>{words})" for name, words in _ASKED.items()))
_VERDICTS: dict[str, re.Pattern[str]] = {
    "need": re.compile(r"(?:一般|通常|也|都)?不?(?:要|用|需要|必|必须|应当|应该|一定)"),
    "permit": re.compile(r"(?:一般|通常|也|都)?不?(?:可以|能|行|允许|准|得)"),
    "be": re.compile(r"(?:一般|也|都)?不?(?:是|是的|算|属于|对|一定)"),
    "will": re.compile(r"(?:一般|也|都)?不?(?:会|一定)"),
    "have": re.compile(r"没?有|没"),
    "apply": re.compile(r"(?:也|都)?不?(?:适用|受)"),
}
_LEADING = re.compile(
    r"(?P<verdict>[\u4e00-\u9fff]{1,4})(?:。|，(?:我也[^。]*。|(?![但不可只也这除如前而就])))(?=.)"
    r"|(?P<english>Yes|No|As a rule (?:yes|no)|Usually (?:yes|no))(?:, and I [^.]*)?\. (?=.)"
)
"""A yes or no that can be left out: a sentence, or a clause that the next does not lean on."""
_ADVICE = re.compile(r"[先看问找查按据以](?!来没)")
"""How an answer begins with what to look at (先看合同，再看…): no yes or no."""
_CLAUSES = re.compile(r"[,;:。.!]+(?!\d)|(?<=[?])")
_HOW = re.compile(
    r"什么(?!都)|哪|怎么|怎样|如何|多少|多久|多长|几(?=[天个种年小月条款次项家步号类成])|谁"
    r"|何(?!必)|啥|咋"
)
_BOTH_WAYS = re.compile(r"(?P<a>[\u4e00-\u9fff])[不没](?P=a)")
"""要不要, 行不行, 有没有."""
_POLAR = re.compile(rf"[吗么嘛吧?]|{_BOTH_WAYS.pattern}|是否|能否|可否|有无|还是不|[不没]$|没有$")
"""What makes a clause a question that yes or no answers."""
_BEING = re.compile(
    r".*(?:算|属于|等于|构成|(?<![要还可但若或就])是)(?:不?[算是]|不属于)?(?P<object>.*)"
)
_COMING = re.compile(r".*(?<!不)会(?:不会|否)?(?P<object>.*)")
_OF_ALL = {"数据", "信息"}
"""What tells no kind from another: 重要数据, 核心数据."""
_ENDING = re.compile(r"(?:[吗么嘛吧呢啊呀了的?]|还?是?不是|不算)*$")
_DENIED = re.compile(
    r"(?:不|没有?|未|无需|无须)(?:需要|可以|应该|应当|必须|允许|[\u4e00-\u9fff])(?!$)"
)
_SCRAP = 5
"""Characters up to which a clause asks of the one before it: 自己卖给他，这样行吗."""
_ASKED_ENGLISH: dict[str, re.Pattern[str]] = {
    "need": re.compile(
        r"\b(?:must|ha(?:s|ve) to|had to|needs?|needed|required|requires?|should|mandatory"
        r"|obliged|compulsory|necessary)\b"
    ),
    "permit": re.compile(
        r"\b(?:may|can|could|allowed|permitted|legal|lawful|possible|okay|ok|fine)\b"
    ),
}
_AUXILIARY = re.compile(
    r"(?:(?:and|so|but|or|then|also|please|well|if so|hi|hello)[, ]+)*"
    r"(?:do|does|did|is|are|was|were|am|can|could|may|must|should|shall|will|would|has|have|need"
    r"|isn't|aren't|don't|doesn't|can't)\b"
)
_HOW_ENGLISH = re.compile(r"\b(?:what|which|how|who|whom|whose|when|where|why)\b")
_NEGATED_ENGLISH = re.compile(
    r"\b(?:not|no|without|never|neither|nor|exempt\w*|illegal|unlawful|forbidden|banned"
    r"|prohibited|against|avoid)\b|n't\b"
)

_DUTIES = re.compile(
    r"(?P<impact>影响评估|(?<![a-z])pi?ia(?![a-z])|\bimpact assess\w*|\bassess\w* the impact)"
    r"|(?P<notice>告知|告诉|通知|知会|说一声|说明|讲明|公示|报告|上报|报送|补报"
    r"|\b(?:notice|notif\w+|tell|told|inform(?:ed|ing)?|report\w*)\b)"
    r"|(?P<consent>同意|授权|许可|点头|\b(?:consent\w*|authori[sz]\w+|permission)\b)"
    r"|(?P<procedure>安全评估|(?<!影响)评估|标准合同|认证|申报|备案|报备|手续|报批|审批|批准"
    r"|\b(?:security assess\w*|standard contract|certif\w+|fil(?:e|ed|ing)|declar\w+|approv\w+"
    r"|procedures?|formalit\w+)\b)"
    r"|(?P<audit>审计|\baudit\w*)"
    r"|(?P<label>标识|水印|\blabel\w*)"
)
"""Duties that one case may have side by side, by groups of words that ask for the same."""
_OWED: frozenset[str] = frozenset({"impact", "notice", "consent"})
"""Those that no text on a procedure answers unless it names them."""


def without_idle_verdict(answer: str, question: str, stored: str) -> str:
    """A stored answer without the yes or no at its beginning, where that does not answer the
    question. ``stored``: the question that the answer was written for."""
    read = _LEADING.match(answer)
    if read is None or key(question) == key(stored) or _ADVICE.match(answer):
        return answer
    if read["english"]:
        fits = _fits_english(question, stored) and not _other_duty(question, stored)
    else:
        fits = _fits(read["verdict"], question) and not _is_else(question, stored)
        fits = fits and not _comes_else(question, stored)
        if _VERDICTS["need"].fullmatch(read["verdict"]):
            fits = fits and not _other_duty(question, stored)
    return answer if fits else answer[read.end() :]


def asks_untold_duty(question: str, told: str) -> bool:
    """Whether a yes or no is asked to a duty (要不要告知本人) that a text does not speak of."""
    asked = _duties_asked(question)
    return bool(asked) and asked <= _OWED and not asked & _duties(normalise(told))


def duty_word(question: str, duties: Iterable[str]) -> str:
    """The word by which one of some duties, as they are written, speaks of what a question asks
    for; empty where none does, or where more than one's own duties are asked for."""
    asked = _duties_asked(question)
    if not asked or not asked <= _OWED:
        return ""
    told = (m for duty in duties for m in _DUTIES.finditer(normalise(duty)))
    return next((m[0] for m in told if m.lastgroup in asked), "")


def _other_duty(question: str, stored: str) -> bool:
    """Whether a yes or no is asked to another duty than the stored question asks for."""
    asked = _duties_asked(question)
    meant = _duties_asked(stored) or _duties(normalise(stored))
    return bool(asked and meant) and not asked & meant


def _duties_asked(question: str) -> set[str]:
    """The duties to which a question wants a yes or no: those behind the word that asks, else those
    of the clause (备案以后还要告知吗 asks for notice)."""
    if is_english(normalise(question)):
        clauses = [c for c in _polar_english(question) if _group_english(c) == "need"]
        return {duty for clause in clauses for duty in _duties(clause)}
    found: set[str] = set()
    for clause in _polar_clauses(question):
        if _group(clause) != "need":
            continue
        last = [m.end() for m in _WORDS.finditer(clause) if m.lastgroup == "need"]
        found |= _duties(clause[last[-1] :] if last else "") or _duties(clause)
    return found


def _duties(text: str) -> set[str]:
    return {m.lastgroup or "" for m in _DUTIES.finditer(text)}


def _fits(verdict: str, question: str) -> bool:
    """Whether all that a question asks for a yes or no is what the verdict is said to."""
    groups = {name for name, words in _VERDICTS.items() if words.fullmatch(verdict)}
    if not groups or is_english(question):
        return True
    asked = [g for g in map(_group, _polar_clauses(question)) if g]
    return bool(asked) and all(group in groups for group in asked)


def _is_else(question: str, stored: str) -> bool:
    """Whether something is asked to be another thing than in the stored question: 算个人信息吗 is
    not answered by the 不算 that was said to 算不算同意."""
    asked, meant = _being(question), _being(stored)
    if not meant:  # 不算 is said to what the stored question takes for granted: 写了同意，能卖吗.
        meant = [_pairs(normalise(stored))]
    return bool(asked) and not any(a & m for a in asked for m in meant)


def _comes_else(question: str, stored: str) -> bool:
    """Whether it is asked if something else will come than in the stored question: 会不会被拒之门外
    is not answered by the 会 that was said to 会不会记入信用档案."""
    asked, meant = _coming(question), _coming(stored)
    whole, written = _pairs(normalise(question)), _pairs(normalise(stored))
    told = any(a & written for a in asked) or any(m & whole for m in meant)
    return bool(asked) and not told


def _coming(question: str) -> list[set[str]]:
    """The pairs of characters of what each clause asks whether it will come."""
    found: list[set[str]] = []
    for clause in _polar_clauses(question):
        read = _COMING.match(clause) if _group(clause) == "will" else None
        pairs = _pairs(_ENDING.sub("", read["object"])) if read is not None else set[str]()
        if pairs:
            found.append(pairs)
    return found


def _being(question: str) -> list[set[str]]:
    """The pairs of characters of what each clause asks whether something is that."""
    found: list[set[str]] = []
    for clause in _polar_clauses(question):
        read = _BEING.match(clause) if _group(clause) == "be" else None
        name = _ENDING.sub("", read["object"]) if read is not None else ""
        pairs = _pairs(name)
        if pairs:
            found.append(pairs - _OF_ALL or pairs)
    return found


def _pairs(text: str) -> set[str]:
    return {text[i : i + 2] for i in range(len(text) - 1)}


def _polar_clauses(question: str) -> list[str]:
    """The clauses that yes or no answers."""
    text = normalise(question).strip()
    clauses = [c.strip() for c in _CLAUSES.split(text) if c.strip(" ?")]
    polar: list[str] = []
    for place, clause in enumerate(clauses):
        if _POLAR.search(clause) is None or _HOW.search(clause):
            continue
        scrap = len(clause) <= _SCRAP and place > 0 and not _group(clause)
        polar.append(f"{clauses[place - 1]}{clause}" if scrap else clause)
    return polar


def _group(clause: str) -> str:
    """What a clause asks for a yes or no: the word that is asked both ways, else the last that is
    not denied (客户要无标识的版本，可以给吗 asks whether it may be given)."""
    both = next((m["a"] for m in _BOTH_WAYS.finditer(clause) if m["a"] != "是"), "")
    if both:
        return _last(f"{both}吗") or "other"
    return _last(_DENIED.sub("", clause))


def _last(text: str) -> str:
    found = [m.lastgroup or "" for m in _WORDS.finditer(text)]
    return found[-1] if found else ""


def _fits_english(question: str, stored: str) -> bool:
    if not is_english(normalise(question)):
        return False
    meant = next(iter(_polar_english(stored)), normalise(stored))
    return any(_same_english(clause, meant) for clause in _polar_english(question))


def _same_english(clause: str, meant: str) -> bool:
    """Whether two questions ask for a yes or no to the same: a duty, a permission, or a fact."""
    alike = _group_english(clause) == _group_english(meant)
    return alike and bool(_NEGATED_ENGLISH.search(clause)) == bool(_NEGATED_ENGLISH.search(meant))


def _polar_english(question: str) -> list[str]:
    clauses = [c.strip() for c in _CLAUSES.split(normalise(question).strip()) if c.strip()]
    return [
        c
        for c in clauses
        if _AUXILIARY.match(c) or (c.endswith("?") and _HOW_ENGLISH.search(c) is None)
    ]


def _group_english(text: str) -> str:
    return next((name for name, words in _ASKED_ENGLISH.items() if words.search(text)), "")
