"""What a text tells with a word that asks elsewhere (能看出谁买了什么药的, you can see who bought
what): the word stands inside what is seen, known or kept, and asks nothing. Pure; over normalised
texts.
"""

from __future__ import annotations

import functools
import re

from knowledge.text import is_english

_SEEN = re.compile(
    r"(?:能|可以|都|也|会|就)*"
    r"(?:看(?:得|的)?[出到]来?|认(?:得|的)?出来?|查(?:得|的)?[到出]来?|分得?出来?|推得?[断出]来?"
    r"|(?<!想)(?<!要)(?<!不)(?<!我)知道|记(?:着|录着?|了|得)|写(?:着|明|了)|显示|体现|反映|暴露)(?:了|的)?(?:是)?"
    r"(?:谁|哪|什么|啥|几|多少|怎么)[^,。;?!]*(?<![吗呢])(?<![^什怎这那多]么)(?=[,。;]|$)"
)
_KEPT = re.compile(
    r"(?:谁|哪|什么|啥|几|多少)[^,。;?!]{0,12}(?:都|也|全)(?:能|会)?"
    r"(?:记|写|登记|存|知道|看得|查得|清楚|在里面)[^,。;?!]*(?<![吗么呢])(?=[,。;]|$)"
    r"|(?:谁|哪|什么|啥|几|多少)[^,。;?!]{0,12}(?:都|也|全)记着呢(?=[,。;]|$)"
)
_SEEN_ENGLISH = re.compile(
    r"\b(?:(?<!to )see|(?<!to )tell|(?<!to )know|shows?|says?|reveals?|records?|lists?)"
    r" (?:exactly )?(?:who|whose|what|which|when|where|how (?:many|much|often))\b"
    r"[^,.;?!]*(?=[,.;]|$)"
)


_ASKED_ENGLISH = re.compile(
    r"(?:and |so |but )*(?:can|could|do|does|did|would|will|may|should) (?:you|we|i|they|it|one)\b"
)


@functools.lru_cache(1024)
def without_told(text: str) -> str:
    """A normalised text without what it only tells in the words of a question."""
    if is_english(text):
        return text if _ASKED_ENGLISH.match(text) else _SEEN_ENGLISH.sub(" ", text)
    return _KEPT.sub(" ", _SEEN.sub(" ", text))
