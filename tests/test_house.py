"""The house itself: tools that must find nothing, and promises about the tree as a whole."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from dialog.__main__ import build_parser
from dialog.schema import settings_page

ROOT = Path(__file__).parents[1]
BIN = Path(sys.executable).parent
LONGEST_FILE = 400
LONGEST_FUNCTION = 60
LARGEST_PICTURE = 500_000
PACKAGES = ("avatar", "dialog", "knowledge")
TEXT = {".py", ".js", ".mjs", ".css", ".html", ".md", ".yaml", ".yml", ".toml", ".json", ".jsonl"}
TEXT |= {"", ".ts", ".conf", ".service", ".svg", ".sh", ".ini"}
FOREIGN = re.compile(
    "|".join(
        (
            r"/work/(?:main|shared)",
            r"/(?:root|home)/[a-z]+/",
            r"/opt/(?:py" + "pi|wheels)",
            r"registry\.np" + "mjs",
            r"files\.python" + "hosted",
            r"py" + r"pi\.org",
        )
    )
)
"""Places of one machine and hosts of registries."""


def tracked(*suffixes: str) -> list[Path]:
    """The files of the tree, as git knows them."""
    found = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout.split("\0")
    paths = [ROOT / name for name in found if name]
    return [p for p in paths if p.is_file() and (not suffixes or p.suffix in suffixes)]


def ours() -> Iterator[tuple[Path, ast.Module]]:
    """The Python files of the three packages."""
    for path in tracked(".py"):
        if path.relative_to(ROOT).parts[0] in PACKAGES:
            yield path, ast.parse(path.read_text("utf-8"))


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@pytest.mark.slow
@pytest.mark.timeout(300)  # The types of all code, beside other tests on two cores.
@pytest.mark.parametrize(
    "command",
    [
        ["ruff", "check", "."],
        ["ruff", "format", "--check", "."],
        ["lint-imports", "--no-cache"],
        ["pyright"],
    ],
    ids=["lint", "layout", "layers", "types"],
)
def test_tools_find_nothing(command: list[str]) -> None:
    """Ruff, import-linter and pyright strict are content."""
    done = subprocess.run(
        [str(BIN / command[0]), *command[1:]],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        timeout=280,
    )
    assert done.returncode == 0, (done.stdout + done.stderr)[-6000:]


def test_no_file_names_a_machine() -> None:
    """No path of somebody's machine and no registry's address stands in the tree."""
    found = [
        f"{name_of(path)}: {match.group()}"
        for path in tracked()
        if path.suffix in TEXT
        for match in FOREIGN.finditer(path.read_text("utf-8"))
    ]
    assert found == []


def test_a_long_file_says_why() -> None:
    """More than 400 lines need a line that begins with "Longer than 400 lines because"."""
    found = []
    for path in tracked(".py", ".js", ".mjs"):
        text = path.read_text("utf-8")
        head = "\n".join(text.splitlines()[:40])
        if text.count("\n") > LONGEST_FILE and "onger than 400 lines because" not in head:
            found.append(f"{name_of(path)}: {text.count(chr(10))}")
    assert found == []


def test_a_long_function_says_why() -> None:
    """More than 60 lines need a docstring with "Longer than 60 lines because"; a migration, which
    never changes again, needs none."""
    found = [
        f"{name_of(path)}:{node.lineno} {node.name}"
        for path, tree in ours()
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and (node.end_lineno or 0) - node.lineno >= LONGEST_FUNCTION
        and "onger than 60 lines because" not in (ast.get_docstring(node) or "")
        and "migrations" not in path.parts
    ]
    assert found == []


def test_every_module_says_what_it_holds() -> None:
    """Each Python file opens with a docstring."""
    silent = [
        name_of(path)
        for path in tracked(".py")
        if (text := path.read_text("utf-8").strip()) and ast.get_docstring(ast.parse(text)) is None
    ]
    assert silent == []


def test_tasks_are_born_in_groups() -> None:
    """No ``create_task``, ``ensure_future`` or ``gather`` of the module ``asyncio``."""
    found = [
        f"{name_of(path)}:{node.lineno} {node.attr}"
        for path, tree in ours()
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute)
        and isinstance(node.value, ast.Name)
        and node.value.id == "asyncio"
        and node.attr in {"create_task", "ensure_future", "gather"}
    ]
    assert found == []


def test_nothing_is_left_for_later() -> None:
    """No TODO, FIXME or XXX in the code."""
    found = [
        f"{name_of(path)}:{number}"
        for path in tracked(".py", ".js", ".mjs", ".css", ".html")
        if path != Path(__file__)
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1)
        if re.search(r"\b(?:TODO|FIXME|XXX)\b", line)
    ]
    assert found == []


def test_every_command_and_option_is_documented() -> None:
    """docs/commands.md names each command with its actions and options."""
    page = (ROOT / "docs/commands.md").read_text("utf-8")
    parser = build_parser()
    for words, options in described(parser):
        assert f"`yingbin {' '.join(words)}" in page, words
        for option in options:
            assert f"`{option}" in page, (words, option)


def described(
    parser: object, words: tuple[str, ...] = ()
) -> Iterator[tuple[tuple[str, ...], list[str]]]:
    """Every command with its long options."""
    actions = parser._actions  # type: ignore[attr-defined]
    inner = [a for a in actions if hasattr(a, "choices") and isinstance(a.choices, dict)]
    options = [o for a in actions for o in a.option_strings if o.startswith("--") and o != "--help"]
    if words and not inner:
        yield words, options
    for action in inner:
        for name, child in action.choices.items():
            yield from described(child, (*words, name))


def test_every_setting_has_its_words() -> None:
    """The generated page has no row without a meaning."""
    rows = [line for line in settings_page().splitlines() if line.startswith("| `")]
    assert len(rows) > 30
    assert [row for row in rows if not row.rsplit("|", 2)[1].strip()] == []


def test_every_dependency_is_accounted_for() -> None:
    """docs/dependencies.md has a row for each package that pyproject.toml and package.json name."""
    page = (ROOT / "docs/dependencies.md").read_text("utf-8")
    text = (ROOT / "pyproject.toml").read_text("utf-8")
    names = set(re.findall(r'^  "([a-z0-9-]+)[><=\[]', text, re.MULTILINE))
    names |= set(re.findall(r'^    "(@?[a-z/-]+)": "\d', (ROOT / "package.json").read_text(), re.M))
    assert len(names) > 25
    assert [n for n in sorted(names) if f"| `{n}` |" not in page] == []


def test_links_between_pages_lead_somewhere() -> None:
    """Relative links and pictures of every Markdown page exist."""
    broken = []
    for path in tracked(".md"):
        text = re.sub(r"```.*?```", "", path.read_text("utf-8"), flags=re.DOTALL)
        targets = re.findall(r"\]\(([^)#\s]+)|(?:src|srcset)=\"([^\"]+)\"", text)
        for target in (a or b for a, b in targets):
            if "://" not in target and not (path.parent / target).exists():
                broken += [f"{name_of(path)}: {target}"]
    assert broken == []


def test_pictures_are_small() -> None:
    """At most 500 KB each, so that a clone stays quick."""
    pictures = tracked(".png", ".jpg", ".webp")
    found = [name_of(p) for p in pictures if p.stat().st_size > LARGEST_PICTURE]
    assert found == []


def test_both_readmes_have_the_same_parts() -> None:
    """What one language is told, the other is told too: sections, commands, pictures, links."""
    parts = []
    for name in ("README.md", "README.zh.md"):
        text = (ROOT / name).read_text("utf-8")
        code = re.findall(r"```(?:sh|html)\n(.*?)```", text, re.DOTALL)
        settings = [yaml.safe_load(b) for b in re.findall(r"```yaml\n(.*?)```", text, re.DOTALL)]
        keys = [sorted(s) for s in settings]
        links = [x.replace(".zh.", ".") for x in re.findall(r"\]\((docs/[^)]+)\)", text)]
        parts.append((text.count("\n## "), code, keys, sorted(links)))
    assert parts[0] == parts[1]
