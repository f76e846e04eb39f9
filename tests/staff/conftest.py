"""The staff door on a real socket, over a store in a temporary file, with a clock that jumps."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path

import pytest
from aiohttp import web
from prometheus_client import CollectorRegistry, Counter
from staff_people import DOCUMENTS, Door, JumpingClock, Notes, Person, add_editor, serving

from dialog.config import Settings, Staff
from dialog.doors.staff import staff_app
from dialog.speech import VoiceStanding
from knowledge.answers.citing import Citer, origins_of
from knowledge.check import Finding, check_publish
from knowledge.documents import Kept
from knowledge.pack import Pack
from knowledge.store import Store
from knowledge.types import Claim, Document, Law, Profile, SourceItem
from tests.knowledge.small_parts import small_pack

READINESS = {
    "words": "ready",
    "meaning": "building",
    "language_model": "off",
    "voice": VoiceStanding("failing", "unreachable", datetime(2026, 3, 1, 8, 30, tzinfo=UTC)),
}


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = Store.open(tmp_path / "knowledge.db")
    opened.seed(DOCUMENTS, "1")
    yield opened
    opened.close()


def cite(document: Kept) -> tuple[SourceItem, ...]:
    """The sources of a document over the laws and claims of these tests."""
    assert not isinstance(document, Profile)
    laws = {one.id: one for one in DOCUMENTS if isinstance(one, Law)}
    claims = {one.id: one for one in DOCUMENTS if isinstance(one, Claim)}
    citer = Citer(laws, {}, {}, official_hosts=())
    return citer.cite(origins_of(document, claims), date(2026, 3, 1))


def objections(store: Store, document: Kept) -> tuple[Finding, ...]:
    """What speaks against a document beside what is published in these tests."""
    assert not isinstance(document, Profile)
    held = [one for _, one in store.published() if isinstance(one, Document)]
    return check_publish(Pack(small_pack().profile, held), document, date(2026, 3, 1))


@pytest.fixture
def app_and_door(store: Store) -> tuple[web.Application, Door]:
    opened = Door(store, JumpingClock(), Notes())
    registry = CollectorRegistry()
    Counter("sample_turns", "Turns.", registry=registry).inc()
    app = staff_app(
        store=store,
        settings=Settings(staff=Staff(body_bytes=100_000)),
        readiness=lambda: READINESS,
        cite=cite,
        objections=partial(objections, store),
        metrics=registry,
        clock=opened.clock,
        journal=opened.notes,
    )
    return app, opened


@pytest.fixture
async def door(app_and_door: tuple[web.Application, Door]) -> AsyncIterator[Door]:
    async with serving(*app_and_door) as opened:
        yield opened


@pytest.fixture
async def stranger(door: Door) -> AsyncIterator[Person]:
    person = Person(door)
    yield person
    await person.session.close()


@pytest.fixture
async def admin(door: Door) -> AsyncIterator[Person]:
    person = Person(door)
    status, told = await person.set_up(await door.setup_token())
    assert status == 200, told
    yield person
    await person.session.close()


@pytest.fixture
async def editor(door: Door, admin: Person) -> AsyncIterator[Person]:
    await add_editor(admin)
    person = Person(door)
    assert (await person.sign_in("zhao"))[0] == 200
    yield person
    await person.session.close()
