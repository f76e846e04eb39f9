"""``yingbin search``: finds answers in entries of your own, or says that none is there."""

from __future__ import annotations

import argparse
from collections import Counter
from typing import TYPE_CHECKING

import msgspec

from dialog.commands import Commands
from dialog.commands.given import add_own_data, opened_cache, read_lines, show
from dialog.errors import StartError

if TYPE_CHECKING:
    from knowledge.search.anybody import Found

ENTRY = '{"id":"…","question":"…","answer":"…","similar":["…"]}; id and question are needed'
QUERY = '{"id":"…","text":"…"}'


class Query(msgspec.Struct, frozen=True):
    """A line of the file of queries."""

    text: str
    id: str = ""


def add(commands: Commands) -> None:
    """Add the command's parser."""
    about = "search entries of your own"
    parser = add_own_data(commands, "search", about, known="entries", asked="queries")
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Learn the entries, and print a line for each query."""
    from knowledge.pack import SHIPPED
    from knowledge.search.anybody import Finder, Given
    from knowledge.search.judges import load_judges

    entries = read_lines(arguments.entries, Given, example=ENTRY)
    twice = [name for name, n in Counter(e.id for e in entries).items() if n > 1]
    if twice:
        what = f"ids stand twice: {', '.join(twice[:20])}"
        raise StartError(str(arguments.entries), what, mend="give each entry an id of its own")
    queries = read_lines(arguments.queries, Query, example=QUERY)
    size = sum(1 + len(e.similar) + bool(e.answer) for e in entries) if entries else 0
    cache = opened_cache(arguments, size + len(queries)) if entries else None
    judges = load_judges(SHIPPED / "built")
    prior = None if judges is None else judges.words if cache is None else judges.meaning
    finder = Finder(entries, embed=None if cache is None else cache.vectors, prior=prior)
    found = finder.find_all([q.text for q in queries], None if cache is None else cache.vectors)
    for query, one in zip(queries, found, strict=True):
        _show(query, one, json_lines=arguments.json)
    return 0


def _show(query: Query, found: Found, *, json_lines: bool) -> None:
    if json_lines:
        row = {
            "id": query.id,
            "results": [
                {"id": hit.id, "probability": round(hit.probability, 4)} for hit in found.results
            ],
            "answer": found.answer,
            "confidence": round(found.confidence, 4),
        }
        show(row)
        return
    best = found.results[0].id if found.results else "-"
    print(f"{found.confidence:.2f}  {best if found.answer else f'({best})'}  {query.text}")
