"""Who takes back one word of what was asked is answered to the whole question with that word put
right."""

from __future__ import annotations

import pytest

from dialog.parts import Prepared
from dialog.reply.from_elsewhere import as_outsider
from dialog.reply.mended_words import mended_words
from dialog.reply.question import Exchange
from tests.reply.test_same_case import talk


@pytest.mark.parametrize(
    ("before", "text", "mended"),
    [
        ("卖方要承担什么责任", "不对，是买方不是卖方", "买方要承担什么责任"),
        ("买方要承担什么责任", "哦不，是卖方", "卖方要承担什么责任"),
        ("供方入驻要什么条件", "我说错了，是需方", "需方入驻要什么条件"),
        ("我们在江苏，能来挂牌吗", "哦我们其实在浙江", "我们在浙江,能来挂牌吗"),
        ("我们在苏州，能来挂牌吗", "不在苏州，在无锡", "我们在无锡,能来挂牌吗"),
        ("挂牌要交哪些材料", "说错了，是入驻", "入驻要交哪些材料"),
        ("买来的客户数据能卖吗", "打错了，是自己采集的不是买来的", "自己采集的客户数据能卖吗"),
        (
            "What must a seller hand in?",
            "Sorry, the buyer, not the seller",
            "what must a buyer hand in?",
        ),
        (
            "We are in Jiangsu. Can we list?",
            "Actually we are in Zhejiang",
            "we are in zhejiang. can we list?",
        ),
    ],
)
def test_one_word_is_put_right(before: str, text: str, mended: str) -> None:
    """A part in a trade, a place, a deed, or a word that stands there."""
    assert mended_words(text, (Exchange(before, "answered"),)) == mended


@pytest.mark.parametrize(
    ("before", "text"),
    [
        ("挂牌要交哪些材料", "其实我不急"),
        ("挂牌要交哪些材料", "不对"),
        ("挂牌要交哪些材料", "我们是买方"),
        ("挂牌要交哪些材料", "不对吧，是不是还要合同"),
        ("买方和卖方各交什么", "说错了，是数商"),
        ("医疗数据能卖吗", "其实是想问多久"),
    ],
)
def test_what_puts_no_word_right(before: str, text: str) -> None:
    """Doubts, other questions, and a word that may stand for several."""
    assert mended_words(text, (Exchange(before, "answered"),)) == ""


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("深圳公司可以到上海数据交易所挂牌吗", "外地企业能在上海挂牌吗"),
        ("北京的企业到你们这里入驻行吗", "外地企业能在上海入驻吗"),
        ("宁波一家小企业想问，上海公司能到深圳挂牌吗", ""),
        ("上海公司可以到深圳数据交易所挂牌吗", ""),
        ("宁波公共数据授权", "我们在外省，不在上海，公共数据授权运营按什么规定？"),
        ("上海公共数据授权运营怎么申请", ""),
        (
            "Can a Hangzhou firm sell data on your exchange?",
            "Can a company from another province list in Shanghai?",
        ),
        ("Can our company list at the Shanghai Data Exchange?", ""),
    ],
)
def test_a_firm_from_elsewhere(text: str, meant: str) -> None:
    """Whoever asks of it; who goes elsewhere, or is here, asks something else."""
    assert as_outsider(text) == (meant or text)


async def test_the_whole_question_is_asked_anew(prepared: Prepared) -> None:
    """What was told of the one place is told of the other, as it holds there."""
    heard = await talk(prepared, "我们公司在江苏，能到上海数据交易所挂牌吗", "哦我们其实在浙江")
    assert heard.done.entries == ("entry.small-company",)
    heard = await talk(prepared, "深圳公司可以到上海数据交易所挂牌吗")
    assert heard.done.entries == ("entry.small-company",)
    heard = await talk(prepared, "挂牌要交哪些材料", "说错了，是入驻")
    assert heard.done.entries == ("list.admission-documents",)
