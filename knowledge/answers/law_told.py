"""What an ellipsis asks of articles that a reply has just told. Pure.

It may be whom they fine (责任人员呢), or what they say of a graver case (情节严重的呢). Such a text
names a part of what was told. Another law that says the like in the same words is not meant,
however near its words are.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date

import msgspec

from knowledge.answers.law_findings import MOST, LawFinding
from knowledge.answers.law_register import Register
from knowledge.answers.law_topics import is_penal, within, words_of
from knowledge.text import Segmenter, is_english, normalise
from knowledge.types import Rule

Told = tuple[str, int]
"""A law by its id, and an article of it."""

_PART = re.compile(
    r"(?:那么?|那?(?:要是|如果)|另外|还有|对于?|针对|给|[,， ])*(?P<part>.{1,16}?)(?:的话|的)?"
    r"(?:(?:会|要|也|又|得|该|能|被|最高|最多)*(?:怎么|如何|怎样|咋)?"
    r"(?:处罚|罚款|罚|处理|承担)(?:多少|款|什么责任)?钱?)?"
    r"(?:吗|呢|么|啊|[?？。! ])*"
)
_PART_ENGLISH = re.compile(
    r"(?:and |so |but )*(?:(?:what|how) about |for |(?:is|are)(?: there)? "
    r"|(?:do|must|should) (?:we|i|you) (?:also )?(?:need|get|obtain|have|give)"
    r"(?: to (?:get|obtain|have|give|do|make))? )?(?:the |an? |those |any )?"
    r"(?P<part>[a-z' -]{3,40}?)(?: (?:required|needed|necessary|mandatory|compulsory))?[?. ]*"
)
_LONGEST = 24
"""Characters of a text that names a part of what was told and nothing else; English has thrice as
many."""


class _Same(msgspec.Struct, frozen=True):
    """What laws, gists and visitors call the same, each in words of its own: how it is asked for,
    and how it is said."""

    asked: re.Pattern[str]
    said: re.Pattern[str]


_PERSONS = _Same(
    re.compile(
        r"直接负责的?主管人员?|(?:其他)?(?:直接)?责任人员?|主管人员?|负责人|相关人员|经办人|个人(?!信息)"
        r"|高管|领导|老板|法定代表人|法人代表|法人"
        r"|persons? in charge|responsible (?:persons?|people|staff)|individuals?|managers?"
        r"|executives?|directors?|persons?"
    ),
    re.compile(r"责任人|主管(?!部门|机关)|负责人|responsible persons?|person in charge"),
)
_REFUSING = _Same(
    re.compile(
        r"(?:拒绝?|不肯|一直)?不(?:肯)?改正?|拒绝改正|屡教不改"
        r"|refus\w*(?: to correct)?|uncorrected"
    ),
    re.compile(r"不肯?改|if refused|uncorrected|not corrected"),
)
_GRAVEST = _Same(*(re.compile(r"特别严重|especially serious"),) * 2)
_GRAVE = _Same(
    re.compile(
        r"(?:情节|后果|情况|造成)?(?:比较|很|较)?(?:严重|重)(?:后果|情[形况节]|违法)?"
        r"|serious(?: cases?| breach\w*)?|grave(?: cases?)?"
    ),
    re.compile(r"严重|较重|serious|grave|harmful"),
)
_ORGANISATION = _Same(
    *(re.compile(r"单位|公司|企业|\b(?:compan(?:y|ies)|organi[sz]ations?|units?)\b"),) * 2
)
_OF_A_BREACH = (_PERSONS, _REFUSING, _GRAVEST, _GRAVE)
"""What each article says of its own breach."""


class ToldLaw:
    """Looks for what an ellipsis asks in the articles told before. Built once."""

    def __init__(self, register: Register, segmenter: Segmenter) -> None:
        self._register = register
        self._segmenter = segmenter

    def held(
        self, text: str, told: Sequence[Told], day: date, *, wholly: bool = False
    ) -> LawFinding | None:
        """The rules of the told articles that say what a normalised text asks for; else the one
        article of their law that says it of all its breaches; else ``None``. ``wholly``: they say
        it by its very name."""
        part = part_asked(text)
        if not part:
            return None
        rules = [r for law, article in told for r in self._register.rules_at(law, article, day)]
        if wholly:
            rules = [r for r in rules if _names(normalise(f"{r.gist} {r.english}"), part)]
        found = [r for r in rules if self._says(normalise(f"{r.gist} {r.english}"), part)]
        if not found and any(is_penal(r) for r in rules) and not _classed(part):
            found = self._of_the_law(part, {law for law, _ in told}, day)
        return self._finding(found, day)

    def says(self, answer: str, text: str) -> bool:
        """Whether an answer says what a normalised text asks for."""
        part = part_asked(text)
        return bool(part) and self._says(normalise(answer), part)

    def _says(self, said: str, part: str) -> bool:
        rest, classed = part, False
        for same in (*_OF_A_BREACH, _ORGANISATION):
            if same.asked.search(rest) is not None:
                if same.said.search(said) is None:
                    return False
                rest, classed = same.asked.sub(" ", rest), True
        words = words_of(rest, self._segmenter)
        return bool(words or classed) and all(_names(said, word) for word in words)

    def _of_the_law(self, part: str, laws: set[str], day: date) -> list[Rule]:
        """The rules of one article that punish whatever breach is meant."""
        found = [
            rule
            for law in sorted(laws)
            for rule in self._register.rules_of(law, day)
            if is_penal(rule) and not rule.punishes and self._says(normalise(rule.gist), part)
        ]
        return found if len({(r.law, r.article) for r in found}) == 1 else []

    def _finding(self, rules: Iterable[Rule], day: date) -> LawFinding | None:
        by_article: dict[Told, list[Rule]] = {}
        for rule in dict.fromkeys(rules):
            by_article.setdefault((rule.law, rule.article), []).append(rule)
        found = [
            LawFinding("found", law.title, article, day, law, tuple(held))
            for (name, article), held in by_article.items()
            if (law := self._register.laws.get(name)) is not None
        ]
        if not found:
            return None
        return msgspec.structs.replace(found[0], also=tuple(found[1:MOST]))


def part_asked(text: str) -> str:
    """The part of something told before that a normalised text names and asks nothing else of;
    empty where it does not."""
    english = is_english(text)
    if len(text) > _LONGEST * (3 if english else 1):
        return ""
    read = (_PART_ENGLISH if english else _PART).fullmatch(text.strip())
    return read["part"] if read is not None else ""


def _names(said: str, word: str) -> bool:
    """Whether a text says a word; one of Latin letters begins where a word does."""
    if word.isascii():
        return re.search(rf"\b{re.escape(word)}", said) is not None
    return within(word, said)


def _classed(part: str) -> bool:
    return any(same.asked.search(part) is not None for same in _OF_A_BREACH)
