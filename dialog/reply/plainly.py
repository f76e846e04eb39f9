"""What a visitor says that asks for nothing the knowledge could hold: that is all right, that is
enough, a person please, you sold my number. Pure.

Such a text is known by its whole wording. Searched, it leads to any other matter; with another word
in it, it is a question like all others.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec

from dialog.reply.asides import aside_topic
from dialog.reply.at_the_desk import asked_of_the_desk
from dialog.reply.blaming import blames
from dialog.reply.confronting import confronts
from dialog.reply.doubting import dismisses, doubts, grumbles, recalls
from dialog.reply.greeting import announces, greets
from dialog.reply.parting import gets_ready, parts
from dialog.reply.question import Exchange
from knowledge.text import normalise
from knowledge.types import Intent

_LONGEST = 80
"""Characters beyond which a text tells something of its own."""
_PERSON = re.compile(
    r"(?:那|好的?|算了|不行|还是|我们?|你们?|您|请|麻烦|快|直接|现在|就|想|要|需要|必须"
    r"|能不能|可不可以|可以|能|给我|帮我|帮忙|有没有|有|[,.!。 ])*"
    r"(?:(?:转|找|接|换|叫|联系|呼叫|见|跟|和|到|派|来)(?:[1一]?[个位下])?)*(?:你们的?|的)?"
    r"(?:人工|真人|活人|客服|工作人员|(?<=[找换叫]|个)人)(?:客服|服务|坐席|接待|咨询|工作人员)?"
    r"(?:来?(?:说|聊|谈|讲|问|回答|答|接|帮我|沟通|处理|对接)(?:[1一]下|话)?)?"
    r"(?:行不行|行吗|好吗|可以吗|在吗|在不在|谢谢|[吗么吧呢啊呀嘛了]|[,.?!~。 ])*"
    r"|(?:(?:please|ok|okay|no|just|hey|hi|sorry)[,. ]*)*"
    r"(?:(?:i (?:want|need|would like|wish)|i'?d like|can i|could i|may i|let me|give me|get me"
    r"|connect me|transfer me|put me through|can you|could you)[, ]*)*"
    r"(?:to |(?:talk|speak|chat) |with |get |find |call |through )*"
    r"(?:an? |the |some |your |real |live |actual )*"
    r"(?:human(?: being| agent)?|person|operator|agent|representative|staff(?: member)?"
    r"|member of staff|somebody real|someone real)(?:[,. ]*(?:please|now|instead))*[.?! ]*",
    re.IGNORECASE,
)
_WHO = (
    r"(?:他们?|她们?|人家|那位|那个人|你们?的?|您们?的?|贵[所司]的?|交易所的?|刚才说的|上面说的)*"
    r"(?:他们?|她们?|[小老][\u4e00-\u9fff]|[\u4e00-\u9fff](?:总|工|主任|先生|女士|姐|哥|经理|老师"
    r"|主管)|人家|那位|那个人|工作人员|客服|人工|真人|经理|主管|负责人|领导|老师|师傅|专员"
    r"|联系人|对接人|经办人?|同事|值班的?人?员?)"
)
_NOW = (
    r"(?:今[天日]|明[天早]|现在|这会儿?|此刻|目前|这个点|[上下中]午|晚上"
    r"|都|还|[1一]直|到底|究竟|那)*"
)
_THERE = (
    r"(?:在不在|在没在|有没有在|在|有没有空|有空|上不上班|上没上班|上班|值班|当班|在线|下班了?没?"
    r"|走了没?|接不接电话|接电话|联系得上|联系得到|找得到)"
    r"(?:线|岗|班|单位|办公室|公司|所里|那[里儿边]|这[里儿边])?"
)
_IS_IT = r"(?:吗|么|嘛|呢|吧|啊|呀|没有?|不|了|[?.!~。 ])*"
_AT_YOURS = (
    r"(?:那|请问|你们?|您|贵[所司]|交易所|那[里儿边]|现场|窗口|柜台|前台"
    r"|办公室|大厅|这[里儿边]|[, ])*"
)
_TODAY = r"(?: (?:today|now|right now|at the moment|tomorrow|this (?:morning|afternoon)))*"
_IN = r" (?:there|in|here|available|online|around|at work|at the office|in the office|working|free)"
_PERSON_THERE = re.compile(
    rf"(?:那|请问|[, ])*{_NOW}{_WHO}{_NOW}{_THERE}{_IS_IT}"
    r"|(?:and |so |hello |hi |[, ])*(?:is|are|will) (?:he|she|they|(?:the |your |a |that )?(?:staff"
    r"|manager|person|agent|colleagues?|operator|lady|guy|contact(?: person)?))(?: be| still)?"
    rf"{_IN}{_TODAY}[?.! ]*"
)
"""What asks whether somebody is there."""
_ANYBODY_THERE = re.compile(
    rf"{_AT_YOURS}{_NOW}{_AT_YOURS}(?:有没有|有)(?:个)?(?:真|活|大活)?人"
    rf"(?:在|值班|上班|接待|接电话|回复|回|管|理)*{_IS_IT}"
    rf"|{_AT_YOURS}人(?:都)?(?:在不在|在|呢|(?:都)?(?:去|跑)?哪(?:里|儿)?(?:去)?了?){_IS_IT}"
    r"|(?:and |so |hello |hi |[, ])*(?:(?:is|are) )?(?:there )?"
    rf"(?:any(?:one|body)|some(?:one|body)|people){_IN}{_TODAY}[?.! ]*"
)
"""The same without naming whom: at the beginning of a conversation that is a greeting."""
_ENOUGH = re.compile(
    r"(?:嗯|哦|噢|啊|那|好|行|可以|算|得|没事|没问题|不用|不必|不[问弄办搞看]|先这样|就这样|知道"
    r"|明白|懂"
    r"|非常感谢|十分感谢|多谢|感谢|谢谢|谢了|谢|辛苦|麻烦您|麻烦你|您|你|清楚"
    r"|了解|收到|我|们|都|的|了|吧|呀|啦|哈|咯|喽|哟|嘞|滴|哒|老师|师傅|小?姑娘|小哥|[,.!~。 ])+"
    r"|(?:(?:ok(?:ay)?|k|fine|all ?right|alright|good|great|cool|right|sure|i see|got it"
    r"|understood|i understand|noted|never ?mind|forget it|no matter|that'?s (?:fine|ok(?:ay)?|all)"
    r"|(?:it'?s|that is) (?:fine|ok(?:ay)?)|then|thanks|thx|ty)[,.!~ ]*)+",
    re.IGNORECASE,
)
_THANKS = re.compile(r"谢|辛苦|\b(?:thanks?|thx|ty)\b")
_CALLED_OFF = re.compile(
    r"算了|不用|不必|不[问弄办搞看]|(?:先|就)这样|没事|\b(?:never ?mind|forget it|no matter"
    r"|that'?s all|that is all)\b"
)
"""What calls off what was asked; anything else of this kind says that it was understood."""
_WORD = re.compile(
    r"好|行|可以|算|得了|没事|没问题|不用|不必|不[问弄办搞看]|这样|知道|明白|懂|清楚|了解|收到|嗯"
    r"|哦|噢|谢|辛苦|[a-z]"
)


class Plain(msgspec.Struct, frozen=True):
    """What a visitor wants, and of which topic the stored words for it are."""

    intent: Intent
    topic: str = ""


def said_plainly(text: str, exchanges: Sequence[Exchange]) -> Plain | None:
    """What a text wants, where it says so with every word and asks for nothing else."""
    text = normalise(text).strip()
    if len(text) > _LONGEST:
        laid = confronts(text)
        return Plain("about_assistant", laid) if laid else None
    talked = any(e.outcome != "smalltalk" for e in exchanges)
    if (of_desk := asked_of_the_desk(text, talked=talked)) != "":
        return Plain("about_assistant", of_desk)
    last = exchanges[-1] if exchanges else None
    if _PERSON_THERE.fullmatch(text) or (last is not None and _ANYBODY_THERE.fullmatch(text)):
        return Plain("ask_person", "presence")
    if greets(text):
        return Plain("greeting")
    if announces(text):
        return Plain("thanks", "understood") if last is not None else Plain("greeting")
    if _PERSON.fullmatch(text):
        return Plain("ask_person")
    if (chats := aside_topic(text)) != "":
        return Plain("small_talk", chats)
    if (laid := confronts(text)) != "":
        return Plain("about_assistant", laid)
    if blames(text, exchanges):
        return Plain("complaint", "answer")
    if last is None:
        return None
    leaving = "called_off" if parts(text) else "understood" if gets_ready(text) else ""
    if leaving:
        return Plain("thanks", leaving)
    asked_back = last.outcome == "clarify" and bool(last.entries)
    if not asked_back and _ENOUGH.fullmatch(text) and _WORD.search(text):
        return _enough(text)
    return Plain("complaint") if doubts(text) and not recalls(text) else None


def grumble_of(text: str) -> Plain | None:
    """The same of a grumble at the desk, which asks for nothing either."""
    if dismisses(text):
        return Plain("complaint", "dismissed")
    if not grumbles(text):
        return None
    return Plain("complaint", "answer" if blames(text) else "insult")


def _enough(text: str) -> Plain:
    if _THANKS.search(text):
        return Plain("thanks")
    return Plain("thanks", "called_off" if _CALLED_OFF.search(text) else "understood")
