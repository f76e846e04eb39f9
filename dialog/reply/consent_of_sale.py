"""Whether consent is needed, asked behind a question on selling or buying data of people: it is the
consent to that sale, not what holds of any data. Behind a reply that told of separate
consent, it is that, and behind a ruling on data that go abroad the consent to that. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dialog.reply.own_goods import of_people
from dialog.reply.question import Exchange, Question
from dialog.reply.said_before import said_before
from dialog.reply.told_cases import case_before
from knowledge.findings import Findings
from knowledge.snapshot import Snapshot
from knowledge.text import is_english, normalise
from knowledge.types import DecisionTable

_PEOPLE = (
    r"(?:人家|别人|对方|本人|当事人|他们?|她们?|用户|客户|顾客|会员|消费者|患者|病人|员工|学生|家长|监护人|车主|业主|粉丝|乘客"
    r"|个人|(?:被(?:换脸|编辑|换)的?)?人)"
)
_OF_CONSENT = re.compile(
    r"(?:那|还|也|又|并且|同时|另外|以及|和|是不是|是否|要不要|需不需要|用不用|必须|应该|应当|得|要|需要?|用"
    r"|[1一]个个|[1一]个[1一]个|[1一]个|逐[个人1一]*|挨个|挨家|分别|全部?|重新|[1一][次遍轮]|亲自|让|叫|请|去|点|勾选?|按|签"
    rf"|先|都|再|经过|征得|征求|取得|得到|拿到|有|被(?:换脸|编辑|换)的?|那个|{_PEOPLE}|单独|的|每个|明确|书面)*"
    r"(?:同意|授权|(?<=[个人员户客者都工])签[字名]|(?<=[长户客人者]要)签[字名]|(?<=[长户客人者]得)签[字名]|(?<=[个人员户客者都])点头)(?:书)?(?:才行|才能发|吗|么|呢|不|吧|[?。,])*"
    r"|(?:(?:and|also|so|then|do|does|must|should|will|would|has|have) )+(?:every|each|all)"
    r"(?: single)?(?: one)?(?: of)?(?: the| our)?(?: (?:members?|customers?|users?|clients?"
    r"|patients?|guests?"
    r"|people|persons?|them|drivers?|students?|employees?))?(?: have| has| need| needs)?(?: to)?"
    r" (?:agree|consent|sign|be asked)(?: (?:one by one|individually|separately|first|again"
    r"|himself|herself"
    r"|themselves))*[?. ]*"
    r"|(?:(?:and|also|do|does|must|is|are|i|we|they|one|you|need|needs|have|has|to|get|ask|for|the"
    r"|their|his|her|person'?s|people'?s|users'?|customers'?|separate) )*consent"
    r"(?: (?:required|needed|necessary|too|as well|from (?:them|users|customers|people)))*[?. ]*"
)
"""What asks for nothing but whether consent is needed."""
_SOLD = re.compile(
    r"卖(?![方家点场])|出售|售卖|变现|换[^,。?]{0,3}钱|挂牌|上架|转让|交易(?!所)"
    r"|\b(?:sell|selling|sold|sale|list|listing|listed|trade|trading|traded)\b"
)
_BOUGHT = re.compile(r"买(?![方家卖])|采购|购入|\b(?:buy|buying|bought|purchas\w+)\b")
_OTHER_CASE = re.compile(
    r"匿名|统计(?!局)|汇总|聚合|(?:没有?|不含|不带|无)[^,。?!]{0,4}(?:个人|姓名|手机|身份)"
    r"|出境|境外|国外|海外|跨境|公共数据|\b(?:anonymi\w+|statistics|aggregat\w+|abroad|overseas|export\w*)\b"
    r"|\b(?:no|without) (?:\w+ )?(?:personal|names?|phone)"
)
"""Data that name nobody, or a matter with rules of its own."""
_SENSITIVE = re.compile(r"人脸|指纹|声纹|虹膜|病历|体检|轨迹|行踪|儿童|小学生|银行卡")
_SALE = ("个人信息可以买卖吗？", "May personal information be traded?")
_PURCHASE = (
    "在交易所买含个人信息的数据，买方还要不要本人同意？",
    "Does a buyer of data with personal information on the exchange still need consent?",
)
_ABROAD = "个人信息出境前要告诉用户什么，要单独同意吗？"
_ASKED_AGAIN = re.compile(
    r"(?:(?:and|also|so|then|but|do|does|must|should|would|can|could|is|are|am|i|we|they|one|you"
    r"|need|needs|have|has|to|get|ask|for|from|of|the|our|their|them|his|her|a|an|any|each|every"
    r"|all|everyone|everybody|single|person|people|these|those|again|anew|once more|new|fresh"
    r"|separate|customers?|clients?|users?|members?|patients?|guests?|employees?|staff|students?"
    r"|drivers?|subscribers?|shoppers?|owners?) )*(?:consent|permission|agreement)"
    r"(?: (?:again|anew|required|needed|necessary|too|as well|first|before|for (?:this|that|it)"
    r"|from (?:each of |all of )?(?:the |our )?\w+))*"
)
_PAPER = re.compile(
    r"(?:我们?|咱们?|有|在|用|靠|凭|光|只|那|是不是|还是|的|里面?|上面?|中|已经|都|就|写(?:了|上|明|清楚)?|提(?:了|到|过)?"
    r"|说(?:了|过|明)?|[1一]句|带|加|会|要|出境|出海|传(?:出去)?|国外|给|总部|勾(?:过|了|选)?|签(?:过|了)?|弹窗"
    r"|够不够|够|行不行|可以|行|算不算|算|数|有效|了|吗|么|吧|不)*"
    r"(?:隐私(?:政策|协议|条款|声明)|用户协议|注册协议|服务条款)(?:(?:里|上|中)?(?:面)?)"
    r"[^,。;?!]{0,16}?"
    r"(?:够不够|够了?吗?|行不行|行了?吗?|可以了?吗?|算不算(?:数)?|算数?吗|有效吗|就行|就够|不够吗)*"
    r"|(?:(?:or|and|but|so) )*(?:is|are|would|will|does|can|could|do)? ?(?:it |that )?(?:(?:in|by"
    r"|with|have|having|enough|ok|okay) )*(?:our|the|a|your)? ?(?:existing |current )?(?:privacy"
    r" (?:policy|notice|statement|terms)|terms of (?:service|use)|user agreement)"
    r"[^.;?!]{0,30}"
)
"""What asks whether the paper that people saw already is enough."""
_BETWEEN = re.compile(r"[,;.?!。]+\s*|\s+or\s+(?=(?:is|are|does|would|will|can)\b)|还是(?=[^,]{2})")

_SEPARATE = re.compile(r"单独同意|separate consent")
_OF_SEPARATE = "单独同意和一般同意有什么区别，哪些场景要单独同意？"
_CASE = re.compile(
    r"人脸|指纹|病|健康|轨迹|孩子|儿童|未成年|出境|境外|国外|海外|总部|卖|买|共享|委托|公开|摄像|监控|\d"
    r"|\b(?:faces?|fingerprints?|health|medical|patients?|child\w*|abroad|overseas|export\w*"
    r"|head ?office"
    r"|headquarters?|hq|sell\w*|buy\w*|shar(?:e|ing)|publish\w*|cameras?|location\w*)\b"
)
"""What a case of its own is told by."""
_BACK = 3
"""Exchanges back to which a reply may have told of separate consent."""

_WHEN = re.compile(
    r"什么时候|啥时候|何时|什么情况|啥情况|哪些(?:情况|场景|场合|时候|事)|哪[几种][种个]?(?:情况|场景)|什么场景|什么场合"
    r"|\bwhen\b|\b(?:in |for )?(?:which|what) (?:cases?|situations?|circumstances|kinds? of cases?)"
    r"|\balways\b|\bonly sometimes\b|\bin every case\b|\bin all cases\b"
)
_NEEDED = re.compile(
    r"要|需|用不用|免|\b(?:need\w*|necessary|required?|must|have to|has to|apply|applies|want\w*"
    r"|obligatory"
    r"|mandatory|compulsory|optional)\b"
)
_OF_ITS_FORM = re.compile(
    r"怎么|如何|形式|格式|模板|书面|签|多久|保存|撤回|区别|有效|给(?:谁|我)|问谁|谁来|处罚|罚|没(?:有)?(?:取得|拿到|问)"
    r"|\b(?:how|form|template|written|writing|sign\w*|withdraw\w*|differ\w*|valid|expire\w*|fine[ds]?|penalt\w+"
    r"|without|who|whose|before|after)\b"
)
"""What asks for another side of separate consent than when it is needed."""
_ITS_CASES = 110
"""Characters of such a question at most, in English."""


def when_separate(text: str, exchanges: Sequence[Exchange], snapshot: Snapshot) -> Findings | None:
    """What is held of the cases that need separate consent, where a text asks when it is needed and
    when not; what holds of an export, where the cases at large were told before."""
    plain = normalise(text).strip()
    if len(plain) > _ITS_CASES or _SEPARATE.search(plain) is None or _OF_ITS_FORM.search(plain):
        return None
    if _WHEN.search(plain) is None or _NEEDED.search(plain) is None or people_in_case(plain):
        return None
    found = snapshot.at_once(_OF_SEPARATE)
    told = {entry for e in exchanges[-_BACK:] for entry in e.entries}
    if found is not None and found.exact is not None and found.exact.id in told:
        return snapshot.at_once(_ABROAD)
    return found


def people_in_case(plain: str) -> bool:
    """Whether a normalised text names the data or the place of a case, which decide then."""
    return _CASE.search(plain) is not None


def separate_consent(
    text: str, exchanges: Sequence[Exchange], snapshot: Snapshot
) -> Findings | None:
    """What is held of separate consent, where a text asks for nothing but consent behind a reply
    that told of it; ``None`` behind a ruling, which says itself whose consent it needs, and where
    the data are of nobody."""
    if not exchanges or not asks_only_consent(text):
        return None
    last = exchanges[-_BACK:]
    if any(e.entries and e.entries[0] in snapshot.pack.all(DecisionTable) for e in last):
        return None
    if _OTHER_CASE.search(normalise("，".join(e.question for e in last))):
        return None
    targets = [snapshot.index.target(entry) for e in last for entry in e.entries]
    if not any(t is not None and _SEPARATE.search(normalise(t.body)) for t in targets):
        return None
    return snapshot.at_once(_OF_SEPARATE)


def consent_abroad(text: str, asked: Question, snapshot: Snapshot) -> Findings | None:
    """What is held of the consent to an export, where a text asks for nothing but consent, or
    whether what people were told already is enough, behind a ruling on such a case; ``None`` where
    none of its duties speaks of consent, or that duty itself is asked for."""
    if not _asks_consent_again(text):
        return None
    case = case_before(snapshot, asked)
    if case is None or not case.table.places_abroad or not case.near:
        return None
    row = next((r for r in case.table.rows if r.id in case.rows[-1:]), None)
    if row is None and not of_people(normalise("，".join(case.texts))):
        return None
    if row is not None and not any(_SEPARATE.search(normalise(duty)) for duty in row.duties):
        return None
    return None if said_before(text, asked, snapshot) else snapshot.at_once(_ABROAD)


def _asks_consent_again(text: str) -> bool:
    """Whether all that a text asks is consent, or whether a privacy policy stands for it."""
    clauses = [c for c in _BETWEEN.split(normalise(text).strip()) if c]
    shapes = (_OF_CONSENT, _ASKED_AGAIN, _PAPER)
    return bool(clauses) and all(any(s.fullmatch(c) for s in shapes) for c in clauses)


def asks_only_consent(text: str) -> bool:
    """Whether a text asks for nothing but whether consent is needed."""
    return _OF_CONSENT.fullmatch(normalise(text).strip()) is not None


def consent_meant(text: str, before: Sequence[str]) -> tuple[str, ...]:
    """What a question for consent alone means behind the questions ``before`` it, likeliest first;
    empty where these are on no sale of data of people."""
    if not asks_only_consent(text):
        return ()
    told = normalise("，".join(before))
    if _OTHER_CASE.search(told) or not of_people(told):
        return ()
    english = int(is_english(normalise(text)))
    if _SOLD.search(told) is not None:
        thing = _SENSITIVE.search(told)
        named = (f"卖{thing.group()}数据要不要本人同意",) if thing is not None else ()
        return (*named, _SALE[english])
    return (_PURCHASE[english],) if _BOUGHT.search(told) else ()
