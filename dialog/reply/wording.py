"""From a decision to words: stored text, templates over claims and articles, and their evidence.

Everything said here stands in the knowledge or is one of the fixed frames below; nothing is made
up. English questions get reviewed English where the knowledge has it, else the Chinese words,
marked as such.

Longer than 400 lines because each kind of decision has its short method in one writer.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Literal

import msgspec

from dialog.messages import Card, Outcome
from dialog.phrases import phrase
from dialog.reply import policy
from dialog.reply.law_words import Said, article_lines, rule_lines
from dialog.reply.policy import (
    Article,
    Compose,
    Decision,
    GraphAnswer,
    Preparing,
    Recommend,
    Social,
    Stored,
    Unknown,
)
from knowledge.answers.citing import claim_origins
from knowledge.answers.graph import GraphFinding, Hop
from knowledge.answers.recommend import suggest
from knowledge.answers.rules import LawFinding, asked_day
from knowledge.answers.tables import Ruling, rule_on
from knowledge.library import Snapshot
from knowledge.text import dice, key
from knowledge.types import (
    Claim,
    ClosedList,
    DecisionTable,
    Document,
    Entry,
    Example,
    Gap,
    Input,
    Intent,
    Language,
    Law,
    NewsItem,
    Origin,
    Procedure,
    Product,
    Reply,
    Rule,
    Source,
    SourceItem,
    Vendor,
    Weight,
)

NEAR = 0.34
"""Overlap of character pairs from which two sentences count as being about the same thing."""

_HEAVIEST: tuple[Weight, ...] = ("penalty", "bad_news", "caution", "plain", "good_news")

Role = Literal["opener", "answer", "next_step", "closing"]


class Line(msgspec.Struct, frozen=True):
    """A stretch of text with its role. ``locked``: quoted from the knowledge. ``language``: what
    it is written in."""

    text: str
    role: Role = "answer"
    locked: bool = True
    language: Language = "zh"


class Words(msgspec.Struct, frozen=True):
    """A whole reply before it is cut into sentences."""

    outcome: Outcome
    lines: tuple[Line, ...]
    route: str
    sources: tuple[SourceItem, ...] = ()
    cards: tuple[Card, ...] = ()
    choices: tuple[str, ...] = ()
    entries: tuple[str, ...] = ()
    weight: Weight = "plain"
    advice: bool = False
    intent: Intent | None = None
    chinese_only: bool = False


class Writer:
    """Writes replies from one snapshot in one language, for one day."""

    def __init__(self, snapshot: Snapshot, language: Language, today: date) -> None:
        self._snapshot = snapshot
        self._english = language == "en"
        self._language: Language = language
        self._today = today

    def write(self, decision: Decision, question: str, *, turn: int = 0) -> Words:
        """The words of a decision. ``turn`` varies stored replies within a conversation."""
        match decision:
            case Stored(target=target):
                return self._stored(target.document, question)
            case Article(finding=finding):
                return self._article(finding)
            case policy.Rule(ruling=ruling):
                return self._ruling(ruling)
            case GraphAnswer(finding=finding):
                return self._graph(finding)
            case Recommend(what=what):
                return self._recommend(what, question)
            case Unknown():
                return self._unknown(decision, turn)
            case Preparing():
                text = phrase("preparing", self._language)
                line = Line(text, locked=False, language=self._language)
                return Words("unknown", (line,), "preparing")
            case Social(intent=intent, outcome=outcome):
                return self._social(intent, outcome, question, turn=turn)
            case Compose():
                return self._unknown(Unknown(decision.chance, related=decision.evidence[:3]), turn)
            case _:
                raise TypeError(type(decision).__name__)

    # Stored documents

    def _stored(self, document: Document, question: str) -> Words:
        match document:
            case Entry():
                return self._entry(document)
            case ClosedList():
                return self._list(document)
            case Procedure():
                return self._procedure(document)
            case Rule():
                return self._rule(document)
            case NewsItem():
                return self._news(document)
            case DecisionTable():
                return self._table(document, question)
            case Gap():
                return self._unknown(Unknown(1.0, gap=document), 0)
            case _:
                raise TypeError(type(document).__name__)

    def _entry(self, entry: Entry) -> Words:
        given = entry.english.answer if self._english and entry.english else ""
        language: Language = "en" if given else "zh"
        claims = self._snapshot.pack.all(Claim)
        origins = [*entry.sources, *claim_origins(claims[c] for c in entry.claims if c in claims)]
        return Words(
            "handoff" if entry.intent == "ask_person" else "answered",
            (Line(given or entry.answer, language=language),),
            "faq",
            sources=self._cite(origins),
            cards=(*self._related(entry.related), *self._contact(shown=entry.contact)),
            entries=(entry.id,),
            weight=entry.weight,
            advice=entry.advice,
            intent=entry.intent,
            chinese_only=self._english and not given,
        )

    def _list(self, listed: ClosedList) -> Words:
        given = listed.english.answer if self._english and listed.english else ""
        lines: list[Line] = []
        if given:
            lines.append(Line(given, language="en"))
        else:
            count = len(listed.items)
            whole = f"共{count}项：" if listed.complete else f"已知有以下{count}项，可能不全："
            lines.append(Line(listed.intro or f"{listed.name}{whole}"))
            lines.extend(
                Line(f"{number}. {item.name}{f'：{item.detail}' if item.detail else ''}。")
                for number, item in enumerate(listed.items, 1)
            )
            if listed.closing:
                lines.append(Line(listed.closing))
        return Words(
            "answered",
            tuple(lines),
            "list",
            sources=self._cite(listed.sources),
            entries=(listed.id,),
            weight=listed.weight,
            advice=listed.advice,
            intent=listed.intent,
            chinese_only=self._english and not given,
        )

    def _procedure(self, procedure: Procedure) -> Words:
        given = procedure.english.answer if self._english and procedure.english else ""
        lines: list[Line] = []
        if given:
            lines.append(Line(given, language="en"))
        else:
            steps = procedure.steps
            lines.append(Line(procedure.intro or f"{procedure.name}分{len(steps)}步。"))
            for number, step in enumerate(steps, 1):
                text = f"{number}. {step.name}：{step.what.rstrip('。')}。"
                if step.responsible:
                    text += f"由{step.responsible.rstrip('。')}负责。"
                lines.append(Line(text))
            if procedure.closing:
                lines.append(Line(procedure.closing))
        origins = [*procedure.sources, *(o for s in procedure.steps for o in s.sources)]
        return Words(
            "answered",
            tuple(lines),
            "procedure",
            sources=self._cite(origins),
            entries=(procedure.id,),
            advice=procedure.advice,
            intent="procedure",
            chinese_only=self._english and not given,
        )

    def _rule(self, rule: Rule) -> Words:
        laws = self._snapshot.pack.all(Law)
        lines = rule_lines((rule,), laws[rule.law], english=self._english)
        return Words(
            "answered",
            tuple(Line(t, language=g) for t, g in lines),
            "rule",
            sources=self._snapshot.citer.cite_rules((rule,), self._today),
            entries=(rule.id,),
            weight=rule.weight,
            advice=True,
            intent="compliance",
            chinese_only=self._english and not rule.english,
        )

    def _news(self, item: NewsItem) -> Words:
        return Words(
            "answered",
            (Line(item.summary),),
            "news",
            sources=self._cite(item.sources),
            entries=(item.id,),
            intent="news",
            chinese_only=self._english,
        )

    def _table(self, table: DecisionTable, question: str) -> Words:
        """A table whose inputs are not all known yet asks for the first that is missing."""
        return self._ruling(rule_on(table, [question], asked_day(question, self._today)))

    def _ruling(self, ruling: Ruling) -> Words:
        table, row, ask = ruling.table, ruling.row, ruling.ask
        if row is None:
            if ask is None:
                return self._unknown(Unknown(0.5), 0)
            return Words(
                "clarify",
                (Line(ask.ask, locked=False),),
                "table",
                choices=ask.labels,
                entries=(table.id,),
                intent=table.intent,
                chinese_only=self._english,
            )
        lines = [Line(row.conclusion)]
        taken = [i.assumption or f"{i.label}：{_label(i, i.assume)}" for i in ruling.assumed]
        if taken:
            said = f"这是按一般情形判断的：{'；'.join(taken)}。情况不同，结论会变。"
            lines.append(Line(said, locked=False))
        lines.extend(Line(f"{n}. {d.rstrip('。')}。") for n, d in enumerate(row.duties, 1))
        return Words(
            "answered",
            tuple(lines),
            "table",
            sources=self._cite(row.sources),
            entries=(table.id, row.id),
            weight=row.weight,
            advice=True,
            intent=table.intent,
            chinese_only=self._english,
        )

    # Law, graph, catalogue

    def _article(self, finding: LawFinding) -> Words:
        said: list[Said] = []
        rules: list[Rule] = []
        sources: list[SourceItem] = []
        whole = (finding, *finding.also)
        for one in whole:
            told = article_lines(one, self._snapshot.pack.all(Law), english=self._english)
            said.append(told)
            if told.outcome == "answered" and one.law is not None:
                rules.extend(one.rules)
                sources.extend(self._law_sources(one, one.law))
        outcomes = {s.outcome for s in said}
        quoted = tuple(dict.fromkeys(o.law.id for o in whole if o.wording and o.law))
        lines = tuple(Line(t, language=g) for s in said for t, g in s.lines)
        return Words(
            said[0].outcome if len(outcomes) == 1 else "partial",
            lines,
            "law",
            sources=tuple(dict.fromkeys(sources)),
            cards=self._contact(shown="unknown" in outcomes),
            entries=tuple(dict.fromkeys(r.id for r in rules)) or quoted,
            weight=heaviest(r.weight for r in rules),
            advice=bool(rules or quoted),
            intent="compliance",
            chinese_only=self._english and any(line.language == "zh" for line in lines),
        )

    def _law_sources(self, finding: LawFinding, law: Law) -> tuple[SourceItem, ...]:
        """The articles found, the first with its words where they may be quoted."""
        citer, wording = self._snapshot.citer, finding.wording
        if wording is None:
            cited = citer.cite_rules(finding.rules, finding.day)
            return cited or citer.cite((Origin(law=law.id),), finding.day)
        cited = citer.cite_rules(finding.rules, finding.day) or citer.cite(
            (Origin(law=law.id, article=finding.article),), finding.day
        )
        worded = msgspec.structs.replace(
            cited[0], words=wording.article.text, words_from=wording.source
        )
        return (worded, *cited[1:])

    def _graph(self, finding: GraphFinding) -> Words:
        if finding.is_a:
            chain = finding.is_a
            narrow, *_, broad = chain
            text = f"是的，{narrow}属于{broad}。"
            if len(chain) > 2:
                text += f"层级是：{'→'.join(chain)}。"
            about = self._snapshot.graph.about(narrow, self._today)
            return Words(
                "answered",
                (Line(text, locked=False),),
                "graph",
                sources=self._cite(claim_origins(about[:2])),
                entries=tuple(c.id for c in about[:2]),
                chinese_only=self._english,
            )
        lines: list[Line] = []
        claims: list[Claim] = []
        for hop in finding.hops:
            claims.extend(hop.claims)
            lines.extend(self._claim_lines(hop))
        return Words(
            "answered",
            tuple(lines),
            "graph",
            sources=self._cite(claim_origins(claims)),
            entries=tuple(c.id for c in claims),
            chinese_only=self._english,
        )

    def _claim_lines(self, hop: Hop) -> Iterable[Line]:
        claims, template = hop.claims, hop.predicate.template
        objects = tuple(dict.fromkeys(c.object for c in claims))
        voices = {self._voice(c) for c in claims}
        if len(objects) > 1 and len(voices) > 1 and not hop.predicate.many:
            yield Line("各来源说法不一，一并列出。", locked=False)
            for claim in claims:
                yield Line(self._say(template, claim))
            return
        said = msgspec.structs.replace(claims[0], object="；".join(objects))
        yield Line(self._say(template, said))

    def _voice(self, claim: Claim) -> tuple[str, str]:
        """Who says a claim and of when; law speaks of every day on which it holds."""
        timeless = claim.grade in ("法规", "标准")
        return self._speaker(claim), "" if timeless else claim.as_of

    def _say(self, template: str, claim: Claim) -> str:
        text = template.format(
            subject=claim.subject, predicate=claim.predicate, object=claim.object
        ).rstrip("。")
        if claim.grade in ("媒体", "发言", "第三方"):
            when = f"（{claim.as_of}）" if claim.as_of else ""
            verb = "称" if claim.grade == "发言" else "报道" if claim.grade == "媒体" else "资料"
            return f"据{self._speaker(claim)}{when}{verb}，{text}。"
        return f"{text}。"

    def _speaker(self, claim: Claim) -> str:
        if claim.speaker:
            return claim.speaker
        sources = self._snapshot.pack.all(Source)
        source = sources.get(claim.origin.source)
        if source is None:
            return "公开资料"
        return source.publisher or f"《{source.title}》"

    def _latest(self) -> Words:
        """The latest dated news items, newest first."""
        items = sorted(self._snapshot.pack.all(NewsItem).values(), key=lambda n: n.date)[-3:]
        if not items:
            return self._unknown(Unknown(0.9), 0)
        lines = [Line("我这里最近收录的几条动态如下，之后的请看官网。", locked=False)]
        lines.extend(Line(f"{n}. {i.date}：{i.summary}") for n, i in enumerate(reversed(items), 1))
        return Words(
            "answered",
            tuple(lines),
            "news",
            sources=self._cite(o for i in reversed(items) for o in i.sources),
            entries=tuple(i.id for i in reversed(items)),
            intent="news",
            chinese_only=self._english,
        )

    def _recommend(self, what: Intent, question: str) -> Words:
        if what == "news":
            return self._latest()
        products = what == "recommend_product"
        items: Iterable[Product | Vendor] = (
            self._snapshot.products.values() if products else self._snapshot.vendors.values()
        )
        found = suggest(question, items, self._snapshot.index.segmenter)
        if not found:
            return self._unknown(Unknown(0.9), 0)
        sample = any(s.item.sample for s in found)
        if self._english:
            text = f"{len(found)} catalogue item(s) match your words."
            text += " They are samples (示例), not real offers." if sample else ""
        else:
            name = "数据产品" if products else "数商"
            text = f"按您说的需求，目录里有{len(found)}个{name}比较接近。"
            text += "它们都是示例，不是真实的挂牌信息。" if sample else ""
        cards = tuple(
            Card(
                "product" if isinstance(s.item, Product) else "vendor",
                s.item.name,
                s.item.description,
                why=("Matches: " if self._english else "匹配：") + "、".join(s.reasons),
                tags=(s.item.kind, *s.item.scenes)
                if isinstance(s.item, Product)
                else s.item.classes,
                sample=s.item.sample,
            )
            for s in found
        )
        return Words(
            "answered",
            (Line(text, locked=False, language=self._language),),
            "recommend",
            cards=cards,
            entries=tuple(s.item.id for s in found),
            intent=what,
        )

    # Not known, and small talk

    def _unknown(self, decision: Unknown, turn: int) -> Words:
        profile = self._snapshot.pack.profile
        gap = decision.gap
        if gap is not None:
            given = gap.english.answer if self._english and gap.english else ""
            lines = (
                (Line(given, language="en"),)
                if given
                else (Line(gap.answer), Line(gap.next_step, "next_step"))
            )
            return Words(
                "unknown",
                lines,
                "gap",
                sources=self._cite(gap.sources),
                cards=self._contact(shown=gap.contact),
                entries=(gap.id,),
                intent=gap.intent,
                chinese_only=self._english and not given,
            )
        variants = profile.unknown_english if self._english else profile.unknown
        lines = [Line(variants[turn % len(variants)], locked=False, language=self._language)]
        cards: list[Card] = []
        sources: tuple[SourceItem, ...] = ()
        if decision.related:
            intro = profile.related_english if self._english else profile.related
            lines.append(Line(intro, "next_step", locked=False, language=self._language))
            cards.extend(
                Card("related", c.target.questions[0])
                for c in decision.related
                if c.target.questions
            )
        return Words(
            "unknown",
            tuple(lines),
            "none",
            sources=sources,
            cards=(*cards, *self._contact(shown=True)),
        )

    def _social(self, intent: Intent, outcome: Outcome, question: str, *, turn: int) -> Words:
        replies = [r for r in self._snapshot.pack.all(Reply).values() if r.intent == intent]
        if not replies:
            return self._unknown(Unknown(0.5), turn)
        examples = [e for e in self._snapshot.pack.intents if e.label == intent and e.topic]
        reply = choose_reply(question, replies, examples)
        variants = reply.english if self._english and reply.english else reply.variants
        language: Language = "en" if self._english and reply.english else "zh"
        return Words(
            outcome,
            (Line(variants[turn % len(variants)], language=language),),
            "reply",
            cards=self._contact(shown=reply.contact),
            entries=(reply.id,),
            intent=intent,
            chinese_only=self._english and language == "zh",
        )

    # Pieces

    def _cite(self, origins: Iterable[Origin]) -> tuple[SourceItem, ...]:
        return self._snapshot.citer.cite(origins, self._today)

    def _related(self, ids: Iterable[str]) -> tuple[Card, ...]:
        entries = self._snapshot.pack.all(Entry)
        cards: list[Card] = []
        for name in ids:
            entry = entries.get(name)
            if entry is None:
                continue
            title = entry.english.question if self._english and entry.english else entry.question
            cards.append(Card("ask", title))
        return tuple(cards[:3])

    def _contact(self, *, shown: bool) -> tuple[Card, ...]:
        if not shown:
            return ()
        profile = self._snapshot.pack.profile
        if self._english:
            return (Card("contact", "Ask a person", profile.contact_english),)
        return (Card("contact", "转人工", profile.contact),)


def heaviest(weights: Iterable[Weight]) -> Weight:
    """The weight that a reply of several parts takes."""
    ranked = sorted(weights, key=_HEAVIEST.index)
    return ranked[0] if ranked else "plain"


def _label(known: Input, value: str) -> str:
    """What a value of an input is called."""
    labels = dict(zip(known.values, known.labels, strict=False))
    return labels.get(value, value)


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
