"""A collective contract that was never signed, lapsed or is a draft spares nothing."""

from __future__ import annotations

import pytest

from dialog.parts import Prepared
from knowledge.answers.lacking import lacks
from knowledge.text import normalise
from tests.reply.test_same_case import talk

ROUTE = "table.cross-border-route"
STAFF = (
    "我们是做IT外包的，非关基，要把五百名员工的人事资料传给美国总部做统一人力管理，"
    "按员工手册和集体合同来的，要手续吗？"
)
THINGS = ("集体合同", "collective contract")


@pytest.mark.parametrize(
    "said",
    [
        "集体合同其实一直没签，只有员工手册。人数还是五百，工资卡号也在里面。",
        "集体合同去年到期没续签，工资卡号也在里面。",
        "说是有集体合同，其实没签，工资卡号也在里面。",
    ],
)
async def test_the_exemption_is_not_met(prepared: Prepared, said: str) -> None:
    heard = await talk(prepared, STAFF, said)
    assert heard.done.entries == (ROUTE, "national-sensitive-contract")
    assert "没有集体合同" in heard.text


@pytest.mark.parametrize(
    ("said", "lacking"),
    [
        ("集体合同早就过期了", True),
        ("集体合同还在谈", True),
        ("集体合同只是个草案", True),
        ("集体合同后来职代会没通过", True),
        ("The collective contract in fact expired last year", True),
        ("没有集体合同，但签了保密协议", True),
        ("集体合同还没到期", False),
        ("集体合同2027年到期", False),
        ("集体合同到期后续签了", False),
        ("集体合同去年没签，今年签了", False),
        ("集体合同签了，员工没意见", False),
        ("The collective contract has not expired", False),
    ],
)
def test_what_holds_no_longer_is_lacking(said: str, lacking: bool) -> None:
    assert lacks(THINGS, normalise(said)) is lacking
