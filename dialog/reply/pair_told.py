"""Two things that are named together: how they differ, where only the question before named them
(有什么不一样, behind 数据资源和数据产品分别是什么), and what each is. Pure.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from dialog.reply.question import Exchange
from knowledge.text import is_english, normalise

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


_BOTH = re.compile(
    r"(?:那么?|请问|你好|您好|想问(?:[1一]?下)?|(?P<first>什么是|什么叫|啥是)|[, ])*"
    rf"(?P<one>{_THING}?)(?:和|跟|与|、)(?P<other>{_THING}?)"
    r"(?:都|各自?|分别|到底|究竟|[2两二][者个种])*(?P<last>(?:是|指)(?:的是)?(?:什么|啥)(?:意思|东西)?|什么意思)?"
    r"(?:呢|啊|[?。 ])*"
)
_BOTH_ENGLISH = re.compile(
    r"what (?:is|are) (?:an? |the )?(?P<one>[a-z][a-z -]{2,30}?) and (?:an? |the |what is an? )?"
    r"(?P<other>[a-z][a-z -]{2,30}?)[? ]*"
)
_ONE_NAME = re.compile(r"(?:规定|办法|条例|法|意见|标准|规范|制度|关系|区别|差别)$")
"""What ends the name of a single text that has an and in it, or asks for both together."""


def both_meant(text: str) -> tuple[str, ...]:
    """The two questions what each of two things is, where a text asks that of both and nothing else
    (数商和经纪人是什么); none for any other text."""
    plain = normalise(text).strip()
    if is_english(plain):
        read = _BOTH_ENGLISH.fullmatch(plain)
        return tuple(f"What is a {n}?" for n in (read["one"], read["other"])) if read else ()
    read = _BOTH.fullmatch(plain)
    if read is None or not (read["first"] or read["last"]) or _ONE_NAME.search(read["other"]):
        return ()
    return f"{read['one']}是什么", f"{read['other']}是什么"


def pair_named(text: str) -> tuple[str, ...]:
    """The names of the two things of which a text asks what they are or how they differ, as it
    names them; none where it names no two."""
    plain = normalise(text).strip()
    pattern = _BOTH_ENGLISH if is_english(plain) else _PAIR
    read = pattern.fullmatch(plain)
    return (read["one"], read["other"]) if read is not None else ()


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
