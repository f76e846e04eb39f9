"""The reason that spares a case what would else be needed (履行合同), and the data that it was told
of. Pure.

A reason holds of the data that it was told of. Other data, or the whole where a part was meant, are
ruled on without it until it is told of them as well: that is never lighter than the facts allow.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec

from knowledge.answers.case_edits import people_named
from knowledge.answers.people_counts import counted_input
from knowledge.answers.table_parts import kind_of
from knowledge.answers.table_words import Slots, occurs, stated
from knowledge.text import normalise
from knowledge.types import DecisionTable, Input

_OTHER = re.compile(
    r"^(?:还有|另外|此外|再有|至于|剩下的?|其余的?|别的|不过|但|而|,)*那(?!么[要就得可能]).*(?:呢|怎么[算办走弄]|咋[办算]|哪条|哪种|免)"
    r"|^(?:还有|另外|此外|再有|至于|剩下的?|其余的?|别的).*(?:呢|怎么[算办走弄]|咋[办算]|哪条|哪种|免)"
    r"|(?:这|那)(?:个|些|批|种|份|块|部分)?(?:的话)?(?:呢|怎么[算办走弄]|咋[办算]|走?哪条|也?免|能免|算)"
    r"|\b(?:what|how) about\b|\b(?:and|also) (?:the|our|their|those|some)\b"
)
"""What asks of something beside that which was told before."""
_THINGS = (
    "护照|证件|驾照|驾驶证|截图|照片|相片|扫描件|复印件|聊天|对话|评价|收据|发票|清单|日志|画像"
    "|passports?|licen[cs]es?|scans?|screenshots?|chats?|photos?|pictures?|logs?|invoices?|copies"
)
_DATA = re.compile(rf"(?:{_THINGS})")
_UNCOUNTED = re.compile(r"\d\s*(?:张|幅|页|段|件|本|套|部)")
"""A figure that counts things and no people."""
_HOLDS = re.compile(
    r"(?:^|[,;。])(?:(?:里[面头边]|其中|当中|表里|数据里)(?:还|也|都)?|[也都])?"
    r"(?:有(?![没的些一1])|含|带|包[括含])(?![^,;。]*(?:呢|吗|么|怎么办|[?？]))"
)
"""What tells of something that is in the data."""
_BESIDES = re.compile(
    r"另外|此外|除了|剩下|其余|还(?:想|要|有|得|打算|准备)|也(?:想|要)"
    r"|\b(?:also|besides|as well|too|another|the rest)\b"
)
"""What says that something is told beside what was told before."""
_PART = re.compile(
    r"其中|当中(?!国)|(?:[这那]|有)[一1]?部分|部分的?(?:数据|信息|订单)|有些|有的(?!是)"
    r"|(?:只有|只是|仅有?|光)[^,。;?!]{0,16}?(?:[这那]些|[这那]几|部分)"
    r"|(?:必需|必要|必须|确需|需要|用得[上着]|要用)(?:到|上)?的?(?:[这那]些|[这那]几|[这那]?部分)"
    r"|\b(?:the|that|a|this) (?:part|portion|subset)\b|\b(?:some|part|only those|those) of\b"
    r"|\b(?:those|the ones|the fields|the data) (?:that|which) (?:are|is)\b"
    r"|\b(?:of|among) (?:them|these|those|which)\b|\bonly (?:those|the ones|what|the fields)\b"
)
"""What says of a reason that it is that of a part."""


def reason_of(table: DecisionTable) -> Input | None:
    """The input of a table whose values, all but the assumed one, are reasons that spare."""
    return next((i for i in table.inputs if i.spares), None)


def reason_in(table: DecisionTable, slots: Slots) -> str:
    """The reason that spares in what was stated; empty where there is none."""
    known = reason_of(table)
    value = slots.get(known.name, "") if known is not None else ""
    return value if known is not None and value != known.assume else ""


def of_a_part(table: DecisionTable, text: str) -> bool:
    """Whether a text tells a reason of a part of the data alone: 其中履行合同必需的那些."""
    text = normalise(text)
    return bool(reason_in(table, stated(table, text))) and _PART.search(text) is not None


def asks_of_other(table: DecisionTable, text: str, before: Sequence[str]) -> bool:
    """Whether a text asks of data beside those which the texts before name: 那聊天记录呢."""
    return _OTHER.search(normalise(text)) is not None and names_new_data(table, text, before)


def _stricter(table: DecisionTable, told: Slots, slots: Slots) -> bool:
    """Whether a stricter kind is told of than was stated: these are other data."""
    kind = kind_of(table)
    if kind is None:
        return False
    value, held = told.get(kind.name, ""), slots.get(kind.name, "")
    if value not in kind.values or held not in kind.values:
        return False
    return kind.values.index(value) < kind.values.index(held)


def names_new_data(table: DecisionTable, text: str, before: Sequence[str]) -> bool:
    """Whether a text names data that none of the texts before names."""
    text, earlier = normalise(text), normalise("，".join(before))
    groups = list(table.case.values())[1:2]
    kind = kind_of(table)
    phrases = [p for group in groups for p in group]
    phrases += [p for ps in (kind.words.values() if kind is not None else ()) for p in ps]
    named = [p for p in map(normalise, phrases) if p not in earlier and occurs(p, text)[0]]
    return bool(named) or any(m[0] not in earlier for m in _DATA.finditer(text))


def tells_of_others(table: DecisionTable, text: str, before: Sequence[str]) -> bool:
    """Whether a text tells of data besides those before, with a number of their own and no kind
    (另外还想发2万会员的消费记录): these may be of another kind."""
    counted, kind, told = counted_input(table), kind_of(table), stated(table, text)
    if counted is None or kind is None or counted.name not in told or kind.name in told:
        return False
    return _BESIDES.search(normalise(text)) is not None and names_new_data(table, text, before)


def without_kind_of_others(
    table: DecisionTable, slots: Slots, text: str, before: Sequence[str]
) -> Slots:
    """What was stated before, without the kind where a text tells of others besides."""
    kind = kind_of(table)
    if kind is None or not tells_of_others(table, text, before):
        return slots
    return {name: value for name, value in slots.items() if name != kind.name}


def reason_of_other(table: DecisionTable, text: str, slots: Slots, case: str) -> bool:
    """Whether the reason in the text of a ``case`` is not that of the data of which a later text
    states ``slots``: of a part alone, or of another kind or other data."""
    kind = kind_of(table)
    before = stated(table, case)
    if _only_holds(table, text):
        return of_a_part(table, case)
    own = kind is not None and slots.get(kind.name, "") not in ("", before.get(kind.name))
    return own or of_a_part(table, case) or names_new_data(table, text, [case])


def _only_holds(table: DecisionTable, text: str) -> bool:
    """Whether a text tells of what is in the data told of (有体检结果), and of nobody else's."""
    return _HOLDS.search(normalise(text)) is not None and not people_named(table, text)


def counted_anew(table: DecisionTable, texts: Sequence[str]) -> bool:
    """Whether the last of some texts that counts anything counts things (八千张) and no people: the
    number of people before is that of other data."""
    counted = counted_input(table)
    for text in reversed(texts):
        if counted is not None and counted.name in stated(table, text):
            return False
        if _UNCOUNTED.search(normalise(text)):
            return True
    return False


def _without_reason(table: DecisionTable, slots: Slots, text: str, told: Slots) -> Slots:
    """What was stated before without the reason, which is not that of the data that a text tells
    of; nor is the number, where the text counts these data in another way (八千张)."""
    known = reason_of(table)
    counted = counted_input(table)
    dropped = {known.name} if known is not None else set[str]()
    if counted is not None and counted.name not in told and _UNCOUNTED.search(normalise(text)):
        dropped.add(counted.name)
    return {name: value for name, value in slots.items() if name not in dropped}


class Held(msgspec.Struct, frozen=True):
    """The reason of a case so far. ``wider``: what was stated of the whole, where the reason is
    that of a part. ``lapsed``: the reason before, which is not that of the data told of since.
    ``carried``: it was told before the case changed."""

    wider: Slots | None = None
    lapsed: str = ""
    carried: bool = False


def first_held(table: DecisionTable, text: str, slots: Slots) -> Held:
    """The reason as the text states it that opens a case."""
    if not of_a_part(table, text):
        return Held()
    return Held(wider=_without_reason(table, slots, "", slots))


def held_after(
    table: DecisionTable,
    text: str,
    told: Slots,
    slots: Slots,
    *,
    before: Sequence[str],
    held: Held,
    concluded: bool,
) -> tuple[Slots, Held]:
    """What was stated before and goes on to hold, with its reason, when a text that states ``told``
    follows the texts ``before``. ``concluded``: it answers no question that was asked back."""
    known = reason_of(table)
    if known is None:
        return slots, held
    if known.name in told:
        return slots, Held(wider=slots if of_a_part(table, text) else None)
    value = reason_in(table, slots)
    if not value or not told:
        return slots, held
    other = asks_of_other(table, text, before)
    if not concluded and not other:
        return slots, held
    if held.wider is not None:
        return _without_reason(table, held.wider, text, told), Held(lapsed=value)
    if other or _stricter(table, told, slots):
        return _without_reason(table, slots, text, told), Held(lapsed=value)
    changed = any(slots.get(name) != v for name, v in told.items())
    return slots, msgspec.structs.replace(held, carried=held.carried or changed)
