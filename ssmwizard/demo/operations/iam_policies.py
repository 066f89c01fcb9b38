"""Policies, and what hangs on a role."""

from __future__ import annotations

from typing import Any

from ssmwizard.demo.context import Answer, Context, Operation, Params
from ssmwizard.demo.failure import AwsError
from ssmwizard.demo.operations.iam_entities import changeable, document, missing, on_role, role_of
from ssmwizard.demo.paging import page

ATTACHED_QUOTA = 10
"""Managed policies per role, by default.
https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html"""


def listed(name: str, items: list[Any], params: Params) -> Answer:
    """One page of an IAM listing."""
    part, marker = page(
        items, params, default=100, members=("MaxItems", "Marker"), invalid="ValidationError"
    )
    return {name: part, "IsTruncated": marker is not None, "Marker": marker}


def list_attached_role_policies(context: Context, params: Params) -> Answer:
    """The managed policies of a role."""
    role = role_of(context, params["RoleName"])
    policies = context.world["iam"]["policies"]
    prefix = params.get("PathPrefix", "/")
    items = [
        {"PolicyName": policies[arn]["PolicyName"], "PolicyArn": arn}
        for arn in role["Attached"]
        if policies[arn]["Path"].startswith(prefix)
    ]
    return listed("AttachedPolicies", items, params)


def list_role_policies(context: Context, params: Params) -> Answer:
    """The names of a role's inline policies."""
    role = role_of(context, params["RoleName"])
    return listed("PolicyNames", sorted(role["Inline"]), params)


def get_role_policy(context: Context, params: Params) -> Answer:
    """One inline policy."""
    role = role_of(context, params["RoleName"])
    name = params["PolicyName"]
    if name not in role["Inline"]:
        message = f"The role policy with name {name} cannot be found."
        raise AwsError("NoSuchEntity", message, 404)
    return {
        "RoleName": role["RoleName"],
        "PolicyName": name,
        "PolicyDocument": role["Inline"][name],
    }


def put_role_policy(context: Context, params: Params) -> Answer:
    """Writes one inline policy."""
    role = changeable(context, params["RoleName"])
    role["Inline"][params["PolicyName"]] = document(params["PolicyDocument"])
    return {}


def delete_role_policy(context: Context, params: Params) -> Answer:
    """Deletes one inline policy."""
    get_role_policy(context, params)
    del role_of(context, params["RoleName"])["Inline"][params["PolicyName"]]
    return {}


def _policy(context: Context, arn: str) -> dict[str, Any]:
    policy: dict[str, Any] | None = context.world["iam"]["policies"].get(arn)
    if policy is None:
        message = f"Policy {arn} does not exist or is not attachable."
        raise AwsError("NoSuchEntity", message, 404)
    return policy


def get_policy(context: Context, params: Params) -> Answer:
    """A managed policy, without its document."""
    arn = params["PolicyArn"]
    if arn not in context.world["iam"]["policies"]:
        raise missing("policy", arn)
    policy = _policy(context, arn)
    iam = context.world["iam"]
    holders = [*iam["roles"].values(), *iam["users"].values()]
    shown = {
        name: policy[name] for name in ("PolicyName", "PolicyId", "Arn", "Path", "DefaultVersionId")
    }
    return {
        "Policy": {
            **shown,
            "AttachmentCount": sum(arn in holder["Attached"] for holder in holders),
            "PermissionsBoundaryUsageCount": sum(
                holder.get("PermissionsBoundary") == arn for holder in holders
            ),
            "IsAttachable": True,
            "CreateDate": policy["CreateDate"],
            "UpdateDate": policy["UpdateDate"],
        }
    }


def get_policy_version(context: Context, params: Params) -> Answer:
    """The document of a managed policy."""
    policy = context.world["iam"]["policies"].get(params["PolicyArn"])
    if policy is None:
        raise missing("policy", params["PolicyArn"])
    wanted = params["VersionId"]
    if wanted != policy["DefaultVersionId"]:
        message = f"Policy {params['PolicyArn']} version {wanted} does not exist."
        raise AwsError("NoSuchEntity", message, 404)
    return {
        "PolicyVersion": {
            "Document": policy["Document"],
            "VersionId": wanted,
            "IsDefaultVersion": True,
            "CreateDate": policy["UpdateDate"],
        }
    }


def attach_role_policy(context: Context, params: Params) -> Answer:
    """Attaching what is attached already changes nothing and is no error."""
    role = changeable(context, params["RoleName"])
    arn = _policy(context, params["PolicyArn"])["Arn"]
    if arn in role["Attached"]:
        return {}
    if len(role["Attached"]) >= _quota(context):
        message = f"Cannot exceed quota for PoliciesPerRole: {_quota(context)}"
        raise AwsError("LimitExceeded", message, 409)
    role["Attached"].append(arn)
    return {}


def get_account_summary(context: Context, params: Params) -> Answer:
    """What the account has of IAM, and may have."""
    del params
    iam = context.world["iam"]
    summary = {
        "Users": len(iam["users"]),
        "Roles": len(iam["roles"]),
        "InstanceProfiles": len(iam["profiles"]),
        "AttachedPoliciesPerRoleQuota": _quota(context),
    }
    return {"SummaryMap": summary}


def _quota(context: Context) -> int:
    return int(context.world["iam"].get("attached_quota", ATTACHED_QUOTA))


def detach_role_policy(context: Context, params: Params) -> Answer:
    """Detaching what is not attached is an error."""
    role = role_of(context, params["RoleName"])
    arn = params["PolicyArn"]
    if arn not in role["Attached"]:
        message = f"Policy {arn} was not found."
        raise AwsError("NoSuchEntity", message, 404)
    role["Attached"].remove(arn)
    return {}


def _on_policy(action: str) -> Any:
    def resources(context: Context, params: Params) -> list[tuple[str, str]]:
        del context
        return [(action, params["PolicyArn"])]

    return resources


def _role_operation(name: str, run: Any, *, writes: bool = False) -> tuple[str, Operation]:
    return f"iam:{name}", Operation(run, writes=writes, resources=on_role(f"iam:{name}"))


OPERATIONS = dict(
    [
        _role_operation("ListAttachedRolePolicies", list_attached_role_policies),
        _role_operation("ListRolePolicies", list_role_policies),
        _role_operation("GetRolePolicy", get_role_policy),
        _role_operation("PutRolePolicy", put_role_policy, writes=True),
        _role_operation("DeleteRolePolicy", delete_role_policy, writes=True),
        _role_operation("AttachRolePolicy", attach_role_policy, writes=True),
        _role_operation("DetachRolePolicy", detach_role_policy, writes=True),
        ("iam:GetAccountSummary", Operation(get_account_summary)),
        ("iam:GetPolicy", Operation(get_policy, resources=_on_policy("iam:GetPolicy"))),
        (
            "iam:GetPolicyVersion",
            Operation(get_policy_version, resources=_on_policy("iam:GetPolicyVersion")),
        ),
    ]
)
