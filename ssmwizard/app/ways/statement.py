"""The rights of a plan as a policy of IAM: those alone, on those resources alone.

https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements.html
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping

from ssmwizard.app.rights import PASSING, PASSING_TO_SSM
from ssmwizard.app.ways.way import Ground
from ssmwizard.model.plans import Call, Plan, Right

Conditions = Mapping[str, Mapping[str, object]]


def policy(plan: Plan, place: Ground) -> dict[str, object]:
    """Return the policy: what the changes need, and what taking them back needs besides."""
    making: dict[tuple[Right, str], None] = {}
    undoing: dict[tuple[Right, str], None] = {}
    for change in plan.changes:
        watching = change.follows.rights if change.follows is not None else ()
        rights = (*change.rights, *watching)
        making.update(dict.fromkeys(_conditioned(rights, change.call, place)))
        if change.undo is not None:
            undo = change.undo
            undoing.update(dict.fromkeys(_conditioned(undo.rights, undo.call, place)))
    only_undoing = [one for one in undoing if one not in making]
    return {
        "Version": "2012-10-17",
        "Statement": [*_statements("Change", making), *_statements("TakeBack", only_undoing)],
    }


def _conditioned(
    rights: tuple[Right, ...], call: Call, place: Ground
) -> Iterator[tuple[Right, str]]:
    for right in rights:
        yield right, json.dumps(_conditions(right, call, place), sort_keys=True)


def _conditions(right: Right, call: Call, place: Ground) -> Conditions:
    """Return what is known of the request, so that the right reaches no further."""
    match right.action:
        case "iam:PassRole" if call.operation in PASSING | PASSING_TO_SSM:
            return {"StringEquals": {"iam:PassedToService": _services(call, place)}}
        case "iam:AttachRolePolicy" | "iam:DetachRolePolicy" if "PolicyArn" in call.parameters:
            return {"ArnEquals": {"iam:PolicyARN": call.parameters["PolicyArn"]}}
        case "ec2:CreateTags":
            return {"StringEquals": {"ec2:CreateAction": call.operation}}
        case _:
            return {}


def _services(call: Call, place: Ground) -> list[str]:
    if call.operation in PASSING_TO_SSM:
        return list(place.requirements.texts("role.trusted-by-hybrid"))
    more = place.requirements.get("role.trusted-by-ec2-china")
    names = place.requirements.texts("role.trusted-by-ec2")
    if more.in_force(place.partition, place.at.date()):
        names += place.requirements.texts(more.id)
    return list(names)


def _statements(
    sid: str, rights: Mapping[tuple[Right, str], None] | list[tuple[Right, str]]
) -> Iterator[dict[str, object]]:
    """Yield statements; actions stand together only where their resources and conditions are the same."""
    resources: dict[tuple[str, str], list[str]] = {}
    for right, conditions in rights:
        resources.setdefault((right.action, conditions), []).append(right.resource)
    together: dict[tuple[tuple[str, ...], str], list[str]] = {}
    for (action, conditions), some in resources.items():
        together.setdefault((tuple(sorted(some)), conditions), []).append(action)
    for number, ((those, conditions), actions) in enumerate(together.items(), 1):
        known = json.loads(conditions)
        yield {
            "Sid": f"{sid}{number}",
            "Effect": "Allow",
            "Action": sorted(actions),
            "Resource": "*" if those == ("*",) else list(those),
            **({"Condition": known} if known else {}),
        }
