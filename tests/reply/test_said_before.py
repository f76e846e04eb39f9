"""A follow-up that a sentence of the replies just before settles is answered from it."""

from __future__ import annotations

import pytest

from dialog.parts import Prepared
from dialog.reply.said_forms import asked_of_said, asks_of_shape, measures_otherwise
from dialog.reply.told_sentences import sentences_of
from tests.reply.test_told_before import talked

STATISTICS = "企业经营、业务量的统计，汇总到看不出哪家也认不出人，能做成产品卖吗"
PHARMACY = "药店的销售数据，能卖给药厂吗"
ABROAD = "敏感个人信息，3000人，要传到东京的总部，要办什么手续"
OPINION = "律师的法律意见书写错了，责任算谁的"
COUNT = "现在平台上有多少个数据产品"
IN_ENGLISH = (
    "May business statistics be sold in which neither a company nor a person can be recognised?"
)


@pytest.mark.parametrize(
    ("before", "text", "entry", "held"),
    [
        (OPINION, "不能误导这句写在哪一条", "entry.wrong-legal-opinion", "第6.4条"),
        (PHARMACY, "那健康状况算敏感，这是哪条说的", "entry.pharmacy-sales", "第二十八条"),
        (COUNT, "你说的1300个算不算官方口径？", "gap.current-product-count", "报道"),
        (ABROAD, "备案是向哪个部门", "national-sensitive-contract", "省级网信部门"),
        (ABROAD, "是不是也得告诉本人接收方是谁", "national-sensitive-contract", "接收方是谁"),
        (STATISTICS, "是否还需要合规性评估报告？", "entry.aggregate-business", "第8.2条"),
        (STATISTICS, "我按楼栋分组是不是太细了", "entry.aggregate-business", "分组别太细"),
        (
            PHARMACY,
            "药厂要的是按品种汇总的量，还要不要写合规性评估报告",
            "entry.pharmacy-sales",
            "第8.2条",
        ),
        (PHARMACY, "药品行业规定找谁问", "entry.pharmacy-sales", "主管部门"),
        (IN_ENGLISH, "Must we still write a compliance report?", "entry.aggregate-business", "8.2"),
        (
            IN_ENGLISH,
            "Our groups have two shops each, too small?",
            "entry.aggregate-business",
            "too",
        ),
    ],
)
async def test_what_was_told_is_told_again(
    prepared: Prepared, before: str, text: str, entry: str, held: str
) -> None:
    """The sentence with its source, in few words."""
    heard = await talked(prepared, before, text)
    assert heard.done.route == "said"
    assert entry in heard.done.entries
    assert held in heard.text
    assert heard.sources


@pytest.mark.parametrize("text", ["那改成按月汇总呢", "按片区分，这样行吗"])
async def test_another_measure_meets_the_same_test(prepared: Prepared, text: str) -> None:
    """And no verdict is given on it."""
    heard = await talked(prepared, STATISTICS, "分到每条街会不会太细", text)
    assert heard.done.route == "said"
    assert "分组别太细" in heard.text
    assert "可以" not in heard.text


@pytest.mark.parametrize(
    ("before", "text"),
    [
        (ABROAD, "网站备案到哪里办理"),
        (ABROAD, "境内子公司之间共享要不要影响评估"),
        (PHARMACY, "要是全部匿名化了，还要做影响评估吗"),
        (PHARMACY, "要不要做公证"),
        (PHARMACY, "数据登记向谁申请"),
        (PHARMACY, "气象数据能不能卖"),
        (STATISTICS, "页面字体会不会太小"),
        (COUNT, "那注册用户数是官方的吗"),
        (COUNT, "你们是官方的吗"),
        (OPINION, "每秒请求几次写在哪一条"),
        (IN_ENGLISH, "Do we also need a licence to sell medicine?"),
        (IN_ENGLISH, "Where do we register as a buyer?"),
        (IN_ENGLISH, "Is the waiting time too long?"),
    ],
)
async def test_a_new_matter_is_searched(prepared: Prepared, before: str, text: str) -> None:
    """No sentence of another matter is told for it."""
    heard = await talked(prepared, before, text)
    assert heard.done.route != "said"


async def test_nothing_is_told_again_at_the_beginning(prepared: Prepared) -> None:
    """There is nothing that was told."""
    assert (await talked(prepared, "合规评估报告要不要写")).done.route != "said"


async def test_a_ground_belongs_to_the_question_before_it(prepared: Prepared) -> None:
    """Where that is not known, its ground is not looked for elsewhere."""
    heard = await talked(prepared, "挂牌为什么一定要穿红色的衣服，依据是哪一条？")
    assert "entry.exchange-what" not in heard.done.entries
    assert heard.done.outcome in ("unknown", "refused")


def test_forms_are_read() -> None:
    """What a text asks of something said; a mere telling asks nothing."""
    forms = {
        "公正这两个字出自哪一条": "article",
        "这个数是不是官方公布的": "official",
        "报告交给谁": "whither",
        "报告由谁来审核": "by_whom",
        "用不用附评估报告": "duty",
        "是不是太粗": "degree",
        "Which clause says that?": "article",
    }
    for text, form in forms.items():
        read = asked_of_said(text)
        assert read is not None, text
        assert read.form == form, text
    assert asked_of_said("我们是做物流的，有两万条记录") is None
    assert measures_otherwise("改为每周一次，行不行")
    assert not measures_otherwise("合同怎么备案")


def test_a_sentence_stands_with_its_law() -> None:
    """What names an article alone is told with the law before it."""
    told = sentences_of("健康状况见《甲法》第二十八条；要先评估，见第五十五条。行业规定没有收录。")
    assert told == [
        "健康状况见《甲法》第二十八条；要先评估，见第五十五条。",
        "行业规定没有收录。",
    ]


MAKER = "设备厂家、运营方、客户都碰过的数据，卖不卖由谁说了算？"


@pytest.mark.parametrize(
    ("before", "text", "entry", "held"),
    [
        (MAKER, "那打个招呼中不中", "entry.device-data-parties", "授权"),
        (
            "Can a foreign company buy data here?",
            "You said that buyers must be reputable. Will a chamber's letter do?",
            "entry.foreign-buyer",
            "reputable",
        ),
    ],
)
async def test_what_was_told_is_said_without_a_verdict(
    prepared: Prepared, before: str, text: str, entry: str, held: str
) -> None:
    """It speaks of what is asked and does not settle it: that is said as well."""
    heard = await talked(prepared, before, text)
    assert (heard.done.outcome, heard.done.route) == ("partial", "said")
    assert heard.done.entries == (entry,)
    assert held in heard.text


async def test_it_is_not_said_a_second_time(prepared: Prepared) -> None:
    """Who asks of another shape hears that no more is known."""
    heard = await talked(prepared, MAKER, "那打个招呼中不中", "那发个邮件中不中")
    assert "授权" not in heard.text
    assert heard.done.outcome != "answered"


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("邻居嘴上答应了，算数吗", True),
        ("让他们写个字据够不够", True),
        ("Is a verbal yes from the owner enough?", True),
        ("口头通知员工要几天", False),
        ("盖章的费用是多少", False),
        ("Is an email address personal information?", False),
    ],
)
def test_the_shape_of_a_consent_is_asked_of(text: str, asked: bool) -> None:
    """Whether it will do, and nothing else."""
    assert asks_of_shape(text) is asked
