"""Small classifiers: chances, files, and the same guess after a round trip."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dialog.reply import feeling as feelings
from dialog.reply.building import build_models, load_models
from dialog.reply.intent import NO_GUESS, classify
from dialog.reply.small_models import SmallModel, train
from knowledge.pack import Pack
from knowledge.search.vectors import HashedPairs, VectorCache
from knowledge.types import Example
from tests.knowledge.small_parts import small_models, small_pack

INTENT = small_models().intent
FEELING = small_models().feeling
assert INTENT is not None
assert FEELING is not None
FEW = [e for e in small_pack().intents if e.label in ("greeting", "out_of_scope")]


@settings(deadline=None)
@given(st.text(max_size=60) | st.sampled_from(["", " ", "🙂", "名" * 500, "\x00"]))
def test_chances_sum_to_one_for_any_text(text: str) -> None:
    """Every text gets a label of the list with chances that sum to one."""
    for model in (INTENT, FEELING):
        guess = model.guess(text)
        assert set(guess.chances) == set(model.labels)
        assert sum(guess.chances.values()) == pytest.approx(1, abs=1e-4)
        assert guess.chance == max(guess.chances.values())


def test_examples_are_recognised() -> None:
    """A model knows what it was taught."""
    for model, examples in ((INTENT, small_pack().intents), (FEELING, small_pack().feelings)):
        wrong = [e.text for e in examples if model.guess(e.text).label != e.label]
        assert len(wrong) <= len(examples) // 20, wrong


def test_writing_makes_no_difference() -> None:
    """Width, script and case change no guess."""
    for left, right in (
        ("我要找人工", "我要找人工 "),
        ("HELLO", "hello"),
        ("帮我写首诗", "幫我寫首詩"),
    ):
        assert INTENT.guess(left) == INTENT.guess(right)


def test_a_model_survives_its_file(tmp_path: Path) -> None:
    """Saved and loaded, a model guesses the same, with vectors and without."""
    vectors = HashedPairs().embed([e.text for e in FEW])
    model, report = train(FEW, vectors)
    assert len(report) == len(FEW)
    path = tmp_path / "model.npz"
    model.save(path)
    again = SmallModel.load(path)
    for example, vector in zip(FEW, vectors, strict=True):
        for given_vector in (None, vector):
            before, after = (
                model.guess(example.text, given_vector),
                again.guess(example.text, given_vector),
            )
            assert before.label == after.label
            assert before.chance == pytest.approx(after.chance, abs=0.02)
    assert [p.name for p in tmp_path.iterdir()] == ["model.npz"]


def test_a_broken_file_is_no_model(tmp_path: Path) -> None:
    """A file cut anywhere raises what callers expect, and building makes the model anew."""
    pack = Pack(small_pack().profile, (), intents=FEW)
    built = build_models(tmp_path, pack, None)
    assert built.intent is not None
    assert set(built.intent.labels) == {"greeting", "out_of_scope"}
    assert built.feeling is None
    (path,) = tmp_path.glob("intent-*.npz")
    whole = path.read_bytes()
    for keep in (0, 10, 300, len(whole) // 2, len(whole) - 1):
        path.write_bytes(whole[:keep])
        with pytest.raises((OSError, ValueError)):
            SmallModel.load(path)
        assert load_models(tmp_path, pack).intent is None
    path.write_bytes(whole)
    loaded = load_models(tmp_path, pack).intent
    assert loaded is not None
    assert loaded.guess("早上好").label == "greeting"
    assert loaded.guess("帮我写首诗").label == "out_of_scope"


def test_changed_examples_are_trained_anew(tmp_path: Path) -> None:
    """Other examples have another file, and the old one goes."""
    train(FEW, None)[0].save(tmp_path / "intent-000000000000.npz")
    more = [*FEW, Example(text="嗨嗨嗨", label="greeting", persona="clerk")]
    pack = Pack(small_pack().profile, (), intents=more)
    assert load_models(tmp_path, pack).intent is None
    build_models(tmp_path, pack, VectorCache(HashedPairs(), None))
    assert len(list(tmp_path.glob("intent-*.npz"))) == 1
    assert load_models(tmp_path, pack).intent is not None


def test_reading_without_models_guesses_nothing() -> None:
    """Until the models are there, nothing is felt and nothing is ruled out."""
    assert feelings.read(None, "气死我了", None) == "neutral"
    assert classify(None, "帮我写首诗", None) is NO_GUESS


def test_weak_feelings_count_as_none() -> None:
    """A feeling below its mark is neutral; a plain one is acted upon."""
    assert feelings.read(FEELING, "气死我了，办了三次", None) == "angry"
    for text in ("", "会员分哪几类"):
        assert feelings.read(FEELING, text, None) == "neutral"


def test_distress_and_scope_come_from_their_labels() -> None:
    """The chances that guard a turn are those of their labels."""
    guess = classify(INTENT, "我不想活了", None)
    chances = INTENT.guess("我不想活了").chances
    assert guess.distress == chances["distress"] > 0.6
    assert guess.in_scope == pytest.approx(1 - chances["out_of_scope"])
    assert np.isclose(guess.unsafe, chances["unsafe"])


@pytest.mark.parametrize("label", ["anxious", "urgent"])
def test_worry_and_haste_need_a_word_of_their_own(label: str) -> None:
    """However sure the model: a calm question is not soothed."""
    calm, shown = "会员要是受过罚，能不能再申请", "会员要是受过罚，我很担心，急"
    texts = {calm: label, shown: label, "你好": "neutral", "会员分几类": "neutral"}
    examples = [
        Example(text=text, label=told, persona=persona)
        for text, told in texts.items()
        for persona in ("clerk", "lawyer")
        for _ in range(8)
    ]
    model, _ = train(examples, None)
    assert model.guess(calm).label == label
    assert model.guess(calm).chance >= feelings.SURE
    assert feelings.read(model, calm, None) == "neutral"
    assert feelings.read(model, shown, None) == label


@pytest.mark.parametrize(
    ("label", "plain", "shown"),
    [
        (
            "angry",
            ("你们电话多少", "收费贵不贵", "谁管你们", "Who runs you"),
            ("你们电话永远打不通，是摆设吗", "你们就是骗钱的！", "这服务毫无诚意", "Stop it"),
        ),
        (
            "disappointed",
            ("小公司有补贴没", "今年有几家入表了", "Is there a subsidy"),
            ("说得好听，到头来啥也没有", "这回又落空了", "I had hoped for more, is that all?"),
        ),
    ],
)
def test_a_plain_question_shows_no_feeling(
    label: str, plain: tuple[str, ...], shown: tuple[str, ...]
) -> None:
    """However sure the model is, a short question is no outburst and no sigh; who asks nothing may
    feel so in words that stand in no list."""
    examples = [
        Example(text=text, label=told, persona=persona)
        for texts, told in (((*plain, *shown), label), (("你好", "会员分几类"), "neutral"))
        for text in texts
        for persona in ("clerk", "lawyer")
        for _ in range(8)
    ]
    model, _ = train(examples, None)
    assert all(model.guess(text).chance >= feelings.SURE for text in (*plain, *shown))
    assert [feelings.read(model, text, None) for text in plain] == ["neutral"] * len(plain)
    assert [feelings.read(model, text, None) for text in shown] == [label] * len(shown)
