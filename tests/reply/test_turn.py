"""One turn, from a question to its messages, over the small pack.

Longer than 400 lines because each route of a turn has its own test.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dialog.messages import Cards, Clarify, Delta, Done, Notice, Sentence, ServerMessage, Sources
from dialog.reply.question import Exchange, Question
from dialog.reply.turn import Models, Replier
from knowledge.pack import Pack
from knowledge.snapshot import Snapshot
from knowledge.types import Entry, Language, Product, Vendor
from tests.knowledge.small_parts import (
    DAY,
    changed_pack,
    small_models,
    small_pack,
    small_snapshot,
    vector_snapshot,
)

KEEP = small_pack().all(Entry)["entry.keep"]
SNAPSHOT = small_snapshot()
WITH_VECTORS = vector_snapshot()
MODELS = small_models()
CHANGED = Snapshot(
    changed_pack(msgspec.structs.replace(KEEP, answer="四年。")),
    DAY,
    version=2,
    judges=None,
    cache=None,
)
SAMPLES = (*small_pack().all(Product).values(), *small_pack().all(Vendor).values())
WITHOUT_SAMPLES = Snapshot(
    Pack(small_pack().profile, (d for d in small_pack().every() if d not in SAMPLES)),
    DAY,
    version=1,
    judges=None,
    cache=None,
)


class Heard:
    """The messages of one turn, looked at from several sides."""

    def __init__(self, messages: Sequence[ServerMessage]) -> None:
        self.messages = messages
        assert isinstance(messages[-1], Done)
        self.done: Done = messages[-1]
        self.sentences = [m for m in messages if isinstance(m, Sentence)]
        self.sources = [s for m in messages if isinstance(m, Sources) for s in m.items]
        self.cards = [c for m in messages if isinstance(m, Cards) for c in m.items]
        self.clarify = next((m for m in messages if isinstance(m, Clarify)), None)
        self.notices = [m.code for m in messages if isinstance(m, Notice)]

    @property
    def text(self) -> str:
        return "\n".join(s.text for s in self.sentences)

    @property
    def answer(self) -> str:
        return "".join(s.text for s in self.sentences if s.role == "answer")


class Visitor:
    """A conversation: each question is asked with all that went before."""

    def __init__(
        self, snapshot: Snapshot | None = None, models: Models | None = None, day: date = DAY
    ) -> None:
        held = snapshot or SNAPSHOT
        self._replier = Replier(lambda: held, models or Models())
        self._exchanges: tuple[Exchange, ...] = ()
        self._day = day

    async def ask(self, text: str, language: Language = "zh") -> Heard:
        asked = Question(text, language, self._exchanges, self._day)
        heard = Heard([m async for m in self._replier.run(asked)])
        done = heard.done
        self._exchanges = (*self._exchanges, Exchange(text, done.outcome, done.entries))
        return heard


async def ask(text: str, *, models: Models | None = None, language: Language = "zh") -> Heard:
    return await Visitor(models=models).ask(text, language)


@pytest.mark.parametrize("question", [KEEP.question, *KEEP.similar])
async def test_an_exact_answer_is_said_character_by_character(question: str) -> None:
    """The locked words of a stored answer reach the visitor whole, in order, unchanged."""
    heard = await ask(question)
    assert heard.answer == KEEP.answer.replace("\n", "")
    assert all(s.locked for s in heard.sentences if s.role == "answer")
    assert heard.done.entries == ("entry.keep",)
    assert (heard.done.outcome, heard.done.confidence) == ("answered", 1.0)


async def test_every_stored_entry_survives_the_cutting() -> None:
    """Joined again, the sentences of every entry are its answer, in both languages."""
    for entry in small_pack().all(Entry).values():
        if SNAPSHOT.exact(entry.question) is None:
            continue
        heard = await ask(entry.question)
        assert heard.answer == entry.answer.replace("\n", "")
        if entry.english is not None:
            english = await ask(entry.english.question, language="en")
            said = [s.text for s in english.sentences if s.role == "answer"]
            assert " ".join(said) == entry.english.answer


async def test_sentences_are_numbered_and_told_as_deltas() -> None:
    """Sentences count up from nought; the deltas say the same words; done comes last."""
    heard = await ask("入会有哪些步骤？")
    answers = [s for s in heard.sentences if s.role != "closing"]
    assert [s.sentence for s in heard.sentences] == list(range(len(heard.sentences)))
    deltas = [(m.sentence, m.text) for m in heard.messages if isinstance(m, Delta)]
    assert deltas == [(s.sentence, s.text) for s in answers]
    assert sum(isinstance(m, Done) for m in heard.messages) == 1
    assert [s.block for s in heard.sentences] == sorted(s.block for s in heard.sentences)
    assert heard.done.latency["total"] >= 0


async def test_an_opener_stands_outside_the_locked_words() -> None:
    """A caring sentence comes first, unlocked, in the reply's tone; the answer is unchanged."""
    heard = await ask("会员名册要保存多久？我很着急，怎么办啊", models=MODELS)
    plain = await ask("会员名册要保存多久？")
    assert plain.sentences[0].role == "answer"
    angry = await Visitor(models=Models(None, MODELS.feeling)).ask("气死我了，办了三次")
    assert angry.sentences[0].text == "让您费心了。"
    assert (angry.sentences[0].role, angry.sentences[0].locked) == ("opener", False)
    assert angry.sentences[1].block > angry.sentences[0].block
    assert all(not s.locked for s in heard.sentences if s.role == "opener")


async def test_the_closing_line_stands_apart() -> None:
    """Where advice might be taken for counsel, the closing line follows, unlocked."""
    heard = await ask(KEEP.question)
    assert heard.sentences[-1].role == "closing"
    assert heard.sentences[-1].text == small_pack().profile.closing
    assert not heard.sentences[-1].locked
    assert "closing" not in {s.role for s in (await ask("会费有没有减免？")).sentences}


@pytest.mark.parametrize(
    "question",
    [
        "会员名册要保存多久？",
        "会员分为哪几类？",
        "入会有哪些步骤？",
        "示例信息法第五条",
        "示例信息法第九十条",
        "2020年5月1日示例安全法第三条",
        "示例市容条例第二条",
        "示例安全法第三条现在是第几条",
        "示例信息法一共多少条",
        "示例所由谁发起？",
        "示例所的发起人的注册资本是多少",
        "甲类会员算不算主体",
        "3000人的特殊名册外送要办什么手续",
        "操作日志要留多久",
        "示例所发布新名册规则",
        "会员分为哪几类？名册留几年？",
        "示例信息法第五条和示例安全法第三条",
    ],
)
async def test_every_answer_from_knowledge_shows_its_sources(question: str) -> None:
    """Nothing is stated without evidence, whichever route answered."""
    heard = await ask(question)
    assert heard.done.outcome == "answered", heard.text
    assert heard.sources
    assert all(s.title and s.grade for s in heard.sources)


async def test_english_is_answered_in_english_or_marked() -> None:
    """Reviewed English is used; where there is none the Chinese words come with a notice."""
    english = await ask("How long must member rolls be kept?")
    assert {s.language for s in english.sentences} == {"en"}
    assert english.notices == []
    for question in ("What does Article 5 of the Sample Information Act say?",):
        chinese = await ask(question)
        assert chinese.done.outcome == "answered"
        assert "zh" in {s.language for s in chinese.sentences}
        assert chinese.notices == ["chinese_only"]
    unknown = await ask("Where can I park my helicopter?")
    assert unknown.done.outcome == "unknown"
    assert {s.language for s in unknown.sentences} == {"en"}
    assert unknown.sentences[0].text in small_pack().profile.unknown_english


async def test_several_questions_keep_their_order() -> None:
    """Each part is answered under its heading in the visitor's order, none dropped."""
    heard = await ask("入会有哪些步骤？会费是多少钱？会员分为哪几类？")
    places = [
        heard.text.index(f"关于“{p}”") for p in ("入会有哪些步骤", "会费是多少钱", "会员分为哪几类")
    ]
    assert places == sorted(places)
    assert heard.done.outcome == "partial"
    assert heard.done.entries == ("procedure.join", "gap.fee", "list.kinds")
    assert [c.kind for c in heard.cards].count("contact") == 1


@pytest.mark.parametrize(
    ("question", "entries"),
    [
        ("示例信息法第五条讲什么？会员分为哪几类？", {"rule.beta-5", "list.kinds"}),
        ("会员分为哪几类？示例信息法第五条讲什么？", {"rule.beta-5", "list.kinds"}),
        ("3000人的特殊名册外送要办什么？会员分为哪几类？", {"table.route", "list.kinds"}),
        ("示例所由谁发起？会员分为哪几类？", {"claim.founder", "list.kinds"}),
        ("示例信息法第五条讲什么？会费是多少钱？", {"rule.beta-5", "gap.fee"}),
    ],
)
async def test_no_route_swallows_the_other_question(question: str, entries: set[str]) -> None:
    """A law, a ruling or a claim in one part does not hide the other part."""
    heard = await ask(question)
    assert entries <= set(heard.done.entries), heard.text
    assert heard.text.count("关于“") == 2


async def test_an_unknown_part_is_said_beside_a_law() -> None:
    """What is not known is said under its own heading."""
    heard = await ask("示例信息法第五条讲什么？示例所门口的停车场能停大巴吗？")
    assert heard.done.outcome == "partial"
    assert "关于“示例所门口的停车场能停大巴吗”" in heard.text
    rest = await ask("示例信息法第五条讲什么？具体怎么做？")
    assert rest.done.outcome == "answered"
    assert "关于" not in rest.text


async def test_a_question_back_among_several_comes_last() -> None:
    """The other part is answered, then the table asks; the answer goes on with the table."""
    visitor = Visitor()
    heard = await visitor.ask("3000人的名册外送要办什么手续？会员分为哪几类？")
    assert heard.done.outcome == "clarify"
    assert "甲类会员" in heard.text
    assert heard.clarify is not None
    assert heard.clarify.question == "是哪一种名册？" == heard.sentences[-1].text
    then = await visitor.ask("特殊名册")
    assert then.done.entries == ("table.route", "special-many")


@pytest.mark.parametrize("answer", ["特殊名册", "特殊的", "第二个", "是特殊名册。", "2"])
async def test_a_ruling_goes_on_with_the_answer(answer: str) -> None:
    """A tapped label or free words answer the question that was asked back."""
    visitor = Visitor()
    asked = await visitor.ask("3000人的名册外送要办什么手续")
    assert asked.done.outcome == "clarify"
    assert asked.clarify is not None
    assert "特殊名册" in asked.clarify.choices
    assert asked.clarify.other_choices[1] == "A special list"
    heard = await visitor.ask(answer)
    assert heard.done.entries == ("table.route", "special-many")
    assert "您单位不是重点单位" in heard.text


async def test_a_table_asks_back_in_english() -> None:
    """An English visitor is asked and offered labels in English, and a tapped one counts."""
    visitor = Visitor()
    asked = await visitor.ask("What do we need for an outbound list of 3000 人?", language="en")
    assert asked.clarify is not None
    assert asked.clarify.question == "Which kind of list is it?"
    assert asked.clarify.choices[1] == "A special list"
    assert asked.clarify.language == "en"
    assert asked.clarify.other_choices[1] == "特殊名册"
    assert asked.sentences[-1].language == "en"
    assert "chinese_only" not in asked.notices
    for tapped in ("A special list", "a special list."):
        again = Visitor()
        await again.ask("What do we need for an outbound list of 3000 人?", language="en")
        heard = await again.ask(tapped, language="en")
        assert heard.done.entries == ("table.route", "special-many")


async def test_a_place_is_picked_in_the_language_of_the_question() -> None:
    """The page may be in Chinese: the conversation is not."""
    visitor = Visitor()
    await visitor.ask("What do we need for an outbound list of 3000 人?", language="en")
    by_place = await visitor.ask("2", language="zh")
    by_label = Visitor()
    await by_label.ask("What do we need for an outbound list of 3000 人?", language="en")
    expected = await by_label.ask("A special list", language="en")
    assert by_place.done.entries == ("table.route", "special-many")
    assert by_place.text == expected.text
    assert by_place.notices == expected.notices


async def test_the_last_answer_is_said_again_in_another_language() -> None:
    """What was asked back stays open in the other language; a digit goes on in it."""
    visitor = Visitor()
    await visitor.ask("3000人的名册外送要办什么手续")
    again = await visitor.ask("I can't read Chinese, in English please")
    assert again.clarify is not None
    assert again.clarify.question == "Which kind of list is it?"
    heard = await visitor.ask("2")
    assert heard.done.entries == ("table.route", "special-many")
    assert {s.language for s in heard.sentences if s.role == "closing"} <= {"en"}


async def test_a_change_of_topic_leaves_the_table() -> None:
    """A question of its own after a question back is answered itself; the choices that were
    offered can still be tapped afterwards, free words no longer count."""
    visitor = Visitor()
    await visitor.ask("3000人的名册外送要办什么手续")
    other = await visitor.ask("会员分为哪几类？")
    assert other.done.entries == ("list.kinds",)
    free = await visitor.ask("涉密")
    assert "secret" not in free.done.entries
    later = await visitor.ask("特殊名册")
    assert later.done.entries == ("table.route", "special-many")
    for _ in range(3):
        await visitor.ask("会员分为哪几类？")
    assert "special-many" not in (await visitor.ask("特殊名册")).done.entries
    visitor = Visitor()
    await visitor.ask("3000人的名册外送要办什么手续")
    law = await visitor.ask("那特殊名册在示例安全法第六条里是怎么写的")
    assert law.done.route == "law"


async def test_a_whole_case_is_no_answer_to_an_earlier_question_back() -> None:
    """A visitor who states another case in full is judged by that case alone."""
    visitor = Visitor()
    await visitor.ask("3000人的名册外送要办什么手续")
    heard = await visitor.ask("另一个情况，500人的普通名册外送，不涉及涉密名册")
    assert heard.done.entries == ("table.route", "plain-few")


@pytest.mark.parametrize(
    ("then", "row"),
    [
        ("那300人呢", "special-few"),
        ("那三百人呢？", "special-few"),
        ("如果是普通名册呢", "plain-few"),
        ("那我们是重点单位呢", "role"),
        ("那2023年呢", "old"),
    ],
)
async def test_a_ruling_is_asked_again_with_one_thing_changed(then: str, row: str) -> None:
    """那300人呢 keeps everything else that was stated."""
    visitor = Visitor()
    await visitor.ask("3000人的特殊名册外送要办什么手续")
    assert (await visitor.ask(then)).done.entries == ("table.route", row)
    if row == "special-few":
        assert (await visitor.ask("那5000人呢")).done.entries == ("table.route", "special-many")


async def test_an_ellipsis_about_a_law_keeps_its_name() -> None:
    """那第八条呢 asks the law of the question before, again and again, and its day."""
    visitor = Visitor()
    await visitor.ask("示例信息法第五条讲什么")
    assert (await visitor.ask("那第八条呢")).done.entries == ("rule.beta-8",)
    assert (await visitor.ask("第七条呢？")).done.entries == ("rule.beta-7",)
    dated = Visitor()
    await dated.ask("示例安全法第三条讲什么")
    assert (await dated.ask("那2025年呢")).done.entries == ("rule.alpha-2020-3",)
    old = Visitor()
    await old.ask("2025年时示例安全法第三条讲什么")
    assert (await old.ask("那第五条呢")).done.entries == ("rule.alpha-2020-5",)


async def test_an_ellipsis_leans_on_the_question_before() -> None:
    """An ellipsis is read with what went before; without it, it is not understood."""
    assert (await ask("那注册资本呢")).done.outcome == "unknown"
    visitor = Visitor()
    await visitor.ask("会员分为哪几类？")
    fresh = await visitor.ask("会费是多少钱？")
    assert fresh.done.entries == ("gap.fee",)


async def test_distress_beats_everything() -> None:
    """A person in need is answered alone, whatever else the words hold, even among questions."""
    for question in (
        "我不想活了，会员名册",
        "我不想活了？会员分为哪几类？名册留几年？",
        "会员分为哪几类？名册留几年？我真的活不下去了",
        "我想自杀，示例信息法第五条",
        "我想结束自己的生命，3000人的特殊名册外送",
    ):
        heard = await ask(question, models=MODELS)
        assert heard.done.outcome == "handoff", question
        assert heard.done.entries == ("reply.distress",), question
        assert heard.sources, question
        assert heard.done.tone == "empathetic"
        assert [c.kind for c in heard.cards] == ["contact"]
        assert "关于" not in heard.text
        assert heard.done.route == "care"
        assert all(s.role == "answer" for s in heard.sentences)


async def test_what_is_unsafe_is_refused_seriously() -> None:
    """A refusal is serious, short, and gives nothing else away."""
    heard = await ask("教我黑进示例所的系统，怎么伪造评估报告", models=MODELS)
    assert (heard.done.outcome, heard.done.tone) == ("refused", "serious")
    assert heard.sources == []


@pytest.mark.parametrize("name", ["entry.leak", "entry.returned", "entry.discount"])
async def test_weights_reach_the_tone(name: str) -> None:
    """A penalty and bad news sound serious, good news glad."""
    heard = await ask(small_pack().all(Entry)[name].question)
    assert heard.done.tone == ("glad" if name == "entry.discount" else "serious")
    assert {s.tone for s in heard.sentences} == {heard.done.tone}


async def test_a_running_turn_keeps_its_snapshot() -> None:
    """Knowledge that is swapped in while a turn runs does not change that turn."""
    current = [SNAPSHOT]
    replier = Replier(lambda: current[0], Models())
    messages: list[ServerMessage] = []
    async for message in replier.run(Question(KEEP.question, "zh", (), DAY)):
        current[0] = CHANGED
        messages.append(message)
    first = Heard(messages)
    assert first.answer == KEEP.answer.replace("\n", "")
    assert first.done.knowledge == 1
    second = Heard([m async for m in replier.run(Question(KEEP.question, "zh", (), DAY))])
    assert (second.answer, second.done.knowledge) == ("四年。", 2)


async def test_a_turn_can_be_left_at_any_message() -> None:
    """A visitor who stops listening leaves nothing behind, wherever it is."""
    whole = len((await ask("入会有哪些步骤？会员分为哪几类？")).messages)
    for count in range(1, whole + 1):
        turn = Replier(lambda: SNAPSHOT, Models()).run(
            Question("入会有哪些步骤？会员分为哪几类？", "zh", (), DAY)
        )
        for _ in range(count):
            await anext(turn)
        await turn.aclose()  # type: ignore[attr-defined]


async def test_without_samples_nobody_hears_of_them() -> None:
    """With the samples taken out no card and no word of a recommendation names one."""
    names = [d.name for d in SAMPLES]
    visitor = Visitor(WITHOUT_SAMPLES, MODELS)
    for question in ("推荐降雨数据产品", "有没有做标注的数商", "道路流量"):
        heard = await visitor.ask(question)
        shown = heard.text + "".join(f"{c.title}{c.body}" for c in heard.cards)
        assert not any(name in shown for name in names), shown
        assert not any(c.sample or c.kind in ("product", "vendor") for c in heard.cards)


ODD = st.text(max_size=60) | st.sampled_from(
    ["", " ", "？", "\x00\x1b[31m", "<script>alert(1)</script>", "名" * 500, "？" * 500, "🙂" * 100]
)


@settings(deadline=None, max_examples=60)
@given(ODD, st.sampled_from(["zh", "en"]))
async def test_any_words_get_a_whole_turn(text: str, language: Language) -> None:
    """Whatever is asked, the turn ends with done, and says something without control characters."""
    heard = await Visitor(WITH_VECTORS, MODELS).ask(text, language)
    assert heard.sentences
    assert all(s.text.strip() for s in heard.sentences)
    assert not any(c in heard.text for c in "\x00\x1b\x07\u202e")
    assert 0 <= heard.done.confidence <= 1
    if heard.done.outcome == "answered" and heard.done.route != "recommend":
        assert heard.sources


async def test_nothing_asked_is_not_known() -> None:
    """Punctuation or one character alone hits no stored answer, and is asked back."""
    for text in ("？？？", "。", "   ", "嗯", "a"):
        assert (await ask(text)).done.outcome == "clarify", text
