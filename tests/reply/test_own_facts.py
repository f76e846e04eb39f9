"""What a visitor told of themselves before any table was open holds of every case of theirs."""

from __future__ import annotations

import pytest

from dialog.parts import Prepared
from dialog.reply.own_facts import facts_of
from dialog.reply.question import Exchange
from tests.reply.test_same_case import talk

FEW = "今年给美国发五千个客户的名字电话，要办啥？"
FEW_ENGLISH = "This year we send names and phones of 5,000 clients to the US. What do we need?"
CREW = "今年四万船员的体检结果发给境外船东，走哪条路？"
MANY = "给日本发了十五万客户的名字电话，要走哪条路？"


@pytest.mark.parametrize(
    ("told", "text", "row"),
    [
        (("我们被认定成关键设施了",), FEW, "ciio"),
        (("我们是关键信息基础设施运营者，数据出境要注意什么？",), FEW, "ciio"),
        (("我们自来水公司，去年认定的关键信息基础设施", "你们几点上班"), FEW, "ciio"),
        (("We operate critical infrastructure (a power grid)",), FEW_ENGLISH, "ciio"),
        (("我们不是关键设施", "说错了，我们是关键设施"), FEW, "ciio"),
        (("下面说的都是2023年的事",), MANY, "old-ordinary-many"),
        (("This all happened in 2023",),
         "We sent 150,000 clients' names to Japan. Which route did we need?", "old-ordinary-many"),
        (("2024年1月发的",), "给日本发了一万二千个客户的名字电话，当时要办啥？",
         "old-ordinary-few-2023"),
        (("注册地在临港新片区", "数据也从临港机房出去"), CREW, "zone-shipping-sensitive-contract"),
        (("临港的航运企业，船员的健康信息出境是什么门槛？",),
         "我们就是，今年四万船员体检结果给境外船东，走哪条路？",
         "zone-shipping-sensitive-contract"),
        (("公司注册在临港", "不过数据是从杭州的机房发出去的"), CREW,
         "national-sensitive-assessment"),
        (("我们在浦东自贸区注册，数据也从区内传", "我们是做电影院的"),
         "今年把三百万会员的名字电话给美国公司，得评估吗？", "zone-other-ordinary-assessment"),
    ],
)  # fmt: skip
async def test_what_was_told_first_holds(
    prepared: Prepared, told: tuple[str, ...], text: str, row: str
) -> None:
    """Operator, zone, trade and year, whatever answered the text that told them."""
    heard = await talk(prepared, *told, text)
    assert heard.done.entries == ("table.cross-border-route", row)


@pytest.mark.parametrize(
    ("told", "text", "row"),
    [
        (("关键信息基础设施是什么？我们算吗？",), FEW, "national-ordinary-exempt"),
        (("我有个客户被认定成关键设施，他们很头疼",), FEW, "national-ordinary-exempt"),
        (("我们是关基", "更正一下，我们不是关基"), FEW, "national-ordinary-exempt"),
        (("我们以前是关键设施，后来不是了",), FEW, "national-ordinary-exempt"),
        (("我们是做关键信息基础设施安全测评的",), FEW, "national-ordinary-exempt"),
        (("我们是关键设施",), f"我朋友的公司{FEW}", "national-ordinary-exempt"),
        (("我们的合作伙伴在临港注册，也在临港出境",), CREW, "national-sensitive-assessment"),
        (("我们打算搬到临港",), CREW, "national-sensitive-assessment"),
        (("我们2023年上市的",), MANY, "national-ordinary-contract"),
        (("下面说的都是2023年的事", "好，现在说今年的"), MANY, "national-ordinary-contract"),
        (("下面说的都是2023年的事",), f"今年{MANY}", "national-ordinary-contract"),
    ],
)
async def test_what_states_nothing_of_the_visitor(
    prepared: Prepared, told: tuple[str, ...], text: str, row: str
) -> None:
    """A question, another company, a wish, what was taken back, a year of something else."""
    heard = await talk(prepared, *told, text)
    assert heard.done.entries == ("table.cross-border-route", row)


async def test_a_number_is_of_its_batch(prepared: Prepared) -> None:
    """It lasts for no case but that of which it was told."""
    heard = await talk(prepared, "我们有二十万会员", "我们是关基", FEW)
    assert heard.done.entries[1] == "ciio"


def test_clauses_of_others() -> None:
    """They stay of them until the speaker is named again."""
    told = (Exchange("客户在临港注册，也从临港传。我们在苏州", "answered"),)
    assert facts_of(told, FEW) == ["我们在苏州"]
