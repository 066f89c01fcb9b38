"""VPCs that plans for the network are made from, each broken in its own way.

``vpc-door``: the endpoints let nobody in; ``vpc-mute``: the node may send nothing; ``vpc-open``: a way
to the internet, and the node may send nothing; ``vpc-well``: endpoints, and nothing is wrong;
``vpc-deaf``: endpoints with private DNS, but no DNS at all; ``vpc-shy``: endpoints without private DNS;
``vpc-lone``: neither endpoints nor a way out.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from ssmwizard import resources
from ssmwizard.model.network import (
    Endpoint,
    EndpointService,
    NatGateway,
    NetworkFacts,
    Permission,
    Route,
    RouteTable,
    SecurityGroup,
    Subnet,
    Vpc,
    VpcDns,
)
from ssmwizard.model.node import Instance, NodeFacts
from tests.support.plan_facts import ACCOUNT, REGIONS, ec2, known

BLOCK = "10.0.0.0/16"
ZONES = ("eu-west-3a", "eu-west-3b")
DNS_ON = VpcDns(support=True, hostnames=True)
DNS_OFF = VpcDns(support=False, hostnames=False)
SERVICES = ("ssm", "ssmmessages")


def rule(*peers: str, port: int | None = 443, protocol: str = "tcp") -> Permission:
    return Permission(
        protocol=protocol,
        from_port=port,
        to_port=port,
        cidrs=tuple(one for one in peers if "/" in one),
        groups=tuple(one for one in peers if one.startswith("sg-")),
        prefix_lists=tuple(one for one in peers if one.startswith("pl-")),
    )


EVERYTHING = rule("0.0.0.0/0", port=None, protocol="-1")


def group(
    name: str,
    vpc: str,
    ingress: Iterable[Permission] = (),
    egress: Iterable[Permission] = (EVERYTHING,),
) -> SecurityGroup:
    return SecurityGroup(f"sg-{name}", name, f"vpc-{vpc}", tuple(ingress), tuple(egress))


def endpoint(vpc: str, service: str, **changes: Any) -> Endpoint:
    made = Endpoint(
        id=f"vpce-{vpc}-{service}",
        service=service,
        service_name=f"com.amazonaws.eu-west-3.{service}",
        type="Interface",
        vpc_id=f"vpc-{vpc}",
        state="available",
        addresses="ipv4",
        private_dns=True,
        subnets=(f"subnet-{vpc}",),
        groups=(f"sg-{vpc}-ends",),
        route_tables=(),
        policy="",
    )
    return replace(made, **changes)


def network(
    vpcs: Iterable[str],
    groups: Iterable[SecurityGroup],
    endpoints: Iterable[Endpoint] = (),
    ways_out: Iterable[str] = (),
    dns: VpcDns = DNS_ON,
) -> NetworkFacts:
    names = tuple(vpcs)
    found = [Vpc(f"vpc-{name}", ACCOUNT, (BLOCK,), "dopt-1") for name in names]
    subnets = [
        Subnet(f"subnet-{name}", f"vpc-{name}", "eu-west-3a", ("10.0.1.0/24",), "off")
        for name in names
    ]
    return NetworkFacts(
        vpcs=known({one.id: one for one in found}),
        subnets=known({one.id: one for one in subnets}),
        route_tables=known(tuple(table(name, out=name in set(ways_out)) for name in names)),
        groups=known({one.id: one for one in groups}),
        acls=known(()),
        endpoints=known(tuple(endpoints)),
        nat_gateways=known({"nat-1": NatGateway("nat-1", "", "", "available", "public")}),
        dhcp_options=known({}),
        dns={one.id: known(dns) for one in found},
    )


def offered(partition: str) -> dict[str, EndpointService]:
    """The endpoint services of a partition's Region, with names that nobody could make up."""
    found = resources.partitions().named(partition)
    region = REGIONS[partition]
    return {
        found.host(service, region): EndpointService(f"eu-west-3/{service}", ZONES)
        for service in SERVICES
    }


def table(vpc: str, *, out: bool) -> RouteTable:
    routes = (Route(BLOCK, "local", "active"),)
    if out:
        routes += (Route("0.0.0.0/0", "nat-1", "active"),)
    return RouteTable(f"rtb-{vpc}", f"vpc-{vpc}", main=True, subnets=(), routes=routes)


def within(vpc: str, node_id: str, **of_instance: Any) -> NodeFacts:
    node = ec2(node_id)
    instance = node.instance.require()
    assert isinstance(instance, Instance)
    moved = {
        "vpc_id": f"vpc-{vpc}",
        "subnet_id": f"subnet-{vpc}",
        "private_ip": "10.0.1.10",
        "groups": (f"sg-{vpc}",),
        **of_instance,
    }
    return replace(node, instance=known(replace(instance, **moved)))


def town(partition: str = "aws") -> NetworkFacts:
    https = rule(BLOCK)
    found = network(
        ("door", "mute", "open", "well", "deaf", "shy", "lone"),
        [
            group("door", "door"),
            group("door-ends", "door", [rule(BLOCK, port=80)]),
            group("mute", "mute", egress=[rule(BLOCK, port=5432)]),
            group("mute-ends", "mute", [https]),
            group("open", "open", egress=()),
            group("well", "well"),
            group("well-ends", "well", [https]),
            group("deaf", "deaf"),
            group("deaf-ends", "deaf", [https]),
            group("shy", "shy"),
            group("shy-ends", "shy", [https]),
            group("lone", "lone"),
        ],
        [
            endpoint(vpc, service, private_dns=vpc != "shy")
            for vpc in ("door", "mute", "well", "deaf", "shy")
            for service in SERVICES
        ],
        ways_out=("open",),
    )
    return replace(
        found,
        dns={**found.dns, "vpc-deaf": known(DNS_OFF)},
        endpoint_services=known(offered(partition)),
    )


def shut_in() -> tuple[NodeFacts, ...]:
    """Nodes in each of the VPCs, two where the endpoints let nobody in."""
    return (
        within("door", "i-11"),
        within("door", "i-12"),
        within("mute", "i-13"),
        within("open", "i-14"),
        within("well", "i-15"),
        within("deaf", "i-16"),
        within("shy", "i-17"),
        within("lone", "i-18"),
    )
