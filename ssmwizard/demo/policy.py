"""IAM policy evaluation in small: who may do what on which resource.

Knows ``Action``/``NotAction``, ``Resource``/``NotResource``, wildcards, policy variables,
explicit deny, permissions boundaries, a service control policy of the organization, and the
string, boolean and ARN condition operators. A condition key that nobody gave is reported as
missing, and its statement does not apply.
https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from ssmwizard.demo.context import World

ALLOWED = "allowed"
EXPLICIT_DENY = "explicitDeny"
IMPLICIT_DENY = "implicitDeny"

Keys = Mapping[str, tuple[str, ...]]
_VARIABLE = re.compile(r"\$\{([^}]+)\}")


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


@lru_cache(maxsize=4096)
def _pattern(text: str, *, ignore_case: bool) -> re.Pattern[str]:
    parts = (".*" if c == "*" else "." if c == "?" else re.escape(c) for c in text)
    return re.compile("".join(parts) + r"\Z", re.DOTALL | (re.IGNORECASE if ignore_case else 0))


def matches(pattern: str, text: str, *, ignore_case: bool = False) -> bool:
    """Whether ``text`` fits an IAM pattern with ``*`` and ``?``."""
    return pattern == "*" or _pattern(pattern, ignore_case=ignore_case).match(text) is not None


def as_list(value: Any) -> list[Any]:
    """IAM writes one value without the list around it."""
    if value is None:
        return []
    return list(value) if isinstance(value, (list, tuple)) else [value]


def _filled(pattern: str, keys: Keys, missing: set[str]) -> str | None:
    """The pattern with its policy variables filled in, or None when one has no value."""
    if "${" not in pattern:
        return pattern
    unknown: set[str] = set()

    def value(match: re.Match[str]) -> str:
        name = match.group(1)
        if name in {"*", "?", "$"}:
            return name
        found = keys.get(name.lower())
        if not found:
            unknown.add(name)
            return ""
        return found[0]

    text = _VARIABLE.sub(value, pattern)
    missing |= unknown
    return None if unknown else text


def _resource_fits(statement: Mapping[str, Any], resource: str, keys: Keys, m: set[str]) -> bool:
    for member, wanted in (("Resource", True), ("NotResource", False)):
        if member in statement:
            filled = (_filled(str(p), keys, m) for p in as_list(statement[member]))
            return any(p is not None and matches(p, resource) for p in filled) is wanted
    return True


def _action_fits(statement: Mapping[str, Any], action: str) -> bool:
    for member, wanted in (("Action", True), ("NotAction", False)):
        if member in statement:
            patterns = as_list(statement[member])
            return any(matches(str(p), action, ignore_case=True) for p in patterns) is wanted
    return False


def _compare(operator: str, wanted: str, value: str) -> bool:
    if operator in {"StringLike", "ArnLike", "ArnEquals"}:
        return matches(wanted, value)
    if operator in {"StringEqualsIgnoreCase", "Bool"}:
        return wanted.lower() == value.lower()
    return wanted == value


def _condition_fits(conditions: Mapping[str, Any], keys: Keys, missing: set[str]) -> bool:
    fits = True
    for written, pairs in conditions.items():
        operator = written.split(":")[-1]
        if_exists = operator.endswith("IfExists")
        operator = operator.removesuffix("IfExists")
        negative = "Not" in operator
        operator = operator.replace("Not", "")
        for key, wanted in pairs.items():
            values = keys.get(key.lower())
            if not values:
                if not if_exists:
                    missing.add(key)
                    fits = fits and negative
                continue
            filled = [_filled(str(w), keys, missing) for w in as_list(wanted)]
            found = any(w is not None and _compare(operator, w, v) for w in filled for v in values)
            fits = fits and found is not negative
    return fits


def decide(policies: Iterable[Policy], action: str, resource: str, keys: Keys) -> Decision:
    """What the policies together say: an explicit deny wins, then any allow."""
    allows: list[Policy] = []
    missing: set[str] = set()
    for policy in policies:
        for statement in as_list(policy.document.get("Statement")):
            if not _action_fits(statement, action):
                continue
            if not _resource_fits(statement, resource, keys, missing):
                continue
            if not _condition_fits(statement.get("Condition", {}), keys, missing):
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


def trusts(role: Mapping[str, Any], service: str) -> bool:
    """Whether the role's trust policy lets an AWS service assume it."""
    allowed = False
    for statement in as_list(role["AssumeRolePolicyDocument"].get("Statement")):
        principal = statement.get("Principal", {})
        services = as_list(principal.get("Service")) if isinstance(principal, dict) else ["*"]
        if service not in services and "*" not in services:
            continue
        if not _action_fits(statement, "sts:AssumeRole"):
            continue
        if statement.get("Effect") == "Deny":
            return False
        allowed = True
    return allowed
