"""Fields that were left out, words and figures put right, and anonymising that can be undone change
the case on which a table ruled."""

from __future__ import annotations

import pytest

from dialog.hearing import listen
from dialog.parts import Prepared
from dialog.reply.added_field import fields_added
from dialog.reply.question import Exchange
from tests.reply.test_compose import DAY

ROUTE, PRODUCT = "table.cross-border-route", "table.product-assessments"
EXEMPT = "national-ordinary-exempt"
STRICT = "national-sensitive-assessment"
CASE = "今年把2万名客户的姓名电话传给德国总部，走哪个程序？"
CASE_ENGLISH = (
    "We send names and emails of 20,000 customers to our parent in Germany this year."
    " Which procedure?"
)


@pytest.mark.parametrize(
    ("text", "entries"),
    [
        ("哦对了，还有足弓扫描", (ROUTE,)),
        ("还有一列听力图", (ROUTE, STRICT)),
        ("漏了一项，行踪轨迹", (ROUTE, STRICT)),
        ("忘了讲，还有鞋码", (ROUTE, EXEMPT)),
        ("说错了，不是2万是20万", (ROUTE, "national-ordinary-contract")),
        ("不对，不是客户，是员工", (ROUTE, "employees")),
        ("I forgot one: location tracks.", (ROUTE, STRICT)),
        ("I forgot one: bone density.", (ROUTE,)),
        ("It also has names and foot scans.", (ROUTE,)),
        ("Plus their shoe sizes.", (ROUTE, EXEMPT)),
        ("Correction: they are employees, not customers.", (ROUTE, "employees")),
    ],
)
async def test_the_case_changes(text: str, entries: tuple[str, ...], prepared: Prepared) -> None:
    """It was refused, or stayed exempt; what nobody knows is asked for."""
    case = CASE_ENGLISH if text.isascii() else CASE
    told = Exchange(case, "answered", (ROUTE, EXEMPT))
    heard = await listen(prepared.turn, text, (told,), DAY)
    assert heard.done.entries == entries


@pytest.mark.parametrize(
    "text",
    ["还有问题想问", "还有别的要求吗", "还有一个呢", "One more thing, thanks.", "还有3000人的病历"],
)
def test_other_texts_add_no_field(text: str) -> None:
    """They ask, thank or tell a number."""
    assert fields_added(text) == ""


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("幼儿园孩子的体检数据匿名化了，认不出也不能复原，想卖，要做哪些评估和同意？", "none"),
        ("不满14周岁孩子的成绩匿名化后卖给出版社，要哪些同意", "none"),
        ("孩子的听力图去掉了名字，还留着编号对照表，要卖要做哪些评估？", "minors"),
    ],
)
async def test_anonymised_data_are_of_nobody(text: str, row: str, prepared: Prepared) -> None:
    """Whatever they were before; a key table that is kept undoes it."""
    heard = await listen(prepared.turn, text, (), DAY)
    assert heard.done.entries == (PRODUCT, row)
    assert ("匿名化要做到认不出人又不能复原" in heard.text) == (row == "none")


async def test_what_can_be_undone_is_told_later(prepared: Prepared) -> None:
    """It was read as small talk."""
    told = (
        Exchange("我们想卖幼儿园孩子的体检数据，要哪些评估和同意", "answered", (PRODUCT, "minors")),
        Exchange("都匿名化了，认不出人也复原不了", "answered", ("entry.anonymisation",)),
    )
    heard = await listen(prepared.turn, "不过我们留了对照表", told, DAY)
    assert heard.done.entries == (PRODUCT, "minors")


async def test_a_key_is_told_with_the_anonymising(prepared: Prepared) -> None:
    """In one text."""
    case = "今年把9万名用户的血糖传给美国总部，走哪条路？"
    told = (Exchange(case, "answered", (ROUTE, STRICT)),)
    heard = await listen(prepared.turn, "其实都匿名化了，不过密钥还在", told, DAY)
    assert heard.done.entries == (ROUTE, STRICT)


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("2024年3月5日收到网信办的通知，数据是3万人的电话给韩国，走哪条路", EXEMPT),
        (
            "2023年8月收到通知后，我们把3万人的电话传给了韩国，那时要走哪条路",
            "old-ordinary-few-2023",
        ),
    ],
)
async def test_the_day_of_a_notice(text: str, row: str, prepared: Prepared) -> None:
    """Is no day whose law is asked about, unless the data were sent then."""
    heard = await listen(prepared.turn, text, (), DAY)
    assert heard.done.entries == (ROUTE, row)


async def test_either_kind_is_told(prepared: Prepared) -> None:
    """A passport number leaves the kind open; what follows is told all the same."""
    text = "今年给境外总公司传了80万旅客的姓名和护照号，要走什么程序？"
    heard = await listen(prepared.turn, text, (), DAY)
    assert heard.done.outcome == "clarify"
    assert "要申报数据出境安全评估" in heard.text
    assert "标准合同和认证里选一样" in heard.text


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("2023年5月我们做了AI换脸视频没打标识，那时候标识办法要求打吗", "edited-face-voice-2023"),
        ("2025年3月做了AI生成的人物头像，《那时候标识办法》要求打标识吗？", "synthesis-2023"),
        ("我们做了个app，用户上传照片就生成卡通头像，要不要加AI标识", "image"),
        ("AI换脸视频要什么标识", "edited-face-voice"),
    ],
)
async def test_labels_of_then_and_of_faces(text: str, row: str, prepared: Prepared) -> None:
    """A time is no part of a law's name; faces that are made are pictures."""
    heard = await listen(prepared.turn, text, (), DAY)
    assert heard.done.entries == ("table.ai-labelling", row)
