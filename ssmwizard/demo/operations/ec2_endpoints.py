"""Endpoints and the security groups that are made for them: made and deleted."""

from __future__ import annotations

from collections.abc import Mapping
from ipaddress import IPv4Network
from typing import Any

from ssmwizard.demo.context import Answer, Context, Operation, Params, suffix
from ssmwizard.demo.failure import AwsError
from ssmwizard.demo.operations.ec2_dns import check_private_dns, host_of
from ssmwizard.demo.operations.ec2_region import describe_vpc_endpoint_services

OPENS = 3.0
"""Seconds, at pace 1, from ``pending`` to ``available``."""
CLOSES = 3.0
"""Seconds, at pace 1, until a deleted endpoint and its network interfaces are gone."""
_POLICY = '{"Statement": [{"Action": "*", "Effect": "Allow", "Principal": "*", "Resource": "*"}]}'


def create_group(context: Context, params: Params) -> Answer:
    """A security group that lets nothing in and everything out."""
    vpc = _there(context, "vpcs", params.get("VpcId", ""), "InvalidVpcID.NotFound")["VpcId"]
    name = params["GroupName"]
    groups = context.region["groups"]
    if any((one["VpcId"], one["GroupName"]) == (vpc, name) for one in groups.values()):
        message = f"The security group '{name}' already exists for VPC '{vpc}'"
        raise AwsError("InvalidGroup.Duplicate", message)
    group = context.new_id("sg-")
    tags = _tags(params)
    groups[group] = {
        "GroupId": group,
        "GroupName": name,
        "Description": params["Description"],
        "SecurityGroupArn": context.arn("ec2", f"security-group/{group}"),
        "VpcId": vpc,
        "OwnerId": context.account,
        "IpPermissions": [],
        "IpPermissionsEgress": [
            {
                "IpProtocol": "-1",
                "IpRanges": [{"CidrIp": "0.0.0.0/0"}],
                "Ipv6Ranges": [],
                "PrefixListIds": [],
                "UserIdGroupPairs": [],
            }
        ],
        "Tags": tags,
    }
    return {"GroupId": group, "Tags": tags, "SecurityGroupArn": groups[group]["SecurityGroupArn"]}


def delete_group(context: Context, params: Params) -> Answer:
    """Deletes a group that nothing uses any more."""
    name = params.get("GroupId", "")
    _there(context, "groups", name, "InvalidGroup.NotFound")
    cards = context.region["interfaces"].values()
    if any(one["GroupId"] == name for card in cards for one in card["Groups"]):
        raise AwsError("DependencyViolation", f"resource {name} has a dependent object")
    del context.region["groups"][name]
    return {"Return": True, "GroupId": name}


def create_endpoint(context: Context, params: Params) -> Answer:
    """An interface endpoint with one network interface in each subnet."""
    vpc = _there(context, "vpcs", params["VpcId"], "InvalidVpcID.NotFound")["VpcId"]
    service = params.get("ServiceName", "")
    describe_vpc_endpoint_services(context, {"ServiceNames": [service]})
    subnets = [
        _there(context, "subnets", one, "InvalidSubnetID.NotFound")
        for one in params.get("SubnetIds", ())
    ]
    if len({one["AvailabilityZone"] for one in subnets}) < len(subnets):
        message = "Found another VPC endpoint subnet in the availability zone"
        raise AwsError("DuplicateSubnetsInSameZone", message)
    groups = [
        _there(context, "groups", one, "InvalidGroup.NotFound")
        for one in params.get("SecurityGroupIds", ())
    ]
    private = params.get("PrivateDnsEnabled", True)
    if private:
        check_private_dns(context, vpc, service)
    name = context.new_id("vpce-")
    its_groups = [{"GroupId": one["GroupId"], "GroupName": one["GroupName"]} for one in groups]
    short = service.rpartition(".")[2]
    own = f"{name}-demo.{short}.{context.region_name}.vpce.{suffix(context.world)}"
    hosts = [own, host_of(context, service)] if private else [own]
    context.region["endpoints"][name] = endpoint = {
        "VpcEndpointId": name,
        "VpcEndpointType": "Interface",
        "VpcId": vpc,
        "ServiceName": service,
        "State": "pending",
        "PolicyDocument": _POLICY,
        "RouteTableIds": [],
        "SubnetIds": [one["SubnetId"] for one in subnets],
        "Groups": its_groups,
        "IpAddressType": "ipv4",
        "DnsOptions": {"DnsRecordIpType": "ipv4"},
        "PrivateDnsEnabled": private,
        "RequesterManaged": False,
        "NetworkInterfaceIds": [_card(context, one, name, its_groups) for one in subnets],
        "DnsEntries": [{"DnsName": host, "HostedZoneId": "ZDEMOEXAMPLE"} for host in hosts],
        "CreationTimestamp": context.now,
        "Tags": _tags(params),
        "OwnerId": context.account,
    }
    context.later(OPENS, "endpoint", endpoint=name, to="available")
    return {"VpcEndpoint": dict(endpoint)}


def delete_endpoints(context: Context, params: Params) -> Answer:
    """Deletes endpoints; those that cannot be are told one by one, and the call works."""
    unsuccessful = []
    for name in params["VpcEndpointIds"]:
        endpoint = context.region["endpoints"].get(name)
        if endpoint is None:
            message = f"The Vpc Endpoint Id '{name}' does not exist"
            error = {"Code": "InvalidVpcEndpointId.NotFound", "Message": message}
            unsuccessful.append({"ResourceId": name, "Error": error})
            continue
        endpoint["State"] = "deleting"
        context.later(CLOSES, "endpoint", endpoint=name, to="deleted")
    return {"Unsuccessful": unsuccessful}


def _there(context: Context, store: str, name: str, code: str) -> dict[str, Any]:
    found: dict[str, Any] | None = context.region[store].get(name)
    if found is None:
        raise AwsError(code, f"The ID '{name}' does not exist")
    return found


def _tags(params: Params) -> list[Mapping[str, str]]:
    return [tag for one in params.get("TagSpecifications", ()) for tag in one.get("Tags", ())]


def _card(
    context: Context, subnet: Mapping[str, Any], endpoint: str, groups: list[dict[str, str]]
) -> str:
    """A network interface with the first address of the subnet that is free."""
    cards = context.region["interfaces"]
    taken = {one["PrivateIpAddress"] for one in cards.values()}
    taken |= {one.get("PrivateIpAddress") for one in context.region["instances"].values()}
    hosts = list(IPv4Network(subnet["CidrBlock"]).hosts())[9:]
    address = next(str(one) for one in hosts if str(one) not in taken)
    card = context.new_id("eni-")
    cards[card] = {
        "NetworkInterfaceId": card,
        "InterfaceType": "vpc_endpoint",
        "Description": f"VPC Endpoint Interface {endpoint}",
        "Status": "in-use",
        "SubnetId": subnet["SubnetId"],
        "VpcId": subnet["VpcId"],
        "AvailabilityZone": subnet["AvailabilityZone"],
        "OwnerId": context.account,
        "RequesterManaged": True,
        "SourceDestCheck": True,
        "PrivateIpAddress": address,
        "PrivateIpAddresses": [{"Primary": True, "PrivateIpAddress": address}],
        "Ipv6Addresses": [],
        "Groups": groups,
        "TagSet": [],
    }
    return card


def _on(action: str, kind: str) -> Any:
    """Who makes something needs the right on it and what it stands on, and on its tags."""

    def resources(context: Context, params: Params) -> list[tuple[str, str]]:
        stands_on = [
            f"vpc/{params['VpcId']}",
            *(f"subnet/{one}" for one in params.get("SubnetIds", ())),
            *(f"security-group/{one}" for one in params.get("SecurityGroupIds", ())),
            f"{kind}/*",
        ]
        needs = [(action, context.arn("ec2", one)) for one in stands_on]
        tagged = [("ec2:CreateTags", context.arn("ec2", f"{kind}/*"))] if _tags(params) else []
        return needs + tagged

    return resources


def _named(action: str, kind: str, member: str) -> Any:
    def resources(context: Context, params: Params) -> list[tuple[str, str]]:
        names = params.get(member, ())
        some = [names] if isinstance(names, str) else names
        return [(action, context.arn("ec2", f"{kind}/{one}")) for one in some]

    return resources


OPERATIONS = {
    "ec2:CreateSecurityGroup": Operation(
        create_group, writes=True, resources=_on("ec2:CreateSecurityGroup", "security-group")
    ),
    "ec2:DeleteSecurityGroup": Operation(
        delete_group,
        writes=True,
        resources=_named("ec2:DeleteSecurityGroup", "security-group", "GroupId"),
    ),
    "ec2:CreateVpcEndpoint": Operation(
        create_endpoint, writes=True, resources=_on("ec2:CreateVpcEndpoint", "vpc-endpoint")
    ),
    "ec2:DeleteVpcEndpoints": Operation(
        delete_endpoints,
        writes=True,
        resources=_named("ec2:DeleteVpcEndpoints", "vpc-endpoint", "VpcEndpointIds"),
    ),
}
