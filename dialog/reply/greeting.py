"""What greets, or asks whether anybody is there, and says nothing else. Pure."""

from __future__ import annotations

import re

from knowledge.text import normalise

_LONGEST = 40
"""Characters beyond which a text says more."""
_GREETING = re.compile(
    r"(?:[你您](?:们|大家)?好|大家好|老师好|[上中下]午好|早上?好|早安|晚上好|嗨|哈[喽罗啰]|哈|喂"
    r"|请问|有没有|有|个|人|在不在|在没在|在线|在|这里|这边|那边|都|还"
    r"|呢|吗|么|嘛|啊|呀|吧|不|哦|[,.?!~。， ])+"
    r"|(?:hello|hi|hey|good (?:morning|afternoon|evening|day)|is|are|you|any(?:one|body)"
    r"|some(?:one|body)|there|here|home|around|online|in|at|the|desk|[,.?!~ ])+"
)
_GREETS = re.compile(
    r"好|早安|嗨|哈[喽罗啰]|喂|有人|在不在|在没在|在线?[吗么嘛啊呀呢]"
    r"|\b(?:hello|hi|hey|good|any(?:one|body)|some(?:one|body)|you (?:there|here|around))\b"
)


def greets(text: str) -> bool:
    """Whether every word of a text greets or asks whether anybody is there: 你好在吗."""
    text = normalise(text).strip()
    if len(text) > _LONGEST or _GREETS.search(text) is None:
        return False
    return _GREETING.fullmatch(text) is not None
