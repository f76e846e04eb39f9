"""The yes or no that a stored answer begins with stands only where it was asked for."""

from __future__ import annotations

import pytest

from dialog.reply.stored_words import StoredWriter
from dialog.reply.verdict import without_idle_verdict
from dialog.reply.words import Frame
from knowledge.types import English, Entry
from tests.knowledge.small_parts import DAY, small_snapshot

MUST = ("要。开馆十日内报告，写明原因。", "闭馆要报告吗？")
MAY = ("不可以。管理员和家属都不参加评选。", "管理员可以参加评选吗？")
IS = ("算。复印件也在登记范围里。", "复印件算藏品吗？")
FREE = ("一般不用。为履约寄到国外的，三项手续都免。", "代购的地址传到国外要申报吗？")
FREE_ENGLISH = ("As a rule no. Orders are exempt.", "Must orders sent abroad be filed?")
TAKEN = ("不算。要本人另外写明。", "读者证上写了同意，就能登他的照片吗？")
MUST_ENGLISH = ("Yes. Within ten days, in writing.", "Must a closure be reported?")
MAY_ENGLISH = ("No. Staff and their families take no part.", "May staff take part?")


@pytest.mark.parametrize(
    ("stored", "question"),
    [
        *((MUST, "临时关门要不要报告"), (MUST, "闭馆得报上去吗"), (MUST, "闭馆报告是必须的吗")),
        *((MUST, "闭馆用不用说一声"), (MUST, "闭馆要报告吗，几天内"), (MUST, "闭馆要报告不")),
        *(
            (MAY, "管理员能不能自己参选"),
            (MAY, "我想让家属参选，这样行吗"),
            (MAY, "允许员工参选么"),
        ),
        *((IS, "复印件属于藏品吗"), (IS, "只有复印件也算？"), (IS, "复印的算馆里藏品么")),
        *((FREE, "代购的地址传到国外要备案吗"), (FREE, "告诉买家以后还要申报吗")),
        *((FREE, "寄国外的面单用不用办手续"), (FREE, "寄国外的面单要评估吗")),
        *((FREE_ENGLISH, "Do we need a filing for orders?"),),
        *((MUST_ENGLISH, "Do we have to report a closure?"),),
        *((MUST_ENGLISH, "We close next week. Is a report required, and by when?"),),
        *((MAY_ENGLISH, "Can a clerk's wife take part?"), (MAY_ENGLISH, "Is staff allowed in?")),
    ],
)
def test_it_stands_where_it_was_asked_for(stored: tuple[str, str], question: str) -> None:
    """The question may be worded otherwise, as long as it is a yes or no to the same."""
    answer, asked = stored
    assert without_idle_verdict(answer, question, asked) == answer


@pytest.mark.parametrize(
    ("stored", "question"),
    [
        *((MUST, "闭馆几天之内要报"), (MUST, "临时关门要写哪些内容"), (MUST, "那临时关门呢")),
        *((MUST, "闭馆不报告行不行"), (MUST, "闭馆要报告的话可以事后补吗"), (MUST, "闭馆报告")),
        *((MUST, "要闭馆的话找谁"), (MUST, "读者要进馆可以吗")),
        *((MAY, "管理员参选违规吗"), (MAY, "谁可以参加评选"), (MAY, "对管理员参选有没有限制")),
        *((IS, "复印件归到哪一类"), (IS, "复印件能借走吗")),
        *(
            (IS, "复印件算不算公开出版"),
            (IS, "复印件是涉密材料吗"),
            (TAKEN, "读者证算不算身份证明"),
        ),
        *((FREE, "代购的地址传到国外要做影响评估吗"), (FREE, "要不要告诉买家")),
        *((FREE, "免了申报，还要买家同意吗"), (FREE, "备案以后要做PIA吗")),
        *((FREE, "寄国外的面单影响评估要做吗"), (FREE, "寄国外的面单要审计吗")),
        *((FREE_ENGLISH, "Do orders need an impact assessment?"),),
        *((FREE_ENGLISH, "Must we tell the buyers?"),),
        *((MUST_ENGLISH, "How soon must a closure be reported?"),),
        *((MUST_ENGLISH, "We close on Monday. Who must be told?"),),
        *((MAY_ENGLISH, "Is it illegal for staff to take part?"), (MAY_ENGLISH, "Who may not?")),
    ],
)
def test_it_is_left_out_where_something_else_is_asked(
    stored: tuple[str, str], question: str
) -> None:
    """It would be idle, or say the opposite; what follows stays character by character."""
    answer, asked = stored
    told = without_idle_verdict(answer, question, asked)
    assert told
    assert told != answer
    assert answer.endswith(told)


@pytest.mark.parametrize(
    ("answer", "told"),
    [
        ("要，分两步。先报告。", "分两步。先报告。"),
        ("不能，我也不会帮忙。谁都不得拆封。", "谁都不得拆封。"),
        ("可以，但要先登记。", "可以，但要先登记。"),
        ("不用，这三样免办。", "不用，这三样免办。"),
        ("要。", "要。"),
        ("三年。从登记那天算起。", "三年。从登记那天算起。"),
        ("No, and I will not help. Nobody may open it.", "Nobody may open it."),
        ("Yes, if it is registered.", "Yes, if it is registered."),
    ],
)
def test_what_the_rest_leans_on_stays(answer: str, told: str) -> None:
    """Only what leaves whole sentences behind is left out."""
    question = "Who opens it?" if answer.isascii() else "谁来拆"
    assert without_idle_verdict(answer, question, "要拆吗？") == told


@pytest.mark.parametrize("english", [False, True])
def test_the_written_reply_follows_the_question(*, english: bool) -> None:
    """In both languages; the stored question itself gets the whole answer."""
    given = English(question=MUST_ENGLISH[1], answer=MUST_ENGLISH[0])
    entry = Entry(
        id="entry.closing", question=MUST[1], intent="procedure", answer=MUST[0], english=given
    )
    writer = StoredWriter(Frame(small_snapshot(), "en" if english else "zh", DAY))
    answer, asked = MUST_ENGLISH if english else MUST
    idle = "How soon must a closure be reported?" if english else "闭馆几天内要报"
    assert writer.document(entry, asked).lines[0].text == answer
    assert writer.document(entry, idle).lines[0].text == without_idle_verdict(answer, idle, asked)
    assert writer.document(entry, idle).lines[0].locked


def test_what_else_may_come_is_no_answer() -> None:
    """That it is recorded is no yes to whether one is turned away."""
    answer, stored = "会。个人信息违法要记入信用档案并公示。", "被罚会不会记入信用档案？"
    assert without_idle_verdict(answer, "会不会被拒之门外", stored).startswith("个人信息")
    assert without_idle_verdict(answer, "会记入信用档案吗", stored) == answer
    assert without_idle_verdict(answer, "罚了以后信用档案会不会有记录", stored) == answer
