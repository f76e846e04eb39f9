"""A foreign court that asks for data stored here is no case for a table of the ways abroad."""

from __future__ import annotations

import pytest

from dialog.parts import Prepared
from dialog.reply.foreign_courts import FOREIGN_COURT, court_wording
from knowledge.text import normalise
from tests.reply.test_same_case import talk


@pytest.mark.parametrize(
    "text",
    [
        "美国法院发函来要我们服务器上的客户记录，老板说赶紧给，我拦住了，我拦得对不对？",
        "德国警方让我们交出上海服务器的日志，给不给",
        "新加坡监管来函调取用户资料，能直接给吗",
        "母公司在美国打官司，证据开示要中国子公司的邮件，怎么办",
        "境外执法机构要我们的数据",
        "A US court has served discovery on our client's plant. Can they export the logs?",
        "We got a subpoena from New York for emails stored in Shanghai. Do we comply?",
    ],
)
def test_a_demand_from_abroad(text: str) -> None:
    """Whatever kind of data it is for."""
    assert court_wording(normalise(text)) == FOREIGN_COURT


@pytest.mark.parametrize(
    "text",
    [
        "美国总部要我们员工的数据，要走什么手续",
        "香港法院要我们的记录，能给吗",
        "外国法院的判例数据能挂牌吗",
        "公安来调取数据要配合吗",
        "Does the US CLOUD Act let American courts order Shanghai firms to hand over data?",
        "批准向外国法院提供数据的主管机关，在上海是哪个处室受理、几天批？",
        "给了外国法院数据罚多少",
        "我们把5万客户的姓名电话传给美国总部，要做安全评估吗",
        "中国法院要我们交数据，美国总部不同意",
        "Our US parent wants the customer records. Which route do we take?",
    ],
)
def test_what_is_no_such_demand(text: str) -> None:
    """Another company, an authority of China, or what a breach costs."""
    assert court_wording(normalise(text)) == ""


async def test_both_halves_are_told(prepared: Prepared) -> None:
    """Whether it may be given, and what it costs to have given."""
    heard = await talk(prepared, "美国法院发函来要客户记录，我拦住了，拦得对不对？擅自给了罚多少")
    assert heard.done.outcome == "answered"
    assert "entry.cross-foreign-court" in heard.done.entries
    assert any("48" in e or "penalty" in e for e in heard.done.entries)
