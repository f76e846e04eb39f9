"""Who goes back to a case of other people that was told before the last one (back to HR, 回到员工那
批, 刚才病假那部分), or in plain words to the last one from another matter (thanks; going back to
the customers, …): the turn is answered as it would have been then. Pure.

What was told of the others since is no part of that case, nor is their ruling one on it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

import msgspec

from dialog.reply.aspects import asks
from dialog.reply.kept import kept
from dialog.reply.question import Exchange
from knowledge.answers.groups_told import groups_in, named_groups, told_of
from knowledge.answers.table_parts import kind_of
from knowledge.answers.table_replies import by_answers
from knowledge.answers.table_words import stated
from knowledge.answers.tables import rule_on
from knowledge.snapshot import Snapshot
from knowledge.text import is_english, key, normalise, visible
from knowledge.types import DecisionTable

_LEAD = (
    r"^(?:(?:好吧?|行吧?|嗯|哦|那么?|对了|现在|我们|咱们|我|还是|先|再|所以|不过|但是?"
    r"|另外)[,，、 ]*)*"
)
_EARLIER = r"(?:刚才|刚刚|前面|之前|一开始|最初|最早|上面|先前|开头)"
_PART = (
    r"(?:的?(?:那|这)(?:[1一]?(?:个|批|份|部分|块|边|件|组|类|种|些|头|摊|拨))?的?"
    r"(?:数据|资料|信息|人|情况|事儿?|案子|问题)*)"
)
_GOES_BACK = re.compile(
    rf"{_LEAD}(?:回到|说回|讲回|聊回|转回|绕回|拉回|回过?头来?(?:再|还)?[说看讲]?"
    rf"|[说讲看聊]回来|接着[说讲]|继续[说讲])"
    rf"(?:到|来)*(?:{_EARLIER}(?:[说讲问提聊])?(?:到"
    rf"|过)?的?)?(?P<what>[^,，。:：;；?？!！]{{1,16}}?)"
    rf"{_PART}?(?:的|来|吧|上来|这里|那里)*(?:[,，。:：;；?？!！ ]+(?P<rest>.*))?$",
    re.DOTALL,
)
_THAT_PART = re.compile(
    rf"{_LEAD}(?:至于|关于|说到|针对|对于)?(?:{_EARLIER}(?:[说讲问提聊])?(?:到|过)?的?)?"
    rf"(?P<what>[^,，。:：;；?？!！那这]{{1,10}}?){_PART}(?:呢"
    rf"|的话)?[,，。:：;；?？!！ ]*(?P<rest>.*)$",
    re.DOTALL,
)
_OF_EARLIER = re.compile(
    rf"{_LEAD}{_EARLIER}(?:[说讲问提聊])?(?:到|过)?的(?P<what>[^,，。:：;；?？!！]{{1,10}}?)"
    r"[,，:：; ]+(?P<rest>.*)$",
    re.DOTALL,
)
_BACK_ENGLISH = re.compile(
    r"^(?:(?:ok(?:ay)?|so|and|but|now|well|then|right|thanks?|please|let(?:'|’)?s|let me|can we"
    r"|i(?:'d| would)"
    r" like to|to|we)[, ]+)*"
    r"(?:(?:go(?:ing)?|com(?:e|ing)|get(?:ting)?|return(?:ing)?|turn(?:ing)?|switch(?:ing)?"
    r"|jump(?:ing)?)"
    r" )?(?:back (?:to|on)|returning to|again about|as (?:for|to)|regarding|concerning|on|for"
    r"|about|with"
    r"|in the case of) "
    r"(?P<what>(?:the |our |that |those |my )?[a-z][a-z'’ -]{1,40}?)"
    r"(?: (?:case|group|part|batch|question|matter|side|again|then|(?:from|mentioned) (?:before"
    r"|earlier)))*(?:\s*[:,.;–—-]+\s*(?P<rest>.*))?$",
    re.DOTALL | re.IGNORECASE,
)
_AND_THOSE = re.compile(
    rf"{_LEAD}(?:还有|换成?)?(?P<what>[^,，。:：;；?？!！那这怎要能]{{2,6}}?)(?:的|{_PART}|那边"
    rf"|数据|信息|资料)*呢[?？。]*$"
    r"|^(?:ok(?:ay)?[, ]+|so[, ]+|but )?(?:and|what about|how about)(?: for| with)?"
    r"(?P<those>(?: the| our| those)? [a-z'’]+)"
    r"(?: (?:data|files|records|contacts|case|group|part|batch|then|ones))*\s*[?.]*$",
    re.IGNORECASE,
)
"""What asks for the ruling on others again: and the customers?"""
_FILL = re.compile(
    r"我们?的?|咱们?的?|数据|资料|信息|的|\b(?:the|our|that|those|my|data|files?|records?"
    r"|information|people)\b"
)

_PLAINLY = re.compile(
    rf"{_EARLIER}|回到|[说讲聊转绕拉看]回|回过?头|接着[说讲]|继续[说讲]"
    r"|\b(?:back (?:to|on)|returning to|again about|(?:from|mentioned) (?:before|earlier))\b",
    re.IGNORECASE,
)
"""What says itself that it goes back: from another matter than a case, too."""
_FRONT = re.compile(r"(?<=[.!。！~])\s*(?=\S)")
_LONGEST_FRONT = 80
"""Characters of a remark in front of the words that go back (thanks, not bad for a robot)."""

_WORD = 2
"""Characters of a word that names data."""
_AROUND = 4
"""Characters that may stand around the question for the way to go: 那该走哪条路."""


class Back(msgspec.Struct, frozen=True):
    """The exchanges up to the end of the case to which a text goes back, and what it says of it."""

    exchanges: tuple[Exchange, ...]
    rest: str


def gone_back(
    snapshot: Snapshot, text: str, exchanges: Sequence[Exchange], day: date
) -> tuple[str, tuple[Exchange, ...]]:
    """A text and the exchanges before it as they are where it, or one of those, goes back to a case
    before the last one."""
    told: list[Exchange] = []
    views: list[tuple[Exchange, ...]] = []
    view: tuple[Exchange, ...] = ()
    for exchange in exchanges:
        back = _back(snapshot, exchange.question, told, views, day=day)
        if back is not None:
            view, exchange_then = back.exchanges, _with(exchange, back.rest)
        else:
            exchange_then = exchange
        view = (*view, exchange_then)
        told.append(exchange)
        views.append(view)
    back = _back(snapshot, text, told, views, day=day)
    return (back.rest, back.exchanges) if back is not None else (text, view)


def _with(exchange: Exchange, question: str) -> Exchange:
    return msgspec.structs.replace(exchange, question=question)


def _back(
    snapshot: Snapshot,
    text: str,
    told: Sequence[Exchange],
    views: Sequence[tuple[Exchange, ...]],
    *,
    day: date,
) -> Back | None:
    """The case to which a text goes back. ``views``: for each exchange that was ``told``, what was
    before the next one then."""
    tables = snapshot.pack.all(DecisionTable)
    if not any(e.entries and e.entries[0] in tables for e in told):
        return None
    for what, rest, plainly in _named(text):
        found = _case_of(snapshot, what, told, views, day=day, plainly=plainly)
        if found is None or (_AND_THOSE.match(visible(text)) and found[-1] in views[-1]):
            continue  # 那员工的呢 names a case that still is before it: it goes on with that.
        if not _asks_route(tables.get(found[-1].entries[0]) if found[-1].entries else None, rest):
            return Back(found, rest)
        *before, last = found
        return Back(tuple(before), last.question)
    return None


def _asks_route(table: DecisionTable | None, rest: str) -> bool:
    """Whether a text says nothing of a case, or asks for the way to go and nothing else."""
    left = normalise(rest)
    routes = table.decides.routes if table is not None and table.decides is not None else ()
    for route in sorted(map(normalise, routes), key=len, reverse=True):
        left = left.replace(route, " ")
    return len(key(left)) <= (_AROUND if left != normalise(rest) else 1)


@kept
def _named(text: str) -> tuple[tuple[str, str, bool], ...]:
    """What a text may go back to, what it says or asks of that, and whether it says itself that it
    goes back."""
    found: list[tuple[str, str, bool]] = []
    text = _without_front(visible(text))
    for shape in (_GOES_BACK, _THAT_PART, _OF_EARLIER, _BACK_ENGLISH):
        read = shape.match(text)
        if read is not None:
            rest = (read["rest"] or "").strip()
            leading = text[: len(text) - len(rest)]
            found.append((normalise(read["what"]), rest, _PLAINLY.search(leading) is not None))
    those = _AND_THOSE.match(text)
    if those is not None:
        found.append((normalise(those["what"] or those["those"]), "", False))
    return tuple(found)


def _without_front(text: str) -> str:
    """A text without a remark in front of what says that it goes back; itself where there is
    none."""
    for read in _FRONT.finditer(text[:_LONGEST_FRONT]):
        front, rest = text[: read.start()], text[read.end() :]
        if not asks(front) and _PLAINLY.search(rest) and _PLAINLY.search(front) is None:
            return rest
    return text


def _case_of(
    snapshot: Snapshot,
    what: str,
    told: Sequence[Exchange],
    views: Sequence[tuple[Exchange, ...]],
    *,
    day: date,
    plainly: bool,
) -> tuple[Exchange, ...] | None:
    """The exchanges up to the end of the last case that told of something, where that is not the
    last one, or other matters were spoken of since and a text says ``plainly`` that it goes back;
    of one that told several groups, only what it told of that one."""
    tables = snapshot.pack.all(DecisionTable)
    ruled = [n for n, e in enumerate(told) if e.entries and e.entries[0] in tables]
    found = (
        n
        for n in reversed(ruled)
        if _tells(tables[told[n].entries[0]], told[n].question, what)
        or (plainly and _is_of(tables[told[n].entries[0]], what))
    )
    place = next(found, None)
    if place is None:
        return None
    table, group = tables[told[place].entries[0]], named_groups(what)
    end = place + 1
    while end < len(told) and end in ruled and not named_groups(told[end].question):
        end += 1
    exchanges = views[end - 1]
    several = bool(group) and bool(groups_in(table, [e.question for e in exchanges]))
    since = (n >= end for n in ruled) if not plainly else (end < len(told),)
    if not several and not any(since):
        return None
    return _of_group(table, group[0], exchanges, day) if several else exchanges


def _of_group(
    table: DecisionTable, group: str, exchanges: tuple[Exchange, ...], day: date
) -> tuple[Exchange, ...]:
    """The exchanges of a case of several groups as if it had told of one alone."""
    alone = [_with(e, of_it) for e in exchanges if (of_it := told_of(e.question, group))]
    *before, last = alone
    ruling = rule_on(table, [e.question for e in alone], day)
    entries = (table.id, ruling.row.id) if ruling.row is not None else last.entries
    return (*before, msgspec.structs.replace(last, entries=entries))


def _is_of(table: DecisionTable, what: str) -> bool:
    """Whether what is gone back to is what a table decides (出境那个), whatever data it was of."""
    word = _FILL.sub("", what).strip()
    things = table.decides.things if table.decides is not None else ()
    if is_english(word):
        return any(re.search(rf"\b{re.escape(word)}\b", t) for t in things) and len(key(word)) > 3
    return len(word) >= _WORD and any(word in t for t in (table.name, *things))


def _tells(table: DecisionTable, text: str, what: str) -> bool:
    """Whether a text tells of what is called so: the same people, or the very data. A place or a
    paper (总部那边) is that of any case."""
    groups = set(named_groups(what))
    if groups:
        return bool(groups & set(named_groups(text)))
    word, kind = _FILL.sub("", what).strip(), kind_of(table)
    if len(word) < _WORD or kind is None or word not in normalise(text):
        return False
    return bool(stated(table, word).get(kind.name) or by_answers(kind, word))
