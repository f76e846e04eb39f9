"""Another group of people that a further text adds to a case (还有员工的，也一起传; also our
staff): the groups told before stay in it, and a ground or a number of the new one is not theirs.
Pure; over normalised texts."""

from __future__ import annotations

import re
from collections.abc import Sequence

from knowledge.answers.others_staff import without_claim, without_others
from knowledge.answers.people_groups import named_groups, names_groups_alone
from knowledge.text import normalise

_ADDS = re.compile(
    r"^(?:哦|噢|嗯|对了|忘了说?|差点忘了?|[,，。!\s])*(?:另外|此外|而且|同时|还|也|连同|加上|外加|再加|以及|顺[带便]|捎带|连带)"
    r"|^(?:(?:oh|and|right|sorry|by the way|i forgot)\b[,.:; ]*)*"
    r"(?:also|plus|as well as|together with)\b"
    r"|^and (?:(?:our|the|some|all|of|course) )*[a-z]+(?: (?:data|details|members))?[.! ]*$"
    r"|\bas well\b|\btoo\b|^(?:and )?we (?:(?:will|would|shall|must|have to) )?also\b"
    r"|也(?:有|在内|在里面)(?:的|了|[.。! ])*$"
    r"|也(?:要|得|会|都)?(?:[1一](?:起|并|块)|同时|顺[带便])?[传发给送](?:过去|出去|走)?(?:的"
    r"|了|[.! ])*(?=[,。;]|$)"
)
_ASKS_OF_THEM = re.compile(
    r"呢|怎么|咋|如何|哪|什么|啥|[吗么]\s*[?？]?\s*$|\b(?:what|how|which|and if)\b"
)
"""What asks of the new group alone."""
_INSTEAD = re.compile(
    r"不是|不传|不含|不包|没有|除了|只[有传剩]|换成|改成|\b(?:not|no|only|instead)\b"
)
_BESIDE_NAMES = re.compile(
    r"哦|噢|嗯|对了|另外|此外|而且|同时|还|也|连同|再?加上?|外加|在内|有|我们|公司|自己|[1一]些|都"
    r"|[,，。.! ]"
    r"|\b(?:oh|and|also|plus|our|the|some|all|own|too|as well(?: as)?|together with)\b"
)
"""What stands beside the name of a group that is added and nothing else: 还有员工."""
_CLOSED = re.compile(r"[?？。.!！\s]+$")


def with_added_people(texts: Sequence[str]) -> list[str]:
    """The texts of a conversation, each that only adds a group of people put to the one that told
    of others."""
    found: list[str] = []
    for text in texts:
        found.append(text)
        place = _joined_to(found)
        if place is not None:
            joined = f"{_CLOSED.sub('', found[place])},{text}"
            found = [*found[:place], joined, *found[place + 1 : -1]]
    return found


def adds_people(texts: Sequence[str]) -> bool:
    """Whether the last text only adds a group of people to a case that was told of others."""
    return _joined_to([normalise(text) for text in texts]) is not None


def added_alone(texts: Sequence[str]) -> bool:
    """Whether the last text adds a group by its name alone, and says nothing of its data."""
    said = [normalise(text) for text in texts]
    names = said and _joined_to(said) is not None
    return bool(names) and names_groups_alone(_BESIDE_NAMES.sub(" ", said[-1]))


def _joined_to(texts: Sequence[str]) -> int | None:
    """The place of the text that told of the people to whom the last text adds others."""
    if len(texts) < 2 or not _adds(texts[-1]):
        return None
    named = set(named_groups(texts[-1]))
    for place in range(len(texts) - 2, -1, -1):
        before = set(named_groups(texts[place]))
        if before:
            return None if named <= before else place
    return None


def _adds(text: str) -> bool:
    return (
        _ADDS.search(text) is not None
        and bool(named_groups(text))
        and _ASKS_OF_THEM.search(without_claim(text)) is None
        and _INSTEAD.search(without_others(text)) is None
    )
