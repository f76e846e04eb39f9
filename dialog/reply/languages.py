"""Which language a text is answered in: its own, that of the question before where it has none (a
digit, ok), or the one that it asks for. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec

from dialog.reply.question import Exchange
from knowledge.text import is_english, normalise
from knowledge.types import Language

_HAN = re.compile(r"[\u4e00-\u9fff]")
_LATIN = re.compile(r"[A-Za-z]+")
_ANY_LANGUAGE = frozenset({"ok", "okay", "k", "yes", "no", "y", "n"})
"""Words that are typed in every language."""
_INITIALS = 4
"""Capital letters up to which a word is an abbreviation, which every language has (GPS)."""
_LONGEST = 90
"""Characters beyond which a text asks for more than a language."""
_QUESTION = 4
"""Characters of a question at least."""
_RESTATED = 4
"""Words up to which a plea may name once more what is to be said again."""

_NAME = re.compile(r"英[文语]|中文|汉语|\b(?:english|chinese|mandarin)\b")
_CLAUSE = re.compile(r"[,.;:?!，。；：？！]+|\b(?:but|so|and)\b|但是?|所以")
_NOT = re.compile(
    r"不(?:太|大|怎么|是很)?(?:懂|会|明白|认识?|熟)|(?<!好)不(?:太|大|是很)?好|\b(?:not|no|cannot|can'?t|don'?t|never)\b"
)
"""What says of a language that it is not read."""
_FILLING = re.compile(
    r"请问?|麻烦|劳驾|能不能|可不可以|能否|可以|能|你们?|您|我们?|给|帮|跟|把|将|刚才|刚刚|上面|这个|那个|这段|这句?|那句?|答案"
    r"|不好意思|抱歉|对不起|还是|就|改|切换?|换|转|翻译?|译|成|为|用|拿|以|说|讲|念|回答|答复?|解释|介绍|复述|来|再|重新?|复"
    r"|[一1两2]?(?:遍|次|下)|版本?|的|话|吗|嘛|么|吧|呗|呢|啊|呀|哈|好不好|好|行不行|行|谢谢|谢了|看|听|读|得|那|内容|全部|都"
    r"|不(?:太|大|怎么|是很)?(?:懂|会|明白|认识?|熟|好)|会|懂|但是?|所以|[\s,.;:?!~'，。；：？！、“”\"()]"
)
_WORD = re.compile(
    r"\b(?:sorry|please|pls|plz|i(?:'m|m)?|we(?:'re)?|me|us|am|are|my|for|do|does|not|no|don'?t"
    r"|doesn'?t|can(?:not|'?t)?|could|would|will|you|u|your|say|tell|repeat|answer|explain|write|give"
    r"|speak|talk|show|translate|put|reply|respond|switch|change|read|understand|know|only|just"
    r"|again|once|more|that|this|it|the|last|one|in|to|into|language|version|words|any|a|bit|is"
    r"|there|ok|okay|hi|hello|hey|so|but|and|oh|thanks|thank|all|everything|same|thing|text|now"
    r"|use|using|have|want|need|get|make|let's|what(?:'s)?|did)\b(?!')"
)
"""English words of which none names a matter."""
_WHETHER = re.compile(
    r"^(?:hi|hello|sorry|excuse me|[,.!? ])*(?:do|can|could|does) (?:you|u|it) (?:also )?"
    r"(?:speak|talk|understand|know)\b"
    r"|^(?:请问|那|[,? ])*(?:你们?|您)?(?:会|懂|能)不?(?:会|懂|能)?(?:说|讲|听|看)?懂?"
    r"(?:英[文语]|中文|汉语)(?:吗|么|不|嘛|[?？。 ])*$"
)
"""What asks whether a language is spoken."""
_LEADING = re.compile(
    r"^(?:请|麻烦|能不能|能否|可以|能|你|您|给我|帮我|[,， ])*(?:用|拿)(?P<name>英[文语]|中文|汉语)"
    r"(?:再|[1-3一两三]句话(?:来)?|简单|简短|给我)*"
    r"(?:回答|解释|介绍|告诉|说明?|讲|答)(?:我|[一1]?下|[,，:： ])*(?P<rest>.{2,})$"
)
_YOURS = re.compile(r"^(?:[1一]?下)?(?:你们?|您|贵)[^,，]{0,4}$")
"""What is to be introduced where it is the exchange."""
_TRAILING = re.compile(
    r"^(?P<rest>.{8,}?)(?:[,.?!;(（，。？；]+ *(?:please )?(?:(?:answer|reply|respond)(?: me)? )?"
    r"|\s+please (?:answer|reply|respond)(?: me)? )in (?P<name>english|chinese)"
    r"(?: please|[,.!)）])*$",
    re.IGNORECASE,
)
_TRAILING_CHINESE = re.compile(
    r"^(?P<rest>.{4,}?)[,.?!;(（，。？！； ]+(?:请|麻烦|你|您)*用(?P<name>英[文语]|中文|汉语)"
    r"(?:回答|解释|介绍|告诉我|说明?|讲|答)(?:我|[一1]?下|吧|谢谢|[,.!)）。！ ])*$"
)
"""A language that is asked for around a question."""
_SAID_AGAIN = re.compile(
    r"^(?P<plea>.*?\b(?:again|once more)\b.*?\b(?:english|chinese|mandarin)\b"
    r"|.*?\b(?:english|chinese|mandarin)\b.*?\b(?:again|once more)\b)[,: ]*(?P<rest>.*)$"
)


_OTHERS = (
    r"(?:日[语文]|韩[语文]|法[语文]|德[语文]|俄[语文]|西班牙[语文]"
    r"|葡萄牙[语文]|意大利[语文]|荷兰[语文]|阿拉伯[语文]"
    r"|泰[语文]|越南[语文]|印尼[语文]|藏[语文]|维吾尔[语文]|外[语文]"
    r"|(?:上海|广东|广州|四川|重庆|东北|湖南|湖北|河南|河北|山东|山西|陕西|江西|安徽|福建|云南|贵州|广西|北京"
    r"|天津|南京|苏州|杭州|宁波|温州|武汉|潮汕|客家|台湾|香港|家乡|本地|当地|地方|土)(?:方言|话)"
    r"|(?:什么|哪些|别的)?方言|粤语|沪语|闽南语|吴语)"
)
_TONGUES = (
    r"(?:dutch|german|french|spanish|italian|portuguese|russian|polish|czech|swedish|danish"
    r"|norwegian|finnish|greek|turkish|arabic|hebrew|hindi|urdu|bengali|japanese|korean|thai"
    r"|vietnamese|indonesian|malay|cantonese|shanghainese|hokkien|ukrainian|hungarian|romanian"
    r"|any other languages?|other languages?|languages other than \w+)"
)
_OTHER_SPOKEN = re.compile(
    r"(?:[^,，。?]{0,6}[,，。!！ ]+)?(?:请问|那|[,， ])*(?:你们?|您)?(?:会不会|能不能|可不可以|会"
    r"|懂|能|可以)"
    rf"(?:说|讲|听|用|看)?(?:得?懂)?{_OTHERS}(?:说|讲|聊|回答|交流)?"
    r"(?:吗|么|不|嘛|伐|呀|啊|[?？。! ])*"
    r"|(?:[^?]{0,24}[,.!]+ ?)?(?:so |and |but |please )*(?:do|can|could|does|would)"
    r" (?:you|anyone|anybody|someone|somebody|the staff|it)(?: \w+){0,2}?"
    rf" (?:speak|talk|understand|know|answer in|reply in|write in|chat in) {_TONGUES}"
    rf"(?: (?:or|and) (?:{_TONGUES}|english|chinese))?(?: (?:too|as well|by any chance|maybe"
    r"|perhaps|with me|please|there))*[?.! ]*"
)
"""What asks whether another language than those of the desk is spoken."""


def other_spoken(text: str) -> bool:
    """Whether a text asks, behind a greeting at most, whether another language is spoken."""
    return _OTHER_SPOKEN.fullmatch(normalise(text).strip()) is not None


class LanguageWish(msgspec.Struct, frozen=True):
    """The language that a text asks for. ``whether``: it only asks whether that is spoken;
    ``rest``: what it asks besides, as it is written."""

    language: Language
    whether: bool = False
    rest: str = ""


def language_of(text: str, exchanges: Sequence[Exchange], chosen: Language) -> Language:
    """The language of the reply to a text that asks for none. ``chosen``: the conversation's, for
    a text without any of its own that comes first."""
    own = _own_language(text)
    if own is not None:
        return own
    for exchange in reversed(exchanges):
        wish = language_wished(exchange.question)
        before = wish.language if wish is not None else _own_language(exchange.question)
        if before is not None:
            return before
    return chosen


def language_wished(text: str) -> LanguageWish | None:
    """The language that a text asks for: alone (请说中文), for want of another (I do not read
    Chinese), or around a question."""
    plain = normalise(text).strip()
    for around in (_LEADING, _TRAILING, _TRAILING_CHINESE):
        read = around.match(text.strip())
        if read is None or (around is _LEADING and not _asks_for_something(read)):
            continue
        yours = around is _LEADING and _YOURS.search(read["rest"]) is not None
        if yours or not _only_a_plea(normalise(read["rest"])):
            return LanguageWish(_named(normalise(read["name"])), rest=read["rest"].strip())
    if len(plain) > _LONGEST:
        return None
    again = _SAID_AGAIN.match(plain)
    if again is not None and len(again["rest"].split()) <= _RESTATED:
        plain = again["plea"]
    if not _NAME.search(plain) or not _only_a_plea(plain):
        return None
    return LanguageWish(_wished(plain), whether=_WHETHER.match(plain) is not None)


def _asks_for_something(read: re.Match[str]) -> bool:
    """Whether what stands behind a leading plea is a question, or a name to be introduced."""
    return len(read["rest"]) >= _QUESTION or "介绍" in read.string[: read.start("rest")]


def in_other_words(wish: LanguageWish, exchanges: Sequence[Exchange], chosen: Language) -> bool:
    """Whether a wish is for the last answer once more: not where it asks something else, nor where
    it asks only whether the language is spoken that is spoken already."""
    if wish.rest:
        return False
    return not wish.whether or wish.language != language_of("", exchanges, chosen)


def only_wishes_language(text: str) -> bool:
    """Whether a text asks for a language and for nothing else."""
    wish = language_wished(text)
    return wish is not None and not wish.rest


def plea_in_words(wish: LanguageWish) -> str:
    """A plea for a language as the question of it that a desk may have reviewed words for."""
    return "Can you answer in English" if wish.language == "en" else "支持哪些语言"


def _own_language(text: str) -> Language | None:
    """The language that a text is written in; ``None`` where its words are of any."""
    if is_english(text):
        words: list[str] = _LATIN.findall(text)
        return None if all(map(_of_any_language, words)) else "en"
    return "zh" if _HAN.search(text) else None


def _of_any_language(word: str) -> bool:
    return word.lower() in _ANY_LANGUAGE or (word.isupper() and len(word) <= _INITIALS)


def _only_a_plea(plain: str) -> bool:
    """Whether a normalised text names nothing but languages, and says little around them."""
    left = _FILLING.sub(" ", _WORD.sub(" ", _NAME.sub(" ", plain)))
    return not left.strip()


def _wished(plain: str) -> Language:
    """The language that a plea names first and does not say to be unknown; else the other one."""
    unknown: Language | None = None
    for clause in _CLAUSE.split(plain):
        for name in _NAME.finditer(clause):
            language = _named(name.group())
            if _NOT.search(clause) is None:
                return language
            unknown = unknown or language
    return "zh" if unknown == "en" else "en"


def _named(name: str) -> Language:
    return "en" if name in ("英文", "英语", "english") else "zh"
