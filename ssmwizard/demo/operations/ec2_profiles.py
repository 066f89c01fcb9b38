"""Which instance carries which instance profile."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ssmwizard.demo.context import Answer, Context, Operation, Params
from ssmwizard.demo.failure import AwsError
from ssmwizard.demo.operations.ec2_instances import chosen
from ssmwizard.demo.paging import check_size, filtered, page

SETTLE = 1.0
"""Seconds, at pace 1, from ``associating`` to ``associated``."""
PROPAGATE = 2.0
"""Seconds, at pace 1, until EC2 knows a new instance profile."""


def describe(context: Context, params: Params) -> Answer:
    """The associations of the Region."""
    check_size(params, 5, 1000)
    store = context.region["associations"]
    wanted = params.get("AssociationIds")
    for name in wanted or ():
        if name not in store:
            raise _no_association(name)
    records = [store[name] for name in wanted] if wanted else list(store.values())
    paths = {"instance-id": "InstanceId", "state": "State"}
    found = filtered(records, params.get("Filters", ()), paths)
    part, token = page(found, params, default=None)
    return {"IamInstanceProfileAssociations": part, "NextToken": token}


def associate(context: Context, params: Params) -> Answer:
    """Gives an instance without a profile one."""
    profile = _profile(context, params["IamInstanceProfile"])
    (instance,) = chosen(context, [params["InstanceId"]])
    if instance["State"]["Name"] not in {"running", "stopped"}:
        raise AwsError(
            "IncorrectInstanceState",
            f"The instance '{instance['InstanceId']}' is not in the 'running' or 'stopped' state.",
        )
    if "IamInstanceProfile" in instance:
        raise AwsError(
            "IncorrectState",
            f"There is an existing association for instance {instance['InstanceId']}",
        )
    return {"IamInstanceProfileAssociation": link(context, instance, profile)}


def link(context: Context, instance: dict[str, Any], profile: Mapping[str, Any]) -> dict[str, Any]:
    """A new association, still ``associating``."""
    name = context.new_id("iip-assoc-")
    reference = {"Arn": profile["Arn"], "Id": profile["InstanceProfileId"]}
    instance["IamInstanceProfile"] = reference
    association = {
        "AssociationId": name,
        "InstanceId": instance["InstanceId"],
        "IamInstanceProfile": reference,
        "State": "associating",
        "Timestamp": context.now,
    }
    context.region["associations"][name] = association
    context.later(SETTLE, "association", association=name, to="associated")
    return dict(association)


def disassociate(context: Context, params: Params) -> Answer:
    """Takes the profile from an instance."""
    association = _association(context, params["AssociationId"])
    context.region["instances"][association["InstanceId"]].pop("IamInstanceProfile", None)
    association["State"] = "disassociating"
    name = association["AssociationId"]
    context.later(SETTLE, "association", association=name, to="disassociated")
    return {"IamInstanceProfileAssociation": dict(association)}


def replace(context: Context, params: Params) -> Answer:
    """Swaps the profile of a running instance in one step."""
    profile = _profile(context, params["IamInstanceProfile"])
    association = _association(context, params["AssociationId"])
    instance = context.region["instances"][association["InstanceId"]]
    del context.region["associations"][association["AssociationId"]]
    return {"IamInstanceProfileAssociation": link(context, instance, profile)}


def _association(context: Context, name: str) -> dict[str, Any]:
    association: dict[str, Any] | None = context.region["associations"].get(name)
    if association is None or association["State"] == "disassociating":
        raise _no_association(name)
    return association


def _no_association(name: str) -> AwsError:
    message = f"An invalid association-id of '{name}' was given"
    return AwsError("InvalidAssociationID.NotFound", message)


def _profile(context: Context, wanted: Mapping[str, Any]) -> dict[str, Any]:
    name = wanted.get("Name") or str(wanted.get("Arn", "")).rsplit("/", 1)[-1]
    profile: dict[str, Any] | None = context.world["iam"]["profiles"].get(name)
    known_since = context.now - PROPAGATE * context.pace
    if profile is None or profile["CreateDate"] > known_since:
        member = "name" if "Name" in wanted else "arn"
        raise AwsError(
            "InvalidParameterValue",
            f"Value ({wanted.get('Name') or wanted.get('Arn')}) for parameter "
            f"iamInstanceProfile.{member} is invalid. Invalid IAM Instance Profile {member}",
        )
    return profile


def _rights(action: str) -> Any:
    def resources(context: Context, params: Params) -> list[tuple[str, str]]:
        instance = params.get("InstanceId")
        if instance is None:
            found = context.region["associations"].get(params["AssociationId"])
            instance = found["InstanceId"] if found else "*"
        needs = [(action, context.arn("ec2", f"instance/{instance}"))]
        wanted = params.get("IamInstanceProfile", {})
        name = wanted.get("Name") or str(wanted.get("Arn", "")).rsplit("/", 1)[-1]
        profile = context.world["iam"]["profiles"].get(name, {"Roles": []})
        roles = context.world["iam"]["roles"]
        passed = [("iam:PassRole", roles[role]["Arn"]) for role in profile["Roles"]]
        return needs + passed

    return resources


OPERATIONS = {
    "ec2:DescribeIamInstanceProfileAssociations": Operation(describe),
    "ec2:AssociateIamInstanceProfile": Operation(
        associate, writes=True, resources=_rights("ec2:AssociateIamInstanceProfile")
    ),
    "ec2:DisassociateIamInstanceProfile": Operation(
        disassociate, writes=True, resources=_rights("ec2:DisassociateIamInstanceProfile")
    ),
    "ec2:ReplaceIamInstanceProfileAssociation": Operation(
        replace, writes=True, resources=_rights("ec2:ReplaceIamInstanceProfileAssociation")
    ),
}
