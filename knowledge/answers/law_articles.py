"""An article by its number on a day: found, moved, absent, over; what of it is held; what a breach
of it costs."""

from __future__ import annotations

import re
from datetime import date

import msgspec

from knowledge.answers.law_findings import MOST, LawFinding
from knowledge.answers.law_names import of_its_year
from knowledge.answers.law_register import Register, nearest, within
from knowledge.answers.law_topics import PENAL, is_penal
from knowledge.answers.places import Place
from knowledge.answers.statutes import StatuteBook
from knowledge.quantities import chinese_number
from knowledge.search.entities import Mention
from knowledge.types import Law, Rule

ASKS_NUMBER = re.compile(r"第几条|哪一?1?条|几条|which article|what article|what number")
BEFORE = re.compile(r"以前|原来|旧法|修(?:改|正|订)前|之前是|老法|曾经")
NOW = re.compile(
    r"(?:现在|如今|新法|修(?:改|正|订)后|现行)[^，。？?]{0,6}(?:哪1?条|第?几条|哪里|哪儿)"
    r"|改成|变成|新的?条号|调整到|挪到|对应"
    r"|\b(?:old|former|previous|original)\b.*\b(?:now|today|become|became|moved|current)\b"
    r"|\b(?:now|today|current)\b.*\b(?:old|former|previous|original)\b"
)
_NUMBER = re.compile(r"[一二三四五六七八九十]+|\d+")


class Articles:
    """Looks articles up. Built once, then only read."""

    def __init__(self, register: Register, texts: StatuteBook) -> None:
        self._register = register
        self._texts = texts

    def last(self, law: Law) -> int | None:
        """The number of a law's last article, where it is known."""
        return law.articles or self._texts.last(law.id)

    def look_up(
        self, text: str, mention: Mention, place: Place, *, day: date, today: date
    ) -> LawFinding:
        """What a normalised text asks for at a place of the law that a mention in it means."""
        finding = self._numbered(text, mention, place.article, day=day, today=today)
        finding = self._worded(_only(finding, place), place)
        return self._punished(finding, place) if PENAL.search(text) else finding

    def _numbered(
        self, text: str, mention: Mention, number: int, *, day: date, today: date
    ) -> LawFinding:
        held = self._register
        versions = held.newest_first(mention.entity)
        named = held.named_version(text, text[mention.start : mention.end], mention.entity)
        law = named or held.version_on(mention.entity, day)
        if law is None:
            # The text of a year is the version of that year, though it came into force later.
            named = law = next((v for v in versions if of_its_year(v, text)), None)
        if law is None:
            close = nearest(versions, day)
            return LawFinding(
                "ended", close.title, number, day, close, held.every(close.id, number)
            )
        if named is not None:
            # A version asked for by name is told as it stood while it was in force.
            day = within(named, day)
        older = [v for v in versions if v.id != law.id]
        if NOW.search(text) and older:
            # "第21条现在是哪条" speaks of the number in an older version.
            current = held.version_on(mention.entity, today) or law
            for version in (v for v in versions if v.id != current.id):
                moved = held.moved_to(version, number, current)
                if moved and named in (None, version):
                    title = current.title
                    return LawFinding("moved", title, number, today, current, moved, version)
        last = self.last(law)
        if last is not None and number > last:
            return LawFinding("absent", law.title, number, day, law, last=last)
        rules = held.rules_at(law.id, number, day)
        replaced = held.replaced(held.every(law.id, number), day)
        if BEFORE.search(text) and rules and rules[0].former:
            old = held.laws.get(rules[0].former[0].law)
            return LawFinding("found", law.title, number, day, law, rules, old)
        status = "found" if rules or replaced else "no_gist"
        return LawFinding(status, law.title, number, day, law, rules, replaced=replaced)

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
        if law is None or finding.status not in ("found", "no_gist") or place.part:
            return finding
        if any(is_penal(r) for r in finding.rules):
            return finding
        number = place.article
        rules = self._register.rules_of(law.id, day)
        named = {r.article for r in rules if number in r.punishes}
        named.update(self._texts.punishing(law.id, number))
        articles = named or {r.article for r in rules if r.punishes_any}
        if not articles and finding.status == "no_gist":
            return finding
        older = next(
            (v for v in self._register.newest_first(self._register.family(law.id)) if v != law),
            None,
        )
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
    mark = _NUMBER.search(rule.item)
    if mark is None or place.paragraph not in (None, rule.paragraph or 1):
        return False
    number = int(mark.group()) if mark.group().isdecimal() else chinese_number(mark.group())
    return number == place.item
