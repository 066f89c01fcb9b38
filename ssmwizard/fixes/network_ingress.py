"""The fix that lets an endpoint accept HTTPS from nodes."""

from __future__ import annotations

from functools import partial

from ssmwizard.fixes.dependents import with_group
from ssmwizard.fixes.fix import CannotPlan, Fix, Nodes, Plans, attempt
from ssmwizard.fixes.ground import grouped, ids
from ssmwizard.fixes.network_ground import (
    VERIFIES,
    Place,
    endpoints,
    group_of,
    network_wait,
    place,
)
from ssmwizard.fixes.network_openings import Opening, change, inside, open_blocks, open_to_peers
from ssmwizard.model.network import Endpoint
from ssmwizard.model.node import NodeFacts
from ssmwizard.model.plans import NoPlan, Plan, Risk
from ssmwizard.model.snapshot import Snapshot
from ssmwizard.model.text import N_, Text, text

ID = "network.allow-endpoint-ingress"


def plan(snapshot: Snapshot, nodes: Nodes) -> Plans:
    """Plan the openings of each set of endpoint groups once, for all nodes that they shut out."""
    needed: list[tuple[NodeFacts, tuple[Opening, ...]]] = []
    answers: Plans = ()
    for node in nodes:
        found = attempt(ID, (node,), partial(_openings, snapshot, node))
        if isinstance(found, NoPlan):
            answers += (found,)
        else:
            needed.append((node, found))
    by_groups = grouped(needed, lambda one: tuple(opening.group for opening in one[1]))
    plans = tuple(
        attempt(
            ID,
            [node for node, _ in those],
            partial(
                _plan,
                snapshot,
                tuple(node for node, _ in those),
                tuple(sorted({opening for _, some in those for opening in some})),
            ),
        )
        for those in by_groups.values()
    )
    return (*plans, *answers)


def _openings(snapshot: Snapshot, node: NodeFacts) -> tuple[Opening, ...]:
    """Return what has to be opened for a node; raises :class:`CannotPlan` when nothing has to be."""
    where = place(node)
    those = endpoints(snapshot, where.vpc)
    if not those:
        said = N_("{vpc} has no endpoint for Systems Manager that could accept anything.")
        raise CannotPlan(text(said, vpc=where.vpc), nothing_to_do=True)
    found = {
        opening
        for some in those.values()
        for one in [next((each for each in some if each.private_dns), some[0])]
        for opening in [_opening(snapshot, where, one)]
        if opening is not None
    }
    if not found:
        said = N_("The endpoints in {vpc} accept HTTPS from {node} already.")
        raise CannotPlan(text(said, vpc=where.vpc, node=node.id), nothing_to_do=True)
    return tuple(sorted(found))


def _opening(snapshot: Snapshot, where: Place, endpoint: Endpoint) -> Opening | None:
    if not endpoint.groups:
        said = N_("The endpoint {endpoint} shows no security groups here.")
        raise CannotPlan(text(said, endpoint=endpoint.id))
    port = int(snapshot.requirements.number("hosts.port"))
    if open_to_peers(snapshot, endpoint.groups, port, where.groups, egress=False):
        return None
    opened = open_blocks(snapshot, endpoint.groups, port, egress=False)
    if where.address and inside(where.address, opened):
        return None
    group = endpoint.groups[0]
    return Opening(group, _source(snapshot, where, group_of(snapshot, group).vpc_id), egress=False)


def _source(snapshot: Snapshot, where: Place, vpc: str) -> str:
    """Return the narrowest source: a group of the node in the same VPC, else its subnet's block."""
    groups = snapshot.network.groups.require()
    for name in where.groups:
        if name in groups and groups[name].vpc_id == vpc:
            return name
    subnet = snapshot.network.subnets.require().get(where.subnet)
    block = next((one for one in subnet.blocks if ":" not in one), "") if subnet else ""
    if not block:
        said = N_("Neither a security group nor an address block of subnet {subnet} is shown here.")
        raise CannotPlan(text(said, subnet=where.subnet))
    return block


def _plan(snapshot: Snapshot, nodes: Nodes, openings: tuple[Opening, ...]) -> Plan:
    port = int(snapshot.requirements.number("hosts.port"))
    return Plan(
        fix=ID,
        title=FIX.title,
        nodes=ids(nodes),
        changes=tuple(change(snapshot, opening, port) for opening in openings),
        risk=Risk.REVERSIBLE,
        cost=text(N_("Free.")),
        wait=network_wait(snapshot.requirements),
        verifies=("network.endpoint-security-group", *VERIFIES),
        affects=_affects(snapshot, openings),
        warnings=_warnings(openings),
        undoing=text(N_("Takes out the very rules that were added; no other rule is touched.")),
        docs=("troubleshooting-ssm-agent", "setup-create-vpc"),
    )


def _affects(snapshot: Snapshot, openings: tuple[Opening, ...]) -> tuple[Text, ...]:
    groups = dict.fromkeys(opening.group for opening in openings)
    peers = dict.fromkeys(opening.peer for opening in openings if opening.peer.startswith("sg-"))
    return (
        *(_using(snapshot, group) for group in groups),
        *(with_group(snapshot, group) for group in (*groups, *peers)),
    )


def _using(snapshot: Snapshot, group: str) -> Text:
    vpc = group_of(snapshot, group).vpc_id
    those = tuple(
        one.id
        for one in snapshot.network.endpoints.require()
        if group in one.groups and one.vpc_id == vpc
    )
    said = N_(
        "Everything in {vpc} that has the security group {group}: these endpoints ({count}: {endpoints}), and whatever else uses it."
    )
    return text(said, vpc=vpc, group=group, count=len(those), endpoints=those)


def _warnings(openings: tuple[Opening, ...]) -> tuple[Text, ...]:
    said = N_(
        "Whatever has the security group {peer} may then reach {group} on this port, not only the chosen nodes."
    )
    by_block = N_(
        "Whatever has an address in {peer} may then reach {group} on this port, not only the chosen nodes."
    )
    return tuple(
        text(
            said if opening.peer.startswith("sg-") else by_block,
            peer=opening.peer,
            group=opening.group,
        )
        for opening in openings
    )


FIX = Fix(
    id=ID,
    title=text(N_("Let the endpoint accept the node")),
    says=text(
        N_(
            "Adds one incoming rule to the security group of the endpoints: HTTPS from the group of the nodes, and nothing else."
        )
    ),
    heals=("network.endpoint-security-group",),
    plan=plan,
)
