"""Doubts of an answer, which are held to, and grumbles, which ask for nothing."""

from __future__ import annotations

import pytest

from dialog.messages import Outcome
from dialog.reply.doubting import (
    doubt_of,
    doubts,
    grumbles,
    matters_alone,
    mended_figure,
    remembered,
    to_hold,
)
from dialog.reply.onward import OnwardWriter
from dialog.reply.question import Exchange
from dialog.reply.words import Frame, Line, Words
from tests.knowledge.small_parts import DAY, small_snapshot

WRITER = OnwardWriter(Frame(small_snapshot(), "zh", DAY))


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("不会吧，我印象里是四年", "4年"),
        ("等等，应该是七天吧", "7天"),
        ("网上说是20%啊", "20%"),
        ("你们确定吗", ""),
        ("真的假的？", ""),
        ("Are you sure?", ""),
    ],
)
def test_a_doubt_is_known_with_what_is_remembered(text: str, figure: str) -> None:
    """A figure is what can be compared; a bare doubt has none."""
    assert doubts(text)
    assert remembered(text) == figure


@pytest.mark.parametrize(
    "text", ["我听说要登记", "不是会员能进去吗", "错了怎么改", "不对吧，会费不是免的吗", "四年"]
)
def test_what_names_a_matter_is_no_doubt(text: str) -> None:
    """It is searched like any question."""
    assert not doubts(text)


@pytest.mark.parametrize(
    "text",
    [
        "净说官话",
        "说了半天等于没说啊",
        "没一句有用的",
        "能不能说人话",
        "You're useless!",
        "答非所问",
        "滚",
        "真是一问三不知",
        "你这人怎么什么都不知道！气死我了",
        "怎么啥都不知道，火死了",
        "你们这些人到底会不会办事",
        "你是什么东西啊，啥都答不上来",
        "你们这群骗子，啥也答不出来，气死人了",
        "你们就是一伙强盗，气死我了",
        "都是骗子！",
        "that's bullshit",
    ],
)
def test_a_grumble_is_known(text: str) -> None:
    """It says that the answers are empty, and nothing else."""
    assert grumbles(text)


@pytest.mark.parametrize(
    "text",
    [
        "这证书没用了怎么办",
        "有没有用",
        "这是什么东西",
        "数据资产是什么东西",
        "你们能不能办事",
        "废话少说，名册留几年",
        "空话合同有效吗",
        "没见过",
        "你们是骗子吗",
        "你们都是骗子吗",
        "公司那帮骗子卖了我的数据，找谁",
        "员工什么都不知道怎么培训",
        "我真没用",
    ],
)
def test_a_question_with_such_words_is_no_grumble(text: str) -> None:
    """Whatever else it says is to be answered."""
    assert not grumbles(text)


@pytest.mark.parametrize(
    ("outcome", "entries", "holds"),
    [
        ("answered", ("entry.keep",), True),
        ("unknown", ("gap.fees",), True),
        ("unknown", (), False),
        ("smalltalk", ("reply.hello",), False),
    ],
)
def test_only_what_was_told_is_held_to(
    outcome: Outcome, entries: tuple[str, ...], holds: bool
) -> None:
    """A greeting, or pointers that assert nothing, cannot be doubted."""
    assert to_hold((Exchange("名册留几年", outcome, entries),)) is holds


def test_doubts_and_grumbles_leave_the_conversation_as_it_was() -> None:
    """What was spoken of is what it was before them."""
    asked = Exchange("名册留几年", "answered", ("entry.keep",))
    said = (asked, Exchange("你确定吗", "answered"), Exchange("全是废话", "smalltalk"))
    assert matters_alone(said) == (asked,)


@pytest.mark.parametrize(
    ("told", "figure", "words"),
    [
        ("会员名册留三年。", "5年", "没有这个数"),
        ("会员名册留三年。", "3年", "对得上"),
        ("3年。旧规是5年，已经不用了。", "3年", "对得上"),
        ("3年。旧规是5年，已经不用了。", "5年", "不止这一个数"),
        ("会员名册留三年。", "", "我手上核对过的"),
    ],
)
def test_the_answer_is_said_again_beside_what_is_remembered(
    told: str, figure: str, words: str
) -> None:
    """The stored words stay; a figure is called right only where it is the answer's own. An error
    can be reported."""
    held = WRITER.held(Words("answered", (Line(told),), "faq", entries=("entry.keep",)), figure)
    assert words in held.lines[0].text
    assert held.lines[1] == Line(told)
    assert "反馈或举报" in held.lines[2].text


@pytest.mark.parametrize(
    ("before", "text", "figure"),
    [
        ("普通个人信息出境，5万人要怎么办", "不是5万，是50万", "500000"),
        ("两千人的敏感信息要传到日本", "说错了，不是两千人，应该是两万人", "20000人"),
        ("We send data of 50,000 people", "not 50,000, it is 500,000", "500000"),
    ],
)
def test_who_mends_a_figure_of_their_own_doubts_nothing(
    before: str, text: str, figure: str
) -> None:
    """The case is another one; a figure that the answer named is held to instead."""
    told = Exchange(before, "answered", ("table.route",))
    assert mended_figure(text, (told,)).strip() == figure
    assert not doubt_of(text, (told,))
    asked = Exchange("有效期多久", "answered", ("entry.a",))
    assert mended_figure("不是三年，是两年", (asked,)) == ""
    assert doubt_of("不是三年，是两年", (asked,))
    again = Exchange(text, "answered", ("table.route",))
    assert matters_alone((told, again)) == (told, again)
