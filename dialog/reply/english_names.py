"""Who asks what something is in English: 数商英文怎么说, How do you say 数商 in English; or for the
English version of what was told, or of a law. Pure.

A name is looked up in the glossary, else among the laws; without a name (英文咋说, 有没有英文版)
the last answer is meant. Nothing is translated: what has no reviewed English name is said to have
none.
"""

from __future__ import annotations

import re

import msgspec

from knowledge.answers.citing import plain_title
from knowledge.snapshot import Snapshot
from knowledge.text import is_english, normalise
from knowledge.types import Law, Term

_LONGEST = 40
"""Characters beyond which a text asks for something more; English has twice as many."""
_ENGLISH = r"英(?:文|语)"
_HOW = r"(?:怎么|咋|如何|怎样|应该怎么|该怎么|要怎么|可以怎么)"
_SAID = r"(?:说|讲|译|翻译|翻|表达|表述|叫|念|拼|称呼)(?:成|作|出来)?"
_ASKED = (
    rf"(?:{_HOW}{_SAID}|(?:是|叫)(?:什么|啥)"
    r"|(?:翻译|名字?|名称|说法|叫法|译名|全称|单词)(?:是|叫)?(?:什么|啥)?)"
)
_END = r"(?:来着|呢|啊|呀|吗|么|的|[?？。.! ])*"
_LEAD = r"(?:请问|那么?|嗯|对了|顺便问[1一]?下|问[1一]?下|你们?|您|我们?|[,， ])*"
_NAME = r"(?P<{}>[^,，。?？!！;；:：]{{1,24}}?)"
_PATTERNS = (
    re.compile(
        rf"{_LEAD}(?:用|在|拿)?{_ENGLISH}(?:里|中|里面)?(?:应该|该|要)?{_ASKED}"
        rf"(?:[:：,， ]*{_NAME.format('behind')})?{_END}"
    ),
    re.compile(
        rf"{_LEAD}{_NAME.format('before')}(?:这个词|这个概念|这个|[1一]词)?"
        rf"(?:的|用|在|拿|翻译成|翻成|译成|翻|[,， ])*{_ENGLISH}"
        rf"(?:里|中)?(?:应该|该|要)?{_ASKED}{_END}"
    ),
    re.compile(rf"{_LEAD}{_NAME.format('of')}的{_ENGLISH}{_END}"),
    re.compile(
        rf"{_LEAD}{_NAME.format('put')}(?:{_HOW}|要|该)(?:翻译?|译)(?:成|为){_ENGLISH}{_END}"
    ),
)
_WHAT_ENGLISH = r"[\"“”'「《]?(?P<{}>[^?？]{{1,60}}?)[\"“”'」》]?"
_PATTERNS_ENGLISH = (
    re.compile(
        r"(?:and |so |then |please |ok(?:ay)?,? )*"
        r"(?:how (?:do|would|can|should|to) ?(?:you|i|we|one)?"
        r" ?(?:say|call|translate|write|put)|what(?:'s| is| do you call| would you call)) "
        rf"{_WHAT_ENGLISH.format('name')}(?: called)? in(?:to)? english[?. ]*"
    ),
    re.compile(
        r"(?:and |so |then |please |what(?:'s| is) )*(?:the |your )?"
        rf"english (?:name|word|term|translation|for)"
        rf"(?: of| for)? ?{_WHAT_ENGLISH.format('name')}[?. ]*"
    ),
)
_THE_LAST = re.compile(
    r"(?:这|那|它|上面|刚才|刚刚|前面|以上|你)*(?:说|讲|答)?的?(?:个|些|段|句|条|话|内容|答案"
    r"|回答|全部|是)*"
    r"|this|that|it|all that|the answer|your answer"
)
_AGAIN = (
    r"(?:好的?|嗯+|哦|行|谢谢(?:你|您)?|明白了?|那么?|这|它|这个|这段|这些|上面的?|刚才的?"
    r"|你?(?:说|讲|答)的|答案|回答|内容"
    r"|页面|[,，.。! ])*"
)
_VERSION = r"(?:{}版本?|{}的?(?:翻译|译文|译本|对照|说明|介绍)|{}的)"
_HAS = (
    r"(?:有没有|有|能不能(?:给|来|看|提供|换)|可不可以(?:给|来|看|提供|换)|(?:可以|能)(?:给|看"
    r"|提供|换)|给|来|要|换)"
    r"(?:我|你们|成)?(?:[1一]?[个份下])?"
)
_VERSIONS: dict[str, re.Pattern[str]] = {
    language: re.compile(
        rf"{_AGAIN}(?:{_HAS})?{_VERSION.replace('{}', chinese)}(?:可以)?"
        r"(?:看|有没有|有|来[1一]份|吗|么|没有?|不|呢|啊|吧|[?？。. ])*"
        r"|(?:(?:ok(?:ay)?|thanks|thank you|good|fine|great|and|so|then|well|right)[,.! ]+)*"
        r"(?:(?:is|are) there|do you have|have you(?: got)?|you have|can (?:i|we|you) (?:have|get"
        r"|see|give me|show me)"
        r"|could (?:i|we|you) (?:have|get|see|give me|show me)|any chance of|got|i need|i'd like"
        r"|where is)"
        rf" (?:an?|the|any|that in an?|it in an?) {english} (?:version|translation|text|one|copy"
        rf"|wording)s?"
        r"(?: (?:of|for) (?:that|this|it|these|those|the (?:answer|above|page|text)|your answer"
        r"|what you (?:just )?said|all that))?"
        r"(?: (?:as well|too|please|available))*[?. ]*"
    )
    for language, chinese, english in (("en", "英[文语]", "english"), ("zh", "中文", "chinese"))
}
_OF_LAW = re.compile(
    rf"{_AGAIN}(?P<law>[^,，?？]{{2,24}}?)的?{_HAS}(?:官方的?)?"
    rf"{_VERSION.replace('{}', '英[文语]')}(?:吗|么|没有?|呢|[?？。. ])*"
    r"|(?:(?:and|so|ok|then)[, ]+)*(?:is there|do you have|have you(?: got)?|where (?:is"
    r"|can i find)|can (?:i|we) (?:have|get|see))"
    r" (?:an?|the|any)(?: official)? english (?:version|translation|text)s? (?:of"
    r"|for) (?:the )?(?P<act>[^?]{4,60}?)[?. ]*"
)
LAWS_IN_ENGLISH = "法律法规有没有官方英文版？"
"""The wording of the document on English texts of laws."""
_OF_PAPERS = re.compile(
    r"材料|文件|合同|证照|公证|资料|报告|网站|客服|服务|版|接口|字|能|可以|只|要不要|必须|需要"
)
"""What has an English version, or is wanted in English: no name."""


class EnglishName(msgspec.Struct, frozen=True):
    """What is asked for as it was named; ``english``: its reviewed name, empty where none is held;
    ``known``: the name under which it is held, with ``english`` of that, where that is another."""

    asked: str
    english: str = ""
    known: str = ""
    of_known: str = ""


def english_asked(text: str) -> str | None:
    """The name of which a text asks what it is in English, empty for what was told last; ``None``
    where it asks something else."""
    plain = normalise(text).strip()
    english = is_english(plain) or re.search(
        r"\bin(?:to)? english\b|\benglish (?:name|word)", plain
    )
    if len(plain) > _LONGEST * (2 if english else 1):
        return None
    if version_asked(plain) == "en":
        return ""
    for pattern in _PATTERNS_ENGLISH if english else _PATTERNS:
        read = pattern.fullmatch(plain)
        if read is None:
            continue
        name = next((g for g in read.groupdict().values() if g), "").strip(" ”“\"'「」《》")
        if _THE_LAST.fullmatch(name):
            return ""
        return name
    return None


def version_asked(text: str) -> str:
    """The language in which a text wants what was told last, as a version of it; else empty."""
    plain = normalise(text).strip()
    return next((name for name, shape in _VERSIONS.items() if shape.fullmatch(plain)), "")


def law_in_english(text: str, snapshot: Snapshot) -> str:
    """The question whether laws are held in English, where a text asks that of one by its name."""
    plain = normalise(text).strip()
    read = _OF_LAW.fullmatch(plain)
    named = (read["law"] or read["act"]) if read is not None else ""
    of_law = named and (
        snapshot.laws.names.link(named) or re.search(r"[法例]$|法律|法规|条文|law", named)
    )
    return LAWS_IN_ENGLISH if of_law else ""


def _says_how(plain: str) -> bool:
    return re.search(_ASKED, plain) is not None


def english_name(text: str, snapshot: Snapshot) -> EnglishName | None:
    """The English name that a text asks for; ``None`` where it asks for none. A name that is not
    known is asked for only in plain words (…怎么说)."""
    name = english_asked(text)
    if not name:
        return None
    title = normalise(name)
    for law in snapshot.pack.all(Law).values():
        if title in (normalise(law.title), normalise(plain_title(law.title))):
            return EnglishName(name, law.english)
    linked = snapshot.graph.names.link(title)
    whole = next((m for m in linked if (m.start, m.end) == (0, len(title))), None)
    term = snapshot.pack.all(Term).get(whole.entity) if whole is not None else None
    if term is None:
        plain = normalise(text)
        asked = _says_how(plain) or is_english(plain) or " in english" in plain
        return EnglishName(name) if asked and not _OF_PAPERS.search(title) else None
    if normalise(term.id) == title:
        return EnglishName(name, term.english)
    called = next((s for s in term.synonyms if is_english(s) and " " in s), "")
    return EnglishName(name, called, known=term.id, of_known=term.english)
