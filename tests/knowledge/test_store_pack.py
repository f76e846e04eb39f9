"""The shipped pack goes into the store and comes back the same."""

from __future__ import annotations

from pathlib import Path

from knowledge.documents import kind_of
from knowledge.pack import read
from knowledge.store import Store


def test_the_shipped_pack_is_kept_without_loss(tmp_path: Path) -> None:
    """Every document of the shipped pack, the profile included, is accepted and read back."""
    pack = read()
    documents = {(kind_of(one), one.id): one for one in (*pack.every(), pack.profile)}
    store = Store.open(tmp_path / "knowledge.db")
    report = store.seed(documents.values(), pack.profile.version)
    assert set(report.added) == set(documents)
    assert {(kind, one.id): one for kind, one in store.published()} == documents
    assert store.unreadable() == ()
    store.close()
