"""What a later text changes of what was stated of a case before: other people, data that are not
given after all, words that add nothing. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence

from knowledge.answers.held_totals import numbers_given
from knowledge.answers.menu_places import place_and_more
from knowledge.answers.others_staff import claims_staff, tells_others, without_claim
from knowledge.answers.people_groups import CREW, STAFF, named_groups
from knowledge.answers.table_parts import kind_of
from knowledge.answers.table_replies import answered, by_answers, impersonal, of_it, unsettled
from knowledge.answers.table_words import Slots, denies, names_value, occurs, stated
from knowledge.answers.taken_away import data_of, describes, only_left, tells_whom
from knowledge.answers.vague_counts import bounds
from knowledge.text import normalise
from knowledge.types import DecisionTable, Input

_PERSON = re.compile(r"[者人员工童孩客]$|(?:patient|employee|member)$")
"""The end of a word that names people (患者), rather than what is known of them (体检)."""
_ANYBODY = ("个人", "公民", "personal")
"""Whose data of people is, whoever they are: who speaks of personal information names no others."""


_SENTENCES = re.compile(r"[。;?!]|\.\s")
_FIELDS = re.compile(r"[、,/+]|[和与及跟]|还有|以及|\b(?:and|plus|with)\b")
_YOUNG = re.compile(r"孩|童|娃|未成年|幼儿|婴|小学生|14|\b(?:child|kids?|minors?)")
_HOLDS_FIELD = re.compile(
    r"有|保留|留[着了有]|含|包括|带[着有]|存[着了有]|记[着了]|\b(?:has|have|contains?|includ\w+|keeps?|kept|with|still)\b"
)
"""What says that something is in the data."""
_OURS = re.compile(r"我|咱|公司|总部|我司|\b(?:our|we)\b")
"""What a clause begins with that tells who speaks, and lists no field."""


def people_named(table: DecisionTable, text: str) -> frozenset[str]:
    """The words for people (客户, 员工) of a table's cases that a text names."""
    text = normalise(text)
    return frozenset(p for p in _people(table) if occurs(p, text)[0])


def _people(table: DecisionTable) -> frozenset[str]:
    groups = list(table.case.values())
    data = {phrase for group in groups[1:] for phrase in group}
    kinds = {p for known in table.inputs for words in known.words.values() for p in words}
    return frozenset(
        normalise(p)
        for p in (groups[0] if groups else ())
        if p not in data and p not in _ANYBODY and (p not in kinds or _PERSON.search(p))
    )


def still_told(table: DecisionTable, slots: Slots, text: str, before: str) -> Slots:
    """What was stated ``before`` and still holds when a text goes on: where it names other people
    (客户, after 员工), what was read from the word for the first does not."""
    text, before = without_claim(normalise(text)), normalise(before)
    people = _people(table)
    others = {p for p in people if occurs(p, text)[0] and not occurs(p, before)[0]}
    groups = set(named_groups(text)) - set(named_groups(before))
    if not others and not groups and not tells_others(text):
        return slots
    by_people = {
        known.name
        for known in table.inputs
        for phrase in known.words.get(slots.get(known.name, ""), ())
        if normalise(phrase) in people and occurs(normalise(phrase), before)[0]
    }
    return {name: value for name, value in slots.items() if name not in by_people}


def adds_nothing(value: str, before: str, *, any_of_them: bool = False) -> bool:
    """Whether what is stated leaves open what was told to be the strictest of it: who sends bank
    cards and speaks of staff data then still sends bank cards. ``any_of_them``: or what was told to
    be another of it; who brews beer and speaks of members still brews beer."""
    first, *others = value.split("|")
    return bool(others) and before in ((first, *others) if any_of_them else (first,))


def only_bounds(value: str, before: str) -> bool:
    """Whether a number is told only as one that is not reached (没到10万) by one that was told."""
    low, high = bounds(value) if "~" in value else (0, 0)
    return high > 0 and low == 0 and before.isdigit() and int(before) <= high


def told_now(table: DecisionTable, asked: Input | None, text: str, slots: Slots) -> Slots:
    """What a later text states, with its answer to what was ``asked`` back."""
    answer = answered(asked, text) if asked is not None else {}
    told = stated(table, text)
    if asked is not None and asked.held and answer:
        told = {name: v for name, v in told.items() if name not in numbers_given(table)}
    if place_and_more(text)[0] and any(told.get(name, v) != v for name, v in answer.items()):
        # Who picks the kind without sensitive data and names faces is asked once more.
        told = {name: v for name, v in told.items() if name not in answer}
        answer = {}
    if asked is not None and unsettled(asked, of_it(table, asked, text)):
        told.pop(asked.name, "")
    trades = {i.name for i in table.inputs if i.trade}
    told = {
        name: v
        for name, v in told.items()
        if not adds_nothing(v, slots.get(name, ""), any_of_them=name in trades)
        and not only_bounds(v, slots.get(name, ""))
    }
    return _of_persons(table, text, slots) | told | answer


def _of_persons(table: DecisionTable, text: str, slots: Slots) -> Slots:
    """What a text states that names a field of persons (里面还保留着车牌) in data of which it was
    told that none of persons is in them: the word for the field alone overturns that."""
    text = normalise(text)
    for known in table.inputs:
        none = slots.get(known.name, "") in impersonal(known)
        if none and _HOLDS_FIELD.search(text) and (value := by_answers(known, text)):
            return {known.name: value}
    return {}


def without_removed(table: DecisionTable, slots: Slots, text: str, before: Sequence[str]) -> Slots:
    """What was stated ``before`` without what a text takes out of it (病历不传了): what the rest of
    the words before states holds then, or it is open again. Open as well is what is in the data
    where a text lists all that is left of them (只传积分) and that settles nothing; a list that
    only describes them takes nothing out."""
    text, told = normalise(text), _left_of(table, before)
    for known in table.inputs:
        phrases, removed = _removed(known, slots.get(known.name, ""), text, told)
        left = _without(told, removed)
        if not removed or any(occurs(p, left)[0] for p in phrases):
            continue
        left = _left_of(table, (left, text)).removesuffix(text)
        rest = stated(table, left).get(known.name) or _listed_beside(known, told, text)
        slots = {n: v for n, v in slots.items() if n != known.name}
        slots |= {known.name: rest} if rest else {}
    known = data_of(table)
    left_open = known is not None and "|" in _listed(table, known, text).get(known.name, "")
    if known is not None and left_open and not describes(text):
        return {n: v for n, v in slots.items() if n != known.name}
    return slots


def _left_of(table: DecisionTable, texts: Sequence[str]) -> str:
    """What texts told in all, without what a later one took out."""
    phrases = [normalise(p) for i in table.inputs for words in i.words.values() for p in words]
    told = ""
    for text in map(normalise, texts):
        out = [p for p in phrases if p in told and occurs(p, text) == (False, True)]
        told = f"{_without(told, out)},{text}"
    return told


def _listed_beside(known: Input, told: str, text: str) -> str:
    """What the fields (names) state that were listed beside those which a text takes out."""
    groups = (*known.words.values(), *known.answers.values())
    words = [normalise(p) for group in groups for p in group]
    out = [p for p in words if p in told and occurs(p, text) == (False, True)]
    for sentence in _SENTENCES.split(told):
        fields = [f.strip() for f in _FIELDS.split(sentence)]
        beside = [f for f in fields if not any(p in f for p in out)]
        if len(fields) > len(beside):
            return by_answers(known, ",".join(f for f in beside if not _OURS.match(f)))
    return ""


def _removed(known: Input, value: str, text: str, told: str) -> tuple[list[str], list[str]]:
    """The phrases of a value that were told, and those that a text takes out: with them the word
    for the value (敏感), where everything is out that it was said of, and where no children are
    left, whatever they were called."""
    words = [normalise(p) for p in known.words.get(value, ())]
    phrases = [p for p in words if occurs(p, told)[0]]
    out = [p for p in words if occurs(p, text) == (False, True)]
    young = any(_YOUNG.search(p) for p in out)
    removed = [p for p in phrases if p in out or (young and _YOUNG.search(p))]
    names = set(names_value(known))
    things = [p for p in phrases if p not in names]
    return phrases, (phrases if things and set(things) <= set(removed) else removed)


def _listed(table: DecisionTable, known: Input, text: str) -> Slots:
    """What a list of all that is left states of what is in the data: ``|`` where it settles
    nothing; empty without such a list."""
    listed = only_left(table, text)
    if not listed:
        return {}
    value = stated(table, listed).get(known.name) or by_answers(known, listed)
    return {known.name: value or "|"}


def as_changed(
    table: DecisionTable,
    told: Slots,
    slots: Slots,
    text: str,
    before: Sequence[str],
    *,
    of_all: bool,
) -> tuple[Slots, str]:
    """What a text states after ``slots`` were, as it changes a case, and the word for what keeps
    the case of its kind though something is taken out. ``of_all``: no part of it is spoken of."""
    as_told = told = _without_claim(table, told, text, before)
    corrects = denies(table, text) and not _whom(table, slots, before)
    told = _as_left(table, told, slots, text, corrects=corrects)
    if not of_all:
        return told, ""
    if described := _described(table, as_told, slots, text, before):
        return told, described
    told, whose = _still_of_them(table, told, slots, text, before)
    return told, whose or _left_beside(table, slots, text, before)


def _without_claim(table: DecisionTable, told: Slots, text: str, before: Sequence[str]) -> Slots:
    """What a text states, without a reason of staff that it only claims where what was told is of
    other people alone."""
    plain, earlier = normalise(text), normalise("，".join(before))
    groups = {*named_groups(earlier), *named_groups(plain)}
    others = groups - {CREW} or (groups if tells_others(earlier) else set[str]())
    if not claims_staff(plain) or STAFF in groups or not others:
        return told
    spares = {i.name for i in table.inputs if i.spares}
    return {name: value for name, value in told.items() if name not in spares}


def _as_left(
    table: DecisionTable, told: Slots, slots: Slots, text: str, *, corrects: bool
) -> Slots:
    """What a text states, where it takes something out of the data of which ``slots`` were stated:
    what it names besides (姓名照传) is no lighter than what else was named before; a list of all
    that is left is, unless it only describes them."""
    known = data_of(table)
    if known is None:
        return told
    text = normalise(text)
    listed = _listed(table, known, text)
    held = slots.get(known.name, "").split("|")[0]
    if listed:
        told = told | {n: v for n, v in listed.items() if v != "|"}
        # A kind that is open still (sensitive|ordinary) is answered by the list, and so is one that
        # the text denies by its name (就姓名和邮箱，一点都不敏感).
        sure = slots.get(known.name, "") == held and not corrects
        lower = sure and describes(text) and _lighter(known, told.get(known.name, ""), held)
        return {n: v for n, v in told.items() if n != known.name} if lower else told
    now = told.get(known.name, "").split("|")[0]
    names = set(names_value(known))
    things = {normalise(p) for words in known.words.values() for p in words} - names
    if not any(occurs(p, text)[1] for p in things):
        return told
    if _lighter(known, now, held):
        return {n: v for n, v in told.items() if n != known.name}
    return told


def _lighter(known: Input, now: str, held: str) -> bool:
    """Whether what a text states is less strict than what was stated before it."""
    return now in known.values and held in known.values[: known.values.index(now)]


def _described(
    table: DecisionTable, told: Slots, slots: Slots, text: str, before: Sequence[str]
) -> str:
    """The word for what was told of the kind that was stated, where a text only describes the data
    by what is lighter (没有姓名，只有年龄) and says nothing of that word; else empty."""
    known = kind_of(table)
    value = slots.get(known.name, "") if known is not None else ""
    text = normalise(text)
    if known is None or value not in known.denied or not describes(text):
        return ""
    now = (told | _listed(table, known, text)).get(known.name, "")
    if not _lighter(known, now, value):
        return ""
    words = _told_words(table, known, value, before)
    whom = [w for w in words if tells_whom(w)]
    names = set(names_value(known))
    things = [w for w in words if w not in names]
    if not whom and denies(table, text):
        return ""  # It corrects what was told before.
    return max(whom or things or words, key=len, default="")


def _told_words(table: DecisionTable, known: Input, value: str, before: Sequence[str]) -> list[str]:
    """The words for a value that texts told and did not take out."""
    earlier = _left_of(table, before)
    return [w for w in map(normalise, known.words.get(value, ())) if occurs(w, earlier)[0]]


def _whom(table: DecisionTable, slots: Slots, before: Sequence[str]) -> bool:
    """Whether the kind that was stated is that of those whom the data are of (患者): whatever of
    them is given, is of that kind."""
    known = kind_of(table)
    if known is None or slots.get(known.name, "") not in known.denied:
        return False
    return any(tells_whom(w) for w in _told_words(table, known, slots[known.name], before))


def _left_beside(table: DecisionTable, slots: Slots, text: str, before: Sequence[str]) -> str:
    """The word for what else was told of the kind that was stated, where a text takes something of
    that kind out (人脸不传了, where bank cards go too); empty where it does not."""
    known = kind_of(table)
    value = slots.get(known.name, "") if known is not None else ""
    if known is None or value not in known.denied:
        return ""
    told = _left_of(table, before)
    phrases, removed = _removed(known, value, normalise(text), told)
    left = (p for p in phrases if occurs(p, _without(told, removed))[0])
    return max(left, key=len, default="") if removed else ""


def _still_of_them(
    table: DecisionTable, told: Slots, slots: Slots, text: str, before: Sequence[str]
) -> tuple[Slots, str]:
    """What a text states, and the word for those whose data the case is of (儿童, 患者), where it
    names fields of another kind (只传姓名), and these people it neither denies nor replaces: all
    that is told of them is of the kind that was stated."""
    known = kind_of(table)
    if known is None or known.denied.get(slots.get(known.name, "")) != told.get(known.name, "|"):
        return told, ""
    text, earlier = normalise(text), normalise("，".join(before))
    if any(name in text for name in names_value(known)) or people_named(table, text):
        return told, ""
    words = map(normalise, known.words.get(slots[known.name], ()))
    named = (p for p in words if tells_whom(p) and occurs(p, earlier)[0])
    whose = next((p for p in named if not any(occurs(p, t)[1] for t in (text, earlier))), "")
    return ({n: v for n, v in told.items() if n != known.name} if whose else told), whose


def _without(text: str, phrases: Sequence[str]) -> str:
    for phrase in phrases:
        text = text.replace(phrase, " ")
    return text
