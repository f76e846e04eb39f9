"""Whether a record may be destroyed by now is said first, counted from the day that is told."""

from __future__ import annotations

import pytest

from dialog.hearing import listen
from dialog.parts import Prepared
from dialog.reply.question import Exchange
from tests.reply.test_compose import DAY

KEPT = "table.retention"


@pytest.mark.parametrize(
    ("text", "row", "said"),
    [
        ("2022年5月做的影响评估报告，可以销毁了吗", "impact-report", "可以。"),
        ("2025年5月做的影响评估报告，现在能销毁吗", "impact-report", "要存到2028年5月31日"),
        ("影响评估报告可以销毁了吗", "impact-report", "没满下面的年限就不能"),
        ("网络日志是2026年8月的，能删了吗", "network-log", "还不能。"),
        ("2023年的影响评估报告可以销毁了吗", "impact-report", "要看具体是哪一天"),
        (
            "The impact assessment report is from May 2022. May we destroy it now?",
            "impact-report",
            "Yes:",
        ),
    ],
)
async def test_yes_or_not_yet(text: str, row: str, said: str, prepared: Prepared) -> None:
    """Only how long it is kept was told, or nothing was known."""
    heard = await listen(prepared.turn, text, (), DAY)
    assert heard.done.entries == (KEPT, row)
    assert heard.text.startswith(said) or said in heard.text


async def test_the_record_was_told_before(prepared: Prepared) -> None:
    """The text that asks names none."""
    told = (
        Exchange("我们卖数据的交易记录要留多久", "answered", ("entry.record-keeping",)),
        Exchange("2022年5月的", "unknown", ()),
    )
    heard = await listen(prepared.turn, "可以销毁了吗", told, DAY)
    assert heard.done.entries == (KEPT, "trade-record")
    assert heard.text.startswith("可以。")


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("名单是花钱从宏达公司买的，业主不知道，匿名化了能卖吗", "illegal-source"),
        ("业主名单是跟装修公司私下买的，匿名化以后可以卖吗", "illegal-source"),
        ("我们从链家买了一份业主名单，匿名化以后能卖吗", "company-none"),
        ("从宏达公司买的会员名单，宏达书面授权我们转卖，匿名化以后能卖吗", "company-authorised"),
        ("我们从宏达公司买来了设备，自己会员的名单匿名化以后能卖吗", "personal-anonymised"),
        (
            (
                "We bought the customer list from a company called Hongda without the customers'"
                " consent. Anonymised, may we sell it?"
            ),
            "illegal-source",
        ),
    ],
)
async def test_a_bought_list_is_not_made_clean(text: str, row: str, prepared: Prepared) -> None:
    """It was told that it may be sold once it is anonymised."""
    heard = await listen(prepared.turn, text, (), DAY)
    assert heard.done.entries[:2] == ("table.forbidden-data", row)


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("啤酒厂的设备温度数据卖给德国一家公司，没有个人信息，要哪些评估", "none-outbound"),
        ("会员的病历卖给日本公司在上海的子公司，要哪些评估和同意", "sensitive"),
        ("孩子的姓名电话有监护人同意，卖给韩国的出版社，要哪些评估和同意", "minors-outbound"),
    ],
)
async def test_sold_to_a_place_abroad(text: str, row: str, prepared: Prepared) -> None:
    """It was taken for granted that nothing goes abroad."""
    heard = await listen(prepared.turn, text, (), DAY)
    assert heard.done.entries == ("table.product-assessments", row)
