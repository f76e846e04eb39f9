"""Runs the page's own tests and checks, so that one command runs everything."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize(
    "command",
    [
        ["node", "--test", *sorted(map(str, ROOT.glob("tests/*/*.test.js")))],
        ["node_modules/.bin/tsc", "--project", "tsconfig.json"],
        ["node_modules/.bin/biome", "check", "static", "tests/page"],
    ],
    ids=["parts", "types", "lint"],
)
def test_page_tools_find_nothing(command: list[str]) -> None:
    """The tests of the pure parts pass; types and lint are clean."""
    done = subprocess.run(
        command, cwd=ROOT, capture_output=True, text=True, check=False, timeout=90
    )
    assert done.returncode == 0, done.stdout + done.stderr
