"""Letting nodes send HTTPS."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from ssmwizard.fixes.network_egress import FIX
from ssmwizard.model.network import NetworkFacts, Route, VpcDns
from ssmwizard.model.node import NodeFacts
from ssmwizard.model.plans import NoPlan, Plan
from tests.support.plan_facts import DENIED, hybrid, known, snapshot
from tests.support.plan_network import (
    BLOCK,
    EVERYTHING,
    SERVICES,
    endpoint,
    group,
    network,
    rule,
    within,
)


def mute(
    *rules: Any, out: str = "", dns: bool = True, ends: bool = True, **of_endpoint: Any
) -> NetworkFacts:
    """One VPC, whose node has these outgoing rules."""
    facts = network(
        ["mute"],
        [group("mute", "mute", egress=rules), group("mute-ends", "mute")],
        [endpoint("mute", service, **of_endpoint) for service in SERVICES if ends],
        dns=VpcDns(support=True, hostnames=dns),
    )
    if not out:
        return facts
    (table,) = facts.route_tables.require()
    target, _, state = out.partition(" ")
    route = Route("0.0.0.0/0", target, state or "active")
    return replace(facts, route_tables=known((replace(table, routes=(*table.routes, route)),)))


NODE = within("mute", "i-1")


@pytest.mark.parametrize(
    ("facts", "node", "nothing_to_do", "says"),
    [
        (mute(EVERYTHING), NODE, True, "already"),
        (mute(rule(BLOCK)), NODE, True, "already"),
        (mute(rule("sg-mute-ends")), NODE, True, "already"),
        (mute(rule("0.0.0.0/1", "128.0.0.0/1"), out="nat-1", ends=False), NODE, True, "already"),
        (mute(groups=()), NODE, False, "no security groups"),
        (mute(ends=False), NODE, False, "would not help"),
        (mute(ends=False, out="nat-1 blackhole"), NODE, False, "would not help"),
        (mute(ends=False, out="tgw-1"), NODE, False, "would not help"),
        (mute(dns=False), NODE, False, "would not help"),
        (replace(mute(ends=False), route_tables=known(())), NODE, False, "would not help"),
        (mute(), within("mute", "i-1", groups=()), False, "no security group of i-1"),
        (mute(), within("mute", "i-1", groups=("sg-hidden",)), False, "sg-hidden"),
        (replace(mute(), groups=DENIED), NODE, False, "is missing"),
        (replace(mute(), dns={}), NODE, False, "was not read"),
        (mute(), hybrid("mi-1"), False, "cannot be seen"),
    ],
)
def test_no_plan(facts: NetworkFacts, node: NodeFacts, nothing_to_do: bool, says: str) -> None:
    (answer,) = FIX.plan(snapshot(node, network=facts), (node,))
    assert isinstance(answer, NoPlan)
    assert says in answer.reason.english()
    assert answer.nothing_to_do is nothing_to_do


@pytest.mark.parametrize(
    ("facts", "peers"),
    [
        (mute(), ["sg-mute-ends"]),
        (mute(rule(BLOCK, port=80)), ["sg-mute-ends"]),
        (mute(rule("10.0.1.0/28")), ["sg-mute-ends"]),
        (mute(rule(BLOCK), subnets=("subnet-far",)), ["sg-mute-ends"]),
        (mute(ends=False, out="nat-1"), ["0.0.0.0/0"]),
        (mute(ends=False, out="igw-1"), ["0.0.0.0/0"]),
        (mute(dns=False, out="igw-1"), ["0.0.0.0/0"]),
        (mute(private_dns=False, out="igw-1"), ["0.0.0.0/0"]),
    ],
)
def test_one_rule_to_where_the_way_leads(facts: NetworkFacts, peers: list[str]) -> None:
    (plan,) = FIX.plan(snapshot(NODE, network=facts), (NODE,))
    assert isinstance(plan, Plan)
    found = []
    for change in plan.changes:
        assert change.call.operation == "AuthorizeSecurityGroupEgress"
        assert change.call.parameters["GroupId"] == "sg-mute"
        (permission,) = change.call.parameters["IpPermissions"]  # type: ignore[misc]
        assert (permission["FromPort"], permission["ToPort"]) == (443, 443)
        found += [one["GroupId"] for one in permission.get("UserIdGroupPairs", ())]
        found += [one["CidrIp"] for one in permission.get("IpRanges", ())]
    assert found == peers
    (warning,) = plan.warnings
    assert ("every address of the internet" in warning.english()) == (peers == ["0.0.0.0/0"])


def test_an_endpoint_for_one_service_alone_leaves_the_other_to_the_internet() -> None:
    facts = mute(out="nat-1")
    facts = replace(facts, endpoints=known(facts.endpoints.require()[:1]))
    (plan,) = FIX.plan(snapshot(NODE, network=facts), (NODE,))
    assert isinstance(plan, Plan)
    assert len(plan.changes) == 2


def test_nodes_with_the_same_group_share_a_plan() -> None:
    nodes = (NODE, within("mute", "i-2"), hybrid("mi-1"))
    plan, other = FIX.plan(snapshot(*nodes, network=mute()), nodes)
    assert isinstance(plan, Plan)
    assert plan.nodes == ("i-1", "i-2")
    assert other.nodes == ("mi-1",)
