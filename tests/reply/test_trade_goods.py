"""What a trade makes or sells is no kind of data, and numbers of two kinds are never one."""

from __future__ import annotations

import pytest

from dialog.parts import Prepared
from tests.reply.test_same_case import talk

ROUTE = "table.cross-border-route"
EXEMPT, CONTRACT = "national-ordinary-exempt", "national-ordinary-contract"
SENSITIVE = "national-sensitive-contract"


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        (("做血糖仪的，今年往美国传了普通注册用户五十万人的邮箱，另外还有五千个病人的血糖值，"
          "非关基非重要数据，要办什么？"), (CONTRACT, SENSITIVE)),
        (("This year we sent 30,000 e-mails and 200 audiograms to Germany. Not CII, no important "
          "data. What procedure?"), (EXEMPT, SENSITIVE)),
        ("今年传了3万条邮箱，还有200张听力图到德国，非关基，要办什么？", (EXEMPT, SENSITIVE)),
        (
            "做血糖仪的，今年传了5万个经销商联系人的邮箱到美国，没有敏感信息，非关基，要办手续吗？",
            (EXEMPT,),
        ),
        (
            "我们是助听器厂，今年把5万个经销商联系人的姓名邮箱传到德国，没有敏感信息，非关基，要办什么？",
            (EXEMPT,),
        ),
        (("We make hearing aids. This year the names and e-mails of 50,000 dealers' contacts went "
          "to Germany, nothing sensitive. Not CII. What is needed?"), (EXEMPT,)),
        ("做血糖仪的，今年传了五千个用户的血糖值到美国，非关基，要办手续吗？", (SENSITIVE,)),
        ("指纹锁公司，今年往美国传了五千个用户的指纹，非关基，要办手续吗？", (SENSITIVE,)),
    ],
)  # fmt: skip
async def test_goods_are_no_data(prepared: Prepared, text: str, rows: tuple[str, ...]) -> None:
    heard = await talk(prepared, text)
    assert heard.done.entries == (ROUTE, *rows)
