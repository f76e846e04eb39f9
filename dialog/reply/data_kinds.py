"""Whose or what the data are that a text tells of, whatever the trade (persons, children, firms,
machines, products), whether they were gathered for a client, and whether in a public service.
Pure."""

from __future__ import annotations

import re
from typing import Literal

from knowledge.answers.of_no_person import without_persons
from knowledge.text import normalise

Kind = Literal["children", "health", "tracks", "people", "firms", "produced", "machine", "unknown"]

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
    r"|therap\w+|insulin|infusion|pacemakers?|ventilators?|dialysis|physio\w*|pharmac\w+"
    r"|pregnan\w*|symptoms?|diagnos\w*)\b"
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
_OF_PLACES = re.compile(
    r"(?:停车[场位库]|车位|余位|厕所?|卫生间|站[点台牌]?|充电桩|门店|店铺|商铺|网点|基站|路灯"
    r"|垃圾[桶箱]|井盖|摄像头|探头"
    r"|学校|医院|药店|公园|消防栓|设施|点位|停放点|仓库|加油站|楼宇|建筑|楼栋|景[点区]|银行|柜机"
    r"|快递柜|菜场|小区)(?:的|们)?"
    r"(?:地理|具体|分布)?(?:位置|坐标|定位|经纬度)"
    r"|\b(?:locations?|positions?|coordinates) of (?:the |our |public )?(?:\w+ )?(?:toilets?"
    r"|restrooms?|stations?|shops?"
    r"|stores?|chargers?|parking (?:lots?|spaces?)|schools?|hospitals?|branches|lamps?|cameras?"
    r"|buildings?|towers?)\b"
    r"|\b(?:toilet|station|shop|store|charger|parking|school|hospital|branch|tower) (?:locations?"
    r"|positions?|coordinates)\b"
)
"""Where a thing stands that does not move is nobody's track."""
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
    r"|普通人|老百姓|街坊|来[^,。?!]{1,4}的(?:人|客)|人家的?(?:资料|信息|记录)"
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
    r"|\b(?:our|the) (?:clients?|customers?)(?:'s?|s')? (?:machines?|equipment|systems?|plants?"
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
    if _TRACKS.search(_OF_PLACES.sub(" ", plain)) is not None and _NO_MOVER.search(plain) is None:
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


def gathered_for_client(text: str) -> bool:
    """Whether a text tells of data that were gathered for a client."""
    return _FOR_CLIENT.search(normalise(text)) is not None


def of_a_service(text: str) -> bool:
    """Whether a text is of what is done in a public service."""
    return _SERVICE.search(normalise(text)) is not None
