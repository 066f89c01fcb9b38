"""Sessions, as far as the API goes."""

from __future__ import annotations

from typing import Any

from ssmwizard.demo.caller import keys_of
from ssmwizard.demo.context import Answer, Context, Operation, Params, suffix
from ssmwizard.demo.failure import AwsError
from ssmwizard.demo.operations.ssm_documents import PREFERENCES, content_of
from ssmwizard.demo.operations.ssm_settings import tier
from ssmwizard.demo.paging import page
from ssmwizard.demo.policy import judge

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
        "UserId": context.caller.user_id,
        "AccessKey": context.caller.access_key,
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


# What the service knows of a session and does not show.
_INSIDE = ("UserId", "AccessKey")
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
    shown = [{name: value for name, value in one.items() if name not in _INSIDE} for one in part]
    return {"Sessions": shown, "NextToken": token}


def node_arn(context: Context, target: str) -> str:
    """The ARN that policies name a node by."""
    if target.startswith("mi-"):
        return context.arn("ssm", f"managed-instance/{target}")
    return context.arn("ec2", f"instance/{target}")


def document_arn(context: Context, name: str) -> str:
    """The ARN that policies name a session document by; AWS's own belong to no account."""
    owner = "" if name.startswith("AWS-") else None
    return context.arn("ssm", f"document/{name}", account=owner)


def _start(context: Context, params: Params) -> list[tuple[str, str]]:
    """The node, and the document where one is named: the default document needs no right."""
    needs = [("ssm:StartSession", node_arn(context, params["Target"]))]
    name = params.get("DocumentName")
    if name:
        needs.append(("ssm:StartSession", document_arn(context, name)))
    return needs


def _start_keys(context: Context, params: Params, resource: str) -> dict[str, tuple[str, ...]]:
    """The tags of the node; and whether the document may be used, for policies that ask for that.

    https://docs.aws.amazon.com/systems-manager/latest/userguide/getting-started-sessiondocumentaccesscheck.html
    """
    if ":document/" in resource:
        return {}
    document = document_arn(context, params.get("DocumentName") or PREFERENCES)
    common = keys_of(context.caller, context)
    usable = judge(context.world, context.caller.principal, "ssm:StartSession", document, common)
    found: dict[str, tuple[str, ...]] = {
        "ssm:sessiondocumentaccesscheck": (str(usable.allowed).lower(),)
    }
    for tag in _tags(context, params["Target"]):
        for kind in ("ssm:resourcetag", "aws:resourcetag"):
            found[f"{kind}/{tag['Key']}".lower()] = (tag["Value"],)
    return found


def _tags(context: Context, target: str) -> list[dict[str, str]]:
    """The tags of a node; one that is not there has none."""
    instance = context.region["instances"].get(target)
    node = instance or context.region["nodes"].get(target) or {}
    found: list[dict[str, str]] = node.get("Tags", [])
    return found


def _session(context: Context, params: Params) -> list[tuple[str, str]]:
    return [("ssm:TerminateSession", context.arn("ssm", f"session/{params['SessionId']}"))]


def _session_keys(context: Context, params: Params, resource: str) -> dict[str, tuple[str, ...]]:
    """Every session is tagged with the unique id of whoever started it, and with its node.

    https://docs.aws.amazon.com/systems-manager/latest/userguide/getting-started-restrict-access-examples.html
    """
    del resource
    record = context.region["sessions"].get(params["SessionId"])
    if record is None:
        return {}
    return {
        "ssm:resourcetag/aws:ssmmessages:session-id": (record["UserId"],),
        "ssm:resourcetag/aws:ssmmessages:target-id": (record["Target"],),
    }


OPERATIONS: dict[str, Any] = {
    "ssm:StartSession": Operation(start_session, writes=False, resources=_start, keys=_start_keys),
    "ssm:TerminateSession": Operation(
        terminate_session, writes=False, resources=_session, keys=_session_keys
    ),
    "ssm:DescribeSessions": Operation(describe_sessions),
}
