"""What a visitor says was not meant, and what is: 不是投诉你们，是投诉打电话的人. Pure.

A reading that is denied must not be taken again, and the text belongs to the matter before.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec

from dialog.reply.aspects import asks
from dialog.reply.context import MATTERS, Said, elliptic, nameless, put_in_place
from dialog.reply.idle_clauses import spaced
from dialog.reply.kept import kept
from dialog.reply.question import Exchange
from knowledge.text import key, normalise

_LONGEST = 90
"""Characters beyond which a text tells a case of its own."""
_ASKED = 3
"""Characters beyond which what was asked all along may stand by itself."""
_CLAUSE = 14
"""Characters beyond which what is meant is more than the name of a thing."""
_SAID_OUT = re.compile(
    r"我[^,。?!是]{0,3}(?:问|说|指|讲)(?!错)|我(?:们)?(?:就|只)(?:是|是想|想)(?:问|知道)"
    r"|\bi (?:mean|meant|asked|was asking)\b|\bi (?:just|only) (?:ask|want to know)"
)
"""What says of a question that it was another one."""
_DEED = re.compile(
    r"(?P<do>购买|采购|买|出售|卖|销售|转让|交易)的?(?P<side>步骤|流程|手续|方法|材料|条件|要求"
    r"|费用)"
)
"""A deed with a side of it, done to data where nothing is named."""
_UNLIKE = (
    r"(?:这|那|我)?(?:个|的|[两2]个|情况)*(?:完全|根本|好像|可能|跟我|就?是)*"
    r"(?:(?:不(?:太|大|是很|怎么)?|有点不)[1一]样|不是[1一](?:回|码)事|[两2](?:回|码)事|对不上)"
    r"(?:的|啊|呀|哎|哦|吧|了)*(?=[,.!。 ])"
)
"""That what was offered is not alike: 哦，不太一样的，…"""
_LEAD = (
    rf"(?:{_UNLIKE}|啊|哦|噢|呃|嗯|哎|好的?|不对|不|(?:我)?[说记写]?错了|那个|抱歉|不好意思"
    r"|[,.!。 ])*"
)
_US = r"(?:我们?|咱们?|我司|本公司)"
_SAYS = (
    r"(?:我们|我|咱)?(?:其实|刚才|真正|就|只|想|要|是|在)*"
    r"(?:问|说|指|讲|要|找|想要|需要|意思|担心|怕|关心)?(?:的?是|的)?(?:要|想|问)?"
)
_DENIED = r"(?P<denied>(?![不没])[^,。;?!]{1,20}?(?<![吗么嘛吧呢]))(?:的|了)?"
"""What is denied; 不是免费吗 denies nothing."""
_MEANT = r"(?P<meant>.{1,80}?)[。?!]*"
_END = r"[,。;! ]+"
_NO_QUESTION = (
    r"(?:(?:this|that|it|there)(?:'s| is) )?(?P<asking>no|not an?) "
    r"(?P<denied>[^,.;?!]{2,30}?) (?:question|issue|matter|problem|topic)s?"
    r"(?: (?:here|involved|at all|of mine))*"
)
"""What says of a question that it is none of some kind: no penalty question here."""
_CORRECTIONS = (
    # 不是轨迹！我说的是车流量; 不是要卖，我是担心别人卖
    re.compile(
        rf"{_LEAD}(?P<self>{_US})?(?P<said>[问说指讲]的)?(?:不是|并不是|又不是|不要(?![紧求急脸])"
        rf"|不想要?|没有?要(?![求紧]))(?P<asking>要|想|在|说|问|指|打算)*{_DENIED}{_END}"
        r"(?:而|应该|应当|其实)*"
        rf"(?:(?:都|全|全都|只|就)?是|(?=(?:{_US})?(?:其实|刚才|真正|就|只|是|在)*"
        rf"(?:要|想|找|问|说|指|讲|担心|怕))){_SAYS}{_MEANT}"
    ),
    # 你怎么又说税？我问的是要不要先评估
    re.compile(
        rf"{_LEAD}(?P<again>(?:[你您](?:们)?)?(?:怎么|干[嘛吗]|为什么|为啥|咋|老是?|总是?|一直|又)+"
        r"(?:老是?|总是?|又|还是?|一直|在|跟我|给我)*(?:说|讲|扯|提|谈|答|回答|回|聊)(?:起"
        r"|到)?(?:的)?(?:是)?"
        rf"|(?:你|您)?(?:别|不要|甭)(?:再|老|总|一直|跟我|给我)*(?:说|讲|扯|提|谈)){_DENIED}"
        r"(?:啊|呀|呢|吗|嘛)?[,。;!? ]+我们?(?:其实|刚才|真正|就|是|想|要)*"
        rf"(?:问|说|指|讲)(?:的)?(?:是)?[,: ]*{_MEANT}"
    ),
    # 先不说审批，写哪些条款
    re.compile(
        rf"{_LEAD}(?P<asking>(?:先不|暂[时且]?不|先别|且不)(?:要|用)?(?:说|谈|管|讲|论|提|聊|考虑"
        rf"|问)"
        rf"|撇开|抛开){_DENIED}(?:的事情?|的问题|不[谈说管])?{_END}{_SAYS}{_MEANT}"
    ),
    # 不买，是互相换
    re.compile(
        rf"{_LEAD}(?:不|没)(?P<denied>[买卖给收要送租借转]{{1,2}}|交易|出售|出境|公开|上传)的?"
        r"[,。;! ]+"
        r"(?:而|就|只|其实)*(?:是|就是|只)(?P<meant>[^。?!]{2,40})[。?!]*"
    ),
    # 我不卖轨迹，只想卖车流量
    re.compile(
        rf"{_LEAD}(?P<self>(?:{_US})?)(?:又|也|可|并|真的|都)*"
        rf"(?:不(?:是)?(?:想|打算|准备)?|没有?(?:在|想|要)?(?=[问说谈提讲]))"
        rf"(?:(?P<asking>[问说谈查找看管聊提讲]|关心|考虑|在乎|纠结)|[买卖]|出售|购买|收集|采集"
        rf"|公开)"
        rf"{_DENIED}{_END}(?:而|其实|{_US})*"
        rf"(?:[就只光仅](?:是|想|要|打算)*(?=[想要问说谈查找买卖]|出售|购买|收集|采集|公开)"
        rf"|是(?=[问说想])|(?=[问想]))(?:[问说查找]|想问)?(?:的是)?{_MEANT}"
    ),
    # 又没人催我交，我就是问不交行不行: the story that the answer supposed
    re.compile(
        rf"{_LEAD}(?:可是?|但是?)?(?:又|也|并|根本|压根|可)*"
        rf"(?:(?P<nobody>没有?(?:任何)?(?:人|谁)|谁也没有?|没有?(?:哪|什么)[个家]?(?:人|公司|单位)?"
        rf"|{_US}?(?:又|也|可|并|根本)*没有?(?:被|让人|给人|遇到|碰到|收到|接到))过?"
        rf"|{_US}(?:又|也|可|并|根本)*没有?)"
        rf"(?P<denied>[^,。;?!]{{2,16}}?)(?:[啊呀哦的了呢嘛]|过)*{_END}"
        rf"(?:{_US}|其实|真的)*(?:[就只光](?:是|想|要)*|是|想)(?:问|知道|了解|说)(?:的是|[1一]下)?"
        rf"[,: ]*{_MEANT}"
    ),
    # 没问打电话啊，到底算不算同意; who did not ask somebody (没问家长，…) tells a case
    re.compile(
        rf"{_LEAD}(?:{_US})?(?=(?:又|可|根本|压根)+没|没有?在?问[^,。;?!]{{1,12}}?[啊呀嘛哎])"
        r"(?:又|可|也|根本|压根)*没有?(?P<asking>在?问)(?!过)(?P<denied>[^,。;?!]{1,12}?)"
        r"[啊呀嘛哎哦了的]*[^\w,。;?!]*[,。;! ]+(?P<meant>.{4,80}?)[。?!]*"
    ),
    # 我说的是卖给广告公司，不是训练模型
    re.compile(
        rf"{_LEAD}(?P<asking>{_US}(?:其实|刚才|真正|就|是|想|要)*(?:问|说|指|讲|要)的?是?)"
        rf"(?P<meant>[^。;?!]{{2,60}}?)的?[,;。! ]+(?:而|并|又|可)?"
        rf"不是(?:说|问|指|要|想)*{_DENIED}[。!]*"
    ),
    re.compile(
        rf"{_LEAD}(?:{_SAYS})(?P<meant>[^,。;?!不]{{2,20}}?)的?[,; ]+(?:而|并|又|可)?不是"
        rf"(?:说|问|指)?{_DENIED}[。!]*"
    ),
    # 能不能退，买了又不想要的，不是怎么付款
    re.compile(
        rf"{_LEAD}(?P<self>)(?P<meant>[^。;?!]{{2,60}}?)的?[,;。! ]+(?:而|并|又|可)?"
        rf"不是(?:说|问|指|要|想)*{_DENIED}[。!]*"
    ),
    # 跟罚款没关系，我问的是谁来审
    re.compile(
        rf"{_LEAD}(?P<asking>(?:这|那|我|{_US}|又|可|根本|并)*[跟和与]){_DENIED}"
        r"(?:没有?(?:什么|啥|任何|半点)?关系|无关|不相干|不搭界|不沾边|是?两(?:码|回)事)(?:的|了"
        r"|啊|呀)*"
        rf"{_END}{_SAYS}{_MEANT}"
    ),
    re.compile(
        r"(?P<meant>[^。;?!]{2,60}?)[,;。! ?]+(?P<asking>(?:这|那|我|又|可|根本|并)*[跟和与])"
        rf"{_DENIED}(?:没有?(?:什么|啥|任何|半点)?关系|无关|不相干|不搭界|不沾边|是?两(?:码|回)事)"
        r"(?:的|了|啊|呀)*[。!]*"
    ),
    # No penalty question here. I asked who signs
    re.compile(
        rf"(?:no|sorry|but|well|[,. ])*{_NO_QUESTION}[,.;!]+ (?:but )?"
        r"(?:(?:i|we)(?:'m| am|'re| are| was)? (?:mean|meant|asked?|asking)(?: about)? )?"
        r"(?P<meant>.{4,120}?)[.?!]*"
    ),
    re.compile(rf"(?P<meant>.{{4,120}}?)[.;?!]+ {_NO_QUESTION}[.!]*"),
    re.compile(
        r"(?:no|sorry|but|well|[,. ])*(?P<again>(?:why (?:do|are) you (?:keep |still |always )*"
        r"|(?:please )?stop |you keep )(?:on )?(?:talk|tell|speak|go)ing (?:me )?(?:on )?"
        r"(?:about )?)"
        r"(?P<denied>[^,.;?!]{2,40}?)(?: again)?[,.;!?]+ (?:but )?(?:i|we) "
        r"(?:asked?|mean|meant|was asking|am asking|want to know)(?: about)? "
        r"(?P<meant>.{4,120}?)[.?!]*"
    ),
    re.compile(
        r"(?:no|sorry|but|well|[,. ])*(?P<nobody>nobody|no[- ]one|none of them) "
        r"(?P<denied>[^,.;?!]{4,40})[,.;!]+ (?:but )?(?:i (?:just|only) (?:asked?|am asking"
        r"|was asking|want(?:ed)? to know)|i(?:'m| am) (?:just |only )?asking) "
        r"(?P<meant>.{4,120}?)[.?!]*"
    ),
    re.compile(
        r"(?:no|sorry|but|well|[,. ])*"
        r"(?:(?P<self>i|we) (?:do not|don't|did not|didn't) (?:mean|want|ask(?: about)?|need"
        r"|sell|buy)"
        r"|(?:i|we)(?:'m| am|'re| are) not (?P<asking>asking|talking|speaking)(?: about| of)?"
        r"|(?:it(?:'s| is) )?not(?! (?:sure|yet|only|really|bad)\b)"
        r"|(?:leaving|leave|forget|never mind|setting))(?: about)?(?: to)?"
        r" (?P<denied>[^,.;?!]{2,40}?)(?: aside)?(?:[,.;!]+ |(?= but))(?: ?but )?"
        r"(?:(?:i|we)(?:'m| am|'re| are)? (?:just |only )?(?:mean|meant|want|need|asked?|asking"
        r"|sell|buy|talking)(?: about| for)?(?: to)? |(?:it(?:'s| is)|just|only) )?"
        r"(?P<meant>(?!(?:is|are|do|does) (?:it|they|we|i)\?).{2,120}?)[.?!]*"
    ),
    re.compile(
        r"(?:no|sorry|but|[,. ])*(?P<asking>(?:i|we) (?:mean|meant|want|need|asked?|am asking"
        r"|was asking))(?: about| for)? (?P<meant>[^.;?!]{2,80}?),? (?:and )?not(?: about| for)?"
        r" (?P<denied>[^,.;?!]{2,40})[.!]*"
    ),
    re.compile(
        r"(?P<self>)(?P<meant>[a-z][^.;?!]{2,80}?), (?:and )?not(?: about| for)?"
        r" (?P<denied>[^,.;?!]{2,40})[.!]*"
    ),
)
_RUN_ON = re.compile(
    r"(?P<denied>(?<!是)(?<!算)不是[^,。;?!是不吗么]{1,8})(?=(?:而|应该|应当|其实)?是(?![不否]))"
)
"""不是2万是20万: said without a pause."""
_AGAIN = re.compile(
    r"^(?:(?:我|您|你)?(?:刚才|刚刚|刚|前面|上面|之前|开头|先前)+(?:我|您|你)?(?:说|问|讲"
    r"|提)(?:到|过|的)*的?"
    r"(?:那个|这个)?|那个"
    r"|(?:the )?(?=.*\b(?:i|we|you) (?:just )?(?:mentioned|spoke of|talked about)\b))"
)
"""What points back at a thing that was spoken of."""
_ENGLISH_AGAIN = re.compile(
    r" (?:that )?(?:i|we|you) (?:just )?(?:mentioned|spoke of|talked about)(?: before| above)?\b.*$"
)
_ASIDE = re.compile(
    r"(?P<first>[^。?!]{3,40}?)[,;](?:又|可|而|并|也|但)*不是(?:说|问|指)?"
    r"(?P<denied>[^,。;?!]{2,12}?(?<![吗么嘛吧呢]))(?:的|了)?[,;](?P<rest>.{2,60})"
)
"""A question that tells between its clauses what a thing is not: 是自己攒的，不是外购的，怎么算."""


class Corrected(msgspec.Struct, frozen=True):
    """What a text denies and what it means instead, both normalised. ``asked``: it says that this
    is what was asked all along. ``of_self``: it may only tell what its writer is or does.
    ``nobody``: it denies that anybody did what was supposed. ``again``: it holds up to the desk
    that it spoke of this."""

    denied: str
    meant: str
    asked: bool = False
    of_self: bool = False
    nobody: bool = False
    again: bool = False

    @property
    def whole(self) -> bool:
        """Whether what is meant is a question of its own."""
        longest = 40 if self.meant.isascii() else _CLAUSE
        return asks(self.meant) or len(self.meant) > longest


def corrected(text: str, exchanges: Sequence[Exchange]) -> Corrected | None:
    """What a text corrects of the matter before; ``None`` where it corrects nothing."""
    if not exchanges or not any(e.outcome in MATTERS for e in exchanges):
        return None
    return _read(text)


@kept
def _read(text: str) -> Corrected | None:
    text = _RUN_ON.sub(r"\g<denied>,", spaced(normalise(text).strip()))
    if len(text) > _LONGEST * (2 if text.isascii() else 1):
        return None
    for pattern in _CORRECTIONS:
        read = pattern.fullmatch(text)
        if read is None or key(read["meant"]) == key(read["denied"]):
            continue
        groups = read.groupdict()
        asked = _SAID_OUT.search(text) is not None
        meant = _ENGLISH_AGAIN.sub("", _AGAIN.sub("", read["meant"].strip(" ,")))
        of_self = groups.get("self") is not None and not (
            groups.get("asking") or groups.get("said")
        )
        nobody = bool(groups.get("nobody"))
        again = bool(groups.get("again"))
        return Corrected(read["denied"].strip(), meant, asked or nobody, of_self, nobody, again)
    return None


def instead(given: Said, exchanges: Sequence[Exchange]) -> Corrected | None:
    """What a text corrects of the matter before, also where it denies nothing by name and says in a
    question of its own what is meant (不，我问的是…)."""
    correction = corrected(given.text, exchanges)
    if correction is not None or not given.corrects or nameless(given.text):
        return correction
    shortest = _ASKED if given.complains else _CLAUSE // 2
    if len(key(given.text)) <= shortest or elliptic(given.text, exchanges):
        return None
    named = Corrected("", normalise(given.text).strip(" ,。?!"), asked=True)
    matter = any(e.outcome in MATTERS for e in exchanges)
    return named if matter and named.whole else None


def denied_aside(text: str) -> str:
    """What a question says between its clauses that the thing is not; empty where it does not."""
    read = _ASIDE.fullmatch(normalise(text).strip())
    return read["denied"].strip() if read is not None and asks(read["rest"]) else ""


def meant_instead(
    correction: Corrected, before: str, *, topic: str, longest: int = 6
) -> tuple[str, ...]:
    """The questions that a correction may mean after the question ``before``, likeliest first. A
    whole question is meant by itself first; what names a thing alone is asked what was asked before
    of another. What is longer than ``longest`` characters may stand by itself."""
    denied, meant, before = correction.denied, correction.meant, normalise(before)
    found: list[str] = [meant] if correction.whole else []
    if denied and denied in before:
        found.append(before.replace(denied, meant, 1))
    elif before and not correction.whole:
        found.extend(f for f in put_in_place(meant, before) if f.startswith(meant))
    if len(meant) > (_ASKED if correction.asked else longest):
        found.append(meant)
    if (deed := _DEED.fullmatch(meant)) is not None:
        found.append(f"{deed['do']}数据的{deed['side']}")
    if before:
        found.extend((f"{meant}{before}", f"{before},{meant}"))
    if topic and topic not in meant:
        found.append(f"{topic}{meant}")
    return tuple(dict.fromkeys(found))
