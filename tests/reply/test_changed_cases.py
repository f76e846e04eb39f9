"""A case that a visitor changes after its ruling, and papers held to be the consent that it needs;
as visitors of a trial met it, in other trades."""

from __future__ import annotations

import pytest

from dialog.parts import Prepared
from dialog.reply.paper_asked import asks_to_count, asks_what_it_says
from tests.reply.test_same_case import talk

ROUTE = "table.cross-border-route"
LEARNERS = "我们把三万学员的人脸、银行卡号发到东京，要不要评估"
OWNERS = "想把业主的电话和人脸数据卖给装修公司"
DENTIST = "We run a dental clinic. Can we sell the patient records to an insurer?"


@pytest.mark.parametrize(
    ("texts", "row"),
    [
        (
            (
                "二十万会员的身份证、人脸和手机号传给伦敦母公司，怎么办手续",
                "那不传身份证人脸呢，只传姓名电话积分，还是20万人",
            ),
            "national-ordinary-contract",
        ),
        (
            ("五万车主的行车轨迹、姓名传到慕尼黑，要申报吗", "轨迹留在国内，只传姓名和邮箱可以吗"),
            "national-ordinary-exempt",
        ),
        ((LEARNERS, "那人脸去掉呢"), "national-sensitive-assessment"),
        (
            (
                "We send bank card numbers and e-mails of 300,000 customers to Berlin. Declare?",
                "What if we leave out the bank cards?",
            ),
            "national-ordinary-contract",
        ),
    ],
)
async def test_a_changed_case_is_ruled_on(
    prepared: Prepared, texts: tuple[str, ...], row: str
) -> None:
    """Nothing is asked back where what is left was named."""
    heard = await talk(prepared, *texts)
    assert heard.done.entries == (ROUTE, row)


async def test_what_was_taken_out_is_not_taken_from_the_texts_before(prepared: Prepared) -> None:
    """What is open since is asked for, and the answer to that counts."""
    texts = (LEARNERS, "那人脸去掉呢", "银行卡号也去掉，光传学员编号")
    heard = await talk(prepared, *texts)
    assert (heard.done.outcome, heard.done.entries) == ("clarify", (ROUTE,))
    heard = await talk(prepared, *texts, "不含敏感的个人信息")
    assert heard.done.entries == (ROUTE, "national-ordinary-exempt")


async def test_a_yes_does_not_rule_on_a_case_that_was_changed(prepared: Prepared) -> None:
    """Whatever was asked back after the change, a yes brings back no ruling on the old case."""
    for change in ("那不传人脸和银行卡呢，只传姓名", "那证件那一列不传呢"):
        heard = await talk(prepared, LEARNERS, change, "是")
        assert "national-sensitive-assessment" not in heard.done.entries


@pytest.mark.parametrize(
    ("texts", "entries"),
    [
        (
            (
                "我们是社区诊所，想把病历卖给药企做研究，行不行",
                "那我挨个找病人签字同意呢，平时看病都签过隐私告知书，算不算",
            ),
            ("table.forbidden-data", "personal-none"),
        ),
        (
            (
                "我是开瑜伽馆的，会员手机号能卖给保健品公司吗",
                "她们办卡填过一张登记表，上面有一行小字，行不行",
            ),
            ("entry.general-consent",),
        ),
        (
            (
                "酒店20万客人的姓名电话传到巴黎总部，走什么手续",
                "客人入住都勾过隐私政策，这算单独同意吗",
            ),
            ("entry.separate-consent",),
        ),
        ((OWNERS, "入住时业主都签过告知单，够不够"), ("table.forbidden-data", "personal-none")),
        (
            (DENTIST, "Everyone signed our general privacy notice. Does that count as consent?"),
            ("table.forbidden-data", "personal-none"),
        ),
    ],
)
async def test_whether_a_paper_is_the_consent_is_answered(
    prepared: Prepared, texts: tuple[str, ...], entries: tuple[str, ...]
) -> None:
    """It is no separate consent, and is not asked back for as such."""
    heard = await talk(prepared, *texts)
    assert heard.done.entries == entries


async def test_what_was_told_late_rules_on_the_case(prepared: Prepared) -> None:
    """A document answered the case; that nobody agreed is what the table would have asked."""
    heard = await talk(
        prepared,
        "我们是社区诊所，想把病历卖给药企做研究，行不行",
        "平时看病都签过隐私告知书，算不算",
        "没有专门授权",
    )
    assert heard.done.entries == ("table.forbidden-data", "personal-none")


@pytest.mark.parametrize(
    "texts",
    [
        (OWNERS, "没有授权", "那让业主重新签，要写些啥？人脸算敏感的吧"),
        (OWNERS, "入住时都签过物业服务协议，够不够", "那我重新发一张同意书，里面要写点啥"),
        (DENTIST, "Nobody agreed.", "What must a new consent form say then?"),
    ],
)
async def test_what_a_consent_must_say_is_no_part_of_a_ruling(
    prepared: Prepared, texts: tuple[str, ...]
) -> None:
    """The ruling is not said once more to who asks for that."""
    heard = await talk(prepared, *texts)
    assert heard.done.entries == ("entry.consent-form",)


def test_papers_are_told_from_the_very_thing() -> None:
    """Who has a separate consent, or asks of a standard contract, asks of no such paper."""
    assert asks_to_count("家长入园签过告知书算不算")
    assert asks_to_count("Guests ticked a box at check-in. Is that enough?")
    assert not asks_to_count("客户都签了单独同意书，够不够")
    assert not asks_to_count("和总部签的服务协议算不算标准合同")
    assert not asks_to_count("病历算不算敏感信息")
    assert asks_what_it_says("重新签的话内容怎么写")
    assert not asks_what_it_says("合规评估报告要写哪些内容")
