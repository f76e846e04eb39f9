"""What a case tells in words that were not heard: children as they are called at home, nobody's
data, both sides of a parcel, a correction to ordinary fields, and numbers of another year."""

from __future__ import annotations

import pytest

from dialog.parts import Prepared
from tests.reply.test_same_case import talk

ROUTE = "table.cross-border-route"
EXEMPT, CONTRACT = "national-ordinary-exempt", "national-ordinary-contract"
SENSITIVE = "national-sensitive-contract"
FINGERPRINTS = "我们把3000名客户的指纹传给德国总部，非关基，要什么手续？"
PATIENTS = "我们把3000名患者的病历传给德国总部，非关基，要什么手续？"
LAST = "2026年我们传了9万人的邮箱到美国，非关基，要手续吗？"


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("早教班三千娃的姓名传到新加坡，非关基，要什么手续？", SENSITIVE),
        ("今年传了两千个娃的体检单到德国，非关基，要什么手续？", SENSITIVE),
        (
            "土壤检测数据传给荷兰公司，里面一个人的信息都没有，也没人通知过我们是重要数据，要手续吗？",
            "none",
        ),
        ("快递公司，收寄双方名字电话得给国外派送公司才能送到，要手续吗？非关基", "contract"),
    ],
)
async def test_a_case_in_other_words(prepared: Prepared, text: str, row: str) -> None:
    heard = await talk(prepared, text)
    assert heard.done.entries == (ROUTE, row)


@pytest.mark.parametrize(
    ("before", "text", "row"),
    [
        (FINGERPRINTS, "只有姓名和工作邮箱，一点都不敏感", EXEMPT),
        (FINGERPRINTS, "不敏感", SENSITIVE),
        (PATIENTS, "只有姓名和工作邮箱，一点都不敏感", SENSITIVE),
        (LAST, "2027年1月到2月底又新传了3万人", EXEMPT),
        (LAST, "今年10月又新传了3万人", CONTRACT),
    ],
)
async def test_what_a_later_text_changes(
    prepared: Prepared, before: str, text: str, row: str
) -> None:
    """Names of patients stay those of patients, and only numbers of one year are one number."""
    heard = await talk(prepared, before, text)
    assert heard.done.entries == (ROUTE, row)
