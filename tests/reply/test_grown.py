"""A number that is expected to grow, told behind a ruling, and what asks for an exemption there."""

from __future__ import annotations

import pytest

from dialog.parts import Prepared
from dialog.reply.grown import with_grown_number
from tests.reply.test_same_case import talk

ROUTE = "table.cross-border-route"
CASE = "6万客户姓名电话地址传给英国总部要办什么，不敏感"


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("明年可能到12万人，那会怎样", "如果是120000人呢"),
        ("我们涨得快，年底估计突破10万客户，那怎么办", "如果是100000客户呢"),
        (
            "Sales are growing fast, we may hit 120k customers by next year. What changes then?",
            "What if it is 120000 customers?",
        ),
        (
            "If we grow to 1.2 million users in 2 years, are we still exempt?",
            "What if it is 1200000 users?",
        ),
        ("明年可能卖到12万元，会怎样", ""),
        ("明年法律会变吗", ""),
        ("到2027年1月怎么办", ""),
        ("我们有12万客户，要申报吗", ""),
        ("What changes next year?", ""),
    ],
)
def test_a_grown_number_is_supposed(text: str, meant: str) -> None:
    """Money and years are no people, and what is there already has not grown."""
    assert with_grown_number(text) == meant


@pytest.mark.parametrize(
    ("texts", "entries"),
    [
        ((CASE, "明年可能到12万人，那会怎样"), (ROUTE, "national-ordinary-contract")),
        (
            ("上海子公司要传数据给德国总部，要申报吗", "就40个员工的工资考核，算豁免吗"),
            ("entry.cross-employees",),
        ),
        (
            (
                "冷链车的定位要给境外总部看，司机120来个人，要什么手续",
                "你说的那个管理员工的可以免，司机是我们自己员工，能按那个算吗",
            ),
            (ROUTE, "employees"),
        ),
        (
            (CASE, "你们收费吗", "刚才客户那个，要重新让他们同意吗"),
            ("entry.cross-consent",),
        ),
    ],
)
async def test_the_case_before_is_gone_on_with(
    prepared: Prepared, texts: tuple[str, ...], entries: tuple[str, ...]
) -> None:
    """With the new number, with the exemption whatever the kind, or back from another matter."""
    heard = await talk(prepared, *texts)
    assert heard.done.entries == entries
