"""What is supposed not to be granted is a question about a consequence."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

import pytest

from dialog.reply.context import leaves_undone
from dialog.reply.failing import failing_of, fails, only_supposed, when_failed
from knowledge.findings import Findings
from tests.knowledge.small_parts import DAY, small_snapshot

HELD = small_snapshot()


@pytest.mark.parametrize(
    "text",
    [
        "要是没过呢",
        "要是不通过怎么办",
        "万一评估没通过怎么办",
        "审核没过会怎样",
        "被退回了怎么办",
        "如果被驳回呢",
        "没批下来咋办",
        "what if it is rejected",
        "and if the application fails?",
    ],
)
def test_a_failure_is_supposed(text: str) -> None:
    """Such a text asks what comes then; it leaves nothing undone."""
    assert fails(text)
    assert not leaves_undone(text)


@pytest.mark.parametrize(
    "text",
    [
        "我们没通过，太难受了",
        "不备案会怎样",
        "要是过期了呢",
        "不通过交易所自己卖可以吗",
        "压力好大，挂牌材料改了五遍还没过，快崩溃了",
    ],
)
def test_what_supposes_no_failure(text: str) -> None:
    """Who tells of a failure, leaves a duty undone or goes another way asks something else."""
    assert not fails(text)


def test_an_own_failure_keeps_its_feeling() -> None:
    """Only a failure that is merely supposed is nobody's grief."""
    assert only_supposed("要是没过呢")
    assert not only_supposed("我们的申请没批，怎么办")


def test_whose_failure_is_meant() -> None:
    """A part of the matter's name, or none, means the matter spoken of; another name does not."""
    assert failing_of("要是没过呢", "数据出境安全评估")
    assert failing_of("万一评估没通过怎么办", "数据出境安全评估")
    assert not failing_of("要是合同备案没通过呢", "数据出境安全评估")


def search(known: str) -> Callable[[str], Awaitable[Findings]]:
    """A search that finds one of the small pack's documents for every question."""

    async def find(question: str) -> Findings:
        return HELD.find(known, DAY)

    return find


async def test_an_answer_must_speak_of_the_matter_and_say_more() -> None:
    """What is known of another thing, or was told already, does not answer what comes then."""
    known = "入会申请被退回了还能再交吗"
    names = HELD.graph.names
    found = await when_failed(["入会申请"], search(known), names, told=())
    assert found.band == "answer"
    assert (await when_failed(["操作日志"], search(known), names, told=())).band != "answer"
    told = (found.best.id,) if found.best else ()
    again = await when_failed(["入会申请"], search(known), names, told=told)
    assert again.band != "answer"
