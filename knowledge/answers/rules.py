"""Law by look-up: an article by its number, on a day; where it moved; what does not exist; what a
breach of it costs; what a law said of a matter.

Every outcome is said plainly. An article whose text is in doubt is never quoted, "does not exist"
is said only where the law is known whole and the number is above the last, and a text whose name is
only like that of a held law is not held.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

import msgspec

from knowledge.answers.days import TIME, full_years, named_day, named_end, years_ago
from knowledge.answers.law_alike import matter_of, on_matter
from knowledge.answers.law_articles import ASKS_NUMBER, BEFORE, NOW, Articles
from knowledge.answers.law_choice import chosen
from knowledge.answers.law_counts import in_order, of_all
from knowledge.answers.law_enforcing import Enforcers, Enforcing, penal_rules
from knowledge.answers.law_findings import MOST, LawFinding
from knowledge.answers.law_following import (
    Standing,
    after,
    asks_likewise,
    asks_more,
    asks_of_it,
    asks_who,
    says_only,
)
from knowledge.answers.law_matters import Matters
from knowledge.answers.law_names import (
    Titles,
    latin_title,
    names_of,
    of_its_year,
    title_before,
    year_of,
)
from knowledge.answers.law_register import Register
from knowledge.answers.law_slips import NameSlips, Slip
from knowledge.answers.law_told import Told, ToldLaw
from knowledge.answers.law_topics import PENAL, is_penal
from knowledge.answers.places import ARTICLE, Place, asked_places, place_of
from knowledge.answers.statutes import StatuteBook
from knowledge.search.entities import EntityIndex, Mention
from knowledge.text import Segmenter, normalise, segmenter_for
from knowledge.types import Law, Rule

_ENDING = 4
"""Characters at their end that the titles of two local laws must share to be called alike."""
_LAST = re.compile(r"最[后末]的?1条(?!款)|末条|(?:\bthe )?\blast article\b")
_NO_ARTICLE = re.compile(r"第\s?0+\s?条|\barticle 0\b")


class LawBook:
    """All law versions and rules of a pack, ready for look-up by day."""

    def __init__(
        self,
        laws: Mapping[str, Law],
        rules: Mapping[str, Rule],
        texts: StatuteBook | None = None,
        segmenter: Segmenter | None = None,
    ) -> None:
        segmenter = segmenter or segmenter_for(())
        self.laws = laws
        self.texts = texts or StatuteBook({}, laws)
        self._register = Register(laws, rules)
        self._articles = Articles(self._register, self.texts, segmenter)
        self._matters = Matters(self._register, segmenter)
        self._told = ToldLaw(self._register, segmenter)
        self._enforcing = Enforcing(self._register)
        self.names = EntityIndex(
            (name, law.family or law.id) for law in laws.values() for name in names_of(law)
        )
        self._titles = Titles(laws.values(), segmenter)
        self._slips = NameSlips(laws.values(), segmenter)

    def holds(self, rule: Rule, day: date) -> bool:
        """Whether a rule is in force on a day (an unknown start counts as in force)."""
        return self._register.holds(rule, day)

    def look_up(self, question: str, today: date) -> LawFinding | None:
        """What a question asks of laws by name, or ``None`` when it asks nothing of the kind."""
        text = _read(question, today)
        slip = self._slip(text)
        found = self._look_up(slip.text if slip is not None else text, today)
        if found is None and (title := latin_title(question)) and not self.names.link(text):
            article = ARTICLE.search(text)
            return article and LawFinding("not_held", title, place_of(article).article, today)
        if found is None or slip is None:
            return found
        return msgspec.structs.replace(found, written=slip.written)

    def _slip(self, text: str) -> Slip | None:
        return None if self.names.link(text) else self._slips.mend(text)

    def _look_up(self, text: str, today: date) -> LawFinding | None:
        linked = self.names.link(text)
        if (whole := of_all(text, self.laws.values(), today)) is not None:
            return whole
        if not linked:
            return self._not_held(text, today) or self._matters.of_that_day(text, today)
        named = [self._titles.read(text, mention) for mention in linked]
        mentions = [n.mention for n in named]
        others = {n.mention: n.title for n in named if n.title}
        if not others and (ends := self._at_an_end(text, linked, today)) is not None:
            return ends
        found: list[LawFinding] = []
        for asked in asked_places(text, mentions):
            if asked.mention in others:
                title = others[asked.mention]
                found.append(self._another(asked.mention, title, asked.place.article, today))
            else:
                found.append(
                    self._articles.look_up(
                        text,
                        asked,
                        day=self._day(text, asked.mention, today),
                        today=today,
                    )
                )
        if found:
            names = [text[m.start : m.end] for m in linked]
            choice = chosen(text, names, found[:MOST])
            return choice or msgspec.structs.replace(found[0], also=tuple(found[1:MOST]))
        if ARTICLE.search(text):
            return None
        for mention, title in others.items():
            return self._another(mention, title, None, today)
        families = list(dict.fromkeys(m.entity for m in mentions))
        versions = [self._register.newest_first(family) for family in families]
        ordered = in_order(text, versions, today)
        day = self._day(text, mentions[0], today)
        return ordered or self._matters.look_up(text, mentions, day, today)

    def _at_an_end(self, text: str, linked: list[Mention], today: date) -> LawFinding | None:
        """The last article of a law, by its number; and none before the first."""
        asked = _LAST.search(text) or _NO_ARTICLE.search(text)
        if asked is None or len({m.entity for m in linked}) > 1:
            return None
        day = self._day(text, linked[0], today)
        law = self._register.version_on(linked[0].entity, day)
        last = self._articles.last(law) if law is not None else None
        if law is None or last is None:
            return None
        if _NO_ARTICLE.search(text):
            return LawFinding("absent", law.title, 0, day, law, last=last)
        place = f"article {last}" if "article" in asked.group() else f"第{last}条"
        return self._look_up(f"{text[: asked.start()]}{place}{text[asked.end() :]}", today)

    def _day(self, text: str, mention: Mention, today: date) -> date:
        """The day that a text asks of a law. Of a year in which a law came, it is the law's first
        day."""
        day = named_day(text, today)
        if day is None or self._register.version_on(mention.entity, day) is not None:
            return day or today
        end = named_end(text, day)
        law = self._register.version_on(mention.entity, end)
        return law.effective_from or end if law is not None else day

    def follow_up(self, question: str, earlier: Sequence[str], today: date) -> LawFinding | None:
        """What an ellipsis asks after questions about a law: another article of it (那第八条呢), a
        paragraph of the same (第二款呢), the next one, or the same on another day (那2025年呢).
        ``earlier``: oldest first."""
        text = normalise(question)
        standing = self._standing(earlier, today)
        if standing is None:
            return None
        if mentions := self.names.link(text):
            return self._likewise(text, mentions, standing, today)
        if asks_who(text):
            return self.look_up(f"{standing.name}{standing.edition}{text}", today)
        if standing.place is not None and asks_more(text):
            return self._whole(standing, today)
        if standing.place is not None and (ASKS_NUMBER.search(text) or says_only(BEFORE, text)):
            return self._number_then(text, standing, today)
        if standing.place is not None and says_only(PENAL, text):
            return self.look_up(standing.breached(), today)
        if asks_of_it(text):
            return self.look_up(f"{standing.spoken_of()}{text}", today)
        moved = after(standing, text, today, last=self._last(standing, today))
        if moved is None:
            return None
        finding = self.look_up(moved.asked(), today)
        return finding if finding is not None and finding.article is not None else None

    def _whole(self, standing: Standing, today: date) -> LawFinding | None:
        """All that is held of the article that was spoken of, be it only of a part of it."""
        place = Place(standing.place.article, standing.place.part) if standing.place else None
        finding = self.look_up(msgspec.structs.replace(standing, place=place).spoken_of(), today)
        if finding is None or finding.status != "found" or finding.wording is not None:
            return finding
        return msgspec.structs.replace(finding, aspect="all")

    def _likewise(
        self, text: str, mentions: Sequence[Mention], standing: Standing, today: date
    ) -> LawFinding | None:
        """What another law says of the matter of the article spoken of, or the same of it that was
        asked of a law as a whole."""
        mention = mentions[0]
        if len(mentions) > 1 or not asks_likewise(text, mention.start, mention.end):
            return None
        here = self.names.link(standing.name)[0].entity
        law = self._register.version_on(mention.entity, today)
        if law is None or here == mention.entity or self._titles.read(text, mention).title:
            return None
        if standing.place is None:
            name = text[mention.start : mention.end]
            return self.look_up(standing.question.replace(standing.name, name), today)
        finding = self.look_up(standing.spoken_of(), today)
        rules = finding.rules if finding is not None else ()
        matter = matter_of(rules)
        penal = any(is_penal(r) for r in rules)
        found = on_matter(matter, self._register.rules_of(law.id, today), penal=penal)
        return self._matters.of_matter(law, found, matter, today) if matter else None

    def breach_of(
        self, told: Sequence[Told], today: date, *, matter: str = ""
    ) -> LawFinding | None:
        """What a breach of articles that were told costs: of the first for which that is known.
        Where its rule names no sum but laws by which it is dealt with, with what these say of it.
        ``matter``: what was told."""
        found: list[LawFinding] = []
        for name, article in told:
            law = self.laws.get(name)
            if law is None:
                continue
            edition = f"{year_of(law)}年版" if law.family else ""
            standing = Standing(normalise(law.title), Place(article), edition=edition)
            finding = self.look_up(standing.breached(), today)
            if finding is not None and finding.status in ("found", "no_gist"):
                found.append(finding)
        penal = next((f for f in found if penal_rules(f)), None)
        if penal is None:
            return found[0] if found else None
        return self._enforcing.with_referred(penal, found, self.names, matter=matter, day=today)

    def dates_of(self, told: Iterable[str], today: date, *, ended: bool) -> LawFinding | None:
        """From when laws apply that were told, by their ids; ``ended``: and whether they do
        still."""
        aspect = "valid" if ended else "when"
        laws = [self.laws[name] for name in dict.fromkeys(told) if name in self.laws]
        found = [
            LawFinding("about_law", w.title, None, today, w, aspect=aspect) for w in laws[:MOST]
        ]
        if not found:
            return None
        return msgspec.structs.replace(found[0], also=tuple(found[1:]))

    def enforced_by(self, told: Sequence[Told], today: date) -> Enforcers | None:
        """Who punishes a breach of articles that were told, as far as their laws say it."""
        return self._enforcing.of(told, today)

    def held_in(
        self, question: str, told: Sequence[Told], today: date, *, wholly: bool = False
    ) -> LawFinding | None:
        """What articles that were told, or else their law, say of the part of them that an ellipsis
        names; ``None`` where it names a law, or nothing that they say. ``wholly``: by its very
        name."""
        text = normalise(question)
        if self.names.link(text):
            return None
        return self._told.held(text, told, today, wholly=wholly)

    def says(self, answer: str, question: str) -> bool:
        """Whether an answer says what an ellipsis asks for that names a part of it."""
        return self._told.says(answer, normalise(question))

    def _standing(self, earlier: Sequence[str], today: date) -> Standing | None:
        """Where in a law a conversation stands; ``None`` when it went on to something else."""
        standing: Standing | None = None
        for before in earlier:
            text = _read(before, today)
            slip = self._slip(text)
            text = slip.text if slip is not None else text
            mentions = self.names.link(text)
            if mentions:
                standing = self._stands(text, mentions, today)
            elif standing is not None and not _of_the_same(text):
                standing = after(standing, text, today, last=self._last(standing, today))
        return standing

    def _stands(self, text: str, mentions: list[Mention], today: date) -> Standing | None:
        asked = asked_places(text, mentions)
        mention = asked[-1].mention if asked else mentions[-1]
        named = self._titles.read(text, mention)
        if named.title:
            return None
        name = text[mention.start : mention.end]
        if named.mention.entity != mention.entity:
            # 深圳的数据条例 is by its short name alone another one.
            mention = named.mention
            name = normalise(self._register.newest_first(mention.entity)[0].title)
        place = asked[-1].place if asked else None
        version = self._register.named_version(text, name, mention.entity)
        if asked and version is None:
            day = named_day(text, today) or today
            version = self._articles.version_asked(text, asked[-1], day=day, today=today)
        edition = f"{year_of(version)}年版" if version is not None else ""
        finding = self.look_up(text, today) if place is not None else None
        moved = finding is not None and finding.status == "moved"
        if finding is not None and moved and (version is None or NOW.search(text)):
            # What was asked of an old number goes on with the present text.
            name, place, edition = finding.title, Place(finding.rules[0].article), ""
        return Standing(name, place, named_day(text, today), edition, TIME.sub("", text))

    def _last(self, standing: Standing, today: date) -> int | None:
        family = self.names.link(standing.name)[0].entity
        law = self._register.version_on(family, standing.day or today)
        return self._articles.last(law) if law is not None else None

    def _number_then(self, text: str, standing: Standing, today: date) -> LawFinding | None:
        """The number in another version of the article that was spoken of last, where the text
        names that version by its year (它在2016年的文本里是第几条) or as the one before."""
        family = self.names.link(standing.name)[0].entity
        older = self._register.newest_first(family)[1:]
        asked = BEFORE.search(text) or any(of_its_year(v, text) for v in older)
        if not asked or standing.place is None:
            return None
        return self.look_up(f"{standing.name}第{standing.place.article}条以前是第几条", today)

    def _another(self, mention: Mention, title: str, number: int | None, today: date) -> LawFinding:
        """A text that is not held, with the held ones whose names are like its name."""
        near = self._register.newest_first(mention.entity)[:1]
        ending = near[0].title[-_ENDING:] if near else ""
        near.extend(
            law
            for law in self.laws.values()
            if "地方" in law.level and law.title.endswith(ending) and law not in near
        )
        return LawFinding("not_held", title, number, today, near=tuple(near[:MOST]))

    def _not_held(self, text: str, today: date) -> LawFinding | None:
        article = ARTICLE.search(text)
        title = title_before(text, article.start()) if article is not None else ""
        if article is None or not title:
            return None
        return LawFinding("not_held", title, place_of(article).article, today)


def _of_the_same(text: str) -> bool:
    """Whether a text asks something of the article before it without leaving it."""
    asks = ASKS_NUMBER.search(text) is not None or says_only(PENAL, text)
    return asks or asks_of_it(text) or asks_who(text) or asks_more(text)


def _read(question: str, today: date) -> str:
    """A question as laws are looked up by it: normalised, with its years written out."""
    return full_years(years_ago(normalise(question), today), today)
