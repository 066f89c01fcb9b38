"""A small network that works, to be broken one piece at a time.

Node ``i-1`` (10.0.1.10, group sg-node) stands in subnet-a (10.0.1.0/24, zone a). ``nat-1`` stands in
subnet-pub (10.0.0.0/24), which leads to ``igw-1``. Endpoints, where there are some, stand in subnet-e
(10.0.2.0/24, zone a) with the group sg-end.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from ssmwizard.checks.judge import judge
from ssmwizard.checks.network import CHECKS
from ssmwizard.model.facts import Fact, Known, Unknown
from ssmwizard.model.findings import Finding
from ssmwizard.model.network import (
    AclEntry,
    DhcpOptions,
    Endpoint,
    NatGateway,
    NetworkAcl,
    NetworkFacts,
    Permission,
    Route,
    RouteTable,
    SecurityGroup,
    Subnet,
    Vpc,
    VpcDns,
)
from ssmwizard.model.node import Instance, Interface, NodeFacts
from ssmwizard.model.snapshot import Snapshot
from support.plan_facts import ACCOUNT, ec2, known, managed, snapshot

DNS, ROUTE, NODE, ENDPOINT, ACL, POLICY = (check.id for check in CHECKS)
# The policy of an endpoint that nobody has changed.
OPEN = '{"Statement":[{"Action":"*","Effect":"Allow","Principal":"*","Resource":"*"}]}'
AGENT = "3.3.4793.0"
LOCAL = Route("10.0.0.0/16", "local", "active")
LOCAL6 = Route("2600:1f00::/56", "local", "active")


def route(target: str, destination: str = "0.0.0.0/0", state: str = "active", **more: Any) -> Route:
    return Route(destination, target, state, **more)


def rule(
    *peers: str, ports: tuple[int, int] | None = (443, 443), protocol: str = "tcp"
) -> Permission:
    first, last = ports or (None, None)
    return Permission(
        protocol=protocol,
        from_port=first,
        to_port=last,
        cidrs=tuple(one for one in peers if "/" in one),
        groups=tuple(one for one in peers if one.startswith("sg-")),
        prefix_lists=tuple(one for one in peers if one.startswith("pl-")),
    )


EVERYTHING = rule("0.0.0.0/0", "::/0", ports=None, protocol="-1")


def entry(
    number: int,
    verdict: str,
    cidr: str = "0.0.0.0/0",
    ports: tuple[int, int] | None = None,
    protocol: str | None = None,
    *,
    out: bool = True,
) -> AclEntry:
    first, last = ports or (None, None)
    return AclEntry(
        number=number,
        egress=out,
        allow=verdict == "allow",
        protocol=protocol or ("6" if ports else "-1"),
        cidr=cidr,
        from_port=first,
        to_port=last,
    )


def open_both_ways() -> tuple[AclEntry, ...]:
    return tuple(
        entry(number, verdict, cidr, out=out)
        for number, verdict in ((100, "allow"), (32767, "deny"))
        for cidr in ("0.0.0.0/0", "::/0")
        for out in (True, False)
    )


def endpoint(service: str, name: str | None = None, **changes: Any) -> Endpoint:
    made = Endpoint(
        id=name or f"vpce-{service}",
        service=service,
        service_name=f"com.amazonaws.eu-west-3.{service}",
        type="Interface",
        vpc_id="vpc-1",
        state="available",
        addresses="ipv4",
        private_dns=True,
        subnets=("subnet-e",),
        groups=("sg-end",),
        route_tables=(),
        policy=OPEN,
    )
    return replace(made, **changes)


def endpoints(**changes: Any) -> tuple[Endpoint, ...]:
    return tuple(endpoint(service, **changes) for service in ("ssm", "ssmmessages"))


@dataclass
class Net:
    """The parts; ``denied`` maps a part of the facts to why it is not known."""

    owner: str = ACCOUNT
    routes: dict[str, Sequence[Route]] = field(
        default_factory=lambda: {
            "subnet-a": (LOCAL, route("nat-1")),
            "subnet-pub": (LOCAL, route("igw-1")),
            "subnet-e": (LOCAL,),
            "": (LOCAL,),
        }
    )
    subnets: dict[str, Subnet] = field(
        default_factory=lambda: {
            "subnet-a": Subnet("subnet-a", "vpc-1", "a", ("10.0.1.0/24",), "off"),
            "subnet-pub": Subnet("subnet-pub", "vpc-1", "a", ("10.0.0.0/24",), "off"),
            "subnet-e": Subnet("subnet-e", "vpc-1", "a", ("10.0.2.0/24",), "off"),
        }
    )
    egress: dict[str, Sequence[Permission]] = field(
        default_factory=lambda: {"sg-node": (EVERYTHING,), "sg-end": ()}
    )
    ingress: dict[str, Sequence[Permission]] = field(
        default_factory=lambda: {"sg-end": (rule("10.0.0.0/16"),)}
    )
    acls: dict[str, Sequence[AclEntry]] = field(default_factory=dict)
    endpoints: Sequence[Endpoint] = ()
    nats: Sequence[NatGateway] = (NatGateway("nat-1", "subnet-pub", "", "available", "public"),)
    dns: VpcDns = field(default_factory=lambda: VpcDns(support=True, hostnames=True))
    servers: tuple[str, ...] = ("AmazonProvidedDNS",)
    blocks: tuple[str, ...] = ("10.0.0.0/16", "2600:1f00::/56")
    prefix_lists: Mapping[str, Fact[tuple[str, ...]]] = field(default_factory=dict)
    denied: Mapping[str, Unknown] = field(default_factory=dict)

    def facts(self) -> NetworkFacts:
        acls = [
            NetworkAcl(f"acl-{name[7:]}", "vpc-1", False, (name,), tuple(entries))
            for name, entries in self.acls.items()
        ]
        rest = tuple(name for name in self.subnets if name not in self.acls)
        acls.append(NetworkAcl("acl-open", "vpc-1", True, rest, open_both_ways()))
        tables = tuple(
            RouteTable(
                id=f"rtb-{name[7:] or 'main'}",
                vpc_id="vpc-1",
                main=not name,
                subnets=(name,) if name.startswith("subnet-") else (),
                routes=tuple(routes),
            )
            for name, routes in self.routes.items()
        )
        groups = {
            name: SecurityGroup(
                name, name, "vpc-1", tuple(self.ingress.get(name, ())), tuple(rules)
            )
            for name, rules in self.egress.items()
        }
        parts: dict[str, Any] = {
            "vpcs": {"vpc-1": Vpc("vpc-1", self.owner, self.blocks, "dopt-1")},
            "subnets": self.subnets,
            "route_tables": tables,
            "groups": groups,
            "acls": tuple(acls),
            "endpoints": tuple(self.endpoints),
            "nat_gateways": {nat.id: nat for nat in self.nats},
            "dhcp_options": {"dopt-1": DhcpOptions("dopt-1", self.servers)},
        }
        facts = {name: self.denied.get(name) or known(part) for name, part in parts.items()}
        dns = {"vpc-1": self.denied.get("dns") or known(self.dns)}
        return NetworkFacts(**facts, dns=dns, prefix_lists=self.prefix_lists)


def node(
    node_id: str = "i-1",
    *,
    subnet: str = "subnet-a",
    address: str | None = "10.0.1.10",
    public: str | None = None,
    ipv6: tuple[str, ...] = (),
    groups: tuple[str, ...] = ("sg-node",),
    ping: str = "",
    **instance: Any,
) -> NodeFacts:
    made = ec2(node_id, managed=managed(node_id, ping=ping, agent=AGENT) if ping else None)
    assert isinstance(made.instance, Known)
    assert isinstance(made.instance.value, Instance)
    interface = Interface("eni-1", 0, subnet, address, public, ipv6, groups)
    whole = replace(
        made.instance.value,
        subnet_id=subnet,
        private_ip=address,
        public_ip=public,
        groups=groups,
        interfaces=(interface,),
        **instance,
    )
    return replace(made, instance=known(whole))


def look(net: Net, *nodes: NodeFacts) -> Snapshot:
    return replace(snapshot(*(nodes or (node(),))), network=net.facts())


def findings(net: Net, *nodes: NodeFacts) -> dict[str, Finding]:
    """The findings about one node, by check."""
    return {one.check: one for one in judge(look(net, *nodes), CHECKS)}


def statuses(net: Net, *nodes: NodeFacts) -> dict[str, str]:
    return {check: str(one.status) for check, one in findings(net, *nodes).items()}
