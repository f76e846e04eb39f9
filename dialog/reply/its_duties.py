"""What else is to be done in a case on which a table ruled, by all that was told of it: 基因信息
given abroad is filed first, whatever its route; and who has to consent where it is of children.
Pure."""

from __future__ import annotations

import re

import msgspec

from dialog.reply.question import Question
from dialog.reply.told_cases import case_before
from knowledge.answers.ages import ages, in_figures
from knowledge.answers.people_groups import named_groups
from knowledge.answers.table_besides import with_besides
from knowledge.answers.tables import rule_on
from knowledge.findings import Findings
from knowledge.snapshot import Snapshot
from knowledge.text import is_english, normalise

_SHORT = 60
"""Characters of a text that only asks on."""
_GUARDIAN = ("监护人", "guardian")
"""The word of a duty by which it is known as the one on who consents."""
_SELF = r"(?:本人|自己|孩子|小孩|小朋友|学生|学员|他们|她们|他|她|用户)+"
_PARENTS = r"(?:家长|父母|监护人|爸妈|爸爸|妈妈|大人)"
_AGREES = r"(?:同意|点头|签字|签名|签|授权|点(?![1一]))"
_WHOSE = re.compile(
    rf"谁(?:来|的|给|去|得|要)*{_AGREES}|{_AGREES}(?:书|函)?(?:要|得|该|应该|是|让|由|给|找|归)*谁"
    rf"|{_SELF}[^,。;?!]{{0,6}}?{_AGREES}[^,。;?!]{{0,6}}?(?:行|可以|够|算数?|有效|作数|成)[了吗么吧不没]*"
    rf"|{_PARENTS}[^,。;?!]{{0,8}}?{_AGREES}"
    rf"|{_PARENTS}(?:们|那边|这边|那里|那头|这块|的?部分)*(?:又|还|要|该|得|应该|需要)*(?:怎么|咋|如何)(?:去)?(?:弄|办|搞|处理|通知|沟通|交代|说)"
    r"|\bwhat (?:about|do we do (?:with|about)|must we (?:do with|tell)) the (?:parents?"
    r"|guardians?)\b"
    r"|\bwhose (?:consent|permission|agreement)|\bwhom?\b[^.;?!]{0,24}\b(?:consents?|agrees?"
    r"|signs?|permission)\b"
    r"|\b(?:enough|sufficient|ok(?:ay)?|do|valid|fine)\b[^.;?!]{0,24}\b(?:child|children|kids?|pupils?"
    r"|students?|they|themselves)\b[^.;?!]{0,16}\b(?:consent\w*|agree\w*|sign\w*|tick\w*)\b"
    r"|\b(?:consent|permission|agree\w*|sign\w*)\b[^.;?!]{0,30}\b(?:enough|sufficient|valid|count|do)\b"
    r"|\b(?:parents?|guardians?|mother|father)['’]?s?\b[^.;?!]{0,20}\b(?:consent|agree|sign|permission)"
    r"|\b(?:consent|permission) (?:of|from) (?:the |their |a )?(?:parents?|guardians?)\b"
)
_CONTRACT = re.compile(r"合同|认证|评估|申报|\b(?:contracts?|certificat\w+|assessments?)\b")
_CHANGES = re.compile(
    r"改成|换成|换做|换作|如果是|要是|假如|那.{0,20}呢|变成|改为|(?:而)?不是孩子"
    r"|\b(?:instead|what (?:about|if)|how about|change|switch|suppose)\b"
)


def asks_consent_by_age(plain: str) -> bool:
    """Whether a normalised text tells the age of those whose data it is of, and asks who consents
    for them, and for nothing else."""
    plain = in_figures(plain)
    if len(plain) > _SHORT * (2 if is_english(plain) else 1) or _CONTRACT.search(plain):
        return False
    return any(ages(plain)) and _WHOSE.search(plain) is not None


def who_consents(snapshot: Snapshot, text: str, asked: Question) -> Findings | None:
    """Who has to consent where children are in the case that was ruled on last (要谁同意, 本人点了
    同意就行吗): the duty that says it; ``None`` where a text asks for anything else."""
    plain = normalise(text)
    if len(text) > _SHORT or _WHOSE.search(plain) is None or _CONTRACT.search(plain):
        return None
    case = case_before(snapshot, asked)
    if case is None or not case.near or not case.table.besides:
        return None
    whole = snapshot.ruling(text, asked.today)
    if whole is not None and whole.settled:
        return None
    ruling = with_besides(rule_on(case.table, case.texts, asked.today), case.texts)
    said = [d for b in ruling.besides for d in (*b.duties, *b.duties_english)]
    about = _GUARDIAN[is_english(plain)]
    if ruling.row is None or not any(about in normalise(d) for d in said):
        return None
    return Findings("none", ruling=msgspec.structs.replace(ruling, same=True, about=about))


def with_its_duties(snapshot: Snapshot, asked: Question, found: Findings) -> Findings:
    """What was found, where that is a ruling, with the duties that what was told of the case asks
    for. Who tells a whole case of their own, or of other people, speaks of that one alone."""
    ruling = found.ruling
    told = ruling is not None and (ruling.settled or ruling.ask is not None)
    if ruling is None or not told or not ruling.table.besides:
        return found
    texts = [asked.text]
    whole = snapshot.ruling(asked.text, asked.today)
    plain = normalise(asked.text)
    other = _CHANGES.search(plain) is not None and bool(named_groups(plain))
    own = other or (whole is not None and whole.settled)
    case = None if own else case_before(snapshot, asked)
    if case is not None and case.table.id == ruling.table.id:
        texts = [*case.texts, asked.text]
    return msgspec.structs.replace(found, ruling=with_besides(ruling, texts))
