"""The mouth and the captions of a sentence on the clock of its sound.

Given when the voice says which words, syllables are laid into those times; without a sound they are
laid one after another at the usual speed.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from operator import sub

import msgspec

from avatar.cues import Viseme, VisemeTrack, WordTrack
from avatar.spans import Spoken
from avatar.syllables import Unit, units

LEAD = 60
TAIL = 160
"""Milliseconds of silence around a sentence without sound."""
GAP = 90
"""Milliseconds of silence after which the mouth closes."""
SHORTEST = 18
"""Milliseconds below which a shape melts into the one before it: no eye can see it."""


class Boundary(msgspec.Struct, frozen=True):
    """A word that a voice says it says, in milliseconds of the sound."""

    text: str
    time: float
    duration: float


class Tracks(msgspec.Struct, frozen=True):
    """Mouth and captions of one sentence; nothing in them lasts beyond ``duration``."""

    duration: int
    visemes: VisemeTrack
    words: WordTrack


class Heard(msgspec.Struct, frozen=True):
    """How the words of a voice lie on the text. ``times``: start and length of each unit, ``None``
    where no word covers it; ``rest``: milliseconds that the units after the last covered one would
    take at the speed of the covered ones."""

    units: tuple[Unit, ...]
    times: tuple[tuple[float, float] | None, ...]
    rest: float


def estimate(spoken: Spoken, *, rate_percent: int = 0) -> Tracks:
    """The tracks of a sentence that has no sound, at the usual speed changed by the tone's."""
    pace = 1 / (1 + rate_percent / 100)
    found = list(units(spoken.text))
    while found and not found[-1].shapes:
        found.pop()
    times: list[tuple[float, float]] = []
    at = float(LEAD)
    for unit in found:
        times.append((at, unit.length * pace))
        at += unit.length * pace
    return _tracks(spoken, found, times, duration=round(at) + TAIL)


def align(text: str, boundaries: Sequence[Boundary]) -> Heard:
    """Lay a voice's words onto the spoken text by matching their letters, not by their position:
    voices cut words oddly, leave out signs, and may say something that does not stand there."""
    found = units(text)
    places = [index for index, character in enumerate(text) if character.isalnum()]
    plain = "".join(text[index] for index in places).lower()
    times: list[tuple[float, float] | None] = [None] * len(found)
    cursor = 0
    for boundary in boundaries:
        word = "".join(c for c in boundary.text if c.isalnum()).lower()
        at = plain.find(word, cursor) if word else -1
        # A word far ahead is rather a chance likeness than a stretch that was left out.
        if at < 0 or at - cursor > 12:
            continue
        cursor = at + len(word)
        _lay(found, times, boundary, start=places[at], end=places[cursor - 1] + 1)
    last = max((i for i, time in enumerate(times) if time is not None), default=-1)
    covered = [(u.length, time[1]) for u, time in zip(found, times, strict=True) if time]
    usual = sum(length for length, _ in covered)
    pace = sum(taken for _, taken in covered) / usual if usual else 1.0
    rest = sum(unit.length for unit in found[last + 1 :] if unit.shapes)
    return Heard(tuple(found), tuple(times), rest * pace)


def _lay(
    found: Sequence[Unit],
    times: list[tuple[float, float] | None],
    boundary: Boundary,
    *,
    start: int,
    end: int,
) -> None:
    """Share a word's time among the units that it covers."""
    covered = [i for i, u in enumerate(found) if u.shapes and start < u.end and u.start < end]
    covered = [i for i in covered if times[i] is None]
    whole = sum(found[i].length for i in covered)
    at = boundary.time
    for i in covered:
        length = boundary.duration * found[i].length / whole
        times[i] = (at, length)
        at += length


def follow(spoken: Spoken, heard: Heard, *, duration: int) -> Tracks:
    """The tracks of a sentence whose sound lasts ``duration`` milliseconds. Units between two
    covered ones share the time between them."""
    shaped = [i for i, unit in enumerate(heard.units) if unit.shapes]
    known = [(i, time) for i in shaped if (time := heard.times[i]) is not None]
    if not known:
        return stretch(spoken, duration=duration)
    times: dict[int, tuple[float, float]] = dict(known)
    edges = [(-1, (0.0, float(LEAD))), *known, (len(heard.units), (duration - float(TAIL), 0.0))]
    for (left, before), (right, after) in pairwise(edges):
        between = [i for i in shaped if left < i < right]
        free = after[0] - (before[0] + before[1])
        usual = sum(heard.units[i].length for i in between)
        at = before[0] + before[1]
        for i in between:
            length = heard.units[i].length * min(1.0, max(0.0, free) / usual)
            times[i] = (at, length)
            at += length
    kept = [i for i in shaped if times[i][1] > 0]
    return _tracks(
        spoken, [heard.units[i] for i in kept], [times[i] for i in kept], duration=duration
    )


def stretch(spoken: Spoken, *, duration: int) -> Tracks:
    """The tracks of a sentence of which only the length of its sound is known."""
    found = list(units(spoken.text))
    while found and not found[-1].shapes:
        found.pop()
    whole = sum(unit.length for unit in found)
    room = max(0.0, float(duration - LEAD - TAIL))
    times: list[tuple[float, float]] = []
    at = float(min(LEAD, duration))
    for unit in found:
        length = unit.length * room / whole
        times.append((at, length))
        at += length
    return _tracks(spoken, found, times, duration=duration)


def _tracks(
    spoken: Spoken,
    found: Sequence[Unit],
    times: Sequence[tuple[float, float]],
    *,
    duration: int,
) -> Tracks:
    return Tracks(
        max(1, duration),
        _visemes(found, times, duration=duration),
        _words(spoken, found, times, duration=duration),
    )


def _visemes(
    found: Sequence[Unit], times: Sequence[tuple[float, float]], *, duration: int
) -> VisemeTrack:
    moments: list[tuple[float, Viseme, float]] = []
    end = 0.0
    for unit, (start, length) in zip(found, times, strict=True):
        if not unit.shapes:
            continue
        if start - end > GAP and moments:
            moments.append((end, "sil", 0.0))
        at = max(start, end)
        for shape in unit.shapes:
            moments.append((at, shape.viseme, shape.weight))
            at += shape.share * length
        end = max(end, start + length)
    last = min(round(end), duration)
    visemes: list[Viseme] = []
    times_kept: list[int] = []
    weights: list[float] = []
    for moment, viseme, weight in moments:
        time = round(moment)
        if time + SHORTEST > last:
            continue
        # A closing of the lips is seen even when it is short; other shapes must last.
        if times_kept and time - times_kept[-1] < SHORTEST:
            if viseme != "PP":
                continue
            del visemes[-1], times_kept[-1], weights[-1]
        if not visemes or visemes[-1] != viseme or weights[-1] != weight:
            visemes.append(viseme)
            times_kept.append(time)
            weights.append(weight)
    lengths = map(sub, [*times_kept[1:], last], times_kept)
    return VisemeTrack(tuple(visemes), tuple(times_kept), tuple(lengths), tuple(weights))


def _words(
    spoken: Spoken,
    found: Sequence[Unit],
    times: Sequence[tuple[float, float]],
    *,
    duration: int,
) -> WordTrack:
    """A row for each stretch of the shown text; units of one shown stretch share a row."""
    rows: list[tuple[int, int, int, int]] = []
    for unit, (time, length) in zip(found, times, strict=True):
        if not unit.shapes:
            continue
        start = spoken.origins[unit.start][0]
        end = spoken.origins[unit.end - 1][1]
        at = round(time)
        until = min(duration, round(time + length))
        if rows and start < rows[-1][1]:
            first, _, begun, _ = rows[-1]
            rows[-1] = (first, max(end, rows[-1][1]), begun, max(until, rows[-1][3]))
        elif until > at and (not rows or at > rows[-1][2]):
            rows.append((start, end, at, until))
    return WordTrack(
        tuple(row[0] for row in rows),
        tuple(row[1] for row in rows),
        tuple(row[2] for row in rows),
        tuple(row[3] - row[2] for row in rows),
    )


TO_VRM: dict[Viseme, tuple[tuple[str, float], ...]] = {
    "sil": (), "PP": (), "FF": (("ih", 0.2),), "TH": (("ih", 0.25),), "DD": (("ih", 0.3),),
    "kk": (("aa", 0.15),), "CH": (("ou", 0.35), ("ih", 0.2)), "SS": (("ih", 0.3),),
    "nn": (("ih", 0.3),), "RR": (("ou", 0.3),), "aa": (("aa", 1.0),), "E": (("ee", 1.0),),
    "I": (("ih", 1.0),), "O": (("oh", 1.0),), "U": (("ou", 1.0),),
}  # fmt: skip
"""Oculus visemes as the mouth presets of VRM 1.0."""

TO_ARKIT: dict[Viseme, tuple[tuple[str, float], ...]] = {
    "sil": (),
    "PP": (("mouthClose", 0.3), ("mouthPressLeft", 0.4), ("mouthPressRight", 0.4)),
    "FF": (("mouthRollLower", 0.5), ("mouthUpperUpLeft", 0.2), ("mouthUpperUpRight", 0.2)),
    "TH": (("jawOpen", 0.2), ("tongueOut", 0.3)),
    "DD": (("jawOpen", 0.2), ("mouthLowerDownLeft", 0.2), ("mouthLowerDownRight", 0.2)),
    "kk": (("jawOpen", 0.25),),
    "CH": (("jawOpen", 0.12), ("mouthFunnel", 0.45)),
    "SS": (("jawOpen", 0.08), ("mouthStretchLeft", 0.3), ("mouthStretchRight", 0.3)),
    "nn": (("jawOpen", 0.18),),
    "RR": (("jawOpen", 0.18), ("mouthFunnel", 0.3)),
    "aa": (("jawOpen", 0.65),),
    "E": (("jawOpen", 0.35), ("mouthStretchLeft", 0.3), ("mouthStretchRight", 0.3)),
    "I": (("jawOpen", 0.18), ("mouthSmileLeft", 0.3), ("mouthSmileRight", 0.3)),
    "O": (("jawOpen", 0.4), ("mouthFunnel", 0.55)),
    "U": (("jawOpen", 0.18), ("mouthPucker", 0.75)),
}
"""Oculus visemes as ARKit blend shapes."""
