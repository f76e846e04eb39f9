"""Consent that is asked for behind a ruling or a sale is that of the ruling or the sale, not what
holds of any data."""

from __future__ import annotations

import pytest

from dialog.parts import Prepared
from dialog.reply.consent_given import asks_how_given
from dialog.reply.consent_of_sale import consent_meant
from tests.reply.test_same_case import talk

ANY_DATA = "entry.legal-bases"


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("2024年2月换脸视频要加标识吗，需要对方同意吗", "edited-face-voice-2023"),
        ("换脸的视频要不要打标？要不要征得本人的单独同意？", "edited-face-voice"),
    ],
)
async def test_consent_of_the_person_edited_is_told_with_the_label(
    prepared: Prepared, text: str, row: str
) -> None:
    """The conclusion names it once."""
    heard = await talk(prepared, text)
    assert heard.done.entries == ("table.ai-labelling", row)
    assert heard.text.count("单独同意") == 1


async def test_consent_is_told_beside_a_ruling_that_says_nothing_of_it(prepared: Prepared) -> None:
    """A drawn picture has nobody who could agree by its label."""
    heard = await talk(prepared, "AI画的图片要加什么标识，要不要本人同意")
    assert "edited-face-voice" not in heard.done.entries
    assert ANY_DATA in heard.done.entries


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("没有本人同意的手机号能卖吗", "personal-none"),
        ("2022年4月没有本人同意的手机号能卖吗", "personal-none-before-2026-07"),
    ],
)
async def test_what_lacks_consent_lacks_no_number(prepared: Prepared, text: str, row: str) -> None:
    """Phone numbers without consent are not data without phone numbers."""
    heard = await talk(prepared, text)
    assert heard.done.entries == ("table.forbidden-data", row)


@pytest.mark.parametrize(
    ("text", "entry"),
    [
        ("出售含会员邮箱的数据集，得做哪几项评估，还要征得会员同意吗", "table.product-assessments"),
        ("数据集里有顾客电话，上架前评估怎么做？用不用顾客授权？", "entry.personal-data-sale"),
        ("卖指纹数据产品，要过什么评估，是不是要本人单独同意", "sensitive-authorised"),
        (
            "We list users' e-mails. Which assessments come first, and is consent required?",
            "entry.personal-data-sale",
        ),
        ("采购带客户电话的数据要看哪些材料，还需要本人同意吗", "entry.buyer-consent"),
    ],
)
async def test_consent_behind_a_sale_is_that_to_the_sale(
    prepared: Prepared, text: str, entry: str
) -> None:
    """Visitors who asked for the assessments of a product with phone numbers, and whether people
    must agree, heard that consent is one of seven grounds."""
    heard = await talk(prepared, text)
    assert entry in heard.done.entries
    assert ANY_DATA not in heard.done.entries


@pytest.mark.parametrize(
    ("text", "before"),
    [
        ("要不要本人同意", "卖客户订单的汇总统计要做什么评估"),
        ("要本人同意吗", "客户数据传到境外卖要做什么评估"),
        ("要本人同意吗", "卖气象数据要做什么评估"),
        ("要本人同意吗", "处理客户手机号要做什么评估"),
        ("要同意哪些条款", "卖客户手机号要做什么评估"),
    ],
)
def test_consent_is_that_to_a_sale_of_data_of_people_alone(text: str, before: str) -> None:
    """Totals, data sent abroad and data of nobody have rules of their own."""
    assert consent_meant(text, [before]) == ()


RECORDS = "客户的电话和消费记录能卖吗"


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("那要一个个签字啊 我三家店几千号人", True),
        ("几千个会员怎么一个一个去问啊", True),
        ("每个学员都得打电话问吗", True),
        ("就是微信上点个同意行不行", True),
        ("客户要挨个签字吗", True),
        ("非得纸质的吗", True),
        ("那怎么取得同意呢", True),
        ("扫码确认算不算", True),
        ("do we have to call every one of them?", True),
        ("is a click in the app enough?", True),
        ("does it have to be in writing", True),
        ("那合同要一个个签吗", False),
        ("办卡的时候签过字的算吗", False),
        ("小孩的呢，要家长签字吗", False),
        ("把电话去掉行不行", False),
        ("不一个个问，有没有别的法子", False),
        ("授权书盖公章行吗", False),
        ("我们有几千个会员", False),
        ("发邮件给我行吗", False),
        ("can we just remove the phone numbers?", False),
    ],
)
def test_who_asks_how_consent_is_given(text: str, *, asked: bool) -> None:
    """By everybody in turn, on paper, by a click; not of another paper, or of data taken out."""
    assert asks_how_given(text) is asked


@pytest.mark.parametrize(
    ("turns", "entry"),
    [
        ((RECORDS, "那要一个个签字啊"), "entry.consent-by-phone"),
        (
            ("can we sell our customers' purchase records?", "is a click enough?"),
            "consent-by-phone",
        ),
    ],
)
async def test_how_consent_is_given_behind_a_reply_that_wants_it(
    prepared: Prepared, turns: tuple[str, ...], entry: str
) -> None:
    heard = await talk(prepared, *turns)
    assert heard.done.entries[0].endswith(entry)


async def test_signing_behind_another_matter_is_no_consent(prepared: Prepared) -> None:
    """Papers of a listing are signed by the company."""
    heard = await talk(prepared, "挂牌要交什么材料", "要一个个签字吗")
    assert heard.done.outcome != "answered"


@pytest.mark.parametrize(
    ("turns", "entry"),
    [
        (
            ("医用冰箱是集团医院的，数据算谁的，我们能挂吗", "那个授权书你们有模板没有"),
            "gap.templates",
        ),
        ((RECORDS, "那个同意书有范本吗"), "entry.consent-form"),
    ],
)
async def test_whose_form_is_asked_for(
    prepared: Prepared, turns: tuple[str, ...], entry: str
) -> None:
    """Firms authorise, and the exchange's form for that is not held; people consent."""
    heard = await talk(prepared, *turns)
    assert heard.done.entries[0] == entry
