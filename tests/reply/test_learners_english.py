"""Questions of foreign companies in the English of people who learned it late, with Chinese words
in between."""

from __future__ import annotations

import pytest

from dialog.parts import Prepared
from dialog.reply.consent_given import asks_how_given
from dialog.reply.data_told import data_told
from dialog.reply.learners_english import in_plain_english
from dialog.reply.openings import behind_turn
from dialog.reply.own_company import as_foreign_seller
from dialog.reply.papers_wanted import papers_wanted
from dialog.reply.verdict import without_idle_verdict
from dialog.reply.wanted_abroad import at_the_parent, wanted_abroad
from dialog.reply.wished import looked_for
from tests.reply.test_same_case import talk

EXPORT = "table.cross-border-route"
LOGS = "In the logs is name and phone of the repair man. About 400 people. Can these go to Munich?"


@pytest.mark.parametrize(
    "text",
    [
        "老板想买一批港口和气象数据，我先摸个底，你们平台上有现成的挂牌产品吗",
        "公司要买港口数据，你们这里挂牌的数据里有没有",
        "领导让我们采购港口吞吐量数据，看看有没有在挂牌的",
        "My boss wants to buy some port data, is anything ready listed on your platform?",
    ],
)
def test_who_is_to_buy_wishes_for_the_catalogue(text: str) -> None:
    """Listed is what the goods of others are there."""
    assert looked_for(text).startswith(("我想买", "I want to buy"))


@pytest.mark.parametrize(
    "text",
    [
        "有公司想买我们的传感器数据，有现成的产品模板吗",
        "老板想买一批客户手机号数据，你们有现成的吗",
        "我们想买一套设备来采气象数据，采来的数据能挂牌吗",
    ],
)
def test_who_sells_or_asks_for_people_is_no_such_buyer(text: str) -> None:
    """Nor who buys machines."""
    assert looked_for(text) == text


def test_listed_is_a_wish_only_of_who_lists() -> None:
    """我们有设备温度数据，有挂牌的打算 is one."""
    assert data_told("你们平台上有没有挂牌的设备数据可以看看吗") is None
    told = data_told("我们有设备温度数据，有挂牌的打算，可以吗")
    assert told is not None
    assert told.wish == "sell"


@pytest.mark.parametrize(
    "text",
    [
        "our lifts send sensor data. munich want it all on their server. is it allowed?",
        "the headquarter in osaka ask us to upload all machine logs to their cloud.",
        "our mother company in germany will pull the production data from our plant",
        "paris keeps our machine data on its server",
        "we store our customer list in frankfurt",
        "慕尼黑总部要我们电梯的传感器数据全放他们服务器上",
    ],
)
def test_data_that_somebody_abroad_wants_are_sent(text: str) -> None:
    """Nobody says so."""
    assert wanted_abroad(text)


@pytest.mark.parametrize(
    "text",
    [
        "munich has asked us to visit your exchange",
        "our parent in japan would like our sensor data in shanghai server",
        "we want to buy data from munich",
        "munich wants us to sell the data here",
        "our server in shanghai holds sensor data",
        "the german tax office wants the machine data",
    ],
)
def test_what_stays_or_is_traded_is_not_sent(text: str) -> None:
    """A place abroad alone sends nothing."""
    assert not wanted_abroad(text)


def test_a_head_office_is_where_it_was_told_to_be() -> None:
    """And nowhere where nothing was told."""
    assert at_the_parent("hq wants our data", ()) == "hq wants our data"


async def test_machine_data_for_the_parent_need_nothing(prepared: Prepared) -> None:
    """The visitor heard that nothing was known, with pointers to security levels."""
    wish = "Our lifts send sensor data, door and motor. Munich want it all on their server. May we?"
    heard = await talk(prepared, wish)
    assert heard.done.entries == ("entry.cross-business-data",)


async def test_name_and_phone_are_told_once(prepared: Prepared) -> None:
    """The table asked for the kind and the number, both of which were told."""
    heard = await talk(prepared, LOGS)
    assert heard.done.entries == (EXPORT, "national-ordinary-exempt")


@pytest.mark.parametrize(
    ("text", "entry"),
    [
        (
            "Must I really get a signature from each of the 400? They work for a 维保公司.",
            "entry.consent-by-phone",
        ),
        ("Do all 400 have to sign?", "entry.consent-by-phone"),
        (
            "Ok other way: this separate consent, 单独同意, when do I need it and when not?",
            "entry.separate-consent",
        ),
        ("They are not our employees, they are subcontractor people. Does it change?", EXPORT),
    ],
)
async def test_consent_is_asked_on_behind_an_export(
    prepared: Prepared, text: str, entry: str
) -> None:
    """It was not known, or told with a line that was told before."""
    heard = await talk(prepared, LOGS, text)
    assert heard.done.outcome == "answered"
    assert heard.done.entries[0] == entry


@pytest.mark.parametrize(
    "text",
    [
        "Must the contract be signed by each of the 400?",
        "They already signed. Must each sign again?",
    ],
)
def test_a_contract_or_an_old_signature_is_no_consent(text: str) -> None:
    """Each has an answer of its own."""
    assert not asks_how_given(text)


async def test_who_is_no_employee_spares_nothing(prepared: Prepared) -> None:
    """The waiver for employees was told again to who had just said that they are none."""
    case = (
        "We send names and salaries of our 180 employees to the German head office. What is needed?"
    )
    heard = await talk(prepared, case, "They are not our employees, they are subcontractor people.")
    assert "employees" not in heard.done.entries


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        (
            "We sell the vibration data here, to insurance maybe. We are 外资, may we?",
            "Can we sell vibration data? May a foreign-owned company registered in China join?",
        ),
        (
            "we are 100% German owned company in Jiading, may we list our data?",
            "May a foreign-owned company registered in China join?",
        ),
        (
            "我们老板又想把振动数据在你们这卖，我们是外资，行吗",
            "我们能卖振动数据吗？在国内注册的外资公司可以入驻吗？",
        ),
        ("We are 外资, may we sell our customers' data?", ""),
        ("We sell vibration data here, may we?", ""),
    ],
)
def test_a_foreign_seller_hears_of_both(text: str, asked: str) -> None:
    """The data and the company; people in the data have rules of their own."""
    assert as_foreign_seller(text) == asked


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("never mind. Other question: can we buy?", "can we buy?"),
        ("My boss has other idea: we sell the data.", "we sell the data."),
        ("Another question of mine was lost", "Another question of mine was lost"),
    ],
)
def test_what_leads_to_another_topic_is_taken_off(text: str, rest: str) -> None:
    """A complaint may stand before it."""
    assert behind_turn(text)[0].lower() == rest.lower() or rest.startswith("Another")


async def test_a_topic_behind_a_complaint_is_the_question(prepared: Prepared) -> None:
    """It was refused as a wish to do harm."""
    heard = await talk(
        prepared, "You did not understand me, forget it. Next topic: how we become member?"
    )
    assert heard.done.entries == ("procedure.become-vendor",)


async def test_papers_and_owner_are_two_questions(prepared: Prepared) -> None:
    """Behind a remark; the document on foreign companies was told again."""
    heard = await talk(
        prepared,
        "Can a foreign owned company in Shanghai become a seller at your exchange?",
        "Aha super. So what papers I need for that, to list the sensor data? The lifts stand in "
        "houses of our customers by the way, is it even our data",
    )
    assert heard.done.entries == ("list.listing-documents", "entry.device-data-parties")


@pytest.mark.parametrize(
    "text",
    [
        "What papers are necessary to sell customer data?",
        "What forms do I need to fill for sending data abroad?",
        "So what papers I need for that?",
    ],
)
def test_other_papers_are_not_those_of_a_listing(text: str) -> None:
    """Nor what stands for nothing that was spoken of."""
    assert papers_wanted(text, ()) == ""


def test_advice_at_the_beginning_is_no_verdict() -> None:
    """先看合同 was left out as if it were a yes to 是不是我们的."""
    answer = "先看合同，再看谁合法取得。"
    assert without_idle_verdict(answer, "这数据是不是我们的", "卖不卖由谁说了算") == answer


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("How we can become member?", "How can we become a member?"),
        ("Is our mother company allowed?", "Is our parent company allowed?"),
        ("For what we need consent?", "for what do we need consent?"),
        ("Kindly tell what is the fee, please do the needful.", "what is the fee"),
        ("How do we list a product?", "How do we list a product?"),
        ("我们怎么入驻", "我们怎么入驻"),
    ],
)
def test_learners_english_is_put_plainly(text: str, plain: str) -> None:
    """Plain English and Chinese stay as they are."""
    assert in_plain_english(text) == plain


@pytest.mark.parametrize(
    ("text", "entry"),
    [
        ("Whom we have to call for joining?", "gap.hotline"),
        ("For what we need consent?", "entry.legal-bases"),
        ("What is the time for admission?", "gap.processing-time"),
        ("Can I ask you in English?", "entry.assistant-english"),
        ("Do you speak German?", "entry.assistant-language"),
    ],
)
async def test_first_questions_of_a_foreign_company(
    prepared: Prepared, text: str, entry: str
) -> None:
    """Each was not known, asked back, or told of dialects that nobody had spoken of."""
    heard = await talk(prepared, text)
    assert heard.done.entries == (entry,)
    assert ("dialect" in heard.text) == (entry == "entry.assistant-language")
