"""What a clause of a little story tells of its teller. Pure."""

from __future__ import annotations

from typing import Literal

import msgspec

WearyKind = Literal["", "afraid", "pressed", "confused", "tired", "discouraged", "put_off"]
"""``put_off``: that it is a toil, or better not begun; empty: nothing by itself, it stands beside
such a clause."""


class Weary(msgspec.Struct, frozen=True):
    """``left``: its words that are no fixed picture, still to be judged for need. ``matter``:
    whether they may tell a matter of the desk. ``caused``: whether what wears the teller out is
    told, or the picture is of work; weariness without a cause may be need. ``open``: whether it
    has words that nobody here knows, so that nothing speaks against need."""

    kind: WearyKind
    left: str = ""
    matter: bool = False
    caused: bool = True
    open: bool = False
