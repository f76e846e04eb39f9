"""What is wished for behind a case that is told, where nothing is asked. Pure.

做充电桩的，有三千个桩的使用时段，想挂牌: the steps of listing are the same for any such case.
"""

from __future__ import annotations

import re

from dialog.reply.aspects import asks
from dialog.reply.own_goods import of_people
from knowledge.findings import Findings
from knowledge.snapshot import Snapshot
from knowledge.text import normalise

_BORDER = re.compile(r"[,。;!?.]\s*")
_WISHES = re.compile(
    r"(?:我们?|公司|老板|领导|咱们?|就|也|还|现在|所以|因此)*(?:都|就|也)?"
    r"(?:想要?|打算|准备|计划|希望|考虑)(?!问|知道|了解|请教|咨询|确认|看看)"
    r"|(?:so )?(?:we|i)(?:'d| would)? (?:want|like|plan|hope|wish) to "
)
_WISHES_NOT = re.compile(
    r"不想|不要|不打算|不准备|先不|\b(?:don't|do not|not) (?:want|wish|plan)\b"
)
_MATTER = re.compile(
    r"数据|信息|记录|资料|病历|名单|档案|报表|统计|轨迹|照片|录像|卖|买(?!不起)|挂牌|上架|出境"
    r"|入驻|入表|登记"
    r"|备案|评估|脱敏|授权|合同"
    r"|\b(?:data\w*|records?|files?|lists?|books|figures|numbers|statistics|scans?|images|photos?"
    r"|footage|readings|histor(?:y|ies)|sell(?:ing)?|sold|buy(?:ing)?|offer(?:ed)?|moneti[sz]e"
    r"|export"
    r"|transfer\w*|join\w*|register|anonymi[sz]\w*|licen[cs]e\w*|results|bookings|orders)\b"
)
"""What names data, or what is done with them here."""
_SETBACK = re.compile(
    r"没(?:有)?(?:过|批|通过)|不(?:给)?(?:过|批|通过)|退回|打回|驳回|被拒"
    r"|\b(?:rejected|refused|turned down|sent back|failed)\b"
)
_UNSURE = 0.45
"""The chance from which what the whole text is near is asked back for instead."""


def wish_told(found: Findings, text: str, snapshot: Snapshot) -> Findings | None:
    """What is known of the wish that a text ends with, where nothing is known of the whole and no
    clause asks. Data of people have rules of their own, which the steps alone do not tell."""
    if found.band == "answer" or found.law or found.ruling or found.graph or found.compared:
        return None
    clauses = [c.strip() for c in _BORDER.split(normalise(text)) if c.strip()]
    if len(clauses) < 2 or any(asks(c) for c in clauses) or of_people(text):
        return None
    if _WISHES_NOT.search(normalise(text)) is not None:
        return None
    if found.chance >= _UNSURE or _WISHES.match(clauses[-1]) is None:
        return None
    return snapshot.at_once(clauses[-1])


def tells_a_matter(text: str) -> bool:
    """Whether a text names data or what is done with them, and no setback: who was turned down
    wants care first."""
    plain = normalise(text)
    return _MATTER.search(plain) is not None and _SETBACK.search(plain) is None
