"""Several questions in one: cutting them apart, and putting their answers together in order."""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence

import msgspec

from dialog.messages import Card, Outcome
from dialog.reply.aspects import asks, aspects_of, bare
from dialog.reply.clauses import SHORTEST, clauses_of, listed, urges
from dialog.reply.kept import kept
from dialog.reply.shared_day import of_one_time
from dialog.reply.side_lists import of_the_last, of_their_topic, sides_listed
from dialog.reply.words import Choices, Line, Words, heaviest
from knowledge.answers.law_figures import only_a_figure
from knowledge.text import is_english, key, normalise

_PRESSED = re.compile(
    r"^(?:我们?|真的?|都|快|要|人|好|太|可)*(?:[急愁烦气累]|着急)(?:死|疯|坏|哭)?(?:了|我|人|个|啊|呀)*$"
    r"|^(?:我们?)?(?:今[天晚]|明[天早]|后天|马上|下午|晚上|早上|本周|这周|月底|下班前?"
    r"|(?:[这下]?个?(?:周|星期|礼拜)[1-7一二三四五六日天末]?)前?|\d{1,2}[号日]前?)+就?"
    r"(?:得|要|必须)?.{0,3}(?:交|报|截止|上线|用|到期|开会|给|要).{0,4}$|^(?:时间|真)?(?:快)?来不及了$"
)
"""What tells how pressing a matter is, and nothing of the matter."""
_REMARK = re.compile(
    r"(?:之前|以前|当时|你们|那|这|可)*(?:不是(?!说)|难道)[^\d]{2,10}[吗么嘛]"
    r"|我?(?:写|做|交|报)(?:材料|方案|报告|汇报)要?用的?"
    r"|(?:[这那](?:样|么|个|种|下|些|里)?|里[面头]|上面|它|就|总|应该|肯定|都|也|又|可|的?话)*"
    r"(?:没有?|不(?:知道|晓得|带|写|显示)|[认看分查对猜]不[出清到上了])(?:得|来)?(?:到底)?是?"
    r"(?:谁是谁|谁和谁|谁跟谁|谁|哪[一1]?个人?|哪[一1]?家|哪[一1]?位|什么人)(?:的|了|来)*(?:[吧嘛啦]|了)(?:[啊呀哈])?"
    r"|(?:我们?|是|好|得|要|准备|打算|领导|急着)*(?:(?:写|放|填|用)(?:进|到|在|入)|用(?:来|于)写?)"
    r"[^?？有没哪什怎]{0,8}(?:材料|方案|报告|汇报|ppt|论文|标书|总结|文章|书)(?:里|中|上|用)?的?"
)
"""What only wonders at what was asked before it, says what the answer is for, or holds that nobody
is recognised any more (这个没有谁是谁了吧): whether that is so, is what was asked."""
_OF_IT = re.compile(
    r"(?:国家|法律|上面|规则|官方|你们|那|这)*(?:有没有|有无|是否有|有)(?:个|什么)?"
    r"(?:统一|明确|具体|硬性|法定|强制|成文)的?(?:规定|要求|标准|说法|限制).{0,6}"
)
"""What asks of the question before it whether a rule settles it."""
_HOW_MANY = re.compile(
    r"(?:[1一]共|总共|合计|都)?(?:是|有)?(?:几|多少)[种个类项条家份部款][呢啊吗]?"
)
_LISTING = re.compile(r"哪些|哪几|都有(?:什么|啥)|有(?:什么|啥)")
"""What asks for a list, and what asks how many are on it."""
_WHOSE = re.compile(
    r"(?:[这那]个?|这种|又|到底|究竟|最早|最初|当初|都|就)*(?:是|算|由)?谁的?(?:最早|最先|先)?"
    r"(?:观点|说法|意见|主张|提法|想法|看法|理论|[说讲提](?:的|出(?:来)?的?)|主张的|认为的)[呢啊呀吗]?"
)
"""What asks who holds what the question before it supposes."""
_OTHER_WAY = re.compile(
    r"or\b(?! (?:also|how|what|when|where|who|which|why)\b)|还是(?![要得想会])"
    r"|(?:都?是|给|用|走|按)[^,，。?？]{1,12}还是(?![要得想会])[^,，。?？]{1,12}$",
    re.I,
)
"""How the other way begins that a question could be answered: one question in two clauses."""
_DENIED = re.compile(r"(?:而|又|并|可|也)?不是(?!不|吗|说)")
"""What says of the question before it what is not meant."""
_WHO = re.compile(
    r"(?:找|请|委托|问)谁|(?:找|请|委托|选)?哪1?些?[一几]?[家个]|谁(?:能|可以|会|来|帮)|有谁"
)
"""What asks for somebody who would do a thing."""
_SHOW_SOME = re.compile(
    r"(?:请|麻烦|能不能|能否|可以|可不可以|能|有没有)*(?:给|帮|替|为)?(?:我们?|咱们?)?"
    r"(?:推荐|介绍)(?:[一1]下|几|[一1两2二三3几]?[个家款])?"
    r"(?:靠谱|合适|好|专业|正规|的)*(?:公司|机构|数商|服务商|企业|供应商|单位)?(?:给我们?)?[吗吧呗呢么呀]?"
)
"""A wish to be shown some, which does not say of what."""
_TO_CONFIRM = re.compile(
    r"(?:这样|那)?(?:(?:说|讲|理解|做)(?:得|的)?)?(?:是|对)?(?:不是)?(?:这样|这么回事|真的|没错|对|是)(?:的)?(?:[吗吧么]|不对|不是)[啊呀]?"
    r"|(?:is (?:that|this|it) (?:right|true|so|correct)|right|correct|true)",
    re.IGNORECASE,
)
"""What asks for nothing but whether the statement before it is so."""
_REPORTED = re.compile(
    r"^(?:那|可是?|但是?|不过|所以)?(?:我们?|咱们?|他们|有)?[^,，]{0,8}?(?:跟我|告诉我|都|一直)?(?:说|讲|认为|觉得)(?:过|了)?[是,，:：]?(?=.{4})"
)
"""Who said it; the statement stands behind."""
_OTHER = re.compile(r"(?!然后|之后|后来|现在|目前|今年|去年)[\u4e00-\u9fff]{2,}呢")
"""A short question of another thing: 人脸呢."""
_WHOLE = 8
"""Characters of meaning from which an unknown part counts as a question of its own."""
_TITLE = 6
"""Characters of meaning from which a question can head its answer alone; English has twice as
many."""
MOST = 5
"""Parts that are answered one by one; a longer list is taken as one question."""


def parts_of(text: str) -> list[str]:
    """The questions in a text, in order; a single one when it cannot be cut. What asks nothing goes
    with the question behind it (a case that is told first), else with the one before."""
    return list(_parts_of(text))


@functools.lru_cache(1024)
def _parts_of(text: str) -> tuple[str, ...]:
    if sides := sides_listed(text):
        return sides
    parts: list[str] = []
    told = ""
    for clause, asking in clauses_of(text):
        if parts and _REMARK.fullmatch(clause):
            continue
        if parts and not asking and not told and _DENIED.match(clause):
            parts[-1] = _joined(parts[-1], clause)
            continue
        if not asking:
            told = _joined(told, clause)
            continue
        if parts and not told and _SHOW_SOME.fullmatch(clause) and _WHO.search(parts[-1]):
            parts[-1] = _joined(parts[-1], clause)
            continue
        if parts and not told and (_goes_with(clause) or _of_the_same(parts[-1], clause)):
            parts[-1] = _joined(parts[-1], clause)
            continue
        for question in of_their_topic(told, listed(clause)):
            part, told = _joined(told, question), ""
            if len(key(part)) >= SHORTEST or aspects_of(part) or (parts and _OTHER.fullmatch(part)):
                parts.append(part)
            elif parts:
                parts[-1] = _joined(parts[-1], part)
            else:
                told = part
    if told and parts:
        parts[-1] = _joined(parts[-1], told)
    return of_the_last(parts) if 2 <= len(parts) <= MOST else (text,)


def _of_the_same(before: str, clause: str) -> bool:
    """Whether a clause is one question with the one before it: of one time, of its figure, or for
    the number of what that wants listed."""
    counts = _HOW_MANY.fullmatch(clause) is not None and _LISTING.search(before) is not None
    return counts or of_one_time(before, clause) or only_a_figure(clause, before)


def _goes_with(clause: str) -> bool:
    """Whether a clause asks of nothing but the question before it."""
    read = (_OF_IT.fullmatch(clause), _WHOSE.fullmatch(clause), _OTHER_WAY.match(clause))
    return any(r is not None for r in read)


def question_within(text: str) -> str:
    """The last clause of a text that asks for something of something, where other clauses only
    vent; empty when there is none."""
    clauses = [c.strip() for c in re.split(r"[，,。.!！?？;；\n]+", text) if c.strip()]
    if len(clauses) < 2:
        return ""
    asking = (c for c in reversed(clauses) if asks(c) and aspects_of(c) and not bare(c))
    return next(asking, "")


def pressing_question(text: str) -> str:
    """The question of a text that says nothing else but how pressing it is; empty when there is
    more in it, which may belong to the case."""
    clauses = [c.strip() for c in re.split(r"[，,。.!！?？;；\n]+", text) if c.strip()]
    questions = [c for c in clauses if asks(c)]
    others = [c for c in clauses if not asks(c)]
    if len(questions) != 1 or not others:
        return ""
    pressing = all(_PRESSED.search(c) or urges(c) for c in others)
    return questions[0] if pressing else ""


def without_urging(text: str) -> str:
    """A text without what hurries, thanks, grumbles or wonders at its end; the feeling is read from
    the whole."""
    pieces = re.split(r"([，,。?？!！\n]+)", text)
    kept = len(pieces)
    while kept > 2 and (
        not pieces[kept - 1].strip() or _idle(pieces[kept - 1], pieces[: kept - 1])
    ):
        kept -= 2
    return "".join(pieces[:kept]) if kept < len(pieces) and pieces[kept - 1].strip() else text


def before_telling(text: str) -> str:
    """The question of a text that goes on telling behind its question mark; empty when none does:
    我的申请审到哪了？上周五提交的."""
    asked, mark, told = text.replace("？", "?").rpartition("?")
    return asked + mark if told.strip() and not asks(told) else ""


@kept
def told_and_asked(text: str) -> tuple[str, str]:
    """The case that a text tells first, and what it asks then; the first is empty when it begins
    with its question."""
    clauses = clauses_of(text)
    first = next((n for n, (_, asking) in enumerate(clauses) if asking), 0)
    return "，".join(c for c, _ in clauses[:first]), "，".join(c for c, _ in clauses[first:])


def _idle(text: str, before: Sequence[str]) -> bool:
    """Whether a clause adds nothing to what was asked before it."""
    if _REMARK.fullmatch(text.strip()) is not None:
        return any(asks(b) or b.strip() in ("?", "？") for b in before)
    return urges(text) or (_PRESSED.search(normalise(text).strip()) is not None and not asks(text))


def _joined(first: str, second: str) -> str:
    return f"{first}，{second}" if first and second else first or second


def together(answers: Sequence[tuple[str, Words]]) -> Words:
    """One reply from several, in the visitor's order. No part is dropped: what is not known is said
    under its own heading. What answers two parts, or says of both that they are not known, is said
    once. Pointers, and a question back, come last, where the visitor acts on them."""
    groups = _grouped(sorted(answers, key=lambda a: a[1].outcome == "clarify"))
    last = groups[-1][1]
    asking = last.outcome == "clarify"
    lines: list[Line] = []
    pointing: list[Line] = []
    for parts, words in groups:
        english = is_english(parts[0])
        lines.append(Line(_heading(parts), locked=False, language="en" if english else "zh"))
        for line in words.lines:
            points = words.route == "none" and line.role == "next_step"
            (pointing if points and not asking else lines).append(line)
    every = [w for _, w in groups]
    cards: dict[str, Card] = {}
    for card in (c for w in every for c in w.cards):
        cards.setdefault(f"{card.kind} {card.title}", card)
    known = [w for _, w in answers if w.outcome == "answered"]
    outcome = "clarify" if asking else _outcome([w.outcome for _, w in answers])
    entries = [last.entries] if asking else []
    entries.extend(w.entries for w in every)
    return Words(
        outcome,
        (*lines, *dict.fromkeys(pointing)),
        "several",
        sources=tuple(dict.fromkeys(s for w in every for s in w.sources)),
        cards=tuple(sorted(cards.values(), key=lambda c: c.kind == "contact")),
        choices=last.choices if asking else Choices(),
        entries=tuple(dict.fromkeys(e for group in entries for e in group)),
        weight=heaviest(w.weight for w in every),
        advice=any(w.advice for w in every),
        intent=known[0].intent if known else None,
        chinese_only=any(w.chinese_only for w in every),
    )


def _outcome(outcomes: Sequence[Outcome]) -> Outcome:
    """How several parts end as one: what all of them are, else partly known where any is."""
    if len(set(outcomes)) == 1:
        return outcomes[0]
    return "partial" if {"answered", "partial"} & set(outcomes) else "unknown"


def _grouped(answers: Sequence[tuple[str, Words]]) -> list[tuple[list[str], Words]]:
    """Parts that the same words answer, together. What is not known stands where its last part
    does, for the answers come first; its pointers are those of all its parts."""
    groups: list[tuple[list[str], Words]] = []
    for part, words in answers:
        same = next((g for g in groups if _same(g[1], words)), None)
        if same is None:
            groups.append(([part], words))
        elif words.entries:
            same[0].append(part)
        else:
            groups.remove(same)
            groups.append(([*same[0], part], _merged(same[1], words)))
    return groups


def _same(one: Words, other: Words) -> bool:
    if one.entries or other.entries:
        return one.entries == other.entries and one.lines == other.lines
    both = _points_to(one) and _points_to(other)
    alike = one.route == other.route and (_points_to(one) == _points_to(other) or not both)
    return one.outcome == other.outcome == "unknown" and alike


def _points_to(words: Words) -> tuple[Line, ...]:
    """What words that nothing is known name as near: all but what opens them and what leads to the
    cards."""
    near = words.route == "near"
    return tuple(line for line in words.lines[1:] if near or line.role != "next_step")


def _merged(one: Words, other: Words) -> Words:
    """That nothing is known, said once for both; the longer form has the intro of the pointers."""
    longer = max(one, other, key=lambda w: len(w.lines))
    return msgspec.structs.replace(longer, cards=(*one.cards, *other.cards))


def _heading(parts: Sequence[str]) -> str:
    named = [f"“{_asked_in(p)}”" for p in parts]
    if is_english(parts[0]):
        return f"About {' and '.join(named)}:"
    return f"关于{''.join(named)}："


def _asked_in(part: str) -> str:
    """What a part asks, with as much of what is told before it as says of what it asks."""
    told, asked = told_and_asked(part)
    if to_confirm(part):
        said = _REPORTED.sub("", part, count=1)
        return said.replace("，", ", ") if is_english(said) else said
    title = asked or part
    for clause in reversed(told.split("，") if told else ()):
        if len(key(title)) >= (_TITLE * 2 if is_english(title) else _TITLE):
            break
        title = _joined(clause, title)
    return title.replace("，", ", ") if is_english(title) else title


def to_confirm(part: str) -> bool:
    """Whether a part asks for nothing but whether the statement that it tells is so."""
    told, _, asked = part.replace(",", "，").rpartition("，")
    return told != "" and _TO_CONFIRM.fullmatch(asked.strip(" ?？.。")) is not None


def settled(words: Words) -> bool:
    """Whether a part's reply may stand beside others: all but greetings and the like."""
    return words.outcome in ("answered", "unknown", "partial", "refused", "clarify")


def stand_alone(answers: Sequence[tuple[str, Words]]) -> bool:
    """Whether each part says something by itself: not known may only be what is a whole question,
    no rest of the one before (要办什么手续)."""
    routes = [w.route for _, w in answers]
    rests = [p for p, w in answers if not w.entries and len(key(p)) < _WHOLE]
    return not rests and ("law" in routes or "table" in routes)
