"""Law by look-up: an article by its number, on a day; where it moved; what does not exist.

Every outcome is said plainly. An article whose text is in doubt is never quoted, and "does not
exist" is said only where the law is known whole and the number is above the last.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from typing import Literal

import msgspec

from knowledge.quantities import day_of, quantities
from knowledge.search.entities import EntityIndex
from knowledge.text import normalise
from knowledge.types import Law, Rule

Status = Literal["found", "moved", "absent", "not_held", "no_gist", "ended", "about_law"]

_ARTICLE = re.compile(
    r"第?(\d{1,4})条(?:之\d+)?(?:第(\d{1,2})款)?|article\s*(\d{1,4})", re.IGNORECASE
)
_NAMED = re.compile(r"《([^》]{2,40})》")
_BARE = re.compile(
    r"([\u4e00-\u9fff]{2,20}(?:法|条例|办法|规定|规范|解释|实施细则))(?:》)?的?第?\d+条"
)
_NOW = re.compile(r"现在|如今|改成|变成|新法|修(?:改|正|订)后|新的?条|调整到|挪到|对应")
_BEFORE = re.compile(r"以前|原来|旧法|修(?:改|正|订)前|之前是|老法|曾经")
_WHEN = re.compile(r"什么时候|何时|哪天|几号|哪年|施行|生效|实施|日期|when|effective")
_COUNT = re.compile(r"(?:多少|几|总共有?多少)条|how many articles")
_WHO = re.compile(
    r"谁(?:发布|制定|出台|颁布)|哪个(?:部门|机关)(?:发布|制定|出台)|发布机关|制定机关"
)


class LawFinding(msgspec.Struct, frozen=True):
    """What looking up a law gave. ``rules`` is empty unless found or moved."""

    status: Status
    title: str
    article: int | None
    day: date
    law: Law | None = None
    rules: tuple[Rule, ...] = ()
    other_version: Law | None = None
    aspect: str = ""


class LawBook:
    """All law versions and rules of a pack, ready for look-up by day."""

    def __init__(self, laws: Mapping[str, Law], rules: Mapping[str, Rule]) -> None:
        self.laws = laws
        self._by_article: dict[tuple[str, int], list[Rule]] = {}
        self._former: dict[tuple[str, int], list[Rule]] = {}
        for rule in rules.values():
            self._by_article.setdefault((rule.law, rule.article), []).append(rule)
            for former in rule.former:
                self._former.setdefault((former.law, former.article), []).append(rule)
        self._versions: dict[str, list[Law]] = {}
        for law in laws.values():
            self._versions.setdefault(law.family or law.id, []).append(law)
        self.names = EntityIndex(
            (name, law.family or law.id)
            for law in laws.values()
            for name in (law.title, law.title.removeprefix("中华人民共和国"), *law.short)
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
        """The version of an act in force on a day, else ``None``."""
        for law in self._versions.get(family, ()):
            after = law.effective_from is None or law.effective_from <= day
            if after and (law.effective_to is None or day <= law.effective_to):
                return law
        return None

    def look_up(self, question: str, today: date) -> LawFinding | None:
        """What a question asks of a law by name, or ``None`` when it asks nothing of the kind."""
        text = normalise(question)
        article = _ARTICLE.search(text)
        mention = next(iter(self.names.link(text)), None)
        if mention is None:
            return self._not_held(text, article, today)
        day = asked_day(text, today)
        if article is None:
            return self._about(text, mention.entity, day)
        # The number belongs to the law only when it stands right behind its name.
        between = text[mention.end : article.start()]
        if not 0 <= article.start() - mention.end <= 12 or re.search(r"[，。？；,?;]", between):
            return None
        number = int(article.group(1) or article.group(3))
        return self._article(text, mention.entity, number, day, today)

    def _article(self, text: str, family: str, number: int, day: date, today: date) -> LawFinding:
        versions = sorted(
            self._versions[family], key=lambda v: v.effective_from or date.min, reverse=True
        )
        law = self._named_version(text, versions) or self.version_on(family, day)
        if law is None:
            latest = versions[0]
            rules = self._by_article.get((latest.id, number), [])
            return LawFinding("ended", latest.title, number, day, latest, tuple(rules))
        older = [v for v in versions if v.id != law.id]
        if _NOW.search(text) and older:
            # "第21条现在是哪条" speaks of the number in an older version.
            for version in older:
                moved = [r for r in self._former.get((version.id, number), ()) if r.law == law.id]
                if moved:
                    return LawFinding("moved", law.title, number, today, law, tuple(moved), version)
        rules = self.rules_at(law.id, number, day)
        if law.articles is not None and number > law.articles:
            return LawFinding("absent", law.title, number, day, law)
        if _BEFORE.search(text) and rules and rules[0].former:
            old = self.laws.get(rules[0].former[0].law)
            return LawFinding("found", law.title, number, day, law, rules, old)
        if not rules:
            return LawFinding("no_gist", law.title, number, day, law)
        return LawFinding("found", law.title, number, day, law, rules)

    def _named_version(self, text: str, versions: list[Law]) -> Law | None:
        for law in versions:
            if law.version and len(versions) > 1:
                year = re.search(r"\d{4}", normalise(law.version))
                if year and re.search(rf"{year.group()}(?:年)?(?:的|版|文本|原文|修正|通过)", text):
                    return law
        if len(versions) > 1 and re.search(r"旧版|旧法|老版|原文本", text):
            return versions[-1]
        return None

    def _about(self, text: str, family: str, day: date) -> LawFinding | None:
        law = self.version_on(family, day) or self._versions[family][0]
        rest = text
        for name in sorted((law.title, *law.short), key=len, reverse=True):
            rest = rest.replace(normalise(name), "").replace(
                normalise(name.removeprefix("中华人民共和国")), ""
            )
        rest = re.sub(r"[《》？?，,。的是从年月日呢啊吗一共总共 ]", "", rest)
        for aspect, pattern in (("count", _COUNT), ("when", _WHEN), ("who", _WHO)):
            if pattern.search(rest) and len(pattern.sub("", rest)) <= 4:
                return LawFinding("about_law", law.title, None, day, law, aspect=aspect)
        return None

    def _not_held(self, text: str, article: re.Match[str] | None, today: date) -> LawFinding | None:
        if article is None:
            return None
        named = _NAMED.search(text) or _BARE.search(text)
        if named is None or named.start() > article.start():
            return None
        number = int(article.group(1) or article.group(3))
        return LawFinding("not_held", named.group(1), number, today)


def asked_day(question: str, today: date) -> date:
    """The day that a question names (``2024年时``), else today."""
    text = normalise(question)
    for quantity in quantities(text):
        if quantity.kind == "date":
            behind = text[quantity.end : quantity.end + 2]
            if behind.startswith(("版", "文本", "修正", "原文", "通过")):
                continue
            day = day_of(quantity)
            if day is not None:
                return day
    return today
