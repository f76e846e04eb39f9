"""What is asked of a thing that a told step only names: 第二步的十一类是哪些.

The step itself says that there are eleven kinds and not which. They are searched by the words that
the step has for them; the step is told again only where nothing is found. Who asks what each step
takes (每一步要交什么材料) is told the papers and conditions of all of them.
"""

from __future__ import annotations

import re
from collections.abc import Callable

import msgspec

from dialog.reply.next_step import goes_on_in_steps
from dialog.reply.searching import Search
from knowledge.findings import EACH_STEP, Findings
from knowledge.snapshot import PLAIN, Snapshot
from knowledge.text import is_english, normalise
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
_EACH = re.compile(
    r"(?:每(?:1个|个|1)?|各个?)(?:步骤?|环节)(?:里面?|中|上|都|分别|具体|各自|又|的|要|需要|得)*"
    r"|\b(?:at |for |in |of )?each step\b"
)
_TAKES = re.compile(
    r"材料|文件|资料|手续|证件|条件|前提|注意|要求|负责|[交备带谁]"
    r"|\b(?:documents?|papers?|conditions?|hand in|submit|need(?:ed)?|required|prepare|who)\b"
)
"""What a step takes: its papers, its conditions, and who does it."""
_THIS_STEP = re.compile(
    r"(?:的?[这那]?1?个?|的)(?:步骤?|环节|阶段)(?!骤|[的]?(?:名|叫)|[一-龥]{0,2}(?:之间|先后))"
)
_NTH = re.compile(r"的?第(?P<number>\d{1,2})步(?!之?[后前])")
_FURTHER = re.compile(r"(?<=..)(?:和|与|及|并|且)| and ")
"""What joins a further thing, or what is done with it."""
_NAME = 4
"""Characters of a step's name that no other thing has."""
_LEAST = 3
"""Characters that name a procedure."""
_CLAUSES = re.compile(r"[,，。;；:：、(（)）]")


async def named_in_step(
    text: str, snapshot: Snapshot, numbered: Callable[[str], Findings | None], search: Search
) -> Findings | None:
    """What is known of a thing that a step names; ``None`` where none is asked for, or nothing is
    known of it. ``numbered``: the step of what was told, by its number."""
    if goes_on_in_steps(text) and (step := numbered(text)) is not None:
        return step
    each = await _of_each(text, numbered, search) or _of_name(text, snapshot)
    each = each or await _of_number(text, numbered, search)
    if each is not None:
        return each
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


async def _of_each(
    text: str, numbered: Callable[[str], Findings | None], search: Search
) -> Findings | None:
    """What each step takes, of the procedure that the text names, else of the one told before."""
    plain = normalise(text).strip()
    asked = _EACH.search(plain)
    if asked is None:
        return None
    before = plain[: asked.start()]
    if _TAKES.search(f"{before} {plain[asked.end() :]}") is None:
        return None
    told = numbered("step 1" if is_english(plain) else "第1步")
    for question in () if told is not None else (plain, f"{before}怎么办理"):
        found = await search(question)
        if found.best is not None and isinstance(found.best.document, Procedure):
            told = msgspec.structs.replace(found, exact=found.best)
            break
    steps = told.exact if told is not None else None
    if told is None or steps is None or not isinstance(steps.document, Procedure):
        return None
    return Findings("exact", exact=steps, chance=told.chance, band="answer", part=EACH_STEP)


def _of_name(text: str, snapshot: Snapshot) -> Findings | None:
    """The step that a text calls by its name and says to be one: 主体入驻这一步要做什么."""
    plain = normalise(text).strip()
    read = _THIS_STEP.search(plain)
    before = plain[: read.start()] if read is not None else ""
    named = [
        (len(step.name), procedure.id, number)
        for procedure in snapshot.pack.all(Procedure).values()
        for number, step in enumerate(procedure.steps, 1)
        if len(step.name) >= _NAME and before.endswith(normalise(step.name))
    ]
    # 交易结束 is no 结束; of two of a name, the one that is held first.
    _, key, number = max(named, key=lambda n: n[0], default=(0, "", 0))
    target = snapshot.index.target(key)
    return target and Findings("exact", exact=target, chance=PLAIN, band="answer", part=number)


async def _of_number(
    text: str, numbered: Callable[[str], Findings | None], search: Search
) -> Findings | None:
    """The step that a text names by its number, with its procedure: 场内交易第六步."""
    plain = normalise(text).strip()
    read = _NTH.search(plain)
    before = plain[: read.start()] if read is not None else ""
    if read is None or len(before) < _LEAST or numbered(text) is not None:
        return None
    found = await search(f"{before}怎么办理")
    steps, number = found.best, int(read["number"])
    if found.band != "answer" or steps is None or not isinstance(steps.document, Procedure):
        return None
    if not 0 < number <= len(steps.document.steps):
        return None
    return Findings("exact", exact=steps, chance=found.chance, band="answer", part=number)


def _wording(step: Findings | None, thing: str) -> str:
    """The words that a step has for a thing, up to the end of the clause."""
    document = step.exact.document if step is not None and step.exact is not None else None
    if step is None or not isinstance(document, Procedure):
        return ""
    if not 0 < step.part <= len(document.steps):
        return ""
    told = document.steps[step.part - 1]
    words = (told.name, told.what, *told.documents, told.condition)
    clauses = (c for w in words for c in _CLAUSES.split(normalise(w)))
    found = next((c[c.index(thing) :] for c in clauses if thing in c), "")
    return _FURTHER.split(found)[0]
