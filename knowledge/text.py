"""Text as search and comparison see it: normalising, keys for exact matching, words and bigrams.

Nothing here knows what an entry is. Normalising never changes what a visitor is shown; it makes
two ways of typing the same thing equal.
"""

from __future__ import annotations

import functools
import hashlib
import re
import sys
import threading
import unicodedata
from collections.abc import Iterable
from operator import add
from typing import Any, Literal

import opencc
import rjieba

from knowledge.numerals import arabic, reaches_beyond

_INVISIBLE = re.compile(
    r"[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]"
)
_NOT_WORD = re.compile(r"(?:(?!(?<=\d)\.(?=\d))[^0-9a-z\u4e00-\u9fff%])+")
_HAN = re.compile(r"[\u4e00-\u9fff]")
_WRITTEN = re.compile(r"[\u2e80-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
"""Signs that may have a simplified form, the rare ones beyond sixteen bits too: a text of one alone
is written as it is beside others."""
_LATIN_WORD = re.compile(r"[0-9a-z]+(?:\.[0-9]+)?%?")
_SYMBOL = re.compile(rf"[\u4e00-\u9fff]|{_LATIN_WORD.pattern}")
_RUN = re.compile(rf"[\u4e00-\u9fff]+|{_LATIN_WORD.pattern}")
# Shells of politeness carry no meaning for the match; longest first so that one pass suffices.
_SHELLS = (
    "麻烦问一下",
    "我想请问一下",
    "我想请问",
    "我想问一下",
    "想请问一下",
    "想问一下",
    "请问一下",
    "我想知道",
    "我想了解",
    "能不能告诉我",
    "可以告诉我",
    "麻烦问下",
    "我想问",
    "想问下",
    "问一下",
    "请问",
    "您好",
    "你好",
    "谢谢",
    "一下",
    "那么",
)
_SHELL = re.compile("|".join(_SHELLS))
_ADDRESS = re.compile(r"(?:^|(?<=[您你]好)|(?<=请问))老师(?=[,:!、 ])")
"""老师 as an address; 老师的课件 speaks of teachers."""
_PARTICLES = "吗呢啊呀吧嘛哦哈哇么"
_FILLERS = frozenset(
    [
        "到底", "究竟", "具体", "详细", "现在", "目前", "那", "那么", "这个", "一下", "其实", "请",
        "想", "了解", "知道", "咨询", "我", "我们", "咱们", "我司", "本公司", "你", "您", "你们",
        "的", "了", "地", "得", "都", "就", "还", "也", "呢", "吗", "啊", "吧", "呀", "嘛",
    ]
)  # fmt: skip
"""Words that change nothing of what is asked. None of them denies, allows, counts or dates."""
_SAME_ASKED = (
    (
        "是",
        re.compile(
            r"是(?=什么时候|何时|哪[一年天月]|怎么|怎样|如何|由谁|在哪|从哪|多久|多少|几[个种类家步天年])"
        ),
        "",
    ),
    ("是", re.compile(r"是否(?=可以|能|需|要|必|有|应)"), ""),
    ("能可", re.compile(r"能不能够?|可不可以|可以不可以|可否|能否|可以|能够"), "能"),
    ("要需用", re.compile(r"要不要|需不需要|用不用|需要"), "要"),
    ("有", re.compile(r"有没有|有无"), "有"),
    ("是", re.compile(r"是不是|是否"), "是"),
)
"""Ways to ask the very same, and one of them: all ask yes or no, or set a word before the one that
asks. What is denied (不能, 没有) stays denied. Before it the characters that may begin one."""
_STOP = frozenset("的了是在和与及或也都就还又把被给对从到于为以之其这那有个")
STOP_WORDS_EN = frozenset(
    [
        "a", "an", "the", "of", "to", "in", "on", "for", "is", "are", "am", "be", "do", "does",
        "did", "i", "we", "you", "it", "my", "our", "your", "can", "could", "would", "should",
        "what", "how", "which", "please", "me", "us", "at", "by", "with", "and", "or", "that",
        "this", "there", "need", "have", "has",
    ]
)  # fmt: skip

Kind = Literal["place", "noun", "verb", "latin"]
_KINDS: dict[str, Kind] = {
    "ns": "place",
    "nt": "place",
    "n": "noun",
    "v": "verb",
    "e": "latin",
}
"""Kinds by the first letters of the dictionary's part-of-speech tags."""

_converter_lock = threading.Lock()


@functools.cache
def _to_simplified() -> Any:
    library: Any = opencc
    return library.OpenCC("t2s")


def visible(text: str) -> str:
    """``text`` without control and invisible characters, width unified, spaces collapsed.

    Case, traditional characters and punctuation stay: this is what the visitor is shown.
    """
    # What is invisible is not printable either; few texts hold any of it.
    text = unicodedata.normalize("NFKC", text if text.isprintable() else _INVISIBLE.sub("", text))
    if not text.isprintable():
        text = unicodedata.normalize("NFKC", _INVISIBLE.sub("", text))
    return " ".join(text.split())


_KEPT = 1 << 16
"""Texts whose forms are kept: more than a pack has wordings, or a new snapshot makes all anew."""
_SHORT = 120
"""Characters up to which a text is kept, so that nobody fills the memory with long ones."""
_KEPT_LONG = 1 << 12
"""Longer texts whose normalised form is kept: a pack's answers, each of which is read for pairs,
for words, for figures and for what it counts."""


def normalise(text: str) -> str:
    """``text`` for comparing: width, case, simplified characters, Arabic numerals."""
    return _normalised(text) if len(text) <= _SHORT else _normalised_long(text)


def _normalise(text: str) -> str:
    text = visible(text).lower()
    if _WRITTEN.search(text):
        with _converter_lock:
            text = str(_to_simplified().convert(text))
    return arabic(text)


_normalised = functools.lru_cache(maxsize=_KEPT)(_normalise)
_normalised_long = functools.lru_cache(maxsize=_KEPT_LONG)(_normalise)


def normalise_joined(parts: Iterable[str]) -> str:
    """``normalise(" ".join(parts))``, put together from the parts' own forms, which are kept."""
    return " ".join(filter(None, map(normalise, apart(parts))))


def apart(parts: Iterable[str]) -> list[str]:
    """Texts that are put together with spaces, as few together as are written otherwise than by
    themselves: where a number stands near an end, what follows stays with it. What is left apart is
    cut alike too: neither a pair nor a word has a space in it."""
    found: list[str] = []
    end = ""
    for part in parts:
        if end and reaches_beyond(end):
            found[-1] = f"{found[-1]} {part}"
        else:
            found.append(part)
        end = normalise(found[-1])
    return found


def key(text: str) -> str:
    """The key under which two equal questions meet: normalised, without punctuation, polite
    shells and closing particles. Empty for a text of nothing but those."""
    return _keyed(text) if len(text) <= _SHORT else _key(text)


def _key(text: str) -> str:
    text = normalise(text)
    text = _shelled(_ADDRESS.sub("", text) if "老师" in text else text)
    # 数据要素× is a campaign, and no data element.
    text = text.replace("×", "x")
    text = _NOT_WORD.sub("", text) if _HAN.search(text) else _NOT_WORD.sub(" ", text).strip()
    stripped = text.rstrip(_PARTICLES)
    return stripped or text


def _shelled(text: str) -> str:
    if _SHELL.search(text) is None:
        return text
    for shell in _SHELLS:
        text = text.replace(shell, "")
    return text


_keyed = functools.lru_cache(maxsize=_KEPT)(_key)


def without_politeness(text: str) -> str:
    """A text without shells of politeness, for what reads meaning; the text itself where nothing
    else stands in it."""
    shelled = _shelled(normalise(text)).strip(",.!;: ")
    return shelled if _SYMBOL.search(shelled) else text


@functools.lru_cache(maxsize=1 << 13)
def is_english(text: str) -> bool:
    """Whether a text is written in Latin letters rather than in Chinese. A Chinese name in an
    English sentence weighs less: What is 数据交易所?"""
    han = len(_HAN.findall(text))
    words: list[str] = re.findall(r"[a-z]{2,}", text.lower())
    if len(words) > 1 and not STOP_WORDS_EN.isdisjoint(words):
        return han < 2 * len(words) + 2
    return len(words) > 0 and han < len(words)


def symbols(text: str) -> tuple[str, ...]:
    """The normalised text's Chinese characters and whole Latin words, in order, without marks."""
    return tuple(
        _stem(word) if word.isascii() else word for word in _SYMBOL.findall(normalise(text))
    )


def pairs_of(text: str) -> tuple[str, ...]:
    """Characters in pairs of the Chinese runs and whole Latin words, in order; a lone Chinese
    character stands for itself."""
    found: list[str] = []
    for run in _RUN.findall(normalise(text)):
        if run >= "\u4e00":
            found += map(add, run, run[1:]) if len(run) > 1 else run
        elif word := _carrying(run):
            found.append(word)
    # One object for all the places where a pair stands: a pack has hundreds of thousands.
    return tuple(map(sys.intern, found))


bigrams = functools.lru_cache(maxsize=8192)(pairs_of)
"""``pairs_of``, kept for the texts that were asked last."""


@functools.lru_cache(maxsize=1 << 15)
def _carrying(word: str) -> str:
    """A cut word as it is searched by; empty for one that carries no meaning."""
    if not word.strip() or word in _STOP or word in STOP_WORDS_EN or _NOT_WORD.fullmatch(word):
        return ""
    return sys.intern(_stem(word) if word.isascii() else word)


def _stem(word: str) -> str:
    # Enough for plural and -ing forms of English questions; Chinese is untouched.
    for ending in ("ies", "ing", "es", "s", "ed"):
        if word.isalpha() and word.endswith(ending) and len(word) - len(ending) >= 4:
            return word[: -len(ending)] + ("y" if ending == "ies" else "")
    return word


class Segmenter:
    """Cuts text into words with a domain dictionary. Safe to share between threads for cutting;
    words are added only while it is built."""

    def __init__(self, words: Iterable[str] = (), names: Iterable[tuple[str, str]] = ()) -> None:
        """``names``: what a thing is called in English, and in Chinese; the first one wins."""
        words, names = tuple(words), tuple(names)
        self.digest = hashlib.sha256(repr((words, names)).encode()).hexdigest()
        """The same for the same words and names."""
        self._chinese: dict[tuple[str, ...], str] = {}
        for english, chinese in names:
            self._chinese.setdefault(_latin(english), chinese)
        self._longest = max(map(len, self._chinese), default=0)
        self._jieba = rjieba.Jieba()
        for word in words:
            if len(word) > 1:
                self._jieba.add_word(word, 20000, None)
        self._words = functools.lru_cache(maxsize=8192)(self.cut)
        self._core = functools.lru_cache(maxsize=8192)(self._without_fillers)

    def is_word(self, text: str) -> bool:
        """Whether the dictionary knows the string as one word."""
        return bool(self._jieba.has_word(text))

    def borders(self, text: str) -> frozenset[int]:
        """The places of a normalised text at which a word begins or ends."""
        places = [0]
        for word in self._jieba.cut(text, hmm=False):
            places.append(places[-1] + len(word))
        return frozenset(places)

    def words(self, text: str) -> tuple[str, ...]:
        """``cut``, kept for the texts that were asked last."""
        return self._words(text)

    def core(self, text: str) -> str:
        """The text's key without the words that change nothing of what is asked, in its order."""
        return self._core(text) if len(text) <= _SHORT else self._without_fillers(text)

    def _without_fillers(self, text: str) -> str:
        plain = key(text)
        for first, written, one in _SAME_ASKED:
            if any(map(plain.__contains__, first)):
                plain = written.sub(one, plain)
        cut = self._jieba.cut(plain, hmm=False)
        return "".join([word for word in cut if word not in _FILLERS])

    def chinese(self, text: str) -> tuple[str, ...]:
        """The Chinese names of the things that an English text names, in its order."""
        if not self._chinese or not is_english(text):
            return ()
        words = _latin(text)
        found: list[str] = []
        place = 0
        while place < len(words):
            for length in range(min(self._longest, len(words) - place), 0, -1):
                name = self._chinese.get(words[place : place + length])
                if name is not None:
                    found.append(name)
                    place += length
                    break
            else:
                place += 1
        return tuple(dict.fromkeys(found))

    def tagged(self, text: str) -> tuple[tuple[str, str], ...]:
        """All words of a text with the dictionary's part-of-speech tags, in order."""
        return tuple(self._jieba.tag(text, hmm=False))

    def kinds(self, text: str) -> tuple[tuple[str, Kind], ...]:
        """The words of the normalised text with the kind of thing that each names."""
        found: list[tuple[str, Kind]] = []
        for word, tag in self._jieba.tag(normalise(text), hmm=False):
            kind = _KINDS.get(tag[:2]) or _KINDS.get(tag[:1])
            if kind is not None and word.strip() and (len(word) > 1 or kind == "place"):
                found.append((word, kind))
        return tuple(found)

    def cut(self, text: str) -> tuple[str, ...]:
        """The words of the normalised text that carry meaning, in order."""
        return tuple(filter(None, map(_carrying, self._jieba.cut(normalise(text), hmm=False))))


def _latin(text: str) -> tuple[str, ...]:
    words = _LATIN_WORD.findall(normalise(text))
    return tuple(_stem(word) for word in words if word not in STOP_WORDS_EN)


@functools.lru_cache(maxsize=2)
def segmenter_for(words: tuple[str, ...], names: tuple[tuple[str, str], ...] = ()) -> Segmenter:
    """A segmenter with these domain words and English names; the same one again while they stay the
    same, so that a new snapshot cuts only what is new."""
    return Segmenter(words, names)


def dice(left: str, right: str) -> float:
    """Overlap of two texts' bigram sets, 0…1 (Dice)."""
    a, b = set(bigrams(left)), set(bigrams(right))
    if not a or not b:
        return 0.0
    return 2 * len(a & b) / (len(a) + len(b))
