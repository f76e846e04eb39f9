"""Whether the content of a pack is good. Reading it has already shown that it fits the types.

``check`` looks at values only; ``check_folder`` also says where in the folder each finding stands,
and ``check_import`` what is wrong with a folder once it is laid over what is held.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import msgspec

from knowledge.check.attributions import check_attributions, check_english
from knowledge.check.claims import check_claims
from knowledge.check.documents import check_documents
from knowledge.check.exemptions import check_exemptions
from knowledge.check.findings import Finding
from knowledge.check.importing import brought, check_profile, check_strays, laid_over
from knowledge.check.laws import check_laws
from knowledge.check.links import check_links
from knowledge.check.matters import check_matters
from knowledge.check.out_of_force import check_out_of_force
from knowledge.check.publishing import check_publish
from knowledge.check.statements import check_statements
from knowledge.check.table_law import check_table_law
from knowledge.check.tables import check_tables, proved, unsettled
from knowledge.check.wordings import check_wordings
from knowledge.pack import Pack, read_placed
from knowledge.pack_files import Places

__all__ = [
    "Finding",
    "check",
    "check_folder",
    "check_import",
    "check_placed",
    "check_publish",
    "proved",
    "unsettled",
]


def check(pack: Pack, day: date) -> tuple[Finding, ...]:
    """Everything that is wrong with a pack on a day, errors first."""
    return tuple(sorted(_all(pack, day), key=lambda f: (f.severity, f.code, f.id)))


def _all(pack: Pack, day: date) -> Iterator[Finding]:
    yield from check_documents(pack)
    yield from check_links(pack)
    yield from check_laws(pack)
    yield from check_wordings(pack)
    yield from check_matters(pack)
    yield from check_statements(pack, day)
    yield from check_claims(pack)
    yield from check_attributions(pack)
    yield from check_english(pack)
    yield from check_out_of_force(pack, day)
    yield from check_exemptions(pack)
    yield from check_tables(pack)
    yield from check_table_law(pack, day)


def check_folder(folder: Path, day: date) -> tuple[Finding, ...]:
    """The same with the file and line of each document. Raises ``PackError`` when the folder
    cannot be read."""
    return check_placed(*read_placed(folder), day)


def check_placed(pack: Pack, places: Places, day: date) -> tuple[Finding, ...]:
    """The same of a folder that was read."""
    found = (
        msgspec.structs.replace(f, file=places.of(f.id, f.field) or (f.id if "/" in f.id else ""))
        for f in check(pack, day)
    )
    return (*check_strays(places), *found)


def check_import(held: Pack, coming: Pack, places: Places, day: date) -> tuple[Finding, ...]:
    """What would be wrong, and is not yet, if ``coming`` were published over ``held``; errors
    first. ``places``: where the coming documents stand."""
    after = (*check_profile(held, coming), *check(laid_over(held, coming), day))
    return (*check_strays(places), *brought(check(held, day) if after else (), after, places))
