"""The check finds times that cannot be, claims that no time tells apart, and what none can keep."""

from __future__ import annotations

from datetime import date
from typing import Any

import msgspec
from check_parts import DAY, SOUND, checked, sound

from knowledge.check import check
from knowledge.types import Claim, DecisionTable, Law, Row, Term


def test_a_missing_date_does_not_tell_claims_apart() -> None:
    """A capital of 3亿 that has a date and one of 5亿 that has none contradict each other; two
    dates, two times of validity or two speakers tell them apart."""

    def found(left: dict[str, Any], right: dict[str, Any]) -> set[tuple[str, str]]:
        one = next(c for c in SOUND if isinstance(c, Claim))
        other = msgspec.structs.replace(one, id="claim.two", object="另一家机构", **right)
        # An entry that rests on a claim that has ended is told for itself.
        return checked(change={"claim.one": left}, add=(other,)) - {("error", "out_of_force")}

    wrong = {("error", "contradiction")}
    assert found({"as_of": "2024-05"}, {}) == found({}, {"as_of": "2024-05"}) == wrong
    assert found({"as_of": "2024-05"}, {"valid_from": date(2025, 1, 1)}) == wrong
    assert found({"as_of": "2024-05"}, {"as_of": "2025"}) == set()
    assert found({"valid_to": date(2024, 1, 1)}, {"valid_from": date(2024, 1, 2)}) == set()
    assert found({}, {"speaker": "某人"}) == set()


def version(key: str, first: date | None, last: date | None) -> Law:
    """One version of a law of one family."""
    law = next(d for d in SOUND if isinstance(d, Law))
    return msgspec.structs.replace(law, id=key, family="f", effective_from=first, effective_to=last)


def test_a_time_that_ends_before_it_begins_is_an_error() -> None:
    """Of an entry, a law, a rule, and of a row inside a table."""
    first, last = date(2026, 2, 1), date(2026, 1, 1)
    assert checked(add=(version("old", first, last),)) == {("error", "dates")}
    backwards = {"rule.shili-4": {"effective_from": first, "effective_to": last}}
    assert checked(change=backwards) == {("error", "dates")}
    table = next(d for d in SOUND if isinstance(d, DecisionTable))
    row = Row(id="dead", when={}, conclusion="。", valid_from=first, valid_to=last)
    found = check(sound(change={"table.route": {"rows": (*table.rows, row)}}), DAY)
    assert [(f.severity, f.code, f.id) for f in found] == [
        ("error", "dates", "table.route"),
        ("warning", "dead_row", "table.route"),
    ]
    assert "rows[3].valid_to: 2026-01-01 lies before 2026-02-01" in found[0].what


def test_two_versions_of_a_law_are_never_in_force_together() -> None:
    """The day on which the one ends and the other begins is a day too many. An unknown first day
    proves nothing, two versions without an end do."""
    new = version("new", date(2026, 1, 1), None)
    wrong = {("error", "versions")}
    for first, last, expected in (
        (date(2017, 6, 1), date(2025, 12, 31), set()),
        (date(2017, 6, 1), date(2026, 1, 1), wrong),
        (date(2017, 6, 1), None, wrong),
        (None, date(2025, 12, 31), set()),
        (None, None, wrong),
    ):
        assert checked(add=(version("old", first, last), new)) == expected, (first, last)
    alone = [msgspec.structs.replace(v, family="") for v in (version("a", None, None), new)]
    assert checked(add=tuple(alone)) == set()


def test_what_the_store_would_refuse_is_found_by_the_check() -> None:
    """Blank fields, ids with blanks at an end, and one id for two kinds."""
    assert checked(change={"gap.fee": {"answer": " "}}) == {("error", "empty")}
    assert checked(add=(Term(id=" 甲"),)) == {("error", "id")}
    assert checked(add=(Term(id="entry.one"),)) >= {("error", "same_id")}
