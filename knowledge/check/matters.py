"""Whether the names of matters lead to one matter each, and their sides to answering documents."""

from __future__ import annotations

from knowledge.check.findings import Findings, error
from knowledge.pack import Pack
from knowledge.search.targets import ANSWERING
from knowledge.text import symbols
from knowledge.types import Matter


def check_matters(pack: Pack) -> Findings:
    """All findings about matters."""
    owners: dict[tuple[str, ...], str] = {}
    kinds = {d: kind for kind in ANSWERING for d in pack.all(kind)}
    every = {d.id for d in pack.every()}
    for matter in pack.all(Matter).values():
        for name in matter.names:
            found = symbols(name)
            owner = owners.setdefault(found, matter.id)
            if owner != matter.id:
                yield error(
                    "matter", matter.id, f"the name {name!r} is {owner}'s too",
                    mend="leave it to one of them",
                )  # fmt: skip
            if not found:
                yield error("matter", matter.id, f"the name {name!r} is empty", mend="name it")
        seen: set[str] = set()
        for side in matter.sides:
            if side.side in seen:
                yield error(
                    "matter", matter.id, f"the side {side.side} stands twice", mend="keep one"
                )
            seen.add(side.side)
            if side.document in every and side.document not in kinds:
                yield error(
                    "matter", matter.id, f"{side.document} answers no question",
                    mend="name an entry, list, procedure, table, rule or gap",
                )  # fmt: skip
