"""What can go wrong with a voice, as one tree. Each says whether trying again can help.

VoiceError
├── VoiceRefusedError      the service does not want us (403): not again for a while
├── VoiceUnreachableError  no connection, or the service says that it cannot now
├── VoiceSlowError         nothing in time
└── VoiceBrokenError       what came is no whole sentence: cut short, no sound, nonsense
"""

from __future__ import annotations

from typing import ClassVar, Literal

Reason = Literal["off", "policy", "busy", "refused", "unreachable", "slow", "broken"]
"""Why a sentence has no sound: no voice is set up; none may hear this sentence; all are taken; or
what went wrong."""


class VoiceError(Exception):
    """The root. ``detail`` is for the log and holds nobody's words."""

    reason: ClassVar[Reason] = "broken"
    retryable: ClassVar[bool] = True

    def __init__(self, voice: str, detail: str) -> None:
        super().__init__(voice, detail)
        self.voice = voice
        self.detail = detail

    def __str__(self) -> str:
        return f"{self.voice}: {self.detail}"


class VoiceRefusedError(VoiceError):
    """The service refuses us."""

    reason = "refused"
    retryable = False


class VoiceUnreachableError(VoiceError):
    """The service cannot be reached, or cannot serve now."""

    reason = "unreachable"


class VoiceSlowError(VoiceError):
    """The service did not answer in time. Another try would keep the visitor waiting as long."""

    reason = "slow"
    retryable = False


class VoiceBrokenError(VoiceError):
    """What came is not the sentence."""

    reason = "broken"
