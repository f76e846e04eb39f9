"""Which papers a listing or joining needs, asked in whatever English a visitor writes: what papers
I need for that, to list the sensor data. Pure.

The goods and the word order hide such a question from the search; the papers are the same for any
goods.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from dialog.reply.question import Exchange
from dialog.reply.turned_side import standing_side
from knowledge.text import is_english, normalise

_BY_FOREIGNERS = (
    r"(?:(?:so|and|then|ok(?:ay)?|well|but|now|next|aha|ah|great|super|good|fine|please|hello"
    r"|hi)[,.! ]+)*"
    r"(?:please )?(?:(?:can|could) you (?:please )?(?:tell|say|list|explain)(?: me| us)? "
    r"|tell (?:me|us) )?"
)
_PAPERS = (
    r"(?:papers?|documents?|paper ?work|docs|materials?|files|certificates?|forms?"
    r"|application (?:papers|documents|forms))"
)
_WHICH_PAPERS = re.compile(
    rf"{_BY_FOREIGNERS}(?:what|which)(?: kinds? of| sort of)?(?: all)? {_PAPERS}"
    r"(?: (?:do|does|would|will|must|should|are|is|have|need|needs|needed|necessary|required|i"
    r"|we|you|one|it|there|has"
    r"|to|be|give|submit|bring|provide|prepare|hand in|for|that|this|it))*?"
    r"(?:,? (?:if|when|in order|so that|so))?(?:,? (?:to|i|we|want|wants|would like|wish|for|can"
    r"|could|the))*"
    r",? (?P<deed>list(?:ing)?|sell(?:ing)?|offer(?:ing)?|put (?:up|online)|register(?:ing)?"
    r"|publish(?:ing)?"
    r"|join(?:ing)?|becom(?:e|ing)|enter(?:ing)?|membership|admission|apply(?:ing)?)\b(?P<what>[^.?!]{0,60})"
)
_FOR_THAT = re.compile(
    rf"{_BY_FOREIGNERS}(?:what|which)(?: kinds? of| sort of)?(?: all)? {_PAPERS}"
    r"(?: (?:do|does|would|will|must|should|are|is|have|need|needs|needed|necessary|required|i"
    r"|we|one|there"
    r"|to|be|give|submit|bring|provide|prepare|hand in|you|want|for|that|this|it|then|now"
    r"|from us|here))+"
)
"""The same of what was spoken of."""
_OF_OTHERS = re.compile(
    r"\b(?:abroad|overseas|export\w*|transfer\w*|personal|customers?|users?|patients?|employees?"
    r"|important data"
    r"|loan|court|asset\w*|balance|refund|delist\w*|foreign|buy\w*|purchas\w*|copyright|trademark|sccs?)\b"
)
"""What has papers of its own."""
_FOR_LISTING = "Which documents are needed to register and list a product?"
_FOR_ADMISSION = "Which documents are needed for admission?"
_BY_ITSELF = re.compile(r"list|join|membership|admission")
_OF_THE_EXCHANGE = re.compile(
    r"\b(?:data|products?|exchange|platform|members?|vendors?|suppliers?|sellers?|readings|logs"
    r"|records|figures|here)\b"
)
"""What the other deeds are of, where they are done here."""
_ENTERS = re.compile(r"join|becom|enter|membership|admission|apply")
_SENTENCE = re.compile(r"(?<=[.?!])\s+")


def papers_wanted(text: str, exchanges: Sequence[Exchange]) -> str:
    """A text in which a sentence that asks for the papers of a listing or of joining, in whatever
    English (what papers I need for that, to list the sensor data), stands as the question that is
    held; empty where none does. What papers that needs, behind a wish to sell, are those of a
    listing. Data of people, and what else goes on, have papers of their own."""
    if not is_english(text):
        return ""
    sentences = _SENTENCE.split(text.strip())
    selling = bool(exchanges) and standing_side("", exchanges) == "sells"
    asked = [_papers_of(normalise(sentence), selling=selling) for sentence in sentences]
    if not any(asked):
        return ""
    return " ".join(new or old for new, old in zip(asked, sentences, strict=True))


def _papers_of(sentence: str, *, selling: bool) -> str:
    sentence = sentence.strip(" .?!")
    if _OF_OTHERS.search(sentence):
        return ""
    read = _WHICH_PAPERS.fullmatch(sentence)
    if read is None:
        return _FOR_LISTING if selling and _FOR_THAT.fullmatch(sentence) else ""
    if not _BY_ITSELF.match(read["deed"]) and _OF_THE_EXCHANGE.search(read["what"]) is None:
        return ""  # To register a marriage is of another desk.
    return _FOR_ADMISSION if _ENTERS.match(read["deed"]) else _FOR_LISTING
