"""Who am I, and may I be somebody else."""

from __future__ import annotations

import re
from typing import Any

from ssmwizard.demo.context import Answer, Context, Operation, Params
from ssmwizard.demo.failure import AwsError
from ssmwizard.demo.patterns import as_list, matches
from ssmwizard.demo.profiles import MFA_DEVICE

HOUR = 3600


def get_caller_identity(context: Context, params: Params) -> Answer:
    """Needs no right; a policy cannot take it away."""
    del params
    caller = context.caller
    return {"UserId": caller.user_id, "Account": context.account, "Arn": caller.arn}


def assume_role(context: Context, params: Params) -> Answer:
    """Temporary keys of a role whose trust policy names the caller or its account."""
    name = params["RoleArn"].rsplit("/", 1)[-1]
    role = context.world["iam"]["roles"].get(name)
    if role is None or role["Arn"] != params["RoleArn"] or not _trusted(context, role):
        raise AwsError(
            "AccessDenied",
            f"User: {context.caller.arn} is not authorized to perform: sts:AssumeRole "
            f"on resource: {params['RoleArn']}",
            403,
        )
    if "SerialNumber" in params:
        _check_code(context, params)
    session = params["RoleSessionName"]
    key = context.new_id("ASIA", 16).upper()
    token = context.new_id("demo-session-token-", 40)
    user_id = f"{role['RoleId']}:{session}"
    arn = context.global_arn("sts", f"assumed-role/{name}/{session}")
    context.world["keys"][key] = {
        "token": token,
        "expired": False,
        "principal": ["roles", name],
        "arn": arn,
        "user_id": user_id,
    }
    return {
        "Credentials": {
            "AccessKeyId": key,
            "SecretAccessKey": context.new_id("demo/", 35),
            "SessionToken": token,
            "Expiration": context.now + params.get("DurationSeconds", HOUR),
        },
        "AssumedRoleUser": {"AssumedRoleId": user_id, "Arn": arn},
    }


def _check_code(context: Context, params: Params) -> None:
    """Any six digits but ``000000`` are right, once.

    :raises AwsError: another device, or not the code it shows now.
    """
    if params["SerialNumber"] != context.global_arn("iam", MFA_DEVICE):
        said = "unable to validate MFA code.  Please verify your MFA serial number is valid and associated with this user."
        raise AwsError("AccessDenied", f"MultiFactorAuthentication failed, {said}", 403)
    code, used = params.get("TokenCode", ""), context.world["portal"]["codes"]
    if not re.fullmatch(r"\d{6}", code) or code == "000000" or code in used:
        said = "MultiFactorAuthentication failed with invalid MFA one time pass code. "
        raise AwsError("AccessDenied", said, 403)
    used.append(code)


def _trusted(context: Context, role: dict[str, Any]) -> bool:
    wanted = {
        context.account,
        context.global_arn("iam", "root"),
        context.caller.principal["Arn"],
        "*",
    }
    for statement in as_list(role["AssumeRolePolicyDocument"].get("Statement")):
        principal = statement.get("Principal", {})
        names = as_list(principal.get("AWS")) if isinstance(principal, dict) else [principal]
        acts = any(matches(a, "sts:AssumeRole") for a in as_list(statement.get("Action")))
        if acts and statement.get("Effect") == "Allow" and wanted & set(names):
            return True
    return False


def _role(context: Context, params: Params) -> list[tuple[str, str]]:
    del context
    return [("sts:AssumeRole", params["RoleArn"])]


OPERATIONS = {
    "sts:GetCallerIdentity": Operation(get_caller_identity, free=True),
    "sts:AssumeRole": Operation(assume_role, resources=_role),
}
