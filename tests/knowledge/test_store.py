"""The store: revisions, conflicts, packs under the staff's work."""

from __future__ import annotations

import sqlite3
import stat
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from store_parts import answers, entry

from knowledge.documents import BODY_LIMIT, admit, differences, encode, kind_of, title_of
from knowledge.errors import (
    ConflictError,
    InvalidDocumentError,
    NewerStoreError,
    NoDraftError,
    NotFoundError,
    UnavailableError,
    UnsupportedDatabaseError,
)
from knowledge.store import WHY_LIMIT, Store
from knowledge.types import KINDS, Claim, Document, Law, Origin, Profile, Term


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = Store.open(tmp_path / "data" / "knowledge.db")
    yield opened
    opened.close()


def test_life_of_a_document(store: Store) -> None:
    """A draft is invisible until it is published; retired it is gone; restored it is back."""
    assert store.save_draft("entry", entry("甲"), "li", "新").number == 1
    assert answers(store) == {}
    assert store.version() == 0
    store.publish("entry", "entry.a", "wang", "核对过")
    assert (answers(store), store.version()) == ({"entry.a": "甲"}, 1)
    store.save_draft("entry", entry("乙"), "li")
    assert answers(store) == {"entry.a": "甲"}
    assert [draft.author for draft in store.drafts()] == ["li"]
    store.publish("entry", "entry.a", "wang", "改正")
    store.retire("entry", "entry.a", "wang", "过时")
    assert (answers(store), store.version()) == ({}, 3)
    store.restore("entry", "entry.a", 2, author="wang", why="仍有效")
    assert (answers(store), store.version()) == ({"entry.a": "甲"}, 4)
    history = store.history("entry", "entry.a")
    assert [one.number for one in history] == [6, 5, 4, 3, 2, 1]
    assert [(one.author, one.why) for one in history[:2]] == [("wang", "仍有效"), ("wang", "过时")]


def test_discarded_draft(store: Store) -> None:
    """A draft that is given up stays in the history, changes nothing for visitors, and a document
    that was never published is retired with it."""
    store.seed([entry("甲")], "1")
    store.save_draft("entry", entry("乙"), "li")
    store.discard("entry", "entry.a", "li", "写错了")
    assert (answers(store), store.version(), store.drafts()) == ({"entry.a": "甲"}, 1, ())
    with pytest.raises(NoDraftError):
        store.discard("entry", "entry.a", "li", "再来")
    store.save_draft("entry", entry(key="entry.b"), "li")
    store.discard("entry", "entry.b", "li", "不要了")
    assert store.history("entry", "entry.b")[0].state == "retired"
    assert store.version() == 1


def test_conflict(store: Store) -> None:
    """Whoever read an older revision is told who changed it and when, and nothing is written."""
    store.save_draft("entry", entry("甲"), "li", expected=0)
    acts: list[Callable[[], object]] = [
        lambda: store.save_draft("entry", entry("乙"), "wang", expected=0),
        lambda: store.publish("entry", "entry.a", "wang", "", expected=7),
        lambda: store.discard("entry", "entry.a", "wang", "", expected=7),
        lambda: store.retire("entry", "entry.a", "wang", "", expected=7),
        lambda: store.restore("entry", "entry.a", 1, author="wang", why="", expected=7),
    ]
    for act in acts:
        with pytest.raises(ConflictError, match="li changed it at 2"):
            act()
    assert len(store.history("entry", "entry.a")) == 1


def test_missing_and_unready(store: Store) -> None:
    """What is not there is named; a document without a draft has nothing to publish."""
    for act in (store.publish, store.retire, store.discard):
        with pytest.raises(NotFoundError, match=r"entry entry\.none"):
            act("entry", "entry.none", "li", "")
    store.seed([entry()], "1")
    with pytest.raises(NoDraftError):
        store.publish("entry", "entry.a", "li", "")
    with pytest.raises(NotFoundError, match="revision 9"):
        store.restore("entry", "entry.a", 9, author="li", why="")
    with pytest.raises(NotFoundError):
        store.save_draft("entry", entry(key="entry.new"), "li", expected=3)


GOOD: dict[str, Any] = {"id": "entry.a", "question": "问？", "answer": "答。", "intent": "concept"}


@pytest.mark.parametrize(
    ("change", "field", "fault"),
    [
        ({"colour": "red"}, "colour", "unknown"),
        ({"answer": None}, "answer", "type"),
        ({"answer": "  "}, "answer", "empty"),
        ({"similar": ["好", ""]}, "similar[1]", "empty"),
        ({"intent": "gossip"}, "intent", "choice"),
        ({"id": ""}, "id", "id"),
        ({"id": "a\nb"}, "id", "id"),
        ({"id": "x" * 201}, "id", "id"),
        ({"sources": [{"law": "a", "article": "三"}]}, "sources[0].article", "type"),
        ({"sources": [{}]}, "sources[0]", "origin"),
        ({"sources": [{"law": "a", "source": "b"}]}, "sources[0]", "origin"),
        ({"sources": [{"source": "b", "article": 1}]}, "sources[0]", "origin"),
        ({"valid_from": "2026-02-30"}, "valid_from", "date"),
        ({"valid_from": "2026-02-02", "valid_to": "2026-02-01"}, "valid_to", "dates"),
        ({"english": {"answer": 1}}, "english.answer", "type"),
        ({"answer": "字" * BODY_LIMIT}, "", "too_long"),
    ],
)
def test_a_wrong_field_is_named(
    store: Store, change: dict[str, Any], field: str, fault: str
) -> None:
    """Each mistake names its field and what is wrong, and nothing is kept."""
    with pytest.raises(InvalidDocumentError) as caught:
        store.save_draft("entry", GOOD | change, "li")
    assert (caught.value.field, caught.value.fault) == (field, fault)
    assert store.drafts() == ()


def test_other_refusals(store: Store) -> None:
    """Missing fields, unknown kinds and reasons beyond the limit are refused by name."""
    with pytest.raises(InvalidDocumentError) as caught:
        store.save_draft("entry", {"id": "entry.a"}, "li")
    assert (caught.value.field, caught.value.fault) == ("question", "missing")
    with pytest.raises(InvalidDocumentError, match="one of entry, claim"):
        store.save_draft("poem", {"id": "a"}, "li")
    store.save_draft("entry", GOOD, "li", "因" * WHY_LIMIT)
    with pytest.raises(InvalidDocumentError, match="501 characters"):
        store.save_draft("entry", GOOD, "li", "因" * (WHY_LIMIT + 1))


def test_size_limit_is_exact() -> None:
    """A document of exactly the limit is kept; one byte more is not."""
    room = BODY_LIMIT - len(encode(entry("")).encode())
    assert len(admit("entry", entry("a" * room)).body.encode()) == BODY_LIMIT
    with pytest.raises(InvalidDocumentError):
        admit("entry", entry("a" * (room + 1)))


def test_every_kind_has_its_class() -> None:
    """Every class of documents, and the profile, is kept under one kind."""
    assert set(KINDS.values()) == {*Document.__subclasses__(), Profile}


def test_titles() -> None:
    """A person knows a document by its question, its statement or its name."""
    claim = Claim(
        id="claim.1",
        subject="甲",
        predicate="是",
        object="乙",
        origin=Origin(law="x"),
        grade="法规",
    )
    assert [title_of(one) for one in (entry(), claim, Term(id="数商"))] == [
        "能入场吗？",
        "甲 · 是 · 乙",
        "数商",
    ]
    assert kind_of(claim) == "claim"


def test_differences() -> None:
    """A difference names the field and the runs of text that went and came."""
    old = encode(entry("今天可以。", similar=("甲",)))
    new = encode(entry("今天不可以。", similar=("甲", "乙"), advice=True))
    told = {change.field: change.pieces for change in differences("entry", old, new)}
    assert told["answer"] == (("same", "今天"), ("new", "不"), ("same", "可以。"))
    assert told["similar"] == (("same", "甲"), ("new", "\n乙"))
    assert told["advice"] == (("new", "true"),)
    assert set(told) == {"answer", "similar", "advice"}


def test_validity(store: Store) -> None:
    """With a day, documents outside their own dates are left out; laws of old versions stay."""
    law = Law(
        id="old",
        title="旧法",
        short=("旧法",),
        level="法律",
        issuer="机关",
        effective_to=date(2025, 12, 31),
    )
    store.seed([entry(valid_from=date(2026, 1, 2), valid_to=date(2026, 1, 3)), law], "1")
    held = {day: len(store.published(date(2026, 1, day))) for day in (1, 2, 3, 4)}
    assert held == {1: 1, 2: 2, 3: 2, 4: 1}
    assert len(store.published()) == 2


def test_overview_finds_all_words_in_any_order(store: Store) -> None:
    """Whatever the kind and wherever in a document the words stand, in any order and width; titles
    that hold them all come first."""
    title = Claim(
        id="claim.a",
        subject="数商",
        predicate="分类",
        object="六类",
        origin=Origin(source="src.a"),
        grade="官方",
    )
    deep = entry("分类另见名单。", similar=("怎么当数商",))
    law = Law(id="demo", title="示例法", short=(), level="法律", issuer="数商分类机关", articles=9)
    store.seed([title, deep, law, entry("只说数商。", "entry.b")], "1")
    for words in ("数商 分类", "分类　数商", " 分类  数商 "):
        found = [one.key for one in store.overview(words).lines]
        assert found[0] == "claim.a"
        assert set(found) == {"claim.a", "entry.a", "demo"}


def test_overview(store: Store) -> None:
    """Words are found whatever their width and case, signs of patterns are plain text, and pages
    neither repeat nor lose a document."""
    store.seed([entry(f"第{n}条 100%_ API", f"entry.{n:03}") for n in range(120)], "1")
    assert store.overview("ＡＰＩ 第7条").total == 1
    assert store.overview("100%_").total == 120
    assert store.overview("100_").total == 0
    pages = [store.overview("", "entry", page=page).lines for page in (1, 2, 3, 4)]
    assert [len(page) for page in pages] == [50, 50, 20, 0]
    assert len({line.key for page in pages for line in page}) == 120
    store.save_draft("entry", entry(key="entry.new"), "li")
    store.retire("entry", "entry.001", "li", "")
    assert [(one.key, one.live) for one in store.overview(state="draft").lines] == [
        ("entry.new", False)
    ]
    assert [(one.key, one.live) for one in store.overview(state="retired").lines] == [
        ("entry.001", False)
    ]
    assert store.overview(state="published").lines[0].live


def test_pack_upgrade(store: Store) -> None:
    """A new pack changes what staff never touched, keeps and reports what they did touch, and
    retires what it no longer holds; the same pack again does nothing."""
    store.seed([entry("1", "entry.free"), entry("1", "entry.kept"), entry("1", "entry.gone")], "1")
    store.save_draft("entry", entry("staff", "entry.kept"), "li")
    store.publish("entry", "entry.kept", "li", "改正")
    second = [entry("2", "entry.free"), entry("2", "entry.kept"), entry("2", "entry.new")]
    report = store.seed(second, "2")
    assert report.upgraded == (("entry", "entry.free"),)
    assert report.kept == (("entry", "entry.kept"),)
    assert report.added == (("entry", "entry.new"),)
    assert report.retired == (("entry", "entry.gone"),)
    assert answers(store) == {"entry.free": "2", "entry.kept": "staff", "entry.new": "2"}
    again = store.seed(reversed(second), "2")
    assert (again.version, again.added, again.upgraded, again.retired, again.kept) == (
        report.version,
        (),
        (),
        (),
        (),
    )
    assert store.version() == report.version == 3


def test_pack_and_staff_work(store: Store) -> None:
    """Drafts, retirements and own documents of the staff survive a new pack; a document whose
    words staff set back to the pack's follows the pack again."""
    store.seed([entry("1", f"entry.{name}") for name in ("draft", "retired", "back")], "1")
    store.save_draft("entry", entry("draft", "entry.draft"), "li")
    store.retire("entry", "entry.retired", "li", "过时")
    store.retire("entry", "entry.back", "li", "过时")
    store.restore("entry", "entry.back", 1, author="li", why="仍有效")
    store.save_draft("entry", entry("own", "entry.own"), "li")
    store.publish("entry", "entry.own", "li", "")
    report = store.seed([entry("2", f"entry.{n}") for n in ("draft", "retired", "back")], "2")
    assert {key for _, key in report.kept} == {"entry.draft", "entry.retired"}
    assert {key for _, key in report.upgraded} == {"entry.back"}
    assert answers(store) == {"entry.draft": "1", "entry.back": "2", "entry.own": "own"}
    assert [draft.key for draft in store.drafts()] == ["entry.draft"]


def test_a_pack_brings_all_or_nothing(store: Store) -> None:
    """One wrong document, or one id twice, and nothing of the pack is kept."""
    for bad in (entry("", "entry.b"), entry("1", "entry.a")):
        with pytest.raises(InvalidDocumentError):
            store.seed([entry("1", "entry.a"), bad], "1")
    assert (store.version(), store.overview().total) == (0, 0)


def test_listeners(store: Store) -> None:
    """Listeners hear each new version after it is on disk, never a draft; one that fails harms
    neither the publish nor the others; one that was taken off hears no more."""
    heard: list[tuple[int, dict[str, str]]] = []

    def fails(_version: int) -> None:
        raise RuntimeError("listener")

    store.on_publish(fails)
    off = store.on_publish(lambda version: heard.append((version, answers(store))))
    store.seed([entry("1")], "1")
    store.seed([entry("1")], "1")
    store.save_draft("entry", entry("2"), "li")
    store.publish("entry", "entry.a", "li", "")
    assert heard == [(1, {"entry.a": "1"}), (2, {"entry.a": "2"})]
    off()
    off()
    store.retire("entry", "entry.a", "li", "")
    assert len(heard) == 2


def test_open_again(store: Store) -> None:
    """What was published is there after a restart; the file is its owner's alone; a closed store
    says so."""
    path = store.database.path
    store.seed([entry("甲")], "1")
    store.close()
    store.close()
    with pytest.raises(UnavailableError, match="closed"):
        store.version()
    again = Store.open(f"sqlite:///{path}")
    assert answers(again) == {"entry.a": "甲"}
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    again.close()


def test_files_that_cannot_be_opened(tmp_path: Path) -> None:
    """A file that is no database, one of a newer release, a folder that is a file, and another
    database's address each give an error that says so."""
    (tmp_path / "text.db").write_text("not a database " * 500)
    with pytest.raises(UnavailableError, match="not a database"):
        Store.open(tmp_path / "text.db")
    with pytest.raises(UnavailableError):
        Store.open(tmp_path / "text.db" / "knowledge.db")
    Store.open(tmp_path / "new.db").close()
    connection = sqlite3.connect(tmp_path / "new.db")
    with connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.close()
    with pytest.raises(NewerStoreError, match="newer release"):
        Store.open(tmp_path / "new.db")
    with pytest.raises(UnsupportedDatabaseError, match="postgresql"):
        Store.open("postgresql://user@host/name")


def test_a_row_of_another_shape_is_left_out(store: Store) -> None:
    """A published row that this release cannot read is named; the others are still served."""
    store.seed([entry("甲"), entry("乙", "entry.b")], "1")
    connection = sqlite3.connect(store.database.path)
    with connection:
        connection.execute("UPDATE revision SET body = '{\"id\":1}' WHERE key = 'entry.b'")
    connection.close()
    assert answers(store) == {"entry.a": "甲"}
    assert [(kind, key) for kind, key, _ in store.unreadable()] == [("entry", "entry.b")]


def test_two_writers_at_once(store: Store) -> None:
    """Two stores over one file, many threads: every publish counts once, none is lost."""
    other = Store.open(store.database.path)
    stores = [store, other]

    def work(n: int) -> None:
        mine, key = stores[n % 2], f"entry.{n}"
        mine.save_draft("entry", entry(str(n), key), "li")
        mine.publish("entry", key, "li", "")

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(work, range(24)))
    assert store.version() == other.version() == 24
    assert answers(store) == {f"entry.{n}": str(n) for n in range(24)}
    other.close()


def test_one_of_two_editors_wins(store: Store) -> None:
    """Of two who publish over the same revision at once one succeeds, the other is told."""
    store.seed([entry("0")], "1")
    start = threading.Barrier(6)

    def work(n: int) -> bool:
        start.wait()
        try:
            store.save_draft("entry", entry(str(n)), f"editor{n}", expected=1)
        except ConflictError:
            return False
        return True

    with ThreadPoolExecutor(6) as pool:
        won = list(pool.map(work, range(6)))
    assert won.count(True) == 1
    assert store.history("entry", "entry.a")[0].author == f"editor{won.index(True)}"
