"""Mouth and captions: on one clock, within the sound, and shaped as the syllables are."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pypinyin import Style, lazy_pinyin
from pypinyin.constants import PINYIN_DICT

from avatar.cues import VISEMES, VisemeTrack, WordTrack
from avatar.spans import Spoken
from avatar.spoken import Normaliser
from avatar.syllables import syllable_shapes, units
from avatar.visemes import (
    TO_ARKIT,
    TO_VRM,
    Boundary,
    Tracks,
    align,
    estimate,
    follow,
    stretch,
)

NORMALISER = Normaliser()
TEXTS = st.one_of(
    st.text(max_size=60),
    st.text("数据交易所入场得还款，。！API 3~5个工作日%abc的了", max_size=60),
)


def plain(text: str) -> Spoken:
    return Spoken(text, tuple((i, i + 1) for i in range(len(text))))


def check(tracks: Tracks, shown: str) -> None:
    """What every track promises."""
    visemes: VisemeTrack = tracks.visemes
    words: WordTrack = tracks.words
    assert len(visemes.visemes) == len(visemes.times) == len(visemes.durations)
    assert len(visemes.visemes) == len(visemes.weights)
    assert len(words.starts) == len(words.ends) == len(words.times) == len(words.durations)
    for times, durations in (
        (visemes.times, visemes.durations),
        (words.times, words.durations),
    ):
        assert all(a < b for a, b in pairwise(times))
        assert all(duration > 0 for duration in durations)
        assert all(
            time >= 0 and time + duration <= tracks.duration
            for time, duration in zip(times, durations, strict=True)
        )
    assert set(visemes.visemes) <= set(VISEMES)
    assert all(0 <= weight <= 1 for weight in visemes.weights)
    assert all(
        0 <= start < end <= len(shown) for start, end in zip(words.starts, words.ends, strict=True)
    )
    assert list(words.starts) == sorted(words.starts)


@given(TEXTS, st.integers(-10, 10))
def test_estimated(shown: str, rate: int) -> None:
    """Without a sound every text gets tracks that keep their promises."""
    check(estimate(NORMALISER.spoken(shown), rate_percent=rate), shown)


@given(TEXTS, st.integers(1, 20_000))
def test_stretched(shown: str, duration: int) -> None:
    """Any length of sound is kept to, however short."""
    tracks = stretch(NORMALISER.spoken(shown), duration=duration)
    assert tracks.duration == duration
    check(tracks, shown)


BOUNDARIES = st.lists(
    st.builds(
        Boundary,
        st.text("数据交易所入场得还款的了", min_size=0, max_size=4),
        st.floats(0, 9000),
        st.floats(0, 2000),
    ),
    max_size=8,
)


@given(TEXTS, BOUNDARIES, st.integers(1, 9000))
def test_any_boundaries(shown: str, boundaries: list[Boundary], duration: int) -> None:
    """Whatever words a voice reports, in whatever order, the tracks keep their promises."""
    spoken = NORMALISER.spoken(shown)
    check(follow(spoken, align(spoken.text, boundaries), duration=duration), shown)


def test_words_lead_the_mouth() -> None:
    """The syllables of a word begin and end with the word, those between share what is left."""
    text = "数据交易所，入场审核。"
    heard = align(text, [Boundary("数据", 100, 400), Boundary("入场", 1500, 400)])
    words = follow(plain(text), heard, duration=3000).words
    at = dict(zip(words.starts, words.times, strict=True))
    assert at[0] == 100
    assert at[1] == pytest.approx(300, abs=1)
    assert 500 <= at[2] < at[3] < at[4] < 1500
    assert at[6] == 1500
    assert 1900 <= at[8] < at[9] < 3000


def test_words_are_matched_not_counted() -> None:
    """Oddly cut words, signs left out and words that do not stand there harm nobody."""
    text = "审核需要三至五个工作日。"
    boundaries = [
        Boundary("审", 100, 200),
        Boundary("核需", 300, 400),
        Boundary("哦", 650, 50),
        Boundary("要", 700, 200),
        Boundary("三至五个", 900, 800),
        Boundary("工作日。", 1700, 600),
    ]
    heard = align(text, boundaries)
    assert heard.rest == 0
    words = follow(plain(text), heard, duration=2600).words
    # The last syllable before a pause is drawn out, so its neighbours come a little sooner.
    assert words.times == pytest.approx(tuple(range(100, 2300, 200)), abs=20)


def test_what_was_not_said_is_known() -> None:
    """The time of the words behind the last one reported is what a cut sound lacks."""
    assert align("数据交易所", [Boundary("数据", 0, 400)]).rest == pytest.approx(620, abs=20)
    assert align("数据交易所", [Boundary("数据", 0, 200)]).rest == pytest.approx(310, abs=20)
    assert align("数据交易所", [Boundary("数据交易所", 0, 1000)]).rest == 0


@pytest.mark.parametrize(
    ("pinyin", "visemes"),
    [
        ("ba", ["PP", "aa"]),
        ("fa", ["FF", "aa"]),
        ("shu", ["CH", "U"]),
        ("ju", ["CH", "U", "I"]),
        ("nv", ["nn", "U", "I"]),
        ("zhi", ["CH", "I"]),
        ("si", ["SS", "I"]),
        ("yi", ["I"]),
        ("wo", ["U", "O"]),
        ("yuan", ["U", "E", "nn"]),
        ("xue", ["CH", "U", "E"]),
        ("er", ["E", "RR"]),
        ("hao", ["kk", "aa", "O"]),
        ("jiong", ["CH", "U", "O", "nn"]),
    ],
)
def test_syllables(pinyin: str, visemes: list[str]) -> None:
    """Initials and finals become the shapes that lips make of them."""
    shapes = syllable_shapes(pinyin)
    assert [shape.viseme for shape in shapes] == visemes
    assert sum(shape.share for shape in shapes) == pytest.approx(1, abs=0.02)


def test_every_syllable_has_its_shapes() -> None:
    """No syllable of the language falls back to a murmur."""
    common = [chr(code) for code in range(0x4E00, 0x9FA6) if code in PINYIN_DICT]
    syllables = set(lazy_pinyin("，".join(common), style=Style.NORMAL)) - {"，"}
    lazy = {
        syllable
        for syllable in syllables
        if [s.viseme for s in syllable_shapes(syllable)][-1:] == ["E"]
        and not syllable.endswith(("e", "ê"))
    }
    assert len(syllables) > 390
    assert lazy <= {"m", "n", "ng", "hm", "hng", "hei", "lo"}, lazy


@pytest.mark.parametrize(
    ("text", "pinyin"),
    [("还款", "huan kuan"), ("得先审核", "dei xian shen he"), ("重新登记", "chong xin deng ji")],
)
def test_polyphones(text: str, pinyin: str) -> None:
    """Characters with several readings take the one of this field."""
    shapes = [unit.shapes for unit in units(text)]
    assert shapes == [syllable_shapes(syllable) for syllable in pinyin.split()]


def test_pauses_close_the_mouth() -> None:
    """At a full stop the mouth closes; at the end of a syllable it does not."""
    tracks = estimate(plain("数据。数据"))
    assert tracks.visemes.visemes.count("sil") == 1
    assert "sil" not in estimate(plain("数据数据")).visemes.visemes


def test_letters_and_english() -> None:
    """Letters are named, words are spelled roughly, figures are said."""
    assert [u.shapes[0].viseme for u in units("B P F")] == ["PP", "PP", "E"]
    assert [s.viseme for s in units("map")[0].shapes] == ["PP", "aa", "PP"]
    assert [s.viseme for s in units("5")[0].shapes] == ["FF", "I", "FF"]


def test_figures_are_one_caption() -> None:
    """A shown figure lights up whole while its words sound."""
    words = estimate(NORMALISER.spoken("共1,234元")).words
    assert list(zip(words.starts, words.ends, strict=True)) == [(0, 1), (1, 6), (6, 7)]


def test_other_faces() -> None:
    """Every shape has a form for VRM and for ARKit faces."""
    assert set(TO_VRM) == set(TO_ARKIT) == set(VISEMES)
    vrm = {"aa", "ih", "ou", "ee", "oh"}
    assert {name for shapes in TO_VRM.values() for name, _ in shapes} == vrm
