"""A statement that a visitor wants confirmed (听说买数据不用本人同意，对吧; 你们不是国务院批的吗).

It is what is asked, and not the story around it. Who gets no yes or no to it may go by it, so that
it is said where nothing held bears it out. Pure but for the searches that are handed in.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec

from dialog.reply.aspects import asks
from dialog.reply.question import Exchange
from dialog.reply.rumour import rumour_told, without_worry
from dialog.reply.searching import Search
from knowledge.findings import Findings
from knowledge.text import is_english, normalise

_LONGEST = 90
"""Characters beyond which a text tells a case; English has twice as many."""
_QUOTED = 32
"""Characters of a statement that can be quoted; English has thrice as many."""
_BACK = 2
"""Exchanges back to which a statement may be insisted on."""
_HEARD = (
    r"(?:我们?|之前|以前|好像|也|都|是)*(?:听说|听人说|听别人说|听人讲|听讲|据说|有人(?:跟我|告诉我)?[说讲]"
    r"|网上(?:都|有人)?[说讲写]|别人(?:都|跟我)?[说讲]|人家(?:都|跟我)?[说讲]|大家都[说讲]|都[说讲]"
    r"|(?:朋友|同行|同事|领导|中介|客户)(?:都|跟我|告诉我)?[说讲])(?:了|过|是)?[,:]?"
)
_TAG = (
    r"[,。 ]*(?:这)?(?:对(?:吧|吗|么|不对)|是(?:吧|吗|么|不是|真的吗|这样吗|这样的?吧)|没错吧"
    r"|真的(?:吗|假的)|有(?:这回事|这么回事)(?:吗)?|属实吗|可信吗|靠谱吗)"
)
_PREMISES = (
    re.compile(
        rf"(?P<before>(?:.*?[,。;!])?){_HEARD}(?P<said>[^?]{{4,50}}?)"
        rf"(?:{_TAG}|吗|吧|(?<![什怎那这多])么)?[?。! ]*"
    ),
    re.compile(
        r"(?P<before>(?:.*?[,。;!])?)(?:你们?|您们?|贵所|上海数据交易所|数交所|交易所|这里)(?:这里|这儿)?"
        r"(?:难道)?不(?P<said>是(?!不是|说|刚|才)[^,。?!]{2,40}?)(?:吗|么|嘛)(?:[?,。!].*)?"
    ),
    re.compile(
        r"(?P<before>(?:.*?[,.;!] )?)(?:but |so |and )?(?:i (?:have |'ve )?(?:heard|read|was told)"
        r"|people say|they say|someone (?:said|told me)|somebody (?:said|told me)"
        r"|(?:my|a) (?:friend|colleague|lawyer|boss) (?:said|says|told me))(?: that)? "
        r"(?P<said>[^?]{8,120}?)"
        r"(?:[,.] ?(?:right|correct|true|isn't (?:it|that so)|is (?:that|this|it) "
        r"(?:right|true|so|correct))| - right)?[?. !]*"
    ),
    re.compile(
        r"(?P<before>(?:.*?[,.;!] )?)(?:but |so )?(?P<not>aren't|isn't) "
        r"(?P<said>(?:you|the exchange|this exchange) [^?]{6,80}?)(?:\?.*)?"
    ),
)
_WHO = re.compile(r"^(?:you|the exchange|this exchange)\b")
_NEED_NOT = re.compile(r"不(?:用|需要?|必|要)|无需|无须")
_HERE = re.compile(r"(?:在|从|去|到)?(?:你们?|您|贵所)(?:这里|这儿|这边|那里|那边|这|那)?")
_SMALL = re.compile(r"[的了是在不就能要会吗么吧呢也都有和与我你他们这那个]")

_BINDING = re.compile(
    r"^(?:是|you\b|the exchange\b|this exchange\b)|\d|不|没|无|免|必须|[一1]定|只[要能有]"
    r"|都[要得能]|禁|取消|废|停|违法|合法|罚|批[准的]|唯[一1]|规定|要求|强制|统[一1]"
    r"|到期|有效|期限|政策|国务院|国家|法律|条例|官方|最|第[一1]"
    r"|\b(?:no|not|never|only|must|always|need\w*|require\w*|forbid\w*|forbidden|ban\w*|illegal|legal"
    r"|lawful|fine[ds]?|free|exempt\w*|approv\w*|mandatory|compulsory|law|rule[sd]?|official\w*|state"
    r"|first|largest|biggest|every|all|without)\b|n't\b"
)
"""What a visitor may go by to their harm: a figure, a denial, a duty, a ban, a rank."""


class Premise(msgspec.Struct, frozen=True):
    """A statement to be confirmed, normalised. ``story``: more is told before it."""

    statement: str
    story: str = ""


def premise_of(text: str) -> Premise | None:
    """The statement that a text wants confirmed; ``None`` where it states none, or asks more."""
    text = normalise(text).strip()
    if len(text) > _LONGEST * (2 if is_english(text) else 1) or rumour_told(text) is not None:
        return None
    for pattern in _PREMISES:
        read = pattern.fullmatch(text)
        if read is None or asks(read["before"]):
            continue
        statement = without_worry(read["said"].strip(" ,.。"))
        if read.groupdict().get("not"):
            statement = _WHO.sub(r"\g<0> are" if "you" in statement[:3] else r"\g<0> is", statement)
        if not any(asks(clause) for clause in re.split(r"[,。;]", statement)):
            return Premise(statement, read["before"].strip(" ,.。;!"))
    return None


def insisted_premise(text: str, exchanges: Sequence[Exchange]) -> Premise | None:
    """The statement that a text wants confirmed, itself or because one before is insisted on: it
    asks for a yes or no in words of that one."""
    premise = premise_of(text)
    if premise is not None:
        return premise
    asked = normalise(text)
    if not asks(asked):
        return None
    for exchange in reversed(exchanges[-_BACK:]):
        before = premise_of(exchange.question)
        if before is not None and exchange.outcome == "unknown" and _shares(asked, before):
            return before
    return None


def _shares(asked: str, before: Premise) -> bool:
    """Whether a text has three signs, or an English word, of a statement beside each other."""
    if is_english(asked):
        words = set(re.findall(r"[a-z]{5,}", before.statement))
        return bool(words & set(re.findall(r"[a-z]{5,}", asked)))
    stated = before.statement
    threes = (stated[n : n + 3] for n in range(len(stated) - 2))
    return any(t in asked for t in threes if not _SMALL.search(t))


def binding(premise: Premise) -> bool:
    """Whether a statement says something that who goes by it may come to harm by: that data earn
    money (听说数据也能挣钱) is nothing to be warned of."""
    return _BINDING.search(premise.statement) is not None


def quoted(premise: Premise) -> str:
    """A statement as it can be said again; empty where it is too long for that."""
    statement = premise.statement.removeprefix("是")
    longest = _QUOTED * (3 if is_english(statement) else 1)
    return statement if len(statement) <= longest else ""


async def of_premise(text: str, found: Findings, search: Search) -> Findings | None:
    """What is known of a statement that a text wants confirmed, where the text as a whole is not
    answered; what is only near it is a pointer. Of a rumour of others, what is known of the
    visitor's own matter. ``None`` where it states none."""
    premise, own = premise_of(text), rumour_told(text)
    if found.band == "answer" or found.exact is not None:
        return None
    if found.law or found.ruling or found.graph or found.compared:
        return None
    if own:
        again = await search(own)
        return again if again.band == "answer" else None
    if premise is None:
        return None
    near: list[Findings] = []
    for question in _as_questions(premise.statement):
        again = await search(question)
        if again.band == "answer":
            return msgspec.structs.replace(again, law=None, ruling=None, vector=found.vector)
        near.append(again)
    pointing = max(near, key=lambda f: f.chance)
    if not pointing.candidates or pointing.band == "unknown":
        return Findings("none", vector=found.vector)
    # What is near settles nothing: it is not asked back for, but named as the closest.
    return Findings("none", candidates=pointing.candidates, band="related", vector=found.vector)


def _as_questions(statement: str) -> tuple[str, ...]:
    """The questions that settle a statement, likeliest first."""
    if is_english(statement):
        return (statement, f"is it true that {statement}")
    of_exchange = statement.startswith("是")
    whole = f"你们{statement}" if of_exchange else statement
    bare = _HERE.sub("", statement)
    found = [f"{whole}吗", f"{bare}吗"]
    if _NEED_NOT.search(bare):
        found.append(f"{_NEED_NOT.sub('要', bare, count=1)}吗")
    return tuple(dict.fromkeys(found))
