"""The people, the clock and the documents of the staff door's tests."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from typing import Any

import aiohttp
from aiohttp import web

from dialog.doors.accounts import create_setup_link
from knowledge.store import Store
from knowledge.types import (
    Claim,
    English,
    Entry,
    Gap,
    Law,
    Matter,
    MatterSide,
    Origin,
)

PASSWORD = "correct horse 电池"


class JumpingClock:
    """Time that stands until a test moves it."""

    def __init__(self) -> None:
        self._now = datetime(2026, 3, 1, 9, 0, tzinfo=UTC)
        self._seconds = 1000.0

    def now(self) -> datetime:
        return self._now

    def monotonic(self) -> float:
        return self._seconds

    async def sleep(self, seconds: float) -> None:
        self.jump(seconds)

    def jump(self, seconds: float) -> None:
        self._now += timedelta(seconds=seconds)
        self._seconds += seconds


class Notes:
    """A security log in a list."""

    def __init__(self) -> None:
        self.events: list[str] = []

    def security(self, event: str, address: str, *, session: str = "", detail: str = "") -> None:
        del address, session, detail
        self.events.append(event)


class Door:
    """An open staff door and what stands behind it."""

    def __init__(self, store: Store, clock: JumpingClock, notes: Notes) -> None:
        self.store = store
        self.clock = clock
        self.notes = notes
        self.url = ""

    async def setup_token(self, *, recovery: bool = False) -> str:
        path = await asyncio.to_thread(
            create_setup_link, self.store, self.clock.now(), recovery=recovery
        )
        return path.partition("#")[2]


class Person:
    """A browser without a page: keeps its cookie and its CSRF token."""

    def __init__(self, door: Door) -> None:
        self.door = door
        self.csrf = ""
        self.session = aiohttp.ClientSession(cookie_jar=aiohttp.CookieJar(unsafe=True))

    async def get(self, path: str, **headers: str) -> tuple[int, Any]:
        async with self.session.get(self.door.url + path, headers=headers) as answer:
            return answer.status, await _read(answer)

    async def post(self, path: str, body: Any, **headers: str) -> tuple[int, Any]:
        headers = {"X-CSRF-Token": self.csrf, **headers}
        async with self.session.post(self.door.url + path, json=body, headers=headers) as answer:
            status, told = answer.status, await _read(answer)
        if status == 200 and isinstance(told, dict) and told.get("account"):
            self.csrf = told["account"]["csrf"]
        return status, told

    async def sign_in(self, name: str, password: str = PASSWORD) -> tuple[int, Any]:
        return await self.post("/api/sign-in", {"name": name, "password": password})

    async def set_up(self, token: str, name: str = "wang.li", password: str = PASSWORD) -> Any:
        return await self.post("/api/setup", {"token": token, "name": name, "password": password})


async def _read(answer: aiohttp.ClientResponse) -> Any:
    if answer.content_type == "application/json":
        return await answer.json()
    return await answer.text()


@asynccontextmanager
async def serving(app: web.Application, door: Door) -> AsyncIterator[Door]:
    """The door on a free port of this machine."""
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    door.url = f"http://127.0.0.1:{runner.addresses[0][1]}"
    yield door
    await runner.cleanup()


async def add_editor(admin: Person) -> None:
    """An account ``zhao`` that may draft and not publish."""
    account = {"name": "zhao", "role": "editor", "password": PASSWORD}
    assert (await admin.post("/api/accounts", account))[0] == 201


DOCUMENTS = (
    Law(
        id="demo",
        title="示例数据法",
        short=("示例法",),
        level="法律",
        issuer="示例机关",
        articles=9,
    ),
    Entry(
        id="entry.fees",
        question="挂牌要交多少钱？",
        answer="挂牌费用由双方在入场时书面约定，依据是《示例数据法》第三条；请先准备产品说明，再与专员联系。",
        intent="fee_contact_hours",
        similar=("上架收费吗", "挂牌价格是多少"),
        negative=("违规要罚多少钱",),
        sources=(Origin(law="demo", article=3),),
        topic="费用",
        english=English(question="What does a listing cost?", answer="It is agreed in writing."),
    ),
    Entry(
        id="entry.steps",
        question="入场要走哪几步？",
        answer="入场分为登记、评估、审核、挂牌四步，依据是《示例数据法》第五条；材料齐全后即可提交。",
        intent="procedure",
        sources=(Origin(law="demo", article=5),),
        claims=("claim.steps",),
    ),
    Claim(
        id="claim.steps",
        subject="入场",
        predicate="步骤",
        object="登记、评估、审核、挂牌",
        origin=Origin(law="demo", article=7, paragraph=2),
        grade="法规",
    ),
    Matter(
        id="matter.listing",
        names=("挂牌", "上架"),
        sides=(
            MatterSide(side="steps", document="entry.steps"),
            MatterSide(side="cost", document="entry.fees"),
        ),
    ),
    Gap(
        id="gap.hotline",
        question="热线电话是多少？",
        answer="目前没有公开可核对的热线号码。",
        next_step="请在现场向工作人员询问。",
    ),
)
