"""Making the endpoints that are missing."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from ssmwizard.fixes.network_create import FIX
from ssmwizard.fixes.network_create_steps import NAME
from ssmwizard.model.network import EndpointService, NetworkFacts, Route, Subnet, Vpc
from ssmwizard.model.node import NodeFacts
from ssmwizard.model.plans import NoPlan, Plan
from tests.support.plan_facts import ACCOUNT, DENIED, hybrid, known, managed, snapshot
from tests.support.plan_network import (
    BLOCK,
    DNS_OFF,
    DNS_ON,
    SERVICES,
    endpoint,
    group,
    network,
    offered,
    rule,
    within,
)

NODE = within("lone", "i-1")


def lone(*routes: Route, dns: Any = DNS_ON, services: Any = (), groups: Any = ()) -> NetworkFacts:
    """One VPC, from which nothing leads out but what ``routes`` say."""
    made = [endpoint("lone", service) for service in services]
    facts = network(["lone"], [group("lone", "lone"), *groups], made, dns=dns)
    (table,) = facts.route_tables.require()
    return replace(
        facts,
        route_tables=known((replace(table, routes=(*table.routes, *routes)),)),
        endpoint_services=known(offered("aws")),
    )


def _but(**changed: Any) -> tuple[Any, ...]:
    """The endpoints of the services, the first with other settings; one of something else besides."""
    first, *others = (endpoint("lone", service) for service in SERVICES)
    return (replace(first, **changed), *others, endpoint("lone", "s3", private_dns=False))


def route(target: str, state: str = "active") -> Route:
    return Route("0.0.0.0/0", target, state)


def elsewhere(zones: tuple[str, ...]) -> NetworkFacts:
    those = offered("aws").items()
    return replace(
        lone(),
        endpoint_services=known({host: EndpointService(one.name, zones) for host, one in those}),
    )


@pytest.mark.parametrize(
    ("facts", "node", "nothing_to_do", "says"),
    [
        (lone(services=SERVICES), NODE, True, "an endpoint for each"),
        (
            replace(lone(), endpoints=known(_but(private_dns=False))),
            NODE,
            False,
            "vpce-lone-ssm (ssm) has no private DNS",
        ),
        (
            replace(lone(), endpoints=known(_but(state="pendingacceptance"))),
            NODE,
            False,
            "vpce-lone-ssm (ssm) is pendingacceptance",
        ),
        (lone(route("nat-1")), NODE, True, "nat-1"),
        (lone(route("tgw-1")), NODE, True, "tgw-1"),
        (lone(route("igw-1")), within("lone", "i-1", public_ip="3.3.3.3"), True, "igw-1"),
        (lone(), within("lone", "i-1", private_ip=None), False, "no IPv4 address"),
        (lone(), hybrid("mi-1"), False, "cannot be seen"),
        (replace(lone(), endpoints=DENIED), NODE, False, "is missing"),
        (replace(lone(), endpoint_services=DENIED), NODE, False, "is missing"),
        (replace(lone(), endpoint_services=known({})), NODE, False, "offers no endpoint for ssm."),
        (elsewhere(("eu-west-3c",)), NODE, False, "none of the Availability Zones"),
        (elsewhere(()), within("lone", "i-1", subnet_id="subnet-none"), False, "none of the"),
        (
            replace(lone(), vpcs=known({"vpc-lone": Vpc("vpc-lone", "9", (BLOCK,), "")})),
            NODE,
            False,
            "account 9",
        ),
        (
            replace(lone(), vpcs=known({"vpc-lone": Vpc("vpc-lone", ACCOUNT, ("2600::/56",), "")})),
            NODE,
            False,
            "no IPv4 address block",
        ),
        (
            lone(groups=[replace(group("own", "lone"), name=NAME)]),
            NODE,
            False,
            "somebody else's",
        ),
    ],
)
def test_no_plan(facts: NetworkFacts, node: NodeFacts, nothing_to_do: bool, says: str) -> None:
    (answer,) = FIX.plan(snapshot(node, network=facts), (node,))
    assert isinstance(answer, NoPlan)
    assert says in answer.reason.english()
    assert answer.nothing_to_do is nothing_to_do


def planned(facts: NetworkFacts, *nodes: NodeFacts) -> Plan:
    those = nodes or (NODE,)
    (plan,) = FIX.plan(snapshot(*those, network=facts), those)
    assert isinstance(plan, Plan)
    return plan


def steps(plan: Plan) -> list[str]:
    return [change.call.operation for change in plan.changes]


GROUP = ["CreateSecurityGroup", "AuthorizeSecurityGroupIngress"]


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        (lone(), [*GROUP, "CreateVpcEndpoint", "CreateVpcEndpoint"]),
        (lone(services=["ssm"]), [*GROUP, "CreateVpcEndpoint"]),
        (lone(route("nat-1", "blackhole")), [*GROUP, "CreateVpcEndpoint", "CreateVpcEndpoint"]),
        (lone(route("igw-1")), [*GROUP, "CreateVpcEndpoint", "CreateVpcEndpoint"]),
        (
            lone(dns=DNS_OFF),
            ["ModifyVpcAttribute"] * 2 + [*GROUP, "CreateVpcEndpoint", "CreateVpcEndpoint"],
        ),
        (
            lone(groups=[replace(group("own", "lone", [rule(BLOCK)]), name=NAME)]),
            ["CreateVpcEndpoint"] * 2,
        ),
    ],
)
def test_what_is_missing_is_made_and_nothing_else(facts: NetworkFacts, expected: list[str]) -> None:
    assert steps(planned(facts)) == expected


@pytest.mark.parametrize("dns", [DNS_ON, DNS_OFF])
def test_the_endpoints_get_the_group_that_is_made_before(dns: Any) -> None:
    changes = planned(lone(dns=dns)).changes
    place = next(n for n, one in enumerate(changes) if one.call.operation == GROUP[0])
    assert changes[place + 1].take == {"GroupId": f"made[{place}].GroupId"}
    for change in changes[place + 2 :]:
        assert change.take == {"SecurityGroupIds": f"[made[{place}].GroupId]"}
        assert not change.dry_run


def test_a_group_of_an_earlier_try_is_used_again_and_the_call_is_rehearsed() -> None:
    facts = lone(groups=[replace(group("own", "lone", [rule(BLOCK)]), name=NAME)])
    for change in planned(facts).changes:
        assert change.call.parameters["SecurityGroupIds"] == ["sg-own"]
        assert change.take == {}
        assert change.dry_run


def test_one_subnet_in_each_zone_of_the_nodes_with_names_as_aws_gives_them() -> None:
    facts = lone()
    subnets = {
        name: Subnet(name, "vpc-lone", zone, ("10.0.1.0/24",), "off")
        for name, zone in (
            ("subnet-lone", "eu-west-3a"),
            ("subnet-more", "eu-west-3a"),
            ("subnet-b", "eu-west-3b"),
        )
    }
    facts = replace(facts, subnets=known(subnets))
    nodes = (
        NODE,
        within("lone", "i-2", subnet_id="subnet-more"),
        within("lone", "i-3", subnet_id="subnet-b"),
    )
    plan = planned(facts, *nodes)
    assert plan.nodes == ("i-1", "i-2", "i-3")
    made = [one.call.parameters for one in plan.changes if one.call.operation.endswith("Endpoint")]
    assert [one["SubnetIds"] for one in made] == [["subnet-lone", "subnet-b"]] * 2
    assert [one["ServiceName"] for one in made] == ["eu-west-3/ssm", "eu-west-3/ssmmessages"]


def test_what_it_costs_is_counted_by_endpoint_and_zone_and_said_to_be_uncertain() -> None:
    said = planned(lone()).cost.english()
    assert "2 endpoints" in said
    assert "14.60 US dollars a month" in said
    assert "not confirmed" in said
    assert snapshot().requirements.as_of.isoformat() in said


def test_no_price_is_told_where_none_is_known() -> None:
    facts = replace(lone(), endpoint_services=known(offered("aws-cn")))
    (plan,) = FIX.plan(snapshot(NODE, network=facts, partition="aws-cn"), (NODE,))
    assert isinstance(plan, Plan)
    assert "Not known for this partition" in plan.cost.english()


def test_those_that_have_a_way_out_are_left_aside() -> None:
    nodes = (NODE, within("lone", "i-2", public_ip="3.3.3.3"))
    plan, other = FIX.plan(snapshot(*nodes, network=lone(route("igw-1"))), nodes)
    assert isinstance(plan, Plan)
    assert plan.nodes == ("i-1",)
    assert other.nodes == ("i-2",)
    assert plan.confirm_account


@pytest.mark.parametrize(
    ("version", "services"),
    [("3.1.0.0", 3), ("3.3.4793.0", 2), ("", 2)],
)
def test_an_old_agent_gets_the_service_that_it_uses_too(version: str, services: int) -> None:
    node = replace(NODE, managed=known(managed("i-1", ping="ConnectionLost", agent=version)))
    more = EndpointService("eu-west-3/ec2messages", ("eu-west-3a",))
    facts = lone()
    offer = {**facts.endpoint_services.require(), "ec2messages.eu-west-3.amazonaws.com": more}
    plan = planned(replace(facts, endpoint_services=known(offer)), node)
    assert steps(plan).count("CreateVpcEndpoint") == services
    assert steps(planned(facts, node)).count("CreateVpcEndpoint") == 2


def test_an_endpoint_with_other_settings_stays_beside_those_that_are_made() -> None:
    there = endpoint("lone", "ssm", private_dns=False)
    plan = planned(replace(lone(), endpoints=known((there,))))
    assert "vpce-lone-ssm (ssm) has no private DNS" in plan.warnings[0].english()
    assert [one for one in steps(plan) if one == "CreateVpcEndpoint"] == ["CreateVpcEndpoint"]
