"""What `make` does with an environment of another checkout: it says so and touches nothing."""

from __future__ import annotations

import shutil
import subprocess
import venv
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    """A checkout of which only the Makefile matters."""
    folder = tmp_path / "clone"
    folder.mkdir()
    for name in ("Makefile", "pyproject.toml"):
        shutil.copy(ROOT / name, folder)
    return folder


def make(folder: Path, target: str) -> tuple[int, str]:
    done = subprocess.run(
        ["make", "--no-print-directory", "-C", str(folder), target],
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    return done.returncode, done.stdout


@pytest.fixture
def other(tmp_path: Path) -> Path:
    """Another checkout with its environment. It has no pip, so that nothing can be installed."""
    folder = tmp_path / "other"
    (folder / "dialog").mkdir(parents=True)
    (folder / "dialog" / "__init__.py").touch()
    venv.create(folder / ".venv", with_pip=False, symlinks=True)
    [packages] = (folder / ".venv" / "lib").glob("python*/site-packages")
    (packages / "other.pth").write_text(f"{folder}\n", encoding="utf-8")
    return folder


def test_a_linked_environment_is_not_taken_over(clone: Path, other: Path) -> None:
    """Users met it as a clone whose .venv was a link: its first start made the other checkout run
    the clone's code. Now no target installs anything there, and the mend is told."""
    (clone / ".venv").symlink_to(other / ".venv")
    before = sorted((other / ".venv").rglob("*"))
    for target in ("serve", "test", "pack"):
        status, said = make(clone, target)
        assert status != 0
        assert f".venv is a link to {other}/.venv" in said
        assert f"runs the program of {other}" in said
        assert "rm .venv" in said
        assert "Installing" not in said
    assert sorted((other / ".venv").rglob("*")) == before


def test_ones_own_environment_may_be_a_link(clone: Path, other: Path) -> None:
    """Such as one on another disk: what counts is whose program it runs."""
    (clone / ".venv").symlink_to(other / ".venv")
    [packages] = (other / ".venv" / "lib").glob("python*/site-packages")
    (clone / "dialog").mkdir()
    (clone / "dialog" / "__init__.py").touch()
    (packages / "other.pth").write_text(f"{clone}\n", encoding="utf-8")
    assert make(clone, "own") == (0, "")


def test_a_link_to_nothing_is_told_as_such(clone: Path) -> None:
    (clone / ".venv").symlink_to(clone / "gone")
    status, said = make(clone, "serve")
    assert status != 0
    assert "rm .venv" in said


def test_an_environment_that_was_copied_or_moved_is_not_run(clone: Path) -> None:
    """Its program is another folder's, or nowhere any more."""
    (clone / ".venv").mkdir()
    (clone / ".venv" / ".installed").touch()
    status, said = make(clone, "serve")
    assert status != 0
    assert "made for another folder" in said
    assert "rm -r .venv" in said


def test_without_an_environment_or_with_a_half_made_one_all_is_well(clone: Path) -> None:
    """What broke off before anything was installed goes on."""
    assert make(clone, "own") == (0, "")
    (clone / ".venv").mkdir()
    assert make(clone, "own") == (0, "")
