"""Whether one document may be published over what is held."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from knowledge.check.claims import check_claims
from knowledge.check.documents import check_told_dates
from knowledge.check.findings import Finding
from knowledge.check.importing import brought, laid_over
from knowledge.check.laws import check_laws
from knowledge.check.links import check_links
from knowledge.check.matters import check_matters
from knowledge.check.out_of_force import check_out_of_force
from knowledge.check.statements import check_statements
from knowledge.check.table_law import check_table_law
from knowledge.check.tables import check_table
from knowledge.check.wordings import check_own_wordings
from knowledge.pack import Pack
from knowledge.pack_files import Places
from knowledge.types import DecisionTable, Document, Law


def check_publish(held: Pack, document: Document, day: date) -> tuple[Finding, ...]:
    """The errors that publishing a document over ``held`` would bring. Those that stand already
    do not stop an edit that has nothing to do with them. Takes a fraction of the whole check."""
    after = tuple(_errors(laid_over(held, Pack(held.profile, [document])), document, day))
    if not after:
        return ()
    before = held.all(type(document)).get(document.id)
    return brought(tuple(_errors(held, before, day)), after, Places())


def _errors(pack: Pack, document: Document | None, day: date) -> Iterator[Finding]:
    return (f for f in _findings(pack, document, day) if f.severity == "error")


def _findings(pack: Pack, document: Document | None, day: date) -> Iterator[Finding]:
    # Of a law's articles any document may speak; of another document only its id is named.
    only = None if isinstance(document, Law) else () if document is None else (document,)
    yield from check_links(pack, only)
    yield from check_laws(pack)
    yield from check_matters(pack)
    yield from check_statements(pack, day)
    yield from check_claims(pack)
    if document is not None:
        yield from check_own_wordings(pack, document)
        yield from check_told_dates((document,))
        # That a law has ended must be told at once, whatever rests on it still.
        yield from check_out_of_force(pack, day, only=(document,))
    if isinstance(document, DecisionTable):
        yield from check_table(document)
        yield from check_table_law(pack, day, only=(document,))
