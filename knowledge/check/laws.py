"""Whether on every day at most one version of a law is in force, rules hold only while theirs does,
and what was not read in a law is told with reserve."""

from __future__ import annotations

import re
from collections import defaultdict
from datetime import date
from itertools import combinations

from knowledge.check.findings import Findings, error, warning
from knowledge.pack import Pack
from knowledge.types import Law, Rule

_UNSEEN = re.compile(r"未见(?:到|过)?(?:该|本)?(?:条文|原文|条)|原文未见|(?:须|待)核(?![对准])")
"""In a rule's note: its article was not read. 须核对 is said of a text that was."""


def check_laws(pack: Pack) -> Findings:
    """All findings about versions of laws and the days of their rules."""
    for rule in pack.all(Rule).values():
        law = pack.all(Law).get(rule.law)
        if law is not None and outside(rule, law):
            yield error(
                "rule_days", rule.id, f"is in force on days on which {law.id} is not",
                mend="mend the rule's dates, or name the version of the law that it is of",
            )  # fmt: skip
        if law is not None and _UNSEEN.search(rule.note) and rule.article not in law.in_doubt:
            yield warning(
                "unseen", rule.id,
                f"its note says that article {rule.article} was not seen, and {law.id} has it not "
                f"in_doubt: it is told without reserve",
                mend="add the article to the law's in_doubt, or read it and mend the note",
            )  # fmt: skip
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


def outside(rule: Rule, law: Law) -> bool:
    """Whether a rule's own days lie outside of the days of its law, as far as these are known."""
    start, end = law.effective_from, law.effective_to
    early = rule.effective_from and start and rule.effective_from < start
    late = end and (rule.effective_to or rule.effective_from or end) > end
    return bool(early or late)


def _common(left: Law, right: Law) -> date | None:
    """The first day on which both are in force for certain. Where the first day of a version is
    not known, only its last one is certain."""
    first = max(v.effective_from or v.effective_to or date.max for v in (left, right))
    last = min(v.effective_to or date.max for v in (left, right))
    return first if first <= last else None
