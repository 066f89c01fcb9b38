"""Whether the routes lead from a node to an endpoint or to the internet."""

from __future__ import annotations

from dataclasses import dataclass, replace

from ssmwizard.checks.gateways import Start, leads_out, translates
from ssmwizard.checks.hop import Holds, Hop, no, partly, side_by_side, unsure, yes
from ssmwizard.checks.layout import Layout
from ssmwizard.checks.naming import has_family
from ssmwizard.checks.rule import seen
from ssmwizard.checks.shares import LOCAL, is_list, shares
from ssmwizard.checks.sites import IPV6, Site
from ssmwizard.checks.spans import NAT64, Spans, public
from ssmwizard.checks.spread import not_readable, shown_route, spread
from ssmwizard.model.facts import CannotTell
from ssmwizard.model.findings import Evidence
from ssmwizard.model.network import Endpoint, Route, RouteTable
from ssmwizard.model.text import N_, text


@dataclass(frozen=True, slots=True)
class Out:
    """The way from a subnet to the internet; ``targets`` are those of the routes that it takes."""

    hop: Hop
    targets: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Gate:
    """A gateway endpoint, and the route that leads to it for the addresses of its service."""

    hop: Hop
    endpoint: Endpoint
    route: Route


def translated(layout: Layout, site: Site) -> bool:
    """Whether a node without IPv4 reaches IPv4 addresses: its subnet maps them, a NAT gateway takes them."""
    if site.family != IPV6 or not site.dns64:
        return False
    try:
        table = layout.table(site.vpc, site.subnet)
        return table is not None and translates(layout, table)
    except CannotTell:  # The route says so itself.
        return False


def world(layout: Layout, site: Site) -> Spans:
    """Return the addresses in which those of a service lie that no endpoint takes."""
    return (NAT64,) if translated(layout, site) else public(site.family)


def to_internet(layout: Layout, site: Site) -> Out:
    """Return whether the routes lead to the internet."""
    key = ("to_internet", site.vpc, site.subnet, site.family, site.public, site.dns64)
    return layout.once(key, lambda: _to_internet(layout, site))


def _to_internet(layout: Layout, site: Site) -> Out:
    table = layout.table(site.vpc, site.subnet)
    if table is None:
        return Out(_no_table(site.subnet))
    start = Start(layout, table, site.vpc, site.subnet, site.family, site.public)
    hop, targets = spread(
        layout, table, site.family, world(layout, site), lambda share: leads_out(start, share)
    )
    return Out(hop, targets)


def to_gateway(layout: Layout, site: Site, service: str) -> Gate | None:
    """Return the gateway endpoint to which the subnet's routes lead for a service; None without one.

    https://docs.aws.amazon.com/vpc/latest/privatelink/gateway-endpoints.html
    """
    table = layout.table(site.vpc, site.subnet)
    fit = {e.id: e for e in layout.gateways(site.vpc, service) if has_family(e, site.family)}
    for route in table.routes if table is not None else ():
        if table is not None and route.target in fit:
            return Gate(_gate(layout, table, route, fit[route.target]), fit[route.target], route)
    return None


def _gate(layout: Layout, table: RouteTable, route: Route, endpoint: Endpoint) -> Hop:
    words = f"{table.id}: {route.destination} → {route.target} ({route.state or '?'})"
    shown = seen(text(N_("Route")), words, layout.facts.route_tables)
    if route.state == "active" and endpoint.state == "available":
        said = N_("Route table {table} leads to the gateway endpoint {endpoint}.")
        return yes(text(said, table=table.id, endpoint=endpoint.id), endpoint.id, shown)
    said = N_(
        "Route table {table} leads to the gateway endpoint {endpoint}, which does not seem to work (state of the endpoint: {state}, of the route: {route})."
    )
    worded = text(
        said,
        table=table.id,
        endpoint=endpoint.id,
        state=endpoint.state or "?",
        route=route.state or "?",
    )
    make = no if route.state == "blackhole" else unsure
    return make(worded, endpoint.id, shown)


def to_endpoint(layout: Layout, site: Site, endpoint: Endpoint) -> Hop:
    """Return whether the routes leave the traffic to an endpoint inside the VPC."""
    shown = _stands(layout, endpoint)
    if not has_family(endpoint, site.family):
        said = N_(
            "The endpoint has only addresses of the kind {addresses}, which the node does not have."
        )
        return no(text(said, addresses=endpoint.addresses), endpoint.id, shown)
    if not endpoint.subnets:
        said = N_("The endpoint stands in no subnet. Add a subnet to it.")
        return no(text(said), endpoint.id, shown)
    near = yes(text(N_("The endpoint stands in the node's own subnet.")), endpoint.id, shown)
    if endpoint.subnets == (site.subnet,):
        return near
    table = layout.table(site.vpc, site.subnet)
    if table is None:
        return _no_table(site.subnet)
    hop = not_readable(layout, table) or side_by_side(
        [
            near if subnet == site.subnet else _inside(layout, site, table, endpoint, subnet)
            for subnet in endpoint.subnets
        ]
    )
    if hop.holds is Holds.YES:
        hop = _zone(layout, site, endpoint, hop)
    return replace(hop, evidence=(shown, *hop.evidence))


def _inside(layout: Layout, site: Site, table: RouteTable, endpoint: Endpoint, subnet: str) -> Hop:
    wanted = layout.addresses(subnet, site.family)
    if not wanted:
        said = N_("The subnet {subnet} of the endpoint is not shown here.")
        return unsure(text(said, subnet=subnet), endpoint.id)
    for share in shares(layout, table, site.family, wanted):
        route = share.route
        if route is not None and route.target != LOCAL:
            dead = route.state == "blackhole" and not is_list(route)
            if dead and share.addresses == wanted:
                said = N_(
                    "Route table {table} sends the traffic to the endpoint into a black hole ({target}). Remove the route for {destination}."
                )
                make = no
            else:
                said = N_(
                    "Route table {table} sends traffic to the endpoint ({destination}) through {target}. Whether it arrives cannot be seen from here."
                )
                make = unsure
            shown = shown_route(layout, table, share)
            worded = text(
                said, table=table.id, destination=route.destination, target=route.target or "?"
            )
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


def _no_table(subnet: str) -> Hop:
    return unsure(text(N_("The route table of subnet {subnet} is not shown here."), subnet=subnet))


def _stands(layout: Layout, endpoint: Endpoint) -> Evidence:
    words = (
        f"{endpoint.id}: {endpoint.service_name}, {endpoint.state}, {', '.join(endpoint.subnets)}"
    )
    return seen(text(N_("Endpoint")), words, layout.facts.endpoints)
