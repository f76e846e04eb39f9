"""A ruling is said again in one sentence after other matters."""

from __future__ import annotations

import pytest

from dialog.parts import Prepared
from dialog.phrases import phrase
from dialog.reply.question import Exchange
from dialog.reply.recalled import as_recalled, recalled
from tests.reply.test_same_case import talk

ROUTE = "table.cross-border-route"
AIRLINE = "我们是航空公司，要把四万旅客的姓名电话传给新加坡的酒店，要不要报"
PHONES = "Can we sell our customers' phone numbers?"
TOLD = (
    Exchange(AIRLINE, "answered", (ROUTE, "national-ordinary-exempt")),
    Exchange("个人卖数据要交税吗", "unknown", ("gap.tax",)),
)
SALE = (
    Exchange(PHONES, "answered", ("entry.personal-data-sale",)),
    Exchange("what are the fees", "unknown", ("gap.fees",)),
)


@pytest.mark.parametrize(
    ("text", "exchanges"),
    [
        ("刚才那四万旅客到底要不要报", TOLD),
        ("一句话，旅客那批要报还是不报，要还是不要", TOLD),
        ("所以旅客的姓名电话用不用申报", TOLD),
        ("so the phone numbers: yes or no?", SALE),
        ("just to be sure, the phone numbers, can we or can't we?", SALE),
        ("remind me, can we sell the customers' phone numbers or not?", SALE),
    ],
)
def test_what_was_settled_is_meant_again(text: str, exchanges: tuple[Exchange, ...]) -> None:
    """By what it names, whatever came between."""
    found = recalled(text, exchanges)
    assert found is not None
    assert found.exchange == exchanges[0]
    assert found.before == ()


@pytest.mark.parametrize(
    ("text", "exchanges"),
    [
        ("刚才那六万旅客到底要不要报", TOLD),
        ("那旅客的数据到底能不能卖", TOLD),
        ("刚才那四万旅客要是带护照号到底要不要报", TOLD),
        ("所以停车数据到底要不要报", TOLD),
        ("那旅客的呢", TOLD),
        ("so the addresses: yes or no?", SALE),
        ("so can we send the phone numbers abroad or not?", SALE),
        ("so what if they agree, yes or no?", SALE),
        ("所以到底能不能卖", ()),
    ],
)
def test_a_new_case_is_none(text: str, exchanges: tuple[Exchange, ...]) -> None:
    """Another number, another deed, another thing."""
    assert recalled(text, exchanges) is None


def test_what_a_pronoun_stood_for_may_be_named() -> None:
    """What another question told is no name for it."""
    told = (
        Exchange("We want to buy milk prices", "unknown"),
        Exchange("And can we take them home to Ireland after?", "answered", ("entry.one",)),
        Exchange("what are the fees", "unknown", ("gap.fees",)),
    )
    found = recalled("so in one sentence, can we take the prices home or not?", told)
    assert found is not None
    assert found.exchange == told[1]
    sold = (SALE[0], Exchange("can we send their addresses?", "answered", ("entry.two",)))
    assert recalled("so the customers' addresses, can we sell them or not?", sold) is None


def test_what_came_back_is_the_last_again() -> None:
    """So that who goes on, goes on with it."""
    back = Exchange("刚才那四万旅客到底要不要报", "answered", (ROUTE, "national-ordinary-exempt"))
    assert as_recalled((*TOLD, back)) == TOLD[:1]


async def test_it_is_told_in_one_sentence_with_its_condition(prepared: Prepared) -> None:
    """Under the question that it answers, without the duties."""
    heard = await talk(prepared, AIRLINE, "挂牌要交哪些材料", "刚才那四万旅客到底要不要报")
    assert heard.done.entries == (ROUTE, "national-ordinary-exempt")
    assert heard.text.startswith("您前面问的“我们是航空公司")
    assert "三项手续免了" not in heard.text
    assert "情况不同，结论会变" in heard.text
    assert heard.text.rstrip().endswith(phrase("plainer_rest", "zh")) or "供参考" in heard.text
    on = await talk(
        prepared, AIRLINE, "挂牌要交哪些材料", "刚才那四万旅客到底要不要报", "那要是四十万人呢"
    )
    assert on.done.entries == (ROUTE, "national-ordinary-contract")


async def test_what_is_still_open_is_asked_again(prepared: Prepared) -> None:
    """Nothing is settled that was not."""
    members = "我们想把5万会员信息传给日本总部，要申报吗"
    heard = await talk(prepared, members, "入驻要什么条件", "那会员那个，要还是不要？")
    assert heard.done.outcome == "clarify"
    assert heard.done.entries == (ROUTE,)
