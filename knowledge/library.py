"""The library: the current snapshot of the knowledge. A new one replaces it whole.

Snapshots are swapped by version; a running turn keeps the one that it began with.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from datetime import date
from pathlib import Path

import structlog

from knowledge.pack import Pack
from knowledge.search.forms import Forms, forms_of
from knowledge.search.fusion import texts_of, whole_texts_of
from knowledge.search.judges import Judges, load_judges
from knowledge.search.pieces import PieceCache, reader_of
from knowledge.search.targets import segmenter_of
from knowledge.search.vectors import Embedder, VectorCache
from knowledge.snapshot import Snapshot, pieces_of, vectors_of

log = structlog.get_logger(__name__)

FORMS = "forms.msgpack"
"""The file of the forms of texts, in a folder of what is built."""
_LOOK = 0.5
"""Seconds between two looks whether a new day has begun or another process has published."""
_REST = 60.0
"""Seconds until the next look after one that failed."""


class Library:
    """Holds the current snapshot and replaces it when knowledge changes.

    ``source`` gives the published pack and its version; it may be called from any thread. The
    first snapshot searches by words; vectors follow when ``warm`` has made them.
    """

    def __init__(
        self,
        source: Callable[[], tuple[Pack, int]],
        *,
        embedder: Callable[[], Embedder] | None,
        built: Path,
        today: Callable[[], date],
        ahead: Path | None = None,
        settled: Callable[[], object] = lambda: None,
        version: Callable[[], int] | None = None,
    ) -> None:
        """``built``: the folder for what is learned. ``ahead``: a folder of vectors, pieces and
        forms that came with the pack. ``version``: what is published now, asked often, so that what
        another process publishes is seen too. ``settled()`` is called when a new snapshot is in
        place."""
        self._version = version
        self._ahead = ahead
        self._settled = settled
        self._source = source
        self._make_embedder = embedder
        self._built = built
        self._forms = built / FORMS
        self._today = today
        self.cache: VectorCache | None = None
        self._building = threading.Lock()
        self._changed = threading.Event()
        self._stopping = False
        self._follower: threading.Thread | None = None
        self._state: dict[str, str] = {
            "words": "ready",
            "published": "ready",
            "meaning": "building",
        }
        self.snapshot = self._build(first=True)

    def _build(self, *, first: bool = False) -> Snapshot:
        pack, version = self._source()
        if first:
            self._read_forms(forms_of(segmenter_of(pack)))
        return Snapshot(
            pack, self._today(), version=version, judges=self._judges(), cache=self.cache
        )

    def _read_forms(self, forms: Forms) -> None:
        """Take the forms that the last start kept, else those that came with the pack."""
        came = self._came(FORMS)
        if not forms.read(self._forms) and came is not None:
            forms.read(came)

    def _judges(self) -> Judges | None:
        judges = load_judges(self._built)
        self._state["confidence"] = "ready" if judges else "building"
        return judges

    def refresh(self) -> int:
        """Build a snapshot of what is published now and put it in place; its version."""
        with self._building:
            self.snapshot = self._build()
            self._settled()
            if not self._changed.is_set():
                self._state["published"] = "ready"
            return self.snapshot.version

    def changed(self) -> None:
        """Say that knowledge has changed. Returns at once; the follower builds the snapshot, and
        until that is in place the one before answers."""
        self._state["published"] = "building"
        self._changed.set()

    def follow(self) -> None:
        """Start the thread that puts changed knowledge in place, and a new day's on its day."""
        self._follower = threading.Thread(target=self._keep_up, name="library", daemon=True)
        self._follower.start()

    def _keep_up(self) -> None:
        rest = _LOOK
        while not self._stopping:
            told = self._changed.wait(rest)
            self._changed.clear()
            if self._stopping:
                continue
            try:
                if told or self._stale():
                    self.refresh()
                rest = _LOOK
            except Exception:
                rest = _REST
                self._state["published"] = "failing"
                # The thread's edge: the old snapshot keeps answering, the next change tries again.
                log.exception("library.refresh_failed")

    def _stale(self) -> bool:
        """Whether the day or what is published has moved on without a word."""
        snapshot = self.snapshot
        moved = self._version is not None and self._version() != snapshot.version
        return moved or snapshot.day != self._today()

    def stop(self) -> None:
        """End the follower."""
        self._stopping = True
        self._changed.set()
        if self._follower is not None:
            self._follower.join(timeout=10)

    def warm(self) -> None:
        """Load the embedder, make the vectors and the judges that are missing, and swap them in.
        Takes from two seconds (all cached) to minutes; run it in a thread at start."""
        index = self.snapshot.index
        forms_of(index.segmenter).keep(self._forms, index.targets)
        cache = self._open_cache()
        if load_judges(self._built) is None:
            from knowledge.building import build_judges

            pack, _ = self._source()
            build_judges(pack, self._today(), cache, self._built)
        with self._building:
            self.cache = cache
            judges = self._judges()
            # What was published meanwhile is in place: each of its snapshots was built whole.
            self.snapshot = self.snapshot.with_meaning(judges, cache)
            self._settled()
        if cache is not None:
            self._state["meaning"] = "ready"

    def _open_cache(self) -> VectorCache | None:
        if self._make_embedder is None:
            return None
        try:
            embedder = self._make_embedder()
        except ImportError as error:
            log.warning("search.words_only", reason=str(error))
            self._state["meaning"] = "not on this platform; words alone"
            return None
        reader, pieces = reader_of(embedder), None
        if reader is not None:
            pieces = PieceCache(reader, self._built / "pieces.npz", ahead=self._came("pieces.npz"))
        cache = VectorCache(
            embedder, self._built / "vectors.npz", ahead=self._came("vectors.npz"), pieces=pieces
        )
        # Embed before the swap, so that a publish in the meantime is not held up.
        vectors_of(self.snapshot.index.targets, cache)
        pieces_of(self.snapshot.index.targets, cache)
        return cache

    def _came(self, name: str) -> Path | None:
        return None if self._ahead is None else self._ahead / name

    def keep_vectors(self, folder: Path) -> None:
        """Write the vectors and pieces of the present knowledge into a folder, to be given
        ``ahead`` elsewhere."""
        if self.cache is None:
            return
        targets = self.snapshot.index.targets
        self.cache.keep(texts_of(targets), folder / "vectors.npz")
        if self.cache.pieces is not None:
            self.cache.pieces.keep(whole_texts_of(targets), folder / "pieces.npz")

    def readiness(self) -> dict[str, str]:
        """What is ready and what is still being built, by name."""
        return dict(self._state)
