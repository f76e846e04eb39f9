"""Lists of customers that are another company's (别家公司的客户名单匿名化后能卖吗), and papers of
a client's business (客户拿来翻译的合同): anonymising cures what is owed to the people in them, not
what is owed to that company, whose authorisation is needed. Pure.
"""

from __future__ import annotations

import re

from dialog.reply.for_others import sells_a_clients
from dialog.reply.question import Question
from knowledge.answers.bans import asks_to_trade
from knowledge.answers.bought_lists import bought
from knowledge.answers.once_anonymised import once_anonymised
from knowledge.answers.people_counts import PERSONS, PERSONS_ENGLISH
from knowledge.answers.tables import rule_on
from knowledge.findings import Findings
from knowledge.text import normalise
from knowledge.types import DecisionTable

_SHORT = 40
"""Characters of a text that goes on with a case."""
_COMPANY = r"(?:公司|企业|单位|商家|店家?|平台|机构|厂家?)"
_OTHER = (
    rf"(?:(?:别家|别的|其[他它]|别人|人家|另外?1家|某家|隔壁|外面的?){_COMPANY}?|别家|同行"
    rf"|(?:竞争)?对手|友商|竞品"
    rf"|前东家|原来的?{_COMPANY}|老东家|前公司|原公司|上家{_COMPANY}|合作(?:方|伙伴|公司)|甲方"
    rf"|供应商|经销商|客户公司)"
)
_LIST = (
    r"(?:(?:客户|会员|用户|顾客|买家|经销商|供应商|渠道)的?"
    r"(?:名单|名录|名册|资料|清单|数据|信息|档案|库|列表)|客户群)"
)
_PAPERS = (
    r"(?:合同|协议|图纸|图纸资料|设计稿?|配方|工艺|标书|报价|报表|账目|账本|源代码|代码|技术资料"
    r"|商业(?:文件|资料|计划)"
    r"|经营(?:数据|资料|信息)|财务(?:数据|资料)|生产数据)"
)
_OTHERS_LIST = re.compile(
    rf"(?:客户|甲方|委托方|委托人|合作方|客户公司)[^,。;?!]{{0,14}}?{_PAPERS}"
    r"|\b(?:clients?|customers?)['’]?s?['’]? (?:\w+ ){0,2}?(?:contracts?|drawings?|blueprints?"
    r"|designs?|recipes?|source code|tenders?|accounts|financial (?:data|reports?))\b"
    rf"|{_OTHER}(?:那[里儿边]?|手[里上])?(?:的|给的|拿来的|拿到的|弄来的)?{_LIST}"
    r"|\b(?:another|other|rival|competing|a competitor|competitors?|former employer|my old|partner)"
    r"['’]?s? ?(?:compan(?:y|ies)|firms?|business(?:es)?|employer|shops?|stores?)?['’]?s?['’]? "
    r"(?:customers?|clients?|members?|users?)['’]?s?['’]? (?:lists?|data(?:base)?|records?"
    r"|files?)\b"
    r"|\b(?:customers?|clients?|members?|users?) (?:lists?|data(?:base)?|records?) (?:of|from)"
    r" (?:an?other|a rival|a competitor|competitors|other|my former)\b"
)
_TREATED = re.compile(
    r"匿名|脱敏|去标识|打码|抹掉|去掉(?:了)?(?:名字|姓名|人名|电话|手机)"
    r"|\b(?:anonymi[sz]\w*|de-?identif\w*|pseudonymi[sz]\w*|mask\w*)\b"
)
_AUTHORISED = re.compile(
    r"(?<!没)(?<!没有)(?<!未)(?<!未经)(?<!无)(?<!不)(?:授权(?:了|给|书|过|我们)|(?:有|经|拿到"
    r"|取得|获得)(?:了|过)?"
    rf"[^,。;?!]{{0,8}}授权|{_COMPANY}(?:也|都)?同意)"
    r"|\b(?:with|have|has|got) [^,.;?!]{0,24}(?:authori[sz]ation|permission|licen[cs]e)\b"
    r"|\b(?:compan\w+|they|rival|competitor) (?:has |have )?(?:authori[sz]ed|agreed|allowed)\b"
)
_COMPANY_KIND = "company"
_PEOPLE = re.compile(rf"本人|个人|当事人|客人|(?:{PERSONS})|\b(?:{PERSONS_ENGLISH})\b")
_NOT_AGREED = re.compile(
    r"(?:没有?|未|不)(?:经|取得|拿到|得到|点|签|问过?|曾|肯)?[^,。;?!]{0,8}?(?:同意|授权|点头)"
    r"|\b(?:never|not|n['’]t) (?:\w+ )?(?:agree[ds]?|consent(?:ed)?|asked)\b|\b(?:without"
    r"|no) [^,.;?!]{0,16}\bconsents?\b"
)
_OWN_ANONYMISED = {"kind": "personal", "treatment": "anonymised"}


def _of_own_people(told: str) -> bool:
    """Whether a text asks whether data of people who did not agree may be traded once they are
    anonymised, where they are not those of somebody for whom they are only processed."""
    if _NOT_AGREED.search(told) is None or _PEOPLE.search(told) is None:
        return False
    if "重要数据" in told or "important data" in told or sells_a_clients(told):
        return False
    return once_anonymised(told) and asks_to_trade(told)


def of_others_list(table: DecisionTable, text: str, asked: Question) -> Findings | None:
    """What holds of another company's list that is treated and then traded; ``None`` where a text,
    with the one before, tells of none, or is not of such a trade."""
    told = normalise(text)
    last = asked.exchanges[-1] if asked.exchanges else None
    if last is not None and len(text) <= _SHORT and _TREATED.search(told):
        told = f"{normalise(last.question)},{told}"
    others = _OTHERS_LIST.search(told) or bought(told)
    if others is None or _TREATED.search(told) is None:
        own = others is None and _of_own_people(told)
        ruled = rule_on(table, [], asked.today, given=_OWN_ANONYMISED) if own else None
        return Findings("none", ruling=ruled) if ruled is not None and ruled.settled else None
    kind = next((i for i in table.inputs if _COMPANY_KIND in i.values), None)
    way = next((i for i in table.inputs if "authorised" in i.values), None)
    if kind is None or way is None or not asks_to_trade(told):
        return None
    treated = "authorised" if _AUTHORISED.search(told) else "none"
    given = {kind.name: _COMPANY_KIND, way.name: treated}
    ruling = rule_on(table, [], asked.today, given=given)
    return Findings("none", ruling=ruling) if ruling.settled else None
