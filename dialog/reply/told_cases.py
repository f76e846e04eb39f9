"""A case that is told over several turns: what a decision table rules when its question is
answered, or when what the ruling rested on changes. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec

from dialog.reply.asked_besides import asks_anew_of, asks_besides
from dialog.reply.aspects import asks
from dialog.reply.case_facts import told_first
from dialog.reply.case_taken import figures_told, with_taken
from dialog.reply.choice_explained import still_open
from dialog.reply.context import Said, leans, nameless, said, supposes
from dialog.reply.question import Exchange, Question
from dialog.reply.spoken_of import MATTER_BACK
from knowledge.answers.case_edits import people_named
from knowledge.answers.conditions import speaks_of_condition
from knowledge.answers.running_totals import says_more
from knowledge.answers.table_asked import asks_to_count, names_kind, tells_all
from knowledge.answers.table_facts import told_before
from knowledge.answers.table_replies import answered, asks_anew
from knowledge.answers.table_words import names_value, stated
from knowledge.answers.tables import Ruling, rule_on
from knowledge.answers.taken_away import more_in_it, takes_away
from knowledge.answers.told_of import without_told
from knowledge.answers.transit import pass_together
from knowledge.answers.zone_told import tells_site
from knowledge.findings import Findings
from knowledge.snapshot import Snapshot
from knowledge.text import key, normalise
from knowledge.types import DecisionTable

_OFFERED = 3
"""Exchanges for which a choice that was offered stays open."""
_RULED = 6
"""Exchanges back to which a table may have ruled on the case that a text goes on with."""
CASE = 4
"""Exchanges back to which a case may have been told."""
_TELLS = re.compile(
    r"\d|不|没|只|就|含|大概|左右|差不多|[一几]点|我们|其实|等等|还[有带留]|[里表]面?(?:还"
    r"|也)?[有带留存]|保留|混[着进]"
    r"|\b(?:only|just|about|no|not|actually|still|wait)\b"
)
"""What tells more of a case, rather than names a thing to hear of."""
_CLAUSES = re.compile(r"[,，;；。?？!！\n]+|\.(?=\s|$)|\b(?:and|or)\b")
_OF_THINGS = re.compile(
    r"(?:签|订|办|报|做)[^,。;?!]{0,4}?(?:合同|备案|手续|什么|啥)|\b(?:contract|filing|procedures?)\b"
)
"""What asks for a thing that a table decides by its short name."""
_YES_OR_NO = re.compile(r"是的?|不是的?|有的?|没有|对|不|yes|no")


class Case(msgspec.Struct, frozen=True):
    """The facts of a case on which a table ruled in a conversation: the ``texts`` that told it,
    oldest first, and the ``rows`` that were ruled for it. ``near``: nothing else was answered
    since but sides of what it led to."""

    table: DecisionTable
    texts: tuple[str, ...]
    rows: tuple[str, ...]
    near: bool


def case_before(snapshot: Snapshot, asked: Question) -> Case | None:
    """The case on which a table ruled or asked back last, with all that was told of it since."""
    tables = snapshot.pack.all(DecisionTable)
    exchanges = asked.exchanges
    for place in range(len(exchanges) - 1, max(-1, len(exchanges) - _RULED - 1), -1):
        exchange = exchanges[place]
        table = tables.get(exchange.entries[0]) if exchange.entries else None
        if table is not None:
            first, told = _told(snapshot, exchanges[: place + 1], asked)
            since = [e.question for e in exchanges[place + 1 :] if _adds(table, e)]
            rows = [
                row
                for e in exchanges[first : place + 1]
                if e.entries[:1] == (table.id,)
                for row in e.entries[1:2]
            ]
            near = all(not e.entries or nameless(e.question) for e in exchanges[place + 1 :])
            told = with_taken(exchanges[:first], told, table, asked.today) if rows else told
            return Case(table, (*told, *since), tuple(rows), near=near)
        if said(exchange.question).turns:
            break
    return None


def _adds(table: DecisionTable, exchange: Exchange) -> bool:
    """Whether the question of an exchange tells more of a case, whatever answered it."""
    said = exchange.question
    return takes_away(table, normalise(said)) or (not asks(said) and bool(stated(table, said)))


def continued(snapshot: Snapshot, text: str, asked: Question, *, corrects: bool) -> Ruling | None:
    """The ruling that goes on when a text answers the question that a table asked back, or changes
    what the ruling before rested on."""
    exchanges = _up_to_the_offer(snapshot, text, asked)
    if supposes(text) and not corrects:
        exchanges = _up_to_the_case(snapshot, exchanges)
    last = exchanges[-1] if exchanges else None
    tables = snapshot.pack.all(DecisionTable)
    if last is None or not last.entries or last.entries[0] not in tables:
        return None
    plain, table = normalise(text), tables[last.entries[0]]
    if tells_all(table, plain):
        return None  # It tells a whole case of its own.
    told = tells_site(table, plain) or _TELLS.search(plain) is not None
    tells = (not asks(text) and told) or names_kind(table, text)
    if last.outcome != "clarify" and not (
        corrects or tells or supposes(text) or leans(text, asked.exchanges)
    ):
        return None
    chain = _chain(snapshot, exchanges, asked)
    ruling = snapshot.continued(last.entries[0], [*chain, text], asked.today)
    besides = ruling is not None and asks_besides(snapshot, text, ruling, last)
    return None if besides else ruling


def replied(snapshot: Snapshot, text: str, asked: Question) -> Ruling | None:
    """The ruling where a text answers the very question that a table just asked back, by a choice
    or in its own words. What it says besides (就签了服务协议) is no question of its own."""
    asked = still_open(asked)
    last = asked.exchanges[-1] if asked.exchanges else None
    if last is None or last.outcome != "clarify" or not last.entries:
        return None
    table = snapshot.pack.all(DecisionTable).get(last.entries[0])
    if table is None:
        return None
    chain = _chain(snapshot, asked.exchanges, asked)
    before = rule_on(table, chain, asked.today)
    if before.ask is None or before.ask.lower:
        return None
    # 注册时都勾了协议，算授权吧 claims an answer, though it asks.
    claims = speaks_of_condition(table, before.slots, text)
    asking = asks(without_told(normalise(text)))
    told = answered(before.ask, text) or names_kind(table, text)
    if not claims and (asking or not told):
        return None
    return snapshot.continued(table.id, [*chain, text], asked.today)


def still_asked(snapshot: Snapshot, text: str, asked: Question) -> Findings | None:
    """The question that a table asked back and that is still open, where a text asks for a side of
    what it leads to: that depends on the answer."""
    last = asked.exchanges[-1] if asked.exchanges else None
    if last is None or last.outcome != "clarify" or not last.entries or not nameless(text):
        return None
    if not asks(text):
        return None
    table = snapshot.pack.all(DecisionTable).get(last.entries[0])
    if table is None:
        return None
    ruling = rule_on(table, _chain(snapshot, asked.exchanges, asked), asked.today)
    return Findings("none", ruling=ruling) if ruling.ask is not None else None


def asked_whether(
    snapshot: Snapshot, text: str, asked: Question, findings: Findings
) -> Findings | None:
    """The question that a table asked back and that is still open, where a text asks whether what
    it asks for holds (isn't that important data?), or tells of more that is in the data, and
    nothing is known of that."""
    last = asked.exchanges[-1] if asked.exchanges else None
    if last is None or last.outcome != "clarify" or not last.entries:
        return None
    more, anew = more_in_it(text), asks_anew(text)  # 什么算敏感的 states no kind.
    near = findings.band == "answer" or (findings.band == "related" and not (more or anew))
    if near or findings.law or findings.ruling or findings.graph:
        return None
    table = snapshot.pack.all(DecisionTable).get(last.entries[0])
    if table is None:
        return None
    ruling = rule_on(table, _chain(snapshot, asked.exchanges, asked), asked.today)
    if ruling.ask is None or (stated(table, text).get(ruling.ask.name) and not anew):
        return None
    again = msgspec.structs.replace(ruling, again=ruling.ask.ask_again != "")
    if not any(name in normalise(text) for name in names_value(ruling.ask)):
        return Findings("none", ruling=again) if more else None
    return Findings("none", ruling=again if anew else ruling)


def whichever_kind(snapshot: Snapshot, text: str, asked: Question) -> Findings | None:
    """What holds of the case by each kind that it may be of, where the table just asked for that
    and a text asks both for it and for what the table decides (那算敏感吗，要签合同吗)."""
    last = asked.exchanges[-1] if asked.exchanges else None
    if last is None or last.outcome != "clarify" or not last.entries:
        return None
    table = snapshot.pack.all(DecisionTable).get(last.entries[0])
    if table is None or table.decides is None or not asks(text):
        return None
    chain = _chain(snapshot, asked.exchanges, asked)
    known = rule_on(table, chain, asked.today).ask
    plain = normalise(text)
    if known is None or not any(name in plain for name in names_value(known)):
        return None
    if stated(table, text).keys() - {known.name}:
        return None
    things = [key(t) for t in table.decides.things]
    clauses = [c for c in map(str.strip, _CLAUSES.split(plain)) if c]
    if not any(c for c in clauses if _OF_THINGS.search(c) or any(t in key(c) for t in things)):
        return None
    pair = next((f"{value}|{other}" for value, other in known.denied.items()), "")
    ruling = rule_on(table, chain, asked.today, given={known.name: pair})
    if not ruling.either:
        return None
    return Findings("none", ruling=msgspec.structs.replace(ruling, again=True))


def over_several(
    snapshot: Snapshot, given: Said, asked: Question, findings: Findings
) -> Findings | None:
    """The ruling on a case that was told over several texts."""
    text = given.text
    earlier = [e.question for e in asked.exchanges][-CASE:]
    told = not asks(text) or figures_told(snapshot, text)
    told = told or asks_anew_of(snapshot, text, asked.exchanges)
    told = told and findings.match not in ("exact", "near")
    if earlier and findings.ruling is None and (findings.band != "answer" or told):
        over = snapshot.ruling_over(earlier, text, asked.today, matter=MATTER_BACK)
        over = over or _told_late(snapshot, text, earlier, asked)
        if over is not None and not asks_besides(snapshot, text, over, asked.exchanges[-1]):
            return Findings("none", ruling=over)
    ruled = findings.ruling.table if findings.ruling is not None else None
    if ruled is not None and ruled.places_abroad and pass_together([*earlier, text]):
        return msgspec.structs.replace(
            findings, ruling=rule_on(ruled, [*earlier, text], asked.today)
        )
    leaning = given.corrects or leans(text, asked.exchanges)
    if leaning and findings.ruling is not None:
        with_case = told_before(findings.ruling, earlier, asked.today, text=text)
        return msgspec.structs.replace(findings, ruling=with_case)
    return None


def _told_late(
    snapshot: Snapshot, text: str, earlier: Sequence[str], asked: Question
) -> Ruling | None:
    """The ruling on a case that a document answered, where a text tells what a table would have
    asked of it (没有专门授权)."""
    if asks(text):
        return None
    for question in reversed(earlier):
        opened = snapshot.ruling(question, asked.today)
        if opened is None:
            continue
        if any(opened.table.id in e.entries for e in asked.exchanges):
            return None  # It asked itself, and the visitor went on to something else.
        late = opened.ask is not None and opened.ask.name in stated(opened.table, text)
        over = rule_on(opened.table, [question, text], asked.today) if late else None
        return over if over is not None and over.settled else None
    return None


def _chain(snapshot: Snapshot, exchanges: Sequence[Exchange], asked: Question) -> list[str]:
    """The texts that told the case on which the last exchange ruled."""
    return _told(snapshot, exchanges, asked)[1]


def _told(
    snapshot: Snapshot, exchanges: Sequence[Exchange], asked: Question
) -> tuple[int, list[str]]:
    """The place of the exchange with which the case began that a text goes on with, and the texts
    that told it: the last one, unless the text names people of one before it (那员工的呢, after a
    case of customers)."""
    first, told = _told_last(snapshot, exchanges, asked)
    table = snapshot.pack.all(DecisionTable).get(exchanges[-1].entries[0])
    if table is None:
        return first, told
    named = people_named(table, asked.text) - people_named(table, "，".join(told))
    for place in range(first, 0, -1):
        exchange = exchanges[place - 1]
        same = exchange.entries[:1] == (table.id,)
        if named and same and named & people_named(table, exchange.question):
            return _told_last(snapshot, exchanges[:place], asked)
    return first, told


def _told_last(
    snapshot: Snapshot, exchanges: Sequence[Exchange], asked: Question
) -> tuple[int, list[str]]:
    """The place of the exchange with which the case of the last one began, and the texts that told
    it. What was answered by something else in between is passed over."""
    tables = snapshot.pack.all(DecisionTable)
    table = exchanges[-1].entries[:1]
    first = place = len(exchanges)
    while place and first - place < CASE:
        place -= 1
        exchange = exchanges[place]
        if exchange.entries[:1] == table:
            counts = place and asks_to_count(tables[table[0]], exchange.question)
            first = place
            whole = snapshot.ruling(exchange.question, asked.today) is not None and not counts
            if whole and not (place and says_more(normalise(exchange.question))):
                # It states a whole case: what was said before belongs to another one, unless it
                # says that it comes on top of that.
                break
        elif said(exchange.question).turns or (exchange.entries and exchange.entries[0] in tables):
            break
    told = [
        e.question
        for e in exchanges[first:]
        if e.entries[:1] == table or _adds(tables[table[0]], e)
    ]
    before, opens = told_first(exchanges, first, tables.get(table[0]), asked.today)
    return first, [*before, *(told if opens else told[1:])]


def _up_to_the_offer(snapshot: Snapshot, text: str, asked: Question) -> tuple[Exchange, ...]:
    """The exchanges until a choice was offered that is the text: it may still be tapped after
    something else was asked in between (什么是敏感个人信息)."""
    exchanges = asked.exchanges
    for place in range(len(exchanges) - 1, max(-1, len(exchanges) - _OFFERED - 1), -1):
        exchange = exchanges[place]
        if exchange.outcome == "clarify" and exchange.entries:
            offered = snapshot.offers(exchange.entries[0], text)
            # A bare yes is the answer to what was said last, and to nothing before it.
            if exchange is not exchanges[-1]:
                offered = offered and not _YES_OR_NO.fullmatch(key(text))
                offered = offered and _was_offered(snapshot, text, exchanges[: place + 1], asked)
            return exchanges[: place + 1] if offered else exchanges
    return exchanges


def _was_offered(
    snapshot: Snapshot, text: str, exchanges: tuple[Exchange, ...], asked: Question
) -> bool:
    """Whether a text is a choice of the very question asked back then, not of a later one."""
    table = snapshot.pack.all(DecisionTable)[exchanges[-1].entries[0]]
    ask = rule_on(table, _chain(snapshot, exchanges, asked), asked.today).ask
    labels = (*ask.labels, *ask.labels_english) if ask is not None else ()
    return key(text) in {key(label) for label in labels}


def _up_to_the_case(snapshot: Snapshot, exchanges: tuple[Exchange, ...]) -> tuple[Exchange, ...]:
    """The exchanges without those behind the case told last that asked only for sides of what it
    led to: what is supposed then (要是里面有…呢) changes the case."""
    for place in range(len(exchanges) - 1, max(-1, len(exchanges) - CASE - 1), -1):
        exchange = exchanges[place]
        if exchange.entries and exchange.entries[0] in snapshot.pack.all(DecisionTable):
            return exchanges[: place + 1]
        if not nameless(exchange.question) and exchange.outcome != "smalltalk":
            break
    return exchanges
