"""Log groups of CloudWatch Logs."""

from __future__ import annotations

from typing import Any

from ssmwizard.demo.context import Answer, Context, Operation, Params
from ssmwizard.demo.failure import AwsError
from ssmwizard.demo.paging import page

_PAGE = 50


def describe_log_groups(context: Context, params: Params) -> Answer:
    """The groups whose names begin so, by name."""
    prefix = params.get("logGroupNamePrefix", "")
    groups = context.region["log_groups"]
    fitting = [
        {member: value for member, value in groups[name].items() if member != "Streams"}
        for name in sorted(groups)
        if name.startswith(prefix)
    ]
    part, token = page(
        fitting,
        params,
        default=_PAGE,
        members=("limit", "nextToken"),
        invalid="InvalidParameterException",
    )
    return {"logGroups": part, "nextToken": token}


def create_log_group(context: Context, params: Params) -> Answer:
    """A group, encrypted with a key if one is named."""
    name = params["logGroupName"]
    if name in context.region["log_groups"]:
        message = "The specified log group already exists"
        raise AwsError("ResourceAlreadyExistsException", message)
    _check_key(context, params.get("kmsKeyId"))
    context.region["log_groups"][name] = group(
        context.arn("logs", f"log-group:{name}"), name, context.now, params.get("kmsKeyId")
    )
    return {}


def group(arn: str, name: str, created: float, key: str | None = None) -> dict[str, Any]:
    """The record of a group."""
    record: dict[str, Any] = {
        "logGroupName": name,
        "creationTime": int(created * 1000),
        "metricFilterCount": 0,
        "arn": f"{arn}:*",
        "storedBytes": 0,
        "logGroupClass": "STANDARD",
        "logGroupArn": arn,
    }
    if key:
        record["kmsKeyId"] = key
    return record


def _check_key(context: Context, arn: str | None) -> None:
    """A key has to exist, to be enabled, and to let the service use it.

    https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/encrypt-log-data-kms.html
    """
    if arn is None:
        return
    key = context.region["kms_keys"].get(arn.rpartition("/")[2])
    service = f"logs.{context.region_name}.{context.world['principal_suffix']}"
    statements = key["Policy"]["Statement"] if key else []
    named = any(
        one["Effect"] == "Allow" and one["Principal"] == {"Service": service} for one in statements
    )
    if key is None or not key["Enabled"] or not named:
        message = (
            f"The specified KMS key does not exist or is not allowed to be used with Arn {arn}"
        )
        raise AwsError("AccessDeniedException", message)


def describe_log_streams(context: Context, params: Params) -> Answer:
    """The streams of a group, of which a session makes one."""
    name = _existing(context, params)
    return {"logStreams": context.region["log_groups"][name].get("Streams", [])}


def delete_log_group(context: Context, params: Params) -> Answer:
    """A group with all that was logged."""
    del context.region["log_groups"][_existing(context, params)]
    return {}


def associate_kms_key(context: Context, params: Params) -> Answer:
    """What is logged from now on is encrypted with this key."""
    name = _existing(context, params)
    context.region["log_groups"][name]["kmsKeyId"] = params["kmsKeyId"]
    return {}


def _existing(context: Context, params: Params) -> str:
    name = str(params.get("logGroupName", ""))
    if name not in context.region["log_groups"]:
        message = "The specified log group does not exist."
        raise AwsError("ResourceNotFoundException", message)
    return name


def _on_group(action: str) -> Any:
    def resources(context: Context, params: Params) -> list[tuple[str, str]]:
        return [(action, context.arn("logs", f"log-group:{params.get('logGroupName', '')}"))]

    return resources


def _on_all(context: Context, params: Params) -> list[tuple[str, str]]:
    del params
    return [("logs:DescribeLogGroups", context.arn("logs", "log-group::log-stream:"))]


OPERATIONS = {
    "logs:DescribeLogGroups": Operation(describe_log_groups, resources=_on_all),
    "logs:DescribeLogStreams": Operation(
        describe_log_streams, resources=_on_group("logs:DescribeLogStreams")
    ),
    "logs:CreateLogGroup": Operation(
        create_log_group, writes=True, resources=_on_group("logs:CreateLogGroup")
    ),
    "logs:DeleteLogGroup": Operation(
        delete_log_group, writes=True, resources=_on_group("logs:DeleteLogGroup")
    ),
    "logs:AssociateKmsKey": Operation(
        associate_kms_key, writes=True, resources=_on_group("logs:AssociateKmsKey")
    ),
}
