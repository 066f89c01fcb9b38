"""Whether anything leads out of a subnet, as far as its default route tells."""

from __future__ import annotations

import pytest

from ssmwizard.model.facts import CannotTell
from ssmwizard.model.network import NatGateway, NetworkFacts, Route, RouteTable, way_out
from tests.support.plan_facts import DENIED, known


def facts(
    *routes: tuple[str, str], nat: NatGateway | None = None, public: str = ""
) -> NetworkFacts:
    """A subnet with these default routes; ``public`` is the target of the NAT gateway's subnet."""
    inside = tuple(Route("0.0.0.0/0", target, state) for target, state in routes)
    outside = (Route("0.0.0.0/0", public, "active"),) if public else ()
    tables = (
        RouteTable("rtb-1", "vpc-1", main=True, subnets=(), routes=inside),
        RouteTable("rtb-2", "vpc-1", main=False, subnets=("subnet-nat",), routes=outside),
        RouteTable("rtb-3", "vpc-2", main=True, subnets=(), routes=()),
    )
    return NetworkFacts(
        route_tables=known(tables), nat_gateways=known({nat.id: nat} if nat else {})
    )


def nat(state: str = "available", kind: str = "public", subnet: str = "subnet-nat") -> NatGateway:
    return NatGateway("nat-1", subnet, "", state, kind)


THERE = ("nat-1", "active")


@pytest.mark.parametrize(
    ("network", "public", "expected"),
    [
        (facts(), False, ""),
        (facts(("nat-1", "blackhole")), False, ""),
        (facts(("igw-1", "active")), True, "igw-1"),
        (facts(("igw-1", "active")), False, ""),
        (facts(("tgw-1", "active")), False, "tgw-1"),
        (facts(THERE), False, "nat-1"),
        (facts(THERE, nat=nat(), public="igw-1"), False, "nat-1"),
        (facts(THERE, nat=nat()), False, ""),
        (facts(THERE, nat=nat("failed"), public="igw-1"), False, ""),
        (facts(THERE, nat=nat("pending"), public="igw-1"), False, "nat-1"),
        (facts(THERE, nat=nat(kind="private")), False, "nat-1"),
        (facts(THERE, nat=nat(subnet="")), False, "nat-1"),
    ],
)
def test_what_leads_out(network: NetworkFacts, public: bool, expected: str) -> None:
    assert way_out(network, "vpc-1", "subnet-1", public=public) == expected


def test_without_a_route_table_nothing_leads_out() -> None:
    assert not way_out(facts(("nat-1", "active")), "vpc-3", "subnet-1", public=True)


def test_what_was_not_read_is_not_guessed() -> None:
    for network in (
        NetworkFacts(route_tables=DENIED),
        NetworkFacts(route_tables=facts(THERE).route_tables, nat_gateways=DENIED),
    ):
        with pytest.raises(CannotTell):
            way_out(network, "vpc-1", "subnet-1", public=False)
