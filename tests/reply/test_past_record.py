"""An old breach or incident counts as long as the part that is wished for says."""

from __future__ import annotations

import pytest

from dialog.hearing import listen
from dialog.parts import Prepared
from dialog.reply.past_record import months_ago, months_since, tells_record
from dialog.reply.question import Exchange
from knowledge.text import normalise
from tests.reply.test_compose import DAY
from tests.reply.test_same_case import talk

OVER, WITHIN = "已经过了下面说的年限", "还在下面说的年限以内"


@pytest.mark.parametrize(
    ("text", "entry", "said"),
    [
        ("14个月前有重大违法失信记录，我们想当数商，行不行？", "entry.vendor-conditions", WITHIN),
        ("我们想买数据，14个月前有重大违法失信记录，还行吗", "entry.buyer-conditions", OVER),
        ("一年半前被重罚过，想当卖方可以吗", "entry.supplier-conditions", OVER),
        ("半年前出过重大安全事件，想入驻当需方可以吗", "entry.buyer-conditions", WITHIN),
        ("三年前有重大违法，现在想做数据商，可以吗", "entry.vendor-conditions", OVER),
        (
            "We had a grave breach of law 18 months ago. May we become a data vendor?",
            "entry.vendor-conditions",
            "lies within",
        ),
    ],
)
async def test_each_part_has_its_own_years(
    text: str, entry: str, said: str, prepared: Prepared
) -> None:
    """The years of vendors were told to everybody, or those of the day of the breach."""
    heard = await listen(prepared.turn, text, (), DAY)
    assert heard.done.entries == (entry,)
    assert heard.done.outcome == "answered"
    assert said in heard.text


async def test_the_part_may_stand_before(prepared: Prepared) -> None:
    """And its conditions may have been told."""
    told = Exchange("想当数据供方，有什么要求", "answered", ("entry.supplier-conditions",))
    text = "重大的网络数据安全事件，不过是18个月前的，别的都合格。"
    heard = await listen(prepared.turn, text, (told,), DAY)
    assert heard.done.entries == ("entry.supplier-conditions",)
    assert OVER in heard.text


async def test_a_light_one_is_not_decided(prepared: Prepared) -> None:
    """The conditions speak of grave ones."""
    heard = await listen(prepared.turn, "三个月前被罚过五百块，想当卖方可以吗", (), DAY)
    assert WITHIN not in heard.text


@pytest.mark.parametrize(
    ("text", "months"),
    [("一年半前", 18), ("14个月前", 14), ("半年前", 6), ("two years ago", 24), ("昨天", None)],
)
def test_how_long_ago(text: str, months: int | None) -> None:
    assert months_ago(normalise(text)) == months


@pytest.mark.parametrize(
    ("text", "entry", "said"),
    [
        ("去年3月有重大违法，能当数商吗", "entry.vendor-conditions", WITHIN),
        ("2025年3月被重罚过，还能做数据商吗", "entry.vendor-conditions", WITHIN),
        ("前年3月有重大违法，能当数商吗", "entry.vendor-conditions", OVER),
        ("去年3月，我们发生过重大网络数据安全事件，能卖数据吗", "entry.supplier-conditions", OVER),
        ("2023年公司成立，去年3月有重大违法，能当数商吗", "entry.vendor-conditions", WITHIN),
        ("2024年有过重大违法，想当数商，行吗", "entry.vendor-conditions", "哪一天"),
        (
            "We had a serious violation in March last year. Can we become a data vendor?",
            "entry.vendor-conditions",
            "lies within",
        ),
    ],
)
async def test_a_day_tells_how_long_ago(
    text: str, entry: str, said: str, prepared: Prepared
) -> None:
    """A month or a year was no time ago, or the law of that day was asked for."""
    heard = await listen(prepared.turn, text, (), DAY)
    assert (heard.done.outcome, heard.done.entries) == ("answered", (entry,))
    assert said in heard.text
    assert "您问的那个时候" not in heard.text


@pytest.mark.parametrize(
    "text",
    [
        "2024年3月有过违法，当时当数商要什么条件",
        "我们去年3月把数据给了数商，没有别的",
        "去年3月违法出境，会怎么罚",
        "去年3月供应商有过违法，能买他们的数据吗",
        "我们既想卖也想买，去年3月被通报过，卖方和买方各看几年",
    ],
)
def test_other_days_tell_no_record(text: str) -> None:
    """What is asked of then, of others, or of several parts at once."""
    assert not tells_record(text)


def test_a_year_is_a_span() -> None:
    """A breach of some day of 2024 may lie within two years or not."""
    assert months_since("2024年有重大违法", DAY) == (22, 34)
    assert months_since("2024年成立，没有违法", DAY) is None


@pytest.mark.parametrize(
    ("before", "text", "entry", "said"),
    [
        (
            "我们14个月前有过重大违法，能当数商吗？",
            "那只当供方呢",
            "entry.supplier-conditions",
            OVER,
        ),
        (
            "我们14个月前有过重大违法，能当数商吗？",
            "只当买方可以吗",
            "entry.buyer-conditions",
            OVER,
        ),
        ("外商独资企业能当数商吗", "那只做供方呢？", "entry.supplier-conditions", ""),
        (
            "We had a grave breach of law 18 months ago. May we become a data vendor?",
            "And only as a buyer?",
            "entry.buyer-conditions",
            "is past the time",
        ),
    ],
)
async def test_another_part_alone(
    before: str, text: str, entry: str, said: str, prepared: Prepared
) -> None:
    """It was not heard: it names the part and nothing else."""
    told = Exchange(before, "answered", ("entry.vendor-conditions",))
    heard = await listen(prepared.turn, text, (told,), DAY)
    assert heard.done.entries[:1] == (entry,)
    assert said in heard.text


async def test_another_side_of_the_other_part(prepared: Prepared) -> None:
    """The papers of a seller, behind those of a buyer."""
    told = Exchange("买方要交什么材料", "answered", ("entry.documents-buyer",))
    heard = await listen(prepared.turn, "那卖方呢", (told,), DAY)
    assert heard.done.entries[:1] != ("entry.supplier-conditions",)


RECORD = "种子公司十四个月前出过一次重大网络数据安全事件，现在想进场当数据供方，行吗？"


@pytest.mark.parametrize(
    ("text", "entry", "said"),
    [
        (
            "那如果不卖数据了，改做第三方质量评估机构进场呢，事情还是十四个月前那次。",
            "entry.vendor-conditions",
            WITHIN,
        ),
        ("那改当数商呢？", "entry.vendor-conditions", WITHIN),
        ("那要是当买方呢，还是那次事。", "entry.buyer-conditions", OVER),
    ],
)
async def test_another_part_with_the_record_told_before(
    text: str, entry: str, said: str, prepared: Prepared
) -> None:
    """The day of the incident was taken for the day asked about."""
    heard = await talk(prepared, RECORD, text)
    assert heard.done.entries == (entry,)
    assert said in heard.text
    assert "还没有施行" not in heard.text


async def test_who_asks_for_conditions_alone_tells_no_record(prepared: Prepared) -> None:
    heard = await talk(prepared, RECORD, "数商有什么准入条件？")
    assert WITHIN not in heard.text
