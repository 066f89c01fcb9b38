"""Who calls, and whether they may."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ssmwizard.demo.context import Caller, Context, Operation, World
from ssmwizard.demo.failure import AwsError
from ssmwizard.demo.patterns import Keys
from ssmwizard.demo.policy import EXPLICIT_DENY, IMPLICIT_DENY, Verdict, judge

_INVALID = "The security token included in the request is invalid."
_EXPIRED = "The security token included in the request is expired"


def identify(world: World, service: str, access_key: str, token: str | None) -> Caller:
    """The caller behind an access key.

    :raises AwsError: unknown key, wrong or expired session token.
    """
    record = world["keys"].get(access_key)
    if record is None or record["token"] != token:
        raise _refused(service, expired=False)
    if record["expired"] or world["faults"].get("expired"):
        raise _refused(service, expired=True)
    store, name = record["principal"]
    principal = dict(world["iam"][store][name], caller=True)
    return Caller(access_key, record["arn"], record["user_id"], principal)


def _refused(service: str, *, expired: bool) -> AwsError:
    if service == "ec2":
        if expired:
            return AwsError("RequestExpired", "Request has expired.")
        return AwsError(
            "AuthFailure",
            "AWS was not able to validate the provided access credentials",
            401,
        )
    if service == "s3":
        if expired:
            return AwsError("ExpiredToken", "The provided token has expired.")
        message = "The AWS Access Key Id you provided does not exist in our records."
        return AwsError("InvalidAccessKeyId", message, 403)
    if service in {"sts", "iam"}:
        code = "ExpiredToken" if expired else "InvalidClientTokenId"
        return AwsError(code, _EXPIRED if expired else _INVALID.rstrip("."), 403)
    code = "ExpiredTokenException" if expired else "UnrecognizedClientException"
    return AwsError(code, _EXPIRED if expired else _INVALID)


def keys_of(caller: Caller, context: Context) -> Keys:
    """The condition keys every request of this caller carries."""
    keys = {
        "aws:userid": (caller.user_id,),
        "aws:principalarn": (caller.principal["Arn"],),
        "aws:principalaccount": (context.account,),
        "aws:principalisawsservice": ("false",),
        "aws:requestedregion": (context.region_name,),
        "aws:resourceaccount": (context.account,),
        "aws:securetransport": ("true",),
        "aws:viaawsservice": ("false",),
    }
    user = "UserName" in caller.principal
    keys["aws:principaltype"] = ("User" if user else "AssumedRole",)
    if user:
        keys["aws:username"] = (caller.principal["UserName"],)
    return keys


def keys_of_action(action: str, name: str, params: Mapping[str, Any]) -> Keys:
    """The condition keys that come with an action, from the call that needs it.

    https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsidentityandaccessmanagementiam.html
    """
    service, _, operation = name.partition(":")
    match action:
        case "iam:PassRole":
            to = "ssm" if service == "ssm" else "ec2"
            return {"iam:passedtoservice": (f"{to}.amazonaws.com",)}
        case "iam:AttachRolePolicy" | "iam:DetachRolePolicy":
            return {"iam:policyarn": (str(params.get("PolicyArn", "")),)}
        case "ec2:CreateTags" if operation != "CreateTags":
            return {"ec2:createaction": (operation,)}
        case _:
            return {}


def authorise(context: Context, name: str, operation: Operation, params: Mapping[str, Any]) -> None:
    """Checks every right the call needs.

    :raises AwsError: the first right that is missing, in the service's own words.
    """
    if operation.free:
        return
    needs = operation.resources(context, params) or [(name, "*")]
    common = keys_of(context.caller, context)
    for action, resource in needs:
        own = operation.keys(context, params, resource)
        keys = {**common, **keys_of_action(action, name, params), **own}
        verdict = judge(context.world, context.caller.principal, action, resource, keys)
        if not verdict.allowed:
            raise _denied(context, name, action, resource, verdict)


def _denied(context: Context, name: str, action: str, resource: str, verdict: Verdict) -> AwsError:
    service = name.partition(":")[0]
    said = _because(action, verdict)
    arn = context.caller.arn
    if resource == "*" and service == "ssm":
        resource = context.arn("ssm", "*")
    if service == "ec2":
        on = "" if resource == "*" else f" on resource: {resource}"
        return AwsError(
            "UnauthorizedOperation",
            "You are not authorized to perform this operation. "
            f"User: {arn} is not authorized to perform: {action}{on} {said}",
            403,
        )
    message = f"User: {arn} is not authorized to perform: {action} on resource: {resource} {said}"
    if service in {"iam", "s3", "sts"}:
        return AwsError("AccessDenied", message, 403)
    return AwsError("AccessDeniedException", message)


def _because(action: str, verdict: Verdict) -> str:
    explicit = verdict.outcome == EXPLICIT_DENY
    if verdict.identity.outcome == EXPLICIT_DENY:
        return "with an explicit deny in an identity-based policy"
    if verdict.identity.outcome == IMPLICIT_DENY:
        return f"because no identity-based policy allows the {action} action"
    if verdict.by_organization is False:
        if explicit:
            return "with an explicit deny in a service control policy"
        return f"because no service control policy allows the {action} action"
    if explicit:
        return "with an explicit deny in a permissions boundary"
    return f"because no permissions boundary allows the {action} action"
