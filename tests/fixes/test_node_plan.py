"""Starting instances."""

from __future__ import annotations

from dataclasses import replace

import pytest

from ssmwizard.fixes.node import AT_ONCE, FIX
from ssmwizard.model.node import NodeFacts
from ssmwizard.model.plans import NoPlan, Plan
from tests.support.plan_facts import DENIED, ec2, hybrid, known, snapshot


@pytest.mark.parametrize(
    ("node", "nothing_to_do", "says"),
    [
        (ec2("i-1", state="running"), True, "runs already"),
        (ec2("i-1", state="pending"), True, "runs already"),
        (ec2("i-1", state="stopping"), False, "just stopping"),
        (ec2("i-1", state="terminated"), False, "terminated"),
        (hybrid("mi-1"), False, "where it stands"),
        (replace(ec2("i-1"), instance=known(None)), False, "no instance i-1"),
        (replace(ec2("i-1"), instance=DENIED), False, "is missing"),
    ],
)
def test_no_plan(node: NodeFacts, nothing_to_do: bool, says: str) -> None:
    (answer,) = FIX.plan(snapshot(node), (node,))
    assert isinstance(answer, NoPlan)
    assert answer.nothing_to_do is nothing_to_do
    assert says in answer.reason.english()


def test_all_that_are_stopped_are_started_together_and_the_others_left_alone() -> None:
    nodes = (ec2("i-1", "stopped"), ec2("i-2"), ec2("i-3", "stopped"))
    plan, other = FIX.plan(snapshot(*nodes), nodes)
    assert isinstance(plan, Plan)
    assert plan.nodes == ("i-1", "i-3")
    assert other.nodes == ("i-2",)
    (change,) = plan.changes
    assert change.call.parameters == {"InstanceIds": ["i-1", "i-3"]}
    assert change.dry_run
    assert change.undo is not None
    assert change.undo.call.operation == "StopInstances"
    assert any("public address" in warning.english() for warning in plan.warnings)
    assert plan.confirm_account


def test_many_are_started_in_groups() -> None:
    nodes = tuple(ec2(f"i-{number}", "stopped") for number in range(AT_ONCE + 1))
    (plan,) = FIX.plan(snapshot(*nodes), nodes)
    assert isinstance(plan, Plan)
    groups = [change.call.parameters["InstanceIds"] for change in plan.changes]
    assert [len(group) for group in groups] == [AT_ONCE, 1]
