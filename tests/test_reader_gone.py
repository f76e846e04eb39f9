"""A command whose reader goes away (``… | head``) ends without a complaint."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.knowledge.small_parts import FOLDER


@pytest.mark.parametrize("unbuffered", ["", "1"])
@pytest.mark.parametrize(
    "words",
    [("pack", "draw", "--count", "50"), ("ask", "示例信息法第五条")],
    ids=lambda words: words[0],
)
def test_a_reader_that_goes_away_is_no_error(
    words: tuple[str, ...], unbuffered: str, tmp_path: Path
) -> None:
    """Whether Python writes at once or at the end: no traceback, and the code of SIGPIPE."""
    config = tmp_path / "yingbin.yaml"
    config.write_text(f"data_dir: {tmp_path / 'var'}\nknowledge:\n  pack: {FOLDER}\n", "utf-8")
    reading, writing = os.pipe()
    os.close(reading)
    try:
        done = subprocess.run(
            [sys.executable, "-m", "dialog", "--config", str(config), *words],
            stdout=writing,
            stderr=subprocess.PIPE,
            env={**os.environ, "PYTHONUNBUFFERED": unbuffered},
            check=False,
            timeout=60,
        )
    finally:
        os.close(writing)
    said = done.stderr.decode()
    assert "Traceback" not in said
    assert "BrokenPipe" not in said
    assert done.returncode == 141
