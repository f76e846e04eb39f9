"""Questions of other desks are said to be outside, whatever of ours shares their other words."""

from __future__ import annotations

import pytest

from dialog.parts import Prepared
from dialog.reply.outside_things import outside_thing
from dialog.reply.pointed import APART, CLOSE, apart
from knowledge.findings import Findings
from tests.reply.test_same_case import talk


@pytest.mark.parametrize(
    "text",
    [
        "美国签证要准备什么材料",
        "身份证丢了去哪补办",
        "怎么注册公司",
        "上海迪士尼门票多少钱",
        "今年个税怎么申报",
        "附近有没有好的健身房",
        "护照在哪里换",
        "护照过期了怎么换",
        "最近美甲啥款式火 你晓得不",
        "今年流行什么发色",
        "What nail styles are trending now?",
        "我要投诉数据局",
        "投诉一下市监局办事慢",
        "I want to complain about the data bureau",
        "Can you help me renew my visa?",
        "What documents do I need to register a marriage?",
        "How do I register a company in Shanghai?",
    ],
)
async def test_a_thing_of_another_desk_is_outside(prepared: Prepared, text: str) -> None:
    """Before, it got papers of the exchange, or was to be put in other words."""
    heard = await talk(prepared, text)
    assert heard.done.outcome == "refused"
    assert heard.done.entries[0].startswith("reply.out-of-scope")


@pytest.mark.parametrize(
    "text",
    [
        "我要投诉交易所",
        "网信办怎么举报违法app",
        "数据局和交易所什么关系",
        "签证数据能卖吗",
        "身份证号码算敏感个人信息吗",
        "外国人没有身份证怎么入驻",
        "注册公司在外地能挂牌吗",
        "医院挂号数据可以交易吗",
        "天气数据有卖的吗",
        "公司注册在徐汇，能用临港的负面清单吗",
        "求职者投给我们的简历可以交易吗",
        "健身房在更衣室里装了刷脸的机器，能装吗",
        "车牌去掉后几位再卖行不行",
        "对家偷了我的客户库，打官司最多能赔几倍？",
        "Which metro stop is closest to your office?",
        "May we sell hotel and flight booking records?",
        "Can I register a company as a vendor with you?",
    ],
)
def test_what_names_something_of_ours(text: str) -> None:
    """Such a thing in data, or beside a deed of the desk, is ours."""
    assert outside_thing(text) is None


async def test_what_is_known_of_such_a_thing_is_told(prepared: Prepared) -> None:
    """A document that names it is about it."""
    heard = await talk(prepared, "交易所会不会上市，股票代码多少")
    assert heard.done.outcome != "refused"


def test_what_is_near_by_common_words_is_only_listed() -> None:
    """A question that names nothing of the field needs a higher chance to be shown an answer."""
    between = (CLOSE + APART) / 2
    assert not apart(Findings("meaning", band="related", chance=between))
    assert apart(Findings("meaning", band="related", chance=between, unnamed=True))
    assert not apart(Findings("meaning", band="related", chance=APART, unnamed=True))
