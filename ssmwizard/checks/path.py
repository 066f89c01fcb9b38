"""The way from a node to a service, step by step, computed from the account's configuration."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from ssmwizard.checks import acls, groups, routes
from ssmwizard.checks.alike import alike
from ssmwizard.checks.hop import ABSENT, Holds, Hop, no, unseen, unsure
from ssmwizard.checks.layout import Layout, layout_of
from ssmwizard.checks.naming import Naming, naming, usable
from ssmwizard.checks.sites import IPV4, Site
from ssmwizard.model.facts import CannotTell
from ssmwizard.model.network import Endpoint
from ssmwizard.model.snapshot import Snapshot
from ssmwizard.model.text import N_, text

CREATE = "network.create-endpoints"


@dataclass(frozen=True, slots=True)
class Path:
    """The way from a node to a service (``ssm``, ``ssmmessages``), in the order of the steps.

    ``endpoint`` is the id of the endpoint that the way leads through, or empty. Not ``sure``: it may
    as well lead past that endpoint, to public addresses.
    """

    service: str
    endpoint: str
    dns: Hop
    route: Hop
    node_group: Hop
    endpoint_group: Hop
    acl: Hop
    sure: bool = True

    @property
    def steps(self) -> tuple[Hop, ...]:
        """Return the steps that there are on this way."""
        whole = (self.dns, self.route, self.node_group, self.endpoint_group, self.acl)
        return tuple(step for step in whole if step.holds is not Holds.ABSENT)

    @property
    def broken(self) -> bool:
        """Whether a step is known not to hold."""
        return any(step.holds is Holds.NO for step in self.steps)


@dataclass(frozen=True, slots=True)
class _Steps:
    """The steps after the name is resolved."""

    route: Hop
    node_group: Hop
    endpoint_group: Hop
    acl: Hop

    def each(self, change: Callable[[Hop], Hop]) -> _Steps:
        return _Steps(
            change(self.route),
            change(self.node_group),
            change(self.endpoint_group),
            change(self.acl),
        )


def path_to(snapshot: Snapshot, site: Site, service: str) -> Path:
    """Return the way from a node's place to a service; worked out once for all that are alike."""
    layout = layout_of(snapshot)
    port = int(snapshot.requirements.number("hosts.port"))
    least_agent = snapshot.requirements.text("agent.ipv6")
    place = alike(layout, site, port)
    return layout.once(
        ("path", place, service, port, least_agent),
        lambda: _path(_Way(layout, place, service, port), least_agent),
    )


def _path(way: _Way, least_agent: str) -> Path:
    try:
        name = naming(
            way.layout,
            way.site,
            way.service,
            way.out,
            least_agent,
            translated=routes.translated(way.layout, way.site),
        )
        steps, endpoint, sure = way.steps(name)
    except CannotTell as answer:
        hop = unseen(answer)
        return Path(way.service, "", hop, hop, hop, hop, hop)
    return Path(
        way.service,
        endpoint.id if endpoint is not None else "",
        name.hop,
        steps.route,
        steps.node_group,
        steps.endpoint_group,
        steps.acl,
        sure,
    )


@dataclass(frozen=True, slots=True)
class _Way:
    layout: Layout
    site: Site
    service: str
    port: int

    def out(self) -> Hop:
        """Return whether the routes lead to the service's public addresses."""
        gate = routes.to_gateway(self.layout, self.site, self.service)
        return gate.hop if gate is not None else routes.to_internet(self.layout, self.site).hop

    def steps(self, name: Naming) -> tuple[_Steps, Endpoint | None, bool]:
        """Return the steps after the name is resolved, their endpoint, and whether it is sure."""
        outside, gate = self._outside()
        if name.endpoint is None:
            return (outside if name.sure else outside.each(_soften)), gate, name.sure
        inside = self._through_endpoint(name.endpoint)
        if name.sure or outside.route.holds is Holds.NO:
            return inside, name.endpoint, True
        both = _Steps(
            _either(inside.route, outside.route),
            _either(inside.node_group, outside.node_group),
            _either(inside.endpoint_group, outside.endpoint_group),
            _either(inside.acl, outside.acl),
        )
        return both, name.endpoint, False

    def _outside(self) -> tuple[_Steps, Endpoint | None]:
        try:
            gate = routes.to_gateway(self.layout, self.site, self.service)
        except CannotTell:  # The route says so itself.
            gate = None
        if gate is not None:
            return self._through_gateway(gate), gate.endpoint
        return self._through_internet(), None

    def _through_endpoint(self, endpoint: Endpoint) -> _Steps:
        where = (self.layout, self.site, endpoint)
        return _Steps(
            _look(lambda: routes.to_endpoint(*where)),
            _look(lambda: groups.from_node_to_endpoint(*where, self.port)),
            _look(lambda: groups.into_endpoint(*where, self.port)),
            _look(lambda: acls.to_endpoint(*where, self.port)),
        )

    def _through_gateway(self, gate: routes.Gate) -> _Steps:
        where = (self.layout, self.site)
        listed = gate.route.destination
        return _Steps(
            gate.hop,
            _look(lambda: groups.from_node_to_gateway(*where, listed, self.port)),
            ABSENT,
            _look(lambda: acls.to_internet(*where, (), self.port)),
        )

    def _through_internet(self) -> _Steps:
        where = (self.layout, self.site)

        def acl() -> Hop:
            targets: tuple[str, ...] = ()
            try:
                out = routes.to_internet(*where)
            except CannotTell:
                pass  # The route says so itself; the ACL of the node's own subnet can be judged.
            else:
                targets = out.targets if out.hop.holds is Holds.YES else ()
            return acls.to_internet(*where, targets, self.port)

        return _Steps(
            _look(lambda: _or_waiting_endpoint(self)),
            _look(lambda: groups.from_node_to_internet(*where, self.port)),
            ABSENT,
            _look(acl),
        )


def _or_waiting_endpoint(way: _Way) -> Hop:
    """Where no way leads out, an endpoint that is there and cannot be used is the thing to name."""
    layout, site, service = way.layout, way.site, way.service
    hop = routes.to_internet(layout, site).hop
    fit = usable(layout, site, service)
    unfit = [one for one in layout.endpoints(site.vpc, service) if one not in fit]
    gates = layout.gateways(site.vpc, service)
    if hop.holds is not Holds.NO or not (unfit or gates):
        return hop.mended_by(CREATE) if site.family == IPV4 else hop
    if not unfit:
        said = N_(
            "The gateway endpoint {endpoint} serves other route tables. Add the one of subnet {subnet} to it. There is no other way. {one}"
        )
        worded = text(said, endpoint=gates[0].id, subnet=site.subnet, one=hop.said)
        return no(worded, gates[0].id, *hop.evidence)
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


def _soften(hop: Hop) -> Hop:
    if hop.holds is not Holds.NO:
        return hop
    said = N_("There may be an endpoint that is not shown here; without one: {one}")
    return unsure(text(said, one=hop.said), hop.by, *hop.evidence)
