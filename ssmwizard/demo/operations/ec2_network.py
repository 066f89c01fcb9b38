"""The Describe calls of EC2's network: one table of collections."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from ssmwizard.demo.context import Answer, Context, Operation, Params
from ssmwizard.demo.failure import AwsError
from ssmwizard.demo.paging import check_size, filtered, page

_VPC = {"vpc-id": "VpcId", "owner-id": "OwnerId"}


@dataclass(frozen=True, slots=True)
class Collection:
    """How one Describe call reads one store of the Region."""

    store: str
    ids: str
    result: str
    missing: str
    says: str
    paths: Mapping[str, str] = field(default_factory=dict)
    filters: str = "Filters"
    most: int = 1000
    default: int | None = None

    def describe(self, context: Context, params: Params) -> Answer:
        """The page of records that was asked for."""
        check_size(params, 1 if self.store == "prefix_lists" else 5, self.most)
        store = context.region[self.store]
        wanted = params.get(self.ids)
        if wanted:
            unknown = [name for name in wanted if name not in store]
            if unknown:
                raise AwsError(self.missing, self.says.format(", ".join(unknown)))
            records = [store[name] for name in wanted]
        else:
            records = list(store.values())
        found = filtered(records, params.get(self.filters, ()), self.paths)
        part, token = page(found, params, default=self.default)
        return {self.result: part, "NextToken": token}


def _says(kind: str) -> str:
    return f"The {kind} ID '{{}}' does not exist"


COLLECTIONS = {
    "DescribeVpcs": Collection(
        "vpcs",
        "VpcIds",
        "Vpcs",
        "InvalidVpcID.NotFound",
        _says("vpc"),
        {
            **_VPC,
            "cidr": "CidrBlock",
            "is-default": "IsDefault",
            "state": "State",
            "dhcp-options-id": "DhcpOptionsId",
        },
    ),
    "DescribeSubnets": Collection(
        "subnets",
        "SubnetIds",
        "Subnets",
        "InvalidSubnetID.NotFound",
        _says("subnet"),
        {
            **_VPC,
            "subnet-id": "SubnetId",
            "availability-zone": "AvailabilityZone",
            "cidr-block": "CidrBlock",
            "state": "State",
        },
    ),
    "DescribeRouteTables": Collection(
        "route_tables",
        "RouteTableIds",
        "RouteTables",
        "InvalidRouteTableID.NotFound",
        _says("routeTable"),
        {
            **_VPC,
            "route-table-id": "RouteTableId",
            "association.subnet-id": "Associations.SubnetId",
            "association.main": "Associations.Main",
            "route.nat-gateway-id": "Routes.NatGatewayId",
            "route.gateway-id": "Routes.GatewayId",
            "route.state": "Routes.State",
        },
        most=100,
        default=100,
    ),
    "DescribeSecurityGroups": Collection(
        "groups",
        "GroupIds",
        "SecurityGroups",
        "InvalidGroup.NotFound",
        "The security group '{}' does not exist",
        {**_VPC, "group-id": "GroupId", "group-name": "GroupName", "description": "Description"},
    ),
    "DescribeNetworkAcls": Collection(
        "acls",
        "NetworkAclIds",
        "NetworkAcls",
        "InvalidNetworkAclID.NotFound",
        _says("networkAcl"),
        {
            **_VPC,
            "network-acl-id": "NetworkAclId",
            "association.subnet-id": "Associations.SubnetId",
            "default": "IsDefault",
        },
    ),
    "DescribeVpcEndpoints": Collection(
        "endpoints",
        "VpcEndpointIds",
        "VpcEndpoints",
        "InvalidVpcEndpointId.NotFound",
        "The Vpc Endpoint Id '{}' does not exist",
        {
            **_VPC,
            "vpc-endpoint-id": "VpcEndpointId",
            "service-name": "ServiceName",
            "vpc-endpoint-state": "State",
            "vpc-endpoint-type": "VpcEndpointType",
        },
    ),
    "DescribeNatGateways": Collection(
        "nats",
        "NatGatewayIds",
        "NatGateways",
        "NatGatewayNotFound",
        "The Nat Gateway '{}' was not found",
        {**_VPC, "nat-gateway-id": "NatGatewayId", "state": "State", "subnet-id": "SubnetId"},
        filters="Filter",
    ),
    "DescribeInternetGateways": Collection(
        "igws",
        "InternetGatewayIds",
        "InternetGateways",
        "InvalidInternetGatewayID.NotFound",
        _says("internetGateway"),
        {
            "internet-gateway-id": "InternetGatewayId",
            "attachment.vpc-id": "Attachments.VpcId",
            "attachment.state": "Attachments.State",
            "owner-id": "OwnerId",
        },
    ),
    "DescribeEgressOnlyInternetGateways": Collection(
        "eigws",
        "EgressOnlyInternetGatewayIds",
        "EgressOnlyInternetGateways",
        "InvalidEgressOnlyInternetGatewayId.NotFound",
        _says("egressOnlyInternetGateway"),
    ),
    "DescribeDhcpOptions": Collection(
        "dhcp",
        "DhcpOptionsIds",
        "DhcpOptions",
        "InvalidDhcpOptionID.NotFound",
        _says("dhcpOption"),
        {"dhcp-options-id": "DhcpOptionsId", "key": "DhcpConfigurations.Key"},
    ),
    "DescribeNetworkInterfaces": Collection(
        "interfaces",
        "NetworkInterfaceIds",
        "NetworkInterfaces",
        "InvalidNetworkInterfaceID.NotFound",
        "The networkInterface ID '{}' does not exist",
        {
            **_VPC,
            "network-interface-id": "NetworkInterfaceId",
            "subnet-id": "SubnetId",
            "group-id": "Groups.GroupId",
            "private-ip-address": "PrivateIpAddress",
            "addresses.private-ip-address": "PrivateIpAddresses.PrivateIpAddress",
            "attachment.instance-id": "Attachment.InstanceId",
            "interface-type": "InterfaceType",
            "status": "Status",
        },
    ),
}


def describe_vpc_attribute(context: Context, params: Params) -> Answer:
    """One attribute of one VPC."""
    vpc = params["VpcId"]
    attributes = context.region["vpc_attributes"].get(vpc)
    if attributes is None:
        raise AwsError("InvalidVpcID.NotFound", f"The vpc ID '{vpc}' does not exist")
    name = params["Attribute"][:1].upper() + params["Attribute"][1:]
    return {"VpcId": vpc, name: {"Value": attributes.get(name, False)}}


def _on_vpc(context: Context, params: Params) -> list[tuple[str, str]]:
    return [("ec2:DescribeVpcAttribute", context.arn("ec2", f"vpc/{params['VpcId']}"))]


OPERATIONS = {
    **{f"ec2:{name}": Operation(each.describe) for name, each in COLLECTIONS.items()},
    "ec2:DescribeVpcAttribute": Operation(describe_vpc_attribute, resources=_on_vpc),
}
