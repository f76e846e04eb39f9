"""What a process does with its memory once what stays is in place."""

from __future__ import annotations

import contextlib
import ctypes
import gc


def settle() -> None:
    """Leave what is there now out of later collections, and give the rest back.

    Some hundred thousand objects stay: the collector need not walk through them again and again
    while visitors wait. A snapshot holds no cycles, so it is still freed when the next one takes
    its place.
    """
    gc.freeze()
    give_back()


def give_back() -> None:
    """Give freed memory back to the system, where the C library can (glibc): what building needed
    for a moment, some forty megabytes, would else count as ours for good."""
    with contextlib.suppress(OSError, AttributeError):
        ctypes.CDLL(None).malloc_trim(0)
