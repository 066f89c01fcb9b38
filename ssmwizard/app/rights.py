"""Whether the caller may do what a plan does, as IAM's policy simulator sees it."""

from __future__ import annotations

import re
import threading
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from ssmwizard.app.doors import Doors
from ssmwizard.app.gather import Choice
from ssmwizard.model.plans import Holds, Plan, Right
from ssmwizard.outside.calls import Aws, CallFailed, pages
from ssmwizard.resources import requirements

# Resources that are simulated in one call.
AT_ONCE = 50
ROLE = re.compile(r"arn:[^:]+:sts::\d+:assumed-role/([^/]+)/.*", re.ASCII)
USER = re.compile(r"arn:[^:]+:iam::\d+:user/.*", re.ASCII)
ALLOWED = "allowed"
# Operations that hand a role to EC2.
PASSING = {"AddRoleToInstanceProfile", "AssociateIamInstanceProfile"}


def needed(plan: Plan) -> tuple[Right, ...]:
    """Return the rights of a plan's changes and of their undoing, each once."""
    rights: dict[Right, None] = {}
    for change in plan.changes:
        rights.update(dict.fromkeys(change.rights))
    for change in plan.changes:
        if change.undo is not None:
            rights.update(dict.fromkeys(change.undo.rights))
    return tuple(rights)


def rights(
    doors: Doors, choice: Choice, plan: Plan, cancelled: threading.Event | None = None
) -> Mapping[Right, Holds]:
    """Return of each right of a plan whether the caller has it.

    The simulator does not see session policies or policies on resources, so this is advice. Root
    users and federated users cannot be simulated, and asking may be denied: ``CANNOT_TELL``.
    """
    aws = doors.aws(choice.profile, choice.region).listening(
        lambda _: None, cancelled or threading.Event()
    )
    wanted = needed(plan)
    answers = dict.fromkeys(wanted, Holds.CANNOT_TELL)
    try:
        principal = _principal(aws)
        if principal is not None:
            for actions, resources in _questions(wanted):
                told = _simulate(aws, principal, actions, resources, _context(plan, principal))
                answers |= {right: told[right] for right in wanted if right in told}
    except CallFailed:
        # What was told until then still counts.
        pass
    return answers


def _principal(aws: Aws) -> str | None:
    """Return the ARN that can be simulated; that of a session lacks the path of its role."""
    arn = str(aws.call("sts", "GetCallerIdentity")["Arn"])
    session = ROLE.fullmatch(arn)
    if session is not None:
        return str(aws.call("iam", "GetRole", RoleName=session[1])["Role"]["Arn"])
    return arn if USER.fullmatch(arn) else None


def _questions(wanted: Sequence[Right]) -> Iterator[tuple[list[str], list[str]]]:
    """Group the rights so that few calls ask for all: actions with the same resources."""
    resources: dict[str, list[str]] = {}
    for right in wanted:
        resources.setdefault(right.action, []).append(right.resource)
    actions: dict[tuple[str, ...], list[str]] = {}
    for action, arns in resources.items():
        actions.setdefault(tuple(arns), []).append(action)
    for together, names in actions.items():
        for start in range(0, len(together), AT_ONCE):
            yield names, list(together[start : start + AT_ONCE])


def _simulate(
    aws: Aws,
    principal: str,
    actions: list[str],
    resources: list[str],
    context: list[dict[str, Any]],
) -> dict[Right, Holds]:
    results = pages(
        aws,
        "iam",
        "SimulatePrincipalPolicy",
        "EvaluationResults",
        PolicySourceArn=principal,
        ActionNames=actions,
        ResourceArns=resources,
        ContextEntries=context,
    )
    told: dict[Right, Holds] = {}
    for result in results:
        action = result["EvalActionName"]
        told[Right(action, result.get("EvalResourceName", "*"))] = _holds(result, "EvalDecision")
        for one in result.get("ResourceSpecificResults", ()):
            told[Right(action, one["EvalResourceName"])] = _holds(one, "EvalResourceDecision")
    return told


def _holds(result: Mapping[str, Any], member: str) -> Holds:
    if result[member] == ALLOWED:
        return Holds.HAVE
    return Holds.CANNOT_TELL if result.get("MissingContextValues") else Holds.LACK


def _context(plan: Plan, principal: str) -> list[dict[str, Any]]:
    """Return what conditions in careful policies ask for: which policy, and who gets the role."""
    values: dict[str, str] = {}
    for change in plan.changes:
        if change.call.operation == "AttachRolePolicy":
            values["iam:PolicyARN"] = str(change.call.parameters["PolicyArn"])
        if change.call.operation in PASSING:
            values["iam:PassedToService"] = _ec2(principal.split(":")[1])
    return [
        {"ContextKeyName": name, "ContextKeyType": "string", "ContextKeyValues": [value]}
        for name, value in values.items()
    ]


def _ec2(partition: str) -> str:
    particular = requirements().get("role.trusted-by-ec2-china")
    there = partition in (particular.partitions or ())
    return requirements().texts(particular.id if there else "role.trusted-by-ec2")[0]
