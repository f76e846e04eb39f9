"""``yingbin staff``: the way back for an administrator who cannot sign in."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from dialog.commands import Commands
from dialog.config_file import read_settings
from dialog.errors import StartError

if TYPE_CHECKING:
    from dialog.config import Settings


def add(commands: Commands) -> None:
    """Add the command's parser."""
    parser = commands.add_parser("staff", help="let an administrator in again")
    actions = parser.add_subparsers(dest="action", required=True)
    recovering = actions.add_parser(
        "recover", help="print a one-time link that sets an administrator's password"
    )
    recovering.set_defaults(run=run_recover)


def run_recover(arguments: argparse.Namespace) -> int:
    """Print the link. Works beside a running server, which shares the database, and without."""
    from dialog.clock import SystemClock
    from dialog.doors.accounts import SETUP_MINUTES, create_setup_link, needs_setup
    from dialog.journal import record_event
    from dialog.parts import ROOM, store_place
    from knowledge.errors import StoreError
    from knowledge.store import Store

    settings = read_settings(arguments.config)
    place = store_place(settings)
    if "://" not in str(place) and not Path(place).exists():
        mend = "start the server once, or name its configuration with --config"
        raise StartError(str(place), "there is no database of staff yet", mend=mend)
    now = SystemClock().now()
    try:
        store = Store.open(place)
        try:
            first = needs_setup(store)
            # Written down before there is a link: what cannot be written down is not made.
            kind = "first" if first else "recovery"
            record_event(settings.data(), now, "staff_setup_link", detail=f"terminal, {kind}")
            link = create_setup_link(store, now, recovery=not first)
        finally:
            store.close()
    except StoreError as error:
        raise StartError(str(place), str(error), mend=ROOM) from error
    whose = "First administrator" if first else "An administrator with a new password"
    print(f"{whose}, once, within {SETUP_MINUTES} minutes: {_address(settings)}{link}")
    if not first:
        print("Type the name as it was: its old password and sign-ins end when the link is used.")
    print("Where the staff door has another address (the line “Staff:” of serve), put it in front.")
    return 0


def _address(settings: Settings) -> str:
    """Where the staff door stands by the configuration."""
    from dialog.doors.addresses import shown_host

    if settings.staff.tls and settings.staff.hosts:
        return f"https://{settings.staff.hosts[0]}"
    return f"http://{shown_host(settings.doors.staff_listen)}:{settings.doors.staff_port or '…'}"
