"""The network against slow and obviously right answers, for rules and routes of all kinds."""

from ipaddress import IPv6Address, ip_address, ip_network
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st
from support.net import (
    ACL,
    ENDPOINT,
    EVERYTHING,
    LOCAL,
    NODE,
    ROUTE,
    Net,
    endpoints,
    entry,
    open_both_ways,
    route,
    rule,
    statuses,
)
from support.plan_facts import known

from ssmwizard.checks.alike import alike
from ssmwizard.checks.layout import Layout
from ssmwizard.checks.openings import Question, cover
from ssmwizard.checks.shares import CONTESTED, shares
from ssmwizard.checks.sieve import shut, sieve
from ssmwizard.checks.sites import Site
from ssmwizard.checks.spans import block, blocks, every, public, remainder, size, within, without
from ssmwizard.model.network import RouteTable

ADDRESS = "10.0.1.10"
NUMBER = int(ip_address(ADDRESS))

# Blocks around the node's address, so that they overlap often.
cidrs = st.builds(
    lambda prefix, flip: str(
        ip_network((NUMBER ^ (1 << flip), prefix), strict=False)
        if flip < 31
        else ip_network((NUMBER, prefix), strict=False)
    ),
    st.integers(0, 32),
    st.integers(0, 31),
)
ports = st.one_of(
    st.none(),
    st.tuples(st.integers(0, 65535), st.integers(0, 65535)).map(sorted).map(tuple),
    st.just((443, 443)),
)
rules = st.lists(
    st.builds(
        lambda cidr, at, peer: rule(
            *((cidr,) if peer is None else (peer,)), ports=at or (443, 443)
        ),
        cidrs,
        ports,
        st.sampled_from([None, None, "sg-node", "sg-other"]),
    ),
    max_size=5,
)
acl_entries = st.lists(
    st.builds(
        lambda number, verdict, cidr, at, protocol, out: entry(
            number, verdict, cidr, at, protocol, out=out
        ),
        st.integers(1, 30),
        st.sampled_from(["allow", "deny"]),
        cidrs,
        ports,
        st.sampled_from(["6", "6", "17", "-1"]),
        st.booleans(),
    ),
    max_size=6,
    unique_by=lambda one: (one.number, one.egress),
)
routes = st.lists(
    st.builds(
        lambda cidr, target: route(target, cidr),
        st.one_of(
            cidrs,
            st.sampled_from(["0.0.0.0/0", "0.0.0.0/1", "128.0.0.0/1", "52.0.0.0/8", "::/0"]),
        ),
        st.sampled_from(["nat-1", "tgw-1", "eni-1", "pcx-1"]),
    ),
    max_size=6,
    unique_by=lambda one: one.destination,
)


def with_endpoints(**changes):
    return Net(routes={"subnet-a": (LOCAL,), "": (LOCAL,)}, endpoints=endpoints(), **changes)


def accepts(permissions, address, port, groups):
    """What AWS says about one connection, rule by rule."""
    return any(
        one.from_port <= port <= one.to_port
        and (
            set(one.groups) & set(groups)
            or any(ip_address(address) in ip_network(cidr) for cidr in one.cidrs)
        )
        for one in permissions
    )


def passes(entries, address, port, *, egress):
    """What AWS says about one packet: the first entry that fits."""
    for one in sorted(entries, key=lambda e: e.number):
        if one.egress is not egress or one.protocol not in ("6", "-1"):
            continue
        if ip_address(address) not in ip_network(one.cidr):
            continue
        ports_count = one.protocol != "-1" and one.from_port is not None
        if ports_count and not one.from_port <= port <= one.to_port:
            continue
        return one.allow
    return False


@given(rules)
def test_the_endpoint_accepts_the_node_when_one_of_its_rules_does(permissions) -> None:
    expected = "passed" if accepts(permissions, ADDRESS, 443, ("sg-node",)) else "failed"
    assert statuses(with_endpoints(ingress={"sg-end": permissions}))[ENDPOINT] == expected


@given(rules, st.randoms(use_true_random=False))
def test_the_order_of_rules_changes_nothing(permissions, random) -> None:
    mixed = list(permissions)
    random.shuffle(mixed)
    one = with_endpoints(
        ingress={"sg-end": permissions}, egress={"sg-node": permissions, "sg-end": ()}
    )
    other = with_endpoints(ingress={"sg-end": mixed}, egress={"sg-node": mixed, "sg-end": ()})
    assert statuses(one) == statuses(other)


BETTER = {"failed": 0, "unknown": 1, "warning": 1, "passed": 2}


@given(rules, st.sampled_from(["internet", "endpoint"]))
def test_one_more_rule_never_makes_it_worse(permissions, where) -> None:
    make = with_endpoints if where == "endpoint" else Net
    groups = {"sg-end": ()}
    before = statuses(make(egress={"sg-node": permissions, **groups}))
    for more in (EVERYTHING, rule("10.0.2.0/24"), rule("52.0.0.0/8")):
        after = statuses(make(egress={"sg-node": [*permissions, more], **groups}))
        assert BETTER[after[NODE]] >= BETTER[before[NODE]]


@given(rules.filter(bool), st.data())
def test_one_rule_less_never_makes_it_better(permissions, data) -> None:
    gone = data.draw(st.integers(0, len(permissions) - 1))
    fewer = [one for place, one in enumerate(permissions) if place != gone]
    before = statuses(with_endpoints(ingress={"sg-end": permissions}))
    after = statuses(with_endpoints(ingress={"sg-end": fewer}))
    assert BETTER[after[ENDPOINT]] <= BETTER[before[ENDPOINT]]


@given(acl_entries, st.integers(0, 65535), st.booleans())
def test_the_sieve_says_of_each_packet_what_the_first_entry_that_fits_says(
    entries, port, egress
) -> None:
    pieces = sieve(
        tuple(entries), blocks((f"{ADDRESS}/32",), 4), (0, 65535), family=4, egress=egress
    )
    decided = [one for one in pieces if one.ports[0] <= port <= one.ports[1]]
    assert len(decided) == 1
    assert decided[0].passes == passes(entries, ADDRESS, port, egress=egress)


@given(acl_entries, st.sampled_from([ADDRESS, "10.0.1.11", "10.0.1.200", "10.0.3.1"]))
def test_each_address_and_port_is_decided_once(entries, address) -> None:
    whole = blocks(("10.0.0.0/22",), 4)
    pieces = sieve(tuple(entries), whole, (440, 450), family=4, egress=True)
    assert sum(size(one.addresses) * size((one.ports,)) for one in pieces) == 1024 * 11
    number = int(ip_address(address))
    decided = [
        one
        for one in pieces
        if one.ports[0] <= 443 <= one.ports[1] and within(one.addresses, (number, number))
    ]
    assert len(decided) == 1
    assert decided[0].passes == passes(entries, address, 443, egress=True)


@given(acl_entries)
def test_what_is_shut_is_what_no_packet_passes(entries) -> None:
    addresses, at = blocks((f"{ADDRESS}/32",), 4), (1020, 1060)
    found = shut(
        sieve(tuple(entries), addresses, at, family=4, egress=True), addresses, at, exception=0
    )
    closed = {port for first, last in found.whole for port in range(first, last + 1)}
    assert closed == {
        port for port in range(1020, 1061) if not passes(entries, ADDRESS, port, egress=True)
    }
    assert found.part == ()


@given(acl_entries, st.randoms(use_true_random=False))
def test_the_order_of_acl_entries_in_the_list_changes_nothing(entries, random) -> None:
    mixed = list(entries)
    random.shuffle(mixed)
    one, other = (Net(acls={"subnet-a": listed}) for listed in (entries, mixed))
    assert statuses(one)[ACL] == statuses(other)[ACL]


@given(acl_entries)
def test_an_entry_before_all_others_decides(entries) -> None:
    first = [entry(0, "allow", out=out) for out in (True, False)]
    assert statuses(Net(acls={"subnet-a": [*entries, *first]}))[ACL] == "passed"
    shut_first = [entry(0, "deny", out=out) for out in (True, False)]
    assert (
        statuses(Net(acls={"subnet-a": [*open_both_ways(), *entries, *shut_first]}))[ACL]
        == "failed"
    )


SMALL = [
    *("10.0.0.0/22", "10.0.0.0/23", "10.0.2.0/23", "10.0.0.0/24", "10.0.1.0/24", "10.0.2.0/24"),
    *("10.0.3.0/24", "10.0.1.8/29", "0.0.0.0/0"),
]
SMALL6 = ["2600::/16", "2600:1f00::/56", "2600:1f00::/64", "2600:1f00::8/125", "::/0"]
LISTS = {
    "pl-1": ("10.0.1.0/24", "2600:1f00::/64"),
    "pl-2": ("10.0.0.0/22", "10.0.1.8/29"),
    "pl-3": (),
}
listed_net = Net(prefix_lists={name: known(cidrs) for name, cidrs in LISTS.items()})
any_routes = st.lists(
    st.builds(
        lambda destination, target, learned: route(
            target, destination, propagated=learned and "/" in destination
        ),
        st.sampled_from([*SMALL, *SMALL6, *LISTS]),
        st.sampled_from(["nat-1", "tgw-1", "eni-1"]),
        st.booleans(),
    ),
    max_size=8,
    unique_by=lambda one: (one.destination, one.propagated),
).map(lambda found: [*found, LOCAL])
places = st.one_of(
    st.integers(0, 1023).map(lambda n: str(ip_address("10.0.0.0") + n)),
    st.integers(0, 15).map(lambda n: str(ip_address("2600:1f00::") + n)),
    st.ip_addresses(v=4).map(str),
)


def taken(table, address):
    """The routes of which AWS takes one for a packet: the longest prefix, then the rank."""
    packet = ip_address(address)
    fitting = []
    for one in table:
        for cidr in LISTS.get(one.destination, (one.destination,)):
            network = ip_network(cidr)
            if network.version == packet.version and packet in network:
                rank = 0 if one.propagated else 1 if one.destination in LISTS else 2
                fitting.append(((network.prefixlen, rank, one.target == "local"), one))
    if any(one.target == "local" for _, one in fitting):
        fitting = [(rank, one) for rank, one in fitting if not one.propagated]
    best = max((rank for rank, _ in fitting), default=None)
    return [one for rank, one in fitting if rank == best]


@given(any_routes, places)
def test_each_address_goes_where_aws_sends_it(listed, address) -> None:
    packet = ip_address(address)
    table = RouteTable("rtb-1", "vpc-1", main=True, subnets=(), routes=tuple(listed))
    whole = every(packet.version)
    found = shares(Layout(listed_net.facts(), None), table, packet.version, whole)
    number = int(packet)
    (mine,) = (one for one in found if within(one.addresses, (number, number)))
    expected = taken(listed, address)
    if not expected:
        assert mine.route is None
    elif len({one.target for one in expected}) > 1:
        assert mine.route.state == CONTESTED
    else:
        assert mine.route in expected
    assert sum(size(one.addresses) for one in found) == size(whole)


peers = st.sampled_from([*SMALL, *SMALL6, "pl-1", "pl-2", "pl-3", "sg-peer", "sg-other"])
any_rules = st.lists(
    st.builds(
        lambda chosen, at, protocol: rule(*chosen, ports=at, protocol=protocol),
        st.lists(peers, max_size=3),
        st.sampled_from([(443, 443), (0, 65535), (80, 80), (444, 500)]),
        st.sampled_from(["tcp", "tcp", "6", "17", "-1"]),
    ),
    max_size=5,
)


def lets(permissions, address, peer_groups):
    """What AWS says about one connection to port 443, rule by rule and block by block."""
    packet = ip_address(address)
    for one in permissions:
        if one.protocol not in ("tcp", "6", "-1"):
            continue
        if one.protocol != "-1" and not one.from_port <= 443 <= one.to_port:
            continue
        if set(one.groups) & set(peer_groups):
            return True
        cidrs = [*one.cidrs, *(cidr for name in one.prefix_lists for cidr in LISTS[name])]
        networks = map(ip_network, cidrs)
        if any(each.version == packet.version and packet in each for each in networks):
            return True
    return False


@given(any_rules, any_rules, places, st.sampled_from([(), ("sg-peer",)]))
def test_groups_open_what_one_of_their_rules_opens(first, second, address, theirs) -> None:
    packet = ip_address(address)
    net = Net(
        egress={"sg-1": first, "sg-2": second},
        prefix_lists={name: known(cidrs) for name, cidrs in LISTS.items()},
    )
    asked = Question(("sg-1", "sg-2"), True, 443, theirs, packet.version)
    layout = Layout(net.facts(), None)
    alone = cover(layout, asked, blocks((address,), packet.version))
    expected = lets([*first, *second], address, theirs)
    assert (not alone.left) is expected
    assert bool(alone.rules) is expected
    whole = cover(layout, asked, every(packet.version))
    number = int(packet)
    assert (not within(whole.left, (number, number))) is expected
    assert (whole.missing, whole.odd, whole.hidden) == (None, "", ())


@given(any_rules, places)
def test_an_address_is_treated_as_the_one_that_stands_for_it(permissions, address) -> None:
    packet = ip_address(address)
    net = Net(
        ingress={"sg-end": permissions},
        prefix_lists={name: known(cidrs) for name, cidrs in LISTS.items()},
    )
    site = Site("vpc-1", "s", (), blocks((address,), packet.version), packet.version, True, (1, 2))
    ((first, last),) = alike(Layout(net.facts(), None), site, 443).addresses
    stands = str(ip_address(first) if packet.version == 4 else IPv6Address(first))
    assert first == last
    assert lets(permissions, stands, ()) is lets(permissions, address, ())


@given(st.lists(cidrs, max_size=6), st.lists(cidrs, max_size=6))
def test_all_cuts_at_once_are_as_good_as_one_after_the_other(several, cuts) -> None:
    spans, away = blocks(several, 4), blocks(cuts, 4)
    expected = spans
    for cut in away:
        expected = without(expected, cut)
    assert remainder(spans, away) == expected


@given(routes, st.randoms(use_true_random=False))
def test_the_order_of_routes_changes_nothing(listed, random) -> None:
    mixed = list(listed)
    random.shuffle(mixed)
    one, other = Net(), Net()
    one.routes["subnet-a"] = (LOCAL, *listed)
    other.routes["subnet-a"] = (*mixed, LOCAL)
    assert statuses(one)[ROUTE] == statuses(other)[ROUTE]


@given(st.lists(cidrs, max_size=6), cidrs)
def test_spans_are_cut_without_loss(several, cut) -> None:
    spans, span = blocks(several, 4), block(cut)[1]
    inside, outside = within(spans, span), without(spans, span)
    assert size(inside) + size(outside) == size(spans)
    assert within(outside, span) == ()
    assert all(a[1] < b[0] for a, b in pairwise(spans))


@given(st.ip_addresses(v=4))
def test_public_addresses_are_those_that_the_registry_calls_global(address) -> None:
    number = int(address)
    mine = bool(within(public(4), (number, number)))
    # The registry's blocks for protocol assignments and anycast are no addresses of AWS.
    if ip_network("192.0.0.0/16").network_address <= address < ip_address("192.1.0.0"):
        return
    expected = address.is_global and not address.is_multicast
    assert mine == expected or ip_address("192.88.99.0") <= address <= ip_address("192.88.99.255")
