"""State Manager: associations that update agents, at once and on a schedule."""

from __future__ import annotations

import uuid
from typing import Any

from ssmwizard.demo.context import Answer, Context, Operation, Params
from ssmwizard.demo.failure import AwsError
from ssmwizard.demo.operations.ssm_commands import UPDATE, send_command
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
    if online:
        send_command(context, {"DocumentName": UPDATE, "InstanceIds": online})
    association: dict[str, Any] = {
        "Name": UPDATE,
        "AssociationId": str(uuid.UUID(hex=context.new_id("", 32))),
        "AssociationVersion": "1",
        "DocumentVersion": "$DEFAULT",
        "Date": context.now,
        "LastUpdateAssociationDate": context.now,
        "Overview": {"Status": "Pending", "DetailedStatus": "Creating"},
        "Targets": targets,
        "ApplyOnlyAtCronInterval": bool(params.get("ApplyOnlyAtCronInterval")),
        **{
            name: params[name]
            for name in ("AssociationName", "ScheduleExpression", "MaxErrors", "MaxConcurrency")
            if name in params
        },
    }
    context.region["state_associations"][association["AssociationId"]] = association
    return {"AssociationDescription": association}


def list_associations(context: Context, params: Params) -> Answer:
    """All of the Region, or those of a document or a name."""
    records = list(context.region["state_associations"].values())
    for wish in params.get("AssociationFilterList") or ():
        member = _KEYS[wish["key"]]
        records = [one for one in records if one.get(member) == wish["value"]]
    shown = [{name: one[name] for name in _LISTED if name in one} for one in records]
    part, token = page(shown, params, default=50)
    return {"Associations": part, "NextToken": token}


def _found(context: Context, params: Params) -> dict[str, Any]:
    found = context.region["state_associations"].get(params.get("AssociationId"))
    if found is None:
        raise AwsError("AssociationDoesNotExist", "The association does not exist.")
    return dict(found)


def describe_association(context: Context, params: Params) -> Answer:
    """One association, by its id."""
    return {"AssociationDescription": _found(context, params)}


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
    "ssm:DeleteAssociation": Operation(
        delete_association, writes=True, resources=_on_one("ssm:DeleteAssociation")
    ),
}
