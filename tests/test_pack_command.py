"""``yingbin pack``: export, import and diff as an operator uses them."""

from __future__ import annotations

import shutil
from pathlib import Path

import msgspec
import pytest

from dialog.__main__ import main
from dialog.config_file import read_settings
from dialog.parts import prepare
from knowledge.pack import read
from knowledge.search.forms import forms_of
from knowledge.store import Store
from knowledge.text import segmenter_for
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


def test_another_packs_profile_does_not_stand_beside_the_held_one(desk: Desk) -> None:
    """Who speaks for the exchange is one profile; a pack for another is refused with the mend."""
    copy = desk.folder / "copy"
    desk.pack("export", copy)
    before = desk.version()
    path = copy / "pack.yaml"
    kept = read(copy).profile.id
    path.write_text(path.read_text("utf-8").replace(f"id: {kept}", "id: other", 1), "utf-8")
    told = desk.pack("import", copy, code=1)
    assert f"pack.yaml:1: other: is not '{kept}', the profile that visitors get" in told
    assert desk.version() == before


def spoil(copy: Path, name: str, more: str) -> int:
    """Write documents behind those of a file; the line on which they begin."""
    path = copy / name
    path.parent.mkdir(exist_ok=True)
    text = path.read_text("utf-8") if path.exists() else ""
    path.write_text(text + more, "utf-8")
    return text.count("\n") + 1


def test_an_import_with_errors_publishes_nothing_and_names_every_place(desk: Desk) -> None:
    """A circle of terms, sources that nobody has, times that end before they begin, two versions
    in force on one day and two capitals are all told at once with file and line, the sound
    documents beside them are not taken either, and mending them lets all of them in."""
    copy = desk.folder / "copy"
    desk.pack("export", copy)
    before = desk.version()
    terms = spoil(copy, "glossary.yaml", "- {id: 甲甲甲, broader: [乙乙乙]}\n"
                  "- {id: 乙乙乙, broader: [甲甲甲]}\n")  # fmt: skip
    gap = spoil(copy, "gaps.yaml", "- {id: gap.new, question: 新问题甲？, answer: 不知道。, "
                "next_step: 问人。, sources: [{source: src.nope}]}\n")  # fmt: skip
    law = "title: 法, short: [法], level: law, issuer: 示例, family: f"
    laws = spoil(copy, "laws.yaml", f"- {{id: one, {law}, effective_from: 2026-01-01}}\n"
                 f"- {{id: two, {law}, effective_from: 2025-01-01}}\n"
                 "- {id: back, title: 法, short: [法], level: law, issuer: 示例,\n"
                 "   effective_from: 2026-01-01, effective_to: 2025-01-01}\n")  # fmt: skip
    told = desk.pack("import", copy, code=1)
    for start in (
        f"error: glossary.yaml:{terms}: 甲甲甲: broader leads back to itself",
        f"error: glossary.yaml:{terms + 1}: 乙乙乙: broader leads back to itself",
        f"error: gaps.yaml:{gap}: gap.new: sources[0]: there is no source 'src.nope'",
        f"error: laws.yaml:{laws + 1}: two: is in force on 2026-01-01, and so is one",
        f"error: laws.yaml:{laws + 3}: back: effective_to: 2025-01-01 lies before 2026-01-01",
    ):
        assert any(line.startswith(start) for line in told.splitlines()), told
    assert "Published nothing: 5 errors" in told
    assert desk.version() == before
    for name, wrong, right in (
        ("glossary.yaml", "乙乙乙, broader: [甲甲甲]", "乙乙乙"),
        ("gaps.yaml", "src.nope", "src.gazette"),
        ("laws.yaml", "effective_from: 2025-01-01", "effective_to: 2025-12-31"),
        ("laws.yaml", "effective_to: 2025-01-01", "effective_to: 2027-01-01"),
    ):
        text = (copy / name).read_text("utf-8")
        (copy / name).write_text(text.replace(wrong, right), "utf-8")
    told = desk.pack("import", copy)
    assert "Published 6 documents" in told
    assert "warning: gaps.yaml" in told, "few wordings are told and stop nothing"
    assert desk.version() == before + 1


def test_an_import_is_checked_together_with_what_is_held(desk: Desk) -> None:
    """A folder that is sound by itself may contradict what visitors get, and one that leans on it
    is sound. What was wrong before, and is none of the import's, does not stop it."""
    part = desk.folder / "part"
    part.mkdir()
    shutil.copy(FOLDER / "pack.yaml", part)
    gap = "- {id: gap.new, question: %s, answer: 不知道。, next_step: 问人。, sources: [%s]}\n"
    held = "{source: src.gazette}"
    spoil(part, "gaps.yaml", gap % ("会员分为哪几类？", held))
    assert "error: gaps.yaml:1: " in desk.pack("import", part, code=1)
    (part / "gaps.yaml").write_text(gap % ("新问题甲？", held), "utf-8")
    store = Store.open(desk.folder / "var" / "knowledge.sqlite3")
    store.retire("predicate", "会员数", "li", "")
    store.close()
    assert "Published 1 documents" in desk.pack("import", part)
    whole = desk.folder / "whole"
    desk.pack("export", whole)
    told = desk.pack("import", whole, code=1)
    assert "there is no predicate '会员数'" in told


def test_a_configured_pack_that_cannot_be_kept_is_told_by_place(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Every document that the store refuses, with file, line, id and field; exit code 2."""
    folder = tmp_path / "pack"
    shutil.copytree(FOLDER, folder)
    law = "title: 法, short: [法], level: law, issuer: 示例"
    line = spoil(folder, "laws.yaml", f"- {{id: back, {law},\n"
                 "   effective_from: 2026-01-01, effective_to: 2025-01-01}\n")  # fmt: skip
    claim = spoil(folder, "glossary.yaml", "- {id: 甲甲, synonyms: ['']}\n")
    config = tmp_path / "yingbin.yaml"
    config.write_text(f"data_dir: {tmp_path / 'var'}\nknowledge:\n  pack: {folder}\n", "utf-8")
    assert main(["--config", str(config), "pack", "export", str(tmp_path / "out")]) == 2
    told = capsys.readouterr().err
    refused = f"laws.yaml:{line + 1}: law.effective_to of back: 2025-01-01 lies before 2026-01-01"
    assert refused in told
    assert f"glossary.yaml:{claim}: term.synonyms[0] of 甲甲: empty" in told


def test_a_draw_is_the_same_for_a_seed(desk: Desk) -> None:
    """Entries to be read aloud: as many as asked for, none twice, the same for the same seed."""
    drawn = desk.pack("draw", "--count", "2", "--seed", "4")
    assert drawn == desk.pack("draw", "--count", "2", "--seed", "4")
    names = [line for line in drawn.splitlines() if line.startswith("entry.")]
    assert len(set(names)) == 2
    everything = desk.pack("draw", "--count", "999")
    assert len(everything) > len(drawn)
    for nothing in ("0", "-1"):
        with pytest.raises(SystemExit) as ended:
            desk.pack("draw", "--count", nothing)
        assert ended.value.code == 2


def test_a_pack_made_ready_leaves_a_first_start_nothing_to_make(desk: Desk) -> None:
    """Beside the pack stands what a first start in any other folder takes from there."""
    pack = Path(shutil.copytree(FOLDER, desk.folder / "pack"))
    desk.config.write_text(f"knowledge:\n  pack: {pack}\n", "utf-8")
    assert str(pack / "built") in desk.pack("ready")
    assert not (desk.folder / "var").exists()
    segmenter_for.cache_clear()
    settings = read_settings(desk.config)
    own = desk.folder / "var"
    prepared = prepare(msgspec.structs.replace(settings, data_dir=str(own)))
    try:
        assert forms_of(prepared.library.snapshot.index.segmenter).unwritten == 0
    finally:
        prepared.close()
    assert not (own / "built" / "pack.msgpack").exists()
