"""Whether a paper that people once signed, ticked or were shown is the consent that is needed
(签过一张隐私告知书，算不算), and what a new one must say (重新签，要写些啥).

A table would ask back whether there is consent: that is the very question of the visitor. Who asks
is told what is held of such a paper; where the table itself asked, its conditions rule on it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec

from dialog.reply.question import Exchange, Question
from dialog.reply.searching import Search
from dialog.reply.several import parts_of
from dialog.reply.treated import Wording, setting_of
from knowledge.findings import Findings
from knowledge.snapshot import PLAIN, Snapshot
from knowledge.text import is_english, normalise

_LONGEST = 60
"""Characters beyond which a text tells a case of its own; English has thrice as many."""
_WHOLE = 1.0
"""The chance of what answers a text whole, of which all parts ask for the same paper."""
_PAPER = re.compile(
    r"告知[书单]|同意书|授权书|承诺书|须知|协议|条款|声明|隐私政策|章程|登记表|申请表|报名表|入会表"
    r"|表格|单子|回执|公告|告示|通知|弹窗|[打勾点]了?个?勾|勾[选了过]|勾上|点了?(?:个|下|1下)?同意"
    r"|签(?:过|了)?(?:个|1个)?(?:字|名)|签过"
    r"|\b(?:notices?|forms?|papers?|clauses?|polic(?:y|ies)|terms|agreements?|waivers?|sheets?"
    r"|leaflets?|posters?|signs?|tick(?:ed|s)?|check(?:ed)? ?box(?:es)?|pop-?ups?|banners?"
    r"|signature|signed)\b"
)
_NOT_SO = r"(?:吗|么|吧|不)"
_COUNTS = re.compile(
    r"算不算|(?:能不能|可不可以|能否|可否|行不行)(?:算|当|抵|顶|代替|用)"
    rf"|算(?:是|作|得上)?[^,。?!]{{0,8}}{_NOT_SO}|够不够|够(?:了|用)?{_NOT_SO}|行不行|可不可以"
    r"|(?:行|可以)(?:吗|么|不)(?=$|[,。?!])|作不作数|作数(?:吗|么|不)|顶不顶用|顶用|成不成|认不认"
    rf"|管不管用|有没有[用效]|(?:管用|有[用效]){_NOT_SO}|能(?:当|算|抵|顶|代替|用)[^,。?!]{{0,8}}{_NOT_SO}"
    r"|\b(?:does|do|would|will|can|could)"
    r" (?:that|this|it|these|those|they|such|an?|the|our|their)\b[^.?!]{0,40}"
    r"\b(?:count|suffice|do|cover|work|be enough|serve|qualify)"
    r"|\b(?:is|are|isn't|would) (?:that|this|it|these|they|such|an?|the|our)\b[^.?!]{0,40}"
    r"\b(?:enough|sufficient|valid|ok|okay|consent)\b|\bcounts? as\b|\bgood enough\b"
)
_OF_CONSENT = re.compile(
    r"同意|授权|告知|隐私|本人|他们|她们|人家|病人|患者|客[户人]|用户|会员|顾客|家长|学生|员工|业主"
    r"|租客|学员|粉丝|\bconsent|\bpermission|\bprivacy"
    r"|\b(?:patient|customer|user|member|guest|parent|student|employee|tenant)s?\b"
    r"|\b(?:they|everyone|everybody)\b"
)
_CONSENT = re.compile(r"同意|授权|\bconsent|\bpermission|\bauthori[sz]ation")
_SEPARATE = re.compile(
    r"(?:有|签|取得|拿到|弄|做|补)(?:了|过|好|到)*(?:1[份张个])?单独|标准合同|集体合同"
    r"|\b(?:signed|have|got|gave) (?:an? )?separate|\bseparately\b|\bstandard contract"
)
"""What names the very thing that is needed, or a paper that is none of the people's."""
_SIGNING = re.compile(
    r"(?:重新|再|补|另外?|新|单独|让|请|找|给)[^,。?!]{0,10}签|签(?=$|[,。?!])|同意书|授权书|告知书"
    r"|征求?同意|取得同意|(?:写|拟|做|弄)[^,。?!]{0,6}同意"
    r"|\b(?:sign|consent|authori[sz]ation|permission|forms?|notice)\b"
)
_MUST_SAY = re.compile(
    r"(?:写|填|列|注明|写明|写清|讲清|说清|说明|包括|包含)(?:些|点|上|清楚?|明白?)*"
    r"(?:什么|啥|哪些|哪几)|(?:怎么|如何|咋|怎样)(?:写|拟|措辞|设计)"
    r"|(?:模板|范本|样本|格式|内容)(?:是|有|怎么|在|长)*(?:什么|啥|哪|吗|么|呢|没有)"
    r"|有(?:没有)?(?:模板|范本|样本)"
    r"|\bwhat (?:must|should|does|do|has|needs?|shall|to|would|will|is)\b[^.?!]{0,40}"
    r"\b(?:say|contain|include|state|write|put|mention)"
    r"|\bhow (?:do|should|must|can) (?:we|i) (?:word|write|phrase|draft)"
)
_GENERAL: Wording = (
    "入园、办卡、挂号时签的总的同意书，算不算单独同意？",
    (
        "Is a general consent form signed at enrolment, for a membership or at a clinic a separate"
        " consent?"
    ),
)
_OLD: Wording = (
    "当初的知情同意书、隐私协议没写卖给别人，算不算已经同意了？",
    "Does an old consent form or privacy policy that does not mention a sale cover one?",
)
_KINDS_OF_CONSENT: Wording = (
    "单独同意和一般同意有什么区别，哪些场景要单独同意？",
    "How does separate consent differ, and when is it required?",
)
_FORM: Wording = (
    "给用户签的个人信息授权同意书要写哪些内容？",
    "What must a consent form for users' personal information contain?",
)
_FORM_ABROAD: Wording = (
    "个人信息出境前要告诉用户什么，要单独同意吗？",
    "What must people be told before export, and is separate consent needed?",
)


_SENTENCES = re.compile(r"[。;?!]|[.](?= |$)")
_FORMS: Wording = (
    "有没有承诺书或合规评估报告的模板？",
    "Are there templates for undertakings or compliance reports?",
)
_FORM_WANTED = re.compile(
    r"模板|范本|样本|样张|范文|格式|\b(?:templates?|samples?|specimens?|standard forms?)\b"
)
_AUTHORISATION = re.compile(r"授权|\b(?:authori[sz]ation|letter|permission)\b")
_OF_PERSONS = re.compile(
    r"(?:用户|客户|顾客|会员|员工|职工|患者|病人|学生|学员|家长|司机|业主|粉丝|个人|本人|监护人)[^,。;?!]{0,6}授权"
    r"|授权[^,。;?!]{0,4}(?:用户|客户|顾客|会员|员工|患者|个人|本人)|同意"
    r"|\b(?:users?|customers?|patients?|employees?|individuals?|persons?)\b[^.;?!]{0,12}"
    r"\bauthori[sz]|\bconsent"
)
_OF_OTHERS = re.compile(
    r"(?:企业|公司|单位|医院|学校|集团|机构|人家|别家|别人|对方|合作方|权利人|客户|厂家|供应商|经销商|平台)[^。;?!]{0,14}授权"
    r"|(?:企业|公司|人家|对方|合作方|权利人)[^。;?!]{0,4}的?授权|未授权的企业"
    r"|\b(?:compan\w+|firms?|partners?|hospitals?|others|owners?|they)\b[^.;?!]{0,30}\bauthori[sz]"
)
"""Whose authorisation a reply spoke of: firms and others authorise, people consent."""


def asks_to_count(text: str) -> bool:
    """Whether a text names a paper, a tick or a notice and asks whether it is consent."""
    text = normalise(text).strip()
    if len(text) > _LONGEST * (3 if is_english(text) else 1) or _SEPARATE.search(text):
        return False
    shapes = (_PAPER, _COUNTS, _OF_CONSENT)
    return all(shape.search(text) for shape in shapes)


def asks_what_it_says(text: str) -> bool:
    """Whether a text asks what a consent that is yet to be given must say."""
    text = normalise(text)
    return _MUST_SAY.search(text) is not None and _SIGNING.search(text) is not None


async def of_paper(
    text: str, asked: Question, snapshot: Snapshot, search: Search
) -> Findings | None:
    """What is known of a paper that is asked of while a case is told; ``None`` where none is."""
    exchanges = asked.exchanges
    english = int(is_english(normalise(text)))
    if exchanges and _asks_for_firms_form(text, exchanges, snapshot):
        return await _told((_FORMS,), exchanges, search, english=english)
    setting = setting_of(text, exchanges, snapshot)
    if not setting or not exchanges:
        return None
    if asks_to_count(text):
        first, other = _GENERAL, _OLD
        if setting == "abroad":
            first, other = _KINDS_OF_CONSENT, _FORM_ABROAD
        found = await _told((first, other), exchanges, search, english=english)
        alike = all(_CONSENT.search(normalise(p)) or asks_to_count(p) for p in parts_of(text))
        return found and (msgspec.structs.replace(found, chance=_WHOLE) if alike else found)
    if asks_what_it_says(text) and _consent_spoken_of(text, exchanges, snapshot):
        first, other = (_FORM_ABROAD if setting == "abroad" else _FORM), _FORM
        return await _told((first, other), exchanges, search, english=english)
    return None


def _asks_for_firms_form(text: str, exchanges: Sequence[Exchange], snapshot: Snapshot) -> bool:
    """Whether a template is asked for the authorisation of a firm that a reply just spoke of."""
    plain = normalise(text)
    if not (_FORM_WANTED.search(plain) and _AUTHORISATION.search(plain)):
        return False
    if _OF_PERSONS.search(plain):
        return False
    exchange = exchanges[-1]
    targets = (snapshot.index.target(entry) for entry in exchange.entries)
    bodies = [normalise(f"{t.body} {t.english}") for t in targets if t is not None]
    told = [sentence for b in bodies for sentence in _SENTENCES.split(b)]
    return any(_OF_OTHERS.search(t) and not _OF_PERSONS.search(t) for t in told)


async def _told(
    wordings: Sequence[Wording], exchanges: Sequence[Exchange], search: Search, *, english: int
) -> Findings | None:
    """The document under the first of some wordings that was not told just before."""
    told = {entry for e in exchanges[-2:] for entry in e.entries}
    found = [(await search(w[english])).exact for w in wordings]
    targets = [t for t in found if t is not None]
    target = next((t for t in targets if t.id not in told), next(iter(targets), None))
    if target is None:
        return None
    return Findings("exact", exact=target, chance=PLAIN, band="answer")


def _consent_spoken_of(text: str, exchanges: Sequence[Exchange], snapshot: Snapshot) -> bool:
    """Whether consent is what the talk is about: by the text, or by what was said of late."""
    if _CONSENT.search(normalise(text)):
        return True
    for exchange in exchanges[-2:]:
        targets = (snapshot.index.target(entry) for entry in exchange.entries[:1])
        told = " ".join(t.body for t in targets if t is not None)
        if _CONSENT.search(normalise(f"{exchange.question} {told}")):
            return True
    return False
