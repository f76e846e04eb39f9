"""Denials with a hedge: they deny all the same, and are never read as a yes."""

from __future__ import annotations

from datetime import date

import pytest

from knowledge.answers.hedged import surmised
from knowledge.answers.table_words import occurs
from knowledge.answers.tables import rule_on
from knowledge.text import normalise
from knowledge.types import DecisionTable
from tests.knowledge.small_parts import shipped_pack

CROSSING = shipped_pack().all(DecisionTable)["table.cross-border-route"]
TODAY = date(2026, 11, 22)
WEATHER = "我们有一批气象数据要传到日本的种子公司"
SENSORS = "We want to send sensor data of our customers to Japan"


@pytest.mark.parametrize(
    ("phrase", "text"),
    [
        ("重要数据", "没有个人信息，重要数据应该也不算吧，就风速温度"),
        ("重要数据", "重要数据大概不是"),
        ("重要数据", "重要数据估计不属于"),
        ("重要数据", "重要数据肯定算不上"),
        ("重要数据", "重要数据不至于是吧"),
        ("重要数据", "重要数据嘛，估计没有"),
        ("重要数据", "重要数据的话应该不会有"),
        ("重要数据", "重要数据我觉得谈不上"),
        ("重要数据", "这不太可能是重要数据吧"),
        ("重要数据", "我不觉得这是重要数据"),
        ("重要数据", "应该不会涉及重要数据"),
        ("重要数据", "这哪算得上重要数据"),
        ("敏感", "敏感的我看也没有吧"),
        ("敏感", "敏感信息按理说不含"),
        ("敏感", "不应该算敏感"),
        ("important data", "important data, probably not"),
        ("important data", "I don't think it's important data"),
        ("important data", "I doubt that it is important data"),
        ("important data", "nor important data, I guess"),
        ("important data", "As for important data: no, I would say"),
        ("sensitive", "shouldn't count as sensitive"),
        ("sensitive", "sensitive data? I don't think so"),
        ("sensitive", "it isn't really sensitive"),
        ("sensitive", "we don't believe the data is sensitive"),
    ],
)
def test_a_hedged_denial_denies(phrase: str, text: str) -> None:
    """Before or behind the phrase, in both languages."""
    assert occurs(phrase, normalise(text)) == (False, True)


@pytest.mark.parametrize(
    ("phrase", "text"),
    [
        ("重要数据", "重要数据应该不算吧？"),
        ("重要数据", "不一定算重要数据"),
        ("重要数据", "重要数据不好说，不确定"),
        ("重要数据", "重要数据说不准"),
        ("sensitive", "I'm not sure it's sensitive"),
    ],
)
def test_a_doubt_tells_neither(phrase: str, text: str) -> None:
    """What is left open is no yes, and no denial."""
    assert occurs(phrase, normalise(text)) == (False, False)


@pytest.mark.parametrize(
    ("phrase", "text"),
    [
        ("重要数据", "重要数据应该算吧"),
        ("重要数据", "这批应该是重要数据"),
        ("重要数据", "重要数据没有备案"),
        ("敏感", "敏感信息不是很多，三千人"),
        ("敏感", "我们传敏感信息，没有集体合同"),
        ("敏感", "敏感信息不会有问题吧"),
        ("敏感", "不知道怎么传敏感信息"),
        ("病历", "我们传病历，没有了。"),
        ("人脸", "人脸应该不算吧"),
        ("人脸", "照片里有人脸，应该不算敏感吧"),
        ("health", "health data, aren't they?"),
        ("sensitive", "we send sensitive data, not ordinary"),
        ("sensitive", "sensitive data, no collective contract"),
        ("sensitive", "it's not only sensitive data"),
        ("sensitive", "we can't send sensitive data without consent"),
        ("important data", "it should be important data"),
    ],
)
def test_what_denies_something_else_leaves_the_phrase(phrase: str, text: str) -> None:
    """A no that belongs to other words, a surmise that it is, and a thing that is there whatever
    it counts as."""
    assert occurs(phrase, normalise(text)) == (True, False)


@pytest.mark.parametrize(
    ("texts", "kind", "guessed"),
    [
        ((WEATHER, "没有个人信息，重要数据应该也不算吧，就风速温度"), "none", True),
        ((WEATHER, "个人信息没有，重要数据估计也算不上"), "none", True),
        ((WEATHER, "没有个人信息，也没有重要数据"), "none", False),
        ((SENSORS, "No personal information. Important data, probably not."), "none", True),
        ((SENSORS, "No personal information, and I doubt it's important data"), "none", True),
    ],
)
def test_a_surmise_of_none_is_ruled_on_as_none_and_named(
    texts: tuple[str, ...], kind: str, *, guessed: bool
) -> None:
    """Never as a yes; what it rests on is said among what is taken for granted."""
    ruling = rule_on(CROSSING, texts, TODAY)
    assert ruling.row is not None
    assert ruling.slots["kind"] == kind
    assert ("kind" in {i.name for i in ruling.assumed}) == guessed


def test_only_a_hedge_makes_a_surmise() -> None:
    """不算 is told, 应该不算 is guessed."""
    assert surmised(["重要数据"], normalise("重要数据应该不算"))
    assert not surmised(["重要数据"], normalise("没有重要数据"))
