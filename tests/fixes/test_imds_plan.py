"""Turning on instance metadata."""

from __future__ import annotations

from dataclasses import replace

import pytest

from ssmwizard.fixes.imds import FIX
from ssmwizard.model.node import Instance, Metadata, NodeFacts
from ssmwizard.model.plans import NoPlan, Plan
from tests.support.plan_facts import DENIED, ec2, hybrid, known, snapshot


def off(node_id: str, **of_instance: object) -> NodeFacts:
    node = ec2(node_id, metadata="disabled")
    instance = node.instance.require()
    assert isinstance(instance, Instance)
    return replace(node, instance=known(replace(instance, **of_instance)))


@pytest.mark.parametrize(
    ("node", "nothing_to_do", "says"),
    [
        (ec2("i-1"), True, "is on already"),
        (hybrid("mi-1"), True, "not an EC2 instance"),
        (off("i-1", state="terminated"), False, "terminated"),
        (off("i-1", state="pending"), False, "while it runs or is stopped"),
        (ec2("i-1", metadata=""), False, "does not tell"),
        (off("i-1", metadata=Metadata("disabled", "", 1, "applied")), False, "does not tell"),
        (off("i-1", metadata=Metadata("disabled", "optional", 0, "")), False, "does not tell"),
        (replace(ec2("i-1"), instance=known(None)), False, "no instance i-1"),
        (replace(ec2("i-1"), instance=DENIED), False, "is missing"),
    ],
)
def test_no_plan(node: NodeFacts, nothing_to_do: bool, says: str) -> None:
    (answer,) = FIX.plan(snapshot(node), (node,))
    assert isinstance(answer, NoPlan)
    assert answer.nothing_to_do is nothing_to_do
    assert says in answer.reason.english()


@pytest.mark.parametrize(
    "options", [Metadata("disabled", "optional", 1, ""), Metadata("disabled", "required", 3, "")]
)
def test_tokens_and_hop_limit_stay_as_they_are_both_ways(options: Metadata) -> None:
    node = off("i-1", metadata=options)
    (plan,) = FIX.plan(snapshot(node), (node,))
    assert isinstance(plan, Plan)
    (change,) = plan.changes
    assert change.undo is not None
    kept = {
        "InstanceId": "i-1",
        "HttpTokens": options.tokens,
        "HttpPutResponseHopLimit": options.hop_limit,
    }
    assert change.call.parameters == {**kept, "HttpEndpoint": "enabled"}
    assert change.undo.call.parameters == {**kept, "HttpEndpoint": "disabled"}


def test_all_that_have_it_off_are_in_one_plan() -> None:
    nodes = (off("i-1"), ec2("i-2"), off("i-3", state="stopped"))
    plan, other = FIX.plan(snapshot(*nodes), nodes)
    assert isinstance(plan, Plan)
    assert plan.nodes == ("i-1", "i-3")
    assert other.nodes == ("i-2",)
    assert len(plan.changes) == 2
