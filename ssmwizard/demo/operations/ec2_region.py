"""EC2 calls about the Region itself: services with endpoints, prefix lists, other Regions."""

from __future__ import annotations

from typing import Any

from ssmwizard.demo.context import Answer, Context, Operation, Params, suffix
from ssmwizard.demo.failure import AwsError
from ssmwizard.demo.operations.ec2_network import Collection
from ssmwizard.demo.paging import check_size, filtered, page


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
    paths = {
        "service-name": "ServiceName",
        "service-type": "ServiceType.ServiceType",
        "owner": "Owner",
    }
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
    "ec2:DescribeRegions": Operation(describe_regions),
    "ec2:DescribeVpcEndpointServices": Operation(describe_vpc_endpoint_services),
    "ec2:DescribeManagedPrefixLists": Operation(describe_managed_prefix_lists),
    "ec2:GetManagedPrefixListEntries": Operation(get_managed_prefix_list_entries),
    "ec2:DescribePrefixLists": Operation(describe_prefix_lists),
}
