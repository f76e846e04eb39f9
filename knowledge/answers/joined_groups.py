"""Groups of people that are named in one breath, with what is given of them told once (十五万个会员
和两千个员工的姓名电话; the names of 900 guests and 30 nurses): it is told of each. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence

from knowledge.answers.people_groups import GROUPS, NO_GROUP, named_groups

_GROUP = f"(?:{'|'.join(words.pattern for _, _, words in GROUPS)})"
_NUMBER = r"(?:[\d一二两三四五六七八九十百千万几多来余]+ ?(?:个|名|位|人)?(?:的)?)"
_LAST = re.compile(rf"(?:{_NUMBER}|\b[a-z]+ )?{_GROUP}(?:们|['’]s?)?(?:,?{_NUMBER})?$")
"""What ends a piece with a group: nothing is told of what is given of it."""
_FIRST = re.compile(
    rf"^(?:还有|另外|以及|外加|加上|再加上?|和|跟|与|及|also )*"
    rf"(?:约|大概|大约|近|about |some |another )*"
    rf"(?:{_NUMBER} ?)?(?:[a-z]+ )?(?:{_GROUP})(?:们|['’]s?)?(?:{_NUMBER})?(?P<tail>.*)$"
)
"""What begins a piece with a group, without a verb of its own."""
_HEAD = re.compile(rf"^(?P<head>.*\bof )(?:[a-z]+ ){{0,2}}?\d+ (?:[a-z]+ )?{_GROUP}")
_HELD = re.compile(r"有(?!关)|雇|招|\b(?:have|has|employ|with)\b")
_COUNTED = re.compile(r"\d+ ?(?:人|个|名|位|people|persons)")


def with_joined(pieces: Sequence[str]) -> list[str]:
    """The pieces of a text, in which one that only names a group is told what the next tells of
    both, or the one before: no piece with a verb of its own is."""
    found = [*pieces]
    for place in range(len(pieces) - 1):
        one, other = pieces[place], pieces[place + 1]
        first, second = named_groups(one), named_groups(other)
        if len(first) != 1 or len(second) != 1 or first == second or _HELD.search(one):
            continue
        follows = _FIRST.match(other) if _LAST.search(one) else None
        if follows is None or NO_GROUP.search(other):
            continue
        tail = follows["tail"].strip(" 的")
        head = _HEAD.match(one)
        if head is not None:
            found[place + 1] = f"{head['head']}{other}"
        rest = _groupless(pieces[place + 2 :])
        said = "，".join(t for t in (tail, *rest) if t and not _COUNTED.search(t))
        if said:
            found[place] = f"{one}的{said}" if not one.isascii() else f"{one} {said}"
    return found


def _groupless(pieces: Sequence[str]) -> list[str]:
    """The pieces up to the next that names a group."""
    until = next((n for n, p in enumerate(pieces) if named_groups(p)), len(pieces))
    return [*pieces[:until]]
