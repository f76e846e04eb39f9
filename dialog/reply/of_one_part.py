"""Who asks on, behind a case of several groups of people or kinds of data, for one of them
(会员部分要做什么; what about the members; 那十二万那块呢): it is ruled on by its own
number. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec

from dialog.reply.question import Question
from dialog.reply.told_cases import Case, case_before
from knowledge.answers.groups_told import kind_listed
from knowledge.answers.kinds_told import several_in
from knowledge.answers.people_counts import counted_input, people_in
from knowledge.answers.people_groups import GROUPS, named_groups
from knowledge.answers.tables import rule_on
from knowledge.findings import Findings
from knowledge.snapshot import Snapshot
from knowledge.text import is_english, normalise

_LONGEST = 24
"""Characters beyond which a text tells more than which part is meant; thrice as many in English."""
_GROUP = "|".join(words.pattern for _, _, words in GROUPS)
_PART = re.compile(
    rf"^(?:那么?|至于|还有|然后|只说|单说|光说|就)*(?:[这那])?(?P<what>(?:{_GROUP})们?|\d+(?:万|个|人|名|条|份|户)*(?:{_GROUP})?)"
    r"(?:的)?(?:[这那]?[1一]?(?:部分|块儿?|批|些|边|组|类|份))?(?:的)?(?:数据|信息|资料)?(?:的话|呢|,)*(?P<rest>.*)$"
    r"|^(?:so |and |but |then |ok |what about |how about |what is it with )*(?:for |with )?"
    rf"(?:the |those |these |our )*(?P<english>(?:{_GROUP})|\d+(?: (?:{_GROUP}))?)(?:['’]s?)?"
    r"(?: (?:part|data|ones|people|only|alone))*,?(?P<behind>.*)$"
)
_ASKS = re.compile(
    r"^(?:今年|现在|那|又|也|还|就|该|应该|得|到底|究竟|我们?|需要|要|是|算|单独|,)*"
    r"(?:(?:走|做|办|签|报|申报|备案|交|搞|弄)(?:什么|啥|哪[1一]?[条个种样些]?|不走|不做|不办|不签|不报)?(?:出境)?(?:标准合同|安全评估|手续|路|流程|合同|评估|认证|备案)?"
    r"|(?:怎么|咋|如何)(?:办|弄|走|做|算|搞)?|哪条(?:路)?|什么手续|啥手续|要不要.{0,8}|能不能免|能免|免不免|免)?"
    r"(?:标准合同|合同|安全评估|评估|认证|手续|备案)?(?:呢|吗|么|吧|啊|呀|不|的|了)*[?？]?$"
    r"|^ ?(?:what|which|do|does|must|is|are|how)\b[a-z ,'’-]{0,40}\b(?:need|needed|do|required"
    r"|route|procedure|contract|assessment|apply|filing|exempt|certification)\b[a-z ]{0,12}\??$"
    r"|^ ?\??$"
)


def of_one_part(snapshot: Snapshot, text: str, asked: Question) -> Findings | None:
    """The ruling on the one part of the case before that a text asks for; ``None`` where it asks
    for none, or tells of more."""
    plain = normalise(text).strip()
    if not asked.exchanges or len(plain) > _LONGEST * (3 if is_english(plain) else 1):
        return None
    part = _PART.match(plain)
    if part is None or not _ASKS.match((part["rest"] or part["behind"] or "").strip()):
        return None
    case = case_before(snapshot, asked)
    if case is None or not case.near:
        return None
    own = _own(case, plain, part["what"] or part["english"])
    if own is None:
        return None
    listed = kind_listed(case.table, own)
    ruling = rule_on(case.table, own, asked.today, given=listed)
    if not ruling.settled:
        return None
    return Findings("none", ruling=msgspec.structs.replace(ruling, again=False))


def _own(case: Case, plain: str, what: str) -> Sequence[str] | None:
    """What was told of the part of a case that is called by its people or by its number; all of it
    where these are the only people of a known name."""
    groups, counted = several_in(case.table, case.texts), counted_input(case.table)
    if counted is None:
        return None
    number = re.match(r"\d+", what)
    for group, texts in groups.items():
        value = people_in(group.figures, counted.units)
        if number is not None:
            if value == number[0]:
                return texts
        elif named_groups(plain) == (group.name,):
            return texts
    if groups or number is not None:
        return None
    return case.texts if named_groups("，".join(case.texts)) == named_groups(plain) else None
