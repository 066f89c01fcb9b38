"""Giving a role the managed policy."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from ssmwizard.fixes.role import FIX
from ssmwizard.model.account import AccountFacts, Setting
from ssmwizard.model.facts import NOT_COLLECTED
from ssmwizard.model.node import NodeFacts
from ssmwizard.model.plans import NoPlan, Plan
from ssmwizard.model.role import RoleFacts
from tests.support.plan_facts import (
    DENIED,
    decided,
    ec2,
    hybrid,
    known,
    profile,
    role,
    snapshot,
)

POLICY = "arn:aws:iam::aws:policy/AmazonSSMManagedInstanceCore"
WEB = profile("web", "web-role")
PROFILES = {WEB.arn: known(WEB)}


@pytest.mark.parametrize(
    ("facts", "nothing_to_do", "says"),
    [
        (role("web-role", decisions=decided("allowed")), True, "has the rights"),
        (role("web-role", policies=[POLICY], decisions=decided("allowed")), True, "has the rights"),
        (role("web-role", policies=[POLICY], decisions=DENIED), True, "is attached"),
        (role("web-role", policies=[POLICY]), False, "is attached to web-role already"),
        (role("web-role", decisions=decided("explicitDeny")), False, "denies ssm:"),
        (
            role("web-role", decisions=decided(allowed_by_boundary=False)),
            False,
            "permissions boundary of web-role",
        ),
        (
            role("web-role", decisions=decided(allowed_by_organization=False)),
            False,
            "policy of the organization",
        ),
        (
            role("web-role", path="/aws-service-role/ssm.amazonaws.com/"),
            False,
            "AWS keeps the role",
        ),
        (replace(role("web-role"), role=known(None)), False, "does not exist any more"),
        (replace(role("web-role"), role=DENIED), False, "iam:GetRole is missing"),
        (replace(role("web-role"), policies=DENIED), False, "iam:GetRole is missing"),
    ],
)
def test_no_plan(facts: RoleFacts, nothing_to_do: bool, says: str) -> None:
    node = ec2("i-1", profile=WEB.arn)
    (answer,) = FIX.plan(snapshot(node, roles=[facts], profiles=PROFILES), (node,))
    assert isinstance(answer, NoPlan)
    assert answer.nothing_to_do is nothing_to_do
    assert says in answer.reason.english()


@pytest.mark.parametrize(
    ("node", "says"),
    [
        (ec2("i-1"), "has no role"),
        (ec2("i-1", profile="arn:aws:iam::1:instance-profile/other"), "was not read"),
        (replace(ec2("i-1"), instance=DENIED), "is missing"),
        (hybrid("mi-1", role=""), "does not tell which role"),
        (hybrid("mi-1", role="nobody-read-it"), "was not read"),
    ],
)
def test_no_plan_without_a_role(node: NodeFacts, says: str) -> None:
    (answer,) = FIX.plan(snapshot(node, profiles=PROFILES), (node,))
    assert isinstance(answer, NoPlan)
    assert not answer.nothing_to_do
    assert says in answer.reason.english()


def test_one_plan_for_each_role_with_all_nodes_that_use_it() -> None:
    app = profile("app", "app-role")
    nodes = (
        ec2("i-1", profile=WEB.arn),
        hybrid("mi-1"),
        ec2("i-2", profile=app.arn),
        ec2("i-3", profile=WEB.arn),
    )
    facts = snapshot(
        *nodes,
        roles=[
            role("web-role", profiles=[WEB.arn, app.arn]),
            role("app-role", policies=[POLICY], decisions=decided("allowed")),
            role("hybrid-role", path="/service-role/"),
        ],
        profiles={**PROFILES, app.arn: known(app)},
    )
    web, machines, fine = FIX.plan(facts, nodes)
    assert isinstance(web, Plan)
    assert web.nodes == ("i-1", "i-3")
    assert web.changes[0].call.parameters == {"RoleName": "web-role", "PolicyArn": POLICY}
    affects = " ".join(said.english() for said in web.affects)
    assert "use this role: 2" in affects
    assert "app, web" in affects
    assert isinstance(machines, Plan)
    assert machines.nodes == ("mi-1",)
    assert machines.changes[0].rights[0].resource.endswith(":role/service-role/hybrid-role")
    assert "Machines outside EC2 that were registered" in " ".join(
        said.english() for said in machines.affects
    )
    assert isinstance(fine, NoPlan)
    assert fine.nothing_to_do


def test_a_simulator_that_may_not_be_asked_does_not_stop_the_plan_but_is_told() -> None:
    node = ec2("i-1", profile=WEB.arn)
    facts = snapshot(node, roles=[role("web-role", decisions=DENIED)], profiles=PROFILES)
    (plan,) = FIX.plan(facts, (node,))
    assert isinstance(plan, Plan)
    assert any("could not be looked at" in said.english() for said in plan.warnings)


def test_default_host_management_gets_its_own_policy() -> None:
    name = "AWSSystemsManagerDefaultEC2InstanceManagementRole"
    setting = Setting(f"service-role/{name}", "Customized", "arn")
    account = AccountFacts(host_management=known(setting))
    node = ec2("i-1")
    facts = replace(role(name, path="/service-role/"), name=setting.value)
    (plan,) = FIX.plan(snapshot(node, roles=[facts], account=account), (node,))
    assert isinstance(plan, Plan)
    parameters = plan.changes[0].call.parameters
    assert parameters["RoleName"] == name
    assert str(parameters["PolicyArn"]).endswith("/AmazonSSMManagedEC2InstanceDefaultPolicy")


def full(count: int, quota: Any) -> Plan | NoPlan:
    web = profile("web", "web-role")
    attached = [f"arn:aws:iam::aws:policy/p{number}" for number in range(count)]
    facts = snapshot(
        ec2("i-1", profile=web.arn),
        roles=[role("web-role", policies=attached, profiles=[web.arn])],
        profiles={web.arn: known(web)},
        account=AccountFacts(policies_per_role=quota),
    )
    (answer,) = FIX.plan(facts, facts.nodes)
    return answer


@pytest.mark.parametrize(
    ("count", "quota", "says"),
    [
        (9, NOT_COLLECTED, ""),
        (10, known(10), "takes 10 at most"),
        (10, known(15), ""),
        (10, DENIED, "iam:GetAccountSummary"),
        (15, known(15), "takes 15 at most"),
        (20, DENIED, "takes 20 at most"),
    ],
)
def test_a_role_that_can_take_no_more_policies_is_known_beforehand(
    count: int, quota: Any, says: str
) -> None:
    answer = full(count, quota)
    if "at most" in says:
        assert isinstance(answer, NoPlan)
        assert says in answer.reason.english()
        assert "Take one off" in answer.reason.english()
        return
    assert isinstance(answer, Plan)
    said = [one.english() for one in answer.warnings[1:]]
    assert len(said) == bool(says)
    assert says in " ".join(said)
