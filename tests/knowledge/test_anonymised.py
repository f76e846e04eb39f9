"""Anonymised data are not personal in the route table either, unless important data is told."""

from __future__ import annotations

import pytest

from knowledge.answers.anonymised import only_masked, without_undone
from knowledge.answers.table_gone_on import gone_on
from knowledge.answers.tables import rule_on
from knowledge.text import normalise
from tests.knowledge.test_part_of_the_people import TODAY
from tests.knowledge.test_table_days import ROUTE


@pytest.mark.parametrize(
    "text",
    [
        "停车场运营商，车牌和手机号都已经匿名化、不能复原，今年要给日本研究所50万条，走什么手续？",
        "养老院老人的健康数据全部匿名化、无法复原，给美国教会研究所三千人的，要签合同还是评估？",
        "把5千名病人的病历匿名化，认不出人也不能复原，传给德国总厂，要签合同吗？",
        "会员的心率和姓名都彻底匿名化了，谁也认不出、还原不了，今年传给韩国20万人的，要评估吗？",
        "We fully anonymised the records of 8,000 patients; must we sign a standard contract?",
    ],
)
def test_anonymised_data_need_none_of_the_three(text: str) -> None:
    """The word for their kind (病历) said that even one person was too many."""
    ruling = rule_on(ROUTE, [text], TODAY)
    assert ruling.row is not None
    assert ruling.row.id == "anonymised"


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("5千名病人的病历还没匿名化，传给德国总厂，要签合同吗？", "national-sensitive-contract"),
        ("部分病历匿名化了，今年传给德国5千名病人的，要签吗？", "national-sensitive-contract"),
        ("病历里姓名匿名化了，今年传给德国5千人的，要签合同吗？", "national-sensitive-contract"),
        ("病历匿名化了但还能还原，今年传给德国5千人的，要签吗？", "national-sensitive-contract"),
        ("5千名病人的病历脱敏了，今年传给德国，要签合同吗？", "national-sensitive-contract"),
        ("被告知的重要数据匿名化、不能复原，传给德国总厂，要评估吗？", "important"),
    ],
)
def test_what_is_not_wholly_anonymised_stays(text: str, row: str) -> None:
    """Not yet, in part, only the names, or with a way back; and important data stay important."""
    ruling = rule_on(ROUTE, [text], TODAY)
    assert ruling.row is not None
    assert ruling.row.id == row


def test_it_is_told_later() -> None:
    """Behind a ruling on personal information, and taken back again."""
    texts = ["今年给日本传50万个会员的手机号", "其实都匿名化了，不能复原"]
    ruling = gone_on(ROUTE, texts, TODAY)
    assert ruling is not None
    assert ruling.row is not None
    assert ruling.row.id == "anonymised"
    back = gone_on(ROUTE, [*texts, "不对，手机号没匿名化"], TODAY)
    assert back is not None
    assert back.row is None or back.row.id == "national-ordinary-contract"


@pytest.mark.parametrize(
    ("text", "undone"),
    [
        ("其实我们还留着一张对照表，能把编号换回孩子名字。", True),
        ("手里还有密钥，随时能还原", True),
        ("we keep a key table, though", True),
        ("it can still be restored", True),
        ("没有留对照表，不能还原", False),
        ("别人能还原吗", False),
        ("we keep the sales table", False),
    ],
)
def test_what_can_be_undone_is_not_anonymised(text: str, undone: bool) -> None:
    """The word told first stays no longer than the fact told later allows."""
    told = without_undone(["接种记录匿名化以后能卖吗", text])
    assert ("去标识化" in told[0]) == undone


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("用户手机号做个md5就算匿名化了吧", True),
        ("sha256加盐之后手机号算不算匿名化", True),
        ("车牌打码以后就算匿名", True),
        ("身份证号加密了不就匿名化了嘛", True),
        ("病历去掉名字就等于匿名化了吧", True),
        ("we hashed the phone numbers, so they are anonymised", True),
        ("手机号先做md5，再汇总，认不出人也不能复原，算匿名化吗", False),
        ("手机号已经匿名化了", False),
        ("匿名化跟加密有什么区别", False),
        ("the numbers were hashed and deleted, only totals are left", False),
    ],
)
def test_what_only_masks_is_taken_for_no_anonymising(text: str, masked: bool) -> None:
    """The table of forbidden data said 可以 to a hash that a visitor called anonymised."""
    assert only_masked(normalise(text)) == masked
