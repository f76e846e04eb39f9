"""What goes on with the matter before without naming it: a conclusion (所以我们不能卖？), a case of
it (那影像呢，片子上没有名字), a fact that was not told yet (没有人脸，就是个数字).

By itself such a text is near nothing, or near another matter. Behind what was asked and told before
it may be near one; that is asked back, and said at once only where the search is as sure as of any
question.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import msgspec

from dialog.reply.aspects import asks
from dialog.reply.assent import agrees
from dialog.reply.context import MATTERS, said
from dialog.reply.pointed import PROBABLE
from dialog.reply.question import Exchange
from dialog.reply.searching import Search
from dialog.reply.worded_picks import place_picked
from knowledge.findings import Findings, pointing_alone
from knowledge.snapshot import Snapshot
from knowledge.text import is_english, key, normalise
from knowledge.types import DecisionTable, Gap

_LONGEST = 40
"""Characters beyond which a text tells a matter of its own; English has thrice as many."""
_SHORTEST = 4
_CONCLUDING = re.compile(
    r"^(?:那么?|所以说?|这么说|这样说|照这么说|也就是说|意思是说?|等于说?|就是说|要是|如果|可是|但是?|不过"
    r"|and\b|so\b|then\b|but\b|if\b|even if\b|we already\b|we have\b)[,， ]*",
    re.IGNORECASE,
)
_TELLING = re.compile(
    r"没|不|都|已经|只|就是|全|签|有(?!没)|是(?!不)|拿来|拿去|总(?:行|可以)吧"
    r"|\b(?:no|not|only|just|already|all|have|has|without)\b"
)
_ASKING_STILL = re.compile(r"\b(?:still|also|then|already|anyway)\b|总(?:行|可以|能)吧?")
_GENERAL = re.compile(
    r"(?:那|这|它)?(?:个|份|些|的)?(?:报告|结果|证书|证明|申请|评估|备案|审核|记录|协议|合同|承诺书)"
    r"(?=[^,。;?!]{2,})(?!.{0,6}(?:法|办法|条例|规定))"
    r"|(?:and |so )?(?:the |that |this )(?:report|result|certificate|application|filing|contract"
    r"|assessment|record)s?\b"
)
"""What begins with a word for a thing that many matters have: the report is that of the matter
before (报告要交给谁看)."""
_WITHOUT = re.compile(
    r"(?:里面?|其中)?(?:没有?|不含|不带|不是|无)(?P<thing>[^,。;?!的]{2,6}?)[,。;]"
)
_ABSENT = re.compile(r"去掉|没有|不含|脱敏|匿名|去标识|打码")
_CLAUSE = re.compile(r"[,，。;；?？!！]|\.\s")
_BACK = 2
"""Exchanges on a matter behind which a text is searched."""
_TOLD = 3
"""Exchanges back to which what was told is not asked back for."""
_LEADS = 5
"""Texts behind which it is searched at most."""
_WHAT_NOW = re.compile(
    r"(?:那|唉|哎|[,，])*(?:我们?|咱们?|俺)?(?:现在|到底|究竟|该|要|得|应该|可)*"
    r"(?:(?:咋|怎么)(?:办|弄|整)|如何是好|做什么|做啥|干什么|干啥)"
    r"(?:才好|好|嘛|呢|啊|呀|哦)*(?:[,，。.?？!！ ](?P<besides>.*)|$)"
    r"|(?:so |and |then )*what (?:now|can i do|do i do|should i do)(?: now| then| about it)?\b.*",
    re.IGNORECASE,
)
"""What asks what to do about what was told before, whatever is told besides."""


def goes_further(text: str, exchanges: Sequence[Exchange]) -> bool:
    """Whether a text may conclude from, or tell more of, the matter before."""
    if not any(e.outcome in MATTERS for e in exchanges[-_BACK:]):
        return False
    text = normalise(text).strip()
    english = is_english(text)
    if not _SHORTEST <= len(key(text)) <= _LONGEST * (3 if english else 1):
        return False
    if agrees(text) or place_picked(text):
        return False
    if _CONCLUDING.match(text) or _ASKING_STILL.search(text) or _GENERAL.match(text):
        return True
    return not asks(text) and _TELLING.search(text) is not None


async def what_now(text: str, exchanges: Sequence[Exchange], search: Search) -> Findings | None:
    """What is known of what to do about that which the visitor told before (那我咋办); ``None``
    where that is not asked, or nothing is known."""
    text = normalise(text).strip()
    read = _WHAT_NOW.fullmatch(text) if exchanges and len(text) <= _LONGEST * 2 else None
    if read is None:
        return None
    last = exchanges[-1]
    if last.outcome not in (*MATTERS, "smalltalk"):
        return None
    english = is_english(text)
    ask = ", what should I do" if english else "怎么办"
    near: list[Findings] = []
    for told in [c for c in _CLAUSE.split(said(last.question).text) if len(key(c)) > _SHORTEST]:
        found = await search(f"{told.strip()}{ask}")
        best = found.best
        if found.band == "answer" and best is not None and best.id not in last.entries:
            return msgspec.structs.replace(found, law=None, ruling=None, graph=None, vector=None)
        near.append(found)
    # What is told besides (电话一天来七八个) says more of that, and leads elsewhere by itself.
    return pointing_alone(near) if read["besides"] else None


async def gone_further(
    text: str, exchanges: Sequence[Exchange], found: Findings, snapshot: Snapshot, search: Search
) -> Findings | None:
    """What is likeliest meant by such a text, where what was ``found`` for it is less likely;
    ``None`` where nothing is."""
    if found.band == "answer" or found.law or found.graph or found.ruling or found.compared:
        return None
    if not goes_further(text, exchanges):
        return None
    settled = await _settled(exchanges, search)
    rest = _CONCLUDING.sub("", text, count=1)
    joint = ", " if is_english(text) else "，"
    likely = found.chance if found.best is not None and found.best.id not in settled else 0.0
    denied: list[Findings] = []
    general: list[Findings] = []
    for lead in leads(exchanges, snapshot):
        again = await search(f"{lead}{joint}{rest}")
        best = again.best
        if _GENERAL.match(normalise(text)):
            left = tuple(c for c in again.candidates if c.target.id not in settled)
            general.append(msgspec.structs.replace(again, candidates=left))
        if best is None or best.id in settled or _is_lead(lead, best.questions):
            # It is found for what leads, and says nothing of what goes on with it.
            continue
        if _denied(text, best.questions):
            denied.append(again)
            continue
        if again.chance < max(PROBABLE, likely):
            continue
        return msgspec.structs.replace(
            again,
            match="meaning",
            band="related",
            law=None,
            ruling=None,
            graph=None,
            exact=None,
            vector=found.vector,
        )
    if general:
        # Whose report it is, only the matter before says: what is near it is pointed to.
        return pointing_alone(general)
    return _beside_denied(text, denied, found)


def pointed_to(
    text: str, exchanges: Sequence[Exchange], found: Findings, snapshot: Snapshot
) -> Findings | None:
    """What was found, where nothing is known for sure, with what the replies just before pointed to
    in front: of two that are near, that is likelier meant. ``None`` where none of it is near."""
    if found.band == "answer" or found.exact or found.law or found.graph or found.ruling:
        return None
    if agrees(text) or place_picked(text) or found.compared:
        return None
    if not exchanges or exchanges[-1].outcome not in MATTERS:
        return None
    told = {entry for e in exchanges[-_TOLD:] for entry in e.entries}
    named = {r for e in exchanges[-_BACK:] for r in _further(e, snapshot)} - told
    near = [c for c in found.candidates if c.target.id in named]
    probable = found.band != "unknown" and found.chance >= PROBABLE
    if not near or (probable and found.candidates[0].target.id not in told):
        return None
    others = [c for c in found.candidates if c not in near] if found.band != "unknown" else []
    return msgspec.structs.replace(
        found, candidates=(*near, *others), band="related", chance=PROBABLE
    )


def _further(exchange: Exchange, snapshot: Snapshot) -> Iterator[str]:
    """The documents whose questions an answer offered to go on with."""
    for entry in exchange.entries:
        target = snapshot.index.target(entry)
        if target is not None:
            yield from getattr(target.document, "related", ())


def _beside_denied(text: str, denied: Sequence[Findings], found: Findings) -> Findings | None:
    """What is near besides the documents on what a text denies, as pointers."""
    if found.band != "unknown":
        return None
    for near in sorted(denied, key=lambda f: f.chance, reverse=True):
        left = tuple(c for c in near.candidates if not _denied(text, c.target.questions))
        if left:
            return Findings("none", candidates=left, band="related", vector=found.vector)
    return None


def _denied(text: str, questions: Sequence[str]) -> bool:
    """Whether a document is on what a text begins by denying (没有人脸), unless it is on its
    absence."""
    read = _WITHOUT.match(normalise(text))
    title = normalise(questions[0]) if questions else ""
    return read is not None and read["thing"] in title and not _ABSENT.search(title)


async def _settled(exchanges: Sequence[Exchange], search: Search) -> frozenset[str]:
    """The documents that are not meant: those that were told, and the one that the reply before
    asked back for and the visitor did not take."""
    told = {entry for e in exchanges[-_TOLD:] for entry in e.entries}
    last = exchanges[-1]
    if last.outcome == "unknown" and not last.entries:
        before = await search(said(last.question).text)
        if before.best is not None and before.chance >= PROBABLE:
            told.add(before.best.id)
    return frozenset(told)


def leads(exchanges: Sequence[Exchange], snapshot: Snapshot) -> Iterator[str]:
    """What was spoken of, likeliest first: the names in the questions and in what told their
    answers, the questions themselves, the headings of the answers."""
    asked = [e for e in exchanges if e.outcome in MATTERS and not _picks(e)][-_BACK:]
    told = [e for e in exchanges if e.outcome in MATTERS][-_BACK:]
    questions = [said(e.question).text for e in reversed(asked)]
    titles = [t for e in reversed(told) for t in _titles(e, snapshot)]
    nearest = (*questions[:1], *titles[:1])
    leads = ["".join(_names(nearest, snapshot)), *nearest]
    leads += ["".join(_names((*questions, *titles), snapshot)), *questions[1:], *titles[1:]]
    yield from tuple(dict.fromkeys(lead.rstrip("？?。.") for lead in leads if lead))[:_LEADS]


def _picks(exchange: Exchange) -> bool:
    return agrees(exchange.question) or place_picked(exchange.question) != 0


def _titles(exchange: Exchange, snapshot: Snapshot) -> Iterator[str]:
    for entry in exchange.entries[:1]:
        target = snapshot.index.target(entry)
        if target is not None and not isinstance(target.document, Gap | DecisionTable):
            yield from target.questions[:1]


def _names(texts: Sequence[str], snapshot: Snapshot) -> tuple[str, ...]:
    """The things of the field that texts name, each once."""
    found = (
        t[m.start : m.end] for t in map(normalise, texts) for m in snapshot.graph.names.link(t)
    )
    return tuple(dict.fromkeys(found))


def _is_lead(lead: str, questions: Sequence[str]) -> bool:
    return any(key(q) == key(lead) for q in questions)
