"""How the log is written: JSON in production, coloured lines on a terminal. Standard error only.

Visitors' words never stand in a message.
"""

from __future__ import annotations

import logging
import sys
import traceback
from typing import Literal, cast

import structlog


def open_logs(form: Literal["auto", "json", "console"], level: str) -> None:
    """Set up structlog; ``auto`` is the console on a terminal and JSON elsewhere."""
    console = form == "console" or (form == "auto" and sys.stderr.isatty())
    renderer: structlog.typing.Processor = (
        structlog.dev.ConsoleRenderer()
        if console
        else structlog.processors.JSONRenderer(ensure_ascii=False)
    )
    structlog.configure(
        processors=[
            structlog.contextvars.merge_contextvars,
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=False),
            renderer,
        ],
        wrapper_class=structlog.make_filtering_bound_logger(logging.getLevelNamesMapping()[level]),
        # Looked up at each line: who replaces the stream later gets the lines that come later.
        logger_factory=lambda *_: structlog.PrintLogger(sys.stderr),
        cache_logger_on_first_use=False,
    )
    # The libraries' own loggers (aiohttp, websockets) speak only when something is wrong.
    logging.basicConfig(stream=sys.stderr, level=logging.ERROR, format="%(name)s: %(message)s")


def failure(error: BaseException) -> dict[str, str]:
    """An exception for the log without its text, which may hold a visitor's words; of a group, the
    first one."""
    inner = error
    while isinstance(inner, BaseExceptionGroup):
        inner = cast("BaseExceptionGroup[BaseException]", inner).exceptions[0]
    frames = traceback.extract_tb(inner.__traceback__)
    where = " < ".join(f"{frame.name}:{frame.lineno}" for frame in reversed(frames[-4:]))
    return {"error": type(inner).__name__, "where": where}
