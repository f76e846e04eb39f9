"""What is asked of a thing that a told step only names: 第二步的十一类是哪些.

The step itself says that there are eleven kinds and not which. They are searched by the words that
the step has for them; the step is told again only where nothing is found.
"""

from __future__ import annotations

import re
from collections.abc import Callable

import msgspec

from dialog.reply.searching import Search
from knowledge.findings import Findings
from knowledge.text import normalise
from knowledge.types import Procedure

_THING = re.compile(
    r"(?:那|请问|刚才|[,， ])*(?P<step>第\d{1,2}步|最后[1一]?步)(?:里面?|中|里头|说|讲|提到?|写"
    r"|要|对照)*的?"
    r"(?:那|这)?(?P<thing>[^,，。?!的]{2,10}?)(?:都|分别|具体|到底|又|主要|指的|各)*(?:是|有|包括"
    r"|包含|指)?(?:的是)?"
    r"(?:哪(?:些|几[个种类项]|[1几]*[个种类项])?|什么|啥)(?:东西|内容|数据|意思|样)?(?:的|呢|啊"
    r"|呀|吗|[?!。 ])*"
    r"|(?:and |so )*(?:what|which) (?:are|is) (?P<english>the [a-z0-9 -]{3,30}?) (?:in|of|at) "
    r"(?P<english_step>step \d{1,2}|the last step)[?. ]*"
)
_FURTHER = re.compile(r"(?<=..)(?:和|与|及|并|且)| and ")
"""What joins a further thing, or what is done with it."""
_CLAUSES = re.compile(r"[,，。;；:：、(（)）]")


async def named_in_step(
    text: str, numbered: Callable[[str], Findings | None], search: Search
) -> Findings | None:
    """What is known of a thing that a step names; ``None`` where none is asked for, or nothing is
    known of it. ``numbered``: the step of what was told, by its number."""
    read = _THING.fullmatch(normalise(text).strip())
    if read is None:
        return None
    step = numbered(read["step"] or read["english_step"])
    wording = _wording(step, read["thing"] or read["english"].removeprefix("the "))
    if not wording:
        return None
    which = f"what are the {wording}" if read["english"] else f"{wording}有哪些"
    for question in (which, wording):
        found = await search(question)
        best, told = found.best, step.exact if step is not None else None
        if found.band == "answer" and best is not None and told and best.id != told.id:
            return msgspec.structs.replace(found, law=None, ruling=None)
    return None


def _wording(step: Findings | None, thing: str) -> str:
    """The words that a step has for a thing, up to the end of the clause."""
    document = step.exact.document if step is not None and step.exact is not None else None
    if step is None or not isinstance(document, Procedure) or not step.part:
        return ""
    told = document.steps[step.part - 1]
    words = (told.name, told.what, *told.documents, told.condition)
    clauses = (c for w in words for c in _CLAUSES.split(normalise(w)))
    found = next((c[c.index(thing) :] for c in clauses if thing in c), "")
    return _FURTHER.split(found)[0]
