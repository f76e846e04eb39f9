"""Clauses that are worded as questions and ask nothing of the desk."""

from __future__ import annotations

import pytest

from dialog.reply.idle_clauses import reproached, without_idle
from dialog.reply.several import parts_of
from dialog.reply.wished import looked_for


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("怎么啥都不知道。这条路的实时车速有没有", "这条路的实时车速有没有"),
        ("你怎么什么都答不上来？入驻要交多少钱", "入驻要交多少钱"),
        ("怎么问什么都不会。数商怎么认证", "数商怎么认证"),
        ("啥也不懂啊你。帮我找找有没有航班数据", "帮我找找有没有航班数据"),
        ("你会什么呀？挂牌费多少", "挂牌费多少"),
        ("我还是先问老板要不要申请，入驻的话第一步找谁", "入驻的话第一步找谁"),
        ("算了我再考虑考虑要不要卖。备案要多久", "备案要多久"),
        ("等我问问同事怎么弄，挂牌先找谁", "挂牌先找谁"),
        ("Why don't you know anything? Do you have traffic data?", "Do you have traffic data?"),
        ("Let me ask my boss whether to apply. Where do I start?", "Where do I start?"),
    ],
)
def test_what_reproaches_or_is_asked_of_others_is_left_out(text: str, rest: str) -> None:
    """The question beside it is asked alone."""
    assert without_idle(text) == rest


@pytest.mark.parametrize(
    "text",
    [
        "怎么啥都不知道",
        "什么数据都不能卖吗？哪些能卖",
        "我们什么都不懂，先从哪开始",
        "要跟对方确认什么，合同里写哪些",
        "要不要问法务，合同谁签",
        "我想问领导签字要不要，材料有哪些",
        "我想先问要不要申请，入驻的话第一步找谁",
        "老板问能不能卖，怎么回",
        "领导让我问入驻找谁，多久",
        "我想咨询公司入驻，要什么材料",
        "Should we ask our lawyer? How long does it take?",
        "We will ask users for consent. Is that enough?",
        "i want to ask about fees. how much?",
    ],
)
def test_what_asks_the_desk_or_tells_the_case_stays(text: str) -> None:
    """Whoever else is named in it."""
    assert without_idle(text) == text


def test_only_a_reproach_is_one() -> None:
    """What somebody will do reproaches nobody."""
    assert reproached("怎么啥都不知道。实时车速有没有")
    assert not reproached("我先问老板要不要申请，入驻第一步找谁")


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("每分钟一条，装在护栏和几个大棚上。先后步骤是什么？", 1),
        ("我们装了探头，放在几个仓库里，能卖吗", 1),
        ("有几个步骤，找谁", 2),
        ("能挂在几个平台上，多少钱", 2),
    ],
)
def test_how_many_places_a_thing_stands_in_is_told(text: str, parts: int) -> None:
    """几个 behind where things stand counts; elsewhere it asks."""
    assert len(parts_of(text)) == parts


def test_a_thing_that_is_looked_for_is_one_wish() -> None:
    """The thing stands in the clause before."""
    assert looked_for("这条路的实时车速，你帮我在目录里找找有没有") == "有没有这条路的实时车速数据"
    assert looked_for("航班数据，麻烦查一下有没有？") == "有没有航班数据"
    assert looked_for("flight data, can you check if you have it?") == "Do you have flight data?"
    for text in (
        "合同谁签，帮我查一下有没有",
        "帮我找找有没有航班数据",
        "我的申请，帮我看看批了没",
    ):
        assert looked_for(text) == text
