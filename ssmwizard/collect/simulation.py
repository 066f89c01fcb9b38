"""Asks IAM's policy simulator about actions on resources.

https://docs.aws.amazon.com/IAM/latest/APIReference/API_SimulatePrincipalPolicy.html
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from ssmwizard.model.role import ANY_RESOURCE, Decision
from ssmwizard.outside.calls import Aws, CallFailed, pages

CALL = "iam:SimulatePrincipalPolicy"
# Resources that are simulated in one call.
AT_ONCE = 50
# The simulator refuses some actions together: they "require different authorization information".
NOT_TOGETHER = "InvalidInput"

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
    resources: Sequence[str] = (),
    context: Iterable[Entry] = (),
) -> Decisions:
    """Return what is decided about each action on each resource, as far as the answer tells it.

    Without resources it is about any resource, ``*``.
    """
    entries = tuple(context)
    try:
        results = _results(aws, arn, actions, resources, entries)
    except CallFailed as failure:
        if failure.code != NOT_TOGETHER or len(actions) == 1:
            raise
        alone = (simulate(aws, arn, [one], resources, entries) for one in actions)
        return {pair: one for told in alone for pair, one in told.items()}
    spelled = {action.lower(): action for action in actions}
    return {
        (spelled.get(one.action.lower(), one.action), one.resource): one
        for result in results
        for one in _of(result, resources)
    }


def _results(
    aws: Aws,
    arn: str,
    actions: Sequence[str],
    resources: Sequence[str],
    context: Sequence[Entry],
) -> list[Any]:
    named: dict[str, Any] = {"ResourceArns": list(resources)} if resources else {}
    if context:
        named["ContextEntries"] = [
            {"ContextKeyName": e.key, "ContextKeyType": e.type, "ContextKeyValues": [e.value]}
            for e in context
        ]
    return pages(
        aws,
        "iam",
        "SimulatePrincipalPolicy",
        "EvaluationResults",
        PolicySourceArn=arn,
        ActionNames=list(actions),
        **named,
    )


def _of(result: Mapping[str, Any], resources: Sequence[str]) -> Sequence[Decision]:
    """Return what one result says of each resource: by itself, or in results inside of it.

    By itself it may name only the kind of resource (``arn:${Partition}:…``).
    """
    several = result.get("EvalResourceName") if len(resources) > 1 else None
    organization = result.get("OrganizationsDecisionDetail") or {}
    whole = Decision(
        action=result["EvalActionName"],
        decision=result["EvalDecision"],
        allowed_by_boundary=_by_boundary(result),
        allowed_by_organization=organization.get("AllowedByOrganizations"),
        missing_context=tuple(result.get("MissingContextValues") or ()),
        resource=several or next(iter(resources), ANY_RESOURCE),
        policies=_policies(result),
    )
    inner = result.get("ResourceSpecificResults") or ()
    if not inner:
        return (whole,)
    # How the organization decides is told of all resources together: it is only known of each where
    # all of them are refused, or all allowed.
    mixed = len({one["EvalResourceDecision"] == "allowed" for one in inner}) > 1
    shared = replace(whole, allowed_by_organization=None) if mixed else whole
    return tuple(
        replace(
            shared,
            decision=one["EvalResourceDecision"],
            allowed_by_boundary=_by_boundary(one),
            missing_context=tuple(one.get("MissingContextValues") or ()),
            resource=one["EvalResourceName"],
            policies=_policies(one),
        )
        for one in inner
    )


def _by_boundary(told: Mapping[str, Any]) -> bool | None:
    allowed: bool | None = (told.get("PermissionsBoundaryDecisionDetail") or {}).get(
        "AllowedByPermissionsBoundary"
    )
    return allowed


def _policies(told: Mapping[str, Any]) -> tuple[str, ...]:
    """Return the policies whose statements decide."""
    found = (one.get("SourcePolicyId") for one in told.get("MatchedStatements") or ())
    return tuple(dict.fromkeys(str(one) for one in found if one))
