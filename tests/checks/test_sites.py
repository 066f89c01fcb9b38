"""From where a node may set out: its interfaces and families, and what a second one changes."""

from dataclasses import replace

import pytest
from support.net import (
    ENDPOINT,
    LOCAL,
    LOCAL6,
    NODE,
    POLICY,
    ROUTE,
    Net,
    endpoints,
    findings,
    look,
    node,
    route,
    rule,
    statuses,
)
from support.plan_facts import known, managed

from ssmwizard.checks.alike import alike
from ssmwizard.checks.layout import layout_of
from ssmwizard.checks.sites import DYNAMIC_PORTS, LINUX_PORTS, standings
from ssmwizard.checks.spans import block
from ssmwizard.model.facts import Unknown, Why
from ssmwizard.model.network import Subnet
from ssmwizard.model.node import Interface

FIRST = Interface("eni-1", 0, "subnet-a", "10.0.1.10", None, (), ("sg-node",))
SECOND = Interface("eni-2", 1, "subnet-b", "10.0.3.10", None, (), ("sg-node",))


def with_interfaces(*interfaces, **changes):
    made = node(**changes)
    return replace(
        made, instance=known(replace(made.instance.require(), interfaces=tuple(interfaces)))
    )


def net(*routes, second=(), **changes):
    """A net with another subnet, subnet-b, which has routes of its own."""
    made = Net(**changes)
    made.subnets["subnet-b"] = Subnet("subnet-b", "vpc-1", "a", ("10.0.3.0/24",), "off")
    made.routes |= {"subnet-a": (LOCAL, *routes), "subnet-b": (LOCAL, *second)}
    return made


def places(one, of=None):
    return standings(look(of or net(), one), one)


def test_the_primary_interface_comes_first_wherever_it_is_listed() -> None:
    found = places(with_interfaces(SECOND, FIRST))
    assert [(one.interface, one.site.subnet) for one in found] == [
        ("eni-1", "subnet-a"),
        ("eni-2", "subnet-b"),
    ]


def test_an_instance_that_shows_no_interface_stands_where_it_says_itself() -> None:
    (only,) = places(with_interfaces(public="3.3.3.3"))
    assert (only.interface, only.site.subnet, only.site.public) == ("", "subnet-a", True)
    assert only.site.addresses == (block("10.0.1.10")[1],)


def test_a_secondary_interface_without_an_address_is_none() -> None:
    silent = replace(SECOND, private_ip=None)
    assert len(places(with_interfaces(FIRST, silent))) == 1


def test_an_interface_has_a_place_for_each_family() -> None:
    both = replace(FIRST, ipv6=("2600:1f00::a",))
    found = places(with_interfaces(both))
    assert [one.site.family for one in found] == [4, 6]
    alone = replace(both, private_ip=None)
    assert [one.site.family for one in places(with_interfaces(alone, address=None))] == [6]


def test_the_public_address_of_another_interface_is_not_that_of_the_node() -> None:
    elastic = replace(SECOND, public_ip="3.3.3.3")
    assert [one.site.public for one in places(with_interfaces(FIRST, elastic))] == [False, True]


@pytest.mark.parametrize(
    ("platform", "system", "ports"),
    [
        ("Linux/UNIX", None, LINUX_PORTS),
        ("Windows", None, DYNAMIC_PORTS),
        ("Linux/UNIX", "MacOS", DYNAMIC_PORTS),
        ("Windows", "Linux", LINUX_PORTS),
    ],
)
def test_the_system_decides_from_which_ports_connections_come(platform, system, ports) -> None:
    one = node(platform=platform)
    if system:
        one = replace(one, managed=known(replace(managed("i-1"), platform_type=system)))
    assert places(one)[0].site.ports == ports


@pytest.mark.parametrize(
    ("of", "expected"),
    [
        (net(route("nat-1")), "passed"),
        (net(route("nat-1"), second=(route("nat-1"),)), "passed"),
        (net(), "failed"),
        (net(second=(route("nat-1"),)), "unknown"),
        (net(second=(route("tgw-1"),)), "unknown"),
        (net(route("tgw-1"), second=(route("nat-1"),)), "unknown"),
    ],
)
def test_another_interface_matters_only_where_the_first_way_is_broken(of, expected) -> None:
    assert statuses(of, with_interfaces(FIRST, SECOND))[ROUTE] == expected


def test_another_interface_that_matters_is_named() -> None:
    of = net(second=(route("nat-1"),))
    said = findings(of, with_interfaces(FIRST, SECOND))[ROUTE].text.english()
    assert "eni-2 in subnet subnet-b" in said
    assert "No way leads out of subnet subnet-a" in said


def test_only_the_step_that_breaks_is_in_doubt() -> None:
    of = net(
        route("nat-1"),
        second=(route("nat-1"),),
        egress={"sg-node": (), "sg-2": (rule("0.0.0.0/0"),)},
    )
    one = with_interfaces(FIRST, replace(SECOND, groups=("sg-2",)))
    found = {check: status for check, status in statuses(of, one).items() if status != "passed"}
    assert found == {NODE: "unknown", ENDPOINT: "skipped", POLICY: "skipped"}


def test_an_interface_in_another_vpc_cannot_be_judged() -> None:
    one = with_interfaces(FIRST, replace(SECOND, subnet_id="subnet-foreign"))
    assert statuses(net(), one)[ROUTE] == "unknown"
    denied = {"subnets": Unknown(Why.DENIED, right="ec2:DescribeSubnets")}
    assert statuses(net(denied=denied), one)[ROUTE] == "unknown"


@pytest.mark.parametrize(
    ("agent", "expected"), [(None, "unknown"), ("3.3.3270.0", "unknown"), ("3.2.0.0", "failed")]
)
def test_ipv6_is_another_way_for_an_agent_that_knows_it(agent, expected) -> None:
    of = Net()
    of.routes["subnet-a"] = (LOCAL, LOCAL6, route("eigw-1", "::/0"))
    one = node(ipv6=("2600:1f00::a",))
    if agent is not None:
        one = replace(one, managed=known(managed("i-1", ping="ConnectionLost", agent=agent)))
    finding = findings(of, one)[ROUTE]
    assert finding.status == expected
    assert ("dual-stack endpoints" in finding.text.english()) is (expected == "unknown")


def test_addresses_between_the_ends_of_all_blocks_are_alike() -> None:
    of = Net(
        routes={"subnet-a": (LOCAL,), "": (LOCAL,)},
        endpoints=endpoints(),
        ingress={"sg-end": (rule("10.0.1.8/29"), rule("10.0.1.3/32", ports=(22, 22)))},
        prefix_lists={"pl-1": known(("10.0.1.128/25", "no block")), "pl-2": Unknown(Why.DENIED)},
    )
    made = {}
    for last in range(256):
        one = node(address=f"10.0.1.{last}")
        seen = look(of, one)
        site = alike(layout_of(seen), standings(seen, one)[0].site, 443)
        made.setdefault(site.addresses, []).append(last)
    assert sorted((found[0], found[-1]) for found in made.values()) == [
        (0, 7),
        (8, 15),
        (16, 127),
        (128, 255),
    ]
