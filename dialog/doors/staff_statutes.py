"""The words of laws at the staff door: a preview of files, and taking what the preview showed.

Both send the files: nothing of a preview is kept here. Taking says which revisions the preview
saw, so that what moved on meanwhile is not run over.
"""

from __future__ import annotations

import asyncio
from typing import Annotated, Any

import msgspec
from aiohttp import web
from msgspec import Meta

from dialog.doors import staff_bodies
from dialog.doors.access import DESK, Publisher, access_publish
from dialog.doors.refusal import RefusedError
from knowledge.documents import kind_of
from knowledge.statutes.proposing import Given, Held, Proposal, propose
from knowledge.statutes.remarks import WORDS

UPLOAD_LIMIT = 8 * 1024 * 1024
"""Bytes of a request with files. Larger ones are for the terminal."""
MOST_FILES = 20
MOST_REMARKS = 200
"""Remarks told of one law; ``untold`` counts the rest."""


class File(staff_bodies.Body, frozen=True):
    """A file; its bytes travel as base64."""

    name: staff_bodies.Short
    content: bytes


class Seen(staff_bodies.Body, frozen=True):
    """The newest revision that the preview saw of a document, 0 for none."""

    kind: staff_bodies.Short
    key: staff_bodies.Short
    number: staff_bodies.Number


class Preview(staff_bodies.Body, frozen=True):
    """Files and what the person says of them."""

    files: Annotated[tuple[File, ...], Meta(min_length=1, max_length=MOST_FILES)]
    given: Given = Given()


class Take(Preview, frozen=True, kw_only=True):
    """The same files again, with what the preview saw."""

    seen: tuple[Seen, ...]
    why: staff_bodies.Why


def routes() -> list[web.RouteDef]:
    """What this part of the door answers."""
    return [web.post("/api/statutes/preview", _preview), web.post("/api/statutes/take", _take)]


async def _preview(request: web.Request) -> web.Response:
    staff = await access_publish(request)
    body = await _body(request, Preview)
    held, newest = await staff.laws()
    proposals = await _proposals(request, body, held)
    seen = [
        Seen(kind, key, newest.get((kind, key), 0))
        for proposal in proposals
        for kind, key in ((kind_of(d), d.id) for d in proposal.documents)
    ]
    return _json({"proposals": [_told(p) for p in proposals], "seen": seen})


async def _take(request: web.Request) -> web.Response:
    staff: Publisher = await access_publish(request)
    body = await _body(request, Take)
    held, _ = await staff.laws()
    proposals = await _proposals(request, body, held)
    if any(p.errors for p in proposals):
        raise RefusedError(409, "statute_errors")
    documents = [d for p in proposals for d in p.documents]
    rows = await staff.take(
        documents, why=body.why, expected={(s.kind, s.key): s.number for s in body.seen}
    )
    return _json({"taken": len(rows), "version": rows[0].version if rows else 0})


async def _body(request: web.Request, shape: type[staff_bodies.B]) -> staff_bodies.B:
    if request.content_type != "application/json":
        raise RefusedError(415, "not_json")
    async with asyncio.timeout(request.app[DESK].settings.timeout):
        text = await request.clone(client_max_size=UPLOAD_LIMIT).read()
    return await asyncio.to_thread(staff_bodies.decode, text, shape)


async def _proposals(request: web.Request, body: Preview, held: Held) -> tuple[Proposal, ...]:
    files = [(file.name, file.content) for file in body.files]
    async with asyncio.timeout(request.app[DESK].settings.timeout):
        return await asyncio.to_thread(propose, files, body.given, held)


def _told(proposal: Proposal) -> dict[str, Any]:
    law, statute, seen = proposal.law, proposal.statute, proposal.seen
    remarks = proposal.remarks[:MOST_REMARKS]
    return {
        "files": proposal.files,
        "law": law.id if law else "",
        "title": statute.title if statute else seen.title,
        "new_law": proposal.new_law,
        "effective_from": law.effective_from if law else seen.effective_from,
        "effective_to": law.effective_to if law else seen.effective_to,
        "articles": len(statute.articles) if statute else seen.articles,
        "last": statute.articles[-1].number if statute else seen.last,
        "whole": statute.whole if statute else False,
        "doubts": proposal.doubts,
        "errors": proposal.errors,
        "changes": proposal.changes,
        "remarks": [msgspec.structs.asdict(r) | {"words": WORDS[r.code]} for r in remarks],
        "untold": len(proposal.remarks) - len(remarks),
    }


def _json(value: object) -> web.Response:
    return web.Response(body=msgspec.json.encode(value), content_type="application/json")
