"""The course of a turn: what a text asks for with its whole wording, around what the policy decides
from what was found."""

from __future__ import annotations

import re

import msgspec

from dialog.reply.asking_back import only_an_article
from dialog.reply.aspects import asks, bare
from dialog.reply.by_place import of_no_place
from dialog.reply.choosing import choice_of, classed, ranks_exchanges
from dialog.reply.context import Said, goes_on, nameless, topic_of
from dialog.reply.corrected import corrected
from dialog.reply.data_told import speaks_of_data
from dialog.reply.doubting import recalls
from dialog.reply.empty_catalogue import of_empty
from dialog.reply.english_names import english_name
from dialog.reply.failing import fails
from dialog.reply.going_further import goes_further
from dialog.reply.intent import IntentGuess
from dialog.reply.listed_samples import samples_asked
from dialog.reply.only_introduces import only_introduces
from dialog.reply.outside_things import names_it, outside_thing
from dialog.reply.own_goods import sells
from dialog.reply.parts import grave
from dialog.reply.plainly import grumble_of, said_plainly
from dialog.reply.pointed import CLOSE, OF_A_GAP, PROBABLE, RELATED
from dialog.reply.policy import (
    DISTRESS,
    OUTSIDE_SURE,
    Article,
    AskBack,
    AskCharacters,
    Beside,
    Choose,
    Decision,
    InEnglish,
    Recommend,
    Rule,
    Social,
    Stored,
    Unknown,
    decide,
    social_outcome,
)
from dialog.reply.premise import premise_of
from dialog.reply.question import Question
from dialog.reply.rumour import rumour_told
from dialog.reply.said_before import repeats
from dialog.reply.scraps import goes_nowhere, scrap_of
from dialog.reply.several import parts_of
from dialog.reply.told_law import ground_asked, of_nothing_told, tells_of_breach
from dialog.reply.turned_side import of_other_side, side_told
from dialog.reply.wished import Wish
from dialog.reply.wishes import item_asked, wish_of, wished_on
from dialog.reply.worded_picks import place_picked
from knowledge.findings import Findings
from knowledge.search.pinyin import looks_like_pinyin
from knowledge.snapshot import PLAIN, Snapshot
from knowledge.text import normalise

_CHAT_LIKELY = 0.5
"""What the intent model must say of small talk that leads to a known gap and nothing else."""
_REMARK = 0.25
"""The same of what asks for nothing and is near nothing."""
_SIGHS = re.compile(r"[唉哎啧嗐]|呵呵|无语|服了|醉了|\.{2,}|…|\b(?:sigh|ugh|seriously|great job)\b")
"""What is no friendly remark: 你们这效率，唉."""
_GAP_DOUBTED = 0.7
"""The chance below which a gap may be near such talk by its words alone: 食堂好吃吗 asks for no
hours."""


class Course:
    """Decides turns over one snapshot."""

    def __init__(self, snapshot: Snapshot, *, preparing: bool) -> None:
        """``preparing``: judges or models are still being built."""
        self._snapshot = snapshot
        self._preparing = preparing

    def of(
        self, findings: Findings, guess: IntentGuess, *, meant: Said, asked: Question
    ) -> tuple[Decision, bool]:
        """The course of a turn, and whether it takes the whole of it, however many it asks."""
        snapshot, spoken_of = self._snapshot, topic_of(asked.exchanges) != ""
        if (unread := _unread(findings, guess, meant=meant, asked=asked)) is not None:
            return unread, True
        plain = self._plainly_meant(findings, meant.text, asked)
        if plain is not None and guess.distress < DISTRESS:
            return plain, True
        correcting = meant.complains or corrected(meant.text, asked.exchanges) is not None
        stating = premise_of(meant.text) is not None or rumour_told(meant.text) is not None
        stating = stating or recalls(meant.text)
        if correcting or stating:
            # It takes back a reading, wants a yes or no, or help in a case of its own, whatever the
            # model takes it for.
            guess = msgspec.structs.replace(guess, chance=0.0)
        if _asks_of_shown(meant.text, asked, snapshot):
            guess = msgspec.structs.replace(guess, unsafe=0.0)
        if meant.wishes:
            guess = msgspec.structs.replace(guess, intent="recommend_product", chance=1.0)
        lacking = spoken_of and (fails(meant.text) or of_no_place(meant.text, asked.exchanges))
        on = goes_on(meant.text, asked.exchanges) or goes_further(meant.text, asked.exchanges)
        decision = decide(
            findings,
            guess,
            preparing=self._preparing,
            elliptic=lacking or _bare(meant.text),
            spoken_of=spoken_of,
            going_on=correcting or on,
            wished=_wished(meant, asked, guess, snapshot),
        )
        decision = of_empty(_of_a_buyer(decision), findings, meant.text, snapshot)
        if (social := _no_matter_of_ours(decision, findings, guess, meant.text)) is not None:
            return social, False
        # Every word of a grumble is one: whatever the model guesses, nothing else is wanted.
        wanted = grumble_of(meant.text) or said_plainly(meant.text, asked.exchanges)
        if wanted is not None and findings.match == "none" and guess.distress < DISTRESS:
            outcome = social_outcome(wanted.intent)
            return Social(1.0, wanted.intent, outcome, wanted.topic), True
        if meant.wishes and isinstance(decision, Recommend) and not decision.side:
            # Where there is none of it, that is said, in whatever words it was wished for.
            return msgspec.structs.replace(decision, side="more"), True
        if grave(decision) or meant.wishes:
            return decision, True
        told = self._by_the_talk(decision, findings, meant.text, asked)
        if told is not None:
            return told, True
        return _at_last(decision, findings, guess, meant.text), False

    def _plainly_meant(self, findings: Findings, text: str, asked: Question) -> Decision | None:
        """What every word of a text asks for, whatever the model guesses: the ground of the reply
        before, a name in English, the samples; ``None`` where it is not so plain."""
        snapshot = self._snapshot
        ground = ground_asked(text, asked, snapshot)
        if ground is not None:
            return ground
        name = english_name(text, snapshot)
        if name is not None and findings.match != "exact":
            return InEnglish(1.0, name)
        samples = samples_asked(asked.text, snapshot.products, snapshot.vendors)
        if samples is not None:
            what = "recommend_vendor" if samples.vendors else "recommend_product"
            return Recommend(1.0, what, wish=asked.text, side="all")
        if of_nothing_told(text, asked.exchanges) and not tells_of_breach(findings):
            related = findings.candidates[:RELATED]
            return Unknown(1.0 - findings.chance, related=related, still=True)
        return None

    def _by_the_talk(
        self, decision: Decision, findings: Findings, text: str, asked: Question
    ) -> Decision | None:
        """What takes the whole turn by what was said and shown before; ``None`` where nothing."""
        said = repeats(text, asked, findings, self._snapshot)
        if said is not None and len(parts_of(text)) == 1:
            return said
        if _foreign(decision) and ranks_exchanges(text):
            return msgspec.structs.replace(decision, topic="ranking")
        wish = None if sells(text) else wished_on(text, asked.exchanges, self._snapshot)
        wish = wish or choice_of(text, asked, self._snapshot)
        known = isinstance(decision, Stored) or (isinstance(decision, Unknown) and decision.gap)
        if wish is not None and not (known and classed(text)):
            return wish
        if isinstance(decision, Social) and place_picked(text):
            return Unknown(1.0)  # No farewell, whatever the model takes it for.
        if self._still_unknown(decision, text, asked):
            return msgspec.structs.replace(decision, still=True)
        if rumour_told(text) is not None and (_foreign(decision) or isinstance(decision, Unknown)):
            return Choose(1.0 - findings.chance, "worry")
        if only_introduces(text) and _says_nothing(decision, findings):
            return Choose(1.0 - findings.chance, "wish")
        return None

    def _still_unknown(self, decision: Decision, text: str, asked: Question) -> bool:
        """Whether it is not known of a matter that was not known either."""
        last = asked.exchanges[-1] if asked.exchanges else None
        if not isinstance(decision, Unknown) or decision.gap is not None or last is None:
            return False
        empty = last.outcome == "unknown" and not last.entries
        return empty and nameless(text) and asks(text)


def _unread(
    findings: Findings, guess: IntentGuess, *, meant: Said, asked: Question
) -> Decision | None:
    """The question back to a scrap that nothing before makes whole, and the word to who writes in a
    language that is not answered; ``None`` to others."""
    if guess.distress >= DISTRESS or findings.match == "exact" or meant.turns:
        return None
    if scrap_of(asked.text) == "tongue":
        return Choose(1.0, "tongue")
    known = findings.law or findings.ruling or findings.graph or findings.exact
    if known is None and goes_nowhere(asked.text, within=bool(asked.exchanges)):
        return AskBack(1.0, ())
    return None


def _wished(meant: Said, asked: Question, guess: IntentGuess, snapshot: Snapshot) -> Wish | None:
    """What is wished for out of the catalogue; who turned to buying wishes for that, whatever its
    words are near."""
    if sells(asked.text) or side_told(asked.text) == "sells":
        return None
    plainly = Wish("recommend_product", plain=True, text=meant.text, buys=True)
    wished = wish_of(asked.text, guess.intent, snapshot)
    return wished or (plainly if meant.wishes else None)


def _of_a_buyer(decision: Decision) -> Decision:
    """A wish to buy without what only a seller of such data asks (冷库货主的货能卖吗)."""
    if not isinstance(decision, Beside) or not decision.offer_first:
        return decision
    first = decision.first
    title = first.target.questions[:1] if isinstance(first, Stored) else ()
    return decision.items if any(of_other_side(t, "", "buys") for t in title) else decision


def _chats(decision: Decision, guess: IntentGuess) -> bool:
    """Whether a text chats that a gap is to be told to, near it by its words alone."""
    gap = isinstance(decision, Unknown) and decision.gap is not None
    doubted = gap and decision.chance < _GAP_DOUBTED
    return doubted and guess.intent == "small_talk" and guess.chance >= _CHAT_LIKELY


def _at_last(decision: Decision, findings: Findings, guess: IntentGuess, text: str) -> Decision:
    """The course of what nothing else takes: who typed pinyin is asked for characters, and who only
    remarks something hears a friendly word."""
    if looks_like_pinyin(text) and not isinstance(decision, Stored):
        return AskCharacters(1.0)
    if only_remarks(decision, findings, guess, text):
        return Social(guess.chance, "small_talk", "smalltalk")
    return decision


def only_remarks(decision: Decision, findings: Findings, guess: IntentGuess, text: str) -> bool:
    """Whether a text chats, asks for nothing, and is near nothing: that it is not known answers
    nobody (你们食堂的红烧肉不错，替我带个好)."""
    empty = isinstance(decision, Unknown) and decision.gap is None and not decision.still
    likely = guess.intent == "small_talk" and guess.chance >= _REMARK
    near = findings.chance >= CLOSE or findings.law is not None or speaks_of_data(text)
    plain = normalise(text)
    tells = not asks(text) and "?" not in plain and _SIGHS.search(plain) is None
    return empty and likely and not near and tells


def _bare(text: str) -> bool:
    """Whether a text names nothing that it asks of: no matter, or an article of no law."""
    return only_an_article(text) or all(bare(part) for part in parts_of(text))


def _no_matter_of_ours(
    decision: Decision, findings: Findings, guess: IntentGuess, text: str
) -> Social | None:
    """What is said to who asks of a thing of another desk, and is to be told what names no such
    thing, or only chats; ``None`` to others."""
    thing = outside_thing(text)
    # Nobody here takes what is complained of elsewhere.
    ours = ("about_assistant", "complaint") if thing and thing.surely else ("about_assistant",)
    social = isinstance(decision, Social) and decision.intent not in ours
    told = social or isinstance(decision, (Article, Rule))
    told = told or (findings.match == "exact" and findings.chance > PLAIN)
    if thing is not None and not told and not names_it(findings.best, thing):
        return Social(OUTSIDE_SURE, "out_of_scope", "refused", thing.topic)
    if _chats(decision, guess):
        return Social(guess.chance, "small_talk", "smalltalk")
    return None


def _asks_of_shown(text: str, asked: Question, snapshot: Snapshot) -> bool:
    """Whether a text asks for nothing but sides of catalogue items that were shown: that takes
    nothing from anybody, though it may speak of getting them."""
    of_items = item_asked(text, asked.exchanges, snapshot)
    return of_items is not None and "other" not in of_items.sides


def _says_nothing(decision: Decision, findings: Findings) -> bool:
    """Whether a decision says that a text is foreign or that nothing is known of it, and nothing is
    likely meant."""
    unknown = isinstance(decision, Unknown)
    likely = OF_A_GAP if unknown and decision.gap is not None else PROBABLE
    return _foreign(decision) or (unknown and findings.chance < likely)


def _foreign(decision: Decision) -> bool:
    return isinstance(decision, Social) and decision.intent == "out_of_scope"
