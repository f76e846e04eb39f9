"""How two things differ, where only the question before named them: 有什么不一样, behind
数据资源和数据产品分别是什么. Pure.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from dialog.reply.question import Exchange
from knowledge.text import normalise

_ALONE = re.compile(
    r"(?:那么?|请问|它们|他们|这|那|[2两二]者?|[个种样]|之间|到底|究竟|具体|[, ])*"
    r"(?:有(?:什么|啥|哪些|没有)?(?:不[1一]样|不同|区别|差别|差异)|(?:区别|差别|不同)(?:在哪[儿里]?|是什么|呢)"
    r"|怎么(?:区分|区别))(?:的?地方)?(?:吗|呢|啊|呀|[?。 ])*"
)
"""What asks how things differ and names none."""
_THING = r"[^,，。;?!和跟与、]{2,10}"
_PAIR = re.compile(
    r"(?:那么?|请问|你好|您好|想问(?:[1一]?下)?|什么是|关于|[, ])*"
    rf"(?P<one>{_THING}?)(?:和|跟|与|、|还是)"
    rf"(?P<other>{_THING}?)"
    r"(?:都|各|分别|到底|究竟|[2两二][者个种]|之间)*(?:(?:是|指)(?:什么|啥)(?:意思)?|什么意思|怎么(?:理解|回事)"
    r"|有(?:什么|啥|哪些)?(?:不[1一]样|不同|区别|差别)|呢|吗|啊|[?。 ])*"
)
"""What names two things and asks nothing else of them."""
_BACK = 2
"""Questions back to which the two were named."""


def with_pair(text: str, exchanges: Sequence[Exchange], *earlier: str) -> str:
    """A question how things differ, with the two that were named before it, in the conversation or
    ``earlier`` in the text; the text itself where it is no such question."""
    if _ALONE.fullmatch(normalise(text).strip()) is None:
        return text
    asked = [e.question for e in exchanges][-_BACK:]
    for before in (*reversed(earlier), *reversed(asked)):
        pair = _PAIR.fullmatch(normalise(before).strip())
        if pair is not None:
            return f"{pair['one']}和{pair['other']}有什么区别"
    return text
