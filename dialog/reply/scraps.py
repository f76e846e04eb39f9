"""What asks for nothing that could be searched: a scrap of one character or of marks alone, and a
text in a language that is not answered. Pure.

A guess of small talk, of a farewell, or of the nearest document is worth nothing there.
"""

from __future__ import annotations

import re
from typing import Literal

from dialog.reply.kept import kept
from knowledge.search.pinyin import looks_like_pinyin
from knowledge.text import STOP_WORDS_EN, normalise, visible

_LETTER = re.compile(r"[^\W_]")
_OTHER_SCRIPTS = re.compile(
    r"[\u0370-\u03ff\u0400-\u052f\u0590-\u06ff\u0900-\u0dff\u0e00-\u0eff\u1100-\u11ff"
    r"\u3041-\u3096\u30a1-\u30fa\u30fc\uac00-\ud7af]"
)
"""Greek, Cyrillic, Hebrew, Arabic, scripts of India, Thai, Japanese syllables, Korean."""
_LEAST, _SHARE = 3, 0.3
"""Letters of such a script, and their share of all: a brand's name (サンリオ) is less."""
_WORD = re.compile(r"[a-zà-öø-ÿœßğışč]+")
_WORDS = {
    "german": (
        "auf bitte brauche brauchen das daten dem den der ein eine einen einer es für "
        "gibt guten haben ich ihr im ist kann kannst kaufen können mein meine mit muss "
        "möchte möchten müssen nicht sind tag und unsere verkaufen von wann welche wer "
        "werden wie wieviel wir wo zu"
    ),
    "french": (
        "acheter avec bonjour ce cette combien comment dans des données du est et faut il "
        "je la le les merci mon nos notre nous où peut pour pouvons puis que quel quelles "
        "quels qui sont sur un une vendre vous à"
    ),
    "spanish": (
        "como comprar con cómo datos donde dónde el es gracias hola la las los necesito "
        "nuestra nuestro para podemos por puedo que queremos quiero qué se una vender y"
    ),
    "italian": (
        "buongiorno che comprare con dati della dove gli grazie il la le nostri nostro "
        "per possiamo posso si sono una vendere voglio vorrei è"
    ),
    "portuguese": (
        "as com como comprar da dados nosso nossos não obrigada obrigado onde os para "
        "podemos posso que queremos quero são uma vender é"
    ),
}
"""Words that tell each language."""
_TONGUES = tuple(frozenset(words.split()) for words in _WORDS.values())
_TELLING = 2
"""Words of one language that tell it, more than there are words of English."""


_SPOKEN = frozenset("喂嗨嘿早谢拜滚呸哼切唉")
"""Characters that say something to somebody by themselves."""
_ASSENTS = frozenset("是对好行要否不嗯哦噢啊可能有没yYnNkK")
"""What a single character may answer within a conversation."""
_GOES_ON = re.compile(
    r"(?:那么?|然后|接着|接下来|再|还有?|继续|往下|后面|后来|之后|以后|下[一1]?[个步条]"
    r"|来[一1]?[个条遍]|[一1]个|说|讲|的"
    r"|呢|吧|啊|呀|[,.?!~ ])+"
    r"|(?:and |so |then |ok |please )*(?:then|next|go on|continue|(?:and )?after that"
    r"|another(?: one)?"
    r"|one more|what(?:'s| is)? next|more)[?.! ]*"
)
"""What goes on with something that was said before it, and names nothing."""


_NO_FAREWELL = re.compile(
    r"^(?!.{0,6}(?:zai ?jian|886?))(?:\W*\w?\W*$|(?:那|然后|还|请问|,)*(?:再|后面|之后|接着"
    r"|下[一1]?[个步条])|.*[呢吗么?])"
)
"""What asks, goes on with something, or is a scrap: no goodbye without a word of one."""


def no_farewell(text: str) -> bool:
    """Whether a normalised text without a word of farewell is none, whatever a model guesses."""
    return _NO_FAREWELL.match(text) is not None


def goes_nowhere(text: str, *, within: bool) -> bool:
    """Whether a text is a scrap, or goes on with what was never said. ``within``: a conversation,
    in which one character may answer and what goes on is heard by others."""
    if within:
        return scrap_of(text) == "scrap" and _ASSENTS.isdisjoint(text)
    return scrap_of(text) == "scrap" or _GOES_ON.fullmatch(normalise(text).strip()) is not None


@kept
def scrap_of(text: str) -> Literal["", "scrap", "tongue"]:
    """What a text is, if it is a ``scrap`` or in another ``tongue``."""
    letters = _LETTER.findall(visible(text))
    if len(letters) <= 1 and not any(c.isdigit() or c in _SPOKEN for c in letters):
        return "scrap"
    others = len(_OTHER_SCRIPTS.findall(text))
    if others >= _LEAST and others >= _SHARE * len(letters):
        return "tongue"
    return "tongue" if _in_latin_tongue(text) else ""


def _in_latin_tongue(text: str) -> bool:
    words = _WORD.findall(text.lower())
    if len(words) <= _TELLING or looks_like_pinyin(text):
        return False
    if len(words) < len(normalise(text).split()) / 2:
        return False
    english = sum(w in STOP_WORDS_EN and w not in _SHARED for w in words)
    told = max(len(tongue.intersection(words)) for tongue in _TONGUES)
    return told >= _TELLING and told > english


_SHARED = frozenset(w for w in STOP_WORDS_EN if any(w in tongue for tongue in _TONGUES))
"""Words that are of English and of another language."""
