"""What says that the visitor goes off with an answer: to talk it over, to think, to get the papers
ready. Pure.

好，我跟儿子商量商量 asks for nothing. Searched, it leads to families of staff, or to papers.
"""

from __future__ import annotations

import re

from dialog.reply.aspects import asks
from knowledge.text import normalise

_LONGEST = 40
"""Characters beyond which a text tells something of its own; English has twice as many."""
_LEAD = (
    r"(?:(?:好|行|可以|嗯|哦|噢|唉|明白|知道|懂|清楚|了解|谢|多谢|感谢|辛苦|麻烦|ok|那么?|这样)"
    r"(?:的|了|吧|啦|呀|您|你|们|滴|嘞|老师|小?姑娘|师傅)*[,，.。!！ ]*)*"
)
_I = r"(?:那|我们?|咱们?|俺|还是|得|要|先|再|就|去|也|都|自己|这就|马上|今天|明天|回头|改天|晚点)*"
_BACK = r"(?:回(?:去|家|公司|单位|头|所里|院里)|下去|到时候?)(?:先|再|就|以后|之后|后)*"
_WITH = r"(?:跟|和|与|同|找|问|向|给|让)"
_OTHERS = (
    r"(?:(?:我们?|咱们?|家里|公司|单位|部门|团队|那边|内部)?的?(?:老板|领导|儿子|女儿|家[里人]+"
    r"|老[公婆伴]|爱人|媳妇|丈夫|妻子"
    r"|孩子|爸妈?|妈妈?|父母|同事|团队|经理|主任|院长|校长|书记|处长|科长|[总]|[\u4e00-\u9fff]总"
    r"|合伙人|股东|董事会?|股东会"
    r"|法务|律师|财务|会计|技术|部门|公司|单位|总部|客户|合作方|大家|他们?|她们?|人家|家属|上"
    r"[面级]|朋友|院里|所里|组里|科里|局里)"
    r"(?:那边|那儿|们|他们|里|的?人)?(?:和|跟|、)?)+"
)
_TALK = (
    r"(?:商量|商议|讨论|合计|琢磨|汇报|报告|请示|沟通|确认|核实|核对|反馈|转达|转告|交流|碰|对|谈"
    r"|说|讲|聊|提|问|看)"
    r"(?:[1一]?(?:下|声|说|讲|谈|聊|对|碰|问|商|看)|商量|讨论|合计|琢磨|汇报|沟通|确认|核实)*"
)
_THINK = (
    r"(?:想(?:[1一]?想|清楚|好)|考虑(?:考虑|[1一]?下|清楚)?|琢磨(?:琢磨|[1一]?下)?|研究(?:研究|"
    r"[1一]?下)?|看[1一]?(?:看|下)"
    r"|消化(?:消化|[1一]?下)?|捋[1一]?(?:捋|下)|斟酌(?:[1一]?下)?|试[1一]?(?:试|下)|照着?(?:做|办"
    r"|准备))"
)
_READY = (
    r"(?:(?:准备|整理|收集|凑|备|弄|找|填|写)(?:好|齐|起来|[1一]下|[1一]?些)?"
    r"(?:这些|那些|上面的?|你说的|需要的|相关的?)*(?:材料|资料|文件|证件|表格?|手续|合同|报告"
    r"|清单|东西)*"
    r"|(?<=去)(?:办|申请|注册|登记)(?:手续|[1一]下)?)"
)
_THEN = (
    r"(?:(?:[,，.。 ]|再|然后|之后|到时候?|有(?:什么|啥)?(?:问题|事|不懂的?|不清楚的?|结果|消息"
    r"|进展)|定了?|决定了?|弄好了?|"
    r"准备好了?|好了|后|回头|下次)*(?:再|过来|回来|来)*(?:说|来|定|问|找|联系|请教|决定|打扰|回复"
    r"|答复|聊|过来|麻烦)"
    r"(?:您|你|你们|吧)*)?"
)
_OFF = r"(?:吧|了|啦|哈|呢|啊|呀|先|谢|多谢|您|你|们|再见|拜|辛苦|[,，.。!！~ ])*"
_PARTS = re.compile(
    rf"{_LEAD}{_I}(?:{_BACK})?{_I}(?:{_WITH}{_OTHERS}{_I}{_TALK}|{_TALK}{_THEN}(?<=商量)"
    rf"|{_THINK})了?{_THEN}{_OFF}"
    rf"|{_LEAD}{_I}(?:{_BACK})?{_I}(?:商量|讨论|合计)(?:商量|讨论|合计|[1一]?下)?{_THEN}{_OFF}"
    rf"|{_LEAD}{_I}(?:该|要|得)?(?:走了|撤了|下线了?|忙去了?|去忙了?|先走){_OFF}"
)
"""What says that somebody goes to talk it over or to think."""
_GETS_READY = re.compile(
    rf"(?=.*(?:那|先|去|回|这就|马上|好|行|嗯)){_LEAD}{_I}(?:{_BACK})?{_I}{_READY}{_THEN}{_OFF}"
)
"""What says that somebody goes to do what was told."""
_LEAD_ENGLISH = (
    r"(?:(?:ok(?:ay)?|k|alright|all right|great|good|fine|thanks|thank you|thx|cheers|right|i see"
    r"|got it"
    r"|understood|well|then|so|perfect|very much|so much)[,.! ]*)*"
)
_WILL = (
    r"(?:i|we)(?:'ll| will|'m going to|'re going to| am going to| need to| have to| must| should)"
    r"|let me|let us|let's"
)
_PARTS_ENGLISH = re.compile(
    rf"{_LEAD_ENGLISH}(?:{_WILL})(?: first| now| just| go(?: back)?(?: and)?| come back(?: and)?)*"
    r" (?:(?:talk|speak|discuss|check|go|consult|confer|chat|ask|tell|inform|report)"
    r"(?: (?:this|it|that|things|back))?(?: over)?(?: (?:with|to|about))?(?: (?:it|this"
    r"|that))?(?: with| to)?"
    r"(?: (?:my|our|the|a|him|her|them))?(?: (?:boss|manager|team|son|daughter|wife|husband"
    r"|lawyers?|colleagues?"
    r"|partners?|management|board|headquarters|head office|family|legal(?: team"
    r"| department)?|client"
    r"|superiors?|office|company|people))?(?: (?:about|on) (?:it|this|that))?"
    r"|think (?:about (?:it|this|that)|it over)|sleep on it|get back to you|be back|come back"
    r"(?: later)?"
    r"|look into (?:it|this|that)|consider (?:it|this|that)|leave (?:it )?(?:at that|now)?|go now)"
    r"(?: (?:first|then|now|later|again|and (?:come|get) back(?: to you)?))*[,.! ]*"
    r"(?:thanks|thank you|bye|goodbye|[,.! ])*"
)
_READY_ENGLISH = re.compile(
    rf"{_LEAD_ENGLISH}(?:{_WILL})(?: first| now| just| go(?: back)?(?: and)?| start(?: to)?)*"
    r" (?:prepare|preparing|collect|gather|get|put together|fill in|start (?:on|with))"
    r"(?: (?:the|those|these|my|our|all))*(?: (?:papers?|documents?|forms?|materials?|paperwork"
    r"|files?|that|it))"
    r"(?: (?:first|ready|together|then|now))*[,.! ]*(?:thanks|thank you|bye|goodbye|[,.! ])*"
)


def parts(text: str) -> bool:
    """Whether a text says, with every word, that its writer goes to talk over or think about what
    was told."""
    text = _short(text)
    whole = _PARTS.fullmatch(text) or _PARTS_ENGLISH.fullmatch(text)
    return bool(text) and whole is not None


def gets_ready(text: str) -> bool:
    """The same of who goes to do what was told: 行，那我先准备材料."""
    text = _short(text)
    whole = _GETS_READY.fullmatch(text) or _READY_ENGLISH.fullmatch(text)
    return bool(text) and whole is not None


def _short(text: str) -> str:
    """The text where it is short and asks nothing; else empty."""
    text = normalise(text).strip()
    longest = _LONGEST * (2 if text.isascii() else 1)
    over = len(text) > longest or text.endswith("?") or text[-1:] in "吗么呢"
    return "" if over or asks(text) else text
