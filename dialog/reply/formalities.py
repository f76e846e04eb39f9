"""Short texts that only ask for formalities: in English whether none is needed after all (so no
paperwork at all?), or which rule says so (what's the rule called); how to deal with those whose
data it is of (家长那边怎么弄). Pure.

Such a text is all function words to the intent model, which takes it for a complaint or worse. It
reproaches nobody, and nobody is harmed by it.
"""

from __future__ import annotations

import re

from knowledge.answers.people_counts import PERSONS
from knowledge.text import is_english

_PAPER = (
    r"(?:paper ?work|papers?|forms?|filings?|approvals?|permits?|permissions?|licen[cs]es?|fees?"
    r"|costs?|charges?|contracts?|assessments?|consents?|registrations?|applications?|notices?"
    r"|certificates?|certifications?|documents?|formalit(?:y|ies)|procedures?|red tape|deadlines?"
    r"|declarations?|reviews?|audits?|signatures?|stamps?|rules?|laws?|duties|duty|obligations?)"
)
_DO = r"(?:file|sign|pay|do|submit|apply for|fill (?:in|out)|hand in|register|declare|report)"
_TO_DO = rf"(?:to|i|we) (?:(?:have|need|must)(?: to)? )?{_DO}"
_LEAD = (
    r"(?:(?:ok(?:ay)?|so|well|oh|and|then|really|right|hm+|wait|great|fine"
    r"|just to be (?:sure|clear)|you mean|you are saying|you're saying"
    r"|(?:that|this|it) means|there(?:'s| is| are)|seriously)"
    r"[,.!?: ]+)*"
)
_FILL = r"(?:(?:extra|special|other|more|further|real|legal|official|government|such|of those) )*"
_END = r"(?:[, ]+(?:at all|needed|required|necessary|then|whatsoever|for (?:us|me|that|this|it)))*"
_NONE_NEEDED = re.compile(
    rf"{_LEAD}(?:(?:i|we) (?:(?:really )?(?:don't|do not|needn't|need not|won't|will not)"
    rf"(?: really)?(?: (?:need|have))?(?: to (?:file|sign|do|have|get))?) (?:any |a |an )?"
    rf"|(?:no|zero|not any|not a single) )(?:{_FILL}{_PAPER}"
    rf"(?:,? (?:and|or|nor)?(?: ?no)? ?{_FILL}{_PAPER})*)"
    rf"{_END}(?:[, ]+(?:right|correct|is that so|really|ok))?"
    rf"|{_LEAD}(?:nothing|not a thing|(?:i|we) (?:don't|do not|needn't) "
    rf"(?:(?:need|have)(?: to)? )?(?:{_DO} )?anything)"
    rf"(?: {_TO_DO})?(?: (?:for|about) (?:that|this|it))?{_END}"
)
"""What makes sure that nothing is needed."""
_RULE = r"(?:rules?|laws?|regulations?|provisions?|articles?|statutes?|acts?|standards?|clauses?)"
_WHICH_RULE = re.compile(
    rf"\bwhat(?:'s|s| is| was| are) (?:the |that |this )?{_RULE}(?: (?:is |it )?(?:called|named))"
    rf"|\bwhat(?:'s|s| is) (?:the )?(?:name|title|number) of (?:the|that|this) {_RULE}"
    rf"|\b(?:what|which) {_RULE} (?:is|was|are) (?:that|this|it|those|called)\b"
    rf"|\b(?:what|which) {_RULE} (?:says?|states?|tells?|means?) (?:that|this|so|it)\b"
    rf"|\bwhat(?:'s|s| is) (?:it|that {_RULE}|this {_RULE}) called\b"
    rf"|\b(?:where|how) (?:can|do|could) (?:i|we|he|she|they) (?:read|find|look up|cite|quote)"
    rf" (?:that|the|this) {_RULE}\b"
)
"""What asks for the name of a rule that was told."""
_THEIR_SIDE = re.compile(
    rf"(?:^|[,。;?!])(?:那么?|然后|还有|另外|以及)*(?:{PERSONS}|父母|监护人|爸妈|本人)(?:们|那边|这边|那里|那头|那块)+"
    r"(?:又|还|要|该|得|应该|需要|到底)*(?:怎么|咋|如何)(?:去)?(?:弄|办|搞|处理|通知|沟通|交代|说|走)"
    r"[呢啊呀好才行合规]*(?=$|[,。;?!])"
)
"""What asks how to deal with people of whom data are sent (家长那边怎么弄): nothing is asked for
that would be done to them."""
_LONGEST = 140
"""Characters beyond which a text tells a case."""


def makes_sure(text: str) -> bool:
    """Whether a normalised text only makes sure that nothing is needed."""
    return is_english(text) and _NONE_NEEDED.fullmatch(text.strip(" .?!,")) is not None


def asks_for_formalities(text: str) -> bool:
    """Whether a normalised text makes sure that nothing is needed, or asks which rule says so."""
    if not is_english(text) or len(text) > _LONGEST:
        return False
    return makes_sure(text) or _WHICH_RULE.search(text) is not None


def asks_of_their_side(text: str) -> bool:
    """Whether a normalised text asks how to deal with those whose data it is of."""
    return _THEIR_SIDE.search(text) is not None
