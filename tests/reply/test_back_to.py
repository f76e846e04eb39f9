"""Who goes back to an earlier case, asks whether it is one at all, or asks something else of it."""

from __future__ import annotations

import pytest

from dialog.parts import Prepared
from dialog.reply.back_to import gone_back
from dialog.reply.question import Exchange
from tests.reply.test_same_case import DAY, talk

ROUTE, TRADE = "table.cross-border-route", "table.forbidden-data"
CONTRACT, EXEMPT = "national-sensitive-contract", "national-ordinary-exempt"
HR = (
    "We want to send sick notes of 180 employees this year from our Shanghai subsidiary to our "
    "headquarters in Stuttgart, no collective contract."
)
CUSTOMERS = (
    "And our customers' contacts: names and emails, about 3,000 this year, nothing sensitive."
)
STAFF = "今年要把180名员工的病假条传给德国总部，没有集体合同"
CLIENTS = "客户的姓名邮箱3000条也要传，不含敏感的"
BOTH = "我们要把180名员工的病假条和3000个客户的姓名邮箱传到德国总部，没有集体合同，走哪条路"
TOLD = (
    Exchange(STAFF, "answered", (ROUTE, CONTRACT)),
    Exchange(CLIENTS, "answered", (ROUTE, EXEMPT)),
)


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("回到员工那批，标准合同去哪里备案", "标准合同去哪里备案"),
        ("说回员工的：标准合同谁签", "标准合同谁签"),
        ("刚才病假那部分，要多久", "要多久"),
        ("员工那边要多久", "要多久"),
        ("至于员工那批，谁来签", "谁来签"),
        ("我们再说回刚才的员工数据，要多久", "要多久"),
        ("Back to HR: where do I file it?", "where do I file it?"),
        ("As for the employees, who signs?", "who signs?"),
        ("OK, going back to the HR files, how long does it take?", "how long does it take?"),
        ("回到员工那批", STAFF),
    ],
)
def test_a_text_goes_back_to_an_earlier_case(prepared: Prepared, text: str, rest: str) -> None:
    """What was told of the others since is not before it any more."""
    before = TOLD[:1] if rest != STAFF else ()
    assert gone_back(prepared.library.snapshot, text, TOLD, DAY) == (rest, before)


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        (
            "Thanks, not bad for a robot. Going back to the customers, do we ask each of them?",
            "do we ask each of them?",
        ),
        ("回到客户那批，要重新让他们同意吗", "要重新让他们同意吗"),
        ("刚才客户那个，要多久", "要多久"),
        ("As for the customers, who signs?", "As for the customers, who signs?"),
        ("What is listing? Going back to it, how long?", None),
    ],
)
def test_who_says_so_goes_back_from_another_matter(
    prepared: Prepared, text: str, rest: str | None
) -> None:
    """To the last case; what only names it may go on with what was told since."""
    since = (*TOLD, Exchange("海外公司能在你们这买数据吗", "answered", ("entry.foreign-buyer",)))
    then, exchanges = gone_back(prepared.library.snapshot, text, since, DAY)
    assert then == (text if rest is None else rest)
    assert exchanges == (since if then == text else TOLD)


@pytest.mark.parametrize(
    "text",
    [
        "客户那批要多久",
        "回到正题，标准合同去哪备案",
        "患者那批要多久",
        "As for the contract, who signs?",
        "德国总部那边要签中文版吗",
        "标准合同去哪里备案",
        "员工的工资也要传",
        "Back to Stuttgart: who signs there?",
    ],
)
def test_what_names_no_earlier_case_goes_on_with_the_last(prepared: Prepared, text: str) -> None:
    """The last case, another thing, or people of whom nothing was told."""
    assert gone_back(prepared.library.snapshot, text, TOLD, DAY) == (text, TOLD)


@pytest.mark.parametrize(
    ("texts", "row"),
    [
        ((HR, CUSTOMERS, "Back to the HR files: do we need anything for those?"), CONTRACT),
        ((STAFF, CLIENTS, "回到员工那批"), CONTRACT),
        ((STAFF, CLIENTS, "回到员工那批，要签标准合同吗"), CONTRACT),
        ((STAFF, CLIENTS, "回到员工那批，去哪备案", "客户那批要签标准合同吗"), EXEMPT),
        ((BOTH, "客户那批要签标准合同吗"), EXEMPT),
        ((BOTH, "回到员工那批，去哪备案", "那客户的呢"), EXEMPT),
        (
            (STAFF, CLIENTS, "回到员工那批，还是180人，走哪条路", "那客户的呢", "那员工的呢"),
            CONTRACT,
        ),
        ((HR, CUSTOMERS, "Back to HR: which route?", "And the customers?"), EXEMPT),
    ],
)
async def test_the_case_gone_back_to_is_ruled_on(
    prepared: Prepared, texts: tuple[str, ...], row: str
) -> None:
    """Never the other group's."""
    heard = await talk(prepared, *texts)
    assert heard.done.entries == (ROUTE, row)


async def test_who_goes_back_is_answered_of_that_case(prepared: Prepared) -> None:
    """Where it is filed, and how long it takes, as for the case of the employees."""
    text = (
        "Back to HR: so a standard contract with Stuttgart. Where do I file it, how long does it "
        "take, and does the parent need to sign in Chinese?"
    )
    heard = await talk(prepared, HR, CUSTOMERS, text)
    assert "waived" not in heard.text
    assert "provincial cyberspace administration" in heard.text


@pytest.mark.parametrize(
    "texts",
    [
        (
            HR,
            (
                "our HR system is SAP hosted in Frankfurt, the Shanghai staff type into it "
                "directly. Is that also an export, or only when I send files?"
            ),
        ),
        (STAFF, "我们的人事系统在法兰克福，上海这边的员工直接往里填，也算出境吗，还是发文件才算"),
        (STAFF, "系统放在法兰克福，上海员工直接录入，这也算出境吗"),
    ],
)
async def test_whether_it_is_an_export_is_told_and_no_ruling(
    prepared: Prepared, texts: tuple[str, ...]
) -> None:
    """The way to go was told before."""
    heard = await talk(prepared, *texts)
    assert heard.done.outcome == "answered"
    assert "标准合同" not in heard.text
    assert "standard contract" not in heard.text


@pytest.mark.parametrize(
    "texts",
    [
        (
            HR,
            "one of the staff refuses to consent to sending her sick notes. Can I still send them?",
        ),
        (STAFF, "有个员工不同意传病假条，还能传吗"),
        (STAFF, "系统放在法兰克福，上海员工直接录入，这也算出境吗", "有个员工不同意传，还能传吗"),
    ],
)
async def test_a_refusal_gets_no_ruling_and_nothing_without_consent(
    prepared: Prepared, texts: tuple[str, ...]
) -> None:
    """Neither the route once more, nor a waiver that speaks of no consent."""
    heard = await talk(prepared, *texts)
    assert heard.done.entries[:1] not in ((ROUTE,), ("entry.cross-employees",))


@pytest.mark.parametrize(
    "texts",
    [
        ("想卖儿童数据，可以吗", "家长同意了就可以卖吗"),
        ("小孩的数据能卖吗，不满14周岁", "家长同意了就能卖吗"),
        ("小孩的数据能卖吗", "家长授权了就可以卖吗"),
    ],
)
async def test_the_kind_is_taken_from_the_turns_before(
    prepared: Prepared, texts: tuple[str, ...]
) -> None:
    """No list of fourteen kinds where children were spoken of."""
    heard = await talk(prepared, *texts)
    assert heard.done.entries == (TRADE, "minors-authorised")


@pytest.mark.parametrize(
    "text",
    [
        "那我合同里能不能写：不许拿去识别患者、不许转卖？写了有用吗",
        "能不能在合同里约定不许转卖",
        "合同里写明不许转售、不许识别患者，写了有用吗",
        "Can we write into the contract that they may not resell the records?",
    ],
)
async def test_clauses_of_a_contract_are_no_question_for_a_table(
    prepared: Prepared, text: str
) -> None:
    """It asks what a clause is good for, and not whether the data may be traded."""
    heard = await talk(prepared, "我们医院想卖病历文本给药企", text)
    assert heard.done.entries[:1] != (TRADE,)


async def test_who_tells_of_a_clause_and_asks_of_the_sale_is_asked_back(prepared: Prepared) -> None:
    """The clause is told here, the sale is asked."""
    heard = await talk(prepared, "我们想卖病历文本，合同里写了不许转卖，能卖吗")
    assert heard.done.entries[:1] == (TRADE,)
