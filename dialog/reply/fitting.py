"""What the search finds near a text by its words, and that the text cannot mean: prices where it
asks whether papers are enough, what comes of leaving a deed undone where it is done, what speaks
of no consent where somebody refused theirs, the exchange of another city than the one asked of,
what the desk itself is where 谁 asks for somebody else, genes of people where those of others are
asked of, and what names no word of the duty that is asked for (还要做影响评估吗, before a text on
who need not file); no table rules on contract clauses. Pure."""

from __future__ import annotations

import re

import msgspec

from dialog.reply.asides import WHO
from dialog.reply.living_kinds import counterpart, misfits_genes
from dialog.reply.verdict import asks_untold_duty, duty_word
from knowledge.answers.table_words import occurs
from knowledge.findings import Findings
from knowledge.localities import ELSEWHERE, places_elsewhere, places_in
from knowledge.search.targets import Target, said_of
from knowledge.text import is_english, normalise
from knowledge.types import DecisionTable, Entry, Rule

_ENOUGH = re.compile(
    r"够不够|够(?:了|用)?(?:吗|么|嘛|不)|就够|足不足够|足够[吗么]|\b(?:enough|suffic\w+)\b"
)
_MONEY = re.compile(
    r"钱|费|价|预算|成本|[万千百亿\d]元|资金|资本|付|花|收入"
    r"|\b(?:costs?|fees?|prices?|money|budget|pay|charge\w*|yuan|rmb)\b"
)
_PRICED = re.compile(
    r"多少钱|什么价|要花多少|怎么收费|收费标准|费用|\b(?:cost|price|charge|fee)s?\b", re.I
)
_DEED = r"(?:入驻|挂牌|进场|入场|上架|备案|登记|注册|签约)"
_DONE = re.compile(rf"(?P<deed>{_DEED})(?:了|完|成功|好)?(?:以后|之后|后|了)")
_UNDONE = re.compile(rf"(?:不|没有?|未)(?:想|去|再)?(?P<deed>{_DEED})")
_DONE_ENGLISH = re.compile(r"\b(?:after|once|having) (?:\w+ ){0,3}?(?P<deed>join|list|regist)\w*")


_PAPER = r"(?:合同|协议|条款|补充约定|合约)"
_CLAUSE_ASKED = re.compile(
    rf"{_PAPER}[^。;?!]{{0,8}}?(?:能不能|可不可以|可以|能否|要不要|该不该|应该|怎么"
    rf"|是不是)[^。;?!]{{0,6}}?"
    r"(?:写|约定|加|规定|注明|要求|限制|禁止|列)"
    rf"|(?:能不能|可不可以|可以|能否|要不要|该不该|应该"
    rf"|怎么)[^。;?!]{{0,6}}?(?:在)?{_PAPER}[^。;?!]{{0,4}}?(?:写|约定|加|规定|注明|限制|禁止|列)"
    r"|(?:写|约定|加|注明)(?:了|进去?|上去?|明)*(?:这[条句些样]|那[条句些样])?(?:的话)?(?:到底"
    r"|究竟)?(?:有没有用|有用|有效|管用|算数|作数|顶用|有什么用|没用)"
    r"|\b(?:can|may|could|should|must) (?:we|i|the (?:contract|agreement)) (?:\w+ )?(?:write"
    r"|put|add|include|stipulate"
    r"|specify|say|forbid|prohibit)\b[^.?!]*\b(?:contract|agreement|clauses?|terms)\b"
    r"|\b(?:contract|agreement|clauses?)\b[^.?!]*\b(?:enforceable|valid|binding|worth anything"
    r"|any use|hold up)\b"
)
"""What asks of the clauses of a contract, and rules on nothing."""
_REFUSED = re.compile(
    r"(?:不|没有?|拒绝|不肯|不愿意?)(?:肯|愿意?)?(?:同意|签字|授权)(?!书)|拒绝|撤回同意"
    r"|\b(?:refus\w+|declin\w+|object(?:s|ed)?|withdraw\w*|withdrew|(?:do|does|did)(?:n['’]t| not)"
    r" (?:consent|agree))\b"
)
_MAY_STILL = re.compile(
    r"(?:还|仍然?|照样|也)(?:能不能|可不可以|能|可以)|怎么办|能不能|可不可以"
    r"|\b(?:can|may|could) (?:we|i) (?:still )?|\bstill (?:send|share|sell|use|transfer)"
)
_CONSENT = re.compile(r"同意|授权|拒绝|\bconsent|\bobject|\brefus")

_OF_THE_DESK = re.compile(
    r"你|您|迎宾|机器人|助手|助理|数字人|虚拟人|真人|客服|前台|人工|智能|\bai\b|名字|身份"
    r"|\b(?:you|your|assistant|robot|bot|avatar|human|yingbin|machine)\b"
)
"""What may ask what the assistant is; 谁 alone asks for somebody else."""

_EXCHANGE_THERE = re.compile(
    rf"(?P<city>{ELSEWHERE})(?:市|省)?(?:那边|那里|当地)?的?(?:国际)?大?(?:数据)?"
    r"(?:交易所|数交所|交易中心|数所)"
)

_CLASSES = ("敏感", "重要数据", "核心数据", "关键信息基础设施", "sensitive", "important data")
"""Classes of data and of companies on which the law rests: who denies one is told nothing of it."""
_OF_THE_CLASS = re.compile(
    r"算|属于|属不属|是不是|是否|哪些|什么是|是什么|包括|定义|判断|认定|区别|区分|怎么分|不同"
    r"|\b(?:count|which|what|define\w*|differ\w*|is|are)\b"
)
"""What a document asks that tells what is in a class, and not what holds of it."""
_NOT_THERE = re.compile(
    r"(?<!有)没(?:有|签|订)(?:过|任何|什么)?(?P<what>[\u4e00-\u9fff]{3,8}?)(?=[,。;?!]|$"
    r"|[的就也怎咋])"
)
"""A paper that is not there."""


def fitting(found: Findings, text: str, told: str) -> Findings:
    """The findings without what a text cannot mean. ``told``: the whole text of the turn."""
    if found.match == "exact" or not (found.candidates or found.ruling):
        return found
    text = normalise(text)
    told = f"{text} {normalise(told)}"
    if found.ruling is not None and not found.ruling.settled and _CLAUSE_ASKED.search(told):
        found = msgspec.structs.replace(found, ruling=None)
    found = _with_duty_asked(found, text)
    untold = found.band == "answer"  # A pointer may stand: it asserts nothing.
    left = tuple(
        c
        for c in found.candidates
        if not (
            _misfits(c.target, text, told)
            or (untold and _untold_duty(c.target, text))
            or (not untold and _bare_article(c.target, text))
        )
    )
    if len(left) == len(found.candidates):
        return found
    if left[:1] == found.candidates[:1] or (left and counterpart(left[0], found.candidates[0])):
        return msgspec.structs.replace(found, candidates=left)
    # The chance spoke of the one that is left out.
    band = "related" if left and found.band != "unknown" else "unknown"
    return msgspec.structs.replace(found, candidates=left, chance=0.0, band=band, match="meaning")


def _with_duty_asked(found: Findings, text: str) -> Findings:
    """A ruling to which a duty is asked that its table does not decide on (影响评估 before who must
    file) tells that duty first; one that would only ask back settles nothing of it."""
    ruling = found.ruling
    if ruling is None or ruling.about or ruling.table.decides is None:
        return found
    decides = ruling.table.decides
    if duty_word(text, (*decides.things, *decides.deeds)):
        return found
    if ruling.row is not None:
        written = ruling.row.duties_english if is_english(text) else ruling.row.duties
        word = duty_word(text, written)
        ruling = msgspec.structs.replace(ruling, about=word, duty_first=bool(word))
        return msgspec.structs.replace(found, ruling=ruling)
    first = found.candidates[0].target if found.candidates else None
    if not asks_untold_duty(text, "") or ruling.settled or found.band != "answer":
        return found
    if first is None or asks_untold_duty(text, said_of(first)):
        return found
    return msgspec.structs.replace(found, ruling=None)


_NAMES_LAW = re.compile(
    r"\b(?:(?:security|protection|cyber\w*|penalty|commerce|secrets|consumer|competition) law"
    r"|civil code|shanghai data regulations?|articles? \d+|art\. ?\d+|pipl|dsl|csl|measures"
    r"|provisions)\b",
    re.IGNORECASE,
)


def _misfits(target: Target, text: str, told: str) -> bool:
    english = str(getattr(getattr(target.document, "english", None), "question", ""))
    title = normalise(target.questions[0]) if target.questions else ""
    if misfits_genes(target, text, told):
        return True
    if _spares_only_with(target, title, told):
        return True
    if _of_another_city(target, text) or _of_a_class_denied(title, normalise(english), text):
        return True
    if title.strip("?") == WHO and not _OF_THE_DESK.search(told):
        return True
    if _ENOUGH.search(text) and not _MONEY.search(text) and _PRICED.search(title):
        return True
    if _REFUSED.search(text) and _MAY_STILL.search(text) and not _CONSENT.search(_words(target)):
        return True
    if isinstance(target.document, DecisionTable) and _CLAUSE_ASKED.search(told):
        return True
    undone = {m["deed"] for m in _UNDONE.finditer(title)}
    done = {m["deed"] for m in _DONE.finditer(told)}
    if undone & done and not undone & {m["deed"] for m in _UNDONE.finditer(told)}:
        return True
    done = {m["deed"] for m in _DONE_ENGLISH.finditer(told)}
    title = normalise(english)
    return any(re.search(rf"\b(?:not|without) {d}", title) for d in done)


def _bare_article(target: Target, text: str) -> bool:
    """Whether a document is an article of which nothing stands in English, and an English text
    names no law: its number alone tells nobody what it is about."""
    document = target.document
    bare = isinstance(document, Rule) and not document.english
    return bare and is_english(text) and _NAMES_LAW.search(text) is None


def _of_another_city(target: Target, text: str) -> bool:
    """Whether a text asks of the exchange of a city, and a document tells of other cities alone."""
    read = _EXCHANGE_THERE.search(text)
    if read is None or not isinstance(target.document, Entry):
        return False
    told = places_elsewhere(normalise(target.document.answer))
    return bool(told) and not told & places_in(read["city"])


def _untold_duty(target: Target, text: str) -> bool:
    """Whether a text asks for a duty of which neither an answer nor a gist says a word."""
    if not isinstance(target.document, Entry | Rule):
        return False
    return asks_untold_duty(text, said_of(target))


def _spares_only_with(target: Target, title: str, told: str) -> bool:
    """Whether a document tells that something is waived for who has what a text says is not there
    (没有集体合同): it says that to them without its condition."""
    if "没" in title or "只" in title:
        return False
    answer = normalise(str(getattr(target.document, "answer", "")))
    return any(
        re.search(rf"有[^。;]{{0,12}}{re.escape(m['what'])}[^。]{{0,40}}免", answer)
        for m in _NOT_THERE.finditer(told)
    )


def _of_a_class_denied(title: str, english: str, text: str) -> bool:
    """Whether a document tells what holds of a class of data which a text denies: what is asked of
    sensitive data by who says that nothing is sensitive (又不敏感，是不是啥都不用办)."""
    if not any(c in text for c in _CLASSES):
        return False
    denied = [c for c in _CLASSES if occurs(c, text) == (False, True)]
    for asked in (title, english):
        if any(occurs(c, asked) == (True, False) for c in denied):
            return _OF_THE_CLASS.search(asked) is None or asked is english
    return False


def _words(target: Target) -> str:
    """What a document asks and answers."""
    answer = getattr(target.document, "answer", "")
    return normalise(f"{' '.join(target.questions)} {answer}")
