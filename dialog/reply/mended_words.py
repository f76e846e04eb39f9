"""A question before with the one word of it put right that its writer takes back: their part in a
trade (不对，是买方不是卖方), where they are (哦我们其实在浙江), or another word that stands in it
(是自己采集的不是买来的). Pure.

The whole question is asked anew: what was said of the wrong word is no answer to it, and what is
said now is not wrong because it was said before.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from dialog.reply.aspects import asks
from dialog.reply.context import MATTERS, ROLES, elliptic, said
from dialog.reply.corrected import corrected
from dialog.reply.question import Exchange
from dialog.reply.stays_here import puts_right
from knowledge.answers.places_abroad import CHINESE_ABROAD, ENGLISH_ABROAD, NAMED_ABROAD
from knowledge.localities import ELSEWHERE, ELSEWHERE_ENGLISH
from knowledge.text import is_english, normalise

_LONGEST = 40
"""Characters beyond which a text tells more than a word; English has twice as many."""
_TAKES_BACK = (
    r"(?:不对|不是的?|不(?=[,.!。])|错了|(?:我|刚才|刚刚|刚)*(?:说|讲|打|写|记|搞|弄|填)错(?:了"
    r"|啦)?|口误|笔误|(?:我)?(?:更正|纠正|改)[1一]?下"
    r"|等等|等[1一]?下|其实|应该)"
)
_SMALL = r"(?:啊|哦|噢|呃|嗯|哎呀?|唉|那个|抱歉|不好意思|对不起|对了|[,.!。;: ])"
_LEAD = rf"(?:{_SMALL}|{_TAKES_BACK})*"
_MARKED = rf"{_SMALL}*(?:(?:我们?|咱们?)(?:公司|单位)?)?{_TAKES_BACK}(?:{_SMALL}|{_TAKES_BACK})*"
_US = r"(?:我们?|咱们?|我司|我方|本公司|公司|单位|人|注册|总部|[,])*"
_IS = r"(?:其实|应该|才|就|真的|确实|现在)*(?:是在?|在|算|属于)?(?:[1一]?家)?"
_WORD = r"[^,。;?!不没]{1,12}?"
_END = r"(?:市|省)?(?:的|这边|那边|公司|企业)*(?:了|啊|呀|哦|哈|才对|[,.!。 ])*"
_READ = (
    re.compile(
        rf"{_LEAD}{_US}{_IS}(?P<meant>{_WORD})的?[,; ]*(?:而|并|又)?不(?:是|在)"
        rf"(?P<denied>{_WORD}){_END}"
    ),
    re.compile(
        rf"{_LEAD}{_US}不(?:是|在)(?P<denied>{_WORD})的?[,;。 ]+(?:而|{_SMALL})*{_US}{_IS}"
        rf"(?P<meant>{_WORD}){_END}"
    ),
    re.compile(rf"{_MARKED}{_US}{_IS}(?P<meant>{_WORD}){_END}"),
)
_AM = (
    r"(?:(?:it|that)(?:'s| is| was)|(?:they|these|those)(?:'re| are| were)|(?:i|we)(?:'m|'re| am"
    r"| are| mean| meant)|should be|i said"
    r"|our company is)"
)
_AT = r"(?:in |from |based |located |registered |an? |the )*"
_LEAD_ENGLISH = (
    r"(?:no|sorry|oh|wait|well|actually|correction|my mistake|my bad|i misspoke|i was wrong"
    r"|i mistyped|[,.;:! ])"
)
_READ_ENGLISH = (
    re.compile(
        rf"{_LEAD_ENGLISH}*(?:{_AM} )?(?:actually )?{_AT}(?P<meant>[a-z -]{{2,30}}?)(?: side)?"
        rf"(?:,? and|,)? not {_AT}(?P<denied>[a-z -]{{2,30}}?)(?: side)?[.! ]*"
    ),
    re.compile(
        rf"{_LEAD_ENGLISH}*(?:{_AM} )?not {_AT}(?P<denied>[a-z -]{{2,30}}?)[,.;]+"
        rf" (?:but )?(?:{_AM} )?{_AT}(?P<meant>[a-z -]{{2,30}}?)[.! ]*"
    ),
    re.compile(rf"{_LEAD_ENGLISH}+(?:{_AM} )?(?:actually )?{_AT}(?P<meant>[a-z -]{{2,30}}?)[.! ]*"),
)
_ROLES = re.compile(ROLES)
_PLACES = re.compile(
    rf"{ELSEWHERE}|上海|外地|外省|{CHINESE_ABROAD}|\b(?:{ELSEWHERE_ENGLISH}|shanghai|{ENGLISH_ABROAD})\b"
)
_DEEDS = re.compile(r"挂牌|入驻|登记|入表|出境|备案|上架|质押|授权运营")
_KINDS = (_ROLES, _PLACES, _DEEDS)
"""Words of one kind: where none is denied, it is the one of its kind in the question."""


def mended_words(text: str, exchanges: Sequence[Exchange], *, any_word: bool = False) -> str:
    """The question before with the word put right that a text takes back; empty where it takes
    back none that stands there. ``any_word``: also one that is of no kind known here."""
    last = next((e for e in reversed(exchanges) if e.outcome in MATTERS), None)
    plain = normalise(text).strip()
    english = is_english(plain)
    if last is None or "?" in plain or len(plain) > _LONGEST * (2 if english else 1):
        return ""
    before = normalise(said(last.question).text).strip()
    if elliptic(before, exchanges[:-1]):
        return ""
    if puts_right(plain) and NAMED_ABROAD.search(before):
        return ""  # Nothing of it goes abroad: what was asked is answered by that.
    for pattern in _READ_ENGLISH if english else _READ:
        read = pattern.fullmatch(plain)
        if read is None or asks(read["meant"]):
            continue
        denied = (read.groupdict().get("denied") or "").strip()
        mended = _put_right(before, read["meant"].strip(), denied)
        other = any_word or _of_a_kind(read["meant"]) or corrected(text, exchanges) is None
        if mended and other:
            return mended
    return ""


def _put_right(before: str, meant: str, denied: str) -> str:
    """The question with what is meant for what is denied, or for what is of one kind with it."""
    if denied and denied in before and meant not in before:
        return before.replace(denied, meant)
    kind = next((k for k in _KINDS if k.fullmatch(meant)), None)
    if kind is None or (denied and kind.fullmatch(denied) is None):
        return ""
    stands = [m.group() for m in kind.finditer(before) if m.group() != meant]
    # The place of the exchange itself is none of the visitor's.
    named = [s for s in stands if kind is not _PLACES or s not in ("上海", "shanghai")] or stands
    return before.replace(named[0], meant, 1) if len(set(named)) == 1 else ""


def _of_a_kind(meant: str) -> bool:
    return any(kind.fullmatch(meant.strip()) for kind in _KINDS)
