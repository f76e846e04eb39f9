"""What entries ask themselves."""

from __future__ import annotations

import random

import pytest

from knowledge.search.anybody import Given, targets_of
from knowledge.search.fusion import SearchIndex
from knowledge.search.self_asked import asked_of, is_question, perturbed, self_asked, told_apart
from knowledge.text import segmenter_for

SEGMENTER = segmenter_for(())
ENTRIES = (
    Given("one", "会员卡丢了怎么补办", "带身份证到前台补办。"),
    Given("two", "停车场在哪里", "在大楼北侧。", ("车停在什么地方", "哪儿可以停车")),
    Given("three", "游泳馆管理办法第五条", "未满十二岁的儿童，应当由成年人陪同入场。"),
)


def index() -> SearchIndex:
    return SearchIndex(targets_of(ENTRIES), SEGMENTER, None)


@pytest.mark.parametrize(
    ("text", "asks"),
    [
        ("停车场在哪里", True),
        ("能不能退票？", True),
        ("How do I cancel", True),
        ("where is the museum", True),
        ("游泳馆管理办法第五条", False),
        ("东方明珠 高度", False),
        ("Shanghai Museum", False),
        ("馆内设有更衣室、淋浴间和休息区。" * 6 + "如何", False),
    ],
)
def test_questions_are_told_from_names_and_texts(text: str, asks: bool) -> None:
    """A name or a passage is not what a visitor would say."""
    assert is_question(text) is asks


def test_every_case_comes_with_and_without_its_entry() -> None:
    """An entry asks as often with itself as with itself taken away; what is taken away or hidden
    is its own."""
    cases = self_asked(index(), 7)
    for entry in range(len(ENTRIES)):
        own = [c for c in cases if c.entry == entry]
        assert sum(c.gold == entry for c in own) == sum(c.gold == -1 for c in own) > 0
        assert all(c.hidden_targets == {entry} for c in own if c.gold < 0)
    assert {c.made for c in cases if c.entry == 1} == {False}
    hidden = {w for c in cases for w in c.hidden_wordings}
    assert {index().owner[w] for w in hidden} == {1}


def test_a_text_is_asked_by_what_it_says() -> None:
    """Not its name alone, which nobody knows, but words of its clauses."""
    chance = random.Random(7)
    made = {asked_of(ENTRIES[2].question, ENTRIES[2].answer, SEGMENTER, chance) for _ in range(20)}
    assert any("儿童" in text or "成年人" in text or "陪同" in text for text in made)
    assert all(0 < len(text) < 60 for text in made)


def test_equal_seeds_ask_equally() -> None:
    """Nothing is left to chance but the seed."""
    assert self_asked(index(), 7) == self_asked(index(), 7)


def test_words_left_out_may_be_strange_ones() -> None:
    """People say the same in words that the entry does not have."""
    found = {
        perturbed("会员卡丢了怎么补办", SEGMENTER, random.Random(n), left_out=0.5, strange=["月亮"])
        for n in range(20)
    }
    assert any("月亮" in text for text in found)
    assert all(found)


def test_passages_under_one_name_are_no_twins() -> None:
    """Paragraphs of one article share its title; equal questions are twins whatever is answered."""
    given = (
        Given("a", "游泳馆", "水深一米五。"),
        Given("b", "游泳馆", "周一闭馆。"),
        Given("c", "游泳馆几点开门", "九点。"),
        Given("d", "游泳馆几点开门", "八点。"),
    )
    first, second, third, fourth = targets_of(given)
    assert told_apart(first, second)
    assert not told_apart(first, first)
    assert not told_apart(third, fourth)
