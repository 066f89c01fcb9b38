"""Where the name of a service leads from a VPC: to an endpoint in it, or to public addresses.

An endpoint with private DNS takes the name for the whole VPC, also when the endpoint is broken and
a way to the internet stands open beside it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from ssmwizard.checks.hop import Holds, Hop, no, partly, unseen, unsure, yes
from ssmwizard.checks.layout import Layout
from ssmwizard.checks.resolving import attributes, unanswered
from ssmwizard.checks.rule import seen
from ssmwizard.checks.sites import IPV6, Site
from ssmwizard.model.facts import CannotTell
from ssmwizard.model.findings import Evidence
from ssmwizard.model.network import Endpoint
from ssmwizard.model.text import N_, text

# States in which an endpoint carries traffic, at least in a part of its subnets, and those in which it
# does not. https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_VpcEndpoint.html
_LIVE = ("available", "partial")
_DEAD = ("pendingacceptance", "pending", "deleting", "deleted", "rejected", "failed", "expired")
_FAMILIES = {"ipv4": (4,), "ipv6": (6,), "dualstack": (4, 6)}


@dataclass(frozen=True, slots=True)
class Naming:
    """Where the name leads: to ``endpoint``, or to public addresses where that is None.

    Not ``sure``: it may as well lead to public addresses, or to an endpoint that is not shown.
    """

    hop: Hop
    endpoint: Endpoint | None
    sure: bool


def has_family(endpoint: Endpoint, family: int) -> bool:
    """Whether an endpoint has addresses of a family; one of another kind than AWS names may."""
    return family in _FAMILIES.get(endpoint.addresses, (family,))


def usable(layout: Layout, site: Site, service: str) -> tuple[Endpoint, ...]:
    """Return the endpoints of the node's VPC that can serve it, the nearest first."""
    return tuple(
        sorted(
            (
                endpoint
                for endpoint in layout.endpoints(site.vpc, service)
                if endpoint.state not in _DEAD and has_family(endpoint, site.family)
            ),
            key=lambda one: (not one.private_dns, site.subnet not in one.subnets, one.id),
        )
    )


def naming(
    layout: Layout,
    site: Site,
    service: str,
    way_out: Callable[[], Hop],
    least_agent: str,
    *,
    translated: bool,
) -> Naming:
    """Return where the name of a service leads.

    ``way_out`` tells whether public addresses are reached. ``translated``: the node has no IPv4, and
    its subnet makes up addresses for it that a NAT gateway translates.
    """
    taker = _taker(layout, site, service)
    hidden = layout.is_guest(site.vpc)
    try:
        silent = unanswered(layout, site.vpc)
        if silent is not None:
            sure = silent.holds is Holds.NO or (taker is None and not hidden)
            return Naming(silent, taker, sure)
        if taker is None and hidden:
            return Naming(_hidden(site.vpc), None, sure=False)
        new = layout.of_new_types(site.vpc, service)
        if taker is None and new:
            return Naming(_of_new_type(new[0]), None, sure=False)
        if site.family == IPV6 and not translated:
            return _dual_stack(layout, site, taker, least_agent)
        if taker is None:
            said = N_("No endpoint takes the name of the service; it leads to public addresses.")
            found = yes(text(said), site.vpc, attributes(layout, site.vpc))
            return Naming(found, None, sure=True)
        return _through(layout, site, taker, way_out)
    except CannotTell as answer:
        return Naming(unseen(answer), taker, sure=taker is None and not hidden)


def _taker(layout: Layout, site: Site, service: str) -> Endpoint | None:
    """Return the endpoint that the name leads to, or would lead to; only one can have private DNS."""
    fit = usable(layout, site, service)
    if not any(endpoint.private_dns for endpoint in fit):
        for endpoint in layout.endpoints(site.vpc, service):
            if endpoint.private_dns and endpoint.state not in _DEAD:
                return endpoint
    return next(iter(fit), None)


def _through(layout: Layout, site: Site, endpoint: Endpoint, way_out: Callable[[], Hop]) -> Naming:
    shown = _shown(layout, endpoint)
    if not endpoint.private_dns:
        said = N_(
            "There is an endpoint, but its private DNS is off, so the name of the service does not lead to it. Turn on private DNS for the endpoint, unless a private hosted zone of your own does the same."
        )
        off = no(text(said), endpoint.id, shown).mended_by("network.enable-private-dns")
        other = N_("Private DNS of endpoint {endpoint} is off; the node uses the internet instead.")
        note = yes(text(other, endpoint=endpoint.id), endpoint.id, shown)
        return _past(endpoint, off, note, way_out)
    known = attributes(layout, site.vpc)
    if not layout.dns(site.vpc).require().hostnames:
        said = N_(
            "DNS hostnames (enableDnsHostnames) are off in {vpc}, so the name of the service does not lead to the endpoint. Turn them on."
        )
        off = no(text(said, vpc=site.vpc), site.vpc, known, shown).mended_by("network.enable-dns")
        note = partly(off.said, site.vpc, known, shown)
        return _past(endpoint, off, note, way_out)
    if endpoint.state not in _LIVE or not has_family(endpoint, site.family):
        said = N_(
            "Endpoint {endpoint} (state: {state}, addresses: {addresses}) may take the name of the service. Whether the node can use it cannot be seen from here."
        )
        state, addresses = endpoint.state or "?", endpoint.addresses
        worded = text(said, endpoint=endpoint.id, state=state, addresses=addresses)
        return Naming(unsure(worded, endpoint.id, shown), endpoint, sure=False)
    found = text(N_("The name of the service leads to the endpoint."))
    return Naming(yes(found, site.vpc, shown, known), endpoint, sure=True)


def _past(endpoint: Endpoint, off: Hop, note: Hop, way_out: Callable[[], Hop]) -> Naming:
    """The name passes the endpoint by: that breaks it where nothing else leads out."""
    out = way_out()
    if out.holds is Holds.NO:
        return Naming(off, endpoint, sure=True)
    if out.holds is Holds.UNKNOWN:
        return Naming(unsure(off.said, off.by, *off.evidence), endpoint, sure=False)
    return Naming(note, None, sure=True)


def _dual_stack(layout: Layout, site: Site, endpoint: Endpoint | None, least_agent: str) -> Naming:
    if endpoint is None and not site.dual_stack:
        said = N_(
            "The node has no IPv4 address, and its SSM Agent is older than {least}, the first that reaches Systems Manager by IPv6. Update the agent, or give subnet {subnet} DNS64 and a route for 64:ff9b::/96 to a NAT gateway."
        )
        found = no(text(said, least=least_agent, subnet=site.subnet), site.subnet)
        return Naming(found, None, sure=True)
    said = N_(
        "The node has no IPv4 address. It reaches Systems Manager only with SSM Agent {least} or later that is set to use dual-stack endpoints; that setting is seen on the node alone."
    )
    shown = (_shown(layout, endpoint),) if endpoint is not None else ()
    hop = unsure(text(said, least=least_agent), site.subnet, *shown)
    return Naming(hop, endpoint, sure=endpoint is None)


def _hidden(vpc: str) -> Hop:
    said = N_(
        "{vpc} is shared by another account. Its endpoints are not shown here, so it cannot be seen where the name of the service leads."
    )
    return unsure(text(said, vpc=vpc), vpc)


def _of_new_type(endpoint: Endpoint) -> Hop:
    said = N_(
        "Endpoint {endpoint} is of the type {type}, which is not known here. Whether the name of the service leads to it cannot be told."
    )
    return unsure(text(said, endpoint=endpoint.id, type=endpoint.type or "?"), endpoint.id)


def _shown(layout: Layout, endpoint: Endpoint) -> Evidence:
    words = f"{endpoint.id}: {endpoint.state}, {endpoint.addresses}"
    words += ", private DNS" if endpoint.private_dns else ", no private DNS"
    return seen(text(N_("Endpoint")), words, layout.facts.endpoints)
