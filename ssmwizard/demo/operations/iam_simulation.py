"""The policy simulator: it evaluates the very policies that decide about real calls."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from typing import Any

from ssmwizard.demo.context import Answer, Context, Operation, Params, Resources
from ssmwizard.demo.failure import AwsError
from ssmwizard.demo.operations.iam_entities import document
from ssmwizard.demo.operations.iam_policies import listed
from ssmwizard.demo.patterns import Keys, as_list
from ssmwizard.demo.policy import ALLOWED, EXPLICIT_DENY, Policy, Verdict, judge, policies_of

WILDCARD = "*"
_VARIABLE = re.compile(r"\$\{([a-z]+:[^}]+)\}")


def _principal(context: Context, arn: str) -> dict[str, Any]:
    iam = context.world["iam"]
    for store in ("users", "roles"):
        for record in iam[store].values():
            if record["Arn"] == arn:
                return dict(record, caller=True) if _signs(context, record) else dict(record)
    if ":root" in arn or ":assumed-role/" in arn:
        raise AwsError("InvalidInput", f"Invalid Entity Arn: {arn} does not clearly define entity")
    kind = "user" if ":user/" in arn else "role"
    message = f"The {kind} with name {arn.rsplit('/', 1)[-1]} cannot be found."
    raise AwsError("NoSuchEntity", message, 404)


def _signs(context: Context, record: dict[str, Any]) -> bool:
    name = record.get("UserName") or record["RoleName"]
    return any(key["principal"][1] == name for key in context.world["keys"].values())


def _keys(context: Context, principal: dict[str, Any], entries: Iterable[Any]) -> Keys:
    keys = {"aws:principalarn": (principal["Arn"],), "aws:principalaccount": (context.account,)}
    if "UserName" in principal:
        keys["aws:username"] = (principal["UserName"],)
        keys["aws:userid"] = (principal["UserId"],)
    for entry in entries:
        name = entry.get("ContextKeyName", "").lower()
        keys[name] = tuple(entry.get("ContextKeyValues", ()))
    return keys


def simulate_principal_policy(context: Context, params: Params) -> Answer:
    """One result per action; with several resources, one inner result per resource."""
    principal = _principal(context, params["PolicySourceArn"])
    keys = _keys(context, principal, params.get("ContextEntries", ()))
    extra = [
        Policy(f"PolicyInputList.{number}", "none", document(text))
        for number, text in enumerate(params.get("PolicyInputList", ()), 1)
    ]
    resources = params.get("ResourceArns") or [WILDCARD]
    results = []
    for action in params["ActionNames"]:
        verdicts = [
            (resource, judge(context.world, principal, action, resource, keys, extra))
            for resource in resources
        ]
        results.append(_result(action, verdicts))
    return listed("EvaluationResults", results, params)


def get_context_keys_for_principal_policy(context: Context, params: Params) -> Answer:
    """The condition keys and policy variables in the principal's own policies."""
    principal = _principal(context, params["PolicySourceArn"])
    found: set[str] = set()
    for policy in policies_of(context.world, principal):
        for statement in as_list(policy.document.get("Statement")):
            for pairs in statement.get("Condition", {}).values():
                found |= set(pairs)
            found |= set(_VARIABLE.findall(json.dumps(statement)))
    return {"ContextKeyNames": sorted(found)}


def _result(action: str, verdicts: list[tuple[str, Verdict]]) -> dict[str, Any]:
    worst = min(verdicts, key=lambda pair: _rank(pair[1]))[1]
    specific = [resource for resource, _ in verdicts] != [WILDCARD]
    result: dict[str, Any] = {
        "EvalActionName": action,
        "EvalResourceName": verdicts[0][0] if len(verdicts) == 1 else WILDCARD,
        "EvalDecision": worst.outcome,
        "MatchedStatements": _statements(worst),
        "MissingContextValues": [] if specific else list(worst.identity.missing),
        "OrganizationsDecisionDetail": _organization(worst),
        "PermissionsBoundaryDecisionDetail": _boundary(worst),
    }
    if specific:
        result["ResourceSpecificResults"] = [
            {
                "EvalResourceName": resource,
                "EvalResourceDecision": verdict.outcome,
                "MatchedStatements": _statements(verdict),
                "MissingContextValues": list(verdict.identity.missing),
                "PermissionsBoundaryDecisionDetail": _boundary(verdict),
            }
            for resource, verdict in verdicts
        ]
    return result


def _rank(verdict: Verdict) -> int:
    return {EXPLICIT_DENY: 0, ALLOWED: 2}.get(verdict.outcome, 1)


def _statements(verdict: Verdict) -> list[dict[str, Any]]:
    return [
        {"SourcePolicyId": policy.source, "SourcePolicyType": policy.kind}
        for policy in verdict.identity.matched
    ]


def _organization(verdict: Verdict) -> dict[str, bool] | None:
    if verdict.by_organization is None:
        return None
    return {"AllowedByOrganizations": verdict.by_organization}


def _boundary(verdict: Verdict) -> dict[str, bool] | None:
    if verdict.by_boundary is None:
        return None
    return {"AllowedByPermissionsBoundary": verdict.by_boundary}


def _on(action: str) -> Resources:
    def resources(context: Context, params: Params) -> list[tuple[str, str]]:
        del context
        return [(action, params["PolicySourceArn"])]

    return resources


OPERATIONS = {
    "iam:GetContextKeysForPrincipalPolicy": Operation(
        get_context_keys_for_principal_policy, resources=_on("iam:GetContextKeysForPrincipalPolicy")
    ),
    "iam:SimulatePrincipalPolicy": Operation(
        simulate_principal_policy, resources=_on("iam:SimulatePrincipalPolicy")
    ),
}
