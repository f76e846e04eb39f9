"""The staff door, through its socket: who gets in, what they may do, what is refused."""

from __future__ import annotations

import asyncio

import aiohttp
import msgspec
import pytest
from staff_people import DOCUMENTS, PASSWORD, Door, Person

from dialog.doors.accounts import AccountError, create_setup_link, needs_setup
from dialog.doors.attempts import WINDOW
from knowledge.types import Law, Rule
from tests.page_addresses import missing

FEES = "/api/document?kind=entry&key=entry.fees"


async def changed(person: Person, answer: str) -> dict[str, object]:
    _, life = await person.get(FEES)
    document = life["document"] | {"answer": answer}
    return {"kind": "entry", "document": document, "expected": life["newest"]["number"]}


def act(expected: int, **more: object) -> dict[str, object]:
    return {"kind": "entry", "key": "entry.fees", "why": "改正", "expected": expected, **more}


async def test_edit_publish_restore(admin: Person) -> None:
    """An answer is changed, published, and the old one restored; the history tells it all."""
    body = await changed(admin, "新的答案：费用在合同里写明。")
    assert await admin.post("/api/document/draft", body) == (
        200,
        {"number": 2, "key": "entry.fees"},
    )
    _, life = await admin.get(FEES)
    assert (life["newest"]["state"], life["live"]) == ("draft", 1)
    assert (await admin.post("/api/document/publish", act(2)))[1] == {"number": 3, "version": 2}
    published = dict(await asyncio.to_thread(lambda: _answers(admin)))
    assert published["entry.fees"] == "新的答案：费用在合同里写明。"
    assert (await admin.post("/api/document/restore", act(3, number=1)))[1]["version"] == 3
    _, life = await admin.get(FEES)
    # A publication is one step, with the draft that it came from.
    assert [(line["number"], line["act"]) for line in life["history"]] == [
        (4, "published"),
        (3, "published"),
        (1, "published"),
    ]
    drafts = [[draft["number"] for draft in line["drafts"]] for line in life["history"]]
    assert drafts == [[], [2], []]
    assert life["document"]["answer"].startswith("挂牌费用由双方")
    assert [change["field"] for change in life["history"][0]["changes"]] == ["answer"]
    # Each is compared with what visitors had before it, not with the draft that it came from.
    assert [line["against"] for line in life["history"]] == [3, 1, 0]
    assert life["history"][1]["drafts"][0]["against"] == 1
    assert [change["field"] for change in life["history"][1]["changes"]] == ["answer"]
    assert life["published"] == life["document"]
    assert life["history"][0]["author"] == "wang.li"
    assert life["history"][0]["why"] == "改正"
    _, told = await admin.get("/api/audit")
    assert [(line["number"], line["act"]) for line in told["changes"]] == [
        (4, "published"),
        (3, "published"),
    ]
    assert told["changes"][1]["drafts"][0]["author"] == "wang.li"


def _answers(person: Person) -> list[tuple[str, str]]:
    return [
        (document.id, document.answer)
        for kind, document in person.door.store.published()
        if kind == "entry"
    ]


async def test_list(admin: Person) -> None:
    """The list is searched by words, kind and state, and counts what it found."""
    _, found = await admin.get("/api/documents?words=挂牌 收费")
    assert [line["key"] for line in found["overview"]["lines"]] == ["entry.fees"]
    _, found = await admin.get("/api/documents?kind=gap")
    assert found["overview"]["total"] == 1
    assert found["overview"]["kinds"] == {"claim": 1, "entry": 2, "gap": 1, "law": 1, "matter": 1}
    _, found = await admin.get("/api/documents?state=draft")
    assert found["overview"]["total"] == 0
    assert (await admin.get("/api/documents?page=0"))[0] == 400
    assert (await admin.get("/api/documents?colour=red"))[1]["error"]["field"] == "colour"


async def test_a_rule_is_titled_by_what_people_call_its_law(admin: Person) -> None:
    """In the list, in its own history and in the records; the law's version tells laws of one name
    apart, and a law that nobody holds keeps its id."""
    store = admin.door.store
    held = next(one for one in DOCUMENTS if isinstance(one, Law))
    older = msgspec.structs.replace(held, id="older", version="2016年原文")
    rules = [
        Rule(id=f"rule.{place}", law=place, article=8, gist="要点。")
        for place in (held.id, "older", "nowhere")
    ]
    name = held.short[0]
    await asyncio.to_thread(store.take, [rules[0]], "wang.li", "新增")
    key = f"/api/document?kind=rule&key=rule.{held.id}"
    assert (await admin.get(key))[1]["newest"]["title"] == f"{name} 第8条 要点。"
    await asyncio.to_thread(store.take, [older, *rules[1:]], "wang.li", "新增")
    _, found = await admin.get("/api/documents?kind=rule")
    titles = {line["key"]: line["title"] for line in found["overview"]["lines"]}
    assert titles["rule.older"] == f"{name}（2016年原文） 第8条 要点。"
    assert titles["rule.nowhere"] == "nowhere 第8条 要点。"
    _, told = await admin.get("/api/audit")
    assert {one["title"] for one in told["changes"]} >= {titles["rule.older"]}


async def test_without_cookie(stranger: Person) -> None:
    """Nobody reads or writes anything without a sign-in."""
    for path in ("/api/documents", FEES, "/api/accounts", "/api/audit", "/api/readiness"):
        assert (await stranger.get(path))[0] == 401
    for path in ("draft", "publish", "discard", "retire", "restore"):
        assert (await stranger.post(f"/api/document/{path}", {}))[0] == 401
    assert (await stranger.get("/api/me")) == (200, {"account": None})


async def test_wrong_role(editor: Person) -> None:
    """An editor may write drafts, but neither publish nor see accounts."""
    body = await changed(editor, "编辑写的草稿。")
    assert (await editor.post("/api/document/draft", body))[0] == 200
    for path, given in (
        ("/api/document/publish", act(2)),
        ("/api/document/retire", act(2)),
        ("/api/document/restore", act(2, number=1)),
        ("/api/accounts", {}),
    ):
        status, told = await editor.post(path, given)
        assert (status, told["error"]["code"]) == (403, "role")
    assert (await editor.get("/api/audit"))[0] == 403
    assert (await editor.post("/api/document/discard", act(2)))[0] == 200
    assert "staff_role" in editor.door.notes.events


async def test_csrf(admin: Person) -> None:
    """Every write without the session's own token is refused, and nothing changes."""
    body = await changed(admin, "不该留下的答案。")
    for token in ("", "x" * 43, "标"):
        admin.csrf = token.encode().decode("latin-1")
        status, told = await admin.post("/api/document/draft", body)
        assert (status, told["error"]["code"]) == (403, "csrf")
    assert len((await admin.get(FEES))[1]["history"]) == 1


async def test_foreign_host_and_origin(admin: Person) -> None:
    """A foreign name in Host (DNS rebinding) or another site's Origin is refused."""
    status, told = await admin.get("/api/documents", Host="evil.example")
    assert (status, told["error"]["code"]) == (421, "host")
    for headers in (
        {"Origin": "http://evil.example"},
        {"Origin": "null"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
    ):
        status, told = await admin.post("/api/sign-out", {}, **headers)
        assert (status, told["error"]["code"]) == (403, "origin")
    assert (await admin.get("/api/documents"))[0] == 200


async def test_setup_link_is_used_once(door: Door, stranger: Person) -> None:
    """The link makes one administrator; used, replaced or expired it is refused."""
    assert await asyncio.to_thread(needs_setup, door.store)
    old = await door.setup_token()
    token = await door.setup_token()
    assert (await stranger.set_up(old))[1]["error"]["code"] == "account_token"
    assert (await stranger.set_up(token, password="too short"))[1]["error"]["code"] == "password"
    assert (await stranger.set_up(token, name="a b"))[1]["error"]["code"] == "account_name"
    assert (await stranger.set_up(token))[0] == 200
    assert (await stranger.set_up(token, name="second"))[1]["error"]["code"] == "account_token"
    assert not await asyncio.to_thread(needs_setup, door.store)


async def test_setup_link_expires(door: Door, stranger: Person) -> None:
    """The link holds for fifteen minutes and not a second longer."""
    token = await door.setup_token()
    door.clock.jump(15 * 60)
    assert (await stranger.set_up(token))[1]["error"]["code"] == "account_token"
    token = await door.setup_token()
    door.clock.jump(15 * 60 - 1)
    assert (await stranger.set_up(token))[0] == 200


async def test_setup_is_closed_with_an_admin(door: Door, admin: Person, stranger: Person) -> None:
    """With an administrator there is no first link; a recovery link gives a new password."""
    with pytest.raises(AccountError):
        await asyncio.to_thread(create_setup_link, door.store)
    token = await door.setup_token(recovery=True)
    status, _ = await stranger.set_up(token, password="another long one")
    assert status == 200
    assert (await admin.get("/api/documents"))[0] == 401
    assert (await admin.sign_in("wang.li"))[0] == 401
    assert (await admin.sign_in("wang.li", "another long one"))[0] == 200


async def test_the_token_is_not_in_the_file(door: Door, admin: Person) -> None:
    """A copy of the database opens no door: no token and no password stands in it."""
    token = await door.setup_token(recovery=True)
    cookie = next(iter(admin.session.cookie_jar)).value

    def close_and_read() -> bytes:
        door.store.close()
        return b"".join(path.read_bytes() for path in door.store.database.path.parent.iterdir())

    held = await asyncio.to_thread(close_and_read)
    assert b"wang.li" in held
    for secret in (token, cookie, PASSWORD):
        assert secret.encode() not in held


async def test_sign_in_ends(door: Door, admin: Person) -> None:
    """A sign-in ends after half an hour without use, and after twelve hours in any case."""
    door.clock.jump(1799)
    assert (await admin.get("/api/documents"))[0] == 200
    door.clock.jump(1800)
    assert (await admin.get("/api/documents"))[0] == 401
    assert (await admin.sign_in("wang.li"))[0] == 200
    for _ in range(26):
        door.clock.jump(1650)
        assert (await admin.get("/api/documents"))[0] == 200
    door.clock.jump(400)
    assert (await admin.get("/api/documents"))[0] == 401


async def test_sign_out(door: Door, admin: Person) -> None:
    """After signing out the old cookie opens nothing."""
    cookie = next(iter(admin.session.cookie_jar)).value
    assert (await admin.post("/api/sign-out", {}))[0] == 200
    async with aiohttp.ClientSession(cookies={"yingbin_staff": cookie}) as thief:
        async with thief.get(door.url + "/api/documents") as answer:
            assert answer.status == 401


async def test_guessing_is_slowed(door: Door, admin: Person, stranger: Person) -> None:
    """Five wrong passwords shut the pair of name and address for a quarter of an hour, also for
    the right one; an unknown name gets the same answer as a known one."""
    for name in ("wang.li", "nobody"):
        for _ in range(5):
            status, told = await stranger.sign_in(name, "wrong password")
            assert (status, told["error"]["code"]) == (401, "wrong_password")
        status, told = await stranger.sign_in(name)
        assert (status, told["error"]["code"]) == (429, "too_many_attempts")
        assert told["error"]["retry_after"] == WINDOW
    assert "staff_attempts" in door.notes.events
    assert (await admin.get("/api/documents"))[0] == 200
    door.clock.jump(WINDOW)
    assert (await stranger.sign_in("wang.li"))[0] == 200


async def test_guessing_at_the_same_time(door: Door, admin: Person, stranger: Person) -> None:
    """Twelve guesses sent at once are no more than five tries."""
    async with asyncio.TaskGroup() as group:
        tries = [group.create_task(stranger.sign_in("wang.li", f"guess {n}")) for n in range(12)]
    assert sorted(task.result()[0] for task in tries) == [401] * 5 + [429] * 7


async def test_body_limits(admin: Person) -> None:
    """Bodies that are too large, no JSON, of another type or with unknown fields are named."""
    big = {"kind": "entry", "document": {"answer": "字" * 100_000}, "expected": 0}
    assert (await admin.post("/api/document/draft", big))[1]["error"]["code"] == "too_large"
    session, url = admin.session, admin.door.url + "/api/document/draft"
    headers = {"X-CSRF-Token": admin.csrf, "Content-Type": "application/json"}
    for text in (b"{", b"\xff\xfe", b"[" * 50_000, b""):
        async with session.post(url, data=text, headers=headers) as answer:
            assert answer.status == 400
            assert (await answer.json())["error"]["code"] in {"not_json", "field"}
    async with session.post(url, data=b"{}", headers={"X-CSRF-Token": admin.csrf}) as answer:
        assert answer.status == 415
    status, told = await admin.post("/api/sign-in", {"name": "a", "password": "b", "otp": "1"})
    assert (status, told["error"]["code"], told["error"]["field"]) == (400, "unknown_field", "otp")
    body = await changed(admin, "好的")
    body["document"]["colour"] = "red"  # type: ignore[index]
    status, told = await admin.post("/api/document/draft", body)
    assert told["error"]["code"] == "document_unknown"
    assert told["error"]["field"] == "colour"
    del body["document"]["colour"]  # type: ignore[attr-defined]
    body["document"]["sources"][0]["article"] = "三"  # type: ignore[index]
    status, told = await admin.post("/api/document/draft", body)
    assert told["error"]["field"] == "sources[0].article"


async def test_conflict_names_the_other(admin: Person, editor: Person) -> None:
    """The second of two editors is told who was faster and when; nothing is overwritten."""
    first = await changed(editor, "先到的草稿。")
    second = await changed(admin, "后到的草稿。")
    assert (await editor.post("/api/document/draft", first))[0] == 200
    status, told = await admin.post("/api/document/draft", second)
    assert (status, told["error"]["code"], told["error"]["by"]) == (409, "conflict", "zhao")
    assert told["error"]["at"]
    assert (await admin.get(FEES))[1]["document"]["answer"] == "先到的草稿。"


async def test_accounts(admin: Person, editor: Person) -> None:
    """An administrator changes roles and closes accounts at once; the last one cannot be lost."""
    path = "/api/accounts/change"
    assert (await admin.post(path, {"name": "zhao", "active": False}))[0] == 200
    assert (await editor.get("/api/documents"))[0] == 401
    assert (await editor.sign_in("zhao"))[0] == 401
    for change in ({"role": "editor"}, {"active": False}):
        status, told = await admin.post(path, {"name": "wang.li", **change})
        assert (status, told["error"]["code"]) == (409, "account_last_admin")
    status, told = await admin.post(
        "/api/accounts", {"name": "zhao", "role": "editor", "password": PASSWORD}
    )
    assert told["error"]["code"] == "account_name_taken"
    _, told = await admin.get("/api/audit")
    assert {line["action"] for line in told["door"]} >= {"setup", "sign_in", "add_account"}


async def test_own_password(admin: Person, stranger: Person) -> None:
    """A change of password asks for the old one and ends the other sign-ins."""
    await stranger.sign_in("wang.li")
    body = {"old": "not the old one", "new": "a new long password"}
    assert (await admin.post("/api/password", body))[0] == 401
    assert (await admin.post("/api/password", body | {"old": PASSWORD}))[0] == 200
    assert (await stranger.get("/api/documents"))[0] == 401
    assert (await admin.get("/api/documents"))[0] == 200


async def test_headers(door: Door, stranger: Person) -> None:
    """Pages and refusals carry the security headers; the cookie is strict and for HTTP only."""
    for path in ("/", "/setup", "/api/documents", "/nothing", "/static/staff/staff.css"):
        async with stranger.session.get(door.url + path) as answer:
            assert "default-src 'none'" in answer.headers["Content-Security-Policy"]
            assert answer.headers["X-Content-Type-Options"] == "nosniff"
            assert answer.headers["Referrer-Policy"] == "no-referrer"
    token = await door.setup_token()
    body = {"token": token, "name": "wang.li", "password": PASSWORD}
    async with stranger.session.post(door.url + "/api/setup", json=body) as answer:
        cookie = answer.headers["Set-Cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=Strict" in cookie
    async with stranger.session.get(door.url + "/static/../../pyproject.toml") as answer:
        assert answer.status == 404


async def test_every_address_of_the_console_is_served(door: Door, stranger: Person) -> None:
    """Scripts, styles and pictures, and those that they name. The icon's address led nowhere."""
    found, lost = await missing(stranger.session, door.url + "/")
    assert lost == set()
    assert door.url + "/static/icon.svg" in found
    assert len(found) > 10


async def test_metrics_and_readiness(admin: Person, stranger: Person) -> None:
    """Metrics are for this machine or for staff; a proxied request needs a sign-in."""
    status, text = await stranger.get("/metrics")
    assert status == 200
    assert "sample_turns_total 1.0" in text
    forwarded = {"X-Forwarded-For": "198.51.100.7"}
    assert (await stranger.get("/metrics", **forwarded))[0] == 401
    assert (await admin.get("/metrics", **forwarded))[0] == 200
    told = {"words": "ready", "meaning": "building", "language_model": "off"}
    voice = {"standing": "failing", "reason": "unreachable", "since": "2026-03-01T08:30:00Z"}
    assert (await admin.get("/api/readiness"))[1] == {**told, "voice": voice}


async def test_forms(admin: Person) -> None:
    """Every kind tells its fields, nested ones included, so that a form can be drawn."""
    _, told = await admin.get("/api/forms")
    entry = {field["name"]: field for field in told["entry"]}
    assert entry["intent"]["form"] == "choice"
    assert entry["similar"]["form"] == "lines"
    assert entry["sources"]["form"] == "rows"
    assert {field["name"] for field in entry["sources"]["fields"]} >= {"law", "article"}
    assert entry["english"] == {
        "name": "english",
        "form": "group",
        "optional": True,
        "fields": [
            {"name": "question", "form": "text", "default": ""},
            {"name": "answer", "form": "long", "default": ""},
        ],
    }
    _, told = await admin.get("/api/references")
    assert told["law"] == {"demo": "示例数据法"}
