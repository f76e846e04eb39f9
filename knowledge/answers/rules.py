"""Law by look-up: an article by its number, on a day; where it moved; what does not exist.

Every outcome is said plainly. An article whose text is in doubt is never quoted, and "does not
exist" is said only where the law is known whole and the number is above the last.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Literal

import msgspec

from knowledge.answers.law_names import names_of, of_its_year, title_before, year_of
from knowledge.answers.statutes import StatuteBook, Wording
from knowledge.quantities import chinese_number, day_of, quantities
from knowledge.search.entities import EntityIndex, Mention
from knowledge.text import normalise
from knowledge.types import Law, Rule

Status = Literal["found", "moved", "absent", "not_held", "no_gist", "ended", "about_law"]

_ARTICLE = re.compile(
    r"第([1-9]\d{0,3})条(?:之\d+|之一)?(?:第(\d{1,2})款)?|article\s*([1-9]\d{0,3})(?!\d)",
    re.IGNORECASE,
)
_BARE_ARTICLE = re.compile(r"[》)]?的?(?<!\d)([1-9]\d{0,3})条(?!例)(?:第(\d{1,2})款)?")
"""A number without 第 is an article only right behind the law's name: 那一条 and 几条 are none."""
_ELLIPSIS = re.compile(
    r"(?:那么?|还有|然后)?[,\s]*([1-9]\d{0,3})条(?:呢|讲什么|是什么|怎么说|说什么)?[?？。]?"
)
_OF = re.compile(r"\s*(?:\(\d+\)\s*)*(?:of|in|from|under|,)\s+(?:the\s+)?(?:chinese?'?s?\s+)?$")
_REACH = 12
"""Characters that may stand between a law's name and its article."""
_NOW = re.compile(
    r"(?:现在|如今|新法|修(?:改|正|订)后|现行)[^，。？?]{0,6}(?:哪一?条|第?几条|哪里|哪儿)"
    r"|改成|变成|新的?条号|调整到|挪到|对应"
    r"|\b(?:old|former|previous|original)\b.*\b(?:now|today|become|became|moved|current)\b"
    r"|\b(?:now|today|current)\b.*\b(?:old|former|previous|original)\b"
)
_BEFORE = re.compile(r"以前|原来|旧法|修(?:改|正|订)前|之前是|老法|曾经")
_WHICH = re.compile(r"第几条|哪一?条|几条|which article|what article|what number", re.IGNORECASE)
_WHEN = re.compile(r"什么时候|何时|哪天|几号|哪年|施行|生效|实施|日期|when|effective")
_COUNT = re.compile(r"(?:多少|几|总共有?多少)条|how many articles")
_SINCE = re.compile(r"起|以来|以后|之后|后|至今|开始")
_UNTIL = re.compile(r"以前|之前|前(?!后)")
_PERIOD_END = re.compile(r"年?[底末]")
MOST = 3
"""Articles that are looked up for one question."""
_WHO = re.compile(
    r"谁(?:发布|制定|出台|颁布)|哪个(?:部门|机关)(?:发布|制定|出台)|发布机关|制定机关"
)


class LawFinding(msgspec.Struct, frozen=True):
    """What looking up a law gave. ``rules`` is empty unless found or moved. ``also``: what the
    question asks of further articles, in its order. ``part``: 1 for 第N条之一. ``wording``: the
    article word for word, where it may be quoted on the day; ``paragraph``: the one asked for."""

    status: Status
    title: str
    article: int | None
    day: date
    law: Law | None = None
    rules: tuple[Rule, ...] = ()
    other_version: Law | None = None
    aspect: str = ""
    also: tuple[LawFinding, ...] = ()
    part: int = 0
    paragraph: int | None = None
    wording: Wording | None = None
    doubtful: bool = False
    last: int | None = None


class LawBook:
    """All law versions and rules of a pack, ready for look-up by day."""

    def __init__(
        self,
        laws: Mapping[str, Law],
        rules: Mapping[str, Rule],
        texts: StatuteBook | None = None,
    ) -> None:
        self.laws = laws
        self.texts = texts or StatuteBook({}, laws)
        self._by_article: dict[tuple[str, int], list[Rule]] = {}
        self._former: dict[tuple[str, int], list[Rule]] = {}
        for rule in rules.values():
            self._by_article.setdefault((rule.law, rule.article), []).append(rule)
            for former in rule.former:
                self._former.setdefault((former.law, former.article), []).append(rule)
        self._versions: dict[str, list[Law]] = {}
        for law in laws.values():
            self._versions.setdefault(law.family or law.id, []).append(law)
        self._named: dict[str, list[str]] = {}
        """Ids of the versions that a name means: 旧网安法 means one of two."""
        for law in laws.values():
            for name in names_of(law):
                self._named.setdefault(normalise(name), []).append(law.id)
        self.names = EntityIndex(
            (name, law.family or law.id) for law in laws.values() for name in names_of(law)
        )

    def rules_at(self, law: str, article: int, day: date) -> tuple[Rule, ...]:
        """The gists of an article that hold on a day."""
        return tuple(r for r in self._by_article.get((law, article), ()) if self.holds(r, day))

    def holds(self, rule: Rule, day: date) -> bool:
        """Whether a rule is in force on a day (an unknown start counts as in force)."""
        law = self.laws.get(rule.law)
        start = rule.effective_from or (law.effective_from if law else None)
        end = rule.effective_to or (law.effective_to if law else None)
        return (start is None or start <= day) and (end is None or day <= end)

    def version_on(self, family: str, day: date) -> Law | None:
        """The version of an act in force on a day, else ``None``. Where several are, the latest."""
        for law in self._newest_first(family):
            after = law.effective_from is None or law.effective_from <= day
            if after and (law.effective_to is None or day <= law.effective_to):
                return law
        return None

    def _newest_first(self, family: str) -> list[Law]:
        return sorted(
            self._versions.get(family, ()), key=lambda v: v.effective_from or date.min, reverse=True
        )

    def look_up(self, question: str, today: date) -> LawFinding | None:
        """What a question asks of laws by name, or ``None`` when it asks nothing of the kind."""
        text = normalise(question)
        mentions = self.names.link(text)
        if not mentions:
            return self._not_held(text, _ARTICLE.search(text), today)
        day = asked_day(text, today)
        asked = _asked(text, mentions)
        found: list[LawFinding] = []
        for mention, number, paragraph in asked:
            finding = self._article(text, mention, number, day=day, today=today)
            found.append(self._worded(_only(finding, paragraph), paragraph, _part(text, number)))
        if found:
            return msgspec.structs.replace(found[0], also=tuple(found[1:MOST]))
        if _ARTICLE.search(text):
            return None
        return self._about(text, mentions[0].entity, day)

    def follow_up(self, question: str, earlier: Sequence[str], today: date) -> LawFinding | None:
        """What an ellipsis asks after questions about a law: another article of it (那第八条呢),
        or the same one on another day (那2025年呢). ``earlier``: oldest first."""
        text = normalise(question)
        if self.names.link(text):
            return None
        article = _ARTICLE.search(text) or _ELLIPSIS.fullmatch(text)
        if article is None and _WHICH.search(text):
            return self._numbered(text, earlier, today)
        day = next((q for q in quantities(text) if q.kind == "date"), None)
        if article is None and day is None:
            return None
        for before in reversed([normalise(e) for e in earlier]):
            mentions = self.names.link(before)
            if mentions and article is not None:
                number = next(g for g in article.groups() if g)
                return self.look_up(f"{before[: mentions[-1].end]}第{number}条", today)
            if mentions and day is not None:
                finding = self.look_up(f"{text[day.start : day.end]}时，{before}", today)
                return finding if finding is not None and finding.article is not None else None
            if not _ARTICLE.search(before) and not _ELLIPSIS.fullmatch(before):
                return None
        return None

    def _numbered(self, text: str, earlier: Sequence[str], today: date) -> LawFinding | None:
        """The number in another version of the article that was spoken of last, where the text
        names that version by its year (它在2016年的文本里是第几条) or as the one before."""
        number = ""
        for before in reversed([normalise(e) for e in earlier]):
            article = _ARTICLE.search(before) or _ELLIPSIS.fullmatch(before)
            number = number or next((g for g in article.groups() if g), "") if article else number
            mentions = self.names.link(before)
            if not number or not (mentions or article):
                return None
            if not mentions:
                continue
            older = self._newest_first(mentions[-1].entity)[1:]
            asked = _BEFORE.search(text) or any(of_its_year(v, text) for v in older)
            name = before[mentions[-1].start : mentions[-1].end]
            return self.look_up(f"{name}第{number}条以前是第几条", today) if asked else None
        return None

    def _article(
        self, text: str, mention: Mention, number: int, *, day: date, today: date
    ) -> LawFinding:
        versions = self._newest_first(mention.entity)
        named = self._named_version(text, mention, versions)
        law = named or self.version_on(mention.entity, day)
        if law is None:
            # The text of a year is the version of that year, though it came into force later.
            named = law = next((v for v in versions if of_its_year(v, text)), None)
        if law is None:
            nearest = _nearest(versions, day)
            rules = self._by_article.get((nearest.id, number), [])
            return LawFinding("ended", nearest.title, number, day, nearest, tuple(rules))
        if named is not None:
            # A version asked for by name is told as it stood while it was in force.
            day = _within(named, day)
        older = [v for v in versions if v.id != law.id]
        if _NOW.search(text) and older:
            # "第21条现在是哪条" speaks of the number in an older version.
            current = self.version_on(mention.entity, today) or law
            for version in (v for v in versions if v.id != current.id):
                former = self._former.get((version.id, number), ())
                moved = [r for r in former if r.law == current.id]
                if moved and named in (None, version):
                    title = current.title
                    return LawFinding("moved", title, number, today, current, tuple(moved), version)
        rules = self.rules_at(law.id, number, day)
        last = law.articles or self.texts.last(law.id)
        if last is not None and number > last:
            return LawFinding("absent", law.title, number, day, law, last=last)
        if _BEFORE.search(text) and rules and rules[0].former:
            old = self.laws.get(rules[0].former[0].law)
            return LawFinding("found", law.title, number, day, law, rules, old)
        if not rules:
            return LawFinding("no_gist", law.title, number, day, law)
        return LawFinding("found", law.title, number, day, law, rules)

    def _worded(self, finding: LawFinding, paragraph: int | None, part: int) -> LawFinding:
        """A finding with the words of its article. The gists are of whole numbers: for 第N条之一
        only its own words answer."""
        law, number = finding.law, finding.article
        if law is None or number is None or finding.status not in ("found", "no_gist"):
            return finding
        if part:
            finding = msgspec.structs.replace(finding, status="no_gist", rules=(), part=part)
        wording = self.texts.wording(law.id, number, part, day=finding.day)
        return msgspec.structs.replace(
            finding,
            status=finding.status if wording is None else "found",
            paragraph=paragraph,
            wording=wording,
            doubtful=self.texts.doubtful(law.id, number, part),
        )

    def _named_version(self, text: str, mention: Mention, versions: list[Law]) -> Law | None:
        if len(versions) < 2:
            return None
        named = self._named.get(text[mention.start : mention.end], [])
        if len(named) == 1:
            return self.laws[named[0]]
        for law in versions:
            if re.search(rf"{year_of(law)}(?:年)?(?:的|版|文本|原文|修正|通过)", text):
                return law
        if re.search(r"旧版|旧法|老版|老法|原文本|修(?:改|正|订)前", text):
            return versions[-1]
        return None

    def _about(self, text: str, family: str, day: date) -> LawFinding | None:
        versions = self._newest_first(family)
        law = self.version_on(family, day) or _nearest(versions, day)
        rest = text
        for name in sorted({n for v in versions for n in names_of(v)}, key=len, reverse=True):
            rest = rest.replace(normalise(name), "")
        rest = re.sub(r"(?<!\d)\d{4}年(?:\d{1,2}月(?:\d{1,2}[日号])?)?时?", "", rest)
        rest = re.sub(r"[《》？?，,。的是从年月日呢啊吗一共总共 ]", "", rest)
        for aspect, pattern in (("count", _COUNT), ("when", _WHEN), ("who", _WHO)):
            if pattern.search(rest) and len(pattern.sub("", rest)) <= 4:
                return LawFinding("about_law", law.title, None, day, law, aspect=aspect)
        return None

    def _not_held(self, text: str, article: re.Match[str] | None, today: date) -> LawFinding | None:
        if article is None:
            return None
        title = title_before(text, article.start())
        if not title:
            return None
        number = int(article.group(1) or article.group(3))
        return LawFinding("not_held", title, number, today)


def _asked(text: str, mentions: list[Mention]) -> list[tuple[Mention, int, int | None]]:
    """The articles that a text asks for, each with the law that it belongs to: the one whose name
    stands right before it, or in English right behind it. 第55条、第56条 share one name."""
    found: list[tuple[Mention, int, int | None]] = []
    last: tuple[Mention, int] | None = None
    for start, end, number, paragraph in _articles(text, mentions):
        mention = next((m for m in reversed(mentions) if m.end <= start), None)
        behind = next((m for m in mentions if _OF.fullmatch(text[end : m.start])), None)
        if behind is not None:
            found.append((behind, number, paragraph))
            last = (behind, end)
            continue
        if mention is None:
            continue
        between = text[mention.end : start]
        if last is not None and last[0] == mention:
            joined = re.fullmatch(
                r"\s*(?:和|与|、|及|以及|跟|,|and|或|至|到)+\s*", text[last[1] : start]
            )
        else:
            close = re.sub(r"^[》)]*\s*[，,]\s*$", "", between)
            joined = len(close) <= _REACH and not re.search(r"[，。？；,?;]", close)
        if joined:
            found.append((mention, number, paragraph))
            last = (mention, end)
    return list(dict.fromkeys(found))


def _articles(text: str, mentions: list[Mention]) -> list[tuple[int, int, int, int | None]]:
    """The articles named in a text, in order: start, end, number, paragraph."""
    found: dict[int, tuple[int, int, int, int | None]] = {}
    for match in _ARTICLE.finditer(text):
        number, paragraph = int(match.group(1) or match.group(3)), match.group(2)
        paragraph = int(paragraph) if paragraph else None
        found[match.start()] = (match.start(), match.end(), number, paragraph)
    for mention in mentions:
        match = _BARE_ARTICLE.match(text, mention.end)
        while match is not None:
            paragraph = int(match.group(2)) if match.group(2) else None
            found[match.start()] = (match.start(), match.end(), int(match.group(1)), paragraph)
            further = re.compile(r"(?:和|与|、|及|以及|跟)").match(text, match.end())
            match = _BARE_ARTICLE.match(text, further.end()) if further else None
    inside = {p for m in mentions for p in range(m.start, m.end)}
    return [found[place] for place in sorted(found) if place not in inside]


def _part(text: str, number: int) -> int:
    """The 之-number that a text gives an article: 第120条之一 → 1."""
    match = re.search(rf"第{number}条之([1-9]\d?|[一二三四五六七八九十]{{1,2}})(?!般)", text)
    if match is None:
        return 0
    numeral = match.group(1)
    return int(numeral) if numeral.isdecimal() else chinese_number(numeral) or 0


def _only(finding: LawFinding, paragraph: int | None) -> LawFinding:
    """The finding with the rules of the paragraph that is asked for, where there are any."""
    rules = tuple(r for r in finding.rules if paragraph is not None and r.paragraph == paragraph)
    return msgspec.structs.replace(finding, rules=rules) if rules else finding


def _nearest(versions: list[Law], day: date) -> Law:
    """Of versions none of which is in force on a day, the last that had been, else the first that
    was to come."""
    for law in versions:
        if law.effective_from is None or law.effective_from <= day:
            return law
    return versions[-1]


def _within(law: Law, day: date) -> date:
    """The day, or the nearest one on which the law was in force."""
    if law.effective_to is not None and day > law.effective_to:
        return law.effective_to
    if law.effective_from is not None and day < law.effective_from:
        return law.effective_from
    return day


def asked_day(question: str, today: date) -> date:
    """The day that a question names (``2024年时``), else today. 以前 is the day before, 年底 or
    月底 the last one; from a day on (起) means today."""
    text = normalise(question)
    for quantity in quantities(text):
        day = day_of(quantity)
        if day is None:
            continue
        behind = text[quantity.end : quantity.end + 4].removeprefix("的").lstrip()
        if behind.startswith(("版", "文本", "修正", "原文", "通过", "修订", "公布", "发布")):
            continue
        if _SINCE.match(behind):
            return max(day, today)
        if _PERIOD_END.match(behind) and int(quantity.value) % 100 == 0:
            month = int(quantity.value) // 100 % 100 or 12
            return date(day.year, month, monthrange(day.year, month)[1])
        return day - timedelta(days=1) if _UNTIL.match(behind) else day
    return today
