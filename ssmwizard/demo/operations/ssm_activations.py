"""Hybrid activations: made, listed, deleted, and used by machines that register."""

from __future__ import annotations

import base64
import uuid
from typing import Any

from ssmwizard.demo.context import Answer, Context, Operation, Params
from ssmwizard.demo.failure import AwsError
from ssmwizard.demo.paging import page

DAY = 86400.0
LONGEST = 30 * DAY
REGISTERS = 20.0
"""Seconds, at pace 1, until somebody has run the command on the first machine."""
_MEMBERS = {"ActivationIds": "ActivationId"}


def service_role(context: Context, given: str) -> dict[str, Any]:
    """The role as the service takes it: its name with its path, without the account.

    https://github.com/aws/aws-cli/issues/4232
    """
    arn = context.global_arn("iam", f"role/{given.lstrip('/')}")
    roles = context.world["iam"]["roles"].values()
    found: dict[str, Any] | None = next((role for role in roles if role["Arn"] == arn), None)
    if found is None:
        raise AwsError("ValidationException", f"Not existing role: {arn}")
    return found


def create_activation(context: Context, params: Params) -> Answer:
    """Tells the code this once; soon somebody registers the machines that it is for."""
    role = service_role(context, params["IamRole"])
    ends = float(params.get("ExpirationDate") or context.now + DAY)
    if not context.now < ends <= context.now + LONGEST:
        raise AwsError("ValidationException", "The expiration date is not within 30 days.")
    activation = str(uuid.UUID(hex=context.new_id("", 32)))
    code = base64.b64encode(bytes.fromhex(context.new_id("", 30))).decode()
    limit = params.get("RegistrationLimit", 1)
    context.region["activations"][activation] = {
        "ActivationId": activation,
        "Description": params.get("Description", ""),
        "DefaultInstanceName": params.get("DefaultInstanceName", ""),
        "IamRole": role["Arn"].partition(":role/")[2],
        "RegistrationLimit": limit,
        "RegistrationsCount": 0,
        "ExpirationDate": ends,
        "CreatedDate": context.now,
        "Tags": list(params.get("Tags") or ()),
    }
    for number in range(limit):
        context.later(REGISTERS + number, "machine", activation=activation)
    return {"ActivationId": activation, "ActivationCode": code}


def delete_activation(context: Context, params: Params) -> Answer:
    """Machines that have registered with it stay."""
    if context.region["activations"].pop(params["ActivationId"], None) is None:
        raise AwsError("InvalidActivation", "The activation isn't valid.")
    return {}


def describe_activations(context: Context, params: Params) -> Answer:
    """The hybrid activations of the Region; without a count while nothing has registered."""
    records = list(context.region["activations"].values())
    for wish in params.get("Filters", ()):
        member = _MEMBERS.get(wish["FilterKey"], wish["FilterKey"])
        records = [r for r in records if r.get(member) in wish["FilterValues"]]
    shown = [
        {
            **{name: value for name, value in record.items() if value or name != "Tags"},
            "RegistrationsCount": record["RegistrationsCount"] or None,
            "Expired": record["ExpirationDate"] <= context.now,
        }
        for record in records
    ]
    part, token = page(shown, params, default=50)
    return {"ActivationList": part, "NextToken": token}


def _on_create(context: Context, params: Params) -> list[tuple[str, str]]:
    """The action, and the role that the machines are handed."""
    named = context.global_arn("iam", f"role/{params['IamRole'].lstrip('/')}")
    return [("ssm:CreateActivation", "*"), ("iam:PassRole", named)]


OPERATIONS = {
    "ssm:CreateActivation": Operation(create_activation, writes=True, resources=_on_create),
    "ssm:DeleteActivation": Operation(delete_activation, writes=True),
    "ssm:DescribeActivations": Operation(describe_activations),
}
