"""The pictures of the evaluation's page, drawn as inline SVG. Pure.

Colours are the page's variables, so that one drawing serves light and dark. Every picture has a
title for those who do not see it; the page gives its figures in a table as well.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape

from dialog.evaluating.measures import Bin, Point, Timing

WIDTH, HEIGHT = 460, 320
_LEFT, _RIGHT, _TOP, _BOTTOM = 58, 18, 16, 50
_ROW = 30
_NAMES = 132


class Frame:
    """A plot's coordinates: ``x`` and ``y`` from 0…1 into the picture."""

    def __init__(self, *, top: float = 1.0) -> None:
        """``top``: the value at the upper end of the y axis."""
        self._top = top

    def x(self, share: float) -> float:
        """The place of a share on the x axis."""
        return round(_LEFT + share * (WIDTH - _LEFT - _RIGHT), 1)

    def y(self, share: float) -> float:
        """The place of a share on the y axis."""
        room = HEIGHT - _TOP - _BOTTOM
        return round(HEIGHT - _BOTTOM - min(share / self._top, 1.0) * room, 1)

    def axes(self, x_name: str, y_name: str) -> Iterable[str]:
        """Grid, figures and names of both axes."""
        for step in range(6):
            share, value = step / 5, self._top * step / 5
            x, y = self.x(share), self.y(value)
            yield f'<line class="grid" x1="{x}" x2="{x}" y1="{_TOP}" y2="{HEIGHT - _BOTTOM}"/>'
            yield f'<line class="grid" x1="{_LEFT}" x2="{WIDTH - _RIGHT}" y1="{y}" y2="{y}"/>'
            yield text(x, HEIGHT - _BOTTOM + 18, percent(share), "middle")
            yield text(_LEFT - 8, y + 4, percent(value), "end")
        yield text((WIDTH + _LEFT - _RIGHT) / 2, HEIGHT - 8, x_name, "middle")
        middle = (HEIGHT - _BOTTOM + _TOP) / 2
        yield (
            f'<text class="name" text-anchor="middle" transform="translate(13 {middle})'
            f' rotate(-90)">{escape(y_name)}</text>'
        )


def percent(share: float) -> str:
    """A share as an axis shows it."""
    value = round(share * 100, 1)
    return f"{value:g}%"


def text(x: float, y: float, words: str, anchor: str = "start") -> str:
    """A piece of text."""
    return f'<text x="{x}" y="{y}" text-anchor="{anchor}">{escape(words)}</text>'


def svg(title: str, parts: Iterable[str], *, width: int = WIDTH, height: int = HEIGHT) -> str:
    """A picture with its title."""
    return (
        f'<svg viewBox="0 0 {width} {height}" role="img" aria-label="{escape(title)}">'
        f"<title>{escape(title)}</title>{''.join(parts)}</svg>"
    )


def reliability_picture(bins: Sequence[Bin]) -> str:
    """Stated chances against what came true; the diagonal is perfect, a dot's size its count."""
    frame = Frame()
    most = max((b.count for b in bins), default=1)
    parts = [*frame.axes("stated chance", "came true")]
    parts.append(
        f'<line class="ideal" x1="{frame.x(0)}" y1="{frame.y(0)}" x2="{frame.x(1)}"'
        f' y2="{frame.y(1)}"/>'
    )
    points = " ".join(f"{frame.x(b.stated)},{frame.y(b.true)}" for b in bins)
    parts.append(f'<polyline class="curve" points="{points}"/>')
    for one in bins:
        size = round(3 + 6 * (one.count / most) ** 0.5, 1)
        about = f"{percent(one.stated)} stated, {percent(one.true)} true, {one.count} replies"
        parts.append(
            f'<circle class="dot" cx="{frame.x(one.stated)}" cy="{frame.y(one.true)}" r="{size}">'
            f"<title>{about}</title></circle>"
        )
    return svg("Reliability: stated chance against what came true", parts)


def risk_picture(curve: Sequence[Point]) -> str:
    """Wrong among answered against the share answered."""
    worst = max((p.risk for p in curve), default=0.0)
    frame = Frame(top=next(t for t in (0.05, 0.1, 0.2, 0.5, 1.0) if t >= worst))
    parts = [*frame.axes("answered", "wrong among answered")]
    points = " ".join(f"{frame.x(p.coverage)},{frame.y(p.risk)}" for p in curve)
    parts.append(f'<polyline class="curve" points="{points}"/>')
    if curve:
        last = curve[-1]
        about = f"{percent(last.coverage)} answered, {percent(last.risk)} of these wrong"
        parts.append(
            f'<circle class="dot" cx="{frame.x(last.coverage)}" cy="{frame.y(last.risk)}" r="5">'
            f"<title>{about}</title></circle>"
        )
    return svg("Risk and coverage: wrong among answered against the share answered", parts)


def kinds_picture(rows: Sequence[tuple[str, int, int, int]]) -> str:
    """Right, silent and wrong for each kind of question: bars of one length."""
    parts: list[str] = []
    room = WIDTH - _NAMES - _RIGHT
    for number, (kind, right, silent, wrong) in enumerate(rows):
        y = 8 + number * _ROW
        parts.append(text(_NAMES - 8, y + 14, kind, "end"))
        at, whole = float(_NAMES), max(right + silent + wrong, 1)
        for name, count in (("right", right), ("silent", silent), ("wrong", wrong)):
            width = round(room * count / whole, 1)
            if count:
                parts.append(
                    f'<rect class="{name}" x="{round(at, 1)}" y="{y}" width="{width}" height="20">'
                    f"<title>{escape(kind)}: {count} {name}</title></rect>"
                )
            if width > 26:
                middle = round(at + width / 2, 1)
                on = f'<text class="on" x="{middle}" y="{y + 14}" text-anchor="middle">'
                parts.append(f"{on}{count}</text>")
            at += width
    at = _NAMES
    below = 8 + len(rows) * _ROW + 4
    for name in ("right", "silent", "wrong"):
        parts.append(f'<rect class="{name}" x="{at}" y="{below}" width="14" height="14"/>')
        parts.append(text(at + 20, below + 12, name))
        at += 84
    return svg("Right, silent and wrong by kind of question", parts, height=below + 24)


def times_picture(timings: Sequence[Timing]) -> str:
    """How long replies take by route: the bar ends at the median, the line at 19 of 20."""
    parts: list[str] = []
    longest = max((t.p95 for t in timings), default=1.0) or 1.0
    room = WIDTH - _NAMES - _RIGHT - 74
    for number, one in enumerate(timings):
        y = 8 + number * _ROW
        half, most = (round(room * v / longest, 1) for v in (one.p50, one.p95))
        parts.append(text(_NAMES - 8, y + 14, one.route, "end"))
        parts.append(
            f'<line class="reach" x1="{_NAMES}" x2="{_NAMES + most}" y1="{y + 10}" y2="{y + 10}"/>'
        )
        parts.append(
            f'<rect class="right" x="{_NAMES}" y="{y + 2}" width="{max(half, 1)}" height="16">'
            f"<title>{escape(one.route)}: half within {one.p50:.0f} ms</title></rect>"
        )
        parts.append(text(_NAMES + most + 6, y + 14, f"{one.p50:.0f} / {one.p95:.0f} ms"))
    height = 16 + len(timings) * _ROW
    return svg("Milliseconds by route: median and 19 of 20", parts, height=height)
