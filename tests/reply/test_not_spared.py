"""No small number spares an operator, and no waiver is taken for granted."""

from __future__ import annotations

import pytest

from dialog.parts import Prepared
from dialog.reply.not_spared import takes_for_spared
from knowledge.text import normalise
from tests.reply.test_denied import talk


@pytest.mark.parametrize(
    ("texts", "entry", "said", "unsaid"),
    [
        (
            ["既然关基运营者十万人以下免申报，那我们就不用报了对吗"],
            "entry.cross-ciio",
            "1条也要",
            "三项",
        ),
        (["关基运营者不到十万人可以免吗"], "entry.cross-ciio", "1条也要", "三项手续可以"),
        (["员工的体检数据想发给德国总部，二十个人"], "employees", "第二十八条", "您的"),
        (["跨境电商要把收件人姓名电话地址每年三十万单给菲律宾仓库"], "contract", "购物", "满10万"),
        (["我们是自贸区企业，十二万人普通信息出境"], "table", "哪种场景", "不在负面清单"),
        (["十二万人普通个人信息出境要办什么", "那如果是自贸区企业呢"], "table", "场景", "不在负面"),
        (
            ["我们是自贸区企业，十二万人普通信息出境", "都不是"],
            "zone-other-ordinary-contract",
            "标准合同",
            "场景：",
        ),
        (["匿名化后还要同意吗"], "entry.anonymised-consent", "不用", "要同时做到"),
        (["免予申报的情形"], "list.cross-border-exemptions", "六种", "照旧"),
    ],
)
async def test_what_was_taken_for_granted(
    prepared: Prepared, texts: list[str], entry: str, said: str, unsaid: str
) -> None:
    """Each of these was answered as if a condition were met that nobody told; no such waiver is
    told gladly."""
    heard = (await talk(prepared, *texts))[-1]
    assert entry in "".join(heard.done.entries)
    assert said in heard.text
    assert unsaid not in heard.text
    assert heard.done.tone != "glad" or entry.startswith("list.")


@pytest.mark.parametrize(
    ("text", "taken"),
    [
        ("关基运营者人数少是不是就不用申报安全评估", True),
        ("CIIO只有几千条是不是豁免", True),
        (
            "Critical infrastructure operators with fewer than 100,000 people are exempt, right?",
            True,
        ),
        ("不是关基运营者，不到十万人可以免吗", False),
        ("除了关基，十万人以下都免吗", False),
        ("关基单位员工信息一千人出境可以免吗", False),
        ("普通企业不到十万人免吗", False),
    ],
)
def test_an_operator_taken_for_spared(text: str, *, taken: bool) -> None:
    """What may spare an operator as well is another question."""
    assert takes_for_spared(normalise(text)) is taken
