"""What a question means after the ones before it: corrections, pronouns, ellipses, new matters."""

from __future__ import annotations

import pytest

from dialog.messages import Outcome
from dialog.reply.context import (
    asked_as,
    elliptic,
    full_questions,
    goes_on,
    leans,
    leaves_undone,
    nameless,
    on_a_matter,
    role_of,
    said,
    topic_of,
)
from dialog.reply.question import Exchange
from knowledge.text import normalise


def after(*questions: str, outcome: Outcome = "answered") -> tuple[Exchange, ...]:
    return tuple(Exchange(q, outcome) for q in questions)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("不对，我是说会员名册", "会员名册"),
        ("我刚才说错了，应该是四万人", "四万人"),
        ("哦，错了，其实是特殊的", "特殊的"),
        ("No, I meant the member list", "the member list"),
    ],
)
def test_a_correction_in_front_is_taken_off(text: str, meant: str) -> None:
    """What is meant stands behind it; the text is known to take back what was said."""
    assert (said(text).text, said(text).corrects) == (meant, True)


@pytest.mark.parametrize(
    "text", ["不是会员也能买吗", "不对", "错了怎么改", "不需要评估吧", "No idea"]
)
def test_words_that_only_look_like_a_correction_stay(text: str) -> None:
    """A denial that belongs to the question is left in it."""
    assert said(text).text == text
    assert not said(text).corrects


def test_a_new_matter_is_announced() -> None:
    """换个问题 opens another matter; a plain 行 or 好 does not."""
    assert said("好，换个问题，名册留几年").turns
    assert said("好，换个问题，名册留几年").text == "名册留几年"
    assert not said("行，那名册留几年").turns


@pytest.mark.parametrize(
    ("before", "text", "meant"),
    [
        ("会员名册要保存多久", "收据呢", "收据要保存多久"),
        ("什么是会员名册", "那往来账呢", "什么是往来账"),
        ("租来的设备怎么记账", "自己买的呢", "自己买的设备怎么记账"),
        ("什么是会员名册", "保管它要满足什么条件", "保管会员名册要满足什么条件"),
        ("会员名册要保存多久", "卖给别人也要登记吗", "会员名册卖给别人也要登记吗"),
        ("示例所有多少会员", "现在呢", "现在示例所有多少会员"),
        (
            "How do I join the sample exchange?",
            "Which papers do I need for that?",
            "Which papers do I need to join the sample exchange?",
        ),
    ],
)
def test_an_ellipsis_is_made_whole(before: str, text: str, meant: str) -> None:
    """Another thing takes the subject's place, a pronoun means it, and what has none gets it."""
    assert leans(text, after(before))
    assert meant in full_questions(text, after(before))


def test_ellipses_follow_one_another() -> None:
    """The second 呢 still asks what the first one asked."""
    chain = after("会员名册要保存多久", "收据呢")
    assert "往来账要保存多久" in full_questions("往来账呢", chain)


def test_the_matter_is_what_was_last_named() -> None:
    """Questions without an object, pronouns and small talk name none."""
    chain = (*after("会员名册要保存多久", "它丢了怎么办"), Exchange("谢谢", "smalltalk"))
    assert topic_of(chain) == "会员名册"
    assert topic_of(()) == ""


def test_nothing_is_leant_on_at_the_beginning() -> None:
    """Without a conversation no text is an ellipsis."""
    assert not leans("收据呢", ())
    assert full_questions("收据呢", ()) == ()


def test_a_person_in_need_is_no_matter_of_the_desk() -> None:
    """After small talk or a hand-over to a person, a pronoun speaks for nothing."""
    assert elliptic("我能把它结束吗", after("我很难过", outcome="handoff"))
    assert not on_a_matter("我能把它结束吗", after("我很难过", outcome="handoff"))
    assert on_a_matter("我能把它改掉吗", after("会员名册要保存多久"))


@pytest.mark.parametrize(
    "text", ["不贴会怎样", "没办的话有什么后果", "要是不报会罚多少", "What if we don't file it?"]
)
def test_what_is_left_undone_was_named_before(text: str) -> None:
    """It goes on with a matter of the desk, and with nothing else."""
    assert goes_on(text, after("会员怎么登记"))
    assert not goes_on(text, after("我很难过", outcome="handoff"))
    assert not goes_on(text, ())


@pytest.mark.parametrize(
    ("text", "undone"),
    [
        ("What if we don't register?", True),
        ("If we didn't keep the log, what happens?", True),
        ("And if we don't file it, is there a fine?", True),
        ("要是不登记会罚吗", True),
        ("If we can't come ourselves, may a lawyer sign for us?", False),
        ("And if we don't have an office there, who can apply for us?", False),
    ],
)
def test_another_way_is_no_breach(text: str, undone: bool) -> None:
    """Who cannot do a thing and asks what may be done instead leaves nothing undone."""
    assert leaves_undone(normalise(said(text).text)) is undone


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("谢谢，那罚款呢", "那罚款呢"),
        ("好的多谢啦！名册留几年", "名册留几年"),
        ("Thanks, what about the fee?", "what about the fee?"),
        ("谢谢，再见", "谢谢,再见"),
        ("谢谢老师", "谢谢老师"),
    ],
)
def test_thanks_in_front_of_a_question_are_taken_off(text: str, left: str) -> None:
    """Thanks alone, or with a farewell, are said back to."""
    assert said(text).text == left


@pytest.mark.parametrize("text", ["有效期几年", "那材料呢", "找谁问", "要交多少钱"])
def test_a_side_alone_names_nothing(text: str) -> None:
    """It may be asked of any matter, so it belongs to the one spoken of."""
    assert nameless(text)


@pytest.mark.parametrize("text", ["名册有效期几年", "你会什么", "你们怎么收费"])
def test_what_names_a_thing_or_the_desk_means_that(text: str) -> None:
    """The desk is asked of itself at any time."""
    assert not nameless(text)


def test_a_side_is_asked_of_the_matter_and_not_of_the_side_before() -> None:
    """A question that lacks its object takes it from further back."""
    chain = after("会员名册要保存多久", "那有效期几年")
    assert full_questions("找谁问", chain)[0] == "会员名册找谁问"
    assert all("会员名册" in f for f in full_questions("找谁问", chain))
    assert "收据有效期几年" in full_questions("收据呢", chain)


@pytest.mark.parametrize("when", ["前年", "四年前", "去年9月", "2022年3月到8月", "上个月"])
def test_another_time_stands_in_front_of_the_question_before(when: str) -> None:
    """It takes the place of no thing."""
    assert full_questions(f"那{when}呢？", after("会员名册要保存多久"))[0].startswith(when)
    assert "保存多久" in full_questions(f"那{when}呢？", after("会员名册要保存多久"))[0]


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("我是买方", "买方"),
        ("我们其实是供应商这边的", "供应商"),
        ("we are the buyer", "buyer"),
        ("我是小王", ""),
        ("我是买方要交什么", ""),
    ],
)
def test_a_visitor_tells_the_own_part_in_a_trade(text: str, role: str) -> None:
    """Only what says nothing else."""
    assert role_of(text) == role


def test_the_last_question_is_asked_for_the_other_side() -> None:
    """The other part stands in the place of the first, else in front."""
    assert asked_as("买方", after("卖方要签什么")) == ("买方要签什么",)
    assert asked_as("买方", after("合同要签什么"))[0] == "买方合同要签什么"
    assert asked_as("买方", ()) == ()


@pytest.mark.parametrize(
    "text",
    [
        *("多久之内要报", "最晚什么时候", "报给谁", "要写啥", "几小时内报", "谁去报"),
        *("and how long it take", "how long need", "how soon", "who do i tell", "what paper need"),
    ],
)
def test_a_scrap_without_a_subject_goes_on_with_the_matter(text: str) -> None:
    """However broken its words: it is never foreign to the desk."""
    assert goes_on(text, after("名册泄露了怎么办"))
    assert nameless(text)


@pytest.mark.parametrize("text", ["明天下雨吗", "股票怎么买", "tell me a joke"])
def test_another_thing_is_no_scrap(text: str) -> None:
    assert not nameless(text)


@pytest.mark.parametrize(
    ("text", "leaning"),
    [
        ("Is it necessary to keep the log of every visitor?", False),
        ("Is it need approval if we hand 300 rolls to a partner?", False),
        ("Is it allowed?", True),
        ("Is it possible to extend?", True),
        ("How long may we keep it in our office in Ghent?", True),
    ],
)
def test_an_english_it_may_stand_for_nothing(text: str, leaning: bool) -> None:
    """It points back only where the question does not say itself of what it asks."""
    assert elliptic(text, after("What is a roll?")) is leaning
