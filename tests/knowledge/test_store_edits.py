"""Edits of the store in any order, against a model."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule
from store_parts import answers, entry

from knowledge.errors import NoDraftError, NotFoundError, StoreError
from knowledge.store import Store
from knowledge.types import Entry

KEYS = st.sampled_from(["entry.a", "entry.b", "entry.c"])
WORDS = st.sampled_from(["甲", "乙", "丙", "丁"])


class Edits(RuleBasedStateMachine):
    """Edits in any order against a model that holds each document as a list of words."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = TemporaryDirectory()
        self.store = Store.open(Path(self.folder.name) / "knowledge.db")
        self.lives: dict[str, list[tuple[str, str]]] = {}
        self.touched: set[str] = set()
        self.pack: dict[str, str] = {}
        self.laid: dict[str, str] | None = None
        self.version = 0

    def teardown(self) -> None:
        self.store.close()
        self.folder.cleanup()

    def live(self, key: str) -> tuple[str, str] | None:
        return next((one for one in reversed(self.lives[key]) if one[0] != "draft"), None)

    def add(self, key: str, state: str, words: str, *, staff: bool = True) -> None:
        self.lives.setdefault(key, []).append((state, words))
        if staff and not (state == "published" and self.pack.get(key) == words):
            self.touched.add(key)
        else:
            self.touched.discard(key)

    @rule(key=KEYS, words=WORDS)
    def save(self, key: str, words: str) -> None:
        expected = len(self.lives.get(key, []))
        self.store.save_draft("entry", entry(words, key), "li", expected=expected)
        self.add(key, "draft", words)

    @rule(key=KEYS)
    def publish(self, key: str) -> None:
        life = self.lives.get(key)
        try:
            self.store.publish("entry", key, "li", "")
        except NotFoundError:
            assert life is None
        except NoDraftError:
            assert life is not None
            assert life[-1][0] != "draft"
        else:
            assert life is not None
            self.add(key, "published", life[-1][1])
            self.version += 1

    @rule(key=KEYS)
    def discard(self, key: str) -> None:
        life = self.lives.get(key)
        try:
            self.store.discard("entry", key, "li", "")
        except StoreError:
            assert life is None or life[-1][0] != "draft"
        else:
            assert life is not None
            self.add(key, *(self.live(key) or ("retired", life[-1][1])))

    @rule(key=KEYS)
    def retire(self, key: str) -> None:
        life = self.lives.get(key)
        try:
            self.store.retire("entry", key, "li", "")
        except NotFoundError:
            assert life is None
        else:
            assert life is not None
            if life[-1][0] != "retired":
                self.add(key, "retired", life[-1][1])
                self.version += 1

    @rule(key=KEYS, number=st.integers(1, 6))
    def restore(self, key: str, number: int) -> None:
        life = self.lives.get(key)
        try:
            self.store.restore("entry", key, number, author="li", why="")
        except NotFoundError:
            assert life is None or number > len(life)
        else:
            assert life is not None
            self.add(key, "published", life[number - 1][1])
            self.version += 1

    @rule(pack=st.dictionaries(KEYS, WORDS))
    def seed(self, pack: dict[str, str]) -> None:
        self.store.seed([entry(words, key) for key, words in pack.items()], "n")
        if pack == self.laid:
            return
        self.laid = pack
        moved = False
        for key in {*pack, *self.pack}:
            life = self.lives.get(key)
            words = pack.get(key, self.pack.get(key, ""))
            state = "published" if key in pack else "retired"
            if life is not None and key in self.touched:
                continue
            if life is not None and life[-1] == (state, words):
                continue
            if life is not None and state == "retired" == life[-1][0]:
                continue
            self.pack[key] = words
            self.add(key, state, words, staff=False)
            moved = True
        self.version += moved

    @invariant()
    def same(self) -> None:
        live = {key: self.live(key) for key in self.lives}
        assert answers(self.store) == {
            key: one[1] for key, one in live.items() if one and one[0] == "published"
        }
        assert self.store.version() == self.version
        for key, life in self.lives.items():
            kept = reversed(self.store.history("entry", key))
            assert [(one.state, answer(one.document())) for one in kept] == life


def answer(document: object) -> str:
    assert isinstance(document, Entry)
    return document.answer


Edits.TestCase.settings = settings(max_examples=25, stateful_step_count=25, deadline=None)
test_edits_against_a_model = Edits.TestCase
