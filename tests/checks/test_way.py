"""The way to one service as one answer: the first step that breaks."""

from dataclasses import replace

import pytest
from support.net import EVERYTHING, LOCAL, Net, endpoint, endpoints, look, node, rule
from support.plan_facts import hybrid, known

from ssmwizard.checks.hop import Holds
from ssmwizard.checks.way import way
from ssmwizard.model.facts import Unknown, Why
from ssmwizard.model.network import VpcDns

ALONE = {"subnet-a": (LOCAL,), "": (LOCAL,)}


def to(service, net, one=None):
    chosen = one or node()
    return way(look(net, chosen), chosen, service)


@pytest.mark.parametrize("service", ["ssm", "ssmmessages", "kms", "logs", "s3", "ec2messages"])
def test_a_service_without_an_endpoint_is_reached_through_the_internet(service) -> None:
    found = to(service, Net(endpoints=endpoints(), ingress={}))
    expected = Holds.NO if service.startswith("ssm") else Holds.YES
    assert found.holds is expected
    assert f"{service}.eu-west-3.amazonaws.com" in found.said.english()


def test_the_first_step_that_breaks_is_named_with_the_host_and_what_decides() -> None:
    net = Net(
        routes=ALONE,
        endpoints=(endpoint("kms"),),
        egress={"sg-node": (EVERYTHING,), "sg-end": ()},
        ingress={"sg-end": (rule("10.9.0.0/16"),)},
    )
    found = to("kms", net)
    assert found.holds is Holds.NO
    assert found.by == "sg-end"
    said = found.said.english()
    assert "Add an incoming rule to sg-end: TCP 443 from sg-node." in said
    assert "kms.eu-west-3.amazonaws.com (vpce-kms)" in said
    assert to("kms", replace(net, dns=VpcDns(support=False, hostnames=True))).by == "vpc-1"
    assert to("logs", net).by == "rtb-a"


def test_what_may_not_be_seen_names_the_fact_that_is_missing() -> None:
    denied = Unknown(Why.DENIED, right="ec2:DescribeRouteTables")
    found = to("kms", Net(denied={"route_tables": denied}))
    assert (found.holds, found.unknown) == (Holds.UNKNOWN, denied)


def test_an_instance_that_could_not_be_looked_at_is_not_known() -> None:
    denied = Unknown(Why.DENIED, right="ec2:DescribeInstances")
    found = to("kms", Net(), replace(node(), instance=denied))
    assert (found.holds, found.unknown) == (Holds.UNKNOWN, denied)


@pytest.mark.parametrize(
    "one",
    [
        hybrid("mi-1"),
        node(vpc_id=None, state="terminated"),
        replace(node(), instance=known(None)),
    ],
)
def test_a_machine_in_no_network_of_the_account_has_no_way_to_be_judged(one) -> None:
    assert to("kms", Net(), one).holds is Holds.ABSENT
