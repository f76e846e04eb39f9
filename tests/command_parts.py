"""A command that reads files of JSON lines, run as at the terminal."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from dialog.__main__ import main


class Command:
    """Runs a command and reads what it printed."""

    def __init__(
        self, words: Sequence[str], folder: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        self._words = words
        self._folder = folder
        self._capsys = capsys

    def file(self, name: str, *rows: object) -> Path:
        """A file of lines; what is no text is written as JSON."""
        path = self._folder / name
        lines = [r if isinstance(r, str) else json.dumps(r, ensure_ascii=False) for r in rows]
        path.write_text("\n".join(lines), "utf-8")
        return path

    def run(self, *words: object, code: int = 0) -> tuple[str, str]:
        """What it prints to its output and to its errors, ending with ``code``."""
        assert main([*self._words, *map(str, words)]) == code
        out, err = self._capsys.readouterr()
        return out, err

    def lines(self, *words: object) -> list[dict[str, Any]]:
        """Its rows of JSON."""
        out, _ = self.run(*words, "--json")
        return [json.loads(line) for line in out.splitlines()]

    def fails(self, *words: object) -> str:
        """What it says where the operator must mend something first: nothing is printed else."""
        out, err = self.run(*words, "--json", code=2)
        assert out == ""
        assert "Traceback" not in err
        return err
