"""IAM policy evaluation in small: who may do what on which resource.

Knows ``Action``/``NotAction``, ``Resource``/``NotResource``, wildcards, policy variables, all
condition operators, explicit deny, permissions boundaries, and a service control policy of the
organization. A condition key that nobody gave is reported as missing, and counts as absent.
https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from ssmwizard.demo.conditions import condition_fits
from ssmwizard.demo.context import World
from ssmwizard.demo.patterns import Keys, Request, as_list, matches

ALLOWED = "allowed"
EXPLICIT_DENY = "explicitDeny"
IMPLICIT_DENY = "implicitDeny"
# The version of the policy language that has variables.
MODERN = "2012-10-17"


@dataclass(frozen=True, slots=True)
class Policy:
    """A policy document and where it comes from (``source`` as the simulator names it)."""

    source: str
    kind: str
    document: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Decision:
    """What a set of policies says about one action on one resource."""

    outcome: str
    matched: tuple[Policy, ...] = ()
    missing: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Verdict:
    """The final word on a principal, with the parts it came from.

    ``by_boundary`` and ``by_organization`` are None where there is no such limit.
    """

    outcome: str
    identity: Decision
    by_boundary: bool | None
    by_organization: bool | None

    @property
    def allowed(self) -> bool:
        """Whether the call goes through."""
        return self.outcome == ALLOWED


def _resource_fits(statement: Mapping[str, Any], resource: str, request: Request) -> bool:
    for member, wanted in (("Resource", True), ("NotResource", False)):
        if member in statement:
            filled = (request.filled(str(p)) for p in as_list(statement[member]))
            return any(p is not None and matches(p, resource) for p in filled) is wanted
    return True


def _action_fits(statement: Mapping[str, Any], action: str) -> bool:
    for member, wanted in (("Action", True), ("NotAction", False)):
        if member in statement:
            patterns = as_list(statement[member])
            return any(matches(str(p), action, ignore_case=True) for p in patterns) is wanted
    return False


def decide(policies: Iterable[Policy], action: str, resource: str, keys: Keys) -> Decision:
    """What the policies together say: an explicit deny wins, then any allow."""
    allows: list[Policy] = []
    missing: set[str] = set()
    for policy in policies:
        request = Request(keys, missing, variables=policy.document.get("Version") == MODERN)
        for statement in as_list(policy.document.get("Statement")):
            if not _action_fits(statement, action):
                continue
            if not _resource_fits(statement, resource, request):
                continue
            if not condition_fits(statement.get("Condition", {}), request):
                continue
            if statement.get("Effect") == "Deny":
                return Decision(EXPLICIT_DENY, (policy,), tuple(sorted(missing)))
            allows.append(policy)
    outcome = ALLOWED if allows else IMPLICIT_DENY
    return Decision(outcome, tuple(allows), tuple(sorted(missing)))


def policies_of(world: World, principal: Mapping[str, Any]) -> list[Policy]:
    """The inline and attached policies of a user or role."""
    iam = world["iam"]
    found = [
        Policy(name, "user" if "UserName" in principal else "role", document)
        for name, document in principal["Inline"].items()
    ]
    for arn in principal["Attached"]:
        record = iam["policies"][arn]
        kind = "aws-managed" if record["AwsOwned"] else "user-managed"
        found.append(Policy(record["PolicyName"], kind, record["Document"]))
    return found


def judge(
    world: World,
    principal: Mapping[str, Any],
    action: str,
    resource: str,
    keys: Keys,
    extra: Iterable[Policy] = (),
) -> Verdict:
    """Whether a user or role may do ``action`` on ``resource``, all limits counted.

    ``extra`` are policies supposed on top of its own.
    """
    identity = decide([*policies_of(world, principal), *extra], action, resource, keys)
    outcome = identity.outcome
    if "caller" in principal and any(
        matches(pattern, action, ignore_case=True) for pattern in world["faults"]["denied"]
    ):
        identity = Decision(IMPLICIT_DENY)
        outcome = IMPLICIT_DENY

    by_boundary: bool | None = None
    boundary = principal.get("PermissionsBoundary")
    if boundary:
        record = world["iam"]["policies"][boundary]
        limit = Policy(record["PolicyName"], "user-managed", record["Document"])
        said = decide([limit], action, resource, keys).outcome
        by_boundary = said == ALLOWED
        if said == EXPLICIT_DENY or (not by_boundary and outcome == ALLOWED):
            outcome = said

    by_organization: bool | None = None
    organization = world["iam"]["organization"]
    if organization:
        said = decide([Policy("organization", "scp", organization)], action, resource, keys).outcome
        by_organization = said == ALLOWED
        if said == EXPLICIT_DENY or (not by_organization and outcome == ALLOWED):
            outcome = said
    return Verdict(outcome, identity, by_boundary, by_organization)


def trusts(role: Mapping[str, Any], service: str, keys: Keys) -> bool:
    """Whether the role's trust policy lets an AWS service assume it, which tells these keys."""
    allowed = False
    document = role["AssumeRolePolicyDocument"]
    request = Request(keys, variables=document.get("Version") == MODERN)
    for statement in as_list(document.get("Statement")):
        principal = statement.get("Principal", {})
        services = as_list(principal.get("Service")) if isinstance(principal, dict) else ["*"]
        if service not in services and "*" not in services:
            continue
        if not _action_fits(statement, "sts:AssumeRole"):
            continue
        if not condition_fits(statement.get("Condition", {}), request):
            continue
        if statement.get("Effect") == "Deny":
            return False
        allowed = True
    return allowed
