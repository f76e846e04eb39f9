"""Who is not in the zone is outside of it, in any words; bookings and competitors are named."""

from __future__ import annotations

from datetime import date

import pytest

from knowledge.answers.table_words import stated
from knowledge.answers.tables import rule_on
from knowledge.types import DecisionTable
from tests.knowledge.small_parts import shipped_pack

TABLES = shipped_pack().all(DecisionTable)
ROUTE, FORBIDDEN = TABLES["table.cross-border-route"], TABLES["table.forbidden-data"]


@pytest.mark.parametrize(
    ("text", "zone"),
    [
        ("我们没注册在新片区，是做船员管理的", "outside"),
        ("公司并不在上海自贸区", "outside"),
        ("我们从临港搬到了区外", "outside"),
        ("We run hotels outside of any free trade zone", "outside"),
        ("Our firm isn't in the Shanghai free trade zone", "outside"),
        ("We are not registered in the free trade zone", "outside"),
        ("我们还没迁进临港，做船员管理", "outside"),
        ("Our hotels left the free trade zone in spring", "outside"),
        ("我们注册在临港，数据也从那里出去", "inside"),
        ("Data is sent outside China from our office in the free trade zone", "inside"),
        ("We send it outside the country", ""),
        ("我们也不清楚在不在自贸区", ""),
        ("是不是在自贸区有影响吗", ""),
    ],
)
def test_in_the_zone_or_not(text: str, zone: str) -> None:
    """The list of the zone holds for those in it alone."""
    assert stated(ROUTE, text).get("zone", "") == zone


@pytest.mark.parametrize(
    "text", ["给会员预订境外酒店要传姓名", "We pass names on to book hotels for our guests"]
)
def test_bookings_are_a_contract_with_the_person(text: str) -> None:
    """They stand in the law as an example of it."""
    assert stated(ROUTE, text).get("purpose") == "contract"


def test_important_data_stay_important_when_they_are_anonymised() -> None:
    """That nobody can be recognised takes them out of personal information alone."""
    assert stated(FORBIDDEN, "我们的重要数据已经匿名化了，能上架吗")["kind"] == "important"
    assert stated(FORBIDDEN, "匿名化的会员消费数据，能上架吗")["kind"] == "personal"


@pytest.mark.parametrize(
    ("text", "told"),
    [("我们是CII运营者", "yes"), ("We are a CII operator", "yes"), ("we are non-CII", "no")],
)
def test_operators_of_critical_infrastructure_say_it_short(text: str, told: str) -> None:
    assert stated(ROUTE, text)["ciio"] == told


@pytest.mark.parametrize(
    "text", ["竞争对手的客户电话能卖吗", "Can we sell our competitor's customer list?"]
)
def test_customers_of_a_competitor_are_another_companys_data(text: str) -> None:
    assert stated(FORBIDDEN, text).get("kind") == "company"


IN_LINGANG = "我们注册在临港，做再保险的，要传30万人的姓名电话出境"


@pytest.mark.parametrize(
    ("later", "zone"),
    [
        ("不过数据是从北京的机房出去的", "outside"),
        ("服务器在苏州", "outside"),
        ("数据不从临港走", "outside"),
        ("出口在外高桥以外", "outside"),
        ("哦，出境不在区内", "outside"),
        ("数据实际从浦西的办公室发出去", "outside"),
        ("我记错了，公司注册地在虹桥", "outside"),
        ("公司后来迁到了杭州", "outside"),
        ("we export it from outside the zone", "outside"),
        ("数据也是从临港出去的", "inside"),
        ("客户在北京", "inside"),
        ("我们北京有分公司", "inside"),
        ("接收方的服务器在北京", "inside"),
        ("公司没有迁到杭州", "inside"),
    ],
)
def test_what_was_assumed_of_the_zone_is_given_up_when_it_is_denied(later: str, zone: str) -> None:
    """In any words, and only by what is said of the sender's own."""
    ruling = rule_on(ROUTE, [IN_LINGANG, later], date(2026, 11, 22))
    assert ruling.slots["zone"] == zone
