"""The ground of the reply before in words: the laws and sources on which it rests, and who punishes
a breach of them, as far as they say it. Their dates are told as those of any law."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import msgspec

from dialog.phrases import phrase
from dialog.reply.law_places import article_name, chinese_numeral, rule_lines
from dialog.reply.policy import OfTold
from dialog.reply.said_before import Repeated
from dialog.reply.said_forms import says_where
from dialog.reply.words import Frame, Line, Words, heaviest
from knowledge.answers.citing import plain_title
from knowledge.types import DecisionTable, Law, Origin, Rule, Source

_NAMED = 3
"""Laws or sources that are named in one sentence, and places of each."""


class GroundWriter:
    """Writes the ground of a reply from one snapshot in one language."""

    def __init__(self, frame: Frame) -> None:
        self._frame = frame

    def basis(self, told: OfTold) -> Words:
        """On what the reply before rests."""
        named, more = self._named(told.origins)
        line = self._line("told_rests_on_more" if more else "told_rests_on", named=named)
        return Words(
            "answered",
            (line,),
            "told",
            sources=self._frame.cite(told.origins),
            entries=told.entries,
            intent="compliance",
        )

    def repeated(self, said: Repeated) -> Words:
        """A sentence that was told before and settles what is asked, with what it rests on."""
        told, test = said.told, said.form == "degree"
        if said.again:
            line = self._line("as_before")
            return Words("partial", (line,), "said", entries=told.entries, intent="compliance")
        opening = {"degree": "said_test", "beyond": "said_near"}.get(said.form, "said_before")
        opening = "said_on_card" if said.shown else opening
        quoted = (told, *said.more)
        lines = [self._line(opening), *(Line(t.text, language=t.language) for t in quoted)]
        origins = tuple(dict.fromkeys(o for t in quoted for o in t.origins))
        places = {(o.law or o.source, o.article, o.section) for o in origins}
        if len(places) == 1 and not any(says_where(t.text) for t in quoted):
            named, _ = self._named(origins)
            lines.append(self._line("said_rests_on", named=named))
        if test:
            lines.append(self._line("said_test_open"))
        beyond = said.form == "beyond"
        if beyond:
            lines.append(self._line("card_beyond" if said.shown else "said_beyond"))
        return Words(
            "partial" if beyond else "answered",
            tuple(lines),
            "said",
            sources=self._frame.cite(origins),
            entries=told.entries,
            advice=told.advice,
            intent="compliance",
            chinese_only=self._frame.english and told.language == "zh",
        )

    def why(self, told: OfTold) -> Words:
        """Why that holds which was told: the row of a table that its case meets, what the article
        says from which that follows, and on what it rests."""
        basis = self.basis(told)
        tables = self._frame.snapshot.pack.all(DecisionTable)
        table = tables.get(told.entries[0])
        rows = [row for row in table.rows if row.id in told.entries] if table is not None else []
        if len(rows) != 1:
            return basis if rows else self._as_law_says(told, basis)
        english = self._frame.english and rows[0].conclusion_english
        met = Line(english or rows[0].conclusion, language="en" if english else "zh")
        gists = self._gists(rows[0].sources[:1])
        lines = (self._line("told_why"), met, *gists, *basis.lines)
        return msgspec.structs.replace(basis, lines=lines, advice=True)

    def _as_law_says(self, told: OfTold, basis: Words) -> Words:
        """What the articles say from which follows what was told."""
        gists = self._gists(told.origins)[:_NAMED]
        if not gists:
            return basis
        lines = (*basis.lines, self._line("told_as_law_says"), *gists)
        return msgspec.structs.replace(basis, lines=lines)

    def gist(self, told: OfTold) -> Words:
        """The gists of the articles on which the reply before rests; their whole words are left to
        the official text."""
        basis = self.basis(told)
        gists = self._gists(told.origins)
        if not gists:
            return basis
        lines = (*gists[:_NAMED], self._line("told_gist_only"))
        return msgspec.structs.replace(basis, lines=lines)

    def _gists(self, origins: Sequence[Origin]) -> list[Line]:
        """What the articles among what something rests on say, each once."""
        pack = self._frame.snapshot.pack
        laws, told = pack.all(Law), list[Line]()
        places = ((o.law, o.article, o.item) for o in origins if o.article)
        for law, article, item in dict.fromkeys(places):
            held = pack.all(Rule).values()
            rules = [
                rule
                for rule in held
                if (rule.law, rule.article) == (law, article) and item in ("", rule.item)
            ]
            said = rule_lines(rules, laws[law], english=self._frame.english)
            told.extend(Line(text, language=language) for text, language in said)
        return told

    def authority(self, told: OfTold) -> Words:
        """Who punishes a breach of what was told; else who is in charge of that law; else that it
        is not known."""
        enforcers = told.enforcers
        if enforcers is None:
            return self._not_held("told_nobody_named", told)
        frame, rules = self._frame, enforcers.rules
        law = frame.snapshot.pack.all(Law)[rules[0].law]
        said = rule_lines(rules, law, english=frame.english)
        opening = self._line("told_punished_by" if enforcers.punishes else "told_in_charge")
        return Words(
            "answered" if enforcers.punishes else "partial",
            (opening, *(Line(text, language=language) for text, language in said)),
            "told",
            sources=frame.snapshot.citer.cite_rules(rules, frame.today),
            cards=frame.contact(shown=not enforcers.punishes),
            entries=tuple(r.id for r in rules),
            weight=heaviest(r.weight for r in rules),
            advice=True,
            intent="compliance",
            chinese_only=frame.english and not all(r.english for r in rules),
        )

    def no_penalty(self, told: OfTold) -> Words:
        """That of what was told no penalty is held."""
        return self._not_held("told_no_penalty", told)

    def no_dates(self, told: OfTold) -> Words:
        """That of what was told the first day is not held."""
        return self._not_held("told_no_dates", told)

    def _not_held(self, name: str, told: OfTold) -> Words:
        named, _ = self._named(told.origins)
        return Words(
            "unknown",
            (self._line(name, named=named),),
            "told",
            sources=self._frame.cite(told.origins),
            cards=self._frame.contact(shown=True),
            intent="compliance",
        )

    def _named(self, origins: Iterable[Origin]) -> tuple[str, bool]:
        """The laws and sources by name, each with its places, and whether some are left out."""
        pack, english = self._frame.snapshot.pack, self._frame.english
        groups: dict[str, list[Origin]] = {}
        for origin in origins:
            groups.setdefault(origin.law or origin.source, []).append(origin)
        laws, sources = pack.all(Law), pack.all(Source)
        named = [_name(held, laws, sources, english=english) for held in groups.values()]
        parts = [name for name, _ in named if name][:_NAMED]
        more = len(groups) > _NAMED or any(cut for _, cut in named)
        return _listed(parts, english=english), more

    def _line(self, name: str, **values: str) -> Line:
        language = self._frame.language
        return Line(phrase(name, language, **values), locked=False, language=language)


def in_a_row(said: Sequence[Words]) -> Words:
    """Sides of the same ground, one behind the other."""
    if len(said) == 1:
        return said[0]
    outcomes = {words.outcome for words in said}
    return Words(
        said[0].outcome if len(outcomes) == 1 else "partial",
        tuple(dict.fromkeys(line for words in said for line in words.lines)),
        "told",
        sources=tuple(dict.fromkeys(s for words in said for s in words.sources)),
        cards=tuple(dict.fromkeys(card for words in said for card in words.cards)),
        entries=tuple(dict.fromkeys(e for words in said for e in words.entries)),
        weight=heaviest(words.weight for words in said),
        advice=any(words.advice for words in said),
        intent="compliance",
        chinese_only=any(words.chinese_only for words in said),
    )


def _name(
    origins: Sequence[Origin],
    laws: Mapping[str, Law],
    sources: Mapping[str, Source],
    *,
    english: bool,
) -> tuple[str, bool]:
    """A law with its articles, or a source with its sections, and whether some are left out."""
    law = laws.get(origins[0].law)
    if law is not None:
        numbers = list(dict.fromkeys(o.article for o in origins if o.article))
        return _law_name(law, numbers[:_NAMED], english=english), len(numbers) > _NAMED
    source = sources.get(origins[0].source)
    if source is None:
        return "", False
    sections = list(dict.fromkeys(o.section for o in origins if o.section))
    return _source_name(source, sections[:_NAMED], english=english), len(sections) > _NAMED


def _law_name(law: Law, numbers: Sequence[int], *, english: bool) -> str:
    if english:
        title = law.english or f"《{plain_title(law.title)}》"
        word = "Articles" if len(numbers) > 1 else "Article"
        named = _listed([str(n) for n in numbers], english=True)
        return f"{word} {named} of the {title}" if numbers else f"the {title}"
    if not numbers:
        return f"《{plain_title(law.title)}》"
    further = "".join(f"、第{chinese_numeral(number)}条" for number in numbers[1:])
    return article_name(law, numbers[0]) + further


def _listed(parts: Sequence[str], *, english: bool) -> str:
    if len(parts) < 2:
        return "".join(parts)
    *first, last = parts
    return f"{', '.join(first)} and {last}" if english else f"{'，'.join(first)}，以及{last}"


def _source_name(source: Source, sections: Sequence[str], *, english: bool) -> str:
    places = (", " if english else "、").join(sections)
    if english:
        title = source.number or source.english or f"《{source.title}》"
        return ", ".join(p for p in (title, places) if p)
    inside = "，".join(p for p in (source.number, places) if p)
    return f"《{source.title}》" + (f"（{inside}）" if inside else "")
