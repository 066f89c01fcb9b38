"""What lies behind a route to a NAT gateway: its state, and the way from where it stands itself."""

from __future__ import annotations

from dataclasses import replace

from ssmwizard.checks.blocking import BLOCKED_BOTH_WAYS, unless_blocked
from ssmwizard.checks.hop import Hop, no, unsure
from ssmwizard.checks.layout import Layout
from ssmwizard.checks.rule import seen
from ssmwizard.checks.shares import Share
from ssmwizard.checks.sites import IPV4
from ssmwizard.checks.spans import public
from ssmwizard.checks.spread import beyond, spread
from ssmwizard.model.findings import Evidence
from ssmwizard.model.network import NatGateway, Route, RouteTable
from ssmwizard.model.text import N_, text

AVAILABLE = "available"
# https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_NatGateway.html
_DEAD = ("pending", "failed", "deleting", "deleted")


def through_nat(layout: Layout, table: RouteTable, route: Route, vpc: str, subnet: str) -> Hop:
    """Return whether a NAT gateway, to which a route leads, itself reaches the internet."""
    nat = layout.nat(route.target)
    if nat is None or (nat.vpc_id and nat.vpc_id != vpc):
        said = N_(
            "Route table {table} leads to the NAT gateway {target}, which is not shown here, or stands in another VPC."
        )
        return unsure(text(said, table=table.id, target=route.target), route.target)
    label = text(N_("NAT gateway"))
    shown = seen(label, f"{nat.id}: {nat.state}, {nat.connectivity}", layout.facts.nat_gateways)
    if nat.state != AVAILABLE:
        return _not_available(nat, table, shown)
    key = ("nat", nat.id, nat.subnet_id or subnet)
    behind = layout.once(key, lambda: _behind(layout, nat, vpc, subnet))
    return replace(behind, evidence=(shown, *behind.evidence))


def _not_available(nat: NatGateway, table: RouteTable, shown: Evidence) -> Hop:
    if nat.state not in _DEAD:
        said = N_(
            "The NAT gateway {nat}, to which route table {table} leads, is in a state that is not known here ({state})."
        )
        found = text(said, nat=nat.id, table=table.id, state=nat.state or "?")
        return unsure(found, nat.id, shown)
    said = N_(
        "The NAT gateway {nat}, to which route table {table} leads, is {state} and not available. Wait if it is pending; else lead the route to one that works."
    )
    return no(text(said, nat=nat.id, table=table.id, state=nat.state), nat.id, shown)


def _behind(layout: Layout, nat: NatGateway, vpc: str, subnet: str) -> Hop:
    own = layout.table(vpc, nat.subnet_id) if nat.subnet_id else None
    if not nat.subnet_id and nat.route_table_id:
        own = layout.table_by_id(nat.route_table_id)
    if own is None:
        said = N_("The route table behind the NAT gateway {nat} is not shown here.")
        return unsure(text(said, nat=nat.id), nat.id)

    def leads(share: Share) -> Hop:
        return _leads(layout, nat, own, share, nat.subnet_id or subnet)

    return spread(layout, own, IPV4, public(IPV4), leads)[0]


def _leads(layout: Layout, nat: NatGateway, table: RouteTable, share: Share, subnet: str) -> Hop:
    route = share.route
    if route is None or route.state == "blackhole" or route.target.startswith("nat-"):
        said = N_(
            "The NAT gateway {nat} itself has no way to the internet: its route table {table} has no working route to an internet gateway. Add one there."
        )
        return no(text(said, nat=nat.id, table=table.id), table.id)
    if not route.target.startswith("igw-") or route.state != "active":
        return beyond(table, route)
    if nat.connectivity == "private":
        said = N_(
            "The NAT gateway {nat} is a private one, without a public address. Lead the subnet to a public NAT gateway."
        )
        return no(text(said, nat=nat.id), nat.id)
    if nat.connectivity != "public":
        said = N_("The NAT gateway {nat} is of a kind that is not known here ({kind}).")
        return unsure(text(said, nat=nat.id, kind=nat.connectivity), nat.id)
    return unless_blocked(layout, subnet, (BLOCKED_BOTH_WAYS,), nat.id)
