"""The check finds every date that no calendar has, with its line and what to write instead."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import msgspec
import pytest
from check_parts import DAY, HERE, SOUND, checked, sound
from hypothesis import given
from hypothesis import strategies as st

from dialog.__main__ import main
from knowledge.check import check, check_folder, check_publish
from knowledge.documents import admit
from knowledge.errors import InvalidDocumentError
from knowledge.pack import PackError, read
from knowledge.pack_writing import write
from knowledge.partial_dates import first_day, impossible
from knowledge.types import Claim, English, NewsItem

NEWS = NewsItem(
    id="news.one",
    title="示例登记处开门",
    date="2025-03",
    summary="登记处开门了，可以来登记。",
    sources=(HERE,),
)
CLAIM = next(d for d in SOUND if isinstance(d, Claim))
IMPOSSIBLE = [
    "2024-13-45",
    "2023-02-30",
    "2023-02-29",
    "2025-04-31",
    "2024-00-10",
    "2024-00",
    "2024-13",
    "0000",
    "2024-1",
    "2024-05-1",
    "24-05-01",
    "20240501",
    "2024-W02",
    "2024/05/01",
    "2024年5月",
    "２０２４",
    " 2024",
    "2024-05-",
    "去年",
]


@pytest.mark.parametrize("text", IMPOSSIBLE)
@pytest.mark.parametrize(
    ("key", "field"), [("claim.one", "as_of"), ("src.note", "date"), ("news.one", "date")]
)
def test_a_partial_date_is_one_of_the_calendar(key: str, field: str, text: str) -> None:
    """Of a claim, a publication, a piece of news: told once, with field and mend."""
    documents = {d.id: d for d in (*SOUND, NEWS)}
    spoiled = msgspec.structs.replace(documents[key], **{field: text})
    (one,) = check(sound(add=(NEWS, spoiled)), DAY)
    assert (one.severity, one.code, one.id, one.field) == ("error", "date", key, field)
    assert text in one.what
    assert "2026-07-31" in one.mend


@pytest.mark.parametrize("text", ["", "2024", "2024-02", "2024-02-29", "2000-12-31", "1999"])
def test_as_much_of_a_date_as_is_known_is_enough(text: str) -> None:
    """A year, a month of it, a day, or nothing."""
    assert checked(change={"claim.one": {"as_of": text}, "src.note": {"date": text}}) == set()


@given(st.dates())
def test_every_day_of_the_calendar_is_read(day: date) -> None:
    """And its month and its year by their first day."""
    assert first_day(day.isoformat()) == day
    assert first_day(day.isoformat()[:7]) == day.replace(day=1)
    assert first_day(day.isoformat()[:4]) == day.replace(day=1, month=1)


@given(st.integers(1, 9999), st.integers(0, 99), st.integers(0, 99))
def test_nothing_else_is(year: int, month: int, day: int) -> None:
    """What no calendar has is no date, written as one or not."""
    try:
        known: date | None = date(year, month, day)
    except ValueError:
        known = None
    assert first_day(f"{year:04}-{month:02}-{day:02}") == known


def folder_with(tmp_path: Path, name: str, old: str, new: str) -> Path:
    """The sound pack's folder with some words of one file changed."""
    write(sound(change={"claim.one": {"as_of": "2024-05-06"}}, add=(NEWS,)), tmp_path / "pack")
    file = tmp_path / "pack" / name
    whole = file.read_text("utf-8")
    assert whole.count(old) == 1
    file.write_text(whole.replace(old, new), "utf-8")
    return tmp_path / "pack"


def test_the_command_tells_file_line_field_and_mend(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A claim in its file of lines, news in YAML at the line of the field."""
    folder = folder_with(tmp_path, "claims/claims.jsonl", "2024-05-06", "2024-13-45")
    news = folder / "news.yaml"
    news.write_text(news.read_text("utf-8").replace("2025-03", "2025-02-30"), "utf-8")
    line = next(
        n for n, text in enumerate(news.read_text("utf-8").split("\n"), 1) if "2025-02-30" in text
    )
    assert line > 1
    assert main(["pack", "check", str(folder), "--day", DAY.isoformat()]) == 1
    out, err = capsys.readouterr()
    assert (
        "error: claims/claims.jsonl:1: claim.one: as_of: '2024-13-45' is no day, month or year"
        in out
    )
    assert f"error: news.yaml:{line}: news.one: date: '2025-02-30' is no day" in out
    assert out.count("write 2026, 2026-07 or 2026-07-31") == 2
    assert "2 errors" in err


@pytest.mark.parametrize("given_date", ["'2023-02-30'", "2024-13-45", "2024-07", "2024", "昨天"])
def test_a_whole_date_is_wanted_where_a_time_begins_or_ends(
    tmp_path: Path, given_date: str
) -> None:
    """Quoted or not: file, line and field, and how to write it."""
    folder = folder_with(
        tmp_path, "gaps.yaml", "- id: gap.fee\n", f"- id: gap.fee\n  valid_to: {given_date}\n"
    )
    gaps = (folder / "gaps.yaml").read_text("utf-8").replace("valid_to", "as_of")
    (folder / "gaps.yaml").write_text("", "utf-8")
    rows = gaps.replace("gap.fee", "entry.fee").replace("  next_step", "  # next_step")
    (folder / "entries/fee.yaml").write_text(rows + "  intent: procedure\n", "utf-8")
    with pytest.raises(PackError) as raised:
        read(folder)
    (one,) = (p for p in raised.value.problems if p.startswith("entries/fee.yaml"))
    assert one.startswith("entries/fee.yaml:2: entry.fee: ")
    assert "not a day of the calendar; write it as 2026-07-31" in one
    assert "as_of" in one


def test_the_store_refuses_what_the_check_finds() -> None:
    """Staff are told the field, of a partial date as of a whole one."""
    for fields in ({"as_of": "2024-13"}, {"valid_from": "2023-02-30"}, {"valid_to": "2023-02"}):
        given_claim: dict[str, Any] = msgspec.to_builtins(CLAIM) | fields
        with pytest.raises(InvalidDocumentError) as raised:
            admit("claim", given_claim)
        assert (raised.value.fault, raised.value.field) == ("date", next(iter(fields)))
    assert admit("claim", msgspec.to_builtins(CLAIM) | {"as_of": "2024-02"})


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("自2023年2月30日起施行", ["2023年2月30日"]),
        ("2024 年 13 月以前", ["2024 年 13 月"]),
        ("２０２４年４月３１日", ["2024年4月31日"]),
        ("见2024-06-31的公报", ["2024-06-31"]),
        ("in force since 31 April 2024", ["31 April 2024"]),
        ("from February 29, 2023 on", ["February 29, 2023"]),
        ("2024年2月29日到2026年12月31日", []),
        ("29 February 2024, May 31, 2025", []),
        ("2024年3月", []),
        ("电话3200-13-45", []),
        ("编号2024-13-45-6", []),
        ("沪数规〔2024〕13号", []),
        ("GB/T 37932—2025", []),
        ("每年2月30日", []),
        ("2024年13个月", []),
    ],
)
def test_dates_in_words_are_of_the_calendar(text: str, told: list[str]) -> None:
    """However they are written; figures that are no dates are left alone."""
    assert list(impossible(text)) == told
    found = check(sound(change={"gap.fee": {"next_step": text}}), DAY)
    expected = [("error", "date", "next_step")] * len(told)
    assert [(f.severity, f.code, f.field) for f in found] == expected


def test_what_visitors_type_may_hold_any_date(tmp_path: Path) -> None:
    """A wording and a near miss are theirs; an object of a claim and English words are ours, and
    are not published so."""
    slip = "2023年2月30日发的那个文件"
    assert checked(change={"gap.fee": {"negative": (slip,)}}) == set()
    assert checked(change={"claim.one": {"object": slip}}) == {("error", "date")}
    gap = {
        "answer": "到2025年都没有查到可以引用的收费标准。",
        "english": English(question="How much?", answer="It is not known before 31 June 2025."),
    }
    assert checked(change={"gap.fee": gap}) == {("error", "date")}
    wrong = msgspec.structs.replace(CLAIM, object=slip)
    assert {f.code for f in check_publish(sound(), wrong, DAY)} == {"date"}
    write(sound(change={"gap.fee": gap}), tmp_path / "pack")
    (one,) = check_folder(tmp_path / "pack", DAY)
    lines = (tmp_path / "pack/gaps.yaml").read_text("utf-8").split("\n")
    assert one.file == f"gaps.yaml:{next(n for n, t in enumerate(lines, 1) if '31 June' in t)}"
