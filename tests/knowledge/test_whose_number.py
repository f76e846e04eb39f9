"""Which number, and whose, a ruling rests on: later batches are added, sums over years are of none,
what spares staff spares nobody else, others in the zone are compared with, data pass through."""

from __future__ import annotations

from datetime import date

import pytest

from knowledge.answers.compared import compares
from knowledge.answers.others_staff import claims_staff, tells_others
from knowledge.answers.people_groups import named_groups
from knowledge.answers.tables import rule_on
from knowledge.text import normalise
from tests.knowledge.test_table_days import ROUTE

TODAY = date(2026, 11, 22)
SHOP = "家具店，今年春天给瑞典发了九万六千个买家的姓名电话"
CLUB = "滑雪俱乐部，外国会员在瑞士填的资料，传来上海打标签再传回瑞士"
PAYROLL = "酒店，员工两百人的工资发给首尔总部，有规章制度和集体合同"
OUTSIDE = "面馆会员，在嘉定，不在自贸区，今年给大阪发了两百万会员的姓名电话"
BAR = (
    "A noodle bar in Jiading, not in the free trade zone. This year we sent names and emails of 2"
    " million members to Osaka."
)
SKI = (
    "Foreign members signed up abroad, two million; their records come to Shanghai to be tagged"
    " and go back to Zurich, no Chinese members mixed in."
)


def rows(*texts: str) -> set[str]:
    ruling = rule_on(ROUTE, texts, TODAY)
    one = {ruling.row.id} if ruling.row is not None else set[str]()
    return one | {of.row.id for of in ruling.each}


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        ((SHOP, "秋天又发了七千个新的"), "national-ordinary-contract"),
        ((SHOP, "后来又给瑞典发了七千个买家的姓名电话，不是同一批"), "national-ordinary-contract"),
        ((SHOP, "秋天又来了七千个新客人的"), "national-ordinary-contract"),
        ((SHOP, "又发了一次，还是那七千个老客户的"), "national-ordinary-exempt"),
        ((SHOP, "不对，是七千个买家的姓名电话"), "national-ordinary-exempt"),
        ((SHOP, "又买了七千个新的货架"), "national-ordinary-exempt"),
        (("We sent names and phones of 96,000 buyers to Sweden this year.",
          "In autumn another 7,000 new ones."), "national-ordinary-contract"),
        (("We sent names and phones of 96,000 buyers to Sweden this year.",
          "Since then 7,000 new buyers were added."), "national-ordinary-contract"),
        (("去年给瑞典发了九万六千个买家的姓名电话", "今年又发了七千个新的",
          "前后加起来超过十万了，要签合同吗"), "national-ordinary-exempt"),
        (("去年发了九千个病人的病历到美国，今年发了两千个，累计过一万了，要评估吗",),
         "national-sensitive-contract"),
        (("今年三月发了六千个病人的病历到美国，九月发了五千个，累计过一万了，要评估吗",),
         "national-sensitive-assessment"),
        ((OUTSIDE, "临港的同行一千万才评估，我们也一样吗？"), "national-ordinary-assessment"),
        ((OUTSIDE, "能像临港那家店一样放宽到一千万吗？"), "national-ordinary-assessment"),
        ((BAR, "Same as the shops in Lingang, only above ten million?"),
         "national-ordinary-assessment"),
        (("面馆会员，在临港注册也从临港传，今年给大阪发了两百万会员的姓名电话",),
         "zone-retail-ordinary-contract"),
        ((CLUB, "没有国内的人", "两百万人"), "transit"),
        ((SKI,), "transit"),
        (("给挪威的诊所标注片子，都在挪威拍的，标完发回挪威，两万人，不含国内病人",), "transit"),
        (("外国人在国内门店填的会员资料，传到瑞士，两百万人的姓名电话",),
         "national-ordinary-assessment"),
        ((CLUB, "国内会员十二万人的姓名电话也一起发"), "national-ordinary-contract"),
        (("我们的水手三千人不是我们的员工，体检发给希腊船东",), "national-sensitive-contract"),
        (("The 3,000 sailors are not our employees; their medical checks go to Greece.",),
         "national-sensitive-contract"),
    ],
)  # fmt: skip
def test_the_number_is_that_of_the_case(texts: tuple[str, ...], expected: str) -> None:
    assert rows(*texts) == {expected}


@pytest.mark.parametrize(
    "texts",
    [
        (PAYROLL, "顺带五千个病人的病历也发", "都按员工管理免了吧？"),
        (PAYROLL, "还有我们代派的船员五千个，是客户不是我们员工，体检也发", "都算内部人事吗"),
        ("把员工两百人的工资，和外派给船东的五千个船员的体检都发给首尔总部，有规章制度",),
        ("We send the payroll of our 200 staff to Seoul under our work rules.",
         "The 5,000 patients' files go too.", "All exempt as staff management?"),
    ],
)  # fmt: skip
def test_what_spares_staff_spares_nobody_else(texts: tuple[str, ...]) -> None:
    assert rows(*texts) == {"employees", "national-sensitive-contract"}


def test_staff_told_alone_are_spared() -> None:
    assert rows(PAYROLL) == {"employees"}
    assert rows(PAYROLL, "能按员工管理免吗") == {"employees"}
    assert rows("医院把五千个病人的病历发给首尔总部", "能按员工管理免吗") == {
        "national-sensitive-contract"
    }


@pytest.mark.parametrize(
    ("text", "groups"),
    [
        ("这三千个船员不是我们的员工", ("船员",)),
        ("船员都是我们自己的员工", ("员工",)),
        ("都按员工管理免了吧", ()),
        ("船员公司", ()),
        ("a crew agency with 200 staff", ("员工",)),
        ("不含员工的手机号", ("员工",)),
    ],
)
def test_who_is_named(text: str, groups: tuple[str, ...]) -> None:
    assert named_groups(text) == groups


def test_a_claim_and_a_denial_are_heard_as_such() -> None:
    assert claims_staff("可以算内部人事吗")
    assert claims_staff("exempt as staff management?")
    assert not claims_staff("员工管理系统的数据发给总部")
    assert tells_others("they are our clients' people, not ours")
    assert tells_others("是船东的员工")
    assert not tells_others("不是员工的手机号，是客户的")


@pytest.mark.parametrize(
    ("text", "does"),
    [
        ("和临港那家公司一样能放宽吗", True),
        ("参照临港的标准可以吗", True),
        ("a competitor in lingang needs none", True),
        ("我们公司和母公司一样都在临港注册", False),
        ("我们是临港的超市，从临港传", False),
    ],
)
def test_who_is_only_compared_with(text: str, does: bool) -> None:
    assert compares(ROUTE, normalise(text)) is does


@pytest.mark.parametrize(
    ("texts", "row"),
    [
        (
            (
                "客人自己要往国外寄包裹，我们把寄件人名字电话地址给国外的派送公司，今年130万人，要报吗",
            ),
            "contract",
        ),
        (
            (
                "我们是国际快递",
                "客人自己寄东西去国外，我们把他的名字电话地址给国外派送的",
                "今年130万人，要申报评估吗？",
            ),
            "contract",
        ),
        (
            ("我们把130万客户的名字电话地址给国外派送公司做市场分析，客人自己寄过包裹，要申报吗",),
            "national-ordinary-assessment",
        ),
    ],
)
def test_parcels_that_people_send_themselves(texts: tuple[str, ...], row: str) -> None:
    """The deed alone tells the contract with the person, but for another use of it."""
    ruling = rule_on(ROUTE, list(texts), TODAY)
    assert ruling.row is not None
    assert ruling.row.id == row
