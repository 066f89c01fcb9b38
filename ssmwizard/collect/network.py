"""The network around the nodes: one dump per kind of resource, for all VPCs at once."""

from __future__ import annotations

from collections.abc import Callable, Collection, Hashable, Iterable, Iterator, Mapping
from functools import partial
from typing import Any, TypeVar

from ssmwizard.collect import network_parts as parts
from ssmwizard.collect.asking import known
from ssmwizard.model.facts import NOT_COLLECTED, CannotTell, Fact, Known, Unknown
from ssmwizard.model.network import (
    Endpoint,
    EndpointService,
    NetworkFacts,
    RouteTable,
    SecurityGroup,
    VpcDns,
    way_out,
)
from ssmwizard.outside.calls import Aws, pages

T = TypeVar("T")
Question = Callable[[], Fact[Any]]

# Values that one filter takes, and the largest pages:
# https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeVpcs.html
FILTER_VALUES = 200
PAGE = 1000
ROUTE_TABLE_PAGE = 100
PREFIX_LIST_PAGE = 100


def questions(aws: Aws, vpc_ids: Collection[str]) -> Mapping[Hashable, Question]:
    """Return the questions about the network of some VPCs; they may be asked at the same time.

    The answers go to :func:`facts` under the same names.
    """
    if not vpc_ids:
        return {}
    vpcs = sorted(vpc_ids)
    asked: dict[Hashable, Question] = {
        "vpcs": _by_id(aws, "DescribeVpcs", "Vpcs", vpcs, parts.vpc),
        "subnets": _by_id(aws, "DescribeSubnets", "Subnets", vpcs, parts.subnet),
        "route_tables": _in_order(
            aws, "DescribeRouteTables", "RouteTables", vpcs, parts.route_table, ROUTE_TABLE_PAGE
        ),
        "groups": _by_id(aws, "DescribeSecurityGroups", "SecurityGroups", vpcs, parts.group),
        "acls": _in_order(aws, "DescribeNetworkAcls", "NetworkAcls", vpcs, parts.acl),
        "endpoints": _in_order(
            aws, "DescribeVpcEndpoints", "VpcEndpoints", vpcs, partial(parts.endpoint, aws.region)
        ),
        "nat_gateways": _by_id(aws, "DescribeNatGateways", "NatGateways", vpcs, parts.nat_gateway),
        "dhcp_options": partial(_dhcp_options, aws),
    }
    for vpc in vpcs:
        asked["dns", vpc] = partial(_dns, aws, vpc)
    return asked


def facts(answers: Mapping[Any, Fact[Any]]) -> NetworkFacts:
    """Return the answers to :func:`questions` as one; the prefix lists are asked for afterwards."""
    dns = {name[1]: answer for name, answer in answers.items() if isinstance(name, tuple)}

    def answer(name: str) -> Fact[Any]:
        return answers.get(name, NOT_COLLECTED)

    return NetworkFacts(
        vpcs=answer("vpcs"),
        subnets=answer("subnets"),
        route_tables=answer("route_tables"),
        groups=answer("groups"),
        acls=answer("acls"),
        endpoints=answer("endpoints"),
        nat_gateways=answer("nat_gateways"),
        dhcp_options=answer("dhcp_options"),
        dns=dns,
    )


def references(network: NetworkFacts) -> tuple[str, ...]:
    """Return the ids of the prefix lists that rules and routes refer to, sorted.

    Those of gateway endpoints are left out: no node reaches Systems Manager through them.
    """
    groups: Mapping[str, SecurityGroup] = _value(network.groups, {})
    tables: tuple[RouteTable, ...] = _value(network.route_tables, ())
    endpoints: tuple[Endpoint, ...] = _value(network.endpoints, ())
    gateways = {endpoint.id for endpoint in endpoints if endpoint.type == "Gateway"}
    found = {
        name
        for group in groups.values()
        for permission in (*group.ingress, *group.egress)
        for name in permission.prefix_lists
    }
    found |= {
        route.destination
        for table in tables
        for route in table.routes
        if route.destination.startswith("pl-") and route.target not in gateways
    }
    return tuple(sorted(found))


def prefix_list_questions(aws: Aws, list_ids: Iterable[str]) -> Mapping[str, Question]:
    """Return one question for each prefix list; its answer is a tuple of CIDRs."""
    return {list_id: partial(_prefix_list, aws, list_id) for list_id in list_ids}


def lacks_endpoints(
    network: NetworkFacts, places: Iterable[tuple[str, str, bool]], services: Iterable[str]
) -> bool:
    """Tell whether endpoints may be what is missing somewhere.

    ``places`` are VPC and subnet of nodes, and whether they have a public address.
    """
    if isinstance(network.endpoints, Unknown):
        return False
    there = {(o.vpc_id, o.service) for o in network.endpoints.value if o.type == "Interface"}
    wanted = tuple(services)
    for vpc, subnet, public in sorted(places):
        missing = any((vpc, service) not in there for service in wanted)
        try:
            if missing and not way_out(network, vpc, subnet, public=public):
                return True
        except CannotTell:  # Then there is no plan either.
            return False
    return False


def endpoint_services(aws: Aws) -> Fact[Mapping[str, EndpointService]]:
    """Return AWS's own services that endpoints of the Region can lead to, by the name of their host."""
    ours = [
        {"Name": "service-type", "Values": ["Interface"]},
        {"Name": "owner", "Values": ["amazon"]},
    ]

    def question() -> Mapping[str, EndpointService]:
        operation, key = "DescribeVpcEndpointServices", "ServiceDetails"
        listed = pages(aws, "ec2", operation, key, MaxResults=PAGE, Filters=ours)
        return {
            host: EndpointService(
                described["ServiceName"], tuple(sorted(described.get("AvailabilityZones", ())))
            )
            for described in listed
            for host in _hosts(described)
        }

    return known(aws, "ec2:DescribeVpcEndpointServices", question)


def _hosts(described: Mapping[str, Any]) -> set[str]:
    named = {one.get("PrivateDnsName", "") for one in described.get("PrivateDnsNames", ())}
    return {*named, described.get("PrivateDnsName", "")} - {""}


def _value(fact: Fact[T], otherwise: T) -> T:
    return fact.value if isinstance(fact, Known) else otherwise


def _by_id(
    aws: Aws, operation: str, key: str, vpcs: list[str], make: Callable[[Mapping[str, Any]], Any]
) -> Question:
    def question() -> Mapping[str, Any]:
        made = (make(described) for described in _dump(aws, operation, key, vpcs, PAGE))
        return {one.id: one for one in made}

    return partial(known, aws, f"ec2:{operation}", question)


def _in_order(
    aws: Aws,
    operation: str,
    key: str,
    vpcs: list[str],
    make: Callable[[Mapping[str, Any]], Any],
    page: int = PAGE,
) -> Question:
    def question() -> tuple[Any, ...]:
        made = (make(described) for described in _dump(aws, operation, key, vpcs, page))
        return tuple(sorted(made, key=lambda one: str(one.id)))

    return partial(known, aws, f"ec2:{operation}", question)


def _dump(
    aws: Aws, operation: str, key: str, vpcs: list[str], page: int
) -> Iterator[Mapping[str, Any]]:
    name = "Filter" if operation == "DescribeNatGateways" else "Filters"
    for start in range(0, len(vpcs), FILTER_VALUES):
        values = vpcs[start : start + FILTER_VALUES]
        filters: dict[str, Any] = {name: [{"Name": "vpc-id", "Values": values}]}
        yield from pages(aws, "ec2", operation, key, MaxResults=page, **filters)


def _dhcp_options(aws: Aws) -> Fact[Any]:
    """All of the Region, a few at most: asking at the same time as for the VPCs saves a round."""

    def question() -> Mapping[str, Any]:
        listed = pages(aws, "ec2", "DescribeDhcpOptions", "DhcpOptions", MaxResults=PAGE)
        return {one.id: one for one in map(parts.dhcp_options, listed)}

    return known(aws, "ec2:DescribeDhcpOptions", question)


def _dns(aws: Aws, vpc: str) -> Fact[VpcDns]:
    def attribute(name: str) -> bool:
        answer = aws.call("ec2", "DescribeVpcAttribute", VpcId=vpc, Attribute=name)
        return bool(answer[name[0].upper() + name[1:]]["Value"])

    def question() -> VpcDns:
        return VpcDns(attribute("enableDnsSupport"), attribute("enableDnsHostnames"))

    return known(aws, "ec2:DescribeVpcAttribute", question)


def _prefix_list(aws: Aws, list_id: str) -> Fact[tuple[str, ...]]:
    def question() -> tuple[str, ...]:
        operation, page = "GetManagedPrefixListEntries", PREFIX_LIST_PAGE
        entries = pages(aws, "ec2", operation, "Entries", PrefixListId=list_id, MaxResults=page)
        return tuple(str(entry["Cidr"]) for entry in entries)

    return known(aws, "ec2:GetManagedPrefixListEntries", question)
