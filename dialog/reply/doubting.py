"""What a visitor says to an answer instead of asking on: that it is doubted, or that it is empty
words. Pure. That it is wrong, or missed the point, is known by ``blaming``.

A doubt names no matter but the answer before it, and at most what is remembered of it
(我记得是两年). The answer is held to: it is said again with its source, whatever the visitor
remembers. A grumble asks for nothing that could be searched.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from dialog.reply.again import asks_again, once_each
from dialog.reply.blaming import blames, wonders
from dialog.reply.context import says_what_befalls
from dialog.reply.corrected import corrected
from dialog.reply.kept import kept
from dialog.reply.languages import only_wishes_language
from dialog.reply.question import Exchange
from knowledge.quantities import quantities
from knowledge.text import normalise

_LONGEST = 40
"""Characters beyond which a text tells something of its own."""
_END = r"(?:[吗吧么嘛啊呀呢哦啦了的]|[,.?!~。 ])*"
_LEAD = (
    r"(?:(?:啊|哦|噢|嗯|呃|诶|欸|咦|等等|等[一1]下|那|可是?|但是?|不过|我|so|but|hm+|wait)[,. ]*)*"
)
_SOMEBODY = (
    r"(?:(?:我们?|咱们?)?的?(?:儿子|女儿|老[公婆伴板]|爱人|朋友|同学|同事|领导|经理|会计|律师"
    r"|老师|家人|亲戚|邻居|爸|妈|弟弟?|哥哥?"
    r"|姐姐?|妹妹?)|他们?|她们?|人家|别人|网上|中介|客户|同行|那(?:个)?人|隔壁[^,。?!]{0,3})(?:们"
    r"|说的)?"
)
"""Whom a visitor has heard it from."""
_WRONG = (
    r"(?:不对|不是(?:这样的?|这么回事)?|不会(?:是?这样)?|错了|没有?搞错|没有?弄错|[搞弄说记答]错了)"
    r"(?:的)?(?:吧|么|吗|啊|呀)+"
    r"|(?:你们?|您)?(?:确定|肯定|能确定|敢确定|有把握)(?:是?这样|没错|没问题|不会错)?(?:吗|么|不"
    r"|吧)"
    r"|(?:你们?|您)(?:是不是)?(?:搞|弄|说|记|答|讲)错了|真的吗|真的假的|是真的吗|是这样吗|有这么"
    r"[长短久多少](?:吗|么)"
    rf"|(?:所以|那么?|是|也就是说|意思是)*{_SOMEBODY}(?:是|都|在|全|根本|完全)*(?:瞎说|乱说|胡说"
    rf"|瞎讲|乱讲|骗我|骗人|忽悠(?:我|人)?"
    r"|[说讲记搞弄听看]错|不懂|说得?不对|讲得?不对)(?:了|的|八道)*(?:咯|喽|吧|吗|么|啊|呀|啦|呗"
    r"|哦)+"
    r"|are (?:you|u) (?:really |quite )?(?:sure|certain)(?: (?:about|of) (?:that|this|it))?"
    r"|(?:really|is that (?:right|true|correct))(?=[?!. ]*$|,)|(?:that )?(?:can'?t|cannot) be right"
)
_REMEMBERS = (
    r"(?:我|我们)?(?:这边)?(?:明明|怎么|一直|之前|以前|印象(?:里|中)?|好像)*"
    r"(?:记得|印象|听说|听人说|看到|查到|听到|以为|查的|看的)(?:的)?(?:好像|应该|明明)?(?:是|说"
    r"|写|要|有)*(?:的是)?"
    r"|(?:网上|别人|人家|朋友|同行|律师|客服|之前|以前|领导|老师|你们的?人|工作人员)(?:都|跟我"
    r"|告诉我)?(?:说|写|讲)(?:的|过)?(?:是)?"
    r"|(?:不是|应该是|明明是?|难道不是|不应该是|不该是|怎么(?:会)?是)"
    r"|i (?:thought|remember(?:ed)?|heard|read|was told)(?: that)?(?: it (?:was|is)| it'?s)?"
    r"|(?:isn'?t|wasn'?t|shouldn'?t) it(?: be)?"
)
_DOUBT = re.compile(
    rf"{_LEAD}(?P<wrong>(?:{_WRONG}){_END})?{_LEAD}"
    rf"(?P<remembers>(?:{_REMEMBERS})[,: ]*(?P<what>[^?]{{1,16}}?))?{_END}"
)
_NO_ASKING = r"(?!(?:[^,]*)(?:哪|怎么|如何|什么|啥|多少|多久|几[个天年条月]|谁|为什么))"
_RECALLS = re.compile(
    rf"{_LEAD}(?:你们?|您)?(?:(?:刚才|刚刚|刚|前面|之前|上面|开始|先前|方才)(?:明明)?(?:不是|难道不是)(?:还|都)?"
    rf"(?:说|讲|答|告诉我?)|(?:不是|难道不是)(?:刚|才|前面|之前)+(?:说|讲|告诉我?)"
    r"|(?<=[你您们])(?:不是|难道不是)(?:说|讲|告诉我?)"
    rf"|(?:刚才|刚刚|前面|之前|上面|开始)?明明(?:说|讲|答))"
    rf"(?:过|的|了)?(?:是)?{_NO_ASKING}(?P<what>[^,?。]{{1,24}}?)(?:的)?{_END}"
    r"|(?:but |so |wait,? |hold on,? |hm+,? )*"
    r"(?:did(?:n't| not) you (?:just )?(?:say|tell me|write)"
    r"|you (?:just |clearly )?(?:said|told me|wrote)(?=.*, (?:didn't you|right|no)\b))(?: that)? "
    r"(?!(?:[^,]*)\b(?:what|which|how|who|when|why|where)\b)(?P<english>[^,?]{2,80}?)"
    r"(?:, (?:didn't you|right|no))?[?. ]*"
)
"""Who recalls that something else was said before: 你刚才不是说要选标准合同吗."""
_HOLDS = ("answered", "partial", "unknown")
_EMPTY = (
    r"套话|废话|官话|空话|车轱辘话|屁话|场面话|客套话?|打?官腔|打太极|踢皮球|复读机|机器话"
    r"|(?:等于|跟|和)?(?:没说|没答|没回答|白说|白问)(?:[1一]样)?|[不说讲]+人话|(?<!有)没有?用"
    r"(?!过)|没有?帮助|帮不上忙?"
    r"|(?:没有?)?[1一][句点](?:有用|人话|实在)的?(?:都|也)?(?:没有?)?|没有?(?:[1一]"
    r"[句点])?有用的?(?:话)?"
    r"|答非所问|所答非所问|文不对题|[驴牛]头不对马嘴|驴唇不对马嘴|胡说(?:八道)?|瞎说|瞎扯|扯淡|放屁"
    r"|垃圾|废物|蠢货?|笨蛋?|傻(?:子|瓜|[逼叉bx])?|智障|脑残|弱智|白痴|去?(?:你|他)妈的?|妈的|操|靠"
    r"|(?:问|说)?(?:啥|什么)(?:都|也)(?:不知道|不会|不懂|答不[上出]来?|回答不[了上])|[1一]问[3三]不知"
    r"|(?:[这那1一]?[大小]?[帮群伙堆]|(?:就|都|全|简直|纯粹?|真)是(?:[1一]?个)?)大?"
    r"(?:骗子|强盗|奸商|流氓|无赖)(?![了的]?[吗么])|差劲|[气火恼]死(?:我|人)?"
    r"|(?:会不会|懂不懂)(?:办事|干活|做事|说话|人话)|(?<=你是|们是|你算)什么(?:东西|玩意儿?)"
    r"|(?:you )?(?:stupid|idiots?|dumb|moron|trash|fuck(?:ing)?(?: you)?|shit)"
    r"(?: (?:bot|robot|machine))?"
    r"|(?:complete |total |utter )?(?:bull ?shit|nonsense|rubbish|crap|garbage)"
    r"|(?:that(?:'s| is) )?not what i (?:asked|meant)(?: for)?"
    r"|empty (?:words|talk|phrases)|boilerplate|canned (?:answers?|replies)|useless(?: answers?)?"
    r"|no help(?: at all)?|not (?:helpful|helping)(?: at all)?"
)
_AWAY = (
    r"滚(?:蛋|开|出去|[1一]边去|远点)?|走开|[1一]边(?:儿)?去|闭嘴|住口|少烦我|烦死(?:我|人)?"
    r"|别(?:再)?(?:烦|吵|理|说话|说)(?:我|了)*"
    r"|(?:please |just )*(?:go away|get lost|shut (?:the \w+ )?up|(?:piss|buzz|fuck|bugger|sod) off"
    r"|leave me alone|get out(?: of here)?|stop talking)"
)
"""What sends the desk away."""
_AROUND = (
    r"你们?|您|可以|我|这(?:[个种些]|样|么)?|人|到底|究竟|那|就|只|都|也|全|尽|净|总是?|老是?|又|是|在|会"
    r"|怎么|为什么|说来说去|说了?|讲了?|答了?|回答|半天|绕来绕去|来|能不能|能"
    r"|机器人|数字人|客服|[1一]?堆|些|什么|跟|给|感觉|觉得|完全|根本|真|太"
    r"|别|不要|少|点|的|了|吗|吧|啊|呀|嘛|呢|而已|连篇|[,.?!~。 ]"
    r"|that(?:'s| is)|you(?:'re| are)|it(?:'s| is)|just|only|all|nothing but|so|this is|giving me"
)
_GRUMBLE = re.compile(rf"(?:{_AROUND}|{_EMPTY}|{_AWAY})+")
_GRUMBLES = re.compile(rf"{_EMPTY}|{_AWAY}")
_DISMISSES = re.compile(_AWAY)
_OF_ONESELF = re.compile(r"我(?!觉得|感觉)[^,.?!。]{0,4}没有?用|\bi(?:'m| am) (?:so )?useless")
"""Who calls themselves useless does not grumble, and may be in need."""


def doubts(text: str) -> bool:
    """Whether a text says nothing but that the answer before it is doubted, with what is remembered
    of it at most."""
    return _read(text) is not None


def remembered(text: str) -> str:
    """The figure that a doubt remembers (两年), as it is written; empty where it names none."""
    what = _read(text) or ""
    found = quantities(normalise(what))
    return normalise(what)[found[0].start : found[0].end] if len(found) == 1 else ""


def recalls(text: str) -> bool:
    """Whether a text asks nothing but whether the desk did not say so before."""
    return what_recalled(text) is not None


def what_recalled(text: str) -> str | None:
    """What a text recalls that the desk said before; ``None`` where it asks for something else."""
    text = normalise(text).strip()
    short = len(text) <= _LONGEST * (3 if text.isascii() else 1)
    read = _RECALLS.fullmatch(text) if short else None
    return (read["what"] or read["english"]) if read is not None else None


@kept
def _read(text: str) -> str | None:
    """What a doubt remembers; ``None`` where a text is no doubt."""
    if recalls(text):
        return ""
    if blames(text):
        return None
    if wonders(text):
        return ""
    text = normalise(text).strip()
    read = _DOUBT.fullmatch(text) if 1 < len(text) <= _LONGEST else None
    if read is None or not (read["wrong"] or read["remembers"]):
        return None
    what = what_else = read["what"] or ""
    if not read["wrong"] and not quantities(what):
        # 我听说要备案 may begin a matter of its own.
        return None
    for found in reversed(quantities(what)):
        what_else = f"{what_else[: found.start]} {what_else[found.end :]}"
    return what if not what or says_what_befalls(what_else) else None


@kept
def grumbles(text: str) -> bool:
    """Whether a text says nothing but that the answers are empty words, or that the desk may go
    away."""
    text = normalise(text).strip()
    short = len(text) <= _LONGEST * (2 if text.isascii() else 1)
    if not short or _OF_ONESELF.search(text) is not None:
        return False
    return _GRUMBLES.search(text) is not None and _GRUMBLE.fullmatch(text) is not None


def dismisses(text: str) -> bool:
    """Whether a grumble sends the desk away."""
    return grumbles(text) and _DISMISSES.search(normalise(text)) is not None


def to_hold(exchanges: Sequence[Exchange]) -> bool:
    """Whether the exchange before a doubt told something that can be held to."""
    last = exchanges[-1] if exchanges else None
    return last is not None and last.outcome in _HOLDS and bool(last.entries)


def doubt_of(text: str, exchanges: Sequence[Exchange]) -> str:
    """The text, where it doubts an answer that can be held to; else empty."""
    still_open = bool(exchanges) and exchanges[-1].outcome == "clarify" and recalls(text)
    if not (still_open or to_hold(exchanges)) or asks_again(text) or mended_figure(text, exchanges):
        return ""
    return text if doubts(text) else ""


def matters_alone(exchanges: Sequence[Exchange]) -> tuple[Exchange, ...]:
    """The exchanges without those that only said an answer again, be it in another language,
    doubted or blamed it, or grumbled."""
    single = once_each(exchanges)
    return tuple(
        e
        for number, e in enumerate(single)
        if not _of_answer_alone(e.question) or mended_figure(e.question, single[:number])
    )


def mended_figure(text: str, exchanges: Sequence[Exchange]) -> str:
    """The figure with which a text takes back another one that its writer named before: 50万 of
    不是5万，是50万 after a case of 5万; empty where it does not."""
    correction = corrected(text, exchanges)
    if correction is None:
        return ""
    taken = {q.value for q in quantities(correction.denied)}
    told = {q.value for e in exchanges for q in quantities(normalise(e.question))}
    return correction.meant if taken & told and quantities(correction.meant) else ""


@kept
def _of_answer_alone(text: str) -> bool:
    return doubts(text) or grumbles(text) or blames(text) or only_wishes_language(text)
