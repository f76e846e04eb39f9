"""What a conversation told already: a kind known by the goods, an answer inside a longer text, the
consent that a reply named, and a report to the boss."""

from __future__ import annotations

import pytest

from dialog.parts import Prepared
from dialog.reply.consent_of_sale import asks_only_consent
from dialog.reply.reporting import asks_what_to_report
from knowledge.answers.table_replies import asks_anew
from knowledge.answers.told_of import without_told
from tests.reply.test_facts_added import talk

ROUTE = "table.cross-border-route"
ASSESSMENT = ("answered", ROUTE, "national-sensitive-assessment")
MEMBERS = "我们要把40万会员的记录传到瑞士，要评估吗"
STEPS = "数据产品挂牌要走哪些步骤"


@pytest.mark.parametrize(
    "texts",
    [
        ("我们连锁药店想卖购药记录", "有家瑞士药企想要", "一共大概四十万会员"),
        ("药房的买药记录想卖", "德国有家公司想要", "大概二十万个会员"),
    ],
)
async def test_the_goods_tell_that_the_data_are_sensitive(
    prepared: Prepared, texts: tuple[str, ...]
) -> None:
    assert await talk(prepared, *texts) == ASSESSMENT


@pytest.mark.parametrize(
    "text",
    [
        "敏感的呗",
        "能看出谁买了什么药的，当然是敏感的",
        "看得到谁哪天住了哪家酒店，应该算敏感的吧",
        "会员买过哪些药都记着呢，按敏感来吧",
    ],
)
async def test_an_answer_is_heard_inside_a_longer_text(prepared: Prepared, text: str) -> None:
    assert await talk(prepared, MEMBERS, text) == ASSESSMENT


async def test_an_ordinary_kind_is_heard_alike(prepared: Prepared) -> None:
    heard = await talk(prepared, MEMBERS, "里面写着谁买了什么，不过不敏感，普通的")
    assert heard == ("answered", ROUTE, "national-ordinary-contract")


async def test_what_asks_for_the_kind_is_no_answer(prepared: Prepared) -> None:
    assert await talk(prepared, MEMBERS, "什么算敏感的？") == ("clarify", ROUTE)


@pytest.mark.parametrize(
    "text", ["谁来判断", "能看出谁买了什么吗", "我想知道什么时候批", "can you tell which it is"]
)
def test_real_questions_keep_their_words(text: str) -> None:
    assert without_told(text) == text


def test_a_question_for_what_counts_is_one() -> None:
    assert asks_anew("什么样的才算敏感")
    assert not asks_anew("写着谁买了什么,是敏感的")


@pytest.mark.parametrize(
    ("first", "text"),
    [
        ("汽修店的客户维修记录能卖吗", "每个客户都要点同意吗"),
        ("汽修店的客户维修记录能卖吗", "要不要客户一个个点同意？"),
        ("Can we sell our customers' repair records?", "Must every customer agree one by one?"),
    ],
)
async def test_consent_behind_separate_consent_is_that(
    prepared: Prepared, first: str, text: str
) -> None:
    assert await talk(prepared, first, text) == ("answered", "entry.separate-consent")


@pytest.mark.parametrize("text", ["他们都要签字吗", "合同要签字吗", "要点什么", "逐个打电话行吗"])
def test_other_signatures_are_no_consent(text: str) -> None:
    assert not asks_only_consent(text)


@pytest.mark.parametrize(
    "text",
    [
        "好吧，那我回去跟老板汇报，第一步该说啥",
        "明天要给领导汇报，先讲什么好",
        "I have to report to my boss. What should I say first?",
    ],
)
async def test_a_report_begins_with_where_to_start(prepared: Prepared, text: str) -> None:
    """Who had heard the steps of a listing got the first of them again."""
    first = "What are the steps to list a product?" if text.isascii() else STEPS
    assert await talk(prepared, first, text) == ("answered", "entry.trade-where-to-start")


@pytest.mark.parametrize(
    "text",
    ["第一步要给老板签字吗", "先跟老板汇报挂牌要多少钱", "第一步做什么", "合规评估报告先写什么"],
)
def test_other_first_steps_are_no_report(text: str) -> None:
    assert not asks_what_to_report(text)
