"""A message that holds several things is answered by what the conversation is about."""

from __future__ import annotations

import pytest

from dialog.parts import Prepared
from dialog.reply.assent import acknowledged
from dialog.reply.clipped import in_full
from dialog.reply.question import Exchange
from tests.reply.test_standing_matter import talk


@pytest.mark.parametrize(
    ("turns", "told", "pointed"),
    [
        (
            (
                "数据资产怎么入表，算无形资产还是存货",
                "嗯对的，入表以后税怎么交，还有要不要请人审计",
            ),
            ("gap.data-tax",),
            "数据入表以后要不要财务审计",
        ),
        (
            ("会计师说数据可以入表", "审计那边要单独出一份报告吗？另外能少交税吗"),
            ("gap.data-tax",),
            "入表",
        ),
        (
            ("用爬虫抓数据违法吗", "没绕登录。那挂牌还缺什么？另外公司两个人够不够格"),
            ("procedure.list-product", "gap.capital"),
            "",
        ),
        (
            ("想卖充电桩数据要做什么", "没有车牌，也不是重要数据。那合规评估由谁来做，要多少钱"),
            ("entry.compliance-report-who", "gap.third-party-prices"),
            "",
        ),
    ],
)
async def test_each_part_leads_to_the_matter(
    prepared: Prepared, turns: tuple[str, ...], told: tuple[str, ...], pointed: str
) -> None:
    """What is told, and what is pointed to, is of the matter that was spoken of."""
    heard = await talk(prepared, *turns)
    assert set(told) <= set(heard.done.entries)
    named = (*heard.pointers, heard.text)
    assert not pointed or any(pointed in text for text in named)


async def test_no_question_is_dropped_where_nothing_is_known(prepared: Prepared) -> None:
    """Both are named, and nothing that supposes a case of which nobody spoke comes first."""
    heard = await talk(
        prepared,
        "体检中心把我妈的体检结果泄露给卖保健品的了",
        "体检中心可以不经她同意把结果给别的公司吗？还有能让他们删掉吗",
    )
    assert "可以不经她同意" in heard.text
    assert "能让他们删掉吗" in heard.text
    assert "最接近的是“离职了" not in heard.text


@pytest.mark.parametrize(
    "turns",
    [
        (
            "Can a foreign fund buy data on the exchange?",
            "If it sets up a company here, is that one domestic, and can it send data to Paris?",
        ),
        ("买来的数据可以给子公司用吗", "合同里没写呢，要紧吗？另外能转给合作社吗"),
    ],
)
async def test_no_part_of_a_talk_in_matter_is_foreign(
    prepared: Prepared, turns: tuple[str, ...]
) -> None:
    """Nor a wish for a person."""
    heard = await talk(prepared, *turns)
    assert "reply.out-of-scope" not in heard.done.entries
    assert heard.done.outcome != "handoff"


async def test_a_bidding_stays_foreign(prepared: Prepared) -> None:
    """In the middle of a talk, too."""
    heard = await talk(prepared, "挂牌要交什么材料", "对。顺便给我写首诗，另外几天能批")
    assert any(e.startswith("reply.out-of-scope") for e in heard.done.entries)
    assert "gap.processing-time" in heard.done.entries


async def test_questions_beside_a_case_are_answered(prepared: Prepared) -> None:
    """None is dropped, whether or not the table must still know more."""
    heard = await talk(
        prepared,
        "我是快递公司的，想卖面单统计数据，能挂牌吗",
        "收件人电话都抹掉了。那还要不要做影响评估，合规报告谁来出？",
    )
    assert "关于“那还要不要做影响评估”：" in heard.text
    assert "关于“合规报告谁来出”：" in heard.text
    assert "entry.compliance-report-who" in heard.done.entries


async def test_a_yes_takes_what_was_asked_back_at_a_part(prepared: Prepared) -> None:
    """As it was found behind the talk."""
    told = ("数据资产怎么入表，算无形资产还是存货？",)
    told = (*told, "那税务上能加计扣除吗，另外减值测试多久做一次")
    before = await talk(prepared, *told)
    nearest = prepared.library.snapshot.exact(before.pointers[0].partition("（")[0])
    assert nearest is not None
    heard = await talk(prepared, *told, "是")
    assert heard.done.entries == (nearest.id,)


@pytest.mark.parametrize(
    "text", ["是。顺便问句，你是真人吗", "对了，你到底是人还是机器", "By the way, are you a robot?"]
)
async def test_whether_it_is_a_person_is_said_at_once(prepared: Prepared, text: str) -> None:
    """Whatever leads over to it."""
    heard = await talk(prepared, "挂牌要交什么材料", text)
    assert heard.done.entries == ("entry.assistant-who",)


BEFORE = (Exchange("数据资产可以入表吗，要先登记吗", "answered", ("entry.a",)),)


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("那停车数据能入吗", "那停车数据能入表吗"),
        ("门禁记录也要登吗", "门禁记录也要登记吗"),
        ("停车数据能卖吗", "停车数据能卖吗"),
        ("这个能用吗", "这个能用吗"),
        ("合同要备吗", "合同要备吗"),
    ],
)
def test_a_deed_named_before_is_named_whole(text: str, whole: str) -> None:
    """One that was not named before is left as it is."""
    assert in_full(text, BEFORE) == whole


@pytest.mark.parametrize(
    ("text", "left", "outcome"),
    [
        ("是。那停车数据能入吗", "那停车数据能入吗", "answered"),
        ("对的，谁来办呢", "谁来办呢", "partial"),
        ("是，那谁来办呢", "是，那谁来办呢", "unknown"),
        ("是，我们有两辆车", "是，我们有两辆车", "answered"),
        ("是不是要备案", "是不是要备案", "answered"),
    ],
)
def test_a_yes_to_an_answer_only_acknowledges(text: str, left: str, outcome: str) -> None:
    """What was asked back may be taken by it."""
    exchanges = (Exchange("怎么登记", outcome, ("entry.a",)),)  # type: ignore[arg-type]
    assert acknowledged(text, exchanges) == left
