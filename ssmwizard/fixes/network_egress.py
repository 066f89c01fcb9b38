"""The fix that lets nodes send HTTPS to the endpoints, or to the internet where the way leads there."""

from __future__ import annotations

from functools import partial

from ssmwizard.fixes.dependents import with_group
from ssmwizard.fixes.fix import CannotPlan, Fix, Nodes, Plans, attempt
from ssmwizard.fixes.ground import grouped, ids
from ssmwizard.fixes.network_ground import (
    VERIFIES,
    Place,
    group_of,
    network_wait,
    place,
    taking,
)
from ssmwizard.fixes.network_openings import Opening, change, inside, open_blocks, open_to_peers
from ssmwizard.model.network import Endpoint, default_route
from ssmwizard.model.node import NodeFacts
from ssmwizard.model.plans import NoPlan, Plan, Risk
from ssmwizard.model.snapshot import Snapshot
from ssmwizard.model.text import N_, Text, text

ID = "network.allow-node-egress"
ANYWHERE = "0.0.0.0/0"
# Routes through these lead to the internet; where others lead cannot be seen from here.
OUT = ("igw-", "nat-")


def plan(snapshot: Snapshot, nodes: Nodes) -> Plans:
    """Plan the same openings once, for all nodes that need them."""
    needed: list[tuple[NodeFacts, tuple[Opening, ...]]] = []
    answers: Plans = ()
    for node in nodes:
        found = attempt(ID, (node,), partial(_openings, snapshot, node))
        if isinstance(found, NoPlan):
            answers += (found,)
        else:
            needed.append((node, found))
    plans = tuple(
        attempt(ID, some, partial(_plan, snapshot, some, openings))
        for openings, those in grouped(needed, lambda one: one[1]).items()
        for some in [tuple(node for node, _ in those)]
    )
    return (*plans, *answers)


def _openings(snapshot: Snapshot, node: NodeFacts) -> tuple[Opening, ...]:
    """Return what has to be opened for a node; raises :class:`CannotPlan` when nothing has to be."""
    where = place(node)
    if not where.groups:
        said = N_("EC2 shows no security group of {node}.")
        raise CannotPlan(text(said, node=node.id))
    taken = taking(snapshot, where.vpc)
    found = {
        opening
        for endpoint in taken.values()
        for opening in [_to_endpoint(snapshot, where, endpoint)]
        if opening is not None
    }
    if any(name not in taken for name in snapshot.requirements.texts("hosts.required")):
        found.update(_to_internet(snapshot, node, where))
    if not found:
        said = N_("The security groups of {node} let HTTPS out already.")
        raise CannotPlan(text(said, node=node.id), nothing_to_do=True)
    return tuple(sorted(found))


def _to_endpoint(snapshot: Snapshot, where: Place, endpoint: Endpoint) -> Opening | None:
    port = int(snapshot.requirements.number("hosts.port"))
    if open_to_peers(snapshot, where.groups, port, endpoint.groups, egress=True):
        return None
    opened = open_blocks(snapshot, where.groups, port, egress=True)
    subnets = snapshot.network.subnets.require()
    blocks = [
        block
        for name in endpoint.subnets
        if name in subnets
        for block in subnets[name].blocks
        if ":" not in block
    ]
    if blocks and all(inside(block, opened) for block in blocks):
        return None
    if not endpoint.groups:
        said = N_("The endpoint {endpoint} shows no security groups here.")
        raise CannotPlan(text(said, endpoint=endpoint.id))
    return Opening(where.groups[0], endpoint.groups[0], egress=True)


def _to_internet(snapshot: Snapshot, node: NodeFacts, where: Place) -> tuple[Opening, ...]:
    port = int(snapshot.requirements.number("hosts.port"))
    if inside(ANYWHERE, open_blocks(snapshot, where.groups, port, egress=True)):
        return ()
    tables = snapshot.network.route_tables.require()
    target = default_route(tables, where.vpc, where.subnet)
    if not target.startswith(OUT):
        said = N_(
            "Opening the security groups of {node} to the internet would not help: no route of subnet {subnet} is seen to lead there. Endpoints in the VPC, or a route, have to come first."
        )
        raise CannotPlan(text(said, node=node.id, subnet=where.subnet))
    return (Opening(where.groups[0], ANYWHERE, egress=True),)


def _plan(snapshot: Snapshot, nodes: Nodes, openings: tuple[Opening, ...]) -> Plan:
    port = int(snapshot.requirements.number("hosts.port"))
    group = openings[0].group
    said = N_(
        "Everything that has the security group {group} ({name}), not only the chosen nodes ({count})."
    )
    name = group_of(snapshot, group).name
    return Plan(
        fix=ID,
        title=FIX.title,
        nodes=ids(nodes),
        changes=tuple(change(snapshot, opening, port) for opening in openings),
        risk=Risk.REVERSIBLE,
        cost=text(N_("Free.")),
        wait=network_wait(snapshot.requirements),
        verifies=("network.node-security-group", *VERIFIES),
        affects=(
            text(said, group=group, name=name, count=len(nodes)),
            with_group(snapshot, group),
        ),
        warnings=tuple(_warning(opening, port) for opening in openings),
        undoing=text(N_("Takes out the very rules that were added; no other rule is touched.")),
        docs=("session-manager-prerequisites", "setup-create-vpc"),
    )


def _warning(opening: Opening, port: int) -> Text:
    if opening.peer == ANYWHERE:
        said = N_(
            "This opens TCP {port} to every address of the internet, for all that has {group}: the addresses of Systems Manager are not a list that could be named. Endpoints in the VPC would be narrower, and cost money."
        )
        return text(said, port=port, group=opening.group)
    said = N_("This opens TCP {port} from {group} to what has the security group {peer}, no more.")
    return text(said, port=port, group=opening.group, peer=opening.peer)


FIX = Fix(
    id=ID,
    title=text(N_("Let the node send HTTPS")),
    says=text(
        N_(
            "Adds one outgoing rule to a security group of the nodes: HTTPS to the endpoints, or to the internet where the way leads there."
        )
    ),
    heals=("network.node-security-group",),
    plan=plan,
)
