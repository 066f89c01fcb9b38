"""The way from a node to a service, step by step, computed from the account's configuration."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from ssmwizard.checks import acls, groups, routes
from ssmwizard.checks.hop import ABSENT, Holds, Hop, no, unseen, unsure
from ssmwizard.checks.layout import Layout, Site, layout_of
from ssmwizard.checks.naming import Naming, naming, usable
from ssmwizard.model.facts import CannotTell
from ssmwizard.model.network import Endpoint
from ssmwizard.model.snapshot import Snapshot
from ssmwizard.model.text import N_, text


class Mode(StrEnum):
    """How a node reaches a service."""

    ENDPOINT = "endpoint"
    INTERNET = "internet"
    UNDECIDED = "undecided"


@dataclass(frozen=True, slots=True)
class Path:
    """The way from a node to a service (``ssm``, ``ssmmessages``), in the order of the steps.

    ``endpoint`` is the id of the endpoint that the name leads to, or empty.
    """

    service: str
    mode: Mode
    endpoint: str
    dns: Hop
    route: Hop
    node_group: Hop
    endpoint_group: Hop
    acl: Hop


@dataclass(frozen=True, slots=True)
class _Steps:
    """The steps after the name is resolved."""

    route: Hop
    node_group: Hop
    endpoint_group: Hop
    acl: Hop


def path_to(snapshot: Snapshot, site: Site, service: str) -> Path:
    """Return the way from a node's place to a service."""
    port = int(snapshot.requirements.number("hosts.port"))
    least_agent = snapshot.requirements.text("agent.ipv6")
    return _path(layout_of(snapshot), site, service, port, least_agent)


@lru_cache(maxsize=64)
def _path(layout: Layout, site: Site, service: str, port: int, least_agent: str) -> Path:
    def way_out() -> Hop:
        return routes.to_internet(layout, site).hop

    try:
        name = naming(layout, site, service, way_out, least_agent)
        steps = _steps(layout, site, service, port, name)
    except CannotTell as answer:
        hop = unseen(answer)
        return Path(service, Mode.UNDECIDED, "", hop, hop, hop, hop, hop)
    mode = Mode.ENDPOINT if name.endpoint is not None else Mode.INTERNET
    return Path(
        service,
        mode if name.sure else Mode.UNDECIDED,
        name.endpoint.id if name.endpoint is not None else "",
        name.hop,
        steps.route,
        steps.node_group,
        steps.endpoint_group,
        steps.acl,
    )


def _steps(layout: Layout, site: Site, service: str, port: int, name: Naming) -> _Steps:
    if name.endpoint is None:
        steps = _through_internet(layout, site, service, port)
        return steps if name.sure else _each(_soften, steps)
    inside = _through_endpoint(layout, site, name.endpoint, port)
    if name.sure:
        return inside
    outside = _through_internet(layout, site, service, port)
    if outside.route.holds is Holds.NO:
        return inside
    return _Steps(
        _either(inside.route, outside.route),
        _either(inside.node_group, outside.node_group),
        _either(inside.endpoint_group, outside.endpoint_group),
        _either(inside.acl, outside.acl),
    )


def _through_endpoint(layout: Layout, site: Site, endpoint: Endpoint, port: int) -> _Steps:
    return _Steps(
        _look(lambda: routes.to_endpoint(layout, site, endpoint)),
        _look(lambda: groups.from_node_to_endpoint(layout, site, endpoint, port)),
        _look(lambda: groups.into_endpoint(layout, site, endpoint, port)),
        _look(lambda: acls.to_endpoint(layout, site, endpoint, port)),
    )


def _through_internet(layout: Layout, site: Site, service: str, port: int) -> _Steps:
    def acl() -> Hop:
        nat = ""
        try:
            out = routes.to_internet(layout, site)
        except CannotTell:
            pass  # The route says so itself; the ACL of the node's own subnet can still be judged.
        else:
            nat = out.nat if out.hop.holds is Holds.YES else ""
        return acls.to_internet(layout, site, nat, port)

    return _Steps(
        _look(lambda: _or_waiting_endpoint(layout, site, service)),
        _look(lambda: groups.from_node_to_internet(layout, site, port)),
        ABSENT,
        _look(acl),
    )


def _or_waiting_endpoint(layout: Layout, site: Site, service: str) -> Hop:
    """Where no way leads out, an endpoint that is there and cannot be used is the thing to name."""
    hop = routes.to_internet(layout, site).hop
    fit = usable(layout, site, service)
    unfit = [one for one in layout.endpoints(site.vpc, service) if one not in fit]
    if hop.holds is not Holds.NO or not unfit:
        return hop
    said = N_(
        "Endpoint {endpoint} cannot be used: its state is {state}, its addresses are {addresses}. There is no other way. {one}"
    )
    first = unfit[0]
    worded = text(
        said, endpoint=first.id, state=first.state, addresses=first.addresses, one=hop.said
    )
    return no(worded, first.id, *hop.evidence)


def _look(question: Callable[[], Hop]) -> Hop:
    try:
        return question()
    except CannotTell as answer:
        return unseen(answer)


def _either(inside: Hop, outside: Hop) -> Hop:
    """Return what a step comes to when nobody knows which of two ways the node takes."""
    if inside.holds is outside.holds or (outside.holds is Holds.ABSENT and _fine(inside)):
        return inside
    if inside.holds is Holds.UNKNOWN:
        return inside
    if outside.holds is Holds.UNKNOWN:
        return outside
    worse = outside if _fine(inside) else inside
    said = N_(
        "It depends on where the name of the service leads, which cannot be seen from here. {one}"
    )
    return unsure(text(said, one=worse.said), worse.by, *worse.evidence)


def _fine(hop: Hop) -> bool:
    return hop.holds in (Holds.YES, Holds.PARTLY)


def _each(change: Callable[[Hop], Hop], steps: _Steps) -> _Steps:
    return _Steps(
        change(steps.route),
        change(steps.node_group),
        change(steps.endpoint_group),
        change(steps.acl),
    )


def _soften(hop: Hop) -> Hop:
    if hop.holds is not Holds.NO:
        return hop
    said = N_("There may be an endpoint that is not shown here; without one: {one}")
    return unsure(text(said, one=hop.said), hop.by, *hop.evidence)
