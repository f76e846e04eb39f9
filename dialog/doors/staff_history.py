"""What the console is told of a document's life and of the latest changes. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, TypeVar

import msgspec

from knowledge.documents import differences
from knowledge.revisions import Listed, Recent, Revision
from knowledge.steps import Step, recent_steps, steps

LawNames = Mapping[str, str]
"""Id of each law, and what people call it."""
R = TypeVar("R", Revision, Listed)


def titled(row: R, laws: LawNames) -> R:
    """A row whose title begins with the name of the law, where it began with its id: the title of
    a rule is kept without the law's own document."""
    law, mark, article = row.title.partition(" 第")
    if row.kind != "rule" or not mark or law not in laws:
        return row
    return msgspec.structs.replace(row, title=f"{laws[law]}{mark}{article}")


def life(history: tuple[Revision, ...], laws: LawNames) -> dict[str, Any]:
    """A document's newest words, those that visitors have, and its steps, each with what it changed
    against what visitors had before it (``against``, 0 = nothing)."""
    history = tuple(titled(one, laws) for one in history)
    last = next((one for one in history if one.state != "draft"), None)
    live = last if last is not None and last.state == "published" else None
    lines = [_line(step, history) for step in steps(history)]
    return {
        "document": msgspec.Raw(history[0].body.encode()),
        "published": None if live is None else msgspec.Raw(live.body.encode()),
        "newest": lines[0],
        "live": 0 if live is None else live.number,
        "history": lines,
    }


def changes(recent: Recent, laws: LawNames) -> list[dict[str, Any]]:
    """The latest steps of all documents, a line each."""
    return [
        _without_body(titled(step.revision, laws))
        | {"act": step.act, "drafts": [_without_body(titled(one, laws)) for one in step.drafts]}
        for step in recent_steps(recent)
    ]


def _line(step: Step, history: Sequence[Revision]) -> dict[str, Any]:
    drafts = [_compared(one, history) for one in step.drafts]
    return _compared(step.revision, history) | {"act": step.act, "drafts": drafts}


def _compared(one: Revision, history: Sequence[Revision]) -> dict[str, Any]:
    before = _before(one, [other for other in history if other.number < one.number])
    line = _without_body(one)
    line["against"] = 0 if before is None else before.number
    line["changes"] = [] if before is None else differences(one.kind, before.body, one.body)
    return line


def _before(one: Revision, earlier: Sequence[Revision]) -> Revision | None:
    """What a revision is compared with: the one published before it. A draft of what was never
    published is compared with the draft before it."""
    published = next((other for other in earlier if other.state == "published"), None)
    if published is not None or one.state != "draft":
        return published
    return next(iter(earlier), None)


def _without_body(one: Revision) -> dict[str, Any]:
    line = msgspec.structs.asdict(one)
    del line["body"]
    return line
