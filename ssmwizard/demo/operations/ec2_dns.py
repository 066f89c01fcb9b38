"""The DNS attributes of VPCs, and the private DNS of endpoints."""

from __future__ import annotations

from typing import Any

from ssmwizard.demo.context import Answer, Context, Operation, Params, suffix
from ssmwizard.demo.failure import AwsError

_BOTH = ("EnableDnsSupport", "EnableDnsHostnames")


def modify_vpc(context: Context, params: Params) -> Answer:
    """Changes one attribute; AWS takes one at a time."""
    attributes = context.region["vpc_attributes"].get(params["VpcId"])
    if attributes is None:
        message = f"The vpc ID '{params['VpcId']}' does not exist"
        raise AwsError("InvalidVpcID.NotFound", message)
    named = [name for name in _BOTH if name in params]
    if len(named) != 1:
        message = "Exactly one of the attributes is to be specified."
        raise AwsError("InvalidParameterCombination", message)
    attributes[named[0]] = bool(params[named[0]].get("Value", False))
    return {}


def modify_endpoint(context: Context, params: Params) -> Answer:
    """Turns the private DNS of an interface endpoint on or off."""
    endpoint = context.region["endpoints"].get(params["VpcEndpointId"])
    if endpoint is None:
        message = f"The Vpc Endpoint Id '{params['VpcEndpointId']}' does not exist"
        raise AwsError("InvalidVpcEndpointId.NotFound", message)
    wanted = params.get("PrivateDnsEnabled", endpoint["PrivateDnsEnabled"])
    host = host_of(context, endpoint["ServiceName"])
    if wanted and not endpoint["PrivateDnsEnabled"]:
        check_private_dns(context, endpoint["VpcId"], endpoint["ServiceName"])
        endpoint["DnsEntries"].append({"DnsName": host, "HostedZoneId": "ZDEMOEXAMPLE"})
    elif not wanted:
        endpoint["DnsEntries"] = [one for one in endpoint["DnsEntries"] if one["DnsName"] != host]
    endpoint["PrivateDnsEnabled"] = wanted
    return {"Return": True}


def host_of(context: Context, service_name: str) -> str:
    """The public name of a service in this Region."""
    service = service_name.rpartition(".")[2]
    return f"{service}.{context.region_name}.{suffix(context.world)}"


def check_private_dns(context: Context, vpc: str, service_name: str) -> None:
    """Refuses private DNS where the VPC cannot have it.

    :raises AwsError: DNS is off in the VPC, or something else takes the name already.
    """
    attributes = context.region["vpc_attributes"][vpc]
    if not all(attributes[name] for name in _BOTH):
        raise AwsError(
            "InvalidParameter",
            "Enabling private DNS requires both enableDnsSupport and enableDnsHostnames VPC "
            f"attributes set to true for {vpc}",
        )
    others = context.region["endpoints"].values()
    if any(
        (one["VpcId"], one["ServiceName"]) == (vpc, service_name) and one["PrivateDnsEnabled"]
        for one in others
    ):
        raise AwsError(
            "InvalidParameter",
            "private-dns-enabled cannot be set because there is already a conflicting DNS domain "
            f"for {host_of(context, service_name)} in the VPC {vpc}",
        )


def _on(action: str, kind: str, member: str) -> Any:
    def resources(context: Context, params: Params) -> list[tuple[str, str]]:
        return [(action, context.arn("ec2", f"{kind}/{params[member]}"))]

    return resources


OPERATIONS = {
    "ec2:ModifyVpcAttribute": Operation(
        modify_vpc, writes=True, resources=_on("ec2:ModifyVpcAttribute", "vpc", "VpcId")
    ),
    "ec2:ModifyVpcEndpoint": Operation(
        modify_endpoint,
        writes=True,
        resources=_on("ec2:ModifyVpcEndpoint", "vpc-endpoint", "VpcEndpointId"),
    ),
}
