"""What an import would change against the words of a law that are held. Pure."""

from __future__ import annotations

import msgspec

from knowledge.statutes.splitting import name_of
from knowledge.types import Statute, StatuteArticle


class Changes(msgspec.Struct, frozen=True):
    """What would change against the words that are held, by the articles' names."""

    added: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()
    same: int = 0


def changes_of(before: Statute | None, after: Statute) -> Changes:
    """The differences, article by article."""
    old = {_key(a): a for a in before.articles} if before else {}
    new = {_key(a): a for a in after.articles}
    return Changes(
        tuple(name_of(*k) for k in new if k not in old),
        tuple(name_of(*k) for k, a in new.items() if k in old and old[k] != a),
        tuple(name_of(*k) for k in old if k not in new),
        sum(old.get(k) == a for k, a in new.items()),
    )


def _key(article: StatuteArticle) -> tuple[int, int]:
    return article.number, article.part
