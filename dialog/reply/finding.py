"""What is found for a question of a conversation: alone, as an answer, or behind what was told."""

from __future__ import annotations

import functools
from collections.abc import Sequence

import msgspec

from dialog.reply.after_pointer import both_offered
from dialog.reply.again import asks_more
from dialog.reply.asides import WHO, asks_who
from dialog.reply.aspects import asks, asks_the_house
from dialog.reply.assent import takes_and_asks
from dialog.reply.at_the_desk import WHERE, asks_where
from dialog.reply.beginning import begin
from dialog.reply.behind_case import behind_case
from dialog.reply.booked_abroad import of_booking
from dialog.reply.by_kind import of_its_kind
from dialog.reply.by_place import by_place, named_by_place, of_no_place, tells_meaning
from dialog.reply.by_the_case import by_the_case
from dialog.reply.case_numbers import of_the_case
from dialog.reply.choosing import asks_to_choose, bids_to_recommend
from dialog.reply.clipped import in_full
from dialog.reply.context import Said, leans, nameless, topic_of
from dialog.reply.counted import whether_counted
from dialog.reply.denied import denied_in
from dialog.reply.doubting import grumbles, recalls
from dialog.reply.failing import speaks_of
from dialog.reply.first_step import first_step
from dialog.reply.going_further import gone_further, pointed_to, what_now
from dialog.reply.in_steps import named_in_step
from dialog.reply.its_duties import with_its_duties
from dialog.reply.kind_doubted import kind_doubted
from dialog.reply.made_whole import doubtful, fresh_after_nothing, instead_of_gap, made_whole
from dialog.reply.mocked_choice import of_told_kind
from dialog.reply.not_again import of_here, when_corrected
from dialog.reply.officers import WORDING, asks_for_officers
from dialog.reply.other_part import otherwise
from dialog.reply.picking import (
    explained,
    part_agreed_to,
    part_of_what_was_told,
    picked,
    picked_further,
    picked_in_words,
    restated,
    without_step,
)
from dialog.reply.plainly import said_plainly
from dialog.reply.pointed import known_elsewhere
from dialog.reply.premise import of_premise
from dialog.reply.question import Exchange, Question
from dialog.reply.redress import against_others, redress
from dialog.reply.searching import Then, TurnSearches, once_a_turn
from dialog.reply.selling import for_a_seller, of_a_trade
from dialog.reply.shown_before import Shown
from dialog.reply.spoken_of import likely_matter, names_of, side_of_the_matter
from dialog.reply.standing_matter import of_standing_matter
from dialog.reply.told_cases import (
    asked_whether,
    continued,
    over_several,
    replied,
    still_asked,
)
from dialog.reply.told_elsewhere import asked_of_place, exchange_elsewhere
from dialog.reply.told_facts import with_facts_told
from dialog.reply.told_law import (
    ground_asked,
    law_gone_on_with,
    of_nothing_told,
    of_told_law,
    of_told_ruling,
    tells_of_breach,
)
from dialog.reply.told_start import of_the_told_side, start_told
from dialog.reply.wish_told import wish_told
from dialog.reply.wishes import item_asked
from knowledge.findings import Findings, pointing_alone
from knowledge.search.targets import Target
from knowledge.snapshot import PLAIN, Snapshot
from knowledge.text import key

_SENTENCE = 14
"""An answer to a question back of so many characters may be a question of its own."""


async def find(
    searching: TurnSearches, snapshot: Snapshot, given: Said, asked: Question
) -> Findings:
    """What is known about a question after the ones before it and with what they told."""
    found = await _find(searching, snapshot, given, asked)

    async def search(question: str) -> Findings:
        return await searching.find(snapshot, question, asked.today)

    doubted = await kind_doubted(snapshot, given.text, asked, found, search)
    found = doubted or asked_whether(snapshot, given.text, asked, found) or found
    found = of_told_kind(snapshot, given.text, asked, found) or found
    found = of_the_told_side(snapshot, asked, whether_counted(snapshot, asked, found) or found)
    return with_its_duties(snapshot, asked, with_facts_told(snapshot, asked, found))


async def _find(
    searching: TurnSearches, snapshot: Snapshot, given: Said, asked: Question
) -> Findings:
    asked = msgspec.structs.replace(asked, exchanges=named_by_place(asked.exchanges, snapshot))
    text = without_step(given.text) if asked.exchanges else given.text
    if ground_asked(text, asked, snapshot) is not None:
        return Findings("none")
    answering = replied(snapshot, text, asked)
    if answering is not None:
        return Findings("none", ruling=answering)
    of_case = by_the_case(snapshot, text, asked)
    if of_case is not None:
        return of_case
    if of_nothing_told(text, asked.exchanges):
        return await _of_nothing_told(searching, snapshot, text, given=given, asked=asked)

    async def search(question: str) -> Findings:
        return await searching.find(snapshot, question, asked.today)

    there = await exchange_elsewhere(text, asked.exchanges, snapshot, search)
    found = there or await against_others(text, asked.exchanges, search)
    found = found or await named_in_step(
        given.text, snapshot, lambda t: _numbered(snapshot, t, asked), search
    )
    found = found or await _by_wording(searching, snapshot, text, asked)
    if found is not None:
        return found
    # What corrects a case that a table ruled on changes the ruling.
    ruled = continued(snapshot, text, asked, corrects=given.corrects) is not None
    denying = searching.denying
    found = None if ruled else await when_corrected(given, asked.exchanges, search, denying=denying)
    found = found or await what_now(text, asked.exchanges, search)
    found = found or await redress(text, asked.exchanges, search)
    if found is not None:
        return found
    text = in_full(text, asked.exchanges)
    found = await _by_search(searching, snapshot, text, given=given, asked=asked)
    found = of_here(found, text, asked.exchanges, exchange=snapshot.pack.profile.exchange)
    found = await for_a_seller(found, text, search)
    found = await gone_further(text, asked.exchanges, found, snapshot, search) or found
    found = pointed_to(text, asked.exchanges, found, snapshot) or found
    found = first_step(found, text, snapshot) or wish_told(found, text, snapshot) or found
    if not topic_of(asked.exchanges):
        found = await of_a_trade(found, text, search) or found
    found = await of_its_kind(found, text, asked.exchanges, search) or found
    found = await of_booking(found, text, search) or found
    found = await of_premise(text, found, search) or found
    found = await of_standing_matter(text, asked.exchanges, found, snapshot, search) or found
    return _of_told_ruling(snapshot, text, asked, found) or of_the_case(found, text)


async def without_denied(
    searching: TurnSearches, snapshot: Snapshot, given: Said, asked: Question
) -> TurnSearches:
    """The searches of a turn, in which what the visitor denied is not found."""

    async def pointed(exchanges: tuple[Exchange, ...]) -> Sequence[Target]:
        then = msgspec.structs.replace(asked, exchanges=exchanges)
        return await shown_in(searching, snapshot, then).pointed()

    denied = await denied_in(given, asked.exchanges, snapshot, pointed)
    left = searching.without(denied.without, now=denied.now)
    left.denied, left.misguessed = denied.leaves_out, denied.misguessed
    return left


async def _of_nothing_told(
    searching: TurnSearches, snapshot: Snapshot, text: str, *, given: Said, asked: Question
) -> Findings:
    """What is known of a breach of a matter that itself was not known; else what points to that
    matter, for whatever else has such a side is another."""
    found = await _by_search(searching, snapshot, text, given=given, asked=asked)
    before = await found_before(searching, snapshot, asked)
    if tells_of_breach(found, before):
        return found
    if before.band == "unknown":
        return Findings("none")
    return Findings("none", candidates=before.candidates, band="related", chance=before.chance)


async def _by_wording(
    searching: TurnSearches, snapshot: Snapshot, text: str, asked: Question
) -> Findings | None:
    """What is known of a text by its whole wording; ``None`` where it is to be searched."""
    found = await _taken(searching, snapshot, asked)
    found = found or await _named(searching, snapshot, text, asked)
    found = found or await _of_a_place(searching, snapshot, text, asked)
    found = found or _plainly(snapshot, text, asked)
    if found is not None:
        return await instead_of_gap(searching, snapshot, text, asked, found) or found
    if _names_nothing(snapshot, text, asked):
        return Findings("none")
    chosen = await _chosen(searching, snapshot, text, asked)
    if chosen is not None:
        return chosen
    if said_plainly(text, asked.exchanges):
        return Findings("none")
    return await otherwise(searching, snapshot, text, asked)


async def _by_search(
    searching: TurnSearches, snapshot: Snapshot, text: str, *, given: Said, asked: Question
) -> Findings:
    """What goes on with the questions before, or is found by a search."""
    asked = await _with_likely_matter(searching, snapshot, text, asked)
    ruling = continued(snapshot, text, asked, corrects=given.corrects)
    if ruling is not None and (
        len(key(text)) < _SENTENCE or snapshot.offers(ruling.table.id, text)
    ):
        return Findings("none", ruling=ruling)
    plain = _gone_on_with(snapshot, text, asked) or still_asked(snapshot, text, asked)
    if plain is not None:
        return plain
    findings = await searching.find(snapshot, text, asked.today)
    if ruling is not None and not (known_elsewhere(findings) and asks(text)):
        return Findings("none", ruling=ruling)
    if findings.law is not None:
        return findings
    over = over_several(snapshot, given, asked, findings)
    if over is not None:
        return over
    leaning = given.corrects or leans(text, asked.exchanges)
    if not leaning or findings.graph is not None or not asked.exchanges:
        return await behind_case(searching, snapshot, text, asked, findings)
    if findings.band == "answer" and not doubtful(snapshot, findings, text):
        return findings
    if findings.band == "answer" and fresh_after_nothing(snapshot, text, asked.exchanges):
        return findings
    return await made_whole(searching, snapshot, text, asked, findings) or findings


def _of_told_ruling(
    snapshot: Snapshot, text: str, asked: Question, found: Findings
) -> Findings | None:
    """What the articles say on which a ruling just told rests, where nothing else is known."""
    if found.band == "answer" or found.law or found.ruling or found.graph or found.compared:
        return None
    law = of_told_ruling(text, asked.exchanges, snapshot, asked.today)
    return law and msgspec.structs.replace(found, law=law)


def _plainly(snapshot: Snapshot, text: str, asked: Question) -> Findings | None:
    """What answers without a search, where the text does not lean on what was spoken of."""
    if asks_who(text):
        return snapshot.at_once(WHO)
    if asks_for_officers(text):
        return snapshot.at_once(WORDING)
    if asks_where(text) and snapshot.exact(text) is None:
        return snapshot.at_once(WHERE)
    if going_on := start_told(text, asked.exchanges, snapshot):
        return snapshot.at_once(going_on)
    return None if nameless(text) and topic_of(asked.exchanges) else snapshot.at_once(text)


def _names_nothing(snapshot: Snapshot, text: str, asked: Question) -> bool:
    """Whether whatever the search finds for a text is of another matter: it asks for more or for a
    choice, grumbles, or asks of an item that was shown, which itself says it."""
    choice = asks_to_choose(text) or bids_to_recommend(text)
    said = grumbles(text) or recalls(text)  # Nothing was told that could be recalled.
    if (asks_more(text) and asked.exchanges) or said or choice:
        return True
    return item_asked(text, asked.exchanges, snapshot) is not None


async def _chosen(
    searching: TurnSearches, snapshot: Snapshot, text: str, asked: Question
) -> Findings | None:
    """The document that the reply before pointed to and the visitor takes."""
    search_before = functools.partial(found_before, searching, snapshot, asked)

    async def search(question: str) -> Findings:
        return await searching.find(snapshot, question, asked.today)

    last = asked.exchanges[-1] if asked.exchanges else None
    if last is not None and asked_of_place(last.question, asked.exchanges[:-1], snapshot):
        return None  # It said only that another place is not known here, and offered nothing.
    of_part = await part_agreed_to(text, asked.exchanges, search)
    if of_part is not None:
        return of_part
    english = asked.language == "en"
    taken = await picked(text, asked.exchanges, search_before, english=english)
    taken = taken or picked_further(text, asked.exchanges, snapshot)
    segmenter = snapshot.index.segmenter
    return taken or await restated(text, asked.exchanges, search_before, search, segmenter)


async def _taken(searching: TurnSearches, snapshot: Snapshot, asked: Question) -> Findings | None:
    """What a text takes of what the replies before listed, where that is more than one thing."""
    shown = shown_in(searching, snapshot, asked)
    return await shown.taken(lambda question: searching.find(snapshot, question, asked.today))


def shown_in(searching: TurnSearches, snapshot: Snapshot, asked: Question) -> Shown:
    """What the replies of a conversation pointed to."""

    async def then_at(exchanges: tuple[Exchange, ...]) -> Then:
        return await then(searching, snapshot, msgspec.structs.replace(asked, exchanges=exchanges))

    return Shown(snapshot, asked, then_at)


async def _named(
    searching: TurnSearches, snapshot: Snapshot, text: str, asked: Question
) -> Findings | None:
    """The document shown before that a text picks by words of it, or by its place and more."""
    search_before = functools.partial(found_before, searching, snapshot, asked)
    english = asked.language == "en"
    named = await picked_in_words(text, asked.exchanges, search_before, snapshot, english=english)
    if named is not None or not takes_and_asks(text):
        return named
    return await picked(text, asked.exchanges, search_before, english=english)


async def _of_a_place(
    searching: TurnSearches, snapshot: Snapshot, text: str, asked: Question
) -> Findings | None:
    """What is known of a thing that is named by its place among those told before. What says
    nothing of that thing is no answer. ``None`` where nothing more is asked than which it is, or
    nothing is found and the list itself tells of it."""
    placed = by_place(text, asked.exchanges, snapshot)
    if placed is None:
        return Findings("none") if of_no_place(text, asked.exchanges) else None
    item = _numbered(snapshot, f"第{placed.place}个", asked)
    if item is not None and (explained(item) if placed.meaning else placed.only):
        return item
    found = snapshot.at_once(placed.question)
    found = found or await searching.find(snapshot, placed.question, asked.today)
    best = found.best if found.band == "answer" else None
    if item is not None and best is not None and item.exact and best.id == item.exact.id:
        # The whole list says no more of one of its things than that one.
        return item
    if best is not None and placed.meaning and not tells_meaning(placed.name, best):
        best = None
    if found.graph is not None or (best and speaks_of(placed.name, best, snapshot.graph.names)):
        return msgspec.structs.replace(found, law=None, ruling=None)
    if item is not None:
        return item
    return pointing_alone((found,))


def _numbered(snapshot: Snapshot, text: str, asked: Question) -> Findings | None:
    return part_of_what_was_told(
        text, asked.exchanges, snapshot, named=lambda e: names_of(snapshot, e)
    )


async def found_before(searching: TurnSearches, snapshot: Snapshot, asked: Question) -> Findings:
    """What was found for the last question, or both that it was asked back whether it meant."""
    found = (await then(searching, snapshot, asked)).found

    async def found_at(exchanges: tuple[Exchange, ...]) -> Findings:
        earlier = msgspec.structs.replace(asked, exchanges=exchanges)
        return await found_before(searching, snapshot, earlier)

    return await both_offered(found, asked.exchanges, found_at)


@once_a_turn
async def then(searching: TurnSearches, snapshot: Snapshot, asked: Question) -> Then:
    """The last question as it was meant when it was asked, and what was found for it."""
    *earlier, last = asked.exchanges
    # It is read as it was read then, without what hurried or wondered at its end.
    begun = begin(
        snapshot, msgspec.structs.replace(asked, text=last.question, exchanges=tuple(earlier))
    )
    searching = await without_denied(searching, snapshot, begun.meant, begun.asked)
    found = await find(searching, snapshot, begun.meant, begun.asked)
    return Then(begun.asked, found, searching)


async def _with_likely_matter(
    searching: TurnSearches, snapshot: Snapshot, text: str, asked: Question
) -> Question:
    """The question behind what the reply before asked back for, where it names nothing itself."""
    last = asked.exchanges[-1] if asked.exchanges else None
    if last is None or last.outcome != "unknown" or last.entries:
        return asked
    if not nameless(text) and not snapshot.matters.asks_alone(text):
        return asked
    before = await found_before(searching, snapshot, asked)
    return msgspec.structs.replace(asked, exchanges=likely_matter(asked.exchanges, before))


def _gone_on_with(snapshot: Snapshot, text: str, asked: Question) -> Findings | None:
    """What goes on with an answer before by its words alone: an article, a numbered step or item,
    another side of the matter."""
    law = law_gone_on_with(snapshot, text, asked)
    if law is not None:
        return Findings("none", law=law)
    numbered = _numbered(snapshot, text, asked)
    if numbered is not None:
        return numbered
    side = side_of_the_matter(snapshot, text, asked.exchanges)
    if side is not None and not asks_the_house(text):
        return Findings("exact", exact=side, chance=PLAIN, band="answer")
    return of_told_law(text, asked.exchanges, snapshot, asked.today)
