"""What a buyer asks in loose speech: whether there is such data (we're looking for figures on milk
prices), whether they are any good, and, behind a wish to buy, whether they may be taken home or
sold on, what a buyer has to be (do we have to open a company first, 要不要是会员), and whether
there is any of what they spoke of (do you have anything like that listed, 那你们有这种数据吗). Each
is put in the words of what is held. Pure.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from dialog.reply.aspects import asks
from dialog.reply.kept import kept
from dialog.reply.own_goods import of_people
from dialog.reply.question import Exchange
from knowledge.answers.of_no_person import without_persons
from knowledge.answers.places_abroad import CHINESE_ABROAD, ENGLISH_ABROAD
from knowledge.text import is_english, normalise

_LONGEST = 40
"""Characters beyond which a text tells a case of its own; English has thrice as many."""
_BACK = 10
"""Exchanges back to which a wish to buy holds."""
_BUYS = re.compile(
    r"(?:想|要|打算|准备|来|找你们?|这[里儿边])(?:[^,。?]{0,4})(?:买(?![家方卖])|采购|购买)"
    r"|(?:我们?|咱们?|我司|公司)(?:就|只|其实|可)*是(?:1个|做)?(?:买[方家]|需方|采购方)|(?:我们?"
    r"|咱)(?:只|就)*买(?![家方卖])"
    r"|\b(?:buy|buyers?|buying|purchase|looking for|on the hunt for|in the market for|after some)\b"
)
_SELLS = re.compile(r"(?<![外专热])卖(?![方家])|挂牌|上架|\b(?:sell|selling|list our|list data)\b")
_LOOKS = re.compile(
    r"(?:(?:hi|hiya|hello|hey|so|well|right)[,.! ]+)*(?:i|we)(?:'m| am|'re| are)?(?: really"
    r"| also| just)* "
    r"(?:looking for|looking to (?:find|get|buy)|on the hunt for|in the market for"
    r"|hoping to (?:find|get|buy)|interested in|keen on|after)"
    r" (?:some |any |a bit of |a few |good )*(?:data(?:sets?)?|figures|numbers|statistics"
    r"|stats|information) (?:on|about|for|of|from|covering) "
    r"(?P<what>[a-z][a-z ,'-]{2,40}?)(?: in (?:china|shanghai|the country))?"
    r"(?:[,.;]* (?:is there )?(?:anything|something|any)(?: (?:like that|of the kind|going"
    r"|at all|there|along those lines|of that sort))*|[,.;]* (?:have you|do you have"
    r"|would you have|got) (?:any|anything|some|that|it)(?: like that)?)?[?.! ]*"
)
_WORDS = r"[a-z][a-z ,'&-]{1,40}?"
_FIGURES = r"(?:data(?: ?sets?)?|figures|statistics|stats|numbers|prices|rates|readings|records)"
_HAS = re.compile(
    r"(?:(?:hi|hiya|hello|hey|so|well|right|and|ok|sorry)[,.! ]+)*"
    r"(?:(?:(?:(?:do|would|might|could) you(?: guys| people| folks| lot)?(?: also| still| actually"
    r"| happen to| by any chance)*"
    r" (?:have|hold|offer|stock|carry|sell|keep|got)|have you(?: guys)?(?: got)?|(?:you )?got"
    r"|you have|(?:is|are) there"
    r"|any chance (?:that )?(?:you have|you've got|of)|anyone got)(?: (?:any|some|a bit of|the"
    r"|also|any of the))*|any) |(?=anything ))"
    rf"(?:(?:{_FIGURES}|anything|something)(?: at all)? (?:on|about|for|covering|regarding"
    rf"|concerning) (?P<what>{_WORDS})|(?P<thing>{_WORDS}) (?P<kind>{_FIGURES}))"
    r"(?: (?:here|on offer|for sale|available|at all|in china|in shanghai|in your catalogue"
    r"|to buy|please))*[?.! ]*"
)
"""Who asks whether there is data of a kind: do you have fishmeal price data."""
_MEASURED = re.compile(
    r"\b(?:volumes?|counts?|sales|traffic|yields?|levels?|costs?|shipments|harvests?|imagery)$"
)
_NO_GOODS = re.compile(
    r"\b(?:me|my|mine|myself|us|our|ours|you|your|him|her|them|it|this|that|these|those|rules?"
    r"|laws?|regulations?"
    r"|guid\w+|templates?|contracts?|examples?|samples?|requirements?|protection|security|privacy"
    r"|breach\w*|data exports?|exporting"
    r"|fees?|fines?|penalt\w+|cases?|documents?|forms?|steps|lists?|people|personal|trading|trade"
    r"|exchange|vendors?"
    r"|compliance|how|what|who|when|where|why|consent|phone|members?|listing|asset\w*|opening"
    r"|contact|staff)\b"
)
"""What asks for something else than goods."""
_GOOD = re.compile(
    r"(?:and |but |so |well |then |[, ])*(?:how (?:do|would|can|could|will) (?:i"
    r"|we)(?: ever)? (?:know|be sure|tell|check|trust)(?: that| if| whether)? (?:it|they"
    r"|the data|the figures|the numbers|what (?:i|we) (?:get|buy)|that|this)(?:'s| is|'re"
    r"| are|'ll be| will be)?(?: not| any| really| all)*"
    r" (?:rubbish|good|any good|real|accurate|right|genuine|made up|fake|reliable|correct"
    r"|sound|up to scratch|worth it|true|nonsense|junk)"
    r"|(?:is|are|will) (?:it|they|the data|the figures|your data)(?: be)? (?:any good"
    r"|reliable|accurate|genuine|real|to be trusted|trustworthy)"
    r"|(?:who|does anyone|do you) (?:vouch(?:es)?|guarantees?|checks?|stands?) (?:for "
    r"|behind |over )?(?:it|them|the data|the quality|that))[?.! ]*"
    r"|(?:那|可是?|我)*(?:怎么|咋|如何)(?:才)?(?:能)?(?:知道|保证|晓得|判断)(?:这|它|买(?:到"
    r"|来)的|数据|东西|里面)*(?:的)?(?:是|不是|是不是|靠不靠谱|准不准|真不真|对不对|好不好|真的"
    r"|假的|准的|垃圾|靠谱|有没有水分)+(?:的|呢|啊|吗|[?？。])*"
    r"|(?:那|这|数据|你们的?|买来的?)*(?:准不准|准吗|靠不靠谱|靠谱吗|真不真|有没有水分"
    r"|是真的吗)(?:啊|呢|呀|[?？。])*"
)
_QUALITY = (
    "交易所为数据的真实和质量担保吗？",
    "Does the exchange guarantee that data is true and good?",
)
_HOME = re.compile(
    r"(?:and |but |so |then |well |ok |[, ])*(?:can|could|may|might|are|would) (?:we|i"
    r"|they)(?: then| also| be able to| allowed to)* (?:take|bring|carry|send|get|ship|use"
    r"|have)"
    r"(?: (?:it|them|that|this|those|all that|the (?:data|figures|prices|files|lot|results"
    r"|reports?)))(?: (?:all|back|over|out|with us))* (?:home|abroad|overseas"
    r"|out of (?:china|the country)|(?:to|in|at|over to|back to) (?:our "
    rf"|the )?(?:head ?office|headquarters|home|parent|{ENGLISH_ABROAD}))\b[a-z ,]{{0,30}}[?.! ]*"
    r"|(?:那|买(?:了|来|完|下来)?(?:的)?(?:数据)?|以后|之后|这些?|数据|我们?|[, ])*(?:能不能"
    r"|可不可以|能|可以)(?:把|将|它|数据)*(?:带|拿|传|发|弄)(?:回|到|去|给)*(?:国外|境外"
    rf"|海外|外国|总部|老家|{CHINESE_ABROAD})(?:去|来|用|那边|总部|公司)*(?:吗|不|么|呢|啊"
    r"|[?？。])*"
)
_TAKEN_HOME = (
    "在这里买的数据能带出境、给国外总部用吗？",
    "May data bought here leave China, for instance to a head office abroad?",
)
_ON = re.compile(
    r"(?:and |but |so |then |well |[, ])*(?:can|could|may|might|would) (?:we|i) (?:then "
    r"|also |even )?(?:be able to )?(?:re-?sell|sell|pass|hand) (?:it|them|that|this"
    r"|the (?:data|figures|prices))(?: on)?(?: (?:to|on to) [a-z' -]{2,40})?(?: (?:back home"
    r"|at home|again|afterwards|after|later))*[?.! ]*"
)
_NO_ENTITY = re.compile(
    r"(?:but |and |well |though |[, ])*(?:we|i)(?:'ve| have|'re| are| do not have"
    r"| don't have)?(?: got)?"
    r" (?:no|not any|not a|without an?|any|a) (?:company|firm|entity|branch|office|subsidiary"
    r"|registration)"
    r"(?: of our own| registered)? (?:in|here in) (?:china|shanghai|mainland china)(?: at all"
    r"| whatsoever| yet)*"
    r"[,.;]* (?:and |so )?(?:is (?:that|this|it) (?:a |an )?(?:problem|issue|ok|okay|allowed"
    r"|obstacle|all right)"
    r"|does (?:that|it) matter|can we (?:still )?(?:buy|join|come)|would that (?:be a problem"
    r"|matter))\b[a-z ]{0,20}[?.! ]*"
)
_FIRST_A_COMPANY = re.compile(
    r"(?:那么?|我们?|咱们?|我这种|请问|买(?:的话|之?前|数据)?|[, ])*(?:是不是|要不要|用不用"
    r"|需不需要|必须|得|还?要|需要|非得|一定要)+"
    r"(?:先|在|到|国内|中国|上海|你们这|这[里儿边]?|境内|是|有|注册|成立|开|办|设立|设|搞|弄"
    r"|[1一]?[家个])*"
    r"(?:公司|企业|法人|实体|执照|营业执照)(?:才(?:能|可以|行)|买|来|才|能|可以|数据|行"
    r"|[吗么呢啊不的?。! ])*"
    r"|(?:那么?|我们?|请问|[, ])*(?:个人|自然人|个体户?|我?[1一]个人|我自己|私人)(?:的?名义"
    r"|身份)?(?:也|就|来)*(?:能|可以|行|成)(?:不能|不可以|不行)?"
    r"(?:来|在这)?(?:买|采购)?(?:数据)?[吗么呢啊不的?。! ]*"
    r"|(?:那么?|我们?|咱们?|如果|要是|[, ])*(?:没(?:有)?|不是)(?:注册|成立|办)?(?:过)?(?:公司"
    r"|企业|执照)(?:的|的话|,)*(?:也|还)?(?:能|可以|行)"
    r"(?:不能|不可以|不行)?(?:来|在这)?(?:买|采购)?(?:数据)?[吗么呢啊不的?。! ]*"
    r"|(?:and |but |so |then |well |first |[, ])*(?:do|must|should|would|will) (?:we|i)(?: first"
    r"| really| then| still)* (?:have to |need to |got to |be required to |want to )?(?:first )?"
    r"(?:open|set up|found|register|create|start|form|establish|incorporate|be|have|own|own up)"
    r" (?:an? |our own |some |up )*(?:[a-z]+ )?(?:company|firm|entity|business|branch|subsidiary"
    r"|office)"
    r"(?: (?:in|here|there|over here|inside|within|first|beforehand|china|shanghai|the mainland"
    r"|mainland"
    r"|of our own|to buy|for that|for this|before we buy|before buying|data|anything))*[?.! ]*"
)
"""Who asks whether there must be a company first."""
_MEMBER = re.compile(
    r"(?:那么?|我们?|咱们?|请问|买(?:的话|之?前|数据)?|[, ])*(?:(?:是不是|要不要|用不用|需不需要"
    r"|必须|得|还?要|需要|非得|一定要)+"
    r"(?:先|是|成为|当|加入|办|入|注册|做|你们的?|[1一]?个|数商|或者?)*(?:会员|入会|注册|入驻"
    r"|开户|账号|数商)"
    r"|不是会员(?:也|还)?(?:能|可以)(?:不能)?)(?:才(?:能|可以|行)|买|来|才|能|可以|数据|吗|么|呢"
    r"|啊|不|的|[?。! ])*"
    r"|(?:and |but |so |then |well |[, ])*(?:(?:do|must|should) (?:we|i)(?: first)? (?:have to "
    r"|need to )?"
    r"(?:be(?:come)?|join|register|sign up|get|open|have)(?: (?:as|an?|the|your|here|first"
    r"|with you))*"
    r" ?(?:members?|membership|account|registered)?|is membership (?:needed|required|necessary))"
    r"(?: (?:first|here|to buy|for that|before we buy|before buying|with you|of the exchange"
    r"|anything|data))*"
    r"[?.! ]*"
)
"""Who asks whether a buyer joins or registers first."""
_OPENED = (
    "个人买数据要先注册、入驻吗，个体户能买吗？",
    "Can a foreign company buy data here?",
)
_JOINED = (
    "只买数据不卖，也要入驻吗，要交什么？",
    "We only buy data. Must we still be admitted, and with what documents?",
)
_FROM_HERE = "外国公司可以在这里买数据吗？"
_OUTSIDE = re.compile(
    r"在?(?:国内|中国|境内|大陆)|\b(?:in|inside) (?:china|shanghai|the mainland|mainland china)\b"
)
_OF_NOBODY = (
    "不含个人信息的商业数据出境要评估吗？",
    "Does business data without personal information need an assessment?",
)
_LIKE_THAT = re.compile(
    r"(?:那么?|好的?|嗯|哦|所以|请问|你们?|您|贵所|交易所|平台|目录|这|那|上面?|里面?|[里儿边]"
    r"|现在|目前|真的?|到底|实际上?|究竟|在|[, ])*"
    r"(?:有没有|有(?=.*(?:[吗么没]|$)))(?:在)?(?:卖|挂|上架|现成)*(?:的)?"
    r"(?:这种|这样|这类|类似|那种|那类|此类|这些|那些|我(?:刚才)?(?:说|要|讲|想要)的?)(?:这种"
    r"|那种|这类)?的?"
    r"(?:数据|产品|东西|报告|统计|现货)?(?:可以|能)?(?:卖|买|挂着)?(?:的)?(?:[吗么没呢啊呀]"
    r"|没有)*[?。! ]*"
    r"|(?:(?:and|but|so|well|then|ok(?:ay)?|right|great|good|thanks|thank you|now)[,. ]+)*"
    r"(?:(?:do|would|did|have) (?:you|they)(?: guys| people)?|(?:is|are) there|you(?: guys)?"
    r"|does the (?:exchange|platform|catalogue))(?: (?:actually|really|even|currently|already"
    r"|in fact"
    r"|happen to|by any chance|also|now|today))*(?: (?:have|got|list|sell|stock|hold|offer))?"
    r"(?: (?:got|listed))? (?:(?:any|some)(?:thing|(?: data| products?)?)?(?: at all)?"
    r" (?:like (?:that|this|those|it)|of (?:that|the|this) (?:sort|kind|type)|similar|along those"
    r" lines)|any of (?:that|those|this|it)|such (?:data|figures|products?|things?|a thing)"
    r"|(?:that|those) (?:data|figures|kind of (?:data|thing)))"
    r"(?: (?:actually|listed|for sale|available|there|here|on offer|in stock|to buy|at all|now"
    r"|(?:on|in) (?:the|your) (?:site|platform|exchange|catalogue|catalog|list)))*[?.! ]*"
)
"""What asks whether there is any of what was spoken of."""
_SPOKEN = re.compile(
    r"\b(?:data|figures|statistics|stats|numbers?|totals?|information)(?: sets?)? (?:on|about|of"
    r"|for"
    r"|covering) (?:the |all )?(?P<on>[a-z][a-z &'-]{2,40}?)(?= (?:in|per|by|from|across|for|over"
    r"|at"
    r"|and where|that|which|to)\b|[,.?!;:]|$)"
    r"|\b(?P<thing>(?!(?:buy|sell|want|get|see|find|purchase)\b)[a-z]+"
    r"(?: (?!(?:buy|sell|get|see|find|purchase)\b)[a-z]+)?) (?:data(?: ?sets?)?|figures"
    r"|statistics)\b"
)
_SPOKEN_CHINESE = re.compile(
    r"(?:买(?:到|点|些)?|采购|找|需要|想要|要|关于|有没有|有)(?!卖"
    r"|买)(?P<on>[^,。?!的买卖要想]{2,14}?)"
    r"的?(?:数据|统计|总数|报告|指数|名单)"
    r"|(?:^|[,。?!])(?:我们?|咱们?)?(?P<thing>[^,。?!的买卖要想我们]{2,12}?)的?(?:数据|统计|总数"
    r"|报告|指数)"
)
_NO_THING = re.compile(
    r"^(?:any|some|the|our|your|their|that|this|such|more|other|what|which|my|of|to|and|or|for|from"
    r"|in|on|with|we|i|you|can|want|need|get|find|customer|staff|employee|these|those|raw|no|all"
    r"|chinese|personal)(?: |$)|\b(?:buy|buying|sell|selling|purchase|find|get|have|need)\b"
    r"|这|那|什么|哪|你们|个人|客户|员工"
)
"""What names no thing that a catalogue may have."""
_THINGS_BACK = 4
"""Exchanges back to which a thing may have been spoken of."""
_FROM_ABROAD = "Can a foreign company buy data here?"
_RESOLD = "May bought data be resold?"


def as_buyer_asks(text: str, exchanges: Sequence[Exchange]) -> str:
    """What a buyer asks, in the words of what is held; empty for any other text."""
    plain = normalise(text).strip()
    english = is_english(plain)
    if len(plain) > _LONGEST * (3 if english else 1):
        return ""
    looks = _LOOKS.fullmatch(plain) if english else None
    if looks is not None:
        what = looks["what"].strip(" ,")
        return f"Do you have {what} data?"
    if english and (goods := _goods_asked(plain)):
        return f"Do you have {goods} data?"
    if not _buying(exchanges):
        return ""
    if _LIKE_THAT.fullmatch(plain) and (thing := _thing_spoken_of(exchanges)):
        return (
            f"有没有{thing}数据"
            if re.search(r"[\u4e00-\u9fff]", thing)
            else f"Do you have {thing} data?"
        )
    if _GOOD.fullmatch(plain):
        return _QUALITY[int(english)]
    if _HOME.fullmatch(plain):
        return _TAKEN_HOME[int(english)]
    if _tells_of_nobody(plain) and _HOME.fullmatch(normalise(exchanges[-1].question).strip()):
        return _OF_NOBODY[int(english)]
    if _NO_ENTITY.fullmatch(plain):
        return _FROM_ABROAD
    if _FIRST_A_COMPANY.fullmatch(plain):
        abroad = not english and _OUTSIDE.search(plain) is not None
        return _FROM_HERE if abroad else _OPENED[int(english)]
    if _MEMBER.fullmatch(plain):
        return _JOINED[int(english)]
    return _RESOLD if english and _ON.fullmatch(plain) else ""


def _goods_asked(plain: str) -> str:
    """The goods of which an English text asks whether there is data."""
    read = _HAS.fullmatch(plain)
    if read is None:
        return ""
    what = (read["thing"] or read["what"]).strip(" ,")
    if not (re.search(_FIGURES, plain) or _MEASURED.search(what)):
        return ""  # Anything on cookies may be a rule.
    kind = (read["kind"] or "").rstrip("s")
    named = f"{what} {kind}" if kind in ("price", "rate") else what
    return "" if _NO_GOODS.search(what) or of_people(what) else named


def _thing_spoken_of(exchanges: Sequence[Exchange]) -> str:
    """The thing that a buyer last spoke of; empty where items of the catalogue were shown since,
    which are meant then."""
    for exchange in reversed(exchanges[-_THINGS_BACK:]):
        if any(e.startswith("product.") for e in exchange.entries):
            return ""
        plain = normalise(exchange.question)
        shape = _SPOKEN if is_english(plain) else _SPOKEN_CHINESE
        named = ((m["on"] or m["thing"]).strip() for m in shape.finditer(plain))
        if thing := next((n for n in named if not _NO_THING.search(n)), ""):
            return thing
    return ""


def _tells_of_nobody(plain: str) -> bool:
    """Whether a text says that nobody is in the data, and asks nothing."""
    return not asks(plain) and "?" not in plain and without_persons(plain) != plain


def _buying(exchanges: Sequence[Exchange]) -> bool:
    """Whether the last side that was told is a buyer's."""
    for exchange in reversed(exchanges[-_BACK:]):
        if _sold(exchange.question):
            return False
        if _bought(exchange.question):
            return True
    return False


@kept
def _bought(question: str) -> bool:
    return _BUYS.search(normalise(question)) is not None


@kept
def _sold(question: str) -> bool:
    plain = normalise(question)
    return _SELLS.search(plain) is not None and _ON.fullmatch(plain) is None
