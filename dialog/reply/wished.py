"""What a visitor wishes to be shown out of the catalogue."""

from __future__ import annotations

from typing import Literal

import msgspec

from knowledge.types import Intent


class Wish(msgspec.Struct, frozen=True):
    """A wish for something that the catalogue has. ``named``: the fields and uses of its items that
    the text names; without any, only their descriptions share words with it. ``plain``: what it
    wishes for is told by its words alone, whatever the intent model says. ``side``: whether it
    asks for the price of a thing rather than for the thing. ``text``: the wish without slips.
    ``buys``: somebody wants to get it, so that what is offered is told before what the law says.
    ``open``: it is asked what there is to get for a use that items name; that belongs to the desk,
    whatever the intent model says."""

    what: Intent
    named: tuple[str, ...] = ()
    plain: bool = False
    side: Literal["", "price"] = ""
    text: str = ""
    buys: bool = False
    open: bool = False
