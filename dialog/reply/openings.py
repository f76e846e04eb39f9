"""What stands in front of what a visitor means, and is no part of it: thanks, a turn to another
matter, a correction (不对，我要问的是…), a complaint that the answer missed it (你没回答我，我问的
是…). Pure."""

from __future__ import annotations

import re

from dialog.reply.kept import kept
from knowledge.text import is_english, key, normalise

_CORRECTING = re.compile(
    r"^(?:(?:(?:啊|哦|噢|呃|嗯|抱歉|对不起|不好意思)[,，、 ]*)*"
    r"(?:不对|不是的?|不|错了|我?(?:刚才|刚刚)?(?:说|打|写|问|讲|搞|弄|记)错了|我?(?:说|讲|记)反了|更正一?下|纠正一?下"
    r"|(?:no|wrong|sorry|i was wrong|correction)(?=[,.:;!]))"
    r"(?:[,，。.!！:：;； ]+|(?=我(?:是|要|想|其实)|其实|应该是)))+"
    r"(?:我(?:其实)?(?:是)?(?:想|要)?(?:问|说|指)的?是?|我的意思是|其实是?|应该是|i meant to ask\b"
    r"|i mean(?:t)?\b|actually\b)?[,，:： ]*",
    re.IGNORECASE,
)
_MEANT = re.compile(
    r"^(?:我(?:其实)?(?:是(?:想|要)?问|是在问|是想知道|问的是|想问的是|要问的是|说的是|是说|指的是|的意思是)"
    r"|i (?:was asking|am asking|asked|mean|meant) (?:about )?)[,，:： ]*",
    re.IGNORECASE,
)
"""What takes back a reply without saying no: 我问的是买方."""
_SIMPLY = re.compile(
    r"^(?:(?:那|哦|嗯|啊|其实)[,， ]*)?(?:我(?:们)?)?(?:真的)?"
    r"(?:就|只|光|单)(?:是)?(?:想|要)?(?:问|知道|了解|问清楚|弄清楚)(?:的是)?(?:[一1]?下|[一1]句)?"
    r"[,，:： ]*(?=.{4})"
    r"|^(?:i )?(?:just|only|simply) (?:ask(?:ing|ed)?|want(?:ed)? to (?:know|ask)|wonder)"
    r"(?: about)?[,: ]+(?=.{6})",
    re.IGNORECASE,
)
"""What says that nothing but this is asked: 就是问, 我就想知道."""
_ANEW_ENGLISH = (
    r"(?:(?:now |then |and |so |i have |ok(?:ay)? |we have )*(?:an? |my |the )?(?:another|other"
    r"|next|new|different"
    r"|further|second) (?:question|topic|thing|point|matter|subject)|something (?:else|different)"
    r"|change of (?:topic|subject))"
)
_IDEA_ENGLISH = (
    r"(?:(?:and |but |so |now )*(?:my|our|the) (?:big )?(?:boss|chief|manager|director|ceo"
    r"|chairman|colleagues?"
    r"|management|head ?office|headquarters|hq|company) (?:now )?(?:has|have|had"
    r"|got)(?: got)?(?: now)?"
    r" (?:an?|some|yet|the)?(?: ?(?:another|other|new|different|further))? ?(?:ideas?|plans?"
    r"|wish(?:es)?|questions?"
    r"|thoughts?))"
)
_TURNING = re.compile(
    r"^(?:(?:行|好|好吧|好的|嗯|知道了|明白了|算了|ok|okay|right|fine|never ?mind|forget (?:it"
    r"|that|about (?:it|that))"
    r"|anyway|whatever|leave it)(?:吧|了|的)?[,，。.;!：: ]+)*"
    r"(?:(?:我?(?:们)?换个?(?:话题|问题)|换一个(?:话题|问题)|另外问一?下|再问(?:一个|个|一下)|顺便问一?下"
    rf"|{_ANEW_ENGLISH}(?=[,:. ])|{_IDEA_ENGLISH}(?=[:.,])|by the way)[,，:：。. ]*)?",
    re.IGNORECASE,
)
_THANKS = re.compile(
    r"^(?:(?:那|好吧?|好的|嗯+|哦|噢|唉|行吧?|ok|okay)+[,，。.!！… ]*)?"
    r"(?:(?:非常|太|十分)?(?:谢谢|感谢|多谢|谢了|辛苦|麻烦)(?:你们?|您|啦|了|老师|哈)*"
    r"|收到|了解了?|懂了|清楚了|原来如此|原来是这样"
    r"|thank you(?: (?:very|so) much)?|thanks(?: a lot)?"
    r"|got it|i see|great)[,，。.!！~ ]+",
    re.IGNORECASE,
)
"""Thanks in front of what is asked next."""
_NEW_TOPIC = re.compile(
    rf"换个?(?:话题|问题)|换一个(?:话题|问题)|{_ANEW_ENGLISH}|{_IDEA_ENGLISH}", re.IGNORECASE
)
_YOU = r"(?:[你您](?:们)?|机器人|助手|这回答)"
_SO = r"(?:根本|压根|完全|明明|还是|还|都|又|也|就|怎么|老是?|总是?|一直|刚才|刚刚|到底|这|那)*"
_UNHEARD = r"听懂|听清|听明白|听|看懂|看清|理解|明白|搞懂|弄懂"
_MISSED = (
    rf"(?:{_YOU}?{_SO}(?:没有?|未)(?:正面|直接|真正|好好|认真)?(?:在)?(?:回答|答|回应|解答|说到|答到)"
    rf"|{_YOU}{_SO}没有?(?:好好|认真|真正)?(?:{_UNHEARD}))(?:我的?)?(?:这个|那个)?"
    r"(?:问题|话|意思|重点|点子?上)?"
    rf"|{_YOU}?{_SO}(?:所?答非所问|文不对题|[驴牛]头不对马嘴|驴唇不对马嘴|跑题|答偏|扯远|绕弯子|打官腔"
    r"|避而不答)"
    rf"|{_SO}(?:不是|并不是)我(?:想|要|刚才|刚刚)*(?:问|说)的(?:问题|意思|东西|事)?"
    rf"|我{_SO}(?:想|要)?问的{_SO}不是(?:这个?|那个?|这些|那些)(?:问题|意思|事)?"
    rf"|我{_SO}(?:没有?|不是|不想)(?:在|要)?问[你您]?(?:这个?|那个?|这些|那些)(?:问题|事)?"
    rf"|{_YOU}{_SO}(?:会错意|(?:理解|搞|弄|听|看|答|说|想|找)(?:错|偏|岔|反))(?:我的(?:意思|问题))?"
    rf"|{_YOU}?{_SO}(?:别|不要)?(?:再)?(?:给我|跟我)?(?:重复|复读|念)(?:那|这|刚才)?"
    r"(?:[1一]?[段句遍次条])?(?:的)?(?:话)?"
    r"|(?:怎么)?又是(?:这|那|刚才)(?:[1一]?[段句条])?(?:的)?(?:话|回答|答案)?"
)
_COMPLAINING = re.compile(
    rf"^(?:唉|哎|喂|啊|哦|呃|嗯|算了|抱歉|不好意思|不对|不是|不|[,.。! ])*(?:{_MISSED})"
    r"(?:了|啊|呀|吧|呢|嘛|哦|好吗|行吗|好不好)*(?:[,.。!:;?~ ]+|$)"
)
_HARDLY = r"(?: (?:really|quite|exactly|actually|at all|even|just|still|yet|my|the|a|an))*"
_ASKED_ENGLISH = (
    r"(?: (?:i|we)(?:'m| am| was| were|'re| are)? ?(?:ask(?:ed|ing)?|meant?|want(?:ed)?))"
)
_MISSED_ENGLISH = (
    rf"(?:that|this|it)(?:'s| is| was){_HARDLY}(?:n't| not){_HARDLY}"
    rf"(?: (?:what|question|answer|point|thing))?{_ASKED_ENGLISH}?"
    r"(?: (?:for|about|to know|of you))*"
    rf"|(?:that|this|it|you){_HARDLY}(?:'ve| have| has| had| did| do| does| are|'re)?{_HARDLY}"
    rf"(?:n't| not){_HARDLY}"
    r" (?:answer\w*|address\w*|listen\w*|respond\w*|underst\w+|get|got|hear\w*|read)"
    r"(?: (?:to|me|my|the|it|that|what|i|question|point|asked|said|meant))*"
    r"|(?:i|we)(?: did|'m| am| was)?(?:n't| not| never) (?:ask\w*)(?: (?:you|for|about|that|this))*"
    r"|you(?:'ve| have)?(?: just| again)? (?:misunderst\w+|missed|misread|mistook|dodged|ignored)"
    r"(?: (?:me|my|the|what|i|question|point|asked|said|meant))*"
    r"|(?:please )?(?:stop|do not|don't|no need to|why do you(?: keep)?) repeat(?:ing)?"
    r"(?: (?:yourself|that|this|the same(?: (?:thing|answer|text))?))?"
    r"|(?:you are |you're )?(?:wrong question|off[- ]topic|beside the point|missing the point)"
)
_COMPLAINING_ENGLISH = re.compile(
    r"^(?:(?:no|sorry|but|well|hm+|ok(?:ay)?|please|again|look|hey)[,.! ]+)*"
    rf"(?:{_MISSED_ENGLISH})(?: (?:again|at all|though|here|just now))*(?:[,.!:;?]+ *|$)"
)
_SAYS_AGAIN = re.compile(
    r"^(?:(?:i|we)(?:'m| am| was|'re| are| were)? ?(?:ask(?:ed|ing)?|meant?|said)"
    r"|(?:my|the) question(?: is| was)?)(?: about| whether)?[,: ]+"
)
_REPLY_IN_WORDS = 4
"""Characters that must stand behind a complaint for it to say what was meant."""


def behind_thanks(text: str) -> str:
    """What stands behind thanks; empty where a text does not begin with them."""
    read = _THANKS.match(text)
    return text[read.end() :] if read is not None else ""


def behind_turn(text: str) -> tuple[str, bool]:
    """A text without words that lead over to it, and whether they turn to another matter."""
    turning = _TURNING.match(text)
    rest = text[turning.end() :] if turning is not None else text
    return rest, _NEW_TOPIC.search(text[: len(text) - len(rest)]) is not None


def what_is_meant(text: str) -> tuple[str, bool]:
    """What a text means behind words that take a reply back, and whether there are such."""
    rest = behind_complaint(text)
    corrected = _MEANT.sub("", _CORRECTING.sub("", rest or text, count=1), count=1)
    return _SIMPLY.sub("", corrected, count=1), corrected != text


def complains(text: str) -> bool:
    """Whether a text says that the reply missed what was asked, and then what that was."""
    return behind_complaint(text) != ""


@kept
def behind_complaint(text: str) -> str:
    """What stands behind a complaint that the reply missed what was asked (你没回答我，…); empty
    where a text does not begin with one, or says nothing else."""
    said = normalise(text).strip()
    shape = _COMPLAINING_ENGLISH if is_english(said) else _COMPLAINING
    rest = said
    while (read := shape.match(rest)) is not None and read.end() > 0:
        rest = rest[read.end() :]
    if rest == said or len(key(rest)) < _REPLY_IN_WORDS:
        return ""
    if is_english(said):
        rest = _SAYS_AGAIN.sub("", rest, count=1)
    whole = text.strip()
    return whole[len(whole) - len(rest) :] if len(whole) == len(said) else rest
