"""What goes on with the matter before without naming it."""

from __future__ import annotations

import pytest

from dialog.reply.cues import Around, weighed
from dialog.reply.going_further import goes_further, gone_further, what_now
from dialog.reply.intent import IntentGuess
from dialog.reply.question import Exchange
from knowledge.findings import Findings
from tests.knowledge.small_parts import small_snapshot

SNAPSHOT = small_snapshot()
KEPT = Exchange("交易记录要保存多久", "answered", ("entry.keep",))


@pytest.mark.parametrize(
    "text",
    [
        "所以我们不能自己卖？",
        "那影像呢，片子上没有名字",
        "没有人脸，就是个数字",
        "so we cannot sell it?",
    ],
)
def test_conclusions_and_facts_go_on(text: str) -> None:
    """Where a matter of the desk was spoken of; a greeting is none."""
    assert goes_further(text, (KEPT,))
    assert not goes_further(text, ())
    assert not goes_further(text, (Exchange("你好", "smalltalk"),))


@pytest.mark.parametrize("text", ["是的", "第二个", "数据产品怎么定价", "今天天气很好"])
def test_picks_and_questions_of_their_own_do_not(text: str) -> None:
    """Nor does what tells nothing of any matter."""
    assert not goes_further(text, (KEPT,))


async def test_what_is_known_already_is_left() -> None:
    """Only what is not known alone is searched behind the matter."""

    async def search(question: str) -> Findings:
        raise AssertionError(question)

    found = Findings("meaning", band="answer", chance=0.9)
    assert await gone_further("那不保存呢", (KEPT,), found, SNAPSHOT, search) is None


async def test_what_now_asks_of_what_was_told() -> None:
    """The words besides it are not searched alone."""
    asked: list[str] = []

    async def search(question: str) -> Findings:
        asked.append(question)
        return Findings("none")

    before = Exchange("我老接到骚扰电话，是你们干的吗", "smalltalk")
    found = await what_now("那我咋办嘛，一天来七八个", (before,), search)
    assert asked[0] == "我老接到骚扰电话怎么办"
    assert found == Findings("none")
    assert await what_now("怎么办理挂牌", (before,), search) is None


def test_the_right_to_have_data_deleted_is_no_harm() -> None:
    """To have proof deleted is."""
    guess = IntentGuess("compliance", 0.5, 1.0, 0.7, 0.0)
    own = weighed(guess, "学校没问就录了，能让他们删掉吗", Around())
    assert own.unsafe == 0.0
    assert weighed(guess, "能让他们删掉证据吗", Around()).unsafe > 0.0
