"""What is near a text that goes on with a conversation: by the matter that stands rather than by
one common word (登录 → 账号登不上去, 审计 after 入表 → the audit of personal information).

Only pointers are put in another order: what was told just before is not offered again, what shares
one word with the text and nothing with the matter comes last, and what is near the text behind the
matter comes first.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from dialog.reply.aspects import asks
from dialog.reply.assent import agrees
from dialog.reply.context import MATTERS, goes_on, said
from dialog.reply.denied import with_candidates
from dialog.reply.going_further import goes_further, leads
from dialog.reply.kept import kept
from dialog.reply.pointed import PROBABLE
from dialog.reply.question import Exchange
from dialog.reply.searching import Search
from dialog.reply.several import told_and_asked
from dialog.reply.worded_picks import place_picked
from knowledge.findings import Findings
from knowledge.search.fusion import Candidate
from knowledge.search.targets import Target
from knowledge.snapshot import Snapshot
from knowledge.text import is_english, key, normalise
from knowledge.types import DecisionTable

_TOLD = 2
"""Exchanges on a matter back to which what was told is not offered again."""
_LEADS = 3
"""Texts behind which it is searched at most."""
_SHORT = 10
"""Characters up to which a text says so little that the matter alone leads; English has thrice as
many."""
_DEPTH = 4
"""Documents near the text behind the matter among which one is looked for."""
_ONWARD = re.compile(
    r"(?:^|[,，。;；!！?？ ])(?:那么?|所以|这么说|剩下|接下来|另外|还有|顺便)|\b(?:so|then|also)\b"
)
_COMMON = frozenset(
    re.findall(
        r"[a-z]+|[\u4e00-\u9fff]+",
        "数据 公司 报告 材料 时候 以后 剩下 顺便 专门 个人 自己 产品 信息 流程 手续 交易 易所"
        " 交易所 上海 我们 你们 你这 这里 可以 什么 怎么 多少 是不 不是 需要 还有 另外 问题 一下"
        " 时间 东西 情况 规定 要求"
        " data company companies exchange shanghai what this that with from have need must they"
        " them would could should there here about information",
    )
)
"""Words that most matters share."""
_SUPPOSED = re.compile(
    r"(?:如果|要是|假如)?(?P<case>[^,，?？]{2,16})(?:[了过]|之?后|的话|的时候|期间),(?=.{3})"
)
"""A title that begins with a case: 离职了或者被辞退了，能要求原公司删掉我的资料吗."""
_SMALL = re.compile(
    r"[的了吗呢么我你他她它这那把被给让在是不没要能会可也都就还和与或者对从到怎什哪谁几多少个]"
)
_HAN = re.compile(r"[\u4e00-\u9fff]{2,}")
_WORD = re.compile(r"[a-z]{4,}")


def standing(exchanges: Sequence[Exchange], snapshot: Snapshot) -> frozenset[str]:
    """The signs of the matter that a conversation is on: of what was asked and what was told."""
    last = [e for e in exchanges if e.outcome in MATTERS][-_TOLD:]
    told = (snapshot.index.target(entry) for e in last for entry in e.entries)
    titles = (t.questions[0] for t in told if t is not None and t.questions)
    return frozenset(s for text in (*(e.question for e in last), *titles) for s in signs_of(text))


@kept
def signs_of(text: str) -> frozenset[str]:
    """The words of a text, as two characters beside each other in Chinese."""
    text = normalise(text)
    pairs = (run[n : n + 2] for run in _HAN.findall(text) for n in range(len(run) - 1))
    return frozenset(s for s in (*pairs, *_WORD.findall(text)) if s not in _COMMON)


def telling_signs(text: str) -> frozenset[str]:
    """The signs of a text without those that every other sentence has (把我, 要不)."""
    return frozenset(s for s in signs_of(text) if not _SMALL.search(s))


def _onward(text: str, exchanges: Sequence[Exchange]) -> bool:
    """Whether a text goes on with the matter before."""
    if not exchanges or exchanges[-1].outcome not in MATTERS:
        return False
    if _ONWARD.search(normalise(text)) is not None:
        return True
    return goes_on(text, exchanges) or goes_further(text, exchanges)


async def of_standing_matter(
    text: str, exchanges: Sequence[Exchange], found: Findings, snapshot: Snapshot, search: Search
) -> Findings | None:
    """What was found, in the order in which it is near the matter that stands; ``None`` where it is
    in that order, or surely known."""
    if found.band == "answer" or found.exact or found.law or found.graph or found.ruling:
        return None
    if found.compared or found.which or agrees(text) or place_picked(text):
        return None
    if any(key(e.question) == key(text) for e in exchanges):
        return None
    near = found.candidates if found.band != "unknown" else ()
    told = _told(exchanges, snapshot)
    left = not_told(near, exchanges, snapshot)
    sure = found.band != "unknown" and found.chance >= PROBABLE and left[:1] == near[:1]
    if not sure and _onward(text, exchanges):
        matter = standing(exchanges, snapshot)
        kept = tuple(c for c in left if not _strays(c, text, matter))
        meant: tuple[Candidate, ...] = ()
        alone = not signs_of(text) & _told_signs(exchanges, snapshot)
        if not kept or (alone and _strays(kept[0], text, matter - signs_of(text))):
            meant = await _behind(text, exchanges, snapshot, search)
            meant = tuple(c for c in meant if c.target.id not in told)
        left = (*meant, *(c for c in kept if c.target.id not in ids_of(meant))) or left
    if not left or ids_of(left[:1]) == ids_of(near[:1]):
        return None
    if left[0].target.id not in ids_of(near):
        return Findings("none", candidates=left, band="related", vector=found.vector)
    return with_candidates(found, left)


def ids_of(near: Sequence[Candidate]) -> list[str]:
    """The names of documents that are near."""
    return [c.target.id for c in near]


def _told_signs(exchanges: Sequence[Exchange], snapshot: Snapshot) -> frozenset[str]:
    """The signs of what was told last; of what was asked, where nothing was told."""
    told = [e for e in exchanges if e.outcome in MATTERS and e.entries][-1:]
    if not told:
        return standing(exchanges, snapshot)
    targets = (snapshot.index.target(entry) for entry in told[0].entries)
    titles = [t.questions[0] for t in targets if t is not None and t.questions]
    return frozenset(s for title in titles for s in signs_of(title))


def not_told(
    near: Sequence[Candidate], exchanges: Sequence[Exchange], snapshot: Snapshot
) -> tuple[Candidate, ...]:
    """The documents that were not told just before."""
    told = _told(exchanges, snapshot)
    return tuple(c for c in near if c.target.id not in told)


def supposes_other(target: Target, spoken: frozenset[str]) -> bool:
    """Whether a document is on a case that nobody spoke of: 离职了，能要求删掉我的资料吗 where
    nobody left a job. ``spoken``: the signs of what was said, in Chinese."""
    read = _SUPPOSED.match(normalise(target.questions[0])) if target.questions else None
    if read is None:
        return False
    wordings = (normalise(q).partition(",") for q in target.questions[1:])
    cases = (read["case"], *(case for case, told, _ in wordings if told))
    return not any(telling_signs(case) & spoken for case in cases)


def _told(exchanges: Sequence[Exchange], snapshot: Snapshot) -> frozenset[str]:
    last = [e for e in exchanges if e.outcome in MATTERS][-_TOLD:]
    targets = (snapshot.index.target(entry) for e in last for entry in e.entries)
    return frozenset(
        t.id for t in targets if t is not None and not isinstance(t.document, DecisionTable)
    )


def _title(candidate: Candidate, *, english: bool) -> str:
    target = candidate.target
    other = str(getattr(getattr(target.document, "english", None), "question", ""))
    title = target.questions[0] if target.questions else ""
    return normalise(other if english and other else title)


def _strays(candidate: Candidate, text: str, matter: frozenset[str]) -> bool:
    """Whether a document shares one word at most with a text, and nothing with the matter."""
    title = _title(candidate, english=is_english(text))
    if len(telling_signs(text) & signs_of(title)) > 1:
        return False
    return not matter & signs_of(title)


async def _behind(
    text: str, exchanges: Sequence[Exchange], snapshot: Snapshot, search: Search
) -> tuple[Candidate, ...]:
    """What is near a text behind the matter: it shares a word with each."""
    english = is_english(text)
    asked = told_and_asked(text)[1] or text
    asked = said(asked).text if asks(asked) else text
    matter = standing(exchanges, snapshot) - signs_of(text)
    own = signs_of(text)
    short = len(key(text)) <= _SHORT * (3 if english else 1)
    for lead in [*leads(exchanges, snapshot)][:_LEADS]:
        found = await search(f"{lead}{', ' if english else '，'}{asked}")
        near = found.candidates[:_DEPTH] if found.band != "unknown" else ()
        titles = [(c, signs_of(_title(c, english=english))) for c in near]
        fitting = tuple(c for c, signs in titles if (short or signs & own) and signs & matter)
        if fitting:
            return fitting
    return ()
