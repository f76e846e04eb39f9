"""Whether a law's words are held from its first to its last article. Pure.

Only of such a law visitors hear that an article does not exist, so every doubt about where it
ends forbids it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from knowledge.statutes.articles import Placed
from knowledge.statutes.remarks import Remark
from knowledge.statutes.splitting import label_of, name_of
from knowledge.types import Law, Statute

_WORDS_MISSING = ("differs", "swallowed", "cut_text", "unfinished")


def whole_law(
    file: str, law: Law, articles: Sequence[Placed], *, claimed: bool, said: Iterable[Remark]
) -> tuple[bool, list[Remark]]:
    """Whether it is, and why not. ``claimed``: somebody says so; it counts where the law's record
    knows no length, and is refused where articles or words may be missing. ``said``: the report
    so far."""
    numbers = [a.article.number for a in articles if not a.article.part]
    last = numbers[-1] if numbers else 0
    unbroken = numbers == list(range(1, last + 1))
    remarks: list[Remark] = []
    if law.articles is not None:
        remarks.extend(
            a.remark("error", "beyond", str(law.articles))
            for a in articles
            if a.article.number > law.articles
        )
    refusals = list(_refusals(file, numbers, law.articles, articles, said)) if claimed else []
    remarks.extend(refusals)
    if law.articles is not None:
        whole = unbroken and last == law.articles and not refusals
    else:
        whole = claimed and not refusals
    if not whole:
        known = f"{len(numbers)} of {law.articles}" if law.articles else f"{len(numbers)} articles"
        remarks.append(Remark("warning", "not_whole", file, detail=known))
    return whole, remarks


def lost(file: str, before: Statute | None, after: Sequence[Placed]) -> Iterator[Remark]:
    """What taking articles would lose of a law that is held whole: articles that are not there,
    and words that are held free of doubt and may be cut here. A file that breaks off must not
    take from visitors what they hear."""
    if before is None or not before.whole:
        return
    now = {one.key: one for one in after}
    gone = [a for a in before.articles if (a.number, a.part) not in now]
    if gone:
        names = "、".join(name_of(a.number, a.part) for a in gone)
        yield Remark("error", "fewer", file, detail=names)
    for old in before.articles:
        new = now.get((old.number, old.part))
        if new is not None and not old.doubt and new.article.doubt in _WORDS_MISSING:
            yield new.remark("error", "fewer_words")


def _refusals(
    file: str,
    numbers: Sequence[int],
    known: int | None,
    articles: Sequence[Placed],
    said: Iterable[Remark],
) -> Iterator[Remark]:
    """What speaks against the claim that nothing is missing. ``known``: the last article's number
    by the law's record."""
    # A last article above the known one is an error of its own.
    ends = [known + 1] if known is not None and max(numbers, default=0) <= known else []
    missing = [
        name_of(before + 1) + (f" … {name_of(number - 1)}" if number - before > 2 else "")
        for before, number in pairwise([0, *numbers, *ends])
        if number - before > 1
    ]
    if missing or not numbers:
        yield Remark("error", "whole_gaps", file, detail="、".join(missing))
    for one in articles:
        doubt = one.article.doubt
        # What is in doubt before a gap is said by the gap.
        if doubt == "swallowed" and missing:
            continue
        if doubt in _WORDS_MISSING or (doubt and one is articles[-1] and known is None):
            yield one.remark("error", "whole_doubt")
    for remark in said:
        # A last article whose number runs into its words is held as the end of the one before.
        number = (label_of(remark.article) or (0, 0))[0] if remark.code == "unsplit" else 0
        if number > max(numbers, default=0):
            yield Remark("error", "whole_more", remark.file, remark.line, remark.article)
