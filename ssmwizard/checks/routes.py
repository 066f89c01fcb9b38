"""Whether the routes lead from a node to an endpoint or to the internet."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache

from ssmwizard.checks.gateways import leads_out
from ssmwizard.checks.hop import Holds, Hop, no, partly, side_by_side, unsure, yes
from ssmwizard.checks.layout import Layout, Site
from ssmwizard.checks.rule import seen
from ssmwizard.checks.shares import Share, shares
from ssmwizard.checks.spans import public, size
from ssmwizard.model.findings import Evidence
from ssmwizard.model.network import Endpoint, RouteTable
from ssmwizard.model.text import N_, text

# A share of the public addresses below which a route or a rule is taken for an exception, such as a
# single network behind a VPN.
EXCEPTION = 0.001
_SHOWN = 4


@dataclass(frozen=True, slots=True)
class Out:
    """The way from a subnet to the internet; ``nat`` is the NAT gateway on it, or empty."""

    hop: Hop
    nat: str = ""


def to_internet(layout: Layout, site: Site) -> Out:
    """Return whether the routes lead to the internet."""
    return _to_internet(layout, site.vpc, site.subnet, site.family, site.public)


@lru_cache(maxsize=256)
def _to_internet(
    layout: Layout, vpc: str, subnet: str, family: int, has_public: bool | None
) -> Out:
    table = layout.table(vpc, subnet)
    if table is None:
        return Out(_no_table(subnet))
    found = [
        share
        for share in shares(layout, table, family, public(family))
        if share.route is None or share.route.target != "local"
    ]
    hops = [
        leads_out(layout, table, share, subnet, family=family, has_public=has_public)
        for share in found
    ]
    hop = hops[0] if _is_all_but_exceptions(found) else _decide(table, hops)
    shown = tuple(_shown(layout, table, share) for share in found[:_SHOWN])
    route = found[0].route
    nat = route.target if route is not None and route.target.startswith("nat-") else ""
    return Out(replace(hop, evidence=(*shown, *hop.evidence)), nat)


def to_endpoint(layout: Layout, site: Site, endpoint: Endpoint) -> Hop:
    """Return whether the routes leave the traffic to an endpoint inside the VPC."""
    if site.subnet in endpoint.subnets:
        said = text(N_("The endpoint stands in the node's own subnet."))
        return yes(said, endpoint.id, _stands(layout, endpoint))
    if not endpoint.subnets:
        said = text(N_("The endpoint stands in no subnet. Add a subnet to it."))
        return no(said, endpoint.id, _stands(layout, endpoint))
    table = layout.table(site.vpc, site.subnet)
    if table is None:
        return _no_table(site.subnet)
    hop = side_by_side(
        [_inside(layout, site, table, endpoint, subnet) for subnet in endpoint.subnets]
    )
    if hop.holds is Holds.YES:
        hop = _zone(layout, site, endpoint, hop)
    return replace(hop, evidence=(_stands(layout, endpoint), *hop.evidence))


def _inside(layout: Layout, site: Site, table: RouteTable, endpoint: Endpoint, subnet: str) -> Hop:
    wanted = layout.addresses(subnet, site.family)
    if not wanted:
        said = N_("The subnet {subnet} of the endpoint is not shown here.")
        return unsure(text(said, subnet=subnet), endpoint.id)
    for share in shares(layout, table, site.family, wanted):
        route = share.route
        if route is not None and route.target != "local":
            target, state = route.target, route.state
            if state == "blackhole":
                said = N_(
                    "Route table {table} sends the traffic to the endpoint into a black hole ({target}). Remove the route for {destination}."
                )
                make = no
            else:
                said = N_(
                    "Route table {table} sends the traffic to the endpoint ({destination}) through {target}. What lies behind it cannot be seen from here."
                )
                make = unsure
            shown = _shown(layout, table, share)
            worded = text(said, table=table.id, destination=route.destination, target=target)
            return make(worded, table.id, shown)
    return yes(text(N_("The VPC's own routes lead to the endpoint.")), endpoint.id)


def _zone(layout: Layout, site: Site, endpoint: Endpoint, hop: Hop) -> Hop:
    """An endpoint in other Availability Zones works, at a price and with a risk."""
    mine = layout.subnet(site.subnet)
    theirs = [layout.subnet(subnet) for subnet in endpoint.subnets]
    zones = sorted({one.zone for one in theirs if one is not None})
    if mine is None or mine.zone in zones:
        return hop
    said = N_(
        "The endpoint has no address in the node's Availability Zone {zone}, only in {zones}. It works from there; traffic between zones costs, and it fails with the other zone. Add a subnet of {zone} to the endpoint."
    )
    return partly(text(said, zone=mine.zone, zones=tuple(zones)), f"{endpoint.id} {mine.zone}")


def _is_all_but_exceptions(found: list[Share]) -> bool:
    sizes = [size(share.addresses) for share in found]
    return all(one < EXCEPTION * sum(sizes) for one in sizes[1:])


def _decide(table: RouteTable, hops: list[Hop]) -> Hop:
    if all(hop.holds is hops[0].holds for hop in hops):
        return hops[0]
    said = N_(
        "Route table {table} sends a part of the public addresses another way than the rest. Which of them the service has cannot be seen from here. One part: {one}"
    )
    one = next(hop for hop in hops if hop.holds is not Holds.YES)
    return unsure(text(said, table=table.id, one=one.said), table.id, *one.evidence)


def _no_table(subnet: str) -> Hop:
    return unsure(text(N_("The route table of subnet {subnet} is not shown here."), subnet=subnet))


def _shown(layout: Layout, table: RouteTable, share: Share) -> Evidence:
    route = share.route
    if route is None:
        words = f"{table.id}: -"
    else:
        words = f"{table.id}: {route.destination} → {route.target} ({route.state})"
    return seen(text(N_("Route")), words, layout.facts.route_tables)


def _stands(layout: Layout, endpoint: Endpoint) -> Evidence:
    words = (
        f"{endpoint.id}: {endpoint.service_name}, {endpoint.state}, {', '.join(endpoint.subnets)}"
    )
    return seen(text(N_("Endpoint")), words, layout.facts.endpoints)
