"""Who asks for a figure of the exchange of a year before it was opened (turnover in 2019): that it
was not there yet is said, and how it came about. The day stands in the claims. Pure but for the
look-up."""

from __future__ import annotations

import re

import msgspec

from dialog.phrases import phrase
from dialog.reply.words import Frame, Line, Words
from knowledge.findings import Findings
from knowledge.snapshot import Snapshot
from knowledge.text import normalise
from knowledge.types import Claim

HISTORY = "上海数据交易所是怎么成立的，经过了哪几步？"
_OPENED = ("揭牌日期", "成立日期")
_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)(?!\d)")
_EXCHANGE = re.compile(
    r"(?<!深圳)(?<!北京)(?<!贵阳)(?<!广州)(?:数据|数)交易?所|上数所|贵所|你们(?:所|这|那|平台"
    r"|当时|那年)?"
    r"|\b(?:shanghai data exchange|your (?:exchange|platform)|the (?:data )?exchange|sde)\b"
)
_FIGURE = re.compile(
    r"(?:成交|交易|销售|营业)(?:总)?(?:额|量|金额|笔数|规模)|营收|流水|收入|利润|(?:产品|数商"
    r"|会员|员工|挂牌)[^,。;?!]{0,6}?"
    r"(?:多少|几[个家]|数量?)|(?:多少|几)[^,。;?!]{0,6}?(?:产品|数商|会员|员工|挂牌)"
    r"|\b(?:turnover|volume|revenue|sales|profits?|trad(?:es|ed)|members?|vendors?|listings?"
    r"|employees)\b"
)
_OTHER = re.compile(
    r"前身|交易中心|成立|揭牌|设立|开业|条例|办法|法第|那时候?有|\b(?:predecessor|founded|set up"
    r"|opened|law)\b"
)


def year_before_opening(snapshot: Snapshot, text: str) -> int:
    """The year before the exchange was opened of which a figure of it is asked; 0 where none is."""
    plain = normalise(text)
    years = [int(y) for y in _YEAR.findall(plain)]
    asked = years and _EXCHANGE.search(plain) and _FIGURE.search(plain)
    if not asked or _OTHER.search(plain):
        return 0
    opened = _opened(snapshot)
    return max(years) if opened and max(years) < opened else 0


def before_opening(snapshot: Snapshot, text: str) -> Findings | None:
    """How the exchange came about, to who asks for such a figure; ``None`` for others."""
    return snapshot.at_once(HISTORY) if year_before_opening(snapshot, text) else None


def with_opening(frame: Frame, words: Words, text: str) -> Words:
    """The words behind a line that says that the exchange was not there in the year asked of."""
    found = before_opening(frame.snapshot, text)
    if found is None or found.exact is None or words.entries != (found.exact.id,):
        return words
    year = str(year_before_opening(frame.snapshot, text))
    said = phrase("before_opening", frame.language, year=year)
    line = Line(said, locked=False, language=frame.language)
    return msgspec.structs.replace(words, lines=(line, *words.lines))


def _opened(snapshot: Snapshot) -> int:
    """The year in which the exchange was opened; 0 where that is not held."""
    exchange = snapshot.pack.profile.exchange
    for claim in snapshot.pack.all(Claim).values():
        if claim.subject == exchange and claim.predicate in _OPENED:
            year = _YEAR.search(claim.object)
            return int(year.group()) if year is not None else 0
    return 0
