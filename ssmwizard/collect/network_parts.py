"""Turns what EC2 says about a part of the network into the model's own words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ssmwizard.model.network import (
    AclEntry,
    DhcpOptions,
    Endpoint,
    NatGateway,
    NetworkAcl,
    Permission,
    Route,
    RouteTable,
    SecurityGroup,
    Subnet,
    Vpc,
)

Described = Mapping[str, Any]

# Where a route may lead. An instance is named by its interface too, which comes first here.
_TARGETS = (
    "GatewayId",
    "NatGatewayId",
    "EgressOnlyInternetGatewayId",
    "TransitGatewayId",
    "VpcPeeringConnectionId",
    "NetworkInterfaceId",
    "InstanceId",
    "LocalGatewayId",
    "CarrierGatewayId",
    "CoreNetworkArn",
    "OdbNetworkArn",
    "IpAddress",
)
_DESTINATIONS = ("DestinationCidrBlock", "DestinationIpv6CidrBlock", "DestinationPrefixListId")


def vpc(described: Described) -> Vpc:
    """Read a VPC."""
    return Vpc(
        id=described["VpcId"],
        owner=described.get("OwnerId", ""),
        blocks=_blocks(described),
        dhcp_options_id=described.get("DhcpOptionsId", ""),
    )


def subnet(described: Described) -> Subnet:
    """Read a subnet."""
    block = described.get("BlockPublicAccessStates", {})
    return Subnet(
        id=described["SubnetId"],
        vpc_id=described.get("VpcId", ""),
        zone=described.get("AvailabilityZone", ""),
        blocks=_blocks(described),
        internet_block=block.get("InternetGatewayBlockMode", ""),
        dns64=bool(described.get("EnableDns64", False)),
    )


def route_table(described: Described) -> RouteTable:
    """Read a route table. Associations that are going or gone do not count."""
    bound = [
        one
        for one in described.get("Associations", ())
        if one.get("AssociationState", {}).get("State", "associated")
        in ("associated", "associating")
    ]
    return RouteTable(
        id=described["RouteTableId"],
        vpc_id=described.get("VpcId", ""),
        main=any(one.get("Main", False) for one in bound),
        subnets=tuple(sorted(one["SubnetId"] for one in bound if one.get("SubnetId"))),
        routes=tuple(_route(one) for one in described.get("Routes", ())),
    )


def group(described: Described) -> SecurityGroup:
    """Read a security group."""
    return SecurityGroup(
        id=described["GroupId"],
        name=described.get("GroupName", ""),
        vpc_id=described.get("VpcId", ""),
        ingress=tuple(_permission(one) for one in described.get("IpPermissions", ())),
        egress=tuple(_permission(one) for one in described.get("IpPermissionsEgress", ())),
    )


def acl(described: Described) -> NetworkAcl:
    """Read a network ACL, its entries in the order in which they are looked at."""
    entries = (_entry(one) for one in described.get("Entries", ()))
    return NetworkAcl(
        id=described["NetworkAclId"],
        vpc_id=described.get("VpcId", ""),
        default=bool(described.get("IsDefault", False)),
        subnets=tuple(sorted(one["SubnetId"] for one in described.get("Associations", ()))),
        entries=tuple(sorted(entries, key=lambda entry: (entry.egress, entry.number, entry.cidr))),
    )


def endpoint(region: str, described: Described) -> Endpoint:
    """Read a VPC endpoint of a Region."""
    name = str(described.get("ServiceName", ""))
    rest, _, service = name.rpartition(".")
    # An endpoint may lead to a service in another Region; its name has that Region in it.
    own = rest.endswith(f".{region}") and described.get("ServiceRegion", region) == region
    # A name that leads to the endpoint only for those who ask from outside the VPC.
    # https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-endpoints-s3.html
    inbound = described.get("DnsOptions", {}).get("PrivateDnsOnlyForInboundResolverEndpoint")
    return Endpoint(
        id=described["VpcEndpointId"],
        service=service if own else "",
        service_name=name,
        type=described.get("VpcEndpointType", ""),
        vpc_id=described.get("VpcId", ""),
        state=str(described.get("State", "")).lower(),
        addresses=described.get("IpAddressType", "ipv4"),
        private_dns=bool(described.get("PrivateDnsEnabled", False)) and not inbound,
        subnets=tuple(sorted(described.get("SubnetIds", ()))),
        groups=tuple(sorted(one["GroupId"] for one in described.get("Groups", ()))),
        route_tables=tuple(sorted(described.get("RouteTableIds", ()))),
        policy=described.get("PolicyDocument", ""),
    )


def nat_gateway(described: Described) -> NatGateway:
    """Read a NAT gateway."""
    return NatGateway(
        id=described["NatGatewayId"],
        subnet_id=described.get("SubnetId", ""),
        route_table_id=described.get("RouteTableId", ""),
        state=described.get("State", ""),
        connectivity=described.get("ConnectivityType", "public"),
        vpc_id=described.get("VpcId", ""),
    )


def dhcp_options(described: Described) -> DhcpOptions:
    """Read DHCP options."""
    servers = [
        value["Value"]
        for configuration in described.get("DhcpConfigurations", ())
        if configuration.get("Key") == "domain-name-servers"
        for value in configuration.get("Values", ())
    ]
    return DhcpOptions(described["DhcpOptionsId"], tuple(servers))


def _blocks(described: Described) -> tuple[str, ...]:
    found = [described["CidrBlock"]] if described.get("CidrBlock") else []
    for associations, key, state in (
        ("CidrBlockAssociationSet", "CidrBlock", "CidrBlockState"),
        ("Ipv6CidrBlockAssociationSet", "Ipv6CidrBlock", "Ipv6CidrBlockState"),
    ):
        found += [
            one[key]
            for one in described.get(associations, ())
            if one.get(state, {}).get("State", "associated") == "associated"
        ]
    return tuple(dict.fromkeys(found))


def _route(described: Described) -> Route:
    return Route(
        destination=next((described[key] for key in _DESTINATIONS if described.get(key)), ""),
        target=next((described[key] for key in _TARGETS if described.get(key)), ""),
        state=described.get("State", ""),
        propagated=described.get("Origin") == "EnableVgwRoutePropagation",
    )


def _permission(described: Described) -> Permission:
    v4 = (one.get("CidrIp", "") for one in described.get("IpRanges", ()))
    v6 = (one.get("CidrIpv6", "") for one in described.get("Ipv6Ranges", ()))
    return Permission(
        protocol=described["IpProtocol"],
        from_port=described.get("FromPort"),
        to_port=described.get("ToPort"),
        cidrs=(*v4, *v6),
        groups=tuple(one.get("GroupId", "") for one in described.get("UserIdGroupPairs", ())),
        prefix_lists=tuple(one["PrefixListId"] for one in described.get("PrefixListIds", ())),
    )


def _entry(described: Described) -> AclEntry:
    ports = described.get("PortRange", {})
    action = described["RuleAction"]
    cidr = described.get("CidrBlock", described.get("Ipv6CidrBlock", ""))
    return AclEntry(
        number=described["RuleNumber"],
        egress=bool(described["Egress"]),
        allow=action == "allow",
        protocol=described["Protocol"],
        cidr=cidr if action in ("allow", "deny") else "",
        from_port=ports.get("From"),
        to_port=ports.get("To"),
    )
