"""What an ellipsis asks after a place in a law: 那第二款呢, 下一条呢, 2021年的时候呢. Pure."""

from __future__ import annotations

import re
from datetime import date

import msgspec

from knowledge.answers.days import TIME, full_years, named_day, years_ago
from knowledge.answers.places import ARTICLE, NUMERAL, Place, paragraph_and_item, place_of

_SMALL = re.compile(
    r"那么?|还有|然后|接着|请问|好的?|嗯|哦|再|它|这1?条|该条|其中|里面?|中|的|是|呢|吗|吧|啊|讲|说|写|规定|要求|内容"
    r"|什么|怎么|怎样|如何|哪些|意思|看看|看|讲讲|念|告诉我|我想知道|知道|了|一下|1下|又|也|还|有|有没有|最高|罚|多少|情况|一样"
    r"|变|过|没有|具体|到底|在|时|违反|要|会|该|被|处|[我您]|问|不对|指|想"
    r"|\b(?:and|what|about|does|it|say|says|the|is|of)\b|[,.，。?？!！、 ]"
)
"""Words around the place that an ellipsis names which ask for nothing else."""
_ARTICLE = re.compile(r"(?<![\d第])(?P<n>[1-9]\d{0,3})条")
_PARAGRAPH = re.compile(
    rf"第?(?P<p>\d{{1,2}})款(?:的?第?\(?(?P<i>{NUMERAL})\)?项)?|\bpara(?:graph)?\s*(?P<eq>\d{{1,2}})"
)
_ITEM = re.compile(rf"第?\(?(?P<i>{NUMERAL})\)?项")
_STEP = re.compile(
    r"(?P<way>再?[下后]|接下来|后面|往下|[上前]|前面|往上)(?:的?[那这]?1?)?(?P<unit>[条款项])"
)
_STEP_ENGLISH = re.compile(
    r"\b(?P<way>next|following|previous|preceding)\s+(?P<unit>article|paragraph)\b"
)
_LAST = re.compile(r"最后1条")
_NOW = re.compile(r"现在|如今|目前|今[天年]|现行|当前|\b(?:now|today|currently)\b")
_TIMES = re.compile(
    r"现在|如今|目前|今[天年]|现行|当前|时候|那会儿?|那时候?|当时|以前|之前|那年|版本?|文本|[底末初]|\b(?:now|today|currently)\b"
)
_YEAR = re.compile(r"(?<!\d)\d{2}年(?!\d)")
_OF_IT = re.compile(r"(?:这[部个]?|该)(?:法律?|办法|条例|规定)")
_BY_WHOM = re.compile(
    r"(?:是|由)*(?:谁|哪1?个(?:部门|机关|单位|机构))(?:负责)?(?:制定|起草|发布|出台|颁布|公布|通过|定)的?"
    r"|(?:发布|制定|颁布)(?:机关|部门|单位)|\bwho (?:issued|made|enacted|passed) (?:it|this|that)\b"
)
"""What asks of the law that was named before who made it."""
_MORE = re.compile(
    r"(?:(?:[这那][1一]?条|该条|本条|它)(?:里面?|中)?(?:还|另外|其他|又|也)(?:有|[讲说写提]|规定|要求)|还[讲说写])"
    r"(?:了|到|过|的)*(?:什么|啥|哪些)(?:内容|规定|要求|别的)?"
    r"|(?:[这那][1一]?条|该条|本条)(?:里面?|中)?还有(?:没有)?(?:别的|其他的?|其它的?)(?:内容|规定|要求)?[吗么]?"
    r"|(?:这[1一]?条|该条|本条)(?:里面?|中)?的?(?:全部|其他|其它|其余|别的|剩下的?)(?:内容|规定|要求)?(?:是什么|有哪些|呢)?"
    r"|\bwhat else does (?:it|this article|that article) say\b"
)
"""What asks what else the article before says."""
_LIKEWISE = re.compile(
    r"^(?:那么?|换成|要是|如果是|在|[,， ])*《》(?:里面?|中|那边|这边)?的?(?:有没有|有|是否有)?"
    r"(?:类似|相应|对应|同样|1样|相同|这方面)?的?(?:规定|条文|条款|要求|内容)?"
    r"(?:(?:是)?怎么(?:说|写|讲|规定|要求)的?|(?:也|又)?(?:有|是)?(?:这样|1样|这么)?(?:规定|说|写|要求)?的?)?"
    r"(?:吗|么|呢|没有|[?？。! ])*$"
)
"""What asks the same of another law, whose name stands at 《》."""
_ASKED_OF_IT = (
    re.compile(r"(?:什么时候|何时|哪1?天|哪年|几号)(?:才|就|开始|起|正式)*(?:施行|生效|实施|执行)"),
    re.compile(r"(?:[1一]共|总共)?(?:有|分|列|包括)?[了成为出]?(?:几|多少)个?[款项]"),
    re.compile(
        r"\bwhen (?:did|does|will) (?:it|this|that) (?:take effect|(?:come|enter) into force)"
    ),
    re.compile(r"\bhow many (?:paragraphs|items)(?: does it have| are there)?"),
)
"""What is asked of an article, or of a law, that was named before."""
_LONGEST = 24
"""Characters of an ellipsis that names a paragraph, an item or the next article."""


class Standing(msgspec.Struct, frozen=True):
    """Where a conversation stands: the law by the name used, the place in it (``None`` where only
    the law was named), the day that was asked for, a word for the version. ``question``: what
    was asked last of the law."""

    name: str
    place: Place | None = None
    day: date | None = None
    edition: str = ""
    question: str = ""

    def breached(self) -> str:
        """What a breach costs, asked in full."""
        return f"违反{self.asked()}罚多少"

    def asked(self) -> str:
        """The question in full."""
        when = f"{self.day.year}年{self.day.month}月{self.day.day}日时," if self.day else ""
        if self.place is None:
            return f"{when}{self.question}"
        return self.spoken_of()

    def spoken_of(self) -> str:
        """The law, with the version, the day and the place in it where these were named."""
        when = f"{self.day.year}年{self.day.month}月{self.day.day}日时," if self.day else ""
        place = self.place.written() if self.place is not None else ""
        return f"{when}{self.name}{self.edition}{place}"


def says_only(pattern: re.Pattern[str], text: str) -> bool:
    """Whether a normalised text has what a pattern means and, but for small words, nothing else."""
    if pattern.search(text) is None:
        return False
    return not _SMALL.sub("", pattern.sub("", text, count=1))


def asks_of_it(text: str) -> bool:
    """Whether a normalised text asks since when the article before holds, or what parts it has."""
    rest = _OF_IT.sub("", text)
    return any(says_only(pattern, rest) for pattern in _ASKED_OF_IT)


def asks_who(text: str) -> bool:
    """Whether a normalised text asks who made the law before, and nothing else."""
    return says_only(_BY_WHOM, _OF_IT.sub("", text))


def asks_more(text: str) -> bool:
    """Whether a normalised text asks what else the article before says."""
    return _MORE.fullmatch(text.strip(" ?。!,")) is not None


def asks_likewise(text: str, start: int, end: int) -> bool:
    """Whether a normalised text asks of the law that it names from ``start`` to ``end`` what was
    asked of another one, and nothing else."""
    before, behind = text[:start].removesuffix("《"), text[end:].removeprefix("》")
    return _LIKEWISE.fullmatch(f"{before}《》{behind}") is not None


def leans_on_article(text: str) -> bool:
    """Whether a normalised text names a part of a law, or asks who made it or what else it says:
    a day or a fine may be asked of anything."""
    return asks_who(text) or asks_more(text) or any(unit in text for unit in "条款项")


def asks_of_article(text: str) -> bool:
    """Whether a normalised text can only be read behind an article: it names a place, or asks of
    the one before."""
    asks = asks_of_it(text) or asks_who(text) or asks_more(text)
    return asks or ARTICLE.search(text) is not None or len(_SMALL.sub("", text)) <= len("条款")


def after(standing: Standing, text: str, today: date, *, last: int | None) -> Standing | None:
    """Where a normalised text moves a conversation, or ``None`` when it asks something else.
    ``last``: the law's last article, where it is known."""
    moved = _elsewhere(standing.place, text, last)
    if moved is not None:
        day = named_day(text, today) or standing.day
        return msgspec.structs.replace(standing, place=moved, day=day)
    return _another_day(standing, text, today)


def _elsewhere(place: Place | None, text: str, last: int | None) -> Place | None:
    match = ARTICLE.search(text)
    if match is not None:
        # 第7条里的评估 is of the law; 合同的第7条 is of something else.
        return None if _SMALL.sub("", text[: match.start()]) else place_of(match)
    if says_only(_ARTICLE, text) and (match := _ARTICLE.search(text)):
        return place_of(match)
    if last is not None and says_only(_LAST, text):
        return Place(last)
    if place is None or len(text) > _LONGEST:
        return None
    for pattern in (_PARAGRAPH, _ITEM):
        match = pattern.search(text) if says_only(pattern, text) else None
        if match is not None:
            return _within(place, match)
    for pattern in (_STEP, _STEP_ENGLISH):
        match = pattern.search(text) if says_only(pattern, text) else None
        if match is not None:
            return _stepped(place, match)
    return None


def _within(place: Place, match: re.Match[str]) -> Place:
    """A paragraph or an item of the article that was spoken of. An item stays in its paragraph."""
    paragraph, item = paragraph_and_item(match)
    if paragraph is None:
        return msgspec.structs.replace(place, item=item)
    return msgspec.structs.replace(place, paragraph=paragraph, item=item)


def _stepped(place: Place, match: re.Match[str]) -> Place | None:
    step = -1 if re.search(r"[上前]|previous|preceding", match.group("way")) else 1
    unit = match.group("unit")
    if unit in ("条", "article"):
        return Place(place.article + step) if place.article + step > 0 else None
    field = "item" if unit == "项" else "paragraph"
    known: int | None = getattr(place, field)
    if known is None or known + step < 1:
        return None
    moved = Place(place.article, place.part, place.paragraph)
    return msgspec.structs.replace(moved, **{field: known + step})


def _another_day(standing: Standing, text: str, today: date) -> Standing | None:
    """The same place on another day, where the text names that day and nothing else."""
    dated = full_years(_YEAR.sub(r"\g<0>那时", years_ago(text, today)), today)
    day = named_day(dated, today)
    if day is None and _NOW.search(text) is None:
        return None
    if _SMALL.sub("", _TIMES.sub("", TIME.sub("", dated))):
        return None
    return msgspec.structs.replace(standing, day=day, edition="")
