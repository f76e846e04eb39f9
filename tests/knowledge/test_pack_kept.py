"""A pack that is kept as it was read: the same values, or it is read anew."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from knowledge.pack import LAYOUT, Pack, PackError, read
from knowledge.pack_kept import read_kept

SMALL = Path(__file__).parent / "small_pack"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the small pack."""
    return Path(shutil.copytree(SMALL, tmp_path / "pack"))


def values(pack: Pack) -> tuple[object, ...]:
    """All that a pack holds, in its order."""
    documents = [list(pack.all(kind).values()) for kind, _ in LAYOUT]
    return pack.profile, documents, pack.intents, pack.feelings, pack.consultations


def test_a_kept_pack_is_the_pack(folder: Path, tmp_path: Path) -> None:
    """The second reading gives the very values of the first, and writes nothing."""
    place = tmp_path / "built" / "pack.msgpack"
    assert values(read_kept(folder, place)) == values(read(folder))
    written = place.stat().st_mtime_ns
    assert values(read_kept(folder, place)) == values(read(folder))
    assert place.stat().st_mtime_ns == written


def test_a_changed_file_is_read(folder: Path, tmp_path: Path) -> None:
    """What stands in the files counts, whenever and however they were changed."""
    place = tmp_path / "pack.msgpack"
    read_kept(folder, place)
    glossary = folder / "glossary.yaml"
    glossary.write_text(glossary.read_text("utf-8").rstrip() + "\n- {id: 新词}\n", "utf-8")
    assert values(read_kept(folder, place)) == values(read(folder))
    glossary.write_text("- {id: 新词, nonsense: 1}\n", "utf-8")
    with pytest.raises(PackError):
        read_kept(folder, place)


@pytest.mark.parametrize("cut", [0, 20, 32, 400, -1])
def test_a_broken_kept_pack_is_read_anew(folder: Path, tmp_path: Path, cut: int) -> None:
    """Cut off anywhere, the kept file is not believed, and is written again."""
    place = tmp_path / "pack.msgpack"
    read_kept(folder, place)
    whole = place.read_bytes()
    place.write_bytes(whole[:cut])
    assert values(read_kept(folder, place)) == values(read(folder))
    assert place.read_bytes() == whole


def test_a_pack_that_came_kept_is_taken_once_it_is_right(folder: Path, tmp_path: Path) -> None:
    """What came with the pack spares the reading; changed since, it is passed over."""
    place, ahead = tmp_path / "own" / "pack.msgpack", tmp_path / "came" / "pack.msgpack"
    read_kept(folder, ahead)
    assert values(read_kept(folder, place, ahead=ahead)) == values(read(folder))
    assert not place.exists()
    ahead.write_bytes(ahead.read_bytes()[:-1])
    assert values(read_kept(folder, place, ahead=ahead)) == values(read(folder))
    assert place.exists()
