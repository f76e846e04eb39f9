"""Who goes on in steps that were told hears the next of those, and not those of another matter."""

from __future__ import annotations

import pytest

from dialog.parts import Prepared
from dialog.reply.next_step import goes_on_in_steps
from tests.reply.test_same_case import talk

ASSESSMENT, LISTING = "procedure.outbound-assessment", "procedure.list-product"


@pytest.mark.parametrize(
    "text",
    [
        "下一步", "下一步呢", "再下一步", "那下一步要做什么", "下一步谁负责", "好的，下一步呢",
        "那之后",
        "然后呢", "接下来怎么做", "上一步", "next step", "what comes next?", "and after that?",
    ],
)  # fmt: skip
def test_what_goes_on_in_steps(text: str) -> None:
    """In so many words, or by a word of time alone."""
    assert goes_on_in_steps(text)


@pytest.mark.parametrize(
    "text",
    [
        "下一步数据交易所有什么打算",
        "下一条呢",
        "下一步要多少钱",
        "以后能退吗",
        "第二步是什么",
        "next week",
    ],
)  # fmt: skip
def test_what_does_not(text: str) -> None:
    """Another question, an article, a side of the step, a week."""
    assert not goes_on_in_steps(text)


@pytest.mark.parametrize(
    ("texts", "procedure", "says"),
    [
        (("安全评估怎么申报", "下一步"), ASSESSMENT, "第1步是"),
        (("安全评估怎么申报", "第一步是什么", "下一步呢", "那之后"), ASSESSMENT, "第3步是"),
        (("怎么挂牌", "要哪些材料", "第四步具体怎么做"), LISTING, "第4步是"),
        (("怎么挂牌", "第七步", "再下一步"), LISTING, "没有第8步"),
        (("我有8000人的敏感信息要出境", "下一步"), "procedure.standard-contract", "确认适用"),
    ],
)
async def test_the_steps_told_last_go_on(
    prepared: Prepared, texts: tuple[str, ...], procedure: str, says: str
) -> None:
    """From the step told last; behind its papers, too; behind a ruling, those it leads to."""
    heard = await talk(prepared, *texts)
    assert heard.done.entries == (procedure,)
    assert says in heard.text


async def test_no_steps_were_told(prepared: Prepared) -> None:
    """A word of time alone goes on with the reply right before."""
    heard = await talk(prepared, "怎么挂牌", "挂牌要多少钱", "然后呢")
    assert heard.done.entries != (LISTING,)
