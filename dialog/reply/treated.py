"""What a visitor would do to the data of people first (打码以后再传呢, if we hash the numbers), and
what follows from what the data lack (没手机号，认不出来，不用同意咯). Pure but for the searches.

By its words such a text is near any matter of masking; behind a case it asks whether that case is
another one then. That is told by what is held of it: what can still lead back to somebody is
personal information, what nobody can restore is none, and important data stay what they are.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal

from dialog.reply.context import MATTERS, said
from dialog.reply.own_goods import of_people
from dialog.reply.question import Exchange
from dialog.reply.searching import Search
from dialog.reply.wrongs import TAKEN_OUT
from knowledge.answers.table_words import occurs
from knowledge.findings import Findings, Taken
from knowledge.search.targets import Target
from knowledge.snapshot import PLAIN, Snapshot
from knowledge.text import is_english, normalise
from knowledge.types import DecisionTable

Treatment = Literal["", "masked", "anonymised", "figures"]
Setting = Literal["", "abroad", "trade"]

_LONGEST = 40
"""Characters beyond which a text tells a case of its own; English has thrice as many."""
_CONCLUDED = 70
"""The same of a text that concludes from what its data lack."""
_TOLD = 3
"""Exchanges back to which what was told is not told again."""
_BACK = 4
"""Exchanges back to which the case may have been told."""
_IDENTIFIER = (
    r"(?:名字|姓名|人名|真名|手机号?码?|电话号?码?|号码|身份证号?码?|证件号?码?|车牌号?码?|人脸"
    r"|脸部?"
    r"|面部|头像|照片|住址|地址|病历号|住院号|工号|学号|编号|账号|个人信息|身份信息|联系方式"
    r"|(?:能)?识别(?:个人|身份)?的?(?:字段|信息)|标识符|敏感(?:字段|信息)|隐私)"
)
_TAKEN_OFF = rf"(?:{TAKEN_OUT}|藏起来)"
_MASKED = re.compile(
    r"打[了上个过好]*(?:马赛克|码(?!头))|马赛克|脱敏|脱掉?敏|去标识化?|哈希|\bhash|\bmd5|\bsha\d"
    r"|加密|加盐|假名化?"
    r"|化名|模糊(?:掉|化|处理|[1一]下)|涂[黑掉]|遮[住掉挡]|(?:换|替换|改|转|变)成(?:了)?"
    r"(?:编号|代号|代码|编码|内部号|id|化名|星号|乱码)|(?:用|拿)(?:编号|代号|代码|编码|id|化名"
    r"|星号)"
    rf"(?:来)?(?:代替|替代|替换|替|表示)|{_IDENTIFIER}(?:那[1一]?[列栏])?(?:我们?|都|全部?|先|给"
    rf"|统统|也|就"
    rf"|会|已经)*{_TAKEN_OFF}|[列栏](?:数据)?(?:我们?|都|全部?|先|给)*{_TAKEN_OFF}"
    rf"|{_TAKEN_OFF}(?:了|里面的?|其中的?|所有的?|客户|用户|病人|患者|员工"
    rf"|的)*{_IDENTIFIER}"
    r"|\b(?:blur|pixelat|mask|hash|encrypt|redact|scrambl|tokeni[sz]|pseudonymi[sz]|de-?identif"
    r"|obfuscat|black(?:ed|ing)? out)(?:e?s|e?d|red|ring|ing|y|ies|ied|ying|ion|e)?\b"
    r"|\b(?:strip|remov|delet|dropp?|tak|took|cut|eras|leav|left)(?:e|es|ed|ped|ping|ing|en|s)?"
    r"(?: (?:out|off|away))? (?:all |the |their |any |every |those )*"
    r"(?:names?|faces?|(?:number |licen[cs]e )?plates?|(?:phone |id |mobile |passport )?numbers?"
    r"|ids?|identifiers?|emails?|addresses|personal (?:data|details|information))\b"
    r"|\breplac\w+ (?:\w+ ){1,4}?(?:with|by) (?:an? )?(?:codes?|ids?|numbers?|pseudonyms?|tokens?)"
)
_ANONYMISED = re.compile(r"匿名|\banonymi[sz]")
_FIGURES = re.compile(
    r"(?:只|仅|就|光|改成|换成|变成|做成|汇总成|加工成|算成)(?:想|要|会|是|能|卖|给|提供|出|传|发"
    r"|做|留|看)*"
    r"[^,。?!不没局]{0,8}?(?:统计(?!局)|汇总|平均|总数|合计|比例|占比|趋势|热力图|聚合)"
    r"|\b(?:only|just|nothing but|instead)\b[^.?!]{0,30}"
    r"\b(?:statistics|stats|aggregate[sd]?|averages?|totals?|summar(?:y|ies)|percentages)\b"
)
_ONE_BY_ONE = re.compile(
    r"每个?人|逐[人条]|[1一]人[1一]|单个|明细|\bper (?:person|head)|\beach person"
)
_ASKS_OTHERWISE = re.compile(
    r"怎么(?!样)|怎样(?=[打脱加做])|如何|咋[打脱做弄]|什么(?!都)|啥|为什么|谁|哪|多少|多久"
    r"|几[个种步天]"
    r"|区别|差别|不同|意思|标准|程度|规定是|工具|软件|技术|定义|要不要(?:先)?(?:打|脱|加|匿)"
    r"|(?:需要|必须|一定要?|要)(?:先)?(?:打码|脱敏|匿名|加密)[^,。]{0,6}[吗么]"
    r"|(?:报告|评估|材料|备案|登记|合同|审计|手续|费用|公证|说明)[^,。?!]{0,8}(?:吗|么|呢|不|[?])"
    r"|\b(?:report|assessment|filing|contract|audit|documents?)\b[^.,!]{0,30}[?]"
    r"|\b(?:how|why|who|whom|which|where|when|difference|mean|definition|standard|tool|must we"
    r"|do we (?:have|need) to (?:mask|blur|hash|encrypt|anonymi\w+))\b|\bwhat(?! if| then| about)\b"
)
"""What asks for something else than whether that settles it."""
_NOBODY = re.compile(
    r"(?:谁|没人|哪里|不|看|认|知)*(?:知道|认得|看|认|识别|分)(?:不?出来?)?是?谁(?:是谁)?|谁知道"
)
"""What says that nobody is recognised, and asks for nobody."""
_LEFT = re.compile(
    r"(?:只|就|光|仅|单)(?:给|留|剩|卖|传|发|提供|有|保留|拿|看|说|写|报|告诉)"
    r"(?![^。?!]*(?:手续|材料|条件|流程|合同|报告|备案|罚|风险|责任|[要得]办))[^。?!]*?"
    r"(?=(?:呢|吗|么|吧|行不行|可不可以|可以吗|能不能|行吗)+[?。! ]*$)"
)
"""What is left of the data: 只给做了什么项目 花多少钱 lists what is given, and asks for nothing."""
_LISTS = re.compile(r"什么|啥|哪[些个几]?|多少|几[个次种天]|谁")
_SUPPOSES = re.compile(
    r"^(?:那|要是|如果|假如|可是?|但是?|不过|先|我们?|咱们?|都|已经|这样|and\b|so\b|but\b|if\b"
    r"|what\b|ok\b|okay"
    r"|then\b|suppose\b|we\b|now\b|after\b|once\b)"
    r"|(?:呢|吗|么|吧|咯|喽|啦|不|行不行|可不可以|能不能|行了|可以了|没问题了?|够了?"
    r"|[?？])[?？。!]*$"
)
"""What makes another case of the one before, or asks what then."""
_ABROAD = re.compile(
    r"出境|出海|境外|国外|海外|跨境|外国|传到|传给|传回|发到|发给|\babroad\b|\boverseas\b|\bexport"
    r"|\bcross-border|\boutside china|\bout of china"
)
_TRADE = re.compile(
    r"卖(?![方家])|出售|售卖|变现|交易(?!所)|挂牌|上架|转让|买(?![方家])"
    r"|\b(?:sell|selling|sold|sale|trade|traded|list|listing|moneti[sz]e|buy)\b"
)
_OF_PEOPLE = re.compile(
    r"人脸|车牌|粉丝|画像|标签|账号|设备号|姓名|手机|身份证|病|车主|视频|录像|\b(?:faces?|plates?"
    r"|footage|followers?|profiles?)\b"
)
_OF_FIRMS = re.compile(
    r"企业(?:客户|用户|名单)|商业秘密|\b(?:corporate|business) customers?\b|\btrade secrets?\b"
)
"""Data whose use firms must grant: no treatment replaces that."""
_IMPORTANT = ("重要数据", "important data")
_ID = re.compile(
    r"(?<![a-z])(?:id|uid|openid|cookies?|imei|ip)(?![a-z])|编号|设备号|账号|画像|标签|用户号"
    r"|\b(?:identifiers?|profiles?|tags|account numbers?|device)\b"
)
_NUMBER = re.compile(r"电话|手机|号码|邮箱|\b(?:phone|numbers?|e-?mails?)\b")
_LACKING = re.compile(
    r"(?:没有?|不带|不含|不留|无|去掉?了?|删了?)(?:(?!同意|授权|许可)[^,。?!]){0,6}"
    r"(?:名字|姓名|人名|手机号?|电话|身份证|号码|联系方式)"
    r"|(?:认|识别|看|查|对|分辨|定位)不(?:出|到|了|上)|不(?:能|会)(?:识别|认出)|不知道(?:是)?谁"
    r"|谁也不认识"
    r"|(?:只有|就是|只是|都是)[^,。?!]{0,12}(?:id|画像|标签|设备号|编号|账号)"
    r"|\b(?:no|without|not have|don't have) (?:any )?(?:real )?(?:phone numbers?|names?|ids?"
    r"|contact)\b"
    r"|\b(?:nobody|no one|no person|not anyone|not anybody) (?:can |could )?(?:be )?"
    r"(?:recogni[sz]|identif|found|traced)|\b(?:can't|cannot|can not) (?:recogni[sz]e|identify"
    r"|tell)"
    r"|\bnot (?:identifiable|recogni[sz]able)\b"
    r"|\b(?:only|just) [^.?!,]{0,30}\b(?:ids?|identifiers?|profiles?|tags)\b"
)
"""What data lack by which people are recognised at once: 没有手机号, not 没有同意的手机号."""
_FOLLOWS = re.compile(
    r"(?:就|也|都|是不是|应该|总|便|那)*(?:不用|不需要|用不着|无需|不必|免|不要)(?:再|去|他们"
    r"|本人|用户|客户|粉丝)*"
    r"(?:征求|征得|取得|经过|问|拿|要|找)?[^,。?!]{0,6}(?:同意|授权)"
    r"|不(?:算|是|属于)(?:什么)?(?:个人(?:信息|数据)|隐私|敏感)|(?:随便|直接|放心|就能|就可以|能"
    r"|可以)(?:拿去)?(?:卖|交易|挂|传|给)"
    r"|\b(?:no|without|not need|don't need|need no|needs no) (?:any |their )?(?:consent"
    r"|permission)\b"
    r"|\b(?:not|no|isn't|aren't) (?:really )?personal (?:data|information)\b"
    r"|\b(?:can|may) (?:we |be )?(?:just |freely |simply )?(?:sell|sold|trade|share)"
)
"""What is concluded from it."""
_CONFIRM = re.compile(
    r"(?:吧|咯|喽|啦|吗|么|呗|是吧|对吧|了|对不对|是不是)[?？。!]*$|[?？]$|\b(?:right|correct"
    r"|then|so|ok)\b"
)
_OTHER_WAY = re.compile(
    r"(?:有没有|还有没有|没有|有|难道没)(?:什么)?(?:别的|其他的?|其它的?|另外的?|变通的?"
    r"|简单[1一]?点的?|更简单的)"
    r"(?:办法|方法|法子|路子?|途径|选择|方案|做法)|(?:非得?|[1一]定要|必须|都得|就得"
    r"|难道要)[^,。?!]{0,12}?"
    r"(?:[1一]个个|挨个|逐个|每个人|[1一][1一])?[^,。?!]{0,8}同意[^,。?!]{0,4}(?:吗|么|不可|才行"
    r"|啊|[?？])"
    r"|怎么(?:可能)?(?:都)?同意(?:得?过来|啊)|同意不过来|问不过来"
    r"|\b(?:is there|isn't there|are there|have we|do we have) (?:no |any |an )?(?:other|another"
    r"|different)"
    r" (?:way|option|route|possibilit\w+)|\b(?:another|any other|no other) (?:way|option|route)\b"
    r"|\b(?:any |an )?alternatives?(?: to (?:that|this|asking|consent))?\b"
    r"|\bwithout asking (?:each|every"
    r"|all|them)\b"
)
"""What asks for another way than the one that was told."""
_CONSENT = re.compile(
    r"同意|授权|问[得不]过来|(?:个个|挨个|逐个|逐[1一])(?:去)?[问找]|consent|permission"
    r"|\bask(?:ing)? (?:each|every|all|\d)"
)
_MASKING = (
    "去掉名字、打码或者做哈希，就不算个人信息、可以卖了吗？",
    "Is it enough to strip names, mask or hash identifiers before selling?",
)
_ANONYMITY = (
    "匿名化做到什么程度就不算个人信息？",
    "When does anonymised data stop being personal information?",
)
_DIFFERENCE = (
    "去标识化和匿名化有什么不同？",
    "How do de-identification and anonymisation differ?",
)
_STATISTICS = (
    "用个人数据算出来的汇总统计，能当产品卖吗？",
    "Can we sell statistics that were computed from personal data?",
)
_NO_PEOPLE = (
    "不含个人信息的商业数据出境要评估吗？",
    "Does business data without personal information need an assessment?",
)
_BY_ID = ("什么是个人信息？", "What is personal information?")
_ANOTHER_WAY = (
    "个人数据要流通，一定得本人同意吗？",
    "Must individuals agree before their data circulates?",
)
_IMPORTANT_ABROAD = ("重要数据可以出境吗？", "May important data be sent abroad?")
_IMPORTANT_TRADED = ("重要数据可以交易吗？", "May important data be traded?")
_ALIKE = (_ANONYMITY, _DIFFERENCE, _MASKING)
"""What says of itself what is personal information still and what is not."""
Wording = tuple[str, str]


def treatment_of(text: str) -> Treatment:
    """What a text says, or supposes, is done to data of people first; empty where it says nothing
    of the kind, tells a case of its own, or asks for something else."""
    text = _NOBODY.sub(" ", normalise(text).strip())
    if len(text) > _LONGEST * (3 if is_english(text) else 1):
        return ""
    asked = _LEFT.sub(lambda left: _LISTS.sub("", left.group()), text)
    if _ASKS_OTHERWISE.search(asked) or not _SUPPOSES.search(text):
        return ""
    if _FIGURES.search(text) and not _ONE_BY_ONE.search(text):
        return "figures"
    if _ANONYMISED.search(text):
        return "anonymised"
    return "masked" if _MASKED.search(text) else ""


def concludes_unknown(text: str) -> bool:
    """Whether a text concludes that data are free from what they lack: no names, so no consent."""
    text = normalise(text).strip()
    if len(text) > _CONCLUDED * (3 if is_english(text) else 1):
        return False
    if _ASKS_OTHERWISE.search(_NOBODY.sub(" ", text)):
        return False
    lacks, follows = _LACKING.search(text), _FOLLOWS.search(text)
    if lacks is None or follows is None or _CONFIRM.search(text) is None:
        return False
    return lacks.start() < follows.start()


def wants_another_way(text: str) -> bool:
    """Whether a text asks for another way than the one that was told."""
    text = normalise(text).strip()
    short = len(text) <= _CONCLUDED * (3 if is_english(text) else 1)
    return short and _OTHER_WAY.search(text) is not None


async def when_treated(
    text: str, exchanges: Sequence[Exchange], snapshot: Snapshot, search: Search
) -> Findings | None:
    """What is known of a case whose data are treated first, or of what is concluded from what they
    lack; ``None`` where a text says neither."""

    async def held(*wordings: Wording) -> Findings | None:
        return await _held(wordings, exchanges, int(is_english(normalise(text))), search)

    setting = setting_of(text, exchanges, snapshot)
    if concludes_unknown(text) and _told_of_people(text, exchanges, snapshot):
        named = _LACKING.sub(" ", normalise(text))
        by_id = _ID.search(normalise(text)) or _NUMBER.search(named)
        masked = _ANONYMITY if setting == "abroad" else _MASKING
        return await (held(_BY_ID, masked) if by_id else held(masked))
    if not any(e.outcome in MATTERS for e in exchanges[-_BACK:]):
        return None
    if any(_OF_FIRMS.search(t) for t in _texts(text, exchanges)):
        return None
    if setting and wants_another_way(text) and _of_consent(text, exchanges, snapshot):
        return await held(_ANONYMITY if setting == "abroad" else _ANOTHER_WAY)
    treatment = treatment_of(text)
    if not treatment:
        return None
    if setting and _important(text, exchanges):
        return await held(_IMPORTANT_ABROAD if setting == "abroad" else _IMPORTANT_TRADED)
    if not _told_of_people(text, exchanges, snapshot):
        return None
    return await held(*_wordings(treatment, setting))


def _wordings(treatment: Treatment, setting: Setting) -> tuple[Wording, ...]:
    if setting != "trade":
        return (_ANONYMITY,) if not setting or treatment == "masked" else (_ANONYMITY, _NO_PEOPLE)
    if treatment == "figures":
        return (_STATISTICS,)
    return (_ANONYMITY,) if treatment == "anonymised" else (_MASKING,)


async def _held(
    wordings: Sequence[Wording], exchanges: Sequence[Exchange], english: int, search: Search
) -> Findings | None:
    """What is held under some wordings, told one by one where it is several documents. What was
    told just before is not told again, where something else says the same."""
    told = {entry for e in exchanges[-_TOLD:] for entry in e.entries}
    found = [t for t in [await _target(w, english, search) for w in wordings] if t is not None]
    targets = [t for t in found if t.id not in told] or found
    if found and told.issuperset(t.id for t in found) and {*wordings} & {*_ALIKE}:
        alike = [await _target(w, english, search) for w in _ALIKE]
        targets = [t for t in alike if t is not None and t.id not in told][:1] or found
    if not targets:
        return None
    taken = Taken(tuple(targets)) if len(targets) > 1 else None
    return Findings("exact", exact=targets[0], chance=PLAIN, band="answer", taken=taken)


async def _target(wording: Wording, english: int, search: Search) -> Target | None:
    return (await search(wording[english])).exact


def _texts(text: str, exchanges: Sequence[Exchange]) -> list[str]:
    """The texts that may tell the case, the latest first, up to where another matter began."""
    texts = [normalise(text)]
    for exchange in reversed(exchanges[-_BACK:]):
        given = said(exchange.question)
        texts.append(normalise(given.text))
        if given.turns:
            break
    return texts


def setting_of(text: str, exchanges: Sequence[Exchange], snapshot: Snapshot) -> Setting:
    """Whether the data are to go abroad or to be traded, as far as it was told."""
    told = [e for e in reversed(exchanges[-_BACK:]) if e.outcome in MATTERS]
    own = normalise(text)
    for asked, exchange in [(own, None), *((normalise(e.question), e) for e in told)]:
        if _of_export(exchange, snapshot) or _ABROAD.search(asked):
            return "abroad"
        if _TRADE.search(asked):
            return "trade"
    return ""


def _of_export(exchange: Exchange | None, snapshot: Snapshot) -> bool:
    target = snapshot.index.target(exchange.entries[0]) if exchange and exchange.entries else None
    return target is not None and getattr(target.document, "intent", "") == "cross_border"


def _told_of_people(text: str, exchanges: Sequence[Exchange], snapshot: Snapshot) -> bool:
    """Whether people, or what is known of them, were spoken of, or a table rules on the case."""
    tables = snapshot.pack.all(DecisionTable)
    ruled = any(e.entries and e.entries[0] in tables for e in exchanges[-_BACK:])
    told = _texts(text, exchanges)
    return ruled or any(of_people(t) or _OF_PEOPLE.search(t) for t in told)


def _important(text: str, exchanges: Sequence[Exchange]) -> bool:
    """Whether it was told that the data are important data."""
    told = _texts(text, exchanges)
    return any(occurs(name, t)[0] for t in told for name in _IMPORTANT)


def _of_consent(text: str, exchanges: Sequence[Exchange], snapshot: Snapshot) -> bool:
    """Whether the way that another one is asked for is the consent of the people."""
    if _CONSENT.search(normalise(text)):
        return True
    if setting_of(text, exchanges, snapshot) == "abroad":
        return False  # There it is one duty beside others.
    last = next((e for e in reversed(exchanges) if e.outcome in MATTERS), None)
    targets = [snapshot.index.target(e) for e in (last.entries if last else ())]
    return any(t is not None and _CONSENT.search(normalise(t.body)) for t in targets)
