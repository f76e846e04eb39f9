"""Plain questions for one side of a matter."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.answers.matters import MatterBook
from knowledge.answers.sides import LEXICON, sides_of
from knowledge.search.targets import Target
from knowledge.text import symbols
from knowledge.types import SIDES, Gap, Matter, MatterSide

DOCUMENTS = ("gap.documents", "gap.cost", "gap.steps", "gap.register")
TARGETS = [Target(Gap(name, name, "", ""), (name,), (), "") for name in DOCUMENTS]
LISTING = Matter(
    "matter.listing",
    ("挂牌", "产品上架", "list a data product", "listing"),
    (
        MatterSide("documents", "gap.documents"),
        MatterSide("cost", "gap.cost"),
        MatterSide("steps", "gap.steps"),
        MatterSide("duty", "gap.ended"),
    ),
)
REGISTERING = Matter("matter.register", ("登记",), (MatterSide("documents", "gap.register"),))
BOOK = MatterBook([LISTING, REGISTERING], TARGETS, ("海边交易所",))


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("挂牌要交哪些材料？", "gap.documents"),
        ("材料要交哪些，挂牌的", "gap.documents"),
        ("请问我们公司的数据产品上架需要准备什么文件呢", "gap.documents"),
        ("在海边交易所挂牌多少钱", "gap.cost"),
        ("產品上架要花多少錢", "gap.cost"),
        ("挂牌第一步做什么", "gap.steps"),
        ("登记要交啥材料", "gap.register"),
        ("产品怎么上架", "gap.steps"),
        ("How much does it cost to list a data product?", "gap.cost"),
        ("What documents do I need for a listing?", "gap.documents"),
    ],
)
def test_a_plain_question_is_answered_by_the_side_of_its_matter(question: str, answer: str) -> None:
    found = BOOK.find(question)
    assert found is not None
    assert found.id == answer


@pytest.mark.parametrize(
    "question",
    [
        "",
        "？？？",
        "挂牌",
        "材料",
        "北京挂牌多少钱",
        "不挂牌要交哪些材料",
        "挂牌材料谁来盖章",
        "2021年挂牌多少钱",
        "挂牌和登记的材料一样吗",
        "挂牌要交哪些材料，多少钱",
        "挂牌后登记要交哪些材料",
        "产品多少钱？上架呢",
        "产品分哪几类？上架怎么弄",
        "挂牌要不要做",
        "挂牌材料交了之后多久有结果",
        "个人挂牌要交哪些材料",
        "挂牌的产品多少钱",
        "How much does it cost to list a data product in Beijing?",
        "挂牌" + "要" * 300 + "多少钱",
    ],
)
def test_a_word_left_over_or_a_side_without_a_document_goes_to_the_search(question: str) -> None:
    assert BOOK.find(question) is None


LAWYERS = Matter("matter.lawyers", ("律所挂牌",), (MatterSide("documents", "gap.register"),))
ASKED_BY = MatterBook([LISTING, REGISTERING, LAWYERS], TARGETS)


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("我们是一家做风筝的小公司，想挂牌，要怎么办", "gap.steps"),
        ("我司是做地毯的，产品上架多少钱？", "gap.cost"),
        ("您好，我是开面馆的，打算挂牌，要什么材料", "gap.documents"),
        (
            "We are a small kite maker and want to list a data product. How do we go about it?",
            "gap.steps",
        ),
        ("My company makes carpets. How much does a listing cost?", "gap.cost"),
        (
            "Good morning! We build kites. We have a small team in Pudong. How much is a listing?",
            "gap.cost",
        ),
        ("I run the China branch of a Finnish kite maker. How much is a listing?", "gap.cost"),
    ],
)
def test_who_asks_is_told_first(question: str, answer: str) -> None:
    """It says nothing against a plain question."""
    found = ASKED_BY.find(question)
    assert found is not None
    assert found.id == answer


@pytest.mark.parametrize(
    "question",
    [
        *("我们是一家律所，想挂牌，要怎么办", "我们是境外公司，想挂牌，要怎么办"),
        *("我们是没有牌照的公司，想挂牌，要怎么办", "我是个人，挂牌要什么材料"),
        *(
            "我们是做登记的，挂牌多少钱",
            "风筝很贵，挂牌多少钱",
            "我们有三万条客户信息，想挂牌，要怎么办",
        ),
        *(
            "We are a foreign firm. How much does a listing cost?",
            "We are a Finnish kite maker. How much does a listing cost?",
        ),
    ],
)
def test_who_asks_may_be_a_condition(question: str) -> None:
    """An asker of whom another matter is, a denial, a figure, another matter: it is searched."""
    assert ASKED_BY.find(question) is None


@pytest.mark.parametrize(
    "question",
    ["想挂牌", "我们打算来挂牌", "我是开面馆的，也想尽快挂牌。", "We want to list a data product"],
)
def test_a_wish_for_a_matter_is_told_its_steps(question: str) -> None:
    """Who says nothing else wants to know how it is done."""
    found = ASKED_BY.find(question)
    assert found is not None
    assert found.id == "gap.steps"


@pytest.mark.parametrize(
    "question", ["想知道挂牌", "想登记", "不想挂牌", "想挂牌的人", "听说你想挂牌"]
)
def test_what_is_no_plain_wish_is_searched(question: str) -> None:
    """Another word, a denial, or a matter without steps."""
    assert ASKED_BY.find(question) is None


@pytest.mark.parametrize(
    ("text", "answer"), [("那材料呢", "gap.documents"), ("它多少钱", "gap.cost")]
)
def test_a_side_alone_goes_on_with_the_matter_before(text: str, answer: str) -> None:
    found = BOOK.go_on(text, ["挂牌怎么弄"])
    assert found is not None
    assert found.id == answer


def test_among_several_names_the_matter_that_was_told_stands_first() -> None:
    """我想挂牌数据产品 names both; the answer tells which of them is spoken of."""
    both = ["挂牌以后要登记"]
    told = BOOK.go_on("那材料呢", both, {"gap.register"})
    assert told is not None
    assert told.id == "gap.register"


def test_what_was_told_names_the_matter_where_the_question_does_not() -> None:
    """Only where all matters that it answers have the side alike."""
    found = BOOK.go_on_from("那材料呢", {"gap.steps"})
    assert found is not None
    assert found.id == "gap.documents"
    assert BOOK.go_on_from("那材料呢", set()) is None
    assert BOOK.go_on_from("登记的材料呢", {"gap.steps"}) is None


@pytest.mark.parametrize(
    "text",
    [
        "要找数商吗",
        "一定要请律师吗",
        "可以自己办吗",
        "要自己写吗",
        "do i need a lawyer",
        "can i do it myself",
    ],
)
def test_whether_help_is_needed_is_a_side_of_its_own(text: str) -> None:
    """Not whether the thing may be done at all, nor a wish for somebody."""
    agents = Matter("matter.agent", ("数商",), (MatterSide("cost", "gap.cost"),))
    helped = Matter("matter.helped", ("挂牌",), (MatterSide("helper", "gap.steps"),))
    book = MatterBook([agents, helped], TARGETS)
    assert book.asks_alone(text)
    found = book.go_on(text, ["挂牌怎么弄"])
    assert found is not None
    assert found.id == "gap.steps"


@pytest.mark.parametrize(
    ("text", "earlier"),
    [
        ("那材料呢", []),
        ("那材料呢", ["今天天气"]),
        ("北京的材料呢", ["挂牌怎么弄"]),
        ("登记呢", ["挂牌怎么弄"]),
    ],
)
def test_what_names_more_or_has_nothing_before_it_does_not(text: str, earlier: list[str]) -> None:
    assert BOOK.go_on(text, earlier) is None


@given(st.lists(st.sampled_from(sorted(LEXICON)), max_size=6))
def test_sides_are_those_asked_for_by_words_that_are_all_known(
    words: list[tuple[str, ...]],
) -> None:
    text = tuple(symbol for word in words for symbol in word)
    assert set(sides_of(text)) <= set(SIDES)
    assert sides_of((*text, "鲸")) == ()


def test_every_side_can_be_asked_for_in_both_languages() -> None:
    for signs in LEXICON:
        word = LEXICON[signs]
        if word.asks:
            assert sides_of(signs), signs
    asked = {side for words in LEXICON for side in sides_of(words)}
    english = {side for words in LEXICON if words[0].isascii() for side in sides_of(words)}
    assert asked == english == set(SIDES)
    assert sides_of(symbols("要交哪些材料")) == ("documents",)


CONTRACT = Matter("matter.contract", ("示范合同",), (MatterSide("cost", "gap.cost"),))
FILING = Matter(
    "matter.filing",
    ("示范合同报备",),
    (
        MatterSide("deadline", "gap.steps"),
        MatterSide("documents", "gap.documents"),
        MatterSide("penalty", "gap.register"),
    ),
)
LONGER = MatterBook([CONTRACT, FILING], TARGETS)


def test_the_longer_name_around_the_asking_words_is_meant() -> None:
    """示范合同几天内报备 asks of the filing, of which the contract knows nothing."""
    found = LONGER.find("示范合同几天内报备")
    assert found is not None
    assert found.id == "gap.steps"
    assert LONGER.find("示范合同几天内生效") is None


@pytest.mark.parametrize(
    ("text", "answer"), [("材料呢", "gap.documents"), ("不报备怎么罚", "gap.register")]
)
def test_what_follows_goes_on_with_the_longer_name(text: str, answer: str) -> None:
    """A side alone, or one that says the end of the name again."""
    found = LONGER.go_on(text, ["示范合同几天内报备"])
    assert found is not None
    assert found.id == answer
