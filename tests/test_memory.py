"""What is freed is given back, and what stays is left alone by the collector."""

from __future__ import annotations

import gc

from dialog.memory import settle


def test_what_stays_is_left_out_of_collections() -> None:
    """Also where the C library has no such call nothing is raised."""
    kept = [[number] for number in range(1000)]
    before = gc.get_freeze_count()
    settle()
    assert gc.get_freeze_count() >= before + len(kept)
    gc.unfreeze()
