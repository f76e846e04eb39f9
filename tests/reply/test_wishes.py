"""A wish for catalogue items: what it is for, and how it goes on."""

from __future__ import annotations

import msgspec
import numpy as np
import pytest

from dialog.reply.cues import Around, weighed, wishes_firmly
from dialog.reply.intent import IntentGuess
from dialog.reply.policy import Beside, Recommend, Unknown, decide
from dialog.reply.question import Exchange
from dialog.reply.wished import Wish
from dialog.reply.wishes import wish_of, wished_on
from dialog.reply.wording import Writer
from knowledge.findings import Findings
from knowledge.search.fusion import FEATURES, Candidate
from knowledge.search.targets import Target
from knowledge.snapshot import Snapshot
from knowledge.types import Entry, Gap
from tests.knowledge.small_parts import DAY, changed_pack, small_snapshot

SNAPSHOT = small_snapshot()
RAIN = SNAPSHOT.products["product.rain"]
WITH_ENGLISH = Snapshot(
    changed_pack(msgspec.structs.replace(RAIN, keywords=("降雨", "rain", "rainfall"))),
    DAY,
    version=2,
    judges=None,
    cache=None,
)
SHOWN = (Exchange("推荐数据产品", "answered", tuple(SNAPSHOT.products)),)


def test_others_are_what_was_not_shown() -> None:
    """The wish is the one told first, through any number of requests for more."""
    chain = (*SHOWN, Exchange("还有吗", "unknown"))
    found = wished_on("换一批", chain, SNAPSHOT)
    assert found is not None
    assert (found.wish, found.side) == ("推荐数据产品", "more")
    assert set(found.shown) == set(SNAPSHOT.products)


def test_a_price_is_not_in_the_catalogue() -> None:
    """It is said so, instead of the exchange's own fees."""
    found = wished_on("便宜一点的有吗", SHOWN, SNAPSHOT)
    assert found is not None
    assert found.side == "price"


def test_without_a_recommendation_there_is_no_wish() -> None:
    """The same words elsewhere are no wish, nor is a question on another side."""
    assert (
        wished_on("换一批", (Exchange("会费多少", "answered", ("entry.keep",)),), SNAPSHOT) is None
    )
    assert wished_on("要多久呢", SHOWN, SNAPSHOT) is None


@pytest.mark.parametrize(
    "text", ["降雨数据怎么卖", "请问你们的道路流量数据多少钱一份？", "农业保险的数据集是什么价格"]
)
def test_the_price_of_a_thing_in_the_catalogue_is_a_wish(text: str) -> None:
    wish = wish_of(text, "out_of_scope", SNAPSHOT)
    assert wish is not None
    assert wish.side == "price"
    assert wish.named


@pytest.mark.parametrize(
    "text",
    [
        "我们的降雨数据值多少钱",
        "降雨数据挂牌多少钱",
        "宝石鉴定数据多少钱",
        "降雨数据怎么登记",
        "会费多少钱",
    ],
)
def test_what_has_no_price_in_the_catalogue_is_none(text: str) -> None:
    """One's own data, a fee, a thing that the catalogue does not have."""
    assert wish_of(text, "concept", SNAPSHOT) is None


def test_plain_words_and_a_name_are_a_wish_whatever_is_guessed() -> None:
    """Without a name, or without words that wish, only the guess tells it."""
    text = "我们做保险的，想买点降雨的数据"
    assert wish_of(text, "concept", SNAPSHOT) == Wish(
        "recommend_product", ("降雨",), plain=True, text=text, buys=True
    )
    text = "有没有做标注的公司"
    assert wish_of(text, "concept", SNAPSHOT) == Wish(
        "recommend_vendor", ("标注",), plain=True, text=text
    )
    assert wish_of("有没有降雨数据出境的规定", "concept", SNAPSHOT) is None
    assert wish_of("降雨数据算什么数据", "concept", SNAPSHOT) is None
    assert wish_of("想买点别的数据", "recommend_product", SNAPSHOT) is None


@pytest.mark.parametrize(
    "text",
    [
        *("do u have weather data", "is shipping data available", "i want buy traffic data"),
        *("u have rainfall data?", "有降雨数据吗", "有什么气象数据没"),
    ],
)
def test_broken_words_wish_firmly(text: str) -> None:
    """Nobody need say 推荐 or do you have in full."""
    assert wishes_firmly(text)


@pytest.mark.parametrize(
    "text", ["有数据安全员吗", "do you have data protection rules", "有没有人"]
)
def test_other_things_of_data_are_no_item(text: str) -> None:
    wish = wish_of(text, "concept", SNAPSHOT)
    assert wish is None


def test_what_a_thing_is_for_is_no_wish_of_its_own() -> None:
    """It counts only where nothing else is named."""
    wish = wish_of("想买降雨数据做标注训练", "recommend_product", SNAPSHOT)
    assert wish is not None
    assert wish.named == ("降雨",)


def test_what_is_offered_is_told_before_what_the_law_says() -> None:
    """To who wants to buy; that nothing of the kind is there is told first as well."""
    known = SNAPSHOT.index.target("entry.keep")
    candidate = Candidate(known, np.zeros(len(FEATURES)), 1.0, 1.0) if known is not None else None
    findings = Findings("meaning", (candidate,) if candidate else (), chance=0.9, band="answer")
    guess = IntentGuess("recommend_product", 0.9, 1.0, 0.0, 0.0)
    for named in (("降雨",), ()):
        wished = Wish("recommend_product", named, text="想买降雨数据", buys=True)
        decision = decide(findings, guess, wished=wished)
        assert isinstance(decision, Beside)
        assert decision.offer_first


@pytest.mark.parametrize("text", ["要找数商吗", "一定要找服务商吗", "要不要请律师"])
def test_whether_somebody_must_be_found_is_no_wish(text: str) -> None:
    """It is a yes-or-no question on the matter spoken of."""
    guess = IntentGuess("recommend_vendor", 0.9, 1.0, 0.0, 0.0)
    assert weighed(guess, text, Around()).chance == 0.0


@pytest.mark.parametrize(
    "text",
    [
        "What can I buy for rainfall in Shanghai?",
        "what do you have for our rain gauges",
        "Which products could we get here for rainfall forecasts?",
        "降雨方面能买到什么",
        "做农业保险的在你们这里可以买哪些数据？",
        "我们种葡萄的，想看看降雨数据，你们这能买到吗",
        "农业保险数据能找到吗",
    ],
)
def test_what_there_is_to_get_for_a_use_is_a_wish(text: str) -> None:
    """The catalogue answers, though the model may take it for shares or for another world."""
    wish = wish_of(text, "out_of_scope", WITH_ENGLISH)
    assert wish is not None
    assert (wish.what, wish.open) == ("recommend_product", True)
    lost = IntentGuess("out_of_scope", 0.95, 0.05, 0.0, 0.0)
    assert isinstance(decide(Findings("none"), lost, wished=wish), Recommend)


@pytest.mark.parametrize(
    "text",
    [
        "What can I buy for my wife in Shanghai?",
        "Which shares can I buy for rainfall?",
        "What can we do for rainfall data?",
        "个人能买什么",
        "降雨基金能买哪些",
        "降雨数据能拿到什么许可",
    ],
)
def test_a_use_that_no_item_names_is_no_such_wish(text: str) -> None:
    """Nor is what is bought elsewhere, or another question with such words."""
    assert wish_of(text, "out_of_scope", WITH_ENGLISH) is None


@pytest.mark.parametrize(("priced", "outcome"), [(False, "partial"), (True, "unknown")])
def test_what_is_shown_for_a_wish_is_known(*, priced: bool, outcome: str) -> None:
    """A gap beside the items says what else is not known; but for their price, which was asked."""
    gap = next(iter(SNAPSHOT.pack.all(Gap).values()))
    items = Recommend(1.0, "recommend_product", wish="想买降雨数据")
    written = Writer(SNAPSHOT, "zh", DAY).write(
        Beside(1.0, Unknown(1.0, gap=gap), items, priced=priced), "想买降雨数据"
    )
    assert set(SNAPSHOT.products) & set(written.entries)
    assert written.outcome == outcome


@pytest.mark.parametrize(
    ("text", "field", "told"),
    [
        ("推荐几个金融方面的数据产品", "金融", False),
        ("推荐一下矿山数据", "矿山", False),
        ("推荐几个理赔方面的数据产品", "理赔", True),
        ("Recommend some mining data products", "mining", False),
    ],
)
def test_who_names_a_field_is_not_told_of_another(text: str, field: str, *, told: bool) -> None:
    """With an empty catalogue a bank that wished for finance was told where insurers find data."""
    wish = wish_of(text, "recommend_product", SNAPSHOT)
    assert wish is not None
    assert (wish.field, wish.named) == (field, ())
    entry = Entry(
        id="entry.insurer",
        question="保险公司想买理赔数据，到哪里找？",
        answer="按场景检索。",
        intent="recommend_product",
    )
    target = Target(entry, (entry.question,), (), entry.answer)
    found = Findings(
        "meaning",
        band="answer",
        chance=0.9,
        candidates=(Candidate(target, np.zeros(len(FEATURES)), 1.0, 1.0),),
    )
    guess = IntentGuess("recommend_product", 0.95, 0.95, 0.0, 0.0)
    decision = decide(found, guess, wished=wish)
    assert isinstance(decision, Recommend) is not told
