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


@given(st.lists(documents, max_size=6, unique_by=lambda d: d.id), examples)
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


def test_all_that_is_wrong_is_said_at_once(tmp_path: Path) -> None:
    """Unknown fields, doubled ids, bytes that are no text and broken lines, each with its place."""
    write(sound(), tmp_path / "pack")
    (tmp_path / "pack/gaps.yaml").write_text("- id: gap.x\n  colour: red\n", "utf-8")
    (tmp_path / "pack/news.yaml").write_bytes(b"\xff\xfe")
    (tmp_path / "pack/claims/claims.jsonl").write_text('{"id": "claim.one",\n', "utf-8")
    (tmp_path / "pack/lists.yaml").write_text("- id: entry.one\n", "utf-8")
    (tmp_path / "pack/entries/more.yaml").write_bytes(
        (tmp_path / "pack/entries/entries.yaml").read_bytes()
    )
    with pytest.raises(PackError) as raised:
        read(tmp_path / "pack")
    told = str(raised.value)
    for place in (
        "gaps.yaml, item 1 (gap.x)",
        "news.yaml: byte 0 is not UTF-8",
        "claims.jsonl, line 1",
        "lists.yaml, item 1 (entry.one)",
        "entries/more.yaml, item 1: id 'entry.one' is used at entries/entries.yaml, item 1 too",
    ):
        assert place in told, told


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
