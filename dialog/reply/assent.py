"""A yes to what a reply asked back, alone or with more behind it. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dialog.reply.aspects import asks
from dialog.reply.kept import kept
from dialog.reply.question import Exchange
from dialog.reply.worded_picks import place_picked, worded_pick

_YES = re.compile(
    r"(?:嗯+|哦|噢)?[,，、 ]*(?:是|对|没错|正是|就是|可以|好)(?:的|呀|啊|了|滴|哒)?"
    r"[,，、 ]*(?:对对?|是的|就是)?"
    r"(?:(?:我)?(?:就是|就)?(?:想)?(?:问)?(?:这个|这条|它|那个|那条)(?:意思)?)?[。.!！~]*"
    r"|(?:好的?|嗯+|哦|噢|[,，、 ])*(?:我?(?:要|想)(?:看|听)?(?:看|[一1]下)?|听听|行"
    r"|看(?:看|吧|[一1]下)?"
    r"|(?:说|讲|念|给我)(?:来)?(?:听|看)?(?:听|看|吧|[一1]下)?|嗯+)(?:的|吧|呀|啊|这个|这条|它)*[。.!！~]*"
    r"|(?:yes|yeah|yep|right|exactly|correct|sure|ok|okay)"
    r"(?:,? (?:that one|it is|exactly|please))?[.!]*"
    r"|(?:(?:yes|ok|okay|sure),? )?(?:please do|go ahead"
    r"|(?:please )?(?:read|show|tell) (?:it|me|that)(?: (?:to me|please))?)[.!]*",
    re.IGNORECASE,
)
_YES_AND = re.compile(
    r"(?:嗯+|哦|噢)?[,，、 ]*(?:(?:是的?|对的?|没错|正是|好的?"
    r"|就是?(?:这[个家条]|那[个家条]|它)[了吧啊呀]?)"
    r"(?:[,，。.!！、;； ]+|(?=不过|但|可是|而且|另外)))+(?P<more>\S.{2,})"
    r"|(?:(?:yes|yeah|yep)(?:,? (?:that one|that is it|that's it|exactly))?[,.!;: ]+"
    r"(?:please[,.!;: ]+)?|(?:right|correct|exactly|sure)[,.!;:]+ *)(?P<more_in_english>\S.{2,})",
    re.IGNORECASE,
)
"""A yes with more behind it: 是，不过气象局说要备案."""
_OFFERED = r"(?:这[个1一]?[条个]|那[个1一]?[条个]|它|刚才[那这][个条]|你[说推]的[那这]?[个条])"
_TAKING = re.compile(
    r"(?:嗯+|哦|好的?|行|对的?|是的?|没错|[,，。 ])*"
    r"(?:(?:就|我就|那就|我|先|想|要|请|麻烦|帮我|给我)*"
    rf"(?:看看?|说说?|讲讲?|念|听听?|读|展开说说?|打开|选|问的?(?:就)?是|说的?(?:就)?是|是){_OFFERED}"
    rf"|(?:就|我要|我选|那就){_OFFERED})"
    r"(?:说的|讲的)?(?:吧|呢|啊|呀|的|了|那?个|看|听|[,，.。!！~ ])*"
    r"|(?:(?:yes|ok|okay|right|sure|please)[,. ]*)*"
    r"(?:(?:let'?s|i'?ll|i will|i want to|i'?d like to|please) )?"
    r"(?:take|read|see|hear|open|show me|tell me|go with) (?:that|this|the) ?"
    r"(?:one|question|pointer|closest|closest one)[.! ]*",
    re.IGNORECASE,
)
"""What takes what the reply before offered, in words that point to it: 就看这条, 说说这个."""
_BEHIND = re.compile(r"[,，。.!！;；:：]\s*|\s+(?=.{4})")
"""What stands between a pick and what is asked besides."""


def agrees(text: str) -> bool:
    """Whether a text says yes, or takes what was offered, and nothing else."""
    return _YES.fullmatch(text) is not None or _TAKING.fullmatch(text.strip()) is not None


@kept
def more_than_yes(text: str) -> str:
    """What a text says behind its yes, or behind its pick of what was offered (看第2个，要同意吗);
    empty where it says neither, or nothing else."""
    pick = worded_pick(text)
    if agrees(text) or place_picked(text) or (pick is not None and pick.pointing):
        return ""
    pick, more = pick_and_more(text)
    return more if pick else behind_yes(text)


def behind_yes(text: str) -> str:
    """What a text says behind its yes; empty where it says none, or nothing else."""
    read = _YES_AND.fullmatch(text.strip())
    more = read and (read["more"] or read["more_in_english"])
    return more.strip(" .。!！") if more else ""


def acknowledged(text: str, exchanges: Sequence[Exchange]) -> str:
    """A text without the yes before its question, where the reply before told something and asked
    nothing: 是，那停车数据能入吗."""
    last = exchanges[-1] if exchanges else None
    more = behind_yes(text)
    if last is None or not more or last.outcome not in ("answered", "partial"):
        return text
    return more if asks(more) else text


def takes_and_asks(text: str) -> bool:
    """Whether a text takes something that was offered and says more behind it."""
    return pick_and_more(text)[0] != ""


@kept
def pick_and_more(text: str) -> tuple[str, str]:
    """What of a text takes or picks something that was offered, and what stands behind it."""
    text = text.strip()
    for mark in reversed(list(_BEHIND.finditer(text))):
        pick, more = text[: mark.start()], text[mark.end() :].strip(" .。!！")
        taken = _TAKING.fullmatch(pick) is not None or _picks_in_words(pick)
        if taken and len(more) > 1:
            return pick, more
    return "", ""


def _picks_in_words(text: str) -> bool:
    """Whether a text picks a place, rather than being a bare figure or a yes."""
    return place_picked(text) != 0 and not text.strip().isdecimal()
