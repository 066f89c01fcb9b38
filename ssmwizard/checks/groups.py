"""Whether security groups let HTTPS out of the node and into the endpoint."""

from __future__ import annotations

from ssmwizard.checks.hop import Hop, no, side_by_side, unsure, yes
from ssmwizard.checks.layout import Layout
from ssmwizard.checks.openings import Cover, Question, cover
from ssmwizard.checks.routes import world
from ssmwizard.checks.rule import seen
from ssmwizard.checks.sites import IPV6, Site
from ssmwizard.checks.spans import blocks, every
from ssmwizard.model.facts import CannotTell, Known
from ssmwizard.model.findings import Evidence
from ssmwizard.model.network import Endpoint
from ssmwizard.model.text import N_, Text, text

_SHOWN = 4


def from_node_to_internet(layout: Layout, site: Site, port: int) -> Hop:
    """Return whether the node's groups let it send HTTPS to the public addresses."""
    found = cover(layout, _sending(site, port), world(layout, site))
    everything = "::/0" if site.family == IPV6 else "0.0.0.0/0"
    return _node_hop(layout, site, found, port, everything)


def from_node_to_gateway(layout: Layout, site: Site, list_id: str, port: int) -> Hop:
    """Return whether the node's groups let it send HTTPS to a service's addresses, a prefix list."""
    fact = layout.prefix_list(list_id)
    known = blocks(fact.value, site.family) if isinstance(fact, Known) else ()
    found = cover(layout, _sending(site, port, (list_id,)), known or world(layout, site))
    return _node_hop(layout, site, found, port, list_id)


def from_node_to_endpoint(layout: Layout, site: Site, endpoint: Endpoint, port: int) -> Hop:
    """Return whether the node's groups let it send HTTPS to the endpoint."""
    asked = _sending(site, port, endpoint.groups)
    anywhere = cover(layout, asked, every(site.family))
    if not anywhere.left:
        return _node_hop(layout, site, anywhere, port, "")
    target = " ".join(endpoint.groups) or endpoint.id
    hops = [
        _node_hop(
            layout, site, cover(layout, asked, layout.addresses(subnet, site.family)), port, target
        )
        for subnet in endpoint.subnets
    ]
    if not hops:
        return unsure(text(N_("The endpoint stands in no subnet.")), endpoint.id)
    return side_by_side(hops)


def into_endpoint(layout: Layout, site: Site, endpoint: Endpoint, port: int) -> Hop:
    """Return whether the endpoint's groups accept HTTPS from the node."""
    if not endpoint.groups:
        return unsure(text(N_("The endpoint shows no security groups here.")), endpoint.id)
    asked = Question(endpoint.groups, False, port, site.groups, site.family)
    wanted = site.addresses
    found = cover(layout, asked, wanted)
    by = "+".join(endpoint.groups)
    shown = _evidence(layout, text(N_("Incoming rules of the endpoint")), found)
    if not wanted and found.left == wanted and not found.rules:
        said = N_(
            "The address of the node is not known, so the rules of {groups} do not decide it."
        )
        return unsure(text(said, groups=endpoint.groups), by, *shown)
    if not found.left:
        said = N_("The security groups of the endpoint ({groups}) accept the node.")
        return yes(text(said, groups=endpoint.groups), by, *shown)
    _know_all(found)
    doubt = _doubt(found, by, shown)
    if doubt is not None:
        return doubt
    if found.left != wanted:
        said = N_(
            "The security groups of the endpoint ({groups}) accept only some of the node's addresses."
        )
        return unsure(text(said, groups=endpoint.groups), by, *shown)
    said = N_(
        "The endpoint does not accept HTTPS from the node: no incoming rule of its security groups ({groups}) allows it. Add an incoming rule to {group}: TCP {port} from {node}."
    )
    return no(
        text(
            said,
            groups=endpoint.groups,
            group=endpoint.groups[0],
            port=port,
            node=" ".join(site.groups),
        ),
        by,
        *shown,
    ).mended_by("network.allow-endpoint-ingress")


def _sending(site: Site, port: int, peers: tuple[str, ...] = ()) -> Question:
    return Question(site.groups, True, port, peers, site.family)


def _node_hop(layout: Layout, site: Site, found: Cover, port: int, target: str) -> Hop:
    by = "+".join(site.groups)
    shown = _evidence(layout, text(N_("Outgoing rules of the node")), found)
    if not found.wanted and not found.rules:
        said = N_("The addresses to which the node sends are not shown here.")
        return unsure(text(said), by, *shown)
    if not found.left:
        said = N_("The node's security groups ({groups}) let HTTPS out.")
        return yes(text(said, groups=site.groups), by, *shown)
    _know_all(found)
    doubt = _doubt(found, by, shown)
    if doubt is not None or not site.groups:
        return doubt or _hidden(found, by, shown)
    if found.left != found.wanted:
        said = N_(
            "The node's security groups ({groups}) let HTTPS out to some addresses only. Whether the service is among them cannot be seen from here."
        )
        return unsure(text(said, groups=site.groups), by, *shown)
    said = N_(
        "The node may not send HTTPS: no outgoing rule of its security groups ({groups}) allows it. Add an outgoing rule to {group}: TCP {port} to {target}."
    )
    group = site.groups[0]
    worded = text(said, groups=site.groups, group=group, port=port, target=target)
    return no(worded, by, *shown).mended_by("network.allow-node-egress")


def _know_all(found: Cover) -> None:
    if found.missing is not None:
        raise CannotTell(found.missing)


def _doubt(found: Cover, by: str, shown: tuple[Evidence, ...]) -> Hop | None:
    """Return what may open more than was seen, if anything may."""
    if found.hidden:
        return _hidden(found, by, shown)
    if found.odd:
        said = N_("A rule of the security groups cannot be read, so they do not decide it: {rule}.")
        return unsure(text(said, rule=found.odd), by, *shown)
    return None


def _hidden(found: Cover, by: str, shown: tuple[Evidence, ...]) -> Hop:
    said = N_("Not all security groups are shown here ({groups}), so their rules do not decide it.")
    return unsure(text(said, groups=found.hidden or ("-",)), by, *shown)


def _evidence(layout: Layout, label: Text, found: Cover) -> tuple[Evidence, ...]:
    rules = found.rules[:_SHOWN] or ("-",)
    return tuple(seen(label, rule, layout.facts.groups) for rule in rules)
