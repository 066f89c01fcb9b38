"""The network facts, indexed once for the questions about all nodes."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping
from functools import cached_property, lru_cache
from typing import Any, TypeVar

from ssmwizard.checks.same import Same
from ssmwizard.checks.spans import Spans, block, blocks, readable
from ssmwizard.model.facts import NOT_COLLECTED, Fact, Known
from ssmwizard.model.network import (
    Endpoint,
    NatGateway,
    NetworkAcl,
    NetworkFacts,
    RouteTable,
    SecurityGroup,
    Subnet,
    VpcDns,
)
from ssmwizard.model.snapshot import Snapshot

T = TypeVar("T")


# https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_VpcEndpoint.html
_TYPES = ("Interface", "Gateway", "GatewayLoadBalancer", "Resource", "ServiceNetwork")


class Layout:
    """The network of one snapshot; what asks for a part that is not known raises ``CannotTell``."""

    def __init__(self, facts: NetworkFacts, account: str | None) -> None:
        """Take the facts, and the account that looks at them."""
        self.facts = facts
        self.account = account
        self._answers: dict[Hashable, Any] = {}

    def once(self, question: Hashable, answer: Callable[[], T]) -> T:
        """Return the answer to a question about this network, which is worked out only once."""
        if question not in self._answers:
            self._answers[question] = answer()
        found: T = self._answers[question]
        return found

    @cached_property
    def _table_of(self) -> Mapping[str, RouteTable]:
        tables = self.facts.route_tables.require()
        return {subnet: table for table in tables for subnet in table.subnets}

    @cached_property
    def _main_table(self) -> Mapping[str, RouteTable]:
        return {one.vpc_id: one for one in self.facts.route_tables.require() if one.main}

    @cached_property
    def _acl_of(self) -> Mapping[str, NetworkAcl]:
        return {subnet: acl for acl in self.facts.acls.require() for subnet in acl.subnets}

    @cached_property
    def _endpoints(self) -> Mapping[tuple[str, str, str], tuple[Endpoint, ...]]:
        found: dict[tuple[str, str, str], tuple[Endpoint, ...]] = {}
        for endpoint in self.facts.endpoints.require():
            key = (endpoint.type, endpoint.vpc_id, endpoint.service)
            found[key] = (*found.get(key, ()), endpoint)
        return found

    def table(self, vpc: str, subnet: str) -> RouteTable | None:
        """Return the route table of a subnet: its own, else the VPC's main one."""
        return self._table_of.get(subnet) or self._main_table.get(vpc)

    def table_by_id(self, table_id: str) -> RouteTable | None:
        """Return a route table."""
        tables = self.facts.route_tables.require()
        return next((table for table in tables if table.id == table_id), None)

    def acl(self, subnet: str) -> NetworkAcl | None:
        """Return the network ACL of a subnet."""
        return self._acl_of.get(subnet)

    @cached_property
    def _endpoint_of(self) -> Mapping[str, Endpoint]:
        return {one.id: one for one in self.facts.endpoints.require()}

    def endpoint(self, endpoint_id: str) -> Endpoint | None:
        """Return an endpoint."""
        return self._endpoint_of.get(endpoint_id)

    def endpoints(self, vpc: str, service: str) -> tuple[Endpoint, ...]:
        """Return the interface endpoints of a VPC for a service of this Region."""
        return self._endpoints.get(("Interface", vpc, service), ())

    def gateways(self, vpc: str, service: str) -> tuple[Endpoint, ...]:
        """Return the gateway endpoints of a VPC for a service of this Region."""
        return self._endpoints.get(("Gateway", vpc, service), ())

    def of_new_types(self, vpc: str, service: str) -> tuple[Endpoint, ...]:
        """Return the endpoints of a VPC for a service that are of a type which is not known here."""
        return tuple(
            endpoint
            for (kind, its_vpc, its_service), found in self._endpoints.items()
            if (its_vpc, its_service) == (vpc, service) and kind not in _TYPES
            for endpoint in found
        )

    def subnet(self, subnet_id: str) -> Subnet | None:
        """Return a subnet."""
        return self.facts.subnets.require().get(subnet_id)

    def addresses(self, subnet_id: str, family: int) -> Spans:
        """Return the addresses of a subnet; empty when the subnet is not known."""
        subnet = self.subnet(subnet_id)
        return blocks(subnet.blocks, family) if subnet is not None else ()

    def group(self, group_id: str) -> SecurityGroup | None:
        """Return a security group."""
        return self.facts.groups.require().get(group_id)

    def nat(self, nat_id: str) -> NatGateway | None:
        """Return a NAT gateway."""
        return self.facts.nat_gateways.require().get(nat_id)

    def prefix_list(self, list_id: str) -> Fact[tuple[str, ...]]:
        """Return the blocks of a managed prefix list."""
        return self.facts.prefix_lists.get(list_id, NOT_COLLECTED)

    def dns(self, vpc: str) -> Fact[VpcDns]:
        """Return the DNS attributes of a VPC."""
        return self.facts.dns.get(vpc, NOT_COLLECTED)

    def name_servers(self, vpc: str) -> tuple[str, ...]:
        """Return the name servers that a VPC gives to its nodes, as its DHCP options name them.

        Empty when it gives none, or when its DHCP options are not shown.
        """
        described = self.facts.vpcs.require().get(vpc)
        options = self.facts.dhcp_options.require()
        chosen = options.get(described.dhcp_options_id) if described is not None else None
        return chosen.name_servers if chosen is not None else ()

    def own_name_servers(self, vpc: str) -> tuple[str, ...]:
        """Return the name servers that are the operator's own, not Amazon's resolver.

        That one stands in the first IPv4 block of the VPC.
        https://docs.aws.amazon.com/vpc/latest/userguide/AmazonDNS-concepts.html
        """
        described = self.facts.vpcs.require().get(vpc)
        primary = described.blocks[:1] if described is not None else ()
        amazon = {"AmazonProvidedDNS", "169.254.169.253", "fd00:ec2::253", *map(_resolver, primary)}
        return tuple(server for server in self.name_servers(vpc) if server not in amazon)

    def is_guest(self, vpc: str) -> bool:
        """Whether the VPC belongs to another account, which shows only a part of it."""
        vpcs = self.facts.vpcs
        described = vpcs.value.get(vpc) if isinstance(vpcs, Known) else None
        owner = described.owner if described is not None else ""
        return bool(owner and self.account and owner != self.account)


def _resolver(cidr: str) -> str:
    """Amazon's resolver stands at the third address of the block."""
    if not readable(cidr):
        return ""
    value = block(cidr)[1][0] + 2
    return ".".join(str(value >> shift & 255) for shift in (24, 16, 8, 0))


@lru_cache(maxsize=2)
def _layout(facts: Same[NetworkFacts], account: str | None) -> Layout:
    return Layout(facts.it, account)


def layout_of(snapshot: Snapshot) -> Layout:
    """Return the index of a snapshot's network; made once as long as the same one is asked about."""
    caller = snapshot.identity.caller
    account = caller.value.account if isinstance(caller, Known) else None
    return _layout(Same(snapshot.network), account)
