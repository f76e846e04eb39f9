"""What was told, told again in few sentences; and what recalls what was said."""

from __future__ import annotations

from datetime import date

import pytest

from avatar.sentences import split
from dialog.hearing import Heard, listen
from dialog.parts import Prepared
from dialog.reply.doubting import recalls
from dialog.reply.question import Exchange
from dialog.reply.summing_up import sum_wish
from dialog.reply.turn import Models, Replier
from tests.reply.test_same_case import talk

TODAY = date(2026, 11, 22)
ROUTE = "table.cross-border-route"
RULED = Exchange(
    "30万人的普通个人信息要传给国外总部，怎么办", "answered", (ROUTE, "national-ordinary-contract")
)
LISTING = Exchange("数据产品怎么挂牌", "answered", ("procedure.list-product",))
FEES = Exchange("入驻要交多少钱", "unknown", ("gap.fees",))
NOT_KNOWN = Exchange("数据产品的展台要几米宽", "unknown")


async def hear(prepared: Prepared, text: str, *before: Exchange) -> Heard:
    """A whole turn over the shipped pack."""
    replier = Replier(lambda: prepared.library.snapshot, Models())
    return await listen(replier, text, before, TODAY)


@pytest.mark.parametrize(
    "text",
    [
        "四句话说清楚",
        "就一句话",
        "你用两句话讲给领导听",
        "概括成三点",
        "2分钟给我讲明白",
        "小结一下",
        "sum this up in 2 sentences",
        "in one line, please",
        "你刚刚不是讲要选一样吗",
        "You said we must choose the standard contract, didn't you?",
    ],
)
async def test_a_ruling_stands_whatever_is_counted(prepared: Prepared, text: str) -> None:
    """A number of sentences is no number of people, and who recalls a ruling hears it again."""
    heard = await hear(prepared, text, RULED)
    assert heard.done.entries == RULED.entries
    assert "在标准合同和认证里选一样" in heard.text or "standard contract" in heard.text


@pytest.mark.parametrize(("text", "most"), [("只用一句话", 1), ("Say it in one sentence", 1)])
async def test_no_more_is_told_than_was_wished(prepared: Prepared, text: str, most: int) -> None:
    """Around it stand only that it is the gist, and that the rest was told before."""
    whole = await hear(prepared, RULED.question)
    heard = await hear(prepared, text, RULED)
    assert len(split(heard.text)) <= most + 4 < len(split(whole.text))


async def test_steps_are_told_by_name_and_none_is_missing(prepared: Prepared) -> None:
    """Half a list would be a wrong one."""
    heard = await hear(prepared, "三句话，我好跟领导汇报", LISTING)
    assert heard.done.entries == LISTING.entries
    assert "1. 完成入驻" in heard.text
    assert "挂牌上架" in heard.text
    assert "由供方负责" not in heard.text


async def test_what_is_not_known_is_said_briefly(prepared: Prepared) -> None:
    """Without anything that may be another matter; a known gap tells what to do."""
    heard = await hear(prepared, "两句话总结", NOT_KNOWN)
    assert heard.done.outcome == "unknown"
    assert "我不知道" in heard.text
    assert "可能相关" not in heard.text
    gap = await hear(prepared, "两句话总结", FEES)
    assert gap.done.entries == FEES.entries
    assert "请向交易所工作人员索要" in gap.text


async def test_a_wish_around_a_question_answers_that(prepared: Prepared) -> None:
    """Whatever was told before."""
    heard = await hear(prepared, "用三句话概括一下怎么挂牌", RULED)
    assert heard.done.entries[0] == "procedure.list-product"


async def test_nothing_told_is_asked_for(prepared: Prepared) -> None:
    """There is nothing to sum up yet."""
    assert (await hear(prepared, "两句话总结下")).done.outcome == "clarify"


@pytest.mark.parametrize(
    ("text", "sentences", "rest"),
    [
        ("两句话讲讲数商的作用", 2, "数商的作用"),
        ("登记证书有什么用，一句话", 1, "登记证书有什么用"),
        ("In two sentences: what is a data product?", 2, "what is a data product?"),
    ],
)
def test_a_wish_may_stand_around_a_question(text: str, sentences: int, rest: str) -> None:
    """In front of it, or behind it."""
    wish = sum_wish(text)
    assert wish is not None
    assert (wish.sentences, wish.rest) == (sentences, rest)


@pytest.mark.parametrize(
    "text",
    [
        "三点半下班吗",
        "10分钟够吗",
        "这句话什么意思",
        "总结报告要交几份",
        "我就说一句",
        "我还有两点不明白",
        "有几句话想说",
        "3 points are unclear",
        "what are the five steps",
        "we have two lines of business",
    ],
)
def test_what_wishes_no_summary(text: str) -> None:
    """Times, papers, and what somebody has to say themselves."""
    assert sum_wish(text) is None


@pytest.mark.parametrize(
    ("text", "recalled"),
    [
        ("您前面不是说过要备案的吗", True),
        ("明明说要做评估", True),
        ("But didn't you say it was exempt?", True),
        ("你刚才说的备案去哪里办", False),
        ("你不是说不用申报吗", True),
        ("didn't you just say I need their consent?", True),
        ("不是说数据都要进场吗", False),
        ("你不是机器人吗", False),
        ("你刚才不是说了怎么备案吗", False),
    ],
)
def test_who_recalls_what_was_said(text: str, recalled: bool) -> None:
    """Who asks on about what was said does not."""
    assert recalls(text) == recalled


@pytest.mark.parametrize(
    ("turns", "begins", "holds"),
    [
        # Told before two other matters, with its condition.
        (
            ("客户的消费记录能卖吗", "挂牌要交什么材料", "你刚才不是说去掉姓名电话就可以吗"),
            "前面说到这一点的原话",
            "认不出人",
        ),
        (("挂牌要多久", "你刚才不是说三天吗"), "前面没有说过“3天”", "工作日"),
        (("挂牌要交什么材料", "你刚才不是说要交营业执照吗"), "这一点前面没有说过", "权益声明"),
        # What is told in other words is not said to be untold.
        (("客户的消费记录能卖吗", "你刚才不是说不行吗"), "前面的原话", "单独同意"),
        (("数据出境要办什么手续", "你不是说不用申报吗"), "前面还没有下结论", "哪种"),
    ],
)
async def test_what_is_recalled_is_held_against_what_was_said(
    prepared: Prepared, turns: tuple[str, ...], begins: str, holds: str
) -> None:
    """It is no dispute: no error is to be reported."""
    heard = await talk(prepared, *turns)
    assert heard.text.startswith(begins)
    assert holds in heard.text
    assert "反馈或举报" not in heard.text
