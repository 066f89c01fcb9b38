"""What plans for the network stand on: where a node stands, and where its way leads."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from ssmwizard.fixes.fix import CannotPlan, Nodes, Plans, attempt
from ssmwizard.fixes.ground import instance
from ssmwizard.model.facts import NOT_COLLECTED
from ssmwizard.model.network import Endpoint, SecurityGroup, Vpc
from ssmwizard.model.node import Kind, NodeFacts
from ssmwizard.model.plans import NoPlan, Wait
from ssmwizard.model.requirements import Requirements
from ssmwizard.model.snapshot import Snapshot
from ssmwizard.model.text import N_, text

LOOK_SECONDS = 10
SECONDS = 60
# https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_VpcEndpoint.html
LIVE = ("available", "partial")
# What a node is to do once the way is open.
VERIFIES = ("node.registered", "node.online", "node.connected")


@dataclass(frozen=True, slots=True)
class Place:
    """Where a node stands with its primary interface."""

    vpc: str
    subnet: str
    groups: tuple[str, ...]
    address: str


def place(node: NodeFacts) -> Place:
    """Return where a node stands; raises :class:`CannotPlan` when that is in no network seen here."""
    if node.kind is Kind.HYBRID:
        said = N_("{node} is not an EC2 instance; its network cannot be seen from here.")
        raise CannotPlan(text(said, node=node.id))
    found = instance(node)
    if not found.vpc_id or not found.subnet_id:
        said = N_("{node} stands in no network any more.")
        raise CannotPlan(text(said, node=node.id))
    return Place(found.vpc_id, found.subnet_id, tuple(sorted(found.groups)), found.private_ip or "")


def by_vpc(fix: str, nodes: Nodes) -> tuple[dict[str, Nodes], Plans]:
    """Return the nodes by their VPC, and why those that stand in none cannot be planned for."""
    found: dict[str, list[NodeFacts]] = {}
    answers: Plans = ()
    for node in nodes:
        where = attempt(fix, (node,), partial(place, node))
        if isinstance(where, NoPlan):
            answers += (where,)
        else:
            found.setdefault(where.vpc, []).append(node)
    return {vpc: tuple(those) for vpc, those in found.items()}, answers


def own_vpc(snapshot: Snapshot, vpc_id: str) -> Vpc:
    """Return a VPC of this account; raises :class:`CannotPlan` for one that another account shares."""
    vpc = snapshot.network.vpcs.require().get(vpc_id)
    if vpc is None:
        raise CannotPlan(text(N_("The VPC {vpc} is not shown here."), vpc=vpc_id))
    if vpc.owner and vpc.owner != snapshot.identity.caller.require().account:
        said = N_(
            "{vpc} is shared by the account {owner}, and only that account can change it. Hand this over to its administrators."
        )
        raise CannotPlan(text(said, vpc=vpc_id, owner=vpc.owner))
    return vpc


def endpoints(snapshot: Snapshot, vpc: str) -> dict[str, tuple[Endpoint, ...]]:
    """Return the interface endpoints of a VPC that carry traffic, by service.

    Of the services that every node needs, and of those that older agents use where there is one.
    """
    requirements = snapshot.requirements
    wanted = (*requirements.texts("hosts.required"), *requirements.texts("hosts.optional"))
    found = [
        one
        for one in snapshot.network.endpoints.require()
        if one.type == "Interface" and one.vpc_id == vpc and one.state in LIVE
    ]
    return {
        service: tuple(one for one in found if one.service == service)
        for service in wanted
        if any(one.service == service for one in found)
    }


def taking(snapshot: Snapshot, vpc: str) -> dict[str, Endpoint]:
    """Return the endpoints to which the names of their services lead in a VPC, by service."""
    dns = snapshot.network.dns.get(vpc, NOT_COLLECTED).require()
    if not dns.support or not dns.hostnames:
        return {}
    return {
        service: one
        for service, those in endpoints(snapshot, vpc).items()
        for one in those
        if one.private_dns
    }


def group_of(snapshot: Snapshot, name: str) -> SecurityGroup:
    """Return a security group; raises :class:`CannotPlan` when it is not shown."""
    found = snapshot.network.groups.require().get(name)
    if found is None:
        said = N_(
            "The security group {group} is not shown here, so what it opens cannot be planned."
        )
        raise CannotPlan(text(said, group=name))
    return found


def network_wait(requirements: Requirements) -> Wait:
    """Return how long an agent may take to find a way that has opened."""
    minutes = int(requirements.number("time.role-refresh-minutes"))
    said = N_(
        "The agent tries again by itself, after many failures only now and then; give it up to {minutes} minutes. Restarting it is quicker."
    )
    return Wait(text(said, minutes=minutes), LOOK_SECONDS, minutes * SECONDS)
