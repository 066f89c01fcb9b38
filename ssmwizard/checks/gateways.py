"""What lies behind a route to the internet: gateways, and what cannot be seen from here."""

from __future__ import annotations

from dataclasses import dataclass

from ssmwizard.checks.blocking import BLOCKED, BLOCKED_BOTH_WAYS, unless_blocked
from ssmwizard.checks.hop import Hop, no, unsure
from ssmwizard.checks.layout import Layout
from ssmwizard.checks.nats import through_nat
from ssmwizard.checks.shares import CONTESTED, LOCAL, Share, shares
from ssmwizard.checks.sites import IPV6
from ssmwizard.checks.spans import NAT64
from ssmwizard.checks.spread import beyond
from ssmwizard.model.network import Route, RouteTable
from ssmwizard.model.text import N_, Text, text


@dataclass(frozen=True, slots=True)
class Start:
    """From where the traffic sets out: a subnet with its route table; see ``Site`` for the rest."""

    layout: Layout
    table: RouteTable
    vpc: str
    subnet: str
    family: int
    public: bool | None


def leads_out(start: Start, share: Share) -> Hop:
    """Return whether the route of a share of the public addresses leads to the internet."""
    route, table = share.route, start.table
    if route is None:
        return _no_route(start)
    if route.state == "blackhole":
        said = N_(
            "Route table {table} sends {destination} to {target}, which is gone: a black hole. Point this route at a NAT gateway or an internet gateway that exists."
        )
        return no(_route_text(said, table, route), table.id)
    if route.state == CONTESTED:
        said = N_(
            "Route table {table} has several prefix lists with the same addresses. Which of their routes AWS takes cannot be seen from here; one is {destination} to {target}."
        )
        return unsure(_route_text(said, table, route), table.id)
    if route.state != "active":
        said = N_("The route of {table} for {destination} to {target} is in an unknown state.")
        return unsure(_route_text(said, table, route), table.id)
    if route.target.startswith("nat-"):
        return through_nat(start.layout, table, route, start.vpc, start.subnet)
    if route.target.startswith("igw-"):
        return _through_igw(start, route)
    if route.target.startswith("eigw-"):
        return unless_blocked(start.layout, start.subnet, (BLOCKED_BOTH_WAYS,), route.target)
    return beyond(table, route)


def translates(layout: Layout, table: RouteTable) -> bool:
    """Whether a route table leads the made-up IPv6 addresses of IPv4 hosts to a NAT gateway."""
    found = shares(layout, table, IPV6, (NAT64,))
    return any(share.route is not None and share.route.target.startswith("nat-") for share in found)


def _no_route(start: Start) -> Hop:
    table, subnet = start.table, start.subnet
    if start.family == IPV6 and translates(start.layout, table):
        said = N_(
            "Route table {table} of subnet {subnet} leads to a NAT gateway for IPv4 hosts (64:ff9b::/96), but DNS64 is off in the subnet. Turn it on, unless name servers of your own do the same."
        )
        return unsure(text(said, table=table.id, subnet=subnet), table.id)
    elsewhere = sorted({route.target for route in table.routes if _leads_elsewhere(route)})
    if elsewhere:
        said = N_(
            "Route table {table} of subnet {subnet} has no route to the internet, but leads to other networks ({targets}). The node may reach endpoints there, or not; that cannot be seen from here."
        )
        found = text(said, table=table.id, subnet=subnet, targets=tuple(elsewhere))
        return unsure(found, table.id)
    said = N_(
        "No way leads out of subnet {subnet}: route table {table} has no route to the internet. Create interface endpoints for the services in the VPC, or add a route for {everything} to a NAT gateway."
    )
    if start.family == IPV6:
        said = N_(
            "No way leads out of subnet {subnet}: route table {table} has no route to the internet. Create interface endpoints for the services in the VPC, or add a route for {everything} to an egress-only internet gateway."
        )
    everything = "::/0" if start.family == IPV6 else "0.0.0.0/0"
    return no(text(said, subnet=subnet, table=table.id, everything=everything), table.id)


def _leads_elsewhere(route: Route) -> bool:
    return (
        route.state == "active"
        and route.target != LOCAL
        and not route.target.startswith(("igw-", "nat-", "eigw-", "vpce-"))
    )


def _through_igw(start: Start, route: Route) -> Hop:
    subnet = start.subnet
    if start.public:
        return unless_blocked(start.layout, subnet, BLOCKED, route.target)
    if start.public is None:
        said = N_(
            "Subnet {subnet} leads to the internet gateway {gateway}, which takes a public IP address. The node does not run; whether it gets one when it starts cannot be seen from here."
        )
        return unsure(text(said, subnet=subnet, gateway=route.target), subnet)
    said = N_(
        "Subnet {subnet} leads to the internet gateway {gateway} (route table {table}), but the node has no public IP address. Give it an Elastic IP address, or lead the subnet to a NAT gateway instead."
    )
    worded = text(said, subnet=subnet, gateway=route.target, table=start.table.id)
    return no(worded, subnet)


def _route_text(said: str, table: RouteTable, route: Route) -> Text:
    return text(said, table=table.id, destination=route.destination, target=route.target)
