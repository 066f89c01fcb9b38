"""Sessions, as far as the API goes."""

from __future__ import annotations

from typing import Any

from ssmwizard.demo.context import Answer, Context, Operation, Params, suffix
from ssmwizard.demo.failure import AwsError
from ssmwizard.demo.operations.ssm_documents import PREFERENCES, content_of
from ssmwizard.demo.operations.ssm_settings import tier
from ssmwizard.demo.paging import page

TIER_MESSAGE = (
    "Enable advanced-instances tier to use Session Manager with your on-premises instances"
)
_AWS_DOCUMENTS = {
    "AWS-StartInteractiveCommand",
    "AWS-StartNonInteractiveCommand",
    "AWS-StartPortForwardingSession",
    "AWS-StartPortForwardingSessionToRemoteHost",
    "AWS-StartSSHSession",
}
_COMMAND_DOCUMENTS = {"AWS-RunShellScript", "AWS-RunPowerShellScript", "AWS-UpdateSSMAgent"}


def start_session(context: Context, params: Params) -> Answer:
    """Opens a session, as far as the API goes: nobody answers at its stream."""
    target = params["Target"]
    name = params.get("DocumentName") or PREFERENCES
    if name in _COMMAND_DOCUMENTS:
        message = (
            "Document type: 'Command' is not supported. "
            "Only type: 'Session' is supported for Session Manager."
        )
        raise AwsError("InvalidDocument", message)
    if name != PREFERENCES and name not in _AWS_DOCUMENTS | set(context.region["documents"]):
        raise AwsError("InvalidDocument", f"Document with name {name} does not exist.")
    node = context.region["nodes"].get(target)
    if node is None or not node["RegistrationDate"] or not node["Connected"]:
        raise AwsError("TargetNotConnected", f"{target} is not connected.")
    if node["Kind"] == "hybrid" and context.world["tier_needed"] and tier(context) != "advanced":
        raise AwsError("BadRequest", TIER_MESSAGE)
    session = context.new_id(f"{context.caller.arn.rsplit('/', 1)[-1]}-")
    context.region["sessions"][session] = {
        "SessionId": session,
        "Target": target,
        "Status": "Connected",
        "StartDate": context.now,
        "DocumentName": name,
        "Owner": context.caller.arn,
        "Reason": params.get("Reason"),
        "Details": "",
        "OutputUrl": {},
        "MaxSessionDuration": _longest(context, name),
        "AccessType": "Standard",
    }
    host = f"ssmmessages.{context.region_name}.{suffix(context.world)}"
    query = "role=publish_subscribe&cell-number=AAEAAdemo"
    return {
        "SessionId": session,
        "TokenValue": context.new_id("demo-stream-token-", 64),
        "StreamUrl": f"wss://{host}/v1/data-channel/{session}?{query}",
    }


def _longest(context: Context, name: str) -> str:
    """The longest duration that the session's document sets."""
    inputs = content_of(context, name).get("inputs", {})
    return str(inputs.get("maxSessionDuration") or "") if isinstance(inputs, dict) else ""


def terminate_session(context: Context, params: Params) -> Answer:
    """Ends a session; ending it twice, or one that never was, is no error."""
    record = context.region["sessions"].get(params["SessionId"])
    if record is not None and record["Status"] != "Terminated":
        record.update(Status="Terminated", EndDate=context.now)
    return {"SessionId": params["SessionId"]}


_FILTERS = {
    "Target": "Target",
    "Owner": "Owner",
    "Status": "Status",
    "SessionId": "SessionId",
    "AccessType": "AccessType",
}


def describe_sessions(context: Context, params: Params) -> Answer:
    """Open sessions, or those of the past, newest first."""
    active = params["State"] == "Active"
    records = [
        record
        for record in context.region["sessions"].values()
        if (record["Status"] != "Terminated") is active
    ]
    for wish in params.get("Filters", ()):
        if wish["key"] in _FILTERS:
            member = _FILTERS[wish["key"]]
            records = [r for r in records if r[member] == wish["value"]]
    records.sort(key=lambda record: -float(record["StartDate"]))
    part, token = page(records, params, default=20)
    return {"Sessions": part, "NextToken": token}


def node_arn(context: Context, target: str) -> str:
    """The ARN that policies name a node by."""
    if target.startswith("mi-"):
        return context.arn("ssm", f"managed-instance/{target}")
    return context.arn("ec2", f"instance/{target}")


def _start(context: Context, params: Params) -> list[tuple[str, str]]:
    needs = [("ssm:StartSession", node_arn(context, params["Target"]))]
    name = params.get("DocumentName")
    if name:
        owner = "" if name.startswith("AWS-") else None
        needs.append(("ssm:StartSession", context.arn("ssm", f"document/{name}", account=owner)))
    return needs


def _session(context: Context, params: Params) -> list[tuple[str, str]]:
    return [("ssm:TerminateSession", context.arn("ssm", f"session/{params['SessionId']}"))]


OPERATIONS: dict[str, Any] = {
    "ssm:StartSession": Operation(start_session, writes=False, resources=_start),
    "ssm:TerminateSession": Operation(terminate_session, writes=False, resources=_session),
    "ssm:DescribeSessions": Operation(describe_sessions),
}
