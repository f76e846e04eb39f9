"""A text that only tells who is there (我们是做充电桩的，在上海有3000个桩; we run a chain of gyms),
and neither asks nor wishes for anything. Pure.

Searched, it is near anything of its trade, and "I do not know" answers a question that nobody
asked: a receptionist asks what the visitor has come for, and hears the next question as theirs.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from dialog.reply.aspects import asks
from dialog.reply.question import Exchange
from knowledge.text import is_english, normalise, visible

_LONGEST = 60
"""Characters beyond which a text tells a case of its own; English has thrice as many."""
_HELLO = r"(?:您好|你好|哈[喽啰]|老师好?|早上好|[上下中]午好|早|嗨|[,.!。 ])*"
_SELF = (
    r"(?:我[这那]边|我们?|咱们?|我司|我所|本公司|本单位|这边|俺们?|公司|单位|企业|目前|现在|主要|就"
    r"|也|都|总部|老板|领导|[, ])+"
)
_BEING = re.compile(
    rf"{_HELLO}{_SELF}(?:是(?!不是|否)|做|在(?!哪)|从事|经营|运营|开了?|有(?!点|些|没)|来自|负责|叫|搞"
    r"|管着?|代表|专门?做|属于|刚成立|成立)"
)
_BEING_ENGLISH = re.compile(
    r"(?:(?:hi|hello|hey|good (?:morning|afternoon|evening))(?: there)?[,.! ]+)?"
    r"(?:(?:i|we)(?:'m|'re| am| are| run| own| have| work| operate| manage| make| represent"
    r"| come from| study| sell| build)"
    r"|(?:my|our) (?:company|firm|team|business|school|hospital|boss|client)\b|this is)\b"
)
_WISHES = re.compile(
    r"想|要(?![点闻素件])|需要|希望|打算|准备|请(?!假)|帮|麻烦|能(?![源力耗量])|可以|告诉|推荐"
    r"|介绍|看看|咨询|了解|打听|问|求|找|办(?!公)|卖|买(?!家|方)|挂牌|入驻|入表|出境"
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
    r"(?:卖|卖钱|出售|交易|挂牌|上架|变现|入驻|入场|加入|入表|出境|登记|[做当]数商|成为数商|融资)"
)
_DEED_ALONE = re.compile(
    rf"(?:那|我们?|咱们?|这些?|这样|它们?|数据|可以|能不能|可不可以|能|是不是|都|也|[,])*"
    rf"(?:拿来|拿去|用来)?{_DEED}(?:掉|出去|给你们)?(?:[吗么嘛不呢啊?。]|可以|行)*"
    r"|(?:so |and |then |well |[, ])*(?:can|may|could) (?:we|i) (?:also )?"
    r"(?:sell|list|trade|join|use)"
    r"(?: (?:it|that|this|them|those|these|our data|the data|here|there))*[?. ]*"
)
"""What asks whether a thing of the desk may be done, and names nothing of its own."""
_SENTENCES = re.compile(r"[.!;。\n]+\s*|,\s*(?:and|but|so)\s+")
_TO_SELL = re.compile(r"卖|出售|交易|挂牌|上架|变现")


def only_introduces(text: str) -> bool:
    """Whether a text tells who the visitor is or what they have, and nothing more."""
    text = normalise(text).strip()
    english = is_english(text)
    if not text or len(text) > _LONGEST * (3 if english else 1):
        return False
    if "?" in text or any(asks(s) for s in _SENTENCES.split(text)):
        return False  # Who told of themselves first, asks all the same.
    begins = (_BEING_ENGLISH if english else _BEING).match(text)
    if begins is None:
        return False
    rest = text[begins.end() :]
    return _WISHES.search(text) is None and _TROUBLE.search(rest) is None


def behind_introduction(text: str, exchanges: Sequence[Exchange]) -> str:
    """A question that names nothing but a deed (能卖吗) with what the visitor told of themselves
    just before it; empty where it is no such question, or they told nothing of the kind."""
    last = exchanges[-1] if exchanges else None
    if last is None or last.outcome not in ("clarify", "smalltalk") or last.entries:
        return ""
    plain = normalise(text).strip()
    if _DEED_ALONE.fullmatch(plain) is None or not only_introduces(last.question):
        return ""
    told = visible(last.question).rstrip(" ,，.。!！")
    if is_english(text):
        return f"{told}, {text}"
    # What is for sale here is data, whatever else was told of.
    goods = "" if "数据" in f"{told}{plain}" or _TO_SELL.search(plain) is None else "我们的数据"
    return f"{told}，{goods}{text}"
