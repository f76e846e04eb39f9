"""The shipped tables on each day from 2021 to 2027, and where they say that they do not rule."""

from __future__ import annotations

from datetime import date

import msgspec
import pytest

from knowledge.answers.days import told_day
from knowledge.answers.table_facts import told_before
from knowledge.answers.tables import Ruling, rule_on
from knowledge.check import proved, unsettled
from knowledge.check.tables import FIRST, LAST
from knowledge.types import DecisionTable
from tests.knowledge.law_parts import TODAY
from tests.knowledge.small_parts import shipped_pack

TABLES = shipped_pack().all(DecisionTable)
ROUTE = TABLES["table.cross-border-route"]
RETENTION = TABLES["table.retention"]
LABELS = TABLES["table.ai-labelling"]
TRADE = TABLES["table.forbidden-data"]
PRODUCT = TABLES["table.product-assessments"]


def ruled(table: DecisionTable, *texts: str, **given: str) -> str:
    """The row that holds of a conversation, with inputs that are known before."""
    row = rule_on(table, texts, TODAY, given=given).row
    return row.id if row is not None else ""


@pytest.mark.parametrize("table", TABLES.values(), ids=lambda t: t.id)
def test_every_day_is_proved_and_what_is_not_held_has_a_name(table: DecisionTable) -> None:
    """No row that does not rule sounds like one that does: it says so, and whom to ask."""
    assert proved(table) == (FIRST, LAST)
    rows = [row for row, _, _ in unsettled(table)]
    assert rows
    for row in rows:
        assert "不能" in row.conclusion or "没有收录" in row.conclusion, row.id
        assert "请" in row.conclusion, row.id
        assert "免评估、" not in row.conclusion, row.id


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2021年7月发到国外七千人的病历，要申报吗", "before-2021-11-personal"),
        ("2021年11月1日向境外提供八万人的邮箱，普通的，走哪条路", "before-2022-09-personal"),
        ("2022年8月给东京总部三万人的体检报告", "before-2022-09-personal"),
        ("2022年8月传到境外的是重要数据，四千人的", "before-2022-09-important"),
        ("2021年2月我们是关基单位，六千人的指纹要出境", "before-2021-11-ciio-personal"),
        ("2022年3月我们是关基单位，六千人的指纹要出境", "before-2022-09-ciio-personal"),
        ("2022年3月关基单位要把重要数据传到境外，3千人的", "before-2022-09-ciio-important"),
        ("2021年2月，没有个人信息，要出境的也不是人的数据，0人", "before-2022-09-none"),
        ("2022年9月给东京总部三万人的体检报告", "old-sensitive-many"),
        ("2024年4月给东京总部三万人的体检报告", "national-sensitive-assessment"),
        ("给东京总部三万人的体检报告", "national-sensitive-assessment"),
        ("2016年给东京总部三万人的体检报告", ""),
    ],
)
def test_data_sent_abroad_is_ruled_by_the_law_of_its_day(text: str, expected: str) -> None:
    """Before the measures were in force nothing is made up; before 2021 nothing is said."""
    assert ruled(ROUTE, text) == expected


@pytest.mark.parametrize(
    ("table", "given", "days"),
    [
        (
            RETENTION,
            {"record": "network_log"},
            {"2022-05-05": "network-log-2016", "2025-12-31": "network-log-2016",
             "2026-01-01": "network-log"},
        ),
        (
            RETENTION,
            {"record": "trade_record"},
            {"2026-06-30": "trade-record-before-2026-07", "2026-07-01": "trade-record"},
        ),
        (
            RETENTION,
            {"record": "face_report"},
            {"2021-10-31": "impact-report-before-2021-11", "2021-11-01": "face-report-2021",
             "2025-06-01": "face-report"},
        ),
        (
            RETENTION,
            {"record": "intermediary"},
            {"2021-08-31": "intermediary-before-2021-09", "2021-09-01": "intermediary-2021",
             "2026-07-01": "intermediary"},
        ),
        (
            LABELS,
            {"content": "image"},
            {"2022-12-31": "unheld-before-2023", "2023-01-10": "synthesis-2023",
             "2025-08-31": "synthesis-2023", "2025-09-01": "image"},
        ),
        (
            TRADE,
            {"kind": "sensitive", "treatment": "none"},
            {"2021-01-01": "personal-none-before-2026-07", "2026-07-01": "personal-none"},
        ),
        (
            TRADE,
            {"kind": "public", "treatment": "none"},
            {"2021-12-31": "other-2021", "2022-01-01": "unauthorised-before-2026-07",
             "2026-06-30": "unauthorised-before-2026-07", "2026-07-01": "public-none"},
        ),
        (
            TRADE,
            {"kind": "genetic"},
            {"2021-01-01": "genetic-before-2026-07", "2025-05-01": "genetic-before-2026-07",
             "2026-07-01": "genetic"},
        ),
        (
            TRADE,
            {"kind": "secret"},
            {"2021-12-31": "other-2021", "2022-01-01": "security-before-2026-07",
             "2026-07-01": "secret"},
        ),
        (
            TRADE,
            {"kind": "company", "treatment": "none"},
            {"2021-12-31": "company-2021", "2022-01-01": "unauthorised-before-2026-07"},
        ),
        (
            TRADE,
            {"kind": "illegal_source"},
            {"2021-12-31": "illegal-source-2021", "2022-01-01": "illegal-source-before-2026-07"},
        ),
        (
            TRADE,
            {"kind": "important"},
            {"2024-12-31": "important-before-2025", "2025-01-01": "important-before-2026-07",
             "2026-07-01": "important"},
        ),
        (
            PRODUCT,
            {"personal": "none", "important": "no", "public": "no", "outbound": "no"},
            {"2024-12-31": "unheld-before-2025", "2025-01-01": "unheld-before-2026-07",
             "2026-07-01": "none"},
        ),
    ],
)  # fmt: skip
def test_each_table_changes_with_its_law(
    table: DecisionTable, given: dict[str, str], days: dict[str, str]
) -> None:
    """The last day of the old and the first of the new; a standard does not reach back."""
    for day, expected in days.items():
        row = rule_on(table, [], date.fromisoformat(day), given=given).row
        assert row is not None
        assert row.id == expected, day
        assert row.unsettled is (expected in {r.id for r, _, _ in unsettled(table)})


def test_a_table_rules_on_no_day_outside_of_its_own() -> None:
    """Its rows without dates did so: what begins in 2026 said what holds in 2022."""
    given = {"record": "ecommerce"}
    late = msgspec.structs.replace(RETENTION, valid_from=date(2026, 7, 1))
    assert rule_on(late, [], date(2026, 7, 1), given=given).row is not None
    for day in (date(2026, 6, 30), date(2022, 1, 1)):
        ruling = rule_on(late, [], day, given=given)
        assert (ruling.row, ruling.ask, ruling.possible) == (None, None, ())


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (("2022年3月给慕尼黑十二万人的邮箱，普通的", "要是八千人呢"), "before-2022-09-personal"),
        (("2022年3月给慕尼黑十二万人的邮箱，普通的", "那2023年8月呢"), "old-ordinary-many"),
        (("2022年3月给慕尼黑十二万人的邮箱，普通的", "放在现在呢"), "national-ordinary-contract"),
        (("给慕尼黑十二万人的邮箱，普通的", "2022年初的时候呢"), "before-2022-09-personal"),
    ],
)
def test_the_day_of_a_case_stays_until_another_is_named(
    texts: tuple[str, ...], expected: str
) -> None:
    """A further fact of a case of then is of then; 现在 is today."""
    assert ruled(ROUTE, *texts) == expected


def test_the_day_that_was_told_last_counts() -> None:
    """Of several texts; what names none changes nothing."""
    then = date(2022, 3, 1)
    assert told_day(["2022年3月传的", "三万人"], TODAY) == then
    assert told_day(["2021年传的", "是2022年3月1日"], TODAY) == then
    assert told_day(["2022年3月传的", "如今呢"], TODAY) == TODAY
    assert told_day(["三万人"], TODAY) == TODAY
    assert told_day([], TODAY) == TODAY


def test_figures_told_alone_are_of_the_day_of_the_case() -> None:
    """The case was told with its day, the figures in the text behind it."""
    case = "2022年3月我们把顾客的体检报告传到慕尼黑"

    def over(text: str) -> Ruling:
        return told_before(rule_on(ROUTE, [text], TODAY), [case], TODAY, text=text)

    told = over("两万人的")
    assert told.row is not None
    assert told.row.id == "before-2022-09-personal"
    now = over("现在是两万人的")
    assert now.row is not None
    assert now.row.id == "national-sensitive-assessment"


@pytest.mark.parametrize(
    ("industry", "kind", "people", "expected"),
    [
        ("shipping", "ordinary", 99_999, "zone-shipping-ordinary-exempt"),
        ("shipping", "ordinary", 100_000, "zone-shipping-ordinary-unsettled"),
        ("shipping", "ordinary", 149_999, "zone-shipping-ordinary-unsettled"),
        ("shipping", "ordinary", 150_000, "zone-shipping-ordinary-contract"),
        ("shipping", "sensitive", 9_999, "zone-shipping-sensitive-unsettled"),
        ("shipping", "sensitive", 10_000, "zone-shipping-sensitive-contract"),
        ("retail", "ordinary", 99_999, "zone-retail-ordinary-exempt"),
        ("retail", "ordinary", 640_000, "zone-retail-ordinary-unsettled"),
        ("retail", "ordinary", 1_000_000, "zone-retail-ordinary-contract"),
        ("retail", "sensitive", 1, "zone-retail-sensitive-unsettled"),
        ("retail", "sensitive", 70_000, "zone-retail-sensitive-unsettled-1"),
        ("retail", "sensitive", 100_000, "zone-retail-sensitive-contract"),
        ("reinsurance", "ordinary", 400_000, "zone-reinsurance-ordinary-unsettled"),
        ("reinsurance", "sensitive", 5_000, "zone-reinsurance-sensitive-unsettled"),
        ("reinsurance", "sensitive", 10_000, "zone-reinsurance-sensitive-contract"),
        ("other", "ordinary", 120_000, "zone-other-ordinary-contract"),
    ],
)
def test_the_zone_list_waives_only_what_is_certain(
    industry: str, kind: str, people: int, expected: str
) -> None:
    """Below the figures of a scenario the list has a last item for all else, and no official
    reading of it is held: that is not ruled on. What the national rules waive stays waived."""
    given = {"zone": "inside", "industry": industry, "ciio": "no", "kind": kind,
             "purpose": "other", "people": str(people)}  # fmt: skip
    row = rule_on(ROUTE, [], TODAY, given=given).row
    assert row is not None
    assert row.id == expected
    assert row.unsettled is ("unsettled" in expected)
    if row.unsettled:
        assert "管委会" in row.conclusion
        assert "administrative committee" in row.conclusion_english
        assert row.weight != "good_news"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "2024年给德国总部传六万人的邮箱，普通的",
            [
                ("old-ordinary-few-2023", "2024-01-01", "2024-03-21"),
                ("national-ordinary-exempt", "2024-03-22", "2024-12-31"),
            ],
        ),
        (
            "In March 2024 we sent the emails of 60,000 people to Germany, nothing sensitive.",
            [
                ("old-ordinary-few-2023", "2024-03-01", "2024-03-21"),
                ("national-ordinary-exempt", "2024-03-22", "2024-03-31"),
            ],
        ),
        ("2023年给德国总部传十六万人的邮箱，普通的", []),
        ("2024年4月给德国总部传六万人的邮箱，普通的", []),
        ("2024年3月21日给德国总部传六万人的邮箱，普通的", []),
    ],
)
def test_each_part_of_a_time_in_which_the_law_changed_is_told(
    text: str, expected: list[tuple[str, str, str]]
) -> None:
    """A year meant its first day alone."""
    told = rule_on(ROUTE, [text], TODAY).periods
    assert [(p.row.id, str(p.first), str(p.last)) for p in told] == expected


def test_what_a_later_part_of_the_year_needs_is_asked_for() -> None:
    """And answered for all of it; a fact that changes later changes each part."""
    case = "2022年我们要把客户信息传给法国公司"
    asked = rule_on(ROUTE, [case], TODAY).ask
    assert asked is not None
    assert asked.name == "kind"
    told = rule_on(ROUTE, [case, "普通的", "5万人"], TODAY).periods
    assert [p.row.id for p in told] == ["before-2022-09-personal", "old-ordinary-few-2022"]
    told = rule_on(ROUTE, [case, "普通的", "5万人", "要是20万人呢"], TODAY).periods
    assert [p.row.id for p in told] == ["before-2022-09-personal", "old-ordinary-many"]


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("大前年给东京总部三万人的体检报告", ("old-sensitive-many",)),
        ("前年给东京总部三万人的体检报告",
         ("old-sensitive-many", "national-sensitive-assessment")),
        ("2023年11月到次年6月给东京总部三万人的体检报告",
         ("old-sensitive-many", "national-sensitive-assessment")),
        ("From February to May 2024 we sent health reports of 30,000 people to Tokyo",
         ("old-sensitive-many", "national-sensitive-assessment")),
        ("三年前攒的体检报告，三万人的，给东京总部", ("national-sensitive-assessment",)),
        ("2022年搬过家，今年给东京总部发了三万人的体检报告", ("national-sensitive-assessment",)),
    ],
)  # fmt: skip
def test_a_time_told_by_today_and_a_period_are_ruled_in_their_parts(
    text: str, rows: tuple[str, ...]
) -> None:
    """As years and months are; the age of the data is no time of the case."""
    ruling = rule_on(ROUTE, [text], TODAY)
    found = [p.row for p in ruling.periods] or [ruling.row]
    assert tuple(row.id for row in found if row is not None) == rows


@pytest.mark.parametrize(
    "text",
    [
        "2023年至今每年把12万人的邮箱传到英国，都是普通信息",
        "过去三年公司每年给英国传了12万人的邮箱，都是普通信息",
        "Since 2023 we have sent 120,000 ordinary e-mail addresses of people every year to the UK",
    ],
)
def test_a_period_until_today_is_told_in_its_parts(text: str) -> None:
    """The law of each of its days, and not that of today alone."""
    parts = rule_on(ROUTE, [text], TODAY).periods
    assert parts[0].row.id == "old-ordinary-many"
    assert parts[0].last == date(2024, 3, 21)
    assert parts[-1].row.id == "national-ordinary-contract"
    assert parts[-1].last == TODAY
