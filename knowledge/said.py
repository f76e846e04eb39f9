"""Wordings by which a target is known without a search: its very words, its words up to small ones
that change nothing, a closed list's name."""

from __future__ import annotations

from collections.abc import Sequence

from knowledge.answers.naming import name_key
from knowledge.search.forms import Forms
from knowledge.search.targets import Target
from knowledge.types import ClosedList

_CORE = 4
"""Characters that a wording must have left without its small words to be known by them."""


def exact_keys(targets: Sequence[Target], forms: Forms) -> dict[str, Target]:
    """Wordings to targets. Where two targets claim one wording, the standard question wins."""
    table: dict[str, Target] = {}
    for target in targets:
        if target.questions:
            table.setdefault(forms.key(target.questions[0]), target)
    for target in targets:
        for question in target.questions[1:]:
            table.setdefault(forms.key(question), target)
    table.pop("", None)
    return table


def list_names(targets: Sequence[Target]) -> dict[str, Target]:
    """Closed lists by their names, where a name is one list's alone."""
    table: dict[str, Target | None] = {}
    for target in targets:
        if isinstance(target.document, ClosedList):
            name = name_key(target.document.name)
            table[name] = None if name in table else target
    return {n: t for n, t in table.items() if t is not None and len(n) >= _CORE}


def core_keys(targets: Sequence[Target], forms: Forms) -> dict[str, Target]:
    """Wordings without their small words. What two targets share is left out, and what a target has
    of its own near misses: there the small words may tell them apart. What must not be answered by
    another target takes nothing away."""
    table: dict[str, Target | None] = {}
    for target in targets:
        for question in target.questions:
            core = forms.core(question)
            table[core] = target if table.setdefault(core, target) is target else None
    for target in targets:
        for near_miss in target.negative:
            core = forms.core(near_miss)
            if table.get(core) is target:
                table[core] = None
    return {c: t for c, t in table.items() if t is not None and len(c) >= _CORE}
