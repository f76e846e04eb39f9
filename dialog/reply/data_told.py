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

from dialog.reply.kept import kept
from knowledge.answers.of_no_person import without_persons
from knowledge.answers.places_abroad import PLACES_ABROAD
from knowledge.text import is_english, normalise

Wish = Literal["sell", "abroad", "send", "consent", "book", "public", "owner", "inland", "buy"]
Kind = Literal["children", "health", "tracks", "people", "firms", "produced", "machine", "unknown"]


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
    r"|成绩|账单|明细|统计|[度温动流压速](?=(?:能|可以|想|要|卖|挂))|读数|工况|参数|指标|曲线|波形|样本|语料|病历|题库|[^仓金国车]库(?=想|能|可|要|做|拿|卖)|这些"
    r"|这批|这种|有[^,]{0,12}东西"
    r"|\b(?:data(?:sets?)?|records?|recordings?|readings?|images?|pictures|photos?|statistics|logs?"
    r"|temperatures|pressures|vibrations?|curves|currents|torque|telemetry"
    r"|positions?|histor(?:y|ies)|files|measurements?|figures|results|(?:customer|client|guest"
    r"|member)s?' lists?|database|number of|counts?)\b"
)
_SALE = (
    r"(?:(?<![外热专])卖(?![方家点场])|出售|售卖|变现|挂牌|挂(?:上去|出[来去]|到|在)|上架"
    r"|上市交易|交易(?!所)|转让|换钱|做成?(?:[^,。?!]{0,6})?产品)"
)
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
    r"|for sale)\b|\b(?:sell|list|listing|selling)\b[^.?!]{0,60}[.?!,][^?]{0,20}"
    r"\b(?:is (?:it|that|this) (?:allowed|legal|ok|okay|possible)|what do we need)\b"
)
_NAMED_ABROAD = "|".join(p for p in PLACES_ABROAD if not p.isascii())
_ABROAD = rf"(?:境外|国外|海外|外国|外籍|{_NAMED_ABROAD})"
_NAMED_ENGLISH = "|".join(re.escape(p) for p in PLACES_ABROAD if p.isascii())
_BUYER_ABROAD = re.compile(
    rf"{_ABROAD}[^。?!]{{0,14}}?(?:想|要|打算|希望|愿意)(?:来|跟我们|向我们)?(?:买|采购|要|收)"
    rf"[^?]{{0,10}}[,。 ][^?]{{0,12}}?(?:能|可以|行|成)"
    rf"|(?:能|可以)[^,?]{{0,8}}?卖(?:给|到|去)[^,?]{{0,4}}?{_ABROAD}"
    rf"|卖(?:给|到|去)[^,?]{{0,6}}?{_ABROAD}[^?]{{0,30}}?(?:手续|可以[吗么]|行[吗么不]|怎么办|允许)"
    r"|\b(?:foreign|overseas|"
    rf"{_NAMED_ENGLISH}) (?:\w+ )?"
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
    r"|语料"
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
_NAMELESS = re.compile(
    r"(?:不含|没有|不带|去掉|删掉|删了|去除|抹掉|不要)[^,。?!]{0,6}?(?:个人|姓名|名字|车牌|卡号"
    r"|手机|电话|身份|号码|客户|用户)"
    r"[^,。?!]{0,4}|(?:姓名|名字|车牌号?|卡号|手机号?|电话|号码|身份)[^,。?!]{0,6}?(?:删|去|抹"
    r"|拿)掉?了?"
    r"|\bwithout (?:any )?(?:\w+ )?(?:names?|personal|identit\w+|customers?)[a-z ]{0,14}"
    r"|\bno (?:names?|personal)\b"
    r"|\b(?:no|without(?: any)?|not a single) (?:customers?|clients?|users?|drivers?|employees?"
    r"|staff"
    r"|workers?|members?|owners?)(?:,? (?:or|nor|and) (?:\w+ )?\w+)?"
    r" (?:is |are )?(?:in|on|attached|recorded|involved|stored|linked)\b"
    r"|\b(?:nobody|no[ -]one)(?:'s)? (?:names?|data|details|is in)\b"
    r"|\b(?:cannot|can't|can not|no way to|impossible to) (?:identify|recogni[sz]e|tell"
    r"|see) (?:\w+ ?){0,3}"
    r"|(?:认|看|识别|分)不出(?:来)?(?:是|任何)?(?:谁|哪个)?(?:人|客户|用户|司机|乘客|员工)?"
)
_ONE_BY_ONE = re.compile(
    r"[1一][人户车条单]1?[人户车条单]|每(?:个|位|名)(?:人|客户|用户|会员|孩子|学生|病人|司机)"
    r"|逐[人条户]|明细|原始"
)
_CHILDREN = re.compile(
    r"儿童|小孩|孩子|小朋友|宝宝|婴|幼儿|幼[教托]|托班|托育|未成年|小学|初中生|中小学|少儿|少年"
    r"|童装|童鞋|月子|亲子"
    r"|不满1[0-4]|未满1[0-4]|1[0-4]岁以下"
    r"|\b(?:child(?:ren)?(?:'s|s')?|kids?(?:'s?)?|toddlers?|bab(?:y|ies)|infants?|pupils?|minors?"
    r"|kindergartens?"
    r"|nurser(?:y|ies)|primary schools?)\b"
)
_HEALTH = re.compile(
    r"病(?!虫|毒)|医院|医疗|诊所|就诊|门诊|健康|体检|体测|血[压糖氧型]|心率|睡眠|跌倒|护理|牙"
    r"|口腔|康复|理疗|心理|孕|产妇|用药|处方"
    r"|化验|疫苗接种|体脂|近视|视力|助听|假肢|中医|减肥"
    r"|\b(?:health|medical|clinic\w*|hospitals?|patients?|dental|x-?rays?|sleep|heart rate|blood"
    r"|therap\w+|insulin|infusion|pacemakers?|ventilators?|dialysis|physio\w*|pharmac\w+|pregnan\w*|symptoms?|diagnos\w*)\b"
)
_NO_PERSON = re.compile(
    r"宠物|猪|牛|羊|鸡|鸭|鱼|虾|蜂|兽|畜|禽|作物|果树|苗|树|运疫苗|水质|海鲜"
    r"|\b(?:pets?|cattle|pigs?|cows?|poultry|chickens?|fish|bees?|crops?|trees?)\b"
)
"""Whose health is no person's."""
_THINGS = re.compile(
    r"设备|机器|电池|机床|电梯|桥梁|管道"
    r"|\b(?:turbines?|machines?|elevators?|batter(?:y|ies)|bridges?)\b"
)
"""What has a health, too, but no heart and no blood."""
_VITAL = re.compile(
    r"心率|血[压糖氧型]|病人|患者|体脂|\b(?:heart rates?|blood|insulin|patients?|pregnan\w*)\b"
)
_TRACKS = re.compile(
    r"轨迹|行踪|定位|位置|行程|行驶|骑行|单车|滑板车|路线|出行|打车|起终点|gps|北斗"
    r"|\b(?:trips?|rides?|routes?|locations?|gps|trajector\w+|tracks?|tracking|movements?"
    r"|journeys?)\b"
)
_NO_MOVER = re.compile(
    r"船|航[迹运道标]|引航|ais|集装箱|货物|包裹|无人机|飞机|列车|动车|卫星|牲畜|设备|冷藏车温"
    r"|\b(?:ais|vessels?|ships?|containers?|cargo|drones?|aircraft|trains?|satellites?|cattle"
    r"|parcels?)\b"
)
"""Whose way is not that of one person."""
_PEOPLE = re.compile(
    r"个人|隐私|客户(?!端)|用户|会员|顾客|客人|住客|旅客|乘客|游客|学员|学生|考生|病人|患者|老人"
    r"|居民|业主|住户|租客|租户"
    r"|司机|骑手|驾驶员|员工|工人|求职|候选人|简历|主播|演员|选手|球员|粉丝|读者|车主|车牌|家长"
    r"|家庭|家政|保姆|阿姨|消费者|买家|购彩|开锁|门禁"
    r"|刷卡|闸机|购票|门票|票务|检票|玩家|刷脸|人脸|指纹|声纹|上网|入住|住店|收寄|寄件|收件|快递"
    r"|外卖|订单|借阅|预约|挂号|报名"
    r"|困人|受伤|救援|人数|人次|客流|人流|入园|农户|养殖户|果农|渔民|户型|登记|姓名|手机|电话"
    r"|住址|地址|头像|聊天|账号"
    r"|租借|租赁记录|健身|护肤|美容|美发|婚|相亲|葬|殡|逝者|捐款|信众|义工|志愿|投保|保单|理赔|贷"
    r"|消费|购买记录|打牌|练车|约车|酒店|旅馆|民宿"
    r"|\b(?:personal|customers?|clients?|users?|members?|guests?|visitors?|passengers?|riders?"
    r"|drivers?|students?"
    r"|learners?|employees?|staff|workers?|residents?|tenants?|households?|subscribers?|shoppers?"
    r"|candidates?"
    r"|applicants?|cv|resumes?|players?|fans?|faces?|facial|names?|phones?|bookings?"
    r"|reservations?|orders?"
    r"|call cent(?:er|re)s?|calls?|lift pass(?:es)?|ticket(?:s|ing)?|owners?|donors?|dating"
    r"|people|taxi)\b"
)
_FIRMS = re.compile(
    r"企业|商户|商家|商铺|店铺|供应商|货主|经销商|厂家|采购商|批发|同业|合作方|甲方|委托方"
    r"|工厂客户|投标|招标|发票|报关"
    r"|\b(?:firms|compan(?:y|ies)'|suppliers?|merchants?|vendors?|tenders?|invoices?|customs"
    r"|shippers?)\b"
)
_BUYERS = re.compile(
    r"(?:要|需要?|用)[^,。?!]{0,4}?(?:用户|客户|顾客|本人)[^,。?!]{0,4}?(?:同意|授权|点头)"
    r"|(?:我们?|咱们?|本|作为|是(?:1家)?|家)[^,。?!]{0,4}企业"
    r"|客户(?=(?:也|都|很)?(?:想|要|愿意|打算)(?:来|跟我们)?(?:买|采购|收|要))"
    r"|(?:卖|提供|发|传)给[^,。?!]{0,8}?客户(?=[?吗行,]|$)"
)
"""Who is asked, or buys, is not in the data."""
_FIRMS_AS_CLIENTS = re.compile(
    r"(?:会员|客户|用户|成员)(?:企业|单位|公司|厂家?)|(?:企业|公司|机构|单位)(?:会员|客户|用户)"
)
_MACHINE = re.compile(
    r"设备|传感器|机器|机床|仪表|仪器|电表|逆变器|发电|光伏|风机|风电|锅炉|空调|水泵|泵站|电梯"
    r"|充电桩|井盖|路灯|冷库|冷链|桥梁|管网|模具|工况"
    r"|温度|[炉水室气窑油]温|温湿度|湿度|水质|水位|能耗|耗电|用电曲线|振动|震动|电压|电流|转速"
    r"|压力|风速|噪声|噪音|齿轮箱|轴承|电机|发动机|压缩机|油温|烤箱|烘箱|机器人|扶梯|吊车|起重机"
    r"|空气|土壤|气象|天气|雨量|潮位|车况|故障|运行(?:数据|记录|参数|状态)|工艺参数|打印机"
    r"|电池|良率|探伤|遥感|地质|钻井|波形|红外"
    r"|\b(?:machines?|sensors?|equipment|turbines?|elevators?|lifts? fault|meters?|inverters?"
    r"|solar|boilers?|pumps?"
    r"|temperatures?|humidity|vibrations?|voltage|pressure|noise|soil|weather|rainfall"
    r"|water quality|energy use|gear ?box(?:es)?|bearings?|motors?|engines?|compressors?"
    r"|generators?"
    r"|rotors?|spindles?|ovens?|cranes?|conveyors?|robots?|valves?|chillers?|lathes?|looms?"
    r"|transformers?|excavators?|escalators?|lifts|lift (?:data|readings|motor|logs|door|cabin)"
    r"|(?:oil|coolant) levels?|rpm|torque"
    r"|power output|faults?|batter(?:y|ies)|greenhouse|furnaces?|telemetry|kilns?)\b"
)
_PRODUCED = re.compile(
    r"产蛋|产奶|产量|收成|配方|养殖(?!户)|种植|试验|亩产|育种|酿造|发酵|烘焙曲线|窑|烧制|工艺"
    r"|\b(?:yields?|harvests?|recipes?|formulas?|breeding|crops?|milk|eggs?)\b"
)
_FOR_CLIENT = re.compile(
    r"(?:替|帮|给|为|受)(?:好?几[家个]|[\d多]+家|1些|很?多|各个?|这些)?(?:别人|人家|客户|甲方"
    r"|业主|货主|厂家|厂里|工厂|商场|物业|酒店|学校|医院|企业|公司|政府|园区|农户|养殖户|果农"
    r"|农场|电厂|景区|商家|品牌"
    r"|主机厂|车企|银行|村里|社区)(?:们|方)?(?:的|家|委托)?[^,。?!]{0,8}?(?:做|运|装|管|修|代"
    r"|加工|检测|检验|维护|维保|服务|运维|开发|搭|建|存|送|洗"
    r"|干|跑|测|拍|录|记|盯|看|种|养|打理|打扫|托管|清|算|审|搞|承包|委托)"
    r"|客户的(?:图纸|工艺|配方|良率|货|设备|机器|数据|产品|系统|账|单子)|受托|代工|代运营|代管"
    r"|外包给我们|帮客户|替客户"
    r"|\bfor (?:our |the |a )?(?:clients?|customers?|other (?:firms|companies))\b|\bon behalf of\b"
    r"|\b(?:our|the) (?:clients?|customers?)(?:'|s') (?:machines?|equipment|systems?|plants?"
    r"|gear ?box(?:es)?|pumps?|ovens?|lifts|elevators?|robots?|compressors?|boilers?"
    r"|goods|turbines?|files)"
)
_SERVICE = re.compile(
    r"供水|自来水|水务|用水量|供气|燃气|用气|煤气|供电|电网|供热|供暖|热力公司|公交|地铁|轨道交通"
    r"|轮渡|有轨电车"
    r"|\b(?:water (?:utility|company|supply|works)|gas (?:utility|company|supplier)|power grid"
    r"|electricity (?:utility|grid)|district"
    r" heating|metro|subway|bus (?:company|operator)|public transport|municipal)\b"
)
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
        for_client=_FOR_CLIENT.search(plain) is not None,
        service=_SERVICE.search(plain) is not None,
    )


def kind_of(text: str) -> Kind:
    """What data tell of, the strictest first; ``unknown`` where no word decides."""
    plain = _BUYERS.sub(" ", _NAMELESS.sub(" ", without_persons(normalise(text))))
    plain = _FIRMS_AS_CLIENTS.sub("企业", plain)
    if _CHILDREN.search(plain) is not None:
        return "children"
    living = _NO_PERSON.search(plain) is None
    living = living and (_THINGS.search(plain) is None or _VITAL.search(plain) is not None)
    if living and _HEALTH.search(plain) is not None:
        return "health"
    if _TRACKS.search(plain) is not None and _NO_MOVER.search(plain) is None:
        return "tracks"
    if _FOR_CLIENT.search(plain) is None and _PEOPLE.search(plain) is not None:
        return "people"
    if _FIRMS.search(plain) is not None:
        return "firms"
    if _MACHINE.search(plain) is not None:
        return "machine"
    return "produced" if _PRODUCED.search(plain) is not None else "unknown"


def denies_persons(text: str) -> bool:
    """Whether a text says that nobody is in the data."""
    plain = normalise(text)
    return without_persons(plain) != plain or _NAMELESS.search(plain) is not None


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
    plain = normalise(text)
    return _TOTALS.search(plain) is not None and _ONE_BY_ONE.search(plain) is None


def of_a_service(text: str) -> bool:
    """Whether a text is of what is done in a public service."""
    return _SERVICE.search(normalise(text)) is not None


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
    if sells.search(plain) is not None:
        return "sell"
    return "buy" if _BUYS.search(plain) is not None else None
