"""Whether others may have the use of what was bought."""

from __future__ import annotations

import pytest

from dialog.hearing import listen
from dialog.parts import Prepared
from dialog.reply.passing_on import passes_on
from dialog.reply.question import Exchange
from dialog.reply.turn import Models, Replier
from tests.reply.test_compose import DAY

BUYING = Exchange("采购数据要走什么流程", "answered", ("entry.buyer-first-step",))
LISTING = Exchange("挂牌要什么材料", "answered", ("list.listing-documents",))


@pytest.mark.parametrize(
    "text",
    [
        "兄弟公司能一起用吗",
        "可不可以分享给集团内部",
        "关联企业能查看吗",
        "Could our sister company use it as well?",
        "May we share it with affiliates?",
    ],
)
def test_others_are_to_use_what_was_bought(text: str) -> None:
    """It is meant where buying was spoken of, in the text itself or before it."""
    assert passes_on(text, (BUYING,))
    assert not passes_on(text, (LISTING,))
    assert passes_on("买来的数据能给子公司看吗", ())


@pytest.mark.parametrize(
    "text",
    [
        "子公司能挂牌吗",
        "能给总公司开发票吗",
        "把用户手机号给母公司要同意吗",
        "境外的总部能用吗",
        "能用几年",
        "Can our subsidiary open an account?",
    ],
)
def test_what_asks_for_something_else(text: str) -> None:
    """Another thing that is to be done, or another place, is a matter of its own."""
    assert not passes_on(text, (BUYING,))


@pytest.mark.parametrize("text", ["兄弟公司能一起用吗", "May we share it with affiliates?"])
async def test_the_contract_decides_on_the_use_by_others(prepared: Prepared, text: str) -> None:
    """What is known of handing on bought data is told."""
    replier = Replier(lambda: prepared.library.snapshot, Models())
    heard = await listen(replier, text, (BUYING,), DAY)
    assert heard.done.entries in (("entry.resale",), ("entry.bought-data-group",))
