"""The check finds what rests on a law, an article or a claim that has ended, and is told as new."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import msgspec
import pytest
from check_parts import DAY, SOUND, sound

from dialog.__main__ import main
from knowledge.check import Finding, check, check_folder, check_publish
from knowledge.pack_writing import write
from knowledge.types import (
    Claim,
    Condition,
    DecisionTable,
    Document,
    English,
    Entry,
    Gap,
    Item,
    Law,
    Origin,
    Procedure,
    Rule,
    Step,
)

LAST = date(2025, 4, 30)
OLD = Origin(law="old", article=3)
NEW = Origin(law="new", article=5)
LAWS = tuple(
    Law(
        id=key, title="示例登记办法", short=("登记办法",), level="law", issuer="示例机关",
        articles=9, family="办法", effective_from=first, effective_to=last,
    )
    for key, first, last in (
        ("old", date(2020, 1, 1), LAST),
        ("new", date(2025, 5, 1), None),
    )
)  # fmt: skip
ENTRY = next(d for d in SOUND if isinstance(d, Entry))
TABLE = next(d for d in SOUND if isinstance(d, DecisionTable))
CLAIM = next(d for d in SOUND if isinstance(d, Claim))
MARKED = (
    "要先做核验，核验通过才能登记。旧的登记办法写在第三条，用到2025年4月30日为止，以后请看新办法。"
)


def found(
    *, change: dict[str, dict[str, Any]] | None = None, add: tuple[Document, ...] = ()
) -> list[Finding]:
    """What is out of force in the sound pack with two versions of a law, spoiled."""
    every = check(sound(change=change, add=(*LAWS, *add)), DAY)
    return [f for f in every if f.code == "out_of_force"]


@pytest.mark.parametrize(
    ("key", "fields", "named"),
    [
        ("entry.one", {"sources": (OLD,)}, "rests on old article 3"),
        ("entry.one", {"sources": (Origin(law="old"),)}, "rests on old"),
        ("entry.one", {"sources": (OLD,), "valid_to": date(2025, 5, 1)}, "rests on old article 3"),
        ("claim.one", {"origin": OLD}, "rests on old article 3"),
        ("gap.fee", {"sources": (OLD,)}, "rests on old article 3"),
        ("list.kinds", {"sources": (OLD,)}, "rests on old article 3"),
        ("reply.praise", {"sources": (OLD,)}, "rests on old article 3"),
    ],
)
def test_a_law_that_has_ended_is_named_with_its_day(
    key: str, fields: dict[str, Any], named: str
) -> None:
    """Whatever kind cites it: the id, the source, its last day and the mend are told."""
    (one,) = found(change={key: fields})
    assert (one.severity, one.id) == ("error", key)
    assert named in one.what
    assert "ended on 2025-04-30" in one.what
    assert "2025-04-30" in one.mend


@pytest.mark.parametrize("last", [None, date(2027, 1, 1)])
def test_rows_steps_and_conditions_are_looked_into(last: date | None) -> None:
    """A row is told by its id; one that ends with the law, by itself or with its table, is not."""
    spoiled = tuple(
        msgspec.structs.replace(r, sources=(OLD,), valid_to=last) if r.id == "few" else r
        for r in TABLE.rows
    )
    (row,) = found(change={"table.route": {"rows": spoiled}})
    assert "row few rests on old article 3" in row.what
    assert row.field == "rows[1].sources[0]"
    assert not found(change={"table.route": {"rows": spoiled, "valid_to": LAST}}) or last
    ending = tuple(msgspec.structs.replace(r, valid_to=LAST) for r in spoiled)
    assert found(change={"table.route": {"rows": ending}}) == []
    lacking = Condition(
        name="合同", of={}, instead={}, words=("合同",), said="没有合同。", sources=(OLD,)
    )
    (condition,) = found(change={"table.route": {"conditions": (lacking,)}})
    assert "condition 合同 rests on old article 3" in condition.what
    steps = Procedure(
        id="procedure.one",
        name="登记",
        question="登记怎么一步步办？",
        steps=(Step("核验", "先做核验。", sources=(OLD,)),),
        sources=(NEW,),
        similar=("甲乙丙丁", "戊己庚辛", "子丑寅卯", "辰巳午未", "申酉戌亥"),
    )
    assert found(add=(steps,)) == []
    (step,) = found(add=(msgspec.structs.replace(steps, sources=()),))
    assert step.field == "steps[0].sources[0]"


def test_what_ends_with_it_or_names_what_came_after_is_sound() -> None:
    """An entry that ended on that day or before, or that cites the version in force beside it."""
    assert found(change={"entry.one": {"sources": (OLD,), "valid_to": LAST}}) == []
    assert found(change={"entry.one": {"sources": (OLD, NEW)}}) == []
    assert found(change={"entry.one": {"sources": (NEW,)}}) == []
    other = Origin(law="shili", article=3)
    assert len(found(change={"entry.one": {"sources": (OLD, other)}})) == 1
    ended = {"origin": OLD, "valid_to": date(2025, 1, 1)}
    assert found(change={"claim.one": ended, "entry.one": {"claims": ()}}) == []


@pytest.mark.parametrize(
    ("answer", "english", "sure"),
    [
        (MARKED, "", True),
        (MARKED.replace("用到2025年4月30日为止", "2025年5月1日起不再适用"), "", True),
        (MARKED.replace("用到2025年4月30日为止", "现在已经不用了"), "", False),
        (MARKED.replace("2025年4月30日", "2024年4月30日"), "", False),
        (MARKED, "Verification comes first, until 30 April 2025.", True),
        (MARKED, "Verification came first. May 1, 2025 changed that.", True),
        (MARKED, "Verification comes first.", False),
    ],
)
def test_words_that_tell_the_day_are_a_mark(answer: str, english: str, sure: bool) -> None:
    """In both languages where both are spoken; that it is old is no day."""
    spoken = English(question="What comes first?", answer=english) if english else None
    spoiled = {"answer": answer, "english": spoken, "sources": (OLD,)}
    assert (found(change={"entry.one": spoiled}) == []) is sure


def test_a_year_that_ended_is_a_day() -> None:
    """2025年底 and "before 2026" tell the last of December."""
    laws = (msgspec.structs.replace(LAWS[0], effective_to=date(2025, 12, 31), family=""),)
    spoiled = {
        "answer": "要先做核验，核验通过才能登记，2025年底以前都是这样办的。"
        "依据是登记办法第三条，以后请问登记机构。",
        "english": English(question="What comes first?", answer="Verification, before 2026."),
        "sources": (OLD,),
    }
    pack = sound(change={"entry.one": spoiled}, add=laws)
    assert [f for f in check(pack, DAY) if f.code == "out_of_force"] == []


def test_the_last_day_itself_is_in_force() -> None:
    """What ends today is today's law."""
    pack = sound(change={"entry.one": {"sources": (OLD,)}}, add=LAWS)
    for day, sure in ((LAST, True), (date(2025, 5, 1), False)):
        assert ("out_of_force" not in {f.code for f in check(pack, day)}) is sure


def test_an_article_that_has_ended_in_a_law_that_goes_on() -> None:
    """Its rules have ended; the rule that took the place of them may be cited beside it. Where
    only a paragraph ended, the rest of the article goes on."""
    ended = Rule(
        id="rule.new-7", law="new", article=7, paragraph=1, effective_to=date(2026, 1, 31),
        gist="登记之前应当先交三份材料，再来核验。",
    )  # fmt: skip
    later = Rule(
        id="rule.shili-8", law="shili", article=8, overrides=("rule.new-7",),
        gist="登记之前应当先交两份材料，再来核验。",
    )  # fmt: skip

    def wrong(*sources: Origin, more: tuple[Document, ...] = ()) -> int:
        return len(found(change={"entry.one": {"sources": sources}}, add=(ended, later, *more)))

    seventh = Origin(law="new", article=7)
    assert wrong(seventh) == 1
    assert wrong(seventh, Origin(law="shili", article=8)) == 0
    assert wrong(seventh, Origin(law="shili", article=9)) == 1
    rest = Rule(
        id="rule.new-7-2", law="new", article=7, paragraph=2,
        gist="材料由登记机构保存，满五年为止。",
    )  # fmt: skip
    assert wrong(seventh, more=(rest,)) == 0
    assert wrong(msgspec.structs.replace(seventh, paragraph=2), more=(rest,)) == 0
    assert wrong(msgspec.structs.replace(seventh, paragraph=1), more=(rest,)) == 1


def test_a_claim_that_has_ended_is_no_support() -> None:
    """Unless one of the same thing that holds stands beside it."""
    ended = msgspec.structs.replace(CLAIM, id="claim.two", object="老机构", valid_to=LAST)
    (one,) = found(change={"entry.one": {"claims": ("claim.two",)}}, add=(ended,))
    assert "claim.two" in one.what
    assert one.field == "claims[0]"
    both = {"entry.one": {"claims": ("claim.one", "claim.two")}}
    assert found(change={**both, "claim.one": {"valid_from": date(2025, 5, 1)}}, add=(ended,)) == []


def test_a_rule_cannot_outlive_its_law() -> None:
    """Without dates it ends with the law; with a later one it is told."""
    rule = Rule(id="rule.old-3", law="old", article=3, gist="登记之前应当先由登记机构做核验。")
    assert found(add=(rule,)) == []
    late = msgspec.structs.replace(rule, effective_to=date(2026, 1, 1))
    assert ("error", "rule_days") in {
        (f.severity, f.code) for f in check(sound(add=(*LAWS, late)), DAY)
    }


def test_the_command_tells_file_and_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A folder with such an entry is not clean."""
    write(sound(change={"entry.one": {"sources": (OLD,)}}, add=LAWS), tmp_path / "pack")
    (one,) = (f for f in check_folder(tmp_path / "pack", DAY) if f.code == "out_of_force")
    assert one.file.startswith("entries/")
    assert main(["pack", "check", str(tmp_path / "pack"), "--day", DAY.isoformat()]) == 1
    out, _ = capsys.readouterr()
    assert f"{one.file}: entry.one: rests on old article 3, which ended on 2025-04-30" in out


def test_such_an_entry_is_not_published_and_the_end_of_a_law_is() -> None:
    """An editor is told at once; that a law has ended is taken whatever rests on it."""
    held = sound(add=LAWS)
    wrong = msgspec.structs.replace(ENTRY, sources=(OLD,))
    assert {f.code for f in check_publish(held, wrong, DAY)} == {"out_of_force"}
    gap = next(d for d in SOUND if isinstance(d, Gap))
    assert check_publish(held, gap, DAY) == ()
    shili = next(d for d in SOUND if isinstance(d, Law))
    assert check_publish(held, msgspec.structs.replace(shili, effective_to=LAST), DAY) == ()


def test_items_of_a_list_are_its_words() -> None:
    """The day may stand in what introduces a list."""
    words = {"sources": (OLD,), "items": (Item("首次登记"),)}
    assert len(found(change={"list.kinds": words})) == 1
    assert found(change={"list.kinds": words | {"intro": "2025年4月30日以前分一种："}}) == []
