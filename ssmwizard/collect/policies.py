"""The policies themselves, read where the simulator may not be asked."""

from __future__ import annotations

from ssmwizard.collect.asking import ask, known
from ssmwizard.model.facts import Fact
from ssmwizard.model.role import InlinePolicy
from ssmwizard.outside.calls import Aws, pages

ABSENT = "NoSuchEntity"


def inline(aws: Aws, role: str) -> Fact[tuple[InlinePolicy, ...]]:
    """Return the policies that are part of a role."""

    def question() -> tuple[InlinePolicy, ...]:
        names = pages(aws, "iam", "ListRolePolicies", "PolicyNames", RoleName=role)
        return tuple(
            InlinePolicy(
                name,
                aws.call("iam", "GetRolePolicy", RoleName=role, PolicyName=name)["PolicyDocument"],
            )
            for name in names
        )

    return known(aws, "iam:GetRolePolicy", question)


def named(aws: Aws, role: str, name: str) -> Fact[object | None]:
    """Return one policy that is part of a role; ``Known(None)`` when there is none of this name."""

    def question() -> object:
        return aws.call("iam", "GetRolePolicy", RoleName=role, PolicyName=name)["PolicyDocument"]

    return ask(aws, "iam:GetRolePolicy", question, ABSENT)


def document(aws: Aws, arn: str) -> Fact[object]:
    """Return the document of a managed policy that is in force; ``Known(None)`` when it was deleted."""

    def question() -> object:
        version = aws.call("iam", "GetPolicy", PolicyArn=arn)["Policy"]["DefaultVersionId"]
        answer = aws.call("iam", "GetPolicyVersion", PolicyArn=arn, VersionId=version)
        return answer["PolicyVersion"]["Document"]

    return ask(aws, "iam:GetPolicyVersion", question, ABSENT)
