"""Facts about the network around the nodes, as the account's configuration shows it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from ssmwizard.model.facts import NOT_COLLECTED, Fact

# States of a NAT gateway that carries nothing any more.
# https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_NatGateway.html
_GONE = ("failed", "deleting", "deleted")


@dataclass(frozen=True, slots=True)
class Vpc:
    """A VPC with its address blocks (IPv4 and IPv6, secondary ones too) and DHCP options.

    ``owner`` is the account that owns it: a shared VPC shows its guests only a part of itself.
    """

    id: str
    owner: str
    blocks: tuple[str, ...]
    dhcp_options_id: str


@dataclass(frozen=True, slots=True)
class Subnet:
    """A subnet with its address blocks (IPv4 and IPv6).

    ``internet_block`` is the mode of VPC Block Public Access in force here: ``off``,
    ``block-ingress``, ``block-bidirectional``, or empty where the service does not say.
    https://docs.aws.amazon.com/vpc/latest/userguide/security-vpc-bpa.html
    ``dns64``: names that have IPv4 addresses alone get made-up IPv6 addresses for a NAT gateway.
    https://docs.aws.amazon.com/vpc/latest/userguide/nat-gateway-nat64-dns64.html
    """

    id: str
    vpc_id: str
    zone: str
    blocks: tuple[str, ...]
    internet_block: str
    dns64: bool = False


@dataclass(frozen=True, slots=True)
class Route:
    """A route: to a CIDR or a prefix list id, through ``target`` (``igw-…``, ``nat-…``, ``local``).

    ``state`` is ``active``, ``blackhole`` or another that the service may add. ``propagated``: learned
    from a virtual private gateway.
    """

    destination: str
    target: str
    state: str
    propagated: bool = False


@dataclass(frozen=True, slots=True)
class RouteTable:
    """A route table with the subnets bound to it; ``main`` serves those bound to none."""

    id: str
    vpc_id: str
    main: bool
    subnets: tuple[str, ...]
    routes: tuple[Route, ...]


@dataclass(frozen=True, slots=True)
class Permission:
    """A rule of a security group, one direction.

    ``protocol`` is ``tcp``, ``-1`` (all) or another; ports are None when the protocol has none. A peer
    whose address or group could not be read is an empty text.
    """

    protocol: str
    from_port: int | None
    to_port: int | None
    cidrs: tuple[str, ...]
    groups: tuple[str, ...]
    prefix_lists: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SecurityGroup:
    """A security group."""

    id: str
    name: str
    vpc_id: str
    ingress: tuple[Permission, ...]
    egress: tuple[Permission, ...]


@dataclass(frozen=True, slots=True)
class AclEntry:
    """An entry of a network ACL; ``protocol`` is IANA's number as text, ``-1`` for all.

    The ports are None when the entry names none, which means all of them. ``cidr`` is empty where it
    cannot be told whether the entry allows or denies, or for which addresses.
    """

    number: int
    egress: bool
    allow: bool
    protocol: str
    cidr: str
    from_port: int | None
    to_port: int | None


@dataclass(frozen=True, slots=True)
class NetworkAcl:
    """A network ACL with the subnets bound to it."""

    id: str
    vpc_id: str
    default: bool
    subnets: tuple[str, ...]
    entries: tuple[AclEntry, ...]


@dataclass(frozen=True, slots=True)
class Endpoint:
    """A VPC endpoint.

    ``service`` is the last part of the name of an AWS service in the endpoint's own Region (``ssm``,
    ``ssmmessages`` …), and empty for an endpoint of anything else. ``state`` is in lower case, as
    ``available`` or ``pendingacceptance``. ``addresses`` is ``ipv4``, ``ipv6`` or ``dualstack``.
    ``private_dns``: the service's own name leads to it from everywhere in the VPC. ``policy`` is the
    document as the service gives it, empty where it gives none.
    """

    id: str
    service: str
    service_name: str
    type: str
    vpc_id: str
    state: str
    addresses: str
    private_dns: bool
    subnets: tuple[str, ...]
    groups: tuple[str, ...]
    route_tables: tuple[str, ...]
    policy: str


@dataclass(frozen=True, slots=True)
class NatGateway:
    """A NAT gateway; ``connectivity`` is ``public`` or ``private``.

    A zonal one stands in a subnet; a regional one has a route table of its own instead.
    """

    id: str
    subnet_id: str
    route_table_id: str
    state: str
    connectivity: str
    vpc_id: str = ""


@dataclass(frozen=True, slots=True)
class DhcpOptions:
    """DHCP options; ``name_servers`` is empty when none are set."""

    id: str
    name_servers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class VpcDns:
    """The two DNS attributes of a VPC."""

    support: bool
    hostnames: bool


@dataclass(frozen=True, slots=True)
class EndpointService:
    """A service to which a VPC can have an interface endpoint, and the zones in which it is offered."""

    name: str
    zones: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NetworkFacts:
    """The network of the VPCs in which the chosen nodes live; each part collected once.

    ``dns`` is by VPC id; ``prefix_lists`` maps the id of a managed prefix list to its CIDRs. There is
    no list of internet gateways: a route to one that is detached is a ``blackhole``.
    ``endpoint_services`` is by the public name of the service's host; it is asked for where endpoints
    may be missing.
    """

    vpcs: Fact[Mapping[str, Vpc]] = NOT_COLLECTED
    subnets: Fact[Mapping[str, Subnet]] = NOT_COLLECTED
    route_tables: Fact[tuple[RouteTable, ...]] = NOT_COLLECTED
    groups: Fact[Mapping[str, SecurityGroup]] = NOT_COLLECTED
    acls: Fact[tuple[NetworkAcl, ...]] = NOT_COLLECTED
    endpoints: Fact[tuple[Endpoint, ...]] = NOT_COLLECTED
    nat_gateways: Fact[Mapping[str, NatGateway]] = NOT_COLLECTED
    dhcp_options: Fact[Mapping[str, DhcpOptions]] = NOT_COLLECTED
    dns: Mapping[str, Fact[VpcDns]] = field(default_factory=dict)
    prefix_lists: Mapping[str, Fact[tuple[str, ...]]] = field(default_factory=dict)
    endpoint_services: Fact[Mapping[str, EndpointService]] = NOT_COLLECTED


def default_route(tables: Iterable[RouteTable], vpc: str, subnet: str) -> str:
    """Return the target of a subnet's default route for IPv4, empty when it has none that works."""
    there = [one for one in tables if one.vpc_id == vpc]
    bound = [one for one in there if subnet in one.subnets] or [one for one in there if one.main]
    for table in bound[:1]:
        for route in table.routes:
            if route.destination == "0.0.0.0/0" and route.state == "active":
                return route.target
    return ""


def way_out(network: NetworkFacts, vpc: str, subnet: str, *, public: bool) -> str:
    """Return the target through which a subnet may reach the internet by IPv4, empty for none.

    ``public``: there is a public address, without which an internet gateway is of no use. A target
    that is not shown, or leads out of the VPC in another way, is taken for one. Raises ``CannotTell``.
    """
    tables = network.route_tables.require()
    target = default_route(tables, vpc, subnet)
    if target.startswith("igw-"):
        return target if public else ""
    if target.startswith("nat-"):
        nat = network.nat_gateways.require().get(target)
        if nat is not None and nat.state in _GONE:
            return ""
        if nat is not None and nat.connectivity == "public" and nat.subnet_id:
            return target if default_route(tables, nat.vpc_id or vpc, nat.subnet_id) else ""
    return target
