"""The steps in which an instance gets a role of its own."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from ssmwizard.fixes.ground import literal, node_arn
from ssmwizard.model.node import NodeFacts
from ssmwizard.model.plans import Call, Change, Expectation, Right, Trace, Undo
from ssmwizard.model.role import OWN_ROLE
from ssmwizard.model.snapshot import Snapshot
from ssmwizard.model.text import N_, Text, text

# IAM tells the other services of a change a little later.
# https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot.html
SETTLING_SECONDS = 60
ASSUME = "sts:AssumeRole"
# What has to be right once a node has another role.
VERIFIES = (
    "role.attached",
    "role.trust",
    "role.permissions",
    "node.registered",
    "node.online",
    "node.connected",
)
LIVING = ("pending", "running", "stopping", "stopped")


def trusts(trust: Mapping[str, Any], services: Sequence[str]) -> bool:
    """Tell whether a trust policy lets one of the services use the role, without a condition."""
    statements = trust.get("Statement", ())
    for statement in [statements] if isinstance(statements, Mapping) else statements:
        principal = statement.get("Principal", {})
        named = principal.get("Service", ()) if isinstance(principal, Mapping) else ()
        if (
            statement.get("Effect") == "Allow"
            and not statement.get("Condition")
            and {ASSUME, "sts:*", "*"} & set(_listed(statement.get("Action", ())))
            and set(services) & set(_listed(named))
        ):
            return True
    return False


def _listed(value: Any) -> Sequence[str]:
    return (value,) if isinstance(value, str) else tuple(value)


def create_role(
    role_arn: str,
    service: str,
    policy: str,
    *,
    says: Text | None = None,
    description: str = "Lets EC2 instances be managed nodes. Made by ssmwizard.",
) -> Change:
    """Return the change that makes a role, under the name and path of its ARN."""
    *path, name = role_arn.rpartition(":")[2].split("/")[1:]
    own = text(N_("Make the role {role}, which EC2 instances may use."), role=name)
    there = {"Path": f"/{'/'.join(path)}/"} if path else {}
    trust = {
        "Version": "2012-10-17",
        "Statement": [
            {"Effect": "Allow", "Principal": {"Service": service}, "Action": ASSUME},
        ],
    }
    others = f"length(AttachedPolicies[?PolicyArn!=`{json.dumps(policy)}`])"
    return Change(
        says=says or own,
        call=Call(
            "iam",
            "CreateRole",
            {
                "RoleName": name,
                **there,
                "AssumeRolePolicyDocument": json.dumps(trust),
                "Description": description,
            },
        ),
        rights=(Right("iam:CreateRole", role_arn),),
        undo=Undo(
            says=text(N_("Delete the role {role}."), role=name),
            call=Call("iam", "DeleteRole", {"RoleName": name}),
            rights=(
                Right("iam:DeleteRole", role_arn),
                Right("iam:ListAttachedRolePolicies", role_arn),
            ),
            expects=Expectation(
                Call("iam", "ListAttachedRolePolicies", {"RoleName": name}), others, 0
            ),
        ),
        trace=Trace(
            Call("iam", "GetRole", {"RoleName": name}),
            f"[Role] | [?Description=={literal(description)}]",
        ),
    )


def create_profile(profile_arn: str) -> Change:
    """Return the change that makes the instance profile."""
    name = {"InstanceProfileName": OWN_ROLE}
    others = f"length(InstanceProfile.Roles[?RoleName!=`{json.dumps(OWN_ROLE)}`])"
    return Change(
        says=text(N_("Make the instance profile {profile}."), profile=OWN_ROLE),
        call=Call("iam", "CreateInstanceProfile", name),
        rights=(Right("iam:CreateInstanceProfile", profile_arn),),
        undo=Undo(
            says=text(N_("Delete the instance profile {profile}."), profile=OWN_ROLE),
            call=Call("iam", "DeleteInstanceProfile", name),
            rights=(
                Right("iam:DeleteInstanceProfile", profile_arn),
                Right("iam:GetInstanceProfile", profile_arn),
            ),
            expects=Expectation(Call("iam", "GetInstanceProfile", name), others, 0),
        ),
        trace=Trace(Call("iam", "GetInstanceProfile", name), "[InstanceProfile]"),
    )


def still_inside(profile_arn: str) -> Expectation:
    """Return that the role is still what an instance profile holds."""
    name = profile_arn.rpartition("/")[2]
    reading = Call("iam", "GetInstanceProfile", {"InstanceProfileName": name})
    return Expectation(reading, "InstanceProfile.Roles[].RoleName", [OWN_ROLE])


def unused_but_by(profile_arn: str, nodes: Sequence[str]) -> Expectation:
    """Return that no instance of the Region uses an instance profile but ``nodes``."""
    reading = Call(
        "ec2",
        "DescribeInstances",
        {
            "Filters": [
                {"Name": "iam-instance-profile.arn", "Values": [profile_arn]},
                {"Name": "instance-state-name", "Values": list(LIVING)},
            ]
        },
    )
    ours = f"`{json.dumps(list(nodes))}`"
    others = f"length(Reservations[].Instances[?!contains({ours}, InstanceId)][])"
    return Expectation(reading, others, 0)


def add_role(profile_arn: str, role_arn: str, expects: Expectation) -> Change:
    """Return the change that puts the role into an instance profile."""
    name = profile_arn.rpartition("/")[2]
    parameters = {"InstanceProfileName": name, "RoleName": OWN_ROLE}
    return Change(
        says=text(
            N_("Put the role {role} into the profile {profile}."), role=OWN_ROLE, profile=name
        ),
        call=Call("iam", "AddRoleToInstanceProfile", parameters),
        rights=(
            Right("iam:AddRoleToInstanceProfile", profile_arn),
            Right("iam:PassRole", role_arn),
        ),
        undo=Undo(
            says=text(
                N_("Take the role {role} out of the profile {profile}."),
                role=OWN_ROLE,
                profile=name,
            ),
            call=Call("iam", "RemoveRoleFromInstanceProfile", parameters),
            rights=(
                Right("iam:RemoveRoleFromInstanceProfile", profile_arn),
                _reading(expects.call, profile_arn),
            ),
            expects=expects,
        ),
        trace=Trace(
            Call("iam", "GetInstanceProfile", {"InstanceProfileName": name}),
            f"InstanceProfile.Roles[?RoleName=={literal(OWN_ROLE)}]",
        ),
        settling_codes=("NoSuchEntity",),
        settling_seconds=SETTLING_SECONDS,
    )


def _reading(call: Call, profile_arn: str) -> Right:
    return Right(call.name, "*" if call.service == "ec2" else profile_arn)


def associate(snapshot: Snapshot, node: NodeFacts, role_arn: str) -> Change:
    """Return the change that gives one instance the profile."""
    arn = node_arn(snapshot, node)
    there = "IamInstanceProfileAssociations[?contains({states}, State)].InstanceId"
    states = f"`{json.dumps(['associating', 'associated'])}`"
    return Change(
        says=text(N_("Attach the profile {profile} to {node}."), profile=OWN_ROLE, node=node.id),
        call=Call(
            "ec2",
            "AssociateIamInstanceProfile",
            {"IamInstanceProfile": {"Name": OWN_ROLE}, "InstanceId": node.id},
        ),
        rights=(
            Right("ec2:AssociateIamInstanceProfile", arn),
            Right("iam:PassRole", role_arn),
        ),
        undo=Undo(
            says=text(N_("Take the profile {profile} off {node}."), profile=OWN_ROLE, node=node.id),
            call=Call("ec2", "DisassociateIamInstanceProfile"),
            take={"AssociationId": "IamInstanceProfileAssociation.AssociationId"},
            rights=(
                Right("ec2:DisassociateIamInstanceProfile", arn),
                Right("ec2:DescribeIamInstanceProfileAssociations", "*"),
            ),
            expects=Expectation(
                Call("ec2", "DescribeIamInstanceProfileAssociations"),
                there.replace("{states}", states),
                [node.id],
                take={"AssociationIds": "[IamInstanceProfileAssociation.AssociationId]"},
            ),
        ),
        trace=Trace(
            Call(
                "ec2",
                "DescribeIamInstanceProfileAssociations",
                {"Filters": [{"Name": "instance-id", "Values": [node.id]}]},
            ),
            "IamInstanceProfileAssociations"
            f"[?contains({states}, State) && ends_with(IamInstanceProfile.Arn, '/{OWN_ROLE}')]"
            ".{IamInstanceProfileAssociation: {AssociationId: AssociationId}}",
        ),
        # A new profile or its role, which EC2 has not heard of yet.
        settling_codes=("InvalidParameterValue",),
        settling_seconds=SETTLING_SECONDS,
    )
