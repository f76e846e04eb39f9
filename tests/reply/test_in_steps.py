"""A thing that a told step only names is looked up."""

from __future__ import annotations

import pytest

from dialog.hearing import Heard, listen
from dialog.parts import Prepared
from dialog.reply.in_steps import named_in_step
from dialog.reply.question import Exchange
from knowledge.findings import Findings
from tests.reply.test_compose import DAY


async def heard_after_steps(prepared: Prepared, text: str) -> Heard:
    exchanges = (Exchange("数据产品怎么挂牌", "answered", ("procedure.list-product",)),)
    return await listen(prepared.turn, text, exchanges, DAY)


@pytest.mark.parametrize(
    ("text", "wording"),
    [
        ("第2步里说的十一类有哪些", "11类禁止交易数据有哪些"),
        ("那第二步的十一类分别是什么", "11类禁止交易数据有哪些"),
        ("第三步的敏感个人信息指哪些", "敏感个人信息有哪些"),
        ("第二步是什么", ""),
        ("第二步的茶点有哪些", ""),
    ],
)
async def test_a_thing_of_a_step_is_searched(prepared: Prepared, text: str, wording: str) -> None:
    """By the words that the step has for it; what it does not name is none of it."""
    snapshot = prepared.library.snapshot
    index = snapshot.index
    steps, kinds = index.target("procedure.list-product"), index.target("list.forbidden-data")
    assert steps is not None
    searched: list[str] = []

    async def search(question: str) -> Findings:
        searched.append(question)
        return Findings("exact", exact=kinds, chance=1.0, band="answer")

    def numbered(step: str) -> Findings:
        part = 2 if "2" in step else 3
        return Findings("exact", exact=steps, chance=1.0, band="answer", part=part)

    found = await named_in_step(text, snapshot, numbered, search)
    assert searched == ([wording] if wording else [])
    assert (found is not None) == bool(wording)


@pytest.mark.parametrize("text", ["第二步是什么", "第二步怎么做", "第二步呢"])
async def test_the_step_itself_is_told(prepared: Prepared, text: str) -> None:
    """Where nothing in it is asked for."""
    heard = await heard_after_steps(prepared, text)
    assert heard.done.entries == ("procedure.list-product",)


@pytest.mark.parametrize("text", ["第三步要几天", "第四步要多少钱"])
async def test_a_side_that_a_step_lacks_is_not_known(prepared: Prepared, text: str) -> None:
    """The step told again would be no answer."""
    heard = await heard_after_steps(prepared, text)
    assert heard.done.outcome == "unknown"


@pytest.mark.parametrize(
    "text",
    [
        "每一步要交什么材料",
        "各步都有什么条件",
        "每个环节分别要准备什么",
        "what do I hand in at each step",
    ],
)
async def test_what_each_step_takes(prepared: Prepared, text: str) -> None:
    """The papers and conditions of all steps of what was told, in their order."""
    heard = await heard_after_steps(prepared, text)
    assert heard.done.entries == ("procedure.list-product",)
    if text[0] != "w":
        assert "4. 做合规评估。" in heard.text
        assert "材料：合规性评估报告。" in heard.text
        assert "注意：属于禁止类的，不能挂牌。" in heard.text


@pytest.mark.parametrize("text", ["每一步都好难啊", "每一步多久", "各步骤的名称是什么"])
async def test_each_step_is_told_for_nothing_else(prepared: Prepared, text: str) -> None:
    """What asks for no paper and no condition is heard as before."""
    heard = await heard_after_steps(prepared, text)
    assert "每一步要的是" not in heard.text


async def test_a_step_is_told_with_what_it_takes(prepared: Prepared) -> None:
    """Its papers and conditions stand behind what is done."""
    heard = await heard_after_steps(prepared, "第四步要什么材料")
    assert "材料：合规性评估报告。注意：含个人信息的" in heard.text
    whole = await listen(prepared.turn, "数据产品怎么挂牌", (), DAY)
    assert "材料：" not in whole.text
    assert "说“第几步”就行" in whole.text


@pytest.mark.parametrize(
    ("text", "procedure", "says"),
    [
        ("主体入驻这一步要做什么", "procedure.on-exchange-trade", "第1步是"),
        ("登记挂牌这一步谁负责", "procedure.on-exchange-trade", "第2步是"),
        ("交易结束这个环节要留什么", "procedure.on-exchange-trade", "第7步是"),
        ("场内交易第六步要准备什么", "procedure.on-exchange-trade", "第6步是"),
    ],
)
async def test_a_step_is_asked_for_at_once(
    prepared: Prepared, text: str, procedure: str, says: str
) -> None:
    """By its name, or by its number in a procedure that is named, with nothing told before."""
    heard = await listen(prepared.turn, text, (), DAY)
    assert heard.done.entries == (procedure,)
    assert says in heard.text


@pytest.mark.parametrize("text", ["签合同这一步能不能跳过", "下一步怎么办", "登记挂牌要几步"])
async def test_other_steps_are_none_by_name(prepared: Prepared, text: str) -> None:
    """A short name may be of anything, and what counts steps asks for none of them."""
    assert "步是：" not in (await listen(prepared.turn, text, (), DAY)).text
