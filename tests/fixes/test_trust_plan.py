"""Letting nodes take their role: a statement is added, and nothing else is touched."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest

from ssmwizard.fixes.trust import FIX
from ssmwizard.model.account import AccountFacts, Setting
from ssmwizard.model.plans import NoPlan, Plan
from ssmwizard.model.role import RoleFacts
from tests.support.plan_facts import (
    ACCOUNT,
    DENIED,
    EC2_TRUST,
    ec2,
    hybrid,
    known,
    managed,
    profile,
    role,
    snapshot,
)

WEB = profile("web", "web-role")
PROFILES = {WEB.arn: known(WEB)}
EC2, SSM = "ec2.amazonaws.com", "ssm.amazonaws.com"
TASKS = {"Effect": "Allow", "Principal": {"Service": "ecs-tasks.amazonaws.com"}, "Action": "*"}
HERE = {
    "StringEquals": {"aws:SourceAccount": ACCOUNT},
    "ArnEquals": {"aws:SourceArn": f"arn:aws:ssm:eu-west-3:{ACCOUNT}:*"},
}


def allow(service: str | list[str], **more: Any) -> dict[str, Any]:
    return {
        "Effect": "Allow",
        "Principal": {"Service": service},
        "Action": "sts:AssumeRole",
        **more,
    }


def trust(*statements: object) -> dict[str, Any]:
    return {"Version": "2012-10-17", "Statement": list(statements)}


def for_instance(facts: RoleFacts) -> Plan | NoPlan:
    node = ec2("i-1", profile=WEB.arn)
    (answer,) = FIX.plan(snapshot(node, roles=[facts], profiles=PROFILES), (node,))
    return answer


def for_machine(document: Mapping[str, object]) -> Plan | NoPlan:
    node = hybrid("mi-1")
    facts = role("hybrid-role", trust=document)
    (answer,) = FIX.plan(snapshot(node, roles=[facts]), (node,))
    return answer


def written(plan: Plan | NoPlan) -> Any:
    assert isinstance(plan, Plan), plan
    (change,) = plan.changes
    return json.loads(str(change.call.parameters["PolicyDocument"]))


@pytest.mark.parametrize(
    ("facts", "nothing_to_do", "says"),
    [
        (role("web-role"), True, "lets the nodes have it"),
        (role("web-role", trust=trust(allow([SSM, EC2], Action="sts:*"))), True, "lets the"),
        (role("web-role", trust=trust(TASKS, {**allow(EC2), "Effect": "Deny"})), False, "a Deny"),
        (
            role("web-role", trust=trust({"Effect": "Deny", "Principal": "*", "Action": "*"})),
            False,
            "a Deny",
        ),
        (
            role("web-role", trust=trust({"Effect": "Deny", "NotPrincipal": {}, "Action": "*"})),
            False,
            "a Deny",
        ),
        (
            role("web-role", trust=trust(allow(EC2, Condition={"Bool": {"a": "b"}}))),
            False,
            "opened",
        ),
        (role("web-role", trust=trust(allow(EC2, Condition={"Bool": "b"}))), False, "opened"),
        (role("web-role", trust=trust(allow(EC2, Condition=["odd"]))), False, "opened"),
        (role("web-role", trust=trust({**allow(EC2), "Principal": {"AWS": "*"}})), False, "opened"),
        (role("web-role", trust=trust({**allow(EC2), "Effect": "Perhaps"})), False, "opened"),
        (role("web-role", trust={"Statement": "odd"}), False, "opened"),
        (role("web-role", path="/aws-service-role/x/"), False, "AWS keeps the role"),
        (replace(role("web-role"), role=known(None)), False, "does not exist any more"),
        (replace(role("web-role"), role=DENIED), False, "iam:GetRole is missing"),
    ],
)
def test_no_plan(facts: RoleFacts, nothing_to_do: bool, says: str) -> None:
    answer = for_instance(facts)
    assert isinstance(answer, NoPlan)
    assert answer.nothing_to_do is nothing_to_do
    assert says.replace("opened", "open what somebody closed") in answer.reason.english()


@pytest.mark.parametrize(
    "before",
    [trust(TASKS), trust(TASKS, allow(SSM)), {"Statement": TASKS, "Id": "kept"}, trust()],
)
def test_what_is_there_stays_and_one_statement_is_added(before: dict[str, Any]) -> None:
    plan = for_instance(role("web-role", trust=before))
    after = written(plan)
    there = before["Statement"]
    kept = there if isinstance(there, list) else [there]
    assert after == {**before, "Statement": [*kept, allow(EC2)]}
    assert isinstance(plan, Plan)
    assert json.dumps(allow(EC2)) in plan.changes[0].says.english()
    undo = plan.changes[0].undo
    assert undo is not None
    assert json.dumps(before) in undo.says.english()
    assert undo.expects is not None
    assert undo.expects.value == after
    assert json.loads(str(undo.call.parameters["PolicyDocument"])) == before


def test_systems_manager_may_take_it_for_this_account_and_region_alone() -> None:
    after = written(for_machine(EC2_TRUST))
    assert after["Statement"][-1] == allow(SSM, Condition=HERE)


@pytest.mark.parametrize(
    ("condition", "planned"),
    [
        (HERE, False),
        ({"StringLike": {"AWS:sourceaccount": ["9", ACCOUNT]}}, False),
        ({"StringEquals": {"aws:SourceAccount": "999999999999"}}, True),
        ({"ArnLike": {"aws:SourceArn": f"arn:aws:ssm:us-east-1:{ACCOUNT}:*"}}, True),
    ],
)
def test_conditions_on_whom_it_is_for_are_read(condition: dict[str, Any], planned: bool) -> None:
    answer = for_machine(trust(allow(SSM, Condition=condition)))
    assert isinstance(answer, Plan) is planned
    if isinstance(answer, NoPlan):
        assert answer.nothing_to_do


def test_a_condition_on_another_machine_is_not_decided() -> None:
    one = f"arn:aws:ssm:eu-west-3:{ACCOUNT}:managed-instance/mi-9"
    answer = for_machine(trust(allow(SSM, Condition={"ArnEquals": {"aws:SourceArn": one}})))
    assert isinstance(answer, NoPlan)
    assert not answer.nothing_to_do


def test_a_role_that_ec2_and_systems_manager_hand_out_is_mended_in_one_change() -> None:
    nodes = (ec2("i-1", profile=WEB.arn), hybrid("mi-1", role="service-role/web-role"), ec2("i-2"))
    facts = snapshot(*nodes, roles=[role("web-role", trust=trust(TASKS))], profiles=PROFILES)
    plan, without = FIX.plan(facts, nodes)
    assert isinstance(plan, Plan)
    assert plan.nodes == ("i-1", "mi-1")
    assert written(plan)["Statement"] == [TASKS, allow(EC2), allow(SSM, Condition=HERE)]
    assert isinstance(without, NoPlan)
    assert "has no role" in without.reason.english()


@pytest.mark.parametrize(
    "node",
    [ec2("i-1"), ec2("i-1", profile=WEB.arn, managed=managed("i-1", role="service-role/host"))],
)
def test_default_host_management_is_let_in_as_its_documentation_says(node: Any) -> None:
    setting = Setting("service-role/host", "Customized", "arn")
    account = AccountFacts(host_management=known(setting))
    facts = snapshot(
        node, roles=[role("host", trust=trust(TASKS))], profiles=PROFILES, account=account
    )
    (plan,) = FIX.plan(facts, (node,))
    assert written(plan)["Statement"] == [TASKS, allow(SSM)]


def test_a_policy_that_gets_too_long_is_told() -> None:
    long = {**TASKS, "Sid": "x" * 2048}
    plan = for_instance(role("web-role", trust=trust(long)))
    assert isinstance(plan, Plan)
    assert any("takes 2048" in said.english() for said in plan.warnings)
