"""Who tells a feeling hears it named, and what helps: the answer, else what is settled so far."""

from __future__ import annotations

import re

import pytest

from dialog.parts import Prepared
from dialog.phrases import PHRASES
from dialog.reply.again import asks_again
from dialog.reply.comforting import settled_in
from dialog.reply.feeling_told import feeling_told, without_feeling
from dialog.reply.question import Exchange
from dialog.reply.too_small import TOO_SMALL
from knowledge.types import Opener
from tests.reply.test_taking import talk

LISTING = "挂牌要哪些材料"
ACCOUNTS = "数据资产入表要满足什么条件"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("客户明天就要我出意见，我心里没底，有点慌。", "afraid"),
        ("签字的是我，心里直打鼓", "afraid"),
        ("领导天天催，年底前一定要办完，我真怕签了字以后找我麻烦", "afraid"),
        ("说实话听得我头都大了", "confused"),
        ("看了半天脑子都乱了", "confused"),
        ("越听越糊涂", "confused"),
        ("老板说这周必须搞定，我压力山大", "pressed"),
        ("甲方一直催", "pressed"),
        ("要是搞砸了我饭碗就没了", "pressed"),
        ("折腾了三天，真的好累", "tired"),
        ("唉，越想越没信心", "discouraged"),
        ("说真的不想弄了", "discouraged"),
        ("我怎么跟老板交代", "unsure"),
        ("Honestly I'm worried. I could lose my job. What should I tell him?", "afraid"),
        ("I'm stressed and my manager wants an answer tomorrow", "pressed"),
        ("I'm completely lost.", "confused"),
        ("I don't know what to tell my boss.", "unsure"),
    ],
)
def test_a_feeling_is_told_in_words(text: str, kind: str) -> None:
    """Of the speaker, in a clause of its own; nothing is asked."""
    told = feeling_told(text)
    assert told is not None
    assert (told.kind, told.alone) == (kind, True)


@pytest.mark.parametrize(
    "text",
    [
        "急，挂牌要哪些材料",
        "我要投诉，等了一天，急死我了",
        "我有点慌，帮我转人工",
        "员工担心数据泄露怎么办",
        "恐怕我们不符合条件",
        "不怕麻烦，怎么挂牌",
        "个人信息匿名化后还担心被识别怎么办",
        "数据看不懂怎么办",
        "我爸刚走，我好难受，他去世了",
        "我该怎么挂牌",
        "老板要我签数据交易合同，要注意什么",
        "我怕麻烦，有没有简单的办法挂牌",
        "小公司刚成立，没有资格证能挂牌吗",
        "Are employees afraid of monitoring protected?",
        "Your answers are useless and I'm angry.",
    ],
)
def test_other_texts_tell_none(text: str) -> None:
    """Haste, complaints, a wish for a person, others' feelings, grief."""
    assert feeling_told(text) is None
    assert without_feeling(text) == text


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("说实话我有点怕，万一买到假数据，谁负责？", "万一买到假数据，谁负责？"),
        ("心里七上八下的，签合同前要看哪些条款？", "签合同前要看哪些条款？"),
        ("Honestly I'm lost. What is a data vendor?", "What is a data vendor?"),
        ("我们没有征得同意，怕被罚", "我们没有征得同意会被罚吗"),
        ("头都大了，我们就两个人，怕弄错了被罚得倾家荡产", "弄错了会被罚吗"),
        ("我弄了一上午越看越糊涂，是不是我们这种小公司根本就不该来？", TOO_SMALL),
        ("我们公司太小了，是不是不适合来", TOO_SMALL),
        ("我们只有5个人，规模太小，是不是就别来凑热闹了", TOO_SMALL),
        ("Are we too small for this?", TOO_SMALL),
        ("小公司不适合做哪些数据，怎么选", "小公司不适合做哪些数据，怎么选"),
        (
            "就三十来个病人，人这么少总不用走什么手续了吧",
            "就三十来个病人，人这么少总不用走什么手续了吧",
        ),
        ("我们小公司不该做合规评估吧", "我们小公司不该做合规评估吧"),
        ("怎么办，我好慌", "怎么办，我好慌"),
    ],
)
def test_the_feeling_is_no_part_of_the_question(text: str, left: str) -> None:
    """What asks is searched; a fear of a punishment and a doubt of one's size ask, too."""
    assert without_feeling(text) == left


@pytest.mark.parametrize(
    "text",
    [
        "客户明天就要我出意见，我心里没底，有点慌。",
        "老板逼得紧，我夹在中间很难受，怎么跟他说才好",
        "这么多规定，我看得一头雾水",
        "折腾了三天，真的好累",
        "唉，越想越没信心",
        "还是好怕",
        "I feel overwhelmed by all these rules. Where do I even start?",
        "Honestly I'm worried. I could lose my job if we break the law. What should I tell him?",
    ],
)
async def test_who_only_feels_is_shown_what_is_settled(prepared: Prepared, text: str) -> None:
    """The newest answer first, each by its stored question; what was not known is not named."""
    *_, heard = await talk(prepared, LISTING, "费用怎么算", ACCOUNTS, text)
    assert heard.done.route == "felt"
    assert heard.done.outcome == "smalltalk"
    assert heard.done.tone in ("calm", "encouraging", "empathetic")
    assert heard.contact
    english = text.isascii()
    newest = "To which data resources" if english else "哪些数据资源适用会计处理暂行规定"
    first = "Which documents are needed" if english else "产品登记挂牌要提交哪些材料"
    assert heard.text.index(newest) < heard.text.index(first)
    assert len([o for o in heard.offered if not asks_again(o)]) == 2
    refusals = r"不猜|没有(?:查到|可靠的)依据|不能说|没把握|I do not guess|will not guess"
    assert not re.search(refusals, heard.text)


async def test_the_settled_can_be_picked(prepared: Prepared) -> None:
    """By its place, as what else is shown."""
    *_, heard = await talk(prepared, LISTING, ACCOUNTS, "我压力好大，有点慌", "第二个")
    assert heard.done.entries == ("list.listing-documents",)


async def test_at_first_there_is_something_to_start_with(prepared: Prepared) -> None:
    """Nothing is settled yet."""
    first, second = await talk(prepared, "说实话有点想放弃了", "第一个")
    assert first.done.route == "felt"
    assert len(first.offered) >= 2
    assert second.done.outcome in ("answered", "partial")


async def test_nothing_is_said_twice(prepared: Prepared) -> None:
    """Who tells it again hears another sentence, and the same things."""
    texts = ("心里有点慌", "还是好怕", "怕得睡不着")
    heard = (await talk(prepared, LISTING, *texts))[1:]
    said = [s.text for h in heard for s in h.sentences]
    assert all(h.done.route == "felt" for h in heard)
    assert len(said) == len(set(said))


@pytest.mark.parametrize(
    ("before", "text", "entry", "opener"),
    [
        (
            "怎么成为会员",
            "越看越糊涂，是不是我们这种小公司就不该来？",
            "entry.small-company",
            "confused",
        ),
        ("卖个人信息要什么条件", "我们没有征得同意，怕被罚", "entry.penalty-pipl", "afraid"),
        (LISTING, "心里没底，签合同前要看哪些条款？", "list.contract-points", "afraid"),
        (
            "What is a data vendor?",
            "I'm lost. What is the difference between registration and listing?",
            "entry.registration-or-listing",
            "confused",
        ),
    ],
)
async def test_what_is_asked_beside_is_answered(
    prepared: Prepared, before: str, text: str, entry: str, opener: str
) -> None:
    """With the feeling named in front, outside the locked words."""
    _, heard = await talk(prepared, before, text)
    assert entry in heard.done.entries
    assert heard.sentences[0].role == "opener"
    assert not heard.sentences[0].locked
    warm = PHRASES[f"felt_{opener}_1"]
    assert heard.text.startswith(re.split(r"(?<=;)", warm[int(text.isascii())])[0])


async def test_a_penalty_that_is_not_held_leads_on(prepared: Prepared) -> None:
    """It is said once, and what is settled stands behind it."""
    text = "说实话听得我头都大了，我们就两个人，怕弄错了被罚得倾家荡产"
    _, heard = await talk(prepared, ACCOUNTS, text)
    assert heard.done.outcome == "unknown"
    assert "罚不罚、罚多少都不便说" in heard.text
    assert "哪些数据资源适用会计处理暂行规定" in heard.text


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("我有点慌，帮我转人工", "handoff"),
        ("我不想活了，压力好大", "handoff"),
        ("我爸刚走，我好难受", "handoff"),
        ("谢谢你，现在不慌了", "smalltalk"),
        ("听不懂", "answered"),
        ("我真的有点懵，能不能简单说", "answered"),
        ("急死了，数据泄露了怎么办", "answered"),
        ("听说有个同行被罚了，我有点慌", "clarify"),
    ],
)
async def test_what_has_a_way_of_its_own_keeps_it(
    prepared: Prepared, text: str, outcome: str
) -> None:
    """A person, need, grief, thanks, a plea for plainer words, haste, a rumour."""
    _, heard = await talk(prepared, LISTING, text)
    assert heard.done.outcome == outcome
    assert heard.done.route != "felt"


async def test_no_opener_refuses_in_front_of_a_refusal(prepared: Prepared) -> None:
    """That it is not known is said once."""
    snapshot = prepared.library.snapshot
    for opener in snapshot.pack.all(Opener).values():
        if "unknown" in opener.when:
            assert not re.search(r"依据|没把握|不知道|没能答", opener.text)
            assert not re.search(r"guess|source|do not know|cannot answer", opener.english)


async def test_only_what_was_answered_is_settled(prepared: Prepared) -> None:
    """Known gaps, stored replies and repeated answers are not."""
    answered = Exchange(LISTING, "answered", ("list.listing-documents",))
    exchanges = (
        answered,
        Exchange("费用怎么算", "unknown", ("gap.fees",)),
        answered,
        Exchange("你好", "smalltalk", ("reply.greeting",)),
    )
    found = settled_in(prepared.library.snapshot, exchanges)
    assert [t.id for t in found] == ["list.listing-documents"]


@pytest.mark.parametrize(
    "text",
    ["My boss wants me to sell our data. Where do I start?", "My client needs weather data."],
)
def test_who_only_acts_for_somebody_is_not_pressed(text: str) -> None:
    """A task is no pressure; a task by tomorrow is."""
    task = feeling_told(text)
    assert task is None or task.kind != "pressed"
    told = feeling_told("My boss wants it by tomorrow and I have no idea.")
    assert told is not None
    assert told.kind == "pressed"
