"""What a text tells of data, whatever the trade: what is wished of them (to sell, to book, to buy
them, to know whose they are), and the property that decides (persons, children, firms, machines,
totals, gathered for a client, a public service). Pure.

驾校、殡仪馆、月子中心: trades are endless, and what holds of their data hangs on none of their
words.
"""

from __future__ import annotations

import re
from typing import Literal

import msgspec

from dialog.reply.data_kinds import Kind, gathered_for_client, kind_of, of_a_service
from dialog.reply.kept import kept
from knowledge.answers.places_abroad import CHINESE_ABROAD, ENGLISH_ABROAD
from knowledge.text import is_english, normalise

Wish = Literal["sell", "abroad", "send", "consent", "book", "public", "owner", "inland", "buy"]


class DataTold(msgspec.Struct, frozen=True):
    """What is wished of data, and what they are. ``totals``: only sums in which nobody is named.
    ``for_client``: they arise in work for somebody else. ``service``: in a public service."""

    wish: Wish
    kind: Kind
    totals: bool = False
    for_client: bool = False
    service: bool = False


_NAMES = re.compile(
    r"数据(?:交易(?:所|中心|平台|机构|市场)?|局|条例|二十条|(?:安全)?法|要素|公司|企业|集团|服务商|商(?!品|业))"
    r"|\bdata (?:exchange|compan(?:y|ies)|firms?|vendors?|law|trad(?:e|ing))\b"
)
"""Names that data stand in without being told of."""
_DATA = re.compile(
    r"数据|记录|信息|资料|台账|报表|照片|图像|影像|片子|视频|录音|轨迹|日志|名单|档案|流水|图纸"
    r"|成绩|账单|明细|统计|[度温动流压速](?=(?:能|可以|想|要|卖|挂))|读数|工况|参数|指标|曲线|波形|样本|语料|病历|题库|日记|笔记|账本|账目|记账|单据|产量|收成|考勤|体检表|登记表|尺寸|图样|[^仓金国车]库(?=想|能|可|要|做|拿|卖)|这些"
    r"|这批|这种|有[^,]{0,12}东西"
    r"|\b(?:data(?:sets?)?|records?|recordings?|readings?|images?|pictures|photos?|statistics|logs?"
    r"|temperatures|pressures|vibrations?|curves|currents|torque|telemetry"
    r"|positions?|histor(?:y|ies)|files|measurements?|figures|results|(?:customer|client|guest"
    r"|member)s?' lists?|database|number of|counts?|diar(?:y|ies)|notebooks?|ledgers?"
    r"|logbooks?|yields?|harvests?"
    r"|bookings|routes)\b"
)
_SALE = (
    r"(?:(?<![外热专])卖(?![方家点场法])|出售|售卖|变现|挂牌|挂(?:上[去来]|出[来去]|到|在|你们|您)|往(?:你们?|您)[^,。?]{0,3}?(?:挂|放|卖)|放(?:上[去来]|(?:到|在)?你们)|上架"
    r"|上市交易|交易(?!所)|转让|换(?:点|些|几个|个)?(?:零花|小)?钱|做成?(?:[^,。?!]{0,6})?产品)"
)
_LISTED = re.compile(
    r"(?:已经?|正?在|现成的?|有没有|(?<![没含])有)挂牌(?!要|吗|的?(?:要求|条件|计划|打算|需求|意[向愿]))|(?<![想要能来去])挂牌[中着了]?的"
    r"(?!数?据?(?:产品)?(?:条件|要求|材料|手续|流程|步骤|时候|话|打算|计划|需求|意[向愿]|想法|资格|必要))"
    r"|\b(?:already|currently|ready|anything|something|are there|is there|have(?: any)?|what is"
    r"|what's) (?:ready |already )?listed\b|\blisted (?:data )?(?:products?|data(?:sets?)?)\b"
)
"""Listed as a quality of what others offer: nobody's wish to list."""
_MAY = (
    r"能不能|可不可以|行不行|可以|可否|能否|是否|行[吗么不嘛]|能[^,。?!]{0,16}[吗么不嘛]|合法"
    r"|合规吗|允许|成不成"
    r"|(?:要|需要?|有)(?:办|走|做|准备|交)?(?:些)?(?:什么|哪些|啥)(?:手续|条件|材料|要求|证|限制)"
    r"|要注意(?:什么|哪)|怎么(?:弄|办|做|操作)|[吗么]|不(?:\?|$)|\?$"
)
_SELLS = re.compile(rf"(?:{_SALE})[^。?!]{{0,24}}?(?:{_MAY})|(?:{_MAY})[^。?!]{{0,24}}?(?:{_SALE})")
_SELLS_ENGLISH = re.compile(
    r"\b(?:can|could|may|might|should|would|allowed|legal|lawful|permitted|ok|okay|possible|like to"
    r"|want(?:s)? to|plans? to|what do we need|wish(?:es)? to|how (?:do|can|should) (?:we|i))\b"
    r"[^.?!]{0,80}?"
    r"\b(?:sell|selling|sold|list|listed|listing|offer(?:ed)?|moneti[sz]ed?|traded?|put up"
    r"|for sale)\b|\b(?:sell|list|listing|selling)\b[^.?!]{0,60}[.?!,][^?]{0,60}"
    r"\b(?:(?:is|are)(?: (?:it|that|this|we))? (?:allowed|legal|ok|okay|possible|permitted)"
    r"|what do we need|(?:may|can|could) (?:we|i)(?=[? ]*$)|(?:allowed|possible|legal"
    r"|permitted)(?=[? ]*$))"
)
_ABROAD = rf"(?:境外|国外|海外|外国|外籍|{CHINESE_ABROAD})"
_BUYER_ABROAD = re.compile(
    rf"{_ABROAD}[^。?!]{{0,14}}?(?:想|要|打算|希望|愿意)(?:来|跟我们|向我们)?(?:买|采购|要|收)"
    rf"[^?]{{0,10}}[,。 ][^?]{{0,12}}?(?:能|可以|行|成)"
    rf"|(?:能|可以)[^,?]{{0,8}}?卖(?:给|到|去)[^,?]{{0,4}}?{_ABROAD}"
    rf"|卖(?:给|到|去)[^,?]{{0,6}}?{_ABROAD}[^?]{{0,30}}?(?:手续|可以[吗么]|行[吗么不]|怎么办|允许)"
    r"|\b(?:foreign|overseas|"
    rf"{ENGLISH_ABROAD}) (?:\w+ )?"
    r"(?:company|firm|buyer|customer|client|university|school)\b[^?]{0,20}\b(?:wants?|would like"
    r"|asks?|is interested)\b[^?]{0,50}\b(?:can|may|could) (?:we|i)\b"
)
_INLAND = re.compile(
    rf"{_ABROAD}[^。?!]{{0,10}}?(?:收集|采集|采的|拿到|得到|产生|记录|的)[^?]{{0,24}}?"
    rf"(?:(?:带|拿|引|搬|传|弄)(?:到|进|回|入)[^?]{{0,4}}?(?:国内|中国|境内|上海|这[里边儿])"
    rf"|在国内卖|进口)"
    r"|\b(?:collected|gathered|recorded|produced|come"
    r"|comes) (?:\w+ )?(?:outside (?:of )?(?:mainland )?china|abroad"
    r"|overseas)\b[^?]*\b(?:bring|into china|sell|list)\b"
    r"|\b(?:bring|import)\b[^.?!]{0,30}\b(?:foreign|overseas) [^.?!]{0,20}?data\b"
)
_BOOK = re.compile(
    r"入表|入账|记账|记(?:成|作|为)[^,?]{0,4}资产|(?:算|当成?|作为|成为"
    r"|变成)[^,?]{0,6}资产(?!评估)|资产负债表"
    r"|\b(?:balance sheet|on (?:our|the|its) books|as an? (?:\w+ )?asset)\b"
)
_BOOK_ASKS = re.compile(
    r"能|可以|可否|是否|行不行|[吗么]$|\b(?:can|could|may|is it|allowed|possible)\b"
)
_OWNER = re.compile(
    r"(?:归|算|是|属于)谁(?:的|所有|家)?(?!来?(?:授权|批准|审批|主管))|谁的(?:数据|$|[?吗呢])"
    r"|(?:归|算|是|属于)(?:我们?|咱们?)(?:自己)?的?[^,?]{0,4}[,]?还是(?:归|算|是|属于)?"
    r"|(?:设备|机器|仪器|机组|机床|车床|风机|电梯|水泵|锅炉|产线|机子)(?:都|其实|全|也|本身)*(?:是|归|属于)"
    r"(?:我们的)?(?:客户|业主|甲方|别人|人家|厂家|租|借|对方|委托方|出租方|合作方|用户)"
    r"|\b(?:machines?|equipment|devices?|turbines?|ovens?|pumps?|lifts|elevators?|robots?|boilers?"
    r"|generators?|compressors?) (?:is|are) (?:all |only |just )?(?:leased|rented|hired|borrowed)\b"
    r"|(?:数据|记录|读数|这些|那些|东西)[^,。?]{0,6}?(?:是不是|算不算|归不归|到底是"
    r"|[算归是])(?:我们|咱们)(?:自己)?的?[吗么呢?。 ]*$"
    r"|\b(?:is|are) (?:it|this|that|they|these|the (?:data|readings?|records?)"
    r"|all this)(?: (?:even|really|at all"
    r"|then|actually|still|legally|now))* (?:our|ours)\b(?! (?:duty|job|fault|problem|task"
    r"|responsibility|obligation))"
    r"|\bdo(?:es)? (?:we|our \w+)(?: (?:even|really|actually|legally|still))* own\b"
    r"|\bwho (?:really )?owns\b|\bwhose (?:data|is|are)\b|\bbelongs? to\b|\bours or\b"
)
_BUYS = re.compile(
    r"(?:想|要|打算|准备|能|可以)(?:去|来|向[^,?]{1,8}|从[^,?]{1,8}|找[^,?]{1,8})?(?:买(?![家方]"
    r"|卖)|采购|购买|采买)"
    r"[^?]{0,30}?(?:能买|合法|可以[吗么]|行[吗么不]|允许|能不能|有没有问题|要注意|要(?:本人|用户"
    r"|他们)?同意|[吗么]$|[吗么]\?)"
    r"|(?:能不能|可不可以|能|可以)(?:买|采购|购买)[^?。]{0,24}[吗么不来用]"
    r"|\b(?:can|may|could) (?:we|i|our(?: [a-z]+){1,4}|an? [a-z ]{3,30}?)"
    r" (?:buy|purchase|acquire)\b|\bis it (?:ok|okay|legal|lawful|allowed) to (?:buy|purchase)\b"
)
_PUBLIC = re.compile(
    r"(?:是不是|算不算|属不属于|是否(?:属于)?|算|属于|是)公共数据[吗么?]?(?:$|[?,。])|公共数据吗"
    r"|\b(?:is|are|count as|considered) [^.?!]{0,40}?public data\b"
)
_CONSENT = re.compile(
    r"(?:还|也|就)?(?:用|要|需要?|用不用|要不要|需不需要|必须|得)[^,?]{0,10}?(?:同意|授权|点头"
    r"|签字|许可)[^,?]{0,4}(?:[吗么呢不]|\?|$)|不用[^,?]{0,8}?(?:同意|授权|点头)了?吧"
    r"|\b(?:need|require|without)\b[^.?!]{0,30}\b(?:consent|permission)\b"
    r"|\bconsent\b[^.?!]{0,20}\b(?:needed|required|necessary)\b"
)
_OTHER_SIDE = re.compile(
    r"多久|多长时间|什么时候|何时|多少钱|什么价|(?:怎么|如何)定价|收费|费用|交税|卖给谁"
    r"|谁[来会]?买|哪(?:里|儿)(?:能|可以)?(?:买|找|下载)|有没有(?:[^,?]{0,8})(?:卖|产品)"
    r"|有(?:得|没有)?卖的?[吗么嘛没不]"
    r"|(?:^|[,。 ])(?:请问|你们?|您|这[里边]|哪里|哪家)*有[^,?]{1,10}卖的?[吗么没]"
    r"|你们?(?:这[里儿边]|平台|所)?有|推荐|第几条|哪一?条|罚|坐牢|怎么定义|什么叫|什么是|是什么意思"
    r"|卖(?:给)?我(?!们)|哪家|模板|怎么写|转卖|再卖|退款|贷款|质押|融资"
    r"|\b(?:how much|how long|what price|prices? of|fee|tax|fine[ds]?|penalt\w+|which article"
    r"|loan|do you (?:have|sell)|where can|resell|refund)\b"
)
"""What asks for another side, which has documents of its own."""
_WRONG = re.compile(
    r"偷|盗|黑客|黑市|黑产|内鬼|泄露|泄漏|骗|忽悠|离职|前员工|跳槽|老?东家|竞争对手|对手的|同行的"
    r"|别人的|别家的|爬|抓取|扒|破解"
    r"|攻破|入侵|监听|窃听|偷拍|人肉|暗网|私下|卖了(?!以后)|瞒着|不告诉|不让[^,]{1,6}知道|没问过"
    r"|绕过|造假|假的|编的|涉密|秘密|机密|军|核心数据|投诉|举报|起诉|维权"
    r"|侵权|被告|报警(?!数据|记录|信息|器|次数)|前[男女]友|前[妻夫]|跟踪|侦探|身份证号?|银行卡"
    r"|密码|通话|短信内容|自己的(?:步数|病历|简历)"
    r"|没有?(?:同意|授权|经过)|没经|未经|不同意|都?同意了|授权了|签了|有授权|已经?(?:取得|拿到)"
    r"|匿名|脱敏|去标识|打码|哈希|加密|重要数据|遗传|基因|征信|换脸|合成|ai生成|开源|训练|大模型"
    r"|语料|点子|创意|主意"
    r"|\b(?:stol\w+|steal\w*|hack\w*|leak\w*|scrap\w+|crawl\w*|illegal\w*|dark ?web|secret\w*"
    r"|confidential"
    r"|military|classified|fake|forged|spy\w*|without (?:telling|asking|their)|behind their"
    r"|competitors?"
    r"|ex-\w+|former employer|anonymi\w*|mask\w*|hash\w*|encrypt\w*|de-?identif\w*|pseudonym\w*"
    r"|important data|genetic|synthetic|generated|train\w*|model|consented|agreed|credit scor\w*)\b"
)
"""What has rules, a table or a refusal of its own."""
_TOTALS = re.compile(
    r"汇总|统计(?!局)|合计|总数|总量|平均|均值|聚合|比例|热力|指数|人次|客流|车流|人流|流量|销量"
    r"|产量|货量|运量|业务量|垃圾量"
    r"|[哪那](?:个|种|款|类|些|几[个种款])(?!客|顾|会员|用户|人|学|病|患|孩)[^,。?! ]{1,6}?"
    r"(?:[卖销做]的?得?(?:好|多|动|火)|最|多|少|旺|火|受欢迎|好卖|走得快|热门)"
    r"|(?:每|按)(?:个|家|条|座|处)?[^,。?!]{0,8}?(?:小时|天|日|周|月|季度|年|街道|小区|区县?"
    r"|城市)[^,。?!]{0,10}?"
    r"(?:多少|几|量|数|率)|只(?:留|给|卖|出|看|提供|按)[^,。?!]{0,12}?(?:数量|人数|车数|次数|总"
    r"|均|率|统计|多少|几)"
    r"|\b(?:aggregat\w+|totals?|averages?|statistics|stats|counts?|headcounts?|footfall|sums"
    r"|number of|how many)\b"
)
_ONE_BY_ONE = re.compile(
    r"[1一][人户车条单]1?[人户车条单]|每(?:个|位|名)(?:人|客户|用户|会员|孩子|学生|病人|司机)"
    r"|逐[人条户]|明细|原始"
)
_NOT_WANTED = re.compile(
    r"(?:不(?:要|给|卖|看|含|带|需要|想要?|提供)|不用|没有|无须)[^,。?!]{0,4}?"
    r"(?:原始|明细|逐[人条户])+的?(?:明细|数据|记录)?"
    r"|\b(?:no|not|without)(?: the| any)? (?:raw|single|individual)"
)
"""Records that are said not to be given."""
_LONGEST = 160
"""Characters beyond which a text tells more than these readers see; English has thrice as many."""


@kept
def data_told(text: str) -> DataTold | None:
    """What a text wishes of data and what they are; ``None`` where it asks for another side, or
    tells what has rules of its own."""
    plain = normalise(text).strip()
    if len(plain) > _LONGEST * (3 if is_english(plain) else 1) or _WRONG.search(plain):
        return None
    wish = _wish(plain)
    if wish is None:
        return None
    return DataTold(
        wish,
        kind_of(plain),
        totals=gives_totals(plain),
        for_client=gathered_for_client(plain),
        service=of_a_service(plain),
    )


def speaks_of_data(text: str) -> bool:
    """Whether a text names data, or what they are kept in."""
    return _DATA.search(_NAMES.sub(" ", normalise(text))) is not None


def has_own_rules(text: str) -> bool:
    """Whether a text tells what has rules, a table or a refusal of its own."""
    return _WRONG.search(normalise(text)) is not None


def asks_other_side(text: str) -> bool:
    """Whether a text asks for a side that has documents of its own."""
    return _OTHER_SIDE.search(normalise(text)) is not None


def gives_totals(text: str) -> bool:
    """Whether a text says that only sums, counts or rates are given, and no single records."""
    plain = _NOT_WANTED.sub(" ", normalise(text))
    return _TOTALS.search(plain) is not None and _ONE_BY_ONE.search(plain) is None


def of_books(text: str) -> bool:
    """Whether a text is of booking data as an asset."""
    return _BOOK.search(normalise(text)) is not None


def _wish(plain: str) -> Wish | None:
    if _PUBLIC.search(plain) is not None:
        return "public"
    if _OTHER_SIDE.search(plain) is not None and _OWNER.search(plain) is None:
        return None
    if _INLAND.search(plain) is not None:
        return "inland"
    if _BUYER_ABROAD.search(plain) is not None:
        return "abroad"
    if _CONSENT.search(plain) is not None and gives_totals(plain):
        return "consent"
    if _DATA.search(_NAMES.sub(" ", plain)) is None and _TOTALS.search(plain) is None:
        return None
    if _BOOK.search(plain) is not None and _BOOK_ASKS.search(plain) is not None:
        return "book"
    if _OWNER.search(plain) is not None:
        return "owner"
    sells = _SELLS_ENGLISH if is_english(plain) else _SELLS
    if sells.search(_LISTED.sub(" ", plain)) is not None:
        return "sell"
    return "buy" if _BUYS.search(plain) is not None else None
