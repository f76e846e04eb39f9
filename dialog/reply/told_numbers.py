"""Numbers of a person that a visitor types without need: identity card, phone, bank card. Pure.

The desk can look up nobody's records. The number helps no search, sounds like trade in personal
information to the intent model, and should not have been typed: it is left out, and the visitor
is asked not to do it again.
"""

from __future__ import annotations

import re

_IDENTITY = r"[1-9]\d{5}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx]"
_CARD = r"[3-6]\d{15,18}"
_PHONE = r"1[3-9]\d{9}"
_END = r"(?!\d)[ ,，。.;；!！、]*"
_LABEL = (
    r"(?:身份证|手机|电话|联系方式|银行卡|卡|证件|护照)(?:的)?(?:号码?|号)?"
    r"|(?:id(?: card)?|identity(?: card)?|phone|mobile|bank(?: card)?|card|passport)"
    r"(?: number| no\.?)?"
)
_OWN = re.compile(
    rf"(?:这是|报下|附上)?(?:我们?|本人|咱)的?(?:{_LABEL})\s*(?:是|为|[:：])?\s*"
    rf"(?<!\d)(?:{_IDENTITY}|{_CARD}|{_PHONE}){_END}"
    rf"|\b(?:my|here is my|this is my) (?:{_LABEL})\s*(?:is|:)?\s*"
    rf"(?<!\d)(?:{_IDENTITY}|{_CARD}|{_PHONE}){_END}",
    re.IGNORECASE,
)
"""A number that is told as the visitor's own."""
_ALONE = re.compile(
    rf"(?:^|(?<=[,，。;；!！?？\s]))(?:{_LABEL})?\s*(?:是|为|is|[:：])?\s*(?<!\d)"
    rf"(?:{_IDENTITY}|{_CARD})(?:$|(?=[,，。;；!！?？\s])){_END}",
    re.IGNORECASE,
)
"""One that stands between marks by itself: nothing is asked of it."""


def without_own_numbers(text: str) -> tuple[str, bool]:
    """A text without the personal numbers that its writer tells, and whether there were any. A
    number of which something is asked (whose it is) stays."""
    rest, own = _OWN.subn("", text)
    rest, alone = _ALONE.subn("", rest)
    return (rest.strip(" ,，。;；"), True) if own or alone else (text, False)
