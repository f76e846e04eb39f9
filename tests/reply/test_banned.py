"""What nobody may trade at all is told before anything milder, in whatever words it is told."""

from __future__ import annotations

import pytest

from dialog.hearing import listen
from dialog.parts import Prepared
from dialog.reply.banned import of_staff
from dialog.reply.question import Exchange
from knowledge.answers.bans import asks_of_banned
from knowledge.text import normalise
from tests.reply.test_compose import DAY

RULED = "table.forbidden-data"


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("我们从黑客那儿拿到的药房购药名单，匿名化后能上架卖吗？", "illegal-source"),
        ("电竞俱乐部的数据是用外挂非法爬来的，匿名化后能不能卖？", "illegal-source"),
        ("我们拿到一批泄露出来的会员名单，匿名化以后可以交易吗？", "illegal-source"),
        (
            "呼叫中心在网上买了一批不知道哪来的电话名单，现在想上架卖，行吗？",
            "illegal-source",
        ),
        ("前台偷偷导出来的客户表，做成统计能挂牌吗？", "illegal-source"),
        ("会员资料是用木马偷的，能做成产品挂牌吗", "illegal-source"),
        ("光伏公司的卫星地图里有国家秘密，去掉姓名以后能卖吗？", "secret"),
        ("轮渡公司手里有军港附近航道的国家秘密测绘数据，做成产品能挂牌吗？", "secret"),
        (
            "Our ferry holds state secrets of a naval port. May we list them, names removed?",
            "secret",
        ),
        ("交通委没开放的原始公共数据，我们拿到后匿名化了，没有授权，能卖吗？", "public-none"),
        ("电竞俱乐部想卖一份选手黑料数据，里面有损名誉的内容，能卖吗？", "personality"),
        ("Can we sell leaked member lists once they are anonymised?", "illegal-source"),
    ],
)
async def test_no_treatment_makes_it_clean(text: str, row: str, prepared: Prepared) -> None:
    """A lawyer was told that stolen lists may be traded once nobody is recognised."""
    heard = await listen(prepared.turn, text, (), DAY)
    assert heard.done.entries == (RULED, row)


@pytest.mark.parametrize(
    "text",
    [
        "我是数交所的工作人员，我老婆的公司帮我代持，能不能用它来买一份客流数据产品？",
        "我在交易所上班，我弟弟替我买一份数据产品行不行",
    ],
)
async def test_staff_may_not_through_those_who_hold_for_them(text: str, prepared: Prepared) -> None:
    """The catalogue was shown instead."""
    heard = await listen(prepared.turn, text, (), DAY)
    assert heard.done.entries == ("entry.staff-trading",)


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("别家公司的客户名单匿名化后能卖吗", "company-none"),
        ("竞争对手的会员资料脱敏以后可以挂牌吗", "company-none"),
        ("May we sell another company's customer list once anonymised?", "company-none"),
        ("合作公司的用户数据，对方授权了，匿名化以后能卖吗", "company-authorised"),
        ("译所想把客户的商业合同做成语料上架，客户没授权，只去掉了人名，能卖吗？", "company-none"),
        ("甲方的图纸，甲方没同意，抹掉名字能卖吗", "company-none"),
        ("客户的合同，客户书面授权了，去掉人名能卖吗", "company-authorised"),
        ("我们自己的客户名单匿名化后能卖吗", "personal-anonymised"),
    ],
)
async def test_another_companys_list_stays_its_own(text: str, row: str, prepared: Prepared) -> None:
    """Anonymising was told to be enough."""
    heard = await listen(prepared.turn, text, (), DAY)
    assert heard.done.entries == (RULED, row)


async def test_also_behind_the_list(prepared: Prepared) -> None:
    before = Exchange("别家公司的客户名单能卖吗", "answered", ("entry.customer-list",))
    heard = await listen(prepared.turn, "匿名化后呢", (before,), DAY)
    assert heard.done.entries == (RULED, "company-none")


@pytest.mark.parametrize("later", ["匿名化以后呢？", "要是会员都同意了呢？", "只卖统计呢"])
async def test_a_later_treatment_does_not_either(later: str, prepared: Prepared) -> None:
    """Behind the ban as well."""
    before = Exchange("从内鬼手里买的会员名单能卖吗", "answered", (RULED, "illegal-source"))
    heard = await listen(prepared.turn, later, (before,), DAY)
    assert heard.done.entries == (RULED, "illegal-source")


@pytest.mark.parametrize(
    ("before", "later", "row"),
    [
        ("病历都匿名化了，能卖吗", "其实是从黑客那儿买来的", "illegal-source"),
        ("偷来的名单能卖吗", "停车场的车牌记录，车主都同意了，能卖吗", "personal-authorised"),
        ("未授权的公共数据能卖吗", "后来拿到授权了", "public-authorised"),
    ],
)
async def test_what_is_told_later_counts(
    before: str, later: str, row: str, prepared: Prepared
) -> None:
    """A ban that is told later, other data, and an authorisation that came."""
    first = await listen(prepared.turn, before, (), DAY)
    told = Exchange(before, first.done.outcome, first.done.entries)
    heard = await listen(prepared.turn, later, (told,), DAY)
    assert heard.done.entries == (RULED, row)


@pytest.mark.parametrize(
    "text",
    [
        "我们的名单被黑客偷了，剩下的还能挂牌吗？",
        "会员名单被泄露了，我们还能卖吗",
        "燃气泄漏的监测数据能卖吗",
        "自行车防盗的数据能卖吗",
        "黑客松报名数据能卖吗",
        "外挂传感器采的数据能挂牌吗",
        "数据不是偷来的，是自己采的，能卖吗",
        "辱骂识别数据集能卖吗",
        "里面没有国家秘密，能卖吗",
        "公共数据已经拿到授权了，能卖吗",
        "不知道哪些数据能卖，能帮我看看吗",
        "来源没有问题的数据能卖吗",
        "广告曝光的数据能卖吗",
        "有人卖偷来的数据，我能举报吗",
        "Our data was stolen. Can we still list it?",
    ],
)
def test_look_alikes_are_not_banned(text: str) -> None:
    """Who was robbed, denies it, guards against it or only uses the words."""
    assert not asks_of_banned(normalise(text))


@pytest.mark.parametrize(
    ("text", "staff"),
    [
        ("I work for the data exchange. May I buy products there through my wife's company?", True),
        ("我在数据交易所上班，用亲戚的公司挂牌行吗？", True),
        ("交易所的审核员能通过朋友公司间接买数据吗", True),
        ("交易所工作人员能帮我们挂牌吗", False),
        ("我以前在数据交易所工作，现在自己开公司，能来买数据吗", False),
        ("我在证券交易所上班，能来你们这买数据吗", False),
        ("我老公在交易所上班，我自己的公司能挂牌吗", False),
    ],
)
async def test_the_house_does_not_trade(text: str, staff: bool, prepared: Prepared) -> None:
    """Neither directly nor through others."""
    assert of_staff(text) is staff
    heard = await listen(prepared.turn, text, (), DAY)
    assert ("entry.staff-trading" in heard.done.entries) is staff
