"""Taking documents together: all or none, one version, who and why, nobody's work run over."""

from __future__ import annotations

from pathlib import Path

import pytest
import sqlalchemy as sa

from knowledge.documents import BODY_LIMIT, differences, encode
from knowledge.errors import ConflictError, InvalidDocumentError, UnavailableError
from knowledge.pack import Pack, read
from knowledge.pack_writing import write
from knowledge.store import Store
from knowledge.types import Entry, Statute, StatuteArticle
from tests.knowledge.small_parts import changed_pack, small_pack
from tests.knowledge.store_parts import answers, entry


def statute(text: str = "好。", law: str = "beta") -> Statute:
    return Statute(f"statute.{law}", law, "示例", (StatuteArticle(1, text),))


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store.open(tmp_path / "k.sqlite3")


def test_all_under_one_version(store: Store) -> None:
    """Two documents open one version; in the same words again they open none; hooks hear once."""
    heard: list[int] = []
    store.on_publish(heard.append)
    rows = store.take([entry(), statute()], "li", "因为")
    assert {r.version for r in rows} == {1}
    assert [(r.author, r.why, r.state) for r in rows] == [("li", "因为", "published")] * 2
    assert store.take([entry(), statute()], "li", "") == ()
    assert (store.version(), heard) == (1, [1])
    store.close()


def test_one_bad_document_spoils_all(store: Store) -> None:
    """Nothing of a set is kept when one of it is not admitted."""
    bad = Entry(id="entry.b", question=" ", answer="x", intent="concept")
    with pytest.raises(InvalidDocumentError):
        store.take([entry(), bad], "li", "")
    assert answers(store) == {}
    store.close()


def test_what_moved_on_meanwhile_is_not_run_over(store: Store) -> None:
    """Between preview and taking somebody else took: a conflict, and nothing of it is kept."""
    store.take([statute()], "li", "")
    seen = store.numbers(("law", "statute"))
    store.take([statute("改。")], "wu", "")
    with pytest.raises(ConflictError) as caught:
        store.take(
            [entry(), statute("再改。")], "li", "", expected={**seen, ("entry", "entry.a"): 0}
        )
    assert caught.value.author == "wu"
    assert answers(store) == {}
    store.close()


@pytest.mark.parametrize("at", [1, 2, 3])
def test_a_write_that_fails_half_way_keeps_nothing(store: Store, at: int) -> None:
    """The n-th row refused by the database: the rows before it are gone as well."""
    table = f"CREATE TRIGGER stop BEFORE INSERT ON revision WHEN NEW.key = 'entry.{at}' "
    trigger = table + "BEGIN SELECT RAISE(ABORT, 'full'); END"
    store.database.write("trigger", lambda c: c.execute(sa.text(trigger)) and None)
    documents = [entry(key=f"entry.{n}") for n in (1, 2, 3)]
    with pytest.raises(UnavailableError):
        store.take(documents, "li", "")
    assert answers(store) == {}
    assert store.version() == 0
    store.close()


def test_a_statute_may_be_long_and_is_compared_by_lines(store: Store) -> None:
    """A law of a megabyte is kept, and telling what changed in it takes no square of its length."""
    long = "长" * 90_000 + "。\n"
    before, after = statute(long * 3), statute(long * 3 + "新。")
    assert len(encode(before).encode()) > BODY_LIMIT
    store.take([before], "li", "")
    store.take([after], "li", "")
    newest, older = store.history("statute", "statute.beta")
    (change,) = differences("statute", older.body, newest.body)
    assert change.field == "articles"
    store.close()


def test_statutes_travel_with_a_pack(tmp_path: Path) -> None:
    """Writing a pack that holds a statute and reading it gives it back."""
    pack = changed_pack(statute(), statute("甲。", "gamma"))
    write(pack, tmp_path / "pack")
    again: Pack = read(tmp_path / "pack")
    assert again.all(Statute) == pack.all(Statute)
    assert small_pack().all(Statute) == {}
