"""Numbers beside ages, fields and years: what is no number of people of this year is none."""

from __future__ import annotations

import pytest

from dialog.hearing import listen
from dialog.parts import Prepared
from dialog.reply.question import Exchange
from tests.reply.test_compose import DAY

ROUTE = "table.cross-border-route"
EXEMPT, CONTRACT = "national-ordinary-exempt", "national-ordinary-contract"
STRICT, ASSESSED = "national-sensitive-contract", "national-sensitive-assessment"
KIDS = "今年给日本总部传9999个6到10岁小朋友的名字，走哪条路"


@pytest.mark.parametrize(
    ("texts", "row"),
    [
        (
            ("昵称/邮箱/歌单，8万人，今年给韩国总部，走哪条路", "漏了一个，还有 行踪轨迹。"),
            ASSESSED,
        ),
        (("20万人的姓名、邮箱，今年给韩国总部，走哪条路", "漏了一个，还有 病史。"), ASSESSED),
        (("姓名、邮箱，5万人，今年给韩国总部，走哪条路", "漏了两个，还有血型和病历"), ASSESSED),
        ((KIDS, "漏了一个"), ASSESSED),
        ((KIDS, "要是再加1个孩子呢？"), ASSESSED),
        (("今年给日本总部传9999个7岁小朋友的名字，走哪条路", "再多1个人呢"), ASSESSED),
        (("今年给日本传8999个7岁小朋友的名字，走哪条路", "再多1个人呢"), STRICT),
        (("The names of 12,000 thirteen-year-old swimmers go to our US office. Which?",), ASSESSED),
        (("The names of 9,000 under-14s go to our US office this year. Which?",), STRICT),
        (("The names of 12,000 under-12s go to our US office this year. Which?",), ASSESSED),
        (("12000名七八岁的学员姓名今年传到美国，走哪条路",), ASSESSED),
    ],
)
async def test_no_field_and_no_age_counts_people(
    texts: tuple[str, ...], row: str, prepared: Prepared
) -> None:
    """One field that was left out was one person, and an age hid the number before it."""
    exchanges: list[Exchange] = []
    for text in texts:
        heard = await listen(prepared.turn, text, tuple(exchanges), DAY)
        exchanges.append(Exchange(text, heard.done.outcome, heard.done.entries))
    assert exchanges[-1].entries == (ROUTE, row)


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("We sent 120,000 people's phone numbers to Korea; only 40,000 of them this year.", EXEMPT),
        ("We sent emails of 150,000 customers to Korea, of which 60,000 this year.", EXEMPT),
        ("We sent 120,000 people's names to Korea, 110,000 of them this year.", CONTRACT),
        ("Since January this year we have sent names of 110,000 people to Korea.", CONTRACT),
        ("我们给韩国传了12万人的手机号，其中今年1月1日以来是4万人。", EXEMPT),
        ("我们给韩国传了12万人的手机号，其中4万人是今年的。", EXEMPT),
        ("今年给韩国传了12万人的手机号，其中4万人是今年9月传的。", CONTRACT),
        ("Since January last year we have sent names of 110,000 people to Korea.", ""),
    ],
)
async def test_the_part_of_this_year_counts(text: str, row: str, prepared: Prepared) -> None:
    """The law counts from 1 January of this year; what is told since last year leaves it open."""
    ask = "走哪条路？" if not text.isascii() else " Which route?"
    heard = await listen(prepared.turn, f"{text}{ask}", (), DAY)
    assert heard.done.entries == ((ROUTE, row) if row else (ROUTE,))


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("有人落水，轮渡公司要马上把12名旅客的病历传给韩国医院抢救，要签合同吗？", "emergency"),
        ("游客在日本昏迷了，要把他1个人的病历马上发给东京的医院救治，要办手续吗", "emergency"),
        ("急救设备公司要把300名患者的病历传给德国总部做研究，走哪条路", STRICT),
        ("我们医院把12名患者的病历传给韩国医院，要签合同吗", STRICT),
    ],
)
async def test_who_is_being_saved_is_an_emergency(text: str, row: str, prepared: Prepared) -> None:
    """A contract was asked for, with somebody in the water."""
    heard = await listen(prepared.turn, text, (), DAY)
    assert heard.done.entries == (ROUTE, row)


@pytest.mark.parametrize(
    "text",
    [
        "锁匠公司从一个论坛花钱买来的别人家住址名单，匿名化后能挂牌吗？",
        "我们在微信群里花钱买的业主电话，脱敏以后能卖吗",
        "这批孕妇名单是从一个离职员工那里买的，匿名化后可以上架吗",
        "We bought a list of people's home addresses on a forum. Can we list it once anonymised?",
    ],
)
async def test_a_list_bought_from_a_stranger_is_banned(text: str, prepared: Prepared) -> None:
    """Anonymising was told to make it clean."""
    heard = await listen(prepared.turn, text, (), DAY)
    assert heard.done.entries == ("table.forbidden-data", "illegal-source")
