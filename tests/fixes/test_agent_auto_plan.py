"""Keeping agents up to date by a schedule."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from ssmwizard.fixes.agent_auto import FIX
from ssmwizard.fixes.waves import AT_ONCE, FIRST
from ssmwizard.model.account import Association
from ssmwizard.model.node import NodeFacts
from ssmwizard.model.plans import NoPlan, Plan, Risk
from ssmwizard.model.snapshot import Snapshot
from tests.support.plan_facts import DENIED, ec2, hybrid, known, managed, snapshot

EVERY_DAY = "rate(1 day)"


def with_updates(*nodes: NodeFacts, present: tuple[Association, ...] = ()) -> Snapshot:
    facts = snapshot(*nodes)
    return replace(facts, account=replace(facts.account, updates=known(present)))


@pytest.mark.parametrize(
    ("node", "says"),
    [
        (hybrid("mi-1", ping="ConnectionLost"), "not online"),
        (ec2("i-1"), "not a managed node"),
        (replace(ec2("i-1"), managed=DENIED), "is missing"),
    ],
)
def test_no_plan(node: NodeFacts, says: str) -> None:
    (answer,) = FIX.plan(with_updates(node), (node,))
    assert isinstance(answer, NoPlan)
    assert not answer.nothing_to_do
    assert says in answer.reason.english()


def test_no_plan_where_it_was_not_seen_what_there_is() -> None:
    node = hybrid("mi-1")
    facts = snapshot(node)
    facts = replace(facts, account=replace(facts.account, updates=DENIED))
    (answer,) = FIX.plan(facts, (node,))
    assert isinstance(answer, NoPlan)
    assert "is missing" in answer.reason.english()


@pytest.mark.parametrize(
    ("schedule", "targets", "covered"),
    [
        (EVERY_DAY, (("InstanceIds", ("*",)),), True),
        (EVERY_DAY, (("InstanceIds", ("mi-2", "mi-1")),), True),
        (EVERY_DAY, (("InstanceIds", ("mi-2",)),), False),
        (EVERY_DAY, (("tag:Env", ("mi-1", "*")),), False),
        ("", (("InstanceIds", ("*",)),), False),
        (EVERY_DAY, (), False),
    ],
)
def test_what_updates_the_node_already_is_enough(
    schedule: str, targets: tuple[tuple[str, tuple[str, ...]], ...], covered: bool
) -> None:
    node = hybrid("mi-1")
    present = Association("a-1", "nightly", schedule, targets)
    (answer,) = FIX.plan(with_updates(node, present=(present,)), (node,))
    if covered:
        assert isinstance(answer, NoPlan)
        assert answer.nothing_to_do
        assert "nightly" in answer.reason.english()
    else:
        assert isinstance(answer, Plan)


@pytest.mark.parametrize(("schedule", "told"), [(EVERY_DAY, True), ("", False)])
def test_what_may_update_the_node_already_is_said(schedule: str, told: bool) -> None:
    node = hybrid("mi-1")
    present = Association("a-1", "", schedule, (("tag:Env", ("prod",)),))
    (plan,) = FIX.plan(with_updates(node, present=(present,)), (node,))
    assert isinstance(plan, Plan)
    assert any("a-1" in one.english() for one in plan.warnings) is told


def test_a_target_names_no_more_nodes_than_it_takes_and_rates_are_limited() -> None:
    nodes = tuple(hybrid(f"mi-{number}") for number in range(AT_ONCE + 1))
    (plan,) = FIX.plan(with_updates(*nodes), nodes)
    assert isinstance(plan, Plan)
    assert plan.risk is Risk.DISRUPTIVE
    calls = [change.call.parameters for change in plan.changes]
    assert [len(one["Targets"][0]["Values"]) for one in calls] == [FIRST, AT_ONCE + 1 - FIRST]
    assert {(one["MaxConcurrency"], one["MaxErrors"]) for one in calls} == {("5", "0"), ("10", "4")}


def test_the_cost_on_hybrid_nodes_is_said_to_be_unconfirmed_since_there_is_one() -> None:
    node, machine = hybrid("mi-1"), ec2("i-1", managed=managed("i-1"))
    facts = with_updates(node, machine)
    charged = facts.requirements.get("hybrid.pay-as-you-go").since
    assert charged is not None
    day = facts.now.replace(year=charged.year, month=charged.month, day=1) - timedelta(days=1)
    costs = [
        FIX.plan(known_facts, nodes)[0].cost.english()
        for known_facts, nodes in (
            (facts, (node,)),
            (replace(facts, now=day), (node,)),
            (facts, (machine,)),
            (snapshot(node, partition="aws-cn"), (node,)),
        )
    ]
    assert ["not confirmed" in cost for cost in costs] == [True, False, False, False]
