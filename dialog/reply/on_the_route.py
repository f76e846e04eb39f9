"""What a text names by its short name after a ruling that led to it (那合同能用对方的模板吗,
备案要多久, 谁签字; who signs it): the contract, filing or certification of that ruling. Pure.

Searched by its short name, such a text is near the contracts on the exchange, or anything that is
filed or signed; the ruling itself has nothing more to say of it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from dialog.reply.aspects import asks
from dialog.reply.question import Question
from dialog.reply.said_before import counts_anew, said_before
from dialog.reply.several import parts_of
from dialog.reply.told_cases import Case, case_before
from knowledge.answers.own_contracts import own_contract
from knowledge.answers.table_words import stated
from knowledge.snapshot import Snapshot
from knowledge.text import is_english, normalise
from knowledge.types import Row

_LONGEST = 40
"""Characters beyond which a text tells something of its own; English has thrice as many."""
_SHORT = ("合同", "认证", "contract", "certification")
"""Short names, each the end of the full name of a thing that a table decides."""
_OTHERS = re.compile(
    r"(?:劳动|集体|交易|买卖|保密|委托|服务|框架|租赁|采购|销售|雇佣|聘用|加工|运输|保险|标准"
    r"|场内|数据"
    r"|授权|合作)(?:的)?(?:合同|协议)|(?:安全|合规|质量|价值|产品|学历|实名|身份|资质"
    r"|体系)(?:的)?认证"
    r"|交易所|挂牌|上架|登记|入驻|(?<![外专热])卖(?![方家])|平台|网站|icp|域名|人脸|算法|同意书"
    r"|告知书|隐私"
    r"|履行|履约|本人(?:签|订)?的?合同|(?:跟|和|与)(?:本人|客户|用户|他们|员工)[^,。?!]{0,6}合同"
    r"|报告|服务器|(?:存|放)(?:在|到)|机房|影响评估|劳动规章|审计|表(?:格|单)"
    r"|\b(?:labou?r|employment|collective|sales?|service|data|trading|exchange|website|consent"
    r"|perform\w*|fulfil\w*"
    r"|privacy|listing|sell|icp|face|impact|standard|audit)\b"
)
"""What names a contract, a paper or an office of its own."""
_CONTRACT = re.compile(r"合同|协议(?!书)|\b(?:contract|agreement)\b")
_CERTIFIED = re.compile(r"认证|\b(?:certificat\w+|certified)\b")
_FILED = re.compile(
    r"备案|报备|(?:报|交|送)(?:到|给|去)?(?:哪|谁|什么地方)|(?:上海|省里?|地方|国家"
    r"|北京)[^,。?!]{0,6}还是"
    r"|\b(?:fil(?:e|ed|ing)|hand (?:it|that|this) in|register (?:it|this|that)|submit (?:it|this"
    r"|that))\b"
)
_SIGNED = re.compile(
    r"(?:谁|哪个|什么人|哪一方|法人|老板)(?:来|去|负责|给|能|可以|要)*(?:签(?!收|到)|盖章)"
    r"|签(?:字|名|章)|盖(?:谁|哪个|什么|公)[^,。?!]{0,3}章"
    r"|\b(?:who|must|should|does|do|can)\b[^.?!]{0,24}\bsigns?\b|\bsign (?:it|that|this)\b"
)
_WAIVED = re.compile(r"都免(?!费)|\b(?:all|are|is) waived\b")
"""What says that the things named are not needed."""
_SPARED = re.compile(r"不能改走|能不能免|\bcannot\b|\bdoes not settle\b")
"""What says that they are not open to this case, or that this is not known."""
_WORDED = re.compile(
    r"(?:对方|他们|她们|总部|母公司|外方|人家|自己|我们)[^,。?!]{0,6}(?:模板|范本|文本|版本|格式"
    r"|样本|草稿)|(?:模板|范本|文本)[^,。?!]{0,6}(?:能|可以|改|用|自己)"
    r"|(?:中文|英文|双语)[^,。?!]{0,6}(?:还是|行|可以|吗)|用(?:什么|哪种|哪国)(?:语言|文字)"
    r"|\b(?:their|our own|own|head ?office's?|german|french|parent's?) (?:own )?(?:template|model"
    r"|form|text|wording"
    r"|version|draft|terms|clauses)|\b(?:change|amend|edit|adapt|alter|modify) (?:the |its "
    r"|any )?(?:wording|text|terms|clauses?)"
    r"|\b(?:add|delete|strike|leave out) (?:some |any |our |own |our own |a )*(?:terms|clauses?)"
    r"|\bin (?:chinese|english|both)\b[^.?!]{0,20}\?*$"
)
"""What speaks of the words of a contract without naming one."""


def on_the_route(snapshot: Snapshot, text: str, asked: Question) -> str:
    """A text with the full name of what the ruling before led to, in the stead of its short one;
    the text itself where it names nothing of that, or something of its own."""
    plain = normalise(text).strip()
    english = is_english(plain)
    if not asked.exchanges or len(plain) > _LONGEST * (3 if english else 1):
        return text
    if (
        _OTHERS.search(plain)
        or own_contract(plain)
        or not (asks(plain) or "还是" in plain or plain.endswith("?") or english)
    ):
        return text
    if not any(s.search(plain) for s in (_CONTRACT, _CERTIFIED, _FILED, _SIGNED, _WORDED)):
        return text
    if len(parts_of(text)) == 1 and said_before(text, asked, snapshot) is not None:
        return text  # A sentence of the ruling itself settles it.
    case = case_before(snapshot, asked)
    row = _row_of(case) if case is not None else None
    if case is None or row is None or case.table.decides is None:
        return text
    if stated(case.table, plain) or counts_anew(plain, asked.exchanges, snapshot):
        return text  # 再发五万，要签合同吗 tells more of the case, and what that leads to is open.
    told = normalise(row.conclusion_english if english else row.conclusion)
    decided = case.table.decides.things
    if _WAIVED.search(told):
        needs = _CONTRACT.search(plain) or _FILED.search(plain)
        every = _led_to(normalise(" ".join(decided)), decided)
        return (needs and _whether(every, english=english)) or text
    if _SPARED.search(told):
        return text
    return _named(plain, _led_to(told, decided), english=english) or text


def _row_of(case: Case) -> Row | None:
    """The row that was told last in a case."""
    told = case.rows[-1] if case.rows else ""
    return next((row for row in case.table.rows if row.id == told), None)


def _led_to(told: str, things: Sequence[str]) -> dict[str, str]:
    """The things of a table that its normalised conclusion names, by their short names."""
    named = sorted((t for t in things if normalise(t) in told), key=len, reverse=True)
    return {short: thing for short in _SHORT for thing in named if normalise(thing).endswith(short)}


def _whether(things: dict[str, str], *, english: bool) -> str:
    """Whether the contract is needed at all, as a question on the case."""
    contract = things.get("contract" if english else "合同", "")
    if not contract:
        return ""
    return f"Do we still need the {contract}?" if english else f"还要签{contract}吗"


def _named(plain: str, things: dict[str, str], *, english: bool) -> str:
    """A normalised text with the full name of one of the things in it; empty where it is of
    none."""
    if english:
        return _named_english(plain, things)
    contract, certificate = things.get("合同", ""), things.get("认证", "")
    if contract and (read := _CONTRACT.search(plain)):
        return f"{plain[: read.start()]}出境{contract}{plain[read.end() :]}"
    if certificate and (read := _CERTIFIED.search(plain)):
        return f"{plain[: read.start()]}出境认证{plain[read.end() :]}"
    if not contract:
        return ""
    if read := re.search(r"备案|报备", plain):
        return f"{plain[: read.start()]}{contract}备案{plain[read.end() :]}"
    if _FILED.search(plain):
        return f"{contract}备案,{plain}"
    return f"出境{contract}{plain}" if _SIGNED.search(plain) or _WORDED.search(plain) else ""


def _named_english(plain: str, things: dict[str, str]) -> str:
    contract = things.get("contract", "")
    if not contract:
        return ""
    if read := _CONTRACT.search(plain):
        return f"{plain[: read.start()]}{contract}{plain[read.end() :]}"
    bare = plain.rstrip("?. ")
    if read := re.search(r"\b(sign|signs|file|submit) (?:it|that|this)\b", bare):
        return f"{bare[: read.start()]}{read[1]} the {contract}{bare[read.end() :]}?"
    if any(shape.search(plain) for shape in (_FILED, _SIGNED, _WORDED)):
        return f"{bare} for the {contract}?"
    return ""
