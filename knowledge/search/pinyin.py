"""Questions typed in pinyin letters without tones (shuju zenme guapai), read as characters where
every letter belongs to a word that no other known word sounds like."""

from __future__ import annotations

import re
from collections.abc import Iterable

import pypinyin

_ASKING = (
    "怎么 怎样 如何 什么 哪些 哪里 哪个 多少 多久 多长 时间 几天 几年 吗 呢 要 需要 可以 能不能 能"
    " 可不可以 是 是不是 有 有没有 我 我们 你们 想 请问 办 办理 材料 条件 流程 步骤 费用 多少钱"
    " 收费 的 了 在 和 交 申请 公司 企业 找 谁 为什么 不 需 准备 提交 你好 数据 产品 挂牌 入驻 登记"
    " 合规 评估 出境 交易 个人 信息 价格"
)
"""Everyday words of questions. 买 and 卖 are not among them: without tones they are one."""
_INITIAL = r"(?![jqxy]u[io])(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])"
_FINAL = (
    r"(?:iang|iong|uang|ueng|ang|eng|ing|ong|iao|ian|uai|uan|ai|ei|ao|ou|an|en|in|un|er|ia|ie|iu|ua"
    r"|uo|ui|ue|ve|a|o|e|i|u|v)"
)
_SYLLABLES = re.compile(rf"(?:{_INITIAL}{_FINAL}|[aoe](?:i|o|u|n|ng|r)?)+")
_TELLING = re.compile(r"zh|x[iu]|q[iu]|iao|uo|iang|uang|uai|shu|gua|zen|shen")
"""Spellings that English words made of such syllables (change, long, menu) do not have."""
_SHORTEST = 8
"""Letters from which a text is taken for pinyin: a name of two syllables is none."""
_LONGEST = 200


class PinyinReader:
    """Reads letters as words. Built once, then only read."""

    def __init__(self, names: Iterable[str]) -> None:
        """``names``: words of the field; one of them must be there for a text to be read."""
        self._words: dict[str, str] = {}
        unclear: set[str] = set()
        for name in names:
            if 2 <= len(name) <= 8 and all("\u4e00" <= c <= "\u9fff" for c in name):
                letters = _letters(name)
                if self._words.setdefault(letters, name) != name:
                    unclear.add(letters)
        for letters in unclear:
            del self._words[letters]
        self._names = frozenset(self._words.values())
        self._words.update((_letters(word), word) for word in _ASKING.split())
        self._longest = max(map(len, self._words))

    def read(self, text: str) -> str:
        """The text in characters, in the fewest words; empty when a letter is left over."""
        letters = re.sub(r"[\s'’?!？！,，.。]+", "", text.lower())
        if not letters.isascii() or not letters.isalpha() or len(letters) > _LONGEST:
            return ""
        best: list[list[str] | None] = [[]]
        for end in range(1, len(letters) + 1):
            found: list[str] | None = None
            for start in range(max(0, end - self._longest), end):
                before, word = best[start], self._words.get(letters[start:end])
                if before is None or word is None:
                    continue
                if found is None or len(before) + 1 < len(found):
                    found = [*before, word]
            best.append(found)
        words = best[-1]
        if words is None or len(words) < 2 or self._names.isdisjoint(words):
            return ""
        return "".join(words)


def looks_like_pinyin(text: str) -> bool:
    """Whether a text in Latin letters is made of Chinese syllables alone."""
    words = re.sub(r"[^a-z\s]", "", text.lower()).split()
    if not words or not text.isascii() or not all(_SYLLABLES.fullmatch(w) for w in words):
        return False
    return len("".join(words)) >= _SHORTEST and _TELLING.search(" ".join(words)) is not None


def of_syllables(word: str) -> bool:
    """Whether a word in small Latin letters can be read as Chinese syllables (wuxi, suzhou)."""
    return _SYLLABLES.fullmatch(word) is not None


def _letters(word: str) -> str:
    return "".join(pypinyin.lazy_pinyin(word))  # pyright: ignore
