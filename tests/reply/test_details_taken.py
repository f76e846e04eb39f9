"""Who was wronged by others who took their details is led to complaints against these."""

from __future__ import annotations

import pytest

from dialog.hearing import Heard, listen
from dialog.parts import Prepared
from dialog.reply.confronting import confronts
from dialog.reply.details_taken import called_by_strangers, complains_of_others, details_taken
from dialog.reply.question import Exchange
from knowledge.text import normalise
from tests.reply.test_compose import DAY

COMPLAINT = ("entry.citizen-complaint",)


async def talk(prepared: Prepared, *turns: str) -> Heard:
    """The reply to the last of some turns."""
    exchanges: tuple[Exchange, ...] = ()
    for text in turns[:-1]:
        heard = await listen(prepared.turn, text, exchanges, DAY)
        exchanges = (*exchanges, Exchange(text, heard.done.outcome, heard.done.entries))
    return await listen(prepared.turn, turns[-1], exchanges, DAY)


@pytest.mark.parametrize(
    "text",
    [
        "健身房把我老婆的手机号卖给了保险公司",
        "我爸的就诊记录被人泄露了",
        "他们卖了我女儿的照片",
        "我在楼盘登记的电话被中介传出去了，被倒卖",
        "The gym leaked my phone number",
        "My father's medical records were sold by the hospital",
    ],
)
def test_a_wrong_in_person_is_read(text: str) -> None:
    """Whoever did it, to the speaker or to somebody of the family."""
    assert details_taken(normalise(text))


@pytest.mark.parametrize(
    "text",
    [
        "我想把我的数据卖给广告公司",
        "我们公司把用户的信息泄露了怎么办",
        "我的病历会不会被医院卖掉",
        "供应商把我们的数据转卖给别人了",
        "患者的病历被泄露要通知谁",
        "能不能把我的消费记录卖给平台",
        "Can I sell my data?",
        "Our company leaked customer records, what should we do?",
        "Would the exchange leak my number if I join?",
    ],
)
def test_a_plan_a_fear_or_a_firm_is_no_such_wrong(text: str) -> None:
    """Nobody took anything from the speaker."""
    assert not details_taken(normalise(text))


def test_calls_by_strangers_who_know_too_much() -> None:
    """Calls alone are none."""
    assert called_by_strangers(normalise("装修公司的电话一天打三个，连我家门牌号都知道"))
    assert not called_by_strangers(normalise("你们会打推销电话吗"))


@pytest.mark.parametrize(
    "text",
    [
        "我丈母娘刚做完手术就有人打电话推销药，是你们泄露的吧",
        "天天收到贷款短信，他们连我工资都知道，是不是平台把我的资料卖了",
        "难道是交易所把他的病历给了别人的吗",
        "I get spam calls, they know my salary. Did the exchange leak my records?",
    ],
)
def test_a_story_that_ends_with_an_accusation(text: str) -> None:
    """It is laid at the exchange's door."""
    assert confronts(text) == "accused"


@pytest.mark.parametrize(
    "text",
    [
        "我们挂牌的产品是你们卖了吗",
        "你们把数据卖给谁了",
        "平台上的数据是你们卖的吗",
        "Did you sell the product?",
    ],
)
def test_a_question_on_trade_accuses_nobody(text: str) -> None:
    """Though somebody sold something."""
    assert confronts(text) == ""


@pytest.mark.parametrize(
    "turns",
    [
        ("驾校把我的身份证号卖了，去哪告",),
        ("体检中心把我姐的检查结果给了保险公司，怎么投诉",),
        ("有人打电话推销，连我孩子上几年级都知道", "我该向哪个部门反映"),
        ("推销电话连我爷爷住几号床都晓得，是不是你们把信息卖了", "这个能找谁举报呢"),
        ("The dentist sold my records to an insurer. Where can I complain?",),
    ],
)
async def test_it_leads_to_complaints_against_others(
    prepared: Prepared, turns: tuple[str, ...]
) -> None:
    """And is no complaint about the exchange."""
    heard = await talk(prepared, *turns)
    assert (heard.done.outcome, heard.done.entries) == ("answered", COMPLAINT)


async def test_who_denies_to_complain_of_the_desk_hears_it_again(prepared: Prepared) -> None:
    """It takes back nothing of what was told."""
    story = "推销保健品的老打电话，居然知道我奶奶的病，是你们把信息卖了吗"
    heard = await talk(prepared, story, "去哪投诉", "不是告你们，我要告泄露我奶奶信息的诊所，找谁")
    assert heard.done.entries == COMPLAINT
    assert "证据" in heard.text


@pytest.mark.parametrize(
    "turns",
    [
        ("挂牌要多久", "你们服务太慢了，找谁投诉"),
        ("保险公司卖了我的电话", "对你们窗口的态度不满意，找谁投诉"),
        ("买来的数据有错，找谁投诉",),
    ],
)
async def test_another_complaint_is_not_led_there(
    prepared: Prepared, turns: tuple[str, ...]
) -> None:
    """It is of the desk or of goods."""
    assert (await talk(prepared, *turns)).done.entries != COMPLAINT


def test_a_number_is_asked_by_itself() -> None:
    """Which telephone, is known not to be held."""
    assert not complains_of_others("我的信息被人卖了,投诉打哪个电话", ())


async def test_the_first_telling_is_answered(prepared: Prepared) -> None:
    """With what is held of such calls, and with care."""
    heard = await talk(prepared, "卖保险的电话天天打，连我妈的保单号都清楚，怎么回事")
    assert heard.done.entries == ("gap.pi-complaint-number",)
    accused = await talk(prepared, "卖药的电话连我爸血压多少都知道，是不是你们把数据卖了")
    assert accused.done.entries == ("reply.about-accused",)
    assert accused.done.tone == "calm"


@pytest.mark.parametrize(
    "text",
    [
        "我外婆的养老金信息怎么骗子都有，是你们平台泄露的吗",
        "你们是不是把我家的用水数据卖给别人了",
        "我老婆的孕检报告是不是你们卖给月子中心的",
        "卖奶粉的刚加了我微信，是不是你们卖的数据",
        "My son gets calls from tutoring agents who know his marks. Did your exchange sell them?",
    ],
)
def test_any_datum_of_ones_own_may_be_meant(text: str) -> None:
    """Whatever is known of the speaker or of the family, in whatever way it was let out."""
    assert confronts(text) == "accused"


@pytest.mark.parametrize(
    "text",
    [
        "你们能不能卖用水数据",
        "我们医院的体检数据可以卖给保险公司吗",
        "你们卖的数据合法吗",
        "Do you sell health data?",
    ],
)
def test_who_asks_of_a_sale_accuses_nobody(text: str) -> None:
    """It is a question of trade."""
    assert confronts(text) == ""
