"""How consent is given, asked behind a reply that told that it is needed: whether by everybody in
turn (那要一个个签字啊), and whether a message or a tick will do (微信上点个同意行不行). Pure.

That is one document, in whatever trade the case is: by its own words such a text is near every
matter of signing. Who asks whether a paper of long ago counts, whose consent it must be, or what
of a contract or a report, asks for something else.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec

from dialog.reply.consent_of_sale import asks_only_consent
from dialog.reply.context import MATTERS
from dialog.reply.question import Exchange
from knowledge.findings import Findings
from knowledge.snapshot import PLAIN, Snapshot
from knowledge.text import is_english, normalise
from knowledge.types import DecisionTable

_BACK = 2
"""Exchanges back to which a reply may have told that consent is needed."""
_LONGEST = 40
"""Characters beyond which a text tells a case of its own; English has thrice as many."""
_WHOLE = 240
"""Characters of a text with all that it tells beside such a question."""
_HOW = "征求用户同意要一个个打电话吗，什么方式才算数？"
_CONSENT = re.compile(r"同意|\bconsent")
_ALL = (
    r"(?:[1一]个[1一]?个|[1一]位[1一]?位|[1一]家[1一]?家|挨个|挨家|逐[个1一位人户]"
    r"|每[1一]?[个位户](?:人|客户|用户|会员|顾客|员工|患者|病人|学员|业主)?"
    r"|人人|所有人?|\d+(?:多|来|几)?[万千百]?[号个名位]?(?:人|客户|用户|会员|顾客)"
    r"|[几好多上][百千万]+[号个名位]?人?)"
)
_GETS = r"(?:签|问|找|打电话|发(?:消息|短信|微信|邮件)|征求|联系|跑|上门|同意|点头|确认|去要)"
_CHANNEL = (
    r"(?:微信|短信|邮件|邮箱|\bapp\b|小程序|公众号|弹窗|线上|网上|在线|电子|扫码|[2二]维码|电话"
    r"|口头|嘴上|录音|群里"
    r"|纸质?|纸面|书面|手写|手签|亲笔|签字|签名|按手印|打?个?勾|点[1一]?[个下]?(?:同意|确认|按钮))"
)
_IS_ENOUGH = (
    r"(?:行不行|可不可以|能不能|算不算|够不够|成不成|有没有效|(?:行|可以|能行|够|算(?:数|同意)?"
    r"|有效|作数|也行|就行|就够|就可以|成)了?(?:吗|么|不|吧|嘛)"
    r"|才(?:行|算|作数)|(?:行|可以|够|成)(?=[?。 ]*$))"
)
_BY_WHICH = (
    r"(?:怎么|如何|咋|怎样|用什么|什么|啥|哪种|哪些)(?:个?(?:样子|方式|办法|形式|法子"
    r"|途径))?(?:才能|才|去|来|算|能|让|给|跟|叫)*[^,。?!什怎]{0,6}?"
    r"(?:取得|拿到?|要到?|征求|征得|签|收集|获得|表示)[^,。?!]{0,6}?(?:同意|字$|签$)"
    r"|同意(?:书)?(?:要|得|该|应该|可以|能)?(?:怎么|如何|咋|以什么|用什么|什么)(?:个?(?:方式|形式"
    r"|办法))?(?:给|拿|取|签|做|弄|收|表示)"
)
_ASKED = re.compile(
    rf"{_ALL}[^,。?!]{{0,8}}?{_GETS}|(?:签|问|找|征求|联系)[^,。?!]{{0,4}}?{_ALL}"
    rf"|{_CHANNEL}[^,。?!]{{0,10}}?{_IS_ENOUGH}|(?:非得|[1一]定要|必须|得|要不要"
    rf"|是不是得?)[^,。?!]{{0,8}}?{_CHANNEL}"
    rf"|{_BY_WHICH}"
    r"|\b(?:each|every(?:one|body)?|all of (?:them|our|the)|one by one|individually)\b[^.?!]{0,30}?"
    r"\b(?:sign|signs|signing|signature|asked?|call(?:ed)?|e-?mail(?:ed)?|contact(?:ed)?)\b"
    r"|\b(?:sign|ask|call|contact|e-?mail)(?:ing)? (?:each|every|them all|all of|\d)[^.?!]{0,30}"
    r"|(?:\b(?:consents?|signatures?|permissions?|agreements?|approvals?|ok)\b|同意|签[字名])[^.?!,]{0,16}?"
    r"\b(?:from|of|by) (?:each|every\w*|all|(?:the |these |those )?\d+)\b"
    r"|\ball(?: of)?(?: the| these| those| our| my)? ?\d*[^.?!,]{0,24}? (?:really |also "
    r"|now )*(?:have to|must|need to"
    r"|needs? to|should|has to) (?:really |also )*(?:sign|agree|consent)\b"
    r"|\b(?:each|every|all|\d+)\b[^.?!]{0,30}?\b(?:sign\w*|signatures?) (?:a |the |some "
    r"|any )?(?:paper|form|consent|sheet)"
    r"|\b(?:wechat|text messages?|sms|e-?mail|pop-?up|online|electronic(?:ally)?|click\w*|button"
    r"|tick"
    r"|checkbox|qr code|phone|verbal(?:ly)?|oral(?:ly)?|spoken|recording|written|in writing"
    r"|on paper|paper"
    r"|signature|signed)\b[^.?!]{0,30}?\b(?:ok(?:ay)?|enough|count|valid|fine|do|work|suffice"
    r"|good enough)\b"
    r"|\b(?:does|must|should|has|need) (?:it|that|this|the consent|consent)\b[^.?!]{0,20}?"
    r"\b(?:written|in writing|on paper|paper|signed|signature|electronic)\b"
    r"|\b(?:is|are|would|will|can|could)\b[^.?!]{0,30}?\b(?:wechat|text message|sms|e-?mail"
    r"|pop-?up|click"
    r"|tick|checkbox|qr code|phone call)\b[^.?!]{0,20}?\b(?:ok(?:ay)?|enough|valid|fine)\b"
    r"|\bhow (?:do|can|should|must|would) (?:i|we|they|one)\b[^.?!]{0,16}?\b(?:get|obtain|collect"
    r"|ask for)"
    r"\b[^.?!]{0,16}?\bconsent\b"
)
_SIGNED_BY_ALL = re.compile(
    r"\b(?:signatures?|sign|signs|signed)\b[^.?!]{0,30}?\b(?:each|every\w*|all|\d+)\b"
    r"|\b(?:each|every\w*|all|\d+)\b[^.?!]{0,30}?\b(?:signatures?|sign|signs|signed)\b"
    rf"|{_ALL}[^,。?!]{{0,6}}?签|签[^,。?!]{{0,4}}?{_ALL}"
)
"""A signature of every person, which can be nothing but consent where no contract is needed."""
_WAIVED = re.compile(r"免")
_SENTENCES = re.compile(r"(?<=[.?!。;])\s*")
_OTHERWISE = re.compile(
    r"(?:给|发|寄|教|帮)我|合同|协议|条款|章程|声明|承诺|报告|登记|备案|挂牌|上架|发票|隐私政策|告知|须知|签过|勾过"
    r"|点过|当初|以前|之前|原来|早就|已经"
    r"|办卡|入会|入园|挂号|总的|家长|监护|父母|孩子|小孩|儿童|未成年|老人|家属|代签|替|去掉|删"
    r"|脱敏|打码|匿名|统计|汇总"
    r"|多少钱|多久|谁|区别|撤回|反悔|不同意|拒绝|写(?:什么|啥|哪)|内容|模板|范本|(?:别的|其[他它]"
    r"|另外的?|变通的?)(?:办法|法子|方法|路|途径|方式)|盖章|公章|法人|授权书|联系不上|找不到"
    r"|\b(?:(?:to|send|tell|show|give) (?:me|us)|contract|agreement|policy|terms|report|already"
    r"|parents?|child\w*|guardians?|children"
    r"|template"
    r"|(?:an)?other way|alternative|without|withdraw\w*|refus\w*|how (?:long|much)|who|anonymi\w+"
    r"|remov\w+|statistics|seal)\b"
)
"""What makes it a question on another paper, person or time."""


def asks_how_given(text: str) -> bool:
    """Whether a text asks in which way people give their consent."""
    plain = normalise(text).strip()
    if _OTHERWISE.search(plain):
        return False
    asking = [s for s in _SENTENCES.split(plain) if "?" in s]
    asked = asking[0] if len(asking) == 1 else plain  # What only tells stands around it.
    long = len(asked) > _LONGEST * (3 if is_english(plain) else 1)
    return not long and len(plain) <= _WHOLE and _ASKED.search(asked) is not None


def how_given(text: str, exchanges: Sequence[Exchange], snapshot: Snapshot) -> Findings | None:
    """What is held of the ways of consent; ``None`` where a text asks for nothing of it, or the
    replies before told of none."""
    if not exchanges or not asks_how_given(text) or snapshot.exact(text) is not None:
        return None
    if asks_only_consent(text) and _CONSENT.search(normalise(text)):
        return None  # 每个客户都要点同意吗 asks whether it is needed.
    last = [e for e in exchanges if e.outcome in MATTERS][-_BACK:]
    if not any(_told_of_consent(e, text, snapshot) for e in last):
        return None
    found = snapshot.at_once(_HOW)
    return found and msgspec.structs.replace(found, chance=PLAIN)


def _told_of_consent(exchange: Exchange, text: str, snapshot: Snapshot) -> bool:
    """Whether a reply told that people must consent. Behind a ruling, whose first duty may be a
    contract to be signed, a text names the consent itself."""
    for entry in exchange.entries:
        table = snapshot.pack.all(DecisionTable).get(entry)
        if table is not None:
            rows = [r for r in table.rows if r.id in exchange.entries]
            told = " ".join(d for r in rows for d in (r.conclusion, *r.duties))
            plain = normalise(text)
            waived = any(_WAIVED.search(r.conclusion) for r in rows)
            named = _CONSENT.search(plain) or (waived and _SIGNED_BY_ALL.search(plain))
            return _CONSENT.search(normalise(told)) is not None and bool(named)
        target = snapshot.index.target(entry)
        if target is not None and _CONSENT.search(normalise(target.body)):
            return True
    return False
