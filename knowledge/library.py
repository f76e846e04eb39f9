"""The library: knowledge as a turn sees it. One snapshot is one state; a new one replaces it whole.

A snapshot answers "what is known about this question?" with ``Findings`` and decides nothing. The
library swaps snapshots by version; a running turn keeps the one that it began with.

Longer than 400 lines because a snapshot and what puts it in place are read together.
"""

from __future__ import annotations

import copy
import functools
import threading
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

import msgspec
import structlog

from knowledge.answers.citing import Citer
from knowledge.answers.days import asked_day
from knowledge.answers.graph import ClaimGraph
from knowledge.answers.kinship import speaks_of_both
from knowledge.answers.matters import MatterBook
from knowledge.answers.naming import asked_by_name
from knowledge.answers.rules import LawBook
from knowledge.answers.statutes import StatuteBook
from knowledge.answers.tables import (
    Ruling,
    asks_anew,
    bears_out,
    left_open,
    rule_on,
    taken_up,
    told_before,
    triggered,
)
from knowledge.findings import Findings
from knowledge.pack import Pack
from knowledge.said import core_keys, exact_keys, list_names
from knowledge.search.confidence import Band, Thresholds, family_of, signals_of
from knowledge.search.entities import SlipMender
from knowledge.search.features import FEATURES
from knowledge.search.forms import forms_of
from knowledge.search.fusion import Candidate, Reading, SearchIndex, texts_of
from knowledge.search.judges import Judges, load_judges
from knowledge.search.pinyin import PinyinReader, looks_like_pinyin
from knowledge.search.targets import Target, segmenter_of, targets_of
from knowledge.search.vectors import Embedder, Narrow, VectorCache, Vectors
from knowledge.text import key
from knowledge.types import (
    Claim,
    DecisionTable,
    Law,
    Matter,
    Predicate,
    Product,
    Rule,
    Source,
    Statute,
    Term,
    Vendor,
)

log = structlog.get_logger(__name__)

PLAIN = 0.97
"""The chance of an answer to a plain question for a side of a matter; ``bench/plain.py`` prints
what it rests on."""
_STRICT = Thresholds(answer=2.0, related=0.5)
_NEAR_COVERED = 0.9
_NEAR_CHANCE = 0.9
_LOOK = 0.5
"""Seconds between two looks whether a new day has begun or another process has published."""
_REST = 60.0
"""Seconds until the next look after one that failed."""
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
        targets = targets_of(pack, day)
        vectors = _vectors(targets, cache)
        self._embedder = cache.embedder if cache is not None else None
        self.index = SearchIndex(targets, segmenter, vectors)
        forms = forms_of(segmenter)
        self._exact = exact_keys(targets, forms)
        self._cores = core_keys(targets, forms)
        self._lists = list_names(targets)
        house = pack.all(Term).get(pack.profile.exchange)
        names_of_house = (pack.profile.exchange, *(house.synonyms if house else ()))
        self.matters = MatterBook(pack.all(Matter).values(), targets, names_of_house)
        self._segmenter = segmenter
        self._names = [n for t in pack.all(Term).values() for n in (t.id, *t.synonyms)]
        self._mender = SlipMender(self._names, segmenter)

    def with_meaning(self, judges: Judges | None, cache: VectorCache | None) -> Snapshot:
        """The same state with what was learned and made behind it; the rest is shared."""
        other = copy.copy(self)
        other.judges = judges
        other._embedder = cache.embedder if cache is not None else None
        other.index = self.index.with_meaning(_vectors(self.index.targets, cache))
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

    def from_pinyin(self, text: str) -> str:
        """A question typed in pinyin letters in characters; empty when it is none, or not plain."""
        return self._pinyin.read(text) if looks_like_pinyin(text) else ""

    def at_once(self, question: str) -> Findings | None:
        """What answers without a search: a known wording, or a matter's side asked for plainly."""
        exact = self.exact(question)
        if exact is not None:
            return Findings("exact", exact=exact, chance=1.0, band="answer")
        plain = self.matters.find(question)
        if plain is not None:
            return Findings("exact", exact=plain, chance=PLAIN, band="answer")
        return None

    def find(self, question: str, day: date, *, hurry: bool = False) -> Findings:
        """Everything known about a question. Takes milliseconds, tens where vectors are needed;
        call it in a thread. ``hurry``: by words alone."""
        found = self.at_once(question)
        if found is None:
            question = self._mender.mend(question)
            found = self.at_once(question)
        if found is not None:
            return found
        law = self.laws.look_up(question, day)
        ruling = self.ruling(question, day)
        reading = self.index.read(question)
        near = self._near(reading) if ruling is None or ruling.row is None else None
        if near is not None:
            return msgspec.structs.replace(near, law=law)
        embedder = None if hurry else self._embedder
        vector = embedder.embed([question])[0] if embedder is not None else None
        candidates, chance, band = self._judge(reading, vector)
        if band == "answer" and not speaks_of_both(
            question, candidates[0].target, self.graph.names
        ):
            band = "related"
        return Findings(
            "meaning" if vector is not None else "words",
            candidates=tuple(candidates[:8]),
            law=law,
            graph=self.graph.find(question, day),
            ruling=ruling,
            chance=chance,
            band=band,
            vector=vector,
        )

    def ruling(self, question: str, day: date) -> Ruling | None:
        """The ruling of the table whose question this is, if it is one's."""
        table = triggered(self.pack.all(DecisionTable).values(), question)
        if table is None:
            return None
        asked = asked_day(question, day)
        return left_open(rule_on(table, [question], asked), question, asked)

    def ruling_over(
        self, earlier: Sequence[str], text: str, day: date, *, matter: int
    ) -> Ruling | None:
        """The ruling on a case that is told over several texts: what it is about in one of the
        last ``matter`` before, its figures in the last."""
        table = taken_up(self.pack.all(DecisionTable).values(), earlier[-matter:], text)
        if table is None or asks_anew(text):
            return None
        return told_before(rule_on(table, [text], asked_day(text, day)), earlier, day, text=text)

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
        if known is None or asks_anew(texts[-1]):
            return None
        days = [day]
        for text in texts:
            days.append(asked_day(text, days[-1]))
        ruling = rule_on(known, texts, days[-1])
        before = rule_on(known, texts[:-1], days[-1])
        same = (ruling.slots, ruling.unsure) == (before.slots, before.unsure)
        if same and days[-1] == days[-2]:
            return ruling if bears_out(before, texts[-1]) else None
        return ruling

    def _near(self, reading: Reading) -> Findings | None:
        """A hit so close in words that meaning need not be asked."""
        if self.judges is None or not self.index.nearly_said(reading, _NEAR_COVERED):
            return None
        numbers, rows = self.index.features(reading, None)
        ranked = self.judges.words.ranker.rank(self.index, numbers, rows)
        if not ranked:
            return None
        best = ranked[0]
        covered, wording, conflict = (
            best.features[_COLUMN[n]]
            for n in ("covered_best", "wording_covered", "number_conflict")
        )
        chance = self.judges.words.chance(signals_of(ranked))
        if min(covered, wording) < _NEAR_COVERED or conflict or chance < _NEAR_CHANCE:
            return None
        return Findings("near", tuple(ranked[:8]), chance=chance, band="answer")

    def _judge(
        self, reading: Reading, vector: Vectors | None
    ) -> tuple[list[Candidate], float, Band]:
        if self.judges is None:
            return [], 0.0, "unknown"
        judge = self.judges.words
        if vector is not None and self.judges.meaning is not None:
            judge = self.judges.meaning
        numbers, rows = self.index.features(reading, vector)
        ranked = judge.ranker.rank(self.index, numbers, rows)
        if not ranked:
            return [], 0.0, "unknown"
        chance = judge.chance(signals_of(ranked))
        family = family_of(ranked[0].target)
        return ranked, chance, judge.thresholds.get(family, _STRICT).band(chance)


def _vectors(targets: Sequence[Target], cache: VectorCache | None) -> Narrow | None:
    return cache.narrow(texts_of(targets)) if cache is not None and targets else None


class Library:
    """Holds the current snapshot and replaces it when knowledge changes.

    ``source`` gives the published pack and its version; it may be called from any thread. The
    first snapshot searches by words; vectors follow when ``warm`` has made them.
    """

    def __init__(
        self,
        source: Callable[[], tuple[Pack, int]],
        *,
        embedder: Callable[[], Embedder] | None,
        built: Path,
        today: Callable[[], date],
        ahead: Path | None = None,
        settled: Callable[[], object] = lambda: None,
        version: Callable[[], int] | None = None,
    ) -> None:
        """``built``: the folder for what is learned. ``ahead``: a file of vectors that came with
        the pack. ``version``: what is published now, asked often, so that what another process
        publishes is seen too. ``settled()`` is called when a new snapshot is in place."""
        self._version = version
        self._ahead = ahead
        self._settled = settled
        self._source = source
        self._make_embedder = embedder
        self._built = built
        self._forms = built / "forms.msgpack"
        self._today = today
        self.cache: VectorCache | None = None
        self._building = threading.Lock()
        self._changed = threading.Event()
        self._stopping = False
        self._follower: threading.Thread | None = None
        self._state: dict[str, str] = {"words": "ready", "meaning": "building"}
        self.snapshot = self._build(first=True)

    def _build(self, *, first: bool = False) -> Snapshot:
        pack, version = self._source()
        if first:
            forms_of(segmenter_of(pack)).read(self._forms)
        return Snapshot(
            pack, self._today(), version=version, judges=self._judges(), cache=self.cache
        )

    def _judges(self) -> Judges | None:
        judges = load_judges(self._built)
        self._state["confidence"] = "ready" if judges else "building"
        return judges

    def refresh(self) -> int:
        """Build a snapshot of what is published now and put it in place; its version."""
        with self._building:
            self.snapshot = self._build()
            self._settled()
            return self.snapshot.version

    def changed(self) -> None:
        """Say that knowledge has changed. Returns at once; the follower builds the snapshot."""
        self._changed.set()

    def follow(self) -> None:
        """Start the thread that puts changed knowledge in place, and a new day's on its day."""
        self._follower = threading.Thread(target=self._keep_up, name="library", daemon=True)
        self._follower.start()

    def _keep_up(self) -> None:
        rest = _LOOK
        while not self._stopping:
            told = self._changed.wait(rest)
            self._changed.clear()
            if self._stopping:
                continue
            try:
                if told or self._stale():
                    self.refresh()
                rest = _LOOK
            except Exception:
                rest = _REST
                # The thread's edge: the old snapshot keeps answering, the next change tries again.
                log.exception("library.refresh_failed")

    def _stale(self) -> bool:
        """Whether the day or what is published has moved on without a word."""
        snapshot = self.snapshot
        moved = self._version is not None and self._version() != snapshot.version
        return moved or snapshot.day != self._today()

    def stop(self) -> None:
        """End the follower."""
        self._stopping = True
        self._changed.set()
        if self._follower is not None:
            self._follower.join(timeout=10)

    def warm(self) -> None:
        """Load the embedder, make the vectors and the judges that are missing, and swap them in.
        Takes from two seconds (all cached) to minutes; run it in a thread at start."""
        index = self.snapshot.index
        forms_of(index.segmenter).keep(self._forms, index.targets)
        cache = self._open_cache()
        if load_judges(self._built) is None:
            from knowledge.building import build_judges

            pack, _ = self._source()
            build_judges(pack, self._today(), cache, self._built)
        with self._building:
            self.cache = cache
            judges = self._judges()
            # What was published meanwhile is in place: each of its snapshots was built whole.
            self.snapshot = self.snapshot.with_meaning(judges, cache)
            self._settled()
        if cache is not None:
            self._state["meaning"] = "ready"

    def _open_cache(self) -> VectorCache | None:
        if self._make_embedder is None:
            return None
        try:
            cache = VectorCache(
                self._make_embedder(), self._built / "vectors.npz", ahead=self._ahead
            )
        except ImportError as error:
            log.warning("search.words_only", reason=str(error))
            self._state["meaning"] = "not on this platform; words alone"
            return None
        # Embed before the swap, so that a publish in the meantime is not held up.
        _vectors(self.snapshot.index.targets, cache)
        return cache

    def keep_vectors(self, path: Path) -> None:
        """Write the vectors of the present knowledge to a file, to be given ``ahead`` elsewhere."""
        if self.cache is not None:
            self.cache.keep(texts_of(self.snapshot.index.targets), path)

    def readiness(self) -> dict[str, str]:
        """What is ready and what is still being built, by name."""
        return dict(self._state)
