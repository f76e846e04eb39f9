"""Who asks by whom the data of a public service are authorised (我们公交公司的数据归谁授权), also
beside another question (那个授权运营是啥意思，我们找谁授权): that is public data authorisation, and
no question whose data they are. Who is elsewhere is not under the rule of this place. Pure.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from dialog.reply.data_kinds import of_a_service
from dialog.reply.holds_here import elsewhere_in, own_place
from dialog.reply.question import Exchange
from knowledge.text import normalise

_HERE = "公共数据授权运营由谁牵头"
_THERE = "我们在外省，不在上海，公共数据授权运营按什么规定"
_CLAUSES = re.compile(r"([,，。.?？!！;；、 \u3000]+)")
_WHO = re.compile(
    r"(?:(?:那么?|我们?|咱们?|我司|这些?|它们?|这种|[^,。?找向]{0,16}?(?:数据|授权运营))的?)?"
    r"(?:该|应该|要|得|去|到底|究竟|具体|又|是|得去|需要|可以)*"
    r"(?:找|向|跟|由|归|去|是|问|要)(?:谁|哪(?:个|些|里|儿|家)?(?:部门|单位|机构|地方|公司)?|什么(?:部门|单位|机构)|啥部门)"
    r"(?:来|去|要|拿|给|申请|办|管|负责|做|签|帮我们|给我们)*授权(?:运营)?(?:给我们?)?(?:[啊呀呢吗的嘛]|才行)*"
)
_PUBLIC = re.compile(r"公共数据|授权运营")
_BACK = 3
"""Exchanges back to which such a matter is still spoken of."""


def as_authorised(text: str, exchanges: Sequence[Exchange]) -> str:
    """A text with the question who authorises in words that say what; empty for any other text."""
    pieces = _CLAUSES.split(normalise(text))
    asking = [n for n, piece in enumerate(pieces) if _WHO.fullmatch(piece)]
    spoken = (text, *(e.question for e in exchanges[-_BACK:]))
    if not asking or not any(_PUBLIC.search(t) or of_a_service(t) for t in map(normalise, spoken)):
        return ""
    there = elsewhere_in(text) or any(own_place(e.question) for e in exchanges)
    for n in asking:
        pieces[n] = _THERE if there else _HERE
    return "".join(pieces).replace(" ", "，")
