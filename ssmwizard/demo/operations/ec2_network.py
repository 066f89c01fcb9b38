"""The Describe calls of EC2's network: one table of collections, and the few odd ones."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from ssmwizard.demo.context import Answer, Context, Operation, Params, suffix
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


def describe_regions(context: Context, params: Params) -> Answer:
    """The Regions of the partition; those not enabled only when asked for all."""
    known = context.world["region_names"]
    unknown = [name for name in params.get("RegionNames", ()) if name not in known]
    if unknown:
        message = f"Invalid region names: {', '.join(unknown)}"
        raise AwsError("InvalidParameterValue", message)
    records = [
        {
            "RegionName": name,
            "Endpoint": f"ec2.{name}.{suffix(context.world)}",
            "OptInStatus": status,
        }
        for name, status in known.items()
        if (params.get("AllRegions") or status != "not-opted-in")
        and name in params.get("RegionNames", known)
    ]
    paths = {"region-name": "RegionName", "opt-in-status": "OptInStatus", "endpoint": "Endpoint"}
    return {"Regions": filtered(records, params.get("Filters", ()), paths)}


def service_name(context: Context, service: str) -> str:
    """The name of an endpoint service of this Region."""
    labels = ".".join(reversed(suffix(context.world).split(".")))
    return f"{labels}.{context.region_name}.{service}"


def describe_vpc_endpoint_services(context: Context, params: Params) -> Answer:
    """The services that can be reached through an endpoint."""
    check_size(params, 5, 1000)
    zones = [f"{context.region_name}{letter}" for letter in "abc"]
    details: list[dict[str, Any]] = []
    for service in context.world["endpoint_services"]:
        name = service_name(context, service)
        kinds = ["Gateway", "Interface"] if service == "s3" else ["Interface"]
        for kind in kinds:
            host = f"{service}.{context.region_name}.{suffix(context.world)}"
            detail: dict[str, Any] = {
                "ServiceName": name,
                "ServiceId": f"vpce-svc-{service:0<17.17}",
                "ServiceType": [{"ServiceType": kind}],
                "ServiceRegion": context.region_name,
                "AvailabilityZones": zones,
                "Owner": "amazon",
                "BaseEndpointDnsNames": [
                    f"{service}.{context.region_name}.vpce.{suffix(context.world)}"
                ],
                "VpcEndpointPolicySupported": True,
                "AcceptanceRequired": False,
                "ManagesVpcEndpoints": False,
                "Tags": [],
                "SupportedIpAddressTypes": ["ipv4"],
            }
            if kind == "Interface":
                detail["PrivateDnsName"] = host
                detail["PrivateDnsNames"] = [{"PrivateDnsName": host}]
                detail["PrivateDnsNameVerificationState"] = "verified"
            details.append(detail)
    wanted = params.get("ServiceNames")
    if wanted:
        offered = {detail["ServiceName"] for detail in details}
        unknown = [name for name in wanted if name not in offered]
        if unknown:
            message = f"The Vpc Endpoint Service '{unknown[0]}' does not exist"
            raise AwsError("InvalidServiceName", message)
        details = [detail for detail in details if detail["ServiceName"] in wanted]
    paths = {"service-name": "ServiceName", "service-type": "ServiceType.ServiceType"}
    found = filtered(details, params.get("Filters", ()), paths)
    part, token = page(found, params, default=None)
    names = list(dict.fromkeys(detail["ServiceName"] for detail in part))
    return {"ServiceNames": names, "ServiceDetails": part, "NextToken": token}


_LISTS = Collection(
    "prefix_lists",
    "PrefixListIds",
    "PrefixLists",
    "InvalidPrefixListID.NotFound",
    "The prefix list ID '{}' does not exist",
    {"prefix-list-id": "PrefixListId", "prefix-list-name": "PrefixListName", "owner-id": "OwnerId"},
    most=100,
)


def describe_managed_prefix_lists(context: Context, params: Params) -> Answer:
    """AWS's own and the account's prefix lists, without their entries."""
    answer = _LISTS.describe(context, params)
    answer["PrefixLists"] = [
        {name: value for name, value in record.items() if name != "Entries"}
        for record in answer["PrefixLists"]
    ]
    return answer


def get_managed_prefix_list_entries(context: Context, params: Params) -> Answer:
    """The networks of one prefix list."""
    check_size(params, 1, 100)
    record = context.region["prefix_lists"].get(params["PrefixListId"])
    if record is None:
        message = f"The prefix list ID '{params['PrefixListId']}' does not exist"
        raise AwsError("InvalidPrefixListID.NotFound", message)
    part, token = page(record["Entries"], params, default=100)
    return {"Entries": part, "NextToken": token}


def describe_prefix_lists(context: Context, params: Params) -> Answer:
    """AWS's own prefix lists with their networks: the services behind gateway endpoints."""
    answer = _LISTS.describe(context, params)
    answer["PrefixLists"] = [
        {
            "PrefixListId": record["PrefixListId"],
            "PrefixListName": record["PrefixListName"],
            "Cidrs": [entry["Cidr"] for entry in record["Entries"]],
        }
        for record in answer["PrefixLists"]
        if record["OwnerId"] == "AWS"
    ]
    return answer


OPERATIONS = {
    **{f"ec2:{name}": Operation(each.describe) for name, each in COLLECTIONS.items()},
    "ec2:DescribeVpcAttribute": Operation(describe_vpc_attribute),
    "ec2:DescribeRegions": Operation(describe_regions),
    "ec2:DescribeVpcEndpointServices": Operation(describe_vpc_endpoint_services),
    "ec2:DescribeManagedPrefixLists": Operation(describe_managed_prefix_lists),
    "ec2:GetManagedPrefixListEntries": Operation(get_managed_prefix_list_entries),
    "ec2:DescribePrefixLists": Operation(describe_prefix_lists),
}
