"""What is said of a law as a whole: since when, how long, by whom; what was displaced; that another
text of a like name is not held. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

import msgspec

from dialog.messages import Outcome
from dialog.reply.law_places import article_name, chinese_numeral, rule_lines, spoken_date
from dialog.reply.laws_listed import LISTS, listed
from knowledge.answers.citing import plain_title
from knowledge.answers.law_findings import LawFinding, Replaced
from knowledge.types import Language, Law


class Said(msgspec.Struct, frozen=True):
    """Lines with their language, and whether they answer."""

    outcome: Outcome
    lines: tuple[tuple[str, Language], ...]


def not_held(finding: LawFinding, *, english: bool) -> Said:
    if finding.law is not None and finding.aspect == "part":
        return Said("unknown", (_other_part(finding, finding.law, english=english),))
    near = [plain_title(law.title) for law in finding.near]
    if english:
        text = f"{finding.title} is not in our knowledge."
        if near:
            held = ", ".join(law.english or plain_title(law.title) for law in finding.near)
            text += f" It is another text than what we hold under a similar name: {held}."
        return Said("unknown", ((text, "en"),))
    text = f"我这里没有收录《{finding.title}》，无法告诉您它的内容，请查阅官方公布的文本。"
    if near:
        held = "".join(f"《{title}》" for title in near)
        text += f"名称相近、我这里收录的有{held}，那是另外的文件，不能拿来代替。"
    return Said("unknown", ((text, "zh"),))


def _other_part(finding: LawFinding, law: Law, *, english: bool) -> tuple[str, Language]:
    """That an article is in another part of the law than the one that is held."""
    number, first, last = finding.article or 0, law.span[0], law.span[-1]
    if english:
        text = f"Article {number} is not in the part that we hold: {law.english or law.title}"
        return f"{text}, Articles {first} to {last}. Please look it up in the official text.", "en"
    whole, _, part = plain_title(law.title).partition("·")
    text = f"《{whole}》第{chinese_numeral(number)}条我这里没有收录，请查阅官方公布的文本。"
    held = f"第{chinese_numeral(first)}条到第{chinese_numeral(last)}条"
    return f"{text}我只收录了其中的{part or '一部分'}，是{held}。", "zh"


def about(finding: LawFinding, law: Law, laws: Mapping[str, Law], *, english: bool) -> Said:
    title = plain_title(law.title)
    if finding.aspect.partition(" ")[0] in LISTS:
        outcome, line = listed(finding, english=english)
        return Said(outcome, (line,))
    if finding.aspect == "valid":
        return Said("answered", tuple(_validity(finding, law, laws, english=english)))
    if finding.aspect == "published" and law.published is not None:
        return Said("answered", (_published(law, law.published, english=english),))
    if finding.aspect in ("when", "published") and law.effective_from is not None:
        return Said("answered", (_in_force(finding, law, law.effective_from, english=english),))
    if finding.aspect == "chapter":
        return Said("unknown", (_by_articles(law, english=english),))
    if finding.aspect == "count" and law.articles is not None:
        if english:
            return Said(
                "answered", ((f"{law.english or title} has {law.articles} articles.", "en"),)
            )
        return Said("answered", ((f"《{title}》{law.version}共{law.articles}条。", "zh"),))
    if finding.aspect == "who" and law.issuer:
        if english:
            return Said("answered", ((f"It was issued by {law.issuer}.", "zh"),))
        return Said("answered", ((f"《{title}》由{law.issuer}发布。", "zh"),))
    if english:
        return Said("unknown", ((f"That is not recorded for {law.english or title}.", "en"),))
    return Said(
        "unknown", ((f"关于《{title}》的这一点，我这里没有记录，请查阅官方公布的文本。", "zh"),)
    )


def _by_articles(law: Law, *, english: bool) -> tuple[str, Language]:
    """That a law is held by its articles, and not by its chapters."""
    if english:
        name = law.english or plain_title(law.title)
        text = f"{name} is held by its articles; which of them make up a chapter is not recorded."
        count = f" It has {law.articles} articles." if law.articles else ""
        return f"{text}{count} Name an article, or what you want to know of it.", "en"
    count = f"它共{law.articles}条，" if law.articles else ""
    text = f"《{plain_title(law.title)}》我是按条收录的，没有记录每一章包括哪几条。"
    return f"{text}{count}说出条号，或者说想查什么事，我就能查。", "zh"


def _published(law: Law, day: date, *, english: bool) -> tuple[str, Language]:
    """When a law was made public; that is asked apart from since when it applies."""
    start = law.effective_from.isoformat() if law.effective_from is not None else ""
    if english:
        text = f"{law.english or plain_title(law.title)} was made public on {day.isoformat()}"
        return (f"{text} and took effect on {start}." if start else f"{text}."), "en"
    text = f"《{plain_title(law.title)}》{law.version}于{spoken_date(day.isoformat())}公布"
    return (f"{text}，自{spoken_date(start)}起施行。" if start else f"{text}。"), "zh"


def _in_force(finding: LawFinding, law: Law, start: date, *, english: bool) -> tuple[str, Language]:
    """Since when, and how long, a law applies."""
    asked = finding.aspect == "published"
    if english:
        name = law.english or plain_title(law.title)
        text = f"{name} took effect on {start.isoformat()}."
        return f"{text} When it was made public is not held." if asked else text, "en"
    text = f"《{plain_title(law.title)}》{law.version}自{spoken_date(start.isoformat())}起施行。"
    if law.published is not None:
        text += f"公布日期是{spoken_date(law.published.isoformat())}。"
    elif asked:
        text += "公布日期没有收录。"
    if law.effective_to is not None:
        text += f"该文本施行至{spoken_date(law.effective_to.isoformat())}。"
    return text, "zh"


def _validity(
    finding: LawFinding, law: Law, laws: Mapping[str, Law], *, english: bool
) -> Iterable[tuple[str, Language]]:
    """Whether a law is in force on the day, by its own dates, and what of it has been displaced."""
    title, start, end = plain_title(law.title), law.effective_from, law.effective_to
    over = end is not None and end < finding.day
    if english:
        name = law.english or title
        text = f"{name} applies from {start}" if start else f"The first day of {name} is not held"
        last = "no last day" + ("" if law.version else " and no later amendment")
        yield f"{text} until {end}." if end else f"{text}; {last} is known to us.", "en"
    else:
        text = f"《{title}》{law.version}"
        text += f"自{spoken_date(start.isoformat())}起施行" if start else "的施行日期没有收录"
        if end is None:
            text += "；我这里没有收录它失效或者废止的日期"
            text += "。" if law.version else "，也没有收录后来的修订。"
        elif not over:
            asked = "问的那时候" if finding.dated else "现在还"
            text += f"，适用到{spoken_date(end.isoformat())}，{asked}在这段时间里。"
        elif law.version:
            text += f"，适用到{spoken_date(end.isoformat())}，之后的事不适用这个文本。"
        else:
            text += f"，有效期到{spoken_date(end.isoformat())}，已经届满，不再有效。"
        yield text, "zh"
    yield from replaced(finding.replaced, laws, english=english)


def replaced(
    displaced: Iterable[Replaced], laws: Mapping[str, Law], *, english: bool
) -> Iterable[tuple[str, Language]]:
    """What an article said until another rule took its place, and that rule."""
    for one in displaced:
        old = laws[one.old.law]
        end = one.old.effective_to.isoformat() if one.old.effective_to else ""
        if english:
            yield f"Displaced since {end}:", "en"
            yield from rule_lines((one.old,), old, english=True)
            for new in one.new:
                yield from rule_lines((new,), laws[new.law], english=True)
            continue
        place, gist = article_name(old, one.old.article, one.old), one.old.gist.rstrip("。")
        yield f"{place}里的这一点只适用到{spoken_date(end)}：{gist}。", "zh"
        for new in one.new:
            place, gist = article_name(laws[new.law], new.article, new), new.gist.rstrip("。")
            yield f"之后改按{place}：{gist}。", "zh"
