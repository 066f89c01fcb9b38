"""Giving machines outside EC2 another service role."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from ssmwizard.fixes.hybrid_role import FIX, beyond_mending
from ssmwizard.model.plans import NoPlan, Plan
from ssmwizard.model.role import RoleFacts
from tests.support.plan_facts import DENIED, decided, ec2, hybrid, known, role, snapshot

SSM = {
    "Effect": "Allow",
    "Principal": {"Service": "ssm.amazonaws.com"},
    "Action": "sts:AssumeRole",
}
TRUST = {"Version": "2012-10-17", "Statement": [SSM]}
REFUSED = {"Version": "2012-10-17", "Statement": [SSM, {**SSM, "Effect": "Deny"}]}
LENT = "AWSSystemsManagerDefaultEC2InstanceManagementRole"
GONE = RoleFacts("hybrid-role", known(None))
NODES = (hybrid("mi-1"), hybrid("mi-2", role="service-role/hybrid-role"))


def serving(name: str, **parts: Any) -> RoleFacts:
    told = {"trust": TRUST, "decisions": decided("allowed"), "path": "/service-role/", **parts}
    return role(name, **told)


def one(now: RoleFacts | None, *others: RoleFacts) -> Plan | NoPlan:
    facts = snapshot(*NODES, roles=[*([now] if now else []), *others])
    (answer,) = FIX.plan(facts, NODES)
    assert answer.nodes == ("mi-1", "mi-2")
    return answer


@pytest.mark.parametrize(
    ("now", "others", "nothing_to_do", "says"),
    [
        (serving("hybrid-role"), [serving("other")], True, "serves these machines"),
        (None, [serving("other")], False, "was not read"),
        (replace(GONE, role=DENIED), [serving("other")], False, "is missing"),
        (GONE, [], False, "No service role was found"),
        (GONE, [role("other", decisions=decided("allowed"))], False, "none is made"),
        (GONE, [serving("other", decisions=decided())], False, "none is made"),
        (GONE, [serving("other", decisions=DENIED)], False, "none is made"),
        (GONE, [serving("other", path="/aws-service-role/x/")], False, "none is made"),
        (GONE, [serving(LENT)], False, "none is made"),
        (GONE, [replace(serving("other"), role=DENIED)], False, "none is made"),
    ],
)
def test_no_plan(
    now: RoleFacts | None, others: list[RoleFacts], nothing_to_do: bool, says: str
) -> None:
    answer = one(now, *others)
    assert isinstance(answer, NoPlan), answer
    assert says in answer.reason.english()
    assert answer.nothing_to_do is nothing_to_do


@pytest.mark.parametrize(
    ("node", "nothing_to_do", "says"),
    [
        (ec2("i-1"), True, "is an EC2 instance"),
        (hybrid("mi-1", role=""), False, "does not tell which role"),
    ],
)
def test_no_plan_for_what_has_no_service_role(node: Any, nothing_to_do: bool, says: str) -> None:
    (answer,) = FIX.plan(snapshot(node), (node,))
    assert isinstance(answer, NoPlan)
    assert says in answer.reason.english()
    assert answer.nothing_to_do is nothing_to_do


def test_all_machines_get_the_same_role_and_can_have_the_old_one_back() -> None:
    old = role("hybrid-role", trust=REFUSED, path="/service-role/")
    plan = one(old, serving("b-role"), serving("a-role"))
    assert isinstance(plan, Plan)
    assert [change.call.parameters for change in plan.changes] == [
        {"InstanceId": node.id, "IamRole": "service-role/a-role"} for node in NODES
    ]
    for change in plan.changes:
        assert change.undo is not None
        assert change.undo.call.parameters["IamRole"] == "service-role/hybrid-role"
        assert change.undo.expects is not None
        assert "service-role/a-role" in change.undo.expects.path
    assert "may be of no use" in str(plan.undoing)


def test_a_role_that_is_gone_cannot_be_given_back() -> None:
    plan = one(GONE, serving("other"))
    assert isinstance(plan, Plan)
    assert all(change.undo is None for change in plan.changes)
    assert "cannot be undone" in str(plan.undoing)


@pytest.mark.parametrize(
    ("facts", "beyond"),
    [
        (GONE, True),
        (replace(GONE, role=DENIED), False),
        (serving("x"), False),
        (serving("x", trust=REFUSED), True),
        (serving("x", decisions=decided()), False),
        (serving("x", decisions=DENIED), False),
        (serving("x", decisions=decided("explicitDeny")), True),
        (serving("x", decisions=decided(allowed_by_boundary=False)), True),
    ],
)
def test_which_roles_are_beyond_mending(facts: RoleFacts, beyond: bool) -> None:
    assert beyond_mending(snapshot(), facts) is beyond
