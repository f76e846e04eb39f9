"""Pinyin without characters: read where it is plain, told from English, never guessed."""

from __future__ import annotations

import pytest

from knowledge.search.pinyin import PinyinReader, looks_like_pinyin

READER = PinyinReader(["会员", "名册", "验收", "研修", "严修", "登记证书"])


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("huiyuan ruhe shenqing", "会员如何申请"),
        ("HuiYuan xu yao shen me cai liao?", "会员需要什么材料"),
        ("dengjizhengshu duojiu", "登记证书多久"),
    ],
)
def test_plain_pinyin_is_read(typed: str, meant: str) -> None:
    """However its syllables are spaced."""
    assert READER.read(typed) == meant


@pytest.mark.parametrize(
    "typed",
    ["", "huiyuan", "huiyuan neng mai ma", "yanxiu duoshao", "zenme ban", "会员怎么办", "q" * 300],
)
def test_what_is_not_plain_is_not_read(typed: str) -> None:
    """One name alone, a letter left over, two names of one sound, no name of the field."""
    assert READER.read(typed) == ""


@pytest.mark.parametrize(
    ("text", "pinyin"),
    [
        ("huiyuan neng mai shuju ma", True),
        ("zhuce xuyao duojiu", True),
        ("can you change the menu", False),
        ("quite a long time", False),
        ("she can sue me", False),
        ("What is a member?", False),
        ("nihao", False),
        ("会员怎么申请", False),
        ("", False),
    ],
)
def test_pinyin_is_told_from_english(text: str, pinyin: bool) -> None:
    """By syllables that English words do not have."""
    assert looks_like_pinyin(text) == pinyin
