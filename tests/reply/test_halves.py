"""A half of a question that names no matter of its own is asked of the matter before it."""

from __future__ import annotations

import pytest

from dialog.parts import Prepared
from dialog.reply.behind_parts import meanings
from tests.reply.test_same_case import talk


@pytest.mark.parametrize(
    ("text", "entries"),
    [
        ("德清城数那笔贷款的年利率是多少,哪家银行放的,期限几年", {"gap.loan-terms"}),
        ("交易服务费现在收几个点?一百万的单子你们抽多少,给个准数", {"gap.fees"}),
        ("你们今天成交额是多少，分别多少钱", {"gap.turnover"}),
        ("圆桌上有哪些嘉宾，手机多少", {"entry.roundtable-guests"}),
        ("数商分哪几类，另外挂牌要多久", {"rule.vendor-rules-4", "gap.processing-time"}),
        ("你们几点上班，电话多少", {"gap.hours", "gap.hotline"}),
    ],
)
async def test_an_aspect_is_of_the_matter_before_it(
    prepared: Prepared, text: str, entries: set[str]
) -> None:
    """Before, it led to the validity of a listing, the fees of the exchange, an inspection."""
    heard = await talk(prepared, text)
    assert set(heard.done.entries) == entries
    assert heard.pointers == ()


@pytest.mark.parametrize(
    ("text", "entry"),
    [
        ("挂牌的流程是什么，要多少钱", "gap.fees"),
        ("入驻要什么材料，多久能办下来", "gap.processing-time"),
        ("敏感个人信息要不要单独同意，不做会怎么样", "entry.penalty-pipl"),
    ],
)
async def test_an_aspect_that_has_its_document_is_told(
    prepared: Prepared, text: str, entry: str
) -> None:
    """It names the matter before it, or is asked of the house."""
    assert entry in (await talk(prepared, text)).done.entries


async def test_a_half_beside_one_of_ours_is_not_told_off(prepared: Prepared) -> None:
    """It is not known; what names a thing of another desk still is."""
    for text in (
        "nidts平台接口的限流是每秒多少次?企业token多久过期",
        "国家标准对出法律意见的机构有没有独立性方面的要求?写得不实会怎么样",
        "How many products were rejected in 2025, and what were the top three reasons?",
    ):
        assert "reply.out-of-scope" not in (await talk(prepared, text)).done.entries, text
    both = await talk(prepared, "挂牌要交什么材料？顺便给我写首诗")
    assert any(e.startswith("reply.out-of-scope") for e in both.done.entries)


def test_the_other_way_of_a_whole_question_is_left_out() -> None:
    """It would be held against an answer to the question that is meant."""
    assert meanings("律所也能当吗还是只收科技公司", "") == ("律所也能当吗",)
    assert meanings("算我的还是算你的", "") == ("算我的还是算你的",)
