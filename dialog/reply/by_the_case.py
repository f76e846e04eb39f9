"""What is known of a text by the case that it tells, or that was told before it, before anything is
searched: what nobody may do, rules that go before the general ones, and what is asked on of a
case. Pure."""

from __future__ import annotations

from dialog.reply.a_clients import of_a_client
from dialog.reply.another_time import of_another_time
from dialog.reply.banned import banned
from dialog.reply.before_opening import before_opening
from dialog.reply.choice_explained import explained_choice
from dialog.reply.consent_given import how_given
from dialog.reply.consent_of_sale import consent_abroad, separate_consent, when_separate
from dialog.reply.contacts_given import contacts_given
from dialog.reply.derived_sold import derived_sold
from dialog.reply.exempt_asked import exempt_asked
from dialog.reply.important_ended import important_ended
from dialog.reply.its_duties import who_consents
from dialog.reply.kept_how_long import kept_how_long
from dialog.reply.machine_decides import machine_decides
from dialog.reply.may_destroy import may_destroy
from dialog.reply.named_firm import of_named_firm
from dialog.reply.not_spared import not_spared
from dialog.reply.of_firms import of_firms
from dialog.reply.of_one_part import of_one_part
from dialog.reply.of_the_dead import of_the_dead
from dialog.reply.past_record import by_record
from dialog.reply.question import Question
from dialog.reply.reporting import reported
from dialog.reply.same_case import of_same_case
from dialog.reply.spared_abroad import spared_abroad
from dialog.reply.special_rules import by_special_rule
from dialog.reply.stays_here import nobody_after_all, stays_after_all
from dialog.reply.steps_wanted import steps_wanted
from dialog.reply.told_cases import whichever_kind
from dialog.reply.told_special import by_told_rule
from dialog.reply.undone import undone
from dialog.reply.valid_until import to_renew, until_when
from dialog.reply.which_ones import which_ones
from knowledge.findings import Findings
from knowledge.snapshot import Snapshot


def by_the_case(snapshot: Snapshot, text: str, asked: Question) -> Findings | None:
    """What is known by the case; ``None`` where the text is to be searched."""
    found = of_the_dead(snapshot, text) or banned(snapshot, text, asked)
    found = found or derived_sold(text, asked.exchanges, snapshot)
    found = found or how_given(text, asked.exchanges, snapshot) or by_special_rule(snapshot, text)
    found = found or before_opening(snapshot, text) or of_named_firm(text, snapshot)
    found = found or explained_choice(snapshot, text, asked)
    found = found or which_ones(text, asked.exchanges, snapshot)
    found = found or by_told_rule(snapshot, text, asked)
    found = found or steps_wanted(text, asked.exchanges, snapshot)
    found = found or of_firms(text, asked.exchanges, snapshot)
    found = found or machine_decides(snapshot, text, asked) or of_a_client(snapshot, text, asked)
    found = found or until_when(snapshot, text, asked) or to_renew(snapshot, text, asked)
    found = found or spared_abroad(snapshot, text, asked)
    found = found or not_spared(snapshot, text, asked)
    found = found or important_ended(snapshot, text, asked)
    found = found or exempt_asked(snapshot, text, asked)
    found = found or stays_after_all(snapshot, text, asked)
    found = found or nobody_after_all(snapshot, text, asked)
    found = found or kept_how_long(snapshot, text, asked)
    found = found or may_destroy(snapshot, text, asked) or undone(snapshot, text, asked)
    found = found or of_another_time(snapshot, text, asked)
    found = found or by_record(snapshot, text, asked)
    found = found or when_separate(text, asked.exchanges, snapshot)
    found = found or who_consents(snapshot, text, asked)
    found = found or whichever_kind(snapshot, text, asked)
    found = found or of_one_part(snapshot, text, asked)
    found = found or of_same_case(snapshot, text, asked)
    found = found or consent_abroad(text, asked, snapshot)
    found = found or separate_consent(text, asked.exchanges, snapshot)
    found = found or contacts_given(text, asked.exchanges, snapshot)
    return found or reported(text, asked.exchanges, snapshot)
