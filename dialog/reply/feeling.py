"""How a visitor feels: one of the closed list of feelings. Weak signs count as neutral."""

from __future__ import annotations

import re
from typing import cast

from dialog.reply.small_models import Floats, SmallModel
from knowledge.text import normalise
from knowledge.types import Feeling

SURE = 0.8
"""Below this chance a feeling is not acted upon: care where none is needed reads as mockery."""
_UNSHOWN = 0.9
"""The same of anger that no word shows: who is low or chats in few words sounds alike to it."""
_CALLED = re.compile(r"(^[^\s,。!?]{1,6}|^(?:[a-z]+ ?){1,3})!(?= ?[^!])")
"""A call in front of what is said, as greetings are written: Good morning! 各位好!"""


_SHOWN_BY: dict[Feeling, re.Pattern[str]] = {
    "anxious": re.compile(
        r"担[心忧]|擔心|[怕慌愁急忧]|焦虑|不安|紧张|没底|不踏实|发毛|打鼓|七上八下|睡不[着好]"
        r"|心虚|后怕|糟了"
        r"|完了|吓|不放心|没戏|隐患"
        r"|会不会|不会.{0,12}吧|万一|怎么办|咋[办整]|出事|有事|来得及|变数|追溯|悬"
        r"|\b(?:worr\w*|afraid|nervous|concern\w*|anxious|uneasy|scared|trouble|safe|sure|fear\w*"
        r"|what if|panic\w*)\b"
    ),
    "urgent": re.compile(
        r"急|紧迫|时间紧|快(?!递|到期|要)|马上|立刻|立即|赶|尽早|来不及|等不|等着|分钟|小时|截止"
        r"|今[天日晚]|明[天早]"
        r"|现在就|现场|速|抓紧|优先|磨蹭"
        r"|\b(?:urgent\w*|asap|quick\w*|hurry|now|soon|immediate\w*|deadline|today|tonight|minutes?"
        r"|hours?|no time|right away|on fire)\b"
    ),
    "angry": re.compile(
        r"!|\?{2}|[气怒烦火恼]|愤|气死|投诉|举报|凭什么|凭啥|到底|究竟|什么玩意|搞什么|怎么回事"
        r"|怎么又|骗|坑[人我]|垃圾"
        r"|[破烂爛]|滚|骂|混蛋|废物|智障|狗屁|辣鸡|敷衍|踢皮球|推[来诿]|拖|荒唐|离谱|过分|欺|岂有"
        r"|态度|素质|不像话"
        r"|有病|无语|接受不了|无法接受|退钱|耍|逗我|人话|官话|废话|复读|闹|追究|天天|老是|永远"
        r"|[又还]要|第[二三四五]次"
        r"|[好多]几[次趟遍]|没用|摆设|讲理|受够|糊弄|磨蹭|吃白饭|吹牛|答非所问|不理|没人[接理管]"
        r"|等了|白跑|白等"
        r"|\b(?:angry|furious|outrag\w*|ridiculous|nonsense|stupid|useless|disgrace\w*|kidding"
        r"|sick of|fed up|how dare|unacceptable|waste\w*|again|terrible|awful|joke|scam|worst"
        r"|incompeten\w*|demand|hours?|weeks?|months?|days|why on earth|damn|hell|wtf)\b"
    ),
    "confused": re.compile(
        r"不(?:太|大|怎么|是很)?(?:懂|明白|理解|清楚)|没(?:太|怎么|有)?(?:搞|弄|看|听|读)?(?:懂"
        r"|明白|清楚?)|[搞分弄理闹看听整]不(?:太)?(?:清|懂|明白|通|出)"
        r"|糊涂|晕|迷(?!你|信)|懵|蒙(?:了|圈)|困惑|疑惑|混(?:淆|乱|了|在)|[太好很真]?乱|绕(?!过"
        r"|开|道)|复杂|一头雾水|摸不着|到底|究竟|啥意思|什么意思|搞混"
        r"|\b(?:confus\w*|understand\w*|unclear|lost|puzzl\w*|complicated|complex|on earth"
        r"|make sense"
        r"|mixed up|don't (?:get|follow)|no idea|baffl\w*|bewilder\w*|what does .{0,40} mean)\b"
    ),
    "disappointed": re.compile(
        r"失望|难受|泄气|灰心|丧气|心[凉寒冷]|罢了|算了|早知道|白[^天色名皮领]|没[用劲戏]|没盼头"
        r"|没意思|[唉哎累]"
        r"|以为|吹[了牛得]|到头来|结果|可惜|遗憾|没想到|就这|一场空|指望|不如|怎么还|还是[没不]"
        r"|\b(?:disappoint\w*|let ?down|pity|shame|sad\w*|unfortunately|hop(?:ed|ing)|thought"
        r"|nothing|waste\w*|useless|gave up|given up|pointless|still|again|really\?|never)\b"
    ),
}
"""Feelings that are read into plain questions as well (公司受过处罚能不能入驻 is no worry,
你们电话多少 no anger): something in the words must show them."""


_ASKS = re.compile(
    r"[?吗呢么谁哪几啥咋]|什么|多少|怎么|如何|是否|(.)不\1|[能会行可要有是]不|[不没]$|还是|有没有"
    r"|多[久长大]"
    r"|^(?:who|what|when|where|which|how|is|are|do|does|did|can|could|may|must|should|will)\b"
)


def read(model: SmallModel | None, text: str, vector: Floats | None) -> Feeling:
    """The feeling in a question."""
    if model is None:
        return "neutral"
    guess = model.guess(text, vector)
    label = cast("Feeling", guess.label)
    if guess.chance < SURE or not _shows(label, normalise(text), guess.chance):
        return "neutral"
    return label


def _shows(label: Feeling, text: str, chance: float) -> bool:
    """Whether a normalised text shows a feeling that is read into plain questions too."""
    shown = _SHOWN_BY.get(label)
    if shown is None or shown.search(_CALLED.sub(r"\1 ", text)):
        return True
    # Who asks nothing may be angry or let down in words that stand in no list.
    unasked = label in ("angry", "disappointed") and not _ASKS.search(text)
    return unasked and chance >= (_UNSHOWN if label == "angry" else SURE)
