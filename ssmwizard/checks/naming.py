"""Where the name of a service leads from a VPC: to an endpoint in it, or to public addresses.

An endpoint with private DNS takes the name for the whole VPC, also when the endpoint is broken and
a way to the internet stands open beside it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from ssmwizard.checks.hop import Holds, Hop, no, partly, unseen, unsure, yes
from ssmwizard.checks.layout import Layout, Site
from ssmwizard.checks.rule import seen
from ssmwizard.model.facts import CannotTell, Known
from ssmwizard.model.findings import Evidence
from ssmwizard.model.network import Endpoint
from ssmwizard.model.text import N_, text

# States in which an endpoint carries traffic, at least in a part of its subnets.
_LIVE = ("available", "partial")
IPV6 = 6


@dataclass(frozen=True, slots=True)
class Naming:
    """Where the name leads: to ``endpoint``, or to public addresses where that is None.

    Not ``sure``: it may as well lead to public addresses.
    """

    hop: Hop
    endpoint: Endpoint | None
    sure: bool


def usable(layout: Layout, site: Site, service: str) -> tuple[Endpoint, ...]:
    """Return the endpoints of the node's VPC that can serve it, the nearest first."""
    kinds = ("ipv6", "dualstack") if site.family == IPV6 else ("ipv4", "dualstack", "")
    return tuple(
        sorted(
            (
                endpoint
                for endpoint in layout.endpoints(site.vpc, service)
                if endpoint.state in _LIVE and endpoint.addresses in kinds
            ),
            key=lambda one: (not one.private_dns, site.subnet not in one.subnets, one.id),
        )
    )


def naming(
    layout: Layout, site: Site, service: str, way_out: Callable[[], Hop], least_agent: str
) -> Naming:
    """Return where the name of a service leads; ``way_out`` tells whether the internet is reached."""
    endpoint = next(iter(usable(layout, site, service)), None)
    if site.family == IPV6:
        said = N_(
            "The node has no IPv4 address. It reaches Systems Manager only with SSM Agent {least} or later that is set to use dual-stack endpoints; that setting is seen on the node alone."
        )
        hop = unsure(text(said, least=least_agent), site.subnet)
        return Naming(hop, endpoint, endpoint is None and not layout.is_guest(site.vpc))
    if endpoint is None:
        return Naming(_public(layout, site), None, not layout.is_guest(site.vpc))
    shown = _shown(layout, endpoint)
    if not endpoint.private_dns:
        said = N_(
            "There is an endpoint, but its private DNS is off, so the name of the service does not lead to it. Turn on private DNS for the endpoint, unless a private hosted zone of your own does the same."
        )
        off = text(said)
        other = N_("Private DNS of endpoint {endpoint} is off; the node uses the internet instead.")
        note = yes(text(other, endpoint=endpoint.id), endpoint.id, shown)
        return _past(endpoint, no(off, endpoint.id, shown), note, way_out)
    try:
        return _private(layout, site, endpoint, way_out)
    except CannotTell as answer:
        return Naming(unseen(answer), endpoint, sure=False)


def _private(layout: Layout, site: Site, endpoint: Endpoint, way_out: Callable[[], Hop]) -> Naming:
    servers, shown = layout.name_servers(site.vpc), _shown(layout, endpoint)
    if servers:
        said = N_(
            "The VPC uses name servers of its own ({servers}). Whether they lead the name to the endpoint cannot be seen from here: they must forward it to the VPC's resolver."
        )
        found = text(said, servers=servers)
        return Naming(unsure(found, site.vpc, shown), endpoint, sure=False)
    dns = layout.dns(site.vpc).require()
    attributes = _attributes(layout, site.vpc)
    if not dns.support:
        return Naming(_no_resolver(site.vpc, *attributes), endpoint, sure=True)
    if not dns.hostnames:
        said = N_(
            "DNS hostnames (enableDnsHostnames) are off in {vpc}, so the name of the service does not lead to the endpoint. Turn them on."
        )
        off = text(said, vpc=site.vpc)
        note = partly(off, site.vpc, *attributes, shown)
        return _past(endpoint, no(off, site.vpc, *attributes, shown), note, way_out)
    found = text(N_("The name of the service leads to the endpoint."))
    return Naming(yes(found, site.vpc, shown, *attributes), endpoint, sure=True)


def _past(endpoint: Endpoint, off: Hop, note: Hop, way_out: Callable[[], Hop]) -> Naming:
    """The name passes the endpoint by: that breaks it where nothing else leads out."""
    try:
        out = way_out()
    except CannotTell as answer:
        return Naming(unseen(answer), endpoint, sure=False)
    if out.holds is Holds.NO:
        return Naming(off, endpoint, sure=True)
    if out.holds is Holds.UNKNOWN:
        return Naming(unsure(off.said, off.by, *off.evidence), endpoint, sure=False)
    return Naming(note, None, sure=True)


def _public(layout: Layout, site: Site) -> Hop:
    if layout.is_guest(site.vpc):
        said = N_(
            "{vpc} is shared by another account. Its endpoints are not shown here, so it cannot be seen where the name of the service leads."
        )
        return unsure(text(said, vpc=site.vpc), site.vpc)
    try:
        if layout.dns(site.vpc).require().support:
            said = N_("No endpoint takes the name of the service; it leads to public addresses.")
            return yes(text(said), site.vpc, *_attributes(layout, site.vpc))
        servers = layout.name_servers(site.vpc)
    except CannotTell as answer:
        return unseen(answer)
    if servers:
        said = N_("The VPC's resolver is off; name servers of its own ({servers}) take its place.")
        return yes(text(said, servers=servers), site.vpc, *_attributes(layout, site.vpc))
    return _no_resolver(site.vpc, *_attributes(layout, site.vpc))


def _no_resolver(vpc: str, *shown: Evidence) -> Hop:
    said = N_(
        "DNS support (enableDnsSupport) is off in {vpc}, so the node finds no name at all. Turn it on."
    )
    return no(text(said, vpc=vpc), vpc, *shown)


def _attributes(layout: Layout, vpc: str) -> tuple[Evidence, ...]:
    fact = layout.dns(vpc)
    if not isinstance(fact, Known):
        return ()
    words = f"enableDnsSupport={fact.value.support}, enableDnsHostnames={fact.value.hostnames}"
    return (
        seen(text(N_("DNS of the VPC")), words.lower().replace("enabledns", "enableDns"), fact),
    )


def _shown(layout: Layout, endpoint: Endpoint) -> Evidence:
    words = f"{endpoint.id}: {endpoint.state}, {endpoint.addresses}"
    words += ", private DNS" if endpoint.private_dns else ", no private DNS"
    return seen(text(N_("Endpoint")), words, layout.facts.endpoints)
