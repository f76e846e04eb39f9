"""Publishing, editing and removing in any order: the library's snapshot against a fresh one."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import msgspec
import numpy as np
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from knowledge.errors import NoDraftError, NotFoundError
from knowledge.findings import Findings
from knowledge.library import Library
from knowledge.pack import Pack
from knowledge.search.vectors import HashedPairs, VectorCache
from knowledge.snapshot import Snapshot
from knowledge.store import Store
from knowledge.types import Document, Entry
from tests.knowledge.small_parts import DAY, small_pack, vector_judges

ASKED = (
    "会员名册要保存多久",
    "名册到底存几年才行",
    "展位怎么预订",
    "想订一个展位要找谁",
    "会费是多少钱",
    "示例信息法第八条",
    "红烧肉怎么做",
    "",
)
NAMES = st.sampled_from(["entry.keep", "entry.booth", "entry.guide"])
QUESTIONS = st.sampled_from(["会员名册要保存多久？", "展位怎么预订？", "讲解员怎么约？"])
SIMILAR = st.lists(st.sampled_from(["名册存几年", "订展位找谁", "约讲解", "会费几块"]), unique=True)
ANSWERS = st.sampled_from(["保存三年。", "在网上预订。", "到前台约。"])


class Publishing(RuleBasedStateMachine):
    """Edits through the store; after each the library must know what a fresh start would know."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = TemporaryDirectory()
        self.store = Store.open(Path(self.folder.name) / "knowledge.db")
        self.day = DAY

    @initialize()
    def start(self) -> None:
        """The small pack is laid in, and the library has vectors and judges."""
        self.store.seed([*small_pack().every()], "small")
        built = Path(self.folder.name) / "built"
        built.mkdir()
        (built / "judges.json").write_bytes(msgspec.json.encode(vector_judges()))
        self.library = Library(
            self.source, embedder=HashedPairs, built=built, today=lambda: self.day
        )
        self.library.warm()

    def teardown(self) -> None:
        self.store.close()
        self.folder.cleanup()

    def source(self) -> tuple[Pack, int]:
        kept = [d for _, d in self.store.published() if isinstance(d, Document)]
        return Pack(small_pack().profile, kept), self.store.version()

    @rule(name=NAMES, question=QUESTIONS, similar=SIMILAR, answer=ANSWERS)
    def publish(self, name: str, question: str, similar: list[str], answer: str) -> None:
        """A new entry, or an old one in other words."""
        edited = Entry(name, question, answer, "procedure", similar=tuple(similar))
        self.store.save_draft("entry", edited, "li")
        self.store.publish("entry", name, "li", "")

    @rule(name=NAMES)
    def remove(self, name: str) -> None:
        """An entry is taken away from visitors."""
        if self.known(name):
            self.store.retire("entry", name, "li", "")

    @rule(name=NAMES, number=st.integers(1, 4))
    def restore(self, name: str, number: int) -> None:
        """An earlier revision is published again."""
        try:
            self.store.restore("entry", name, number, author="li", why="")
        except (NotFoundError, NoDraftError):
            return

    @rule(day=st.sampled_from([DAY, date(2025, 12, 31), date(2027, 1, 1)]))
    def another_day(self, day: date) -> None:
        """What holds depends on the day."""
        self.day = day

    @precondition(lambda self: hasattr(self, "library"))
    @invariant()
    def same(self) -> None:
        """The library, with all that it has kept, finds what a fresh snapshot finds."""
        self.library.refresh()
        pack, version = self.source()
        judges, cache = self.library.snapshot.judges, VectorCache(HashedPairs(), None)
        fresh = Snapshot(pack, self.day, version=version, judges=judges, cache=cache)
        assert self.library.snapshot.version == version
        for question in ASKED:
            old, new = (s.find(question, self.day) for s in (self.library.snapshot, fresh))
            assert told(old) == told(new)
            assert np.array_equal(scores(old), scores(new))

    def known(self, name: str) -> bool:
        try:
            return bool(self.store.history("entry", name))
        except NotFoundError:
            return False


def told(findings: Findings) -> tuple[object, ...]:
    ids = tuple(c.target.id for c in findings.candidates)
    best = findings.best.document if findings.best is not None else None
    return findings.match, findings.band, findings.chance, ids, best


def scores(findings: Findings) -> np.ndarray:
    return np.array([[c.score, *c.features] for c in findings.candidates])


Publishing.TestCase.settings = settings(max_examples=5, stateful_step_count=8, deadline=None)
test_the_library_finds_what_a_fresh_start_finds = Publishing.TestCase
