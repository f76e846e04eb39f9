"""Where the parts are chosen, started and stopped. The one place that knows all of them.

Start: journal, knowledge, reception, conversation door, pages door, staff door.
Stop: refuse what is new, finish or cut running turns, flush the journal, close.
"""

from __future__ import annotations

import asyncio
import resource
import threading
from collections.abc import AsyncGenerator, Callable, Coroutine, Mapping
from contextlib import AsyncExitStack, asynccontextmanager

import msgspec
import structlog
from aiohttp import web

from dialog.clock import Clock, SystemClock
from dialog.config import Settings
from dialog.doors.addresses import shown_host
from dialog.doors.limits import Gate
from dialog.doors.pages import FindAudio, PagesParts, pages_app
from dialog.doors.relay import Relay
from dialog.doors.socket import SocketDoor
from dialog.errors import AddressError
from dialog.journal import Journal
from dialog.logs import failure
from dialog.metrics import Metrics
from dialog.reception import Reception
from dialog.seams import Means, OpenMouth, Turn
from dialog.tasks import Tasks
from knowledge.store import Store
from knowledge.types import Profile


def no_audio(name: str) -> bytes | None:
    """Where nothing speaks, no sound is kept."""
    return None


class Parts(msgspec.Struct, frozen=True):
    """The parts that a running product is made of, apart from its own plumbing.

    ``open_mouth``: ``None`` = no sound. ``staff``: builds the staff door's application once the
    journal and the counters stand; ``None`` = no staff door. ``healthy``: whether the knowledge can
    answer. ``warm``: builds what may be missing at start, in a thread of its own. ``readiness``:
    what is ready and what is being built, by name. ``background``: work with time, cut at the stop.
    """

    turn: Turn
    profile: Callable[[], Profile]
    open_mouth: OpenMouth | None = None
    find_audio: FindAudio = no_audio
    healthy: Callable[[], bool] = lambda: True
    staff: Callable[[Journal, Metrics], web.Application] | None = None
    setup_link: Callable[[], str] = lambda: ""
    warm: Callable[[], None] | None = None
    readiness: Callable[[], Mapping[str, str]] = dict
    background: Callable[[], Coroutine[None, None, None]] | None = None
    close: Callable[[], None] = lambda: None
    clock: Clock = SystemClock()
    metrics: Metrics = msgspec.field(default_factory=Metrics)


class House(msgspec.Struct, frozen=True):
    """A running product: where its doors stand, and what tests look at."""

    pages: str
    conversation: str
    staff: str
    reception: Reception
    journal: Journal
    metrics: Metrics
    gate: Gate


@asynccontextmanager
async def open_house(settings: Settings, parts: Parts) -> AsyncGenerator[House]:
    """Start everything; leaving stops it in the written order."""
    metrics = parts.metrics
    journal = Journal(settings.data(), settings.journal, clock=parts.clock, metrics=metrics)
    gate = Gate(settings.limits)
    journal.start()
    try:

        def open_means(tasks: Tasks) -> Means:
            return Means(
                turn=parts.turn,
                open_mouth=parts.open_mouth,
                spoken_label=settings.voice.label == "spoken",
                clock=parts.clock,
                journal=journal,
                metrics=metrics,
                timeouts=settings.timeouts,
                limits=settings.limits,
                tasks=tasks,
            )

        async with (
            Reception(settings, open_means, profile=parts.profile) as reception,
            AsyncExitStack() as doors,
        ):
            yield await _open_doors(settings, parts, doors, reception=reception, gate=gate)
    finally:
        if not await journal.stop(settings.timeouts.stop):
            structlog.get_logger("app").error("journal_not_flushed")


async def _open_doors(
    settings: Settings, parts: Parts, doors: AsyncExitStack, *, reception: Reception, gate: Gate
) -> House:
    """Open the three doors; their closing is pushed on ``doors`` in the order of the stop."""
    means = reception.means
    conversation = SocketDoor(reception, gate, settings=settings)
    await conversation.open()
    doors.push_async_callback(conversation.close)
    relay: Relay | None = None
    if not settings.doors.public_url:
        relay = Relay(settings, port=conversation.port)
        await relay.open()
        doors.push_async_callback(relay.close)

    def healthy() -> bool:
        return parts.healthy() and not reception.closing

    pages_parts = PagesParts(
        reception=reception,
        gate=gate,
        relay=relay,
        find_audio=parts.find_audio,
        healthy=healthy,
    )
    pages = await asyncio.to_thread(pages_app, pages_parts, settings)
    at = settings.doors
    seconds = settings.timeouts.close
    pages_url = await _open_site(
        doors, pages, "pages", host=at.pages_listen, port=at.pages_port, seconds=seconds
    )
    staff_url = ""
    if parts.staff is not None:
        staff = await asyncio.to_thread(parts.staff, means.journal, means.metrics)
        staff_url = await _open_site(
            doors, staff, "staff", host=at.staff_listen, port=at.staff_port, seconds=seconds
        )
    if parts.warm is not None:
        # Not awaited at the end: what it builds is kept whole or not at all.
        threading.Thread(target=_warm, args=(parts.warm,), name="warm", daemon=True).start()
    if parts.background is not None:
        background = means.tasks.start(parts.background(), "background")
        doors.callback(background.cancel)
    # Last in, first out: turns end before any door closes; nobody new gets in from here on.
    doors.push_async_callback(reception.stop)
    doors.callback(conversation.refuse_new)
    return House(
        pages=pages_url,
        conversation=f"ws://{shown_host(at.conversation_listen)}:{conversation.port}/",
        staff=staff_url,
        reception=reception,
        journal=means.journal,
        metrics=means.metrics,
        gate=gate,
    )


def _warm(work: Callable[[], None]) -> None:
    """Build what may be missing; without it the product goes on as it is."""
    try:
        work()
    except Exception as error:
        # The edge of a thread that nobody waits for; visitors get what there is.
        structlog.get_logger("app").error("warm_failed", **failure(error))


async def _open_site(
    doors: AsyncExitStack,
    app: web.Application,
    door: str,
    *,
    host: str,
    port: int,
    seconds: float,
) -> str:
    """Open an aiohttp door; its address."""
    runner = web.AppRunner(
        app, access_log=None, shutdown_timeout=seconds, handler_cancellation=True
    )
    await runner.setup()
    doors.push_async_callback(runner.cleanup)
    site = web.TCPSite(runner, host, port)
    try:
        await site.start()
    except OSError as error:
        raise AddressError(door, host, port=port, why=error.strerror or "") from error
    bound = next(iter(runner.addresses))[1]
    return f"http://{shown_host(host)}:{bound}/"


def raise_file_limit() -> int:
    """Raise the number of files that may be open to the hard limit; that number."""
    _, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))
    return hard


def choose_parts(settings: Settings) -> Parts:
    """The product's parts, as this configuration wants them. Reads the pack and opens the store:
    takes a second or two, and ``StartError`` says what is wrong."""
    from dialog.doors.staff import staff_app
    from dialog.parts import prepare
    from dialog.published import Pronounced, Published
    from dialog.rehearsal import sayings
    from dialog.speech import Voicing

    counters = Metrics()
    prepared = prepare(settings, metrics=counters)
    prepared.library.follow()
    voicing = Voicing(
        settings,
        published=Published(lambda: prepared.library.snapshot),
        pronunciations=Pronounced(lambda: prepared.library.snapshot),
    )

    async def rehearse() -> None:
        snapshot, today = prepared.library.snapshot, SystemClock().now().date()
        await voicing.rehearse(lambda: sayings(snapshot, today), SystemClock().sleep)

    def readiness() -> dict[str, object]:
        return {**prepared.readiness(), "voice": voicing.standing(SystemClock().now())}

    def staff(journal: Journal, metrics: Metrics) -> web.Application:
        return staff_app(
            store=prepared.store,
            settings=settings,
            readiness=lambda: {**readiness(), **journal.readiness()},
            cite=prepared.cite,
            objections=prepared.objections,
            metrics=metrics.registry,
            clock=SystemClock(),
            journal=journal,
        )

    return Parts(
        turn=prepared.turn,
        profile=lambda: prepared.library.snapshot.pack.profile,
        open_mouth=voicing.open_mouth,
        find_audio=voicing.find_audio,
        staff=staff,
        setup_link=lambda: first_setup_link(prepared.store),
        warm=prepared.warm,
        readiness=prepared.readiness,
        background=rehearse,
        close=prepared.close,
        metrics=counters,
    )


def first_setup_link(store: Store) -> str:
    """The path of a one-time link for the first administrator; empty once there is one."""
    from dialog.doors.accounts import AccountError, create_setup_link

    try:
        return create_setup_link(store)
    except AccountError:
        return ""
