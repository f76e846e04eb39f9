"""What holds of data by what they are, whatever the trade that has them."""

from __future__ import annotations

import pytest

from dialog.hearing import listen
from dialog.parts import Prepared
from dialog.reply.by_kind import kind_wording
from dialog.reply.data_kinds import Kind
from dialog.reply.data_told import DataTold, Wish, data_told, gives_totals
from dialog.reply.question import Exchange
from dialog.reply.several import parts_of
from tests.reply.test_compose import DAY


@pytest.mark.parametrize(
    ("text", "wish", "kind"),
    [
        ("做潜水培训的，学员的下潜日志能做成产品挂牌吗", "sell", "people"),
        ("托管班孩子的作业数据能卖吗", "sell", "children"),
        ("足疗店客人的理疗记录可以上架吗", "sell", "health"),
        ("跳伞队的定位数据能卖吗", "sell", "tracks"),
        ("行业协会会员企业的产能数据能挂牌吗", "sell", "firms"),
        ("砖窑的炉温、压力数据可以卖吗", "sell", "machine"),
        ("养蚕的产量数据可以卖吗", "sell", "produced"),
        ("剧本杀店的数据能卖吗", "sell", "unknown"),
        ("会员骑马的记录能入表吗", "book", "people"),
        ("给农场装了传感器，数据是谁的", "owner", "machine"),
        ("做广告的，能买小区住户的数据吗", "buy", "people"),
        ("越南采的橡胶园数据，能拿到国内卖吗", "inland", "unknown"),
        ("日本有个客户想买我们的机床数据，能发给他们吗", "abroad", "machine"),
        ("我把姓名都删了，只给每天的总数，还要用户同意吗", "consent", "unknown"),
        ("Can a ski school list its learners' lesson records?", "sell", "people"),
        ("Our nursery keeps babies' sleep data. Can we sell them?", "sell", "children"),
        ("May our kiln readings be listed?", "sell", "machine"),
        ("Can we put our members' purchase data on the balance sheet?", "book", "people"),
    ],
)
def test_wish_and_kind_are_read(text: str, wish: str, kind: str) -> None:
    """Trades that no document knows hide neither what is wished nor what the data tell of."""
    told = data_told(text)
    assert told is not None
    assert (told.wish, told.kind) == (wish, kind)


@pytest.mark.parametrize(
    "text",
    [
        "从黑客那里买来的快递数据能卖吗",
        "前员工手里的客户数据能买吗",
        "竞争对手的工艺数据能卖吗",
        "老板把员工体检数据卖了，可以吗",
        "会员的数据脱敏以后能卖吗",
        "学员都同意了，下潜日志能卖吗",
        "会员数据能卖多少钱",
        "有没有卖充电桩数据的",
        "能帮我卖掉我的车吗",
        "我们刚成立，能在这里挂牌吗",
        "Can we sell data stolen from a rival?",
        "Can I list my apartment here?",
    ],
)
def test_what_has_rules_of_its_own_is_left(text: str) -> None:
    """Wrongs, treated data, other sides and other goods are searched as ever."""
    assert data_told(text) is None


def test_work_for_others_and_totals_are_seen() -> None:
    """Of data of a client, and of sums alone, other documents tell."""
    clients = data_told("我们替几家酒店做布草洗涤，洗涤量数据能挂牌吗")
    totals = data_told("只卖每小时入园人数，可以吗")
    assert clients is not None
    assert totals is not None
    assert "替客户做事" in kind_wording(clients)
    assert "汇总统计" in kind_wording(totals)


def test_what_is_left_of_data_is_a_condition() -> None:
    """只留每小时停了多少车 asks nothing: the question behind it is asked of that."""
    text = "那我把车牌号删掉，只留每个停车场每小时停了多少车，还用用户同意吗？"
    assert parts_of(text) == [text]
    apart = "只按月统计吗，还要用户同意吗？"
    assert len(parts_of(apart)) > 1


@pytest.mark.parametrize(
    ("text", "entry"),
    [
        (
            "您好，我是律师，客户做一款儿童学习App，想把学习行为数据做成产品挂牌，可以吗？",
            "children",
        ),
        ("我们的用水量数据是居民用户的，这种数据能入表吗？", "entry.household-use-on-books"),
        ("供水数据是不是公共数据？", "entry.utility-data"),
        ("给工厂做代工的，客户的图纸和良率数据我们能挂牌吗？", "entry.client-data-product"),
        ("外墙清洗公司的作业数据可以上架吗", "entry.our-trade"),
        ("我们替二十家酒店洗床单，攒了三年的损耗数据，能挂牌吗？", "entry.client-data-product"),
        ("想把布草损耗率卖给一家法国的纺织厂，要办手续吗？", "entry.sell-abroad"),
        ("Can our laundry company buy hotel occupancy statistics?", "entry.buying-any-data"),
        ("We make bricks. May our kiln readings be listed?", "entry.machine-data"),
        (
            "Our AIS positions are collected outside China. May we bring them in and sell them?",
            "entry.foreign-data-in",
        ),
        ("从黑客那里买来的快递数据能卖吗？", "table.forbidden-data"),
        ("病历都匿名化了，能卖吗", "table."),
        ("药店的销售数据，能卖给药厂吗？", "entry.pharmacy"),
    ],
)
async def test_what_holds_of_the_kind_is_told(text: str, entry: str, prepared: Prepared) -> None:
    """The property decides; what is known of the very thing goes before it."""
    heard = await listen(prepared.turn, text, (), DAY)
    if entry:
        assert any(entry in e for e in heard.done.entries), heard.done.entries
    else:
        assert heard.done.outcome == "unknown"


async def test_what_is_changed_behind_a_case(prepared: Prepared) -> None:
    """Only a report of statistics: the kind of the data told before is kept."""
    before = Exchange("孩子的学习记录能做成产品卖吗", "answered", ("entry.children-checkins",))
    heard = await listen(prepared.turn, "那要是只给他们看统计报告呢？", (before,), DAY)
    assert heard.done.entries == ("entry.aggregate-statistics",)


@pytest.mark.parametrize("wish", ["sell", "abroad", "consent", "book", "public", "owner", "buy"])
@pytest.mark.parametrize("kind", ["children", "health", "people", "firms", "machine", "unknown"])
@pytest.mark.parametrize("totals", [False, True])
def test_each_property_has_its_document(
    prepared: Prepared, wish: Wish, kind: Kind, *, totals: bool
) -> None:
    """The wording by which a document is found stands in the pack, whoever edits it."""
    for service in (False, True):
        told = DataTold(wish, kind, totals=totals, service=service)
        wording = kind_wording(told)
        found = prepared.library.snapshot.at_once(wording) if wording else None
        assert not wording or (found is not None and found.band == "answer"), wording


@pytest.mark.parametrize(
    "text",
    [
        "深圳公司可以到上海数据交易所挂牌吗",
        "外资企业能在数据交易所卖东西吗",
        "我们是数据公司，能挂牌吗",
        "Can a German firm list on a data exchange?",
    ],
)
def test_a_name_that_data_stand_in_tells_of_none(text: str) -> None:
    """Who names the exchange tells of no data of their own."""
    assert data_told(text) is None


def test_records_that_are_not_wanted_are_none_that_are_given() -> None:
    """只要统计，不要原始明细 gives totals; a way of selling (这种卖法) is no sale."""
    assert gives_totals("我们只要统计结果不要原始明细")
    assert gives_totals("只卖汇总，不含明细")
    assert not gives_totals("统计和原始明细都给")
    assert data_told("我们只要统计结果不要原始明细，有这种卖法吗") is None
    assert data_told("我有个用振动数据预测坏泵的点子，能在你们这儿换钱吗") is None
