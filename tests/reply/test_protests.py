"""A protest, a death that nobody mourns, and words that only say that the reply was heard: the
question behind them is what is answered."""

from __future__ import annotations

import pytest

from dialog.parts import Prepared
from dialog.reply.assent import acknowledged, agrees, more_than_yes
from dialog.reply.corrected import corrected
from dialog.reply.grief import distress_of, mourns, only_denies_death
from dialog.reply.protests import protested
from dialog.reply.question import Exchange
from dialog.reply.taken_wrong import protest_of
from knowledge.text import normalise
from tests.reply.test_told_before import talked

TOLD = (Exchange("会员种类", "answered", ("list.kinds",)),)


@pytest.mark.parametrize(
    ("text", "kind", "rest"),
    [
        ("哪来的保险，你弄错了。挂牌要几天？", "misread", "挂牌要几天？"),
        ("不对不对，我问的是谁来审，不是审什么。要带原件吗？", "misread", "谁来审。要带原件吗？"),
        ("谁问你年报了，我问的是月报", "misread", "月报"),
        ("保险怎么样我没兴趣！我问的是：能不能退", "misread", "能不能退"),
        ("你刚刚讲过了。那复印件行不行", "repeated", "那复印件行不行"),
        ("这和上面一模一样嘛，我就想知道谁签字", "repeated", "谁签字"),
        ("What insurance? You misread me. Who signs?", "misread", "Who signs?"),
        ("You already said that. Who signs?", "repeated", "Who signs?"),
    ],
)
def test_what_stands_behind_a_protest(text: str, kind: str, rest: str) -> None:
    """The word that is thrown back goes with it."""
    read = protested(text)
    assert read is not None
    assert (read.kind, normalise(read.rest)) == (kind, normalise(rest))


@pytest.mark.parametrize(
    "text",
    [
        "什么材料？几天办完",
        "那合同呢？我问过律师说要备案",
        "刚才说的登记，要多久",
        "我问一下怎么入驻",
        "What data is there? I want to know the price",
        "你搞错了",
    ],
)
def test_a_question_is_no_protest(text: str) -> None:
    """Nor is a protest that asks nothing more: that is blamed as ever."""
    assert protested(text) is None


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("我问的是谁签字", "misread"),
        ("No, I asked who signs", "misread"),
        ("又是这段话。谁签字？", "repeated"),
        ("不对，我说错了，是三百条", ""),
        ("那谁签字", ""),
    ],
)
def test_who_was_taken_wrong(text: str, kind: str) -> None:
    """Who mends words of their own was not."""
    assert protest_of(text, TOLD) == kind
    assert protest_of(text, ()) == ""


@pytest.mark.parametrize(
    "text",
    [
        "谁过世了？",
        "哪有什么逝者，我问的是登记",
        "这跟去世没关系，我要退款",
        "我没问死者的事",
        "No one here has died. I asked who signs",
        "What dead people? I asked who signs",
    ],
)
def test_a_denied_death_is_no_grief(text: str) -> None:
    """However sure the model is."""
    assert distress_of(0.95, normalise(text), ours=True) == 0.0
    assert not mourns(text)


@pytest.mark.parametrize(
    "text",
    [
        "我外公上个月去世了，材料先放放",
        "没有人去世我也一样难过",
        "你说人去世以后会去哪儿",
        "他还没过世的时候常来这里",
        "谁会在乎我死了",
        "I never called him before he died",
        "没人死，可我不想活了",
    ],
)
def test_grief_and_danger_are_heard(text: str) -> None:
    """Also in words that could deny a death."""
    assert distress_of(0.95, normalise(text), ours=True) == 0.95


def test_only_a_denial_says_nothing_else() -> None:
    """What asks besides does."""
    assert only_denies_death("什么死者？")
    assert not only_denies_death("什么死者？我问的是登记")
    assert not only_denies_death("谁签字")


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("材料要原件，明白了。那几份？", "那几份？"),
        ("备案的事我知道了。去哪里交？", "去哪里交？"),
        ("行，那谁来审核？", "那谁来审核？"),
        ("Raw files are not included, fine. Who signs?", "Who signs?"),
        ("ok so you don't know the price. Then who signs?", "Then who signs?"),
        ("我们有600人，行。要什么手续？", "我们有600人，行。要什么手续？"),
        ("材料要不要原件？好的", "材料要不要原件？好的"),
        ("好的数据在哪找", "好的数据在哪找"),
    ],
)
def test_what_was_heard_is_no_question(text: str, rest: str) -> None:
    """What tells of the speaker's own case stays, and so does what asks."""
    assert acknowledged(text, TOLD) == rest
    assert acknowledged(text, ()) == text


@pytest.mark.parametrize(
    ("text", "more"),
    [
        ("差不多就是这个意思，那罚多少", "那罚多少"),
        ("要找的正是这个。谁来写？", "谁来写？"),
        ("That's what I meant. Who signs?", "Who signs?"),
        ("不是这个意思，谁来写", ""),
    ],
)
def test_a_yes_at_length(text: str, more: str) -> None:
    """With more behind it."""
    assert more_than_yes(text).strip("?？") == more.strip("?？")
    assert agrees("差不多是这个意思")
    assert not agrees("不是这个意思")


PHONE = "企业数据里有法定代表人、联系人的手机号，能直接用吗"
STATISTICS = "用个人数据算出来的汇总统计，能当产品卖吗"


@pytest.mark.parametrize(
    ("texts", "held"),
    [
        ((PHONE, "这列我不要，请供方删掉，可以了吧"), "用不着这一列就让供方删掉"),
        ((STATISTICS, "有的楼才12户，按周出有没有问题"), "人数太少"),
        ((STATISTICS, "人少的那几栋并成一栋报，行了吧"), "分组太细"),
    ],
)
async def test_whether_what_was_advised_will_do(
    prepared: Prepared, texts: tuple[str, ...], held: str
) -> None:
    """The sentence that advised it, with its source, and nothing new."""
    heard = await talked(prepared, *texts)
    assert heard.done.route == "said"
    assert held in heard.text
    assert heard.sources


@pytest.mark.parametrize(
    "text", ["发票写公司名可以吧", "刷脸打卡可以吗", "周末去办可以吧", "用VPN传到国外没事吧"]
)
async def test_another_matter_finds_no_advice(prepared: Prepared, text: str) -> None:
    """Whatever was told before."""
    heard = await talked(prepared, PHONE, STATISTICS, text)
    assert heard.done.route != "said"


async def test_what_was_told_is_told_once(prepared: Prepared) -> None:
    """To who asks on, only what speaks of that; to who asks the same, all of it."""
    before = "我的信息要是被泄露、被倒卖了，去哪投诉举报？"
    first = await talked(prepared, before)
    heard = await talked(prepared, before, "老有推销电话，你能不能帮我查查是哪个公司卖的我的号码")
    assert heard.done.entries == first.done.entries
    assert heard.done.outcome == first.done.outcome
    assert "我也查不到" in heard.text
    assert len(heard.text) < len(first.text) / 2
    same = "数据怎么交付"
    assert (await talked(prepared, same, same)).text == (await talked(prepared, same)).text


async def test_the_question_behind_a_protest_is_answered(prepared: Prepared) -> None:
    """Behind half a sentence, and without condolence."""
    texts = ("去世的人的信息家属能要回来吗", "什么去世的人，你搞错了。挂牌要哪些材料？")
    heard = await talked(prepared, *texts)
    plain = await talked(prepared, "挂牌要哪些材料？")
    assert heard.text.startswith("不好意思，刚才理解错了。")
    assert heard.done.entries == plain.done.entries


@pytest.mark.parametrize(
    "text",
    [
        "What would count as safe to buy then? I mean totals per city, versus lists of owners",
        "Which ones may we list? I mean the weather data",
        "我执照是个体户 南通的 不是上海公司 能不能弄 还是要先开公司",
    ],
)
def test_what_explains_a_question_of_its_own_protests_against_nothing(text: str) -> None:
    """Only who says that the answer was not what they asked corrects it."""
    told = (Exchange("在交易所能买什么数据", "answered", ("entry.buyer-conditions",)),)
    assert protest_of(text, told) == ""
    assert corrected(text, told) is None
