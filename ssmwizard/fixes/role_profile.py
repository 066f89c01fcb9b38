"""Fixes of the roles that nodes use: an instance profile for those that have none."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from ssmwizard.fixes import role_steps as steps
from ssmwizard.fixes.dependents import with_profiles
from ssmwizard.fixes.fix import CannotPlan, Fix, Nodes, Plans, attempt
from ssmwizard.fixes.ground import ec2_services, global_arn, ids, instance, managed_policy, reports
from ssmwizard.fixes.role import agent_wait, attach
from ssmwizard.model.facts import NOT_COLLECTED, Unknown, Why
from ssmwizard.model.node import Kind, NodeFacts
from ssmwizard.model.plans import Change, NoPlan, Plan, Risk
from ssmwizard.model.role import OWN_PROFILE, OWN_ROLE, InstanceProfile, RoleFacts
from ssmwizard.model.snapshot import Snapshot
from ssmwizard.model.text import N_, Text, text

ID = "role.attach-instance-profile"
NONE = ""


def plan(snapshot: Snapshot, nodes: Nodes) -> Plans:
    """Plan one profile for all instances without one, and a role for each profile that is empty."""
    groups: dict[str, list[NodeFacts]] = {}
    others: Plans = ()
    for node in nodes:
        profile = attempt(ID, (node,), partial(_profile, snapshot, node))
        if isinstance(profile, NoPlan):
            others += (profile,)
        else:
            groups.setdefault(profile, []).append(node)
    plans = tuple(
        attempt(ID, some, partial(_plan, snapshot, arn, tuple(some)))
        for arn, some in groups.items()
    )
    return (*plans, *others)


def _profile(snapshot: Snapshot, node: NodeFacts) -> str:
    """Return the ARN of the empty profile that a node has, ``NONE`` when it has none at all."""
    if node.kind is Kind.HYBRID:
        said = N_("{node} is not an EC2 instance; its role comes from its activation.")
        raise CannotPlan(text(said, node=node.id))
    found = instance(node)
    if found.state not in {"running", "stopped"}:
        said = N_("{node} is {state}. A profile can be attached while it runs or is stopped.")
        raise CannotPlan(text(said, node=node.id, state=found.state))
    if found.profile_arn is None:
        standing_in = reports(node)
        if standing_in is not None:
            said = N_("{node} is online without a profile; its rights come from {role}.")
            role = standing_in.role or text(N_("credentials of its own"))
            reason = text(said, node=node.id, role=role)
            raise CannotPlan(reason, nothing_to_do=True)
        return NONE
    profile = snapshot.profiles.get(found.profile_arn, NOT_COLLECTED).require()
    if profile is None:
        said = N_(
            "The profile {profile} of {node} was deleted. What still points to it has to be taken off first; this program never replaces a profile."
        )
        raise CannotPlan(text(said, profile=found.profile_arn, node=node.id))
    if profile.role:
        said = N_("{node} has the profile {profile} with the role {role}.")
        reason = text(said, node=node.id, profile=profile.name, role=profile.role)
        raise CannotPlan(reason, nothing_to_do=True)
    return profile.arn


@dataclass(frozen=True, slots=True)
class _There:
    """What is there already of the role and the profile that this fix makes."""

    role: bool
    policy: bool
    profile: InstanceProfile | None


def _plan(snapshot: Snapshot, empty: str, nodes: Nodes) -> Plan:
    role_arn = global_arn(snapshot, "iam", f"role/{OWN_ROLE}")
    there = _There(
        role=_role_there(snapshot),
        policy=_policy_there(snapshot),
        profile=_own_profile(snapshot) if not empty else None,
    )
    changes = _role_changes(snapshot, role_arn, there)
    if empty:
        changes += (steps.add_role(empty, role_arn, steps.still_inside(empty)),)
    else:
        profile_arn = global_arn(snapshot, "iam", OWN_PROFILE)
        if there.profile is None:
            changes += (steps.create_profile(profile_arn),)
        if there.profile is None or there.profile.role is None:
            unused = steps.unused_but_by(profile_arn, ids(nodes))
            changes += (steps.add_role(profile_arn, role_arn, unused),)
        changes += tuple(steps.associate(snapshot, node, role_arn) for node in nodes)
    return Plan(
        fix=ID,
        title=FIX.title,
        nodes=ids(nodes),
        changes=changes,
        risk=Risk.REVERSIBLE,
        cost=text(N_("Free.")),
        wait=agent_wait(snapshot.requirements),
        verifies=steps.VERIFIES,
        affects=_affects(snapshot, empty, nodes),
        warnings=(
            text(
                N_(
                    "Programs on these instances get credentials of the role. They can then read Parameter Store, except what is encrypted with a key that the role may not use."
                )
            ),
        ),
        undoing=text(
            N_(
                "Takes off and deletes what this plan made, in reverse order, unless other instances of the Region use it by then. Instances of other Regions are not looked at."
            )
        ),
        docs=("setup-instance-permissions", "getting-started-create-iam-instance-profile"),
    )


def _role_changes(snapshot: Snapshot, role_arn: str, there: _There) -> tuple[Change, ...]:
    policy = managed_policy(snapshot, snapshot.requirements.text("role.recommended-policy"))
    changes: tuple[Change, ...] = ()
    if not there.role:
        service = ec2_services(snapshot)[-1]
        changes += (steps.create_role(role_arn, service, policy),)
    if not there.policy:
        settling = 0 if there.role else steps.SETTLING_SECONDS
        changes += (attach(OWN_ROLE, role_arn, policy, settling_seconds=settling),)
    return changes


def _own_role(snapshot: Snapshot) -> RoleFacts:
    return snapshot.roles.get(OWN_ROLE) or RoleFacts(OWN_ROLE, NOT_COLLECTED)


def _role_there(snapshot: Snapshot) -> bool:
    """Tell whether the role exists, as far as is known.

    Where it was not allowed to look, it is taken for missing: making it then fails, before anything
    is changed, if it exists after all. Nothing is ever attached to a role that was not looked at.
    """
    fact = _own_role(snapshot).role
    if isinstance(fact, Unknown) and fact.why in {Why.DENIED, Why.NOT_COLLECTED}:
        return False
    role = fact.require()
    if role is None:
        return False
    services = ec2_services(snapshot)
    if not steps.trusts(role.trust, services):
        said = N_(
            "A role called {role} exists, and EC2 may not use it: it does not trust {service}. It may be somebody else's, so it is left alone."
        )
        raise CannotPlan(text(said, role=OWN_ROLE, service=services[-1]))
    return True


def _policy_there(snapshot: Snapshot) -> bool:
    if not _role_there(snapshot):
        return False
    name = snapshot.requirements.text("role.recommended-policy")
    return managed_policy(snapshot, name) in _own_role(snapshot).policies.require()


def _own_profile(snapshot: Snapshot) -> InstanceProfile | None:
    fact = snapshot.profiles.get(OWN_PROFILE, NOT_COLLECTED)
    if isinstance(fact, Unknown) and fact.why in {Why.DENIED, Why.NOT_COLLECTED}:
        return None
    profile = fact.require()
    if profile is not None and profile.role not in {None, OWN_ROLE}:
        said = N_(
            "An instance profile called {profile} exists and holds the role {role}. It may be somebody else's, so it is left alone."
        )
        raise CannotPlan(text(said, profile=profile.name, role=profile.role or ""))
    return profile


def _affects(snapshot: Snapshot, empty: str, nodes: Nodes) -> tuple[Text, ...]:
    got = text(N_("Chosen instances that get the role: {count}."), count=len(nodes))
    return (got, with_profiles(snapshot, (empty,))) if empty else (got,)


FIX = Fix(
    id=ID,
    title=text(N_("Give the instance a role")),
    says=text(
        N_(
            "Makes a role for managed nodes and gives it to EC2 instances that have none. A profile that is there is never replaced."
        )
    ),
    heals=("role.attached",),
    plan=plan,
)
