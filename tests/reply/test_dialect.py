"""Shanghainese as it is typed is read in plain words, and what is none of it stays."""

from __future__ import annotations

import pytest

from dialog.parts import Prepared
from dialog.reply.asides import asks_who
from dialog.reply.dialect import in_plain_words
from tests.reply.test_same_case import talk


@pytest.mark.parametrize(
    ("typed", "plain"),
    [
        ("侬到底是人还是机器啊 听不懂我讲闲话", "你到底是人还是机器啊 听不懂我讲话"),
        ("迭个数据好挂牌伐", "这个数据可以挂牌吗"),
        ("伊拉勿同意哪能办", "他们不同意怎么办"),
        ("阿拉卖脱了要捉进去伐", "我们卖掉了要坐牢吗"),
        ("有人讲好卖铜钿的 阿是真的啊", "有人讲可以卖钱的 是不是真的啊"),
        ("啥人讲的", "谁讲的"),
    ],
)
def test_the_words_of_the_town_are_put_plainly(typed: str, plain: str) -> None:
    """Whatever else reads the text reads Mandarin."""
    assert in_plain_words(typed) == plain


@pytest.mark.parametrize(
    "text",
    [
        "森林采伐，能卖吗",
        "跟上步伐",
        "阿拉伯语的数据集有吗",
        "伊拉克的客户",
        "这个产品好卖吗",
        "钞票识别数据能卖吗",
        "明朝的古籍数据",
        "事故物事故",
        "阿拉善的气象数据",
        "能挂牌哇",
    ],
)
def test_other_words_stay(text: str) -> None:
    """A sign that has a meaning elsewhere is no dialect by itself."""
    assert in_plain_words(text) == text


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("你到底是人还是机器啊 听不懂我讲话", True),
        ("你们这个是真人吗，怎么听不懂人话", True),
        ("are you a person or a machine? you don't understand a thing I say", True),
        ("跟我讲话的是人还是电脑啊，答非所问", True),
        ("AI客服要告诉用户它是机器吗", False),
        ("你是真人吗，挂牌要什么材料", False),
    ],
)
def test_who_the_assistant_is_is_asked_beside_a_reproach(text: str, who: bool) -> None:
    """The reproach asks for nothing else."""
    assert asks_who(text) is who


@pytest.mark.parametrize(
    ("told", "text", "entries"),
    [
        (
            "我开理发店的",
            "对面卖洗头膏的老板要我客人电话 肯出五千块 我给伊会得罚钞票伐",
            ("entry.contacts-to-partner", "entry.sold-without-assessment"),
        ),
        ("我开理发店的", "卖掉会员资料要抓进去吗", ("entry.contacts-to-partner",)),
        ("我开理发店的", "卖会员资料要坐几年牢", ("entry.penalty-criminal",)),
    ],
)
async def test_who_would_sell_contacts_hears_of_consent_and_what_follows(
    prepared: Prepared, told: str, text: str, entries: tuple[str, ...]
) -> None:
    """Without each one's consent it may not be, and then the fine or the prison."""
    assert (await talk(prepared, told, text)).done.entries == entries


@pytest.mark.parametrize("text", ["有人把我的电话卖了，会坐牢吗", "员工偷卖客户信息会坐牢吗"])
async def test_what_others_did_is_another_question(prepared: Prepared, text: str) -> None:
    """Who was wronged would sell nothing."""
    assert "entry.contacts-to-partner" not in (await talk(prepared, text)).done.entries
