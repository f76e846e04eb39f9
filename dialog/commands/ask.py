"""``yingbin ask``: asks from the command line, through the same turn as every visitor."""

from __future__ import annotations

import argparse
import asyncio
import re
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import msgspec

from dialog.commands import Commands
from dialog.commands.given import read_lines, show
from dialog.config_file import read_settings
from dialog.errors import StartError
from dialog.hearing import Heard, listen_through, refusal
from dialog.reply.question import Exchange
from dialog.seams import Turn
from knowledge.types import SourceItem

_ITEM = re.compile(r"（[一二三四五六七八九十]+）")
EXAMPLE = '{"id":"…","question":"…","turns":["…"]}'


class Asked(msgspec.Struct, frozen=True):
    """One line of a file of questions. ``turns``: the visitor's earlier questions, in order."""

    question: str
    id: str = ""
    turns: tuple[str, ...] = ()


def add(commands: Commands) -> None:
    """Add the command's parser."""
    parser = commands.add_parser("ask", help="ask a question, or a file of questions")
    parser.add_argument("question", nargs="?", default="", help="the question")
    parser.add_argument("--questions", type=Path, metavar="FILE", help="a JSON line a question")
    parser.add_argument("--json", action="store_true", help="one JSON object a line")
    parser.add_argument("--day", default="", metavar="DATE", help="answer as of this day")
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Ask and print."""
    from dialog.logs import open_logs
    from dialog.parts import prepare

    if mistake := _mistake(arguments.question, arguments.questions):
        raise StartError("ask", mistake, mend='write: yingbin ask "…" or --questions FILE')
    settings = read_settings(arguments.config)
    open_logs(settings.log.form, "WARNING")
    questions = [Asked(arguments.question)]
    if arguments.questions:
        questions = read_lines(arguments.questions, Asked, example=EXAMPLE)
    prepared = prepare(settings, day=arguments.day)
    try:
        prepared.warm()
        failed = asyncio.run(
            ask_all(prepared.turn, questions, prepared.today(), json_lines=arguments.json)
        )
    finally:
        prepared.close()
    return 1 if failed else 0


def _mistake(question: str, file: Path | None) -> str:
    """What is wrong with what is to be asked, before anything is loaded."""
    if file is not None:
        return "takes a question or a file of questions, not both" if question else ""
    return refusal(question, "en").rstrip(".") if question else "nothing to ask"


async def ask_all(turn: Turn, questions: Iterable[Asked], today: Any, *, json_lines: bool) -> bool:
    """Ask and show all; whether one ended in a fault."""
    failed = False
    for asked in questions:
        exchanges: tuple[Exchange, ...] = ()
        for earlier in asked.turns:
            if refusal(earlier, "en"):
                continue  # No turn, and nothing to remember, at the conversation door either.
            heard = await listen_through(turn, earlier, exchanges, today)
            exchanges = (
                *exchanges,
                Exchange(earlier, heard.done.outcome, heard.done.entries),
            )
        heard = await listen_through(turn, asked.question, exchanges, today)
        failed = failed or heard.done.outcome == "error"
        if json_lines:
            show(as_row(asked.id, heard))
        else:
            _show(heard)
    return failed


def as_row(name: str, heard: Heard) -> dict[str, Any]:
    """The reply as one JSON object."""
    return {
        "id": name,
        "outcome": heard.done.outcome,
        "text": "\n".join((heard.text, *_beside(heard), *heard.notices)),
        "citations": _citations(heard.sources),
        "entries": list(heard.done.entries),
        "emotion": heard.done.tone,
        "confidence": heard.done.confidence,
        "latency_ms": round(heard.milliseconds, 2),
    }


def _citations(sources: Iterable[SourceItem]) -> list[dict[str, Any]]:
    """The places in laws, each once: items of one article have the article in common."""
    rows = {
        (s.law, s.article, s.part, s.paragraph, s.as_of): {
            "law": s.law,
            "article": s.article,
            **({"part": s.part} if s.part else {}),
            "paragraph": s.paragraph,
            "as_of": s.as_of,
        }
        for s in sources
        if s.law and s.article is not None
    }
    return list(rows.values())


def _place(source: SourceItem) -> str:
    """The place in a source as it is printed: 第23条第（三）项, or its section."""
    if source.article is None:
        return source.section
    paragraph = f"第{source.paragraph}款" if source.paragraph is not None else ""
    item = f"第{source.section}项" if _ITEM.fullmatch(source.section) else ""
    part = f"之{source.part}" if source.part else ""
    return f"第{source.article}条{part}{paragraph}{item}"


def _beside(heard: Heard) -> list[str]:
    """What the page shows beside a reply that says little without it: the catalogue's items, the
    chips of one that leaves the visitor to choose, else the way to a person: an answer, and what
    is known not to be known, say themselves what to do next."""
    choosing = heard.done.outcome in ("unknown", "clarify", "partial")
    offers = (*heard.items, *(heard.pointers if choosing else ()))
    done = heard.done
    says_itself = done.outcome == "answered" or (done.outcome == "unknown" and done.entries)
    if not offers and heard.contact and not says_itself:
        return [heard.contact]
    return [f"{number}. {offer}" for number, offer in enumerate(offers, 1)]


def _show(heard: Heard) -> None:
    print(heard.text)
    for notice in heard.notices:
        print(f"  ({notice})")
    for offer in heard.offered:
        print(f"  · {offer}")
    if heard.contact:
        print(f"  · {heard.contact}")
    for source in heard.sources:
        day = f"（公布于{source.date}）" if source.date else ""
        print(f"  〔{source.grade}〕{source.title} {_place(source)}".rstrip() + day)
    done = heard.done
    print(
        f"  outcome {done.outcome}, tone {done.tone}, route {done.route}, "
        f"confidence {done.confidence:.2f}, {heard.milliseconds:.0f} ms",
        file=sys.stderr,
    )
