"""What people do and have, put in the words by which a table knows it: a hotel that a guest booked
is a booking (旅客自己订了巴黎的酒店), money to be sent is a remittance, and the records of animals
(猫狗的病历) are no health records. Pure; over normalised texts.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

_BOOKED = re.compile(
    r"(?<!增)(?<!修)(?<!签)(?:预订|预定|订|下单)(?:了|过|的|个|张|间|好|下|到)*[^,。;?!]{0,10}?"
    r"(?P<what>酒店|民宿|客房|机票|航班|船票|火车票|接机车?|租车|门票|邮轮)"
    r"|\bbook(?:ed|s|ing)?\b[^,.;?!]{0,30}?\b(?P<english>hotels?|flights?|rooms?|tickets?|cruises?)\b"
)
_REMITTED = re.compile(
    r"汇(?:款|钱|笔钱)?(?:到|去|给|往)[^,。;?!]{0,6}(?:国外|境外|海外|外国|[美英德法日韩澳]国?)"
    r"|(?:国外|境外|海外)汇款|汇出境外|\b(?:remit|wire|transfer)\w* (?:money|funds) (?:to|abroad)"
)
_ANIMALS = re.compile(
    r"宠物|猫|狗|犬(?!牙)|动物|牲畜|家畜|畜禽|生猪|奶牛|肉牛|羊群|兽医"
    r"|\b(?:pets?|cats?|dogs?|animals?|livestock|cattle|cows?|horses?|poultry|veterinar\w*)\b"
)
_PEOPLE = re.compile(
    r"病人|患者|员工|学生|受试|老人|孩子|儿童|(?<!不是)(?<!并非)(?<!没有)人的?病历|(?:主人|客户|会员|顾客)的(?:体检|健康|病)"
    r"|\b(?:employees?|staff|students?|children|humans? (?:health|medical))\b"
)
_HEALTH = re.compile(
    r"病历|病例|病案|病史|诊断|诊疗|就诊|住院|处方|用药|化验|体检|健康(?:记录|数据|信息|档案)?|医疗(?:数据|信息|记录)?"
    r"|\b(?:medical|health|patients?|diagnos\w+|prescriptions?|treatment)\b"
)


def in_table_words(texts: Sequence[str]) -> list[str]:
    """The texts of one conversation with what was booked or remitted named as such, and without the
    words of illness where it is that of animals alone."""
    of_animals = any(_ANIMALS.search(t) for t in texts) and not any(
        _PEOPLE.search(t) for t in texts
    )
    found: list[str] = []
    for text in texts:
        said = _HEALTH.sub("记录", text) if of_animals else text
        if _BOOKED.search(said):
            said = f"{said},订酒店" if not said.isascii() else f"{said}, hotel booking"
        if _REMITTED.search(said):
            said = f"{said},跨境汇款"
        found.append(said)
    return found
