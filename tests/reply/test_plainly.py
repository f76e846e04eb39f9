"""What asks for nothing that the knowledge could hold."""

from __future__ import annotations

import pytest

from dialog.reply.plainly import Plain, grumble_of, said_plainly
from dialog.reply.question import Exchange
from knowledge.types import Intent

POINTED = (Exchange("名册留几年", "unknown"),)


@pytest.mark.parametrize(
    ("text", "wanted", "topic"),
    [
        ("要找人工", "ask_person", ""),
        ("我要找人工！", "ask_person", ""),
        ("能不能转人工客服啊", "ask_person", ""),
        ("找个真人来说", "ask_person", ""),
        ("我要找人", "ask_person", ""),
        ("can I talk to a real person please", "ask_person", ""),
        ("好", "thanks", "understood"),
        ("好的，知道了", "thanks", "understood"),
        ("嗯嗯", "thanks", "understood"),
        ("ok, got it", "thanks", "understood"),
        ("算了", "thanks", "called_off"),
        ("那不用了", "thanks", "called_off"),
        ("先这样吧", "thanks", "called_off"),
        ("never mind", "thanks", "called_off"),
        ("好的谢谢", "thanks", ""),
        ("谢谢你", "thanks", ""),
        ("are you sure?", "complaint", ""),
    ],
)
def test_what_is_said_plainly_is_known(text: str, wanted: Intent, topic: str) -> None:
    """It is answered as what it is, whatever was spoken of before."""
    assert said_plainly(text, POINTED) == Plain(wanted, topic)


@pytest.mark.parametrize(
    "text",
    [
        *(
            "他今天在吗",
            "工作人员在不在",
            "经理下班了吗",
            "客服在线吗",
            "刚才说的那位老师现在有空吗",
        ),
        *("你们有人吗", "现在有人接电话吗", "窗口有没有人", "那边人呢"),
        *(
            "is he in today?",
            "are the staff available now",
            "anybody there?",
            "is there anyone here",
        ),
    ],
)
def test_whether_somebody_is_there_is_not_searched(text: str) -> None:
    """Nobody's presence is known; that is said, with the way to the staff."""
    assert said_plainly(text, POINTED) == Plain("ask_person", "presence")


@pytest.mark.parametrize("text", ["周末有人吗", "有人买过吗", "他是谁", "客服几点上班"])
def test_hours_and_people_are_no_presence(text: str) -> None:
    """Another word, or a day of the week, makes it a question of its own."""
    assert said_plainly(text, POINTED) is None


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        *(("滚", "dismissed"), ("你滚开", "dismissed"), ("闭嘴吧", "dismissed")),
        *(("别烦我了", "dismissed"), ("go away", "dismissed"), ("shut up", "dismissed")),
        *(("垃圾机器人", "insult"), ("全是废话", "insult"), ("you stupid bot", "insult")),
    ],
)
def test_who_sends_the_desk_away_is_not_asked_for_a_complaint(text: str, topic: str) -> None:
    """A calm word, and what can still be done; not the form for a complaint."""
    assert grumble_of(text) == Plain("complaint", topic)


@pytest.mark.parametrize("text", ["滚动数据怎么卖", "垃圾分类数据有吗", "我真没用"])
def test_a_word_in_a_question_is_no_grumble(text: str) -> None:
    assert grumble_of(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "怎么找人工标注的数据",
        "人工智能要备案吗",
        "转人工要等多久",
        "好的数据产品有哪些",
        "可以退吗",
        "我要人",
        "了",
    ],
)
def test_another_word_makes_it_a_question(text: str) -> None:
    """It is searched."""
    assert said_plainly(text, POINTED) is None


def test_an_open_question_may_be_answered_by_it() -> None:
    """A table reads the yes itself; who asks for a person gets one even then."""
    still_open = (Exchange("我要出境", "clarify", ("table.export",)),)
    assert said_plainly("好的", still_open) is None
    assert said_plainly("人工", still_open) == Plain("ask_person")
    assert said_plainly("好的", ()) is None
    assert said_plainly("有人吗", ()) == Plain("greeting")
    assert said_plainly("他在吗", ()) == Plain("ask_person", "presence")
