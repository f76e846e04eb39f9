"""Who recognises faces at home is told the rules on that use, and not those on a product."""

from __future__ import annotations

import pytest

from dialog.hearing import listen
from dialog.parts import Prepared
from dialog.reply.faces_used import of_own_use
from dialog.reply.question import Exchange
from knowledge.text import normalise
from tests.reply.test_compose import DAY

OWN = "entry.face-own-use"
PRODUCT = "table.product-assessments"


@pytest.mark.parametrize(
    "text",
    [
        "健身房用刷脸进门，要做哪些评估、取得哪些同意？",
        "商场入口装了人脸识别统计客流，要做哪些评估和同意？",
        "公司前台用人脸打卡考勤，员工都是成年人，要做什么评估、要什么同意？",
        "我们健身房会员刷脸入场，需要做影响评估吗，要会员单独同意吗？",
        "小区门禁刷脸，存了12万人的人脸，要做哪些评估和备案？",
        "Our office uses face attendance for staff. Which assessments and consents are needed?",
    ],
)
async def test_own_use_has_its_rules(text: str, prepared: Prepared) -> None:
    """The assessments of a product to be listed were told."""
    heard = await listen(prepared.turn, text, (), DAY)
    assert heard.done.entries == (OWN,)
    told = ("第五十五条", "第二十九条", "第五条", "第十条", "第十五条", "30个工作日")
    english = ("Arts. 55, 56, 29", "Art. 5", "Art. 10", "Art. 15", "30 working days")
    assert all(t in heard.text for t in told) or all(t in heard.text for t in english)


async def test_of_children_the_guardians_consent(prepared: Prepared) -> None:
    """Below fourteen it is not the child."""
    heard = await listen(prepared.turn, "幼儿园给孩子刷脸接送，要做哪些评估和同意", (), DAY)
    assert heard.done.entries == ("entry.face-children-use",)
    assert "监护人同意" in heard.text


@pytest.mark.parametrize(
    "text",
    [
        "人脸数据集挂牌要做哪些评估",
        "我们要卖健身房会员的人脸照片，要做哪些评估、取得哪些同意",
        "健身房强制刷脸合法吗",
        "健身房要我刷脸，需要我同意吗",
        "员工不同意刷脸考勤怎么办",
        "我们的刷脸门禁数据要传到美国总部，要做哪些评估",
        "健身房刷脸没做评估会罚多少",
        "健身房会员的电话要取得哪些同意",
        "My gym wants my face. Must I consent?",
    ],
)
def test_other_questions_are_none(text: str) -> None:
    """Faces that are sold or sent abroad, and one's own."""
    assert of_own_use(normalise(text)) == ""


@pytest.mark.parametrize(
    "text",
    [
        "人脸数据集挂牌要做哪些评估",
        "我们的产品含人脸照片，要做哪些评估",
        "我们要卖健身房会员的人脸照片，要做哪些评估、取得哪些同意",
    ],
)
async def test_a_product_of_faces_has_both(text: str, prepared: Prepared) -> None:
    """Of several parts, or as a stored table, the duties beside the row were passed over."""
    heard = await listen(prepared.turn, text, (), DAY)
    assert heard.done.entries[:1] == (PRODUCT,)
    assert "《人脸识别技术应用安全管理办法》" in heard.text


async def test_faces_abroad_stay_in_the_device(prepared: Prepared) -> None:
    """By default they are not transmitted; a payroll has no such rule."""
    heard = await listen(prepared.turn, "5000人的人脸要传给日本总部，走哪条路", (), DAY)
    assert "不得经互联网" in heard.text
    other = await listen(prepared.turn, "5000人的病历要传给日本总部，走哪条路", (), DAY)
    assert "人脸" not in other.text


async def test_faces_taken_out_are_none(prepared: Prepared) -> None:
    """What is not sent has no duty."""
    before = Exchange(
        "5000人的人脸要传给日本总部，走哪条路", "answered", ("table.cross-border-route",)
    )
    text = "不传人脸了，只传病历，还是5000人"
    heard = await listen(prepared.turn, text, (before,), DAY)
    assert "不得经互联网" not in heard.text


CHILDREN = "entry.face-children-use"


@pytest.mark.parametrize(
    ("texts", "entry"),
    [
        (("健身房给13岁的学员刷脸，要谁同意？",), CHILDREN),
        (("12岁的学员刷脸进门，要取得谁的同意",), CHILDREN),
        (("13周岁会员刷脸进店要怎么做",), CHILDREN),
        (("游泳馆给6岁的学员刷脸，谁同意",), CHILDREN),
        (("舞蹈班给七八岁的学员刷脸签到，要谁同意",), CHILDREN),
        (("Our gym scans faces of nine-year-olds. Whose consent is needed?",), CHILDREN),
        (("健身房给15岁的学员刷脸，要谁同意？",), OWN),
        (("健身房给30岁的会员刷脸，要谁同意？",), OWN),
        (("健身房给13岁的学员刷脸，要谁同意？", "说错了，都是15岁"), OWN),
        (("健身房给15岁的学员刷脸，要谁同意？", "搞错了，其实是12岁"), CHILDREN),
        (
            ("Our gym scans nine-year-olds' faces. Whose consent is needed?", "Sorry, all are 15"),
            OWN,
        ),
    ],
)
async def test_the_age_tells_who_consents(
    texts: tuple[str, ...], entry: str, prepared: Prepared
) -> None:
    """A member of 13 was to consent alone; an age that is put right counts."""
    earlier = tuple(Exchange(t, "answered", (CHILDREN,)) for t in texts[:-1])
    heard = await listen(prepared.turn, texts[-1], earlier, DAY)
    assert heard.done.entries == (entry,)


@pytest.mark.parametrize(
    "text",
    [
        "我们博物馆想只能刷脸进馆，行吗？",
        "May a face scan be the only way in for visitors?",
    ],
)
async def test_the_only_way_in_is_never_the_face(text: str, prepared: Prepared) -> None:
    """The stricter rule of Shanghai goes before that of the country."""
    heard = await listen(prepared.turn, text, (), DAY)
    assert heard.done.entries == ("rule.sh-data-reg-23",)
