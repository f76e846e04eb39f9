"""The year of something earlier is no day asked about where the question is about today."""

from __future__ import annotations

import pytest

from dialog.parts import Prepared
from tests.reply.test_same_case import talk

LABELS = "table.ai-labelling"


@pytest.mark.parametrize(
    "text",
    [
        "我们2023年用AI换脸做的短片，今天在自己的公众服务上提供给用户下载，要加什么标识？",
        "2024年底用AI做的数字人视频，这个月要重新发到快手，要不要标？",
        "In 2024 we made an AI face swap video; today we post it. What labels does it need?",
    ],
)
async def test_what_was_made_then_and_is_shown_today(prepared: Prepared, text: str) -> None:
    """Today's rows are told."""
    heard = await talk(prepared, text)
    assert heard.done.entries[0] == LABELS
    assert not any(entry.endswith("-2023") for entry in heard.done.entries)


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("我们2024年5月用AI做的视频当时就发到了快手，要标吗？", "synthesis-2023"),
        ("2023年8月给挪威传了12万人的姓名电话，今天被查，要申报吗？", "old-ordinary-many"),
        ("2024年2月我们给挪威传了9万人的姓名电话，现在想知道当时要不要申报？",
         "old-ordinary-few-2023"),
    ],
)  # fmt: skip
async def test_what_was_done_then_is_asked_of_then(prepared: Prepared, text: str, row: str) -> None:
    """That somebody asks, or is inspected, today changes nothing."""
    heard = await talk(prepared, text)
    assert row in heard.done.entries


@pytest.mark.parametrize(
    "text",
    [
        "航空货代一年半前有过重大违法，现在想做数商，行不行？",
        "货代2024年10月有过重大违法，今天想当数据供方，可以吗？",
    ],
)
async def test_an_earlier_breach_and_a_wish_of_today(prepared: Prepared, text: str) -> None:
    """Nothing is said not to have been in force at a time that nobody asks about."""
    heard = await talk(prepared, text)
    assert "您问的那个时候" not in heard.text
