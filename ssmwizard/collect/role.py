"""IAM roles and instance profiles, each asked for once for all nodes that use it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from ssmwizard.collect.asking import ask, known
from ssmwizard.model.facts import Fact, Known
from ssmwizard.model.role import Decision, InstanceProfile, Role, RoleFacts
from ssmwizard.outside.calls import Aws, pages

ABSENT = "NoSuchEntity"


def profile(aws: Aws, name: str) -> Fact[InstanceProfile | None]:
    """Return an instance profile and the role in it; ``Known(None)`` when it was deleted."""

    def question() -> InstanceProfile:
        described = aws.call("iam", "GetInstanceProfile", InstanceProfileName=name)[
            "InstanceProfile"
        ]
        roles = described.get("Roles", ())
        inside = roles[0]["RoleName"] if roles else None
        return InstanceProfile(described["Arn"], described["InstanceProfileName"], inside)

    return ask(aws, "iam:GetInstanceProfile", question, ABSENT)


def role(aws: Aws, name: str, actions: Sequence[str]) -> RoleFacts:
    """Return a role, its policies, who else uses it, and what the simulator says of ``actions``."""
    described: Fact[Role | None] = ask(aws, "iam:GetRole", lambda: _role(aws, name), ABSENT)
    if not isinstance(described, Known) or described.value is None:
        return RoleFacts(name, described)
    arn = described.value.arn
    return RoleFacts(
        name=name,
        role=described,
        policies=known(aws, "iam:ListAttachedRolePolicies", lambda: _policies(aws, name)),
        decisions=known(aws, "iam:SimulatePrincipalPolicy", lambda: _decisions(aws, arn, actions)),
        profiles=known(aws, "iam:ListInstanceProfilesForRole", lambda: _profiles(aws, name)),
    )


def _role(aws: Aws, name: str) -> Role:
    described = aws.call("iam", "GetRole", RoleName=name)["Role"]
    return Role(
        name=described["RoleName"],
        arn=described["Arn"],
        path=described["Path"],
        trust=described["AssumeRolePolicyDocument"],
        boundary=described.get("PermissionsBoundary", {}).get("PermissionsBoundaryArn"),
    )


def _policies(aws: Aws, name: str) -> tuple[str, ...]:
    listed = pages(aws, "iam", "ListAttachedRolePolicies", "AttachedPolicies", RoleName=name)
    return tuple(one["PolicyArn"] for one in listed)


def _profiles(aws: Aws, name: str) -> tuple[str, ...]:
    listed = pages(aws, "iam", "ListInstanceProfilesForRole", "InstanceProfiles", RoleName=name)
    return tuple(one["Arn"] for one in listed)


def _decisions(aws: Aws, arn: str, actions: Sequence[str]) -> Mapping[str, Decision]:
    results = pages(
        aws,
        "iam",
        "SimulatePrincipalPolicy",
        "EvaluationResults",
        PolicySourceArn=arn,
        ActionNames=list(actions),
    )
    return {one["EvalActionName"]: decision(one) for one in results}


def decision(result: Mapping[str, Any]) -> Decision:
    """Return one result of the policy simulator."""
    boundary = result.get("PermissionsBoundaryDecisionDetail", {})
    organization = result.get("OrganizationsDecisionDetail", {})
    return Decision(
        action=result["EvalActionName"],
        decision=result["EvalDecision"],
        allowed_by_boundary=boundary.get("AllowedByPermissionsBoundary"),
        allowed_by_organization=organization.get("AllowedByOrganizations"),
        missing_context=tuple(result.get("MissingContextValues", ())),
    )
