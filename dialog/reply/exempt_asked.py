"""Who asks behind a case whether what they tell of it is exempt (just payroll of 40 employees, does
that count as exempt?; 就是员工的工资考核，算豁免吗): what is held of the exemption of staff, or of
orders and bookings, which hold whatever the kind of data is. Pure.

The table would first ask for the kind, on which such an exemption does not hang.
"""

from __future__ import annotations

import re

from dialog.reply.kept import kept
from dialog.reply.question import Question
from dialog.reply.told_cases import case_before, continued
from knowledge.answers.others_staff import claims_staff
from knowledge.answers.people_groups import STAFF, named_groups
from knowledge.answers.tables import rule_on
from knowledge.findings import Findings
from knowledge.snapshot import Snapshot
from knowledge.text import is_english, normalise

_OF_STAFF = "员工信息传给境外总部要申报吗？"
_OF_ORDERS = "跨境电商下单的客户信息出境要申报吗？"
_ABROAD = "cross_border"
"""The intent of what is held of data that go abroad."""
_LONGEST = 60
"""Characters beyond which a text tells a whole case; English has thrice as many."""
_EXEMPT = re.compile(
    r"(?:算|属于?|是|能|可以|可|能不能|可不可以|是不是|算不算|要不要|有没有|享受|够得上|符合|走)[^,。?!]{0,8}?"
    r"(?:豁免|免予|例外|免(?![费责税得])|不用(?:办|申报|报|备案|走))"
    r"|(?:豁免|免予|例外|免(?:办|申报|手续|掉|了)?)(?:的|了)?(?:吗|么|不|吧|情形|范围|条件)"
    r"|\b(?:exempt\w*|waiv\w+|spared|exception|off the hook|let off)\b"
)
_ASKS = re.compile(
    r"[吗么?]|是不是|能不能|可不可以|算不算|有没有|要不要|吧|\b(?:does|do|is|are|would|will|can)\b"
)
_ORDERS = re.compile(
    r"订单|下单|网购|海淘|购物|代购|寄递|快递|机票|酒店|预订|签证|汇款|跨境支付|开户|报名考试"
    r"|\b(?:orders?|bookings?|reservations?|visas?|remittances?|deliver\w+|parcels?|shipments?)\b"
)
_ARE_STAFF = re.compile(
    r"是(?:我们?|咱们?|自己|自家|本?公司|单位|的)*(?:员工|职工|职员)"
    r"|\bare (?:all )?(?:our|my)(?: own)? (?:employees|staff)\b"
)
"""Who says of people that they are staff: 司机是我们自己员工."""
_BARRED = re.compile(
    r"没有?[^,。?!]{0,4}(?:集体合同|规章)|(?<!集体)合同|\bcontract\b|重要数据|营销|画像|免了|豁免(?:了|以?后)|影响评估|告知|同意"
    r"|\b(?:no collective|important data|marketing|profil\w+|once exempt|impact assessment|consent"
    r"|notif\w+)\b"
)
"""What takes the exemption away, names its reason, on which the table rules, or asks for what it
leaves."""


def exempt_asked(snapshot: Snapshot, text: str, asked: Question) -> Findings | None:
    """What is held of an exemption that a text asks for behind a case; ``None`` where it asks for
    none, or a table rules on what it tells."""
    if not asked.exchanges or snapshot.exact(text) is not None:
        return None
    asks, claims = _asks_exempt(text), claims_staff(normalise(text))
    case = case_before(snapshot, asked) if asks or claims else None
    if case is not None and (case.near or case.table.places_abroad):
        ruled = rule_on(case.table, [*case.texts, text], asked.today)
        if asks and case.near and ruled.settled and ruled.lacking:
            return Findings("none", ruling=ruled)
        if case.table.places_abroad and (ruled.each or (claims and ruled.row is not None)):
            return Findings("none", ruling=ruled)
    wording = _wording(text) if asks else ""
    if not wording:
        return None
    if not (_on_exports(snapshot, asked) if case is None else case.table.places_abroad):
        return None
    ruling = continued(snapshot, text, asked, corrects=False)
    if ruling is not None and ruling.row is not None:
        return None
    found = snapshot.at_once(wording)
    return found if found is not None and found.band == "answer" else None


def _on_exports(snapshot: Snapshot, asked: Question) -> bool:
    """Whether what was told last is on data that go abroad."""
    targets = (snapshot.index.target(e) for e in asked.exchanges[-1].entries)
    return any(t is not None and getattr(t.document, "intent", "") == _ABROAD for t in targets)


def _asks_exempt(text: str) -> bool:
    plain = normalise(text).strip()
    if len(plain) > _LONGEST * (3 if is_english(plain) else 1) or _BARRED.search(plain):
        return False
    return _EXEMPT.search(plain) is not None and _ASKS.search(plain) is not None


@kept
def _wording(text: str) -> str:
    plain = normalise(text)
    groups = named_groups(plain)
    if claims_staff(plain) and not groups:
        return _OF_STAFF
    if groups == (STAFF,) or (STAFF in groups and _ARE_STAFF.search(plain)):
        return _OF_STAFF
    return _OF_ORDERS if STAFF not in groups and _ORDERS.search(plain) else ""
