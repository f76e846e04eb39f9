"""Forms of texts that are kept from one start to the next: the same search, or none at all."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from knowledge.library import Library
from knowledge.search.forms import Forms, forms_of
from knowledge.search.fusion import SearchIndex
from knowledge.search.targets import segmenter_of, targets_of
from knowledge.text import Segmenter, segmenter_for
from tests.knowledge.small_parts import DAY, small_pack

TARGETS = targets_of(small_pack(), DAY)
QUESTIONS = ("会员名册要保存多久", "名册丢了怎么办", "How long are rolls kept?", "红烧肉")


def own_segmenter() -> Segmenter:
    """A segmenter as a new process has it, with no forms yet."""
    segmenter_for.cache_clear()
    return segmenter_of(small_pack())


def searched(index: SearchIndex) -> list[object]:
    """All that words say about some questions."""
    found: list[object] = []
    for question in QUESTIONS:
        numbers, rows = index.features(question, None)
        found.append((numbers, rows.tolist()))
    return found


def test_a_start_with_kept_forms_searches_alike_and_reads_nothing(tmp_path: Path) -> None:
    """What was written by one process gives the next the very same features, and nothing is left
    to be read."""
    path = tmp_path / "forms.msgpack"
    first = SearchIndex(TARGETS, own_segmenter(), None)
    forms_of(first.segmenter).write(path, TARGETS)
    segmenter = own_segmenter()
    assert segmenter is not first.segmenter
    forms_of(segmenter).read(path)
    again = SearchIndex(TARGETS, segmenter, None)
    assert forms_of(segmenter).unwritten == 0
    assert searched(again) == searched(first)


@pytest.mark.parametrize("cut", [0, 10, 40, 500, -1])
def test_a_broken_file_of_forms_is_not_believed(tmp_path: Path, cut: int) -> None:
    """Cut off anywhere, the file costs time, never an answer."""
    path = tmp_path / "forms.msgpack"
    Forms(own_segmenter()).write(path, TARGETS)
    path.write_bytes(path.read_bytes()[:cut])
    _unbelieved(path, own_segmenter())


def test_a_changed_byte_is_not_believed(tmp_path: Path) -> None:
    """A file whose bytes have changed is not the one that was written."""
    path = tmp_path / "forms.msgpack"
    Forms(own_segmenter()).write(path, TARGETS)
    whole = bytearray(path.read_bytes())
    whole[len(whole) // 2] ^= 1
    path.write_bytes(whole)
    _unbelieved(path, own_segmenter())


def test_forms_of_other_words_are_not_believed(tmp_path: Path) -> None:
    """Another dictionary cuts otherwise: its forms say nothing here."""
    path = tmp_path / "forms.msgpack"
    Forms(Segmenter(("会员名册要",))).write(path, TARGETS)
    _unbelieved(path, own_segmenter())


def _unbelieved(path: Path, segmenter: Segmenter) -> None:
    forms_of(segmenter).read(path)
    index = SearchIndex(TARGETS, segmenter, None)
    assert forms_of(segmenter).unwritten == len(TARGETS)
    assert searched(index) == searched(SearchIndex(TARGETS, own_segmenter(), None))


def test_rows_come_back_as_they_were() -> None:
    """Tokens that no kept text has are forgotten in the file; the rest means what it meant."""
    texts = ["会员名册要保存多久", "名册", "", "rolls kept"]
    first = Forms(own_segmenter()).pairs
    first.rows(["另外的话"])
    stored = first.stored(texts[:3], texts)
    second = Forms(own_segmenter()).pairs
    second.rows(["名册丢了"])
    second.take(stored, texts)
    for text in texts:
        rows = second.rows([text])
        assert second.named(rows.row(0)) == set(second.cut(text))
        assert np.array_equal(rows.borders, [0, len(list(second.cut(text)))])
    assert "另外" not in stored.tokens


def test_a_library_keeps_forms_behind_the_doors(tmp_path: Path) -> None:
    """Warming writes the forms that were made; the next start finds them and writes nothing."""
    path = tmp_path / "forms.msgpack"
    pack = small_pack()
    kept: list[int] = []
    for _ in range(2):
        segmenter_for.cache_clear()
        library = Library(lambda: (pack, 1), embedder=None, built=tmp_path, today=lambda: DAY)
        library.warm()
        kept.append(path.stat().st_mtime_ns)
    assert kept[0] == kept[1]


@pytest.mark.parametrize("whole", [True, False])
def test_forms_that_came_with_a_pack_are_taken_where_they_are_whole(
    tmp_path: Path, whole: bool
) -> None:
    """A first start with them reads nothing and keeps nothing; broken ones cost time alone."""
    pack, came, own = small_pack(), tmp_path / "came", tmp_path / "own"
    Forms(own_segmenter()).write(came / "forms.msgpack", TARGETS)
    if not whole:
        path = came / "forms.msgpack"
        path.write_bytes(path.read_bytes()[:-1])
    segmenter_for.cache_clear()
    library = Library(lambda: (pack, 1), embedder=None, built=own, ahead=came, today=lambda: DAY)
    index = library.snapshot.index
    assert (forms_of(index.segmenter).unwritten == 0) == whole
    library.warm()
    assert (own / "forms.msgpack").exists() != whole
    assert searched(index) == searched(SearchIndex(TARGETS, own_segmenter(), None))
