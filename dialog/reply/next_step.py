"""What goes on in steps that were told (下一步, 再下一步呢, 那之后, and then): the step behind the
one told last, the first where all of them were told at once. Pure.

Where nothing but a word of time says so (然后呢), it goes on only with the reply right before.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from dialog.reply.kept import kept
from dialog.reply.question import Exchange
from knowledge.findings import Findings
from knowledge.search.targets import Target
from knowledge.snapshot import PLAIN, Snapshot
from knowledge.text import normalise
from knowledge.types import DecisionTable, Procedure

_LEAD = (
    r"(?:那么?|那就|好[的吧啦]?|嗯+|哦|噢|行|知道了|明白了?|ok(?:ay)?|请问|请|麻烦|继续|接着|然后|完了"
    r"|做完了?|办完了?|走完了?|你?再?(?:说说?|讲讲?)|(?:说|讲)[1一]?下|是|[,，。、 ])*"
)
_WHAT = (
    r"(?:呢|吗|啊|呀|吧|的|是|又|要|该|得|应该|需要|我们?|咱们?|具体|内容|到底|做|干|办|弄|搞|走|写|交"
    r"|准备|去|怎么样?|如何|什么|啥|哪[1一]?[步些个]|谁|负责|由|来|找|材料|文件|东西|事情?|样|注意"
    r"|[?？!！。,， ])*"
)
_NEXT = re.compile(
    rf"{_LEAD}(?:再|那|的)*(?:下[1一]?个?(?:步骤|步|环节)|后[1一]步|后面(?:那)?[1一]步)(?:骤)?{_WHAT}"
    rf"|{_LEAD}(?:看|到|往|进(?:入|行)?)+下[1一]步{_WHAT}"
    r"|(?:(?:and|ok|okay|so|then|well|good|please|now|what(?:'s| is| about)?|tell me|go to"
    r"|give me|show me|do (?:we|i) do|as) ?,? ?)*(?:the )?next (?:step|stage|one)"
    r"(?: (?:then|please|after that))?[?.! ]*"
)
"""What asks for the next step in so many words."""
_AFTER = re.compile(
    rf"{_LEAD}(?:(?:[那这](?:[1一]步)?|它)?(?:之后|以后|后面|后边|后来)|然后|接着|接下来|再?往下|再然后|再往后"
    rf"|再接着|再后面|再之后|继续){_WHAT}"
    r"|(?:(?:and|ok|okay|so|then|well) ?,? ?)*(?:(?:what )?(?:comes?|happens?) (?:after that|next"
    r"|then)|after (?:that|this)|what then|then what|and then|what next|next|go on|continue)[?.! ]*"
)
"""What asks what comes then, of whatever was told."""
_BEFORE = re.compile(rf"{_LEAD}(?:上|前)[1一]?个?(?:步骤|步|环节)(?:骤)?{_WHAT}")
_STEP = re.compile(
    r"第(?P<number>\d{1,2})(?:步|个)|(?P<last>最后)(?:那|1)?步|\bstep (?P<en>\d{1,2})\b"
)
_BEHIND = re.compile(r"第\d{1,2}步(?:做完|走完|完成|办完)?了?(?:以后|之后|后面?|完了?)")
_BACK = 4
"""Exchanges back to which the steps may have been told."""


def last_steps(exchanges: Sequence[Exchange], snapshot: Snapshot) -> Target | None:
    """The procedure that was told last, unless a case was ruled on since."""
    for exchange in reversed(exchanges[-_BACK:]):
        told = _steps_of(exchange, snapshot)
        if told is not None:
            return told
        if _is_ruled(exchange, snapshot):
            return None
    return None


def gone_on_step(
    text: str,
    exchanges: Sequence[Exchange],
    snapshot: Snapshot,
    named: Callable[[Exchange], Sequence[str]],
) -> Findings | None:
    """The step that a text goes on with, or back to; one behind the last where none is left; all
    of them behind a ruling that leads to them. ``None`` where it asks for none, or no steps were
    told. ``named``: the texts that name what an exchange was about."""
    moved = _moved(text)
    if not moved or not exchanges:
        return None
    led = snapshot.matters.go_on("有哪些步骤", named(exchanges[-1])) if moved > 0 else None
    if _named(text) and _is_ruled(exchanges[-1], snapshot) and led is not None:
        return Findings("exact", exact=led, chance=PLAIN, band="answer")
    if not _named(text) and _steps_of(exchanges[-1], snapshot) is None:
        return None
    target = last_steps(exchanges, snapshot)
    if target is None or not isinstance(target.document, Procedure):
        return None
    count = len(target.document.steps)
    place = max(1, min(_place(exchanges, target, count, snapshot), count) + moved)
    return Findings("exact", exact=target, chance=PLAIN, band="answer", part=place)


def goes_on_in_steps(text: str) -> bool:
    """Whether a text asks for the next step, or the one before, and nothing else."""
    return _moved(text) != 0


@kept
def _named(text: str) -> bool:
    plain = normalise(text).strip()
    return _NEXT.fullmatch(plain) is not None or _BEFORE.fullmatch(plain) is not None


@kept
def _moved(text: str) -> int:
    """By how many steps a text goes on; 0 where it does not."""
    plain = normalise(text).strip()
    if _BEFORE.fullmatch(plain):
        return -1
    return 1 if _NEXT.fullmatch(plain) or _AFTER.fullmatch(plain) else 0


def _place(exchanges: Sequence[Exchange], target: Target, count: int, snapshot: Snapshot) -> int:
    """The place of the step of a procedure that was told last; 0 where all were told at once."""
    place = 0
    for exchange in exchanges:
        told = _steps_of(exchange, snapshot)
        if told is None or told.id != target.id:
            place = 0 if told is not None else place
            continue
        question = normalise(exchange.question)
        step = _STEP.search(question)
        if step is not None:
            number = step["number"] or step["en"]
            place = int(number) + (_BEHIND.search(question) is not None) if number else count
        elif moved := _moved(exchange.question):
            place = max(1, min(place, count) + moved)
        else:
            place = 0
    return place


def _steps_of(exchange: Exchange, snapshot: Snapshot) -> Target | None:
    told = (snapshot.index.target(entry) for entry in exchange.entries)
    return next((t for t in told if t is not None and isinstance(t.document, Procedure)), None)


def _is_ruled(exchange: Exchange, snapshot: Snapshot) -> bool:
    targets = (snapshot.index.target(entry) for entry in exchange.entries)
    return any(t is not None and isinstance(t.document, DecisionTable) for t in targets)
