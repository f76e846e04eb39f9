"""Tasks that cannot harm one another: a failure is logged once and ends only its own task."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from types import TracebackType
from typing import Any

import structlog

from dialog.logs import failure


class Tasks:
    """A group of tasks as an async context; leaving waits for all of them. An error of the body
    goes on as it is."""

    def __init__(self) -> None:
        self._group = asyncio.TaskGroup()

    async def __aenter__(self) -> Tasks:
        await self._group.__aenter__()
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        await self._group.__aexit__(None, None, None)

    def start(self, work: Coroutine[Any, Any, None], name: str) -> asyncio.Task[None]:
        """Start a task; ``name`` says in the log which one failed."""
        task = self._group.create_task(guarded(work, name), name=name)
        # Cancelled before its first step, the task never touches the work.
        task.add_done_callback(lambda _: work.close())
        return task


async def guarded(work: Coroutine[Any, Any, None], name: str) -> None:
    """Do the work; an exception ends here."""
    try:
        await work
    except Exception as error:
        # The edge of every background task: raised further it would end its whole group.
        structlog.get_logger("tasks").error("task_failed", task=name, **failure(error))
