"""Who wishes for steps and names nothing is told those of what was spoken of."""

from __future__ import annotations

import pytest

from dialog.parts import Prepared
from dialog.reply.question import Exchange
from dialog.reply.steps_wanted import steps_wanted, wishes_steps

LISTING = Exchange("数据产品怎么挂牌", "answered", ("procedure.list-product",))
VENDOR = Exchange("怎么成为数商", "answered", ("procedure.become-vendor",))
HOW_LONG = Exchange("那这个挂牌大概要多久啊", "unknown", ("gap.processing-time",))


@pytest.mark.parametrize(
    ("text", "wished"),
    [
        ("你能不能直接给我列个步骤，一二三四那种，我好写进ppt", True),
        ("列个清单", True),
        ("按步骤说", True),
        ("直接列个流程吧，要发给领导", True),
        ("just give me the steps", True),
        ("Can you list the steps, 1 2 3, so I can put it in my slides", True),
        ("列个材料清单", False),
        ("步骤是谁定的", False),
        ("第三步要交什么", False),
        ("列个数商名单", False),
        ("Which steps need a lawyer?", False),
    ],
)
def test_what_wishes_for_steps(text: str, *, wished: bool) -> None:
    """Of nothing that it names itself."""
    assert wishes_steps(text) is wished


@pytest.mark.parametrize(
    ("exchanges", "steps"),
    [
        ((LISTING, HOW_LONG), "procedure.list-product"),
        ((LISTING, VENDOR), "procedure.become-vendor"),
        ((VENDOR, HOW_LONG), "procedure.list-product"),
        ((Exchange("你好", "smalltalk", ()),), None),
        ((), None),
    ],
)
def test_the_steps_are_of_what_was_spoken_of_last(
    prepared: Prepared, exchanges: tuple[Exchange, ...], steps: str | None
) -> None:
    """Whatever stands nearest and has steps."""
    found = steps_wanted("给我列个步骤", exchanges, prepared.library.snapshot)
    assert (found.best.id if found and found.best else None) == steps
