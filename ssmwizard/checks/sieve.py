"""What a network ACL lets through: its entries in rule order, the first that fits decides."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from ssmwizard.checks.spans import Span, Spans, block, joined, readable, size, within, without
from ssmwizard.model.network import AclEntry

# TCP as IANA numbers it, and all protocols.
_PROTOCOLS = ("6", "tcp", "-1")
_ALL = "-1"


@dataclass(frozen=True, slots=True)
class Piece:
    """Some addresses at some ports that one entry decides; None is the end of the list: denied."""

    entry: AclEntry | None
    addresses: Spans
    ports: Span

    @property
    def passes(self) -> bool:
        """Whether this traffic is let through."""
        return self.entry is not None and self.entry.allow


def unreadable(entries: Iterable[AclEntry], *, egress: bool) -> AclEntry | None:
    """Return an entry about TCP in this direction that cannot be read, and so may decide anything."""
    for entry in entries:
        about = entry.egress is egress and entry.protocol in _PROTOCOLS
        half = (entry.from_port is None) is not (entry.to_port is None)
        if about and (half or not readable(entry.cidr)):
            return entry
    return None


@lru_cache(maxsize=1024)
def sieve(
    entries: tuple[AclEntry, ...], addresses: Spans, ports: Span, *, family: int, egress: bool
) -> tuple[Piece, ...]:
    """Divide TCP traffic in one direction among the entries that decide it; all must be readable.

    https://docs.aws.amazon.com/vpc/latest/userguide/nacl-rules.html
    """
    left: list[tuple[Spans, Span]] = [(addresses, ports)]
    pieces: list[Piece] = []
    for entry in sorted(entries, key=lambda one: (one.number, one.cidr)):
        if entry.egress is not egress or entry.protocol not in _PROTOCOLS:
            continue
        version, span = block(entry.cidr)
        if version != family:
            continue
        remaining: list[tuple[Spans, Span]] = []
        for some, at in left:
            hit, hit_ports = within(some, span), within((at,), _ports(entry))
            if not (hit and hit_ports):
                remaining.append((some, at))
                continue
            pieces.append(Piece(entry, hit, hit_ports[0]))
            others = without(some, span)
            if others:
                remaining.append((others, at))
            remaining.extend((hit, rest) for rest in without((at,), _ports(entry)))
        left = remaining
    return (*pieces, *(Piece(None, some, at) for some, at in left))


@dataclass(frozen=True, slots=True)
class Shut:
    """Which ports are shut for all addresses, and which for a part of them only."""

    whole: Spans
    part: Spans


def shut(pieces: Iterable[Piece], addresses: Spans, ports: Span, exception: float) -> Shut:
    """Add up what does not pass within ``ports``.

    A part of the addresses smaller than ``exception`` (of 1) is not counted, neither as let through
    nor as shut out.
    """
    inside = [
        (piece, at) for piece in pieces for at in within((piece.ports,), ports) if piece.addresses
    ]
    edges = sorted({at[0] for _, at in inside} | {at[1] + 1 for _, at in inside})
    total = size(addresses)
    whole: list[Span] = []
    part: list[Span] = []
    for first, following in pairwise(edges):
        open_ = sum(
            size(piece.addresses)
            for piece, at in inside
            if piece.passes and at[0] <= first and at[1] >= following - 1
        )
        if open_ <= exception * total:
            whole.append((first, following - 1))
        elif open_ < (1 - exception) * total:
            part.append((first, following - 1))
    return Shut(joined(whole), joined(part))


def _ports(entry: AclEntry) -> Span:
    if entry.protocol == _ALL or entry.from_port is None or entry.to_port is None:
        return (0, 65535)
    return (entry.from_port, entry.to_port)
