"""Simple English for the ear. Figures stay figures: English voices read them well by themselves."""

from __future__ import annotations

import re

from avatar.numerals import ADDRESS, THIN
from avatar.spans import Rule, letters

_SHORT = {
    "Art.": "Article",
    "Arts.": "Articles",
    "art.": "article",
    "arts.": "articles",
    "No.": "Number",
    "Nos.": "Numbers",
    "no.": "number",
    "para.": "paragraph",
    "paras.": "paragraphs",
    "approx.": "approximately",
    "e.g.": "for example",
    "i.e.": "that is",
    "vs.": "versus",
}
_CURRENCIES = {
    "CNY": "yuan",
    "RMB": "yuan",
    "¥": "yuan",
    "￥": "yuan",
    "$": "dollars",
    "USD": "dollars",
    "US$": "dollars",
    "€": "euros",
}
_NUMBER = r"[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?|[0-9]+(?:\.[0-9]+)?"


def _rule(pattern: str, group: int = 0, *, said: str = "") -> Rule:
    return Rule(re.compile(pattern), lambda _: said, group)


def _money(match: re.Match[str]) -> str:
    times = f" {match[3]}" if match[3] else ""
    return f"{match[2]}{times} {_CURRENCIES[match[1]]}"


def _standard(match: re.Match[str]) -> str:
    kind = letters(match[1]) + (f" {match[2]}" if match[2] else "")
    slash = f" {match[3]}" if match[3] else ""
    return f"{kind}{slash} {match[4]}" + (f", {match[5]}" if match[5] else "")


RULES: tuple[Rule, ...] = (
    Rule(ADDRESS, lambda m: "the address on the screen"),
    Rule(
        re.compile(
            r"(?<![A-Za-z])(GB|DB|YD|JR|ISO|IEC)([0-9]{2})?(?:/([TZ]))?\s?([0-9]+(?:\.[0-9]+)?)"
            r"(?:\s?[-—–]\s?([0-9]{4}))?(?![0-9])"
        ),
        _standard,
    ),
    Rule(
        re.compile(
            rf"(US\$|[¥￥$€]|(?<![A-Za-z])(?:CNY|RMB|USD))\s?({_NUMBER})(?:\s(million|billion))?"
        ),
        _money,
    ),
    Rule(
        re.compile(rf"(?<![A-Za-z])(?:{'|'.join(re.escape(s) for s in _SHORT)})(?=\s?[0-9A-Za-z])"),
        lambda m: _SHORT[m.group()],
    ),
    Rule(
        # A telephone number is said digit by digit.
        re.compile(r"\b(?:helpline|hotline|[Cc]all|[Dd]ial)\s([0-9]{3,8})(?![0-9.,%]*[0-9%])"),
        lambda m: THIN.join(m[1]),
        1,
    ),
    Rule(re.compile(r"[〔\[]((?:19|20)[0-9]{2})[〕\]]"), lambda m: f"{m[1]},"),
    _rule(r"(?<=[0-9])\s?(%)", 1, said=" percent"),
    _rule(r"(?<=[0-9%])(\s?[-–—~～]\s?)(?=[0-9]+(?:\.[0-9]+)?(?:%|\s|[,.;)]|$))", 1, said=" to "),
    Rule(re.compile(r"^\s*([0-9]{1,2})[.)]\s+(?=\S)"), lambda m: f"Number {m[1]}, "),
    Rule(re.compile(r"(?<![A-Za-z])[A-Z]{2,6}(?![A-Za-z])"), lambda m: letters(m.group())),
    _rule(r"&", said="and"),
    _rule(r"[*#`_|]", said=" "),
)
