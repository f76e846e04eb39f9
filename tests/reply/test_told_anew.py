"""A later text that tells another number, or asks which way a case goes, is ruled on."""

from __future__ import annotations

import pytest

from dialog.parts import Prepared
from tests.reply.test_same_case import talk

KOREA = "今年给韩国发了九万个会员的名字电话"
PATIENTS = "今年给韩国发了九千个病人的病历"
DRIVERS = "我们今年把十二万卡车司机的名字电话发给加拿大"
BEES = "我们养蜂合作社今年往韩国发了四万户蜂农的名字电话，不在自贸区"


@pytest.mark.parametrize(
    ("told", "text", "rows"),
    [
        (KOREA, "明年一月再发五万，要办什么？", ("national-ordinary-exempt",)),
        (KOREA, "年后再发五万，要签合同吗？", ("national-ordinary-exempt",)),
        (PATIENTS, "等过了元旦再发三千，这样行不行？", ("national-sensitive-contract",)),
        (KOREA, "明年再发十五万，要办什么",
         ("national-ordinary-exempt", "national-ordinary-contract")),
        ("We sent names and phones of 90,000 members to Korea this year",
         "Next January another 50,000 go. What do we need?", ("national-ordinary-exempt",)),
        (KOREA, "再发五万，要签合同吗？", ("national-ordinary-contract",)),
        (KOREA, "年底再发五万，要签合同吗？", ("national-ordinary-contract",)),
        ("去年十二月给韩国发了九万个会员的名字电话", "今年三月又发了五万，要签合同吗？",
         ("national-ordinary-exempt",)),
        (KOREA, "满了十万要签合同吗", ("national-ordinary-contract",)),
        (KOREA, "没到十万，又不敏感，免了吧？", ("national-ordinary-exempt",)),
        (PATIENTS, "还没满一万，所以不用评估吧？", ("national-sensitive-contract",)),
        (DRIVERS, "没别的，公司在崇明，不是关键单位，也不在自贸区。咋办？",
         ("national-ordinary-contract",)),
        (DRIVERS, "要走哪条路？", ("national-ordinary-contract",)),
        ("我们2023年秋天把二十万客户的姓名地址给了日本琴厂", "当时该走哪条路？",
         ("old-ordinary-many",)),
        (BEES, "哦对了，那表里还带着收款的银行卡号", ("national-sensitive-assessment",)),
        (BEES, "说漏了，每个人的银行卡号也在里头", ("national-sensitive-assessment",)),
        ("我们在浦东自贸区注册，今年把一百三十万会员的手机号给洛杉矶片商", "其他场景",
         ("zone-other-ordinary-assessment",)),
        ("我们地面站被认定成关键设施了",
         "把六十个员工的资料给美国母公司做人事管理，有规章也有集体合同，要过评估吗？",
         ("employees",)),
    ],
)  # fmt: skip
async def test_it_is_ruled_on(
    prepared: Prepared, told: str, text: str, rows: tuple[str, ...]
) -> None:
    """What was told before is said again only where nothing new is told."""
    heard = await talk(prepared, told, text)
    assert heard.done.entries == ("table.cross-border-route", *rows)


async def test_hong_kong_and_a_date_told_before(prepared: Prepared) -> None:
    """Whether it counts is answered by what is held of it; the day of a paper by the years."""
    heard = await talk(
        prepared, "今年把十五万份履历给了香港的客户", "香港又不是外国，也算往外传吗？"
    )
    assert heard.done.entries[0] == "entry.hong-kong"
    passed = "我们化肥公司的出境评估是2023年12月20号拿到通过的"
    heard = await talk(prepared, passed, "啥时候到期？现在去申请延还来得及不？")
    assert "2026年12月20日" in heard.text
