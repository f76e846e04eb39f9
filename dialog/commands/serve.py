"""``yingbin serve``: opens the doors and keeps them open until it is told to stop."""

from __future__ import annotations

import argparse
import asyncio
import signal
import sys
from collections.abc import Mapping
from typing import TYPE_CHECKING

import msgspec

from dialog.commands import Commands
from dialog.config import Doors, Settings
from dialog.config_file import check_settings, read_settings
from dialog.errors import ConfigError, Mistake
from dialog.logs import open_logs

if TYPE_CHECKING:
    from dialog.app import Parts

OPEN_TO_ALL = frozenset({"0.0.0.0", "::"})  # noqa: S104 - compared only


def add(commands: Commands) -> None:
    """Add the command's parser."""
    parser = commands.add_parser("serve", help="open the doors and receive visitors")
    parser.add_argument(
        "--listen", metavar="ADDRESS", help="address of the pages door; 0.0.0.0 = the network"
    )
    for door in ("pages", "conversation", "staff"):
        parser.add_argument(
            f"--{door}-port", type=int, metavar="PORT", help=f"port of the {door} door; 0 = any"
        )
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Serve until Ctrl-C or SIGTERM."""
    from dialog.doors.addresses import try_addresses

    said = {
        "pages_listen": arguments.listen,
        "pages_port": arguments.pages_port,
        "conversation_port": arguments.conversation_port,
        "staff_port": arguments.staff_port,
    }
    settings = with_options(
        read_settings(arguments.config),
        {name: value for name, value in said.items() if value is not None},
    )
    try_addresses(settings.doors)
    from dialog.app import choose_parts, raise_file_limit

    open_logs(settings.log.form, settings.log.level)
    say(f"Files that may be open at once: {raise_file_limit()}")
    asyncio.run(_serve(settings, choose_parts(settings)))
    return 0


def with_options(settings: Settings, said: dict[str, str | int]) -> Settings:
    """The settings with what the command line says about the doors; checked like the file."""
    try:
        doors = msgspec.convert(msgspec.to_builtins(settings.doors) | said, Doors)
    except msgspec.ValidationError as error:
        mistake = Mistake("doors", str(error), "use a port from 0 to 65535")
        raise ConfigError("command line", (mistake,)) from error
    settings = msgspec.structs.replace(settings, doors=doors)
    if mistakes := check_settings(settings):
        raise ConfigError("command line", tuple(mistakes))
    return settings


SWITCH = 0.0001
"""Seconds after which a busy thread must offer the interpreter to the others. With Python's five
milliseconds the loop, which talks with everybody, waited that long behind each search."""


async def _serve(settings: Settings, parts: Parts) -> None:
    from dialog.app import open_house

    sys.setswitchinterval(SWITCH)
    asked_to_stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(number, asked_to_stop.set)
    waiting = building(parts.readiness())
    async with open_house(settings, telling(parts)) as house:
        say(f"Visitors:     {house.pages}")
        say(f"Conversation: {house.conversation}")
        if house.staff:
            say(f"Staff:        {house.staff}")
            if link := await asyncio.to_thread(parts.setup_link):
                address = house.staff.rstrip("/") + link
                say(f"First administrator, once, within 15 minutes: {address}")
        for warning in opened(settings):
            say(warning)
        await house.journal.flush(settings.timeouts.close)
        for trouble in house.journal.troubles():
            say(f"Not recorded, while answers go on: {trouble}")
        if waiting:
            say(waiting)
        say("Ctrl-C stops.")
        await asked_to_stop.wait()
        say("Stopping: no new visitors; running turns end, the journal is written.")
    say("Stopped.")


def building(readiness: Mapping[str, str]) -> str:
    """What an operator should know while knowledge is being built; empty when all is ready."""
    if "building" not in readiness.values():
        return ""
    return (
        "Knowledge:    stored questions, laws and rules answer now; the search is being prepared "
        "(some seconds; some minutes once for a pack without vectors)."
    )


def telling(parts: Parts) -> Parts:
    """The parts, which say so when they have built what was missing."""
    warm = parts.warm
    if warm is None:
        return parts

    def warm_and_tell() -> None:
        warm()
        say("Knowledge:    everything is ready.")

    return msgspec.structs.replace(parts, warm=warm_and_tell)


def opened(settings: Settings) -> list[str]:
    """What this configuration opens beyond this machine, in words."""
    doors = settings.doors
    places = {
        "the visitors' page": (doors.pages_listen, doors.pages_port),
        "the conversation door, which a proxy should stand before": (
            doors.conversation_listen,
            doors.conversation_port,
        ),
        "the staff door, WHICH MUST NOT BE PUBLIC WITHOUT TLS": (
            doors.staff_listen,
            doors.staff_port,
        ),
    }
    return [
        f"Open to {'every network of this machine' if host in OPEN_TO_ALL else host}: {what}, "
        f"port {port or 'as above'}"
        for what, (host, port) in places.items()
        if not (host.startswith("127.") or host in {"localhost", "::1"})
    ]


def say(line: str) -> None:
    """A line for the operator, at once even where output is collected."""
    print(line, flush=True)
