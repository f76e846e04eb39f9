"""A message of several questions: each is answered of its own thing, and none is dropped."""

from __future__ import annotations

import pytest

from dialog.parts import Prepared
from dialog.reply.aspects import asks
from dialog.reply.behind_parts import last_thing, quotes, thing_of
from dialog.reply.clauses import clauses_of
from dialog.reply.clipped import named_whole
from dialog.reply.covering import tells_side
from dialog.reply.force_asked import asks_force
from dialog.reply.halves_told import Halves, halves_told
from dialog.reply.several import parts_of, together
from dialog.reply.words import Line, Words
from knowledge.answers.tables import rule_on
from knowledge.text import normalise
from knowledge.types import DecisionTable
from tests.knowledge.small_parts import DAY
from tests.reply.test_standing_matter import talk


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        # A named side that is bidden is asked for.
        ("名册第三条讲什么？公布日期也告诉我", ["名册第三条讲什么", "公布日期也告诉我"]),
        ("名册要存多久，麻烦把文号也发我", ["名册要存多久", "麻烦把文号也发我"]),
        ("把数据来源告诉你，你能帮我列清单吗", ["把数据来源告诉你，你能帮我列清单吗"]),
        # The mark alone makes a question of what supposes a duty, not of a story or of a choice.
        ("小店能入会吗，还要先交押金？", ["小店能入会吗", "还要先交押金"]),
        ("小店能入会吗，我们去年刚开张？", ["小店能入会吗，我们去年刚开张？"]),
        ("小店自己报行不行，还是得找人代办？", ["小店自己报行不行，还是得找人代办？"]),
        # What closes what was said before, and what only names a topic, is no question.
        ("唉算了。那会费呢，我一共要交多少，能分期吗", ["那会费呢，我一共要交多少", "能分期吗"]),
        ("哦原来如此。会员分几类，会费多少", ["会员分几类", "会费多少"]),
        ("那费用呢，多久能办好", ["那费用呢", "多久能办好"]),
        ("那入会呢？老板说入会有好处，小店能入吗，还得交押金？",
         ["那入会呢，老板说入会有好处，小店能入吗", "还得交押金"]),
        ("Fine. How many kinds? How long to keep rolls?",
         ["How many kinds", "How long to keep rolls"]),
        # What leads over to a further question is none of it.
        ("会员分几类，几月交。再有，外地店能入吗", ["会员分几类", "几月交", "外地店能入吗"]),
        ("我问的是会费，不是押金。另外能不能退", ["我问的是会费，不是押金", "能不能退"]),
        ("会员分几类？还有外地店走了怎么办", ["会员分几类", "外地店走了怎么办"]),
    ],
)  # fmt: skip
def test_what_is_a_part(text: str, parts: list[str]) -> None:
    """Read by how it is put, whatever stands at the end of its sentence."""
    assert parts_of(text) == parts


@pytest.mark.parametrize("text", ["那会费呢，要不要续", "小店能入会吗，还得先登记"])
def test_every_clause_is_kept(text: str) -> None:
    """Nothing but what closes or hurries is left out."""
    assert "，".join(c for c, _ in clauses_of(text)) == text


def test_what_asks_for_a_day() -> None:
    """几号 and 几时 ask; 二十几号文 and 好几月 do not."""
    assert asks("几号起施行")
    assert asks("条例今年出了没有")
    assert not asks("这几月一直在做")
    assert asks_force(normalise("公布日期也一并告诉我"))


@pytest.mark.parametrize(
    ("text", "thing"),
    [
        ("你们推荐哪家会计师事务所", "会计师事务所"),
        ("那个名册是我们自己写还是得找人写", "名册"),
        ("那名册谁来出", "名册"),
        ("会员名册这块呢，找谁做", "会员名册"),
        ("我们要走什么手续", ""),
        ("“确有必要”是什么意思", ""),
    ],
)
def test_the_thing_that_a_question_is_about(text: str, thing: str) -> None:
    """Its name alone: who asks, and words of somebody else, are no thing."""
    assert thing_of(text) == thing


def test_the_thing_named_last() -> None:
    """Behind a question on quoted words stands what was named before it."""
    assert last_thing(["名册要存多久", "“确有必要”是什么意思"]) == "名册"
    assert quotes("那“确有必要”指什么")
    assert not quotes("名册里的“备注”写什么")


def test_what_is_written_is_not_who_writes_it() -> None:
    """An answer that names who provides a paper does not tell what stands in it."""
    assert not tells_side("报告由供方负责提供。", "要写点啥")
    assert tells_side("报告要写明来源和方式。", "要写点啥")
    assert not tells_side("组织和监管的场所。", "里面卖的是什么")


def test_a_deed_named_whole() -> None:
    """The deed that stands for its first character, and none that stood there already."""
    assert named_whole("小店能入吗", "小店能入会吗") == "入会"
    assert named_whole("入会以后小店能入吗", "入会以后小店能入会吗") == "入会"
    assert named_whole("小店能入会吗", "小店能入会吗") == ""


def test_a_heading_names_the_question() -> None:
    """Not the introduction; as much of it as says of what is asked where the question is short."""
    told = Words("answered", (Line("有。"),), "faq", entries=("e.a",))
    other = Words("answered", (Line("没有。"),), "faq", entries=("e.b",))
    long, short = "我们是小店，刚开张，名册一共要交几份", "我们想把名册卖了，可以吗"
    lines = [line.text for line in together([(long, told), (short, other)]).lines]
    assert lines == [
        "关于“名册一共要交几份”：",
        "有。",
        "关于“我们想把名册卖了，可以吗”：",
        "没有。",
    ]
    english = "I run a shop in Leeds，We keep member rolls，May we hand them on"
    assert together([(english, told), ("what of fees", other)]).lines[0].text == (
        "About “May we hand them on”:"
    )


async def test_each_part_is_told_of_its_own_thing(prepared: Prepared) -> None:
    """The day is that of the law just told, the price that of the third party, the content that of
    the report."""
    dated = await talk(prepared, "数据安全法第二十七条是什么？几时开始施行的？")
    assert dated.done.outcome == "answered"
    assert "2021年9月1日" in dated.text
    assert "2021年11月1日" not in dated.text
    priced = await talk(prepared, "合规评估找谁做？一般什么价？")
    assert "gap.third-party-prices" in priced.done.entries
    assert "gap.fees" not in priced.done.entries
    written = await talk(prepared, "合规评估报告谁来出？要写些什么")
    assert "关于“要写些什么”：" in written.text


async def test_a_known_part_stands_beside_an_unknown_one(prepared: Prepared) -> None:
    """And the unknown one is named."""
    heard = await talk(
        prepared, "个保法第二十三条讲什么，哪天施行的。还有，天津那边的数据条例今年改了没？"
    )
    assert heard.done.outcome == "partial"
    assert "rule.pipl-23" in heard.done.entries
    assert "2021年11月1日" in heard.text
    assert "关于“天津那边的数据条例今年改了没”：" in heard.text


async def test_a_short_second_part_is_not_taken_for_answered(prepared: Prepared) -> None:
    """What a broker is does not tell whose money it takes; the days of a registration do not tell
    its papers."""
    broker = await talk(prepared, "数据经纪人是做什么的，收谁的钱？")
    assert broker.done.outcome == "partial"
    assert "关于“收谁的钱”：" in broker.text
    days = await talk(prepared, "数据产品登记要多少天？要交几份材料")
    assert days.done.entries == ("gap.processing-time", "list.listing-documents")


async def test_the_steps_are_those_of_the_matter_spoken_of(prepared: Prepared) -> None:
    """Behind a question on words of the reply, the conversation says of what the next one is."""
    heard = await talk(
        prepared,
        "我们局里有批公共数据，想做授权运营，跟交易所怎么配合？",
        "上海各区能自己授权吗？",
        "“确有需要”具体指什么，那要走哪些步骤？",
    )
    assert "procedure.public-data-operation" in heard.done.entries
    assert "gap.six-steps" not in heard.done.entries


ROUTE = "table.cross-border-route"


@pytest.mark.parametrize(
    ("asked", "told", "halves"),
    [
        (
            "我们想把员工资料和订单记录发到日本总部，要办什么？",
            "员工资料有工资卡号，属于敏感信息，800人。订单记录只有商品和数量，没有个人信息。",
            Halves(("员工资料",), ("订单记录",)),
        ),
        (
            "We want to send staff records and sensor logs to our head office in Paris.",
            "The staff records are not sensitive, 300 employees. The sensor logs are not personal.",
            Halves(("staff records",), ("sensor logs",)),
        ),
        (
            "我们想把员工资料发到日本总部，要办什么？",
            "员工资料有工资卡号，属于敏感信息，800人",
            None,
        ),
    ],
)
async def test_a_ruling_on_one_half_says_that_the_other_is_open(
    prepared: Prepared, asked: str, told: str, halves: Halves | None
) -> None:
    """Who tells of two kinds of data in one breath is told for which the ruling is."""
    snapshot = prepared.library.snapshot
    table = snapshot.pack.all(DecisionTable)[ROUTE]
    assert halves_told(told, rule_on(table, (asked, told), DAY)) == halves
    heard = await talk(prepared, asked, told)
    assert heard.done.entries[0] == ROUTE
    assert heard.done.outcome == ("answered" if halves is None else "partial")
    for name in halves.open if halves is not None else ():
        assert f"“{name}”" in heard.text
