"""What is to be done beside the duties of a table's row, by what the texts tell of a case: that the
data are of human genes (filed first), of children (whose guardians consent), of faces (which have
rules of their own), or of people at all where the row is of important data. Pure.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from knowledge.answers.ages import tells_young
from knowledge.answers.genes import genetic_data
from knowledge.answers.of_adults import of_adults
from knowledge.answers.people_counts import people_told
from knowledge.answers.people_groups import named_groups
from knowledge.answers.table_words import occurs
from knowledge.answers.tables import Ruling
from knowledge.text import normalise
from knowledge.types import Besides, DecisionTable, Row

_UNITS = ("人", "名", "户", "个", "位", "")
"""What people are counted in."""


def with_besides(ruling: Ruling, texts: Sequence[str]) -> Ruling:
    """A ruling with what else is to be done, as the texts of its case tell; where it asks back
    first, with what is to be done whatever the answer."""
    rows = list(_rows(ruling))
    found = tuple(
        b
        for b in ruling.table.besides
        if (any(_holds(b, row, ruling) for row in rows) or _holds_already(b, ruling))
        and _told_in(b, ruling.table, of_adults([normalise(text) for text in texts]))
    )
    return msgspec.structs.replace(ruling, besides=found) if found else ruling


def besides_row(ruling: Ruling, row: Row, *others: Row) -> Row:
    """A row with what else is to be done in the case, before its own duties; also where that is so
    by ``others``, which hold of a part of the same case."""
    rows = (row, *others)
    holding = [b for b in ruling.besides if any(_holds(b, r, ruling) for r in rows)]
    if not holding:
        return row
    english = row.duties_english or ("",) * len(row.duties)
    return msgspec.structs.replace(
        row,
        duties=(*(d for b in holding for d in b.duties), *row.duties),
        duties_english=(*(d for b in holding for d in b.duties_english), *english),
        sources=tuple(dict.fromkeys((*(o for b in holding for o in b.sources), *row.sources))),
    )


def duties_already(ruling: Ruling) -> Row:
    """What is to be done in a case before its table can conclude, as the duties of a row."""
    besides = ruling.besides if ruling.ask is not None else ()
    return Row(
        id="",
        when={},
        conclusion="",
        duties=tuple(d for b in besides for d in b.duties),
        duties_english=tuple(d for b in besides for d in b.duties_english),
        sources=tuple(dict.fromkeys(o for b in besides for o in b.sources)),
    )


def _holds_already(besides: Besides, ruling: Ruling) -> bool:
    """Whether a duty is told of before a table concludes: what was stated of the case is of it."""
    if ruling.ask is None or not besides.early or _later(besides, ruling):
        return False
    stated = {n: ruling.slots[n].split("|") for n in besides.of if n in ruling.slots}
    return all(set(told) <= set(besides.of[name]) for name, told in stated.items())


def _later(besides: Besides, ruling: Ruling) -> bool:
    """Whether a duty is younger than the day of which it is ruled."""
    return bool(besides.valid_from and ruling.day and ruling.day < besides.valid_from)


def _rows(ruling: Ruling) -> Iterator[Row]:
    both = (ruling.row, ruling.rest)
    yield from (row for row in both if row is not None)
    yield from (of.row for of in ruling.each)
    yield from (period.row for period in ruling.periods)


def _holds(besides: Besides, row: Row, ruling: Ruling) -> bool:
    """Whether such a case may be one of a row, which rules on a day on which it is law."""
    if _later(besides, ruling):
        return False
    for name, values in besides.of.items():
        may = row.when.get(name) or tuple(ruling.slots.get(name, "").split("|"))
        if not set(may) & set(values):
            return False
    return True


def _told_in(besides: Besides, table: DecisionTable, texts: Sequence[str]) -> bool:
    """Whether texts tell of what a duty is for; what is known by its words alone (人脸) is not
    told of where a later text says that it is not in the data."""
    if besides.told != "words":
        return any(_told(besides, table, text) for text in texts)
    for text in reversed(texts):
        named = [occurs(normalise(word), text) for word in besides.words]
        if any(holding or denied for holding, denied in named):
            return any(holding for holding, _ in named)
    return False


def _told(besides: Besides, table: DecisionTable, text: str) -> bool:
    if any(occurs(normalise(word), text)[0] for word in besides.words):
        return True
    match besides.told:
        case "human_genes":
            return genetic_data(text) is not None
        case "young":
            return any(tells_young(known, text) for known in table.inputs)
        case "people":
            counted = (t.people for t in people_told(text, _UNITS))
            return bool(named_groups(text)) or any(counted)
        case "words":
            return False
