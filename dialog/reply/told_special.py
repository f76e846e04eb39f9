"""The special rule before the general one where what makes it special was told before, in another
text or another part of one: the yearly audit of who has the data of minors, core data of the state
that are to be desensitised, and a secrecy that was signed, whatever is made of the data. Pure.

What is asked then (多久审一次, 脱敏了能卖吗, 做成指数能卖吗) names the general rule alone.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from dialog.reply.contacts_given import contacts_given
from dialog.reply.data_kinds import kind_of
from dialog.reply.derived_sold import derived_sold
from dialog.reply.kept_how_long import kept_how_long
from dialog.reply.question import Question
from dialog.reply.special_rules import MINORS_AUDIT, NO_MINORS, by_special_rule, tells_minors
from knowledge.findings import Findings
from knowledge.snapshot import Snapshot
from knowledge.text import normalise

CORE = "国家核心数据脱敏、加工以后可以挂牌交易吗？"
SECRECY = "合作方、客户要求保密，或者说数据不能外传，我们还能卖吗？"

_BACK = 3
"""Exchanges back to which the case may have been told."""
_AUDIT = re.compile(r"审计|审[1一](?:次|回|遍)|(?:谁|哪里)来?审|\baudit")
_WHICH_AUDIT = re.compile(
    r"多久|多长|周期|频率|几年|每年|年审|[1一两2]年(?:[1一]|做|审|够|行)|想做再做|要不要|用不用|够不够|谁|哪里|报|交"
    r"|\b(?:how often|every|annual|yearly|when|who|whom|report|must|need|have to)\b"
)
_TO_WHOM = re.compile(
    r"^(?:又|还|那|也|需不需要|要不要|用不用|得|该|应该|应|是)*(?:上?报|交|送)(?:送|给|到|上去|去)*(?:哪|谁|什么|吗|不|么|[?]|$)"
    r"|^(?:and |do we |must we |should we |to )*(?:report|hand|submit|whom)\b"
)
_OTHER_AUDIT = re.compile(
    r"账|财务|税|会计|安全审计|日志审计|代码|(?:哪些|什么|哪几)(?:内容|材料|机构)|多少钱|\b(?:financ\w+|tax|books|code|cost)\b"
)
_ADULTS = re.compile(
    r"(?:都|全|只)(?:是|有)?[^,。;?!]{0,4}(?:大人|成年人|成人|老师|教师|家长|员工)|\b(?:all"
    r"|only) (?:are )?(?:adults|grown-ups|teachers|staff)\b"
)
_CORE = re.compile(
    r"核心数据(?!库|管理|制度|目录|是什么|的定义)(?!(?:就|其实|主要)?是(?!国家))|\b(?:national"
    r"|state|state['’]s) core data\b|\bcore (?:state|national) data\b"
    r"|\bcore data of the (?:state|nation|country)\b|\b(?:classed|classified|notified"
    r"|designated|listed) as core data\b"
)
_OWN_CORE = re.compile(
    r"(?:我们?|咱们?|公司|企业|自己|自家|本公司|我司)(?:这边)?(?:最|的)*核心数据|核心(?:业务|竞争|用户|客户)|(?:不是|不算|没有?|并非)(?:什么|国家)?核心数据"
    r"|\b(?:our|company|business)(?:'s)? core data\b|\bnot (?:state |national )?core data\b"
)
_TREATED = re.compile(
    r"脱敏|去标识|匿名|打码|加密|哈希|去掉|抹掉|汇总|统计|加工|处理(?:完|过|以后|之后|一下)|降级"
    r"|\b(?:desensiti[sz]\w*|de-?identif\w*|anonymi[sz]\w*|mask\w*|encrypt\w*|aggregat\w*|strip\w*|process\w*|hash\w*)\b"
)
_SOLD = re.compile(
    r"(?<![外热专])卖(?![方家点场])|出售|挂|上架|交易(?!所)|转让|流通|行不行|行吗|可以吗|能不能|给|提供|\b(?:sell|sold|list|trade|give|provide|allowed)\b"
)
_SECRET = re.compile(
    r"(?:签|有|写|定|约定|规定|要求|按|里|说)[^,。;?!没不无]{0,10}?保密|保密(?:协议|条款|合同|约定|义务)"
    r"|(?:合同|协议|条款|约定)[^。;?!]{0,14}?(?:不许|不得|不准|不能|不让|不可以?|禁止|严禁|别)[^,。;?!]{0,8}?(?:给|传|对外|外传|外泄|公开|透露|用|卖|提供|披露|转|别人|第三方)"
    r"|\b(?:nda|non-?disclosure|confidentiality|secrecy)\b"
    r"|\b(?:contract|agreement|clause|terms?)\b[^.;?!]{0,40}\b(?:forbid\w*|prohibit\w*|bar(?:s"
    r"|red)?|ban(?:s|ned)?|not (?:to )?(?:pass|share|disclose|use|give|sell)"
    r"|(?:does|do) not allow)\b"
)
_NO_SECRET = re.compile(
    r"(?:没有?|未|不用|不需要?|从没|无)(?:签|要求|约定|规定|写|任何|过)*(?:保密|不许|不得|禁止)|保密(?:期|协议|条款)?[^,。;?!]{0,6}(?:到期|过期|解除|失效|作废|没有了)"
    r"|(?:书面)?同意(?:了|我们|过)|(?:允许|可以)(?:我们)?(?:用作|用于|拿去|对外|卖|公开)"
    r"|\b(?:no|not signed|without|expired|consented|agreed to)\b[^,.;?!]{0,16}\b(?:nda"
    r"|confidential\w*|secrecy|sale)?"
)
_MADE = re.compile(
    r"加工|汇总|统计|指数|均价|均值|平均|报告|聚合|合计|做成|算成|整理|\b(?:index|indices|averages?|aggregat\w*|statistic\w*|totals?|report)\b"
)
_SELLS = re.compile(
    r"(?<![外热专])卖(?![方家点场])|出售|挂牌|能挂|上架|交易(?!所)|\b(?:sell|sold|list|trade)\b"
)


def of_part(
    snapshot: Snapshot, full: str, text: str, asked: Question, before: Sequence[str]
) -> Findings | None:
    """What a special rule says of one question of a text: ``full``: the question made whole,
    ``before``: what the text says before it."""
    found = derived_sold(text, asked.exchanges, snapshot, before)
    found = found or by_special_rule(snapshot, full) or kept_how_long(snapshot, text, asked)
    found = found or by_told_rule(snapshot, text, asked, before)
    return found or contacts_given(text, asked.exchanges, snapshot, before)


def by_told_rule(
    snapshot: Snapshot, text: str, asked: Question, before: Sequence[str] = ()
) -> Findings | None:
    """What the special rule says behind what was told; ``None`` where nothing told makes one."""
    told = [normalise(e.question) for e in asked.exchanges[-_BACK:]]
    wording = told_wording([*told, *map(normalise, before)], normalise(text))
    alone = not told and not before and snapshot.exact(text) is not None
    found = snapshot.at_once(wording) if wording and not alone else None
    return found if found is not None and found.band == "answer" else None


def told_wording(before: Sequence[str], text: str) -> str:
    """The wording of the document that holds the special rule; empty where none does."""
    told = [*before, text]
    if _asks_of_audit(before, text) and _of_minors(told):
        return MINORS_AUDIT
    core = any(_CORE.search(t) and not _OWN_CORE.search(t) for t in told)
    if core and _TREATED.search(text) and _SOLD.search(text):
        return CORE
    whole = ",".join(told)
    if _MADE.search(text) and _SELLS.search(text) and not _NO_SECRET.search(whole):
        return SECRECY if any(map(_SECRET.search, told)) else ""
    return ""


def _asks_of_audit(before: Sequence[str], text: str) -> bool:
    if _OTHER_AUDIT.search(text):
        return False
    if _AUDIT.search(text):
        return _WHICH_AUDIT.search(text) is not None
    return bool(before) and _AUDIT.search(before[-1]) is not None and bool(_TO_WHOM.search(text))


def _of_minors(told: Sequence[str]) -> bool:
    """Whether the last text that tells whose data they are tells of minors."""
    for text in reversed(told):
        if NO_MINORS.search(text) or _ADULTS.search(text):
            return False
        if tells_minors(text):
            return True
        if kind_of(text) in ("firms", "produced"):
            return False
    return False
