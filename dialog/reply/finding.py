"""What is found for a question of a conversation: by itself, as an answer to what was asked back,
as a case told over several turns, or made whole from the questions before it."""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec

from dialog.reply.again import asks_more
from dialog.reply.aspects import asks, aspects_of, bare
from dialog.reply.choosing import asks_to_choose
from dialog.reply.context import (
    Said,
    asked_as,
    full_questions,
    leans,
    nameless,
    role_of,
    said,
    supposes,
    topic_of,
    which,
)
from dialog.reply.doubting import grumbles
from dialog.reply.picking import part_of_what_was_told, picked, without_step
from dialog.reply.plainly import said_plainly
from dialog.reply.policy import PROBABLE
from dialog.reply.question import Exchange, Question
from dialog.reply.searching import Searching
from dialog.reply.several import told_and_asked
from dialog.reply.spoken_of import (
    as_meant,
    likely_matter,
    names_of,
    next_side,
    pointed_to,
    side_of_the_matter,
)
from knowledge.answers.law_findings import LawFinding
from knowledge.answers.tables import Ruling, rule_on, told_before
from knowledge.findings import Findings
from knowledge.library import PLAIN, Snapshot
from knowledge.search.targets import Target
from knowledge.text import key, normalise
from knowledge.types import DecisionTable, Gap

_OFFERED = 3
"""Exchanges for which a choice that was offered stays open."""
_SENTENCE = 14
"""An answer to a question back of so many characters may be a question of its own."""
_CASE = 4
"""Exchanges back to which a case may have been told."""
_TELLS = re.compile(
    r"\d|不|没|只|就|含|大概|左右|差不多|[一几]点|我们|其实|\b(?:only|just|about|no|not)\b"
)
"""What tells more of a case, rather than names a thing to hear of."""
_AGREEING = 4
"""Documents near the fuller question among which an answer to the ellipsis must stand."""
_LEADING = 2
"""Of these, so many are of the same matter without naming it."""
_MATTER = 2
"""Exchanges back to which its matter may have been named."""


async def find(searching: Searching, snapshot: Snapshot, given: Said, asked: Question) -> Findings:
    """What is known about a question after the ones before it."""
    text = without_step(given.text) if asked.exchanges else given.text
    found = snapshot.at_once(text)
    if found is not None and not (nameless(text) and topic_of(asked.exchanges)):
        return found
    if (asks_more(text) and asked.exchanges) or grumbles(text) or asks_to_choose(text):
        # It names nothing; whatever the search finds for it is of another matter.
        return Findings("none")
    chosen = await _chosen(searching, snapshot, text, asked)
    if chosen is not None:
        return chosen
    if said_plainly(text, asked.exchanges):
        return Findings("none")
    role = role_of(text)
    if role and asked.exchanges:
        return await _for_the_other_side(searching, snapshot, role, asked)
    asked = await _with_likely_matter(searching, snapshot, text, asked)
    ruling = _continued(snapshot, text, asked, corrects=given.corrects)
    if ruling is not None and (
        len(key(text)) < _SENTENCE or snapshot.offers(ruling.table.id, text)
    ):
        return Findings("none", ruling=ruling)
    plain = _gone_on_with(snapshot, text, asked) or _still_asked(snapshot, text, asked)
    if plain is not None:
        return plain
    findings = await searching.find(snapshot, text, asked.today)
    elsewhere = findings.law or findings.ruling or findings.band == "answer"
    if ruling is not None and not (elsewhere and asks(text)):
        return Findings("none", ruling=ruling)
    if findings.law is not None:
        return findings
    over = _over_several(snapshot, given, asked, findings)
    if over is not None:
        return over
    leaning = given.corrects or leans(text, asked.exchanges)
    if not leaning or findings.graph is not None or not asked.exchanges:
        return await _pointing(searching, snapshot, text, asked, findings)
    if findings.band == "answer" and not _doubtful(snapshot, findings, text):
        return findings
    return await _made_whole(searching, snapshot, text, asked, findings) or findings


async def _chosen(
    searching: Searching, snapshot: Snapshot, text: str, asked: Question
) -> Findings | None:
    """The document that the reply before pointed to and the visitor takes."""

    async def search_before() -> Findings:
        return await _found_before(searching, snapshot, asked)

    english = asked.language == "en"
    return await picked(text, asked.exchanges, search_before, english=english)


async def _found_before(searching: Searching, snapshot: Snapshot, asked: Question) -> Findings:
    """What was found for the last question."""
    *earlier, last = asked.exchanges
    before = msgspec.structs.replace(asked, text=last.question, exchanges=tuple(earlier))
    return await find(searching, snapshot, said(last.question), before)


async def _with_likely_matter(
    searching: Searching, snapshot: Snapshot, text: str, asked: Question
) -> Question:
    """The question behind the document that the reply before asked back for, where it names nothing
    itself: who asks how long it takes, means what was offered."""
    last = asked.exchanges[-1] if asked.exchanges else None
    if last is None or last.outcome != "unknown" or last.entries:
        return asked
    if not nameless(text) and not snapshot.matters.asks_alone(text):
        return asked
    before = await _found_before(searching, snapshot, asked)
    return msgspec.structs.replace(asked, exchanges=likely_matter(asked.exchanges, before))


async def _for_the_other_side(
    searching: Searching, snapshot: Snapshot, role: str, asked: Question
) -> Findings:
    """What is known of the last question for who has another part in it (我是买方)."""
    near: list[Findings] = []
    for question in asked_as(role, as_meant(snapshot, asked.exchanges)):
        again = await searching.find(snapshot, question, asked.today)
        if again.band == "answer" or again.graph is not None or again.ruling is not None:
            return msgspec.structs.replace(again, law=None)
        near.append(again)
    pointing = next((n for n in near if n.band == "related" and n.candidates), None)
    return pointing or Findings("none")


def _still_asked(snapshot: Snapshot, text: str, asked: Question) -> Findings | None:
    """The question that a table asked back and that is still open, where a text asks for a side of
    what it leads to: that depends on the answer."""
    last = asked.exchanges[-1] if asked.exchanges else None
    if last is None or last.outcome != "clarify" or not last.entries or not nameless(text):
        return None
    if not asks(text):
        return None
    table = snapshot.pack.all(DecisionTable).get(last.entries[0])
    if table is None:
        return None
    ruling = rule_on(table, _chain(snapshot, asked.exchanges, asked), asked.today)
    return Findings("none", ruling=ruling) if ruling.ask is not None else None


def _gone_on_with(snapshot: Snapshot, text: str, asked: Question) -> Findings | None:
    """What goes on with an answer before by its words alone: an article, a numbered step or item,
    another side of the matter."""
    law = _law_gone_on_with(snapshot, text, asked)
    if law is not None:
        return Findings("none", law=law)
    numbered = part_of_what_was_told(
        text, asked.exchanges, snapshot, named=lambda e: names_of(snapshot, e)
    )
    if numbered is not None:
        return numbered
    side = side_of_the_matter(snapshot, text, asked.exchanges)
    return side and Findings("exact", exact=side, chance=PLAIN, band="answer")


def _over_several(
    snapshot: Snapshot, given: Said, asked: Question, findings: Findings
) -> Findings | None:
    """The ruling on a case that was told over several texts."""
    text = given.text
    earlier = [e.question for e in asked.exchanges][-_CASE:]
    told = not asks(text) and findings.match not in ("exact", "near")
    if earlier and findings.ruling is None and (findings.band != "answer" or told):
        over = snapshot.ruling_over(earlier, text, asked.today, matter=_MATTER)
        if over is not None:
            return Findings("none", ruling=over)
    leaning = given.corrects or leans(text, asked.exchanges)
    if leaning and findings.ruling is not None:
        with_case = told_before(findings.ruling, earlier, asked.today, text=text)
        return msgspec.structs.replace(findings, ruling=with_case)
    return None


async def _pointing(
    searching: Searching, snapshot: Snapshot, text: str, asked: Question, whole: Findings
) -> Findings:
    """What was found, where that is nothing with the pointers of the question behind a case that is
    told. They assert nothing: the case may change the answer."""
    if whole.band != "unknown" or whole.ruling is not None or whole.graph is not None:
        return whole
    told, question = told_and_asked(text)
    if not told or not question or bare(question):
        return whole
    again = await searching.find(snapshot, question, asked.today)
    if not again.candidates or again.band == "unknown":
        return whole
    return msgspec.structs.replace(whole, candidates=again.candidates, band="related")


def _doubtful(snapshot: Snapshot, findings: Findings, text: str) -> bool:
    """Whether an answer that was found for an ellipsis alone may belong to any other matter: the
    text names none, or it is only known that something is not known."""
    best = findings.best
    if best is None:
        return False
    if findings.match in ("exact", "near"):
        # A wording that names nothing is known of one matter, and may be asked of any.
        return nameless(text)
    if isinstance(best.document, Gap) or nameless(text) or which(text):
        return True
    return not snapshot.graph.names.link(text) and not snapshot.matters.name_in(text)


async def _made_whole(
    searching: Searching, snapshot: Snapshot, text: str, asked: Question, alone: Findings
) -> Findings | None:
    """What is known about what an ellipsis may mean, likeliest meaning first. What was found for it
    ``alone`` is an answer only if it is near what it may mean as well; else it is a pointer."""
    near: list[Findings] = []
    for fuller in full_questions(text, as_meant(snapshot, asked.exchanges)):
        again = await searching.find(snapshot, fuller, asked.today)
        if bare(text):
            again = asked_for(again, text)
        known = again.band == "answer" or again.graph is not None
        if known and not _same_as_before(again, asked):
            # The law that the earlier question named is not asked for again.
            return msgspec.structs.replace(again, law=None)
        near.append(_without_told(again, asked) if known else again)
    next_asked = _next_asked(snapshot, text, asked, [alone, *near])
    if next_asked is not None and alone.band != "answer":
        return next_asked
    lacking = nameless(text) or snapshot.matters.asks_alone(text)
    if alone.band == "unknown" or (alone.band != "answer" and lacking):
        pointing = (n for n in near if n.band == "related" and n.candidates)
        leading = next(pointing, None)
        if leading is not None and not nameless(text):
            # A side that the matter does not hold: what is near it is of another side.
            leading = msgspec.structs.replace(leading, chance=0.0)
        return leading and msgspec.structs.replace(leading, law=None, ruling=None)
    if alone.band != "answer" or not near or alone.best is None:
        return None
    ranks = [n for f in near for n, c in enumerate(f.candidates) if c.target.id == alone.best.id]
    if min(ranks, default=_AGREEING) < _AGREEING:
        gap = isinstance(alone.best.document, Gap)
        near_enough = (gap or min(ranks) < _LEADING) and not which(text)
        if near_enough or not _elsewhere(snapshot, alone.best, asked):
            return None
    return msgspec.structs.replace(near[0], match="none", exact=None, law=None, band="related")


def _without_told(findings: Findings, asked: Question) -> Findings:
    """What leads to an answer just told, with what is near it besides: as pointers."""
    told = asked.exchanges[-1].entries
    others = tuple(c for c in findings.candidates if c.target.id not in told)
    return Findings("none", candidates=others, band="related", vector=findings.vector)


def _next_asked(
    snapshot: Snapshot, text: str, asked: Question, near: Sequence[Findings]
) -> Findings | None:
    """The likeliest document for an ellipsis, alone or made whole, where the answer before pointed
    to it as what is asked next."""
    pointed = pointed_to(snapshot, asked.exchanges)
    likely = (n.best for n in near if n.band == "related" and n.chance >= PROBABLE)
    found = next((b for b in likely if b is not None and b.id in pointed), None)
    found = found or next_side(snapshot, text, asked.exchanges)
    return found and Findings("exact", exact=found, chance=PLAIN, band="answer")


def _elsewhere(snapshot: Snapshot, best: Target, asked: Question) -> bool:
    """Whether a document says nothing of the thing whose division was told before."""
    topic = topic_of(asked.exchanges)
    named = [topic[m.start : m.end] for m in snapshot.graph.names.link(topic)] or [topic]
    held = f"{' '.join(best.questions)} {getattr(best.document, 'answer', '')}"
    return not any(name in held for name in named if name)


def _law_gone_on_with(snapshot: Snapshot, text: str, asked: Question) -> LawFinding | None:
    """What a text asks of the article spoken of before; small talk in between does not end it."""
    earlier = [e.question for e in asked.exchanges if e.outcome != "smalltalk"]
    return snapshot.laws.follow_up(text, earlier, asked.today) if earlier else None


def _continued(snapshot: Snapshot, text: str, asked: Question, *, corrects: bool) -> Ruling | None:
    """The ruling that goes on when a text answers the question that a table asked back, or changes
    what the ruling before rested on."""
    exchanges = _up_to_the_offer(snapshot, text, asked.exchanges)
    exchanges = (
        exchanges if corrects or not supposes(text) else _up_to_the_case(snapshot, exchanges)
    )
    if not exchanges or not exchanges[-1].entries:
        return None
    last = exchanges[-1]
    tells = not asks(text) and _TELLS.search(normalise(text)) is not None
    if last.outcome != "clarify" and not (corrects or tells or leans(text, asked.exchanges)):
        return None
    chain = _chain(snapshot, exchanges, asked)
    return snapshot.continued(last.entries[0], [*chain, text], asked.today)


def _chain(snapshot: Snapshot, exchanges: Sequence[Exchange], asked: Question) -> list[str]:
    """The texts that told the case on which the last exchange ruled."""
    table = exchanges[-1].entries[:1]
    chain: list[str] = []
    for exchange in reversed(exchanges):
        if exchange.entries[:1] != table:
            break
        chain.insert(0, exchange.question)
        if snapshot.ruling(exchange.question, asked.today) is not None:
            # It states a whole case: what was said before belongs to another one.
            break
    return chain


def _up_to_the_offer(
    snapshot: Snapshot, text: str, exchanges: tuple[Exchange, ...]
) -> tuple[Exchange, ...]:
    """The exchanges until a choice was offered that is the text: it may still be tapped after
    something else was asked in between (什么是敏感个人信息)."""
    for place in range(len(exchanges) - 1, max(-1, len(exchanges) - _OFFERED - 1), -1):
        exchange = exchanges[place]
        if exchange.outcome == "clarify" and exchange.entries:
            offered = snapshot.offers(exchange.entries[0], text)
            return exchanges[: place + 1] if offered else exchanges
    return exchanges


def _up_to_the_case(snapshot: Snapshot, exchanges: tuple[Exchange, ...]) -> tuple[Exchange, ...]:
    """The exchanges without those behind the case told last that asked only for sides of what it
    led to: what is supposed then (要是里面有…呢) changes the case."""
    for place in range(len(exchanges) - 1, max(-1, len(exchanges) - _CASE - 1), -1):
        exchange = exchanges[place]
        if exchange.entries and exchange.entries[0] in snapshot.pack.all(DecisionTable):
            return exchanges[: place + 1]
        if not nameless(exchange.question) and exchange.outcome != "smalltalk":
            break
    return exchanges


def asked_for(findings: Findings, part: str) -> Findings:
    """Findings for a completed ellipsis, where the best candidate must be about what is asked: a
    question about fees is not answered with the rights of the same subject."""
    wanted, best = aspects_of(part), findings.best
    if best is None or findings.exact is not None:
        return findings
    fits = bool(wanted & aspects_of(best.questions[0] if best.questions else ""))
    if fits and (findings.band == "answer" or not isinstance(best.document, Gap)):
        return findings
    for candidate in findings.candidates[:4]:
        # What is known not to be known may be said in its stead.
        target = candidate.target
        if isinstance(target.document, Gap) and wanted & aspects_of(target.questions[0]):
            return Findings("exact", exact=target, chance=findings.chance, band="answer")
    return msgspec.structs.replace(findings, band="unknown", exact=None, match="none")


def _same_as_before(findings: Findings, asked: Question) -> bool:
    best = findings.best
    return best is not None and best.id in asked.exchanges[-1].entries
