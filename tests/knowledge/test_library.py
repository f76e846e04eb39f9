"""Snapshots: what is known of a question, and how a new state replaces an old one."""

from __future__ import annotations

import threading
from datetime import date
from pathlib import Path

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from knowledge.library import Library
from knowledge.pack import Pack
from knowledge.search.vectors import HashedPairs
from knowledge.snapshot import Snapshot
from knowledge.types import Entry
from tests.knowledge.small_parts import (
    DAY,
    changed_pack,
    small_pack,
    small_snapshot,
    vector_snapshot,
)

KEEP = small_pack().all(Entry)["entry.keep"]


@pytest.mark.parametrize(
    "question",
    [
        "会员名册要保存多久？",
        "请问會員名冊要保存多久呢",
        " 会员名册要保存多久 ",
        "How long must member rolls be kept",
        "会员名策要保存多久",
        "名册留几年",
    ],
)
def test_exact_wordings_meet(question: str) -> None:
    """A stored wording is met exactly up to width, script, politeness and slips of the pinyin."""
    findings = small_snapshot().find(question, DAY)
    assert findings.match == "exact"
    assert findings.best is not None
    assert findings.best.id == "entry.keep"


@settings(deadline=None, max_examples=80)
@given(
    st.text(max_size=50)
    | st.lists(
        st.sampled_from(
            [
                "示例安全法",
                "第三条",
                "外送",
                "3000人",
                "特殊",
                "会员",
                "名册",
                "多久",
                "？",
                "发起人",
            ]
        ),
        max_size=9,
    ).map("".join)
    | st.sampled_from(["", "？" * 500, "名" * 500, "\x00", "a"])
)
def test_any_question_has_findings(question: str) -> None:
    """Finding never fails, and its chance is one; nothing hits an answer by empty words."""
    for snapshot in (small_snapshot(), vector_snapshot()):
        findings = snapshot.find(question, DAY)
        assert 0 <= findings.chance <= 1
        assert findings.match == "exact" or findings.exact is None
        assert findings.band != "answer" or findings.best is not None
        if not question.strip("？\x00 "):
            assert findings.band == "unknown"


def test_without_judges_nothing_is_answered_by_likeness() -> None:
    """Before the judges are built only exact words, law, graph and tables answer."""
    snapshot = Snapshot(small_pack(), DAY, version=1, judges=None, cache=None)
    assert snapshot.find("会员名册到底要存放多长时间", DAY).band == "unknown"
    assert snapshot.find("会员名册要保存多久", DAY).match == "exact"
    assert snapshot.find("示例信息法第五条", DAY).law is not None
    assert snapshot.find("示例所由谁发起", DAY).graph is not None
    assert snapshot.find("3000人的特殊名册外送", DAY).ruling is not None


def test_going_on_with_a_table_needs_an_answer() -> None:
    """What does not answer the table's question is not taken for an answer."""
    snapshot = small_snapshot()
    first = "名册外送3000人"
    going_on = snapshot.continued("table.route", [first, "特殊名册"], DAY)
    assert going_on is not None
    assert going_on.row is not None
    assert snapshot.continued("table.route", [first, "今天星期几"], DAY) is None
    assert snapshot.continued("table.route", [first, "什么是特殊名册？"], DAY) is None
    assert snapshot.continued("table.none", [first, "特殊名册"], DAY) is None


def test_the_day_of_the_first_question_stays() -> None:
    """A day named in the first question holds for the answers that follow."""
    ruling = small_snapshot().continued("table.route", ["2023年名册外送3000人", "特殊名册"], DAY)
    assert ruling is not None
    assert ruling.row is not None
    assert ruling.row.id == "old"


class Shelf:
    """A published pack that can be replaced, with the day."""

    def __init__(self) -> None:
        self.pack: Pack = small_pack()
        self.version = 1
        self.day = DAY
        self.broken = False
        self.loaded = threading.Event()

    def source(self) -> tuple[Pack, int]:
        self.loaded.set()
        if self.broken:
            raise OSError("the disk is gone")
        return self.pack, self.version

    def library(self, folder: Path, *, embedder: type[HashedPairs] | None = None) -> Library:
        return Library(self.source, embedder=embedder, built=folder, today=lambda: self.day)


def answer_of(snapshot: Snapshot) -> str:
    target = snapshot.exact(KEEP.question)
    assert target is not None
    assert isinstance(target.document, Entry)
    return target.document.answer


def test_a_published_change_makes_a_new_snapshot(tmp_path: Path) -> None:
    """Refreshing swaps the whole state; the old snapshot keeps answering as it was."""
    shelf = Shelf()
    library = shelf.library(tmp_path)
    old = library.snapshot
    shelf.pack = changed_pack(msgspec.structs.replace(KEEP, answer="四年。"))
    shelf.version = 2
    assert library.refresh() == 2
    assert answer_of(library.snapshot) == "四年。"
    assert answer_of(old) == KEEP.answer
    assert (old.version, library.snapshot.version) == (1, 2)


def test_the_follower_takes_in_changes_and_outlives_a_fault(tmp_path: Path) -> None:
    """A source that fails leaves the old snapshot; the next change comes through."""
    shelf = Shelf()
    library = shelf.library(tmp_path)
    shelf.broken = True
    shelf.loaded.clear()
    library.follow()
    library.changed()
    assert shelf.loaded.wait(10)
    assert answer_of(library.snapshot) == KEEP.answer
    shelf.broken = False
    shelf.pack = changed_pack(msgspec.structs.replace(KEEP, answer="五年。"))
    shelf.version = 3
    shelf.loaded.clear()
    library.changed()
    assert shelf.loaded.wait(10)
    library.stop()
    assert answer_of(library.snapshot) == "五年。"


def test_a_new_day_brings_its_entries(tmp_path: Path) -> None:
    """What becomes valid is there on its day, what ends is gone."""
    shelf = Shelf()
    library = shelf.library(tmp_path)
    assert library.snapshot.exact("新版会员卡什么时候启用？") is None
    shelf.day = date(2027, 1, 1)
    library.refresh()
    assert library.snapshot.exact("新版会员卡什么时候启用？") is not None


def test_what_is_published_is_not_yet_in_place(tmp_path: Path) -> None:
    """Staff asked right after publishing and got what was there before: until the new snapshot is
    in place, readiness says so."""
    library = Shelf().library(tmp_path)
    assert library.readiness()["published"] == "ready"
    library.changed()
    assert library.readiness()["published"] == "building"
    library.follow()
    while library.readiness()["published"] != "ready":
        threading.Event().wait(0.01)
    library.stop()


def test_warming_builds_judges_and_vectors_once(tmp_path: Path) -> None:
    """Warming makes what is missing and says so; a second start finds it all."""
    shelf = Shelf()
    library = shelf.library(tmp_path, embedder=HashedPairs)
    assert library.readiness()["confidence"] == "building"
    library.warm()
    assert set(library.readiness().values()) == {"ready"}
    assert library.snapshot.judges is not None
    assert library.snapshot.judges.meaning is not None
    assert library.snapshot.find("会员资料要留几年", DAY).vector is not None
    kept = (tmp_path / "judges.json").stat().st_mtime_ns
    again = shelf.library(tmp_path, embedder=HashedPairs)
    assert again.readiness()["confidence"] == "ready"
    again.warm()
    assert (tmp_path / "judges.json").stat().st_mtime_ns == kept


def test_a_missing_embedder_leaves_words(tmp_path: Path) -> None:
    """Where the embedder has no wheel, search goes on with words and says so."""

    def missing() -> HashedPairs:
        raise ImportError("no wheel")

    library = Library(Shelf().source, embedder=missing, built=tmp_path, today=lambda: DAY)
    library.warm()
    assert "words alone" in library.readiness()["meaning"]
    assert library.snapshot.find("会员名册要保存多久", DAY).match == "exact"


def test_broken_judges_are_built_again(tmp_path: Path) -> None:
    """A half-written file of judges is no judge."""
    (tmp_path / "judges.json").write_text('{"fingerprint":')
    library = Shelf().library(tmp_path)
    assert library.readiness()["confidence"] == "building"
