"""Where a visitor comes from: the address behind proxies, and the origin of the page. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address
from urllib.parse import urlsplit

Address = IPv4Address | IPv6Address
Network = IPv4Network | IPv6Network
DEFAULT_PORTS = {"http": 80, "https": 443}


def read_address(text: str) -> Address | None:
    """One address of ``X-Forwarded-For``, with or without port or brackets; mapped IPv4 as IPv4."""
    text = text.strip()
    if text.startswith("["):
        text = text[1:].partition("]")[0]
    elif text.count(":") == 1:
        text = text.partition(":")[0]
    try:
        address = ip_address(text.partition("%")[0])
    except ValueError:
        return None
    mapped = address.ipv4_mapped if isinstance(address, IPv6Address) else None
    return mapped or address


def visitor_address(peer: str, forwarded: Sequence[str], trusted: Sequence[Network]) -> str:
    """The address of the visitor. ``forwarded``: the ``X-Forwarded-For`` headers in order.

    Read from right to left: each proxy wrote down whom it saw, and a proxy is believed only while
    the address that reports it is itself trusted. What stands further left may be invented.
    """
    believed = read_address(peer)
    if believed is None:
        return peer
    hops = [hop for header in forwarded for hop in header.split(",")]
    for hop in reversed(hops):
        if not any(believed in network for network in trusted):
            break
        address = read_address(hop)
        if address is None:
            break
        believed = address
    return str(believed)


def address_key(address: str) -> str:
    """What counts as one address for limits: IPv4 alone, IPv6 by its /64."""
    found = read_address(address)
    if isinstance(found, IPv6Address):
        return str(IPv6Network((found, 64), strict=False).network_address)
    return str(found) if found is not None else address


def origin_allowed(origin: str | None, host: str, allowed: Sequence[str]) -> bool:
    """Whether a page of ``origin`` may talk to us at ``host``: the same host and port, or a listed
    origin. Programs send no origin; they carry no one else's cookies and may come."""
    if origin is None or origin in allowed:
        return True
    try:
        parts = urlsplit(origin)
        port = parts.port or DEFAULT_PORTS.get(parts.scheme)
        ours = urlsplit(f"//{host}")
        our_port = ours.port or DEFAULT_PORTS.get(parts.scheme)
    except ValueError:
        return False
    if parts.scheme not in DEFAULT_PORTS or not parts.hostname:
        return False
    return parts.hostname == ours.hostname and port == our_port
