"""Which route of a table takes which addresses: the longest prefix, for each address by itself."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ssmwizard.checks.layout import Layout
from ssmwizard.checks.spans import Span, Spans, block, length, size, within, without
from ssmwizard.model.facts import Known
from ssmwizard.model.network import Route, RouteTable


@dataclass(frozen=True, slots=True)
class Share:
    """The addresses that one route takes; no route for those that none takes."""

    route: Route | None
    addresses: Spans


def shares(layout: Layout, table: RouteTable, family: int, wanted: Spans) -> tuple[Share, ...]:
    """Divide the wanted addresses among the routes of a table, the largest share first.

    https://docs.aws.amazon.com/vpc/latest/userguide/route-tables-priority.html
    """
    candidates = sorted(
        (one for route in table.routes for one in _candidates(layout, route, family)),
        key=lambda one: (-one[0], one[1].propagated, _is_list(one[1]), one[1].target, one[2]),
    )
    taken: dict[Route, Spans] = {}
    for _, route, span in candidates:
        part = within(wanted, span)
        if part:
            taken[route] = (*taken.get(route, ()), *part)
            wanted = without(wanted, span)
    found = [Share(route, tuple(sorted(part))) for route, part in taken.items()]
    if wanted:
        found.append(Share(None, wanted))
    return tuple(sorted(found, key=lambda share: (-size(share.addresses), share.addresses)))


def _candidates(layout: Layout, route: Route, family: int) -> Iterator[tuple[int, Route, Span]]:
    for cidr in _destinations(layout, route):
        version, span = block(cidr)
        if version == family:
            yield length(cidr), route, span


def _destinations(layout: Layout, route: Route) -> tuple[str, ...]:
    if not _is_list(route):
        return (route.destination,) if "/" in route.destination else ()
    if route.target.startswith("vpce-") and not _is_firewall(layout, route.target):
        return ()  # A gateway endpoint: the addresses of another service.
    return layout.prefix_list(route.destination).require()


def _is_list(route: Route) -> bool:
    return route.destination.startswith("pl-")


def _is_firewall(layout: Layout, endpoint_id: str) -> bool:
    fact = layout.facts.endpoints
    endpoints = fact.value if isinstance(fact, Known) else ()
    return any(e.id == endpoint_id and e.type == "GatewayLoadBalancer" for e in endpoints)
