"""Words of who wants to sell data of their own: 我能卖气象数据吗, can we list statistics. Pure."""

from __future__ import annotations

import re

from dialog.reply.kept import kept
from knowledge.answers.introducing import introduction
from knowledge.text import normalise

_GOODS = r"(?:数据|接口|语料|统计|报告|指数)"
_GOODS_ENGLISH = (
    r"(?:data(?: ?sets?)?|statistics|stats|figures|records|apis?|feeds?|reports?|ind(?:ex|ices)"
    r"|corpus|corpora)"
)
_SELF = (
    r"(?:i|we|one|(?:my|our|a) (?:\w+ )?(?:company|firm|team|business|group|bank|plant|factory"
    r"|subsidiary|start-?up))"
)
_SELL_ENGLISH = (
    r"(?:sell|selling|list|listing|offer|offering|moneti[sz]e|moneti[sz]ing|put up|put on sale)"
)
_THING_ENGLISH = (
    r"(?:(?!\b(?:without|unless|if|before|after|not|no|never|but|except|instead|until|that|which"
    r"|how)\b)[^.?!,]){1,50}?"
)
"""What is to be sold; a condition is none."""
_SELLS = (
    r"(?:想要?|要|打算|准备|计划|能不能|可不可以|可否|能否|能|可以)[^,。?!有不没未无免]{0,12}?"
    rf"(?:卖(?![方家点场])|出售|变现)[^,。?!不没未无免]{{0,14}}?{_GOODS}"
    rf"|(?:把|将)[^,。?!不没未无免]{{0,16}}?{_GOODS}[^,。?!]{{0,6}}?(?:卖(?![方家点场])|出售|挂|上架|变现)"
)
_SELLS_ENGLISH = (
    rf"(?:(?:can|could|may|might|should|would) {_SELF}|{_SELF} (?:can|could|may|wants?|wanna"
    r"|wish(?:es)?|likes?|plans?|hopes?|intends?|needs?|would (?:like|love)"
    r"|(?:am|are|is) (?:able|interested|going|planning|looking|thinking))|(?:i|we)'d (?:like|love)"
    r"|(?:allowed|possible|legal|lawful|permitted|okay|ok)(?: for \w+)?|(?:^|and )wants?)"
    rf"\b[^.?!,]{{0,16}}?\b{_SELL_ENGLISH}\b(?! of\b){_THING_ENGLISH}\b{_GOODS_ENGLISH}"
)
_ANYWHERE = re.compile(rf"{_SELLS}|\b{_SELLS_ENGLISH}\b")
_NO_SALE = re.compile(r"外卖|专卖店|热卖")
"""What has the word in its name."""
_ALONE = re.compile(
    r"(?:您好|你好|请问|想问[1一]?下?|我们?|咱们?|我司|公司|这边|手里|手上|自己|就|也|还|都|是不是|能不能|可不可以|能|可以"
    rf"|想|在|你们?|这[里儿边]|贵所|交易所|平台上?|[, ])*(?:{_SELLS})"
    r"(?:到|在|给|你们?|这[里儿边]?|那[里儿边]?|平台|交易所|上去|上来|出去|出来|掉|去|钱|产品|集|服务"
    r"|可以|可行|合法|允许|能|行|不行|怎么[办弄做]|要|吗|么|呢|吧|啊|[,?.!。 ])*"
    rf"|(?:(?:hello|hi|hey|so|and|please|is it|it is|that) ?[,.]? ?)*{_SELLS_ENGLISH}"
    rf"(?: (?:of|on|about) {_THING_ENGLISH})?"
    r"(?:,? (?:products?|sets?|here|there|too|please|possible|(?:on|at|in|through|via|with|to)"
    r" (?:your |the |this )?(?:exchange|platform|site|market|marketplace|you|shanghai|china|others?"
    r"|compan(?:y|ies)|third parties)|is (?:it|that|this) (?:possible|okay|ok|allowed|legal|fine)"
    r"|(?:can|could|may) (?:we|i)|how))*[?.! ]*"
)
"""Nothing else: who asks for more (an account, a price, a permit) asks for that."""
_OF_THE_DESK = re.compile(
    r"(?<!在)(?<!在你)(?<!在你们)(?:你们?(?!们)|您|贵所|平台|交易所)(?![这那里上])[^,。?!]{0,3}(?:卖|出售)|卖给我|有没有|有[^,。?!]{1,10}卖"
    r"|\b(?:do|can|could|will|would) (?:you|they)\b|\b(?:sell|offer|list) (?:me|us)\b"
)
"""Who asks what the desk sells is a buyer."""
_OF_PEOPLE = re.compile(
    r"个人|隐私|客户|用户|会员|患者|病人|病历|医疗|健康|体检|员工|学生|儿童|孩子|老人|乘客|旅客|业主|住户|姓名|身份|手机|电话|人脸|指纹|位置"
    r"|征信|通话|行踪|轨迹"
    r"|\b(?:personal|private|customers?|clients?|users?|members?|patients?|medical|health|clinical"
    r"|employees?|staff|students?|pupils?|child\w*|kids?|people|persons?|individuals?|passengers?"
    r"|guests?|residents?|tenants?|names?|phones?|ids?|faces?|facial|biometric\w*|credit|consumers?"
    r"|tracks?|trajector\w+|locations?)\b"
)

_OWN_PEOPLE = (
    r"(?:用户|客户|顾客|会员|消费者|客人|粉丝|读者|学员|乘客|旅客|住客|游客|车主|业主|住户|买家)"
)
_RECORDS = (
    r"(?:数据|信息|资料|记录|订单|名单|明细|流水|画像|行为|档案|账单|清单|习惯|偏好|电话|号码)"
)
_GIVEN_AWAY = r"(?:卖(?![方家点场])|出售|售卖|变现|交易|挂牌|上架|转让|换钱|赚钱)"
_MAY = r"可以|能(?![力源])|行不行|行吗|行么|允许|合法|合规|违规|没问题|有没有问题|成不成"
_GOODS_TAKEN = r"(?:数据(?!里|中)|产品|接口|语料|报告)"
_RECORDS_SOLD = re.compile(
    rf"{_OWN_PEOPLE}[^,。?!;]{{0,10}}?{_RECORDS}[^。?!;]{{0,16}}?{_GIVEN_AWAY}"
    rf"|{_GIVEN_AWAY}[^,。?!;]{{0,8}}?{_OWN_PEOPLE}[^,。?!;]{{0,8}}?{_RECORDS}"
)
_TAKER = re.compile(
    rf"{_OWN_PEOPLE}(?:们|自己|那边|[1一]方|也|还|又)*(?:能不能|可不可以|可否|可以|能|会不会|会|想要?|要|敢|有权|私自|擅自|偷偷"
    rf"|把)(?!用|认|联系|识别)"
    rf"|{_OWN_PEOPLE}(?:们|自己|也|都|在|从|跟|向|[^,。?!;的]{{0,4}}?那?[里儿])?(?:[^,。?!;的]{{0,6}}?)"
    r"(?:拿[到了走去]|得到|收到|下载|取得|获得|买(?:了|到|完|下|去|走|回)|付了?钱|用完)(?:的|了|过|我们?|你们?|平台上?|之?后"
    rf"|以后|这[些批份个]|那[些批份个])*{_GOODS_TAKEN}"
)
"""Who of those people takes data, and does not give it: 买家拿到数据后, 客户能把数据转卖吗."""
_RECORDS_SOLD_ENGLISH = re.compile(
    r"\b(?:sell|selling|sold|trade|traded|list|moneti[sz]e|moneti[sz]ing)\b[^.?!]{0,40}?"
    r"\b(?:user|customer|client|member|consumer|guest|subscriber|shopper)s?(?:'s?)?\b[^.?!]{0,24}?"
    r"\b(?:data|information|records?|orders?|purchases?|histor(?:y|ies)|lists?|profiles?|habits?)\b"
    r"|\b(?:user|customer|client|member|consumer|guest|subscriber|shopper)s?(?:'s?)?\b[^.?!]{0,24}?"
    r"\b(?:data|information|records?|orders?|purchases?|histor(?:y|ies)|lists?|profiles?|habits?)\b"
    r"[^.?!]{0,24}?\b(?:sell|selling|sold|trade|traded|moneti[sz]ed?)\b"
    r"|\b(?:user|customer|client|member|consumer|guest|subscriber|shopper)s?\b[^.?!]{0,30}?"
    r"\b(?:sell|selling|trade|moneti[sz]e) (?:their|his|her|such)\b[^.?!]{0,16}?"
    r"\b(?:data|information|records?|orders?|purchases?|histor(?:y|ies)|profiles?|habits?)\b"
)
_MAY_ENGLISH = re.compile(
    r"\b(?:may|can|could|allowed|legal|lawful|permitted|okay|ok|possible|fine)\b"
)
_OTHERWISE_RULED = re.compile(
    r"企业(?:客户|用户)|(?:会员|客户|成员)(?:企业|单位)|汇总|统计|匿名|脱敏|去标识|打码|聚合|指标|训练|模型|语料|爬|抓取|买来|购买|采购|收购|求购|想买|要买"
    r"|员工(?:偷|把)"
    r"|离职|偷|泄露|被[^,。]{0,6}卖|把我的|卖了我|我的信息|罚|坐牢|犯罪|刑|举报|投诉"
    r"|出境|境外|国外|海外|外国"
    r"|病|医|诊|健康|体检|人脸|指纹|声纹|行踪|轨迹|定位|位置|基因|银行|账户|征信|信用"
    r"|孩子|儿童|学生|未成年|小学|初中|幼儿|\d岁|周岁|政府|公共数据"
    r"|材料|流程|步骤|多少钱|怎么定价|价格|费用|税"
    r"|\b(?:aggregat\w*|statistic\w*|anonym\w*|mask\w*|train\w*|model|scrap\w*|bought|buy\w*|stole\w*"
    r"|leak\w*|fine[ds]?|jail|prison|crime|abroad|overseas|export\w*|health|medical|patient\w*"
    r"|biometric\w*|location\w*|track\w*|child\w*|kids?|minors?|bank|credit|my (?:own )?data"
    r"|price|fee|tax|corporate|enterprise)\b"
)
"""Cases that have documents, tables or refusals of their own: data of other kinds, of other people,
treated otherwise, or asked of from another side."""


_CONTACTS = (
    r"(?:(?<!客服)(?<!服务)(?<!你们)(?<!联系)(?:电话|手机)(?:号码?)?|手机号|联系方式|微信号|通讯录"
    r"|身份证号?|名单|简历|邮箱(?:地址)?|花名册)"
)
_PRICED = (
    r"(?:多少钱|什么价|啥价|几毛|几块|几分钱|几个钱|什么价[位钱]|卖价|报个?价|值(?:多少|几个)"
    r"|行情|多少[一1]?[条个]|怎么收(?!费))"
)
_PRICES_CONTACTS = re.compile(
    rf"{_CONTACTS}[^。?!;]{{0,20}}?(?:[一1]?[条个份]|卖|收|打包|[一1]千|[一1]万)[^。?!;]{{0,8}}?{_PRICED}"
    rf"|{_CONTACTS}[^。?!;]{{0,12}}?{_PRICED}[^。?!;]{{0,4}}?(?:[一1]?[条个份]|收|卖)"
    rf"|{_PRICED}[^,。?!;]{{0,6}}?(?:收|买)[^,。?!;]{{0,10}}?{_CONTACTS}"
)
_CONTACTS_ENGLISH = (
    r"(?:(?:phone|mobile|cell|telephone) numbers?|contact (?:details|lists?|data)|e-?mail addresses"
    r"|leads|customers?['’]? (?:numbers|contacts))"
)
_PRICES_CONTACTS_ENGLISH = re.compile(
    rf"\b(?:how much|what price|price|what (?:do|would|will) you pay|pay|worth)\b[^.?!]{{0,50}}?"
    rf"\b{_CONTACTS_ENGLISH}\b"
    rf"|\b{_CONTACTS_ENGLISH}\b[^.?!]{{0,50}}?"
    r"\b(?:how much|what price|worth|per (?:number|contact))\b"
)
_NOT_SOLD = re.compile(
    r"办(?:张|个)?卡|话费|套餐|客服|罚|被|泄露|骚扰|举报|投诉|企业|公司名单|供应商名单|验证|核验|数商名单|白名单"
    r"|\b(?:your (?:phone|number)|hotline|service number|fine|leak\w*|verif\w+|corporate)\b"
)


def prices_contacts(text: str) -> bool:
    """Whether a text asks what contact details of people fetch (客户号码多少钱一条): whether they
    may be sold at all comes before any price."""
    text = normalise(text)
    if _NOT_SOLD.search(text) is not None:
        return False
    chinese = _PRICES_CONTACTS.search(text) is not None
    return chinese or _PRICES_CONTACTS_ENGLISH.search(text) is not None


def sells_records(text: str) -> bool:
    """Whether a text asks whether the asker's firm may sell what it holds of its own users or
    customers, whatever it tells first of the firm."""
    text = normalise(text)
    if _OTHERWISE_RULED.search(text) is not None or _OF_THE_DESK.search(text) is not None:
        return False
    if _RECORDS_SOLD.search(_TAKER.sub(" ", text)) is not None:
        return re.search(_MAY, text) is not None
    english = _RECORDS_SOLD_ENGLISH.search(text) is not None
    return english and _MAY_ENGLISH.search(text) is not None


@kept
def sells(text: str) -> bool:
    """Whether somebody says that they want to sell data, or asks whether they may."""
    text = _NO_SALE.sub("", normalise(text))
    return _ANYWHERE.search(text) is not None and _OF_THE_DESK.search(text) is None


def sells_alone(text: str) -> bool:
    """The same, where a text says nothing else but who asks, and speaks of no people: data of
    people have rules of their own."""
    text = normalise(text).strip()
    told = text[len(introduction(text)) :].strip()
    return sells(text) and not of_people(text) and _ALONE.fullmatch(told) is not None


def of_people(text: str) -> bool:
    """Whether a text speaks of people, or of what is known of them."""
    return _OF_PEOPLE.search(normalise(text)) is not None
