"""Gives addresses and networks stand-ins: who was inside is inside, how far two are apart stays.

Two addresses that begin with the same bits begin with the same bits afterwards (as Crypto-PAn does it,
https://en.wikipedia.org/wiki/Crypto-PAn). What is private, public or special stays so: no bit is changed
on the way to a special-purpose block (https://www.iana.org/assignments/iana-ipv4-special-registry).
In IPv4 the last part only turns the hosts of each /28, the smallest subnet: its router, name server and
broadcast stay where AWS puts them (https://docs.aws.amazon.com/vpc/latest/userguide/subnet-sizing.html).
"""

from __future__ import annotations

import hashlib
import ipaddress
from collections.abc import Iterator

Interface = ipaddress.IPv4Interface | ipaddress.IPv6Interface

# What says the same everywhere: "any", this machine, link-local metadata, multicast, masks, and AWS's own.
_KEPT = tuple(
    map(
        ipaddress.ip_network,
        (
            "0.0.0.0/8",
            "127.0.0.0/8",
            "169.254.0.0/16",
            "192.0.0.0/24",
            "224.0.0.0/3",
            "::/127",
            "fd00:ec2::/32",
        ),
    )
)
_SPECIAL = (
    *_KEPT,
    *map(
        ipaddress.ip_network,
        (
            "10.0.0.0/8",
            "100.64.0.0/10",
            "172.16.0.0/12",
            "192.0.2.0/24",
            "192.168.0.0/16",
            "198.18.0.0/15",
            "198.51.100.0/24",
            "203.0.113.0/24",
            "64:ff9b:1::/48",
            "100::/64",
            "2000::/3",
            "2001::/23",
            "2001:db8::/32",
            "2002::/16",
            "3fff::/20",
            "5f00::/16",
            "fc00::/7",
            "fe80::/64",
            "ff02::1:ff00:0/104",
        ),
    ),
)
# Their last 32 bits are an IPv4 address: RFC 6052, RFC 4291.
_AROUND_IPV4 = tuple(map(ipaddress.ip_network, ("64:ff9b::/96", "::ffff:0:0/96")))
_IPV4 = 32
# Above this a block has millions of owners; below it one bit is changed for certain.
_FIRST_OWNED = 8
_NETWORKS = 24
_SMALLEST_SUBNET = 28
_HOSTS = range(4, 15)
_LARGEST_VPC = 16
_RESOLVER = 2
# Of IPv6, where the part of the host begins, and the part that counts hosts by hand (``::1``, ``::53``).
_HOST, _BY_HAND = 64, 112
_Node = tuple[int, int, int]


class AddressStandIns:
    """The addresses of one bundle. What is learned must be all that will be asked for."""

    def __init__(self, key: bytes) -> None:
        self._key = key
        self._still: set[_Node] = {node for block in _SPECIAL for node in _above(block)}
        self._bits: dict[_Node, bool] = {}
        self._networks: set[ipaddress.IPv4Network] = set()
        self._hosts: set[int] = set()
        self._split: set[int] = set()

    def learn(self, said: str) -> None:
        """Take note of an address or a network."""
        old = parsed(said)
        if not isinstance(old, ipaddress.IPv4Interface):
            return
        if old.network.prefixlen == _IPV4:
            self._hosts.add(int(old.ip))
        elif old.network not in self._networks:
            self._networks.add(old.network)
            if old.network.prefixlen > _SMALLEST_SUBNET:
                self._split.add(int(old.ip) >> 4)

    def settle(self) -> None:
        """Have each network stand still whose third address was seen: Amazon's resolver is there."""
        for network in self._networks:
            first = int(network.network_address)
            if (
                _LARGEST_VPC <= network.prefixlen < _NETWORKS
                and first + _RESOLVER in self._hosts
                and not first & 0xFF
            ):
                self._still.update(
                    (_IPV4, length, first >> (_IPV4 - length))
                    for length in range(network.prefixlen, _NETWORKS)
                )

    def replaced(self, said: str) -> str:
        """Return what stands for an address or a network; the same text for what says nothing."""
        old = parsed(said)
        if old is None or any(old.ip in block for block in _KEPT):
            return said
        new = type(old)((self._address(old), old.network.prefixlen))
        if "/" not in said:
            return str(new.ip)
        return str(new.network if old.ip == old.network.network_address else new)

    def _address(self, old: Interface) -> int:
        value = int(old.ip)
        if any(old.ip in block for block in _AROUND_IPV4):
            inside = ipaddress.IPv4Interface(value & 0xFFFFFFFF)
            kept = any(inside.ip in block for block in _KEPT)
            return value if kept else value & ~0xFFFFFFFF | self._address(inside)
        width = old.max_prefixlen
        deepest = _NETWORKS if width == _IPV4 else width
        moved = self._moved(value, width, deepest)
        return moved if width != _IPV4 else moved << 8 | self._host(value)

    def _moved(self, value: int, width: int, deepest: int) -> int:
        """Return the first bits of an address, each changed or not as those before it say."""
        moved, certain = 0, False
        for length in range(deepest):
            node = (width, length, value >> (width - length))
            if node in self._still or (width != _IPV4 and _counts(node)):
                change = False
            elif not certain and length >= _FIRST_OWNED:
                change = certain = True
            else:
                change = self._bit(node)
            moved = moved << 1 | ((value >> (width - length - 1) & 1) ^ change)
        return moved

    def _host(self, value: int) -> int:
        """Return the last part of an IPv4 address: a host takes the place of another one of its /28."""
        last = value & 0xFF
        place = last & 15
        if place not in _HOSTS or value >> 4 in self._split:
            return last
        turn = 1 + self._number((_IPV4, _SMALLEST_SUBNET, value >> 4)) % (len(_HOSTS) - 1)
        return last - place + _HOSTS[(place - _HOSTS[0] + turn) % len(_HOSTS)]

    def _bit(self, node: _Node) -> bool:
        if node not in self._bits:
            self._bits[node] = bool(self._number(node) & 1)
        return self._bits[node]

    def _number(self, node: _Node) -> int:
        words = "/".join(map(str, node)).encode()
        return int.from_bytes(hashlib.blake2b(words, key=self._key, digest_size=8).digest(), "big")


def parsed(said: str) -> Interface | None:
    """Return an address, or one with its network; None for what is none."""
    try:
        return ipaddress.ip_interface(said)
    except ValueError:
        return None


def _above(block: ipaddress.IPv4Network | ipaddress.IPv6Network) -> Iterator[_Node]:
    """Yield the larger blocks that a block lies in: changing a bit behind them would move it."""
    first, width = int(block.network_address), block.max_prefixlen
    for length in range(block.prefixlen):
        yield width, length, first >> (width - length)


def _counts(node: _Node) -> bool:
    """Tell whether only zeros stand so far in the part of the host: such hosts are counted by hand."""
    _, length, prefix = node
    if length < _HOST:
        return False
    said = min(length, _BY_HAND)
    return prefix >> (length - said) & ((1 << (said - _HOST)) - 1) == 0
