"""The same list is told once in a reply to several questions."""

from __future__ import annotations

import pytest

from dialog.parts import Prepared
from tests.reply.test_same_case import talk


@pytest.mark.parametrize("text", ["数商分哪几类？有哪些数商类型", "有哪些数商类型？数商分哪几类"])
async def test_a_list_in_two_documents_is_told_once(prepared: Prepared, text: str) -> None:
    """The gist of its article says the same things a second time."""
    heard = await talk(prepared, text)
    assert heard.done.entries == ("list.vendor-classes",)


async def test_two_lists_are_both_told(prepared: Prepared) -> None:
    """Another list is another answer."""
    heard = await talk(prepared, "数商分哪几类？数据产品分哪七类？")
    assert "list.product-kinds" in heard.done.entries
    assert len(heard.done.entries) == 2
