"""What a seller has, told in loose speech: a case whose question is only whether it would be all
right (We've got fifteen years of records. Nothing about people. Would that be okay?), and what
somebody names who said before that they want to sell (kiln temperatures, mostly). Both are put as
the question whether such data may be sold. Pure.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from dialog.reply.asides import aside_of
from dialog.reply.aspects import asks
from dialog.reply.data_kinds import kind_of
from dialog.reply.data_told import asks_other_side, has_own_rules, speaks_of_data
from dialog.reply.further_data import goods_alone
from dialog.reply.kept import kept
from dialog.reply.question import Exchange
from dialog.reply.wanted_abroad import wanted_abroad
from knowledge.text import is_english, normalise, visible

_LONGEST = 60
"""Characters beyond which a text tells a case of its own; English has thrice as many."""
_SENTENCES = re.compile(r"(?<=[.!?;])\s+|\n+")
_SALE_OF = (
    r"(?: (?:to (?:sell|list|offer|trade|put up|you|anyone|anybody|somebody)|for (?:sale|listing"
    r"|you|anyone)|here|with you|at all|on (?:your|the|this) (?:exchange|platform|site|list)))*"
)
_WOULD_DO = re.compile(
    r"(?:so |and |but |now |well |then |do you think |i wonder if |[, ])*"
    r"(?:(?:would|is|could|might|are|will) (?:that|this|it|they|those|these"
    r"|something like that|such a thing|that sort of thing)(?: all| lot)?(?: (?:be|still|even"
    r"|then))* ?"
    r"(?:ok|okay|alright|all right|fine|possible|allowed|any use|any good|of (?:any )?(?:use"
    r"|interest)|suitable|acceptable|legal|permitted|worth (?:anything|selling|listing)"
    r"|saleable|sellable|no problem|a problem"
    r"|something (?:we|i|you|one|people)(?: could| can| would| might|'d|'ll)? (?:sell|take"
    r"|list|want|use|trade|put up|buy))"
    rf"{_SALE_OF}"
    r"|(?:can|could|may|might|would) (?:that|this|it|they|those|these"
    r"|something like that)(?: all| lot)? (?:go|be)(?: put)?(?: up)? ?(?:on (?:your|the"
    r"|this) (?:exchange|platform|site|list|market)|onto (?:your|the) (?:exchange|platform)"
    r"|sold|listed|put up|traded|for sale|in)"
    rf"{_SALE_OF}|(?:would|do|will|could) you (?:take|have|list|sell|accept)(?: that| this"
    rf"| it| them| those| such a thing| something like that)?{_SALE_OF})"
    r"(?:,? (?:at all|then|do you think|or not|or is it not|please|you know))*[?.! ]*"
)
"""What asks of what was told before it whether it will do, and names nothing."""
_HAS = re.compile(
    r"\b(?:(?:we|i)(?:'ve| have|'d| had)?(?: got)?|there(?:'s| is| are)|(?:left|leaves|gave"
    r"|given) (?:us|me)|(?:he|she|they|dad|mum|uncle|father|mother|grandfather"
    r"|grandmother) (?:kept|left|wrote|had)|(?:my|our) [a-z ]{2,24}? (?:kept|left|has|have"
    r"|had|holds?|keeps?|records?|logs?|ran|run|runs))\b"
)
_DEED = re.compile(
    r"\b(?:buy|bought|purchase|send|sent|export|abroad|overseas|train|delete|publish|share"
    r"|donate|loan|join|register|camera|film|record (?:our|the)|scrap\w+|stole\w*|consent"
    r"|book(?:ed)? (?:it|them) as|balance sheet)\b"
)
"""Another deed than a sale, or one that has rules of its own."""
_HELD_ENGLISH = re.compile(
    r"\b(?:data(?:sets?)?|records?|logs?|readings?|notes?|notebooks?|diar(?:y|ies)|ledgers?|books?|files|archives?|photos?|pictures|recordings?|measurements?|tests?|figures|histor(?:y|ies)|statistics|lists?|samples|recipes|results"
    r"|numbers|bookings|orders|yields?|temperatures?|weights?|prices?|sales|routes?|trips?|timesheets?|maps?|surveys?|counts?|receipts|invoices|catches|harvests?|logbooks?|spreadsheets?|visits?|enquiries|deliveries)\b"
)
_WANTS_TO_SELL = re.compile(
    r"(?:您好|你好|请问|哎|嗯|那个|我们?|咱们?|公司|我司|就是|也|[,，。 ])*(?:想|要|打算|准备"
    r"|希望|考虑|来|可以|能)+(?:在|到|来|把|跟|找)?(?:你们?|您|这)?(?:这[里儿边]?|那[里儿边]?"
    r"|平台|交易所)?"
    r"(?:上)?(?:卖|出售|挂牌|挂|上架)(?:掉|出|点|些|[1一]?(?:批|下"
    r"|个))*(?:我们?(?:自己)?的)?(?:数据|东西|产品)?(?:的|了|吧|呢|啊|[,，。.!！ ])*"
    r"|(?:(?:hi|hello|good morning|good afternoon)[,.! ]+)?(?:i|we)(?:'d| would| am|'m| are"
    r"|'re)? ?(?:like|want|wish|hope|hoping|looking|plan|planning|here|interested"
    r"|thinking)(?: in| of)? ?(?:to )?(?:sell|selling|list|listing|offer|put up)(?: (?:some"
    r"|our|a bit of|my|a|the))*(?: (?:data|stuff|things|dataset|datasets"
    r"|product))?(?: (?:here|with you|on your exchange|on the exchange|to you))*[.! ]*"
)
_NAMES = re.compile(
    r"^(?:就是|就|主要是?|大概是?|都是|全是|基本是?|无非|也就是|我们?(?:的|有|这边)?|有|一些"
    r"|[1一]些|点|嗯|哦|像|比如|[,， ])+"
    r"|^(?:mostly|mainly|just|only|it's|it is|they're|they are|that's|well|oh|some"
    r"|things like|stuff like|we have|we've got|i have|i've got|we keep|we hold|basically"
    r"|a lot of|[, ])+"
)
_LESS = re.compile(
    r"(?:[,，]\s*)?(?:主要是|之类的?|这些|那些|什么的|等等|吧|嘛|啦|呗|啊|呀)*[。.!！ ]*$"
    r"|[,. ]*(?:mostly|mainly|that sort of thing|that kind of thing|things like that"
    r"|and so on|and such|and the like|really|i suppose|i guess|for the most part|etc)?[.! ]*$"
)
_NO_GOODS = re.compile(
    r"^(?:我|我们|咱们?)是|\b(?:i'm|i am|we're|we are)\b|不(?:卖|了|是|想|用|要|知道|懂)"
    r"|没有(?:数据|东西)|[买求]|谢|算了|好的|再见|人工|真人|怎么|如何|材料|费用|多久|个人吗"
    r"|身份"
    r"|\b(?:no|not|nothing yet|thanks?|thank|bye|buy|person|don't|ok|okay|yes|sure|maybe|later)\b"
)
_NOBODY = re.compile(
    r"\b(?:there(?:'s| is| are) )?(?:no|without(?: any)?|not any|nothing on|nothing about"
    r"|not a single) (?:names?|people|persons?|personal (?:stuff|things?|details?|bits)"
    r"|individuals?|human beings)\b(?: (?:in|on) (?:it|them|there|any of (?:it|them)"
    r"|that))?(?: at all| whatsoever)?"
    r"|\b(?:nobody|no one|no-one)(?:'s (?:names?|details))?(?: is)? (?:in|on) (?:it|them|there)\b"
)
_NO_PERSONS = "no personal information in them"
_WANTS_TO_BUY = re.compile(
    r"(?:您好|你好|请问|哎|嗯|那个|我们?|咱们?|公司|我司|就是|也|[,，。 ])*(?:想|要|打算|准备"
    r"|希望|考虑|来)+(?:在|到|来|跟|找)?(?:你们?|您|这)?(?:这[里儿边]?|那[里儿边]?|平台"
    r"|交易所)?"
    r"(?:上)?(?:买|采购|购买)(?:点|些|[1一]?(?:批|下|个))*(?:数据|东西|产品)?(?:的|了|吧|呢"
    r"|啊|[,，。.!！ ])*"
    r"|(?:(?:hi|hello|good morning|good afternoon)[,.! ]+)?(?:i|we)(?:'d| would| am|'m| are"
    r"|'re)? ?(?:like|want|wish|hope|hoping|looking|plan|planning|here|interested"
    r"|thinking)(?: in| of)? ?(?:to )?(?:buy|buying|purchase|purchasing|get"
    r"|acquire)(?: (?:some|a bit of|a|the))*(?: (?:data|dataset|datasets|product))(?: (?:here"
    r"|with you|on your exchange|on the exchange|from you))*[.! ]*"
)
_VALUE = "我们的数据值多少钱？"
_WORTH = re.compile(
    r"(?:那么?|请问|哎|你说|您看|问下|,|我们?|咱们?|俺|公司|店里|厂里|手[里上头]|家里|攒的|存的|自己|这|那|的|些|种|批|点|[十几多来半一两二三四五六七八九\d]+年)*(?P<goods>[^,。?!产品]{0,14}?(?:数据|记录|资料|台账|账本|日记|档案|东西|玩意儿?))(?:到底|究竟|真的?|能|会|还|都|也|这东西)*"
    r"(?:值不值钱|值钱(?:吗|不|么|嘛)?|值(?:多少|几个?)钱?|能?(?:卖|换)(?:得?(?:了|出))?(?:多少|几个?)钱)(?:吗|不|么|呢|啊|呀|吧|[?。!])*"
)
_RESALE = "May bought data be resold?"
_SELL_ON = re.compile(
    r"\b(?:resell(?:ing)?|re-sell(?:ing)?|sell(?:ing)? (?:it |them |that |this |the data "
    r"|data )?(?:on|again|onwards?)\b|(?:pass(?:ing)?|hand(?:ing)?) (?:it |them |the (?:data"
    r"|dataset|file)s? |that |data )?on to (?:another|other|a|our|my|some"
    r"|third)(?: \w+)? (?:buyers?|clients?|customers?|part(?:y|ies)|compan(?:y|ies)|firms?)"
    r"|pass on [^.?]{0,30} to (?:another|other|a third|third) \w+|sell [^.?]{0,30}(?:bought"
    r"|purchased)|flip)\b"
)
_BOUGHT = re.compile(r"\b(?:bought|buy|buys|purchased?|acquired|purchase)\b")
_NO_RESALE = re.compile(
    r"\b(?:subsidiar\w+|affiliates?|parent|group|train\w*|model|loan|personal|where|how much"
    r"|stolen|list of)\b"
)
_GIVES = 2
"""Exchanges back to which a bare wish to sell still waits for its goods."""


@kept
def as_would_do(text: str) -> str:
    """A told case whose question is only whether it would do, as the question whether such data may
    be sold; empty for any other text."""
    plain = normalise(text).strip()
    if not is_english(plain) or len(plain) > _LONGEST * 5 or has_own_rules(plain):
        return ""
    sentences = [s.strip() for s in _SENTENCES.split(plain) if s.strip()]
    if len(sentences) == 1:
        parted = re.split(r",\s+(?=(?:would|is|could|can|may|might|do|will) )", plain, maxsplit=1)
        sentences = [s.strip() for s in parted]
    *before, last = sentences
    if not before or _WOULD_DO.fullmatch(last) is None:
        return ""
    told = " ".join(before)
    if any(asks(s) or "?" in s for s in before) or _DEED.search(told) or wanted_abroad(told):
        return ""
    if _HAS.search(told) is None or _HELD_ENGLISH.search(told) is None:
        return ""
    joined = ", ".join(_NOBODY.sub(_NO_PERSONS, s.rstrip(" .!;,")) for s in before)
    return f"{joined}. Can we sell them?"


def as_goods_named(text: str, exchanges: Sequence[Exchange]) -> str:
    """What a text names that is to be sold or bought, behind a wish that named nothing, as the
    question whether it may be sold, or is there; empty for any other text."""
    sold, bought = _waits(exchanges, _WANTS_TO_SELL), _waits(exchanges, _WANTS_TO_BUY)
    if sold == bought:
        return ""
    plain = normalise(text).strip()
    english = is_english(plain)
    if len(plain) > _LONGEST * (3 if english else 1) or asks(plain) or "?" in plain:
        return ""
    if alone := goods_alone(plain):
        return f"有没有{alone}的数据可以买" if bought else f"我们有{alone}，想拿来卖，行不行"
    if _NO_GOODS.search(plain) or has_own_rules(plain) or asks_other_side(plain) or aside_of(plain):
        return ""
    goods = _LESS.sub("", _NAMES.sub("", visible(text).strip().lower() if english else plain))
    goods = goods.strip(" ,，。.")
    known = speaks_of_data(goods) or kind_of(goods) != "unknown"
    known = known or bought or (english and _HELD_ENGLISH.search(goods) is not None)
    if not goods or not known:
        return ""
    if bought:
        return (
            f"Do you have {goods} data?" if english else f"有没有{goods.rstrip('的')}的数据可以买"
        )
    return f"{goods}, can we sell the data?" if english else f"{goods.rstrip('的')}的数据，能卖吗"


@kept
def as_valued(text: str) -> str:
    """Whether data that a text names are worth anything, as the question of their value; empty for
    any other text."""
    plain = normalise(text).strip()
    if len(plain) > _LONGEST // 2 or is_english(plain):
        return ""
    return _VALUE if _WORTH.fullmatch(plain) else ""


@kept
def as_resold(text: str) -> str:
    """Whether what was bought may be sold on, as the question that is held of it; empty for any
    other English text."""
    plain = normalise(text).strip()
    if not is_english(plain) or len(plain) > _LONGEST * 2:
        return ""
    asked = _SELL_ON.search(plain) and _BOUGHT.search(plain) and not _NO_RESALE.search(plain)
    return _RESALE if asked else ""


def _waits(exchanges: Sequence[Exchange], wish: re.Pattern[str]) -> bool:
    """Whether a wish named no goods, and none were named since."""
    for exchange in reversed(exchanges[-_GIVES:]):
        if wish.fullmatch(normalise(exchange.question).strip()):
            return True
        if exchange.outcome not in ("clarify", "smalltalk", "unknown") or exchange.entries:
            return False
    return False
