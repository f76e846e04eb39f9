"""What would make wrong what visitors get is not published from the console."""

from __future__ import annotations

import pytest
from staff_people import Person

FEES = "/api/document?kind=entry&key=entry.fees"


def act(expected: int, **more: object) -> dict[str, object]:
    return {"kind": "entry", "key": "entry.fees", "why": "改正", "expected": expected, **more}


async def _drafted(person: Person, **fields: object) -> int:
    """The number of a draft of the entry on fees with other fields."""
    _, life = await person.get(FEES)
    body = {
        "kind": "entry",
        "document": life["document"] | fields,
        "expected": life["newest"]["number"],
    }
    status, told = await person.post("/api/document/draft", body)
    assert status == 200, told
    return int(told["number"])


@pytest.mark.parametrize(
    ("fields", "code", "named"),
    [
        ({"related": ["entry.nothing"]}, "finding_dangling", "entry.nothing"),
        ({"claims": ["claim.nothing"]}, "finding_dangling", "claim.nothing"),
        ({"similar": ["请问入场要走哪几步"]}, "finding_same_wording", "entry.steps"),
        ({"negative": ["上架收费吗"]}, "finding_negative", "上架收费吗"),
        ({"sources": [{"law": "demo", "article": 10}]}, "finding_article", "demo"),
        ({"answer": "费用见 https://elsewhere.example/fees"}, "finding_host", "elsewhere.example"),
    ],
)
async def test_what_does_not_fit_the_rest_is_not_published(
    admin: Person, fields: dict[str, object], code: str, named: str
) -> None:
    """A draft may be unfinished; what visitors get may not name what is not there, nor take another
    document's wording. Visitors keep the old words, and the mended draft is published."""
    number = await _drafted(admin, **fields)
    status, told = await admin.post("/api/document/publish", act(number))
    assert (status, told["error"]["code"]) == (409, code)
    assert named in told["error"]["detail"]
    _, life = await admin.get(FEES)
    assert life["newest"]["state"] == "draft"
    assert life["live"] == 1
    mended = {name: life["published"].get(name, []) for name in fields}
    number = await _drafted(admin, **mended)
    assert (await admin.post("/api/document/publish", act(number)))[0] == 200


async def test_an_old_revision_that_does_not_fit_any_more_is_not_restored(admin: Person) -> None:
    """A wording that went to another document does not come back with an old revision."""
    number = await _drafted(admin, similar=["上架收费吗"])
    assert (await admin.post("/api/document/publish", act(number)))[0] == 200
    _, life = await admin.get("/api/document?kind=entry&key=entry.steps")
    document = life["document"] | {"similar": ["挂牌价格是多少"]}
    body = {"kind": "entry", "document": document, "expected": 1}
    assert (await admin.post("/api/document/draft", body))[0] == 200
    taken = {"kind": "entry", "key": "entry.steps", "why": "改正", "expected": 2}
    assert (await admin.post("/api/document/publish", taken))[0] == 200
    status, told = await admin.post("/api/document/restore", act(number + 1, number=1))
    assert (status, told["error"]["code"]) == (409, "finding_same_wording")
    assert "entry.steps" in told["error"]["detail"]
    # What somebody else saved meanwhile is told first.
    status, told = await admin.post("/api/document/restore", act(1, number=1))
    assert (status, told["error"]["code"]) == (409, "conflict")
