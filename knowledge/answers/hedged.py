"""What a text denies with a hedge (重要数据应该也不算吧, I don't think it's sensitive), or leaves
open (不一定算重要数据). Pure; texts are normalised.

A hedge takes nothing from a denial: read without it, who says that it should not count would be
held to have said that it does.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from knowledge.types import Input

_DOUBTS = (
    r"(?:应该|应当|大概率?|多半|估计|可能|也许|恐怕|或许|似乎|好像|感觉|觉得|我想|我看|我猜|猜"
    r"|想来|看来|看样子|看起来|按理|照理"
    r"|理论上|原则上|差不多)"
)
_SURELY = (
    r"(?:肯定|绝对|当然|显然|根本|压根|完全|确实|真的|其实|本身|本来|基本上?|一般|通常|一定"
    r"|必然|断然)"
)
_SMALL = (
    r"(?:我们?|咱们?|我司|公司|自己|个人|这边|这[里儿块些个种]|那[块些个种]|它们?|里[面头]?"
    r"|当中|其中|手[里上头]|的话|来说|来讲|说|讲"
    r"|这?方面|上|呢|嘛|么|吧|啊|呀|也|都|就|还|倒是?|倒也|全|是(?=[不没])|又|更|总|了|的)"
)
_HEDGES = rf"(?:{_DOUBTS}|{_SURELY}|{_SMALL}|[, ])"
_CLASS = (
    r"(?:[算谈够称说]不上|不(?:太|大|怎么)?(?:算|是|属于|构成)|不会(?:算|是|属于|构成)"
    r"|不(?:应该?|该|应当|见得会|至于|可能|太可能|大可能)(?:会)?(?:算|是|属于|构成"
    r"|被?认定为?)?(?:得?上)?|并?非)"
)
_PRESENCE = (
    r"(?:没有?|无|不(?:含有?|涉及|包括|包含|存在|带)|不会(?:有|含有?|涉及|包括|包含)"
    r"|不(?:应该?|该|应当|至于|可能|太可能|大可能)会?(?:有|含有?|涉及|包括|包含)|没什么|没啥|排除)"
)
_END = (
    r"(?:什么|啥|的|了|吧|呢|啊|呀|哦|嘛|哈|得?上|在内|在里面?|里面?|到(?:这|那)|这[种类个]"
    r"|那[种类个]|这块|这些)*"
)
_STOP = r"\s*(?=[,。;.!:、)）-]|$)"
_ASK = r"\s*(?:吗|么|是吧|对吧|是吗|对吗|,?(?:right|is it|are they|does it|do they))?\s*[?]"
_REST = (
    r"(?:的|性|类|个人|信息|数据|内容|资料|记录|级别|这[块些]|那[块些]|部分"
    r"|\s?(?:personal|information|data|records?|details|stuff|kind|category)\b)*"
)
_BEHIND = re.compile(
    rf"{_REST}[?]?\s*(?:(?P<hedge>{_HEDGES}*)(?P<class>{_CLASS})"
    rf"|(?P<more>{_HEDGES}*)(?P<has>{_PRESENCE}))"
    rf"(?P<end>{_END})(?:{_STOP}|(?P<asks>{_ASK}))"
)
"""What stands behind a phrase and denies it to the end of the clause: 应该也不算吧."""
_HEDGED = re.compile(rf"{_DOUBTS}|{_SURELY}|吧")
_DOUBTING = re.compile(
    rf"{_DOUBTS}|吧|不(?:太|大)?可能|不至于|不(?:应该?|该)"
    r"|\b(?:think|believe|suppose|guess|reckon|expect|assume|probably|likely|unlikely|should"
    r"|shouldn['’]t|doubt\w*|hardly|presumably|maybe|say|call|imagine|would|wouldn['’]t)\b"
)
"""What says that a denial is a surmise."""
_SENTENCES = re.compile(r"[。;?!]|\.(?=\s|$)")
_BEFORE = re.compile(
    rf"(?:{_CLASS}|不会(?:有|含有?|涉及|包括|包含)|不(?:应该?|该|应当|至于|可能|太可能"
    rf"|大可能)会?(?:有|含有?|涉及|包括|包含)"
    rf"|(?<!有)没(?:有)?(?:什么|啥)|(?:算|是)(?:个)?(?:什么|啥|哪门子)|哪来的?|哪有什么"
    rf"|哪[里儿]?[算谈]得上"
    rf"|(?:不|没)(?:觉得|认为|感觉)[^,。;?!]{{0,6}}?(?:算|是|属于|有|含|涉及))(?:得?上|什么|啥"
    rf"|任何|有|得)*$"
)
_OPEN_BEFORE = re.compile(
    r"(?:不[1一]定|未必|不见得|不确定|不清楚|不知道|不敢说|说不[准好清]|不好说|难说"
    r"|拿不准)(?:里面?|这个?|那个?|些|它们?|数据|到底|就|会|,)*"
    r"(?:算|是|属于|有|含|涉及|构成)(?:不算|不是)?(?:什么)?$"
)
_OPEN_BEHIND = re.compile(
    rf"{_REST}{_HEDGES}*(?:不[1一]定|未必|不见得|不确定|不清楚|不知道|不敢说|说不[准好清]"
    rf"|不好说|难说|拿不准)"
    r"(?:算|是|有|属于|含|不算|不是)*(?:的|了|吧|呢|啊)*\s*(?=[,。;.!?]|$)"
)
"""What leaves open whether a phrase holds."""
_THINK = (
    r"(?:(?:do|does|did|would|could|can)(?:n['’]t| not)|cannot|never) (?:really |honestly |even )?"
    r"(?:think|believe|suppose|assume|expect|say|consider|reckon|feel|imagine|call|see how"
    r"|know that|see)"
)
_SUBJECT = (
    r"(?:(?:that )?(?:it|this|that|they|these|those|there|we|any of (?:it|this|that|them|these)"
    r"|(?:the|our|this|such|these|those) (?:[a-z-]+ ){1,4}?(?=is |are |was |were |counts? "
    r"|qualif|would |contains? |includes? ))(?:['’](?:s|re|d|ve))? ?)?"
)
_VERB = (
    r"(?:(?:is|are|was|were|be|would|could|will|really|actually|even|to|counts?|counted|qualif\w+"
    r"|as|constitutes?|amounts?|falls?|under|contains?|includes?|involves?|has|have|hold|holds"
    r"|regarded|considered|classed|classified|deemed|treated|any|an?|anything|kind of"
    r"|legally|technically) )*"
)
_BEFORE_ENGLISH = re.compile(
    rf"(?:\b{_THINK} {_SUBJECT}{_VERB}"
    rf"|\bdoubt(?:s|ed|ful)? (?:that |if |whether )?{_SUBJECT}{_VERB}"
    rf"|\b(?:unlikely|hardly|barely|scarcely|nor|neither) {_VERB}"
    r"|(?:\bnot|n['’]t|\bcannot|\bnever) (?:(?:really|actually|exactly|likely|probably|going"
    r"|supposed"
    r"|what|i['’]?d?|we['’]?d?|would|call|possibly|particularly|especially|all that"
    r"|necessarily(?! )"
    rf"|meant|expected) )*{_VERB})$"
)
_OPEN_ENGLISH = re.compile(
    r"(?:(?:\bnot|n['’]t) (?:really |quite |entirely |100% )?(?:sure|certain|clear|convinced|know"
    rf"|necessarily)|\bno idea|\bunsure|\bwonder\w*)(?: (?:that|if|whether))? ?{_SUBJECT}{_VERB}$"
)
_BEHIND_ENGLISH = re.compile(
    rf"{_REST}[?]?(?:\s*[,:–—-]+)?\s*(?:(?:i|we|it|this|that|they|these|well|so|but|as|for|in"
    r"|there|here|['’]s|['’]d|am|would|say|guess|think|believe|suppose|presume|assume|most|very"
    r"|quite"
    r"|almost|certainly|definitely|probably|likely|presumably|maybe|surely|obviously) ?|, ?)*?"
    r"(?:(?:no|nope|not|none|unlikely|doubtful)"
    r"|(?:i |we )?(?:(?:do|would|did)(?:n['’]t| not)) (?:really )?(?:think|believe|suppose|say"
    r"|expect)"
    r"(?: so| it is| that it is| it does| there is(?: any)?)?"
    r"|(?:i |we )?(?:highly |very much |really )?doubt (?:it|that|so)"
    r"|(?:is|are|was|were|does|do|should|would|will|could|can)(?:n['’]t| not)"
    r"(?: (?:be|count|counted|included|involved|apply|in (?:it|there|this|that|them|the (?:data"
    r"|files?))"
    r"|there|here|part of (?:it|this|that|them)|an issue|contained|relevant|present|really"
    r"|anywhere))*"
    r"|(?:is|are|seems?|would be|looks) (?:very |highly |most |rather )?(?:unlikely|doubtful"
    r"|ruled out"
    r"|out of the question))"
    r"(?:,? (?:really|at all|either|i (?:think|guess|suppose|believe|hope|assume|would say)|to be"
    r" honest|as far as i (?:know|can tell)|in there|here|so))*"
    rf"(?:{_STOP}|(?P<asks>{_ASK}))",
)
_CATEGORY = re.compile(
    r"敏感|重要|核心|个人|隐私|公共|秘密|机密|涉密|关基|关键|自贸|新片区|临港|sensitive"
    r"|important|core"
    r"|personal|secret|public|private|cii|critical|free trade"
)
"""The name of a class that something may be put into; what says of a thing (人脸) that it does not
count speaks of such a class, and not of the thing, which is there."""

_HALVED = re.compile(
    r"(?:但|不过|可是|只是|就是|然而)[^。;?!]{0,6}?(?:只|仅|就|有些|有的|部分|1部分|没|不(?!过|含"
    r"|涉|包|是)|旧|老|过期|早)"
    r"|(?:只|仅|就)(?:写|说|限|同意|授权|签|够|用于|针对|包括)了?(?!字)|部分(?:人|客户"
    r"|用户)?(?:同意|授权|签)"
    r"|\b(?:but|though|however|although)\b[^.;?!]{0,12}\b(?:only|just|not|some|part\w*|old"
    r"|expired)\b"
    r"|\bonly (?:for|to|some|part\w*|a few|covers?|allows?|mentions?)\b"
)
"""What takes half of a yes back."""


def hedged(phrase: str, before: str, behind: str) -> str:
    """Whether what stands around a phrase denies it (``denied``) or leaves it open (``open``);
    empty where it does neither."""
    if _OPEN_BEFORE.search(before) or _OPEN_BEHIND.match(behind) or _OPEN_ENGLISH.search(before):
        return "open"
    if _BEFORE.search(before) or _BEFORE_ENGLISH.search(before):
        return "denied"
    read = _BEHIND.match(behind)
    if read is not None and _speaks_of(phrase, read):
        return "open" if read["asks"] else "denied"
    read = _BEHIND_ENGLISH.match(behind)
    if read is not None:
        return "open" if read["asks"] else "denied"
    return ""


def _speaks_of(phrase: str, read: re.Match[str]) -> bool:
    """Whether a denial behind a phrase is one of it: 病历，没有了 only says that this is all."""
    if read["class"] is not None:
        return _CATEGORY.search(phrase) is not None
    apart = "," in read["more"] and not _HEDGED.search(f"{read['more']}{read['end']}")
    return not (apart and "了" in read["end"])


def surmised(names: Iterable[str], text: str) -> bool:
    """Whether a text denies one of some names as a surmise only (应该不算, probably not)."""
    for name in names:
        place = text.find(name)
        while place >= 0:
            end = place + len(name)
            before, behind = text[:place], text[end:]
            around = f"{_SENTENCES.split(before)[-1]}|{_SENTENCES.split(behind)[0]}"
            if _DOUBTING.search(around) and hedged(name, before, behind) == "denied":
                return True
            place = text.find(name, end)
    return False


def halved(known: Input, value: str, text: str) -> bool:
    """Whether a text takes half of a yes back (有同意书，但只写了内部使用): that is no yes, and
    nothing may rest on it. Of an input alone that asks whether there is something."""
    labels = dict(zip(known.values, known.labels, strict=False))
    lacking = any(label[:1] in ("没", "无") for label in labels.values())
    if not lacking or not labels.get(value, "").startswith("有"):
        return False
    return halves(text)


def halves(text: str) -> bool:
    """Whether a normalised text takes half of what it says back."""
    return _HALVED.search(text) is not None
