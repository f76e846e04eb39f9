"""Which of two things is the faster, the dearer or lasts the longer, where the conversation named
the two (两个哪个快, behind two routes; which one lasts longer): that side of each is told. Pure.

Alone such a text names nothing and sounds like anybody's small talk.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from dialog.reply.context import MATTERS
from dialog.reply.kept import kept
from dialog.reply.question import Exchange
from dialog.reply.spoken_of import names_of
from knowledge.snapshot import Snapshot
from knowledge.text import is_english, normalise

_BACK = 6
"""Exchanges back to which the two may have been named."""
_LEAD = (
    r"(?:那么?|请问|你说|所以|这|上面|前面|刚才(?:说)?|以上|它们?|他们|[2两二](?:者|个|种|条路?|部|样|边|家|项)"
    r"|之间|之中|当中|里面?|相比|比起来|比较|的话|说的|到底|究竟|[,，、 ])*"
)
_WHICH = r"(?:哪[1一]?(?:个|种|条路?|样|边|部法?律?|家|项)|谁)"
_MORE = (
    r"(?:会|要|是|更|最|比较|相对|得|的|办|做|走|能|可以|花|用|处?罚|时间|费用|价格|起来|[,， ])*"
)
_TAIL = r"(?:1?[点些]|得?多|的|呢|啊|呀|吗|[?？。! ])*"
_SIDES: tuple[tuple[str, str, str, str], ...] = (
    (
        r"(?:有效期?|证书|结果|期限|管|效力|能用)(?:的|得|时间)*(?:更|比较)?(?:长|短|久)",
        r"valid (?:for )?(?:longer|shorter)|lasts? (?:longer|shorter)",
        "有效期几年",
        "how long is it valid",
    ),
    (
        r"快|慢|久|省时间?|短|长|耗时",
        r"faster|quicker|slower|(?:takes |is )?(?:longer|shorter|less time|more time)",
        "要多久",
        "how long does it take",
    ),
    (
        r"便宜|贵|省钱|划算|(?:费用|成本)?(?:高|低)|钱(?:多|少)",
        r"cheaper|dearer|(?:more|less) expensive|costs? (?:more|less)",
        "要多少钱",
        "how much does it cost",
    ),
    (
        r"(?:罚得?)?(?:重|轻|狠|严重?|厉害)|罚得?(?:多|少)",
        r"stricter|harsher|(?:fines?|penalt(?:y|ies)) (?:is|are) (?:higher|lower)",
        "罚多少",
        "how much is the fine",
    ),
    (
        r"材料(?:更)?(?:多|少)",
        r"(?:more|fewer) documents",
        "需要什么材料",
        "which documents are needed",
    ),
    (r"门槛(?:更)?(?:高|低)", r"(?:higher|lower) threshold", "的门槛", "what is the threshold"),
    (
        r"简单|麻烦|容易|省事|复杂|难|好办|方便|轻松",
        r"simpler|easier|harder|(?:more|less) (?:work|complicated|trouble)",
        "有哪些步骤",
        "what are the steps",
    ),
)


@kept
def _side_of(text: str) -> tuple[str, str]:
    """How the side by which two things are compared is asked for of one of them, in Chinese and in
    English; empty where none are."""
    plain = normalise(text).strip()
    for told, told_in_english, side, in_english in _SIDES:
        chinese = re.compile(rf"{_LEAD}{_WHICH}(?:的)?{_MORE}(?:{told}){_TAIL}")
        english = re.compile(
            rf"(?:(?:and|so|then|ok|but),? )*which(?: one| route| way)?"
            r"(?: of (?:the two|them|these|those|both))?"
            rf" (?:is |has (?:a |the )?|needs |would be )?(?:{told_in_english})[?. ]*"
        )
        if chinese.fullmatch(plain) or english.fullmatch(plain):
            return side, in_english
    return "", ""


def which_of_two(text: str, exchanges: Sequence[Exchange], snapshot: Snapshot) -> tuple[str, ...]:
    """The questions for the side by which a text compares the two things that were named last, in
    the order in which they were; none where it compares nothing, or no two were named."""
    side, in_english = _side_of(text)
    if not side or snapshot.graph.names.link(text):
        return ()
    found: list[str] = []
    for exchange in reversed(exchanges[-_BACK:]):
        if exchange.outcome not in MATTERS or _side_of(exchange.question)[0]:
            continue
        name = _named(snapshot, exchange)
        if name and name not in found and not any(_within(name, f) for f in found):
            found.append(name)
        if len(found) == 2:
            break
    if len(found) < 2:
        return ()
    if is_english(text):
        return tuple(f"{n}: {in_english}" for n in reversed(found))
    return tuple(f"{n}{side}" for n in reversed(found))


def _named(snapshot: Snapshot, exchange: Exchange) -> str:
    """The law, else the matter, that an exchange was about."""
    plain = normalise(exchange.question)
    law = next(iter(snapshot.laws.names.link(plain)), None)
    if law is not None:
        return plain[law.start : law.end]
    names = (snapshot.matters.name_in(n) for n in reversed(names_of(snapshot, exchange)))
    return next((n for n in names if n), "")


def _within(one: str, other: str) -> bool:
    return one in other or other in one
