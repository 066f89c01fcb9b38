"""Fixes of the roles that nodes use: the managed policy."""

from __future__ import annotations

from collections.abc import Iterable

from ssmwizard.fixes.fix import CannotPlan, Fix, Nodes, Plans, attempt
from ssmwizard.fixes.ground import grouped, ids, instance, managed, managed_policy, reports
from ssmwizard.model.facts import CannotTell, Known
from ssmwizard.model.node import Kind, NodeFacts
from ssmwizard.model.plans import (
    AwsCall,
    Change,
    Expectation,
    Plan,
    Right,
    Risk,
    Undo,
    Wait,
)
from ssmwizard.model.requirements import Requirements
from ssmwizard.model.role import Decision, Role, RoleFacts
from ssmwizard.model.snapshot import Snapshot
from ssmwizard.model.text import N_, Text, text

ID = "role.attach-managed-policy"
# Roles under this path are kept by AWS and cannot be changed.
# https://docs.aws.amazon.com/IAM/latest/UserGuide/using-service-linked-roles.html
SERVICE_LINKED = "/aws-service-role/"
LOOK_SECONDS = 10
SECONDS = 60


def plan(snapshot: Snapshot, nodes: Nodes) -> Plans:
    """Plan one policy for each role, with all the nodes that use it."""
    roles: dict[str, str] = {}
    without: Plans = ()
    for node in nodes:
        try:
            roles[node.id] = role_of(snapshot, node)
        except (CannotPlan, CannotTell):
            without += (attempt(ID, (node,), lambda node=node: _nobody(snapshot, node)),)
    users = grouped((node for node in nodes if node.id in roles), lambda node: roles[node.id])
    plans = tuple(
        attempt(ID, some, lambda name=name, some=some: _plan(snapshot, name, some))
        for name, some in users.items()
    )
    return (*plans, *without)


def role_of(snapshot: Snapshot, node: NodeFacts) -> str:
    """Return the name of the role that a node uses; raises :class:`CannotPlan` when it has none."""
    if node.kind is Kind.HYBRID:
        name = managed(node).role
        if not name:
            said = N_("The service does not tell which role {node} was registered with.")
            raise CannotPlan(text(said, node=node.id))
        return name
    arn = instance(node).profile_arn
    if arn is not None:
        profile = snapshot.profiles[arn].require() if arn in snapshot.profiles else None
        if profile is not None and profile.role:
            return profile.role
    standing_in = reports(node)
    if standing_in is not None and standing_in.role:
        return standing_in.role
    said = N_("{node} has no role that a policy could be attached to.")
    raise CannotPlan(text(said, node=node.id))


def _nobody(snapshot: Snapshot, node: NodeFacts) -> Plan:
    raise AssertionError(role_of(snapshot, node))


def _plan(snapshot: Snapshot, name: str, nodes: Nodes) -> Plan:
    policy = managed_policy(snapshot, _policy_for(snapshot, name))
    facts = snapshot.roles.get(name) or RoleFacts(name, NOT_READ)
    role = _to_change(snapshot.requirements, facts, policy)
    return Plan(
        fix=ID,
        title=FIX.title,
        nodes=ids(nodes),
        changes=(attach(role.name, role.arn, policy),),
        risk=Risk.REVERSIBLE,
        cost=text(N_("Free.")),
        wait=agent_wait(snapshot.requirements),
        verifies=("role.permissions", "node.registered", "node.online", "node.connected"),
        affects=_affects(facts, nodes),
        warnings=_warnings(facts),
        undoing=text(N_("Detaches the policy again; nothing else of the role was changed.")),
        docs=(
            "getting-started-add-permissions-to-existing-profile",
            "AmazonSSMManagedInstanceCore",
        ),
    )
