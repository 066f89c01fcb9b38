"""What the service should never say about a network: no crash, no guess, and only what it touches."""

from dataclasses import replace

import pytest
from support.net import (
    ACL,
    DNS,
    ENDPOINT,
    EVERYTHING,
    LOCAL,
    NODE,
    ROUTE,
    Net,
    endpoints,
    entry,
    findings,
    look,
    node,
    open_both_ways,
    route,
    rule,
    statuses,
)
from support.plan_facts import known

from ssmwizard.checks.judge import judge
from ssmwizard.checks.network import CHECKS
from ssmwizard.model.network import Permission, Subnet

ALONE = {"subnet-a": (LOCAL,), "subnet-e": (LOCAL,), "": (LOCAL,)}
ODD = "10.0.0.0/99"


def isolated(**changes):
    return Net(**{"routes": ALONE, "endpoints": endpoints(), **changes})


def routed(*routes):
    return Net(routes={"subnet-a": routes, "subnet-pub": (LOCAL, route("igw-1")), "": (LOCAL,)})


def odd(*peers, **more):
    return replace(rule(**more), cidrs=peers)


@pytest.mark.parametrize(
    ("net", "expected"),
    [
        # A rule that cannot be read may open what nothing else opens, and matters no further.
        (isolated(ingress={"sg-end": (odd(ODD),)}), {ENDPOINT: "unknown"}),
        (isolated(ingress={"sg-end": (odd(""),)}), {ENDPOINT: "unknown"}),
        (isolated(ingress={"sg-end": (odd(ODD), rule("10.0.0.0/16"))}), {}),
        (isolated(ingress={"sg-end": (odd(ODD, ports=(80, 80)),)}), {ENDPOINT: "failed"}),
        (isolated(ingress={"sg-end": (replace(rule(), groups=("",)),)}), {ENDPOINT: "unknown"}),
        (isolated(ingress={"sg-end": (rule("pl-odd"),)}, prefix_lists={"pl-odd": known((ODD,))}), {ENDPOINT: "unknown"}),
        (Net(egress={"sg-node": (odd("all"),)}), {NODE: "unknown"}),
        (Net(egress={"sg-node": (rule("0.0.0.0/0", ports=None),)}), {NODE: "unknown"}),
        (Net(egress={"sg-node": (rule("0.0.0.0/0", ports=None, protocol="quic"),)}), {NODE: "failed"}),
        # So may an entry of a network ACL, in its own direction.
        (Net(acls={"subnet-a": (*open_both_ways(), entry(9, "deny", ODD))}), {ACL: "unknown"}),
        (Net(acls={"subnet-a": (*open_both_ways(), entry(9, "deny", "", out=False))}), {ACL: "unknown"}),
        (Net(acls={"subnet-a": (*open_both_ways(), entry(9, "deny", ODD, protocol="17"))}), {}),
        (Net(acls={"subnet-a": (*open_both_ways(), replace(entry(9, "deny", ports=(1, 2)), to_port=None))}), {ACL: "unknown"}),
        # And a route; without any, a table is not shown.
        (routed(LOCAL, route("nat-1"), route("nat-1", ODD)), {ROUTE: "unknown"}),
        (routed(LOCAL, route("nat-1"), route("", "")), {ROUTE: "unknown"}),
        (routed(), {ROUTE: "unknown"}),
        (isolated(routes={"subnet-a": (LOCAL, route("tgw-1", ODD)), "": (LOCAL,)}), {ROUTE: "unknown"}),
        (isolated(routes={"subnet-a": (), "": (LOCAL,)}), {ROUTE: "unknown"}),
        # Everything led to itself leads nowhere that is seen.
        (routed(route("local", "0.0.0.0/0")), {ROUTE: "unknown"}),
        # An endpoint of a kind that came later may take the name.
        (isolated(endpoints=endpoints(type="Quantum")), {DNS: "unknown", ROUTE: "unknown"}),
        (Net(endpoints=endpoints(type="Quantum")), {DNS: "unknown"}),
        # Blocks of subnets and of the VPC.
        (isolated(subnets={"subnet-a": Subnet("subnet-a", "vpc-1", "a", ("10.0.1.0/24",), "off"), "subnet-e": Subnet("subnet-e", "vpc-1", "a", (ODD,), "off")}), {ROUTE: "unknown", ACL: "unknown"}),
        (isolated(blocks=(ODD,)), {}),
        (isolated(blocks=()), {}),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_unknown_where_it_matters(net, expected) -> None:
    found = {k: v for k, v in statuses(net).items() if v not in ("passed", "skipped")}
    assert found == expected


def test_an_address_that_cannot_be_read_is_not_known() -> None:
    net = isolated(ingress={"sg-end": (rule("10.0.1.0/24"),)})
    assert statuses(net, node(address="10.0.1"))[ENDPOINT] == "unknown"


def test_an_odd_rule_is_shown() -> None:
    said = findings(isolated(ingress={"sg-end": (odd(ODD),)}))[ENDPOINT].text.english()
    assert f"sg-end: tcp 443 {ODD}" in said


def test_a_vpc_that_is_not_shown_leaves_the_names_unknown() -> None:
    net = Net()
    facts = net.facts()
    seen = replace(look(net), network=replace(facts, vpcs=known({})))
    assert {f.check for f in judge(seen, CHECKS) if f.status == "unknown"} == {DNS}


def test_dhcp_options_that_are_not_shown_leave_the_names_unknown() -> None:
    net = Net()
    seen = replace(look(net), network=replace(net.facts(), dhcp_options=known({})))
    assert {f.check for f in judge(seen, CHECKS) if f.status == "unknown"} == {DNS}


def test_thousands_of_rules_are_added_up() -> None:
    blocks = [f"10.0.{a}.{b}/32" for a in range(1, 21) for b in range(256)]
    many = [rule(block) for block in blocks]
    wide = [rule(f"{a}.{b}.0.0/12") for a in range(256) for b in range(0, 256, 16)]
    net = isolated(ingress={"sg-end": many}, egress={"sg-node": wide, "sg-end": ()})
    assert set(statuses(net).values()) == {"passed"}


def test_protocols_and_ports_as_the_service_may_write_them() -> None:
    every = Permission("-1", None, None, ("0.0.0.0/0",), (), ())
    assert statuses(Net(egress={"sg-node": (every,)}))[NODE] == "passed"
    assert (
        statuses(
            Net(egress={"sg-node": (replace(every, protocol="6", from_port=-1, to_port=-1),)})
        )[NODE]
        == "passed"
    )
    assert statuses(Net(egress={"sg-node": (EVERYTHING,)}))[NODE] == "passed"
