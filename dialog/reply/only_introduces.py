"""A text that only tells who is there (我们是做充电桩的，在上海有3000个桩; we run a chain of gyms),
and neither asks nor wishes for anything. Pure.

Searched, it is near anything of its trade, and "I do not know" answers a question that nobody
asked: a receptionist asks what the visitor has come for, and hears the next question as theirs.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from dialog.reply.aspects import asks
from dialog.reply.fields_told import as_told
from dialog.reply.question import Exchange
from dialog.reply.turned_side import side_told
from knowledge.text import is_english, normalise, visible

_LONGEST = 60
"""Characters beyond which a text tells a case of its own; English has thrice as many."""
_HELLO = r"(?:您好|你好|哈[喽啰]|老师好?|早上好|[上下中]午好|早|嗨|[,.!。 ])*"
_SELF = (
    r"(?:我[这那]边|我们?家|我们?|咱们?|我司|我所|本公司|本单位|这边|俺们?|公司|单位|企业|目前|现在|主要|就"
    r"|也|都|还|总部|老板|领导|手[里上头]|店里|厂里|平时|[, ])+"
)
_BEING = re.compile(
    rf"{_HELLO}(?!(?:还|也|都|就|,)+有){_SELF}(?:是(?!不是|否)|做|在(?!哪)|从事|经营|运营|开了?|有(?!点|些|没)|办[了着起]?(?=\d*[家所间座])|来自|负责|叫|搞"
    r"|管着?|代表|专门?做|属于|刚成立|成立)"
)
_BEING_ENGLISH = re.compile(
    r"(?:(?:hi|hiya|hello|hey|good (?:morning|afternoon|evening))(?: there)?[,.! ]+)?"
    r"(?:(?:i|we)(?:'m|'re| am| are| restore| repair| fix| grow| breed| brew| print| rent| bake"
    r"| teach| build| clean| carry| ship| install| maintain| keep| raise| produce| organi[sz]e"
    r"| design| deliver| train| publish| record| treat| service| supply| run| own| have| work"
    r"| operate| manage| make| represent| come from| study| sell| build)"
    r"|(?:my|our) (?:company|firm|team|business|school|hospital|boss|client|clinic|shop|store"
    r"|factory|plant|bank|platform|hotel|restaurant|agency|university|museum|institute)\b"
    r"|this is)\b"
)
_WISHES = re.compile(
    r"想|要(?![点闻素件])|需要|希望|打算|准备|请(?!假)|帮|麻烦|能(?![源力耗量])|可以|告诉|推荐"
    r"|介绍|看看|咨询|了解|打听|问|求|找|办(?!公|[了着起]?\d*[家所间座])|卖|买(?!家|方)|挂牌|入驻|入表|出境"
    r"|\b(?:want|need|would like|'d like|wish|hope|plan|looking (?:for|to)|wonder|interested"
    r"|thinking of (?:selling|listing|joining|buying)|ask|help|advice|how|what|which|may|can|could"
    r"|should|sell (?:our|my|the|this|that|these) data|list|join|buy|export|transfer)\b"
)
"""What wishes for something, or names what the desk does."""
_TROUBLE = re.compile(
    r"被|泄|偷|骗|丢|罚|投诉|举报|[坏错气烦怕急]|死|没|不|[吗呢?]"
    r"|\b(?:leak\w*|stole\w*|fraud|fined?|complain\w*|wrong|hacked|breach\w*|not|no|never|lost|angry"
    r"|afraid|worried|sorry|fed up|sick|tired)\b|n't\b"
)
_DEED = (
    r"(?:卖|卖钱|换钱|赚钱|出售|交易|挂牌|上架|变现|入驻|入场|加入|入表|出境|登记|[做当]数商"
    r"|成为数商|融资)"
)
_DEED_ALONE = re.compile(
    rf"(?:那|我们?|咱们?|这些?|这样|它们?|数据|可以|能不能|可不可以|能|是不是|都|也|想要?|打算|[,])*"
    rf"(?:拿来|拿去|用来)?{_DEED}(?:掉|出去|给你们|到?你们这[里儿]?)?"
    rf"(?:[吗么嘛不呢啊?。,]|可以|能?不?行|成|合法|允许)*"
    r"|(?:so |and |then |well |[, ])*(?:can|may|could) (?:we|i) (?:also )?"
    r"(?:sell|list|trade|join|use)"
    r"(?: (?:it|that|this|them|those|these|our data|the data|here|there))*[?. ]*"
)
"""What asks whether a thing of the desk may be done, and names nothing of its own."""
_SALE = r"(?:卖(?:出去|掉|数据)?|卖钱|换钱|出售|交易|挂牌|上架|变现)"
_MATTERS_OF_SALE = r"(?:合规|法律|风险|隐私|安全|监管)(?:上|方面|层面|角度)?(?:的|有)?"
_SIDE_OF_SALE = re.compile(
    r"(?:那么?|我们?|咱们?|如果|要是|想|真|要|具体|另外|还有|[,])*"
    rf"(?P<sale>(?:想要?|要)?{_SALE}(?:的话|以?前|之前|的?时候?|它|这些?|数据|[,])*)?"
    rf"(?:在|我们?|{_MATTERS_OF_SALE}|首先|先|都|还|该|[,])*"
    r"(?:(?P<ready>(?:要|需要?|得|应该?|该)(?:先|提前|事先)?(?:准备|办|交|提交|备)(?:好|些|一些)?"
    r"(?:什么|啥|哪些|哪几样)(?:材料|手续|东西|文件|资料)?)"
    r"|(?:(?:要|需要?|得|应该?|该)?(?:先|特别|重点|提前)?(?:注意|留意|小心|当心|考虑|做好?|做到|满足|符合)"
    rf"(?:些|一些|到)?(?:什么|啥|哪些|哪几[点样条])|有(?:什么|啥|哪些|没有)(?:{_MATTERS_OF_SALE})?"
    r"(?:要求|风险|限制|条件|要注意的|讲究|坑|问题|规定|红线)?|(?:怎么|如何|咋)(?:样)?(?:才|做才|做|弄才)"
    r"(?:能|算)?合规|合不合规|合规吗|有(?:没有)?风险)"
    r"(?:条件|要求|事项|问题|方面|地方|点|风险|规定)?)"
    rf"(?P<behind>(?:才)?(?:能|可以|好){_SALE})?(?:[吗么嘛呢啊呀的?。]|地方)*"
)
"""What asks for a side of selling what was told of: 卖的话合规上要注意啥, 那要准备什么."""
_SALE_ENGLISH = (
    r"(?:(?:if|when|before|in|for|to|by) (?:we (?:want to )?)?(?:sell|selling|list|listing|trade"
    r"|trading)(?: (?:it|that|this|them|those|these|(?:our|the) data))?)"
)
_SIDE_OF_SALE_ENGLISH = re.compile(
    r"(?:so |and |then |well |ok(?:ay)?[, ]*|[, ])*(?P<sale>" + _SALE_ENGLISH + r"[, ]*)?"
    r"(?:(?P<ready>what (?:do|should|must|would) (?:we|i) (?:need to |have to |first )*"
    r"(?:prepare|get ready|have ready|hand in|submit))"
    r"|what (?:do|should|must|would) (?:we|i) (?:need to |have to )?"
    r"(?:watch(?: out)?(?: for)?|look out for|mind|be careful (?:of|with|about)|check|consider"
    r"|pay attention to|note|be aware of)(?: first)?"
    r"|(?:what (?:are|is)|are there|is there|any) (?:any |the )?(?:compliance |legal |privacy )*"
    r"(?:points?|issues?|rules?|risks?|requirements?|limits?|conditions?|problems?|concerns?))"
    r"(?: (?:there|for us))*(?P<behind> " + _SALE_ENGLISH + r")?[?. ]*"
)
_SEVERAL = re.compile(r"(?:好几|几)(?=[年个家台万千百十条座辆张])")
"""A number that is not told exactly, and asks for none."""
_SENTENCES = re.compile(r"[.!;。\n]+\s*|,\s*(?:and|but|so)\s+")
_HELD = re.compile(
    r"数据|记录|信息|资料|台账|轨迹|名单|档案|流水|日志|报表|图像|照片|视频|录音|影像|明细|价"
    r"|统计|\b(?:data(?:sets?)?|records?|readings?|tracks?|logs?|recordings?|images?|lists?)\b"
)
"""What somebody has that may be sold here."""
_OF_A_SALE = re.compile(
    r"(?<![外专热])卖(?![方家])|出售|变现|(?:能|可以|想)[^,。?]{0,8}?(?:挂牌|上架)|\bsell\b"
)
_ABROAD = re.compile(r"出境|境外|国外|海外|\b(?:abroad|overseas|out of china|export\w*)\b")
_TO_SELL = re.compile(r"卖|换钱|赚钱|出售|交易|挂牌|上架|变现|\b(?:sell|list|trade)\b")


def only_introduces(text: str) -> bool:
    """Whether a text tells who the visitor is or what they have, and nothing more."""
    text = normalise(text).strip()
    english = is_english(text)
    if as_told(text):
        return True
    if not text or len(text) > _LONGEST * (3 if english else 1):
        return False
    counted = _SEVERAL.sub("数", text)
    if "?" in text or any(asks(s) for s in _SENTENCES.split(counted)):
        return False  # Who told of themselves first, asks all the same.
    begins = (_BEING_ENGLISH if english else _BEING).match(text)
    if begins is None:
        return False
    rest = text[begins.end() :]
    return _WISHES.search(text) is None and _TROUBLE.search(rest) is None


def with_fields(text: str, exchanges: Sequence[Exchange]) -> str:
    """A list of fields as it is meant: what is in the data that are to be sold or sent abroad,
    where that was spoken of just before, else what is in the data; and what is sent abroad behind
    such a list. Empty for any other text, and to who looks for such data."""
    last = exchanges[-1] if exchanges else None
    before = normalise(last.question) if last is not None else ""
    told = as_told(text)
    if not told:
        held = as_told(before)
        return f"{held}，{text}" if held and _ABROAD.search(normalise(text)) else ""
    if side_told(before) == "buys":
        return ""
    english = is_english(text)
    if _ABROAD.search(before):
        return f"{told}, {before}" if english else f"{told}，{before}"
    if _OF_A_SALE.search(before):
        return f"{told}, can we sell the data?" if english else f"{told}，能卖吗"
    return told


def behind_introduction(text: str, exchanges: Sequence[Exchange]) -> str:
    """A question that names nothing but a deed (能卖吗) or a side of selling (卖的话要注意啥) with
    what the visitor told of themselves before it; empty where it is no such question, or they told
    nothing of the kind."""
    plain = normalise(text).strip()
    side = (_SIDE_OF_SALE_ENGLISH if is_english(plain) else _SIDE_OF_SALE).fullmatch(plain)
    of_sale = side is not None and bool(side["sale"] or side["behind"])
    if side is None and _DEED_ALONE.fullmatch(plain) is None:
        return ""
    told = _introduced(exchanges, alone=side is not None and not of_sale)
    if not told:
        return ""
    # What a sale asks for, hangs on whether the data may be sold, and so does a listing.
    selling = side is not None or _TO_SELL.search(plain) is not None
    held = _HELD.search(told.lower()) is not None
    if is_english(text):
        return f"{told}, can we sell the data?" if selling and held else f"{told}, {text}"
    if not selling:
        return f"{told}，{text}"
    if not held and not of_sale and side is not None:
        return ""
    # What is for sale here is data, whatever else was told of.
    goods = "" if "数据" in f"{told}{plain}" else "我们的数据"
    ready = f"，{side['ready']}" if side is not None and side["ready"] else ""
    return f"{told}，{goods}能卖吗{ready}"


def _introduced(exchanges: Sequence[Exchange], *, alone: bool) -> str:
    """What the visitor told of themselves in the texts before, joined; empty where something else
    was spoken of since. ``alone``: nothing at all was asked since."""
    told: list[str] = []
    for exchange in reversed(exchanges):
        if _introduces(exchange):
            said = as_told(exchange.question) or visible(exchange.question)
            told.insert(0, said.rstrip(" ,，.。!！"))
        elif told or alone or not _of_the_sale(exchange.question):
            break
    joint = ", " if told and is_english(told[0]) else "，"
    return joint.join(told)


def _introduces(exchange: Exchange) -> bool:
    """Whether a visitor told of themselves, and got no answer to something."""
    if not only_introduces(exchange.question):
        return False
    heard = exchange.outcome in ("clarify", "smalltalk", "unknown") and not exchange.entries
    # A document that is near the data that somebody has answered no question of theirs.
    held = _HELD.search(normalise(exchange.question)) or as_told(exchange.question)
    return heard or bool(held)


def _of_the_sale(question: str) -> bool:
    """Whether a text asks of what was told before it whether, or how, it may be sold."""
    plain = normalise(question).strip()
    side = _SIDE_OF_SALE_ENGLISH if is_english(plain) else _SIDE_OF_SALE
    return _DEED_ALONE.fullmatch(plain) is not None or side.fullmatch(plain) is not None
