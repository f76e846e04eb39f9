"""Trouble in a visitor's own life gets a word for that, and no advice as if the desk had tired
them."""

from __future__ import annotations

import pytest

from dialog.hearing import listen
from dialog.parts import Prepared
from dialog.phrases import phrase
from dialog.reply.feeling_told import feeling_told, without_feeling
from dialog.reply.life_trouble import trouble_told, without_trouble
from tests.reply.test_compose import DAY


@pytest.mark.parametrize(
    ("clause", "kind"),
    [
        ("我妈住院了", "ill"),
        ("我老婆查出癌症", "ill"),
        ("孩子发烧四十度在医院", "ill"),
        ("家里有个病人要照顾", "ill"),
        ("我爸上周中风了", "ill"),
        ("我妈病着呢", "ill"),
        ("我自己也病了", "ill"),
        ("老公跟人跑了", "parted"),
        ("离婚了", "parted"),
        ("对象跟我分手了", "parted"),
        ("欠了一屁股债", "owing"),
        ("催债的天天打电话", "owing"),
        ("房租都交不起", "owing"),
        ("店也要关了", "losing"),
        ("我们店撑不下去了", "losing"),
        ("融不到钱了", "losing"),
        ("公司资金链断了", "losing"),
        ("投资人都跑了", "losing"),
        ("our investors pulled out last week", "losing"),
        ("we've run out of runway", "losing"),
        ("my wife is very ill", "ill"),
        ("My mum's in hospital", "ill"),
        ("my husband left me", "parted"),
        ("we're drowning in debt", "owing"),
        ("the bank is taking our shop", "owing"),
        ("I'm losing the shop", "losing"),
    ],
)
def test_trouble_is_heard(clause: str, kind: str) -> None:
    assert trouble_told(clause) == kind


@pytest.mark.parametrize(
    "clause",
    [
        "病人的数据能卖吗",
        "我们医院有癌症病人的数据",
        "债务数据",
        "离婚登记数据",
        "客户欠我们三十万",
        "我们做老人摔倒检测",
        "员工生病请假",
        "孩子的病历能传出去吗",
        "我妈走了",
        "还有病人",
        "店里有监控",
        "our patients are ill",
        "my wife runs the shop",
        "the shop sells data on debts",
        "my partner left the data with us",
        "how ill are the patients",
    ],
)
def test_others_tell_none(clause: str) -> None:
    """Data of such things, other people's trouble, grief, questions."""
    assert trouble_told(clause) == ""


def test_the_question_beside_it_is_answered() -> None:
    """Without the trouble, unless it leads back to that."""
    assert without_feeling("我妈刚查出来肺癌，挂牌要什么材料") == "挂牌要什么材料"
    whole = "我妈住院了，医院把她的病历卖了，找谁投诉"
    assert without_feeling(whole) == whole
    told = feeling_told("my mother has cancer. what documents do we need to list data?")
    assert told is not None
    assert (told.kind, told.alone) == ("ill", False)


def test_need_stays_need() -> None:
    assert "不想活" in without_trouble("欠了好多钱,不想活了")
    assert without_trouble("不想活了") == "不想活了"


@pytest.mark.parametrize(
    ("text", "kind", "language"),
    [
        ("我妈住院了，家里一团糟", "ill", "zh"),
        ("老公跟人跑了，欠了一屁股债，店也要关了", "parted", "zh"),
        ("离婚了，孩子归她，店也没了", "parted", "zh"),
        ("孩子还发着烧，我还得弄这份材料", "ill", "zh"),
        ("I just lost my job and my mum's in hospital", "ill", "en"),
    ],
)
async def test_a_word_and_no_steps(prepared: Prepared, text: str, kind: str, language: str) -> None:
    heard = await listen(prepared.turn, text, (), DAY)
    assert heard.done.outcome == "smalltalk"
    assert phrase(f"felt_{kind}_1", "en" if language == "en" else "zh") in heard.text
    assert "12356" not in heard.text
    assert "挂牌" not in heard.text


async def test_a_call_for_help_keeps_its_way(prepared: Prepared) -> None:
    heard = await listen(prepared.turn, "欠了好多钱，不想活了", (), DAY)
    assert heard.done.outcome == "handoff"
