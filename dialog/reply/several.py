"""Several questions in one: cutting them apart, and putting their answers together in order."""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence

import msgspec

from dialog.messages import Card, Outcome
from dialog.reply.asides import asks_who, praises
from dialog.reply.aspects import asks, aspects_of, bare
from dialog.reply.kept import kept
from dialog.reply.told_trade import only_tells
from dialog.reply.words import Choices, Line, Words, heaviest
from knowledge.text import is_english, key, normalise, visible

_MARKS = re.compile(
    r"([?？;；\n。!！]+|[，,](?!\d{3})|(?<=[\u4e00-\u9fff])[ \u3000]+(?=[\u4e00-\u9fff]))"
)
"""What stands between clauses; a comma within a figure does not. Many type spaces for commas."""
_JOINTS = re.compile(
    r"(?<=[^\s,，要需还得会能])\s*(?=(?:另外|此外|顺便|顺带|还想(?:问|知道|了解)|再(?:请|想)?问))"
    r"|\.\s+(?=[A-Z])"
    r"|\s+(?:and|plus)\s+(?=(?:(?:to|for|in|by|at|on|from|under|with) )?"
    r"(?:how|what|when|where|who|whom|which|why|do|does|is|are|can|could|may|must|should|will)\b)"
    r"|\s+(?=(?:by the way|also,)\s)",
    re.IGNORECASE,
)
"""Where a new question begins without a mark."""
_LEADS = re.compile(
    r"(?:(?:另外|此外|顺便|顺带|再者?|还)(?:我)?(?:还?想|再|请|麻烦)*(?:请?问问?|请教|咨询|打听|了解|知道|说说?)"
    r"(?:[一1]?(?:下|[句个](?=[，,：: ])))?"
    r"|另外|此外|顺便|顺带|(?:对了|话说)(?=[，,：: ])|其次|最后"
    r"|还有(?=[，,：: ]|就是|多|几|怎|什么时|谁|要|能)(?:就是)?"
    r"|by the way|also(?=,)|additionally|finally)[，,：: ]*",
    re.IGNORECASE,
)
"""What leads over to a further question and is no part of it."""
_NUMBERED = re.compile(
    r"[(（]\d{1,2}[)）]|(?:^|(?<=[\s，,;；。?？:：]))(?:(?:\d{1,2}|[一二三四五六])(?:[)）、]|\.(?!\d))|第[一二三四五](?:[，,、]|个?是)"
    r"|[一二三四五]是)\s*"
)
_LISTED = re.compile(r"、")
_PAIRED = re.compile(r"以及|和|与|及|跟")
_URGING = re.compile(
    r"(?:(?:很|特别|非常|比较|有点|真的)?(?:着?急|赶时间)|急用|急需|在线等|挺急的?|谢谢\w{0,4}|多谢|感谢|谢了"
    r"|拜托了?|麻烦\w{0,6}|辛苦了?|快点?|尽快\w{0,4}|请?回复|求助|求解答?|求告知|您好|你好|老师好?|在吗"
    r"|(?:请?给|来)(?:我)?个(?:准话|准信|痛快话|明白话|说法|准数|数)|(?:请?别|不要)(?:打官腔|绕(?:弯子?|圈子?)?|敷衍|废话)\w{0,3}"
    r"|[一1]次(?:性)?说(?:完|清楚?|全)|请?说(?:清楚|明白)(?:点|[一1]点)?|烦死(?:人|我)?|气死(?:人|我)?"
    r"|也?太(?:夸张|过分|离谱|麻烦|慢|扯)"
    r"|thanks?(?: you)?(?: (?:very|so) much| in advance)?|please|urgent(?:ly)?|asap|it'?s urgent"
    r"|hello|hi|cheers|quickly)+[了的啊哦呢吧!！~～.。 ]*",
    re.IGNORECASE,
)
"""What hurries, greets, thanks or grumbles, and asks nothing."""
_PRESSED = re.compile(
    r"^(?:我们?|真的?|都|快|要|人|好|太|可)*(?:[急愁烦气累]|着急)(?:死|疯|坏|哭)?(?:了|我|人|个|啊|呀)*$"
    r"|^(?:我们?)?(?:今[天晚]|明[天早]|后天|马上|下午|晚上|早上|本周|这周|月底|下班前?)+就?(?:得|要|必须)?.{0,3}"
    r"(?:交|报|截止|上线|用|到期|开会).{0,4}$|^(?:时间|真)?(?:快)?来不及了$"
)
"""What tells how pressing a matter is, and nothing of the matter."""
_REMARK = re.compile(
    r"(?:之前|以前|当时|你们|那|这|可)*(?:不是(?!说)|难道)[^\d]{2,10}[吗么嘛]"
    r"|我?(?:写|做|交|报)(?:材料|方案|报告|汇报)要?用的?"
    r"|(?:我们?|是|好|得|要|准备|打算|领导|急着)*(?:(?:写|放|填|用)(?:进|到|在|入)|用(?:来|于)写?)"
    r"[^?？有没哪什怎]{0,8}(?:材料|方案|报告|汇报|ppt|论文|标书|总结|文章|书)(?:里|中|上|用)?的?"
)
"""What only wonders at what was asked before it, or says what the answer is for."""
_OF_IT = re.compile(
    r"(?:国家|法律|上面|规则|官方|你们|那|这)*(?:有没有|有无|是否有|有)(?:个|什么)?"
    r"(?:统一|明确|具体|硬性|法定|强制|成文)的?(?:规定|要求|标准|说法|限制).{0,6}"
)
"""What asks of the question before it whether a rule settles it."""
_OTHER_WAY = re.compile(
    r"or\b(?! (?:also|how|what|when|where|who|which|why)\b)|还是(?![要得想会])"
    r"|(?:都?是|给|用|走|按)[^,，。?？]{1,12}还是(?![要得想会])[^,，。?？]{1,12}$",
    re.I,
)
"""How the other way begins that a question could be answered: one question in two clauses."""
_NAMED = re.compile(
    r"[^有没缺已了是不补改齐]{0,12}(?:材料|资料|文件|证件|费用|价格|收费标准|收费|时间|时长|时限|期限|周期|条件|门槛|资格"
    r"|资质|要求|流程|步骤|手续|程序)(?:都|也|也都|全)?"
)
"""A side of a thing that is named, not asked for in words."""
_BIDDING = re.compile(
    r"(?:请|麻烦|再|能不能|可以)*(?:帮我|给我|替我)(?:再|顺便)?(?:写|讲|说|唱|画|订|点|叫|翻译|编|做)(?:[一1]?(?:下|个|首|篇|段|份))?.+"
    r"|.{2,12}推荐(?:[一1]下|[一1几]?[个家款])"
)
"""What bids the desk do something: a question of its own beside others."""
_TOPIC = re.compile(
    r".{1,8}?(?:[这那][1一]?块儿?|[这那]?方面|[这那]边|[这那]个?事儿?)呢"
    r"|[^有没几多怎什啥哪谁]{0,10}[那这]个?(?:办法|规定|条例|法|标准|文件|通知|国标|指南|合同|平台|系统)呢"
)
"""What a question behind it is about: 安全这块呢，万一来路不正，我们要不要担责."""
_DISMISSED = re.compile(
    r".{1,12}?(?:不重要|无所谓|不用管|先不[管说谈问]|不用(?:说|讲|回答)了?|我?(?:不|没)?关心|随便)了?"
)
"""What says of a side that it is not asked for: 赔多少不重要."""
_EXAMPLE = re.compile(r"比如|例如|譬如|像是|好比")
"""What tells of which kind a thing is that was asked for."""
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
_SHORTEST = 3
"""Characters of meaning that a part must have to stand as a question."""
_WHOLE = 8
"""Characters of meaning from which an unknown part counts as a question of its own."""
MOST = 5
"""Parts that are answered one by one; a longer list is taken as one question."""


def parts_of(text: str) -> list[str]:
    """The questions in a text, in order; a single one when it cannot be cut. What asks nothing goes
    with the question behind it (a case that is told first), else with the one before."""
    return list(_parts_of(text))


@functools.lru_cache(1024)
def _parts_of(text: str) -> tuple[str, ...]:
    parts: list[str] = []
    told = ""
    for clause, asking in _clauses(text):
        if parts and _REMARK.fullmatch(clause):
            continue
        if not asking:
            told = _joined(told, clause)
            continue
        if parts and not told and _SHOW_SOME.fullmatch(clause) and _WHO.search(parts[-1]):
            parts[-1] = _joined(parts[-1], clause)
            continue
        if parts and not told and (_OF_IT.fullmatch(clause) or _OTHER_WAY.match(clause)):
            parts[-1] = _joined(parts[-1], clause)
            continue
        for question in _listed(clause):
            part, told = _joined(told, question), ""
            if len(key(part)) >= _SHORTEST or aspects_of(part):
                parts.append(part)
            elif parts:
                parts[-1] = _joined(parts[-1], part)
            else:
                told = part
    if told and parts:
        parts[-1] = _joined(parts[-1], told)
    return tuple(parts) if 2 <= len(parts) <= MOST else (text,)


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
    pressing = all(_PRESSED.search(c) or _urges(c) for c in others)
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
    clauses = _clauses(text)
    first = next((n for n, (_, asking) in enumerate(clauses) if asking), 0)
    return "，".join(c for c, _ in clauses[:first]), "，".join(c for c, _ in clauses[first:])


def without_lead(text: str) -> str:
    """A question without what only leads over to it: 顺便问下."""
    rest = _LEADS.sub("", text, count=1)
    return rest if len(key(rest)) >= _SHORTEST else text


def _idle(text: str, before: Sequence[str]) -> bool:
    """Whether a clause adds nothing to what was asked before it."""
    if _REMARK.fullmatch(text.strip()) is not None:
        return any(asks(b) or b.strip() in ("?", "？") for b in before)
    return _urges(text)


def _urges(text: str) -> bool:
    if praises(text):
        return True
    return _URGING.fullmatch(text.strip()) is not None and not aspects_of(text)


def bids(clause: str) -> bool:
    """Whether a clause bids the desk do something for the visitor: 帮我写一首诗."""
    return _BIDDING.fullmatch(clause) is not None


def _asks(clause: str) -> bool:
    return asks(clause) or asks_who(clause) or bids(clause)


def _joined(first: str, second: str) -> str:
    return f"{first}，{second}" if first and second else first or second


def _clauses(text: str) -> list[tuple[str, bool]]:
    """The clauses of a text, each with whether it asks. What hurries, and the words and numbers
    that only lead over to the next, are left out."""
    if len(_NUMBERED.findall(text)) > 1:
        text = _NUMBERED.sub("\n", text)
    found: list[tuple[str, bool]] = []
    since = 0
    pieces = _MARKS.split(text)
    for piece, mark in zip(pieces[::2], [*pieces[1::2], ""], strict=True):
        for stretch in _JOINTS.split(piece):
            clause = visible(stretch).strip(" ，,。.:：")
            clause = "" if _LEADS.fullmatch(f"{clause}，") else _LEADS.sub("", clause, count=1)
            if clause and not _urges(clause):
                begins = mark in ("，", ",") and _TOPIC.fullmatch(clause) is not None
                example = bool(found) and _EXAMPLE.match(clause) is not None
                told = begins or example or _DISMISSED.fullmatch(clause) is not None
                found.append((clause, _asks(clause) and not told))
        sentence = found[since:]
        if sentence and mark.strip("?？") != mark and not any(asking for _, asking in sentence):
            # By its mark alone a sentence is a question too, asked by its last clause.
            found[-1] = (found[-1][0], True)
        if mark.strip("，, \u3000"):
            since = len(found)
    return [(c, asking and not only_tells(c, text)) for c, asking in _with_named(found)]


def _with_named(clauses: list[tuple[str, bool]]) -> list[tuple[str, bool]]:
    """Clauses that name a side of a thing beside others that do the same ask for it (入驻的材料，
    费用，周期)."""
    named = [_NAMED.fullmatch(normalise(c)) is not None for c, _ in clauses]
    found: list[tuple[str, bool]] = []
    for place, (clause, asking) in enumerate(clauses):
        before = place > 0 and named[place] and found[-1][1]
        after = place + 1 < len(clauses) and (named[place + 1] or bare(clauses[place + 1][0]))
        listed = len(_listed(clause)) > 1
        found.append((clause, asking or listed or (named[place] and (before or after))))
    return found


def _listed(clause: str) -> list[str]:
    """The questions of a clause that lists what it asks for. A listing of things inside one
    question (身份证、营业执照都要交吗) asks only at its end, or for one side of them all."""
    items = [p.strip() for p in _LISTED.split(clause) if p.strip()]
    if len(items) > 1 and all(asks(p) for p in items):
        return items
    for pair in _PAIRED.finditer(items[-1]):
        last = [items[-1][: pair.start()].strip(), items[-1][pair.end() :].strip()]
        if _sides_apart([*items[:-1], *last]):
            return [*items[:-1], *last]
    return items if _sides_apart(items) else [clause]


def _sides_apart(items: Sequence[str]) -> bool:
    """Whether each item asks for a side of its own, the later ones of what the first names."""
    sides = [aspects_of(i) for i in items]
    apart = sum(map(len, sides)) == len(frozenset[str]().union(*sides))
    return len(items) > 1 and all(sides) and apart and all(bare(i) for i in items[1:])


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
    if is_english(parts[0]):
        named = " and ".join(f"“{p}”" for p in parts)
        return f"About {named}:"
    return f"关于{''.join(f'“{p}”' for p in parts)}："


def settled(words: Words) -> bool:
    """Whether a part's reply may stand beside others: all but greetings and the like."""
    return words.outcome in ("answered", "unknown", "partial", "refused", "clarify")


def stand_alone(answers: Sequence[tuple[str, Words]]) -> bool:
    """Whether each part says something by itself: not known may only be what is a whole question,
    no rest of the one before (要办什么手续)."""
    routes = [w.route for _, w in answers]
    rests = [p for p, w in answers if not w.entries and len(key(p)) < _WHOLE]
    return not rests and ("law" in routes or "table" in routes)
