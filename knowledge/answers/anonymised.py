"""Data of people that are anonymised as a whole, so that nobody is recognised and nothing can be
restored: they are no personal information any more, whatever they were before (病历匿名化了，认不出
人). Who takes off names, keeps a field or can still restore them has not anonymised. Pure; over
normalised texts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from knowledge.answers.table_words import names_value, normalised, occurs
from knowledge.types import DecisionTable, Input

_SAID = ("已匿名化", "fully anonymised")
"""The phrases by which a table knows such data."""
_IMPORTANT = "重要数据"
_DONE = re.compile(
    r"匿名(?:化|处理|掉)|匿了名"
    r"|(?:认不出|识别不[出到了]|无法识别|不能识别|看不出)[^。;?!]{0,16}?"
    r"(?:(?:不能|无法|没法|不可以?|不会被?)(?:复原|还原|恢复)|(?:复原|还原|恢复)不(?:了|回)|不可逆)"
    r"|\banonymi[sz]ed\b|\banonymi[sz]ation (?:is )?(?:done|complete)"
)
_OPEN = re.compile(
    r"(?:没有?|未|不|别|还没|尚未|没法|无法|要不要|需不需要|需要|必须|是不是要|是否|该不该|怎么"
    r"|如何|得先|应该)"
    r"(?:完全|全部|真正|彻底|做|经过?|都|被|先|去|打算)*$"
    r"|\b(?:not|never|n['’]t|without|must|should|need to|have to|whether|how to|partly|partially"
    r"|half)"
    r"(?: (?:be|been|fully|truly|yet|being))* $"
)
"""What stands before it and says that it is not done, or asks whether it must be."""
_OPEN_BEHIND = re.compile(
    r"(?:之)?前|(?:的)?(?:要求|标准|程度|方法|怎么|吗$|是什么|算不算|了吗|没有(?:做|完成))"
    r"|(?: data)? (?:or not|yet\?)"
)
_PARTLY = re.compile(
    r"部分|有[的些](?!限)|一半|[1一]些|其中|其余|剩下|剩余|除了|以外|之外|大多|多数|基本|差不多"
    r"|保留|留着|留了|还[有带留存剩能可]"
    r"|仍[有能可]|另外|另有|(?:能|可以|可)(?:被)?(?:复原|还原|恢复|对[得回]|反查|重新识别)|密钥"
    r"|对照表|映射表"
    r"|(?<!不)认得出"
    r"|(?<![和与及、跟])(?:名字|姓名|头像|脸部?)(?:已经?|都|做了?|经过?|先)*匿名"
    r"|(?:里面?|当中|中)的?(?:手机号?|电话|身份证号?|车牌号?|住址)码?(?:已经?|都|做了?|经过?"
    r"|先)*匿名"
    r"|\b(?:part(?:ly|ially)?|some|half|most(?:ly)?|the rest|except|apart from|keep(?:ing)?|kept"
    r"|still|only the names?"
    r"|can be (?:restored|reversed|re-?identified)|reversible|key (?:table|file))\b"
)
"""What says that some of it is left, or that it can be undone."""
_NOT_RESTORED = re.compile(
    r"(?:不能|无法|没法|不可以?|不会|难以)(?:再|被|重新)*(?:复原|还原|恢复|识别|认出)"
    r"|\b(?:cannot|can['’]t|nobody can|no one can|never) [^,.;?!]{0,30}?(?:restored|reversed"
    r"|re-?identified|restore)"
)

_UNDONE = re.compile(
    r"(?<![没不])(?<!没有)(?:留|存|保留|保存|有|握|握着)(?!有没有)[^,。;?!]{0,8}?(?:对照表|映射表"
    r"|对应表|对照关系"
    r"|对应关系|密钥)"
    r"|(?:对照表|映射表|对应表|密钥)(?:都|也)?(?:还|仍)(?:在|有|留|没删|没销毁)"
    r"|(?<![不否没])(?:能|可以|可)(?!不能|否)(?:再|被|把[^,。;?!]{0,10}?)*(?:换|对|找|查|认|追"
    r"|连)(?:回|得回|到|得上)"
    r"[^,。;?!]{0,6}?(?:名字|姓名|本人|原来|人头|人身上|是谁|具体|那个人"
    r"|谁)(?![^,。;?!]{0,3}[吗么])"
    r"|(?<![不否没])(?:能|可以|可)(?!不能|否)(?:再|被)*(?:还原|复原|恢复)(?:回|成"
    r"|出)?(?![^,。;?!]{0,6}[吗么])"
    r"|\b(?:keep|kept|have|hold|held|store[sd]?)\b[^.;?!]{0,24}\b(?:keys?|lookup|look-up|mapping"
    r"|matching|code) (?:tables?|files?|lists?)\b"
    r"|\bcan (?:still |always |easily )?(?:be )?(?:restored?|reversed?|re-?identif\w+"
    r"|(?:map|trace|turn|match|link)\w* (?:it |them |the \w+ )?back)\b"
)
"""What says that anonymising can be undone, so that it is none."""
_MASKING = re.compile(
    r"(?:(?<![a-z])(?:md-?5|sha-?\d+|hash)|哈希|散列|加盐|打[了上个过好]*码(?!头)|马赛克|星号|加密|脱敏"
    r"|去标识化?|假名化?|遮[住掉挡]|(?:去|删|抹)掉?了?(?:名字|姓名)|换成了?(?:编号|代号|id))"
    r"[^。;?!]{0,12}?(?:(?:算|等于|叫|当作?|属于|达到|就?是)(?:不算|不是|了|作|做|到)?[^,。;?!]{0,3}"
    r"|(?:就|便|这就|不就)(?:已经?|被)?)匿名"
)
_MASKING_ENGLISH = re.compile(
    r"\b(?:md-?5|sha-?\d+|hash\w*|salt\w*|mask\w*|encrypt\w*|pseudonymi[sz]\w*)\b[^.;?!]{0,40}?"
    r"(?:\b(?:so|thus|hence|therefore|meaning|which makes|makes?|counts? as|means?|enough to be)\b"
    r"|,)[^.;?!,]{0,20}?\banonym"
)
"""A measure after which people can still be told apart, and which a text takes for anonymising."""
_NAMED_SO = re.compile(r"匿名(?:化|处理|掉)?了?")
_NAMED_SO_ENGLISH = re.compile(r"\banonymi[sz](?:ed|ation|ing|e)\b")


def without_undone(texts: Sequence[str]) -> list[str]:
    """The texts of one conversation with data called de-identified that were called anonymised,
    where a text says that it can be undone."""
    if not any(map(can_be_undone, texts)):
        return list(texts)
    return [
        _NAMED_SO.sub(
            "去标识化", _DONE.sub("去标识化", _NAMED_SO_ENGLISH.sub("de-identified", text))
        )
        for text in texts
    ]


def can_be_undone(text: str) -> bool:
    """Whether a normalised text tells that data can still be led back to people, or only masks
    them."""
    return only_masked(text) or _UNDONE.search(_NOT_RESTORED.sub(" ", text)) is not None


def only_masked(text: str) -> bool:
    """Whether a normalised text takes for anonymising what only masks (做个md5就算匿名化了)."""
    masked = _MASKING.search(text) or _MASKING_ENGLISH.search(text)
    return masked is not None and _NOT_RESTORED.search(text) is None


def anonymised(text: str) -> bool:
    """Whether a normalised text tells that data are anonymised as a whole."""
    if _PARTLY.search(_NOT_RESTORED.sub(" ", text)):
        return False
    return any(
        not _OPEN.search(text[: m.start()]) and not _OPEN_BEHIND.match(text[m.end() :])
        for m in _DONE.finditer(text)
    )


def with_anonymised(table: DecisionTable, texts: Sequence[str]) -> list[str]:
    """The texts of one conversation, where a text tells of anonymised data with their former kind
    (病历) left out and the table's own words for such data put behind it. Important data stay
    important, whatever is done to them."""
    known = next((i for i in table.inputs if _value(i)), None)
    if known is None:
        return list(texts)
    important = any(
        p in text and occurs(p, text)[0] for text in texts for p in _names_of_important(known)
    )
    if important:
        return list(texts)
    return [_named(known, text) if anonymised(text) else text for text in texts]


def _names_of_important(known: Input) -> Iterator[str]:
    """The words for important data, where an input has a value for them."""
    value = next((v for v, words in known.words.items() if _IMPORTANT in normalised(words)), "")
    return names_value(known, value) if value else iter(())


def _value(known: Input) -> str:
    """The value of an input that stands for anonymised data; empty where it has none."""
    return next((v for v, words in known.words.items() if _SAID[0] in normalised(words)), "")


def _named(known: Input, text: str) -> str:
    phrases = {
        p for v, words in known.words.items() if v != _value(known) for p in normalised(words)
    }
    for phrase in sorted(phrases, key=len, reverse=True):
        if phrase in text:
            text = text.replace(phrase, "内容" if not phrase.isascii() else "content")
    return f"{text},{_SAID[text.isascii()]}"
