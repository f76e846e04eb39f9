"""Who is elsewhere in the country and asks whether they may do a thing here (我们在宁波，能在你们这
挂吗): the question is whether a company from elsewhere may. Pure.
"""

from __future__ import annotations

import re

from dialog.reply.kept import kept
from knowledge.localities import ELSEWHERE
from knowledge.text import normalise

_OURS = re.compile(
    r"(?:我们?|咱们?|我司|公司|本公司|厂|店|单位|老板)"
    r"(?:公司|厂|单位|总部|这边|是|都|就|也|人|注册|开|办|设"
    r"|的)*"
    r"(?:在|来自|是)(?P<place>[^,，。;；!！?？在]{2,8}?)"
    r"(?:的(?:公司|企业|厂)?|这边|那边|人|市|省|注册的?)?"
    r"(?=[,，。;；!！])"
)
"""What tells where the visitor is."""
_HERE = re.compile(
    r"(?P<before>(?:^|.*[,，。;；!！])(?:那么?|请问|也|还|到底|我们?|咱们?|这些?|数据|的|[ ])*)"
    r"(?P<may>能不能|可不可以|可以|能|可|行不行)(?:也|还|直接)?"
    r"(?:在|到|来|去|上)(?:你们?|您|贵所|上海|交易所|这|那)+(?:里|儿|边|上|来)*(?:来|去|上)?"
    r"(?P<deed>挂牌|上架|入驻|登记|挂|卖(?:数据)?|交易)(?:的|得了?|了)?"
    r"(?P<end>[吗么嘛不呢啊呀]*[?？。 ]*)$"
)
_PLACE = re.compile(rf"{ELSEWHERE}|外地|外省|省外|[\u4e00-\u9fff]{{2}}[市省县]$")
"""A place of the mainland elsewhere."""
_DEEDS = {"挂": "挂牌", "卖": "挂牌", "卖数据": "挂牌", "交易": "挂牌"}


@kept
def as_outsider(text: str) -> str:
    """The question of who is elsewhere in the country, whether it may be done here, in words that
    say so; the text itself where it is no such question."""
    read, ours = _HERE.fullmatch(text.strip()), _OURS.search(normalise(text))
    if read is None or ours is None:
        return text
    if _PLACE.search(ours["place"]) is None or "上海" in ours["place"]:
        return text
    deed = _DEEDS.get(read["deed"], read["deed"])
    before = re.sub(r"(?:我们?|咱们?)$", "", read["before"])
    return f"{before}外地企业能在上海{deed}{read['end'] or '吗'}"
