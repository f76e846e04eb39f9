"""A pack survives being written, read, exported and imported; a broken one says where."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import msgspec
import pytest
from check_parts import profile, sound
from hypothesis import given
from hypothesis import strategies as st

from dialog.__main__ import main
from knowledge.pack import LAYOUT, Pack, PackError, fingerprint, read
from knowledge.pack_writing import write
from knowledge.types import (
    Claim,
    DecisionTable,
    English,
    Entry,
    Example,
    Input,
    NewsItem,
    Origin,
    Row,
    Rule,
    Term,
)

words = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
days = st.none() | st.dates(date(1990, 1, 1), date(2100, 1, 1))
origins = st.builds(Origin, law=words, article=st.none() | st.integers(1, 99), section=words)
many = st.lists(words, max_size=3).map(tuple)
documents = st.one_of(
    st.builds(
        Entry,
        id=words,
        question=words,
        answer=words,
        intent=st.just("concept"),
        similar=many,
        negative=many,
        sources=st.lists(origins, max_size=2).map(tuple),
        english=st.none() | st.builds(English, question=words, answer=words),
        valid_from=days,
        advice=st.booleans(),
    ),
    st.builds(
        Claim,
        id=words,
        subject=words,
        predicate=words,
        object=words,
        origin=origins,
        grade=st.just("官方"),
        as_of=st.sampled_from(["", "2023", "2023-07", "2023-07-01"]),
        valid_to=days,
    ),
    st.builds(Rule, id=words, law=words, article=st.integers(1, 99), gist=words),
    st.builds(Term, id=words, synonyms=many, pronunciation=words),
    st.builds(NewsItem, id=words, title=words, date=words, summary=words, sources=st.just(())),
    st.builds(
        DecisionTable,
        id=words,
        name=words,
        question=words,
        inputs=st.just((Input(name="n", label="n", ask="?", lower=(0, 5)),)),
        rows=st.builds(
            Row,
            id=words,
            when=st.dictionaries(words, many, max_size=2),
            conclusion=words,
            min=st.dictionaries(words, st.integers(), max_size=2),
            valid_from=days,
        ).map(lambda row: (row,)),
    ),
)
examples = st.lists(st.builds(Example, text=words, label=words, persona=words), max_size=3)


def contents(pack: Pack) -> list[object]:
    """Everything that a pack holds; documents by kind and id."""
    return [pack.profile, pack.documents, pack.intents, pack.feelings, pack.consultations]


# No document may bear the id of the pack itself.
others = documents.filter(lambda document: document.id != profile().id)


@given(st.lists(others, max_size=6, unique_by=lambda d: d.id), examples)
def test_what_is_written_is_read_again(
    tmp_path_factory: pytest.TempPathFactory,
    given_documents: list[Entry],
    given_examples: list[Example],
) -> None:
    """Whatever the words: line ends, colons, quotes, digits, dates, signs beyond the plane."""
    pack = Pack(profile(), given_documents, intents=given_examples)
    folder = tmp_path_factory.mktemp("pack") / "written"
    write(pack, folder)
    assert contents(read(folder)) == contents(pack)


def test_the_shipped_pack_is_written_and_read_without_loss(tmp_path: Path) -> None:
    """Every kind keeps its documents, and their order too."""
    shipped = read()
    write(shipped, tmp_path / "pack")
    again = read(tmp_path / "pack")
    assert contents(again) == contents(shipped)
    for kind, _ in LAYOUT:
        assert list(again.all(kind)) == list(shipped.all(kind))


def test_nothing_is_written_over(tmp_path: Path) -> None:
    """A folder that holds something is refused and stays as it is."""
    (tmp_path / "mine.txt").write_text("mine")
    with pytest.raises(FileExistsError):
        write(sound(), tmp_path)
    assert [p.name for p in tmp_path.iterdir()] == ["mine.txt"]


def problems(folder: Path) -> list[str]:
    """What reading a folder finds wrong with it."""
    with pytest.raises(PackError) as raised:
        read(folder)
    return raised.value.problems


def test_all_that_is_wrong_is_said_at_once(tmp_path: Path) -> None:
    """Unknown fields, doubled ids, bytes that are no text and broken lines, each with file and
    line."""
    folder = tmp_path / "pack"
    write(sound(), folder)
    (folder / "gaps.yaml").write_text("- id: gap.x\n  colour: red\n", "utf-8")
    (folder / "news.yaml").write_bytes("# 新闻\n- id: ".encode() + b"\xff\xfe")
    (folder / "claims/claims.jsonl").write_text('\n{"id": "claim.one",\n7\n', "utf-8")
    (folder / "lists.yaml").write_text("- {id: entry.one}\n", "utf-8")
    (folder / "entries/more.yaml").write_bytes((folder / "entries/entries.yaml").read_bytes())
    told = problems(folder)
    for problem in (
        "gaps.yaml:2: gap.x: Object contains unknown field `colour`",
        "news.yaml:2: byte 7 of the line is not UTF-8; save the file as UTF-8",
        "claims/claims.jsonl:2: Expecting property name enclosed in double quotes at column 20",
        "claims/claims.jsonl:3: Expected `object`, got `int`",
        "lists.yaml:1: entry.one: Object missing required field `name`",
        "entries/more.yaml:1: id 'entry.one' is used at entries/entries.yaml:1 too",
    ):
        assert problem in told, told
    assert len(told) == 6


@pytest.mark.parametrize(
    ("file", "text", "told"),
    [
        (
            "gaps.yaml",
            "- id: gap.x\n  question: 一？\n  answer: 一。\n  question: 二？\n",
            "gaps.yaml:4: `question` stands twice here; keep one of them",
        ),
        (
            "lists.yaml",
            "- id: list.x\n  english:\n    question: One?\n    question: Two?\n",
            "lists.yaml:4: `question` stands twice here; keep one of them",
        ),
        (
            "claims/claims.jsonl",
            '{"id": "claim.one", "object": "一", "object": "二"}\n',
            "claims/claims.jsonl:1: `object` stands twice here; keep one of them",
        ),
    ],
)
def test_a_name_that_stands_twice_is_told(tmp_path: Path, file: str, text: str, told: str) -> None:
    """The first value would be lost without a word."""
    folder = tmp_path / "pack"
    write(sound(), folder)
    (folder / file).parent.mkdir(exist_ok=True)
    (folder / file).write_text(text, "utf-8")
    assert told in problems(folder)


def test_the_line_of_the_very_field_is_named(tmp_path: Path) -> None:
    """Deep in a part of a document, for an impossible day too, and whatever stands before it."""
    folder = tmp_path / "pack"
    write(sound(), folder)
    law = "id: bad, title: t, short: [t], level: law, issuer: i"
    (folder / "laws.yaml").write_text(
        f"# 两部法\n\n- {{{law}}}\n-\n  {law.replace(', ', chr(10) + '  ').replace('bad', 'b')}\n"
        "  articles: 3\n  effective_from: 2026-02-30\n",
        "utf-8",
    )
    (folder / "procedures.yaml").write_text(
        "- id: p\n  name: n\n  question: q\n  sources: []\n  steps:\n  - name: a\n    what: b\n"
        "    sources:\n    - law: x\n    - law: x\n      article: drei\n",
        "utf-8",
    )
    (folder / "glossary.yaml").write_text('- id: 甲\n- id: 乙\n  note: "a\u0007"\n', "utf-8")
    told = problems(folder)
    assert (
        "laws.yaml:11: b: not a day of the calendar; write it as 2026-07-31 - at `$.effective_from`"
        in told
    )
    assert any(
        p.startswith("procedures.yaml:11: p: Expected `int | null`, got `str`") for p in told
    )
    assert any(p.startswith("glossary.yaml:3: ") and "control characters" in p for p in told)


@pytest.mark.parametrize(
    "line",
    ['{"id": "a", "text": "\\ud800"}', '{"id": ' + "9" * 5000 + "}", "[" * 100_000],
    ids=["half a character", "a long number", "deep lists"],
)
def test_what_json_allows_and_nobody_can_keep_is_named(tmp_path: Path, line: str) -> None:
    """No line ends the reading with anything but its place."""
    write(sound(), tmp_path / "pack")
    (tmp_path / "pack/claims/more.jsonl").write_text(f"\n{line}\n", "utf-8")
    told = problems(tmp_path / "pack")
    assert len(told) == 1
    assert told[0].startswith("claims/more.jsonl:2: ")


def test_what_follows_from_an_unread_document_is_not_told(tmp_path: Path) -> None:
    """A broken file, or a broken document, is told once; that its further wordings then have no
    document is not. Wordings of nothing at all are."""
    folder = tmp_path / "pack"
    write(sound(), folder)
    (folder / "wordings").mkdir()
    lines = [f'{{"id": "{key}", "similar": ["问"]}}' for key in ("entry.one", "gap.fee", "no.such")]
    (folder / "wordings/more.jsonl").write_text("\n".join(lines), "utf-8")
    nothing = "wordings/more.jsonl:3: 'no.such' is no document of this pack"
    assert problems(folder) == [nothing]
    gaps = (folder / "gaps.yaml").read_text("utf-8")
    (folder / "gaps.yaml").write_text(gaps + "  colour: red\n", "utf-8")
    assert problems(folder) == [
        f"gaps.yaml:{gaps.count(chr(10)) + 1}: gap.fee: Object contains unknown field `colour`",
        nothing,
    ]
    (folder / "gaps.yaml").write_text(gaps, "utf-8")
    (folder / "entries/entries.yaml").write_bytes(b"- id: \xff")
    assert len(problems(folder)) == 1


def test_a_folder_without_a_pack_is_named(tmp_path: Path) -> None:
    """So that a mistyped path is not taken for an empty pack."""
    with pytest.raises(PackError, match=r"pack\.yaml: missing"):
        read(tmp_path)


def test_the_fingerprint_follows_every_file(tmp_path: Path) -> None:
    """Equal folders have equal ones; a changed or renamed file has another."""
    for name in ("one", "two"):
        write(sound(), tmp_path / name)
    same = fingerprint(tmp_path / "one")
    assert fingerprint(tmp_path / "two") == same
    (tmp_path / "two/gaps.yaml").rename(tmp_path / "two/lists2.yaml")
    assert fingerprint(tmp_path / "two") != same


def test_staff_words_travel_by_export_and_import(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """What one house publishes is exported, taken in by another, and exported the same; a second
    import finds nothing to do."""
    base = tmp_path / "base"
    write(sound(), base)
    for house in ("one", "two"):
        (tmp_path / f"{house}.yaml").write_text(
            f"data_dir: {tmp_path / house}\nknowledge:\n  pack: {base}\n", "utf-8"
        )

    def run(house: str, *arguments: str) -> int:
        return main(["--config", str(tmp_path / f"{house}.yaml"), "pack", *arguments])

    edited = sound(change={"gap.fee": {"answer": "收费标准\n以“公告”为准：#1 。"}})
    write(edited, tmp_path / "edited")
    assert run("one", "import", str(tmp_path / "edited"), "--why", "新公告") == 0
    assert "Published 1 documents" in capsys.readouterr().out
    assert run("one", "export", str(tmp_path / "from-one")) == 0
    assert contents(read(tmp_path / "from-one")) == contents(edited)
    assert run("two", "import", str(tmp_path / "from-one")) == 0
    assert run("two", "export", str(tmp_path / "from-two")) == 0
    assert main(["pack", "diff", str(tmp_path / "from-one"), str(tmp_path / "from-two")]) == 0
    capsys.readouterr()
    assert run("two", "import", str(tmp_path / "from-one")) == 0
    assert "Published 0 documents" in capsys.readouterr().out
    assert run("two", "export", str(tmp_path / "from-two")) == 2


def test_diff_shows_what_came_went_and_changed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A line a document; inside a changed one, the words that went and came."""
    write(sound(add=(Term(id="甲"),)), tmp_path / "a")
    write(
        sound(add=(Term(id="乙"),), change={"gap.fee": {"next_step": "请问工作人员。"}}),
        tmp_path / "b",
    )
    assert main(["pack", "diff", str(tmp_path / "a"), str(tmp_path / "b")]) == 1
    shown = capsys.readouterr().out
    assert "- term 甲" in shown
    assert "+ term 乙" in shown
    assert "~ gap gap.fee" in shown
    assert "请[-向-]{+问+}工作人员" in shown


def test_a_pack_is_frozen() -> None:
    """Documents are values: what a turn holds cannot change under it."""
    document = next(iter(sound().all(Entry).values()))
    with pytest.raises(AttributeError):
        document.answer = "x"  # type: ignore[misc]
    assert isinstance(document, msgspec.Struct)
