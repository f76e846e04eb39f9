"""A closed list asked for by its name: 三种权利一共有几项，分别是什么. Pure."""

from __future__ import annotations

import re

from knowledge.text import key, normalise

_COUNTING = re.compile(
    r"请问?|一下|想?了解|列出来?|列举|共|完整的?|具体|分别|一共|总共|都?有?(?:哪|几|多少)(?:些|项|条|种|类|个|步|家|样)?|包括|包含"
    r"|是什么|是啥|叫什么|[有是都的呢吗,，。?？、 ]"
)


def asked_by_name(question: str) -> str:
    """The name that is left of a question without the words that ask how many and which; empty
    where it asks neither."""
    text = normalise(question)
    rest = _COUNTING.sub("", text)
    return (
        key(rest) if len(rest) < len(text) and re.search(r"几|哪|多少|分别|列|什么", text) else ""
    )


def name_key(name: str) -> str:
    """The form of a list's name that ``asked_by_name`` gives."""
    return key(_COUNTING.sub("", normalise(name)))
