"""The way to one service as one answer: the first step that breaks."""

from dataclasses import replace

import pytest
from support.net import EVERYTHING, LOCAL, Net, endpoint, endpoints, look, node, route, rule
from support.plan_facts import hybrid, known

from ssmwizard.checks.hop import Holds
from ssmwizard.checks.way import behind, way
from ssmwizard.model.facts import Unknown, Why
from ssmwizard.model.network import Subnet, VpcDns
from ssmwizard.model.node import Interface

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


def s3(**changes):
    """A net with a gateway endpoint for S3, to which the subnet's routes lead."""
    gate = endpoint("s3", "vpce-s3", type="Gateway", groups=(), subnets=(), private_dns=False)
    net = Net(**{"endpoints": (gate,), "routes": dict(ALONE), **changes})
    net.routes["subnet-a"] = (LOCAL, route("vpce-s3", "pl-s3"))
    return net


GATE = endpoint("s3", "vpce-s3", type="Gateway", groups=(), subnets=(), private_dns=False)
OFF = VpcDns(support=True, hostnames=False)


@pytest.mark.parametrize(
    ("net", "holds", "by"),
    [
        (s3(), Holds.YES, "vpc-1"),
        (s3(egress={"sg-node": (rule("pl-s3"),)}), Holds.YES, "vpc-1"),
        (s3(egress={"sg-node": (rule("0.0.0.0/0"),)}), Holds.YES, "vpc-1"),
        (s3(egress={"sg-node": (rule("52.0.0.0/8"),)}), Holds.UNKNOWN, "sg-node"),
        (
            s3(
                egress={"sg-node": (rule("52.0.0.0/8"),)},
                prefix_lists={"pl-s3": known(("52.1.0.0/16",))},
            ),
            Holds.YES,
            "vpc-1",
        ),
        (s3(egress={"sg-node": (rule("pl-other"),)}, prefix_lists={"pl-other": known(())}), Holds.NO, "sg-node"),
        (s3(acls={"subnet-a": ()}), Holds.NO, "acl-a"),
        (s3(endpoints=(replace(GATE, state="failed"),)), Holds.UNKNOWN, "vpce-s3"),
        (s3(endpoints=(replace(GATE, addresses="ipv6"),)), Holds.NO, "vpce-s3"),
        (Net(routes=ALONE, endpoints=(GATE,)), Holds.NO, "vpce-s3"),
        (Net(endpoints=(GATE,)), Holds.YES, "vpc-1"),
        # An interface endpoint with private DNS takes the name; one without leaves it to the gateway.
        (s3(endpoints=(GATE, endpoint("s3"))), Holds.YES, "vpc-1"),
        (s3(endpoints=(GATE, endpoint("s3")), ingress={}), Holds.NO, "sg-end"),
        (s3(endpoints=(GATE, endpoint("s3", private_dns=False)), ingress={}), Holds.YES, "vpce-s3"),
        (s3(endpoints=(GATE, endpoint("s3")), ingress={}, dns=OFF), Holds.PARTLY, "vpc-1"),
    ],
)  # fmt: skip
def test_a_bucket_is_reached_through_a_gateway_endpoint(net, holds, by) -> None:
    found = to("s3", net)
    assert (found.holds, found.by) == (holds, by), found.said.english()


def test_a_gateway_endpoint_behind_a_black_hole_breaks_the_way() -> None:
    net = s3()
    net.routes["subnet-a"] = (LOCAL, route("vpce-s3", "pl-s3", "blackhole"))
    assert (to("s3", net).holds, to("s3", net).by) == (Holds.NO, "vpce-s3")


def test_a_gateway_endpoint_serves_its_own_service_alone() -> None:
    assert to("kms", s3()).by == "rtb-a"


def test_a_gateway_endpoint_is_not_seen_without_the_route_tables() -> None:
    denied = Unknown(Why.DENIED, right="ec2:DescribeRouteTables")
    found = to("s3", s3(denied={"route_tables": denied}))
    assert (found.holds, found.unknown) == (Holds.UNKNOWN, denied)


def test_the_gateway_endpoint_is_named_beside_the_host() -> None:
    assert "s3.eu-west-3.amazonaws.com (vpce-s3)" in to("s3", s3()).said.english()


def test_another_interface_puts_a_broken_way_in_doubt() -> None:
    net = Net(
        routes={**ALONE, "subnet-b": (LOCAL, route("nat-1")), "subnet-pub": (LOCAL, route("igw-1"))}
    )
    net.subnets["subnet-b"] = Subnet("subnet-b", "vpc-1", "a", ("10.0.3.0/24",), "off")
    one = node()
    instance = one.instance.require()
    second = Interface("eni-2", 1, "subnet-b", "10.0.3.10", None, (), ("sg-node",))
    both = replace(instance, interfaces=(*instance.interfaces, second))
    assert to("kms", net).holds is Holds.NO
    assert to("kms", net, replace(one, instance=known(both))).holds is Holds.UNKNOWN


def test_a_way_that_holds_is_the_echo_of_nothing() -> None:
    one = node()
    seen = look(Net(), one)
    assert behind(seen, one, way(seen, one, "kms")) == ()
