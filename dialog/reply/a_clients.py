"""Who only works for a client with what that handed over to them (我们只是替他干活), and would
sell it themselves: it is not theirs to sell. Pure but for the look-up.
"""

from __future__ import annotations

import re

from dialog.reply.question import Question
from knowledge.findings import Findings
from knowledge.snapshot import Snapshot
from knowledge.text import normalise

FOR_OTHERS = "替别人清洗、标注、加工数据的，能自己留一份副本以后卖吗？"
_BACK = 3
"""Exchanges back to which the work may have been told of."""
_CLIENT = (
    r"(?:客户|甲方|委托方|雇主|东家|人家|对方|别人"
    r"|[^,。;?!]{0,6}(?:公司|单位|医院|学校|银行|工厂|机构|店))"
)
_HANDED = re.compile(
    rf"{_CLIENT}[^,。;?!]{{0,4}}(?:把|将)[^,。;?!]{{1,14}}(?:交|给|发|托付|拿|传)(?:给|到"
    rf"|了)*(?:我们|咱们|我司|我)"
    rf"|{_CLIENT}[^,。;?!]{{0,4}}(?:交|发|传|托)给(?:我们|咱们|我司|我)[^,。;?!]{{0,14}}的?"
    r"|\b(?:client|customer|company|employer|hospital|bank|firm)\b[^.;?!]{0,20}\b(?:gave"
    r"|gives|handed|hands|sent|sends)"
    r" us\b"
)
_WORKS = re.compile(
    r"(?:让|叫|请|托|委托)(?:我们|咱们|我司|我)[^,。;?!]{0,4}(?:帮|替|代|处理|整理|做|管"
    r"|算|排|调|翻|录)"
    r"|(?:只是|就是|不过是|光是|仅仅?)?(?:在)?(?:替|帮|给|代)(?:他们?|她们?|人家|客户"
    r"|甲方|对方|别人)(?:公司)?"
    r"(?:干活|做事|办事|打工|跑腿|做活|处理|整理|打理|代管|代办|服务)"
    r"|\b(?:only|just|merely)\b[^.;?!]{0,12}\b(?:work|working|do|doing|process"
    r"|processing)\b[^.;?!]{0,20}\bfor (?:them|him|the client|a client)"
    r"|\bto (?:process|sort|handle|translate|clean|manage"
    r"|do)\b[^.;?!]{0,20}\bfor (?:them|him|it)\b"
)
_SELLS = re.compile(
    r"(?<!外)(?<!会)卖(?![方家点场])|出售|挂牌|上架|变现|\b(?:sell|list (?:it|them|this)"
    r"|put (?:it|them) (?:up )?for sale)\b"
)
_AGREED = re.compile(
    rf"(?<!没)(?<!没有)(?<!不)(?:{_CLIENT})?[^,。;?!没不]{{0,4}}(?:同意|授权|许可|答应"
    rf"|允许)(?:了|过|我们|书)"
    r"|\b(?:agreed|allowed|authori[sz]ed|consented)\b"
)


def of_a_client(snapshot: Snapshot, text: str, asked: Question) -> Findings | None:
    """What holds of the data of a client, for who would sell what was handed to them for work;
    ``None`` where nothing of that is told, or the client agreed."""
    plain = normalise(text)
    if _SELLS.search(plain) is None or snapshot.exact(text) is not None:
        return None
    told = "。".join([*(normalise(e.question) for e in asked.exchanges[-_BACK:]), plain])
    if not (_HANDED.search(told) and _WORKS.search(told)) or _AGREED.search(told):
        return None
    found = snapshot.at_once(FOR_OTHERS)
    return found if found is not None and found.band == "answer" else None
