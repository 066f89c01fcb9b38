"""Builds the people, roles, policies and instance profiles of a scenario."""

from __future__ import annotations

from typing import Any

from ssmwizard.demo.context import World, new_id
from ssmwizard.demo.profiles import (
    ADMIN_KEY,
    EXPIRED_KEY,
    EXPIRED_TOKEN,
    ON_CALL_PATH,
    ON_CALL_ROLE,
    OPERATOR_ROLE,
    READER_KEY,
)

DAY = 86400.0
MANAGED = "AmazonSSMManagedInstanceCore"


def allow(*actions: str, effect: str = "Allow", resource: str = "*") -> dict[str, Any]:
    """A policy document of one statement."""
    statement = {"Effect": effect, "Action": list(actions), "Resource": resource}
    return {"Version": "2012-10-17", "Statement": [statement]}


LOOK = allow(
    "ssm:Describe*", "ssm:Get*", "ssm:List*", "ec2:Describe*", "ec2:Get*",
    "iam:Get*", "iam:List*", "iam:Simulate*", "kms:Describe*",
    "kms:GetKeyPolicy", "logs:Describe*", "s3:GetBucketPolicy",
    "s3:GetEncryptionConfiguration", "s3:ListBucket",
)  # fmt: skip
"""What one needs to find out what is wrong."""


class Entities:
    """Adds users, roles, policies and instance profiles to an account."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.iam = world["iam"]
        self.account = str(world["account"])

    def arn(self, resource: str) -> str:
        """The ARN of an IAM resource of this account."""
        return f"arn:{self.world['partition']}:iam::{self.account}:{resource}"

    def managed(self, name: str) -> str:
        """The ARN of one of AWS's own policies."""
        policies: dict[str, Any] = self.iam["policies"]
        return next(arn for arn, policy in policies.items() if policy["PolicyName"] == name)

    def policy(self, name: str, document: dict[str, Any]) -> str:
        """A policy of the account's own."""
        arn = self.arn(f"policy/{name}")
        created = self.world["made"] - 300 * DAY
        self.iam["policies"][arn] = {
            "PolicyName": name,
            "PolicyId": new_id(self.world, "ANPA", 17).upper(),
            "Arn": arn,
            "Path": "/",
            "DefaultVersionId": "v1",
            "CreateDate": created,
            "UpdateDate": created,
            "Document": document,
            "AwsOwned": False,
        }
        return arn

    def role(
        self,
        name: str,
        *,
        service: str = "ec2",
        attached: tuple[str, ...] = (MANAGED,),
        inline: dict[str, dict[str, Any]] | None = None,
        boundary: str | None = None,
        trust: dict[str, Any] | None = None,
        path: str = "/",
    ) -> str:
        """A role that an AWS service may assume."""
        principal = trust or {"Service": f"{service}.{self.world['principal_suffix']}"}
        statement = {"Effect": "Allow", "Principal": principal, "Action": "sts:AssumeRole"}
        self.iam["roles"][name] = {
            "Path": path,
            "RoleName": name,
            "RoleId": new_id(self.world, "AROA", 17).upper(),
            "Arn": self.arn(f"role{path}{name}"),
            "CreateDate": self.world["made"] - 250 * DAY,
            "AssumeRolePolicyDocument": {"Version": "2012-10-17", "Statement": [statement]},
            "Description": "",
            "MaxSessionDuration": 3600,
            "PermissionsBoundary": boundary,
            "Tags": [],
            "Attached": [self.managed(policy) for policy in attached],
            "Inline": inline or {},
        }
        return name

    def profile(self, name: str, role: str | None) -> str:
        """An instance profile around a role, or an empty one."""
        self.iam["profiles"][name] = {
            "Path": "/",
            "InstanceProfileName": name,
            "InstanceProfileId": new_id(self.world, "AIPA", 17).upper(),
            "Arn": self.arn(f"instance-profile/{name}"),
            "CreateDate": self.world["made"] - 250 * DAY,
            "Roles": [role] if role else [],
            "Tags": [],
        }
        return name

    def callers(self) -> None:
        """The people who sign in: who may do everything, who may only look, who may enter some nodes."""
        self._user("camille", ("AdministratorAccess",), {}, ADMIN_KEY)
        self._user("sacha-audit", (), {"look-only": LOOK}, READER_KEY)
        self._key(EXPIRED_KEY, "camille", token=EXPIRED_TOKEN, expired=True)
        people = {"AWS": self.arn("root")}
        self.role(OPERATOR_ROLE, attached=("AdministratorAccess",), trust=people)
        self.role(
            ON_CALL_ROLE,
            attached=(),
            inline={"look": LOOK, "sessions": self._on_call()},
            trust=people,
            path=ON_CALL_PATH,
        )

    def _on_call(self) -> dict[str, Any]:
        """Sessions on nodes of some names, as it was written for users and before data channels."""
        ssm, ec2 = (f"arn:{self.world['partition']}:{service}:*" for service in ("ssm", "ec2"))
        named = {"StringLike": {"ssm:resourceTag/Name": ["web-*", "db-*"]}}
        nodes = [f"{ec2}:*:instance/*", f"{ssm}:*:managed-instance/*"]
        document = f"{ssm}:{self.account}:document/SSM-SessionManagerRunShell"
        ends = ["ssm:TerminateSession", "ssm:ResumeSession"]
        own = f"{ssm}:*:session/${{aws:username}}-*"
        statements = (
            {"Action": "ssm:StartSession", "Resource": nodes, "Condition": named},
            {"Action": "ssm:StartSession", "Resource": document},
            {"Action": ends, "Resource": own},
        )
        return {
            "Version": "2012-10-17",
            "Statement": [{"Effect": "Allow", **one} for one in statements],
        }

    def _user(self, name: str, attached: tuple[str, ...], inline: dict[str, Any], key: str) -> None:
        self.iam["users"][name] = {
            "Path": "/",
            "UserName": name,
            "UserId": new_id(self.world, "AIDA", 17).upper(),
            "Arn": self.arn(f"user/{name}"),
            "CreateDate": self.world["made"] - 400 * DAY,
            "PermissionsBoundary": None,
            "Tags": [],
            "Attached": [self.managed(policy) for policy in attached],
            "Inline": inline,
        }
        self._key(key, name)

    def _key(self, key: str, user: str, *, token: str | None = None, expired: bool = False) -> None:
        record = self.iam["users"][user]
        self.world["keys"][key] = {
            "token": token,
            "expired": expired,
            "principal": ["users", user],
            "arn": record["Arn"],
            "user_id": record["UserId"],
        }
