"""Which route of a table takes which addresses: the longest prefix, for each address by itself."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from ssmwizard.checks.layout import Layout
from ssmwizard.checks.spans import (
    Span,
    Spans,
    block,
    joined,
    length,
    readable,
    remainder,
    size,
    within,
)
from ssmwizard.model.facts import Known
from ssmwizard.model.network import Route, RouteTable

LOCAL = "local"
# A state of ours: two lists with the same block lead to two targets, and AWS picks one at random.
CONTESTED = "contested"


@dataclass(frozen=True, slots=True)
class Share:
    """The addresses that one route takes; no route for those that none takes."""

    route: Route | None
    addresses: Spans


def shares(layout: Layout, table: RouteTable, family: int, wanted: Spans) -> tuple[Share, ...]:
    """Divide the wanted addresses among the routes of a table, the largest share first.

    The longest prefix wins, then a static route before one for a prefix list before a learned one. What
    is learned never takes anything from the VPC's own route, however long its prefix is.
    https://docs.aws.amazon.com/vpc/latest/userguide/route-tables-priority.html
    https://docs.aws.amazon.com/vpn/latest/s2svpn/vpn-route-priority.html
    """
    key = ("shares", table.id, family, wanted)
    return layout.once(key, lambda: _shares(layout, table, family, wanted))


def unreadable(table: RouteTable) -> Route | None:
    """Return a route that cannot be read, and so may take anything; a table without any says nothing."""
    for route in table.routes:
        if not (is_list(route) or readable(route.destination)):
            return route
    return None


def is_list(route: Route) -> bool:
    """Whether a route is for the blocks of a prefix list."""
    return route.destination.startswith("pl-")


def _shares(layout: Layout, table: RouteTable, family: int, wanted: Spans) -> tuple[Share, ...]:
    candidates = sorted(
        (one for route in table.routes for one in _candidates(layout, route, family)),
        key=lambda one: (-one[0], *_rank(one[1]), one[2]),
    )
    own = joined(span for _, route, span in candidates if route.target == LOCAL)
    targets: dict[Span, set[str]] = {}
    for _, route, span in candidates:
        if is_list(route):
            targets.setdefault(span, set()).add(route.target)
    taken: dict[Route, Spans] = {}
    for _, route, span in candidates:
        part = within(wanted, span)
        if route.propagated:
            part = remainder(part, own)
        if part:
            contested = is_list(route) and len(targets[span]) > 1
            taker = replace(route, state=CONTESTED) if contested else route
            taken[taker] = (*taken.get(taker, ()), *part)
            wanted = remainder(wanted, part)
    found = [Share(route, tuple(sorted(part))) for route, part in taken.items()]
    if wanted:
        found.append(Share(None, wanted))
    return tuple(sorted(found, key=lambda share: (-size(share.addresses), share.addresses)))


def _rank(route: Route) -> tuple[bool, bool, bool, str]:
    """Tell which of two routes for the same block wins: the lesser."""
    return route.target != LOCAL, route.propagated, is_list(route), route.target


def _candidates(layout: Layout, route: Route, family: int) -> Iterator[tuple[int, Route, Span]]:
    for cidr in filter(readable, _destinations(layout, route)):
        version, span = block(cidr)
        if version == family:
            yield length(cidr), route, span


def _destinations(layout: Layout, route: Route) -> tuple[str, ...]:
    if not is_list(route):
        return (route.destination,)
    if route.target.startswith("vpce-") and not _is_firewall(layout, route.target):
        return ()  # A gateway endpoint: the addresses of another service.
    return layout.prefix_list(route.destination).require()


def _is_firewall(layout: Layout, endpoint_id: str) -> bool:
    fact = layout.facts.endpoints
    endpoints = fact.value if isinstance(fact, Known) else ()
    return any(e.id == endpoint_id and e.type == "GatewayLoadBalancer" for e in endpoints)
