"""A court or an authority of another country asks for data that are stored here (美国法院发函来要
客户记录, a subpoena from New York): without approval none may be given, whatever kind they are of,
so that no table of the ways abroad asks for that. Pure; over normalised texts.
"""

from __future__ import annotations

import re

from knowledge.answers.places_abroad import NAMED_ABROAD

FOREIGN_COURT = "外国法院或执法机构要我们提供境内数据，可以给吗？"
_ORGAN = (
    r"(?:法院|法官|法庭|检察[院官]?|司法(?:部门?|机[关构])?|执法(?:部门|机[关构]|人员)?|警察局?"
    r"|警方|刑警"
    r"|监管(?:机构|部门|局|当局)?|证监会|证交会|司法部|税务[局署]?|海关|移民局|反垄断(?:局|机构)?"
    r"|情报(?:局|机构)"
    r"|fbi|sec|doj|ftc)"
)
_AT = re.compile(
    rf"(?:外国|境外|国外|海外|美国?|英国?|欧盟|欧洲|老外)(?:那边|那儿|当地|联邦|地方"
    rf"|的)*[^,。;?!]{{0,3}}?{_ORGAN}"
    r"|证据开示|海外取证|境外取证"
    r"|\b(?:u\.?s\.?|us|uk|eu|american|british|german|french|japanese|korean|foreign|overseas"
    r"|federal"
    r"|new york|delaware|california)(?: \w+)? (?:courts?|judges?|regulators?|authorit(?:y|ies)"
    r"|prosecutors?"
    r"|police|agenc(?:y|ies)|law enforcement|grand jury|department of justice|subpoenas?|discovery"
    r"|litigation|lawsuit)\b"
    r"|\b(?:fbi|doj|ftc)\b|\bsubpoena|\bdiscovery (?:request|order|demand)"
    r"|\bserved (?:with )?discovery\b"
)
_ORGAN_NEAR = re.compile(rf"(?:的|当地|那边|联邦|地方)?{_ORGAN}")
_DEMANDS = re.compile(
    r"要(?!求不)|调取|调阅|索取|索要|发函|来函|传票|取证|开示|交出|[提交给][供给交]?|配合|搜查"
    r"|问我们"
    r"|\b(?:discovery|subpoena\w*|warrants?|requests?|demands?|order(?:s|ed)?|wants?|asks?|served"
    r"|hand"
    r"|gives?|export|produce|turn over|comply|disclos\w*|send)\b"
)
_DATA = re.compile(
    r"数据|记录|资料|信息|日志|服务器|邮件|文件|材料|聊天|流水|台账|名单"
    r"|\b(?:data|records?|logs?|e?mails?|files?|documents?|chats?|servers?|information|messages)\b"
)
_CHINESE = re.compile(r"香港|澳门|台湾|hong kong|macau|taiwan", re.IGNORECASE)
"""Their courts are not those of another country."""
_OTHER = re.compile(
    r"云法案|几天|处室|受理|罚|后果|坐牢|判例|判决书|裁判文书|哪[1一]?条|第\d+条|哪个(?:部门"
    r"|机关)|向谁|找谁|谁批"
    r"|怎么(?:报|申请)"
    r"|挂牌|(?<![外热专])卖(?![方家点场])|中国(?:法院|警方)|公安|网信"
    r"|\b(?:fine[ds]?|penalt\w+|which article|which authority|cloud act|sell|chinese (?:court"
    r"|police))\b"
)


def court_wording(text: str) -> str:
    """The wording of the document on such a demand; empty where none is told, or where something
    else is asked of it, as what it costs to have given."""
    if _OTHER.search(text) or not (_DATA.search(text) and _DEMANDS.search(text)):
        return ""
    if _AT.search(text):
        return FOREIGN_COURT
    named = (m for m in NAMED_ABROAD.finditer(text) if not _CHINESE.match(m.group()))
    return FOREIGN_COURT if any(_ORGAN_NEAR.match(text, m.end()) for m in named) else ""
