"""Spoken text into units for the mouth: Chinese syllables, Latin letters and words, pauses.

A unit knows where it stands in the spoken text, how long it lasts beside others, and the mouth's
shapes with their shares of its time.
"""

from __future__ import annotations

import functools
import re
import unicodedata
from collections.abc import Mapping

import msgspec
from pypinyin import Style, lazy_pinyin, load_phrases_dict

from avatar.cues import Viseme

# Polyphones that the dictionary gets wrong in this field's sentences.
_PHRASES = {
    "还款": [["huán"], ["kuǎn"]],
    "还清": [["huán"], ["qīng"]],
    "还得": [["hái"], ["děi"]],
    "得先": [["děi"], ["xiān"]],
    "得由": [["děi"], ["yóu"]],
    "得有": [["děi"], ["yǒu"]],
    "得把": [["děi"], ["bǎ"]],
    "得找": [["děi"], ["zhǎo"]],
    "得看": [["děi"], ["kàn"]],
    "得经": [["děi"], ["jīng"]],
    "就得": [["jiù"], ["děi"]],
    "都得": [["dōu"], ["děi"]],
    "必得": [["bì"], ["děi"]],
    "总得": [["zǒng"], ["děi"]],
    "供方": [["gōng"], ["fāng"]],
    "供参考": [["gōng"], ["cān"], ["kǎo"]],
    "提供": [["tí"], ["gōng"]],
    "重订": [["chóng"], ["dìng"]],
    "重新": [["chóng"], ["xīn"]],
    "撮合": [["cuō"], ["hé"]],
    "处以": [["chǔ"], ["yǐ"]],
    "处罚": [["chǔ"], ["fá"]],
    "处理": [["chǔ"], ["lǐ"]],
    "数商": [["shù"], ["shāng"]],
    "数链": [["shù"], ["liàn"]],
    "相关": [["xiāng"], ["guān"]],
    "应当": [["yīng"], ["dāng"]],
}
load_phrases_dict(_PHRASES)


class Shape(msgspec.Struct, frozen=True):
    """A viseme for a share of its unit's time, with a weight in 0…1."""

    viseme: Viseme
    share: float
    weight: float = 1.0


class Unit(msgspec.Struct, frozen=True):
    """``start:end`` of the spoken text. ``length``: milliseconds at the usual speed. A pause has
    no shapes."""

    start: int
    end: int
    length: float
    shapes: tuple[Shape, ...]


KEPT = 4096
"""Sentences whose units are remembered: stored ones come back in another tone."""
SYLLABLE = 205.0
LETTER = 215.0
PAUSES = {
    "，": 260, "、": 170, "；": 340, "：": 280, "。": 420, "！": 420, "？": 420, "…": 300,
    ",": 220, ";": 320, ":": 240, ".": 380, "!": 380, "?": 380, "—": 120, "（": 90, "）": 90,
    "\n": 300,
}  # fmt: skip
"""Milliseconds of silence that a sign makes; other signs make none."""
LIGHT = frozenset("的了吗呢吧着么们")

_INITIALS: dict[str, tuple[Viseme, float]] = {
    "b": ("PP", 0.25), "p": ("PP", 0.45), "m": ("PP", 0.25), "f": ("FF", 0.45),
    "d": ("DD", 0.25), "t": ("DD", 0.45), "n": ("nn", 0.25), "l": ("nn", 0.25),
    "g": ("kk", 0.25), "k": ("kk", 0.45), "h": ("kk", 0.45),
    "j": ("CH", 0.45), "q": ("CH", 0.45), "x": ("CH", 0.45),
    "zh": ("CH", 0.45), "ch": ("CH", 0.45), "sh": ("CH", 0.45), "r": ("RR", 0.25),
    "z": ("SS", 0.45), "c": ("SS", 0.45), "s": ("SS", 0.45),
}  # fmt: skip


def _shapes(text: str) -> tuple[Shape, ...]:
    parts = (part.split(".", 1) for part in text.split())
    return tuple(Shape(_VISEMES[name], float(f"0.{share}")) for name, share in parts)


_VISEMES: dict[str, Viseme] = {
    "a": "aa", "o": "O", "e": "E", "i": "I", "u": "U", "n": "nn", "r": "RR", "p": "PP", "f": "FF",
    "t": "DD", "k": "kk", "c": "CH", "s": "SS", "h": "TH",
}  # fmt: skip
# Shares of the final's time, in tenths and hundredths behind the point.
_FINALS: dict[str, tuple[Shape, ...]] = {
    "a": (Shape("aa", 1),), "o": (Shape("O", 1),), "e": (Shape("E", 1),), "i": (Shape("I", 1),),
    "u": (Shape("U", 1),), "ü": (Shape("U", 0.7, 0.8), Shape("I", 0.3, 0.4)),
    "ai": _shapes("a.6 i.4"), "ei": _shapes("e.5 i.5"), "ao": _shapes("a.6 o.4"),
    "ou": _shapes("o.6 u.4"), "an": _shapes("a.7 n.3"), "en": _shapes("e.6 n.4"),
    "ang": _shapes("a.75 n.25"), "eng": _shapes("e.7 n.3"),
    "er": _shapes("e.6 r.4"), "ia": _shapes("i.3 a.7"), "ie": _shapes("i.35 e.65"),
    "iao": _shapes("i.2 a.5 o.3"), "iu": _shapes("i.3 o.4 u.3"), "ian": _shapes("i.3 e.4 n.3"),
    "in": _shapes("i.65 n.35"), "iang": _shapes("i.25 a.5 n.25"), "ing": _shapes("i.7 n.3"),
    "iong": _shapes("u.3 o.4 n.3"), "ua": _shapes("u.3 a.7"), "uo": _shapes("u.35 o.65"),
    "uai": _shapes("u.2 a.5 i.3"), "ui": _shapes("u.3 e.35 i.35"), "uan": _shapes("u.25 a.45 n.3"),
    "un": _shapes("u.4 e.3 n.3"), "uang": _shapes("u.2 a.55 n.25"), "ong": _shapes("u.6 n.4"),
    "ueng": _shapes("u.3 e.4 n.3"), "üe": _shapes("u.4 e.6"), "üan": _shapes("u.35 e.4 n.25"),
    "ün": _shapes("u.6 n.4"),
}  # fmt: skip
_WHOLE = {
    "yi": "i", "ya": "ia", "ye": "ie", "yao": "iao", "you": "iu", "yan": "ian", "yin": "in",
    "yang": "iang", "ying": "ing", "yong": "iong", "yo": "o", "yai": "iao", "yu": "ü", "yue": "üe",
    "yuan": "üan", "yun": "ün", "wu": "u", "wa": "ua", "wo": "uo", "wai": "uai", "wei": "ui",
    "wan": "uan", "wen": "un", "wang": "uang", "weng": "ueng",
}  # fmt: skip

_LETTERS: dict[str, str] = {
    "A": "e.5 i.5", "B": "p.25 i.75", "C": "s.4 i.6", "D": "t.25 i.75", "E": "i.99", "F": "e.5 f.5",
    "G": "c.4 i.6", "H": "e.5 c.5", "I": "a.6 i.4", "J": "c.35 e.35 i.3", "K": "k.3 e.4 i.3",
    "L": "e.55 n.45", "M": "e.5 p.5", "N": "e.55 n.45", "O": "o.6 u.4", "P": "p.4 i.6",
    "Q": "k.3 i.25 u.45", "R": "a.6 r.4", "S": "e.5 s.5", "T": "t.4 i.6", "U": "i.35 u.65",
    "V": "f.35 i.65", "W": "t.2 a.3 p.2 u.3", "X": "e.4 k.2 s.4", "Y": "u.25 a.45 i.3",
    "Z": "s.35 i.65",
}  # fmt: skip
_SPELLED = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_GRAPHEMES: tuple[tuple[str, str], ...] = (
    ("tion", "c e n"), ("igh", "a i"), ("oo", "u"), ("ee", "i"), ("ea", "i"), ("ou", "a u"),
    ("ow", "a u"),
    ("ai", "e i"), ("ay", "e i"), ("oa", "o"), ("au", "o"), ("th", "h"), ("ph", "f"), ("ch", "c"),
    ("sh", "c"), ("ck", "k"), ("ng", "n"), ("qu", "k u"), ("wh", "u"), ("a", "a"), ("e", "e"),
    ("i", "i"), ("y", "i"), ("o", "o"), ("u", "u"), ("b", "p"), ("p", "p"), ("m", "p"), ("f", "f"),
    ("v", "f"), ("d", "t"), ("t", "t"), ("n", "n"), ("l", "n"), ("k", "k"), ("g", "k"), ("c", "k"),
    ("x", "k s"), ("j", "c"), ("s", "s"), ("z", "s"), ("r", "r"), ("w", "u"), ("h", ""),
)  # fmt: skip
_VOWELS = frozenset("aeiou")
_TOKEN = re.compile(r"[\u3400-\u9fff]+|[A-Za-z]+(?:['’][a-z]+)?|[0-9]|.", re.DOTALL)


@functools.cache
def syllable_shapes(pinyin: str) -> tuple[Shape, ...]:
    """The shapes of a toneless syllable: ``shu`` → CH .45, U .55."""
    pinyin = pinyin.replace("v", "ü")
    if pinyin in _WHOLE:
        return _glided(pinyin[0], _FINALS[_WHOLE[pinyin]])
    start = 2 if pinyin[:2] in {"zh", "ch", "sh"} else 1 if pinyin[:1] in _INITIALS else 0
    initial, final = pinyin[:start], pinyin[start:]
    if initial in {"j", "q", "x"} and final.startswith("u"):
        final = f"ü{final[1:]}"
    shapes = _FINALS.get(final) or _FINALS["e"]
    if not initial:
        return shapes
    if final == "i" and initial in {"z", "c", "s", "zh", "ch", "sh", "r"}:
        shapes = (Shape("I", 1, 0.45),)
    viseme, share = _INITIALS[initial]
    return (Shape(viseme, share), *_scaled(shapes, 1 - share))


def _glided(first: str, shapes: tuple[Shape, ...]) -> tuple[Shape, ...]:
    """y and w are glides: a short I or U unless the final begins with it anyway."""
    glide: Viseme = "I" if first == "y" else "U"
    if shapes[0].viseme in {"I", "U"}:
        return shapes
    return (Shape(glide, 0.25), *_scaled(shapes, 0.75))


def _scaled(shapes: tuple[Shape, ...], share: float) -> tuple[Shape, ...]:
    return tuple(Shape(s.viseme, s.share * share, s.weight) for s in shapes)


@functools.lru_cache(KEPT)
def word_shapes(word: str) -> tuple[tuple[Shape, ...], int]:
    """Rough shapes of an English word by its spelling, and its syllables."""
    word = word.lower()
    if len(word) > 3 and word.endswith("e") and word[-2] not in _VOWELS:
        word = word[:-1]
    found: list[Viseme] = []
    vowels = 0
    at = 0
    while at < len(word):
        for grapheme, codes in _GRAPHEMES:
            if word.startswith(grapheme, at):
                found.extend(_VISEMES[code] for code in codes.split())
                vowels += bool(set(codes.split()) & _VOWELS)
                at += len(grapheme)
                break
        else:
            at += 1
    weights = [1.6 if viseme in {"aa", "E", "I", "O", "U"} else 1.0 for viseme in found]
    whole = sum(weights) or 1.0
    shapes = tuple(Shape(v, w / whole) for v, w in zip(found, weights, strict=True))
    return shapes or (Shape("E", 1.0),), max(1, vowels)


@functools.lru_cache(KEPT)
def units(text: str) -> tuple[Unit, ...]:
    """The units of a spoken text in order; their stretches rise and never overlap."""
    found: list[Unit] = []
    for match in _TOKEN.finditer(text):
        token, start = match.group(), match.start()
        if "\u3400" <= token[0] <= "\u9fff":
            found.extend(_chinese(token, start))
        elif token.isascii() and token.isupper() and (len(token) == 1 or len(token) <= 4):
            found.extend(
                Unit(start + i, start + i + 1, LETTER, _shapes(_LETTERS[letter]))
                for i, letter in enumerate(token)
            )
        elif token[0].isascii() and token[0].isalnum():
            spelled = _SPELLED[int(token)] if token.isdecimal() else token
            shapes, syllables = word_shapes(spelled)
            found.append(Unit(start, match.end(), 60 + 165.0 * syllables, shapes))
        elif pause := PAUSES.get(token):
            found.append(Unit(start, match.end(), float(pause), ()))
    return tuple(found)


def _chinese(run: str, start: int) -> list[Unit]:
    found: list[Unit] = []
    # With its tones a reading stands in the dictionary; to have it without takes twice the time.
    readings = lazy_pinyin(run, style=Style.TONE, errors=_unknown)
    for index, (character, reading) in enumerate(zip(run, readings, strict=True)):
        length = SYLLABLE * (0.75 if character in LIGHT else 1.0)
        if index == len(run) - 1:
            length *= 1.12  # The last syllable before a pause is drawn out.
        found.append(
            Unit(start + index, start + index + 1, length, syllable_shapes(_toneless(reading)))
        )
    return found


@functools.cache
def _toneless(reading: str) -> str:
    parted = unicodedata.normalize("NFD", reading)
    return unicodedata.normalize("NFC", "".join(c for c in parted if c not in _TONES))


_TONES = frozenset("\u0300\u0301\u0304\u030c")
"""Marks over the vowels, parted from them."""


def _unknown(characters: str) -> str:
    """A reading for each character that the dictionary lacks."""
    return ["e"] * len(characters)  # type: ignore[return-value] # pypinyin takes a list as well


def learn(pronunciations: Mapping[str, str]) -> None:
    """Take over a pack's pinyin, ``{"数商": "shu4 shang1"}``, before anything speaks."""
    phrases: dict[str, list[list[str]]] = {}
    for name, said in pronunciations.items():
        syllables = said.split()
        if len(syllables) == len(name) and all("\u4e00" <= c <= "\u9fff" for c in name):
            phrases[name] = [[_toned(syllable)] for syllable in syllables]
    load_phrases_dict(phrases)
    units.cache_clear()


def _toned(syllable: str) -> str:
    # Tones do not show on the lips; the dictionary takes a bare syllable as well.
    return syllable.rstrip("012345").replace("v", "ü").lower()
