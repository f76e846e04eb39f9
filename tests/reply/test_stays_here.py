"""Data that stay in the country need none of what sending them abroad needs."""

from __future__ import annotations

import pytest

from dialog.hearing import listen
from dialog.parts import Prepared
from dialog.reply.question import Exchange
from dialog.reply.stays_here import VIEWED, puts_right, stays_wording, viewed_wording
from knowledge.text import normalise
from tests.reply.test_compose import DAY
from tests.reply.test_same_case import talk

ABROAD = "我们要把三万客户的姓名电话和身份证照片传给法国总部，非关基，要办什么手续"
IMPORTANT = "我们要把被告知是重要数据的地块数据传给法国总部，非关基，要办什么手续"
IN_ENGLISH = "We send health data of 3,000 patients to France, not CII. What do we need?"


@pytest.mark.parametrize(
    ("first", "text"),
    [
        (ABROAD, "只给国内的兄弟公司用，不出境了，还要签标准合同吗？"),
        (IMPORTANT, "要是不出境，卖给国内一家咨询公司呢，卖之前要做什么评估"),
        (IN_ENGLISH, "Nothing leaves China any more. Do we still need the contract?"),
    ],
)
async def test_behind_a_ruling_on_what_goes_abroad(
    prepared: Prepared, first: str, text: str
) -> None:
    """The ruling was told again as if the data still left."""
    told = await listen(prepared.turn, first, (), DAY)
    before = Exchange(first, told.done.outcome, told.done.entries)
    heard = await listen(prepared.turn, text, (before,), DAY)
    assert heard.done.entries == ("entry.stays-in-country",)


@pytest.mark.parametrize(
    "text",
    [
        "我们要把三万客户的姓名传给德国总部，要签标准合同吗",
        "数据存在国内，但新加坡同事能远程看，要做评估吗",
        "孩子位置数据不出境还用评估吗",
        "不出境的数据产品挂牌要做合规评估吗",
        "这算不算不出境，要做影响评估吗",
        "存在国内的数据能卖吗",
    ],
)
def test_what_leaves_or_asks_of_something_else_is_told_as_before(text: str) -> None:
    """Looked at from abroad it leaves; other assessments are other matters."""
    assert stays_wording(normalise(text)) == ""


@pytest.mark.parametrize(
    "text",
    [
        "We only want to look at the data on a screen in Oslo — do we need permission?",
        "viewing only from Oslo, no copies, do we need approval",
        "伦敦的同事只在屏幕上看，不下载，要审批吗",
        "只在国外看一眼不下载算不算出境",
    ],
)
def test_who_only_looks_from_abroad_has_them_abroad(text: str) -> None:
    assert viewed_wording(normalise(text)) == VIEWED


@pytest.mark.parametrize(
    "text",
    [
        "就看看能不能传到德国",
        "我们只是想在屏幕上看看数据，要不要批",
        "3万客户的姓名，德国同事只看不下载，要办手续吗",
        "can I just see what data you have from Japan",
        "we only sell data to Norway, do we need a licence",
    ],
)
def test_other_looks_are_none(text: str) -> None:
    """At home, of a case with its numbers, or at what is on offer."""
    assert viewed_wording(normalise(text)) == ""


TO_SINGAPORE = "我们要把20万用户的手机号传到新加坡的服务器上"


@pytest.mark.parametrize(
    ("first", "then"),
    [
        ("我们要把员工8000人的工资发给法国总部，要办什么", "不是法国总部，是上海总部"),
        (TO_SINGAPORE, "说错了，服务器在国内"),
        (TO_SINGAPORE, "其实不出境，数据留在国内"),
        (TO_SINGAPORE, "哦，搞错了，接收方在深圳"),
        ("我们想把3万客户信息传给东京总部", "不对，是传给北京总部，不是东京"),
        ("We want to send 200,000 users' phone numbers to a server in Singapore",
         "sorry, the server is in Shanghai, not Singapore"),
        ("We send 20,000 patients' records to our Berlin office. What do we need?",
         "No wait, it's our Beijing office, not Berlin"),
    ],
)  # fmt: skip
async def test_who_puts_right_that_nothing_goes_abroad(
    prepared: Prepared, first: str, then: str
) -> None:
    """It was taken for another case of data sent abroad, or for nothing that is known."""
    heard = await talk(prepared, first, then)
    assert heard.done.entries == ("entry.stays-in-country",)


@pytest.mark.parametrize(
    "text",
    [
        "不是法国总部，是德国总部",
        "不是上海总部发，是北京分公司发",
        "服务器在国内，但新加坡的同事能看",
        "我们公司在上海，不是在法国",
        "说错了，是传到香港",
        "服务器在国内吗",
        "数据是从上海发的",
    ],
)
def test_another_place_abroad_or_of_the_sender_is_none_at_home(text: str) -> None:
    assert not puts_right(normalise(text))


@pytest.mark.parametrize("then", ["不过数据是从北京的机房出去的", "其实服务器不在临港，在苏州"])
async def test_in_the_zone_another_place_is_that_of_sending(prepared: Prepared, then: str) -> None:
    first = "我们注册在临港，做再保险的，要传30万人的姓名电话出境"
    heard = await talk(prepared, first, then)
    assert heard.done.entries == ("table.cross-border-route", "national-ordinary-contract")
