"""Sets of whole numbers (ports, addresses) as spans, and which addresses are public."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from ipaddress import ip_network
from typing import TypeAlias

Span: TypeAlias = tuple[int, int]
"""First and last, both inside."""
Spans: TypeAlias = tuple[Span, ...]
"""Spans that do not overlap, in rising order."""

# Special-purpose blocks, which no public address lies in: RFC 6890; multicast and above: RFC 1112.
_NOT_PUBLIC = (
    "0.0.0.0/8",
    "10.0.0.0/8",
    "100.64.0.0/10",
    "127.0.0.0/8",
    "169.254.0.0/16",
    "172.16.0.0/12",
    "192.0.0.0/24",
    "192.0.2.0/24",
    "192.168.0.0/16",
    "198.18.0.0/15",
    "198.51.100.0/24",
    "203.0.113.0/24",
    "224.0.0.0/3",
)
# Global unicast: RFC 4291.
_PUBLIC_IPV6 = "2000::/3"


@lru_cache(maxsize=16384)
def block(cidr: str) -> tuple[int, Span]:
    """Return the family (4 or 6) and the span of a CIDR block or of one address."""
    network = ip_network(cidr, strict=False)
    return network.version, (int(network.network_address), int(network.broadcast_address))


@lru_cache(maxsize=16384)
def length(cidr: str) -> int:
    """Return the prefix length of a CIDR block."""
    return int(ip_network(cidr, strict=False).prefixlen)


@lru_cache(maxsize=16384)
def readable(cidr: str) -> bool:
    """Whether a text is a CIDR block or an address at all."""
    try:
        block(cidr)
    except ValueError:
        return False
    return True


def blocks(cidrs: Iterable[str], family: int) -> Spans:
    """Return what the blocks of one family cover together; what cannot be read covers nothing."""
    found = (block(cidr) for cidr in cidrs if readable(cidr))
    return joined(span for version, span in found if version == family)


def joined(spans: Iterable[Span]) -> Spans:
    """Return spans in any order, which may overlap, as ones that do not."""
    whole: list[Span] = []
    for first, last in sorted(spans):
        if whole and first <= whole[-1][1] + 1:
            whole[-1] = (whole[-1][0], max(whole[-1][1], last))
        else:
            whole.append((first, last))
    return tuple(whole)


def touches(spans: Spans, span: Span) -> bool:
    """Whether any of ``spans`` lies in ``span``, in whole or in part."""
    first, last = span
    return any(a <= last and b >= first for a, b in spans)


def within(spans: Spans, span: Span) -> Spans:
    """Return the part of ``spans`` that lies in ``span``."""
    first, last = span
    return tuple((max(a, first), min(b, last)) for a, b in spans if a <= last and b >= first)


def without(spans: Spans, span: Span) -> Spans:
    """Return the part of ``spans`` that lies outside ``span``."""
    first, last = span
    left: list[Span] = []
    for a, b in spans:
        if a < first:
            left.append((a, min(b, first - 1)))
        if b > last:
            left.append((max(a, last + 1), b))
    return tuple(left)


def remainder(spans: Spans, cuts: Spans) -> Spans:
    """Return the part of ``spans`` that lies outside all ``cuts``, in one pass over both."""
    left: list[Span] = []
    place = 0
    for first, last in spans:
        start = first
        while place < len(cuts) and cuts[place][1] < start:
            place += 1
        for a, b in cuts[place:]:
            if a > last:
                break
            if a > start:
                left.append((start, a - 1))
            start = b + 1
        if start <= last:
            left.append((start, last))
    return tuple(left)


def size(spans: Spans) -> int:
    """Return how many numbers there are."""
    return sum(last - first + 1 for first, last in spans)


# Where DNS64 maps IPv4 addresses to, and NAT64 takes them from: RFC 6052.
# https://docs.aws.amazon.com/vpc/latest/userguide/nat-gateway-nat64-dns64.html
NAT64 = block("64:ff9b::/96")[1]


@lru_cache(maxsize=2)
def every(family: int) -> Spans:
    """Return all addresses of a family (4 or 6)."""
    return (block("0.0.0.0/0" if family == 4 else "::/0")[1],)  # noqa: PLR2004 - the version


@lru_cache(maxsize=2)
def public(family: int) -> Spans:
    """Return all public addresses of a family (4 or 6)."""
    if family != 4:  # noqa: PLR2004 - the version of the protocol
        return blocks((_PUBLIC_IPV6,), family)
    left = every(4)
    for cidr in _NOT_PUBLIC:
        left = without(left, block(cidr)[1])
    return left
