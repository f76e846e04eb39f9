"""What likeness cannot see: twins and swapped roles."""

from __future__ import annotations

import numpy as np
import pytest

from knowledge.search.guards import (
    leaning,
    measures_other,
    names_other,
    swapped,
    swapped_with_all,
    twins,
    twins_in_words,
)


@pytest.mark.parametrize(
    ("question", "wording"),
    [
        ("里程能换积分吗", "积分怎么换里程"),
        ("怎么把微信的钱转到支付宝", "支付宝的钱怎么转到微信"),
        ("已知周长求面积", "已知面积求周长"),
        ("A转B怎么办", "B转A怎么办"),
        ("How do I convert miles to points?", "convert points to miles"),
        ("從美元換成歐元", "欧元换成美元"),
    ],
)
def test_swapped_roles_are_seen(question: str, wording: str) -> None:
    """The same two things in opposite roles are another question, both ways round."""
    assert swapped(question, wording)
    assert swapped(wording, question)
    assert not swapped(question, question)
    assert swapped_with_all(question, [wording])
    assert not swapped_with_all(question, [wording, question])


@pytest.mark.parametrize(
    ("question", "wording"),
    [
        ("积分可以换里程么", "积分怎么换里程"),
        ("换里程积分怎么", "积分怎么换里程"),
        ("会员名册要保存多久", "会员资料保存期限"),
        ("", "积分怎么换里程"),
        ("换", "换"),
        ("转转转", "转"),
        ("How do I get to the station?", "Where is the station?"),
    ],
)
def test_other_questions_swap_nothing(question: str, wording: str) -> None:
    """Other words, a scrambled order or one thing alone are no swapped roles."""
    assert not swapped(question, wording)
    assert not swapped(wording, question)


def test_twins_are_nearer_than_the_bound() -> None:
    """Vectors at 0.976 or nearer are twins; none at all are not."""
    one = np.array([[1.0, 0.0]], np.float32)
    near = np.array([[0.977, (1 - 0.977**2) ** 0.5]], np.float32)
    far = np.array([[0.975, (1 - 0.975**2) ** 0.5]], np.float32)
    assert twins(one, near)
    assert not twins(one, far)
    assert twins(one, np.concatenate([far, near]))
    assert not twins(one, one[:0])


def test_twins_in_words() -> None:
    """Without vectors nearly the same characters make twins."""
    assert twins_in_words(["积分怎么兑换里程"], ["里程怎么兑换积分", "积分怎么兑换里程？"])
    assert not twins_in_words(["积分怎么换里程"], ["会员名册要保存多久"])
    assert not twins_in_words([], ["积分"])


def test_a_question_leans_to_the_twin_whose_words_it_has() -> None:
    """Words in which two entries differ decide between them; none decide nothing."""
    first, second = ["企业用户怎么注册账号"], ["个人用户怎么注册账号"]
    assert leaning("企业要注册账号", first, second) > 0
    assert leaning("个人要注册账号", first, second) < 0
    assert leaning("怎么注册账号", first, second) == 0


@pytest.mark.parametrize(
    ("question", "wordings", "other"),
    [
        ("长江有多宽", ["长江有多长"], True),
        ("长江全长多少公里", ["长江有多长"], False),
        ("绿灯闪烁是什么意思", ["指示灯红色闪烁是什么意思"], True),
        ("红灯一直闪", ["指示灯红色闪烁是什么意思"], False),
        ("滤芯多少钱一支", ["如何更换滤芯"], True),
        ("坏了多长时间内免费修", ["保修期多久"], False),
        ("上海面积多大", ["上海有多少常住人口", "上海人口"], True),
        ("How tall is the tower?", ["How long is the bridge?"], True),
        ("What do you charge for postage?", ["How much is shipping?", "postage fee"], False),
        ("怎么换滤芯", ["如何更换滤芯"], False),
    ],
)
def test_another_measure_is_another_question(
    question: str, wordings: list[str], *, other: bool
) -> None:
    """As near as the words are; where another entry asks for none, among few entries alone."""
    assert measures_other(question, wordings, strictly=True) is other
    assert not (measures_other("滤芯多少钱一支", ["如何更换滤芯"], strictly=False))


def test_another_place_is_another_question() -> None:
    """河南 is not 湖南; a place beside the one that is named (陕西的省府在哪座城市) is none."""
    entry = [("湖南的省会是哪里", ["湖南"])]
    assert names_other("河南的省会是哪里", ["河南"], entry)
    assert not names_other("湖南省的省会城市", ["湖南省", "城市"], entry)
    assert not names_other("湖南的省会", ["湖南"], entry)
    assert not names_other("河南在哪", ["河南"], [("省会是哪里", [])])
