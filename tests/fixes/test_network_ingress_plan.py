"""Letting endpoints accept nodes."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from ssmwizard.fixes.network_ingress import FIX
from ssmwizard.model.network import NetworkFacts
from ssmwizard.model.node import NodeFacts
from ssmwizard.model.plans import NoPlan, Plan
from tests.support.plan_facts import DENIED, ec2, hybrid, known, snapshot
from tests.support.plan_network import (
    BLOCK,
    SERVICES,
    endpoint,
    group,
    network,
    rule,
    shut_in,
    town,
    within,
)


def door(*rules: Any, **of_endpoint: Any) -> NetworkFacts:
    """One VPC, whose endpoints have these incoming rules."""
    return network(
        ["door"],
        [group("door", "door"), group("door-ends", "door", rules), group("far", "far")],
        [endpoint("door", service, **of_endpoint) for service in SERVICES],
    )


NODE = within("door", "i-1")


@pytest.mark.parametrize(
    ("facts", "node", "nothing_to_do", "says"),
    [
        (door(rule(BLOCK)), NODE, True, "already"),
        (door(rule("sg-door")), NODE, True, "already"),
        (door(rule("10.0.1.10/32", port=None, protocol="-1")), NODE, True, "already"),
        (door(groups=()), NODE, False, "no security groups"),
        (door(groups=("sg-hidden",)), NODE, False, "sg-hidden is not shown"),
        (door(rule("pl-1")), NODE, False, "was not read"),
        (door(state="pending"), NODE, True, "no endpoint"),
        (door(type="Gateway"), NODE, True, "no endpoint"),
        (door(vpc_id="vpc-other"), NODE, True, "no endpoint"),
        (replace(door(), endpoints=DENIED), NODE, False, "is missing"),
        (replace(door(), groups=DENIED), NODE, False, "is missing"),
        (door(), hybrid("mi-1"), False, "cannot be seen"),
        (door(), within("door", "i-1", subnet_id=None), False, "no network"),
        (door(), replace(ec2("i-1"), instance=known(None)), False, "no instance i-1"),
        (door(), within("door", "i-1", groups=(), subnet_id="subnet-none"), False, "subnet-none"),
    ],
)
def test_no_plan(facts: NetworkFacts, node: NodeFacts, nothing_to_do: bool, says: str) -> None:
    (answer,) = FIX.plan(snapshot(node, network=facts), (node,))
    assert isinstance(answer, NoPlan)
    assert says in answer.reason.english()
    assert answer.nothing_to_do is nothing_to_do


def openings(facts: NetworkFacts, *nodes: NodeFacts) -> list[tuple[str, Any]]:
    (plan,) = FIX.plan(snapshot(*nodes, network=facts), nodes)
    assert isinstance(plan, Plan)
    found = []
    for change in plan.changes:
        assert change.call.operation == "AuthorizeSecurityGroupIngress"
        (permission,) = change.call.parameters["IpPermissions"]  # type: ignore[misc]
        assert (permission["IpProtocol"], permission["FromPort"], permission["ToPort"]) == (
            "tcp",
            443,
            443,
        )
        pairs = [one["GroupId"] for one in permission.get("UserIdGroupPairs", ())]
        ranges = [one["CidrIp"] for one in permission.get("IpRanges", ())]
        (peer,) = pairs + ranges
        found.append((change.call.parameters["GroupId"], peer))
    return found


@pytest.mark.parametrize(
    ("facts", "node", "peer"),
    [
        (door(), NODE, "sg-door"),
        (door(rule(BLOCK, port=80), rule("not-an-address/0")), NODE, "sg-door"),
        (door(rule("10.0.9.0/24", "sg-other")), NODE, "sg-door"),
        (door(rule(BLOCK, port=None)), NODE, "sg-door"),
        (door(), within("door", "i-1", private_ip=None), "sg-door"),
        (door(), within("door", "i-1", groups=("sg-far", "sg-door")), "sg-door"),
        (door(), within("door", "i-1", groups=("sg-far",)), "10.0.1.0/24"),
        (door(), within("door", "i-1", groups=("sg-hidden",)), "10.0.1.0/24"),
        (door(private_dns=False), NODE, "sg-door"),
        (
            replace(door(rule("pl-1")), prefix_lists={"pl-1": known(("10.9.0.0/16",))}),
            NODE,
            "sg-door",
        ),
    ],
)
def test_one_rule_from_the_narrowest_source(
    facts: NetworkFacts, node: NodeFacts, peer: str
) -> None:
    assert openings(facts, node) == [("sg-door-ends", peer)]


def test_a_prefix_list_that_has_the_node_in_it_opens() -> None:
    facts = replace(door(rule("pl-1")), prefix_lists={"pl-1": known(("10.0.1.0/24",))})
    (answer,) = FIX.plan(snapshot(NODE, network=facts), (NODE,))
    assert isinstance(answer, NoPlan)
    assert answer.nothing_to_do


def test_nodes_of_several_groups_that_the_same_endpoints_shut_out_share_a_plan() -> None:
    facts = network(
        ["door"],
        [group("door", "door"), group("two", "door"), group("door-ends", "door")],
        [endpoint("door", service) for service in SERVICES],
    )
    nodes = (within("door", "i-1"), within("door", "i-2", groups=("sg-two",)))
    assert openings(facts, *nodes) == [("sg-door-ends", "sg-door"), ("sg-door-ends", "sg-two")]


def test_what_else_has_the_group_is_counted() -> None:
    nodes = shut_in()
    plan, *others = FIX.plan(snapshot(*nodes, network=town()), nodes)
    assert isinstance(plan, Plan)
    assert plan.nodes == ("i-11", "i-12")
    assert all(isinstance(one, NoPlan) for one in others)
    said, group, peer = plan.affects
    assert group.english().startswith("Instances that have sg-door-ends:")
    assert peer.english().startswith("Instances that have sg-door:")
    assert "2: vpce-door-ssm, vpce-door-ssmmessages" in said.english()
    by_group, *_ = plan.warnings
    assert "security group sg-door" in by_group.english()
