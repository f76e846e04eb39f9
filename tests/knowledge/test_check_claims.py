"""The check finds a claim that stands a second time under another id, and no two that differ."""

from __future__ import annotations

from datetime import date
from typing import Any

import msgspec
import pytest
from check_parts import DAY, HERE, SOUND, checked, sound

from knowledge.check import check, check_folder
from knowledge.pack_writing import write
from knowledge.types import Claim, Origin, Predicate, Term

CLAIM = next(d for d in SOUND if isinstance(d, Claim))
DOUBLE = {("warning", "same_claim")}
NOTHING = set[tuple[str, str]]()


def again(number: int = 2, **fields: Any) -> Claim:
    """The sound pack's claim under another id, but for ``fields``."""
    return msgspec.structs.replace(CLAIM, id=f"claim.again{number}", **fields)


def found(left: dict[str, Any], right: dict[str, Any]) -> set[tuple[str, str]]:
    """What is told of the claim and of another one, each changed."""
    # An entry that rests on a claim that has ended is told for itself.
    ended = {("error", "out_of_force")}
    return checked(change={"claim.one": left}, add=(again(**right),)) - ended


def test_the_same_claim_under_another_id_is_named_with_both_ids(tmp_path: Any) -> None:
    """Once for each that is too many, at its own line, whatever else it cites."""
    pack = sound(add=(again(), again(3, origin=Origin(law="shili", article=4), note="另记")))
    twice = check(pack, DAY)
    assert [(f.severity, f.code, f.id) for f in twice] == [
        ("warning", "same_claim", "claim.again2"),
        ("warning", "same_claim", "claim.again3"),
    ]
    assert all("claim.one" in f.what and "登记机构" in f.what for f in twice)
    assert "keep one of them" in twice[0].mend
    write(pack, tmp_path / "pack")
    assert [f.file for f in check_folder(tmp_path / "pack", DAY)] == [
        "claims/claims.jsonl:2",
        "claims/claims.jsonl:3",
    ]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("登记机构", " 登记 机构 ", True),
        ("登记机构", "“登记机构”。", True),
        ("登记机构（窗口）", "登记机构(窗口)", True),
        ("《示例法》规定的机构", "示例法规定的机构", True),
        ("ＡＢＣ机构", "abc机构", True),
        ("满１０万人", "满10万人", True),
        ("1,200家，3种", "1200家、3种", True),
        ("10—20家", "10-20家", True),
        ("GB/T 37932—2025", "GB/T37932-2025", True),
        ("data room", "Data-Room", True),
        ("登记机构", "登记机关", False),
        ("1.5倍", "15倍", False),
        ("第3、4条", "第34条", False),
        ("3～5天", "35天", False),
        ("4:1", "4.1", False),
        ("-5度", "5度", False),
        ("≥3年", "3年", False),
        ("3%", "3", False),
        ("10万", "10万元", False),
    ],
)
def test_spaces_width_and_punctuation_tell_no_claims_apart(
    one: str, other: str, *, same: bool
) -> None:
    """And are no contradiction either; what makes another number of figures is one."""
    expected = DOUBLE if same else {("error", "contradiction")}
    assert found({"object": one}, {"object": other}) == expected
    many = (Predicate(id="办理机构", asks=("谁办",), many=True),)
    spoiled = sound(change={"claim.one": {"object": one}}, add=(*many, again(object=other)))
    assert [f.code for f in check(spoiled, DAY)] == ["same_claim"] * same


def test_subject_and_predicate_are_compared_alike() -> None:
    """Where both ways of writing stand in the glossary and among the predicates."""
    names = (Term(id="登 记"), Predicate(id="办理机构：", asks=("谁办理",)))
    other = again(subject="登 记", predicate="办理机构：")
    assert checked(add=(*names, other)) == DOUBLE
    assert checked(add=(Term(id="备案"), again(subject="备案"))) == set()


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ({"speaker": "甲"}, {"speaker": "乙"}, NOTHING),
        ({}, {"speaker": "乙"}, NOTHING),
        ({"speaker": "张 三"}, {"speaker": "张三"}, DOUBLE),
        ({"as_of": "2024-05"}, {"as_of": "2025"}, NOTHING),
        ({"as_of": "2024-05"}, {"as_of": "2024-06"}, NOTHING),
        ({"as_of": "2024-05"}, {"as_of": "2024-05"}, DOUBLE),
        ({"as_of": "2024"}, {"as_of": "2024-05-06"}, DOUBLE),
        ({"as_of": "2024"}, {}, DOUBLE),
        ({"valid_to": date(2024, 1, 1)}, {"valid_from": date(2024, 1, 2)}, NOTHING),
        ({"valid_from": date(2024, 1, 2)}, {"valid_to": date(2024, 1, 1)}, NOTHING),
        ({"valid_to": date(2024, 1, 2)}, {"valid_from": date(2024, 1, 2)}, DOUBLE),
        ({"valid_from": date(2024, 1, 2)}, {}, DOUBLE),
    ],
)
def test_other_speakers_and_other_days_may_say_the_same(
    left: dict[str, Any], right: dict[str, Any], expected: set[tuple[str, str]]
) -> None:
    """A year and a day of it are one date; a missing date tells nothing."""
    assert found(left, right) == expected


def test_claims_that_disagree_side_by_side_are_no_doubles() -> None:
    """With a speaker each, or a date each, as before."""
    other = again(object="另一家机构", speaker="某人", origin=HERE)
    assert checked(add=(other,)) == set()
    dated = again(object="另一家机构", as_of="2025")
    assert checked(change={"claim.one": {"as_of": "2024"}}, add=(dated,)) == set()
