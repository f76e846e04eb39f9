"""What fresh eyes asked in other words, and what a stored text must not leave out."""

from __future__ import annotations

import pytest

from dialog.hearing import listen
from dialog.parts import Prepared
from tests.reply.test_compose import DAY


@pytest.mark.parametrize(
    ("text", "document", "said"),
    [
        (
            "出境评估的结果前年拿的，快到期了，提前多久续？",
            "entry.cross-assessment-validity",
            "60个工作日",
        ),
        ("去年有多少家企业数据入表，总金额多少", "gap.on-books-count", "没有收录"),
        ("贵所今年第一季度净利润多少", "gap.exchange-finances", "没有查到"),
        ("委办局能不能给公共数据自己标价", "entry.public-data-price", "政府指导定价"),
        ("PIA报告做完放多久能删", "entry.impact-assessment-content", "3年"),
        ("买回来的数据一半是空字段，卖家装死", "entry.fake-data", "交易机构"),
        ("个保法又修订了，单独同意取消了吧", "entry.law-pipl-amended", "没有取消"),
        ("AI内容看得见的标和看不见的标怎么区分", "entry.label-two-kinds", "第三条"),
        ("我们公司注册在温州，能当数商不，准备哪几样", "entry.vendor-from-elsewhere", "承诺书"),
        (
            "Does the privacy law cover a Canadian who lives here?",
            "entry.foreigners-covered",
            "Art. 3",
        ),
    ],
)
async def test_other_people_find_it(
    text: str, document: str, said: str, prepared: Prepared
) -> None:
    heard = await listen(prepared.turn, text, (), DAY)
    assert heard.done.entries[:1] == (document,)
    assert said in heard.text
