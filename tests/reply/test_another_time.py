"""What asks the same of another time is answered as of that, in one piece or over two turns."""

from __future__ import annotations

from datetime import date

import pytest

from dialog.parts import Prepared
from dialog.reply.several import parts_of
from dialog.reply.shared_day import with_shared_day
from tests.reply.test_same_case import talk

FACES = "物业公司小区门禁存了十万人脸，今天要备案吗？"
LABELS = "平台发布用户的AI内容要核验标识吗"
NOT_YET = "还没有施行"


@pytest.mark.parametrize(
    ("before", "text", "begun"),
    [
        (FACES, "那要是2025年5月的时候存满十万人呢，当时要备案吗？", "2025年6月1日"),
        (FACES, "那2025年5月的时候呢", "2025年6月1日"),
        (LABELS, "那要是2025年8月的时候呢", "2025年9月1日"),
        (LABELS, "要是2025年8月呢，那时候平台用不用核验？", "2025年9月1日"),
    ],
)
async def test_what_was_told_as_of_another_time(
    prepared: Prepared, before: str, text: str, begun: str
) -> None:
    """The question was cut in two, and its day got lost."""
    first = await talk(prepared, before)
    heard = await talk(prepared, before, text)
    assert heard.done.entries == first.done.entries
    assert NOT_YET in heard.text
    assert begun in heard.text


async def test_a_day_on_which_it_was_in_force(prepared: Prepared) -> None:
    heard = await talk(prepared, FACES, "那2025年9月的时候呢")
    assert NOT_YET not in heard.text


async def test_another_question_of_that_time_is_another_question(prepared: Prepared) -> None:
    first = await talk(prepared, FACES)
    heard = await talk(prepared, FACES, "那2025年5月的时候要罚多少呢")
    assert heard.done.entries != first.done.entries


def test_a_supposed_day_and_what_held_then_are_one_question() -> None:
    text = "那要是2025年5月的时候存满十万人呢，当时要备案吗？"
    assert parts_of(text) == [text]
    two = parts_of("数商怎么入驻？当时的合同要备案吗？")
    assert len(two) == 2


def test_a_part_that_refers_back_has_the_day() -> None:
    parts = ["2025年8月平台要不要核验标识？", "当时不核验会罚吗？", "现在呢？"]
    first, second, third = with_shared_day(parts, date(2026, 11, 22))
    assert (first, third) == (parts[0], parts[2])
    assert second == "2025年8月的时候，当时不核验会罚吗？"
