"""What a visitor asks who supposes that something is not granted: 要是没过呢, 被退回了怎么办. Pure.

By its words such a text is near a complaint of one who has failed. It asks for a consequence, and
is answered from what is held, or not known.
"""

from __future__ import annotations

import re

from knowledge.text import normalise

_LONGEST = 20
"""Characters beyond which a text tells something of its own; English has thrice as many."""
_FAILED = re.compile(
    r"(?:没有?|未能?|不能?)(?:被|能|给)?(?:通?过(?!期)|批准?|获批|合格|达标|成功|受理)|通不过|过不了|批不下来"
    r"|被?(?:退回|驳回|打回|拒绝|拒了|否决|否了|退件)|失败"
    r"|\b(?:fails?|failed|rejected|refused|turned down|not (?:approved|passed|accepted|pass)"
    r"|doesn't pass|denied)\b"
)
"""What was applied for is not granted."""
_SUPPOSED = re.compile(
    r"^(?:那么?|但是?|不过|[,， ])*(?:如果|要是|假如|万一|若是?|倘若)"
    r"|(?:怎么[办样]|咋办|会怎样|(?:会|有)什么后果|的话|呢)[呢啊呀]?[?？。]*$"
    r"|^(?:and |but |so )*(?:what )?(?:happens )?if\b"
)
"""It is supposed, or asked what then."""


def fails(text: str) -> bool:
    """Whether a text supposes that what was spoken of is not granted, and asks what then."""
    text = normalise(text).strip()
    if len(text) > _LONGEST * (3 if text.isascii() else 1):
        return False
    return _FAILED.search(text) is not None and _SUPPOSED.search(text) is not None
