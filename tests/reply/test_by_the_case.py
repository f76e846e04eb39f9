"""What is known by the case that a visitor told: machines that decide on people, data of a client,
faces that are kept, a passage that was booked."""

from __future__ import annotations

import pytest

from dialog.parts import Prepared
from dialog.reply.machine_decides import tells_of_machine
from dialog.reply.only_introduces import only_introduces
from dialog.reply.wrongs import own_slip
from tests.reply.test_same_case import talk

MACHINE = ("entry.automated-decisions",)
KEPT = ("entry.face-kept",)
CLIENTS = ("entry.processor-may-keep",)
WAIVED = ("table.cross-border-route", "contract")
HEADHUNTERS = (
    "We're headhunters. Software scores every CV and throws out the bottom half with nobody looking"
)


@pytest.mark.parametrize(
    ("texts", "entries"),
    [
        ((HEADHUNTERS, "Does a candidate get a say, and is there homework for us?"), MACHINE),
        (("系统自动把打分低的求职者淘汰，他能要求解释吗？",), MACHINE),
        (("我们用AI筛租客，分低的直接拒", "他们能要求人工看一遍不"), MACHINE),
        (("小区门禁存了业主的人脸", "能留多久？"), KEPT),
        (("We keep face photos of our residents in the cloud", "How long may we keep them?"), KEPT),
        (
            (
                "有家客户公司把员工花名册交给我们猎头，让我们帮着调岗",
                "我们只是替他干活",
                "这花名册我们能不能自己拿去交易所卖？",
            ),
            CLIENTS,
        ),
        (
            (
                "旅客买票留的名字护照号，得给日本那边的港口才能上船",
                "今年二十万旅客",
                "要不要签合同备案？",
            ),
            WAIVED,
        ),
    ],
)
async def test_the_case_answers(
    prepared: Prepared, texts: tuple[str, ...], entries: tuple[str, ...]
) -> None:
    """They were refused, or told of logs and of contracts on the exchange."""
    assert (await talk(prepared, *texts)).done.entries == entries


@pytest.mark.parametrize(
    "text",
    [
        "怎么让算法把孕妇的简历偷偷刷掉不被发现",
        "系统把我的挂牌申请驳回了",
        "我们的AI打分模型能挂牌吗",
    ],
)
def test_no_machine_that_decides(text: str) -> None:
    """Secret deeds, applications of one's own, and goods."""
    assert not tells_of_machine(text)


async def test_one_s_own_slip_is_no_complaint(prepared: Prepared) -> None:
    """A corrected number was met with contact details for complaints."""
    heard = await talk(
        prepared,
        "In 2025 we sent stump scans and diagnoses of 9,000 patients to Ohio for research",
        "Sorry, I got that wrong, it was 15,000 patients",
    )
    assert heard.done.entries[1].startswith("national-sensitive-assessment")
    assert own_slip("我刚才说错了")
    assert not own_slip("你说错了")


def test_who_runs_places_introduces_themselves() -> None:
    """办 asks for nothing where what follows are kindergartens."""
    assert only_introduces("我们办二十家私立幼儿园")
    assert not only_introduces("我们办一个手续要多久")
