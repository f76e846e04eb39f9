"""How much one visitor, one address and one channel may do. Counts and buckets; no sockets."""

from __future__ import annotations

import math
from collections import OrderedDict

import msgspec

from dialog.config import Limits
from dialog.doors.origins import address_key
from dialog.errors import MessageError


class Bucket(msgspec.Struct, frozen=True):
    """Tokens left at a moment."""

    tokens: float
    at: float


def refill(bucket: Bucket, now: float, *, rate: float, burst: float) -> Bucket:
    """The bucket at ``now``: ``rate`` tokens a second flow in, up to ``burst``. A clock that runs
    backwards adds nothing."""
    flown = max(0.0, now - bucket.at) * rate
    return Bucket(min(burst, bucket.tokens + flown), max(now, bucket.at))


class RateLimiter:
    """A token bucket for each key. At most ``capacity`` keys are kept; the one that was quiet for
    the longest time goes first, as if it had never come."""

    def __init__(self, per_minute: float, burst: float, *, capacity: int = 20_000) -> None:
        self._rate = per_minute / 60
        self._burst = burst
        self._capacity = capacity
        self._buckets: OrderedDict[str, Bucket] = OrderedDict()

    def wait(self, key: str, now: float) -> float:
        """Seconds until the next token; 0 = there is one."""
        tokens = self._look(key, now).tokens
        return 0.0 if tokens >= 1 else (1 - tokens) / self._rate

    def take(self, key: str, now: float) -> float:
        """Take a token if there is one; seconds to wait otherwise."""
        bucket = self._look(key, now)
        if bucket.tokens < 1:
            return (1 - bucket.tokens) / self._rate
        self._buckets[key] = Bucket(bucket.tokens - 1, bucket.at)
        self._buckets.move_to_end(key)
        if len(self._buckets) > self._capacity:
            self._buckets.popitem(last=False)
        return 0.0

    def forget(self, key: str) -> None:
        """Drop a key that cannot come back."""
        self._buckets.pop(key, None)

    def _look(self, key: str, now: float) -> Bucket:
        full = Bucket(self._burst, now)
        return refill(self._buckets.get(key, full), now, rate=self._rate, burst=self._burst)


class Gate:
    """The limits that both doors of the conversation share."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._open: dict[str, int] = {}
        self._total = 0
        self._opens = RateLimiter(limits.address_opens, limits.address_opens)
        self._by_session = RateLimiter(limits.session_questions, limits.session_burst)
        self._by_address = RateLimiter(limits.address_questions, limits.address_questions / 4 + 1)
        self._by_channel = RateLimiter(limits.channel_questions, limits.channel_questions / 4 + 1)
        self._feedback = RateLimiter(limits.address_feedback, limits.address_feedback / 4 + 1)
        self._messages = RateLimiter(limits.session_messages, limits.session_messages / 10 + 10)

    @property
    def total(self) -> int:
        """Open conversations."""
        return self._total

    def enter(self, address: str, now: float) -> None:
        """Count a connection in; ``MessageError`` when there are too many. ``leave`` undoes it."""
        key = address_key(address)
        if self._total >= self._limits.connections:
            raise MessageError("too_many", "too_many")
        if self._open.get(key, 0) >= self._limits.address_connections:
            limit = self._limits.address_connections
            raise MessageError("too_many", "too_many_here", limit=limit)
        if wait := self._opens.take(key, now):
            raise MessageError("too_fast", "too_fast_shared", seconds=math.ceil(wait))
        self._open[key] = self._open.get(key, 0) + 1
        self._total += 1

    def leave(self, address: str) -> None:
        """Count a connection out."""
        key = address_key(address)
        self._total -= 1
        self._open[key] -= 1
        if not self._open[key]:
            del self._open[key]

    def message(self, session: str, now: float) -> None:
        """Count a message of any kind; ``MessageError`` when they come too fast."""
        if wait := self._messages.take(session, now):
            raise MessageError("too_fast", "too_fast", seconds=math.ceil(wait))

    def feedback(self, address: str, now: float) -> None:
        """Count a thumb or a report that comes without a socket."""
        if wait := self._feedback.take(address_key(address), now):
            raise MessageError("too_fast", "too_fast_shared", seconds=math.ceil(wait))

    def question(self, session: str, address: str, channel: str, *, now: float) -> None:
        """Count a question by session, address and channel; a refused one costs no tokens."""
        key = address_key(address)
        if wait := self._by_session.wait(session, now):
            raise MessageError("too_fast", "too_fast", seconds=math.ceil(wait))
        shared = max(self._by_address.wait(key, now), self._by_channel.wait(channel, now))
        if shared:
            raise MessageError("too_fast", "too_fast_shared", seconds=math.ceil(shared))
        self._by_session.take(session, now)
        self._by_address.take(key, now)
        self._by_channel.take(channel, now)

    def forget(self, session: str) -> None:
        """Drop the message count of a connection that ended. The question count stays, so that a
        reconnect buys nothing."""
        self._messages.forget(session)
