"""IAM roles and instance profiles, each asked for once for all nodes that use it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from ssmwizard.collect.asking import ask, known
from ssmwizard.collect.simulation import CALL, Entry, simulate
from ssmwizard.model.facts import Fact, Known
from ssmwizard.model.role import Decision, InstanceProfile, Role, RoleFacts, keys_of
from ssmwizard.outside.calls import Aws, pages

ABSENT = "NoSuchEntity"
TRUTHS = ("true", "false")

PER_ROLE = "AttachedPoliciesPerRoleQuota"


def profile(aws: Aws, name: str) -> Fact[InstanceProfile | None]:
    """Return an instance profile and the role in it; ``Known(None)`` when it was deleted."""

    def question() -> InstanceProfile:
        described = aws.call("iam", "GetInstanceProfile", InstanceProfileName=name)[
            "InstanceProfile"
        ]
        roles = described.get("Roles", ())
        inside = roles[0]["RoleName"] if roles else None
        return InstanceProfile(described["Arn"], described["InstanceProfileName"], inside)

    return ask(aws, "iam:GetInstanceProfile", question, ABSENT)


def role(aws: Aws, name: str, actions: Sequence[str]) -> RoleFacts:
    """Return a role, its policies, who else uses it, and what the simulator says of ``actions``."""
    described: Fact[Role | None] = ask(aws, "iam:GetRole", lambda: _role(aws, name), ABSENT)
    if not isinstance(described, Known) or described.value is None:
        return RoleFacts(name, described)
    arn = described.value.arn
    return RoleFacts(
        name=name,
        role=described,
        policies=known(aws, "iam:ListAttachedRolePolicies", lambda: _policies(aws, name)),
        decisions=known(aws, CALL, lambda: _decisions(aws, arn, actions)),
        profiles=known(aws, "iam:ListInstanceProfilesForRole", lambda: _profiles(aws, name)),
    )


def _role(aws: Aws, name: str) -> Role:
    described = aws.call("iam", "GetRole", RoleName=name)["Role"]
    return Role(
        name=described["RoleName"],
        arn=described["Arn"],
        path=described["Path"],
        trust=described["AssumeRolePolicyDocument"],
        boundary=described.get("PermissionsBoundary", {}).get("PermissionsBoundaryArn"),
    )


def _policies(aws: Aws, name: str) -> tuple[str, ...]:
    listed = pages(aws, "iam", "ListAttachedRolePolicies", "AttachedPolicies", RoleName=name)
    return tuple(one["PolicyArn"] for one in listed)


def _profiles(aws: Aws, name: str) -> tuple[str, ...]:
    listed = pages(aws, "iam", "ListInstanceProfilesForRole", "InstanceProfiles", RoleName=name)
    return tuple(one["Arn"] for one in listed)


def on_resources(
    aws: Aws, role_arn: str, actions: Sequence[str], resources: Sequence[str]
) -> Fact[Mapping[tuple[str, str], Decision]]:
    """Return what the simulator says of each action on each of the resources."""

    def question() -> Mapping[tuple[str, str], Decision]:
        return simulate(aws, role_arn, actions, resources, _carried(aws, role_arn))

    return known(aws, CALL, question)


def _decisions(aws: Aws, arn: str, actions: Sequence[str]) -> Mapping[str, Decision]:
    told = simulate(aws, arn, actions, context=_carried(aws, arn))
    return {action: decision for (action, _), decision in told.items()}


def _carried(aws: Aws, role_arn: str) -> Iterator[Entry]:
    """Yield what every call of an agent carries, as far as it is known."""
    for key, values in keys_of(role_arn, aws.region).items():
        for value in values:
            yield Entry(key, value, "boolean" if value in TRUTHS else "string")


def policies_per_role(aws: Aws) -> Fact[int]:
    """Return how many managed policies a role of the account can have attached.

    https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetAccountSummary.html
    """

    def question() -> int:
        return int(aws.call("iam", "GetAccountSummary")["SummaryMap"][PER_ROLE])

    return known(aws, "iam:GetAccountSummary", question)
