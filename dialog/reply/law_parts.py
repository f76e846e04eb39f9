"""What is said of an article without its words: which paragraphs and items it has and which it has
not, and from when to when it holds. Pure."""

from __future__ import annotations

from collections.abc import Sequence

from dialog.reply.law_facts import Said
from dialog.reply.law_places import article_name, chinese_numeral, part_name, spoken_date
from knowledge.answers.citing import plain_title
from knowledge.answers.law_findings import LawFinding
from knowledge.types import Language, Law


def lacking(finding: LawFinding, law: Law, *, english: bool) -> tuple[str, Language]:
    """That an article has no such paragraph or item, and how many it has."""
    parts, paragraph, item = finding.make_up, finding.paragraph or 0, finding.item or 0
    if paragraph > len(parts):
        if english:
            name, count = _english(finding, law), _counted(len(parts), "paragraph")
            return f"{name} has {count} only; there is no paragraph {paragraph}.", "en"
        name = article_name(law, finding.article or 0)
        text = f"{name}只有{_count(len(parts))}款，没有第{chinese_numeral(paragraph)}款。"
        return text, "zh"
    items = parts[paragraph - 1] if paragraph else max(parts)
    if english:
        name = f"paragraph {paragraph} of {_english(finding, law)}" if paragraph else ""
        name = name or _english(finding, law)
        have = f"has {_counted(items, 'item')} only" if items else "has no items"
        return f"{name[0].upper()}{name[1:]} {have}; there is no item {item}.", "en"
    name = article_name(law, finding.article or 0) + part_name(finding.paragraph, None)
    have = f"只列了{_count(items)}项" if items else "没有分项"
    return f"{name}{have}，没有第（{chinese_numeral(item)}）项。", "zh"


def make_up(finding: LawFinding, law: Law, *, english: bool) -> Said:
    """How many paragraphs an article has, and how many items stand in each."""
    parts = finding.make_up
    if english:
        name = _english(finding, law)
        if not parts:
            return Said("unknown", ((f"How {name} is divided is not held here.", "en"),))
        text = f"{name} has {_counted(len(parts), 'paragraph')}"
        listed = [
            f"{_counted(items, 'item')} in paragraph {number}"
            for number, items in enumerate(parts, 1)
            if items
        ]
        return Said("answered", ((f"{text}{_joined(listed)}.", "en"),))
    name = article_name(law, finding.article or 0)
    if not parts:
        text = f"{name}分几款、几项，我这里没有收录，请以官方公布的文本为准。"
        return Said("unknown", ((text, "zh"),))
    if len(parts) == 1:
        text = f"{name}只有一款，" + (f"列了{_count(parts[0])}项。" if parts[0] else "没有分项。")
        return Said("answered", ((text, "zh"),))
    listed = [
        f"第{chinese_numeral(number)}款列了{_count(items)}项"
        for number, items in enumerate(parts, 1)
        if items
    ]
    text = f"{name}有{_count(len(parts))}款，{'，'.join(listed) or '没有分项'}。"
    return Said("answered", ((text, "zh"),))


def in_force(finding: LawFinding, law: Law, *, english: bool) -> tuple[str, Language] | None:
    """From when an article holds, and until when; ``None`` where its first day is not known."""
    starts = {r.effective_from or law.effective_from for r in finding.rules}
    start = starts.pop() if len(starts) == 1 else law.effective_from
    if start is None or starts:
        return None
    end = law.effective_to
    if english:
        text = f"{_english(finding, law)} has applied since {start.isoformat()}"
        return f"{text}, until {end.isoformat()}." if end else f"{text}.", "en"
    version = f"（{law.version}）" if law.version else ""
    name = f"{article_name(law, finding.article or 0)}{version}"
    text = f"{name}自{spoken_date(start.isoformat())}起施行"
    return f"{text}，施行至{spoken_date(end.isoformat())}。" if end else f"{text}。", "zh"


def _count(number: int) -> str:
    """A number before a word that it counts."""
    return "两" if number == 2 else chinese_numeral(number)


def _counted(number: int, word: str) -> str:
    return f"{number} {word}" + ("" if number == 1 else "s")


def _joined(listed: Sequence[str]) -> str:
    return f", with {' and '.join(listed)}" if listed else " and no items"


def _english(finding: LawFinding, law: Law) -> str:
    return f"Article {finding.article} of {law.english or plain_title(law.title)}"
