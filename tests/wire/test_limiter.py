"""Rate limits and addresses as rules, without sockets."""

from __future__ import annotations

from ipaddress import ip_network

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialog.config import Limits
from dialog.doors.limits import Gate, RateLimiter
from dialog.doors.origins import address_key, origin_allowed, visitor_address
from dialog.errors import MessageError

TRUSTED = tuple(ip_network(text) for text in ("127.0.0.0/8", "10.0.0.0/8", "::1/128"))


@given(
    per_minute=st.integers(1, 6000),
    burst=st.integers(1, 50),
    pauses=st.lists(st.floats(0, 30), max_size=80),
)
def test_no_stretch_of_time_grants_more_than_burst_and_rate(
    per_minute: int, burst: int, pauses: list[float]
) -> None:
    """Between any two grants lie at most burst + rate x time of them, whatever the pauses."""
    limiter = RateLimiter(per_minute, burst)
    now, grants = 0.0, list[float]()
    for pause in pauses:
        now += pause
        if not limiter.take("a", now):
            grants.append(now)
    for first, start in enumerate(grants):
        for last in range(first, len(grants)):
            allowed = burst + (grants[last] - start) * per_minute / 60
            assert last - first + 1 <= allowed + 1e-6


@given(per_minute=st.integers(1, 6000), burst=st.integers(1, 20), asks=st.integers(1, 60))
def test_who_waits_as_told_is_served(per_minute: int, burst: int, asks: int) -> None:
    """The wait that a refusal names is enough, and a hair less is not."""
    limiter = RateLimiter(per_minute, burst)
    now = 0.0
    for _ in range(asks):
        wait = limiter.take("a", now)
        if wait:
            assert limiter.take("a", now + wait * 0.99) > 0
            assert limiter.wait("a", now + wait + 1e-6) == 0
            now += wait + 1e-6
            assert limiter.take("a", now) == 0


@given(st.lists(st.tuples(st.sampled_from("abcd"), st.floats(0, 5)), max_size=60))
def test_keys_do_not_disturb_one_another(steps: list[tuple[str, float]]) -> None:
    """Each key is granted what it would be granted alone."""
    together = RateLimiter(60, 3)
    alone = {key: RateLimiter(60, 3) for key in "abcd"}
    now = 0.0
    for key, pause in steps:
        now += pause
        assert together.take(key, now) == alone[key].take(key, now)


def test_a_clock_that_runs_backwards_grants_nothing() -> None:
    """Time that jumps back neither refills nor locks out for longer than the wait."""
    limiter = RateLimiter(60, 1)
    assert limiter.take("a", 100) == 0
    assert limiter.take("a", 50) == 1
    assert limiter.take("a", 101) == 0


def test_the_number_of_keys_is_bounded() -> None:
    """The key that was quiet for the longest time is forgotten first."""
    limiter = RateLimiter(1, 1, capacity=2)
    for key in "abc":
        assert limiter.take(key, 0) == 0
    assert limiter.take("c", 0) > 0
    assert limiter.take("b", 0) > 0
    assert limiter.take("a", 0) == 0


def test_a_refused_question_costs_the_others_nothing() -> None:
    """When the session is too fast, address and channel keep their tokens."""
    limits = Limits(session_burst=1, session_questions=1, address_questions=4, channel_questions=4)
    gate = Gate(limits)
    gate.question("s1", "192.0.2.1", "page", now=0)
    for _ in range(20):
        with pytest.raises(MessageError):
            gate.question("s1", "192.0.2.1", "page", now=0)
    gate.question("s2", "192.0.2.1", "page", now=0)


@pytest.mark.parametrize(
    ("peer", "forwarded", "visitor"),
    [
        ("203.0.113.9", ["198.51.100.1"], "203.0.113.9"),
        ("127.0.0.1", [], "127.0.0.1"),
        ("127.0.0.1", ["198.51.100.1"], "198.51.100.1"),
        ("127.0.0.1", ["6.6.6.6, 198.51.100.1"], "198.51.100.1"),
        ("127.0.0.1", ["6.6.6.6", "198.51.100.1"], "198.51.100.1"),
        ("127.0.0.1", ["6.6.6.6, 198.51.100.1, 10.1.2.3"], "198.51.100.1"),
        ("127.0.0.1", ["10.0.0.1, 10.0.0.2"], "10.0.0.1"),
        ("127.0.0.1", ["6.6.6.6, rubbish, 10.0.0.2"], "10.0.0.2"),
        ("127.0.0.1", ["198.51.100.1:4711"], "198.51.100.1"),
        ("::1", ["[2001:db8::7]:4711"], "2001:db8::7"),
        ("::ffff:127.0.0.1", ["::ffff:198.51.100.1"], "198.51.100.1"),
        ("127.0.0.1", [""], "127.0.0.1"),
    ],
)
def test_the_address_behind_proxies(peer: str, forwarded: list[str], visitor: str) -> None:
    """From right to left, as far as trusted proxies vouch; never what a visitor invents."""
    assert visitor_address(peer, forwarded, TRUSTED) == visitor


@given(invented=st.lists(st.text(max_size=20), max_size=4))
def test_nothing_that_a_visitor_writes_changes_the_address(invented: list[str]) -> None:
    """A trusted proxy appends whom it saw; whatever stands left of that has no say."""
    forwarded = [*invented, "198.51.100.1"]
    assert visitor_address("127.0.0.1", forwarded, TRUSTED) == "198.51.100.1"
    assert visitor_address("203.0.113.9", invented, TRUSTED) == "203.0.113.9"


def test_one_household_is_one_key() -> None:
    """IPv4 by itself, IPv6 by its /64."""
    assert address_key("2001:db8::1") == address_key("2001:db8::ffff:1")
    assert address_key("2001:db8::1") != address_key("2001:db8:0:1::1")
    assert address_key("192.0.2.1") != address_key("192.0.2.2")
    assert address_key("::ffff:192.0.2.1") == address_key("192.0.2.1")


@given(origin=st.text(max_size=60), host=st.text(max_size=30))
def test_no_origin_makes_the_check_fail(origin: str, host: str) -> None:
    """Whatever a client sends, the answer is yes or no; a listed origin is always yes."""
    assert origin_allowed(origin, host, ()) in {True, False}
    assert origin_allowed(origin, host, (origin,)) is True
