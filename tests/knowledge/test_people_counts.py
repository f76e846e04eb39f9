"""Which numbers of a text count people, and which count sentences, papers or machines."""

from __future__ import annotations

import pytest

from knowledge.answers.ages import without_limits
from knowledge.answers.people_counts import people_in
from knowledge.text import normalise

UNITS = ("人", "条", "名", "个", "份", "户", "")


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("大约6万5", "65000"),
        ("去掉重复的还有4万", "40000"),
        ("9000呢", "9000"),
        ("40万名车主的行驶记录", "400000"),
        ("近20万人", "199999"),
        ("7万份简历", "70000"),
        ("70 patients a year", "70"),
        ("about 30,000 registered users", "30000"),
        ("90,000?", "90000"),
        ("本单位300名员工的考勤", "300"),
        ("88888个年卡会员", "88888"),
        ("7000个日本客户", "7000"),
        ("4万个天猫用户", "40000"),
        ("20w+会员", "200000"),
    ],
)
def test_people_are_counted(text: str, people: str) -> None:
    """With a unit of people, alone, or followed by whose data it is."""
    assert people_in(normalise(text), UNITS) == people


@pytest.mark.parametrize(
    "text",
    [
        "四句话讲完",
        "拿两句话说给经理听",
        "写成5条",
        "10分钟说完",
        "复印两份给我",
        "我们一共8个机房",
        "一年传四次",
        "我们是个30人的小公司",
        "有4个人跟我讲不用办",
        "in 2 lines please",
        "give me 4 bullets",
        "3 lawyers told us so",
        "we have 6 servers",
    ],
)
def test_other_things_are_no_people(text: str) -> None:
    """Sentences, copies, minutes, machines, the firm's own size."""
    assert people_in(normalise(text), UNITS) == ""


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("大约几百个会员", "100~999"),
        ("好几万车主的手机号", "10000~99999"),
        ("三四千名学员", "3000~4999"),
        ("二十几万注册用户", "200000~299999"),
        ("不到五千人", "0~4999"),
        ("2千到6千个客户", "2000~6000"),
        ("3到7万份简历", "30000~70000"),
        ("上万名患者", "10000~1000000000000"),
        ("一万几千名学员", "11000~19999"),
        ("20万零几百个会员", "200100~200999"),
        ("一百几十万会员", "1100000~1999999"),
        ("一百三十几个病人", "131~139"),
        ("十三四万车主", "130000~149999"),
        ("2千三四百名学员", "2300~2499"),
        ("四万好几千个客户", "41000~49999"),
        ("20万6000到8000人", "206000~208000"),
        ("差2人20万", "199998"),
        ("20万少1个人", "199999"),
        ("20万又1人", "200001"),
        ("a few hundred patients", "100~999"),
        ("tens of thousands of drivers", "10000~99999"),
        ("fewer than a thousand employees", "0~999"),
        ("between 4,000 and 9,000 customers", "4000~9000"),
    ],
)
def test_a_vague_number_is_a_range(text: str, people: str) -> None:
    """What the words surely hold, and no guess inside it."""
    assert people_in(normalise(text), UNITS) == people


@pytest.mark.parametrize(
    "text",
    [
        "用三五句话讲讲",
        "十几家门店",
        "几千块钱一条线路",
        "两三天能办好",
        "成本几百万元",
        "我有几个问题",
        "千万别往外传",
        "近几年的规定",
        "a few questions first",
        "several branches in Hunan",
        "it takes a couple of days",
    ],
)
def test_vague_amounts_of_other_things(text: str) -> None:
    """Sentences, shops, money and days are told vaguely as well."""
    assert people_in(normalise(text), UNITS) == ""


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("三千例肿瘤患者的影像", "3000"),
        ("受试者一千五百例", "1500"),
        ("六百位会员", "600"),
        ("九百户住户的名单", "900"),
        ("700人次的门诊记录", "0~700"),
        ("四千份血清样本", "0~4000"),
        ("6000个不满14岁的", "6000"),
        ("an app with 5000 users", "5000"),
        ("5例处罚案例", ""),
        ("11位手机号", ""),
        ("身份证号18位", ""),
        ("with 3 arguments", ""),
    ],
)
def test_measure_words_count_people_where_they_do(text: str, people: str) -> None:
    """Cases of patients are people, those of courts are none; digits are none; visits and samples
    are at most as many people."""
    text = normalise(text)
    assert people_in(without_limits(text), UNITS) == people
