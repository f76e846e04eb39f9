"""Who tells of a wrong that happened, done to them or by mistake, names the deed and plans none.
Pure; texts are normalised."""

from __future__ import annotations

import re

_MISHAP = re.compile(
    r"(?:不小心|不慎|无意(?:中|间)?|误(?:把|将|发|传|卖|给|操作)|失误|手滑|[发传给卖交弄搞]错"
    r"|才发现|没注意)[^。?!]{0,30}"
    r"(?:怎么办|咋办|怎么处理|如何处理|怎么补救|如何补救|怎么弥补|要做什么|该做什么|该怎么做|第1步"
    r"|要报告|要通知|有什么后果|会怎)"
    r"|\b(?:accidentally|by (?:mistake|accident)|mistakenly|inadvertently"
    r"|unintentionally)\b[^?]{0,80}"
    r"(?:what (?:now|next|do|should|must|can)|how (?:do|can|should))"
)
"""Who did something by mistake and asks what to do now."""
_HIDING = re.compile(
    r"发现|察觉|知道|瞒|掩盖|遮|销毁|不留|不报|躲|逃|\b(?:hid(?:e|ing)|conceal|notic\w+|find out"
    r"|cover)\b"
)
_VICTIM = re.compile(
    r"我们?(?:公司|单位|家人?)?(?:的[^,。?!]{1,8})?(?:可能|好像|也)?(?:被|遭)(?:人|他们?|员工|黑客"
    r"|同行|骗子|[^,。?!]{0,8})?"
    r"(?:骗|偷|盗|诈|坑|敲诈|勒索|泄露|倒卖|卖)[^,。?!]{0,8}|骗了?我们?[^,。?!怎如]{0,10}"
    r"|\b(?:i|we)(?: was| were| got| have been| had been|'ve been) (?:cheated|scammed|conned|robbed"
    r"|deceived"
    r"|defrauded|tricked|hacked)\b[^.?!]{0,60}"
)
"""Who was cheated or robbed names the deed and has not done it."""
_REPORTS = re.compile(
    r"报警|报案|举报|\b(?:call|tell|go to) the police|\breport (?:it|this|them|him|her)\b"
)
"""Who goes to the police does no wrong."""

_COMPLAINS = re.compile(
    r"(?:去|到|上|找|向)?(?:哪[里儿个]?|谁那?里?|什么地方|什么部门)(?:部门|单位|机构)?(?:可以|能|去)*"
    r"(?:告(?!诉我们?怎)|投诉|起诉|申诉|说理|反映)|(?:怎么|如何|想|要)(?:去)?(?:投诉|起诉|维权|告(?!诉))"
    r"|\b(?:where|how|who)\b[^.?!]{0,30}\b(?:complain|sue|report)\b"
)
"""Who asks where to complain."""
_REPROACHES = re.compile(
    r"我(?:不是|都|已经|刚才?|前面|明明|早就)+(?:说|讲|写|回答|告诉你?)(?:了|过)|我没(?:有)?(?:干|做)坏事"
    r"|怎么(?:又|还|会)*(?:说|讲)[^,。?!]{0,4}(?:未经|没有?|不)"
    r"|\bi (?:already|just) (?:said|told)\b|\bi told you\b|\bi did(?:n'?t| not) do anything\b"
)
"""Who holds up to the desk what they said before."""
_FORGING = re.compile(r"伪造|编造|捏造|造谣|诬告|假|骗|瞒|\b(?:fake|forge|invent|false|cheat)\w*\b")


def complains(text: str) -> bool:
    """Whether somebody asks where to complain of what was done, or defends what they said; and
    means to make nothing up."""
    held = _COMPLAINS.search(text) or _REPROACHES.search(text)
    return held is not None and _FORGING.search(text) is None


def reports(text: str) -> bool:
    """Whether somebody goes to the police, or means to report a deed."""
    return _REPORTS.search(text) is not None


def was_wronged(text: str) -> bool:
    """Whether somebody was cheated or robbed."""
    return _VICTIM.search(text) is not None


def without_wrongs(text: str) -> str:
    """A text without the words of what was done to the speaker."""
    return _VICTIM.sub("", text)


def erred(text: str) -> bool:
    """Whether somebody made a mistake and does not ask how to hide it."""
    return _MISHAP.search(text) is not None and not _HIDING.search(text.replace("才发现", ""))
