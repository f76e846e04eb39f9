"""What only says what is not in the data lowers no ruling on them, and whether they are personal
information still is a question for the words."""

from __future__ import annotations

import pytest

from dialog.parts import Prepared
from dialog.reply.still_personal import asks_if_still_personal
from knowledge.answers.tables import rule_on
from knowledge.types import DecisionTable
from tests.knowledge.small_parts import shipped_pack
from tests.reply.test_compose import DAY
from tests.reply.test_same_case import talk

ROUTE = shipped_pack().all(DecisionTable)["table.cross-border-route"]
SENSITIVE = "national-sensitive-contract"
INTERVIEWS = ("访谈记录想发给荷兰的课题组", "含敏感的，谈到了家暴和自杀，一共九百份")
CHECKUPS = ("八百份体检报告传到首尔，要办什么手续",)
RECORDS = ("We send 700 medical records to a lab in Norway. Which procedure?",)


@pytest.mark.parametrize(
    ("texts", "entry"),
    [
        (
            (*INTERVIEWS, "没写名字和电话，只有学历、年龄、性别，还是个人信息吗"),
            "entry.age-sex-left",
        ),
        ((*INTERVIEWS, "名字都没有，这样算匿名化了吗？"), "entry.anonymisation"),
        ((*CHECKUPS, "里面不含证件号，算不算个人信息"), "entry.anonymisation"),
        (
            (*RECORDS, "Without names, only age and sex. Is that still personal information?"),
            "entry.age-sex-left",
        ),
    ],
)
async def test_whether_data_are_personal_is_no_new_ruling(
    prepared: Prepared, texts: tuple[str, ...], entry: str
) -> None:
    """After 要订标准合同 a visitor told that no names were in the data, asked whether they were
    personal information still, and heard that all was waived."""
    heard = await talk(prepared, *texts)
    assert heard.done.entries == (entry,)


@pytest.mark.parametrize(
    "texts",
    [
        (*INTERVIEWS, "没有名字和手机号，只有年龄和性别"),
        (*INTERVIEWS, "里面只有姓名和邮箱"),
        (*CHECKUPS, "没有手机号，就只有性别年龄"),
        (*RECORDS, "No names, we only have age and gender."),
    ],
)
async def test_a_description_lowers_no_ruling(prepared: Prepared, texts: tuple[str, ...]) -> None:
    """It says what else was told, and how to take that out."""
    heard = await talk(prepared, *texts)
    assert heard.done.entries == (ROUTE.id, SENSITIVE)


async def test_the_kind_that_was_told_is_named_and_taken_out_by_its_name(
    prepared: Prepared,
) -> None:
    """The very words that the reply gives take it out."""
    texts = (*INTERVIEWS, "里面只有姓名和邮箱")
    heard = await talk(prepared, *texts)
    assert "前面说过里面有“敏感”的" in heard.text
    heard = await talk(prepared, *texts, "不含敏感")
    assert heard.done.entries == (ROUTE.id, "national-ordinary-exempt")


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("敏感的都删掉，只有年龄性别", "national-ordinary-exempt"),
        ("要是只有年龄和学历呢", "national-ordinary-exempt"),
        ("只传年龄和学历", "national-ordinary-exempt"),
        ("只有年龄和学历", SENSITIVE),
        ("just names and emails", SENSITIVE),
        ("we send just names and emails", "national-ordinary-exempt"),
    ],
)
def test_what_is_taken_out_or_supposed_is_another_case(text: str, row: str) -> None:
    """A list of what is given is one of what is left; one of what the data have is not."""
    ruling = rule_on(ROUTE, ["九百份敏感的访谈记录发到荷兰", text], DAY)
    assert ruling.row is not None
    assert ruling.row.id == row


@pytest.mark.parametrize("text", ["里面只有姓名和手机号", "only names and e-mails"])
def test_a_description_answers_what_was_asked_back(text: str) -> None:
    """A kind that the case left open is no stricter one."""
    ruling = rule_on(ROUTE, ["九百份个人信息发到荷兰，要申报吗", text], DAY)
    assert ruling.row is not None
    assert ruling.row.id == "national-ordinary-exempt"


@pytest.mark.parametrize(
    ("text", "asks"),
    [
        ("去掉名字还算不算个人信息", True),
        ("这是匿名信息吗", True),
        ("Are they anonymised then?", True),
        ("这就是个人信息。", False),
        ("要不要签合同，还是不算个人信息吗", False),
        ("个人信息能卖吗", False),
        ("算敏感个人信息吗", False),
    ],
)
def test_what_asks_whether_data_are_personal(text: str, asks: bool) -> None:
    """With nothing else asked beside it."""
    assert asks_if_still_personal(text) is asks
