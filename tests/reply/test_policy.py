"""The course of a turn: a decision for everything that can be found and guessed, safest first."""

from __future__ import annotations

import itertools
from datetime import date

import msgspec
import numpy as np
import pytest
from msgspec.structs import replace

from dialog.reply.intent import NO_GUESS, IntentGuess
from dialog.reply.manner import Occasion, choose
from dialog.reply.policy import (
    Article,
    Beside,
    Decision,
    GraphAnswer,
    Recommend,
    Rule,
    Social,
    Stored,
    Unknown,
    decide,
)
from dialog.reply.wished import Wish
from dialog.reply.wording import Writer
from knowledge.answers.graph import GraphFinding
from knowledge.answers.law_findings import LawFinding
from knowledge.answers.tables import Ruling, rule_on
from knowledge.findings import Findings
from knowledge.search.confidence import Band
from knowledge.search.fusion import FEATURES, Candidate
from knowledge.search.targets import Target
from knowledge.types import INTENTS, DecisionTable, Entry, Intent
from tests.knowledge.small_parts import DAY, small_pack, small_snapshot

SNAPSHOT = small_snapshot()
TARGETS = {t.id: t for t in SNAPSHOT.index.targets}
TABLE = small_pack().all(DecisionTable)["table.route"]
LAW = SNAPSHOT.laws.look_up("示例信息法第五条", DAY)
ABSENT = SNAPSHOT.laws.look_up("示例信息法第九十条", DAY)
GRAPH = SNAPSHOT.graph.find("示例所由谁发起", DAY)
RULED = rule_on(TABLE, ["3000人的特殊名册外送"], DAY)
ASKING = rule_on(TABLE, ["3000人的名册外送"], DAY)


def candidate(name: str, *, conflict: bool = False) -> Candidate:
    features = np.zeros(len(FEATURES))
    features[FEATURES.index("number_conflict")] = float(conflict)
    return Candidate(TARGETS[name], features, 1.0, 1.0)


def guess(
    intent: Intent = "concept", *, chance: float = 0.0, in_scope: float = 1.0,
    unsafe: float = 0.0, distress: float = 0.0,
) -> IntentGuess:  # fmt: skip
    return IntentGuess(intent, chance, in_scope, unsafe, distress)


def findings(
    name: str = "",
    *,
    band: Band = "unknown",
    exact: bool = False,
    law: LawFinding | None = None,
    graph: GraphFinding | None = None,
    ruling: Ruling | None = None,
    conflict: bool = False,
) -> Findings:
    if exact:
        return Findings("exact", exact=TARGETS[name], chance=1.0, band="answer")
    candidates = (candidate(name, conflict=conflict),) if name else ()
    return Findings(
        "near", candidates, law=law, graph=graph, ruling=ruling, chance=0.5, band=band
    )  # fmt: skip


def shape(decision: Decision) -> tuple[object, ...]:
    """What tells one decision from another without printing whole documents."""
    parts = [getattr(decision, n) for n in decision.__struct_fields__]
    return (
        type(decision),
        *(
            p if isinstance(p, (str, float)) else len(p) if isinstance(p, tuple) else id(p)
            for p in parts
        ),
    )


NAMES = ("", "entry.keep", "gap.fee", "list.kinds", "procedure.join", "table.route", "rule.beta-8")


def test_every_finding_and_guess_has_a_decision_and_words() -> None:
    """Whatever was found and guessed, a decision is taken and can be put into words, in both
    languages, with a manner that is never glad where it must not be."""
    guesses = [
        guess(intent, chance=chance, in_scope=in_scope, unsafe=unsafe, distress=distress)
        for intent, chance in itertools.product(INTENTS, (0.3, 0.99))
        for in_scope, unsafe, distress in (
            (1.0, 0, 0), (0.45, 0, 0), (0.05, 0, 0), (1, 0.7, 0), (1, 0.9, 0), (1, 0.9, 0.7),
        )
    ]  # fmt: skip
    found = [
        findings(name, band=band, law=law, graph=graph, ruling=ruling, conflict=conflict)
        for name in NAMES
        for band in ("answer", "related", "unknown")
        for law, graph, ruling in (
            (None, None, None), (LAW, None, None), (ABSENT, GRAPH, None),
            (None, GRAPH, None), (None, None, RULED), (None, GRAPH, ASKING),
        )
        for conflict in (False, True)
    ]  # fmt: skip
    found += [findings(name, exact=True) for name in NAMES if name]
    decisions: dict[tuple[object, ...], Decision] = {}
    for one, what in itertools.product(found, guesses):
        decision = decide(one, what)
        decisions.setdefault(shape(decision), decision)
    assert len(decisions) > 30
    for decision in decisions.values():
        assert 0 <= decision.chance <= 1
        for language in ("zh", "en"):
            words = Writer(SNAPSHOT, language, DAY).write(decision, "名册")
            assert words.lines
            assert all(line.text.strip() for line in words.lines)
            manner = choose(Occasion(words.outcome, "pleased", words.weight, words.intent))
            if words.outcome in ("refused", "unknown") or words.weight in ("penalty", "bad_news"):
                assert manner.tone not in ("glad", "encouraging")


def test_what_is_asked_of_the_assistant_is_more_than_who_it_is() -> None:
    """A document on the assistant that probably answers is named; one on something else is not."""
    itself = TARGETS["entry.keep"]
    document = msgspec.structs.replace(itself.document, intent="about_assistant")
    best = Candidate(
        msgspec.structs.replace(itself, document=document), np.zeros(len(FEATURES)), 1.0, 1.0
    )
    asked = guess("about_assistant", chance=0.99)
    near = Findings("near", (best,), chance=0.5, band="related")
    assert isinstance(decide(near, asked), Unknown)
    assert isinstance(decide(findings("entry.keep", band="related"), asked), Social)
    far = Findings("near", (best,), chance=0.1, band="unknown")
    assert isinstance(decide(far, asked), Social)


def test_distress_comes_before_everything_but_exact_words() -> None:
    """A person in need is answered first, whatever the knowledge holds."""
    for one in (
        findings("entry.keep", band="answer"),
        findings(law=LAW),
        findings(ruling=RULED),
        findings(ruling=ASKING),
        findings(graph=GRAPH),
        findings(),
    ):
        decision = decide(one, guess("concept", chance=0.99, unsafe=0.99, distress=0.6))
        assert isinstance(decision, Social)
        assert (decision.intent, decision.outcome) == ("distress", "handoff")


def test_unsafe_is_refused_before_knowledge_when_sure() -> None:
    """A sure sign beats an answer; a weak one yields to it and not to anything less."""
    sure = decide(findings("entry.keep", band="answer"), guess(unsafe=0.9))
    assert isinstance(sure, Social)
    assert (sure.intent, sure.outcome) == ("unsafe", "refused")
    assert isinstance(decide(findings("entry.keep", band="answer"), guess(unsafe=0.5)), Stored)
    for one in (findings(law=LAW), findings("entry.keep", band="related")):
        weak = decide(one, guess(unsafe=0.5))
        assert isinstance(weak, Social), one
        assert weak.intent == "unsafe"


def test_what_is_surely_known_is_told_unless_the_model_is_surer() -> None:
    """Reviewed words harm nobody: .7 of abuse yields to a document that is surely meant."""
    held = replace(findings("entry.keep", band="answer"), chance=0.96)
    assert isinstance(decide(held, guess(unsafe=0.7)), Stored)
    less = replace(held, chance=0.9)
    for one, unsafe in ((less, 0.7), (held, 0.85)):
        assert isinstance(decide(one, guess(unsafe=unsafe)), Social), (one.chance, unsafe)


def test_the_size_of_a_case_is_no_other_number() -> None:
    """A number that the document does not know keeps it back, unless it only tells how large the
    visitor's own case is."""
    conflict = findings("entry.keep", band="answer", conflict=True)
    assert isinstance(decide(conflict, NO_GUESS), Unknown)
    assert isinstance(decide(replace(conflict, size_told=True), NO_GUESS), Stored)


def test_what_is_known_in_its_order() -> None:
    """Law before a ruling, a ruling before a likeness; claims before a likeness less sure."""
    near = "entry.keep"
    assert isinstance(
        decide(findings(near, band="answer", law=LAW, ruling=RULED), NO_GUESS), Article
    )
    assert isinstance(decide(findings(near, band="answer", ruling=RULED), NO_GUESS), Rule)
    assert isinstance(decide(findings(near, band="answer", ruling=ASKING), NO_GUESS), Stored)
    assert isinstance(decide(findings(near, band="related", ruling=ASKING), NO_GUESS), Rule)
    assert isinstance(decide(findings(near, band="answer", graph=GRAPH), NO_GUESS), GraphAnswer)
    surer = msgspec.structs.replace(findings(near, band="answer", graph=GRAPH), chance=0.97)
    assert isinstance(decide(surer, NO_GUESS), Stored)
    assert isinstance(decide(findings(near, band="related", graph=GRAPH), NO_GUESS), GraphAnswer)


def test_other_numbers_are_no_likeness() -> None:
    """A near document that does not know the question's number does not answer it."""
    decision = decide(findings("entry.keep", band="answer", conflict=True), NO_GUESS)
    assert isinstance(decision, Unknown)
    assert decision.gap is None


def test_a_gap_is_not_known() -> None:
    """A gap's words are said as not known, hit exactly or by likeness."""
    for one in (findings("gap.fee", exact=True), findings("gap.fee", band="answer")):
        decision = decide(one, NO_GUESS)
        assert isinstance(decision, Unknown)
        assert decision.gap is not None
        assert decision.gap.id == "gap.fee"


@pytest.mark.parametrize("band", ["related", "unknown"])
def test_what_may_be_related(band: Band) -> None:
    """Related evidence is pointed at, and may be worded by a model; without any nothing is."""
    decision = decide(findings("entry.keep", band=band), NO_GUESS)
    assert isinstance(decision, Unknown)
    assert bool(decision.related) == bool(decision.evidence) == (band == "related")


def test_outside_needs_more_certainty_where_something_may_be_related() -> None:
    """What may be related is called out of scope only on a sure sign."""
    assert isinstance(decide(findings(), guess(in_scope=0.4)), Social)
    assert isinstance(decide(findings("entry.keep", band="related"), guess(in_scope=0.4)), Unknown)
    assert isinstance(decide(findings("entry.keep", band="related"), guess(in_scope=0.05)), Social)
    assert isinstance(decide(findings("entry.keep", band="answer"), guess(in_scope=0.0)), Stored)


def test_small_talk_and_the_catalogue_come_after_knowledge() -> None:
    """A greeting does not hide an answer, and recommending needs a sure sign."""
    greeting = guess("greeting", chance=0.9)
    assert isinstance(decide(findings("entry.keep", band="answer"), greeting), Stored)
    assert isinstance(decide(findings(), greeting), Social)
    assert isinstance(decide(findings(), guess("recommend_product", chance=0.9)), Recommend)
    assert isinstance(decide(findings(), guess("recommend_product", chance=0.3)), Unknown)
    person = decide(findings(), guess("ask_person", chance=0.9))
    assert isinstance(person, Social)
    assert person.outcome == "handoff"


def test_nothing_guessed_rules_nothing_out() -> None:
    """Without models nothing is refused."""
    assert isinstance(decide(findings(), NO_GUESS), Unknown)
    assert isinstance(decide(Findings("none"), NO_GUESS), Unknown)


def test_an_empty_rulings_table_is_not_known() -> None:
    """A table without a row for the day neither rules nor asks."""
    early = rule_on(
        small_pack().all(DecisionTable)["table.route"], ["3000人的特殊名册外送"], date(1990, 1, 1)
    )
    none = Ruling(early.table, early.slots)
    assert isinstance(decide(findings(ruling=none), NO_GUESS), Unknown)
    assert Writer(SNAPSHOT, "zh", DAY).write(Rule(0.9, none), "").outcome == "unknown"


def test_target_is_a_value() -> None:
    """A decision carries the very target that was found."""
    decision = decide(findings("entry.keep", exact=True), guess(distress=1.0))
    assert isinstance(decision, Stored)
    assert isinstance(decision.target, Target)
    assert decision.target.id == "entry.keep"


ANY = Wish("recommend_product")
WISHING = guess("recommend_product", chance=0.9)


def test_a_plain_wish_comes_before_what_is_known_of_something_else() -> None:
    """Who asks whether there is such data is shown it, rather than told whether it may be traded;
    law, gaps and weak guesses stay before it."""
    known = findings("entry.keep", band="answer")
    assert isinstance(decide(known, WISHING, wished=ANY), Recommend)
    assert isinstance(decide(known, WISHING), Stored)
    weak = guess("recommend_product", chance=0.6)
    assert isinstance(decide(known, weak, wished=ANY), Stored)
    assert isinstance(decide(findings(law=LAW), WISHING, wished=ANY), Article)
    assert isinstance(decide(findings("gap.fee", band="answer"), WISHING, wished=ANY), Unknown)
    harm = guess("recommend_product", chance=0.9, unsafe=0.9)
    assert isinstance(decide(known, harm, wished=ANY), Social)


def test_what_is_known_of_wishes_at_large_yields_to_the_items() -> None:
    """An entry on how to look for products does not stand in the way of a product that is named;
    one on that very field is said first, and the items are shown behind it."""
    entry = SNAPSHOT.pack.all(Entry)["entry.keep"]
    on_wishes = msgspec.structs.replace(entry, intent="recommend_product")
    target = msgspec.structs.replace(TARGETS["entry.keep"], document=on_wishes)
    held = msgspec.structs.replace(candidate("entry.keep"), target=target)
    found = Findings("near", (held,), chance=0.9, band="answer")
    assert isinstance(decide(found, WISHING, wished=ANY), Stored)
    assert isinstance(decide(found, WISHING, wished=Wish(ANY.what, ("降雨",))), Recommend)
    both = decide(found, WISHING, wished=Wish(ANY.what, ("名册",)))
    assert isinstance(both, Beside)
    words = Writer(SNAPSHOT, "zh", DAY).write(both, "有没有降雨名册")
    assert words.entries == ("entry.keep", "product.rain")
    assert words.outcome == "answered"


def test_a_price_is_told_beside_the_thing_that_has_it() -> None:
    """What is known of prices comes first; without it, that the catalogue holds none."""
    priced = Wish("recommend_product", ("降雨",), side="price")
    alone = decide(findings(), NO_GUESS, wished=priced)
    words = Writer(SNAPSHOT, "zh", DAY).write(alone, "降雨数据怎么卖")
    assert (words.outcome, words.entries) == ("unknown", ("product.rain",))
    gap = decide(findings("gap.fee", band="answer"), NO_GUESS, wished=priced)
    words = Writer(SNAPSHOT, "zh", DAY).write(gap, "降雨数据怎么卖")
    assert (words.outcome, words.entries) == ("unknown", ("gap.fee", "product.rain"))


def test_a_wish_in_plain_words_needs_no_guess_where_nothing_is_known() -> None:
    """The words say what is wished for; a document that answers still comes before them."""
    plain = Wish("recommend_vendor", ("标注",), plain=True)
    assert isinstance(decide(findings(), NO_GUESS, wished=plain), Recommend)
    assert isinstance(decide(findings("entry.keep", band="answer"), NO_GUESS, wished=plain), Stored)


@pytest.mark.parametrize(("chance", "shown"), [(0.05, False), (0.12, True), (0.19, True)])
def test_what_is_faint_is_pointed_to_and_not_named(chance: float, *, shown: bool) -> None:
    """Better than nothing to go on with, and not called the closest."""
    found = replace(findings("entry.join"), chance=chance)
    decision = decide(found, guess())
    assert isinstance(decision, Unknown)
    assert bool(decision.related) == shown
    words = Writer(SNAPSHOT, "zh", DAY).write(decision, "怎么才算会员")
    assert not any("最接近" in line.text for line in words.lines)
    assert any(card.kind == "related" for card in words.cards) == shown


def test_what_is_likelier_meant_than_foreign_is_not_sent_away() -> None:
    """A document asked for at .8 beside a guess of .79 that it is foreign, and the other way."""
    found = replace(findings("entry.join", band="related"), chance=0.8)
    assert isinstance(decide(found, guess("out_of_scope", chance=0.79, in_scope=0.21)), Unknown)
    foreign = decide(found, guess("out_of_scope", chance=0.9, in_scope=0.1))
    assert isinstance(foreign, Social)
    assert foreign.outcome == "refused"


def test_who_names_a_thing_of_the_field_is_sent_away_only_where_plainly_foreign() -> None:
    """A guess of .75 that a text is foreign sends away who names nothing that the desk knows."""
    named = replace(findings("entry.join", band="related"), chance=0.3)
    unnamed = replace(named, unnamed=True)
    for outside, found, kind in (
        (0.75, named, Unknown),
        (0.75, unnamed, Social),
        (0.9, named, Social),
    ):
        foreign = guess("out_of_scope", chance=outside, in_scope=1 - outside)
        assert isinstance(decide(found, foreign), kind), (outside, found.unnamed)
