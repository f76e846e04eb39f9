"""Clauses that are only polite, plead to be told, or close what was said before, beside a
question: 没有关系，您不晓得就说不晓得; 那么我想请教您; 能大概跟我讲讲吗; 那我就放心一些了. Faces
that are drawn (😭) tell a feeling and name nothing. Pure.

They name nothing, and as a case that is told first they hide the question from the search.
"""

from __future__ import annotations

import re

from dialog.reply.aspects import asks
from dialog.reply.idle_clauses import PIECES
from dialog.reply.kept import kept
from knowledge.text import key, normalise

_YOU = r"(?:[您你]们?|这位|小(?:姑娘|伙子?|迎)|机器人|助手)"
_DO = r"(?:不?(?:晓得|知道|清楚|懂|明白|会|确定)|有数|没数)"
_ALSO = r"(?:倒|也|还|就|都|很|挺|蛮|真|非常|比较|十分|最|特别|是|可|算|总算|反正|这下|这样)*"
_SO = r"(?:那么|那|好|好的|嗯+|哦+|噢|喔|啊|哎|唉|对|是|呀|所以|不过|其实|实在|真的?|[,， ])*"
_END = r"(?:的|了|啦|呀|啊|哦|呢|嘛|哈|吧|得很|一些|一点|1些|1点|点儿?|多|[~ ])*"
_PHRASE = (
    rf"{_SO}(?:(?:这|那)?{_ALSO}(?:没有?(?:关系|事|问题|什么)|不要紧|不碍事|不打紧|无所谓|不妨|别介意|不急|不着急)(?:儿)?"
    rf"|{_YOU}?(?P<own>{_DO})就?(?:直接|老实|直说)?(?:说|讲|是)(?:你|您)?(?P=own)"
    rf"|(?:这|那|您|你)?(?:[1一]?[点条句]|样|话|个|种(?:做法|态度)|么说)?(?:我|我们|说得|讲得|倒)?{_ALSO}"
    r"(?:赞成|赞同|同意(?=你|您)|欣赏|佩服|满意|老实|诚实|实在|坦率|坦诚|有道理|在理|好事|难得|好(?=的|啊|$))"
    rf"(?:{_YOU})?(?:这[1一]?[点种样](?:做法|态度)?)?"
    rf"|(?:(?:这样|这下|那样|那)?(?:我们?|咱们?)?(?:心里)?{_ALSO}"
    r"(?:放心|安心|踏实|有数|有底|松(?:了)?[1一]?口气))"
    rf"|{_ALSO}再?(?:麻烦|辛苦|打扰|打搅|劳烦|劳驾|谢谢|感谢|多谢|拜托|难为|有劳|请教|问候){_YOU}?(?:[1一]?下)?(?:老师|同志)?"
    r"|不好意思|抱歉|对不起|不怕你笑话|恕我冒昧|冒昧(?:问|请教)?(?:[1一]?[下句])?|见笑"
    rf"|{_YOU}(?:刚才|刚刚|前面)?(?:说|讲|回答|解释|介绍)得{_ALSO}"
    r"(?:清楚|明白|详细|仔细|有道理|对|好|不错|在理|周到|耐心)"
    rf"|{_YOU}{_ALSO}(?:耐心|客气|热心|周到|诚实|老实|实在|坦率)"
    # 最后一个 alone picks from what was listed.
    r"|(?:还有|再|那|就|我|想)*最后(?:再|还|想|请)*(?:(?:问|请教|咨询)[1一](?:个|件|下|句)(?:小?问题|事情?|话)?"
    r"|[1一](?:个|件|下|句)(?:小?问题|事情?|话))"
    rf"|(?:我|我们)?{_ALSO}(?:年纪大|年龄大|老|记性不好|眼睛不好|文化不高|没文化)(?:了)?"
    rf"(?:记性不好|{_END})"
    rf"|我?(?:还|再|就|也|另外|有|想|想再|多){{0,3}}(?:请教|问|咨询|打听){_YOU}?"
    r"(?:老师)?(?:[1一]?(?:下|[个件句](?:事情?|问题|话)?)|[1一][个件]事情?|几[个件句](?:事情?|问题|话)?)?"
    rf"|我?(?:还|再)?有[1一]?[个件](?:事情?|问题)(?:想|要)?(?:请教|问|咨询)?{_YOU}?)"
    rf"{_END}"
    r"|(?:(?:ok(?:ay)?|well|oh|and|so|but|fair enough|no|yes|right|sure)[, ]+)*"
    r"(?:no (?:worries|problem)|never mind|not to worry"
    r"|(?:that(?:'s| is) )?(?:quite |perfectly |all )?"
    r"(?:fine|all right|ok(?:ay)?|no problem)(?: with me| by me)?"
    r"|(?:i|we) (?:do |really |quite |very much )*"
    r"(?:appreciate|like|respect|value|admire|understand)"
    r" (?:that|it|this|your (?:honesty|candou?r|frankness|patience|help|time)"
    r"|that you (?:say so|admit it|are honest))(?: (?:very much|a lot|though|about you))*"
    r"|(?:thank you|thanks)(?: (?:so much|very much|a lot))?(?: for (?:your|the|being|saying)"
    r"(?: \w+){1,4})?"
    r"|(?:sorry|apologies)(?: (?:to|for) (?:bother|trouble|ask|bothering|troubling|asking)"
    r"(?: you)?(?: again)?)?|(?:i|we) (?:hope|trust) (?:you|that) (?:do not|don't|does not) mind"
    r"|if you (?:do not|don't) mind"
    r"|(?:that|it)(?: is|'s) (?:a relief|reassuring|good to (?:know|hear))"
    r"|(?:one|just one) (?:more|other|last) (?:thing|question)(?: (?:then|please|if i may))?"
    r"|(?:may|can|could|might) i (?:just )?ask(?: you)?(?: (?:one|another|something)"
    r"(?: more| other)?(?: (?:thing|question|else))?)?)(?: then| please)?"
)
_TELL_ME = (
    rf"{_SO}(?:您|你|老师|有没有人|谁|求求?|拜托|麻烦|烦?请|跪求|能不能|能否|可不可以|可以|可否|能"
    r"|帮忙?|给|跟|和|向|对|为|替|教|我们?|咱们?|小白|新人|外行|不懂的人|这个|这事儿?|这块|简单|大概"
    r"|大致|粗略|详细|仔细|具体|稍微|快速|通俗|从头|先|再|好好|大白话|用|地|点儿?|[1一][下点]儿?){0,9}"
    r"(?:讲解|讲?[1一]?讲|说[1一]?说|说道说道|说(?:[1一]下|明白|清楚)|(?:介绍|解释|指点|分析){1,2}"
    r"|科普|教教|教(?=我|[1一]下)|指教|指导|捋[1一]?捋|理[1一]?理|梳理|带我(?:走|过)[1一]遍|答疑"
    r"|解惑|支个招|讲个大概)"
    r"(?:我们?|[1一][下遍]|清楚|明白|看|听听?|大概|这个|这事儿?|这块|的)*"
    r"(?:吗|么|嘛|呗|吧|不|行吗|好吗|可以吗|行不行|好不好|谢谢|了|呢|啊|呀|哈|[~ ])*"
    r"|(?:(?:and|so|please|maybe|just|also|ok(?:ay)?)[, ]+)*"
    r"(?:(?:can|could|would|will) (?:you|someone|anyone|somebody) (?:please |maybe |just |kindly )*"
    r"|(?:i(?:'d| would) (?:love|like|appreciate)(?: it)? (?:you to|if you could) )|please )"
    r"(?:walk (?:me|us) through(?: (?:it|this|that|the (?:basics|process)))?"
    r"|explain(?: (?:it|this|that))?(?: to (?:me|us))?|(?:teach|brief|enlighten|guide) (?:me|us)"
    r"|talk (?:me|us) through (?:it|this|that)|break (?:it|this) down"
    r"|give (?:me|us) (?:a|an|the) (?:rough idea|overview|basics|short version)"
    r"|(?:tell|show) (?:me|us)(?: (?:about it|more|(?:a|the|your) list))?)"
    r"(?: (?:please|briefly|roughly|simply|in (?:simple|plain) (?:terms|words|english)|for me"
    r"|like i'm five|a bit|quickly|step by step|from the start|as you would to a beginner))*"
    r"|(?:(?:and|so|please)[, ]+)*(?:can|could|may) (?:i|we) (?:please )?(?:see|have|get)"
    r" (?:a|the|your) (?:(?:whole|full|complete|short) )?list(?: please)?"
)
"""What pleads to be told, and says not what."""
_FACES = re.compile(
    r"[\U0001f300-\U0001faff\u2600-\u27bf\u2b50\u2764\ufe0f\u200d\U0001f1e6-\U0001f1ff]+"
)
"""Drawn faces and signs."""
_POLITE = re.compile(rf"(?:{_PHRASE}){{1,3}}|{_TELL_ME}")
"""What is only polite, praises what was said, or is glad of it."""
_LEAD = re.compile(
    r"^(?:and |so |then |well,? )?(?:just )?(?:one|a|another) (?:more |other |last |quick )?"
    r"(?:thing|question)(?: (?:then|please|if i may))?(?:: *| - )(?=\S)"
    r"|^(?:and |so |then |well,? )?(?:may|can|could|might) i (?:just )?ask(?: you)?[:,] *(?=\S)"
    rf"|^{_SO}(?:我们?|咱们?)?(?:还|再|就|也|另外|想|要|能不能|可以|能|斗胆|冒昧|麻烦|顺便){{0,4}}"
    rf"(?:请教|请问|咨询|打听)(?:[1一]下)?{_YOU}?(?:老师)?"
    rf"(?:[1一](?:下|[个件句](?:事情?|问题|话)?)|[下个件句](?:事情?|问题|话)?)?[:： ]*(?=\S{{4}})"
)
"""What leads over to the question in its own clause: 那么我想请教您要交什么."""
_BIDDEN = re.compile(
    r"^(?:我们?|咱们?|公司|单位|这边)?的?(?:老板|领导|老总|主任|经理|主管|总监|上级|上面|总部|校长|院长"
    r"|书记|导师|[\u4e00-\u9fff]总)(?:刚刚?|今天|昨天|早上|突然|非|就|又|还|现在|一直"
    r"|周[1-6一二三四五六日天末])*(?:让|叫|要求?|派|喊|催|吩咐|安排|给)(?:我们?|咱们?|俺)"
    r"(?:来|去|赶紧|尽快|先|再|必须|务必|负责|把|今天|明天|[这那]?周[1-6一二三四五六日天末]?前?)*"
    r"(?:(?:搞|弄|摸|查|问|了解|打听|研究|调研)(?:清楚|明白|懂|透|[1一]下)|了解(?:了解)?|打听|研究"
    r"|调研|咨询|学习|问问?(?!问)|查查?(?!查)|看看)"
    r"(?:[1一]?下|清楚|明白|到底|究竟|咱们?|我们?|[:：, ])*(?=\S{4})"
    r"|^(?:my|our) (?:boss|manager|director|chief|head office|supervisor|ceo)(?: has| have)?"
    r"(?: just| suddenly)? (?:asked|told|wants|wanted|sent|ordered) (?:me|us) to (?:find out"
    r"|figure out|look into|check|learn|understand|research|see)(?: about| exactly)? (?=\S)",
    re.IGNORECASE,
)
"""Who bade the speaker find out what is asked behind it."""
_TOLD_BY_DESK = re.compile(
    rf"{_SO}{_YOU}(?:刚才|刚刚|前面|之前|上次)*(?:自己|亲口)(?:刚才|刚刚|前面|之前)*(?:都|也|就)*(?:说|讲|回答)(?!明|不|没)"
    r"[^?？]{2,40}?(?:的)?(?:呀|啊|嘛|吖|来着|哦|喔)"
)
"""What holds against the desk what it said itself: of a sentence behind it, no part."""
_HERE = re.compile(
    r"(?:那|就|都)*在?(?:上海|你们|我们|咱们|交易所)?(?:这|你们)(?:边|里|儿|块儿?)(?:的话|来说)?[呢啊嘛]?"
)
"""The place of the desk alone, with a question mark: what is asked behind it is asked here."""
_SIGH = re.compile(r"^(?:[啊哦噢喔嗯唉哎呀]+[,，、 ]+)+")
_ENDS = re.compile(r"[?？;；。!！…\n.]")
_LONGEST = 60
"""Characters beyond which a clause tells something."""
_LEAST = 4
"""Characters of meaning that must be left."""


def polite(clause: str) -> bool:
    """Whether a clause is only polite, or glad of what was said."""
    clause = _FACES.sub("", normalise(clause)).strip(" ,.。!~:")
    return 0 < len(clause) <= _LONGEST and _POLITE.fullmatch(clause) is not None


@kept
def without_faces(text: str) -> str:
    """A text without drawn faces; the text itself where it has nothing else."""
    left = _FACES.sub(" ", text).strip()
    return left if key(left) else text


@kept
def without_politeness(text: str) -> str:
    """A text without such clauses in front of its questions, and without what leads over to one in
    its own clause; the text itself where nothing else asks."""
    pieces = PIECES.split(text)
    marks = [*pieces[1::2], ""]
    idle = [_idle(c, m) for c, m in zip(pieces[::2], marks, strict=True)]
    for place, (clause, mark) in enumerate(zip(pieces[::2], marks, strict=True)):
        here = "?" in normalise(mark) and _HERE.fullmatch(normalise(clause).strip())
        idle[place] = idle[place] or bool(here and any(key(c) for c in pieces[2 * place + 2 :: 2]))
    clauses = [_without_lead(c) for c in pieces[::2]]
    if not any(idle) and clauses == pieces[::2]:
        return text
    left = "".join(c + m for c, m, i in zip(clauses, marks, idle, strict=True) if not i)
    left = _SIGH.sub("", left.strip().lstrip(",，。!！;；… "), count=1)
    asking = "?" in normalise(left) or any(
        asks(c) for c, i in zip(clauses, idle, strict=True) if not i
    )
    return left if asking and len(key(left)) >= _LEAST else text


def _idle(clause: str, mark: str) -> bool:
    if _TOLD_BY_DESK.fullmatch(normalise(clause).strip()) and _ENDS.match(mark):
        return True
    return ("?" not in normalise(mark) or _pleads(clause)) and polite(clause)


def _pleads(clause: str) -> bool:
    """Whether a clause, be it a question, only pleads to be told."""
    return re.fullmatch(_TELL_ME, _FACES.sub("", normalise(clause)).strip(" ,.。!~:")) is not None


def _without_lead(clause: str) -> str:
    plain = clause.strip()
    read = _LEAD.match(normalise(plain))
    if read is None and (bidden := _BIDDEN.match(normalise(plain))) is not None:
        read = bidden if asks(normalise(plain)[bidden.end() :]) else None
    # Where characters were put otherwise, the place in the one is none in the other.
    if read is None or len(normalise(plain)) != len(plain):
        return clause
    return plain[read.end() :]
