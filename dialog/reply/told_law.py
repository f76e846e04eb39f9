"""What a short text asks of the ground of the reply before it: in which law that stands, who
punishes a breach (谁来罚), what a breach costs (罚则呢), or what the law says of somebody or of a
graver case (直接负责的主管人员呢).

Searched, such a text finds any law that says the like in the same words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from dialog.reply.aspects import aspects_of
from dialog.reply.context import elliptic, leaves_undone
from dialog.reply.force_asked import asks_whether_still, names_rule
from dialog.reply.policy import Decision, OfTold, Stored
from dialog.reply.question import Exchange, Question
from dialog.reply.spoken_of import side_of_the_matter
from dialog.reply.told_sides import ToldSide, governs_alone, names_what, sides_asked
from knowledge.answers.citing import origins_of, plain_title
from knowledge.answers.law_enforcing import names_punisher, penal_rules
from knowledge.answers.law_findings import LawFinding
from knowledge.answers.law_following import asks_of_article, leans_on_article, says_only
from knowledge.answers.law_told import Told
from knowledge.answers.law_topics import PENAL, is_penal, sum_of
from knowledge.findings import Findings
from knowledge.search.targets import Target
from knowledge.snapshot import PLAIN, Snapshot
from knowledge.text import is_english, normalise
from knowledge.types import (
    Claim,
    DecisionTable,
    Document,
    Entry,
    Gap,
    Law,
    Origin,
    Rule,
    Source,
)

_LACKS = re.compile(
    r"没有(?!做|办|报|备|评|登|交|签|标|打)"
    r"|\b(?:don't|do not|didn't|did not|cannot|can't) (?:have|know|find)\b"
)
"""What supposes that something is not there, rather than that a duty is left undone."""
_TAKES_EFFECT = re.compile(
    r"(?:合同|协议|证书?|授权|登记|订单)[^,。;]{0,8}(?:生效|有效)|生效(?:后|之日)"
    r"|\b(?:contract|agreement|certificate)s?\b[^,.;]{0,20}\b(?:effect|effective|valid)\b"
)
"""What says of a paper that it takes effect: 哪天生效 may ask that."""
_HELD = ("answered", "partial")
_OF_ITSELF: frozenset[ToldSide] = frozenset(("basis", "force"))
"""Sides that even what is only known not to be known has."""
_NEAR = 5
"""Documents that are near a matter."""
_LOOKED_UP = 0.97
"""The chance of what is looked up in the law that was told."""


def of_told_law(
    text: str, exchanges: Sequence[Exchange], snapshot: Snapshot, today: date
) -> Findings | None:
    """What answers a text out of the law that was told last, or the document that told it;
    ``None`` where it asks something else, or nothing that they say."""
    last = _last_told(exchanges)
    if last is None:
        return None
    targets = [t for t in map(snapshot.index.target, last.entries) if t is not None]
    told = _places(_origins(last, snapshot))
    if not told:
        return None
    asked = normalise(text)
    if says_only(PENAL, asked) or (leaves_undone(asked) and not _LACKS.search(asked)):
        return _of_law(snapshot.laws.breach_of(told, today))
    if not all(_told_as_law(t) for t in targets):
        # Of other matters, what is named next may be a thing of its own.
        return None
    found = _of_law(snapshot.laws.held_in(asked, told, today))
    return found or _told_again(asked, targets, snapshot)


def of_told_ruling(
    text: str, exchanges: Sequence[Exchange], snapshot: Snapshot, today: date
) -> LawFinding | None:
    """What the articles on which a ruling rests, if one was told last, say of a part that a text
    names and asks nothing else of (同意呢)."""
    last = _last_told(exchanges)
    if last is None or last.entries[0] not in snapshot.pack.all(DecisionTable) or aspects_of(text):
        return None
    told = _places(_origins(last, snapshot))
    return snapshot.laws.held_in(normalise(text), told, today, wholly=True)


def ground_asked(text: str, asked: Question, snapshot: Snapshot) -> Decision | None:
    """What is said to a text that asks, with every word, on what the reply before rests, since when
    that holds, who punishes a breach of it, or what a breach costs. ``None`` where it asks
    something else, where nothing was told, or where a document of the matter spoken of answers
    it."""
    sides = sides_asked(text)
    last = _last_told(asked.exchanges, known=not set(sides) <= _OF_ITSELF) if sides else None
    if last is None:
        return None
    origins = _origins(last, snapshot)
    matter = side_of_the_matter(snapshot, text, asked.exchanges)
    if not origins or not _of_the_ground(text, sides, last, matter, snapshot):
        return None
    places = _places(origins)
    if "penalty" in sides and matter is not None and isinstance(matter.document, Rule):
        places = ((matter.document.law, matter.document.article), *places)
    enforcers = snapshot.laws.enforced_by(places, asked.today) if "authority" in sides else None
    if sides == ("authority",) and (enforcers is None or not enforcers.punishes):
        naming = next((t for t in _targets(last, snapshot) if _names_punisher(t)), None)
        if naming is not None:
            return Stored(_LOOKED_UP, naming)
    force = None
    if "force" in sides:
        laws = _laws_told(origins, _said(last, snapshot), snapshot)
        force = snapshot.laws.dates_of(laws, asked.today, ended=asks_whether_still(text))
        dated = _dated_elsewhere(origins, snapshot) if force is None else None
        if dated is not None and sides == ("force",):
            return Stored(_LOOKED_UP, dated)
    penalty = None
    if "penalty" in sides:
        penalty = snapshot.laws.breach_of(places, asked.today, matter=_said(last, snapshot))
    if penalty is not None and is_english(text):
        penalty = _said_in_english(penalty)
    return OfTold(_LOOKED_UP, sides, origins, last.entries, enforcers, penalty, force)


def side_told(text: str, asked: Question, snapshot: Snapshot) -> Decision | None:
    """The same to a question beside others; ``None`` also where the laws do not say it."""
    decision = ground_asked(text, asked, snapshot)
    if not isinstance(decision, OfTold):
        return decision
    said = {
        "authority": decision.enforcers, "penalty": decision.penalty, "force": decision.force
    }  # fmt: skip
    return decision if all(said.get(s, decision) is not None for s in decision.sides) else None


def of_nothing_told(text: str, exchanges: Sequence[Exchange]) -> bool:
    """Whether a text asks, with every word, for the ground of a reply that knew nothing; of what a
    known gap says, its basis can be told."""
    sides = sides_asked(text)
    last = _last_matter(exchanges)
    if not sides or last is None or last.outcome != "unknown":
        return False
    return not (last.entries and set(sides) <= _OF_ITSELF)


def tells_of_breach(found: Findings, before: Findings | None = None) -> bool:
    """Whether what was found tells what a breach costs, or who punishes it; of a law that is near
    the matter ``before`` too, where that is given: who names nothing asks of no other."""
    if found.law is not None:
        return bool(penal_rules(found.law))
    best = found.best if found.band == "answer" else None
    if best is None or not _is_penal(best):
        return False
    return before is None or _near_one(best.document, before)


def _near_one(document: Document, before: Findings) -> bool:
    near = (name for c in before.candidates[:_NEAR] for name in _laws(c.target.document))
    return not _laws(document).isdisjoint(near)


def _laws(document: Document) -> set[str]:
    origins: tuple[Origin, ...] = getattr(document, "sources", ())
    own = {document.law} if isinstance(document, Rule) else set[str]()
    return (own | {origin.law for origin in origins}) - {""}


def grounds_left_out(exchanges: Sequence[Exchange]) -> tuple[Exchange, ...]:
    """The exchanges without those that only asked for the ground of the one before: what is spoken
    of is what was told."""
    kept: list[Exchange] = []
    for exchange in exchanges:
        last = kept[-1] if kept else None
        sides = sides_asked(exchange.question) if last is not None else ()
        told = last is not None and bool(last.entries)
        passing = exchange.outcome == "unknown" or (told and "penalty" not in sides)
        if not (sides and passing):
            kept.append(exchange)
    return tuple(kept)


def _of_the_ground(
    text: str,
    sides: Sequence[ToldSide],
    last: Exchange,
    matter: Target | None,
    snapshot: Snapshot,
) -> bool:
    """Whether a text asks of the ground that was told, rather than of the matter at large.
    ``matter``: what answers that side of the matter spoken of."""
    if "why" in sides or "gist" in sides:
        ruled = last.entries[0] in snapshot.pack.all(DecisionTable)
        return ruled or not names_what(text)
    if "force" in sides and not names_rule(text):
        return _TAKES_EFFECT.search(_said(last, snapshot)) is None
    if "authority" in sides and governs_alone(text):
        targets = _targets(last, snapshot)
        return matter is None and any(_told_as_law(t) and _is_penal(t) for t in targets)
    if "penalty" in sides and matter is not None:
        rule = matter.document
        # A rule that names no sum refers to other laws, which say more.
        return isinstance(rule, Rule) and is_penal(rule) and not sum_of(rule)
    return True


def _said_in_english(finding: LawFinding) -> LawFinding:
    """A penalty without the rule that only refers to it, where that has no English and it has."""
    referred = finding.also[0] if finding.also else None
    if referred is None or any(r.english for r in penal_rules(finding)):
        return finding
    return referred if all(r.english for r in penal_rules(referred)) else finding


def _last_told(exchanges: Sequence[Exchange], *, known: bool = True) -> Exchange | None:
    """The last exchange but small talk, where it told something. ``known``: something that is
    known, rather than that something is not."""
    last = _last_matter(exchanges)
    if last is None or not last.entries:
        return None
    told = last.outcome in _HELD or (last.outcome == "unknown" and not known)
    return last if told else None


def _last_matter(exchanges: Sequence[Exchange]) -> Exchange | None:
    """The last exchange but small talk. A mere follow-up that led to nothing (公司在北京呢) is no
    matter of its own where one was told before it."""
    passed: Exchange | None = None
    for place in range(len(exchanges) - 1, -1, -1):
        exchange = exchanges[place]
        if exchange.outcome == "smalltalk":
            continue
        if exchange.outcome in _HELD and exchange.entries:
            return exchange
        passed = passed or exchange
        nothing = exchange.outcome == "clarify" or not exchange.entries
        if not nothing or not elliptic(exchange.question, exchanges[:place]):
            break
    return passed


def _laws_told(origins: Sequence[Origin], said: str, snapshot: Snapshot) -> list[str]:
    """The laws on which something rests: those that it names, else all."""
    laws = snapshot.pack.all(Law)
    held = [o.law for o in origins if o.law in laws]
    named = [law for law in held if normalise(plain_title(laws[law].title)) in said]
    return named or held


def _dated_elsewhere(origins: Sequence[Origin], snapshot: Snapshot) -> Target | None:
    """The document that says since when a source holds which is no law, such as a standard."""
    sources = snapshot.pack.all(Source)
    held = (sources[o.source] for o in origins if o.source in sources)
    names = (name for source in held for name in (source.number, source.title) if name)
    found = (snapshot.at_once(f"{name}什么时候实施") for name in dict.fromkeys(names))
    known = (f.best for f in found if f is not None)
    return next((t for t in known if t is not None and not isinstance(t.document, Gap)), None)


def _of_law(finding: LawFinding | None) -> Findings | None:
    return finding and Findings("none", law=finding)


def _told_again(asked: str, targets: Sequence[Target], snapshot: Snapshot) -> Findings | None:
    """The document that was told, where its own words say what no gist of the article says."""
    for target in targets:
        document = target.document
        if isinstance(document, Entry) and snapshot.laws.says(document.answer, asked):
            return Findings("exact", exact=target, chance=PLAIN, band="answer")
    return None


def _told_as_law(target: Target) -> bool:
    """Whether a document tells an article, or what a breach costs."""
    return isinstance(target.document, Rule) or _is_penal(target)


def _is_penal(target: Target) -> bool:
    document = target.document
    if isinstance(document, Rule):
        return is_penal(document)
    return isinstance(document, Entry) and document.weight == "penalty"


def _names_punisher(target: Target) -> bool:
    """Whether what was told of a penalty names itself who punishes."""
    document = target.document
    return isinstance(document, Entry) and _is_penal(target) and names_punisher(document.answer)


def _targets(exchange: Exchange, snapshot: Snapshot) -> list[Target]:
    return [t for t in map(snapshot.index.target, exchange.entries) if t is not None]


def _said(exchange: Exchange, snapshot: Snapshot) -> str:
    """What was told of a matter itself."""

    def told() -> Iterator[str]:
        for target in _targets(exchange, snapshot):
            document = target.document
            if isinstance(document, DecisionTable):
                yield from (r.conclusion for r in document.rows if r.id in exchange.entries)
            else:
                yield target.body

    return normalise(" ".join(told()))


def _origins(exchange: Exchange, snapshot: Snapshot) -> tuple[Origin, ...]:
    """On what rests what an exchange told, each place once, in the order in which it was told."""
    found: list[Origin] = []
    for name in exchange.entries:
        found.extend(_origins_of(name, exchange, snapshot))
    return tuple(dict.fromkeys(found))


def _origins_of(name: str, exchange: Exchange, snapshot: Snapshot) -> Sequence[Origin]:
    if name in snapshot.pack.all(Law):
        return (Origin(law=name),)
    claims = snapshot.pack.all(Claim)
    target = snapshot.index.target(name)
    document: Document | None = target.document if target is not None else claims.get(name)
    if isinstance(document, DecisionTable):
        rows = [row for row in document.rows if row.id in exchange.entries]
        return [origin for row in rows for origin in row.sources]
    if document is None:
        return ()
    # What a claim or a step rests on besides carries that alone.
    own: tuple[Origin, ...] = getattr(document, "sources", ())
    return own or origins_of(document, claims)


def _places(origins: Sequence[Origin]) -> tuple[Told, ...]:
    """The articles among what something rests on."""
    places = ((o.law, o.article) for o in origins if o.law and o.article)
    return tuple(dict.fromkeys((law, article) for law, article in places))


def law_gone_on_with(snapshot: Snapshot, text: str, asked: Question) -> LawFinding | None:
    """What a text asks of the article or standard spoken of before; small talk in between does not
    end it. The article may have been told to who named none."""
    before = [e for e in asked.exchanges if e.outcome != "smalltalk"]
    told = leans_on_article(normalise(text))
    earlier = [_as_asked(e, snapshot) if told else e.question for e in before]
    return snapshot.law_gone_on_with(text, earlier, asked.today) if earlier else None


def _as_asked(exchange: Exchange, snapshot: Snapshot) -> str:
    """A question before; one that names no law and to which an article was told, as that
    article."""
    rule = snapshot.pack.all(Rule).get(exchange.entries[0]) if exchange.entries else None
    law = snapshot.pack.all(Law).get(rule.law) if rule is not None else None
    question = normalise(exchange.question)
    if rule is None or law is None or exchange.outcome not in _HELD:
        return exchange.question
    if (
        law.effective_to is not None
        or snapshot.laws.names.link(question)
        or asks_of_article(question)
    ):
        return exchange.question
    return f"{plain_title(law.title)}第{rule.article}条"
