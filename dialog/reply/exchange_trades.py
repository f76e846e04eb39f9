"""Who takes the exchange itself for a buyer or a seller of data (数据商卖数据给交易所，交易所再付钱
给数据商是吗; does the exchange buy data itself?): it serves both sides. Pure; over normalised
texts.

By its words such a text tells a seller's case, or asks whether one may sell without the exchange.
"""

from __future__ import annotations

import re

EXCHANGE_BUYS = "交易所自己收数据吗，能把数据直接卖给交易所吗？"

_LONGEST = 45
"""Characters beyond which a text tells a case of its own; English has thrice as many."""
_EXCHANGE = (
    r"(?:(?:上海)?(?:数据)?(?:交易所|数交所|交易中心)|贵所|(?<!他)(?<!它)你们(?:所|平台|公司)?)"
)
_SELF = r"(?:自己|本身|自身|自家)"
_MAYBE = (
    r"(?:也|还|就|都|会不会|会|是不是|是否|是|能不能|能|可以|可不可以|要|直接|有没有|先|再|来|当"
    r"|做|做为|作为)*"
)
_SELLER = r"(?:数据商|数商|供[应]?[方商]|卖[家方]|企业|公司|我们?|咱们?|个人|老百姓)"
_BUYS = r"(?:收购|采购|买断|买进|买入|买(?![家方])|收(?=数据|产品))"
_OF_ITSELF = re.compile(
    rf"{_EXCHANGE}{_MAYBE}{_SELF}{_MAYBE}[^,。;?!通过在]{{0,4}}?(?:买卖|自营|倒卖|炒|囤|{_BUYS}"
    rf"|卖(?![家方]))"
    rf"|{_EXCHANGE}{_MAYBE}(?:向|跟|从|找){_SELLER}(?:手[里上]|那[里儿]?)?{_BUYS}"
    rf"|{_EXCHANGE}{_MAYBE}(?:出钱|花钱|掏钱){_BUYS}|{_EXCHANGE}{_MAYBE}{_BUYS}(?:我们?|咱们?"
    rf"|{_SELLER})的?"
    r"(?:数据|产品|东西)"
    rf"|{_EXCHANGE}{_MAYBE}(?:买卖|{_BUYS})(?:数据|产品)(?:吗|么|嘛|不|的?吧)?[?。! ]*$"
    rf"|{_EXCHANGE}{_MAYBE}(?:自营|坐庄|买断)|{_EXCHANGE}{_MAYBE}(?:买[家方]|收数据的)(?:吗|么"
    rf"|吧|嘛|[?。! ])*$"
)
"""The exchange as who buys, or sells, on its own account."""
_BEFORE = re.compile(
    r"(?:在|到|去|来|从|上|通过|经过?|绕[开过]|跳过|离开|不用|用|找|靠|让|请|和|跟|与|给"
    r"|的)(?:上海)?$"
)
"""What makes the exchange the place or the means of a trade of others."""
_SOLD_TO_IT = re.compile(
    rf"(?:卖|出售|转让|销售)[^,。;?!给买]{{0,10}}?给{_EXCHANGE}(?!的|会员|上|里)"
    rf"|卖{_EXCHANGE}(?=吗|么|[?。!]|$)"
)
_PAYS = re.compile(
    rf"{_EXCHANGE}(?:再|会不会|会|就|才|来|直接|要|也|是不是|把)*(?:[付给打结发](?:钱|款|货款"
    rf"|价款)(?:给|到)?|把(?:钱|款)[付给打]"
    rf"给?|出钱给){_SELLER}"
)
_OF_A_BUYER = re.compile(
    r"买[家方]|需方|客户|下家|结算|清算|托管|代收|分账|提现|到账|担保|保证金|退"
)
"""Who pays through the exchange, which only hands the money on."""
_ASKS = re.compile(r"[吗么嘛吧?]|是不是|对不对|还是|能不能|可不可以|会不会|是否|行不行")
_ENGLISH = re.compile(
    r"\b(?:does|do|is|are|will|would|so)\b[^.;?!]{0,12}\b(?:the exchange|you)(?: itself| yourselves"
    r"| also| ever| actually| directly)* "
    r"(?:buys?|purchases?|acquires?|trades? (?:in )?(?:data|on its own)|(?:the |a |an )?(?:actual "
    r")?buyer)\b(?! from (?:you|the exchange))"
    r"|\b(?:sells?|selling|sold)\b[^.;?!]{0,24}\bto the (?:data )?exchange\b"
    r"|\bthe (?:data )?exchange (?:then |itself )?pays? (?:the )?(?:vendors?|suppliers?|sellers?|us"
    r"|me)\b"
)
_NO_ENGLISH = re.compile(
    r"\b(?:buyers?(?:'s)? (?:pays?|money|payment)|escrow|settle\w*|without|shares? (?:in|of))\b"
)


def takes_for_trader(plain: str) -> bool:
    """Whether a normalised text asks whether the exchange buys or sells data on its own account."""
    if plain.isascii():
        asked = _ENGLISH.search(plain) is not None and len(plain) <= 3 * _LONGEST
        return asked and _NO_ENGLISH.search(plain) is None
    if len(plain) > _LONGEST or _ASKS.search(plain) is None:
        return False
    if _SOLD_TO_IT.search(plain):
        return True
    if _PAYS.search(plain) and not _OF_A_BUYER.search(plain):
        return True
    return any(_BEFORE.search(plain[: m.start()]) is None for m in _OF_ITSELF.finditer(plain))
