"""What taking files would mean: the law found, doubts, gaps, dates, completeness, changes."""

from __future__ import annotations

from datetime import date

import msgspec
import pytest

from knowledge.statutes.figures import strange_figures
from knowledge.statutes.proposing import Given, Held, propose
from knowledge.statutes.verifying import verify
from knowledge.types import Law, Rule, Statute
from tests.knowledge import statute_parts as parts
from tests.knowledge.small_parts import DAY, changed_pack, small_pack
from tests.knowledge.statute_parts import codes, held, jsonl, one

NEW = Given(law="omega", title="示例新法", level="法律", issuer="示例委员会")


def rows(**more: object) -> bytes:
    return jsonl(parts.beta_rows(**more))


def doubts(statute: Statute | None) -> dict[int, str]:
    assert statute is not None
    return {a.number: a.doubt for a in statute.articles if a.doubt}


def test_a_whole_law_by_its_title() -> None:
    """Rows of a law that the pack names need nothing said: id, dates and length are known. The
    article that the pack doubts stays doubtful."""
    found = one("beta.jsonl", rows())
    assert found.law is not None
    assert found.statute is not None
    assert (found.law.id, found.new_law, found.errors) == ("beta", False, 0)
    assert (len(found.statute.articles), found.statute.whole) == (20, True)
    assert doubts(found.statute) == {7: "in_doubt"}
    assert found.documents == (found.statute,)
    assert found.statute.files[0].startswith("beta.jsonl sha256:")


def test_the_version_is_told_by_its_dates() -> None:
    """Two versions share a title: the date of force tells which, and without one it is asked."""
    row = {"article": "第一条", "text": "好。", "law": "示例安全法"}
    for start, law in (("2026-01-01", "alpha-2025"), ("2020-06-01", "alpha-2020")):
        found = one("a.jsonl", jsonl([{**row, "effective_from": start}]))
        assert found.law is not None
        assert found.law.id == law
    assert codes(one("a.jsonl", jsonl([row])), "error") == [("law_several", "a.jsonl", 0)]
    unknown = one("a.jsonl", jsonl([{**row, "law": "无此法"}]))
    assert codes(unknown, "error") == [("law_unknown", "a.jsonl", 0)]
    assert unknown.documents == ()


@pytest.mark.parametrize(
    ("text", "doubt"),
    [
        ("会员有权〔来源在此截断〕", "cut_text"),
        ("会员有权查阅……", "cut_text"),
        ("会员有权\ufffd阅。", "cut_text"),
        ("会员有权查阅，", "unfinished"),
        ("会员有权查阅。\n第二章的标题", "unfinished"),
        ("会员有下列权利：\n（一）查阅；", "unfinished"),
        ("会员有下列权利：\n（一）查阅；\n（二）复制。", ""),
    ],
)
def test_words_that_are_cut_or_unfinished_are_in_doubt(text: str, doubt: str) -> None:
    """An article that does not end like one is kept and never quoted."""
    changed = parts.beta_rows()
    changed[2]["text"] = text
    found = one("a.jsonl", jsonl(changed))
    assert doubts(found.statute).get(3, "") == doubt
    at = [code for code, _, line in codes(found, "doubt") if line == 3]
    assert at == ([doubt] if doubt else [])
    assert found.errors == 0


def test_what_the_file_doubts_is_doubted() -> None:
    """``quotable: false`` counts always; ``check`` until somebody says that he has compared."""
    assert set(doubts(one("a.jsonl", rows(quotable=False)).statute).values()) == {"not_quotable"}
    asked = rows(check="PDF")
    assert doubts(one("a.jsonl", asked).statute)[1] == "check"
    assert doubts(one("a.jsonl", asked, Given(checked=True)).statute) == {7: "in_doubt"}


def test_gaps_and_duplicates_of_a_text() -> None:
    """Behind a gap the article before may hold the missing words; other words under the same
    number are in doubt; the same words twice are only told. Such a law is not whole."""
    text = "第一条　好。\n第三条　中。\n第四条　下。\n第四条　不同。\n第三条　中。"
    found = one("a.txt", text.encode(), Given(law="beta"))
    assert doubts(found.statute) == {1: "swallowed", 4: "differs"}
    assert codes(found) == [
        ("swallowed", "a.txt", 1),
        ("differs", "a.txt", 4),
        ("not_whole", "a.txt", 0),
        ("gap", "a.txt", 1),
        ("order", "a.txt", 5),
        ("duplicate", "a.txt", 5),
    ]
    assert found.statute is not None
    assert not found.statute.whole


def test_the_title_of_a_text_names_its_law() -> None:
    """The first lines of a text file are enough where they are the title of one law."""
    found = one("a.txt", parts.text_of().encode())
    assert found.law is not None
    assert (found.law.id, found.errors) == ("beta", 0)


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"effective_from": "2020-01-01"}, "law_unknown"),
        ({"effective_to": "2024-01-01"}, "dates_contradict"),
        ({"effective_from": "2021-11-01", "effective_to": "2020-01-01"}, "dates_reversed"),
        ({"effective_from": "2021/11/1"}, "date"),
    ],
)
def test_contradictory_dates_are_errors(changes: dict[str, str], code: str) -> None:
    """Dates against the record, against each other, or none at all: nothing is taken."""
    found = one("a.jsonl", rows(**changes))
    assert code in {c for c, *_ in codes(found, "error")}
    assert found.documents == ()


def test_a_day_that_the_record_does_not_know_is_no_contradiction() -> None:
    """The words are taken for comparison, with a warning that they are not quoted; who states the
    day by an option is told where it belongs."""
    laws = small_pack().all(Law)
    undated = msgspec.structs.replace(laws["beta"], effective_from=None)
    unknown = Held({**laws, "beta": undated}, {})
    found = one("a.jsonl", rows(effective_from="2000-09-25"), on=unknown)
    assert (found.errors, found.documents != ()) == (0, True)
    told = next(r for r in found.remarks if r.code == "no_dates")
    assert "the file says 2000-09-25" in str(told)
    given = Given(effective_from=date(2000, 9, 25))
    spoken = codes(one("a.jsonl", rows(), given, on=unknown), "error")
    assert {code for code, *_ in spoken} == {"dates_contradict"}


def test_rows_that_contradict_each_other_name_their_line() -> None:
    """A second date or a second law inside one file is an error at that line."""
    changed = parts.beta_rows()
    changed[4]["effective_from"] = "2021-12-01"
    changed[5]["law"] = "另一部法"
    changed[6]["article_no"] = 9
    found = one("a.jsonl", jsonl(changed), Given(law="beta"))
    assert codes(found, "error")[:3] == [
        ("dates_differ", "a.jsonl", 5),
        ("law_mixed", "a.jsonl", 6),
        ("dates_differ", "a.jsonl", 6),
    ]
    assert ("label", "a.jsonl", 7) in codes(found, "error")


def test_a_number_above_the_last_is_an_error() -> None:
    """The record says twenty articles: a twenty-first belongs to another text."""
    extra = {"article": "第二十一条", "text": "多。", "law": parts.TITLE}
    found = one("a.jsonl", jsonl([*parts.beta_rows(), extra]))
    assert codes(found, "error") == [("beyond", "a.jsonl", 21)]


def test_a_new_law_needs_its_particulars() -> None:
    """A law that is not held: title, level and issuer; whole only where somebody says so."""
    text = "第一条　好。\n第二条　好。".encode()
    missing = one("a.txt", text, Given(law="omega"))
    assert codes(missing, "error") == [("law_fields", "a.txt", 0)]
    parted = one("a.txt", text, NEW)
    assert parted.law is not None
    assert (parted.new_law, parted.law.articles) == (True, None)
    assert {"not_whole", "no_dates"} <= {c for c, *_ in codes(parted)}
    dated = msgspec.structs.replace(NEW, whole=True, effective_from=date(2026, 1, 1))
    whole = one("a.txt", text, dated)
    assert whole.law is not None
    assert whole.statute is not None
    assert (whole.law.articles, whole.statute.whole) == (2, True)
    assert [type(d) for d in whole.documents] == [Law, Statute]
    gap = one("a.txt", "第一条　好。\n第三条　好。".encode(), dated)
    assert codes(gap, "error") == [("whole_gaps", "a.txt", 0)]


def test_versions_must_not_overlap() -> None:
    """A new version of an act from a day on which another one is in force is refused."""
    given = msgspec.structs.replace(NEW, family="alpha", effective_from=date(2025, 1, 1))
    found = one("a.txt", "第一条　好。".encode(), given)
    assert [c for c, *_ in codes(found, "error")] == ["overlap", "overlap"]


def test_changes_against_what_is_held() -> None:
    """The preview names what is new, changed, gone and the same."""
    first = one("a.jsonl", rows()).statute
    assert first is not None
    changed = parts.beta_rows(19)
    changed[0]["text"] = "另有其文。"
    found = one("a.jsonl", jsonl(changed), on=held(first))
    assert (found.changes.added, found.changes.changed) == ((), ("第1条",))
    assert (found.changes.gone, found.changes.same) == (("第20条",), 18)


def test_several_files_of_one_law_and_files_of_several_laws() -> None:
    """With a law named, all files are its parts; without, each is one of its own."""
    whole = parts.beta_rows()
    files = [("1.jsonl", jsonl(whole[:9])), ("2.jsonl", jsonl(whole[9:]))]
    (joined,) = propose(files, Given(law="beta"), held())
    assert joined.statute is not None
    assert joined.statute.whole
    assert len(propose(files, Given(), held())) == 2


def test_one_unreadable_file_spoils_the_whole() -> None:
    """Half a file beside a good one: an error with its place, and nothing to take."""
    files = [("1.jsonl", rows()), ("2.jsonl", rows()[:-9])]
    (joined,) = propose(files, Given(law="beta"), held())
    assert codes(joined, "error") == [("cut_off", "2.jsonl", 20)]
    assert joined.documents == ()


@pytest.mark.parametrize(
    ("gist", "strange"),
    [
        ("核验每3年做一次。", []),
        ("核验每5年做一次。", ["5年"]),
        ("核验分5种，第20条另有规定。", []),
        ("满200000人的要核验，罚50万元。", ["200000人", "500000元"]),
    ],
)
def test_figures_that_no_cited_article_tells(gist: str, strange: list[str]) -> None:
    """A sum, a span or a number of people that stands in none of the articles that are cited."""
    words = "核验每三年做一次。"
    row = {"law": parts.TITLE, "article": "第四条", "text": words, "article_no": 4}
    statute = one("a.jsonl", jsonl([row]), Given(law="beta")).statute
    assert statute is not None
    rule = Rule("rule.figures", law="beta", article=4, gist=gist)
    told = [figure for d, figure in strange_figures(changed_pack(statute, rule)) if d == rule]
    assert told == strange


def test_a_pack_is_compared_with_its_laws() -> None:
    """Verifying finds citations that lead nowhere, wrong paragraphs and wrong days, and quotes
    every article that may be quoted."""
    statute = one("a.jsonl", rows()).statute
    assert statute is not None
    good = verify(changed_pack(statute), DAY)
    assert good.quoted == 19
    assert not any(m.certain for m in good.misfits)
    assert any(not m.certain for m in good.misfits)
    wrong = (
        Rule(id="rule.x", law="beta", article=99, gist="无此条。"),
        Rule(id="rule.y", law="beta", article=1, paragraph=4, gist="无此款。"),
        Rule(id="rule.z", law="beta", article=1, gist="早。", effective_from=date(2000, 1, 1)),
    )
    found = {m.id for m in verify(changed_pack(statute, *wrong), DAY).misfits if m.certain}
    assert found == {"rule.x", "rule.y", "rule.z"}


def test_a_law_too_long_for_one_document_is_refused() -> None:
    """A law of millions of characters is an error, not a crash at the store."""
    long = Given(law="omega", title="示例长法", level="法律", issuer="示例")
    found = one("a.txt", ("第一条　" + "长" * 1_400_000 + "。").encode(), long)
    assert "too_much" in {c for c, *_ in codes(found, "error")}
