"""What a visitor asks who supposes that something is not granted: 要是没过呢, 被退回了怎么办. Pure.

By its words such a text is near a complaint of one who has failed. It asks for a consequence, and
is answered from what is held, or not known.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable

import msgspec

from dialog.reply.searching import Search
from knowledge.findings import Findings, pointing_alone
from knowledge.search.entities import EntityIndex
from knowledge.search.targets import Target
from knowledge.text import is_english, normalise

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
_AROUND = re.compile(
    r"怎么[办样]|咋办|会怎样|什么后果|审核|审批|审查|初审|结果|申请|申报|提交|材料|最后|最终|上面"
    r"|这[个步关次]|第\d+步|我们?|公司"
    r"|[那呢吗啊呀吧嘛了的会又还就再被给都没有它该在去它,，.。?？!！ ]"
    r"|\b(?:and|but|so|what|happens?|if|then|it|the|is|was|gets?|we|they|our|application|filing)\b"
)
"""What stands around a failure and names no matter."""
_WHAT_THEN = re.compile(
    r"^(?:and |so |but )*what if [^,.;?]*[?. ]*$"
    r"|\b(?:what (?:happens|then|would|will|could|might|do(?:es)? it|are the|is the)|penal\w+"
    r"|fine[ds]?|punish\w*|sanction\w*|consequences?|liab\w+|illegal|unlawful|a problem|in trouble"
    r"|prosecuted"
    r"|(?:is|would) (?:that|it|this)(?: be)? (?:ok(?:ay)?|fine|legal|allowed|a breach|bad))\b"
)
"""What asks in English for an outcome, and for nothing that may be done instead."""
_OWN = re.compile(r"我|咱|本公司|\b(?:we|our|my|i)\b")
_WORDINGS = ("没通过怎么办", "被退回怎么办")
_IN_ENGLISH = (": what if it is not approved?", ": what if it is rejected?")


def fails(text: str) -> bool:
    """Whether a text supposes that what was spoken of is not granted, and asks what then."""
    text = normalise(text).strip()
    if len(text) > _LONGEST * (3 if text.isascii() else 1):
        return False
    return _FAILED.search(text) is not None and _SUPPOSED.search(text) is not None


def asks_what_then(text: str) -> bool:
    """Whether a text that supposes something undone asks what comes of that: if we can't join, may
    an agent buy for us? asks for another way. In Chinese the supposition itself says so."""
    return not is_english(text) or _WHAT_THEN.search(normalise(text)) is not None


def only_supposed(text: str) -> bool:
    """Whether a failure is supposed, and none is told of the visitor's own."""
    return fails(text) and _OWN.search(normalise(text)) is None


def failing_of(text: str, name: str) -> bool:
    """Whether a text that supposes a failure means that of a matter, by a part of its name
    (要是评估没过呢) or by none."""
    left = normalise(text)
    for pattern in (_SUPPOSED, _FAILED, _AROUND):
        left = pattern.sub("", left)
    return left in normalise(name)


async def when_failed(
    names: Iterable[str], search: Search, known: EntityIndex, *, told: Collection[str]
) -> Findings:
    """What is known of a matter that is not granted. ``names``: what it is called, the likeliest
    first; ``known``: the names of things; ``told``: the documents that the reply before told. An
    answer must speak of the matter, and say more than was told; what is only near asserts
    nothing."""
    near: list[Findings] = []
    for name in dict.fromkeys(n for n in names if n):
        for wording in _IN_ENGLISH if is_english(name) else _WORDINGS:
            found = await search(f"{name}{wording}")
            best = found.best if found.band == "answer" else None
            if best is not None and best.id not in told and speaks_of(name, best, known):
                return msgspec.structs.replace(found, law=None, ruling=None, graph=None)
            near.append(found)
    return pointing_alone(near)


def speaks_of(name: str, target: Target, known: EntityIndex) -> bool:
    """Whether a document names a thing, by this name or another of its names."""
    told = " ".join((*target.questions, target.body))
    if normalise(name) in normalise(told):
        return True
    meant = {m.entity for m in known.link(name)}
    return bool(meant & {m.entity for m in known.link(told)})
