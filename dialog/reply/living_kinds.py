"""Genes of plants, animals and microbes, which are no human genetic resources: 水稻育种的基因数据能
不能卖到国外.

A search sees the genes alone, and all that is held of genes is about those of people. What holds of
other beings is not held; that is said, with whom to ask.
"""

from __future__ import annotations

import re

import msgspec

from dialog.reply.aspects import aspects_of
from dialog.reply.kept import kept
from knowledge.findings import Findings
from knowledge.search.fusion import Candidate
from knowledge.search.targets import Target
from knowledge.snapshot import PLAIN, Snapshot
from knowledge.text import normalise

WORDING = "植物、畜禽、微生物的基因数据归哪部规定管，能不能卖、能不能出境？"
"""The question of what is told of genes of other beings."""
_GENES = re.compile(
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
_OF_PEOPLE = re.compile(r"人类遗传|人遗|human genetic")
"""What a document on the genes of people says."""
_OTHER_SIDE = frozenset(("fee", "time"))
_OF_THE_WAY = re.compile(
    r"(?:什么|哪些|啥|[交备])[^,。]{0,3}材料|材料[^,。]{0,4}(?:什么|哪些|啥)|流程|步骤|怎么(?:挂|上架|入驻|登记)|买家|卖给谁|定价|入表|入账"
    r"|\b(?:documents?|papers?|steps?|find (?:a )?buyers?|price)\b"
)
"""Sides that the document on other beings does not tell, and that are the same for any data."""


@kept
def of_other_beings(text: str) -> bool:
    """Whether a text speaks of genes of plants, animals or microbes, and of no people's."""
    plain = _RESOURCES.sub(" ", normalise(text))
    genes = _GENES.search(plain) or _RESOURCES.search(normalise(text))
    if genes is None or _BEINGS.search(plain) is None:
        return False
    return _PEOPLE.search(plain) is None


def misfits_genes(target: Target, text: str, told: str) -> bool:
    """Whether a document is about the genes of people where those of other beings are asked of, or
    the other way about."""
    if genes_told(text, told):
        return _OF_PEOPLE.search(_said(target)) is not None and not is_of_others(target)
    return is_of_others(target)


def counterpart(left: Candidate, taken: Candidate) -> bool:
    """Whether what is left is about the genes of people, and what was taken away only about those
    of other beings: the chance spoke of genes, and holds of it too."""
    return is_of_others(taken.target) and _OF_PEOPLE.search(_said(left.target)) is not None


def genes_told(text: str, told: str) -> bool:
    """Whether a question is of genes of other beings; in a part of a text (``told``) that names
    genes alone, what the rest of it tells says of which beings."""
    if of_other_beings(text):
        return True
    plain, whole = normalise(text).strip("?!.。, "), normalise(told)
    within = plain != whole and plain in whole
    return within and _GENES.search(plain) is not None and of_other_beings(told)


def instead_of_people(found: Findings, text: str, told: str, snapshot: Snapshot) -> Findings | None:
    """What is said of genes of other beings to who asks what holds of them; ``None`` where a
    question is of none, names an article, or asks for a side that is the same for any data."""
    if found.match == "exact" or not genes_told(text, told):
        return None
    if found.law is not None and found.law.status != "about_matter":
        return None
    if aspects_of(text) & _OTHER_SIDE or _OF_THE_WAY.search(normalise(text)):
        return None
    held = snapshot.at_once(WORDING)
    if held is None or held.exact is None:
        return None
    return msgspec.structs.replace(held, chance=PLAIN, vector=found.vector)


def is_of_others(target: Target) -> bool:
    """Whether a document is the one on genes of other beings."""
    return target.questions[:1] == (WORDING,)


def _said(target: Target) -> str:
    return normalise(" ".join((target.body, *target.questions)))
