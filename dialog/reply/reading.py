"""A sentence as the ground check reads it: clauses of tokens that can be compared one by one. Pure.

Two texts that say the same in other words of law give equal tokens: widths, numerals, short names
of laws, 应当 and 必须, 不满 and 少于. What gives no token is on a short list of words that carry no
fact. Everything else is compared character by character, so that an unknown word can only be
withheld, never let through.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable

import msgspec
import rjieba

from knowledge.quantities import Quantity, quantities
from knowledge.search.entities import EntityIndex
from knowledge.text import normalise
from knowledge.types import Law, Term

MARKS = frozenset({"<duty>", "<permit>", "<prohibit>", "<exempt>", "<not>"})
"""Tokens that turn a statement round."""

_SHOULD = ("应当", "应该", "应", "要", "须要", "得要", "务必", "务须")
_NEED = ("必须", "必需", "须", "需要", "需", "必要")
_PERMIT = ("可以", "可", "能", "能够", "允许", "准许", "有权")
_PROHIBIT = (
    *("不得", "禁止", "严禁", "不准", "不许", "不允许", "不能", "不能够", "不可", "不可以"),
    *("不应", "不应当", "不应该", "不要", "切勿", "请勿", "勿"),
)
_EXEMPT = (
    *(
        "无需",
        "无须",
        "毋需",
        "毋须",
        "不用",
        "不必",
        "不需要",
        "不需",
        "不须",
        "免",
        "免于",
        "免予",
    ),
    *("豁免", "免除", "可以不", "可不", "用不着"),
)
_NOT = ("不", "没有", "没", "未", "无", "非", "并非", "并不", "并未", "未曾", "并没有")
_MARK_OF = {
    **dict.fromkeys(_SHOULD, "<duty>"),
    **dict.fromkeys(_NEED, "<duty>"),
    **dict.fromkeys(_PERMIT, "<permit>"),
    **dict.fromkeys(_PROHIBIT, "<prohibit>"),
    **dict.fromkeys(_EXEMPT, "<exempt>"),
    **dict.fromkeys(_NOT, "<not>"),
}
_SPLIT = {
    "还要": ("要",),
    "就要": ("要",),
    "都要": ("都", "要"),
    "也要": ("要",),
    "还应": ("应",),
    "还须": ("须",),
    "还需": ("需",),
    "均应": ("均", "应"),
    "须经": ("须", "经"),
    "应经": ("应", "经"),
    "需经": ("需", "经"),
    "不能不": ("必须",),
    "不得不": ("必须",),
    "不可不": ("必须",),
    "不是": ("不", "是"),
    "并不是": ("不", "是"),
    "不会": ("不", "会"),
    "不含": ("不", "包含"),
    "不包含": ("不", "包含"),
    "不包括": ("不", "包含"),
    "不算": ("不", "属于"),
    "不属于": ("不", "属于"),
    "就能": ("能",),
    "就可以": ("可以",),
    "便可": ("可",),
    "才能": ("才", "能"),
    "才可以": ("才", "能"),
    "方可": ("才", "能"),
    "才可": ("才", "能"),
    "没有必要": ("不用",),
    "无必要": ("不用",),
}
"""Words in which a mark hides, as their parts."""

# Words that carry no fact: a sentence may have or lack them. No negation, no scope (都, 只, 均), no
# time, no cause may stand here.
_EMPTY = frozenset(
    [
        *("的", "了", "着", "地", "呢", "吧", "啊", "呀", "您", "您好", "您的", "贵单位", "请注意"),
        *(
            "也",
            "还",
            "就",
            "则",
            "即",
            "便",
            "而",
            "并",
            "并且",
            "且",
            "而且",
            "同时",
            "此外",
            "另外",
        ),
        *("其中", "首先", "其次", "最后", "对于", "关于", "针对", "进行", "开展", "做", "作", "去"),
        *("如果", "若", "假如", "要是", "倘若", "如", "的话", "凡", "凡是", "一旦", "只要"),
        *("a", "an", "the", "also", "please", "then"),
    ]
)
_EMPTY_PHRASES = re.compile(
    r"(?:需要|值得|应当|要)(?:注意|说明|提醒|强调)的是|请您?注意|具体(?:来说|而言)|简单(?:来说|地说|说)"
    r"|也就是说|换句话说|总的来说|please note that|in addition|in short"
)
_SAME: tuple[tuple[str, ...], ...] = (
    ("取得", "获得", "征得", "得到"),
    ("企业", "公司"),
    ("境外", "国外", "海外"),
    ("境内", "国内"),
    ("我国", "中国", "中华人民共和国"),
    ("包含", "含有", "含", "包括", "涉及"),
    ("属于", "算", "算作"),
    ("按照", "按", "依照", "依据", "根据", "依", "据"),
    ("以前", "之前", "前"),
    ("以后", "之后", "后"),
    ("或", "或者", "或是"),
    ("和", "与", "及", "以及", "跟", "、"),
    ("禁止交易", "不得交易"),
    ("告知", "告诉"),
    ("提交", "递交"),
    ("期间", "期限内"),
    ("每年", "每一年"),
    ("经过", "经由", "经"),
    ("由于", "因为", "因"),
    ("所以", "因此", "因而"),
    ("立即", "立刻", "马上"),
    ("个人同意", "本人同意"),
    ("单独同意", "单独的同意"),
    ("施行", "实施", "生效"),
    ("发布", "公布", "颁布"),
    ("数据出境", "数据跨境提供"),
    ("评估报告", "评估的报告"),
    ("只有", "唯有"),
    ("仅", "只", "仅仅"),
    ("全部", "所有", "一切"),
    ("均", "都", "全都"),
    ("有关", "相关"),
    ("进行中", "当中"),
    ("比如", "例如", "譬如"),
    ("用于", "用来"),
    ("把", "将"),
    ("但", "但是", "不过", "可是", "然而"),
    ("时", "时候"),
    ("能否", "是否", "是不是", "能不能"),
)
_CANON = {word: group[0] for group in _SAME for word in group}
_ENGLISH_MARKS = {
    "prohibit": r"(?:must|shall|may|should|can)\s+not|cannot|can't|mustn't|never|"
    r"(?:is|are)\s+(?:prohibited|forbidden|banned|not\s+(?:allowed|permitted))",
    "exempt": r"(?:need|do|does)\s+not\s+(?:need|have|require)(?:\s+to)?|need\s+not|needn't|"
    r"(?:is|are)\s+not\s+(?:required|needed|necessary)|no\s+need|exempt(?:ed)?|not\s+required",
    "duty": r"must|shall|should|(?:is|are)\s+(?:required|obliged)(?:\s+to)?|ha(?:s|ve)\s+to|"
    r"needs?(?:\s+to)?|required|requires?",
    "permit": r"may|can|(?:is|are)\s+(?:allowed|permitted)(?:\s+to)?",
    "not": r"not|no|without|non|neither|nor",
}
_ENGLISH = re.compile("|".join(f"(?P<{m}>\\b(?:{w})\\b)" for m, w in _ENGLISH_MARKS.items()))
_BELOW = r"不满|未满|不足|不到|少于|低于|小于|fewer than|less than|below|under"
_AT_MOST = r"不超过|不多于|不高于|最多|至多|最高|at most|no more than|up to|within"
_ABOVE = r"超过|多于|高于|大于|more than|over|above|exceeding"
_AT_LEAST = (
    r"不少于|不低于|不小于|至少|最少|最低|达到|已满|满|达|at least|no fewer than|no less than"
)
_ABOUT = r"大约|约|将近|近|about|around|nearly"
_BEFORE = re.compile(
    rf"(?:(?P<le>{_AT_MOST})|(?P<lt>{_BELOW})|(?P<ge>{_AT_LEAST})|(?P<gt>{_ABOVE})|"
    rf"(?P<about>{_ABOUT}))\s*$"
)
_AFTER = re.compile(
    r"\s*(?:(?P<ge>及?以上|or more|and above)|(?P<le>及?以下|以内|之内|内|or (?:fewer|less))|"
    r"(?P<about>左右|上下))"
)
_SAME_UNITS = {"名": "人", "周岁": "岁", "天": "日", "块": "元", "块钱": "元"}
_END = re.compile(r"[,;:()。!?\n]|\.(?=\s|$)|—{1,2}|…+")
_DROPPED = re.compile(r"[\s\"'“”‘’「」『』《》〈〉【】\[\]〔〕·*_`.\-/→]+")
_LATIN = re.compile(r"[a-z0-9]+")


class Clause(msgspec.Struct, frozen=True):
    """Tokens up to a comma or the like. ``end``: what closed it. ``inside``: in brackets."""

    tokens: tuple[str, ...]
    raw: str
    end: str
    inside: bool = False

    @property
    def has_mark(self) -> bool:
        """Whether it says must, may, must not, need not or not."""
        return any(t in MARKS for t in self.tokens)

    @property
    def has_figure(self) -> bool:
        """Whether it holds a number, a date, an article or the like."""
        return any(t.startswith("<q") for t in self.tokens)


class Names:
    """The names that must not be changed: laws, with their short forms, and organisations."""

    def __init__(self, laws: Iterable[Law], terms: Iterable[Term]) -> None:
        self._laws = EntityIndex(
            (name, law.family or law.id)
            for law in laws
            for name in (law.title, law.title.removeprefix("中华人民共和国"), *law.short)
        )
        self._others = EntityIndex(
            (name, term.id)
            for term in terms
            if term.kind in ("organisation", "system")
            for name in (term.id, *term.synonyms)
        )

    def spans(self, text: str) -> list[tuple[int, int, str]]:
        """The names in a normalised text as tokens with their places."""
        found: list[tuple[int, int, str]] = []
        for mention in self._laws.link(text):
            # 旧网安法 and 新网安法 are names of one family, but not of one law.
            age = text[mention.start] if text[mention.start] in "旧新" else ""
            found.append((mention.start, mention.end, f"<law {mention.entity}{age}>"))
        found.extend((m.start, m.end, f"<name {m.entity}>") for m in self._others.link(text))
        return found


@functools.cache
def _cutter() -> rjieba.Jieba:
    cutter = rjieba.Jieba()
    for word in (*_MARK_OF, *_SPLIT, *_CANON):
        if len(word) > 1:
            cutter.add_word(word, 50000, None)
    return cutter


def prepare() -> None:
    """Load the dictionary; once, at start, because it takes a moment."""
    _cutter()


def figure(quantity: Quantity, text: str) -> tuple[int, int, str]:
    """A quantity with the words that bound it (不满, 以上) as one token, with its place."""
    start, end = quantity.start, quantity.end
    bound = ""
    before = _BEFORE.search(text[max(0, start - 14) : start])
    if before is not None:
        bound = before.lastgroup or ""
        start -= len(before.group())
    after = _AFTER.match(text, end)
    if after is not None and not bound:
        bound = after.lastgroup or ""
        end = after.end()
    unit = _SAME_UNITS.get(quantity.unit, quantity.unit)
    value = f"{quantity.value:.10g}"
    return start, end, f"<q {quantity.kind} {value} {unit} {bound}>"


def read(text: str, names: Names) -> tuple[Clause, ...]:
    """The clauses of a text, empty ones left out."""
    text = _EMPTY_PHRASES.sub("", normalise(text))
    spans = _spans(text, names)
    clauses: list[Clause] = []
    tokens: list[str] = []
    start = position = depth = 0

    def close(at: int, end: str) -> None:
        if tokens:
            clauses.append(Clause(_merged(tokens), text[start:at].strip(), end, inside=depth > 0))
            tokens.clear()

    plain = ""
    while position < len(text):
        span = spans.get(position)
        stop = None if span is not None else _END.match(text, position)
        if span is None and stop is None:
            plain += text[position]
            position += 1
            continue
        tokens.extend(_words(plain))
        plain = ""
        if span is not None:
            tokens.append(span[1])
            position = span[0]
        elif stop is not None:
            close(position, stop.group())
            depth = 1 if stop.group() == "(" else 0
            position = start = stop.end()
    tokens.extend(_words(plain))
    close(len(text), "")
    return tuple(clauses)


def _spans(text: str, names: Names) -> dict[int, tuple[int, str]]:
    """Where a name, a figure or an English mark begins: its end and its token."""
    found = names.spans(text)
    found.extend(figure(q, text) for q in quantities(text))
    found.extend((m.start(), m.end(), f"<{m.lastgroup}>") for m in _ENGLISH.finditer(text))
    taken = [False] * len(text)
    places: dict[int, tuple[int, str]] = {}
    for start, end, token in found:
        if not any(taken[start:end]):
            taken[start:end] = [True] * (end - start)
            places[start] = (end, token)
    return places


def _words(plain: str) -> list[str]:
    """The words of a stretch between names and figures."""
    found: list[str] = []
    for word in _cutter().cut(plain, hmm=False):
        for part in _SPLIT.get(word, (word,)):
            found.extend(_token(part))
    return found


def _token(word: str) -> Iterable[str]:
    if word in _EMPTY:
        return ()
    if word in _MARK_OF:
        # Told apart until the marks are merged: 不应 forbids, 不需 exempts.
        return (word if word in _SHOULD or word in _NEED else _MARK_OF[word],)
    word = _DROPPED.sub("", _CANON.get(word, word))
    if _LATIN.fullmatch(word):
        return (word,)
    if word in ("和", "或"):
        return (f"<{word}>",)
    return tuple(word)


def _merged(tokens: list[str]) -> tuple[str, ...]:
    """Two marks that are one: 不＋应 forbids, 不＋需 and 可以＋不 exempt, 不＋可以 forbids."""
    found: list[str] = []
    for token in tokens:
        last = found[-1] if found else ""
        if last == "<not>" and token in _SHOULD:
            found[-1] = "<prohibit>"
        elif last == "<not>" and token in _NEED:
            found[-1] = "<exempt>"
        elif last == "<not>" and token == "<permit>":  # noqa: S105 - a mark, no secret
            found[-1] = "<prohibit>"
        elif last == "<permit>" and token == "<not>":  # noqa: S105
            found[-1] = "<exempt>"
        else:
            found.append(_MARK_OF.get(token, token))
    return tuple(found)
