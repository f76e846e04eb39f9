"""The question back to who does not say of what: the matter, or the law of an article that is
named by its number alone (第五十五条)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from dialog.reply.aspects import aspects_of
from dialog.reply.law_places import article_name, chinese_numeral
from dialog.reply.words import Choices, Frame, Line, Words
from knowledge.answers.citing import plain_title
from knowledge.answers.places import NUMBERED
from knowledge.search.fusion import Candidate
from knowledge.text import normalise
from knowledge.types import Law, Rule

_CHOICES = 4
_BRACKETS = re.compile(r"\s*\(.*?\)")


def of_what(frame: Frame, near: Sequence[Candidate], question: str) -> Words:
    """The question back. ``near``: what may be meant."""
    number = _article(question)
    if number is not None:
        return _of_which_law(frame, number)
    titles = _titles(near, question, english=frame.english)
    choices = tuple(titles)[:_CHOICES]
    if frame.english:
        text = "Which matter do you mean? " + (
            "Choose one, or name the matter." if choices else "Please name the matter."
        )
    else:
        text = "您问的是哪件事？" + (
            "可以从下面选一个，也可以把事情说完整。"
            if choices
            else "请把事情说完整，比如“数据产品挂牌要哪些材料”。"
        )
    return _asked(frame, text, choices, tuple(titles.values())[:_CHOICES])


def _titles(near: Sequence[Candidate], question: str, *, english: bool) -> dict[str, str]:
    """Stored questions that ask for the same, each with its words in the other language."""
    wanted = aspects_of(question)
    titles: dict[str, str] = {}
    for candidate in near:
        document, questions = candidate.target.document, candidate.target.questions
        if not questions or not aspects_of(questions[0]) & wanted:
            continue
        given = str(getattr(getattr(document, "english", None), "question", ""))
        title, other = (given, questions[0]) if english else (questions[0], given)
        if title:
            titles.setdefault(title, other)
    return titles


def only_an_article(text: str) -> bool:
    """Whether a text is the number of an article and nothing else."""
    return NUMBERED.fullmatch(normalise(text).strip("?!。,. 呢")) is not None


def _article(question: str) -> int | None:
    """The number of the article that is named without its law."""
    named = NUMBERED.search(normalise(question))
    number = re.search(r"\d+", named.group()) if named is not None else None
    return int(number.group()) if number is not None else None


def _of_which_law(frame: Frame, number: int) -> Words:
    """Of which law? With those of today as choices that hold something on an article of this
    number."""
    book, pack = frame.snapshot.laws, frame.snapshot.pack
    laws = pack.all(Law)
    rules = [r for r in pack.all(Rule).values() if book.holds(r, frame.today)]
    holding = {r.law for r in rules if r.article == number}
    # Of which most is held is asked for most.
    weight = Counter(r.law for r in rules)
    held = [laws[n] for n in sorted(holding, key=lambda n: (-weight[n], n))][:_CHOICES]
    chinese = tuple(article_name(law, number) for law in held)
    english = tuple(f"{_plain_english(law)}, Article {number}" for law in held)
    if frame.english:
        text = f"Article {number} of which law? Please name it" + (
            ", or choose one." if held else "."
        )
        return _asked(frame, text, english, chinese)
    text = f"您问的是哪部法的第{chinese_numeral(number)}条？" + (
        "可以从下面选一部，也可以说出法名。" if held else "请说出法名。"
    )
    return _asked(frame, text, chinese, english)


def _plain_english(law: Law) -> str:
    """The English name of a law as people type it, without its version."""
    return _BRACKETS.sub("", law.english or plain_title(law.title))


def _asked(frame: Frame, text: str, choices: tuple[str, ...], others: tuple[str, ...]) -> Words:
    line = Line(text, locked=False, language=frame.language)
    given = Choices(choices, frame.language, others)
    return Words("clarify", (line,), "ask_back", choices=given)
