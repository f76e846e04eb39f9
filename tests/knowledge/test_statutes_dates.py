"""The days of force that a law's own text states, and what contradicts them."""

from __future__ import annotations

from datetime import date

import msgspec
import pytest

from knowledge.statutes.proposing import Given, Held, Proposal, propose
from knowledge.types import Law
from tests.knowledge import statute_parts as parts
from tests.knowledge.statute_parts import codes, held, one

NEW = Given(law="omega", title="示例登记办法", level="部门规章", issuer="示例委员会")
FIRST = "第一条　为了规范登记，制定本办法。\n第二条　登记不收费。"


def told(heading: str, last: str, given: Given = NEW) -> Proposal:
    return one("登记.txt", f"示例登记办法\n{heading}\n{FIRST}\n{last}\n".encode(), given)


def force(proposal: Proposal) -> date | None:
    assert proposal.law is not None
    return proposal.law.effective_from


@pytest.mark.parametrize(
    ("heading", "last", "day"),
    [
        ("（2025年4月2日公布 自2025年7月1日起施行）", "", date(2025, 7, 1)),
        ("（二〇二五年四月二日公布，二〇二五年十月十一日起实施）", "", date(2025, 10, 11)),
        ("施行日期：2025-07-01\n发布日期：2025-04-02", "", date(2025, 7, 1)),
        ("", "第三条　本办法自 2025 年 8 月 15 日起施行。", date(2025, 8, 15)),
        ("", "第三条　本办法自２０２５年８月１５日起施行，旧办法同时废止。", date(2025, 8, 15)),
        ("", "第三条　旧办法停止执行。\n本办法经批准，自2025年5月1日起试行。", date(2025, 5, 1)),
        ("", "第三条　自2025年5月1日起施行。\n第四条　本办法由委员会解释。", date(2025, 5, 1)),
        ("（2025年4月2日发布）", "第三条　本办法自发布之日起施行。", date(2025, 4, 2)),
        # The heading goes first, and an amended text keeps the act's first day in its article.
        ("（自2025年7月1日起施行）", "第三条　本办法自2020年1月1日起施行。", date(2025, 7, 1)),
        ("（2024年3月1日修正）", "第三条　本办法自2020年1月1日起施行。", None),
        ("（2024年修订）", "第三条　本办法自2020年1月1日起施行。", None),
        ("（2024年3月1日修订）", "第三条　本办法自2024年6月1日起施行。", date(2024, 6, 1)),
        # Of another law, of a single article, or of no day.
        ("", "第三条　《示例安全法》自2020年6月1日起施行，本办法与其衔接。", None),
        ("", "第三条　本办法第二条自2027年1月1日起施行。", None),
        ("", "第三条　2025年1月1日起施行前的登记继续有效。", None),
        ("（2025年4月2日公布）", "第三条　本办法自公布之日起三十日后施行。", None),
    ],
)
def test_since_when_a_new_law_is_in_force(heading: str, last: str, day: date | None) -> None:
    """The heading's day, else that of the last articles; where none is stated, the warning says
    how to state it."""
    found = told(heading, last)
    assert force(found) == day
    assert found.errors == 0
    unknown = [str(r) for r in found.remarks if r.code == "no_dates"]
    assert bool(unknown) == (day is None)
    assert all("--from" in line for line in unknown)


def test_an_order_before_the_title_is_read_and_news_are_not() -> None:
    """What announces the law stands before its title; a page's news are of other laws."""
    for line, day in (
        ("《示例登记办法》已经会议通过，现予公布，自2025年9月1日起施行。", date(2025, 9, 1)),
        ("《示例收费办法》自2025年9月1日起施行", None),
    ):
        text = f"{line}\n示例登记办法\n{FIRST}".encode()
        assert force(one("a.txt", text, NEW)) == day


def test_every_format_is_read() -> None:
    """The same words as Markdown, HTML and DOCX."""
    head, last = "示例登记办法", "第三条　本办法自2025年8月15日起施行。"
    lines = [head, *FIRST.split("\n"), last]
    page = "<body>" + "".join(f"<p>{line}</p>" for line in lines) + "</body>"
    for name, data in (
        ("a.md", f"# {head}\n\n{FIRST}\n\n**第三条** 本办法自2025年8月15日起施行。".encode()),
        ("a.html", page.encode()),
        ("a.docx", parts.docx_of(lines)),
    ):
        assert force(one(name, data, NEW)) == date(2025, 8, 15), name


def test_another_day_than_the_record_is_an_error_unless_said() -> None:
    """A text of a law that is held states another day of force: nothing is taken, at its line,
    until ``--from`` says that the text is the record's version."""
    text = f"{parts.TITLE}\n（示例）\n第一条　好。\n第二十条　本法自2022年5月1日起施行。".encode()
    for given in (Given(), Given(law="beta")):
        found = one("b.txt", text, given)
        assert codes(found, "error") == [("dates_contradict", "b.txt", 4)]
        assert "--from 2021-11-01" in str(found.remarks[0])
        assert found.documents == ()
    said = one("b.txt", text, Given(effective_from=date(2021, 11, 1)))
    assert said.errors == 0
    assert ("from_differs", "b.txt", 4) in codes(said, "warning")
    same = one("b.txt", text.replace("2022年5月".encode(), "2021年11月".encode()))
    assert "from_differs" not in {c for c, *_ in codes(same)}
    assert same.errors == 0


def test_a_heading_tells_the_version_and_an_old_article_does_not() -> None:
    """Later versions keep the act's first day in their last article."""
    last = "第二条　本法自{}起施行。"
    for heading, closing, law in (
        ("（自2020年6月1日起施行）", "", "alpha-2020"),
        ("", last.format("2026年1月1日"), "alpha-2025"),
        ("", last.format("2020年6月1日"), None),
    ):
        found = one("a.txt", f"示例安全法\n{heading}\n第一条　好。\n{closing}".encode())
        assert (found.law.id if found.law else None) == law
        assert {c for c, *_ in codes(found, "error")} == (set() if law else {"law_several"})


def test_an_article_later_than_the_heading_contradicts_it() -> None:
    """Two days of one text: somebody must say which."""
    heading, last = "（自2025年7月1日起施行）", "第三条　本办法自2025年9月1日起施行。"
    assert [c for c, *_ in codes(told(heading, last), "error")] == ["dates_differ"]
    decided = msgspec.structs.replace(NEW, effective_from=date(2025, 9, 1))
    assert force(told(heading, last, decided)) == date(2025, 9, 1)


def test_a_day_that_no_calendar_has_is_remarked() -> None:
    """In the heading it is told, in an article it forbids quoting; it is never a day of force."""
    heading = told("（2025年4月2日公布 自2025年6月31日起施行）", "")
    assert ("no_such_day", "登记.txt", 2) in codes(heading, "warning")
    assert force(heading) is None
    article = told("", "第三条　本办法自2025年2月29日起施行。")
    assert ("no_such_day", "登记.txt", 5) in codes(article, "doubt")
    assert force(article) is None


def test_a_record_without_a_day_is_to_be_mended_first() -> None:
    """The text's day is told beside the warning; the record is what decides."""
    laws = {
        **held().laws,
        "beta": msgspec.structs.replace(held().laws["beta"], effective_from=None),
    }
    text = f"{parts.TITLE}\n第一条　好。\n第二条　本法自2022年5月1日起施行。".encode()
    found = one("b.txt", text, on=Held(laws, {}))
    assert found.errors == 0
    (warning,) = (str(r) for r in found.remarks if r.code == "no_dates")
    assert "the text says 2022-05-01" in warning
    assert isinstance(found.law, Law)
    assert found.law.effective_from is None


def test_the_heading_of_one_file_and_the_end_of_another() -> None:
    """Parts of a law: the publication stands in the first, 自公布之日起 in the last."""
    files = [
        ("1.txt", f"示例登记办法\n（2025年4月2日公布）\n{FIRST}".encode()),
        ("2.txt", "第三条　本办法自公布之日起施行。".encode()),
    ]
    (found,) = propose(files, NEW, held())
    assert force(found) == date(2025, 4, 2)
