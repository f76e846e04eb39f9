"""What a question asks of a law without naming an article: since when, how long, by whom; what it
says of a matter on a day or under which number."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

import msgspec

from knowledge.answers.days import TIME, named_day
from knowledge.answers.law_articles import ASKS_NUMBER
from knowledge.answers.law_figures import fine_asked
from knowledge.answers.law_findings import MOST, NAMED, LawFinding
from knowledge.answers.law_register import Register, nearest, within
from knowledge.answers.law_topics import (
    PENAL,
    articles_of,
    highest_fines,
    is_penal,
    phrases_of,
    prevailing,
    rules_about,
    rules_of_halves,
    rules_saying,
    rules_worded,
    top_fines,
)
from knowledge.search.entities import Mention
from knowledge.text import Segmenter, is_english
from knowledge.types import Law, Rule

_WHEN = re.compile(
    r"什么时候|何时|哪天|几号|哪年|施行|生效|实施|日期|when|effective|in(?:to)?\s?force"
)
_VALID = re.compile(
    r"有效(?!期)|管用|算数|作数|能用|失效|废止|作废|过期|过有效期"
    r"|(?:是不?是)?(?:跟|和|与)?(?:以前|原来|当时|那时)?(?:还?是)?(?:[1一]?样|没变|不变|(?:修?改|修订|修正|变)过?(?:了|没有?|过)*)"
    r"|still\s*(?:valid|(?:in)?\s*force|applicable|(?:the)?\s*same)|unchanged|(?:been\s)?(?:changed|amended|revised)|expired"
    r"|repealed"
)
_COUNT = re.compile(r"(?<!第)(?:多少|几)条|how\s?many\s?articles")
_WHO = re.compile(
    r"谁(?:发布|制定|出台|颁布)|哪个(?:部门|机关)(?:发布|制定|出台)|发布机关|制定机关"
)
_PUBLISHED = re.compile(
    r"(?:什么时候|何时|哪1?天|几号|哪年)(?:才|就|正式)*(?:发布|公布|颁布|出台|印发)"
    r"|(?:发布|公布|颁布|出台|印发)(?:的?(?:日期|时间))?(?:什么时候|何时|哪1?天|几号|哪年)?"
    r"|(?:when|what\s?day).*(?:published|issued|promulgated|announced)"
)
_ASPECTS = (
    ("count", _COUNT),
    ("valid", _VALID),
    ("who", _WHO),
    ("published", _PUBLISHED),
    ("when", _WHEN),
)
_CHAPTER = re.compile(
    r"第\d{1,2}章(?:第?\d{1,2}节)?(?:的?(?:标题|内容|规定)?(?:有哪些条|包括哪些|[讲说写规]定?的?是?(?:了些?)?(?:什么|啥|哪些)?))?"
    r"|(?:what.*)?\bchapter \d{1,2}\b(?:.*\b(?:say|about|cover))?"
)
_SMALL = re.compile(
    r"现在|目前|如今|是否|仍然?|这[条部]|[《》？?，,。的是从到年月日呢啊吗一共总还又已经了 ]"
    r"|\b(?:does|do|did|was|were|the|this|have|has|is|are|in|there|it|of|to|takes?|took|into|comes?|came|enters?"
    r"|entered|effect|act|law|current|start|apply)\b"
)
_STILL = re.compile(r"现在|目前|如今|还|仍|过[吗么没]|了[吗么没]|\b(?:now|still|been)\b")
_YEAR_ALONE = re.compile(r"\b(?:19|20)\d\d\b(?!年)")
_LATER = re.compile(r"那时|当时|后来|\bthen\b")
_FURTHER = re.compile(r"什么|啥|哪|谁|怎|多少|几|\bw(?:hat|ho|hich|here)\b|\bhow\b")
"""A question word that is left over asks something else."""
_LEFT = 4
"""Characters that may be left over."""
_SEVERAL = re.compile(r"哪些|(?<!第)几条|分别")
_FORCE = re.compile(r"施行|生效|实施")


class Matters:
    """Looks up what is asked of a law as a whole, or of a matter in it. Built once."""

    def __init__(self, register: Register, segmenter: Segmenter) -> None:
        self._register = register
        self._segmenter = segmenter

    def look_up(
        self, text: str, mentions: Sequence[Mention], day: date, today: date
    ) -> LawFinding | None:
        """What a normalised text asks of the laws that it mentions."""
        rest = text
        for mention in reversed(mentions):
            rest = rest[: mention.start] + " " + rest[mention.end :]
        times = [*TIME.finditer(rest), *_YEAR_ALONE.finditer(rest)]
        now = len(times) < 2 and not _LATER.search(rest)
        rest = _YEAR_ALONE.sub(" ", TIME.sub(" ", rest))
        family = mentions[0].entity
        name = text[mentions[0].start : mentions[0].end]
        version = self._register.named_version(text, name, family)
        law = version or self._register.version_on(family, day)
        about = self._about(rest, family, law, day)
        if about is None:
            return self._matter(rest, mentions, law, day, today)
        if about.aspect == "valid" and now and _STILL.search(rest):
            about = msgspec.structs.replace(about, day=max(day, today))
        return msgspec.structs.replace(about, dated=about.day != today)

    def of_matter(
        self, law: Law, rules: Sequence[Rule], matter: Sequence[str], today: date
    ) -> LawFinding | None:
        """What a law says of a matter that another one was asked of; that nothing is held of it."""
        if rules:
            told = self._told(tuple(rules), "every", today, today)
            return told or self._named(rules, matter, today, today)
        said = "、".join(matter)
        return LawFinding("no_gist", law.title, 0, today, law, aspect="nothing", matter=said)

    def of_that_day(self, text: str, today: date) -> LawFinding | None:
        """What a rule that has ended since said of a matter, on a day that the text names."""
        day = named_day(text, today)
        if day is None or day >= today:
            return None
        held = self._register
        # What has no first day known may have come later.
        then = [
            r
            for r in held.rules
            if held.holds(r, day) and (r.effective_from or held.laws[r.law].effective_from)
        ]
        found = rules_about(TIME.sub(" ", text), then, held.laws, self._segmenter)
        ended = any(not held.holds(r, today) for r in found)
        return self._told(found, "matter", day, today) if ended else None

    def _about(self, rest: str, family: str, law: Law | None, day: date) -> LawFinding | None:
        small = _SMALL.sub("", rest)
        held = self._register
        law = law or nearest(held.newest_first(family), day)
        if _CHAPTER.search(rest) and len(_SMALL.sub("", _CHAPTER.sub("", rest)).strip()) <= _LEFT:
            return LawFinding("about_law", law.title, None, day, law, aspect="chapter")
        asked: list[str] = []
        for aspect, pattern in _ASPECTS:
            if pattern.search(small):
                asked.append(aspect)
                small = pattern.sub("", small)
        if "valid" in asked and not _FORCE.search(rest):
            # 什么时候失效 is one question.
            asked = [a for a in asked if a != "when"]
        if "published" in asked:
            asked = [a for a in asked if a != "when"]  # Both days are told together.
        if not asked or len(small) > _LEFT or _FURTHER.search(small):
            return None
        changed = held.replaced((r for r in held.rules if r.law == law.id), day)
        told = [
            LawFinding(
                "about_law",
                law.title,
                None,
                day,
                law,
                aspect=aspect,
                replaced=changed if aspect == "valid" else (),
            )
            for aspect in asked
        ]
        return msgspec.structs.replace(told[0], also=tuple(told[1:]))

    def _matter(
        self, rest: str, mentions: Sequence[Mention], law: Law | None, day: date, today: date
    ) -> LawFinding | None:
        held, segmenter = self._register, self._segmenter
        families = list(dict.fromkeys(m.entity for m in mentions))
        present = [r for r in held.rules if held.family(r.law) in families and held.holds(r, today)]
        first = prevailing(rest, present, held.laws, segmenter)
        if first:
            return self._told(first, "conflict", today, today)
        if len(families) != 1 or law is None:
            return None
        day = within(law, day)
        rules = held.rules_of(law.id, day)
        fine = self._fine(rest, rules, day, today)
        if fine is not None:
            return fine
        highest = highest_fines(rest, rules, segmenter)
        if highest:
            return self._told(highest, "highest", day, today)
        asks_number = ASKS_NUMBER.search(rest) is not None
        if day == today and not asks_number:
            return None
        phrases = phrases_of(rest) if asks_number else ()
        halves = rules_of_halves(phrases[0], rules) if len(phrases) == 1 else ()
        if halves:
            return self._named(halves, phrases, day, today)
        found = rules_about(rest, rules, held.laws, segmenter)
        if not found and asks_number:
            worded = rules_worded(rest, rules, segmenter)
            found = worded if len(articles_of(worded)) == 1 else ()
        one = len(articles_of(found)) == 1 and not _SEVERAL.search(rest)
        # In English not every article has words to be found by.
        listed = asks_number and not one and not is_english(rest)
        every = self._every(rest, rules, day, today) if listed else None
        return every or self._told(found, "matter", day, today)

    def _fine(self, rest: str, rules: Sequence[Rule], day: date, today: date) -> LawFinding | None:
        """The rules of a law that name the fine which a question wants confirmed, else the highest
        fines that it has, told for that."""
        fine = fine_asked(rest, [r for r in rules if is_penal(r)])
        if fine is None:
            return None
        if fine.rules:
            return self._told(fine.rules, "matter", day, today)
        told = self._told(top_fines(rules), "no_figure", day, today)
        return told and msgspec.structs.replace(told, matter=fine.said)

    def _every(self, rest: str, rules: Sequence[Rule], day: date, today: date) -> LawFinding | None:
        """All articles of a law that speak of a matter: told where they are few, else named."""
        if PENAL.search(rest):
            return None
        phrases = phrases_of(rest)
        saying = rules_saying(phrases, rules)
        places = articles_of(saying)
        if len(places) <= MOST or len(places) > NAMED:
            return self._told(saying, "every", day, today)
        return self._named(saying, phrases, day, today)

    def _named(
        self, saying: Sequence[Rule], phrases: Sequence[str], day: date, today: date
    ) -> LawFinding | None:
        """The articles that speak of a matter, by their numbers alone."""
        if len(articles_of(tuple(saying))) > NAMED:
            return None
        law = self._register.laws[saying[0].law]
        return LawFinding(
            "about_matter",
            law.title,
            saying[0].article,
            day,
            law,
            tuple(sorted(saying, key=lambda r: r.article)),
            aspect="places",
            dated=day != today,
            matter="、".join(phrases),
        )

    def _told(
        self, rules: tuple[Rule, ...], aspect: str, day: date, today: date
    ) -> LawFinding | None:
        """The rules as a finding, where they are of one law and few enough to be told."""
        places = articles_of(rules)
        if not 0 < len(places) <= MOST or len({law for law, _ in places}) > 1:
            return None
        law = self._register.laws[rules[0].law]
        number = rules[0].article
        return LawFinding(
            "about_matter", law.title, number, day, law, rules, aspect=aspect, dated=day != today
        )
