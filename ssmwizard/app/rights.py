"""Whether the caller may do what a plan does, as IAM's policy simulator sees it."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Mapping, Sequence

from ssmwizard.app.choice import Choice
from ssmwizard.app.doors import Doors
from ssmwizard.collect import caller, identity
from ssmwizard.collect.simulation import AT_ONCE, Entry, simulate
from ssmwizard.model.facts import Known
from ssmwizard.model.plans import Holds, Plan, Right
from ssmwizard.model.role import Decision
from ssmwizard.outside.calls import Aws, CallFailed
from ssmwizard.resources import requirements

# Operations that hand a role to EC2.
PASSING = {"AddRoleToInstanceProfile", "AssociateIamInstanceProfile"}
# Operations that hand a role to Systems Manager.
PASSING_TO_SSM = {"CreateActivation", "UpdateManagedInstanceRole", "UpdateServiceSetting"}
REFUSED = ("explicitDeny", "implicitDeny")


def needed(plan: Plan) -> tuple[Right, ...]:
    """Return the rights of a plan's changes, of watching and of undoing them, each once."""
    rights: dict[Right, None] = {}
    for change in plan.changes:
        rights.update(dict.fromkeys(change.rights))
    for change in plan.changes:
        if change.follows is not None:
            rights.update(dict.fromkeys(change.follows.rights))
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
    if not wanted:
        return {}
    answers = dict.fromkeys(wanted, Holds.CANNOT_TELL)
    try:
        arn = _principal(aws)
        for actions, resources in _questions(wanted) if arn else ():
            told = simulate(aws, arn, actions, resources, _context(plan, arn))
            answers |= {
                right: _holds(told[right.action, right.resource])
                for right in wanted
                if (right.action, right.resource) in told
            }
    except CallFailed:
        # What was told until then still counts.
        pass
    return answers


def _principal(aws: Aws) -> str:
    """Return the ARN that can be simulated; empty where there is none."""
    told = identity.who(aws)
    who = caller.principal(aws, told)
    return who.value.arn if isinstance(who, Known) else ""


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


def _holds(one: Decision) -> Holds:
    if one.allowed:
        return Holds.HAVE
    return Holds.LACK if one.decision in REFUSED and not one.missing_context else Holds.CANNOT_TELL


def _context(plan: Plan, principal: str) -> list[Entry]:
    """Return what conditions in careful policies ask for: which policy, and who gets the role."""
    values: dict[str, str] = {}
    for change in plan.changes:
        if change.call.operation == "AttachRolePolicy":
            values["iam:PolicyARN"] = str(change.call.parameters["PolicyArn"])
        if change.call.operation in PASSING:
            values["iam:PassedToService"] = _ec2(principal.split(":")[1])
        if change.call.operation in PASSING_TO_SSM:
            values["iam:PassedToService"] = requirements().texts("role.trusted-by-hybrid")[0]
    return [Entry(name, value) for name, value in values.items()]


def _ec2(partition: str) -> str:
    particular = requirements().get("role.trusted-by-ec2-china")
    there = partition in (particular.partitions or ())
    return requirements().texts(particular.id if there else "role.trusted-by-ec2")[0]
