"""What is known of the matter before where the visitor stands to it in another way."""

from __future__ import annotations

import msgspec

from dialog.reply.context import MATTERS, asked_as, role_of, said
from dialog.reply.failing import failing_of, fails, when_failed
from dialog.reply.paper_asked import of_paper
from dialog.reply.passing_on import passes_on, when_passed_on
from dialog.reply.question import Question
from dialog.reply.searching import TurnSearches
from dialog.reply.spoken_of import as_meant, matters_named
from dialog.reply.still_personal import still_personal
from dialog.reply.taken_out import changed_data, taken_out
from dialog.reply.treated import when_treated
from dialog.reply.turned_side import mirrored, side_of
from dialog.reply.until_decided import when_decided
from dialog.reply.which_figure import of_two_figures
from dialog.reply.worth_asked import of_worth
from knowledge.findings import Findings
from knowledge.snapshot import Snapshot
from knowledge.text import is_english


async def otherwise(
    searching: TurnSearches, snapshot: Snapshot, text: str, asked: Question
) -> Findings | None:
    """What is known of the matter before where the visitor has another part in it (我是买方), where
    it is not granted (要是没过呢) or not decided yet (多少天给结果), where its data are treated
    first (打码以后呢), held to be of nobody (没有姓名，还算个人信息吗) or left out in part
    (人脸不传呢), where a paper is held to be the consent
    (勾过协议，算不算), where others are to use what was bought (能给母公司用吗), or where it
    is asked whether listing is worth it (值不值得弄)."""

    async def search(question: str) -> Findings:
        return await searching.find(snapshot, question, asked.today)

    treated = await still_personal(text, asked, snapshot, search)
    treated = treated or changed_data(snapshot, text, asked)
    treated = treated or await of_paper(text, asked, snapshot, search)
    treated = treated or await when_treated(text, asked.exchanges, snapshot, search)
    treated = treated or taken_out(snapshot, text, asked)
    treated = treated or await of_two_figures(text, search) or await of_worth(text, search)
    treated = treated or await when_decided(text, asked.exchanges, snapshot, search)
    if treated is not None:
        return treated
    if passes_on(text, asked.exchanges):
        return await when_passed_on(search, english=is_english(text))
    role = role_of(text)
    if role and asked.exchanges:
        return await _for_the_other_side(searching, snapshot, role, asked)
    names = matters_named(snapshot, asked.exchanges) if fails(text) else ()
    asked_before = (e.question for e in asked.exchanges[-1:])
    if not any(failing_of(text, name) for name in (*names, *(asked_before if names else ()))):
        return None
    told = asked.exchanges[-1].entries
    return await when_failed(names, search, snapshot.graph.names, told=told)


async def _for_the_other_side(
    searching: TurnSearches, snapshot: Snapshot, role: str, asked: Question
) -> Findings:
    """What is known of the last question for who has another part in it (我是买方)."""
    near: list[Findings] = []
    meant = as_meant(snapshot, asked.exchanges)
    before = next((e.question for e in reversed(meant) if e.outcome in MATTERS), "")
    side = side_of(role)
    other = mirrored(said(before).text, side) if side else ""
    for question in (*((other,) if other else ()), *asked_as(role, meant)):
        again = await searching.find(snapshot, question, asked.today)
        if again.band == "answer" or again.graph is not None or again.ruling is not None:
            return msgspec.structs.replace(again, law=None)
        near.append(again)
    pointing = next((n for n in near if n.band == "related" and n.candidates), None)
    return pointing or Findings("none")
