"""What is denied is not told again, and what is meant instead is looked for."""

from __future__ import annotations

from datetime import date

import msgspec
import numpy as np
import pytest

from dialog.hearing import listen
from dialog.parts import Prepared
from dialog.reply.corrected import Corrected, corrected, meant_instead
from dialog.reply.not_again import of_here
from dialog.reply.policy import Recommend
from dialog.reply.question import Exchange
from dialog.reply.turn import Models, Replier
from dialog.reply.wishes import wished_on
from knowledge.findings import Findings
from knowledge.search.features import FEATURES
from knowledge.search.fusion import Candidate
from tests.knowledge.small_parts import small_snapshot

TODAY = date(2026, 11, 22)
SNAPSHOT = small_snapshot()
HELD = SNAPSHOT.index.targets[0]
ROW = np.zeros(len(FEATURES))
ASKED = (Exchange("深圳数据交易所有多少产品", "unknown", ("gap.shenzhen-figures",)),)


@pytest.mark.parametrize(
    ("text", "denied", "meant"),
    [
        ("不是投诉你们，是投诉骗我的人", "投诉你们", "投诉骗我的人"),
        ("我问的是上海，不是深圳", "深圳", "上海"),
        ("上海，不是深圳", "深圳", "上海"),
        ("我说错了，不是两千人，应该是三千人", "2000人", "3000人"),
        ("it's not Shenzhen, it is Shanghai", "shenzhen", "shanghai"),
        ("不是深圳的，我要问上海的", "深圳", "上海的"),
        ("不要港口的，要保险的", "港口", "保险的"),
        ("不买，是互相换", "买", "互相换"),
        ("Not the port, I mean the airport", "the port", "the airport"),
    ],
)
def test_a_correction_says_two_things(text: str, denied: str, meant: str) -> None:
    """What is denied and what is meant, in either order."""
    read = corrected(text, ASKED)
    assert read is not None
    assert (read.denied, read.meant) == (denied, meant)


@pytest.mark.parametrize(
    "text", ["是不是要先登记，还是直接挂牌", "不是说要备案吗", "我们不是企业", "没有人脸", "不出境"]
)
def test_other_words_correct_nothing(text: str) -> None:
    """Nor does anything where nothing was spoken of."""
    assert corrected(text, ASKED) is None
    assert corrected("不是深圳，我问上海", ()) is None


def test_what_is_meant_takes_the_place_of_what_is_denied() -> None:
    """Where the question before names that."""
    found = meant_instead(Corrected("深圳", "上海"), "深圳有多少产品", topic="")
    assert found[0] == "上海有多少产品"


async def test_the_place_that_is_meant_holds(prepared: Prepared) -> None:
    """What is told of the other place is not said again."""
    replier = Replier(lambda: prepared.library.snapshot, Models())
    heard = await listen(replier, "不是深圳，我问的是上海", ASKED, TODAY)
    assert "gap.shenzhen-figures" not in heard.done.entries


async def test_what_is_denied_is_not_told_again(prepared: Prepared) -> None:
    """Nor is a text refused as foreign that goes on with a matter of the desk."""
    replier = Replier(lambda: prepared.library.snapshot, Models())
    before = Exchange("怎么投诉交易所", "unknown", ("gap.complaint-channel",))
    heard = await listen(replier, "不是投诉你们，是投诉卖我信息的人", (before,), TODAY)
    assert "gap.complaint-channel" not in heard.done.entries
    assert heard.done.outcome != "refused"


def test_a_corrected_wish_is_looked_for_anew() -> None:
    """Or it is said that nothing of the kind is there."""
    shown = (Exchange("推荐数据产品", "answered", tuple(SNAPSHOT.products)),)
    for text, side in (("不是道路的，要降雨的", ""), ("不是道路的，要卫星云图的", "none")):
        found = wished_on(text, shown, SNAPSHOT)
        assert isinstance(found, Recommend)
        assert found.side == side


def test_documents_on_another_place_are_left_out_whoever_is_spoken_for() -> None:
    """The exchange's own city is told by its name: for one in Shenzhen, Shanghai's is elsewhere."""
    away = msgspec.structs.replace(HELD, questions=("深圳数据交易所有多少产品？",))
    both = msgspec.structs.replace(HELD, questions=("上海和深圳的规则有什么不同？",))
    plain = msgspec.structs.replace(HELD, questions=("有多少产品？",))
    near = tuple(Candidate(target, ROW, 1.0, 0.9) for target in (away, both, plain))
    found = Findings("meaning", candidates=near, chance=0.9, band="answer")

    def left(text: str, exchange: str) -> list[str]:
        of = of_here(found, text, (), exchange=exchange)
        return [c.target.questions[0] for c in of.candidates]

    assert left("有多少产品", "上海数据交易所") == [*both.questions, *plain.questions]
    assert left("有多少产品", "深圳数据交易所") == [c.target.questions[0] for c in near]
    assert left("深圳有多少产品", "上海数据交易所") == [c.target.questions[0] for c in near]
