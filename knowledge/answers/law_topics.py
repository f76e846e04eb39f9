"""Rules by what they say instead of by their number: on a matter, with the highest fines, on which
of two texts comes first. Pure.

A rule is meant only when no word of weight of the question is left over.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from knowledge.quantities import quantities
from knowledge.text import Segmenter, normalise
from knowledge.types import Law, Rule

PENAL = re.compile(
    r"罚[则款金]?(?!没有)|后果|法律责任|\bpenalt(?:y|ies)\b|\bfine[ds]?\b|\bpunish\w*"
    r"|(?:违反|违背|触犯|不履行|不遵守|没做到).*(?:处理|怎么样|怎样|责任|怎么办)"
)
CONFLICT = re.compile(
    r"打架|冲突|不1致|矛盾|抵触|(?:听|以|按|用)(?:谁|哪1?[个部])(?:的|为准)?|哪1?[个部].{0,4}为准|优先"
)
_PREVAILS = re.compile(r"不1致|为准|抵触|冲突|优先")
_HIGHEST = re.compile(r"最高|上限|最多|封顶|顶格|\bmax(?:imum)?\b|\bhighest\b")
_ASKING = re.compile(
    r"哪[1几]?[条个部]|第?几条|哪里|哪儿|哪些|什么|怎么样?|怎样|如何|多少|几[年天个人种次]|多久|多大|是否|是不是|有没有|能不能|要不要|请问|想问"
    r"|告诉我|我想知道|那时候?|那会儿?|当时|时候|当年|以前|之前|原来|现在|目前|其实|到底|分别"
)
_SPEAKS = re.compile(r"(?:[讲说提谈写管]|涉及)(?:到|及|的是)?")
"""What joins an article to what it speaks of."""
_EDGE = re.compile(r"^(?:里面?|中|关于|对于|有关|在|是)+|(?:规定|写|是|在)+$")
"""What stands about a matter without belonging to its name."""
_APART = re.compile(r"[ 的了和与及、,。?!:;“”\"]+")
_SMALL = frozenset(
    (
        *("规定", "条款", "条文", "内容", "法律", "依据", "要求", "怎么", "属于", "应当", "应该"),
        *("必须", "需要", "可以", "里面", "我们", "你们", "公司", "企业", "单位", "知道", "以后"),
        *("关于", "有关", "相关", "罚款", "处罚", "标准", "金额", "数额", "额度", "1"),
    )
)
"""Words that narrow nothing down."""
_NARROW = 2
"""Rules up to which a topic is narrow enough to tell what a penalty is for."""
_TELLING = 2
"""Words of weight that tell a matter by the wordings of a rule."""
_YEARS = re.compile(r"\d{4}年?|[新旧老]")


def is_penal(rule: Rule) -> bool:
    """Whether a rule says what a breach costs."""
    return bool(rule.punishes) or rule.punishes_any or rule.weight == "penalty" or "罚" in rule.gist


def penal_by_topic(article: int, rules: Sequence[Rule]) -> set[int]:
    """The articles that punish breaches of no article by its number, and speak of a topic of this
    one that is hardly any other's."""
    duties = [r for r in rules if not is_penal(r)]
    held = {t for r in duties if r.article == article for t in r.topics}
    narrow = {t for t in held if sum(t in r.topics for r in duties) <= _NARROW}
    penal = (r for r in rules if is_penal(r) and not r.punishes and not r.punishes_any)
    return {r.article for r in penal if narrow & set(r.topics)}


def rules_about(
    rest: str, rules: Iterable[Rule], laws: Mapping[str, Law], segmenter: Segmenter
) -> tuple[Rule, ...]:
    """The rules that say all that is left of a question: first those that say it by a topic. What
    is punished counts only where that is asked, and then alone."""
    words = words_of(rest, segmenter)
    asks_fine = PENAL.search(rest) is not None
    found = [
        r
        for r in rules
        if words
        and is_penal(r) == asks_fine
        and all(within(w, _said(r, laws[r.law])) for w in words)
    ]
    topical = [r for r in found if any(normalise(t) in rest for t in r.topics)]
    return tuple(topical or found)


def rules_saying(phrases: Sequence[str], rules: Iterable[Rule]) -> tuple[Rule, ...]:
    """All rules whose gist or topics say each of some phrases, whatever they are about."""
    found: list[Rule] = []
    for rule in rules:
        said = normalise(" ".join((*rule.topics, rule.gist)))
        if phrases and not is_penal(rule) and all(phrase in said for phrase in phrases):
            found.append(rule)
    return tuple(found)


def rules_of_halves(phrase: str, rules: Sequence[Rule]) -> tuple[Rule, ...]:
    """The rules on either of the two topics of which a phrase is made that none of them says as a
    whole: 告知同意, of 告知 and 同意."""
    duties = [r for r in rules if not is_penal(r)]
    if any(phrase in normalise(" ".join((*r.topics, r.gist))) for r in duties):
        return ()
    topics = {normalise(t) for r in duties for t in r.topics}
    for cut in range(2, len(phrase) - 1):
        halves = {phrase[:cut], phrase[cut:]}
        if halves <= topics:
            ends = tuple(halves)
            return tuple(r for r in duties if any(normalise(t).endswith(ends) for t in r.topics))
    return ()


def phrases_of(rest: str) -> tuple[str, ...]:
    """What is left of a question as to which articles speak of something: 单独同意."""
    parts = (_EDGE.sub("", p) for p in _APART.split(_SPEAKS.sub(" ", _ASKING.sub(" ", rest))))
    return tuple(dict.fromkeys(p for p in parts if len(p) > 1 and p not in _SMALL))


def rules_worded(rest: str, rules: Iterable[Rule], segmenter: Segmenter) -> tuple[Rule, ...]:
    """The rules that say all that is left of a question if the wordings count by which they are
    asked for (保存, of 留存); one word alone tells too little for that."""
    words = words_of(rest, segmenter)
    if len(words) < _TELLING:
        return ()
    asks_fine = PENAL.search(rest) is not None
    return tuple(r for r in rules if is_penal(r) == asks_fine and says_all(r, words))


def highest_fines(rest: str, rules: Iterable[Rule], segmenter: Segmenter) -> tuple[Rule, ...]:
    """The rules with the highest sum, where a question asks for that and for nothing else."""
    if not (PENAL.search(rest) and _HIGHEST.search(rest)):
        return ()
    if words_of(_HIGHEST.sub(" ", rest), segmenter):
        return ()
    return top_fines(rules)


def top_fines(rules: Iterable[Rule]) -> tuple[Rule, ...]:
    """The rules with the highest sum that is named as a fine."""
    sums = [(sum_of(rule), rule) for rule in rules if is_penal(rule)]
    top = max((s for s, _ in sums), default=0.0)
    return tuple(rule for s, rule in sums if s == top and top)


def prevailing(
    rest: str, rules: Iterable[Rule], laws: Mapping[str, Law], segmenter: Segmenter
) -> tuple[Rule, ...]:
    """The rules that say which of two texts prevails, where they speak of all that is named."""
    if not CONFLICT.search(rest):
        return ()
    words = words_of(_YEARS.sub(" ", CONFLICT.sub(" ", rest)), segmenter)
    return tuple(
        r
        for r in rules
        if words
        and _PREVAILS.search(normalise(r.gist))
        and all(within(w, normalise(r.gist)) for w in words)
    )


def articles_of(rules: Sequence[Rule]) -> list[tuple[str, int]]:
    """The articles of rules, each once, in order."""
    return list(dict.fromkeys((r.law, r.article) for r in rules))


def words_of(rest: str, segmenter: Segmenter) -> list[str]:
    """The words of weight in what is left of a question."""
    words = segmenter.words(_ASKING.sub(" ", rest))
    return [w for w in words if w not in _SMALL and (len(w) > 1 or w.isdecimal())]


def says_all(rule: Rule, words: Iterable[str]) -> bool:
    """Whether a rule says all of the words, in its gist, by a topic or by a wording that it is
    asked for with."""
    said = normalise(" ".join((*rule.topics, rule.gist, *rule.similar, rule.english)))
    return all(within(word, said) for word in words)


def within(word: str, said: str) -> bool:
    """Whether a text says a word, if need be in parts: 网络安全等级保护 = 网络安全 + 等级保护."""
    if word in said:
        return True
    places = range(2, len(word) - 1)
    return any(word[:n] in said and within(word[n:], said) for n in places)


def _said(rule: Rule, law: Law) -> str:
    return normalise(" ".join((law.title, *law.short, *rule.topics, rule.gist)))


def sum_of(rule: Rule) -> float:
    """The highest sum that a rule names; 0 without any."""
    sums = [q.value for q in quantities(normalise(rule.gist)) if q.kind == "money"]
    return max(sums, default=0.0)
