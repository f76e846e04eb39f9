"""Genes that a text speaks of: those of people, whose data are human genetic resources and may not
be sold, and those of plants, animals and microbes, which are none. Pure.
"""

from __future__ import annotations

import re

from knowledge.text import normalise

GENES = re.compile(
    r"基因(?!金)|遗传|种质|染色体|核酸|测序|(?<![a-z])[dr]na(?![a-z])"
    r"|\b(?:genes?|genetics?|genom\w+|germplasm|dna|rna|sequenc\w+)\b"
)
_BEINGS = re.compile(
    r"稻|麦(?!当劳|肯)|玉米|大豆|黄豆|棉花|油菜|番茄|西红柿|土豆|马铃薯|高粱|谷子|花生|甘蔗|蔬菜"
    r"|果[树园]|茶树|苹果树|葡萄|草莓|农作物|作物|植物|种子|种苗|育种|种质|品种|良种|林木|树种|苗木|花卉|牧草"
    r"|中药材|药材|人参|菌|微生物|病毒(?!感染者|携带者)|噬菌体|支原体|酵母|藻"
    r"|畜|家禽|禽类|种[猪牛羊鸡马]|[猪牛羊鸡鸭鹅驴](?!尾|年|市|皮|毛蒜)|赛马|马匹|鱼|虾|蟹|贝类|蚕|蜜蜂|昆虫|蚊"
    r"|龟|蛇|鸟|鸽|兔|鹿|骆驼|蛙|蘑菇|苔藓|竹子|兰花|松树|杨树|橡胶树|咖啡树|烟草|杂交|转基因"
    r"|宠物|[猫狗犬](?!粮)|小?鼠(?!标)|猴|大熊猫|熊猫|动物|野生物种"
    r"|\b(?:plants?|crops?|rice|wheat|corn|maize|soy\w*|cotton|seeds?|breeding|vegetables?|fruits?"
    r"|trees?|germplasm|bacteri\w+|pathogens?|microb\w+|fung\w+|virus(?:es)?|yeasts?|algae|livestock|cattle"
    r"|cows?|pigs?|swine|sheep|goats?|poultry|chickens?|horses?|fish|shrimps?|bees?|insects?"
    r"|pets?|dogs?|cats?|mice|mouse|rats?|monkeys?|animals?|tomato\w*|potato\w*)\b"
)
"""Beings that are no people, beside a word of genes."""
_RESOURCES = re.compile(
    r"人类遗传资源|人遗(?:条例|办)?|human genetic(?:s| resources?)?(?: regulations?)?"
)
"""The name of what rules the genes of people alone; who asks whether it holds names no people."""
_PEOPLE = re.compile(
    r"人类|人体|人源|[的和与跟及或、]人(?!工|员|民|才)|^人[和与跟及、]|病人|患者|病例|病历|受试者|志愿者"
    r"|捐献者|供者|感染者|携带者|婴儿|新生儿|孕妇|胎儿|家系|汉族|民族|居民|个人|人的"
    r"|(?:客户|用户|会员|顾客|员工|孩子)(?:们|自己)?的?(?:全?基因|遗传|dna|血|样本|检测)"
    r"|体检|血样|肿瘤|癌|亲子|唾液|口腔|医院|中国人|国人"
    r"|\b(?:humans?|people|persons?|patients?|donors?|volunteers?|infants?|newborns?|famil\w+"
    r"|clinic\w*|hospitals?|tumou?rs?|cancers?)\b"
    r"|\b(?:customers?|users?|members?|clients?|employees?)['’]?s?['’]? (?:gen\w+|dna|blood)\b"
)
_THINGS = r"(?:信息|数据|资料|基因|遗传物质|样本|材料|东西|身份|姓名)*"
_NO_PEOPLE = re.compile(
    r"(?:没有?|不含有?|不涉及|没涉及|不牵涉|不包括|不包含|不带|并?不是|不属于|无|未含)(?:到|着)?(?:任何|什么|关于|哪怕|半点|1个)*"
    rf"(?:病人|患者|人类|人体|个人|自然人|人)(?:的)?{_THINGS}"
    rf"|(?:跟|和|与)(?:任何)?(?:人类|人体|个人|人)(?:的)?{_THINGS}(?:都|也|完全|毫)?(?:没(?:有)?(?:任何|什么)?关系|无关|不沾边)"
    r"|没(?:有)?(?:任何)?人(?=告|通|说|提|认|列|跟|来)|1个人(?:的)?(?:信息|数据)?(?:都|也)没有?"
    r"|\b(?:nothing|no|not|none|without)\b[^,.;?!]{0,24}?\b(?:people|persons?|humans?|personal|individuals?"
    r"|patients?)\b(?: (?:data|information))?"
)
"""What says that nobody is in it, whose words name people all the same."""
_DATA_ZH = (
    r"(?:数据|信息|资料|结果|报告|序列|样本|图谱|档案|记录|库(?!存)|文库|组(?!织)"
    r"|原始文件)"
)
_GENES_ZH = r"(?:基因(?!金)|遗传(?!算法)|染色体|全外显子|[dr]na|snp)"
_WORK_ZH = (
    r"(?:组|资源|检测|测序|检验|筛查|分型|诊断|分析|图谱|位点|变异|突变|序列|表达|病|风险|采集|样本|原始|全|的"
    r"|个人|和|及|与|、)*"
)
_OF_FIRM = r"(?:公司|企业|机构|中心|行业|仪器?|设备|试剂|平台|销售|销量|市场|价格|客户|用户|订单)"
_DATA = re.compile(
    rf"{_GENES_ZH}{_WORK_ZH}{_DATA_ZH}"
    rf"|(?:测序|基因检测)的?(?:原始)?(?:数据|结果|报告)|人类遗传资源|人遗(?:数据|资源|信息)"
    r"|\b(?:genom\w+|genotyp\w+|human genetics?|(?:gene(?:tic)?s?|[dr]na|exome|chromosom\w+)"
    r"(?:[- ](?:test(?:ing)?|sequenc\w+|screening|analysis|raw|profil\w+|variant|marker|map))*"
    r" (?:data\w*|information|results?|reports?|records?|profiles?|samples?|files?|sequences?"
    r"|material|resources?|library|libraries)"
    r"|(?:dna|gene|genetic|genome|exome) sequences|sequencing (?:data|results|reads|files)"
    r"|genetic (?:resources?|material|make-?up))\b"
)
_OF_TRADE = re.compile(
    rf"(?:基因|遗传|测序){_WORK_ZH}{_OF_FIRM}"
    r"|\b(?:gen\w+|dna|sequencing)[- ](?:test(?:ing)? )?(?:compan\w+|firms?|industry|markets?|labs?"
    r"|machines?|instruments?|equipment|kits?|sales|customers?|prices?)\b"
)


def of_other_beings(text: str) -> bool:
    """Whether a text speaks of genes of plants, animals or microbes, and of no people's."""
    plain = _NO_PEOPLE.sub(" ", _RESOURCES.sub(" ", normalise(text)))
    genes = GENES.search(plain) or _RESOURCES.search(normalise(text))
    if genes is None or _BEINGS.search(plain) is None:
        return False
    return _PEOPLE.search(plain) is None


def genetic_data(text: str) -> re.Match[str] | None:
    """Where a normalised text names data on the genes of people: not the trade that reads genes
    (基因检测公司的客户电话), nor genes of other beings."""
    if of_other_beings(text):
        return None
    return _DATA.search(_OF_TRADE.sub(lambda m: "某" * len(m.group()), text))
