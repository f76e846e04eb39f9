"""From a decision to words: stored text, templates over claims and articles, and their evidence.

Everything said here stands in the knowledge or is one of the fixed frames; nothing is made up.
English questions get reviewed English where the knowledge has it, else the Chinese words, marked
as such.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import assert_never

import msgspec

from dialog.phrases import phrase
from dialog.reply import policy
from dialog.reply.asking_back import of_what
from dialog.reply.catalogue_words import CatalogueWriter, beside, offered_first
from dialog.reply.claim_words import ClaimWriter
from dialog.reply.closing import Rest, rest_told
from dialog.reply.comforting import Felt, comfort
from dialog.reply.english_names import EnglishName
from dialog.reply.grief import mourns
from dialog.reply.ground_words import GroundWriter, in_a_row
from dialog.reply.law_facts import Said
from dialog.reply.law_words import article_lines
from dialog.reply.pointers import PointerWriter
from dialog.reply.policy import (
    Article,
    AskBack,
    AskCharacters,
    Beside,
    Both,
    Choose,
    Decision,
    GraphAnswer,
    InEnglish,
    OfItems,
    OfTold,
    Preparing,
    Recommend,
    Social,
    Stored,
    Unknown,
)
from dialog.reply.said_before import Repeated
from dialog.reply.standard_words import StandardWriter
from dialog.reply.stored_words import StoredWriter
from dialog.reply.words import Frame, Line, Words, heaviest
from knowledge.answers.comparing import Comparison
from knowledge.answers.law_findings import LawFinding
from knowledge.snapshot import Snapshot
from knowledge.text import bigrams, dice, key
from knowledge.types import (
    Example,
    Language,
    Law,
    Origin,
    Reply,
    Rule,
    SourceItem,
)

MOURNING = "bereavement"
"""The topic of the words for who has lost somebody."""
NEAR = 0.34
"""Overlap of character pairs from which two sentences count as being about the same thing."""
_ONE_TOPIC = 2
"""Topics in whose examples a pair of characters may stand and still tell what is asked about."""
_WHAT = {"": "pick_what", "any": "recommend_what", "wish": "wish_what", "worry": "worry_what"}
"""What is asked of whom nothing can be chosen for."""


class Writer:
    """Writes replies from one snapshot in one language, for one day."""

    def __init__(self, snapshot: Snapshot, language: Language, today: date) -> None:
        self._frame = frame = Frame(snapshot, language, today)
        self._documents = StoredWriter(frame)
        self._claims = ClaimWriter(frame)
        self._catalogue = CatalogueWriter(frame, self._documents)

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
            case Beside():
                return self._beside(decision, question, turn=turn)
            case Choose() | OfTold() | InEnglish() | Repeated() | Felt() | Rest():
                return self._of_what_was_told(decision)
            case OfItems() | Recommend():
                return self._catalogue.write(decision, question)
            case Unknown():
                return self._documents.unknown(decision, turn, question)
            case Preparing() | AskCharacters() | AskBack():
                return self._not_yet(decision, question)
            case Social():
                return self._social(decision, question, turn=turn)
            case _:
                raise TypeError(type(decision).__name__)

    def _in_english(self, name: EnglishName) -> Words:
        """What a thing is called in English, under the name by which it is held."""
        told: list[Line] = []
        if name.english:
            told.append(self._frame_line("english_name", asked=name.asked, english=name.english))
        if name.of_known:
            held = self._frame_line("english_name_held", known=name.known, english=name.of_known)
            told.append(held)
        if not told:
            line = self._frame_line("english_name_none", asked=name.asked)
            return Words("unknown", (line,), "told", cards=self._frame.contact(shown=True))
        return Words("answered", tuple(told), "told")

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

    def _of_what_was_told(
        self, decision: Choose | OfTold | InEnglish | Repeated | Felt | Rest
    ) -> Words:
        """What the replies before told: settled, a choice of it, its ground, a name in English."""
        if isinstance(decision, InEnglish):
            return self._in_english(decision.name)
        if isinstance(decision, Repeated):
            return GroundWriter(self._frame).repeated(decision)
        if isinstance(decision, Felt):
            return comfort(self._frame, decision)
        if isinstance(decision, Rest):
            return rest_told(self._frame, decision)
        if isinstance(decision, OfTold):
            return self._of_told(decision)
        return self._choose(decision)

    def _choose(self, decision: Choose) -> Words:
        """That the desk does not choose; what the choice hangs on is asked where a table knows."""
        if decision.ruling is not None:
            asking = self._documents.ruling(decision.ruling)
            return msgspec.structs.replace(
                asking, lines=(self._frame_line("choose_by_case"), *asking.lines)
            )
        if decision.among == "tongue":
            english, chinese = (phrase("two_languages", tongue) for tongue in ("en", "zh"))
            told = (
                Line(english, locked=False, language="en"),
                Line(chinese, locked=False, language="zh"),
            )
            return Words("clarify", told, "pick")
        if decision.among in _WHAT:
            route = "worry" if decision.among == "worry" else "pick"
            return Words("clarify", (self._frame_line(_WHAT[decision.among]),), route)
        name = f"choose_among_{decision.among}"
        contact = self._frame.contact(shown=True)
        line = self._frame_line(name)
        return Words("partial", (line,), "choose", cards=contact, entries=decision.shown)

    def _beside(self, decision: Beside, question: str, *, turn: int) -> Words:
        """What is known of a wish and what the catalogue has for it, in the order decided."""
        known = self.write(decision.first, question, turn=turn)
        offered = self._catalogue.write(decision.items, question)
        told = offered_first(offered, known) if decision.offer_first else beside(known, offered)
        if known.outcome != "unknown" or offered.outcome != "answered" or decision.priced:
            return told
        # What was wished for is shown; what is not known is something else about it.
        return msgspec.structs.replace(told, outcome="partial")

    def _of_told(self, told: OfTold) -> Words:
        """The sides of the ground of the reply before, one behind the other."""
        ground = GroundWriter(self._frame)
        said: list[Words] = []
        for side in told.sides:
            match side:
                case "basis":
                    said.append(ground.basis(told))
                case "why":
                    said.append(ground.why(told))
                case "gist":
                    said.append(ground.gist(told))
                case "force":
                    dated = told.force
                    said.append(self._dated(dated, told) if dated else ground.no_dates(told))
                case "authority":
                    said.append(ground.authority(told))
                case "penalty":
                    held = told.penalty
                    said.append(self._article(held) if held else ground.no_penalty(told))
                case _:
                    assert_never(side)
        return in_a_row(said)

    def _dated(self, finding: LawFinding, told: OfTold) -> Words:
        """Since when the laws hold on which the reply before rests; that is still spoken of."""
        return msgspec.structs.replace(self._article(finding), entries=told.entries)

    def _not_yet(self, decision: Preparing | AskCharacters | AskBack, question: str) -> Words:
        if isinstance(decision, AskBack):
            if decision.of is not None:
                return PointerWriter(self._frame).which(decision.near[0].target, decision.of)
            return of_what(self._frame, decision.near, question)
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

    def _frame_line(self, name: str, **values: str) -> Line:
        language = self._frame.language
        return Line(phrase(name, language, **values), locked=False, language=language)

    def _article(self, finding: LawFinding) -> Words:
        if finding.standard is not None:
            return StandardWriter(self._frame).write(finding.standard)
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
            cited = cited or citer.cite((Origin(law=law.id, article=article),), finding.day)
            return tuple(_of_part(item, finding) for item in cited)
        cited = citer.cite_rules(finding.rules, finding.day) or citer.cite(
            (Origin(law=law.id, article=finding.article),), finding.day
        )
        worded = msgspec.structs.replace(
            _of_part(cited[0], finding), words=wording.article.text, words_from=wording.source
        )
        return (worded, *cited[1:])

    def _social(self, decision: Social, question: str, *, turn: int) -> Words:
        intent = decision.intent
        if decision.topic.startswith("aside_"):
            back = self._frame_line("aside_back" if turn else "aside_begin")
            lines = (self._frame_line(decision.topic), back)
            return Words(decision.outcome, lines, "reply", intent=intent)
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
            named = (r for r in replies if decision.topic in r.topics)
            reply = next(named, None) or choose_reply(question, replies, examples)
        variants = reply.english if self._frame.english and reply.english else reply.variants
        language: Language = "en" if self._frame.english and reply.english else "zh"
        return Words(
            decision.outcome,
            (Line(variants[turn % len(variants)], language=language),),
            "care" if intent == "distress" else "reply",
            sources=self._frame.cite(reply.sources),
            cards=self._frame.contact(shown=reply.contact),
            entries=(reply.id,),
            intent=intent,
            chinese_only=self._frame.english and language == "zh",
        )


def choose_reply(question: str, replies: Sequence[Reply], examples: Iterable[Example]) -> Reply:
    """The reply that the question's words are nearest to: by its own wordings, else by the topic of
    the nearest labelled example, else the general one. What is asked of anything (多少钱一斤) tells
    no topic."""
    asked = key(question)
    examples = list(examples)
    of_all = _of_many_topics(examples)
    for reply in replies:
        for wording in reply.similar:
            near = dice(wording, question) >= NEAR and _shared(wording, question, of_all)
            if key(wording) in asked or near:
                return reply
    nearest = max(examples, key=lambda e: dice(e.text, question), default=None)
    near = nearest is not None and dice(nearest.text, question) >= NEAR
    if nearest is not None and near and _shared(nearest.text, question, of_all):
        for reply in replies:
            if nearest.topic in reply.topics:
                return reply
    general = [r for r in replies if not r.topics]
    return (general or list(replies))[0]


def _shared(left: str, right: str, of_all: frozenset[str]) -> bool:
    return not set(bigrams(left)) & set(bigrams(right)) <= of_all


def _of_many_topics(examples: Iterable[Example]) -> frozenset[str]:
    """The pairs of characters that stand in examples of several topics."""
    topics: dict[str, set[str]] = {}
    for example in examples:
        for pair in bigrams(example.text):
            topics.setdefault(pair, set()).add(example.topic)
    return frozenset(pair for pair, within in topics.items() if len(within) > _ONE_TOPIC)


def _of_part(item: SourceItem, finding: LawFinding) -> SourceItem:
    """A citation of 第N条 as one of 第N条之一, where that was found. Gists belong to whole numbers,
    and 第N条 is another article."""
    if not finding.part or item.article != finding.article:
        return item
    return msgspec.structs.replace(item, part=finding.part, gist="", paragraph=finding.paragraph)
