"""A document's life in steps: a revision together with the drafts that led to it. Pure.

Saving a draft and publishing it make two revisions; for a reader they are one publication.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

import msgspec

from knowledge.revisions import Key, Recent, Revision

Act = Literal["draft", "published", "retired", "discarded"]


class Step(msgspec.Struct, frozen=True):
    """``drafts``: those that ended in this revision, newest first."""

    act: Act
    revision: Revision
    drafts: tuple[Revision, ...] = ()


def steps(history: Sequence[Revision]) -> tuple[Step, ...]:
    """The steps of one document, newest first, from its revisions in the same order.

    A draft that was published or given up belongs to that step; one that was passed over, as an
    older revision was restored, or that still waits, is a step of its own.
    """
    found: list[Step] = []
    place = 0
    while place < len(history):
        one = history[place]
        earlier = history[place + 1 :]
        act = _act(one, earlier)
        drafts = () if act == "draft" else _drafts(one, earlier, given_up=act == "discarded")
        found.append(Step(act, one, drafts))
        place += 1 + len(drafts)
    return tuple(found)


def recent_steps(recent: Recent) -> tuple[Step, ...]:
    """The steps of several documents that staff did last, newest first."""
    by_document: dict[Key, list[Revision]] = {}
    for row in (*recent.rows, *recent.others):
        by_document.setdefault((row.kind, row.key), []).append(row)
    found: dict[Revision, Step] = {}
    for history in by_document.values():
        history.sort(key=lambda row: -row.number)
        found.update((step.revision, step) for step in steps(history))
    return tuple(found[row] for row in recent.rows if row in found)


def _act(one: Revision, earlier: Sequence[Revision]) -> Act:
    if one.state == "draft":
        return "draft"
    # Giving a draft up appends what stood there before, and opens no version.
    before = next((other for other in earlier if other.state != "draft"), None)
    if one.version == (0 if before is None else before.version):
        return "discarded"
    return one.state


def _drafts(one: Revision, earlier: Sequence[Revision], *, given_up: bool) -> tuple[Revision, ...]:
    drafts: list[Revision] = []
    for other in earlier:
        if other.state != "draft":
            break
        drafts.append(other)
    taken = bool(drafts) and (given_up or drafts[0].body == one.body)
    return tuple(drafts) if taken else ()
