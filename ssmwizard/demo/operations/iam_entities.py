"""Users and roles: reading, making and deleting them."""

from __future__ import annotations

import json
from typing import Any

from ssmwizard.demo.context import Answer, Context, Operation, Params
from ssmwizard.demo.failure import AwsError


def missing(kind: str, name: str) -> AwsError:
    """The answer about something that is not there."""
    message = f"The {kind} with name {name} cannot be found."
    return AwsError("NoSuchEntity", message, 404)


def role_of(context: Context, name: str) -> dict[str, Any]:
    """The record of a role.

    :raises AwsError: there is none.
    """
    role: dict[str, Any] | None = context.world["iam"]["roles"].get(name)
    if role is None:
        raise missing("role", name)
    return role


def document(text: str) -> dict[str, Any]:
    """A policy document.

    :raises AwsError: it is none.
    """
    try:
        found = json.loads(text)
    except ValueError as error:
        message = "Syntax errors in policy."
        raise AwsError("MalformedPolicyDocument", message) from error
    if not isinstance(found, dict) or "Statement" not in found:
        raise AwsError("MalformedPolicyDocument", "Syntax errors in policy.")
    return found


def described(record: dict[str, Any]) -> dict[str, Any]:
    """A user or role as IAM shows it."""
    hidden = {"Attached", "Inline", "PermissionsBoundary"}
    shown = {name: value for name, value in record.items() if name not in hidden}
    if not shown.get("Tags"):
        shown.pop("Tags", None)
    if record.get("PermissionsBoundary"):
        shown["PermissionsBoundary"] = {
            "PermissionsBoundaryType": "PermissionsBoundaryPolicy",
            "PermissionsBoundaryArn": record["PermissionsBoundary"],
        }
    return shown


def get_user(context: Context, params: Params) -> Answer:
    """A user; without a name the caller, who must be one."""
    name = params.get("UserName") or context.caller.principal.get("UserName")
    if name is None:
        message = "Must specify userName when calling with non-User credentials"
        raise AwsError("ValidationError", message)
    user = context.world["iam"]["users"].get(name)
    if user is None:
        raise missing("user", name)
    return {"User": described(user)}


def get_role(context: Context, params: Params) -> Answer:
    """A role with its trust policy and boundary."""
    return {"Role": described(role_of(context, params["RoleName"]))}


def create_role(context: Context, params: Params) -> Answer:
    """A new role without any permission."""
    name = params["RoleName"]
    roles = context.world["iam"]["roles"]
    if name in roles:
        message = f"Role with name {name} already exists."
        raise AwsError("EntityAlreadyExists", message, 409)
    trust = document(params["AssumeRolePolicyDocument"])
    path = params.get("Path", "/")
    boundary = params.get("PermissionsBoundary")
    if boundary and boundary not in context.world["iam"]["policies"]:
        message = f"Scope ARN: {boundary} does not exist or is not attachable."
        raise AwsError("NoSuchEntity", message, 404)
    roles[name] = {
        "Path": path,
        "RoleName": name,
        "RoleId": context.new_id("AROA", 17).upper(),
        "Arn": context.global_arn("iam", f"role{path}{name}"),
        "CreateDate": context.now,
        "AssumeRolePolicyDocument": trust,
        "Description": params.get("Description", ""),
        "MaxSessionDuration": params.get("MaxSessionDuration", 3600),
        "PermissionsBoundary": boundary,
        "Tags": params.get("Tags", []),
        "Attached": [],
        "Inline": {},
    }
    shown = described(roles[name])
    shown.pop("Description")
    shown.pop("MaxSessionDuration")
    return {"Role": shown}


def delete_role(context: Context, params: Params) -> Answer:
    """A role that nothing hangs on any more."""
    name = params["RoleName"]
    role = role_of(context, name)
    if any(name in profile["Roles"] for profile in context.world["iam"]["profiles"].values()):
        message = "Cannot delete entity, must remove roles from instance profile first."
        raise AwsError("DeleteConflict", message, 409)
    if role["Attached"]:
        message = "Cannot delete entity, must detach all policies first."
        raise AwsError("DeleteConflict", message, 409)
    if role["Inline"]:
        message = "Cannot delete entity, must delete policies first."
        raise AwsError("DeleteConflict", message, 409)
    del context.world["iam"]["roles"][name]
    return {}


def changeable(context: Context, name: str) -> dict[str, Any]:
    """The record of a role that is not kept by AWS itself.

    :raises AwsError: there is none, or nobody may change it.
    """
    role = role_of(context, name)
    if role["Path"].startswith("/aws-service-role/"):
        message = (
            f"Cannot perform the operation on the protected role '{role['RoleName']}' "
            "- this role is only modifiable by AWS"
        )
        raise AwsError("UnmodifiableEntity", message)
    return role


def update_assume_role_policy(context: Context, params: Params) -> Answer:
    """Writes a role's trust policy anew."""
    role = changeable(context, params["RoleName"])
    role["AssumeRolePolicyDocument"] = document(params["PolicyDocument"])
    return {}


def list_account_aliases(context: Context, params: Params) -> Answer:
    """The account's other name."""
    del params
    return {"AccountAliases": context.world["iam"]["aliases"], "IsTruncated": False}


def on_role(action: str) -> Any:
    """The right ``action`` on the role named in the call."""

    def resources(context: Context, params: Params) -> list[tuple[str, str]]:
        name = params["RoleName"]
        role = context.world["iam"]["roles"].get(name)
        path = params.get("Path", "/")
        arn = role["Arn"] if role else context.global_arn("iam", f"role{path}{name}")
        return [(action, arn)]

    return resources


def _on_user(context: Context, params: Params) -> list[tuple[str, str]]:
    name = params.get("UserName") or context.caller.principal.get("UserName", "")
    return [("iam:GetUser", context.global_arn("iam", f"user/{name}"))]


OPERATIONS = {
    "iam:GetUser": Operation(get_user, resources=_on_user),
    "iam:GetRole": Operation(get_role, resources=on_role("iam:GetRole")),
    "iam:CreateRole": Operation(create_role, writes=True, resources=on_role("iam:CreateRole")),
    "iam:DeleteRole": Operation(delete_role, writes=True, resources=on_role("iam:DeleteRole")),
    "iam:UpdateAssumeRolePolicy": Operation(
        update_assume_role_policy,
        writes=True,
        resources=on_role("iam:UpdateAssumeRolePolicy"),
    ),
    "iam:ListAccountAliases": Operation(list_account_aliases),
}
