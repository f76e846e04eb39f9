"""What says that a visitor goes off with an answer, or that questions will come."""

from __future__ import annotations

import pytest

from dialog.reply.doubting import doubt_of
from dialog.reply.greeting import announces
from dialog.reply.parting import gets_ready, parts
from dialog.reply.plainly import Plain, said_plainly
from dialog.reply.question import Exchange

TOLD = (Exchange("名册能卖吗", "answered", ("entry.rosters",)),)


@pytest.mark.parametrize(
    "text",
    [
        "嗯，我先跟我们领导汇报一下",
        "行，回去和法务讨论讨论再说",
        "好的，我再考虑考虑",
        "那我回公司找财务确认一下，有问题再来找您",
        "我先琢磨琢磨",
        "我们商量一下",
        "明白了，我先回去想想",
        "Alright, let me discuss it with our legal team",
        "Thanks, I'll think about it",
        "I need to check with headquarters first.",
    ],
)
def test_who_goes_to_talk_it_over(text: str) -> None:
    """It asks for nothing, whoever it is talked over with."""
    assert parts(text)
    assert said_plainly(text, TOLD) == Plain("thanks", "called_off")


@pytest.mark.parametrize(
    "text", ["好，我去整理这些资料", "那我回去准备文件了", "Great, we'll get the documents ready"]
)
def test_who_goes_to_do_what_was_told(text: str) -> None:
    """As little."""
    assert gets_ready(text)
    assert said_plainly(text, TOLD) == Plain("thanks", "understood")


@pytest.mark.parametrize(
    "text",
    [
        "我跟领导商量什么",
        "我先准备什么",
        "我要和客户签合同",
        "我们先登记",
        "我去准备出境的材料",
        "那我先准备材料行吗",
        "我跟老板说了要卖名册",
        "我想看看样本",
        "让我们商量价格",
        "I'll ask my lawyer about the contract",
        "Should I talk to my boss first?",
        "We need to prepare a report for export",
    ],
)
def test_what_names_a_matter_is_no_parting(text: str) -> None:
    """It is searched as ever."""
    assert not parts(text)
    assert not gets_ready(text)


@pytest.mark.parametrize(
    "text",
    [
        "您好，我是一名律师，有些问题想咨询您",
        "我想问几个问题",
        "打扰一下，想请教您一个问题",
        "能不能问您几个问题",
        "我们在做一个课题，有几个不懂的地方想请教",
        "还有两个问题想问",
        "Good morning, may I ask a few questions?",
        "I'd like to ask you some questions please",
        "We are a start-up. We have a couple of questions.",
    ],
)
def test_who_announces_questions(text: str) -> None:
    """They are bidden to ask; amid a conversation likewise, without a greeting."""
    assert announces(text)
    assert said_plainly(text, ()) == Plain("greeting")
    assert said_plainly(text, TOLD) == Plain("thanks", "understood")


@pytest.mark.parametrize(
    "text",
    [
        "一部分照片是从别人店里拍来的，有问题吗",
        "我想咨询一下名册的事",
        "想了解数据出境",
        "我有个问题，名册能卖吗",
        "数据有问题",
        "你们的数据有几个问题",
        "材料被退回了，想问一下",
        "名册有什么问题",
        "I have a question about rosters",
        "The data have a few problems",
    ],
)
def test_what_names_the_question_is_asked(text: str) -> None:
    """What is said of it is searched."""
    assert not announces(text)


@pytest.mark.parametrize("text", ["那我同事说错了吧", "所以网上都是瞎说的咯", "那人家骗我的啊"])
def test_who_doubts_what_others_said_hears_the_answer_again(text: str) -> None:
    """It may be the answer or the others: the answer is held to."""
    assert doubt_of(text, TOLD) == text


@pytest.mark.parametrize("text", ["人家骗我怎么办", "中介骗我的钱", "他们说错了地址要改吗"])
def test_what_was_done_by_others_is_no_doubt(text: str) -> None:
    """It tells a matter."""
    assert doubt_of(text, TOLD) == ""
