"""How often a judged question is a plain one for a side of a matter, and whether its cell is right.

    python bench/plain.py [--list]

A plain question is answered from the grid of matters without a search. The questions are those of
`examples/consultations.jsonl`, which people wrote without having seen the knowledge; `right` holds
the documents that a reader had found to answer. A cell's document that the reader was not shown
counts as *not judged*, and `--list` prints those and the wrong ones, to be read.
"""

from __future__ import annotations

import argparse

from measuring import machine, table

from dialog.clock import SystemClock
from knowledge.answers.matters import MatterBook
from knowledge.pack import read
from knowledge.search.targets import targets_of
from knowledge.types import Matter, Term


def main() -> None:
    """Print the table, and with ``--list`` the questions that need reading."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--list", action="store_true")
    listed = parser.parse_args().list
    pack = read()
    targets = targets_of(pack, SystemClock().now().date())
    house = pack.all(Term)[pack.profile.exchange]
    book = MatterBook(pack.all(Matter).values(), targets, (house.id, *house.synonyms))
    negatives = {t.id: set(t.negative) for t in targets}
    right = wrong = unjudged = 0
    for asked in pack.consultations:
        found = book.find(asked.text)
        if found is None:
            continue
        if found.id in asked.right:
            right += 1
            continue
        refuted = asked.text in negatives[found.id]
        wrong, unjudged = wrong + refuted, unjudged + (not refuted)
        if listed:
            print(
                "wrong" if refuted else "not judged", found.id, asked.text, asked.right, sep=" | "
            )
    print(machine())
    rows = [(len(pack.consultations), right + wrong + unjudged, right, wrong, unjudged)]
    print(table(("judged questions", "plain", "right", "wrong", "not judged"), rows))


if __name__ == "__main__":
    main()
