"""How places in laws and days are written: 第五十五条第二款, 2024年3月22日. Pure."""

from __future__ import annotations

from collections.abc import Iterable

from knowledge.answers.citing import plain_title
from knowledge.answers.places import item_number
from knowledge.types import Language, Law, Rule, SourceItem

_DIGITS = "零一二三四五六七八九"


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
    item = item_number(rule.item) if rule is not None else None
    return name + part_name(None, item)


def cited_name(item: SourceItem, *, english: bool) -> str:
    """A citation as it is named in passing, 《个人信息保护法》第五十五条 or Personal Information
    Protection Law, Art. 55; what has no English name keeps its own."""
    title = item.law or item.title
    if english and item.english:
        within = f"-{item.part}" if item.part else ""
        place = f"{item.english}, Art. {item.article}{within}"
        return item.english if item.article is None else place
    named = title if "《" in title else f"《{title}》"
    if item.article is None:
        return named
    within = f"之{chinese_numeral(item.part)}" if item.part else ""
    return f"{named}第{chinese_numeral(item.article)}条{within}"


def part_name(paragraph: int | None, item: int | None) -> str:
    """第二款第（三）项 in the way statutes write it."""
    text = f"第{chinese_numeral(paragraph)}款" if paragraph else ""
    return text + (f"第（{chinese_numeral(item)}）项" if item else "")


def rule_lines(rules: Iterable[Rule], law: Law, *, english: bool) -> list[tuple[str, Language]]:
    """The gists of rules of one law, each with its article."""
    lines: list[tuple[str, Language]] = []
    for rule in rules:
        if english and rule.english:
            title = law.english or plain_title(law.title)
            lines.append((f"{title}, Article {rule.article}: {rule.english}", "en"))
        else:
            gist = rule.gist.rstrip("。")
            named = f"{article_name(law, rule.article, rule)}的要点："
            if english and law.english:
                named = f"{_place_in_english(law, rule)} (in Chinese): "
            lines.append((f"{named}{gist}。", "zh"))
    return lines


def _place_in_english(law: Law, rule: Rule) -> str:
    """``Data Security Law, Article 21, paragraph 2, item 3``."""
    item = item_number(rule.item)
    paragraph = f", paragraph {rule.paragraph}" if rule.paragraph else ""
    return f"{law.english}, Article {rule.article}{paragraph}" + (f", item {item}" if item else "")


def spoken_date(iso: str) -> str:
    """A day in ISO form as it is said: 2024年3月22日."""
    year, month, day = (int(p) for p in iso.split("-"))
    return f"{year}年{month}月{day}日"
