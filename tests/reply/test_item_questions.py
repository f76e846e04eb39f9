"""What a text asks of catalogue items that were shown: which of them, and which side."""

from __future__ import annotations

import pytest

from dialog.reply.item_questions import ItemQuestion, item_question, place_told


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("第二个是谁家的", (2,)),
        ("第２家的电话", (2,)),
        ("介绍一下第三款产品", (3,)),
        ("最后那个能试用吗", (3,)),
        ("最后一个怎么样", (3,)),
        ("倒数第二个多少钱", (2,)),
        ("前两个有什么区别", (1, 2)),
        ("后两家是做什么的", (2, 3)),
        ("第一个和第三个哪个好", (1, 3)),
        ("第一和第二个价格", (1, 2)),
        ("这两个有什么不同", (1, 2, 3)),
        ("第九个呢", (9,)),
        ("the second one, who sells it?", (2,)),
        ("how often is number 3 updated", (3,)),
        ("tell me more about the first", (1,)),
        ("what is the difference between the first two?", (1, 2)),
    ],
)
def test_a_place_is_read_in_both_languages(text: str, places: tuple[int, ...]) -> None:
    """Of a list of three; a place beyond it is kept, so that it can be said."""
    asked = item_question(text)
    assert asked is not None
    assert asked.among(3) == places


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ("第二个是谁家的", ("owner",)),
        ("who supplies the second one", ("owner",)),
        ("第二个怎么卖", ("price",)),
        ("第二个免费试用吗", ("trial",)),
        ("第二个多久更新一次，谁提供的", ("owner", "update")),
        ("第二个覆盖哪些城市", ("coverage",)),
        ("第二个以什么形式交付", ("delivery",)),
        ("第二个含个人信息吗", ("personal",)),
        ("第二个能用在哪些场景", ("uses",)),
        ("第二个包含哪些数据", ("kind",)),
        ("第二家是做什么的", ("services",)),
        ("第二家怎么联系", ("contact",)),
        ("第二个详细介绍一下", ("about",)),
        ("第二个", ("about",)),
        ("第二个靠谱吗", ("other",)),
        ("它多久更新", ("update",)),
        ("哪个更新快", ("update",)),
        ("有上海的吗", ("coverage",)),
        ("覆盖全国吗", ("coverage",)),
        ("多久更新一次", ("update",)),
        ("是实时的吗", ("update",)),
        ("is it real-time?", ("update",)),
        ("how often is it updated", ("update",)),
        ("能用API吗", ("delivery",)),
        ("什么格式", ("delivery",)),
        ("can i get csv", ("delivery",)),
    ],
)
def test_the_side_is_read(text: str, sides: tuple[str, ...]) -> None:
    """Whatever the catalogue has no field for is a side of its own, not somebody else's matter."""
    asked = item_question(text)
    assert asked is not None
    assert asked.sides == sides


@pytest.mark.parametrize(
    "text",
    [
        *(
            "历史的有吗",
            "近十年的呢",
            "有去年的吗",
            "能回溯多少年",
            "2015年以前的有没有",
            "往年的数据",
        ),
        *("historical?", "do you have the last 10 years", "how far back does it go", "past data"),
        *("第二个有历史数据吗", "the last two years?"),
    ],
)
def test_years_are_asked_for(text: str) -> None:
    asked = item_question(text)
    assert asked is not None
    assert asked.sides == ("span",)


@pytest.mark.parametrize(
    "text",
    [
        *("历史数据怎么挂牌", "交通的有吗", "换一批", "怎么登记", "去年有什么新规"),
        "第二个月更新吗",
        "第二个问题，会费多少钱",
        "第二个环节要什么材料",
        "第二个产品挂牌要什么材料",
        "第二条讲什么",
        "这个月有新规吗",
        "会费多少钱",
        "first, how do I list a product",
        "the first step is what",
        "有没有实时更新的交通数据",
        "它们要交税吗",
    ],
)
def test_what_asks_of_something_else_is_no_question_of_items(text: str) -> None:
    assert item_question(text) is None


def test_a_place_alone_goes_on_with_the_side_before() -> None:
    """那第三个呢 names no side; 第三个介绍一下 does."""
    assert item_question("那第三个呢") == ItemQuestion(("about",), (3,), onward=True)
    assert item_question("第三个介绍一下") == ItemQuestion(("about",), (3,))


@pytest.mark.parametrize(
    ("text", "place"),
    [("最后一个是什么", -1), ("the second one", 2), ("倒数第二个", -2), ("前两个", 0), ("会费", 0)],
)
def test_a_place_is_told_wherever_it_stands(text: str, place: int) -> None:
    """Negative from the end; several places are none."""
    assert place_told(text) == place
