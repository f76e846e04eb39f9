"""A contract that people concluded themselves (病人自己来订的, passengers who bought a ticket), and
whether it is for that very thing that their data have to go abroad: 不报名字就上不了船. What only
serves whoever sends (营销, 分析) is no need of it, and a contract of two companies is none of the
people. Pure; over normalised texts.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from knowledge.answers.places_abroad import NAMED_ABROAD

NEEDED, OPEN = "本人订约必需", "本人订约待定"
"""The words by which a table knows a need that is told, and one that is left open."""
_FIRM = r"(?!公司|企业|单位|机构|集团|方公司|经理)"
_PERSON = (
    r"(?<!企业)(?<!公司)(?<!单位)(?<!机构)(?:客[人户]|顾客|[旅乘游住宾]客|用户|会员"
    r"|消费者|买家|读者|业主"
    r"|病人|患者|病患|学[生员]|考生|学徒|家长|新人|选手|运动员|玩家|车主|租客|老人"
    r"|求职(?:者|的人)?|应聘(?:者|的人)?"
    r"|候选人|报名(?:者|的人)|寄件人|收货人|投保人|申请人|当事人|本人|个人|他们|她们|人家|大家)"
    rf"{_FIRM}"
)
_ORDERS = (
    r"(?:[预]?[订定](?:做|制|了|的|购|过|下|票|房|位|好|[1一]|[张间套副条])|来[订定]"
    r"|下[的了过]?[1一]?单|下的?订|(?:网|代|抢|认|选)?购买?(?!意)"
    r"|(?<!收)(?<!倒)买(?:了|过|的|票|好|[1-9一]|国|海|境|外|去|到|我们)|网上买|海淘"
    r"|报[了的过]?名|报考|报了|投保|开户"
    r"|申请(?:了|的|签证|留学|学校|国|境|海|去)|办(?:了|理)?[^,。;?!]{0,4}签证"
    r"|(?:委托|拜托|托|请|雇|找|让|叫)(?:了)?(?:我们|我司|咱们|我|平台)|(?:跟|和|与"
    r"|同)(?:我们|我司|咱们|我|平台)?(?:都|也)?(?:签|订)(?:了|过|约|订|好|的)"
    r"|签(?:了|过|约|订)?[^,。;?!]{0,6}(?:合同|协议|订单|委托书)|签约|预约|租了|约了"
    r"|寄了|汇款|投(?:递|了)?简历)"
)
_DEED = re.compile(
    rf"{_PERSON}(?:(?!不|没|未|被)[^,。;?!]){{0,8}}?{_ORDERS}"
    rf"|(?<!我们)(?<!咱们)(?<!我司)(?<!公司)(?<!我)(?:自己|本人|亲自|自行|主动)(?:(?!不"
    rf"|没|未|被)[^,。;?!]){{0,6}}?{_ORDERS}"
    rf"|{_ORDERS}[^,。;?!]{{0,10}}?的(?:{_PERSON}|人(?=[,。;?!]|$))"
    r"|\b(?:customers?|clients?|passengers?|guests?|travell?ers?|tourists?|patients?"
    r"|students?|pupils"
    r"|candidates?|applicants?|job ?seekers?|buyers?|shoppers?|people|parents?|members?"
    r"|users?|he|she"
    r"|they|each of them|who)\b(?! (?:compan|firm))(?:(?!n['’]t|\bnot\b"
    r"|\bnever\b)[^,.;?!]){0,24}?\b(?:order(?:s|ed)?(?! number)|book(?:s|ed)?|buys?|bought"
    r"|purchas(?:es?|ed)|sign(?:s|ed)? up|enrol(?:s|l|led)?|registers?|registered for"
    r"|appl(?:y|ies|ied) for"
    r"|commission(?:s|ed)?|hires? us|hired us|asks? us|asked us|sign(?:s|ed)? (?:an?|the"
    r"|our|their)"
    r" (?:\w+ )?(?:contract|agreement)|contract(?:s|ed)? with us|instruct(?:s|ed)? us"
    r"|paid us|pays? us)\b"
)
"""What people do themselves, by which they conclude a contract."""
_SELF = re.compile(
    rf"(?:自己|本人|亲自|主动)[^,。;?!]{{0,6}}?{_ORDERS}"
    rf"|{_PERSON}[^,。;?!]{{0,4}}?(?:(?:跟|和|与|同)(?:我们|我司"
    rf"|咱们)[^,。;?!]{{0,4}}?(?:签|订)|(?:委托|托|请|雇)了?(?:我们|我司))"
    r"|\b(?:himself|herself|themselves)\b|\b(?:contract(?:s|ed)? with us|asked us|hired us)\b"
)
_PERFORMS = re.compile(
    rf"(?:履行|履约|执行|完成|订立)[^,。;?!]{{0,4}}?(?:跟|和|与"
    rf"|同)?{_PERSON}[^,。;?!]{{0,8}}?(?:合同|协议|订单|约定|委托)"
    rf"|{_PERSON}(?:当事人|本人|自己)?(?:跟我们|和我们|与我们)?(?:签|订)?(?:的"
    rf"|作为[1一]方的?)(?:合同|协议|订单)"
    r"|\b(?:perform|fulfil|fulfill|carry out|conclude)\w*\b[^,.;?!]{0,30}\b(?:contract"
    r"|order|booking)s?"
    r" (?:with|of|from) (?:the |our |each )?(?:customer|client|passenger|guest|patient"
    r"|student|person|buyer)"
)
"""What names the contract with the person as that for which data are sent."""
_SENDS = r"(?:发|传|给|报|寄|送|交|提供|递|填|登记|告诉|共享)"
_CANNOT = (
    r"(?:不了|不成|不到|不出|不上|没法|无法|没办法|不能|不行|不让|不给|办不|做不|上不"
    r"|去不|送不|住不|考不|进不|登不|用不"
    r"|拿不|收不|开不|发不|配不|没得)"
)
_NEED = re.compile(
    rf"(?:不|没有?|没把|少了|缺了?|要是不|如果不)(?:把)?[^,。;?!]{{0,16}}?(?:{_SENDS}|名"
    rf"|号|资料|信息|数据|扫描|图|简历)?[^,。;?!]{{0,10}}?,?(?:就|便"
    rf"|那)?[^,。;?!]{{0,8}}?{_CANNOT}"
    rf"|非{_SENDS}[^,。;?!]{{0,4}}?不可|非(?:要|得)[^,。;?!]{{0,12}}?{_SENDS}"
    rf"|(?:要|得|必须|需要?|必需)?[^,。;?!]{{0,16}}?{_SENDS}[^。;?!]{{0,20}}?才(?:能"
    rf"|可以?|好|做得|办得|行|给|让|会)"
    rf"|(?:必须|必需|必要|确需|一定要|只能|(?<![取获记值觉懂])得)(?:把|要"
    rf"|先)?[^,。;?!]{{0,16}}?{_SENDS}"
    rf"|只有[^,。;?!]{{0,12}}?(?:能做|做得|会做|能修)"
    r"|\b(?:can|could) only (?:be )?\w+|\b(?:cannot|can['’]?t|could(?:n['’]t| not)"
    r"|won['’]t|not be able to"
    r"|unable to|impossible to)\b[^.;?!]{0,40}\b(?:without|unless|otherwise|if)\b"
    r"|\b(?:without|unless)\b[^.;?!]{0,50}"
    r"\b(?:cannot|can['’]?t|not|won['’]t|no (?:boarding|entry|leg|seat))\b|\b(?:must"
    r"|has to|have to|needs? to|required to)"
    r" (?:be )?(?:sen[dt]|give|given|pass|hand|report|shar|transfer|go to|provide"
    r"|get)\w*|\b(?:needed|necessary|required)"
    r" (?:to|for) (?:board|travel|make|build|perform|fulfil|deliver|the (?:booking|order"
    r"|trip|exam|visa|ticket))\w*"
)
"""That what they ordered cannot be had without sending the data."""
_ABROAD = (
    rf"(?:国际|国外|境外|海外|外国|跨境|出境|出国|留学|(?:去|到|飞|往"
    rf"|赴)[^,。;?!]{{0,4}}(?:{NAMED_ABROAD.pattern})"
    rf"|(?:{NAMED_ABROAD.pattern}))"
)
_THING_ABROAD = re.compile(
    rf"{_ORDERS}(?:了|过|的|[1一]?[张份个次])*[^,。;?!的给传发]{{0,4}}?{_ABROAD}的?"
    r"[^,。;?!给传发]{0,8}?(?:票|航班|酒店|民宿|客房|邮轮|考试|课程?|学校|大学|学位|签证"
    r"|职位|岗位|工作|商品|货|东西|琴|保险|展会?|比赛|夏令营|旅游|团|手术|医院|店|器|车"
    r"|房|书|衣|鞋|包|表)"
    rf"|{_ORDERS}[^,。;?!]{{0,3}}?{_ABROAD}[^,。;?!]{{0,2}}$"
    r"|\b(?:order|book|bought|buy|sign|appl|enrol"
    r"|regist)\w*\b[^,.;?!]{0,30}\b(?:international|foreign|overseas|abroad"
    rf"|{NAMED_ABROAD.pattern})\b[^,.;?!]{{0,20}}?\b(?:tickets?|flights?|hotels?|ferr(?:y"
    rf"|ies)|cruises?|exams?"
    r"|courses?|visas?|jobs?|schools?|universit(?:y|ies)|goods|tours?)\b"
)
"""That what they ordered is to be had abroad."""
_OURS = re.compile(
    r"(?:给|到|向|往|传|发|交|同步)[^,。;?!]{0,8}?(?:总部|母公司|集团|总公司|股东|投资人"
    r"|关联公司|子公司|分公司|数据公司|咨询公司|软件商|云|服务器|机房|合伙人|合作方)"
    r"|\b(?:headquarters|head office|hq|parent|group|shareholders?|affiliates?"
    r"|subsidiar(?:y|ies)|cloud|servers?|investors?)\b"
)
"""A recipient that performs nothing of it."""
_OWN_USE = re.compile(
    r"营销|推广|广告|画像|分析|推荐|训练|统计|研究|调研|调查|市场|存档|备份|归档"
    r"|统[1一]管理|集中管理|精准|促销|回访|满意度|改进|优化"
    r"|内部(?:使?用|管理|共享)|卖给|出售|不是(?:为了?)?(?:履行|履约)|没有?(?:和|跟"
    r"|与)?[^,。;?!]{0,6}?(?:签|订)(?:过|任何|了)?(?:合同|协议)|没有?合同"
    r"|\b(?:marketing|profil\w+|advert\w*|analy\w+|promot\w*|research|statistic\w*"
    r"|train (?:an?|our|the)|training"
    r"|backups?|surveys?|loyalty|newsletter\w*|resell\w*|no contract|without (?:a "
    r"|any )?contract)\b"
)
"""What only serves whoever sends, or that there is no contract."""
_NO = re.compile(
    r"(?:不(?:都|全)?是|并非|没有?|不)(?:什么|由|这些|那些)?$|\b(?:not|no|never"
    r"|n['’]t)(?: the| any| by)* ?$"
)
"""What stands before a deed and says that they did not do it."""
_STAFF = re.compile(r"(?<!运动)(?<!教练)员工|职工|同事|雇员|\b(?:staff|employees?|colleagues?)\b")


def own_contract(text: str) -> str:
    """The words by which a table knows what a text tells of a contract of the people themselves;
    empty where it tells of none, or of what only serves others."""
    deed = any(not _NO.search(text[: m.start()]) for m in _DEED.finditer(text))
    performs = _PERFORMS.search(text) is not None
    if not (deed or performs) or _OWN_USE.search(text) or _STAFF.search(text):
        return ""
    needed = _NEED.search(text) is not None
    abroad = _THING_ABROAD.search(text) is not None
    ours = _OURS.search(text) is not None
    if needed or (performs and not ours) or (abroad and not ours):
        return NEEDED
    return OPEN if _SELF.search(text) or abroad or performs else ""


def with_own_contract(texts: Sequence[str]) -> list[str]:
    """The texts of one conversation, with what the contract of the people is in the text that
    tells it; none where a later one tells of a use of one's own."""
    if not own_contract(",".join(texts)):
        return list(texts)
    found: list[str] = []
    before = ""
    for place, text in enumerate(texts):
        now = own_contract(",".join(texts[: place + 1]))
        found.append(f"{text},{now}" if now and now != before else text)
        before = now
    return found
