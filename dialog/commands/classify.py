"""``yingbin classify``: learns labels from a file of examples and puts them on another file."""

from __future__ import annotations

import argparse

import msgspec

from dialog.commands import Commands
from dialog.commands.given import add_own_data, opened_cache, read_lines, show
from dialog.errors import StartError

EXAMPLE = '{"text":"…","label":"…"}'


class Example(msgspec.Struct, frozen=True):
    """A line of the training file."""

    text: str
    label: str

    def __post_init__(self) -> None:
        if not self.label.strip():
            message = "the label is empty"
            raise ValueError(message)


class Asked(msgspec.Struct, frozen=True):
    """A line of the file to label."""

    text: str


def add(commands: Commands) -> None:
    """Add the command's parser."""
    about = "label texts after examples of your own"
    parser = add_own_data(commands, "classify", about, known="train", asked="test")
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Learn, and print a line for each text."""
    from knowledge.classifying import Labelled, train

    given = read_lines(arguments.train, Example, example=EXAMPLE)
    asked = read_lines(arguments.test, Asked, example='{"text":"…"}')
    examples = [Labelled(e.text, e.label) for e in given]
    labels = sorted({e.label for e in examples})
    if len(labels) < 2:
        what = f"has only the label {labels[0]!r}" if labels else "has no example"
        raise StartError(str(arguments.train), what, mend="give examples of two labels or more")
    texts = [a.text for a in asked]
    cache = opened_cache(arguments, len({*texts, *(e.text for e in examples)}))
    vectors = None if cache is None else cache.vectors([e.text for e in examples])
    classifier = train(examples, vectors)
    rows = classifier.judge(texts, None if cache is None else cache.vectors(texts))
    for text, row in zip(texts, rows, strict=True):
        if arguments.json:
            chances = {
                "confidence": round(row.confidence, 4),
                "in_scope": round(row.in_scope, 4),
            }
            show({"label": row.label, **chances})
        else:
            print(f"{row.confidence:.2f}  {row.in_scope:.2f}  {row.label}  {text}")
    return 0
