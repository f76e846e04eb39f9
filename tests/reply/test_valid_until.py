"""The day until which an assessment counts is told to who tells its day."""

from __future__ import annotations

import pytest

from dialog.hearing import listen
from dialog.parts import Prepared
from dialog.reply.question import Exchange
from dialog.reply.valid_until import asks_until_when
from knowledge.text import normalise
from tests.reply.test_compose import DAY

ENTRY = "entry.cross-assessment-validity"


@pytest.mark.parametrize(
    ("text", "last", "checked"),
    [
        ("出境安全评估2024年5月8号通过的，哪天到期", "到2027年5月8日为止", False),
        ("我们2024年3月20日拿到的评估结果，还能用到什么时候", "到2027年3月20日为止", True),
        ("2023年1月15日通过的数据出境安全评估，什么时候到期", "2026年1月15日已经届满", False),
        ("评估是2025年2月通过的，到什么时候过期", "到2028年2月为止", False),
        ("2025年7月1日通过的安全评估，什么时候到期，要续怎么办？", "到2028年7月1日为止", False),
        (
            "Our security assessment was passed on 20 March 2025. Until when is it valid?",
            "until 20 March 2028",
            False,
        ),
    ],
)
async def test_the_day_is_counted(text: str, last: str, checked: bool, prepared: Prepared) -> None:
    """From the day of the result; where another law named fewer years then, that is said."""
    heard = await listen(prepared.turn, text, (), DAY)
    assert heard.done.entries == (ENTRY,)
    assert last in heard.text
    assert ("请向省级网信部门核实" in heard.text) == checked


async def test_the_day_may_be_told_later(prepared: Prepared) -> None:
    """Behind the answer on how long it counts."""
    asked = Exchange("出境安全评估有效期多久", "answered", (ENTRY,))
    heard = await listen(prepared.turn, "我们是2025年3月3日拿到的", (asked,), DAY)
    assert "到2028年3月3日为止" in heard.text


@pytest.mark.parametrize(
    "text",
    [
        "安全评估有效期几年",
        "2024年3月20日的个人信息保护影响评估报告，要留到什么时候",
        "2024年5月20日备案的标准合同什么时候到期",
        "2024年5月8日通过的安全评估快到期了怎么延长",
        "2024年的评估办法还有效吗",
    ],
)
def test_other_things_have_no_last_day(text: str) -> None:
    """No day, another paper, or what to do at the end."""
    assert not asks_until_when(normalise(text))
