"""The sides of a catalogue item, and the words by which they are asked for. Pure."""

from __future__ import annotations

import re
from typing import Literal

from dialog.reply.kept import kept

ItemSide = Literal[
    "buyable",
    "owner",
    "trial",
    "price",
    "update",
    "coverage",
    "span",
    "delivery",
    "personal",
    "uses",
    "kind",
    "services",
    "contact",
    "compare",
    "about",
    "other",
]
"""What may be asked of an item; ``span``: how far back it goes, which the catalogue says of none;
``other`` is whatever else the catalogue has no field for."""

_YEARS = r"(?:\d+|[2两几多])多?个?(?:年|月|天)"
_SPAN = (
    rf"历史|(?:最?近|过去|往前|前|这|头){_YEARS}|往年|历年|去年|前年|以往|早几年|老(?=数据|的)"
    r"|(?<![第\d钱费价])(?:\d+|[两几多])多?个?[年月](?:前|以[前来内]|之前|内|间)?"
    r"|\d{4}年?(?:到|至|-|~|以[来前后])(?:\d{4}年?)?"
    r"|从(?:哪[1一]?年|什么时候)(?:开始|起)|多早|回溯|多少年|时间跨度|时间范围"
)
_SPAN_ENGLISH = (
    r"histor(?:y|ic|ical)|archives?d?"
    r"|(?:the )?(?:last|past|previous) (?:\w+ )?(?:years?|months?|decades?)"
    r"|\d+ years?|ten years|older|past|(?:since )?\d{4}|last year|far back"
)
_PLACES = (
    r"全国|全球|全市|国外|海外|境外|长三角|珠三角|京津冀|华[东南北中]|西[南北]|东北|上海|北京"
    r"|天津|重庆|广州|深圳|杭州|苏州|南京"
    r"|江苏|浙江|安徽|福建|江西|山东|河[南北]|湖[南北]|广[东西]|海南|四川|贵州|云南|陕西|甘肃"
    r"|青海|辽宁|吉林|黑龙江|山西"
    r"|内蒙古?|新疆|西藏|宁夏|香港|澳门|台湾|(?:哪|别|其他|其它)(?:些|个|的)?(?:地方|城市|地区|省"
    r"|区域)|本地|外地"
)
_PART = r"(?:的)?(?:数据|部分|版本?)?"
"""What is said behind a time or a place: 去年的数据."""

_SIDES: dict[ItemSide, re.Pattern[str]] = {
    "span": re.compile(rf"(?:{_SPAN}){_PART}|\b(?:{_SPAN_ENGLISH})\b"),
    "buyable": re.compile(
        r"(?:是|到底|真的?|现在|马上|直接|就)*(?:能|可以|可|能够)(?:不能|不可以)?"
        r"(?:真的|直接|现在|马上|就|在这里?|在你们?这里?)*"
        r"(?:买(?:到|得到|的|下来?)?(?!了)|购买|下单|付款|成交)(?:吗|么|不|不能)*"
        r"|(?:真的?|确实|到底|现在|还)*买(?:得|不)到(?:吗|么)*"
        r"|(?:是|都是)*(?:真的假的|真的(?:吗|么|(?:产品|东西)(?![^,。?!]{0,4}哪)|在卖)|假的(?:吗|么)|真实(?:的|存在)*"
        r"|有货(?:吗|么)?|(?:只|就|原来|才|不过)*是?(?:个)?示例(?:啊|呀|吗|么|吧|而已|哦|来的)*"
        r"|不是真的(?:啊|呀|吗|么|吧|哦)*)"
        r"|真(?:的|正的?|实的?)(?:产品|数据|目录|那个|东西|挂牌|信息)*(?:都|又|该|要|得|应该|我们?|那)*(?:在|到|去|上|从)?"
        r"哪(?:里|儿|个地方)?(?:可以|能|才能)*(?:有|看|查|找|买|搜)?(?:得?到|呢)?"
        r"|(?:怎么|咋)(?:才能)?(?:找|看|查|搜|买)(?:得?到)?真(?:的|实的?|正的?)(?:产品|数据|目录)*"
        r"|真有(?:这个?)?|(?:确实|真的)?存在(?:吗|么)"
        r"|\b(?:can|could|may) (?:i|we|one|you) (?:really |actually |truly )?(?:buy|purchase"
        r"|order)\b"
        r"|\b(?:is|are) (?:it|this|that|they|these)(?: one| product)? (?:really |actually )?"
        r"(?:real(?![- ]?time)|genuine|for sale|for real|fake)\b"
        r"|\b(?:is|are)\s+(?:really |actually )?(?:real(?![- ]?time)|genuine|for sale|fake)\b"
        r"|\b(?:(?:so|that|it|this|they|these|those) )?(?:was|is|are|were)(?: just| only| all)*"
        r" (?:an? )?(?:samples?|examples?)\b"
        r"|\bwhere (?:can|do|could|would|are|is)(?: i| we)?(?: see| find| get| buy"
        r"| look for)? ?the real(?: ones?| thing| data| products?| catalogue| catalog)?\b"
        r"|\breally exists?\b|\b(?:buyable|purchasable)\b"
    ),
    "trial": re.compile(
        r"(?:免费)?(?:试用|试看|试[1一]试|体验)|样[本例品]|\b(?:try|trial|sampled?|samples|demo)\b"
    ),
    "owner": re.compile(
        r"(?:是|归|属于)?[谁哪](?:1)?(?:个|家)?(?:公司|单位|机构|厂商|企业|数商|供方)?"
        r"(?:家的|在?(?:卖|出售|提供|供应|发布|开发|做|出品|出|拥有)的?)"
        r"|[谁哪](?:1)?家(?:公司|数商|供方|的)?|是谁的|(?:是|归|由)哪个(?:公司|单位|机构|企业"
        r"|数商)的?"
        r"|(?:供方|卖方|卖家|供应商|供应方|提供方|提供商|提供者|厂商|所属公司|数商)(?:是"
        r"|叫)?(?:谁|哪[家个]?|什么名字?|什么)?"
        r"|谁是(?:供方|卖方|卖家|供应商|提供方|提供商)"
        r"|\bwho(?:'s| is| are)?(?: the)? ?(?:sell(?:s|ing)?|provid(?:es?|ing)"
        r"|offer(?:s|ing)?|owns?|makes?|suppl(?:y|ies|ying)|publish(?:es)?|behind|owners?"
        r"|sellers?|suppliers?"
        r"|providers?|vendors?)\b|\bwhose\b"
        r"|\b(?:which|what) (?:company|firm|vendor|supplier|provider|seller)\b"
        r"|\b(?:suppliers?|sellers?|providers?|owners?|vendors?)\b"
    ),
    "price": re.compile(
        r"多少钱(?:1?[份条套次年月])?|几块钱|怎么卖|怎么收费|什么价[格位钱]?|收费|价格|价钱|报价"
        r"|售价|费用|免费|要钱"
        r"|花钱|便宜|贵不贵|贵"
        r"|\bhow much\b|\b(?:what )?(?:do|does|would)(?: 1| a| one| per| each)? cop(?:y|ies)\b"
        r"|\bcosts?\b|\bprices?d?\b|\bfees?\b|\bcheap(?:er|est)?\b|\bexpensive\b"
        r"|\bfree\b|\bcharged?\b"
    ),
    "update": re.compile(
        r"(?:多久|多长时间|几天|每天|多频繁|什么时候)?(?:会)?更新(?:的)?(?:频率|频次|周期|时间"
        r"|1次|快|及时|多久|多少)*"
        r"|(?:频率|时效性?|[实即]时)|多久[1一][次回]|最新|[分小]?[时钟]级|[天日周月]更|(?:每"
        r"|按)(?:天|日|周|月|年|季度?|小时|分钟|秒)"
        r"|\bhow (?:often|fresh|recent|current)\b|\b(?:updat|refresh)(?:e[sd]?|ing)?\b"
        r"|\bfrequen(?:cy|tly)\b|\breal[- ]?time\b|\blive\b|\b(?:dai|hour|week|month)ly\b"
    ),
    "coverage": re.compile(
        r"覆盖(?:的|到|了)?(?:哪[些里个]?|什么)?(?:地区|地方|城市|区域|范围|省份?|时间)*"
        r"|(?:数据)?范围"
        rf"|哪(?:些|个|几个)(?:地区|地方|城市|区域|省份?)(?:的)?|(?:是|有)?(?:{_PLACES}){_PART}"
        r"|\bcover(?:s|ed|age)?\b|\bregions?\b|\bareas?\b|\bcit(?:y|ies)\b"
        r"|\b(?:nationwide|national|global|shanghai|beijing|china)\b"
    ),
    "delivery": re.compile(
        r"(?:怎么|如何|怎样|以?什么(?:形式|方式|格式)?)(?:来)?(?:交付|给我|拿到|取|调用|接入|接"
        r"|下载|提供)|交付(?:方式|形式)?"
        r"|(?:什么|哪种)?(?:格式|形式)|用?(?:api|接口|excel|csv|json)(?:格式|接口)?|下载"
        r"|\bdeliver(?:y|ed)?\b|\b(?:what|which|in what) formats?\b|\bformats?\b|\bdownload\b"
    ),
    "personal": re.compile(
        r"(?:含有?|包含|涉及|有没有|有|带)?(?:不含)?(?:个人(?:敏感)?(?:信息|数据)|隐私|个人身份)"
        r"|\bpersonal (?:data|information)\b|\bprivacy\b"
    ),
    "uses": re.compile(
        r"(?:能|可以|适合|是)?(?:用在|用到|用于)(?:哪里?|什么(?:地方|场景)?|哪些(?:场景|地方)?)?"
        r"|(?:能|可以)?(?:用来|拿来)(?:做|干)?(?:什么|啥)"
        r"|(?:应用|适用|使用)?场景|用途|有什么用|有啥用|(?:能|可以)?(?:干|做)(?:什么|啥)用的?"
        r"|适合(?:什么|谁|哪些)"
        r"|\bused? for\b|\buse cases?\b|\bscenarios?\b|\bsuitable\b|\bgood for\b"
    ),
    "services": re.compile(
        r"(?:是)?(?:做|干|提供)(?:什么|啥|哪些)(?:服务|业务|的|事)*|(?:能|可以|会)(?:做"
        r"|干)(?:什么|啥|哪些)|(?:什么|哪些)(?:服务|业务)"
        r"|擅长(?:什么|哪些)?|业务|\bwhat (?:does|do|can) .{0,24}\bdo\b|\bservices?\b"
    ),
    "kind": re.compile(
        r"(?:是|有|含有?|包含|包括|属于)?(?:什么|哪些|哪种|哪类|啥)(?:数据|内容|类型|种类|类别"
        r"|东西)|(?:数据)?(?:类型|种类|类别)"
        r"|包[含括](?:了)?(?:什么|哪些|啥)|里面?(?:都)?(?:有|含)(?:什么|哪些|啥)"
        r"|\bwhat (?:kinds?|types?|sorts?) of\b|\b(?:kind|type)\b"
        r"|\bcontain(?:s|ed)?\b|\binclud(?:es?|ed)\b|\bwhat data\b"
    ),
    "contact": re.compile(
        r"(?:怎么|如何)(?:联系|找)|联系(?:方式|人|电话)?|电话|手机号?|邮箱|官网|网址|微信|地址"
        r"|\bcontact(?:ed)?\b|\bphone\b|\bemail\b|\bwebsite\b|\baddress\b"
    ),
    "compare": re.compile(
        r"(?:有)?(?:什么|啥|哪些)?(?:区别|不同|差别|差异)|不[1一]样|[1一]样吗|(?:做个?)?(?:对比"
        r"|比较|比[1一]比|比[1一]下)"
        r"|(?:哪|选哪|挑哪)(?:1)?(?:个|家|款)(?:更|比较)?(?:好|合适|强)?"
        r"|\bdiffer(?:s|ent|ence|ences)?\b|\bcompared?\b|\bcomparison\b"
        r"|\bbetter\b|\bversus\b|\bvs\b"
    ),
    "about": re.compile(
        r"(?:详细|具体|仔细)?(?:的)?(?:介绍|说说|讲讲|说[1一]?下|讲[1一]?下|展开|聊聊|看看"
        r"|看[1一]?下)(?:[1一]?下)?"
        r"|(?:是|叫)(?:个)?(?:什么|啥)|(?:详细|具体)?(?:情况|详情|细节|信息)|怎么样|叫什么"
        r"|(?:能不能|可以)?详细(?:[1一]?点|些)?"
        r"|\b(?:describe|introduce|explain|details?|tell me (?:more )?about|more about"
        r"|what(?:'s| is| are))\b"
    ),
}
"""In the order in which they are looked for: a free trial is no price. What one has read, the next
does not see."""
_GENERAL: frozenset[ItemSide] = frozenset(("about", "kind"))


@kept
def sides_named(text: str) -> tuple[tuple[ItemSide, ...], str]:
    """The sides that a text names, and what is left of it."""
    sides: list[ItemSide] = []
    for side, pattern in _SIDES.items():
        left = pattern.sub(" ", text)
        if left != text:
            sides.append(side)
            text = left
    own: list[ItemSide] = [s for s in sides if s not in _GENERAL]
    named: list[ItemSide] = [s for s in own if s != "compare"]
    # Which is updated sooner compares nothing else.
    return tuple(named or own or sides), text
