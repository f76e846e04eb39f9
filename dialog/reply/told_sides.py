"""What a short text asks of the ground of the reply before it: in which law that stands, since when
it holds, who punishes a breach of it, and what a breach costs. Pure.

Such a text names nothing but the side it asks for (哪条规定的, 哪天施行的, 谁来罚, 违规了罚多少).
Searched, it leads to any law that has the side, so it is known by its whole wording and answered
from what was told.
"""

from __future__ import annotations

import functools
import re
from typing import Literal

from dialog.reply.force_asked import asks_force
from dialog.reply.kept import kept
from dialog.reply.several import parts_of
from dialog.reply.wrongs import cheated_of_goods
from knowledge.answers.law_following import says_only
from knowledge.answers.law_topics import PENAL
from knowledge.answers.sides import sides_of
from knowledge.text import is_english, normalise, symbols

ToldSide = Literal["basis", "force", "authority", "penalty", "why", "gist"]

_LONGEST = 24
"""Characters of a text that asks for a side alone; English has thrice as many."""
_SMALL = (
    r"那么?|哦|嗯|噢|啊|好的?|行|请问|麻烦|劳烦|能不能|可以|能否|告诉我|想知道|我|我们|你们?|您|咱们?|刚才|刚刚|之前|前面|上面|上述|以上"
    r"|说|讲|提到?|回答|答复?|答案|话|的|了|过|是|都|又|也|在|于|就|这|那|个|些|句|点|种|[1一]|它|该|此|没?有|会|要|该|到底|究竟|具体|来|去|出|呢|吗|呀|吧|么|嘛"
    r"|[,.。，?？!！、~ ]"
)
_LAW = (
    r"(?:法条|法律|法规(?!定)|法|规定|文件|条文|条款|标准|国标|办法|条例|制度|规范|规则|依据|地方)"
)
_WHICH = r"(?:哪[1一些]?|什么|啥|第?几)(?:条|款|部|个|份|项|章|节|种)*(?:的)?"
_BASIS = re.compile(
    rf"{_WHICH}{_LAW}|(?:哪[1一]?|第?几)[条款部份]|哪[里儿](?:规定|写|说|讲|要求)|(?:规定|写)在哪"
    r"|依据|根据|出处|凭(?:的)?(?:什么|啥)|谁(?:说|讲|提|报道?|公布|发布|写|统计)(?:出来)?的"
    r"|哪[里儿]?(?:来|看到|得来|查到|听来)的|(?:消息|数据|说法|数字)?来源"
)
_BASIS_BESIDE = re.compile(
    rf"谁|报道?|公布|发布|写|统计|消息|来源|得来|看到|查到|听来|数字|出处|出自|依据|根据|哪[里儿]|{_WHICH}|{_LAW}|按照?|依照?|凭|来自|源自|写明?|明确|得出|结论|说法"
    rf"|这么|这样|要求|政策|原文|里面?|哪|{_SMALL}"
)
_WHY = re.compile(
    r"(?:那么?|哦|嗯|可是?|但是?|不过|请问|我想知道|这|它|[, ])*(?:为什么|为啥|为何|凭啥|凭什么)"
    r"(?:会|就|是|还|都|也|说|能|可以|这样|这么|如此"
    r"|不用|不需要|不必|不能|不可以|无需|免|要|需要|得|必须|只|我们?)*"
    r"(?:办|做|走|签|选|交|申报|定|规定|判断?)?"
    r"(?P<of>数据出境|出境|安全评估|评估|标准合同|合同|认证|备案|申报|手续|或|和|、|的)*"
    r"(?:呢|啊|了|的|呀|吗|[?.。! ])*"
    r"|(?:but |and |so |ok(?:ay)?,? )*why(?: (?:is|was) (?:that|it|this))?"
    r"(?: (?:so|exactly|though))?"
    r"(?: (?:do|don't|must|should|is|isn't|would|can|can't) (?:we|i|it|that|there))?"
    r"(?P<of_english>(?: (?:not|no|need(?:ed)?|have to|required|exempt(?:ed)?"
    r"|waived|do|file|sign|apply|for|an?|the|any"
    r"|security|assessment|standard|contract|certification))*)[?. ]*"
)
"""Who asks why that holds which was told: 为什么不用评估."""
_CUT = re.compile(r"[?？。!！]+\s*(?=\S)")
_GIST = re.compile(
    rf"(?:{_SMALL}|给|把|将|帮|请)*(?:原文|原话|条文|全文|法条)(?:内容)?(?:{_SMALL}|给|把|将|请|怎么|如何|什么|啥|写|念|读|看|听"
    rf"|发|贴|引|有吗)*"
    r"|(?:(?:please|and|can you|could you|,) ?)*(?:read|quote|show|give|tell|cite)"
    r"(?: (?:me|us|out))*"
    r" (?:the |its )?(?:exact |original |full )?(?:text|words|wording|article|provision)"
    r"(?: (?:of|in) (?:it|that|the law))?(?: to (?:me|us))?(?: please)?[?. ]*"
)
"""Who asks for the words of what the reply rests on."""
_WHO = (
    r"(?:谁|(?:哪[1一]?|什么|啥)(?:个|些|家|级)?(?:主管|执法|监管|行政|政府)?"
    r"(?:部门|机关|机构|单位|局)|哪[1一]?家|哪个)"
)
_PUNISHES = (
    r"(?:开?罚单?款?钱?|[下作]?出?处罚(?:决定)?|执法|查处|处分|追究(?:责任)?|制裁|罚我们?|罚咱们)"
)
_GOVERNS = r"(?:管|监管|主管|监督|处理|查|负责)"
_WHO_PUNISHES = re.compile(rf"{_WHO}.{{0,4}}?{_PUNISHES}")
_WHO_GOVERNS = re.compile(rf"{_WHO}.{{0,4}}?{_GOVERNS}")
_AUTHORITY_BESIDE = re.compile(
    rf"{_SMALL}|{_WHO}|{_PUNISHES}|{_GOVERNS}|由|归|向|被|有权力?|权|这?笔?钱|罚?款|负责|违反|违规|违法|犯|如果|要是|万一|不做|没做|不办|没办|不遵守|的话|时候|事|作出?|决定"
)
_PUNISHED = re.compile(rf"[罚找究]谁|{_WHO}.*被")
"""Who is punished is not who punishes."""
_HOW_MUCH = re.compile(r"(?<=罚)款?(?:标准|金额|数额|力度|幅度)")
_IN_CASE = re.compile(
    r"违规|违法|违反|犯(?=了|$)"
    r"|(?:不|没有?)(?:遵守|照做|照办|执行|按要求(?:做|办)?|按规定(?:做|办)?|合规)"
    r"|(?:硬要|非要|偏要|还是|照样|要是|如果)?(?:卖|做|传|干)了|[这那][样么](?:做|卖|传|干)"
    r"|(?:[搞弄做办干]错|出错|犯错|出(?:了|现)?(?:差错|问题|岔子)|没[做办弄搞]对)"
)
"""What supposes a breach and names none."""
_LEFT_UNDONE = re.compile(
    r"(?:不|没有?|忘了?)(?:去|给|照着?|按时)?(?:做|交|办|评|报|贴|签|打|写|删|留|存|备|弄|搞)"
)
"""What supposes that whatever was told is left undone."""
_THEN = re.compile(r"怎么样|怎样|咋样|如何|的话|如果|要是|万一|会|有|后果|什么|啥")
"""What asks what comes then."""
_NOUN = (
    r"(?:laws?|acts?|articles?|rules?|regulations?|provisions?|standards?|documents?|sections?"
    r"|clauses?|paragraphs?|statutes?|source|basis|legal ground|authority for)"
)
_BASIS_ENGLISH = re.compile(
    rf"\b(?:which|what) (?:exact |legal |specific |particular |of the |part of the )?{_NOUN}\b"
    rf"|\bwhat(?:'s| is| was) (?:the|your) (?:exact |legal |specific )?{_NOUN}\b"
    r"|\bwhere (?:does|do|did|is|was|are) (?:it|that|this|they|you)\b"
    r"(?=.*\b(?:sa(?:y|id)|state[ds]?|written|from|found|laid|come|get)\b)"
    r"|\b(?:your|the|its) (?:legal )?(?:basis|source)\b"
)
_BASIS_BESIDE_ENGLISH = re.compile(
    rf"\b(?:{_NOUN}|which|what|where|is|are|was|were|does|do|did|the|a|an|and|so|but|ok(?:ay)?|please"
    r"|sorry|can|could|would|you|we|i|me|tell|name|cite|give|that|this|it|those|these|they|your|its"
    r"|exact(?:ly)?|legal|specific|particular|part|just|say|says|said|saying|states?|stated|written"
    r"|comes?|came|from|based|rests?|stands?|found|laid|down|get|got|on|under|according|to|in|of|for"
    r"|by|at|quote[ds]?|cite[ds]?|mention(?:ed)?|provides?|requires?|required|prescribes?|covers?"
    r"|answer|claim|statement|number|again|then|precisely|'s|s)\b|[,.?!' ]"
)
_WHO_ENGLISH = (
    r"(?:who(?:'s|'d|'ll| is)?|(?:which|what) (?:government |public )?"
    r"(?:authority|authorities|agency|agencies|department|body|bodies|regulators?|office))"
)
_FINES_ENGLISH = (
    r"(?:fin(?:e|es|ing)|punish(?:es|ing)?|penali[sz](?:es?|ing)|enforc(?:es?|ing)|sanctions?"
    r"|prosecutes?"
    r"|(?:imposes?|issues?|hands? (?:out|down)|sets?|collects?|levies) (?:(?:the|that|this|a) )?"
    r"(?:fines?|penalt(?:y|ies)|punishment))"
)
_AUTHORITY_ENGLISH = re.compile(
    r"(?:and |so |but |then |ok(?:ay)?,? |please |by )*"
    rf"{_WHO_ENGLISH} (?:(?:will|would|can|could|may|does|do|is|are|be|actually|going|to"
    r"|has|have|the|power|authority|right) )*"
    rf"(?:{_FINES_ENGLISH}|(?:in charge of|responsible for) (?:enforcing|enforcement|fining"
    r"|punishing|penalties|fines))(?: (?:us|me|you|it|that|this|them|companies|breach(?:es)?"
    r"|violations?|the|rule|law|for|if|we|break|then|here|do|don't|so|ignore))*[?. ]*"
)
_PENALTY_ENGLISH = re.compile(
    r"(?:and |so |but |then |ok(?:ay)?,? )*(?:what (?:happens |then )?)?if (?:we|i|you|they|one)"
    r"(?: (?:just|simply|still|then))?"
    r" (?:do not|don't|did not|didn't|never|fail to|forget to|ignore|skip|break|breach|violate"
    r"|g[eo]t (?:it|this|that|something) wrong|make (?:a )?mistakes?"
    r"|mess (?:it|this|that) up|mess up|go wrong|are (?:caught|wrong)|(?:get|were) caught)\b ?"
    r"(?:(?:do|comply|follow|obey|observe|it|that|this|so|them|the|rules?|law|duty|duties|any|of"
    r"|with|at all|anyway|simply|just)\b ?)*[?. ]*"
)
_PENALTY_BESIDE_ENGLISH = re.compile(
    r"\b(?:what|s|how|much|is|are|there|the|a|an|any|and|so|but|if|we|i|you|do|does|did|don't|not|for|it"
    r"|that|this|us|will|would|can|could|be|get|gets|ignor(?:e|es|ed|ing)|break(?:s|ing)?|breach"
    r"(?:es|ing)?|violat(?:e|es|ing|ion)s?|skip(?:ping)?|fail(?:s|ing)?|to|comply(?:ing)?|obey(?:ing)?|observ(?:e|ing)|with|of|then|max"
    r"|maximum|highest|big|high|up|possible|likely|kind|sort|risk|face|apply|applies|happens?|them"
    r"|in|case|otherwise|rules?|doing|so|ok(?:ay)?|please)\b|[,.?!' ]"
)


@kept
def sides_asked(text: str) -> tuple[ToldSide, ...]:
    """The sides that a text asks for with every word of each of its questions; nothing where it
    asks for something else as well."""
    found: list[ToldSide] = []
    whole = [text] if _side(text) else parts_of(text)
    # 依据哪条？原文念给我听 asks, and then tells what to do.
    parts = [p for part in whole for p in ([part] if _side(part) else _CUT.split(part))]
    for part in parts:
        side = _side(part)
        if side == "":
            return ()
        found.append(side)
    return tuple(dict.fromkeys(found))


def names_what(text: str) -> bool:
    """Whether a text that asks why names what is or is not to be done (评估)."""
    read = _WHY.fullmatch(normalise(text).strip())
    return read is not None and bool(read["of"] or read["of_english"])


def governs_alone(text: str) -> bool:
    """Whether a text asks who is in charge rather than who deals with a breach: of a mere duty,
    that is another matter."""
    text = normalise(text)
    dealt_with = _WHO_PUNISHES.search(text) or _IN_CASE.search(text)
    return not is_english(text) and dealt_with is None


@functools.lru_cache(1024)
def _side(text: str) -> ToldSide | Literal[""]:
    text = normalise(text).strip()
    english = is_english(text)
    if not text or len(text) > _LONGEST * (3 if english else 1) or cheated_of_goods(text):
        return ""
    if asks_force(text):
        return "force"
    if _WHY.fullmatch(text):
        return "why"
    if _GIST.fullmatch(text):
        return "gist"
    if english:
        return _side_in_english(text)
    if _asks_basis(text):
        return "basis"
    who = _WHO_PUNISHES.search(text) or _WHO_GOVERNS.search(text)
    if who is not None and _PUNISHED.search(text) is None:
        return "authority" if not _AUTHORITY_BESIDE.sub("", text) else ""
    return "penalty" if _asks_penalty(text) else ""


def _side_in_english(text: str) -> ToldSide | Literal[""]:
    if _AUTHORITY_ENGLISH.fullmatch(text):
        return "authority"
    if _BASIS_ENGLISH.search(text) and not _BASIS_BESIDE_ENGLISH.sub("", text):
        return "basis"
    if _PENALTY_ENGLISH.fullmatch(text) or _asks_penalty(text):
        return "penalty"
    asks = PENAL.search(text) is not None
    rest = _PENALTY_BESIDE_ENGLISH.sub("", PENAL.sub("", text))
    return "penalty" if asks and not rest else ""


def _asks_basis(text: str) -> bool:
    return _BASIS.search(text) is not None and not _BASIS_BESIDE.sub("", text)


def _asks_penalty(text: str) -> bool:
    read = _HOW_MUCH.sub("", _IN_CASE.sub("违反", text))
    if says_only(PENAL, read) or sides_of(symbols(read)) == ("penalty",):
        return True
    supposed = _IN_CASE.sub("", _LEFT_UNDONE.sub("", text, count=1), count=1)
    then = _THEN.search(supposed) is not None or text.endswith("呢")
    rest = re.sub(_SMALL, "", _THEN.sub("", PENAL.sub("", supposed)))
    return supposed != text and then and not rest
