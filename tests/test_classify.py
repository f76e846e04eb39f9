"""``yingbin classify``: labels after examples of anybody's."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from knowledge.classifying import Labelled, is_outside, train
from knowledge.search.vectors import HashedPairs
from tests.command_parts import Command

CITIES = ("上海", "北京", "深圳", "杭州", "成都", "西安", "武汉", "苏州")
ASKED = {
    "weather": ("{}明天下雨吗", "{}今天多少度", "{}周末天气怎么样", "看一下{}的天气预报"),
    "train": ("买一张去{}的高铁票", "到{}的火车几点开", "订{}的动车票", "{}的列车还有座吗"),
    "hotel": ("在{}订一间酒店", "{}哪家宾馆便宜", "帮我找{}的住宿", "{}的民宿要多少钱"),
    "food": ("{}有什么好吃的", "推荐{}的餐馆", "{}的火锅店在哪", "想在{}吃本帮菜"),
}
OUTSIDE = ("写一首诗", "给我讲个笑话", "股票涨了没有", "二加二等于几", "翻译这句话", "你多大了")


def examples(labels: tuple[str, ...] = tuple(ASKED), cities: int = 6) -> list[dict[str, Any]]:
    return [
        {"text": form.format(city), "label": label}
        for label in labels
        for form in ASKED[label]
        for city in CITIES[:cities]
    ]


class Labeller(Command):
    """The command with its two files."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        super().__init__(["classify"], folder, capsys)

    def over(self, given: list[Any], asked: list[Any]) -> tuple[object, ...]:
        """The options for these examples and texts."""
        files = self.file("train.jsonl", *given), self.file("test.jsonl", *asked)
        return "--train", files[0], "--test", files[1]

    def rows(self, given: list[Any], texts: list[str], *words: str) -> list[dict[str, Any]]:
        rows = self.lines(*self.over(given, [{"text": text} for text in texts]), *words)
        assert len(rows) == len(texts)
        for row in rows:
            assert set(row) == {"label", "confidence", "in_scope"}
            assert row["label"] in {g["label"] for g in given}
            assert 0 <= row["confidence"] <= 1
            assert 0 <= row["in_scope"] <= 1
        return rows


@pytest.fixture
def labeller(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Labeller:
    return Labeller(tmp_path, capsys)


@pytest.mark.parametrize("words", [(), ("--words",)], ids=["meaning", "words"])
def test_unseen_texts_get_their_labels(labeller: Labeller, words: tuple[str, ...]) -> None:
    """A line a text in the file's order; what was not trained has less of a chance to be in
    scope than what was."""
    asked = [(f.format("苏州"), label) for label, forms in ASKED.items() for f in forms]
    rows = labeller.rows(examples(), [*(t for t, _ in asked), *OUTSIDE], *words)
    right = [row["label"] == label for row, (_, label) in zip(rows, asked, strict=False)]
    assert sum(right) >= len(right) - 1
    inside = [row["in_scope"] for row in rows[: len(asked)]]
    outside = [row["in_scope"] for row in rows[len(asked) :]]
    assert np.mean(inside) > np.mean(outside) + 0.3


def test_an_outside_class_is_no_scope(labeller: Labeller) -> None:
    """Where training has a class for what lies outside, its texts are out of scope."""
    outside = [{"text": t, "label": "其他"} for t in OUTSIDE]
    rows = labeller.rows([*examples(), *outside], ["讲一个笑话吧", "武汉明天下雨吗"], "--words")
    assert rows[0]["in_scope"] < 0.5 < rows[1]["in_scope"]
    assert rows[1]["label"] == "weather"


@pytest.mark.parametrize("name", ["oos", "OOS", "out_of_scope", "Out of Domain", "其他", "域外"])
def test_names_of_an_outside_class(name: str) -> None:
    """Upper case, spaces and punctuation do not matter."""
    assert is_outside(name)


@pytest.mark.parametrize("name", ["chat", "其他费用", "other_fees", "transfer", "问候", ""])
def test_other_names_are_labels(name: str) -> None:
    """A name that only begins so is a label like any other."""
    assert not is_outside(name)


@pytest.mark.parametrize("words", [(), ("--words",)], ids=["meaning", "words"])
def test_few_labels_and_few_examples(labeller: Labeller, words: tuple[str, ...]) -> None:
    """Two labels, one example a label, an outside class beside a single label: all are learned."""
    texts = ["广州明天下雨吗", "到重庆的火车几点开", "写一首诗", "", "？"]
    for some in (
        examples(("weather", "train")),
        [examples((label,))[0] for label in ASKED],
        [examples((label,))[0] for label in ("weather", "train")],
        [*examples(("weather",)), *({"text": t, "label": "oos"} for t in OUTSIDE)],
    ):
        rows = labeller.rows(some, texts, *words)
        assert rows[0]["label"] == "weather"


def test_english_only(labeller: Labeller) -> None:
    """English examples label English texts."""
    forms = {
        "weather": ("will it rain in {}", "how warm is {} today", "weather forecast for {}"),
        "train": ("buy a ticket to {}", "when does the train to {} leave", "book a seat to {}"),
    }
    names = ("London", "Paris", "Rome", "Oslo")
    given = [
        {"text": form.format(name), "label": label}
        for label, some in forms.items()
        for form in some
        for name in names
    ]
    rows = labeller.rows(given, ["will it rain in Madrid?", "a train ticket to Madrid please"])
    assert [row["label"] for row in rows] == ["weather", "train"]


def test_texts_of_nothing_are_out_of_scope(labeller: Labeller) -> None:
    """Empty texts and spaces get a label like the others, and no chance to be in scope; they may
    stand among the examples too."""
    given = [*examples(), {"text": "", "label": "food"}, {"text": " ", "label": "empty"}]
    for row in labeller.rows(given, ["", "  ", "\u200b"], "--words"):
        assert row["in_scope"] == 0


def test_lines_that_stand_twice_change_nothing(labeller: Labeller) -> None:
    """Equal lines count once, so they make nothing surer."""
    texts = ["苏州明天下雨吗", "苏州的列车", "笑话"]
    once = labeller.rows(examples(), texts, "--words")
    assert labeller.rows([*examples(), *examples()], texts, "--words") == once


def test_a_text_under_two_labels_is_learned(labeller: Labeller) -> None:
    """Examples that contradict each other are no error."""
    given = [*examples(), *({**e, "label": "hotel"} for e in examples(("food",)))]
    assert labeller.rows(given, ["苏州有什么好吃的"], "--words")[0]["label"] in ("hotel", "food")


def test_labels_of_the_texts_are_passed_over(labeller: Labeller) -> None:
    """A label that a text brings along, of whatever kind, changes nothing."""
    asked = [{"text": "苏州天气"}, {"text": "苏州天气", "label": None}]
    first, second = labeller.lines(*labeller.over(examples(), asked), "--words")
    assert first == second


def test_one_label_and_none_are_refused(labeller: Labeller) -> None:
    """One label teaches nothing, and no example less; both are said."""
    asked = [{"text": "x"}]
    error = labeller.fails(*labeller.over(examples(("weather",)), asked))
    assert "only the label 'weather'" in error
    assert "no example" in labeller.fails(*labeller.over([], asked))


def test_for_people_a_line_has_chances_label_and_text(labeller: Labeller) -> None:
    """Without --json a line reads confidence, scope, label, text."""
    out, _ = labeller.run(*labeller.over(examples(), [{"text": "苏州明天下雨吗"}]), "--words")
    confidence, scope, label, text = out.split()
    assert (label, text) == ("weather", "苏州明天下雨吗")
    assert min(float(confidence), float(scope)) > 0.5


LINES = st.lists(
    st.tuples(st.text(max_size=12), st.sampled_from(["a", "b", "c", "oos"])),
    min_size=2,
    max_size=24,
)


@settings(deadline=None, max_examples=20)
@given(LINES, st.lists(st.text(max_size=12), max_size=5), st.booleans())
def test_any_examples_are_learned(
    lines: list[tuple[str, str]], texts: list[str], meaning: bool
) -> None:
    """Whatever the texts are, two labels give verdicts whose chances are chances."""
    given_lines = [Labelled(text, label) for text, label in lines]
    embedder = HashedPairs(32)
    vectors = embedder.embed([e.text for e in given_lines]) if meaning else None
    if len({e.label for e in given_lines}) < 2:
        with pytest.raises(ValueError, match="one label only"):
            train(given_lines, vectors)
        return
    found = train(given_lines, vectors).judge(texts, embedder.embed(texts) if meaning else None)
    assert len(found) == len(texts)
    for verdict in found:
        assert verdict.label in {label for _, label in lines}
        assert 0 <= verdict.confidence <= 1
        assert 0 <= verdict.in_scope <= 1
