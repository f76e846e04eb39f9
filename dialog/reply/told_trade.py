"""A case that a seller tells first: who speaks, what is held, and that it is to be sold. Pure.

修表三十年，哪些表爱坏都记着，有网站想买，可以吗: the trade's own nouns stand in no wording, and
what is told with 哪些 or 几 asks nothing. What is read is the order of the clauses: what is held,
then the wish to sell it or to have it, then at most whether that may be, or what comes first.
"""

from __future__ import annotations

import functools
import re

import msgspec

from dialog.reply.own_goods import of_people
from knowledge.text import is_english, normalise, visible

_CLAUSES = re.compile(r"[,，。;；!！?？\n]+|(?<=。)\s*")
_CLAUSES_ENGLISH = re.compile(
    r"[.!?;\n]+\s*|,\s*(?:and|but|so)\s+|,\s*|\s+and (?=(?:an?|the|one|some|my|our|we|i|now)\b)"
)
_LEAST = 2
"""Clauses of a told case: what is held stands before what is wished."""
_SELF = (
    r"(?:我们?|咱们?|我[家司]|本公司|公司|自己|就|也|还|都|现在|目前|今年|想着|一直|老板"
    r"|领导)*"
)
_SALE = (
    r"(?:卖(?![方家点场])|出售|售卖|变现|挂牌|挂(?:上去|出[来去]|到|在|$)|上架|交易|出手|换钱"
    r"|转让|打包卖)"
)
_WILL = r"(?:很|特别)?(?:想要?|打算|准备|计划|希望|考虑|琢磨)"
_OWN_WISH = re.compile(
    rf"^{_SELF}{_WILL}(?:能)?[^买购]{{0,10}}?(?:{_SALE}|做成?[^,]{{0,6}}产品)[^买购]{{0,12}}$"
    rf"|^[^,?]{{2,24}}(?:数据|记录|资料|台账|照片|明细|登记"
    rf"|名单){_SELF}{_WILL}{_SALE}[^,买购]{{0,6}}$"
)
_MAY_SELL = re.compile(
    rf"(?:能不能|可不可以|可否|能否|是否可以|是不是能|能|可以|怎么|如何|咋)[^,买购]{{0,10}}?"
    rf"(?:{_SALE}|做成?[^,]{{0,6}}产品|值钱)"
)
_NOT_SELF = (
    r"(?!(?:我们?|咱们?|我[家司]|本公司|公司|单位|老板|领导|部门|团队|导师|同事|课题组|想|要|也"
    r"|就|还|现在|目前)"
    r"(?:也|就|还|想|要|打算|准备)*(?:买|收|购|想|要))"
)
_THAT = (
    r"(?:这[些批份个]?|那[些批份个]?|我们?的?|咱们?的?|店里的?|全部)?(?:数据|记录|资料|东西"
    r"|台账)?"
)
_OTHERS_WISH = re.compile(
    r"^(?:但是?|可是?|不过|最近|现在|刚好|正好|前两天|昨天|今天|然后|结果)*"
    rf"{_NOT_SELF}[^,我咱]{{1,14}}?(?:都|也|还|一直|主动|专门)*"
    r"(?:(?:想|要|愿意|肯|打算|希望|来|找来|提出|出钱|出价|花钱|说)+(?:跟|找|向|从|把|高价|打包"
    r"|出钱|花钱)*"
    rf"{_THAT}(?:来|去)?(?:买(?![家方来])|收购|采购|购买|拿去|拿走|要走)(?:走|下来?|去)?{_THAT}"
    rf"|想要{_THAT}|(?<=有人)要|(?:愿意|肯|想|要)*(?:出钱|出价|花钱|掏钱)(?:买|要|收)?{_THAT}"
    rf"|看[中上]了?{_THAT}|(?:很|挺)?感兴趣|(?:跑|找)?来(?:买|问|收|谈|要)(?:过|了|价"
    rf"|我们?)*{_THAT}"
    r"|说(?:这)?(?:能卖钱|值钱|能卖))$"
    r"|^(?:买家|下家)(?:也|都)?(?:有了|找好了|等着)$"
)
_BUYS = re.compile(
    rf"(?:^|,){_SELF}{_WILL}(?:来|去|能)?[^,卖]{{0,4}}?(?:买|采购|收购|求购|找)|卖给我"
    rf"|哪[里儿]?能?买|有没有[^,]{{0,10}}卖|谁要$"
)
_HELD = re.compile(
    r"数据|记录|资料|信息|本子|台账|账本|账目|记账|流水|档案|日志|名单|明细|登记|照片|录像|视频|录音|图片"
    r"|图纸|参数|尺寸|统计|报表|问卷"
    r"|传感器|系统里|后台|小程序|化验|打分|回传|传到|定位|样本|样品|测量|清单|底稿|笔记|配方"
    r"|订单|单子|曲线|读数"
    r"|人数|人多|时间|地址|电话|号码|分数|成绩|价格?|预算|时长|温度|湿度|水温|重量|产量|几(?:碗"
    r"|个|点|次|回|斤|单|桌)"
    r"|都有(?!没)|都[记存留]|[记存攒留登拍测录采]了|[记存攒留]着|记得|积累|攒下|清清?楚楚?"
    r"|都知道|心里有数|微信|备注"
    r"|每[天周月年家户台次块个场][^,]{1,16}(?:多少|几|量|率|价)|多少[^,]{1,10}多少"
)
_OWN = re.compile(r"我|咱|本公司|自家|手[里上]|店里|厂里|家里")
_WHO = re.compile(
    r"^(?=.{2,14}$)[^?]*?(?:店|厂|公司|馆|铺|摊|站|场|社|协会|庄|坊|园|所|院|行|队|机构|老板"
    r"|师傅?|1名|1个|中心|户|的)$"
)
_MAY = re.compile(
    r"^(?:那|这|请问|你看|您看|你们?看|这样|这种|这些|这个|这事|到底|我们?|也|就|都|数据|东西"
    r"|资料|记录)*"
    r"(?:可不可以|可以|行不行|能不能行?|能|行|成不成|成|合不合法|合法|合规|违法|犯法|允许|可行"
    r"|有没有问题|有问题|没问题|要紧"
    r"|真的假的|靠谱|有戏|给不给|好不好|怎么样|怎么看|该不该|要不要)"
    r"(?:给|卖|挂|做)?(?:他们?|它|人家|对方)?(?:[吗么嘛呢吧啊不没]|不能|不行)*$"
)
_FIRST = re.compile(
    r"第[1一]步|从(?:哪|什么地方|何处)|先(?:干|做|办|看|弄|要|该|从|去)|怎么(?:弄|办|开始|操作"
    r"|入手|搞|做|下手|起步)|咋(?:弄|办|整|搞)"
    r"|(?:要|得|需要?|该)(?:先)?(?:办|走|做|干)?(?:些|点)?(?:什么|啥|哪些|哪几样)(?:手续|准备"
    r"|东西|证|流程|步骤)?$|要注意|看(?:什么|哪)"
)
_REALLY_ASKS = re.compile(
    r"[吗呢么]$|是不是|能不能|算不算|要不要|需不需要|会不会|是否|能否|可否|怎么|怎样|如何"
    r"|为什么|为何|请问"
)
"""What asks in a clause, where 哪些, 几 and 谁 may only tell."""
_PEOPLE = re.compile(r"客人|学员|新人|妈妈|户|谁|人家|主人|病史|住址|姓名|顾客|选手|租客|粉丝")
_OF_SALE = re.compile(
    r"卖|挂牌|交易(?!所)|出售|产品|给[^,?]{1,12}(?:公司|厂|商家|机构)|\b(?:sell|sold|list(?:ed)?"
    r"|trade[ds]?)\b"
)
_OTHER_SIDE = re.compile(
    r"多久|多长|多少|几[天个]|什么时候|何时|卖给谁|给谁|值多|什么价|定价|收费|费用|交税"
    r"|哪[家种款]|买家在|有人买"
)
"""Another question than whether it may be and what comes first."""
_REMARK = re.compile(
    r"^(?:我们?|咱|也|都|真的?|这[个些]?|对|之前|以前|从来)*(?:不懂|没弄过|没卖过|没做过|不会"
    r"|不清楚|不太懂|头1?次|第1次|外行|小白|两眼1抹黑)"
    r"[^,]{0,8}$|^(?:谢谢|麻烦|急|在线等|帮[我忙看])[^,]{0,6}$"
)
_ELSE = re.compile(
    r"被|偷|泄露|泄漏|离职|投诉|举报|起诉|维权|告(?:他|你|它)|骗|罚|坐牢|侵权|辞退|盗"
    r"|身份证|护照|行踪|轨迹|通话|短信内容|密码|银行卡|账户|征信|监听|偷拍|跟踪|侦探|调查公司"
    r"|黑市|人肉|爬|抓取|黑客|买来|别人的"
    r"|国外|境外|海外|出境|外国|外企|外资|美国|日本|欧洲|孩子|儿童|未成年|小学|初中|幼儿|宝宝"
    r"|婴|政府|机关|局里|公共数据"
    r"|子公司|母公司|集团|已经?(?:挂|上架|卖|入驻)|挂了牌|上架了|入表|质押|融资|贷款|捐|免费"
    r"|发票|服务(?:可以|能|卖|$)|卖[^,]{0,8}服务"
    r"|前[男女]友|前妻|前夫|同事|邻居|亲戚|朋友|同学|老公|老婆|陌生人|在[^,]{1,6}上班|护士|贩子"
    r"|国家秘密|涉密|机密|军|深圳|北京|广州|贵阳|杭州|外地"
    r"|同意|授权|匿名|脱敏|去标识|打码|哈希|加密|重要数据|编造|造假|假的?(?:数据|记录)|公开"
    r"|网上|脚本|协议|合同|保密|模型|接口|语料|算法"
    r"|破产|清算|跳槽|东家|证书|许可|(?<!招)牌照|评估|审核|备案|入驻|撮合|经纪|数商|合规|标准"
    r"|法律"
    r"|规定|条例|换脸|外包|委托|资质|注册|产权"
    r"|个人信息|拍卖|vpn|总部|隐私|质量|没有?(?:收集到?)?数据|没(?:有)?(?:问|经|说|点头|签)"
    r"|国家安全|买了|转手|再卖|转卖|孙子|孙女|抹掉|抹去|去掉|删掉|开源|工具|汇总|统计|别家|国企"
    r"|监管|民政|基因|人脸|指纹|点子|创意|主意|想法"
)
"""What makes it another matter, with rules, a table or a refusal of its own."""

_TRADE_ENGLISH = re.compile(
    r"^(?:and |but |so |hello |hi )*(?:i|we)(?:'m|'re|'ve| (?!want|need|would|should|can|may|could"
    r"|do|did|might|must|will|think|heard|read|bought|buy)[a-z]+)\b|\b(?:my|our) \w+|\bhere at\b"
)
_HELD_ENGLISH = re.compile(
    r"\b(?:data(?:sets?)?|notes?|records?|logs?|readings?|sales|photos?|pictures|recordings?"
    r"|measurements?|tests?|figures|histor(?:y|ies)"
    r"|statistics|files|lists?|ledgers?|books|archives?|samples|recipes|formulas|designs|results|numbers|bookings|orders"
    r"|database|spreadsheets?)\b"
)
_WISH_ENGLISH = re.compile(
    r"\b(?:i|we)(?:'d| would)? (?:want|like|wish|hope|plan|intend)s? (?:to )?(?:sell|list|offer"
    r"|moneti[sz]e|trade)\b"
    r"|\b(?:i|we) want to (?:sell|list|offer)\b|\b(?:can|could|may|might|should) (?:i"
    r"|we) (?:sell|list|offer|share|give|moneti[sz]e|trade)\b"
    r"|\bhow (?:do|can|could|should) (?:i|we) (?:sell|list|offer|moneti[sz]e)\b"
    r"|(?:^|\b(?!(?:we|i)\b)\w+ )(?:wants?|would like|offers?|offered|asked|asks|is asking"
    r"|is willing|is interested|is keen)\b"
    r"[^.?!]{0,24}?\b(?:buy|pay|purchase|have|get|for|in|the|our|them|it)\b"
)
_BUYS_ENGLISH = re.compile(
    r"\b(?:i|we)(?:'d| would)? (?:want|need|like|wish|hope|plan)(?: to)? (?:buy|purchase|find"
    r"|get)\b|\blooking for\b"
    r"|\b(?:do|can|could) you (?:sell|have|offer)\b|\bis there (?:any|an?)\b|\bwhere can (?:i"
    r"|we) (?:buy|find|get)\b"
)
_ASKED_ENGLISH = re.compile(
    r"^(?:so |and |but |please |then )*(?:is (?:that|this|it)(?: (?:even|really))? (?:allowed"
    r"|ok|okay|legal|fine|possible|permitted|lawful)"
    r"|(?:may|can|could|should) (?:we|i)(?: (?:sell|list|offer|share|give|do|accept"
    r"|trade)\b.{0,40})?"
    r"|(?:where|how) (?:do|should|can|would) (?:we|i) (?:start|begin|go about|do|sell|list"
    r"|proceed).{0,50}"
    r"|what (?:is|'s|would be|comes|should|do) .{0,12}(?:first|next|do|check|need|start).{0,30}"
    r"|any (?:problem|rules).{0,12}"
    r"|(?:we|i) (?:have never|don't know|are not sure|am not sure).{0,40}|thanks?(?: you)?)$"
)
_ELSE_ENGLISH = re.compile(
    r"\b(?:neighbou?r\w*|colleagues?|friends?|ex|girlfriend|boyfriend|husband|wife|stole\w*|leak\w*"
    r"|complain\w*|sue|my boss|my employer|fine[ds]?|jail|prison|crime"
    r"|illegally|passports?|id (?:cards?|numbers?)"
    r"|social security|wiretap\w*|spy\w*|detective|passwords?|bank accounts?|credit (?:cards?"
    r"|reports?)|scrap\w*|bought from"
    r"|abroad|overseas|foreign|export\w*|child\w*|kids?|minors?|government|subsidiary"
    r"|parent company|already listed|donate|free of charge"
    r"|loan|balance sheet|services? (?:here|on))\b"
)


class Trade(msgspec.Struct, frozen=True):
    """A told case. ``before``: its clauses up to the wish, in which nothing is asked. ``question``:
    whether what is held may be sold, without who speaks and who wants it. ``whole``: nothing else
    is asked. ``of_people``: what is held shows people."""

    before: tuple[str, ...]
    question: str
    whole: bool
    of_people: bool


@functools.lru_cache(1024)
def told_trade(text: str) -> Trade | None:
    """The case that a seller tells in a text; ``None`` where none is, where somebody buys or
    complains, or where such a case has rules of its own."""
    text = visible(text).strip()
    return _read_english(text) if is_english(text) else _read(text)


def only_tells(clause: str, text: str) -> bool:
    """Whether a clause of a told case asks nothing, whatever stands in it (哪些表爱坏, 租几天)."""
    trade = told_trade(text)
    return trade is not None and any(clause in c or c in clause for c in trade.before)


def sells_such(question: str) -> bool:
    """Whether a question of the knowledge is whether such data may be sold, and no side of it."""
    question = normalise(question)
    return _OF_SALE.search(question) is not None and _OTHER_SIDE.search(question) is None


def _read(text: str) -> Trade | None:
    clauses = [c.strip() for c in _CLAUSES.split(text) if c.strip()]
    plain = [normalise(c) for c in clauses]
    if len(clauses) < _LEAST or _ELSE.search(normalise(text)) or any(map(_BUYS.search, plain)):
        return None
    first = next((n for n, c in enumerate(plain) if n and _wishes(c)), 0)
    before, behind = plain[:first], plain[first:]
    if not before or any(map(_REALLY_ASKS.search, before)):
        return None
    own = _OWN.search(normalise(text)) or _WHO.match(before[0])
    own = own or any(map(_OTHERS_WISH.search, behind))
    if not own:
        return None
    held = any(map(_HELD.search, before))
    if not held and _HELD.search(plain[first].replace("数据", "")) is None:
        return None
    skip = 1 if len(before) > 1 and (_WHO.match(before[0]) or not _HELD.search(before[0])) else 0
    skip, end = (skip, first) if held else (first, first + 1)
    other = any(map(_OTHER_SIDE.search, behind))
    whole = not other and all(
        _wishes(c) or _MAY.match(c) or _FIRST.search(c) or _REMARK.match(c) for c in behind
    )
    told = "，".join(clauses[skip:end])
    people = of_people(told) or _PEOPLE.search(normalise(told)) is not None
    asks_itself = not held and _MAY_SELL.search(plain[first]) is not None
    question = told if asks_itself else f"{told}，能卖吗"
    return Trade(tuple(clauses[:first]), question, whole, people)


def _wishes(clause: str) -> bool:
    """Whether a clause says that something is to be sold, or that somebody wants it."""
    wishes = _OWN_WISH.search(clause) or _OTHERS_WISH.search(clause)
    return bool(wishes) or _MAY_SELL.search(clause) is not None


def _read_english(text: str) -> Trade | None:
    clauses = [c.strip(" ,") for c in _CLAUSES_ENGLISH.split(text) if c.strip(" ,")]
    plain = [normalise(c) for c in clauses]
    whole_text = normalise(text)
    other = _ELSE_ENGLISH.search(whole_text) or _BUYS_ENGLISH.search(whole_text)
    if len(clauses) < _LEAST or other:
        return None
    first = next((n for n, c in enumerate(plain) if n and _WISH_ENGLISH.search(c)), 0)
    if not any(map(_TRADE_ENGLISH.search, plain[:first])):
        return None
    held = [c for c, p in zip(clauses[:first], plain, strict=False) if _HELD_ENGLISH.search(p)]
    if not held and _HELD_ENGLISH.search(plain[first]) is None:
        return None
    whole = all(_WISH_ENGLISH.search(c) or _ASKED_ENGLISH.match(c) for c in plain[first:])
    told = ", ".join(held or clauses[:first])
    people = of_people(told)
    return Trade(tuple(clauses[:first]), f"{told}. Can we sell them?", whole, people)
