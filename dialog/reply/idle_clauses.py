"""Clauses that ask nothing of the desk though they are worded as questions, beside one that does:
what reproaches it (怎么啥都不知道), and what the speaker will ask others or think over
(我先问老板要不要申请). Pure.
"""

from __future__ import annotations

import re

from dialog.reply.aspects import asks
from dialog.reply.kept import kept
from knowledge.text import is_english, key, normalise

PIECES = re.compile(r"([?？;；。!！…\n]+|\.{2,}|\.\s+|[，,](?!\d{3}))")
"""What parts a text into clauses; a split keeps the marks."""
_JOINED = re.compile(r",? (?:and|but|so) (?=(?:i|we|my)\b)")
"""What joins two statements about the speaker."""
_DESK = r"(?:你们?|您|这|那|机器人|助手|客服|数字人|系统)"
_REPROACH = re.compile(
    rf"(?:{_DESK}|怎么|咋|为什么|为啥|干嘛|问|又|还|是|真|简直|到底|居然|竟然|每次|一?[问说]"
    rf"|[1一]|唉|哎|喂|啊)*"
    r"(?:(?:什么|啥|哪个|哪样|[1一]个)(?:问题|事)?(?:都|也)(?:不|没)(?:知道|会|懂|晓得|清楚|行|能"
    r"|明白|有|说|查到"
    r"|查不到|答|回答)|[1一]问[3三]不知|(?:什么|啥)(?:都|也)(?:答|回答|说|查|找"
    r"|帮)不(?:[上出了到清]来?|明白|着)"
    r"|(?:什么|啥)(?:都|也)要我(?:自己)?[问找查说]|(?:就|只)会(?:说|讲)?(?:这"
    r"|那)?(?:[1一]?[句些套])?(?:不知道|话)"
    r"|(?:会|知道|懂|能)(?:点|些)?(?:什么|啥)|有(?:什么|啥|个?屁)用|要你(?:有)?(?:何|什么|啥)用?"
    r"|(?:这么|那么|真)(?:笨|蠢|没用|差|不靠谱)|不(?:会|能)好好(?:回答|说|答)"
    r"|(?:讲|说|问)?(?:了)?(?:半天)?(?:也|都|又|老|总是?|根本)*(?:听|看|理解)不懂(?:我"
    r"|人)?(?:[说讲]的?)?(?:人)?(?:话|意思)?"
    r"|答非所问|鸡同鸭讲|对牛弹琴"
    r"|(?:老|总|一直)是?(?:不知道|答不[上出]来?|查不到))"
    rf"(?:{_DESK}|的|了|呢|啊|呀|嘛|吗|吧|哦|哈|来)*"
    r"|(?:(?:but|so|well|seriously|come on|oh)[, ]+)*(?:why (?:do|can)(?:n't| not) you (?:know"
    r"|answer|tell me|find) (?:anything|me anything|a thing|nothing)|why do you (?:know nothing"
    r"|never know)"
    r"|you (?:really )?(?:don't|do not|never) understand (?:me|anything|a (?:thing|word)|what i)"
    r"(?: (?:i )?(?:say|am saying|said|at all))*|(?:this|that|it|you)(?:'s| is"
    r"| are)? ?makes? no sense"
    r"|(?:do|can) you (?:even )?(?:know|do|answer|understand) anything(?: at all)?"
    r"|you (?:really )?(?:don't"
    r"|do not) know anything|you know nothing|what (?:do you know"
    r"|are you (?:good )?for|use are you))"
)
"""What only reproaches the desk that it knows or does nothing."""
_OTHERS = (
    r"(?:老板|领导|财务|法务|同事|经理|主管|总监|会计|律师|合伙人|股东|家里人?|家人|爱人|老公"
    r"|老婆|上级"
    r"|总部|集团|技术部?|采购部?|朋友|[\u4e00-\u9fff]总|校长|院长|主任|书记|董事会?)"
)
_SOON = (
    r"(?:我们?|咱们?|那|行|好吧?|算了|嗯|哦|还是|先|再|回头|回去|回来|得|去|要|等|等我|准备|打算"
    r"|自己|会|就|待会|晚点|改天|明天"
    r"|后面|以后|下次|也|让我|容我|等下|过会儿?|需要|可能|应该|估计|[1一]下|得先|想(?!问))*"
)
_WILL_DO = re.compile(
    rf"(?!.*(?:你|您|请问|帮))(?!要|需要|会|可能|应该)(?!要不要|能不能){_SOON}"
    rf"(?:(?:[跟和找向同与]{_OTHERS}.{{0,4}}?)(?:问|请示|商量|汇报|讨论|确认|核实|沟通|打听|聊|对"
    rf"|碰|说)"
    rf"|(?:问|请示|咨询|征求|打听)(?:问|[1一]?下)?(?:我们?|咱们?)?的?{_OTHERS}"
    r"|(?:考虑|想想|想|琢磨|研究|合计|掂量|权衡|商量|讨论)(?:[1一]?下|考虑|研究|琢磨|商量))"
    r"[^?]*"
    r"|(?:(?:ok|okay|well|fine|thanks|thank you|then|so|and|but)[, ]+)*(?:i|we|let me|let us"
    r"|let's)"
    r"(?:'ll| will|'d better| should| have to| need to| must|'m going to| am going to| want to)*"
    r"(?: first| just| still| then)* (?:(?:ask|check with|talk to|talk with|consult) (?:my|our|the)"
    r" (?:boss|manager|lawyers?|legal|team|colleagues?|finance|accountant|partners?|director|board"
    r"|management|head office|wife|husband|family)\b|(?:think|consider|discuss)\b"
    r"(?: (?:it|this|that|about|over|internally|with))*)[^?]*"
)
"""What somebody will ask others, or think over, whatever that is."""
_SPACE = re.compile(r"(?<=[\u4e00-\u9fff]) +(?=[\u4e00-\u9fff])")
_LEAST = 4
"""Characters of meaning that must be left."""


def reproaches(clause: str) -> bool:
    """Whether a clause only reproaches the desk that it knows or does nothing."""
    return _REPROACH.fullmatch(normalise(clause).strip(" ,.。?!~")) is not None


def will_do(clause: str) -> bool:
    """Whether a clause tells what its writer will ask others, or think over."""
    clause = normalise(clause).strip(" ,.。!~")
    if not is_english(clause) and not asks(clause):
        return False  # What only tells may belong to the case.
    return _WILL_DO.fullmatch(clause) is not None


@kept
def without_idle(text: str) -> str:
    """A text without such clauses, where another asks; else the text itself."""
    pieces = PIECES.split(text)
    clauses = pieces[::2]
    idle = [bool(c.strip()) and (reproaches(c) or will_do(c)) for c in clauses]
    asking = any(asks(c) and not i for c, i in zip(clauses, idle, strict=True))
    if not any(idle) or not asking:
        return text
    marks = [*pieces[1::2], ""]
    left = "".join(c + m for c, m, i in zip(clauses, marks, idle, strict=True) if not i).strip()
    return left.lstrip(",，。 ") if len(key(left)) >= _LEAST else text


@kept
def reproached(text: str) -> bool:
    """Whether a text reproaches the desk that it knows nothing, and asks something besides."""
    if without_idle(text) == text:
        return False
    return any(reproaches(c) for c in PIECES.split(text)[::2] if c.strip())


def spaced(said: str) -> str:
    """A normalised text with a comma where spoken Chinese has only a space."""
    return _SPACE.sub(",", said)


def clauses_of(said: str) -> list[str]:
    """The clauses of a normalised text, a question with its mark."""
    pieces = PIECES.split(_JOINED.sub(". ", said) if is_english(said) else said)
    marks = [*pieces[1::2], ""]
    whole = (c.strip() + ("?" if "?" in m else "") for c, m in zip(pieces[::2], marks, strict=True))
    return [c for c in whole if key(c)]
