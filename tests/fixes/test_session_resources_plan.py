"""Letting a role use the key and the logs of the sessions: what is missing, and nothing else."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest

from ssmwizard.fixes.session_resources import FIX
from ssmwizard.model.facts import NOT_COLLECTED
from ssmwizard.model.plans import NoPlan, Plan
from ssmwizard.model.session import Encryption, Key
from tests.support.plan_facts import ACCOUNT, DENIED, ec2, known, profile, role, snapshot
from tests.support.session_plan import BUCKET, GROUP, KEY_ID, asking, key_policy, simulated

WEB = profile("web", "web-role")
ROLE = f"arn:aws:iam::{ACCOUNT}:role/web-role"
NODE = ec2("i-1", profile=WEB.arn)
BASE = snapshot(NODE, roles=[role("web-role")], profiles={WEB.arn: known(WEB)})
KEY_ARN = f"arn:aws:kms:eu-west-3:{ACCOUNT}:key/{KEY_ID}"
GROUPS = f"arn:aws:logs:eu-west-3:{ACCOUNT}:log-group"


def one(of: Any) -> Plan | NoPlan:
    (answer,) = FIX.plan(of, (NODE,))
    return answer


def lacking(preferred: dict[str, Any] | None = None, **facts: Any) -> Any:
    return simulated(asking(BASE, preferred, **facts), "web-role")


def written(plan: Plan | NoPlan) -> Any:
    assert isinstance(plan, Plan), plan
    (change,) = plan.changes
    assert change.call.parameters["PolicyName"] == "ssmwizard-session-resources"
    return json.loads(str(change.call.parameters["PolicyDocument"]))


@pytest.mark.parametrize(
    ("of", "nothing_to_do", "says"),
    [
        (asking(BASE, {}, key=NOT_COLLECTED), True, "ask no right"),
        (simulated(asking(BASE), "web-role", "allowed"), True, "lacks nothing"),
        (
            simulated(asking(BASE), "web-role", missing_context=("aws:SourceIp",)),
            True,
            "lacks nothing",
        ),
        (
            simulated(asking(BASE), "web-role", allowed_by_organization=False),
            False,
            "organization denies web-role kms:Decrypt",
        ),
        (
            simulated(asking(BASE), "web-role", allowed_by_boundary=False),
            False,
            "permissions boundary",
        ),
        (simulated(asking(BASE), "web-role", "explicitDeny"), False, "denies kms:Decrypt"),
        (asking(BASE), False, "was not read"),
        (asking(BASE, preferences=DENIED), False, "is missing"),
        (simulated(asking(BASE), "web-role", policy=DENIED), False, "is missing"),
        (simulated(asking(BASE), "web-role", policy="odd"), False, "cannot be read"),
        (
            lacking(key_policy=key_policy(action="kms:CreateGrant")),
            False,
            "does not leave kms:Decrypt",
        ),
        (
            lacking(
                key_policy={
                    "Statement": [
                        *key_policy()["Statement"],
                        "odd",
                        {"Effect": "Deny", "Principal": "*", "Action": ["kms:Dec*"]},
                    ]
                }
            ),
            False,
            "take the role out",
        ),
        (
            lacking(bucket_policy=key_policy(ROLE, "s3:*", Effect="Deny")),
            False,
            "denies web-role s3:",
        ),
    ],
)
def test_no_plan(of: Any, nothing_to_do: bool, says: str) -> None:
    answer = one(of)
    assert isinstance(answer, NoPlan), answer
    assert says in answer.reason.english()
    assert answer.nothing_to_do is nothing_to_do


def test_a_simulator_that_may_not_be_asked_leaves_no_plan() -> None:
    of = lacking()
    facts = replace(of.roles["web-role"], decisions=DENIED)
    answer = one(replace(of, roles={"web-role": facts}))
    assert isinstance(answer, NoPlan)
    assert "is missing" in answer.reason.english()


def test_a_node_without_a_role_has_no_plan() -> None:
    node = ec2("i-2")
    (answer,) = FIX.plan(asking(BASE), (node,))
    assert isinstance(answer, NoPlan)
    assert "has no role" in answer.reason.english()


def test_exactly_what_is_missing_is_allowed_on_exactly_what_is_named() -> None:
    assert written(one(lacking())) == {
        "Version": "2012-10-17",
        "Statement": [
            {"Effect": "Allow", "Action": ["kms:Decrypt"], "Resource": [KEY_ARN]},
            {
                "Effect": "Allow",
                "Action": ["s3:GetEncryptionConfiguration"],
                "Resource": [f"arn:aws:s3:::{BUCKET}"],
            },
            {
                "Effect": "Allow",
                "Action": ["s3:PutObject"],
                "Resource": [f"arn:aws:s3:::{BUCKET}/*"],
            },
            {
                "Effect": "Allow",
                "Action": ["logs:CreateLogStream", "logs:DescribeLogStreams"],
                "Resource": [f"{GROUPS}:{GROUP}:log-stream:*", f"{GROUPS}:{GROUP}"],
            },
            {"Effect": "Allow", "Action": ["logs:DescribeLogGroups"], "Resource": [f"{GROUPS}:*"]},
            {
                "Effect": "Allow",
                "Action": ["logs:PutLogEvents"],
                "Resource": [f"{GROUPS}:{GROUP}:log-stream:*"],
            },
        ],
    }


def test_what_is_allowed_already_is_left_out_and_not_verified() -> None:
    has = ("kms:Decrypt", "s3:GetEncryptionConfiguration", "s3:PutObject", "logs:PutLogEvents")
    plan = one(simulated(asking(BASE), "web-role", allowed=has))
    actions = {name for said in written(plan)["Statement"] for name in said["Action"]}
    assert actions == {
        "logs:CreateLogStream",
        "logs:DescribeLogStreams",
        "logs:DescribeLogGroups",
    }
    assert isinstance(plan, Plan)
    assert plan.verifies == (
        "session.log-group",
        "node.registered",
        "node.online",
        "node.connected",
    )


def test_a_policy_of_the_same_name_is_added_to() -> None:
    there = {"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*"}
    before = {"Version": "2012-10-17", "Id": "kept", "Statement": there}
    plan = one(simulated(asking(BASE, {"kms_key": KEY_ARN}), "web-role", policy=before))
    allowed = {"Effect": "Allow", "Action": ["kms:Decrypt"], "Resource": [KEY_ARN]}
    assert written(plan) == {**before, "Statement": [there, allowed]}
    assert isinstance(plan, Plan)
    undo = plan.changes[0].undo
    assert undo is not None
    assert undo.call.operation == "PutRolePolicy"
    assert json.loads(str(undo.call.parameters["PolicyDocument"])) == before
    again = one(simulated(asking(BASE, {"kms_key": KEY_ARN}), "web-role", policy=written(plan)))
    assert isinstance(again, NoPlan)
    assert "refused still" in again.reason.english()


@pytest.mark.parametrize(
    "policy", [key_policy(ROLE, "kms:Decrypt"), key_policy("*"), key_policy(ACCOUNT)]
)
def test_a_key_that_names_the_role_or_leaves_it_to_the_account_is_no_hindrance(policy: Any) -> None:
    assert isinstance(one(lacking(key_policy=policy)), Plan)


def test_policies_that_were_not_seen_are_told() -> None:
    other = Key(KEY_ARN, KEY_ID, "999988887777", "Enabled", "S", "E", "CUSTOMER")
    plan = one(lacking(key=other, key_policy=NOT_COLLECTED, bucket_policy=DENIED))
    assert isinstance(plan, Plan)
    said = " ".join(one.english() for one in plan.warnings)
    assert "policy of the key itself was not seen" in said
    assert "policy of the bucket itself was not seen" in said


def test_the_key_of_the_bucket_is_needed_too() -> None:
    encryption = Encryption("aws:kms", KEY_ARN)
    plan = one(lacking({"s3_bucket": BUCKET}, bucket_encryption=encryption, key=NOT_COLLECTED))
    actions = {name for said in written(plan)["Statement"] for name in said["Action"]}
    assert "kms:GenerateDataKey" in actions
