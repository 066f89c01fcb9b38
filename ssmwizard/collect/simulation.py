"""Asks IAM's policy simulator about actions on resources.

https://docs.aws.amazon.com/IAM/latest/APIReference/API_SimulatePrincipalPolicy.html
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from ssmwizard.collect.role import decision
from ssmwizard.model.role import Decision
from ssmwizard.outside.calls import Aws, pages

CALL = "iam:SimulatePrincipalPolicy"
# Resources that are simulated in one call.
AT_ONCE = 50

Decisions = Mapping[tuple[str, str], Decision]


@dataclass(frozen=True, slots=True)
class Entry:
    """What a request carries: a condition key, its type in the simulator's words, and its value."""

    key: str
    value: str
    type: str = "string"


def simulate(
    aws: Aws,
    arn: str,
    actions: Sequence[str],
    resources: Sequence[str],
    context: Iterable[Entry] = (),
) -> Decisions:
    """Return what is decided about each action on each resource, as far as the answer tells it."""
    results = pages(
        aws,
        "iam",
        "SimulatePrincipalPolicy",
        "EvaluationResults",
        PolicySourceArn=arn,
        ActionNames=list(actions),
        ResourceArns=list(resources),
        ContextEntries=[
            {
                "ContextKeyName": one.key,
                "ContextKeyType": one.type,
                "ContextKeyValues": [one.value],
            }
            for one in context
        ],
    )
    told: dict[tuple[str, str], Decision] = {}
    for result in results:
        told |= _of(result)
    return told


def _of(result: Mapping[str, Any]) -> Decisions:
    whole = decision(result)
    inner = result.get("ResourceSpecificResults") or ()
    if not inner:
        return {(whole.action, result.get("EvalResourceName", "*")): whole}
    # How the organization decides is told of all resources together: it is only known of each where
    # all of them are refused, or all allowed.
    mixed = len({one["EvalResourceDecision"] == "allowed" for one in inner}) > 1
    shared = replace(whole, allowed_by_organization=None) if mixed else whole
    return {(whole.action, one["EvalResourceName"]): _one(shared, one) for one in inner}


def _one(whole: Decision, inner: Mapping[str, Any]) -> Decision:
    boundary = inner.get("PermissionsBoundaryDecisionDetail") or {}
    return replace(
        whole,
        decision=inner["EvalResourceDecision"],
        allowed_by_boundary=boundary.get("AllowedByPermissionsBoundary"),
        missing_context=tuple(inner.get("MissingContextValues") or ()),
    )
