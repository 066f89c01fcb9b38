"""What the routes of a table come to together, where nobody knows which address is the service's."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from ssmwizard.checks.hop import Holds, Hop, unsure
from ssmwizard.checks.layout import Layout
from ssmwizard.checks.rule import seen
from ssmwizard.checks.shares import LOCAL, Share, shares, unreadable
from ssmwizard.checks.spans import Spans, size
from ssmwizard.model.findings import Evidence
from ssmwizard.model.network import Route, RouteTable
from ssmwizard.model.text import N_, text

# A share of the public addresses below which a route or a rule is taken for an exception, such as a
# single network behind a VPN.
EXCEPTION = 0.001
_SHOWN = 4


def spread(
    layout: Layout,
    table: RouteTable,
    family: int,
    wanted: Spans,
    leads: Callable[[Share], Hop],
) -> tuple[Hop, tuple[str, ...]]:
    """Return whether all routes lead where ``leads`` wants them, and their targets."""
    odd = not_readable(layout, table)
    if odd is not None:
        return odd, ()
    every = shares(layout, table, family, wanted)
    found = [one for one in every if one.route is None or one.route.target != LOCAL] or [*every]
    sizes = [size(share.addresses) for share in found]
    whole = all(one < EXCEPTION * sum(sizes) for one in sizes[1:])
    counted = found[:1] if whole else found
    hop = _together(table, [leads(share) for share in counted])
    shown = tuple(shown_route(layout, table, share) for share in found[:_SHOWN])
    targets = dict.fromkeys(share.route.target for share in counted if share.route is not None)
    return replace(hop, evidence=(*shown, *hop.evidence)), tuple(targets)


def not_readable(layout: Layout, table: RouteTable) -> Hop | None:
    """Return why a table does not tell where it leads; None when it does."""
    if not table.routes:
        said = N_("The routes of route table {table} are not shown here.")
        return unsure(text(said, table=table.id), table.id)
    route = unreadable(table)
    if route is None:
        return None
    said = N_("Route table {table} has a route that cannot be read ({route}).")
    words = f"{route.destination or '?'} → {route.target or '?'}"
    shown = seen(text(N_("Route")), f"{table.id}: {words}", layout.facts.route_tables)
    return unsure(text(said, table=table.id, route=words), table.id, shown)


def shown_route(layout: Layout, table: RouteTable, share: Share) -> Evidence:
    """Return the route of a share as evidence."""
    route = share.route
    if route is None:
        words = f"{table.id}: -"
    else:
        words = f"{table.id}: {route.destination} → {route.target or '?'} ({route.state or '?'})"
    return seen(text(N_("Route")), words, layout.facts.route_tables)


def _together(table: RouteTable, hops: list[Hop]) -> Hop:
    if all(hop.holds is hops[0].holds for hop in hops):
        return hops[0]
    said = N_(
        "Route table {table} sends a part of the public addresses another way than the rest. Which of them the service has cannot be seen from here. One part: {one}"
    )
    one = next(hop for hop in hops if hop.holds is not Holds.YES)
    return unsure(text(said, table=table.id, one=one.said), table.id, *one.evidence)


def beyond(table: RouteTable, route: Route) -> Hop:
    """Say that a route leads to where nothing is seen: another network, a firewall, a machine."""
    said = N_(
        "Route table {table} sends {destination} to {target}. What lies behind it cannot be seen from here."
    )
    target = route.target or "?"
    worded = text(said, table=table.id, destination=route.destination, target=target)
    return unsure(worded, table.id)
