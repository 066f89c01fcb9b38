"""Service settings, hybrid activations and associations of the account and Region.

https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_GetServiceSetting.html
https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_DescribeActivations.html
https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_ListAssociations.html
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ssmwizard.collect.asking import ask, known
from ssmwizard.model.account import Activation, Association, Setting
from ssmwizard.model.facts import Fact
from ssmwizard.outside.calls import Aws, pages

ACTIVATIONS_PAGE = 50
ASSOCIATIONS_PAGE = 50
UPDATE = "AWS-UpdateSSMAgent"


def setting(aws: Aws, name: str) -> Fact[Setting | None]:
    """Return a service setting; ``Known(None)`` when the service does not have it."""

    def question() -> Setting:
        told = aws.call("ssm", "GetServiceSetting", SettingId=name)["ServiceSetting"]
        return Setting(told.get("SettingValue", ""), told.get("Status", ""), told.get("ARN", ""))

    return ask(aws, "ssm:GetServiceSetting", question, "ServiceSettingNotFound")


def activations(aws: Aws) -> Fact[tuple[Activation, ...]]:
    """Return the hybrid activations of the Region, ended ones too."""

    def question() -> tuple[Activation, ...]:
        listed = pages(
            aws, "ssm", "DescribeActivations", "ActivationList", MaxResults=ACTIVATIONS_PAGE
        )
        return tuple(map(_activation, listed))

    return known(aws, "ssm:DescribeActivations", question)


def updates(aws: Aws) -> Fact[tuple[Association, ...]]:
    """Return the associations of the Region that update agents."""

    def question() -> tuple[Association, ...]:
        listed = pages(
            aws,
            "ssm",
            "ListAssociations",
            "Associations",
            AssociationFilterList=[{"key": "Name", "value": UPDATE}],
            MaxResults=ASSOCIATIONS_PAGE,
        )
        return tuple(map(_association, listed))

    return known(aws, "ssm:ListAssociations", question)


def _association(described: Mapping[str, Any]) -> Association:
    targets = [
        (target.get("Key", ""), tuple(target.get("Values") or ()))
        for target in described.get("Targets") or ()
    ]
    # How it was written before there were targets.
    alone = described.get("InstanceId")
    if alone:
        targets.append(("InstanceIds", (alone,)))
    return Association(
        id=described.get("AssociationId", ""),
        name=described.get("AssociationName", ""),
        schedule=described.get("ScheduleExpression", ""),
        targets=tuple(targets),
    )


def _activation(described: Mapping[str, Any]) -> Activation:
    return Activation(
        id=described.get("ActivationId", ""),
        role=described.get("IamRole", ""),
        expires=described.get("ExpirationDate"),
        expired=bool(described.get("Expired")),
        used=described.get("RegistrationsCount", 0),
        limit=described.get("RegistrationLimit"),
        name=described.get("DefaultInstanceName", ""),
        tags=tuple(
            (tag.get("Key", ""), tag.get("Value", "")) for tag in described.get("Tags") or ()
        ),
        made=described.get("CreatedDate"),
        note=described.get("Description", ""),
    )
