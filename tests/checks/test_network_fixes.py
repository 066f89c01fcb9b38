"""What breaks a way names the fix that mends it, and nothing else does."""

from __future__ import annotations

import pytest
from support.net import (
    DNS,
    ENDPOINT,
    LOCAL,
    NODE,
    ROUTE,
    Net,
    endpoints,
    findings,
    node,
    rule,
)

from ssmwizard.model.network import VpcDns

INSIDE = {"routes": {"": (LOCAL,)}, "endpoints": endpoints()}
HALF, OFF = VpcDns(support=True, hostnames=False), VpcDns(support=False, hostnames=False)


@pytest.mark.parametrize(
    ("net", "check", "fixes"),
    [
        (Net(**INSIDE, ingress={}), ENDPOINT, ("network.allow-endpoint-ingress",)),
        (
            Net(**INSIDE, egress={"sg-node": (), "sg-end": ()}),
            NODE,
            ("network.allow-node-egress",),
        ),
        (Net(egress={"sg-node": ()}), NODE, ("network.allow-node-egress",)),
        (Net(**INSIDE, dns=OFF), DNS, ("network.enable-dns",)),
        (Net(**INSIDE, dns=HALF), DNS, ("network.enable-dns",)),
        (
            Net(routes={"": (LOCAL,)}, endpoints=endpoints(private_dns=False)),
            DNS,
            ("network.enable-private-dns",),
        ),
        (Net(routes={"": (LOCAL,)}), ROUTE, ("network.create-endpoints",)),
        (Net(routes={"": (LOCAL,)}, endpoints=endpoints(state="pending")), ROUTE, ()),
        # It works without: nothing is to be mended.
        (Net(endpoints=endpoints(), dns=HALF), DNS, ()),
        (Net(endpoints=endpoints(private_dns=False)), DNS, ()),
        (Net(egress={"sg-node": (rule("52.0.0.0/8"),)}), NODE, ()),
    ],
)
def test_a_fix_is_offered_where_it_helps(net: Net, check: str, fixes: tuple[str, ...]) -> None:
    assert findings(net)[check].fixes == fixes


def test_no_fix_is_offered_for_what_only_seems_broken() -> None:
    """A node that reports all the same, and a way that nobody can judge."""
    doubtful = Net(routes={"": (LOCAL,)}, owner="999999999999")
    assert not any(one.fixes for one in findings(doubtful).values())
    assert findings(Net(), node())[ROUTE].fixes == ()
