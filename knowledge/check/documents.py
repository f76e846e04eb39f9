"""Whether each document by itself is one that the store takes in, and ids are used once."""

from __future__ import annotations

from knowledge.check.findings import Findings, error
from knowledge.documents import faults, kind_of
from knowledge.errors import Fault
from knowledge.pack import Pack

_MEND: dict[Fault, str] = {
    "dates": "mend one of the dates",
    "empty": "write it, or leave the field out",
    "id": "give it another id",
    "too_long": "split the document",
}


def check_documents(pack: Pack) -> Findings:
    """What the store would refuse, apart from origins: the check of links tells more of them."""
    kinds: dict[str, str] = {}
    for document in pack.kept():
        kind = kind_of(document)
        for fault in faults(kind, document):
            if fault.fault != "origin":
                what = f"{fault.field}: {fault.detail}" if fault.field else fault.detail
                yield error(
                    fault.fault, document.id, what, mend=_MEND.get(fault.fault, "mend the field")
                )
        if document.id in kinds:
            yield error(
                "same_id", document.id, f"is a {kinds[document.id]} and a {kind}",
                mend="give one of them another id",
            )  # fmt: skip
        kinds[document.id] = kind
