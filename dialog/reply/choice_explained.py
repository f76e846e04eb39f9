"""Who asks what the words of the desk's own question mean (啥叫授权, 这三个什么意思), and the
question that stays open behind that. Pure but for the look-up.

Searched, such words are near other matters: 授权 is near the authorisation of public data.
"""

from __future__ import annotations

import re

import msgspec

from dialog.reply.question import Exchange, Question
from knowledge.findings import Findings
from knowledge.snapshot import PLAIN, Snapshot
from knowledge.text import is_english, normalise
from knowledge.types import DecisionTable, Input

_LONGEST = 24
"""Characters beyond which a text asks for more than a meaning; English has thrice as many."""
_OPEN = 2
"""Exchanges for which a question stays open while its words are explained."""
_EXPLAINED = "没有授权、有授权或同意、已匿名化，各是什么意思？"
_MEANING = re.compile(
    r"(?:什么|啥|怎么|怎样)(?:才)?(?:叫|是|算)|是?(?:什么|啥)意思|什么区别|啥区别|怎么(?:区分|分"
    r"|理解|选)|怎样分|不懂|不明白|听不明白"
    r"|指(?:的是)?(?:什么|啥|哪)|区别在哪"
    r"|\bwhat (?:do you mean|does .{2,40} mean|is meant|counts as|is the difference"
    r"|are the differences)"
    r"|\bwhat(?:'s| is) (?:an? )?(?:authori[sz]ation|consent)\b|\b(?:meaning|difference)\b"
)
_ALL = re.compile(
    r"这(?:[3三几]个|[3三几]种|些|都)?|它们|那(?:[3三几]个|[3三几]种|些)|选项|^(?:有|是)?(?:什么"
    r"|啥)(?:意思|区别)|区别"
    r"|\b(?:these|those|they|them|options?|choices|that|this|difference)\b"
)
_WORD = re.compile(r"授权|同意|匿名|\b(?:authori[sz]\w+|consent\w*|anonymi\w+)\b")
_OTHER = re.compile(r"授权运营|公共数据|独家|法人|代理|知识产权|软件")
"""Authorisations that are none of a person's data."""


def explained_choice(snapshot: Snapshot, text: str, asked: Question) -> Findings | None:
    """What the words of the question mean that a table just asked back; ``None`` where a text does
    not ask for that, or the words have a document of their own."""
    ask = _open_question(snapshot, asked)
    if ask is None or not asks_meaning(text) or _OTHER.search(normalise(text)):
        return None
    words = "".join((*ask.labels, *ask.labels_english)).lower()
    named = _WORD.search(normalise(text))
    if named is None and _ALL.search(normalise(text)) is None:
        return None
    if "授权" not in words or "匿名" not in words:
        return None
    if named is not None and snapshot.at_once(text) is not None:
        return None
    found = snapshot.at_once(_EXPLAINED)
    return found and msgspec.structs.replace(found, chance=PLAIN)


def asks_meaning(text: str) -> bool:
    """Whether a text asks what something means, and tells nothing besides."""
    plain = normalise(text)
    short = len(plain) <= _LONGEST * (3 if is_english(plain) else 1)
    return short and _MEANING.search(plain) is not None


def still_open(asked: Question) -> Question:
    """The conversation without the exchanges in which only the words of a question that a table
    asked back were explained: it is still to be answered."""
    exchanges, left = asked.exchanges, len(asked.exchanges)
    while left > 1 and len(exchanges) - left < _OPEN and asks_meaning(exchanges[left - 1].question):
        left -= 1
    if left == len(exchanges) or not _asked_back(exchanges[left - 1]):
        return asked
    return msgspec.structs.replace(asked, exchanges=exchanges[:left])


def _asked_back(exchange: Exchange) -> bool:
    return exchange.outcome == "clarify" and exchange.entries != ()


def _open_question(snapshot: Snapshot, asked: Question) -> Input | None:
    """The input that the last reply asked for by its choices."""
    exchanges = still_open(asked).exchanges
    last = exchanges[-1] if exchanges else None
    if last is None or not _asked_back(last):
        return None
    table = snapshot.pack.all(DecisionTable).get(last.entries[0])
    inputs = table.inputs if table is not None else ()
    return next((i for i in inputs if i.answers and not i.lower), None)
