"""Who was never told of important data, or is in no list of them, has none to declare."""

from __future__ import annotations

import pytest

from dialog.parts import Prepared
from knowledge.answers.never_told import never_told
from knowledge.text import normalise
from tests.reply.test_same_case import talk

ROUTE = "table.cross-border-route"
CASE = "今年向新加坡传5万人的姓名和电话，不是关基，{}，要走什么手续？"
CASE_ENGLISH = (
    "This year we send the names and phones of 50,000 people to Singapore, we are no CIIO, {}. "
    "Which procedure do we need?"
)


@pytest.mark.parametrize(
    "said",
    [
        "也没被通知有重要数据",
        "从来没收到过重要数据的通知",
        "没被列入重要数据目录",
        "不掌握重要数据",
    ],
)
async def test_who_was_not_told_has_none(prepared: Prepared, said: str) -> None:
    heard = await talk(prepared, CASE.format(said))
    assert heard.done.entries == (ROUTE, "national-ordinary-exempt")


async def test_who_was_not_told_has_none_in_english(prepared: Prepared) -> None:
    said = "and we were never notified of any important data"
    heard = await talk(prepared, CASE_ENGLISH.format(said))
    assert heard.done.entries == (ROUTE, "national-ordinary-exempt")


@pytest.mark.parametrize(
    "said",
    [
        "被通知是重要数据",
        "我们列入了重要数据目录",
        "重要数据的批复还没收到",
        "有重要数据，没通知过客户",
    ],
)
async def test_who_has_them_is_held_to_it(prepared: Prepared, said: str) -> None:
    heard = await talk(prepared, CASE.format(said))
    assert heard.done.entries == (ROUTE, "important")


@pytest.mark.parametrize(
    ("said", "denied"),
    [
        ("主管部门没把我们的数据列为重要数据", True),
        ("没收到网信办关于重要数据的通知", True),
        ("没接触过重要数据", True),
        ("重要数据的通知从来没收到过", True),
        ("没告知客户就把重要数据传了", False),
        ("没通知网信办有重要数据", False),
        ("没收到重要数据出境的批复", False),
        ("未处理的重要数据", False),
        ("有没有被通知有重要数据", False),
        ("不掌握重要数据的范围", False),
    ],
)
def test_what_denies_that_it_was_told(said: str, denied: bool) -> None:
    before, phrase, behind = normalise(said).partition("重要数据")
    assert never_told(phrase, before, behind) is denied


@pytest.mark.parametrize(
    ("said", "denied"),
    [
        ("we have not been told that it is important data", True),
        ("our data was never listed as important data", True),
        ("we do not hold any important data", True),
        ("we have not told the regulator that we have important data", False),
        ("we never notified the authority of important data", False),
        ("we have not received the important data export approval", False),
    ],
)
def test_what_denies_that_it_was_told_in_english(said: str, denied: bool) -> None:
    before, phrase, behind = normalise(said).partition("important data")
    assert never_told(phrase, before, behind) is denied


@pytest.mark.parametrize(
    ("texts", "entries"),
    [
        (("船厂，一批重要数据要发韩国", "后来通知说撤出目录了"), ("entry.important-no-more",)),
        (("We send important data to Oslo", "actually nobody ever notified us"),
         ("entry.important-no-more",)),
        (("粮商，一批数据原来是重要数据，现在不是了，没有人的信息", "发日内瓦还要评估吗"),
         (ROUTE, "none")),
        (("船厂，一批重要数据要发韩国", "我们自己觉得不算，还要评估吗"), (ROUTE, "important")),
    ],
)  # fmt: skip
async def test_what_is_important_no_longer(
    prepared: Prepared, texts: tuple[str, ...], entries: tuple[str, ...]
) -> None:
    """It was held against them in every later turn."""
    heard = await talk(prepared, *texts)
    assert heard.done.entries == entries


async def test_nothing_of_people_was_sent_after_all(prepared: Prepared) -> None:
    """The case that it puts right had not even been ruled on."""
    heard = await talk(prepared, "剧院，两万观众的健康码发法国", "我搞错了，发的只有剧目和场次")
    assert heard.done.entries == (ROUTE, "none")


async def test_that_nobody_is_in_them_makes_them_no_less_important(prepared: Prepared) -> None:
    told = ("我们厂有一批数据工信部门发函说算重要数据", "就几百条，没有个人信息")
    heard = await talk(prepared, *told, "发给韩国设计院，量这么小能不能不报？")
    assert heard.done.entries == (ROUTE, "important")
