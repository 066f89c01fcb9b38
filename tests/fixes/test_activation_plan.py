"""A new hybrid activation."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from ssmwizard.fixes.activation import FIX, to_register
from ssmwizard.model.account import AccountFacts, Activation
from ssmwizard.model.facts import Fact, Unknown, Why
from ssmwizard.model.node import Elsewhere, NodeFacts, Sighting
from ssmwizard.model.plans import NoPlan, Plan
from ssmwizard.model.role import RoleFacts
from ssmwizard.model.snapshot import Snapshot
from tests.support.plan_facts import (
    DENIED,
    NOW,
    SOURCE,
    decided,
    ec2,
    hybrid,
    known,
    role,
    snapshot,
)

SSM = {
    "Effect": "Allow",
    "Principal": {"Service": "ssm.amazonaws.com"},
    "Action": "sts:AssumeRole",
}
TRUST = {"Version": "2012-10-17", "Statement": [SSM]}
GONE = RoleFacts("gone", known(None))
AGO = NOW - timedelta(days=1)


def lost(node_id: str = "mi-1", **more: Any) -> NodeFacts:
    return NodeFacts(node_id, Unknown(Why.NOT_COLLECTED), known(None), **more)


def serving(name: str = "service", **parts: Any) -> RoleFacts:
    return role(name, **{"trust": TRUST, "decisions": decided("allowed"), **parts})


def over(number: int = 1, named: str = "service", **parts: Any) -> Activation:
    usual: dict[str, Any] = {"expires": AGO, "expired": True, "used": 1, "limit": 1}
    return Activation(f"a-{number}", named, **{**usual, **parts})


OVER, SERVING = over(), serving()


def facts(
    *nodes: NodeFacts,
    listed: tuple[Activation, ...] | Fact[Any] = (OVER,),
    roles: tuple[RoleFacts, ...] = (SERVING,),
) -> Snapshot:
    told = known(listed) if isinstance(listed, tuple) else listed
    account = AccountFacts(activations=told)
    return snapshot(*(nodes or (lost(),)), roles=roles, account=account)


def planned(made: Snapshot) -> Plan:
    (answer,) = FIX.plan(made, made.nodes)
    assert isinstance(answer, Plan), answer
    return answer


def refused(made: Snapshot) -> NoPlan:
    (answer,) = FIX.plan(made, made.nodes)
    assert isinstance(answer, NoPlan)
    return answer


def call(plan: Plan) -> dict[str, Any]:
    (change,) = plan.changes
    return dict(change.call.parameters)


def test_one_activation_is_for_all_machines_and_lasts_as_long_as_aws_says() -> None:
    plan = planned(facts(lost("mi-1"), lost("mi-2")))
    assert plan.nodes == ("mi-1", "mi-2")
    assert call(plan) == {
        "IamRole": "service",
        "RegistrationLimit": 2,
        "Description": "ssmwizard node.new-activation for mi-1 mi-2",
    }
    assert "24 hours" in plan.affects[0].english()
    assert set(plan.changes[0].shows_once) == {"ActivationId", "ActivationCode"}


def test_a_role_with_a_path_is_named_with_it_and_passed_by_its_arn() -> None:
    plan = planned(facts(roles=(serving(path="/service-role/"),)))
    assert call(plan)["IamRole"] == "service-role/service"
    (passed,) = [one for one in plan.changes[0].rights if one.action == "iam:PassRole"]
    assert passed.resource == "arn:aws:iam::111122223333:role/service-role/service"


@pytest.mark.parametrize(
    ("listed", "roles", "chosen"),
    [
        ((over(1, "old", made=AGO), over(2, "new", made=NOW)), ("old", "new"), "new"),
        ((over(1, "old", made=AGO), over(2, "new")), ("old", "new"), "old"),
        ((over(1, "service-role/old"),), ("a", "old"), "old"),
        ((over(1, "gone", made=NOW), over(2, "old")), ("old",), "old"),
        ((), ("b", "a"), "a"),
        ((over(1, ""),), ("b",), "b"),
    ],
)
def test_the_role_is_that_of_the_newest_activation_that_has_one_which_serves(
    listed: tuple[Activation, ...], roles: tuple[str, ...], chosen: str
) -> None:
    plan = planned(facts(listed=listed, roles=(*map(serving, roles), GONE)))
    assert call(plan)["IamRole"] == chosen


SITE = (("Site", "Lyon"),)


@pytest.mark.parametrize(
    ("listed", "like", "says"),
    [
        ((over(name="lyon", tags=SITE),), ("lyon", "Lyon"), "not confirmed"),
        ((over(1, name="lyon", tags=SITE), over(2, name="lyon")), ("lyon", None), "different tags"),
        ((over(1, name="lyon"), over(2, name="nantes")), (None, None), ""),
        ((over(1, "other", name="lyon", tags=SITE),), (None, None), ""),
        ((over(tags=(("aws:made-by", "x"),)),), (None, None), "different tags"),
    ],
)
def test_name_and_tags_are_taken_over_where_all_agree(
    listed: tuple[Activation, ...], like: tuple[str | None, str | None], says: str
) -> None:
    plan = planned(facts(listed=listed))
    tags = {tag["Key"]: tag["Value"] for tag in call(plan).get("Tags", ())}
    assert (call(plan).get("DefaultInstanceName"), tags.get("Site")) == like
    assert says in " ".join(one.english() for one in plan.warnings[1:])
    assert bool(says) is (len(plan.warnings) > 1)


@pytest.mark.parametrize(
    ("made", "nothing_to_do", "says"),
    [
        (facts(ec2("i-1")), True, "without an activation"),
        (facts(hybrid("mi-1")), True, "registered already"),
        (facts(lost(connection=known("connected"))), True, "registered already"),
        (facts(replace(lost(), managed=DENIED)), False, "is missing"),
        (
            facts(
                lost(
                    elsewhere=known(
                        Elsewhere((Sighting("us-east-1", "Online", SOURCE),), ("us-east-1",))
                    )
                )
            ),
            False,
            "us-east-1",
        ),
        (facts(listed=DENIED), False, "is missing"),
        (facts(listed=(over(expires=None, expired=False, limit=None),)), False, "still valid: a-1"),
        (facts(listed=(over(note="ssmwizard for mi-1 mi-2"),)), True, "under its new id now: ?"),
        (facts(roles=()), False, "was not read"),
        (facts(roles=(replace(serving(), role=DENIED),)), False, "iam:GetRole is missing"),
        (facts(roles=(serving(decisions=DENIED),)), False, "is missing"),
        (facts(listed=(), roles=()), False, "No service role was found"),
        (facts(roles=(serving(decisions=decided()),)), False, "No service role was found"),
        (facts(listed=(over(named="gone"),), roles=(GONE,)), False, "No service role was found"),
        (facts(roles=(serving(path=f"/{'p' * 60}/"),)), False, "No service role was found"),
    ],
)
def test_no_plan(made: Snapshot, nothing_to_do: bool, says: str) -> None:
    answer = refused(made)
    assert says in answer.reason.english()
    assert answer.nothing_to_do is nothing_to_do


def test_more_machines_than_an_activation_takes_are_chosen_in_parts() -> None:
    made = facts(*(lost(f"mi-{number}") for number in range(1001)))
    assert "1000" in refused(made).reason.english()


def test_sessions_on_such_machines_are_charged_where_that_is_known() -> None:
    assert "charged by use since 2026-09-30" in planned(facts()).cost.english()
    made = replace(facts(), now=NOW.replace(year=2025))
    assert planned(made).cost.english() == "Free."


@pytest.mark.parametrize(
    ("made", "sought"),
    [
        (facts(), True),
        (facts(ec2("i-1")), False),
        (facts(hybrid("mi-1")), False),
        (facts(replace(lost(), managed=DENIED)), False),
        (facts(listed=DENIED), False),
        (facts(listed=(over(expires=None, expired=False, limit=None),)), False),
    ],
)
def test_a_role_is_looked_for_where_a_machine_is_to_register(made: Snapshot, sought: bool) -> None:
    assert to_register(made, made.nodes[0]) is sought
