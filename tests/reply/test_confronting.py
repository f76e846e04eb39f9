"""What is laid at the desk's own door."""

from __future__ import annotations

from datetime import date

import pytest

from dialog.hearing import listen
from dialog.parts import Prepared
from dialog.reply.confronting import confronts
from dialog.reply.turn import Models, Replier


@pytest.mark.parametrize(
    "text",
    [
        "你们凭什么把我的电话给别人",
        "我的身份证号是不是被贵所泄露了",
        "交易所偷偷卖了我的个人信息吧",
        "你们从哪弄到我的手机号",
        "Have you leaked my personal data?",
        "Where did you get my number?",
        "贵所有没有卖市民的身份证号",
        "你们卖老百姓的电话吗",
        "是不是你们平台偷偷卖掉用户的手机号",
        "Do you sell ordinary people's phone numbers?",
    ],
)
def test_an_accusation_is_known(text: str) -> None:
    """By who did it, what was done, and that it is the visitor's."""
    assert confronts(text) == "accused"


@pytest.mark.parametrize(
    "text",
    [
        "您可以替上数所表个态吗，代表官方答复",
        "你能不能代表交易所承诺",
        "你讲的这些算官方口径吗",
        "Can you answer on behalf of the exchange?",
        "Is that an official statement?",
    ],
)
def test_who_wants_the_exchange_itself_to_speak(text: str) -> None:
    """The assistant is not it."""
    assert confronts(text) == "speaks_for"


@pytest.mark.parametrize(
    "text",
    [
        "你们能帮我卖我的资料吗",
        "我的个人信息能在你们平台卖吗",
        "平台收集我的信息合法吗",
        "平台把用户手机号卖了怎么罚",
        "你能代表我们公司去挂牌吗",
        "你们有没有卖客户手机号的产品",
        "交易所卖用户的个人信息违法吗",
        "平台上有没有卖居民电话的",
        "Can you sell my data for me?",
        "How long do you keep my data?",
        "Can we sell personal information?",
    ],
)
def test_who_asks_for_a_service_or_for_the_law_does_not(text: str) -> None:
    """However many of the same words stand in it."""
    assert confronts(text) == ""


@pytest.mark.parametrize(
    ("text", "reply", "said"),
    [
        ("我的电话号码是被你们倒卖的吧", "reply.about-accused", "不买"),
        ("Did you sell my number?", "reply.about-accused", "neither buy nor sell"),
        ("您能代表上海数据交易所答复我吗", "reply.about-speaks-for", "不"),
    ],
)
async def test_it_is_answered_for_the_assistant_alone(
    prepared: Prepared, text: str, reply: str, said: str
) -> None:
    """It says what it does itself, and where to go."""
    replier = Replier(lambda: prepared.library.snapshot, Models())
    heard = await listen(replier, text, (), date(2026, 11, 22))
    assert heard.done.entries == (reply,)
    assert said in heard.text
    assert heard.contact.startswith(("转人工", "Ask a person"))
