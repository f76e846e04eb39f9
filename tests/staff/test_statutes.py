"""The words of laws at the staff door: preview, taking, what is refused; and in a browser."""

from __future__ import annotations

import asyncio
import base64
import io
import re
from pathlib import Path

from staff_people import Door, Person

from dialog.doors.staff_statutes import UPLOAD_LIMIT
from knowledge.statutes.remarks import WORDS
from knowledge.types import Statute

CONSOLE = Path(__file__).parents[2] / "static" / "staff"
TEXT = "示例数据法\n第一条　为了示例，制定本法。\n第二条　数据应当登记。"


def body(text: str = TEXT, **more: object) -> dict[str, object]:
    content = base64.b64encode(text.encode()).decode()
    return {"files": [{"name": "示例.txt", "content": content}], **more}


def held(door: Door) -> list[Statute]:
    return [d for _, d in door.store.published() if isinstance(d, Statute)]


async def test_preview_then_take(admin: Person) -> None:
    """The preview tells the law, the counts and the remarks and keeps nothing; taking publishes
    what it showed, in the person's name, and a second time nothing."""
    status, told = await admin.post("/api/statutes/preview", body())
    assert status == 200
    (proposal,) = told["proposals"]
    assert (proposal["law"], proposal["articles"], proposal["errors"]) == ("demo", 2, 0)
    assert {r["code"] for r in proposal["remarks"]} == {"not_whole", "no_dates"}
    assert told["seen"] == [{"kind": "statute", "key": "statute.demo", "number": 0}]
    assert await asyncio.to_thread(held, admin.door) == []
    taking = body(seen=told["seen"], why="官网文本")
    assert await admin.post("/api/statutes/take", taking) == (200, {"taken": 1, "version": 2})
    (statute,) = await asyncio.to_thread(held, admin.door)
    assert [a.text for a in statute.articles] == ["为了示例，制定本法。", "数据应当登记。"]
    history = await asyncio.to_thread(admin.door.store.history, "statute", "statute.demo")
    assert [(r.author, r.why) for r in history] == [("wang.li", "官网文本")]
    _, again = await admin.post("/api/statutes/preview", body())
    taking = body(seen=again["seen"], why="再一次")
    assert await admin.post("/api/statutes/take", taking) == (200, {"taken": 0, "version": 0})


async def test_what_moved_on_and_what_is_wrong_is_refused(admin: Person) -> None:
    """A preview that is older than somebody's taking conflicts; files with errors take nothing."""
    _, told = await admin.post("/api/statutes/preview", body())
    taking = body(seen=told["seen"], why="先")
    assert (await admin.post("/api/statutes/take", taking))[0] == 200
    later = body(TEXT + "\n第三条　完。", seen=told["seen"], why="后")
    status, refusal = await admin.post("/api/statutes/take", later)
    assert (status, refusal["error"]["code"]) == (409, "conflict")
    wrong = body("没有条文", seen=[], why="错")
    status, refusal = await admin.post("/api/statutes/take", wrong)
    assert (status, refusal["error"]["code"]) == (409, "statute_errors")
    assert len(await asyncio.to_thread(held, admin.door)) == 1


async def test_who_may_and_how_much(admin: Person, editor: Person, stranger: Person) -> None:
    """Publishers and above with the CSRF token; a request above the limit is refused."""
    assert (await stranger.post("/api/statutes/preview", body()))[0] == 401
    assert (await editor.post("/api/statutes/preview", body()))[0] == 403
    token, admin.csrf = admin.csrf, "wrong"
    assert (await admin.post("/api/statutes/take", body(seen=[], why="x")))[0] == 403
    admin.csrf = token
    large = io.BytesIO(b" " * (UPLOAD_LIMIT + 1))
    headers = {"X-CSRF-Token": admin.csrf, "Content-Type": "application/json"}
    url = f"{admin.door.url}/api/statutes/preview"
    async with admin.session.post(url, data=large, headers=headers) as answer:
        assert (answer.status, (await answer.json())["error"]["code"]) == (413, "too_large")
    assert (await admin.post("/api/statutes/preview", {"files": []}))[0] == 400


def test_every_remark_has_chinese_words() -> None:
    """The console says each code of the report in Chinese."""
    text = (CONSOLE / "statute_words.js").read_text("utf-8").split("REMARKS = {", 1)[1]
    assert set(re.findall(r"^  (\w+):", text, re.MULTILINE)) == set(WORDS)
