"""Who tells what sort of company they are, and asks whether they may come (我们是外商独资的，
能不能来; 公司刚注册半个月，能进来卖数据不; we're 100% Japanese-owned, is that a problem?): it is
asked for themselves, and what such companies must meet answers it. Pure.

Searched, 卖数据 leads to what holds of any data, which nobody asked for.
"""

from __future__ import annotations

import re

from dialog.reply.idle_clauses import spaced
from dialog.reply.kept import kept
from dialog.reply.own_goods import of_people
from knowledge.text import is_english, normalise

_LONGEST = 40
"""Characters beyond which a text tells a case of its own; English has thrice as many."""
_COUNTRY = (
    r"(?:外国|境外|海外|日本|美国|德国|法国|英国|韩国|新加坡|欧洲|瑞士|荷兰|意大利|澳洲|加拿大|印度"
    r"|香港|澳门|台湾|马来西亚|泰国)"
)
_FOREIGN = (
    rf"外商(?:独资|投资|控股)|(?<!内)外资|外企|(?:中外)?合资|[日美德法英韩港台澳侨]资|{_COUNTRY}(?:人|公司|企业|集团)?(?:全资|独资|控股|投资|入股|开的|出资)"
    rf"|(?:股东|老板|母公司|总部|大股东)(?:都)?(?:是|在){_COUNTRY}(?:人|的|公司)?"
)
_NEW = (
    r"(?:刚|才|新)(?:刚)?(?:注册|成立|开张|开业|办|起步|拿到执照|领执照|下执照)|(?:注册|成立|开业|开张)(?:才|了|还|刚|不到|没到|没)+"
    r"|(?:执照|公司)[^,]{0,6}(?:刚|才)(?:下来|拿到|办)|新(?:公司|企业)|初创|创业公司|(?:公司|企业)(?:刚|才)(?:注册|成立|开)"
)
_SMALL = (
    r"小(?:公司|工作室|企业|店|作坊|团队|厂)|小微|(?:就|只有|才|总共"
    r"|一共)(?:我们)?[1-9一二两三四五六七八九十几][0-9十]?(?:几|来)?个?人|工作室|个把人|夫妻店"
)
_OTHER = (
    r"合伙(?:企业)?|国企|央企|国有|民企|民营|私企|私营|股份(?:制|公司)|有限公司|上市公司"
    r"|集团(?:公司)?|子公司|控股公司|家族企业|校办企业|混合所有制"
)
_NO_COMPANY = r"合作社|协会|基金会|社会团体|民非|民办非企业|民办(?:的|园|幼儿园|学校)?|行业学会"
_INSTITUTION = r"事业单位|(?:公立|三甲)?医院|高校|大学|研究[所院]"
_ANY_TRADE = "什么行业的公司都能入驻吗，中介、物业、餐饮这些行吗？"
_TRADES = re.compile(r"[卖买挂想]|上架|交易|数商")
"""What is asked of data, and hangs on what they are; or a wish, whose steps are told."""
_KINDS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("在国内注册的外资公司可以入驻吗？", re.compile(_FOREIGN)),
    ("新公司能入驻吗？入驻怎么办理？", re.compile(_NEW)),
    ("合作社、协会、基金会这类不是公司的单位，能卖数据吗？", re.compile(_NO_COMPANY)),
    ("高校、医院这类事业单位能入场吗？", re.compile(_INSTITUTION)),
    ("小公司或者外地公司能来入驻、挂牌吗？", re.compile(_SMALL)),
    ("入驻要满足什么条件？", re.compile(_OTHER)),
    (_ANY_TRADE, re.compile(r"(?:是|做|搞|开|干)(?:做|搞|开|干)?[^,。?是]{1,8}的")),
)
_OWN = re.compile(
    r"^(?:您好|你好|请问|那么?|我想问[下]?|想问[1一]?下|问[1一]?下|[, ])*(?:我们?|咱们?|俺们?"
    r"|我[司所]|本公司|本单位|公司|企业|单位|自己|股东|老板|母公司|总部|执照)"
)
_MAY = (
    r"(?:能不能|可不可以|行不行|是不是(?:也)?(?:能|可以)|让不让|给不给|收不收|要不要|能否|可否|能"
    r"|可以|想|够不够资格|有没有资格)"
)
_COMES = (
    r"(?:到|来|在)?(?:你们?|您|这|咱们?)?(?:这[里儿边]?|那[里儿边]?|平台|交易所)?"
    r"(?:进来|进去|进场|入场|入驻|加入|参加|参与|报名|开户|注册|办|做(?:交易|数商|买卖)?|交易|挂(?:个)?牌|上架|卖(?:点|些)?(?:数据|东西)?|买(?:点|些)?(?:数据|东西)?|来|进|玩|搞|当(?:个)?(?:数商|会员|卖家|买家|供方))"
)
_DEED = re.compile(
    rf"(?:那|这样|这种|像我们|我们?|咱们?|也|还|就|都|到底|是不是|请问|数据)*{_MAY}(?:也|都|就|还|直接|不)?(?:{_COMES}){{1,3}}"
    r"(?:不能|不行|不让)?(?:的)?(?:吗|么|嘛|不|没|呢|吧|啊|呀|行不行|可以不|可以吗|成不|行吗"
    r"|[?？。! ])*"
    r"|(?:有(?:没有)?(?:什么|啥)?(?:限制|要求|影响|问题|妨碍)|有影响|碍事|行不行|行|可以"
    r"|可不可以|成不成|要紧|够格|够资格|收)(?:吗|么|不|呢|吧|啊|[?？。! ])*"
)
_ALONE = re.compile(
    r"(?:行不行|行|可以|可不可以|成不成|有影响|碍事|要紧)(?:吗|么|不|呢|吧|啊|[?？。! ])*"
)
_WISHES_IN = re.compile(rf"(?:想|打算|准备|要)(?:{_COMES}){{1,3}}(?:的)?$")
_PARTS = 2
"""Clauses of who tells a trade: who they are, and whether they may come."""
_HELD = re.compile(
    r"(?:有|存|攒|记|手里|手上|积累)[^,]{0,12}(?:数据|记录|资料|信息|台账|档案|名单|轨迹|照片|病历)|个人信息|境外|出境|传给|总部(?:要|看|查)"
)
_ELSE = re.compile(
    r"多久|多少|什么时候|怎么|哪些|材料|费|钱|谁|数商要|税|国际板|没有?(?:在)?(?:国内|中国)(?:注册|公司|实体)"
)
_CLAUSES = re.compile(r"[,，。;；?？!！\n]+\s*")

_FOREIGN_EN = (
    rf"{_FOREIGN}|foreign[- ](?:owned|invested|funded|held)|wholly foreign|wfoe|joint venture"
    r"|(?:\d+ ?%"
    r"|fully|wholly|majority)[- ]?(?:[a-z]+ly )?(?:[a-z]+)[- ]owned|[a-z]+ese-owned"
    r"|[a-z]+(?:an|ish|ch|sh)-owned"
    r"|(?:subsidiary|arm|affiliate) of an? [a-z]+ (?:group|company|firm|bank)"
    r"|(?:our )?(?:parent|owner|shareholder)s? (?:is|are|company is|sits) (?:in |from "
    r"|an? )?[a-z]+"
)
_NEW_EN = (
    r"(?:just|only|newly|recently) (?:been )?(?:registered|founded|set up|started|incorporated"
    r"|opened)|start-?up|(?:two|three|few|\d+) (?:weeks?|months?|days?) old|brand new"
)
_SMALL_EN = (
    r"small (?:company|firm|business|shop|outfit)|(?:only|just) (?:\w+ )?(?:of us|people|persons"
    r"|staff)|one-man|two-person|tiny|family business"
)
_OTHER_EN = (
    r"partnership|state-owned|private company|limited company|listed company|holding company"
    r"|co-?op(?:erative)?|charity|non-?profit|ngo"
)
_KINDS_EN: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("May a foreign-owned company registered in China join?", re.compile(_FOREIGN_EN)),
    (
        "May a small company, or one from outside Shanghai, join and list?",
        re.compile(f"{_NEW_EN}|{_SMALL_EN}"),
    ),
    ("Which conditions must be met for admission?", re.compile(_OTHER_EN)),
)
_OWN_EN = re.compile(r"\b(?:we|we're|we've|our|i'm|i am|i|my)\b")
_DEED_EN = re.compile(
    r"(?:so |and |but |then |would |well )*(?:(?:can|may|could|are) we (?:still |also |even "
    r"|allowed to |able to )*(?:join|come(?: in)?|sell|list|trade|take part|register|apply"
    r"|use|be admitted|be members?|do business|buy)\b[a-z' ]{0,30}"
    r"|is (?:that|this|it) (?:a |an |any )?(?:problem|issue|obstacle|ok|okay|allowed|alright"
    r"|all right|fine)\b[a-z ]{0,24}|does (?:that|it|this) (?:matter|rule us out|exclude us"
    r"|stop us)\b[a-z ]{0,16}"
    r"|(?:do|would|will) you (?:take|accept|have|let)\b[a-z ]{0,30}|are we (?:welcome"
    r"|eligible|allowed|too (?:new|small))\b[a-z ]{0,16})[?. ]*"
)
_HELD_EN = re.compile(
    r"\b(?:records?|readings?|patients?|customers?|personal|abroad|overseas|send|transfer"
    r"|export)\b|\b(?:our|the|have|of) [a-z ]{0,16}data\b"
)

_OFFERS = re.compile(
    r"(?:把|将|卖|挂牌|上架|出售)?(?P<thing>(?:(?![把将卖想要能在是的我你您给批些点])[^,。;?!]){0,8}?(?:数据|读数|记录|日志|统计))"
    r"(?=[^,。;?!]{0,16}(?:卖|挂牌|上架|出售)|(?<=卖)|[,。;?!吗]|$)"
)
_OFFERS_EN = re.compile(
    r"\b(?:sell(?:ing)?|list(?:ing)?|offer(?:ing)?|moneti[sz]e) (?:some |the |our |all |of |my "
    r"|own |this )*"
    r"(?P<thing>(?:(?!data\b)[a-z-]+ ){0,3}?(?:data|readings|logs|records|statistics|figures)"
    r"(?: (?:of|from|about) (?:the |our |all )*(?:[a-z-]+ )?(?:machines?|sensors?|plants?"
    r"|equipment|devices?|lifts"
    r"|elevators?|turbines?|pumps?|lines?|factory|robots?|weather|traffic|ports?|stores?))?)\b"
)
_ALLOWED_EN = re.compile(
    r"\b(?:may|can|could) (?:we|our)\b|\b(?:is|are|be) (?:(?:it|that|this|we) )?(?:possible"
    r"|allowed|ok|okay"
    r"|permitted|legal|fine|a problem)\b|\b(?:possible|allowed)[? ]*$"
)
_ALLOWED = re.compile(r"能不能|可不可以|行不行|可以|能卖|能挂|[行能]吗|允许|让不让|成不成")
_SOLD_BY_US = re.compile(r"(?<![外专热])卖(?![方家点场])|挂牌|上架|出售")
_BARE = ("data", "the data", "数据")


@kept
def as_foreign_seller(text: str) -> str:
    """Both that is asked by who tells that they are foreign-owned and asks whether they may sell
    data that they name: whether such data may be sold, and whether such a company may; empty for
    others. Data of people have rules of their own."""
    plain = spaced(normalise(text).strip())
    english = is_english(plain)
    if len(plain) > _LONGEST * (5 if english else 2) or of_people(plain) or _ELSE.search(plain):
        return ""
    allowed = _ALLOWED_EN if english else _ALLOWED
    foreign = re.search(_FOREIGN_EN if english else _FOREIGN, plain)
    own = _OWN_EN if english else re.compile(r"我们?|咱们?|公司|老板")
    if foreign is None or allowed.search(plain) is None or own.search(plain) is None:
        return ""
    company = (_KINDS_EN if english else _KINDS)[0][0]
    if english:
        read = _OFFERS_EN.search(plain)
        if read is None:
            return ""
        return company if read["thing"] in _BARE else f"Can we sell {read['thing']}? {company}"
    if _SOLD_BY_US.search(plain) is None:
        return ""
    things = [m["thing"] for m in _OFFERS.finditer(plain)]
    if not things:
        return ""
    return company if things[0] in _BARE else f"我们能卖{things[0]}吗？{company}"


@kept
def as_own_company(text: str) -> str:
    """The question of what the asker's sort of company must meet to come; empty where a text asks
    anything else, or tells what data it has."""
    plain = spaced(normalise(text).strip())
    english = is_english(plain)
    if len(plain) > _LONGEST * (3 if english else 1):
        return ""
    if english:
        return _in_english(plain)
    if _OWN.search(plain) is None or _HELD.search(plain) or _ELSE.search(plain):
        return ""
    clauses = [c for c in _CLAUSES.split(plain) if c]
    kind = _kind(plain, _KINDS)
    if not kind or (kind == _ANY_TRADE and (len(clauses) < _PARTS or _TRADES.search(plain))):
        return ""
    if len(clauses) == 1:
        return kind if _ends_in_deed(clauses[0]) else ""
    first, behind = clauses[0], clauses[1:]
    told = [c for c in behind if not (_DEED.fullmatch(c) or _WISHES_IN.fullmatch(c))]
    comes = any(_DEED.fullmatch(c) for c in behind[-1:])
    only_may = _ALONE.fullmatch(behind[-1]) is not None
    wished = any(_WISHES_IN.fullmatch(c) for c in behind) or _ends_in_deed(first)
    told_kind = all(_kind(c, _KINDS) or len(c) <= 8 for c in told)
    return kind if comes and told_kind and (not only_may or wished or len(behind) == 1) else ""


def _ends_in_deed(clause: str) -> bool:
    """Whether a clause that tells a kind ends in asking whether such may come."""
    spans = [m.end() for _, shape in _KINDS for m in shape.finditer(clause)]
    if not spans:
        return False
    rest = clause[max(spans) :].lstrip(
        "的企业公司单位了年个月天多来 0123456789一二两三四五六七八九十半"
    )
    return _DEED.fullmatch(rest) is not None and _ALONE.fullmatch(rest) is None


def _kind(plain: str, kinds: tuple[tuple[str, re.Pattern[str]], ...]) -> str:
    return next((question for question, shape in kinds if shape.search(plain)), "")


def _in_english(plain: str) -> str:
    kind = _kind(plain, _KINDS_EN)
    if not kind or _OWN_EN.search(plain) is None or _HELD_EN.search(plain):
        return ""
    clauses = [c.strip() for c in re.split(r"[,.;?!]+|\b(?:and|so|but)\b", plain) if c.strip()]
    return kind if len(clauses) > 1 and any(_DEED_EN.fullmatch(c) for c in clauses[1:]) else ""
