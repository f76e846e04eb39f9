"""A law that may lack words is never held whole: visitors would hear that an article is none."""

from __future__ import annotations

from datetime import date

import pytest

from knowledge.statutes.proposing import Given
from tests.knowledge.statute_parts import beta_rows, codes, held, jsonl, one

WHOLE = Given(
    law="omega",
    title="示例登记办法",
    level="部门规章",
    issuer="示例委员会",
    effective_from=date(2025, 5, 1),
    whole=True,
)
START = "第一条　登记应当如实。\n第二条　登记不收费。\n"


@pytest.mark.parametrize(
    ("text", "code", "line", "article"),
    [
        (f"{START}第三条　会员应当在十日内", "whole_doubt", 3, "第3条"),
        (f"{START}第三条　依照《示例安全法》", "whole_doubt", 3, "第3条"),
        (f"{START}第三条　会员应当报告。\n报告应当载明下列事项：", "whole_doubt", 3, "第3条"),
        (f"{START}第三条　会员应当报告。\n第四", "whole_doubt", 3, "第3条"),
        (f"{START}第三条　自2025年2月30日起执行。", "whole_doubt", 3, "第3条"),
        ("第一条　登记应当〔以下略〕如实。\n第二条　不收费。", "whole_doubt", 1, "第1条"),
        ("第一条　登记应当如实，\n第二条　不收费。", "whole_doubt", 1, "第1条"),
        (f"{START}第二条　登记收费。", "whole_doubt", 2, "第2条"),
        (f"{START}第三条所称会员，是指登记的人。", "whole_more", 3, "第3条"),
        (f"{START}第四条　不得转让。\n第七条　完。", "whole_gaps", 0, ""),
    ],
)
def test_a_law_that_may_lack_words_is_not_whole(
    text: str, code: str, line: int, article: str
) -> None:
    """Saying --whole of it is refused, with the place and the mend; without it the words are held
    and nothing is said of what does not exist."""
    found = one("a.txt", text.encode(), WHOLE)
    assert codes(found, "error") == [(code, "a.txt", line)]
    (refusal,) = (r for r in found.remarks if r.severity == "error")
    assert refusal.article == article
    assert "leave --whole out" in str(refusal)
    assert found.documents == ()
    assert found.statute is not None
    assert not found.statute.whole


def test_a_gap_is_named() -> None:
    """The refusal says which articles are missing."""
    found = one("a.txt", "第二条　好。\n第五条　好。\n第七条　好。".encode(), WHOLE)
    (refusal,) = (str(r) for r in found.remarks if r.severity == "error")
    assert "第1条、第3条 … 第4条、第6条" in refusal


@pytest.mark.parametrize(
    "end",
    [
        "第三条　本办法自2025年5月1日起施行。",
        "第三条　会员声明：“已经登记。”",
        "第三条　登记依照下列规定：\n第一条的规定；\n其他规定。",
        "第三条　登记。（另行公布。）\n附件：登记表",
    ],
)
def test_a_law_that_ends_well_is_whole(end: str) -> None:
    """A last article that ends like one; a reference back at a line's start is no further one."""
    found = one("a.txt", f"{START}{end}".encode(), WHOLE)
    assert found.errors == 0
    assert found.statute is not None
    assert found.statute.whole


def test_a_known_length_refuses_a_claim_that_falls_short() -> None:
    """The record of the law knows twenty articles: --whole over fewer names what is missing."""
    cut = one("b.jsonl", jsonl(beta_rows(12)), Given(law="beta", whole=True))
    assert codes(cut, "error") == [("whole_gaps", "b.jsonl", 0)]
    (refusal,) = (str(r) for r in cut.remarks if r.severity == "error")
    assert "第13条 … 第20条" in refusal
    rows = beta_rows()
    del rows[8], rows[4]
    holed = one("b.jsonl", jsonl(rows), Given(law="beta", whole=True))
    (refusal,) = (str(r) for r in holed.remarks if r.severity == "error")
    assert "第5条、第9条" in refusal
    complete = one("b.jsonl", jsonl(beta_rows()), Given(law="beta", whole=True))
    assert complete.errors == 0
    assert complete.statute is not None
    assert complete.statute.whole


def test_without_the_claim_parts_of_a_law_are_held() -> None:
    """Nothing is lost where nothing was held: the parts are taken, and said to be parts."""
    found = one("b.jsonl", jsonl(beta_rows(12)))
    assert found.errors == 0
    assert ("not_whole", "b.jsonl", 0) in codes(found, "warning")


@pytest.mark.parametrize("last", [1, 12, 19])
def test_a_cut_file_never_replaces_a_whole_law(last: int) -> None:
    """Articles that are held whole do not go unless somebody says that they are to."""
    before = one("b.jsonl", jsonl(beta_rows())).statute
    assert before is not None
    cut = jsonl(beta_rows(last))
    found = one("cut.jsonl", cut, on=held(before))
    assert codes(found, "error") == [("fewer", "cut.jsonl", 0)]
    assert f"第{last + 1}条" in str(found.remarks[0])
    assert found.documents == ()
    allowed = one("cut.jsonl", cut, Given(fewer=True), on=held(before))
    assert allowed.errors == 0
    assert len(allowed.changes.gone) == 20 - last
    # Said to be whole as well, it is still refused.
    both = one("cut.jsonl", cut, Given(law="beta", fewer=True, whole=True), on=held(before))
    assert {code for code, _, _ in codes(both, "error")} == {"whole_gaps"}


def test_a_cut_text_never_replaces_a_whole_law() -> None:
    """Also of a law whose length only its first import told, and where words break off inside of
    an article that is there."""
    end = "第三条　自2025年5月1日起施行。"
    new = one("a.txt", f"{START}{end}".encode(), WHOLE)
    assert new.law is not None
    assert new.statute is not None
    on = held(new.statute)
    on = type(on)({**on.laws, "omega": new.law}, on.statutes)
    for text, refused in (
        (START, {"fewer"}),
        (f"第一条　登记应当如实。\n{end}", {"fewer", "fewer_words"}),
        (f"{START}第三条　自2025年5月1日起", {"fewer_words"}),
        (f"{START}{end}\n第四条　另加一条。", set[str]()),
        (f"{START.replace('如实', '真实')}{end}", set[str]()),
    ):
        found = one("a.txt", text.encode(), Given(law="omega"), on=on)
        wrong = {code for code, _, _ in codes(found, "error")} - {"beyond"}
        assert wrong == refused, text


def test_parts_that_were_held_may_be_replaced() -> None:
    """A law that was never held whole loses no promise."""
    before = one("b.jsonl", jsonl(beta_rows(12))).statute
    assert before is not None
    found = one("b.jsonl", jsonl(beta_rows(10)), on=held(before))
    assert found.errors == 0
    assert found.changes.gone == ("第11条", "第12条")
