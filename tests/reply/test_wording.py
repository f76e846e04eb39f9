"""Words of decisions: locked text kept, frames around it, languages marked, sources present."""

from __future__ import annotations

from datetime import date

import msgspec
import numpy as np
import pytest

from dialog.reply.policy import Recommend, Rule, Social, Stored, Unknown
from dialog.reply.wording import Words, Writer, choose_reply, heaviest
from dialog.reply.words import Frame
from knowledge.answers.days import asked_day
from knowledge.answers.tables import rule_on
from knowledge.pack import Pack
from knowledge.search.fusion import Candidate
from knowledge.snapshot import Snapshot
from knowledge.types import (
    DecisionTable,
    Entry,
    Example,
    Gap,
    Language,
    NewsItem,
    Product,
    Reply,
    Vendor,
)
from tests.knowledge.small_parts import DAY, changed_pack, small_pack, small_snapshot

SNAPSHOT = small_snapshot()
TARGETS = {t.id: t for t in SNAPSHOT.index.targets}
TABLE = small_pack().all(DecisionTable)["table.route"]
ZH = Writer(SNAPSHOT, "zh", DAY)
EN = Writer(SNAPSHOT, "en", DAY)


def stored(name: str, writer: Writer = ZH, question: str = "") -> Words:
    return writer.write(Stored(1.0, TARGETS[name]), question)


def text_of(words: Words) -> str:
    return "\n".join(line.text for line in words.lines)


@pytest.mark.parametrize(
    "entry", [e.id for e in small_pack().all(Entry).values() if e.id in TARGETS]
)
def test_an_entry_is_said_character_by_character(entry: str) -> None:
    """A stored answer is one locked line, unchanged, with its sources and its id."""
    document = small_pack().all(Entry)[entry]
    words = stored(entry)
    assert [(line.text, line.locked) for line in words.lines] == [(document.answer, True)]
    assert words.sources
    assert (words.outcome, words.entries, words.weight) == ("answered", (entry,), document.weight)
    assert not words.chinese_only


def test_english_where_it_was_reviewed() -> None:
    """An English question gets the reviewed English, else the Chinese words marked as such."""
    english = stored("entry.keep", EN)
    assert (english.lines[0].language, english.chinese_only) == ("en", False)
    assert english.lines[0].text.startswith("At least three years")
    chinese = stored("entry.leak", EN)
    assert (chinese.lines[0].language, chinese.chinese_only) == ("zh", True)
    for name in ("procedure.join", "news.card"):
        assert stored(name, EN).chinese_only, name


@pytest.mark.parametrize("name", sorted(TARGETS))
@pytest.mark.parametrize("writer", [ZH, EN], ids=["zh", "en"])
def test_every_answer_of_knowledge_has_sources(name: str, writer: Writer) -> None:
    """Whatever document answers, its evidence is shown; Chinese in an English reply is marked."""
    words = stored(name, writer)
    if words.outcome == "answered":
        assert words.sources, name
        assert words.entries
    if writer is EN and any(line.language == "zh" for line in words.lines):
        assert words.chinese_only, name


def test_a_list_counts_and_numbers_its_items() -> None:
    """A complete list says how many; every item stands in it."""
    words = stored("list.kinds")
    assert words.lines[0].text == "会员种类共3项："
    assert [line.text for line in words.lines[1:]] == [
        "1. 甲类会员：可以买卖。", "2. 乙类会员：只能买入。", "3. 观察会员。",
    ]  # fmt: skip


def test_a_procedure_tells_steps_in_order_with_their_roles() -> None:
    """Each step stands on its own line with who is responsible, and no doubled full stop."""
    words = stored("procedure.join")
    assert words.lines[0].text == "入会分3步。"
    assert words.lines[1].text == "1. 递交：在网上递交申请书。由申请人负责。"
    assert words.lines[3].text == "3. 缴费：收到通知后缴纳会费。"
    assert {s.section for s in words.sources} == {"第二章", "第三章"}


def test_a_gap_says_what_to_do_next() -> None:
    """A known unknown says so, then the next step, and offers a person."""
    gap = small_pack().all(Gap)["gap.fee"]
    words = ZH.write(Unknown(0.9, gap=gap), "")
    assert words.outcome == "unknown"
    assert [(line.text, line.role) for line in words.lines] == [
        (gap.answer, "answer"), (gap.next_step, "next_step"),
    ]  # fmt: skip
    assert words.cards[-1].kind == "contact"


def test_not_known_points_without_asserting() -> None:
    """Pointers are cards, no statements; the words vary from turn to turn."""
    candidates = SNAPSHOT.find("名册外借", DAY).candidates[:2]
    assert candidates
    words = ZH.write(Unknown(0.7, related=candidates), "", turn=0)
    assert words.outcome == "unknown"
    assert not any(line.locked for line in words.lines)
    assert [c.kind for c in words.cards][-1] == "contact"
    assert {c.kind for c in words.cards} <= {"related", "contact"}
    # Who only listens sees no cards: the first is offered in words, and not as what was meant.
    closest = candidates[0].target.questions[0].rstrip("？")
    assert [x.text for x in words.lines if "最接近" in x.text] == [
        f"最接近的是“{closest}”，内容在下面，您看有没有用。"
    ]
    said = {ZH.write(Unknown(0.9), "", turn=n).lines[0].text for n in range(4)}
    assert said == set(small_pack().profile.unknown)


@pytest.mark.parametrize(("share", "listed", "opened"), [(0.4, 2, 2), (0.1, 2, 1), (0.02, 1, 1)])
def test_pointers_beside_the_nearest(share: float, listed: int, opened: int) -> None:
    """Those that may as well be meant are there to be opened, and those that hardly are, are left
    out; the nearest shows what is stored under it."""
    first, second = (SNAPSHOT.index.target(name) for name in ("entry.keep", "entry.join"))
    assert first is not None
    assert second is not None
    near = (Candidate(first, np.zeros(1), 0.0, 0.5), Candidate(second, np.zeros(1), 0.0, share))
    words = ZH.write(Unknown(0.7, related=near), "", turn=0)
    pointers = [card for card in words.cards if card.kind == "related"]
    assert len(pointers) == listed
    assert sum(card.body != "" for card in pointers) == opened
    assert pointers[0].body


def test_what_is_hardly_near_is_listed_and_not_offered() -> None:
    """Below a chance in five the nearest is another matter too often to be called the closest."""
    candidates = SNAPSHOT.find("名册外借", DAY).candidates[:2]
    words = ZH.write(Unknown(0.85, related=candidates), "", turn=1)
    assert [c.title for c in words.cards if c.kind == "related"]
    assert not any(card.body for card in words.cards if card.kind == "related")
    assert not any("最接近" in line.text or "“" in line.text for line in words.lines)
    assert words.lines[0].text in small_pack().profile.unknown


def test_a_question_back_with_its_answer_on_the_card_is_one_sentence() -> None:
    """It varies from turn to turn, and takes nothing for certain."""
    candidates = SNAPSHOT.find("名册外借", DAY).candidates[:2]
    said = [ZH.write(Unknown(0.3, related=candidates), "", turn=n).lines for n in range(2)]
    assert [len(lines) for lines in said] == [1, 1]
    assert len({lines[0].text for lines in said}) == 2
    assert all("答复在下面" in lines[0].text for lines in said)


def ruling(question: str, writer: Writer = ZH) -> Words:
    return writer.write(Rule(0.97, rule_on(TABLE, [question], asked_day(question, DAY))), question)


def test_a_ruling_says_what_it_assumed() -> None:
    """The assumption is told outside the locked words, with the warning that it matters."""
    words = ruling("3000人的特殊名册外送")
    assert words.lines[0].text == "特殊名册满1000人，要备案。"
    assert "您单位不是重点单位" in words.lines[1].text
    assert "情况不同，结论会变" in words.lines[1].text
    assert not words.lines[1].locked
    assert words.entries == ("table.route", "special-many")
    assert words.advice
    few = ruling("30人的特殊名册外送")
    assert few.lines[-1].text == "1. 签约后30日内报送。"


def test_a_ruling_that_assumes_nothing_says_nothing_of_it() -> None:
    """Where other inputs would not change the row, no assumption is told."""
    assert "一般情形" not in text_of(ruling("涉密名册外送5人"))


def test_a_ruling_asks_back_with_choices() -> None:
    """A missing input is one question with the choices to tap, unlocked."""
    words = ruling("3000人的名册外送")
    assert words.outcome == "clarify"
    assert words.choices.titles == ("涉密名册", "特殊名册", "不含特殊信息的名册", "没有会员信息")
    assert [line.text for line in words.lines] == ["是哪一种名册？"]
    assert words.entries == ("table.route",)
    english = ruling("3000人的名册外送", EN)
    assert english.choices.titles[1] == "A special list"
    assert not english.chinese_only
    # An input without English words is asked for in Chinese, and that is said.
    assert ruling("普通名册外送", EN).chinese_only


def test_a_table_asked_by_name_uses_what_the_question_says() -> None:
    """A table that is found by likeness does not ask for what was stated."""
    assert stored("table.route", question="特殊名册外送怎么办").lines[0].text == "名册上有多少人？"
    assert stored("table.route", question="涉密名册外送怎么办").outcome == "answered"


def test_old_days_get_old_rules() -> None:
    """A ruling on an earlier day follows the rows of that day."""
    assert "2024年3月21日以前" in text_of(ruling("2023年3000人的特殊名册外送"))


def test_recommendations_are_marked_as_samples() -> None:
    """Samples are called so, on cards and in words; no need, no card."""
    for writer in (ZH, EN):
        words = writer.write(Recommend(0.9, "recommend_product"), "做农业保险的降雨数据")
        assert "示例" in words.lines[0].text
        assert all(card.sample for card in words.cards)
        assert words.cards[0].title == "示例降雨记录"
        # The page says before it that this is the reason: no second colon.
        assert words.cards[0].why
        assert not set("：:") & set(words.cards[0].why)
    nothing = ZH.write(Recommend(0.9, "recommend_vendor"), "航天发动机")
    assert nothing.outcome == "unknown"


def test_without_samples_nothing_sample_is_shown() -> None:
    """A catalogue without samples recommends nothing and names none."""
    pack = small_pack()
    documents = [d for d in pack.every() if not isinstance(d, (Product, Vendor))]
    snapshot = Snapshot(Pack(pack.profile, documents), DAY, version=1, judges=None, cache=None)
    for what in ("recommend_product", "recommend_vendor"):
        words = Writer(snapshot, "zh", DAY).write(Recommend(0.9, what), "降雨数据清洗标注")
        assert words.outcome == "unknown"
        assert not any(card.kind in ("product", "vendor") for card in words.cards)


def test_news_newest_first() -> None:
    """The latest items are told newest first with their days and sources."""
    old = small_pack().all(NewsItem)["news.card"]
    new = msgspec.structs.replace(old, id="news.new", date="2026-02-01", summary="新的一条。")
    snapshot = Snapshot(changed_pack(new), DAY, version=1, judges=None, cache=None)
    words = Writer(snapshot, "zh", DAY).write(Recommend(0.9, "news"), "有什么新闻")
    assert [line.text[:14] for line in words.lines[1:]] == ["1. 2026-02-01：", "2. 2025-03-01："]
    assert words.sources


def test_stored_replies_vary_and_speak_the_visitors_language() -> None:
    """A reply goes through its variants; English comes where it stands."""
    greeting = [ZH.write(Social(1, "greeting", "smalltalk"), "你好", turn=n) for n in (0, 1, 2)]
    assert greeting[0].lines != greeting[1].lines
    assert greeting[0].lines == greeting[2].lines
    english = EN.write(Social(1, "greeting", "smalltalk"), "hello")
    assert (english.lines[0].text, english.chinese_only) == ("Hello.", False)
    distress = ZH.write(Social(1, "distress", "handoff"), "")
    assert distress.cards[0].kind == "contact"
    assert ZH.write(Social(1, "goodbye", "smalltalk"), "").outcome == "unknown"


def test_replies_are_chosen_by_words_then_topic() -> None:
    """A reply's own wording wins, then the topic of the nearest example, then the general one."""
    general = Reply(id="r.general", intent="out_of_scope", variants=("不。",), english=())
    weather = msgspec.structs.replace(general, id="r.weather", topics=("weather",))
    poem = msgspec.structs.replace(general, id="r.poem", topics=("poem",), similar=("写首诗",))
    examples = [Example("今天天气怎么样", "out_of_scope", "clerk", topic="weather")]
    replies = [poem, weather, general]
    assert choose_reply("请写首诗吧", replies, examples).id == "r.poem"
    assert choose_reply("今天天气如何", replies, examples).id == "r.weather"
    assert choose_reply("宇宙有多大", replies, examples).id == "r.general"
    assert choose_reply("宇宙有多大", [weather], []).id == "r.weather"


def test_what_is_asked_of_anything_tells_no_topic() -> None:
    """多少钱一斤 stands in questions of many topics; the price of eggs is no investment."""
    general = Reply(id="r.general", intent="out_of_scope", variants=("不。",), english=())
    stocks = msgspec.structs.replace(
        general, id="r.stocks", topics=("stocks",), similar=("今天金价多少钱一克",)
    )
    asked = {"stocks": "黄金多少钱一克", "food": "白菜多少钱一颗", "travel": "房间多少钱一晚"}
    examples = [Example(text, "out_of_scope", "clerk", topic=t) for t, text in asked.items()]
    assert choose_reply("鸡蛋多少钱一斤", [stocks, general], examples).id == "r.general"
    assert choose_reply("黄金现在多少钱一克", [stocks, general], examples).id == "r.stocks"


def test_the_heaviest_weight() -> None:
    """Nothing weighs plain; one heavy part decides."""
    assert heaviest([]) == "plain"
    assert heaviest(["good_news", "caution"]) == "caution"


def test_an_answer_on_another_day_cites_that_day() -> None:
    """The citation names the day for which it was looked up."""
    words = Writer(SNAPSHOT, "zh", date(2026, 3, 3)).write(Stored(1, TARGETS["entry.keep"]), "")
    assert [s.as_of for s in words.sources] == ["2026-03-03"]


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize(
    ("url", "linked"),
    [("https://desk.example.org/", True), ("https://elsewhere.test/", False), ("", False)],
)
def test_the_way_to_a_person_leads_to_an_official_page(
    language: Language, url: str, *, linked: bool
) -> None:
    """Where the pack names none, the card says in words what is known."""
    profile = msgspec.structs.replace(small_pack().profile, contact_url=url)
    pack = Pack(profile, small_pack().every())
    snapshot = Snapshot(pack, DAY, version=1, judges=None, cache=None)
    (card,) = Frame(snapshot, language, DAY).contact(shown=True)
    assert card.url == (url if linked else "")
    assert card.body == (profile.contact if language == "zh" else profile.contact_english)
