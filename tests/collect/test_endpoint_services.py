"""The services that endpoints can lead to are asked for where endpoints may be missing."""

from __future__ import annotations

from dataclasses import replace

import pytest

from ssmwizard.collect import network
from ssmwizard.model.facts import Unknown
from ssmwizard.model.network import EndpointService, NetworkFacts, Route, RouteTable
from tests.support.plan_facts import DENIED, known
from tests.support.plan_network import endpoint
from tests.support.scripted import ScriptedAws, denied

SERVICE = {
    "ServiceName": "com.amazonaws.eu-west-3.ssm",
    "PrivateDnsName": "ssm.eu-west-3.amazonaws.com",
    "PrivateDnsNames": [{"PrivateDnsName": "ssm.eu-west-3.api.aws"}, {}],
    "AvailabilityZones": ["eu-west-3b", "eu-west-3a"],
}


def test_endpoint_services_are_found_by_the_name_of_their_host() -> None:
    nameless = {"ServiceName": "com.amazonaws.vpce.eu-west-3.vpce-svc-1"}
    script = {"ec2:DescribeVpcEndpointServices": {"ServiceDetails": [SERVICE, nameless]}}
    found = network.endpoint_services(ScriptedAws(script)).require()
    service = EndpointService("com.amazonaws.eu-west-3.ssm", ("eu-west-3a", "eu-west-3b"))
    assert found == dict.fromkeys(("ssm.eu-west-3.amazonaws.com", "ssm.eu-west-3.api.aws"), service)


def test_endpoint_services_that_are_denied_are_unknown() -> None:
    refused = denied("ec2:DescribeVpcEndpointServices")
    fact = network.endpoint_services(ScriptedAws({"ec2:DescribeVpcEndpointServices": refused}))
    assert isinstance(fact, Unknown)
    assert fact.right == "ec2:DescribeVpcEndpointServices"


@pytest.mark.parametrize(
    ("target", "state", "public", "services", "expected"),
    [
        ("", "", False, ("ssm",), True),
        ("", "", False, (), False),
        ("", "", False, ("kms",), False),
        ("nat-1", "active", False, ("ssm",), False),
        ("nat-1", "blackhole", False, ("ssm",), True),
        ("igw-1", "active", False, ("ssm",), True),
        ("igw-1", "active", True, ("ssm",), False),
    ],
)
@pytest.mark.parametrize("main", [True, False])
def test_endpoints_may_be_missing_where_nothing_leads_out(
    target: str, state: str, public: bool, services: tuple[str, ...], expected: bool, main: bool
) -> None:
    routes = (Route("10.0.0.0/16", "local", "active"),)
    if target:
        routes += (Route("0.0.0.0/0", target, state),)
    table = RouteTable("rtb-1", "vpc-1", main, () if main else ("subnet-1",), routes)
    facts = NetworkFacts(
        route_tables=known((table,)),
        endpoints=known((endpoint("1", "kms"),)),
        nat_gateways=known({}),
    )
    places = [("vpc-1", "subnet-1", public)]
    assert network.lacks_endpoints(facts, places, services) is expected


def test_without_nodes_no_endpoint_is_missing() -> None:
    facts = NetworkFacts(route_tables=known(()), endpoints=known(()))
    places = [("vpc-1", "subnet-1", False)]
    assert network.lacks_endpoints(facts, places, ["ssm"])
    assert not network.lacks_endpoints(facts, [], ["ssm"])


@pytest.mark.parametrize("part", ["route_tables", "endpoints"])
def test_nothing_is_asked_where_no_plan_could_be_made(part: str) -> None:
    facts = NetworkFacts(route_tables=known(()), endpoints=known(()))
    facts = replace(facts, **{part: DENIED})
    assert not network.lacks_endpoints(facts, [("vpc-1", "subnet-1", False)], ["ssm"])
