"""Whether a pack and the imported words of its laws fit each other: every cited article is there,
and each quotable article is found by its name, on its days, word for word. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

import msgspec

from knowledge.answers.citing import plain_title
from knowledge.answers.rules import LawBook
from knowledge.answers.statutes import StatuteBook, paragraphs_of
from knowledge.check.laws import outside
from knowledge.pack import Pack
from knowledge.statutes.figures import strange_figures
from knowledge.statutes.splitting import name_of
from knowledge.types import Law, Origin, Rule, Statute


class Misfit(msgspec.Struct, frozen=True):
    """Something that does not fit. ``certain``: the law is held whole, so that it must be mended;
    else the article may be missing from the import alone."""

    id: str
    law: str
    article: str
    what: str
    certain: bool

    def __str__(self) -> str:
        kind = "error" if self.certain else "unsure"
        return f"{kind:7} {self.id}: {self.law} {self.article}: {self.what}"


class Verdict(msgspec.Struct, frozen=True):
    """What was compared and what did not fit."""

    cited: int
    quoted: int
    misfits: tuple[Misfit, ...]


def verify(pack: Pack, today: date) -> Verdict:
    """Compare a pack that holds statutes with itself."""
    laws = pack.all(Law)
    statutes = {statute.law: statute for statute in pack.all(Statute).values()}
    cited = list(dict.fromkeys(_cited(pack)))
    misfits = [m for c in cited if (m := _misfit(statutes, laws, c)) is not None]
    misfits.extend(_dated(pack.all(Rule).values(), laws))
    misfits.extend(_figures(pack))
    book = LawBook(laws, pack.all(Rule), StatuteBook(pack.all(Statute), laws))
    quoted = 0
    for statute in statutes.values():
        for ok, misfit in _quotes(book, statute, today):
            quoted += ok
            misfits.extend(misfit)
    return Verdict(len(cited), quoted, tuple(misfits))


_Cited = tuple[str, str, int, int | None]
"""Who cites, law, article, paragraph."""


def _cited(pack: Pack) -> Iterator[_Cited]:
    for document in pack.every():
        if isinstance(document, Rule):
            yield document.id, document.law, document.article, document.paragraph
            for former in document.former:
                yield document.id, former.law, former.article, None
        elif not isinstance(document, Statute):
            for origin in _origins(document):
                if origin.law and origin.article is not None:
                    yield document.id, origin.law, origin.article, origin.paragraph


def _origins(value: object) -> Iterator[Origin]:
    if isinstance(value, Origin):
        yield value
    elif isinstance(value, msgspec.Struct):
        for name in value.__struct_fields__:
            yield from _origins(getattr(value, name))
    elif isinstance(value, tuple):
        for item in value:  # pyright: ignore[reportUnknownVariableType]
            yield from _origins(item)  # pyright: ignore[reportUnknownArgumentType]


def _misfit(statutes: dict[str, Statute], laws: dict[str, Law], cited: _Cited) -> Misfit | None:
    who, law, number, paragraph = cited
    statute = statutes.get(law)
    if statute is None:
        what = "the law's words were not imported" if law in laws else "there is no such law"
        return Misfit(who, law, name_of(number), what, law not in laws)
    article = next((a for a in statute.articles if (a.number, a.part) == (number, 0)), None)
    if article is None:
        return Misfit(who, law, name_of(number), "no such article was imported", statute.whole)
    if paragraph is not None and not article.doubt:
        count = len(paragraphs_of(article.text.split("\n")))
        if paragraph > count:
            what = f"paragraph {paragraph} is cited, the article has {count}"
            return Misfit(who, law, name_of(number), what, certain=True)
    return None


def _dated(rules: Iterable[Rule], laws: dict[str, Law]) -> Iterator[Misfit]:
    """Rules whose own days lie outside of the days of their law."""
    for rule in rules:
        law = laws.get(rule.law)
        if law is not None and outside(rule, law):
            what = "the rule's dates lie outside of those of its law"
            yield Misfit(rule.id, rule.law, name_of(rule.article), what, certain=True)


def _figures(pack: Pack) -> Iterator[Misfit]:
    """Figures that stand in none of the articles that are cited for them."""
    for document, figure in strange_figures(pack):
        what = f"tells {figure}, which stands in none of the articles that it cites"
        yield Misfit(document.id, "", "", what, certain=False)


def _quotes(
    book: LawBook, statute: Statute, today: date
) -> Iterator[tuple[bool, tuple[Misfit, ...]]]:
    """For each article: whether it is quoted word for word when asked for by name on its first
    day, and not at all on the day before or while it is in doubt."""
    law = book.laws[statute.law]
    for article in statute.articles:
        name = f"第{article.number}条" + (f"之{article.part}" if article.part else "")
        asked = f"《{plain_title(law.title)}》{name}"
        day = law.effective_from or today
        found = book.look_up(asked, day)
        wording = found.wording if found is not None else None
        meant = found is not None and found.law is not None and found.law.id == law.id
        text = wording.article.text if wording is not None and meant else ""
        free = not article.doubt and law.effective_from is not None
        free = free and not (article.number in law.in_doubt and not article.part)
        what = ""
        if free and text != article.text:
            what = "it is not quoted word for word when asked for by name"
        elif not free and text:
            what = "it is quoted although it must not be"
        elif free and _early(book, law, asked, day):
            what = "it is quoted for a day before it was in force"
        misfit = (Misfit(f"statute {law.id}", law.id, name, what, certain=True),) if what else ()
        yield bool(text), misfit


def _early(book: LawBook, law: Law, asked: str, day: date) -> bool:
    found = book.look_up(asked, day - timedelta(days=1))
    same = found is not None and found.law is not None and found.law.id == law.id
    return same and found is not None and found.wording is not None
