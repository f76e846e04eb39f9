"""English as it is written by those who learned it late (for what we need consent, our mother
company, kindly tell, how long time), in the words and the order by which the knowledge knows it.
Pure.

Such words are near nothing that is held, though what is asked is plain; names and figures stay.
"""

from __future__ import annotations

import re

from dialog.reply.kept import kept
from knowledge.text import is_english, visible

_SURPLUS = re.compile(
    r"(?i)[,. ]*\b(?:(?:please |kindly |pls )?(?:to )?(?:do the needful|(?:please"
    r"|kindly) (?:to )?(?:advi[sc]e|revert"
    r"|guide|reply|suggest|clarify)|please to (?:advi[sc]e|inform|tell)|thanks? in advance"
    r"|many thanks"
    r"|(?:with )?(?:best|kind) regards))\b[.! ]*$"
)
"""What closes a letter and asks for nothing."""
_PLEAS = re.compile(
    r"(?i)^(?:(?:dear (?:sir|madam|sirs|all|team)(?: or madam)?|respected sir|hello|hi)[,.! ]+)*"
    r"(?:(?:please|kindly|pls|could you|can you|would you)(?: kindly| please)?(?: to)? (?:tell"
    r"|inform|let|advise|explain"
    r"|clarify)(?: (?:to )?(?:us|me))?(?: know)?(?: about| of| on)?|(?:i|we) (?:would like"
    r"|want) to know"
    r"|(?:i|we) have (?:a|one|the) question[:,.]?|my doubt is(?: that)?|i have (?:a"
    r"|one) doubt[:,.]?)[,: ]+"
    r"(?=(?:what|which|how|when|where|who|whom|if|whether|is|are|do|does|can|may|must"
    r"|the (?:procedure|process|steps"
    r"|cost|fee|requirements?|conditions?|documents))\b)"
)
"""What leads to a question and asks for nothing itself."""
_WORDS: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(rf"(?i)\b{known}\b"), plain)
    for known, plain in (
        (r"mother (?:company|house|firm|concern)|mother-company", "parent company"),
        (r"daughter (?:company|firm)", "subsidiary"),
        (r"head ?quarter(?!s|ed)", "headquarters"),
        (r"informations", "information"),
        (r"datas", "data"),
        (r"softwares", "software"),
        (r"(our|my) (?:own )?(?:co-?)?workers", r"\1 employees"),
        (r"how long time", "how long"),
        (r"how much time", "how long"),
        (r"how much (?:is|are|does) the (?:cost|price|fee)s?(?: of)?", "how much is the fee"),
        (r"for to", "to"),
        (r"in order that we can|so (?:that )?we can", "to"),
        (r"is (?:having|needing|wanting)", "has"),
        (r"are (?:having|needing|wanting)", "have"),
        (r"member of (?:the |your )?exchange", "a member of the exchange"),
        (r"becom(e|ing) member", r"becom\1 a member"),
        (r"whom (?:we|i) (?:have to|must|should|can)", "whom should we"),
        (
            r"(how|where|when|what|which \w+|whom) (we|i|they) (must|can|may|should|could) ",
            r"\1 \3 \2 ",
        ),
        (
            (
                r"(how|where|when|why) (we|i|they) (?:have to )?(need|get|become|know|find|start"
                r"|begin|pay|apply|register"
                r"|join|list|sell|buy)(?= )"
            ),
            r"\1 do \2 \3",
        ),
        (r"for (what|which \w+) (we|i) (?:do )?need", r"for \1 do \2 need"),
        (
            (
                r"what (?:is|are|will be) the (?:time|duration|time ?frame|time ?line"
                r"|lead time)s? (?:for|of|needed for)"
                r" (?:the )?([^?.!]{3,40})"
            ),
            r"how long does \1 take",
        ),
        (r"what means", "what is the meaning of"),
    )
)
_PROCEDURE = re.compile(
    r"(?i)^the (?:procedure|process|steps) (?:for|of|to) (?P<deed>registering|joining|listing"
    r"|selling|buying"
    r"|becoming)\b"
)
_DEEDS = {
    "registering": "register",
    "joining": "join",
    "listing": "list",
    "selling": "sell",
    "buying": "buy",
    "becoming": "become",
}


@kept
def in_plain_english(text: str) -> str:
    """An English text in plain words; any other text itself."""
    if not is_english(text):
        return text
    plain = _PLEAS.sub("", _SURPLUS.sub("", visible(text).strip()), count=1)
    for known, instead in _WORDS:
        plain = known.sub(instead, plain)
    read = _PROCEDURE.match(plain)
    if read is not None:
        plain = f"How do we {_DEEDS[read['deed'].lower()]}{plain[read.end() :].rstrip(' .')}?"
    return plain if plain.strip(" .?!") else text
