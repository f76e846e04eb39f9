"""A law that may lack words is never held whole: visitors would hear that an article is none."""

from __future__ import annotations

from datetime import date

import pytest

from knowledge.statutes.proposing import Given
from tests.knowledge.statute_parts import codes, one

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
