"""What a visitor told of a case stays after its ruling, and what they deny of it changes it."""

from __future__ import annotations

import pytest

from dialog.hearing import Heard, listen
from dialog.parts import Prepared
from dialog.reply.question import Exchange
from knowledge.answers.conditions import lacked_in
from knowledge.check.tables import check_table
from knowledge.types import Condition, DecisionTable
from tests.knowledge.small_parts import shipped_pack
from tests.reply.test_compose import DAY

ROUTE = shipped_pack().all(DecisionTable)["table.cross-border-route"]
COLLECTIVE = ROUTE.conditions[0]
STAFF = "我们把七百名员工的体检报告传给米兰的总部，要不要申报"
STAFF_ENGLISH = "We send the salary bank accounts of 250 employees to our office in Paris. Declare?"
CUSTOMERS = "四千个客户的就诊记录发到首尔，要办什么手续"


async def talk(prepared: Prepared, *texts: str) -> Heard:
    """The reply to the last of some texts."""
    exchanges: tuple[Exchange, ...] = ()
    *earlier, last = texts
    for text in earlier:
        heard = await listen(prepared.turn, text, exchanges, DAY)
        exchanges = (*exchanges, Exchange(text, heard.done.outcome, heard.done.entries))
    return await listen(prepared.turn, last, exchanges, DAY)


@pytest.mark.parametrize(
    "texts",
    [
        (STAFF, "那我们还要跟总部签标准合同吗"),
        (STAFF, "这么说认证也不用做了吧？"),
        (STAFF, "标准合同还签不签？是不是不用签标准合同了"),
        (STAFF, "敏感个人信息，七百人"),
        (STAFF, "这些员工信息还要做安全评估吗"),
        (STAFF_ENGLISH, "So do we still have to sign a standard contract?"),
        (STAFF_ENGLISH, "Is a security assessment required then?"),
        (STAFF_ENGLISH, "It is sensitive personal information of 250 people."),
    ],
)
async def test_a_further_question_is_ruled_on_the_same_case(
    prepared: Prepared, texts: tuple[str, ...]
) -> None:
    """Whether something is still needed, and facts told again, leave the reason standing."""
    heard = await talk(prepared, *texts)
    assert heard.done.entries == ("table.cross-border-route", "employees")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("可我们从来没签过集体合同，还能免吗", "没有集体合同"),
        ("集体协议这个我们没有，怎么办？", "没有集体合同"),
        ("公司没有劳动规章制度", "没有劳动规章制度"),
        ("要是没有集体合同呢", "没有集体合同"),
    ],
)
async def test_a_condition_that_is_denied_takes_the_reason_away(
    prepared: Prepared, text: str, said: str
) -> None:
    """It says why, and rules on the case without that reason; what was told stays told."""
    heard = await talk(prepared, STAFF, text)
    assert heard.done.entries == ("table.cross-border-route", "national-sensitive-contract")
    assert said in heard.text
    again = await talk(prepared, STAFF, text, "那就是要签标准合同了？")
    assert again.done.entries == heard.done.entries


async def test_a_condition_is_denied_in_english(prepared: Prepared) -> None:
    """The same in English, and another case in between does not bring the reason back."""
    heard = await talk(
        prepared, STAFF_ENGLISH, "We have not concluded any collective agreement. Are we exempt?"
    )
    assert heard.done.entries == ("table.cross-border-route", "national-sensitive-contract")
    assert "no collective contract" in heard.text
    later = await talk(prepared, f"{STAFF}，我们没有集体合同", CUSTOMERS, "那员工的呢")
    assert later.done.entries == heard.done.entries


async def test_a_condition_that_is_met_after_all_gives_the_reason_back(prepared: Prepared) -> None:
    """What was denied may be taken back."""
    heard = await talk(prepared, STAFF, "没有集体合同", "不对，集体合同去年就签了")
    assert heard.done.entries == ("table.cross-border-route", "employees")


@pytest.mark.parametrize(
    ("text", "lacking"),
    [
        ("我们没有集体合同", True),
        ("集体合同还没签", True),
        ("there is no collective contract", True),
        ("我们签过集体合同", False),
        ("有没有集体合同都行吗", False),
        ("没有违反集体合同", False),
        ("没说集体合同的事", False),
        ("集体合同没问题", False),
        ("签标准合同要集体合同吗", False),
        ("we have a collective contract", False),
    ],
)
def test_what_lacks_is_told_from_what_is_spoken_of(text: str, lacking: bool) -> None:
    """A condition lacks where it is denied, not where it is named or asked for."""
    assert lacked_in(COLLECTIVE, [text]) is lacking


@pytest.mark.parametrize(
    "text",
    ["你先说可以免，这会儿又说要签，哪个说法是对的", "前后两次回答不一致，以哪个为准？"],
)
async def test_two_rulings_are_told_apart(prepared: Prepared, text: str) -> None:
    """Which of two answers counts is told with the fact that parts them."""
    heard = await talk(prepared, STAFF, "我们没有集体合同", text)
    assert heard.done.entries == ("table.cross-border-route", "national-sensitive-contract")
    assert "出境原因" in heard.text
    assert "三项手续都免" in heard.text


@pytest.mark.parametrize(
    ("texts", "row"),
    [
        ((CUSTOMERS, "就诊记录不传了"), None),
        (
            ("四千个客户的就诊记录和邮箱发到首尔要申报吗", "就诊记录我们不传了"),
            "national-ordinary-exempt",
        ),
        ((CUSTOMERS, "要传就诊记录"), "national-sensitive-contract"),
    ],
)
async def test_what_is_not_given_after_all_is_taken_out(
    prepared: Prepared, texts: tuple[str, ...], row: str | None
) -> None:
    """What is left decides; where nothing is left, it is asked."""
    heard = await talk(prepared, *texts)
    assert heard.done.entries == ("table.cross-border-route", *((row,) if row else ()))


SALE = "我想卖两万个会员的手机号，会员都签过一揽子授权"


async def test_a_general_consent_is_no_separate_one(prepared: Prepared) -> None:
    """Who tells of a general consent hears that it is not enough, and so it stays."""
    for texts in ((SALE,), (SALE, "那还能卖吗"), (SALE, "所以能不能交易？")):
        heard = await talk(prepared, *texts)
        assert heard.done.entries == ("table.forbidden-data", "personal-none")
        assert "单独同意" in heard.text
    heard = await talk(prepared, SALE, "后来他们都单独同意了", "那影响评估还要做吗")
    assert heard.done.entries == ("table.forbidden-data", "personal-authorised")
    assert "影响评估" in heard.text


SALE_ASKED = "我们的会员电话能不能卖"


@pytest.mark.parametrize(
    ("texts", "said"),
    [
        ((SALE_ASKED, "装App的时候点过同意的，用户协议里写着，这总算同意吧"), "第六十二条"),
        (
            (SALE_ASKED, "没有授权", "可是入会表里有一条隐私条款，大家都签了字，还不够？"),
            "第六十二条",
        ),
        (("会员手机号，入会的时候都勾了用户协议，能挂牌吗",), "第六十二条"),
        ((SALE_ASKED, "大家嘴上都答应了的"), "第二十三条"),
        (
            (SALE_ASKED, "They all accepted our privacy policy."),
            "Art. 62",
        ),
        (
            (SALE_ASKED, "We got oral consent from everybody"),
            "clause 8.2",
        ),
    ],
)
async def test_a_claimed_consent_is_told_to_be_none(
    prepared: Prepared, texts: tuple[str, ...], said: str
) -> None:
    """A privacy clause, a tick at sign-up and a spoken yes once passed for separate consent; they
    count as none, and the reply says why."""
    heard = await talk(prepared, *texts)
    assert heard.done.entries == ("table.forbidden-data", "personal-none")
    assert said in heard.text


@pytest.mark.parametrize(
    "answer",
    [
        "每个会员都就这件事单独同意了，不是隐私政策里带过的",
        "每个人都签了授权书",
        "有的，授权书里写明了卖给谁、做什么用",
    ],
)
async def test_a_consent_to_this_one_thing_counts(prepared: Prepared, answer: str) -> None:
    """What is told beside it takes nothing back; a signed form counts where it names the matter."""
    heard = await talk(prepared, SALE_ASKED, answer)
    assert heard.done.entries == ("table.forbidden-data", "personal-authorised")
    assert ("看它写了什么" in heard.text) is (answer == "每个人都签了授权书")


@pytest.mark.parametrize("text", ["隐私政策里要写哪些内容？", "用户协议谁来审？"])
async def test_what_is_asked_of_a_clause_claims_nothing(prepared: Prepared, text: str) -> None:
    """Such a text is a question of its own."""
    heard = await talk(prepared, SALE_ASKED, text)
    assert heard.done.entries[:1] != ("table.forbidden-data",)


@pytest.mark.parametrize(
    ("text", "known"),
    [
        ("那改成只卖各区的汇总数据，行不行", True),
        ("号码不给了，只给每月的统计结果", True),
        ("那做成会员消费指数呢", True),
        ("只卖每个会员一条的统计", False),
        ("我们统计过，一共两万人", False),
        ("只卖带姓名的统计表", False),
    ],
)
async def test_figures_of_all_are_another_matter(
    prepared: Prepared, text: str, known: bool
) -> None:
    """Who gives figures of all instead is told of these; who gives a line for each is not."""
    heard = await talk(prepared, SALE, text)
    assert (heard.done.entries == ("entry.aggregate-statistics",)) is known


@pytest.mark.parametrize(
    "text",
    ["标准合同要备案吗", "别的公司也要签标准合同吗", "集体合同怎么签", "做标准合同模板要钱吗"],
)
async def test_what_asks_of_something_else_is_no_ruling(prepared: Prepared, text: str) -> None:
    """A question of its own is none on the case."""
    heard = await talk(prepared, STAFF, text)
    assert heard.done.route != "table"


def test_a_condition_of_no_value_is_found_by_the_check() -> None:
    """A table file with a condition that can never be lacking, or replaces another input."""
    wrong = Condition(
        "无", of={"purpose": ("nowhere",)}, instead={"kind": "sensitive"}, words=(), said="无"
    )
    table = DecisionTable("table.x", "无", "无", ROUTE.inputs, ROUTE.rows, conditions=(wrong,))
    assert len([f for f in check_table(table) if "condition" in str(f)]) == 2


@pytest.mark.parametrize(
    ("case", "text"),
    [
        ("5万个病人的病历要传给德国总部，要办什么", "那病历的纸质原件由医生保管还是护士长？"),
        (
            "We send health data of 30,000 patients to our parent in Germany. What is needed?",
            "And who keeps the paper files, the doctor or the nurse?",
        ),
    ],
)
async def test_another_question_is_not_met_with_the_ruling_again(
    prepared: Prepared, case: str, text: str
) -> None:
    """It speaks of the data of the case, and asks nothing that was ruled on."""
    first = await talk(prepared, case)
    assert first.done.route == "table"
    then = await talk(prepared, case, text)
    assert then.done.route != "table"


async def test_other_figures_are_ruled_on_though_the_ruling_is_the_same(
    prepared: Prepared,
) -> None:
    """What is asked is what the table decides."""
    case = "5万个病人的病历要传给德国总部，要办什么"
    first = await talk(prepared, case)
    then = await talk(prepared, case, "那3万个病人的呢")
    assert then.done.entries == first.done.entries


DRIVERS = "Can we send our drivers' records to Gothenburg?"


async def test_a_breach_that_is_supposed_of_an_open_case_is_told_its_price(
    prepared: Prepared,
) -> None:
    """What if we just send it without asking: nothing is taken out of the data, and the table need
    not know them first."""
    text = "What happens if we just send it without telling anybody?"
    heard = await talk(prepared, DRIVERS, text)
    assert heard.done.entries == ("entry.penalty-cross-border",)


async def test_more_that_is_in_the_data_leaves_the_question_open(prepared: Prepared) -> None:
    """Of a field that settles nothing the table asks once more, rather than knowing nothing."""
    heard = await talk(prepared, DRIVERS, "There are licence scans in it too.")
    assert (heard.done.outcome, heard.done.entries) == ("clarify", (ROUTE.id,))


@pytest.mark.parametrize(
    ("texts", "row"),
    [
        (("影响评估报告要留几年？", "那五年前呢"), "impact-report-before-2021-11"),
        (("AI生成的图片要加什么标识？", "去年3月呢？"), "synthesis-2023"),
        (
            ("我们把九万人的邮箱发到首尔，普通信息，走哪条路", "前年6月呢"),
            "national-ordinary-exempt",
        ),
    ],
)
async def test_the_same_is_asked_of_a_time_told_by_today(
    prepared: Prepared, texts: tuple[str, ...], row: str
) -> None:
    """The row of that time, also where an entry of today answered before."""
    heard = await talk(prepared, *texts)
    assert row in heard.done.entries
