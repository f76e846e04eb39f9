"""Lists of sides, and the same question of another thing: each is a question of its own."""

from __future__ import annotations

import pytest

from dialog.parts import Prepared
from dialog.reply.another_asked import each_in_full
from dialog.reply.several import parts_of
from dialog.reply.side_lists import of_the_named, sides_listed
from tests.reply.test_same_case import talk


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ("麻烦介绍下影响评估的适用情形、内容和保存期限", 3),
        ("数据二十条的主要内容、发布时间和意义", 3),
        ("入驻条件，流程，费用都是什么", 3),
        ("数据安全法的处罚标准和依据", 2),
        ("你们的营业时间和地址", 2),
        ("姓名、电话、地址能不能卖", 0),
        ("数据的来源、用途和价格怎么写进合同", 0),
        ("登记的条件和流程有区别吗", 0),
        ("入驻的材料和挂牌的材料一样吗", 0),
        ("我们有合同、材料和资质", 0),
        ("我把条件、流程、费用都准备好了", 0),
        ("数据安全管理制度、操作规程和应急预案的要求", 0),
    ],
)
def test_sides_of_one_matter(text: str, sides: int) -> None:
    """What is held, compared or put into something is no list of sides."""
    assert len(sides_listed(text)) == sides


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("个保法哪天施行的？数安法呢？", ["个保法哪天施行的", "数安法哪天施行的"]),
        ("数据产品登记要多久？挂牌呢？", ["数据产品登记要多久", "挂牌要多久"]),
        (
            "8000人的敏感个人信息出境怎么办，12万人一般个人信息又怎么办，重要数据呢",
            [
                "8000人的敏感个人信息出境怎么办",
                "12万人一般个人信息出境怎么办",
                "重要数据出境怎么办",
            ],
        ),
        ("数商要交什么材料，我呢", ["数商要交什么材料，我呢"]),
        ("挂牌要多少钱，过期了呢", ["挂牌要多少钱", "过期了呢"]),
        ("标准合同要备案吗，材料呢", ["标准合同要备案吗", "材料呢"]),
    ],
)
def test_the_same_of_another_thing(text: str, parts: list[str]) -> None:
    """With the thing, or the case, in the place of the one before; a side or a fact is none."""
    assert each_in_full(parts_of(text), lambda _: True) == parts


def test_the_matter_named_last_holds_for_all() -> None:
    """Who names no matter before it means that."""
    parts = ["要什么材料", "费用多少", "多久能办好产品登记"]
    named = of_the_named(parts, lambda p: "产品登记" if "产品登记" in p else "")
    assert named == ["产品登记要什么材料", "产品登记费用多少", "多久能办好产品登记"]


@pytest.mark.parametrize(
    ("text", "outcome", "entries"),
    [
        (
            "请告诉我安全评估的门槛、材料、时限以及有效期",
            "answered",
            ("entry.cross-assessment-threshold", "list.outbound-documents", "rule.cross-border-9"),
        ),
        (
            "我想了解一下重要数据的定义，识别方法以及法律责任",
            "partial",
            ("entry.important-definition", "entry.penalty-nds-57"),
        ),
        (
            "8000人的敏感个人信息出境怎么办，12万人一般个人信息又怎么办，重要数据呢",
            "answered",
            ("national-sensitive-contract", "national-ordinary-contract"),
        ),
    ],
)
async def test_no_side_is_dropped(
    prepared: Prepared, text: str, outcome: str, entries: tuple[str, ...]
) -> None:
    """Each is told, or named as not known: then the whole is not answered."""
    heard = await talk(prepared, text)
    assert heard.done.outcome == outcome
    assert set(entries) <= set(heard.done.entries)


@pytest.mark.parametrize(
    ("texts", "says"),
    [
        (("安全评估怎么申报", "标准合同怎么备案", "两个哪个快"), ("45个工作日", "没有查到")),
        (("个保法罚多少", "数安法罚多少", "上面两个哪个重"), ("第六十六条", "第四十五条")),
        (("标准合同要备案吗", "向谁"), ("省级网信部门",)),
        (("语料库板块什么时候开的", "谁说的"), ("孙江",)),
        (("语料库板块什么时候开的", "有多少产品"), ("69款",)),
        (("我想成为数商", "有什么条件", "不对，我其实是想买数据"), ("先说清要什么",)),
        (("有数据要出境，怎么办", "敏感的", "三千人"), ("敏感个人信息当年累计不满1万人",)),
        (
            ("敏感数据要出境", "三千人", "挂牌要多少钱", "回到刚才出境那个，改成九千人"),
            ("敏感个人信息当年累计不满1万人",),
        ),
        (
            ("有数据要出境，怎么办", "在临港注册", "不是关基"),
            ("记下了：在临港注册、不是关基；还差",),
        ),
        (
            ("8000人的敏感信息要出境", "不是关基", "没有重要数据"),
            ("不是关基、没有重要数据；结论不变",),
        ),
    ],
)
async def test_what_goes_on_with_a_talk(
    prepared: Prepared, texts: tuple[str, ...], says: tuple[str, ...]
) -> None:
    """Of what was told, never told off; and what changes nothing is noted."""
    heard = await talk(prepared, *texts)
    assert heard.done.outcome != "refused"
    assert all(s in heard.text for s in says), heard.text


@pytest.mark.parametrize(
    "texts",
    [
        ("8000人的敏感信息要出境", "是关基"),
        ("8000人的敏感信息要出境", "其实是一万二千人"),
        ("有数据要出境，怎么办", "不知道"),
        ("挂牌要多少钱", "两个哪个快"),
    ],
)
async def test_what_changes_something_is_not_noted(
    prepared: Prepared, texts: tuple[str, ...]
) -> None:
    """Nor what tells no fact."""
    heard = await talk(prepared, *texts)
    assert "记下了" not in heard.text
