"""What a visitor told, picked or was pointed to counts for what they ask next."""

from __future__ import annotations

import pytest

from dialog.hearing import Heard, listen
from dialog.parts import Prepared
from dialog.reply.assent import agrees, more_than_yes
from dialog.reply.at_the_desk import asks_where
from dialog.reply.own_goods import sells_records
from dialog.reply.question import Exchange
from dialog.reply.told_elsewhere import asked_of_place
from tests.knowledge.small_parts import small_snapshot
from tests.reply.test_compose import DAY

TALKED = (Exchange("会员种类", "answered", ("list.kinds",)),)


async def talked(prepared: Prepared, *texts: str) -> Heard:
    """The reply to the last of some texts."""
    exchanges: tuple[Exchange, ...] = ()
    *earlier, last = texts
    for text in earlier:
        heard = await listen(prepared.turn, text, exchanges, DAY)
        exchanges = (*exchanges, Exchange(text, heard.done.outcome, heard.done.entries))
    return await listen(prepared.turn, last, exchanges, DAY)


@pytest.mark.parametrize(
    ("texts", "entries"),
    [
        (
            ("我们做AI配图和合成语音，要听听规矩", "我的AI内容该加哪种标识，怎么加？"),
            ("table.ai-labelling", "speech"),
        ),
        (
            ("我的AI内容该加哪种标识，怎么加？", "有视频，也有客服问答，前面讲过"),
            ("table.ai-labelling", "dialogue", "video"),
        ),
        (
            ("我们有四万车主的行车轨迹", "你们交易所是做什么的", "传给东京要走什么手续"),
            ("table.cross-border-route", "national-sensitive-assessment"),
        ),
        (
            ("我们手上有业主电话名单", "我手上的这种数据能不能交易？", "没有授权"),
            ("table.forbidden-data", "personal-none"),
        ),
    ],
)
async def test_facts_told_before_are_not_asked_again(
    prepared: Prepared, texts: tuple[str, ...], entries: tuple[str, ...]
) -> None:
    """Several turns back, for whichever table."""
    heard = await talked(prepared, *texts)
    assert heard.done.entries == entries


@pytest.mark.parametrize(
    "texts",
    [
        ("我们有四万车主的行车轨迹", "日本公司能入驻吗"),
        ("我们有四万车主的行车轨迹", "企业的财报数据传给东京要什么手续"),
    ],
)
async def test_facts_of_another_matter_decide_nothing(
    prepared: Prepared, texts: tuple[str, ...]
) -> None:
    """Who names other data, or asks for something else, is not ruled on by what was told."""
    heard = await talked(prepared, *texts)
    assert heard.done.route != "table" or heard.done.outcome != "answered"


@pytest.mark.parametrize(
    ("text", "entry"),
    [
        ("我们来卖，都是自家仪表采的，没有个人信息", "entry.no-pi-still-report"),
        ("我们是买家，做选址用", "entry.buyer-first-step"),
        ("要卖，本公司系统里产生的", "entry.report-own-data"),
    ],
)
async def test_what_an_answer_asked_for_is_gone_on_with(
    prepared: Prepared, text: str, entry: str
) -> None:
    """It asked who sells or buys, and from where the data come."""
    heard = await talked(prepared, "第一次来，想做数据交易，不知道从哪里开始", text)
    assert heard.done.entries == (entry,)


@pytest.mark.parametrize("text", ["说说这个吧", "就看那条", "我要看这个", "please read that one"])
def test_a_pick_in_words_takes_what_was_offered(text: str) -> None:
    """As a yes does."""
    assert agrees(text)


@pytest.mark.parametrize(
    ("text", "more"),
    [
        ("那就看这个，费用谁出", "费用谁出"),
        ("看第三条，材料交给谁", "材料交给谁"),
        ("the second one, and who pays?", "and who pays?"),
        ("第2条写的那个", ""),
        ("这条规定哪天施行", ""),
        ("第三批数据也要吗", ""),
        ("我说的是这个意思", ""),
    ],
)
def test_what_stands_behind_a_pick(text: str, more: str) -> None:
    """It is answered behind what was picked."""
    assert more_than_yes(text) == more


@pytest.mark.parametrize(
    "text",
    ["那杭州呢", "要是在重庆办呢", "成都的数据交易所也这样吗", "what about Guangzhou?"],
)
def test_another_place_is_asked_of(text: str) -> None:
    """With every word, after whatever matter."""
    assert asked_of_place(text, TALKED, small_snapshot()) is not None
    assert asked_of_place(text, (), small_snapshot()) is None


@pytest.mark.parametrize(
    "text",
    ["杭州的公司能入驻吗", "北京什么时候成立的交易所", "我们在南京，合同要几份", "上海呢"],
)
def test_a_place_in_another_question(text: str) -> None:
    """It is searched as ever."""
    assert asked_of_place(text, TALKED, small_snapshot()) is None


async def test_another_city_is_told_of_honestly(prepared: Prepared) -> None:
    """National law holds there as well; the exchange there is not answered for."""
    heard = await talked(prepared, "个人信息出境要单独同意吗", "那武汉呢")
    assert heard.done.outcome == "unknown"
    assert "武汉同样适用" in heard.text
    assert "我不能说" in heard.text


@pytest.mark.parametrize(
    "text",
    ["贵所的办公地址在哪里", "你们具体在什么地方呀", "去你们那怎么走", "where are you based?"],
)
def test_the_address_is_asked_for(text: str) -> None:
    """Whatever stands around it."""
    assert asks_where(text)


@pytest.mark.parametrize(
    "text",
    ["你们的数据在哪", "材料交到哪里", "公司地址变了怎么办", "where can I find your prices?"],
)
def test_other_places_are_asked_for(text: str) -> None:
    """Where data or papers are is another question."""
    assert not asks_where(text)


@pytest.mark.parametrize(
    "text",
    [
        "我开了家洗衣店，想把顾客的下单记录拿去变现，行吗",
        "我们做外卖小程序的，用户订单能出售给调料厂吗",
        "可以卖会员的消费明细吗",
        "We run a bakery chain. May we sell our customers' purchase history?",
    ],
)
def test_records_of_own_customers(text: str) -> None:
    """However the case is put before the question."""
    assert sells_records(text)


@pytest.mark.parametrize(
    "text",
    [
        "企业客户名单能卖吗",
        "想买一批会员消费数据，可以吗",
        "我的信息被平台卖了可以告吗",
        "用户数据统计以后能卖吗",
        "会员的人脸数据能卖吗",
        "十岁用户的资料可以卖吗",
        "客户数据出境可以吗",
        "卖客户信息要判几年",
        "卖家能看到买家信息吗",
        "Can you sell us customer data?",
    ],
)
def test_other_goods_have_answers_of_their_own(text: str) -> None:
    """Other kinds, other treatment, other people, buyers."""
    assert not sells_records(text)


async def test_what_was_pointed_to_is_likelier_meant(prepared: Prepared) -> None:
    """Of what is near, the document that the reply before named is asked back for."""
    heard = await talked(
        prepared,
        "May a foreign-owned company registered in China join?",
        "Our parent in Osaka would query the plant data that stays here. Is that an export?",
    )
    assert "colleagues abroad" in heard.text
