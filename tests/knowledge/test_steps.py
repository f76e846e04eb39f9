"""A document's life in steps: a publication with its drafts is one."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from store_parts import entry

from knowledge.steps import Step, recent_steps, steps
from knowledge.store import Store


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = Store.open(tmp_path / "knowledge.db")
    yield opened
    opened.close()


def told(found: tuple[Step, ...]) -> list[tuple[str, int, list[int]]]:
    return [(one.act, one.revision.number, [d.number for d in one.drafts]) for one in found]


def test_a_publication_is_one_step(store: Store) -> None:
    """All drafts since the step before belong to the publication that they ended in; a draft that
    waits is a step of its own."""
    for text, author in (("甲", "li"), ("乙", "zhao")):
        store.save_draft("entry", entry(text), author)
    store.publish("entry", "entry.a", "wang", "核对过")
    store.save_draft("entry", entry("丙"), "li")
    found = steps(store.history("entry", "entry.a"))
    assert told(found) == [("draft", 4, []), ("published", 3, [2, 1])]
    assert [one.author for one in found[1].drafts] == ["zhao", "li"]


def test_a_discarded_draft_is_no_publication(store: Store) -> None:
    """Giving a draft up is told as such, whether visitors had the document before or not."""
    store.save_draft("entry", entry("甲"), "li")
    store.discard("entry", "entry.a", "wang", "重复")
    assert told(steps(store.history("entry", "entry.a"))) == [("discarded", 2, [1])]
    store.restore("entry", "entry.a", 1, author="wang", why="仍要")
    store.save_draft("entry", entry("乙"), "li")
    store.discard("entry", "entry.a", "wang", "不对")
    assert told(steps(store.history("entry", "entry.a")))[0] == ("discarded", 5, [4])


def test_a_draft_that_was_passed_over_stays_visible(store: Store) -> None:
    """Restoring older words does not take the waiting draft for its own."""
    store.save_draft("entry", entry("甲"), "li")
    store.publish("entry", "entry.a", "wang", "核对过")
    store.save_draft("entry", entry("乙"), "li")
    store.restore("entry", "entry.a", 2, author="wang", why="仍有效")
    found = steps(store.history("entry", "entry.a"))
    assert told(found) == [("published", 4, []), ("draft", 3, []), ("published", 2, [1])]
    store.retire("entry", "entry.a", "wang", "过时")
    assert told(steps(store.history("entry", "entry.a")))[0] == ("retired", 5, [])


def test_recent_steps_of_several_documents(store: Store) -> None:
    """Steps of several documents stand in the order of what ended them."""
    store.save_draft("entry", entry("甲"), "li")
    store.save_draft("entry", entry("乙", "entry.b"), "li")
    store.publish("entry", "entry.a", "wang", "核对过")
    store.publish("entry", "entry.b", "wang", "核对过")
    found = recent_steps(store.recent())
    assert [one.revision.key for one in found] == ["entry.b", "entry.a"]
    assert [len(one.drafts) for one in found] == [1, 1]


def test_a_draft_given_up_over_a_pack_is_told_as_such(store: Store) -> None:
    """Staff reads its own deeds alone; that the words which stay came with a pack, before or in
    between, makes no publication of it. Also where the publication before lies too far back."""
    store.seed([entry("甲")], "1")
    store.save_draft("entry", entry("乙"), "li")
    store.discard("entry", "entry.a", "wang", "不对")
    assert told(recent_steps(store.recent())) == [("discarded", 3, [2])]
    store.seed([entry("丙")], "2")
    store.save_draft("entry", entry("丁"), "li")
    store.discard("entry", "entry.a", "wang", "也不对")
    assert told(recent_steps(store.recent()))[0][0] == "discarded"
    assert [one.act for one in recent_steps(store.recent(limit=1))] == ["discarded"]
