"""The rulings of decision tables in words: what holds, what was assumed, what is still asked.

In English the reviewed English of a row is said; a row without any is said in Chinese, marked so.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from dialog.messages import Outcome
from dialog.phrases import phrase
from dialog.reply.duties import of_whom
from dialog.reply.of_today import written_day
from dialog.reply.ruling_labels import (
    assumption_in_english,
    condition_of,
    in_words,
    label,
    labels_in_english,
)
from dialog.reply.words import Choices, Frame, Line, Words, heaviest
from knowledge.answers.conditions import rests_on_conditions
from knowledge.answers.kind_inferred import kind_inferred, taken_out
from knowledge.answers.rulings import Of
from knowledge.answers.table_besides import besides_row, duties_already
from knowledge.answers.table_parts import kind_of
from knowledge.answers.table_rows import parting_inputs
from knowledge.answers.table_words import names_value
from knowledge.answers.tables import Ruling
from knowledge.answers.taken_away import tells_whom
from knowledge.answers.vague_counts import bounds
from knowledge.text import normalise
from knowledge.types import Decides, Input, Language, Row, Weight

_RULINGS = 6
"""Conclusions that are told where several may hold."""


class RulingWriter:
    """Writes rulings from one snapshot in one language."""

    def __init__(self, frame: Frame) -> None:
        self._frame = frame

    def write(self, ruling: Ruling) -> Words:
        """The words of a ruling that concludes, may conclude, or asks; before them, what it goes by
        despite what was said last."""
        decides = ruling.table.decides
        if ruling.alone and decides is not None:
            return self._counted(ruling, decides)
        words = self._ruled(ruling)
        first = self._before(ruling)
        other = ruling.other
        if not first:
            return words
        behind = (self._other(ruling, other),) if other is not None else ()
        counted = decides.counted_sources if ruling.counted and decides is not None else ()
        further = (
            *counted,
            *(o for c in ruling.lacking for o in c.sources),
            *(other.sources if other is not None else ()),
        )
        return msgspec.structs.replace(
            words,
            lines=(*first, *words.lines, *behind),
            sources=tuple(dict.fromkeys((*words.sources, *self._frame.cite(further, ruling.day)))),
        )

    def _counted(self, ruling: Ruling, decides: Decides) -> Words:
        """That a case is one of a table, and nothing of the way to go."""
        return Words(
            "answered",
            (self._line(decides.counted, decides.counted_english),),
            "table",
            sources=self._frame.cite(decides.counted_sources, ruling.day),
            entries=(ruling.table.id, *((ruling.row.id,) if ruling.row is not None else ())),
            intent=ruling.table.intent,
        )

    def _before(self, ruling: Ruling) -> tuple[Line, ...]:
        """What is told before a ruling: to what it is given, what it goes by, what is lacking."""
        lines = [self._line(c.said, c.said_english) for c in ruling.lacking]
        if ruling.despite:
            lines.insert(0, self._framed("ruling_despite", named=ruling.despite))
        elif ruling.stays:
            lines.insert(0, self._framed(_staying(ruling), named=ruling.stays))
        if ruling.other is not None:
            lines.insert(0, self._settles(ruling, ruling.other))
        elif (
            ruling.same
            and not ruling.about
            and ruling.row is not None
            and ruling.table.decides is not None
        ):
            decides = ruling.table.decides
            asked = decides.asked_english if self._frame.english else decides.asked
            lines.insert(0, self._framed("ruling_same", asked=asked or decides.asked))
        if ruling.counted and ruling.table.decides is not None:
            decides = ruling.table.decides
            lines.insert(0, self._line(decides.counted, decides.counted_english))
        return tuple(lines)

    def _framed(self, name: str, **values: str) -> Line:
        language = self._frame.language
        return Line(phrase(name, language, **values), locked=False, language=language)

    def _parting(self, ruling: Ruling, other: Row) -> tuple[Input, ...]:
        row = ruling.row
        return parting_inputs(ruling.table, row, other) if row is not None else ()

    def _settles(self, ruling: Ruling, other: Row) -> Line:
        """What parts two rulings that were told."""
        english = self._frame.english
        parting = self._parting(ruling, other)
        named = [(i.label_english if english else "") or i.label for i in parting]
        return self._framed("ruling_settles", parted=("; " if english else "、").join(named))

    def _other(self, ruling: Ruling, other: Row) -> Line:
        """What was told under other conditions, with these."""
        english = self._frame.english and other.conclusion_english != ""
        language: Language = "en" if english else "zh"
        when = [condition_of(i, other, english=english) for i in self._parting(ruling, other)]
        said = other.conclusion_english if english else other.conclusion
        told = phrase(
            "ruling_other", language, when=("; " if english else "；").join(when), conclusion=said
        )
        return Line(told, locked=False, language=language)

    def _ruled(self, ruling: Ruling) -> Words:
        if ruling.periods:
            return self._of_periods(ruling)
        if ruling.row is not None:
            return self._concluded(ruling, ruling.row)
        if ruling.each:
            return self._of_each(ruling)
        if ruling.possible or ruling.ask is None:
            return self._possible(ruling)
        return self._asked(ruling, ruling.ask)

    def _asked(self, ruling: Ruling, ask: Input) -> Words:
        table = ruling.table
        given, asking = ask.ask_english, ask.ask
        if ruling.again:
            given, asking = ask.ask_again_english or given, ask.ask_again or asking
        given = given if self._frame.english else ""
        line = Line(given or asking, locked=False, language="en" if given else "zh")
        without = self._without(ruling)
        already = duties_already(ruling)
        duties = zip(already.duties, already.duties_english, strict=True)
        first = (self._line(f"{duty.rstrip('。')}。", f"{given}.") for duty, given in duties)
        either = ruling.either if ruling.again else ()
        both = [self._of_one(of) for of in either]
        if either and ruling.assumed:
            both.append(self._assumed(ruling))
        cited = (*already.sources, *(o for of in either for o in of.row.sources))
        return Words(
            "clarify",
            (*without, *first, self._number_of_part(ruling, ask) or line, *both),
            "table",
            choices=_labels(ask, english=given != ""),
            sources=self._frame.cite(cited, ruling.day),
            entries=(table.id,),
            intent=table.intent,
            chinese_only=self._frame.english and not given,
        )

    def _without(self, ruling: Ruling) -> tuple[Line, ...]:
        """What was just taken out of the case that is asked about again."""
        named = (", " if self._frame.english else "、").join(taken_out(ruling))
        return (self._framed("ruling_without", named=named),) if named else ()

    def _concluded(self, ruling: Ruling, row: Row) -> Words:
        table, rest = ruling.table, ruling.rest
        if rest is not None and ruling.stricter == "rest":
            row, rest = rest, row  # The stricter of the two is told first.
        row = besides_row(ruling, row, *((rest,) if rest is not None else ()))
        lines = [self._line(row.conclusion, row.conclusion_english)]
        if ruling.assumed or kind_inferred(ruling) is not None:
            lines.append(self._assumed(ruling))
        if ruling.lapsed:
            lines.append(self._lapsed(ruling))
        if ruling.about and not ruling.duty_first:
            lines.append(self._framed("ruling_duty", asked=ruling.about))
        duties = self._duties(row, about=ruling.about, alone=ruling.duty_first)
        lines = [*duties, *lines] if ruling.duty_first else [*lines, *duties]
        if rest is not None:
            lines.extend(self._rest(ruling, rest))
        return Words(
            "unknown" if row.unsettled else "answered",
            tuple(lines),
            "table",
            cards=self._frame.contact(shown=row.unsettled),
            sources=self._frame.cite((*row.sources, *(rest.sources if rest else ())), ruling.day),
            entries=(table.id, row.id),
            weight=_weight(ruling, row.weight),
            advice=True,
            intent=table.intent,
            chinese_only=self._in_part_chinese(lines),
        )

    def _of_periods(self, ruling: Ruling) -> Words:
        """What held in each part of the time that was named, with its days and its duties."""
        lines = [self._framed("ruling_periods")]
        for period in ruling.periods:
            days = (written_day(d, self._frame.language) for d in (period.first, period.last))
            first, last = days
            lines.append(self._framed("ruling_period", first=first, last=last))
            lines.append(self._line(period.row.conclusion, period.row.conclusion_english))
            lines.extend(self._duties(besides_row(ruling, period.row), about=ruling.about))
        if ruling.assumed:
            lines.append(self._assumed(ruling))
        rows = [p.row for p in ruling.periods]
        unsettled = [r.unsettled for r in rows]
        outcome: Outcome = (
            "unknown" if all(unsettled) else "partial" if any(unsettled) else "answered"
        )
        told = [(besides_row(ruling, p.row), p.first) for p in ruling.periods]
        cited = (s for row, first in told for s in self._frame.cite(row.sources, first))
        return msgspec.structs.replace(
            self._resting_on(rows, ruling, outcome, lines), sources=tuple(dict.fromkeys(cited))
        )

    def _of_each(self, ruling: Ruling) -> Words:
        """What holds of each of several things, and then what is to be done, each duty once: first
        those of one thing alone, with its name."""
        each = tuple(
            msgspec.structs.replace(of, row=besides_row(ruling, of.row)) for of in ruling.each
        )
        rows = [of.row for of in each]
        alike = [self._framed("ruling_alike")] if ruling.either else []
        lines = [*alike, *(self._of_one(of) for of in each)]
        if ruling.assumed:
            lines.append(self._assumed(ruling))
        duties = of_whom(each)
        both = msgspec.structs.replace(
            rows[0],
            duties=tuple(duties),
            duties_english=tuple(duties.values()) if all(duties.values()) else (),
        )
        lines.extend(self._duties(both))
        return self._resting_on(rows, ruling, "answered", lines)

    def _of_one(self, of: Of) -> Line:
        """What holds of one of several things, with its name."""
        given = of.label_english and of.row.conclusion_english
        english = given and f"{of.label_english}: {given}"
        return self._line(f"{of.label}：{of.row.conclusion}", english)

    def _resting_on(
        self, rows: Sequence[Row], ruling: Ruling, outcome: Outcome, lines: list[Line]
    ) -> Words:
        """The words of a ruling that rests on several rows."""
        return Words(
            outcome,
            tuple(lines),
            "table",
            sources=self._frame.cite((o for r in rows for o in r.sources), ruling.day),
            entries=(ruling.table.id, *(r.id for r in rows)),
            weight=_weight(ruling, heaviest(r.weight for r in rows)),
            advice=True,
            intent=ruling.table.intent,
            chinese_only=self._in_part_chinese(lines),
        )

    def _rest(self, ruling: Ruling, row: Row) -> Iterator[Line]:
        """What holds of the others where the ruling is on a part, and which is the stricter; that
        of the part where the others come first."""
        english = self._frame.english and row.conclusion_english != ""
        language: Language = "en" if english else "zh"
        said = (row.conclusion_english if english else row.conclusion).rstrip("。.")
        kind = kind_of(ruling.table)
        if ruling.whole is None or kind is None:
            text = phrase("ruling_rest", language, conclusion=said)
            yield Line(text, locked=False, language=language)
            return
        name = self._kind(kind, ruling.whole.get(kind.name, ""), english=english)
        told = "ruling_part_kind" if ruling.stricter == "rest" else "ruling_rest_kind"
        text = phrase(told, language, kind=name, conclusion=said)
        yield Line(text, locked=False, language=language)
        stricter = f"ruling_stricter_{ruling.stricter}".rstrip("_")
        yield Line(phrase(stricter, language), locked=False, language=language)

    def _kind(self, known: Input, value: str, *, english: bool) -> str:
        """What a kind of data is called."""
        return (english and labels_in_english(known, value)) or label(known, value)

    def _number_of_part(self, ruling: Ruling, ask: Input) -> Line | None:
        """The question how many of all are of the kind that was told of a part."""
        kind = kind_of(ruling.table)
        if ruling.whole is None or kind is None or not ask.lower or kind.name not in ruling.slots:
            return None
        low, high = bounds(ruling.whole.get(ask.name, ""))
        if not low or low != high:
            return None
        english = self._frame.english
        language: Language = "en" if english else "zh"
        text = phrase(
            "ruling_part_number",
            language,
            all=f"{low:,}" if english else in_words(low) + ask.unit,
            kind=self._kind(kind, ruling.slots[kind.name], english=english),
        )
        return Line(text, locked=False, language=language)

    def _possible(self, ruling: Ruling) -> Words:
        """The conclusions that may hold where the visitor does not know what was asked."""
        rows = ruling.possible[:_RULINGS]
        unsure = [i for i in ruling.table.inputs if i.name in ruling.unsure]
        english = self._frame.english and all(i.label_english for i in unsure)
        language: Language = "en" if english else "zh"
        named = (
            "; ".join(i.label_english for i in unsure)
            if english
            else "、".join(i.label for i in unsure)
        )
        lines = [
            Line(phrase("ruling_open", language, named=named), locked=False, language=language)
        ]
        for number, row in enumerate(rows, 1):
            given = row.conclusion_english and f"{number}. {row.conclusion_english}"
            lines.append(self._line(f"{number}. {row.conclusion}", given))
        if len(ruling.possible) > len(rows):
            lines.append(Line(phrase("ruling_more", language), locked=False, language=language))
        return self._resting_on(rows, ruling, "partial", lines)

    def _assumed(self, ruling: Ruling) -> Line:
        """What a ruling took for granted, in English where all of it can be said so."""
        inferred = kind_inferred(ruling)
        english = [assumption_in_english(i) for i in ruling.assumed]
        if self._frame.english and all(english):
            kind = [self._taken_for(ruling, *inferred, english=True)] if inferred else []
            text = phrase("ruling_assumes", "en", assumed="; ".join([*kind, *english]))
            return Line(text, locked=False, language="en")
        kind = [self._taken_for(ruling, *inferred, english=False)] if inferred else []
        taken = [i.assumption or f"{i.label}：{label(i, i.assume)}" for i in ruling.assumed]
        text = phrase("ruling_assumes", "zh", assumed="；".join([*kind, *taken]))
        return Line(text, locked=False)

    def _taken_for(
        self, ruling: Ruling, known: Input, words: Sequence[str], *, english: bool
    ) -> str:
        """For which kind the data were taken, and by which words."""
        value = ruling.slots[known.name]
        return phrase(
            "ruling_kind",
            "en" if english else "zh",
            kind=self._kind(known, value, english=english),
            named=(", " if english else "、").join(words),
        )

    def _lapsed(self, ruling: Ruling) -> Line:
        """The reason that was told of other data, which does not count here."""
        known = next(i for i in ruling.table.inputs if i.spares)
        english = labels_in_english(known, ruling.lapsed) if self._frame.english else ""
        reason = english or label(known, ruling.lapsed)
        return self._framed("ruling_lapsed", reason=reason)

    def _duties(self, row: Row, *, about: str = "", alone: bool = False) -> Iterator[Line]:
        """The duties of a row, or those on a thing; ``alone``: without their places."""
        english = row.duties_english or ("",) * len(row.duties)
        for number, (duty, given) in enumerate(zip(row.duties, english, strict=True), 1):
            if about not in normalise(f"{duty}\n{given}"):
                continue
            place = "" if alone else f"{number}. "
            said = given and f"{place}{given.rstrip('.')}."
            yield self._line(f"{place}{duty.rstrip('。')}。", said)

    def _line(self, chinese: str, english: str) -> Line:
        """A text in the visitor's language, where it is there in that."""
        if self._frame.english and english:
            return Line(english, language="en")
        return Line(chinese)

    def _in_part_chinese(self, lines: list[Line]) -> bool:
        return self._frame.english and any(line.language == "zh" for line in lines)


def _labels(asked: Input, *, english: bool) -> Choices:
    """What an input may be, to be tapped."""
    if english and asked.labels_english:
        return Choices(asked.labels_english, "en", asked.labels)
    return Choices(asked.labels, "zh", asked.labels_english)


def _staying(ruling: Ruling) -> str:
    """The frame that names what keeps a case of its kind: people, a thing, or the kind itself."""
    known = kind_of(ruling.table)
    if tells_whom(ruling.stays):
        return "ruling_whose"
    named = known is not None and ruling.stays in names_value(known)
    return "ruling_told" if named else "ruling_stays"


def _weight(ruling: Ruling, weight: Weight) -> Weight:
    """Nobody is glad of what rests on things that the visitor never told."""
    untold = ruling.assumed or rests_on_conditions(ruling.table, ruling.slots)
    return "caution" if untold and weight == "good_news" else weight
