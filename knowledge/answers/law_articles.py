"""An article by its number on a day: found, moved, absent, over; what of it is held; what a breach
of it costs."""

from __future__ import annotations

import re
from datetime import date

import msgspec

from knowledge.answers.law_figures import denied_of
from knowledge.answers.law_findings import MOST, LawFinding
from knowledge.answers.law_names import of_its_year
from knowledge.answers.law_register import Register, nearest, within
from knowledge.answers.law_renumbered import Renumbered
from knowledge.answers.law_taken import saying_it, taken_for
from knowledge.answers.law_topics import PENAL, is_penal, penal_by_topic
from knowledge.answers.places import Asked, Place, item_number, outside
from knowledge.answers.statutes import StatuteBook
from knowledge.text import Segmenter
from knowledge.types import Law, Rule

ASKS_NUMBER = re.compile(r"第几条|哪一?1?条|几条|which article|what article|what number")
BEFORE = re.compile(r"以前|原来|旧法|修(?:改|正|订)前|之前是|老法|曾经")
NOW = re.compile(
    r"(?:现在|如今|目前|今天|新(?:法|版|文本|条文)|修(?:改|正|订)[之以]?后|改完|修完|现行)[^,，。;；?？]{0,8}"
    r"(?:哪1?条|第?几条|第几(?![章节款项次版])|哪里|哪儿|[条编序]号|号码|排序)"
    r"|(?<![前来先])(?:排|编|移|调|挪|改|变|换)[到成在为]?(?:了|的是)?(?:第几(?![章节款项次版])|哪1?条|几条|多少条)"
    r"|改成|变成|新的?[条编序]号|调整到|挪到|对应"
    r"|\b(?:old|former|previous|original)\b.*\b(?:now|today|become|became|moved|current)\b"
    r"|\b(?:now|today|current)\b.*\b(?:old|former|previous|original)\b"
)
"""What asks under which number an article stands now."""
_OPENING = r"(?:什么时候|何时|哪1?天|哪年|几号)(?:才|就|开始|起|正式)*(?:施行|生效|实施|执行)"
SINCE = re.compile(
    rf"(?:[条款项]|\d)(?:它|是|从|的|规定|内容|[,，])*{_OPENING}|\bwhen\b.*\b(?:effect|effective|force)\b"
)
PARTS = re.compile(
    r"(?:条|款|\d)(?:它|[1一]共|总共|到底|里面?|下面?|之?下|的|中|规定)*(?:有|分|列|包括|包含|含)?[了成为出]?"
    r"(?:几|多少)个?[款项](?![\u4e00-\u9fff]{2})"
    r"|\bhow many (?:paragraphs|items|sub-?paragraphs)\b"
)


class Articles:
    """Looks articles up. Built once, then only read."""

    def __init__(self, register: Register, texts: StatuteBook, segmenter: Segmenter) -> None:
        self._register = register
        self._texts = texts
        self._segmenter = segmenter
        self._renumbered = Renumbered(segmenter)

    def last(self, law: Law) -> int | None:
        """The number of a law's last article, where it is known."""
        return law.articles or self._texts.last(law.id)

    def look_up(self, text: str, asked: Asked, *, day: date, today: date) -> LawFinding:
        """What a normalised text asks for at a place of a law that is named in it."""
        place = asked.place
        finding = self._numbered(text, asked, day=day, today=today)
        finding = self._made_up(text, self._worded(_only(finding, place), place))
        if finding.status == "found" and finding.wording is None:
            # Where its own words are shown, they say what it is about.
            finding = self._otherwise(text, self._taken(text, finding))
        return self._punished(finding, place) if PENAL.search(text) else finding

    def _taken(self, text: str, finding: LawFinding) -> LawFinding:
        """A finding with what its article is wrongly taken to be about, and where that stands."""
        matter, law = taken_for(text, finding.rules), finding.law
        of_law = self._register.rules_of(law.id, finding.day) if matter and law else ()
        return msgspec.structs.replace(finding, matter=matter, saying=saying_it(matter, of_law))

    def _otherwise(self, text: str, finding: LawFinding) -> LawFinding:
        """A finding with what its article is taken to name, where it names another figure."""
        law = finding.law
        if law is None or finding.matter or finding.whole or finding.aspect:
            return finding
        denial = denied_of(text, law, finding.rules, self._segmenter)
        if denial is None:
            return finding
        return msgspec.structs.replace(finding, denied=denial.said, instead=denial.held)

    def _numbered(self, text: str, asked: Asked, *, day: date, today: date) -> LawFinding:
        held, mention, number = self._register, asked.mention, asked.place.article
        versions = held.newest_first(mention.entity)
        named = self.version_asked(text, asked, day=day, today=today)
        law = named or held.version_on(mention.entity, day)
        if law is None:
            # The text of a year is the version of that year, though it came into force later.
            named = law = next((v for v in versions if of_its_year(v, text)), None)
        if law is None:
            close = nearest(versions, day)
            return LawFinding(
                "ended", close.title, number, day, close, held.every(close.id, number)
            )
        if outside(law.span, number):
            return LawFinding("not_held", law.title, number, day, law, aspect="part")
        if named is not None:
            # A version asked for by name is told as it stood while it was in force.
            day = within(named, day)
        current = held.version_on(mention.entity, today)
        moved_on = self._moved_on(text, asked, law, named=named, today=today)
        if moved_on is not None:
            return moved_on
        last = self.last(law)
        if last is not None and number > last:
            return LawFinding("absent", law.title, number, day, law, last=last)
        rules = held.rules_at(law.id, number, day)
        moved = self._moved(law, number, today)
        silent = (
            not rules and self._texts.wording(law.id, number, asked.place.part, day=day) is None
        )
        if named is not None and moved and current and silent and not PENAL.search(text):
            # Of the old text nothing is held but where it stands now.
            return LawFinding("moved", current.title, number, today, current, moved, law)
        replaced = held.replaced(held.every(law.id, number), day)
        if BEFORE.search(text) and rules and rules[0].former:
            old = held.laws.get(rules[0].former[0].law)
            return LawFinding("found", law.title, number, day, law, rules, old)
        status = "found" if rules or replaced else "no_gist"
        now = tuple(dict.fromkeys(r.article for r in moved))
        return LawFinding(status, law.title, number, day, law, rules, replaced=replaced, now=now)

    def _moved_on(
        self, text: str, asked: Asked, law: Law, *, named: Law | None, today: date
    ) -> LawFinding | None:
        """Where an article stands now whose number is that of an older version: the text asks for
        its present one (第21条现在是哪条), or means what stood under it then."""
        held, number = self._register, asked.place.article
        current = held.version_on(asked.mention.entity, today) or law
        older = [v for v in held.newest_first(asked.mention.entity) if v.id != current.id]
        present = held.rules_at(current.id, number, today)
        for version in (v for v in older if named in (None, v)):
            moved = held.moved_to(version, number, current)
            if moved and NOW.search(text):
                return LawFinding("moved", current.title, number, today, current, moved, version)
            # Of another day, the text of that day is told.
            names = (text[asked.mention.start : asked.mention.end],)
            meant = named is None and law == current
            if meant and self._renumbered.as_it_was(text, names, present, moved):
                finding = LawFinding("moved", current.title, number, today, current, moved, version)
                return msgspec.structs.replace(finding, present=present)
        return None

    def version_asked(self, text: str, asked: Asked, *, day: date, today: date) -> Law | None:
        """The version that a text names: by its year or as old, or by a number as it was."""
        held, mention = self._register, asked.mention
        named = held.named_version(text, text[mention.start : mention.end], mention.entity)
        if named is not None or not asked.former or day != today:
            return named
        law = held.version_on(mention.entity, day)
        return held.before(law) if law is not None else None

    def _moved(self, law: Law, number: int, today: date) -> tuple[Rule, ...]:
        """The rules of today's version that stood under a number in an older one."""
        held = self._register
        current = held.version_on(held.family(law.id), today)
        return held.moved_to(law, number, current) if current and current != law else ()

    def _made_up(self, text: str, finding: LawFinding) -> LawFinding:
        """A finding with the make-up of its article, and with what the text asks of that."""
        law = finding.law
        if law is None or finding.status not in ("found", "no_gist") or finding.part:
            return finding
        wording = finding.wording
        known = wording.make_up if wording else law.paragraphs.get(finding.article or 0, ())
        aspect = "since" if SINCE.search(text) else "parts" if PARTS.search(text) else ""
        return msgspec.structs.replace(finding, make_up=known, aspect=aspect)

    def _worded(self, finding: LawFinding, place: Place) -> LawFinding:
        """A finding with the words of its article. The gists are of whole numbers: for 第N条之一
        only its own words answer."""
        law, number, part = finding.law, finding.article, place.part
        if law is None or number is None or finding.status not in ("found", "no_gist"):
            return finding
        if part:
            finding = msgspec.structs.replace(
                finding, status="no_gist", rules=(), replaced=(), part=part
            )
        wording = self._texts.wording(law.id, number, part, day=finding.day)
        quoted = wording is not None and bool(wording.lines(place.paragraph, place.item))
        return msgspec.structs.replace(
            finding,
            status=finding.status if wording is None else "found",
            # Where the very paragraph can be quoted, the gists of others would only mislead.
            rules=() if quoted and finding.whole else finding.rules,
            whole=finding.whole and not quoted,
            wording=wording,
            doubtful=self._texts.doubtful(law.id, number, part),
        )

    def _punished(self, finding: LawFinding, place: Place) -> LawFinding:
        """A finding with what a breach of its article costs, where the article does not itself say
        what something costs."""
        law, day = finding.law, finding.day
        if law is None or finding.status not in ("found", "no_gist", "moved") or place.part:
            return finding
        if any(is_penal(r) for r in finding.rules):
            return finding
        moved_on = finding.status == "moved"
        number = finding.rules[0].article if moved_on else place.article
        rules = self._register.rules_of(law.id, day)
        named = {r.article for r in rules if number in r.punishes}
        named.update(self._texts.punishing(law.id, number))
        general = {r.article for r in rules if r.punishes_any}
        named = named or (set() if general else penal_by_topic(number, rules))
        articles = named or general
        if not articles and finding.status == "no_gist":
            return finding
        versions = self._register.newest_first(self._register.family(law.id))
        older = None if moved_on else next((v for v in versions if v != law), None)
        moved = self._register.moved_to(older, number, law) if older is not None else ()
        renumbered = tuple(dict.fromkeys(r.article for r in moved if r.article != number))
        return msgspec.structs.replace(
            finding,
            penal=tuple(self._penal(law, a, number, day) for a in sorted(articles)[:MOST]),
            general=not named and bool(articles),
            renumbered=() if named else renumbered,
            other_version=older if renumbered and not named else finding.other_version,
        )

    def _penal(self, law: Law, article: int, breached: int, day: date) -> LawFinding:
        """A penal article with what it says of a breach, rules of other breaches left out."""
        rules = self._register.rules_at(law.id, article, day)
        meant = tuple(r for r in rules if breached in r.punishes or not r.punishes)
        status = "found" if meant else "no_gist"
        return self._worded(LawFinding(status, law.title, article, day, law, meant), Place(article))


def _only(finding: LawFinding, place: Place) -> LawFinding:
    """The finding with the rules of what is asked for in the article; with all of them, marked,
    where none is held of that."""
    finding = msgspec.structs.replace(finding, paragraph=place.paragraph, item=place.item)
    if finding.status != "found" or (place.paragraph is None and place.item is None):
        return finding
    rules = tuple(r for r in finding.rules if _is_of(r, place))
    if rules:
        return msgspec.structs.replace(finding, rules=rules, replaced=())
    # Of an item that is not held, its paragraph tells more than other ones.
    around = tuple(r for r in finding.rules if place.paragraph and r.paragraph == place.paragraph)
    return msgspec.structs.replace(finding, rules=around or finding.rules, whole=True)


def _is_of(rule: Rule, place: Place) -> bool:
    """Whether a rule says what stands in the very paragraph or item that is asked for. A rule of
    an item without its paragraph is of the first one."""
    if place.item is None:
        return rule.paragraph == place.paragraph
    of_paragraph = place.paragraph in (None, rule.paragraph or 1)
    return of_paragraph and item_number(rule.item) == place.item
