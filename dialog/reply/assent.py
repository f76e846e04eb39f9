"""A yes to what a reply asked back, alone or with more behind it. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dialog.reply.aspects import asks
from dialog.reply.kept import kept
from dialog.reply.question import Exchange
from dialog.reply.worded_picks import place_picked, without_telling, worded_pick
from knowledge.text import normalise

_YES = re.compile(
    r"(?:嗯+|哦|噢)?[,，、 ]*(?:是|对|没错|正是|就是|可以|好)(?:的|呀|啊|了|滴|哒)?"
    r"[,，、 ]*(?:对对?|是的|就是)?"
    r"(?:(?:我)?(?:就是|就)?(?:想)?(?:问)?(?:这个|这条|它|那个|那条)(?:意思)?)?[。.!！~]*"
    r"|(?:好的?|嗯+|哦|噢|[,，、 ])*(?:我?(?:要|想)(?:看|听)?(?:看|[一1]下)?|听听|行"
    r"|看(?:看|吧|[一1]下)?"
    r"|(?:说|讲|念|给我)(?:来)?(?:听|看)?(?:听|看|吧|[一1]下)?|嗯+)(?:的|吧|呀|啊|这个|这条"
    r"|它)*[。.!！~]*"
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
_MEANT_SO = re.compile(
    r"(?:嗯+|哦|噢|对|是的?|没错|好的?|[,，、 ])*(?:"
    r"(?:我?(?:大概|大致|差不多|基本上?|应该|就|正|也|想|问的)*是?(?:就)?是)?"
    r"(?:这个?|那个?|你说的)(?:意思|回事|问题|情况)"
    r"|(?:挺|很|比较|蛮|算|已经|大致|基本)?(?:接近|沾边|对路|猜对|说对)"
    r"|我?(?:要|想)(?:问|找|看|知道)?的(?:就|正)是(?:这个?|这条|它|那个)"
    r"|(?:就|正)是它?|说的?(?:就|正)是(?:我们?|这个?)(?:的情况|这种情况)?)(?:了|吧|啊|呀"
    r"|的)*[。.!！~]*"
    r"|(?:(?:yes|yeah|yep|right|ok(?:ay)?),? )*(?:(?:that|it|this)(?:'s| is)(?: exactly"
    r"| pretty much"
    r"| just| more or less| about)* (?:it|right|the one|what i (?:mean|meant|asked|want(?:ed)?))"
    r"|(?:exactly|precisely)(?: (?:that|what i meant))?)[.!]*",
    re.IGNORECASE,
)
"""A yes that says that this is what was meant: 差不多是这意思, that's it."""
_NEAR = re.compile(
    r"^(?:嗯+|哦|对|[,，、 ])*(?:挺|很|比较|蛮|算|已经|大致|基本)?(?:接近|沾边|对路|猜对|说对)"
)
_SAYS_WHAT = re.compile(r"^(?:就|其实)?就?是[^。.!！?？]{2,24}[。.!！]+ *(?=\S{4})")
_AFFIRMS = re.compile(
    r"^(?:(?:嗯+|哦|噢|对|是|没错|正是)(?:的|呀|啊|了)?[,，、。 ]*)+(?:就是|就|都?是)"
    r"(?P<of>[^,，。!！?？这那它]{2,14}?)(?:啊|呀|嘛|的|了|吧|哦|哈)*[,，。!！ ]+(?=\S{4})"
)
"""A yes that says again what was told: 对 就是流水啊，…"""
_HEARD = (
    r"(?:明白|知道|懂|清楚|了解|晓得|记住|看到|听到|理解)了?|收到|没问题|可以理解|好吧?|好的"
    r"|行吧?|可以"
)
_HEARD_ENGLISH = (
    r"(?:fine|ok(?:ay)?|understood|got it|i see|noted|clear|good|great|all ?right|fair enough"
    r"|makes sense|i understand)"
)
_ONLY_HEARD = re.compile(
    rf"^(?:嗯+|哦+|噢|啊|唉|[,，、 ])*(?:{_HEARD}|原来如此|原来(?:是)?这样|这样啊|这下)"
    r"(?:了|啦|吧|的|啊|呀|哈)*[,，。.!！;； ]+"
    rf"|^(?:(?:{_HEARD_ENGLISH}|so|thanks)[,. ]+)*{_HEARD_ENGLISH}"
    r"(?:,? (?:then|thanks|thank you))?[,.!;]+ *",
    re.IGNORECASE,
)
"""What only says that the reply was heard."""
_HEARD_OF = re.compile(
    r"^(?P<of>[^。.!！?？;；]{2,40}?)(?:[,，、 ]|的事|这[个点事])*"
    r"(?:我们?|这个?|那)?(?:就|都|也|已经|大概|算是)*"
    r"(?:(?:明白|知道|懂|清楚|了解|晓得|记住|看到|理解)了|收到|没问题了?)(?:吧|的|啊"
    r"|呀)*[,，。.!！;； ]+"
    r"|^(?P<of_sentence>[^。!！?？;；]{2,40}?)[,，、 ](?:那|这)?(?:就|也)?(?:好吧?|好的|行吧?|可以)"
    r"(?:了|啦|的|啊)*[。.!！;；]+ *"
    rf"|^(?P<of_english>[^.!?;]{{4,90}}?),? (?:(?:that is|that's|is) )?{_HEARD_ENGLISH}[.!;]+ +"
    rf"|^(?:{_HEARD_ENGLISH}|so|right)[, ]+(?:so )?(?P<unknown_english>(?:you|there|nobody|it)"
    r"(?: (?:do not|don't|dont|cannot|can't|cant|is no|isn't|does not|doesn't))+"
    r" [^.!?;]{2,60})[.!;]+ +",
    re.IGNORECASE,
)
"""What repeats what was told, and says that it was heard: access has no raw data, fine."""
_ONE_S_OWN = re.compile(r"\d|我们?(?!$)|咱|本公司|我司|\b(?:i|we|our|my|us)\b")
"""What tells of the speaker's case, and may be needed for what is asked behind it."""
_OFFERED = r"(?:这[个1一]?[条个]|那[个1一]?[条个]|它|刚才[那这][个条]|你[说推]的[那这]?[个条])"
_TAKING = re.compile(
    r"(?:嗯+|哦|好的?|行|对的?|是的?|没错|[,，。 ])*"
    r"(?:(?:就|我就|那就|我|你|您|先|想|要|请|麻烦|帮我|给我|把)*"
    rf"(?:看看?|说说?|讲讲?|念|听听?|读|展开说说?|打开|点开|点进去|翻开|选|问的?(?:就)?是|说的?(?:就)?是"
    rf"|是){_OFFERED}"
    rf"|(?:就|我要|我选|那就){_OFFERED}"
    r"|(?:就|看|说|讲|给我|我说的?是?)*(?:上面|前面|刚才)(?:列|给|说)?的?那[1一]?[条个]"
    r"(?:给我|帮我|再|详细|展开|说说?|讲讲?|看看|[1一]下)*)"
    r"(?:说的|讲的|(?:讲|说|念|读|解释|打开)?给我(?:们)?(?:听|看|讲讲|说说)|念[1一]?[下遍])?"
    r"(?:吧|呢|啊|呀|的|了|那?个|看|听|[,，.。!！~ ])*"
    r"|(?:(?:yes|ok|okay|right|sure|please)[,. ]*)*"
    r"(?:(?:let'?s|i'?ll|i will|i want to|i'?d like to|please) )?"
    r"(?:take|read|see|hear|open|show me|tell me|go with) (?:that|this|the) ?"
    r"(?:one|question|pointer|closest|closest one)[.! ]*",
    re.IGNORECASE,
)
"""What takes what the reply before offered, in words that point to it: 就看这条, 说说这个."""
_TELLING = ("answered", "partial", "unknown")
"""Outcomes of replies that told something which can be heard."""
_YES_LONGEST = 40
"""Characters up to which a yes may be worded at length."""
_BEHIND = re.compile(r"[,，。.!！;；:：]\s*|\s+(?=.{4})")
"""What stands between a pick and what is asked besides."""


def agrees(text: str) -> bool:
    """Whether a text says yes, or takes what was offered, and nothing else."""
    shapes = (_YES, _MEANT_SO)
    return any(s.fullmatch(text) for s in shapes) or _TAKING.fullmatch(text.strip()) is not None


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
    text = text.strip()
    read = _YES_AND.fullmatch(text)
    more = read and (read["more"] or read["more_in_english"])
    if more:
        return more.strip(" .。!！")
    mark = _BEHIND.search(text)
    while mark is not None and mark.start() <= _YES_LONGEST:
        if _MEANT_SO.fullmatch(text[: mark.start()]) and len(text) - mark.end() > 2:
            return text[mark.end() :].strip(" .。!！")
        mark = _BEHIND.search(text, mark.end())
    return ""


def acknowledged(text: str, exchanges: Sequence[Exchange]) -> str:
    """A text without the yes before its question, where the reply before told something and asked
    nothing (是，那停车数据能入吗), and without what only says that the reply was heard (不含原始数
    据，明白了。那能退吗)."""
    last = exchanges[-1] if exchanges else None
    if last is None:
        return text
    affirmed = _AFFIRMS.match(text)
    if affirmed and asks_within(text[affirmed.end() :]) and not asks(affirmed["of"]):
        said = normalise(" ".join(e.question for e in exchanges))
        if normalise(affirmed["of"]) in said:
            return text[affirmed.end() :]
    more = behind_yes(text)
    if more and last.outcome in ("answered", "partial"):
        return _behind_its_name(more) if asks(more) else text
    if more and last.outcome == "unknown" and asks_within(more) and _NEAR.search(text):
        return _behind_its_name(more)  # What stood on the card was read, and is gone on from.
    if last.outcome not in _TELLING:
        return text
    more = behind_heard(text)
    return more if more and asks_within(more) else text


def _behind_its_name(text: str) -> str:
    """A text without the sentence before its question that only says again what it is
    (就是衍生数据，建模算的。那合同里…)."""
    read = _SAYS_WHAT.match(text)
    return text[read.end() :] if read is not None and asks_within(text[read.end() :]) else text


def behind_heard(text: str) -> str:
    """What stands behind words that only say that the reply was heard, or repeat it in saying so;
    empty where a text does not begin with them. What tells of the speaker's own case is kept."""
    text = text.strip()
    read = _ONLY_HEARD.match(text)
    if read is None:
        read = _HEARD_OF.match(text)
        of = next((g for g in read.groups() if g), "") if read is not None else ""
        if read is None or asks(of) or _ONE_S_OWN.search(of):
            return ""
    return text[read.end() :].strip()


def asks_within(text: str) -> bool:
    """Whether a clause of a text asks for something."""
    return (
        asks(text) or any(asks(c) for c in _BEHIND.split(text) if c) or text.endswith(("?", "？"))
    )


def takes_and_asks(text: str) -> bool:
    """Whether a text takes something that was offered and says more behind it."""
    return pick_and_more(text)[0] != ""


@kept
def pick_and_more(text: str) -> tuple[str, str]:
    """What of a text takes or picks something that was offered, and what stands behind it."""
    text = without_telling(text.strip())
    for mark in reversed(list(_BEHIND.finditer(text))):
        pick, more = text[: mark.start()], text[mark.end() :].strip(" .。!！")
        # "Last year's fires": a place that goes on without a mark belongs to what follows it.
        joined = pick.isascii() and pick.isalpha() and not mark.group().strip()
        picks = _picks_in_words(pick) and not joined
        taken = _TAKING.fullmatch(pick) is not None or picks
        if taken and len(more) > 1:
            return pick, more
    return "", ""


def _picks_in_words(text: str) -> bool:
    """Whether a text picks a place, rather than being a bare figure or a yes."""
    return place_picked(text) != 0 and not text.strip().isdecimal()
