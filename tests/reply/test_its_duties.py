"""Duties that what was told of a case asks for, whatever its row: of children, of persons in
important data."""

from __future__ import annotations

import pytest

from dialog.hearing import listen
from dialog.parts import Prepared
from dialog.reply.question import Exchange
from tests.reply.test_compose import DAY

ROUTE = "table.cross-border-route"
OF_CHILDREN = "把3000个10岁左右孩子的姓名和年级发给美国的教研公司，今年的量，是不是就免了？"


@pytest.mark.parametrize(
    "text",
    [
        OF_CHILDREN,
        "把2000个小学生的成绩传到新加坡总部，今年的量，走哪个？",
        "We send data of 2,000 children aged 8 to a partner in Canada this year. Which route?",
    ],
)
async def test_guardians_of_children_consent(text: str, prepared: Prepared) -> None:
    """The separate consent of the person was told."""
    heard = await listen(prepared.turn, text, (), DAY)
    assert heard.done.entries == (ROUTE, "national-sensitive-contract")
    assert "监护人" in heard.text or "guardian" in heard.text


@pytest.mark.parametrize(
    "later", ["要谁同意", "本人点了同意就行吗", "同意书谁签", "Is it enough if the child agrees?"]
)
async def test_whose_consent_asked_outright(later: str, prepared: Prepared) -> None:
    """What holds of anybody was told, or nothing."""
    before = Exchange(OF_CHILDREN, "answered", (ROUTE, "national-sensitive-contract"))
    heard = await listen(prepared.turn, later, (before,), DAY)
    assert heard.done.entries[:1] == (ROUTE,)
    assert "监护人" in heard.text or "guardian" in heard.text


@pytest.mark.parametrize("later", ["标准合同谁签？", "改成200个员工的工资单呢"])
async def test_what_is_not_of_children_stays(later: str, prepared: Prepared) -> None:
    """A contract is no consent, and employees are no children."""
    before = Exchange(OF_CHILDREN, "answered", (ROUTE, "national-sensitive-contract"))
    assert "监护人" not in (await listen(prepared.turn, later, (before,), DAY)).text


async def test_adults_have_no_guardian(prepared: Prepared) -> None:
    """Sixteen is above the age."""
    text = "把5000个16岁高中生的姓名传到法国，今年的量，走哪个？"
    assert "监护人" not in (await listen(prepared.turn, text, (), DAY)).text


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("车外视频要传给德国总部，被告知属于重要数据，只涉及几十个人，要不要评估？", True),
        ("被告知是重要数据的医院病历，传给法国合作方，要做什么", True),
        ("被列为重要数据的港口设备数据要给荷兰总部，走哪个", False),
        ("地图数据被公布为重要数据，里面没有任何个人信息，要传给日本母公司，要评估吗", False),
    ],
)
async def test_persons_in_important_data(text: str, told: bool, prepared: Prepared) -> None:
    """The assessment alone was told, though people were in the data."""
    heard = await listen(prepared.turn, text, (), DAY)
    assert heard.done.entries == (ROUTE, "important")
    assert ("影响评估" in heard.text) is told
