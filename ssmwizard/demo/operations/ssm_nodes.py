"""Managed nodes: who reports, and who holds a channel for sessions."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterable
from typing import Any

from ssmwizard.demo.context import Answer, Context, Operation, Params
from ssmwizard.demo.failure import AwsError
from ssmwizard.demo.node import Agents
from ssmwizard.demo.operations.ssm_activations import service_role
from ssmwizard.demo.paging import page

HEARTBEAT = 300
"""Seconds between two reports of an agent.
https://docs.aws.amazon.com/systems-manager/latest/userguide/ssm-agent-technical-details.html"""


def visible(context: Context) -> list[dict[str, Any]]:
    """The nodes the service speaks of: registered, and not a stopped or ended instance."""
    instances = context.region["instances"]
    return [
        node
        for node in context.region["nodes"].values()
        if node["RegistrationDate"]
        and (
            node["Kind"] == "hybrid"
            or instances[node["InstanceId"]]["State"]["Name"] in {"running", "pending"}
        )
    ]


def last_ping(node: dict[str, Any], now: float) -> float:
    """When a node last reported: its own beat while online, else when it fell silent."""
    if not node["Online"]:
        return float(node["LastPingDateTime"] or node["RegistrationDate"])
    phase = zlib.crc32(node["InstanceId"].encode()) % HEARTBEAT
    beat = now - (now - phase) % HEARTBEAT
    return max(beat, float(node["RegistrationDate"]))


def _shared(context: Context, node: dict[str, Any], agents: Agents) -> dict[str, Any]:
    hybrid = node["Kind"] == "hybrid"
    return {
        "InstanceId": node["InstanceId"],
        "PingStatus": "Online" if node["Online"] else "ConnectionLost",
        "LastPingDateTime": last_ping(node, context.now),
        "AgentVersion": node["AgentVersion"],
        "PlatformType": node["PlatformType"],
        "PlatformName": node["PlatformName"],
        "PlatformVersion": node["PlatformVersion"],
        "ActivationId": node["ActivationId"] if hybrid else None,
        "IamRole": node["IamRole"] if hybrid else agents.default_role_serves(node),
        "RegistrationDate": node["RegistrationDate"] if hybrid else None,
        "ResourceType": "ManagedInstance" if hybrid else "EC2Instance",
        "Name": node["Name"] if hybrid else None,
        "IPAddress": node["IPAddress"],
        "ComputerName": node["ComputerName"],
        "SourceId": node["InstanceId"],
        "SourceType": "AWS::SSM::ManagedInstance" if hybrid else "AWS::EC2::Instance",
    }


def describe_instance_information(context: Context, params: Params) -> Answer:
    """Ten nodes a page unless asked for more, fifty at most."""
    legacy = params.get("InstanceInformationFilterList") or []
    filters = params.get("Filters") or []
    if legacy and filters:
        message = "Filters and InstanceInformationFilterList cannot be used together."
        raise AwsError("ValidationException", message)
    wishes = [(f["key"], f["valueSet"]) for f in legacy]
    wishes += [(f["Key"], f["Values"]) for f in filters]
    nodes = _wanted(context, wishes)
    part, token = page(nodes, params, default=10)
    agents = Agents(context.world, context.region_name)
    latest = context.world["agent"]["latest"]
    shown = []
    for node in part:
        information = _shared(context, node, agents)
        information["IsLatestVersion"] = node["AgentVersion"] == latest
        shown.append(information)
    return {"InstanceInformationList": shown, "NextToken": token}


def describe_instance_properties(context: Context, params: Params) -> Answer:
    """As above with what EC2 knows beside it; a thousand a page."""
    legacy = params.get("InstancePropertyFilterList") or []
    filters = params.get("FiltersWithOperator") or []
    wishes = [(f["key"], f["valueSet"]) for f in legacy]
    wishes += [(f["Key"], f["Values"]) for f in filters]
    nodes = _wanted(context, wishes)
    part, token = page(nodes, params, default=10)
    agents = Agents(context.world, context.region_name)
    instances = context.region["instances"]
    shown = []
    for node in part:
        properties = _shared(context, node, agents)
        instance = instances.get(node["InstanceId"])
        if instance:
            profile = instance.get("IamInstanceProfile")
            properties.update(
                Name=node["Name"],
                InstanceType=instance["InstanceType"],
                InstanceRole=profile["Arn"] if profile else None,
                InstanceState=instance["State"]["Name"],
                Architecture=instance["Architecture"],
                LaunchTime=instance["LaunchTime"],
                AvailabilityZone=instance["Placement"]["AvailabilityZone"],
            )
        shown.append(properties)
    return {"InstanceProperties": shown, "NextToken": token}


def _tags(node: dict[str, Any]) -> dict[str, str]:
    return {tag["Key"]: tag["Value"] for tag in node["Tags"]}


_FILTERS: dict[str, Callable[[dict[str, Any]], str | None]] = {
    "InstanceIds": lambda node: str(node["InstanceId"]),
    "AgentVersion": lambda node: str(node["AgentVersion"]),
    "PingStatus": lambda node: "Online" if node["Online"] else "ConnectionLost",
    "PlatformTypes": lambda node: str(node["PlatformType"]),
    "PlatformType": lambda node: str(node["PlatformType"]),
    "ActivationIds": lambda node: node["ActivationId"],
    "IamRole": lambda node: node["IamRole"],
    "ResourceType": lambda node: "ManagedInstance" if node["Kind"] == "hybrid" else "EC2Instance",
}


def _wanted(context: Context, wishes: Iterable[tuple[str, list[str]]]) -> list[dict[str, Any]]:
    nodes = visible(context)
    known = {node["InstanceId"] for node in nodes}
    for key, values in wishes:
        if key == "InstanceIds":
            foreign = [value for value in values if value not in known]
            if foreign:
                message = f"Instances [{', '.join(foreign)}] not in a valid state for account"
                raise AwsError("InvalidInstanceId", f"{message} {context.account}")
        if key.startswith("tag:"):
            nodes = [node for node in nodes if _tags(node).get(key[4:]) in values]
        elif key == "tag-key":
            nodes = [node for node in nodes if set(values) & set(_tags(node))]
        elif key in _FILTERS:
            nodes = [node for node in nodes if _FILTERS[key](node) in values]
        else:
            raise AwsError("InvalidFilterKey", f"The specified filter key {key} is not valid.")
    return nodes


def get_connection_status(context: Context, params: Params) -> Answer:
    """Never an error: what is unknown is not connected."""
    node = context.region["nodes"].get(params["Target"])
    connected = node is not None and node["Connected"]
    return {"Target": params["Target"], "Status": "connected" if connected else "notconnected"}


def list_tags_for_resource(context: Context, params: Params) -> Answer:
    """The tags of a hybrid node."""
    if params["ResourceType"] != "ManagedInstance":
        return {"TagList": []}
    node = context.region["nodes"].get(params["ResourceId"])
    if node is None or node["Kind"] != "hybrid":
        raise AwsError("InvalidResourceId", "")
    return {"TagList": node["Tags"]}


def update_managed_instance_role(context: Context, params: Params) -> Answer:
    """Gives a hybrid node another service role."""
    node = context.region["nodes"].get(params["InstanceId"])
    if node is None or node["Kind"] != "hybrid":
        raise AwsError("InvalidInstanceId", "")
    node["IamRole"] = service_role(context, params["IamRole"])["RoleName"]
    return {}


def _on_role_change(context: Context, params: Params) -> list[tuple[str, str]]:
    """The node, and the role that it is handed."""
    named = context.global_arn("iam", f"role/{params['IamRole']}")
    node = context.arn("ssm", f"managed-instance/{params['InstanceId']}")
    return [("ssm:UpdateManagedInstanceRole", node), ("iam:PassRole", named)]


OPERATIONS = {
    "ssm:DescribeInstanceInformation": Operation(describe_instance_information),
    "ssm:DescribeInstanceProperties": Operation(describe_instance_properties),
    "ssm:GetConnectionStatus": Operation(get_connection_status),
    "ssm:ListTagsForResource": Operation(list_tags_for_resource),
    "ssm:UpdateManagedInstanceRole": Operation(
        update_managed_instance_role, writes=True, resources=_on_role_change
    ),
}
