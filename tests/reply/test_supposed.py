"""What a text supposes, or supposes of a year, is not let stand where the contrary is held."""

from __future__ import annotations

import pytest

from dialog.parts import Prepared
from dialog.reply.banned import of_staff
from dialog.reply.before_opening import year_before_opening
from dialog.reply.supposed import held_against, supposed
from tests.reply.test_same_case import talk


@pytest.mark.parametrize(
    ("text", "statement"),
    [
        ("既然国家规定所有数据买卖必须进场,那场外被罚的企业去年有几家?", "所有数据买卖必须进场"),
        ("反正个人数据不能卖，那匿名化有什么用", "个人数据不能卖"),
        ("既然要入驻，材料清单给我", ""),
        ("既然来了，问一下挂牌要什么材料", ""),
        ("既然都谈好了，那合同要备案吗", ""),
        ("数据买卖必须进场吗，场外被罚的有几家", ""),
    ],
)
def test_what_is_supposed(text: str, statement: str) -> None:
    """Only what binds, forbids or frees, with something asked behind it."""
    read = supposed(text)
    assert (read.question.removesuffix("吗") if read else "") == statement


def test_what_is_held_against_it() -> None:
    """By the beginning of what is stored."""
    must = supposed("既然所有数据必须进场卖，那场外罚多少？")
    never = supposed("既然个人数据不能卖，那挂牌怎么办？")
    assert must
    assert never
    assert held_against(must, "我没有见过这样的规定。")
    assert held_against(must, "不是必须，可以自己拟。")
    assert not held_against(must, "要。合同生效后备案。")
    assert held_against(never, "可以。真正匿名化就不再是个人信息。")
    assert not held_against(never, "不能直接卖。")


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("I need the Shanghai Data Exchange annual turnover in 2019, with a source", 2019),
        ("你们2018年挂了多少产品", 2018),
        ("2024年上海数据交易所成交额多少", 0),
        ("2019年以前签的合同，在你们平台还有效吗", 0),
        ("2016年的上海数据交易中心成交额多少", 0),
        ("深圳数据交易所2019年成交额多少", 0),
    ],
)
def test_a_figure_of_a_year_before_the_opening(prepared: Prepared, text: str, year: int) -> None:
    """The day of the opening is a claim of the pack."""
    assert year_before_opening(prepared.library.snapshot, text) == year


async def test_that_it_was_not_there_is_said(prepared: Prepared) -> None:
    """Behind it stands how it came about, without a remark on the law of that year."""
    heard = await talk(prepared, "贵所2019年的成交额是多少")
    assert heard.done.entries == ("entry.exchange-history",)
    assert heard.text.startswith("2019年还没有这家交易所")
    assert "按现在的规定" not in heard.text


@pytest.mark.parametrize(
    ("text", "of"),
    [
        ("听说你们内部员工也可以在平台上买卖数据赚差价,有这种规定禁止吗", True),
        ("你们工作人员能自己买数据吗", True),
        ("Can your staff trade on the exchange themselves?", True),
        ("你们工作人员可以上门教怎么挂牌吗", False),
        ("你们客服能帮我下单买数据吗", False),
    ],
)
def test_the_exchange_s_own_people(text: str, *, of: bool) -> None:
    """Spoken to as you; who helps others to trade does not trade."""
    assert of_staff(text) is of
