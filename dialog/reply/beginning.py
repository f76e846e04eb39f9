"""What a turn is to answer: the text as it is meant, in which language, after what. Pure."""

from __future__ import annotations

import msgspec

from dialog.reply.added_field import added_field
from dialog.reply.again import Again, asks_again, asks_plainer_still, to_say_again
from dialog.reply.asides import without_aside
from dialog.reply.assent import acknowledged
from dialog.reply.authorised_by import as_authorised
from dialog.reply.back_to import gone_back
from dialog.reply.buyers_ask import as_buyer_asks
from dialog.reply.context import Said, said
from dialog.reply.derived_sold import sells_derived
from dialog.reply.doubting import doubt_of, matters_alone, mended_figure, recalls
from dialog.reply.english_names import english_asked, law_in_english, version_asked
from dialog.reply.faces_used import with_other_age
from dialog.reply.facts_added import as_sent, asked_with_fact
from dialog.reply.feeling_told import PUNISHED, behind_feeling, without_feeling
from dialog.reply.fees_apart import fee_apart
from dialog.reply.from_elsewhere import as_outsider
from dialog.reply.further_data import further_goods
from dialog.reply.grown import with_grown_number
from dialog.reply.idle_clauses import without_idle
from dialog.reply.languages import (
    in_other_words,
    language_of,
    language_wished,
    other_spoken,
    plea_in_words,
)
from dialog.reply.learners_english import in_plain_english
from dialog.reply.loose_goods import as_goods_named, as_resold, as_valued, as_would_do
from dialog.reply.meaning_asked import as_definition, as_introduced
from dialog.reply.mended_words import mended_words
from dialog.reply.mocked_choice import without_mocked
from dialog.reply.on_the_route import on_the_route
from dialog.reply.only_introduces import behind_introduction, with_fields
from dialog.reply.own_company import as_foreign_seller, as_own_company
from dialog.reply.papers_wanted import papers_wanted
from dialog.reply.polite_clauses import without_faces, without_politeness
from dialog.reply.question import Exchange, Question, straightened
from dialog.reply.recalled import as_recalled, recalled
from dialog.reply.recalled_words import up_to_what_is_recalled
from dialog.reply.several import without_urging
from dialog.reply.short_slips import mended_word
from dialog.reply.sold_for import as_sold
from dialog.reply.steps_wanted import wishes_steps
from dialog.reply.summing_up import SumWish, sum_wish
from dialog.reply.told_cases import case_before, continued, replied
from dialog.reply.told_elsewhere import OtherPlace, asked_of_place, told_elsewhere
from dialog.reply.told_law import grounds_left_out
from dialog.reply.told_numbers import without_own_numbers
from dialog.reply.told_role import part_told
from dialog.reply.turned_side import turned
from dialog.reply.wished import looked_for
from knowledge.answers.table_words import triggers
from knowledge.findings import Findings
from knowledge.snapshot import Snapshot
from knowledge.text import is_english, normalise, visible
from knowledge.types import DecisionTable, Gap

_IN_ENGLISH = "用英文再说一遍"
"""The plea for the last answer in English."""
_IN_CHINESE = "用中文再说一遍"
_ENGLISH_TOO = ("可以用英语问你吗？", "May I ask you in English?")
_SPOKEN = ("你能用英语或者方言回答吗？", "Can you answer in English or dialect?")
"""The wordings of the document on the languages of the desk."""


class Begun(msgspec.Struct, frozen=True):
    """A turn before anything is searched.

    ``asked``: what is answered, as it is ``meant``; ``text``: the same as it was put. ``voiced``:
    what tells how the visitor feels. ``typed``: what was typed, but for the writer's own
    ``numbers``, of which there were some or none. ``again``: whether the last answer is wanted once
    more, and how; ``insisted``: for the second time; ``in_few``: in few sentences; ``found``:
    whether there is one. ``doubted``: a doubt of it. ``elsewhere``: another place
    of which a ruling is asked; ``of_place``: one of which another matter is asked.
    ``before``: the exchanges, also where another matter begins. ``recalled``: the question before
    whose answer is wanted in one sentence."""

    asked: Question
    meant: Said
    text: str
    voiced: str
    typed: str
    numbers: bool
    again: Again
    insisted: bool
    in_few: SumWish | None
    found: bool
    doubted: str
    elsewhere: str
    of_place: OtherPlace | None
    before: tuple[Exchange, ...] = ()
    recalled: str = ""


def begin(snapshot: Snapshot, asked: Question) -> Begun:
    """What a question of a conversation asks to be answered."""
    asked = _with_figures_mended(straightened(asked))
    typed, numbers = without_own_numbers(visible(asked.text))
    wish = sum_wish(typed) if snapshot.exact(typed) is None else None
    text = as_introduced(wish.rest, snapshot) if wish is not None and wish.rest else typed
    text = _in_which_language(snapshot, text, asked)
    text = as_definition(snapshot.from_pinyin(text) or mended_word(text), snapshot)
    text = without_mocked(snapshot, text, asked.exchanges)
    known = recalls(text) or snapshot.exact(text) is not None
    back = None if known else recalled(text, asked.exchanges)
    if back is not None:
        text, exchanges = visible(back.exchange.question), back.before
    else:
        exchanges = as_recalled(asked.exchanges)
    text, exchanges = gone_back(snapshot, text, exchanges, asked.today)
    english = is_english(normalise(text))
    exchanges = up_to_what_is_recalled(text, exchanges, snapshot, english=english)
    asked = msgspec.structs.replace(asked, exchanges=exchanges)
    again, doubted = asks_again(behind_feeling(text)), doubt_of(text, exchanges)
    if not again and wishes_steps(text) and _just_ruled(snapshot, asked):
        again = "repeat"  # Its duties are the steps.
    insisted = asks_plainer_still(asked.exchanges)
    elsewhere = told_elsewhere(text, matters_alone(asked.exchanges), snapshot)
    asked, found = _to_answer(snapshot, asked, text, again=bool(again or doubted or elsewhere))
    if wish is not None and wish.language is not None:
        asked = msgspec.structs.replace(asked, language=wish.language)
    # A plea for a language is answered in other words; how it is put tells how they feel.
    if back is not None:
        again, found = "simpler", True
    voiced = asked.text if found else text
    text = asked.text
    meant = _meant(snapshot, text, asked)
    exchanges = () if meant.turns else grounds_left_out(asked.exchanges)
    return Begun(
        msgspec.structs.replace(asked, text=meant.text, exchanges=exchanges),
        meant,
        text=text,
        voiced=voiced,
        typed=typed,
        numbers=numbers,
        again=again,
        insisted=insisted,
        in_few=wish if wish is not None and not wish.rest else None,
        found=found,
        recalled="" if back is None else back.asked,
        doubted=doubted,
        elsewhere=elsewhere,
        before=asked.exchanges,
        of_place=None if elsewhere else asked_of_place(typed, exchanges, snapshot),
    )


def _in_which_language(snapshot: Snapshot, text: str, asked: Question) -> str:
    """The plea for the last answer in another language, as it is heard; where there is none,
    whether the desk speaks that, or holds the law in it. Any other text itself."""
    if snapshot.exact(text) is not None:
        return text
    if of_law := law_in_english(text, snapshot):
        return of_law
    version = version_asked(text)
    last = asked.exchanges[-1] if asked.exchanges else None
    if version and last is not None and any(e in snapshot.products for e in last.entries):
        return text  # Goods in that language are wished for.
    if other_spoken(text):
        return _SPOKEN[is_english(text)]
    if version and last is None:
        return _ENGLISH_TOO[is_english(text)]
    if version == "zh":
        return _IN_CHINESE
    return _IN_ENGLISH if english_asked(text) == "" else text


def _with_figures_mended(asked: Question) -> Question:
    """A question with the figure, or the word, alone that is meant in those before it that took one
    back (不是5万，是50万): the case that they told has no other."""
    found: list[Exchange] = []
    for exchange in asked.exchanges:
        mended = mended_figure(exchange.question, found) or mended_words(exchange.question, found)
        if not mended and (side := turned(exchange.question, found)) is not None:
            mended = side.question
        found.append(msgspec.structs.replace(exchange, question=mended) if mended else exchange)
    return msgspec.structs.replace(asked, exchanges=tuple(found))


def _meant(snapshot: Snapshot, text: str, asked: Question) -> Said:
    """What a text means. A known wording is kept as it is written, whatever stands at its end; the
    no in front of an answer (no, they only signed the contract) takes nothing back."""
    if replied(snapshot, text, asked) is not None:
        return Said(text)
    if (right := _put_right(snapshot, text, asked)) is not None:
        return right
    case = case_before(snapshot, asked) if with_grown_number(text) else None
    if case is not None and case.rows:
        return Said(with_grown_number(text))
    if other := with_other_age(text, asked.exchanges):
        return Said(other, turns=True)
    side = turned(text, asked.exchanges)
    if side is not None:
        return Said(side.question, wishes=side.wish and side.side == "buys")
    if (part := part_told(text, asked.exchanges)) is not None:
        return part
    if not _ruled(snapshot, asked) and (whole := asked_with_fact(text, asked.exchanges)):
        return Said(whole, turns=True)
    if fields := with_fields(text, asked.exchanges):
        return Said(fields, turns=True)
    whole = behind_introduction(text, asked.exchanges)
    if whole and snapshot.at_once(text) is None:
        return Said(whole, turns=True)
    if fee := fee_apart(text, asked.exchanges):
        return Said(fee, turns=True)
    plainly = as_sold(text, asked.exchanges) or as_authorised(text, asked.exchanges)
    plainly = plainly or as_foreign_seller(text) or as_own_company(text) or as_would_do(text)
    plainly = plainly or as_goods_named(text, asked.exchanges)
    plainly = plainly or papers_wanted(in_plain_english(text), asked.exchanges)
    plainly = plainly or as_valued(text) or as_resold(text)
    plainly = plainly or as_buyer_asks(text, asked.exchanges)
    plainly = plainly or further_goods(text, asked.exchanges)[1]
    wishes = plainly.startswith(("Do you have ", "有没有"))
    if plainly and not sells_derived(text) and _says_little(snapshot.at_once(text)):
        return Said(plainly, turns=True, wishes=wishes)
    text = as_sent(on_the_route(snapshot, _known_words(snapshot, text), asked))
    if snapshot.exact(text) is not None:
        return said(text)
    own = without_politeness(acknowledged(without_faces(text), asked.exchanges))
    own = without_idle(without_aside(own))
    asking = without_feeling(own)
    own = asking if asking != PUNISHED or asked.exchanges else own
    return said(looked_for(as_outsider(without_urging(own))))


def _known_words(snapshot: Snapshot, text: str) -> str:
    """A text in plain English, unless its own words are known."""
    return text if snapshot.at_once(text) is not None else in_plain_english(text)


def _says_little(known: Findings | None) -> bool:
    """Whether nothing is known of the very words of a text, or only that something is not known."""
    return known is None or (known.best is not None and isinstance(known.best.document, Gap))


def _put_right(snapshot: Snapshot, text: str, asked: Question) -> Said | None:
    """What a text means that puts a figure, a word or the fields of what was told before right;
    ``None`` where it does no such."""
    if figure := mended_figure(text, asked.exchanges):
        return Said(figure, corrects=True)
    ruled = _ruled(snapshot, asked)
    mended = mended_words(text, asked.exchanges, any_word=ruled)
    if mended and (not ruled or _rules_anew(snapshot, text, mended, asked)):
        return Said(as_outsider(mended), turns=True)
    field = added_field(snapshot, text, asked)
    return Said(field) if field else None


def _rules_anew(snapshot: Snapshot, text: str, mended: str, asked: Question) -> bool:
    """Whether the one text that told a case, with a word put right (不是客户，是员工), tells a case
    of the same table, where what puts it right alone changes nothing of it."""
    case = case_before(snapshot, asked)
    last = asked.exchanges[-1]
    if case is None or case.texts != (last.question,):
        return False
    if case.table.places_abroad and not triggers(case.table, normalise(mended)):
        return True  # 不是法国总部，是上海总部: it is no case of the table any more.
    if continued(snapshot, text, asked, corrects=True) is not None:
        return False
    ruling = snapshot.ruling(mended, asked.today)
    return ruling is not None and ruling.table.id == case.table.id


def _ruled(snapshot: Snapshot, asked: Question) -> bool:
    """Whether a decision table ruled, or asked back, just before: what is put right then changes
    the case, of which more may have been told."""
    last = asked.exchanges[-1] if asked.exchanges else None
    return last is not None and any(e in snapshot.pack.all(DecisionTable) for e in last.entries)


def _just_ruled(snapshot: Snapshot, asked: Question) -> bool:
    """Whether a table just concluded on a case, and asked nothing."""
    return _ruled(snapshot, asked) and asked.exchanges[-1].outcome == "answered"


def _to_answer(
    snapshot: Snapshot, asked: Question, text: str, *, again: bool
) -> tuple[Question, bool]:
    """The question to answer in its language; ``again``: its answer is wanted once more. Whether
    that is the one to a question before."""
    wish = language_wished(text)
    anew = wish is not None and in_other_words(wish, asked.exchanges, asked.language)
    answered, found = _what_again(asked, wanted=again or anew)
    if wish is not None:
        language = wish.language
        text = as_introduced(wish.rest, snapshot) if wish.rest else plea_in_words(wish)
    else:
        language = language_of("" if found else text, asked.exchanges, asked.language)
    text = answered.text if found else text
    return msgspec.structs.replace(answered, text=text, language=language), found


def _what_again(asked: Question, *, wanted: bool) -> tuple[Question, bool]:
    """The question with its exchanges once each; where an answer is ``wanted`` again, the question
    that it was given to, and whether there is one."""
    asked = msgspec.structs.replace(asked, exchanges=matters_alone(asked.exchanges))
    last = to_say_again(asked.exchanges) if wanted else None
    if last is None:
        return asked, False
    text = visible(last[0].question)
    return msgspec.structs.replace(asked, text=text, exchanges=last[1]), True
