"""Turning on the DNS of VPCs, and the private DNS of endpoints."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from ssmwizard.fixes import network_dns, network_private_dns
from ssmwizard.fixes.fix import Fix
from ssmwizard.model.network import NetworkFacts, Vpc, VpcDns
from ssmwizard.model.node import NodeFacts
from ssmwizard.model.plans import NoPlan, Plan, Risk
from tests.support.plan_facts import DENIED, hybrid, known, snapshot
from tests.support.plan_network import BLOCK, DNS_OFF, DNS_ON, SERVICES, endpoint, network, within

DNS, PRIVATE = network_dns.FIX, network_private_dns.FIX
NODE = within("a", "i-1")
HALF = VpcDns(support=True, hostnames=False)


def vpc(dns: VpcDns = DNS_ON, services: Any = SERVICES, **of_endpoint: Any) -> NetworkFacts:
    made = [endpoint("a", service, **of_endpoint) for service in services]
    return network(["a"], [], made, dns=dns)


def shared(facts: NetworkFacts) -> NetworkFacts:
    return replace(facts, vpcs=known({"vpc-a": Vpc("vpc-a", "999999999999", (BLOCK,), "")}))


@pytest.mark.parametrize(
    ("fix", "facts", "node", "nothing_to_do", "says"),
    [
        (DNS, vpc(), NODE, True, "are on"),
        (DNS, vpc(HALF, private_dns=False), NODE, True, "are on"),
        (DNS, vpc(HALF, services=["s3"]), NODE, True, "are on"),
        (DNS, shared(vpc(DNS_OFF)), NODE, False, "account 999999999999"),
        (DNS, replace(vpc(), vpcs=known({})), NODE, False, "not shown"),
        (DNS, replace(vpc(), dns={}), NODE, False, "was not read"),
        (DNS, replace(vpc(), dns={"vpc-a": DENIED}), NODE, False, "is missing"),
        (DNS, vpc(DNS_OFF), hybrid("mi-1"), False, "cannot be seen"),
        (PRIVATE, vpc(), NODE, True, "already"),
        (PRIVATE, vpc(services=[]), NODE, True, "no endpoint"),
        (PRIVATE, vpc(private_dns=False, state="pending"), NODE, True, "no endpoint"),
        (PRIVATE, shared(vpc(private_dns=False)), NODE, False, "account 999999999999"),
        (PRIVATE, replace(vpc(private_dns=False), dns={}), NODE, False, "was not read"),
        (PRIVATE, replace(vpc(), endpoints=DENIED), NODE, False, "is missing"),
        (PRIVATE, vpc(private_dns=False), hybrid("mi-1"), False, "cannot be seen"),
    ],
)
def test_no_plan(
    fix: Fix, facts: NetworkFacts, node: NodeFacts, nothing_to_do: bool, says: str
) -> None:
    (answer,) = fix.plan(snapshot(node, network=facts), (node,))
    assert isinstance(answer, NoPlan)
    assert says in answer.reason.english()
    assert answer.nothing_to_do is nothing_to_do


def planned(fix: Fix, facts: NetworkFacts) -> Plan:
    (plan,) = fix.plan(snapshot(NODE, network=facts), (NODE,))
    assert isinstance(plan, Plan)
    return plan


def changed(plan: Plan) -> list[str]:
    """The parameters that each change sets, without what they are set on."""
    on = {"VpcId", "VpcEndpointId"}
    return [" ".join({*change.call.parameters} - on) for change in plan.changes]


SUPPORT, HOSTNAMES = "EnableDnsSupport", "EnableDnsHostnames"


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        (vpc(DNS_OFF), [SUPPORT, HOSTNAMES]),
        (vpc(HALF), [HOSTNAMES]),
        (vpc(DNS_OFF, private_dns=False), [SUPPORT]),
        (vpc(DNS_OFF, services=[]), [SUPPORT]),
        (vpc(VpcDns(support=False, hostnames=True)), [SUPPORT]),
    ],
)
def test_support_comes_first_and_hostnames_only_where_endpoints_need_them(
    facts: NetworkFacts, expected: list[str]
) -> None:
    assert changed(planned(DNS, facts)) == expected


def test_what_moves_to_the_endpoints_is_said() -> None:
    quiet, loud = planned(DNS, vpc(DNS_OFF, services=[])), planned(DNS, vpc(DNS_OFF))
    assert (quiet.risk, loud.risk) == (Risk.REVERSIBLE, Risk.DISRUPTIVE)
    assert quiet.warnings == ()
    (warning,) = loud.warnings
    assert "is cut off" in warning.english()
    assert "vpce-a-ssm (ssm), vpce-a-ssmmessages (ssmmessages)" in loud.affects[1].english()


ON = "PrivateDnsEnabled"


@pytest.mark.parametrize(
    ("dns", "expected"),
    [
        (DNS_ON, [ON, ON]),
        (HALF, [HOSTNAMES, ON, ON]),
        (DNS_OFF, [SUPPORT, HOSTNAMES, ON, ON]),
    ],
)
def test_private_dns_comes_with_the_settings_that_it_needs(
    dns: VpcDns, expected: list[str]
) -> None:
    plan = planned(PRIVATE, vpc(dns, private_dns=False))
    assert changed(plan) == expected
    assert plan.changes[-1].settling_seconds == (0 if dns == DNS_ON else 60)


def test_one_endpoint_of_a_service_gets_the_name_that_with_most_subnets() -> None:
    facts = vpc(private_dns=False)
    wide = endpoint("a", "ssm", id="vpce-wide", private_dns=False, subnets=("subnet-a", "subnet-b"))
    taken = endpoint("a", "ssmmessages", id="vpce-taken")
    more = (*facts.endpoints.require(), wide, taken)
    plan = planned(PRIVATE, replace(facts, endpoints=known(more)))
    assert [one.call.parameters["VpcEndpointId"] for one in plan.changes] == ["vpce-wide"]


def test_that_a_zone_may_be_in_the_way_is_said() -> None:
    _, said = planned(PRIVATE, vpc(private_dns=False)).warnings
    assert "private hosted zone" in said.english()


@pytest.mark.parametrize(("fix", "facts"), [(DNS, vpc(HALF)), (PRIVATE, vpc(private_dns=False))])
def test_all_nodes_of_a_vpc_share_a_plan(fix: Fix, facts: NetworkFacts) -> None:
    nodes = (NODE, within("a", "i-2", groups=("sg-other",)))
    (plan,) = fix.plan(snapshot(*nodes, network=facts), nodes)
    assert isinstance(plan, Plan)
    assert plan.nodes == ("i-1", "i-2")
