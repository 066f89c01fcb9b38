"""Run Command: one document updates the agent, two run a script on the machine.

https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_SendCommand.html
"""

from __future__ import annotations

import uuid
from typing import Any

from ssmwizard.demo.context import Answer, Context, Operation, Params
from ssmwizard.demo.course import ENDED, UPDATE, cancel, invocations, limit, start
from ssmwizard.demo.encode import iso
from ssmwizard.demo.failure import AwsError
from ssmwizard.demo.operations.ssm_sessions import node_arn
from ssmwizard.demo.paging import page

_PLUGINS = {
    UPDATE: "aws:updateSsmAgent",
    "AWS-RunShellScript": "aws:runShellScript",
    "AWS-RunPowerShellScript": "aws:runPowerShellScript",
}


def send_command(context: Context, params: Params) -> Answer:
    """To nodes that are online; anything else is refused as a whole."""
    name = params["DocumentName"]
    if name not in _PLUGINS:
        raise AwsError("InvalidDocument", f"Document with name {name} does not exist.")
    named = list(params.get("InstanceIds") or ())
    if len(set(named)) != len(named):
        raise AwsError("DuplicateInstanceId", "The instance IDs are not unique.")
    wishes = params.get("Targets") or ()
    if not named and not wishes:
        raise AwsError("InvalidInstanceId", "Neither instance IDs nor targets were given.")
    nodes = context.region["nodes"]
    refused = [one for one in named if one not in nodes or not nodes[one]["Online"]]
    if refused:
        account = context.account
        message = f"Instances [[{', '.join(refused)}]] not in a valid state for account {account}"
        raise AwsError("InvalidInstanceId", message)
    given = params.get("Parameters") or {}
    if name == UPDATE:
        _check_update(given)
    targets = list(dict.fromkeys([*named, *_found(context, wishes)]))
    command = _made(context, params, targets)
    for target in targets:
        _invoke(context, command, nodes[target])
    start(context, command)
    return {"Command": _shown(command)}


def _made(context: Context, params: Params, targets: list[str]) -> dict[str, Any]:
    at_once, errors = params.get("MaxConcurrency", "50"), params.get("MaxErrors", "0")
    command = {
        "CommandId": str(uuid.UUID(hex=context.new_id("", 32))),
        "DocumentName": params["DocumentName"],
        "DocumentVersion": params.get("DocumentVersion", "$DEFAULT"),
        "Comment": params.get("Comment", ""),
        "ExpiresAfter": context.now + params.get("TimeoutSeconds", 3600),
        "Parameters": params.get("Parameters") or {},
        "InstanceIds": list(params.get("InstanceIds") or ()),
        "Targets": list(params.get("Targets") or ()),
        "RequestedDateTime": context.now,
        "Status": "Pending",
        "StatusDetails": "Pending",
        "MaxConcurrency": at_once,
        "MaxErrors": errors,
        "TargetCount": len(targets),
        "CompletedCount": 0,
        "ErrorCount": 0,
        "DeliveryTimedOutCount": 0,
        "TimeoutSeconds": params.get("TimeoutSeconds", 3600),
        "AtOnce": limit(at_once, len(targets), 1),
        "MayFail": limit(errors, len(targets), 0),
        "Order": [],
    }
    context.region["commands"][command["CommandId"]] = command
    return command


def _shown(command: dict[str, Any]) -> dict[str, Any]:
    hidden = ("AtOnce", "MayFail", "Order", "Stopped")
    return {name: value for name, value in command.items() if name not in hidden}


def _found(context: Context, wishes: Any) -> list[str]:
    """Nodes of which every wish is true, on or off line; none when there is no wish."""
    nodes = list(context.region["nodes"].values()) if wishes else []
    for wish in wishes:
        nodes = [node for node in nodes if _meant(node, wish["Key"], wish["Values"])]
    return [node["InstanceId"] for node in nodes if node["RegistrationDate"]]


def _meant(node: dict[str, Any], key: str, values: list[str]) -> bool:
    if key == "InstanceIds":
        return "*" in values or node["InstanceId"] in values
    wanted = key.removeprefix("tag:")
    return any(tag["Key"] == wanted and tag["Value"] in values for tag in node["Tags"])


def _check_update(given: dict[str, list[str]]) -> None:
    unknown = set(given) - {"version", "allowDowngrade"}
    if unknown:
        raise AwsError("InvalidParameters", f"Unknown parameters: {', '.join(sorted(unknown))}")
    if given.get("allowDowngrade", ["false"])[0] not in {"true", "false"}:
        raise AwsError("InvalidParameters", "allowDowngrade must be true or false.")


def _invoke(context: Context, command: dict[str, Any], node: dict[str, Any]) -> None:
    key = f"{command['CommandId']}/{node['InstanceId']}"
    command["Order"].append(key)
    context.region["invocations"][key] = {
        "CommandId": command["CommandId"],
        "InstanceId": node["InstanceId"],
        "InstanceName": node["ComputerName"],
        "Comment": command["Comment"],
        "DocumentName": command["DocumentName"],
        "DocumentVersion": command["DocumentVersion"],
        "RequestedDateTime": context.now,
        "Status": "Pending",
        "StatusDetails": "Pending",
        "Output": "",
        "ResponseCode": -1,
        "Started": None,
        "Ended": None,
        "Sent": False,
    }


def _plugin(record: dict[str, Any]) -> dict[str, Any]:
    return {
        "Name": _PLUGINS[record["DocumentName"]],
        "Status": record["Status"],
        "StatusDetails": record["StatusDetails"],
        "ResponseCode": record["ResponseCode"],
        "ResponseStartDateTime": record["Started"],
        "ResponseFinishDateTime": record["Ended"],
        "Output": record["Output"],
        "StandardOutputUrl": "",
        "StandardErrorUrl": "",
    }


def list_commands(context: Context, params: Params) -> Answer:
    """What was sent, the newest first."""
    commands = context.region["commands"]
    wanted = params.get("CommandId")
    if wanted is not None and wanted not in commands:
        raise AwsError("InvalidCommandId", "")
    records = [commands[wanted]] if wanted else list(reversed(commands.values()))
    node = params.get("InstanceId")
    if node is not None:
        records = [one for one in records if f"{one['CommandId']}/{node}" in one["Order"]]
    records = _filtered(records, params)
    part, token = page([_shown(one) for one in records], params, default=50)
    return {"Commands": part, "NextToken": token}


def cancel_command(context: Context, params: Params) -> Answer:
    """Stops what has not begun; a command that has ended stays as it is."""
    command = context.region["commands"].get(params["CommandId"])
    if command is None:
        raise AwsError("InvalidCommandId", "")
    cancel(context, command, list(params.get("InstanceIds") or ()))
    return {}


def _filtered(records: list[dict[str, Any]], params: Params) -> list[dict[str, Any]]:
    for wish in params.get("Filters") or ():
        records = [one for one in records if _passes(one, wish["key"], wish["value"])]
    return records


def _passes(record: dict[str, Any], key: str, value: str) -> bool:
    match key:
        case "DocumentName":
            return bool(record["DocumentName"] == value)
        case "Status":
            return value in {record["Status"], record["StatusDetails"]}
        case "ExecutionStage":
            return (record["Status"] in ENDED) is (value == "Complete")
        case "InvokedAfter":
            return iso(record["RequestedDateTime"]) >= value
        case _:
            return iso(record["RequestedDateTime"]) < value


def list_command_invocations(context: Context, params: Params) -> Answer:
    """What each node made of a command."""
    commands = context.region["commands"]
    wanted = params.get("CommandId")
    if wanted is not None and wanted not in commands:
        raise AwsError("InvalidCommandId", "")
    meant = [commands[wanted]] if wanted else list(commands.values())
    records = [
        record
        for command in meant
        for record in invocations(context.region, command)
        if params.get("InstanceId") in {None, record["InstanceId"]}
    ]
    records = _filtered(records, params)
    part, token = page(records, params, default=50)
    shown = []
    hidden = {"Output", "ResponseCode", "Started", "Ended", "Sent"}
    for record in part:
        one = {name: value for name, value in record.items() if name not in hidden}
        one["CommandPlugins"] = [_plugin(record)] if params.get("Details") else []
        one.update(StandardOutputUrl="", StandardErrorUrl="", ServiceRole="")
        shown.append(one)
    return {"CommandInvocations": shown, "NextToken": token}


def get_command_invocation(context: Context, params: Params) -> Answer:
    """One node's part of a command, with its output."""
    key = f"{params['CommandId']}/{params['InstanceId']}"
    record = context.region["invocations"].get(key)
    if record is None:
        raise AwsError("InvocationDoesNotExist", "")
    plugin = _plugin(record)
    failed = record["Status"] == "Failed"
    started, ended = record["Started"], record["Ended"]
    return {
        "CommandId": record["CommandId"],
        "InstanceId": record["InstanceId"],
        "Comment": record["Comment"],
        "DocumentName": record["DocumentName"],
        "DocumentVersion": record["DocumentVersion"],
        "PluginName": plugin["Name"],
        "ResponseCode": record["ResponseCode"],
        "ExecutionStartDateTime": _text_time(started),
        "ExecutionElapsedTime": f"PT{max(ended - started, 0):.3f}S" if ended and started else "",
        "ExecutionEndDateTime": _text_time(ended),
        "Status": record["Status"],
        "StatusDetails": record["StatusDetails"],
        "StandardOutputContent": "" if failed else record["Output"],
        "StandardOutputUrl": "",
        "StandardErrorContent": record["Output"] if failed else "",
        "StandardErrorUrl": "",
    }


def _text_time(value: float | None) -> str:
    return iso(value) if value else ""


def _send(context: Context, params: Params) -> list[tuple[str, str]]:
    name = params["DocumentName"]
    owner = "" if name.startswith("AWS-") else None
    needs = [("ssm:SendCommand", context.arn("ssm", f"document/{name}", account=owner))]
    targets = params.get("InstanceIds") or ()
    return needs + [("ssm:SendCommand", node_arn(context, target)) for target in targets]


OPERATIONS = {
    "ssm:SendCommand": Operation(send_command, writes=True, resources=_send, stirs=False),
    "ssm:CancelCommand": Operation(cancel_command, writes=True, stirs=False),
    "ssm:ListCommands": Operation(list_commands),
    "ssm:ListCommandInvocations": Operation(list_command_invocations),
    "ssm:GetCommandInvocation": Operation(get_command_invocation),
}
