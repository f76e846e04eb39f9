"""What a visitor would do to the data first, or takes out of a case, is told what it changes."""

from __future__ import annotations

import pytest

from dialog.parts import Prepared
from dialog.reply.treated import concludes_unknown, treatment_of, wants_another_way
from tests.reply.test_same_case import talk

VIDEO = "我们把地铁站的监控录像传给首尔的合作方，里面有三千人的人脸，要办什么"
PATIENTS = "We want to sell the medical records of our patients to a lab. May we?"
CARDS = "We send the bank cards and emails of 20,000 clients to Seoul. Route?"
PHONES = "We export phone numbers of 200,000 users to Seoul. Route?"
FOLLOWERS = "想把粉丝画像卖给品牌方，可以吗"


@pytest.mark.parametrize(
    ("text", "treatment"),
    [
        ("人脸都打上马赛克再传行吗", "masked"),
        ("手机号我们做个哈希呢", "masked"),
        ("那名字全抹掉，换成编号，总可以了吧", "masked"),
        ("what if we pixelate the faces", "masked"),
        ("we would take out all names first", "masked"),
        ("要是匿名化了再卖呢", "anonymised"),
        ("and if they are fully anonymized?", "anonymised"),
        ("就给他们各区的平均数呢", "figures"),
        ("then only monthly totals", "figures"),
        ("那我把人家名字电话去掉 只给她做了什么项目 花多少钱呢", "masked"),
        ("姓名删掉，只留得了什么病、吃了哪些药呢", "masked"),
        ("把名字去掉，只卖订单要什么手续呢", ""),
        ("谁来做脱敏", ""),
        ("怎么打码才合规", ""),
        ("匿名化和去标识化有什么区别呢", ""),
        ("挂牌前一定要脱敏吗", ""),
        ("只给每个人的统计呢", ""),
        ("how do we mask names?", ""),
        ("what does anonymised mean?", ""),
    ],
)
def test_a_treatment_is_read(text: str, treatment: str) -> None:
    """Only where it is asked what it changes; who asks how, who or what it is asks for that."""
    assert treatment_of(text) == treatment


@pytest.mark.parametrize(
    ("text", "concludes"),
    [
        ("里面没有姓名，看不出是谁，就不用用户同意了吧", True),
        ("只有设备号，识别不了人，那不算个人信息咯？", True),
        ("they carry no names, so no consent is needed, right?", True),
        ("不用同意的情形有哪些", False),
        ("没有姓名怎么填表", False),
        ("没有本人同意的手机号能卖吗", False),
        ("没有授权的联系方式可以卖吗", False),
        ("no names are needed for the account", False),
    ],
)
def test_a_conclusion_from_what_data_lack_is_read(text: str, *, concludes: bool) -> None:
    """What is lacking comes first, and what follows from it behind."""
    assert concludes_unknown(text) is concludes


@pytest.mark.parametrize(
    ("text", "asks"),
    [
        ("这么多人哪问得过来，有没有其他办法", True),
        ("Isn't there another way?", True),
        ("有没有办法查进度", False),
        ("which way do we go?", False),
    ],
)
def test_another_way_is_asked_for(text: str, *, asks: bool) -> None:
    """Other than the one just told."""
    assert wants_another_way(text) is asks


@pytest.mark.parametrize(
    ("turns", "entry"),
    [
        ((VIDEO, "人脸全部打上马赛克再发过去呢"), "entry.anonymisation"),
        ((VIDEO, "那匿名化处理以后呢"), "entry.anonymisation"),
        ((PATIENTS, "What if we hash the record numbers?"), "entry.strip-names"),
        ((PATIENTS, "And if we sell only averages per district?"), "entry.aggregate-statistics"),
        ((FOLLOWERS, "就一个平台ID，没有姓名，认不出人，不用同意了吧"), "entry.pi-definition"),
        (
            (FOLLOWERS, "一个个征求同意哪来得及，有没有别的法子"),
            "entry.personal-data-circulation",
        ),
        (("含重要数据的图纸要传到国外", "脱敏之后再传呢"), "entry.cross-important-data"),
    ],
)
async def test_what_is_done_first_is_told_what_it_changes(
    prepared: Prepared, turns: tuple[str, ...], entry: str
) -> None:
    """From what is held of it, abroad and in trade."""
    heard = await talk(prepared, *turns)
    assert heard.done.outcome == "answered"
    assert heard.done.entries[0] == entry


async def test_what_was_told_just_before_is_told_in_other_words(prepared: Prepared) -> None:
    """A second treatment is not met by the same document."""
    heard = await talk(prepared, VIDEO, "人脸打码再传呢", "那加密呢")
    assert heard.done.entries == ("entry.de-identification",)


@pytest.mark.parametrize("text", ["名字都去掉呢", "有没有别的办法"])
async def test_data_of_firms_are_another_matter(prepared: Prepared, text: str) -> None:
    """Masking replaces no firm's consent."""
    heard = await talk(prepared, "企业客户名单可以卖吗", text)
    assert "entry.strip-names" not in heard.done.entries
    assert "entry.personal-data-circulation" not in heard.done.entries


@pytest.mark.parametrize(
    ("turns", "row"),
    [
        (
            (CARDS, "We removed the bank cards. Now?"),
            "national-ordinary-exempt",
        ),
        (
            ("两万客户的体检报告和手机号传给首尔总部，走哪条路", "体检报告去掉呢"),
            "national-ordinary-exempt",
        ),
    ],
)
async def test_a_kind_that_is_taken_out_leaves_the_rest(
    prepared: Prepared, turns: tuple[str, ...], row: str
) -> None:
    """The ruling goes by what is still sent."""
    heard = await talk(prepared, *turns)
    assert heard.done.entries == ("table.cross-border-route", row)


async def test_who_takes_data_out_is_no_wrongdoer(prepared: Prepared) -> None:
    """The question that is open is asked still."""
    heard = await talk(prepared, "医院的诊疗记录和手机号能卖吗", "诊疗记录剔除掉呢")
    assert heard.done.outcome == "clarify"


@pytest.mark.parametrize(
    ("turns", "entry"),
    [
        ((VIDEO, "这是重要数据吧？"), "entry.important-identification"),
        (
            (PHONES, "Isn't it important data?"),
            "entry.important-identification",
        ),
        (
            ("我们把12万用户的手机号传到首尔，走哪条路", "应该是敏感个人信息吧"),
            "entry.sensitive-definition",
        ),
    ],
)
async def test_a_kind_that_is_surmised_rules_on_nothing(
    prepared: Prepared, turns: tuple[str, ...], entry: str
) -> None:
    """How such data are known is told instead."""
    heard = await talk(prepared, *turns)
    assert heard.done.entries == (entry,)


async def test_a_kind_that_is_told_still_rules(prepared: Prepared) -> None:
    """A statement and a choice are facts of the case."""
    heard = await talk(prepared, "我们把12万用户的手机号传到首尔，走哪条路", "其实含重要数据")
    assert heard.done.entries == ("table.cross-border-route", "important")
