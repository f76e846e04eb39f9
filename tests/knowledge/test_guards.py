"""What likeness cannot see: twins and swapped roles."""

from __future__ import annotations

import numpy as np
import pytest

from knowledge.search.guards import leaning, swapped, swapped_with_all, twins, twins_in_words


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
