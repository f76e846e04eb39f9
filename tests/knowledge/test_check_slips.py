"""The check finds what slips through unseen: cut files, half English, paths, doubles, grades."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import msgspec
import pytest
from check_parts import DAY, HERE, SHIPPED, SOUND, checked, sound

from dialog.__main__ import main
from knowledge.check import check, check_folder, proved, unsettled
from knowledge.check.tables import FIRST, LAST
from knowledge.pack import PackError, read
from knowledge.pack_writing import write
from knowledge.types import (
    Claim,
    DecisionTable,
    English,
    Entry,
    Origin,
    Procedure,
    Row,
    Rule,
    Source,
    Statute,
    StatuteArticle,
    Step,
)

TABLE = next(d for d in SOUND if isinstance(d, DecisionTable))
ENTRY = next(d for d in SOUND if isinstance(d, Entry))


def grown(**fields: Any) -> Entry:
    """A second entry, sound but for ``fields``."""
    changes = {
        "id": "entry.grown",
        "question": "核验不过怎么办？",
        "answer": "可以补正材料以后再来一次，次数没有限制。"
        "依据是《示例法》第四条，请先问清楚缺的是什么材料。",
        "similar": ("甲乙丙丁", "戊己庚辛", "子丑寅卯", "辰巳午未", "申酉戌亥"),
        "negative": (),
        "english": None,
    }
    return msgspec.structs.replace(ENTRY, **(changes | fields))


def told_of(folder: Path) -> set[str]:
    """The files in which something keeps a pack from being published."""
    try:
        return {f.file.split(":")[0] for f in check_folder(folder, DAY) if f.code == "half_english"}
    except PackError as error:
        return {problem.split(":")[0] for problem in error.problems}


@pytest.mark.parametrize("file", ["gaps.yaml", "lists.yaml", "entries/entries.yaml", "pack.yaml"])
def test_a_yaml_file_that_may_be_cut_is_named_with_its_last_line(tmp_path: Path, file: str) -> None:
    """An upload that broke off left sound YAML, whose last answer was published cut short."""
    write(sound(), tmp_path / "pack")
    assert read(tmp_path / "pack").all(Entry)
    cut = tmp_path / "pack" / file
    words = cut.read_bytes()[:-1]
    cut.write_bytes(words)
    with pytest.raises(PackError) as raised:
        read(tmp_path / "pack")
    last = words.count(b"\n") + 1
    assert f"{file}:{last}: the file may be cut; end it with a newline" in raised.value.problems


def test_a_shipped_file_cut_anywhere_in_its_last_entry_is_told(tmp_path: Path) -> None:
    """Wherever the cut falls, in the middle of a line or behind one, it does not pass unseen."""
    name = "entries/accounting.yaml"
    whole = (SHIPPED / name).read_bytes()
    write(sound(), tmp_path / "pack")
    held = tmp_path / "pack" / name
    english = whole.rindex(b"question:", 0, whole.rindex(b"answer:") + 1)
    for end in range(english + 12, whole.rindex(b"answer:") + 9, 7):
        held.write_bytes(whole[:end])
        assert name in told_of(tmp_path / "pack")


def test_other_line_ends_comments_and_empty_files_are_whole(tmp_path: Path) -> None:
    """A file from another system, one that ends with a remark, one with nothing in it."""
    write(sound(), tmp_path / "pack")
    gaps = tmp_path / "pack/gaps.yaml"
    gaps.write_bytes(gaps.read_bytes().replace(b"\n", b"\r\n") + "# 完\r\n".encode())
    (tmp_path / "pack/news.yaml").write_bytes(b"")
    assert check_folder(tmp_path / "pack", DAY) == ()


def test_a_file_that_nothing_reads_is_told(tmp_path: Path) -> None:
    """Entries beside their folder, in one below it, or under another ending were passed over
    without a word. What is built, and what is no pack's file, is nobody's business."""
    folder = tmp_path / "pack"
    write(sound(), folder)
    for name in ("entries.yaml", "entries/more/law.yaml", "entries/law.yml", "claims/c.yaml"):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text("[]\n")
    (folder / "built").mkdir()
    (folder / "built/judges.json").write_text("{}")
    (folder / "README.md").write_text("About.")
    found = check_folder(folder, DAY)
    assert {(f.severity, f.code) for f in found} == {("error", "stray")}
    assert [f.file for f in found] == [
        "claims/c.yaml",
        "entries.yaml",
        "entries/law.yml",
        "entries/more/law.yaml",
    ]


@pytest.mark.parametrize("half", [{"question": "How much?"}, {"answer": "It depends."}, {}])
@pytest.mark.parametrize("name", ["entry.one", "gap.fee", "list.kinds"])
def test_english_is_whole_or_left_out(name: str, half: dict[str, str]) -> None:
    """A question without an answer, an answer without a question, and neither."""
    spoiled = {name: {"english": English(**half)}}
    found = [f for f in check(sound(change=spoiled), DAY) if f.code == "half_english"]
    assert [(f.severity, f.id) for f in found] == [("error", name)]
    whole = {name: {"english": English(question="How much is it?", answer="It depends.")}}
    assert "half_english" not in {f.code for f in check(sound(change=whole), DAY)}


def test_half_english_is_told_at_its_line(tmp_path: Path) -> None:
    """Of a procedure too, in the line where the English stands."""
    steps = Procedure(
        id="procedure.one",
        name="登记",
        question="登记怎么一步步办？",
        steps=(Step("核验", "先做核验。"),),
        sources=(HERE,),
        similar=("甲乙丙丁", "戊己庚辛", "子丑寅卯", "辰巳午未", "申酉戌亥"),
        english=English(question="How to register?"),
    )
    write(sound(add=(steps,)), tmp_path / "pack")
    (found,) = check_folder(tmp_path / "pack", DAY)
    lines = (tmp_path / "pack/procedures.yaml").read_text("utf-8").split("\n")
    line = next(n for n, text in enumerate(lines, 1) if "How to register" in text)
    assert (found.severity, found.code) == ("error", "half_english")
    assert found.file == f"procedures.yaml:{line}"


@pytest.mark.parametrize(
    "text",
    [
        "laws/csl.jsonl",
        "见资料/办法.docx第二页",
        "载于docs/notes.md第三节",
        "gitee:someone/records",
        "github:a-b/c.d",
        "rules/2024/data-law.yaml",
        "来自pack.yaml",
        "名单.tsv",
        "..\\old\\law.txt",
        "~/laws",
        "./a/b",
        "D:/laws/a",
        "/etc/hosts",
        "/opt/me/a",
        "file:///a",
    ],
)
def test_a_path_in_a_citation_is_found(text: str) -> None:
    """In a title, a section and an answer: no visitor can open it."""
    spoiled = (
        {"src.note": {"title": text}},
        {"gap.fee": {"next_step": f"请看{text} 。"}},
        {"list.kinds": {"sources": (Origin(source="src.note", section=text),)}},
    )
    for change in spoiled:
        assert checked(change=change) == {("error", "file_path")}, change


@pytest.mark.parametrize(
    "text",
    [
        "按个/人计",
        "GB/T 35273—2020 5.4 a)",
        "and/or, either/both",
        "《示例办法》（沪数规〔2024〕1号）",
        "TCP/IP、HTML/CSS和Node.js",
        "读robots.txt再说",
        "https://www.example.gov.cn/usr/list/a.html",
        "www.example.gov.cn/a/b.pdf",
        "24/7, 10 元/条/年, 1/2",
        "user profile: none",
        "导出为Excel/CSV。",
        "方案A:甲/乙",
        "……/",
        "e.g. yaml or jsonl",
        "ISO/IEC 27001:2022",
    ],
)
def test_what_only_looks_like_a_path_is_not(text: str) -> None:
    """Units, standards, alternatives, web pages and names of formats."""
    assert checked(change={"src.note": {"title": text}}) == set()
    assert checked(change={"gap.fee": {"next_step": f"请看{text}。"}}) == set()


def test_names_that_nobody_is_shown_may_be_files() -> None:
    """What an import read is named by its files, and visitors type what they like."""
    words = StatuteArticle(number=1, text="为了示例，制定本法。")
    statute = Statute(
        id="statute.shili", law="shili", title="示例法", articles=(words,), files=("a/b.jsonl",)
    )
    assert checked(add=(statute,)) == set()
    assert checked(change={"gap.fee": {"negative": ("data/a.csv怎么卖",)}}) == set()


def test_two_entries_with_one_answer_are_both_named() -> None:
    """However it is punctuated; an entry and a gap may say the same."""
    again = grown(answer=ENTRY.answer.replace("，", " , "))
    (found,) = check(sound(add=(again,)), DAY)
    assert (found.severity, found.code, found.id) == ("warning", "same_answer", "entry.grown")
    assert "entry.one" in found.what
    assert checked(add=(grown(),)) == set()


@pytest.mark.parametrize(
    ("source", "claim", "wrong"),
    [
        ("媒体", "法规", True),
        ("官方", "标准", True),
        ("第三方", "官方", True),
        ("发言", "法规", True),
        ("标准", "法规", True),
        ("官方", "官方", False),
        ("法规", "官方", False),
        ("官方", "发言", False),
        ("媒体", "发言", False),
        ("第三方", "媒体", False),
    ],
)
def test_a_claim_claims_no_more_than_its_source(source: Any, claim: Any, *, wrong: bool) -> None:
    """What a paper reports is no law, though a speech may stand in a paper."""
    told = Claim(
        id="claim.told",
        subject="产品登记",
        predicate="办理机构",
        object="登记机构",
        origin=Origin(source="src.told"),
        grade=claim,
        speaker="某人",
    )
    found = checked(add=(Source(id="src.told", title="示例报", grade=source), told))
    assert found == ({("error", "grade")} if wrong else set())


def test_a_gist_of_few_words_is_reported() -> None:
    """From sixteen characters on it may say who must do what."""
    assert checked(change={"rule.shili-4": {"gist": "核" * 16}}) == set()
    found = checked(change={"rule.shili-4": {"gist": "核" * 15}})
    assert found == {("warning", "short_gist")}


@pytest.mark.parametrize(
    ("days", "wrong"),
    [
        ({"effective_from": date(2023, 12, 31)}, True),
        ({"effective_from": date(2024, 1, 1)}, False),
        ({"effective_to": date(2026, 1, 1)}, True),
        ({"effective_from": date(2026, 2, 1)}, True),
        ({"effective_to": date(2025, 12, 31)}, False),
        ({}, False),
    ],
)
def test_a_rule_holds_only_while_its_law_does(days: dict[str, date], *, wrong: bool) -> None:
    """As ``law verify`` knows it: not before its law's first day, nor after its last."""
    span = {"effective_from": date(2024, 1, 1), "effective_to": date(2025, 12, 31)}
    found = checked(change={"shili": span, "rule.shili-4": days})
    # What rests on a law that is past is told for itself.
    assert found - {("error", "out_of_force")} == ({("error", "rule_days")} if wrong else set())
    assert checked(change={"rule.shili-4": days}) == set()


def test_a_rule_of_no_law_has_no_days_to_keep() -> None:
    """What is missing is told once."""
    lost = Rule(id="rule.lost", law="none", article=1, gist="核" * 20, effective_from=DAY)
    assert checked(add=(lost,)) == {("error", "dangling")}


def test_the_days_on_which_a_table_was_proved_are_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A table that begins late has a hole before, which is named with its days; a row that does
    not rule and says so fills it, and is told beside the proof."""
    assert proved(TABLE) == (FIRST, LAST)
    late = msgspec.structs.replace(TABLE, valid_from=date(2026, 7, 1))
    assert proved(late) is None
    assert proved(msgspec.structs.replace(TABLE, valid_to=date(2020, 1, 1))) is None
    assert proved(msgspec.structs.replace(TABLE, rows=TABLE.rows[:2])) is None
    write(sound(change={"table.route": {"valid_from": date(2026, 7, 1)}}), tmp_path / "pack")
    assert main(["pack", "check", str(tmp_path / "pack"), "--day", "2026-06-01"]) == 1
    out, err = capsys.readouterr()
    assert "hole" in out
    assert "table.route: 2021-01-01 … 2026-06-30: no row is in force" in out
    assert "table.route: not proved\n" in err
    first = date(2026, 7, 1)
    rows = (
        *(msgspec.structs.replace(r, valid_from=first) for r in TABLE.rows),
        Row(
            id="before", when={}, conclusion="那时的规定没有收录，请问登记机构。", unsettled=True,
            valid_to=date(2026, 6, 30),
        ),
    )  # fmt: skip
    assert list(unsettled(msgspec.structs.replace(TABLE, rows=rows))) == [
        (rows[-1], FIRST, date(2026, 6, 30))
    ]
    write(sound(change={"table.route": {"rows": rows}}), tmp_path / "whole")
    assert main(["pack", "check", str(tmp_path / "whole"), "--day", "2026-06-01"]) == 0
    out, err = capsys.readouterr()
    assert not out
    assert "table.route: proved 2021-01-01 … 2027-12-31\n" in err
    assert "  does not rule 2021-01-01 … 2026-06-30 (row before): 那时的规定没有收录" in err
    assert "0 errors, 0 warnings" in err


@pytest.mark.parametrize(
    "note",
    [
        "据要点，条号未见原文，须核。",
        "据公开要点，未见原文。",
        "条文未见到原文",
        "条号待核",
        "未见条文",
    ],
)
def test_an_article_that_was_not_seen_must_be_in_doubt(note: str) -> None:
    """A rule whose note says so would be told without reserve."""
    seen = {"rule.shili-4": {"note": note}}
    assert unseen(change=seen) == ["rule.shili-4"]
    assert unseen(change=seen | {"shili": {"in_doubt": (3,)}}) == ["rule.shili-4"]
    assert unseen(change=seen | {"shili": {"in_doubt": (3, 4)}}) == []


@pytest.mark.parametrize(
    "note",
    ["", "所收为2019年文本，使用前须核对。", "原文见官网。", "核心条款。", "数据须核准后使用。"],
)
def test_a_note_of_a_text_that_was_seen_is_left_alone(note: str) -> None:
    """Other notes ask for no doubt."""
    assert unseen(change={"rule.shili-4": {"note": note}}) == []


def unseen(*, change: dict[str, dict[str, Any]]) -> list[str]:
    """The rules of which the check says that their article was not seen."""
    return [f.id for f in check(sound(change=change), DAY) if f.code == "unseen"]


@pytest.mark.parametrize(
    ("answer", "sample", "warned"),
    [
        (
            "费用没有收录。标着“示例”的只是演示，不是真的产品，请到官网查看以后再来问我。",
            False,
            True,
        ),
        (
            "费用没有收录。标着“示例”的只是演示，不是真的产品，请到官网查看以后再来问我。",
            True,
            False,
        ),
        (
            "要先做核验，核验通过才能登记，见《示例法》第三条。请先备好材料，再去提交给机构。",
            False,
            False,
        ),
    ],
)
def test_an_answer_on_samples_is_told_only_with_them(
    answer: str, *, sample: bool, warned: bool
) -> None:
    """Where no sample is shown, what speaks of them would puzzle; other uses of the word do not."""
    spoiled = sound(change={"entry.one": {"answer": answer, "sample": sample, "english": None}})
    codes = {f.code for f in check(spoiled, DAY)}
    assert ("speaks_of_samples" in codes) is warned
