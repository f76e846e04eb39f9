"""A firm that a text names is no sample of the catalogue."""

from __future__ import annotations

import pytest

from dialog.parts import Prepared
from dialog.reply.named_firm import firm_named, of_named_firm
from tests.reply.test_same_case import talk


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("金杜律所能帮我做评估吗", "金杜律所"),
        ("德勤可以给我们做合规评估吗", "德勤"),
        ("星瀚律师事务所能不能出合规报告", "星瀚律师事务所"),
        ("能找普华永道做数据质量评估吗", "普华永道"),
        ("那让毕马威来给我们做评估行吗", "毕马威"),
        ("金杜是不是你们的数商", "金杜"),
        ("Can King & Wood do the assessment for us?", "King & Wood"),
        ("can we use Deloitte for the compliance assessment?", "Deloitte"),
        ("上海的律所能做评估吗", ""),
        ("我自己找的律所能做评估吗", ""),
        ("你们有律所能做评估吗", ""),
        ("推荐一家能做评估的律所", ""),
        ("会计师事务所能当数商吗", ""),
        ("谁能做评估", ""),
        ("Can we do the assessment ourselves?", ""),
    ],
)
def test_a_firm_is_read(text: str, name: str) -> None:
    """By its own name, not by what it is."""
    assert firm_named(text) == name


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("星瀚律师事务所可以出合规报告吗", "gap.member-list"),
        ("金杜律所能帮我做评估吗", "gap.law-firm-list"),
        ("我自己找的律所能做评估吗", "entry.compliance-report-who"),
    ],
)
def test_what_is_held_of_it(prepared: Prepared, text: str, first: str) -> None:
    """That the list is not held, or what tells of that firm; of one's own firm, who may do it."""
    found = of_named_firm(text, prepared.library.snapshot)
    assert found is not None
    assert found.best is not None
    assert found.best.id == first


def test_a_firm_of_the_catalogue_is_shown(prepared: Prepared) -> None:
    assert of_named_firm("东麓律师事务所能帮我做评估吗", prepared.library.snapshot) is None


async def test_what_is_said_of_it(prepared: Prepared) -> None:
    """That it is not held, what an assessor must be, and where to check."""
    heard = await talk(prepared, "德勤能帮我们做合规评估吗")
    assert heard.text.startswith("“德勤”今天是不是数商")
    assert "数商栏目" in heard.text
    assert not any(e.startswith("vendor.") for e in heard.done.entries)
