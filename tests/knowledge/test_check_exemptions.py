"""The check finds an exemption that is told without the duties that it does not lift."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import msgspec
import pytest
from check_parts import DAY, HERE, SHIPPED, SOUND, sound

from knowledge.check import Finding, check, check_folder
from knowledge.types import DecisionTable, English, Origin, Row

LEFT = "要先登记，小店不用登记就能卖。依据是《示例法》第三条。"
ENGLISH = English("Must a small shop register?", "Small shops are exempt (Article 3).")
TABLE = next(d for d in SOUND if isinstance(d, DecisionTable))


def found(change: dict[str, dict[str, Any]]) -> list[Finding]:
    """What is told alone in the sound pack, whose third article now exempts, spoiled."""
    rule = {
        "gist": "小店不用登记，价目仍要公示。",
        "english": "Small shops are exempt; prices are still shown.",
        "leaves": ("公示|亮出",),
        "leaves_english": ("price", "shown|posted"),
    }
    every = check(sound(change={"rule.shili-3": rule, **change}), DAY)
    return [f for f in every if f.code == "exemption_alone"]


@pytest.mark.parametrize(
    ("answer", "lacks"),
    [
        (LEFT, True),
        (f"{LEFT}价目仍要公示。", False),
        (f"{LEFT}价目照样亮出来。", False),
        ("小店可以豁免，见《示例法》第三条。", True),
        ("小店无需登记，见《示例法》第三条。", True),
        ("先登记，避免出错，也别登免费广告，见《示例法》第三条。", False),
        ("先登记再卖，见《示例法》第三条。", False),
    ],
)
def test_who_tells_of_the_exemption_says_what_is_left(answer: str, lacks: bool) -> None:
    """Whatever word frees; what frees nobody (避免, 免费) is no exemption."""
    findings = found({"entry.one": {"answer": answer, "english": None, "sources": (HERE,)}})
    assert [(f.severity, f.id) for f in findings] == [("error", "entry.one")] * lacks
    assert all("公示|亮出" in f.what for f in findings)


def test_english_is_read_by_itself_and_other_articles_exempt_nobody() -> None:
    """A Chinese answer that says it does not speak for the English one; alternatives count."""
    whole = f"{LEFT}价目仍要公示。"
    (one,) = found({"entry.one": {"answer": whole, "english": ENGLISH, "sources": (HERE,)}})
    assert "in English" in one.what
    assert "price, shown|posted" in one.what
    told = English(ENGLISH.question, f"{ENGLISH.answer[:-1]}, but the PRICES are posted.")
    assert found({"entry.one": {"answer": whole, "english": told, "sources": (HERE,)}}) == []
    elsewhere = (Origin(law="shili", article=4),)
    assert found({"entry.one": {"answer": LEFT, "sources": elsewhere}}) == []


def test_rows_rules_and_gaps_are_read() -> None:
    """A row with its duties, the gist of the rule itself, a gap with its next step."""

    def freed(row: Row, *duties: str) -> Row:
        return msgspec.structs.replace(
            row, conclusion="小店不用登记。", duties=duties, sources=(HERE,)
        )

    first, *others = TABLE.rows
    rows = {"table.route": {"rows": (freed(first), *others)}}
    (row,) = found(rows)
    assert f"row {first.id} " in row.what
    rows = {"table.route": {"rows": (freed(first, "价目仍要公示"), *others)}}
    assert found(rows) == []
    gist = {"gist": "小店不用登记，别的店要登记。", "leaves": ("公示",)}
    assert [f.id for f in found({"rule.shili-3": gist})][:1] == ["rule.shili-3"]
    gap = {"answer": "小店不用登记，多小算小没有收录。", "sources": (HERE,)}
    assert [f.id for f in found({"gap.fee": gap})] == ["gap.fee"]
    gap["next_step"] = "先把价目公示，再问登记机构。"
    assert found({"gap.fee": gap}) == []


def test_the_shipped_pack_cannot_lose_what_an_exemption_leaves(tmp_path: Path) -> None:
    """One answer is cut short: file and id are told."""
    folder = tmp_path / "pack"
    shutil.copytree(SHIPPED, folder, ignore=shutil.ignore_patterns("built"))
    path = folder / "entries" / "cross-border.yaml"
    text = path.read_text(encoding="utf-8")
    said = "告知本人、做影响评估照旧，凭同意处理的还要单独同意，见第十条。拿去"
    assert text.count(said) == 1
    path.write_text(text.replace(said, "拿去"), encoding="utf-8")
    (one,) = (f for f in check_folder(folder, DAY) if f.code == "exemption_alone")
    assert one.id == "entry.cross-ecommerce"
    assert one.file.startswith("entries/cross-border.yaml:")
