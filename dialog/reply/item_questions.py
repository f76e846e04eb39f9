"""What a text asks of catalogue items that were shown: which of them, by their places, and which
side of them. Pure.

Only the words are read here; whether items were shown at all is told by the exchanges
(``reply.wishes``).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Literal

import msgspec

from dialog.reply.aspects import says_little
from dialog.reply.item_sides import ItemSide, sides_named
from knowledge.text import is_english, normalise

_LONGEST = 60
"""Characters beyond which a text tells something of its own."""
_MEASURE = "(?:个|家|款|种|份|位|张|项|号)"
_VENDORS = "数商|公司|律所|机构|服务商|供应商|团队"
_PRODUCTS = "数据产品|数据集|数据包|产品|接口|报告|指数|语料库?|数据"
_NOUN = f"(?:的)?(?P<{{0}}>{_PRODUCTS}|{_VENDORS})?(?!月|季度|星期|小时|问题|步骤?|环节|阶段)"
_ENGLISH_NOUN = (
    r"(?:ones?|items?|products?|data ?sets?|apis?|reports?|options?|results?"
    r"|vendors?|compan(?:y|ies)|firms?|providers?|suppliers?)"
)
_NUMBERS = {"two": 2, "three": 3, "2": 2, "3": 3}
_ORDINALS = {
    word: place
    for place, words in (
        (1, "first 1st"),
        (2, "second 2nd"),
        (3, "third 3rd"),
        (4, "fourth 4th"),
        (5, "fifth 5th"),
        (6, "sixth 6th"),
        (-1, "last"),
    )
    for word in words.split()
}
_PLACE = re.compile(
    rf"(?P<back>倒数)?第(?P<number>\d{{1,2}}){_MEASURE}{_NOUN.format('a')}"
    rf"|第(?P<joined>\d{{1,2}})(?=[和跟与、]第?\d{{1,2}}{_MEASURE})"
    rf"|(?P<last>最后)(?:的)?(?:那|这)?{_MEASURE}{_NOUN.format('b')}"
    rf"|(?P<first>首){_MEASURE}{_NOUN.format('c')}"
    rf"|\b(?:the )?(?P<ordinal>{'|'.join(_ORDINALS)}) (?P<d>{_ENGLISH_NOUN})\b"
    rf"|\bthe (?P<alone>{'|'.join(_ORDINALS)})(?= *(?:[,.?!;]|$|(?:and|or|from|with|vs) the\b))"
    r"|(?:\b(?:number|no\.?|item|option) ?|#)(?P<digit>\d{1,2})\b"
)
_RUN = re.compile(
    rf"(?P<from>前面?|头|后面?|最后面?)的?(?P<many>\d){_MEASURE}{_NOUN.format('a')}"
    rf"|\b(?:the )?(?P<side>first|last) (?P<several>two|three|[23])(?: (?P<d>{_ENGLISH_NOUN}))?\b"
    r"(?! (?:years?|months?|decades?)\b)"
)
_EVERY = re.compile(
    rf"(?:这|那|上面|以上|刚才)(?:的)?(?:些|几{_MEASURE}?|\d{_MEASURE}){_NOUN.format('a')}"
    rf"|[它他她]们|[2两二]者|(?<![\d第前后])[2两]{_MEASURE}"
    r"|哪(?:1)?(?:个|家|款)(?=更|最|比较|便宜|好|合适|强)"
    rf"|\b(?:both(?: of them)?|all of them|they|them|these(?: two)?|those(?: two)?)"
    rf"(?: (?P<d>{_ENGLISH_NOUN}))?\b"
)
_IT = re.compile(
    rf"它(?!们)|(?:这|那)(?:1)?(?:个|家|款|份){_NOUN.format('a')}|[该此](?P<b>{_PRODUCTS}|{_VENDORS})"
    rf"|\b(?:this|that) (?P<d>{_ENGLISH_NOUN})\b|\bit(?:s|'s)?\b"
)
_BESIDE = re.compile(
    r"那么?|还|再|请问|想知道|想问|告诉我|给我|帮我|麻烦|刚才|刚刚|上面|前面|推荐|列出?|目录|里面?|其中|都|各自|分别|好的?|嗯|谢谢"
    r"|这|那|[1一]下|[1一]点|想|看|多|更|和|跟|与|比|、|来说|的话|卖|提供|支持|做|呢|哪|谁|什么"
    r"|\b(?:and|tell|me|more|ok(?:ay)?|please|thanks|then|from|with|one|by|i|get|offered|sold|come"
    r"|comes|contact|them|its?|say|know|now|every|between|provided|have|data|go|goes)\b|'s\b"
)
_PREDICATE = re.compile(
    r"^(?:的)?(?:话)?[,，: ]*(?:$|[吧呢啊呀哈.?!。]"
    r"|是|有|能|会|可|要|需|多|怎|咋|如何|什么|啥|哪|谁|几"
    r"|支持|包|含|覆盖|适合|靠|合规|安全|质量|好|贵|便宜|免费|准|够|用|在|由|归|属|和|跟|与|比|都|分别|到底|具体|详细|的)"
)
"""How what is said of an item begins; 第2个环节 or 第2个税种 is about something else."""
_ONWARD = re.compile(r".*呢[?。! ]*|(?:and|what about|how about)\b.*")

_BY_NAME = re.compile(
    r"^(?:那么?|请问|哦|嗯|[,. ])*(?:(?:你|您)们?)?(?:刚才?|刚刚|上面|前面)?(?:给我们?)?"
    r"(?:看|推荐|列|找|说|显示|提|发|介绍)?(?:到|出来|过|了)?的?(?:那|这)1?"
    rf"{_MEASURE}(?:说|讲|关于)?(?P<words>[^,。?!的]{{2,10}}?)(?:的(?:数据|产品|接口|示例)?[,]?|[,])(?=.)"
    r"|\b(?:the|that) (?P<english>[a-z]{3,20}(?: [a-z]{3,20})?) (?:one|item|product|dataset|api)\b"
)
"""What names an item by words of it: 那你给我看的那个路况的, the traffic one."""

_NAMED_AT = re.compile(
    rf"(?P<place>第\d{{1,2}}{_MEASURE}|最后1?{_MEASURE})(?:那{_MEASURE}|这{_MEASURE}|叫|就是|[,])?"
    r"(?P<words>[^,。?!的]{2,12}?)(?:的|那个|示例)?[,](?=.)"
)
"""What names beside its place an item by words of it: 第3个那个在泊统计，…"""


class ItemQuestion(msgspec.Struct, frozen=True):
    """What is asked of items of a list. ``places``: counted from one, or from the end where
    negative. ``run``: the first so many, or the last where negative. ``every``: all of them.
    Without any of these it is about the one spoken of, by a pronoun (``it``) or silently.
    ``noun``: whether products or vendors are meant, where the text says so. ``onward``: the sides
    are not named, so that they are those of the question before (那第二个呢)."""

    sides: tuple[ItemSide, ...]
    places: tuple[int, ...] = ()
    run: int = 0
    every: bool = False
    it: bool = False
    noun: Literal["", "product", "vendor"] = ""
    onward: bool = False

    @property
    def counts(self) -> bool:
        """Whether items are named by their places in a list."""
        return bool(self.places or self.run)

    def among(self, count: int) -> tuple[int, ...]:
        """The places meant in a list of so many items, from one; some may lie beyond it."""
        if self.every:
            return tuple(range(1, count + 1))
        if self.run > 0:
            return tuple(range(1, min(self.run, count) + 1))
        if self.run < 0:
            return tuple(range(max(count + self.run, 0) + 1, count + 1))
        return tuple(dict.fromkeys(p if p > 0 else max(count + 1 + p, 0) for p in self.places))


def item_question(text: str) -> ItemQuestion | None:
    """What a text asks of shown items; ``None`` when it can be no such question."""
    text = normalise(text).strip()
    if not text or len(text) > _LONGEST * (2 if is_english(text) else 1):
        return None
    for pattern in (_RUN, _PLACE, _EVERY, _IT):
        found = tuple(pattern.finditer(text))
        if found:
            return _pointing(text, pattern, found)
    sides, left = sides_named(text)
    return ItemQuestion(sides) if sides and _little(left) else None


def by_pronoun(text: str, shown: str) -> str:
    """A text with a pronoun in place of the words by which it names what was shown; ``shown``: all
    that tells of that. The text itself where it names nothing of it."""
    plain = normalise(text).strip()
    held = normalise(shown)
    at = _NAMED_AT.search(plain)
    if at is not None and _told_in(at["words"], held):
        return f"{plain[: at.start()]}{at['place']}{plain[at.end() :]}"
    read = _BY_NAME.search(plain)
    words = (read["words"] or read["english"] or "") if read is not None else ""
    if read is None or read["english"] in _ORDINALS or not _told_in(words, held):
        return text
    rest = plain[read.end() :]
    if read["english"]:
        return f"{plain[: read.start()]}it{rest}"
    return f"它{rest.removeprefix(',')}"


def _told_in(words: str, held: str) -> bool:
    """Whether each pair of signs, or each English word, of some words stands in a text."""
    if is_english(words):
        return all(word in held for word in words.split())
    return all(words[n : n + 2] in held for n in range(len(words) - 1))


def place_told(text: str) -> int:
    """The place of an item that a text names: 2 for 第二个是什么, -1 for the last; else 0."""
    text = normalise(text)
    run = _RUN.search(text)
    if run is not None:
        return _run(run) if _run(run) == -1 else 0
    found = _PLACE.search(text)
    return _place(found) if found is not None else 0


def _pointing(
    text: str, pattern: re.Pattern[str], found: tuple[re.Match[str], ...]
) -> ItemQuestion | None:
    counts = pattern in (_RUN, _PLACE)
    rest = pattern.sub(" ", text)
    sides, left = sides_named(rest)
    if not sides and pattern is _EVERY:
        # 哪个好 both points and asks.
        sides, left = sides_named(text)
        left = pattern.sub(" ", left)
    little = _little(left)
    if not counts and not (sides and little):
        return None
    if not little and not _said_of_it(text[: found[0].start()], text[found[-1].end() :]):
        return None
    onward = not sides and little and _ONWARD.fullmatch(text) is not None
    return ItemQuestion(
        sides or (("about",) if little else ("other",)),
        places=tuple(map(_place, found)) if pattern is _PLACE else (),
        run=_run(found[0]) if pattern is _RUN else 0,
        every=pattern is _EVERY,
        it=pattern is _IT,
        noun=_noun(found),
        onward=onward,
    )


def _said_of_it(before: str, behind: str) -> bool:
    """Whether what stands around a place is said of what is there: words of its own are then a side
    that the catalogue lacks, or talk around the one that it has."""
    if is_english(f"{before}{behind}"):
        return _little(before) or _little(behind)
    return _little(before) and _PREDICATE.match(behind) is not None


def _place(found: re.Match[str]) -> int:
    words = found.groupdict()
    ordinal = words["ordinal"] or words["alone"]
    if ordinal:
        return _ORDINALS[ordinal]
    if words["last"] or words["first"]:
        return -1 if words["last"] else 1
    number = int(words["number"] or words["joined"] or words["digit"])
    return -number if words["back"] else number


def _run(found: re.Match[str]) -> int:
    words = found.groupdict()
    if words["side"]:
        return _NUMBERS[words["several"]] * (1 if words["side"] == "first" else -1)
    return int(words["many"]) * (-1 if "后" in words["from"] else 1)


def _noun(found: Iterable[re.Match[str]]) -> Literal["", "product", "vendor"]:
    for match in found:
        words = match.groupdict()
        noun = next((words[n] for n in "abcd" if words.get(n)), "")
        if re.search(rf"{_VENDORS}|vendor|compan|firm|provider|supplier", noun):
            return "vendor"
        if re.search(rf"{_PRODUCTS}|product|data|api|report", noun):
            return "product"
        if "家" in match.group():
            return "vendor"
    return ""


def _little(text: str) -> bool:
    return says_little(_BESIDE.sub(" ", text))
