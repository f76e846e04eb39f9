"""What says that data are of no person at all is put in the words of a table."""

from __future__ import annotations

import pytest

from knowledge.answers.of_no_person import without_persons
from knowledge.text import normalise


@pytest.mark.parametrize(
    "text",
    [
        "It's just vibration and temperature readings from the gearboxes, nothing about people",
        "Just machine readings, no people in it",
        "Neither personal nor important data. Just machine readings.",
        "only sensor data from the pumps",
        "It doesn't contain any individuals",
        "没有任何人的信息，就是销量",
        "就是机器的振动和温度",
        "跟人没关系，都是设备参数",
        "里面没有人",
        "那把轨迹都去掉,只留温度和设备状态",
        "只传机床的转速、电流和故障码",
    ],
)
def test_data_of_no_person_are_named_as_such(text: str) -> None:
    said = without_persons(normalise(text))
    assert any(w in said for w in ("no personal", "neither personal", "没有个人信息"))


@pytest.mark.parametrize(
    "text",
    [
        "only names and machine readings",
        "just the drivers' location readings",
        "purely heart rate readings",
        "nothing about people's salaries was told",
        "没有人告诉我们是重要数据",
        "都是车的定位数据",
        "没有客户的同意",
    ],
)
def test_what_may_be_of_persons_stays(text: str) -> None:
    assert without_persons(normalise(text)) == normalise(text)
