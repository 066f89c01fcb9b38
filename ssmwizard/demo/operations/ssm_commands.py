"""Run Command: one document updates the agent, two run a script on the machine."""

from __future__ import annotations

import uuid
from typing import Any

from ssmwizard.demo.context import Answer, Context, Operation, Params
from ssmwizard.demo.encode import iso
from ssmwizard.demo.failure import AwsError
from ssmwizard.demo.inside import Machine
from ssmwizard.demo.node import version
from ssmwizard.demo.operations.ssm_sessions import node_arn
from ssmwizard.demo.paging import page

BEGIN = 1.0
"""Seconds, at pace 1, until a node takes up a command."""
FINISH = 5.0
"""Seconds, at pace 1, until an agent has replaced itself."""
RUN = 2.0
"""Seconds, at pace 1, until a script has run."""
UPDATE = "AWS-UpdateSSMAgent"
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
    targets = list(params.get("InstanceIds") or ())
    if len(set(targets)) != len(targets):
        raise AwsError("DuplicateInstanceId", "The instance IDs are not unique.")
    for wish in params.get("Targets") or ():
        targets += _found(context, wish["Key"], wish["Values"])
    nodes = context.region["nodes"]
    refused = [t for t in targets if t not in nodes or not nodes[t]["Online"]]
    if refused or not targets:
        account = context.account
        message = f"Instances [[{', '.join(refused)}]] not in a valid state for account {account}"
        raise AwsError("InvalidInstanceId", message)
    given = params.get("Parameters") or {}
    if name == UPDATE:
        _check_update(context, given)
    command = {
        "CommandId": str(uuid.UUID(hex=context.new_id("", 32))),
        "DocumentName": name,
        "DocumentVersion": params.get("DocumentVersion", "$DEFAULT"),
        "Comment": params.get("Comment", ""),
        "ExpiresAfter": context.now + params.get("TimeoutSeconds", 3600),
        "Parameters": given,
        "InstanceIds": list(params.get("InstanceIds") or ()),
        "Targets": list(params.get("Targets") or ()),
        "RequestedDateTime": context.now,
        "Status": "Pending",
        "StatusDetails": "Pending",
        "MaxConcurrency": params.get("MaxConcurrency", "50"),
        "MaxErrors": params.get("MaxErrors", "0"),
        "TargetCount": len(targets),
        "CompletedCount": 0,
        "ErrorCount": 0,
        "DeliveryTimedOutCount": 0,
        "TimeoutSeconds": params.get("TimeoutSeconds", 3600),
    }
    context.region["commands"][command["CommandId"]] = command
    for target in targets:
        _invoke(context, command, nodes[target])
    return {"Command": dict(command)}


def _found(context: Context, key: str, values: list[str]) -> list[str]:
    nodes = [node for node in context.region["nodes"].values() if node["Online"]]
    if key == "InstanceIds":
        return [n["InstanceId"] for n in nodes if "*" in values or n["InstanceId"] in values]
    wanted = key.removeprefix("tag:")
    return [
        node["InstanceId"]
        for node in nodes
        if any(tag["Key"] == wanted and tag["Value"] in values for tag in node["Tags"])
    ]


def _check_update(context: Context, given: dict[str, list[str]]) -> None:
    unknown = set(given) - {"version", "allowDowngrade"}
    if unknown:
        raise AwsError("InvalidParameters", f"Unknown parameters: {', '.join(sorted(unknown))}")
    if given.get("allowDowngrade", ["false"])[0] not in {"true", "false"}:
        raise AwsError("InvalidParameters", "allowDowngrade must be true or false.")
    del context


def _outcome(
    context: Context, command: dict[str, Any], node: dict[str, Any]
) -> tuple[bool, str, dict[str, Any]]:
    """Whether it works, what it prints, and what is different on the node afterwards."""
    if command["DocumentName"] != UPDATE:
        machine, lines = Machine(context, node), command["Parameters"].get("commands", ())
        works, output = machine.run(lines)
        return works, output, machine.effects(lines) if works else {}
    given = command["Parameters"]
    known = context.world["agent"]
    wanted = (given.get("version") or [""])[0] or known["latest"]
    present = node["AgentVersion"]
    if wanted not in known["releases"]:
        return False, f"{wanted} is not a version of amazon-ssm-agent\n", {}
    if wanted == present:
        return True, f"amazon-ssm-agent {present} has already been installed\n", {}
    if version(wanted) < version(present) and given.get("allowDowngrade", ["false"])[0] != "true":
        text = "updating amazon-ssm-agent to an older version, please turn on allow downgrade"
        return False, f"{text} to proceed\n", {}
    return True, f"Updating amazon-ssm-agent from {present} to {wanted}\n", {"AgentVersion": wanted}


def _invoke(context: Context, command: dict[str, Any], node: dict[str, Any]) -> None:
    works, output, changed = _outcome(context, command, node)
    key = f"{command['CommandId']}/{node['InstanceId']}"
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
    }
    begun = context.now + BEGIN * context.pace
    change = {"Status": "InProgress", "StatusDetails": "InProgress", "Started": begun}
    context.later(BEGIN, "command", invocation=key, change=change)
    last = "Success" if works else "Failed"
    takes = FINISH if command["DocumentName"] == UPDATE else RUN
    ended = {
        "Status": last,
        "StatusDetails": last,
        "Output": output,
        "ResponseCode": 0 if works else 1,
        "Ended": context.now + takes * context.pace,
    }
    more = {"changed": changed} if changed else {}
    context.later(takes, "command", invocation=key, change=ended, **more)


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


def list_command_invocations(context: Context, params: Params) -> Answer:
    """What each node made of a command."""
    records = [
        record
        for record in context.region["invocations"].values()
        if params.get("CommandId") in {None, record["CommandId"]}
        and params.get("InstanceId") in {None, record["InstanceId"]}
    ]
    part, token = page(records, params, default=50)
    shown = []
    hidden = {"Output", "ResponseCode", "Started", "Ended"}
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
    "ssm:SendCommand": Operation(send_command, writes=True, resources=_send),
    "ssm:ListCommandInvocations": Operation(list_command_invocations),
    "ssm:GetCommandInvocation": Operation(get_command_invocation),
}
