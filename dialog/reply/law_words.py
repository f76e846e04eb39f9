"""What the look-up of a law says, in words: found, moved, absent, not held, in doubt. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import assert_never

import msgspec

from dialog.messages import Outcome
from knowledge.answers.citing import plain_title
from knowledge.answers.rules import LawFinding
from knowledge.types import Language, Law, Rule

_DIGITS = "零一二三四五六七八九"


class Said(msgspec.Struct, frozen=True):
    """Lines with their language, and whether they answer."""

    outcome: Outcome
    lines: tuple[tuple[str, Language], ...]


def chinese_numeral(number: int) -> str:
    """A number under ten thousand as statutes write it: 55 → 五十五, 1019 → 一千零一十九."""
    if number < 10:
        return _DIGITS[number]
    text, zero = "", False
    for unit, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = number // unit % 10
        if digit:
            text += ("零" if zero else "") + _DIGITS[digit] + name
            zero = False
        elif text:
            zero = True
    return text.removeprefix("一") if 10 <= number < 20 else text


def article_name(law: Law, article: int, rule: Rule | None = None, *, part: int = 0) -> str:
    """``《个人信息保护法》第五十五条``; a policy paper counted in 项 keeps brackets."""
    name = f"《{plain_title(law.title)}》第{chinese_numeral(article)}条"
    name += f"之{chinese_numeral(part)}" if part else ""
    if rule is not None and rule.paragraph:
        name += f"第{chinese_numeral(rule.paragraph)}款"
    return name + (rule.item if rule is not None else "")


def rule_lines(rules: Iterable[Rule], law: Law, *, english: bool) -> list[tuple[str, Language]]:
    """The gists of rules of one law, each with its article."""
    lines: list[tuple[str, Language]] = []
    for rule in rules:
        if english and rule.english:
            title = law.english or plain_title(law.title)
            lines.append((f"{title}, Article {rule.article}: {rule.english}", "en"))
        else:
            gist = rule.gist.rstrip("。")
            lines.append((f"{article_name(law, rule.article, rule)}的要点：{gist}。", "zh"))
    return lines


def article_lines(finding: LawFinding, laws: Mapping[str, Law], *, english: bool) -> Said:
    """The words of a finding."""
    law, number = finding.law, finding.article
    if law is None or number is None:
        if law is not None:
            return _about(finding, law, english=english)
        return _not_held(finding, english=english)
    name = article_name(law, number, part=finding.part)
    match finding.status:
        case "found":
            lines = rule_lines(finding.rules, law, english=english)
            lines.extend(_remarks(finding, law, laws, english=english))
            return Said("answered", (*lines, *quote_lines(finding, english=english)))
        case "moved":
            return Said("answered", tuple(_moved(finding, law, english=english)))
        case "absent":
            title, last = plain_title(law.title), finding.last or 0
            text = (
                f"No such article: the last one of {law.english or title} is Article {last}."
                if english
                else f"没有第{number}条，《{title}》的最后一条是第{chinese_numeral(last)}条。"
            )
            return Said("answered", ((text, "en" if english else "zh"),))
        case "no_gist":
            text = (
                f"Our knowledge holds no reviewed summary of Article {_figure(finding)} of "
                f"{law.english or law.title}, so I will not guess what it says."
                if english
                else f"我这里还没有{name}经过审核的要点，不便凭印象转述，请以官方公布的文本为准。"
            )
            return Said("unknown", ((text, "en" if english else "zh"),))
        case "ended":
            return Said("answered", (_ended(finding, law, english=english),))
        case "not_held":
            return _not_held(finding, english=english)
        case "about_law":
            return _about(finding, law, english=english)
        case _:
            assert_never(finding.status)


def quote_lines(finding: LawFinding, *, english: bool) -> list[tuple[str, Language]]:
    """The article word for word, a paragraph a line, behind a line that says of which version."""
    wording, law = finding.wording, finding.law
    if wording is None or law is None or law.effective_from is None:
        return []
    since = law.effective_from.isoformat()
    paragraphs = wording.paragraphs
    asked = finding.paragraph or 0
    chosen = paragraphs[asked - 1 : asked] if asked else []
    quoted = [line for paragraph in chosen or paragraphs for line in paragraph]
    if english:
        version = f" ({law.version})" if law.version else ""
        words = (
            f"The Chinese wording of Article {_figure(finding)}{version}, in force from {since}:"
        )
        return [(words, "en"), *((line, "zh") for line in quoted)]
    name = article_name(law, finding.article or 0, part=finding.part)
    name += f"第{chinese_numeral(asked)}款" if chosen else ""
    if asked and not chosen:
        name += f"没有第{chinese_numeral(asked)}款，全条"
    version = f"{law.version}，" if law.version else ""
    frame = f"{name}的原文如下（{version}自{_spoken_date(since)}起施行）："
    return [(frame, "zh"), *((line, "zh") for line in quoted)]


def _figure(finding: LawFinding) -> str:
    """The article's number in figures: 55, or 120-1 for 第一百二十条之一."""
    return f"{finding.article}-{finding.part}" if finding.part else str(finding.article)


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
    if law.effective_to is not None and not english:
        until = _spoken_date(law.effective_to.isoformat())
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
            (f"以上依据{_spoken_date(law.effective_from.isoformat())}起施行的文本。", "zh")
        )
    return remarks


def _follows(other: Law, law: Law) -> bool:
    """Whether one version began after the other had ended."""
    start, end = other.effective_from, law.effective_to
    return start is not None and end is not None and start > end


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
    if law.effective_from is not None and not english:
        yield f"新条号自{_spoken_date(law.effective_from.isoformat())}起适用。", "zh"


def _ended(finding: LawFinding, law: Law, *, english: bool) -> tuple[str, Language]:
    day = finding.day.isoformat()
    if law.effective_to is not None and law.effective_to < finding.day:
        if english:
            return f"{law.english or law.title} ceased to apply on {law.effective_to}.", "en"
        until = _spoken_date(law.effective_to.isoformat())
        return f"《{plain_title(law.title)}》只适用到{until}，之后不再有效。", "zh"
    start = law.effective_from.isoformat() if law.effective_from else ""
    if english:
        return f"On {day}, {law.english or law.title} was not yet in force (from {start}).", "en"
    return (
        f"{_spoken_date(day)}时《{plain_title(law.title)}》还没有施行，它自{_spoken_date(start)}起施行。",
        "zh",
    )


def _not_held(finding: LawFinding, *, english: bool) -> Said:
    if english:
        return Said("unknown", ((f"{finding.title} is not in our knowledge.", "en"),))
    text = f"我这里没有收录《{finding.title}》，无法告诉您它的条文内容，请查阅官方公布的文本。"
    return Said("unknown", ((text, "zh"),))


def _about(finding: LawFinding, law: Law, *, english: bool) -> Said:
    title = plain_title(law.title)
    if finding.aspect == "when" and law.effective_from is not None:
        start = law.effective_from.isoformat()
        if english:
            return Said("answered", ((f"{law.english or title} took effect on {start}.", "en"),))
        text = f"《{title}》{law.version}自{_spoken_date(start)}起施行。"
        if law.published is not None:
            text += f"公布日期是{_spoken_date(law.published.isoformat())}。"
        if law.effective_to is not None:
            text += f"该文本施行至{_spoken_date(law.effective_to.isoformat())}。"
        return Said("answered", ((text, "zh"),))
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


def _spoken_date(iso: str) -> str:
    year, month, day = (int(p) for p in iso.split("-"))
    return f"{year}年{month}月{day}日"
