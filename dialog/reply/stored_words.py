"""Stored documents in words: entries, lists, procedures, rules, news, tables' rulings, gaps."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

import msgspec

from dialog.messages import Card
from dialog.phrases import phrase
from dialog.reply.covering import speaks_of_any
from dialog.reply.law_places import rule_lines
from dialog.reply.of_today import of_today
from dialog.reply.pointed import CLOSE, LISTED, OPENED, PROBABLE
from dialog.reply.pointers import PointerWriter
from dialog.reply.policy import Unknown
from dialog.reply.ruling_words import RulingWriter
from dialog.reply.verdict import without_idle_verdict
from dialog.reply.words import Frame, Line, Words
from knowledge.answers.citing import origins_of
from knowledge.answers.table_besides import with_besides
from knowledge.answers.tables import Ruling, rule_on
from knowledge.findings import EACH_STEP
from knowledge.search.targets import Target
from knowledge.types import (
    Claim,
    ClosedList,
    DecisionTable,
    Document,
    Entry,
    Gap,
    Language,
    Law,
    NewsItem,
    Procedure,
    Rule,
    SourceItem,
    Step,
)

_DOES = re.compile(r"(?:提交|审核|备案|签订|评估|交付|验收|组织|牵头|编制)(?:，|$)")
"""Who does what in a step, instead of who does it."""
_NO_MATCH = ("no_match", "no_match_again")
"""What opens a reply that names something as the closest."""


class StoredWriter:
    """Writes what stands in the knowledge as a document, and that something is not known."""

    def __init__(self, frame: Frame) -> None:
        self._frame = frame
        self._pointers = PointerWriter(frame)

    def document(self, document: Document, question: str, *, part: int = 0) -> Words:
        match document:
            case Entry():
                return self._entry(document, question)
            case ClosedList():
                return self._list(document, part)
            case Procedure():
                return self._procedure(document, part)
            case Rule():
                return self._rule(document)
            case NewsItem():
                return self._news(document)
            case DecisionTable():
                return self._table(document, question)
            case Gap():
                return self.unknown(Unknown(1.0, gap=document), 0)
            case _:
                raise TypeError(type(document).__name__)

    def _rests_on(self, document: Document) -> tuple[SourceItem, ...]:
        claims = self._frame.snapshot.pack.all(Claim)
        return self._frame.cite(origins_of(document, claims))

    def _entry(self, entry: Entry, question: str) -> Words:
        english = entry.english if self._frame.english else None
        given = english.answer if english is not None else ""
        language: Language = "en" if given else "zh"
        stored = english.question if english is not None and given else entry.question
        answer = without_idle_verdict(given or entry.answer, question, stored)
        return Words(
            "handoff" if entry.intent == "ask_person" else "answered",
            (Line(answer, language=language),),
            "faq",
            sources=self._rests_on(entry),
            cards=(*self._frame.related(entry.related), *self._frame.contact(shown=entry.contact)),
            entries=(entry.id,),
            weight=entry.weight,
            advice=entry.advice,
            intent=entry.intent,
            chinese_only=self._frame.english and not given,
        )

    def _list(self, listed: ClosedList, part: int) -> Words:
        if part and self._frame.english and listed.english and listed.items[part - 1].english:
            return self._item_in_english(listed, part)
        given = listed.english.answer if self._frame.english and listed.english else ""
        lines: list[Line] = []
        if given:
            lines.append(Line(given, language="en"))
        else:
            count = len(listed.items)
            whole = f"共{count}项：" if listed.complete else f"已知有以下{count}项，可能不全："
            if part:
                opening = phrase("item_of", "zh", part=str(part), listed=listed.name)
                lines.append(Line(opening, locked=False))
            else:
                lines.append(Line(listed.intro or f"{listed.name}{whole}"))
            lines.extend(
                Line(f"{number}. {item.name}{f'：{item.detail}' if item.detail else ''}。")
                for number, item in enumerate(listed.items, 1)
                if part in (0, number)
            )
            if part and not listed.items[part - 1].detail:
                text = phrase("item_unexplained", "zh")
                lines.append(Line(text, "next_step", locked=False))
            if listed.closing and not part:
                lines.append(Line(listed.closing))
        return self._of_list(listed, lines, chinese_only=self._frame.english and not given)

    def _item_in_english(self, listed: ClosedList, part: int) -> Words:
        """One item by its English name; what it is in detail is held in Chinese."""
        item = listed.items[part - 1]
        question = listed.english.question if listed.english else ""
        opening = phrase("item_of", "en", part=str(part), listed=question.rstrip("?"))
        lines = [Line(opening, locked=False, language="en")]
        lines.append(Line(f"{part}. {item.english}.", language="en"))
        if item.detail:
            lines.append(Line(f"{item.name}：{item.detail}。"))
        else:
            text = phrase("item_unexplained", "en")
            lines.append(Line(text, "next_step", locked=False, language="en"))
        return self._of_list(listed, lines, chinese_only=item.detail != "")

    def _of_list(self, listed: ClosedList, lines: Sequence[Line], *, chinese_only: bool) -> Words:
        return Words(
            "answered",
            tuple(lines),
            "list",
            sources=self._rests_on(listed),
            entries=(listed.id,),
            weight=listed.weight,
            advice=listed.advice,
            intent=listed.intent,
            chinese_only=chinese_only,
        )

    def _procedure(self, procedure: Procedure, part: int) -> Words:
        given = procedure.english.answer if self._frame.english and procedure.english else ""
        lines: list[Line] = []
        if given:
            lines.append(Line(given, language="en"))
        else:
            lines.extend(_steps(procedure, part))
            if part == 0 and any(s.documents or s.condition for s in procedure.steps):
                ask = "要看哪一步交什么材料、有什么前提，说“第几步”就行。"
                lines.append(Line(ask, "next_step", locked=False))
        told = procedure.steps[part - 1 : part] if part > 0 else procedure.steps
        return Words(
            "answered",
            tuple(lines),
            "procedure",
            sources=self._rests_on(msgspec.structs.replace(procedure, steps=told)),
            entries=(procedure.id,),
            advice=procedure.advice,
            intent="procedure",
            chinese_only=self._frame.english and not given,
        )

    def _rule(self, rule: Rule) -> Words:
        laws = self._frame.snapshot.pack.all(Law)
        lines = rule_lines((rule,), laws[rule.law], english=self._frame.english)
        return Words(
            "answered",
            tuple(Line(t, language=g) for t, g in lines),
            "rule",
            sources=self._frame.snapshot.citer.cite_rules((rule,), self._frame.today),
            entries=(rule.id,),
            weight=rule.weight,
            advice=True,
            intent="compliance",
            chinese_only=self._frame.english and not rule.english,
        )

    def _news(self, item: NewsItem) -> Words:
        return Words(
            "answered",
            (Line(item.summary),),
            "news",
            sources=self._rests_on(item),
            entries=(item.id,),
            intent="news",
            chinese_only=self._frame.english,
        )

    def _table(self, table: DecisionTable, question: str) -> Words:
        """A table whose inputs are not all known yet asks for the first that is missing."""
        ruling = rule_on(table, [question], self._frame.today)
        return self.ruling(with_besides(ruling, [question]))

    def ruling(self, ruling: Ruling) -> Words:
        """What a table concludes, may conclude, or must ask for first."""
        if not ruling.settled and not ruling.possible and ruling.ask is None:
            return self.unknown(Unknown(0.5), 0)
        return RulingWriter(self._frame).write(ruling)

    def _with_answer(self, card: Card, target: Target, asked: str) -> Card:
        """A card with what is stored under its question: who reads it sees at once whether it
        helps, and nothing is said to be the answer. A table asks first and shows nothing. What of
        it did not hold yet on the day that was ``asked`` about is said there as well."""
        if isinstance(target.document, DecisionTable):
            return card
        other: Language = "zh" if card.language == "en" else "en"
        body, other_body = (self._stored_in(one, target, asked) for one in (card.language, other))
        return msgspec.structs.replace(card, body=body, other_body=other_body)

    def _stored_in(self, language: Language, target: Target, asked: str) -> str:
        """The words of a document in a language; empty where it has none in it."""
        frame = Frame(self._frame.snapshot, language, self._frame.today)
        words = StoredWriter(frame).document(target.document, target.questions[0])
        words = of_today(frame, words, asked)
        if words.chinese_only:
            return ""
        return "\n".join(line.text for line in words.lines)

    def unknown(self, decision: Unknown, turn: int, asked: str = "") -> Words:
        profile = self._frame.snapshot.pack.profile
        gap = decision.gap
        if gap is not None:
            given = gap.english.answer if self._frame.english and gap.english else ""
            lines = (
                (Line(given, language="en"),)
                if given
                else (Line(gap.answer), Line(gap.next_step, "next_step"))
            )
            return Words(
                "unknown",
                lines,
                "gap",
                sources=self._rests_on(gap),
                cards=self._frame.contact(shown=gap.contact),
                entries=(gap.id,),
                intent=gap.intent,
                chinese_only=self._frame.english and not given,
            )
        likely = 1.0 - decision.chance
        close = likely >= CLOSE or decision.alike
        offered = (close and not decision.named) or decision.shown
        near = self._pointers.named(decision.related)
        if decision.named and asked:
            near = [c for c in near if speaks_of_any(asked, c.target, self._frame.snapshot)]
        # Beside others that are far likelier, or where nothing is, it is another matter.
        near = [c for c in near if c.share >= LISTED or (offered and c is near[0])]
        cards = self._pointers.cards(near)
        offered = offered and bool(cards)
        back = offered and likely >= PROBABLE and not decision.shown
        if offered:
            cards = tuple(
                self._with_answer(card, c.target, asked)
                if c is near[0] or c.share >= OPENED
                else card
                for card, c in zip(cards, near, strict=True)
            )
        lines = [*self._opening(decision, turn, cards, offered=offered, back=back)]
        if not back:
            text = profile.related_english if self._frame.english else profile.related
            text = text if cards else phrase("say_otherwise", self._frame.language)
            lines.append(Line(text, "next_step", locked=False, language=self._frame.language))
        return Words(
            "unknown",
            tuple(lines),
            "near" if back else "none",
            cards=(*cards, *self._frame.contact(shown=True)),
        )

    def _opening(
        self, decision: Unknown, turn: int, cards: Sequence[Card], *, offered: bool, back: bool
    ) -> Iterator[Line]:
        """That it is not known, and what is asked back for or offered as the closest. Where the
        card shows what is stored, one sentence says all of it: who asked reads on at once."""
        profile, language = self._frame.snapshot.pack.profile, self._frame.language
        if decision.shown and offered:
            yield self._pointers.all_there_is(cards[0])
            return
        shown = back and bool(cards[0].body) and not decision.still
        if not shown:
            unsure = profile.unsure_english if self._frame.english else profile.unsure
            variants = profile.unknown_english if self._frame.english else profile.unknown
            variants = (back and unsure) or variants
            text = variants[turn % len(variants)]
            if offered and not back:
                # It is not that nothing is known: what is held is of something near.
                text = phrase(_NO_MATCH[turn % len(_NO_MATCH)], language)
            if decision.still:
                text = phrase("still_unknown", language)
            yield Line(text, locked=False, language=language)
        if back:
            yield self._pointers.nearest(cards[0], turn)
        elif offered:
            yield self._pointers.closest(cards[0])


def _steps(procedure: Procedure, part: int) -> Iterable[Line]:
    """The steps in Chinese: all of them, one with what it takes, or what each of them takes."""
    steps = procedure.steps
    if part > len(steps):
        yield Line(f"{procedure.name}共{len(steps)}步，没有第{part}步。", locked=False)
    elif part > 0:
        yield Line(f"{procedure.name}共{len(steps)}步，第{part}步是：", locked=False)
    elif part == EACH_STEP:
        yield Line(f"{procedure.name}共{len(steps)}步，每一步要的是：", locked=False)
    else:
        yield Line(procedure.intro or f"{procedure.name}分{len(steps)}步。")
    for number, step in enumerate(steps, 1):
        if part > 0 and part != number:
            continue
        if part == EACH_STEP:
            yield Line(f"{number}. {step.name}。{done_by(step)}{_takes(step)}")
            continue
        text = f"{number}. {step.name}：{step.what.rstrip('。')}。{done_by(step)}"
        yield Line(text + (_takes(step) if part else ""))
    if procedure.closing and part <= 0:
        yield Line(procedure.closing)


def done_by(step: Step) -> str:
    """Who does a step; where each does something of their own, that is a sentence."""
    by = step.responsible.rstrip("。")
    if not by:
        return ""
    return f"{by}。" if _DOES.search(by) else f"由{by}负责。"


def _takes(step: Step) -> str:
    """The papers and conditions of a step."""
    papers = f"材料：{'、'.join(step.documents)}。" if step.documents else ""
    return papers + (f"注意：{step.condition.rstrip('。')}。" if step.condition else "")
