"""State Manager: associations that update agents, at once and on a schedule."""

from __future__ import annotations

import uuid
from collections import Counter
from typing import Any

from ssmwizard.demo.context import Answer, Context, Operation, Params
from ssmwizard.demo.course import ENDED, UPDATE, invocations
from ssmwizard.demo.failure import AwsError
from ssmwizard.demo.operations.ssm_commands import send_command
from ssmwizard.demo.operations.ssm_sessions import node_arn
from ssmwizard.demo.paging import page

_LISTED = (
    "Name",
    "AssociationId",
    "AssociationVersion",
    "Targets",
    "LastExecutionDate",
    "Overview",
    "ScheduleExpression",
    "AssociationName",
)
_RATES = ("MaxErrors", "MaxConcurrency")
_EVERYONE = {"MaxErrors": "100%", "MaxConcurrency": "100%"}
_KEYS = {"Name": "Name", "AssociationId": "AssociationId", "AssociationName": "AssociationName"}


def create_association(context: Context, params: Params) -> Answer:
    """Runs at once on the nodes that are online."""
    if params["Name"] != UPDATE:
        raise AwsError("InvalidDocument", f"Document with name {params['Name']} does not exist.")
    targets = list(params.get("Targets") or ())
    wanted = [value for one in targets for value in one["Values"] if one["Key"] == "InstanceIds"]
    nodes = context.region["nodes"]
    strange = [one for one in wanted if one != "*" and one not in nodes]
    if strange:
        raise AwsError("InvalidTarget", f"The target {', '.join(strange)} is not valid.")
    named = nodes if "*" in wanted else dict.fromkeys(wanted)
    online = [one for one in named if nodes[one]["Online"]]
    sent = None
    if online:
        rates = {name: params[name] for name in _RATES if name in params}
        wish = {"DocumentName": UPDATE, "InstanceIds": online, **_EVERYONE, **rates}
        sent = send_command(context, wish)["Command"]["CommandId"]
    association: dict[str, Any] = {
        "Name": UPDATE,
        "AssociationId": str(uuid.UUID(hex=context.new_id("", 32))),
        "AssociationVersion": "1",
        "DocumentVersion": "$DEFAULT",
        "Date": context.now,
        "LastUpdateAssociationDate": context.now,
        "Execution": sent,
        "Targets": targets,
        "ApplyOnlyAtCronInterval": bool(params.get("ApplyOnlyAtCronInterval")),
        **{
            name: params[name]
            for name in ("AssociationName", "ScheduleExpression", "MaxErrors", "MaxConcurrency")
            if name in params
        },
    }
    context.region["state_associations"][association["AssociationId"]] = association
    return {"AssociationDescription": _shown(context, association)}


def _shown(context: Context, association: dict[str, Any]) -> dict[str, Any]:
    """As the service shows it, with how its latest run went."""
    shown = {name: value for name, value in association.items() if name != "Execution"}
    counts = _counts(context, association)
    return {**shown, "Overview": {**_standing(counts), "AssociationStatusAggregatedCount": counts}}


def _runs(context: Context, association: dict[str, Any]) -> list[dict[str, Any]]:
    """What each node made of the latest run."""
    command = context.region["commands"].get(association["Execution"])
    return invocations(context.region, command) if command else []


def _counts(context: Context, association: dict[str, Any]) -> dict[str, int]:
    return dict(Counter(_word(one["Status"]) for one in _runs(context, association)))


def _word(status: str) -> str:
    """State Manager's word for how a node stands."""
    if status in {"Success", "InProgress"}:
        return status
    return "Failed" if status in ENDED else "Pending"


def _standing(counts: dict[str, int]) -> dict[str, str]:
    if not counts or counts.get("Pending"):
        return {"Status": "Pending", "DetailedStatus": "Pending"}
    if counts.get("InProgress"):
        return {"Status": "Pending", "DetailedStatus": "InProgress"}
    status = "Failed" if counts.get("Failed") else "Success"
    return {"Status": status, "DetailedStatus": status}


def describe_association_executions(context: Context, params: Params) -> Answer:
    """The latest run, where there was one; when it comes again is not played."""
    found = _found(context, params)
    runs: list[dict[str, Any]] = []
    if found["Execution"]:
        counts = _counts(context, found)
        # AWS writes the counts in one text.
        told = "{" + ", ".join(f"{name}={count}" for name, count in counts.items()) + "}"
        runs.append(
            {
                "AssociationId": found["AssociationId"],
                "AssociationVersion": found["AssociationVersion"],
                "ExecutionId": found["Execution"],
                **_standing(counts),
                "CreatedTime": found["Date"],
                "ResourceCountByStatus": told,
            }
        )
    part, token = page(runs, params, default=50)
    return {"AssociationExecutions": part, "NextToken": token}


def describe_association_execution_targets(context: Context, params: Params) -> Answer:
    """How each node stands in a run."""
    found = _found(context, params)
    if params["ExecutionId"] != found["Execution"]:
        raise AwsError("AssociationExecutionDoesNotExist", "The execution does not exist.")
    wanted = {one["Key"]: one["Value"] for one in params.get("Filters") or ()}
    shown = [
        {
            "AssociationId": found["AssociationId"],
            "AssociationVersion": found["AssociationVersion"],
            "ExecutionId": found["Execution"],
            "ResourceId": one["InstanceId"],
            "ResourceType": "ManagedInstance",
            "Status": _word(one["Status"]),
            "DetailedStatus": one["StatusDetails"],
            "OutputSource": {
                "OutputSourceId": found["Execution"],
                "OutputSourceType": "RunCommand",
            },
        }
        for one in _runs(context, found)
        if wanted.get("Status") in {None, _word(one["Status"])}
        and wanted.get("ResourceId") in {None, one["InstanceId"]}
    ]
    part, token = page(shown, params, default=50)
    return {"AssociationExecutionTargets": part, "NextToken": token}


def list_associations(context: Context, params: Params) -> Answer:
    """All of the Region, or those of a document or a name."""
    records = list(context.region["state_associations"].values())
    for wish in params.get("AssociationFilterList") or ():
        member = _KEYS[wish["key"]]
        records = [one for one in records if one.get(member) == wish["value"]]
    told = [_shown(context, one) for one in records]
    shown = [{name: one[name] for name in _LISTED if name in one} for one in told]
    part, token = page(shown, params, default=50)
    return {"Associations": part, "NextToken": token}


def _found(context: Context, params: Params) -> dict[str, Any]:
    found = context.region["state_associations"].get(params.get("AssociationId"))
    if found is None:
        raise AwsError("AssociationDoesNotExist", "The association does not exist.")
    return dict(found)


def describe_association(context: Context, params: Params) -> Answer:
    """One association, by its id."""
    return {"AssociationDescription": _shown(context, _found(context, params))}


def delete_association(context: Context, params: Params) -> Answer:
    """What it did stays."""
    found = _found(context, params)
    del context.region["state_associations"][found["AssociationId"]]
    return {}


def _creates(context: Context, params: Params) -> list[tuple[str, str]]:
    action, name = "ssm:CreateAssociation", params["Name"]
    named = [
        value
        for one in params.get("Targets") or ()
        for value in one["Values"]
        if one["Key"] == "InstanceIds" and value != "*"
    ]
    document = context.arn("ssm", f"document/{name}", account="" if name == UPDATE else None)
    return [(action, document), *((action, node_arn(context, value)) for value in named)]


def _on_one(action: str) -> Any:
    def resources(context: Context, params: Params) -> list[tuple[str, str]]:
        return [(action, context.arn("ssm", f"association/{params.get('AssociationId', '')}"))]

    return resources


OPERATIONS = {
    "ssm:CreateAssociation": Operation(create_association, writes=True, resources=_creates),
    "ssm:ListAssociations": Operation(list_associations),
    "ssm:DescribeAssociation": Operation(
        describe_association, resources=_on_one("ssm:DescribeAssociation")
    ),
    "ssm:DescribeAssociationExecutions": Operation(describe_association_executions),
    "ssm:DescribeAssociationExecutionTargets": Operation(describe_association_execution_targets),
    "ssm:DeleteAssociation": Operation(
        delete_association, writes=True, resources=_on_one("ssm:DeleteAssociation")
    ),
}
