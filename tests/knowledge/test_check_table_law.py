"""The check finds rows of tables that tell law on days on which it is not in force."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import msgspec
import pytest
from check_parts import DAY, SOUND, sound

from dialog.__main__ import main
from knowledge.check import Finding, check, check_publish
from knowledge.pack_writing import write
from knowledge.types import DecisionTable, Document, Law, Origin, Rule, Source

BEGINS, EVE = date(2025, 7, 1), date(2025, 6, 30)
TABLE = next(d for d in SOUND if isinstance(d, DecisionTable))


def law(key: str, title: str, first: date | None, last: date | None = None, **more: Any) -> Law:
    return Law(
        id=key, title=title, short=(title,), level="law", issuer="示例机关", articles=9,
        effective_from=first, effective_to=last, **more,
    )  # fmt: skip


LATE = law("late", "示例认证办法", BEGINS)
OLD = law("old", "示例核验法", date(2019, 1, 1), EVE, family="核验")
NEW = law("new", "示例核验法", BEGINS, family="核验")
LAWS = (LATE, OLD, NEW)


def at(key: str, article: int | None = 3) -> Origin:
    return Origin(law=key, article=article)


def table(**fields: Any) -> dict[str, dict[str, Any]]:
    """The sound pack's table with its second row changed."""
    rows = tuple(msgspec.structs.replace(r, **fields) if r.id == "few" else r for r in TABLE.rows)
    return {"table.route": {"rows": rows}}


def found(add: tuple[Document, ...] = (), **fields: Any) -> list[Finding]:
    """What is told of the second row's law; a row that ends leaves a hole, which is told too."""
    codes = ("not_yet_in_force", "out_of_force")
    every = check(sound(change=table(**fields), add=(*LAWS, *add)), DAY)
    return [f for f in every if f.code in codes]


def test_a_row_must_not_tell_law_before_its_first_day() -> None:
    """Table, row, law, days and mend; to the day: the row may begin with the law."""
    (one,) = found(sources=(at("late"),))
    assert (one.severity, one.code, one.id) == ("error", "not_yet_in_force", "table.route")
    assert one.field == "rows[1].sources[0]"
    assert "row few rests on late article 3, which is in force only since 2025-07-01" in one.what
    assert "holds from 2021-01-01 to 2025-06-30" in one.what
    assert "without it until 2025-06-30, with it from 2025-07-01 on" in one.mend
    assert found(sources=(at("late"),), valid_from=BEGINS) == []
    (eve,) = found(sources=(at("late"),), valid_from=EVE)
    assert "holds from 2025-06-30 to 2025-06-30" in eve.what


def test_a_row_that_ends_before_the_law_begins_names_what_was_in_force() -> None:
    """There is nothing to split."""
    (one,) = found(sources=(at("late"),), valid_to=date(2024, 1, 31))
    assert "holds from 2021-01-01 to 2024-01-31" in one.what
    assert one.mend.startswith("cite what was in force on those days instead")


def test_nor_after_its_last_day_even_if_that_is_still_to_come() -> None:
    """A table is proved for days to come, too."""
    ends = law("ends", "示例收费办法", date(2018, 1, 1), date(2027, 3, 31))
    (one,) = found((ends,), sources=(at("ends"),))
    assert (one.code, one.field) == ("out_of_force", "rows[1].sources[0]")
    assert "which ended on 2027-03-31, and holds from 2027-04-01 to 2027-12-31" in one.what
    assert found((ends,), sources=(at("ends"),), valid_to=date(2027, 3, 31)) == []


def test_days_of_the_table_bound_those_of_its_rows() -> None:
    """A row without days of its own holds as long as its table."""
    spoiled = table(sources=(at("late"),))
    for first, wrong in ((BEGINS, False), (EVE, True)):
        spoiled["table.route"]["valid_from"] = first
        codes = {f.code for f in check(sound(change=spoiled, add=LAWS), DAY)}
        assert ("not_yet_in_force" in codes) is wrong


@pytest.mark.parametrize(
    ("words", "wrong"),
    [
        ("要按《示例认证办法》第八条认证。", True),
        ("要按《示例认证办法》认证。", True),
        ("要按示例认证办法第八条认证。", True),
        ("要先认证（《示例法》第二条、《示例认证办法（试行）》第八条）。", False),
        ("要按江苏省示例认证办法第八条认证。", False),
        ("示例认证办法怎么说，没有收录。", False),
        ("要按《示例法》第八条认证。", False),
        ("2025年7月1日起，要按《示例认证办法》第八条认证。", False),
        ("《示例认证办法》2025年7月1日才施行，那以前不用认证。", False),
        ("2025年6月30日以前，《示例认证办法》还没施行；不用认证。", False),
        ("2025年7月1日以前不用认证，见《示例认证办法》第八条。", True),
        ("2025年6月30日以前的旧规：要按《示例认证办法》第八条认证。", True),
        ("2024年7月1日起，要按《示例认证办法》第八条认证。", True),
    ],
)
@pytest.mark.parametrize("field", ["conclusion", "duties"])
def test_law_that_only_the_words_name_is_looked_at(words: str, field: str, *, wrong: bool) -> None:
    """A conclusion or a duty; told since when, it is no mistake."""
    fields: dict[str, Any] = {field: words if field == "conclusion" else ("先备案", words)}
    told = found(**fields)
    assert [f.code for f in told] == ["not_yet_in_force"] * wrong
    where = "conclusion" if field == "conclusion" else "duties[1]"
    assert [f.field for f in told] == [f"rows[1].{where}"] * wrong


def test_sources_and_words_that_name_one_law_are_told_once() -> None:
    """One mend does for both."""
    duties = ("照《示例认证办法》第八条、第九条办", "证书照《示例认证办法》第五条办")
    (one,) = found(sources=(at("late", 8),), duties=duties)
    assert one.field == "rows[1].sources[0]"


@pytest.mark.parametrize(
    ("english", "wrong"),
    [
        ("Certification is required.", True),
        ("Certification is required since 1 July 2025.", False),
        ("From July 1, 2025, certification is required.", False),
        ("Up to 30 June 2025: the measures (Art. 8) were not in force yet.", False),
        ("Earlier rules, up to 30 June 2025: certification is required.", True),
    ],
)
def test_english_words_must_tell_it_too(english: str, *, wrong: bool) -> None:
    """Where a row speaks English."""
    chinese = "《示例认证办法》2025年7月1日起施行，要认证。"
    told = found(conclusion=chinese, conclusion_english=english)
    assert bool(told) is wrong


def test_versions_of_a_law_may_follow_each_other() -> None:
    """Cited side by side, or by a title that both have; one of them alone leaves days open."""
    assert found(sources=(at("old"), at("new", 5))) == []
    assert found(conclusion="按《示例核验法》第三条核验。") == []
    (late,) = found(sources=(at("new"),))
    assert (late.code, "to 2025-06-30" in late.what) == ("not_yet_in_force", True)
    (early,) = found(sources=(at("old"),))
    assert (early.code, "from 2025-07-01" in early.what) == ("out_of_force", True)
    assert len(found(sources=(at("old"), at("late")))) == 2
    # A gap between two versions is one in which neither is in force.
    gone = msgspec.structs.replace(OLD, effective_to=date(2025, 3, 31))
    told = found((gone,), sources=(at("old"), at("new")))
    assert {f.what.split("holds from ")[1] for f in told} == {"2025-04-01 to 2025-06-30 as well"}


def test_an_article_that_came_later_into_a_law() -> None:
    """Its rules tell since when; where a rule displaced another, both may be cited together."""
    later = Rule(
        id="rule.shili-8", law="shili", article=8, effective_from=BEGINS,
        gist="登记之前应当先交两份材料，再来核验。", overrides=("rule.shili-7",),
    )  # fmt: skip
    before = Rule(
        id="rule.shili-7", law="shili", article=7, effective_to=EVE,
        gist="登记之前应当先交三份材料，再来核验。",
    )  # fmt: skip
    rules = (later, before)
    (one,) = found(rules, sources=(at("shili", 8),))
    assert "row few rests on shili article 8" in one.what
    assert found(rules, conclusion="照《示例法》第八条交材料。")
    assert found(rules, sources=(at("shili", 8), at("shili", 7))) == []
    assert found(rules, sources=(at("shili", 8),), valid_from=BEGINS) == []
    (ended,) = found(rules, sources=(at("shili", 7),))
    assert ended.code == "out_of_force"


def test_what_is_known_of_a_law_is_what_counts() -> None:
    """Without any day nothing is said; before it was published it was not in force."""
    assert found((law("dateless", "示例指南", None),), sources=(at("dateless"),)) == []
    made = law("made", "示例指南", None, published=BEGINS)
    (one,) = found((made,), sources=(at("made"),))
    assert "which was published only on 2025-07-01" in one.what


@pytest.mark.parametrize(
    ("grade", "when", "told"),
    [
        ("标准", "2025-07-01", ["2025-06-30"]),
        ("标准", "2025", ["2024-12-31"]),
        ("标准", "", []),
        ("媒体", "2025-07-01", []),
        ("官方", "2025-07-01", []),
    ],
)
def test_a_standard_binds_from_its_day_on(grade: Any, when: str, told: list[str]) -> None:
    """A report or a guide may tell of days before it was written."""
    source = Source(id="src.standard", title="示例标准", grade=grade, date=when)
    one = found((source,), sources=(Origin(source="src.standard"),))
    assert [f.what.split(" to ")[1].split()[0] for f in one] == told


def test_rows_that_do_not_rule_may_name_what_came_later_with_its_day() -> None:
    """They tell a visitor all the same."""
    words: dict[str, Any] = {"unsettled": True, "sources": (at("late"),), "valid_to": EVE}
    assert found(conclusion="2025年6月30日以前认证的办法还没施行，请问登记机构。", **words) == []
    assert len(found(conclusion="不能断定，请问登记机构。", **words)) == 1


def test_the_command_tells_file_and_line_and_staff_cannot_publish_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """At the line of the source; a law that changes its days may be published."""
    pack = sound(change=table(sources=(at("shili"), at("late"))), add=LAWS)
    write(pack, tmp_path / "pack")
    file = next((tmp_path / "pack/tables").glob("*.yaml"))
    line = next(n for n, t in enumerate(file.read_text("utf-8").split("\n"), 1) if "late" in t)
    assert main(["pack", "check", str(tmp_path / "pack"), "--day", DAY.isoformat()]) == 1
    out, _ = capsys.readouterr()
    assert f"error: tables/{file.name}:{line}: table.route: row few rests on late article 3" in out
    held = sound(add=LAWS)
    (wrong,) = (d for d in pack.every() if d.id == "table.route")
    assert {f.code for f in check_publish(held, wrong, DAY)} == {"not_yet_in_force"}
    moved = msgspec.structs.replace(LATE, effective_from=date(2026, 1, 1))
    assert check_publish(held, moved, DAY) == ()


def test_a_row_for_each_time_is_sound() -> None:
    """The mend that is named mends it."""
    few = TABLE.rows[1]
    split = (
        TABLE.rows[0],
        msgspec.structs.replace(few, id="few-before", valid_to=EVE, sources=(at("old"),)),
        msgspec.structs.replace(
            few,
            valid_from=BEGINS,
            sources=(at("new"), at("late")),
            duties=("照《示例认证办法》",),
        ),
        TABLE.rows[2],
    )
    pack = sound(change={"table.route": {"rows": split}}, add=LAWS)
    assert check(pack, DAY) == ()
