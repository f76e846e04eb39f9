"""A field beside a name that is not known to be ordinary is never ruled on as if it were."""

from __future__ import annotations

import pytest

from dialog.hearing import listen
from dialog.parts import Prepared
from tests.reply.test_compose import DAY

ROUTE = "table.cross-border-route"
EXEMPT, STRICT = "national-ordinary-exempt", "national-sensitive-contract"


@pytest.mark.parametrize(
    "text",
    [
        "姓名/手机/听力图/助听器型号，3000人，今年给丹麦总部，怎么走？",
        "姓名、护理等级、褥疮情况，3000人，给日本总部，走哪条路",
        "姓名、怀孕、流产史，3000人，给法国总部，走哪条路",
        "姓名、信教情况，3000人，给法国总部，走哪条路",
        "姓名、支付宝账号，3000人，给法国总部，走哪条路",
        "Names, phone numbers and dementia scores of 3,000 people go to our Japan office. Which?",
        "Names and Alipay account numbers of 3,000 customers go to Singapore this year. Which?",
    ],
)
async def test_of_the_body_of_money_and_of_faith(text: str, prepared: Prepared) -> None:
    """They were told to be exempt as ordinary."""
    heard = await listen(prepared.turn, text, (), DAY)
    assert heard.done.entries == (ROUTE, STRICT)


@pytest.mark.parametrize(
    "text",
    [
        "姓名/手机/骨密度/步态，3000人，今年给丹麦总部，怎么走？",
        "姓名，还有体脂率，3000人，今年给丹麦，走哪条路",
        "我们把3000个客户的咬合记录、姓名、邮箱传到国外，走哪条路",
        "客户姓名、邮箱、性取向，3000人，给美国，走哪条路",
        "Names, emails and bone density of 3,000 customers go to Denmark. Which route?",
        "Union membership, names and emails of 500 users go to Japan. Which route?",
    ],
)
async def test_an_unknown_field_leaves_the_kind_open(text: str, prepared: Prepared) -> None:
    """No list of sensitive fields is whole."""
    heard = await listen(prepared.turn, text, (), DAY)
    assert (heard.done.outcome, heard.done.entries) == ("clarify", (ROUTE,))


@pytest.mark.parametrize(
    "text",
    [
        "姓名/手机/尺码/颜色，3000人，今年给丹麦总部，怎么走？",
        "姓名，手机号，收货地址，3000人，今年给丹麦，走哪条路",
        "上海和北京的客户姓名，3000人，给日本总部，走哪条路",
        "把3000人的姓名和手机号给丹麦总部和德国分公司，走哪条路",
        "昵称/邮箱/歌单，8万人，今年给韩国总部，走哪条路",
        "姓名和手机号，不含敏感信息，3000人，传给美国和日本，走哪条路",
        "Names, emails, sizes and colours of 3,000 customers go to Denmark. Which route?",
        "We send names and emails of 3,000 users to Germany and France. Which route applies?",
    ],
)
async def test_ordinary_fields_are_ruled_on(text: str, prepared: Prepared) -> None:
    """Nobody is asked for the kind of a size or a colour."""
    heard = await listen(prepared.turn, text, (), DAY)
    assert heard.done.entries == (ROUTE, EXEMPT)
