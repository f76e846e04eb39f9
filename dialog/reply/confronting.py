"""What a visitor lays at the desk's own door: that it sold or leaked the visitor's details, or that
it should speak for the exchange. Pure.

The words are those of a trade or of a misdeed (被你们卖掉了); searched, they lead to whether such
data may be sold. Who asks to sell something, or what the law says of a sale, does not accuse.
"""

from __future__ import annotations

import re
from typing import Literal

from dialog.reply.details_taken import blames_the_exchange
from knowledge.text import is_english, normalise

Confronting = Literal["", "accused", "speaks_for"]

_LONGEST = 40
"""Characters beyond which a text tells a case of its own; English has thrice as many."""
_STORY = 80
"""Characters of a story that ends with such an accusation; English has thrice as many."""
_YOU = (
    r"(?<!在)(?:你们?|您们?|贵[所司]|交易所|平台|上数所)(?!这|那|平台|上)"
    r"(?:的人|公司|员工|网站|系统|客服)?"
)
_DETAILS = (
    r"(?:手机号码?|手机|电话号码|电话|号码|身份证号?|身份信息|个人信息|个人资料|个人数据|隐私|住址"
    r"|家庭住址|联系方式|信息|资料|聊天记录|通话记录)"
)
_DEED = (
    r"(?:倒卖|出卖|贩卖|卖|泄露|泄漏|透露|出售|外泄|偷偷?|盗|窃取|收集|采集|监听|监视|记录"
    r"|给(?:了)?别人|弄丢|拿去|利用|曝光)"
)
_ANYBODYS = (
    r"(?:别人|人家|大家|老百姓|百姓|普通人|群众|市民|居民|公民|老人|孩子|咱们?|个人|消费者"
    r"|客户|用户)"
)
_HOW = (
    r"(?:是不是|有没有|会不会|难道|居然|竟然|凭什么|为什么|为啥|怎么(?:能|会|敢|可以)|谁让|到底"
    r"|偷偷|擅自|私自|在|都|就|也|把|将|给|拿|[,，])*"
)
_ACCUSES = re.compile(
    rf"我们?的?{_DETAILS}.{{0,8}}(?:被|让|叫){_YOU}{_HOW}.{{0,4}}{_DEED}"
    rf"|{_YOU}{_HOW}(?:我们?|本人|人家)的?{_DETAILS}.{{0,4}}{_DEED}"
    rf"|{_YOU}{_HOW}{_DEED}(?:了|过|掉)?(?:我|本人)(?:的)?(?:{_DETAILS})"
    rf"|{_YOU}(?:是不是|有没有|会不会|难道|居然|竟然|凭什么|偷偷|到底)+(?:在|也|都)*{_DEED}(?:了|过|掉)?"
    rf"{_ANYBODYS}的?(?>{_DETAILS})(?!的)"
    rf"|{_YOU}(?:在|也|都)*{_DEED}(?:了|过|掉)?{_ANYBODYS}的?{_DETAILS}[吗么吧?？]"
    rf"|{_YOU}(?:是)?(?:怎么|如何|从哪(?:里|儿)?)(?:知道|弄到|拿到|得到|搞到"
    rf"|有)(?:的)?我们?的?{_DETAILS}"
)
_REQUESTS = re.compile(
    r"帮我|替我|能帮|可以帮|请(?:你|您)|我(?:想|要|打算)(?:把|将|卖)|数据产品|挂牌"
    r"|违法|合法|犯法|合规|同意|规定|法律|罚|赔|允许|能不能|可不可以|要不要|需不需要"
    r"|\b(?:for me|legal(?:ly)?|lawful(?:ly)?|allowed|consent|permitted|fined?|penalt(?:y|ies))\b"
)
"""Who asks for a service, or what the law says of it, does not accuse."""
_ACCUSES_ENGLISH = re.compile(
    r"\b(?:you|you guys|the exchange|your (?:company|people|staff|website|platform|system))\b"
    r"(?: \w+){0,2}? (?:sell|sold|selling|leak|leaked|leaking|shared|sharing|gave|given|giving"
    r"|passed|collected|collecting|steal|stole|stolen|recorded|recording|spy(?:ing)? on|lost)"
    r"(?: away| out| on)?"
    r" my (?:\w+ )?(?:phone|number|mobile|data|details|information|info|address|id|identity|privacy"
    r"|chats?)\b"
    r"|\b(?:do|did|have|are) you (?:guys )?(?:secretly |really |also )?(?:sell(?:ing)?|sold"
    r"|leak(?:ed|ing)?) (?:ordinary |private |innocent )?(?:people|citizen|user|visitor|everyone"
    r"|everybody|folk)\w*'?s?'? (?:\w+ )?"
    r"(?:phones?|numbers?|details|information|info|addresses|ids?)\b"
    r"|\b(?:did|do) you (?:\w+ )?(?:share|give|pass(?: on)?|collect|record|lose)"
    r" my (?:\w+ )?(?:phone|number|mobile|details|address|id)\b"
    r"|\bmy (?:\w+ )?(?:phone|number|data|details|information|info|address|id)\b.{0,20}"
    r"\b(?:sold|leaked|stolen|shared|given away|passed on|collected) by (?:you|the exchange)\b"
    r"|\b(?:how|where) did you (?:get|find|know) my (?:\w+ )?(?:phone|number|details|information"
    r"|address)\b"
)
_EXCHANGE = (
    r"(?:上海数据交易所|数据交易所|交易所|上数所|官方|平台|你们(?:单位|公司|领导|所)|贵[所司])"
)
_SPEAKS_FOR = re.compile(
    rf"(?:你|您|机器人|数字人|助手).{{0,8}}(?:代表|代替|替|作为){_EXCHANGE}.{{0,4}}"
    r"(?:回应|表态|说话|讲话|发言|发声|答复|回复|回答|承诺|保证|声明|道歉|解释|作主|做主|拍板|表示"
    r"|负责|立场|态度|[吗么?？]|$)"
    rf"|(?:你|您)(?:说|讲|答|回答)的(?:话|这些|内容)?.{{0,4}}(?:算|是|代表|等于|当作"
    rf"|能当).{{0,3}}{_EXCHANGE}的?(?:正式|官方)?(?:的)?"
    r"(?:答复|回复|回应|口径|立场|态度|意见|说法|意思|[吗么?？])"
)
_SPEAKS_FOR_ENGLISH = re.compile(
    r"\b(?:can|could|do|may|are|will|would) you (?:\w+ )?(?:speak(?:ing)?|answer(?:ing)?"
    r"|respond(?:ing)?"
    r"|talk(?:ing)?|act(?:ing)?|reply|promise|apologi[sz]e|comment|make a statement"
    r"|decide)(?: officially)?"
    r" (?:for|on behalf of|in the name of) (?:the |your )?(?:shanghai )?(?:data )?(?:exchange"
    r"|company)\b"
    r"|\b(?:do|can) you (?:officially )?represent the (?:shanghai )?(?:data )?exchange\b"
    r"|\bare you (?:an? |the )?(?:official )?spokes(?:person|man|woman)\b"
    r"|\bis (?:that|this|what you say|your answer) (?:an |the )?(?:exchange's )?official"
    r" (?:answer|reply|response|position|statement|view)\b"
)


def confronts(text: str) -> Confronting:
    """What a text lays at the desk's door; empty where it does nothing of the kind."""
    text = normalise(text).strip()
    english = is_english(text)
    if len(text) <= _STORY * (3 if english else 1) and blames_the_exchange(text):
        return "accused"
    if len(text) > _LONGEST * (3 if english else 1):
        return ""
    accuses = _ACCUSES_ENGLISH if english else _ACCUSES
    if accuses.search(text) and _REQUESTS.search(text) is None:
        return "accused"
    speaks = _SPEAKS_FOR_ENGLISH if english else _SPEAKS_FOR
    return "speaks_for" if speaks.search(text) else ""
