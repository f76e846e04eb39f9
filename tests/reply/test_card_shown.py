"""What stood on a card as the closest is remembered as what was told is; what a visitor says is not
meant does not come back."""

from __future__ import annotations

import pytest

from dialog.parts import Prepared
from dialog.reply.card_shown import of_card
from dialog.reply.corrected import corrected
from dialog.reply.policy import Decision, Social, Unknown
from dialog.reply.protests import protested
from dialog.reply.question import Exchange, Question
from dialog.reply.said_before import Repeated
from dialog.reply.said_forms import said_by_you
from dialog.reply.wording import Writer
from knowledge.search.fusion import Candidate
from knowledge.snapshot import Snapshot
from tests.reply.test_compose import DAY
from tests.reply.test_denied import said_of, talk

TRAINING = "买来的数据可以用来训练大模型吗"
GATES = "高速、桥隧、ETC门架的过车记录带车牌，能卖吗"
PORT = "我们是港口，想把各码头闸口每小时的过车数据提供给物流公司，要办什么？"
ON_CARD = "刚才卡片上的那条里"


def after(held: Snapshot, card: str, text: str, decision: Decision) -> Decision:
    """A decision after a document stood on a card."""
    target = held.exact(card)
    assert target is not None
    asked = Question(text, "zh", (Exchange("这个行不行", "unknown"),), DAY)
    return of_card(decision, asked, (target,), held, typed=text)


def leading_to(held: Snapshot, title: str, chance: float) -> Unknown:
    """That something is not known, with what is nearest."""
    target = held.exact(title)
    found = held.find("处理敏感的个人信息前，影响评估做不做吗", DAY, hurry=True).candidates[0]
    assert target is not None
    near = Candidate(target, found.features, 0.0, 0.0)
    return Unknown(1.0 - chance, related=(near,))


@pytest.mark.parametrize(
    ("card", "text", "told"),
    [
        (TRAINING, "那模型做出来能不能商用", "模型能不能商用"),
        (TRAINING, "合同里没写用途的咋办", "先请卖方书面补上"),
        (GATES, "啊，你刚才自己说每小时多少辆可以的呀", "每小时多少辆"),
        (GATES, "那收费的要不要先问交通部门", "先问交通部门"),
    ],
)
def test_a_card_is_asked_on(prepared: Prepared, card: str, text: str, told: str) -> None:
    """The sentence that speaks of it is told as the card's, with its source and no verdict."""
    held = prepared.library.snapshot
    decision = after(held, card, text, Unknown(1.0))
    assert isinstance(decision, Repeated)
    words = Writer(held, "zh", DAY).write(decision, text)
    lines = [line.text for line in words.lines]
    assert lines[0].startswith(ON_CARD)
    assert any(told in line for line in lines)
    assert "不替您下结论" in lines[-1]
    assert (words.outcome, words.entries != ()) == ("partial", True)
    assert words.sources


def test_where_the_search_leads_to_the_card_fewer_words_do(prepared: Prepared) -> None:
    held = prepared.library.snapshot
    text = "那我把车牌、手机号都删掉，只留每小时各码头的过闸量，这样就没问题了吧？"
    assert isinstance(after(held, GATES, text, Unknown(1.0)), Unknown)
    decision = after(held, GATES, text, leading_to(held, GATES, 0.1))
    assert isinstance(decision, Repeated)
    assert any("每小时" in t.text for t in (decision.told, *decision.more))


@pytest.mark.parametrize(
    ("text", "decision"),
    [
        ("要交多少税", Unknown(1.0)),
        ("会员费多少", Unknown(1.0)),
        ("今天天气怎么样", Social(0.9, "out_of_scope", "refused")),
        ("好的，谢谢", Social(0.9, "small_talk", "smalltalk")),
    ],
)
def test_another_matter_is_not_read_from_a_card(
    prepared: Prepared, text: str, decision: Decision
) -> None:
    assert after(prepared.library.snapshot, TRAINING, text, decision) is decision


def test_what_is_likelier_goes_before_a_card(prepared: Prepared) -> None:
    held = prepared.library.snapshot
    elsewhere = leading_to(held, GATES, 0.7)
    assert after(held, TRAINING, "那模型做出来能不能商用", elsewhere) is elsewhere


def test_a_card_comes_again_with_its_words(prepared: Prepared) -> None:
    """And the reply says that no more is known, however faintly it is found."""
    held = prepared.library.snapshot
    decision = after(held, TRAINING, "那税怎么交", leading_to(held, TRAINING, 0.1))
    assert isinstance(decision, Unknown)
    assert decision.shown
    words = Writer(held, "zh", DAY).write(decision, "那税怎么交")
    assert "没有更多" in words.lines[0].text
    assert words.cards[0].body


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("那要先找谁", True),
        ("那我儿子应当先去找哪个部门问一问呢？", True),
        ("数据出境找哪个部门", False),
        ("投诉找谁", False),
    ],
)
def test_a_card_says_whom_to_go_to(prepared: Prepared, text: str, told: bool) -> None:
    """To who names nothing else."""
    decision = after(prepared.library.snapshot, GATES, text, Unknown(1.0))
    assert isinstance(decision, Repeated) is told


def test_what_is_asked_of_the_matter_before_is_asked_of_its_card(prepared: Prepared) -> None:
    decision = after(prepared.library.snapshot, TRAINING, "到底算谁的", Unknown(1.0, still=True))
    assert isinstance(decision, Unknown)
    assert decision.shown
    assert decision.related[0].target == prepared.library.snapshot.exact(TRAINING)


async def test_a_conversation_remembers_its_card(prepared: Prepared) -> None:
    _, second = await talk(prepared, PORT, "啊，你刚才自己说每小时多少辆可以的呀")
    assert second.text.startswith(ON_CARD)
    assert second.done.outcome == "partial"


@pytest.mark.parametrize(
    "then",
    ["不是高速，是港口的闸口", "哦，不太一样的，我说的不是高速门架，就是港区的道闸"],
)
async def test_a_card_that_is_denied_is_not_offered_again(prepared: Prepared, then: str) -> None:
    """Nor in the turn behind it; that the guess was wrong is said first."""
    first, second, third = await talk(prepared, PORT, then, "那要先找谁")
    assert "高速" in said_of(first)
    assert second.text.startswith(("不好意思，刚才猜得不对", "明白了，刚才那条不是您要问的"))
    assert "高速" not in said_of(second)
    assert "高速" not in said_of(third)


@pytest.mark.parametrize(
    ("text", "denied"),
    [
        ("哦，不太一样的，我说的不是农户的名册，就是从天上拍下来的照片", "农户的名册"),
        ("这不是一回事，不是车牌，是车流", "车牌"),
        ("没问打电话啊😓 网站上打勾的那种，到底算不算同意？", "打电话"),
        ("我又没问税，挂牌到底要几天？", "税"),
        ("没问家长，直接拍的，行吗", ""),
        ("没问过车主，能卖吗", ""),
        ("两个不一样的产品，能一起挂牌吗", ""),
        ("不太一样，但是能不能也卖", ""),
    ],
)
def test_what_is_unlike_leads_over_to_a_denial(text: str, denied: str) -> None:
    read = corrected(text, (Exchange("照片能卖吗", "unknown"),))
    assert (read.denied if read is not None else "") == denied


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("你刚才自己说每小时多少辆可以的呀", True),
        ("你明明说可以汇总的", True),
        ("你们说得清楚吗", False),
        ("你刚才说什么", False),
    ],
)
def test_what_the_desk_said_is_held_up(text: str, said: bool) -> None:
    assert bool(said_by_you(text)) is said


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("您讲得太简短了，我年纪大了听不大懂。那要先去找哪个部门呢？", "那要先去找哪个部门呢?"),
        ("说得太复杂了，我没看懂，到底要交什么材料", "到底要交什么材料"),
        ("答得太笼统了！具体哪几项？", "具体哪几项?"),
        (
            "That's too short for me and I don't follow. Which office is it?",
            "Which office is it?",
        ),
        ("我是外行，想问挂牌要什么材料", ""),
        ("听不懂方言的录音能卖吗", ""),
        ("材料太多了，能少交吗", ""),
        ("I don't understand why consent is needed", ""),
    ],
)
def test_who_did_not_understand_asks_behind_it(text: str, rest: str) -> None:
    read = protested(text)
    assert (read.rest.replace("？", "?") if read is not None else "") == rest
    assert read is None or read.kind == "unclear"
