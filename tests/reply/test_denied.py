"""What a visitor denies comes back neither as an answer nor as a pointer, in the turns that follow
as well."""

from __future__ import annotations

from datetime import date

import pytest

from dialog.hearing import Heard, listen
from dialog.parts import Prepared
from dialog.reply.beginning import begin
from dialog.reply.context import said
from dialog.reply.corrected import corrected, denied_aside, instead
from dialog.reply.denied import name_of
from dialog.reply.question import Exchange, Question
from dialog.reply.several import parts_of
from tests.reply.test_compose import DAY

ASKED = (Exchange("门禁人脸的数据能卖吗", "answered", ("entry.face-data-sale",)),)


async def talk(prepared: Prepared, *turns: str) -> list[Heard]:
    """A conversation as a visitor has it."""
    exchanges: tuple[Exchange, ...] = ()
    found: list[Heard] = []
    for text in turns:
        heard = await listen(prepared.turn, text, exchanges, DAY)
        exchanges = (*exchanges, Exchange(text, heard.done.outcome, heard.done.entries))
        found.append(heard)
    return found


def said_of(heard: Heard) -> str:
    """All that a turn says or offers."""
    return f"{heard.text} {' '.join(heard.offered)}"


@pytest.mark.parametrize(
    ("text", "denied", "meant"),
    [
        ("不是人脸！我说的是门禁的次数", "人脸", "门禁的次数"),
        ("不是说人脸。我说的是车牌", "人脸", "车牌"),
        ("我不卖人脸，只想卖每天进出多少人次，可以吗", "人脸", "卖每天进出多少人次,可以吗"),
        ("先不谈人脸，门禁的次数能不能挂牌？", "人脸", "门禁的次数能不能挂牌"),
        ("撇开出境不谈，境内传给子公司要同意吗", "出境", "境内传给子公司要同意吗"),
        ("不是人脸，都是次数", "人脸", "次数"),
        ("我不是要挂牌，我是担心人脸被传出去", "挂牌", "人脸被传出去"),
        ("不是问价钱，我问谁来审", "价钱", "谁来审"),
        ("不是报告，是刚才说的那个存证", "报告", "存证"),
        ("我问的不是北京，是上海", "北京", "上海"),
        ("I am not asking about fees. I am asking who signs it", "fees", "who signs it"),
        ("not the seller but the broker", "the seller", "the broker"),
        ("Leave the price aside, which papers do I need?", "the price", "which papers do i need"),
        ("Not the audit, the filing I mentioned", "the audit", "filing"),
        ("不看价格，就问谁来审", "价格", "谁来审"),
        ("我没提出境，我问境内怎么传", "出境", "境内怎么传"),
        ("又没人逼我签，我就是想问不签行不行", "逼我签", "不签行不行"),
        ("我没收到过那种电话，我只是问审核多严", "那种电话", "审核多严"),
        ("这跟罚款没关系，我问的是谁来审", "罚款", "谁来审"),
        ("谁来审，和罚款无关", "罚款", "谁来审"),
        ("It's not a pricing question. Who signs it?", "pricing", "who signs it"),
        ("I asked who signs it. No pricing issue here.", "pricing", "who signs it"),
        ("Nobody called me, I just asked whether the review can fail", "called me", None),
    ],
)
def test_corrections_are_heard(text: str, denied: str, meant: str | None) -> None:
    """Whatever mark stands between, and whatever leads over to what is meant."""
    read = corrected(said(text).text, ASKED)
    assert read is not None
    assert read.denied == denied
    assert meant is None or read.meant == meant


@pytest.mark.parametrize(
    "text",
    [
        "不是本市的企业能买吗",
        "这不是骗人吗",
        "不是说取消了吗",
        "不是说不收钱吗，我们要交多少",
        "我不是会计，看不懂",
        "不是个人信息的东西能挂吗",
        "不要紧",
        "不要紧，我想问一下挂牌",
        "不登记，只挂牌，行吗",
        "不交照片，就不能开户吗",
        "不做评估，就上架会怎么样",
        "是不是要先开户，是不是要交钱",
        "不想交钱，就没法挂牌吗",
        "没有要求，就是想了解一下",
        "不是不想做评估，是没钱，怎么办",
        "Not sure, I want to know the fee",
        "No personal data in it. May we send it?",
        "跟员工没有合同关系，能传吗",
        "It is not personal data, is it?",
        "If it is not public data, may we sell it?",
    ],
)
def test_questions_that_deny_nothing(text: str) -> None:
    """A condition, a doubt and a word of courtesy are no corrections."""
    assert corrected(said(text).text, ASKED) is None


def test_a_no_without_a_name_denies_what_was_told() -> None:
    """What is meant then is the whole text; a word or two leans on the matter before."""
    read = instead(said("不，我问的是子公司能不能拿去卖"), ASKED)
    assert read is not None
    assert (read.denied, read.whole) == ("", True)
    assert instead(said("不，我问的是次数"), ASKED) is None
    assert instead(said("子公司能不能拿去卖"), ASKED) is None


@pytest.mark.parametrize(
    ("denied", "name"),
    [
        ("问人脸的事", "人脸"),
        ("买来", "买来"),
        ("数据", ""),
        ("卖数据", ""),
        ("the tracks", "track"),
    ],
)
def test_names_that_are_left_out(denied: str, name: str) -> None:
    """What everything bears is none."""
    assert name_of(denied) == name


def test_a_question_tells_what_it_is_not_about() -> None:
    """Between its clauses; what only tells a case does not."""
    assert denied_aside("图是我们拍的，不是网上下载的，能登记吗") == "网上下载"
    assert denied_aside("图是我们拍的，不是网上下载的") == ""
    assert denied_aside("图是我们拍的，能登记吗") == ""


def test_an_aside_is_no_question() -> None:
    """没多少 asks for no number."""
    assert len(parts_of("要押金吗？我们村里没多少钱")) == 1
    assert len(parts_of("审核要几天？我们单位没几个人")) == 1
    assert len(parts_of("审核要几天？押金要多少？")) == 2


async def test_what_is_denied_is_not_offered_again(prepared: Prepared) -> None:
    """In that turn, and in the next one on the matter; not until it is named."""
    turns = ("门禁人脸的数据能卖吗", "不是人脸！我说的是每天进出的人次", "那人次统计好了能挂牌吗")
    first, second, third = await talk(prepared, *turns)
    assert first.done.entries == ("entry.face-data-sale",)
    assert "人脸" not in said_of(second)
    assert "人脸" not in said_of(third)
    *_, again = await talk(prepared, *turns[:2], "门禁人脸的数据能卖吗")
    assert again.done.entries == ("entry.face-data-sale",)


async def test_a_correction_in_english(prepared: Prepared) -> None:
    """The English title names what is denied."""
    turns = ("Can GPS tracks be traded?", "No, not the tracks. I mean hourly counts per road")
    _, second = await talk(prepared, *turns)
    assert "track" not in said_of(second).lower()


async def test_the_denied_half_is_not_answered(prepared: Prepared) -> None:
    """A correction is not cut in two, and a wish for the catalogue is over."""
    turns = ("想买一些用电数据，学校有优惠吗", "不是问优惠，我是问没有法人资格的课题组能不能买")
    _, second = await talk(prepared, *turns)
    assert "gap.academic-discount" not in second.done.entries
    assert "关于“" not in second.text
    assert "目录" not in second.text


async def test_a_worry_is_the_question(prepared: Prepared) -> None:
    """Though the offer before it was for those who sell."""
    _, second = await talk(
        prepared, "听说数据都能拿去卖钱了", "我不是要卖数据，我是怕别人把我的看病记录拿去卖"
    )
    assert "entry.citizen-records-sold" in second.done.entries


async def test_bought_is_denied_in_a_question(prepared: Prepared) -> None:
    """The answer on bought data is none to who says that theirs is not."""
    (heard,) = await talk(prepared, "数据是我们自己业务里攒的，不是外购的，成本怎么算")
    assert "entry.purchase-cost" not in heard.done.entries


async def test_a_figure_taken_back_stays_taken_back(prepared: Prepared) -> None:
    """The ruling on a further fact goes by the figure that is meant."""
    *_, mended, further = await talk(
        prepared,
        "我们有四千人的信息要传到法国，都是普通联系方式",
        "不是四千人，是一百二十万人",
        "里面没有敏感信息",
    )
    for heard in (mended, further):
        assert heard.done.entries[:2] == (
            "table.cross-border-route",
            "national-ordinary-assessment",
        )


async def test_a_fact_of_a_case_changes_the_ruling(prepared: Prepared) -> None:
    """As ever: 没有人脸 is no denial of what was understood."""
    *_, second = await talk(prepared, "要给境外传三千人的信息，含人脸", "没有人脸，只有姓名和电话")
    assert second.done.entries[:2] == ("table.cross-border-route", "national-ordinary-exempt")


def test_figures_are_mended_before_a_turn(prepared: Prepared) -> None:
    """In the question that took one back alone."""
    before = (
        Exchange("有四千人的信息要传到法国", "clarify", ("table.cross-border-route",)),
        Exchange("不是四千人，是五千人", "clarify", ("table.cross-border-route",)),
    )
    begun = begin(
        prepared.library.snapshot, Question("普通联系方式", "zh", before, date(2026, 11, 22))
    )
    assert [e.question for e in begun.asked.exchanges] == [before[0].question, "5000人"]


async def test_a_wrong_that_nobody_did_is_not_offered_again(prepared: Prepared) -> None:
    """Neither the answer on it nor its like, in that turn and the next one."""
    *_, second, third = await talk(
        prepared,
        "有人自称交易所的人，收钱包办挂牌，可信吗",
        "没有人来骗我，我只是想问钱交了审核会不会不过",
        "那正常交钱，审核也可能不过吗",
    )
    for heard in (second, third):
        assert "entry.impostor-fee" not in heard.done.entries
        assert "自称" not in said_of(heard)
        assert "骗" not in said_of(heard)


@pytest.mark.parametrize(
    ("text", "denied"),
    [
        ("您怎么老讲出境？我想问的是境内交易", "出境"),
        ("别再说税了，我问的是怎么摊销", "税"),
        ("You keep talking about fees. I asked how long it takes", "fees"),
    ],
)
def test_a_reproach_denies_what_was_spoken_of(text: str, denied: str) -> None:
    """And says what is meant."""
    read = corrected(text, (Exchange("数据入表要交税吗", "answered", ("gap.data-tax",)),))
    assert read is not None
    assert (read.denied, read.again) == (denied, True)


async def test_what_is_reproached_is_told_no_more(prepared: Prepared) -> None:
    """What was asked all along is searched without it."""
    exchanges: tuple[Exchange, ...] = ()
    for text in ("数据资产入表以后能抵税吗", "怎么总是说税呀，我问的是入表是不是必须先挂牌"):
        heard = await listen(prepared.turn, text, exchanges, DAY)
        exchanges = (*exchanges, Exchange(text, heard.done.outcome, heard.done.entries))
    assert exchanges[0].entries == ("gap.data-tax",)
    assert exchanges[1].entries == ("entry.accounting-registration",)
