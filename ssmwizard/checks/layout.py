"""The network facts, indexed once for the questions about all nodes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache

from ssmwizard.checks.spans import Span, Spans, block, blocks
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
from ssmwizard.model.node import Instance
from ssmwizard.model.snapshot import Snapshot

# Ports from which Linux opens connections, and other systems (RFC 6335): answers arrive there.
# https://docs.aws.amazon.com/vpc/latest/userguide/custom-network-acl.html#nacl-ephemeral-ports
LINUX_PORTS = (32768, 60999)
DYNAMIC_PORTS = (49152, 65535)


@dataclass(frozen=True, slots=True)
class Site:
    """Where a node stands: its first network interface, as far as reaching a service goes.

    ``family`` is 4, or 6 for a node without IPv4; ``addresses`` are of that family. ``public``: it
    has a public IPv4 address (or IPv6); None when it may get one as it starts. ``ports`` are those
    from which its system opens connections.
    """

    vpc: str
    subnet: str
    groups: tuple[str, ...]
    addresses: tuple[str, ...]
    family: int
    public: bool | None
    ports: Span


def site_of(instance: Instance, system: str = "") -> Site | None:
    """Return where an instance stands; None when it has no network (any more).

    ``system`` is ``Linux``, ``Windows`` or ``MacOS`` where the node itself said so.
    """
    if not instance.vpc_id:
        return None
    first = next(
        (one for one in instance.interfaces if one.private_ip == instance.private_ip),
        next(iter(instance.interfaces), None),
    )
    subnet = first.subnet_id if first is not None else instance.subnet_id
    if not subnet:
        return None
    ipv4 = first.private_ip if first is not None else instance.private_ip
    ipv6 = first.ipv6 if first is not None else ()
    family = 6 if ipv6 and not ipv4 else 4
    linux = system == "Linux" or not (system or "windows" in instance.platform.lower())
    return Site(
        vpc=instance.vpc_id,
        subnet=subnet,
        groups=tuple(sorted(first.groups if first is not None else instance.groups)),
        addresses=ipv6 if family == 6 else ((ipv4,) if ipv4 else ()),  # noqa: PLR2004 - IPv6
        family=family,
        public=_has_public(instance) if family == 4 else True,  # noqa: PLR2004 - IPv4
        ports=LINUX_PORTS if linux else DYNAMIC_PORTS,
    )


def _has_public(instance: Instance) -> bool | None:
    """An address that is not an Elastic IP goes when the instance stops, and another comes."""
    if instance.public_ip:
        return True
    return False if instance.state == "running" else None


class Layout:
    """The network of one snapshot; what asks for a part that is not known raises ``CannotTell``."""

    def __init__(self, facts: NetworkFacts, account: str | None) -> None:
        """Take the facts, and the account that looks at them."""
        self.facts = facts
        self.account = account

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
    def _endpoints(self) -> Mapping[tuple[str, str], tuple[Endpoint, ...]]:
        found: dict[tuple[str, str], tuple[Endpoint, ...]] = {}
        for endpoint in self.facts.endpoints.require():
            if endpoint.type == "Interface":
                key = (endpoint.vpc_id, endpoint.service)
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

    def endpoints(self, vpc: str, service: str) -> tuple[Endpoint, ...]:
        """Return the interface endpoints of a VPC for a service of this Region."""
        return self._endpoints.get((vpc, service), ())

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
        """Return the name servers that are the operator's own, not Amazon's resolver."""
        described = self.facts.vpcs.require().get(vpc)
        options = self.facts.dhcp_options.require()
        chosen = options.get(described.dhcp_options_id) if described is not None else None
        if described is None or chosen is None:
            return ()
        amazon = {"AmazonProvidedDNS", "169.254.169.253", "fd00:ec2::253"}
        amazon |= {_resolver(cidr) for cidr in described.blocks if block(cidr)[0] == 4}  # noqa: PLR2004 - IPv4
        return tuple(server for server in chosen.name_servers if server not in amazon)

    def is_guest(self, vpc: str) -> bool:
        """Whether the VPC belongs to another account, which shows only a part of it."""
        vpcs = self.facts.vpcs
        described = vpcs.value.get(vpc) if isinstance(vpcs, Known) else None
        owner = described.owner if described is not None else ""
        return bool(owner and self.account and owner != self.account)


def _resolver(cidr: str) -> str:
    """Amazon's resolver stands at the third address of the block."""
    value = block(cidr)[1][0] + 2
    return ".".join(str(value >> shift & 255) for shift in (24, 16, 8, 0))


class _Same:
    """Stands for one object, not for others that are equal to it: facts cannot be hashed."""

    def __init__(self, facts: NetworkFacts) -> None:
        self.facts = facts

    def __hash__(self) -> int:
        return id(self.facts)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and other.facts is self.facts


@lru_cache(maxsize=2)
def _layout(same: _Same, account: str | None) -> Layout:
    return Layout(same.facts, account)


def layout_of(snapshot: Snapshot) -> Layout:
    """Return the index of a snapshot's network; made once as long as the same one is asked about."""
    caller = snapshot.identity.caller
    account = caller.value.account if isinstance(caller, Known) else None
    return _layout(_Same(snapshot.network), account)
