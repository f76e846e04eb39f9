"""Which of the question files teach, and which only measure: a question that is known by heart
measures nothing."""

from __future__ import annotations

import json
from pathlib import Path

from dialog.parts import Prepared
from knowledge.text import key


def _texts(name: str) -> list[str]:
    lines = (Path(__file__).parent / f"{name}.jsonl").read_text("utf-8").splitlines()
    return [json.loads(line)["text"] for line in lines]


def test_visitors_questions_teach_nothing(prepared: Prepared) -> None:
    """None of them is an example, or a wording or near miss of a document: fifteen had become so
    by chance, for two people ask the same in four characters."""
    pack = prepared.library.snapshot.pack
    taught = {key(c.text) for c in (*pack.consultations, *pack.intents, *pack.feelings)}
    for target in prepared.library.snapshot.index.targets:
        taught.update(map(key, (*target.questions, *target.negative)))
    measuring = _texts("visitors")
    assert [t for t in measuring if key(t) in taught] == []
    assert len(measuring) >= 380
    # Of the other files a part was judged and teaches; docs/evaluation.md says how many.
    judged = {key(c.text) for c in pack.consultations}
    assert sum(key(t) in judged for t in _texts("answerable")) == 446
    assert sum(key(t) in judged for t in _texts("unanswerable")) == 267
