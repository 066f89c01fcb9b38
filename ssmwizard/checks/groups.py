"""Whether security groups let HTTPS out of the node and into the endpoint."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from ssmwizard.checks.hop import Hop, no, side_by_side, unsure, yes
from ssmwizard.checks.layout import Layout, Site
from ssmwizard.checks.rule import seen
from ssmwizard.checks.spans import Span, Spans, block, blocks, every, public, touches, without
from ssmwizard.model.facts import CannotTell, Known, Unknown
from ssmwizard.model.findings import Evidence
from ssmwizard.model.network import Endpoint, Permission
from ssmwizard.model.text import N_, Text, text

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


def from_node_to_internet(layout: Layout, site: Site, port: int) -> Hop:
    """Return whether the node's groups let it send HTTPS to the public addresses."""
    found = cover(layout, _sending(site, port), public(site.family))
    everything = "::/0" if site.family == 6 else "0.0.0.0/0"  # noqa: PLR2004 - IPv6
    return _node_hop(layout, site, found, port, everything)


def from_node_to_endpoint(layout: Layout, site: Site, endpoint: Endpoint, port: int) -> Hop:
    """Return whether the node's groups let it send HTTPS to the endpoint."""
    asked = _sending(site, port, endpoint.groups)
    anywhere = cover(layout, asked, every(site.family))
    if not anywhere.left:
        return _node_hop(layout, site, anywhere, port, "")
    target = " ".join(endpoint.groups) or endpoint.id
    hops = [
        _node_hop(
            layout, site, cover(layout, asked, layout.addresses(subnet, site.family)), port, target
        )
        for subnet in endpoint.subnets
    ]
    if not hops:
        return unsure(text(N_("The endpoint stands in no subnet.")), endpoint.id)
    return side_by_side(hops)


def into_endpoint(layout: Layout, site: Site, endpoint: Endpoint, port: int) -> Hop:
    """Return whether the endpoint's groups accept HTTPS from the node."""
    if not endpoint.groups:
        return unsure(text(N_("The endpoint shows no security groups here.")), endpoint.id)
    asked = Question(endpoint.groups, False, port, site.groups, site.family)
    wanted = blocks(site.addresses, site.family)
    found = cover(layout, asked, wanted)
    by = "+".join(endpoint.groups)
    shown = _evidence(layout, text(N_("Incoming rules of the endpoint")), found)
    if not wanted and found.left == wanted and not found.rules:
        said = N_(
            "The address of the node is not known, so the rules of {groups} do not decide it."
        )
        return unsure(text(said, groups=endpoint.groups), by, *shown)
    if not found.left:
        said = N_("The security groups of the endpoint ({groups}) accept the node.")
        return yes(text(said, groups=endpoint.groups), by, *shown)
    _know_all(found)
    if found.hidden:
        return _hidden(found, by, shown)
    if found.left != wanted:
        said = N_(
            "The security groups of the endpoint ({groups}) accept only some of the node's addresses."
        )
        return unsure(text(said, groups=endpoint.groups), by, *shown)
    said = N_(
        "The endpoint does not accept HTTPS from the node: no incoming rule of its security groups ({groups}) allows it. Add an incoming rule to {group}: TCP {port} from {node}."
    )
    return no(
        text(
            said,
            groups=endpoint.groups,
            group=endpoint.groups[0],
            port=port,
            node=" ".join(site.groups),
        ),
        by,
        *shown,
    )


def _sending(site: Site, port: int, peers: tuple[str, ...] = ()) -> Question:
    return Question(site.groups, True, port, peers, site.family)


def _node_hop(layout: Layout, site: Site, found: Cover, port: int, target: str) -> Hop:
    by = "+".join(site.groups)
    shown = _evidence(layout, text(N_("Outgoing rules of the node")), found)
    if not found.wanted and not found.rules:
        said = N_("The addresses to which the node sends are not shown here.")
        return unsure(text(said), by, *shown)
    if not found.left:
        said = N_("The node's security groups ({groups}) let HTTPS out.")
        return yes(text(said, groups=site.groups), by, *shown)
    _know_all(found)
    if found.hidden or not site.groups:
        return _hidden(found, by, shown)
    if found.left != found.wanted:
        said = N_(
            "The node's security groups ({groups}) let HTTPS out to some addresses only. Whether the service is among them cannot be seen from here."
        )
        return unsure(text(said, groups=site.groups), by, *shown)
    said = N_(
        "The node may not send HTTPS: no outgoing rule of its security groups ({groups}) allows it. Add an outgoing rule to {group}: TCP {port} to {target}."
    )
    group = site.groups[0]
    return no(text(said, groups=site.groups, group=group, port=port, target=target), by, *shown)


def _know_all(found: Cover) -> None:
    if found.missing is not None:
        raise CannotTell(found.missing)


def _hidden(found: Cover, by: str, shown: tuple[Evidence, ...]) -> Hop:
    said = N_("Not all security groups are shown here ({groups}), so their rules do not decide it.")
    return unsure(text(said, groups=found.hidden or ("-",)), by, *shown)


def _evidence(layout: Layout, label: Text, found: Cover) -> tuple[Evidence, ...]:
    return tuple(seen(label, rule, layout.facts.groups) for rule in found.rules[:_SHOWN])
