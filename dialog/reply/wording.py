"""From a decision to words: stored text, templates over claims and articles, and their evidence.

Everything said here stands in the knowledge or is one of the fixed frames; nothing is made up.
English questions get reviewed English where the knowledge has it, else the Chinese words, marked
as such.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

import msgspec

from dialog.messages import Outcome
from dialog.phrases import phrase
from dialog.reply import policy
from dialog.reply.aspects import aspects_of
from dialog.reply.claim_words import ClaimWriter
from dialog.reply.cues import mourns, wishes_firmly, wishing_part
from dialog.reply.item_words import ItemWriter, card_of, samples_said
from dialog.reply.law_facts import Said
from dialog.reply.law_words import article_lines
from dialog.reply.pointers import PointerWriter
from dialog.reply.policy import (
    Article,
    AskBack,
    AskCharacters,
    Beside,
    Both,
    Compose,
    Decision,
    GraphAnswer,
    OfItems,
    Preparing,
    Recommend,
    Social,
    Stored,
    Unknown,
)
from dialog.reply.stored_words import StoredWriter
from dialog.reply.words import Choices, Frame, Line, Words, heaviest
from knowledge.answers.comparing import Comparison
from knowledge.answers.law_findings import LawFinding
from knowledge.answers.recommend import Suggestion, suggest
from knowledge.library import Snapshot
from knowledge.search.fusion import Candidate
from knowledge.text import dice, key
from knowledge.types import (
    Example,
    Intent,
    Language,
    Law,
    NewsItem,
    Origin,
    Product,
    Reply,
    Rule,
    SourceItem,
    Vendor,
)

_CHOICES = 4
MOURNING = "bereavement"
"""The topic of the words for who has lost somebody."""
NEAR = 0.34
"""Overlap of character pairs from which two sentences count as being about the same thing."""


class Writer:
    """Writes replies from one snapshot in one language, for one day."""

    def __init__(self, snapshot: Snapshot, language: Language, today: date) -> None:
        self._frame = frame = Frame(snapshot, language, today)
        self._documents = StoredWriter(frame)
        self._claims = ClaimWriter(frame)

    def write(self, decision: Decision, question: str, *, turn: int = 0) -> Words:
        """The words of a decision. ``turn`` varies stored replies within a conversation."""
        match decision:
            case Both(compared=compared):
                return self._both(compared, question)
            case Stored(target=target, part=part):
                return self._documents.document(target.document, question, part=part)
            case Article(finding=finding):
                return self._article(finding)
            case policy.Rule(ruling=ruling):
                return self._documents.ruling(ruling)
            case GraphAnswer(finding=finding):
                return self._claims.found(finding)
            case Beside(first=first, items=items):
                return _beside(
                    self.write(first, question, turn=turn), self._recommend(items, question)
                )
            case OfItems() | Recommend():
                return self._of_catalogue(decision, question)
            case Unknown():
                return self._documents.unknown(decision, turn)
            case Preparing() | AskCharacters() | AskBack():
                return self._not_yet(decision, question)
            case Social(intent=intent, outcome=outcome):
                return self._social(intent, outcome, question, turn=turn)
            case Compose():
                return self._documents.unknown(
                    Unknown(decision.chance, related=decision.evidence[:3]), turn
                )
            case _:
                raise TypeError(type(decision).__name__)

    def _of_catalogue(self, decision: OfItems | Recommend, question: str) -> Words:
        if isinstance(decision, OfItems):
            return ItemWriter(self._frame).told(decision)
        return self._recommend(decision, decision.wish or question)

    def _both(self, compared: Comparison, question: str) -> Words:
        """What is held of each of two things, one behind the other."""
        told = [self._documents.document(t.document, question) for t in compared.targets]
        lines = [self._frame_line("compared")]
        for name, words in zip(compared.names, told, strict=True):
            language = self._frame.language
            heading = phrase("compared_of", language, name=name)
            lines.append(Line(heading, locked=False, language=language))
            lines.extend(words.lines)
        return Words(
            "partial",
            tuple(lines),
            "compared",
            sources=tuple(dict.fromkeys(s for w in told for s in w.sources)),
            cards=tuple(dict.fromkeys(c for w in told for c in w.cards)),
            entries=tuple(t.id for t in compared.targets),
            weight=heaviest(w.weight for w in told),
            advice=any(w.advice for w in told),
            intent=told[0].intent,
            chinese_only=any(w.chinese_only for w in told),
        )

    def _not_yet(self, decision: Preparing | AskCharacters | AskBack, question: str) -> Words:
        if isinstance(decision, AskBack):
            return self._ask_back(decision.near, question)
        if isinstance(decision, AskCharacters):
            text = phrase("ask_characters", "zh")
            return Words("clarify", (Line(text, locked=False),), "ask_characters")
        cards = PointerWriter(self._frame).cards(decision.related)
        return Words("unknown", (self._frame_line("preparing"),), "preparing", cards=cards)

    def no_numbers(self, words: Words | None = None) -> Words:
        """A reply, and behind it the request not to type personal numbers."""
        if words is None:
            return Words("clarify", (self._frame_line("no_numbers"),), "numbers")
        if words.outcome == "refused" or words.route == "care":
            return words
        line = msgspec.structs.replace(self._frame_line("no_numbers"), role="next_step")
        return msgspec.structs.replace(words, lines=(*words.lines, line))

    @property
    def frame(self) -> Frame:
        """What other writers of the same reply need."""
        return self._frame

    def again_what(self) -> Words:
        """Ask which answer is to be said again, where none was given."""
        return Words("clarify", (self._frame_line("say_again_what"),), "again")

    def once_more(self, words: Words) -> Words:
        """An answer said again to somebody who did not understand it, with the way to a person."""
        if words.outcome not in ("answered", "partial"):
            return words
        lines = (self._frame_line("as_reviewed"), *words.lines)
        contact = self._frame.contact(shown=not any(c.kind == "contact" for c in words.cards))
        return msgspec.structs.replace(words, lines=lines, cards=(*words.cards, *contact))

    def _frame_line(self, name: str) -> Line:
        language = self._frame.language
        return Line(phrase(name, language), locked=False, language=language)

    def _article(self, finding: LawFinding) -> Words:
        said: list[Said] = []
        rules: list[Rule] = []
        sources: list[SourceItem] = []
        whole = (finding, *finding.also)
        for one in whole:
            told = article_lines(
                one, self._frame.snapshot.pack.all(Law), english=self._frame.english
            )
            said.append(told)
            if told.outcome != "unknown":
                for part in (*(one.penal or ()), one):
                    rules.extend((*part.rules, *part.present))
                    rules.extend(rule for r in part.replaced for rule in (*r.new, r.old))
                    sources.extend(self._law_sources(part, part.law) if part.law else ())
        outcomes = {s.outcome for s in said}
        quoted = tuple(dict.fromkeys(o.law.id for o in whole if o.wording and o.law))
        lines = tuple(Line(t, language=g) for s in said for t, g in s.lines)
        return Words(
            said[0].outcome if len(outcomes) == 1 else "partial",
            lines,
            "law",
            sources=tuple(dict.fromkeys(sources)),
            cards=self._frame.contact(shown="unknown" in outcomes),
            entries=tuple(dict.fromkeys(r.id for r in rules)) or quoted,
            weight=heaviest(r.weight for r in rules),
            advice=bool(rules or quoted),
            intent="compliance",
            chinese_only=self._frame.english and any(line.language == "zh" for line in lines),
        )

    def _law_sources(self, finding: LawFinding, law: Law) -> tuple[SourceItem, ...]:
        """The articles found, the first with its words where they may be quoted."""
        citer, wording = self._frame.snapshot.citer, finding.wording
        if wording is None:
            displaced = (rule for r in finding.replaced for rule in (*r.new, r.old))
            cited = citer.cite_rules((*finding.rules, *finding.present, *displaced), finding.day)
            # Of an article that does not exist, the law itself is the source.
            article = None if finding.status == "absent" else finding.article
            return cited or citer.cite((Origin(law=law.id, article=article),), finding.day)
        cited = citer.cite_rules(finding.rules, finding.day) or citer.cite(
            (Origin(law=law.id, article=finding.article),), finding.day
        )
        worded = msgspec.structs.replace(
            cited[0], words=wording.article.text, words_from=wording.source
        )
        return (worded, *cited[1:])

    def _ask_back(self, near: Sequence[Candidate], question: str) -> Words:
        """Of what? With stored questions that ask for the same as choices."""
        english = self._frame.english
        wanted = aspects_of(question)
        titles: dict[str, str] = {}
        for candidate in near:
            document, questions = candidate.target.document, candidate.target.questions
            if not questions or not aspects_of(questions[0]) & wanted:
                continue
            given = str(getattr(getattr(document, "english", None), "question", ""))
            title, other = (given, questions[0]) if english else (questions[0], given)
            if title:
                titles.setdefault(title, other)
        choices = tuple(titles)[:_CHOICES]
        if english:
            text = "Which matter do you mean? " + (
                "Choose one, or name the matter." if choices else "Please name the matter."
            )
        else:
            text = "您问的是哪件事？" + (
                "可以从下面选一个，也可以把事情说完整。"
                if choices
                else "请把事情说完整，比如“数据产品挂牌要哪些材料”。"
            )
        line = Line(text, locked=False, language=self._frame.language)
        others = tuple(titles.values())[:_CHOICES]
        given = Choices(choices, self._frame.language, others)
        return Words("clarify", (line,), "ask_back", choices=given)

    def _latest(self) -> Words:
        """The latest dated news items, newest first."""
        items = sorted(self._frame.snapshot.pack.all(NewsItem).values(), key=lambda n: n.date)[-3:]
        if not items:
            return self._documents.unknown(Unknown(0.9), 0)
        lines = [Line("我这里最近收录的几条动态如下，之后的请看官网。", locked=False)]
        lines.extend(Line(f"{n}. {i.date}：{i.summary}") for n, i in enumerate(reversed(items), 1))
        return Words(
            "answered",
            tuple(lines),
            "news",
            sources=self._frame.cite(o for i in reversed(items) for o in i.sources),
            entries=tuple(i.id for i in reversed(items)),
            intent="news",
            chinese_only=self._frame.english,
        )

    def _recommend(self, decision: Recommend, question: str) -> Words:
        what = decision.what
        if what == "news":
            return self._latest()
        if decision.side == "price" and decision.shown:
            return self._from_catalogue_alone("no_prices", what)
        products = what == "recommend_product"
        found = self._suggested(what, question, without=decision.shown)
        if decision.side == "price":
            items = self._recommend(msgspec.structs.replace(decision, side=""), question)
            return _beside(self._from_catalogue_alone("price_of_supplier", what), items)
        if not found and decision.side == "more":
            return self._from_catalogue_alone("no_more" if decision.shown else "no_such", what)
        if not found and wishes_firmly(question):
            return self._from_catalogue_alone("no_such", what)
        if not found:
            return self._documents.unknown(Unknown(0.9), 0)
        samples = samples_said([s.item for s in found], english=self._frame.english)
        if self._frame.english:
            others = "further " if decision.shown else ""
            items = "item matches" if len(found) == 1 else "items match"
            text = f"{len(found)} {others}catalogue {items} your words."
            text += f" {samples}" if samples else ""
        else:
            name = "数据产品" if products else "数商"
            others = "还" if decision.shown else ""
            text = f"按您说的需求，目录里{others}有{len(found)}个{name}比较接近。{samples}"
        cards = tuple(card_of(s.item, why=self._reason(s)) for s in found)
        return Words(
            "answered",
            (Line(text, locked=False, language=self._frame.language),),
            "recommend",
            cards=cards,
            entries=tuple(s.item.id for s in found),
            intent=what,
        )

    def _reason(self, suggestion: Suggestion) -> str:
        """Why an item is shown; the page says before it that this is the reason."""
        if self._frame.english:
            return "it matches " + ", ".join(f"“{r}”" for r in suggestion.reasons)
        return "符合" + "".join(f"“{r}”" for r in suggestion.reasons)

    def _suggested(
        self, what: Intent, question: str, *, without: Sequence[str] = ()
    ) -> list[Suggestion]:
        snapshot = self._frame.snapshot
        items: Iterable[Product | Vendor] = (
            snapshot.products.values() if what == "recommend_product" else snapshot.vendors.values()
        )
        left = (i for i in items if i.id not in without)
        return suggest(wishing_part(question), left, snapshot.index.segmenter)

    def _from_catalogue_alone(self, name: str, what: Intent) -> Words:
        """What the catalogue itself does not hold: prices, or anything else for a wish."""
        contact = self._frame.contact(shown=True)
        return Words("unknown", (self._frame_line(name),), "recommend", cards=contact, intent=what)

    def _social(self, intent: Intent, outcome: Outcome, question: str, *, turn: int) -> Words:
        replies = [r for r in self._frame.snapshot.pack.all(Reply).values() if r.intent == intent]
        if not replies:
            return self._documents.unknown(Unknown(0.5), turn)
        examples = [e for e in self._frame.snapshot.pack.intents if e.label == intent and e.topic]
        if intent == "distress":
            # Which words fit a person in need is told by what stands in the text, not by likeness.
            mourning = mourns(question)
            fitting = [r for r in replies if (MOURNING in r.topics) == mourning]
            reply = (fitting or replies)[0]
        else:
            reply = choose_reply(question, replies, examples)
        variants = reply.english if self._frame.english and reply.english else reply.variants
        language: Language = "en" if self._frame.english and reply.english else "zh"
        return Words(
            outcome,
            (Line(variants[turn % len(variants)], language=language),),
            "care" if intent == "distress" else "reply",
            sources=self._frame.cite(reply.sources),
            cards=self._frame.contact(shown=reply.contact),
            entries=(reply.id,),
            intent=intent,
            chinese_only=self._frame.english and language == "zh",
        )


def _beside(first: Words, items: Words) -> Words:
    """What is known, with the catalogue's items behind it."""
    if items.outcome != "answered":
        return first
    return msgspec.structs.replace(
        first,
        lines=(*first.lines, *items.lines),
        cards=(*items.cards, *first.cards),
        entries=(*first.entries, *items.entries),
    )


def choose_reply(question: str, replies: Sequence[Reply], examples: Iterable[Example]) -> Reply:
    """The reply that the question's words are nearest to: by its own wordings, else by the topic of
    the nearest labelled example, else the general one."""
    asked = key(question)
    for reply in replies:
        for wording in reply.similar:
            if key(wording) in asked or dice(wording, question) >= NEAR:
                return reply
    nearest = max(examples, key=lambda e: dice(e.text, question), default=None)
    if nearest is not None and dice(nearest.text, question) >= NEAR:
        for reply in replies:
            if nearest.topic in reply.topics:
                return reply
    general = [r for r in replies if not r.topics]
    return (general or list(replies))[0]
