"""Updating agents."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from ssmwizard.fixes.agent import FIX
from ssmwizard.fixes.waves import AT_ONCE, FIRST
from ssmwizard.model.node import NodeFacts
from ssmwizard.model.plans import NoPlan, Plan, Risk
from tests.support.plan_facts import DENIED, ec2, hybrid, managed, snapshot


@pytest.mark.parametrize(
    ("node", "nothing_to_do", "says"),
    [
        (hybrid("mi-1", latest=True), True, "up to date"),
        (hybrid("mi-1", latest=None, agent="99.0.0.0"), True, "up to date"),
        (hybrid("mi-1", ping="ConnectionLost"), False, "not online"),
        (hybrid("mi-1", agent=""), False, "does not tell"),
        (ec2("i-1"), False, "not a managed node"),
        (replace(ec2("i-1"), managed=DENIED), False, "is missing"),
    ],
)
def test_no_plan(node: NodeFacts, nothing_to_do: bool, says: str) -> None:
    (answer,) = FIX.plan(snapshot(node), (node,))
    assert isinstance(answer, NoPlan)
    assert answer.nothing_to_do is nothing_to_do
    assert says in answer.reason.english()


def test_an_old_agent_is_updated_even_if_the_service_does_not_say_that_it_is_old() -> None:
    node = hybrid("mi-1", latest=None)
    (plan,) = FIX.plan(snapshot(node), (node,))
    assert isinstance(plan, Plan)


def test_one_plan_with_a_way_back_to_each_old_version() -> None:
    nodes = (
        ec2("i-1", managed=managed("i-1", agent="3.0.0.0")),
        ec2("i-2", managed=managed("i-2", agent="2.3.0.0")),
        ec2("i-3", managed=managed("i-3", agent="3.0.0.0")),
    )
    (plan,) = FIX.plan(snapshot(*nodes), nodes)
    assert isinstance(plan, Plan)
    assert plan.risk is Risk.DISRUPTIVE
    back = {}
    for change in plan.changes:
        assert change.call.parameters["Parameters"] == {
            "version": [""],
            "allowDowngrade": ["false"],
        }
        assert change.undo is not None
        wanted = change.undo.call.parameters
        assert wanted["InstanceIds"] == change.call.parameters["InstanceIds"]
        assert wanted["Parameters"]["allowDowngrade"] == ["true"]
        version = wanted["Parameters"]["version"][0]
        back[version] = wanted["InstanceIds"]
    assert back == {"3.0.0.0": ["i-1", "i-3"], "2.3.0.0": ["i-2"]}
    assert any("Sessions" in warning.english() for warning in plan.warnings)


def test_a_call_takes_no_more_nodes_than_the_service_does() -> None:
    nodes = tuple(hybrid(f"mi-{number}") for number in range(2 * AT_ONCE + 1))
    (plan,) = FIX.plan(snapshot(*nodes), nodes)
    assert isinstance(plan, Plan)
    groups = [change.call.parameters["InstanceIds"] for change in plan.changes]
    assert [len(group) for group in groups] == [FIRST, AT_ONCE, AT_ONCE + 1 - FIRST]


def test_run_command_on_hybrid_nodes_costs_since_it_does() -> None:
    node, machine = hybrid("mi-1"), ec2("i-1", managed=managed("i-1"))
    facts = snapshot(node, machine)
    charged = facts.requirements.get("hybrid.pay-as-you-go").since
    assert charged is not None
    before = replace(facts, now=facts.now.replace(year=charged.year, month=charged.month, day=1))
    before = replace(before, now=before.now - timedelta(days=1))
    costs = [
        FIX.plan(known_facts, nodes)[0].cost.english()
        for known_facts, nodes in (
            (facts, (node,)),
            (before, (node,)),
            (facts, (machine,)),
            (snapshot(node, partition="aws-cn"), (node,)),
        )
    ]
    assert ["charged by use" in cost for cost in costs] == [True, False, False, False]
