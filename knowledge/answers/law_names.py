"""How people name laws and their versions: titles, short names, the year of a text, and titles that
only look like those of a law that is held. Pure."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable

import msgspec

from knowledge.search.entities import Mention
from knowledge.text import Segmenter, normalise
from knowledge.types import Law

_NAMED = re.compile(r"《([^》]{2,40})》")
_BARE = re.compile(
    r"([\u4e00-\u9fff]{1,20}(?:法|条例|办法|规定|规范|解释|实施细则))(?:》)?的?第?\d+条"
)
_ASKING = re.compile(
    r"^(?:请问|我想问|想问|问下|我想|知道|了解|查下|查询|查|看下|看看|告诉我|根据|依据|按照|依照"
    r"|按|违反|违背|关于"
    r"|对于|对照|参照|适用|那么|那|和|与|以及|还有|跟|是不是|是|在|触犯)+"
)
_NO_NAME = re.compile(
    r"^(?:(?:这|那|该|本|此|旧|新|老|哪|某|其|上述|前述|公司|我们|你们|他们|单位|内部|管理|有关"
    r"|相关)+.{0,2}的?)?"
    r"(?:办法|法|条例|规定|规范|解释|实施细则)$|^(?:这|那|哪|我们|你们|公司|单位|内部)"
)
_GOES_ON = re.compile(
    r"(?:》的?|的)?(?:(?:实施|施行)(?:条例|细则|办法|规则|规范|意见|方案)|条例|细则"
    r"|司法解释|(?:修订|修正)?草案|征求意见稿|送审稿)"
)
"""What behind a law's name makes it the title of another text: 实施条例, 草案."""
_BRACKETS = re.compile(r"\(.*?\)|\s")
_LATIN = re.compile(
    r"(?<![A-Za-z])(?!(?i:app|api|sdk|pdf|ppt|doc|vip)[》的里中\s第])(?P<before>[A-Za-z]{3,8})》?(?:[的里中])?\s*"
    r"第\s*[\d一二三四五六七八九十百零〇]+\s*条"
    r"|\b(?P<leading>[A-Z]{3,8})(?:'s)?,? [Aa]rt(?:icle|\.)? ?\d"
    r"|\b[Aa]rt(?:icles?|\.)? ?\d+(?:\(\d+\))*,? (?:(?:of|in|under) )?(?:the )?"
    r"(?P<behind>[A-Z]{3,8})\b",
    re.ASCII,
)
"""A law called by the first letters of its name, as those of other countries are: GDPR第17条."""
_EDITION = re.compile(r"\d{4}年?(?:版|文本|原文|修正|修订)?|[新旧老]版?$|^[新旧老]")
_SEVERAL = re.compile(r"[、,和与及]")
_OF_A_PLACE = re.compile(r"(?:省|市|自治区|经济特区|特区|地方|当地|本地|那边|这边|的|新|现行){0,4}")
_ATTRIBUTES = ("n", "b", "vn", "j", "l", "s")
"""First letters of the tags of words that stand before a noun as a part of its name."""
_OURS = re.compile(r"国家|我国|中国|全国|中华人民共和国|公司|企业|单位|机构|[我你他贵本]|依据|法律")
"""What may stand right before a law's name without being a part of it."""
_ASKS = re.compile(r"(?:[我想请要先]|麻烦)*(?:[问查]|打听|咨询|请教)[问查下看]?[1一]?下?")
"""A word that only leads over to the question, whatever it is tagged: 想问标识办法何时施行."""
_TIMES = re.compile(
    r"(?:(?:那|这|当)个?)?(?:时候|时期|时|会儿|阵子?|年|天|日|月|期间)"
    r"|当时|当年|现在|如今|目前|眼下|今天|今年|去年|前年|以前|之前|以后|后来|那时|那会|月份|年底"
    r"|年初|现行"
)
"""Words for a time: no part of a law's name (那时候标识办法有没有)."""
_OF_A_TIME = re.compile(
    r"^(?:在|按|照)?(?:那|这|当)个?(?:时候?|会儿|阵子?|年|天)(?:的|有效的|施行的)?"
    r"|^(?:现在|如今|目前|现行|以前|之前|当时)(?:的|有效的|施行的)?"
)
_STATE = re.compile(r"中华人民共和国|中国")
_LEVELS = re.compile(r"[省市县区]$|(?:壮族|回族|维吾尔)?自治区$|特别行政区$")


def title_before(text: str, place: int) -> str:
    """The title of the law that an article at a place of a normalised text is of, where it is
    named there; empty where that is no name (我们公司的规定)."""
    named = _NAMED.search(text) or _BARE.search(text)
    if named is None or named.start() > place:
        return ""
    title = named.group(1)
    if named.re is _BARE:
        title = _ASKING.sub("", title)
        if _NO_NAME.search(title) or len(title) < 2:
            return ""
    return title


def latin_title(question: str) -> str:
    """The short name in Latin letters of the law of whose article a question is, as it is written;
    empty where there is none."""
    named = _LATIN.search(question)
    title = next((t for t in named.groups() if t), "") if named is not None else ""
    return title.upper()


def may_open(before: str, segmenter: Segmenter) -> bool:
    """Whether the name of a law may begin behind these words, none of which is a part of it."""
    words = segmenter.tagged(_ASKING.sub("", before))
    return all(not tag.startswith(_ATTRIBUTES) or _OURS.search(word) for word, tag in words[-1:])


def year_of(law: Law) -> str:
    """The year by which a version is called; a mark that stands in no text where it has none."""
    return next(iter(re.findall(r"\d{4}", normalise(law.version))), "-")


def of_its_year(law: Law, text: str) -> bool:
    """Whether a normalised text names a version by its year rather than a day or a time of it."""
    return (
        re.search(rf"{year_of(law)}年(?!\d|时|初|底|末|[上下]半|以?前|的?时候|的?那)", text)
        is not None
    )


def names_of(law: Law) -> tuple[str, ...]:
    """What people write for a law, in both languages."""
    return _names(law.title, tuple(law.short), law.english)


@functools.lru_cache(maxsize=1024)
def _names(title: str, short: tuple[str, ...], english: str) -> tuple[str, ...]:
    english = re.sub(r"\s*\(.*?\)", "", english).strip()
    own = title.removeprefix("中华人民共和国")
    return tuple(dict.fromkeys(n for n in (title, own, *short, english) if n))


class Named(msgspec.Struct, frozen=True):
    """What a name in a text means: one of the laws that are held (its family, as the mention has
    it), or another text, whose ``title`` is set, and to which that law's name is only near."""

    mention: Mention
    title: str = ""


class Titles:
    """Tells a held law's name from the title of another text that contains it: 江苏省数据条例 is
    not 上海市数据条例, and 治安管理处罚法 is not 行政处罚法. Built once, then only read."""

    def __init__(self, laws: Iterable[Law], segmenter: Segmenter) -> None:
        self._segmenter = segmenter
        self._laws: dict[str, Law] = {}
        self._whole: set[str] = set()
        self._seats: dict[str, frozenset[str]] = {}
        for law in laws:
            family = law.family or law.id
            self._laws.setdefault(family, law)
            self._whole.update(_plain(n) for n in names_of(law))
            self._seats.setdefault(family, frozenset(self._places(_STATE.sub("", law.title))))

    def read(self, text: str, mention: Mention) -> Named:
        """What a mention in a normalised text means."""
        quoted = self._quoted(text, mention)
        if quoted:
            return Named(mention, quoted)
        further = _GOES_ON.match(text, mention.end)
        name = text[mention.start : mention.end]
        if further is not None:
            return Named(mention, name + further.group().lstrip("》的"))
        seat = self._elsewhere(text, mention)
        if seat is not None:
            return seat
        attribute = self._attribute(text, mention)
        return Named(mention, f"{attribute}{name}" if attribute else "")

    def _quoted(self, text: str, mention: Mention) -> str:
        """The title in 《》 of which the mention is only a part."""
        start = text.rfind("《", 0, mention.start)
        end = text.find("》", mention.end)
        inner = text[start + 1 : end] if start >= 0 and end >= 0 else ""
        if not inner or "》" in inner or _SEVERAL.search(inner):
            return ""
        named = {_plain(inner), _plain(_OF_A_TIME.sub("", inner))}
        return "" if named & self._whole else inner

    def _elsewhere(self, text: str, mention: Mention) -> Named | None:
        """The law of the place that stands before a name which is not of that place."""
        name = text[mention.start : mention.end]
        seats = self._seats[mention.entity]
        if self._places(name):
            return None
        clause = re.split(r"[,，。;；?？!！、《]", text[: mention.start])[-1]
        for place in self._places(clause):
            start = clause.rfind(place)
            between = clause[start + len(place) :]
            if not _OF_A_PLACE.fullmatch(between) or clause[:start].endswith(("在", "从", "对")):
                continue
            if any(_bare(place) in seat for seat in seats):
                return None
            for family, law in self._laws.items():
                if _bare(place) in law.title and _plain(law.title).endswith(name):
                    return Named(Mention(family, mention.start, mention.end))
            return Named(mention, f"{place}{between.replace('的', '')}{name}")
        return None

    def _attribute(self, text: str, mention: Mention) -> str:
        """The words right before a name cut off at its front that make it another title's end."""
        law = self._laws[mention.entity]
        title, known = _plain(law.title), " ".join(map(normalise, names_of(law)))
        name = text[mention.start : mention.end]
        if not ("\u4e00" <= name[0] <= "\u9fff") or name[0] == title[0]:
            return ""
        found = ""
        end = 0
        for word, tag in self._segmenter.tagged(text[: mention.start]):
            end += len(word)
            fits = tag.startswith(_ATTRIBUTES) and not _OURS.search(word) and word not in known
            fits = fits and not (_ASKS.fullmatch(word) or _TIMES.fullmatch(word))
            found = found + word if fits else ""
        return found

    def _places(self, text: str) -> list[str]:
        return [w for w, tag in self._segmenter.tagged(text) if tag.startswith("ns")]


def _plain(name: str) -> str:
    return _EDITION.sub("", _BRACKETS.sub("", normalise(name)).removeprefix("中华人民共和国"))


def _bare(place: str) -> str:
    """A place without the word for its level: 上海市 → 上海."""
    return _LEVELS.sub("", place) if len(place) > 2 else place
