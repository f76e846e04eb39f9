"""Who names a field that they had left out of a case on which a table ruled (哦对了，还有足弓扫描;
I forgot one: location tracks): it is in the data as well, and one that is not known to be ordinary
reopens the ruling. Pure.
"""

from __future__ import annotations

import re

from dialog.reply.aspects import asks
from dialog.reply.question import Question
from dialog.reply.told_cases import case_before
from knowledge.answers.people_groups import names_groups_alone
from knowledge.answers.table_words import Slots, stated
from knowledge.answers.tables import rule_on
from knowledge.snapshot import Snapshot
from knowledge.text import is_english, normalise
from knowledge.types import Input

_LONGEST = 40
"""Characters of a text that only names fields; English has twice as many."""
_FIELD = r"[一-龥a-z]{1,10}?"
_SMALL = r"(?:哦|噢|啊|呃|嗯|哎呀?|唉|等等|等[1一]?下|对了?|那个|不好意思|抱歉|[,.!。 ])*"
_ONE = r"(?:[1一](?:个|项|列|栏|样|种|条|类)(?:字段|东西|数据)?|字段)?"
_ADDED = re.compile(
    rf"^{_SMALL}(?:我们?|刚才|刚刚)*"
    rf"(?:(?P<left>忘(?:记)?(?:了)?(?:说|讲|提|写)?了?|漏(?:掉)?(?:了)?(?:说|讲|提|写)?了?"
    rf"|少(?:说|写|报)了?|[说讲写报填]漏了"
    rf"|补充(?:[1一]?[下点条])?|没(?:说|提|写)全){_ONE}[,:。; ]*)?"
    rf"(?:[那这][张份个些]?)?(?:数据|资料|文件|清单|表格?|名单|单子)?(?:里[面头]?|上面?|其中|当中)?(?P<more>还有?|另外|也|外加)?(?:有|带|含|包括"
    rf"|加上?|存)?着?了?"
    rf"{_ONE}(?:,|是|叫|:)*(?:(?:他们?|客户|用户|会员|员工|每个?人)(?:每个人)?的)?"
    rf"(?P<fields>{_FIELD}(?:(?:[、,和与及跟]|还有|以及){_FIELD}){{0,3}})(?:也|都)?(?:在(?:里[面头边]?|内|表[里上]|上面)"
    rf"|有)?[了的呢哦啊吧。.! ]*$"
)
_ADDED_ENGLISH = re.compile(
    r"^(?:oh|wait|sorry|and|well|right|hm+|[,.! ])*"
    r"(?:i (?:forgot|left out|missed|omitted|should have (?:said|mentioned))"
    r"(?: (?:to (?:say|mention|tell you)))?(?: that)?"
    r"(?: (?:there (?:is|are)|it has|they have))?(?: also)?"
    r"(?: (?:one(?: (?:more|field|column|thing|other))?|something|(?:a|another) (?:field|column"
    r"|thing)))?"
    r"|(?:one|another)(?: more)? (?:field|column|thing|one)(?: is(?: in it)?)?"
    r"|(?:there (?:is|are)|it has|they have|it includes) also|(?:it|they|there (?:is|are)|we) also"
    r"(?: (?:has|have|includes?|contains?|sends?|hold))?|also|plus)"
    r"[:,. -]*(?:(?:the|their|our|some|a column (?:of|with)|in it)[: ]+)*"
    r"(?P<fields>[a-z][a-z' -]{2,40}?(?:(?:,| and) [a-z' -]{3,30}?){0,2})"
    r"(?: (?:too|as well|in it|also))*[.! ]*$"
)
_NO_FIELD = re.compile(
    r"[吗呢么谁哪几多怎不没无别我你您在谢]|\d|什么|为什么|想|要|能|可以|公司|集团|总部|问题"
    r"|事情?$|国$|省$"
    r"|市$|合同|同意|评估|授权|人$"
    r"|^(?:有|就|都|也|是|的|好|行|对|可)$"
    r"|\b(?:thanks?|please|sorry|bye|hi|hello|okay|ok|want|need|question|company|contract|consent"
    r"|assess\w*|thing|people|customers?|staff|employees?|patients?|members?|users?|clients?"
    r"|partners?|in|from|lingang|send|we|you"
    r"|should|must|not|no|is|are|was|what|which|how|why)\b"
)
"""What the name of a field has not."""
_OF_EACH = re.compile(r"每(?:个|1个)?人|人人|全都|全部|个个|\b(?:each|every|all)\b")
_OF_SOME = re.compile(
    r"里[面头](?![了的呢哦啊吧。.! ]*$)|其中|当中|有些|有的|部分|\b(?:some|part) of\b"
)


def added_field(snapshot: Snapshot, text: str, asked: Question) -> str:
    """A text that only names fields left out of the case before, as a sentence on its data; empty
    for any other text, and where the case is of nobody's data."""
    fields = fields_added(text)
    case = case_before(snapshot, asked) if fields else None
    if case is None or not case.near:
        return ""
    known = next((i for i in case.table.inputs if i.plain), None)
    if known is None or snapshot.exact(text) is not None:
        return ""
    slots = rule_on(case.table, case.texts, asked.today).slots
    if not _of_people(known, slots):
        return ""
    named = stated(case.table, normalise(text)).get(known.name, "")
    beside = named not in known.values
    if not beside and _OF_SOME.search(normalise(text)) and not _OF_EACH.search(normalise(text)):
        return ""  # Of how many people that is, is asked.
    return _sentence(fields, beside=beside, text=text)


def fields_added(text: str) -> str:
    """The fields that a text says were left out, as it lists them; empty where it says none."""
    plain = normalise(text).strip()
    english = is_english(plain)
    if not plain or len(plain) > _LONGEST * (2 if english else 1) or asks(text):
        return ""
    read = (_ADDED_ENGLISH if english else _ADDED).match(plain)
    if read is None or _NO_FIELD.search(read["fields"]) or names_groups_alone(read["fields"]):
        return ""
    marked = english or read["left"] is not None or read["more"] is not None
    return read["fields"].strip() if marked else ""


def _of_people(known: Input, slots: Slots) -> bool:
    """Whether what was told of a case is the mildest kind of what is known of people: anything
    stricter stays what it is."""
    return slots.get(known.name, "") in known.denied.values()


def _sentence(fields: str, *, beside: bool, text: str) -> str:
    """``beside``: the table knows none of them, so they are named beside an ordinary field."""
    if is_english(normalise(text)):
        return f"The data still has {'names and ' if beside else ''}{fields}"
    return f"还有姓名、{fields}" if beside else f"其实都有{fields}"
