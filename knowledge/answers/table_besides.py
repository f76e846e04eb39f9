"""What is to be done beside the duties of a table's row, by what the texts tell of a case: that the
data are of human genes (filed first), of children (whose guardians consent), or of people at all
where the row is of important data. Pure.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from knowledge.answers.ages import tells_young
from knowledge.answers.genes import genetic_data
from knowledge.answers.people_groups import named_groups
from knowledge.answers.table_words import occurs
from knowledge.answers.tables import Ruling
from knowledge.text import normalise
from knowledge.types import Besides, DecisionTable, Row


def with_besides(ruling: Ruling, texts: Sequence[str]) -> Ruling:
    """A ruling with what else is to be done, as the texts of its case tell."""
    rows = list(_rows(ruling))
    found = tuple(
        b
        for b in ruling.table.besides
        if any(_holds(b, row, ruling) for row in rows)
        and any(_told(b, ruling.table, normalise(text)) for text in texts)
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


def _rows(ruling: Ruling) -> Iterator[Row]:
    both = (ruling.row, ruling.rest)
    yield from (row for row in both if row is not None)
    yield from (of.row for of in ruling.each)
    yield from (period.row for period in ruling.periods)


def _holds(besides: Besides, row: Row, ruling: Ruling) -> bool:
    """Whether such a case may be one of a row, which rules on a day on which it is law."""
    if besides.valid_from and ruling.day and ruling.day < besides.valid_from:
        return False
    for name, values in besides.of.items():
        may = row.when.get(name) or tuple(ruling.slots.get(name, "").split("|"))
        if not set(may) & set(values):
            return False
    return True


def _told(besides: Besides, table: DecisionTable, text: str) -> bool:
    if any(occurs(normalise(word), text)[0] for word in besides.words):
        return True
    match besides.told:
        case "human_genes":
            return genetic_data(text) is not None
        case "young":
            return any(tells_young(known, text) for known in table.inputs)
        case "people":
            return bool(named_groups(text))
