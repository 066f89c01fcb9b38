"""What lies behind a route to the internet: gateways, NAT, and what cannot be seen from here."""

from __future__ import annotations

from ssmwizard.checks.hop import Hop, no, unsure, yes
from ssmwizard.checks.layout import Layout
from ssmwizard.checks.rule import seen
from ssmwizard.checks.shares import Share, shares
from ssmwizard.checks.spans import block, public, within
from ssmwizard.model.network import NatGateway, Route, RouteTable
from ssmwizard.model.text import N_, Text, text

BLOCKED_BOTH_WAYS = "block-bidirectional"
BLOCKED = ("block-ingress", BLOCKED_BOTH_WAYS)
# Where DNS64 maps IPv4 addresses to, and NAT64 takes them from: RFC 6052.
_NAT64 = "64:ff9b::/96"
IPV6 = 6


def leads_out(
    layout: Layout,
    table: RouteTable,
    share: Share,
    subnet: str,
    *,
    family: int,
    has_public: bool | None,
) -> Hop:
    """Return whether the route of a share of the public addresses leads to the internet."""
    route = share.route
    if route is None:
        return _no_route(table, subnet, family)
    if route.state == "blackhole":
        said = N_(
            "Route table {table} sends {destination} to {target}, which is gone: a black hole. Point this route at a NAT gateway or an internet gateway that exists."
        )
        return no(_route_text(said, table, route), table.id)
    if route.state != "active":
        said = N_("The route of {table} for {destination} to {target} is in an unknown state.")
        return unsure(_route_text(said, table, route), table.id)
    if route.target.startswith("nat-"):
        return _through_nat(layout, table, route, subnet)
    if route.target.startswith("igw-"):
        return _through_igw(layout, table, route, subnet, has_public=has_public)
    if route.target.startswith("eigw-"):
        return _unless_blocked(layout, subnet, (BLOCKED_BOTH_WAYS,), route.target)
    return _beyond(table, route)


def _no_route(table: RouteTable, subnet: str, family: int) -> Hop:
    elsewhere = sorted(
        {
            route.target
            for route in table.routes
            if route.state == "active"
            and route.target != "local"
            and not route.target.startswith(("igw-", "nat-", "eigw-", "vpce-"))
        }
    )
    if family == IPV6 and any(
        route.target.startswith("nat-") and within((block(_NAT64)[1],), block(route.destination)[1])
        for route in table.routes
        if _family(route) == IPV6
    ):
        said = N_(
            "Route table {table} of subnet {subnet} leads IPv6 traffic for IPv4 addresses to a NAT gateway (NAT64). Whether the node uses it cannot be seen from here."
        )
        return unsure(text(said, table=table.id, subnet=subnet), table.id)
    if elsewhere:
        said = N_(
            "Route table {table} of subnet {subnet} has no route to the internet, but leads to other networks ({targets}). The node may reach endpoints there, or not; that cannot be seen from here."
        )
        found = text(said, table=table.id, subnet=subnet, targets=tuple(elsewhere))
        return unsure(found, table.id)
    said = N_(
        "No way leads out of subnet {subnet}: route table {table} has no route to the internet. Create interface endpoints for the services in the VPC, or add a route for {everything} to a NAT gateway."
    )
    everything = "::/0" if family == IPV6 else "0.0.0.0/0"
    return no(text(said, subnet=subnet, table=table.id, everything=everything), table.id)


def _family(route: Route) -> int:
    return block(route.destination)[0] if "/" in route.destination else 0


def _through_igw(
    layout: Layout, table: RouteTable, route: Route, subnet: str, *, has_public: bool | None
) -> Hop:
    if has_public:
        return _unless_blocked(layout, subnet, BLOCKED, route.target)
    if has_public is None:
        said = N_(
            "Subnet {subnet} leads to the internet gateway {gateway}, which takes a public IP address. The node does not run; whether it gets one when it starts cannot be seen from here."
        )
        return unsure(text(said, subnet=subnet, gateway=route.target), subnet)
    said = N_(
        "Subnet {subnet} leads to the internet gateway {gateway} (route table {table}), but the node has no public IP address. Give it an Elastic IP address, or lead the subnet to a NAT gateway instead."
    )
    return no(text(said, subnet=subnet, gateway=route.target, table=table.id), subnet)


def _unless_blocked(layout: Layout, subnet: str, modes: tuple[str, ...], gateway: str) -> Hop:
    described = layout.subnet(subnet)
    if described is not None and described.internet_block in modes:
        said = N_(
            "VPC Block Public Access ({mode}) keeps subnet {subnet} off the internet. Create interface endpoints for the services, or an exclusion for the subnet or its VPC."
        )
        fact = layout.facts.subnets
        label = text(N_("Block Public Access"))
        mode = described.internet_block
        return no(text(said, mode=mode, subnet=subnet), subnet, seen(label, mode, fact))
    return yes(text(N_("The way leads through {gateway}."), gateway=gateway), gateway)


def _through_nat(layout: Layout, table: RouteTable, route: Route, subnet: str) -> Hop:
    nat = layout.nat(route.target)
    if nat is None:
        said = N_("Route table {table} leads to the NAT gateway {target}, which is not shown here.")
        return unsure(_route_text(said, table, route), route.target)
    label = text(N_("NAT gateway"))
    shown = seen(label, f"{nat.id}: {nat.state}, {nat.connectivity}", layout.facts.nat_gateways)
    if nat.state != "available":
        said = N_(
            "The NAT gateway {nat}, to which route table {table} leads, is {state} and not available. Wait if it is pending; else lead the route to one that works."
        )
        return no(text(said, nat=nat.id, table=table.id, state=nat.state), nat.id, shown)
    behind = _behind_nat(layout, nat, subnet)
    return Hop(behind.holds, behind.said, behind.by, (shown, *behind.evidence))


def _behind_nat(layout: Layout, nat: NatGateway, subnet: str) -> Hop:
    described = layout.subnet(nat.subnet_id or subnet)
    own = _nat_table(layout, nat, described.vpc_id if described is not None else "")
    if own is None:
        said = N_("The route table behind the NAT gateway {nat} is not shown here.")
        return unsure(text(said, nat=nat.id), nat.id)
    found = shares(layout, own, 4, public(4))
    main = next((one for one in found if one.route is None or one.route.target != "local"), None)
    route = main.route if main is not None else None
    if route is not None and route.state == "active":
        if route.target.startswith("igw-"):
            if nat.connectivity == "private":
                said = N_(
                    "The NAT gateway {nat} is a private one, without a public address. Lead the subnet to a public NAT gateway."
                )
                return no(text(said, nat=nat.id), nat.id)
            return _unless_blocked(layout, nat.subnet_id or subnet, (BLOCKED_BOTH_WAYS,), nat.id)
        if not route.target.startswith("nat-"):
            return _beyond(own, route)
    said = N_(
        "The NAT gateway {nat} itself has no way to the internet: its route table {table} has no working route to an internet gateway. Add one there."
    )
    return no(text(said, nat=nat.id, table=own.id), own.id)


def _nat_table(layout: Layout, nat: NatGateway, vpc: str) -> RouteTable | None:
    if nat.subnet_id:
        return layout.table(vpc, nat.subnet_id)
    return layout.table_by_id(nat.route_table_id)


def _beyond(table: RouteTable, route: Route) -> Hop:
    said = N_(
        "Route table {table} sends {destination} to {target}. What lies behind it cannot be seen from here."
    )
    return unsure(_route_text(said, table, route), table.id)


def _route_text(said: str, table: RouteTable, route: Route) -> Text:
    return text(said, table=table.id, destination=route.destination, target=route.target)
