"""Sends single packets through a network, one after the other: slow, and obviously right.

It shares no code with the program. Of what the program cannot know (which public address a service
has, which address an endpoint, from which port a connection comes) it tries one of every kind that the
rules treat differently, and tells what became of each packet at each stage: ``ok``, ``dropped``, or
``unseen`` where it went to where nothing is seen.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from ipaddress import ip_address, ip_network
from typing import TypeAlias

from ssmwizard.model.network import (
    AclEntry,
    Endpoint,
    NetworkFacts,
    Permission,
    Route,
)

HTTPS = 443
NAT_PORTS = (1024, 65535)
OK, DROPPED, UNSEEN = "ok", "dropped", "unseen"

Legs: TypeAlias = list[list[str]]
"""For each leg of a way, one word for each kind of packet."""


@dataclass(frozen=True)
class Place:
    """Where the packets come from."""

    subnet: str
    groups: tuple[str, ...]
    address: str
    public: bool
    ports: tuple[int, int]


def fits(address: str, cidr: str) -> bool:
    one, network = ip_address(address), ip_network(cidr)
    return one.version == network.version and one in network


class Packets:
    """A network whose parts are all known."""

    def __init__(self, facts: NetworkFacts) -> None:
        self.facts = facts
        self.lists = {name: fact.require() for name, fact in facts.prefix_lists.items()}

    def endpoint(self, vpc: str, service: str) -> Endpoint | None:
        """The endpoint that the name of the service leads to."""
        dns = self.facts.dns[vpc].require()
        for one in self.facts.endpoints.require():
            mine = one.vpc_id == vpc and one.service == service and one.type == "Interface"
            if mine and one.state == "available" and one.private_dns and dns.hostnames:
                return one
        return None

    def finds_names(self, vpc: str) -> bool:
        return self.facts.dns[vpc].require().support

    def stages(self, place: Place, vpc: str, service: str) -> Mapping[str, list[Legs]]:
        """What becomes of packets at each stage, for each of the ways that the node may take."""
        endpoint = self.endpoint(vpc, service)
        if endpoint is None:
            return self._to_internet(place, vpc)
        return self._to_endpoint(place, vpc, endpoint)

    def _to_internet(self, place: Place, vpc: str) -> Mapping[str, list[Legs]]:
        world = self._world(ip_address(place.address).version)
        ways = [self.out(vpc, place.subnet, address, public=place.public) for address in world]
        own = [
            self._acl(place.subnet, world, (HTTPS, HTTPS), egress=True),
            self._acl(place.subnet, world, place.ports, egress=False),
        ]
        targets = {self._target(vpc, place.subnet, address) for address in world}
        if set(ways) != {OK}:
            targets = {""}
        return {
            "route": [[ways]],
            "node_group": [[[self._lets_out(place.groups, address, ()) for address in world]]],
            "acl": [[*own, *self._behind(place, target, world)] for target in sorted(targets)],
        }

    def _behind(self, place: Place, target: str, world: list[str]) -> Legs:
        """What the network ACL of a NAT gateway does, if one stands behind the route."""
        nat = self.facts.nat_gateways.require().get(target)
        if nat is None:
            return []
        mine = [place.address]
        return [
            self._acl(nat.subnet_id, mine, (HTTPS, HTTPS), egress=False),
            self._acl(nat.subnet_id, world, (HTTPS, HTTPS), egress=True),
            self._acl(nat.subnet_id, world, NAT_PORTS, egress=False),
            self._acl(nat.subnet_id, mine, place.ports, egress=True),
        ]

    def _to_endpoint(self, place: Place, vpc: str, endpoint: Endpoint) -> Mapping[str, list[Legs]]:
        mine = [place.address]
        found: dict[str, list[Legs]] = {"route": [], "node_group": [], "acl": []}
        for subnet in endpoint.subnets:
            there = [str(address) for address in self._addresses(subnet)]
            found["route"].append([[self._inside(vpc, place.subnet, subnet, one) for one in there]])
            found["node_group"].append(
                [[self._lets_out(place.groups, one, endpoint.groups) for one in there]]
            )
            legs = [
                self._acl(place.subnet, there, (HTTPS, HTTPS), egress=True),
                self._acl(subnet, mine, (HTTPS, HTTPS), egress=False),
                self._acl(subnet, mine, place.ports, egress=True),
                self._acl(place.subnet, there, place.ports, egress=False),
            ]
            found["acl"].append([[OK]] if subnet == place.subnet else legs)
        accepted = self._lets_in(endpoint.groups, place.address, place.groups)
        return {**found, "endpoint_group": [[[accepted]]]}

    def out(self, vpc: str, subnet: str, address: str, *, public: bool) -> str:
        """What becomes of a packet for a public address that leaves a subnet."""
        route = self._route(vpc, subnet, address)
        if route is None:
            return UNSEEN if self._elsewhere(vpc, subnet) else DROPPED
        if route.state == "blackhole":
            return DROPPED
        if route.target.startswith("eigw-"):
            return OK
        if route.target.startswith("igw-"):
            return OK if public else DROPPED
        if route.target.startswith("nat-"):
            return self._nat(vpc, route.target, address)
        return UNSEEN

    def _nat(self, vpc: str, name: str, address: str) -> str:
        nat = self.facts.nat_gateways.require()[name]
        if nat.state != "available":
            return DROPPED
        route = self._route(vpc, nat.subnet_id, address)
        if route is None or route.state == "blackhole" or route.target.startswith("nat-"):
            return DROPPED
        if route.target.startswith("igw-"):
            return OK if nat.connectivity == "public" else DROPPED
        return UNSEEN

    def _target(self, vpc: str, subnet: str, address: str) -> str:
        route = self._route(vpc, subnet, address)
        return route.target if route is not None else ""

    def _routes(self, vpc: str, subnet: str) -> Sequence[Route]:
        tables = self.facts.route_tables.require()
        own = [one for one in tables if subnet in one.subnets]
        main = [one for one in tables if one.main and one.vpc_id == vpc]
        return (own or main)[0].routes

    def _elsewhere(self, vpc: str, subnet: str) -> bool:
        seen = ("local", "igw-", "nat-", "eigw-", "vpce-")
        return any(
            one.state == "active" and not one.target.startswith(seen)
            for one in self._routes(vpc, subnet)
        )

    def _route(self, vpc: str, subnet: str, address: str) -> Route | None:
        """The longest prefix; then a static route before one for a list before a learned one.

        Nothing learned goes before the VPC's own route.
        """
        best, rank = None, (-1, -1)
        routes = self._routes(vpc, subnet)
        own = any(one.target == "local" and fits(address, one.destination) for one in routes)
        for one in routes:
            if one.propagated and own:
                continue
            listed = one.destination.startswith("pl-")
            cidrs = self.lists[one.destination] if listed else (one.destination,)
            for cidr in cidrs:
                order = 0 if one.propagated else 1 if listed else 2
                if fits(address, cidr) and (ip_network(cidr).prefixlen, order) > rank:
                    best, rank = one, (ip_network(cidr).prefixlen, order)
        return best

    def _inside(self, vpc: str, subnet: str, other: str, address: str) -> str:
        if subnet == other:
            return OK
        route = self._route(vpc, subnet, address)
        if route is None or route.target == "local":
            return OK
        return DROPPED if route.state == "blackhole" else UNSEEN

    def _lets_out(self, groups: Iterable[str], address: str, theirs: Iterable[str]) -> str:
        known = self.facts.groups.require()
        rules = [rule for name in groups for rule in known[name].egress]
        return self._opens(rules, address, theirs)

    def _lets_in(self, groups: Iterable[str], address: str, theirs: Iterable[str]) -> str:
        known = self.facts.groups.require()
        rules = [rule for name in groups for rule in known[name].ingress]
        return self._opens(rules, address, theirs)

    def _opens(self, rules: Iterable[Permission], address: str, theirs: Iterable[str]) -> str:
        for rule in rules:
            if rule.protocol not in ("tcp", "-1"):
                continue
            if rule.protocol == "tcp" and not rule.from_port <= HTTPS <= rule.to_port:
                continue
            cidrs = [
                *rule.cidrs,
                *(cidr for name in rule.prefix_lists for cidr in self.lists[name]),
            ]
            if any(fits(address, cidr) for cidr in cidrs) or set(rule.groups) & set(theirs):
                return OK
        return DROPPED

    def _acl(
        self, subnet: str, others: Iterable[str], ports: tuple[int, int], *, egress: bool
    ) -> list[str]:
        (acl,) = (one for one in self.facts.acls.require() if subnet in one.subnets)
        return [
            passes(acl.entries, other, port, egress=egress)
            for other in others
            for port in kinds_of_ports(acl.entries, ports)
        ]

    def _addresses(self, subnet: str) -> Iterable[object]:
        for cidr in self.facts.subnets.require()[subnet].blocks:
            yield from ip_network(cidr)

    def _world(self, version: int) -> list[str]:
        """A public address of every kind, for rules that speak of blocks of a whole first number."""
        if version == 6:
            return [f"{first:x}::1:1" for first in range(0x2000, 0x4000, 0x100)]
        firsts = {1, 52, 223}
        for cidr in self._cidrs():
            network = ip_network(cidr)
            if network.version == 4 and network.prefixlen <= 8:
                firsts |= {int(network[0]) >> 24, (int(network[-1]) >> 24) + 1}
        found = [f"{first}.200.1.1" for first in sorted(firsts) if 0 < first < 224]
        return [one for one in found if ip_address(one).is_global]

    def _cidrs(self) -> Iterable[str]:
        for table in self.facts.route_tables.require():
            yield from (one.destination for one in table.routes if "/" in one.destination)
        for group in self.facts.groups.require().values():
            yield from (cidr for rule in group.egress for cidr in rule.cidrs)
        for acl in self.facts.acls.require():
            yield from (one.cidr for one in acl.entries)
        for cidrs in self.lists.values():
            yield from cidrs


def passes(entries: Iterable[AclEntry], address: str, port: int, *, egress: bool) -> str:
    """The first entry that fits decides; after the last one everything is denied."""
    for one in sorted(entries, key=lambda entry: entry.number):
        if one.egress is not egress or one.protocol not in ("6", "-1"):
            continue
        if not fits(address, one.cidr):
            continue
        if one.protocol == "6" and not one.from_port <= port <= one.to_port:
            continue
        return OK if one.allow else DROPPED
    return DROPPED


def kinds_of_ports(entries: Iterable[AclEntry], within: tuple[int, int]) -> list[int]:
    """A port of every kind that the entries treat differently."""
    first, last = within
    edges = {first}
    for one in entries:
        if one.from_port is not None and one.to_port is not None:
            edges |= {one.from_port, one.to_port + 1}
    return sorted(port for port in edges if first <= port <= last)
