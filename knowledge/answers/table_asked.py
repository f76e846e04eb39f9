"""Which decision table a text asks: by its triggers and inputs, by the case that it tells, or by
what stood in the texts before. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date

from knowledge.answers.ages import in_figures, tells_young
from knowledge.answers.bans import asks_of_banned, rules_bans
from knowledge.answers.batches import summed
from knowledge.answers.held_totals import held_input, numbers_given
from knowledge.answers.kinds_told import several_in
from knowledge.answers.notified import with_notified
from knowledge.answers.people_counts import counted_input
from knowledge.answers.places_abroad import ENGLISH_ABROAD
from knowledge.answers.plain_deeds import delivers
from knowledge.answers.table_parts import told_in_one
from knowledge.answers.table_replies import asks_anew
from knowledge.answers.table_words import (
    denies,
    has_any,
    names_value,
    stated,
    triggers,
)
from knowledge.answers.told_of import without_told
from knowledge.answers.years_told import numbers_by_year
from knowledge.text import normalise
from knowledge.types import DecisionTable

_HOW_TO_GO = re.compile(
    r"what(?:'s| is| are) the (?:right |correct |proper )?"
    r"(?:procedures?|process|steps|way|route|formalities|requirements)"
    r"|how (?:do|should|can|must|could|may) (?:we|i) (?:(?:do|go about) (?:it|this|that)|proceed"
    r"|(?:legally |lawfully |best )?(?:send|transfer|move|bring|take|ship|export|share|hand|give"
    r"|get|pass|provide|migrate)\b)"
)
"""What asks for the way to go: that a table decides."""
_WAY = re.compile(
    r"(?:办|走|做|要|有)(?:些)?(?:什么|哪些|啥|哪几样)(?:手续|审批|流程|程序)|怎么(?:合规|合法)(?:地)?(?:带|搬|传|发|转)"
    r"|\b(?:which|what) (?:procedures?|approvals?|permits?|permissions?|formalities|steps|paperwork"
    r"|rules apply|route|(?:do|must|should) (?:we|i) (?:(?:need|have) to )?do)\b"
)
"""What asks for the way to go without a name for it."""
_NOW_WHAT = re.compile(
    r"(?<!了)(?<!过)[,。 ]*(?:那|该|应该|应当|要|我们|需要|具体|接下来|现在)*"
    r"(?:怎么|咋|如何)(?:办理?|弄|搞|做|处理|操作)[呢啊呀?。 ]*$"
    r"|\bwhat (?:should|must|can|shall|do) (?:we|i)(?: (?:need|have) to)? do[? ]*$"
)
"""A bare 怎么办 behind a deed that is planned."""
_AMISS = re.compile(
    r"泄[露漏]|丢|被|错|坏|失败|没有?|不(?!满|到|含|是|超|同)|拒|偷|黑客|误|举报|投诉|催|逾期"
    r"|过期|删|停|断|撤"
    r"|\b(?:leak\w*|lost|stol\w+|fail\w*|refus\w+|not|never|wrong\w*|hack\w*|delet\w+)\b|n't"
)
"""Something that befell: the way out of it is asked for, and no way to go."""
_COPIES = re.compile(
    r"(?:[1一]份|几份|多少份)(?:合同)?(?:就|才|是不是)?(?:够|行|可以)|(?:要|得|需要)?签(?:几|多少)份|合同(?:要)?几份"
    r"|每个?人(?:都|各|也)?(?:要|得|需要)?(?:单独|分别)?签|各签|分开签"
    r"|\b(?:one (?:contract|copy)|a single contract) (?:for|be enough|enough|cover)"
    r"|\beach (?:employee|person|one|of them) (?:has to |must |need to )?signs?\b"
)
"""What asks how many papers there are and who signs, whatever figures it tells."""
_ASKED = "asked"
"""The group of a case that holds how its table is asked for."""
_BARE_TO = re.compile(
    rf"\b\d[\d,.]*k? (?:[a-z'’-]+ ){{1,5}}to (?:our |the "
    rf"|an? )?(?:[a-z]+ ){{0,2}}?(?:{ENGLISH_ABROAD})\b"
)
"""A number of things that is said to go somewhere, without a verb: 12,000 bookings to Tokyo."""
_TRADE = re.compile(
    r"[买卖](?:家|方|的|了|给|到|往)?|\b(?:buy\w*|bought|sell\w*|sold|purchas\w+|shops?|stores?)\b"
)
"""What says of goods in parcels that they are traded: nobody trades the data."""
_SAME = re.compile(r"数据|资料")
_SMALL = re.compile(r"\b(?:also|then|already|really|too|even|still|actually|now) ")
"""What changes nothing of what is asked: is that also an export."""
_ASKS = re.compile(r"[吗么嘛?？]|不算|是不是|不属于|是否|\b(?:does|do|is|are|would|whether)\b")


def asks_to_count(table: DecisionTable, text: str) -> bool:
    """Whether a text tells a case of a table and asks whether it is one at all (算出境吗)."""
    text = _SMALL.sub("", normalise(text))
    phrases = table.decides.counts if table.decides is not None else ()
    asked = [p for p in map(normalise, phrases) if p in text]
    if not asked or not _ASKS.search(text):
        return False
    for phrase in sorted(asked, key=len, reverse=True):
        text = text.replace(phrase, " ")
    return triggers(table, text) and not has_any(table.unless, text)


def triggered(tables: Iterable[DecisionTable], question: str) -> DecisionTable | None:
    """The table whose question this is by its triggers and the inputs that it states, or the case
    that it tells."""
    text = in_figures(normalise(question))
    if asks_for_copies(text):
        return None
    tables = tuple(tables)
    banning = filter(rules_bans, tables) if asks_of_banned(text) else ()
    for table in banning:
        return table
    if delivers(text):
        text = _TRADE.sub(" ", text)
        tables = sorted(tables, key=lambda table: not table.places_abroad)
    for table in tables:
        if not triggers(table, text):
            if tells_all(table, text):
                return table
            continue
        if _asks_way(table, text) or _ships(table, text, question):
            return table
        needed = table.needs and set(table.needs) <= _told(table, text)
        if needed or (_tells_case(table, text) and not asks_anew(_without_asked(table, text))):
            return table
    return None


def _ships(table: DecisionTable, text: str, question: str) -> bool:
    """Whether a question tells of parcels for customers abroad, and asks for nothing else."""
    told = table.places_abroad and delivers(normalise(question))
    return told and not _asks_else(table, text) and not asks_anew(_without_asked(table, text))


def asks_for_copies(text: str) -> bool:
    """Whether a normalised text asks how many papers there are, or who signs."""
    return _COPIES.search(text) is not None


def _without_asked(table: DecisionTable, text: str) -> str:
    """A text without the words that ask for what the table decides (哪些评估): they ask for nothing
    else."""
    text = _HOW_TO_GO.sub("", text)
    asked = [normalise(p) for p in table.case.get(_ASKED, ())]
    spans = [(m.start(), m.end()) for p in asked for m in re.finditer(re.escape(p), text)]
    kept = (c for n, c in enumerate(text) if not any(a <= n < b for a, b in spans))
    return "".join(kept)


def _told(table: DecisionTable, question: str) -> set[str]:
    """The inputs of which a question tells something; who tells a number of all whose data they
    have is asked how many are given."""
    whole, counted = told_in_one(table, question)[0], counted_input(table)
    whole = summed(table, normalise(whole), counted.units) if counted is not None else whole
    told = set(stated(table, whole))
    by_year = counted is not None and numbers_by_year(normalise(question), counted.units, date.min)
    if by_year or several_in(table, [question]):
        told |= set(table.needs)
    held = held_input(table)
    if held is not None and held.name in told:
        told |= numbers_given(table)
    return told


def _asks_else(table: DecisionTable, text: str) -> bool:
    """Whether a text has a phrase that asks for something else, beside those that ask for the way
    to go: 走哪条路 asks for no article."""
    routes = table.decides.routes if table.decides is not None else ()
    for phrase in sorted(map(normalise, routes), key=len, reverse=True):
        text = text.replace(phrase, " ")
    return has_any(table.unless, text)


def _tells_case(table: DecisionTable, text: str) -> bool:
    """Whether a text names whose, what and that it is given, and asks for nothing else."""
    if not table.case or _asks_else(table, text):
        return False
    # 孩子的数据 is what 孩子的信息 is, and whoever is surely below the age is a child.
    text = f"{text}\n{_SAME.sub('信息', text)}"
    if any(tells_young(known, text) for known in table.inputs):
        text = f"{text}\n儿童信息"
    if table.places_abroad and _BARE_TO.search(text):
        text = f"{text}\nsend"
    return all(
        any(normalise(p) in text for p in group) if name == _ASKED else has_any(group, text)
        for name, group in table.case.items()
    )


def _asks_way(table: DecisionTable, text: str) -> bool:
    """Whether a text says that data are given as a table rules on, and asks for the way to go,
    without saying whose they are: the table asks for that."""
    if table.decides is None or len(table.case) < 2 or _asks_else(table, text):
        return False
    _, *told = table.case.values()
    way = has_any(table.decides.routes, text) or _WAY.search(text) is not None
    way = way or (_NOW_WHAT.search(text) is not None and _AMISS.search(text) is None)
    return way and all(has_any(group, text) for group in told)


def tells_all(table: DecisionTable, text: str) -> bool:
    """Whether a normalised text asks for the way that a table decides (走哪条) and tells
    all that it cannot assume, its kind by the very word for it."""
    routes = table.decides.routes if table.decides is not None else ()
    if not has_any(routes, text):
        return False
    told = stated(table, text)
    needed = [i for i in table.inputs if not i.assume]
    if any("|" in told.get(i.name, "|") for i in needed):
        return False
    kinds = [i for i in needed if i.denied]
    return bool(kinds) and all(has_any(names_value(i), text) or denies(table, text) for i in kinds)


def taken_up(
    tables: Iterable[DecisionTable], earlier: Sequence[str], text: str
) -> DecisionTable | None:
    """The table whose matter stands in an earlier text and whose inputs this one states."""
    before = [normalise(e) for e in earlier]
    for table in tables:
        spoken_of = any(triggers(table, one) for one in before)
        if not table.needs or not spoken_of:
            continue
        told = stated(table, text)
        groups = several_in(table, [*earlier, text])
        if groups or set(table.needs) <= set(told) or names_kind(table, text):
            return table
    return None


def names_kind(table: DecisionTable, text: str) -> bool:
    """Whether a text states the kind of data by its very name (是重要数据) and asks nothing."""
    plain, told = with_notified(without_told(normalise(text))), stated(table, text)
    if asks_anew(text) or _ASKS.search(plain):
        return False
    return any(
        i.denied and told.get(i.name) in i.values and has_any(names_value(i), plain)
        for i in table.inputs
    )
