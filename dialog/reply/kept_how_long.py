"""How long something may be kept, asked in words that name nothing (要留多久), of faces or other
data of people that were told of before: the shortest time, and no log's. Pure but for the look-up.
"""

from __future__ import annotations

import re

from dialog.reply.question import Question
from knowledge.findings import Findings
from knowledge.snapshot import Snapshot
from knowledge.text import normalise

FACES_KEPT = "人脸信息、人脸照片可以存多久？"
PERSONS_KEPT = "个人信息可以保存多久"
_BACK = 2
"""Exchanges back to which the data may have been told of."""
_OWN_DATA = re.compile(
    r"(?:(?:用户|会员|客户|顾客|病人|患者|学员|学生|住户|他们|她们|人家)的?)?"
    r"(?:血[糖压脂]|健康|体检|病历|验光|视力|听力|轨迹|定位|录音|指纹|姓名"
    r"|名字|电话|手机号|住址|地址|身份证)"
    r"(?:的)?(?:记录|数据|信息|资料|档案|报告|值|号)?"
    r"|\b(?:health|medical|glucose|blood sugar|location|contact)"
    r" (?:data|records?|readings?|details)"
)
"""Data of people that the question itself names: 血糖记录要留多久."""
_ASKS = re.compile(
    r"(?:那|它们?|这些?|这种|照片|图片?|图像|数据|信息|人脸|脸|又|还|最多|最长|一般|得"
    r"|要|能|可以|应该|该|必须|允许|[,。 ])*"
    r"(?:(?:留存?|存放?|保[存留]|放|留着|存着)(?:它|着|的)?(?:多久|多长时间?|几年|几个月"
    r"|几天|到什么时候|期限|时间)|(?:什么时候|多久(?:以后|之后|后)?|几年(?:以后|之后|后)?)"
    r"(?:才|就)?(?:能|可以|要|得|该|必须|应该)*(?:删|销毁|清理|清))(?:掉|除)?"
    r"(?:才|就|再)?(?:能|可以|要|得|该)?(?:删|销毁|扔|清|丢)?(?:掉|除)?"
    r"(?:呢|啊|呀|才行|合适|[?。! ])*"
    r"|(?:and |so |[, ])*how long (?:may|can|must|should|do|could) (?:we|they|it|these"
    r"|those) (?:have to |need to )?"
    r"(?:keep|store|hold|be kept|be stored)(?: (?:it|them|these|those|the (?:photos?"
    r"|pictures?|images?|faces?|data)))?[?. ]*"
)
_FACES = re.compile(r"人脸|[刷扫]脸|脸部|面部|的脸|\b(?:faces?|facial)\b")
_PERSONS = re.compile(
    r"姓名|名字|电话|手机号|身份证|住址|录音|声音|病历|体检|轨迹|指纹|\b(?:names"
    r"|phone numbers?|addresses|recordings"
    r"|voices?|health records|medical records|fingerprints?)\b"
)
_OTHER = re.compile(
    r"日志|合同|订单|交易记录|评估报告|账[本册目]|凭证|发票|出境|境外|\b(?:logs?"
    r"|contracts?|orders?|invoices?|reports?|abroad)\b"
)
"""Records that have a time of their own, or another matter."""


def kept_how_long(snapshot: Snapshot, text: str, asked: Question) -> Findings | None:
    """What holds of the time for which such data may be kept; ``None`` where nothing of them was
    told, or something else is asked of."""
    plain = normalise(text).strip()
    if _ASKS.fullmatch(_OWN_DATA.sub("", plain, count=1)) is None:
        return None
    if _OWN_DATA.search(plain) and not _OTHER.search(plain):
        found = snapshot.at_once(PERSONS_KEPT)
        return found if found is not None and found.band == "answer" else None
    for told in (normalise(e.question) for e in reversed(asked.exchanges[-_BACK:])):
        if _OTHER.search(told):
            return None
        of_persons = PERSONS_KEPT if _PERSONS.search(told) else ""
        wording = FACES_KEPT if _FACES.search(told) else of_persons
        found = snapshot.at_once(wording) if wording else None
        if found is not None and found.band == "answer":
            return found
    return None
