"""The computed way against single packets sent through random networks."""

from itertools import chain

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from support.net import EVERYTHING, LOCAL, LOCAL6, Net, endpoint, entry, look, node, route, rule
from support.packets import DROPPED, OK, UNSEEN, Packets, Place
from support.plan_facts import known

from ssmwizard.checks.path import path_to
from ssmwizard.checks.sites import LINUX_PORTS, standings
from ssmwizard.model.network import NatGateway, Subnet, VpcDns

SUBNETS = {
    "subnet-a": "10.0.1.0/28",
    "subnet-e": "10.0.2.0/28",
    "subnet-f": "10.0.2.16/28",
    "subnet-pub": "10.0.0.0/28",
}
NODE = "10.0.1.10"
INSIDE = """
10.0.0.0/16 10.0.1.0/28 10.0.1.8/29 10.0.1.10/32 10.0.1.11/32 10.0.2.0/27 10.0.2.0/28 10.0.2.8/29
10.0.2.16/28 10.0.2.5/32 10.0.0.0/28
"""
inside = st.sampled_from(INSIDE.split())
outside = st.sampled_from(
    ["0.0.0.0/0", "0.0.0.0/0", "0.0.0.0/1", "128.0.0.0/1", "52.0.0.0/8", "0.0.0.0/2", "32.0.0.0/3"]
)
other_family = st.sampled_from(["::/0", "2600:1f00::/56"])
cidrs = st.one_of(outside, outside, inside, inside, other_family)
wide_ports = st.sampled_from([(443, 443), (0, 65535), (80, 80), (400, 500), (1024, 65535)])
lists = st.lists(st.one_of(outside, inside), max_size=3, unique=True)
rules = st.lists(
    st.builds(
        lambda peer, ports: rule(peer, ports=ports),
        st.one_of(cidrs, st.sampled_from(["sg-node", "sg-end", "sg-other", "pl-1"])),
        wide_ports,
    ),
    max_size=4,
).map(tuple) | st.just((EVERYTHING,))
answers = st.sampled_from(
    [None, (443, 443), (1024, 65535), (32768, 60999), (40000, 50000), (0, 65535)]
)
entries = st.lists(
    st.builds(
        lambda number, verdict, cidr, ports, out: entry(number, verdict, cidr, ports, out=out),
        st.integers(1, 20),
        st.sampled_from(["allow", "allow", "deny"]),
        cidrs,
        answers,
        st.booleans(),
    ),
    max_size=6,
    unique_by=lambda one: (one.number, one.egress),
).map(tuple)
targets = st.sampled_from(["nat-1", "nat-1", "igw-1", "tgw-1", "pcx-1", "nat-2"])
states = st.sampled_from(["active", "active", "active", "blackhole"])
ways = st.lists(
    st.builds(
        lambda destination, target, state, learned: route(
            target, destination, state, propagated=learned and "/" in destination
        ),
        st.one_of(
            outside, outside, inside.filter(lambda one: one != "10.0.0.0/16"), st.just("pl-1")
        ),
        targets,
        states,
        st.booleans(),
    ),
    max_size=4,
    unique_by=lambda one: (one.destination, one.propagated),
).map(lambda found: (LOCAL, *found))
placed = st.sampled_from(
    [("subnet-e",), ("subnet-a",), ("subnet-e", "subnet-f"), ("subnet-a", "subnet-e")]
)
standing = st.lists(
    st.builds(
        lambda name, subnets, state, private: endpoint(
            "ssm", name, subnets=subnets, state=state, private_dns=private
        ),
        st.sampled_from(["vpce-1", "vpce-2"]),
        placed,
        st.sampled_from(["available", "available", "pending"]),
        st.booleans(),
    ),
    max_size=2,
    unique_by=(lambda one: one.id, lambda one: one.private_dns),
)
open_acl = (entry(100, "allow"), entry(100, "allow", out=False))
acls = st.one_of(st.just(open_acl), st.just(open_acl), entries)
nets = st.builds(
    lambda front, behind, mine, theirs, into, filters, ends, nat, dns, listed: Net(
        routes={
            "subnet-a": front,
            "subnet-pub": behind,
            "": (LOCAL,),
        },
        subnets={name: Subnet(name, "vpc-1", "a", (block,), "off") for name, block in SUBNETS.items()},
        egress={"sg-node": mine, "sg-end": (), "sg-other": theirs},
        ingress={"sg-end": into},
        acls=dict(zip(SUBNETS, filters, strict=True)),
        endpoints=tuple(ends),
        nats=(nat, NatGateway("nat-2", "subnet-pub", "", "failed", "public")),
        dns=dns,
        prefix_lists={"pl-1": known(tuple(listed))},
    ),
    ways,
    st.one_of(st.just((LOCAL, route("igw-1"))), st.just((LOCAL, route("igw-1"))), ways),
    rules,
    rules,
    rules,
    st.tuples(acls, acls, acls, acls),
    standing,
    st.builds(
        lambda state, kind: NatGateway("nat-1", "subnet-pub", "", state, kind),
        st.sampled_from(["available", "available", "available", "failed"]),
        st.sampled_from(["public", "public", "public", "private"]),
    ),
    st.builds(
        VpcDns,
        support=st.sampled_from([True, True, True, False]),
        hostnames=st.sampled_from([True, True, True, False]),
    ),
    lists,
)  # fmt: skip
many = settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def both(net, public, groups):
    """The computed way, and what becomes of the packets."""
    one = node(public="3.3.3.3" if public else None, groups=groups)
    seen = look(net, one)
    (first, *_) = standings(seen, one)
    path = path_to(seen, first.site, "ssm")
    place = Place("subnet-a", groups, NODE, public, LINUX_PORTS)
    packets = Packets(seen.network)
    return path, packets, packets.stages(place, "vpc-1", "ssm")


def fate(legs):
    """What becomes of all packets of a way: one word, or nothing where it depends."""
    words = set(chain.from_iterable(legs))
    if any(set(leg) == {DROPPED} for leg in legs):
        return DROPPED
    if words == {OK}:
        return OK
    return UNSEEN if words == {UNSEEN} else None


def fate_of_all(ways):
    """What becomes of all packets, whichever of the ways they take."""
    fates = {fate(legs) for legs in ways}
    return fates.pop() if len(fates) == 1 else None


EXPECTED = {
    OK: {"yes"},
    DROPPED: {"no"},
    UNSEEN: {"unknown"},
    None: {"unknown", "partly"},
}
groups = st.sampled_from([("sg-node",), ("sg-node", "sg-other")])


@many
@given(nets, st.booleans(), groups)
def test_each_step_says_what_becomes_of_the_packets(net, public, groups) -> None:
    path, packets, stages = both(net, public, groups)
    if not packets.finds_names("vpc-1"):
        assert path.dns.holds == "no"
        return
    endpoint = packets.endpoint("vpc-1", "ssm")
    if endpoint is None and path.endpoint:
        # The way is broken, and the program names the endpoint that would mend it.
        assert path.dns.holds in ("no", "unknown")
        assert fate_of_all(stages["route"]) != OK
        return
    assert path.endpoint == (endpoint.id if endpoint else "")
    for stage, ways in stages.items():
        step = getattr(path, stage)
        assert step.holds in EXPECTED[fate_of_all(ways)], (stage, step.said.english())


@many
@given(nets, st.booleans(), groups)
def test_nothing_is_broken_that_lets_a_packet_through_and_nothing_is_well_that_drops_one(
    net, public, groups
) -> None:
    path, packets, stages = both(net, public, groups)
    fates = [fate_of_all(ways) for ways in stages.values()]
    named = packets.finds_names("vpc-1")
    if path.broken:
        assert not named or DROPPED in fates
    if all(step.holds == "yes" for step in path.steps):
        assert named
        assert set(fates) == {OK}


OUTSIDE6 = ["::/0", "::/0", "2000::/3", "2000::/4", "3000::/4", "2600::/8", "0.0.0.0/0"]
outside6 = st.sampled_from(OUTSIDE6)
rules6 = st.lists(
    st.builds(lambda peer, ports: rule(peer, ports=ports), outside6, wide_ports), max_size=3
).map(tuple)
entries6 = st.lists(
    st.builds(
        lambda number, verdict, cidr, ports, out: entry(number, verdict, cidr, ports, out=out),
        st.integers(1, 20),
        st.sampled_from(["allow", "allow", "deny"]),
        outside6,
        answers,
        st.booleans(),
    ),
    max_size=6,
    unique_by=lambda one: (one.number, one.egress),
).map(tuple)
ways6 = st.lists(
    st.builds(
        lambda destination, target, state: route(target, destination, state),
        outside6,
        st.sampled_from(["eigw-1", "eigw-1", "igw-1", "tgw-1"]),
        states,
    ),
    max_size=4,
    unique_by=lambda one: one.destination,
).map(lambda found: (LOCAL, LOCAL6, *found))


@many
@given(ways6, rules6, entries6)
def test_a_node_without_ipv4_is_judged_by_what_speaks_of_ipv6(ways, opened, filters) -> None:
    net = Net(routes={"subnet-a": ways, "": (LOCAL,)}, egress={"sg-node": opened})
    net.acls = {"subnet-a": filters}
    one = node(address=None, ipv6=("2600:1f00::a",))
    seen = look(net, one)
    path = path_to(seen, standings(seen, one)[0].site, "ssm")
    place = Place("subnet-a", ("sg-node",), "2600:1f00::a", public=True, ports=LINUX_PORTS)
    stages = Packets(seen.network).stages(place, "vpc-1", "ssm")
    for stage, words in stages.items():
        step = getattr(path, stage)
        assert step.holds in EXPECTED[fate_of_all(words)], (stage, step.said.english())
