"""Who denies that staff data are for managing staff, or tells another aim, is not spared by it."""

from __future__ import annotations

import pytest

from dialog.parts import Prepared
from knowledge.answers.aims import denies_aim, slipped_in, tells_aim
from knowledge.text import normalise
from knowledge.types import DecisionTable
from tests.knowledge.small_parts import shipped_pack
from tests.reply.test_same_case import talk

ROUTE = shipped_pack().all(DecisionTable)["table.cross-border-route"]
AIM = next(c for c in ROUTE.conditions if c.aims)
CASE = "把200名员工的健康体检数据传给境外总部，{}，不是关基，要办什么手续？"
CASE_ENGLISH = "We send health data of 80 of our employees to Japan, {}. No CIIO. What do we need?"

LABELLED = (
    "我们给国外做标注，标的时候我们混进了300个国内员工的人脸照片一起发回去，不是关基，"
    "出境要走哪个手续？"
)


@pytest.mark.parametrize(
    "told",
    [
        CASE.format("不是人事管理"),
        CASE.format("不是为了管员工"),
        CASE.format("不是人事管理需要，是药品试验"),
        CASE.format("与人事管理无关"),
        "80个自己员工的健康体检结果发给日本的保险公司做产品研究，不是人事管理，要走什么手续？",
        "我们把200名员工的健康数据传给美国总部做市场调查，不是关基，要办什么手续？",
        LABELLED,
        CASE_ENGLISH.format("not for managing staff"),
        CASE_ENGLISH.format("to train an AI model"),
    ],
)
async def test_another_aim_spares_nothing(prepared: Prepared, told: str) -> None:
    heard = await talk(prepared, told)
    assert heard.done.entries == (ROUTE.id, "national-sensitive-contract")


async def test_an_aim_told_later_counts(prepared: Prepared) -> None:
    heard = await talk(
        prepared, CASE.format("做统一人事管理"), "其实不是人事管理，是给药厂做临床试验"
    )
    assert heard.done.entries == (ROUTE.id, "national-sensitive-contract")
    assert AIM.said in heard.text


@pytest.mark.parametrize(
    "told",
    [
        CASE.format("做统一人事管理"),
        CASE.format("人事管理需要"),
        CASE.format("我们公司是做市场调查的"),
        CASE.format("是人事管理，不做市场调查"),
        "把500名员工的银行账户传给美国总部统一发薪酬，不是关基，要申报吗？",
        "200名员工的考勤和健康数据放进全球HR系统，服务器在德国，不是关基，要办什么手续？",
        CASE_ENGLISH.format("for managing staff under our collective contract"),
        CASE_ENGLISH.format("for HR management, not for market research"),
    ],
)
async def test_managing_staff_stays_spared(prepared: Prepared, told: str) -> None:
    heard = await talk(prepared, told)
    assert heard.done.entries == (ROUTE.id, "employees")


@pytest.mark.parametrize(
    ("said", "denied"),
    [
        ("不是管理员工需要", True),
        ("不用于人力资源管理", True),
        ("跟人事管理没有任何关系", True),
        ("超出了员工管理的需要", True),
        ("不是HR用途", True),
        ("it has nothing to do with HR management", True),
        ("not because of any HR purpose", True),
        ("是不是人事管理", False),
        ("不是人事管理系统里的", False),
        ("不是人事部门发的", False),
        ("不是人事管理，是统一发工资", False),
        ("没有超出人事管理的需要", False),
        ("I am not HR", False),
        ("not only for managing staff", False),
    ],
)
def test_what_denies_the_aim(said: str, denied: bool) -> None:
    assert denies_aim(AIM.aims, normalise(said)) is denied


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("发给日本的保险公司做产品研究", True),
        ("传给国外训练模型", True),
        ("用来训练自动诊断模型", True),
        ("for product research by an insurer", True),
        ("市场调研部的员工", False),
        ("传给市场调查公司发工资", False),
        ("我们是做临床试验的", False),
        ("我们是医药公司做新药研发的", False),
        ("不拿去做市场调查", False),
        ("we are a market research company", False),
        ("we never use it for market research", False),
    ],
)
def test_what_tells_another_aim(said: str, told: bool) -> None:
    assert tells_aim(AIM.aims_besides, normalise(said)) is told


@pytest.mark.parametrize(
    ("said", "chance"),
    [
        ("图里混进了几张员工的照片", True),
        ("some photos of our staff slipped in", True),
        ("faces of our employees got mixed in", True),
        ("考勤表里混进了离职员工", False),
    ],
)
def test_what_got_in_by_chance(said: str, chance: bool) -> None:
    assert slipped_in(normalise(said)) is chance
