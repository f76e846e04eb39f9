"""What asks for the first step of a procedure, with goods that are named (有气象站数据要挂牌，先做
什么): that step is the same for any goods, and is told; what is near the goods is named beside it.

Data of people have rules of their own, which the steps alone do not tell.
"""

from __future__ import annotations

import re

import msgspec

from dialog.reply.own_goods import of_people
from knowledge.findings import Findings
from knowledge.snapshot import Snapshot
from knowledge.text import key, normalise
from knowledge.types import Gap, Procedure

_DOING = (
    r"(?:该|要|得|应该|需要|是|先|去|来)*"
    r"(?:做什么|做啥|干什么|干[嘛吗]|干啥|[怎咋]么?(?:做|办|弄|走|搞|开始|着手)|什么|啥)"
)
_FIRST = re.compile(
    rf"(?:第1步|头1步|起步|首先|最先|开头|(?<![事预首最优领])先){_DOING}"
    rf"|(?:先|首先|第1步)(?:该|要|得)?[做办走弄搞]哪1?[步样件个]"
    r"|从哪(?:里|儿|1步|块)?(?:开始|入手|下手|着手|[做办弄搞整干]起|起步|起)"
    r"|\bfirst (?:step|thing|move)\b|\bwhere (?:do|should|must|can) (?:we|i) (?:start|begin)\b"
    r"|\bwhat (?:do|should|must) (?:we|i) do first\b"
    r"|\bhow (?:do|should|can|shall|must) (?:we|i) (?:start|begin|proceed|go about (?:it|this"
    r"|that))\b"
)
_NOT_FIRST = re.compile(
    r"第1步(?:之后|以后|后面?|做完)|做完第1步|出境|跨境|海外|境外|入表|报表|资产化|评估|备案|登记|认证|退|投诉|维权|纠纷|假"
    r"|\b(?:export|abroad|overseas|balance sheet|assess\w*|filing|complain\w*|dispute)\b"
)
"""What names another procedure, of which nothing is told here."""
_DEEDS = (
    # Whose goods are only "our data" is asked first what they are.
    (
        re.compile(
            r"卖[^,。]{0,4}(?:公司|单位|我们|自家|手[里上])的?(?:数据|资料)(?=[,。?! ]|$)"
            r"|[把将拿][^,。]{0,6}(?:公司|单位|我们|自家|手[里上])的?(?:数据|资料)(?:都|给|拿去|去|来)*(?:卖|变现|出售)"
            r"|\bsell (?:our|the company'?s?|its|my company'?s?) (?:own )?data\b"
        ),
        "第一次来，入场要先做什么",
    ),
    # Of a text that names several, the one that names the thing wished for is the narrower.
    (re.compile(r"(?:当|做|成为|申请)数商|数商(?:入驻|申请|资格)|\bvendor\b"), "数商怎么申请"),
    (re.compile(r"挂牌|上架|\blist(?:ing|ed)?\b"), "数据产品怎么挂牌"),
    (re.compile(r"入驻|入场|\bjoin\b|\badmission\b"), "第一次来，入场要先做什么"),
    (
        re.compile(r"(?:要|想|准备|打算|来|去)(?:采?买|采购)|\b(?:buy|purchase)\b"),
        "第一次买数据先做什么",
    ),
    (re.compile(r"(?:要|想|准备|打算|来|去|拿)卖|出售|\bsell\b"), "数据产品怎么挂牌"),
)
"""What is wished for, with the wording by which the procedure is known."""
_LONGEST = 60
"""Characters beyond which a text tells a case of its own; English has thrice as many."""


def asks_first_step(text: str) -> bool:
    """Whether a text asks for the first step of something."""
    text = normalise(text)
    if len(text) > _LONGEST * (3 if text.isascii() else 1):
        return False
    return _FIRST.search(text) is not None and _NOT_FIRST.search(text) is None


def first_step(found: Findings, text: str, snapshot: Snapshot) -> Findings | None:
    """The first step of what a text wishes for, with what is near its goods; ``None`` where it asks
    otherwise, or an answer is known already."""
    if not asks_first_step(text) or of_people(text):
        return None
    if found.band == "answer" or found.law or found.ruling or found.graph or found.compared:
        return _of_steps_found(found, text)
    said = normalise(text)
    wording = next((w for deed, w in _DEEDS if deed.search(said) is not None), "")
    held = snapshot.at_once(wording) if wording else None
    best = held.best if held is not None and held.band == "answer" else None
    if held is None or best is None or isinstance(best.document, Gap):
        return None
    near = found.candidates if found.band == "related" else ()
    part = 1 if isinstance(best.document, Procedure) else 0
    beside = tuple(c for c in near if c.target.id != best.id)
    return msgspec.structs.replace(held, part=part, candidates=beside, vector=found.vector)


def _of_steps_found(found: Findings, text: str) -> Findings | None:
    """The first of the steps that answer a wish for goods, where it alone is asked for."""
    best = found.best.document if found.best is not None and found.band == "answer" else None
    whole = found.law or found.ruling or found.graph or found.compared or found.part
    if not isinstance(best, Procedure) or whole or key(text) in map(key, _wordings(best)):
        return None
    return msgspec.structs.replace(found, part=1)


def _wordings(steps: Procedure) -> tuple[str, ...]:
    return (steps.question, *steps.similar)
