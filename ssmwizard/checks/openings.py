"""What the rules of security groups open, as far as one port is concerned."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from ssmwizard.checks.layout import Layout
from ssmwizard.checks.spans import Span, Spans, block, joined, readable, remainder, size, touches
from ssmwizard.model.facts import Known, Unknown
from ssmwizard.model.network import Permission, SecurityGroup

_SHOWN = 4
# As the service writes them; the number is IANA's.
_TCP = ("tcp", "6")
_ALL = "-1"


@dataclass(frozen=True, slots=True)
class Cover:
    """What the rules leave shut of what was wanted: all, a part, or nothing.

    ``rules`` are those that open some of it, in words; ``missing`` is a prefix list that could open
    more but is not known, ``odd`` a rule that could and cannot be read, in words, and ``hidden`` are
    groups that are not shown.
    """

    wanted: Spans
    left: Spans
    rules: tuple[str, ...]
    missing: Unknown | None
    odd: str
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
    """What one group opens at a port: blocks and peers, each with the rule; and what is not known.

    ``blocks`` maps a family to its blocks by where they begin and how many addresses they have.
    """

    blocks: Mapping[int, Mapping[Span, list[Permission]]]
    sizes: Mapping[int, Sequence[int]]
    peers: tuple[tuple[str, Permission], ...]
    missing: Unknown | None
    odd: str

    def touching(self, family: int, wanted: Spans) -> Iterator[tuple[Span, Permission]]:
        """Return the blocks in which some of the wanted addresses lie; quickly for single ones."""
        blocks = self.blocks.get(family, {})
        if all(first == last for first, last in wanted):
            keys = {
                (address - address % count, count)
                for address, _ in wanted
                for count in self.sizes.get(family, ())
            }
            found = [key for key in keys if key in blocks]
        else:
            found = [(a, count) for a, count in blocks if touches(wanted, (a, a + count - 1))]
        for first, count in found:
            for rule in blocks[first, count]:
                yield (first, first + count - 1), rule


def _opened(layout: Layout, name: str, *, egress: bool, port: int) -> _Opened | None:
    """Read a group's rules once for all nodes; None when the group is not shown."""
    group = layout.group(name)
    if group is None:
        return None
    rules = [one for one in (group.egress if egress else group.ingress) if opens(one, port)]
    return layout.once(("opened", name, egress, port), lambda: _read(layout, group, rules))


def _read(layout: Layout, group: SecurityGroup, rules: Iterable[Permission]) -> _Opened:
    found: dict[int, dict[Span, list[Permission]]] = {}
    peers: list[tuple[str, Permission]] = []
    missing: Unknown | None = None
    odd = ""
    for rule in rules:
        if rule.protocol in _TCP and None in (rule.from_port, rule.to_port):
            odd = words(group.id, rule)
            continue
        cidrs = list(rule.cidrs)
        for fact in map(layout.prefix_list, rule.prefix_lists):
            if isinstance(fact, Known):
                cidrs += fact.value
            else:
                missing = fact
        for family, span in map(block, filter(readable, cidrs)):
            key = span[0], size((span,))
            found.setdefault(family, {}).setdefault(key, []).append(rule)
        peers += [(peer, rule) for peer in (*rule.groups, *rule.prefix_lists)]
        if "" in rule.groups or not all(map(readable, cidrs)):
            odd = words(group.id, rule)
    sizes = {family: sorted({count for _, count in blocks}) for family, blocks in found.items()}
    return _Opened(found, sizes, tuple(peers), missing, odd)


@dataclass(frozen=True, slots=True)
class Question:
    """What the rules of some groups are held against: one direction, a port, peers and a family.

    ``peers`` are groups that the other side is in, and prefix lists that it lies in as a whole.
    """

    groups: tuple[str, ...]
    egress: bool
    port: int
    peers: tuple[str, ...]
    family: int


def cover(layout: Layout, asked: Question, wanted: Spans) -> Cover:
    """Hold the rules of some groups against the addresses that are wanted.

    A rule for a peer opens all of it. The order of rules and groups is of no importance, here as at
    AWS.
    """
    open_, used, missing, odd, hidden = list[Span](), set[str](), None, "", list[str]()
    whole = False
    for name in asked.groups:
        opened = _opened(layout, name, egress=asked.egress, port=asked.port)
        if opened is None:
            hidden.append(name)
            continue
        missing, odd = missing or opened.missing, odd or opened.odd
        for peer, rule in opened.peers:
            if peer in asked.peers:
                whole = True
                used.add(words(name, rule))
        for span, rule in opened.touching(asked.family, wanted):
            open_.append(span)
            used.add(words(name, rule))
    left = () if whole else remainder(wanted, joined(open_))
    return Cover(wanted, left, tuple(sorted(used)), missing, odd, tuple(hidden))
