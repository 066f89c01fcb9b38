"""What the rules of security groups open, as far as one port is concerned."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from ssmwizard.checks.layout import Layout
from ssmwizard.checks.spans import Span, Spans, block, touches, without
from ssmwizard.model.facts import Known, Unknown
from ssmwizard.model.network import Permission

_SHOWN = 4
# As the service writes them; the number is IANA's.
_TCP = ("tcp", "6")
_ALL = "-1"


@dataclass(frozen=True, slots=True)
class Cover:
    """What the rules leave shut of what was wanted: all, a part, or nothing.

    ``rules`` are those that open some of it, in words; ``missing`` is a prefix list that could open
    more but is not known, and ``hidden`` are groups that are not shown.
    """

    wanted: Spans
    left: Spans
    rules: tuple[str, ...]
    missing: Unknown | None
    hidden: tuple[str, ...]


def opens(permission: Permission, port: int) -> bool:
    """Whether a rule is about a TCP port."""
    if permission.protocol == _ALL:
        return True
    if permission.protocol not in _TCP:
        return False
    first, last = permission.from_port, permission.to_port
    return first is None or last is None or first == -1 or first <= port <= last


def words(group: str, permission: Permission) -> str:
    """Return a rule as one line."""
    ports = "" if permission.from_port is None else f" {permission.from_port}-{permission.to_port}"
    if permission.from_port == permission.to_port and permission.from_port is not None:
        ports = f" {permission.from_port}"
    peers = (*permission.cidrs, *permission.groups, *permission.prefix_lists)
    more = " …" if len(peers) > _SHOWN else ""
    return f"{group}: {permission.protocol}{ports} {', '.join(peers[:_SHOWN])}{more}"


@dataclass(frozen=True, slots=True)
class _Opened:
    """What one group opens at a port: blocks and groups, each with the rule; and what is not known."""

    blocks: tuple[tuple[int, Span, Permission], ...]
    groups: tuple[tuple[str, Permission], ...]
    missing: Unknown | None


@lru_cache(maxsize=512)
def _opened(layout: Layout, name: str, *, egress: bool, port: int) -> _Opened | None:
    """Read a group's rules once for all nodes; None when the group is not shown."""
    group = layout.group(name)
    if group is None:
        return None
    found: list[tuple[int, Span, Permission]] = []
    missing: Unknown | None = None
    rules = [one for one in (group.egress if egress else group.ingress) if opens(one, port)]
    for rule in rules:
        found += [(*block(cidr), rule) for cidr in rule.cidrs]
        for fact in map(layout.prefix_list, rule.prefix_lists):
            if isinstance(fact, Known):
                found += [(*block(cidr), rule) for cidr in fact.value]
            else:
                missing = fact
    return _Opened(
        tuple(found), tuple((peer, rule) for rule in rules for peer in rule.groups), missing
    )


@dataclass(frozen=True, slots=True)
class Question:
    """What the rules of some groups are held against: one direction, a port, peers and a family."""

    groups: tuple[str, ...]
    egress: bool
    port: int
    peers: tuple[str, ...]
    family: int


def cover(layout: Layout, asked: Question, wanted: Spans) -> Cover:
    """Hold the rules of some groups against the addresses that are wanted.

    A rule for a group that the other side is in opens all of it. The order of rules and groups is
    of no importance, here as at AWS.
    """
    left, used, missing, hidden = wanted, set[str](), None, list[str]()
    for name in asked.groups:
        opened = _opened(layout, name, egress=asked.egress, port=asked.port)
        if opened is None:
            hidden.append(name)
            continue
        missing = missing or opened.missing
        for peer, rule in opened.groups:
            if peer in asked.peers:
                left = ()
                used.add(words(name, rule))
        for version, span, rule in opened.blocks:
            if version == asked.family and touches(wanted, span):
                left = without(left, span)
                used.add(words(name, rule))
    return Cover(wanted, left, tuple(sorted(used)), missing, tuple(hidden))
