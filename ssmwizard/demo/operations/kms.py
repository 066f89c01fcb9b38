"""Keys of KMS. Who may do what is decided by IAM's policies and the key's own together.

https://docs.aws.amazon.com/kms/latest/developerguide/policy-evaluation.html
"""

from __future__ import annotations

import json
from typing import Any

from ssmwizard.demo.caller import keys_of
from ssmwizard.demo.context import Answer, Context, Operation, Params
from ssmwizard.demo.failure import AwsError
from ssmwizard.demo.resource_policy import permits


def _absent(message: str) -> AwsError:
    return AwsError("NotFoundException", message)


def found(context: Context, key_id: str) -> dict[str, Any]:
    """The key of an id, an ARN, an alias or the ARN of an alias.

    :raises AwsError: none in this Region.
    """
    name = key_id
    if key_id.startswith("arn:"):
        parts = key_id.split(":", 5)
        if len(parts) != 6 or parts[2] != "kms":  # noqa: PLR2004 - the parts of an ARN
            raise AwsError("InvalidArnException", f"Invalid arn {key_id}")
        if parts[3] != context.region_name:
            raise _absent(f"Invalid arn {parts[3]}")
        name = parts[5].removeprefix("key/")
    if name.startswith("alias/"):
        target = context.region["kms_aliases"].get(name)
        if target is None:
            raise _absent(f"Alias {context.arn('kms', name)} is not found.")
        name = target
    key: dict[str, Any] | None = context.region["kms_keys"].get(name)
    foreign = key is not None and key["AWSAccountId"] != context.account
    if key is None or (foreign and key_id != key["Arn"]):
        raise _absent(f"Key '{context.arn('kms', f'key/{name}')}' does not exist")
    return key


def describe_key(context: Context, params: Params) -> Answer:
    """All about a key but its policy."""
    key = found(context, params["KeyId"])
    _permit(context, key, "kms:DescribeKey")
    return {"KeyMetadata": {name: value for name, value in key.items() if name != "Policy"}}


def get_key_policy(context: Context, params: Params) -> Answer:
    """The one policy of a key of this account; an alias is not taken."""
    if "alias/" in params["KeyId"]:
        raise _absent(f"Invalid keyId '{params['KeyId']}'")
    key = found(context, params["KeyId"])
    _permit(context, key, "kms:GetKeyPolicy")
    if params.get("PolicyName", "default") != "default":
        raise _absent(f"No such policy exists: {params['PolicyName']}")
    return {"Policy": json.dumps(key["Policy"]), "PolicyName": "default"}


def _permit(context: Context, key: dict[str, Any], action: str) -> None:
    """IAM has said yes already; the key's own policy has to as well."""
    keys = keys_of(context.caller, context)
    if not permits(key["Policy"], context.caller.principal["Arn"], action, key["Arn"], keys):
        raise AwsError(
            "AccessDeniedException",
            f"User: {context.caller.arn} is not authorized to perform: {action} on resource: "
            f"{key['Arn']} because no resource-based policy allows the {action} action",
        )


def _on_key(action: str) -> Any:
    def resources(context: Context, params: Params) -> list[tuple[str, str]]:
        try:
            return [(action, found(context, params["KeyId"])["Arn"])]
        except AwsError:
            return []  # a key that is not there is told to whoever may ask at all

    return resources


OPERATIONS = {
    "kms:DescribeKey": Operation(describe_key, resources=_on_key("kms:DescribeKey")),
    "kms:GetKeyPolicy": Operation(get_key_policy, resources=_on_key("kms:GetKeyPolicy")),
}
