"""One of several groups that is asked for behind a case is ruled on by its own number."""

from __future__ import annotations

import pytest

from dialog.parts import Prepared
from tests.reply.test_same_case import talk

ROUTE = "table.cross-border-route"
BOTH = "酒店集团把十五万个会员和两千个员工的姓名电话一起发给国外总部，今年"
PLAYERS = "游戏玩家五千人的昵称发给日本"
THEN = "2023年9月我们一次给国外合作商发了十五万客人的手机号"


@pytest.mark.parametrize(
    ("texts", "entries"),
    [
        ((BOTH, "会员部分要做什么？"), (ROUTE, "national-ordinary-contract")),
        (("会员三十万人，还有员工五百人，姓名电话今年都发给国外总部", "会员这块呢"), None),
        ((THEN, "那时候要评估吗"), (ROUTE, "old-ordinary-many")),
        (("我们安全评估是2024年5月通过的，什么时候到期", "想续的话最晚什么时候递？"),
         ("entry.cross-assessment-validity",)),
        (("认证证书今年三月拿的，什么时候到期，什么时候该续？",), ("rule.pi-export-cert-8",)),
    ],
)  # fmt: skip
async def test_a_short_question_is_of_the_case_before_it(
    prepared: Prepared, texts: tuple[str, ...], entries: tuple[str, ...] | None
) -> None:
    """The members were ruled on by the number of the staff, and told exempt."""
    heard = await talk(prepared, *texts)
    assert heard.done.entries == (entries or (ROUTE, "national-ordinary-contract"))
