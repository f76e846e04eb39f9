"""What a visitor says was not meant, and what is: 不是投诉你们，是投诉打电话的人. Pure.

A reading that is denied must not be taken again, and the text belongs to the matter before.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec

from dialog.reply.context import MATTERS
from dialog.reply.question import Exchange
from knowledge.search.fusion import Candidate
from knowledge.text import key, normalise

_LONGEST = 60
"""Characters beyond which a text tells a case of its own."""
_ASKED = 3
"""Characters beyond which what was asked all along may stand by itself."""
_SMALL = 3
"""Letters up to which an English word says little."""
_SAID_OUT = re.compile(
    r"我[^,。?!是]{0,3}(?:问|说|指|讲)(?!错)|\bi (?:mean|meant|asked|was asking)\b"
)
"""What says of a question that it was another one."""
_DEED = re.compile(
    r"(?P<do>购买|采购|买|出售|卖|销售|转让|交易)的?(?P<side>步骤|流程|手续|方法|材料|条件|要求|费用)"
)
"""A deed with a side of it, done to data where nothing is named."""
_YOU = re.compile(r"你们|您们|贵所|你|您")
_LEAD = r"(?:啊|哦|噢|呃|嗯|哎|不对|不|(?:我)?[说记写]?错了|那个|抱歉|不好意思|[,. ])*"
_SAYS = (
    r"(?:我|我们|咱)?(?:其实|刚才|真正|就|只|想|要|是|在)*(?:问|说|指|讲|要|找|想要|需要|意思)?"
    r"(?:的?是|的)?(?:要|想|问)?"
)
_CORRECTIONS = (
    re.compile(
        rf"{_LEAD}(?:我们?)?(?:不是|并不是|又不是|不要|不想要?|没有?要)(?:要|想|在|说|问|指)?"
        r"(?P<denied>[^,。;?!]{1,14}?)的?[,。; ]+(?:而|应该|应当|其实)*"
        rf"(?:是|(?=我|要|想|就|只|找|问)){_SAYS}"
        r"(?P<meant>[^。?!]{1,40})[。?!]*"
    ),
    re.compile(
        rf"{_LEAD}(?:不|没)(?P<denied>[买卖给收要送租借转]{{1,2}}|交易|出售|出境|公开|上传)的?"
        r"[,。; ]+"
        r"(?:而|就|只|其实)*(?:是|就是|只)(?P<meant>[^。?!]{2,40})[。?!]*"
    ),
    re.compile(
        rf"{_LEAD}(?:{_SAYS})(?P<meant>[^,。;?!不]{{2,20}}?)的?[,; ]+(?:而|并|又|可)?不是"
        r"(?:说|问|指)?(?P<denied>[^,。;?!]{1,14}?)的?[。!]*"
    ),
    re.compile(
        r"(?:no|sorry|but|well|[,. ])*(?:(?:i|we) (?:do not|don't|didn't|did not) (?:mean|want|ask"
        r"(?: about)?|need)|(?:it(?:'s| is) )?not)(?: to)? (?P<denied>[^,.;?!]{2,40})[,.;]+ "
        r"(?:but )?(?:(?:i|we) (?:mean|meant|want|need|asked?|ask)(?: about| for)?(?: to)? "
        r"|it(?:'s| is) )?"
        r"(?P<meant>[^.?!]{2,60})[.?!]*"
    ),
    re.compile(
        r"(?:no|sorry|but|[,. ])*(?:i|we) (?:mean|meant|want|need|asked?|am asking|was asking)"
        r"(?: about| for)? (?P<meant>[^,.;?!]{2,40}),? (?:and )?not(?: about| for)?"
        r" (?P<denied>[^,.;?!]{2,40})[.!]*"
    ),
)


class Corrected(msgspec.Struct, frozen=True):
    """What a text denies and what it means instead, both normalised. ``asked``: it says that this
    is what was asked all along."""

    denied: str
    meant: str
    asked: bool = False


def corrected(text: str, exchanges: Sequence[Exchange]) -> Corrected | None:
    """What a text corrects of the matter before; ``None`` where it corrects nothing."""
    if not exchanges or not any(e.outcome in MATTERS for e in exchanges):
        return None
    text = normalise(text).strip()
    if len(text) > _LONGEST * (2 if text.isascii() else 1):
        return None
    for pattern in _CORRECTIONS:
        read = pattern.fullmatch(text)
        if read is not None and key(read["meant"]) != key(read["denied"]):
            asked = _SAID_OUT.search(text) is not None
            return Corrected(read["denied"].strip(), read["meant"].strip(" ,"), asked)
    return None


def meant_instead(
    correction: Corrected, before: str, *, topic: str, longest: int = 6
) -> tuple[str, ...]:
    """The questions that a correction may mean after the question ``before``, likeliest first.
    What is longer than ``longest`` characters may stand by itself."""
    denied, meant, before = correction.denied, correction.meant, normalise(before)
    found: list[str] = []
    if denied in before:
        found.append(before.replace(denied, meant, 1))
    if len(meant) > (_ASKED if correction.asked else longest):
        found.append(meant)
    if (deed := _DEED.fullmatch(meant)) is not None:
        found.append(f"{deed['do']}数据的{deed['side']}")
    if before:
        found.extend((f"{meant}{before}", f"{before},{meant}"))
    if topic and topic not in meant:
        found.append(f"{topic}{meant}")
    return tuple(dict.fromkeys(found))


def not_denied(
    candidates: Sequence[Candidate], correction: Corrected, told: Sequence[str]
) -> tuple[Candidate, ...]:
    """The candidates without those that tell what was denied: the one document told last, where its
    wordings share words with that, and any that is asked for by the denied name and not by the one
    that is meant."""
    only = told if len(told) == 1 else ()

    def stands(candidate: Candidate) -> bool:
        target = candidate.target
        if target.id in only and (correction.asked or _shares(correction.denied, target.questions)):
            return False
        wordings = [normalise(q) for q in target.questions]
        # Who is denied as 你们 is the exchange, by whatever name a wording has it.
        names = {correction.denied, _YOU.sub("交易所", correction.denied)}
        denied = any(len(n) > 1 and n in w for n in names for w in wordings)
        return not denied or any(correction.meant in w for w in wordings)

    return tuple(c for c in candidates if stands(c))


def _shares(denied: str, wordings: Sequence[str]) -> bool:
    """Whether wordings have two signs of what is denied beside each other, or a word in English."""
    held = normalise(" ".join(wordings))
    if denied.isascii():
        return any(len(word) > _SMALL and word in held for word in denied.split())
    return any(denied[n : n + 2] in held for n in range(max(1, len(denied) - 1)))
