"""Whether on every day at most one version of a law is in force."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from itertools import combinations

from knowledge.check.findings import Findings, error
from knowledge.pack import Pack
from knowledge.types import Law


def check_laws(pack: Pack) -> Findings:
    """All findings about versions of laws."""
    families: dict[str, list[Law]] = defaultdict(list)
    for law in pack.all(Law).values():
        if law.family:
            families[law.family].append(law)
    for family, versions in families.items():
        for left, right in combinations(versions, 2):
            day = _common(left, right)
            if day is not None:
                when = f"on {day}" if day != date.max else "without an end"
                yield error(
                    "versions", right.id,
                    f"is in force {when}, and so is {left.id} of the same family {family}",
                    mend="end the older one on the day before the newer begins",
                )  # fmt: skip


def _common(left: Law, right: Law) -> date | None:
    """The first day on which both are in force for certain. Where the first day of a version is
    not known, only its last one is certain."""
    first = max(v.effective_from or v.effective_to or date.max for v in (left, right))
    last = min(v.effective_to or date.max for v in (left, right))
    return first if first <= last else None
