"""Duties that are asked for in passing, with too few words of the document that holds them: who
consents for people of some age, what must be recorded where others process the data, what is
reported every year of important data, and whether what was signed under the old rules for data sent
abroad goes on by them. Pure; texts are normalised.
"""

from __future__ import annotations

import re

from dialog.reply.its_duties import asks_consent_by_age
from knowledge.answers.table_words import occurs

ENTRUSTED_TERMS = "委托别人处理个人信息要约定什么？"
CONSENT_BY_AGE = "未成年人自己能同意把信息给别人吗，几岁要家长同意？"
IMPORTANT_YEARLY = "重要数据处理者多久做一次风险评估？"
OLD_RULES = "2022年的出境评估办法和2023年的标准合同办法还有效吗？"

_ENTRUSTS = re.compile(
    r"委托|外包|代工方|受托|(?:请|找|让)[^,。;?!]{0,8}(?:公司|机构|人)[^,。;?!]{0,6}(?:处理|录入|清洗|标注|打电话|分析)"
    r"|\b(?:entrust\w*|outsourc\w*|vendors?|processors?|contractors?|subcontract\w*)\b"
)
_KEEPS_RECORDS = re.compile(
    r"(?:留|存|保存|保留|做|写|有)[^,。;?!]{0,6}(?<!交易)(?<!通话)(?<!聊天)(?:记录|档案|痕)(?!仪)|(?:处理|委托)?记录[^,。;?!]{0,6}(?:留|存|保)"
    r"|\b(?:keep|retain|maintain|make|store)\b[^.;?!]{0,24}\brecords?\b|\brecords?\b[^.;?!]{0,16}\bkept\b"
)
_NO_ENTRUST = re.compile(
    r"日志|网络|人脸|重要数据|出境|境外|国外|删|销毁|罚|后果|直播|电商|网店|病历保存|\b(?:logs?|abroad|overseas|fine[ds]?|delete|destroy)\b"
)
_OF_EXPORT = re.compile(
    r"标准合同|出境(?:安全)?评估|(?:出境|跨境)[^,。;?!]{0,6}(?:合同|备案|办法|规定)"
    r"|\bstandard contracts?\b"
    r"|\b(?:export|outbound|cross-border)\b[^.;?!]{0,16}\b(?:contract|assessment|rules|measures)\b"
)
_BY_OLD_RULES = re.compile(
    r"(?:还|仍|继续|照旧|照样)[^,。;?!]{0,4}?[按照依用][^,。;?!]{0,8}?(?:那时|当时|那年|旧|老|原来|以前|20\d\d年)"
    r"[^,。;?!]{0,10}?(?:算|办|走|来|执行|管|规定|办法)?"
    r"|\b(?:do|does|will|would)\b[^.;?!]{0,24}\b(?:old|20\d\d|earlier|former|those) (?:rules"
    r"|measures|provisions)"
    r"[^.;?!]{0,12}\bstill (?:apply|count|hold)\b"
)
_YEARLY = re.compile(
    r"每1?年|年度|[1一]年[1一](?:次|度|回|报)|[1一]年(?:要|得|该|需要?)|定期|按年"
    r"|\b(?:yearly|annual(?:ly)?|every year|each year|once a year|a year|per year|regular(?:ly)?)\b"
)
_REPORTS = re.compile(
    r"报(?!价|酬)|交(?!易)|送|提交|评估|义务|要求|[做干办][些点]?(?:什么|啥|哪些)|(?:什么|啥|哪些)(?:事|要做|要办)"
    r"|(?:还要|要|得|该)[^,。;?!]{0,4}?[做干办]"
    r"|\b(?:report\w*|fil(?:e|es|ed|ing)|submit\w*|assess\w*|obligations?|dut(?:y|ies)"
    r"|have to do|must do"
    r"|do (?:we|i) (?:have|need) to|required?)\b"
)
_ASKS = re.compile(
    r"什么|哪些|啥|怎么|吗|么|要不要|需要|多久|几年|\?|\b(?:what|must|need|how long|have to"
    r"|should|do)\b"
)
_FACES = re.compile(r"人脸|刷脸|面部|\b(?:faces?|facial)\b")
_SOLD = re.compile(r"(?<![外热专])卖(?![方家点场])|出售|挂牌|上架|\b(?:sell|sold|list|trade)\b")
_FINES = re.compile(r"罚|赔|坐牢|后果|多少钱|费用|\b(?:fine[ds]?|penalt\w+|costs?)\b")
_IMPORTANT = ("重要数据", "important data")


def duty_wording(plain: str, *, abroad: bool) -> str:
    """The wording of the document on the duty that is asked for; empty where none of these is.
    ``abroad``: the data are said to go abroad."""
    if asks_consent_by_age(plain) and not _FACES.search(plain):
        return CONSENT_BY_AGE
    records = _ENTRUSTS.search(plain) and _KEEPS_RECORDS.search(plain) and _ASKS.search(plain)
    if records and not _NO_ENTRUST.search(plain) and not abroad:
        return ENTRUSTED_TERMS
    if _OF_EXPORT.search(plain) and _BY_OLD_RULES.search(plain):
        return OLD_RULES
    told = any(occurs(p, plain)[0] for p in _IMPORTANT)
    if not told or abroad or _SOLD.search(plain) or _FINES.search(plain):
        return ""
    yearly = _YEARLY.search(plain) and _REPORTS.search(plain)
    return IMPORTANT_YEARLY if yearly else ""
