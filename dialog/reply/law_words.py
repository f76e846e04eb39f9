"""What the look-up of a law says, in words: found, moved, absent, not held, in doubt. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import assert_never

import msgspec

from dialog.messages import Outcome
from dialog.reply.law_facts import Said, about, not_held, replaced
from dialog.reply.law_matters_words import (
    fines_line,
    leading_lines,
    nothing_line,
    places_line,
    point_line,
)
from dialog.reply.law_parts import in_force, lacking, make_up
from dialog.reply.law_places import (
    article_name,
    chinese_numeral,
    part_name,
    rule_lines,
    spoken_date,
)
from knowledge.answers.citing import plain_title
from knowledge.answers.law_findings import LawFinding
from knowledge.types import Language, Law


def article_lines(finding: LawFinding, laws: Mapping[str, Law], *, english: bool) -> Said:
    """The words of a finding."""
    told = _lines(finding, laws, english=english)
    if not finding.written or finding.law is None or english:
        return told
    title = plain_title(finding.law.title)
    mended = f"您写的“{finding.written}”，我按《{title}》来答。"
    return Said(told.outcome, ((mended, "zh"), *told.lines))


def _lines(finding: LawFinding, laws: Mapping[str, Law], *, english: bool) -> Said:
    law, number = finding.law, finding.article
    if finding.status == "not_held" or law is None:
        return not_held(finding, english=english)
    if finding.status == "about_law" or number is None:
        return about(finding, law, laws, english=english)
    if finding.aspect == "since":
        since = in_force(finding, law, english=english)
        if since is not None:
            return Said("answered", (since,))
    match finding.status:
        case "found":
            return _found(finding, law, laws, english=english)
        case "moved":
            return _moved_on(finding, law, english=english)
        case "absent":
            return Said("answered", (_absent(finding, law, english=english),))
        case "no_gist":
            if finding.penal is not None:
                return _punished(finding, law, laws, english=english)
            return _unheld(finding, law, english=english)
        case "ended":
            return Said("answered", (_ended(finding, law, english=english),))
        case "about_matter":
            return Said("answered", tuple(_matter(finding, law, laws, english=english)))
        case _:
            assert_never(finding.status)


def _found(finding: LawFinding, law: Law, laws: Mapping[str, Law], *, english: bool) -> Said:
    if finding.penal is not None:
        return _punished(finding, law, laws, english=english)
    lines = list(_told(finding, law, laws, english=english))
    if not english:
        lines = [*leading_lines(finding), *lines]
    if finding.unsaid:
        return Said("partial", (*lines, point_line(finding, english=english)))
    if finding.aspect == "parts":
        parts = make_up(finding, law, english=english)
        lines.insert(0, parts.lines[0])
        return Said("partial" if parts.outcome == "unknown" else "answered", tuple(lines))
    missing = finding.whole and not finding.lacking
    return Said("partial" if missing else "answered", tuple(lines))


def _unheld(finding: LawFinding, law: Law, *, english: bool) -> Said:
    """What is said of an article with only a make-up, or of a law without a matter."""
    if finding.aspect == "nothing":
        return Said("unknown", (nothing_line(finding, law, english=english),))
    if finding.aspect == "parts" and finding.make_up:
        return make_up(finding, law, english=english)
    if finding.lacking:
        return Said("answered", (lacking(finding, law, english=english),))
    lines = [_no_gist(finding, law, english=english)]
    if finding.now:
        lines.append(_stands_now(finding, english=english))
    return Said("unknown", tuple(lines))


def _told(
    finding: LawFinding, law: Law, laws: Mapping[str, Law], *, english: bool
) -> Iterable[tuple[str, Language]]:
    """What is held of an article, without what a breach of it costs."""
    if finding.lacking:
        yield lacking(finding, law, english=english)
    elif finding.whole:
        yield _not_in_part(finding, law, english=english)
    yield from rule_lines(finding.rules, law, english=english)
    yield from replaced(finding.replaced, laws, english=english)
    yield from _ended_rules(finding, law, english=english)
    yield from _remarks(finding, law, laws, english=english)
    yield from quote_lines(finding, english=english)


def _not_in_part(finding: LawFinding, law: Law, *, english: bool) -> tuple[str, Language]:
    """That of the very paragraph or item nothing is held, before what is held of the article.
    Whether it exists is not said: only the words of the law would tell."""
    overall = any(not r.paragraph and not r.item for r in finding.rules)
    if english:
        part = f"paragraph {finding.paragraph}" if finding.paragraph else ""
        part += f"{', ' if part else ''}item {finding.item}" if finding.item else ""
        text = (
            f"Our knowledge holds no summary of {part} of Article {_figure(finding)} of "
            f"{law.english or law.title} by itself; please check the official text."
        )
        held = "the article as a whole" if overall else "other parts of the article"
        return (f"{text} What follows is on {held}." if finding.rules else text), "en"
    part = part_name(finding.paragraph, finding.item)
    article = article_name(law, finding.article or 0, part=finding.part)
    text = f"{article}{part}，我这里没有单独收录，请以官方公布的文本为准。"
    if not finding.rules:
        return text, "zh"
    if finding.paragraph and all(r.paragraph == finding.paragraph for r in finding.rules):
        held = "这里收录的是整款的要点"
    else:
        held = "这一条收录的是整条的要点" if overall else "这一条只收录了别的部分，不能拿来代替"
    return f"{text}{held}，供您参考。", "zh"


def _punished(finding: LawFinding, law: Law, laws: Mapping[str, Law], *, english: bool) -> Said:
    """What a breach of an article costs, before the article itself."""
    outcome, lines = _penalties(finding, law, english=english)
    if finding.renumbered and finding.other_version is not None:
        lines.append(_renumbered(finding, finding.other_version, english=english))
    if finding.status == "found":
        lines.extend(_told(finding, law, laws, english=english))
    else:
        lines.append(_no_gist(finding, law, english=english))
    return Said(outcome, tuple(dict.fromkeys(lines)))


def _penalties(
    finding: LawFinding, law: Law, *, english: bool
) -> tuple[Outcome, list[tuple[str, Language]]]:
    """What a breach of an article costs, and whether that answers."""
    penal = finding.penal or ()
    lines = [_where_punished(finding, law, english=english)]
    for one in penal:
        if one.rules or one.wording is not None:
            lines.extend(rule_lines(one.rules, law, english=english))
            lines.extend(quote_lines(one, english=english))
        else:
            lines.append(_no_gist(one, law, english=english))
    answers = any(p.rules or p.wording for p in penal) and not finding.general
    return "answered" if answers else "partial", lines


def _where_punished(finding: LawFinding, law: Law, *, english: bool) -> tuple[str, Language]:
    articles = [p.article or 0 for p in finding.penal or ()]
    if english:
        name = f"Article {_figure(finding)} of {law.english or plain_title(law.title)}"
        places = " and ".join(f"Article {a}" for a in articles)
        if not articles:
            return f"Our knowledge holds no penalty for breaches of {name}.", "en"
        if finding.general:
            text = f"Our knowledge holds no penalty for {name} in particular; breaches of this act"
            return f"{text} at large are dealt with in {places}.", "en"
        return f"Breaches of {name} are dealt with in {places}.", "en"
    name = article_name(law, finding.article or 0)
    places = "、".join(f"第{chinese_numeral(a)}条" for a in articles)
    if not articles:
        text = f"我这里没有收录{name}对应的罚则"
        return f"{text}，罚不罚、罚多少都不便说，请核对官方公布的文本。", "zh"
    if finding.general:
        text = f"我这里没有收录单独针对{name}的罚则"
        return f"{text}；违反这部法规一般怎么处理，写在{places}。", "zh"
    return f"违反{name}怎么处理，写在{places}。", "zh"


def _renumbered(finding: LawFinding, old: Law, *, english: bool) -> tuple[str, Language]:
    if english:
        now = ", ".join(map(str, finding.renumbered))
        text = f"Should you mean Article {finding.article} of the older text"
        return f"{text}: it is now Article {now}.", "en"
    now = "、".join(f"第{chinese_numeral(a)}条" for a in finding.renumbered)
    asked = f"{old.version or '旧文本'}的第{chinese_numeral(finding.article or 0)}条"
    return f"如果您说的是{asked}，它现在是{now}，请按新的条号再问我。", "zh"


def _absent(finding: LawFinding, law: Law, *, english: bool) -> tuple[str, Language]:
    title, last = plain_title(law.title), finding.last or 0
    if english:
        return f"No such article: the last one of {law.english or title} is Article {last}.", "en"
    text = f"没有第{finding.article}条，《{title}》的最后一条是第{chinese_numeral(last)}条。"
    return text, "zh"


def _no_gist(finding: LawFinding, law: Law, *, english: bool) -> tuple[str, Language]:
    if english:
        text = (
            f"Our knowledge holds no reviewed summary of Article {_figure(finding)} of "
            f"{law.english or law.title}, so I will not guess what it says."
        )
        return text, "en"
    name = article_name(law, finding.article or 0, part=finding.part)
    return f"我这里还没有{name}经过审核的要点，不便凭印象转述，请以官方公布的文本为准。", "zh"


def quote_lines(finding: LawFinding, *, english: bool) -> list[tuple[str, Language]]:
    """The article word for word, a paragraph a line, behind a line that says of which version."""
    wording, law = finding.wording, finding.law
    if wording is None or law is None or law.effective_from is None:
        return []
    since = law.effective_from.isoformat()
    paragraphs = wording.paragraphs
    chosen = wording.lines(finding.paragraph, finding.item)
    quoted = chosen or [line for paragraph in paragraphs for line in paragraph]
    if english:
        version = f" ({law.version})" if law.version else ""
        words = (
            f"The Chinese wording of Article {_figure(finding)}{version}, in force from {since}:"
        )
        return [(words, "en"), *((line, "zh") for line in quoted)]
    name = article_name(law, finding.article or 0, part=finding.part)
    if chosen:
        name += part_name(finding.paragraph, finding.item)
    version = f"{law.version}，" if law.version else ""
    frame = f"{name}的原文如下（{version}自{spoken_date(since)}起施行）："
    return [(frame, "zh"), *((line, "zh") for line in quoted)]


def _figure(finding: LawFinding) -> str:
    """The article's number in figures: 55, or 120-1 for 第一百二十条之一."""
    return f"{finding.article}-{finding.part}" if finding.part else str(finding.article)


def _moved_on(finding: LawFinding, law: Law, *, english: bool) -> Said:
    """Where an article stands now, and, where that is asked, what a breach of it costs."""
    moved = tuple(_moved(finding, law, english=english))
    if finding.penal is None:
        return Said("answered", moved)
    now = msgspec.structs.replace(
        finding, status="no_gist", article=finding.rules[0].article, other_version=None
    )
    outcome, penalty = _penalties(now, law, english=english)
    return Said(outcome, tuple(dict.fromkeys((moved[0], *penalty, *moved[1:]))))


def _moved(finding: LawFinding, law: Law, *, english: bool) -> Iterable[tuple[str, Language]]:
    old = finding.other_version
    articles = list(dict.fromkeys(r.article for r in finding.rules))
    named = "、".join(f"第{chinese_numeral(a)}条" for a in articles)
    version = old.version if old is not None and old.version else "旧文本"
    if english:
        numbers = ", ".join(str(a) for a in articles)
        yield f"Old Article {finding.article} is now Article {numbers}.", "en"
    else:
        title = plain_title(law.title)
        yield (
            f"《{title}》{version}的第{chinese_numeral(finding.article or 0)}条，现在是{named}。",
            "zh",
        )
    yield from rule_lines(finding.rules, law, english=english)
    if finding.present:
        yield _stands_there(finding, law, english=english)
        yield from rule_lines(finding.present, law, english=english)
    if law.effective_from is not None and not english:
        yield f"新条号自{spoken_date(law.effective_from.isoformat())}起适用。", "zh"


def _stands_there(finding: LawFinding, law: Law, *, english: bool) -> tuple[str, Language]:
    """That under the old number something else stands now."""
    if english:
        return f"Article {finding.article} of the present text is about something else:", "en"
    number = chinese_numeral(finding.article or 0)
    return f"现行文本里的第{number}条讲的是另外的内容，不要按旧条号引用。", "zh"


def _ended(finding: LawFinding, law: Law, *, english: bool) -> tuple[str, Language]:
    day = finding.day.isoformat()
    if law.effective_to is not None and law.effective_to < finding.day:
        if english:
            return f"{law.english or law.title} ceased to apply on {law.effective_to}.", "en"
        until = spoken_date(law.effective_to.isoformat())
        if law.version:
            text = f"我这里收录的是《{plain_title(law.title)}》{law.version}的文本"
            return f"{text}，只适用到{until}，之后的文本没有收录。", "zh"
        return f"《{plain_title(law.title)}》只适用到{until}，之后不再有效。", "zh"
    start = law.effective_from.isoformat() if law.effective_from else ""
    if english:
        return f"On {day}, {law.english or law.title} was not yet in force (from {start}).", "en"
    return (
        f"{spoken_date(day)}时《{plain_title(law.title)}》还没有施行，它自{spoken_date(start)}起施行。",
        "zh",
    )


def _matter(
    finding: LawFinding, law: Law, laws: Mapping[str, Law], *, english: bool
) -> Iterable[tuple[str, Language]]:
    """What a law says of a matter, with the day or version that it is told of."""
    if finding.aspect == "places":
        yield places_line(finding, law, english=english)
        return
    day = finding.day.isoformat()
    if english:
        yield f"{law.english or plain_title(law.title)}, as in force on {day}:", "en"
    elif finding.aspect in ("highest", "no_figure"):
        yield fines_line(finding, law)
    elif finding.dated:
        version = f"（{law.version}）" if law.version else ""
        yield f"按{spoken_date(day)}适用的《{plain_title(law.title)}》{version}：", "zh"
    yield from rule_lines(finding.rules, law, english=english)
    yield from _ended_rules(finding, law, english=english)
    yield from _remarks(finding, law, laws, english=english)


def _ended_rules(finding: LawFinding, law: Law, *, english: bool) -> Iterable[tuple[str, Language]]:
    """Until when rules held that ended before their law."""
    ends = sorted({r.effective_to for r in finding.rules if r.effective_to is not None})
    if ends and ends != [law.effective_to]:
        end = ends[0].isoformat()
        yield (
            (f"This applied until {end}.", "en")
            if english
            else (f"这一规定适用到{spoken_date(end)}，之后有变化。", "zh")
        )


def _remarks(
    finding: LawFinding, law: Law, laws: Mapping[str, Law], *, english: bool
) -> list[tuple[str, Language]]:
    remarks: list[tuple[str, Language]] = []
    number = finding.article or 0
    if number in law.in_doubt:
        remarks.append(
            (
                "The official wording of this article is not certain in our copy; check it there.",
                "en",
            )
            if english
            else ("本条的原文在我们收录的文本里不完整，这里只说要点，请核对官方文本。", "zh")
        )
    elif finding.doubtful:
        remarks.append(
            ("The wording in our copy still has to be compared with the official one.", "en")
            if english
            else ("本条的收录文本还没有核对完，这里只说要点，原文请以官方公布的文本为准。", "zh")
        )
    former = [f for r in finding.rules for f in r.former]
    if former and not english:
        old = laws.get(former[0].law)
        version = f"{old.version}" if old is not None and old.version else "旧文本"
        remarks.append((f"这一条在{version}里是第{chinese_numeral(former[0].article)}条。", "zh"))
    if finding.now:
        remarks.append(_stands_now(finding, english=english))
    if law.effective_to is not None and english:
        remarks.append((f"This text applied until {law.effective_to}.", "en"))
    elif law.effective_to is not None:
        until = spoken_date(law.effective_to.isoformat())
        later = any(
            law.family and other.family == law.family and _follows(other, law)
            for other in laws.values()
        )
        remarks.append(
            (
                f"该文本施行至{until}，之后适用新文本。" if later else f"该文本的有效期至{until}。",
                "zh",
            )
        )
    elif law.effective_from is not None and law.version and not english and not finding.wording:
        remarks.append(
            (f"以上依据{spoken_date(law.effective_from.isoformat())}起施行的文本。", "zh")
        )
    return remarks


def _stands_now(finding: LawFinding, *, english: bool) -> tuple[str, Language]:
    """Under which number an article of an older version is found today."""
    if english:
        return f"In the present text it is Article {', '.join(map(str, finding.now))}.", "en"
    now = "、".join(f"第{chinese_numeral(a)}条" for a in finding.now)
    return f"这一条在现行文本里是{now}。", "zh"


def _follows(other: Law, law: Law) -> bool:
    """Whether one version began after the other had ended."""
    start, end = other.effective_from, law.effective_to
    return start is not None and end is not None and start > end
