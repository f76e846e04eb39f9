"""Several of the things that were shown, taken at once or with something asked besides."""

from __future__ import annotations

import numpy as np
import pytest

from dialog.hearing import Heard, listen
from dialog.parts import Prepared
from dialog.reply.left_out import LeftOut, left_out, part_left_out
from dialog.reply.picking import pointers_of
from dialog.reply.question import Exchange
from dialog.reply.taking import Taking, name_and_rest, taking
from dialog.reply.worded_picks import places_picked
from knowledge.findings import Findings
from knowledge.search.fusion import Candidate
from tests.reply.test_compose import DAY


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("头两条念一下", (1, 2)),
        ("后两个都讲讲吧", (2, 3)),
        ("第一跟第三", (1, 3)),
        ("2、3都给我看看", (2, 3)),
        ("全部说说", (1, 2, 3)),
        ("the last two, please", (2, 3)),
        ("number 1 and number 3", (1, 3)),
        ("all of them", (1, 2, 3)),
        ("read me both", (1, 2)),
    ],
)
def test_places_are_read(text: str, places: tuple[int, ...]) -> None:
    """In figures and in words, from the start and from the end."""
    assert places_picked(text, 3) == places


@pytest.mark.parametrize(
    "text", ["都不要", "三年", "12", "两个公司", "全部资料", "all right", "both companies", "都行"]
)
def test_other_words_pick_no_places(text: str) -> None:
    """Things that are counted, and what denies or agrees."""
    assert places_picked(text, 3) == ()


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("好，医院那条也讲讲", Taking(("好", "医院那条也讲讲"))),
        ("第三个。对了，要收费吗", Taking(("第三个",), then="对了，要收费吗")),
        ("要交什么材料？再看一下第三个", Taking(("再看一下第三个",), first="要交什么材料")),
        (
            "The last one. And I meant: who pays?",
            Taking(("The last one",), then="And I meant: who pays?"),
        ),
    ],
)
def test_what_stands_around_a_pick(text: str, read: Taking) -> None:
    """Before it or behind it; several picks stand together."""
    assert taking(text) == read


@pytest.mark.parametrize(
    "text",
    ["第一，怎么注册；第二，多少钱", "First, how do we register?", "公司那边说要登记，多久能好"],
)
def test_other_texts_take_nothing(text: str) -> None:
    """A speech that counts its questions, and a case that is told."""
    assert taking(text) is None


@pytest.mark.parametrize(
    ("text", "lost"),
    [
        ("保证金呢？你还没说", LeftOut("保证金")),
        ("您漏了保证金那条", LeftOut("保证金那条")),
        ("第二个问题你没答", LeftOut("", 2)),
        ("后半句你没理我", LeftOut("", -1)),
        ("you forgot the deposit", LeftOut("deposit")),
        ("You never answered my second question.", LeftOut("", 2)),
        ("What about the deposit? You skipped it.", LeftOut("deposit")),
    ],
)
def test_what_was_left_out_is_read(text: str, lost: LeftOut) -> None:
    """By its name, or by its place."""
    assert left_out(text) == lost


@pytest.mark.parametrize(
    "text",
    ["合同里没有说", "他们没说要备案", "评估报告漏了来源，会退回吗", "I missed the deadline"],
)
def test_what_others_left_out_is_no_reproach(text: str) -> None:
    """Only what the desk itself is said to have left out."""
    assert left_out(text) is None


def test_the_question_that_was_left_out(prepared: Prepared) -> None:
    """The one of that place, or the one that has the words."""
    segmenter = prepared.library.snapshot.index.segmenter
    asked = (Exchange("入驻要什么条件？审核多久？", "answered"), Exchange("谢谢", "smalltalk"))
    assert part_left_out(LeftOut("", 2), asked, segmenter) == "审核多久"
    assert part_left_out(LeftOut("条件"), asked, segmenter) == "入驻要什么条件"
    assert part_left_out(LeftOut("", 3), asked, segmenter) == ""


async def talk(prepared: Prepared, *texts: str) -> list[Heard]:
    """A conversation through the whole desk."""
    exchanges: tuple[Exchange, ...] = ()
    found: list[Heard] = []
    for text in texts:
        heard = await listen(prepared.turn, text, exchanges, DAY)
        exchanges = (*exchanges, Exchange(text, heard.done.outcome, heard.done.entries))
        found.append(heard)
    return found


def entry_of(prepared: Prepared, pointer: str) -> str:
    """The document whose question a pointer is."""
    target = prepared.library.snapshot.exact(pointer.split("（", maxsplit=1)[0])
    assert target is not None
    return target.id


async def listed(prepared: Prepared) -> tuple[str, list[str]]:
    """A question in two parts under whose reply pointers are listed, and their documents."""
    text = "照片里的人都戴着口罩，这算匿名化了吗？另外去现场拍摄要不要报批"
    (heard,) = await talk(prepared, text)
    assert heard.done.route == "several"
    assert len(heard.pointers) > 1
    return text, [entry_of(prepared, p) for p in heard.pointers]


async def listed_plainly(prepared: Prepared) -> tuple[str, list[str]]:
    """A question of which nothing is known and for which something is listed; of several, for an
    editor may come to answer one."""
    for text in (
        "拍照的人说底片归他，模特说归她，谁说了算",
        "合同写了译文归我们，还要原作者点头吗",
        "仓库租给别人，里面的温度记录归谁",
        "食堂刷卡的时间能不能拿来排班",
    ):
        (heard,) = await talk(prepared, text)
        if heard.done.outcome == "unknown" and not heard.done.entries and len(heard.pointers) > 1:
            return text, [entry_of(prepared, p) for p in heard.pointers]
    raise AssertionError("each of these questions is answered now")


async def test_a_place_under_a_reply_in_parts(prepared: Prepared) -> None:
    """It picks among all that was listed; two are told under their questions."""
    text, entries = await listed(prepared)
    _, last = await talk(prepared, text, "最后一个吧")
    assert entries[-1] in last.done.entries
    _, two = await talk(prepared, text, "后两个都讲讲")
    assert two.done.route == "several"
    assert set(entries[-2:]) <= set(two.done.entries)


async def test_a_pick_with_a_question_of_its_own(prepared: Prepared) -> None:
    """Both are answered, whichever comes first."""
    text, entries = await listed(prepared)
    for said in ("最后一个。挂牌要交哪些材料？", "挂牌要交哪些材料？再看一下最后一个"):
        _, both = await talk(prepared, text, said)
        assert {entries[-1], "list.listing-documents"} <= set(both.done.entries)


@pytest.mark.parametrize(
    "text",
    [
        "挂牌要交哪些材料？对了，你是机器人还是真人，声音真甜",
        "挂牌要交哪些材料？顺便问句，您是活人吗",
        "挂牌要交哪些材料？话说，我好奇问一下，你是不是真人",
    ],
)
async def test_who_the_assistant_is_is_told_at_once(prepared: Prepared, text: str) -> None:
    """Beside the other question, and never asked back."""
    (heard,) = await talk(prepared, text)
    assert heard.done.entries == ("list.listing-documents", "entry.assistant-who")
    assert "不是真人" in heard.text


@pytest.mark.parametrize(("chance", "count"), [(0.09, 0), (0.14, 3), (0.3, 3)])
def test_what_is_only_just_near_was_listed_too(
    prepared: Prepared, chance: float, count: int
) -> None:
    """What reads a list before asks by the same rule as the reply that listed it."""
    targets = prepared.library.snapshot.index.targets[:5]
    near = tuple(Candidate(t, np.zeros(1), 0.0, 0.2) for t in targets)
    band = "related" if chance >= 0.2 else "unknown"
    found = Findings("meaning", candidates=near, chance=chance, band=band)
    assert len(pointers_of(found)) == count


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("你列的第3条。顺便问一句，谁来审", Taking(("你列的第3条",), then="顺便问一句，谁来审")),
        ("第一个看看另外保证金退吗", Taking(("第一个看看",), then="另外保证金退吗")),
        ("number 2 and how long is it kept", Taking(("number 2",), then="and how long is it kept")),
    ],
)
def test_a_pick_of_the_desks_list(text: str, read: Taking) -> None:
    """Whose list it was, and a question joined without a mark."""
    assert taking(text) == read


@pytest.mark.parametrize(
    ("text", "name", "rest"),
    [
        ("直播课那种。要备案吗", "直播课那种", "要备案吗"),
        ("要备案吗", "", "要备案吗"),
        ("我们还没注册。要备案吗", "", "我们还没注册。要备案吗"),
    ],
)
def test_a_name_behind_a_pick(text: str, name: str, rest: str) -> None:
    """What asks, or tells of the speaker, is none."""
    assert name_and_rest(text) == (name, rest)


@pytest.mark.parametrize(
    "text", ["第一个看看。还有，挂牌审核要多少天", "你给的第1条，再问下挂牌审核要多少天"]
)
async def test_a_pick_joined_with_a_question(prepared: Prepared, text: str) -> None:
    """What was picked is told, and behind it what was asked, or that it is not known."""
    first, entries = await listed_plainly(prepared)
    _, told = await talk(prepared, first, text)
    picked = entries[0]
    assert told.done.entries[0] == picked
    assert "gap.processing-time" in told.done.entries


async def test_a_question_before_a_pick_is_not_dropped(prepared: Prepared) -> None:
    """Where nothing is known of it, that is said."""
    first, entries = await listed_plainly(prepared)
    _, told = await talk(prepared, first, "食堂的钥匙归谁管？另外第一个也看看")
    assert told.done.route == "several"
    assert entries[0] in told.done.entries
    assert "食堂的钥匙" in told.text


async def test_what_an_answer_offered_is_picked_too(prepared: Prepared) -> None:
    """With what is asked besides."""
    first, told = await talk(prepared, "什么是个人信息", "第1个说说，另外数商怎么申请")
    assert told.done.entries[0] == entry_of(prepared, first.offered[0])
    assert told.done.entries[-1] == "procedure.become-vendor"
