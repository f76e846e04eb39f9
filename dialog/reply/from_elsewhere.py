"""Who is elsewhere in the country and asks whether they may do a thing here (我们在宁波，能在你们这
挂吗): the question is whether a company from elsewhere may. Who asks of the public data of another
place asks which rules hold outside of Shanghai. Pure.
"""

from __future__ import annotations

import re

from dialog.reply.kept import kept
from knowledge.localities import ELSEWHERE, ELSEWHERE_ENGLISH
from knowledge.text import is_english, normalise

_OURS = re.compile(
    r"(?:我们?|咱们?|我司|公司|本公司|厂|店|单位|老板)"
    r"(?:公司|厂|单位|总部|这边|是|都|就|也|人|注册|开|办|设"
    r"|的)*"
    r"(?:在|来自|是)(?P<place>[^,，。;；!！?？在]{2,8}?)"
    r"(?:的(?:公司|企业|厂)?|这边|那边|人|市|省|注册的?)?"
    r"(?=[,，。;；!！])"
)
"""What tells where the visitor is."""
_MAY = r"(?:能不能|可不可以|可否|能否|可以|能|可|行不行)(?:也|还|直接|不)?"
_AT = (
    r"(?:在|到|来|去|上|进)(?:你们?|您|贵所|上海(?:市)?(?:大?数据交易所|数交所)?|上数所|数交所|交易所"
    r"|这|那)+(?:里|儿|边|上|来|平台)*(?:来|去|上)?"
)
_DEED = (
    r"(?P<deed>挂牌|上架|入驻|登记|挂|卖(?:数据)?|交易)(?:数据|产品)*(?:的|得了?|了)?"
    r"(?P<end>(?:可不可以|可以|能|行不行|行|成)?[吗么嘛不呢啊呀]*[?？。 ]*)$"
)
_HERE = re.compile(
    r"(?P<before>(?:^|.*[,，。;；!！])(?:那么?|请问|也|还|到底|我们?|咱们?|这些?|数据|的|[ ])*)"
    rf"(?P<may>{_MAY}){_AT}{_DEED}"
)
_FIRMS = re.compile(
    r"(?:请问|您好|你好|那么?|如果|要是|我们?是|[,， ])*(?:有?[1一]?家)?"
    rf"(?P<place>{ELSEWHERE}|外地|外省|省外)(?:市|省|那边|这边)?(?:的|[1一]家|注册|本地|普通)*"
    r"(?:小|民营|科技|软件|物流|制造)*(?:公司|企业|单位|厂子?|机构|供应商|商家)"
    r"(?:也|还|都|是不是|[,， ])*"
    rf"(?P<may>{_MAY})?{_AT}{_DEED}"
)
"""A firm elsewhere, whoever asks of it: 深圳公司可以到上海数据交易所挂牌吗."""
_ENGLISH_AT = (
    r"(?: (?:here|with you|(?:on|at|in|with|to)"
    r" (?:the |your )?(?:shanghai(?: data exchange)?|data exchange|exchange|platform)))"
)
_ENGLISH_DEED = (
    r"(?P<deed>list(?: (?:a |its |our |their )?(?:data|products?|data products?))?"
    r"|sell(?: (?:its |our |their )?data)?|trade(?: data)?|join|register|be admitted)"
)
_FIRMS_ENGLISH = re.compile(
    r"(?:(?:so|and|hello|hi|please)[, ]+)*(?:can|may|could|is it possible for|are)"
    r" (?:an? |our |my )?"
    rf"(?:(?:{ELSEWHERE_ENGLISH}) )?(?:\w+ )?(?:compan(?:y|ies)|firms?|business(?:es)?)"
    rf"(?: (?:based |registered |located )?(?:from|in|of) (?:{ELSEWHERE_ENGLISH}))?"
    rf" (?:also |to )?{_ENGLISH_DEED}{_ENGLISH_AT}[?. ]*"
)
_FROM_ELSEWHERE_ENGLISH = re.compile(rf"\b(?:{ELSEWHERE_ENGLISH})\b")
_PUBLIC_ELSEWHERE = re.compile(
    r"(?:请问|您好|你好|那么?|我们?|想问[1一]?下|想了解|咨询|[,， ])*(?:在|是)?"
    rf"(?:{ELSEWHERE}|外地|外省|省外)(?:市|省|那边|这边|本地|当地)?(?:的|有|关于)*"
    r"公共数据(?:资源)?的?授权(?:运营)?(?:怎么|如何|按|看|归|找|什么|哪|些|个|谁|部门|文件|规定|办法"
    r"|政策|流程|手续|申请|办理|办|做|弄|管|要|能|可以|是|的|了|吗|么|呢|啊|[?？。 ])*"
)
"""What asks of the authorised operation of public data of another place."""
_PUBLIC_THERE = "我们在外省，不在上海，公共数据授权运营按什么规定？"
_PLACE = re.compile(rf"{ELSEWHERE}|外地|外省|省外|[\u4e00-\u9fff]{{2}}[市省县]$|县(?:里|城|上)?$")
"""A place of the mainland elsewhere."""
_DEEDS = {"挂": "挂牌", "卖": "挂牌", "卖数据": "挂牌", "交易": "挂牌"}


@kept
def as_outsider(text: str) -> str:
    """The question of who is elsewhere in the country, whether it may be done here, or of what is
    done there, in words that say so; the text itself where it is no such question."""
    plain = normalise(text).strip()
    if is_english(plain):
        firm = _FIRMS_ENGLISH.fullmatch(plain)
        if firm is None or _FROM_ELSEWHERE_ENGLISH.search(plain) is None:
            return text
        deed = firm["deed"] if firm["deed"] in ("join", "register") else "list"
        return f"Can a company from another province {deed} in Shanghai?"
    if _PUBLIC_ELSEWHERE.fullmatch(plain):
        return _PUBLIC_THERE
    firm = _FIRMS.fullmatch(text.strip())
    if firm is not None and (firm["may"] or re.search(r"[吗么嘛不?？]", firm["end"])):
        return f"外地企业能在上海{_DEEDS.get(firm['deed'], firm['deed'])}吗"
    read, ours = _HERE.fullmatch(text.strip()), _OURS.search(plain)
    if read is None or ours is None:
        return text
    if _PLACE.search(ours["place"]) is None or "上海" in ours["place"]:
        return text
    deed = _DEEDS.get(read["deed"], read["deed"])
    before = re.sub(r"(?:我们?|咱们?)$", "", read["before"])
    return f"{before}外地企业能在上海{deed}{read['end'] or '吗'}"
