"""What a short text asks of the ground of the reply before, by its whole wording."""

from __future__ import annotations

import pytest

from dialog.reply.told_sides import sides_asked


@pytest.mark.parametrize(
    "text",
    [
        "那是哪部法里的",
        "出处在哪儿",
        "刚刚说的根据是什么",
        "写在第几条",
        "以上说法来自哪些法规",
        "有没有法律依据",
        "是哪个标准规定的",
        "你凭什么这么说",
        "Under which provision?",
        "Where is that written?",
        "What's your source for this?",
    ],
)
def test_the_basis_is_asked_for(text: str) -> None:
    """In whatever words: the law, the article, the file, the source."""
    assert sides_asked(text) == ("basis",)


@pytest.mark.parametrize(
    "text",
    [
        "由哪个机关处罚",
        "那谁来查处",
        "违法了会被哪个部门罚",
        "Who is going to punish us?",
        "Which regulator enforces this?",
        "Who'll punish that?",
        "What authority hands out the fine?",
    ],
)
def test_who_punishes_is_asked_for(text: str) -> None:
    """Who fines is another question than who is fined."""
    assert sides_asked(text) == ("authority",)


@pytest.mark.parametrize(
    "text",
    [
        "不照办会有什么后果",
        "要是没交会怎样",
        "违法的话罚款标准是多少",
        "那不遵守呢",
        "这样做会怎么罚",
        "Any fine if we skip it?",
        "And what if we simply don't?",
        "How high is the penalty for not complying?",
    ],
)
def test_what_a_breach_costs_is_asked_for(text: str) -> None:
    """Of whatever was told: by a breach, or by leaving it undone."""
    assert sides_asked(text) == ("penalty",)


@pytest.mark.parametrize(
    "text",
    [
        "这条几号生效的",
        "什么时候起施行",
        "实施了没",
        "施行日期呢",
        "从哪年开始的",
        "这条规定现在还有效吗",
        "since when?",
        "And when did it take effect?",
        "Is that rule still in force?",
        "From what date does this apply",
    ],
)
def test_since_when_it_holds_is_asked_for(text: str) -> None:
    """By the day, by whether it does already, or by whether it does still."""
    assert sides_asked(text) == ("force",)


@pytest.mark.parametrize(
    "text",
    [
        "证书什么时候生效",
        "还有效吗",
        "什么时候开始办",
        "从哪天开始算",
        "when does it expire?",
        "Does that apply to us?",
        "Is it valid?",
    ],
)
def test_a_day_of_something_else_is_no_day_of_a_rule(text: str) -> None:
    """What is named, or may be said of any paper, is asked of that."""
    assert sides_asked(text) == ()


@pytest.mark.parametrize(
    "text", ["办错了会有什么后果", "要是搞错了呢", "What happens if we get it wrong?"]
)
def test_a_mistake_is_a_breach_too(text: str) -> None:
    """How to mend it is another question."""
    assert sides_asked(text) == ("penalty",)
    assert sides_asked("填错了怎么改") == ()


@pytest.mark.parametrize(
    "text",
    [
        "谁会被罚",
        "哪条路近",
        "第几条讲未成年人",
        "哪个部门负责备案",
        "没有授权会怎样",
        "卖了多少",
        "没做怎么办",
        "罚款要在几天内交",
        "who is fined",
        "What does the law require?",
        "What if we don't have consent?",
        "Which documents do we need?",
    ],
)
def test_what_asks_for_something_of_its_own(text: str) -> None:
    """One word that is left over makes it another question."""
    assert sides_asked(text) == ()


def test_sides_that_are_asked_for_together() -> None:
    """Each question of a text asks for a side, in its order; another one among them is not left
    out."""
    assert sides_asked("哪条规定的？由谁处罚？") == ("basis", "authority")
    assert sides_asked("谁来罚，罚多少") == ("authority", "penalty")
    assert sides_asked("谁来罚，挂牌要什么材料") == ()
