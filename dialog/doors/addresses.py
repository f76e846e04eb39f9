"""Whether the doors can stand where the configuration puts them, tried before anything is loaded.

An address that is in use would otherwise be told only once all knowledge has been read.
"""

from __future__ import annotations

import socket

from dialog.config import Doors
from dialog.errors import AddressError, AddressesError


def try_addresses(doors: Doors) -> None:
    """Bind each door's address and let go of it. Raises ``AddressesError`` with every one that
    cannot be used. Another program may still be quicker before the door opens; then the door
    says so."""
    wanted = (
        ("pages", doors.pages_listen, doors.pages_port),
        ("conversation", doors.conversation_listen, doors.conversation_port),
        ("staff", doors.staff_listen, doors.staff_port),
    )
    found: list[AddressError] = []
    for door, host, port in wanted:
        try:
            _try(host, port)
        except OSError as error:
            found.append(AddressError(door, host, port=port, why=error.strerror or str(error)))
    if found:
        raise AddressesError(tuple(found))


def _try(host: str, port: int) -> None:
    """Bind as the doors will: to every address of the name, also right after a program before has
    let go of the port."""
    known = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)
    for family, kind, protocol, _, address in known:
        with socket.socket(family, kind, protocol) as trial:
            trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            if family == socket.AF_INET6:
                trial.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 1)
            trial.bind(address)


def shown_host(host: str) -> str:
    """A host as it can be dialled from this machine."""
    dialled = {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(host, host)  # noqa: S104 - compared only
    return f"[{dialled}]" if ":" in dialled else dialled
