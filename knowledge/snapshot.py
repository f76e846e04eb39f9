"""One state of the knowledge, as a turn sees it: what is known about a question.

It answers with ``Findings`` and decides nothing.
"""

from __future__ import annotations

import copy
import functools
from collections.abc import Sequence
from datetime import date

import msgspec

from knowledge.answers.added_people import adds_people
from knowledge.answers.citing import Citer
from knowledge.answers.comparing import Comparisons
from knowledge.answers.dated_tables import of_that_day
from knowledge.answers.days import asked_day
from knowledge.answers.english_slips import EnglishSlips, of_wishes
from knowledge.answers.graph import ClaimGraph
from knowledge.answers.introducing import from_abroad, introduction
from knowledge.answers.kinds_told import several_in
from knowledge.answers.kinship import speaks_of_both
from knowledge.answers.law_findings import LawFinding
from knowledge.answers.matters import MatterBook
from knowledge.answers.naming import asked_by_name
from knowledge.answers.rules import LawBook
from knowledge.answers.ruling_ends import left_open
from knowledge.answers.standards import StandardFinding, Standards
from knowledge.answers.statutes import StatuteBook
from knowledge.answers.table_asked import taken_up, triggered
from knowledge.answers.table_facts import held_to, told_before
from knowledge.answers.table_gone_on import gone_on
from knowledge.answers.table_replies import asks_anew
from knowledge.answers.tables import Ruling, rule_on
from knowledge.findings import Findings
from knowledge.pack import Pack
from knowledge.said import core_keys, exact_keys, list_names
from knowledge.search.confidence import Band, Thresholds, family_of
from knowledge.search.entities import SlipMender
from knowledge.search.features import FEATURES
from knowledge.search.forms import forms_of
from knowledge.search.fusion import Candidate, Reading, SearchIndex, texts_of, whole_texts_of
from knowledge.search.judges import Judges
from knowledge.search.pieces import Asked, Codebook, Kept
from knowledge.search.pinyin import PinyinReader, looks_like_pinyin
from knowledge.search.targets import Target, segmenter_of, targets_of
from knowledge.search.vectors import Narrow, VectorCache, Vectors
from knowledge.text import is_english, key, normalise
from knowledge.types import (
    Claim,
    ClosedList,
    DecisionTable,
    Gap,
    Law,
    Matter,
    Predicate,
    Procedure,
    Product,
    Rule,
    Source,
    Statute,
    Term,
    Vendor,
)

PLAIN = 0.97
"""The chance of an answer to a plain question for a side of a matter; ``bench/plain.py`` prints
what it rests on."""
_STRICT = Thresholds(answer=2.0, related=0.5)
_OF_THE_HOUSE = frozenset(("procedure", "documents", "fee_contact_hours"))
"""What is told of how things are done here, whoever asks."""
_NEAR_COVERED = 0.9
_NEAR_CHANCE = 0.9
_CANDIDATES = 8
"""Candidates that findings hold."""
_COLUMN = {name: place for place, name in enumerate(FEATURES)}


class Snapshot:
    """One state of the knowledge on one day. Read by any number of threads."""

    def __init__(
        self,
        pack: Pack,
        day: date,
        *,
        version: int,
        judges: Judges | None,
        cache: VectorCache | None,
    ) -> None:
        self.pack = pack
        self.day = day
        self.version = version
        self.judges = judges
        texts = StatuteBook(pack.all(Statute), pack.all(Law))
        self.graph = ClaimGraph(pack.all(Claim), pack.all(Predicate), pack.all(Term))
        self.citer = Citer(
            pack.all(Law),
            pack.all(Source),
            pack.all(Rule),
            official_hosts=pack.profile.official_hosts,
        )
        segmenter = segmenter_of(pack)
        self.laws = LawBook(pack.all(Law), pack.all(Rule), texts, segmenter)
        self.standards = Standards(pack.every(), pack.all(Claim))
        targets = targets_of(pack, day)
        self._cache = cache
        vectors, pieces = vectors_of(targets, cache), pieces_of(targets, cache)
        self.index = SearchIndex(targets, segmenter, vectors, pieces=pieces)
        forms = forms_of(segmenter)
        self._exact = exact_keys(targets, forms)
        self._cores = core_keys(targets, forms)
        self._lists = list_names(targets)
        house = pack.all(Term).get(pack.profile.exchange)
        names_of_house = (pack.profile.exchange, *(house.synonyms if house else ()))
        self.matters = MatterBook(pack.all(Matter).values(), targets, names_of_house)
        self.comparisons = Comparisons(targets, self.matters, self.graph.names, self.exact)
        self._segmenter = segmenter
        self._names = [n for t in pack.all(Term).values() for n in (t.id, *t.synonyms)]
        self._mender = SlipMender(self._names, segmenter)

    def with_meaning(self, judges: Judges | None, cache: VectorCache | None) -> Snapshot:
        """The same state with what was learned and made behind it; the rest is shared."""
        other = copy.copy(self)
        other.judges = judges
        other._cache = cache
        targets = self.index.targets
        other.index = self.index.with_meaning(vectors_of(targets, cache), pieces_of(targets, cache))
        return other

    @property
    def products(self) -> dict[str, Product]:
        """The catalogue's data products."""
        return self.pack.all(Product)

    @property
    def vendors(self) -> dict[str, Vendor]:
        """The catalogue's vendors."""
        return self.pack.all(Vendor)

    def exact(self, question: str) -> Target | None:
        """The target that has this very wording, up to width, case, numerals, politeness and small
        words that change nothing. No thread is needed: some microseconds."""
        return (
            self._exact.get(key(question))
            or self._cores.get(self._segmenter.core(question))
            or self._lists.get(asked_by_name(question))
        )

    @functools.cached_property
    def _pinyin(self) -> PinyinReader:
        # Few visitors type pinyin; a snapshot that meets none need not make it.
        return PinyinReader(self._names)

    @functools.cached_property
    def _english_slips(self) -> EnglishSlips:
        return of_wishes((*self.products.values(), *self.vendors.values()), self.index.targets)

    def wish_mended(self, text: str) -> str:
        """An English wish for something of the catalogue without slips in its names."""
        return self._english_slips.mend(text)

    def from_pinyin(self, text: str) -> str:
        """A question typed in pinyin letters in characters; empty when it is none, or not plain."""
        return self._pinyin.read(text) if looks_like_pinyin(text) else ""

    def at_once(self, question: str) -> Findings | None:
        """What answers without a search: a known wording, or a matter's side asked for plainly."""
        exact = self.exact(question)
        if exact is not None:
            found = Findings("exact", exact=exact, chance=1.0, band="answer")
            return self._to_the_side(question, found)
        plain = self.matters.find(question)
        if plain is not None:
            return Findings("exact", exact=plain, chance=PLAIN, band="answer")
        told = self.comparisons.told(question)
        return told and Findings("exact", exact=told, chance=PLAIN, band="answer")

    def find(self, question: str, day: date, *, hurry: bool = False) -> Findings:
        """Everything known about a question. Takes milliseconds, tens where vectors are needed;
        call it in a thread. ``hurry``: by words alone."""
        found = self._to_the_side(question, self._found(question, day, hurry=hurry))
        found = self.of_that_day(question, found, day)
        return self._behind_introduction(question, found, day, hurry=hurry) or found

    def _behind_introduction(
        self, question: str, found: Findings, day: date, *, hurry: bool
    ) -> Findings | None:
        """What is surely known of an English question without the sentences in front of it that
        only tell who asks, where nothing is known of the whole. English tells it in sentences that
        have more words than the question. What is told may matter to what a firm may do, not to how
        things are done here: nothing else is answered so."""
        if found.band == "answer" or found.law or found.ruling or found.graph or found.compared:
            return None
        told = introduction(normalise(question)) if is_english(question) else ""
        if not told or from_abroad(told) or len(told) >= len(question):
            return None
        rest = self._to_the_side(question, self._found(question[len(told) :], day, hurry=hurry))
        best = rest.best if rest.band == "answer" and rest.law is None else None
        if best is None or rest.ruling is not None or rest.graph is not None:
            return None
        of_here = isinstance(best.document, Gap | ClosedList | Procedure)
        if not of_here and getattr(best.document, "intent", "") not in _OF_THE_HOUSE:
            return None
        return msgspec.structs.replace(rest, vector=found.vector)

    def of_that_day(self, question: str, found: Findings, day: date) -> Findings:
        """What was found; where that is of today and an earlier day is asked about, the row of a
        table that is of that day."""
        near = found.best if found.band != "unknown" else None
        table = found.best is not None and isinstance(found.best.document, DecisionTable)
        best = found.best if table else near
        if found.law or found.ruling or found.graph or found.compared or best is None:
            return found
        tables, claims = self.pack.all(DecisionTable).values(), self.pack.all(Claim)
        ruling = of_that_day(tuple(tables), question, day, best=best.document, claims=claims)
        return found if ruling is None else Findings("none", ruling=ruling, vector=found.vector)

    def _to_the_side(self, question: str, found: Findings) -> Findings:
        """What was found; where that is the steps of a matter, and one other side is asked for
        (how long it is valid, what it costs), what answers that side."""
        best = found.best if found.band == "answer" else None
        if best is None or not isinstance(best.document, Procedure):
            return found
        worded = found.exact is not None
        side = self.matters.instead_of_steps(question, best, worded=worded)
        if side is None:
            return found
        return msgspec.structs.replace(found, match="exact", exact=side, chance=PLAIN)

    def _found(self, question: str, day: date, *, hurry: bool) -> Findings:
        found = self.at_once(question)
        if found is None:
            question = self._mender.mend(question)
            found = self.at_once(question)
        if found is not None:
            return found
        law = self.laws.look_up(question, day) or self._of_standard(question, day)
        ruling = self.ruling(question, day)
        reading = self.index.read(question)
        near = self._near(reading) if ruling is None or not ruling.settled else None
        if near is not None:
            return msgspec.structs.replace(near, law=law)
        cache = None if hurry else self._cache
        vector = cache.question(question) if cache is not None else None
        pieces = cache.asked(question) if cache is not None else None
        candidates, chance, band = self._judge(reading, vector, pieces)
        if band == "answer" and not speaks_of_both(
            question, candidates[0].target, self.graph.names
        ):
            band = "related"
        return Findings(
            "meaning" if vector is not None else "words",
            candidates=_alone(candidates[:_CANDIDATES]),
            law=law,
            graph=self.graph.find(question, day),
            ruling=ruling,
            chance=chance,
            band=band,
            vector=vector,
            compared=self.comparisons.find(
                question, [c.target for c in candidates[:1]] if band == "answer" else ()
            ),
        )

    def _of_standard(self, question: str, day: date) -> LawFinding | None:
        """What is held of a standard that a question names by its number."""
        found = self.standards.look_up(question, day)
        return None if found is None else _as_law(found, day)

    def law_gone_on_with(self, text: str, earlier: Sequence[str], day: date) -> LawFinding | None:
        """What a text asks of the article, or of the standard, that was looked up before."""
        found = self.standards.follow_up(text, earlier, day)
        return self.laws.follow_up(text, earlier, day) if found is None else _as_law(found, day)

    def ruling(self, question: str, day: date) -> Ruling | None:
        """The ruling of the table whose question this is, if it is one's."""
        table = triggered(self.pack.all(DecisionTable).values(), question)
        if table is None:
            return None
        asked = asked_day(question, day)
        return left_open(rule_on(table, [question], day), question, asked)

    def ruling_over(
        self, earlier: Sequence[str], text: str, day: date, *, matter: int
    ) -> Ruling | None:
        """The ruling on a case that is told over several texts: what it is about in one of the
        last ``matter`` before, its figures in the last."""
        table = taken_up(self.pack.all(DecisionTable).values(), earlier[-matter:], text)
        if table is None or asks_anew(text):
            return None
        texts = [*earlier, text]
        several = several_in(table, texts) or adds_people(texts)
        groups = rule_on(table, texts, day) if several else None
        if groups is not None and groups.settled:
            return groups
        held = held_to(table, texts, day)
        return held or told_before(rule_on(table, [text], day), earlier, day, text=text)

    def offers(self, table: str, text: str) -> bool:
        """Whether a text is one of the choices that a table offers."""
        known = self.pack.all(DecisionTable).get(table)
        if known is None:
            return False
        return key(text) in {
            key(label) for i in known.inputs for label in (*i.labels, *i.labels_english)
        }

    def continued(self, table: str, texts: Sequence[str], day: date) -> Ruling | None:
        """The ruling of a table after further answers; ``None`` when the last one answers nothing
        that the table had asked and changes nothing that was stated."""
        known = self.pack.all(DecisionTable).get(table)
        return gone_on(known, texts, day) if known is not None else None

    def _near(self, reading: Reading) -> Findings | None:
        """A hit so close in words that meaning need not be asked."""
        if self.judges is None or not self.index.nearly_said(reading, _NEAR_COVERED):
            return None
        numbers, rows = self.index.features(reading, None)
        ranked, chance = self.judges.words.judged(self.index, numbers, rows)
        if not ranked:
            return None
        best = ranked[0]
        covered, wording, conflict = (
            best.features[_COLUMN[n]]
            for n in ("covered_best", "wording_covered", "number_conflict")
        )
        if min(covered, wording) < _NEAR_COVERED or conflict or chance < _NEAR_CHANCE:
            return None
        return Findings("near", _alone(ranked[:_CANDIDATES]), chance=chance, band="answer")

    def _judge(
        self, reading: Reading, vector: Vectors | None, pieces: Asked | None
    ) -> tuple[list[Candidate], float, Band]:
        if self.judges is None:
            return [], 0.0, "unknown"
        if self.judges.late is None or not self.index.has_pieces:
            pieces = None
        judge = self.judges.judging(vector=vector is not None, pieces=pieces is not None)
        numbers, rows = self.index.features(reading, vector, pieces)
        ranked, chance = judge.judged(self.index, numbers, rows)
        if not ranked:
            return [], 0.0, "unknown"
        family = family_of(ranked[0].target)
        return ranked, chance, judge.thresholds.get(family, _STRICT).band(chance)


def _alone(candidates: Sequence[Candidate]) -> tuple[Candidate, ...]:
    """Candidates with rows of their own: findings are kept for a while, and with a row of a table
    its whole table, which is ten times as large."""
    return tuple(msgspec.structs.replace(c, features=c.features.copy()) for c in candidates)


def vectors_of(targets: Sequence[Target], cache: VectorCache | None) -> Narrow | None:
    """The vectors of the texts of targets, in the index's order; ``None`` without an embedder."""
    return cache.narrow(texts_of(targets)) if cache is not None and targets else None


def pieces_of(targets: Sequence[Target], cache: VectorCache | None) -> tuple[Kept, Codebook] | None:
    """The pieces of the texts of targets, in the index's order, with their book; ``None`` where
    the embedder tells nothing of pieces or no book is there."""
    if cache is None or cache.pieces is None or cache.pieces.book is None or not targets:
        return None
    kept = cache.pieces.kept(whole_texts_of(targets))
    return None if kept is None else (kept, cache.pieces.book)


def _as_law(found: StandardFinding, day: date) -> LawFinding:
    """A standard that was looked up, told in the place of a law."""
    status = "not_held" if found.source is None else "about_law"
    return LawFinding(status, found.number, None, day, standard=found)
