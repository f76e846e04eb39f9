"""Whether a pack may be published over what is held: the check of both together."""

from __future__ import annotations

import re

import msgspec

from knowledge.check.findings import Finding, Findings, error
from knowledge.pack import Pack
from knowledge.pack_files import Places


def laid_over(held: Pack, coming: Pack) -> Pack:
    """What visitors would get. What small models learn from stays that of the held pack, as it
    does when documents are published."""
    documents = {(type(d), d.id): d for pack in (held, coming) for d in pack.every()}
    return Pack(
        coming.profile,
        documents.values(),
        intents=held.intents,
        feelings=held.feelings,
        consultations=held.consultations,
    )


def check_profile(held: Pack, coming: Pack) -> Findings:
    """Two profiles would stand beside each other, and which one speaks would be chance."""
    if coming.profile.id != held.profile.id:
        yield error(
            "profile",
            coming.profile.id,
            f"is not {held.profile.id!r}, the profile that visitors get",
            mend="give pack.yaml that id, or set knowledge.pack and start with a new data_dir",
        )


def check_strays(places: Places) -> Findings:
    """What a folder holds and nothing reads would be missing without a word."""
    for name in places.strays:
        mend = "put it where its kind is read (see docs/pack-format.md), or take it out"
        yield msgspec.structs.replace(
            error("stray", name, "nothing reads this file", mend=mend), file=name
        )


def brought(
    before: tuple[Finding, ...], after: tuple[Finding, ...], places: Places
) -> tuple[Finding, ...]:
    """What of the findings after an import is due to it, with file and line: all that was not
    found before, and every error of a document that comes. Other errors stand with or without it,
    and must not stop a pack that has nothing to do with them."""
    known = {(f.code, f.id, f.what) for f in before}
    return tuple(
        msgspec.structs.replace(f, file=_place(f, places))
        for f in after
        if (f.code, f.id, f.what) not in known or (f.severity == "error" and places.of(f.id))
    )


def _place(finding: Finding, places: Places) -> str:
    """Where the document stands, else one that the finding names: of two that contradict each
    other it may be the second that comes."""
    return places.of(finding.id, finding.field) or next(
        (places.of(key) for key in places if _names(finding.what, key)), ""
    )


def _names(what: str, key: str) -> bool:
    whole = rf"(?<![\w.-]){re.escape(key)}(?![\w-]|\.\w)"
    return key in what and re.search(whole, what) is not None
