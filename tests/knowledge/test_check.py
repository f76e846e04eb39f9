"""The check of a pack finds each kind of mistake, and nothing in a sound pack."""

from __future__ import annotations

import json
from datetime import date, timedelta
from itertools import product
from pathlib import Path
from typing import Any

import msgspec
import pytest
from check_parts import DAY, EXAMPLES, HERE, SHIPPED, SOUND, checked, codes, profile, sound
from hypothesis import given
from hypothesis import strategies as st

from dialog.__main__ import main
from knowledge.answers.tables import holds
from knowledge.check import check, check_folder
from knowledge.check.tables import FIRST, LAST
from knowledge.pack import Pack, read
from knowledge.pack_writing import write
from knowledge.types import (
    Claim,
    DecisionTable,
    English,
    Entry,
    Example,
    Input,
    Origin,
    Row,
    Rule,
    Source,
    Term,
)

WORDS = (
    "要先做核验，核验通过才能登记。依据是《示例法》第三条。请先备好材料再去提交，办理之前问清楚。"
)
OTHER = Entry(id="entry.two", question="", answer=WORDS, intent="procedure", sources=(HERE,))
SIMILAR = ("甲乙丙丁", "戊己庚辛", "子丑寅卯", "辰巳午未", "申酉戌亥")


def other(**fields: Any) -> tuple[Entry]:
    """A second entry, sound but for ``fields``."""
    return (
        msgspec.structs.replace(OTHER, **{"question": "另外一问？", "similar": SIMILAR, **fields}),
    )


@pytest.mark.parametrize(
    ("url", "found"),
    [
        ("", set[str]()),
        ("https://www.example.org/contact", set[str]()),
        ("http://www.example.org/contact", {"host"}),
        ("https://www.example.org.evil.test/", {"host"}),
        ("www.example.org", {"host"}),
    ],
)
def test_who_asks_for_a_person_is_sent_to_an_official_page(url: str, found: set[str]) -> None:
    """Its address is an https one on a listed host, or is left out."""
    hosts = (*profile().official_hosts, "*.example.org")
    speaking = msgspec.structs.replace(profile(), contact_url=url, official_hosts=hosts)
    assert {f.code for f in check(Pack(speaking, SOUND, intents=EXAMPLES), DAY)} == found


def test_a_sound_pack_has_no_finding() -> None:
    """Otherwise the tests below would show nothing."""
    assert check(sound(), DAY) == ()
    assert checked(add=other()) == set()


SPOILED: dict[str, tuple[str, str, dict[str, Any]]] = {
    "related": ("error", "dangling", {"change": {"entry.one": {"related": ("gap.none",)}}}),
    "claim": ("error", "dangling", {"change": {"entry.one": {"claims": ("claim.none",)}}}),
    "law": ("error", "dangling", {"change": {"entry.one": {"sources": (Origin(law="none"),)}}}),
    "source": ("error", "dangling", {"change": {"entry.one": {"sources": (Origin(source="x"),)}}}),
    "subject": ("error", "dangling", {"change": {"claim.one": {"subject": "不在册"}}}),
    "predicate": ("error", "dangling", {"change": {"claim.one": {"predicate": "不在册"}}}),
    "overrides": ("error", "dangling", {"change": {"rule.shili-4": {"overrides": ("rule.x",)}}}),
    "vendor": ("error", "dangling", {"change": {"product.one": {"vendor": "不在册"}}}),
    "rule of no law": ("error", "dangling", {"change": {"rule.shili-4": {"law": "none"}}}),
    "neither": ("error", "origin", {"change": {"list.kinds": {"sources": (Origin(),)}}}),
    "both": (
        "error",
        "origin",
        {"change": {"list.kinds": {"sources": (Origin(law="shili", source="src.note"),)}}},
    ),
    "article of a source": (
        "error",
        "origin",
        {"change": {"list.kinds": {"sources": (Origin(source="src.note", article=1),)}}},
    ),
    "paragraph alone": (
        "warning",
        "origin",
        {"change": {"list.kinds": {"sources": (Origin(law="shili", paragraph=1),)}}},
    ),
    "article beyond": (
        "error",
        "article",
        {"change": {"entry.one": {"sources": (Origin(law="shili", article=10),)}}},
    ),
    "article zero": ("error", "article", {"change": {"rule.shili-4": {"article": 0}}}),
    "entry without source": (
        "error",
        "unsourced",
        {"change": {"entry.one": {"sources": (), "claims": ()}}},
    ),
    "list without source": ("error", "unsourced", {"change": {"list.kinds": {"sources": ()}}}),
    "file path": ("error", "file_path", {"change": {"src.note": {"note": "见 /usr/share/a.tsv"}}}),
    "no address": ("error", "address", {"change": {"src.note": {"url": "sources/a.pdf"}}}),
    "other host": ("warning", "host", {"change": {"src.note": {"url": "https://blog.example"}}}),
    "other host in an answer": (
        "error",
        "host",
        {"change": {"gap.fee": {"next_step": "请看 https://blog.example/fees 。"}}},
    ),
    "same wording": ("error", "same_wording", {"add": other(question="请问登记之前要做什么")}),
    "repeated wording": (
        "warning",
        "repeated_wording",
        {"add": other(similar=(*SIMILAR, "甲乙丙丁吗"))},
    ),
    "empty wording": ("warning", "empty_wording", {"add": other(similar=(*SIMILAR, "请问！"))}),
    "negative": ("error", "negative", {"add": other(negative=("甲乙丙丁",))}),
    "few wordings": ("warning", "few_wordings", {"add": other(similar=SIMILAR[:4])}),
    "alike wordings": (
        "warning",
        "alike_wordings",
        {
            "add": other(
                question="登记之后还要做哪些事情？",
                similar=tuple(f"登记之后还要做哪些事情{c}" for c in "甲乙丙丁戊"),
            )
        },
    ),
    "short answer": ("warning", "answer_length", {"add": other(answer=WORDS[:39])}),
    "long answer": ("warning", "answer_length", {"add": other(answer=(WORDS * 9)[:181])}),
    "other figures in English": (
        "warning",
        "english_figures",
        {"add": other(english=English(question="How long?", answer="It takes 500 days."))},
    ),
    "contradiction": (
        "error",
        "contradiction",
        {
            "add": (
                Claim(
                    id="claim.two",
                    subject="登记",
                    predicate="办理机构",
                    object="另一家机构",
                    origin=HERE,
                    grade="法规",
                ),
            )
        },
    ),
    "ended": ("warning", "ended", {"add": other(valid_to=DAY - timedelta(days=1))}),
    "backwards": (
        "error",
        "dates",
        {"add": other(valid_from=date(2027, 2, 1), valid_to=date(2027, 1, 1))},
    ),
    "broader cycle": ("error", "cycle", {"change": {"登记": {"broader": ("产品登记",)}}}),
    "overrides cycle": (
        "error",
        "cycle",
        {
            "change": {
                "rule.shili-3": {"overrides": ("rule.shili-4",)},
                "rule.shili-4": {"overrides": ("rule.shili-3",)},
            }
        },
    ),
    "pronunciation": ("warning", "pronunciation", {"add": (Term(id="ABC平台"),)}),
    "sample": ("error", "sample", {"change": {"product.one": {"name": "客流统计"}}}),
}


@pytest.mark.parametrize("name", SPOILED)
def test_each_mistake_is_found_and_nothing_else(name: str) -> None:
    """One spoiled place gives findings of one code."""
    severity, code, spoiled = SPOILED[name]
    assert checked(**spoiled) == {(severity, code)}


def test_places_fit_the_make_up_of_their_article() -> None:
    """A paragraph or an item above the known make-up of an article is an error."""

    def found(paragraph: int, item: str) -> set[tuple[str, str]]:
        place = {"paragraph": paragraph, "item": item}
        made_up = {"shili": {"paragraphs": {3: (0, 2)}}, "rule.shili-3": place}
        return checked(change=made_up)

    assert not found(2, "（二）")
    assert found(3, "") == found(2, "（三）") == {("error", "paragraph")}


def test_a_limit_itself_is_no_mistake() -> None:
    """40 and 180 characters, the last article, the last day, claims of two dates."""
    for size in (40, 180):
        assert checked(add=other(answer=(WORDS * 9)[:size])) == set()
    assert checked(add=other(sources=(Origin(law="shili", article=9),))) == set()
    assert checked(add=other(valid_to=DAY)) == set()
    later = Claim(
        id="claim.two",
        subject="登记",
        predicate="办理机构",
        object="另一家机构",
        origin=HERE,
        grade="法规",
        as_of="2025",
    )
    dated = {"claim.one": {"as_of": "2024"}}
    assert checked(change=dated, add=(later,)) == set()


def test_a_bare_claim_is_no_answer() -> None:
    """Subject, predicate and object one after the other, however punctuated."""
    found = checked(add=other(answer="登记，办理机构：登记机构。"))
    assert ("error", "bare_answer") in found


def test_near_wordings_differ_by_figures_or_negation() -> None:
    """Nearly the same words of two documents are reported, unless a figure or a 不 parts them."""
    one = "请把一家公司在本地办理数据产品登记所需要的全部申请材料清单发给我看看"
    for text, expected in (
        (one.replace("看看", "看"), {("warning", "near_wording")}),
        (one.replace("一家", "不是一家"), set()),
        (one.replace("一家", "3家"), set()),
    ):
        rule = Rule(id="rule.shili-5", law="shili", article=5, gist="略" * 20, similar=(text,))
        assert checked(add=(*other(question=one), rule)) == expected, text


def test_examples_must_not_contradict() -> None:
    """Two labels for one sentence, or out of scope although a document answers it."""
    for extra in (
        Example("今天天气好吗", "small_talk", "clerk"),
        Example("请问登记要多少钱", "out_of_scope", "clerk"),
    ):
        pack = Pack(profile(), SOUND, intents=(*EXAMPLES, extra))
        assert codes(check(pack, DAY)) == {("error", "examples")}, extra


def test_what_is_suggested_can_be_answered() -> None:
    """A starter that is nobody's wording is an error."""
    asking = msgspec.structs.replace(profile(), starters=("登记之前要做什么？", "随便问问"))
    found = check(Pack(asking, SOUND), DAY)
    assert [(f.severity, f.code) for f in found] == [("error", "starter")]


TABLE = next(d for d in SOUND if isinstance(d, DecisionTable))


@pytest.mark.parametrize(
    ("code", "rows"),
    [
        ("hole", TABLE.rows[:2]),
        ("overlap", (*TABLE.rows, Row(id="more", when={}, min={"people": 500}, conclusion="。"))),
        (
            "hole",
            (msgspec.structs.replace(TABLE.rows[0], valid_to=date(2026, 12, 31)), *TABLE.rows[1:]),
        ),
        ("table", (*TABLE.rows, Row(id="many", when={}, conclusion="。"))),
        ("table", (*TABLE.rows, Row(id="x", when={"place": ("moon",)}, conclusion="。"))),
        ("table", (*TABLE.rows, Row(id="x", when={}, min={"height": 1}, conclusion="。"))),
    ],
    ids=["hole", "overlap", "hole by date", "same name", "no such value", "no such number"],
)
def test_a_table_answers_each_case_once(code: str, rows: tuple[Row, ...]) -> None:
    """Holes and overlaps are named for any date; so are rows that name what is not there."""
    assert checked(change={"table.route": {"rows": rows}}) == {("error", code)}


def test_a_row_that_never_holds_is_named() -> None:
    """It would be edited in vain."""
    dead = Row(id="dead", when={}, min={"people": 9}, max={"people": 9}, conclusion="。")
    found = check(sound(change={"table.route": {"rows": (*TABLE.rows, dead)}}), DAY)
    assert [(f.code, f.id) for f in found] == [("dead_row", "table.route")]


days = st.sampled_from([None, date(2022, 1, 1), date(2022, 1, 2), date(2024, 6, 1)])
rows = st.builds(
    Row,
    id=st.sampled_from("abcdefgh"),
    when=st.dictionaries(st.just("p"), st.sampled_from([("x",), ("y",), ("x", "y")])),
    conclusion=st.just("。"),
    min=st.dictionaries(st.just("n"), st.integers(0, 4)),
    max=st.dictionaries(st.just("n"), st.integers(0, 4)),
    valid_from=days,
    valid_to=days,
)


@given(st.lists(rows, min_size=1, max_size=5, unique_by=lambda r: r.id))
def test_the_table_check_agrees_with_trying_everything(given_rows: list[Row]) -> None:
    """A table passes exactly when each value, each number to beyond the last bound and each day
    around each change hits one row."""
    table = msgspec.structs.replace(
        TABLE,
        inputs=(
            Input(name="p", label="p", ask="?", values=("x", "y")),
            Input(name="n", label="n", ask="?", lower=(0, 2)),
        ),
        rows=tuple(given_rows),
    )
    changes = [d for r in given_rows for d in (r.valid_from, r.valid_to) if d is not None]
    tried = {FIRST, LAST, *(d + timedelta(days=k) for d in changes for k in (-1, 0, 1))}
    counts = {
        sum(holds(r, {"p": p, "n": str(n)}, day) for r in given_rows)
        for p, n, day in product(("x", "y"), range(6), sorted(tried))
    }
    changed = {"table.route": {"inputs": table.inputs, "rows": table.rows}}
    found = {code for severity, code in checked(change=changed) if severity == "error"}
    # A row's dates may be in the wrong order, too, which is told for itself.
    assert found - {"dates"} == {
        name
        for name, wrong in (("hole", 0 in counts), ("overlap", any(c > 1 for c in counts)))
        if wrong
    }


def test_the_shipped_pack_has_no_error() -> None:
    """On the day of the pack. Warnings are for editors and are few."""
    found = check_folder(SHIPPED, read().profile.as_of)
    assert [str(f) for f in found if f.severity == "error"] == []
    assert len(found) <= 40


def test_a_finding_names_file_and_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """On the command line, as words and as JSON; errors end with code 1, warnings with 0."""
    folder = tmp_path / "pack"
    write(sound(change={"entry.one": {"related": ("gap.none",)}}, add=(Term(id="ABC"),)), folder)
    assert main(["pack", "check", str(folder), "--day", "2026-06-01"]) == 1
    shown = capsys.readouterr().out.splitlines()
    assert shown[0].startswith("error: entries/entries.yaml:1: entry.one: related:")
    assert main(["pack", "check", str(folder), "--day", "2026-06-01", "--json"]) == 1
    rows = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [(r["severity"], r["code"], r["id"]) for r in rows] == [
        ("error", "dangling", "entry.one"),
        ("warning", "pronunciation", "ABC"),
    ]
    assert rows[1]["file"].startswith("glossary.yaml:")
    mild = tmp_path / "mild"
    write(sound(add=(Term(id="ABC"),)), mild)
    assert main(["pack", "check", str(mild), "--day", "2026-06-01"]) == 0


def test_a_folder_that_cannot_be_read_says_what_to_mend(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Exit code 2, every problem with its place."""
    write(sound(), tmp_path / "pack")
    (tmp_path / "pack/gaps.yaml").write_text("- id: gap.x\n  colour: red\n")
    (tmp_path / "pack/sources.yaml").write_text("- id: [\n")
    assert main(["pack", "check", str(tmp_path / "pack")]) == 2
    told = capsys.readouterr().err
    assert "gaps.yaml:2: gap.x: Object contains unknown field `colour`" in told
    assert "sources.yaml:2: did not find expected node content" in told


def test_every_source_of_a_shipped_answer_can_be_shown() -> None:
    """Each source has a title; each link leads to an official host."""
    for source in read().all(Source).values():
        assert source.title, source.id
