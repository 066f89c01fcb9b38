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
    fitting = [groups[name] for name in sorted(groups) if name.startswith(prefix)]
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
