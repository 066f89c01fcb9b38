"""The checks of the network: which of them speaks up, for which fault, and which stay quiet."""

from dataclasses import replace

import pytest
from support.net import (
    ACL,
    DNS,
    ENDPOINT,
    EVERYTHING,
    LOCAL,
    LOCAL6,
    NODE,
    POLICY,
    ROUTE,
    Net,
    endpoint,
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
from support.plan_facts import hybrid, known, managed

from ssmwizard import resources
from ssmwizard.checks.judge import judge
from ssmwizard.checks.network import CHECKS
from ssmwizard.model.facts import Unknown, Why
from ssmwizard.model.findings import Grade
from ssmwizard.model.network import NatGateway, Subnet, VpcDns

NO_WAY_OUT = {"subnet-a": (LOCAL,), "subnet-e": (LOCAL,), "": (LOCAL,)}


def isolated(**changes):
    """A VPC with endpoints and no other way."""
    return Net(**{"routes": NO_WAY_OUT, "endpoints": endpoints(), **changes})


def way(*routes, **changes):
    """A net in which the node's subnet has these routes."""
    net = Net(**changes)
    net.routes["subnet-a"] = (LOCAL, *routes)
    return net


def behind_nat(*routes, **changes):
    """A net in which the subnet of the NAT gateway has these routes."""
    net = Net(**changes)
    net.routes["subnet-pub"] = (LOCAL, *routes)
    return net


def shape(net, *nodes):
    """The checks that did not pass (or were skipped), with their status."""
    return {
        check: status
        for check, status in statuses(net, *nodes).items()
        if status not in ("passed", "skipped")
    }


def test_a_node_behind_a_nat_gateway_is_well_and_needs_no_endpoint() -> None:
    assert statuses(Net()) == {
        DNS: "passed",
        ROUTE: "passed",
        NODE: "passed",
        ENDPOINT: "skipped",
        ACL: "passed",
        POLICY: "skipped",
    }


def test_a_node_with_endpoints_alone_is_well() -> None:
    assert set(statuses(isolated()).values()) == {"passed"}


@pytest.mark.parametrize(
    ("net", "nodes", "expected"),
    [
        # Routes.
        (way(), (), {ROUTE: "failed"}),
        (way(route("nat-1", state="blackhole")), (), {ROUTE: "failed"}),
        (way(route("nat-1", state="filtered")), (), {ROUTE: "unknown"}),
        (way(route("igw-1")), (), {ROUTE: "failed"}),
        (way(route("igw-1")), (node(public="3.3.3.3"),), {}),
        (way(route("igw-1")), (node(state="stopped"),), {ROUTE: "unknown"}),
        (way(route("tgw-1")), (), {ROUTE: "unknown"}),
        (way(route("vgw-1", propagated=True)), (), {ROUTE: "unknown"}),
        (way(route("pcx-1")), (), {ROUTE: "unknown"}),
        (way(route("eni-1")), (), {ROUTE: "unknown"}),
        (way(route("vpce-firewall")), (), {ROUTE: "unknown"}),
        (way(route("cagw-1")), (), {ROUTE: "unknown"}),
        (way(route("lgw-1")), (), {ROUTE: "unknown"}),
        (way(route("arn:aws:networkmanager::1:core-network/core-network-1")), (), {ROUTE: "unknown"}),
        (way(route("")), (), {ROUTE: "unknown"}),
        (way(route("nat-1", state="")), (), {ROUTE: "unknown"}),
        (way(route("tgw-1", "10.0.0.0/8")), (), {ROUTE: "unknown"}),
        (way(route("nat-1", state="blackhole"), route("tgw-1", "10.0.0.0/8")), (), {ROUTE: "failed"}),
        # Half of the addresses each: together they are the whole.
        (way(route("nat-1", "0.0.0.0/1"), route("nat-1", "128.0.0.0/1")), (), {}),
        (way(route("nat-1", "0.0.0.0/1")), (), {ROUTE: "unknown"}),
        (way(route("nat-1"), route("tgw-1", "52.0.0.0/8")), (), {ROUTE: "unknown"}),
        # One network behind a VPN says nothing about AWS.
        (way(route("nat-1"), route("vgw-1", "8.8.8.0/24")), (), {}),
        (way(route("nat-1"), route("vgw-1", "8.8.8.0/24", "blackhole")), (), {}),
        # The longest prefix decides, a route for all or not.
        (way(route("tgw-1"), route("nat-1", "0.0.0.0/1"), route("nat-1", "128.0.0.0/1")), (), {}),
        # NAT gateways.
        (Net(nats=()), (), {ROUTE: "unknown"}),
        (Net(nats=(NatGateway("nat-1", "subnet-pub", "", "failed", "public"),)), (), {ROUTE: "failed"}),
        (Net(nats=(NatGateway("nat-1", "subnet-pub", "", "pending", "public"),)), (), {ROUTE: "failed"}),
        (Net(nats=(NatGateway("nat-1", "subnet-pub", "", "available", "private"),)), (), {ROUTE: "failed"}),
        (Net(nats=(NatGateway("nat-1", "subnet-a", "", "available", "public"),)), (), {ROUTE: "failed"}),
        (Net(nats=(NatGateway("nat-1", "subnet-e", "", "available", "public"),)), (), {ROUTE: "failed"}),
        (Net(nats=(NatGateway("nat-1", "", "rtb-pub", "available", "public"),)), (), {}),
        (Net(nats=(NatGateway("nat-1", "", "", "available", "public"),)), (), {ROUTE: "unknown"}),
        (Net(nats=(NatGateway("nat-1", "subnet-pub", "", "resting", "public"),)), (), {ROUTE: "unknown"}),
        (Net(nats=(NatGateway("nat-1", "subnet-pub", "", "", "public"),)), (), {ROUTE: "unknown"}),
        (Net(nats=(NatGateway("nat-1", "subnet-pub", "", "available", "quantum"),)), (), {ROUTE: "unknown"}),
        (Net(nats=(NatGateway("nat-1", "subnet-pub", "", "available", "public", "vpc-2"),)), (), {ROUTE: "unknown"}),
        (Net(nats=(NatGateway("nat-1", "subnet-pub", "", "available", "public", "vpc-1"),)), (), {}),
        (behind_nat(route("igw-1", state="blackhole")), (), {ROUTE: "failed"}),
        (behind_nat(route("igw-1", state="filtered")), (), {ROUTE: "unknown"}),
        (behind_nat(route("tgw-1")), (), {ROUTE: "unknown"}),
        (behind_nat(route("tgw-1"), nats=(NatGateway("nat-1", "subnet-pub", "", "available", "private"),)), (), {ROUTE: "unknown"}),
        (behind_nat(route("igw-1"), route("tgw-1", "52.0.0.0/8")), (), {ROUTE: "unknown"}),
        (behind_nat(route("igw-1"), route("vgw-1", "8.8.8.0/24")), (), {}),
        # The node's security group, towards the internet.
        (Net(egress={"sg-node": ()}), (), {NODE: "failed"}),
        (Net(egress={"sg-node": (rule("0.0.0.0/0", ports=(80, 80)),)}), (), {NODE: "failed"}),
        (Net(egress={"sg-node": (rule("0.0.0.0/0", protocol="udp"),)}), (), {NODE: "failed"}),
        (Net(egress={"sg-node": (rule("10.0.0.0/8"),)}), (), {NODE: "failed"}),
        (Net(egress={"sg-node": (rule("::/0"),)}), (), {NODE: "failed"}),
        (Net(egress={"sg-node": (rule("52.94.0.0/16"),)}), (), {NODE: "unknown"}),
        (Net(egress={"sg-node": (rule("0.0.0.0/0"),)}), (), {}),
        (Net(egress={"sg-node": (rule("0.0.0.0/0", ports=(0, 65535)),)}), (), {}),
        (Net(egress={"sg-node": (rule("0.0.0.0/1"), rule("128.0.0.0/1"))}), (), {}),
        (Net(egress={"sg-other": ()}), (), {NODE: "unknown"}),
        # Network ACLs, towards the internet.
        (Net(acls={"subnet-a": (entry(90, "deny", ports=(443, 443)), *open_both_ways())}), (), {ACL: "failed"}),
        (Net(acls={"subnet-a": (entry(110, "deny", ports=(443, 443)), *open_both_ways())}), (), {}),
        (Net(acls={"subnet-a": (entry(90, "deny", protocol="17"), *open_both_ways())}), (), {}),
        (Net(acls={"subnet-a": ()}), (), {ACL: "failed"}),
        (
            Net(acls={"subnet-a": (entry(90, "deny", ports=(1024, 65535), out=False), *open_both_ways())}),
            (),
            {ACL: "failed"},
        ),
        # Denying one network is no reason to worry; denying a large one is.
        (Net(acls={"subnet-a": (entry(90, "deny", "8.8.8.0/24"), *open_both_ways())}), (), {}),
        (Net(acls={"subnet-a": (entry(90, "deny", "52.0.0.0/8"), *open_both_ways())}), (), {ACL: "unknown"}),
        # Through the subnet of the NAT gateway too.
        (Net(acls={"subnet-pub": (entry(90, "deny", ports=(443, 443), out=False), *open_both_ways())}), (), {ACL: "failed"}),
        (Net(acls={"subnet-pub": (entry(90, "deny", "10.0.1.0/24"), *open_both_ways())}), (), {ACL: "failed"}),
        # Where a part of the addresses goes another way, its ACL decides for that part alone.
        (way(route("nat-1", "0.0.0.0/1"), route("igw-1"), acls={"subnet-pub": ()}), (node(public="3.3.3.3"),), {ACL: "unknown"}),
        (way(route("nat-1", "0.0.0.0/1"), route("igw-1")), (node(public="3.3.3.3"),), {}),
        # DNS.
        (Net(dns=VpcDns(support=False, hostnames=True)), (), {DNS: "failed"}),
        (Net(dns=VpcDns(support=True, hostnames=False)), (), {}),
        (Net(dns=VpcDns(support=False, hostnames=False), servers=("10.9.9.9",)), (), {DNS: "unknown"}),
        (Net(servers=("10.9.9.9",)), (), {DNS: "unknown"}),
        (Net(servers=("AmazonProvidedDNS", "10.9.9.9")), (), {DNS: "unknown"}),
        (Net(servers=()), (), {DNS: "unknown"}),
        (Net(servers=("10.0.0.2",)), (), {}),
        # The resolver stands in the first block of the VPC alone.
        (Net(servers=("10.1.0.2",), blocks=("10.0.0.0/16", "10.1.0.0/16")), (), {DNS: "unknown"}),
    ],
)  # fmt: skip
def test_towards_the_internet(net, nodes, expected) -> None:
    assert shape(net, *nodes) == expected


@pytest.mark.parametrize(
    ("net", "expected"),
    [
        # Endpoints that take the name, and are broken, shadow a healthy NAT gateway.
        (Net(endpoints=endpoints(), ingress={"sg-end": ()}), {ENDPOINT: "failed"}),
        (isolated(ingress={"sg-end": ()}), {ENDPOINT: "failed"}),
        (isolated(ingress={"sg-end": (rule("10.0.1.0/24"),)}), {}),
        (isolated(ingress={"sg-end": (rule("10.0.1.10/32"),)}), {}),
        (isolated(ingress={"sg-end": (rule("10.0.1.11/32"),)}), {ENDPOINT: "failed"}),
        (isolated(ingress={"sg-end": (rule("sg-node"),)}), {}),
        (isolated(ingress={"sg-end": (rule("sg-node", ports=(22, 443)),)}), {}),
        (isolated(ingress={"sg-end": (rule("sg-node", ports=(22, 442)),)}), {ENDPOINT: "failed"}),
        (isolated(ingress={"sg-end": (rule("sg-peer"),)}), {ENDPOINT: "failed"}),
        (isolated(ingress={"sg-end": (rule("sg-end"),)}), {ENDPOINT: "failed"}),
        (isolated(ingress={"sg-end": (EVERYTHING,)}), {}),
        (isolated(ingress={"sg-end": (replace(EVERYTHING, protocol="6", from_port=-1, to_port=-1),)}), {}),
        (isolated(endpoints=endpoints(groups=())), {ENDPOINT: "unknown"}),
        (isolated(endpoints=endpoints(groups=("sg-foreign",))), {ENDPOINT: "unknown"}),
        (isolated(endpoints=endpoints(groups=("sg-end", "sg-foreign"))), {}),
        # The node's own group, towards endpoints.
        (isolated(egress={"sg-node": (rule("10.0.2.0/24"),), "sg-end": ()}), {}),
        (isolated(egress={"sg-node": (rule("sg-end"),), "sg-end": ()}), {}),
        (isolated(egress={"sg-node": (rule("sg-node"),), "sg-end": ()}), {NODE: "failed"}),
        (isolated(egress={"sg-node": (rule("10.0.3.0/24"),), "sg-end": ()}), {NODE: "failed"}),
        (isolated(egress={"sg-node": (rule("10.0.2.7/32"),), "sg-end": ()}), {NODE: "unknown"}),
        (isolated(endpoints=endpoints(subnets=()), egress={"sg-node": (rule("10.0.2.0/24"),), "sg-end": ()}), {ROUTE: "failed", NODE: "unknown", ACL: "unknown"}),
        (isolated(endpoints=endpoints(subnets=("subnet-gone",)), egress={"sg-node": (rule("10.0.2.0/24"),), "sg-end": ()}), {ROUTE: "unknown", NODE: "unknown", ACL: "unknown"}),
        (isolated(endpoints=endpoints(subnets=("subnet-gone", "subnet-e")), egress={"sg-node": (rule("10.0.9.0/24"),), "sg-end": ()}), {ROUTE: "unknown", NODE: "unknown", ACL: "unknown"}),
        # Name resolution.
        (isolated(dns=VpcDns(support=False, hostnames=True)), {DNS: "failed"}),
        (isolated(dns=VpcDns(support=True, hostnames=False)), {DNS: "failed"}),
        (isolated(endpoints=endpoints(private_dns=False)), {DNS: "failed"}),
        (isolated(servers=("10.9.9.9",)), {DNS: "unknown"}),
        (isolated(servers=("10.0.0.2",)), {}),
        (isolated(servers=("169.254.169.253",)), {}),
        # The same with a NAT gateway beside: the node goes that way instead.
        (Net(endpoints=endpoints(), dns=VpcDns(support=True, hostnames=False)), {DNS: "warning"}),
        (Net(endpoints=endpoints(private_dns=False)), {}),
        (way(route("tgw-1"), endpoints=endpoints(private_dns=False)), {DNS: "unknown", ROUTE: "unknown"}),
        # Own name servers: only what breaks both ways has failed.
        (Net(endpoints=endpoints(), servers=("10.9.9.9",), ingress={"sg-end": ()}), {DNS: "unknown", ENDPOINT: "unknown"}),
        (Net(endpoints=endpoints(), servers=("10.9.9.9",), egress={"sg-node": (), "sg-end": ()}), {DNS: "unknown", NODE: "failed"}),
        (isolated(servers=("10.9.9.9",), ingress={"sg-end": ()}), {DNS: "unknown", ENDPOINT: "failed"}),
        (Net(endpoints=endpoints(groups=("sg-foreign",)), servers=("10.9.9.9",)), {DNS: "unknown", ENDPOINT: "unknown"}),
        (way(route("tgw-1"), endpoints=endpoints(), servers=("10.9.9.9",)), {DNS: "unknown", ROUTE: "unknown"}),
        (Net(endpoints=endpoints(), servers=("10.9.9.9",), egress={"sg-node": (rule("0.0.0.0/1"), rule("10.0.0.0/16")), "sg-end": ()}), {DNS: "unknown", NODE: "unknown"}),
        # Endpoints that are not there (yet).
        (isolated(endpoints=endpoints(state="pending")), {ROUTE: "failed"}),
        (isolated(endpoints=endpoints(state="deleting")), {ROUTE: "failed"}),
        (isolated(endpoints=endpoints(addresses="ipv6")), {DNS: "unknown", ROUTE: "failed"}),
        (isolated(endpoints=endpoints(addresses="ipv6", private_dns=False)), {ROUTE: "failed"}),
        (Net(endpoints=endpoints(addresses="ipv6")), {DNS: "unknown", ROUTE: "unknown"}),
        (isolated(endpoints=endpoints(addresses="quantum")), {}),
        (isolated(endpoints=endpoints(state="degraded")), {DNS: "unknown"}),
        (isolated(endpoints=endpoints(state="")), {DNS: "unknown"}),
        (Net(endpoints=endpoints(state="degraded"), ingress={"sg-end": ()}), {DNS: "unknown", ENDPOINT: "unknown"}),
        (isolated(endpoints=endpoints(type="Gateway")), {ROUTE: "failed"}),
        (isolated(endpoints=endpoints(vpc_id="vpc-2")), {ROUTE: "failed"}),
        (isolated(endpoints=endpoints(subnets=())), {ROUTE: "failed", ACL: "unknown"}),
        (Net(endpoints=endpoints(state="failed")), {}),
        # One for each service; a second one helps.
        (isolated(endpoints=(endpoint("ssm"),)), {ROUTE: "failed"}),
        (isolated(endpoints=(endpoint("ssm", "vpce-0", state="failed"), *endpoints())), {}),
        (isolated(endpoints=(endpoint("ssm", "vpce-0", private_dns=False), *endpoints())), {}),
        # Routes inside the VPC.
        (isolated(routes={"subnet-a": (LOCAL, route("eni-9", "10.0.2.0/24")), "": (LOCAL,)}), {ROUTE: "unknown"}),
        (isolated(routes={"subnet-a": (LOCAL, route("eni-9", "10.0.2.0/24", "blackhole")), "": (LOCAL,)}), {ROUTE: "failed"}),
        # What is learned from a VPN never goes before the VPC's own route, what is written may.
        (isolated(routes={"subnet-a": (LOCAL, route("vgw-1", "10.0.2.0/24", propagated=True)), "": (LOCAL,)}), {}),
        (isolated(routes={"subnet-a": (LOCAL, route("vgw-1", "10.0.2.0/24")), "": (LOCAL,)}), {ROUTE: "unknown"}),
        (isolated(endpoints=endpoints(subnets=("subnet-a", "subnet-e")), routes={"subnet-a": (LOCAL, route("eni-9", "10.0.2.0/24", "blackhole")), "": (LOCAL,)}), {ROUTE: "warning"}),
        (isolated(routes={"": (LOCAL,)}), {}),
        (isolated(routes={}), {ROUTE: "unknown"}),
        # Network ACLs on both sides.
        (isolated(acls={"subnet-a": (entry(90, "deny", "10.0.2.0/24"), *open_both_ways())}), {ACL: "failed"}),
        (isolated(acls={"subnet-a": (entry(90, "deny", "10.0.2.0/28"), *open_both_ways())}), {ACL: "unknown"}),
        (isolated(acls={"subnet-a": (entry(90, "deny", "10.0.2.0/24", out=False), *open_both_ways())}), {ACL: "failed"}),
        (isolated(acls={"subnet-e": (entry(90, "deny", "10.0.1.10/32", out=False), *open_both_ways())}), {ACL: "failed"}),
        (isolated(acls={"subnet-e": (entry(90, "deny", "10.0.1.10/32"), *open_both_ways())}), {ACL: "failed"}),
        (isolated(acls={"subnet-e": (entry(90, "deny", "10.0.1.11/32"), *open_both_ways())}), {}),
        # In the node's own subnet none applies.
        (isolated(endpoints=endpoints(subnets=("subnet-a",)), acls={"subnet-a": ()}), {}),
        # In several subnets.
        (isolated(endpoints=endpoints(subnets=("subnet-a", "subnet-e")), acls={"subnet-e": ()}), {ACL: "warning"}),
        (isolated(endpoints=endpoints(subnets=("subnet-a", "subnet-gone"))), {ROUTE: "unknown", ACL: "unknown"}),
        (
            isolated(
                endpoints=endpoints(subnets=("subnet-a", "subnet-e")),
                egress={"sg-node": (rule("10.0.1.0/24"),), "sg-end": ()},
            ),
            {NODE: "warning"},
        ),
    ],
)  # fmt: skip
def test_towards_endpoints(net, expected) -> None:
    assert shape(net) == expected


@pytest.mark.parametrize(
    ("ports", "platform", "expected"),
    [
        ((1024, 65535), "Linux/UNIX", {}),
        ((32768, 65535), "Linux/UNIX", {}),
        ((32768, 60999), "Linux/UNIX", {}),
        ((32768, 61000), "Windows", {ACL: "warning"}),
        ((49152, 65535), "Windows", {}),
        ((49152, 65535), "Linux/UNIX", {ACL: "warning"}),
        ((32768, 50000), "Linux/UNIX", {ACL: "warning"}),
        ((1024, 5000), "Linux/UNIX", {ACL: "failed"}),
        ((443, 443), "Linux/UNIX", {ACL: "failed"}),
    ],
)
def test_the_ports_at_which_the_answer_arrives(ports, platform, expected) -> None:
    entries = (entry(100, "allow"), entry(100, "allow", ports=ports, out=False))
    net = isolated(acls={"subnet-a": entries})
    assert shape(net, node(platform=platform)) == expected


def test_a_nat_gateway_needs_all_its_ports() -> None:
    entries = (entry(100, "allow"), entry(90, "allow", "10.0.0.0/16", out=False))
    answers = entry(100, "allow", ports=(32768, 65535), out=False)
    finding = findings(Net(acls={"subnet-pub": (*entries, answers)}))[ACL]
    assert finding.status == "warning"
    assert "1024-32767" in finding.text.english()


def test_a_mode_of_block_public_access_that_is_not_known_decides_nothing() -> None:
    net = Net()
    net.subnets = {n: replace(one, internet_block="block-some") for n, one in net.subnets.items()}
    assert shape(net) == {ROUTE: "unknown"}


def test_a_subnet_that_is_not_shown_may_be_blocked() -> None:
    net = way(route("igw-1"))
    del net.subnets["subnet-a"]
    assert shape(net, node(public="3.3.3.3"))[ROUTE] == "unknown"


def test_an_endpoint_in_another_zone_works_and_is_worth_a_word() -> None:
    net = isolated()
    net.subnets["subnet-e"] = Subnet("subnet-e", "vpc-1", "b", ("10.0.2.0/24",), "off")
    finding = findings(net)[ROUTE]
    assert shape(net) == {ROUTE: "warning"}
    assert "Add a subnet of a to the endpoint." in finding.text.english()


@pytest.mark.parametrize("gateway", ["igw-1", "nat-1"])
@pytest.mark.parametrize(
    ("mode", "stops"),
    [
        ("off", ()),
        ("", ()),
        ("block-ingress", ("igw-1",)),
        ("block-bidirectional", ("igw-1", "nat-1")),
    ],
)
def test_block_public_access(gateway, mode, stops) -> None:
    net = way(route(gateway))
    net.subnets = {name: replace(one, internet_block=mode) for name, one in net.subnets.items()}
    expected = {ROUTE: "failed"} if gateway in stops else {}
    assert shape(net, node(public="3.3.3.3")) == expected


@pytest.mark.parametrize(
    ("target", "expected"),
    [("eigw-1", {}), ("igw-1", {}), ("tgw-1", {ROUTE: "unknown"}), (None, {ROUTE: "failed"})],
)
def test_a_node_without_ipv4(target, expected) -> None:
    net = Net()
    net.routes["subnet-a"] = (LOCAL6, *((route(target, "::/0"),) if target else ()))
    alone = node(address=None, ipv6=("2600:1f00::a",))
    assert shape(net, alone) == {DNS: "unknown", **expected}
    assert "3.3.3270.0" in findings(net, alone)[DNS].text.english()


def test_a_node_without_ipv4_may_use_nat64() -> None:
    net = Net()
    net.routes["subnet-a"] = (route("nat-1", "64:ff9b::/96"),)
    assert shape(net, node(address=None, ipv6=("2600:1f00::a",)))[ROUTE] == "unknown"


def nat64(**changes):
    """A subnet without IPv4, whose nodes reach IPv4 hosts through the NAT gateway."""
    net = Net(**changes)
    net.routes["subnet-a"] = (LOCAL6, route("nat-1", "64:ff9b::/96"))
    net.subnets["subnet-a"] = replace(
        net.subnets["subnet-a"], blocks=("2600:1f00::/64",), dns64=True
    )
    return net


ALONE6 = node(address=None, ipv6=("2600:1f00::a",))


@pytest.mark.parametrize(
    ("net", "expected"),
    [
        (nat64(), {}),
        (nat64(egress={"sg-node": (rule("64:ff9b::/96"),)}), {}),
        (nat64(egress={"sg-node": (rule("0.0.0.0/0"),)}), {NODE: "failed"}),
        (nat64(nats=(NatGateway("nat-1", "subnet-pub", "", "failed", "public"),)), {ROUTE: "failed"}),
        (nat64(acls={"subnet-a": (entry(90, "deny", "64:ff9b::/96"), *open_both_ways())}), {ACL: "failed"}),
        (nat64(acls={"subnet-pub": (entry(90, "deny", ports=(443, 443)), *open_both_ways())}), {ACL: "failed"}),
        (nat64(acls={"subnet-pub": (entry(90, "deny", "2600:1f00::/64", out=False), *open_both_ways())}), {ACL: "failed"}),
        (nat64(endpoints=endpoints(addresses="dualstack", subnets=("subnet-a",)), ingress={"sg-end": (EVERYTHING,)}), {}),
        (nat64(endpoints=endpoints(addresses="ipv6", subnets=("subnet-a",)), ingress={"sg-end": (rule("2600:1f00::a/128"),)}), {}),
        (nat64(endpoints=endpoints(subnets=("subnet-a",))), {DNS: "unknown", ROUTE: "unknown"}),
    ],
)  # fmt: skip
def test_a_subnet_without_ipv4_that_translates(net, expected) -> None:
    assert {k: v for k, v in shape(net, ALONE6).items() if k != ENDPOINT} == expected


@pytest.mark.parametrize(
    ("agent", "expected"), [("3.3.3270.0", "unknown"), ("3.3.3269.9", "failed")]
)
def test_a_node_without_ipv4_needs_a_recent_agent(agent, expected) -> None:
    net = Net()
    net.routes["subnet-a"] = (LOCAL6, route("eigw-1", "::/0"))
    known_agent = replace(ALONE6, managed=known(managed("i-1", ping="ConnectionLost", agent=agent)))
    assert shape(net, known_agent) == {DNS: expected}


def test_an_endpoint_that_accepts_one_of_several_addresses() -> None:
    of = nat64(
        endpoints=endpoints(addresses="ipv6", subnets=("subnet-a",)),
        ingress={"sg-end": (rule("2600:1f00::a/128"),)},
    )
    two = node(address=None, ipv6=("2600:1f00::a", "2600:1f00::ff"))
    assert shape(of, two) == {ENDPOINT: "unknown"}


def test_a_table_that_cannot_be_seen_does_not_tell_whether_the_subnet_translates() -> None:
    denied = Unknown(Why.DENIED, right="ec2:DescribeRouteTables")
    net = nat64(denied={"route_tables": denied})
    assert shape(net, ALONE6) == dict.fromkeys((DNS, ROUTE), "unknown")


def test_ipv6_rules_say_nothing_about_a_node_with_ipv4() -> None:
    net = Net(acls={"subnet-a": (entry(1, "deny", "::/0"), *open_both_ways())})
    net.routes["subnet-a"] = (LOCAL, route("nat-1"), route("eigw-1", "::/0", "blackhole"))
    assert shape(net, node(ipv6=("2600:1f00::a",))) == {}


@pytest.mark.parametrize(
    ("blocks", "expected"),
    [
        (("10.0.0.0/16",), {}),
        (("10.0.9.0/24",), {ENDPOINT: "failed"}),
        ((), {ENDPOINT: "failed"}),
        (None, {ENDPOINT: "unknown"}),
    ],
)
def test_a_rule_with_a_prefix_list(blocks, expected) -> None:
    denied = Unknown(Why.DENIED, right="ec2:GetManagedPrefixListEntries")
    lists = {"pl-1": denied if blocks is None else known(blocks)}
    net = isolated(ingress={"sg-end": (rule("pl-1"),)}, prefix_lists=lists)
    assert shape(net) == expected
    if blocks is None:
        assert findings(net)[ENDPOINT].right == "ec2:GetManagedPrefixListEntries"


def test_a_prefix_list_that_is_not_known_is_of_no_matter_beside_a_rule_that_opens_all() -> None:
    net = isolated(ingress={"sg-end": (rule("pl-1"), rule("10.0.0.0/16"))})
    assert shape(net) == {}


def test_a_gateway_endpoint_for_another_service_takes_nothing_away() -> None:
    assert shape(way(route("nat-1"), route("vpce-s3", "pl-s3"))) == {}


@pytest.mark.parametrize(
    ("lists", "expected"),
    [
        ((known(("52.0.0.0/8",)), known(("53.0.0.0/8",))), {}),
        ((known(("52.0.0.0/8",)), known(("52.0.0.0/9",))), {}),
        ((known(("52.0.0.0/8",)), known(("52.0.0.0/8",))), {ROUTE: "unknown"}),
    ],
)
def test_of_two_lists_with_the_same_addresses_nobody_knows_which_is_taken(lists, expected) -> None:
    nats = tuple(NatGateway(f"nat-{n}", "subnet-pub", "", "available", "public") for n in (1, 2))
    net = way(
        route("nat-1"),
        route("nat-1", "pl-1"),
        route("nat-2", "pl-2"),
        nats=nats,
        prefix_lists=dict(zip(("pl-1", "pl-2"), lists, strict=True)),
    )
    assert shape(net) == expected


def test_a_shared_vpc_hides_its_endpoints_from_guests() -> None:
    assert shape(Net(owner="999999999999")) == {DNS: "unknown"}
    hidden = way(owner="999999999999")
    assert shape(hidden) == {DNS: "unknown", ROUTE: "unknown"}


RIGHTS = {
    "route_tables": ("ec2:DescribeRouteTables", {ROUTE}),
    "groups": ("ec2:DescribeSecurityGroups", {NODE, ENDPOINT}),
    "acls": ("ec2:DescribeNetworkAcls", {ACL}),
    "endpoints": ("ec2:DescribeVpcEndpoints", {DNS, ROUTE, NODE, ENDPOINT, ACL, POLICY}),
    "dhcp_options": ("ec2:DescribeDhcpOptions", {DNS}),
    "vpcs": ("ec2:DescribeVpcs", {DNS}),
    "dns": ("ec2:DescribeVpcAttribute", {DNS}),
    "subnets": ("ec2:DescribeSubnets", {ROUTE, ACL}),
}


@pytest.mark.parametrize("part", RIGHTS)
def test_what_may_not_be_seen_is_unknown_and_nothing_else_changes(part) -> None:
    right, touched = RIGHTS[part]
    net = isolated(denied={part: Unknown(Why.DENIED, right=right)})
    found = findings(net)
    assert {check for check, one in found.items() if one.status == "unknown"} == touched
    assert {found[check].right for check in touched} == {right}
    assert all(one.status == "passed" for check, one in found.items() if check not in touched)
    checks = {check.id: check for check in CHECKS}
    assert all(right in checks[check].rights for check in touched)


def test_what_may_not_be_seen_does_not_hide_what_is_broken() -> None:
    denied = {"dhcp_options": Unknown(Why.DENIED, right="ec2:DescribeDhcpOptions")}
    assert shape(isolated(denied=denied, ingress={"sg-end": ()}))[ENDPOINT] == "failed"


def test_nat_gateways_that_may_not_be_seen() -> None:
    denied = {"nat_gateways": Unknown(Why.DENIED, right="ec2:DescribeNatGateways")}
    assert shape(Net(denied=denied)) == {ROUTE: "unknown"}


def test_a_machine_outside_ec2_is_not_judged() -> None:
    assert set(statuses(Net(), hybrid("mi-1")).values()) == {"skipped"}


def test_an_instance_that_is_gone_is_not_judged() -> None:
    assert set(statuses(Net(), node(vpc_id=None, state="terminated")).values()) == {"skipped"}


def test_a_node_that_reports_itself_has_reached_ssm_whatever_the_configuration_says() -> None:
    net = isolated(endpoints=(endpoint("ssm", groups=("sg-closed",)), endpoint("ssmmessages")))
    net.egress["sg-closed"] = ()
    assert shape(net) == {ENDPOINT: "failed"}
    assert shape(net, node(ping="ConnectionLost")) == {ENDPOINT: "failed"}
    finding = findings(net, node(ping="Online"))[ENDPOINT]
    assert finding.status == "warning"
    assert "the evidence disagrees" in finding.text.english()


def test_a_node_that_reports_itself_may_still_not_reach_the_channel_of_sessions() -> None:
    net = isolated(endpoints=(endpoint("ssm"), endpoint("ssmmessages", groups=("sg-closed",))))
    net.egress["sg-closed"] = ()
    finding = findings(net, node(ping="Online"))[ENDPOINT]
    assert finding.status == "failed"
    assert "ssmmessages.eu-west-3.amazonaws.com (vpce-ssmmessages)" in finding.text.english()
    assert "ssm.eu-west-3.amazonaws.com" not in finding.text.english()


def older(net, agent="3.3.39.0", **changes):
    """What is said of a node with this agent, by check."""
    one = node(ping="ConnectionLost")
    agent_of = replace(one.managed.require(), agent_version=agent, **changes)
    return findings(net, replace(one, managed=known(agent_of)))


def test_an_older_agent_needs_one_more_service_for_run_command_which_stops_no_session() -> None:
    found = older(isolated())
    assert {check for check, one in found.items() if one.status != "passed"} == {ROUTE}
    assert found[ROUTE].status == "warning"
    said = found[ROUTE].text.english()
    assert "Sessions do not need it" in said
    assert "ec2messages.eu-west-3.amazonaws.com" in said
    assert "ssmmessages" not in said


@pytest.mark.parametrize(
    ("net", "agent", "status"),
    [
        (isolated(), "3.3.40.0", "passed"),
        (isolated(endpoints=(*endpoints(), endpoint("ec2messages"))), "3.0.0.0", "passed"),
        (Net(), "3.0.0.0", "passed"),
        (way(route("tgw-1"), endpoints=endpoints()), "3.0.0.0", "passed"),
        (way(), "3.0.0.0", "failed"),
    ],
)
def test_that_service_is_a_remark_and_nothing_more(net, agent, status) -> None:
    found = older(net, agent)[ROUTE]
    assert found.status == status
    assert "ec2messages" not in found.text.english()


def test_what_cannot_be_seen_is_proved_by_a_channel_that_is_open() -> None:
    net = way(route("tgw-1"))
    assert shape(net) == {ROUTE: "unknown"}
    finding = findings(net, replace(node(ping="Online"), connection=known("connected")))[ROUTE]
    assert (finding.status, finding.grade) == ("passed", Grade.PROVED)
    assert "tgw-1" in finding.text.english()


def test_a_right_that_is_missing_is_named_all_the_same() -> None:
    denied = {"route_tables": Unknown(Why.DENIED, right="ec2:DescribeRouteTables")}
    one = replace(node(ping="Online"), connection=known("connected"))
    finding = findings(way(denied=denied), one)[ROUTE]
    assert (finding.status, finding.right) == ("unknown", "ec2:DescribeRouteTables")


def test_two_reasons_are_both_named() -> None:
    net = isolated(endpoints=endpoints(state="failed"))
    net.endpoints = (endpoint("ssm", state="failed"),)
    said = findings(net)[ROUTE].text.english()
    assert "its state is failed" in said
    assert said.count("This concerns") == 2


@pytest.mark.parametrize(
    ("net", "check", "cause", "words"),
    [
        (way(), ROUTE, "rtb-a", "add a route for 0.0.0.0/0 to a NAT gateway"),
        (way(route("igw-1")), ROUTE, "subnet-a", "Give it an Elastic IP address"),
        (Net(egress={"sg-node": ()}), NODE, "sg-node", "Add an outgoing rule to sg-node: TCP 443 to 0.0.0.0/0."),
        (isolated(egress={"sg-node": (), "sg-end": ()}), NODE, "sg-node", "TCP 443 to sg-end."),
        (isolated(ingress={}), ENDPOINT, "sg-end", "Add an incoming rule to sg-end: TCP 443 from sg-node."),
        (Net(acls={"subnet-a": ()}), ACL, "acl-a", "Allow TCP 443 in an outgoing rule"),
        (isolated(dns=VpcDns(support=False, hostnames=True)), DNS, "vpc-1", "enableDnsSupport"),
    ],
)  # fmt: skip
def test_a_failure_names_its_cause_and_what_to_change_by_hand(net, check, cause, words) -> None:
    finding = findings(net)[check]
    assert finding.status == "failed"
    assert finding.grade is Grade.INFERRED
    assert finding.cause == cause
    assert words in finding.text.english()


def test_the_evidence_names_the_rule_that_decides_and_the_call_that_showed_it() -> None:
    net = Net(acls={"subnet-a": (entry(90, "deny", ports=(443, 443)), *open_both_ways())})
    shown = [(one.value, one.source) for one in findings(net)[ACL].evidence]
    assert shown == [("acl-a: 90 deny 6 443-443 0.0.0.0/0", "test:Look")]


def test_nodes_that_stand_in_the_same_place_share_a_cause() -> None:
    net = way()
    first, second = (findings(net, node(one)) for one in ("i-1", "i-2"))
    assert first[ROUTE].cause == second[ROUTE].cause


def test_a_partition_has_its_own_hosts() -> None:
    partition = resources.partitions().named("aws-cn")
    seen = replace(look(way()), partition=partition)
    said = {one.check: one.text.english() for one in judge(seen, CHECKS)}
    assert "ssm.eu-west-3.amazonaws.com.cn" in said[ROUTE]


def test_checks_name_documentation_that_exists() -> None:
    pages = resources.documentation()
    for check in CHECKS:
        assert all(pages.url(key, "en", "aws") for key in check.docs)
