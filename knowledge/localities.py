"""Places that a text names: provinces, cities that have rules or exchanges of their own, countries.

What holds in one place is no answer for another one, however alike the words are.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

_ENGLISH: dict[str, tuple[str, ...]] = {
    "北京": ("beijing",),
    "天津": ("tianjin",),
    "重庆": ("chongqing",),
    "深圳": ("shenzhen",),
    "广州": ("guangzhou",),
    "杭州": ("hangzhou",),
    "南京": ("nanjing",),
    "苏州": ("suzhou",),
    "成都": ("chengdu",),
    "武汉": ("wuhan",),
    "贵阳": ("guiyang",),
    "广东": ("guangdong",),
    "江苏": ("jiangsu",),
    "浙江": ("zhejiang",),
    "福建": ("fujian",),
    "山东": ("shandong",),
    "四川": ("sichuan",),
    "贵州": ("guizhou",),
    "海南": ("hainan",),
}
"""Provinces and cities of the mainland that are spoken of in English, too."""
_OTHERS: dict[str, tuple[str, ...]] = {
    "上海": ("shanghai",),
    "香港": ("hong kong", "hongkong"),
    "澳门": ("macao", "macau"),
    "台湾": ("taiwan",),
    "临港": ("lingang", "lin-gang"),
    "欧盟": ("eu", "european union", "europe"),
    "美国": ("usa", "united states", "america", "american"),
    "英国": ("uk", "united kingdom", "britain"),
    "德国": ("germany", "german"),
    "法国": ("france", "french"),
    "日本": ("japan", "japanese"),
    "韩国": ("korea", "korean"),
    "新加坡": ("singapore",),
    "印度": ("india",),
    "俄罗斯": ("russia", "russian"),
    "加拿大": ("canada",),
    "澳大利亚": ("australia",),
}
"""The home of most that is spoken of, what has customs of its own, and countries."""
_CHINESE_ONLY = (
    "河北", "山西", "内蒙", "辽宁", "吉林", "黑龙江", "安徽", "江西",
    "河南", "湖北", "湖南", "广西", "云南", "西藏", "陕西", "甘肃",
    "青海", "宁夏", "新疆", "西安", "合肥", "厦门", "青岛", "大连",
    "宁波", "长沙", "郑州", "济南", "福州", "昆明", "无锡", "东莞",
    "佛山", "沈阳", "哈尔滨", "长春", "石家庄", "太原", "南昌", "南宁",
    "海口", "兰州", "珠海", "温州", "德清",
)  # fmt: skip
_SHORT = {
    "内蒙古": "内蒙",
    "北数所": "北京",
    "深数所": "深圳",
    "深数交": "深圳",
    "广数所": "广州",
    "贵数所": "贵阳",
    "上数所": "上海",
    "沪": "上海",
    "欧洲": "欧盟",
}
"""How exchanges and cities are called for short."""
_NAMES = {name: name for name in (*_ENGLISH, *_OTHERS, *_CHINESE_ONLY)} | _SHORT
_BY_ENGLISH = {word: name for name, words in (_ENGLISH | _OTHERS).items() for word in words}


def _one_of(names: Iterable[str]) -> str:
    return f"(?:{'|'.join(sorted(names, key=len, reverse=True))})"


_CHINESE = re.compile(_one_of(_NAMES))
_LATIN = re.compile(rf"\b{_one_of(_BY_ENGLISH)}\b")
ELSEWHERE = _one_of(n for n, name in _NAMES.items() if name not in _OTHERS)
"""A pattern of the mainland's other places, and of their exchanges' short names."""
ELSEWHERE_ENGLISH = _one_of(word for words in _ENGLISH.values() for word in words)
"""The same in English, in small letters."""


def places_in(text: str) -> frozenset[str]:
    """The places that a normalised text names, by their Chinese names."""
    chinese = {_NAMES[name] for name in _CHINESE.findall(text)}
    return frozenset(chinese | {_BY_ENGLISH[name] for name in _LATIN.findall(text)})


def places_elsewhere(text: str) -> frozenset[str]:
    """Those of them that are places of the mainland other than the home of most that is spoken of,
    with exchanges or rules of their own."""
    return frozenset(p for p in places_in(text) if p not in _OTHERS)
