"""Consent that is asked for behind a ruling is that of the ruling, not what holds of any data."""

from __future__ import annotations

import pytest

from dialog.parts import Prepared
from tests.reply.test_same_case import talk

ANY_DATA = "entry.legal-bases"


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("2024年2月换脸视频要加标识吗，需要对方同意吗", "edited-face-voice-2023"),
        ("换脸的视频要不要打标？要不要征得本人的单独同意？", "edited-face-voice"),
    ],
)
async def test_consent_of_the_person_edited_is_told_with_the_label(
    prepared: Prepared, text: str, row: str
) -> None:
    """The conclusion names it once."""
    heard = await talk(prepared, text)
    assert heard.done.entries == ("table.ai-labelling", row)
    assert heard.text.count("单独同意") == 1


async def test_consent_is_told_beside_a_ruling_that_says_nothing_of_it(prepared: Prepared) -> None:
    """A drawn picture has nobody who could agree by its label."""
    heard = await talk(prepared, "AI画的图片要加什么标识，要不要本人同意")
    assert "edited-face-voice" not in heard.done.entries
    assert ANY_DATA in heard.done.entries


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("没有本人同意的手机号能卖吗", "personal-none"),
        ("2022年4月没有本人同意的手机号能卖吗", "personal-none-before-2026-07"),
    ],
)
async def test_what_lacks_consent_lacks_no_number(prepared: Prepared, text: str, row: str) -> None:
    """Phone numbers without consent are not data without phone numbers."""
    heard = await talk(prepared, text)
    assert heard.done.entries == ("table.forbidden-data", row)
