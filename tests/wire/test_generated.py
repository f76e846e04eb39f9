"""The generated pages are the ones that the types would write now."""

from __future__ import annotations

from pathlib import Path
from typing import get_args

import msgspec
import pytest

from dialog.__main__ import main
from dialog.messages import ClientMessage, Posted, ServerMessage
from dialog.schema import PAGES, generated_pages

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize("path", PAGES, ids=str)
def test_no_generated_page_is_stale(path: Path) -> None:
    """When this fails: run `yingbin docs` and commit what it writes."""
    assert (ROOT / path).read_text("utf-8") == generated_pages()[path]


def test_docs_writes_what_is_stale_and_names_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The first run writes every page, the second none, and a changed one is mended."""
    for folder in {path.parent for path in PAGES}:
        (tmp_path / folder).mkdir()
    assert main(["docs", "--root", str(tmp_path)]) == 0
    assert set(capsys.readouterr().out.split()) == {str(path) for path in PAGES}
    main(["docs", "--root", str(tmp_path)])
    assert capsys.readouterr().out == ""
    (tmp_path / "docs/protocol.md").write_text("old")
    assert main(["docs", "--check", "--root", str(tmp_path)]) == 1
    assert (tmp_path / "docs/protocol.md").read_text() == "old"
    assert capsys.readouterr().out.split() == ["docs/protocol.md"]
    main(["docs", "--root", str(tmp_path)])
    assert capsys.readouterr().out.split() == ["docs/protocol.md"]
    assert main(["docs", "--check", "--root", str(tmp_path)]) == 0


def test_docs_names_a_folder_that_is_no_source_tree(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """It was a traceback."""
    assert main(["docs", "--root", str(tmp_path / "nope")]) == 2
    (line,) = capsys.readouterr().err.splitlines()
    assert line.startswith(str(tmp_path / "nope"))


def test_every_message_and_field_stands_in_the_protocol() -> None:
    """Both pages name each message with all its fields."""
    types = (ROOT / "static/protocol.d.ts").read_text("utf-8")
    words = (ROOT / "docs/protocol.md").read_text("utf-8")
    for kind in (*get_args(ClientMessage), Posted, *get_args(ServerMessage)):
        interface = types.split(f"export interface {kind.__name__} {{")[1].split("}")[0]
        name = kind.__struct_config__.tag or kind.__name__
        section = words.split(f"### `{name}`")[1].split("###")[0]
        for field in msgspec.structs.fields(kind):
            assert f"\n  {field.encode_name}" in interface, (name, field.name)
            assert f"| `{field.encode_name}` |" in section, (name, field.name)
