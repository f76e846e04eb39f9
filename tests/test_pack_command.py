"""``yingbin pack``: export, import and diff as an operator uses them."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from dialog.__main__ import main
from knowledge.store import Store
from tests.knowledge.small_parts import FOLDER


class Desk:
    """A configuration over the small pack."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.folder = folder
        self.config = folder / "yingbin.yaml"
        self.config.write_text(
            f"data_dir: {folder / 'var'}\nknowledge:\n  pack: {FOLDER}\n", "utf-8"
        )
        self._capsys = capsys

    def pack(self, *words: str | Path, code: int = 0) -> str:
        """The output of a command that must end with this code."""
        self._capsys.readouterr()
        assert main(["--config", str(self.config), "pack", *map(str, words)]) == code
        out, err = self._capsys.readouterr()
        return out + err

    def version(self) -> int:
        """The version of what visitors get."""
        store = Store.open(self.folder / "var" / "knowledge.sqlite3")
        try:
            return store.version()
        finally:
            store.close()


@pytest.fixture
def desk(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Desk:
    return Desk(tmp_path, capsys)


def test_an_exported_pack_is_the_same_pack(desk: Desk) -> None:
    """Export loses nothing, and importing it again publishes nothing."""
    copy = desk.folder / "copy"
    desk.pack("export", copy)
    assert "0 documents differ" in desk.pack("diff", FOLDER, copy)
    before = desk.version()
    assert "Published 0 documents" in desk.pack("import", copy)
    assert desk.version() == before


def test_an_import_publishes_what_differs_under_one_version(desk: Desk) -> None:
    """Two changed entries go out together."""
    copy = desk.folder / "copy"
    desk.pack("export", copy)
    before = desk.version()
    changed = 0
    for path in sorted(copy.rglob("*.yaml")):
        text = path.read_text("utf-8")
        if "answer:" in text and changed < 2:
            count = min(2 - changed, text.count("\n  answer: "))
            path.write_text(text.replace("\n  answer: ", "\n  answer: 新。", count), "utf-8")
            changed += count
    assert changed == 2
    assert "Published 2 documents" in desk.pack("import", copy)
    assert desk.version() == before + 1


def test_a_cut_import_publishes_nothing_and_names_the_place(desk: Desk) -> None:
    """A file that ends in the middle is named; visitors keep what they have."""
    copy = desk.folder / "copy"
    desk.pack("export", copy)
    before = desk.version()
    path = max(copy.rglob("*.yaml"), key=lambda file: file.stat().st_size)
    data = path.read_bytes()
    path.write_bytes(data[: len(data) // 2] + b'\n- id: "')
    told = desk.pack("import", copy, code=2)
    assert path.name in told
    assert desk.version() == before


def test_a_pack_in_another_encoding_is_refused_with_its_file(desk: Desk) -> None:
    """GB18030 is not guessed: the file is named, nothing is published."""
    copy = desk.folder / "copy"
    shutil.copytree(FOLDER, copy)
    path = max(copy.rglob("*.yaml"), key=lambda file: file.stat().st_size)
    path.write_bytes(path.read_text("utf-8").encode("gb18030"))
    assert path.name in desk.pack("import", copy, code=2)


def test_a_draw_is_the_same_for_a_seed(desk: Desk) -> None:
    """Entries to be read aloud: as many as asked for, none twice, the same for the same seed."""
    drawn = desk.pack("draw", "--count", "2", "--seed", "4")
    assert drawn == desk.pack("draw", "--count", "2", "--seed", "4")
    names = [line for line in drawn.splitlines() if line.startswith("entry.")]
    assert len(set(names)) == 2
    everything = desk.pack("draw", "--count", "999")
    assert len(everything) > len(drawn)
