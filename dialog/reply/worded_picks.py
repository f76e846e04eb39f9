"""How a visitor words the pick of something that was shown: by its place (第二个吧), by words of it
(那个讲爬虫的, the one about buses), or by both. Pure.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec

from dialog.reply.aspects import asks
from dialog.reply.covering import asks_for_side, own_words, same_sides
from dialog.reply.kept import kept
from knowledge.search.targets import Target
from knowledge.text import Segmenter, is_english, normalise

_LONGEST = 36
"""Characters beyond which a text tells something of its own; English has twice as many."""
_FEWEST = 2
"""Words that must be said again; one alone is said of many things."""
NAME = 8
"""Characters up to which words behind a place can be the name of what stands there."""
_FITS = 0.6
"""The share of the words of a pick that must stand in what they pick."""
_MOST = 0.5
"""The share of what a question names that must be named by who says it again."""
_PAIR = 0.6
"""What a word counts of which two signs stand there beside each other (公交车, 公交公司)."""
_PLACES = {"first": 1, "second": 2, "third": 3, "last": -1, "former": 1, "latter": -1}
_TELL = (
    r"(?:(?:请|麻烦|先|再|帮我|给我|跟我|替我|详细|具体|展开|仔细|好好|来)*"
    r"(?:讲讲?|说说?|看看?|念念?|听听|聊聊|介绍|解释|展开|读|打开|点开|点进去|翻开)"
    r"(?:[1一]?下|清楚|听听|看看|给我(?:们)?(?:听|看)|吧|点)*)"
)
_MEANING = (
    r"(?:(?:是|到底)*(?:什么|啥)(?:意思|内容|情况)|怎么(?:说|讲|回事)"
    r"|具体(?:是)?(?:什么|啥|怎么说))"
)
_PICK = re.compile(
    r"(?:嗯+|哦|那|好的?|行|[,. ])*"
    rf"(?:我|就|要|想|选|问|说|看|点|指|的|是|应该|你|您|刚才|上面|下面|{_TELL}|[, ])*"
    r"(?:第?(?P<number>[1-9]\d?)(?:个|条|项|种|号)?"
    r"|(?P<last>最后(?:[一1]|那[1一]?)?[个条项]|(?:后|下)[面边头]的?(?:那|这)?[一1]?[个条项种]"
    r"|后(?:那)?[一1]?[个条项种])"
    r"|(?P<former>(?:前|上)[面边头]的?(?:那|这)?[一1]?[个条项种]|前(?:那)?[一1]?[个条项种]))"
    r"(?:里?(?:说|讲|写|提到?)的)?(?:问题|那个|那条|那[一1]条)?(?:吧|呢|啊|呀|的|哈|,|[.?!。~ ])*"
    rf"(?:{_TELL}|{_MEANING})*(?:吧|呢|啊|呀|的|哈|,|[.?!。~ ])*"
    r"|(?:(?:i (?:mean|meant|want)|yes|no|ok|okay|maybe|please|(?:can|could) you"
    r"|(?:open|show|read|take|explain)(?: me)?|tell me(?: about)?)[,. ]*)*(?:the )?"
    r"(?:(?P<place>first|second|third|last|former|latter)(?: (?:one|question|pointer))?"
    r"(?: of (?:those|them|these|the (?:two|three|four)))?"
    r"|(?:number|no\.?|option) (?P<digit>[1-9]\d?))"
    r"(?:,? and (?:tell|read|explain|show)(?: it| that)?(?: to)?(?: me)?(?: it| about it)?)?"
    r"(?:[,. ]*please)?[.?! ]*",
    re.IGNORECASE,
)

_OTHER = re.compile(
    r"(?:嗯+|哦|啊|不对?|不是|不要|(?:这|那)[1一]?[个条]|我?(?:是?[要想问说看选指]的?)?(?:就?是)?"
    r"|[,.。 ])*?"
    r"(?:另外?的?(?:那)?[1一]?|别的?那|剩下?的?(?:那)?[1一]?)[个条项种](?:吧|呢|啊|呀|的|哈"
    r"|[,.?!。~ ])*"
    r"|(?:(?:no|sorry|not (?:that|this)(?: one)?|i (?:mean|meant|want)|i'd like)[,. ]*)*"
    r"the other(?: one| question)?(?:[,. ]*please)?[.! ]*"
)
"""What picks the one of two that was not told: 不是这个，另一个."""
_LEAD = (
    r"(?:嗯+|哦|噢|呃|那(?![个条1一])|好的?|行|对的?|是的?|我|就是?|要|想|选|看看?"
    r"|说的?(?:就?是)?|问的?(?:就?是)?"
    r"|指的?(?:就?是)?|点|打开|应该|可能|刚才|上面|下面|你|您|[,.。 ])*"
)
_TAIL = r"(?:吧|呢|啊|呀|哈|嘛|哦|了|[,.。!！~ ])*"
_THAT = r"(?:(?:那|这)[1一]?[个条项]|(?:那|这)种)"
_ON = r"(?:关于|有关|讲到?的?是?|说到?的?是?|谈到?|提到?了?|涉及|写着?|问的?是?)"
_POINTING = (
    # 那个讲爬虫的, 关于公交的那条, 说爬虫的
    re.compile(
        rf"{_LEAD}(?:{_THAT})?{_ON}(?P<words>[^,。?!]{{1,20}}?)(?:有关|相关)?的"
        rf"(?:{_THAT}|[1一]个)?(?:问题|题目|卡片)?{_TAIL}"
    ),
    # 公交公司那个, 网上爬来的那个
    re.compile(rf"{_LEAD}(?P<words>[^,。?!]{{1,20}}?)的?{_THAT}(?:问题|题目|卡片)?{_TAIL}"),
    # 那就看看外地的吧
    re.compile(
        rf"{_LEAD}(?:看看?|选|说说|讲讲|听听)(?P<words>[^,。?!]{{2,12}}?)的(?:吧|好了|呗){_TAIL}"
    ),
    # 那个公交的
    re.compile(rf"{_LEAD}{_THAT}(?P<words>[^,。?!]{{1,16}}?)的(?:问题|题目|卡片)?{_TAIL}"),
    re.compile(
        r"(?:(?:yes|no|ok|okay|sorry|please|i (?:mean|meant|want)|show me|take|open)[,. ]*)*"
        r"(?:the |that )?(?:one|question|card|option|item)"
        r"(?: (?:that|which)(?: is|'s)?| that's)?"
        r" (?:about|on|with|of|regarding|concerning|for|saying|asking|mentioning|where|says?|asks?"
        r"|mentions?|talks? about|speaks? of)(?: the| an?)? (?P<words>[^.?!]{2,40}?)"
        r"(?:[,. ]*please)?[.! ]*"
    ),
    re.compile(
        r"(?:(?:yes|no|ok|okay|sorry|please|i (?:mean|meant|want)|show me|take|open)[,. ]*)*"
        r"(?:the |that )(?P<words>[a-z][\w' -]{1,40}?) (?:one|question|card)(?:[,. ]*please)?[.! ]*"
    ),
)
_READ_OUT = re.compile(
    r"(?:(?:fine|good|great|well|alright|all right|yes|yeah|ok|okay|sure|right|please"
    r"|then|so)[,. ]+)*"
    r"(?:(?:please|i(?:'d| would) (?:like|love)|i want|(?:can|could|would) you|let me"
    r"|let's|just|then|to|you|now) )*"
    r"(?:read|show|tell|give|open|see|hear|have|take|explain|list|name)(?: (?:me|us|out))*"
    r"(?: about)?"
    r"(?: (?:the|those|these|that|this|all|your))+ (?P<words>[a-z][\w' -]{2,40}?)"
    r"(?:[,. ]*(?:please|then|now|thanks|thank you))*[.! ]*"
)
"""What bids the desk tell a thing by its name, which may be one of those that were shown."""
_NOT_THIS = re.compile(
    rf"^(?:不是?|不要|不对|no|not)(?:{_THAT}|第\d个| that(?: one)?| this(?: one)?)?"
    r"[,.。 ]+(?:而?是)?(?=.)"
)
_BEHIND_PLACE = re.compile(
    rf"^{_LEAD}第(?P<number>[1-9]\d?)(?:个|条|项)(?:问题)?(?:吧|啊|呀|哈|的)?[,.。!！ ]*"
    r"(?P<rest>[^,.。].*)$"
)
_MARK = re.compile(r"[,，。.!！;；:：]+\s*|\s+(?=[\u4e00-\u9fff])")
OF_SELF = re.compile(r"我|咱|\b(?:i|we|our|my)\b")
_OF_YOURS = re.compile(
    r"(?:你|您)们?(?:刚才?|刚刚|上面|前面)?(?:列|给|推荐|写|提|发|显示|讲|说)(?:出来?|到|过"
    r"|了)?的(?:那)?"
    r"(?=第|最后|[前后]\d)"
    r"|(?<=\d|e|t|d|n) (?:that )?you (?:just |have )?(?:listed|named|mentioned|showed|shown|gave"
    r"|suggested|offered)(?: me| above| just now)*\b"
    r"|(?<=\d|e|t|d|n) (?:on|in|of|from) (?:your|the|that) list\b"
)
"""What says beside a place that it is one of a list of the desk's: 你列的第2个."""
_HOW = re.compile(r"怎么|如何|怎样|咋|为什么|为何|\b(?:how|why)\b")
_DENYING = re.compile(r"[不没无未非]|\b(?:not|no|without|never)\b|n't\b")
_BOTH_WAYS = re.compile(r"(?P<a>[\u4e00-\u9fff])[不没](?P=a)|[有是]没有|没有?$")
_LARGE = frozenset(("公司", "企业", "单位", "机构", "平台", "中心", "数据", "交易", "产品", "信息"))
"""Pairs of signs that stand in too many names to tell one."""
_EXTRAS = frozenset(("one", "question", "card"))

_NUMBER = r"(?:第?[1-9一二三四五](?:个|条|项|种|号)?|最后[1一]?[个条])(?:问题)?"
_ALSO = r"(?:都|也|一起|一并|一块儿?|分别|各|全|想|我|要|请|给我|帮我|麻烦|先|再|顺便)"
_READ = r"(?:看看?|说说?|讲讲?|念念?|听听?|了解|要|来|选|读|打开|展开)(?:[1一]下|看|听)?"
_ENDING = r"(?:吧|呢|啊|呀|的|了|哈|呗|[,.?!。~ ])*"
_SEVERAL = re.compile(
    r"(?:嗯+|哦|那|好的?|行|就|我|想|要|先|请|麻烦|给我|帮我|[,. ])*"
    r"(?:(?:看看?|说说?|讲讲?|听听?|选|念)(?:[1一]下)?)?"
    rf"(?:(?:[前头](?P<first>[2-9])|最?后(?P<last>[2-9])|这?(?P<count>[2-9]))"
    rf"(?:个|条|项|种)(?:问题)?"
    rf"|(?P<every>全部|全都|所有的?|每[1一]?[个条]都?|统统|都(?={_ALSO}*{_READ}))"
    rf"|(?P<each>{_NUMBER}(?:(?:和|跟|与|、|及|以及|还有|加上?|,|&|\+| )+{_NUMBER})*))"
    rf"{_ALSO}*(?:{_READ})?{_ENDING}"
)
_IN_WORDS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": -1}
_COUNTS = {"two": 2, "three": 3, "four": 4, "both": 2}
_ORDINAL = (
    r"(?:the )?(?:(?:number |no\.? ?|#)?[1-9]|(?:first|second|third|fourth|last))"
    r"(?: (?:one|question|pointer))?"
)
_SEVERAL_ENGLISH = re.compile(
    r"(?:(?:yes|ok|okay|sure|please|i(?:'d like| want| would like)(?: to)?|can i|show me|tell me"
    r"|give me|let'?s|see|hear|read(?: me)?|take|open|have)[,. ]*)*"
    r"(?:(?P<every>all(?: of)?(?: (?:them|these|those|the questions|two|three|four))?)"
    r"|(?P<both>both)(?: of)?(?: (?:them|these|those))?"
    r"|(?:the )?(?P<end>first|last) (?P<count>two|three|four|[2-4])"
    rf"|(?P<each>{_ORDINAL}(?:(?:, and |,? ?and |, ?| ?& ?| plus |/| as well as ){_ORDINAL})*))"
    r"(?: (?:ones|questions|pointers))?(?: (?:too|as well|also))?(?:[,. ]*please)?[.! ]*"
)
_ONE = re.compile(r"最后[1一]?|[1-9一二三四五]|\b(?:first|second|third|fourth|last)\b")
_DIGITS = {"一": 1, "二": 2, "三": 3, "四": 4, "五": 5}


class Pick(msgspec.Struct, frozen=True):
    """A pick as it is worded. ``place``: from 1, -1 for the last, 0 where none is named. ``words``:
    what names the thing. ``pointing``: the words point at something that was shown (那个), rather
    than standing behind the place alone."""

    place: int
    words: str
    pointing: bool = True


_ONLY_TELL = re.compile(
    rf"(?<=\S)[,，。.!！ ]+(?:{_TELL}|给我|我听听)+(?:吧|呗|呢|啊|呀|哈|[,.?!。~ ])*$"
    r"|[,.] (?:(?:please|just|can you|could you) )*(?:tell|show|read|explain)"
    r"(?: (?:it|that|me|to))*(?: please)?[.!? ]*$"
)


_DESCRIBED = re.compile(
    rf"^(?P<place>[^,，。]{{2,12}})[,，。 ]+(?P<words>[^,，。?？]{{1,14}}?)的?"
    rf"{_THAT}(?=[,，。 ]|$)"
)


def without_telling(text: str) -> str:
    """A text without what at its end only bids the desk tell it, and without a question that only
    describes what stands at the place picked: 第1条，谁担责那个，给我讲讲."""
    text = _ONLY_TELL.sub("", text)
    read = _DESCRIBED.match(text)
    if read is None or not _is_place(read["place"]) or not asks(read["words"]):
        return text
    return f"{read['place']}{text[read.end() :]}"


@kept
def place_picked(text: str) -> int:
    """The place that a text picks and nothing else: 1 for 第一个吧, -1 for the last; else 0."""
    plain = normalise(text).strip()
    read = _PICK.fullmatch(_OF_YOURS.sub("", plain))
    if read is None:
        less = without_telling(plain)
        return place_picked(less) if less != plain else 0
    if read["last"] or read["former"]:
        return -1 if read["last"] else 1
    return int(read["number"] or read["digit"] or _PLACES[read["place"].lower()])


def other_picked(text: str) -> bool:
    """Whether a text picks the other of what was shown, and says nothing else."""
    return _OTHER.fullmatch(normalise(text).strip()) is not None


def places_picked(text: str, shown: int) -> tuple[int, ...]:
    """The places that a text picks of so many things that were ``shown``, and nothing else: 1 and 2
    for 前两个都看看; empty where it picks none. Some may be beyond those shown."""
    text = _OF_YOURS.sub("", normalise(text).strip())
    read = (_SEVERAL_ENGLISH if is_english(text) else _SEVERAL).fullmatch(text)
    if read is None or text.isdecimal():
        return ()
    groups = read.groupdict()
    if groups["every"]:
        return tuple(range(1, shown + 1))
    if groups["each"]:
        told = (n for n in _ONE.findall(groups["each"]))
        places = (
            _IN_WORDS.get(n) or _DIGITS.get(n) or (-1 if n[0] == "最" else int(n)) for n in told
        )
        return tuple(dict.fromkeys(shown if p < 0 else p for p in places))
    from_end = groups.get("end") == "last" or bool(groups.get("last"))
    word = groups.get("both") or groups.get("count") or groups.get("first") or groups.get("last")
    count = _COUNTS.get(str(word)) or int(str(word))
    return tuple(range(max(1, shown - count + 1), shown + 1) if from_end else range(1, count + 1))


_ASSENTS = re.compile(r"(?:就|是|对|的|嗯|哦|好|行|没错|[, ])+|(?:yes|ok|right|it is|[, ])+")
"""What says yes and names nothing."""


def worded_pick(text: str) -> Pick | None:
    """How a text picks something by words of it; ``None`` where it does not, or says more."""
    text = normalise(text).strip()
    if len(text) > _LONGEST * (2 if is_english(text) else 1) or place_picked(text):
        return None
    text = _NOT_THIS.sub("", _OF_YOURS.sub("", text), count=1)
    place, rest = _place_and_rest(text)
    bidden = _READ_OUT.fullmatch(rest) if is_english(rest) else None
    if bidden is not None and not OF_SELF.search(bidden["words"]):
        return Pick(place, bidden["words"], pointing=False)
    if not rest or asks(rest):
        return None
    for pattern in _POINTING:
        read = pattern.fullmatch(rest)
        if read is not None and _ASSENTS.fullmatch(read["words"]) is not None:
            return None  # 就是这个 says yes, by no word of it.
        if read is not None and not _is_place(read["words"]):
            return Pick(place, read["words"].strip(" ,."))
    words = rest.strip(" ,.。!").removesuffix("的")
    named = place != 0 and len(words) <= NAME * (3 if is_english(words) else 1)
    return Pick(place, words, pointing=False) if named and not OF_SELF.search(words) else None


def _place_and_rest(text: str) -> tuple[int, str]:
    """The place that a text picks at its beginning or end, and the rest of it."""
    for mark in _MARK.finditer(text):
        before, behind = text[: mark.start()], text[mark.end() :]
        if _is_place(before):
            return place_picked(before), behind
        if _is_place(behind):
            return place_picked(behind), before
    read = _BEHIND_PLACE.match(text)
    return (int(read["number"]), read["rest"]) if read is not None else (0, text)


def _is_place(text: str) -> bool:
    """Whether a text picks a place in words; a bare figure may be anything."""
    return place_picked(text) != 0 and not text.strip().isdecimal()


def named_among(words: str, shown: Sequence[Target], segmenter: Segmenter) -> tuple[int, ...]:
    """The places, from 0, of what words name of the things that were shown: those whose title says
    most of them, else those that are asked for by them. Several where the words fit several."""
    own = tuple(w for w in own_words(words, segmenter) if w not in _EXTRAS) or (words,)
    for texts in (_titles, _wordings):
        shares = [_share(own, texts(t)) for t in shown]
        best = max(shares, default=0.0)
        if best >= _FITS:
            return tuple(n for n, share in enumerate(shares) if share == best)
    return ()


def is_of(words: str, target: Target, segmenter: Segmenter) -> bool:
    """Whether words have anything to do with what a document is asked for by."""
    own = tuple(w for w in own_words(words, segmenter) if w not in _EXTRAS) or (words,)
    return _share(own, _wordings(target)) > 0


def _titles(target: Target) -> str:
    english = str(getattr(getattr(target.document, "english", None), "question", ""))
    return normalise(f"{target.questions[0] if target.questions else ''} {english}")


def _wordings(target: Target) -> str:
    return normalise(" ".join(target.questions))


def _share(words: Sequence[str], text: str) -> float:
    return sum(_held(word, text) for word in words) / len(words)


def _held(word: str, text: str) -> float:
    """How much of a word stands in a text; English words may end otherwise (buses, bus)."""
    if word in text:
        return 1.0
    if word.isascii():
        return float(re.search(rf"\b{re.escape(word[: max(3, len(word) - 2)])}", text) is not None)
    pairs = [p for n in range(len(word) - 1) if (p := word[n : n + 2]) not in _LARGE]
    return _PAIR if len(word) > 2 and any(pair in text for pair in pairs) else 0.0


def says_again(text: str, wordings: Sequence[str], segmenter: Segmenter) -> bool:
    """Whether a question is nearly one of some wordings: it names nothing else, most of what that
    one names, asks for the same sides of it, and denies what that denies."""
    own = own_words(text, segmenter)
    if len(own) < _FEWEST:
        return False
    for wording in wordings:
        theirs = [w for w in own_words(wording, segmenter) if w not in _LARGE]
        if not theirs or not all(_held(w, normalise(wording)) == 1.0 for w in own):
            continue
        named = sum(_held(w, normalise(text)) for w in theirs) / len(theirs)
        if named >= _MOST and _alike(text, wording):
            return True
    return False


def _alike(text: str, wording: str) -> bool:
    """Whether two questions ask for the same sides, in the same manner, of what is or is not."""
    both = (normalise(text), normalise(wording))
    sides = same_sides(text, wording) and same_sides(wording, text)
    none = not any(asks_for_side(t) for t in both)
    return (sides or none) and len({bool(_HOW.search(t)) for t in both}) == len(
        {bool(_DENYING.search(_BOTH_WAYS.sub("", t))) for t in both}
    ) == 1
