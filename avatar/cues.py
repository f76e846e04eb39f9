"""Value types that travel between voice and face. Times are milliseconds of the audio's clock."""

from __future__ import annotations

from typing import Literal, get_args

import msgspec

Viseme = Literal[
    "sil", "PP", "FF", "TH", "DD", "kk", "CH", "SS", "nn", "RR", "aa", "E", "I", "O", "U"
]
VISEMES: tuple[Viseme, ...] = get_args(Viseme)


class VisemeTrack(msgspec.Struct, frozen=True):
    """Oculus-15 visemes as parallel arrays of one length, sorted by ``times``.

    ``weights`` lie in 0…1. Two neighbours may overlap; the face blends at most two.
    """

    visemes: tuple[Viseme, ...] = ()
    times: tuple[int, ...] = ()
    durations: tuple[int, ...] = ()
    weights: tuple[float, ...] = ()


class WordTrack(msgspec.Struct, frozen=True):
    """When each stretch of the *shown* sentence sounds: ``starts[i]:ends[i]`` are character
    offsets into the shown text; parallel arrays of one length."""

    starts: tuple[int, ...] = ()
    ends: tuple[int, ...] = ()
    times: tuple[int, ...] = ()
    durations: tuple[int, ...] = ()
