"""Trouble in somebody's own life that they tell along with, or between, questions: illness in the
family (我妈住院了), a partner who left, debts, a shop that is being lost. Pure; over normalised
clauses.

It is no weariness with the desk, and no need by itself: a word of need beside it takes that back.
Whose data tell of such a thing (病人的病历, debt records) tells of no trouble.
"""

from __future__ import annotations

import re
from typing import Literal

from dialog.reply.aspects import asks
from dialog.reply.idle_clauses import PIECES, spaced
from dialog.reply.kept import kept
from knowledge.text import is_english, normalise

Trouble = Literal["", "ill", "parted", "owing", "losing"]
"""``owing``: debts; ``losing``: the shop or the trade they live on."""

_LONGEST = 30
"""Characters beyond which a clause tells a case of its own; English has thrice as many."""
_KIN = (
    r"(?:(?:爸爸?|妈妈?)(?![^,]{0,1}生)|父亲|母亲|父母|爹|娘(?!家)|老[爸妈爹娘伴公婆]|爷爷|奶奶"
    r"|外[公婆]|姥[姥爷]|丈夫|妻子|爱人"
    r"|媳妇|对象|孩子|小孩|娃儿?|宝宝|儿子|女儿|闺女|[哥姐弟妹]{1,2}|[男女](?:朋)?友|岳[父母]"
    r"|丈母娘|老丈人"
    r"|公公|婆婆|孙[子女]|家里?人|家里?老人|老人家?|大人)"
)
_MINE = r"(?:我|俺|咱|我们|咱们|我家|俺家|家里|家中|自己)"
_LEAD = (
    r"(?:唉+|哎+|呃|嗯|那个|其实|主要是?|就是|因为|现在|目前|最近|今年|去年|上个?[月周]"
    r"|这(?:阵子?|段时间|几天|两天|个月)|前[几两]天"
    r"|昨[天晚]|今[天早]|刚刚?|正好|偏偏|又|也|还|而且|不瞒[你您]说|说实话|可是?|但是?|再加上?"
    r"|加上|结果|后来|[, ])*"
)
_TIME = (
    r"(?:刚刚?|正|又|也|还|都|就|在|昨[天晚]|今[天早]|前[几两]天|上个?[月周]|去年|今年|最近|突然"
    r"|忽然|现在|已经|[1一]直|这两天|不小心"
    r"|被|给|身体|得|要|快|天天|[几两\d]个?[月年天周])*"
)
_SICK = (
    r"(?:住(?:了|进)*(?:院|医院|icu|重症(?:监护室?)?)|进了?(?:医院|icu|抢救室|手术室|急诊"
    r"|重症(?:监护室?)?)"
    r"|(?:得|患|查出|查到|检查出|诊断出?|确诊|发现|生|是)(?:了|来|为|有|得|上"
    r"|的)*[^,]{0,6}?(?:癌症?|肿?瘤|白血病|尿毒症|(?<!毛)病|中风|脑梗"
    r"|心梗|肝硬化|痴呆|抑郁症?|肺炎|糖尿病)|病(?:了|倒|重|得|危|着)|重病|大病|中风|偏瘫|瘫痪?"
    r"|脑梗|脑溢血|脑出血|心梗"
    r"|骨折|摔(?:了|断|伤|倒|坏|跤)|(?:出|遭)了?(?:车祸|事故|意外)|出事(?:了|故)|抢救|(?:动"
    r"|做)(?:了|完|个)?[^,]{0,2}手术|开刀"
    r"|化疗|放疗|透析|发(?:着|了)?高?烧|高烧|昏迷|流产|早产|受伤|烧伤|烫伤|癌症?晚期|失明)"
)
_TAIL = (
    r"(?:[1一两几半\d]+个?(?:多)?(?:月|年|天|周|星期|礼拜|次|晚上?)|[四五六\d.]+[十0]?度|了|着"
    r"|在?(?:医院|家|床上?|外地|老家)里?"
    r"|没人(?:管|带|照顾?|看)|还没好|不起|离不开人|要人(?:照顾|陪|管)|晚期|早期|得?很?(?:厉害"
    r"|严重|重)|花了?[^,]{0,6}"
    r"|也|还|都|又|呢|啊|呀|啦|吧|的|[~.! ])*"
)
_ILL = re.compile(
    rf"{_LEAD}(?:{_MINE}(?:的)?)?{_KIN}[^,。?]{{0,3}}?{_TIME}{_SICK}{_TAIL}"
    rf"|{_LEAD}(?:{_MINE})+{_TIME}{_SICK}{_TAIL}"
    rf"|{_LEAD}{_MINE}?家[里中](?:还|又|也|都)?(?:有|出了)(?:个|[1一]个)?病人(?:要?照顾)?{_TAIL}"
    rf"|{_LEAD}{_MINE}?(?:在|天天|整天)*(?:医院|病床边|床边)[里边]?(?:陪|照顾|守"
    rf"|伺候)[^,。?]{{0,8}}"
    rf"|{_LEAD}(?:{_MINE}(?:的)?)?(?:要|得|在|还要|天天)*(?:照顾|陪护?|伺候|带着)(?:着)?(?:住院的"
    rf"|生病的|重病的)(?:{_KIN}|病人){_TAIL}"
)
_SPOUSE = (
    r"(?:(?:我|俺|咱)(?:的)?)?(?:老公|老婆|丈夫|妻子|爱人|媳妇|对象|男朋?友|女朋?友|那口子|另一半"
    r"|孩子(?:他|她)?[爸妈])"
)
_PARTED = re.compile(
    rf"{_LEAD}(?:{_SPOUSE}|[他她]){_TIME}(?:(?:跟|和)(?:着)?(?:别)?人[^,。?]{{0,4}}?(?:跑|走|好上"
    rf"|过)|跑(?:了|路)|离(?:开|家)|不要(?:我|这个家)"
    rf"|出轨|外遇|(?:跟|和)我[^,。?]{{0,5}}?(?:离|分)|提(?:出)?(?:了)?离婚|闹离婚|[甩踹蹬]了?我"
    rf"|把我[甩踹蹬]|变心|搬(?:走|出去)"
    rf"|卷(?:了|走)?[^,。?]{{0,4}}钱)[^,。?]{{0,6}}"
    rf"|{_LEAD}(?:{_MINE}|{_SPOUSE}|(?:{_MINE}|[跟和])?(?:{_SPOUSE}))?{_TIME}(?:闹|办|谈|打|准备"
    rf"|面临)?(?:着|了|完)?(?:离婚|离了婚?|分手|分居)(?:官司)?{_TAIL}"
    rf"|{_LEAD}{_MINE}?{_TIME}(?:被|让)[^,。?]{{0,6}}?(?:甩|分手|离婚|绿|抛弃|出轨)了?{_TAIL}"
    rf"|{_LEAD}{_MINE}?(?:婚姻|家)(?:也|都|要|快|已经)*(?:完|散|没|破裂)了?{_TAIL}"
)
_OWED = (
    r"(?:债(?!券|权|市|务(?!累|缠|压))|饥荒|外债|网贷|高利贷|房贷|车贷|贷款|信用卡|货款|工资|房租"
    r"|租金|月供|利息|医药费|学费|水电费?|钱|款)"
)
_OWING = re.compile(
    rf"{_LEAD}(?:{_MINE}|{_SPOUSE}|店里|厂里|公司|[他她])?(?:现在|还|也|都|已经|又|在外面?|外面"
    rf"|一共|总共)*"
    rf"(?:欠(?:了|着|下)+[^,。?]{{0,10}}(?:债|饥荒|钱|款|贷|[万千百亿]|网贷|房租|工资|货款)"
    rf"|欠[^,。?了]{{0,6}}[\d一二三四五六七八九十几百千]+[万千百亿][^,。?]{{0,6}}"
    rf"|(?:[1一]屁股|[1一]身|满身|好多|很多|不少|[几上][十百]万)的?(?:债|欠款|贷款)"
    rf"|负债(?:累累|[^,。?率表]{{0,6}}[万千百亿])?"
    rf"|背(?:了|着|上)[^,。?]{{0,8}}(?:债|贷款|房贷)"
    rf"|(?:债主|催收|催债的?|讨债的?|要债的?|追债的?|收账的|银行|房东)[^,。?]{{0,6}}?(?:天天|上门"
    rf"|堵|找|打电话|来|追|逼|要(?:收|赶))[^,。?]{{0,8}}"
    rf"|{_OWED}(?:都|也|快|就|已经|[几\d]个?月)*(?:还|交|付|发|结|拿)不(?:上|起|出来?"
    rf"|了)[^,。?]{{0,4}}|(?:还|交|付|发)不(?:上|起|出来?|了){_OWED}[^,。?]{{0,4}}"
    rf"|{_OWED}(?:都|也|已经|[几\d]个?月)*(?:逾期|断供?|没(?:交|还|发))[^,。?]{{0,6}}|断供"
    rf"|(?:赌博?|炒股|炒币|投资)[^,。?]{{0,4}}?(?:输|亏|赔)(?:了|光|掉)[^,。?]{{0,8}}"
    rf"|资不抵债|倾家荡产|揭不开锅|(?:没|快没)钱(?:吃饭|过年|看病|治病|过日子)了?|破产)"
    rf"{_TAIL}"
)
_SHOP = (
    r"(?:店(?:里|子|铺|面)?|铺[子面]?|门[店面]|小店|饭[店馆]|餐馆|馆子|摊子|厂子?|作坊|工厂|公司"
    r"|生意|买卖|工作室|养[殖猪鸡牛鱼]场|农场|果园"
    r"|大棚|民宿|旅馆|诊所|网店|饭碗|房子|家底)"
)
_LOSING = re.compile(
    rf"{_LEAD}(?:{_MINE}|{_KIN})?(?:的|这|那|[1一]?(?:家|个|间)|开的?|做的?"
    rf"|[1一-九\d]+年的?)*[^,。?]{{0,4}}?{_SHOP}(?:现在|也|都|快|要|真的?|眼看|马上|可能|就|已经"
    rf"|怕是?|恐怕"
    rf"|又|还|给|被|到了)*(?:(?:关|倒|倒闭|黄|垮|没|散|停|砸|完|盘|转|收|卖)(?:门|张|闭|业|出去"
    rf"|手里|摊|掉|光)?了|倒闭|关(?:门|张)|黄|垮|没了"
    rf"|(?:开|撑|做|干|搞|经营|办|维持|顶|熬|挺)不(?:下去|住|了|走)|保不住"
    rf"|没(?:有)?(?:什么)?(?:生意|客人?|人来|进账|收入)"
    rf"|[亏赔](?:了|光|得|惨|本|钱|死|完)[^,。?]{{0,8}}"
    rf"|(?:要|被|给|银行|法院|房东|人家)+(?:收走|拍卖|查封|封|拆)[^,。?]{{0,3}}"
    rf"|转让(?:出去)?了)(?:下去)?{_TAIL}"
    rf"|{_LEAD}(?:{_MINE}|公司|项目|创业|团队)?(?:现在|这[轮边]|今年|[1一]直|都|也|又|还|已经|快要?"
    rf"|马上|实在|再|真的?)*(?:(?:融|拉|找|筹|借)不(?:到|来|着)(?:钱|资金?|投资|款|融资)"
    rf"|(?:融资|投资)(?:都|也|又|全|[1一]直|彻底)*(?:黄|没|断|泡汤|失败|吹|谈崩|不下来|到不了账?)"
    rf"|(?:资金链|现金流|账上)(?:都|也|又|要|快|就|已经)*(?:断裂?|见底|没钱|撑不住)"
    rf"|投资(?:人|方|机构)(?:都|也|又|全|突然)*(?:撤资?|跑路?|反悔|不投)){_TAIL}"
)
_NOT_OWN = re.compile(
    r"数据|信息|记录|资料|名单|系统|平台|软件|检测|监测|预警|筛查|保险|险种|产品|设备|项目|课题"
    r"|研究|客户|用户|患者|会员|员工|职工|学员"
    r"|业主|租户|买[方家]|卖[方家]|甲方|乙方|对方|人家|他们|同行|朋友|同事|邻居|供应商|经销商"
    r"|欠(?:我们?|咱)|是做|做的|从事|行业|统计|有人"
    r"|法|条|规定|罚|诉|\d+条"
)
"""What tells of others, or of a trade or data."""
_KIN_EN = (
    r"(?:mother|mum|mom|mam|dad|father|wife|husband|son|daughter|brother|sister|kids?|child(?:ren)?"
    r"|baby|little (?:one|girl|boy)|girl|boy|partner|girlfriend|boyfriend|fianc[eé]e?|parents?|gran"
    r"|nan|grand\w+|in-laws|mother-in-law|father-in-law|family|aunt|uncle|other half|missus)"
)
_LEAD_EN = (
    r"(?:(?:well|so|and|but|oh|sorry|i'm sorry|look|honestly|to be honest|you see|because|since"
    r"|the thing is|thing is|it's just that|unfortunately|sadly|on top of (?:that|it all|this)|plus"
    r"|also|now|right now|meanwhile|last (?:week|month|year|night)|this (?:week|month|year)"
    r"|yesterday|today)[,. ]+)*"
)
_HAS_EN = (
    r"(?:'s|'ve|'re)?(?: (?:is|are|was|were|has|have|had|been|just|got|very|really|so|quite"
    r"|seriously|terribly|badly|still|now|also|both|gravely|back|only|recently|suddenly))*"
)
_TAIL_EN = r"(?:[, ]+(?!how\b|what\b|can\b|do\b|could\b)[a-z0-9'-]+){0,9}[.! ]*"
_ILL_EN = re.compile(
    rf"{_LEAD_EN}(?:my|our) {_KIN_EN}{_HAS_EN} (?:ill|sick|unwell|poorly|in (?:the )?(?:hospital"
    r"|intensive care|icu|surgery|a coma)|hospitali[sz]ed|taken (?:ill|to hospital)|cancer"
    r"|leuka?emia|dementia|a stroke|a heart attack|pneumonia|a fever|an? (?:bad |serious "
    r"|terrible )?"
    r"(?:accident|fall|operation)|diagnosed|having (?:an operation|surgery|chemo\w*)|hurt|injured"
    r"|dying|going through (?:chemo\w*|treatment)|broke(?:n)? (?:his|her) \w+|depressed|bedridden)"
    rf"{_TAIL_EN}"
    rf"|{_LEAD_EN}i(?:'ve| have|'m| am| was)?(?: just| been| got| recently)* (?:diagnosed with"
    r"|got cancer|cancer|in (?:the )?hospital|very ill|seriously ill|having (?:an operation|surgery"
    rf"|chemo\w*)){_TAIL_EN}"
    rf"|{_LEAD_EN}i(?:'ve| have|'m| am)?(?: been)? (?:sitting|sat|looking after|caring for|at)"
    rf" (?:(?:at|by|in|with|the|a) )*(?:hospital|(?:my|our) (?:sick |ill |dying )?{_KIN_EN}"
    rf"|bedside)"
    rf"{_TAIL_EN}"
)
_SPOUSE_EN = r"(?:wife|husband|partner|girlfriend|boyfriend|fianc[eé]e?|other half|missus|spouse)"
_PARTED_EN = re.compile(
    rf"{_LEAD_EN}my {_SPOUSE_EN}{_HAS_EN} (?:left me|leaving me|left(?= (?:last|this|in|after|and"
    r" the|us|home)|[.,!]|$)|walked out on me|moved out|run off with|ran off with (?!the money)"
    r"|cheat(?:ed|ing) on me|dumped me|divorcing me|filed for divorce|asked for a divorce"
    rf"|wants? (?:a )?divorce|having an affair|gone off with|kicked me out){_TAIL_EN}"
    rf"|{_LEAD_EN}(?:i|we|me and my {_SPOUSE_EN}|my {_SPOUSE_EN} and (?:i|me))(?:'m|'re|'ve| am"
    r"| are| have)?(?: just| been| also| now| in the middle of| going through| getting)*"
    r" (?:an? )?(?:\w+ )?(?:divorced?|separat(?:ed|ing|ion)|split(?:ting)? up|break(?:ing)?-? ?up"
    rf"|broke(?:n)? up){_TAIL_EN}"
)
_OWING_EN = re.compile(
    rf"{_LEAD_EN}(?:i|we)(?:'m|'re| am| are|'ve| have)?(?: just| really| now| been| already"
    rf"| up to)*"
    r" (?:(?:drowning|deep|buried|swamped|(?:my|our) (?:neck|ears|eyes|eyeballs)|heavily|badly)?"
    r" ?in debts?|owe (?!you\b)[^?]{3,40}|(?:can't|cannot|can not|couldn't) (?:pay|afford|make)"
    r" (?:the|our|my) [a-z ]{3,20}|behind (?:on|with) (?:the|our|my) (?:rent|mortgage|loans?|bills"
    rf"|payments?)|(?:(?:being|made|gone|going|declared) )?(?:broke|bankrupt|skint|penniless"
    rf"|evicted)|losing everything){_TAIL_EN}"
    rf"|{_LEAD_EN}the (?:bank|landlord|lender|creditors?|bailiffs|debt collectors?|taxman)"
    r"(?:'s| is| are| has| have| wants?| keeps?| will| to)* (?:tak(?:e|ing|en)|repossess\w*"
    r"|foreclos\w*|call\w*|evict\w*|chas\w+|after|at the door|throw\w*)"
    rf"(?: (?:me|us|our|my|the|on|back|out|at|away|every|day|shop|house|home|business|door))*"
    rf"{_TAIL_EN}"
)
_SHOP_EN = (
    r"(?:shop|store|business|restaurant|caf[eé]|farm|pub|salon|bakery|workshop|house|home|flat"
    r"|livelihood|practice|garage|studio|factory)"
)
_LOSING_EN = re.compile(
    rf"{_LEAD_EN}(?:i|we)(?:'m|'re|'ve| am| are| have|'ll)?(?: just| now| about to| going to"
    rf"| probably"
    r"| having to| have to| had to| will| may| might| also)* (?:los(?:e|ing|t)|clos(?:e|ing|ed)"
    r"|shut(?:ting)?|give up|giving up)(?: down| up)? (?:the|my|our)(?: little| small| family"
    r"| own)*"
    rf" {_SHOP_EN}(?: down)?{_TAIL_EN}"
    rf"|{_LEAD_EN}(?:the|my|our)(?: little| small| family| own)* {_SHOP_EN}(?:'s| is| has| may"
    rf"| will"
    r"| might| just| about to| going| be| been)* (?:under|failing|closing(?! (?:at|on|for|early"
    r"|soon|in|now|today))(?: down)?|finished"
    r"|on its last legs|not going to (?:make it|survive)|done for|dying|bust|collapsing|gone"
    rf"|lost|repossessed|down the drain){_TAIL_EN}"
    rf"|{_LEAD_EN}(?:i|we)(?:'re|'ve| are| have|'m| am)?(?: just| really| now| still| been)*"
    r" (?:(?:can't|cannot|couldn't|could not) (?:raise|find|get) (?:any |more |the )?"
    r"(?:money|funding|funds|capital|investors?)"
    r"|(?:running|ran|run|nearly|almost) out of (?:money|cash|runway|funding))"
    rf"{_TAIL_EN}"
    rf"|{_LEAD_EN}(?:the|my|our) (?:investors?|funding|round)(?:'s| has| have| just| all)*"
    rf" (?:pulled out|backed out|gone|fell through|fallen through|dried up|walked away){_TAIL_EN}"
)
_NOT_OWN_EN = re.compile(
    r"\b(?:data(?:sets?)?|records?|patients?|customers?|clients?|users?|tenants?|employees?"
    r"|information|list(?:ing)?|sell\w*|buy\w*|software|app|device|product)\b|\?"
)
_ALL: tuple[tuple[Trouble, re.Pattern[str], re.Pattern[str]], ...] = (
    ("ill", _ILL, _ILL_EN),
    ("parted", _PARTED, _PARTED_EN),
    ("owing", _OWING, _OWING_EN),
    ("losing", _LOSING, _LOSING_EN),
)
_AND_EN = re.compile(r",? (?:and|but) (?=(?:i|we|i'm|we're|i've|we've|my|our|the|now)\b)")


@kept
def trouble_told(clause: str) -> Trouble:
    """The trouble that a clause tells of its teller's own life; empty for any other."""
    plain = normalise(clause).strip(" ,.!。~")
    english = is_english(plain)
    told = plain if english else plain.rstrip("呢啊呀")  # 病着呢 asks nothing.
    if len(plain) > _LONGEST * (3 if english else 1) or plain.endswith("?") or asks(told):
        return ""
    if english:
        return _in_english(plain.replace("’", "'"))
    if _NOT_OWN.search(plain):
        return ""
    for kind, shape, _ in _ALL:
        if shape.fullmatch(plain):
            return kind
    return ""


def _in_english(plain: str) -> Trouble:
    """The same of an English clause, all whose parts must tell trouble or nothing of the desk."""
    if _NOT_OWN_EN.search(plain):
        return ""
    for part in (plain, *_AND_EN.split(plain)):
        for kind, _, shape in _ALL:
            if shape.fullmatch(part):
                return kind
    return ""


def without_trouble(text: str, only: Trouble = "") -> str:
    """A normalised text without the clauses that tell such trouble, or ``only`` one kind of it:
    what is left of it may still tell of need."""
    pieces = PIECES.split(_AND_EN.sub(". ", text) if is_english(text) else spaced(text))
    marks = [*pieces[1::2], ""]
    both = [(c, m, trouble_told(c)) for c, m in zip(pieces[::2], marks, strict=True)]
    left = [c + m for c, m, told in both if not told or (only and told != only)]
    return "".join(left).strip() if len(left) < len(both) else text
