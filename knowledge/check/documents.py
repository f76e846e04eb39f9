"""Whether each document by itself is one that the store takes in, ids are used once, and no date
is told that no calendar has."""

from __future__ import annotations

from collections.abc import Iterable

from knowledge.check.findings import Findings, error, texts
from knowledge.documents import Kept, faults, kind_of
from knowledge.errors import Fault
from knowledge.pack import Pack
from knowledge.partial_dates import impossible

_MEND: dict[Fault, str] = {
    "date": "write 2026, 2026-07 or 2026-07-31, as much as is known of it",
    "dates": "mend one of the dates",
    "empty": "write it, or leave the field out",
    "id": "give it another id",
    "too_long": "split the document",
}
_NO_WORDS = ("id", "similar", "negative", "url", "files", "as_of", "date")
"""Fields that hold visitors' slips, figures of addresses and files, or dates alone, which are told
as such."""


def check_documents(pack: Pack) -> Findings:
    """What the store would refuse, apart from origins: the check of links tells more of them."""
    kinds: dict[str, str] = {}
    for document in pack.kept():
        kind = kind_of(document)
        for fault in faults(kind, document):
            if fault.fault != "origin":
                what = f"{fault.field}: {fault.detail}" if fault.field else fault.detail
                yield error(
                    fault.fault, document.id, what,
                    mend=_MEND.get(fault.fault, "mend the field"), field=fault.field,
                )  # fmt: skip
        if document.id in kinds:
            yield error(
                "same_id", document.id, f"is a {kinds[document.id]} and a {kind}",
                mend="give one of them another id",
            )  # fmt: skip
        kinds[document.id] = kind
    yield from check_told_dates(pack.kept())


def check_told_dates(documents: Iterable[Kept]) -> Findings:
    """Dates in words that cannot be: visitors would be told them."""
    for document in documents:
        for path, text in texts(document):
            if path.split(".")[-1].split("[")[0] in _NO_WORDS:
                continue
            for told in impossible(text):
                yield error(
                    "date", document.id, f"{path}: {told!r} is no date of the calendar",
                    mend="look the date up in its source and mend it", field=path,
                )  # fmt: skip
