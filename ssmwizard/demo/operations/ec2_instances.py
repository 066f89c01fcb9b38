"""Instances and images: looking, starting, stopping."""

from __future__ import annotations

import base64
import re
from typing import Any

from ssmwizard.demo.console_text import console_text
from ssmwizard.demo.context import Answer, Context, Operation, Params
from ssmwizard.demo.failure import AwsError
from ssmwizard.demo.operations.ec2_network import Collection
from ssmwizard.demo.paging import check_size, filtered, page

BOOT = 3.0
"""Seconds, at pace 1, from ``pending`` to ``running``."""
HALT = 3.0
"""Seconds, at pace 1, from ``stopping`` to ``stopped``."""

STATES = {
    "pending": 0,
    "running": 16,
    "shutting-down": 32,
    "terminated": 48,
    "stopping": 64,
    "stopped": 80,
}
_INSTANCE_ID = re.compile(r"i-(?:[0-9a-f]{8}|[0-9a-f]{17})")
_PATHS = {
    "instance-id": "InstanceId",
    "instance-state-name": "State.Name",
    "instance-state-code": "State.Code",
    "instance-type": "InstanceType",
    "vpc-id": "VpcId",
    "subnet-id": "SubnetId",
    "image-id": "ImageId",
    "private-ip-address": "PrivateIpAddress",
    "ip-address": "PublicIpAddress",
    "private-dns-name": "PrivateDnsName",
    "availability-zone": "Placement.AvailabilityZone",
    "architecture": "Architecture",
    "platform": "Platform",
    "platform-details": "PlatformDetails",
    "iam-instance-profile.arn": "IamInstanceProfile.Arn",
    "iam-instance-profile.id": "IamInstanceProfile.Id",
    "instance.group-id": "SecurityGroups.GroupId",
    "metadata-options.http-endpoint": "MetadataOptions.HttpEndpoint",
    "key-name": "KeyName",
}


def state(name: str) -> dict[str, Any]:
    """An instance state as EC2 writes it."""
    return {"Code": STATES[name], "Name": name}


def chosen(context: Context, wanted: list[str] | None) -> list[dict[str, Any]]:
    """The instances asked for, or all.

    :raises AwsError: an id that is malformed or not here.
    """
    store: dict[str, dict[str, Any]] = context.region["instances"]
    if not wanted:
        return list(store.values())
    for name in wanted:
        if not _INSTANCE_ID.fullmatch(name):
            raise AwsError("InvalidInstanceID.Malformed", f'Invalid id: "{name}"')
    missing = [name for name in wanted if name not in store]
    if len(missing) == 1:
        message = f"The instance ID '{missing[0]}' does not exist"
        raise AwsError("InvalidInstanceID.NotFound", message)
    if missing:
        message = f"The instance IDs '{', '.join(missing)}' do not exist"
        raise AwsError("InvalidInstanceID.NotFound", message)
    return [store[name] for name in dict.fromkeys(wanted)]


def describe_instances(context: Context, params: Params) -> Answer:
    """Every instance of the Region, one reservation each."""
    check_size(params, 5, 1000)
    if params.get("MaxResults") and params.get("InstanceIds"):
        raise AwsError(
            "InvalidParameterCombination",
            "The parameter instancesSet cannot be used with the parameter maxResults",
        )
    records = chosen(context, params.get("InstanceIds"))
    found = filtered(records, params.get("Filters", ()), _PATHS)
    part, token = page(found, params, default=None)
    reservations = [
        {
            "ReservationId": "r-" + instance["InstanceId"][2:],
            "OwnerId": context.account,
            "Groups": [],
            "Instances": [instance],
        }
        for instance in part
    ]
    return {"Reservations": reservations, "NextToken": token}


def describe_instance_status(context: Context, params: Params) -> Answer:
    """The status checks; instances that do not run only when asked for all."""
    check_size(params, 5, 1000)
    records = [
        instance
        for instance in chosen(context, params.get("InstanceIds"))
        if params.get("IncludeAllInstances") or instance["State"]["Name"] == "running"
    ]
    found = filtered(records, params.get("Filters", ()), _PATHS)
    part, token = page(found, params, default=None)
    statuses = [_status(context, instance) for instance in part]
    return {"InstanceStatuses": statuses, "NextToken": token}


def _status(context: Context, instance: Any) -> dict[str, Any]:
    if instance["State"]["Name"] != "running":
        check: dict[str, Any] = {"Status": "not-applicable"}
    elif context.now - instance["LaunchTime"] < context.world["checks_take"] * context.pace:
        details = [{"Name": "reachability", "Status": "initializing"}]
        check = {"Status": "initializing", "Details": details}
    else:
        check = {"Status": "ok", "Details": [{"Name": "reachability", "Status": "passed"}]}
    return {
        "AvailabilityZone": instance["Placement"]["AvailabilityZone"],
        "InstanceId": instance["InstanceId"],
        "InstanceState": instance["State"],
        "InstanceStatus": check,
        "SystemStatus": check,
        "AttachedEbsStatus": check,
    }


def get_console_output(context: Context, params: Params) -> Answer:
    """What the machine wrote at its start; a secret of its user data, too.

    https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_GetConsoleOutput.html
    """
    (instance,) = chosen(context, [params["InstanceId"]])
    node = context.region["nodes"].get(params["InstanceId"])
    runs = instance["State"]["Name"] == "running"
    written = console_text(instance, node) if runs and node is not None else ""
    return {
        "InstanceId": params["InstanceId"],
        "Timestamp": instance["LaunchTime"],
        "Output": base64.b64encode(written.encode()).decode(),
    }


def start_instances(context: Context, params: Params) -> Answer:
    """Starts what is stopped; what runs stays as it is."""
    records = chosen(context, params["InstanceIds"])
    for instance in records:
        if instance["State"]["Name"] not in {"stopped", "pending", "running"}:
            raise _wrong_state(instance, "started")
    changes = []
    for instance in records:
        before = instance["State"]
        if before["Name"] == "stopped":
            _moves(context, instance, "pending", "running", BOOT)
            instance["LaunchTime"] = context.now
            instance.pop("StateReason", None)
            instance["StateTransitionReason"] = ""
        changes.append(_change(instance, before))
    return {"StartingInstances": changes}


def stop_instances(context: Context, params: Params) -> Answer:
    """Stops what runs; what is stopped stays as it is."""
    records = chosen(context, params["InstanceIds"])
    for instance in records:
        if instance["State"]["Name"] not in {"stopped", "stopping", "running"}:
            raise _wrong_state(instance, "stopped")
    changes = []
    for instance in records:
        before = instance["State"]
        if before["Name"] == "running":
            _moves(context, instance, "stopping", "stopped", HALT)
            instance["StateReason"] = {
                "Code": "Client.UserInitiatedShutdown",
                "Message": "Client.UserInitiatedShutdown: User initiated shutdown",
            }
            instance["StateTransitionReason"] = "User initiated"
        changes.append(_change(instance, before))
    return {"StoppingInstances": changes}


def _moves(context: Context, instance: dict[str, Any], by: str, to: str, seconds: float) -> None:
    instance["State"] = state(by)
    name = instance["InstanceId"]
    context.later(seconds, "instance", instance=name, to=state(to), **{"from": by})


def _change(instance: dict[str, Any], before: dict[str, Any]) -> dict[str, Any]:
    return {
        "InstanceId": instance["InstanceId"],
        "CurrentState": instance["State"],
        "PreviousState": before,
    }


def _wrong_state(instance: dict[str, Any], verb: str) -> AwsError:
    return AwsError(
        "IncorrectInstanceState",
        f"The instance '{instance['InstanceId']}' is not in a state from which it can be {verb}.",
    )


def on_instances(action: str) -> Any:
    """The right ``action`` on each instance named in the call."""

    def resources(context: Context, params: Params) -> list[tuple[str, str]]:
        names = params.get("InstanceIds") or []
        return [(action, context.arn("ec2", f"instance/{name}")) for name in names]

    return resources


_IMAGES = Collection(
    "images",
    "ImageIds",
    "Images",
    "InvalidAMIID.NotFound",
    "The image id '[{}]' does not exist",
    {"image-id": "ImageId", "name": "Name", "architecture": "Architecture", "state": "State"},
)

OPERATIONS = {
    "ec2:DescribeInstances": Operation(describe_instances),
    "ec2:DescribeInstanceStatus": Operation(describe_instance_status),
    "ec2:GetConsoleOutput": Operation(get_console_output),
    "ec2:DescribeImages": Operation(_IMAGES.describe),
    "ec2:StartInstances": Operation(
        start_instances, writes=True, resources=on_instances("ec2:StartInstances")
    ),
    "ec2:StopInstances": Operation(
        stop_instances, writes=True, resources=on_instances("ec2:StopInstances")
    ),
}
