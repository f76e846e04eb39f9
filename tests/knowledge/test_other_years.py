"""What was sent in another year is history or yet to come, whichever text of a conversation tells
it; and what puts right, takes back or claims what was told of the data."""

from __future__ import annotations

from datetime import date

import pytest

from knowledge.answers.important_no_more import no_more
from knowledge.answers.rulings import Ruling
from knowledge.answers.tables import rule_on
from knowledge.text import normalise
from tests.knowledge.test_table_days import ROUTE

TODAY = date(2026, 11, 22)
LIFTS = "电梯厂，今年给芬兰总部五万住户的名字电话"
ZONE = "船厂，在临港登记也在临港往外发，不是关基"


def ruled(*texts: str) -> Ruling:
    return rule_on(ROUTE, texts, TODAY)


def row(*texts: str) -> str:
    found = ruled(*texts).row
    return found.id if found is not None else ""


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        ((LIFTS, "去年给过一百二十万，今年还要评估吗"), "national-ordinary-exempt"),
        ((LIFTS, "前年和去年一共给过一百二十万，今年还评估不"), "national-ordinary-exempt"),
        (("电梯厂，今年五万，去年一百二十万，都是住户名字电话，给芬兰", "今年要办啥"),
         "national-ordinary-exempt"),
        (("戏剧节，十二月给巴黎七万观众的名字邮箱", "明年一月再给七万", "十四万，要签合同？"),
         "national-ordinary-exempt"),
        (("搬家公司，年底前给加拿大六千客户的银行卡号", "过完年再给六千", "一万二了，要评估吗"),
         "national-sensitive-contract"),
        (("今年十二月给美国平台六万学员的名字邮箱", "一月份再给六万", "十二万了，得签合同吧"),
         "national-ordinary-exempt"),
        (("去年给了美国平台九十万学员的名字邮箱", "今年再给二十万，加一起一百一十万，要评估不"),
         "national-ordinary-contract"),
        (("健身房会员手机号，今年4万给美国，2024年给了30万，2025年给了20万，今年要备案吗",),
         "national-ordinary-exempt"),
        (("We sent 900,000 riders' names to Finland last year and 50,000 this year. What now?",),
         "national-ordinary-exempt"),
        (("A theatre festival, this December we send 70,000 names and emails to Paris",
          "another 70,000 next January", "That's 140,000. Contract needed?"),
         "national-ordinary-exempt"),
        (("旅行社，今年给泰国的游客手机号，三月六万，九月五万", "要备案吗"),
         "national-ordinary-contract"),
        (("Opticians: 40,000 members' names and phones to Japan this year",
          "We added another 80,000, names and phones too. What now?"),
         "national-ordinary-contract"),
        (("We gave 60,000 members' emails to Japan this year", "And 50,000 more, emails again."),
         "national-ordinary-contract"),
    ],
)  # fmt: skip
def test_numbers_of_other_years_are_not_counted(texts: tuple[str, ...], expected: str) -> None:
    assert row(*texts) == expected


def test_each_year_is_told_where_the_plan_is_asked_about() -> None:
    ruling = ruled("戏剧节，今年给法国合作方九十五万观众的名字邮箱", "2027年1月再给十万，要评估吗")
    told = [of.row.id for of in ruling.each] or [ruling.row.id if ruling.row else ""]
    assert set(told) == {"national-ordinary-contract"}


@pytest.mark.parametrize(
    ("case", "right", "expected"),
    [
        ("八百个住户的人脸传芬兰", "哦不对，人脸没传，传的只是每天坐几趟的次数，认不出人",
         "anonymised"),
        ("三万学员的录音发美国", "说错了，录音没发，发的只是每个班的平均分", "anonymised"),
        ("一万五千客户的银行卡号给英国代理", "讲错了，银行卡没给，只给了箱子件数和体积",
         "anonymised"),
        ("两万观众的健康码发法国", "更正：没传健康码，只传了故障代码", "none"),
        ("20,000 visitors' health forms to France",
         "I was wrong, only the show titles and dates went, no people at all.", "none"),
        ("20,000 customers' prescriptions to Japan", "only monthly totals per shop went",
         "anonymised"),
        ("两万人的体检资料发日本", "哦不是体检，只有名字和电话", "national-ordinary-exempt"),
        ("八千会员的体脂数据给韩国", "搞错了，体脂没给，给的是每个会员每月到店次数", ""),
        ("两万农户的重要数据发日内瓦", "说错了，只发了每月总量", ""),
    ],
)  # fmt: skip
def test_what_was_told_of_people_is_withdrawn(case: str, right: str, expected: str) -> None:
    found = row(case, right)
    assert found == expected if expected else found not in ("none", "anonymised")


@pytest.mark.parametrize(
    ("text", "ended"),
    [
        ("上个月主管部门把它从目录里拿掉了", True),
        ("后来通知说撤出目录了", True),
        ("主管部门来函说取消认定", True),
        ("主管部门重新认定成一般数据了", True),
        ("今年重新公布的目录里没有它了", True),
        ("没人通知过我们，也没公布过", True),
        ("It was taken off the catalogue last month", True),
        ("actually nobody ever notified us", True),
        ("目录还没撤，还要评估吗", False),
        ("我们自己觉得不算了", False),
        ("脱敏过了，还要评估吗", False),
        ("客户没有通知过", False),
        ("要是撤出目录了呢", False),
    ],
)
def test_important_data_end_by_who_named_them(text: str, *, ended: bool) -> None:
    assert no_more(normalise(text), ["有一批重要数据要发韩国"]) is ended
    assert no_more(normalise(text), ["有一批名单要发韩国"]) is False


@pytest.mark.parametrize(
    "text",
    [
        "车间工人的体检资料一万两千人发挪威，走船员那个门槛行不行",
        "我们自己的焊工体检资料一万二千人发给挪威，负面清单船员那档十五万够不着，是不是不用评估",
        "码头装卸工体检资料一万五千人给荷兰，套用船员管理的门槛可以吗",
        "medical checks of 12,000 yard workers to Norway; can we use the seafarers' threshold?",
    ],
)
def test_a_scene_claimed_for_others_is_not_theirs(text: str) -> None:
    assert row(ZONE, text) == "zone-other-sensitive-assessment"
    assert row(ZONE, "船员的体检资料一万二千人发给丹麦，要评估吗") == (
        "zone-shipping-sensitive-contract"
    )


@pytest.mark.parametrize(
    ("text", "free"),
    [
        ("五千个巴西学生的血型和体检，在巴西收的，传到上海排课再发回巴西", True),
        ("5,000 Brazilian students, collected in Brazil, processed in Shanghai and returned", True),
        ("五千个巴西学生的体检，在巴西收的，上海处理完发回去，里面加了两百个中国学生的", False),
        ("五千上海用户的体检发到新加坡算完再发回来", False),
    ],
)
def test_what_goes_back_is_free_unless_mixed(text: str, *, free: bool) -> None:
    assert (row(text) == "transit") is free
