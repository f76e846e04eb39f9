"""Who asks for news gets the latest; who asks what a new rule says gets the rule."""

from __future__ import annotations

import pytest

from dialog.reply.intent import asks_for_news


@pytest.mark.parametrize(
    "text",
    [
        "有什么新闻",
        "最近数据交易有什么新政策",
        "数据这块今年出了哪些新文件",
        "有没有最新的政策",
        "行业里最近有啥变化",
        "Any news about data trading?",
        "what are the latest regulations",
    ],
)
def test_what_is_new_is_asked_for(text: str) -> None:
    """News by their name, or as new policies and rules."""
    assert asks_for_news(text)


@pytest.mark.parametrize(
    "text",
    [
        "新规定里备案要几天",
        "最新规定要求几年做一次审计",
        "新政策对中小企业怎么支持",
        "文件要交几份",
        "2023年1月上海数据交易所正式运营了吗",
        "which regulation applies to us",
    ],
)
def test_what_a_rule_says_is_no_news(text: str) -> None:
    """A rule, however new, is asked for by what it says."""
    assert not asks_for_news(text)
