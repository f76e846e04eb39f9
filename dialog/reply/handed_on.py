"""Who hands people's data on to another firm in the country and asks which consent that takes: a
client's data to a subcontractor (银行给我们的名单再转给下面的小公司催), which the client must agree
to, and tracks, health or accounts to another company (行驶轨迹给保险公司), which the people must.
Pure; texts are normalised.

Who sells data, sends them abroad or does a service at the exchange asks something else.
"""

from __future__ import annotations

import re

from knowledge.answers.places_abroad import NAMED_ABROAD

SUBCONTRACTED = "客户交给我们处理的个人信息，能再转包给别的公司吗，要谁同意？"
SENSITIVE_GIVEN = "把行驶轨迹、健康、账户这类敏感个人信息提供给别的公司，要哪些同意和评估？"

_PERSONAL = re.compile(
    r"个人|名单|名册|信息|资料|数据|档案|号码|电话|地址|病历|简历|面单|单子|录音|录像|人脸|照片"
    r"|\b(?:data|files?|records?|lists?|names?|addresses|phones?|numbers|information|details"
    r"|cases|recordings?|images?)\b"
)
_OF_PEOPLE = re.compile(
    r"客户|用户|会员|顾客|业主|住户|居民|患者|病人|学生|学员|家长|员工|乘客|旅客|车主|司机|借款"
    r"|欠款|债务"
    r"|收件|寄件|收货|个人|名单|姓名|电话|手机|身份证|病历|简历|面单|投保|租客|老人|孩子|住址"
    r"|\b(?:customers?|clients?|users?|members?|patients?|students?|pupils?|parents?|employees?"
    r"|passengers?|drivers?|borrowers?|debtors?|recipients?|residents?|tenants?|guests?|people"
    r"|personal|names?|addresses|phones?)\b"
)
_NAMED_SO = re.compile(
    r"转委托|再委托|转包|分包|再外包|[2二]次外包|[2二]包|层层外包|外包给?下[家游级]"
    r"|(?:再|又|接着)(?:[^,。;?!]{0,6})?(?:外包|发包|委托)"
    r"|\bsub-?(?:contract\w*|process\w*|entrust\w*|let)\b|\bfurther outsourc\w*\b"
)
"""What says by its name that work is passed on."""
_PASSED = re.compile(
    r"(?:再|又|接着|然后|转手|顺手|分1?部分|1部分|部分)[^,。;?!]{0,12}?"
    r"(?:转|交|派|甩|丢|发|分|给|包|托|委托|外包)(?:给|到|出去|去)?[^,。;?!]{0,10}?"
    r"(?:下家|下面|下游|下级|另[1一]?家|别家|别的|第[3三]家|第[3三]方|外面|小公司|合作|加盟|网点"
    r"|同行|其[他它]|外包"
    r"|公司|团队|工作室|机构|站点|承包)"
    r"|(?:转|派|甩|丢|分)(?:给|到)[^,。;?!]{0,8}?(?:下家|下面|下游|下级|另[1一]?家|别家|别的公司"
    r"|第[3三]家|小公司|加盟|网点|同行|承包)"
    r"|\b(?:pass|hand|give|send|forward|farm|outsourc)\w*\b[^.;?!]{0,60}?\b(?:on to|out to|to)"
    r" (?:an?|some|another|other|our|smaller)"
    r" (?:\w+ ){0,3}?(?:compan(?:y|ies)|firms?|agenc(?:y|ies)|contractors?|partners?|vendors?"
    r"|franchisees?|freelancers?)\b"
)
_CLIENTS = re.compile(
    r"(?:受|接受)[^,。;?!]{1,10}?(?:委托|所托)|委托(?:给|了)?我[们司方]|委托方|甲方|托给?我们"
    r"|外包给我[们司]"
    r"|(?:银行|客户|业主|物业|医院|学校|商家|卖家|平台|公司|单位|机构|厂家?|电商|店家?|保险"
    r"|运营商|房东|企业|他们|人家)"
    r"[^,。;?!]{0,16}?(?:[给交派发托](?:给|了|到)?(?:了)?我[们司方]|(?:让|叫|请"
    r"|找)(?:了)?我[们司方])"
    r"|(?:替|帮|给|为)(?:银行|客户|甲方|医院|学校|商家|平台|别[人的家]|企业|公司|物业|电商"
    r"|保险公司|运营商|单位)"
    r"[^,。;?!]{0,8}?(?:催|送|派|打|做|录|处理|办|管|存|发|寄|洗|标|收|招|算|代)"
    r"|(?:客户|商家|银行|医院|学校|平台|他们|人家)[^,。;?!]{0,4}给的(?:名单|资料|信息|数据|单子?"
    r"|电话|号码|案子)"
    r"|接(?:了|的|到)?[^,。;?!]{0,8}?的?(?:活|单子?|业务|项目)"
    r"|(?:催收|快递|物流|外呼|呼叫中心|客服外包|录入|猎头|代账|记账|代发|配送|印刷|短信|云服务"
    r"|外包)(?:公司|团队|中心|商|行)"
    r"|\b(?:for|on behalf of) (?:an?|the|our|some) (?:\w+ ){0,2}?(?:bank|client|customer|insurer"
    r"|hospital"
    r"|school|shop|retailer|merchant|company|landlord|property manager)s?\b"
    r"|\b(?:clients?|bank|hospital|school|insurer|retailer|merchant"
    r"|company)s?['’]?s?\b[^.;?!]{0,30}?"
    r"\b(?:gave|give[ns]?|entrust\w*|hire[ds]?|engage[ds]?|outsource[ds]?|hand(?:s|ed)) (?:it "
    r"|them |us|this)"
    r"|\b(?:its|their|the (?:bank|client)['’]s|our clients?['’]s?) (?:\w+ ){0,2}?(?:customers?"
    r"|clients?|data|files)\b"
)
"""Whose data they are: who gave them to be processed."""
_ASKS = re.compile(
    r"同意|授权|点头|可以|能不能|可不可以|行不行|允许|合法|合规|违法|违规|[行成][吗么]|[吗么](?:$"
    r"|[?,。!])|要谁|问谁|要什么|哪些手续"
    r"|\b(?:consents?|agree\w*|permission|may|can|allowed|lawful|legal|authori[sz]\w*|must|need)\b"
)
_OF_CONSENT = re.compile(
    r"(?:哪些|什么|啥|哪几[样种个项]|谁的?|哪种)[^,。;?!]{0,8}?(?:同意|授权|评估|手续|条件)"
    r"|(?:同意|授权|评估|手续)[^,。;?!]{0,6}?(?:哪些|什么|啥|谁)"
    r"|(?:要不要|用不用|需不需要|需要|要|得|必须|还?用|光|只)[^,。;?!]{0,12}?(?:同意|授权|点头"
    r"|签字|评估)"
    r"|可以|能不能|可不可以|行不行|能[^,。;?!]{0,12}?[吗么]|[行成][吗么]|合规|合法|违法|违规"
    r"|怎么(?:做|弄|办|给)"
    r"|\b(?:which|what|whose)\b[^.;?!]{0,30}\b(?:consents?|assess\w*|permission|procedures?|need"
    r"|must)\b"
    r"|\b(?:need|require|must|have to|do we|is)\b[^.;?!]{0,40}\b(?:consent|permission|assess\w*)\b"
    r"|\b(?:may|can|allowed|lawful|legal)\b"
)
_ELSEWHERE = re.compile(
    r"出境|境外|国外|海外|跨境|外国|\b(?:abroad|overseas|cross-border|foreign)\b"
    r"|公共数据|授权运营|政务|交易服务|评估报告|挂牌|上架|(?<![外热专])卖(?![方家点场])|出售|转卖"
    r"|倒卖|数商"
    r"|罚|赔|坐牢|多少钱|费用|合同(?:怎么|如何)写|模板|泄[露漏]|举报|投诉"
    r"|重要数据|匿名化|没有?个人信息|不含个人信息"
    r"|\b(?:public data|sell\w*|sold|list(?:ed|ing)?|fine[ds]?|penalt\w+|important data"
    r"|anonymi[sz]\w*|no personal)\b"
)
_SENSITIVE = re.compile(
    r"人脸|面部(?!膜)|指纹|声纹|轨迹|行踪|定位|行驶(?:路线|记录|数据)|行车(?:数据|记录|轨迹|路线)"
    r"|驾驶(?:行为|数据|记录"
    r"|习惯)|急刹|里程和?路线|gps|北斗"
    r"|病历|病史|体检|健康(?:数据|信息|档案|记录)|诊断|就诊|处方|用药|血糖|血压|心率|听力(?:图"
    r"|测试|记录|数据)|银行账[户号]|银行流水|账户"
    r"|\b(?:faces|facial|fingerprints?|voiceprints?|gps|tracks?|trajector\w+|location (?:data"
    r"|histor\w+|tracks?)|locations|whereabouts"
    r"|telematics|driving (?:data|behaviou?r|records?)|medical|health (?:data|records?)|diagnos\w+"
    r"|prescriptions?|blood (?:sugar|pressure)|heart rates?|bank accounts?)\b"
)
_OF_NO_MAN = re.compile(
    r"船舶?(?!员)|货物|包裹|集装箱|无人机|设备|宠物|猫|狗|牲畜|奶牛|统计|汇总|平均"
    r"|\b(?:vessels?|ships?|cargo|parcels?|containers?|drones?|pets?|cattle|aggregate\w*"
    r"|statistic\w*)\b"
)
_TO_A_FIRM = re.compile(
    r"(?:给|交|传|发|送|提供|共享|分享|同步|开放)(?:给|到|去|过去)?[^,。;?!]{0,8}?"
    r"(?:保险(?:公司|机构)?|险企|财险|车险|寿险|药企|药厂|银行|贷款公司|合作(?:方|公司|伙伴)"
    r"|第[3三]方|另[1一]?家|别的?(?:家|公司|企业)"
    r"|研究(?:所|院|机构)|医院|体检中心|广告公司|科技公司|租赁公司|车企|主机厂|养老院|平台)"
    r"|(?:和|跟|与)[^,。;?!]{0,6}?(?:保险公司|险企|合作方|第[3三]方|药企"
    r"|银行)[^,。;?!]{0,4}?(?:共享|分享|对接|互通)"
    r"|\b(?:giv\w+|hand\w*|shar\w+|send\w*|pass\w*|provid\w+|transfer\w*"
    r"|forward\w*)\b[^.;?!]{0,60}?"
    r"\b(?:to|with) (?:an?|the|our|another|some) (?:\w+ ){0,3}?(?:insurers?|insurance compan(?:y"
    r"|ies)|bank"
    r"|partners?|compan(?:y|ies)|firms?|third part(?:y|ies)|research\w*|institute|drug makers?"
    r"|lender)\b"
)
_ON_BEHALF = re.compile(
    r"委托|外包|代(?:我们|为)|(?:帮|替)我们|不满|未满|儿童|孩子|小孩|未成年|学生|幼儿|理赔|报案"
    r"|事故"
    r"|\b(?:on our behalf|entrust\w*|outsourc\w*|processor|for us|child\w*|kids|pupils|minors"
    r"|claims?|accident)\b"
)
"""Who works for the asker, whom a contract asks for it, and children have rules of their own."""


def handed_on(plain: str) -> str:
    """The wording of the document on data that a text hands on; empty where it does no such."""
    several = "?" in plain.rstrip("?。.! ")  # Each question of several is read by itself.
    if several or _ELSEWHERE.search(plain) or NAMED_ABROAD.search(plain):
        return ""
    if _subcontracts(plain):
        return SUBCONTRACTED
    given = _SENSITIVE.search(plain) and _TO_A_FIRM.search(plain) and _OF_CONSENT.search(plain)
    if given and not _ON_BEHALF.search(plain) and not _OF_NO_MAN.search(plain):
        return SENSITIVE_GIVEN
    return ""


def _subcontracts(plain: str) -> bool:
    if not all(p.search(plain) for p in (_PERSONAL, _OF_PEOPLE, _ASKS)):
        return False
    if _NAMED_SO.search(plain):
        return True
    return _PASSED.search(plain) is not None and _CLIENTS.search(plain) is not None
