"""Turning Default Host Management on."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from ssmwizard.fixes.host_management import FIX
from ssmwizard.model.account import AccountFacts, Setting
from ssmwizard.model.plans import NoPlan, Plan, Risk
from ssmwizard.model.role import RoleFacts
from tests.support.plan_facts import ACCOUNT, DENIED, ec2, hybrid, known, role, snapshot

NAME = "AWSSystemsManagerDefaultEC2InstanceManagementRole"
FULL = f"service-role/{NAME}"
POLICY = "arn:aws:iam::aws:policy/AmazonSSMManagedEC2InstanceDefaultPolicy"
ARN = (
    f"arn:aws:ssm:eu-west-3:{ACCOUNT}:servicesetting/ssm/managed-instance/"
    "default-ec2-instance-management-role"
)
OFF = Setting("$None", "Default", ARN)
GONE = RoleFacts(NAME, known(None))


def lent(service: str = "ssm.amazonaws.com", **parts: Any) -> RoleFacts:
    said = {"Effect": "Allow", "Principal": {"Service": service}, "Action": "sts:AssumeRole"}
    trust = {"Version": "2012-10-17", "Statement": [said]}
    return role(NAME, **{"path": "/service-role/", "trust": trust, **parts})


def answers(setting: Any = OFF, facts: RoleFacts | None = GONE, instances: Any = 41) -> Any:
    nodes = (ec2("i-1"), ec2("i-2"), hybrid("mi-1"))
    told = [one if hasattr(one, "require") else known(one) for one in (setting, instances)]
    account = AccountFacts(host_management=told[0], instances=told[1])
    return FIX.plan(snapshot(*nodes, account=account, roles=[facts] if facts else []), nodes)


def one(**told: Any) -> Plan | NoPlan:
    answer, other = answers(**told)
    assert answer.nodes == ("i-1", "i-2")
    assert other.nodes == ("mi-1",)
    assert other.nothing_to_do
    return answer


def calls(plan: Plan | NoPlan) -> list[str]:
    assert isinstance(plan, Plan), plan
    return [change.call.operation for change in plan.changes]


@pytest.mark.parametrize(
    ("told", "nothing_to_do", "says"),
    [
        ({"setting": None}, False, "has no Default Host Management"),
        ({"setting": DENIED}, False, "is missing"),
        ({"setting": Setting("$None", "PendingUpdate", ARN)}, False, "right now"),
        ({"setting": Setting(FULL, "Customized", ARN), "facts": lent()}, True, "on already"),
        ({"setting": Setting("x/other", "Customized", ARN)}, False, "was not read"),
        ({"facts": None}, False, "was not read"),
        ({"facts": replace(GONE, role=DENIED)}, False, "is missing"),
        ({"facts": lent("ec2.amazonaws.com")}, False, "left alone"),
        ({"facts": lent(path="/")}, False, "left alone"),
        ({"facts": replace(lent(), policies=DENIED)}, False, "is missing"),
    ],
)
def test_no_plan(told: dict[str, Any], nothing_to_do: bool, says: str) -> None:
    answer = one(**told)
    assert isinstance(answer, NoPlan), answer
    assert says in answer.reason.english()
    assert answer.nothing_to_do is nothing_to_do


def test_only_what_is_missing_is_made() -> None:
    assert calls(one()) == ["CreateRole", "AttachRolePolicy", "UpdateServiceSetting"]
    assert calls(one(facts=lent())) == ["AttachRolePolicy", "UpdateServiceSetting"]
    assert calls(one(facts=lent(policies=[POLICY]))) == ["UpdateServiceSetting"]
    deleted = Setting(FULL, "Customized", ARN)
    assert calls(one(setting=deleted)) == ["CreateRole", "AttachRolePolicy"]


def test_the_role_is_made_under_its_path_for_systems_manager() -> None:
    plan = one()
    assert isinstance(plan, Plan)
    made, attached, switched = plan.changes
    assert made.call.parameters["RoleName"] == NAME
    assert made.call.parameters["Path"] == "/service-role/"
    assert "ssm.amazonaws.com" in str(made.call.parameters["AssumeRolePolicyDocument"])
    assert attached.call.parameters["PolicyArn"] == POLICY
    assert switched.call.parameters == {"SettingId": ARN, "SettingValue": FULL}
    assert switched.undo is not None
    assert switched.undo.call.operation == "ResetServiceSetting"


def test_it_says_how_far_it_reaches_and_asks_for_the_account() -> None:
    plan = one()
    assert isinstance(plan, Plan)
    assert plan.risk is Risk.ACCOUNT_WIDE
    assert plan.confirm_account
    assert "(41)" in plan.affects[0].english()
    uncounted = one(instances=DENIED)
    assert isinstance(uncounted, Plan)
    assert "not counted, the right iam:GetRole is missing" in uncounted.affects[0].english()
