"""Instance profiles: the shells around a role that EC2 wants."""

from __future__ import annotations

from typing import Any

from ssmwizard.demo.context import Answer, Context, Operation, Params
from ssmwizard.demo.failure import AwsError
from ssmwizard.demo.operations.iam_entities import role_of
from ssmwizard.demo.operations.iam_policies import listed

SHORT = ("Path", "RoleName", "RoleId", "Arn", "CreateDate", "AssumeRolePolicyDocument")
"""What a profile tells about its role."""


def _profile(context: Context, name: str) -> dict[str, Any]:
    profile: dict[str, Any] | None = context.world["iam"]["profiles"].get(name)
    if profile is None:
        message = f"Instance Profile {name} cannot be found."
        raise AwsError("NoSuchEntity", message, 404)
    return profile


def _shown(context: Context, profile: dict[str, Any]) -> dict[str, Any]:
    roles = context.world["iam"]["roles"]
    shown = dict(profile)
    shown["Roles"] = [
        {member: roles[name][member] for member in SHORT} for name in profile["Roles"]
    ]
    return shown


def get_instance_profile(context: Context, params: Params) -> Answer:
    """An instance profile with its role."""
    profile = _profile(context, params["InstanceProfileName"])
    return {"InstanceProfile": _shown(context, profile)}


def list_instance_profiles_for_role(context: Context, params: Params) -> Answer:
    """The profiles around a role."""
    name = role_of(context, params["RoleName"])["RoleName"]
    profiles = context.world["iam"]["profiles"].values()
    items = [_shown(context, profile) for profile in profiles if name in profile["Roles"]]
    return listed("InstanceProfiles", items, params)


def create_instance_profile(context: Context, params: Params) -> Answer:
    """A new, empty profile; EC2 learns of it a little later."""
    name, path = params["InstanceProfileName"], params.get("Path", "/")
    profiles = context.world["iam"]["profiles"]
    if name in profiles:
        message = f"Instance Profile {name} already exists."
        raise AwsError("EntityAlreadyExists", message, 409)
    profiles[name] = {
        "Path": path,
        "InstanceProfileName": name,
        "InstanceProfileId": context.new_id("AIPA", 17).upper(),
        "Arn": context.global_arn("iam", f"instance-profile{path}{name}"),
        "CreateDate": context.now,
        "Roles": [],
        "Tags": params.get("Tags", []),
    }
    return {"InstanceProfile": _shown(context, profiles[name])}


def delete_instance_profile(context: Context, params: Params) -> Answer:
    """An empty profile; instances that carry it are not asked."""
    profile = _profile(context, params["InstanceProfileName"])
    if profile["Roles"]:
        message = "Cannot delete entity, must remove roles from instance profile first."
        raise AwsError("DeleteConflict", message, 409)
    del context.world["iam"]["profiles"][profile["InstanceProfileName"]]
    return {}


def add_role(context: Context, params: Params) -> Answer:
    """A profile holds one role at most."""
    profile = _profile(context, params["InstanceProfileName"])
    role = role_of(context, params["RoleName"])
    if profile["Roles"]:
        message = "Cannot exceed quota for InstanceSessionsPerInstanceProfile: 1"
        raise AwsError("LimitExceeded", message, 409)
    profile["Roles"].append(role["RoleName"])
    return {}


def remove_role(context: Context, params: Params) -> Answer:
    """Takes the role out of a profile."""
    profile = _profile(context, params["InstanceProfileName"])
    name = role_of(context, params["RoleName"])["RoleName"]
    if name not in profile["Roles"]:
        message = f"Role {name} in instance profile {profile['InstanceProfileName']} not found."
        raise AwsError("NoSuchEntity", message, 404)
    profile["Roles"].remove(name)
    return {}


def _on_profile(action: str, *, passes: bool = False) -> Any:
    def resources(context: Context, params: Params) -> list[tuple[str, str]]:
        name = params["InstanceProfileName"]
        profile = context.world["iam"]["profiles"].get(name)
        fallback = context.global_arn("iam", f"instance-profile/{name}")
        needs = [(action, profile["Arn"] if profile else fallback)]
        if passes:
            role = context.world["iam"]["roles"].get(params["RoleName"])
            if role:
                needs.append(("iam:PassRole", role["Arn"]))
        return needs

    return resources


def _operation(name: str, run: Any, *, writes: bool = True) -> tuple[str, Operation]:
    return f"iam:{name}", Operation(run, writes=writes, resources=_on_profile(f"iam:{name}"))


OPERATIONS = dict(
    [
        _operation("GetInstanceProfile", get_instance_profile, writes=False),
        _operation("CreateInstanceProfile", create_instance_profile),
        _operation("DeleteInstanceProfile", delete_instance_profile),
        _operation("RemoveRoleFromInstanceProfile", remove_role),
        (
            "iam:AddRoleToInstanceProfile",
            Operation(
                add_role,
                writes=True,
                resources=_on_profile("iam:AddRoleToInstanceProfile", passes=True),
            ),
        ),
        (
            "iam:ListInstanceProfilesForRole",
            Operation(list_instance_profiles_for_role),
        ),
    ]
)
