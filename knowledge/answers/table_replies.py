"""What a text answers to the question that a decision table asked back. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from knowledge.answers.hedged import halved, surmised
from knowledge.answers.menu_places import place_and_more, place_in
from knowledge.answers.of_no_person import without_persons
from knowledge.answers.table_words import (
    Slots,
    by_labels,
    has_any,
    names_doubtful,
    names_value,
    number_in,
    occurs,
    stated,
)
from knowledge.answers.told_of import without_told
from knowledge.text import normalise
from knowledge.types import DecisionTable, Input

_YES = re.compile(r"(?:是|有|对|嗯|yes\b)")
_NO = re.compile(r"(?:不|否|没|无|no\b)")
_NONE_OF_THEM = re.compile(r"(?:以上|这些)?(?:都)?(?:不是|没有|不属于|没)(?:的)?")
_BARE_NO = re.compile(
    r"(?:嗯|哦|这个|都|还|也|目前|暂时|真的?)*没(?:有|得)?(?:的|啊|呢|过|呀|诶|哦)*"
    r"|(?:no|nope|not really|none)"
)
_BARE_YES = re.compile(r"(?:嗯|哦|这个|都)*有(?:的|啊|呀|了|过)*")
_BUT = re.compile(r"但|不过|可是|只是|\b(?:but|however|though|although|except)\b")
_ASKING = re.compile(
    r"[?？吗呢]|怎|如何|多少|哪|什么|啥|谁|^(?:what|how|which|who|when|can|may|do|does|is|are|should"
    r"|must|could|will|would)\b"
)
_CLAUSE = re.compile(r"[,，;；。.!:：]")
_BETWEEN = re.compile(
    r"[,，、;；/+&]|\b(?:and|plus|with|as well as|also)\b|还有|以及|另外|加上|[和与及跟]"
)
"""What stands between the fields of a list."""
_AROUND = re.compile(
    r"没有?|只|就|是|有|的|号码?|信息|数据|资料|联系人|客户|用户|员工|司机|车主|乘客|会员|顾客|我们|他们|她们|这些|那些|大概|左右|差不多"
    r"|\d+|[万千百亿几]|人|个|名(?!字)|等|都|要|传|发|主要|基本|一些|包括|包含|含|吧|了|而已|也|还|[\s.,。!！:：()（）'’]"
    r"|\b(?:the|their|our|his|her|its?|all|only|just|of|is|are|we|they|send|sending|have|has|data"
    r"|information|info|full|customers?|drivers?|users?|clients?|employees?|passengers?|people"
    r"|persons?|contacts?|numbers?|no|thousand|million|hundred|about|around|some|basic|each|e|a|an|for|mostly)\b"
)
"""What stands around the name of a field and is none itself."""

_OWN_QUESTION = re.compile(
    r"什么是|什么(?:样的?|才)*(?:算|叫|属于)|是什么|指什么|指的是|什么意思|哪些|界定|(?:怎么|如何)定义|为什么|为何|多少钱|怎么算|谁|什么时候"
    r"|what (?:is|are|does)|\bhow\b|\bwhy\b|\bwho\b"
    r"|\bwhen (?:is|are|was|were|do|does|did|can|could|must|should|may|will|would|exactly)\b"
    r"|\bwhen[?]?$"
)

_UNSURE = re.compile(
    r"(?:我|这个?|还|也|都|真的?|现在|暂时|,)*(?:不(?:太|大|是很)?(?:知道|清楚|确定|了解|好说)|说不(?:准|清|好)|没(?:有)?(?:数|统计)|没法确定|都?有可能)"
    r"(?:(?:是|有|算|到底|具体)*(?:多少|哪[种些个]|哪一?1?种|什么|不是).{0,6})?(?:了|呢|啊|吧|哦|诶|欸)*"
    r"|(?:i )?(?:don'?t|do not) know|not (?:sure|certain)|no idea|unsure"
)


def is_unsure(text: str) -> bool:
    """Whether a text says only that its writer does not know."""
    return _UNSURE.fullmatch(normalise(text).strip("。.!, ")) is not None


def asks_again(
    asked: Input | None, texts: Sequence[str], before: Input | None, kind: Input | None
) -> bool:
    """Whether what is asked was asked ``before``, or was left open by words that name it. Of the
    ``kind`` of a part, its own words left it open: what decides it is told at once."""
    if asked is None:
        return False
    if asked in (before, kind) or any(names_doubtful(asked, normalise(t)) for t in texts):
        return True
    several = tuple(w for v, words in asked.words.items() if "|" in v for w in words)
    if asked.spares and any(has_any(several, normalise(t)) for t in texts[-1:]):
        return True  # It was told what the people ordered, and not what that needs.
    of_persons = asked.denied and not asked.doubtful
    if of_persons and any(has_any(several, normalise(t)) for t in texts[-1:]):
        return True  # What was named is of persons, and leaves open how strict its kind is.
    # It was said that none is in it; what is in it now leaves the kind open.
    told = tuple(w for v in impersonal(asked) for w in asked.words.get(v, ()))
    return any(has_any(told, normalise(t)) for t in texts[:-1])


def impersonal(known: Input) -> tuple[str, ...]:
    """The values of an input that stand for data without any of persons: behind all that can be
    denied."""
    places = [known.values.index(v) for v in known.denied.values() if v in known.values]
    return known.values[max(places) + 1 :] if places else ()


def surmised_kind(known: Input | None, slots: Slots, texts: Sequence[str]) -> Slots:
    """The kind on which a case rests where nothing stricter was denied but with a hedge (重要数据应
    该不算吧): a ruling names it among what it takes for granted."""
    value = slots.get(known.name, "") if known is not None else ""
    if known is None or value not in known.values:
        return {}
    names = set(names_value(known)) - set(names_value(known, value))
    for text in map(normalise, reversed(texts)):
        named = [n for n in names if n in text]
        if named:
            return {known.name: value} if surmised(named, text) else {}
    return {}


def of_it(table: DecisionTable, asked: Input, text: str) -> str:
    """A text without the clauses that state something else: in 普通的，今年50万人 the first
    one alone names what is in the data."""
    clauses = re.split(r"[,，;；。]", text)
    return ",".join(c for c in clauses if not set(stated(table, c)) - {asked.name})


def answered(asked: Input, text: str) -> Slots:
    """What a text answers to one question: a choice by its label or place, yes or no, a figure."""
    text = without_persons(normalise(text).strip("。.!, "))
    if asked.lower:
        number = number_in(text)
        return {asked.name: number} if number else {}
    place = place_in(text) or int(place_and_more(text)[0] or 0)
    if place:
        inside = place <= len(asked.values)
        return {asked.name: asked.values[place - (place > 0)]} if inside else {}
    labels = [normalise(label) for label in asked.labels or asked.values]
    english = [normalise(label) for label in asked.labels_english]
    if text in english:
        return {asked.name: asked.values[english.index(text)]}
    places = _by_label(labels, text, two=len(asked.values) == 2)
    if len(places) == 1:
        meant = by_answers(asked, text) if labels[places[0]] not in text else ""
        # 交易记录 is part of another label, and means what its own words say.
        return {asked.name: meant or asked.values[places[0]]}
    value = "" if unsettled(asked, text) else by_answers(asked, text) or _by_yes_or_no(asked, text)
    value = value or by_labels(asked, text)
    return {asked.name: value} if value else {}


def unsettled(asked: Input, text: str) -> bool:
    """Whether a text lists fields (姓名、护照) of which one might change what the others say. Only
    of an input whose values stand for what is in the data, which a text can deny."""
    text = normalise(text)
    if (
        not asked.answers
        or not asked.denied
        or any(occurs(n, text) != (False, False) for n in names_value(asked))
    ):
        return False
    listed = [field for field in _BETWEEN.split(text) if _AROUND.sub("", field)]
    told = [_told(asked, field) for field in listed]
    found = {value for value, _ in told if value}
    if not found or _strictest(asked) in found:
        return False
    if found <= set(impersonal(asked)):
        # 不含个人信息，就是机器读数: what is of no person leaves nothing open but a field of one.
        several = [p for value, words in asked.words.items() if "|" in value for p in words]
        return any(occurs(normalise(p), text)[0] for p in (*several, *asked.doubtful))
    return any(not value or left for value, left in told)


def asks_anew(text: str) -> bool:
    """Whether a text asks something of its own instead of answering a question."""
    return _OWN_QUESTION.search(without_told(normalise(text))) is not None


def touches(asked: Input, text: str) -> bool:
    """Whether a text goes into the question that was asked back, whether it decides it or not: by a
    yes or no in front, or by what its answers speak of. What asks does not."""
    text = normalise(text)
    if not asked.answers or _ASKING.search(text):
        return False
    first = _CLAUSE.split(text)[0].strip()
    if _BARE_NO.fullmatch(first) or _BARE_YES.fullmatch(first):
        return True
    phrases = (p for group in (*asked.answers.values(), *asked.words.values()) for p in group)
    return any(occurs(normalise(p), text) != (False, False) for p in phrases)


def by_answers(asked: Input, text: str) -> str:
    """The one value that the phrases of answers state."""
    left_open = {
        v for k in asked.answers if "|" in k for v in k.split("|") if _holds(asked, k, text)
    }
    found = _by_longest({v: _held(asked, v, text) for v in asked.values if v in asked.answers})
    if found and _strictest_named(asked, text):
        return _strictest(asked)
    if not found or left_open or halved(asked, found[0], text):
        return ""
    if len(found) == 1 or (asked.denied and _strictest(asked) == found[0]):
        return found[0]
    return ""


def _by_yes_or_no(asked: Input, text: str) -> str:
    """The value that a bare yes or no in front means, where only one label begins so, and what
    stands behind takes nothing back."""
    first, *rest = _CLAUSE.split(text)
    no = _BARE_NO.fullmatch(first.strip()) is not None
    if not asked.answers or not (no or _BARE_YES.fullmatch(first.strip())) or _BUT.search(text):
        return ""
    fitting, other = ("没无", "有") if no else ("有", "没无")
    meant = [v for v, label in zip(asked.values, asked.labels, strict=True) if label[0] in fitting]
    ruled_out = {
        v for v, label in zip(asked.values, asked.labels, strict=True) if label[0] in other
    }
    if len(meant) != 1 or not _bears_with(asked, ",".join(rest), meant[0], ruled_out):
        return ""
    return meant[0]


def _bears_with(asked: Input, behind: str, value: str, ruled_out: AbstractSet[str]) -> bool:
    """Whether what stands behind a yes or no speaks of no other value than the one that it means;
    ``ruled_out``: what it says does not hold."""
    for phrases in (asked.answers, asked.words):
        for key, group in phrases.items():
            if set(key.split("|")) - ruled_out == {value} and "|" in key:
                continue
            if any(occurs(normalise(p), behind) != (False, False) for p in group):
                return False
    return True


def _told(asked: Input, field: str) -> tuple[str, str]:
    """The value that one field of a list states, and what is left of the field beside it."""
    for value in asked.values:
        phrases = {*map(normalise, (*asked.answers.get(value, ()), *asked.words.get(value, ())))}
        found = sorted((p for p in phrases if occurs(p, field)[0]), key=len, reverse=True)
        if found:
            for phrase in found:
                field = field.replace(phrase, " ")
            return value, _AROUND.sub("", field)
    return "", ""


def _holds(asked: Input, value: str, text: str) -> bool:
    return any(occurs(normalise(p), text)[0] for p in asked.answers.get(value, ()))


def _held(asked: Input, value: str, text: str) -> list[str]:
    phrases = map(normalise, asked.answers.get(value, ()))
    return [p for p in phrases if occurs(p, text)[0]]


def _by_longest(held: dict[str, list[str]]) -> list[str]:
    """The values that phrases state, without those whose phrases are all parts of another's:
    电商交易记录 is no 交易记录."""
    return [
        value
        for value, phrases in held.items()
        if any(
            not any(p != q and p in q for v, more in held.items() if v != value for q in more)
            for p in phrases
        )
    ]


def _strictest_named(asked: Input, text: str) -> bool:
    """Whether a list of fields names one of the strictest value by the words of the case (姓名、
    轨迹), beside milder ones."""
    strictest = _strictest(asked)
    if not asked.denied or not strictest:
        return False
    told = any(occurs(normalise(p), text)[0] for p in asked.words.get(strictest, ()))
    return told and not halved(asked, strictest, text)


def _strictest(asked: Input) -> str:
    """The strictest value that fields of a list can state."""
    return next((v for v in asked.values if v in asked.answers), "")


def _by_label(labels: Sequence[str], text: str, *, two: bool) -> list[int]:
    """The places of the labels that a text may mean. ``two``: there are no more to choose from."""
    places = [place for place, label in enumerate(labels) if label == text]
    if not places and (_YES.match(text) or _NO.match(text)) and two:
        meant = bool(_NO.match(text))
        places = [place for place, label in enumerate(labels) if bool(_NO.match(label)) == meant]
    if not places and _NONE_OF_THEM.fullmatch(text):
        places = [p for p, label in enumerate(labels) if label == "其他" or label.startswith("没")]
    if places:
        return places
    places = [
        place
        for place, label in enumerate(labels)
        if min(len(label), len(text)) > 1 and (occurs(label, text)[0] or text in label)
    ]
    if _NO.match(text) and not any(_NO.match(labels[p]) for p in places):
        return []
    if len(places) == 1 and occurs(text, labels[places[0]])[1]:
        return []  # 敏感的 is what 不含敏感的个人信息 denies.
    return places
