"""Who comes back to something that was settled before other matters, and wants to hear it once more
in few words (刚才那四万旅客到底要不要报; so the phone numbers: yes or no?): which turn it was.
Pure.

What such a text names must all have been told before: a new number or field is a new case.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec

from dialog.phrases import phrase
from dialog.reply.kept import kept
from dialog.reply.plainer import in_one_sentence
from dialog.reply.question import Exchange
from dialog.reply.words import Frame, Line, Words
from knowledge.text import is_english, normalise, visible

_LONGEST = 44
"""Characters beyond which a text tells something of its own; English has twice as many."""
_QUOTED = 48
"""Characters of the question before that are said again; English has twice as many."""
_SHARED = 0.6
"""The part of the pairs of characters of a name that must stand in the question before."""
_HOLDS = ("answered", "partial", "unknown", "clarify")
_FAMILIES: tuple[tuple[str, str], ...] = (
    (
        "file",
        r"申报|报备|上报|报批|报(?![价表名社纸警告])|备案|评估|手续|标准合同|认证|\bfil(?:e|ing)\b|\bassess\w*",
    ),
    (
        "sell",
        r"(?<![外专热])卖(?![方家])|出售|挂牌|挂(?=[上出到在])|上架|交易|变现|放上[去来]|\b(?:sell|selling|list|listing|trade)\b",
    ),
    ("send", r"传(?!真)|出境|发[给到往]|寄|\b(?:send|sending|transfer\w*|export\w*|abroad)\b"),
    ("agree", r"同意|授权|点头|签字|\b(?:consent|permission|agree)\b"),
    ("keep", r"[留保]存|存[多几]|[留存](?=着|下)|删|销毁|\b(?:keep|delete|destroy|retain)\b"),
    ("label", r"标识|打标|标注|\blabel\w*"),
    ("join", r"入驻|入场|加入|进场|\bjoin\w*"),
    ("book", r"入表|入账|\bbalance sheet\b"),
)
"""What may be asked of a thing: who asks for another of these asks something new."""
_VERB = "|".join(shape for _, shape in _FAMILIES if shape)
_FAMILY = tuple((name, re.compile(shape)) for name, shape in _FAMILIES)
_BACK = re.compile(
    r"刚才|刚刚|方才|前面|之前|上面|先前|(?:[1一]?开始|最早|最初|开头)(?:问|说|讲|提)|再确认|再问|再说"
    r"|\b(?:again|earlier|before|remind me|once more|just to (?:be (?:sure"
    r"|clear)|confirm|check))\b"
)
"""What points back."""
_SHORTLY = re.compile(
    r"[1一两2]句话|到底|究竟|总之|总的来说|说白了|说到底|(?:简单|直接|直白)(?:点|地)?说|给(?:我)?(?:个|句)?(?:准话|准信|痛快话?|实话|说法|明白话)"
    r"|一个字|最后|所以"
    r"|\b(?:yes or no|in (?:one|a) (?:sentence|word|line)|in short|short answer|bottom line"
    r"|so|or not|or can't|or don't)\b"
)
"""What wants it said shortly."""
_WHETHER = re.compile(
    r"要不要|用不用|需不需要?|能不能|可不可以|行不行|得不得|该不该|有没有必要|可不可|成不成|算不算|是不是(?:要|得|能|可以)"
    r"|(?:要|用|能|行|可以|需要|得|是|有|成)还是(?:不要|不用|不能|不行|不可以|不需要|不是|不|没有|不成)"
    r"|(?:能|可以|要|用|得|需要|必须)[^,。?]{0,8}?(?:[吗么嘛不没]|没有)(?=[,。?啊呀呢 ]|$)"
    r"|行[吗么不](?=[,。?]|$)|可以[吗么](?=[,。?]|$)"
    r"|\byes or no\b|\b(?:can|may|do|must|should|could|are|is|did) (?:we|i|it|that|they"
    r"|this)\b[^?]{0,40}?\bor (?:not|no|(?:can|do|must|should|may)(?:'t|n't| not"
    r"| we not)(?: we| i)?)\b"
    r"|\b(?:is|was) (?:it|that|the answer) (?:a )?(?:yes|ok|okay|allowed|no)\b|\bwhat (?:was"
    r"|is) (?:it|the answer|your answer|the verdict)\b"
    r"|\b(?:can|may|do|must|should|could) (?:we|i)\b"
)
_PRONOUN = re.compile(r"它|这[个些批种]|那[个些批种]|\b(?:it|them|they|that|those|these)\b")
_SUPPOSES = re.compile(
    r"如果|要是|假如|万一|换成|改成|只(?:传|发|卖|给|留)|不(?:传|发|带|含)|匿名|脱敏|去掉"
    r"|\b(?:if|unless|only|without|instead|anonymi\w+)\b"
)
"""What supposes another case."""
_EITHER = re.compile(
    r"(?:要|用|能|行|可以|需要|得|是|成)还是(?:不要|不用|不能|不行|不可以|不需要|不是|不|不成)"
)
"""What wants a yes or a no."""
_FILL = re.compile(
    r"我们?|咱们?|你们?|您|这[个批些份块件种样]?|那[个批些份块件种样]?|的话|关于|至于|对于|还有|说|讲|问|提|过|聊|告诉|数据|资料|信息|情况|问题"
    r"|案子|事情?|到|来|去|把|给|就|都|也|还|再|又|直接|1下|下|办|做|走|弄|搞|要|能|可以|用|需要?|得|是|不|没|有|算|啥|个(?!人)|名|(?<!个)人|位|条|份"
    r"|[呢吗么嘛啊呀吧哈哦了的,。?!、:;~ ]|好|行|嗯|哎|诶|那么|请|麻烦|确认"
)
_FILL_ENGLISH = re.compile(
    r"\b(?:so|and|ok|okay|well|right|sorry|please|just|to|be|sure|clear|confirm|check|remind|me|in|one|a|an|the|sentence|word|line|short|answer"
    r"|bottom|once|more|again|back|about|as|for|on|with|of|what|was|is|it|that|this|those|these|them|your|our|my|we|i|you|can|can't|cannot|could|may"
    r"|do|don't|does|did|must|should|have|need|or|not|no|yes|verdict|allowed|legal|before|earlier|from|said|told|then|now|but|finally|simply"
    r"|anything|something|case|part|question|thing|matter|data|information|really|go|going|tell|say|are|they|if|thanks|thank|quickly|quick|us|by)\b|[^a-z0-9']+"
)


class Recalled(msgspec.Struct, frozen=True):
    """The exchange whose answer is wanted again, those before it, and the question of its case."""

    exchange: Exchange
    before: tuple[Exchange, ...]
    asked: str


def recalled(text: str, exchanges: Sequence[Exchange]) -> Recalled | None:
    """What a text wants to hear again of what was settled before; ``None`` where it asks for
    anything else."""
    view = as_recalled(exchanges)
    return _recalled(text, view)


def as_recalled(exchanges: Sequence[Exchange]) -> tuple[Exchange, ...]:
    """The exchanges as they stand where some only came back to one before: that is the last
    again."""
    view: tuple[Exchange, ...] = ()
    for exchange in exchanges:
        back = _recalled(exchange.question, view)
        view = (*view, exchange) if back is None else (*back.before, back.exchange)
    return view


def in_one(frame: Frame, words: Words, question: str) -> Words:
    """The words of an answer once more, in one sentence with what it hangs on, under the question
    that it was given to."""
    most = _QUOTED * (2 if is_english(question) else 1)
    quoted = visible(question).strip().rstrip("?？。.!！")
    quoted = f"{quoted[:most]}…" if len(quoted) > most else quoted
    language = frame.language
    key = "recalled_open" if words.outcome == "clarify" else "recalled"
    heading = Line(phrase(key, language, asked=quoted), locked=False, language=language)
    told = in_one_sentence(frame, words)
    return msgspec.structs.replace(told, lines=(heading, *told.lines))


def of_same_kind(frame: Frame, words: Words, goods: str) -> Words:
    """The words that were told of other goods, in one sentence for those that they hold of as
    well."""
    language = frame.language
    heading = Line(phrase("same_kind", language, goods=goods), locked=False, language=language)
    told = in_one_sentence(frame, words)
    return msgspec.structs.replace(told, lines=(heading, *told.lines))


def _recalled(text: str, exchanges: Sequence[Exchange]) -> Recalled | None:
    if not exchanges:
        return None
    named = _named(text)
    if named is None:
        return None
    names, families, back = named
    for place in range(len(exchanges) - 1, -1, -1):
        exchange = exchanges[place]
        if exchange.outcome not in _HOLDS or not exchange.entries:
            continue
        case = _case(exchanges, place)
        before = normalise(" ".join(e.question for e in case))
        bare = not names and all(e.outcome == "smalltalk" for e in exchanges[place + 1 :])
        if not names and not bare and not back:
            return None
        if _all_told(names, before, exchanges[:place]) and (names or families or bare):
            # What only names goods (孩子照片呢) asks what was asked of others before it.
            asked = _families(before) or _families_of(exchanges[:place])
            fits = families <= asked
            whether = _WHETHER.search(before) is not None or not _families(before)
            if fits and (whether or exchange.entries[0].startswith("table.")):
                return Recalled(exchange, tuple(exchanges[:place]), case[0].question)
    return None


@kept
def _named(text: str) -> tuple[tuple[str, ...], frozenset[str], bool] | None:
    """What a text names, what it asks of that, and whether it points back; ``None`` where it does
    not ask shortly whether something holds."""
    plain = normalise(text).strip()
    english = is_english(plain)
    if len(plain) > _LONGEST * (2 if english else 1):
        return None
    if _SUPPOSES.search(plain):
        return None
    back = _BACK.search(plain) is not None
    if (
        not (back or _SHORTLY.search(plain) or _EITHER.search(plain))
        or _WHETHER.search(plain) is None
    ):
        return None
    families = _families(plain)
    rest = _SHORTLY.sub(" ", _BACK.sub(" ", _WHETHER.sub(_verbs, plain)))
    rest = re.sub(_VERB, " ", rest)
    fill = _FILL_ENGLISH if english else _FILL
    names = tuple(n for n in fill.sub(" ", rest).split() if len(n) > 1 or n.isdigit())
    return names, families, back


def _verbs(read: re.Match[str]) -> str:
    """What stands within a question whether, for it may name the thing."""
    inner = read.group()
    return f" {inner} " if len(inner) > 6 else " "


def _families(plain: str) -> frozenset[str]:
    return frozenset(name for name, shape in _FAMILY if shape.search(plain))


def _families_of(exchanges: Sequence[Exchange]) -> frozenset[str]:
    """What was asked of the goods before, by the last question that said so."""
    read = (_families(normalise(e.question)) for e in reversed(exchanges))
    none: frozenset[str] = frozenset()
    return next((found for found in read if found), none)


def _case(exchanges: Sequence[Exchange], place: int) -> Sequence[Exchange]:
    """The exchanges of the case that one belongs to, up to it."""
    entry = exchanges[place].entries[0]
    first = place
    while first and exchanges[first - 1].entries[:1] == (entry,):
        first -= 1
    return exchanges[first : place + 1]


def _all_told(names: Sequence[str], before: str, earlier: Sequence[Exchange]) -> bool:
    """Whether a question told all names, but for what its pronoun stands for."""
    new = [name for name in names if not _told(name, before)]
    if not new or (len(new) == len(names) or _PRONOUN.search(before) is None):
        return not new
    said = normalise(" ".join(e.question for e in earlier))
    return all(_told(name, said) for name in new)


def _told(name: str, before: str) -> bool:
    """Whether a name stands in what was told before, in whatever order of its parts."""
    if name.isascii():
        stem = name.removesuffix("'s").removesuffix("s").removesuffix("'")
        return stem != "" and re.search(rf"\b{re.escape(stem)}", before) is not None
    if name in before:
        return True
    numbers = re.findall(r"\d+", name)
    if any(n not in re.findall(r"\d+", before) for n in numbers):
        return False
    words = re.sub(r"\d+", "", name)
    pairs = [words[n : n + 2] for n in range(len(words) - 1)]
    if not pairs:
        return bool(numbers) or words in before
    return sum(p in before for p in pairs) / len(pairs) >= _SHARED
