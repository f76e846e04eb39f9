"""What a text states of a table's inputs: phrases, what is denied, numbers of people. Pure."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Iterator, Sequence

from knowledge.answers.ages import (
    in_figures,
    tells_young,
    without_ages,
    without_limits,
    young_value,
)
from knowledge.answers.compared import without_compared, zone_of
from knowledge.answers.hedged import halved, hedged
from knowledge.answers.held_totals import held_input, told_of_all
from knowledge.answers.lacking import lacked
from knowledge.answers.listed_fields import unlisted
from knowledge.answers.menu_places import without_place
from knowledge.answers.mocked import mocked
from knowledge.answers.never_told import is_served, never_told
from knowledge.answers.no_reason import told_as_none
from knowledge.answers.notified import with_notified
from knowledge.answers.of_adults import of_adults
from knowledge.answers.once_anonymised import once_anonymised
from knowledge.answers.others_staff import without_others
from knowledge.answers.people_counts import people_in
from knowledge.answers.places_abroad import PLACES_ABROAD
from knowledge.answers.shared_reasons import without_shared_reason
from knowledge.answers.taken_away import and_such, each_denied
from knowledge.answers.trades_told import trade_of
from knowledge.answers.whether import asks_whether
from knowledge.answers.zone_told import outside_by_half
from knowledge.kept import kept_for_each
from knowledge.text import normalise
from knowledge.types import DecisionTable, Input

_NEGATED = re.compile(
    r"(?:(?<!是)不是|(?<!属)不属于|并非|(?<!含)不含有?|不包含|不包括|(?<!涉)不涉及|(?<!有)没(?!有?(?:录用|入职|录取|毕业|签约|成交))有?|"
    r"(?<!有)无|(?<!算)不算"
    r"|不带|[没未]被?认定为?|未含|(?<![要传发给卖])不(?:要|传|发|给|卖|提供)(?!求)"
    r"|(?:去掉|去除|剔除|删掉|删除|删|拿掉|除去)了?"
    r"|\b(?:remov|delet|strip|drop|exclud)(?:e|es|ed|ing|s|ped"
    r"|ping)?(?:\sout)?(?:\sall)?(?:\s(?:the|our"
    r"|their|these|those))?|\b(?:leav|tak)(?:e|ing)\sout(?:\sthe)?|\b(?:left|took"
    r"|taken)\sout(?:\sthe)?"
    r"|(?:\b(?:non|no|not|without|excluding|nothing|none(?:\sof\s(?:it|them|this|that|these|those"
    r"|(?:the|our|their)\s[a-z]+(?:\s[a-z]+)?|which))?)\b|n['’]t\b)"
    r"(?:\s(?:is|are|was|were|be|being|considered|counts?\sas))?"
    r"(?:\s(?:includ|contain|involv|hold|hav|cover)(?:es?|ing|s)?)?)(?:任何|\s?an?\s|\s?any\s)?"
    r"(?:[^,。;?!:()但只仅]{0,12}(?:和|与|及|或|、|\band|\bor))?[\s-]*$"
)
"""What stands before a phrase and says that it does not hold: 不含敏感信息和重要数据."""
_NOT = re.compile(r"(?<![涉是属含算会要能])不$")
_DENIED_BEHIND = re.compile(
    r"(?:的|性|类|个人|信息|数据|内容|资料|记录|报告|照片|这[块些]|部分|personal|information|data"
    r"|records?|details|\s)*"
    r"(?:我们?|咱们?|我司|公司|这边|这[里儿]|手[里上头]|里面|里头|其中)?"
    r"(?:(?:也|都|一概|全|均|倒|就|就是)*(?:没有?|无|不含|不涉及|不包括|不包含|除外|去掉|去除"
    r"|剔除|删掉"
    r"|删除|删|拿掉|不传|不要|不发|不给|不卖|不提供)[的了吧呢啊]*"
    r"|(?:(?:is|are|was|were|have\sbeen|has\sbeen)\s)?(?:all\s)?(?:not\s(?:included|involved"
    r"|covered"
    r"|contained)|excluded|removed|deleted|taken\sout|left\sout|dropped)[?]?)\s*(?="
    r"[,。;.!]|$)"
)
"""What stands behind a phrase and says that it does not hold: 敏感的没有."""
_OUT_OF = re.compile(
    r"(?<![在是])(?:没有?|未|并?不是?)(?:注册|登记|设立?|落户?|办公|位)?[在于](?:上海)?的?$"
    r"|(?:还没有?|尚未|没有)(?:入驻|搬[进到]|迁[进入到]|进|到)(?:上海)?$"
    r"|\b(?:left|leaving|moved\sout\sof|used\sto\sbe\sin)(?:\sthe|\sshanghai)*\s$"
    r"|(?:\boutside(?:\sof)?|\bnot\s(?:based\s|registered\s|located\s)?(?:in|within)"
    r"|n['’]t\s(?:in|within)|\boutside\sof)(?:\s(?:an?|any|the|shanghai|pilot|china['’]s))*\s$"
)
"""What stands before the name of a place and says that somebody is not there."""
_FIELDS = re.compile(r"[、,，;；/()（）]|\bor\b|\band\b")
_MADE = re.compile(r"^(?:ai|人工智能)?(?:生成|合成)(?:的|了)?|^(?:generated|synthetic|an?|the)\s")
_YES_OR_NO = re.compile(r"[有没不无含未要是]|(?:yes|no|not|with|without|none)\b")
_LACKS = re.compile(r"^(?:没有|不含|no )(?:any )?")
_SHORT_END = re.compile(r"(?<![a-z])[a-z]{1,2}$")
_WHOLE_CLAUSE = 4
"""Characters from which a label that says yes or no says of what: 没有个人信息."""
_NAMELESS = "匿名"
"""The word by which a table knows what needs nobody's consent any more."""
Slots = dict[str, str]
"""Stated inputs by name; a number stands as its digits."""


@kept_for_each
def stated(table: DecisionTable, text: str) -> Slots:
    """The inputs that a text states. A longer phrase beats a shorter one inside it (不含敏感 beats
    敏感), what is denied is not stated, and two numbers that could both be meant state nothing."""
    text = without_others(without_compared(in_figures(normalise(text)), zone_of(table)))
    text = each_denied(table, *of_adults([with_notified(text)]))
    slots: Slots = {}
    figures = _without_phrases(table, without_place(text))
    held = held_input(table)
    of_all = told_of_all(figures, held.units) if held is not None else None
    if held is not None and of_all is not None:
        slots[held.name] = of_all.value
        figures = of_all.rest if of_all.apart or of_all.sure else figures
    for known in table.inputs:
        if known is held:
            continue
        value = people_in(figures, known.units) if known.lower else value_in(known, text)
        value = value or by_labels(known, text)
        if value:
            slots[known.name] = value
    return without_shared_reason(table, slots, text, occurs) | told_as_none(table, text)


def by_labels(known: Input, text: str) -> str:
    """The value of an input without words of its own that a normalised text names as its labels do
    (图片, for 生成的图片); where it names several, all of them stay open: image|video."""
    if known.words or known.lower:
        return ""
    named = [
        (value, phrase)
        for value, phrases in _label_words(known.values, known.labels, known.labels_english)
        for phrase in phrases
        if occurs(phrase, text)[0]
    ]
    longer = [p for _, p in named]
    kept = [v for v, p in named if not any(p != other and p in other for other in longer)]
    return "|".join(dict.fromkeys(kept))


@functools.lru_cache(maxsize=256)
def _label_words(
    values: Sequence[str], labels: Sequence[str], labels_english: Sequence[str]
) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """For each value the things that its label lists, without what is done to them (生成的). A bare
    yes or no names nothing, and what two labels list tells neither."""
    english = labels_english or ("",) * len(labels)
    listed: list[tuple[str, tuple[str, ...]]] = []
    for value, *both in zip(values, labels, english, strict=False):
        fields = (f for label in both for f in _FIELDS.split(normalise(label)))
        things = (_MADE.sub("", field).strip() for field in fields)
        listed.append((value, tuple(t for t in things if _names_thing(t))))
    every = [t for _, things in listed for t in things]
    return tuple((v, tuple(t for t in things if every.count(t) == 1)) for v, things in listed)


def _names_thing(field: str) -> bool:
    return len(field) >= (_WHOLE_CLAUSE if _YES_OR_NO.match(field) else 2)


def number_in(text: str) -> str:
    """The one figure that a normalised text answers with, ``""`` where there is none or several."""
    return people_in(text, ("人", "条", "名", "个", "份", "户", ""))


def held_against(table: DecisionTable, slots: Slots, texts: Sequence[str]) -> tuple[Slots, str]:
    """What was stated, and the phrase that stands against a kind that was denied by its name alone:
    who speaks of faces and denies then that anything is sensitive is held to the faces, until they
    are taken back or other data is named."""
    told = [normalise(t) for t in texts]
    for known in table.inputs:
        for value, other in known.denied.items():
            denying = [n for n, t in enumerate(told) if _denies(known, value, other, t)]
            if not denying or slots.get(known.name) not in (value, other):
                continue
            if any(_states_kind(known, other, t, named=value) for t in told[denying[0] :]):
                continue
            against = _named_kind(known, value, told)
            if against:
                return {**slots, known.name: value}, against
    return slots, ""


def denies(table: DecisionTable, text: str) -> bool:
    """Whether a text denies a value of a table by its name: 不含敏感的."""
    text = normalise(text)
    pairs = ((known, pair) for known in table.inputs for pair in known.denied.items())
    return any(_denies(known, *pair, text) for known, pair in pairs)


def _denies(known: Input, value: str, other: str, text: str) -> bool:
    names = [p for p in map(normalise, known.words.get(value, ())) if _names(known, value, p)]
    words = [p for p in map(normalise, known.words.get(other, ())) if any(n in p for n in names)]
    denied = any(occurs(name, text)[1] for name in names)
    return denied or any(occurs(word, text)[0] for word in words)


def _states_kind(known: Input, value: str, text: str, *, named: str) -> bool:
    """Whether a text states a value by a kind of it (手机号), in no word for ``named``."""
    names = [p for p in map(normalise, known.words.get(named, ())) if _names(known, named, p)]
    words = (p for p in map(normalise, known.words.get(value, ())))
    return any(occurs(w, text)[0] for w in words if not any(n in w for n in names))


def _named_kind(known: Input, value: str, told: Sequence[str]) -> str:
    """The first kind of a value (人脸) that normalised texts name and do not take back."""
    phrases = [p for p in known.words.get(value, ()) if not _names(known, value, normalise(p))]
    for place, text in enumerate(told):
        here = (p for p in phrases if occurs(normalise(p), text)[0])
        for phrase in sorted(here, key=len, reverse=True):
            if not any(occurs(normalise(phrase), later)[1] for later in told[place:]):
                return phrase
    return ""


def _without_phrases(table: DecisionTable, text: str) -> str:
    """The text without the phrases that have a figure of their own: an age counts no people."""
    text = without_limits(text)
    for known in table.inputs:
        for words in known.words.values():
            for phrase in _with_figure(words):
                text = _standing(phrase).sub(" ", text)
    return without_ages(text)


@functools.lru_cache(maxsize=1024)
def _with_figure(phrases: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(normalise(p) for p in phrases if any(sign.isdigit() for sign in p))


def value_in(known: Input, text: str) -> str:
    """The value of an input of words that a normalised text states; empty where it states none."""
    text = without_compared(text, known) if known.half else text
    if outside_by_half(known, text):
        return known.assume
    if known.trade:
        return trade_of(known, text, occurs)
    cured = next((v for v, words in known.words.items() if _NAMELESS in words), "")
    lacking = cured if cured and once_anonymised(text) else lacked(known, text)
    if lacking:
        return lacking
    found: list[tuple[int, str]] = []
    denied: set[str] = set()
    ruled_out = ""
    for value in known.values:
        for phrase in (p for p in normalised(known.words.get(value, ())) if p in text):
            holding, denying = occurs(phrase, text)
            if holding:
                found.append((len(phrase), value))
            elif denying:
                denied.add(value)
                if _names(known, value, phrase) or and_such(phrase, text):
                    ruled_out = ruled_out or known.denied.get(value, "")
    found.extend((len(p), v) for v, p in _denied_behind(known, text))
    young, of_young = tells_young(known, text), ""
    if young and occurs(young, text)[0]:
        of_young = young_value(known)[0]  # No phrase for ordinary data holds an age.
        found.append((len(young), of_young))
    if not found:
        return _of_denied(known, denied, ruled_out, text)
    longest = max(found)
    if halved(known, longest[1], text):
        return ""
    others = {v for _, v in found if v != longest[1]}
    rest = {v for v in others if v == of_young or not _inside(known, v, longest[1], text)}
    value = longest[1] if not rest else _strictest(known, {longest[1], *rest})
    stricter = next((v for v, other in known.denied.items() if other == value), "")
    if stricter and names_doubtful(known, text) and not _denies(known, stricter, value, text):
        return f"{stricter}|{value}"  # 姓名、身份证号: the second may be of the stricter kind.
    return value


def _denied_behind(known: Input, text: str) -> Iterator[tuple[str, str]]:
    """The values that a text states by a phrase that begins with a no, where that stands behind:
    个人信息没有 for 没有个人信息. Only of an input whose values stand for what is in the data."""
    for value in known.values if known.denied else ():
        for phrase in normalised(known.words.get(value, ())):
            thing = _LACKS.sub("", phrase)
            behind = text.partition(thing)[2] if thing != phrase and thing in text else None
            if behind is None or phrase in text or occurs(thing, text) != (False, True):
                continue
            if _DENIED_BEHIND.match(behind) or hedged(thing, "", behind) == "denied":
                yield value, phrase


def _of_denied(known: Input, denied: set[str], ruled_out: str, text: str) -> str:
    """What holds where nothing is stated and values are denied, one of them ``ruled_out``."""
    if "yes" in denied and "no" in known.values:
        return "no"
    if ruled_out:
        return ruled_out
    if known.assume in known.values and {*known.values} == {known.assume, *denied}:
        return known.assume  # Not in the zone: outside of it.
    several = (v for v in known.words if "|" in v)
    return next((v for v in several if has_any(known.words[v], text)), "")


def names_doubtful(known: Input, text: str) -> bool:
    """Whether a normalised text names a field that leaves a stricter value open, or lists one that
    is not known to be ordinary."""
    return has_any(known.doubtful, text) or bool(unlisted(known, text))


def _names(known: Input, value: str, phrase: str) -> bool:
    """Whether a phrase is the word for a value (敏感), rather than for a kind of it (健康)."""
    place = known.values.index(value)
    labels = (*known.labels[place : place + 1], *known.labels_english[place : place + 1])
    return any(normalise(phrase) in normalise(label) for label in labels)


def names_value(known: Input, of: str = "") -> Iterator[str]:
    """The words for the values of an input (敏感), or for one ``of`` them, normalised."""
    for value in (of,) if of else known.values:
        for phrase in map(normalise, known.words.get(value, ())):
            if _names(known, value, phrase):
                yield phrase


def occurs(phrase: str, text: str) -> tuple[bool, bool]:
    """Whether a phrase stands in a text, and whether it stands there denied."""
    holding = denying = False
    if phrase not in text:
        return holding, denying
    for match in _standing(phrase).finditer(text):
        before = text[: match.start()]
        behind = text[match.end() :]
        if asks_whether(phrase, before, behind) or is_served(phrase, before, behind):
            continue
        denied = any(p.search(before) for p in (_NEGATED, _NOT, _OUT_OF))
        denied = denied or never_told(phrase, before, behind) or mocked(phrase, before, behind)
        hedge = "denied" if denied else hedged(phrase, before, behind)
        if hedge == "denied" or _DENIED_BEHIND.match(behind):
            denying = True
        elif not hedge:
            holding = True
    return holding, denying


# The tables have more phrases than Python keeps expressions for: it compiled them each time.
@functools.lru_cache(maxsize=8192)
def _standing(phrase: str) -> re.Pattern[str]:
    """The expression for a phrase that begins no word midway and ends no figure midway."""
    border = r"(?<![a-z])" if phrase[:1].isascii() else ""
    if phrase[:1] in ("没", "不") and phrase[1:]:
        border = f"(?<!{re.escape(phrase[1])})"  # 有没有敏感 asks, 没有敏感 tells.
    end = r"(?![0-9,]*[0-9万千百])" if phrase[-1:].isdigit() else ""
    if _SHORT_END.search(phrase):
        end = r"(?![a-z])"  # In the US, but not in the used car trade: no stem is so short.
    return re.compile(border + re.escape(phrase) + end)


def _inside(known: Input, value: str, winner: str, text: str) -> bool:
    """Whether every phrase of ``value`` in the text is only a part of a phrase of ``winner``."""
    for phrase in known.words.get(winner, ()):
        text = text.replace(normalise(phrase), " ")
    return not has_any(known.words.get(value, ()), text)


def _strictest(known: Input, values: set[str]) -> str:
    """Values stand in the table from strict to lenient; a mixture follows the strictest, and one
    of a reason that spares with one that does not follows that which does not."""
    if known.spares and known.assume in values:
        return known.assume
    return next(v for v in known.values if v in values)


def spoken_of(table: DecisionTable, text: str) -> bool:
    """Whether a text speaks of what a table decides, whatever it asks of it."""
    return triggers(table, normalise(text))


def triggers(table: DecisionTable, text: str) -> bool:
    """Whether a normalised text has a trigger of a table."""
    if has_any(table.triggers, text):
        return True
    return table.places_abroad and has_any(PLACES_ABROAD, text)


def gives(table: DecisionTable, text: str) -> bool:
    """Whether a text speaks of what a table decides and says that something is given (发, 传): one
    that only names a place (日本公司能入驻吗) does not."""
    *_, given = (*table.case.values(),) or ((),)
    return len(table.case) > 1 and spoken_of(table, text) and has_any(given, normalise(text))


def names_data(table: DecisionTable, text: str) -> bool:
    """Whether a text names whose or what data a case of the table may be about."""
    groups = list(table.case.values())[: max(1, len(table.case) - 1)]
    return has_any((p for group in groups for p in group), normalise(text))


def has_any(phrases: Iterable[str], text: str) -> bool:
    known = normalised(phrases) if isinstance(phrases, tuple) else map(normalise, phrases)
    return any(p in text and occurs(p, text)[0] for p in known)


@functools.lru_cache(maxsize=1024)
def normalised(phrases: tuple[str, ...]) -> tuple[str, ...]:
    """The phrases of a table for comparing: every question is held against all of them."""
    return tuple(map(normalise, phrases))
