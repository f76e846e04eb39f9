"""What can go wrong in the conversation, as one tree.

    YingbinError
    ├── StartError            the product cannot start; one line with place and mend, exit code 2
    │   ├── ConfigError       mistakes in the configuration, all at once
    │   ├── AddressError      a door's address cannot be used
    │   └── AddressesError    those of several doors, all at once
    ├── MessageError          a visitor's message is refused; becomes an ``error`` message
    ├── ModelError            the language model gave no whole answer; the turn goes on without it
    └── VisitorGoneError           the visitor's connection is closed, or too slow to be kept

A visitor sees a message with an outcome, never the text of an exception.
"""

from __future__ import annotations

from typing import Literal

import msgspec

from dialog.messages import ErrorCode


class YingbinError(Exception):
    """The root."""


class StartError(YingbinError):
    """The product cannot start. ``place`` is a file or an address, ``mend`` what to do."""

    def __init__(self, place: str, what: str, *, mend: str) -> None:
        super().__init__(place, what, mend)
        self.place = place
        self.what = what
        self.mend = mend

    def __str__(self) -> str:
        return f"{self.place}: {self.what} — {self.mend}"


class Mistake(msgspec.Struct, frozen=True):
    """One mistake in the configuration: the setting's path, what is wrong, how to mend it."""

    path: str
    what: str
    mend: str

    def __str__(self) -> str:
        return f"{self.path}: {self.what} — {self.mend}"


class ConfigError(StartError):
    """The configuration has mistakes; all of them are listed."""

    def __init__(self, file: str, mistakes: tuple[Mistake, ...]) -> None:
        super().__init__(file, f"{len(mistakes)} mistake(s)", mend="mend them and start again")
        self.mistakes = mistakes

    def __str__(self) -> str:
        return "\n".join(f"{self.place}: {mistake}" for mistake in self.mistakes)


class AddressError(StartError):
    """A door cannot be opened at its address."""

    def __init__(self, door: str, host: str, *, port: int, why: str) -> None:
        super().__init__(
            f"{host}:{port}",
            f"the {door} door cannot be opened there: {why}",
            mend=f"stop the program that uses it, or set doors.{door}_port (--{door}-port) "
            f"to another port, or doors.{door}_listen to an address of this machine",
        )
        self.door = door


class AddressesError(StartError):
    """The addresses of some doors cannot be used; all of them are listed."""

    def __init__(self, errors: tuple[AddressError, ...]) -> None:
        super().__init__("doors", f"{len(errors)} cannot be opened", mend="mend their addresses")
        self.errors = errors

    def __str__(self) -> str:
        return "\n".join(str(error) for error in self.errors)


class MessageError(YingbinError):
    """A visitor's message is refused. ``phrase`` and ``values`` choose the words that the visitor
    reads (see ``dialog.phrases``)."""

    def __init__(self, code: ErrorCode, phrase: str, /, **values: str | int) -> None:
        super().__init__(code, phrase)
        self.code: ErrorCode = code
        self.phrase = phrase
        self.values = values

    def __str__(self) -> str:
        return f"{self.code} ({self.phrase})"


ModelFault = Literal[
    "busy", "resting", "overloaded", "refused", "misconfigured", "broken", "slow", "truncated"
]


class ModelError(YingbinError):
    """The language model gave no whole answer. What it gave before is whole up to its last
    sentence. ``status``: that of HTTP, or of an error inside a stream; 0 where there was none."""

    def __init__(self, fault: ModelFault, status: int = 0) -> None:
        super().__init__(fault, status)
        self.fault: ModelFault = fault
        self.status = status

    @property
    def blames_server(self) -> bool:
        """Whether the server is ill or wrongly set up, rather than this one call too long."""
        return self.fault in ("overloaded", "misconfigured", "broken", "slow")

    def __str__(self) -> str:
        return f"model: {self.fault}{f' (HTTP {self.status})' if self.status else ''}"


class VisitorGoneError(YingbinError):
    """Nothing more can be sent to this visitor."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason
