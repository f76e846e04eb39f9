"""Data sent abroad for which nothing has to be applied, told without the words by which the table
of routes knows it: somebody is to be saved with them now (a passenger lies unconscious in a
hospital in Phuket), or they came from abroad and only go back. Pure.
"""

from __future__ import annotations

import re

from dialog.reply.question import Question
from dialog.reply.verdict import asks_untold_duty
from knowledge.answers.places_abroad import NAMED_ABROAD
from knowledge.answers.saving import saves
from knowledge.answers.transit import passes_through
from knowledge.findings import Findings
from knowledge.snapshot import Snapshot
from knowledge.text import normalise

SAVED = "紧急救人时把个人信息传到国外要先评估吗？"
RETURNED = "境外收集的个人信息在国内加工后再传出去要办手续吗？"
DUTIES = {
    SAVED: "紧急救人把个人信息传到国外，还要告知、取得同意、做影响评估吗？",
    RETURNED: "境外收集的个人信息在境内加工后再传出去，还要告知、取得同意、做影响评估吗？",
}
"""What answers who asks for another duty than to apply."""

_ABROAD = re.compile(
    r"境外|国外|海外|外国|公海|当地|\b(?:abroad|overseas|foreign|at sea|high seas)\b|"
    + NAMED_ABROAD.pattern
)
_OF_THEM = re.compile(
    r"病历|病史|血型|过敏|护照|身份证|姓名|证件|资料|信息|数据|记录|检查|用药|联系(?:人|方式)"
    r"|家属|体检|片子|保单"
    r"|\b(?:medical|blood (?:type|group)|allerg\w+|passports?|names?|id|identity|data|details"
    r"|information|records?|histor\w+|medication|contacts?|files?|x-?rays?|scans?)\b"
)
_SENT = re.compile(
    r"[传发给交寄送要]|提供|告诉|同步|\b(?:send\w*|give|tell|fax|forward|pass|share|email|provide"
    r"|needs?|asks?"
    r"|wants?|transfer)\b"
)
_BACK = re.compile(
    r"[传发送还返退]|(?:交|拿|给)(?:回|还)|再(?:出境|提供)|\b(?:return\w*|back|sen[dt]\w*|goes?"
    r"|go)\b"
)
_OTHERWISE = re.compile(
    r"罚|赔|多少钱|费用|违法吗|重要数据|(?<![外热专])卖(?![方家点场])|出售|挂牌|上架"
    r"|\b(?:fine[ds]?|penalt\w+"
    r"|important data|sell\w*|sold|list(?:ed|ing)?)\b"
)


def spared_abroad(snapshot: Snapshot, text: str, asked: Question) -> Findings | None:
    """What spares data that go abroad; ``None`` where a text tells of no such case, or a table
    rules on it."""
    wording = spared_wording(normalise(text))
    if not wording or snapshot.exact(text) is not None:
        return None
    ruling = snapshot.ruling(text, asked.today)
    if ruling is not None and ruling.settled:
        return None
    found = snapshot.at_once(DUTIES[wording] if asks_untold_duty(text, "") else wording)
    return found if found is not None and found.band == "answer" else None


def spared_wording(plain: str) -> str:
    """The wording of the document on what spares a normalised text's data; empty where nothing
    does."""
    if _OTHERWISE.search(plain) or not _ABROAD.search(plain):
        return ""
    if saves(plain) and _OF_THEM.search(plain) and _SENT.search(plain):
        return SAVED
    return RETURNED if passes_through(plain) and _BACK.search(plain) else ""
