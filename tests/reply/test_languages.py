"""The language of a reply: the text's own, the conversation's, or the one that is asked for."""

from __future__ import annotations

import pytest

from dialog.reply.languages import (
    in_other_words,
    language_of,
    language_wished,
    other_spoken,
)
from dialog.reply.question import Exchange
from knowledge.types import Language


def before(*questions: str) -> tuple[Exchange, ...]:
    return tuple(Exchange(q, "answered") for q in questions)


@pytest.mark.parametrize("text", ["1", "12", "?", "ok", "Okay.", "no", "GPS", "", "…"])
def test_a_text_of_no_language_goes_on_in_that_before(text: str) -> None:
    """A digit is tapped, ok is typed in every language."""
    assert language_of(text, before("How do I list a product?"), "zh") == "en"
    assert language_of(text, before("数据产品怎么挂牌？"), "en") == "zh"
    assert language_of(text, before("How do I list a product?", "2", "ok"), "zh") == "en"


def test_the_first_text_of_no_language_has_the_chosen_one() -> None:
    """Nothing was said before: the page knows what it shows."""
    assert language_of("1", (), "en") == "en"
    assert language_of("ok", (), "zh") == "zh"


def test_a_text_keeps_its_own_language() -> None:
    """Who changes the language is answered in the new one."""
    assert language_of("and the fees?", before("怎么入驻"), "zh") == "en"
    assert language_of("第一个", before("How do I join?"), "en") == "zh"


def test_after_a_wish_a_digit_goes_on_in_the_language_that_was_asked_for() -> None:
    """The words of the wish may be of the other language."""
    assert language_of("2", before("怎么入驻", "用英文再说一遍"), "zh") == "en"
    assert language_of("2", before("How do I join?", "Say it in Chinese, please"), "en") == "zh"


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Sorry, I don't understand Chinese", "en"),
        ("could you repeat that in English?", "en"),
        ("say again in english what the exchange do", "en"),
        ("中文我看不懂", "en"),
        ("麻烦用英语讲一遍", "en"),
        ("能翻译成英文吗", "en"),
        ("No Chinese, English please", "en"),
        ("换成中文吧", "zh"),
        ("我不懂英语", "zh"),
        ("我英文不好，还是说中文吧", "zh"),
        ("i can't read english", "zh"),
        ("Chinese please", "zh"),
    ],
)
def test_a_plea_for_a_language(text: str, language: Language) -> None:
    """Named alone, or for want of the other; nothing else is asked."""
    wish = language_wished(text)
    assert wish is not None
    assert (wish.language, wish.rest) == (language, "")


@pytest.mark.parametrize(
    "text",
    [
        "标识只写英文行吗",
        "申报材料要用中文吗",
        "Must the label be in Chinese?",
        "法条有英文版吗",
        "What does Chinese law say of this?",
        "公司章程是英文的可以交吗",
        "May I sell an English corpus?",
    ],
)
def test_a_question_on_languages_is_no_plea(text: str) -> None:
    """It names a matter: papers, labels, laws."""
    assert language_wished(text) is None


@pytest.mark.parametrize(
    ("text", "language", "rest"),
    [
        ("请用英文告诉我怎么入驻", "en", "怎么入驻"),
        ("How do I join? Please answer in Chinese.", "zh", "How do I join"),
        ("数商有几类，用英语回答", "en", "数商有几类"),
    ],
)
def test_a_question_with_its_language(text: str, language: Language, rest: str) -> None:
    """The question is answered, in that language."""
    wish = language_wished(text)
    assert wish is not None
    assert (wish.language, wish.rest) == (language, rest)
    assert not in_other_words(wish, before("数据出境怎么办"), "zh")


def test_whether_a_spoken_language_is_spoken_says_nothing_again() -> None:
    """In English, do you speak English is a question; in Chinese it is a wish."""
    wish = language_wished("Do you speak English?")
    assert wish is not None
    assert not in_other_words(wish, before("How do I join?"), "zh")
    assert in_other_words(wish, before("怎么入驻"), "zh")


@pytest.mark.parametrize(
    "text",
    [
        "Goedemorgen! Do you maybe speak Dutch?",
        "Hello, does anyone there speak German or French?",
        "can you answer in Japanese please",
        "你们会讲上海话伐",
        "请问能说日语吗？",
        "您好，会不会广东话",
    ],
)
def test_another_language_is_asked_for(text: str) -> None:
    """Whatever greeting stands in front."""
    assert other_spoken(text)


@pytest.mark.parametrize(
    "text",
    [
        "Can Dutch companies join?",
        "do you have speech data in Cantonese",
        "合同能用外文写吗",
        "能不能说人话",
        "会讲笑话吗",
        "上海话的语料能卖吗",
        "can we submit papers in German",
    ],
)
def test_a_language_in_a_question_is_none_that_is_spoken(text: str) -> None:
    """Papers and data have languages, too."""
    assert not other_spoken(text)
